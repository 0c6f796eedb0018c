//! The cast of one document: the parties that it names and no dossier lists, and what it calls them for short.
//!
//! A dossier that names who negotiates needs no cast; without one a first reading of the article gathers it.
//! Open parties are numbered behind those of the dossier. Invariant: every [`PartyIx`] of a scene is one of the
//! dossier's or one of its cast's.

use super::Parties;
use super::bid;
use super::open::{Gathered, Named};
use super::solo::Solo;
use super::talks;
use super::town;
use crate::dossier::{Dossier, Entity, Name, NameForm, Names, PartyIx, PartyKind};
use crate::language::classes::{Class, Classes};
use crate::language::lexicon::Lexicon;
use crate::language::parse::Parse;
use crate::language::{Tag, Token, Word};

/// A party that an article names and no dossier lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenParty {
    /// The name in data: lower case with hyphens, the acronym where the text gives one.
    pub slug: String,
    /// The name as the text has it.
    pub name: String,
    /// What it is.
    pub kind: PartyKind,
    /// Its names, as words.
    forms: Vec<Vec<String>>,
    /// Whether it is described rather than named ("creditors").
    common: bool,
    /// Whether it is several people ("creditors"), for whom "they" stands.
    several: bool,
    /// The noun that the text has beside its name ("the coalition").
    called: Option<Word>,
    /// Whether it is a town, which counts before the state whose capital it is.
    town: bool,
}

/// Who acts in a document, as far as its dossier does not say.
#[derive(Debug, Clone, Default)]
pub struct Cast {
    /// The number of the first open party.
    base: u32,
    open: Vec<OpenParty>,
    /// The parties that negotiate.
    pub(super) principals: Parties,
    /// The parties that mediate.
    pub(super) mediators: Parties,
    /// Whether any party acts.
    pub(super) peopled: bool,
    /// The last words of names ("federation", "board"), each with its party.
    named: Vec<(Word, PartyIx)>,
    /// The last words of names that are no state's, each with all the parties whose names end in it ("basin").
    alike: Vec<(Word, Parties)>,
    union: Option<PartyIx>,
    company: Option<PartyIx>,
    movement: Option<PartyIx>,
    /// The bodies of the dossier that bargain beside or in place of the state whose statesmen lead them.
    seated: Vec<PartyIx>,
    /// Names that several parties of the dossier bear, for the one of them that the article names otherwise too.
    shared: Vec<(Vec<String>, PartyIx)>,
}

/// A sentence of the first reading, and whether it stands in the headline.
pub type Read<'a> = (Parse<'a>, bool);

