//! In what sources differ on one point: each difference has a type, and none a winner.
//!
//! Entries that say the same of the same holders are one view. Views are compared, not articles, so that a hundred
//! articles that say one thing are compared once. An article counts on neither side of a difference where it reports
//! both views: it differs with nobody.

use super::difference::{Aspect, Contrast, Difference};
use super::stance::{Cell, Entry, Stance, Way};
use super::{meet, terms};
use crate::record::{Claim, Kind, Status};

/// Entries that say one thing of the same holders.
struct View<'a> {
    stance: Stance,
    kind: Kind,
    way: Way,
    entries: Vec<Dated<'a>>,
}

/// An entry with the date of its article, and whether that was written before the talks.
#[derive(Clone)]
struct Dated<'a> {
    entry: Entry<'a>,
    date: Option<&'a str>,
    ahead: bool,
}

impl<'a> View<'a> {
    fn claim(&self) -> &'a Claim {
        self.entries[0].entry.claim
    }

    fn status(&self) -> Status {
        self.claim().status
    }

    fn fits(&self, entry: &Entry<'a>) -> bool {
        let claim = self.claim();
        (self.stance, self.kind, self.way) == (entry.stance, entry.claim.kind, entry.way)
            && (&claim.holders, claim.status) == (&entry.claim.holders, entry.claim.status)
    }
}

/// Returns the differences of the sources that speak on one point, gravest first, omissions left out.
pub(super) fn of<'a>(cells: &[Cell<'a>]) -> Vec<Difference<'a>> {
    let views = views(cells);
    let mut differences = Vec::new();
    for (at, one) in views.iter().enumerate() {
        for other in &views[at + 1..] {
            differences.extend(between(one, other, cells));
        }
    }
    differences.extend(terms::differences(cells));
    differences.sort_by_key(|found| (found.contrast, found.aspect, place(&found.left), place(&found.right)));
    merged(differences)
}

type Place = (Option<(Stance, Way)>, Vec<usize>);

fn place(entries: &[Entry<'_>]) -> Place {
    let documents = entries.iter().map(|entry| entry.claim.document).collect();
    (entries.first().map(|entry| (entry.stance, entry.way)), documents)
}

/// Puts together what is said of the same stances, and leaves out what graver differences say already.
fn merged(differences: Vec<Difference<'_>>) -> Vec<Difference<'_>> {
    let mut kept: Vec<Difference<'_>> = Vec::new();
    for found in differences {
        if kept.iter().any(|other| repeats(other, &found) || outweighs(other, &found)) {
            continue;
        }
        match kept.iter_mut().find(|other| joins(other, &found)) {
            Some(other) => {
                add(&mut other.left, found.left);
                add(&mut other.right, found.right);
            }
            None => kept.push(found),
        }
    }
    kept
}

/// Tells whether two differences are of the same stances, and no article stands on both sides.
fn joins(other: &Difference<'_>, found: &Difference<'_>) -> bool {
    let stances = |found: &Difference<'_>| [&found.left[0], &found.right[0]].map(|entry| (entry.stance, entry.way));
    let apart = |one: &[Entry<'_>], two: &[Entry<'_>]| {
        !one.iter().any(|entry| of_document(two, entry.claim.document).is_some())
    };
    (other.contrast, other.aspect, stances(other)) == (found.contrast, found.aspect, stances(found))
        && matches!(found.contrast, Contrast::Contradiction | Contrast::Status)
        && apart(&other.left, &found.right)
        && apart(&found.left, &other.right)
}

/// Adds the entries of articles that are not there yet.
fn add<'a>(side: &mut Vec<Entry<'a>>, more: Vec<Entry<'a>>) {
    for entry in more {
        if let Err(at) = side.binary_search_by_key(&entry.claim.document, |own| own.claim.document) {
            side.insert(at, entry);
        }
    }
}

/// Tells whether `other` says of more articles what `found` says.
fn repeats(other: &Difference<'_>, found: &Difference<'_>) -> bool {
    (other.contrast, other.aspect) == (found.contrast, found.aspect)
        && covers(&other.left, &found.left)
        && covers(&other.right, &found.right)
}

/// Tells whether the articles that differ in what each holder wants stand against each other in a graver way already.
fn outweighs(other: &Difference<'_>, found: &Difference<'_>) -> bool {
    let stances = |found: &Difference<'_>| found.left[0].stance != found.right[0].stance;
    let within = |some: &[Entry<'_>], all: &[Entry<'_>]| {
        some.len() <= all.len() && some.iter().all(|entry| of_document(all, entry.claim.document).is_some())
    };
    let (left, right) = (&found.left, &found.right);
    other.contrast < found.contrast
        && found.contrast != Contrast::Wording
        && stances(found)
        && ((within(left, &other.left) && within(right, &other.right))
            || (within(left, &other.right) && within(right, &other.left)))
}

/// Returns the entry of a document; those of one side are in the order of the documents.
fn of_document<'e, 'a>(entries: &'e [Entry<'a>], document: usize) -> Option<&'e Entry<'a>> {
    let at = entries.binary_search_by_key(&document, |entry| entry.claim.document).ok()?;
    entries.get(at)
}

