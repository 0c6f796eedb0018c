//! An article's text as programs hold it that change line breaks while reading, with places counted their way.
//!
//! Such a program turns CRLF into LF and drops a byte order mark, and then its offsets no longer fit; some take
//! every line break of Unicode for one, and XML has no place for control characters. The copy has LF alone, no mark,
//! and U+FFFD for what no program shows, so that all of them count the same.

use crate::text::Span;

/// What a place counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    /// Unicode code points, as Python and the REFI-QDA standard do.
    Point,
    /// UTF-16 code units, as Java does.
    Utf16,
}

impl Unit {
    fn len(self, c: char) -> usize {
        match self {
            Self::Point => 1,
            Self::Utf16 => c.len_utf16(),
        }
    }
}

/// The copy of a text.
#[derive(Debug)]
pub(super) struct Plain {
    /// The copy.
    pub(super) text: String,
    /// For each byte of the original, and its end: the units of the copy before it.
    units: Vec<usize>,
}

impl Plain {
    /// Copies `original`.
    pub(super) fn new(original: &str, unit: Unit) -> Self {
        let mut text = String::with_capacity(original.len());
        let mut units = Vec::with_capacity(original.len() + 1);
        let mut count = 0;
        for (at, c) in original.char_indices() {
            units.resize(at + c.len_utf8(), count);
            let after = original[at + c.len_utf8()..].chars().next();
            if let Some(copied) = copied(c, at == 0, after) {
                text.push(copied);
                count += unit.len(copied);
            }
        }
        units.push(count);
        Self { text, units }
    }

    /// Returns the half-open range of units of the copy for `span` of the original.
    pub(super) fn place(&self, span: Span) -> (usize, usize) {
        let at = |byte: usize| self.units.get(byte).or(self.units.last()).copied().unwrap_or(0);
        (at(span.start), at(span.end))
    }
}

/// Returns what stands in the copy for `c`, if anything does.
fn copied(c: char, first: bool, after: Option<char>) -> Option<char> {
    match c {
        '\u{feff}' if first => None,
        '\r' if after == Some('\n') => None,
        '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        _ => Some(shown(c)),
    }
}

/// Returns `c`, or U+FFFD where XML 1.0 has no place for it (section 2.2, "Characters").
pub(super) fn shown(c: char) -> char {
    match c {
        '\t' | '\n' | '\r' => c,
        '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => '\u{fffd}',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::{Plain, Unit};
    use crate::text::Span;

    const HOSTILE: &str = "\u{feff}a\r\nb😀\u{1}\u{2028}c\rd";

    #[test]
    fn a_copy_has_one_kind_of_line_break_and_no_control_characters() {
        assert_eq!(Plain::new(HOSTILE, Unit::Point).text, "a\nb😀\u{fffd}\nc\nd");
        assert_eq!(Plain::new("", Unit::Point).text, "");
    }

    #[test]
    fn a_place_of_the_original_names_the_same_words_in_the_copy() {
        let last = Span::new(HOSTILE.len() - 1, HOSTILE.len());
        let copy = Plain::new(HOSTILE, Unit::Point);
        let (start, end) = copy.place(last);
        assert_eq!(copy.text.chars().skip(start).take(end - start).collect::<String>(), "d");
        let copy = Plain::new(HOSTILE, Unit::Utf16);
        let units: Vec<u16> = copy.text.encode_utf16().collect();
        let (start, end) = copy.place(last);
        assert_eq!(String::from_utf16_lossy(&units[start..end]), "d");
    }

    #[test]
    fn a_place_beyond_the_text_is_its_end() {
        assert_eq!(Plain::new("ab", Unit::Point).place(Span::new(1, 9)), (1, 2));
    }
}