impl Cast {
    /// Gathers the cast of the document whose sentences are `sentences`.
    #[must_use]
    pub fn read(dossier: &Dossier, names: &Names, sentences: &[Read<'_>]) -> Self {
        let mut gathered = Gathered::default();
        let mut counts: Vec<(PartyIx, usize)> = Vec::new();
        let mut own: Vec<(PartyIx, usize)> = Vec::new();
        let mut found = Vec::new();
        for (parse, headline) in sentences {
            found.clear();
            names.find(parse.tokens, parse.text, &mut found);
            count(dossier, &found, &mut counts);
            found.iter().for_each(|name| {
                if let Entity::Party { party, .. } = name.entity {
                    note(&mut own, party)
                }
            });
            if !headline {
                gathered.read(parse, &found);
            }
        }
        let mut cast = Self { base: u32::try_from(dossier.parties().len()).unwrap_or(u32::MAX), ..Self::default() };
        cast.seated = seated(dossier, &own);
        cast.shared = shared(dossier, &own);
        gathered.named.retain(|named| !cast.shared.iter().any(|(name, _)| *name == named.words));
        cast.open = open_parties(dossier, &gathered, &counts);
        counts.extend(cast.numbered().map(|(ix, open)| (ix, gathered.count(&open.name))));
        // Of two that are named as often the article's own comes first, then the one that it names first.
        counts.sort_by_key(|&(party, count)| (std::cmp::Reverse(count), party.0 < cast.base));
        if let Some((parse, _)) = sentences.first() {
            cast.name_roles(dossier, parse, &counts);
        }
        let parts = bid::parts(&cast, sentences);
        cast.named.extend(parts);
        let talks = talks::read(dossier, names, &cast, sentences);
        (cast.principals, cast.mediators, cast.peopled) = (talks.principals, talks.mediators, talks.peopled);
        cast
    }

    /// Tells whether a body of the dossier bargains in this article.
    pub(super) fn has_seat(&self, body: PartyIx) -> bool {
        self.seated.contains(&body)
    }

    /// The open parties with their numbers.
    pub(super) fn numbered(&self) -> impl Iterator<Item = (PartyIx, &OpenParty)> {
        (self.base..).map(PartyIx).zip(&self.open)
    }

    /// The open party at `ix`.
    #[must_use]
    pub fn party(&self, ix: PartyIx) -> Option<&OpenParty> {
        self.open.get(usize::try_from(ix.0.checked_sub(self.base)?).ok()?)
    }

    fn name_roles(&mut self, dossier: &Dossier, parse: &Parse<'_>, counts: &[(PartyIx, usize)]) {
        let (classes, lexicon) = (parse.classes(), &parse.language.lexicon);
        // "the league" is the body that ends in the word, before one that only has it in its name.
        for &(ix, _) in counts {
            let last = self.party(ix).and_then(|open| open.forms[0].last());
            let head = last.map(|word| lexicon.word(&word.to_lowercase())).filter(|&word| is_head(classes, word));
            self.named.extend(head.map(|word| (word, ix)));
        }
        for &(ix, _) in counts {
            let (kind, names) = match self.party(ix) {
                Some(open) => (open.kind, vec![open.name.clone()]),
                None => (dossier.party(ix).kind, dossier.party(ix).forms.names.clone()),
            };
            let place = match kind {
                PartyKind::Union => &mut self.union,
                PartyKind::Company => &mut self.company,
                PartyKind::Movement => &mut self.movement,
                _ => &mut None,
            };
            place.get_or_insert(ix);
            if kind == PartyKind::State {
                continue;
            }
            if let Some(last) = names.first().and_then(|name| name.rsplit_once(' ')).map(|(_, last)| last) {
                self.note_alike(lexicon.word(&last.to_lowercase()), ix);
            }
            if self.party(ix).is_some_and(|open| open.town) {
                self.named.extend(town::ROLES.iter().map(|role| (lexicon.word(role), ix)));
            }
            let called = self.party(ix).and_then(|open| open.called);
            self.named.extend(called.map(|noun| (noun, ix)));
            let members = self.party(ix).filter(|open| !open.common && open.forms[0].len() > 1);
            let members = members.map(|open| members_of(classes, lexicon, &open.forms[0])).unwrap_or_default();
            self.named.extend(members.into_iter().map(|word| (word, ix)));
            for word in names.iter().flat_map(|name| name.split([' ', '-'])).map(|word| lexicon.word(word)) {
                if is_head(classes, word) && !self.named.iter().any(|&(known, _)| known == word) {
                    self.named.push((word, ix));
                }
            }
        }
        if self.union.is_none() {
            let described = self.numbered().find(|(_, open)| open.kind == PartyKind::Union).map(|(ix, _)| ix);
            self.union = described;
        }
        // "management" of an article on a union and a health service.
        if self.union.is_some() && self.company.is_none() {
            let body = |open: &OpenParty| open.kind == PartyKind::Organisation && !open.common;
            let employer = self.numbered().find(|(_, open)| body(open)).map(|(ix, _)| ix);
            self.company = employer;
        }
    }

    /// Notes the last word of a party's name.
    fn note_alike(&mut self, word: Word, ix: PartyIx) {
        match self.alike.iter_mut().find(|(known, _)| *known == word) {
            Some((_, parties)) => parties.insert(ix),
            None => self.alike.push((word, Parties::one(ix))),
        }
    }

    /// "both basins": the two parties whose names end in the noun.
    pub(super) fn pair(&self, lemma: Word) -> Option<Parties> {
        self.alike.iter().find(|(word, parties)| *word == lemma && parties.len() == 2).map(|&(_, parties)| parties)
    }

    /// The party that the noun `lemma` stands for in this document: "the union", "management", "the federation".
    pub(super) fn role(&self, classes: &Classes, lemma: Word) -> Option<PartyIx> {
        let is = |class| classes.is(lemma, class);
        let named = || self.named.iter().find(|&&(word, _)| word == lemma).map(|&(_, ix)| ix);
        let union = self.union.filter(|_| is(Class::UnionRole));
        let company = || self.company.filter(|_| is(Class::CompanyRole));
        let movement = || self.movement.filter(|_| is(Class::MovementRole));
        named().or(union).or_else(company).or_else(movement).or_else(|| self.creditors(classes, lemma))
    }

    /// "the funds", "the holders" of an article in which one group without a name lends: bondholders.
    fn creditors(&self, classes: &Classes, lemma: Word) -> Option<PartyIx> {
        let lends =
            |open: &OpenParty| open.common && open.forms[0].last().is_some_and(|last| last.ends_with("holders"));
        let holds = classes.is(lemma, Class::Lender);
        self.numbered().filter(|_| holds).find(|(_, open)| lends(open)).map(|(ix, _)| ix)
    }

    /// The only open party in whose name `words`, in lower case, stand together.
    pub(super) fn by_part(&self, words: &[String]) -> Option<PartyIx> {
        let holds = |open: &OpenParty| {
            let name: Vec<String> = open.name.split(' ').map(str::to_lowercase).collect();
            name.windows(words.len()).any(|part| part == words)
        };
        let mut found = self.numbered().filter(|(_, open)| holds(open)).map(|(ix, _)| ix);
        found.next().filter(|_| found.next().is_none())
    }

    /// The government that the article names as nothing else.
    pub(super) fn government(&self) -> Option<PartyIx> {
        let governs = |open: &OpenParty| open.common && open.name.to_lowercase().ends_with("government");
        self.numbered().find(|(_, open)| governs(open)).map(|(ix, _)| ix)
    }

    /// The union for whose people a plural such as "teachers" stands.
    pub(super) fn people(&self, classes: &Classes, lemma: Word) -> Option<PartyIx> {
        self.union.filter(|_| classes.is(lemma, Class::Bargainer))
    }

    /// Adds the names of open parties among `tokens` to those found, in order; shorter ones inside them go.
    pub(super) fn find(&self, tokens: &[Token], text: &str, found: &mut Vec<Name>) {
        for (party, open) in self.numbered() {
            for form in &open.forms {
                let starts =
                    (0..tokens.len()).filter(|&at| fits(form, open.common, tokens, at, text)).collect::<Vec<_>>();
                for first in starts {
                    let last = first + form.len() - 1;
                    // An acronym that the text gives stands for what the text says.
                    let given = first == last && form[0].chars().filter(|c| c.is_uppercase()).count() > 1;
                    let capital =
                        |name: &Name| open.town && matches!(name.entity, Entity::Party { form: NameForm::Capital, .. });
                    let within = |name: &Name| name.first <= first && last <= name.last && !capital(name);
                    if found.iter().any(|name| within(name) && !(given && name.first == name.last)) {
                        continue;
                    }
                    found.retain(|name| name.last < first || last < name.first);
                    let form = if open.several { NameForm::DemonymPlural } else { NameForm::Name };
                    found.push(Name { first, last, entity: Entity::Party { party, form } });
                }
            }
        }
        for (form, party) in &self.shared {
            for first in (0..tokens.len()).filter(|&at| fits(form, false, tokens, at, text)) {
                let last = first + form.len() - 1;
                if !found.iter().any(|name| name.first <= last && first <= name.last) {
                    let entity = Entity::Party { party: *party, form: NameForm::Name };
                    found.push(Name { first, last, entity });
                }
            }
        }
        found.sort_by_key(|name| name.first);
    }
}

/// The people in the name of a body, who stand for it: "tenants" of the Selby Court Tenants Association; where they are
/// firms ("the Port Operators' Association"), "employers" too.
fn members_of(classes: &Classes, lexicon: &Lexicon, name: &[String]) -> Vec<Word> {
    let plurals = name.iter().map(|word| lexicon.word(&word.to_lowercase()));
    let plural = |word: &Word| {
        let noun = lexicon.entry(*word).noun;
        // Some are listed in the plural.
        noun != *word && (noun != Word::UNKNOWN || lexicon.text(*word).ends_with('s'))
    };
    let plurals: Vec<Word> = plurals.filter(plural).collect();
    let is = |word: Word, class| [word, lexicon.entry(word).noun].iter().any(|&word| classes.is(word, class));
    let firms = plurals.iter().any(|&word| is(word, Class::CompanyRole));
    let mut members: Vec<Word> =
        plurals.into_iter().filter(|&word| is(word, Class::Bargainer) || is(word, Class::CompanyRole)).collect();
    members.extend(firms.then(|| lexicon.word("employers")));
    members
}

/// Tells whether a noun in the name of a body is used for it alone ("the federation").
fn is_head(classes: &Classes, word: Word) -> bool {
    [Class::UnionHead, Class::BodyHead, Class::MovementHead, Class::Actor].iter().any(|&class| classes.is(word, class))
}

/// Tells whether the words of a name stand at `at`; behind a given name a single word is a surname.
fn fits(form: &[String], common: bool, tokens: &[Token], at: usize, text: &str) -> bool {
    let Some(here) = tokens.get(at..at + form.len()) else { return false };
    let same = here.iter().zip(form).all(|(token, word)| {
        token.span.of(text).eq_ignore_ascii_case(word) && (common || token.capital || is_small(word))
    });
    let surname = form.len() == 1 && at > 0 && tokens[at - 1].tag == Tag::Proper && tokens[at - 1].capital;
    same && (common || !surname)
}

/// "of", "for", "and", a comma, a number and the genitive inside a name.
fn is_small(word: &str) -> bool {
    word.starts_with(|first: char| first.is_lowercase() || first.is_numeric() || ['\'', '’', ',', '&'].contains(&first))
}

fn count(dossier: &Dossier, found: &[Name], counts: &mut Vec<(PartyIx, usize)>) {
    for name in found {
        let party = match name.entity {
            Entity::Party { party, .. } => party,
            Entity::Person(person) => dossier.person(person).party,
        };
        note(counts, party);
    }
}

/// Counts a party once more.
fn note(counts: &mut Vec<(PartyIx, usize)>, party: PartyIx) {
    match counts.iter_mut().find(|(known, _)| *known == party) {
        Some(entry) => entry.1 += 1,
        None => counts.push((party, 1)),
    }
}

/// How often `own` names a party.
fn times(own: &[(PartyIx, usize)], party: PartyIx) -> usize {
    own.iter().find(|(known, _)| *known == party).map_or(0, |&(_, count)| count)
}

/// The bodies led by a statesman of the dossier that bargain here: an army or a movement that is named at all, a political
/// party that is named more often than the state.
fn seated(dossier: &Dossier, own: &[(PartyIx, usize)]) -> Vec<PartyIx> {
    let people = dossier.people().iter().filter_map(|person| Some((person.body?, person.party)));
    let bargains = |&(body, state): &(PartyIx, PartyIx)| {
        let count = times(own, body);
        let fights = dossier.party(body).kind == PartyKind::Movement;
        count > 0 && (fights || count > times(own, state))
    };
    people.filter(bargains).map(|(body, _)| body).collect()
}

/// The names that parties share, for those that `own` names by another.
fn shared(dossier: &Dossier, own: &[(PartyIx, usize)]) -> Vec<(Vec<String>, PartyIx)> {
    let named = own.iter().flat_map(|&(party, _)| {
        dossier.party(party).forms.shared.iter().map(move |name| (name.split(' ').map(str::to_owned).collect(), party))
    });
    let mut names: Vec<(Vec<String>, PartyIx)> = named.collect();
    // "Social Democrats" of an article on two of them are neither.
    let many: Vec<Vec<String>> = names.iter().map(|(name, _)| name.clone()).collect();
    names.retain(|(name, _)| many.iter().filter(|other| *other == name).count() == 1);
    names
}

/// Makes parties of what was gathered: those with a name, the enterprise, and those without a name for whom
/// nobody with a name can be meant.
fn open_parties(dossier: &Dossier, gathered: &Gathered, counts: &[(PartyIx, usize)]) -> Vec<OpenParty> {
    let mut open: Vec<OpenParty> = gathered.named.iter().map(|named| named_party(named, gathered)).collect();
    for party in &mut open {
        join_acronym(party, gathered);
    }
    let has = |kind: PartyKind| {
        open.iter().any(|party| party.kind == kind) || counts.iter().any(|&(ix, _)| dossier.party(ix).kind == kind)
    };
    let labour = gathered.unnamed.iter().any(|named| named.kind == PartyKind::Union);
    let (has_union, has_movement) = (has(PartyKind::Union), has(PartyKind::Movement));
    let has_company = has(PartyKind::Company);
    if (gathered.company || has_union || labour) && !open.iter().any(|party| party.kind == PartyKind::Company) {
        open.extend(company(&gathered.solos, &open));
    }
    open.extend(tabled(gathered, &open));
    open.extend(gathered.town.iter().map(|words| town_party(words)));
    let added = |kind| open.iter().any(|party| party.kind == kind);
    let (has_union, has_company) = (has_union || added(PartyKind::Union), has_company || added(PartyKind::Company));
    if let Some(union) = union_of(gathered, &mut open) {
        union.kind = PartyKind::Union;
    }
    let association = open.iter().any(|party| party.kind == PartyKind::Organisation && party.called.is_some());
    let has_union = has_union || open.iter().any(|party| party.kind == PartyKind::Union);
    for named in &gathered.unnamed {
        let head = named.words.last().map(String::as_str).unwrap_or_default();
        let place = named.words.first().map(String::as_str).unwrap_or_default();
        let has_word = |party: &OpenParty, word: &str| {
            let name = party.name.to_lowercase();
            name.split(' ').any(|known| known.trim_end_matches(['\'', '’']) == word)
        };
        let covered = open.iter().any(|party| has_word(party, head) || has_word(party, &place.to_lowercase()));
        let union = named.kind == PartyKind::Union && named.words.len() == 1;
        if let Some(people) = open.iter_mut().find(|party| union && party.several && party.kind == PartyKind::Group) {
            // "the union" of an article that speaks of "players" is theirs.
            people.kind = PartyKind::Union;
            continue;
        }
        let members = has_union && matches!(named.kind, PartyKind::Union | PartyKind::Group);
        // "the rebels" are the movement that the text names.
        let fighters = named.kind == PartyKind::Movement && has_movement;
        let hands = has_union || labour || gathered.unnamed.iter().any(|other| other.kind == PartyKind::Group);
        if named.kind == PartyKind::Company && (!hands || has_company || association) {
            continue;
        }
        let people =
            matches!(named.kind, PartyKind::Group | PartyKind::Movement | PartyKind::Union | PartyKind::Company);
        // "the government" of an article that names no state twice.
        let stateless = !gathered.governed
            && !counts.iter().any(|&(ix, count)| count > 1 && dossier.party(ix).kind == PartyKind::State);
        let rules = head.eq_ignore_ascii_case("government") && stateless;
        if !covered && !members && !fighters && (named.words.len() > 1 || people || rules) {
            open.push(unnamed_party(named, gathered));
        }
    }
    let mut slugs: Vec<String> = Vec::new();
    open.retain(|party| {
        let new =
            !party.slug.is_empty() && dossier.party_by_slug(&party.slug).is_none() && !slugs.contains(&party.slug);
        slugs.push(party.slug.clone());
        new
    });
    open
}

fn named_party(named: &Named, gathered: &Gathered) -> OpenParty {
    let mut words = named.words.clone();
    if let Some(local) = words.iter().position(|word| word.eq_ignore_ascii_case("local")).filter(|&at| at > 0) {
        words.truncate(local);
    }
    let mut forms = vec![named.words.clone()];
    if words.len() < named.words.len() {
        forms.push(words.clone());
        forms.push(named.words[words.len()..].to_vec());
    }
    let short = (named.kind == PartyKind::Company)
        .then(|| gathered.solos.iter().find(|solo| solo.word == words[0] && solo.is_alone()));
    if let Some(solo) = short.flatten() {
        forms.push(vec![solo.word.clone()]);
    }
    // The slug is the commoner of the two names.
    let short = short.flatten().filter(|solo| solo.count > named.count);
    let slug = match (&named.acronym, short) {
        (Some(acronym), _) => {
            forms.push(vec![acronym.clone()]);
            slug(std::slice::from_ref(acronym))
        }
        (None, Some(solo)) => slug(std::slice::from_ref(&solo.word)),
        (None, None) => slug(&words),
    };
    // "the Liberals"
    let several = named.kind == PartyKind::Group && named.words.last().is_some_and(|last| last.ends_with('s'));
    let name = joined(&named.words);
    OpenParty { slug, name, kind: named.kind, forms, common: false, several, called: None, town: false }
}

/// A town whose council acts.
fn town_party(words: &[String]) -> OpenParty {
    OpenParty {
        slug: slug(words),
        name: joined(words),
        kind: PartyKind::Organisation,
        forms: vec![words.to_vec(), vec!["City".to_owned(), "hall".to_owned()]],
        common: false,
        several: false,
        called: None,
        town: true,
    }
}

/// The acronym that is a union, though the text says so nowhere beside it: the only one of an article that speaks of "the
/// union", or one that ends as players' associations do.
fn union_of<'o>(gathered: &Gathered, open: &'o mut [OpenParty]) -> Option<&'o mut OpenParty> {
    let spoken = |text: &str| gathered.unnamed.iter().any(|named| named.words.len() == 1 && named.words[0] == text);
    let free = |party: &OpenParty| party.kind == PartyKind::Group && is_acronym(party);
    let players = |party: &OpenParty| free(party) && party.slug.len() > 3 && party.slug.ends_with("pa");
    if open.iter().any(|party| party.kind == PartyKind::Union) {
        return None;
    }
    let only = open.iter().filter(|party| free(party)).count() == 1 && spoken("union");
    let sport = spoken("players");
    open.iter_mut().find(|party| sport && players(party) || only && free(party))
}

