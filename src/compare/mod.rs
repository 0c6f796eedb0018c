//! Sources compared point by point: what each says, in what they differ, what goes back to one original; and two
//! parties compared: where their demands and red lines meet, collide or pass each other by.
//!
//! It weighs what sources report, never who is right. Claims are put together by what they speak of, whatever the
//! articles call it; the issue that most of them are on is the heading. It finds nothing and prints nothing.

mod align;
mod between;
mod contrast;
mod difference;
mod origins;
mod paper;
mod point;
mod stance;
mod terms;
mod vantage;

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::corpus::Corpus;
use crate::record::{Claim, vocabulary};
use align::Group;
use point::Naming;

pub use between::{Encounter, Match, between};
pub use difference::{Aspect, Contrast, Difference};
pub use origins::{Evidence, Origin, OriginId, Origins};
pub use stance::{Cell, Entry, Stance, Way};

vocabulary! {
    /// Whether sources agree, at a glance; the first is the gravest.
    Verdict {
        /// One has as agreed or held what another has as open, refused or denied.
        Contradict = "contradict",
        /// They report different stances, holders or terms, which may all be true.
        Differ = "differ",
        /// All that speak of it report the same, if in other words.
        Agree = "agree",
        /// One alone speaks of it.
        Only = "only",
    }
}

/// The issue of a dossier for all that fits no other.
pub const CATCH_ALL: &str = "other";

/// What the sources say of all points.
#[derive(Debug, Clone, Default)]
pub struct Comparison<'a> {
    /// The documents that were compared, as places in the corpus, in the order asked for.
    pub sources: Vec<usize>,
    /// Those of them that were written before the talks, as far as their heads tell.
    pub ahead: Vec<usize>,
    /// The issues: contradictions first, then differences, agreement, and what one source alone has.
    pub rows: Vec<Row<'a>>,
    /// Claims of one source on no issue, or on [`CATCH_ALL`], that no other source's claim meets.
    pub apart: Vec<Entry<'a>>,
    /// Which of the claims go back to one original.
    pub origins: Origins<'a>,
}

/// What the sources say of one issue.
#[derive(Debug, Clone)]
pub struct Row<'a> {
    /// The slug of the issue; [`CATCH_ALL`] for points on no issue.
    pub issue: &'a str,
    /// The gravest of its points' verdicts.
    pub verdict: Verdict,
    /// The points, the gravest verdict first.
    pub points: Vec<Point<'a>>,
}

impl Row<'_> {
    /// Returns the number of sources that speak of the issue.
    #[must_use]
    pub fn speaking(&self) -> usize {
        let mut documents: Vec<usize> =
            self.points.iter().flat_map(|point| &point.cells).map(|cell| cell.document).collect();
        documents.sort_unstable();
        documents.dedup();
        documents.len()
    }
}

/// What the sources say of one point: the same thing, whatever each calls it.
#[derive(Debug, Clone)]
pub struct Point<'a> {
    /// Its name: the field's word for it, or the words of the first claim.
    pub name: String,
    /// Whether the sources agree.
    pub verdict: Verdict,
    /// In what they differ, gravest first; omissions are told by [`Comparison::omission`].
    pub differences: Vec<Difference<'a>>,
    /// What each source says that speaks of it, in the order of the corpus.
    pub cells: Vec<Cell<'a>>,
    /// How many independent origins stand behind it; never more than sources.
    pub origins: usize,
}

impl<'a> Point<'a> {
    /// Returns the claims on it, by source, then stance and position; those that only cite the paper are left out.
    pub fn claims(&self) -> impl Iterator<Item = &'a Claim> {
        let entries = self.cells.iter().flat_map(|cell| &cell.entries);
        entries.filter(|entry| entry.cites.is_none()).map(|entry| entry.claim)
    }

    /// Tells whether all that is said of it is that it was agreed.
    fn is_outcome(&self) -> bool {
        self.cells.iter().flat_map(|cell| &cell.entries).all(|entry| entry.stance == Stance::Affirmed)
    }
}

