//! Past or participle: "offered", "withdrawn".

use super::super::lexicon::Frames;
use super::agent::{agent_follows, by_doing, is_contrasted};
use super::view::Right;
use super::{Classes, Tag, Tagger, plain, wish};
use crate::language::named as w;

/// Settles a form that may be a past or a participle (and, as "cut" or "left", more besides).
pub(super) fn past(tagger: &Tagger, at: usize) -> Tag {
    let can = tagger.classes[at];
    let subject = || [w::THAT, w::THEY, w::HE, w::SHE, w::WE].iter().any(|&word| tagger.is(tagger.after(at), word));
    if tagger.word(at) == w::PROVIDED && (subject() || opens_condition(tagger, at)) {
        return Tag::Subordinator;
    }
    let Some(anchor) = tagger.anchor(at) else { return opening(tagger, at) };
    match tagger.tag(anchor) {
        Tag::To | Tag::Modal if can.has(Tag::Base) => Tag::Base,
        // "on Sept. 22 dismissed reports"
        Tag::Number if is_date(tagger, anchor) => after_noun(tagger, at, anchor - 1),
        Tag::Determiner | Tag::Possessive | Tag::Genitive | Tag::Adjective | Tag::Number => {
            modifier(tagger, at, anchor)
        }
        Tag::Preposition => {
            if tagger.is_nominal(tagger.after(at)) {
                Tag::Adjective
            } else {
                nounish(tagger, at)
            }
        }
        // "that deleted passages be restored": no subject stands between.
        Tag::Subordinator
            if anchor + 1 == at && tagger.word(anchor) == w::THAT && tagger.is_nominal(tagger.after(at)) =>
        {
            Tag::Adjective
        }
        Tag::Subordinator => {
            if follows_subject(tagger, at) {
                pick(can, Tag::Past)
            } else {
                pick(can, Tag::Participle)
            }
        }
        Tag::Relative
            if matches!(tagger.word(anchor), w::WHY | w::HOW | w::WHOSE) && tagger.is_nominal(tagger.after(at)) =>
        {
            Tag::Adjective
        }
        Tag::Relative | Tag::Existential => pick(can, Tag::Past),
        Tag::Pronoun => after_pronoun(tagger, at, anchor),
        Tag::Noun | Tag::Plural | Tag::Proper => after_noun(tagger, at, anchor),
        Tag::Coordinator => joined(tagger, at, anchor),
        Tag::Comma | Tag::Dash | Tag::CloseBracket | Tag::OpenBracket => after_mark(tagger, at),
        tag if Classes::VERBS.has(tag) => after_verb(tagger, at, anchor),
        _ => opening(tagger, at),
    }
}

/// "May 3": a number behind a month.
fn is_date(tagger: &Tagger, number: usize) -> bool {
    number.checked_sub(1).is_some_and(|month| {
        Classes::NOUNS.has(tagger.tag(month)) && tagger.tokens[month].capital && tagger.takes(month, Frames::TIME)
    })
}

/// ", provided Chad does not object": behind a comma and before a name or a noun phrase with a verb of its own.
fn opens_condition(tagger: &Tagger, at: usize) -> bool {
    let marked = at.checked_sub(1).is_some_and(|it| tagger.tag(it) == Tag::Comma);
    let next = tagger.after(at);
    let nominal = next.is_some_and(|it| tagger.is_nominal(Some(it)) || tagger.opens_object(Some(it)));
    let mut here = next;
    let mut verb = false;
    for _ in 0..6 {
        let Some(it) = here else { break };
        let can = tagger.can(Some(it));
        verb |= can.within(Classes::of(&[Tag::Present, Tag::Modal]))
            || matches!(tagger.word(it), w::IS | w::ARE | w::DOES | w::DO);
        here = tagger.after(it).filter(|&it| !tagger.is_mark(Some(it)));
    }
    marked && nominal && verb
}

/// Returns `tag` where the form can have it, else its other verb form.
fn pick(can: Classes, tag: Tag) -> Tag {
    let other = if tag == Tag::Past { Tag::Participle } else { Tag::Past };
    if can.has(tag) { tag } else { other }
}

