//! Patterns against a sentence: which tokens fill the slots of a cue.
//!
//! A pattern is tried to the right of the cue; in the passive, and in a relative clause, the subject or the
//! antecedent fills the slot of the object. Places are token indices.

use super::circumstance::{self, Wanted};
use super::clausal::{describes, is_ban, is_of_nothing, is_refusal, is_rule, is_term, next_that};
use super::filled::Filled;
use super::special;
use super::spot::Spot;
use crate::language::clause::Link;
use crate::language::extent::Stretch;
use crate::language::named;
use crate::language::parse::Parse;
use crate::language::phrase::{Form, Unit};
use crate::language::word_list::words;
use crate::language::{Tag, Word};
use crate::rules::{Element, Pattern};

/// Tries `pattern` from token `at` on; `subject` is what a passive or a relative clause offers as the object.
pub(super) fn fill(parse: &Parse<'_>, pattern: &Pattern, at: usize, subject: Option<usize>) -> Option<Filled> {
    if may_fill(parse, pattern) { fill_at(parse, pattern, &Spot::new(at), subject) } else { None }
}

/// As [`fill`], of a pattern whose words the sentence may hold, at a place where other patterns are tried too.
pub(super) fn fill_at(parse: &Parse<'_>, pattern: &Pattern, spot: &Spot, subject: Option<usize>) -> Option<Filled> {
    let direct = walk(parse, &pattern.elements, spot, None);
    let at = spot.at;
    let prepositional = matches!(pattern.elements.first(), Some(Element::Literal(word)) if parse.word(at) == *word && parse.tag(at) == Tag::Preposition);
    if prepositional && pattern.elements.len() > 1 && direct.is_some() {
        return direct;
    }
    // "It was left open who would pay"
    let it = subject.is_some_and(|subject| parse.word(parse.phrases()[subject].head) == named::IT);
    if it && direct.as_ref().is_some_and(|filled| filled.clause) {
        return direct;
    }
    let gapped = subject.and_then(|subject| walk(parse, &pattern.elements, spot, Some(subject)));
    match (subject, direct, gapped) {
        (Some(_), _, Some(filled)) | (None, Some(filled), _) => Some(filled),
        (Some(_), Some(filled), None) if needs_no_object(&pattern.elements) => Some(filled),
        _ => None,
    }
}

/// Tells whether the sentence may hold the words of a pattern, without which it is not tried.
pub(super) fn may_fill(parse: &Parse<'_>, pattern: &Pattern) -> bool {
    pattern.needed.words().all(|word| parse.may_hold(word))
}

/// Tries a pattern that ends in a preposition and its thing where the preposition is stranded: "a cut that Spain was
/// opposed *to*", of which `point` is the antecedent.
pub(super) fn fill_stranded(parse: &Parse<'_>, pattern: &Pattern, at: usize, point: usize) -> Option<Filled> {
    let [literals @ .., Element::Thing] = pattern.elements.as_slice() else { return None };
    if !may_fill(parse, pattern) {
        return None;
    }
    let mut filled = walk(parse, literals, &Spot::new(at), None)?;
    let after = parse.over_adverbs(filled.cue_end.map_or(at, |end| end + 1));
    let closed = !matches!(parse.unit(after), Some(Unit::Phrase(_)));
    filled.contents = parse.things(parse.phrases()[point].first);
    (closed && !filled.contents.is_empty()).then_some(filled)
}

/// Tells whether a pattern can stand in the passive as it is ("it was agreed that").
fn needs_no_object(elements: &[Element]) -> bool {
    matches!(
        elements.first(),
        Some(Element::Clause { .. } | Element::Act { .. } | Element::Rule | Element::Term | Element::Refusal)
    )
}

