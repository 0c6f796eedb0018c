//! The words that name the points of negotiations, from `data/language/points.txt`, and who the parties of the
//! world are, so that "Turkish presence" is told from "Israeli presence".
//!
//! It knows words, not claims. Words are compared in a normal form that spelling on either side of the Atlantic, case
//! and the kind of apostrophe do not change.

use std::sync::OnceLock;

use foldhash::{HashMap, HashMapExt as _};

use crate::dossier::World;
use crate::language::lexicon::Lexicon;

const SOURCE: &str = include_str!("../../../data/language/points.txt");

/// How many words a gap takes.
pub(super) const GAP: usize = 5;
/// The most words of a party's name that are looked up together.
pub(super) const NAME: usize = 4;

/// What a word or phrase does in a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// It is against what it acts on.
    End,
    /// It is for what it acts on, or leaves it as it is.
    Make,
    /// It says nothing where something hangs on it.
    Light,
    /// It adds nothing behind the name of a point.
    Carrier,
    /// It makes a point of its own of what hangs on it; the number of its name.
    Apart(usize),
    /// It names a point.
    Point {
        /// The number of its name.
        name: usize,
        /// Whether it means the opposite.
        against: bool,
    },
}

/// A phrase: its words behind the first, each with whether a gap may stand before it, and what it does.
#[derive(Debug, Clone)]
pub(super) struct Phrase {
    pub(super) rest: Vec<(bool, String)>,
    pub(super) role: Role,
}

/// The vocabulary with the word table that it was read with.
#[derive(Debug)]
pub(super) struct Vocabulary {
    pub(super) lexicon: Lexicon,
    /// Phrases by their first word, the longest first.
    phrases: HashMap<String, Vec<Phrase>>,
    names: Vec<&'static str>,
    /// Whether it matters whose the point is, for each name.
    owned: Vec<bool>,
    /// Parties by each of their names, in lower case.
    parties: HashMap<String, usize>,
    /// Their slugs, by number.
    slugs: Vec<String>,
}

impl Vocabulary {
    /// Returns the built-in vocabulary, which is read once.
    pub(super) fn builtin() -> &'static Self {
        static BUILTIN: OnceLock<Vocabulary> = OnceLock::new();
        BUILTIN.get_or_init(Self::read)
    }

    fn read() -> Self {
        // A test holds that the world is sound; without it every name is a plain word.
        let world = World::builtin().unwrap_or_default();
        let mut built = Self {
            lexicon: Lexicon::builtin(),
            phrases: HashMap::new(),
            names: Vec::new(),
            owned: Vec::new(),
            parties: parties(&world),
            slugs: world.parties().iter().map(|party| party.slug.clone()).collect(),
        };
        for line in SOURCE.lines().filter(|line| !line.starts_with('#')) {
            if let Some((head, words)) = line.split_once(": ") {
                let role = built.role(head);
                words.split(", ").for_each(|phrase| built.add(phrase, role));
            }
        }
        for phrases in built.phrases.values_mut() {
            phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.rest.len()));
        }
        built
    }

    fn role(&mut self, head: &'static str) -> Role {
        match head {
            "ends" => return Role::End,
            "makes" => return Role::Make,
            "light" => return Role::Light,
            "carriers" => return Role::Carrier,
            _ => {}
        }
        let (kind, name) = head.split_once(' ').unwrap_or(("point", head));
        let (name, owned) = name.strip_prefix("of ").map_or((name, false), |name| (name, true));
        let number = self.names.iter().position(|known| *known == name).unwrap_or_else(|| {
            self.names.push(name);
            self.owned.push(owned);
            self.names.len() - 1
        });
        match kind {
            "apart" => Role::Apart(number),
            _ => Role::Point { name: number, against: kind == "against" },
        }
    }

    fn add(&mut self, phrase: &str, role: Role) {
        let mut words = Vec::new();
        let mut gap = false;
        for word in phrase.split(' ') {
            if word == "…" {
                gap = true;
            } else {
                words.push((gap, normal(word)));
                gap = false;
            }
        }
        let first = words.remove(0).1;
        self.phrases.entry(first).or_default().push(Phrase { rest: words, role });
    }

    /// Returns the phrases that begin with `word`, the longest first.
    pub(super) fn phrases(&self, word: &str) -> &[Phrase] {
        self.phrases.get(word).map_or(&[], Vec::as_slice)
    }

    /// Returns the name of a point or of a head that makes one.
    pub(super) fn name(&self, number: usize) -> &'static str {
        self.names[number]
    }

    /// Tells whether it matters whose the point is.
    pub(super) fn is_owned(&self, number: usize) -> bool {
        self.owned[number]
    }

    /// Returns the slug of a party.
    pub(super) fn slug(&self, party: usize) -> &str {
        &self.slugs[party]
    }

    /// Returns the party that is called `name`, in lower case.
    pub(super) fn party(&self, name: &str) -> Option<usize> {
        self.parties.get(name).copied()
    }
}

/// Every name of every party of the world with the party's number.
fn parties(world: &World) -> HashMap<String, usize> {
    let mut names = HashMap::new();
    for (at, party) in world.parties().iter().enumerate() {
        let forms = &party.forms;
        let lists = [&forms.names, &forms.acronyms, &forms.capitals, &forms.demonyms, &forms.plurals];
        for name in lists.into_iter().flatten().filter(|name| name.split(' ').count() <= NAME) {
            names.entry(name.to_lowercase().replace('’', "'")).or_insert(at);
        }
    }
    names
}

/// Returns the form in which words are compared.
pub(super) fn normal(word: &str) -> String {
    const ENDS: &[(&str, &str)] =
        &[("isation", "ization"), ("ise", "ize"), ("ised", "ized"), ("our", "or"), ("ence", "ense"), ("tre", "ter")];
    let lower = word.to_lowercase().replace('’', "'");
    let other = ENDS.iter().find_map(|(end, other)| lower.strip_suffix(end).map(|stem| format!("{stem}{other}")));
    other.unwrap_or(lower)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_of_the_table_is_read_and_no_phrase_does_two_things() {
        let vocabulary = Vocabulary::builtin();
        for line in SOURCE.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let (head, words) = line.split_once(": ").expect("a head and words");
            let known = matches!(head, "ends" | "makes" | "light" | "carriers")
                || ["apart ", "point ", "against "].iter().any(|kind| head.starts_with(kind));
            assert!(known, "{head}");
            assert!(words.split(", ").all(|phrase| !phrase.trim().is_empty()), "{head}");
        }
        for (first, phrases) in &vocabulary.phrases {
            for (at, phrase) in phrases.iter().enumerate() {
                let twice = phrases[at + 1..].iter().any(|other| other.rest == phrase.rest);
                assert!(!twice, "{first} {:?} stands twice", phrase.rest);
            }
        }
    }

    #[test]
    fn parties_are_known_by_capital_and_adjective() {
        let party = |name: &str| Vocabulary::builtin().party(name);
        assert_eq!(party("syrian"), party("damascus"));
        assert_ne!(party("israeli"), party("syrian"));
        assert_eq!(party("hotline"), None);
    }

    #[test]
    fn spelling_is_one() {
        assert_eq!(normal("Demilitarisation"), normal("demilitarization"));
        assert_eq!(normal("defence"), normal("defense"));
    }
}
