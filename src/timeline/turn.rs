//! Turns: a party that had one stance on a point and, later, another.
//!
//! Two sources that differ are no turn. There is one only where all that report the stance before it lie, in time,
//! before all that report the one after it, or where the text itself says that a position is of an earlier round.

use std::collections::{BTreeMap, HashMap};

use super::{Basis, Entry, Timeline};
use crate::compare::Comparison;
use crate::record::{Claim, Kind, Status, vocabulary};

vocabulary! {
    /// What a turn is.
    Change {
        /// Agreed, then open, refused or denied.
        Undone = "undone",
        /// Offered, then refused, denied or of the past.
        Withdrawn = "withdrawn",
        /// Demanded, then denied or of the past.
        Dropped = "dropped",
        /// Refused, then offered or agreed, or the refusal is of the past.
        Softened = "softened",
        /// Open, demanded, offered or expected, then agreed.
        Settled = "settled",
    }
}

/// A party's turn on a point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn<'a> {
    /// The slug of the party; nothing where the text names nobody.
    pub party: Option<&'a str>,
    /// The slug of the issue.
    pub issue: &'a str,
    /// What it is.
    pub change: Change,
    /// The stance before, as last reported.
    pub from: Entry<'a>,
    /// The stance after it, as first reported; nothing where the text says that the one before is past and reports no
    /// other.
    pub to: Option<Entry<'a>>,
    /// What the turn rests on: the weaker of the two places in time; nothing where the text itself says so.
    pub rests_on: Option<Basis>,
    /// Claims that report the stance before it at the time of the turn or later, where the text says that it is past.
    pub against: Vec<&'a Claim>,
}

/// Returns all turns.
pub(super) fn all<'a>(timeline: &Timeline<'a>, comparison: &Comparison<'a>) -> Vec<Turn<'a>> {
    let entries = timeline.entries.iter();
    let entries: HashMap<&str, &Entry<'a>> = entries.map(|entry| (entry.claim.id.as_str(), entry)).collect();
    let mut turns = Vec::new();
    for (issue, claims) in points(comparison) {
        let mut by_party: BTreeMap<Option<&'a str>, Vec<&Entry<'a>>> = BTreeMap::new();
        for entry in claims.iter().filter_map(|claim| entries.get(claim.id.as_str())) {
            if entry.claim.holders.is_empty() {
                by_party.entry(None).or_default().push(entry);
            }
            for holder in &entry.claim.holders {
                by_party.entry(Some(holder)).or_default().push(entry);
            }
        }
        for (party, entries) in by_party {
            turns.extend(of_party(party, issue, &entries));
        }
    }
    turns
}

/// The claims that are on one point, with its issue.
fn points<'a>(comparison: &Comparison<'a>) -> Vec<(&'a str, Vec<&'a Claim>)> {
    let points = comparison.rows.iter().flat_map(|row| row.points.iter().map(|point| (row.issue, point)));
    points.map(|(issue, point)| (issue, point.claims().collect())).collect()
}

/// A stance as it was at its own time: what an article calls past was held then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Taken {
    Demanded,
    Refused,
    Offered,
    Agreed,
    /// Agreed, as a forecast.
    Expected,
    Open,
    /// A claim of the kind is denied.
    Denied(Kind),
}

impl Taken {
    fn of(claim: &Claim) -> Self {
        match (claim.status, claim.kind) {
            (Status::Denied, kind) => Self::Denied(kind),
            (Status::Expected, Kind::Agreed) => Self::Expected,
            (_, Kind::Agreed) => Self::Agreed,
            (_, Kind::Demand) => Self::Demanded,
            (_, Kind::RedLine) => Self::Refused,
            (_, Kind::Offer) => Self::Offered,
            (_, Kind::Open) => Self::Open,
        }
    }
}

/// The stances before, those after, and what the turn from the ones to the others is.
const CHANGES: &[(&[Taken], &[Taken], Change)] = &[
    (&[Taken::Agreed], &[Taken::Open, Taken::Refused, Taken::Denied(Kind::Agreed)], Change::Undone),
    (&[Taken::Offered], &[Taken::Refused, Taken::Denied(Kind::Offer)], Change::Withdrawn),
    (&[Taken::Demanded], &[Taken::Denied(Kind::Demand)], Change::Dropped),
    (&[Taken::Refused], &[Taken::Offered, Taken::Agreed], Change::Softened),
    (&[Taken::Open, Taken::Demanded, Taken::Offered, Taken::Expected], &[Taken::Agreed], Change::Settled),
];

