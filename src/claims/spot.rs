//! A place in a sentence at which patterns are tried, with what each of them asks of it.

use std::cell::OnceCell;

use super::{circumstance, special};
use crate::language::extent::Stretch;
use crate::language::parse::Parse;

/// A token and what is found there, kept: a verb has many patterns, and most begin by asking for the same.
#[derive(Debug)]
pub(super) struct Spot {
    /// The token.
    pub(super) at: usize,
    behind: OnceCell<usize>,
    things: OnceCell<Vec<Stretch>>,
}

impl Spot {
    /// The place at token `at`.
    pub(super) fn new(at: usize) -> Self {
        Self { at, behind: OnceCell::new(), things: OnceCell::new() }
    }

    /// The token behind the adverbs and times there.
    pub(super) fn behind_adjuncts(&self, parse: &Parse<'_>) -> usize {
        *self.behind.get_or_init(|| circumstance::over_adjuncts(parse, self.at))
    }

    /// The things at token `at`, kept if that is the token behind the adverbs and times.
    pub(super) fn things(&self, parse: &Parse<'_>, at: usize) -> Vec<Stretch> {
        let things = || special::before_apposition(parse, parse.things(at));
        if at == self.behind_adjuncts(parse) { self.things.get_or_init(things).clone() } else { things() }
    }
}