/// Tells whether `all` holds an entry of the stance of each article of `some`.
fn covers(all: &[Entry<'_>], some: &[Entry<'_>]) -> bool {
    let holds =
        |entry: &Entry<'_>| of_document(all, entry.claim.document).is_some_and(|own| own.stance == entry.stance);
    some.len() <= all.len() && some.iter().all(holds)
}

fn views<'a>(cells: &[Cell<'a>]) -> Vec<View<'a>> {
    let mut views: Vec<View<'a>> = Vec::new();
    for cell in cells {
        for entry in &cell.entries {
            let dated = Dated { entry: entry.clone(), date: cell.date, ahead: cell.ahead };
            match views.iter_mut().find(|view| view.fits(entry)) {
                Some(view) => view.entries.push(dated),
                None => views.push(View {
                    stance: entry.stance,
                    kind: entry.claim.kind,
                    way: entry.way,
                    entries: vec![dated],
                }),
            }
        }
    }
    views.sort_by_key(|view| view.stance);
    views
}

/// Returns how two views differ; articles from before what the firmer one reports cannot contradict it.
fn between<'a>(one: &View<'a>, other: &View<'a>, cells: &[Cell<'a>]) -> Vec<Difference<'a>> {
    let Some((contrast, aspect)) = classify(one, other) else { return Vec::new() };
    let alone = |view: &View<'a>, against: &View<'a>| -> Vec<Dated<'a>> {
        let own = view.entries.iter().filter(|dated| !has(cells, &dated.entry, against, (contrast, aspect)));
        own.cloned().collect()
    };
    // A source that has a point as open says more of it than one that has it only as wanted, though it reports both.
    let says_more = one.stance == Stance::Open && contrast == Contrast::Status;
    let left = if says_more { one.entries.clone() } else { alone(one, other) };
    let right = alone(other, one);
    if left.is_empty() || right.is_empty() {
        return Vec::new();
    }
    let outcome =
        contrast == Contrast::Contradiction && one.stance == Stance::Affirmed && other.stance != Stance::Affirmed;
    let is_early = |dated: &Dated<'_>| outcome && left.iter().all(|firm| before(dated, firm));
    let (early, rest): (Vec<Dated<'_>>, Vec<Dated<'_>>) = right.into_iter().partition(is_early);
    let sides = [(contrast, rest), (Contrast::Status, early)].into_iter().filter(|(_, right)| !right.is_empty());
    let build =
        |(contrast, right)| Difference { contrast, aspect, left: each_once(left.clone()), right: each_once(right) };
    sides.map(build).collect()
}

