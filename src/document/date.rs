//! Dates as they are printed in articles, read to `YYYY-MM-DD`.
//!
//! A date in figures alone is read day first ("08-01-2026" is 8 January), as most of the world writes it,
//! unless only the other order gives a month. It knows nothing of lines or articles.

use std::sync::LazyLock;

use regex::{Captures, Regex};

use crate::text::Span;

/// A date found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    /// Where it stands, in bytes of the text given.
    pub(super) span: Span,
    /// The day as `YYYY-MM-DD`, where day, month and year are all named.
    pub(super) day: Option<String>,
    /// Whether a year is named.
    pub(super) year: bool,
}

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Figures are those of ASCII alone, which no other could be read from; the automaton is a fraction as large.
static DATE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let month = "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
    let pattern = format!(
        r"(?xi)
        \b(?: (?<y1>[0-9]{{4}})[-/.](?<m1>[0-9]{{1,2}})[-/.](?<d1>[0-9]{{1,2}})(?:T[0-9:.]+Z?)?
        | (?<d2>[0-9]{{1,2}})\s?[-/.]\s?(?<m2>[0-9]{{1,2}})\s?[-/.]\s?(?<y2>[0-9]{{4}})
        | (?<d3>[0-9]{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?<m3>{month})\b\.?(?:,?\s(?<y3>[0-9]{{4}}))?
        | (?<m4>{month})\b\.?\s(?<d4>[0-9]{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s(?<y4>[0-9]{{4}}))?
        | (?<m5>{month})\b\.?,?\s(?<y5>[0-9]{{4}})
        )\b"
    );
    Regex::new(&pattern).ok()
});

/// Finds the dates in `text`, a line or the head of a paragraph, in order.
pub(super) fn find(text: &str) -> Vec<Found> {
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return Vec::new();
    }
    let Some(date) = DATE.as_ref() else { return Vec::new() };
    date.captures_iter(text).filter_map(|hit| found(&hit)).collect()
}

fn found(hit: &Captures<'_>) -> Option<Found> {
    let whole = hit.get(0)?;
    let group = |names: &[&str]| names.iter().find_map(|name| hit.name(name)).map(|m| m.as_str());
    let year: Option<u32> = group(&["y1", "y2", "y3", "y4", "y5"]).and_then(|y| y.parse().ok());
    let month = month(group(&["m1", "m2", "m3", "m4", "m5"])?)?;
    let day: Option<u32> = group(&["d1", "d2", "d3", "d4"]).and_then(|d| d.parse().ok());
    let (month, day) = match (hit.name("d2"), day) {
        (Some(_), Some(day)) if month > 12 && day <= 12 => (day, Some(month)),
        _ => (month, day),
    };
    let iso = match (year, day) {
        (Some(year), Some(day)) => Some(iso(year, month, day)?),
        _ => None,
    };
    Some(Found { span: Span::new(whole.start(), whole.end()), day: iso, year: year.is_some() })
}

fn month(word: &str) -> Option<u32> {
    if let Ok(number) = word.parse() {
        return Some(number);
    }
    let head = word.get(..3)?.to_lowercase();
    let at = MONTHS.iter().position(|month| *month == head)?;
    u32::try_from(at + 1).ok()
}

/// Writes a day as `YYYY-MM-DD`, or gives `None` where the calendar has no such day.
fn iso(year: u32, month: u32, day: u32) -> Option<String> {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    (1..=days).contains(&day).then(|| format!("{year:04}-{month:02}-{day:02}"))
}

/// Tells whether `text` is a day of the calendar written `YYYY-MM-DD`.
pub(super) fn is_iso(text: &str) -> bool {
    let mut parts = text.split('-').map(str::parse::<u32>);
    let day = match (parts.next(), parts.next(), parts.next(), parts.next()) {
        (Some(Ok(y)), Some(Ok(m)), Some(Ok(d)), None) => iso(y, m, d),
        _ => None,
    };
    day.as_deref() == Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_in_the_ways_they_are_printed() {
        for (text, day) in [
            ("08-01-2026 | 16:01", "2026-01-08"),
            ("Thursday, Sept. 12, 2024", "2024-09-12"),
            ("Published 18 Sep 2025, 17:40", "2025-09-18"),
            ("July 30, 2025", "2025-07-30"),
            ("Feb. 7, 2026", "2026-02-07"),
            ("2026-01-08T16:01", "2026-01-08"),
            ("the 3rd of March 2024", "2024-03-03"),
            ("01/13/2026", "2026-01-13"),
            ("6 JANUARY 2026", "2026-01-06"),
            ("8.1.2026", "2026-01-08"),
        ] {
            let days: Vec<_> = find(text).into_iter().filter_map(|found| found.day).collect();
            assert_eq!(days, [day], "{text}");
        }
    }

    #[test]
    fn a_date_without_its_year_or_day_is_found_but_not_read() {
        for (text, year) in [("July 23", false), ("February 2026", true), ("23 July", false)] {
            let found = find(text);
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!((found[0].day.clone(), found[0].year), (None, year), "{text}");
        }
    }

    #[test]
    fn what_is_no_day_is_no_date() {
        for text in ["31 February 2026", "32-13-2026", "resolution 2254/2015", "marched 5 miles", ""] {
            assert!(find(text).iter().all(|found| found.day.is_none()), "{text}");
        }
        assert!(is_iso("2024-02-29") && !is_iso("2023-02-29") && !is_iso("2024-2-9") && !is_iso("soon"));
    }
}
