//! `export`, `verify`, `eval` and `diff` as a user calls them: output, messages, exit codes.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

fn demarche(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_demarche")).args(args).output().expect("the command runs")
}

/// Checks the exit code and that standard error holds each of `words`; returns standard output.
#[track_caller]
fn check(args: &[&str], code: i32, words: &[&str]) -> String {
    let out = demarche(args);
    let (stdout, stderr) = (String::from_utf8_lossy(&out.stdout), String::from_utf8_lossy(&out.stderr));
    assert_eq!(out.status.code(), Some(code), "{args:?}\nstdout: {stdout}\nstderr: {stderr}");
    for word in words {
        assert!(stderr.contains(word), "{args:?} lacks {word}\nstderr: {stderr}");
    }
    stdout.into_owned()
}

/// A folder of its own for one test.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).expect("a writable target folder");
    folder
}

fn text(path: &std::path::Path) -> &str {
    path.to_str().expect("a path in Unicode")
}

#[test]
fn an_export_of_the_built_in_articles_holds_and_is_the_same_twice() {
    let file = folder("commands-export").join("export.json");
    check(&["export", "-o", text(&file)], 0, &[]);
    let printed = check(&["export", "--format", "json"], 0, &[]);
    assert_eq!(fs::read_to_string(&file).expect("the export"), printed);
    let report = check(&["verify", text(&file)], 0, &[]);
    assert!(report.contains("5 files checked: all as exported"), "{report}");
}

#[test]
fn an_edited_article_fails_the_check_and_is_named_with_its_line() {
    let folder = folder("commands-verify");
    let (article, export) = (folder.join("a.txt"), folder.join("export.json"));
    fs::write(&article, "Talks\n\nSyria demands a full withdrawal of Israeli forces.\n").expect("written");
    fs::write(&export, check(&["export", text(&article)], 0, &[])).expect("written");
    check(&["verify", text(&export)], 0, &[]);
    fs::write(&article, "Talks\n\nSyria no longer demands anything.\n").expect("written");
    let report = check(&["verify", text(&export)], 1, &[]);
    assert!(report.contains("a.txt") && report.contains("changed"), "{report}");
    fs::remove_file(&article).expect("removed");
    assert!(check(&["verify", text(&export)], 1, &[]).contains("missing"));
    let report: serde_json::Value =
        serde_json::from_str(&check(&["verify", text(&export), "--json"], 1, &[])).expect("JSON");
    assert_eq!(report["findings"][0]["outcome"], "missing");
}

#[test]
fn what_cannot_be_read_is_named_and_ends_with_three() {
    let folder = folder("commands-broken");
    let (export, gold) = (folder.join("broken.json"), folder.join("gold.jsonl"));
    fs::write(&export, "{\"schema\": \"demarche/1\",\n oops").expect("written");
    check(&["verify", text(&export)], 3, &["broken.json:2:2: "]);
    check(&["verify", "no-such-export.json"], 3, &["no-such-export.json"]);
    check(&["eval", "no-such-gold.jsonl"], 3, &["no-such-gold.jsonl"]);
    let lines = fs::read_to_string("tests/gold/seeds.jsonl").expect("the gold");
    fs::write(&gold, format!("{}{lines}", lines.lines().next().unwrap_or("").replace("open", "opened") + "\n"))
        .expect("written");
    let table = check(&["eval", text(&gold)], 3, &["gold.jsonl:1:", "unknown kind \"opened\"; it can be demand"]);
    assert!(table.contains("precision"), "the rest is scored: {table}");
}

#[test]
fn eval_prints_a_table_and_the_same_figures_as_json() {
    let table = check(&["eval", "tests/gold/seeds.jsonl"], 0, &[]);
    let value: serde_json::Value =
        serde_json::from_str(&check(&["eval", "tests/gold/seeds.jsonl", "--json"], 0, &[])).expect("JSON");
    let f1 = value["all"]["f1"].as_f64().expect("a number");
    let all = table.lines().find(|line| line.starts_with("all")).expect("the sum");
    assert!(all.contains(&format!("{f1:.3}")), "{table}");
    assert!(table.contains("Cohen's kappa"));
    check(&["eval", "tests/gold/articles.jsonl", "-i", "tests/gold/articles", "--docs", "02_analysis"], 0, &[]);
}

#[test]
fn diff_names_the_known_sources_where_one_is_unknown() {
    check(&["diff", "majala", "annahar"], 2, &["`majala`", "did you mean `majalla`", "annahar"]);
    check(&["diff", "majalla"], 2, &["alone cannot be compared"]);
    check(&["diff", "majalla", "annahar"], 0, &[]);
    let value: serde_json::Value =
        serde_json::from_str(&check(&["diff", "majalla", "annahar", "--json"], 0, &[])).expect("JSON");
    assert_eq!(value["sources"], serde_json::json!(["majalla", "annahar"]));
}
