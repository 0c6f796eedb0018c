//! A workbook: one sheet with a row a claim, one with a row an article, ready to be filtered and read.
//!
//! Words are written as text cells, which a spreadsheet never computes. The workbook carries no time of its own.

use std::io;

use rust_xlsxwriter::{Color, DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};

use super::json::{Claim as Record, claim_record};
use super::reading::{chain, names, outlet, titles};
use super::{by_document, in_order};
use crate::corpus::Corpus;
use crate::document::Document;
use crate::query::Glossary;
use crate::record::Claim;

/// The columns of the claims with their widths in characters.
const CLAIMS: [(&str, u16); 14] = [
    ("Holder", 18),
    ("Kind", 10),
    ("Issue", 26),
    ("Content", 48),
    ("Toward", 14),
    ("Status", 10),
    ("According to", 30),
    ("Source", 18),
    ("Date", 11),
    ("Line", 6),
    ("Quote", 70),
    ("Also on lines", 10),
    ("Hedged, negated or conditional", 24),
    ("Id", 22),
];

/// The columns of the articles with their widths in characters.
const ARTICLES: [(&str, u16); 9] = [
    ("Source", 18),
    ("Title", 60),
    ("Date", 11),
    ("Author", 18),
    ("Claims", 8),
    ("Address", 50),
    ("Id", 18),
    ("File", 40),
    ("SHA-256", 66),
];

/// The most characters that a cell takes, in UTF-16 units (Excel specifications and limits).
const CELL: usize = 32_767;

/// Renders `corpus` as the bytes of an `.xlsx` file.
///
/// # Errors
/// Fails only where the writer does, which on tables in memory of less than a million rows does not happen.
pub fn render(corpus: &Corpus, glossary: &Glossary) -> io::Result<Vec<u8>> {
    workbook(corpus, glossary).map_err(io::Error::other)
}

fn workbook(corpus: &Corpus, glossary: &Glossary) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let made = ExcelDateTime::from_ymd(1980, 1, 1)?;
    book.set_properties(&DocProperties::new().set_title("Claims").set_creation_datetime(&made));
    let mut claims = Sheet::new(book.add_worksheet(), "Claims", &CLAIMS)?;
    for claim in in_order(corpus) {
        if let Some(document) = corpus.documents.get(claim.document) {
            claims.row(claim_cells(glossary, document, claim, &claim_record(corpus, claim)))?;
        }
    }
    claims.finish()?;
    let mut articles = Sheet::new(book.add_worksheet(), "Articles", &ARTICLES)?;
    for (document, claims) in corpus.documents.iter().zip(by_document(corpus)) {
        articles.row(article_cells(document, claims.len()))?;
    }
    articles.finish()?;
    book.save_to_buffer()
}

fn claim_cells(glossary: &Glossary, document: &Document, claim: &Claim, record: &Record) -> [Cell; CLAIMS.len()] {
    let also: Vec<String> = record.also.iter().map(|place| place.line.to_string()).collect();
    let frame: Vec<String> = record.frame.iter().map(|frame| format!("{}: {}", frame.role, frame.text)).collect();
    [
        Cell::Text(names(glossary, &claim.holders)),
        Cell::Text(record.kind.clone()),
        Cell::Text(titles(glossary, &claim.issues)),
        Cell::Text(joined(&record.content.text)),
        Cell::Text(names(glossary, &claim.toward)),
        Cell::Text(record.status.clone()),
        Cell::Text(chain(&claim.attribution)),
        Cell::Text(outlet(document).to_owned()),
        date(document),
        Cell::Number(record.content.line),
        Cell::Text(joined(&record.quote.text)),
        Cell::Text(also.join("; ")),
        Cell::Text(frame.join("; ")),
        Cell::Text(record.id.clone()),
    ]
}

fn article_cells(document: &Document, claims: usize) -> [Cell; ARTICLES.len()] {
    [
        Cell::Text(outlet(document).to_owned()),
        Cell::Text(document.title.clone()),
        date(document),
        Cell::Text(document.author.clone().unwrap_or_default()),
        Cell::Number(claims),
        Cell::Text(document.url.clone().unwrap_or_default()),
        Cell::Text(document.id.clone()),
        Cell::Text(document.path.clone()),
        Cell::Text(document.sha256.clone()),
    ]
}

