//! Names of groups that only their conduct at the table shows: states and provinces within a state, and groups with
//! an article before their name ("the Upper Basin").
//!
//! The regions are those first-level divisions of ISO 3166-2 whose governments the press calls by the bare name.

use super::bargain;
use crate::language::parse::Parse;

/// First-level divisions of the United States, Canada and Australia that bear no state's name.
const REGIONS: &[&str] = &[
    "Alabama",
    "Alaska",
    "Alberta",
    "Arizona",
    "Arkansas",
    "British Columbia",
    "California",
    "Colorado",
    "Connecticut",
    "Florida",
    "Idaho",
    "Illinois",
    "Indiana",
    "Iowa",
    "Kansas",
    "Kentucky",
    "Louisiana",
    "Maine",
    "Manitoba",
    "Maryland",
    "Massachusetts",
    "Michigan",
    "Minnesota",
    "Mississippi",
    "Missouri",
    "Montana",
    "Nebraska",
    "Nevada",
    "New Brunswick",
    "New Hampshire",
    "New Mexico",
    "New South Wales",
    "Newfoundland",
    "North Carolina",
    "North Dakota",
    "Nova Scotia",
    "Ohio",
    "Oklahoma",
    "Ontario",
    "Oregon",
    "Pennsylvania",
    "Quebec",
    "Queensland",
    "Rhode Island",
    "Saskatchewan",
    "South Australia",
    "South Carolina",
    "South Dakota",
    "Tasmania",
    "Tennessee",
    "Texas",
    "Utah",
    "Vermont",
    "West Virginia",
    "Western Australia",
    "Wisconsin",
    "Wyoming",
];

/// What else a region does that takes part in talks.
const ASKS: &[&str] = &["ask", "request", "consent", "volunteer", "insist", "balk"];

/// Tells whether a name is that of a region.
pub(super) fn is_name(name: &str) -> bool {
    REGIONS.contains(&name)
}

/// Tells whether the name `first..=last` is that of a region.
pub(super) fn is_region(parse: &Parse<'_>, first: usize, last: usize) -> bool {
    parse.tokens[first].capital && is_name(parse.span(first, last).of(parse.text))
}

/// How many regions have to act before all that act are at the table.
pub(super) const SEVERAL: usize = 3;

/// Tells whether the name `first..=last` is that of a region or of a group with an article before it, and bargains.
pub(super) fn bargains(parse: &Parse<'_>, first: usize, last: usize) -> bool {
    let region = is_region(parse, first, last);
    let group = last > first
        && first > 0
        && parse.word(first - 1) == parse.words().the
        && parse.tokens[first..=last].iter().all(|token| token.capital);
    if !(region || group) {
        return false;
    }
    bargain::bargains(parse, first, last) || region && (asks(parse, last) || sends(parse, first, last))
}

/// "Colorado's river commissioner", "a Utah negotiator": a region that has somebody at the table.
fn sends(parse: &Parse<'_>, first: usize, last: usize) -> bool {
    parse.phrase_at(last).map(|phrase| parse.phrases()[phrase]).is_some_and(|phrase| {
        let head = parse.language.lexicon.text(parse.lemma(phrase.head));
        phrase.head > last
            && phrase.first <= first
            && ["commissioner", "delegation", "envoy", "negotiator"].contains(&head)
    })
}

fn asks(parse: &Parse<'_>, last: usize) -> bool {
    let Some(phrase) = parse.phrase_at(last).filter(|&phrase| parse.phrases()[phrase].last == last) else {
        return false;
    };
    let asks = |lemma| ASKS.contains(&parse.language.lexicon.text(lemma));
    (0..parse.groups().len()).any(|at| {
        let group = parse.groups()[at];
        group.has_tense() && asks(group.lemma) && parse.nodes()[at].subjects().contains(&phrase)
    })
}
