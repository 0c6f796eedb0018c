//! Sets of words that are asked for every token.

use super::Word;

/// A set of words, a bit each, as long as its greatest word.
#[derive(Debug, Clone, Default)]
pub struct WordSet(Vec<u64>);

impl WordSet {
    /// Adds a word.
    pub fn insert(&mut self, word: Word) {
        let (at, bit) = place(word);
        if at >= self.0.len() {
            self.0.resize(at + 1, 0);
        }
        self.0[at] |= bit;
    }

    /// Tells whether a word is in the set.
    #[must_use]
    pub fn contains(&self, word: Word) -> bool {
        let (at, bit) = place(word);
        self.0.get(at).is_some_and(|bits| bits & bit != 0)
    }
}

impl FromIterator<Word> for WordSet {
    fn from_iter<I: IntoIterator<Item = Word>>(words: I) -> Self {
        let mut set = Self::default();
        words.into_iter().for_each(|word| set.insert(word));
        set
    }
}

/// The place of a word: which number, and the bit in it.
pub(super) fn place(word: Word) -> (usize, u64) {
    (word.number() / 64, 1 << (word.number() % 64))
}

#[cfg(test)]
mod tests {
    use super::WordSet;
    use crate::language::Word;

    #[test]
    fn a_set_holds_the_words_put_in_and_no_others() {
        let word = |number| Word::new(number, b"word");
        let set: WordSet = [3, 64, 700].map(word).into_iter().collect();
        assert_eq!(
            [3, 64, 700, 0, 4, 128, 70_000].map(|number| set.contains(word(number))),
            [true, true, true, false, false, false, false]
        );
    }
}
