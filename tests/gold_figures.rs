//! The engine on the coded articles: figures that may not fall, and the ledger of gold claims that are found.
//!
//! The ledger `tests/gold/ledger.txt` lists each owed gold claim that the engine finds. A claim that is lost
//! fails the test; one that is gained must be written down, which `DEMARCHE_REWRITE_LEDGER=1` does.

#![expect(clippy::print_stdout, reason = "the figures are shown")]

mod coded;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use demarche::corpus::{Corpus, Engine};
use demarche::document::{ReadOptions, builtin, read_paths};
use demarche::dossier::Dossier;
use demarche::evaluate::{Gold, Score, Side, score};

/// What a set of articles must reach at least; a share of 0 asks nothing.
struct Floor {
    /// The name in messages.
    set: &'static str,
    /// The gold file, and the dossier that its articles are read with.
    gold: &'static str,
    dossier: &'static str,
    /// The articles, by their names in the gold file; empty: all.
    docs: &'static [&'static str],
    f1: f64,
    precision: f64,
    holders: f64,
    issue: f64,
    status: f64,
    attribution: f64,
}

const SEEDS: &str = "tests/gold/seeds.jsonl";
const ARTICLES: &str = "tests/gold/articles.jsonl";

/// The floors; they are raised as the engine gets better, and never lowered.
#[rustfmt::skip]
const FLOORS: [Floor; 4] = [
    Floor { set: "the five articles", gold: SEEDS, dossier: "paris-talks", docs: &[],
            f1: 0.95, precision: 0.97, holders: 0.95, issue: 0.92, status: 0.95, attribution: 0.92 },
    Floor { set: "plain news of the same talks", gold: ARTICLES, dossier: "paris-talks",
            docs: &["plain_01_syria_israel_strikes_paris", "plain_06_syria_israel_withdrawal_hermon"],
            f1: 0.95, precision: 0.95, holders: 0.95, issue: 0.90, status: 0.90, attribution: 0.90 },
    Floor { set: "dense prose on the same talks", gold: ARTICLES, dossier: "paris-talks",
            docs: &["02_analysis", "05_communique", "07_explainer"],
            f1: 0.71, precision: 0.83, holders: 0.95, issue: 0.90, status: 0.95, attribution: 0.92 },
    Floor { set: "other negotiations, without a dossier", gold: ARTICLES, dossier: "world",
            docs: &["01_ukraine", "06_autoworkers", "09_us_china_trade", "plain_10_teachers_strike_hartwell", "plain_12_lebanon_israel_border"],
            f1: 0.73, precision: 0.83, holders: 0.95, issue: 0.0, status: 0.95, attribution: 0.90 },
];

fn corpus(gold: &str, dossier: &str) -> Corpus {
    let documents = if gold == SEEDS {
        builtin().expect("articles")
    } else {
        let (documents, errors) = read_paths(&[PathBuf::from("tests/gold/articles")], &ReadOptions::default());
        assert!(errors.is_empty(), "{errors:?}");
        documents
    };
    Engine::new(Dossier::builtin(dossier).expect("a dossier")).expect("the rules").read(documents)
}

fn scored(floor: &Floor) -> (Gold, Score) {
    let gold = coded::gold(floor.gold);
    let docs: Vec<String> = floor.docs.iter().map(|&doc| doc.to_owned()).collect();
    let score = score(&gold, &corpus(floor.gold, floor.dossier), (!docs.is_empty()).then_some(&docs));
    assert_eq!(score.problems, [], "{}", floor.set);
    (gold, score)
}

#[test]
fn the_figures_are_not_below_their_floors() {
    let mut wrong = Vec::new();
    for floor in &FLOORS {
        let (_, score) = scored(floor);
        let (all, fields) = (score.all(), score.fields);
        let figures = [
            ("F1", all.f1(), floor.f1),
            ("precision", all.precision(), floor.precision),
            ("holders exact", fields.share(fields.holders), floor.holders),
            ("issue", fields.share(fields.issue), floor.issue),
            ("status", fields.share(fields.status), floor.status),
            ("attribution", fields.share(fields.attribution), floor.attribution),
        ];
        for (name, found, least) in figures {
            println!("{}: {name} {found:.3}, at least {least:.2}", floor.set);
            if found < least {
                wrong.push(format!("{}: {name} {found:.3} is below {least:.2}", floor.set));
            }
        }
        assert_eq!(score.not_verbatim, 0, "{}: every content is verbatim", floor.set);
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The owed gold claims that are found, one a line, in the order of the gold file.
fn found(floor: &Floor) -> Vec<String> {
    let (gold, score) = scored(floor);
    let names: BTreeMap<usize, &str> =
        score.documents.iter().map(|(name, document)| (*document, name.as_str())).collect();
    let missed: Vec<_> = score
        .deviations
        .iter()
        .filter(|deviation| deviation.side == Side::Missed)
        .map(|missed| (names[&missed.document], missed.kind, missed.place.start, missed.place.end))
        .collect();
    let owed = gold.claims.iter().filter(|claim| !claim.optional && names.values().any(|name| *name == claim.doc));
    let found = owed.filter(|claim| !missed.contains(&(claim.doc.as_str(), claim.kind, claim.start, claim.end)));
    found
        .map(|claim| {
            let holders = if claim.holders.is_empty() { "-".to_owned() } else { claim.holders.join("+") };
            let content = claim.content.split_whitespace().collect::<Vec<_>>().join(" ");
            format!("{} {} {holders} | {content}", claim.doc, claim.kind.word())
        })
        .collect()
}

/// How often each line stands there.
fn counted<'a>(lines: impl Iterator<Item = &'a str>) -> BTreeMap<&'a str, usize> {
    lines.filter(|line| !line.starts_with('#') && !line.is_empty()).fold(BTreeMap::new(), |mut counts, line| {
        *counts.entry(line).or_default() += 1;
        counts
    })
}

/// The lines of `some` that `others` lacks.
fn lacking(some: &str, others: &str) -> String {
    let others = counted(others.lines());
    let lacking = counted(some.lines()).into_iter().filter(|(line, count)| others.get(line).unwrap_or(&0) < count);
    lacking.fold(String::new(), |mut out, (line, _)| {
        writeln!(out, "{line}").expect("memory");
        out
    })
}

#[test]
fn no_gold_claim_that_was_found_is_lost_and_every_gain_is_written_down() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold/ledger.txt");
    let mut now =
        "# Gold claims that are found: article, kind, holders, content. Held by tests/gold_figures.rs.\n".to_owned();
    for floor in &FLOORS {
        let found = found(floor);
        write!(now, "\n# {}: {}\n{}\n", floor.set, found.len(), found.join("\n")).expect("memory");
    }
    if std::env::var_os("DEMARCHE_REWRITE_LEDGER").is_some_and(|value| value == "1") {
        fs::write(&path, &now).expect("the ledger is written");
    }
    let ledger = fs::read_to_string(&path).expect("the ledger");
    let (lost, gained) = (lacking(&ledger, &now), lacking(&now, &ledger));
    assert!(lost.is_empty(), "gold claims that were found and are no longer:\n{lost}");
    assert!(gained.is_empty(), "gold claims now found; write them down with DEMARCHE_REWRITE_LEDGER=1:\n{gained}");
}
