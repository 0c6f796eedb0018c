//! Lines, list marks, and how lines join to units: the paragraphs, headings and items of the page.
//!
//! Many articles have a paragraph on every line, others are wrapped to a width; which it is shows in where
//! lines begin and in whether a break was forced by the width. It knows no words.

use crate::text::Span;

use super::decode::is_blank;
use super::shape::{End, Shape};
use super::{BlockKind, pattern};

/// A list mark before an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// A bullet or dash.
    Symbol(char),
    /// "1.", "(2)".
    Number(u32),
    /// "a)", "(iv)".
    Letter,
    /// "#", "##".
    Hash,
}

impl Mark {
    /// Tells whether `other` is a mark of the same list.
    pub(super) fn is_like(self, other: Self) -> bool {
        match (self, other) {
            (Self::Symbol(a), Self::Symbol(b)) => a == b,
            _ => std::mem::discriminant(&self) == std::mem::discriminant(&other),
        }
    }
}

/// One or more lines that belong together.
#[derive(Debug, Clone)]
pub(super) struct Unit {
    /// The words, list mark and surrounding blanks left out.
    pub(super) span: Span,
    /// Whether a blank line, or the start of the text, stands before it.
    pub(super) gap: bool,
    /// The mark before it.
    pub(super) mark: Option<Mark>,
    /// What it is, once known.
    pub(super) kind: Option<BlockKind>,
    /// What it repeats, once known.
    pub(super) repeats: Option<Span>,
    /// How it looks.
    pub(super) shape: Shape,
    /// The last line in characters.
    last: usize,
    /// Whether it has more than one line.
    joined: bool,
}

/// Splits the text from byte `from` on into units.
pub(super) fn units(text: &str, from: usize) -> Vec<Unit> {
    let lines = marked(text, lines(text, from));
    let width = wrap_width(text, &lines);
    let mut units: Vec<Unit> = Vec::with_capacity(lines.len());
    for mut line in lines {
        let Some(unit) = units.last_mut() else {
            units.push(line);
            continue;
        };
        if line.mark.is_some() && is_inside(text, unit, &line, width) {
            line.mark = None;
        }
        if joins(text, unit, &line, width) {
            unit.span = unit.span.join(line.span);
            unit.last = line.last;
            unit.shape.end = line.shape.end;
            unit.joined = true;
        } else {
            units.push(line);
        }
    }
    for unit in units.iter_mut().filter(|unit| unit.joined) {
        unit.shape = Shape::of(unit.span.of(text));
    }
    units
}

/// Finds the lines that hold anything, trimmed.
fn lines(text: &str, from: usize) -> Vec<Unit> {
    let mut found = Vec::new();
    let (mut at, mut gap) = (from, true);
    for whole in text[from..].split_inclusive('\n') {
        let bare = whole.strip_suffix('\n').unwrap_or(whole);
        let bare = bare.strip_suffix('\r').unwrap_or(bare);
        let mut start = at;
        for piece in bare.split(['\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}']) {
            let span = trimmed(text, Span::new(start, start + piece.len()));
            if span.is_empty() {
                gap = true;
            } else {
                found.push(line(text, span, gap));
                gap = false;
            }
            let next = start + piece.len();
            start = next + text[next..].chars().next().map_or(0, char::len_utf8);
        }
        at += whole.len();
    }
    found
}

fn line(text: &str, span: Span, gap: bool) -> Unit {
    let words = span.of(text);
    let (shape, last) = (Shape::of(words), words.chars().count());
    Unit { span, gap, mark: None, kind: None, repeats: None, shape, last, joined: false }
}

/// Returns `span` without the blanks at its ends.
pub(super) fn trimmed(text: &str, span: Span) -> Span {
    let whole = span.of(text);
    let kept = whole.trim_start_matches(is_blank);
    let start = span.end - kept.len();
    Span::new(start, start + kept.trim_end_matches(is_blank).len())
}

/// Takes list marks off the lines and tells what can be told of a line alone.
fn marked(text: &str, lines: Vec<Unit>) -> Vec<Unit> {
    let mut out: Vec<Unit> = Vec::with_capacity(lines.len());
    let mut pending: Option<Unit> = None;
    for mut line in lines {
        if let Some(mark_line) = pending.take() {
            if takes_mark(&mark_line, &line) {
                line.mark = mark_line.mark;
                line.gap |= mark_line.gap;
            } else {
                out.push(Unit { mark: None, kind: Some(BlockKind::Furniture), ..mark_line });
            }
        }
        let words = line.span.of(text);
        if let Some(mark) = lone_mark(words) {
            pending = Some(Unit { mark: Some(mark), ..line });
            continue;
        }
        if line.mark.is_none()
            && let Some((mark, length)) = mark(words)
        {
            line.mark = Some(mark);
            line.span = trimmed(text, Span::new(line.span.start + length, line.span.end));
            line.shape = Shape::of(line.span.of(text));
        }
        line.kind = pattern::kind(line.span.of(text), &line.shape);
        out.push(line);
    }
    out.extend(pending.map(|line| Unit { mark: None, kind: Some(BlockKind::Furniture), ..line }));
    out
}