/// Tells whether a party is called by an acronym.
fn is_acronym(party: &OpenParty) -> bool {
    !party.common
        && party.forms.iter().any(|form| {
            let capitals = form[0].chars().filter(|c| c.is_uppercase()).count();
            form.len() == 1 && capitals > 1
        })
}

/// The enterprise of an article that speaks of "the company" or of a union: the name that acts most, or meets the
/// others, and is nobody's surname.
fn company(solos: &[Solo], open: &[OpenParty]) -> Option<OpenParty> {
    let surname = |word: &String| solos.iter().any(|solo| solo.other && solo.count > 0 && solo.word == *word);
    let called = |solo: &Solo| solo.called.is_some_and(|(kind, _)| kind == PartyKind::Company);
    let weight = |solo: &Solo| {
        let person = solo.longest.iter().skip(1).any(surname);
        solo.acts + solo.meets + if person { 0 } else { solo.leads } + 2 * solo.bargains
    };
    // "Ana Gil … Gil"
    let person = |solo: &Solo| solo.count == 0 && solo.longest.iter().skip(1).any(surname);
    let free = |solo: &&Solo| {
        solo.is_sure()
            && !solo.other
            && !person(solo)
            && !is_taken(solo, open)
            && (called(solo) || solo.called.is_none())
    };
    let shown = |solo: &&Solo| called(solo) || solo.bargains > 0 || solo.acts + solo.meets + solo.leads > 1;
    let fits = solos.iter().filter(free).filter(shown).filter(|solo| called(solo) || weight(solo) > 0);
    let chosen = fits.max_by_key(|solo| (called(solo), weight(solo), solo.count))?;
    Some(named_by(chosen, PartyKind::Company))
}

