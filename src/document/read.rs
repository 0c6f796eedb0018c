//! Files and folders: which articles there are, and their facts beside them.
//!
//! One bad file never stops the others. The articles built into the program take the way of files. What an
//! article says is none of this module's business.

use std::collections::hash_map::RandomState;
use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::error::{Fault, ReadError};
use super::facts::{self, Facts, Source};
use super::{Document, parse_with};

/// How files are read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ReadOptions {
    /// Reads files that are not UTF-8 too, U+FFFD for each bad sequence; offsets are then those of the text
    /// so decoded.
    pub lossy: bool,
}

/// The name of the file of facts beside the articles.
const SOURCES: &str = "sources.json";

/// Endings of the files that are articles in a folder; a file that is named itself may end as it likes.
const ENDINGS: [&str; 3] = ["txt", "md", "text"];

/// Files of a folder that speak of it and are no articles, in lower case without their ending.
const ABOUT: [&str; 6] = ["readme", "sources", "license", "licence", "changelog", "contributing"];

const BUILTIN: [(&str, &[u8]); 5] = [
    ("000_0d1e286379343fd8.txt", include_bytes!("../../seeds/000_0d1e286379343fd8.txt")),
    ("001_e3572116e2fbeb5c.txt", include_bytes!("../../seeds/001_e3572116e2fbeb5c.txt")),
    ("002_f7027279298fa087.txt", include_bytes!("../../seeds/002_f7027279298fa087.txt")),
    ("003_2a940ca826a8b7d7.txt", include_bytes!("../../seeds/003_2a940ca826a8b7d7.txt")),
    ("004_ebe41dacef290fe8.txt", include_bytes!("../../seeds/004_ebe41dacef290fe8.txt")),
];

/// Reads the articles built into the program.
///
/// # Errors
///
/// Fails as a file would where an article or its facts are broken, which a test rules out.
pub fn builtin() -> Result<Vec<Document>, ReadError> {
    let sources = facts::sources("seeds/sources.json", include_str!("../../seeds/sources.json"))?;
    let read = |(name, bytes): &(&str, &[u8])| {
        let facts = facts_of(&sources, name);
        parse_with(&stem(Path::new(name)), &format!("seeds/{name}"), bytes, &facts, ReadOptions::default())
    };
    BUILTIN.iter().map(read).collect()
}

/// Reads the articles in `paths`, files and folders, in the order given; within a folder by name.
///
/// A file reached twice is read once. Two articles of one id get "-2", "-3" … in the order read. Returns
/// what could be read and, beside it, what could not.
#[must_use]
pub fn read_paths(paths: &[PathBuf], options: &ReadOptions) -> (Vec<Document>, Vec<ReadError>) {
    let mut reader = Reader { options: *options, ..Reader::default() };
    for path in paths {
        reader.path(path);
    }
    make_unique(&mut reader.documents);
    (reader.documents, reader.errors)
}

/// What has been read so far.
#[derive(Default)]
struct Reader {
    options: ReadOptions,
    documents: Vec<Document>,
    errors: Vec<ReadError>,
    /// Files read, by their true path.
    seen: HashSet<PathBuf, RandomState>,
    /// Facts by folder.
    sources: BTreeMap<PathBuf, Vec<Source>>,
}

impl Reader {
    fn path(&mut self, path: &Path) {
        match fs::metadata(path) {
            Ok(data) if data.is_dir() => self.folder(path),
            Ok(_) => self.file(path),
            Err(bad) => self.fail(path, fault(path, &bad)),
        }
    }

    fn folder(&mut self, path: &Path) {
        let before = self.errors.len();
        let mut files = Vec::new();
        self.walk(path, &mut files);
        if files.is_empty() && self.errors.len() == before {
            self.fail(path, Fault::NoArticles);
        }
        for file in files {
            self.file(&file);
        }
    }

