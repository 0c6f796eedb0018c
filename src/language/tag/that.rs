//! "that": determiner, pronoun, relative word, or the beginning of what is said.

use super::super::lexicon::Frames;
use super::view::Right;
use super::{Classes, Tag, Tagger};
use crate::language::named as w;
use crate::language::word_list::words;

/// "that" as determiner, pronoun, or the beginning of a clause.
pub(super) fn settle(tagger: &Tagger, at: usize) -> Tag {
    let next = tagger.after(at);
    // "that can of paint"
    if tagger.is(next, w::CAN) && tagger.is(next.and_then(|it| tagger.after(it)), w::OF) {
        return Tag::Determiner;
    }
    // "ruled that out"
    let closes = |it: usize| tagger.after(it).is_none_or(|after| tagger.is_mark(Some(after)));
    if next.is_some_and(|it| tagger.is_one(it, words!["out", "down", "off", "aside"]) && closes(it)) {
        return Tag::Pronoun;
    }
    let verb = verb_follows(tagger, next);
    let Some(before) = tagger.before(at) else {
        return if verb || tagger.is_mark(next) { Tag::Pronoun } else { alone(tagger, next) };
    };
    if tagger.is_mark(next) && !matches!(next.map(|it| tagger.tag(it)), Some(Tag::Comma | Tag::Dash | Tag::Number)) {
        return Tag::Pronoun;
    }
    match tagger.tag(before) {
        // "pointed out that the plan failed"
        Tag::Preposition if !verb && tagger.word(before) == w::OUT && behind_verb(tagger, before) => {
            if tagger.clause_follows(at) { Tag::Subordinator } else { alone(tagger, next) }
        }
        Tag::Preposition => {
            let determiner = alone(tagger, next) == Tag::Determiner;
            if determiner { Tag::Determiner } else { Tag::Pronoun }
        }
        Tag::Noun | Tag::Plural | Tag::Proper | Tag::Pronoun => after_noun(tagger, at, before, verb),
        Tag::Stop | Tag::Colon if verb => Tag::Pronoun,
        Tag::Stop | Tag::Colon => alone(tagger, next),
        Tag::Comma | Tag::Coordinator | Tag::Dash | Tag::CloseBracket | Tag::Adverb => {
            after_mark(tagger, at, before, verb)
        }
        _ if tagger.can(next) == Classes::one(Tag::Coordinator) => Tag::Pronoun,
        // "reiterated that pledge during the debate": no verb follows.
        _ if !verb && tagger.takes(before, Frames::CLAUSE) && next.is_some_and(|it| lacks_verb(tagger, it)) => {
            Tag::Determiner
        }
        _ if !verb && (tagger.takes(before, Frames::CLAUSE) || tagger.is_verb(before, w::BE)) => Tag::Subordinator,
        Tag::Subordinator if matches!(tagger.word(before), w::SO | w::PROVIDED | w::GIVEN) && !verb => {
            Tag::Subordinator
        }
        _ if verb => Tag::Pronoun,
        Tag::Subordinator | Tag::Relative => alone(tagger, next),
        _ if next.is_some_and(|it| tagger.can(tagger.after(it)) == Classes::one(Tag::Coordinator)) => {
            alone(tagger, next)
        }
        _ if tagger.clause_follows(at) => Tag::Subordinator,
        _ => alone(tagger, next),
    }
}

/// Tells whether a noun or "one" stands at `noun` and no word behind it can only be a verb.
fn lacks_verb(tagger: &Tagger, noun: usize) -> bool {
    let named = tagger.word(noun) == w::ONE || tagger.classes[noun].has(Tag::Noun) && !tagger.tokens[noun].capital;
    let verbs = Classes::VERBS;
    let verb = |it: usize| !tagger.classes[it].is_empty() && tagger.classes[it].within(verbs);
    // "agreed that time matters"
    let next = tagger.classes.get(noun + 1).is_some_and(|can| can.meets(verbs));
    named && !next && !tagger.finite_in_rest(noun) && !(noun + 1..tagger.tokens.len()).any(verb)
}