/// Tells whether a mark alone on its line belongs to `line`, the next one that is not blank.
fn takes_mark(mark_line: &Unit, line: &Unit) -> bool {
    !line.gap || (matches!(mark_line.mark, Some(Mark::Symbol('-' | '•' | '·'))) && line.shape.words <= 40)
}

fn lone_mark(words: &str) -> Option<Mark> {
    if words.len() > 8 {
        return None;
    }
    let mut chars = words.chars();
    match (chars.next(), chars.next()) {
        (Some(c), None) if is_bullet(c) || is_dash(c) => Some(Mark::Symbol(c)),
        _ => {
            let padded = format!("{words} x");
            mark(&padded)
                .filter(|(mark, length)| matches!(mark, Mark::Number(_) | Mark::Letter) && *length > words.len())
                .map(|found| found.0)
        }
    }
}

fn is_bullet(c: char) -> bool {
    matches!(
        c,
        '•' | '·'
            | '‣'
            | '◦'
            | '▪'
            | '■'
            | '●'
            | '○'
            | '►'
            | '▶'
            | '➢'
            | '✓'
            | '▸'
            | '∙'
            | '→'
            | '➔'
            | '➜'
            | '➤'
            | '⇒'
            | '»'
            | '›'
    )
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '*' | '–' | '—' | '−')
}

/// Reads the list mark at the head of `words`: what it is, and its length with the blanks after it.
fn mark(words: &str) -> Option<(Mark, usize)> {
    let first = words.chars().next()?;
    let after = &words[first.len_utf8()..];
    let blanks = |rest: &str| rest.len() - rest.trim_start_matches(is_blank).len();
    if is_bullet(first) || (is_dash(first) && blanks(after) > 0) {
        let length = first.len_utf8() + blanks(after);
        return (length < words.len()).then_some((Mark::Symbol(first), length));
    }
    if first == '#' {
        let rest = words.trim_start_matches('#');
        let length = words.len() - rest.len();
        return (length <= 6 && blanks(rest) > 0).then_some((Mark::Hash, length + blanks(rest)));
    }
    let (inner, opened) = words.strip_prefix('(').map_or((words, false), |rest| (rest, true));
    let end = inner.bytes().take(6).position(|b| !b.is_ascii_alphanumeric())?;
    let (name, rest) = inner.split_at(end);
    let kind = counted(name, opened, rest.as_bytes().first().copied())?;
    let rest = &rest[1..];
    (blanks(rest) > 0 && blanks(rest) < rest.len()).then_some((kind, words.len() - rest.len() + blanks(rest)))
}

/// Tells what the counter `name` followed by `close` counts.
fn counted(name: &str, opened: bool, close: Option<u8>) -> Option<Mark> {
    let closed = close == Some(b')') || (!opened && close == Some(b'.'));
    if !closed || name.is_empty() {
        return None;
    }
    if name.bytes().all(|b| b.is_ascii_digit()) {
        return (name.len() <= 3).then(|| name.parse().ok().map(Mark::Number)).flatten();
    }
    let roman = name.bytes().all(|b| matches!(b, b'i' | b'v' | b'x'));
    ((name.len() == 1 && name.bytes().all(|b| b.is_ascii_lowercase()) || roman) && close == Some(b')'))
        .then_some(Mark::Letter)
}

/// Finds the width to which the text is wrapped, in characters; `None` where lines are paragraphs.
///
/// Where lines are paragraphs, hardly any begins in lower case after an unfinished one.
fn wrap_width(text: &str, lines: &[Unit]) -> Option<usize> {
    let (mut pairs, mut broken, mut width) = (0, 0, 0);
    for pair in lines.windows(2) {
        let [line, next] = pair else { continue };
        if next.gap || line.last < 30 || line.kind.is_some() || next.kind.is_some() {
            continue;
        }
        pairs += 1;
        width = width.max(line.last);
        broken += usize::from(line.shape.end != End::Stop && starts_lower(next.span.of(text)));
    }
    (broken * 4 >= pairs && broken > 0 && width <= 200).then_some(width)
}

