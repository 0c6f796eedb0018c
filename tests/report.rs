//! `report`: the file it writes, and what it says where it cannot.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("report-file-{name}"));
    let _absent_at_first = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder for the test");
    folder
}

fn demarche(args: &[&str], folder: &Path) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_demarche"));
    command.args(args).current_dir(folder).stdin(Stdio::null()).output().expect("the command runs")
}

/// Runs in `folder`, checks the exit code and that each of `words` stands on standard error; returns standard output.
#[track_caller]
fn ends(args: &[&str], folder: &Path, code: i32, words: &[&str]) -> String {
    let output = demarche(args, folder);
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert_eq!(output.status.code(), Some(code), "{args:?}\nstderr: {err}");
    for word in words {
        assert!(err.contains(word), "{args:?} lacks {word:?}\nstderr: {err}");
    }
    out.into_owned()
}

#[test]
fn the_same_articles_give_the_same_bytes_in_a_file_or_not() {
    let folder = folder("bytes");
    let page = ends(&["report"], &folder, 0, &[]);
    assert!(page.starts_with("<!DOCTYPE html>") && page.ends_with("</html>"), "{}", &page[..200]);
    fs::write(folder.join("page.html"), "an older page").expect("a file");
    let silent = ends(&["report", "-o", "page.html"], &folder, 0, &[]);
    assert_eq!(silent, "");
    assert_eq!(fs::read_to_string(folder.join("page.html")).expect("the page"), page);
}

#[test]
fn a_page_that_cannot_be_written_ends_with_three_and_its_name() {
    let folder = folder("unwritable");
    ends(&["report", "-o", "no/such/folder/x.html"], &folder, 3, &["could not be written", "no/such/folder/x.html"]);
    fs::create_dir(folder.join("taken.html")).expect("a folder in its place");
    ends(&["report", "-o", "taken.html"], &folder, 3, &["could not be written", "taken.html"]);
}

#[test]
fn what_could_be_read_is_on_the_page_and_the_rest_is_named() {
    let folder = folder("unread");
    fs::write(folder.join("a.txt"), "Syria demanded a truce.\n").expect("an article");
    ends(&["report", "a.txt", "missing.txt", "-o", "page.html"], &folder, 3, &["missing.txt"]);
    let page = fs::read_to_string(folder.join("page.html")).expect("the page");
    assert!(page.contains("a truce") && page.contains("1 article"), "{page}");
    let nothing = ends(&["report", "missing.txt", "-o", "none.html"], &folder, 3, &["no article could be read"]);
    assert_eq!((nothing.as_str(), folder.join("none.html").exists()), ("", false));
}

#[test]
fn articles_without_a_claim_make_a_page_that_says_so() {
    let folder = folder("nothing");
    fs::write(folder.join("a.txt"), "It rained in the hills all day long.\n").expect("an article");
    let page = ends(&["report", "a.txt"], &folder, 0, &[]);
    assert!(page.contains("No claim was found in 1 article."), "{page}");
    assert!(page.contains("It rained in the hills all day long."), "{page}");
}

#[test]
fn a_title_of_ones_own_is_escaped_as_everything_is() {
    let page = ends(&["report", "--title", "Talks <b>&</b> terms"], &folder("title"), 0, &[]);
    assert!(page.contains("<h1>Talks &lt;b&gt;&amp;&lt;/b&gt; terms</h1>"));
    assert!(!page.contains("<b>"));
}

#[test]
fn the_page_names_no_other_address_than_those_of_its_articles() {
    let page = ends(&["report"], &folder("addresses"), 0, &[]);
    for part in ["src=\"", "@import", "url(", "<link", "<iframe", "<base", "<form action", "style=\""] {
        assert!(!page.contains(part), "{part}");
    }
    assert_eq!(page.matches("http-equiv").count(), 1);
}
