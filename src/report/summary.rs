//! The first screen: who takes part, what is agreed, what is open, where the sources differ.

use maud::{Markup, html};

use super::Subject;
use super::claim;
use super::flow::shown;
use super::names::Names;
use super::positions;
use super::sources;
use crate::compare::{Comparison, Entry, Row, Stance, Verdict};
use crate::corpus::Corpus;
use crate::query::Glossary;
use crate::query::group::{Counts, HolderGroup};
use crate::record::{Claim, Kind};
use crate::render::diff::Wording;
use crate::render::phrases;

/// Lines of one box; what more there is stands in the sections below.
const LINES: usize = 10;

/// Writes the four boxes.
pub(super) fn summary(subject: &Subject, names: &Names, groups: &[HolderGroup], comparison: &Comparison) -> Markup {
    let corpus = subject.corpus;
    html! {
        div.boxes {
            section.box.box-who aria-labelledby="who" { h3 #who { "Who" } (who(subject, names, groups)) }
            (boxed("agreed", "What is agreed", &points(corpus, names, comparison, &[Stance::Affirmed, Stance::Expected])))
            (boxed("still-open", "What is open", &points(corpus, names, comparison, &[Stance::Open])))
            (boxed("differ", "Where the sources differ", &differences(subject, names, comparison)))
        }
    }
}

fn boxed(id: &str, title: &str, lines: &[Markup]) -> Markup {
    html! {
        section.box aria-labelledby=(id) {
            h3 id=(id) { (title) }
            @if lines.is_empty() { p.none { "Nothing." } } @else {
                ul { @for line in lines.iter().take(LINES) { li { (line) } } }
                @if lines.len() > LINES { p.more { "and " (lines.len() - LINES) " more below" } }
            }
        }
    }
}

/// One row a party with its part in the talks and its claims by kind, alone or with others.
fn who(subject: &Subject, names: &Names, groups: &[HolderGroup]) -> Markup {
    let mut rows: Vec<(&str, Counts)> = names
        .parties
        .iter()
        .map(|&slug| {
            let held = subject.corpus.claims.iter().filter(|claim| claim.holders.iter().any(|holder| holder == slug));
            (slug, Counts::of(held))
        })
        .collect();
    rows.retain(|(_, counts)| counts.total() > 0);
    if rows.is_empty() {
        return html! { p.none { "Nobody." } };
    }
    html! {
        div.wide role="region" aria-labelledby="who" tabindex="0" {
            table.counts {
                thead { tr { th scope="col" { "Party" } @for &kind in Kind::ALL { th.number scope="col" { (phrases::heading(kind)) } } } }
                tbody { @for (slug, counts) in rows { (party(subject.glossary, &positions::link(names, groups, slug), slug, counts)) } }
            }
        }
    }
}

fn party(glossary: &Glossary, link: &Markup, slug: &str, counts: Counts) -> Markup {
    let role = glossary.parties().iter().find(|entry| entry.slug == slug).map_or("", |entry| entry.role.as_str());
    html! {
        tr {
            th scope="row" { (link) @if !role.is_empty() { " " span.role { (role) } } }
            @for &kind in Kind::ALL { td.number.zero[counts.get(kind) == 0] { (phrases::grouped(counts.get(kind))) } }
        }
    }
}

/// One line a point on which some source reports one of `stances`, those of most sources first.
fn points(corpus: &Corpus, names: &Names, comparison: &Comparison, stances: &[Stance]) -> Vec<Markup> {
    let points = comparison.rows.iter().flat_map(|row| row.points.iter().map(move |point| (row, point)));
    let mut found: Vec<(&Row, Vec<&Claim>)> = points
        .map(|(row, point)| {
            let told = |entry: &&Entry| stances.contains(&entry.stance) && entry.cites.is_none();
            let entries = point.cells.iter().filter_map(|cell| cell.entries.iter().find(told));
            (row, entries.map(|entry| entry.claim).collect())
        })
        .collect();
    found.retain(|(_, claims)| !claims.is_empty());
    found.sort_by_key(|(_, claims)| std::cmp::Reverse(claims.len()));
    let line = |(row, claims): (&Row, Vec<&Claim>)| {
        let title = names.issue(row.issue);
        let sources = phrases::count(claims.len(), "source", "sources");
        html! {
            span.strong { (shown(title)) } ": " (claim::point(corpus, names, claims[0])) (claim::status(claims[0])) " "
            span.says { (claim::several(names, &claims, &format!("{title} · {sources}"), &html! { (sources) })) }
        }
    };
    found.into_iter().map(line).collect()
}

/// One line an issue on which two sources differ, the gravest first, with that difference in words.
fn differences(subject: &Subject, names: &Names, comparison: &Comparison) -> Vec<Markup> {
    let wording = Wording::new(subject.corpus, subject.glossary);
    let rows = comparison.rows.iter().filter(|row| matches!(row.verdict, Verdict::Contradict | Verdict::Differ));
    let line = |row: &Row| {
        let gravest = row.points.first().and_then(|point| point.differences.first());
        html! {
            (sources::verdict(row.verdict)) " " a href={ "#" (sources::anchor(comparison, row)) } { (shown(names.issue(row.issue))) }
            @if let Some(difference) = gravest { " " span.says { (shown(&sources::told(&wording, difference))) } }
        }
    };
    rows.map(line).collect()
}
