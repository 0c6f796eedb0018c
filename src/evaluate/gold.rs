//! Reads a gold file: one coded claim a line, as JSON.
//!
//! It knows the file alone, not the articles; whether a place fits its article is settled when it is
//! scored. A line that is wrong is named with line, column and word, and the others are read.

use std::fmt;

use serde::Deserialize;

use crate::record::{Kind, Status};

/// One claim as a coder wrote it down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoldClaim {
    /// The beginning of the stem of the article's file name.
    pub doc: String,
    /// What stance it is.
    pub kind: Kind,
    /// Slugs of the parties that take it.
    pub holders: Vec<String>,
    /// Slugs of the parties it is aimed at.
    pub toward: Vec<String>,
    /// Slugs of the issues, most specific first.
    pub issues: Vec<String>,
    /// How firmly it is reported.
    pub status: Status,
    /// The first code point of the content.
    pub start: usize,
    /// The code point after the last one.
    pub end: usize,
    /// Who says so, outermost first.
    pub attribution: Vec<String>,
    /// Whether it is neither owed nor punished.
    pub optional: bool,
    /// The words at `start..end`.
    pub content: String,
    /// The line of the gold file, counted from 1.
    pub line: usize,
}

/// Something wrong in a gold file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file.
    pub file: String,
    /// The line, counted from 1.
    pub line: usize,
    /// The column in characters, counted from 1.
    pub column: usize,
    /// What is wrong, and what would do.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}: {}", self.file, self.line, self.column, self.message)
    }
}

/// A gold file as read: what could be read, and what could not.
#[derive(Debug, Clone, Default)]
pub struct Gold {
    /// The name of the file, for messages.
    pub file: String,
    /// The claims, in the order of the file.
    pub claims: Vec<GoldClaim>,
    /// The lines that could not be read.
    pub problems: Vec<Problem>,
}

impl Gold {
    /// Reads the text of a gold file; `file` is its name in messages. Empty lines are passed over.
    #[must_use]
    pub fn parse(file: &str, text: &str) -> Self {
        let mut gold = Self { file: file.to_owned(), ..Self::default() };
        for (at, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
            if line.trim().is_empty() {
                continue;
            }
            match claim(line, at + 1) {
                Ok(claim) => gold.claims.push(claim),
                Err((column, message)) => gold.problem(at + 1, column, message),
            }
        }
        gold
    }

    /// Notes that line `line` is wrong at `column`.
    fn problem(&mut self, line: usize, column: usize, message: String) {
        self.problems.push(Problem { file: self.file.clone(), line, column, message });
    }
}

/// A line as written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    doc: String,
    kind: String,
    holders: Vec<String>,
    #[serde(default)]
    toward: Vec<String>,
    issue: Vec<String>,
    status: String,
    start: usize,
    end: usize,
    attribution: Vec<String>,
    optional: bool,
    content: String,
}

/// A column and what is wrong there.
type Wrong = (usize, String);

/// Reads and checks one line.
fn claim(line: &str, number: usize) -> Result<GoldClaim, Wrong> {
    let raw: Raw = serde_json::from_str(line).map_err(|error| syntax(line, &error))?;
    let kind = Kind::from_word(&raw.kind)
        .ok_or_else(|| unknown(line, "kind", &raw.kind, Kind::ALL.iter().map(|k| k.word())))?;
    let status = Status::from_word(&raw.status)
        .ok_or_else(|| unknown(line, "status", &raw.status, Status::ALL.iter().map(|s| s.word())))?;
    if raw.end <= raw.start {
        let message = format!("\"end\" is {}, not after \"start\" {}", raw.end, raw.start);
        return Err((column_of(line, "end"), format!("{message}; give code points, half-open")));
    }
    let Raw { doc, holders, toward, issue: issues, start, end, attribution, optional, content, .. } = raw;
    let line = number;
    Ok(GoldClaim { doc, kind, holders, toward, issues, status, start, end, attribution, optional, content, line })
}

/// Turns an error of the JSON reader into a column and a message.
fn syntax(line: &str, error: &serde_json::Error) -> Wrong {
    let text = error.to_string();
    let message = text.rsplit_once(" at line ").map_or(text.as_str(), |(message, _)| message);
    let before = line.get(..error.column().saturating_sub(1)).map_or(error.column(), |b| b.chars().count() + 1);
    (before.max(1), message.to_owned())
}

/// Says that `word` is none of the words that `field` takes.
fn unknown<'a>(line: &str, field: &str, word: &str, known: impl Iterator<Item = &'a str>) -> Wrong {
    let known: Vec<&str> = known.collect();
    let message = format!("unknown {field} \"{word}\"; it can be {}", known.join(", "));
    (column_of(line, field), message)
}

/// Returns the column, from 1, at which the value of `field` begins.
fn column_of(line: &str, field: &str) -> usize {
    let key = format!("\"{field}\"");
    let after_key = line.match_indices(&key).find_map(|(at, _)| {
        let rest = &line[at + key.len()..];
        let value = rest.trim_start().strip_prefix(':')?.trim_start();
        Some(line.len() - value.len())
    });
    line[..after_key.unwrap_or(0)].chars().count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = r#"{"doc": "é", "kind": "demand", "holders": ["syria"], "issue": ["withdrawal"], "status": "stated", "start": 3, "end": 9, "attribution": [], "optional": false, "content": "a deal"}"#;

    #[track_caller]
    fn wrong(line: &str, column: usize, words: &[&str]) {
        let gold = Gold::parse("g.jsonl", &format!("{GOOD}\n\n{line}\n{GOOD}\n"));
        assert_eq!(gold.claims.len(), 2, "the other lines are read");
        let [problem] = gold.problems.as_slice() else { panic!("{:?}", gold.problems) };
        assert_eq!((problem.line, problem.column), (3, column), "{problem}");
        for word in words {
            assert!(problem.to_string().contains(word), "{problem} lacks {word}");
        }
    }

    #[test]
    fn a_broken_line_is_named_with_line_column_word_and_what_would_do() {
        wrong(&GOOD.replace("demand", "demnd"), 22, &["g.jsonl:3:22", "\"demnd\"", "red-line, offer"]);
        wrong(&GOOD.replace("stated", "sure"), 89, &["status \"sure\"", "expected"]);
        wrong(&GOOD.replace("\"end\": 9", "\"end\": 3"), 118, &["not after"]);
        wrong(&GOOD.replace("\"doc\"", "\"dog\""), 6, &["unknown field `dog`", "`doc`"]);
        wrong("{\"doc\": ", 8, &["EOF"]);
    }

    #[test]
    fn a_good_line_comes_back_whole() {
        let gold = Gold::parse("g.jsonl", GOOD);
        assert_eq!(gold.problems, []);
        assert_eq!(gold.claims[0].kind, Kind::Demand);
        assert_eq!((gold.claims[0].start, gold.claims[0].end, gold.claims[0].line), (3, 9, 1));
    }
}
