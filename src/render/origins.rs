//! Who carries whom: what several articles have from one original, and whom each article cites.

use std::collections::BTreeMap;
use std::io;

use serde::Serialize;

use crate::compare::{Evidence, Origin, Origins};
use crate::corpus::Corpus;
use crate::query::Glossary;
use crate::record::Claim;
use crate::render::claims::quoted;
use crate::render::palette::Look;
use crate::render::styled::Styled;
use crate::render::{Screen, phrases};

/// An original that several articles carry, in the JSON of `sources --origins`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OriginRecord<'a> {
    /// The sources that the articles cite for it; empty where the words alone show it.
    pub cited: Vec<&'a str>,
    /// The largest share of runs of three words that two sentences have in common, in hundredths; nothing where the
    /// words do not show it.
    pub alike: Option<u8>,
    /// The ids of the documents that carry it, the earliest first.
    pub documents: Vec<&'a str>,
    /// The ids of the claims, those of the earliest document first.
    pub claims: Vec<&'a str>,
}

impl<'a> OriginRecord<'a> {
    /// Returns the record of each origin that several articles carry.
    #[must_use]
    pub fn all(corpus: &'a Corpus, origins: &'a Origins<'a>) -> Vec<Self> {
        let id = |at: usize| corpus.documents.get(at).map(|document| document.id.as_str());
        let record = |origin: &'a Origin<'a>| Self {
            cited: cited(origin),
            alike: alike(origin),
            documents: origin.carriers().into_iter().filter_map(id).collect(),
            claims: origin.claims.iter().map(|claim| claim.id.as_str()).collect(),
        };
        origins.shared().map(record).collect()
    }
}

fn cited<'a>(origin: &'a Origin<'_>) -> Vec<&'a str> {
    let name = |evidence: &'a Evidence| match evidence {
        Evidence::Cited(name) => Some(name.as_str()),
        Evidence::Words(_) => None,
    };
    origin.evidence.iter().filter_map(name).collect()
}

fn alike(origin: &Origin<'_>) -> Option<u8> {
    let share = |evidence: &Evidence| match evidence {
        Evidence::Words(share) => Some(*share),
        Evidence::Cited(_) => None,
    };
    origin.evidence.iter().filter_map(share).max()
}

/// Lists the originals that several articles carry, each with its places and what shows it, then the sources that
/// each article cites.
///
/// # Errors
///
/// Returns the error of the output.
pub fn write(screen: &mut Screen, corpus: &Corpus, glossary: &Glossary, origins: &Origins<'_>) -> io::Result<()> {
    let mut shared = 0;
    for origin in origins.shared() {
        shared += 1;
        write_origin(screen, corpus, glossary, origin)?;
        screen.blank()?;
    }
    for at in 0..corpus.documents.len() {
        write_citing(screen, corpus, at)?;
    }
    screen.blank()?;
    let all: Vec<&Claim> = corpus.claims.iter().collect();
    let count = match shared {
        0 => "no original is".to_owned(),
        1 => "1 original is".to_owned(),
        _ => format!("{} originals are", phrases::grouped(shared)),
    };
    let foot = format!("{count} carried by more than one article; {}", phrases::total(corpus, &all));
    screen.block("", "", &Styled::of(Look::Aside, &foot))
}

fn write_origin(screen: &mut Screen, corpus: &Corpus, glossary: &Glossary, origin: &Origin<'_>) -> io::Result<()> {
    let Some(first) = origin.claims.first() else { return Ok(()) };
    let carriers = origin.carriers();
    let sources = phrases::count(carriers.len(), "article", "articles");
    let mut head = Styled::of(Look::Heading, &format!("{sources}, 1 origin"));
    let title = first.issues.first().map_or("", |slug| glossary.issue_title(slug));
    let holders = phrases::parties(glossary, &first.holders);
    let stance = Styled::of(Look::Kind(first.kind), phrases::noun(first.kind, false));
    let part = |text: &str| Styled::of(Look::Text, text);
    head = head.joined(": ", [stance]).joined(" · ", [part(&holders), part(title)]);
    screen.block("", "  ", &head)?;
    screen.block("  ", "  ", &Styled::of(Look::Aside, &shown_by(origin)))?;
    origin.claims.iter().try_for_each(|claim| write_place(screen, corpus, claim))
}

