//! Bodies and who makes them up: "the Commission, made up of Kenya and Somalia", "the Joint Committee".
//!
//! What such a body decides, those who make it up agree. Invariant: a body stands for two parties or more.

use super::scene::Scene;
use super::{Actor, How, Parties};
use crate::language::parse::Parse;
use crate::language::phrase::Phrase;

/// Nouns of bodies that parties make up together.
const BODIES: &[&str] = &["commission", "committee", "council", "forum", "mechanism"];

/// Words that say who makes a body up.
const MADE_OF: &[&[&str]] = &[
    &["composed", "of"],
    &["made", "up", "of"],
    &["consisting", "of"],
    &["which", "consists", "of"],
    &["comprising"],
    &["which", "comprises"],
    &["grouping"],
    &["which", "groups"],
    &["bringing", "together"],
    &["which", "brings", "together"],
];

/// How far behind its name the members of a body are named, in words.
const REACH: usize = 24;

impl Scene<'_> {
    /// Learns who makes up the bodies that the sentence at hand names.
    pub(super) fn learn_members(&mut self, parse: &Parse<'_>) {
        for phrase in parse.phrases() {
            let noun = parse.language.lexicon.text(parse.lemma(phrase.head)).to_lowercase();
            let Some(&body) = BODIES.iter().find(|&&body| body == noun) else { continue };
            let members = self.named_members(parse, phrase).or_else(|| self.implied_members(parse, phrase));
            if let Some(parties) = members.filter(|parties| parties.len() > 1) {
                self.bodies.retain(|(known, _)| *known != body);
                self.bodies.push((body, parties));
            }
        }
    }

    /// "composed of A, B and C" behind the name.
    fn named_members(&self, parse: &Parse<'_>, phrase: &Phrase) -> Option<Parties> {
        let text = |at: usize| parse.tokens.get(at).map_or("", |token| token.span.of(parse.text));
        let start = (phrase.last + 1..phrase.last + 3).find(|&at| text(at) != ",")?;
        let words = MADE_OF.iter().find(|words| {
            words.iter().enumerate().all(|(place, word)| text(start + place).eq_ignore_ascii_case(word))
        })?;
        let first = start + words.len();
        let end = (first..(first + REACH).min(parse.tokens.len())).find(|&at| parse.tensed_at(at).is_some());
        let last = end.unwrap_or(first + REACH).saturating_sub(1);
        Some(self.names_in(first, last).map(|name| self.party_of(name.entity)).collect())
    }

    /// "the Joint Commission", "the Trilateral Committee": the parties of the talks, with the mediator where they are three.
    fn implied_members(&self, parse: &Parse<'_>, phrase: &Phrase) -> Option<Parties> {
        let has = |words: &[&str]| {
            (phrase.first..phrase.head)
                .any(|at| words.iter().any(|word| parse.tokens[at].span.of(parse.text).eq_ignore_ascii_case(word)))
        };
        if self.body_of(parse, phrase).is_some() {
            return None;
        }
        if has(&["trilateral", "tripartite"]) {
            let mut parties = self.principals();
            parties.extend(self.mediators());
            return Some(parties).filter(|parties| parties.len() == 3);
        }
        has(&["joint", "mixed", "bilateral"]).then(|| self.principals()).filter(|parties| parties.len() == 2)
    }

    /// "the Committee", "the Joint Commission": whom a body known by its members stands for.
    pub(super) fn body(&self, parse: &Parse<'_>, phrase: &Phrase) -> Option<Actor> {
        let settled = parse.word(phrase.first) == parse.words().the && phrase.last == phrase.head;
        let parties = self.body_of(parse, phrase).filter(|_| settled)?;
        Some(Actor { parties, how: How::Role, person: false, plural: false, outsider: false })
    }

    fn body_of(&self, parse: &Parse<'_>, phrase: &Phrase) -> Option<Parties> {
        let noun = parse.language.lexicon.text(parse.lemma(phrase.head)).to_lowercase();
        self.bodies.iter().find(|(known, _)| *known == noun).map(|&(_, parties)| parties)
    }
}
