//! Words of grammar that play more than one part: "to", "that", "'s", "her", "there", "since", "may" …

use super::super::lexicon::Frames;
use super::view::Right;
use super::{Classes, Tag, Tagger, quantity, that};
use crate::language::named as w;

/// Settles a word of grammar; `None` where the word is none.
pub(super) fn settle(tagger: &Tagger, at: usize) -> Option<Tag> {
    let classes = tagger.classes[at];
    if classes == Classes::one(Tag::Proper) {
        return Some(Tag::Proper);
    }
    let word = tagger.word(at);
    if matches!(word, w::NO | w::THAN | w::AS | w::MANY | w::MUCH | w::FEWER) && quantity::bounds(tagger, at) {
        return Some(Tag::Adverb);
    }
    Some(match word {
        w::TO => to(tagger, at),
        w::THAT => that::settle(tagger, at),
        w::CLITIC_S => clitic_s(tagger, at),
        w::CLITIC_D => clitic_d(tagger, at),
        w::HER | w::HIS => possessive(tagger, at),
        w::THERE => there(tagger, at),
        w::NO => no(tagger, at),
        w::SINCE | w::BEFORE | w::AFTER | w::UNTIL | w::TILL | w::AS | w::THAN | w::EXCEPT => {
            before_clause(tagger, at, Tag::Preposition)
        }
        w::FOR => reason(tagger, at),
        w::LIKE if !tagger.state.bare => return like(tagger, at),
        w::SO => so(tagger, at),
        w::WHEN | w::WHERE => question(tagger, at),
        w::ONCE | w::THOUGH => once(tagger, at),
        w::BOTH | w::EITHER | w::NEITHER => return Some(quantity::paired(tagger, at)),
        w::MAY | w::MIGHT | w::CAN | w::MUST | w::WILL => modal(tagger, at),
        w::ONE => one(tagger, at),
        w::YET => {
            if tagger.is_mark(tagger.before(at)) && tagger.before(at).is_some() {
                Tag::Coordinator
            } else {
                Tag::Adverb
            }
        }
        w::INCLUDING | w::REGARDING | w::CONCERNING | w::FOLLOWING | w::EXCLUDING | w::OWING | w::PENDING => {
            leading(tagger, at)
        }
        w::HAVE | w::DO => auxiliary(tagger, at),
        w::HAD => {
            return Some(if tagger.anchor(at).is_some_and(|it| tagger.is_verb(it, w::HAVE)) {
                Tag::Participle
            } else {
                Tag::Past
            });
        }
        w::CLITIC_VE => Tag::Present,
        w::STICKING | w::STUMBLING
            if [w::POINT, w::POINTS, w::BLOCK, w::BLOCKS].iter().any(|&noun| tagger.is(tagger.after(at), noun)) =>
        {
            return Some(Tag::Adjective);
        }
        w::BRIDGING
            if [
                w::TEXT,
                w::PROPOSAL,
                w::FORMULA,
                w::PAPER,
                w::DRAFT,
                w::DOCUMENT,
                w::PLAN,
                w::VERSION,
                w::IDEA,
                w::SOLUTION,
            ]
            .iter()
            .any(|&noun| tagger.is(tagger.after(at), noun)) =>
        {
            return Some(Tag::Adjective);
        }
        w::MANAGING if [w::DIRECTOR, w::PARTNER, w::EDITOR].iter().any(|&noun| tagger.is(tagger.after(at), noun)) => {
            return Some(Tag::Adjective);
        }
        w::OPPOSITE | w::NEAR | w::PAST | w::OUTSIDE | w::INSIDE => near(tagger, at),
        // "Delhi itself is against": it only stresses the subject.
        w::ITSELF | w::HIMSELF | w::HERSELF | w::THEMSELVES
            if at > 0
                && Classes::NOUNS.has(tagger.tag(at - 1))
                && tagger.state.owed > 0
                && tagger.can(tagger.after(at)).meets(Classes::FINITE) =>
        {
            return Some(Tag::Adverb);
        }
        w::WHILE => {
            if tagger.before(at).is_some_and(|it| matches!(tagger.word(it), w::A | w::THE)) {
                Tag::Noun
            } else {
                Tag::Subordinator
            }
        }
        w::ABSENT if tagger.opens_object(tagger.after(at)) && tagger.before(at).is_none() => Tag::Preposition,
        w::AT if [w::LEAST, w::MOST, w::ONCE].iter().any(|&word| tagger.is(tagger.after(at), word)) => Tag::Adverb,
        w::LEAST | w::MOST if tagger.before(at).is_some_and(|it| tagger.word(it) == w::AT) => Tag::Adverb,
        w::ABOUT if tagger.after(at).is_some_and(|it| tagger.tag(it) == Tag::Number) => Tag::Adverb,
        w::BESIDES | w::NOTWITHSTANDING if tagger.is_mark(tagger.after(at)) => Tag::Adverb,
        _ if classes == Classes::of(&[Tag::Preposition, Tag::Adverb]) => Tag::Preposition,
        w::SECOND | w::LAST | w::OWN | w::FURTHER | w::BACK => ordinal(tagger, at),
        _ => return quantity::settle(tagger, at),
    })
}

