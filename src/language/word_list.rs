//! Lists of words that a rule names itself, against which the words of a sentence are held.
//!
//! Most words asked are on no list, and most of these are told apart by their mark, without a look at their letters.

use super::Word;
use super::lexicon::Lexicon;

/// Words, in lower case, and turns of several words.
#[derive(Debug, Clone, Copy)]
pub struct WordList {
    words: &'static [&'static str],
    /// One bit for each mark that a word of the list has.
    marks: [u64; 4],
}

/// A [`WordList`] of the words named, made when the program is compiled.
macro_rules! words {
    ($($word:expr),* $(,)?) => { const { &$crate::language::word_list::WordList::new(&[$($word),*]) } };
}
pub(crate) use words;

impl WordList {
    /// Makes the list of `words`, which are in lower case.
    #[must_use]
    pub const fn new(words: &'static [&'static str]) -> Self {
        let (mut marks, mut at) = ([0; 4], 0);
        while at < words.len() {
            let mark = mark(words[at].as_bytes());
            marks[(mark / 64) as usize] |= 1 << (mark % 64);
            at += 1;
        }
        Self { words, marks }
    }

    /// The words, as they were given.
    #[must_use]
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &'static str> + use<> {
        self.words.iter().copied()
    }

    /// Tells whether `text` is on the list.
    #[must_use]
    pub fn contains(&self, text: &str) -> bool {
        self.has(mark(text.as_bytes())) && self.words.contains(&text)
    }

    /// Tells whether `text` is on the list, whatever the case of its ASCII letters.
    #[must_use]
    pub fn reads(&self, text: &[u8]) -> bool {
        self.has(mark(text)) && self.words.iter().any(|word| word.as_bytes().eq_ignore_ascii_case(text))
    }

    /// Tells whether `word` is on the list.
    #[must_use]
    pub fn holds(&self, lexicon: &Lexicon, word: Word) -> bool {
        self.may_hold(word) && self.spells(lexicon, word)
    }

    /// Looks at the letters: apart, so that the mark before them is asked in place.
    #[inline(never)]
    fn spells(&self, lexicon: &Lexicon, word: Word) -> bool {
        self.words.contains(&lexicon.text(word))
    }

    /// Tells whether `word` may be on the list; where not, it is not.
    pub(super) fn may_hold(&self, word: Word) -> bool {
        self.has(word.mark())
    }

    /// Tells whether a word of the list has this mark.
    fn has(&self, mark: u32) -> bool {
        self.marks[(mark / 64) as usize] & 1 << (mark % 64) != 0
    }
}

/// The mark of a word: eight bits of its length and of three letters, whatever the case of ASCII letters.
#[expect(clippy::cast_possible_truncation, reason = "eight bits of the length are enough")]
pub(super) const fn mark(word: &[u8]) -> u32 {
    let [.., last] = word else { return 0 };
    let shown = u32::from_le_bytes([word[0], word[word.len() / 2], *last, word.len() as u8]) | 0x20_2020;
    // Fibonacci hashing (Knuth, The Art of Computer Programming, volume 3, section 6.4).
    shown.wrapping_mul(0x9E37_79B1) >> 24
}

#[cfg(test)]
mod tests {
    use super::*;

    const VERBS: &WordList = words!["demand", "insist", "call for"];

    #[test]
    fn a_list_holds_its_words_and_no_others() {
        let lexicon = Lexicon::builtin();
        for (word, on) in [("demand", true), ("insist", true), ("refuse", false), ("demands", false)] {
            assert_eq!(VERBS.holds(&lexicon, lexicon.word(word)), on, "{word}");
            assert_eq!(VERBS.contains(word), on, "{word}");
        }
        assert!(!VERBS.holds(&lexicon, Word::UNKNOWN));
        assert!(VERBS.contains("call for") && !VERBS.contains(""));
    }

    #[test]
    fn capitals_count_where_the_text_is_asked_for_and_not_where_it_is_read() {
        assert!(VERBS.reads(b"INSIST") && !VERBS.contains("Insist"));
    }
}
