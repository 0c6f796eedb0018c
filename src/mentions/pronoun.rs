//! Pronouns and possessives: the nearest fitting antecedent, or none where two fit.

use super::scene::{Mention, Scene};
use super::{Actor, How, Parties};
use crate::language::Word;
use crate::language::parse::Parse;

/// What a pronoun asks of its antecedent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wants {
    /// "it", "its".
    Thing,
    /// "he", "she".
    Person,
    /// "they", "both".
    Several,
}

impl Scene<'_> {
    /// Who the pronoun at token `at` stands for.
    pub(super) fn pronoun(&self, parse: &Parse<'_>, at: usize) -> Option<Actor> {
        let words = parse.words();
        let word = parse.word(at);
        let wants = if word == words.it {
            Wants::Thing
        } else if [words.he, words.she, words.him, words.her].contains(&word) {
            Wants::Person
        } else if [words.they, words.them].contains(&word) {
            Wants::Several
        } else if [words.both, words.neither].contains(&word) {
            return self.the_two(parse, at);
        } else {
            return None;
        };
        self.find(parse, at, wants)
    }

    /// Whose "its", "their", "his" at token `at` is.
    pub(super) fn possessive(&self, parse: &Parse<'_>, at: usize) -> Option<Actor> {
        let words = parse.words();
        let word: Word = parse.word(at);
        let wants = if word == words.its {
            Wants::Thing
        } else if [words.his, words.her].contains(&word) {
            Wants::Person
        } else if word == words.their {
            Wants::Several
        } else {
            return None;
        };
        self.find(parse, at, wants)
    }

    fn the_two(&self, parse: &Parse<'_>, at: usize) -> Option<Actor> {
        let parties = self.principals();
        let span = parse.tokens[at].span;
        self.find(parse, at, Wants::Several).filter(|actor| actor.parties.len() == 2).or_else(|| {
            (parties.len() == 2).then_some(Actor { parties, how: How::Pronoun(span), person: false, plural: true, outsider: false })
        })
    }

    fn find(&self, parse: &Parse<'_>, at: usize, wants: Wants) -> Option<Actor> {
        let start = parse.tokens[at].span.start;
        let here: Vec<&Mention> = self.current().iter().filter(|mention| mention.span.end <= start).collect();
        let found = choose(&here, wants, true).or_else(|| {
            self.earlier().find_map(|sentence| choose(&sentence.iter().collect::<Vec<_>>(), wants, false))
        })?;
        Some(Actor { how: How::Pronoun(found.span), ..found.actor })
    }
}

/// Chooses among the mentions of one sentence: in the sentence at hand the last subject, in an earlier one the
/// first, then the only mention that fits.
fn choose<'m>(mentions: &[&'m Mention], wants: Wants, here: bool) -> Option<&'m Mention> {
    let fitting: Vec<&&Mention> = mentions.iter().filter(|mention| fits(mention, wants)).collect();
    let mut subjects = fitting.iter().filter(|mention| mention.subject);
    let subject = if here { subjects.next_back() } else { subjects.next() };
    if let Some(subject) = subject {
        return Some(subject);
    }
    let first = fitting.first()?;
    let same = fitting.iter().all(|mention| mention.actor.parties == first.actor.parties);
    if same { fitting.last().map(|mention| **mention) } else { None }
}

fn fits(mention: &Mention, wants: Wants) -> bool {
    let actor = &mention.actor;
    match wants {
        Wants::Thing => !actor.person && !actor.plural && !actor.outsider && actor.parties.len() == 1,
        Wants::Person => actor.person,
        Wants::Several => actor.plural || actor.parties.len() > 1,
    }
}

/// The parties of an actor, or none.
#[must_use]
pub(super) fn parties(actor: Option<Actor>) -> Parties {
    actor.map(|actor| actor.parties).unwrap_or_default()
}
