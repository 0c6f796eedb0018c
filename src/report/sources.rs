//! The sources side by side, issue by issue.

use maud::{Markup, html};

use super::claim;
use super::flow::shown;
use super::names::Names;
use crate::compare::{Cell, Comparison, Row, Verdict};
use crate::corpus::Corpus;

/// Writes every issue of which two sources speak, the gravest difference first.
pub(super) fn sources(corpus: &Corpus, names: &Names, comparison: &Comparison) -> Markup {
    let rows = comparison.rows.iter().filter(|row| row.verdict != Verdict::Only);
    html! { @for row in rows { (issue(corpus, names, row)) } }
}

fn issue(corpus: &Corpus, names: &Names, row: &Row) -> Markup {
    html! {
        details.compared {
            summary {
                h3 { span.verdict.{ "v-" (row.verdict.word()) } { (row.verdict.word()) } " " (shown(names.issue(row.issue))) }
            }
            @for cell in row.cells.iter().filter(|cell| !cell.entries.is_empty()) { (self::cell(corpus, names, cell)) }
        }
    }
}

fn cell(corpus: &Corpus, names: &Names, cell: &Cell) -> Markup {
    html! {
        h4 { (shown(&names.sources[cell.document])) }
        ul.claims {
            @for entry in &cell.entries {
                li.said {
                    span.holders { (shown(&names.holders(&entry.claim.holders))) } ": "
                    (claim::line(corpus, names, entry.claim))
                }
            }
        }
    }
}
