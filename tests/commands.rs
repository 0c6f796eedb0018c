//! `export`, `verify`, `eval` and `diff` as a user calls them: output, messages, exit codes.

mod command;

use std::fs;

use command::{ends, folder, repository};

fn text(path: &std::path::Path) -> &str {
    path.to_str().expect("a path in Unicode")
}

#[test]
fn an_export_of_the_built_in_articles_holds_and_is_the_same_twice() {
    let file = folder("commands-export", &[]).join("export.json");
    ends(&["export", "-o", text(&file)], repository(), 0, &[]);
    let printed = ends(&["export", "--format", "json"], repository(), 0, &[]);
    assert_eq!(fs::read_to_string(&file).expect("the export"), printed);
    let report = ends(&["verify", text(&file)], repository(), 0, &[]);
    assert!(report.contains("5 files checked: all as exported"), "{report}");
}

#[test]
fn an_edited_article_fails_the_check_and_is_named_with_its_line() {
    let folder = folder("commands-verify", &[]);
    let (article, export) = (folder.join("a.txt"), folder.join("export.json"));
    fs::write(&article, "Talks\n\nSyria demands a full withdrawal of Israeli forces.\n").expect("written");
    fs::write(&export, ends(&["export", text(&article)], repository(), 0, &[])).expect("written");
    ends(&["verify", text(&export)], repository(), 0, &[]);
    fs::write(&article, "Talks\n\nSyria no longer demands anything.\n").expect("written");
    let report = ends(&["verify", text(&export)], repository(), 1, &[]);
    assert!(report.contains("a.txt") && report.contains("changed"), "{report}");
    fs::remove_file(&article).expect("removed");
    assert!(ends(&["verify", text(&export)], repository(), 1, &[]).contains("missing"));
    let report: serde_json::Value =
        serde_json::from_str(&ends(&["verify", text(&export), "--json"], repository(), 1, &[])).expect("JSON");
    assert_eq!(report["findings"][0]["outcome"], "missing");
}

#[test]
fn what_cannot_be_read_is_named_and_ends_with_three() {
    let folder = folder("commands-broken", &[]);
    let (export, gold) = (folder.join("broken.json"), folder.join("gold.jsonl"));
    fs::write(&export, "{\"schema\": \"demarche/1\",\n oops").expect("written");
    ends(&["verify", text(&export)], repository(), 3, &["broken.json:2:2: "]);
    ends(&["verify", "no-such-export.json"], repository(), 3, &["no-such-export.json"]);
    ends(&["eval", "no-such-gold.jsonl"], repository(), 3, &["no-such-gold.jsonl"]);
    let lines = fs::read_to_string("tests/gold/seeds.jsonl").expect("the gold");
    fs::write(&gold, format!("{}{lines}", lines.lines().next().unwrap_or("").replace("open", "opened") + "\n"))
        .expect("written");
    let table =
        ends(&["eval", text(&gold)], repository(), 3, &["gold.jsonl:1:", "unknown kind \"opened\"; it can be demand"]);
    assert!(table.contains("precision"), "the rest is scored: {table}");
}

#[test]
fn eval_prints_a_table_and_the_same_figures_as_json() {
    let table = ends(&["eval", "tests/gold/seeds.jsonl"], repository(), 0, &[]);
    let value: serde_json::Value =
        serde_json::from_str(&ends(&["eval", "tests/gold/seeds.jsonl", "--json"], repository(), 0, &[])).expect("JSON");
    let f1 = value["all"]["f1"].as_f64().expect("a number");
    let all = table.lines().find(|line| line.starts_with("all")).expect("the sum");
    assert!(all.contains(&format!("{f1:.3}")), "{table}");
    assert!(table.contains("Cohen's kappa"));
    ends(
        &["eval", "tests/gold/articles.jsonl", "-i", "tests/gold/articles", "--docs", "02_analysis"],
        repository(),
        0,
        &[],
    );
}

#[test]
fn diff_names_the_known_sources_where_one_is_unknown() {
    ends(&["diff", "majala", "annahar"], repository(), 2, &["`majala`", "did you mean `majalla`", "annahar"]);
    ends(&["diff", "majalla"], repository(), 2, &["alone cannot be compared"]);
    ends(&["diff", "majalla", "annahar"], repository(), 0, &[]);
    let value: serde_json::Value =
        serde_json::from_str(&ends(&["diff", "majalla", "annahar", "--json"], repository(), 0, &[])).expect("JSON");
    assert_eq!(value["sources"], serde_json::json!(["majalla", "annahar"]));
}

#[test]
fn a_comparison_is_a_brief_in_markdown_with_both_quotes() {
    let brief = ends(&["diff", "--format", "markdown"], repository(), 0, &[]);
    assert!(brief.starts_with("# Sources compared\n\n## ") && brief.contains("\n### "), "{brief}");
    assert!(brief.contains("\n- **omission**: ") && brief.contains("\n- **An-Nahar, 2026-01-08**: "), "{brief}");
    let quotes = brief.lines().filter(|line| line.starts_with("  > “")).count();
    let claims = brief.lines().filter(|line| line.contains(" · line ")).count();
    assert_eq!(quotes, claims, "a sentence under every claim");
    let parties = ends(&["diff", "--between", "israel", "syria", "--format", "markdown"], repository(), 0, &[]);
    assert!(parties.starts_with("# Israel and Syria\n\n## "), "{parties}");
    assert!(parties.contains("crosses the red line of"), "{parties}");
    ends(&["diff", "--between", "israel", "syria", "--csv"], repository(), 2, &["cannot be compared as CSV"]);
}

#[test]
fn markup_in_an_article_stays_text_in_a_comparison() {
    let folder = folder("commands-diff-markup", &[]);
    for (name, cue) in [("a.txt", "demanded"), ("b.txt", "rejected")] {
        let text = format!("Norway {cue} a corridor to the <b>coast</b> near [Oslo](http://example.org).\n");
        fs::write(folder.join(name), text).expect("written");
    }
    let brief = ends(&["diff", "--input", ".", "--dossier", "world", "--format", "markdown"], &folder, 0, &[]);
    assert!(brief.contains("corridor") && !brief.contains("<b>") && !brief.contains("[Oslo]"), "{brief}");
}
