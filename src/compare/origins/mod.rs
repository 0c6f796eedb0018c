//! Claims of several articles that go back to one original: one wire story is one origin, however many carry it.
//!
//! Two claims of different articles have one origin where they take the same stance (kind, holders, issue) and cite
//! the same named paper, official or document for it, where one cites the outlet that published the other, or where
//! their sentences are nearly the same. Everything else counts as independent. It does not know who copied: the
//! earliest article is shown first, nothing more is said.

mod cited;
mod words;

use std::collections::BTreeMap;

use foldhash::{HashMap, HashMapExt as _};

use crate::corpus::Corpus;
use crate::record::{Claim, Kind};
use words::Runs;

/// The number of an origin in [`Origins`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OriginId(usize);

/// What shows that claims have one origin.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Evidence {
    /// They cite this source, or one cites the outlet of the other; the name as the first article gives it.
    Cited(String),
    /// Their sentences are nearly the same: the share of runs of three words in common, in hundredths.
    Words(u8),
}

/// Claims that go back to one original; mostly a single one.
#[derive(Debug, Clone, Default)]
pub struct Origin<'a> {
    /// The claims, those of the earliest article first; an article without a date comes last.
    pub claims: Vec<&'a Claim>,
    /// What shows it, each once; empty for a single claim.
    pub evidence: Vec<Evidence>,
}

impl Origin<'_> {
    /// Returns the documents that carry it, as places in the corpus, in the order of the claims, each once.
    #[must_use]
    pub fn carriers(&self) -> Vec<usize> {
        let mut carriers = Vec::new();
        for claim in &self.claims {
            if !carriers.contains(&claim.document) {
                carriers.push(claim.document);
            }
        }
        carriers
    }
}

/// The origins of the claims of a corpus.
#[derive(Debug, Clone, Default)]
pub struct Origins<'a> {
    origins: Vec<Origin<'a>>,
    of: HashMap<&'a str, OriginId>,
}

impl<'a> Origins<'a> {
    /// Finds the origins of `claims`, which are claims of `corpus`.
    #[must_use]
    pub fn of(corpus: &'a Corpus, claims: &[&'a Claim]) -> Self {
        let mut forest = Forest { parents: (0..claims.len()).collect(), links: Vec::new() };
        join_cited(corpus, claims, &mut forest);
        join_alike(corpus, claims, &mut forest);
        Self::gather(corpus, claims, forest)
    }

    /// Returns the origin of `claim`; nothing where it was not among the claims looked through.
    #[must_use]
    pub fn origin_of(&self, claim: &Claim) -> Option<OriginId> {
        self.of.get(claim.id.as_str()).copied()
    }

    /// Returns what is known of an origin.
    #[must_use]
    pub fn origin(&self, id: OriginId) -> Option<&Origin<'a>> {
        self.origins.get(id.0)
    }

    /// Returns the origins that more than one article carries, in the order of their first claim.
    pub fn shared(&self) -> impl Iterator<Item = &Origin<'a>> {
        self.origins.iter().filter(|origin| origin.claims.iter().any(|c| c.document != origin.claims[0].document))
    }

    /// Returns how many independent origins stand behind `claims`.
    ///
    /// What one article says is one origin however often it says it, and so is what several articles have from one
    /// original: the number is never above that of the articles.
    #[must_use]
    pub fn count(&self, claims: &[&Claim]) -> usize {
        let mut documents: Vec<usize> = claims.iter().map(|claim| claim.document).collect();
        documents.sort_unstable();
        documents.dedup();
        let place = |document| documents.binary_search(&document).unwrap_or(0);
        let mut forest = Forest { parents: (0..documents.len()).collect(), links: Vec::new() };
        let mut first: HashMap<OriginId, usize> = HashMap::new();
        for claim in claims {
            let at = place(claim.document);
            if let Some(origin) = self.origin_of(claim) {
                let one = *first.entry(origin).or_insert(at);
                forest.join(one, at);
            }
        }
        (0..documents.len()).filter(|&at| forest.root(at) == at).count()
    }

    fn gather(corpus: &'a Corpus, claims: &[&'a Claim], mut forest: Forest) -> Self {
        let mut found = Self { origins: Vec::new(), of: HashMap::with_capacity(claims.len()) };
        let mut of_root: HashMap<usize, usize> = HashMap::new();
        for (at, &claim) in claims.iter().enumerate() {
            let number = *of_root.entry(forest.root(at)).or_insert_with(|| {
                found.origins.push(Origin::default());
                found.origins.len() - 1
            });
            found.origins[number].claims.push(claim);
            found.of.insert(claim.id.as_str(), OriginId(number));
        }
        for (at, evidence) in std::mem::take(&mut forest.links) {
            found.origins[of_root[&forest.root(at)]].evidence.push(evidence);
        }
        let date = |claim: &&Claim| {
            let date = corpus.documents.get(claim.document).and_then(|document| document.date.as_deref());
            (date.is_none(), date, claim.document, claim.content)
        };
        for origin in &mut found.origins {
            origin.claims.sort_by_key(date);
            origin.evidence.sort();
            origin.evidence.dedup();
        }
        found
    }
}

/// Claims joined into groups, with what joined them.
struct Forest {
    parents: Vec<usize>,
    links: Vec<(usize, Evidence)>,
}