impl<'a> Comparison<'a> {
    /// Returns the sources that are silent on `point`, as places in the corpus, in the order asked for; those that
    /// were written too early to know of it are left out.
    #[must_use]
    pub fn silent(&self, point: &Point<'a>) -> Vec<usize> {
        let speaks = |at: usize| point.cells.iter().any(|cell| cell.document == at);
        let excused = |at: usize| point.is_outcome() && self.ahead.contains(&at);
        self.sources.iter().copied().filter(|&at| !speaks(at) && !excused(at)).collect()
    }

    /// Returns the omission of `point` by the sources that are silent on it, if there are any.
    #[must_use]
    pub fn omission(&self, point: &Point<'a>) -> Option<Difference<'a>> {
        if self.silent(point).is_empty() {
            return None;
        }
        let left = point.cells.iter().filter_map(|cell| cell.entries.first()).cloned().collect();
        Some(Difference { contrast: Contrast::Omission, aspect: None, left, right: Vec::new() })
    }
}

/// Compares `sources` (places in the corpus) point by point, on those of `claims` that are theirs.
///
/// `claims` are claims of `corpus`, filtered as the user asked; `within` are the slugs of the issues asked for,
/// empty for all. Rows and points of one verdict are ordered by what is said at most (agreed first), then by how
/// many speak, then by name.
#[must_use]
pub fn issues<'a>(corpus: &'a Corpus, sources: &[usize], claims: &[&'a Claim], within: &[String]) -> Comparison<'a> {
    let sources: Vec<usize> = sources.iter().copied().filter(|&at| at < corpus.documents.len()).collect();
    let mut compared = vec![false; corpus.documents.len()];
    for &at in &sources {
        compared[at] = true;
    }
    let claims: Vec<&'a Claim> = claims.iter().copied().filter(|claim| compared[claim.document]).collect();
    let setting = Setting { corpus, ahead: ahead(corpus, &sources), origins: Origins::of(corpus, &claims), claims };
    let mut by_issue: BTreeMap<&str, Vec<Point<'a>>> = BTreeMap::new();
    let mut apart = Vec::new();
    for group in align::groups(corpus, &setting.claims, within) {
        let issue = if group.issue.is_empty() { CATCH_ALL } else { group.issue };
        let point = setting.point(group);
        if issue == CATCH_ALL && point.cells.len() < 2 {
            let entries = point.cells.into_iter().flat_map(|cell| cell.entries);
            apart.extend(entries.filter(|entry| entry.cites.is_none()));
        } else {
            by_issue.entry(issue).or_default().push(point);
        }
    }
    let mut rows: Vec<Row<'a>> = by_issue.into_iter().map(row).collect();
    rows.sort_by_key(|row| (row.verdict, utmost(&row.points[0]), Reverse(row.speaking())));
    apart.sort_by_key(|entry| (entry.claim.document, entry.stance, entry.claim.content));
    Comparison { sources, ahead: setting.ahead, rows, apart, origins: setting.origins }
}

/// What is known of all claims while points are built.
struct Setting<'a> {
    corpus: &'a Corpus,
    ahead: Vec<usize>,
    origins: Origins<'a>,
    claims: Vec<&'a Claim>,
}

fn row<'a>((issue, mut points): (&'a str, Vec<Point<'a>>)) -> Row<'a> {
    points.sort_by(|a, b| order(a).cmp(&order(b)));
    Row { issue, verdict: points.iter().map(|point| point.verdict).min().unwrap_or(Verdict::Only), points }
}

/// What a point is sorted by.
fn order<'p>(point: &'p Point<'_>) -> (Verdict, Option<Stance>, Reverse<usize>, &'p str) {
    (point.verdict, utmost(point), Reverse(point.cells.len()), &point.name)
}

