//! Noun or verb, noun or adjective: words such as "demands", "offer", "official", "open".

use super::super::lexicon::Frames;
use super::number::{governor, is_collective, plural_before, plural_subject, subject_number, within_phrase};
use super::plain::settle;
use super::view::Right;
use super::{Classes, Tag, Tagger, names, wish};
use crate::language::named as w;

/// Settles a word that may be a noun or an adjective on one side and a base form or a present on the other.
pub(super) fn or_verb(tagger: &Tagger, at: usize) -> Tag {
    let classes = tagger.classes[at];
    if !classes.meets(Classes::of(&[Tag::Noun, Tag::Plural, Tag::Adjective, Tag::Adverb])) {
        return only_verb(tagger, at);
    }
    let Some(anchor) = tagger.anchor(at) else { return opening(tagger, at, None) };
    if tagger.word(at) == w::REMAINS && links(tagger, at, anchor) {
        return Tag::Present;
    }
    let base = classes.has(Tag::Base);
    if !base && tagger.state.owed > 0 && Classes::NOUNS.has(tagger.tag(anchor)) && lasts(tagger, at) {
        return Tag::Present;
    }
    match tagger.tag(anchor) {
        Tag::To | Tag::Modal if base => Tag::Base,
        Tag::Determiner | Tag::Possessive | Tag::Genitive | Tag::Number | Tag::Preposition | Tag::Subordinator => {
            settle(tagger, at)
        }
        Tag::Adjective => after_adjective(tagger, at, anchor),
        Tag::Relative => after_relative(tagger, at, anchor),
        Tag::Pronoun => after_pronoun(tagger, at, anchor),
        Tag::Existential => Tag::Present,
        Tag::Coordinator => joined(tagger, at, anchor),
        Tag::Noun | Tag::Plural | Tag::Proper => after_noun(tagger, at, anchor),
        tag if Classes::VERBS.has(tag) => after_verb(tagger, at, anchor),
        Tag::Comma if base && tagger.state.last == Some(Tag::Base) && has_particle(tagger, at) => Tag::Base,
        _ => opening(tagger, at, Some(anchor)),
    }
}

/// "to cap output, ship out its stocks": a particle and an object follow.
fn has_particle(tagger: &Tagger, at: usize) -> bool {
    let particles = [w::OUT, w::OVER, w::UP, w::BACK, w::DOWN, w::OFF, w::ASIDE, w::AWAY];
    let particle = tagger.after(at).filter(|&it| particles.contains(&tagger.word(it)));
    let object = particle.and_then(|it| tagger.after(it));
    particle.is_some() && (tagger.opens_object(object) || tagger.can(object).has(Tag::Plural))
}

/// "the pledge still stands": an adverb of time that stands before a verb alone.
fn lasts(tagger: &Tagger, at: usize) -> bool {
    let adverbs = [w::STILL, w::ALSO, w::NOW, w::ALWAYS, w::NEVER, w::OFTEN, w::ALREADY, w::AGAIN, w::RARELY];
    at.checked_sub(1).is_some_and(|before| tagger.tag(before) == Tag::Adverb && adverbs.contains(&tagger.word(before)))
}

/// "the date remains open": a subject before it, and after it what a predicate begins with.
fn links(tagger: &Tagger, at: usize, anchor: usize) -> bool {
    let subject = Classes::NOUNS.has(tagger.tag(anchor)) || Classes::VERBS.has(tagger.tag(anchor));
    let predicate = Classes::of(&[Tag::Adjective, Tag::Participle, Tag::Determiner, Tag::Adverb]);
    let next = tagger.after(at);
    subject && tagger.state.owed > 0 && (tagger.can(next).meets(predicate) || tagger.is(next, w::TO))
}

