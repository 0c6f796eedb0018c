//! Finding the names of parties and people among the tokens of a text.
//!
//! The names of a dossier are compiled to sequences of words, indexed by their first word: most tokens
//! begin no name and cost one look-up. What a name stands for in its sentence is not decided here: "Paris"
//! is found as a capital whether a government or a place is meant.

use super::{Dossier, Party, PartyIx, PersonIx};
use crate::language::lexicon::Lexicon;
use crate::language::token;
use crate::language::word_set::WordSet;
use crate::language::{Tag, Token, Word};
use crate::text::Span;
use foldhash::{HashMap, HashMapExt as _};

/// A name in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Name {
    /// The first token, counted in the slice that was searched.
    pub first: usize,
    /// The last token.
    pub last: usize,
    /// What bears the name.
    pub entity: Entity,
}

/// What bears a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Entity {
    /// A party.
    Party {
        /// Which party.
        party: PartyIx,
        /// What kind of word for it this is.
        form: NameForm,
    },
    /// A person.
    Person(PersonIx),
}

/// The kinds of words that stand for a party.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameForm {
    /// A name ("Syria").
    Name,
    /// An acronym ("US").
    Acronym,
    /// A capital, which is a place too ("Paris").
    Capital,
    /// A seat of power or an organ ("the Kremlin").
    Seat,
    /// An adjective or singular noun ("Syrian").
    Demonym,
    /// A plural noun ("Syrians").
    DemonymPlural,
}

/// How a word of a name must be written in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Writing {
    /// Any way.
    Free,
    /// With a capital first letter.
    Capital,
    /// Letter by letter like this place of [`Names::letters`].
    Exact(Span),
}

/// One name, compiled.
#[derive(Debug, Clone, Copy)]
struct Pattern {
    /// The first word.
    word: Word,
    /// Where its words stand in [`Names::words`].
    start: usize,
    length: usize,
    /// What it names; nothing, where the name only keeps a shorter one from being found.
    entity: Option<Entity>,
    /// Whether people bear it too.
    personal: bool,
    /// Whether it is a surname alone, which may be somebody's given name.
    surname: bool,
}

/// The names of a dossier, ready to be found.
#[derive(Debug, Clone)]
pub struct Names {
    /// The words that names begin with, without a capital and with one: most words begin none.
    begins: [WordSet; 2],
    /// By the number of a word: the end in `patterns` of the names that begin with a word up to it.
    ends: Vec<u32>,
    /// By first word, longer ones first.
    patterns: Vec<Pattern>,
    /// The words of all names, one name after the other.
    words: Vec<(Word, Writing)>,
    /// What must be written letter by letter.
    letters: String,
    /// Names of one word as written, for the parts of compounds.
    single: HashMap<Box<str>, PartyIx>,
}

impl Names {
    /// Compiles the names of `dossier`, adding their words to `lexicon`.
    ///
    /// Texts must be split into tokens after that, so that their tokens know these words.
    #[must_use]
    pub fn new(dossier: &Dossier, lexicon: &mut Lexicon) -> Self {
        let mut build = Builder::new(lexicon);
        // Of two equal names the earlier counts, so the dossier's own come before the world's.
        for listed in [true, false] {
            for (at, person) in (0_u32..).zip(dossier.people()).filter(|(_, person)| person.listed == listed) {
                for name in std::iter::once(&person.name).chain(&person.variants) {
                    build.add_spellings(name, Entity::Person(PersonIx(at)), false);
                }
            }
            for (at, party) in (0_u32..).zip(dossier.parties()).filter(|(_, party)| party.listed == listed) {
                build.add_party(PartyIx(at), party);
            }
        }
        for name in dossier.silent() {
            build.add(name, None, false);
        }
        build.finish()
    }

