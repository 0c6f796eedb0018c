//! The words of English: which classes a form can have, which is the commonest, and its dictionary forms.
//!
//! The lists are compiled in from `data/lexicon/`; inflected forms are built when the lexicon is. It does not
//! know sentences. Equal words, whatever their case or kind of apostrophe, have equal numbers.

mod classes;
mod forms;
mod load;
mod sought;

use foldhash::fast::FixedState;
use hashbrown::{HashTable, hash_table};

use super::{Tag, Word, named};
pub use classes::{Classes, Frames};
use sought::{Short, Sought};

/// The longest word that is put in lower case without allocating, in bytes.
const SHORT: usize = 48;

/// What is known of one form.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    start: u32,
    len: u16,
    /// Whether later lists may not add classes.
    closed: bool,
    /// Whether the reviewed list has spoken on this lemma.
    reviewed: bool,
    /// The commonest class, [`Tag::Other`] where none is known.
    pub preferred: Tag,
    /// What its lemma takes (only on the lemma; [`Lexicon::frames`] follows the links).
    frames: Frames,
    /// Every class the form can have.
    pub classes: Classes,
    /// The dictionary form as a noun; unknown where it has none.
    pub noun: Word,
    /// The dictionary form as a verb, or of a word of a closed class; unknown where it has none.
    pub verb: Word,
}

/// A word in the table: its number, and enough of its letters to tell most others without a look at the text.
#[derive(Debug, Clone, Copy)]
struct Slot {
    key: [u8; 8],
    word: Word,
}

/// The word table.
#[derive(Debug, Clone)]
pub struct Lexicon {
    text: String,
    entries: Vec<Entry>,
    table: HashTable<Slot>,
    hasher: FixedState,
}

impl Lexicon {
    /// Builds the lexicon from the lists compiled in.
    #[must_use]
    pub fn builtin() -> Self {
        let mut lexicon = Self::empty();
        lexicon.fill();
        lexicon
    }

    /// Adds the words of the lists compiled in; words that were interned before keep their numbers.
    pub(super) fn fill(&mut self) {
        load::builtin(self);
    }

    /// A lexicon with no words but those asked for by name.
    pub(super) fn empty() -> Self {
        let mut lexicon = Self {
            text: String::with_capacity(640 << 10),
            entries: Vec::with_capacity(64 << 10),
            // Room for all words of the lists and a dossier in the smallest table that holds them.
            table: HashTable::with_capacity(56 << 10),
            hasher: FixedState::with_seed(7),
        };
        // Number 0 is the unknown word.
        lexicon.entries.push(Entry::new(0, 0));
        for word in named::TEXTS {
            lexicon.intern_lower(word);
        }
        lexicon
    }

    /// Returns the number of `word` in lower case, adding it where it is new.
    pub fn intern(&mut self, word: &str) -> Word {
        let mut buffer = [0; SHORT];
        match lower_into(word, &mut buffer).and_then(|lower| std::str::from_utf8(lower).ok()) {
            Some(lower) => self.intern_lower(lower),
            None => self.intern_lower(&lowered(word)),
        }
    }

    fn intern_lower(&mut self, word: &str) -> Word {
        let Self { text, entries, table, hasher } = self;
        let sought = Sought::of(word.as_bytes());
        let key = sought.key();
        let same = |slot: &Slot| slot.key == key && sought.is(|| form(text, entries, slot.word));
        let rehash = |slot: &Slot| Sought::of(form(text, entries, slot.word)).hash(hasher);
        let slot = match table.entry(sought.hash(hasher), same, rehash) {
            hash_table::Entry::Occupied(found) => return found.get().word,
            hash_table::Entry::Vacant(slot) => slot,
        };
        let (Ok(len @ 1..), Ok(start), Ok(number @ ..0x100_0000)) =
            (u16::try_from(word.len()), u32::try_from(text.len()), u32::try_from(entries.len()))
        else {
            return Word::UNKNOWN;
        };
        let id = Word::new(number, word.as_bytes());
        slot.insert(Slot { key, word: id });
        text.push_str(word);
        entries.push(Entry::new(start, len));
        id
    }

    /// Returns the number of `word`, whatever its case; [`Word::UNKNOWN`] where it is not in the table.
    #[must_use]
    pub fn word(&self, word: &str) -> Word {
        if let Some(short) = Short::of(word.as_bytes()) {
            return self.find(&Sought::Short(short));
        }
        let mut buffer = [0; SHORT];
        if let Some(lower) = lower_into(word, &mut buffer) {
            return self.find(&Sought::of(lower));
        }
        self.find(&Sought::of(lowered(word).as_bytes()))
    }

    /// Returns the lower-case form; the empty string for [`Word::UNKNOWN`].
    #[must_use]
    pub fn text(&self, word: Word) -> &str {
        let entry = self.entry(word);
        let start = entry.start as usize;
        self.text.get(start..start + usize::from(entry.len)).unwrap_or("")
    }

    /// Returns what is known of `word`.
    #[must_use]
    pub fn entry(&self, word: Word) -> &Entry {
        self.entries.get(word.number()).unwrap_or(&self.entries[0])
    }

    /// Returns the classes `word` can have; none for a word that is unknown or was only interned.
    #[must_use]
    pub fn classes(&self, word: Word) -> Classes {
        self.entry(word).classes
    }

    /// Returns what `word` or its lemma takes: a clause, an infinitive and so on.
    #[must_use]
    pub fn frames(&self, word: Word) -> Frames {
        let entry = self.entry(word);
        entry.frames | self.entry(entry.noun).frames | self.entry(entry.verb).frames
    }

