//! The claims as data for the script of the page: one column a field, names in tables, texts as places.
//!
//! A claim is known by its place in the corpus; no word of an article is repeated here but names of sources and the
//! words that reasons quote. [`island`] writes it so that no text can end the element that holds it.

use std::collections::HashMap;

use serde::Serialize;

use super::flow::{Flow, Units};
use super::names::{Names, label};
use super::positions::{self, Party};
use crate::corpus::Corpus;
use crate::query::group::HolderGroup;
use crate::record::{Claim, FrameRole, Kind, SourceType, Status};
use crate::rules::Rule;
use crate::text::Span;

/// Everything that the script knows; indices are places in the tables.
#[derive(Debug, Serialize)]
struct Records<'a> {
    /// Words and labels.
    kinds: Vec<(&'static str, &'static str)>,
    statuses: Vec<&'static str>,
    roles: Vec<&'static str>,
    source_types: Vec<&'static str>,
    sources: &'a [String],
    dates: &'a [String],
    parties: Vec<&'a str>,
    issues: Vec<&'a str>,
    /// For each issue those that count where it is asked for.
    issues_within: Vec<Vec<usize>>,
    /// Ids of rules, each with what it looks for.
    rules: Vec<(&'a str, &'a str)>,
    /// Texts that claims share.
    texts: Vec<&'a str>,
    /// Who holds what, in the order of the list.
    positions: Vec<Party>,
    claims: Columns<'a>,
}

/// A hop of an attribution: name in the texts, type, whether the name is kept back, and place.
type Hop = (usize, usize, bool, Option<Units>);

/// The claims, a column a field.
#[derive(Debug, Default, Serialize)]
struct Columns<'a> {
    id: Vec<&'a str>,
    document: Vec<usize>,
    kind: Vec<usize>,
    status: Vec<usize>,
    holders: Vec<Vec<usize>>,
    toward: Vec<Vec<usize>>,
    issues: Vec<Vec<usize>>,
    rule: Vec<usize>,
    /// The line of the article's file, from 1.
    line: Vec<usize>,
    content: Vec<Option<Units>>,
    quote: Vec<Option<Units>>,
    cue: Vec<Option<Units>>,
    holder_words: Vec<Vec<Option<Units>>>,
    /// Role and place.
    frame: Vec<Vec<(usize, Option<Units>)>>,
    attribution: Vec<Vec<Hop>>,
    also: Vec<Vec<Option<Units>>>,
    /// The field settled and why, both in the texts.
    reasons: Vec<Vec<(usize, usize)>>,
}

/// Texts, each kept once.
#[derive(Debug, Default)]
struct Pool<'a> {
    texts: Vec<&'a str>,
    places: HashMap<&'a str, usize>,
}

impl<'a> Pool<'a> {
    fn place(&mut self, text: &'a str) -> usize {
        *self.places.entry(text).or_insert_with(|| {
            self.texts.push(text);
            self.texts.len() - 1
        })
    }
}

/// Returns the records of `corpus` as JSON that may stand between the tags of a `script` element.
pub(super) fn island(corpus: &Corpus, names: &Names, groups: &[HolderGroup], flows: &[Flow], rules: &[Rule]) -> String {
    let (mut pool, mut columns, mut used) = (Pool::default(), Columns::default(), Pool::default());
    for claim in &corpus.claims {
        columns.push(corpus, claim, names, flows.get(claim.document), (&mut pool, &mut used));
    }
    let explained = |id: &'_ str| rules.iter().find(|rule| rule.id == id).map_or("", |rule| rule.explains.as_str());
    let records = Records {
        kinds: Kind::ALL.iter().map(|&kind| (kind.word(), label(kind))).collect(),
        statuses: Status::ALL.iter().map(|status| status.word()).collect(),
        roles: FrameRole::ALL.iter().map(|role| role.word()).collect(),
        source_types: SourceType::ALL.iter().map(|kind| kind.word()).collect(),
        sources: &names.sources,
        dates: &names.dates,
        parties: names.parties.iter().map(|slug| names.party(slug)).collect(),
        issues: names.issues.iter().map(|slug| names.issue(slug)).collect(),
        issues_within: names.issues.iter().map(|slug| names.issues_within(slug)).collect(),
        rules: used.texts.iter().map(|&id| (id, explained(id))).collect(),
        texts: pool.texts,
        positions: positions::parties(names, groups),
        claims: columns,
    };
    // Strings, numbers and lists of them always have a JSON.
    inert(&serde_json::to_string(&records).unwrap_or_default())
}

