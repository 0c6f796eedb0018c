//! The score of a corpus against gold: counts by kind, fields of the matched claims, agreement on kind.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::agreement::Agreement;
use super::gold::{Gold, GoldClaim, Problem};
use super::matching::{Unit, count, meet, pair};
use super::sentences::{Bounds, holding, split};
use crate::corpus::Corpus;
use crate::document::Document;
use crate::record::{Claim, Kind, Status};
use crate::text::Place;

/// Matched, extra and missed claims.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Count {
    /// Gold claims that were found, the optional ones not counted.
    pub matched: usize,
    /// Found claims that match no gold claim.
    pub extra: usize,
    /// Gold claims that were owed and not found.
    pub missed: usize,
}

impl Count {
    /// Returns the share of the found claims that are right.
    #[must_use]
    pub fn precision(self) -> f64 {
        count(self.matched) / count((self.matched + self.extra).max(1))
    }

    /// Returns the share of the owed claims that were found.
    #[must_use]
    pub fn recall(self) -> f64 {
        count(self.matched) / count((self.matched + self.missed).max(1))
    }

    /// Returns the harmonic mean of precision and recall.
    #[must_use]
    pub fn f1(self) -> f64 {
        let (p, r) = (self.precision(), self.recall());
        if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 }
    }
}

/// How many of the matched claims, the optional ones counted, are right in each field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Fields {
    /// The matched claims.
    pub matched: usize,
    /// Those whose holders are exactly the gold ones.
    pub holders: usize,
    /// Those whose issues meet the gold ones.
    pub issue: usize,
    /// Those with the gold status.
    pub status: usize,
    /// Those that have an attribution where gold has one, and none where it has none.
    pub attribution: usize,
}

impl Fields {
    /// Returns the share that `right` is of the matched claims; 0 where nothing matched.
    #[must_use]
    pub fn share(self, right: usize) -> f64 {
        count(right) / count(self.matched.max(1))
    }
}

/// Which side has a claim that the other has not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// Gold has it: it was missed.
    Missed,
    /// It was found and is not gold.
    Extra,
}

/// A claim that one side has and the other has not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deviation {
    /// Which side has it.
    pub side: Side,
    /// The document's place in the corpus.
    pub document: usize,
    /// The id of the found claim; `None` for a gold claim.
    pub id: Option<String>,
    /// What stance it is.
    pub kind: Kind,
    /// Who takes it.
    pub holders: Vec<String>,
    /// On what.
    pub issues: Vec<String>,
    /// How firmly it is reported.
    pub status: Status,
    /// Where its content stands.
    pub place: Place,
    /// The words of the content.
    pub content: String,
}

/// How claims do against gold.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Score {
    /// The documents that were scored, as places in the corpus, by their gold names.
    pub documents: Vec<(String, usize)>,
    /// The counts of each kind that gold or the claims have.
    pub kinds: BTreeMap<Kind, Count>,
    /// The fields of the matched claims.
    pub fields: Fields,
    /// Found claims whose content does not lie in the text of its document.
    pub not_verbatim: usize,
    /// Missed and extra claims, by gold name of the document, missed ones first.
    pub deviations: Vec<Deviation>,
    /// Agreement on the kind of each sentence in which either side has a claim ("none" is a category).
    pub either: Agreement,
    /// Agreement on the kind of each sentence in which both sides have a claim.
    pub both: Agreement,
    /// Gold that could not be scored.
    pub problems: Vec<Problem>,
}

impl Score {
    /// Returns the counts of all kinds together.
    #[must_use]
    pub fn all(&self) -> Count {
        self.kinds.values().fold(Count::default(), |all, kind| Count {
            matched: all.matched + kind.matched,
            extra: all.extra + kind.extra,
            missed: all.missed + kind.missed,
        })
    }
}

/// Scores the claims of `corpus` against `gold`; with `only`, on the gold documents of these names alone.
///
/// A gold `doc` names the one document whose file stem starts with it. Only documents that gold names are
/// scored. For [`Score::either`] and [`Score::both`] the unit is a sentence (a title or bullet is one) and
/// the category the kind of the first claim that starts there; optional gold claims count only where a claim was found.
#[must_use]
pub fn score(gold: &Gold, corpus: &Corpus, only: Option<&[String]>) -> Score {
    let mut score = Score::default();
    let (mut either, mut both) = (Vec::new(), Vec::new());
    for name in names(gold, only) {
        let claims: Vec<&GoldClaim> = gold.claims.iter().filter(|claim| claim.doc == name).collect();
        match document_of(name, corpus) {
            Ok(at) => {
                score.documents.push((name.to_owned(), at));
                let sheet = Sheet::new(corpus, at, fitting(gold, &claims, &corpus.documents[at], &mut score.problems));
                sheet.tally(&mut score);
                sheet.kinds(&mut either, &mut both);
            }
            Err(message) => score.problems.push(problem(gold, claims.first().copied(), message)),
        }
    }
    score.either = Agreement::of(&either);
    score.both = Agreement::of(&both);
    score
}

