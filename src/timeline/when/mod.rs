//! Words that say when: found in a text, and resolved against the day on which it was published.
//!
//! It knows English and the calendar, nothing of negotiations. What depends on the day of publication stays
//! unplaced where that is not known; nothing is guessed. A date without a year is the nearest one, a weekday
//! the last one, unless the words around it look back or ahead ("met on Friday", "will meet on Friday").

mod absolute;
mod calendar;
mod group;
mod lean;
mod pattern;
mod relative;

pub use calendar::{Grain, Period};
pub use jiff::civil::Date;

use crate::record::vocabulary;
use crate::text::Span;

vocabulary! {
    /// How a time bounds what is said of it.
    Bound {
        /// "on Tuesday".
        At = "at",
        /// "since 2023".
        Since = "since",
        /// "until Sunday", "by March".
        Until = "until",
        /// "before the summer".
        Before = "before",
        /// "after 6 January".
        After = "after",
    }
}

/// A time as far as the words and the day of publication settle it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Time {
    /// Days of the calendar.
    Days(Period),
    /// A round of talks; its days are not known.
    Round(Round),
    /// Words such as "on Tuesday" in an article whose day is not known, or "two days later" where no day is named before.
    Unplaced(Grain),
}

/// Which round of talks is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Round {
    /// One before the article, or all of them: "in previous rounds".
    Earlier,
    /// The one with this number: "the fifth round".
    Number(u8),
    /// The one that the article is about, or the last before it.
    Current,
    /// One still to come.
    Next,
}

/// A time found in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct When {
    /// The words, a bounding preposition included, in bytes of the text given.
    pub span: Span,
    /// How they bound it.
    pub bound: Bound,
    /// What they mean.
    pub time: Time,
}

/// Finds the times in `text`, a sentence or a few, in order; `published` is the day on which it was.
///
/// Times such as "two days later" are counted from the last single day that `text` names before them.
#[must_use]
pub fn find(text: &str, published: Option<Date>) -> Vec<When> {
    let mut found: Vec<When> = Vec::new();
    let mut anchor = None;
    for hit in pattern::hits(text) {
        let Some(lean) = lean::of(text, hit.span, hit.bare) else { continue };
        let Some(time) = hit.time(published, anchor, lean.side) else { continue };
        let when = When { span: Span::new(lean.start, hit.span.end), bound: lean.bound, time };
        anchor = when.days().filter(|period| period.first == period.last).map_or(anchor, |period| Some(period.first));
        found.push(when);
    }
    found
}

/// Reads a day written `YYYY-MM-DD`.
#[must_use]
pub fn day(text: &str) -> Option<Date> {
    text.parse().ok()
}
