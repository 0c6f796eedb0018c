//! `demarche export` from the outside: where each format may go, and what is said where it may not.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

fn export(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_demarche"));
    command.arg("export").args(arguments).current_dir(env!("CARGO_MANIFEST_DIR")).stdin(Stdio::null());
    command.output().expect("the command runs")
}

#[track_caller]
fn succeeds(arguments: &[&str]) -> Vec<u8> {
    let output = export(arguments);
    assert!(output.status.success(), "{arguments:?}\n{}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

/// A folder of its own.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _absent_at_first = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder for the test");
    folder
}

#[test]
fn text_goes_to_standard_output_or_to_a_file_with_the_same_bytes() {
    let folder = folder("export-text");
    for format in ["json", "ndjson", "csv", "markdown", "web-annotation", "graphml"] {
        let file = folder.join(format);
        let written = succeeds(&["-f", format]);
        assert!(succeeds(&["-f", format, "-o", &file.to_string_lossy()]).is_empty());
        assert!(!written.is_empty() && fs::read(&file).expect("the file") == written, "{format}");
    }
}

#[test]
fn what_is_no_text_goes_to_a_file_with_the_same_bytes_each_time() {
    let folder = folder("export-binary");
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
    let folder = folder("export-brat").join("new/inner");
    succeeds(&["-f", "brat", "-o", &folder.to_string_lossy()]);
    let mut names: Vec<_> = fs::read_dir(&folder).expect("the folder").flatten().map(|file| file.file_name()).collect();
    names.sort();
    assert_eq!(names.len(), 12, "{names:?}");
    assert!(names.contains(&"annahar.ann".into()) && names.contains(&"annahar.txt".into()), "{names:?}");
}

#[test]
fn a_format_that_cannot_go_there_says_where_it_can() {
    let folder = folder("export-wrong");
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
        let output = export(arguments);
        let err = String::from_utf8_lossy(&output.stderr);
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0), "{arguments:?}\n{err}");
        assert!(err.contains(words), "{arguments:?}\n{err}");
    }
    assert_eq!(fs::read_to_string(&file).expect("the file"), "kept");
}

#[test]
fn a_target_that_cannot_be_written_is_named() {
    let output = export(&["-f", "csv", "-o", "no/such/folder/file.csv"]);
    let err = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(3), "{err}");
    assert!(err.contains("no/such/folder/file.csv"), "{err}");
}

#[test]
fn the_schema_needs_no_article() {
    let schema = String::from_utf8(succeeds(&["--schema"])).expect("text");
    assert!(schema.contains("https://json-schema.org/draft/2020-12/schema") && schema.contains("\"red-line\""));
    let line = String::from_utf8(succeeds(&["--schema", "-f", "ndjson"])).expect("text");
    assert_ne!(schema, line);
}