/// Returns the gold names of the documents to score, sorted, or as the user named them.
fn names<'a>(gold: &'a Gold, only: Option<&'a [String]>) -> Vec<&'a str> {
    match only {
        Some(only) => only.iter().map(String::as_str).collect::<BTreeSet<_>>().into_iter().collect(),
        None => gold.claims.iter().map(|claim| claim.doc.as_str()).collect::<BTreeSet<_>>().into_iter().collect(),
    }
}

/// Finds the one document whose file stem starts with `name`.
fn document_of(name: &str, corpus: &Corpus) -> Result<usize, String> {
    let stem = |document: &Document| {
        Path::new(&document.path).file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
    };
    let mut fits: Vec<(String, usize)> = corpus.documents.iter().enumerate().map(|(at, d)| (stem(d), at)).collect();
    fits.retain(|(stem, _)| stem.starts_with(name));
    fits.sort();
    match fits.as_slice() {
        [] => Err(format!("\"{name}\" begins the name of no file that was read; give the files, or another \"doc\"")),
        [first, second, ..] if first.0 != name => {
            Err(format!("\"{name}\" begins both {} and {}; write more of the name", first.0, second.0))
        }
        [first, ..] => Ok(first.1),
    }
}

/// Returns the claims whose words stand in `document` where they say; the others become problems.
fn fitting<'a>(
    gold: &Gold,
    claims: &[&'a GoldClaim],
    document: &Document,
    wrong: &mut Vec<Problem>,
) -> Vec<&'a GoldClaim> {
    let chars: Vec<char> = document.text.chars().collect();
    let mut fitting = Vec::with_capacity(claims.len());
    for &claim in claims {
        let there: Option<String> = chars.get(claim.start..claim.end).map(|chars| chars.iter().collect());
        match there {
            Some(there) if there == claim.content => fitting.push(claim),
            Some(there) => wrong.push(problem(
                gold,
                Some(claim),
                format!(
                    "\"{}\" is not what {} has at {}..{}: \"{there}\"; count code points",
                    claim.content, document.path, claim.start, claim.end
                ),
            )),
            None => wrong.push(problem(
                gold,
                Some(claim),
                format!("\"end\" is {}, but {} ends at {}; count code points", claim.end, document.path, chars.len()),
            )),
        }
    }
    fitting
}

fn problem(gold: &Gold, claim: Option<&GoldClaim>, message: String) -> Problem {
    Problem { file: gold.file.clone(), line: claim.map_or(1, |claim| claim.line), column: 1, message }
}

/// One document's gold and found claims.
struct Sheet<'a> {
    corpus: &'a Corpus,
    at: usize,
    gold: Vec<&'a GoldClaim>,
    found: Vec<&'a Claim>,
    gold_units: Vec<Unit<'a>>,
    found_units: Vec<Unit<'a>>,
}

impl<'a> Sheet<'a> {
    fn new(corpus: &'a Corpus, at: usize, gold: Vec<&'a GoldClaim>) -> Self {
        let bounds = split(&corpus.documents[at].text);
        let mut found: Vec<&Claim> = corpus.claims.iter().filter(|claim| claim.document == at).collect();
        found.sort_by_key(|claim| claim.content);
        let gold_units = gold.iter().map(|claim| gold_unit(claim, &bounds)).collect();
        let found_units = found.iter().map(|claim| found_unit(corpus, claim, &bounds)).collect();
        Self { corpus, at, gold, found, gold_units, found_units }
    }

    /// Adds this document's counts, fields and deviations to `score`.
    fn tally(&self, score: &mut Score) {
        let by_gold = pair(&self.gold_units, &self.found_units);
        for (i, claim) in self.gold.iter().enumerate() {
            match by_gold[i] {
                Some(j) => self.tally_match(i, j, score),
                None if !claim.optional => {
                    score.kinds.entry(claim.kind).or_default().missed += 1;
                    score.deviations.push(self.missed(claim));
                }
                None => {}
            }
        }
        let matched: BTreeSet<usize> = by_gold.into_iter().flatten().collect();
        for (j, claim) in self.found.iter().enumerate() {
            score.not_verbatim += usize::from(claim.content.of(&self.corpus.documents[self.at].text).is_empty());
            if !matched.contains(&j) {
                score.kinds.entry(claim.kind).or_default().extra += 1;
                score.deviations.push(self.extra(claim));
            }
        }
    }

