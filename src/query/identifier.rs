//! Ids as a user types them: claims by a unique beginning, documents by id, outlet or file name.

use crate::corpus::Corpus;
use crate::query::glossary::{Unknown, nearest};
use crate::record::Claim;

/// The ids that a message lists.
const FEW: usize = 8;

/// Why an id names no one claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BadId {
    /// No claim's id begins so.
    Unknown(Unknown),
    /// Several do: the word and the ids, in corpus order.
    Ambiguous(String, Vec<String>),
}

impl std::fmt::Display for BadId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Unknown(unknown) => unknown.fmt(f),
            Self::Ambiguous(word, ids) => {
                let more = ids.len().saturating_sub(FEW);
                let more = if more > 0 { format!(" and {more} more") } else { String::new() };
                write!(f, "`{word}` is the beginning of {}{more}", ids[..ids.len().min(FEW)].join(", "))
            }
        }
    }
}

impl std::error::Error for BadId {}

/// Returns the claim whose id is `word`, or the only one whose id, or hash after the document's id, begins so.
///
/// # Errors
///
/// Returns [`BadId`] where no claim or more than one is meant.
pub fn claim<'a>(corpus: &'a Corpus, word: &str) -> Result<&'a Claim, BadId> {
    if let Some(claim) = corpus.claims.iter().find(|claim| claim.id == word) {
        return Ok(claim);
    }
    let meant: Vec<&Claim> = corpus.claims.iter().filter(|claim| begins(&claim.id, word)).collect();
    match meant[..] {
        [claim] => Ok(claim),
        [] => Err(BadId::Unknown(unknown_claim(corpus, word))),
        _ => Err(BadId::Ambiguous(word.to_owned(), meant.iter().map(|claim| claim.id.clone()).collect())),
    }
}

/// Returns the place in the corpus of the document that a user calls `word`: its id, its outlet or its file name.
///
/// # Errors
///
/// Returns [`Unknown`] with the known ids where no document is called so.
pub fn document(corpus: &Corpus, word: &str) -> Result<usize, Unknown> {
    let same = |name: &str| !name.is_empty() && name.to_lowercase() == word.to_lowercase();
    let by_id = corpus.documents.iter().position(|document| same(&document.id));
    let by_name = || {
        corpus.documents.iter().position(|document| {
            same(&document.outlet) || same(&document.path) || document.path.rsplit(['/', '\\']).next().is_some_and(same)
        })
    };
    by_id.or_else(by_name).ok_or_else(|| unknown_document(corpus, word))
}

fn begins(id: &str, word: &str) -> bool {
    !word.is_empty() && (id.starts_with(word) || id.rsplit('-').next().is_some_and(|hash| hash.starts_with(word)))
}

/// All ids are too many to print; the nearest is enough.
fn unknown_claim(corpus: &Corpus, word: &str) -> Unknown {
    let nearest = nearest(word, corpus.claims.iter().map(|claim| claim.id.as_str()));
    Unknown { what: "claim", word: word.to_owned(), nearest: nearest.map(str::to_owned), known: Vec::new() }
}

fn unknown_document(corpus: &Corpus, word: &str) -> Unknown {
    let known: Vec<String> = corpus.documents.iter().map(|document| document.id.clone()).collect();
    let mut unknown = Unknown::new("source", word, known);
    if unknown.nearest.is_none() {
        let outlet = nearest(word, corpus.documents.iter().map(|document| document.outlet.as_str()));
        unknown.nearest = outlet.map(str::to_owned);
    }
    unknown
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::group::tests::{claim as record, corpus};

    #[test]
    fn a_unique_beginning_or_hash_is_enough() {
        let mut corpus = corpus();
        corpus.claims = vec![record("one-aaa111", &[]), record("one-bbb222", &[])];
        for word in ["one-aaa111", "one-a", "aaa111", "aa"] {
            assert_eq!(claim(&corpus, word).map(|claim| claim.id.as_str()), Ok("one-aaa111"), "{word}");
        }
    }

    #[test]
    fn a_shared_beginning_names_what_it_could_mean() {
        let mut corpus = corpus();
        corpus.claims = vec![record("one-aaa111", &[]), record("one-aaa222", &[])];
        let error = claim(&corpus, "one-aaa").expect_err("two begin so");
        assert_eq!(error.to_string(), "`one-aaa` is the beginning of one-aaa111, one-aaa222");
    }

    #[test]
    fn an_unknown_id_gets_the_nearest() {
        let mut corpus = corpus();
        corpus.claims = vec![record("one-aaa111", &[])];
        let error = claim(&corpus, "one-aab111").expect_err("no such claim");
        assert_eq!(error.to_string(), "no claim is called `one-aab111`; did you mean `one-aaa111`?");
        assert!(claim(&corpus, "").is_err());
    }

    #[test]
    fn a_document_answers_to_id_outlet_and_file_name() {
        let corpus = corpus();
        for word in ["herald", "HERALD", "The Herald", "herald.txt", "articles/herald.txt"] {
            assert_eq!(document(&corpus, word), Ok(0), "{word}");
        }
        assert_eq!(document(&corpus, "heralt").expect_err("unknown").nearest.as_deref(), Some("herald"));
    }
}
