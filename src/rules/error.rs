//! What is wrong with a rule file: the place, the bad word quoted, and the words that would do.

use std::error::Error;
use std::fmt;

/// An error in a rule file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleError {
    /// The name of the file.
    pub file: String,
    /// The line, counted from 1.
    pub line: usize,
    /// The character in the line, counted from 1.
    pub column: usize,
    /// What is wrong and what would be right, in one line.
    pub message: String,
}

impl RuleError {
    /// Builds the error for the last of `words`, found in `source` as JSON strings one after the other.
    ///
    /// A word that is not found leaves the place at the one before it, at worst at the start of the file.
    pub(super) fn at(file: &str, source: &str, words: &[&str], message: String) -> Self {
        let (mut place, mut from) = (0, 0);
        for word in words {
            let quoted = serde_json::Value::from(*word).to_string();
            if let Some(found) = source.get(from..).and_then(|rest| rest.find(&quoted)) {
                place = from + found;
                from = place + quoted.len();
            }
        }
        let before = source.get(..place).unwrap_or("");
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let line = 1 + before.matches('\n').count();
        let column = 1 + before.get(line_start..).unwrap_or("").chars().count();
        Self { file: file.to_owned(), line, column, message }
    }

    /// Builds the error for a file that is not the JSON of a rule.
    pub(super) fn syntax(file: &str, error: &serde_json::Error) -> Self {
        let (line, column) = (error.line(), error.column());
        let told = error.to_string();
        let place = format!(" at line {line} column {column}");
        Self { file: file.to_owned(), line, column, message: told.replace(&place, "") }
    }
}

impl fmt::Display for RuleError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:{}:{}: {}", self.file, self.line, self.column, self.message)
    }
}

impl Error for RuleError {}

/// Says that `word` is no `what`, which of `known` is nearest, and what all of them are.
pub(super) fn unknown(what: &str, word: &str, known: &[&str]) -> String {
    let near = known
        .iter()
        .map(|candidate| (strsim::damerau_levenshtein(&word.to_lowercase(), &candidate.to_lowercase()), candidate))
        .min_by_key(|(distance, _)| *distance)
        .filter(|(distance, candidate)| *distance <= 1 + candidate.len() / 4)
        .map(|(_, candidate)| format!(" (did you mean {candidate:?}?)"))
        .unwrap_or_default();
    format!("unknown {what} {word:?}{near}: one of {} would do", known.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_place_is_that_of_the_last_word_after_the_others() {
        let source = "{ \"verb\": \"ask\", \"takes\": [\"x\"] },\n  { \"verb\": \"é\", \"takes\": [\"x\"] }";
        let error = RuleError::at("a.json", source, &["é", "x"], "bad".to_owned());
        assert_eq!(error.to_string(), "a.json:2:28: bad");
    }

    #[test]
    fn a_word_that_is_not_there_leaves_the_start_of_the_file() {
        let error = RuleError::at("a.json", "{}", &["x"], "bad".to_owned());
        assert_eq!((error.line, error.column), (1, 1));
    }

    #[test]
    fn the_nearest_word_is_offered_only_where_it_is_near() {
        assert!(unknown("kind", "red line", &["demand", "red-line"]).contains("did you mean \"red-line\"?"));
        assert!(!unknown("kind", "zzz", &["demand", "red-line"]).contains("did you mean"));
    }
}