/// Tells whether the first is known to be from before the second; dates are `YYYY-MM-DD` and sort as text.
fn before(one: &Dated<'_>, other: &Dated<'_>) -> bool {
    one.date.zip(other.date).is_some_and(|(one, other)| one < other) || (one.ahead && !other.ahead)
}

/// One entry an article.
fn each_once(dated: Vec<Dated<'_>>) -> Vec<Entry<'_>> {
    let mut entries: Vec<Entry<'_>> = dated.into_iter().map(|dated| dated.entry).collect();
    entries.dedup_by_key(|entry| entry.claim.document);
    entries
}

/// Tells whether the article of `entry` reports `view` too, or, where that is an outcome, one of its own.
fn has(cells: &[Cell<'_>], entry: &Entry<'_>, view: &View<'_>, (contrast, aspect): (Contrast, Option<Aspect>)) -> bool {
    let Ok(at) = cells.binary_search_by_key(&entry.claim.document, |cell| cell.document) else { return false };
    cells[at].entries.iter().any(|own| {
        let outcome = matches!(own.stance, Stance::Affirmed | Stance::Expected) && own.way == view.way;
        let agreed = contrast == Contrast::Contradiction && view.stance == Stance::Affirmed && outcome;
        let same = (own.stance, own.claim.kind, own.way) == (view.stance, view.kind, view.way);
        let holders = match aspect {
            Some(Aspect::Holders) => own.claim.holders == view.claim().holders,
            _ => meet(own.claim, view.claim()),
        };
        agreed || (same && holders)
    })
}

/// What two views differ in.
type Found = Option<(Contrast, Option<Aspect>)>;

const CONTRADICTION: Found = Some((Contrast::Contradiction, None));
const STATUS: Found = Some((Contrast::Status, None));
const HOLDERS: Found = Some((Contrast::Scope, Some(Aspect::Holders)));
const WORDING: Found = Some((Contrast::Wording, None));

/// Returns in what two views differ, the firmer one first; nothing where one article could report both and mean one
/// thing.
fn classify(one: &View<'_>, other: &View<'_>) -> Found {
    use Stance::{Affirmed, Demanded, Denied, Expected, Offered, Open, Past, Refused};
    let meets = meet(one.claim(), other.claim());
    let opposed = one.way.opposes(other.way);
    let clash = |found| if opposed { CONTRADICTION } else { found };
    match (one.stance, other.stance) {
        (Denied, Denied) | (Past, Past) => None,
        (Denied, _) | (_, Denied) => denial(one, other, meets),
        (Past, _) | (_, Past) => {
            if meets && one.kind == other.kind {
                STATUS
            } else {
                None
            }
        }
        (first, second) if first == second => alike(one, other, meets, opposed),
        (Affirmed, Open) if meets => CONTRADICTION,
        (Affirmed, Refused | Expected) | (Demanded, Offered) if meets => clash(STATUS),
        (Affirmed | Expected, Open | Refused | Expected) if !meets => HOLDERS,
        (Affirmed | Expected | Open, _) => STATUS,
        (Refused, _) if meets => clash(WORDING),
        _ => HOLDERS,
    }
}

/// A denial contradicts who reports what it denies.
fn denial(one: &View<'_>, other: &View<'_>, meets: bool) -> Found {
    let same = one.kind == other.kind || (one.kind == Kind::Agreed && other.kind == Kind::Open);
    if meets && same { CONTRADICTION } else { None }
}

/// Two views of one stance: other holders, another status, or opposite things wanted.
fn alike(one: &View<'_>, other: &View<'_>, meets: bool, opposed: bool) -> Found {
    let (first, second) = (one.claim(), other.claim());
    let named = !first.holders.is_empty() && !second.holders.is_empty();
    match one.stance {
        _ if !meets => HOLDERS,
        Stance::Affirmed | Stance::Demanded | Stance::Refused if opposed && named => CONTRADICTION,
        _ if one.status() != other.status() => STATUS,
        _ if named && first.holders != second.holders => HOLDERS,
        _ => None,
    }
}
