//! Reads the word lists compiled in and builds every form of their lemmas.
//!
//! The order is that of authority: closed classes, then the reviewed words, then the long list; what an earlier
//! list says of a word, a later one does not change. A test holds that every line of the lists is understood.

use std::collections::{HashMap, HashSet};

use foldhash::fast::FixedState;

use super::super::{Tag, Word};
use super::{Classes, Frames, Lexicon, forms};

const CLOSED: &str = include_str!("../../../data/lexicon/closed.txt");
const REVIEWED: &str = include_str!("../../../data/lexicon/reviewed.txt");
const WORDS: &str = include_str!("../../../data/lexicon/words.txt");
const IRREGULAR: &str = include_str!("../../../data/lexicon/irregular.txt");
const FRAMES: &str = include_str!("../../../data/lexicon/frames.txt");

type Map<V> = HashMap<&'static str, V, FixedState>;
type Set = HashSet<&'static str, FixedState>;

/// The lemmas whose forms are not regular.
#[derive(Default)]
struct Irregular {
    verbs: Map<(&'static str, &'static str)>,
    nouns: Map<&'static str>,
    doubles: Set,
}

/// Fills `lexicon` with the lists compiled in.
pub(super) fn builtin(lexicon: &mut Lexicon) {
    for line in lines(CLOSED) {
        closed(lexicon, line);
    }
    let mut builder = Builder { irregular: irregular(), form: String::with_capacity(64), lexicon };
    for line in lines(REVIEWED) {
        let Some((letters, words)) = line.split_once(' ') else { continue };
        for word in words.split(' ') {
            builder.lemma(word, letters, true);
        }
    }
    // Twenty thousand lines, at every start of the program: to look for the byte costs less than for the character.
    for line in lines(WORDS) {
        if let Some(space) = line.bytes().position(|byte| byte == b' ') {
            builder.lemma(&line[..space], &line[space + 1..], false);
        }
    }
    for line in lines(FRAMES) {
        frames(lexicon, line);
    }
}

fn lines(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn closed(lexicon: &mut Lexicon, line: &'static str) {
    let mut parts = line.split(' ');
    let word = lexicon.intern_lower(parts.next().unwrap_or(""));
    let mut lemma = word;
    for part in parts {
        if let Some(text) = part.strip_prefix('=') {
            lemma = lexicon.intern_lower(text);
        } else if let Some(tag) = tag_named(part) {
            add(lexicon, word, tag, Word::UNKNOWN);
        }
    }
    let entry = lexicon.entry_mut(word);
    entry.closed = true;
    entry.verb = lemma;
    entry.noun = lemma;
}

fn frames(lexicon: &mut Lexicon, line: &'static str) {
    let mut parts = line.split(' ');
    let Some(frame) = parts.next().and_then(Frames::named) else { return };
    for part in parts {
        let word = lexicon.intern_lower(part);
        let entry = lexicon.entry_mut(word);
        entry.frames = entry.frames | frame;
    }
}

fn irregular() -> Irregular {
    let mut found = Irregular::default();
    for line in lines(IRREGULAR) {
        let mut parts = line.split(' ');
        match (parts.next(), parts.next(), parts.next(), parts.next()) {
            (Some("v"), Some(base), Some(past), Some(participle)) => {
                found.verbs.insert(base, (past, participle));
            }
            (Some("n"), Some(singular), Some(plural), None) => {
                found.nouns.insert(singular, plural);
            }
            (Some("d"), Some(base), None, None) => {
                found.doubles.insert(base);
            }
            _ => {}
        }
    }
    found
}

/// Adds lemmas with all their forms.
struct Builder<'a> {
    irregular: Irregular,
    form: String,
    lexicon: &'a mut Lexicon,
}

