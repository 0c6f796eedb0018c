//! Words that stand before a noun phrase or for one: "this", "all", "some", "both", "neither".

use super::view::Right;
use super::{Classes, Tag, Tagger};
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
    if matches!(word, "more" | "most" | "less" | "least" | "much" | "enough" | "all" | "half") && is_degree(tagger, at)
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
    let word = |it: Option<usize>| it.map_or("", |it| tagger.word(it));
    let (one, two) = (at.checked_sub(1), at.checked_sub(2));
    // Where "than" or the second "as" would stand.
    let hinge = match tagger.word(at) {
        "no" => Some(at + 2),
        "more" | "less" | "fewer" | "many" | "much" => Some(at + 1),
        "than" => Some(at),
        "as" if matches!(word(Some(at + 1).filter(|&it| it < tagger.tokens.len())), "many" | "much") => Some(at + 2),
        "as" if matches!(word(one), "many" | "much") && word(two) == "as" => Some(at),
        _ => None,
    };
    let Some(hinge) = hinge.filter(|&it| it > 0 && it + 1 < tagger.tokens.len()) else { return false };
    let pair = match tagger.word(hinge) {
        "than" => matches!(tagger.word(hinge - 1), "more" | "less" | "fewer"),
        "as" => matches!(tagger.word(hinge - 1), "many" | "much") && hinge > 1 && tagger.word(hinge - 2) == "as",
        _ => false,
    };
    let next = tagger.tokens[hinge + 1];
    let part = matches!(word(tagger.after(hinge + 1)), "tenth" | "fifth" | "quarter" | "third" | "half" | "dozen");
    let spelled = tagger.can(Some(hinge + 1)).has(Tag::Number);
    let figure =
        spelled || next.tag == Tag::Number || matches!(next.tag, Tag::Symbol) || tagger.word(hinge + 1) == "half";
    pair && (figure || tagger.word(hinge + 1) == "a" && part)
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
        "most" | "least" if owned && can.has(Tag::Adjective) => true,
        "more" | "most" | "less" | "least" => adjective || tagger.is(next, "than") && after_adjective,
        "enough" => after_adjective,
        "much" => tagger.is(next, "more") || tagger.is(next, "less"),
        _ => false,
    }
}

fn stands_before(tagger: &Tagger, at: usize, next: Option<usize>) -> bool {
    let can = tagger.can(next);
    if tagger.is(next, "said") {
        return false;
    }
    if tagger.is(next, "such")
        && matches!(tagger.word(at), "any" | "some" | "many" | "few" | "several" | "all" | "other")
    {
        return true;
    }
    // "any more raids"
    if matches!(tagger.word(at), "any" | "some" | "many" | "few")
        && next.is_some_and(|it| matches!(tagger.word(it), "more" | "fewer"))
        && tagger.is_nominal(next.and_then(|it| tagger.after(it)))
    {
        return true;
    }
    if can.meets(Classes::OPENERS) && !can.meets(Classes::FINITE) {
        return matches!(tagger.word(at), "all" | "both" | "half" | "such" | "many");
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
            "these" | "those" | "both" | "many" | "few" | "some" | "all" | "most" | "several" | "others"
        );
        return if plural { !can.has(Tag::Base) } else { can.has(Tag::Base) };
    }
    let singular = matches!(tagger.word(at), "this" | "each" | "another" | "either" | "neither");
    !(singular && can.has(Tag::Plural) && can.has(Tag::Present))
}

/// "neither accepted nor rejected it": a verb follows, and "nor" soon after.
fn denies_verbs(tagger: &Tagger, at: usize) -> bool {
    let next = tagger.after(at);
    let can = tagger.can(next);
    let verb = can.meets(Classes::of(&[Tag::Past, Tag::Participle]))
        || can.within(Classes::of(&[Tag::Base, Tag::Present, Tag::Modal]))
        || can.has(Tag::Base) && tagger.before(at).is_some_and(|it| tagger.tag(it) == Tag::Modal);
    verb && (at + 2..tagger.tokens.len().min(at + 12)).any(|it| tagger.word(it) == "nor")
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
            && tagger.word(at) == "either"
    {
        return if tagger.word(at) == "either"
            && tagger.before(at).is_some_and(|it| Classes::VERBS.has(tagger.tag(it)) || tagger.tag(it) == Tag::Noun)
        {
            Tag::Adverb
        } else {
            Tag::Pronoun
        };
    }
    // "wants the company either to hire or to cut"
    if tagger.word(at) != "neither" && tagger.is(next, "to") {
        // "urged both to sign", but "wanted both to sign and to seal"
        let again = |it: usize| {
            let next = tagger.after(it);
            tagger.word(it) == "and" && tagger.is(next, "to")
        };
        let asked = tagger.before(at).is_some_and(|it| ASKS.contains(tagger.word(it)));
        let mut behind = std::iter::successors(tagger.after(at), |&it| tagger.after(it)).take(12);
        if tagger.word(at) == "both" && asked && !behind.any(again) {
            return Tag::Pronoun;
        }
        return Tag::Adverb;
    }
    if tagger.word(at) == "neither" && denies_verbs(tagger, at) {
        return Tag::Negation;
    }
    let verbal = tagger.before(at).is_some_and(|it| Classes::VERBS.has(tagger.tag(it)) || tagger.tag(it) == Tag::Modal);
    // "would both rather wait"
    if tagger.word(at) == "both" && verbal && can.within(Classes::of(&[Tag::Adverb])) {
        return Tag::Adverb;
    }
    // "Egypt and Sudan both accepted a gauge"
    let pair_before = tagger.before(at).is_some_and(|it| {
        matches!(tagger.tag(it), Tag::Proper | Tag::Plural)
            && (0..it).rev().take(4).any(|before| tagger.word(before) == "and")
            || tagger.tag(it) == Tag::Pronoun
    });
    if tagger.word(at) == "both" && pair_before && can.has(Tag::Past) && !can.has(Tag::Noun) {
        return Tag::Adverb;
    }
    let choice =
        tagger.word(at) == "either" && verbal && next.is_some_and(|it| matches!(tagger.word(it), "a" | "an" | "the"));
    if choice && (at + 2..tagger.tokens.len()).any(|it| tagger.word(it) == "or") {
        return Tag::Adverb;
    }
    let pair =
        can.within(Classes::VERBS) && verbal || can.within(Classes::of(&[Tag::Preposition])) && !tagger.is(next, "of");
    if pair {
        return Tag::Coordinator;
    }
    if stands_before(tagger, at, next) { Tag::Determiner } else { Tag::Pronoun }
}
