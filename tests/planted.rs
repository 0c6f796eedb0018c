//! Six articles on talks of their own, with planted differences of every type and planted agreement: each is found,
//! and none is invented.
//!
//! `tests/planted/planted.list` lists what must be found, a line each; the texts stand beside it.

use std::fs;
use std::path::{Path, PathBuf};

use demarche::compare::{self, Comparison, Entry, Point, Verdict};
use demarche::corpus::{Corpus, Engine};
use demarche::document::{self, ReadOptions};
use demarche::dossier::Dossier;
use demarche::record::Claim;

fn here(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/planted").join(name)
}

fn corpus() -> Corpus {
    let names = ["gazette.txt", "courier.txt", "ledger.txt", "wire.txt", "post.txt", "review.txt"];
    let (documents, errors) = document::read_paths(&names.map(here), &ReadOptions::default());
    assert!(errors.is_empty(), "{errors:?}");
    let dossier = Dossier::builtin("world").expect("the world is sound");
    Engine::new(dossier).expect("the rules are sound").read(documents)
}

/// "affirmed in courier ledger".
fn side(corpus: &Corpus, entries: &[Entry]) -> String {
    let word = if entries[0].cites.is_some() { "quoted" } else { entries[0].stance.word() };
    let ids: Vec<&str> = entries.iter().map(|entry| corpus.documents[entry.claim.document].id.as_str()).collect();
    format!("{word} in {}", ids.join(" "))
}

/// The differences of a point, or that its sources agree.
fn lines(corpus: &Corpus, point: &Point) -> Vec<String> {
    let mut lines: Vec<String> = point
        .differences
        .iter()
        .map(|found| {
            let aspect = found.aspect.map_or(String::new(), |aspect| format!(" of {}", aspect.word()));
            let (left, right) = (side(corpus, &found.left), side(corpus, &found.right));
            format!("{}{aspect}: {}: {left}; {right}", found.contrast.word(), point.name)
        })
        .collect();
    if point.verdict == Verdict::Agree {
        let ids: Vec<&str> = point.cells.iter().map(|cell| corpus.documents[cell.document].id.as_str()).collect();
        let origins = if point.origins == 1 { "1 origin".to_owned() } else { format!("{} origins", point.origins) };
        lines.push(format!(
            "agreement: {}: {} in {}, {origins}",
            point.name,
            point.cells[0].entries[0].stance.word(),
            ids.join(" ")
        ));
    }
    if let (Verdict::Only, Some(cell)) = (point.verdict, point.cells.first()) {
        lines.push(format!(
            "omission: {}: {} in {} alone",
            point.name,
            cell.entries[0].stance.word(),
            corpus.documents[cell.document].id
        ));
    }
    lines
}

fn found(corpus: &Corpus, comparison: &Comparison) -> Vec<String> {
    let points = comparison.rows.iter().flat_map(|row| &row.points);
    let mut lines: Vec<String> = points.flat_map(|point| lines(corpus, point)).collect();
    lines.sort();
    lines
}

#[test]
fn every_planted_difference_is_found_and_none_is_invented() {
    let corpus = corpus();
    let claims: Vec<&Claim> = corpus.claims.iter().collect();
    let all: Vec<usize> = (0..corpus.documents.len()).collect();
    let comparison = compare::issues(&corpus, &all, &claims, &[]);
    let found = found(&corpus, &comparison);
    let list = fs::read_to_string(here("planted.list")).expect("the list of what is planted");
    let mut planted: Vec<&str> = list.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
    planted.sort_unstable();
    let missed: Vec<&&str> = planted.iter().filter(|line| !found.iter().any(|own| own == **line)).collect();
    let invented: Vec<&String> = found.iter().filter(|line| !planted.contains(&line.as_str())).collect();
    assert!(missed.is_empty() && invented.is_empty(), "missed: {missed:#?}\ninvented: {invented:#?}");
}

#[test]
fn the_order_of_the_articles_changes_nothing() {
    let corpus = corpus();
    let claims: Vec<&Claim> = corpus.claims.iter().collect();
    let turned: Vec<&Claim> = claims.iter().rev().copied().collect();
    let one = compare::issues(&corpus, &[0, 1, 2, 3, 4, 5], &claims, &[]);
    let other = compare::issues(&corpus, &[5, 4, 3, 2, 1, 0], &turned, &[]);
    assert_eq!(found(&corpus, &one), found(&corpus, &other));
}
