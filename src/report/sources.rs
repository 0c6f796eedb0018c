//! The sources side by side, issue by issue and point by point, with the differences in words.

use maud::{Markup, html};

use super::claim;
use super::flow::shown;
use super::names::Names;
use crate::compare::{Cell, Comparison, Point, Row, Verdict};
use crate::corpus::Corpus;
use crate::query::Glossary;
use crate::render::diff::Wording;
use crate::render::phrases;

/// Writes every issue with a point of which two sources speak, the gravest difference first.
pub(super) fn sources(corpus: &Corpus, glossary: &Glossary, names: &Names, comparison: &Comparison) -> Markup {
    let wording = Wording::new(corpus, glossary);
    let rows = comparison.rows.iter().filter(|row| row.verdict != Verdict::Only);
    html! { @for row in rows { (issue(corpus, names, &wording, row)) } }
}

/// Sources that one point shows, and claims that one source shows there; the rest stands under Positions.
const SHOWN: (usize, usize) = (12, 6);

fn issue(corpus: &Corpus, names: &Names, wording: &Wording, row: &Row) -> Markup {
    html! {
        details.compared {
            summary {
                h3 { span.verdict.{ "v-" (row.verdict.word()) } { (row.verdict.word()) } " " (shown(names.issue(row.issue))) }
                " " span.says { (phrases::count(row.speaking(), "source", "sources")) }
            }
            @for point in row.points.iter().filter(|point| point.cells.len() > 1) { (self::point(corpus, names, wording, point)) }
        }
    }
}

/// A point: its name, in what the sources differ, and what each says.
fn point(corpus: &Corpus, names: &Names, wording: &Wording, point: &Point) -> Markup {
    html! {
        h4 { (shown(&point.name)) ": " (Wording::glance(point)) }
        ul {
            @for difference in &point.differences {
                li { span.strong { (difference.contrast.word()) } ": " (shown(&wording.difference(difference))) }
            }
        }
        @for cell in point.cells.iter().take(SHOWN.0) { (self::cell(corpus, names, cell)) }
        (more(point.cells.len(), SHOWN.0, "source", "sources"))
    }
}

fn cell(corpus: &Corpus, names: &Names, cell: &Cell) -> Markup {
    html! {
        h5 { (shown(&names.sources[cell.document])) }
        ul.claims {
            @for entry in cell.entries.iter().take(SHOWN.1) {
                li { (claim::held(corpus, names, entry.claim)) }
            }
        }
        (more(cell.entries.len(), SHOWN.1, "claim", "claims"))
    }
}

/// Says how many of `all` are not shown.
fn more(all: usize, shown: usize, one: &str, many: &str) -> Markup {
    let rest = all.saturating_sub(shown);
    html! { @if rest > 0 { p.more { (phrases::count(rest, &format!("more {one}"), &format!("more {many}"))) " under Positions" } } }
}
