//! The grid on a screen: as many columns side by side as fit, the others in bands below, nothing wider than the screen.

use std::io;

use super::{Sheet, entry};
use crate::matrix::{Cell, Row};
use crate::render::palette::Look;
use crate::render::styled::{Styled, fold, width};
use crate::render::{Screen, phrases};
use crate::text::Span;

/// The columns between two cells.
const GAP: usize = 2;
/// The widest that a column's longest word makes it; a longer word is cut.
const WORD: usize = 14;
/// How far the later lines of a title stand to the right.
const INDENT: usize = 2;
/// The widest that the titles of issues get.
const TITLE: usize = 30;

/// Writes the grid with what its marks mean.
///
/// # Errors
///
/// Returns the error of the output.
pub fn write(screen: &mut Screen, sheet: &Sheet<'_>) -> io::Result<()> {
    let page = Page::new(sheet, screen.width());
    let mut first = 0;
    while first < sheet.matrix.columns.len() {
        let band = page.band(first);
        page.write(screen, first, &band)?;
        screen.blank()?;
        first += band.len();
    }
    let (legend, left_out) = (sheet.legend(), sheet.left_out());
    let mut notes = legend.iter().chain(&left_out);
    notes.try_for_each(|line| screen.block("", "  ", &Styled::of(Look::Aside, line)))
}

/// Writes the foot: how many claims the grid holds.
///
/// # Errors
///
/// Returns the error of the output.
pub fn foot(screen: &mut Screen, sheet: &Sheet<'_>) -> io::Result<()> {
    let total = phrases::total(sheet.corpus, &sheet.matrix.claims());
    screen.block("", "", &Styled::of(Look::Aside, &total))
}

/// The grid laid out for a width.
struct Page<'a> {
    sheet: &'a Sheet<'a>,
    heads: Vec<String>,
    titles: Vec<String>,
    /// Columns for titles.
    title: usize,
    /// Columns for everything.
    width: usize,
}

impl<'a> Page<'a> {
    fn new(sheet: &'a Sheet<'a>, width: usize) -> Self {
        let heads = sheet.matrix.columns.iter().map(|column| sheet.head(column.head)).collect();
        let titles: Vec<String> = sheet.matrix.rows.iter().map(|row| sheet.title(row)).collect();
        let longest = titles.iter().map(|title| self::width(title)).max().unwrap_or(0);
        let words = titles.iter().flat_map(|title| title.split_whitespace()).map(self::width);
        let word = words.max().unwrap_or(0) + INDENT;
        let title = longest.min(TITLE).min((width / 3).max(word.min(width * 2 / 5))).max(2 * INDENT);
        Self { sheet, heads, titles, title, width }
    }

    /// The widths of the columns, from `first` on, that stand side by side: at least one.
    fn band(&self, first: usize) -> Vec<usize> {
        let room = self.width - self.title;
        let mut widths = Vec::new();
        for column in first..self.heads.len() {
            let least = self.least(column).min(room.saturating_sub(GAP));
            if !widths.is_empty() && widths.iter().sum::<usize>() + least + GAP * (widths.len() + 1) > room {
                break;
            }
            widths.push(least);
        }
        self.widen(first, &mut widths);
        widths
    }

    /// The columns that no entry of a column is wider than, nor a word above it unless it is very long.
    fn least(&self, column: usize) -> usize {
        let words = self.heads[column].split_whitespace().map(width).max().unwrap_or(0).min(WORD);
        self.cells(column).flat_map(|cell| &cell.marks).map(|mark| width(&entry(mark))).fold(words, usize::max)
    }

    /// Gives what is left of the line, a column at a time in turn, to those that have more to stand on one line.
    fn widen(&self, first: usize, widths: &mut [usize]) {
        let whole = |at: usize| {
            let cells = self.cells(first + at).map(|cell| flat(cell).width());
            cells.fold(width(&self.heads[first + at]), usize::max)
        };
        let wanted: Vec<usize> = (0..widths.len()).map(whole).collect();
        let mut left = self.width.saturating_sub(self.title + widths.iter().map(|width| width + GAP).sum::<usize>());
        while left > 0 && widths.iter().zip(&wanted).any(|(own, wanted)| own < wanted) {
            for (own, wanted) in widths.iter_mut().zip(&wanted) {
                if *own < *wanted && left > 0 {
                    *own += 1;
                    left -= 1;
                }
            }
        }
    }

