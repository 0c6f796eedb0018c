//! The README is true: its commands give what it shows, its files are sound, its figures are measured.
//!
//! `DEMARCHE_REWRITE_README=1` writes what the commands give now into it; without that a difference fails.

mod command;

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use command::check;
use serde_json::Value;

/// Sets of coded articles: what the table calls them, the folder, its gold file, the dossier, and which articles of the folder.
const SETS: [(&str, &str, &str, &str, Which); 8] = [
    ("the five built-in articles", "", "tests/gold/seeds.jsonl", "paris-talks", |_| true),
    ("plain news of the same talks", GOLD, GOLD_CLAIMS, "paris-talks", |stem| {
        ["plain_01_", "plain_06_"].iter().any(|start| stem.starts_with(start))
    }),
    ("dense prose on the same talks", GOLD, GOLD_CLAIMS, "paris-talks", |stem| {
        ["02_", "05_", "07_"].iter().any(|start| stem.starts_with(start))
    }),
    ("other negotiations, without a dossier", GOLD, GOLD_CLAIMS, "world", |stem| {
        ["01_", "06_", "09_", "plain_10_", "plain_12_"].iter().any(|start| stem.starts_with(start))
    }),
    ("unseen: plain news of the same talks", HELD, HELD_CLAIMS, "paris-talks", |stem| is_plain(stem) && is_here(stem)),
    ("unseen: plain news of other negotiations, without a dossier", HELD, HELD_CLAIMS, "world", |stem| {
        is_plain(stem) && !is_here(stem)
    }),
    ("unseen: dense prose on the same talks", HELD, HELD_CLAIMS, "paris-talks", |stem| {
        !is_plain(stem) && is_here(stem)
    }),
    ("unseen: dense prose on other negotiations, without a dossier", HELD, HELD_CLAIMS, "world", |stem| {
        !is_plain(stem) && !is_here(stem)
    }),
];

/// Tells by the stem of its file whether an article belongs to a set.
type Which = fn(&str) -> bool;

const GOLD: &str = "tests/gold/articles";
const GOLD_CLAIMS: &str = "tests/gold/articles.jsonl";
const HELD: &str = "tests/held/articles";
const HELD_CLAIMS: &str = "tests/held/articles.jsonl";

fn is_plain(stem: &str) -> bool {
    stem.starts_with("plain_")
}

/// Tells whether an article is on the talks between Syria and Israel.
fn is_here(stem: &str) -> bool {
    stem.contains("syria_israel")
}

/// The stems of the articles of a folder that belong to a set, in order, with commas between.
fn stems(folder: &str, which: Which) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = fs::read_dir(folder).expect("the articles").map(|entry| entry.expect("an article").path());
    let stem = |path: PathBuf| path.file_stem().expect("a name").to_string_lossy().into_owned();
    let mut stems: Vec<String> = entries.map(stem).filter(|stem| which(stem)).collect();
    stems.sort();
    stems.join(",")
}

/// Marks around the table of figures.
const FIGURES: (&str, &str) = ("<!-- figures -->\n", "<!-- /figures -->\n");

fn readme() -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).expect("the README")
}

/// What the command of a line gives on standard output; a last `| head -n N` takes its first lines.
#[track_caller]
fn run(line: &str) -> String {
    let (command, lines) = match line.split_once(" | head -n ") {
        Some((command, lines)) => (command, lines.trim().parse().expect("a number of lines")),
        None => (line, usize::MAX),
    };
    let words: Vec<&str> = command.split_whitespace().collect();
    assert_eq!(words.first(), Some(&"demarche"), "{line}");
    let (text, _) = check(&words[1..], 0);
    text.lines().take(lines).fold(String::new(), |out, line| out + line + "\n")
}

