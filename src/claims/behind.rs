//! Where the point of a noun of stance begins: behind its owner, behind "be", or in a clause set off from it.

use crate::language::Tag;
use crate::language::named;
use crate::language::parse::Parse;
use crate::rules::{Element, Pattern};

/// "A condition for such a deal would be that": the "be" of which the noun is the subject, for a pattern that begins
/// with it.
pub(super) fn copula_of(parse: &Parse<'_>, phrase: usize, pattern: &Pattern) -> Option<usize> {
    let be = named::BE;
    if pattern.elements.first() != Some(&Element::Literal(be)) {
        return None;
    }
    (0..parse.groups().len())
        .find(|&group| parse.groups()[group].lemma == be && parse.nodes()[group].subjects().contains(&phrase))
        .map(|group| parse.groups()[group].head)
}

/// "its demands, which include a truce": the verb of a clause set off behind the noun, for a pattern that begins with it.
pub(super) fn set_off_verb(parse: &Parse<'_>, at: usize, pattern: &Pattern) -> Option<usize> {
    let Some(&Element::Literal(first)) = pattern.elements.first() else { return None };
    let relative = at + usize::from(parse.tag(at) == Tag::Comma);
    let verb = relative + 1;
    (parse.lemma(verb) == first && matches!(parse.tag(relative), Tag::Relative | Tag::Subordinator)).then_some(verb)
}

/// Passes "by Syria", "of Israel", "from the union" after a noun cue.
pub(super) fn over_owner(parse: &Parse<'_>, at: usize) -> usize {
    if ![named::BY, named::OF, named::FROM].contains(&parse.word(at)) {
        return at;
    }
    parse.phrase_at(at + 1).map_or(at, |phrase| parse.phrases()[phrase].last + 1)
}
