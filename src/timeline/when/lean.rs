//! What stands before a time: the preposition that bounds it, and whether the clause looks back or ahead.

use super::Bound;
use crate::text::Span;

/// Where a clause looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// To what was.
    Back,
    /// To what is to come.
    Ahead,
    /// Nothing tells.
    Either,
}

/// What the words before a time say of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Lean {
    /// Where the time begins, a bounding preposition included.
    pub(super) start: usize,
    pub(super) bound: Bound,
    pub(super) side: Side,
}

/// The words that are looked at before a time.
const NEAR: usize = 10;

/// What is to come.
const AHEAD: &[&str] = &[
    "will",
    "shall",
    "due",
    "scheduled",
    "slated",
    "expected",
    "plans",
    "planned",
    "planning",
    "hopes",
    "upcoming",
    "must",
    "intends",
    "wants",
];

/// What is done on a day that is set: "agreed to meet on Tuesday".
const TO_COME: &[&str] = &[
    "be",
    "begin",
    "start",
    "resume",
    "meet",
    "hold",
    "return",
    "reconvene",
    "sign",
    "take",
    "visit",
    "travel",
    "continue",
    "open",
    "convene",
    "gather",
    "vote",
    "decide",
    "present",
    "deliver",
    "arrive",
    "host",
    "launch",
    "send",
    "come",
    "leave",
    "withdraw",
    "complete",
    "finish",
    "end",
    "reach",
];

/// Past forms that do not end in "ed".
const BACK: &[&str] = &[
    "said", "told", "met", "held", "began", "took", "went", "came", "gave", "left", "put", "saw", "made", "was",
    "were", "had", "did", "spoke", "wrote", "drew", "broke", "struck", "won", "sent", "brought", "found", "became",
    "has", "have",
];

/// Looks at the words of `text` before `span`; a form that is `bare` is a time only behind a preposition, and its
/// bound is then never guessed.
pub(super) fn of(text: &str, span: Span, bare: bool) -> Option<Lean> {
    let before = &text[..span.start];
    let (preposition, at) = last_word(before);
    // "on a Tuesday", "every March": any of them.
    let named = text[span.start..].starts_with(char::is_uppercase);
    if named && matches!(preposition.as_str(), "a" | "an" | "any" | "each" | "every") {
        return None;
    }
    let bound = match preposition.as_str() {
        "since" => Some(Bound::Since),
        "until" | "till" | "by" => Some(Bound::Until),
        "before" => Some(Bound::Before),
        "after" => Some(Bound::After),
        "from" => Some(if back(&before[..at]) { Bound::Since } else { Bound::After }),
        _ => None,
    };
    let governed = bound.is_some() || matches!(preposition.as_str(), "in" | "during" | "throughout");
    if bare && !governed {
        return None;
    }
    let side = match bound {
        Some(Bound::Until) => Side::Ahead,
        Some(Bound::Since) => Side::Back,
        _ => side(before),
    };
    let start = if bound.is_some() { at } else { span.start };
    Some(Lean { start, bound: bound.unwrap_or(Bound::At), side })
}

fn back(before: &str) -> bool {
    side(before) == Side::Back
}

/// The nearest verb that tells, within the clause.
fn side(before: &str) -> Side {
    let clause = before
        .rfind([',', ';', ':', '(', '—', '–', '.', '“', '"'])
        .map_or(before, |at| before[at..].trim_start_matches(|letter: char| !letter.is_alphanumeric()));
    let words: Vec<String> = clause.split_whitespace().map(str::to_lowercase).collect();
    let words = &words[words.len().saturating_sub(NEAR)..];
    for (at, word) in words.iter().enumerate().rev() {
        let after = words.get(at + 1).map(String::as_str);
        let to_come = word == "to" && after.is_some_and(|after| TO_COME.contains(&after));
        let set = word == "set" && matches!(after, Some("to" | "for"));
        if to_come || set || AHEAD.contains(&word.as_str()) {
            return Side::Ahead;
        }
        if BACK.contains(&word.as_str()) || (word.len() > 3 && word.ends_with("ed")) {
            return Side::Back;
        }
    }
    Side::Either
}

/// The word right before the end of `before`, in lower case, and where it begins; an article in between is passed.
fn last_word(before: &str) -> (String, usize) {
    let mut rest = before.trim_end();
    for article in [" the", " about", " around", " at least"] {
        rest = rest.strip_suffix(article).unwrap_or(rest);
    }
    let at = rest
        .rfind(|letter: char| !letter.is_alphabetic())
        .map_or(0, |at| at + rest[at..].chars().next().map_or(1, char::len_utf8));
    (rest[at..].to_lowercase(), at)
}