/// Returns the class of the next word that is no adverb.
fn next_content(tagger: &Tagger, at: usize) -> Option<usize> {
    let adverb = Classes::of(&[Tag::Adverb, Tag::Negation]);
    (at + 1..tagger.tokens.len())
        .find(|&it| !matches!(tagger.tag(it), Tag::Open | Tag::Close) && !tagger.classes[it].within(adverb))
}

/// "to" before a verb or before a noun phrase.
fn to(tagger: &Tagger, at: usize) -> Tag {
    let Some(next) = next_content(tagger, at) else { return Tag::To };
    let can = tagger.classes[next];
    // "open to direct talks"
    if tagger.word(next) == w::DIRECT
        && [w::CONTACT, w::CONTACTS, w::DIALOGUE, w::NEGOTIATIONS, w::TALKS]
            .iter()
            .any(|&word| tagger.is(tagger.after(next), word))
    {
        return Tag::Preposition;
    }
    if can.is_empty() {
        let figure = tagger.tag(next) == Tag::Number;
        return if figure || tagger.tag(next) == Tag::Symbol { Tag::Preposition } else { Tag::To };
    }
    if !can.has(Tag::Base) {
        return if tagger.is_bare_verb(next) && bound_to_verb(tagger, at) { Tag::To } else { Tag::Preposition };
    }
    if !can.meets(Classes::NOUNS) {
        let toward = tagger.before(at).is_some_and(|it| tagger.takes(it, Frames::TOWARD));
        return if can.has(Tag::Adjective)
            && toward
            && !bound_to_verb(tagger, at)
            && tagger.is_nominal(tagger.after(next))
        {
            Tag::Preposition
        } else {
            Tag::To
        };
    }
    let toward = tagger.before(at).is_some_and(|it| tagger.takes(it, Frames::TOWARD));
    if !toward || bound_to_verb(tagger, at) {
        return Tag::To;
    }
    let prefers_noun = tagger.lexicon.entry(tagger.tokens[next].word).preferred == Tag::Noun;
    match tagger.right(next) {
        Right::Noun => Tag::Preposition,
        Right::Open if prefers_noun && !tagger.opens_object(tagger.after(next)) => Tag::Preposition,
        Right::Verb | Right::Open => Tag::To,
    }
}

/// Tells whether the word before "to" takes an infinitive.
fn bound_to_verb(tagger: &Tagger, at: usize) -> bool {
    tagger.before(at).is_some_and(|it| tagger.takes(it, Frames::INFINITIVE) && !tagger.takes(it, Frames::TOWARD))
}

