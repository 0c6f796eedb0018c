//! What was read, who is in it, about what: the listings of sources, parties, issues and people.

use std::collections::BTreeMap;
use std::io;

use serde::Serialize;

use crate::corpus::Corpus;
use crate::document::Document;
use crate::query::Glossary;
use crate::query::group::Counts;
use crate::record::{Claim, Kind};
use crate::render::palette::Look;
use crate::render::styled::Styled;
use crate::render::table::{Column, Table};
use crate::render::{Screen, phrases};

/// A party in the JSON of `parties`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PartyRecord<'a> {
    /// The slug.
    pub slug: &'a str,
    /// The name on screen.
    pub name: &'a str,
    /// What it is in the talks, or nothing.
    pub role: Option<&'a str>,
    /// The number of claims it holds, alone or with others, by kind.
    pub claims: BTreeMap<&'static str, usize>,
    /// The number of claims aimed at it.
    pub toward: usize,
}

impl<'a> PartyRecord<'a> {
    /// Returns the record of each party of the negotiation, in listing order.
    #[must_use]
    pub fn all(corpus: &Corpus, glossary: &'a Glossary) -> Vec<Self> {
        let listed = glossary.parties().iter().filter(|party| party.listed);
        listed
            .map(|party| Self {
                slug: &party.slug,
                name: &party.name,
                role: Some(party.role.as_str()).filter(|role| !role.is_empty()),
                claims: by_kind(held(corpus, &party.slug)),
                toward: aimed(corpus, &party.slug),
            })
            .collect()
    }
}

/// An issue in the JSON of `issues`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct IssueRecord<'a> {
    /// The slug.
    pub slug: &'a str,
    /// The title on screen.
    pub title: &'a str,
    /// The slug of the broader issue, or nothing.
    pub broader: Option<&'a str>,
    /// The number of claims on it by kind.
    pub claims: BTreeMap<&'static str, usize>,
}

impl<'a> IssueRecord<'a> {
    /// Returns the record of each issue, in listing order.
    #[must_use]
    pub fn all(corpus: &Corpus, glossary: &'a Glossary) -> Vec<Self> {
        let issues = glossary.issues().iter();
        issues
            .map(|issue| Self {
                slug: &issue.slug,
                title: &issue.title,
                broader: issue.broader.as_deref(),
                claims: by_kind(on(corpus, &issue.slug)),
            })
            .collect()
    }
}

fn by_kind(counts: Counts) -> BTreeMap<&'static str, usize> {
    Kind::ALL.iter().map(|&kind| (kind.word(), counts.get(kind))).collect()
}

fn held(corpus: &Corpus, party: &String) -> Counts {
    Counts::of(corpus.claims.iter().filter(|claim| claim.holders.contains(party)))
}

fn aimed(corpus: &Corpus, party: &String) -> usize {
    corpus.claims.iter().filter(|claim| claim.toward.contains(party)).count()
}

fn on(corpus: &Corpus, issue: &String) -> Counts {
    Counts::of(corpus.claims.iter().filter(|claim| claim.issues.contains(issue)))
}

/// Returns the number of words of prose in `document`.
#[must_use]
pub fn words(document: &Document) -> usize {
    let prose = document.blocks.iter().filter(|block| block.kind.is_prose());
    prose.map(|block| block.span.of(&document.text).split_whitespace().count()).sum()
}

/// Lists the articles: id, outlet, date, length, title, and claims by kind.
///
/// # Errors
///
/// Returns the error of the output.
pub fn sources(screen: &mut Screen, corpus: &Corpus) -> io::Result<()> {
    let ids = corpus.documents.iter().map(|document| crate::render::styled::width(&document.id));
    let column = ids.max().unwrap_or(0).min(screen.width() / 3) + 2;
    let indent = " ".repeat(column);
    for (at, document) in corpus.documents.iter().enumerate() {
        let aside = |text: &str| Styled::of(Look::Aside, text);
        let facts = [
            Styled::of(Look::Subheading, &document.outlet),
            aside(document.date.as_deref().unwrap_or("no date")),
            aside(document.kind.as_deref().unwrap_or("")),
            aside(&phrases::count(words(document), "word", "words")),
        ];
        let facts = Styled::default().joined(" · ", facts);
        screen.block("", &indent, &Styled::of(Look::Id, &document.id).padded(column).joined("", [facts]))?;
        screen.block(&indent, &indent, &Styled::of(Look::Text, &document.title))?;
        let counts = Counts::of(corpus.claims.iter().filter(|claim| claim.document == at));
        screen.block(&indent, &indent, &aside(&phrases::counts(counts)))?;
    }
    screen.blank()?;
    let all: Vec<&Claim> = corpus.claims.iter().collect();
    screen.block("", "", &Styled::of(Look::Aside, &phrases::total(corpus, &all)))
}

/// Lists the parties with their claims by kind, and the claims aimed at them.
///
/// # Errors
///
/// Returns the error of the output.
pub fn parties(screen: &mut Screen, corpus: &Corpus, glossary: &Glossary) -> io::Result<()> {
    let mut table = counted("party", &["toward", "name"]);
    let mut silent = Vec::new();
    for party in glossary.parties() {
        let (held, toward) = (held(corpus, &party.slug), aimed(corpus, &party.slug));
        if held.total() + toward == 0 {
            silent.extend(party.listed.then_some(party.name.as_str()));
            continue;
        }
        let name = Styled::of(Look::Text, &party.name).joined(", ", [Styled::of(Look::Aside, &party.role)]);
        table.row(counted_row(&party.slug, held, [number(toward), name]));
    }
    table.write_apart(screen)?;
    without(screen, "Known to the dossier, without a claim", &silent)
}

