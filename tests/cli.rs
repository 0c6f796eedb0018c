//! The command from the outside: its words, formats, messages and exit codes.
//!
//! What is found in an article is tested elsewhere; nothing here depends on it.

mod command;

use std::process::Stdio;

use command::{command, demarche, folder};

const ARTICLE: &[u8] = b"Talks on the border\n\nNorland demanded that Sudmark reopen the border posts.\n";

fn articles(name: &str) -> String {
    folder(name, &[("herald.txt", ARTICLE), ("tribune.txt", ARTICLE)]).display().to_string()
}

const LISTINGS: &[&str] = &[
    "sources",
    "parties",
    "issues",
    "people",
    "claims",
    "demands",
    "red-lines",
    "offers",
    "agreed",
    "open",
    "statements",
];

#[test]
fn alone_it_shows_the_help_with_the_exit_codes() {
    let run = demarche(&[]);
    run.ends_with_code(0).is_silent().writes("Exit codes:").writes("4  a dossier or rule file is wrong");
    assert_eq!(run.out, demarche(&["--help"]).out);
}

#[test]
fn every_listing_reads_the_built_in_articles_and_a_folder() {
    let folder = articles("listings") + "/";
    for listing in LISTINGS {
        demarche(&[listing]).ends_with_code(0).is_silent();
        demarche(&[listing, &folder]).ends_with_code(0).is_silent();
        demarche(&[listing, "--input", &folder]).ends_with_code(0).is_silent();
        demarche(&["-i", &folder, listing]).ends_with_code(0).is_silent();
    }
    let sources = demarche(&["sources", &folder]);
    sources.writes("herald").writes("in 2 articles");
}

#[test]
fn every_listing_gives_records() {
    for listing in LISTINGS.iter().chain(&["export"]) {
        let args: &[&str] = if *listing == "export" { &["export"] } else { &[listing, "--json"] };
        let run = demarche(args);
        let json: serde_json::Value = serde_json::from_str(&run.ends_with_code(0).is_silent().out).expect("JSON");
        assert_eq!(json.is_array(), *listing != "export", "{run}");
    }
}

#[test]
fn a_party_and_paths_go_together_in_any_order() {
    let folder = articles("party-and-paths");
    let slashed = format!("{folder}/");
    demarche(&["demands", "Damascus", "--input", &folder]).ends_with_code(0).is_silent().writes("in 2 articles");
    demarche(&["demands", "syria", &slashed]).ends_with_code(0).is_silent().writes("in 2 articles");
    demarche(&["demands", &slashed, "syria"]).ends_with_code(0).is_silent().writes("in 2 articles");
    for args in [["matrix", &*slashed], ["timeline", &*slashed]] {
        let run = demarche(&[&args[..], &["-d", "world"]].concat());
        run.ends_with_code(0).is_silent().writes("in 2 articles");
    }
    for args in [["export", &folder, "--dossier", "world"], ["export", "--dossier", "world", &folder]] {
        demarche(&args).ends_with_code(0).is_silent().writes("\"dossier\": \"world\"");
    }
}

#[test]
fn an_empty_result_is_a_sentence_and_no_error() {
    let run = demarche(&["claims", "--party", "lebanon", "--text", "no such words anywhere"]);
    run.ends_with_code(0).is_silent();
    assert_eq!(run.out, "no claim of Lebanon matching `no such words anywhere` in 5 articles\n");
    assert_eq!(demarche(&["red-lines", "lebanon", "--text", "zzzz", "--json"]).out, "[]\n");
}

#[test]
fn an_unknown_word_gets_the_nearest_and_the_known_ones() {
    let cases: &[(&[&str], &[&str])] = &[
        (&["demands", "syira"], &["no party is called `syira`", "did you mean `syria`?", "israel, syria, us"]),
        (&["claims", "--toward", "isreal"], &["did you mean `israel`?"]),
        (&["claims", "--issue", "golann"], &["no issue is called `golann`", "did you mean `golan`?", "withdrawal"]),
        (&["claims", "--source", "majala"], &["no source is called `majala`", "did you mean `majalla`?", "annahar"]),
        (&["claims", "--kind", "demnd"], &["demnd", "demand, red-line, offer, agreed, open", "similar"]),
        (&["claims", "--status", "sure"], &["sure", "stated, expected, past, denied"]),
        (&["claims", "--text", "("], &["`(` is not a regular expression: unclosed group"]),
        (&["demands", "--kind", "offer"], &["use `claims --kind …`"]),
        (&["show", "nothing-at-all"], &["no claim is called `nothing-at-all`"]),
        (&["explain", "demand.vreb"], &["no claim or rule is called `demand.vreb`", "did you mean `demand.verb`?"]),
        (&["claims", "--dossier", "paris"], &["paris-talks", "world"]),
        (&["demnds"], &["demnds", "demands"]),
        (&["show"], &["<ID>"]),
        (&["diff", "majalla"], &["majalla"]),
    ];
    for (args, words) in cases {
        let run = demarche(args);
        run.ends_with_code(2);
        assert_eq!(run.out, "", "{run}");
        for words in *words {
            run.complains(words);
        }
    }
}

