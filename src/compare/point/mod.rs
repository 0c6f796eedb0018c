//! What a claim is about: its point, whatever the article calls it, and whether it is for or against it.
//!
//! The acts at the head are read off first ("a suspension of", "set up"), then the point is named by the vocabulary of
//! the field, or, where that has no word for it, by the head noun and what hangs on it. It does not know who takes
//! the stance, or of which kind it is.

mod head;
mod terms;
mod vocabulary;
mod words;

pub(crate) use terms::{Extent, Terms};

use crate::text::Span;
use vocabulary::Vocabulary;

/// How a point got its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Naming {
    /// The vocabulary of the field has a word for it: nothing else need be the same.
    Field,
    /// It is a head that makes a point of its own of what follows ("timetable").
    Apart,
    /// It is called by the head noun of its own words.
    Words,
}

/// What a claim is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Matter {
    /// The name of the point: one of the vocabulary's, or the head noun.
    pub(crate) name: String,
    /// How it is named.
    pub(crate) naming: Naming,
    /// Whether the claim's words are against the point ("an end to strikes").
    pub(crate) against: bool,
    /// Whether the first act keeps something as it is: "preserve", "respect".
    pub(crate) upheld: bool,
    /// Whether a condition hangs on it: "if", "unless", "in exchange for".
    pub(crate) conditional: bool,
    /// Whose it is, as slugs of the world, sorted; nothing where that does not matter.
    pub(crate) owners: Option<Vec<String>>,
    /// What tells it from other points of the name, in normal form, sorted; see [`Matter::meets`].
    pub(crate) about: Vec<String>,
    /// What else is said of a point that the vocabulary knows, in normal form, sorted.
    pub(crate) beside: Vec<String>,
    /// Where the words that name it stand in the document.
    pub(crate) named: Span,
    /// These words in normal form: articles that use others differ in wording.
    pub(crate) wording: String,
    /// The terms.
    pub(crate) terms: Terms,
}

impl Matter {
    /// Reads the words at `content` of `text`, which stand in the sentence `quote`; nothing where no word says anything.
    pub(crate) fn read(text: &str, content: Span, quote: Span) -> Option<Self> {
        head::read(Vocabulary::builtin(), text, content, quote)
    }

    /// Tells whether two claims are on one point, as far as their words tell.
    ///
    /// Names must be the same and owners must be able to be. Where the vocabulary does not know the name, or it is a
    /// head such as "timetable", more than half of what is said of the one that says less must be said of the other.
    pub(crate) fn meets(&self, other: &Self) -> bool {
        let (owners, others) = (self.owners(), other.owners());
        let owners = owners.is_empty() || others.is_empty() || shares(owners, others);
        self.name == other.name && owners && (self.naming == Naming::Field || close(&self.about, &other.about))
    }

    /// Returns whose it is; empty where that is not said or does not matter.
    pub(crate) fn owners(&self) -> &[String] {
        self.owners.as_deref().unwrap_or_default()
    }

    /// Returns the words of `text` that name it.
    pub(crate) fn words(&self, text: &str) -> String {
        self.named.of(text).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Tells whether it matters whose the point is and one of the two does not say, or neither does and they say other
    /// things of it: "artillery strikes" is one point with "artillery attacks", and none with "strikes".
    pub(crate) fn is_unsure_with(&self, other: &Self) -> bool {
        if self.owners.is_none() {
            return false;
        }
        match (self.owners().is_empty(), other.owners().is_empty()) {
            (true, true) => !shares(&self.beside, &other.beside) && self.beside.len().max(other.beside.len()) > 0,
            (one, two) => one != two,
        }
    }
}

fn shares<T: PartialEq>(one: &[T], other: &[T]) -> bool {
    one.iter().any(|item| other.contains(item))
}

/// Tells whether two sorted lists have more than half of the shorter one in common, or one is empty.
fn close(one: &[String], other: &[String]) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let common = short.iter().filter(|word| long.binary_search(word).is_ok()).count();
    short.is_empty() || common * 2 > short.len()
}

#[cfg(test)]
mod tests;
