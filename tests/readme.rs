//! The README is true: its commands give what it shows, its files are sound, its figures are measured.
//!
//! `DEMARCHE_REWRITE_README=1` writes what the commands give now into it; without that a difference fails.

mod command;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use command::check;
use serde_json::Value;

/// Sets of coded articles: what the table calls them, gold file, articles (empty: the built-in ones), dossier, names of the articles
/// in the gold file.
const SETS: [(&str, &str, &str, &str, &str); 8] = [
    ("the five built-in articles", "tests/gold/seeds.jsonl", "", "paris-talks", ""),
    (
        "plain news of the same talks",
        "tests/gold/articles.jsonl",
        "tests/gold/articles",
        "paris-talks",
        "plain_01_syria_israel_strikes_paris,plain_06_syria_israel_withdrawal_hermon",
    ),
    (
        "dense prose on the same talks",
        "tests/gold/articles.jsonl",
        "tests/gold/articles",
        "paris-talks",
        "02_analysis,05_communique,07_explainer",
    ),
    (
        "other negotiations, without a dossier",
        "tests/gold/articles.jsonl",
        "tests/gold/articles",
        "world",
        "01_ukraine,06_autoworkers,09_us_china_trade,plain_10_teachers_strike_hartwell,plain_12_lebanon_israel_border",
    ),
    (
        "unseen: plain news of the same talks",
        "tests/held/articles.jsonl",
        "tests/held/articles",
        "paris-talks",
        "plain_f04_syria_israel_peacekeepers_villages,plain_h02_syria_israel_observers_geneva,plain_h04_syria_israel_quneitra_terms,plain_k02_syria_israel_hermon,plain_k04_syria_israel_no_fly,plain_k06_syria_israel_water,plain_k08_syria_israel_southern_zones,plain_k10_syria_israel_undof_golan,plain_l16_syria_israel_south_weapons",
    ),
    (
        "unseen: plain news of other negotiations, without a dossier",
        "tests/held/articles.jsonl",
        "tests/held/articles",
        "world",
        "plain_f09_plastics_treaty,plain_h06_congo_m23_doha,plain_h08_wto_fisheries,plain_h10_eu_mercosur,plain_k12_thailand_cambodia_border,plain_k14_eu_uk_fisheries,plain_k16_gaza_hostages,plain_k18_nile_dam,plain_k20_film_writers_contract,plain_l12_canada_china_canola,plain_l14_iraq_turkey_pipeline",
    ),
    (
        "unseen: dense prose on the same talks",
        "tests/held/articles.jsonl",
        "tests/held/articles",
        "paris-talks",
        "g05_syria_israel_liveblog,k02_syria_israel_communique,k04_syria_israel_liveblog,l08_syria_israel_interview,l09_syria_israel_communique",
    ),
    (
        "unseen: dense prose on other negotiations, without a dossier",
        "tests/held/articles.jsonl",
        "tests/held/articles",
        "world",
        "g09_carbon_border_analysis,h25_live_blog,h26_multilateral_digest,k06_canada_post,k08_multilateral_digest,l04_wto_yaounde_digest,l06_greenland_talks_brief",
    ),
];

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
    for (name, gold, articles, dossier, docs) in SETS {
        let mut args = vec!["eval", gold, "--json", "--dossier", dossier];
        args.extend(if articles.is_empty() { vec![] } else { vec![articles] });
        args.extend(if docs.is_empty() { vec![] } else { vec!["--docs", docs] });
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
