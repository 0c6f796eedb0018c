//! Sources compared on a point: what each says of an issue, and whether they agree.
//!
//! It weighs what sources report, never who is right. The unit is the issue: a claim counts on the most
//! specific issue it has. It finds nothing and prints nothing.

mod origins;
mod stance;
mod verdict;

use std::collections::BTreeMap;

use crate::corpus::Corpus;
use crate::record::{Claim, vocabulary};

pub use origins::{Evidence, Origin, OriginId, Origins};
pub use stance::Stance;
pub use verdict::{Contrast, Difference};

vocabulary! {
    /// Whether sources agree on an issue, at a glance; the first is the gravest.
    Verdict {
        /// One has as agreed or held what another has as open, refused or denied.
        Contradict = "contradict",
        /// They report different stances, which may all be true.
        Differ = "differ",
        /// All that speak of it report the same stance.
        Agree = "agree",
        /// One alone speaks of it.
        Only = "only",
    }
}

/// The issue of a dossier for all that fits no other: two claims on it are not on one point.
pub const CATCH_ALL: &str = "other";

/// What the sources say of all issues.
#[derive(Debug, Clone, Default)]
pub struct Comparison<'a> {
    /// The documents that were compared, as places in the corpus, in the order asked for.
    pub sources: Vec<usize>,
    /// The issues: contradictions first, then differences, agreement, and what one source alone has.
    pub rows: Vec<Row<'a>>,
    /// Claims on no issue, or on [`CATCH_ALL`], which cannot be compared.
    pub apart: Vec<&'a Claim>,
}

/// What the sources say of one issue.
#[derive(Debug, Clone)]
pub struct Row<'a> {
    /// The slug of the issue.
    pub issue: &'a str,
    /// Whether they agree.
    pub verdict: Verdict,
    /// Where two of them differ, gravest first; see [`Difference`].
    pub differences: Vec<Difference>,
    /// One cell a source, in the order of [`Comparison::sources`].
    pub cells: Vec<Cell<'a>>,
}

impl Row<'_> {
    /// Returns the number of sources that speak of the issue.
    #[must_use]
    pub fn speaking(&self) -> usize {
        self.cells.iter().filter(|cell| !cell.entries.is_empty()).count()
    }
}

/// What one source says of one issue.
#[derive(Debug, Clone)]
pub struct Cell<'a> {
    /// The document's place in the corpus.
    pub document: usize,
    /// When it was published, as `YYYY-MM-DD`, where known.
    pub date: Option<&'a str>,
    /// Its claims, by stance and position; none where it is silent.
    pub entries: Vec<Entry<'a>>,
}

impl Cell<'_> {
    /// Returns the stances that the source reports, each once, `Silent` where there is none.
    #[must_use]
    pub fn stances(&self) -> Vec<Stance> {
        let mut stances: Vec<Stance> = self.entries.iter().map(|entry| entry.stance).collect();
        stances.sort_unstable();
        stances.dedup();
        if stances.is_empty() { vec![Stance::Silent] } else { stances }
    }
}

/// A claim and what it makes of its issue.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'a> {
    /// The stance.
    pub stance: Stance,
    /// The claim that reports it.
    pub claim: &'a Claim,
}

/// Compares `sources` (places in the corpus) by issue, on those of `claims` that are theirs.
///
/// `claims` are claims of `corpus`, filtered as the user asked; `within` are the slugs of the issues asked for,
/// empty for all. A claim counts on the first of its issues that is asked for. Rows of one verdict are ordered by
/// what is said at most (agreed first), then by how many speak, then by issue.
#[must_use]
pub fn issues<'a>(corpus: &'a Corpus, sources: &[usize], claims: &[&'a Claim], within: &[String]) -> Comparison<'a> {
    let sources: Vec<usize> = sources.iter().copied().filter(|&at| at < corpus.documents.len()).collect();
    let asked = |issue: &&String| *issue != CATCH_ALL && (within.is_empty() || within.contains(issue));
    let mut by_issue: BTreeMap<&str, Vec<&'a Claim>> = BTreeMap::new();
    let mut apart = Vec::new();
    for &claim in claims.iter().filter(|claim| sources.contains(&claim.document)) {
        match claim.issues.iter().find(asked) {
            Some(issue) => by_issue.entry(issue).or_default().push(claim),
            None => apart.push(claim),
        }
    }
    let row = |(issue, claims): (&'a str, Vec<&'a Claim>)| {
        let cells: Vec<Cell<'a>> = sources.iter().map(|&document| cell(corpus, document, &claims)).collect();
        let (verdict, differences) = verdict::of(&cells);
        Row { issue, verdict, differences, cells }
    };
    let mut rows: Vec<Row<'a>> = by_issue.into_iter().map(row).collect();
    rows.sort_by_key(|row| (row.verdict, utmost(row), std::cmp::Reverse(row.speaking())));
    Comparison { sources, rows, apart }
}

fn cell<'a>(corpus: &'a Corpus, document: usize, claims: &[&'a Claim]) -> Cell<'a> {
    let own = claims.iter().filter(|claim| claim.document == document);
    let mut entries: Vec<Entry<'a>> = own.map(|&claim| Entry { stance: Stance::of(claim), claim }).collect();
    entries.sort_by_key(|entry| (entry.stance, entry.claim.content));
    let date = corpus.documents.get(document).and_then(|document| document.date.as_deref());
    Cell { document, date, entries }
}

/// Returns the first stance that any source reports.
fn utmost(row: &Row<'_>) -> Option<Stance> {
    row.cells.iter().flat_map(|cell| &cell.entries).map(|entry| entry.stance).min()
}

/// Tells whether two claims have a holder in common; where the text names nobody, they may have.
fn meet(a: &Claim, b: &Claim) -> bool {
    a.holders.is_empty() || b.holders.is_empty() || a.holders.iter().any(|holder| b.holders.contains(holder))
}
