//! The timeline as JSON: the three dates of every claim, each with the words it rests on.
//!
//! Offsets are half-open and count Unicode code points from the start of the file, as in the export.

use std::io;

use serde::Serialize;

use super::Desk;
use crate::record::Claim;
use crate::render::export::json::{self as export, SCHEMA};
use crate::timeline::when::{Period, Round, Time, When};
use crate::timeline::{Basis, Entry, Place, Timeline, Turn};

/// A timeline as JSON.
#[derive(Serialize)]
struct Sheet {
    /// The version of the claims in it.
    schema: &'static str,
    entries: Vec<Dated>,
}

/// Turns as JSON.
#[derive(Serialize)]
struct Turns {
    /// The version of the claims in it.
    schema: &'static str,
    turns: Vec<Turned>,
}

/// A claim with its dates as JSON; a date is null where nothing tells it.
#[derive(Serialize)]
struct Dated {
    place: Option<Placed>,
    happened: Option<Moment>,
    said: Option<Moment>,
    published: Option<String>,
    within: Vec<Moment>,
    claim: export::Claim,
}

/// A place in time as JSON.
#[derive(Serialize)]
struct Placed {
    first: String,
    last: String,
    grain: &'static str,
    vague: bool,
    earlier: bool,
    basis: &'static str,
}

/// Words that say when, as JSON; `first` and `last` are null where they name no days.
#[derive(Serialize)]
struct Moment {
    text: String,
    start: usize,
    end: usize,
    bound: &'static str,
    first: Option<String>,
    last: Option<String>,
    grain: &'static str,
    vague: bool,
    round: Option<String>,
}

/// A turn as JSON; `rests_on` is null where the text itself tells it.
#[derive(Serialize)]
struct Turned {
    change: &'static str,
    party: Option<String>,
    issue: String,
    rests_on: Option<&'static str>,
    from: Dated,
    to: Option<Dated>,
    against: Vec<String>,
}

/// Renders `timeline` as indented JSON with a line break at the end.
///
/// # Errors
///
/// Fails only where the JSON writer does, which on these structs does not happen.
pub fn json(desk: Desk<'_>, timeline: &Timeline<'_>) -> io::Result<String> {
    let entries = timeline.entries.iter().map(|entry| entry_record(desk, entry)).collect();
    render(&Sheet { schema: SCHEMA, entries })
}

/// Renders `turns` as indented JSON with a line break at the end.
///
/// # Errors
///
/// Fails only where the JSON writer does, which on these structs does not happen.
pub fn turns_json(desk: Desk<'_>, turns: &[Turn<'_>]) -> io::Result<String> {
    let turn = |turn: &Turn<'_>| Turned {
        change: turn.change.word(),
        party: turn.party.map(str::to_owned),
        issue: turn.issue.to_owned(),
        rests_on: turn.rests_on.map(Basis::word),
        from: entry_record(desk, &turn.from),
        to: turn.to.as_ref().map(|to| entry_record(desk, to)),
        against: turn.against.iter().map(|claim| claim.id.clone()).collect(),
    };
    render(&Turns { schema: SCHEMA, turns: turns.iter().map(turn).collect() })
}

fn render(sheet: &impl Serialize) -> io::Result<String> {
    let mut text = serde_json::to_string_pretty(sheet)?;
    text.push('\n');
    Ok(text)
}

fn entry_record(desk: Desk<'_>, entry: &Entry<'_>) -> Dated {
    let moment = |when: &When| moment(desk, entry.claim, when);
    Dated {
        place: entry.place.map(placed),
        happened: entry.happened.as_ref().map(moment),
        said: entry.said.as_ref().map(moment),
        published: entry.published.map(|date| date.to_string()),
        within: entry.within.iter().map(moment).collect(),
        claim: export::claim_record(desk.corpus, entry.claim),
    }
}

fn placed(place: Place) -> Placed {
    let Period { first, last, grain, vague } = place.period;
    let (first, last) = (first.to_string(), last.to_string());
    Placed { first, last, grain: grain.word(), vague, earlier: place.earlier, basis: place.basis.word() }
}

fn moment(desk: Desk<'_>, claim: &Claim, when: &When) -> Moment {
    let document = desk.corpus.documents.get(claim.document);
    let place = document.map(|document| document.index.place(&document.text, when.span));
    let (days, grain, round) = match when.time {
        Time::Days(period) => (Some(period), period.grain.word(), None),
        Time::Unplaced(grain) => (None, grain.word(), None),
        Time::Round(round) => (None, "round", Some(round_word(round))),
    };
    Moment {
        text: desk.words(claim, when.span).to_owned(),
        start: place.map_or(0, |place| place.start),
        end: place.map_or(0, |place| place.end),
        bound: when.bound.word(),
        first: days.map(|days| days.first.to_string()),
        last: days.map(|days| days.last.to_string()),
        grain,
        vague: days.is_some_and(|days| days.vague),
        round,
    }
}

/// A round as JSON: its number, or `earlier`, `current` or `next`.
fn round_word(round: Round) -> String {
    match round {
        Round::Number(number) => number.to_string(),
        Round::Earlier => "earlier".to_owned(),
        Round::Current => "current".to_owned(),
        Round::Next => "next".to_owned(),
    }
}
