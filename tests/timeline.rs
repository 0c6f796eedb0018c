//! Times read from texts, and positions in the order of time, as a reader and a user see them.

mod command;
mod texts;

use std::fs;
use std::path::Path;

use command::check;
use demarche::render::styled;
use demarche::timeline::when::{self, Bound, Grain, Round, Time, When};
use serde_json::Value;

/// A time in the words of `tests/times/expressions.txt`.
fn meaning(when: &When) -> String {
    let time = match when.time {
        Time::Days(period) => period.to_string(),
        Time::Round(Round::Number(number)) => format!("round {number}"),
        Time::Round(Round::Earlier) => "earlier round".to_owned(),
        Time::Round(Round::Current) => "this round".to_owned(),
        Time::Round(Round::Next) => "next round".to_owned(),
        Time::Unplaced(grain) => format!("unplaced {}", Grain::word(grain)),
    };
    if when.bound == Bound::At { time } else { format!("{} {time}", when.bound.word()) }
}

#[test]
fn times_mean_what_the_table_says() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/times/expressions.txt");
    let table = fs::read_to_string(path).expect("the table");
    let mut wrong = Vec::new();
    for line in table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let fields: Vec<&str> = line.split('|').map(str::trim).collect();
        let [published, sentence, expected] = fields[..] else { panic!("three fields: {line}") };
        let found = when::find(sentence, when::day(published));
        let found: Vec<String> =
            found.iter().map(|when| format!("{} = {}", when.span.of(sentence), meaning(when))).collect();
        if found.join("; ") != expected {
            wrong.push(format!("{published} | {sentence}\n   expected {expected}\n   found    {}", found.join("; ")));
        }
    }
    assert!(wrong.is_empty(), "{} lines:\n{}", wrong.len(), wrong.join("\n"));
}

/// The arguments `args` for the articles in which turns are planted.
fn planted<'a>(args: &[&'a str]) -> Vec<&'a str> {
    [&["timeline", "--dossier", "world", "--input", "tests/times/turns"], args].concat()
}

#[test]
fn every_planted_turn_is_found_and_none_is_invented() {
    let (json, _) = check(&planted(&["--changes", "--json"]), 0);
    let json: Value = serde_json::from_str(&json).expect("JSON");
    let word = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    let turn = |turn: &Value| {
        let side = |side: &str| word(&turn[side]["place"]["first"]);
        [word(&turn["change"]), word(&turn["party"]), side("from"), side("to"), word(&turn["rests_on"])].join(" ")
    };
    let mut turns: Vec<String> = json["turns"].as_array().expect("turns").iter().map(turn).collect();
    turns.sort();
    let expected = [
        "settled iceland 2031-03-06 2031-03-31 published",
        "settled norway 2031-03-06 2031-03-31 published",
        "softened norway 2031-03-04 2031-04-07 happened",
        "undone iceland 2031-03-05 2031-04-10 published",
        "undone norway 2031-03-05 2031-04-10 published",
        "withdrawn iceland 2031-03-06 2031-04-10 published",
    ];
    assert_eq!(turns, expected);
}