/// "cited for it: Yedioth Ahronoth; the sentences share 87% of their runs of three words".
fn shown_by(origin: &Origin<'_>) -> String {
    let names = cited(origin);
    let cited = if names.is_empty() { None } else { Some(format!("cited for it: {}", phrases::list(&names))) };
    let alike = alike(origin).map(|share| match share {
        100 => "the sentences are the same".to_owned(),
        share => format!("the sentences share {share}% of their runs of three words"),
    });
    cited.into_iter().chain(alike).collect::<Vec<_>>().join("; ")
}

fn write_place(screen: &mut Screen, corpus: &Corpus, claim: &Claim) -> io::Result<()> {
    let Some(document) = corpus.documents.get(claim.document) else { return Ok(()) };
    let aside = |text: String| Styled::of(Look::Aside, &text);
    let source = match phrases::attribution(&claim.attribution) {
        chain if chain.is_empty() => chain,
        chain => format!("citing {chain}"),
    };
    let facts = [
        aside(source),
        aside(document.date.clone().unwrap_or_default()),
        aside(format!("line {}", document.index.line(claim.content.start))),
        Styled::of(Look::Id, &claim.id),
    ];
    let name = Styled::of(Look::Subheading, phrases::outlet(corpus, claim.document));
    screen.block("    ", "      ", &name.joined(" · ", facts))?;
    screen.block("      ", "      ", &Styled::of(Look::Text, &quoted(claim.quote.of(&document.text))))
}

/// "An-Nahar: 20 of 33 claims on its own account; Yedioth Ahronoth 3, Reports 2".
fn write_citing(screen: &mut Screen, corpus: &Corpus, at: usize) -> io::Result<()> {
    let claims: Vec<&Claim> = corpus.claims.iter().filter(|claim| claim.document == at).collect();
    let mut names: BTreeMap<&str, usize> = BTreeMap::new();
    for source in claims.iter().filter_map(|claim| claim.attribution.first()) {
        *names.entry(&source.name).or_default() += 1;
    }
    let own = claims.len() - names.values().sum::<usize>();
    let mut names: Vec<(&str, usize)> = names.into_iter().collect();
    names.sort_by_key(|&(name, count)| (std::cmp::Reverse(count), name));
    let others: Vec<String> = names.iter().map(|(name, count)| format!("{name} {count}")).collect();
    let own = match (own, claims.len()) {
        (_, 0) => "no claims".to_owned(),
        (own, all) => format!("{own} of {} on its own account", phrases::count(all, "claim", "claims")),
    };
    let line = Styled::of(Look::Subheading, phrases::outlet(corpus, at))
        .joined(": ", [Styled::of(Look::Text, &own)])
        .joined("; according to ", [Styled::of(Look::Aside, &others.join(", "))]);
    screen.block("", "  ", &line)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::group::tests::{corpus, glossary};
    use crate::render::screen::rendered;

    /// The corpus of the tests, its article printed by a second paper.
    fn copied() -> Corpus {
        let mut corpus = corpus();
        let mut copy = corpus.documents[0].clone();
        copy.id = "gazette".to_owned();
        corpus.documents.push(copy);
        let again = corpus.claims.clone().into_iter().map(|mut claim| {
            claim.document = 1;
            claim.id = claim.id.replace("herald", "gazette");
            claim
        });
        corpus.claims.extend(again.collect::<Vec<_>>());
        corpus
    }

    #[test]
    fn what_two_papers_print_is_shown_with_both_quotes_and_why() {
        let corpus = copied();
        let claims: Vec<&Claim> = corpus.claims.iter().collect();
        let origins = Origins::of(&corpus, &claims);
        let out = rendered(72, |screen| write(screen, &corpus, &glossary(), &origins));
        let expected = "\
2 articles, 1 origin: demand · Norland · The border
  the sentences are the same
    herald · 2031-05-02 · line 1 · herald-000001
      “Norland demanded that Sudmark reopen the border posts.”
    gazette · 2031-05-02 · line 1 · gazette-000001
      “Norland demanded that Sudmark reopen the border posts.”
";
        assert!(out.starts_with(expected), "{out}");
        assert!(out.lines().all(|line| crate::render::styled::width(line) <= 72), "{out}");
        let records = OriginRecord::all(&corpus, &origins);
        assert_eq!(records[0].documents, ["herald", "gazette"]);
    }
}