/// Walks the elements; `gap` is the phrase that fills the object's slot, the first that can be an object.
pub(super) fn walk(parse: &Parse<'_>, elements: &[Element], spot: &Spot, gap: Option<usize>) -> Option<Filled> {
    let mut filled = Filled::default();
    let mut at = spot.at;
    let mut gap = gap;
    for (place, &element) in elements.iter().enumerate() {
        // "warned Ankara not to buy": the act itself takes in its "not".
        if let (Element::Literal(word), Some(Element::Act { .. })) = (element, elements.get(place + 1)) {
            let behind = circumstance::over_insertion(parse, at);
            if parse.tag(behind) == Tag::Negation && parse.word(behind) == word {
                at = behind;
                continue;
            }
        }
        let object_slot = matches!(element, Element::Thing | Element::Toward)
            || (place == 0
                && matches!(element, Element::Literal(_))
                && gap.is_some_and(|phrase| names(parse, phrase, element)));
        if let (Some(phrase), true) = (gap, object_slot) {
            take_gap(parse, element, phrase, &mut filled);
            gap = None;
        } else {
            let next = elements.get(place + 1).copied();
            let behind_party = place > 0 && elements[place - 1] == Element::Toward;
            if element == Element::Thing && behind_party && special::acts(parse, at) {
                return None;
            }
            at = match element {
                Element::Other => other(parse, &elements[place + 1..], at)?,
                _ if at == spot.at => step(parse, element, next, spot, &mut filled)?,
                _ => step(parse, element, next, &Spot::new(at), &mut filled)?,
            };
            if let (Element::Thing, Some(last)) = (element, filled.contents.last_mut()) {
                at = end_before(parse, &elements[place + 1..], at, last, false);
            }
        }
    }
    let gone = gap.is_none();
    let whole = gone.then(|| passive_point(parse, elements, &filled)).flatten();
    if let Some(contents) = whole {
        (filled.contents, filled.toward) = (contents, Vec::new());
    }
    gone.then_some(filled)
}

/// "wants rosters to be published early and a pause": what is to have something done to it is the point, with it.
fn passive_point(parse: &Parse<'_>, elements: &[Element], filled: &Filled) -> Option<Vec<Stretch>> {
    let [.., Element::Toward, Element::Act { to: true }] = elements else { return None };
    let (&[phrase], act) = (filled.toward.as_slice(), filled.contents.first()?) else { return None };
    let group = parse.groups()[parse.group_at(act.first)?];
    let things = parse.things(parse.phrases()[phrase].first);
    let covered = things.first().is_some_and(|thing| thing.contains(group.first));
    (group.passive && covered).then_some(things)
}

/// Tells whether the head of a phrase is the literal: "agreement" in "no agreement was reached on".
fn names(parse: &Parse<'_>, phrase: usize, element: Element) -> bool {
    let Element::Literal(word) = element else { return false };
    let head = parse.phrases()[phrase].head;
    matches!(parse.tag(head), Tag::Noun | Tag::Plural) && (parse.lemma(head) == word || parse.word(head) == word)
}

fn take_gap(parse: &Parse<'_>, element: Element, phrase: usize, filled: &mut Filled) {
    match element {
        Element::Thing => filled.contents = parse.things(parse.phrases()[phrase].first),
        Element::Toward => filled.toward.push(phrase),
        _ => {
            let found = &parse.phrases()[phrase];
            filled.negation = (found.first..=found.last).find(|&at| parse.word(at) == named::NO);
        }
    }
}

/// Matches one element at `at`; returns the token after it.
fn step(parse: &Parse<'_>, element: Element, next: Option<Element>, spot: &Spot, filled: &mut Filled) -> Option<usize> {
    let at = spot.at;
    // "an offer on the day the firm met": a time is not what the preposition of a cue is about.
    let about = at > 0 && filled.cue_end == Some(at - 1) && parse.tag(at - 1) == Tag::Preposition;
    if about && element == Element::Thing && special::is_no_point(parse, at) {
        return None;
    }
    // "pushed back": the particle is of the cue.
    let own = matches!(element, Element::Literal(word) if parse.word(at) == word);
    let at = if own { at } else { spot.behind_adjuncts(parse) };
    let at = over_circumstances(parse, element, at);
    let at = special::announced(parse, over_partners(parse, element, at, filled));
    match element {
        Element::Literal(word) => literal(parse, word, at, filled),
        Element::Thing => thing(parse, next, circumstance::over_insertion(parse, at), spot, filled),
        Element::Something => special::is_new(parse, at).then(|| thing(parse, next, at, spot, filled)).flatten(),
        Element::Name => special::is_named(parse, at).then(|| thing(parse, next, at, spot, filled)).flatten(),
        Element::Done => special::done(parse, at).map(|done| {
            filled.contents = vec![done];
            done.last + 1
        }),
        Element::Act { to } => act(parse, to, at, filled),
        Element::Clause { .. } => clause(parse, at, filled, |_| true),
        Element::Rule => clause(parse, at, filled, |group| is_rule(parse, group) || is_ban(parse, group)),
        Element::Term => clause(parse, at, filled, |group| is_term(parse, group)),
        Element::Question => question(parse, at, filled),
        Element::Other => other(parse, &[], at),
        Element::Refusal => refusal(parse, at, filled),
        Element::Toward => {
            let acts = Some(Element::Act { to: true }) == next;
            let means =
                |after: usize| acts && (special::is_means(parse, at, after) || special::leaves_room(parse, after));
            party(parse, next, at).filter(|&(_, after)| !special::is_measure(parse, at) && !means(after)).map(
                |(phrases, after)| {
                    filled.toward.extend(phrases);
                    after
                },
            )
        }
        Element::Holder => party(parse, next, at).map(|(phrases, after)| {
            filled.holders.extend(phrases);
            after
        }),
    }
}

