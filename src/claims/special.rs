//! Things of a special make: what is not there yet, what is done to something, measures and their bounds.

use super::circumstance;
use crate::language::classes::{Class, PERSONS, is_person};
use crate::language::extent::Stretch;
use crate::language::named;
use crate::language::parse::Parse;
use crate::language::phrase::Form;
use crate::language::word_list::{WordList, words};
use crate::language::{Tag, Word};

/// "agreed on: a fee and a route", "agreed on the following: a fee", "agreed as follows: to pay": the token from which on
/// the points stand that a colon at or behind `at` announces, else `at`.
pub(super) fn announced(parse: &Parse<'_>, at: usize) -> usize {
    let colon = |at: usize| parse.tag(at) == Tag::Colon && parse.text_at(at) == ":";
    let opened = |before: usize| parse.tag(before) == Tag::Preposition || parse.reads(before, words!["follows"]);
    if colon(at) && at.checked_sub(1).is_some_and(opened) {
        return at + 1;
    }
    let following = parse.word(at) == named::THE && parse.reads(at + 1, words!["following"]) && colon(at + 2);
    if following { at + 3 } else { at }
}

/// "an offer on the day the firm met", "refused both offers on the basis that": tells whether the phrase at `at` says when
/// or why, and not what a preposition of a cue is about.
pub(super) fn is_no_point(parse: &Parse<'_>, at: usize) -> bool {
    let Some(phrase) = parse.phrase_at(at) else { return false };
    let why = words!["basis", "ground", "grounds", "eve", "sidelines", "margins", "behalf"];
    let head = parse.phrases()[phrase].head;
    parse.reads(head, why) || parse.is_time_phrase(phrase) && circumstance::over_adjuncts(parse, at) > at
}

/// "to pay by May or face a ban", "must pay or lose its seat": what comes of not doing it.
pub(super) fn is_threat(parse: &Parse<'_>, content: Stretch) -> bool {
    let verb = parse.group_at(content.first).map(|group| parse.groups()[group].lemma);
    let or = content.first > 0 && parse.reads(content.first - 1, words!["or"]);
    let driven = parse.reads(content.first, words!["be"]);
    let suffers = ["face", "forfeit", "lose", "risk", "suffer"];
    or && verb.is_some_and(|verb| driven || suffers.contains(&parse.text_of(verb)))
}

/// "a signature", "one nurse for every four beds", "longer leases": tells whether what stands at `at` is not there yet.
pub(super) fn is_new(parse: &Parse<'_>, at: usize) -> bool {
    let Some(phrase) = parse.phrase_at(parse.over_open(at)) else { return false };
    let first = parse.phrases()[phrase].first;
    let known = parse.reads(first, words!["all", "the", "this", "that", "these", "those", "his", "her"]);
    !known && !matches!(parse.tag(first), Tag::Pronoun | Tag::Proper)
}

/// "Tripoli", "the Donbas": tells whether what stands at `at` is a proper name.
pub(super) fn is_named(parse: &Parse<'_>, at: usize) -> bool {
    parse.phrase_at(parse.over_open(at)).is_some_and(|phrase| is_name(parse, phrase))
}

/// Tells whether a phrase is a proper name.
pub(super) fn is_name(parse: &Parse<'_>, phrase: usize) -> bool {
    parse.tag(parse.phrases()[phrase].head) == Tag::Proper
}

/// "have its wells capped", "have the quota turned into a tax": a thing at `at` and the participle that says what
/// becomes of it.
pub(super) fn done(parse: &Parse<'_>, at: usize) -> Option<Stretch> {
    let mut head = parse.phrases()[parse.phrase_at(parse.over_open(at))?].last;
    // "have the quota for boats reopened"
    if let Some(next) = parse.phrase_at(head + 2).filter(|_| parse.word(head + 1) == named::OF) {
        head = parse.phrases()[next].last;
    }
    let group = parse.groups()[parse.group_at(head + 1)?];
    // "will not have boats circling the wreck"
    let circles = group.form == Form::Gerund && parse.tag(head) == Tag::Plural;
    // "have the line moved east": the participle looks like a past tense.
    let done = group.form == Form::Participle || group.past && parse.tag(group.head) == Tag::Participle;
    if !done && !circles {
        return None;
    }
    let thing = parse.thing(at)?;
    let act = parse.act(head + 1).map_or(group.last, |act| act.last);
    Some(Stretch { first: thing.first, last: thing.last.max(act) })
}

/// "proposed a fund, a plan Oslo rejected": tells whether the phrase at `at` is the subject of the verb after it.
pub(super) fn acts(parse: &Parse<'_>, at: usize) -> bool {
    let Some(phrase) = parse.phrase_at(parse.over_open(at)) else { return false };
    let verb = parse.tensed_at(parse.phrases()[phrase].last + 1);
    verb.is_some_and(|group| parse.nodes()[group].subjects().contains(&phrase))
}

