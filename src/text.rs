//! Places in a text: byte spans, and their translation to code points and lines.
//!
//! Inside the program a place is a half-open range of bytes into the decoded text of one document.
//! What a user sees counts Unicode code points and lines; [`Index`] translates. It knows nothing of
//! articles or of language.

/// A half-open range of bytes, `start..end`, into the decoded text of one document.
///
/// Both ends lie on character boundaries of that text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last one.
    pub end: usize,
}

impl Span {
    /// Builds the span `start..end`; an inverted pair gives the empty span at `start`.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end: end.max(start) }
    }

    /// Returns the text that the span covers, or the empty string where it does not fit `text`.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or("")
    }

    /// Returns the number of bytes covered.
    #[must_use]
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Tells whether nothing is covered.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Tells whether `other` lies wholly inside.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Tells whether the two share at least one byte.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Returns the smallest span that covers both.
    #[must_use]
    pub fn join(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

/// The place of a span as a user sees it: code points from the start of the file, and a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The first code point (half-open range).
    pub start: usize,
    /// The code point after the last one.
    pub end: usize,
    /// The line of the first code point, counted from 1.
    pub line: usize,
}

/// Translates byte offsets of one text to code points and lines.
#[derive(Debug, Clone, Default)]
pub struct Index {
    /// Code points before every `STEP`-th byte.
    steps: Vec<u32>,
    /// First byte of each line.
    lines: Vec<usize>,
}

const STEP: usize = 64;

impl Index {
    /// Builds the index of `text`.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut steps = Vec::with_capacity(text.len() / STEP + 1);
        let mut lines = vec![0];
        let mut points = 0;
        for step in text.as_bytes().chunks(STEP) {
            steps.push(points);
            points += step.iter().map(|&byte| u32::from(is_start(byte))).sum::<u32>();
        }
        lines.extend(text.match_indices('\n').map(|(at, _)| at + 1));
        Self { steps, lines }
    }

    /// Returns the number of code points of `text` before byte `at`.
    #[must_use]
    pub fn point(&self, text: &str, at: usize) -> usize {
        let at = at.min(text.len());
        let Some(step) = (at / STEP).checked_sub(usize::from(at / STEP >= self.steps.len())) else {
            return 0;
        };
        let Some(&before) = self.steps.get(step) else { return 0 };
        let rest = &text.as_bytes()[step * STEP..at];
        before as usize + rest.iter().filter(|&&byte| is_start(byte)).count()
    }

    /// Returns the line of byte `at`, counted from 1.
    #[must_use]
    pub fn line(&self, at: usize) -> usize {
        self.lines.partition_point(|&start| start <= at).max(1)
    }

    /// Returns the half-open byte range of line `line` (from 1) of `text`, without its line break.
    #[must_use]
    pub fn line_span(&self, text: &str, line: usize) -> Span {
        let start = self.lines.get(line.saturating_sub(1)).copied().unwrap_or(text.len());
        let end = self.lines.get(line).copied().unwrap_or(text.len());
        let kept = text.get(start..end).unwrap_or("").trim_end_matches(['\n', '\r']).len();
        Span::new(start, start + kept)
    }

    /// Returns the number of lines.
    #[must_use]
    pub fn line_count(&self) -> usize {
        self.lines.len()
    }

    /// Returns the place of `span` in code points and lines.
    #[must_use]
    pub fn place(&self, text: &str, span: Span) -> Place {
        Place { start: self.point(text, span.start), end: self.point(text, span.end), line: self.line(span.start) }
    }
}

/// Tells whether `byte` begins a UTF-8 sequence.
fn is_start(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_count_code_points_and_lines_from_one() {
        let text = "é\nשלום — b\r\nc".repeat(40);
        let index = Index::new(&text);
        for (at, _) in text.char_indices() {
            assert_eq!(index.point(&text, at), text[..at].chars().count());
            assert_eq!(index.line(at), 1 + text[..at].matches('\n').count());
        }
        assert_eq!(index.point(&text, text.len()), text.chars().count());
    }

    #[test]
    fn an_empty_text_has_one_line() {
        let index = Index::new("");
        assert_eq!((index.point("", 0), index.line(0), index.line_count()), (0, 1, 1));
    }

    #[test]
    fn a_line_is_given_without_its_break() {
        let text = "one\r\ntwo\n";
        let index = Index::new(text);
        assert_eq!(index.line_span(text, 1).of(text), "one");
        assert_eq!(index.line_span(text, 2).of(text), "two");
        assert_eq!(index.line_span(text, 3).of(text), "");
    }
}
