//! The terms of a claim that can differ while the point is the same: figures, extent, places, conditions.

use super::words::Item;
use crate::language::Tag;

/// How much of a point is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Extent {
    /// "full", "complete", "permanent", "immediate".
    Whole,
    /// "partial", "limited", "temporary", "phased".
    Part,
}

const WHOLE: &[&str] = &[
    "full",
    "complete",
    "total",
    "entire",
    "whole",
    "unconditional",
    "permanent",
    "comprehensive",
    "all",
    "every",
    "fully",
    "completely",
    "immediate",
    "immediately",
    "indefinite",
    "unlimited",
];
const PART: &[&str] = &[
    "partial",
    "limited",
    "temporary",
    "interim",
    "phased",
    "gradual",
    "gradually",
    "partially",
    "temporarily",
    "some",
    "provisional",
    "pilot",
    "selective",
    "conditional",
    "symbolic",
    "staged",
];

/// Words for times, which are told apart from figures by what they count.
const DAYS: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// The terms of one claim.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Terms {
    /// What is counted, with the figure, sorted: ("day", "60"), ("", "1974").
    pub(crate) figures: Vec<(String, String)>,
    /// Whether the whole or a part is meant, where the words say so.
    pub(crate) extent: Option<Extent>,
    /// Names of places that are no party's, sorted.
    pub(crate) places: Vec<String>,
}

/// Reads the terms from the words of a claim; those of the point's own name are left out by `named`.
pub(super) fn read(items: &[Item], named: impl Fn(usize) -> bool) -> Terms {
    let mut terms = Terms::default();
    for (at, item) in items.iter().enumerate() {
        let place = item.tag == Tag::Proper && item.capital && item.parties.is_empty() && is_place(items, at);
        terms.extent = terms.extent.or_else(|| extent(&item.lemma));
        if item.tag == Tag::Number && !named(at) && !DAYS.contains(&near(items, at)) {
            terms.figures.push((near(items, at).to_owned(), item.lemma.clone()));
        } else if place && !DAYS.contains(&item.lemma.as_str()) {
            terms.places.push(item.lemma.clone());
        }
    }
    terms.figures.sort();
    terms.figures.dedup();
    terms.places.sort();
    terms.places.dedup();
    terms
}

fn extent(word: &str) -> Option<Extent> {
    let extents = [(WHOLE, Extent::Whole), (PART, Extent::Part)];
    extents.into_iter().find(|(words, _)| words.contains(&word)).map(|(_, extent)| extent)
}

/// Words beside those of extent that tell no point from another.
const LOOSE: &[&str] = &[
    "new",
    "clear",
    "firm",
    "binding",
    "written",
    "legal",
    "own",
    "large",
    "small",
    "certain",
    "major",
    "key",
    "early",
    "initial",
    "quick",
    "rapid",
    "broad",
    "wide",
    "extra",
    "additional",
    "such",
    "other",
    "any",
    "further",
    "more",
    "immediate",
    "same",
    "first",
    "second",
    "third",
    "next",
    "last",
    "final",
    "great",
    "substantial",
    "significant",
];

/// Tells whether a word says how much or how, and not what.
pub(super) fn says_how_much(word: &str) -> bool {
    extent(word).is_some() || LOOSE.contains(&word)
}

/// Tells whether a word only counts or measures, in normal form.
pub(super) fn is_unit(word: &str) -> bool {
    const UNITS: &[&str] = &[
        "kilometer",
        "kilometre",
        "metre",
        "litre",
        "meter",
        "mile",
        "foot",
        "hectare",
        "acre",
        "tonne",
        "ton",
        "barrel",
        "liter",
        "percent",
        "cent",
        "dollar",
        "euro",
        "pound",
        "shekel",
        "degree",
        "megawatt",
        "minute",
        "hour",
        "day",
        "week",
        "month",
        "year",
        "decade",
    ];
    UNITS.contains(&word) || word.strip_suffix('s').is_some_and(|one| UNITS.contains(&one))
}

/// Tells whether a preposition of place leads to the name at `at`: "from positions around Quneitra".
fn is_place(items: &[Item], at: usize) -> bool {
    const WHERE: &[&str] =
        &["in", "from", "at", "near", "around", "across", "along", "on", "over", "into", "outside", "inside"];
    let before = items[..at].iter().rev();
    let mut before = before.skip_while(|item| matches!(item.tag, Tag::Proper | Tag::Determiner | Tag::Adjective));
    before.next().is_some_and(|item| WHERE.contains(&item.lemma.as_str()))
}

/// What a figure counts: the noun behind it, or the month before or behind it.
fn near(items: &[Item], at: usize) -> &str {
    let behind = items[at + 1..].iter().take(4).find(|item| matches!(item.tag, Tag::Noun | Tag::Plural | Tag::Proper));
    let before = at.checked_sub(1).map(|at| &items[at]).filter(|item| DAYS.contains(&item.lemma.as_str()));
    before.or(behind).map_or("", |item| item.lemma.as_str())
}