    /// Finds the names among `tokens`, a slice of the tokens of `text`, and appends them to `out` in order.
    ///
    /// They do not overlap; the longest name at a place counts.
    pub fn find(&self, tokens: &[Token], text: &str, out: &mut Vec<Name>) {
        let mut at = 0;
        while at < tokens.len() {
            let Some(pattern) = self.at(tokens, at, text) else {
                at += 1;
                continue;
            };
            let last = at + pattern.length - 1;
            if let Some(entity) = pattern.entity {
                out.push(Name { first: at, last, entity });
            }
            at = last + 1;
        }
    }

    /// Returns the parties named by the parts of a compound: "American-Israeli-Syrian", "US-brokered".
    ///
    /// Each party comes once, in the order of the parts; empty where `text` is no compound or names none.
    #[must_use]
    pub fn in_compound(&self, text: &str) -> Vec<PartyIx> {
        let mut found = Vec::new();
        if !text.contains(['-', '–']) || OF_A_PLACE.iter().any(|end| text.ends_with(end)) {
            return found;
        }
        for part in text.split(['-', '–']) {
            if let Some(&party) = self.single.get(part).filter(|party| !found.contains(*party)) {
                found.push(party);
            }
        }
        found
    }

    /// Returns the longest name that begins at token `at`.
    fn at(&self, tokens: &[Token], at: usize, text: &str) -> Option<&Pattern> {
        let Token { word, capital, .. } = tokens[at];
        if !self.begins[usize::from(capital)].contains(word) {
            return None;
        }
        let word = word.number();
        let end = *self.ends.get(word)? as usize;
        let start = word.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        self.patterns[start..end].iter().find(|pattern| self.fits(pattern, tokens, at, text))
    }

    /// Tells whether the name `pattern` stands at token `at`.
    fn fits(&self, pattern: &Pattern, tokens: &[Token], at: usize, text: &str) -> bool {
        let Some(here) = tokens.get(at..at + pattern.length) else { return false };
        let written = |(token, &(word, writing)): (&Token, &(Word, Writing))| {
            token.word == word
                && match writing {
                    Writing::Free => true,
                    Writing::Capital => token.capital,
                    Writing::Exact(letters) => token.span.of(text) == letters.of(&self.letters),
                }
        };
        here.iter().zip(&self.words[pattern.start..]).all(written)
            && !(pattern.personal && beside_a_name(tokens, at, pattern.length))
            && !(pattern.surname && tokens.get(at + 1).is_some_and(is_unknown))
    }
}

/// Tells whether the tokens from `at` on have an unknown proper name beside them ("Brandon Jordan").
fn beside_a_name(tokens: &[Token], at: usize, length: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
    before.is_some_and(is_unknown) || tokens.get(at + length).is_some_and(is_unknown)
}

/// Tells whether a token is a proper name that no list knows.
fn is_unknown(token: &Token) -> bool {
    token.capital && token.tag == Tag::Proper && token.word == Word::UNKNOWN
}

/// Ends of compounds that say where somebody is, not for whom ("Beirut-based analysts").
const OF_A_PLACE: &[&str] = &["-based", "-born", "-educated", "-area"];

/// Names on their way to be compiled.
struct Builder<'a> {
    lexicon: &'a mut Lexicon,
    patterns: Vec<Pattern>,
    words: Vec<(Word, Writing)>,
    letters: String,
    single: HashMap<Box<str>, PartyIx>,
    scratch: Vec<Token>,
}

impl<'a> Builder<'a> {
    /// Begins with no names.
    fn new(lexicon: &'a mut Lexicon) -> Self {
        Self {
            lexicon,
            patterns: Vec::with_capacity(4096),
            words: Vec::with_capacity(8192),
            letters: String::new(),
            single: HashMap::with_capacity(2048),
            scratch: Vec::new(),
        }
    }

