//! Tags: the grammatical class of each token in its sentence.

use super::lexicon::Lexicon;
use super::{Tag, Token};

/// Sets the tag and the lemma of the tokens of one sentence.
pub fn tag(tokens: &mut [Token], text: &str, lexicon: &Lexicon) {
    for token in tokens.iter_mut().filter(|token| token.tag == Tag::Other) {
        let entry = lexicon.entry(token.word);
        token.tag = match entry.preferred {
            Tag::Other if token.capital => Tag::Proper,
            Tag::Other if token.span.of(text).ends_with("ly") => Tag::Adverb,
            Tag::Other => Tag::Noun,
            tag => tag,
        };
        token.lemma = lexicon.lemma_of(token.word, token.tag);
    }
}
