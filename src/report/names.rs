//! What parties, issues, sources, kinds and dates are called on the page, each looked up once.

use std::collections::HashMap;

use crate::corpus::Corpus;
use crate::document::Document;
use crate::query::Glossary;
use crate::record::{Claim, Kind};
use crate::render::phrases;

/// The names of everything that claims mention, in the order in which the page lists them.
#[derive(Debug)]
pub(super) struct Names<'a> {
    /// Slugs of the parties that hold a claim or are aimed at.
    pub(super) parties: Vec<&'a str>,
    /// Slugs of the issues of claims.
    pub(super) issues: Vec<&'a str>,
    /// One name a document.
    pub(super) sources: Vec<String>,
    /// One date a document in words, empty where none is known.
    pub(super) dates: Vec<String>,
    glossary: &'a Glossary,
    party_places: HashMap<&'a str, usize>,
    issue_places: HashMap<&'a str, usize>,
    numbers: HashMap<(usize, &'a str), usize>,
}

impl<'a> Names<'a> {
    /// Collects the names of `corpus`.
    pub(super) fn new(corpus: &'a Corpus, glossary: &'a Glossary) -> Self {
        let claims = corpus.claims.iter();
        let numbers = claims.clone().enumerate().map(|(at, claim)| ((claim.document, claim.id.as_str()), at)).collect();
        let parties = claims.clone().flat_map(|claim| claim.holders.iter().chain(&claim.toward));
        let parties = ranked(parties, |slug| glossary.party_rank(slug));
        let issues = ranked(claims.flat_map(|claim| &claim.issues), |slug| glossary.issue_rank(slug));
        Self {
            sources: sources(corpus),
            dates: corpus
                .documents
                .iter()
                .map(|document| document.date.as_deref().map_or_else(String::new, date))
                .collect(),
            party_places: places(&parties),
            issue_places: places(&issues),
            glossary,
            numbers,
            parties,
            issues,
        }
    }

    /// Returns the number of a claim on the page: its place in the corpus.
    pub(super) fn number(&self, claim: &Claim) -> usize {
        self.numbers.get(&(claim.document, claim.id.as_str())).copied().unwrap_or(usize::MAX)
    }

    /// Returns the name of the party `slug`.
    pub(super) fn party<'s>(&'s self, slug: &'s str) -> &'s str {
        self.glossary.party_name(slug)
    }

    /// Returns the title of the issue `slug`.
    pub(super) fn issue<'s>(&'s self, slug: &'s str) -> &'s str {
        self.glossary.issue_title(slug)
    }

    /// Returns the places in [`Names::parties`] of `slugs`.
    pub(super) fn party_places(&self, slugs: &[String]) -> Vec<usize> {
        slugs.iter().filter_map(|slug| self.party_places.get(slug.as_str()).copied()).collect()
    }

    /// Returns the places in [`Names::issues`] of `slugs`.
    pub(super) fn issue_places(&self, slugs: &[String]) -> Vec<usize> {
        slugs.iter().filter_map(|slug| self.issue_places.get(slug.as_str()).copied()).collect()
    }

    /// Returns the places of the issues that count where the issue `slug` is asked for: itself and the narrower.
    pub(super) fn issues_within(&self, slug: &str) -> Vec<usize> {
        self.issue_places(&self.glossary.narrower(slug))
    }

    /// Says who holds a position: "Israel and Syria"; "No party named" where nobody is.
    pub(super) fn holders<T: AsRef<str>>(&self, slugs: &[T]) -> String {
        if slugs.is_empty() { "No party named".to_owned() } else { phrases::parties(self.glossary, slugs) }
    }

    /// Says where a claim stands and who says so: "An-Nahar, 8 January 2026, citing an official".
    pub(super) fn says(&self, claim: &Claim) -> String {
        let source = self.sources.get(claim.document).map_or("", String::as_str);
        let date = self.dates.get(claim.document).map_or("", String::as_str);
        let chain = phrases::attribution(&claim.attribution);
        let citing = if chain.is_empty() { String::new() } else { format!("citing {chain}") };
        let parts = [source, date, &citing];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }
}

fn ranked<'a>(slugs: impl Iterator<Item = &'a String>, rank: impl Fn(&str) -> usize) -> Vec<&'a str> {
    let mut slugs: Vec<&str> = slugs.map(String::as_str).collect();
    slugs.sort_unstable();
    slugs.dedup();
    slugs.sort_by_key(|slug| rank(slug));
    slugs
}

fn places<'a>(slugs: &[&'a str]) -> HashMap<&'a str, usize> {
    slugs.iter().enumerate().map(|(at, &slug)| (slug, at)).collect()
}

/// One name a document: its outlet, with its id where two have the same outlet, and its id alone where none is known.
fn sources(corpus: &Corpus) -> Vec<String> {
    let mut outlets: HashMap<&str, usize> = HashMap::new();
    for document in &corpus.documents {
        *outlets.entry(&document.outlet).or_default() += 1;
    }
    let name = |document: &Document| match outlets.get(document.outlet.as_str()) {
        _ if document.outlet.is_empty() => document.id.clone(),
        Some(1) => document.outlet.clone(),
        _ => format!("{} ({})", document.outlet, document.id),
    };
    corpus.documents.iter().map(name).collect()
}

/// Returns a date `YYYY-MM-DD` in words: "8 January 2026"; what is no such date stays as it is.
pub(super) fn date(date: &str) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let mut parts = date.splitn(3, '-');
    let (year, month, day) = (parts.next(), parts.next(), parts.next());
    let month = month.and_then(|month| month.parse::<usize>().ok()).and_then(|month| MONTHS.get(month.checked_sub(1)?));
    match (year, month, day.and_then(|day| day.parse::<u8>().ok())) {
        (Some(year), Some(month), Some(day)) => format!("{day} {month} {year}"),
        _ => date.to_owned(),
    }
}

/// Returns the name of a kind as a label: "Red line".
pub(super) fn label(kind: Kind) -> &'static str {
    match kind {
        Kind::Demand => "Demand",
        Kind::RedLine => "Red line",
        Kind::Offer => "Offer",
        Kind::Agreed => "Agreed",
        Kind::Open => "Open",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::group::tests::{corpus, glossary};

    #[test]
    fn dates_are_put_into_words() {
        assert_eq!(date("2026-01-08"), "8 January 2026");
        for other in ["", "2026", "2026-13-01", "2026-00-01", "next week"] {
            assert_eq!(date(other), other);
        }
    }

    #[test]
    fn two_articles_of_one_outlet_are_told_apart() {
        let mut corpus = corpus();
        let glossary = glossary();
        assert_eq!(Names::new(&corpus, &glossary).sources, ["The Herald"]);
        corpus.documents.push(Document { id: "b".into(), outlet: "The Herald".into(), ..Document::default() });
        corpus.documents.push(Document { id: "c".into(), ..Document::default() });
        assert_eq!(Names::new(&corpus, &glossary).sources, ["The Herald (herald)", "The Herald (b)", "c"]);
    }

    #[test]
    fn a_claim_says_where_it_stands_and_by_whom() {
        let (corpus, glossary) = (corpus(), glossary());
        let names = Names::new(&corpus, &glossary);
        assert_eq!(names.says(&corpus.claims[0]), "The Herald, 2 May 2031");
        assert!(names.says(&corpus.claims[1]).starts_with("The Herald, 2 May 2031, citing "));
        assert_eq!(names.holders(&corpus.claims[2].holders), "Sudmark and Norland");
        assert_eq!(names.holders::<&str>(&[]), "No party named");
    }
}