/// The README with the output of its commands as it is now.
fn with_output(readme: &str) -> String {
    let mut out = String::new();
    let mut console = false;
    for line in readme.lines() {
        let fence = line.starts_with("```");
        if console && !fence {
            if let Some(command) = line.strip_prefix("$ ") {
                writeln!(out, "{line}\n{}", run(command).trim_end()).expect("memory");
            }
            continue;
        }
        console = line == "```console" && fence;
        writeln!(out, "{line}").expect("memory");
    }
    out
}

/// The README with the figures as they are now.
fn with_figures(readme: &str) -> String {
    let (before, rest) = readme.split_once(FIGURES.0).expect("the mark before the figures");
    let (_, after) = rest.split_once(FIGURES.1).expect("the mark after the figures");
    format!("{before}{}{}{}{after}", FIGURES.0, table(), FIGURES.1)
}

fn table() -> String {
    let mut table =
        "| articles | claims owed | precision | recall | F1 | holders exact | status | attribution |\n".to_owned();
    table.push_str("|---|---|---|---|---|---|---|---|\n");
    for (name, articles, gold, dossier, which) in SETS {
        let docs = if articles.is_empty() { String::new() } else { stems(articles, which) };
        let mut args = vec!["eval", gold, "--json", "--dossier", dossier];
        args.extend(if articles.is_empty() { vec![] } else { vec![articles, "--docs", &docs] });
        let score: Value = serde_json::from_str(&check(&args, 0).0).expect("JSON");
        let (all, fields) = (&score["all"], &score["fields"]);
        let number = |value: &Value| value.as_f64().unwrap_or_else(|| panic!("a number in {score}"));
        let owed = number(&all["matched"]) + number(&all["missed"]);
        let share = |field: &str| number(&fields[field]);
        let shares = [
            number(&all["precision"]),
            number(&all["recall"]),
            number(&all["f1"]),
            share("holders"),
            share("status"),
            share("attribution"),
        ];
        let cells: Vec<String> = shares.iter().map(|share| format!("{share:.2}")).collect();
        writeln!(table, "| {name} | {owed} | {} |", cells.join(" | ")).expect("memory");
    }
    table
}

#[test]
fn the_readme_shows_what_the_commands_give_and_what_was_measured() {
    let written = readme();
    let now = with_figures(&with_output(&written));
    if std::env::var_os("DEMARCHE_REWRITE_README").is_some_and(|value| value == "1") {
        fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md"), &now).expect("the README is written");
        return;
    }
    for (number, (written, now)) in written.lines().zip(now.lines()).enumerate() {
        assert_eq!(written, now, "line {} of README.md; set DEMARCHE_REWRITE_README=1 to rewrite it", number + 1);
    }
    assert_eq!(written.len(), now.len(), "README.md; set DEMARCHE_REWRITE_README=1 to rewrite it");
}

#[test]
fn every_file_that_the_readme_shows_is_sound() {
    let readme = readme();
    let mut checked = 0;
    for piece in readme.split("<!-- file: ").skip(1) {
        let (name, rest) = piece.split_once(" -->\n```json\n").expect("a block of JSON after its name");
        let (text, _) = rest.split_once("```").expect("the end of the block");
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::write(&path, text).expect("a file for the test");
        check(&["check", &path.to_string_lossy()], 0);
        checked += 1;
    }
    assert_eq!(checked, 2);
}

#[test]
fn the_readme_names_every_command_and_exit_code() {
    let readme = readme();
    let (help, _) = check(&["--help"], 0);
    let (_, commands) = help.split_once("Commands:\n").expect("the commands");
    for line in commands.lines().take_while(|line| !line.is_empty()) {
        let name = line.split_whitespace().next().unwrap_or_default();
        let wanted = line.starts_with("  ") && !line.starts_with("   ") && name != "help";
        assert!(!wanted || readme.contains(&format!("`{name}")), "{name} is not in the README");
    }
    for code in ["0 done", "1 a check said no", "2 the command line", "3 some input", "4 a dossier or rule"] {
        assert!(readme.contains(code), "{code}");
    }
}