    /// Collects the articles of a folder and those within it, by name; links to folders are not followed.
    fn walk(&mut self, folder: &Path, files: &mut Vec<PathBuf>) {
        let entries = match fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(bad) => return self.fail(folder, fault(folder, &bad)),
        };
        let mut entries: Vec<_> = entries.filter_map(Result::ok).collect();
        entries.sort_by_key(fs::DirEntry::file_name);
        self.unmatched(folder, &entries);
        for entry in entries {
            let path = entry.path();
            if entry.file_name().to_string_lossy().starts_with('.') {
                continue;
            }
            if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                self.walk(&path, files);
            } else if is_article(&path) && path.is_file() {
                files.push(path);
            }
        }
    }

    /// Reports facts about files that are not in the folder.
    fn unmatched(&mut self, folder: &Path, entries: &[fs::DirEntry]) {
        let names: HashSet<String, RandomState> =
            entries.iter().map(|e| e.file_name().to_string_lossy().into_owned()).collect();
        if !names.contains(SOURCES) {
            return;
        }
        self.load_sources(folder);
        let wanted = self.sources.get(folder).into_iter().flatten().map(|source| source.file.clone());
        let missing: Vec<String> = wanted.filter(|file| !names.contains(file)).collect();
        for file in missing {
            let near = nearest(&file, names.iter().map(String::as_str));
            self.fail(&folder.join(file), Fault::Missing { near });
        }
    }

    fn file(&mut self, path: &Path) {
        let id = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        if !self.seen.insert(id) {
            return;
        }
        let bytes = match fs::read(path) {
            Ok(bytes) => bytes,
            Err(bad) => return self.fail(path, fault(path, &bad)),
        };
        let folder = path.parent().unwrap_or(Path::new("")).to_owned();
        self.load_sources(&folder);
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let facts = self.sources.get(&folder).map(|sources| facts_of(sources, &name)).unwrap_or_default();
        match parse_with(&stem(path), &shown(path), &bytes, &facts, self.options) {
            Ok(document) => self.documents.push(document),
            Err(error) => self.errors.push(error),
        }
    }

    /// Reads the facts of a folder once; a broken file of facts is reported and the articles read without.
    fn load_sources(&mut self, folder: &Path) {
        if self.sources.contains_key(folder) {
            return;
        }
        let path = folder.join(SOURCES);
        let sources = match fs::read(&path) {
            Ok(bytes) => facts::sources(&shown(&path), &String::from_utf8_lossy(&bytes)),
            Err(bad) if bad.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
            Err(bad) => Err(ReadError::new(shown(&path), fault(&path, &bad))),
        };
        let sources = sources.unwrap_or_else(|error| {
            self.errors.push(error);
            Vec::new()
        });
        self.sources.insert(folder.to_owned(), sources);
    }

    fn fail(&mut self, path: &Path, fault: Fault) {
        self.errors.push(ReadError::new(shown(path), fault));
    }
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

fn stem(path: &Path) -> String {
    path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}

fn is_article(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let article = ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()));
    article && !ABOUT.contains(&stem(path).to_lowercase().as_str())
}

fn facts_of(sources: &[Source], name: &str) -> Facts {
    sources.iter().find(|source| source.file == name).map(|source| source.facts.clone()).unwrap_or_default()
}

fn fault(path: &Path, bad: &io::Error) -> Fault {
    if bad.kind() == io::ErrorKind::NotFound {
        return Fault::Missing { near: near(path) };
    }
    Fault::Refused { reason: bad.kind().to_string() }
}

/// Finds the name beside `path` that was perhaps meant.
fn near(path: &Path) -> Option<String> {
    let name = path.file_name()?.to_string_lossy();
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let mut names: Vec<String> = fs::read_dir(folder.unwrap_or(Path::new(".")))
        .ok()?
        .filter_map(|entry| Some(entry.ok()?.file_name().to_string_lossy().into_owned()))
        .collect();
    names.sort();
    let near = nearest(&name, names.iter().map(String::as_str))?;
    Some(folder.map_or(near.clone(), |folder| shown(&folder.join(&near))))
}

fn nearest<'a>(name: &str, names: impl Iterator<Item = &'a str>) -> Option<String> {
    let scored = names.map(|other| (strsim::damerau_levenshtein(name, other), other));
    let (distance, other) = scored.min()?;
    (distance * 3 <= name.chars().count()).then(|| other.to_owned())
}

/// Gives every article an id of its own: the second "talks" becomes "talks-2".
fn make_unique(documents: &mut [Document]) {
    let most = documents.len() + 1;
    let mut used: HashSet<String, RandomState> = HashSet::default();
    let first: HashSet<String, RandomState> = documents.iter().map(|document| document.id.clone()).collect();
    for document in documents {
        if used.insert(document.id.clone()) {
            continue;
        }
        let free =
            (2..=most).map(|n| format!("{}-{n}", document.id)).find(|id| !used.contains(id) && !first.contains(id));
        if let Some(id) = free {
            document.id.clone_from(&id);
            used.insert(id);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_articles_built_in_are_read_with_their_facts() {
        let documents = builtin().expect("built-in articles");
        let ids: Vec<_> = documents.iter().map(|document| document.id.as_str()).collect();
        assert_eq!(ids, ["progress-center", "turkiye-today", "aqaba", "majalla", "annahar"]);
        assert_eq!(documents[4].date.as_deref(), Some("2026-01-08"));
        assert!(documents.iter().all(|document| document.path.starts_with("seeds/") && document.sha256.len() == 64));
    }

    #[test]
    fn articles_of_one_name_are_told_apart() {
        let mut documents: Vec<_> =
            ["a", "b", "a", "a-2", "a"].map(|id| Document::from_text(id, "Words.".to_owned())).into();
        make_unique(&mut documents);
        let ids: Vec<_> = documents.iter().map(|document| document.id.as_str()).collect();
        assert_eq!(ids, ["a", "b", "a-3", "a-2", "a-4"]);
    }

    #[test]
    fn a_file_about_the_folder_is_no_article() {
        for (name, wanted) in [
            ("a.txt", true),
            ("B.TXT", true),
            ("c.md", true),
            ("README.md", false),
            ("sources.json", false),
            ("d", false),
        ] {
            assert_eq!(is_article(Path::new(name)), wanted, "{name}");
        }
    }
}
