//! The minimal pairs of `tests/pairs`: what must change a claim does, and what must not does not.
//!
//! A pair holds where both of its texts give all that is coded and nothing else.

#![expect(clippy::print_stdout, reason = "the shares that hold are shown")]

mod given;

use std::collections::BTreeSet;
use std::fs;

use demarche::rules::Given;
use serde_json::Value;

/// The least number of pairs, and the share of them, in hundredths, that must hold: what was reached, less a little.
const PAIRS: usize = 600;
const FLOOR: usize = 86;

/// A pair as the files have it.
struct Pair {
    id: String,
    codebook: String,
    sides: [(String, Vec<Given>); 2],
}

/// The pairs of all files, each with the name of its file.
fn pairs() -> Vec<(String, Pair)> {
    let mut paths: Vec<_> =
        fs::read_dir("tests/pairs").expect("the pairs").flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "jsonl"));
    paths.sort();
    let read = |path: std::path::PathBuf| {
        let file = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let lines = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{file}: {error}"));
        lines.lines().map(|line| (file.clone(), pair(line))).collect::<Vec<_>>()
    };
    paths.into_iter().flat_map(read).collect()
}

#[track_caller]
fn pair(line: &str) -> Pair {
    let value: Value = serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
    let word = |name: &str| value[name].as_str().unwrap_or_else(|| panic!("no {name:?} in {line}")).to_owned();
    let gives = |name: &str| {
        let lines = value[name].as_array().unwrap_or_else(|| panic!("no {name:?} in {line}"));
        lines.iter().map(|line| Given::parse(line.as_str().unwrap_or_default()).expect("a claim")).collect()
    };
    let sides = [(word("a"), gives("a_gives")), (word("b"), gives("b_gives"))];
    Pair { id: word("id"), codebook: word("codebook"), sides }
}

#[test]
fn pairs_that_differ_in_one_thing_are_told_apart() {
    let engine = given::engine();
    let pairs = pairs();
    let failing: Vec<&(String, Pair)> = pairs
        .iter()
        .filter(|(_, pair)| !pair.sides.iter().all(|(text, gives)| given::holds(&engine, text, gives)))
        .collect();
    let right = pairs.len() - failing.len();
    println!("{right} of {} pairs hold", pairs.len());
    let ids: Vec<&str> = failing.iter().map(|(_, pair)| pair.id.as_str()).collect();
    assert!(right * 100 >= pairs.len() * FLOOR, "only {right} of {} pairs hold; not {ids:?}", pairs.len());
}

#[test]
fn every_pair_names_a_rule_of_the_codebook_and_stands_in_a_listed_file() {
    let pairs = pairs();
    assert!(pairs.len() >= PAIRS, "{} pairs", pairs.len());
    let heads = ["kinds: ", "choosing: ", "unit: ", "fields: ", "hard case "];
    let listed = fs::read_to_string("tests/pairs/README.md").expect("the list");
    let mut ids = BTreeSet::new();
    for (file, pair) in &pairs {
        assert!(heads.iter().any(|head| pair.codebook.starts_with(head)), "{}: {}", pair.id, pair.codebook);
        assert!(ids.insert(&pair.id), "{} stands twice", pair.id);
        assert!(pair.sides[0].0 != pair.sides[1].0, "the two texts of {} are the same", pair.id);
        assert!(listed.contains(&format!("`{file}.jsonl`")), "{file} is not listed");
    }
}
