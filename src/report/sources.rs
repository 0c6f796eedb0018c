//! The sources side by side, issue by issue and point by point: what each says, and in what they differ.

use maud::{Markup, html};

use super::claim;
use super::flow::shown;
use super::names::Names;
use crate::compare::{Comparison, Contrast, Difference, Entry, Point, Row, Verdict};
use crate::corpus::Corpus;
use crate::query::Glossary;
use crate::render::diff::Wording;
use crate::render::phrases;

/// Points that one issue shows, sources that one point shows, and claims of one side of it; the rest stands under
/// Positions.
const SHOWN: (usize, usize, usize) = (12, 8, 3);

/// Differences that one point shows, the gravest.
const DIFFERENCES: usize = 6;

/// With more sources than this the issues on which they contradict each other are folded up at first too.
const UNFOLDED: usize = 12;

/// Writes every issue of which two sources speak, the gravest difference first.
pub(super) fn sources(corpus: &Corpus, glossary: &Glossary, names: &Names, comparison: &Comparison) -> Markup {
    let desk = Desk { corpus, names, comparison, wording: Wording::new(corpus, glossary) };
    let rows = comparison.rows.iter().filter(|row| row.points.iter().any(|point| point.cells.len() > 1));
    html! { @for row in rows { (desk.issue(row)) } }
}

/// Returns the anchor of an issue in this section.
pub(super) fn anchor(comparison: &Comparison, row: &Row) -> String {
    let at = comparison.rows.iter().position(|other| other.issue == row.issue);
    format!("compared-{}", at.unwrap_or_default())
}

/// Writes a verdict as a badge.
pub(super) fn verdict(verdict: Verdict) -> Markup {
    html! { span.verdict.{ "v-" (verdict.word()) } { (verdict.word()) } }
}

/// Returns a difference in words; where many sources stand on its sides, how many.
pub(super) fn told(wording: &Wording, difference: &Difference) -> String {
    let (left, right) = (difference.left.len(), difference.right.len());
    if left + right <= 2 * SHOWN.1 {
        return wording.difference(difference);
    }
    format!("{} against {right}", phrases::count(left, "source", "sources"))
}

/// What the section looks names and words up in.
struct Desk<'a> {
    corpus: &'a Corpus,
    names: &'a Names<'a>,
    comparison: &'a Comparison<'a>,
    wording: Wording<'a>,
}

impl Desk<'_> {
    fn issue(&self, row: &Row) -> Markup {
        let points: Vec<&Point> = row.points.iter().filter(|point| point.cells.len() > 1).collect();
        let open = row.verdict == Verdict::Contradict && self.comparison.sources.len() <= UNFOLDED;
        html! {
            details.compared id=(anchor(self.comparison, row)) open[open] {
                summary { h3 { (verdict(row.verdict)) " " (shown(self.names.issue(row.issue))) } }
                @for point in points.iter().take(SHOWN.0) { (self.point(point)) }
                (more(points.len(), SHOWN.0, "point", "points"))
            }
        }
    }

    fn point(&self, point: &Point) -> Markup {
        html! {
            section.compared-point {
                h4 { (shown(&point.name)) " " span.says { (Wording::glance(point)) } }
                @for difference in point.differences.iter().take(DIFFERENCES) { (self.difference(difference)) }
                @let rest = point.differences.len().saturating_sub(DIFFERENCES);
                @if rest > 0 { p.more { (phrases::count(rest, "more difference", "more differences")) ", none of them graver" } }
                @if point.differences.is_empty() { (self.said(point)) }
                @if let Some(omission) = self.omission(point) {
                    p.contrast { span.verdict { (Contrast::Omission.word()) } " " (shown(&omission)) }
                }
            }
        }
    }

    /// What every source says, where none differ.
    fn said(&self, point: &Point) -> Markup {
        let first = point.cells.iter().filter_map(|cell| cell.entries.first());
        html! {
            ul.claims { @for entry in first.take(SHOWN.1) { li { (claim::held(self.corpus, self.names, entry.claim)) } } }
            (more(point.cells.len(), SHOWN.1, "source", "sources"))
        }
    }

    /// A type of difference, in words and with both sides of it.
    fn difference(&self, difference: &Difference) -> Markup {
        html! {
            p.contrast {
                span.verdict.{ "d-" (difference.contrast.word()) } { (difference.contrast.word()) } " "
                (shown(&told(&self.wording, difference)))
            }
            div.sides { (self.side(&difference.left)) (self.side(&difference.right)) }
        }
    }

    /// Who is silent on a point; where many are, how many.
    fn omission(&self, point: &Point) -> Option<String> {
        let silent = self.comparison.silent(point).len();
        if silent <= 2 * SHOWN.1 {
            return self.wording.omission(self.comparison, point);
        }
        Some(format!("nothing in {}", phrases::count(silent, "source", "sources")))
    }

    fn side(&self, entries: &[Entry]) -> Markup {
        html! {
            div {
                ul.claims { @for entry in entries.iter().take(SHOWN.2) { li {
                    (claim::held(self.corpus, self.names, entry.claim))
                    (claim::quote(self.corpus, entry.claim))
                } } }
                (more(entries.len(), SHOWN.2, "source", "sources"))
            }
        }
    }
}

/// Says how many of `all` are not shown.
fn more(all: usize, shown: usize, one: &str, many: &str) -> Markup {
    let rest = all.saturating_sub(shown);
    html! { @if rest > 0 { p.more { (phrases::count(rest, &format!("more {one}"), &format!("more {many}"))) " under Positions" } } }
}
