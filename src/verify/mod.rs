//! An earlier export checked against the files as they are now.
//!
//! Every digest and every place of an export is looked up again; what stands elsewhere, reads otherwise or
//! is gone becomes a [`Finding`]. It reads no file itself: the caller hands in the bytes. It stands after
//! `render`, because an export is what it reads.

pub mod listing;
mod page;

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;

use crate::record::vocabulary;
use crate::render::export::json::{Claim, Document, Export, Passage, Person, SCHEMA, Source, Statement};
use page::{Page, Stands};

vocabulary! {
    /// What became of a thing that an export names.
    Outcome {
        /// The file, or the document that a record names, is not there.
        Missing = "missing",
        /// The words are gone.
        Vanished = "vanished",
        /// Much the same words stand there, or the file is another than the one that was read.
        Changed = "changed",
        /// The words stand elsewhere.
        Moved = "moved",
    }
}

/// One thing that is not as the export says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The path of the file, as in the export.
    pub path: String,
    /// The line at which the export has it; 1 for a whole file.
    pub line: usize,
    /// What it belongs to: `claim annahar-3f9a2b`, `statement 3`, `person Roman Gofman`, `document annahar`.
    pub record: String,
    /// The part of it: `content`, `quote`, `cue`, `frame 1`, `attribution 2`, `also 1`, `mention 4`, `sha256`, `file`.
    pub part: String,
    /// What became of it.
    pub outcome: Outcome,
    /// What the export says.
    pub was: String,
    /// What is there now, or where the words are; `None` where nothing like it is.
    pub now: Option<Passage>,
}

/// What a check of an export came to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// How many files were checked.
    pub files: usize,
    /// How many places were checked.
    pub places: usize,
    /// What is not as the export says, by document and in the order of the export.
    pub findings: Vec<Finding>,
}

/// Why an export cannot be checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BrokenExport {
    /// The line, counted from 1.
    pub line: usize,
    /// The column, counted from 1.
    pub column: usize,
    /// What is wrong there.
    pub message: String,
}

impl fmt::Display for BrokenExport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.line, self.column, self.message)
    }
}

impl std::error::Error for BrokenExport {}

/// Reads an export of version 1.
///
/// # Errors
/// Fails with line and column where the text is no JSON or lacks a field, and where it is of another version.
pub fn parse(text: &str) -> Result<Export, BrokenExport> {
    #[derive(Deserialize)]
    struct Head {
        schema: String,
    }
    let head: Head = serde_json::from_str(text).map_err(|error| broken(&error))?;
    if head.schema != SCHEMA {
        let (line, column) = place_of(text, "\"schema\"");
        let message = format!("\"schema\" is \"{}\"; only \"{SCHEMA}\" can be checked", head.schema);
        return Err(BrokenExport { line, column, message });
    }
    serde_json::from_str(text).map_err(|error| broken(&error))
}

fn broken(error: &serde_json::Error) -> BrokenExport {
    let text = error.to_string();
    let message = text.rsplit_once(" at line ").map_or(text.as_str(), |(message, _)| message).to_owned();
    BrokenExport { line: error.line().max(1), column: error.column().max(1), message }
}

/// Returns line and column of the first `word` of `text`.
fn place_of(text: &str, word: &str) -> (usize, usize) {
    let before = &text[..text.find(word).unwrap_or(0)];
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
}

/// Checks `export` against the bytes that `read` returns for the path of each document, `None` where there is no file.
pub fn verify(export: &Export, mut read: impl FnMut(&Document) -> Option<Vec<u8>>) -> Report {
    let mut check = Check { pages: BTreeMap::new(), report: Report::default() };
    for document in &export.documents {
        check.document(document, read(document));
    }
    for claim in &export.claims {
        check.claim(claim);
    }
    for (at, statement) in export.statements.iter().enumerate() {
        check.statement(at + 1, statement);
    }
    for person in &export.people {
        check.person(person);
    }
    let order: BTreeMap<&str, usize> =
        export.documents.iter().enumerate().map(|(at, d)| (d.path.as_str(), at)).collect();
    check.report.findings.sort_by_key(|finding| order.get(finding.path.as_str()).copied());
    check.report
}

/// A check under way.
struct Check<'a> {
    /// The pages by document id; `None` for a file that is not there.
    pages: BTreeMap<&'a str, (&'a str, Option<Page>)>,
    report: Report,
}

impl<'a> Check<'a> {
    /// Notes the file of a document, and whether it is the one that was read.
    fn document(&mut self, document: &'a Document, bytes: Option<Vec<u8>>) {
        let page = bytes.map(|bytes| Page::new(&bytes));
        let record = format!("document {}", document.id);
        let mut finding = |part: &str, outcome, was: &str| {
            let (path, part, was) = (document.path.clone(), part.to_owned(), was.to_owned());
            self.report.findings.push(Finding { path, line: 1, record: record.clone(), part, outcome, was, now: None });
        };
        match &page {
            None => finding("file", Outcome::Missing, ""),
            Some(page) if page.sha256 != document.sha256 => finding("sha256", Outcome::Changed, &document.sha256),
            Some(page) if page.chars() != document.chars => {
                finding("chars", Outcome::Changed, &document.chars.to_string());
            }
            Some(_) => {}
        }
        self.report.files += usize::from(page.is_some());
        self.pages.insert(&document.id, (&document.path, page));
    }

