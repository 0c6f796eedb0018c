//! Names that a text abbreviates in brackets: "the Dock, Rail and Canal Union (DRCU)".
//!
//! The letters in the brackets say where the name before them begins, across the commas and the "and" inside it. This
//! stage reads words and their first letters; what kind of body bears the name is not decided here.

use super::name_word::{is_name_word, kind_of};
use crate::language::Tag;
use crate::language::named;
use crate::language::parse::Parse;

/// How many tokens before the brackets a name may reach.
const REACH: usize = 14;

/// A name and its abbreviation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Abbreviated {
    /// The first token of the name.
    pub(super) first: usize,
    /// Its last token, before the bracket.
    pub(super) last: usize,
    /// The abbreviation as written.
    pub(super) short: String,
    /// Whether its letters are those of the name.
    pub(super) spelled: bool,
}

/// The name that is abbreviated in the brackets that open at `open`.
pub(super) fn abbreviated(parse: &Parse<'_>, open: usize) -> Option<Abbreviated> {
    let brackets = parse.tag(open) == Tag::OpenBracket && parse.tag(open + 2) == Tag::CloseBracket;
    let last = open.checked_sub(1).filter(|_| brackets)?;
    let short = parse.text_at(open + 1);
    let letters: Vec<char> = short.chars().filter(|c| c.is_uppercase()).collect();
    if letters.len() < 2 || !short.chars().all(char::is_alphanumeric) {
        return None;
    }
    let begun = beginning(parse, last, &letters);
    let first = begun.or_else(|| foreign(parse, last))?;
    Some(Abbreviated { first, last, short: short.to_owned(), spelled: begun.is_some() })
}

/// The nearest token from which the words up to `last` account for all `letters`.
fn beginning(parse: &Parse<'_>, last: usize, letters: &[char]) -> Option<usize> {
    let from = last.saturating_sub(REACH);
    let head = is_name_word(parse, last) || kind_of(parse, last).is_some();
    let within = (from..=last).rev().take_while(|&at| at == last && head || is_part(parse, at));
    let initial = |at: usize| parse.text_at(at).chars().next().and_then(|first| first.to_uppercase().next());
    let mut starts =
        within.filter(|&at| at < last && is_name_word(parse, at) && initial(at) == letters.first().copied());
    starts.find(|&first| spells(parse, first, last, letters))
}

/// A word of a name, or what joins two of them.
fn is_part(parse: &Parse<'_>, at: usize) -> bool {
    is_name_word(parse, at) || is_joint(parse, at)
}

/// The comma, "and", "of", "for", "the", "in", "to" and the genitive inside a name.
pub(super) fn is_joint(parse: &Parse<'_>, at: usize) -> bool {
    matches!(parse.tag(at), Tag::Comma | Tag::Genitive)
        || [named::AND, named::OF, named::FOR, named::THE, named::IN, named::TO].contains(&parse.word(at))
        || parse.text_at(at) == "&"
}

/// Tells whether the first letters of the words `first..=last` hold `letters` in order; one word may be left over, and
/// those that say what sort of body it is ("Workers", "Union").
fn spells(parse: &Parse<'_>, first: usize, last: usize, letters: &[char]) -> bool {
    let mut left = letters.iter().peekable();
    let mut over = 0;
    for at in first..=last {
        let spare = is_joint(parse, at) || kind_of(parse, at).is_some();
        for part in parse.text_at(at).split('-') {
            let initial = part.chars().next().and_then(|first| first.to_uppercase().next());
            if initial.is_some() && left.peek().copied().copied() == initial {
                left.next();
            } else {
                over += usize::from(!spare);
            }
        }
    }
    left.peek().is_none() && over < 2
}

/// A name of several words up to its head, abbreviated in another language: "Colombian Farmers' Federation (FAC)".
fn foreign(parse: &Parse<'_>, last: usize) -> Option<usize> {
    let mut first = last;
    while first > 0 && (is_name_word(parse, first - 1) || within_name(parse, first - 1)) {
        first -= 1;
    }
    let first = (first..last).find(|&at| is_name_word(parse, at))?;
    (first..=last).any(|at| kind_of(parse, at).is_some()).then_some(first)
}

/// "of", "for" and the genitive between two words of a name.
fn within_name(parse: &Parse<'_>, at: usize) -> bool {
    let joins = [named::OF, named::FOR].contains(&parse.word(at)) || parse.tag(at) == Tag::Genitive;
    joins && at > 0 && is_name_word(parse, at - 1) && is_name_word(parse, at + 1)
}
