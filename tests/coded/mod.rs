//! The coded articles of `tests/gold` as corpora.

#![allow(dead_code, reason = "each test file uses a part")]

use std::fs;
use std::path::Path;

use demarche::corpus::Corpus;
use demarche::document::Document;
use demarche::evaluate::{Gold, coded};
use demarche::text::Index;
use sha2::{Digest, Sha256};

/// The two gold files with the folders of their articles.
pub(crate) const SETS: [(&str, &str); 2] =
    [("tests/gold/seeds.jsonl", "seeds"), ("tests/gold/articles.jsonl", "tests/gold/articles")];

/// Reads a gold file in which nothing is wrong.
pub(crate) fn gold(file: &str) -> Gold {
    let text = fs::read_to_string(file).unwrap_or_else(|error| panic!("{file}: {error}"));
    let gold = Gold::parse(file, &text);
    assert_eq!(gold.problems, [], "{file}");
    gold
}

/// Reads the articles of a folder, by name; the id of each is the stem of its file.
pub(crate) fn documents(folder: &str) -> Vec<Document> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{folder}: {error}"));
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    paths.iter().map(|path| document(path)).collect()
}

fn document(path: &Path) -> Document {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    Document {
        id: stem.split('_').next().filter(|_| stem.starts_with('0')).unwrap_or(&stem).to_owned(),
        path: path.to_string_lossy().into_owned(),
        sha256: digest(text.as_bytes()),
        index: Index::new(&text),
        text,
        ..Document::default()
    }
}

fn digest(bytes: &[u8]) -> String {
    let digit = |nibble: u8| char::from_digit(u32::from(nibble), 16).expect("a digit");
    Sha256::digest(bytes).iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// Builds the corpus that a gold file describes.
pub(crate) fn corpus(file: &str, folder: &str) -> Corpus {
    coded("paris-talks", documents(folder), &gold(file).claims)
}