fn follows_subject(tagger: &Tagger, at: usize) -> bool {
    tagger.opens_object(tagger.after(at))
}

fn nounish(tagger: &Tagger, at: usize) -> Tag {
    let can = tagger.classes[at];
    if can.has(Tag::Noun) {
        Tag::Noun
    } else if can.has(Tag::Adjective) && tagger.is_mark(tagger.after(at)) {
        Tag::Adjective
    } else {
        pick(can, Tag::Participle)
    }
}

/// After an article, a genitive or an adjective: before a noun an adjective, else a noun or a verb behind its subject.
fn modifier(tagger: &Tagger, at: usize, anchor: usize) -> Tag {
    let can = tagger.classes[at];
    let next = tagger.after(at);
    let copula =
        tagger.tag(anchor) == Tag::Adjective && tagger.before(anchor).is_some_and(|it| tagger.is_verb(it, w::BE));
    if tagger.tag(anchor) == Tag::Number && !can.has(Tag::Noun) && !tagger.is_nominal(next) {
        return after_noun(tagger, at, anchor);
    }
    // "No 10 said new rules": a verb of saying describes nothing.
    if tagger.tag(anchor) == Tag::Number && tagger.word(at) == w::SAID {
        return Tag::Past;
    }
    let joined = (tagger.is(next, w::AND) || tagger.is(next, w::OR) || tagger.is(next, w::BUT)) && !copula;
    if tagger.is_nominal(next) || joined && can.has(Tag::Adjective) {
        // "the Israeli said Syria": a verb of saying after a person.
        let subject =
            tagger.tag(anchor) == Tag::Adjective && tagger.tokens[anchor].capital && tagger.opens_object(next);
        return if subject { pick(can, Tag::Past) } else { Tag::Adjective };
    }
    if can.has(Tag::Noun) {
        return Tag::Noun;
    }
    match tagger.tag(anchor) {
        Tag::Adjective => after_noun(tagger, at, anchor),
        _ if joined || can.has(Tag::Adjective) => Tag::Adjective,
        _ => pick(can, Tag::Participle),
    }
}

fn after_pronoun(tagger: &Tagger, at: usize, anchor: usize) -> Tag {
    let can = tagger.classes[at];
    let next = tagger.after(at);
    let loose = matches!(
        tagger.word(anchor),
        w::THOSE | w::ONE | w::ANYONE | w::ANYTHING | w::SOMETHING | w::NOTHING | w::ALL | w::NONE | w::THAT | w::ANY
    );
    if tagger.state.perfect && inverted(tagger, anchor) {
        return pick(can, Tag::Participle);
    }
    if loose
        && (tagger.is_mark(next)
            || tagger.can(next).within(Classes::of(&[Tag::Preposition, Tag::Adverb, Tag::Subordinator])))
    {
        let reads_past = tagger.state.owed > 0 && !tagger.finite_ahead(at) && !tagger.is(next, w::BY);
        return pick(can, if reads_past { Tag::Past } else { Tag::Participle });
    }
    if matches!(tagger.word(anchor), w::THEM | w::HIM | w::ME | w::US | w::HIMSELF | w::THEMSELVES) {
        return pick(can, Tag::Participle);
    }
    pick(can, Tag::Past)
}

/// "Has anything been agreed?", "Had Jordan demanded": the auxiliary stands before the subject.
fn inverted(tagger: &Tagger, subject: usize) -> bool {
    for it in (0..=subject).rev() {
        match tagger.tag(it) {
            Tag::Noun
            | Tag::Plural
            | Tag::Proper
            | Tag::Pronoun
            | Tag::Determiner
            | Tag::Possessive
            | Tag::Adjective
            | Tag::Genitive
            | Tag::Existential => {}
            _ => {
                let first = tagger
                    .before(it)
                    .is_none_or(|it| !Classes::NOUNS.has(tagger.tag(it)) && tagger.tag(it) != Tag::Pronoun);
                return first && (tagger.is_verb(it, w::HAVE) || tagger.is_verb(it, w::BE));
            }
        }
    }
    false
}

