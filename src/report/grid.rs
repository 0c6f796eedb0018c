//! The positions on a grid: issues down, parties or sources across; every stance leads to the claims behind it.

use maud::{Markup, html};

use super::Subject;
use super::claim;
use super::flow::shown;
use super::names::Names;
use crate::compare::Origins;
use crate::matrix::{Axis, Cell, Head, Mark, Matrix, Row};
use crate::query::Filter;
use crate::record::Status;
use crate::render::matrix::{Sheet, backing};
use crate::render::phrases;

/// The most columns and rows of a grid that can be taken in.
const GLANCE: (usize, usize) = (8, 40);

/// Writes the grid of all claims by `axis`.
pub(super) fn grid(subject: &Subject, names: &Names, origins: &Origins, axis: Axis) -> Markup {
    let Subject { corpus, glossary, .. } = *subject;
    let matrix = Matrix::new(corpus, glossary, origins, &Filter::default(), axis).busiest(GLANCE.0, GLANCE.1);
    let sheet = Sheet { corpus, glossary, matrix: &matrix };
    let id = format!("by-{}", axis.word());
    html! {
        div.wide role="region" aria-labelledby=(id) tabindex="0" {
            table.grid {
                caption id=(id) { "Issues by " (axis.word()) }
                thead {
                    tr { th scope="col" { "Issue" } @for column in &matrix.columns { th scope="col" { (head(&sheet, names, column.head)) } } }
                }
                tbody { @for row in &matrix.rows { (self::row(&sheet, names, row)) } }
            }
        }
        @if let Some(less) = less(&matrix) { p.more { (less) } }
    }
}

fn head(sheet: &Sheet, names: &Names, head: Head) -> Markup {
    match head {
        Head::Source(at) => html! { a href={ "#d" (at) } { (shown(&names.sources[at])) } },
        Head::Nobody => html! { (names.holders::<&str>(&[])) },
        Head::Party(_) => html! { (shown(&sheet.head(head))) },
    }
}

fn row(sheet: &Sheet, names: &Names, row: &Row) -> Markup {
    let title = sheet.title(row);
    html! {
        tr {
            th scope="row" { (shown(&title)) }
            @for (cell, column) in row.cells.iter().zip(&sheet.matrix.columns) {
                td { (self::cell(names, cell, &format!("{} · {title}", sheet.head(column.head)))) }
            }
        }
    }
}

fn cell(names: &Names, cell: &Cell, place: &str) -> Markup {
    html! { @for mark in &cell.marks { div { (self::mark(names, mark, place)) } } }
}

/// A stance with its status and, where several independent origins stand behind it, their number.
fn mark(names: &Names, mark: &Mark, place: &str) -> Markup {
    let status = if mark.status == Status::Stated { "" } else { mark.status.word() };
    let words = html! {
        (claim::badge(mark.kind))
        @if !status.is_empty() { " " span.status.{ "s-" (status) } { (status) } }
        @if mark.origins > 1 { " ×" (mark.origins) }
    };
    let behind = backing(mark).unwrap_or_default();
    let title = [place, status, &behind].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    claim::several(names, &mark.claims, &title, &words)
}

/// Says what was left out of the grid, if anything.
fn less(matrix: &Matrix) -> Option<String> {
    let (one, many) = match matrix.axis {
        Axis::Party => ("party", "parties"),
        Axis::Source => ("source", "sources"),
    };
    let parts = [(matrix.columns_left_out, one, many), (matrix.rows_left_out, "issue", "issues")];
    let parts = parts.into_iter().filter(|(number, ..)| *number > 0);
    let parts: Vec<String> = parts.map(|(number, one, many)| phrases::count(number, one, many)).collect();
    (!parts.is_empty())
        .then(|| format!("{} with fewer claims are not on the grid but under Positions.", phrases::list(&parts)))
}
