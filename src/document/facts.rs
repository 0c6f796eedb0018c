//! What is known about an article besides its words: the front matter of a file, and `sources.json`.
//!
//! Both give the same [`Facts`]. The facts file is read strictly: an unknown field, a date that is no day
//! or an entry written twice is an error with line and column. Front matter that is not well formed is
//! simply text.

use std::collections::HashSet;
use std::collections::hash_map::RandomState;

use serde::{Deserialize, Deserializer, de};

use super::date;
use super::error::{Fault, ReadError};
use crate::text::Span;

/// Facts about one article; what is `None` is looked for in its text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    /// The short name of the article.
    pub id: Option<String>,
    /// The publishing outlet.
    pub outlet: Option<String>,
    /// The headline.
    pub title: Option<String>,
    /// The author.
    pub author: Option<String>,
    /// The date of publication as `YYYY-MM-DD`.
    pub date: Option<String>,
    /// The kind of article.
    pub kind: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
}

impl Facts {
    /// Returns these facts, completed from `other` where they are silent.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self {
            id: self.id.or(other.id),
            outlet: self.outlet.or(other.outlet),
            title: self.title.or(other.title),
            author: self.author.or(other.author),
            date: self.date.or(other.date),
            kind: self.kind.or(other.kind),
            url: self.url.or(other.url),
        }
    }
}

/// The facts of one file of a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The name of the file within the folder.
    pub file: String,
    /// What is known about it.
    pub facts: Facts,
}

/// An entry of `sources.json` as written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSource {
    id: Filled,
    file: FileName,
    outlet: Option<Filled>,
    title: Option<Filled>,
    author: Option<Filled>,
    date: Option<Day>,
    kind: Option<Filled>,
    url: Option<Url>,
}

/// A string with something in it.
struct Filled(String);
/// The name of a file in the same folder.
struct FileName(String);
/// A day as `YYYY-MM-DD`.
struct Day(String);
/// An address.
struct Url(String);

/// Reads a string and checks it, so that the error has a line and a column.
fn checked<'de, D, T>(from: D, is: fn(&str) -> bool, wanted: &str, build: fn(String) -> T) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
{
    let word = String::deserialize(from)?;
    if is(&word) {
        return Ok(build(word));
    }
    Err(de::Error::custom(format!("\"{}\" will not do here; write {wanted}", word.escape_debug())))
}

impl<'de> Deserialize<'de> for Filled {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        checked(from, |word| !word.trim().is_empty(), "a word, or null where it is not known", Self)
    }
}

impl<'de> Deserialize<'de> for FileName {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let is = |word: &str| !word.is_empty() && !word.contains(['/', '\\']);
        checked(from, is, "the name of a file in this folder", Self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        checked(from, date::is_iso, "a day as YYYY-MM-DD, or null", Self)
    }
}

impl<'de> Deserialize<'de> for Url {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let is = |word: &str| word.starts_with("https://") || word.starts_with("http://");
        checked(from, is, "an address that begins with https://, or null", Self)
    }
}

impl From<RawSource> for Source {
    fn from(raw: RawSource) -> Self {
        let facts = Facts {
            id: Some(raw.id.0),
            outlet: raw.outlet.map(|word| word.0),
            title: raw.title.map(|word| word.0),
            author: raw.author.map(|word| word.0),
            date: raw.date.map(|day| day.0),
            kind: raw.kind.map(|word| word.0),
            url: raw.url.map(|url| url.0),
        };
        Self { file: raw.file.0, facts }
    }
}

const FIELDS: [&str; 8] = ["id", "file", "outlet", "title", "author", "date", "kind", "url"];

/// Reads the facts file at `path`, a JSON array with one object an article.
///
/// # Errors
///
/// Fails, with line and column, where the file is not such an array, an object has an unknown field or
/// lacks one, a value will not do, or an id or a file stands twice.
pub fn sources(path: &str, text: &str) -> Result<Vec<Source>, ReadError> {
    let text = text.trim_start_matches('\u{feff}');
    let raw: Vec<RawSource> = serde_json::from_str(text).map_err(|bad| broken(path, &bad))?;
    let all: Vec<Source> = raw.into_iter().map(Source::from).collect();
    let ids = all.iter().filter_map(|source| source.facts.id.as_deref());
    unique(path, text, "id", ids)?;
    unique(path, text, "file", all.iter().map(|source| source.file.as_str()))?;
    Ok(all)
}

fn broken(path: &str, bad: &serde_json::Error) -> ReadError {
    let whole = bad.to_string();
    let said = whole.rsplit_once(" at line ").map_or(whole.as_str(), |(said, _)| said);
    let unknown = said.strip_prefix("unknown field `").and_then(|rest| rest.split('`').next());
    let message = match unknown {
        Some(word) => unknown_field(word),
        None => lower_first(said).replace('`', "\""),
    };
    ReadError::new(path, Fault::Facts { line: bad.line(), column: bad.column(), message })
}

fn unknown_field(word: &str) -> String {
    let near = FIELDS.iter().map(|field| (strsim::damerau_levenshtein(word, field), field)).min();
    let hint = match near {
        Some((distance, field)) if distance <= 2 => format!("did you mean \"{field}\"? "),
        _ => String::new(),
    };
    format!("unknown field \"{}\"; {hint}an article has {}", word.escape_debug(), FIELDS.join(", "))
}

fn lower_first(said: &str) -> String {
    let mut chars = said.chars();
    chars.next().map_or(String::new(), |first| first.to_lowercase().collect::<String>() + chars.as_str())
}

