//! Every export is accepted by a reader of its format that is not ours, and says there what was found.
//!
//! The readers are Python packages, pinned in `tests/readers/requirements.txt`; `.ci/run` installs them into
//! `readers` in the target folder. `tests/readers` has one small script a format, which prints what was read as JSON.

mod coded;
mod exported;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use demarche::corpus::Corpus;
use demarche::record::{Claim, Kind, Status};
use demarche::render::export::{Format, Output, schema};
use exported::{all, exported, glossary, written};
use serde_json::Value;

/// The interpreter that has the readers.
#[track_caller]
fn python() -> PathBuf {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("the target folder").join("readers");
    let python =
        ["bin/python", "Scripts/python.exe"].map(|path| target.join(path)).into_iter().find(|path| path.exists());
    python.unwrap_or_else(|| {
        let folder = target.display();
        panic!(
            "the readers of the formats are missing; `.ci/run` installs them, or: \
             python3 -m venv {folder} && {folder}/bin/python -m pip install -r tests/readers/requirements.txt"
        )
    })
}

/// Runs `tests/readers/SCRIPT` and returns what it prints.
#[track_caller]
fn read(script: &str, arguments: &[&Path], more: &[&str]) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/readers").join(script);
    let output = Command::new(python()).arg(path).args(arguments).args(more).output().expect("the reader runs");
    let err = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{script} {arguments:?}\n{err}");
    serde_json::from_slice(&output.stdout).expect("JSON from the reader")
}

/// Writes the export of `corpus` for a test and returns its path.
#[track_caller]
fn saved(name: &str, corpus: &Corpus, format: Format) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("read-{name}.{}", format.word()));
    match exported(corpus, format) {
        Output::Text(text) => fs::write(&path, text).expect("a file for the test"),
        Output::Binary(bytes) => fs::write(&path, bytes).expect("a file for the test"),
        Output::Folder(files) => {
            let _absent_at_first = fs::remove_dir_all(&path);
            fs::create_dir_all(&path).expect("a folder for the test");
            for (name, text) in files {
                fs::write(path.join(name), text).expect("a file for the test");
            }
        }
    }
    path
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// The claims with their words, by document and position.
fn claims(corpus: &Corpus) -> Vec<(&Claim, &str)> {
    let mut claims: Vec<&Claim> = corpus.claims.iter().collect();
    claims.sort_by_key(|claim| (claim.document, claim.content));
    claims.into_iter().map(|claim| (claim, claim.content.of(&corpus.documents[claim.document].text))).collect()
}

/// What is the same of words however a program holds line breaks and characters that it cannot show.
fn bare(words: &str) -> String {
    words
        .chars()
        .filter(|c| !c.is_whitespace() && !c.is_control() && !matches!(c, '\u{fffd}' | '\u{ffff}' | '\u{feff}'))
        .collect()
}

#[test]
fn json_and_each_line_of_ndjson_fit_the_schema() {
    let temporary = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let [whole, line] = ["schema.json", "schema-line.json"].map(|name| temporary.join(name));
    fs::write(&whole, schema::of_json().expect("a schema")).expect("a file for the test");
    fs::write(&line, schema::of_ndjson().expect("a schema")).expect("a file for the test");
    let gold = coded::SETS.map(|(file, folder)| (folder, coded::corpus(file, folder)));
    for (name, corpus) in all().into_iter().chain(gold) {
        let name = name.replace('/', "-");
        let read_json = read("schema.py", &[&whole, &saved(&name, &corpus, Format::Json)], &[]);
        assert_eq!(list(&read_json["wrong"]), &[] as &[Value], "{name}");
        let lines = read("schema.py", &[&line, &saved(&name, &corpus, Format::Ndjson)], &["lines"]);
        assert_eq!(list(&lines["wrong"]), &[] as &[Value], "{name}");
        let records = 1 + corpus.documents.len() + corpus.claims.len() + corpus.statements.len() + corpus.people.len();
        assert_eq!(lines["documents"], records, "{name}");
    }
}

#[test]
fn the_schema_refuses_what_is_not_version_one() {
    let temporary = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let whole = temporary.join("schema-refuses.json");
    fs::write(&whole, schema::of_json().expect("a schema")).expect("a file for the test");
    let sound = written(&exported::small(), Format::Json);
    for (from, to) in [
        ("\"demarche/1\"", "\"demarche/2\""),
        ("\"kind\": \"demand\"", "\"kind\": \"wish\""),
        ("\"type\": \"official\"", "\"type\": \"rumour\""),
        ("\"date\": null,", ""),
        ("\"line\": 2", "\"line\": 0"),
        ("\"start\": 52", "\"start\": \"52\""),
        ("\"sha256\": \"0", "\"sha256\": \"x"),
    ] {
        assert!(sound.contains(from), "{from}");
        let file = temporary.join("refused.json");
        fs::write(&file, sound.replace(from, to)).expect("a file for the test");
        let wrong = read("schema.py", &[&whole, &file], &[]);
        assert_ne!(list(&wrong["wrong"]), &[] as &[Value], "{from} as {to}");
    }
}

