//! The listing of attributed statements: who says what, article by article.

use std::io;

use crate::corpus::Corpus;
use crate::query::Glossary;
use crate::record::Statement;
use crate::render::palette::Look;
use crate::render::styled::Styled;
use crate::render::{Screen, claims, phrases};
use crate::text::Span;

/// Lists `statements` by article with a foot that counts them.
///
/// # Errors
///
/// Returns the error of the output.
pub fn list(screen: &mut Screen, corpus: &Corpus, glossary: &Glossary, statements: &[&Statement]) -> io::Result<()> {
    let mut document = None;
    for statement in statements {
        if document != Some(statement.document) {
            if document.is_some() {
                screen.blank()?;
            }
            document = Some(statement.document);
            screen.block("", "", &heading(corpus, statement.document))?;
        }
        list_statement(screen, corpus, glossary, statement)?;
    }
    screen.blank()?;
    let foot =
        format!("{} in {}", phrases::count(statements.len(), "statement", "statements"), phrases::articles(corpus));
    screen.block("", "", &Styled::of(Look::Aside, &foot))
}

fn heading(corpus: &Corpus, document: usize) -> Styled {
    let Some(document) = corpus.documents.get(document) else { return Styled::default() };
    let aside = |text: &str| Styled::of(Look::Aside, text);
    Styled::of(Look::Heading, &document.id)
        .joined(" · ", [aside(&document.outlet), aside(document.date.as_deref().unwrap_or(""))])
}

fn list_statement(screen: &mut Screen, corpus: &Corpus, glossary: &Glossary, statement: &Statement) -> io::Result<()> {
    let Some(document) = corpus.documents.get(statement.document) else { return Ok(()) };
    let words = |spans: &[Span]| spans.iter().map(|span| span.of(&document.text)).collect::<Vec<_>>().join(" … ");
    let speaker =
        statement.holder.as_deref().map_or_else(String::new, |slug| format!(" ({})", glossary.party_name(slug)));
    let places = statement.source.iter().chain(&statement.content).map(|span| span.start);
    let line = document.index.line(places.min().unwrap_or(0));
    let who = Styled::of(Look::Subheading, &words(&statement.source)).with(Look::Aside, &speaker).joined(
        " ",
        [Styled::of(Look::Text, &words(&statement.cue)), Styled::of(Look::Aside, &format!("· line {line}"))],
    );
    screen.block("  ", "    ", &who)?;
    screen.block("    ", "    ", &Styled::of(Look::Text, &claims::quoted(&words(&statement.content))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::group::tests::{corpus, glossary, span};
    use crate::render::screen::rendered;

    #[test]
    fn statements_stand_under_their_article() {
        let mut corpus = corpus();
        corpus.statements = vec![Statement {
            document: 0,
            source: vec![span("an official")],
            cue: vec![span("said")],
            content: vec![span("Sudmark will not move its border posts")],
            holder: Some("sudmark".into()),
        }];
        let statements: Vec<&Statement> = corpus.statements.iter().collect();
        let expected = "\
herald · The Herald · 2031-05-02
  an official (Sudmark) said · line 2
    “Sudmark will not move its border posts”

1 statement in 1 article
";
        assert_eq!(rendered(80, |screen| list(screen, &corpus, &glossary(), &statements)), expected);
    }
}