impl<'a> Columns<'a> {
    fn push(
        &mut self,
        corpus: &'a Corpus,
        claim: &'a Claim,
        names: &Names,
        flow: Option<&Flow>,
        (texts, rules): (&mut Pool<'a>, &mut Pool<'a>),
    ) {
        let place = |span: Span| flow.and_then(|flow| flow.place(span));
        let places = |spans: &[Span]| spans.iter().map(|&span| place(span)).collect::<Vec<_>>();
        let document = corpus.documents.get(claim.document);
        self.id.push(&claim.id);
        self.document.push(claim.document);
        self.kind.push(claim.kind as usize);
        self.status.push(claim.status as usize);
        self.holders.push(names.party_places(&claim.holders));
        self.toward.push(names.party_places(&claim.toward));
        self.issues.push(names.issue_places(&claim.issues));
        self.rule.push(rules.place(&claim.rule));
        self.line.push(document.map_or(0, |document| document.index.line(claim.content.start)));
        self.content.push(place(claim.content));
        self.quote.push(place(claim.quote));
        self.cue.push(place(claim.cue));
        self.holder_words.push(places(&claim.holder_spans));
        self.frame.push(claim.frame.iter().map(|frame| (frame.role as usize, place(frame.span))).collect());
        let hops = claim.attribution.iter();
        let hop = |source: &'a crate::record::Source| {
            (texts.place(&source.name), source.kind as usize, source.anonymous, place(source.span))
        };
        self.attribution.push(hops.map(hop).collect());
        self.also.push(places(&claim.also));
        let reasons = claim.reasons.iter();
        self.reasons.push(reasons.map(|reason| (texts.place(reason.field), texts.place(&reason.text))).collect());
    }
}

/// Writes `json` so that a reader of HTML sees no markup in it and one of JavaScript no line end: the characters
/// that could be taken so stand only within strings, where an escape means the same.
fn inert(json: &str) -> String {
    let mut out = String::with_capacity(json.len() + json.len() / 16);
    for c in json.chars() {
        match c {
            '<' => out.push_str("\\u003c"),
            '>' => out.push_str("\\u003e"),
            '&' => out.push_str("\\u0026"),
            '\u{2028}' => out.push_str("\\u2028"),
            '\u{2029}' => out.push_str("\\u2029"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::group::tests::{corpus, glossary};
    use serde_json::Value;

    fn records(corpus: &Corpus) -> (String, Value) {
        let glossary = glossary();
        let names = Names::new(corpus, &glossary);
        let flows: Vec<Flow> = corpus.documents.iter().map(Flow::new).collect();
        let json = island(corpus, &names, &[], &flows, &[]);
        let value = serde_json::from_str(&json).expect("JSON");
        (json, value)
    }

    #[test]
    fn every_column_has_a_value_a_claim() {
        let corpus = corpus();
        let (_, records) = records(&corpus);
        let columns = records["claims"].as_object().expect("columns");
        for (name, column) in columns {
            assert_eq!(column.as_array().map(Vec::len), Some(corpus.claims.len()), "{name}");
        }
    }

    #[test]
    fn no_text_can_end_the_element_that_holds_it() {
        let mut corpus = corpus();
        let hostile = "</script><!--<script>\u{2028}\u{2029}&\"\\";
        corpus.claims[0].reasons[0].text = hostile.into();
        corpus.documents[0].outlet = hostile.into();
        let (json, records) = records(&corpus);
        assert!(!json.contains(['<', '>', '&', '\u{2028}', '\u{2029}']), "{json}");
        assert_eq!(records["sources"][0], hostile);
        let texts = records["texts"].as_array().expect("texts");
        assert!(texts.iter().any(|text| text == hostile), "{texts:?}");
    }
}