    fn cells(&self, column: usize) -> impl Iterator<Item = &Cell<'a>> {
        self.sheet.matrix.rows.iter().map(move |row| &row.cells[column])
    }

    fn write(&self, screen: &mut Screen, first: usize, band: &[usize]) -> io::Result<()> {
        let heads = band.iter().enumerate();
        let mut heads: Vec<Vec<Styled>> =
            heads.map(|(at, &room)| lines(Look::Subheading, &self.heads[first + at], 0, room)).collect();
        let height = heads.iter().map(Vec::len).max().unwrap_or(0);
        for head in &mut heads {
            let above = height - head.len();
            head.splice(0..0, vec![Styled::default(); above]);
        }
        self.lines(screen, &[], &heads, band)?;
        let rule = self.title + band.iter().map(|width| width + GAP).sum::<usize>();
        screen.raw(Look::Aside, &"─".repeat(rule))?;
        for (row, title) in self.sheet.matrix.rows.iter().zip(&self.titles) {
            self.row(screen, row, title, first, band)?;
        }
        Ok(())
    }

    /// A row is left out of a band in which it has nothing.
    fn row(&self, screen: &mut Screen, row: &Row<'_>, title: &str, first: usize, band: &[usize]) -> io::Result<()> {
        let cells = &row.cells[first..first + band.len()];
        if cells.iter().all(|cell| cell.marks.is_empty()) {
            return Ok(());
        }
        let cells: Vec<Vec<Styled>> = cells.iter().zip(band).map(|(cell, &room)| stacked(cell, room)).collect();
        self.lines(screen, &lines(Look::Text, title, INDENT, self.title), &cells, band)
    }

    /// Writes the lines of a row; heads stand on the line above the cells.
    fn lines(&self, screen: &mut Screen, title: &[Styled], cells: &[Vec<Styled>], band: &[usize]) -> io::Result<()> {
        let height = cells.iter().map(Vec::len).fold(title.len(), usize::max);
        for line in 0..height {
            let mut styled = title.get(line).cloned().unwrap_or_default();
            let mut start = self.title;
            for (cell, width) in cells.iter().zip(band) {
                if let Some(part) = cell.get(line).filter(|part| part.width() > 0) {
                    styled = styled.padded(start + GAP).joined("", [part.clone()]);
                }
                start += width + GAP;
            }
            screen.line(&styled)?;
        }
        Ok(())
    }
}

/// A cell on one line.
fn flat(cell: &Cell<'_>) -> Styled {
    let marks = cell.marks.iter().map(|mark| Styled::of(Look::Kind(mark.kind), &entry(mark)));
    Styled::default().joined(", ", marks)
}

/// A cell in lines of at most `room` columns, broken between entries; a dot where it is empty.
fn stacked(cell: &Cell<'_>, room: usize) -> Vec<Styled> {
    let mut lines: Vec<Styled> = Vec::new();
    for mark in &cell.marks {
        let entry = Styled::of(Look::Kind(mark.kind), &entry(mark));
        match lines.last_mut() {
            // The comma after an entry that is not the last takes a column.
            Some(line) if line.width() + 2 + entry.width() <= room => {
                *line = std::mem::take(line).joined(", ", [entry]);
            }
            _ => lines.push(entry),
        }
    }
    if lines.is_empty() { vec![Styled::of(Look::Aside, "·")] } else { lines }
}

/// `text` folded to lines of at most `room` columns, those after the first `indent` columns to the right.
fn lines(look: Look, text: &str, indent: usize, room: usize) -> Vec<Styled> {
    let text = Styled::of(look, text);
    let folded = fold(text.plain(), room, room - indent).into_iter().enumerate();
    let line = |(number, line): (usize, Span)| {
        let before = Styled::default().padded(if number == 0 { 0 } else { indent });
        before.joined("", [Styled::of(look, line.of(text.plain()))])
    };
    folded.map(line).collect()
}