#[test]
fn a_turn_shows_both_quotes_and_what_it_rests_on() {
    let (text, _) = check(&planted(&["--changes", "norway", "--kind", "red-line,offer"]), 0);
    for part in [
        "red line softened: Norway · ",
        "two articles; their words date both",
        "was  red line · 2031-03-04",
        "“Norway rejected a joint inspection of trawlers on Tuesday.”",
        "now  offer · 2031-04-07",
        "happened 2031-04-07 (“Monday”) · published 2031-04-10",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
}

#[test]
fn the_three_dates_are_kept_apart_with_their_words() {
    let (json, _) = check(&planted(&["--json", "--source", "march"]), 0);
    let json: Value = serde_json::from_str(&json).expect("JSON");
    let entries = json["entries"].as_array().expect("entries");
    let of = |content: &str| {
        let found = entries.iter().find(|entry| entry["claim"]["content"]["text"] == content);
        found.unwrap_or_else(|| panic!("{content} in {json:#}"))
    };
    let inspection = of("a joint inspection of trawlers");
    assert_eq!(inspection["happened"]["first"], "2031-03-04");
    assert_eq!(inspection["happened"]["text"], "Tuesday");
    assert_eq!(inspection["said"], Value::Null);
    let data = of("share landing data");
    assert_eq!((&data["happened"], &data["said"]["first"]), (&Value::Null, &Value::from("2031-03-05")));
    assert_eq!((&data["published"], &data["place"]["basis"]), (&Value::from("2031-03-06"), &Value::from("said")));
}

#[test]
fn every_date_stands_in_the_text_where_it_says() {
    let (json, _) = check(&planted(&["--json"]), 0);
    let json: Value = serde_json::from_str(&json).expect("JSON");
    let mut checked = 0;
    for entry in json["entries"].as_array().expect("entries") {
        let id = entry["claim"]["document"].as_str().expect("an id");
        let file = match id {
            "march" => "1-march.txt",
            "april" => "2-april.txt",
            _ => "3-april.txt",
        };
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/times/turns").join(file));
        let text: Vec<char> = text.expect("the article").chars().collect();
        for when in [&entry["happened"], &entry["said"]].into_iter().filter(|when| !when.is_null()) {
            let at = |end: &str| usize::try_from(when[end].as_u64().expect("a place")).expect("a place");
            let words: String = text[at("start")..at("end")].iter().collect();
            assert_eq!(when["text"], words.as_str());
            checked += 1;
        }
    }
    assert!(checked > 3, "{checked}");
}

#[test]
fn every_format_holds_every_claim_and_fits_the_screen() {
    let ids: Vec<String> = {
        let json: Value = serde_json::from_str(&check(&["timeline", "--json"], 0).0).expect("JSON");
        let entries = json["entries"].as_array().expect("entries").iter();
        entries.map(|entry| entry["claim"]["id"].as_str().expect("an id").to_owned()).collect()
    };
    assert!(ids.len() > 50);
    for format in ["text", "csv", "markdown"] {
        let (text, _) = check(&["timeline", "--format", format], 0);
        assert!(ids.iter().all(|id| text.contains(id)), "{format}");
        let (turns, _) = check(&["timeline", "--changes", "--format", format], 0);
        assert!(!turns.is_empty(), "{format}");
    }
    for width in ["20", "40", "80"] {
        for args in [&["timeline", "--width", width][..], &["timeline", "--changes", "--width", width]] {
            let (text, _) = check(args, 0);
            let widest = text.lines().map(styled::width).max().unwrap_or(0);
            assert!(widest <= width.parse().expect("a number"), "{widest} at {width}:\n{text}");
        }
    }
}

#[test]
fn filters_that_leave_nothing_and_names_that_are_wrong_say_so() {
    let (text, _) = check(&["timeline", "turkey", "--issue", "withdrawal"], 0);
    assert_eq!(text, "no claim of Turkey on Israeli withdrawal in 5 articles\n");
    let (text, _) = check(&["timeline", "--changes", "--source", "aqaba"], 0);
    assert!(text.starts_with("0 turns among "), "{text}");
    let (_, error) = check(&["timeline", "isreal"], 2);
    assert!(error.contains("did you mean `israel`?"), "{error}");
    check(&["timeline", "--json", "--format", "csv"], 2);
}

#[test]
fn no_text_breaks_the_reading_of_times() {
    for (name, text) in texts::strange() {
        let found = when::find(&text, when::day("2026-01-08"));
        assert!(found.iter().all(|when| !when.span.of(&text).is_empty()), "{name}");
    }
    for odd in ["99 January 0000", "in 0000", "999 years ago", "the 99th round", "on 9999-12-31", "last last last week"]
    {
        for published in ["9999-12-31", "-009999-01-01"] {
            let found = when::find(odd, when::day(published));
            assert!(found.iter().all(|when| !when.span.is_empty()), "{odd}");
        }
    }
}