/// Names without a form of their own that are met at the table: acronyms, and names of one word, or called by
/// their first word for short as no person is.
fn tabled(gathered: &Gathered, open: &[OpenParty]) -> Vec<OpenParty> {
    let solos = &gathered.solos;
    let dealt = solos.iter().any(|solo| solo.bargains > 0 && !solo.other);
    // "The CDA could live with it": an abbreviation that acts again and again beside those who bargain.
    let abbreviated = |solo: &Solo| {
        let short = |c: &char| c.is_uppercase() || c.is_numeric();
        let capitals = solo.word.chars().filter(short).count();
        capitals > 1
            && solo.word.starts_with(char::is_uppercase)
            && dealt
            && (solo.acts > 1 || solo.acts > 0 && solo.count > 2)
    };
    // "Kaluma, Ostra and Benwe": who is listed with one that bargains, and acts again, sits with it.
    let bargaining = |word: &String| solos.iter().any(|solo| solo.word == *word && solo.bargains > 0 && !solo.other);
    let listed = |solo: &Solo| {
        let with = |list: &Vec<String>| list.contains(&solo.word) && list.iter().any(bargaining);
        solo.count > 1 && solo.acts > 0 && gathered.listed.iter().any(with)
    };
    // "the owners' association Selby"
    let association = |solo: &Solo| solo.called.is_some_and(|(kind, _)| kind == PartyKind::Organisation);
    let bargains = |solo: &Solo| solo.bargains > 0 || abbreviated(solo) || listed(solo) || association(solo);
    // "New Horizon wants": a name of two words that bargains again and again, and is not called by the second alone.
    let last = |solo: &Solo| solo.longest.last().and_then(|last| solos.iter().find(|other| other.word == *last));
    let whole = |solo: &Solo| {
        let surname = last(solo).is_some_and(|last| last.count > 0);
        solo.longest.len() == 2 && solo.bargains > 1 && !surname
    };
    let named = |solo: &Solo| solo.is_alone() || solo.called.is_some() || whole(solo);
    let fits = solos
        .iter()
        .filter(|solo| solo.is_sure() && bargains(solo) && named(solo) && !solo.other && !is_taken(solo, open));
    fits.map(|solo| named_by(solo, solo.called.map_or(PartyKind::Group, |(kind, _)| kind))).collect()
}