fn starts_lower(words: &str) -> bool {
    words.chars().next().is_some_and(char::is_lowercase)
}

/// Tells whether what looks like a list mark stands in the middle of a wrapped paragraph.
fn is_inside(text: &str, unit: &Unit, line: &Unit, width: Option<usize>) -> bool {
    if line.gap || unit.kind.is_some() || !matches!(unit.shape.end, End::Open | End::Comma) || width.is_none() {
        return false;
    }
    match (unit.mark, line.mark) {
        (Some(Mark::Number(before)), Some(Mark::Number(n))) if n == before + 1 => false,
        (_, Some(Mark::Number(n))) => n != 1 && is_forced(text, unit, line, width),
        (None, Some(Mark::Symbol(_))) => starts_lower(line.span.of(text)) && is_forced(text, unit, line, width),
        _ => false,
    }
}

/// Tells whether the first word of `line` would not have fitted on the line before.
fn is_forced(text: &str, unit: &Unit, line: &Unit, width: Option<usize>) -> bool {
    let first = line.span.of(text).chars().take_while(|c| !is_blank(*c)).take(200).count();
    width.is_some_and(|width| unit.last + 1 + first > width)
}

/// Tells whether a line ends as an item of a list does.
fn is_item(words: &str) -> bool {
    [";", "; and", "; or"].iter().any(|end| words.ends_with(end))
}

/// Tells whether `line` continues `unit`.
fn joins(text: &str, unit: &Unit, line: &Unit, width: Option<usize>) -> bool {
    if unit.kind.is_some() || line.kind.is_some() || line.mark.is_some() {
        return false;
    }
    let unfinished = matches!(unit.shape.end, End::Open | End::Comma);
    let lower = starts_lower(line.span.of(text));
    if line.gap {
        return unfinished && lower && unit.shape.words >= 8 && unit.last >= 40 && unit.shape.end == End::Open;
    }
    if matches!(unit.mark, Some(Mark::Hash)) || is_item(unit.span.of(text)) {
        return false;
    }
    if width.is_some() && unfinished && unit.span.len() > 150 {
        return true;
    }
    (unfinished && lower && unit.shape.words >= 4) || is_forced(text, unit, line, width)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn expect(text: &str, wanted: &[&str]) {
        let units = units(text, 0);
        let words: Vec<_> = units.iter().map(|unit| unit.span.of(text)).collect();
        assert_eq!(words, wanted);
    }

    #[test]
    fn a_wrapped_paragraph_is_one_unit_and_a_line_of_its_own_another() {
        expect(
            "Syria said on Monday that it would not sign the\ndocument before Israel had left the hills it took\nlast year. Talks go on.\nNext steps\nThe parties meet again.",
            &[
                "Syria said on Monday that it would not sign the\ndocument before Israel had left the hills it took\nlast year. Talks go on.",
                "Next steps",
                "The parties meet again.",
            ],
        );
        expect("The talks failed.\nThe parties left.\n", &["The talks failed.", "The parties left."]);
    }

    #[test]
    fn marks_are_taken_off_wherever_they_stand() {
        for text in
            ["- one", "• one", "•one", "1. one", "a) one", "(iv) one", "-\none", "3.\none", "-\n\none", "## one"]
        {
            let units = units(text, 0);
            assert_eq!(units.len(), 1, "{text}");
            assert!(units[0].mark.is_some() && units[0].span.of(text) == "one", "{text}");
        }
    }

    #[test]
    fn a_year_a_decimal_or_a_dash_in_a_wrapped_line_is_no_mark() {
        for text in ["2026. A year", "1.5 per cent", "-5 degrees", "A. Smith said", "(Reuters) one"] {
            assert_eq!(units(text, 0)[0].mark, None, "{text}");
        }
        expect(
            "The delegations agreed in Paris to meet on January\n12. They also issued a joint statement on Monday night\n- a rare document - which their governments approved.",
            &[
                "The delegations agreed in Paris to meet on January\n12. They also issued a joint statement on Monday night\n- a rare document - which their governments approved.",
            ],
        );
    }

    #[test]
    fn every_line_break_counts() {
        expect("One.\r\nTwo.\rThree.\u{2028}Four.\u{85}Five.", &["One.", "Two.", "Three.", "Four.", "Five."]);
        assert!(!units("One.\r\nTwo.", 0)[1].gap && units("One.\r\n\r\nTwo.", 0)[1].gap);
    }
}
