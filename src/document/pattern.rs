//! What can be told of a line from the line alone: menus, credits, captions, bylines and datelines.
//!
//! It never looks at the lines around, and leaves what may be prose undecided.

use super::shape::{End, Shape, head};
use super::{BlockKind, date, furniture, picture};

/// Words of a dateline that are not names.
const DATELINE_WORDS: &str = " published updated posted last modified first issued date on at in min mins minute minutes read gmt utc am pm a.m. p.m. est edt et bst cet local time ago \
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun issue no vol volume ";

/// Heads of a line that says who wrote or sent a report.
const BYLINES: [&str; 8] =
    ["by ", "written by ", "compiled by ", "reported by ", "edited by ", "translated by ", "words by ", "author: "];

/// Words of which one alone says whose report it is.
const ROLES: [&str; 12] = [
    "staff writer",
    "staff writers",
    "staff reporter",
    "staff",
    "correspondent",
    "senior correspondent",
    "special correspondent",
    "diplomatic correspondent",
    "foreign correspondent",
    "contributor",
    "our correspondent",
    "news desk",
];

/// Heads of a bracket or line that credits reporters and editors.
const CREDITS: [&str; 11] = [
    "reporting by ",
    "additional reporting ",
    "writing by ",
    "editing by ",
    "compiled by ",
    "edited by ",
    "translated by ",
    "with reporting by ",
    "with files from ",
    "with additional reporting",
    "with inputs from ",
];

/// Tells what the line `text` is, where that can be told without its neighbours.
pub(super) fn kind(text: &str, shape: &Shape) -> Option<BlockKind> {
    if furniture::is_rule(text) {
        return Some(BlockKind::Furniture);
    }
    let lower = head(text, 300).to_lowercase();
    if shape.words <= 14 && shape.end != End::Question {
        if is_byline(text, &lower, shape) {
            return Some(BlockKind::Byline);
        }
        if is_dateline(text, shape) {
            return Some(BlockKind::Dateline);
        }
    }
    if credits_reporters(&lower) && shape.words <= 40 {
        return Some(BlockKind::Credit);
    }
    if furniture::is_furniture(text, &lower, shape) {
        return Some(BlockKind::Furniture);
    }
    picture::kind(text, &lower, shape)
}

/// Tells whether `lower`, a line or the inside of a bracket, credits reporters and editors.
pub(super) fn credits_reporters(lower: &str) -> bool {
    let bare = lower.trim_start_matches(['(', '[']);
    CREDITS.iter().any(|head| bare.starts_with(head))
}

fn is_byline(text: &str, lower: &str, shape: &Shape) -> bool {
    if ROLES.contains(&lower) {
        return true;
    }
    let Some(intro) = BYLINES.iter().find(|intro| lower.starts_with(*intro)) else { return false };
    let named = text.get(intro.len()..).and_then(|rest| rest.trim_start().chars().next());
    shape.end == End::Open && named.is_some_and(char::is_uppercase)
}

/// Tells whether a short line gives a date and next to nothing besides: "Amman, 26 March 2026".
pub(super) fn is_dateline(text: &str, shape: &Shape) -> bool {
    if text.len() > 160 || shape.sentences {
        return false;
    }
    let dates = date::find(text);
    if dates.is_empty() {
        return false;
    }
    let (mut rest, mut at) = (String::new(), 0);
    for found in &dates {
        rest.push_str(&text[at..found.span.start]);
        rest.push(' ');
        at = found.span.end;
    }
    rest.push_str(&text[at..]);
    let left = rest
        .split(|c: char| c.is_whitespace() || matches!(c, '|' | ',' | '·' | '•' | '(' | ')' | ':' | '/' | '–' | '—'))
        .filter(|word| word.chars().any(char::is_alphabetic) && !is_dateline_word(word));
    let (mut count, mut named) = (0, true);
    for word in left {
        count += 1;
        named &= word.starts_with(char::is_uppercase);
    }
    let allowed = if dates.iter().any(|found| found.year) { 5 } else { 0 };
    named && count <= allowed
}

fn is_dateline_word(word: &str) -> bool {
    let bare = word.trim_end_matches('.').to_lowercase();
    [bare.as_str(), word.to_lowercase().as_str()].iter().any(|word| DATELINE_WORDS.contains(&format!(" {word} ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn expect(wanted: Option<BlockKind>, lines: &[&str]) {
        for line in lines {
            assert_eq!(kind(line, &Shape::of(line)), wanted, "{line}");
        }
    }

    #[test]
    fn date_lines_are_known_and_headings_with_a_date_are_not() {
        expect(
            Some(BlockKind::Dateline),
            &[
                "Middle East 08-01-2026 | 16:01",
                "Amman, 26 March 2026",
                "Thursday, Sept. 12, 2024",
                "Published 18 Sep 2025, 17:40 | Updated 27 Sep 2025, 09:12 | 4 min read",
                "Policy Brief 41 · February 2026",
                "Posted on July 30, 2025 at 9:15 a.m. EDT",
            ],
        );
        expect(
            None,
            &["The meeting of 6 January 2026", "March 8 Movement", "Talks began on 6 January 2026.", "After 7 May"],
        );
    }

    #[test]
    fn bylines_are_known_and_prose_that_begins_with_by_is_not() {
        expect(
            Some(BlockKind::Byline),
            &["By Dana Kowalczyk", "BY DANA KOWALCZYK", "Staff Writer", "Compiled by Crossroads Wire"],
        );
        expect(
            None,
            &[
                "By Friday the talks had failed.",
                "By the end",
                "By Monday both sides had agreed to meet in a third city and to bring their own maps",
            ],
        );
    }

    #[test]
    fn reporters_are_credited_in_brackets_or_without() {
        expect(
            Some(BlockKind::Credit),
            &["(Reporting by bureau staff; editing by R. Aldous)", "Additional reporting by A. Levi."],
        );
    }
}