/// Tells whether one of the parties bears the name already.
fn is_taken(solo: &Solo, open: &[OpenParty]) -> bool {
    open.iter().any(|party| {
        let named = party.forms.iter().flatten().any(|word| word.eq_ignore_ascii_case(&solo.word));
        named || party.forms.iter().any(|form| is_acronym_of(&solo.word, form))
    })
}

/// Joins to a party the acronym that the text uses without saying whose it is; it is called by that where the text
/// does so more often.
fn join_acronym(party: &mut OpenParty, gathered: &Gathered) {
    let of = |solo: &&Solo| solo.count > 0 && is_acronym_of(&solo.word, &party.forms[0]);
    let Some(solo) = gathered.solos.iter().find(of) else { return };
    if party.forms.len() == 1 && solo.count > gathered.count(&party.name) {
        party.slug = slug(std::slice::from_ref(&solo.word));
    }
    party.forms.push(vec![solo.word.clone()]);
}

/// Tells whether the letters of `word` begin the words of a name: "GM" for "General Motors".
fn is_acronym_of(word: &str, name: &[String]) -> bool {
    let initials = name.iter().filter_map(|part| part.chars().next()).filter(|initial| initial.is_uppercase());
    name.len() > 1 && word.chars().eq(initials)
}

/// The party that a name of one word stands for, with the longer name that begins with it; called by that where the
/// text uses it as often.
fn named_by(chosen: &Solo, kind: PartyKind) -> OpenParty {
    let single: Vec<String> = chosen.word.split(' ').map(str::to_owned).collect();
    let mut forms = vec![single.clone()];
    if chosen.longest.len() > single.len() {
        forms.insert(0, chosen.longest.clone());
        // "New" of "New Horizon" stands for nobody.
        forms.truncate(if !chosen.is_alone() && chosen.called.is_none() { 1 } else { 2 });
    }
    let name = joined(forms.first().unwrap_or(&single));
    let commonest = if chosen.longer >= chosen.count { forms.first().unwrap_or(&single) } else { &single };
    OpenParty {
        slug: slug(commonest),
        name,
        kind,
        forms,
        common: false,
        several: false,
        called: chosen.called.map(|(_, noun)| noun),
        town: false,
    }
}

