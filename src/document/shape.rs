//! How a unit of the page looks: its length, how it ends, whether it is set in capitals, its hash.
//!
//! Only the first few thousand bytes are looked at, so that a line of any length costs little.

use std::hash::{BuildHasher, Hasher};

use foldhash::fast::FixedState;

use super::decode::is_blank;

/// A line is looked at up to this byte.
const NEAR: usize = 4000;
/// Longer lines than this, in bytes, are hashed as they are; it lies within [`NEAR`].
const HASHED: usize = 2000;

/// How a unit ends, closing quotes and brackets left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum End {
    /// With a word.
    #[default]
    Open,
    /// With a full stop, exclamation mark or ellipsis.
    Stop,
    /// With a question mark.
    Question,
    /// With a colon.
    Colon,
    /// With a comma or semicolon, "and" or "or" after it included.
    Comma,
}

/// How a unit looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Shape {
    /// The number of words, counted up to [`Shape::MANY`].
    pub(super) words: usize,
    /// How it ends.
    pub(super) end: End,
    /// Whether a sentence ends before its end.
    pub(super) sentences: bool,
    /// Whether it has capitals and no lower-case letter.
    pub(super) caps: bool,
    /// A hash of its letters and figures, case apart: equal for what is printed twice.
    pub(super) key: u64,
}

impl Shape {
    /// Words are counted no further.
    pub(super) const MANY: usize = 500;

    /// Looks at `text`, which has no blanks at its ends.
    pub(super) fn of(text: &str) -> Self {
        let head = head(text, NEAR);
        let mut walk = Walk::default();
        let (mut start, mut first, mut seen, mut hash) = (0, None, 0, 0);
        for (at, c) in head.char_indices() {
            match Ink::of(c) {
                Ink::Blank => {
                    walk.end_word(&head[start..at], first.take());
                    start = at + c.len_utf8();
                }
                Ink::Mark => {}
                letter => {
                    hash = hash_on(hash, c);
                    seen |= letter.bit();
                    first = first.or(Some(letter));
                }
            }
        }
        walk.end_word(&head[start..], first);
        let Walk { words, sentences, .. } = walk;
        let caps = seen & (Ink::Upper.bit() | Ink::Lower.bit()) == Ink::Upper.bit();
        let key = if text.len() > HASHED { raw_hash(text) } else { hash };
        Self { words, end: end(text), sentences, caps, key }
    }

    /// Tells whether the unit can only be running prose: long, or more than one sentence.
    pub(super) fn is_prose(&self) -> bool {
        self.end != End::Open && (self.words >= 25 || self.sentences) || self.words >= 60
    }
}

/// What a character is to the shape of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ink {
    Blank,
    Lower,
    Upper,
    /// A figure, or a letter without case.
    Figure,
    Mark,
}

impl Ink {
    /// Those of ASCII, which nearly all characters are.
    const ASCII: [Self; 128] = {
        let mut table = [Self::Blank; 128];
        let mut byte = b'!';
        while byte <= b'~' {
            table[byte as usize] = match byte {
                b'a'..=b'z' => Self::Lower,
                b'A'..=b'Z' => Self::Upper,
                b'0'..=b'9' => Self::Figure,
                _ => Self::Mark,
            };
            byte += 1;
        }
        table
    };

    /// A bit of its own.
    fn bit(self) -> u8 {
        1 << self as u8
    }

    fn of(c: char) -> Self {
        match Self::ASCII.get(c as usize) {
            Some(&ink) => ink,
            None if is_blank(c) => Self::Blank,
            None if c.is_lowercase() => Self::Lower,
            None if c.is_uppercase() => Self::Upper,
            None if c.is_alphanumeric() => Self::Figure,
            None => Self::Mark,
        }
    }
}

/// A walk over the words of a line.
#[derive(Debug, Default)]
struct Walk<'a> {
    words: usize,
    sentences: bool,
    /// The word before.
    before: &'a str,
}