/// Passes "in Cairo", "after two days of talks" before a complement that says how it begins.
fn over_circumstances(parse: &Parse<'_>, element: Element, at: usize) -> usize {
    let wanted = match element {
        Element::Act { to: true } => Wanted::Act,
        Element::Literal(word) if special::is_about(parse, word) => Wanted::Point,
        Element::Literal(_) | Element::Clause { .. } | Element::Rule | Element::Term | Element::Refusal => {
            Wanted::Other
        }
        _ => return at,
    };
    if begins(parse, Some(element), at) {
        return at;
    }
    circumstance::over(
        parse,
        wanted,
        at,
        |at| circumstance::over_adjuncts(parse, at),
        |at| begins(parse, Some(element), at),
    )
}

/// Passes "between A and B", "with A", "by A" where they stand before the element that the pattern wants.
fn over_partners(parse: &Parse<'_>, element: Element, at: usize, filled: &mut Filled) -> usize {
    let word = parse.word(at);
    if ![named::BETWEEN, named::WITH, named::BY].contains(&word) || element == Element::Literal(word) {
        return at;
    }
    let Some(mut phrase) = parse.phrase_at(at + 1) else { return at };
    let mut phrases = vec![phrase];
    let mut after = parse.phrases()[phrase].last + 1;
    while matches!(parse.tag(after), Tag::Coordinator | Tag::Comma) && phrases.len() < 4 {
        let step = if parse.tag(after + 1) == Tag::Coordinator { after + 2 } else { after + 1 };
        let Some(next) = parse.phrase_at(step) else { break };
        phrase = next;
        phrases.push(phrase);
        after = parse.phrases()[phrase].last + 1;
    }
    if !begins(parse, Some(element), after) {
        return at;
    }
    filled.partners.extend(phrases);
    after
}

fn literal(parse: &Parse<'_>, word: Word, at: usize, filled: &mut Filled) -> Option<usize> {
    let same = |i: usize| parse.word(i) == word || parse.lemma(i) == word;
    let mut here = parse.over_open(at);
    if !same(here) {
        let none = |i: usize| parse.word(i) == named::NO || i == here && parse.reads(i, words!["little", "scant"]);
        let negation = (here..parse.tokens.len().min(here + 4)).find(|&i| none(i));
        while matches!(
            parse.tag(here),
            Tag::Determiner
                | Tag::Possessive
                | Tag::Adjective
                | Tag::Adverb
                | Tag::Number
                | Tag::Genitive
                | Tag::Proper
        ) && !same(here)
        {
            here += 1;
        }
        if same(here) {
            filled.negation = filled.negation.or(negation.filter(|&i| i < here));
        }
    }
    // "its takeover offer for": the head of the phrase that begins here
    if let Some(head) = parse.phrase_at(here).map(|phrase| parse.phrases()[phrase].head).filter(|_| !same(here))
        && head > here
        && (here..head).all(|i| matches!(parse.tag(i), Tag::Noun | Tag::Proper | Tag::Adjective))
        && same(head)
    {
        here = head;
    }
    if !same(here) {
        return None;
    }
    filled.cue_end = Some(here);
    Some(if parse.tag(here + 1) == Tag::Close { here + 2 } else { here + 1 })
}

fn thing(parse: &Parse<'_>, next: Option<Element>, at: usize, spot: &Spot, filled: &mut Filled) -> Option<usize> {
    // "wants it limited to waste"
    let done = parse.group_at(at + 1).filter(|&group| parse.groups()[group].form == Form::Participle);
    let pronoun = parse.tag(at) == Tag::Pronoun && done.is_some();
    let mut contents = match parse.act(at + 1).filter(|_| pronoun) {
        Some(act) => vec![Stretch { first: at, last: act.last }],
        None => spot.things(parse, at),
    };
    let last = contents.last_mut()?;
    *last = cut_at(parse, next, *last);
    let end = last.last + 1;
    contents[0].first = special::over_bounds(parse, contents[0].first);
    filled.contents = contents;
    Some(end)
}

