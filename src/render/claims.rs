//! The listing of positions: by party, then issue, each in its own words with where it stands and who says so.

use std::io;

use crate::corpus::Corpus;
use crate::query::Glossary;
use crate::query::group::{HolderGroup, by_holder};
use crate::record::{Claim, Status};
use crate::render::palette::Look;
use crate::render::styled::Styled;
use crate::render::{Screen, phrases};

/// What a listing shows beside the claims.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Shape {
    /// Whether the kind stands before each claim.
    pub kinds: bool,
    /// Whether the whole sentence follows the quoted words.
    pub quotes: bool,
}

/// The columns of the kind before a claim: "red-line" and two spaces.
const KIND: usize = 10;

/// Lists `claims` with a foot that counts them.
///
/// # Errors
///
/// Returns the error of the output.
pub fn list(
    screen: &mut Screen,
    corpus: &Corpus,
    glossary: &Glossary,
    claims: &[&Claim],
    shape: Shape,
) -> io::Result<()> {
    for group in by_holder(glossary, claims) {
        list_holder(screen, corpus, glossary, &group, shape)?;
        screen.blank()?;
    }
    screen.block("", "", &Styled::of(Look::Aside, &phrases::total(corpus, claims)))
}

fn list_holder(
    screen: &mut Screen,
    corpus: &Corpus,
    glossary: &Glossary,
    group: &HolderGroup,
    shape: Shape,
) -> io::Result<()> {
    let heading = match &group.holders[..] {
        [] => "No holder named".to_owned(),
        holders => phrases::parties(glossary, holders),
    };
    screen.block("", "", &Styled::of(Look::Heading, &heading))?;
    for issue in &group.issues {
        let title = issue.issue.map_or("No issue of the dossier", |slug| glossary.issue_title(slug));
        screen.block("  ", "  ", &Styled::of(Look::Subheading, title))?;
        for claim in &issue.claims {
            list_claim(screen, corpus, glossary, claim, shape)?;
        }
    }
    Ok(())
}

fn list_claim(
    screen: &mut Screen,
    corpus: &Corpus,
    glossary: &Glossary,
    claim: &Claim,
    shape: Shape,
) -> io::Result<()> {
    let Some(document) = corpus.documents.get(claim.document) else { return Ok(()) };
    let indent = " ".repeat(if shape.kinds { 4 + KIND } else { 4 });
    let content = Styled::of(Look::Text, &quoted(claim.content.of(&document.text)));
    if shape.kinds {
        let first = Styled::of(Look::Kind(claim.kind), claim.kind.word()).padded(KIND);
        screen.block("    ", &indent, &first.joined("", [content]))?;
    } else {
        screen.block(&indent, &indent, &content)?;
    }
    let below = format!("{indent}  ");
    screen.block(&below, &below, &aside(corpus, glossary, claim))?;
    if shape.quotes {
        let sentence = Styled::of(Look::Aside, claim.quote.of(&document.text));
        screen.block(&format!("{below}| "), &format!("{below}| "), &sentence)?;
    }
    Ok(())
}

/// Where a claim stands, at whom it is aimed, how firm it is, who says so, and its id.
#[must_use]
pub fn aside(corpus: &Corpus, glossary: &Glossary, claim: &Claim) -> Styled {
    let part = |text: String| Styled::of(Look::Aside, &text);
    let document = corpus.documents.get(claim.document);
    let place = document.map_or_else(String::new, |document| {
        format!("{}, line {}", document.id, document.index.line(claim.content.start))
    });
    let status = if claim.status == Status::Stated { "" } else { claim.status.word() };
    let toward = match phrases::parties(glossary, &claim.toward) {
        names if names.is_empty() => names,
        names => format!("toward {names}"),
    };
    let source = match phrases::attribution(&claim.attribution) {
        chain if chain.is_empty() => chain,
        chain => format!("according to {chain}"),
    };
    let id = Styled::of(Look::Id, &claim.id);
    Styled::of(Look::Alert, status).joined(" · ", [part(toward), part(source), part(place), id])
}

/// Puts `words` in quotation marks; those that open or close inside stay.
#[must_use]
pub fn quoted(words: &str) -> String {
    format!("“{words}”")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::group::tests::{corpus, glossary};
    use crate::render::screen::rendered;

    fn listing(width: usize, shape: Shape) -> String {
        let corpus = corpus();
        let claims: Vec<&Claim> = corpus.claims.iter().collect();
        rendered(width, |screen| list(screen, &corpus, &glossary(), &claims, shape))
    }

    #[test]
    fn a_listing_reads_by_party_and_issue() {
        let expected = "\
Sudmark
  The border
    red-line  “move its border posts”
                denied · according to an official · herald, line 2 ·
                herald-000002

Norland
  The border
    demand    “Sudmark reopen the border posts”
                toward Sudmark · herald, line 1 · herald-000001

Sudmark and Norland
  A joint office
    agreed    “open a joint office”
                herald, line 3 · herald-000003

No holder named
  No issue of the dossier
    open      “who pays”
                herald, line 4 · herald-000004

1 demand, 1 red line, 1 agreed point, 1 open point in 1 article
";
        assert_eq!(listing(72, Shape { kinds: true, quotes: false }), expected);
    }

    #[test]
    fn the_kind_is_left_out_where_there_is_only_one_and_the_sentence_follows_on_request() {
        let out = listing(72, Shape { kinds: false, quotes: true });
        assert!(out.contains("\n    “who pays”\n"), "{out}");
        assert!(out.contains("      | It is unclear who pays.\n"), "{out}");
    }

    #[test]
    fn no_line_is_wider_than_the_screen() {
        for width in 30..90 {
            let out = listing(width, Shape { kinds: true, quotes: true });
            assert!(out.lines().all(|line| crate::render::styled::width(line) <= width), "at {width}:\n{out}");
        }
    }
}