/// A form that is only a verb: base or present.
fn only_verb(tagger: &Tagger, at: usize) -> Tag {
    if !tagger.classes[at].has(Tag::Base) {
        return Tag::Present;
    }
    if tagger.state.bare {
        return Tag::Base;
    }
    let Some(anchor) = tagger.anchor(at) else { return Tag::Base };
    match tagger.tag(anchor) {
        Tag::To | Tag::Modal | Tag::Stop | Tag::Colon | Tag::Symbol => Tag::Base,
        // "a say in the matter"
        Tag::Determiner if matches!(tagger.word(anchor), w::A | w::AN | w::THE) => Tag::Noun,
        Tag::Noun | Tag::Plural | Tag::Proper | Tag::Pronoun if wish::governs(tagger, anchor) => Tag::Base,
        Tag::Noun | Tag::Proper if tagger.is_headline() && tagger.state.finite.is_none() => Tag::Present,
        // "11 percent say", "the council say": one noun for many, where the sentence still waits for its verb.
        Tag::Noun if tagger.state.finite.is_none() && tagger.state.owed > 0 && is_collective(tagger, anchor) => {
            Tag::Present
        }
        Tag::Noun | Tag::Proper if !plural_subject(tagger, anchor, true) => Tag::Base,
        Tag::Noun | Tag::Plural | Tag::Proper | Tag::Pronoun if bare_object(tagger, anchor) => Tag::Base,
        Tag::Coordinator | Tag::Comma if tagger.state.last == Some(Tag::Base) => Tag::Base,
        tag if Classes::VERBS.has(tag) || tagger.word(anchor) == w::THAN => Tag::Base,
        _ => Tag::Present,
    }
}

/// "let them talk", "helped Syria build": the object of a verb that takes a base form.
fn bare_object(tagger: &Tagger, anchor: usize) -> bool {
    object_of(tagger, anchor).is_some_and(|it| tagger.takes(it, Frames::BARE) && !tagger.is_verb(it, w::HAVE))
}

/// The verb right before the noun phrase that ends at `anchor`.
pub(super) fn object_of(tagger: &Tagger, anchor: usize) -> Option<usize> {
    let inside = |tag: Tag| within_phrase(tag) || tag == Tag::Plural;
    let it = (0..anchor).rev().find(|&it| !inside(tagger.tag(it)))?;
    Classes::VERBS.has(tagger.tag(it)).then_some(it)
}

fn after_adjective(tagger: &Tagger, at: usize, anchor: usize) -> Tag {
    let adverbial = anchor + 1 < at && tagger.tag(at - 1) == Tag::Adverb;
    // "the ministers present demand that …": the adjective stands after its noun.
    let behind = anchor.checked_sub(1).is_some_and(|it| Classes::NOUNS.has(tagger.tag(it)));
    if (adverbial || behind) && tagger.state.owed > 0 && tagger.right(at) == Right::Verb {
        verb_form(tagger, at)
    } else {
        settle(tagger, at)
    }
}

fn after_relative(tagger: &Tagger, at: usize, anchor: usize) -> Tag {
    match tagger.word(anchor) {
        w::WHO | w::THAT => verb_form(tagger, at),
        w::WHICH | w::WHAT => {
            // "which number it prefers"
            let subject = [w::IT, w::HE, w::SHE, w::THEY, w::WE].iter().any(|&word| tagger.is(tagger.after(at), word));
            if subject || tagger.right(at) == Right::Noun && !tagger.is(tagger.after(at), w::OF) {
                settle(tagger, at)
            } else {
                verb_form(tagger, at)
            }
        }
        _ => settle(tagger, at),
    }
}

fn after_pronoun(tagger: &Tagger, at: usize, anchor: usize) -> Tag {
    match tagger.word(anchor) {
        w::ME | w::HIM | w::US | w::THEM | w::HER => {
            let base = tagger.classes[at].has(Tag::Base) && bare_object(tagger, anchor);
            if base { Tag::Base } else { settle(tagger, at) }
        }
        _ if tagger.state.bare && tagger.classes[at].has(Tag::Base) => Tag::Base,
        w::I | w::HE | w::SHE | w::WE | w::THEY | w::WHO => verb_form(tagger, at),
        _ if tagger.state.owed > 0 => verb_form(tagger, at),
        _ => settle(tagger, at),
    }
}

