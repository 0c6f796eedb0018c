//! Who demands, refuses, offers or agrees in single sentences of the news, as an event coder would have it.

#![expect(clippy::print_stdout, reason = "the share that is right is shown")]

mod given;

use std::fs;

use demarche::rules::Given;
use serde_json::Value;

/// A file, the least number of its sentences, and the share of them, in hundredths, that must give what is coded and
/// nothing else.
const FILES: &[(&str, usize, usize)] =
    &[("tests/sentences/events.jsonl", 300, 87), ("tests/sentences/idioms.jsonl", 1200, 90)];

#[test]
fn single_sentences_of_the_news_give_what_an_event_coder_reads_in_them() {
    let engine = given::engine();
    for &(path, sentences, floor) in FILES {
        let (mut right, mut wrong, mut all) = (0, Vec::new(), 0);
        for line in fs::read_to_string(path).expect("the sentences").lines() {
            let value: Value = serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
            let gives = value["gives"].as_array().expect("a list");
            let gives: Vec<Given> =
                gives.iter().map(|line| Given::parse(line.as_str().unwrap_or_default()).expect("a claim")).collect();
            all += 1;
            if given::holds(&engine, value["text"].as_str().unwrap_or_default(), &gives) {
                right += 1;
            } else {
                wrong.push(value["id"].to_string());
            }
        }
        println!("{right} of {all} sentences of {path} are right");
        assert!(all >= sentences && right * 100 >= all * floor, "{right} of {all}; not {wrong:?}");
    }
}