    /// Returns the dictionary form of `word` used as `tag`; the word itself where it has no other.
    #[must_use]
    pub fn lemma_of(&self, word: Word, tag: Tag) -> Word {
        let entry = self.entry(word);
        let lemma = match tag {
            Tag::Noun | Tag::Plural | Tag::Proper => entry.noun,
            Tag::Adjective if !entry.classes.has(Tag::Adjective) => entry.verb,
            Tag::Adjective | Tag::Adverb => Word::UNKNOWN,
            _ => entry.verb,
        };
        if lemma == Word::UNKNOWN { word } else { lemma }
    }

    fn entry_mut(&mut self, word: Word) -> &mut Entry {
        let at = if word.number() < self.entries.len() { word.number() } else { 0 };
        &mut self.entries[at]
    }

    fn find(&self, sought: &Sought) -> Word {
        let key = sought.key();
        let same = |slot: &Slot| slot.key == key && sought.is(|| form(&self.text, &self.entries, slot.word));
        self.table.find(sought.hash(&self.hasher), same).map(|slot| slot.word).unwrap_or_default()
    }
}

impl Entry {
    fn new(start: u32, len: u16) -> Self {
        Self {
            start,
            len,
            closed: false,
            reviewed: false,
            preferred: Tag::Other,
            frames: Frames::NONE,
            classes: Classes::NONE,
            noun: Word::UNKNOWN,
            verb: Word::UNKNOWN,
        }
    }
}

fn form<'a>(text: &'a str, entries: &[Entry], word: Word) -> &'a [u8] {
    let entry = &entries[word.number()];
    &text.as_bytes()[entry.start as usize..entry.start as usize + usize::from(entry.len)]
}

/// Writes the lower-case form of an ASCII word (curly apostrophes allowed) to `buffer`.
fn lower_into<'a>(word: &str, buffer: &'a mut [u8; SHORT]) -> Option<&'a [u8]> {
    let mut len = 0;
    let mut bytes = word.as_bytes();
    if bytes.len() > SHORT {
        return None;
    }
    if bytes.is_ascii() {
        let lower = &mut buffer[..bytes.len()];
        lower.copy_from_slice(bytes);
        lower.make_ascii_lowercase();
        return Some(lower);
    }
    while let [first, rest @ ..] = bytes {
        bytes = rest;
        buffer[len] = if first.is_ascii() {
            first.to_ascii_lowercase()
        } else if let [0x80, 0x98 | 0x99, rest @ ..] = rest
            && *first == 0xE2
        {
            bytes = rest;
            b'\''
        } else {
            return None;
        };
        len += 1;
    }
    Some(&buffer[..len])
}

fn lowered(word: &str) -> String {
    word.to_lowercase().replace(['’', '‘'], "'")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_in_any_case_and_with_either_apostrophe() {
        let lexicon = Lexicon::builtin();
        assert_ne!(lexicon.word("demand"), Word::UNKNOWN);
        assert_eq!(lexicon.word("DEMAND"), lexicon.word("demand"));
        assert_eq!(lexicon.word("N’T"), lexicon.word("n't"));
        assert_eq!(lexicon.text(lexicon.word("Demands")), "demands");
        assert_eq!(lexicon.word("xyzzyx"), Word::UNKNOWN);
        assert_eq!(lexicon.text(Word::UNKNOWN), "");
    }

    #[test]
    fn a_new_word_gets_a_number_of_its_own_and_keeps_it() {
        let mut lexicon = Lexicon::builtin();
        let word = lexicon.intern("Hermon");
        assert_ne!(word, Word::UNKNOWN);
        assert_eq!(lexicon.intern("HERMON"), word);
        assert_eq!(lexicon.word("hermon"), word);
        assert_eq!(lexicon.intern("Šaraa"), lexicon.word("šaraa"));
        assert_eq!(lexicon.intern(""), Word::UNKNOWN);
    }

    #[test]
    fn a_form_leads_to_its_lemma_for_its_tag() {
        let lexicon = Lexicon::builtin();
        for (form, tag, lemma) in [
            ("demands", Tag::Plural, "demand"),
            ("demands", Tag::Present, "demand"),
            ("withdrew", Tag::Past, "withdraw"),
            ("withdrawn", Tag::Participle, "withdraw"),
            ("committed", Tag::Participle, "commit"),
            ("travelling", Tag::Gerund, "travel"),
            ("denies", Tag::Present, "deny"),
            ("lying", Tag::Gerund, "lie"),
            ("refusing", Tag::Gerund, "refuse"),
            ("vetoes", Tag::Plural, "veto"),
            ("countries", Tag::Plural, "country"),
            ("men", Tag::Plural, "man"),
            ("left", Tag::Past, "leave"),
            ("left", Tag::Adjective, "left"),
            ("proposed", Tag::Adjective, "propose"),
            ("meeting", Tag::Noun, "meeting"),
            ("meetings", Tag::Plural, "meeting"),
            ("wo", Tag::Modal, "will"),
            ("n't", Tag::Negation, "not"),
            ("was", Tag::Past, "be"),
        ] {
            assert_eq!(lexicon.text(lexicon.lemma_of(lexicon.word(form), tag)), lemma, "{form}");
        }
    }

    #[test]
    fn words_of_negotiations_prefer_the_reading_they_have_in_news() {
        let lexicon = Lexicon::builtin();
        for (form, tag) in [
            ("demand", Tag::Noun),
            ("demands", Tag::Plural),
            ("seeks", Tag::Present),
            ("talks", Tag::Plural),
            ("refused", Tag::Past),
            ("given", Tag::Participle),
            ("meeting", Tag::Noun),
            ("rejecting", Tag::Gerund),
            ("the", Tag::Determiner),
        ] {
            assert_eq!(lexicon.entry(lexicon.word(form)).preferred, tag, "{form}");
        }
    }
}
