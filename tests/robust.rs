//! Bad input through the whole engine: no panic, no hang, and every place verbatim and on a character.
//!
//! What reading alone does with such input is tested in `reading.rs`.

mod texts;

use std::panic;
use std::path::PathBuf;
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use demarche::corpus::{Corpus, Engine};
use demarche::document::{Document, ReadOptions, builtin, read_paths};
use demarche::dossier::Dossier;
use demarche::render::export::json;
use demarche::text::Span;
use serde_json::Value;

/// How long the largest input may take, in unoptimised code and on a busy machine.
const PATIENCE: Duration = Duration::from_mins(8);

/// Parts that may yet be empty: of "agreed to talk and to … again" the second point has no words. Nothing may be added.
const MAY_BE_EMPTY: &[&str] = &[];

fn engine() -> Engine {
    Engine::new(Dossier::builtin("paris-talks").expect("the dossier")).expect("the rules")
}

/// Reads one text and checks every place that was found in it.
#[track_caller]
fn read(engine: &Engine, text: &str) -> Corpus {
    let corpus = engine.read(vec![Document::from_text("x", text)]);
    for (part, span) in places(&corpus) {
        let words = text.get(span.start..span.end);
        let empty = words.is_some_and(|words| words.trim().is_empty()) && !MAY_BE_EMPTY.contains(&part);
        assert!(words.is_some() && !empty, "{part} at {span:?} in {:?}", around(text, span));
    }
    corpus
}

/// Every place in what was found, with the name of the part.
fn places(corpus: &Corpus) -> Vec<(&'static str, Span)> {
    let mut all = Vec::new();
    for claim in &corpus.claims {
        all.extend([("content", claim.content), ("quote", claim.quote), ("cue", claim.cue)]);
        all.extend(claim.frame.iter().map(|frame| ("frame", frame.span)));
        all.extend(claim.attribution.iter().map(|source| ("attribution", source.span)));
        all.extend(claim.holder_spans.iter().map(|&span| ("holder", span)));
        all.extend(claim.also.iter().map(|&span| ("also", span)));
    }
    for statement in &corpus.statements {
        all.extend(statement.source.iter().map(|&span| ("source", span)));
        all.extend(statement.cue.iter().map(|&span| ("statement cue", span)));
        all.extend(statement.content.iter().map(|&span| ("statement", span)));
    }
    all.extend(corpus.people.iter().flat_map(|person| person.mentions.iter().map(|&(_, span)| ("mention", span))));
    all.extend(
        corpus.missed.iter().flat_map(|missed| [("missed sentence", missed.sentence), ("missed cue", missed.cue)]),
    );
    all
}

/// Checks that every `text` of the export is what stands at its code points in the file.
#[track_caller]
fn exports_what_stands_there(corpus: &Corpus) {
    let export: Value = serde_json::from_str(&json::render(corpus).expect("an export")).expect("JSON");
    let points: Vec<char> = corpus.documents[0].text.chars().collect();
    assert_eq!(export["documents"][0]["chars"], points.len());
    let mut checked = 0;
    walk(&export, &mut |text, start, end| {
        let there: String = points.get(start..end).expect("code points of the file").iter().collect();
        assert_eq!(there, text);
        checked += 1;
    });
    assert!(checked >= corpus.claims.len() * 3, "{checked} places for {} claims", corpus.claims.len());
}

/// Calls `visit` with every object that has a text and its place.
fn walk(value: &Value, visit: &mut impl FnMut(&str, usize, usize)) {
    let number = |value: &Value| value.as_u64().and_then(|number| usize::try_from(number).ok());
    if let (Some(text), Some(start), Some(end)) =
        (value["text"].as_str(), number(&value["start"]), number(&value["end"]))
    {
        visit(text, start, end);
    }
    match value {
        Value::Array(values) => values.iter().for_each(|value| walk(value, visit)),
        Value::Object(fields) => fields.values().for_each(|value| walk(value, visit)),
        _ => {}
    }
}

/// The words before and after a place.
fn around(text: &str, span: Span) -> &str {
    let start = text.floor_char_boundary(span.start.saturating_sub(300));
    &text[start..text.ceil_char_boundary((span.end + 100).min(text.len()))]
}

/// Reads every beginning of one built-in article, cut at every character.
fn every_beginning(article: usize) {
    let engine = engine();
    let text = builtin().expect("articles").swap_remove(article).text;
    for (number, (at, _)) in text.char_indices().enumerate() {
        let corpus = panic::catch_unwind(|| read(&engine, &text[..at]));
        let corpus = corpus.unwrap_or_else(|_| panic!("{:?}", around(&text[..at], Span::new(at, at))));
        if number % 97 == 0 {
            exports_what_stands_there(&corpus);
        }
    }
    exports_what_stands_there(&read(&engine, &text));
}

