//! `demarche export` from the outside: where each format may go, and what is said where it may not.

mod command;

use std::fs;

use command::{Run, demarche, folder};

fn export(arguments: &[&str]) -> Run {
    demarche(&[&["export"], arguments].concat())
}

#[track_caller]
fn succeeds(arguments: &[&str]) -> String {
    let run = export(arguments);
    run.ends_with_code(0);
    run.out
}

#[test]
fn text_goes_to_standard_output_or_to_a_file_with_the_same_bytes() {
    let folder = folder("export-text", &[]);
    for format in ["json", "ndjson", "csv", "markdown", "web-annotation", "graphml"] {
        let file = folder.join(format);
        let written = succeeds(&["-f", format]);
        assert!(succeeds(&["-f", format, "-o", &file.to_string_lossy()]).is_empty());
        assert!(!written.is_empty() && fs::read_to_string(&file).expect("the file") == written, "{format}");
    }
}

#[test]
fn what_is_no_text_goes_to_a_file_with_the_same_bytes_each_time() {
    let folder = folder("export-binary", &[]);
    for (format, magic) in [("xlsx", &b"PK"[..]), ("refi-qda", b"PK"), ("dna", b"SQLite format 3\0")] {
        let [one, other] = ["one", "other"].map(|name| folder.join(format!("{format}-{name}")));
        succeeds(&["-f", format, "-o", &one.to_string_lossy()]);
        succeeds(&["-f", format, "-o", &other.to_string_lossy()]);
        let bytes = fs::read(&one).expect("the file");
        assert!(bytes.starts_with(magic) && bytes == fs::read(&other).expect("the file"), "{format}");
    }
}

#[test]
fn brat_makes_its_folder_with_a_text_and_annotations_for_each_article() {
    let folder = folder("export-brat", &[]).join("new/inner");
    succeeds(&["-f", "brat", "-o", &folder.to_string_lossy()]);
    let mut names: Vec<_> = fs::read_dir(&folder).expect("the folder").flatten().map(|file| file.file_name()).collect();
    names.sort();
    assert_eq!(names.len(), 12, "{names:?}");
    assert!(names.contains(&"annahar.ann".into()) && names.contains(&"annahar.txt".into()), "{names:?}");
}

#[test]
fn a_format_that_cannot_go_there_says_where_it_can() {
    let folder = folder("export-wrong", &[]);
    let file = folder.join("file");
    fs::write(&file, "kept").expect("a file for the test");
    let (folder, name) = (folder.to_string_lossy(), file.to_string_lossy());
    for (arguments, words) in [
        (&["-f", "xlsx"][..], "`xlsx` is no text; name a file with `-o FILE.xlsx`"),
        (&["-f", "dna"], "`dna` is no text; name a file with `-o FILE.dna`"),
        (&["-f", "refi-qda"], "`refi-qda` is no text; name a file with `-o FILE.qdpx`"),
        (&["-f", "brat"], "`brat` is a folder of files; name one with `-o FOLDER`"),
        (&["-f", "brat", "-o", &*name], "`brat` is a folder of files, and "),
        (&["-f", "csv", "-o", &*folder], "`csv` is one file, and "),
        (&["-f", "csv", "--schema"], "`csv` has no JSON Schema; `json` and `ndjson` have one"),
        (&["--schema", "seeds"], "cannot be used with"),
        (&["-f", "docx"], "possible values"),
    ] {
        let run = export(arguments);
        run.ends_with_code(2).complains(words);
        assert_eq!(run.out, "", "{run}");
    }
    assert_eq!(fs::read_to_string(&file).expect("the file"), "kept");
}

#[test]
fn a_target_that_cannot_be_written_is_named() {
    export(&["-f", "csv", "-o", "no/such/folder/file.csv"]).ends_with_code(3).complains("no/such/folder/file.csv");
}

#[test]
fn the_schema_needs_no_article() {
    let schema = succeeds(&["--schema"]);
    assert!(schema.contains("https://json-schema.org/draft/2020-12/schema") && schema.contains("\"red-line\""));
    let line = succeeds(&["--schema", "-f", "ndjson"]);
    assert_ne!(schema, line);
}
