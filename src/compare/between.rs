//! Two parties compared: where their demands and red lines meet, collide, or pass each other by.

use super::stance::{Entry, Stance};
use super::{Point, issues};
use crate::corpus::Corpus;
use crate::record::{Claim, Kind, vocabulary};

vocabulary! {
    /// How the stances of two parties stand to each other on a point.
    Encounter {
        /// A demand or offer of one crosses a red line of the other.
        Crosses = "crosses",
        /// They want opposite things, or one leaves open what the other wants.
        Collides = "collides",
        /// It is open between them, and neither has another stance on it.
        Open = "open",
        /// They agreed on it, or one offers or wants what the other wants.
        Meets = "meets",
        /// One has a stance and the other none.
        Passes = "passes",
    }
}

/// What two parties make of one point.
#[derive(Debug, Clone)]
pub struct Match<'a> {
    /// The slug of the issue.
    pub issue: &'a str,
    /// The name of the point.
    pub name: String,
    /// How their stances stand to each other.
    pub encounter: Encounter,
    /// What both hold together, by source.
    pub both: Vec<Entry<'a>>,
    /// The other stances of the first party, by source.
    pub left: Vec<Entry<'a>>,
    /// The other stances of the second party, by source.
    pub right: Vec<Entry<'a>>,
    /// The demand or offer and the red line that it crosses, once for each pair of stances.
    pub crossings: Vec<(Entry<'a>, Entry<'a>)>,
}

/// Compares the parties `left` and `right` (slugs) on `claims` of `corpus`.
///
/// What is denied or past does not count. Points are ordered by encounter, crossings first, then by issue and name.
#[must_use]
pub fn between<'a>(corpus: &'a Corpus, claims: &[&'a Claim], left: &str, right: &str) -> Vec<Match<'a>> {
    let held = |claim: &Claim, party: &str| claim.holders.iter().any(|holder| holder == party);
    let theirs: Vec<&'a Claim> =
        claims.iter().copied().filter(|claim| held(claim, left) || held(claim, right)).collect();
    let all: Vec<usize> = (0..corpus.documents.len()).collect();
    let comparison = issues(corpus, &all, &theirs, &[]);
    let mut matches = Vec::new();
    for row in comparison.rows {
        matches.extend(row.points.into_iter().filter_map(|point| matched(row.issue, point, left, right)));
    }
    matches.sort_by(|a, b| (a.encounter, a.issue, &a.name).cmp(&(b.encounter, b.issue, &b.name)));
    matches
}

fn matched<'a>(issue: &'a str, point: Point<'a>, left: &str, right: &str) -> Option<Match<'a>> {
    let held = |entry: &Entry<'_>, party: &str| entry.claim.holders.iter().any(|holder| holder == party);
    let entries = point.cells.into_iter().flat_map(|cell| cell.entries);
    let current =
        entries.filter(|entry| !matches!(entry.stance, Stance::Past | Stance::Denied) && entry.cites.is_none());
    let (mut both, mut lefts, mut rights) = (Vec::new(), Vec::new(), Vec::new());
    for entry in current {
        match (held(&entry, left), held(&entry, right)) {
            (true, true) => both.push(entry),
            (true, false) => lefts.push(entry),
            _ => rights.push(entry),
        }
    }
    if both.is_empty() && lefts.is_empty() && rights.is_empty() {
        return None;
    }
    let crossings = crossings(&lefts, &rights);
    let encounter = if crossings.is_empty() { encounter(&both, &lefts, &rights) } else { Encounter::Crosses };
    Some(Match { issue, name: point.name, encounter, both, left: lefts, right: rights, crossings })
}

fn encounter(both: &[Entry<'_>], left: &[Entry<'_>], right: &[Entry<'_>]) -> Encounter {
    let opposed = left.iter().any(|one| right.iter().any(|other| one.way.opposes(other.way)));
    let agreed = both.iter().any(|entry| matches!(entry.claim.kind, Kind::Agreed | Kind::Offer));
    let open = |entries: &[Entry<'_>]| entries.iter().any(|entry| entry.stance == Stance::Open);
    let unresolved = (open(left) && !right.is_empty()) || (open(right) && !left.is_empty());
    let joined = left.iter().any(|one| right.iter().any(|other| one.way == other.way));
    match () {
        () if opposed => Encounter::Collides,
        () if agreed => Encounter::Meets,
        () if unresolved => Encounter::Collides,
        () if !both.is_empty() => Encounter::Open,
        () if joined => Encounter::Meets,
        () => Encounter::Passes,
    }
}

/// The demands and offers of either that the other's red lines exclude.
fn crossings<'a>(left: &[Entry<'a>], right: &[Entry<'a>]) -> Vec<(Entry<'a>, Entry<'a>)> {
    let wants = |entry: &Entry<'_>| matches!(entry.stance, Stance::Demanded | Stance::Offered);
    let mut found = Vec::new();
    for one in left {
        for other in right.iter().filter(|other| one.way.opposes(other.way)) {
            if wants(one) && other.stance == Stance::Refused {
                found.push((one.clone(), other.clone()));
            } else if wants(other) && one.stance == Stance::Refused {
                found.push((other.clone(), one.clone()));
            }
        }
    }
    found
}
