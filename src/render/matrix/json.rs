//! The grid as JSON: every cell with the ids of the claims behind each stance.

use std::io;

use serde::Serialize;

use super::Sheet;
use crate::matrix::{Cell, Head, Mark};
use crate::render::export::json::SCHEMA;

/// A grid as JSON.
#[derive(Serialize)]
struct Grid<'a> {
    /// The version of the claims that the ids mean.
    schema: &'static str,
    by: &'static str,
    columns: Vec<Column<'a>>,
    rows: Vec<Row<'a>>,
}

/// A column as JSON; `id` is a party's slug or a document's id, null for claims of nobody.
#[derive(Serialize)]
struct Column<'a> {
    id: Option<&'a str>,
    name: String,
    claims: usize,
}

/// A row as JSON; `cells` are those with a stance.
#[derive(Serialize)]
struct Row<'a> {
    issue: Option<&'a str>,
    title: String,
    cells: Vec<Filled<'a>>,
}

/// A cell as JSON.
#[derive(Serialize)]
struct Filled<'a> {
    column: Option<&'a str>,
    stances: Vec<Stance<'a>>,
}

/// A stance as JSON.
#[derive(Serialize)]
struct Stance<'a> {
    kind: &'static str,
    status: &'static str,
    sources: Vec<&'a str>,
    origins: usize,
    claims: Vec<&'a str>,
}

/// Renders a grid as indented JSON with a line break at the end.
///
/// # Errors
///
/// Fails only where the JSON writer does, which on these structs does not happen.
pub fn json(sheet: &Sheet<'_>) -> io::Result<String> {
    let matrix = sheet.matrix;
    let columns = matrix.columns.iter();
    let columns = columns.map(|column| Column {
        id: id(sheet, column.head),
        name: sheet.head(column.head),
        claims: column.claims,
    });
    let rows = matrix.rows.iter().map(|row| {
        let filled = row.cells.iter().zip(&matrix.columns).filter(|(cell, _)| !cell.marks.is_empty());
        let cells =
            filled.map(|(cell, column)| Filled { column: id(sheet, column.head), stances: stances(sheet, cell) });
        Row { issue: row.issue, title: sheet.title(row), cells: cells.collect() }
    });
    let grid = Grid { schema: SCHEMA, by: matrix.axis.word(), columns: columns.collect(), rows: rows.collect() };
    let mut text = serde_json::to_string_pretty(&grid)?;
    text.push('\n');
    Ok(text)
}

fn stances<'a>(sheet: &Sheet<'a>, cell: &Cell<'a>) -> Vec<Stance<'a>> {
    let stance = |mark: &Mark<'a>| Stance {
        kind: mark.kind.word(),
        status: mark.status.word(),
        sources: mark.sources.iter().map(|&at| document(sheet, at)).collect(),
        origins: mark.origins,
        claims: mark.claims.iter().map(|claim| claim.id.as_str()).collect(),
    };
    cell.marks.iter().map(stance).collect()
}

fn id<'a>(sheet: &Sheet<'a>, head: Head<'a>) -> Option<&'a str> {
    match head {
        Head::Party(slug) => Some(slug),
        Head::Source(at) => Some(document(sheet, at)),
        Head::Nobody => None,
    }
}

fn document<'a>(sheet: &Sheet<'a>, at: usize) -> &'a str {
    sheet.corpus.documents.get(at).map_or("", |document| &document.id)
}