impl<'a> Walk<'a> {
    /// Takes the next word and its first letter or figure.
    fn end_word(&mut self, word: &'a str, first: Option<Ink>) {
        if word.is_empty() {
            return;
        }
        self.words += usize::from(self.words < Shape::MANY && first.is_some());
        let opens = first == Some(Ink::Upper) && !self.before.is_empty();
        self.sentences = self.sentences || opens && ends_sentence(self.before);
        self.before = word;
    }
}

/// Returns at most the first `limit` bytes of `text`.
pub(super) fn head(text: &str, limit: usize) -> &str {
    &text[..text.floor_char_boundary(limit)]
}

fn is_closing(c: char) -> bool {
    matches!(c, '"' | '”' | '’' | '\'' | ')' | ']' | '»' | '*' | '_')
}

fn end(text: &str) -> End {
    let bare = text.trim_end_matches(is_closing);
    let bare = bare
        .strip_suffix(" and")
        .or_else(|| bare.strip_suffix(" or"))
        .filter(|b| b.ends_with([';', ',']))
        .unwrap_or(bare);
    let Some(last) = bare.chars().next_back() else { return End::Open };
    match last {
        '.' if is_initials(bare) => End::Open,
        '.' | '!' | '…' | '。' | '۔' => End::Stop,
        '?' | '؟' => End::Question,
        ':' => End::Colon,
        ',' | ';' | '،' => End::Comma,
        _ => End::Open,
    }
}

/// Tells whether `text`, which ends with a full stop, ends with initials ("U.S."), in a line too short to be a sentence.
fn is_initials(text: &str) -> bool {
    let mut back = text.chars().rev().skip(1);
    let (letter, dot) = (back.next(), back.next());
    text.len() < 80 && letter.is_some_and(char::is_uppercase) && dot == Some('.')
}

fn ends_sentence(word: &str) -> bool {
    let bare = word.trim_end_matches(is_closing);
    if bare.ends_with(['!', '?', '…']) {
        return true;
    }
    // "Mr.", "Jan.", "U.S.", "No. 4" end no sentence; a word of four letters mostly does.
    bare.strip_suffix('.')
        .is_some_and(|stem| stem.chars().filter(|c| c.is_alphanumeric()).count() > 3 && !stem.contains('.'))
}

fn raw_hash(text: &str) -> u64 {
    let mut hasher = FixedState::default().build_hasher();
    hasher.write(text.as_bytes());
    hasher.finish()
}

/// Takes one more letter or figure into a hash, case apart (FNV-1a, a character at a time).
#[inline]
pub(super) fn hash_on(hash: u64, c: char) -> u64 {
    let step = |hash: u64, c: char| (hash ^ u64::from(u32::from(c))).wrapping_mul(0x0100_0000_01b3);
    if c.is_ascii() { step(hash, c.to_ascii_lowercase()) } else { c.to_lowercase().fold(hash, step) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_is_seen_through_quotes_and_brackets() {
        for (text, wanted) in [
            ("He left.", End::Stop),
            ("“He left.”", End::Stop),
            ("Is it (a treaty?)", End::Question),
            ("They agreed to:", End::Colon),
            ("end the raids; and", End::Comma),
            ("Talks with the U.S.", End::Open),
            ("Notable steps", End::Open),
            ("", End::Open),
            ("\"\"\"", End::Open),
        ] {
            assert_eq!(Shape::of(text).end, wanted, "{text}");
        }
    }

    #[test]
    fn sentences_inside_are_seen_and_abbreviations_are_not() {
        assert!(Shape::of("The talks failed. Nobody left.").sentences);
        assert!(!Shape::of("Mr. Barrack met Gen. Levi of the U.S. Army on Jan. 6").sentences);
    }

    #[test]
    fn capitals_and_copies_are_known() {
        assert!(Shape::of("THE MARLOW COURIER").caps && !Shape::of("UN envoy").caps && !Shape::of("12").caps);
        assert_eq!(Shape::of("Talks resume").key, Shape::of("TALKS resume …").key);
    }
}