#[test]
fn a_claim_that_the_terms_before_it_take_back_stops_nothing() {
    let terms = "Chad and Libya agreed to set up a joint patrol, the foreign ministry in Tripoli said.";
    let taken = "Both countries reaffirmed that raids on wells were off limits.";
    let corpus = read(&engine(), &format!("{terms}\n\n{taken}\n"));
    assert!(!corpus.claims.is_empty());
}

/// Paragraphs of all coded articles in an order that no article has: what one opens, another goes on with or ends.
#[test]
fn paragraphs_in_any_order_are_read() {
    let folders = ["seeds", "tests/gold/articles", "tests/dev/articles", "tests/held/articles", "tests/silent"];
    let folders: Vec<PathBuf> = folders.iter().map(PathBuf::from).collect();
    let (documents, errors) = read_paths(&folders, &ReadOptions::default());
    assert!(errors.is_empty(), "{errors:?}");
    let lines = documents.iter().flat_map(|document| document.text.lines().filter(|line| !line.trim().is_empty()));
    let mut paragraphs: Vec<&str> = lines.collect();
    let mut dice = texts::Dice(23);
    for at in (1..paragraphs.len()).rev() {
        paragraphs.swap(at, dice.roll(at + 1));
    }
    let engine = engine();
    for some in paragraphs.chunks(24) {
        read(&engine, &some.join("\n\n"));
    }
}

#[test]
fn every_beginning_of_the_first_article_is_read() {
    every_beginning(0);
}

#[test]
fn every_beginning_of_the_second_article_is_read() {
    every_beginning(1);
}

#[test]
fn every_beginning_of_the_third_article_is_read() {
    every_beginning(2);
}

#[test]
fn every_beginning_of_the_fourth_article_is_read() {
    every_beginning(3);
}

#[test]
fn every_beginning_of_the_fifth_article_is_read() {
    every_beginning(4);
}

#[test]
fn strange_texts_are_read() {
    let engine = engine();
    for (name, text) in texts::strange() {
        let start = Instant::now();
        let corpus = read(&engine, &text);
        exports_what_stands_there(&corpus);
        assert!(start.elapsed() < Duration::from_mins(1), "{name} took {:?}", start.elapsed());
    }
}

#[test]
fn what_stands_around_a_claim_does_not_hide_it() {
    let engine = engine();
    for (before, after) in
        [("", ""), ("\u{feff}", "\r\n"), ("\0 ", " \0"), ("\u{202b}דמשק\u{202c} ", ""), ("e\u{301}\u{301} ", "")]
    {
        let text = format!("{before}Syria demanded a full withdrawal.{after}");
        let corpus = read(&engine, &text);
        assert_eq!(corpus.claims.len(), 1, "{text:?}");
        assert_eq!(corpus.claims[0].content.of(&text), "a full withdrawal", "{text:?}");
        exports_what_stands_there(&corpus);
    }
}

#[test]
fn random_pieces_of_text_are_read() {
    let engine = engine();
    let mut dice = texts::Dice(7);
    let articles: Vec<Vec<char>> =
        builtin().expect("articles").iter().map(|article| article.text.chars().collect()).collect();
    for round in 0..400 {
        let text = if round % 4 == 0 { texts::bytes(&mut dice) } else { texts::spliced(&mut dice, &articles) };
        let corpus = read(&engine, &text);
        if round % 5 == 0 {
            exports_what_stands_there(&corpus);
        }
    }
}

/// Reads texts one after another, each in the time that patience allows.
fn in_time(texts: fn() -> Vec<(&'static str, String)>) {
    let (done, wait) = mpsc::channel();
    thread::spawn(move || {
        let engine = engine();
        for (_, text) in texts() {
            let corpus = engine.read(vec![Document::from_text("x", text)]);
            if done.send(corpus.documents.len()).is_err() {
                return;
            }
        }
    });
    for (name, _) in texts() {
        let read = wait.recv_timeout(PATIENCE).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(read, 1, "{name}");
    }
}

#[test]
fn a_line_of_fifty_megabytes_is_read() {
    in_time(texts::long_lines);
}

#[test]
#[ignore = "the time grows by the square and more of the length of a sentence"]
fn a_sentence_without_end_is_read() {
    in_time(texts::long_sentences);
}
