//! A passage of an article with line numbers, and what is marked in it underlined in place.
//!
//! Paragraphs stand on one line of an article, so each line is folded to the screen and the strokes are
//! drawn under each folded part. Existing renderers of source text keep a line whole or cut it, which
//! is why this one is our own. Columns are those of a terminal: wide characters take two.

use std::io;

use crate::document::Document;
use crate::record::Claim;
use crate::render::Screen;
use crate::render::palette::Look;
use crate::render::styled::{columns, fold, shown, width};
use crate::text::Span;

/// Words to underline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Where they stand, in bytes of the document.
    pub span: Span,
    /// What they are, written below where they begin.
    pub label: &'static str,
    /// The character that underlines them.
    pub stroke: char,
}

/// Returns the marks of a claim: cue, holder, content, attribution and frame.
#[must_use]
pub fn marks(claim: &Claim) -> Vec<Mark> {
    let mark = |span: Span, label, stroke| Mark { span, label, stroke };
    let mut marks = vec![mark(claim.content, "content", '~'), mark(claim.cue, "cue", '^')];
    marks.extend(claim.holder_spans.iter().map(|&span| mark(span, "holder", '-')));
    marks.extend(claim.attribution.iter().map(|source| mark(source.span, "source", '=')));
    marks.extend(claim.frame.iter().map(|frame| mark(frame.span, frame.role.word(), '!')));
    marks.retain(|mark| !mark.span.is_empty());
    marks
}

/// Draws every line of `document` that `passage` or a mark touches.
///
/// # Errors
///
/// Returns the error of the output.
pub fn draw(screen: &mut Screen, document: &Document, passage: Span, marks: &[Mark]) -> io::Result<()> {
    let lines = touched(document, passage, marks);
    let digits = lines.last().map_or(1, |line| line.to_string().len());
    let mut before = None;
    for line in lines {
        if before.is_some_and(|before| before + 1 < line) {
            screen.raw(Look::Aside, &format!("{:>digits$} …", ""))?;
        }
        before = Some(line);
        let shown = window(document, line, passage, marks);
        draw_line(screen, document, shown, &format!("{line:>digits$} | "), marks)?;
    }
    Ok(())
}

/// Draws only `part` of `document`, not the lines around it.
///
/// # Errors
///
/// Returns the error of the output.
pub fn draw_part(screen: &mut Screen, document: &Document, part: Span, marks: &[Mark]) -> io::Result<()> {
    let line = document.index.line(part.start);
    draw_line(screen, document, part, &format!("{line} | "), marks)
}

/// The numbers of the lines to draw, ascending; a line without text between them is left out.
fn touched(document: &Document, passage: Span, marks: &[Mark]) -> Vec<usize> {
    let spans = marks.iter().map(|mark| mark.span).chain([passage]);
    let lines = spans.flat_map(|span| {
        let last = span.end.max(span.start + 1) - 1;
        document.index.line(span.start)..=document.index.line(last)
    });
    let mut lines: Vec<usize> = lines.collect();
    lines.sort_unstable();
    lines.dedup();
    lines.retain(|&line| !document.index.line_span(&document.text, line).of(&document.text).trim().is_empty());
    lines
}

/// A line longer than this, in bytes, is shown only around what is marked.
const LONG: usize = 4000;
/// What is then shown on either side, in bytes.
const AROUND: usize = 400;

fn window(document: &Document, line: usize, passage: Span, marks: &[Mark]) -> Span {
    let whole = document.index.line_span(&document.text, line);
    if whole.len() <= LONG {
        return whole;
    }
    let spans = marks.iter().map(|mark| mark.span).chain([passage]).filter(|span| span.overlaps(whole));
    let Some(core) = spans.reduce(Span::join) else { return whole };
    let start = document.text.floor_char_boundary(core.start.saturating_sub(AROUND).max(whole.start));
    let end = document.text.ceil_char_boundary((core.end + AROUND).min(whole.end));
    Span::new(start, end)
}

