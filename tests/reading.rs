//! Reading: what bad and strange files do, the facts beside them, and the invariant of blocks.

use std::fs;
use std::path::{Path, PathBuf};

use demarche::document::{
    Block, BlockKind, Document, Facts, Fault, ReadError, ReadOptions, builtin, parse, read_paths,
};

/// A folder that is removed when the test is over.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("demarche-reading-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).expect("a folder");
        Self(path)
    }

    fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(&path, bytes).expect("a file");
        path
    }

    fn read(&self) -> (Vec<Document>, Vec<ReadError>) {
        read_paths(std::slice::from_ref(&self.0), &ReadOptions::default())
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[track_caller]
fn fault_of(path: &Path) -> Fault {
    let (documents, mut errors) = read_paths(&[path.to_owned()], &ReadOptions::default());
    assert!(documents.is_empty() && errors.len() == 1, "{documents:?} {errors:?}");
    let error = errors.remove(0);
    let line = error.to_string();
    assert!(line.starts_with(&*path.to_string_lossy()) && !line.contains('\n'), "{line}");
    error.fault
}

/// Checks what must hold of every document.
#[track_caller]
fn check(text: &str, blocks: &[Block]) {
    let mut end = 0;
    for (at, block) in blocks.iter().enumerate() {
        let words =
            text.get(block.span.start..block.span.end).unwrap_or_else(|| panic!("{block:?} splits a character"));
        assert!(!words.trim().is_empty() && words.trim() == words, "{block:?} {words:?}");
        assert!(end <= block.span.start, "{block:?} begins before {end}");
        assert!(block.intro.is_none_or(|intro| intro < at && blocks[intro].kind.is_prose()), "{block:?}");
        assert!(
            block.repeats.is_none_or(|place| !place.of(text).is_empty() && !place.overlaps(block.span)),
            "{block:?}"
        );
        let between = &text[end..block.span.start];
        assert!(between.split_whitespace().all(|mark| mark.chars().count() <= 6), "{between:?} lies in no block");
        end = block.span.end;
    }
}

fn kinds(document: &Document) -> Vec<(BlockKind, &str)> {
    document.blocks.iter().map(|block| (block.kind, document.words(block))).collect()
}

#[test]
fn a_path_that_is_not_there_names_the_one_that_is() {
    let folder = Folder::new("missing");
    folder.write("talks.txt", "The talks failed.");
    let path = folder.0.join("tlaks.txt");
    assert!(matches!(fault_of(&path), Fault::Missing { near: Some(near) } if near.ends_with("talks.txt")));
    assert_eq!(fault_of(&folder.0.join("nowhere-at-all")), Fault::Missing { near: None });
}

#[test]
fn a_folder_without_articles_is_an_error() {
    let folder = Folder::new("none");
    folder.write("notes.csv", "a,b");
    folder.write(".hidden.txt", "The talks failed.");
    folder.write("README.md", "About this folder.");
    assert_eq!(fault_of(&folder.0), Fault::NoArticles);
}

#[test]
fn one_bad_file_never_stops_the_others() {
    let folder = Folder::new("bad");
    folder.write("a.txt", "The talks failed.");
    folder.write("b.txt", " \n\t\n");
    folder.write("c.txt", b"\x00\x01\x02\x03\x00\x00");
    folder.write("d.txt", b"caf\xE9 talks");
    folder.write("deep/e.md", "The talks go on.");
    let (documents, errors) = folder.read();
    let ids: Vec<_> = documents.iter().map(|document| document.id.as_str()).collect();
    assert_eq!(ids, ["a", "e"]);
    let faults: Vec<_> = errors.into_iter().map(|error| error.fault).collect();
    let encoding = Fault::Encoding { offset: 3, byte: 0xE9 };
    assert_eq!(faults, [Fault::Empty, Fault::Binary { what: "a binary file" }, encoding]);
}

#[test]
fn bad_utf8_can_be_read_with_loss() {
    let folder = Folder::new("lossy");
    let path = folder.write("a.txt", b"The caf\xE9 talks failed.");
    let (documents, errors) = read_paths(&[path], &ReadOptions { lossy: true });
    assert!(errors.is_empty());
    assert_eq!(documents[0].text, "The caf\u{fffd} talks failed.");
}

#[test]
fn a_file_reached_twice_is_read_once_and_names_are_made_unique() {
    let folder = Folder::new("twice");
    let first = folder.write("a/talks.txt", "The talks failed.");
    folder.write("b/talks.txt", "The talks go on.");
    let (documents, errors) = read_paths(&[first, folder.0.clone()], &ReadOptions::default());
    let ids: Vec<_> = documents.iter().map(|document| document.id.as_str()).collect();
    assert_eq!((ids.as_slice(), errors.len()), (["talks", "talks-2"].as_slice(), 0));
}

#[test]
fn facts_beside_the_files_are_used_and_broken_ones_reported_with_their_place() {
    let folder = Folder::new("facts");
    let file = folder.write("a.txt", "The talks failed.");
    folder.write(
        "sources.json",
        r#"[{"id": "gazette", "file": "a.txt", "outlet": "The Gazette", "date": "2026-01-08"}]"#,
    );
    let (documents, errors) = read_paths(&[file], &ReadOptions::default());
    assert!(errors.is_empty(), "{errors:?}");
    assert_eq!((documents[0].id.as_str(), documents[0].outlet.as_str()), ("gazette", "The Gazette"));
    folder.write("sources.json", "[\n  {\"id\": \"gazette\", \"file\": \"a.txt\", \"outlte\": \"x\"}\n]");
    let (documents, errors) = folder.read();
    assert_eq!((documents[0].id.as_str(), errors.len()), ("a", 1));
    let line = errors[0].to_string();
    assert!(line.contains("sources.json:2:") && line.contains("did you mean \"outlet\"?"), "{line}");
}

#[test]
fn facts_about_a_file_that_is_not_there_are_reported() {
    let folder = Folder::new("unmatched");
    folder.write("talks.txt", "The talks failed.");
    folder.write("sources.json", r#"[{"id": "a", "file": "talk.txt"}]"#);
    let (documents, errors) = folder.read();
    assert_eq!(documents.len(), 1);
    assert!(errors[0].to_string().ends_with("did you mean \"talks.txt\"?"), "{errors:?}");
}

#[test]
fn a_line_of_fifty_megabytes_is_read() {
    let folder = Folder::new("long");
    let path = folder.write("a.txt", "The talks (which failed) go on. ".repeat(50_000_000 / 32));
    let (documents, errors) = read_paths(&[path], &ReadOptions::default());
    assert!(errors.is_empty());
    assert_eq!(documents[0].blocks.len(), 1);
}

#[test]
fn strange_texts_are_laid_out() {
    let texts = [
        "\"".repeat(10_000),
        "\"He said: “we will not".to_owned(),
        "( ) [ ] ' \" ” “ «".to_owned(),
        format!("{}x{}", "(".repeat(10_000), ")".repeat(10_000)),
        format!("{}(reporting by x){}", "[(".repeat(10_000), ")]".repeat(10_000)),
        "Syria demanded\0 that Israel withdraw from all the hills.\0".to_owned(),
        "سوريا تطالب بانسحاب كامل.\nדמשק דורשת נסיגה מלאה.\n\u{202b}نص\u{202c}".to_owned(),
        "e\u{301}\u{301}\u{301} talks\n\u{301}\n- \u{301}a".to_owned(),
        "-\n".repeat(20_000),
        "- x\n".repeat(20_000),
        "Same short line of six words\n".repeat(20_000),
        "The same paragraph of eight words stands here.\n\n".repeat(20_000),
        "1. \n2) \n(iv) \na)\n#\n## \n> x".to_owned(),
        "---\nid: a\n---".to_owned(),
        "\u{feff}---\nid: a\n---\nThe talks failed.".to_owned(),
        "\n".repeat(100_000),
        "Related articles\nx\n".repeat(20_000),
        format!("A title\n\n{}{}", "Ann Lee\n\n".repeat(5_000), "word ".repeat(100_000)),
        (0..20_000).map(|n| format!("we will not sign {n} on the hill\n")).collect(),
    ];
    for text in texts {
        let document = Document::from_text("x", text);
        check(&document.text, &document.blocks);
    }
    assert!(Document::from_text("x", "").blocks.is_empty());
}

#[test]
fn a_byte_order_mark_and_crlf_stay_in_the_text_and_out_of_the_blocks() {
    let bytes = "\u{feff}Talks stall\r\n\r\nSyria said no.\r\nIsrael said so too.\r\n".as_bytes();
    let document = parse("x", "x.txt", bytes, &Facts::default()).expect("a document");
    assert_eq!(document.text.as_bytes(), bytes);
    let wanted = [
        (BlockKind::Title, "Talks stall"),
        (BlockKind::Paragraph, "Syria said no."),
        (BlockKind::Paragraph, "Israel said so too."),
    ];
    assert_eq!(kinds(&document), wanted);
    let place = document.index.place(&document.text, document.blocks[1].span);
    assert_eq!((place.start, place.end, place.line), (16, 30, 3));
}

#[test]
fn what_facts_leave_open_is_taken_from_front_matter_and_then_from_the_page() {
    let text =
        "---\nid: talks\noutlet: The Gazette\n---\nTalks stall\n\nPARIS, 25 July 2025 (Levant Wire) – Syria said no.\n";
    let facts = Facts { id: Some("mine".to_owned()), ..Facts::default() };
    let document = parse("x", "x.txt", text.as_bytes(), &facts).expect("a document");
    let found = (document.id.as_str(), document.outlet.as_str(), document.title.as_str(), document.date.as_deref());
    assert_eq!(found, ("mine", "The Gazette", "Talks stall", Some("2025-07-25")));
}

/// Lists the blocks of an article as a reader would check them: kind, what introduces or is repeated, first words.
fn listing(document: &Document) -> String {
    let first = |text: &str| text.split_whitespace().take(8).collect::<Vec<_>>().join(" ");
    let Document { id, outlet, title, author, date, .. } = document;
    let (author, date) = (author.as_deref().unwrap_or("-"), date.as_deref().unwrap_or("-"));
    let mut lines = vec![format!("# {id} | {outlet} | {title} | {author} | {date}")];
    for (at, block) in document.blocks.iter().enumerate() {
        let intro = block.intro.map_or(String::new(), |intro| format!("  <- {intro}"));
        let repeats = block.repeats.map_or(String::new(), |span| format!("  = {}", first(span.of(&document.text))));
        let kind = format!("{:?}", block.kind);
        lines.push(format!("{at:>3} {kind:<11} {}{intro}{repeats}", first(document.words(block))));
    }
    lines.join("\n") + "\n"
}

#[test]
fn every_block_of_the_articles_and_layouts_is_of_the_right_kind() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reading");
    let (layouts, errors) = read_paths(&[here.join("layouts")], &ReadOptions::default());
    assert!(errors.is_empty(), "{errors:?}");
    let documents = builtin().expect("articles").into_iter().chain(layouts);
    let found: String = documents.map(|document| listing(&document) + "\n").collect();
    let golden = here.join("blocks.txt");
    if std::env::var_os("DEMARCHE_REWRITE_GOLDEN").is_some() {
        fs::write(&golden, &found).expect("the golden file is written");
    }
    let wanted = fs::read_to_string(&golden).expect("the golden file");
    for (number, (wanted, found)) in wanted.lines().zip(found.lines()).enumerate() {
        assert_eq!(wanted, found, "line {} of blocks.txt; set DEMARCHE_REWRITE_GOLDEN to rewrite it", number + 1);
    }
    assert_eq!(wanted.len(), found.len());
}

#[test]
fn every_beginning_of_every_article_is_laid_out() {
    // Without optimisation every character would take minutes.
    let step = if cfg!(debug_assertions) { 23 } else { 1 };
    for article in builtin().expect("articles") {
        check(&article.text, &article.blocks);
        for (at, _) in article.text.char_indices().step_by(step) {
            let document = Document::from_text("x", &article.text[..at]);
            check(&document.text, &document.blocks);
        }
    }
}
