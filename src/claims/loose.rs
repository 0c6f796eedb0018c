//! Stances without a verb of their own: "though willing to pull back, Israel", "Israel, unwilling to leave, has", and
//! "Israel's is that …", where the noun is left out.

use crate::language::named;
use crate::language::word_list::{WordList, words};
use std::cell::LazyCell;

use super::candidate::{Candidate, Carrier, predicate_end};
use super::slots;
use crate::language::Tag;
use crate::language::extent::Stretch;
use crate::language::parse::Parse;
use crate::rules::{Element, Head, RuleBook, SubjectRole};

/// Words that may open a loose adjective, and the adjective that they open.
const OPENING: &WordList =
    words!["though", "although", "while", "albeit", "but", "and", "still", "always", "no", "not", "long"];

/// The cues of loose adjectives and of positions whose noun is left out, in the order of their kinds.
pub(super) fn candidates(parse: &Parse<'_>, rules: &RuleBook) -> Vec<Vec<Candidate>> {
    let mut found = Vec::new();
    for at in 0..parse.tokens.len() {
        if matches!(parse.tag(at), Tag::Adjective | Tag::Participle | Tag::Gerund | Tag::Past) {
            found.extend(Some(adjective(parse, rules, at)).filter(|carrier| !carrier.is_empty()));
        }
    }
    for (place, phrase) in parse.phrases().iter().enumerate() {
        if parse.tag(phrase.last + 1) == Tag::Genitive {
            found.extend(Some(position(parse, rules, place)).filter(|carrier| !carrier.is_empty()));
        }
    }
    found
}

/// The cues of the adjective or participle at token `at`.
fn adjective(parse: &Parse<'_>, rules: &RuleBook, at: usize) -> Vec<Candidate> {
    let ids = rules.predicates(parse.word(at));
    if ids.is_empty() {
        return Vec::new();
    }
    let described = LazyCell::new(|| described(parse, at));
    let mut found = Vec::new();
    for &id in ids {
        let Some((_, cue)) = rules.get(id) else { continue };
        let Head::Predicate(words) = &cue.head else { continue };
        let Some(last) = predicate_end(parse, words, at).filter(|_| cue.subject == SubjectRole::Holder) else {
            continue;
        };
        for pattern in cue.takes.iter() {
            let acts =
                pattern.elements.iter().any(|element| matches!(element, Element::Act { to: true } | Element::Thing));
            if !acts || !slots::may_fill(parse, pattern) {
                continue;
            }
            let Some(phrase) = *described else { return Vec::new() };
            let Some(filled) = slots::fill(parse, pattern, last + 1, None) else { continue };
            if filled.contents.is_empty() {
                continue;
            }
            let end = filled.cue_end.unwrap_or(last).max(last);
            found.push(Candidate {
                id,
                carrier: Carrier::Apposed(phrase),
                cue: Stretch { first: at, last: end },
                filled,
                passive: false,
            });
        }
    }
    found
}

/// The phrase that a loose adjective at `at` describes: the subject behind its comma, or what stands before it.
fn described(parse: &Parse<'_>, at: usize) -> Option<usize> {
    let mut start = at;
    while start > 0 && parse.reads(start - 1, OPENING) {
        start -= 1;
    }
    if (start..at).any(|i| parse.tag(i) == Tag::Negation || parse.word(i) == named::NO) {
        return None;
    }
    if start == 0 {
        let comma = (at + 1..parse.tokens.len()).find(|&i| {
            parse.tag(i) == Tag::Comma && parse.phrase_at(i + 1).is_some_and(|phrase| is_subject(parse, phrase))
        })?;
        let tensed = (at..comma).any(|i| parse.tensed_at(i).is_some());
        return parse.phrase_at(comma + 1).filter(|_| !tensed);
    }
    // "Egypt ready to reopen crossing": a headline without its copula.
    let headline = parse.phrase_at(start - 1).filter(|&phrase| parse.phrases()[phrase].first == 0 && start == at);
    let named = |&phrase: &usize| parse.tag(parse.phrases()[phrase].head) == Tag::Proper;
    let verbless = (0..at).all(|i| parse.tensed_at(i).is_none()) && parse.group_at(at).is_none();
    if let Some(phrase) = headline.filter(named).filter(|_| verbless) {
        return Some(phrase);
    }
    let comma = start - 1;
    let before = comma.checked_sub(1).filter(|_| parse.tag(comma) == Tag::Comma)?;
    parse.phrase_at(before).filter(|&phrase| is_subject(parse, phrase))
}

fn is_subject(parse: &Parse<'_>, phrase: usize) -> bool {
    parse.nodes().iter().any(|node| node.subjects().contains(&phrase)) || (parse.phrases()[phrase].first == 0)
}

/// "Iran's is that missiles are not part of the file": a position whose noun the sentence before holds.
fn position(parse: &Parse<'_>, rules: &RuleBook, phrase: usize) -> Vec<Candidate> {
    let found = parse.phrases()[phrase];
    let Some(group) = parse.group_at(found.last + 2) else { return Vec::new() };
    let verb = parse.groups()[group];
    if verb.lemma != named::BE || verb.first != found.last + 2 {
        return Vec::new();
    }
    let noun = parse.language.lexicon.word("position");
    let mut candidates = Vec::new();
    for &id in rules.nouns(noun) {
        let Some((_, cue)) = rules.get(id) else { continue };
        for pattern in cue.takes.iter() {
            if let Some(filled) =
                slots::fill(parse, pattern, verb.first, None).filter(|filled| !filled.contents.is_empty())
            {
                let cue = Stretch { first: found.first, last: verb.last };
                candidates.push(Candidate { id, carrier: Carrier::Apposed(phrase), cue, filled, passive: false });
            }
        }
    }
    candidates
}