#[test]
fn openpyxl_reads_the_workbook_and_finds_no_formula() {
    for (name, corpus) in all() {
        let found = read("xlsx.py", &[&saved(name, &corpus, Format::Xlsx)], &[]);
        assert_eq!(found["made"], "1980-01-01T00:00:00", "{name}");
        let sheet = &found["sheets"]["Claims"];
        let rows = list(&sheet["rows"]);
        assert_eq!(
            (rows.len(), list(&found["sheets"]["Articles"]["rows"]).len()),
            (corpus.claims.len() + 1, corpus.documents.len() + 1),
            "{name}"
        );
        assert!(list(&sheet["kinds"]).iter().all(|kind| kind != "f"), "{name}: {}", sheet["kinds"]);
        assert_eq!(
            (&sheet["frozen"], &sheet["filter"]),
            (&"A2".into(), &format!("A1:N{}", rows.len()).into()),
            "{name}"
        );
        for (row, (claim, words)) in rows[1..].iter().zip(claims(&corpus)) {
            assert_eq!(bare(row[3].as_str().unwrap_or_default()), bare(&openpyxl_words(words)), "{name}");
            assert_eq!((&row[1], &row[13]), (&claim.kind.word().into(), &claim.id.as_str().into()), "{name}");
        }
    }
}

/// A control character stands in a workbook as its number, which openpyxl leaves as it is.
fn openpyxl_words(words: &str) -> String {
    let numbered = |c: char| match u32::from(c) {
        number @ (1..=8 | 11 | 12 | 14..=31 | 0xfffe | 0xffff) => format!("_x{number:04X}_"),
        _ => c.to_string(),
    };
    words.split_whitespace().flat_map(str::chars).map(numbered).collect()
}

#[test]
fn networkx_reads_the_network_of_parties_and_issues() {
    for (name, corpus) in all() {
        let found = read("graphml.py", &[&saved(name, &corpus, Format::Graphml)], &[]);
        let glossary = glossary(&corpus);
        let ends: usize =
            corpus.claims.iter().filter(|claim| !claim.issues.is_empty()).map(|claim| claim.holders.len()).sum();
        let weight: f64 = list(&found["edges"]).iter().filter_map(|edge| edge["weight"].as_f64()).sum();
        assert!((weight - f64::from(u32::try_from(ends).expect("few"))).abs() < 1e-9, "{name}: {weight} of {ends}");
        for claim in corpus.claims.iter().filter(|claim| !claim.issues.is_empty()) {
            for holder in &claim.holders {
                let party = &found["nodes"][format!("party:{holder}")];
                assert_eq!(
                    (&party["type"], &party["label"]),
                    (&"party".into(), &glossary.party_name(holder).into()),
                    "{name}"
                );
                let edge = list(&found["edges"]).iter().find(|edge| {
                    let ids = edge["claims"].as_str().unwrap_or_default();
                    edge["from"] == format!("party:{holder}") && ids.split("; ").any(|id| id == claim.id)
                });
                let edge = edge.unwrap_or_else(|| panic!("{name}: no edge of {holder} for {}", claim.id));
                assert_eq!(
                    (&edge["to"], &edge["kind"]),
                    (&format!("issue:{}", claim.issues[0]).into(), &claim.kind.word().into())
                );
            }
        }
    }
}