fn after_verb(tagger: &Tagger, at: usize, anchor: usize) -> Tag {
    let base = tagger.classes[at].has(Tag::Base);
    let next = tagger.after(at);
    let helps = tagger.is_verb(anchor, w::HELP) && (tagger.is_nominal(next) || tagger.opens_object(next));
    let does = tagger.is_verb(anchor, w::DO) && tagger.state.bare;
    if base && (does || helps) { Tag::Base } else { settle(tagger, at) }
}

/// "What Kenya demands is", "what the union offers is": "what" needs a verb before the copula.
fn opened_by_what(tagger: &Tagger, at: usize, anchor: usize) -> bool {
    let copula = tagger.after(at).is_some_and(|it| matches!(tagger.word(it), w::IS | w::WAS));
    let opener = (0..anchor).rev().find(|&it| !within_phrase(tagger.tag(it)) && !Classes::NOUNS.has(tagger.tag(it)));
    tagger.classes[at].has(Tag::Present) && copula && opener.is_some_and(|it| tagger.word(it) == w::WHAT)
}

/// After a noun: its verb, or a noun that it forms a compound with.
fn after_noun(tagger: &Tagger, at: usize, anchor: usize) -> Tag {
    let classes = tagger.classes[at];
    let base = classes.has(Tag::Base);
    let right = tagger.right(at);
    if classes.has(Tag::Noun) && names::measures(tagger, anchor) {
        return Tag::Noun;
    }
    if names::acts(tagger, at, anchor) {
        return Tag::Present;
    }
    if !base && tagger.is(tagger.after(at), w::TO) && is_bound(tagger, anchor) {
        return settle(tagger, at);
    }
    if tagger.state.owed > 0 && (shares_object(tagger, at) || opened_by_what(tagger, at, anchor)) {
        return Tag::Present;
    }
    if base && bare_object(tagger, anchor) && right != Right::Noun {
        return Tag::Base;
    }
    // "would have both fleets leave the bay"
    if base && right == Right::Verb && object_of(tagger, anchor).is_some_and(|it| tagger.is_verb(it, w::HAVE)) {
        return Tag::Base;
    }
    if base && tagger.state.bare {
        return if right == Right::Noun { settle(tagger, at) } else { Tag::Base };
    }
    let head = governor(tagger, anchor);
    let plural = plural_subject(tagger, anchor, right == Right::Verb)
        || base && head.is_some_and(|it| tagger.tag(it) == Tag::Plural)
        || base && tagger.word(anchor) == w::PERCENT;
    let owed = tagger.state.owed > 0;
    // "whether the meetings lead anywhere is unclear": the verb ahead is that of the outer clause.
    let several = tagger.state.owed > 1 + u8::from(tagger.state.reported) && verb_first(tagger, at);
    if ends_report(tagger, at, anchor) {
        return Tag::Present;
    }
    if let Some(tag) = awaited(tagger, at, head, right) {
        return tag;
    }
    if base && plural && heads_line(tagger, at) {
        return Tag::Present;
    }
    if base != plural {
        return disagreeing(tagger, at, anchor, right);
    }
    // "frees ten hostages and Israel releases prisoners"
    let named = tagger.tag(anchor) == Tag::Proper && tagger.is_nominal(tagger.after(at));
    let fresh = tagger.state.fresh && (verb_first(tagger, at) || named);
    if base && right != Right::Noun && wish::governs(tagger, anchor) {
        return Tag::Base;
    }
    // "the question, which Israel demands, will …": a relative clause has its verb.
    if owed && right == Right::Open && tagger.is_relative_subject(anchor) {
        return Tag::Present;
    }
    match right {
        Right::Verb if owed || tagger.state.fresh => Tag::Present,
        Right::Open if !may_be_subject(tagger, at, anchor, head) => settle(tagger, at),
        Right::Open if (owed || fresh) && (!tagger.finite_ahead(at) || several) && looks_finite(tagger, at, anchor) => {
            Tag::Present
        }
        _ => settle(tagger, at),
    }
}

