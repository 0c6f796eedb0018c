//! Which claims and statements a user asks for.
//!
//! Values of one field are alternatives; fields combine. An empty filter keeps everything.

use regex::Regex;

use crate::corpus::Corpus;
use crate::query::glossary::Glossary;
use crate::record::{Claim, Kind, Source, Statement, Status};

/// What to keep. Every word has been resolved: parties and issues are slugs, sources are places in the corpus.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Slugs of holders.
    pub parties: Vec<String>,
    /// Slugs of parties aimed at.
    pub toward: Vec<String>,
    /// Kinds.
    pub kinds: Vec<Kind>,
    /// Slugs of issues as asked for; see [`Filter::widen`].
    pub issues: Vec<String>,
    /// Slugs of issues that count as those asked for.
    pub issues_within: Vec<String>,
    /// Places of documents in the corpus.
    pub documents: Vec<usize>,
    /// Statuses.
    pub statuses: Vec<Status>,
    /// Words in the name of a source, in any case.
    pub attributed_to: Vec<String>,
    /// Whether only claims with a source that the text keeps unnamed are kept.
    pub anonymous: bool,
    /// A pattern somewhere in the quote.
    pub text: Option<Regex>,
}

impl Filter {
    /// Makes every issue asked for include the narrower ones of `glossary`.
    #[must_use]
    pub fn widen(mut self, glossary: &Glossary) -> Self {
        self.issues_within = self.issues.iter().flat_map(|issue| glossary.narrower(issue)).collect();
        self
    }

    /// Returns the claims of `corpus` that the filter keeps, in corpus order.
    #[must_use]
    pub fn claims<'a>(&self, corpus: &'a Corpus) -> Vec<&'a Claim> {
        corpus.claims.iter().filter(|claim| self.keeps(corpus, claim)).collect()
    }

    /// Returns the statements of `corpus` that the filter keeps, in corpus order; kind, status, issue and
    /// toward say nothing about a statement and are ignored.
    #[must_use]
    pub fn statements<'a>(&self, corpus: &'a Corpus) -> Vec<&'a Statement> {
        corpus.statements.iter().filter(|statement| self.keeps_statement(corpus, statement)).collect()
    }

    /// Tells whether `claim` is asked for.
    #[must_use]
    pub fn keeps(&self, corpus: &Corpus, claim: &Claim) -> bool {
        any(&self.kinds, |kind| *kind == claim.kind)
            && any(&self.statuses, |status| *status == claim.status)
            && any(&self.parties, |party| claim.holders.contains(party))
            && any(&self.toward, |party| claim.toward.contains(party))
            && any(&self.issues_within, |issue| claim.issues.contains(issue))
            && any(&self.documents, |document| *document == claim.document)
            && any(&self.attributed_to, |name| claim.attribution.iter().any(|source| names(source, name)))
            && (!self.anonymous || claim.attribution.iter().any(|source| source.anonymous))
            && self.matches(claim.quote.of(text_of(corpus, claim.document)))
    }

    fn keeps_statement(&self, corpus: &Corpus, statement: &Statement) -> bool {
        let text = text_of(corpus, statement.document);
        let joined = |spans: &[crate::text::Span]| spans.iter().map(|span| span.of(text)).collect::<Vec<_>>().join(" ");
        any(&self.parties, |party| statement.holder.as_ref() == Some(party))
            && any(&self.documents, |document| *document == statement.document)
            && any(&self.attributed_to, |name| within(&joined(&statement.source), name))
            && self.matches(&joined(&statement.content))
    }

    fn matches(&self, quote: &str) -> bool {
        self.text.as_ref().is_none_or(|pattern| pattern.is_match(quote))
    }
}

/// An empty list asks for nothing in particular.
fn any<T>(asked: &[T], fits: impl Fn(&T) -> bool) -> bool {
    asked.is_empty() || asked.iter().any(fits)
}

fn names(source: &Source, name: &str) -> bool {
    within(&source.name, name)
}

fn within(text: &str, part: &str) -> bool {
    text.to_lowercase().contains(&part.to_lowercase())
}

fn text_of(corpus: &Corpus, document: usize) -> &str {
    corpus.documents.get(document).map_or("", |document| &document.text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::group::tests::{corpus, glossary};

    fn ids(filter: &Filter) -> Vec<String> {
        filter.claims(&corpus()).iter().map(|claim| claim.id.clone()).collect()
    }

    #[test]
    fn an_empty_filter_keeps_everything() {
        assert_eq!(ids(&Filter::default()).len(), corpus().claims.len());
    }

    #[test]
    fn each_field_keeps_what_it_asks_for() {
        let cases: Vec<(&str, Filter, &[&str])> = vec![
            (
                "holder",
                Filter { parties: vec!["sudmark".into()], ..Filter::default() },
                &["herald-000002", "herald-000003"],
            ),
            ("toward", Filter { toward: vec!["sudmark".into()], ..Filter::default() }, &["herald-000001"]),
            (
                "kind",
                Filter { kinds: vec![Kind::Agreed, Kind::Open], ..Filter::default() },
                &["herald-000003", "herald-000004"],
            ),
            ("status", Filter { statuses: vec![Status::Denied], ..Filter::default() }, &["herald-000002"]),
            ("name", Filter { attributed_to: vec!["OFFICIAL".into()], ..Filter::default() }, &["herald-000002"]),
            ("unnamed", Filter { anonymous: true, ..Filter::default() }, &["herald-000002"]),
            ("document", Filter { documents: vec![7], ..Filter::default() }, &[]),
            ("text", Filter { text: Regex::new("joint (off|dep)").ok(), ..Filter::default() }, &["herald-000003"]),
        ];
        for (field, filter, expected) in cases {
            assert_eq!(ids(&filter), expected, "{field}");
        }
    }

    #[test]
    fn fields_combine_and_values_are_alternatives() {
        let both = Filter {
            parties: vec!["norland".into(), "sudmark".into()],
            kinds: vec![Kind::RedLine],
            ..Filter::default()
        };
        assert_eq!(ids(&both), ["herald-000002"]);
    }

    #[test]
    fn a_broader_issue_keeps_claims_on_the_narrower() {
        let filter = Filter { issues: vec!["security".into()], ..Filter::default() }.widen(&glossary());
        assert_eq!(ids(&filter), ["herald-000001", "herald-000002"]);
    }
}