#[test]
fn rdflib_reads_annotations_whose_selectors_find_the_words() {
    for (name, corpus) in all() {
        let found = read("jsonld.py", &[&saved(name, &corpus, Format::WebAnnotation)], &[]);
        assert_eq!(found["total"], corpus.claims.len(), "{name}");
        let annotations = list(&found["annotations"]);
        for (claim, words) in claims(&corpus) {
            let one = annotations.iter().find(|one| one["identifier"] == claim.id.as_str()).expect("its annotation");
            let document = &corpus.documents[claim.document];
            let letters: Vec<char> = document.text.chars().collect();
            let number = |field: &str| usize::try_from(one[field].as_u64().expect("a number")).expect("a place");
            assert_eq!(letters[number("start")..number("end")].iter().collect::<String>(), words, "{name}");
            let [exact, prefix, suffix] =
                ["exact", "prefix", "suffix"].map(|field| one[field].as_str().expect("words"));
            assert!(exact == words && document.text.contains(&format!("{prefix}{exact}{suffix}")), "{name}: {one}");
            assert_eq!(one["bodies"]["classifying"], serde_json::json!([claim.kind.word()]), "{name}");
            let file = format!("urn:sha256:{}", document.sha256);
            let (source, cached) = match &document.url {
                Some(url) if url.starts_with("http") => (url.as_str(), Value::from(file.as_str())),
                _ => (file.as_str(), Value::Null),
            };
            assert_eq!((&one["source"], &one["cached"]), (&source.into(), &cached), "{name}");
        }
    }
}

#[test]
fn bratly_reads_the_standoff_and_every_place_holds_its_words() {
    for (name, corpus) in all() {
        let found = read("brat.py", &[&saved(name, &corpus, Format::Brat)], &[]);
        assert_eq!(found["documents"].as_object().map(serde_json::Map::len), Some(corpus.documents.len()), "{name}");
        let expected: Vec<(String, String)> = claims(&corpus)
            .into_iter()
            .map(|(claim, words)| (claim.kind.word().replace('-', "_"), bare(words)))
            .filter(|(_, words)| !words.is_empty())
            .collect();
        let mut events: Vec<(String, String)> = list(&found["events"])
            .iter()
            .map(|event| {
                (event[0].as_str().unwrap_or_default().to_lowercase(), bare(event[1].as_str().unwrap_or_default()))
            })
            .collect();
        // The reader goes through the files by name.
        let mut expected = expected;
        expected.sort();
        events.sort();
        assert_eq!(events, expected, "{name}");
    }
}

#[test]
fn sqlite_opens_the_database_and_every_statement_has_its_words_and_values() {
    for (name, corpus) in all() {
        let found = read("dna.py", &[&saved(name, &corpus, Format::Dna)], &[]);
        assert_eq!(list(&found["documents"]).len(), corpus.documents.len(), "{name}");
        let mut statements = list(&found["statements"]).iter();
        for (claim, words) in claims(&corpus) {
            let sided = claim.kind != Kind::Open && claim.status != Status::Denied && !claim.holders.is_empty();
            for holder in claim.holders.iter().take(if sided { usize::MAX } else { 0 }) {
                let one = statements.next().expect("a statement a holder");
                assert_eq!(bare(one["words"].as_str().unwrap_or_default()), bare(words), "{name}");
                assert_eq!(one["organization"], glossary(&corpus).party_name(holder), "{name}");
                assert_eq!(one["agreement"], i32::from(claim.kind != Kind::RedLine), "{name}");
                assert_eq!(
                    (&one["kind"], &one["claim"]),
                    (&claim.kind.word().into(), &claim.id.as_str().into()),
                    "{name}"
                );
                assert!(one["concept"].as_str().is_some_and(|concept| !concept.is_empty()), "{name}: {one}");
            }
            if !sided {
                let one = statements.next().expect("an annotation");
                assert!(one["note"].as_str().is_some_and(|note| note.ends_with(&claim.id)), "{name}: {one}");
            }
        }
        assert_eq!(statements.next(), None, "{name}");
    }
}

#[test]
fn pyrefiqda_reads_the_project_and_every_selection_has_its_words_and_codes() {
    for (name, corpus) in all() {
        let found = read("qdpx.py", &[&saved(name, &corpus, Format::RefiQda)], &[]);
        assert_eq!(found["name"], corpus.dossier.as_str(), "{name}");
        assert_eq!(found["times"], serde_json::json!([[1980, 1, 1, 0, 0, 0]]), "{name}");
        assert_eq!(list(&found["sources"]).len(), corpus.documents.len(), "{name}");
        let mut selections = list(&found["sources"]).iter().flat_map(|source| list(&source["selections"]));
        for (claim, words) in claims(&corpus) {
            let one = selections.next().expect("a selection a claim");
            assert_eq!(bare(one["words"].as_str().unwrap_or_default()), bare(words), "{name}");
            let status = usize::from(claim.status != Status::Stated);
            assert_eq!(
                list(&one["codes"]).len(),
                1 + status + claim.holders.len() + claim.issues.len(),
                "{name}: {one}"
            );
            assert!(one["description"].as_str().is_some_and(|words| words.ends_with(&claim.id)), "{name}: {one}");
        }
        assert_eq!(selections.next(), None, "{name}");
    }
}
