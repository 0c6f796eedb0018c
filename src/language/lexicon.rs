//! The word table: a stand-in until the real one is merged.

use std::collections::HashMap;

use super::Word;

/// Numbers words.
#[derive(Debug, Default)]
pub struct Lexicon {
    words: HashMap<String, Word>,
    texts: Vec<String>,
}

impl Lexicon {
    /// Returns the number of `text`, a new one where the table does not know it.
    pub fn intern(&mut self, text: &str) -> Word {
        if let Some(&word) = self.words.get(text) {
            return word;
        }
        self.texts.push(text.to_owned());
        let word = Word(u32::try_from(self.texts.len()).unwrap_or(0));
        self.words.insert(text.to_owned(), word);
        word
    }
}
