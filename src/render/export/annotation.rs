//! Annotations in JSON-LD: one for each claim, on the words of its content, after the W3C's recommendations "Web
//! Annotation Data Model" and "Web Annotation Vocabulary" of 23 February 2017.
//!
//! The target is the page where its address is known, in the state of the file that was read, which is named by its
//! digest; where no address is known, it is that file. A quote with the words before and after it, and a position in code points
//! of the file, select the same words.

use std::io;

use serde::Serialize;

use super::in_order;
use super::reading::{chain, summary};
use super::unique::uuid;
use crate::corpus::Corpus;
use crate::document::Document;
use crate::query::Glossary;
use crate::record::Claim;
use crate::text::Span;

/// The context of the standard.
const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";

/// How many code points before and after the words are given to find them again.
const AROUND: usize = 32;

/// All annotations (model, section 5.1).
#[derive(Serialize)]
struct Collection<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    id: String,
    r#type: &'static str,
    label: String,
    generator: Generator,
    total: usize,
    first: Page<'a>,
}

/// The one page of the collection (model, section 5.2).
#[derive(Serialize)]
struct Page<'a> {
    id: String,
    r#type: &'static str,
    #[serde(rename = "startIndex")]
    start_index: usize,
    items: Vec<Annotation<'a>>,
}

/// What made them.
#[derive(Serialize)]
struct Generator {
    id: String,
    r#type: &'static str,
    name: &'static str,
}

/// One claim (model, section 3.1); `dcterms:identifier` is its id in the other formats.
#[derive(Serialize)]
struct Annotation<'a> {
    id: String,
    r#type: &'static str,
    #[serde(rename = "dcterms:identifier")]
    identifier: &'a str,
    motivation: &'static str,
    body: Vec<Body>,
    target: Target<'a>,
}

/// What is said of the words (model, section 3.2.4).
#[derive(Serialize)]
struct Body {
    r#type: &'static str,
    purpose: &'static str,
    value: String,
    format: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'static str>,
}

/// The words (model, section 4).
#[derive(Serialize)]
struct Target<'a> {
    r#type: &'static str,
    source: Resource,
    selector: [Selector<'a>; 2],
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<State>,
}

/// An external resource (model, section 3.2.1).
#[derive(Serialize)]
struct Resource {
    id: String,
    r#type: &'static str,
    format: &'static str,
    language: &'static str,
}

/// Which words (model, sections 4.2.4 and 4.2.5).
#[derive(Serialize)]
#[serde(tag = "type")]
enum Selector<'a> {
    #[serde(rename = "TextQuoteSelector")]
    Quote { exact: &'a str, prefix: &'a str, suffix: &'a str },
    #[serde(rename = "TextPositionSelector")]
    Position { start: usize, end: usize },
}

/// Of which copy of the page (model, section 4.3.1).
#[derive(Serialize)]
struct State {
    r#type: &'static str,
    cached: String,
}

/// Renders `corpus` as one collection with one page.
///
/// # Errors
/// Fails only where the JSON writer does, which on these structs does not happen.
pub fn render(corpus: &Corpus, glossary: &Glossary) -> io::Result<String> {
    let claims = in_order(corpus).into_iter();
    let items: Vec<Annotation> =
        claims.filter_map(|claim| Some(annotation(glossary, corpus.documents.get(claim.document)?, claim))).collect();
    let read: String = corpus.documents.iter().map(|document| document.sha256.as_str()).collect();
    let collection = Collection {
        context: CONTEXT,
        id: urn("collection", &format!("{} {read}", corpus.dossier)),
        r#type: "AnnotationCollection",
        label: format!("Claims: {}", corpus.dossier),
        generator: Generator {
            id: urn("generator", env!("CARGO_PKG_VERSION")),
            r#type: "Software",
            name: concat!("demarche ", env!("CARGO_PKG_VERSION")),
        },
        total: items.len(),
        first: Page {
            id: urn("page", &format!("{} {read}", corpus.dossier)),
            r#type: "AnnotationPage",
            start_index: 0,
            items,
        },
    };
    let mut text = serde_json::to_string_pretty(&collection)?;
    text.push('\n');
    Ok(text)
}