/// Returns the first stance that any source reports.
fn utmost(point: &Point<'_>) -> Option<Stance> {
    point.cells.iter().flat_map(|cell| &cell.entries).map(|entry| entry.stance).min()
}

/// The sources that were written before the talks.
fn ahead(corpus: &Corpus, sources: &[usize]) -> Vec<usize> {
    let mut claims: Vec<Vec<&Claim>> = vec![Vec::new(); corpus.documents.len()];
    for claim in &corpus.claims {
        if let Some(own) = claims.get_mut(claim.document) {
            own.push(claim);
        }
    }
    let ahead = |at: &usize| vantage::looks_ahead(&corpus.documents[*at], claims[*at].iter().copied());
    let mut found: Vec<usize> = sources.iter().copied().filter(ahead).collect();
    found.sort_unstable();
    found
}

impl<'a> Setting<'a> {
    fn point(&self, group: Group<'a>) -> Point<'a> {
        let name = name(self.corpus, &group);
        let cells = self.cells(group, &name);
        let claims: Vec<&Claim> = cells.iter().flat_map(|cell| &cell.entries).map(|entry| entry.claim).collect();
        let origins = self.origins.count(&claims);
        let differences = if cells.len() < 2 { Vec::new() } else { contrast::of(&cells) };
        let verdict = match differences.first().map(|difference| difference.contrast) {
            _ if cells.len() < 2 => Verdict::Only,
            Some(Contrast::Contradiction) => Verdict::Contradict,
            Some(Contrast::Status | Contrast::Scope) => Verdict::Differ,
            _ => Verdict::Agree,
        };
        Point { name, verdict, differences, cells, origins }
    }

    fn cells(&self, group: Group<'a>, name: &str) -> Vec<Cell<'a>> {
        let mut by_document: BTreeMap<usize, Vec<Entry<'a>>> = BTreeMap::new();
        for read in group.members {
            let way = Way::of(read.claim, read.matter.as_deref());
            let entry =
                Entry { stance: Stance::of(read.claim), way, claim: read.claim, cites: None, matter: read.matter };
            by_document.entry(read.claim.document).or_default().push(entry);
        }
        for entry in paper::cited(self.corpus, name, &self.claims) {
            by_document.entry(entry.claim.document).or_default().push(entry);
        }
        let cell = |(document, mut entries): (usize, Vec<Entry<'a>>)| {
            entries.sort_by_key(|entry| (entry.stance, entry.claim.content));
            let date = self.corpus.documents.get(document).and_then(|document| document.date.as_deref());
            Cell { document, date, ahead: self.ahead.binary_search(&document).is_ok(), entries }
        };
        by_document.into_iter().map(cell).collect()
    }
}

/// The name of a point: the field's word for it, with what it is about where that matters, or the first claim's words.
fn name(corpus: &Corpus, group: &Group<'_>) -> String {
    let first = &group.members[0];
    let text = corpus.documents.get(first.claim.document).map_or("", |document| document.text.as_str());
    match &first.matter {
        // "Timetable for the withdrawal" is more than "timetable", unless one of the claims says no more.
        Some(matter) if matter.naming == Naming::Apart && group.members.iter().all(|read| says_more(read)) => {
            matter.words(text)
        }
        Some(matter) if matter.naming != Naming::Words => matter.name.clone(),
        Some(matter) => matter.words(text),
        None => first.claim.content.of(text).to_owned(),
    }
}

/// Tells whether a claim says what a head such as "timetable" is about.
fn says_more(read: &align::Read<'_>) -> bool {
    read.matter.as_ref().is_some_and(|matter| !matter.about.is_empty())
}

/// Tells whether two claims have a holder in common; where the text names nobody, they may have.
fn meet(a: &Claim, b: &Claim) -> bool {
    a.holders.is_empty() || b.holders.is_empty() || a.holders.iter().any(|holder| b.holders.contains(holder))
}

#[cfg(test)]
mod tests;
