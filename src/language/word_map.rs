//! What is known of some words out of many: a table as long as its own words, not as the lexicon.

use super::Word;
use super::word_set::place;

/// Values by word, found without a search: a bit each for all words, and the values of those that have one in a row.
#[derive(Debug, Clone)]
pub struct WordMap<T> {
    /// For 64 words each the bits of those that are in, and how many are in before them.
    ranks: Vec<(u64, u32)>,
    values: Vec<T>,
}

impl<T> WordMap<T> {
    /// Builds the table of `entries`, of which the later counts where a word has two.
    #[must_use]
    pub fn new(mut entries: Vec<(Word, T)>) -> Self {
        entries.reverse();
        entries.sort_by_key(|&(word, _)| word);
        entries.dedup_by_key(|&mut (word, _)| word);
        let mut ranks = vec![(0, 0); entries.last().map_or(0, |&(last, _)| place(last).0 + 1)];
        for &(word, _) in &entries {
            let (at, bit) = place(word);
            ranks[at].0 |= bit;
        }
        let mut before = 0;
        for (bits, rank) in &mut ranks {
            *rank = before;
            before += bits.count_ones();
        }
        Self { ranks, values: entries.into_iter().map(|(_, value)| value).collect() }
    }

    /// Returns the value of `word`.
    #[must_use]
    pub fn get(&self, word: Word) -> Option<&T> {
        let (at, bit) = place(word);
        let &(bits, before) = self.ranks.get(at)?;
        if bits & bit == 0 {
            return None;
        }
        self.values.get((before + (bits & (bit - 1)).count_ones()) as usize)
    }
}

impl<T> FromIterator<(Word, T)> for WordMap<T> {
    fn from_iter<I: IntoIterator<Item = (Word, T)>>(entries: I) -> Self {
        Self::new(entries.into_iter().collect())
    }
}

impl WordMap<(u32, u32)> {
    /// Builds the table of where the items of each word begin and end in a list of items that is sorted by their words,
    /// `words`.
    #[must_use]
    pub fn runs(words: impl IntoIterator<Item = Word>) -> Self {
        let mut runs: Vec<(Word, (u32, u32))> = Vec::new();
        for (at, word) in (0..).zip(words) {
            match runs.last_mut() {
                Some((last, (_, end))) if *last == word => *end = at + 1,
                _ => runs.push((word, (at, at + 1))),
            }
        }
        Self::new(runs)
    }

    /// Returns the items of `word` in the list.
    #[must_use]
    pub fn run<'a, I>(&self, items: &'a [I], word: Word) -> &'a [I] {
        self.get(word).and_then(|&(start, end)| items.get(start as usize..end as usize)).unwrap_or_default()
    }
}

impl<T> Default for WordMap<T> {
    fn default() -> Self {
        Self { ranks: Vec::new(), values: Vec::new() }
    }
}

#[cfg(test)]
mod tests {
    use super::WordMap;
    use crate::language::Word;

    fn word(number: u32) -> Word {
        Word::new(number, b"word")
    }

    #[test]
    fn a_word_leads_to_its_value_and_others_to_none() {
        let map = WordMap::new(vec![(word(700), 'c'), (word(3), 'x'), (word(64), 'b'), (word(3), 'a')]);
        let found = [3, 64, 700, 0, 4, 63, 65, 701, 70_000].map(|number| map.get(word(number)).copied());
        assert_eq!(found, [Some('a'), Some('b'), Some('c'), None, None, None, None, None, None]);
    }

    #[test]
    fn runs_of_a_sorted_list_are_found_by_their_word() {
        let items = [(2, 'a'), (2, 'b'), (130, 'c')];
        let runs = WordMap::runs(items.iter().map(|&(number, _)| word(number)));
        assert_eq!(runs.run(&items, word(2)), &items[..2]);
        assert_eq!(runs.run(&items, word(130)), &items[2..]);
        assert!(runs.run(&items, word(3)).is_empty());
    }
}
