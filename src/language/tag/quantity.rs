//! Words that stand before a noun phrase or for one: "this", "all", "some", "both", "neither".

use super::view::Right;
use super::{Classes, Tag, Tagger, Word};
use crate::language::named as w;
use crate::language::word_list::{WordList, words};

/// Settles a determiner that may be a pronoun; `None` for other words.
pub(super) fn settle(tagger: &Tagger, at: usize) -> Option<Tag> {
    let can = tagger.classes[at];
    if bounds(tagger, at) {
        return Some(Tag::Adverb);
    }
    if !(can.has(Tag::Determiner) && can.has(Tag::Pronoun)) {
        return None;
    }
    let word = tagger.word(at);
    let next = tagger.after(at);
    if matches!(word, w::MORE | w::MOST | w::LESS | w::LEAST | w::MUCH | w::ENOUGH | w::ALL | w::HALF)
        && is_degree(tagger, at)
    {
        return Some(Tag::Adverb);
    }
    if can.has(Tag::Adjective)
        && tagger.before(at).is_some_and(|it| matches!(tagger.tag(it), Tag::Determiner | Tag::Possessive))
    {
        return Some(Tag::Adjective);
    }
    Some(if stands_before(tagger, at, next) { Tag::Determiner } else { Tag::Pronoun })
}

/// Tells whether a word belongs to "no more than", "fewer than", "as many as", "as much as" before a figure.
pub(super) fn bounds(tagger: &Tagger, at: usize) -> bool {
    let word = |it: Option<usize>| it.map_or(Word::UNKNOWN, |it| tagger.word(it));
    let (one, two) = (at.checked_sub(1), at.checked_sub(2));
    // Where "than" or the second "as" would stand.
    let hinge = match tagger.word(at) {
        w::NO => Some(at + 2),
        w::MORE | w::LESS | w::FEWER | w::MANY | w::MUCH => Some(at + 1),
        w::THAN => Some(at),
        w::AS if matches!(word(Some(at + 1).filter(|&it| it < tagger.tokens.len())), w::MANY | w::MUCH) => Some(at + 2),
        w::AS if matches!(word(one), w::MANY | w::MUCH) && word(two) == w::AS => Some(at),
        _ => None,
    };
    let Some(hinge) = hinge.filter(|&it| it > 0 && it + 1 < tagger.tokens.len()) else { return false };
    let pair = match tagger.word(hinge) {
        w::THAN => matches!(tagger.word(hinge - 1), w::MORE | w::LESS | w::FEWER),
        w::AS => matches!(tagger.word(hinge - 1), w::MANY | w::MUCH) && hinge > 1 && tagger.word(hinge - 2) == w::AS,
        _ => false,
    };
    let next = tagger.tokens[hinge + 1];
    let part =
        matches!(word(tagger.after(hinge + 1)), w::TENTH | w::FIFTH | w::QUARTER | w::THIRD | w::HALF | w::DOZEN);
    let spelled = tagger.can(Some(hinge + 1)).has(Tag::Number);
    let figure =
        spelled || next.tag == Tag::Number || matches!(next.tag, Tag::Symbol) || tagger.word(hinge + 1) == w::HALF;
    pair && (figure || tagger.word(hinge + 1) == w::A && part)
}

/// "more probable", "much more", "enough to": degree, not quantity.
fn is_degree(tagger: &Tagger, at: usize) -> bool {
    let next = tagger.after(at);
    let can = tagger.can(next);
    let adjective = can.within(Classes::of(&[Tag::Adjective, Tag::Adverb]))
        && !tagger.is_nominal(next.and_then(|it| tagger.after(it)))
        || can == Classes::one(Tag::Adverb);
    let word = tagger.word(at);
    let after_adjective = tagger.before(at).is_some_and(|it| matches!(tagger.tag(it), Tag::Adjective | Tag::Adverb));
    // "its most bitter foe"
    let owned = tagger.before(at).is_some_and(|it| matches!(tagger.tag(it), Tag::Possessive | Tag::Genitive));
    match word {
        w::MOST | w::LEAST if owned && can.has(Tag::Adjective) => true,
        w::MORE | w::MOST | w::LESS | w::LEAST => adjective || tagger.is(next, w::THAN) && after_adjective,
        w::ENOUGH => after_adjective,
        w::MUCH => tagger.is(next, w::MORE) || tagger.is(next, w::LESS),
        _ => false,
    }
}