/// After a noun: the verb of that subject, or a participle that describes it ("the terms offered by Israel").
fn after_noun(tagger: &Tagger, at: usize, anchor: usize) -> Tag {
    let can = tagger.classes[at];
    let next = tagger.after(at);
    if !can.has(Tag::Past) && !can.has(Tag::Base) || !can.has(Tag::Participle) && !can.has(Tag::Base) {
        return pick(can, Tag::Past);
    }
    // "insists that Peru cut its levy", "demanded that the inspectors come from Chad"
    if can.has(Tag::Base) && wish::asks(tagger, anchor) {
        return Tag::Base;
    }
    if !can.has(Tag::Past) {
        return pick(can, Tag::Past);
    }
    if can.has(Tag::Base) && tagger.state.bare {
        return Tag::Base;
    }
    if let Some(tag) = certain(tagger, at, anchor) {
        return pick(can, tag);
    }
    let object = has_object(tagger, at);
    let weak = is_weak(tagger, next);
    let ahead = tagger.finite_ahead(at);
    // "a survey released Wednesday suggests"
    let timed = next.is_some_and(|it| tagger.takes(it, Frames::TIME) && tagger.tokens[it].capital);
    let says = tagger.takes(at, Frames::CLAUSE);
    // "the plan Israel rejected last week": a name right after a noun has a verb of its own.
    let named =
        tagger.tag(anchor) == Tag::Proper && anchor > 0 && matches!(tagger.tag(anchor - 1), Tag::Noun | Tag::Plural);
    let past = if named {
        true
    } else if tagger.state.owed > 0 {
        if can.has(Tag::Noun) && tagger.is_finite(next) {
            return Tag::Noun;
        }
        let verb_next =
            tagger.can(next).has(Tag::Past) && !tagger.can(next).meets(Classes::of(&[Tag::Noun, Tag::Base]));
        if verb_next && tagger.tag(anchor) != Tag::Proper && !says {
            return pick(can, Tag::Participle);
        }
        let described = ahead
            && ((weak || timed) && !(says && reported_subject(tagger, at))
                || tagger.is_finite(next) && tagger.tag(anchor) != Tag::Proper);
        !described
    } else {
        object && !ahead || tagger.state.fresh && says && (tagger.is_mark(next) || ends_in_time(tagger, at))
    };
    if !past && can.has(Tag::Noun) && !weak {
        return Tag::Noun;
    }
    pick(can, if past { Tag::Past } else { Tag::Participle })
}

/// "…, the central bank predicted on Friday": only a time follows before the sentence ends.
fn ends_in_time(tagger: &Tagger, at: usize) -> bool {
    let on = tagger.after(at).filter(|&it| tagger.can(Some(it)).has(Tag::Preposition));
    let time = on.map_or(tagger.after(at), |on| tagger.after(on));
    time.is_some_and(|it| tagger.takes(it, Frames::TIME) && tagger.is_mark(tagger.after(it)))
}

/// What stands around the form decides: an agent, a relative word, a preposition before its noun.
fn certain(tagger: &Tagger, at: usize, anchor: usize) -> Option<Tag> {
    let next = tagger.after(at);
    // "the offer, which members rejected by a wide margin"
    let relative = tagger.state.owed > 0 && tagger.is_relative_subject(anchor);
    if agent_follows(tagger, at) && !relative && tagger.word(at) != w::SAID || inverted(tagger, anchor) {
        return Some(Tag::Participle);
    }
    // "emails related to the case"
    if tagger.word(at) == w::RELATED && tagger.is(next, w::TO) {
        return Some(Tag::Participle);
    }
    // "said in an interview published Tuesday"
    let dated = next.is_some_and(|it| tagger.takes(it, Frames::TIME) || tagger.can(Some(it)).has(Tag::Preposition));
    if dated && is_circumstance_of_report(tagger, anchor) {
        return Some(Tag::Participle);
    }
    let alone = tagger.takes(at, Frames::ALONE) && tagger.state.owed > 0 && !tagger.is_finite(next);
    let contrasted = is_contrasted(tagger, anchor) && !tagger.finite_ahead(at);
    if tagger.word(at) == w::SAID || relative || alone || contrasted {
        return Some(Tag::Past);
    }
    let fronted = !tagger.is_object(next) && in_fronted(tagger, at, anchor);
    let weak = !has_object(tagger, at) && is_weak(tagger, next);
    let described = weak && !tagger.takes(at, Frames::CLAUSE) && is_object(tagger, anchor);
    (fronted || described).then_some(Tag::Participle)
}