/// "'s": the genitive, or "is" and "has".
fn clitic_s(tagger: &Tagger, at: usize) -> Tag {
    let Some(before) = at.checked_sub(1) else { return Tag::Genitive };
    let subject = matches!(
        tagger.word(before),
        w::IT
            | w::HE
            | w::SHE
            | w::THAT
            | w::THERE
            | w::WHAT
            | w::WHO
            | w::HERE
            | w::WHERE
            | w::HOW
            | w::THIS
            | w::WHEN
            | w::EVERYTHING
            | w::LET
    );
    let next = tagger.after(at);
    let verbal = tagger.can(next).meets(Classes::OPENERS.and(Classes::of(&[Tag::Negation])));
    if subject || verbal || tagger.is(next, w::BEEN) || tagger.is(next, w::GOT) { Tag::Present } else { Tag::Genitive }
}

fn clitic_d(tagger: &Tagger, at: usize) -> Tag {
    let next = next_content(tagger, at);
    let can = tagger.can(next);
    if tagger.is(next, w::BETTER) || can.has(Tag::Participle) && !can.has(Tag::Base) { Tag::Past } else { Tag::Modal }
}

/// "her" and "his" before a noun phrase or alone.
fn possessive(tagger: &Tagger, at: usize) -> Tag {
    let next = tagger.after(at);
    let can = tagger.can(next);
    let phrase = tagger.is_nominal(next)
        || can.meets(Classes::of(&[Tag::Gerund, Tag::Participle])) && tagger.word(at) == w::HER
        || can.has(Tag::Number)
        || tagger.word(at) == w::HIS && can.has(Tag::Gerund);
    let adverb = can == Classes::one(Tag::Adverb) && tagger.is_nominal(next.and_then(|it| tagger.after(it)));
    if phrase || adverb { Tag::Possessive } else { Tag::Pronoun }
}

/// "there" of existence stands with "be" and a few other verbs.
fn there(tagger: &Tagger, at: usize) -> Tag {
    let exists = |it: Option<usize>| {
        it.is_some_and(|it| {
            matches!(
                tagger.lexicon.entry(tagger.tokens[it].word).verb,
                w::BE | w::CLITIC_S | w::EXIST | w::REMAIN | w::SEEM | w::APPEAR
            )
        })
    };
    let next = next_content(tagger, at);
    let modal = tagger.can(next).within(Classes::one(Tag::Modal))
        || [w::WILL, w::MUST, w::MAY, w::MIGHT, w::CAN].iter().any(|&modal| tagger.is(next, modal))
        || tagger.is(next, w::HAS)
        || tagger.is(next, w::HAD);
    // "any building there must stop"
    let placed = tagger.before(at).is_some_and(|it| Classes::NOUNS.has(tagger.tag(it)))
        && !next.is_some_and(|it| [w::BE, w::HAVE, w::EXIST].iter().any(|&verb| tagger.is(tagger.after(it), verb)));
    let modal = modal && !placed;
    // "Nor was there any talk of a toll", "neither has there been"
    let turned = |it: usize| tagger.before(it).is_some_and(|it| matches!(tagger.word(it), w::NOR | w::NEITHER));
    let inverted = tagger.before(at).is_some_and(|it| {
        turned(it) && (exists(Some(it)) || tagger.is_verb(it, w::HAVE))
            || exists(Some(it))
                && (tagger.before(it).is_none_or(|it| tagger.is_mark(Some(it)) || tagger.tag(it) == Tag::Relative))
                && tagger.can(next).has(Tag::Determiner)
    });
    if exists(next) || modal || inverted { Tag::Existential } else { Tag::Adverb }
}

fn no(tagger: &Tagger, at: usize) -> Tag {
    let next = tagger.after(at);
    if tagger.is(next, w::LONGER) {
        Tag::Negation
    } else if tagger.is_mark(next) && !next.is_some_and(|it| tagger.tag(it) == Tag::Number) {
        Tag::Other
    } else {
        Tag::Determiner
    }
}

