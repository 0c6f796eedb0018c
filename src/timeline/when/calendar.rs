//! Stretches of days, as exact as the words that name them.
//!
//! Weeks begin on Monday. Nothing here reads a text.

use std::fmt;

use jiff::civil::{Date, Weekday};
use jiff::{Span as Length, ToSpan as _};

use crate::record::vocabulary;

vocabulary! {
    /// The unit in which a time is named.
    Grain {
        /// "on Tuesday", "6 January".
        Day = "day",
        /// "last week".
        Week = "week",
        /// "in December 2024".
        Month = "month",
        /// "last summer".
        Season = "season",
        /// "since 2023".
        Year = "year",
    }
}

/// A stretch of days, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    /// The first day.
    pub first: Date,
    /// The last day, never before the first.
    pub last: Date,
    /// The unit in which it was named: a part of a month ("late March") is still a month.
    pub grain: Grain,
    /// Whether the words leave open where in the stretch it was, and how long ago ("weeks ago").
    pub vague: bool,
}

impl Period {
    /// Returns the single day `date`.
    #[must_use]
    pub fn day(date: Date) -> Self {
        Self { first: date, last: date, grain: Grain::Day, vague: false }
    }

    /// Returns the days from `first` to `last`, in either order.
    #[must_use]
    pub fn days(first: Date, last: Date) -> Self {
        Self { first: first.min(last), last: last.max(first), ..Self::day(first) }
    }

    /// Returns the week in which `date` lies.
    #[must_use]
    pub fn week(date: Date) -> Self {
        let first = back(date, 0, i64::from(date.weekday().to_monday_zero_offset()));
        Self { first, last: back(first, 0, -6), grain: Grain::Week, vague: false }
    }

    /// Returns Saturday and Sunday of the week in which `date` lies.
    #[must_use]
    pub fn weekend(date: Date) -> Self {
        let week = Self::week(date);
        Self { first: back(week.last, 0, 1), ..week }
    }

    /// Returns the month in which `date` lies.
    #[must_use]
    pub fn month(date: Date) -> Self {
        Self { first: date.first_of_month(), last: date.last_of_month(), grain: Grain::Month, vague: false }
    }

    /// Returns the year in which `date` lies.
    #[must_use]
    pub fn year(date: Date) -> Self {
        Self { first: date.first_of_year(), last: date.last_of_year(), grain: Grain::Year, vague: false }
    }

    /// Returns the three months from `month` (1-12) of `year` on, for the seasons of the north.
    #[must_use]
    pub fn season(year: i16, month: i8) -> Option<Self> {
        let first = Date::new(year, month, 1).ok()?;
        Some(Self { first, last: back(first, -2, 0).last_of_month(), grain: Grain::Season, vague: false })
    }

    /// Returns the first, second or third third of the period (`part` 0, 1 or 2).
    #[must_use]
    pub fn third(self, part: i64) -> Self {
        if self.grain == Grain::Year {
            let first = back(self.first, -4 * part, 0);
            return Self { first, last: back(first, -3, 0).last_of_month(), ..self };
        }
        let length = i64::from(self.first.until(self.last).map_or(0, |length| length.get_days())) + 1;
        let last = if part == 2 { self.last } else { back(self.first, 0, 1 - length * (part + 1) / 3) };
        Self { first: back(self.first, 0, -(length * part / 3)), last, ..self }
    }

    /// Returns the period without the days after `date`; the whole where it begins after it.
    #[must_use]
    pub fn up_to(self, date: Date) -> Self {
        if self.first <= date { Self { last: self.last.min(date), ..self } } else { self }
    }

    /// Returns the period without the days before `date`; the whole where it ends before it.
    #[must_use]
    pub fn from(self, date: Date) -> Self {
        if self.last >= date { Self { first: self.first.max(date), ..self } } else { self }
    }

    /// Tells whether all of it lies before all of `other`.
    #[must_use]
    pub fn before(self, other: Self) -> bool {
        self.last < other.first
    }
}