fn stands_before(tagger: &Tagger, at: usize, next: Option<usize>) -> bool {
    let can = tagger.can(next);
    if tagger.is(next, w::SAID) {
        return false;
    }
    if tagger.is(next, w::SUCH)
        && matches!(tagger.word(at), w::ANY | w::SOME | w::MANY | w::FEW | w::SEVERAL | w::ALL | w::OTHER)
    {
        return true;
    }
    // "any more raids"
    if matches!(tagger.word(at), w::ANY | w::SOME | w::MANY | w::FEW)
        && next.is_some_and(|it| matches!(tagger.word(it), w::MORE | w::FEWER))
        && tagger.is_nominal(next.and_then(|it| tagger.after(it)))
    {
        return true;
    }
    if can.meets(Classes::OPENERS) && !can.meets(Classes::FINITE) {
        return matches!(tagger.word(at), w::ALL | w::BOTH | w::HALF | w::SUCH | w::MANY);
    }
    if next.is_some_and(|it| tagger.tag(it) == Tag::Number) {
        return true;
    }
    let participle = can.has(Tag::Participle)
        && !can.has(Tag::Noun)
        && tagger.is_nominal(next.and_then(|it| tagger.after(it)))
        && !tagger.opens_object(next.and_then(|it| tagger.after(it)));
    let gerund = can.has(Tag::Gerund);
    if !tagger.is_nominal(next) && !participle && !gerund {
        let adverb = can == Classes::one(Tag::Adverb);
        return adverb
            && tagger.can(next.and_then(|it| tagger.after(it))).within(Classes::of(&[
                Tag::Adjective,
                Tag::Participle,
                Tag::Past,
            ]));
    }
    let Some(next) = next else { return false };
    let verb = can.has(Tag::Present) && !can.within(Classes::NOUNS);
    if verb && tagger.right(next) == Right::Verb {
        // "both demand that …", "this offers a way"; but "these demands the minister made" is rare.
        let plural = matches!(
            tagger.word(at),
            w::THESE | w::THOSE | w::BOTH | w::MANY | w::FEW | w::SOME | w::ALL | w::MOST | w::SEVERAL | w::OTHERS
        );
        return if plural { !can.has(Tag::Base) } else { can.has(Tag::Base) };
    }
    let singular = matches!(tagger.word(at), w::THIS | w::EACH | w::ANOTHER | w::EITHER | w::NEITHER);
    !(singular && can.has(Tag::Plural) && can.has(Tag::Present))
}

/// "neither accepted nor rejected it": a verb follows, and "nor" soon after.
fn denies_verbs(tagger: &Tagger, at: usize) -> bool {
    let next = tagger.after(at);
    let can = tagger.can(next);
    let verb = can.meets(Classes::of(&[Tag::Past, Tag::Participle]))
        || can.within(Classes::of(&[Tag::Base, Tag::Present, Tag::Modal]))
        || can.has(Tag::Base) && tagger.before(at).is_some_and(|it| tagger.tag(it) == Tag::Modal);
    verb && (at + 2..tagger.tokens.len().min(at + 12)).any(|it| tagger.word(it) == w::NOR)
}

/// Verbs that put something to two who negotiate: "urged both to sign".
const ASKS: &WordList = words![
    "ask",
    "asked",
    "asking",
    "asks",
    "beg",
    "begged",
    "call",
    "implored",
    "instructed",
    "invited",
    "invites",
    "order",
    "ordered",
    "press",
    "pressed",
    "presses",
    "pressing",
    "push",
    "pushed",
    "pushing",
    "told",
    "urge",
    "urged",
    "urges",
    "urging",
    "want",
    "wanted",
    "wants",
];

/// "both", "either" and "neither", which also pair with "and", "or" and "nor".
pub(super) fn paired(tagger: &Tagger, at: usize) -> Tag {
    let next = tagger.after(at);
    let can = tagger.can(next);
    if next.is_none()
        || tagger.is_mark(next)
            && tagger.before(at).is_some_and(|it| tagger.tag(it) != Tag::Preposition)
            && tagger.word(at) == w::EITHER
    {
        return if tagger.word(at) == w::EITHER
            && tagger.before(at).is_some_and(|it| Classes::VERBS.has(tagger.tag(it)) || tagger.tag(it) == Tag::Noun)
        {
            Tag::Adverb
        } else {
            Tag::Pronoun
        };
    }
    // "wants the company either to hire or to cut"
    if tagger.word(at) != w::NEITHER && tagger.is(next, w::TO) {
        // "urged both to sign", but "wanted both to sign and to seal"
        let again = |it: usize| {
            let next = tagger.after(it);
            tagger.word(it) == w::AND && tagger.is(next, w::TO)
        };
        let asked = tagger.before(at).is_some_and(|it| tagger.is_one(it, ASKS));
        let mut behind = std::iter::successors(tagger.after(at), |&it| tagger.after(it)).take(12);
        if tagger.word(at) == w::BOTH && asked && !behind.any(again) {
            return Tag::Pronoun;
        }
        return Tag::Adverb;
    }
    if tagger.word(at) == w::NEITHER && denies_verbs(tagger, at) {
        return Tag::Negation;
    }
    let verbal = tagger.before(at).is_some_and(|it| Classes::VERBS.has(tagger.tag(it)) || tagger.tag(it) == Tag::Modal);
    // "would both rather wait"
    if tagger.word(at) == w::BOTH && verbal && can.within(Classes::of(&[Tag::Adverb])) {
        return Tag::Adverb;
    }
    // "Egypt and Sudan both accepted a gauge"
    let pair_before = tagger.before(at).is_some_and(|it| {
        matches!(tagger.tag(it), Tag::Proper | Tag::Plural)
            && (0..it).rev().take(4).any(|before| tagger.word(before) == w::AND)
            || tagger.tag(it) == Tag::Pronoun
    });
    if tagger.word(at) == w::BOTH && pair_before && can.has(Tag::Past) && !can.has(Tag::Noun) {
        return Tag::Adverb;
    }
    let choice = tagger.word(at) == w::EITHER
        && verbal
        && next.is_some_and(|it| matches!(tagger.word(it), w::A | w::AN | w::THE));
    if choice && (at + 2..tagger.tokens.len()).any(|it| tagger.word(it) == w::OR) {
        return Tag::Adverb;
    }
    let pair =
        can.within(Classes::VERBS) && verbal || can.within(Classes::of(&[Tag::Preposition])) && !tagger.is(next, w::OF);
    if pair {
        return Tag::Coordinator;
    }
    if stands_before(tagger, at, next) { Tag::Determiner } else { Tag::Pronoun }
}
