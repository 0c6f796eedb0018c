//! Claims in the order of time: when a position was taken, when that was said, when it was published; and what turned.
//!
//! The three are kept apart, each with the words it rests on. A claim is placed by the best of them: the words on the
//! stance itself, else those on who says so, else the day of publication. What the article does not date and whose
//! article is not dated either has no place, and nothing is inferred for it.

mod dates;
mod turn;
pub mod when;

use crate::compare::Comparison;
use crate::corpus::Corpus;
use crate::record::{Claim, Status, vocabulary};
use when::{Date, Period, When};

pub use turn::{Change, Turn};

vocabulary! {
    /// What places a claim in time, the firmest first.
    Basis {
        /// The words on when the stance was taken.
        Happened = "happened",
        /// The words on when somebody said so.
        Said = "said",
        /// The day on which the article was published.
        Published = "published",
    }
}

/// A claim with its dates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry<'a> {
    /// The claim.
    pub claim: &'a Claim,
    /// When the stance was taken; for a forecast, when it will be. Spans are bytes of the document.
    pub happened: Option<When>,
    /// When the source said so.
    pub said: Option<When>,
    /// When the article was published, where that is known.
    pub published: Option<Date>,
    /// Times within the point itself: deadlines, and what it looks back on.
    pub within: Vec<When>,
    /// Where it stands in time, where anything tells.
    pub place: Option<Place>,
}

/// A place in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The days.
    pub period: Period,
    /// Whether it lies somewhere before these days, not in them: a position "of previous rounds".
    pub earlier: bool,
    /// What tells it.
    pub basis: Basis,
}

impl Place {
    /// Tells whether all of it lies before all of `other`.
    #[must_use]
    pub fn before(self, other: Self) -> bool {
        match (self.earlier, other.earlier) {
            (_, true) => false,
            (true, false) => self.period.first <= other.period.first,
            (false, false) => self.period.before(other.period),
        }
    }
}

/// Claims in the order of time.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Timeline<'a> {
    /// The claims, earliest first, those without a place last; of one place in corpus order.
    pub entries: Vec<Entry<'a>>,
}

impl<'a> Timeline<'a> {
    /// Dates `claims`, which are claims of `corpus`.
    #[must_use]
    pub fn new(corpus: &'a Corpus, claims: &[&'a Claim]) -> Self {
        let mut entries = dates::of(corpus, claims);
        entries.sort_by_key(|entry| {
            let place = entry.place.map(|place| (place.period.first, !place.earlier, place.period.last));
            (place.is_none(), place, entry.claim.document, entry.claim.content, entry.claim.kind)
        });
        Self { entries }
    }

    /// Returns what turned from one stance to another, by issue and party in the order of `comparison`, which
    /// says what claims are on one point.
    #[must_use]
    pub fn turns(&self, comparison: &Comparison<'a>) -> Vec<Turn<'a>> {
        turn::all(self, comparison)
    }

    /// Returns the number of entries that have a place.
    #[must_use]
    pub fn placed(&self) -> usize {
        self.entries.partition_point(|entry| entry.place.is_some())
    }
}

impl Entry<'_> {
    /// Works out where the entry stands from its dates.
    ///
    /// A forecast was made when it was said, whatever day it is for; a position of an earlier round lies before what
    /// was said of it. Words that only bound a time ("before March") do not place it.
    fn settled(mut self) -> Self {
        let expected = self.claim.status == Status::Expected;
        let happened = self.happened.filter(|_| !expected).and_then(|when| when.days());
        let words = happened.map(|period| (period, Basis::Happened));
        let said = self.said.and_then(|when| when.days()).map(|period| (period, Basis::Said));
        let published = self.published.map(|date| (Period::day(date), Basis::Published));
        self.place = words.or(said).or(published).map(|(period, basis)| Place {
            period,
            earlier: self.claim.status == Status::Past && basis != Basis::Happened,
            basis,
        });
        self
    }
}
