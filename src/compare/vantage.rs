//! From when an article speaks: what was agreed in a meeting cannot stand in an article from before it.
//!
//! The date of publication tells, and where it is not known, the head of the article: one that opens with talks that
//! "are expected to" or "are scheduled to" take place, and reports nothing as agreed, was written before them.

use std::sync::OnceLock;

use regex::Regex;

use crate::document::Document;
use crate::record::{Claim, Kind, Status};

/// How much prose is the head of an article, in bytes.
const HEAD: usize = 900;

/// Talks that are still to come.
const AHEAD: &str = r"(?xi)
    \b(?:is|are|was|were)\s+(?:now\s+|also\s+)?(?:expected|scheduled|due|set|slated|poised|preparing|planning)\s+to\s+
      (?:\w+\s+){0,2}?(?:meet|return|begin|start|resume|convene|hold|open|sit|gather|reconvene|travel|take|attend|launch)\b
  | \bahead\ of\ (?:the\ |a\ |an\ |their\ |next\ |this\ )?(?:\w+\s+){0,2}?(?:talks|meeting|round|summit|session|negotiations)\b
  | \bwill\ (?:meet|convene|sit\ down|return\ to\ the\ (?:negotiating\ )?table|begin\ talks|hold\ (?:\w+\s+){0,2}?talks)\b
  | \b(?:upcoming|forthcoming|planned|looming)\ (?:\w+\s+)?(?:talks|meeting|round|summit|session|negotiations)\b";

/// Tells whether `document` was written before the talks it is about; `claims` are its own.
pub(super) fn looks_ahead<'a>(document: &Document, mut claims: impl Iterator<Item = &'a Claim>) -> bool {
    static PATTERN: OnceLock<Option<Regex>> = OnceLock::new();
    let Some(pattern) = PATTERN.get_or_init(|| Regex::new(AHEAD).ok()) else { return false };
    let outcome =
        |claim: &Claim| claim.kind == Kind::Agreed && claim.status == Status::Stated && claim.holders.len() > 1;
    !claims.any(outcome) && pattern.is_match(&head(document))
}

/// The first prose of an article; the first of its text where its layout is not known.
fn head(document: &Document) -> String {
    let mut head = if document.blocks.is_empty() { document.text.clone() } else { String::new() };
    for block in document.blocks.iter().filter(|block| block.kind.is_prose()) {
        if head.len() >= HEAD {
            break;
        }
        head.push_str(document.words(block));
        head.push('\n');
    }
    head.truncate(head.floor_char_boundary(HEAD));
    head
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ahead(text: &str) -> bool {
        looks_ahead(&Document::from_text("a", text), std::iter::empty())
    }

    #[test]
    fn talks_to_come_at_the_head_make_an_article_from_before_them() {
        assert!(ahead("Envoys of Norland and Sudmark are expected to return to the negotiating table on Monday."));
        assert!(ahead("Norland set out its terms ahead of next week's talks. Ahead of the talks it said little."));
        assert!(!ahead("Norland and Sudmark met in Lom. They agreed on a hotline."));
        let long = "The two sides met in Lom for talks on the border. ".repeat(30);
        assert!(!ahead(&format!("{long}They are expected to meet again.")));
    }
}
