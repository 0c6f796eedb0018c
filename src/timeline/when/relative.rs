//! Times that are counted from the day of publication or from the day named before, and rounds of talks.

use jiff::civil::Weekday;
use regex::Captures;

use super::calendar::{back, last_weekday, next_weekday};
use super::group::group;
use super::lean::Side;
use super::{Date, Grain, Period, Round, Time};
use crate::language::numeral;

/// "yesterday", "this morning", "overnight", "the day after tomorrow".
#[expect(clippy::unnecessary_wraps, reason = "all forms are read by functions of one type")]
pub(super) fn day(hit: &Captures<'_>, published: Option<Date>, _: Side) -> Option<Time> {
    let Some(published) = published else { return Some(Time::Unplaced(Grain::Day)) };
    let ago = match (group(hit, "word").as_deref(), group(hit, "far").as_deref()) {
        (_, Some(far)) if far.starts_with("before") => 2,
        (_, Some(_)) => -2,
        (Some("yesterday"), _) => 1,
        (Some("tomorrow"), _) => -1,
        // The night between the day before and the day.
        (Some("overnight"), _) => return Some(Time::Days(Period::days(back(published, 0, 1), published))),
        _ => i64::from(hit.name("night").is_some()),
    };
    Some(Time::Days(Period::day(back(published, 0, ago))))
}

/// "Tuesday", "last Friday", "next Monday": a bare one is the last, unless the clause looks ahead.
pub(super) fn weekday(hit: &Captures<'_>, published: Option<Date>, side: Side) -> Option<Time> {
    let weekday = weekday_named(&group(hit, "wd")?)?;
    let Some(published) = published else { return Some(Time::Unplaced(Grain::Day)) };
    let date = match (group(hit, "mod").as_deref(), side) {
        (Some("last" | "past"), _) => last_weekday(published, weekday, false),
        (Some("next" | "coming"), _) => next_weekday(published, weekday, false),
        (Some("this"), Side::Back) => last_weekday(published, weekday, true),
        (Some("this"), _) | (_, Side::Ahead) => next_weekday(published, weekday, true),
        _ => last_weekday(published, weekday, true),
    };
    Some(Time::Days(Period::day(date)))
}

/// "last week", "earlier this month", "the end of next year".
pub(super) fn unit(hit: &Captures<'_>, published: Option<Date>, _: Side) -> Option<Time> {
    let unit = group(hit, "unit")?;
    let grain = grain(&unit)?;
    let Some(published) = published else { return Some(Time::Unplaced(grain)) };
    let ago = match group(hit, "mod")?.as_str() {
        "last" | "past" | "previous" => 1,
        "next" | "coming" | "following" => -1,
        _ => 0,
    };
    let day = shifted(published, grain, ago);
    let whole = if unit == "weekend" { weekend(published, ago) } else { unit_of(day, grain) };
    let part = group(hit, "part");
    Some(Time::Days(match (part.as_deref(), ago) {
        (Some("earlier"), _) => whole.up_to(published),
        (Some("later"), _) => whole.from(published),
        (Some("early" | "start" | "beginning"), _) => whole.third(0),
        (Some("middle"), _) => whole.third(1),
        (Some(_), _) => whole.third(2),
        (None, _) => whole,
    }))
}

/// "two days ago", "six months ago", "weeks ago".
pub(super) fn ago(hit: &Captures<'_>, published: Option<Date>, _: Side) -> Option<Time> {
    let grain = grain(&group(hit, "unit")?)?;
    let Some(published) = published else { return Some(Time::Unplaced(grain)) };
    let Some(number) = group(hit, "n").as_deref().and_then(exact) else {
        let nearest = shifted(published, grain, 1);
        return Some(Time::Days(Period { last: nearest, ..stretch(published, grain, SOME) }));
    };
    Some(Time::Days(unit_of(shifted(published, grain, number), grain)))
}

/// "in two weeks", "in a month's time", "three days from now": a bare one only where the clause looks ahead.
pub(super) fn hence(hit: &Captures<'_>, published: Option<Date>, side: Side) -> Option<Time> {
    let (unit, number) =
        (group(hit, "unit").or_else(|| group(hit, "unit2"))?, group(hit, "n").or_else(|| group(hit, "n2"))?);
    if side != Side::Ahead && hit.name("sure").is_none() && hit.name("n2").is_none() {
        return None;
    }
    let grain = grain(&unit)?;
    let Some(published) = published else { return Some(Time::Unplaced(grain)) };
    Some(Time::Days(unit_of(shifted(published, grain, -exact(&number)?), grain)))
}

