//! What may stand between a verb and the complement it takes: "agreed *late on Friday in Cairo* to open the road".
//!
//! Places are token indices. Nothing is passed over unless the complement that is wanted begins behind it.

use crate::language::Tag;
use crate::language::named;
use crate::language::parse::Parse;
use crate::language::phrase::Unit;
use crate::language::word_list::{WordList, words};

/// Prepositions that tell where, when, at what occasion or in spite of what.
const OCCASION: &WordList = words![
    "after",
    "ahead",
    "amid",
    "among",
    "at",
    "before",
    "despite",
    "during",
    "following",
    "in",
    "near",
    "outside",
    "under",
    "via",
    "within",
];

/// How far, in tokens, the marks around a verb that shares its object can be apart.
const REACH: usize = 12;

/// Nouns of which an infinitive, or what they are on, is the complement: "in a bid to save", "in talks on the dam".
const TAKES_ACT: &WordList = words![
    "attempt",
    "bid",
    "call",
    "decision",
    "demand",
    "deal",
    "agreement",
    "effort",
    "move",
    "offer",
    "order",
    "plan",
    "proposal",
    "refusal",
    "request",
    "need",
    "time",
    "right",
    "duty",
    "obligation",
    "promise",
    "pledge",
    "failure",
];
const TAKES_POINT: &WordList = words![
    "article",
    "conference",
    "consultation",
    "debate",
    "dialogue",
    "discussion",
    "dispute",
    "interview",
    "letter",
    "meeting",
    "negotiation",
    "referendum",
    "report",
    "row",
    "round",
    "session",
    "speech",
    "statement",
    "summit",
    "talk",
    "vote",
    "workshop",
];

/// What the complement begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    /// An infinitive.
    Act,
    /// "on", "over", "about".
    Point,
    /// Another preposition of the cue, or a clause with "that".
    Other,
}

/// Passes circumstances from `at` on, as long as `begins` does not hold; `adjuncts` passes adverbs and times.
/// Returns `at` where the complement begins nowhere behind them.
pub(super) fn over(
    parse: &Parse<'_>,
    wanted: Wanted,
    at: usize,
    adjuncts: impl Fn(usize) -> usize,
    begins: impl Fn(usize) -> bool,
) -> usize {
    let mut here = at;
    for _ in 0..4 {
        let Some((noun, after)) = occasion(parse, here) else { return at };
        let noun = parse.text_of(parse.lemma(noun));
        here = adjuncts(after);
        let close = matches!(wanted, Wanted::Act) && TAKES_ACT.contains(noun)
            || wanted == Wanted::Point && TAKES_POINT.contains(noun) && here == after;
        if begins(here) {
            return if close { at } else { here };
        }
        here = over_complement(parse, noun, here);
        here = adjuncts(here);
        if begins(here) {
            return here;
        }
    }
    at
}

/// The head of "in Cairo", "after two days of talks", "among other things", and the token behind it.
fn occasion(parse: &Parse<'_>, at: usize) -> Option<(usize, usize)> {
    if !parse.reads(at, OCCASION) || !matches!(parse.tag(at), Tag::Preposition | Tag::Subordinator | Tag::Adverb) {
        return None;
    }
    let start = if parse.word(at + 1) == named::OF { at + 2 } else { at + 1 };
    let phrase = parse.phrases()[parse.phrase_at(start)?];
    let after = over_of(parse, phrase.last + 1);
    let head = if after > phrase.last + 1 { after - 1 } else { phrase.head };
    Some((head, after))
}

/// Passes "of talks" of "after two days of talks".
pub(super) fn over_of(parse: &Parse<'_>, at: usize) -> usize {
    let mut at = at;
    while parse.word(at) == named::OF
        && let Some(phrase) = parse.phrase_at(at + 1)
    {
        at = parse.phrases()[phrase].last + 1;
    }
    at
}

/// "in talks *on the dam*", "in a letter *to the union*", "at a meeting *with Ghana*".
fn over_complement(parse: &Parse<'_>, noun: &str, at: usize) -> usize {
    let taken = TAKES_POINT.contains(noun) && parse.tag(at) == Tag::Preposition || parse.tag(at) == Tag::To;
    let phrase = taken.then(|| parse.phrase_at(at + 1)).flatten();
    phrase.map_or(at, |phrase| parse.phrases()[phrase].last + 1)
}

/// "Mexico called for, and Cuba opposed, a fund": where the object that two verbs share begins, as seen from the comma at
/// `at` behind either of them.
pub(super) fn shared_object(parse: &Parse<'_>, at: usize) -> Option<usize> {
    let marks = |at: usize| parse.tag(at) == Tag::Comma && verb_before(parse, at).is_some();
    let opens = |at: usize| parse.tag(at + 1) == Tag::Coordinator;
    let open = if opens(at) {
        at
    } else {
        let last = verb_before(parse, at)?;
        (last.saturating_sub(REACH)..last).rev().find(|&open| marks(open) && opens(open))?
    };
    let close = (open + 3..(open + REACH).min(parse.tokens.len())).find(|&close| parse.tag(close) == Tag::Comma)?;
    let other = parse
        .phrase_at(open + 2)
        .is_some_and(|phrase| verb_before(parse, close).is_some_and(|verb| parse.phrases()[phrase].last + 1 == verb));
    let object = parse.phrase_at(close + 1).is_some() || matches!(parse.tag(close + 1), Tag::Gerund | Tag::To);
    (marks(open) && marks(close) && other && object).then_some(close + 1)
}