/// A body without a name is called after the place that the other parties are called after.
fn unnamed_party(named: &Named, gathered: &Gathered) -> OpenParty {
    let place = gathered.named.iter().filter(|_| named.kind == PartyKind::Organisation).find_map(|other| {
        let first = other.words.first().filter(|_| other.words.len() > 2)?;
        gathered.solos.iter().any(|solo| solo.word == *first && solo.count > 0).then(|| first.clone())
    });
    let words: Vec<String> = place.into_iter().chain(named.words.iter().cloned()).collect();
    let forms = vec![named.words.clone()];
    let several = matches!(named.kind, PartyKind::Group | PartyKind::Movement | PartyKind::Company);
    OpenParty {
        slug: slug(&words),
        name: joined(&words),
        kind: named.kind,
        forms,
        common: true,
        several,
        called: None,
        town: false,
    }
}

/// Words in lower case with hyphens, marks left out: "peoples-party".
fn slug(words: &[String]) -> String {
    let mut slug = String::new();
    for word in words.iter().filter(|word| !matches!(word.as_str(), "'" | "’")) {
        if matches!(word.as_str(), "'s" | "’s") {
            slug.push('s');
            continue;
        }
        let plain: String = word.to_lowercase().chars().filter(|c| c.is_alphanumeric() || *c == '-').collect();
        if !slug.is_empty() && !plain.is_empty() {
            slug.push('-');
        }
        slug.push_str(&plain);
    }
    slug
}

/// Words with spaces between them, genitives attached.
fn joined(words: &[String]) -> String {
    words
        .join(" ")
        .replace(" ,", ",")
        .replace(" 's", "'s")
        .replace(" ’s", "’s")
        .replace("s '", "s'")
        .replace("s ’", "s’")
}
