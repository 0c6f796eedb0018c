//! Positions in the order of time and their turns, as a reader sees them: on a screen, as JSON, CSV and Markdown.
//!
//! When it happened, when it was said and when it was published are never mixed: each is named, with the words of the
//! article where there are any.

mod csv;
mod json;
mod markdown;
mod screen;

pub use csv::{csv, turns_csv};
pub use json::{json, turns_json};
pub use markdown::{markdown, turns_markdown};
pub use screen::{turns, write};

use crate::corpus::Corpus;
use crate::query::Glossary;
use crate::record::{Claim, Status, vocabulary};
use crate::render::phrases;
use crate::text::Span;
use crate::timeline::when::{Bound, Round, Time, When};
use crate::timeline::{Basis, Change, Entry, Place, Turn};

vocabulary! {
    /// How a timeline is written.
    Format {
        /// For a screen.
        Text = "text",
        /// A table for spreadsheets.
        Csv = "csv",
        /// A brief.
        Markdown = "markdown",
        /// Every date with the words it rests on.
        Json = "json",
    }
}

/// What names and words are looked up in.
#[derive(Debug, Clone, Copy)]
pub struct Desk<'a> {
    /// Where the claims stand.
    pub corpus: &'a Corpus,
    /// What parties and issues are called.
    pub glossary: &'a Glossary,
}

impl Desk<'_> {
    fn words(&self, claim: &Claim, span: Span) -> &str {
        self.corpus.documents.get(claim.document).map_or("", |document| span.of(&document.text))
    }

    /// "Israel and Syria · A coordination channel".
    fn subject(&self, claim: &Claim) -> String {
        let holders = match phrases::parties(self.glossary, &claim.holders) {
            names if names.is_empty() => "No holder named".to_owned(),
            names => names,
        };
        match claim.issues.first() {
            Some(issue) => format!("{holders} · {}", self.glossary.issue_title(issue)),
            None => holders,
        }
    }

    /// "Israel · A coordination channel".
    fn turning(&self, turn: &Turn<'_>) -> String {
        let party = turn.party.map_or("No holder named", |party| self.glossary.party_name(party));
        format!("{party} · {}", self.glossary.issue_title(turn.issue))
    }

    /// The dates of an entry beside the one that places it, each with its words: "said 2026-01-06 (“on Tuesday”)".
    fn dates(&self, entry: &Entry<'_>) -> Vec<String> {
        let basis = entry.place.map(|place| place.basis);
        let named =
            |lead: &str, when: &When| format!("{lead} {} (“{}”)", time(when), self.words(entry.claim, when.span));
        let lead = if entry.claim.status == Status::Expected { "for" } else { "happened" };
        let mut dates: Vec<String> = entry.happened.iter().map(|when| named(lead, when)).collect();
        dates.extend(entry.said.iter().map(|when| named("said", when)));
        let published = entry.published.filter(|_| basis != Some(Basis::Published));
        dates.extend(published.map(|date| format!("published {date}")));
        dates.extend(entry.within.iter().map(|when| named("mentions", when)));
        dates
    }

    /// What a turn rests on, in a sentence.
    fn rests_on(&self, turn: &Turn<'_>) -> String {
        let Some(basis) = turn.rests_on else {
            return format!(
                "{} itself calls it a position of the past",
                phrases::outlet(self.corpus, turn.from.claim.document)
            );
        };
        let one = turn.to.as_ref().is_some_and(|to| to.claim.document == turn.from.claim.document);
        let articles = if one { "one article" } else { "two articles" };
        match basis {
            Basis::Happened => format!("{articles}; their words date both"),
            Basis::Said => format!("{articles}; in order by when it was said"),
            Basis::Published => format!("{articles}; in order only by when they were published"),
        }
    }
}

/// Returns a time in words: "2026-01-06", "since 2023", "round 5".
#[must_use]
pub fn time(when: &When) -> String {
    let time = match when.time {
        Time::Days(period) => period.to_string(),
        Time::Round(Round::Number(number)) => format!("round {number}"),
        Time::Round(Round::Earlier) => "an earlier round".to_owned(),
        Time::Round(Round::Current) => "this round".to_owned(),
        Time::Round(Round::Next) => "the next round".to_owned(),
        Time::Unplaced(grain) => format!("a {} not known, the article being undated", grain.word()),
    };
    if when.bound == Bound::At { time } else { format!("{} {time}", when.bound.word()) }
}

/// Returns a place in words: "2026-01-06", "said 2026-01-07", "published 2026-01-08", "before 2026-01-08".
#[must_use]
pub fn place(place: Option<Place>) -> String {
    let Some(Place { period, earlier, basis }) = place else { return "No date".to_owned() };
    match basis {
        _ if earlier => format!("before {period}"),
        Basis::Happened => period.to_string(),
        Basis::Said => format!("said {period}"),
        Basis::Published => format!("published {period}"),
    }
}

/// Returns what a turn is, in words.
#[must_use]
pub fn change(change: Change) -> &'static str {
    match change {
        Change::Undone => "agreed, then not",
        Change::Withdrawn => "offer withdrawn",
        Change::Dropped => "demand dropped",
        Change::Softened => "red line softened",
        Change::Settled => "settled",
    }
}

/// Returns the kind of a claim with its status where that is not the usual one: "agreed (expected)".
fn stance(claim: &Claim) -> String {
    let kind = phrases::noun(claim.kind, false);
    if claim.status == Status::Stated { kind.to_owned() } else { format!("{kind} ({})", claim.status.word()) }
}

/// Returns how many claims have a date and how many have none: "12 claims dated, 3 without a date".
fn dated(placed: usize, all: usize) -> String {
    let none =
        if all > placed { format!(", {} without a date", phrases::grouped(all - placed)) } else { String::new() };
    format!("{} dated{none}", phrases::count(placed, "claim", "claims"))
}