    fn claim(&mut self, claim: &Claim) {
        let record = format!("claim {}", claim.id);
        let Some(mut sheet) = self.sheet(&claim.document, record) else { return };
        sheet.passage("content", &claim.content);
        sheet.passage("quote", &claim.quote);
        sheet.words("cue", &claim.cue.text, claim.cue.start, claim.cue.end);
        for (at, frame) in claim.frame.iter().enumerate() {
            sheet.words(&format!("frame {}", at + 1), &frame.text, frame.start, frame.end);
        }
        for (at, source) in claim.attribution.iter().enumerate() {
            sheet.source(&format!("attribution {}", at + 1), source);
        }
        for (at, place) in claim.also.iter().enumerate() {
            sheet.place(&format!("also {}", at + 1), place.start, place.end, place.line);
        }
    }

    fn statement(&mut self, number: usize, statement: &Statement) {
        let Some(mut sheet) = self.sheet(&statement.document, format!("statement {number}")) else { return };
        for (part, passages) in
            [("source", &statement.source), ("cue", &statement.cue), ("content", &statement.content)]
        {
            for passage in passages {
                sheet.passage(part, passage);
            }
        }
    }

    fn person(&mut self, person: &Person) {
        for (at, mention) in person.mentions.iter().enumerate() {
            let Some(mut sheet) = self.sheet(&mention.document, format!("person {}", person.name)) else { continue };
            let (text, start, end, line) = (mention.text.clone(), mention.start, mention.end, mention.line);
            sheet.passage(&format!("mention {}", at + 1), &Passage { text, start, end, line });
        }
    }

    /// Returns the page on which a record stands; a record of no document is a finding, one of a missing file not again.
    fn sheet(&mut self, document: &str, record: String) -> Option<Sheet<'_>> {
        let Some((path, page)) = self.pages.get(document) else {
            self.report.findings.push(Finding {
                path: document.to_owned(),
                line: 1,
                record,
                part: "document".to_owned(),
                outcome: Outcome::Missing,
                was: document.to_owned(),
                now: None,
            });
            return None;
        };
        page.as_ref().map(|page| Sheet { path, page, record, report: &mut self.report })
    }
}

/// One record and the page on which it stands.
struct Sheet<'a> {
    path: &'a str,
    page: &'a Page,
    record: String,
    report: &'a mut Report,
}

impl Sheet<'_> {
    fn passage(&mut self, part: &str, passage: &Passage) {
        let stands = self.page.stands(&passage.text, passage.start, passage.end);
        let line = self.page.place(passage.start, passage.end).line;
        let stands = match stands {
            // The words are in place but the line is another: the export was altered.
            Stands::There if line != passage.line => Stands::Elsewhere(passage.start, passage.end),
            stands => stands,
        };
        self.note(part, &passage.text, passage.line, stands);
    }

    fn words(&mut self, part: &str, text: &str, start: usize, end: usize) {
        let stands = self.page.stands(text, start, end);
        self.note(part, text, self.page.place(start, end).line, stands);
    }

    /// A source's name may be less than the words at its place ("the newspaper Yedioth Ahronoth"): one of its
    /// words has to be among them.
    fn source(&mut self, part: &str, source: &Source) {
        let there = self.page.slice(source.start, source.end);
        let named = there.is_some_and(|there| page::share_a_word(there, &source.name));
        if named || (source.start == source.end && there.is_some()) {
            self.report.places += 1;
        } else {
            self.words(part, &source.name, source.start, source.end);
        }
    }

    /// A place without words can only be on the line that it gives.
    fn place(&mut self, part: &str, start: usize, end: usize, line: usize) {
        let on_line = start <= end && end <= self.page.chars() && self.page.place(start, end).line == line;
        let stands = if on_line { Stands::There } else { Stands::Nowhere };
        self.note(part, "", line, stands);
    }

    fn note(&mut self, part: &str, was: &str, line: usize, stands: Stands) {
        self.report.places += 1;
        let (outcome, now) = match stands {
            Stands::There => return,
            Stands::Elsewhere(start, end) => (Outcome::Moved, Some(self.page.place(start, end))),
            Stands::Otherwise(start, end) => (Outcome::Changed, Some(self.page.place(start, end))),
            Stands::Nowhere => (Outcome::Vanished, None),
        };
        let (path, record) = (self.path.to_owned(), self.record.clone());
        self.report.findings.push(Finding {
            path,
            line,
            record,
            part: part.to_owned(),
            outcome,
            was: was.to_owned(),
            now,
        });
    }
}
