//! Gerund, noun or adjective: "meeting", "ongoing", "fishing nations".

use super::super::lexicon::Frames;
use super::view::Right;
use super::{Classes, Tag, Tagger};
use crate::language::named as w;

/// Settles an -ing form.
pub(super) fn settle(tagger: &Tagger, at: usize) -> Tag {
    let next = tagger.after(at);
    let noun_first = tagger.lexicon.entry(tagger.tokens[at].word).preferred == Tag::Noun;
    let adjective_first = tagger.lexicon.entry(tagger.tokens[at].word).preferred == Tag::Adjective;
    let object = tagger.opens_object(next) || tagger.is(next, w::THAT) || tagger.right(at) == Right::Verb;
    let Some(anchor) = tagger.anchor(at) else { return leading_ing(tagger, at, object, noun_first) };
    let tag = tagger.tag(anchor);
    match tag {
        // "in the Kenyan reading Peru must": whose, behind an article and a name.
        Tag::Proper
            if matches!(tagger.word(at), w::READING | w::TELLING | w::THINKING) && is_of_name(tagger, anchor) =>
        {
            Tag::Noun
        }
        Tag::Determiner | Tag::Possessive | Tag::Genitive | Tag::Adjective | Tag::Number => {
            ing_in_phrase(tagger, at, anchor, object)
        }
        _ if tagger.is_verb(anchor, w::BE) || tagger.is_verb(anchor, w::CLITIC_S) => {
            if adjective_first && (!object || tagger.is(next, w::TO)) { Tag::Adjective } else { Tag::Gerund }
        }
        // "on Monday, fishing nations agreed"
        Tag::Comma if tagger.state.finite.is_none() && !tagger.opens_object(next) && describes_subject(tagger, at) => {
            Tag::Adjective
        }
        // "said mining projects should wait"
        _ if tagger.classes[at].has(Tag::Noun)
            && (tagger.takes(anchor, Frames::CLAUSE) || tagger.word(anchor) == w::THAT)
            && opens_subject(tagger, at) =>
        {
            Tag::Noun
        }
        // "an unconditional, lasting and complete ceasefire"
        Tag::Comma if within_adjectives(tagger, at, anchor) => Tag::Adjective,
        _ if object => Tag::Gerund,
        _ if adjective_first && tagger.is_nominal(next) => Tag::Adjective,
        Tag::Coordinator if joins_nouns(tagger, at, anchor) => Tag::Adjective,
        Tag::Noun | Tag::Plural | Tag::Proper | Tag::Preposition | Tag::Coordinator if noun_first => Tag::Noun,
        // "far apart on fishing"
        Tag::Preposition if tagger.classes[at].has(Tag::Noun) && tagger.is_mark(next) => Tag::Noun,
        _ if noun_first && !tagger.is_nominal(next) => Tag::Noun,
        // "on their intelligence sharing, trade and transit"
        Tag::Noun if tagger.is_mark(next) && closes_compound(tagger, anchor) => Tag::Noun,
        _ => Tag::Gerund,
    }
}

/// Tells whether an article stands before the name at `anchor`.
fn is_of_name(tagger: &Tagger, anchor: usize) -> bool {
    tagger.before(anchor).is_some_and(|it| tagger.tag(it) == Tag::Determiner)
}

/// Tells whether the noun at `anchor` is what an -ing form is done to, as one thing that somebody has.
fn closes_compound(tagger: &Tagger, anchor: usize) -> bool {
    tagger.before(anchor).is_some_and(|it| matches!(tagger.tag(it), Tag::Possessive | Tag::Genitive))
}

/// Tells whether an -ing form behind the comma `comma` stands between adjectives of one noun.
fn within_adjectives(tagger: &Tagger, at: usize, comma: usize) -> bool {
    let before = comma.checked_sub(1).is_some_and(|it| tagger.tag(it) == Tag::Adjective);
    let mut next = tagger.after(at);
    while next.is_some_and(|it| matches!(tagger.tag(it), Tag::Comma) || tagger.is(Some(it), w::AND)) {
        next = next.and_then(|it| tagger.after(it));
    }
    let adjective = tagger.can(next).has(Tag::Adjective) && next != tagger.after(at);
    before && adjective && tagger.is_nominal(next.and_then(|it| tagger.after(it)))
}

