//! Two parties side by side: where they meet, collide, or pass each other by.

use std::io;

use serde::Serialize;

use super::Shape;
use super::records::{EntryRecord, entry_record};
use super::words::{Wording, capital};
use crate::compare::{Encounter, Entry, Match};
use crate::corpus::Corpus;
use crate::query::Glossary;
use crate::render::export::json::SCHEMA;
use crate::render::palette::Look;
use crate::render::styled::Styled;
use crate::render::{Screen, phrases};

/// Writes how two parties (slugs) stand to each other, crossings of red lines first, with a foot that counts.
///
/// # Errors
///
/// Returns the error of the output.
pub fn between(
    screen: &mut Screen,
    corpus: &Corpus,
    glossary: &Glossary,
    (left, right): (&str, &str),
    matches: &[Match],
    shape: Shape,
) -> io::Result<()> {
    let desk = Wording::new(corpus, glossary);
    for group in matches.chunk_by(|a, b| a.encounter == b.encounter) {
        let heading = Styled::of(look(group[0].encounter), &heading(&desk, group[0].encounter, left, right));
        screen.block("", "", &heading)?;
        for found in group {
            write_match(screen, &desk, (left, right), found, shape)?;
        }
        screen.blank()?;
    }
    screen.block("", "", &Styled::of(Look::Aside, &foot(&desk, matches, left, right)))
}

pub(super) fn heading(desk: &Wording, encounter: Encounter, left: &str, right: &str) -> String {
    let (left, right) = (desk.party(left), desk.party(right));
    match encounter {
        Encounter::Crosses => format!("A demand or offer of one crosses a red line of the other: {left} and {right}"),
        Encounter::Collides => format!("{left} and {right} collide"),
        Encounter::Open => format!("Open between {left} and {right}"),
        Encounter::Meets => format!("{left} and {right} meet"),
        Encounter::Passes => "They pass each other by: one alone has a stance".to_owned(),
    }
}

fn look(encounter: Encounter) -> Look {
    match encounter {
        Encounter::Crosses | Encounter::Collides => Look::Alert,
        Encounter::Meets => Look::Heading,
        Encounter::Open | Encounter::Passes => Look::Subheading,
    }
}

fn write_match(
    screen: &mut Screen,
    desk: &Wording,
    (left, right): (&str, &str),
    found: &Match,
    shape: Shape,
) -> io::Result<()> {
    let issue = Styled::of(Look::Subheading, desk.issue(found.issue));
    screen.block("  ", "    ", &issue.joined(" · ", [Styled::of(Look::Text, &capital(&found.name))]))?;
    for text in crossings(desk, found) {
        screen.block("    ", "      ", &Styled::of(Look::Aside, &text))?;
    }
    if shape.brief {
        return Ok(());
    }
    write_side(screen, desk, ("Both", &found.both), shape)?;
    write_side(screen, desk, (desk.party(left), &found.left), shape)?;
    write_side(screen, desk, (desk.party(right), &found.right), shape)
}

/// Which demand or offer crosses which red line, each told once.
pub(super) fn crossings(desk: &Wording, found: &Match) -> Vec<String> {
    let mut said: Vec<String> = Vec::new();
    for (demand, line) in &found.crossings {
        let text = desk.crossing(demand, line);
        if !said.contains(&text) {
            said.push(text);
        }
    }
    said
}

fn write_side(screen: &mut Screen, desk: &Wording, (name, entries): (&str, &[Entry]), shape: Shape) -> io::Result<()> {
    if entries.is_empty() {
        return Ok(());
    }
    screen.block("    ", "    ", &Styled::of(Look::Subheading, name))?;
    entries.iter().try_for_each(|entry| desk.entry(screen, entry, 6, shape.quotes))
}

pub(super) fn foot(desk: &Wording, matches: &[Match], left: &str, right: &str) -> String {
    let of = |encounter: Encounter| matches.iter().filter(|found| found.encounter == encounter).count();
    let some = Encounter::ALL.iter().filter(|&&encounter| of(encounter) > 0);
    let counts: Vec<String> = some.map(|&encounter| format!("{} {}", of(encounter), encounter.word())).collect();
    let points = phrases::count(matches.len(), "point", "points");
    format!("{points} of {} and {}: {}", desk.party(left), desk.party(right), counts.join(", "))
}

/// Two parties compared, as JSON.
#[derive(Serialize)]
struct Sheet<'a> {
    /// The version of the claims in it.
    schema: &'a str,
    /// The slugs of the two parties.
    between: [&'a str; 2],
    points: Vec<MatchRecord<'a>>,
}

/// A point of two parties as JSON.
#[derive(Serialize)]
struct MatchRecord<'a> {
    issue: &'a str,
    point: &'a str,
    encounter: &'a str,
    both: Vec<EntryRecord<'a>>,
    left: Vec<EntryRecord<'a>>,
    right: Vec<EntryRecord<'a>>,
    crossings: Vec<CrossingRecord<'a>>,
}

/// The ids of a demand or offer and of the red line that it crosses, as JSON.
#[derive(Serialize)]
struct CrossingRecord<'a> {
    demand: &'a str,
    red_line: &'a str,
}

/// Renders how two parties stand to each other as indented JSON with a line break at the end.
///
/// # Errors
///
/// Fails only where the JSON writer does, which on these structs does not happen.
pub fn between_json(corpus: &Corpus, (left, right): (&str, &str), matches: &[Match]) -> io::Result<String> {
    let entries = |entries: &[Entry]| entries.iter().map(|entry| entry_record(corpus, entry)).collect();
    let points = matches.iter().map(|found| MatchRecord {
        issue: found.issue,
        point: &found.name,
        encounter: found.encounter.word(),
        both: entries(&found.both),
        left: entries(&found.left),
        right: entries(&found.right),
        crossings: found
            .crossings
            .iter()
            .map(|(demand, line)| CrossingRecord { demand: &demand.claim.id, red_line: &line.claim.id })
            .collect(),
    });
    let sheet = Sheet { schema: SCHEMA, between: [left, right], points: points.collect() };
    let mut text = serde_json::to_string_pretty(&sheet)?;
    text.push('\n');
    Ok(text)
}