/// Tells whether a verb follows directly, so that "that" is its subject.
fn verb_follows(tagger: &Tagger, next: Option<usize>) -> bool {
    let third = tagger.can(next).has(Tag::Present)
        && !tagger.can(next).has(Tag::Base)
        && !(tagger.can(next).has(Tag::Plural) && subjunctive_ahead(tagger, next))
        && next.is_some_and(|it| tagger.right(it) != Right::Noun && !tagger.finite_ahead(it));
    !described_subject(tagger, next) && (tagger.is_finite(next) || only_verb(tagger, next) || third)
}

/// "that deleted passages be restored", "that frozen funds were theirs": a participle that describes the subject.
fn described_subject(tagger: &Tagger, next: Option<usize>) -> bool {
    let Some(noun) = next.and_then(|it| tagger.after(it)) else { return false };
    tagger.can(next).has(Tag::Participle)
        && tagger.can(Some(noun)).has(Tag::Plural)
        && (tagger.finite_ahead(noun) || subjunctive_ahead(tagger, next))
}

/// Tells whether a verb stands right before a particle.
fn behind_verb(tagger: &Tagger, particle: usize) -> bool {
    particle.checked_sub(1).is_some_and(|it| Classes::VERBS.has(tagger.tag(it)))
}

/// "that tolls on its bridges be waived": a bare "be" behind a noun.
fn subjunctive_ahead(tagger: &Tagger, next: Option<usize>) -> bool {
    let from = next.map_or(tagger.tokens.len(), |it| it + 1);
    (from..tagger.tokens.len())
        .any(|it| tagger.word(it) == w::BE && tagger.can(it.checked_sub(1)).meets(Classes::NOUNS))
}

/// Behind a mark, a coordinator or an adverb.
fn after_mark(tagger: &Tagger, at: usize, before: usize, verb: bool) -> Tag {
    if verb {
        return relative_or_pronoun(tagger, before);
    }
    // "argued further that, in any event, it could not pay"
    let next = tagger.after(at).filter(|&it| tagger.tag(it) == Tag::Comma);
    if tagger.tag(before) == Tag::Adverb && next.is_some() && tagger.state.reported {
        return Tag::Subordinator;
    }
    let again = tagger.tag(before) == Tag::Coordinator && tagger.has_that(before);
    if again || tagger.clause_follows(at) { Tag::Subordinator } else { alone(tagger, tagger.after(at)) }
}

fn relative_or_pronoun(tagger: &Tagger, before: usize) -> Tag {
    let noun = before.checked_sub(1).is_some_and(|it| Classes::NOUNS.has(tagger.tag(it)));
    if tagger.tag(before) == Tag::Coordinator && noun && tagger.state.owed == 0 { Tag::Relative } else { Tag::Pronoun }
}

fn only_verb(tagger: &Tagger, at: Option<usize>) -> bool {
    let can = tagger.can(at);
    can.meets(Classes::FINITE) && !can.meets(Classes::of(&[Tag::Noun, Tag::Plural, Tag::Adjective]))
        || at.is_some_and(|it| can == Classes::one(Tag::Adverb) && only_verb(tagger, tagger.after(it)))
        || can.has(Tag::Negation)
}

/// "that" after a noun: the noun's own clause, the clause of a verb with that object, or a relative clause.
fn after_noun(tagger: &Tagger, at: usize, before: usize, verb: bool) -> Tag {
    if verb {
        return Tag::Relative;
    }
    // "demanded on Friday that": the time belongs to the verb.
    let told = tagger.state.reported
        && (governed(tagger, before)
            || tagger.takes(before, Frames::TIME)
            || !gap(tagger, at) && (told_somebody(tagger, before) || told_somewhere(tagger, at)));
    let own = tagger.takes(before, Frames::CLAUSE) && tagger.tag(before) != Tag::Plural
        || tagger.takes(before, Frames::CLAUSE) && !gap(tagger, at);
    if told || own && !gap(tagger, at) { Tag::Subordinator } else { Tag::Relative }
}

