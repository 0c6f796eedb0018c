//! The five coded articles compared, as a reader sees it.

mod coded;

use demarche::compare::{self, Stance, Verdict};
use demarche::corpus::Corpus;
use demarche::query::Glossary;
use demarche::record::Claim;
use demarche::render::{Screen, diff};

/// The coded claims of the five articles, the optional ones left out; the outlets are given.
fn corpus() -> Corpus {
    let (file, folder) = coded::SETS[0];
    let mut gold = coded::gold(file);
    gold.claims.retain(|claim| !claim.optional);
    let mut corpus = demarche::evaluate::coded("paris-talks", coded::documents(folder), &gold.claims);
    for (document, outlet) in
        corpus.documents.iter_mut().zip(["Progress Center", "Türkiye Today", "iaqaba.com", "Al Majalla", "An-Nahar"])
    {
        outlet.clone_into(&mut document.outlet);
    }
    corpus
}

fn rendered(corpus: &Corpus, sources: &[usize], width: usize, shape: diff::Shape) -> String {
    let claims: Vec<&Claim> = corpus.claims.iter().collect();
    let comparison = compare::issues(corpus, sources, &claims, &[]);
    let mut glossary = Glossary::default();
    glossary.extend_from(corpus);
    let mut out = Vec::new();
    diff::write(&mut Screen::new(&mut out, width, false), corpus, &glossary, &comparison, shape)
        .expect("writing to memory");
    String::from_utf8(out).expect("only text is written")
}

#[test]
fn what_one_reports_as_agreed_and_the_other_does_not_is_seen() {
    let corpus = corpus();
    let claims: Vec<&Claim> = corpus.claims.iter().collect();
    let (majalla, annahar) = (3, 4);
    let found = compare::issues(&corpus, &[majalla, annahar], &claims, &[]);
    let row = |issue: &str| found.rows.iter().find(|row| row.issue == issue).expect("the issue");
    assert_eq!(row("cessation-of-strikes").verdict, Verdict::Only);
    assert_eq!(row("cessation-of-strikes").cells[0].stances(), [Stance::Silent]);
    assert_eq!(row("cessation-of-strikes").cells[1].stances(), [Stance::Affirmed, Stance::Demanded]);
    assert_eq!(row("coordination-channel").verdict, Verdict::Agree);
    assert_eq!(row("corridor").verdict, Verdict::Differ);
    let verdicts: Vec<Verdict> = found.rows.iter().map(|row| row.verdict).collect();
    assert!(verdicts.is_sorted(), "{verdicts:?}");
}

#[test]
fn every_line_fits_the_screen_and_every_quote_is_there() {
    let corpus = corpus();
    for width in [40, 80, 200] {
        let text = rendered(&corpus, &[0, 1, 2, 3, 4], width, diff::Shape { brief: false, quotes: true });
        assert!(text.lines().all(|line| line.chars().count() <= width), "{width}");
        assert!(corpus.claims.iter().all(|claim| text.contains(&claim.id)));
    }
    let brief = rendered(&corpus, &[3, 4], 80, diff::Shape { brief: true, quotes: false });
    assert!(!brief.contains("line "), "{brief}");
}

#[test]
fn the_same_comparison_gives_the_same_json() {
    let corpus = corpus();
    let claims: Vec<&Claim> = corpus.claims.iter().collect();
    let json = || diff::json(&corpus, &compare::issues(&corpus, &[3, 4], &claims, &[])).expect("JSON");
    assert_eq!(json(), json());
    let value: serde_json::Value = serde_json::from_str(&json()).expect("JSON");
    assert_eq!(value["sources"], serde_json::json!(["003", "004"]));
    let issues = value["issues"].as_array().expect("a list");
    let corridor = issues.iter().find(|row| row["issue"] == "corridor").expect("the corridor");
    assert_eq!(corridor["differences"][0]["contrast"], "status");
    assert_eq!(corridor["sources"][1]["claims"][0]["claim"]["document"], "004");
}

#[test]
fn an_issue_reads_verdict_first_then_source_by_source() {
    let mut corpus = corpus();
    corpus.claims.retain(|claim| claim.issues[0] == "corridor" || claim.issues[0] == "kurdish");
    let expected = "\
differ      Corridor
            Al Majalla: past, open, refused · An-Nahar: demanded
            status: demanded in An-Nahar, past in Al Majalla
  Al Majalla
    past      “the Israeli-proposed “humanitarian corridor””
                demand · by Israel · toward Syria · line 28 · 003-7e77d9
    open      “the Israeli-proposed “humanitarian corridor””
                by Israel and Syria · line 28 · 003-5e51a5
    refused   “the Israeli-proposed “humanitarian corridor””
                by Syria · toward Israel · line 28 · 003-f782f3
  An-Nahar
    demanded  “a secure corridor from the border to the Druze areas”
                by Israel · toward Syria · according to Yedioth Ahronoth · line
                49 · 004-3d9d13

only        Kurdish
            Al Majalla: refused · An-Nahar: silent
  Al Majalla
    refused   “the Kurdish issue”
                by Turkey · line 47 · 003-d71f43

2 issues in Al Majalla and An-Nahar: 1 differ, 1 only
";
    assert_eq!(rendered(&corpus, &[3, 4], 80, diff::Shape::default()), expected);
}