/// "conditions any handshake on a withdrawal": a thing ends where the word that the pattern wants next stands, behind a
/// noun of the thing and outside a clause of its own.
fn cut_at(parse: &Parse<'_>, next: Option<Element>, thing: Stretch) -> Stretch {
    let Some(Element::Literal(word)) = next else { return thing };
    if parse.word(thing.last + 1) == word || parse.lemma(thing.last + 1) == word {
        return thing;
    }
    let ends = |at: &usize| {
        parse.word(*at) == word
            && !matches!(parse.unit(*at), Some(Unit::Phrase(_)))
            && (thing.first..*at).all(|inside| parse.tensed_at(inside).is_none())
            && at.checked_sub(1).is_some_and(|before| matches!(parse.unit(before), Some(Unit::Phrase(_))))
    };
    let cut = (thing.first + 1..=thing.last).rev().find(ends);
    cut.map_or(thing, |at| Stretch { first: thing.first, last: at - 1 })
}

/// What only fills a place; returns the token after it.
fn other(parse: &Parse<'_>, rest: &[Element], at: usize) -> Option<usize> {
    let mut thing = parse.thing(circumstance::over_adjuncts(parse, at))?;
    Some(end_before(parse, rest, thing.last + 1, &mut thing, true))
}

/// "finds the clause unacceptable", "made the swap contingent on": a thing ends where the next words of the cue, an
/// adjective or more than one word, begin; what only fills a place ends at the next word whatever it is.
fn end_before(parse: &Parse<'_>, rest: &[Element], after: usize, thing: &mut Stretch, filler: bool) -> usize {
    let literals =
        rest.iter().map_while(|element| if let Element::Literal(word) = element { Some(*word) } else { None });
    let Some(first) = literals.clone().next() else { return after };
    if literal(parse, first, after, &mut Filled::default()).is_some() {
        return after;
    }
    let words: Vec<Word> = literals.collect();
    let begins = |&at: &usize| {
        let sure = filler || words.len() > 1 || parse.tag(at) == Tag::Adjective;
        sure && parse.tag(at) != Tag::Determiner && special::follow(parse, &words, at)
    };
    let found = (thing.first + 1..=thing.last).find(begins);
    // "gave the plan short shrift": the tagger's one phrase is two.
    let start = |at: usize| {
        let first = parse.phrase_at(at).map_or(at, |phrase| parse.phrases()[phrase].first);
        if first > thing.first { first } else { at }
    };
    let named =
        |at: &usize| matches!(parse.tag(*at - 1), Tag::Noun | Tag::Plural | Tag::Proper | Tag::Pronoun | Tag::Number);
    match found.filter(|&at| start(at) > thing.first && named(&start(at))) {
        Some(at) => {
            thing.last = start(at) - 1;
            at
        }
        None => after,
    }
}

fn act(parse: &Parse<'_>, to: bool, at: usize, filled: &mut Filled) -> Option<usize> {
    let at = parse.over_open(at);
    let start = if matches!(parse.tag(at), Tag::Negation) { at + 1 } else { at };
    let group = &parse.groups()[parse.group_at(start)?];
    let fits = if to {
        group.form == Form::Infinitive
    } else {
        matches!(group.form, Form::Bare | Form::Gerund | Form::Infinitive)
    };
    if !fits || group.first != start {
        return None;
    }
    let mut contents = parse.acts(start);
    let last = contents.last()?.last;
    if start > at {
        contents[0].first = at;
    }
    contents.retain(|content| !special::is_threat(parse, *content));
    filled.contents = contents;
    Some(last + 1)
}

