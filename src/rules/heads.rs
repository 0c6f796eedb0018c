//! Lists of heads that many cues share ("@terms" for every word of the list `terms`).
//!
//! The lists are a data file (`data/language/heads.txt`); they are interned once for all rules.

use std::sync::Arc;

use crate::language::Word;
use crate::language::lexicon::Lexicon;

use super::error::unknown;
use super::raw::Text;

/// The lists, one a line: a name, a colon, lemmas.
const SOURCE: &str = include_str!("../../data/language/heads.txt");

/// The shared lists by name.
pub(super) struct HeadLists {
    lists: Vec<(&'static str, Arc<[Word]>)>,
}

impl HeadLists {
    /// Reads the built-in lists; their words are interned in `lexicon`.
    pub(super) fn builtin(lexicon: &mut Lexicon) -> Self {
        let lines = SOURCE.lines().filter(|line| !line.starts_with('#'));
        let lists = lines.filter_map(|line| line.split_once(':'));
        let mut read = |words: &str| words.split_whitespace().map(|word| lexicon.intern(word)).collect();
        Self { lists: lists.map(|(name, words)| (name, read(words))).collect() }
    }

    /// Numbers the words of `only`, `unless` or `about`; a word that begins with "@" stands for the list of that name.
    ///
    /// # Errors
    ///
    /// Returns the word that names no list, and a message with the names that do.
    pub(super) fn intern<'a>(
        &self,
        words: &'a [Text<'_>],
        lexicon: &mut Lexicon,
    ) -> Result<Arc<[Word]>, (&'a str, String)> {
        if let [word] = words
            && let Some(name) = word.strip_prefix('@')
        {
            return self.list(name).cloned().map_err(|message| (&**word, message));
        }
        let mut numbers = Vec::with_capacity(words.len());
        for word in words {
            match word.strip_prefix('@') {
                Some(name) => numbers.extend(self.list(name).map_err(|message| (&**word, message))?.iter()),
                None => numbers.push(lexicon.intern(word)),
            }
        }
        Ok(numbers.into())
    }

    fn list(&self, name: &str) -> Result<&Arc<[Word]>, String> {
        let found = self.lists.iter().find(|(known, _)| *known == name);
        found.map(|(_, words)| words).ok_or_else(|| {
            let names: Vec<&str> = self.lists.iter().map(|(name, _)| *name).collect();
            unknown("list of heads", name, &names)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stands_for_its_words_and_a_word_for_itself() {
        let mut lexicon = Lexicon::builtin();
        let heads = HeadLists::builtin(&mut lexicon);
        let words = heads.intern(&["@deals", "porridge"].map(Text::of), &mut lexicon).unwrap_or_default();
        assert!(words.contains(&lexicon.word("truce")) && words.contains(&lexicon.word("porridge")));
    }

    #[test]
    fn a_name_that_is_none_is_told_with_the_nearest() {
        let mut lexicon = Lexicon::builtin();
        let heads = HeadLists::builtin(&mut lexicon);
        let error = heads.intern(&[Text::of("@term")], &mut lexicon).err().map(|(_, message)| message);
        assert!(error.unwrap_or_default().contains("did you mean \"terms\"?"));
    }

    #[test]
    fn no_word_stands_twice_in_a_list() {
        for line in SOURCE.lines().filter(|line| !line.starts_with('#')) {
            let mut words: Vec<&str> = line.split_whitespace().skip(1).collect();
            words.sort_unstable();
            assert!(words.windows(2).all(|pair| pair[0] != pair[1]), "{line}");
        }
    }
}
