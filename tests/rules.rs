//! The rules over their own examples, and over articles that hold no position.
//!
//! `demarche check` tries the examples; here is how many must hold.

#![expect(clippy::print_stdout, reason = "the share that holds is shown")]

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::{Command, Output};

use demarche::corpus::Engine;
use demarche::document::{ReadOptions, read_paths};
use demarche::dossier::Dossier;
use demarche::rules::{Given, RuleBook};

/// The share of the examples, in hundredths, that must give what they say, and nothing where they are silent.
const EXAMPLES: usize = 100;

/// Claims that may come out of the articles that hold none, with each of the built-in dossiers.
const NOISE: usize = 4;

/// A number before or after a word of a sentence.
#[track_caller]
fn number(text: &str, word: &str) -> usize {
    let after = text.split_once(word).and_then(|(_, rest)| rest.split_whitespace().next());
    after
        .and_then(|word| word.trim_matches(',').parse().ok())
        .unwrap_or_else(|| panic!("no number after {word:?} in {text}"))
}

#[test]
fn the_examples_of_every_rule_give_what_they_say() {
    let Output { status, stdout, stderr } =
        Command::new(env!("CARGO_BIN_EXE_demarche")).arg("check").output().expect("the command runs");
    let (report, faults) = (String::from_utf8_lossy(&stdout), String::from_utf8_lossy(&stderr));
    let tried = number(&report, "their examples ");
    let failing: BTreeSet<&str> = faults.lines().map(example).collect();
    assert_eq!(status.success(), failing.is_empty(), "{report}{faults}");
    let right = tried - failing.len();
    println!("{right} of {tried} examples hold");
    assert!(right * 100 >= tried * EXAMPLES, "only {right} of {tried} examples hold:\n{faults}");
}

/// The rule and the sentence of a line about an example.
fn example(line: &str) -> &str {
    let end = ["\" does not give", "\" gives"].iter().filter_map(|words| line.find(words)).min();
    &line[..end.unwrap_or(line.len())]
}

#[test]
fn articles_without_positions_stay_silent() {
    for slug in Dossier::builtin_slugs() {
        let engine = Engine::new(Dossier::builtin(slug).expect("a dossier")).expect("the rules");
        let (documents, errors) = read_paths(&[PathBuf::from("tests/silent")], &ReadOptions::default());
        assert!(errors.is_empty() && documents.len() >= 12, "{errors:?}");
        let corpus = engine.read(documents);
        let noise: Vec<String> = corpus
            .claims
            .iter()
            .map(|claim| {
                let document = &corpus.documents[claim.document];
                format!("{} {}: {:?}", document.id, claim.rule, claim.quote.of(&document.text))
            })
            .collect();
        assert!(noise.len() <= NOISE, "with {slug}: {noise:#?}");
    }
}

#[test]
fn every_rule_has_examples_and_sentences_on_which_it_is_silent() {
    let mut language = demarche::language::parse::Language::builtin();
    let book = RuleBook::builtin(&mut language.lexicon).expect("the rules");
    for rule in &book.rules {
        assert!(!rule.examples.is_empty() && !rule.silent.is_empty(), "{}", rule.id);
        let given = rule.examples.iter().flat_map(|example| &example.gives);
        let kinds: Vec<_> = given.map(|line| Given::parse(line).map(|given| given.kind)).collect();
        assert!(kinds.contains(&Ok(rule.kind)), "{} never gives its own kind", rule.id);
    }
}