impl Forest {
    fn root(&mut self, mut at: usize) -> usize {
        while self.parents[at] != at {
            self.parents[at] = self.parents[self.parents[at]];
            at = self.parents[at];
        }
        at
    }

    /// Joins the groups of two; the one that came first stays at the root.
    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.parents[a.max(b)] = a.min(b);
    }

    fn join_for(&mut self, a: usize, b: usize, evidence: Evidence) {
        self.join(a, b);
        self.links.push((a, evidence));
    }
}

/// What two claims must have in common to be one stance: kind and issue.
type Stand<'a> = (Kind, &'a str);

/// Returns the stands of a claim, one an issue; claims on no issue are told apart by their kind alone.
fn stands(claim: &Claim) -> impl Iterator<Item = Stand<'_>> {
    let none = claim.issues.is_empty().then_some("");
    claim.issues.iter().map(String::as_str).chain(none).map(|issue| (claim.kind, issue))
}

/// Joins claims that cite one source, and those that cite an outlet with those that it published.
fn join_cited<'a>(corpus: &'a Corpus, claims: &[&'a Claim], forest: &mut Forest) {
    let mut by_name: BTreeMap<String, Vec<(usize, &'a str)>> = BTreeMap::new();
    for (at, &claim) in claims.iter().enumerate() {
        for source in &claim.attribution {
            if let Some(key) = cited::key(source) {
                by_name.entry(key).or_default().push((at, &source.name));
            }
        }
    }
    let mut of_document: Vec<Vec<usize>> = vec![Vec::new(); corpus.documents.len()];
    for (at, claim) in claims.iter().enumerate() {
        if let Some(own) = of_document.get_mut(claim.document) {
            own.push(at);
        }
    }
    for (document, own) in corpus.documents.iter().zip(of_document) {
        if let Some(citing) = cited::outlet_key(&document.outlet).and_then(|key| by_name.get_mut(&key)) {
            citing.extend(own.into_iter().map(|at| (at, document.outlet.as_str())));
        }
    }
    for carried in by_name.values().filter(|carried| carried.len() > 1) {
        let mut heads: HashMap<Stand<'_>, Vec<usize>> = HashMap::new();
        let name = carried[0].1;
        for &(at, _) in carried {
            join_stand(claims, at, &mut heads, |one, at| forest.join_for(one, at, Evidence::Cited(name.to_owned())));
        }
    }
}

/// Joins a claim with the first one of each of its stands whose holders can be the same, or puts it there.
fn join_stand<'a>(
    claims: &[&'a Claim],
    at: usize,
    heads: &mut HashMap<Stand<'a>, Vec<usize>>,
    mut join: impl FnMut(usize, usize),
) {
    for stand in stands(claims[at]) {
        let heads = heads.entry(stand).or_default();
        match heads.iter().find(|&&one| super::meet(claims[one], claims[at])) {
            Some(&one) if claims[one].document != claims[at].document => join(one, at),
            Some(_) => {}
            None => heads.push(at),
        }
    }
}

/// Joins claims of different articles that stand in nearly the same sentence.
fn join_alike(corpus: &Corpus, claims: &[&Claim], forest: &mut Forest) {
    let text =
        |claim: &Claim| corpus.documents.get(claim.document).map_or("", |document| claim.quote.of(&document.text));
    let runs: Vec<Runs> = claims.iter().map(|claim| Runs::of(text(claim))).collect();
    let mut search = Search { claims, runs: &runs, unlike: vec![usize::MAX; claims.len()] };
    let mut seen: HashMap<(u64, Stand<'_>), Vec<usize>> = HashMap::new();
    for at in 0..claims.len() {
        for &hash in runs[at].sketch() {
            for stand in stands(claims[at]) {
                let heads = seen.entry((hash, stand)).or_default();
                if search.join_to_one(at, heads, forest) || heads.len() >= MANY {
                    continue;
                }
                heads.push(at);
            }
        }
    }
}

/// A run of words that so many unlike sentences share is a turn of phrase.
const MANY: usize = 16;

/// The claims whose sentences are looked through.
struct Search<'s> {
    claims: &'s [&'s Claim],
    runs: &'s [Runs],
    /// For each claim the last one that it was found to be unlike, so that no two are compared for every run they share.
    unlike: Vec<usize>,
}

impl Search<'_> {
    /// Joins a claim with the first of `heads` that says nearly the same; tells whether one of them speaks for it.
    fn join_to_one(&mut self, at: usize, heads: &[usize], forest: &mut Forest) -> bool {
        let root = forest.root(at);
        for &one in heads {
            if one == at || forest.root(one) == root {
                return true;
            }
            if self.unlike[one] == at {
                continue;
            }
            if let Some(share) = self.alike(one, at) {
                forest.join_for(one, at, Evidence::Words(share));
                return true;
            }
            self.unlike[one] = at;
        }
        false
    }

    /// How much alike the sentences of two claims of different articles are whose holders can be the same.
    fn alike(&self, one: usize, at: usize) -> Option<u8> {
        let (first, second) = (self.claims[one], self.claims[at]);
        let share = self.runs[one].alike(&self.runs[at]).filter(|_| first.document != second.document)?;
        super::meet(first, second).then_some(share)
    }
}

#[cfg(test)]
mod tests;