/// "the same day", "later that week", counted from the day named before.
pub(super) fn same(hit: &Captures<'_>, anchor: Option<Date>, _: Side) -> Option<Time> {
    let grain = grain(&group(hit, "unit")?)?;
    Some(anchor.map_or(Time::Unplaced(grain), |anchor| Time::Days(unit_of(anchor, grain))))
}

/// "two days later", "the next day", counted from the day named before.
pub(super) fn apart(hit: &Captures<'_>, anchor: Option<Date>, _: Side) -> Option<Time> {
    let grain = grain(&group(hit, "unit")?)?;
    let number = group(hit, "n").map_or(Some(1), |number| exact(&number));
    let Some((anchor, number)) = anchor.zip(number) else { return Some(Time::Unplaced(grain)) };
    let earlier = matches!(group(hit, "way")?.as_str(), "earlier" | "beforehand" | "previous" | "preceding");
    Some(Time::Days(unit_of(shifted(anchor, grain, if earlier { number } else { -number }), grain)))
}

/// The whole unit that holds `day`.
fn unit_of(day: Date, grain: Grain) -> Period {
    match grain {
        Grain::Day => Period::day(day),
        Grain::Week => Period::week(day),
        Grain::Month => Period::month(day),
        _ => Period::year(day),
    }
}

/// "in recent weeks", "the past two years", "the coming days", "recently": anywhere in it.
pub(super) fn window(hit: &Captures<'_>, published: Option<Date>, _: Side) -> Option<Time> {
    let unit = group(hit, "unit").unwrap_or_else(|| "month".to_owned());
    let grain = grain(&unit)?;
    let Some(published) = published else { return Some(Time::Unplaced(grain)) };
    let number = group(hit, "n").as_deref().and_then(exact).unwrap_or(SOME);
    let ahead = matches!(group(hit, "mod")?.as_str(), "coming" | "next" | "following");
    Some(Time::Days(stretch(published, grain, if ahead { -number } else { number })))
}

/// "the fifth round", "round two", "previous rounds".
pub(super) fn round(hit: &Captures<'_>, _: Option<Date>, _: Side) -> Option<Time> {
    if let Some(number) = group(hit, "n") {
        return ordinal(&number).map(|number| Time::Round(Round::Number(number)));
    }
    Some(Time::Round(match group(hit, "mod")?.as_str() {
        "next" | "coming" | "upcoming" => Round::Next,
        "current" | "this" | "latest" | "new" => Round::Current,
        _ => Round::Earlier,
    }))
}

/// How many of its unit "weeks ago" and "in recent days" reach back at most.
const SOME: i64 = 8;

/// From `number` units before `published` (after it where negative) to that day, anywhere in between.
fn stretch(published: Date, grain: Grain, number: i64) -> Period {
    let other = shifted(published, grain, number);
    Period { grain, vague: true, ..Period::days(other, published) }
}

fn weekend(published: Date, ago: i64) -> Period {
    // "this weekend" is the one at hand, "last weekend" the one before it, on a Sunday too.
    Period::weekend(back(published, 0, 7 * ago))
}

/// The day `number` units before `date`.
fn shifted(date: Date, grain: Grain, number: i64) -> Date {
    match grain {
        Grain::Day => back(date, 0, number),
        Grain::Week => back(date, 0, 7 * number),
        Grain::Month => back(date, number, 0),
        _ => back(date, 12 * number, 0),
    }
}

fn grain(unit: &str) -> Option<Grain> {
    match unit {
        "day" => Some(Grain::Day),
        "week" | "weekend" => Some(Grain::Week),
        "month" => Some(Grain::Month),
        "year" => Some(Grain::Year),
        _ => None,
    }
}

fn weekday_named(name: &str) -> Option<Weekday> {
    match name.get(..3)? {
        "mon" => Some(Weekday::Monday),
        "tue" => Some(Weekday::Tuesday),
        "wed" => Some(Weekday::Wednesday),
        "thu" => Some(Weekday::Thursday),
        "fri" => Some(Weekday::Friday),
        "sat" => Some(Weekday::Saturday),
        "sun" => Some(Weekday::Sunday),
        _ => None,
    }
}

const ORDINALS: [&str; 12] = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth",
];

/// An exact number; "a few" and "several" are none.
fn exact(word: &str) -> Option<i64> {
    match word {
        "a" | "an" => Some(1),
        word => numeral::value(word).map(i64::from).or_else(|| word.parse().ok()),
    }
}

fn ordinal(word: &str) -> Option<u8> {
    let named = ORDINALS.iter().position(|number| *number == word).and_then(|at| u8::try_from(at + 1).ok());
    match named.or_else(|| numeral::value(word).and_then(|value| u8::try_from(value).ok())) {
        Some(value) => Some(value),
        None => word.trim_end_matches(|letter: char| letter.is_alphabetic()).parse().ok(),
    }
}