/// A word that begins a clause or, before a mere noun phrase, is `other`.
fn before_clause(tagger: &Tagger, at: usize, other: Tag) -> Tag {
    let next = tagger.after(at);
    if tagger.is_mark(next) && !next.is_some_and(|it| tagger.tag(it) == Tag::Number) {
        return Tag::Adverb;
    }
    let word = tagger.word(at);
    let can = tagger.can(next);
    // "the toll has since doubled"
    if word == w::SINCE && tagger.state.perfect && can.has(Tag::Participle) {
        return Tag::Adverb;
    }
    // "as high as": the first of the pair.
    if word == w::AS
        && can.meets(Classes::of(&[Tag::Adverb, Tag::Adjective]))
        && tagger.is(next.and_then(|it| tagger.after(it)), w::AS)
    {
        return Tag::Adverb;
    }
    let clipped = matches!(word, w::AS | w::THAN)
        && can.has(Tag::Participle)
        && !can.has(Tag::Noun)
        && (!tagger.is_nominal(next) || tagger.is_mark(next.and_then(|it| tagger.after(it))))
        || word == w::THAN && can.has(Tag::Base) && !can.meets(Classes::NOUNS)
        || word == w::AS && tagger.is_finite(next);
    // "the text as it stood is"
    let stands = || tagger.after(next?).map(|it| matches!(tagger.word(it), w::STANDS | w::STOOD | w::IS | w::WAS));
    let it = word == w::AS && tagger.is(next, w::IT) && stands() == Some(true);
    let pronoun = it || next.is_some_and(|it| tagger.is_subject(it));
    // "officials after the talks said": the verb ahead belongs to the subject before.
    let owed = tagger.state.owed > u8::from(tagger.state.reported)
        && tagger.before(at).is_some_and(|it| !tagger.is_mark(Some(it)) && tagger.tag(it) != Tag::Coordinator)
        && !follows_measure(tagger, at);
    let figure = word == w::AS && next.is_some_and(|it| tagger.tag(it) == Tag::Number);
    if clipped || pronoun || !owed && !figure && tagger.clause_follows(at) { Tag::Subordinator } else { other }
}

/// "A day after Togo pulled out", "Hours before": how long opens the sentence and is no subject.
fn follows_measure(tagger: &Tagger, at: usize) -> bool {
    let Some(noun) = at.checked_sub(1).filter(|&noun| tagger.takes(noun, Frames::TIME)) else { return false };
    let measure = |it: usize| matches!(tagger.tag(it), Tag::Determiner | Tag::Number | Tag::Adverb | Tag::Adjective);
    (noun == 0 || !tagger.tokens[noun].capital) && (0..noun).all(measure)
}

fn reason(tagger: &Tagger, at: usize) -> Tag {
    let comma = tagger.before(at).is_none_or(|it| tagger.tag(it) == Tag::Comma);
    let subject = tagger.after(at).is_some_and(|it| tagger.is_subject(it));
    if comma && subject { Tag::Subordinator } else { Tag::Preposition }
}

fn like(tagger: &Tagger, at: usize) -> Option<Tag> {
    let verb = tagger.anchor(at).is_some_and(|it| {
        matches!(tagger.tag(it), Tag::To | Tag::Modal) || tagger.tag(it) == Tag::Pronoun && tagger.is_subject(it)
    });
    (!verb).then(|| {
        if tagger.after(at).is_some_and(|it| tagger.is_subject(it)) { Tag::Subordinator } else { Tag::Preposition }
    })
}

fn so(tagger: &Tagger, at: usize) -> Tag {
    let comma = tagger.before(at).is_some_and(|it| matches!(tagger.tag(it), Tag::Comma | Tag::Coordinator));
    let next = tagger.after(at);
    let clause = comma && tagger.clause_follows(at) || tagger.is(next, w::THAT);
    if clause { Tag::Subordinator } else { Tag::Adverb }
}

