//! A grid of positions as a reader sees it: on a screen of any width, as CSV, Markdown, HTML and JSON.
//!
//! All show the same cells in the same words: the stances, what is to be known of each, and the number of
//! sources that do not go back to one another.

mod html;
mod json;
mod markdown;
mod screen;

pub use html::html;
pub use json::json;
pub use markdown::markdown;
pub use screen::{foot, write};

use std::io;

use crate::corpus::Corpus;
use crate::matrix::{Axis, Cell, Head, Mark, Matrix, Row};
use crate::query::Glossary;
use crate::record::{Kind, Status, vocabulary};
use crate::render::export::csv::disarmed;
use crate::render::phrases;

vocabulary! {
    /// How a grid is written.
    Format {
        /// For a screen.
        Text = "text",
        /// A table for spreadsheets, cells as on the screen.
        Csv = "csv",
        /// A table with the quotes as footnotes.
        Markdown = "markdown",
        /// A page of its own with the quotes behind the cells.
        Html = "html",
        /// Every cell with the ids of its claims.
        Json = "json",
    }
}

/// A grid with what its names are looked up in.
#[derive(Debug, Clone, Copy)]
pub struct Sheet<'a> {
    /// Where the claims stand.
    pub corpus: &'a Corpus,
    /// What parties and issues are called.
    pub glossary: &'a Glossary,
    /// The grid.
    pub matrix: &'a Matrix<'a>,
}

impl Sheet<'_> {
    /// Returns the words above a column.
    #[must_use]
    pub fn head(&self, head: Head<'_>) -> String {
        match head {
            Head::Party(slug) => self.glossary.party_name(slug).to_owned(),
            Head::Source(at) => phrases::outlet(self.corpus, at).to_owned(),
            Head::Nobody => "no holder".to_owned(),
        }
    }

    /// Returns the words in front of a row.
    #[must_use]
    pub fn title(&self, row: &Row<'_>) -> String {
        row.issue.map_or("On no issue", |slug| self.glossary.issue_title(slug)).to_owned()
    }

    /// Returns what the marks in the grid mean, those that occur, in short sentences; none where there are none.
    #[must_use]
    pub fn legend(&self) -> Vec<String> {
        let marks = || self.matrix.rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.marks);
        let status = |status: Status, meaning: &str| {
            let mark = marks().find(|mark| mark.status == status)?;
            Some(format!("{}: {meaning}", word(mark.kind, status)))
        };
        let most = marks().map(|mark| mark.origins).max().unwrap_or(0);
        let several = (most > 1).then(|| format!("×{most}: in {most} independent sources"));
        let meanings = [
            status(Status::Expected, "expected or possible"),
            status(Status::Past, "of an earlier round, since dropped"),
            status(Status::Denied, "denied by somebody"),
            several,
        ];
        meanings.into_iter().flatten().collect()
    }

    /// Returns what stands behind each mark that several documents have: "Israel, A coordination channel, agreed: 3 sources, 2 origins".
    #[must_use]
    pub fn backings(&self) -> Vec<String> {
        let mut lines = Vec::new();
        for row in &self.matrix.rows {
            for (cell, column) in row.cells.iter().zip(&self.matrix.columns) {
                for (mark, backing) in cell.marks.iter().filter_map(|mark| Some((mark, backing(mark)?))) {
                    let (head, title) = (self.head(column.head), self.title(row));
                    lines.push(format!("{head}, {title}, {}: {backing}", word(mark.kind, mark.status)));
                }
            }
        }
        lines
    }

    /// Returns what was left out of the grid, or nothing: "12 parties and 80 issues with fewer claims are left out".
    #[must_use]
    pub fn left_out(&self) -> Option<String> {
        let (one, many) = match self.matrix.axis {
            Axis::Party => ("party", "parties"),
            Axis::Source => ("source", "sources"),
        };
        let columns = (self.matrix.columns_left_out, one, many);
        let parts = [columns, (self.matrix.rows_left_out, "issue", "issues")];
        let parts = parts.into_iter().filter(|(number, ..)| *number > 0);
        let parts: Vec<String> = parts.map(|(number, one, many)| phrases::count(number, one, many)).collect();
        (!parts.is_empty())
            .then(|| format!("{} with fewer claims left out; all are shown with --all", phrases::list(&parts)))
    }
}

/// Returns a mark in words: "agreed? ×2".
#[must_use]
pub fn entry(mark: &Mark<'_>) -> String {
    let word = word(mark.kind, mark.status);
    if mark.origins > 1 { format!("{word} ×{}", mark.origins) } else { word }
}

/// Returns how many documents and origins stand behind a mark, "3 sources, 1 origin"; nothing where there is one document.
#[must_use]
pub fn backing(mark: &Mark<'_>) -> Option<String> {
    let (sources, origins) = (mark.sources.len(), mark.origins);
    let both = || {
        format!("{}, {}", phrases::count(sources, "source", "sources"), phrases::count(origins, "origin", "origins"))
    };
    (sources > 1).then(both)
}

/// Returns the stance, with a sign for its status.
fn word(kind: Kind, status: Status) -> String {
    let word = match kind {
        Kind::RedLine => "red line",
        kind => kind.word(),
    };
    match status {
        Status::Stated => word.to_owned(),
        Status::Expected => format!("{word}?"),
        Status::Past => format!("({word})"),
        Status::Denied => format!("{word} ✗"),
    }
}

/// Returns a whole cell in words, empty where nothing is in it.
fn entries(cell: &Cell<'_>) -> String {
    cell.marks.iter().map(entry).collect::<Vec<_>>().join(", ")
}

/// Renders a grid as a table for spreadsheets, formulas disarmed.
///
/// # Errors
///
/// Fails only where the CSV writer does, which on a table in memory does not happen.
pub fn csv(sheet: &Sheet<'_>) -> io::Result<String> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let heads = sheet.matrix.columns.iter().map(|column| sheet.head(column.head));
    writer.write_record(["issue".to_owned(), "title".to_owned()].into_iter().chain(heads).map(disarmed))?;
    for row in &sheet.matrix.rows {
        let names = [row.issue.unwrap_or_default().to_owned(), sheet.title(row)];
        writer.write_record(names.into_iter().chain(row.cells.iter().map(entries)).map(disarmed))?;
    }
    let bytes = writer.into_inner().map_err(csv::IntoInnerError::into_error)?;
    String::from_utf8(bytes).map_err(io::Error::other)
}