fn draw_line(screen: &mut Screen, document: &Document, line: Span, gutter: &str, marks: &[Mark]) -> io::Result<()> {
    let blank = format!("{}| ", " ".repeat(gutter.len() - 2));
    let room = screen.width().saturating_sub(gutter.len());
    let text = line.of(&document.text);
    for (number, part) in fold(text, room, room).into_iter().enumerate() {
        let gutter = if number == 0 { gutter } else { &blank };
        let readable: String = part.of(text).chars().map(shown).collect();
        screen.raw(Look::Text, &format!("{gutter}{readable}"))?;
        let part = Span::new(line.start + part.start, line.start + part.end);
        for row in underlines(&document.text, part, marks) {
            screen.raw(Look::Id, &format!("{blank}{row}"))?;
        }
    }
    Ok(())
}

/// What a mark covers of one folded line, in columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stroke<'a> {
    start: usize,
    end: usize,
    mark: &'a Mark,
    /// Whether the mark begins here, so that the label belongs here.
    first: bool,
}

/// The rows under one folded line: for each lane of strokes that do not overlap, the strokes and their labels.
fn underlines(text: &str, part: Span, marks: &[Mark]) -> Vec<String> {
    let mut strokes: Vec<Stroke> = marks.iter().filter_map(|mark| stroke(text, part, mark)).collect();
    strokes.sort_by_key(|stroke| (stroke.start, usize::MAX - stroke.end));
    strokes.dedup();
    lanes(&strokes).iter().flat_map(|lane| [stroke_row(lane)].into_iter().chain(label_rows(lane))).collect()
}

fn stroke<'a>(text: &str, part: Span, mark: &'a Mark) -> Option<Stroke<'a>> {
    let covered = Span::new(mark.span.start.max(part.start), mark.span.end.min(part.end));
    if covered.is_empty() || !mark.span.overlaps(part) {
        return None;
    }
    let start: usize = text[part.start..covered.start].chars().map(columns).sum();
    let end = start + width(covered.of(text));
    Some(Stroke { start, end, mark, first: mark.span.start >= part.start })
}

fn lanes<'a>(strokes: &[Stroke<'a>]) -> Vec<Vec<Stroke<'a>>> {
    let mut lanes: Vec<Vec<Stroke>> = Vec::new();
    for &stroke in strokes {
        let free = lanes.iter_mut().find(|lane| lane.last().is_none_or(|last| last.end <= stroke.start));
        match free {
            Some(lane) => lane.push(stroke),
            None => lanes.push(vec![stroke]),
        }
    }
    lanes
}

fn stroke_row(lane: &[Stroke]) -> String {
    let mut row = String::new();
    for stroke in lane {
        pad(&mut row, stroke.start);
        row.extend(std::iter::repeat_n(stroke.mark.stroke, stroke.end - stroke.start));
    }
    row
}

/// Labels stand below where their stroke begins; one that would run into the next goes a row lower, on a line
/// that leads down to it.
fn label_rows(lane: &[Stroke]) -> Vec<String> {
    let mut rows: Vec<Vec<(usize, &str)>> = Vec::new();
    for stroke in lane.iter().rev().filter(|stroke| stroke.first) {
        let needed = stroke.start + stroke.mark.label.len() + 1;
        let fits = |row: &Vec<(usize, &str)>| row.last().is_none_or(|&(start, _)| needed <= start);
        let place = rows.iter().position(fits).unwrap_or(rows.len());
        if place == rows.len() {
            rows.push(Vec::new());
        }
        for row in &mut rows[..place] {
            row.push((stroke.start, "|"));
        }
        rows[place].push((stroke.start, stroke.mark.label));
    }
    rows.iter().map(|row| label_row(row)).collect()
}

fn label_row(labels: &[(usize, &str)]) -> String {
    let mut row = String::new();
    for &(start, label) in labels.iter().rev() {
        pad(&mut row, start);
        row.push_str(label);
    }
    row
}