/// "said in an interview": the noun phrase that ends at `anchor` stands on a preposition right behind a verb of saying.
fn is_circumstance_of_report(tagger: &Tagger, anchor: usize) -> bool {
    let inside = |tag: Tag| Classes::NOUNS.has(tag) || matches!(tag, Tag::Determiner | Tag::Adjective | Tag::Genitive);
    let Some(it) = (0..anchor).rev().find(|&it| !inside(tagger.tag(it))) else { return false };
    let verb = it.checked_sub(1).filter(|_| tagger.tag(it) == Tag::Preposition);
    verb.is_some_and(|verb| Classes::VERBS.has(tagger.tag(verb)) && tagger.takes(verb, Frames::CLAUSE))
}

fn has_object(tagger: &Tagger, at: usize) -> bool {
    let next = tagger.after(at);
    // "after the port turned down their bid"
    let particle = [w::DOWN, w::OUT, w::UP, w::OFF, w::ASIDE].iter().any(|&word| tagger.is(next, word));
    let behind = next.and_then(|it| tagger.after(it)).filter(|_| particle);
    let behind = behind.is_some_and(|it| tagger.opens_object(Some(it)) && !tagger.is(Some(it), w::BY));
    // "areas entered after May and refrain": what opens a circumstance is no object.
    let opens = tagger.can(next).meets(Classes::of(&[Tag::Preposition, Tag::Subordinator]));
    behind || tagger.is_object(next) || tagger.is(next, w::THAT) || !opens && tagger.right(at) == Right::Verb
}

/// Tells whether a participle may end before `next`.
fn is_weak(tagger: &Tagger, next: Option<usize>) -> bool {
    tagger.is_mark(next) || tagger.can(next).meets(Classes::of(&[Tag::Preposition, Tag::Adverb, Tag::Subordinator]))
}

/// "According to two people briefed on the talks, …": the phrase hangs on a preposition that opens the clause, and
/// the clause has its verb behind a comma.
fn in_fronted(tagger: &Tagger, at: usize, anchor: usize) -> bool {
    let phrase = |tag: Tag| {
        Classes::NOUNS.has(tag)
            || matches!(
                tag,
                Tag::Determiner
                    | Tag::Possessive
                    | Tag::Adjective
                    | Tag::Genitive
                    | Tag::Number
                    | Tag::Preposition
                    | Tag::Adverb
            )
    };
    let mut first = anchor;
    while let Some(it) = first.checked_sub(1).filter(|&it| phrase(tagger.tag(it))) {
        // "after talks mediators agreed": a new phrase.
        if tagger.tag(it) == Tag::Plural && Classes::NOUNS.has(tagger.tag(first)) {
            return false;
        }
        first = it;
    }
    let opens = tagger.tag(first) == Tag::Preposition && tagger.is_mark(tagger.before(first));
    let weak = tagger.is_mark(tagger.after(at)) || tagger.can(tagger.after(at)).has(Tag::Preposition);
    opens && weak && tagger.state.finite.is_none() && !tagger.finite_ahead(at) && tagger.finite_in_rest(at)
}