impl Builder<'_> {
    /// Adds the lemma `text`, unless the reviewed list has spoken on it.
    fn lemma(&mut self, text: &'static str, letters: &str, reviewed: bool) {
        let word = self.lexicon.intern_lower(text);
        let entry = self.lexicon.entry_mut(word);
        if entry.reviewed {
            return;
        }
        entry.reviewed = reviewed;
        for letter in letters.bytes() {
            match letter {
                b'N' => self.noun(text, word),
                b'V' => self.verb(text, word),
                b'A' => add(self.lexicon, word, Tag::Adjective, Word::UNKNOWN),
                b'R' => add(self.lexicon, word, Tag::Adverb, Word::UNKNOWN),
                _ => {}
            }
        }
    }

    fn noun(&mut self, text: &str, word: Word) {
        let plural = self.irregular.nouns.get(text).copied();
        let tag = if plural == Some(text) { Tag::Plural } else { Tag::Noun };
        add(self.lexicon, word, tag, word);
        match plural {
            Some(plural) => self.put(plural, Tag::Plural, word, tag == Tag::Plural),
            None if text.ends_with("ics") || text == "news" => {}
            None => {
                forms::with_s(text, &mut self.form);
                self.put_form(Tag::Plural, word);
                if text.ends_with('o') && self.form.ends_with("es") {
                    self.form.truncate(text.len());
                    self.form.push('s');
                    self.put_form(Tag::Plural, word);
                }
            }
        }
    }

    fn verb(&mut self, text: &str, word: Word) {
        add(self.lexicon, word, Tag::Base, word);
        add(self.lexicon, word, Tag::Present, word);
        forms::with_s(text, &mut self.form);
        self.put_form(Tag::Present, word);
        let listed = self.irregular.doubles.contains(text);
        let doubles = listed || forms::short_doubles(text);
        forms::with_ing(text, doubles, &mut self.form);
        self.put_form(Tag::Gerund, word);
        if let Some(&(past, participle)) = self.irregular.verbs.get(text) {
            past.split('/').for_each(|form| self.put(form, Tag::Past, word, false));
            participle.split('/').for_each(|form| self.put(form, Tag::Participle, word, false));
        } else {
            self.past(text, doubles, word);
        }
        // "travel" has two spellings: traveled and travelled.
        if listed && text.ends_with('l') {
            self.past(text, false, word);
            forms::with_ing(text, false, &mut self.form);
            self.put_form(Tag::Gerund, word);
        }
    }

    fn past(&mut self, text: &str, doubles: bool, word: Word) {
        forms::with_ed(text, doubles, &mut self.form);
        let form = self.lexicon.intern_lower(&self.form);
        add(self.lexicon, form, Tag::Past, word);
        add(self.lexicon, form, Tag::Participle, word);
    }

    fn put_form(&mut self, tag: Tag, lemma: Word) {
        let form = self.lexicon.intern_lower(&self.form);
        add(self.lexicon, form, tag, lemma);
    }

    fn put(&mut self, form: &str, tag: Tag, lemma: Word, same: bool) {
        let form = if same { lemma } else { self.lexicon.intern_lower(form) };
        add(self.lexicon, form, tag, lemma);
    }
}

/// Adds a class to a form; the first that is added is the preferred one.
fn add(lexicon: &mut Lexicon, form: Word, tag: Tag, lemma: Word) {
    let entry = lexicon.entry_mut(form);
    let nominal = Classes::NOUNS.has(tag);
    if entry.closed {
        return;
    }
    if entry.classes.is_empty() {
        entry.preferred = tag;
    }
    entry.classes = entry.classes | Classes::one(tag);
    if lemma == Word::UNKNOWN {
        return;
    }
    let slot = if nominal { &mut entry.noun } else { &mut entry.verb };
    if *slot == Word::UNKNOWN {
        *slot = lemma;
    }
}

fn tag_named(name: &str) -> Option<Tag> {
    Some(match name {
        "Noun" => Tag::Noun,
        "Plural" => Tag::Plural,
        "Proper" => Tag::Proper,
        "Pronoun" => Tag::Pronoun,
        "Possessive" => Tag::Possessive,
        "Genitive" => Tag::Genitive,
        "Determiner" => Tag::Determiner,
        "Number" => Tag::Number,
        "Adjective" => Tag::Adjective,
        "Adverb" => Tag::Adverb,
        "Negation" => Tag::Negation,
        "Preposition" => Tag::Preposition,
        "To" => Tag::To,
        "Coordinator" => Tag::Coordinator,
        "Subordinator" => Tag::Subordinator,
        "Relative" => Tag::Relative,
        "Existential" => Tag::Existential,
        "Modal" => Tag::Modal,
        "Base" => Tag::Base,
        "Present" => Tag::Present,
        "Past" => Tag::Past,
        "Participle" => Tag::Participle,
        "Gerund" => Tag::Gerund,
        "Other" => Tag::Other,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_lists_is_understood() {
        for line in lines(CLOSED) {
            assert!(line.split(' ').skip(1).all(|part| part.starts_with('=') || tag_named(part).is_some()), "{line}");
        }
        for line in lines(WORDS) {
            let letters = line.split_once(' ').map_or("?", |(_, letters)| letters);
            assert!(letters.bytes().all(|letter| b"NVAR".contains(&letter)), "{line}");
        }
        for line in lines(REVIEWED) {
            assert!(line.split(' ').next().is_some_and(|it| it.bytes().all(|byte| b"NVAR".contains(&byte))), "{line}");
        }
        for line in lines(IRREGULAR) {
            let count = line.split(' ').count();
            let expected = match line.as_bytes()[0] {
                b'v' => 4,
                b'n' => 3,
                b'd' => 2,
                _ => 0,
            };
            assert_eq!(count, expected, "{line}");
        }
        for line in lines(FRAMES) {
            assert!(line.split(' ').next().and_then(Frames::named).is_some(), "{line}");
        }
    }

    #[test]
    fn a_closed_word_gets_no_open_class() {
        let lexicon = Lexicon::builtin();
        let classes = lexicon.classes(lexicon.word("must"));
        assert!(classes.has(Tag::Modal) && !classes.has(Tag::Base));
    }
}
