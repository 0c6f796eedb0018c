//! The five coded articles compared, as a reader sees it.

mod coded;

use demarche::compare::{self, Contrast, Encounter, Entry, Point, Verdict};
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

/// The point of `issue` called `name`.
fn point<'c>(comparison: &'c compare::Comparison<'c>, name: &str) -> &'c Point<'c> {
    comparison.rows.iter().flat_map(|row| &row.points).find(|point| point.name == name).expect("the point")
}

/// The stance of each source that speaks on a point, as "source: stances".
fn glance(corpus: &Corpus, point: &Point) -> Vec<String> {
    let stances =
        |cell: &compare::Cell| cell.stances().iter().map(|stance| stance.word()).collect::<Vec<_>>().join(" ");
    point.cells.iter().map(|cell| format!("{}: {}", corpus.documents[cell.document].outlet, stances(cell))).collect()
}

#[test]
fn the_coded_articles_differ_where_a_reader_says_they_do() {
    let corpus = corpus();
    let claims: Vec<&Claim> = corpus.claims.iter().collect();
    let found = compare::issues(&corpus, &[0, 1, 2, 3, 4], &claims, &[]);

    // An end of operations is agreed in two; a third leaves Israel its freedom of action.
    let operations = point(&found, "military action");
    assert_eq!(operations.verdict, Verdict::Contradict);
    let contradiction = &operations.differences[0];
    let documents = |entries: &[Entry]| entries.iter().map(|entry| entry.claim.document).collect::<Vec<_>>();
    assert_eq!(
        (contradiction.contrast, documents(&contradiction.left), documents(&contradiction.right)),
        (Contrast::Contradiction, vec![1, 4], vec![3])
    );

    // The coordination channel is agreed in three under three names.
    let channel = point(&found, "communication channel");
    assert_eq!(glance(&corpus, channel), ["Türkiye Today: affirmed", "Al Majalla: affirmed", "An-Nahar: affirmed"]);
    let wording =
        channel.differences.iter().find(|difference| difference.contrast == Contrast::Wording).expect("names");
    assert_eq!(wording.left.len() + wording.right.len(), 4);

    // One expects no joint statement, one quotes it; the first was written before the talks.
    let statement = point(&found, "joint statement");
    assert_eq!(glance(&corpus, statement), ["iaqaba.com: open", "An-Nahar: affirmed"]);
    assert_eq!(found.ahead, [2]);
    assert_eq!(statement.differences[0].contrast, Contrast::Status);
    assert_eq!(statement.verdict, Verdict::Differ);

    // The corridor is a red line and off the agenda in one, still sought in another.
    let corridor = point(&found, "corridor");
    assert_eq!(glance(&corpus, corridor), ["Al Majalla: past open refused", "An-Nahar: demanded"]);
    assert_eq!(corridor.verdict, Verdict::Differ);

    // The withdrawal is demanded in two and open in one of them; its timetable is another point.
    let withdrawal = point(&found, "withdrawal");
    assert_eq!(glance(&corpus, withdrawal), ["Türkiye Today: open demanded", "An-Nahar: demanded"]);
    let timetable = withdrawal.claims().find(|claim| claim.issues[0] == "timetable");
    assert_eq!(timetable, None);
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
fn the_same_comparison_gives_the_same_json_and_csv() {
    let corpus = corpus();
    let claims: Vec<&Claim> = corpus.claims.iter().collect();
    let comparison = compare::issues(&corpus, &[3, 4], &claims, &[]);
    let json = || diff::json(&corpus, &comparison).expect("JSON");
    assert_eq!(json(), json());
    let value: serde_json::Value = serde_json::from_str(&json()).expect("JSON");
    assert_eq!(value["sources"], serde_json::json!(["003", "004"]));
    let issues = value["issues"].as_array().expect("a list");
    let corridor = issues.iter().find(|row| row["issue"] == "corridor").expect("the corridor");
    assert_eq!(corridor["points"][0]["differences"][0]["contrast"], "status");
    assert_eq!(corridor["points"][0]["sources"][1]["claims"][0]["claim"]["document"], "004");
    let table = diff::csv(&corpus, &comparison).expect("CSV");
    let mut rows = csv::Reader::from_reader(table.as_bytes());
    let status = rows.records().flatten().filter(|row| &row[1] == "corridor" && &row[3] == "status");
    assert_eq!(status.map(|row| row[6].to_owned()).collect::<Vec<_>>(), ["003", "004", "003", "004"]);
}

#[test]
fn two_parties_are_compared_with_the_red_lines_that_are_crossed() {
    let corpus = corpus();
    let claims: Vec<&Claim> = corpus.claims.iter().collect();
    let matches = compare::between(&corpus, &claims, "israel", "syria");
    let of = |name: &str| matches.iter().find(|found| found.name == name).expect("the point");
    assert_eq!(of("corridor").encounter, Encounter::Crosses);
    assert_eq!(of("military action").encounter, Encounter::Crosses);
    assert_eq!(of("communication channel").encounter, Encounter::Meets);
    assert_eq!(of("withdrawal").encounter, Encounter::Collides);
    let mut glossary = Glossary::default();
    glossary.extend_from(&corpus);
    for width in [40, 80] {
        let mut out = Vec::new();
        let screen = &mut Screen::new(&mut out, width, false);
        diff::between(screen, &corpus, &glossary, ("israel", "syria"), &matches, diff::Shape::default())
            .expect("writing to memory");
        let text = String::from_utf8(out).expect("only text is written");
        assert!(text.lines().all(|line| line.chars().count() <= width), "{text}");
    }
    let json = diff::between_json(&corpus, ("israel", "syria"), &matches).expect("JSON");
    let value: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(value["points"][0]["encounter"], "crosses");
}

#[test]
fn an_issue_reads_verdict_first_then_point_by_point_and_source_by_source() {
    let mut corpus = corpus();
    corpus.claims.retain(|claim| claim.issues[0] == "corridor" || claim.issues[0] == "kurdish");
    let expected = "\
differ      Corridor
  Corridor: 2 sources
    status         past in Al Majalla; demanded by Israel in An-Nahar
    status         open in Al Majalla; demanded by Israel in An-Nahar
    Al Majalla
      past      “the Israeli-proposed “humanitarian corridor””
                  demand · by Israel · toward Syria · line 28 · 003-7e77d9
      open      “the Israeli-proposed “humanitarian corridor””
                  by Israel and Syria · line 28 · 003-5e51a5
      refused   “the Israeli-proposed “humanitarian corridor””
                  by Syria · toward Israel · line 28 · 003-f782f3
    An-Nahar
      demanded  “a secure corridor from the border to the Druze areas”
                  by Israel · toward Syria · according to Yedioth Ahronoth ·
                  line 49 · 004-3d9d13

only        Kurdish
  Only in Al Majalla
    refused   “the Kurdish issue”
                by Turkey · line 47 · 003-d71f43

2 issues in Al Majalla and An-Nahar: 1 differ, 1 only
";
    assert_eq!(rendered(&corpus, &[3, 4], 80, diff::Shape::default()), expected);
}