/// "calling for UN forces to leave": the noun at `anchor` stands on a preposition right behind a verb, and has no verb of
/// its own.
fn is_bound(tagger: &Tagger, anchor: usize) -> bool {
    let outside = (0..anchor).rev().find(|&it| !within_phrase(tagger.tag(it)));
    let verb = outside.filter(|&it| tagger.tag(it) == Tag::Preposition).and_then(|it| it.checked_sub(1));
    verb.is_some_and(|it| Classes::VERBS.has(tagger.tag(it)))
}

/// "Bakers vote down wage offer", "Ministers clash over fish": the only verb that a headline can have.
fn heads_line(tagger: &Tagger, at: usize) -> bool {
    let next = tagger.after(at);
    let opens = [w::TO, w::DOWN, w::OFF, w::OUT, w::UP, w::BACK, w::AGAINST, w::OVER, w::FOR, w::ON, w::AT];
    let open = tagger.is_headline() && tagger.state.finite.is_none() && !tagger.finite_in_rest(at);
    open && opens.iter().any(|&word| tagger.is(next, word))
}

/// "Israel demands, and Syria rejects, a corridor": another subject and verb between commas, and then the object of both.
fn shares_object(tagger: &Tagger, at: usize) -> bool {
    let mark = at + 1;
    let comma = |it: usize| tagger.tokens.get(it).is_some_and(|token| token.tag == Tag::Comma);
    let joins = |it: usize| matches!(tagger.word(it), w::AND | w::BUT | w::WHILE);
    if !tagger.classes[at].has(Tag::Present) || !comma(mark) || mark + 3 >= tagger.tokens.len() || !joins(mark + 1) {
        return false;
    }
    let close = (mark + 4..tagger.tokens.len()).take(5).find(|&it| comma(it));
    close.is_some_and(|close| {
        let verb = close - 1;
        let subject = tagger.classes[verb - 1].meets(Classes::NOUNS);
        subject && tagger.classes[verb].has(Tag::Present) && tagger.opens_object(tagger.after(close))
    })
}

/// "The plan would cost millions, the treasury estimates.": a verb of saying at the end, behind a subject that a comma
/// parts from a whole clause.
fn ends_report(tagger: &Tagger, at: usize, anchor: usize) -> bool {
    let last = tagger.after(at).is_none_or(|it| matches!(tagger.tag(it), Tag::Stop | Tag::Comma));
    let says = tagger.takes(at, Frames::CLAUSE) && !tagger.classes[at].has(Tag::Base);
    if !last || !says || anchor + 1 != at {
        return false;
    }
    let phrase = |tag: Tag| Classes::NOUNS.has(tag) || matches!(tag, Tag::Adjective | Tag::Genitive | Tag::Determiner);
    let Some(mark) = (0..=anchor).rev().find(|&it| !phrase(tagger.tag(it))) else { return false };
    let article = tagger.tag(mark + 1) == Tag::Determiner;
    let named = tagger.tag(anchor) == Tag::Proper;
    // "as the daily reports, turnout fell"
    if tagger.word(mark) == w::AS {
        return article || named;
    }
    // "leaders, the report claims, have transferred millions"
    if let Some(comma) = tagger.after(at).filter(|&it| tagger.tag(it) == Tag::Comma) {
        let aside = tagger.tag(mark) == Tag::Comma && (article || named);
        return aside && tagger.is_finite(tagger.after(comma)) && tagger.state.finite.is_none();
    }
    match tagger.tag(mark) {
        Tag::Comma => (article || named) && tagger.state.finite.is_some(),
        // "“…,” Judge Ito's dissent states."
        Tag::Close => mark > 0 && tagger.tag(mark - 1) == Tag::Comma,
        _ => false,
    }
}

/// "“…,” states the dissent": a verb of saying behind a quotation that a comma ends.
fn follows_quotation(tagger: &Tagger, at: usize) -> bool {
    let quoted = at > 1 && tagger.tag(at - 1) == Tag::Close && tagger.tag(at - 2) == Tag::Comma;
    let next = tagger.after(at);
    let named = tagger.is_nominal(next) || tagger.opens_object(next);
    quoted && named && tagger.takes(at, Frames::CLAUSE) && !tagger.classes[at].has(Tag::Base)
}