/// The turns of one party on one point.
fn of_party<'a>(party: Option<&'a str>, issue: &'a str, entries: &[&Entry<'a>]) -> Vec<Turn<'a>> {
    let dated = CHANGES.iter().flat_map(|&(from, to, change)| {
        let pairs = apart(entries, from, to).into_iter();
        pairs.map(move |(before, after)| {
            let rests_on = before.place.map(|place| place.basis).max(after.place.map(|place| place.basis));
            let (from, to) = (before.clone(), Some(after.clone()));
            Turn { party, issue, change, from, to, rests_on, against: Vec::new() }
        })
    });
    let mut turns: Vec<Turn<'a>> = dated.collect();
    let seen = |past: &Entry<'_>| turns.iter().any(|turn| std::ptr::eq(turn.from.claim, past.claim));
    let past = entries.iter().filter(|entry| !seen(entry));
    let told: Vec<Turn<'a>> = past.filter_map(|entry| told(party, issue, entry, entries)).collect();
    turns.extend(told);
    turns
}

/// The turn that the text itself tells: a position that it calls one of an earlier round.
///
/// What was agreed earlier may have been kept, so that it tells none. What is agreed now took up the position.
fn told<'a>(party: Option<&'a str>, issue: &'a str, past: &Entry<'a>, entries: &[&Entry<'a>]) -> Option<Turn<'a>> {
    let kind = past.claim.kind;
    let change = match kind {
        _ if past.claim.status != Status::Past => return None,
        Kind::Demand => Change::Dropped,
        Kind::Offer => Change::Withdrawn,
        Kind::RedLine => Change::Softened,
        Kind::Agreed | Kind::Open => return None,
    };
    let others = || entries.iter().copied().filter(|entry| entry.claim.status != Status::Past);
    let now = others().filter(|entry| entry.claim.document == past.claim.document && entry.claim.kind != kind);
    let to = now.min_by_key(|entry| (entry.claim.kind != Kind::Agreed, entry.claim.content)).cloned();
    let settled = to.as_ref().is_some_and(|to| Taken::of(to.claim) == Taken::Agreed);
    let same = others().filter(|entry| entry.claim.kind == kind && entry.claim.status == Status::Stated);
    Some(Turn {
        party,
        issue,
        change: if settled { Change::Settled } else { change },
        from: past.clone(),
        to,
        rests_on: None,
        against: same.filter(|entry| !older(entry, past)).map(|entry| entry.claim).collect(),
    })
}

/// Tells whether the article of `entry` is known to have been published before that of `past`.
fn older(entry: &Entry<'_>, past: &Entry<'_>) -> bool {
    entry.published.zip(past.published).is_some_and(|(entry, past)| entry < past)
}

/// Tells whether time runs between two entries, as far as their places tell.
fn before(earlier: &Entry<'_>, later: &Entry<'_>) -> bool {
    earlier.place.zip(later.place).is_some_and(|(earlier, later)| earlier.before(later))
}

/// The pairs of a last stance `from` and a first stance `to` between which time runs: all that report the one lie before
/// all that report the other, up to where it turns again.
fn apart<'e, 'a>(entries: &[&'e Entry<'a>], from: &[Taken], to: &[Taken]) -> Vec<(&'e Entry<'a>, &'e Entry<'a>)> {
    let spoken = |entry: &&&Entry<'a>| {
        let taken = Taken::of(entry.claim);
        entry.place.is_some() && (from.contains(&taken) || to.contains(&taken))
    };
    let mut spoken: Vec<&Entry<'a>> = entries.iter().filter(spoken).copied().collect();
    spoken.sort_by_key(|entry| entry.place.map(|place| (place.period.first, !place.earlier)));
    let mut times: Vec<Vec<&Entry<'a>>> = Vec::new();
    for entry in spoken {
        match times.last_mut() {
            Some(time) if !time.iter().all(|earlier| before(earlier, entry)) => time.push(entry),
            _ => times.push(vec![entry]),
        }
    }
    let all = |time: &[&Entry<'_>], side: &[Taken]| time.iter().all(|entry| side.contains(&Taken::of(entry.claim)));
    let turns = times.windows(2).filter(|pair| all(&pair[0], from) && all(&pair[1], to));
    turns.filter_map(|pair| Some((*pair[0].last()?, *pair[1].first()?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare;
    use crate::corpus::Corpus;
    use crate::document::Document;
    use crate::query::group::tests::{claim, corpus};

    /// An article a day in January 2031; "demand@3" is a claim of Norland on the border in the article of the third.
    fn turns(claims: &str) -> Vec<String> {
        let mut all = corpus();
        let article = all.documents.remove(0);
        let dated =
            |day: usize| Document { date: Some(format!("2031-01-{day:02}")), id: day.to_string(), ..article.clone() };
        all.documents =
            (0..10).map(|day| if day == 0 { Document { date: None, ..dated(0) } } else { dated(day) }).collect();
        let read = |(number, words): (usize, &str)| {
            let (stance, day) = words.split_once('@').expect("a day");
            let (kind, status) = stance.split_once('/').unwrap_or((stance, "stated"));
            Claim {
                kind: Kind::from_word(kind).expect("a kind"),
                status: Status::from_word(status).expect("a status"),
                document: day.parse().expect("a day"),
                ..claim(&number.to_string(), &["norland"])
            }
        };
        all.claims = claims.split(' ').enumerate().map(read).collect();
        shown(&all)
    }

    fn shown(corpus: &Corpus) -> Vec<String> {
        let claims: Vec<&Claim> = corpus.claims.iter().collect();
        let sources: Vec<usize> = (0..corpus.documents.len()).collect();
        let comparison = compare::issues(corpus, &sources, &claims, &[]);
        let turns = Timeline::new(corpus, &claims).turns(&comparison);
        let side = |entry: &Entry| format!("{}@{}", entry.claim.kind.word(), entry.claim.document);
        let turn = |turn: &Turn| {
            let to = turn.to.as_ref().map_or_else(|| "-".to_owned(), side);
            format!("{} {} {to} against {}", turn.change.word(), side(&turn.from), turn.against.len())
        };
        turns.iter().map(turn).collect()
    }

    #[test]
    fn a_stance_after_another_is_a_turn() {
        for (claims, turn) in [
            ("agreed@1 open@3", "undone agreed@1 open@3 against 0"),
            ("agreed@1 agreed/denied@3", "undone agreed@1 agreed@3 against 0"),
            ("offer@1 red-line@3", "withdrawn offer@1 red-line@3 against 0"),
            ("red-line@1 offer@2", "softened red-line@1 offer@2 against 0"),
            ("demand@1 demand/denied@2", "dropped demand@1 demand@2 against 0"),
            ("open@1 agreed@2", "settled open@1 agreed@2 against 0"),
            ("agreed/expected@1 agreed@2", "settled agreed@1 agreed@2 against 0"),
        ] {
            assert_eq!(turns(claims), [turn], "{claims}");
        }
    }

    #[test]
    fn sources_that_differ_at_one_time_are_no_turn() {
        for claims in
            ["agreed@1 open@1", "agreed@0 open@2", "open@1 agreed@0", "agreed@1 agreed@2 open@2", "demand@1 open@2"]
        {
            assert_eq!(turns(claims), [""; 0], "{claims}");
        }
    }

    #[test]
    fn a_point_may_turn_twice() {
        assert_eq!(
            turns("open@1 agreed@2 agreed@3 open@5"),
            ["undone agreed@3 open@5 against 0", "settled open@1 agreed@2 against 0"]
        );
    }

    #[test]
    fn what_the_text_calls_past_is_a_turn_of_its_own_and_what_speaks_against_it_is_named() {
        assert_eq!(turns("demand/past@3"), ["dropped demand@3 - against 0"]);
        assert_eq!(turns("demand/past@3 open@3"), ["dropped demand@3 open@3 against 0"]);
        assert_eq!(turns("demand/past@3 demand@5 demand@2"), ["dropped demand@3 - against 1"]);
        assert_eq!(turns("demand/past@3 agreed@3"), ["settled demand@3 agreed@3 against 0"]);
        assert_eq!(turns("agreed/past@3"), [""; 0]);
    }
}