/// "when" and "where": after a verb of asking or a noun of time they relate, else they subordinate.
fn question(tagger: &Tagger, at: usize) -> Tag {
    let Some(before) = tagger.before(at) else {
        let question = tagger.tokens.last().is_some_and(|last| last.span.of(tagger.text).contains('?'));
        return if question && tagger.is_finite(tagger.after(at)) { Tag::Relative } else { Tag::Subordinator };
    };
    let noun =
        Classes::NOUNS.has(tagger.tag(before)) && (tagger.takes(before, Frames::TIME) || tagger.word(at) == w::WHERE);
    let asked = Classes::VERBS.has(tagger.tag(before)) && tagger.takes(before, Frames::CLAUSE)
        || tagger.tag(before) == Tag::Preposition;
    let place = tagger.word(at) == w::WHERE && tagger.tag(before) == Tag::Comma;
    if noun || asked || place { Tag::Relative } else { Tag::Subordinator }
}

fn once(tagger: &Tagger, at: usize) -> Tag {
    let next = tagger.after(at);
    let participle =
        tagger.can(next).has(Tag::Participle) && !tagger.can(next).has(Tag::Noun) && tagger.before(at).is_none();
    if tagger.clause_follows(at) || participle { Tag::Subordinator } else { Tag::Adverb }
}

/// Modal verbs that are also nouns: "a must", "political will", "in May".
/// A base form and its object behind a modal: "will chair it", "must pay the crews".
fn acts_behind(tagger: &Tagger, at: usize) -> bool {
    let verb = tagger.after(at).filter(|&it| tagger.can(Some(it)).has(Tag::Base));
    let object = verb.and_then(|it| tagger.after(it));
    object.is_some_and(|it| tagger.can(Some(it)).within(Classes::of(&[Tag::Pronoun, Tag::Determiner, Tag::Possessive])))
}

fn modal(tagger: &Tagger, at: usize) -> Tag {
    if tagger.is(tagger.after(at), w::OF) {
        return Tag::Noun;
    }
    let before = tagger.before(at);
    let noun_place = before.is_some_and(|it| {
        let tag = tagger.tag(it);
        matches!(tag, Tag::Determiner | Tag::Possessive | Tag::Genitive)
            // "a Danish admiral will head it"
            || tag == Tag::Adjective && tagger.word(at) != w::MAY && !acts_behind(tagger, at)
            || tag == Tag::Preposition && tagger.word(at) == w::WILL
    });
    let modal_next =
        tagger.can(tagger.after(at)).meets(Classes::of(&[Tag::Base, Tag::Negation, Tag::Adverb, Tag::Pronoun]));
    let token = &tagger.tokens[at];
    if tagger.word(at) == w::MAY && token.capital {
        let figure = tagger.after(at).is_some_and(|it| tagger.tag(it) == Tag::Number);
        let month = before.is_some_and(|it| {
            matches!(tagger.tag(it), Tag::Preposition | Tag::Number | Tag::Adjective | Tag::Noun)
                || matches!(tagger.word(it), w::LAST | w::NEXT | w::THIS | w::EARLY | w::LATE | w::SINCE)
        });
        // "Theresa May of the Conservatives", "Mrs May also said"
        let named = at > 0 && tagger.tag(at - 1) == Tag::Proper && !tagger.can(tagger.after(at)).has(Tag::Base);
        return match (figure || month, named) {
            (true, _) => Tag::Noun,
            (false, true) => Tag::Proper,
            (false, false) => Tag::Modal,
        };
    }
    let object_verb =
        before.is_some_and(|it| tagger.tag(it) == Tag::To || Classes::VERBS.has(tagger.tag(it)) && !modal_next);
    if (noun_place && (!modal_next || tagger.is(tagger.after(at), w::TO))) || object_verb && !modal_next {
        Tag::Noun
    } else {
        Tag::Modal
    }
}