/// "leaders close to the sheikh reject it"; "the fate of those held in raids in the south remains unresolved".
fn awaited(tagger: &Tagger, at: usize, head: Option<usize>, right: Right) -> Option<Tag> {
    if tagger.classes[at].has(Tag::Adjective) && tagger.is(tagger.after(at), w::TO) && tagger.finite_ahead(at) {
        return Some(Tag::Adjective);
    }
    let due = tagger.state.owed > 0 && tagger.state.finite.is_none() && right != Right::Noun;
    let sentence = tagger.tokens.last().is_some_and(|last| last.tag == Tag::Stop);
    let verb = due && (verb_first(tagger, at) || sentence) && !tagger.classes[at].has(Tag::Base) && head.is_some();
    (verb && !tagger.finite_in_rest(at)).then_some(Tag::Present)
}

/// A word whose number does not fit the noun before it: the verb of a wish, of a subject farther back, or no verb.
fn disagreeing(tagger: &Tagger, at: usize, anchor: usize, right: Right) -> Tag {
    let base = tagger.classes[at].has(Tag::Base);
    let next = tagger.after(at);
    if right == Right::Noun || tagger.state.owed == 0 {
        return settle(tagger, at);
    }
    if !base {
        // "the refusal to return the islands remains a problem"
        return if right == Right::Verb && tagger.state.last.is_some() { Tag::Present } else { settle(tagger, at) };
    }
    // "demanded that Israel halt its raids": the base form of a wish.
    let object = right == Right::Verb || tagger.can(next).has(Tag::Gerund) || tagger.is_nominal(next);
    let alone = right == Right::Open && !tagger.finite_ahead(at) && wish::governs(tagger, anchor);
    if object && wished(tagger, anchor) || alone {
        return Tag::Base;
    }
    // "the promises made by Serbia fall short"
    let complete = tagger.is_mark(next) && follows_base(tagger, anchor);
    let farther = !complete && tagger.state.last.is_some() && (0..anchor).any(|it| tagger.tag(it) == Tag::Plural);
    if farther && verb_first(tagger, at) && !tagger.finite_ahead(at) { Tag::Present } else { settle(tagger, at) }
}

/// "plans to cut night pay": the noun before is the object of a base form.
fn follows_base(tagger: &Tagger, anchor: usize) -> bool {
    let noun = |tag: Tag| Classes::NOUNS.has(tag) || matches!(tag, Tag::Adjective | Tag::Determiner | Tag::Possessive);
    (0..anchor).rev().find(|&it| !noun(tagger.tag(it))).is_some_and(|it| tagger.tag(it) == Tag::Base)
}

/// Tells whether the noun phrase that ends at `anchor` is the subject of a clause that a verb or noun of saying opens.
fn wished(tagger: &Tagger, anchor: usize) -> bool {
    for it in (0..anchor).rev() {
        match tagger.tag(it) {
            tag if within_phrase(tag) => {}
            Tag::Subordinator => return tagger.word(it) == w::THAT,
            tag => return Classes::VERBS.has(tag) && wish::is(tagger, it),
        }
    }
    false
}

/// With nothing decided to the right: a noun that is the object of a verb or of a preposition has no verb of its own,
/// the head before the preposition may have ("talks in Paris yield results").
fn may_be_subject(tagger: &Tagger, at: usize, anchor: usize, head: Option<usize>) -> bool {
    // "the regions Moscow claims": a name right after a noun begins a clause of its own.
    if tagger.tag(anchor) == Tag::Proper && anchor > 0 && matches!(tagger.tag(anchor - 1), Tag::Noun | Tag::Plural) {
        return true;
    }
    for it in (0..anchor).rev() {
        match tagger.tag(it) {
            tag if tag == Tag::Plural || within_phrase(tag) => {}
            Tag::Preposition => {
                let agrees =
                    head.is_some_and(|it| (tagger.tag(it) == Tag::Plural) == tagger.classes[at].has(Tag::Base));
                let next = tagger.after(at);
                return agrees && (verb_first(tagger, at) || tagger.is_nominal(next)) && !tagger.is_mark(next);
            }
            tag => return !Classes::VERBS.has(tag) || tagger.takes(it, Frames::CLAUSE),
        }
    }
    true
}

