//! Who says what: the coded passages of `tests/sentences/statements*.jsonl` against what is found.
//!
//! A statement found is right where its source, its cue and its content are: the source and the content share at
//! least half of the longer with what is coded, the cue at least a word.

use std::fs;

use demarche::corpus::Engine;
use demarche::document::Document;
use demarche::dossier::Dossier;
use demarche::record::Statement;
use demarche::text::Span;
use serde_json::Value;

/// The files, and for each the share of those found that is right, and of those there are that is found: what was
/// reached, less a little.
const FLOORS: &[(&str, f64, f64)] = &[
    ("tests/sentences/statements.jsonl", 0.97, 0.93),
    ("tests/sentences/statements_2.jsonl", 0.95, 0.89),
    ("tests/sentences/statements_3.jsonl", 0.95, 0.95),
];

struct Coded {
    source: Vec<Span>,
    cue: Vec<Span>,
    content: Vec<Span>,
}

/// The places of `word` in `text` that are whole words.
fn places(text: &str, word: &str) -> Vec<Span> {
    let letter = |char: Option<char>| char.is_some_and(char::is_alphanumeric);
    let (first, last) = (letter(word.chars().next()), letter(word.chars().next_back()));
    text.match_indices(word)
        .filter(|(at, _)| {
            let joined = first && letter(text[..*at].chars().next_back());
            let goes_on = last && letter(text[at + word.len()..].chars().next());
            !joined && !goes_on
        })
        .map(|(at, _)| Span::new(at, at + word.len()))
        .collect()
}

/// Finds the words of a coded statement: the source and the cue that stand outside the content and nearest to it and
/// to each other.
#[track_caller]
fn coded(text: &str, value: &Value) -> Coded {
    let word = |name: &str| value[name].as_str().unwrap_or_default();
    let pieces = value["content"].as_array().map(Vec::as_slice).unwrap_or_default();
    let content: Vec<Span> = pieces.iter().filter_map(|piece| places(text, piece.as_str()?).first().copied()).collect();
    assert_eq!(content.len(), pieces.len(), "the content stands in: {text}");
    let distance = |one: Span, other: Span| one.start.max(other.start).saturating_sub(one.end.min(other.end));
    let cost = |source: Span, cue: Span| {
        let inside = |place: Span| usize::from(content.iter().any(|piece| piece.contains(place))) * 1000;
        inside(source)
            + inside(cue)
            + distance(source, cue)
            + content.iter().map(|&piece| distance(piece, cue)).min().unwrap_or(0)
    };
    let cues = places(text, word("cue"));
    if word("source").is_empty() {
        let near = |cue: Span| content.iter().map(|&piece| distance(piece, cue)).min();
        let cue = cues.into_iter().min_by_key(|&cue| near(cue)).expect(text);
        return Coded { source: Vec::new(), cue: vec![cue], content };
    }
    let sources = places(text, word("source"));
    let pairs = sources.iter().flat_map(|&source| cues.iter().map(move |&cue| (source, cue)));
    let (source, cue) = pairs.min_by_key(|&(source, cue)| cost(source, cue)).expect(text);
    Coded { source: vec![source], cue: vec![cue], content }
}

/// The bytes that two lists of spans share.
fn shared(one: &[Span], other: &[Span]) -> usize {
    one.iter().flat_map(|a| other.iter().map(|b| a.end.min(b.end).saturating_sub(a.start.max(b.start)))).sum()
}

fn alike(one: &[Span], other: &[Span]) -> bool {
    let width = |spans: &[Span]| spans.iter().map(|span| span.len()).sum::<usize>();
    2 * shared(one, other) >= width(one).max(width(other))
}

fn right(found: &Statement, coded: &Coded) -> bool {
    alike(&found.source, &coded.source) && shared(&found.cue, &coded.cue) > 0 && alike(&found.content, &coded.content)
}

fn line(text: &str, source: &[Span], cue: &[Span], content: &[Span]) -> String {
    let words = |spans: &[Span]| spans.iter().map(|span| span.of(text)).collect::<Vec<_>>().join(" | ");
    format!("{} / {} / {}", words(source), words(cue), words(content))
}

#[test]
fn sources_cues_and_contents_of_the_coded_passages_are_found() {
    let engine = Engine::new(Dossier::builtin("world").expect("built in")).expect("rules are right");
    for &(path, precision, recall) in FLOORS {
        let found = score(&engine, path);
        assert!(found.0 >= precision && found.1 >= recall, "{path}: precision {:.3}, recall {:.3}", found.0, found.1);
    }
}

/// Compares a file with what is found, prints where they differ, and returns precision and recall.
fn score(engine: &Engine, path: &str) -> (f64, f64) {
    let (mut hits, mut there, mut given) = (0_u32, 0_u32, 0_u32);
    for row in fs::read_to_string(path).expect("the passages").lines() {
        let value: Value = serde_json::from_str(row).expect("a line is an object");
        let text = value["text"].as_str().expect("a text").to_owned();
        let expected: Vec<Coded> =
            value["statements"].as_array().expect("statements").iter().map(|one| coded(&text, one)).collect();
        let found = engine.read(vec![Document::from_text("sentence", text.clone())]).statements;
        let mut taken = vec![false; found.len()];
        let mut missed = Vec::new();
        for code in &expected {
            match (0..found.len()).find(|&at| !taken[at] && right(&found[at], code)) {
                Some(at) => taken[at] = true,
                None => missed.push(line(&text, &code.source, &code.cue, &code.content)),
            }
        }
        there += u32::try_from(expected.len()).expect("few");
        given += u32::try_from(found.len()).expect("few");
        hits += u32::try_from(taken.iter().filter(|taken| **taken).count()).expect("few");
        let extra = found
            .iter()
            .zip(&taken)
            .filter(|(_, taken)| !**taken)
            .map(|(one, _)| line(&text, &one.source, &one.cue, &one.content));
        let lines: Vec<String> = missed
            .iter()
            .map(|line| format!("  missed {line}"))
            .chain(extra.map(|line| format!("  extra  {line}")))
            .collect();
        if !lines.is_empty() {
            eprintln!("{} {text}\n{}", value["id"].as_str().unwrap_or_default(), lines.join("\n"));
        }
    }
    let (precision, recall) = (f64::from(hits) / f64::from(given), f64::from(hits) / f64::from(there));
    eprintln!("{path}: {hits} right of {given} found ({precision:.3}) and of {there} there are ({recall:.3})");
    (precision, recall)
}