fn annotation<'a>(glossary: &Glossary, document: &'a Document, claim: &'a Claim) -> Annotation<'a> {
    Annotation {
        id: urn("claim", &claim.id),
        r#type: "Annotation",
        identifier: &claim.id,
        motivation: "classifying",
        body: bodies(glossary, claim),
        target: target(document, claim.content),
    }
}

/// The kind classifies, a sentence describes, and tags name the rest, one a party and an issue.
fn bodies(glossary: &Glossary, claim: &Claim) -> Vec<Body> {
    let body = |purpose, value| Body { r#type: "TextualBody", purpose, value, format: "text/plain", language: None };
    let tag = |name: &str, value: &str| body("tagging", format!("{name}: {value}"));
    let mut bodies = vec![body("classifying", claim.kind.word().to_owned())];
    bodies.push(Body { language: Some("en"), ..body("describing", summary(glossary, claim)) });
    bodies.extend(claim.holders.iter().map(|slug| tag("holder", slug)));
    bodies.extend(claim.toward.iter().map(|slug| tag("toward", slug)));
    bodies.extend(claim.issues.iter().map(|slug| tag("issue", slug)));
    bodies.push(tag("status", claim.status.word()));
    if !claim.attribution.is_empty() {
        bodies.push(tag("attribution", &chain(&claim.attribution)));
    }
    bodies
}

fn target(document: &Document, span: Span) -> Target<'_> {
    let file = format!("urn:sha256:{}", document.sha256);
    let (source, state) = match document.url.as_deref().filter(|url| is_address(url)) {
        Some(url) => (url.to_owned(), Some(State { r#type: "TimeState", cached: file })),
        None => (file, None),
    };
    let place = document.index.place(&document.text, span);
    let (before, after) = around(&document.text, span);
    let format = if state.is_some() { "text/html" } else { "text/plain" };
    Target {
        r#type: "SpecificResource",
        source: Resource { id: source, r#type: "Text", format, language: "en" },
        selector: [
            Selector::Quote { exact: span.of(&document.text), prefix: before, suffix: after },
            Selector::Position { start: place.start, end: place.end },
        ],
        state,
    }
}

/// Tells whether `url` can stand as the name of a page: what an article says of itself may be anything.
fn is_address(url: &str) -> bool {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let forbidden = |c: char| c.is_whitespace() || c.is_control() || "<>\"{}|\\^`".contains(c);
    rest.is_some_and(|rest| !rest.is_empty() && !rest.contains(forbidden))
}

/// Returns the words just before and after `span`.
fn around(text: &str, span: Span) -> (&str, &str) {
    let before = text.get(..span.start).unwrap_or("");
    let after = text.get(span.end..).unwrap_or("");
    let start = before.char_indices().rev().nth(AROUND - 1).map_or(0, |(at, _)| at);
    let end = after.char_indices().nth(AROUND).map_or(after.len(), |(at, _)| at);
    (&before[start..], &after[..end])
}

fn urn(what: &str, name: &str) -> String {
    format!("urn:uuid:{}", uuid(what, name))
}

#[cfg(test)]
mod tests {
    use super::{around, is_address};
    use crate::text::Span;

    #[test]
    fn the_words_around_are_cut_at_characters_and_at_the_ends_of_the_text() {
        let text = format!("{}word{}", "é".repeat(40), "😀".repeat(40));
        let (before, after) = around(&text, Span::new(80, 84));
        assert_eq!((before, after), ("é".repeat(32).as_str(), "😀".repeat(32).as_str()));
        assert_eq!(around("word", Span::new(0, 4)), ("", ""));
    }

    #[test]
    fn only_an_address_of_the_web_names_a_page() {
        for (url, is) in [("https://a.example/x?y=1", true), ("http://a", true), ("javascript:alert(1)", false)] {
            assert_eq!(is_address(url), is, "{url}");
        }
        assert!(!is_address("https://") && !is_address("https://a b") && !is_address("https://a\"<script>"));
    }
}
