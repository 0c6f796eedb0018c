//! `report`: the file it writes, and what it says where it cannot.

mod command;

use std::fs;

use command::{ends, folder};

#[test]
fn the_same_articles_give_the_same_bytes_in_a_file_or_not() {
    let folder = folder("report-file-bytes", &[]);
    let page = ends(&["report"], &folder, 0, &[]);
    assert!(page.starts_with("<!DOCTYPE html>") && page.ends_with("</html>"), "{}", &page[..200]);
    fs::write(folder.join("page.html"), "an older page").expect("a file");
    let silent = ends(&["report", "-o", "page.html"], &folder, 0, &[]);
    assert_eq!(silent, "");
    assert_eq!(fs::read_to_string(folder.join("page.html")).expect("the page"), page);
}

#[test]
fn a_page_that_cannot_be_written_ends_with_three_and_its_name() {
    let folder = folder("report-file-unwritable", &[]);
    ends(&["report", "-o", "no/such/folder/x.html"], &folder, 3, &["could not be written", "no/such/folder/x.html"]);
    fs::create_dir(folder.join("taken.html")).expect("a folder in its place");
    ends(&["report", "-o", "taken.html"], &folder, 3, &["could not be written", "taken.html"]);
}

#[test]
fn what_could_be_read_is_on_the_page_and_the_rest_is_named() {
    let folder = folder("report-file-unread", &[]);
    fs::write(folder.join("a.txt"), "Syria demanded a truce.\n").expect("an article");
    ends(&["report", "a.txt", "missing.txt", "-o", "page.html"], &folder, 3, &["missing.txt"]);
    let page = fs::read_to_string(folder.join("page.html")).expect("the page");
    assert!(page.contains("a truce") && page.contains("1 article"), "{page}");
    let nothing = ends(&["report", "missing.txt", "-o", "none.html"], &folder, 3, &["no article could be read"]);
    assert_eq!((nothing.as_str(), folder.join("none.html").exists()), ("", false));
}

#[test]
fn articles_without_a_claim_make_a_page_that_says_so() {
    let folder = folder("report-file-nothing", &[]);
    fs::write(folder.join("a.txt"), "It rained in the hills all day long.\n").expect("an article");
    let page = ends(&["report", "a.txt"], &folder, 0, &[]);
    assert!(page.contains("No claim was found in 1 article."), "{page}");
    assert!(page.contains("It rained in the hills all day long."), "{page}");
}

#[test]
fn a_title_of_ones_own_is_escaped_as_everything_is() {
    let page = ends(&["report", "--title", "Talks <b>&</b> terms"], &folder("report-file-title", &[]), 0, &[]);
    assert!(page.contains("<h1>Talks &lt;b&gt;&amp;&lt;/b&gt; terms</h1>"));
    assert!(!page.contains("<b>"));
}

#[test]
fn without_a_dossier_the_parties_with_the_most_claims_are_the_title() {
    let folder = folder("report-file-parties", &[]);
    let text = "Norway demanded a truce.\n\nNorway rejected a toll.\n\nDenmark offered a joint office.\n";
    fs::write(folder.join("a.txt"), text).expect("an article");
    let page = ends(&["report", "a.txt", "--dossier", "world"], &folder, 0, &[]);
    assert!(page.contains("<h1>Denmark and Norway</h1>") || page.contains("<h1>Norway and Denmark</h1>"));
}

#[test]
fn the_page_names_no_other_address_than_those_of_its_articles() {
    let page = ends(&["report"], &folder("report-file-addresses", &[]), 0, &[]);
    for part in ["src=\"", "@import", "url(", "<link", "<iframe", "<base", "<form action", "style=\""] {
        assert!(!page.contains(part), "{part}");
    }
    assert_eq!(page.matches("http-equiv").count(), 1);
}