#[test]
fn a_folder_where_a_party_belongs_is_explained() {
    demarche(&["demands", "seeds"]).ends_with_code(2).complains("write `seeds/` or `--input seeds`");
    demarche(&["claims", "syria"]).ends_with_code(3).complains("`syria` is a party").complains("--party syria");
}

#[test]
fn one_bad_file_does_not_stop_the_others() {
    let files: &[(&str, &[u8])] = &[("good.txt", ARTICLE), ("bad.txt", b"caf\xE9 talks"), ("empty.txt", b"")];
    let folder = folder("one-bad", files).display().to_string();
    let run = demarche(&["sources", &folder]);
    run.ends_with_code(3).writes("good").complains("bad.txt: ").complains("byte offset 3").complains("empty.txt: ");
    assert!(run.err.lines().all(|line| line.starts_with("demarche: ")), "{run}");
    demarche(&["claims", &folder]).ends_with_code(3);
    demarche(&["demands", "-i", &folder, "--json"]).ends_with_code(3);
    demarche(&["sources", &format!("{folder}/bad.txt"), "--lossy"]).ends_with_code(0).writes("bad");
}

#[test]
fn no_input_at_all_is_said_in_one_line_more() {
    let run = demarche(&["claims", "no-such-folder/"]);
    run.ends_with_code(3).complains("no-such-folder/: ").complains("no article could be read");
    assert_eq!(run.out, "", "{run}");
}

#[test]
fn a_broken_dossier_or_rule_ends_with_its_own_code_and_the_place() {
    let files: &[(&str, &[u8])] =
        &[("talks.json", b"{\n  \"slgu\": \"talks\"\n}\n"), ("rule.json", b"{ \"cues\": 1 }")];
    let folder = folder("broken", files).display().to_string();
    let dossier = format!("{folder}/talks.json");
    demarche(&["claims", "--dossier", &dossier]).ends_with_code(4).complains("talks.json:2:").complains("slgu");
    demarche(&["check", &dossier]).ends_with_code(4).complains("talks.json:2:");
    demarche(&["claims", "--rules", &folder]).ends_with_code(4).complains("rule.json:1:");
    demarche(&["claims", "--rules", "src"]).ends_with_code(4).complains("no rules in this folder");
    demarche(&["claims", "--dossier", "./none.json"]).ends_with_code(4).complains("./none.json");
}

#[test]
fn check_says_what_a_good_file_holds_and_where_a_bad_one_is_wrong() {
    let good = ["check", "data/dossiers/paris-talks.json", "seeds/sources.json", "tests/gold/seeds.jsonl"];
    demarche(&good)
        .ends_with_code(0)
        .is_silent()
        .writes("dossier paris-talks")
        .writes("gold claims")
        .writes("5 articles");
    let files: &[(&str, &[u8])] = &[("gold.jsonl", b"{\"doc\": 1}\n"), ("sources.json", b"[{\"fiel\": 1}]")];
    let folder = folder("check", files).display().to_string();
    demarche(&["check", &format!("{folder}/gold.jsonl")]).ends_with_code(1).complains("gold.jsonl:1:");
    demarche(&["check", &format!("{folder}/sources.json")]).ends_with_code(1).complains("sources.json:1:");
    demarche(&["check", "no-such-file.json"]).ends_with_code(3).complains("no-such-file.json: ");
}

#[test]
fn a_rule_is_explained_by_its_id() {
    demarche(&["explain", "demand.verb"]).ends_with_code(0).writes("demand.verb gives demands").writes("stays silent");
}

#[test]
fn colour_is_written_only_on_request_or_on_a_terminal() {
    let escape = '\u{1b}';
    assert!(!demarche(&["sources"]).out.contains(escape), "piped");
    assert!(demarche(&["sources", "--color", "always"]).out.contains(escape), "always");
    assert!(!demarche(&["sources", "--color", "never"]).out.contains(escape), "never");
}

#[test]
fn lines_are_folded_to_the_width() {
    for width in [40, 72] {
        let run = demarche(&["sources", "--width", &width.to_string()]);
        run.ends_with_code(0);
        assert!(run.out.lines().all(|line| line.chars().count() <= width), "{run}");
    }
    let run = demarche(&["parties"]);
    assert!(run.out.lines().all(|line| line.chars().count() <= 80), "{run}");
}

#[test]
fn a_closed_pipe_is_success() {
    let mut child = command(&["completions", "bash"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary runs");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("the binary ends");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

#[test]
fn completions_know_every_command() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        demarche(&["completions", shell]).ends_with_code(0).is_silent().writes("red-lines");
    }
}