/// Tells whether the noun phrase that ends at `anchor` is the object of a verb whose clause is complete ("recalling
/// a promise given in March"), or hangs on "with" ("with an hour left on the clock").
fn is_object(tagger: &Tagger, anchor: usize) -> bool {
    let inside = |tag: Tag| {
        Classes::NOUNS.has(tag)
            || matches!(tag, Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Genitive | Tag::Number)
    };
    let Some(it) = (0..anchor).rev().find(|&it| !inside(tagger.tag(it))) else { return false };
    let tag = tagger.tag(it);
    let absolute = (0..=it).rev().take(5).find(|&it| tagger.word(it) == w::WITH);
    if tag == Tag::Preposition && absolute.is_some_and(|with| tagger.is_mark(tagger.before(with))) {
        return true;
    }
    let due = tagger.state.finite.is_none() || tagger.state.owed > u8::from(tagger.state.reported);
    if due || !Classes::VERBS.has(tag) || tagger.takes(it, Frames::CLAUSE) {
        return false;
    }
    let Some(before) = tagger.anchor(it) else { return false };
    match tag {
        Tag::Gerund => !Classes::NOUNS.has(tagger.tag(before)),
        Tag::Base => {
            tagger.tag(before) == Tag::Modal
                || tagger
                    .anchor(before)
                    .is_some_and(|it| !Classes::NOUNS.has(tagger.tag(it)) || tagger.takes(it, Frames::TIME))
        }
        Tag::Participle => false,
        _ => true,
    }
}

/// "officials said on Monday the army would": after a verb of saying a new subject may still come.
fn reported_subject(tagger: &Tagger, at: usize) -> bool {
    for it in at + 1..tagger.tokens.len().min(at + 10) {
        if tagger.is_finite(Some(it)) {
            return false;
        }
        let can = tagger.classes[it];
        if (can.meets(Classes::OPENERS) || can.has(Tag::Pronoun) || can == Classes::one(Tag::Proper)) && it > at + 1 {
            return !tagger.classes[it - 1].has(Tag::Preposition) && !tagger.classes[it - 1].has(Tag::Proper);
        }
    }
    false
}

fn joined(tagger: &Tagger, at: usize, anchor: usize) -> Tag {
    let can = tagger.classes[at];
    let before = tagger.before(anchor).map(|it| tagger.tag(it));
    if before == Some(Tag::Adjective) && tagger.is_nominal(tagger.after(at)) {
        return Tag::Adjective;
    }
    let object = tagger.opens_object(tagger.after(at)) || tagger.right(at) == Right::Verb;
    match tagger.state.last {
        Some(Tag::Base) if can.has(Tag::Base) => Tag::Base,
        // "Peru, for the group, and backed by Chad, asked": a second aside, while the subject waits for its verb.
        _ if before == Some(Tag::Comma) && tagger.state.owed > 0 && agent_follows(tagger, at) => {
            pick(can, Tag::Participle)
        }
        _ if tagger.word(anchor) == w::NOR && !object => pick(can, Tag::Participle),
        // "its reporter had been detained and accused the ministry": a passive has no object.
        Some(Tag::Participle)
            if before == Some(Tag::Participle) && tagger.is(tagger.after(at), w::THE) && passive(tagger, anchor) =>
        {
            pick(can, Tag::Past)
        }
        // "refused a text written by others, and asked for talks": the sentence's own verb goes on behind the comma.
        Some(Tag::Participle) if before == Some(Tag::Comma) && tagger.state.finite.is_some() => pick(can, Tag::Past),
        Some(Tag::Participle) if before == Some(Tag::Participle) || !object => pick(can, Tag::Participle),
        None if tagger.is_nominal(tagger.after(at)) && !tagger.can(tagger.after(at)).has(Tag::Pronoun) => {
            Tag::Adjective
        }
        Some(Tag::Gerund) if tagger.is_nominal(tagger.after(at)) && !object => Tag::Adjective,
        _ => pick(can, Tag::Past),
    }
}

/// Tells whether the participle before the coordinator at `anchor` has "be" as its auxiliary.
fn passive(tagger: &Tagger, anchor: usize) -> bool {
    let auxiliary = tagger.before(anchor).and_then(|participle| tagger.anchor(participle));
    auxiliary.is_some_and(|it| tagger.is_verb(it, w::BE))
}