/// With nothing decided to the right: a name before it, or a word that is more often a verb, makes it the verb.
fn looks_finite(tagger: &Tagger, at: usize, anchor: usize) -> bool {
    let next = tagger.after(at);
    let named = tagger.tag(anchor) == Tag::Proper;
    let verb_first = verb_first(tagger, at);
    if tagger.is_mark(next) {
        return (named || verb_first || tagger.tag(anchor) == Tag::Plural && tagger.state.last.is_none())
            && !next.is_some_and(|it| tagger.tag(it) == Tag::Comma && !verb_first);
    }
    let stop = tagger.tokens.last().is_some_and(|last| last.tag == Tag::Stop);
    let plural = tagger.tag(anchor) == Tag::Plural;
    named || verb_first || stop || tagger.is_nominal(next) && (plural || !tagger.can(next).has(Tag::Plural))
}

/// After "and", "or", "but": what the word is joined to.
fn joined(tagger: &Tagger, at: usize, anchor: usize) -> Tag {
    let right = tagger.right(at);
    let base = tagger.classes[at].has(Tag::Base);
    let verb_first = verb_first(tagger, at);
    let before = tagger.before(anchor).map(|it| tagger.tag(it));
    // A noun is not followed by a mere adjective: "limit troops and ban heavy arms".
    let adjective = tagger.can(tagger.after(at)) == Classes::one(Tag::Adjective);
    // "to open in May and play nine games"
    let counted = tagger.after(at).is_some_and(|it| tagger.tag(it) == Tag::Number);
    let object = right == Right::Verb || adjective || counted || tagger.opens_object(tagger.after(at));
    if before == Some(Tag::Adjective) && tagger.classes[at].has(Tag::Adjective) {
        return Tag::Adjective;
    }
    // "agrees to the toll and objects to the gate"
    if tagger.word(at) == w::OBJECTS && tagger.is(tagger.after(at), w::TO) {
        return Tag::Present;
    }
    if before.is_some_and(|tag| matches!(tag, Tag::Base | Tag::Present)) && right != Right::Noun {
        return if base && before == Some(Tag::Base) {
            Tag::Base
        } else if base {
            verb_form(tagger, at)
        } else {
            Tag::Present
        };
    }
    match (tagger.state.last, right) {
        (_, Right::Noun) => settle(tagger, at),
        (Some(Tag::Base), _) if base && (object || verb_first && tagger.is_nominal(tagger.after(at))) => Tag::Base,
        (Some(Tag::Present), _) if object || verb_first && !base && !tagger.finite_ahead(at) => Tag::Present,
        (_, Right::Verb) if !base || plural_before(tagger, anchor) => Tag::Present,
        (_, Right::Verb) => Tag::Base,
        _ => settle(tagger, at),
    }
}