fn unique<'a>(path: &str, text: &str, field: &str, words: impl Iterator<Item = &'a str>) -> Result<(), ReadError> {
    let mut seen: HashSet<&str, RandomState> = HashSet::default();
    for word in words {
        if !seen.insert(word) {
            let (line, column) = second(text, word);
            let message = format!("{field} \"{}\" stands twice; give each article its own", word.escape_debug());
            return Err(ReadError::new(path, Fault::Facts { line, column, message }));
        }
    }
    Ok(())
}

/// Finds line and column of the second place where the string `word` stands.
fn second(text: &str, word: &str) -> (usize, usize) {
    let quoted = format!("\"{word}\"");
    let at = text.match_indices(&quoted).nth(1).map_or(0, |(at, _)| at);
    let before = &text[..at];
    let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
    (before.matches('\n').count() + 1, column)
}

/// Reads the front matter of an article: `key: value` lines between two lines of three hyphens at its top.
///
/// Returns the facts and the block's place, fences included. Unknown keys are passed over; what is not
/// of this form, or never closed, is text.
pub(super) fn front_matter(text: &str) -> Option<(Facts, Span)> {
    let start = text.len() - text.trim_start_matches(super::decode::is_blank).len();
    let mut at = start;
    let mut facts = Facts::default();
    let mut keys = 0;
    for (number, line) in text[start..].split_inclusive('\n').take(100).enumerate() {
        let bare = line.trim_end();
        match (number, bare) {
            (0, "---") => {}
            (0, _) => return None,
            (_, "---") => {
                return (keys > 0).then(|| (facts, Span::new(start, at + bare.len())));
            }
            _ => keys += usize::from(entry(bare, &mut facts)?),
        }
        at += line.len();
    }
    None
}

/// Reads one line of front matter; tells whether it holds a key, and gives `None` where it is malformed.
fn entry(line: &str, facts: &mut Facts) -> Option<bool> {
    if line.is_empty() || line.starts_with(['#', ' ', '\t']) || line.starts_with("- ") {
        return Some(false);
    }
    let (key, value) = line.split_once(':')?;
    if key.len() > 40 || !key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-')) {
        return None;
    }
    let value = unquoted(value.trim());
    let value = Some(value.to_owned()).filter(|value| !value.is_empty() && value != "null" && value != "~");
    match key.to_lowercase().as_str() {
        "id" => facts.id = value,
        "outlet" => facts.outlet = value,
        "title" => facts.title = value,
        "author" => facts.author = value,
        "date" => facts.date = value.and_then(|value| date::find(&value).into_iter().find_map(|found| found.day)),
        "kind" => facts.kind = value,
        "url" => facts.url = value,
        _ => {}
    }
    Some(true)
}

fn unquoted(value: &str) -> &str {
    ['"', '\''].iter().find_map(|&quote| value.strip_prefix(quote)?.strip_suffix(quote)).unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn message(text: &str) -> String {
        sources("sources.json", text).expect_err("an error").to_string()
    }

    #[test]
    fn a_facts_file_gives_facts_by_file() {
        let text = r#"[{"id": "a", "file": "a.txt", "outlet": "The Gazette", "date": "2026-01-08", "url": null}]"#;
        let all = sources("sources.json", text).expect("sources");
        assert_eq!(all[0].file, "a.txt");
        assert_eq!(all[0].facts.outlet.as_deref(), Some("The Gazette"));
        assert_eq!(all[0].facts.date.as_deref(), Some("2026-01-08"));
        assert_eq!(all[0].facts.url, None);
    }

    #[test]
    fn a_broken_facts_file_names_line_column_and_the_words_that_would_do() {
        let cases = [
            (
                "[\n {\"id\": \"a\", \"file\": \"a.txt\", \"outlt\": \"x\"}]",
                "sources.json:2:",
                "did you mean \"outlet\"?",
            ),
            (
                "[\n {\"id\": \"a\", \"file\": \"a.txt\",\n  \"date\": \"soon\"}]",
                "sources.json:3:",
                "a day as YYYY-MM-DD",
            ),
            ("[{\"id\": \"a\", \"file\": \"a.txt\", \"url\": \"gazette.org\"}]", "sources.json:1:", "https://"),
            ("[{\"id\": \"\", \"file\": \"a.txt\"}]", "sources.json:1:", "a word"),
            ("[{\"id\": \"a\", \"file\": \"../a.txt\"}]", "sources.json:1:", "in this folder"),
            ("[{\"id\": \"a\"}]", "sources.json:1:", "missing field \"file\""),
            ("{\"id\": \"a\"", "sources.json:1:", "expected a sequence"),
            (
                "[{\"id\": \"a\", \"file\": \"a.txt\"},\n {\"id\": \"a\", \"file\": \"b.txt\"}]",
                "sources.json:2:9:",
                "id \"a\" stands twice",
            ),
        ];
        for (text, place, words) in cases {
            let message = message(text);
            assert!(message.starts_with(place) && message.contains(words), "{message}");
            assert!(!message.contains('\n') && !message.contains(" at line "), "{message}");
        }
    }

    #[test]
    fn front_matter_gives_facts_and_its_place() {
        let text = "\u{feff}---\nid: talks\ntitle: \"A title\"\ndate: 7 Feb 2026\ntags:\n  - one\n---\nBody.";
        let (facts, span) = front_matter(text).expect("front matter");
        assert_eq!((facts.id.as_deref(), facts.title.as_deref()), (Some("talks"), Some("A title")));
        assert_eq!(facts.date.as_deref(), Some("2026-02-07"));
        assert!(span.of(text).starts_with("---\nid") && span.of(text).ends_with("one\n---"));
    }

    #[test]
    fn malformed_front_matter_is_text() {
        for text in ["---\nno key here\n---\nx", "---\nid: a\nnever closed", "---\n---\nx", "id: a\n---\n", "---"] {
            assert_eq!(front_matter(text), None, "{text}");
        }
    }
}