/// "wants more rules to reduce dust": what is more or new is wanted, and asked to do nothing.
pub(super) fn is_measure(parse: &Parse<'_>, at: usize) -> bool {
    // "offered a pay deal worth 9 per cent": what has a price is no party.
    let priced = |phrase: usize| parse.reads(parse.phrases()[phrase].last + 1, words!["worth"]);
    if parse.phrase_at(parse.over_open(at)).is_some_and(priced) {
        return true;
    }
    parse.reads(at, words!["more", "additional", "further", "extra", "stronger", "tougher", "fewer", "better"])
}

/// "at least", "no more than", "as many as", "up to" before a figure belong to the content.
pub(super) fn over_bounds(parse: &Parse<'_>, first: usize) -> usize {
    let bounds = words!["at", "least", "most", "no", "more", "less", "fewer", "than", "as", "many", "much"];
    (0..first)
        .rev()
        .take(3)
        .take_while(|&at| parse.tag(at) == Tag::Adverb && parse.reads(at, bounds))
        .last()
        .unwrap_or(first)
}

/// Classes of nouns for those who can act, beside those for persons.
const AGENTS: &[Class] = &[
    Class::Bargainer,
    Class::Quantity,
    Class::UnionHead,
    Class::CompanyHead,
    Class::BodyHead,
    Class::MovementHead,
    Class::UnionRole,
    Class::CompanyRole,
    Class::MovementRole,
];

/// "called for dialogue to end the war", "appealed to the world for arms to fight": what stands behind "for" is the
/// means that is asked for, and nobody who is to act.
pub(super) fn is_means(parse: &Parse<'_>, at: usize, end: usize) -> bool {
    let for_ = |at: usize| at > 0 && parse.word(at - 1) == named::FOR;
    let thing = |phrase: usize| {
        let head = parse.tokens[parse.phrases()[phrase].head];
        let is_any =
            |classes| parse.classes().is_any(head.lemma, classes) || parse.classes().is_any(head.word, classes);
        matches!(head.tag, Tag::Noun | Tag::Plural)
            && !head.capital
            && !is_any(PERSONS)
            && !is_any(AGENTS)
            && !is_person(parse.text_of(head.lemma))
    };
    let first = parse.phrase_at(parse.over_open(at)).filter(|_| for_(at));
    let behind = (at + 1..end).find_map(|it| parse.phrase_at(it + 1).filter(|_| for_(it + 1)));
    first.or(behind).is_some_and(thing)
}

/// "wants more time to sell its airline": tells whether the noun before `end` has the infinitive behind it, and is
/// nobody who is to act.
pub(super) fn leaves_room(parse: &Parse<'_>, end: usize) -> bool {
    let noun = end.checked_sub(1).map_or("", |at| parse.text_of(parse.lemma(at)));
    words![
        "authority",
        "chance",
        "freedom",
        "money",
        "opportunity",
        "permission",
        "power",
        "right",
        "room",
        "time",
        "way"
    ]
    .contains(noun)
}

/// Tells whether these words stand from `at` on, determiners between them passed over.
pub(super) fn follow(parse: &Parse<'_>, words: &[Word], at: usize) -> bool {
    let mut here = at;
    words.iter().all(|&word| {
        while here > at && parse.tag(here) == Tag::Determiner && parse.word(here) != word {
            here += 1;
        }
        here += 1;
        parse.word(here - 1) == word || parse.lemma(here - 1) == word
    })
}

/// Nouns for what a party asks.
pub(super) const ASKED: &WordList =
    words!["condition", "demand", "goal", "precondition", "priority", "request", "requirement", "wish"];

/// "rejected a truce, the main demand of Chad and its allies": what is apposed to a point is none.
pub(super) fn before_apposition(parse: &Parse<'_>, mut contents: Vec<Stretch>) -> Vec<Stretch> {
    let apposed = |content: &Stretch| {
        let Some(phrase) = parse.phrase_at(content.first).map(|phrase| parse.phrases()[phrase]) else { return false };
        let asked = parse.is_in(parse.lemma(phrase.head), ASKED);
        let comma = content.first > 0 && parse.tag(content.first - 1) == Tag::Comma;
        asked
            && comma
            && parse.tag(phrase.head) == Tag::Noun
            && parse.reads(phrase.last + 1, words!["by", "of", "from"])
    };
    if let Some(at) = contents.iter().skip(1).position(apposed) {
        contents.truncate(at + 1);
    }
    contents
}

pub(super) fn is_about(parse: &Parse<'_>, word: Word) -> bool {
    parse.is_in(word, words!["on", "over", "about", "of"])
}

/// "gave Brussels 30 days": passes what counts or points out before a literal.
pub(super) fn over_count(parse: &Parse<'_>, at: usize, word: Word) -> usize {
    let light =
        |i: &usize| parse.word(*i) != word && matches!(parse.tag(*i), Tag::Number | Tag::Determiner | Tag::Adjective);
    at + (at..parse.tokens.len()).take(3).take_while(light).count()
}