impl fmt::Display for Period {
    /// Writes `2026-01-06`, `week of 2026-01-05`, `2024-12`, `2023`, or both ends.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (first, last) = (self.first, self.last);
        let whole = |unit: fn(Date) -> Self| !self.vague && Self { vague: false, ..*self } == unit(first);
        if self.vague {
            f.write_str("about ")?;
        }
        if first == last {
            write!(f, "{first}")
        } else if whole(Self::week) {
            write!(f, "week of {first}")
        } else if whole(Self::month) {
            write!(f, "{}", first.strftime("%Y-%m"))
        } else if whole(Self::year) {
            write!(f, "{}", first.strftime("%Y"))
        } else {
            write!(f, "{first} to {last}")
        }
    }
}

/// Returns the day `months` and then `days` before `date` (after it where negative), or the calendar's end.
pub(super) fn back(date: Date, months: i64, days: i64) -> Date {
    let length = |unit: fn(i64) -> Length, number: i64| unit(number.clamp(-100_000, 100_000));
    let date = date.saturating_sub(length(i64::months, months));
    date.saturating_sub(length(i64::days, days))
}

/// Returns the last day before `date` that is a `weekday`, or `date` itself where `same` is set and it is one.
pub(super) fn last_weekday(date: Date, weekday: Weekday, same: bool) -> Date {
    let days = i64::from(date.weekday().since(weekday));
    back(date, 0, if days == 0 && !same { 7 } else { days })
}

/// Returns the first day after `date` that is a `weekday`, or `date` itself where `same` is set and it is one.
pub(super) fn next_weekday(date: Date, weekday: Weekday, same: bool) -> Date {
    let days = i64::from(date.weekday().until(weekday));
    back(date, 0, -(if days == 0 && !same { 7 } else { days }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().expect("a day")
    }

    #[test]
    fn periods_are_written_as_exactly_as_they_are_known() {
        let day = date("2026-01-08");
        for (period, text) in [
            (Period::day(day), "2026-01-08"),
            (Period::week(day), "week of 2026-01-05"),
            (Period::weekend(day), "2026-01-10 to 2026-01-11"),
            (Period::month(day), "2026-01"),
            (Period::month(day).third(0), "2026-01-01 to 2026-01-10"),
            (Period::month(day).third(2), "2026-01-21 to 2026-01-31"),
            (Period::year(day), "2026"),
            (Period::year(day).third(1), "2026-05-01 to 2026-08-31"),
            (Period::month(day).up_to(day), "2026-01-01 to 2026-01-08"),
            (Period { vague: true, ..Period::month(day) }, "about 2026-01-01 to 2026-01-31"),
        ] {
            assert_eq!(period.to_string(), text);
        }
        assert_eq!(
            Period::season(2025, 12).map(|season| season.to_string()).as_deref(),
            Some("2025-12-01 to 2026-02-28")
        );
    }

    #[test]
    fn a_week_begins_on_monday_and_a_weekday_is_counted_from_the_day() {
        let thursday = date("2026-01-08");
        assert_eq!(Period::week(date("2026-01-11")).first, date("2026-01-05"));
        assert_eq!(last_weekday(thursday, Weekday::Thursday, true), thursday);
        assert_eq!(last_weekday(thursday, Weekday::Thursday, false), date("2026-01-01"));
        assert_eq!(last_weekday(thursday, Weekday::Friday, true), date("2026-01-02"));
        assert_eq!(next_weekday(thursday, Weekday::Monday, true), date("2026-01-12"));
    }

    #[test]
    fn the_calendar_has_an_end_and_no_number_goes_beyond_it() {
        assert!(back(date("2026-01-08"), i64::MAX, i64::MAX) < date("-005000-01-01"));
        assert_eq!(back(date("2026-01-08"), i64::MIN, i64::MIN), Date::MAX);
        assert_eq!(back(date("2026-03-31"), 1, 0), date("2026-02-28"));
    }
}