/// Where the tensed verb begins that ends right before `mark`, a preposition of its own passed over.
fn verb_before(parse: &Parse<'_>, mark: usize) -> Option<usize> {
    let last = mark.checked_sub(1)?;
    let particle = matches!(parse.tag(last), Tag::Preposition | Tag::To);
    let group = parse.group_at(if particle { last.checked_sub(1)? } else { last })?;
    parse.groups()[group].has_tense().then_some(parse.groups()[group].first)
}

/// Passes adverbs, and times ("on Friday", "last week"), before an element.
pub(super) fn over_adjuncts(parse: &Parse<'_>, at: usize) -> usize {
    let mut at = at;
    for _ in 0..4 {
        let next = match (parse.tag(at), parse.unit(at)) {
            (Tag::Adverb, _) => at + 1,
            _ if margin(parse, at).is_some() => margin(parse, at).unwrap_or(at),
            (_, Some(Unit::Phrase(phrase))) if parse.is_time_phrase(phrase) && !is_a_date(parse, phrase) => {
                parse.phrases()[phrase].last + 1
            }
            (Tag::Preposition, _) if parse.is_time_at(at + 1) => match parse.phrase_at(at + 1) {
                Some(phrase) => over_of(parse, parse.phrases()[phrase].last + 1),
                None => return at,
            },
            (Tag::Comma, _) => match parse.aside(at).map(|close| close + 1).or_else(|| shared_object(parse, at)) {
                Some(behind) => behind,
                None => return at,
            },
            _ => return at,
        };
        at = next;
    }
    at
}

/// "voted *by nine to two* against it", "voted *80 to 12* to strike": the token behind the count of a vote.
fn margin(parse: &Parse<'_>, at: usize) -> Option<usize> {
    let counts = |at: usize| parse.tag(at) == Tag::Number || parse.word(at) == named::ONE;
    let by = at + usize::from(parse.word(at) == named::BY);
    if by == at && !counts(at) && parse.word(at + 1) != named::MARGIN {
        return None;
    }
    let count = if parse.reads(by, words!["a"]) && parse.word(by + 1) == named::MARGIN { by + 3 } else { by };
    let goes_on = |at: usize| parse.reads(at, words!["against", "in", "to", "not"]);
    // "by 97% to accept"
    let share = (count + 1..count + 4).find(|&at| goes_on(at)).filter(|_| by > at && counts(count));
    let percent = share.is_some_and(|end| {
        parse.text_at(count).ends_with('%')
            || (count + 1..end).all(|at| parse.reads(at, words!["percent", "per", "cent"]))
    });
    if let Some(end) = share.filter(|&end| percent && (end > count + 1 || parse.text_at(count).ends_with('%'))) {
        return Some(end);
    }
    let goes_on = goes_on(count + 3);
    (counts(count) && parse.reads(count + 1, words!["to"]) && counts(count + 2) && goes_on).then_some(count + 3)
}

/// "a date for the handover", "a year of service" are points and no times.
fn is_a_date(parse: &Parse<'_>, phrase: usize) -> bool {
    let found = parse.phrases()[phrase];
    let date = parse.text_of(parse.lemma(found.head)) == "date";
    let filled = parse.word(found.last + 1) == named::OF && !parse.is_time_at(found.last + 2);
    let new = matches!(parse.tag(found.first), Tag::Determiner | Tag::Number) && parse.word(found.first) != named::THE;
    // "called for ten years", "wants 2035": a length or a year with nothing behind it that could be wanted instead
    let measure = parse.tag(found.first) == Tag::Number && parse.tag(found.head) != Tag::Proper;
    let next = found.last + 1;
    let ends = next >= parse.tokens.len()
        || matches!(parse.tag(next), Tag::Stop | Tag::Comma | Tag::Colon | Tag::Coordinator | Tag::Close | Tag::Dash);
    let object = found.first.checked_sub(1).is_some_and(|before| {
        parse.group_at(before).is_some()
            || parse.tag(before) == Tag::Preposition && parse.reads(before, words!["for", "with", "of", "to"])
    });
    if measure && ends && object {
        return true;
    }
    (date || filled && new) && matches!(parse.tag(found.first), Tag::Determiner | Tag::Number)
}

/// "agreed, over the objections of their generals, a list", "promised, under the accord, not to arm them": the token
/// behind what commas at `at` set off between a verb and its object or act, else `at`.
pub(super) fn over_insertion(parse: &Parse<'_>, at: usize) -> usize {
    // "offered, once the rains end, a joint survey"
    let clause = parse.tag(at + 1) == Tag::Subordinator;
    let opens = clause || matches!(parse.tag(at + 1), Tag::Preposition | Tag::Adverb | Tag::To);
    if parse.tag(at) != Tag::Comma || !opens {
        return at;
    }
    let close = (at + 2..parse.tokens.len()).take(14).find(|&i| parse.tag(i) == Tag::Comma);
    let Some(close) = close.filter(|&close| clause || (at..close).all(|i| parse.tensed_at(i).is_none())) else {
        return at;
    };
    let behind = close + 1;
    let thing = matches!(parse.tag(behind), Tag::Determiner | Tag::Number | Tag::Possessive | Tag::Adjective);
    let alone = parse.thing(behind).is_some_and(|thing| parse.tensed_at(parse.over_adverbs(thing.last + 1)).is_none());
    let act = parse.tag(behind) == Tag::Negation && parse.tag(behind + 1) == Tag::To;
    if thing && alone || act { behind } else { at }
}
