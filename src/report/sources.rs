//! The sources side by side, issue by issue.

use maud::{Markup, html};

use super::claim;
use super::flow::shown;
use super::names::Names;
use crate::compare::{Cell, Comparison, Row, Verdict};
use crate::corpus::Corpus;
use crate::render::phrases;

/// Writes every issue of which two sources speak, the gravest difference first.
pub(super) fn sources(corpus: &Corpus, names: &Names, comparison: &Comparison) -> Markup {
    let rows = comparison.rows.iter().filter(|row| row.verdict != Verdict::Only);
    html! { @for row in rows { (issue(corpus, names, row)) } }
}

/// Sources that one issue shows, and claims that one source shows there; the rest stands under Positions.
const SHOWN: (usize, usize) = (12, 6);

fn issue(corpus: &Corpus, names: &Names, row: &Row) -> Markup {
    let speaking: Vec<&Cell> = row.cells.iter().filter(|cell| !cell.entries.is_empty()).collect();
    html! {
        details.compared {
            summary {
                h3 { span.verdict.{ "v-" (row.verdict.word()) } { (row.verdict.word()) } " " (shown(names.issue(row.issue))) }
                " " span.says { (phrases::count(speaking.len(), "source", "sources")) }
            }
            @for cell in speaking.iter().take(SHOWN.0) { (self::cell(corpus, names, cell)) }
            (more(speaking.len(), SHOWN.0, "source", "sources"))
        }
    }
}

fn cell(corpus: &Corpus, names: &Names, cell: &Cell) -> Markup {
    html! {
        h4 { (shown(&names.sources[cell.document])) }
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
