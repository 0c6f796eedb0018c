//! Times that name their place in the calendar: days, months, seasons, years.

use regex::Captures;

use super::group::{figure, group};
use super::lean::Side;
use super::{Date, Grain, Period, Time};

/// "2026-01-06".
pub(super) fn iso(hit: &Captures<'_>, _: Option<Date>, _: Side) -> Option<Time> {
    let date = Date::new(figure(hit, "y")?, figure(hit, "m")?, figure(hit, "d")?).ok()?;
    Some(Time::Days(Period::day(date)))
}

/// "6 January", "January 6-8, 2026".
pub(super) fn date(hit: &Captures<'_>, published: Option<Date>, side: Side) -> Option<Time> {
    let (month, first) = (month_number(hit)?, figure::<i8>(hit, "d")?);
    let last = figure::<i8>(hit, "d2").unwrap_or(first);
    let of = |year: i16| Some(Period::days(Date::new(year, month, first).ok()?, Date::new(year, month, last).ok()?));
    // A leap year tells whether there is such a day at all.
    Date::new(2024, month, first).ok()?;
    placed(hit, published, side, Grain::Day, of)
}

/// "December 2024", "late March", "last May".
pub(super) fn month(hit: &Captures<'_>, published: Option<Date>, side: Side) -> Option<Time> {
    let month = month_number(hit)?;
    let part = part(hit);
    let of = |year: i16| {
        let whole = Period::month(Date::new(year, month, 1).ok()?);
        Some(part.map_or(whole, |part| whole.third(part)))
    };
    placed(hit, published, side, Grain::Month, of)
}

/// "summer 2025", "last spring".
pub(super) fn season(hit: &Captures<'_>, published: Option<Date>, side: Side) -> Option<Time> {
    let month = match group(hit, "season")?.as_str() {
        "spring" => 3,
        "summer" => 6,
        "autumn" => 9,
        _ => 12,
    };
    placed(hit, published, side, Grain::Season, |year| Period::season(year, month))
}

/// "2023", "early 2025".
pub(super) fn year(hit: &Captures<'_>, _: Option<Date>, _: Side) -> Option<Time> {
    let whole = Period::year(Date::new(figure(hit, "y")?, 1, 1).ok()?);
    Some(Time::Days(part(hit).map_or(whole, |part| whole.third(part))))
}

/// The period of the year named, or of the one that the other words and the day of publication leave.
fn placed(
    hit: &Captures<'_>,
    published: Option<Date>,
    side: Side,
    grain: Grain,
    of: impl Fn(i16) -> Option<Period>,
) -> Option<Time> {
    if let Some(year) = figure::<i16>(hit, "y") {
        return of(year).map(Time::Days);
    }
    let Some(published) = published else { return Some(Time::Unplaced(grain)) };
    let side = match group(hit, "mod").as_deref() {
        Some("last" | "past") => Side::Back,
        Some("next" | "coming") => Side::Ahead,
        _ => side,
    };
    let years = [published.year() - 1, published.year(), published.year().saturating_add(1)];
    let candidates = years.into_iter().filter_map(of);
    let fits = |period: &Period| match side {
        Side::Back => period.first <= published,
        Side::Ahead => period.last >= published,
        Side::Either => true,
    };
    let away = |period: &Period| {
        let (from, to) = if period.first > published { (published, period.first) } else { (period.last, published) };
        from.until(to).map_or(i32::MAX, |length| length.get_days().max(0))
    };
    candidates.filter(fits).min_by_key(away).map(Time::Days)
}

/// Which third of its unit the words name.
fn part(hit: &Captures<'_>) -> Option<i64> {
    match group(hit, "part")?.as_str() {
        "early" | "beginning" | "start" => Some(0),
        "mid" | "middle" => Some(1),
        _ => Some(2),
    }
}

fn month_number(hit: &Captures<'_>) -> Option<i8> {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let name = group(hit, "mon")?;
    let at = MONTHS.iter().position(|month| name.starts_with(month))?;
    i8::try_from(at + 1).ok()
}
