//! Text with looks, and its folding into lines by the columns it takes on a terminal.
//!
//! Folding works on places in the plain text, so that a caller always knows which bytes stand on which
//! line: the listings and the underlined passages use the same fold.

use unicode_width::UnicodeWidthChar;

use crate::render::palette::Look;
use crate::text::Span;

/// Text of which each stretch has a look.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Styled {
    text: String,
    /// Where each stretch ends, and how it looks.
    runs: Vec<(usize, Look)>,
}

impl Styled {
    /// Builds `text` with one look.
    #[must_use]
    pub fn of(look: Look, text: &str) -> Self {
        Self::default().with(look, text)
    }

    /// Adds `text` at the end; white space of any kind becomes one space, other control characters `\u{FFFD}`.
    #[must_use]
    pub fn with(mut self, look: Look, text: &str) -> Self {
        for letter in text.chars() {
            if letter.is_whitespace() && letter != '\u{a0}' {
                if !self.text.ends_with(' ') {
                    self.text.push(' ');
                }
            } else {
                self.text.push(shown(letter));
            }
        }
        self.runs.push((self.text.len(), look));
        self
    }

    /// Adds spaces until the text takes `columns` columns; there are none to join as in [`Styled::with`].
    #[must_use]
    pub fn padded(mut self, columns: usize) -> Self {
        let missing = columns.saturating_sub(self.width());
        self.text.push_str(&" ".repeat(missing));
        self.runs.push((self.text.len(), Look::Text));
        self
    }

    /// Adds `parts` at the end, `between` standing between what is there and each that is not empty.
    #[must_use]
    pub fn joined(mut self, between: &str, parts: impl IntoIterator<Item = Self>) -> Self {
        for part in parts {
            if part.text.is_empty() {
                continue;
            }
            if !self.text.is_empty() {
                self = self.with(Look::Aside, between);
            }
            let base = self.text.len();
            self.text.push_str(&part.text);
            self.runs.extend(part.runs.iter().map(|(end, look)| (base + end, *look)));
        }
        self
    }

    /// Returns the text without its looks.
    #[must_use]
    pub fn plain(&self) -> &str {
        &self.text
    }

    /// Returns the columns that the whole text takes on one line.
    #[must_use]
    pub fn width(&self) -> usize {
        width(&self.text)
    }

    /// Returns the part within `span`, with escape sequences for its looks where `colour` is set.
    #[must_use]
    pub fn paint(&self, span: Span, colour: bool) -> String {
        if !colour {
            return span.of(&self.text).to_owned();
        }
        let mut painted = String::new();
        let mut start = 0;
        for &(end, look) in &self.runs {
            let part = Span::new(start.max(span.start), end.min(span.end)).of(&self.text);
            if !part.is_empty() {
                let style = look.style();
                painted += &style.render().to_string();
                painted += part;
                painted += &style.render_reset().to_string();
            }
            start = end;
        }
        painted
    }
}

/// Returns the character that stands for `letter` on a screen: an article cannot send escape sequences.
#[must_use]
pub fn shown(letter: char) -> char {
    match letter {
        '\t' | '\n' | '\r' => ' ',
        letter if letter.is_control() => '\u{FFFD}',
        letter => letter,
    }
}

/// Returns the columns that `text` takes.
#[must_use]
pub fn width(text: &str) -> usize {
    text.chars().map(columns).sum()
}

/// Returns the columns that `letter` takes: none for a combining mark, two for a wide character.
#[must_use]
pub fn columns(letter: char) -> usize {
    shown(letter).width().unwrap_or(0)
}

