//! Bad input on the command line: what is wrong is named with its place, the rest is read, the exit code says which.
//!
//! Words and formats are tested in `cli.rs`, broken exports and gold lines in `commands.rs`.

mod command;

use std::fs;

use command::{command, ends, folder};

const ARTICLE: &[u8] = b"Syria demanded a truce.\n";

#[test]
fn files_that_are_no_text_are_named_with_what_they_are() {
    let files: &[(&str, &[u8])] = &[
        ("binary.txt", b"\x00\x01\x02\x89PNG\x00\x00"),
        ("wide.txt", b"S\x00y\x00r\x00i\x00a\x00"),
        ("latin.txt", b"The caf\xE9 talks failed."),
        ("empty.txt", b""),
        ("blank.txt", b" \r\n\t\n"),
    ];
    let folder = folder("bad-files", files);
    let cases = [
        ("binary.txt", "a binary file"),
        ("wide.txt", "UTF-16"),
        ("latin.txt", "byte offset 7"),
        ("empty.txt", "empty"),
        ("blank.txt", "blank.txt: "),
        ("missing.txt", "no such file"),
    ];
    for (file, words) in cases {
        ends(&["claims", file], &folder, 3, &[file, words, "no article could be read"]);
    }
    ends(&["claims", "--lossy", "latin.txt"], &folder, 0, &[]);
}

#[test]
fn a_folder_without_articles_is_named() {
    let folder = folder("bad-folder", &[("notes.csv", b"a,b")]);
    ends(&["claims", "."], &folder, 3, &["no articles in this folder", ".txt"]);
}

#[test]
fn articles_of_nothing_but_marks_give_no_claims_and_no_error() {
    let quotes = "\"".repeat(20_000);
    let brackets = "(".repeat(10_000) + &")".repeat(10_000);
    let files: &[(&str, &[u8])] = &[("quotes.txt", quotes.as_bytes()), ("brackets.txt", brackets.as_bytes())];
    let folder = folder("bad-marks", files);
    assert_eq!(ends(&["claims", "quotes.txt", "brackets.txt"], &folder, 0, &[]), "no claim in 2 articles\n");
    ends(&["export", "quotes.txt"], &folder, 0, &[]);
}

#[test]
fn broken_facts_beside_an_article_are_reported_and_it_is_read_without_them() {
    let folder = folder(
        "bad-facts",
        &[("a.txt", ARTICLE), ("sources.json", b"[\n {\"id\": \"a\", \"file\": \"a.txt\", \"outlett\": \"X\"}]")],
    );
    let out = ends(&["claims", "."], &folder, 3, &["sources.json:2:", "outlett", "did you mean \"outlet\"?"]);
    assert!(out.contains("a truce"), "{out}");
}

#[test]
fn a_broken_dossier_is_named_with_line_column_word_and_what_would_do() {
    let cases: [(&str, &[&str]); 4] = [
        ("{\"slug\": \"x\", \"titel\": \"T\"}", &["dossier.json:1:", "titel", "title"]),
        (
            "{\"slug\": \"x\",\n\"title\": \"T\", \"principals\": [\"isreal\"], \"parties\": [{\"slug\": \"israel\"}]}",
            &["dossier.json:2:", "isreal", "did you mean \"israel\"?"],
        ),
        (
            "{\"slug\": \"A B\", \"title\": \"T\", \"principals\": [], \"parties\": []}",
            &["dossier.json:1:", "A B", "a-z"],
        ),
        ("{\"slug\": ", &["dossier.json:1:"]),
    ];
    for (text, words) in cases {
        let folder = folder("bad-dossier", &[("dossier.json", text.as_bytes())]);
        ends(&["claims", "-d", "./dossier.json"], &folder, 4, words);
        ends(&["check", "dossier.json"], &folder, 4, words);
    }
}

#[test]
fn a_broken_rule_is_named_with_line_column_word_and_what_would_do() {
    let rule = |kind: &str, takes: &str| {
        format!(
            "{{\"id\": \"x.y\", \"kind\": \"{kind}\", \"explains\": \"It.\", \"codebook\": \"The kinds\",\n\
             \"cues\": [{{\"verb\": \"want\", \"takes\": [\"{takes}\"]}}],\n\
             \"examples\": [{{\"text\": \"Egypt wants a truce.\", \"gives\": [\"demand egypt | a truce\"]}}], \"silent\": [\"It rains.\"]}}"
        )
    };
    for (kind, takes, words) in [
        ("demnd", "THING", ["rule.json:1:", "demnd", "did you mean \"demand\"?"]),
        ("demand", "THIGN", ["rule.json:2:", "THIGN", "THING"]),
    ] {
        let folder = folder("bad-rule", &[("rule.json", rule(kind, takes).as_bytes()), ("a.txt", ARTICLE)]);
        ends(&["check", "rule.json"], &folder, 4, &words);
        ends(&["claims", "a.txt", "--rules", "."], &folder, 4, &words);
    }
    let folder = folder("good-rule", &[("rule.json", rule("demand", "THING").as_bytes())]);
    ends(&["check", "rule.json"], &folder, 0, &[]);
}

#[test]
fn a_rule_whose_examples_fail_says_so_with_one() {
    let text = "{\"id\": \"x.y\", \"kind\": \"demand\", \"explains\": \"It.\", \"codebook\": \"The kinds\",\n\
                \"cues\": [{\"verb\": \"want\", \"takes\": [\"THING\"]}],\n\
                \"examples\": [{\"text\": \"Egypt wants a truce.\", \"gives\": [\"demand sudan | a truce\"]}], \"silent\": [\"It rains.\"]}";
    let folder = folder("failing-rule", &[("rule.json", text.as_bytes())]);
    ends(
        &["check", "rule.json"],
        &folder,
        1,
        &["does not give \"demand sudan | a truce\"", "gives \"demand egypt stated | a truce\" too"],
    );
}

#[test]
fn an_export_that_cannot_be_written_ends_with_three() {
    let folder = folder("bad-output", &[("a.txt", ARTICLE)]);
    ends(
        &["export", "a.txt", "-o", "no/such/folder/x.json"],
        &folder,
        3,
        &["could not be written", "no/such/folder/x.json"],
    );
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error_of_the_output() {
    let full = fs::OpenOptions::new().write(true).open("/dev/full").expect("/dev/full");
    let output = command(&["claims"]).stdout(full).output().expect("the command runs");
    assert_eq!(output.status.code(), Some(3));
    assert!(String::from_utf8_lossy(&output.stderr).contains("the output could not be written"));
}
