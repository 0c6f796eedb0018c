//! Who says so: reports in a sentence, each with its source, the words that say that it speaks, and what it says.
//!
//! A report covers stretches of its sentence; where stretches lie inside one another the attribution is a chain,
//! the widest outermost. A quoted speaker carries into the next sentence only by a quotation mark that opens it.
//! This stage knows speaking and nothing of stances.

mod around;
mod bound;
mod carry;
mod content;
mod edge;
mod find;
mod gap;
mod idiom;
mod marker;
mod noun;
mod passive;
mod quote;
mod source;
mod speaker;
mod tagged;
mod thing;
mod verb;

#[cfg(test)]
mod tests;

pub use carry::{Said, Speech};
pub use source::name_of;

use crate::language::Tag;
use crate::language::extent::Stretch;
use crate::language::parse::Parse;
use crate::mentions::Parties;
use crate::record::Source;

/// Tells whether a sentence opens with a quotation that goes on behind its end.
#[must_use]
pub fn leaves_open(parse: &Parse<'_>) -> bool {
    parse.tokens.first().is_some_and(|token| token.tag == Tag::Open) && quote::stays_open(parse, None).is_some()
}

/// One report in a sentence; places are token indices.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// Who speaks, outermost first: "Maariv, citing officials" has two hops.
    pub chain: Vec<Source>,
    /// The phrases that name the innermost source.
    pub source: Option<Stretch>,
    /// The words that say that somebody speaks.
    pub cue: Option<Stretch>,
    /// What is said, in pieces.
    pub content: Vec<Stretch>,
    /// The verb group that reports, where one does.
    pub group: Option<usize>,
    /// The parties that the speaker stands for.
    pub speaker: Parties,
    /// Whether the words are the speaker's own.
    pub quoted: bool,
    /// Whether the source is a party as such ("Turkey says"), not a person, body or text.
    pub by_party: bool,
    /// Whether it comes from the sentence before.
    pub carried: bool,
}

impl Report {
    /// Tells whether the report covers token `at`.
    #[must_use]
    pub fn covers(&self, at: usize) -> bool {
        self.content.iter().any(|piece| piece.contains(at))
    }

    /// The number of tokens covered.
    #[must_use]
    pub fn width(&self) -> usize {
        self.content.iter().map(|piece| piece.last + 1 - piece.first).sum()
    }
}