fn one(tagger: &Tagger, at: usize) -> Tag {
    let next = tagger.after(at);
    let headed = tagger.before(at).is_some_and(|it| matches!(tagger.tag(it), Tag::Adjective | Tag::Determiner));
    let noun =
        tagger.can(next).meets(Classes::of(&[Tag::Noun, Tag::Adjective])) && !tagger.can(next).within(Classes::FINITE);
    let of = tagger.is(next, w::OF);
    if !headed && noun && !of || tagger.can(next).has(Tag::Number) { Tag::Number } else { Tag::Pronoun }
}

/// Prepositions with the form of a gerund ("including", "following").
fn leading(tagger: &Tagger, at: usize) -> Tag {
    match tagger.anchor(at).map(|it| tagger.tag(it)) {
        Some(Tag::Determiner | Tag::Possessive) if tagger.word(at) == w::PENDING || tagger.word(at) == w::FOLLOWING => {
            Tag::Adjective
        }
        Some(Tag::Present | Tag::Past | Tag::Base | Tag::Participle)
            if tagger.anchor(at).is_some_and(|it| tagger.is_verb(it, w::BE)) =>
        {
            if tagger.word(at) == w::PENDING {
                Tag::Adjective
            } else {
                Tag::Gerund
            }
        }
        _ => Tag::Preposition,
    }
}

/// "have" and "do": base forms after "to" and modals.
fn auxiliary(tagger: &Tagger, at: usize) -> Tag {
    let before = tagger.anchor(at).map(|it| tagger.tag(it));
    match before {
        Some(Tag::To | Tag::Modal) => Tag::Base,
        None if tagger.word(at) == w::DO && !tagger.after(at).is_some_and(|it| tagger.is_subject(it)) => Tag::Base,
        _ if tagger.state.bare => Tag::Base,
        _ => Tag::Present,
    }
}

fn near(tagger: &Tagger, at: usize) -> Tag {
    let headed =
        tagger.before(at).is_some_and(|it| matches!(tagger.tag(it), Tag::Determiner | Tag::Possessive | Tag::Genitive));
    if headed {
        let next = tagger.after(at);
        let noun = tagger.is_nominal(next)
            || tagger.can(next).has(Tag::Determiner)
            || next.is_some_and(|it| tagger.tag(it) == Tag::Number);
        return if noun { Tag::Adjective } else { Tag::Noun };
    }
    let past = tagger.word(at) == w::PAST && tagger.can(tagger.after(at)).has(Tag::Plural);
    if past {
        Tag::Adjective
    } else if tagger.is_mark(tagger.after(at)) {
        Tag::Adverb
    } else {
        Tag::Preposition
    }
}

/// "last", "second", "own", "back": adjectives before a noun, verbs only where one must stand.
fn ordinal(tagger: &Tagger, at: usize) -> Tag {
    let next = tagger.after(at);
    let verb_place =
        tagger.anchor(at).is_some_and(|it| matches!(tagger.tag(it), Tag::To | Tag::Modal)) || tagger.state.bare;
    if verb_place && !(tagger.word(at) == w::FURTHER && tagger.can(next).has(Tag::Base)) {
        return Tag::Base;
    }
    if tagger.word(at) == w::BACK {
        let plural = tagger
            .before(at)
            .is_some_and(|it| tagger.tag(it) == Tag::Plural || tagger.tag(it) == Tag::Pronoun && tagger.is_subject(it));
        return if plural && tagger.state.owed > 0 && tagger.opens_object(next) { Tag::Present } else { Tag::Adverb };
    }
    let phrase = tagger.is_nominal(next)
        || tagger
            .before(at)
            .is_some_and(|it| matches!(tagger.tag(it), Tag::Determiner | Tag::Possessive | Tag::Genitive));
    if phrase { Tag::Adjective } else { Tag::Adverb }
}