    /// Counts one matched pair.
    fn tally_match(&self, i: usize, j: usize, score: &mut Score) {
        let (gold, found) = (self.gold[i], self.found[j]);
        if !gold.optional {
            score.kinds.entry(gold.kind).or_default().matched += 1;
        }
        let (gold_unit, found_unit) = (&self.gold_units[i], &self.found_units[j]);
        let fields = &mut score.fields;
        fields.matched += 1;
        fields.holders += usize::from(gold_unit.holders == found_unit.holders);
        fields.issue += usize::from(meet(&gold_unit.issues, &found_unit.issues));
        fields.status += usize::from(gold.status == found.status);
        fields.attribution += usize::from(gold.attribution.is_empty() == found.attribution.is_empty());
    }

    fn missed(&self, claim: &GoldClaim) -> Deviation {
        let text = &self.corpus.documents[self.at].text;
        let before = text.chars().take(claim.start).filter(|&c| c == '\n').count();
        Deviation {
            side: Side::Missed,
            document: self.at,
            id: None,
            kind: claim.kind,
            holders: claim.holders.clone(),
            issues: claim.issues.clone(),
            status: claim.status,
            place: Place { start: claim.start, end: claim.end, line: before + 1 },
            content: claim.content.clone(),
        }
    }

    fn extra(&self, claim: &Claim) -> Deviation {
        let document = &self.corpus.documents[self.at];
        Deviation {
            side: Side::Extra,
            document: self.at,
            id: Some(claim.id.clone()),
            kind: claim.kind,
            holders: claim.holders.clone(),
            issues: claim.issues.clone(),
            status: claim.status,
            place: document.index.place(&document.text, claim.content),
            content: claim.content.of(&document.text).to_owned(),
        }
    }

    /// Adds the categories of this document's sentences.
    fn kinds(&self, either: &mut Vec<Pair>, both: &mut Vec<Pair>) {
        let found = first_kinds(self.found_units.iter());
        let gold = first_kinds(self.gold_units.iter());
        let owed = first_kinds(self.gold_units.iter().filter(|unit| !unit.optional));
        for sentence in found.keys().chain(owed.keys()).collect::<BTreeSet<_>>() {
            let coded = if found.contains_key(sentence) { &gold } else { &owed };
            let pair = (coded.get(sentence).copied(), found.get(sentence).copied());
            either.push(pair);
            both.extend((pair.0.is_some() && pair.1.is_some()).then_some(pair));
        }
    }
}

/// The categories that gold and the found claims give one sentence.
type Pair = (Option<Kind>, Option<Kind>);

/// Returns the kind of the first unit of each sentence; of two that start together, the shorter one's.
fn first_kinds<'u>(units: impl Iterator<Item = &'u Unit<'u>>) -> BTreeMap<Option<usize>, Kind> {
    let mut first: BTreeMap<Option<usize>, (usize, usize, Kind)> = BTreeMap::new();
    for unit in units {
        let this = (unit.start, unit.end, unit.kind);
        first.entry(unit.sentence).and_modify(|first| *first = this.min(*first)).or_insert(this);
    }
    first.into_iter().map(|(sentence, (.., kind))| (sentence, kind)).collect()
}

fn gold_unit<'a>(claim: &'a GoldClaim, bounds: &[Bounds]) -> Unit<'a> {
    Unit {
        kind: claim.kind,
        holders: claim.holders.iter().map(String::as_str).collect(),
        issues: claim.issues.iter().map(String::as_str).collect(),
        start: claim.start,
        end: claim.end,
        sentence: holding(bounds, claim.start),
        optional: claim.optional,
    }
}

fn found_unit<'a>(corpus: &Corpus, claim: &'a Claim, bounds: &[Bounds]) -> Unit<'a> {
    let document = &corpus.documents[claim.document];
    let place = document.index.place(&document.text, claim.content);
    Unit {
        kind: claim.kind,
        holders: claim.holders.iter().map(String::as_str).collect(),
        issues: claim.issues.iter().map(String::as_str).collect(),
        start: place.start,
        end: place.end,
        sentence: holding(bounds, place.start),
        optional: false,
    }
}