fn clause(parse: &Parse<'_>, at: usize, filled: &mut Filled, fits: impl Fn(usize) -> bool) -> Option<usize> {
    let that = parse.word(at) == named::THAT && parse.tag(at) != Tag::Determiner;
    if that && describes(parse, at) {
        return None;
    }
    let start = if that { at + 1 } else { at };
    if !that && !matches!(parse.unit(parse.over_open(start)), Some(Unit::Phrase(_))) {
        return None;
    }
    let contents = parse.clauses(start);
    let first = contents.first()?;
    let verb = (first.first..=first.last).find_map(|i| parse.tensed_at(i))?;
    if !fits(verb) {
        return None;
    }
    // "proposed a meeting, and Cambodia accepted": what stands before the comma is an object.
    let parted = (first.first..parse.groups()[verb].first)
        .any(|i| parse.tag(i) == Tag::Comma && parse.tag(i + 1) == Tag::Coordinator);
    if !that && (parted || parse.nodes()[verb].link != Link::Complement) {
        return None;
    }
    filled.clause = true;
    let mut contents = contents;
    while let Some(next) = contents.last().and_then(|clause| next_that(parse, clause.last + 1)).filter(|_| that) {
        let more = parse.clauses(next);
        if more.is_empty() || contents.len() > 6 {
            break;
        }
        contents.extend(more);
    }
    contents.retain(|content| !special::is_threat(parse, *content));
    let last = contents.last()?.last;
    filled.contents = contents;
    Some(last + 1)
}

/// A clause that refuses: what is refused begins with its verb.
fn refusal(parse: &Parse<'_>, at: usize, filled: &mut Filled) -> Option<usize> {
    let next = clause(parse, at, filled, |group| is_refusal(parse, group) || is_of_nothing(parse, group))?;
    let verb_of = |content: &Stretch| (content.first..=content.last).find_map(|i| parse.tensed_at(i));
    // "will not raise the fee but will build the road": the second is no refusal.
    let refuses =
        |verb: usize| parse.groups()[verb].modal.is_none() || is_refusal(parse, verb) || is_of_nothing(parse, verb);
    filled.contents.retain(|content| verb_of(content).is_none_or(refuses));
    for content in &mut filled.contents {
        let verb = verb_of(content);
        if verb.is_some_and(|verb| is_of_nothing(parse, verb)) {
            continue;
        }
        content.first = verb.map_or(content.first, |verb| parse.groups()[verb].head);
    }
    Some(next)
}

/// An indirect question: its opening word is part of the content.
fn question(parse: &Parse<'_>, at: usize, filled: &mut Filled) -> Option<usize> {
    let asks = parse.tag(at) == Tag::Relative
        || [named::WHETHER, named::IF, named::WHEN, named::WHERE].contains(&parse.word(at))
        || parse.reads(at, words!["how", "why", "what", "who", "which"]);
    if !asks {
        return None;
    }
    let content = match parse.clause(at + 1) {
        Some(clause) => Stretch { first: at, last: clause.last },
        None => Stretch { first: at, last: parse.act(at + 1)?.last },
    };
    filled.contents = vec![content];
    filled.clause = true;
    Some(content.last + 1)
}

/// The phrases of a party at `at`, coordinated ones together, and the token after them where `next` can begin.
fn party(parse: &Parse<'_>, next: Option<Element>, at: usize) -> Option<(Vec<usize>, usize)> {
    let mut phrase = parse.phrase_at(parse.over_open(at))?;
    let mut phrases = vec![phrase];
    for _ in 0..8 {
        let after = parse.phrases()[phrase].last + 1;
        if begins(parse, next, circumstance::over_adjuncts(parse, after)) {
            return Some((phrases, after));
        }
        let (joined, step) = match parse.tag(after) {
            Tag::Coordinator => (true, after + 1),
            Tag::Comma if parse.tag(after + 1) == Tag::Coordinator => (true, after + 2),
            Tag::Comma | Tag::Preposition => (false, after + 1),
            _ => return next.is_none().then_some((phrases, after)),
        };
        let Some(found) = parse.phrase_at(parse.over_open(step)) else {
            return next.is_none().then_some((phrases, after));
        };
        if next.is_none() && !joined {
            return Some((phrases, after));
        }
        phrase = found;
        if joined {
            phrases.push(phrase);
        }
    }
    None
}

/// Tells whether an element can begin at `at`.
fn begins(parse: &Parse<'_>, element: Option<Element>, at: usize) -> bool {
    match element {
        None => false,
        Some(Element::Act { to: true }) => {
            let at = if parse.tag(at) == Tag::Negation { at + 1 } else { at };
            parse.tag(at) == Tag::To
        }
        Some(Element::Literal(word)) => parse.word(special::over_count(parse, at, word)) == word,
        Some(Element::Thing) => parse.phrase_at(parse.over_open(at)).is_some(),
        Some(Element::Clause { .. } | Element::Rule | Element::Term | Element::Refusal) => {
            parse.word(at) == named::THAT
        }
        Some(_) => matches!(parse.unit(at), Some(Unit::Phrase(_) | Unit::Group(_))),
    }
}
