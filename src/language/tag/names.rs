//! What stands behind two names or a share: "Chad, Sudan sign accord", "the pact between Peru and Chile calls for".

use super::{Classes, Tag, Tagger};
use crate::language::named as w;

/// "a 29 percent rise": what a share with an article before it measures is a noun.
pub(super) fn measures(tagger: &Tagger, anchor: usize) -> bool {
    let figure = anchor.checked_sub(1).filter(|&it| tagger.tag(it) == Tag::Number);
    let article =
        figure.and_then(|it| it.checked_sub(1)).is_some_and(|it| matches!(tagger.word(it), w::A | w::AN | w::ANOTHER));
    article && matches!(tagger.word(anchor), w::PERCENT | w::CENT)
}

/// Tells whether the word at `at`, behind a name, is the only verb that its clause can have: that of two names at the head
/// of a headline, or of what is between two parties.
pub(super) fn acts(tagger: &Tagger, at: usize, anchor: usize) -> bool {
    let base = tagger.classes[at].has(Tag::Base);
    let open = tagger.state.finite.is_none() && !tagger.finite_in_rest(at) && tagger.tag(anchor) == Tag::Proper;
    open && if base { tagger.is_headline() && heads_line(tagger, anchor) } else { closes_pair(tagger, at, anchor) }
}

/// "Chad, Sudan …", "Chad and Sudan …": nothing but two names from the beginning of the line.
fn heads_line(tagger: &Tagger, anchor: usize) -> bool {
    let joins = |it: usize| tagger.tag(it) == Tag::Comma || tagger.word(it) == w::AND;
    let joined = (0..anchor).filter(|&it| joins(it)).count();
    joined == 1 && (0..anchor).all(|it| joins(it) || tagger.tag(it) == Tag::Proper)
}

/// "… between Peru and Chile calls": the two names end what the subject is between.
fn closes_pair(tagger: &Tagger, at: usize, anchor: usize) -> bool {
    let inside = |tag: Tag| matches!(tag, Tag::Proper | Tag::Determiner | Tag::Coordinator);
    let opener = (0..anchor).rev().find(|&it| !inside(tagger.tag(it)));
    let both = (0..anchor).rev().take_while(|&it| inside(tagger.tag(it))).any(|it| tagger.word(it) == w::AND);
    let verb = tagger.classes[at].meets(Classes::of(&[Tag::Present]));
    verb && both && opener.is_some_and(|it| tagger.word(it) == w::BETWEEN)
}
