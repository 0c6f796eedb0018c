//! A word that is looked up in the table: its hash, and how it is told from others.
//!
//! Nearly all words asked for are of ASCII and short. Their letters fit into two numbers, and are put in lower case,
//! hashed and compared as such, with no walk over them.

use std::hash::{BuildHasher, Hasher};

use foldhash::fast::FixedState;

/// Marks a key that does not show the whole word.
const LONG: u8 = u8::MAX;

/// The letters of an ASCII word of up to sixteen bytes, in lower case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Short {
    /// The first eight bytes, the first of them lowest.
    head: u64,
    /// The last eight, where there are more than eight: some of them twice.
    tail: u64,
    len: usize,
}

impl Short {
    /// Reads the letters of `word`; `None` where it is longer or not of ASCII alone.
    pub(super) fn of(word: &[u8]) -> Option<Self> {
        let number = |&bytes: &[u8; 8]| u64::from_le_bytes(bytes);
        let half = |&bytes: &[u8; 4]| u64::from(u32::from_le_bytes(bytes));
        // One load or two for each size, and no walk over the letters.
        let (head, tail) = match (word, word.len()) {
            (_, 9..=16) => (number(word.first_chunk()?), number(word.last_chunk()?)),
            (_, 8) => (number(word.first_chunk()?), 0),
            (_, 4..=7) => (half(word.first_chunk()?) | half(word.last_chunk()?) << (8 * (word.len() - 4)), 0),
            (&[a, b, c], _) => (u64::from(a) | u64::from(b) << 8 | u64::from(c) << 16, 0),
            (&[a, b], _) => (u64::from(a) | u64::from(b) << 8, 0),
            (&[a], _) => (u64::from(a), 0),
            _ => return None,
        };
        let ascii = (head | tail) & each(0x80) == 0;
        ascii.then(|| Self { head: lower(head), tail: lower(tail), len: word.len() })
    }
}

/// A number with `byte` in each of its bytes.
const fn each(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

/// Puts eight ASCII letters in lower case: the highest bit of each byte, which ASCII leaves free, shows what lies
/// between "A" and "Z" (Warren, Hacker's Delight, chapter 6).
fn lower(letters: u64) -> u64 {
    let from_a = letters + each(0x80 - b'A');
    let beyond_z = letters + each(0x80 - b'Z' - 1);
    letters | (from_a & !beyond_z & each(0x80)) >> 2
}

/// A word in lower case.
pub(super) enum Sought<'a> {
    Short(Short),
    Other(&'a [u8]),
}

impl<'a> Sought<'a> {
    /// Reads a word that is in lower case.
    pub(super) fn of(word: &'a [u8]) -> Self {
        Short::of(word).map_or(Self::Other(word), Self::Short)
    }

    pub(super) fn hash(&self, state: &FixedState) -> u64 {
        let mut hasher = state.build_hasher();
        match self {
            Self::Short(Short { head, tail, .. }) => hasher.write_u128(u128::from(*head) | u128::from(*tail) << 64),
            Self::Other(word) => hasher.write(word),
        }
        hasher.finish()
    }

    /// The first seven bytes, and then the length of a short word that has no more; else [`LONG`].
    pub(super) fn key(&self) -> [u8; 8] {
        let mut key = [0; 8];
        match self {
            Self::Short(Short { head, len, .. }) => {
                key = head.to_le_bytes();
                key[7] = if let (..8, Ok(len)) = (*len, u8::try_from(*len)) { len } else { LONG };
            }
            Self::Other(word) => {
                let shown = word.len().min(7);
                key[..shown].copy_from_slice(&word[..shown]);
                key[7] = LONG;
            }
        }
        key
    }

    /// Tells whether this is the word of letters `form`, which has the same key.
    pub(super) fn is<'b>(&self, form: impl FnOnce() -> &'b [u8]) -> bool {
        match self {
            Self::Short(Short { len: ..8, .. }) => true,
            Self::Short(short) => Short::of(form()) == Some(*short),
            Self::Other(word) => form() == *word,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_words_are_the_same_in_any_case_and_differ_in_any_letter() {
        let text = b"THE-UNSETTLEMENT'S_@[`{";
        for len in 1..=16 {
            let (word, lower) = (&text[..len], text[..len].to_ascii_lowercase());
            assert!(Short::of(word).is_some() && Short::of(word) == Short::of(&lower), "{len}");
            for at in 0..len {
                let mut other = lower.clone();
                other[at] = b'#';
                assert_ne!(Short::of(&other), Short::of(&lower), "{len} {at}");
            }
        }
        assert_eq!(Short::of(&text[7..]).map(|short| short.tail.to_le_bytes()), Some(*b"t's_@[`{"));
        assert_eq!(Short::of(&text[..17]), None);
        assert_eq!(Short::of("é".as_bytes()), None);
    }
}