/// Joins the lines of a passage, which an article may break anywhere.
fn joined(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns the date of publication as a date where the spreadsheet knows it, as text where not.
fn date(document: &Document) -> Cell {
    let text = document.date.clone().unwrap_or_default();
    ExcelDateTime::parse_from_str(&text).map_or(Cell::Text(text), Cell::Date)
}

/// What stands in a cell.
enum Cell {
    Text(String),
    Number(usize),
    Date(ExcelDateTime),
}

/// The height of a line, and the most that a row may have, in points.
const LINE: u16 = 15;
const TALLEST: u16 = 405;

/// A sheet that is being filled, with its head frozen.
struct Sheet<'a> {
    into: &'a mut Worksheet,
    head: &'a [(&'static str, u16)],
    rows: u32,
    wrapped: Format,
    number: Format,
    day: Format,
}

impl<'a> Sheet<'a> {
    fn new(into: &'a mut Worksheet, name: &str, head: &'a [(&'static str, u16)]) -> Result<Self, XlsxError> {
        let top = Format::new().set_align(FormatAlign::Top);
        let bold = top.clone().set_bold().set_text_wrap().set_background_color(Color::RGB(0x00E8_EAED));
        into.set_name(name)?.set_freeze_panes(1, 0)?.set_landscape().set_print_fit_to_pages(1, 0);
        into.set_repeat_rows(0, 0)?.set_row_height(0, 2 * LINE)?;
        for (column, &(title, width)) in (0..).zip(head) {
            into.set_column_width(column, width)?.write_string_with_format(0, column, title, &bold)?;
        }
        let (wrapped, day) = (top.clone().set_text_wrap(), top.clone().set_num_format("yyyy-mm-dd"));
        Ok(Self { into, head, rows: 0, wrapped, number: top.set_align(FormatAlign::Center), day })
    }

    fn row<const N: usize>(&mut self, cells: [Cell; N]) -> Result<(), XlsxError> {
        self.rows += 1;
        let mut lines = 1;
        for ((column, cell), &(_, width)) in (0..).zip(cells).zip(self.head) {
            if let Cell::Text(text) = &cell {
                lines = lines.max(folded(text, width));
            }
            match cell {
                // An empty cell lets the words of its neighbour run over, and is found by a filter for blanks.
                Cell::Text(text) if text.is_empty() => continue,
                Cell::Text(text) => {
                    self.into.write_string_with_format(self.rows, column, fitting(text), &self.wrapped)?
                }
                Cell::Number(number) => {
                    let number = u32::try_from(number).unwrap_or(u32::MAX);
                    self.into.write_number_with_format(self.rows, column, number, &self.number)?
                }
                Cell::Date(date) => self.into.write_datetime_with_format(self.rows, column, &date, &self.day)?,
            };
        }
        // Said, because not every program fits rows to wrapped text by itself.
        self.into.set_row_height(self.rows, lines.saturating_mul(LINE).min(TALLEST))?;
        Ok(())
    }

    /// Sets the filter over all rows.
    fn finish(self) -> Result<(), XlsxError> {
        let last = u16::try_from(self.head.len()).unwrap_or(u16::MAX).saturating_sub(1);
        self.into.autofilter(0, 0, self.rows, last)?;
        Ok(())
    }
}

/// Returns how many lines `text` takes, folded between words at `width` characters.
fn folded(text: &str, width: u16) -> u16 {
    let width = usize::from(width);
    let (mut lines, mut filled) = (1, 0);
    for word in text.split_whitespace() {
        let len = word.chars().count();
        let fits = filled == 0 || filled + 1 + len <= width;
        lines += usize::from(!fits) + len.saturating_sub(1) / width;
        filled = if fits && filled > 0 { filled + 1 + len } else { len };
        filled = if filled > width { filled % width } else { filled };
    }
    u16::try_from(lines).unwrap_or(u16::MAX)
}

/// Cuts what does not fit into a cell, with a mark.
fn fitting(text: String) -> String {
    if text.len() <= CELL {
        return text;
    }
    let mut units = 0;
    let fits = |c: &char| {
        units += c.len_utf16();
        units < CELL
    };
    let kept: String = text.chars().take_while(fits).collect();
    if kept.len() == text.len() { text } else { format!("{kept}…") }
}

#[cfg(test)]
mod tests {
    use super::{CELL, fitting, folded};

    #[test]
    fn a_row_is_as_tall_as_its_words_fold() {
        for (text, lines) in [("", 1), ("one two", 1), ("one two three", 2), ("aaaaaaaaaaaaaaaaaaaaaaaaa", 3)] {
            assert_eq!(folded(text, 10), lines, "{text}");
        }
    }

    #[test]
    fn a_cell_takes_what_fits_and_shows_that_it_is_cut() {
        assert_eq!(fitting("short".into()), "short");
        for long in ["a".repeat(CELL + 9), "😀".repeat(CELL)] {
            let cut = fitting(long);
            assert!(cut.ends_with('…') && cut.encode_utf16().count() <= CELL);
        }
    }
}
