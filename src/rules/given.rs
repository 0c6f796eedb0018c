//! What an example must give, read from its one-line form.

use crate::record::{Kind, Status};

use super::error::unknown;

/// One claim that an example holds: `KIND HOLDER[+HOLDER][>TOWARD[+TOWARD]] [STATUS] | CONTENT`.
///
/// `-` stands for no holder. `demand syria>israel past | stop the raids` is a demand of Syria on Israel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// The kind.
    pub kind: Kind,
    /// Slugs of the holders, sorted.
    pub holders: Vec<String>,
    /// Slugs of those it is aimed at, sorted; none where the line leaves them open.
    pub toward: Option<Vec<String>>,
    /// The status, stated where the line names none.
    pub status: Status,
    /// The words of the content, as they stand in the sentence.
    pub content: String,
}

impl Given {
    /// Reads one line.
    ///
    /// # Errors
    ///
    /// Says which part is wrong and what would do.
    pub fn parse(line: &str) -> Result<Self, String> {
        let (head, content) = line.split_once('|').ok_or_else(|| form(line))?;
        let mut words = head.split_whitespace();
        let (Some(kind), Some(parties)) = (words.next(), words.next()) else { return Err(form(line)) };
        let (holders, toward) = match parties.split_once('>') {
            Some((holders, toward)) => (holders, Some(slugs(toward))),
            None => (parties, None),
        };
        let status = match words.next() {
            Some(word) => status(word)?,
            None => Status::Stated,
        };
        if words.next().is_some() || content.trim().is_empty() {
            return Err(form(line));
        }
        Ok(Self { kind: read_kind(kind)?, holders: slugs(holders), toward, status, content: content.trim().to_owned() })
    }
}

/// Says what a line looks like.
fn form(line: &str) -> String {
    format!("{line:?} is not of the form \"KIND HOLDER[+HOLDER][>TOWARD] [STATUS] | CONTENT\"")
}

/// Reads slugs joined by `+`, sorted; `-` for none.
fn slugs(text: &str) -> Vec<String> {
    let mut slugs: Vec<String> =
        text.split('+').filter(|slug| !slug.is_empty() && *slug != "-").map(str::to_owned).collect();
    slugs.sort();
    slugs
}

/// Reads a kind.
pub(super) fn read_kind(word: &str) -> Result<Kind, String> {
    let known: Vec<&str> = Kind::ALL.iter().map(|kind| kind.word()).collect();
    Kind::from_word(word).ok_or_else(|| unknown("kind", word, &known))
}

/// Reads a status.
pub(super) fn status(word: &str) -> Result<Status, String> {
    let known: Vec<&str> = Status::ALL.iter().map(|status| status.word()).collect();
    Status::from_word(word).ok_or_else(|| unknown("status", word, &known))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_of_a_line_is_read() {
        let given = Given::parse("agreed syria+israel expected | a joint cell");
        assert_eq!(
            given,
            Ok(Given {
                kind: Kind::Agreed,
                holders: vec!["israel".to_owned(), "syria".to_owned()],
                toward: None,
                status: Status::Expected,
                content: "a joint cell".to_owned(),
            })
        );
    }

    #[test]
    fn a_line_may_name_no_holder_and_somebody_addressed() {
        let given = Given::parse("demand ->iran | give ground");
        assert_eq!(given.map(|given| (given.holders, given.toward)), Ok((vec![], Some(vec!["iran".to_owned()]))));
    }

    #[test]
    fn a_bad_line_says_what_would_do() {
        let cases = [
            ("demand syria", "is not of the form"),
            ("demand syria |", "is not of the form"),
            ("demand | x", "is not of the form"),
            ("redline syria | x", "did you mean \"red-line\"?"),
            ("demand syria pastt | x", "did you mean \"past\"?"),
            ("demand syria past twice | x", "is not of the form"),
        ];
        for (line, told) in cases {
            let error = Given::parse(line).err().unwrap_or_default();
            assert!(error.contains(told), "{line:?}: {error}");
        }
    }
}
