//! The grid of positions as a reader sees it, and `matrix` as a user calls it.

mod coded;
mod command;

use command::check;
use demarche::compare::Origins;
use demarche::corpus::Corpus;
use demarche::matrix::{Axis, Matrix};
use demarche::query::{Filter, Glossary};
use demarche::record::{Claim, Kind, Status};
use demarche::render::matrix::{self, Sheet};
use demarche::render::{Screen, styled};
use serde_json::Value;

/// The coded claims of the five articles, the optional ones left out.
fn corpus() -> Corpus {
    let (file, folder) = coded::SETS[0];
    let mut gold = coded::gold(file);
    gold.claims.retain(|claim| !claim.optional);
    demarche::evaluate::coded("paris-talks", coded::documents(folder), &gold.claims)
}

fn glossary(corpus: &Corpus) -> Glossary {
    let mut glossary = Glossary::default();
    glossary.extend_from(corpus);
    glossary
}

fn origins(corpus: &Corpus) -> Origins<'_> {
    Origins::of(corpus, &corpus.claims.iter().collect::<Vec<_>>())
}

/// What `write` makes of the grid of `corpus`.
fn with<T>(corpus: &Corpus, axis: Axis, write: impl FnOnce(&Sheet) -> T) -> T {
    let glossary = glossary(corpus);
    let matrix = Matrix::new(corpus, &glossary, &origins(corpus), &Filter::default(), axis);
    write(&Sheet { corpus, glossary: &glossary, matrix: &matrix })
}

fn shown(corpus: &Corpus, axis: Axis, width: usize) -> String {
    with(corpus, axis, |sheet| {
        let mut out = Vec::new();
        matrix::write(&mut Screen::new(&mut out, width, false), sheet).expect("writing to memory");
        String::from_utf8(out).expect("only text is written")
    })
}

/// Six parties with long, wide and hostile names, and claims of every kind and status on hostile issues.
fn hostile() -> Corpus {
    const PARTIES: [&str; 6] = [
        "<script>alert(1)</script>",
        "=HYPERLINK(\"x\")",
        "日本国政府代表団日本国政府代表団",
        "a|b`*_[c](d)",
        "international-court-of-justice-and-arbitration",
        "\u{1b}[31mred\r\n\u{301}x",
    ];
    let mut corpus = corpus();
    let claims = PARTIES.iter().zip(Kind::ALL.iter().cycle()).zip(Status::ALL.iter().cycle());
    let claims = claims.zip(corpus.claims.clone()).map(|(((party, kind), status), claim)| Claim {
        kind: *kind,
        status: *status,
        holders: vec![(*party).to_owned()],
        issues: vec![format!("{party} issue")],
        ..claim
    });
    corpus.claims = claims.collect();
    corpus
}

#[test]
fn the_coded_articles_on_a_grid() {
    let mut corpus = corpus();
    let shown_issues = ["coordination-channel", "corridor", "withdrawal", "demilitarisation", "normalization", "scope"];
    corpus.claims.retain(|claim| shown_issues.contains(&claim.issues[0].as_str()));
    let expected = "
                      Israel                           Syria           Us
────────────────────────────────────────────────────────────────────────────────
Coordination channel  agreed ×3                        agreed ×3       agreed ×2
Demilitarisation      demand ×2, open                  open            offer
Scope                 demand ×2, demand?, open ×2      open ×2, open?  ·
                      open?
Corridor              demand, (demand), open           red line, open  ·
Normalization         open, open?                      open, open?     ·
Withdrawal            open                             demand ×2       ·

demand?: expected or possible
(demand): of an earlier round, since dropped
×3: in 3 independent sources
";
    assert_eq!("\n".to_owned() + &shown(&corpus, Axis::Party, 80), expected);
}

#[test]
fn columns_that_do_not_fit_stand_in_bands_below() {
    let mut corpus = corpus();
    corpus.claims.retain(|claim| ["corridor", "coordination-channel"].contains(&claim.issues[0].as_str()));
    let expected = "
                Israel     Syria
────────────────────────────────────
Coordination    agreed ×3  agreed ×3
  channel
Corridor        demand     red line
                (demand)   open
                open

                Us
─────────────────────────
Coordination    agreed ×2
  channel

(demand): of an earlier round, since
  dropped
×3: in 3 independent sources
";
    assert_eq!("\n".to_owned() + &shown(&corpus, Axis::Party, 36), expected);
}

#[test]
fn no_line_is_wider_than_the_screen_whatever_the_names() {
    for corpus in [corpus(), hostile()] {
        for &axis in Axis::ALL {
            for width in 20..140 {
                let text = shown(&corpus, axis, width);
                let widest = text.lines().map(styled::width).max().unwrap_or(0);
                assert!(widest <= width, "{widest} at {width}:\n{text}");
                assert!(text.lines().all(|line| line == line.trim_end()), "at {width}:\n{text}");
                assert!(!text.contains(['\u{1b}', '\r']), "{text}");
            }
        }
    }
}

