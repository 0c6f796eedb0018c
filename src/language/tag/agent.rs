//! Whether a form that may be a past or a participle has an agent behind it, or a subject of its own before it.

use super::{Classes, Tag, Tagger};
use crate::language::named as w;
use crate::language::word_list::words;

/// Tells whether the form at `at` is followed by who does it: "offered by", "put forward by".
pub(super) fn agent_follows(tagger: &Tagger, at: usize) -> bool {
    let next = tagger.after(at);
    let particle = tagger.can(next).within(Classes::of(&[Tag::Adverb, Tag::Preposition]));
    let by = if tagger.is(next, w::BY) { next } else { next.and_then(|it| tagger.after(it)).filter(|_| particle) };
    let Some(by) = by.filter(|&by| tagger.is(Some(by), w::BY)) else { return false };
    !(by_share(tagger, by) && Some(by) == next || by_doing(tagger, at, by))
}

/// "voted by 97% to strike"
fn by_share(tagger: &Tagger, by: usize) -> bool {
    let share = tagger.after(by).filter(|&it| tagger.tag(it) == Tag::Number);
    share.is_some_and(|it| {
        let after = tagger.after(it);
        [w::TO, w::AGAINST, w::PERCENT, w::PER, w::IN].iter().any(|&word| tagger.is(after, word))
    })
}

/// "Kenya opened by asking that", "responded by closing the gate": what the subject does says how it does it.
pub(super) fn by_doing(tagger: &Tagger, at: usize, by: usize) -> bool {
    let doing = tagger.can(tagger.after(by));
    let begun = words![
        "answered",
        "began",
        "closed",
        "concluded",
        "countered",
        "ended",
        "finished",
        "opened",
        "reacted",
        "replied",
        "responded",
        "retaliated",
        "started",
    ];
    tagger.is_one(at, begun) && doing.has(Tag::Gerund) && tagger.state.owed > 0 && !tagger.finite_ahead(at)
}

/// "proposed a loan but Kenya pushed for a grant", "refused the loan and Kenya balked at the levy": a name behind a
/// coordinator, where a clause is complete and no name stands before it, opens another clause.
pub(super) fn is_contrasted(tagger: &Tagger, anchor: usize) -> bool {
    let inside = |tag: Tag| Classes::NOUNS.has(tag) || matches!(tag, Tag::Determiner | Tag::Adjective | Tag::Genitive);
    let Some(it) = (0..anchor).rev().find(|&it| !inside(tagger.tag(it))) else { return false };
    if tagger.state.finite.is_none() {
        return false;
    }
    let named = it + 1 == anchor && tagger.tag(anchor) == Tag::Proper;
    let common = it.checked_sub(1).is_some_and(|before| matches!(tagger.tag(before), Tag::Noun | Tag::Plural));
    tagger.word(it) == w::BUT || tagger.word(it) == w::AND && named && common
}
