//! A comparison as a brief in Markdown: a heading an issue, a table of differences a point, both quotes below.

use std::fmt::Write as _;

use super::words::{Wording, capital};
use crate::compare::{Comparison, Contrast, Entry, Match, Point, Row};
use crate::corpus::Corpus;
use crate::query::Glossary;
use crate::render::claims::quoted;
use crate::render::export::markdown::escaped;
use crate::render::phrases;

/// Renders `comparison`; what comes from articles shows as text.
#[must_use]
pub fn markdown(corpus: &Corpus, glossary: &Glossary, comparison: &Comparison) -> String {
    let desk = Wording::new(corpus, glossary);
    let mut text = "# Sources compared\n".to_owned();
    for row in &comparison.rows {
        add_row(&mut text, &desk, comparison, row);
    }
    if !comparison.apart.is_empty() {
        let _ = writeln!(text, "\n## {}\n", super::NO_ISSUE);
        for entry in &comparison.apart {
            add_entry(&mut text, &desk, entry);
        }
    }
    // Writing to a string cannot fail, here and below.
    let _ = writeln!(text, "\n{}", escaped(&super::foot(&desk, comparison)));
    text
}

fn add_row(text: &mut String, desk: &Wording, comparison: &Comparison, row: &Row) {
    let _ = writeln!(text, "\n## {} ({})", escaped(desk.issue(row.issue)), row.verdict.word());
    let (shared, alone): (Vec<&Point>, Vec<&Point>) = row.points.iter().partition(|point| point.cells.len() > 1);
    for point in shared {
        add_point(text, desk, comparison, point);
    }
    let entries = alone.iter().flat_map(|point| &point.cells).flat_map(|cell| &cell.entries);
    let mut entries: Vec<&Entry> = entries.collect();
    if entries.is_empty() {
        return;
    }
    entries.sort_by_key(|entry| (entry.claim.document, entry.stance, entry.claim.content));
    text.push_str("\n### In one source alone\n\n");
    for entry in entries {
        add_entry(text, desk, entry);
    }
}

/// The differences of a point and its omission, then what each source says.
fn add_point(text: &mut String, desk: &Wording, comparison: &Comparison, point: &Point) {
    let _ = writeln!(text, "\n### {}\n\n{}\n", escaped(&capital(&point.name)), escaped(&Wording::glance(point)));
    let differences = point.differences.iter().map(|found| (found.contrast, desk.difference(found)));
    let omission = desk.omission(comparison, point).map(|told| (Contrast::Omission, told));
    for (contrast, told) in differences.chain(omission) {
        let _ = writeln!(text, "- **{}**: {}", contrast.word(), escaped(&told));
    }
    text.push_str("\nWhat each says:\n\n");
    for entry in point.cells.iter().flat_map(|cell| &cell.entries) {
        add_entry(text, desk, entry);
    }
}

/// The source, the stance with its words, whose it is and who says so, and the sentence.
fn add_entry(text: &mut String, desk: &Wording, entry: &Entry) {
    let Some(document) = desk.corpus.documents.get(entry.claim.document) else { return };
    let date = document.date.as_deref().map_or_else(String::new, |date| format!(", {date}"));
    let source = escaped(&format!("{}{date}", desk.source(entry.claim.document)));
    let words = escaped(&format!("{} {}", entry.told(), quoted(entry.point().of(&document.text))));
    let aside = escaped(desk.aside(entry).plain());
    let quote = escaped(&quoted(entry.claim.quote.of(&document.text)));
    let _ = writeln!(text, "- **{source}**: {words} · {aside}\n  > {quote}");
}

/// Renders how two parties (slugs) stand to each other, crossings of red lines first.
#[must_use]
pub fn between_markdown(
    corpus: &Corpus,
    glossary: &Glossary,
    (left, right): (&str, &str),
    matches: &[Match],
) -> String {
    let desk = Wording::new(corpus, glossary);
    let mut text = format!("# {}\n", escaped(&phrases::list(&[desk.party(left), desk.party(right)])));
    for group in matches.chunk_by(|a, b| a.encounter == b.encounter) {
        let _ = writeln!(text, "\n## {}", escaped(&super::between::heading(&desk, group[0].encounter, left, right)));
        for found in group {
            add_match(&mut text, &desk, (left, right), found);
        }
    }
    let _ = writeln!(text, "\n{}", escaped(&super::between::foot(&desk, matches, left, right)));
    text
}

/// Which red line is crossed, then what both say, what the one and what the other.
fn add_match(text: &mut String, desk: &Wording, (left, right): (&str, &str), found: &Match) {
    let _ = writeln!(text, "\n### {}: {}\n", escaped(desk.issue(found.issue)), escaped(&capital(&found.name)));
    for told in super::between::crossings(desk, found) {
        let _ = writeln!(text, "- {}", escaped(&told));
    }
    let sides = [("Both", &found.both), (desk.party(left), &found.left), (desk.party(right), &found.right)];
    for (name, entries) in sides.into_iter().filter(|(_, entries)| !entries.is_empty()) {
        let _ = writeln!(text, "\n{}:\n", escaped(name));
        for entry in entries {
            add_entry(text, desk, entry);
        }
    }
}