#[test]
fn every_mark_on_the_screen_is_in_the_json_with_its_claims() {
    let corpus = corpus();
    let (filter, glossary) = (Filter::default(), glossary(&corpus));
    for &axis in Axis::ALL {
        let json: Value = serde_json::from_str(&with(&corpus, axis, matrix::json).expect("JSON")).expect("JSON");
        let grid = Matrix::new(&corpus, &glossary, &origins(&corpus), &filter, axis);
        let marks: usize = grid.rows.iter().flat_map(|row| &row.cells).map(|cell| cell.marks.len()).sum();
        let rows = json["rows"].as_array().expect("rows").iter();
        let cells = rows.flat_map(|row| row["cells"].as_array().expect("cells"));
        let stances: Vec<&Value> = cells.flat_map(|cell| cell["stances"].as_array().expect("stances")).collect();
        assert_eq!(stances.len(), marks);
        let ids: Vec<&Value> = stances.iter().flat_map(|stance| stance["claims"].as_array().expect("claims")).collect();
        assert!(corpus.claims.iter().all(|claim| ids.iter().any(|id| *id == claim.id.as_str())));
        assert!(stances.iter().all(|stance| !stance["sources"].as_array().expect("sources").is_empty()));
    }
}

#[test]
fn what_an_article_says_is_text_in_every_format() {
    let corpus = hostile();
    let html = with(&corpus, Axis::Party, matrix::html);
    assert!(!html.contains("<script") && html.contains("&lt;script&gt;") && !html.contains('\u{1b}'), "{html}");
    let csv = with(&corpus, Axis::Party, matrix::csv).expect("CSV");
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    assert!(reader.headers().expect("a head").iter().all(|cell| !cell.starts_with('=')), "{csv}");
    assert!(reader.records().all(|row| row.expect("a row").iter().all(|cell| !cell.starts_with('='))), "{csv}");
    let markdown = with(&corpus, Axis::Party, matrix::markdown);
    let table: Vec<&str> = markdown.lines().filter(|line| line.starts_with('|')).collect();
    let bars = |line: &&str| line.replace("\\|", "").matches('|').count();
    assert!(table.iter().all(|line| bars(line) == bars(&table[0])), "{markdown}");
    assert!(!markdown.contains("<script"), "{markdown}");
}

#[test]
fn the_quotes_stand_behind_the_cells_of_a_page_and_of_a_brief() {
    let corpus = corpus();
    let (html, markdown) = (with(&corpus, Axis::Party, matrix::html), with(&corpus, Axis::Party, matrix::markdown));
    assert!(corpus.claims.iter().all(|claim| html.contains(&claim.id) && markdown.contains(&claim.id)));
    assert!(html.matches("<mark>").count() >= corpus.claims.len());
    let notes = markdown.lines().filter(|line| line.starts_with("[^")).count();
    assert_eq!(markdown.matches("[^").count(), 2 * notes);
}

#[test]
fn a_cell_opens_on_exactly_its_claims() {
    let (json, _) = check(&["matrix", "--json"], 0);
    let json: Value = serde_json::from_str(&json).expect("JSON");
    let mut opened = 0;
    for row in json["rows"].as_array().expect("rows").iter().filter(|row| row["issue"] == "corridor") {
        for cell in row["cells"].as_array().expect("cells") {
            let party = cell["column"].as_str().expect("a party");
            let (text, _) = check(&["matrix", party, "corridor"], 0);
            let ids = cell["stances"].as_array().expect("stances").iter();
            for id in ids.flat_map(|stance| stance["claims"].as_array().expect("claims")) {
                assert!(text.contains(id.as_str().expect("an id")), "{party}: {text}");
                opened += 1;
            }
        }
    }
    assert!(opened > 2);
}

#[test]
fn a_word_that_names_nothing_gets_the_nearest_that_does() {
    let (_, error) = check(&["matrix", "isreal"], 2);
    assert!(error.contains("no party or issue is called `isreal`; did you mean `israel`?"), "{error}");
    let (_, error) = check(&["matrix", "israel", "witdrawal"], 2);
    assert!(error.contains("did you mean `withdrawal`?"), "{error}");
    let (_, error) = check(&["matrix", "--by", "source", "majala"], 2);
    assert!(error.contains("no source or issue is called `majala`; did you mean `majalla`?"), "{error}");
    check(&["matrix", "--by", "sources"], 2);
    check(&["matrix", "--json", "--format", "csv"], 2);
}

#[test]
fn filters_that_leave_nothing_say_so() {
    let (text, _) = check(&["matrix", "turkey", "withdrawal"], 0);
    assert_eq!(text, "no claim of Turkey on Israeli withdrawal in 5 articles\n");
    let (text, _) = check(&["matrix", "--kind", "offer", "--status", "denied"], 0);
    assert_eq!(text, "no denied offer in 5 articles\n");
    let (csv, _) = check(&["matrix", "--text", "no such words", "--format", "csv"], 0);
    assert_eq!(csv, "issue,title\n");
    let (json, _) = check(&["matrix", "--text", "no such words", "--json"], 0);
    assert_eq!(serde_json::from_str::<Value>(&json).expect("JSON")["rows"], serde_json::json!([]));
}

#[test]
fn the_same_grid_is_written_twice_and_colour_changes_no_word() {
    let bare = |text: &str| {
        let mut parts = text.split('\u{1b}');
        let first = parts.next().unwrap_or("").to_owned();
        parts.fold(first, |out, part| out + part.split_once('m').map_or("", |(_, rest)| rest))
    };
    let plain = check(&["matrix"], 0).0;
    assert_eq!(plain, check(&["matrix"], 0).0);
    assert_eq!(plain, bare(&check(&["matrix", "--color", "always"], 0).0));
}
