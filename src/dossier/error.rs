//! What is wrong with a dossier, told so that its author can mend it.

use std::fmt;

/// A fault in a dossier: where it is, the bad word, and the words that would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DossierError {
    file: String,
    /// Line and column, counted from 1; absent where the fault is that something is not there.
    place: Option<(usize, usize)>,
    problem: String,
    known: Vec<String>,
    nearest: Option<String>,
}

/// How many words that would do are listed.
const LISTED: usize = 12;

impl DossierError {
    /// Builds a fault of the whole file.
    pub(super) fn new(file: &str, problem: impl Into<String>) -> Self {
        Self { file: file.to_owned(), place: None, problem: problem.into(), known: Vec::new(), nearest: None }
    }

    /// Builds the fault that no built-in dossier is called `slug`.
    pub(super) fn unknown_dossier(slug: &str, known: &[&str]) -> Self {
        Self::new("built-in dossiers", format!("no dossier \"{slug}\"")).instead_of(slug, known.iter().copied())
    }

    /// Builds the fault that the JSON reader found.
    pub(super) fn json(file: &str, error: &serde_json::Error) -> Self {
        let told = error.to_string();
        let problem = told.split(" at line ").next().unwrap_or(&told).replace('`', "\"");
        let place = (error.line() > 0).then(|| (error.line(), error.column()));
        Self { place, ..Self::new(file, problem) }
    }

    /// Adds where the string `word` stands in `text`: its last place, as a repeated word is the fault.
    pub(super) fn at(mut self, text: &str, word: &str) -> Self {
        let quoted = serde_json::to_string(word).unwrap_or_default();
        self.place = text.rfind(&quoted).map(|at| place(text, at));
        self
    }

    /// Adds a line, counted from 1.
    pub(super) fn on_line(mut self, line: usize) -> Self {
        self.place = Some((line, 1));
        self
    }

    /// Adds the words that would have done instead of `word`, and which of them is nearest.
    pub(super) fn instead_of<'a>(mut self, word: &str, known: impl Iterator<Item = &'a str>) -> Self {
        let known: Vec<&str> = known.collect();
        self.nearest = nearest(word, &known).map(str::to_owned);
        self.known = known.into_iter().map(str::to_owned).collect();
        self
    }

    /// Returns the file.
    #[must_use]
    pub fn file(&self) -> &str {
        &self.file
    }

    /// Returns line and column, counted from 1.
    #[must_use]
    pub fn place(&self) -> Option<(usize, usize)> {
        self.place
    }
}

/// Returns the line and column of byte `at`, counted from 1, the column in code points.
fn place(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or("");
    let start = before.rfind('\n').map_or(0, |line_break| line_break + 1);
    (before.matches('\n').count() + 1, before[start..].chars().count() + 1)
}

/// Returns the word of `known` that `word` most likely meant.
fn nearest<'a>(word: &str, known: &[&'a str]) -> Option<&'a str> {
    let scored = known.iter().map(|&candidate| (strsim::jaro_winkler(word, candidate), candidate));
    scored.filter(|&(score, _)| score > 0.8).max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, candidate)| candidate)
}

impl fmt::Display for DossierError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some((line, column)) = self.place {
            write!(f, ":{line}:{column}")?;
        }
        write!(f, ": {}", self.problem)?;
        if let Some(nearest) = &self.nearest {
            write!(f, "; did you mean \"{nearest}\"?")?;
        }
        if !self.known.is_empty() {
            let rest = if self.known.len() > LISTED { ", …" } else { "" };
            let listed = &self.known[..self.known.len().min(LISTED)];
            write!(f, " (known: {}{rest})", listed.join(", "))?;
        }
        Ok(())
    }
}

impl std::error::Error for DossierError {}