/// Tells whether the noun phrase that ends at `noun` is the object of a verb that takes a clause ("told reporters that").
fn governed(tagger: &Tagger, noun: usize) -> bool {
    super::nominal::object_of(tagger, noun).is_some_and(|it| tagger.takes(it, Frames::CLAUSE))
}

/// "told reporters in Geneva that": a place or time stands between the object and the clause.
fn told_somebody(tagger: &Tagger, noun: usize) -> bool {
    let inside = |tag: Tag| Classes::NOUNS.has(tag) || matches!(tag, Tag::Determiner | Tag::Adjective | Tag::Number);
    let Some(preposition) = (0..noun).rev().find(|&it| !inside(tagger.tag(it))) else { return false };
    tagger.tag(preposition) == Tag::Preposition && preposition.checked_sub(1).is_some_and(|it| governed(tagger, it + 1))
}

/// "said in a speech broadcast live that", "told a rally in Accra on Monday that": a verb of saying with nothing but
/// circumstances behind it.
fn told_somewhere(tagger: &Tagger, at: usize) -> bool {
    let finite = |it: &usize| matches!(tagger.tag(*it), Tag::Past | Tag::Present | Tag::Base | Tag::Gerund);
    let Some(verb) = (0..at).rev().find(finite) else { return false };
    let marked =
        (verb..at).any(|it| matches!(tagger.tag(it), Tag::Comma | Tag::Stop | Tag::Colon | Tag::Open | Tag::Close));
    let placed = matches!(tagger.word(verb + 1), w::IN | w::AT | w::ON | w::DURING);
    tagger.takes(verb, Frames::CLAUSE) && placed && !marked
}

/// Tells whether the clause after "that" lacks its object: "the claim that Israel made in May".
fn gap(tagger: &Tagger, at: usize) -> bool {
    for it in at + 1..tagger.tokens.len().min(at + 8) {
        let next = tagger.after(it);
        if matches!(tagger.word(it), w::HAS | w::HAVE | w::HAD) {
            return lacks_object(tagger, next);
        }
        if tagger.classes[it] == Classes::one(Tag::Present) && !tagger.is(next, w::THAT) {
            return tagger.is_mark(next) || tagger.is_finite(next) || tagger.is(next, w::MOST);
        }
        if tagger.is_finite(Some(it)) || tagger.word(it) == w::BE {
            return false;
        }
        if tagger.classes[it].has(Tag::Past) {
            let next = tagger.after(it);
            return tagger.is_mark(next)
                || tagger.is_finite(next)
                || tagger.can(next).within(Classes::of(&[Tag::Preposition, Tag::Adverb]));
        }
    }
    false
}

/// "a demand that Japan has since rejected": a participle that takes an object ends the clause.
fn lacks_object(tagger: &Tagger, at: Option<usize>) -> bool {
    let adverb = tagger.can(at) == Classes::one(Tag::Adverb);
    let done = if adverb { at.and_then(|at| tagger.after(at)) } else { at };
    let Some(done) = done else { return false };
    let transitive = tagger.classes[done].has(Tag::Participle) && !tagger.takes(done, Frames::ALONE);
    transitive && tagger.is_mark(tagger.after(done))
}

/// A demonstrative without a clause: before a singular noun a determiner, else a pronoun.
fn alone(tagger: &Tagger, next: Option<usize>) -> Tag {
    let can = tagger.can(next);
    let noun = can.has(Tag::Noun) || can.has(Tag::Adjective) || can.has(Tag::Number) && !can.has(Tag::Pronoun);
    if noun && !can.within(Classes::FINITE) { Tag::Determiner } else { Tag::Pronoun }
}