/// "months of rain and rising prices": no verb form stands before that this one could go on.
fn joins_nouns(tagger: &Tagger, at: usize, anchor: usize) -> bool {
    let noun =
        anchor.checked_sub(1).is_some_and(|it| Classes::NOUNS.has(tagger.tag(it)) || tagger.tag(it) == Tag::Adjective);
    let next = tagger.after(at);
    let free = !matches!(tagger.state.last, Some(Tag::Gerund)) && !(0..anchor).any(|it| tagger.tag(it) == Tag::Gerund);
    noun && free && tagger.is_nominal(next) && !tagger.opens_object(next)
}

/// "Fishing nations agreed", "Voting rights groups say": a plural and its verb follow, so that the form stands beside the
/// subject; an act as subject would take a singular verb ("Raising taxes hurts").
fn describes_subject(tagger: &Tagger, at: usize) -> bool {
    for it in at + 1..tagger.tokens.len() {
        let next = tagger.after(it);
        let can = tagger.can(next);
        let plural = tagger.classes[it].has(Tag::Plural);
        let agrees = can.has(Tag::Base)
            && can.has(Tag::Present)
            && next.is_some_and(|verb| !can.meets(Classes::NOUNS) || tagger.right(verb) == Right::Verb);
        let acts = can.has(Tag::Past)
            && next.is_some_and(|verb| tagger.takes(verb, Frames::CLAUSE) || tagger.takes(verb, Frames::INFINITIVE));
        // "Fishing rights were discussed"
        let be = [w::ARE, w::WERE, w::HAVE].iter().any(|&form| tagger.is(next, form));
        if plural && (agrees || acts || be) {
            return true;
        }
        if !tagger.is_nominal(Some(it)) {
            return false;
        }
    }
    false
}

/// Tells whether nouns and then a modal follow, so that the form begins the subject of a clause.
fn opens_subject(tagger: &Tagger, at: usize) -> bool {
    let noun = |it: &usize| tagger.can(Some(*it)).meets(Classes::NOUNS) && !tagger.can(Some(*it)).has(Tag::Modal);
    let end = (at + 1..tagger.tokens.len()).find(|it| !noun(it));
    end.is_some_and(|end| end > at + 1 && tagger.can(Some(end)).has(Tag::Modal))
}

fn leading_ing(tagger: &Tagger, at: usize, object: bool, noun_first: bool) -> Tag {
    let can = tagger.classes[at];
    let next = tagger.after(at);
    if !object && (can.has(Tag::Adjective) && tagger.is_nominal(next) || describes_subject(tagger, at)) {
        Tag::Adjective
    } else if !object && noun_first && !tagger.is(next, w::IN) {
        Tag::Noun
    } else {
        Tag::Gerund
    }
}

/// An -ing form inside a noun phrase: its head, or a word before the head.
fn ing_in_phrase(tagger: &Tagger, at: usize, anchor: usize, object: bool) -> Tag {
    let can = tagger.classes[at];
    let next = tagger.after(at);
    // "in a contentious hearing that capped the week"
    let relative = tagger.is(next, w::THAT)
        && can.has(Tag::Noun)
        && (0..anchor)
            .rev()
            .find(|&it| tagger.tag(it) != Tag::Adjective)
            .is_some_and(|it| tagger.tag(it) == Tag::Determiner);
    if object && !relative && !matches!(tagger.tag(anchor), Tag::Determiner) {
        return Tag::Gerund;
    }
    // "a lasting, balanced peace"
    let third = next.filter(|&it| tagger.tag(it) == Tag::Comma).and_then(|it| tagger.after(it));
    let listed = tagger.can(third).has(Tag::Adjective) && !tagger.can(third).has(Tag::Noun);
    if listed && tagger.is_nominal(third.and_then(|it| tagger.after(it))) {
        return Tag::Adjective;
    }
    if tagger.is_nominal(next) && !tagger.can(next).has(Tag::Preposition) {
        let noun = can.has(Tag::Noun) && !can.has(Tag::Adjective);
        return if noun && tagger.lexicon.entry(tagger.tokens[at].word).preferred == Tag::Noun {
            Tag::Noun
        } else {
            Tag::Adjective
        };
    }
    let predicate =
        tagger.tag(anchor) == Tag::Adjective && tagger.before(anchor).is_some_and(|it| tagger.is_verb(it, w::BE));
    if predicate && !can.has(Tag::Noun) { Tag::Gerund } else { Tag::Noun }
}
