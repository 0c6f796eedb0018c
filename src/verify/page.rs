//! One file as it is now, and whether words still stand where they stood.
//!
//! All offsets are code points. It knows nothing of claims.

use std::collections::HashMap;
use std::ops::Range;

use sha2::{Digest, Sha256};

use crate::render::export::json::Passage;
use crate::text::{Index, Span};

/// Where words stand now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stands {
    /// Where they stood.
    There,
    /// At another place.
    Elsewhere(usize, usize),
    /// Nowhere, but most of them at this place.
    Otherwise(usize, usize),
    /// Nowhere.
    Nowhere,
}

/// A file.
pub(super) struct Page {
    pub(super) sha256: String,
    text: String,
    index: Index,
    /// The byte of each code point, and the end.
    bytes: Vec<usize>,
    /// The words and their bytes.
    words: Vec<(String, Range<usize>)>,
}

/// The share of the words that must still stand together for a passage to count as changed.
const MOSTLY: (usize, usize) = (3, 5);

impl Page {
    pub(super) fn new(file: &[u8]) -> Self {
        let text = String::from_utf8_lossy(file).into_owned();
        let mut bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        bytes.push(text.len());
        let words = words(&text).map(|range| (key(&text[range.clone()]), range)).collect();
        Self { sha256: hex(&Sha256::digest(file)), index: Index::new(&text), text, bytes, words }
    }

    pub(super) fn chars(&self) -> usize {
        self.bytes.len() - 1
    }

    /// Returns the text of `start..end`, or `None` where that is outside the file.
    pub(super) fn slice(&self, start: usize, end: usize) -> Option<&str> {
        self.text.get(*self.bytes.get(start)?..*self.bytes.get(end)?)
    }

    /// Returns the words at `start..end` with their line, cut to what lies within the file.
    pub(super) fn place(&self, start: usize, end: usize) -> Passage {
        let byte = |point: usize| self.bytes.get(point).copied().unwrap_or(self.text.len());
        let text = self.slice(start, end).unwrap_or("").to_owned();
        Passage { text, start, end, line: self.index.line(byte(start)) }
    }

    /// Tells where `words`, which stood at `start..end`, stand now.
    pub(super) fn stands(&self, words: &str, start: usize, end: usize) -> Stands {
        if self.slice(start, end) == Some(words) {
            return Stands::There;
        }
        let from = self.bytes.get(start).copied().unwrap_or(self.text.len());
        let nearest = |at: &usize| at.abs_diff(from);
        if words.is_empty() {
            return Stands::Nowhere;
        }
        if let Some(at) = self.text.match_indices(words).map(|(at, _)| at).min_by_key(nearest) {
            let (start, end) = self.points(at..at + words.len());
            return Stands::Elsewhere(start, end);
        }
        self.alike(words, from).map_or(Stands::Nowhere, |range| {
            let (start, end) = self.points(range);
            Stands::Otherwise(start, end)
        })
    }

    fn points(&self, bytes: Range<usize>) -> (usize, usize) {
        let place = self.index.place(&self.text, Span::new(bytes.start, bytes.end));
        (place.start, place.end)
    }

    /// Finds the stretch, as many words long as `passage`, that has most of its words; of several the one nearest to `from`.
    fn alike(&self, passage: &str, from: usize) -> Option<Range<usize>> {
        let mut owed: HashMap<String, isize> = HashMap::new();
        let long = words(passage).map(|range| *owed.entry(key(&passage[range])).or_default() += 1).count();
        let width = long.min(self.words.len());
        if width == 0 {
            return None;
        }
        let (mut common, mut best) = (0_usize, None);
        for (at, (word, range)) in self.words.iter().enumerate() {
            if let Some(left) = owed.get_mut(word) {
                common += usize::from(*left > 0);
                *left -= 1;
            }
            if at + 1 < width {
                continue;
            }
            let first = at + 1 - width;
            let (gone, begin) = &self.words[first];
            let rank = (common, std::cmp::Reverse(begin.start.abs_diff(from)));
            if best.as_ref().is_none_or(|(old, _)| rank > *old) {
                best = Some((rank, begin.start..range.end));
            }
            if let Some(left) = owed.get_mut(gone) {
                *left += 1;
                common -= usize::from(*left > 0);
            }
        }
        best.filter(|((common, _), _)| common * MOSTLY.1 >= long * MOSTLY.0).map(|(_, range)| range)
    }
}

/// Returns `bytes` in lower-case hexadecimal.
fn hex(bytes: &[u8]) -> String {
    let digit = |nibble: u8| char::from_digit(u32::from(nibble), 16).unwrap_or('0');
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// Tells whether two texts have a word in common.
pub(super) fn share_a_word(a: &str, b: &str) -> bool {
    words(a).any(|left| words(b).any(|right| key(&a[left.clone()]) == key(&b[right])))
}

/// Returns the places of the words of `text`: runs of letters and digits.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut rest = 0;
    std::iter::from_fn(move || {
        let start = rest + text[rest..].find(char::is_alphanumeric)?;
        let end = text[start..].find(|c: char| !c.is_alphanumeric()).map_or(text.len(), |long| start + long);
        rest = end;
        Some(start..end)
    })
}

fn key(word: &str) -> String {
    word.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Zürich, Monday.\n\nRuritania wants a truce on the river. It wants peace.\n";

    #[test]
    fn words_are_there_elsewhere_otherwise_or_nowhere() {
        let page = Page::new(TEXT.as_bytes());
        let at = |words: &str| TEXT.find(words).map_or(0, |byte| TEXT[..byte].chars().count());
        let truce = at("a truce");
        assert_eq!(page.stands("a truce", truce, truce + 7), Stands::There);
        assert_eq!(page.stands("a truce", 3, 10), Stands::Elsewhere(truce, truce + 7));
        let long = "Ruritania wants a ceasefire on the river";
        let Stands::Otherwise(start, end) = page.stands(long, 17, 17 + long.len()) else { panic!("changed") };
        assert_eq!(page.slice(start, end), Some("Ruritania wants a truce on the river"));
        assert_eq!(page.stands("gold mines", 3, 13), Stands::Nowhere);
        assert_eq!(page.stands("It", 9_999, 10_001), Stands::Elsewhere(at("It"), at("It") + 2));
    }

    #[test]
    fn the_nearest_of_two_places_is_meant() {
        let page = Page::new(TEXT.as_bytes());
        let second = TEXT.chars().count() - 14;
        assert_eq!(page.stands("wants", second, second + 5), Stands::Elsewhere(second + 1, second + 6));
    }

    #[test]
    fn a_name_shares_a_word_with_the_words_at_its_place() {
        assert!(share_a_word("the newspaper Yedioth Ahronoth", "Yedioth Ahronoth"));
        assert!(!share_a_word("the newspaper", "Yedioth Ahronoth"));
    }
}