    /// Adds every name of a party.
    fn add_party(&mut self, party: PartyIx, known: &Party) {
        let forms = &known.forms;
        let lists = [
            (&forms.acronyms, NameForm::Acronym),
            (&forms.names, NameForm::Name),
            (&forms.demonyms, NameForm::Demonym),
            (&forms.plurals, NameForm::DemonymPlural),
            (&forms.seats, NameForm::Seat),
            (&forms.capitals, NameForm::Capital),
        ];
        for (names, form) in lists {
            for name in names {
                let entity = Entity::Party { party, form };
                let personal = forms.personal && form == NameForm::Name;
                if form == NameForm::Acronym {
                    self.add(name, Some(entity), false);
                } else {
                    self.add_spellings(name, entity, personal);
                }
                self.add_single(name, party);
            }
        }
        for prefix in &forms.prefixes {
            self.add_single(prefix, party);
        }
    }

    /// Notes a name that may be part of a compound.
    fn add_single(&mut self, name: &str, party: PartyIx) {
        if !name.contains([' ', '-']) {
            self.single.entry(name.into()).or_insert(party);
            if !name.is_ascii() {
                self.single.entry(without_marks(name).into()).or_insert(party);
            }
        }
    }

    /// Adds a name and its other spellings: without diacritics, and with the Arabic article apart.
    fn add_spellings(&mut self, name: &str, entity: Entity, personal: bool) {
        self.add(name, Some(entity), personal);
        if !name.is_ascii() {
            self.add(&without_marks(name), Some(entity), personal);
        }
        for article in ["al-", "Al-", "el-"] {
            if name.contains(article) {
                self.add(&name.replace(article, &article.replace('-', " ")), Some(entity), personal);
            }
        }
    }

    /// Adds one spelling.
    fn add(&mut self, name: &str, entity: Option<Entity>, personal: bool) {
        let acronym = matches!(entity, Some(Entity::Party { form: NameForm::Acronym, .. }));
        self.scratch.clear();
        token::tokens(name, Span::new(0, name.len()), self.lexicon, &mut self.scratch);
        let start = self.words.len();
        for token in &self.scratch {
            let written = token.span.of(name);
            // Figures and marks are no words: they are told by their letters alone.
            let is_word = matches!(token.tag, Tag::Other | Tag::Genitive);
            let writing = match written {
                _ if acronym || !is_word => Writing::Exact(append(&mut self.letters, written)),
                _ if token.capital => Writing::Capital,
                _ => Writing::Free,
            };
            self.words.push((if is_word { self.lexicon.intern(written) } else { Word::UNKNOWN }, writing));
        }
        if let Some(&(word, _)) = self.words.get(start).filter(|(word, _)| *word != Word::UNKNOWN) {
            let length = self.words.len() - start;
            let surname = length == 1 && matches!(entity, Some(Entity::Person(_)));
            self.patterns.push(Pattern { word, start, length, entity, personal, surname });
        }
    }

    /// Orders the names and indexes them by their first word.
    fn finish(mut self) -> Names {
        self.patterns.sort_by_key(|pattern| (pattern.word, std::cmp::Reverse(pattern.length)));
        let words = self.patterns.last().map_or(0, |pattern| pattern.word.number() + 1);
        let mut ends = vec![0; words];
        for pattern in &self.patterns {
            ends[pattern.word.number()] += 1;
        }
        let mut before = 0;
        for end in &mut ends {
            before += *end;
            *end = before;
        }
        let begins = [false, true].map(|capital| {
            let begins = self.patterns.iter().filter(|pattern| match self.words[pattern.start].1 {
                Writing::Free => true,
                Writing::Capital => capital,
                Writing::Exact(letters) => letters.of(&self.letters).starts_with(char::is_uppercase) == capital,
            });
            begins.map(|pattern| pattern.word).collect()
        });
        Names { begins, ends, patterns: self.patterns, words: self.words, letters: self.letters, single: self.single }
    }
}

/// Appends `more` to `letters` and returns its place there.
fn append(letters: &mut String, more: &str) -> Span {
    let start = letters.len();
    letters.push_str(more);
    Span::new(start, letters.len())
}