fn after_mark(tagger: &Tagger, at: usize) -> Tag {
    let can = tagger.classes[at];
    let next = tagger.after(at);
    let object = tagger.opens_object(next) || tagger.right(at) == Right::Verb;
    if tagger.word(at) == w::SAID {
        return pick(can, Tag::Past);
    }
    // ", said the minister": a verb of saying before its subject.
    if tagger.takes(at, Frames::CLAUSE) && tagger.state.owed == 0 && (object || tagger.is_nominal(next)) {
        return pick(can, Tag::Past);
    }
    let told = tagger.takes(at, Frames::CLAUSE) && reported_subject(tagger, at);
    let due = tagger.state.owed == 0 || tagger.finite_ahead(at) && !told || verb_after_insertion(tagger, at);
    let agent = tagger.is(next, w::BY) && !next.is_some_and(|by| by_doing(tagger, at, by));
    let describes = agent || !object && due && !tagger.is(next, w::BY);
    // "they shook hands, exchanged maps and agreed"
    if describes && tagger.state.finite == Some(Tag::Past) && tagger.is_object(next) && more_pasts(tagger, at) {
        return pick(can, Tag::Past);
    }
    if describes && can.has(Tag::Base) && tagger.state.last == Some(Tag::Past) && tagger.is_nominal(next) {
        return pick(can, Tag::Past);
    }
    if describes && tagger.is_nominal(next) && !tagger.can(next).has(Tag::Preposition) {
        return Tag::Adjective;
    }
    pick(can, if describes { Tag::Participle } else { Tag::Past })
}

/// Tells whether a coordinator and another past follow soon.
fn more_pasts(tagger: &Tagger, at: usize) -> bool {
    (at + 2..tagger.tokens.len().min(at + 10)).find(|&it| tagger.is(Some(it), w::AND)).is_some_and(|it| {
        tagger.can(tagger.after(it)).has(Tag::Past) && !tagger.can(tagger.after(it)).has(Tag::Adjective)
    })
}

/// "The plan — based on a draft — suggests": the insertion that begins here is closed, and the verb follows.
fn verb_after_insertion(tagger: &Tagger, at: usize) -> bool {
    let Some(mark) = at.checked_sub(1).map(|it| tagger.tag(it)) else { return false };
    let close = (at + 1..tagger.tokens.len()).find(|&it| tagger.tag(it) == mark);
    let next = close
        .and_then(|close| (close + 1..tagger.tokens.len()).find(|&it| tagger.classes[it] != Classes::one(Tag::Adverb)));
    let can = tagger.can(next);
    let phrase = tagger.opens_object(next) || can.meets(Classes::OPENERS);
    can.meets(Classes::FINITE) && !phrase
}

fn after_verb(tagger: &Tagger, at: usize, anchor: usize) -> Tag {
    let can = tagger.classes[at];
    let auxiliary = [w::HAVE, w::BE, w::GET, w::CLITIC_S].iter().any(|&lemma| tagger.is_verb(anchor, lemma));
    if auxiliary {
        return pick(can, Tag::Participle);
    }
    if can.has(Tag::Base) && tagger.is_verb(anchor, w::DO) {
        return Tag::Base;
    }
    let next = tagger.after(at);
    let joined = (tagger.is(next, w::AND) || tagger.is(next, w::OR) || tagger.is(next, w::BUT))
        && can.has(Tag::Adjective)
        && tagger.is_nominal(next.and_then(|it| tagger.after(it)));
    if joined || tagger.is_nominal(next) && !tagger.can(next).has(Tag::Pronoun) {
        return Tag::Adjective;
    }
    if can.has(Tag::Noun) && can.has(Tag::Base) { plain::settle(tagger, at) } else { pick(can, Tag::Participle) }
}

fn opening(tagger: &Tagger, at: usize) -> Tag {
    let can = tagger.classes[at];
    let next = tagger.after(at);
    if tagger.can(next).meets(Classes::of(&[Tag::Preposition, Tag::Subordinator, Tag::To])) && !can.has(Tag::Base) {
        return pick(can, Tag::Participle);
    }
    if can.has(Tag::Base) && tagger.opens_object(next) {
        return Tag::Base;
    }
    if tagger.is_nominal(next) {
        return Tag::Adjective;
    }
    nounish(tagger, at)
}
