//! Which words a sentence holds, asked before anything is matched at one of its places.
//!
//! It may take an absent word for present and never a present one for absent.

use super::word_set::place;
use super::{Token, Word};

/// Numbers of bits.
const WIDTH: usize = 16;

/// The words of a sentence, as forms and as lemmas.
#[derive(Debug, Clone, Copy, Default)]
pub struct Present {
    /// One bit for all words whose numbers are equal but for a multiple of the bits.
    bits: [u64; WIDTH],
}

impl Present {
    /// Collects the words of `tokens`.
    pub(super) fn of(tokens: &[Token]) -> Self {
        let mut present = Self::default();
        for token in tokens {
            present.add(token.word);
            present.add(token.lemma);
        }
        present
    }

    fn add(&mut self, word: Word) {
        let (at, bit) = place(word);
        self.bits[at % WIDTH] |= bit;
    }

    /// Tells whether a token may have `word` as its form or lemma; where not, none has.
    #[must_use]
    pub fn may_hold(&self, word: Word) -> bool {
        let (at, bit) = place(word);
        self.bits[at % WIDTH] & bit != 0
    }
}

#[cfg(test)]
mod tests {
    use crate::language::parse::{Language, Workspace};
    use crate::text::Span;

    #[test]
    fn forms_and_lemmas_of_a_sentence_are_present() {
        let language = Language::builtin();
        let text = "Syria demanded guarantees.";
        let mut workspace = Workspace::default();
        workspace.tokenize(&language, text, Span::new(0, text.len()));
        let parse = workspace.parse(&language, text);
        for word in ["demanded", "demand", "guarantees", "guarantee"] {
            assert!(parse.may_hold(language.lexicon.word(word)), "{word}");
        }
        let absent = ["refuse", "offer", "withdraw", "agree", "unless", "never"];
        assert!(absent.iter().any(|word| !parse.may_hold(language.lexicon.word(word))));
    }
}