fn pad(row: &mut String, columns: usize) {
    let missing = columns.saturating_sub(row.chars().count());
    row.extend(std::iter::repeat_n(' ', missing));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::screen::rendered;
    use crate::text::Index;

    fn document(text: &str) -> Document {
        Document { text: text.into(), index: Index::new(text), ..Document::default() }
    }

    fn mark(text: &str, words: &str, label: &'static str, stroke: char) -> Mark {
        let start = text.find(words).expect("words of the text");
        Mark { span: Span::new(start, start + words.len()), label, stroke }
    }

    fn drawn(width: usize, text: &str, marks: &[Mark]) -> String {
        let passage = marks.iter().map(|mark| mark.span).reduce(Span::join).expect("a mark");
        rendered(width, |screen| draw(screen, &document(text), passage, marks))
    }

    #[test]
    fn marks_are_underlined_where_they_stand_with_labels_led_down_where_they_would_meet() {
        let text = "A heading\n\nNorland demanded that Sudmark reopen the posts.\n";
        let marks = [
            mark(text, "Norland", "holder", '-'),
            mark(text, "demanded", "cue", '^'),
            mark(text, "Sudmark reopen the posts", "content", '~'),
        ];
        let expected = "\
3 | Norland demanded that Sudmark reopen the posts.
  | ------- ^^^^^^^^      ~~~~~~~~~~~~~~~~~~~~~~~~
  | holder  cue           content
";
        assert_eq!(drawn(80, text, &marks), expected);
        let narrow = [mark(text, "Norland", "attribution", '='), mark(text, "demanded", "cue", '^')];
        let expected = "\
3 | Norland demanded that Sudmark reopen the posts.
  | ======= ^^^^^^^^
  | |       cue
  | attribution
";
        assert_eq!(drawn(80, text, &narrow), expected);
    }

    #[test]
    fn a_mark_goes_on_under_the_next_folded_line() {
        let text = "Norland demanded that Sudmark reopen the posts.";
        let marks = [mark(text, "Sudmark reopen the posts", "content", '~')];
        let expected = "\
1 | Norland demanded that Sudmark
  |                       ~~~~~~~
  |                       content
  | reopen the posts.
  | ~~~~~~~~~~~~~~~~
";
        assert_eq!(drawn(34, text, &marks), expected);
    }

    #[test]
    fn a_mark_within_a_mark_gets_its_own_lane() {
        let text = "It refused any withdrawal.";
        let marks = [mark(text, "refused any withdrawal", "content", '~'), mark(text, "refused", "negation", '!')];
        let expected = "\
1 | It refused any withdrawal.
  |    ~~~~~~~~~~~~~~~~~~~~~~
  |    content
  |    !!!!!!!
  |    negation
";
        assert_eq!(drawn(80, text, &marks), expected);
    }

    #[test]
    fn lines_between_are_left_out_and_empty_ones_do_not_count() {
        let text = "The rule.\n\nNot shown.\n\nIs this a red line?\n";
        let marks = [mark(text, "The rule", "content", '~'), mark(text, "red line", "cue", '^')];
        let (first, last) = (marks[0].span, Span::new(0, 1));
        assert!(first.contains(last));
        let out = rendered(80, |screen| draw(screen, &document(text), first, &marks));
        assert!(out.contains("\n  …\n5 | Is this"), "{out}");
        assert!(!out.contains("Not shown"), "{out}");
    }

    #[test]
    fn wide_characters_and_combining_marks_keep_the_strokes_in_place() {
        let text = "日本 e\u{301}e\u{301} demanded it.";
        let out = drawn(80, text, &[mark(text, "demanded", "cue", '^')]);
        assert_eq!(out.lines().nth(1), Some("  |         ^^^^^^^^"));
    }

    #[test]
    fn a_line_without_end_is_shown_around_its_marks() {
        let text = format!("{}Norland demanded it.{}", "word ".repeat(100_000), " word".repeat(100_000));
        let out = drawn(80, &text, &[mark(&text, "demanded", "cue", '^')]);
        assert!(out.contains("Norland demanded it"), "{out}");
        assert!(out.len() < 2_000, "{}", out.len());
    }
}