/// At the beginning, or after a mark.
fn opening(tagger: &Tagger, at: usize, mark: Option<usize>) -> Tag {
    let right = tagger.right(at);
    let base = tagger.classes[at].has(Tag::Base);
    let object = right == Right::Verb || base && tagger.opens_object(tagger.after(at)) && !tagger.tokens[at].capital;
    let begins = mark.is_none_or(|it| matches!(tagger.tag(it), Tag::Stop | Tag::Colon | Tag::Symbol | Tag::Number));
    match (begins, base) {
        _ if follows_quotation(tagger, at) => Tag::Present,
        _ if right == Right::Noun || mark.is_some_and(|it| awaits_object(tagger, it)) => settle(tagger, at),
        _ if mark.is_some_and(|it| names_over(tagger, at, it)) => Tag::Plural,
        (false, true) if tagger.state.bare && mark.is_some_and(|it| tagger.tag(it) == Tag::Comma) => Tag::Base,
        (true, true) if object => Tag::Base,
        (false, false) if object || tagger.state.owed > 0 && verbish(tagger, at) => Tag::Present,
        (false, _) if closes_insertion(tagger, at, mark) => Tag::Present,
        // "rejects the plan, offers limited talks"
        (false, false) if tagger.state.finite == Some(Tag::Present) && tagger.is_nominal(tagger.after(at)) => {
            Tag::Present
        }
        (false, true) if object && tagger.state.last == Some(Tag::Base) => Tag::Base,
        (false, true)
            if tagger.state.owed > 0
                && (object
                    || verbish(tagger, at)
                        && mark.is_some_and(|it| (0..it).any(|it| tagger.tag(it) == Tag::Plural))) =>
        {
            Tag::Present
        }
        (false, true)
            if tagger.state.last == Some(Tag::Base) && verbish(tagger, at) && tagger.is_nominal(tagger.after(at)) =>
        {
            Tag::Base
        }
        _ => settle(tagger, at),
    }
}

/// "The plan, backed by Egypt, calls for": the subject before the insertion still waits for its verb.
fn closes_insertion(tagger: &Tagger, at: usize, mark: Option<usize>) -> bool {
    let Some(mark) = mark.filter(|&it| matches!(tagger.tag(it), Tag::Comma | Tag::Dash | Tag::CloseBracket)) else {
        return false;
    };
    if tagger.state.owed == 0 || tagger.state.finite.is_some() || tagger.finite_ahead(at) {
        return false;
    }
    let opened = |it: usize| tagger.tag(it) == tagger.tag(mark) || tagger.tag(it) == Tag::OpenBracket;
    let Some(open) = (1..mark).find(|&it| opened(it)) else { return false };
    let next = tagger.after(at);
    let goes_on = tagger.can(next).has(Tag::Preposition) || tagger.is_nominal(next) || tagger.opens_object(next);
    goes_on && subject_number(tagger, open) == Some(tagger.classes[at].has(Tag::Base))
}

/// "… and open fields – demands Chad resists": a plural behind a dash that names again what stood before it, with a clause
/// of its own.
fn names_over(tagger: &Tagger, at: usize, mark: usize) -> bool {
    let next = tagger.after(at).filter(|&it| tagger.tokens[it].capital && tagger.can(Some(it)).has(Tag::Proper));
    let verb = next.map(|it| tagger.can(tagger.after(it)));
    let resists = verb.is_some_and(|can| can.meets(Classes::FINITE) && !can.meets(Classes::NOUNS));
    tagger.tag(mark) == Tag::Dash && tagger.state.finite.is_some() && tagger.classes[at].has(Tag::Plural) && resists
}

/// "demanded, among other things, guarantees": an insertion between a verb and its object.
fn awaits_object(tagger: &Tagger, mark: usize) -> bool {
    if tagger.tag(mark) != Tag::Comma {
        return false;
    }
    let Some(open) = (1..mark).rev().find(|&it| tagger.tag(it) == Tag::Comma) else { return false };
    let inserted = matches!(tagger.tag(open + 1), Tag::Preposition | Tag::Adverb);
    inserted && matches!(tagger.tag(open - 1), Tag::Past | Tag::Present | Tag::Base | Tag::Gerund)
}

fn verbish(tagger: &Tagger, at: usize) -> bool {
    let verb_first = verb_first(tagger, at);
    verb_first && !tagger.finite_ahead(at)
}

/// Tells whether the word is a verb more often than a noun.
fn verb_first(tagger: &Tagger, at: usize) -> bool {
    Classes::VERBS.has(tagger.lexicon.entry(tagger.tokens[at].word).preferred)
}

fn verb_form(tagger: &Tagger, at: usize) -> Tag {
    if tagger.state.bare && tagger.classes[at].has(Tag::Base) { Tag::Base } else { Tag::Present }
}
