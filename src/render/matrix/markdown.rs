//! The grid as a Markdown table, the quotes behind each cell in a footnote.

use std::fmt::Write as _;

use super::{Sheet, entries};
use crate::matrix::Cell;
use crate::record::Claim;
use crate::render::claims::quoted;
use crate::render::export::markdown::escaped;
use crate::render::phrases;

/// Renders a grid; what comes from articles shows as text.
#[must_use]
pub fn markdown(sheet: &Sheet<'_>) -> String {
    let mut notes = Vec::new();
    let heads: Vec<String> = sheet.matrix.columns.iter().map(|column| escaped(&sheet.head(column.head))).collect();
    let mut text = format!("| Issue | {} |\n|---|{}\n", heads.join(" | "), "---|".repeat(heads.len()));
    for row in &sheet.matrix.rows {
        let cells: Vec<String> = row.cells.iter().map(|cell| filled(sheet, cell, &mut notes)).collect();
        // Writing to a string cannot fail.
        let _ = writeln!(text, "| {} | {} |", escaped(&sheet.title(row)), cells.join(" | "));
    }
    for line in sheet.legend().iter().chain(&sheet.left_out()) {
        let _ = write!(text, "\n{}\n", escaped(line));
    }
    if !notes.is_empty() {
        text.push('\n');
    }
    text + &notes.concat()
}

/// A cell with the number of its footnote, which is added to `notes`.
fn filled(sheet: &Sheet<'_>, cell: &Cell<'_>, notes: &mut Vec<String>) -> String {
    if cell.marks.is_empty() {
        return String::new();
    }
    let number = notes.len() + 1;
    let claims: Vec<String> = cell.claims().map(|claim| escaped(&evidence(sheet, claim))).collect();
    notes.push(format!("[^{number}]: {}\n", claims.join("<br>")));
    format!("{}[^{number}]", escaped(&entries(cell)))
}

/// "demand: “…” (An-Nahar, line 3, according to an official; annahar-3f9a2b)".
fn evidence(sheet: &Sheet<'_>, claim: &Claim) -> String {
    let Some(document) = sheet.corpus.documents.get(claim.document) else { return String::new() };
    let source = match phrases::attribution(&claim.attribution) {
        chain if chain.is_empty() => chain,
        chain => format!(", according to {chain}"),
    };
    let quote = quoted(claim.quote.of(&document.text));
    let (name, line) = (phrases::outlet(sheet.corpus, claim.document), document.index.line(claim.quote.start));
    format!("{}: {quote} ({name}, line {line}{source}; {})", super::word(claim.kind, claim.status), claim.id)
}
