//! Times read from texts, and positions in the order of time, as a reader and a user see them.

use std::fs;
use std::path::Path;

use demarche::timeline::when::{self, Bound, Grain, Round, Time, When};

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