/// Lists the issues with the claims on them by kind.
///
/// # Errors
///
/// Returns the error of the output.
pub fn issues(screen: &mut Screen, corpus: &Corpus, glossary: &Glossary) -> io::Result<()> {
    let mut table = counted("issue", &["title"]);
    let mut silent = Vec::new();
    for issue in glossary.issues() {
        let on = on(corpus, &issue.slug);
        if on.total() == 0 {
            silent.push(issue.title.as_str());
        } else {
            table.row(counted_row(&issue.slug, on, [Styled::of(Look::Text, &issue.title)]));
        }
    }
    table.write_apart(screen)?;
    let none = corpus.claims.iter().filter(|claim| claim.issues.is_empty()).count();
    if none > 0 {
        let line = format!("{} on no issue of the dossier.", phrases::count(none, "claim is", "claims are"));
        screen.block("", "", &Styled::of(Look::Aside, &line))?;
    }
    without(screen, "Known to the dossier, without a claim", &silent)
}

/// Lists the people with party, role, number of mentions and spellings.
///
/// # Errors
///
/// Returns the error of the output.
pub fn people(screen: &mut Screen, corpus: &Corpus, glossary: &Glossary) -> io::Result<()> {
    let plain = |head| Column { head, number: false };
    let mut table = Table::new(vec![
        plain("name"),
        plain("party"),
        Column { head: "mentions", number: true },
        plain("role and spellings"),
    ]);
    for person in &corpus.people {
        let party = person.party.as_deref().map_or("", |slug| glossary.party_name(slug));
        let spellings =
            if person.variants.is_empty() { String::new() } else { format!("also {}", person.variants.join(", ")) };
        let role = Styled::of(Look::Text, person.role.as_deref().unwrap_or(""));
        let last = role.joined("; ", [Styled::of(Look::Aside, &spellings)]);
        table.row(vec![
            Styled::of(Look::Subheading, &person.name),
            Styled::of(Look::Text, party),
            number(person.mentions.len()),
            last,
        ]);
    }
    table.write(screen)?;
    if corpus.people.is_empty() {
        let line = format!("no person is named in {}", phrases::articles(corpus));
        return screen.block("", "", &Styled::of(Look::Text, &line));
    }
    Ok(())
}

/// A table whose first column is `head`, then a column a kind, then `rest` (the first a number where it counts).
fn counted(head: &'static str, rest: &[&'static str]) -> Table {
    let mut columns = vec![Column { head, number: false }];
    columns.extend(Kind::ALL.iter().map(|kind| Column { head: kind.word(), number: true }));
    columns.extend(rest.iter().map(|&head| Column { head, number: head == "toward" }));
    Table::new(columns)
}

fn counted_row(slug: &str, counts: Counts, rest: impl IntoIterator<Item = Styled>) -> Vec<Styled> {
    let mut row = vec![Styled::of(Look::Id, slug)];
    row.extend(Kind::ALL.iter().map(|&kind| number(counts.get(kind))));
    row.extend(rest);
    row
}

/// Zero is a dot: what is there stands out.
fn number(count: usize) -> Styled {
    let text = if count == 0 { "·".to_owned() } else { phrases::grouped(count) };
    Styled::of(if count == 0 { Look::Aside } else { Look::Text }, &text)
}

fn without(screen: &mut Screen, lead: &str, names: &[&str]) -> io::Result<()> {
    if names.is_empty() {
        return Ok(());
    }
    screen.block("", "", &Styled::of(Look::Aside, &format!("{lead}: {}.", names.join(", "))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::group::tests::{corpus, glossary};
    use crate::record::Person;
    use crate::render::screen::rendered;

    #[test]
    fn sources_are_listed_with_what_was_found_in_them() {
        let expected = "\
herald  The Herald · 2031-05-02 · 0 words
        Talks on the border
        1 demand, 1 red line, 1 agreed point, 1 open point

1 demand, 1 red line, 1 agreed point, 1 open point in 1 article
";
        assert_eq!(rendered(80, |screen| sources(screen, &corpus())), expected);
    }

    #[test]
    fn parties_without_a_claim_are_named_below_the_table() {
        let expected = "\
party    demand  red-line  offer  agreed  open  toward  name
sudmark       ·         1      ·       1     ·       1  Sudmark
norland       1         ·      ·       1     ·       ·  Norland

Known to the dossier, without a claim: United States.
";
        assert_eq!(rendered(80, |screen| parties(screen, &corpus(), &glossary())), expected);
    }

    #[test]
    fn claims_on_no_issue_are_counted() {
        let out = rendered(80, |screen| issues(screen, &corpus(), &glossary()));
        assert!(out.contains("1 claim is on no issue of the dossier."), "{out}");
    }

    #[test]
    fn people_are_listed_with_their_spellings() {
        let mut corpus = corpus();
        let none = rendered(80, |screen| people(screen, &corpus, &glossary()));
        assert_eq!(none, "no person is named in 1 article\n");
        corpus.people = vec![Person {
            name: "A. Envoy".into(),
            party: Some("us".into()),
            role: Some("envoy".into()),
            variants: vec!["Envoi".into()],
            mentions: vec![(0, crate::text::Span::new(0, 1))],
        }];
        let out = rendered(80, |screen| people(screen, &corpus, &glossary()));
        assert!(out.contains("A. Envoy  United States         1  envoy; also Envoi"), "{out}");
    }
}