/// Folds `text` into lines of at most `first` columns, then at most `rest` columns, at spaces; a word that
/// is too long for a line is cut, and the dot between two asides stays with the first. The spans are bytes of `text`, without the spaces at which it was folded.
///
/// No byte that is not white space is lost, and an empty text has no line.
#[must_use]
pub fn fold(text: &str, first: usize, rest: usize) -> Vec<Span> {
    let mut lines = Vec::new();
    let mut start = skip_spaces(text, 0);
    while start < text.len() {
        let room = if lines.is_empty() { first } else { rest };
        let end = line_end(text, start, room.max(2));
        let kept = text[start..end].trim_end_matches(is_gap).len();
        lines.push(Span::new(start, start + kept));
        start = skip_spaces(text, end);
    }
    lines
}

/// Where the line that begins at `start` ends: at the last gap that fits, or inside a word longer than `room`.
fn line_end(text: &str, start: usize, room: usize) -> usize {
    let mut used = 0;
    let mut gap = None;
    for (at, letter) in text[start..].char_indices() {
        if is_gap(letter) && !text[start + at..].trim_start_matches(is_gap).starts_with('·') {
            gap = Some(start + at);
        }
        used += columns(letter);
        if used > room && !is_gap(letter) {
            return gap.filter(|&gap| gap > start).unwrap_or(start + at);
        }
    }
    text.len()
}

fn skip_spaces(text: &str, at: usize) -> usize {
    text.len() - text[at..].trim_start_matches(is_gap).len()
}

fn is_gap(letter: char) -> bool {
    letter.is_whitespace() && letter != '\u{a0}'
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str, width: usize) -> Vec<&str> {
        fold(text, width, width).iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn lines_are_folded_at_the_last_space_that_fits() {
        assert_eq!(folded("one two  three", 7), ["one two", "three"]);
        assert_eq!(folded("one two  three", 6), ["one", "two", "three"]);
        assert_eq!(folded("", 10), Vec::<&str>::new());
        assert_eq!(folded("  ", 10), Vec::<&str>::new());
    }

    #[test]
    fn no_line_begins_with_the_dot_between_asides() {
        assert_eq!(folded("one · two · six", 10), ["one ·", "two · six"]);
    }

    #[test]
    fn a_word_longer_than_the_line_is_cut() {
        assert_eq!(folded("abcdefgh ij", 3), ["abc", "def", "gh", "ij"]);
    }

    #[test]
    fn wide_characters_take_two_columns_and_combining_marks_none() {
        assert_eq!(folded("日本 日本", 4), ["日本", "日本"]);
        assert_eq!(folded("e\u{301}e\u{301} x", 2), ["e\u{301}e\u{301}", "x"]);
    }

    #[test]
    fn the_first_line_may_have_another_room_than_the_rest() {
        let text = "one two three";
        let lines: Vec<_> = fold(text, 3, 9).iter().map(|span| span.of(text)).collect();
        assert_eq!(lines, ["one", "two three"]);
    }

    #[test]
    fn no_word_is_lost_at_any_width() {
        let text = "The  talks — “in principle” — שלום 日本語 e\u{301} resumed; \u{a0} averylongwordindeed.";
        let bare = |text: &str| text.chars().filter(|letter| !letter.is_whitespace()).collect::<String>();
        for width in 0..60 {
            assert_eq!(bare(&folded(text, width).concat()), bare(text), "at {width}");
        }
    }

    #[test]
    fn white_space_is_joined_and_escape_sequences_are_disarmed() {
        assert_eq!(Styled::of(Look::Text, "a \n\t b\u{1b}[31m").plain(), "a b\u{FFFD}[31m");
    }

    #[test]
    fn looks_are_painted_within_a_line_and_closed_there() {
        let text = Styled::of(Look::Id, "abc").with(Look::Text, " d");
        assert_eq!(text.paint(Span::new(1, 5), true), "\u{1b}[36mbc\u{1b}[0m d");
        assert_eq!(text.paint(Span::new(1, 5), false), "bc d");
    }

    #[test]
    fn empty_parts_need_no_separator() {
        let part = |text: &str| Styled::of(Look::Text, text);
        assert_eq!(Styled::default().joined(", ", [part("a"), part(""), part("b")]).plain(), "a, b");
    }
}