/// Spells a name without its diacritics: "Türkiye" as "Turkiye".
fn without_marks(name: &str) -> String {
    let plain = |c| match c {
        'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' | 'ā' => 'a',
        'é' | 'è' | 'ê' | 'ë' | 'ē' | 'ě' => 'e',
        'í' | 'ì' | 'î' | 'ï' | 'ı' | 'ī' => 'i',
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'ō' | 'ø' => 'o',
        'ú' | 'ù' | 'û' | 'ü' | 'ū' => 'u',
        'ç' | 'ć' | 'č' => 'c',
        'ñ' | 'ń' => 'n',
        'ş' | 'š' | 'ș' => 's',
        'ğ' => 'g',
        'ł' => 'l',
        'ž' | 'ż' => 'z',
        'ý' => 'y',
        'É' | 'È' => 'E',
        'Á' | 'À' => 'A',
        'Ö' | 'Ó' => 'O',
        'Ş' | 'Š' => 'S',
        'Ç' | 'Č' => 'C',
        'İ' => 'I',
        'Ü' => 'U',
        other => other,
    };
    name.chars().map(plain).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Shows what is found in `text`: the slug or name, and the kind of word.
    fn found(text: &str) -> Vec<String> {
        let dossier = Dossier::builtin("paris-talks").expect("the built-in dossier is sound");
        let mut lexicon = Lexicon::builtin();
        let names = Names::new(&dossier, &mut lexicon);
        let (mut tokens, mut found) = (Vec::new(), Vec::new());
        token::tokens(text, Span::new(0, text.len()), &lexicon, &mut tokens);
        crate::language::tag::tag(&mut tokens, text, &lexicon);
        names.find(&tokens, text, &mut found);
        let show = |name: &Name| match name.entity {
            Entity::Party { party, form } => format!("{} {form:?}", dossier.party(party).slug),
            Entity::Person(person) => dossier.person(person).name.clone(),
        };
        found.iter().map(show).collect()
    }

    #[test]
    fn names_need_their_capitals() {
        for (text, expected) in [
            ("They told us to carve the turkey.", &[][..]),
            ("The US and the U.S. met Turkey.", &["us Acronym", "us Acronym", "turkey Name"]),
            ("Who asked the WHO?", &["who Acronym"]),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }

    #[test]
    fn the_longest_name_at_a_place_counts() {
        for (text, expected) in [
            ("South Korea warned North Koreans.", &["south-korea Name", "north-korea DemonymPlural"][..]),
            ("The Washington Post asked Washington.", &["us Capital"]),
            ("The Group of 77 and China walked out.", &["g77 Name"]),
            ("The UN Security Council met.", &["un Seat"]),
            ("Latin American states agreed.", &[]),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }

    #[test]
    fn spellings_vary() {
        for (text, expected) in [
            ("Türkiye and Turkiye", &["turkey Name", "turkey Name"][..]),
            ("the Élysée and the Elysee", &["france Seat", "france Seat"]),
            ("Ahmad al-Shara, or Al Sharaa", &["Ahmed al-Sharaa", "Ahmed al-Sharaa"]),
            ("Sa’ar's deputy met Erdogan", &["Gideon Saar", "Recep Tayyip Erdoğan"]),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }

    #[test]
    fn a_country_beside_a_given_name_is_a_surname() {
        assert_eq!(found("Zebulon Jordan met the king of Jordan."), ["jordan Name"]);
    }

    #[test]
    fn the_parts_of_a_compound_name_parties() {
        let dossier = Dossier::builtin("paris-talks").expect("the built-in dossier is sound");
        let names = Names::new(&dossier, &mut Lexicon::builtin());
        for (text, expected) in [
            ("American-Israeli-Syrian", &["us", "israel", "syria"][..]),
            ("Syrian–Israeli", &["syria", "israel"]),
            ("US-brokered", &["us"]),
            ("U.S.-led", &["us"]),
            ("Sino-American", &["china", "us"]),
            ("Beirut-based", &[]),
            ("well-known", &[]),
            ("Israeli", &[]),
        ] {
            let slugs: Vec<&str> = names.in_compound(text).iter().map(|&ix| dossier.party(ix).slug.as_str()).collect();
            assert_eq!(slugs, expected, "{text}");
        }
    }
}
