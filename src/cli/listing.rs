//! The choice between a listing for people and records for programs.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use demarche::render::Screen;
use serde::Serialize;

use crate::cli::desk::{Desk, Reading};
use crate::cli::failure::{Failure, Verdict};

/// What a listing of everything of one sort takes.
#[derive(Debug, clap::Args)]
pub(crate) struct Whole {
    /// Files and folders to read instead of the built-in articles
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Write the records as JSON
    #[arg(long)]
    json: bool,
}

impl Whole {
    /// Reads, and writes `records` or `listing` of what was read.
    pub(crate) fn run(
        &self,
        desk: &Desk,
        out: &mut dyn Write,
        records: impl FnOnce(&Reading, &mut dyn Write) -> io::Result<()>,
        listing: impl FnOnce(&Reading, &mut Screen) -> io::Result<()>,
    ) -> Result<Verdict, Failure> {
        let reading = desk.read(&self.paths)?;
        if self.json {
            records(&reading, out)?;
        } else {
            listing(&reading, &mut desk.screen(out))?;
        }
        Ok(reading.verdict())
    }
}

/// Parts the words of a command line into paths to read and names to look for.
pub(crate) fn paths_among(words: &[String]) -> (Vec<PathBuf>, Vec<String>) {
    let (paths, names): (Vec<String>, Vec<String>) = words.iter().cloned().partition(|word| is_path(word));
    (paths.into_iter().map(PathBuf::from).collect(), names)
}

/// By its look alone, so that a folder called "syria" changes nothing.
fn is_path(word: &str) -> bool {
    let ending = Path::new(word).extension().and_then(|ending| ending.to_str());
    word.contains(['/', '\\']) || word == "." || word == ".." || matches!(ending, Some("txt" | "md" | "text"))
}

/// Writes `records` as a JSON array, one record a line, so that line tools work on it too.
pub(crate) fn write_json<T: Serialize>(out: &mut dyn Write, records: impl IntoIterator<Item = T>) -> io::Result<()> {
    let mut between = "[\n  ";
    for record in records {
        write!(out, "{between}")?;
        serde_json::to_writer(&mut *out, &record)?;
        between = ",\n  ";
    }
    writeln!(out, "{}", if between.starts_with('[') { "[]" } else { "\n]" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_are_an_array_with_one_a_line() {
        let written = |records: &[u8]| {
            let mut out = Vec::new();
            write_json(&mut out, records).expect("writing to memory");
            String::from_utf8(out).expect("text")
        };
        assert_eq!(written(&[]), "[]\n");
        assert_eq!(written(&[1, 2]), "[\n  1,\n  2\n]\n");
    }

    #[test]
    fn a_path_is_known_by_its_look() {
        let words =
            ["articles/", "syria", "./syria", "a.txt", "United States", "notes.md", ".", "St. Petersburg", "u.s."];
        let (paths, names) = paths_among(&words.map(str::to_owned));
        assert_eq!(paths, ["articles/", "./syria", "a.txt", "notes.md", "."].map(PathBuf::from));
        assert_eq!(names, ["syria", "United States", "St. Petersburg", "u.s."]);
    }
}
