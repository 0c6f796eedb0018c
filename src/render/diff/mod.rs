//! Sources side by side: each issue with a verdict in front, then point by point in what they differ and what each
//! says.

mod between;
mod markdown;
mod records;
mod words;

use std::io;

use crate::compare::{Cell, Comparison, Entry, Point, Row, Verdict};
use crate::corpus::Corpus;
use crate::query::Glossary;
use crate::record::vocabulary;
use crate::render::palette::Look;
use crate::render::styled::Styled;
use crate::render::{Screen, phrases};

pub use between::{between, between_json};
pub use markdown::{between_markdown, markdown};
pub use records::{csv, json};
pub use words::Wording;

vocabulary! {
    /// How a comparison is written.
    Format {
        /// For a screen.
        Text = "text",
        /// A brief.
        Markdown = "markdown",
        /// One row for each article on each side of a difference.
        Csv = "csv",
        /// Everything.
        Json = "json",
    }
}

/// How much of a comparison is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Shape {
    /// Whether only the verdicts and the differences are shown, no claims.
    pub brief: bool,
    /// Whether the whole sentence follows the quoted words.
    pub quotes: bool,
}

/// The heading over what no issue is known for.
const NO_ISSUE: &str = "On no issue";

/// The columns of the verdict: "contradict" and two spaces.
const VERDICT: usize = 12;
/// The columns of the type of a difference: "contradiction" and two spaces.
const CONTRAST: usize = 15;

/// Writes `comparison`, an issue at a time, with a foot that counts the verdicts.
///
/// # Errors
///
/// Returns the error of the output.
pub fn write(
    screen: &mut Screen,
    corpus: &Corpus,
    glossary: &Glossary,
    comparison: &Comparison,
    shape: Shape,
) -> io::Result<()> {
    let desk = Wording::new(corpus, glossary);
    for row in &comparison.rows {
        write_row(screen, &desk, comparison, row, shape)?;
        screen.blank()?;
    }
    if !comparison.apart.is_empty() {
        heading(screen, Verdict::Only, NO_ISSUE)?;
        let entries: Vec<&Entry> = comparison.apart.iter().collect();
        write_alone(screen, &desk, &entries, shape)?;
        screen.blank()?;
    }
    screen.block("", "", &Styled::of(Look::Aside, &foot(&desk, comparison)))
}

fn write_row(screen: &mut Screen, desk: &Wording, comparison: &Comparison, row: &Row, shape: Shape) -> io::Result<()> {
    heading(screen, row.verdict, desk.issue(row.issue))?;
    let (shared, alone): (Vec<&Point>, Vec<&Point>) = row.points.iter().partition(|point| point.cells.len() > 1);
    shared.into_iter().try_for_each(|point| write_point(screen, desk, comparison, point, shape))?;
    let cells = alone.iter().flat_map(|point| &point.cells);
    let mut entries: Vec<&Entry> = cells.flat_map(|cell| &cell.entries).collect();
    entries.sort_by_key(|entry| (entry.claim.document, entry.stance, entry.claim.content));
    write_alone(screen, desk, &entries, shape)
}

/// The verdict and the title of an issue.
fn heading(screen: &mut Screen, verdict: Verdict, title: &str) -> io::Result<()> {
    let title = Styled::of(Look::Heading, title);
    screen.block("", &" ".repeat(VERDICT), &self::verdict(verdict).padded(VERDICT).joined("", [title]))
}

/// A point that several sources speak of: its differences, then what each source says.
fn write_point(
    screen: &mut Screen,
    desk: &Wording,
    comparison: &Comparison,
    point: &Point,
    shape: Shape,
) -> io::Result<()> {
    let name = Styled::of(Look::Subheading, &words::capital(&point.name));
    screen.block("  ", "    ", &name.joined(": ", [Styled::of(Look::Aside, &Wording::glance(point))]))?;
    for difference in &point.differences {
        let kind = Styled::of(words::look(difference.contrast), difference.contrast.word()).padded(CONTRAST);
        let text = Styled::of(Look::Text, &desk.difference(difference));
        screen.block("    ", &" ".repeat(4 + CONTRAST), &kind.joined("", [text]))?;
    }
    if let Some(text) = desk.omission(comparison, point) {
        let kind = Styled::of(Look::Aside, "omission").padded(CONTRAST);
        screen.block("    ", &" ".repeat(4 + CONTRAST), &kind.joined("", [Styled::of(Look::Aside, &text)]))?;
    }
    if shape.brief {
        return Ok(());
    }
    point.cells.iter().try_for_each(|cell| write_cell(screen, desk, cell, shape))
}

fn write_cell(screen: &mut Screen, desk: &Wording, cell: &Cell, shape: Shape) -> io::Result<()> {
    let name = Styled::of(Look::Subheading, desk.source(cell.document));
    let ahead = if cell.ahead { "written before the talks" } else { "" };
    let when = [Styled::of(Look::Aside, cell.date.unwrap_or("")), Styled::of(Look::Aside, ahead)];
    screen.block("    ", "    ", &name.joined(" · ", when))?;
    cell.entries.iter().try_for_each(|entry| desk.entry(screen, entry, 6, shape.quotes))
}

/// What one source alone says, under the source; the entries of a source stand together.
fn write_alone(screen: &mut Screen, desk: &Wording, entries: &[&Entry], shape: Shape) -> io::Result<()> {
    for group in entries.chunk_by(|a, b| a.claim.document == b.claim.document) {
        let count = phrases::count(group.len(), "point", "points");
        let head = Styled::of(Look::Subheading, &format!("Only in {}", desk.source(group[0].claim.document)));
        let count = if shape.brief { Styled::of(Look::Aside, &count) } else { Styled::default() };
        screen.block("  ", "    ", &head.joined(": ", [count]))?;
        if !shape.brief {
            group.iter().try_for_each(|entry| desk.entry(screen, entry, 4, shape.quotes))?;
        }
    }
    Ok(())
}

fn verdict(verdict: Verdict) -> Styled {
    let look = match verdict {
        Verdict::Contradict | Verdict::Differ => Look::Alert,
        Verdict::Agree => Look::Subheading,
        Verdict::Only => Look::Aside,
    };
    Styled::of(look, verdict.word())
}

fn foot(desk: &Wording, comparison: &Comparison) -> String {
    let of = |verdict: Verdict| comparison.rows.iter().filter(|row| row.verdict == verdict).count();
    let some = Verdict::ALL.iter().filter(|&&verdict| of(verdict) > 0);
    let verdicts: Vec<String> = some.map(|&verdict| format!("{} {}", of(verdict), verdict.word())).collect();
    let count = phrases::count(comparison.rows.len(), "issue", "issues");
    let mut foot = format!("{count} in {}", desk.sources(&comparison.sources));
    if !verdicts.is_empty() {
        foot = format!("{foot}: {}", verdicts.join(", "));
    }
    if !comparison.apart.is_empty() {
        foot = format!("{foot}; {} on no issue", phrases::count(comparison.apart.len(), "point", "points"));
    }
    foot
}
