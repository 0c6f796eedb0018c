//! Cues in a sentence: every place where a rule could fire, with its slots filled, before anything is judged.

use crate::language::named;
use crate::language::word_list::{WordList, words};
use std::cell::LazyCell;

use super::behind;
use super::cleft::{self, Cleft};
use super::filled::Filled;
use super::gap;
use super::passive;
use super::slots;
use super::spot::Spot;
use crate::language::clause::Link;
use crate::language::extent::Stretch;
use crate::language::parse::Parse;
use crate::language::phrase::Form;
use crate::language::{Tag, Word};
use crate::record::Kind;
use crate::rules::{Cue, CueId, Element, Head, Outcome, Pattern, RuleBook, SubjectRole};

/// What carries the stance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Carrier {
    /// A verb group.
    Verb(usize),
    /// A noun phrase.
    Noun(usize),
    /// The verb group before a predicate.
    Predicate(usize),
    /// The phrase that a loose adjective describes, or that stands for a party's position ("Israel's is that").
    Apposed(usize),
}

/// A place where a rule could fire.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    /// The cue.
    pub(super) id: CueId,
    /// What carries it.
    pub(super) carrier: Carrier,
    /// The cue's own words.
    pub(super) cue: Stretch,
    /// What filled its slots.
    pub(super) filled: Filled,
    /// Whether the subject of the carrier is not the one that acts (passive, participle).
    pub(super) passive: bool,
}

impl Candidate {
    /// The verb group that carries or governs the cue.
    pub(super) fn group(&self) -> Option<usize> {
        match self.carrier {
            Carrier::Verb(group) | Carrier::Predicate(group) => Some(group),
            Carrier::Noun(_) | Carrier::Apposed(_) => None,
        }
    }
}

/// Finds the candidates of a sentence: for each carrier all that could fire, in the order of the rules; carriers
/// in the order of their places.
///
/// `operative` says that the sentence takes its subject from what introduces it ("Decided to open the road"): what
/// looks like a participle at its head is a past tense.
pub(super) fn candidates(parse: &Parse<'_>, rules: &RuleBook, operative: bool) -> Vec<Vec<Candidate>> {
    let mut found: Vec<Vec<Candidate>> = Vec::new();
    let topic = topic(parse);
    for group in 0..parse.groups().len() {
        found.push(verb_cues(parse, rules, group, topic.as_deref(), operative && heads(parse, group)));
        found.push(predicate_cues(parse, rules, group, topic.as_deref()));
    }
    found.extend((0..parse.phrases().len()).map(|phrase| noun_cues(parse, rules, phrase)));
    found.retain(|carrier| !carrier.is_empty());
    for carrier in &mut found {
        carrier.sort_by_key(|candidate| candidate.id);
    }
    found.sort_by_key(|carrier| carrier.first().map(|candidate| candidate.cue.first));
    found
}

/// Tells whether a participle without a subject opens the sentence, an adverb before it or not.
pub(super) fn heads(parse: &Parse<'_>, group: usize) -> bool {
    let found = parse.groups()[group];
    let first = parse.over_adverbs(parse.over_open(0));
    found.form == Form::Participle && found.first <= first && parse.nodes()[group].subjects().is_empty()
}

fn verb_cues(
    parse: &Parse<'_>,
    rules: &RuleBook,
    at: usize,
    topic: Option<&[Stretch]>,
    active: bool,
) -> Vec<Candidate> {
    let group = parse.groups()[at];
    let mut found = Vec::new();
    let trials = rules.verbs(group.lemma);
    let cleft = if trials.is_empty() { None } else { cleft::cleft(parse, at) };
    let bare = group.passive && !trials.is_empty() && parse.nodes()[at].subjects().is_empty();
    let asked = if bare { passive::subject_question(parse, at) } else { None };
    let passive = (group.passive || group.form == Form::Participle) && !active;
    let before = LazyCell::new(|| {
        if passive {
            since_then(parse, at).or(parse.nodes()[at].subjects().first().copied())
        } else {
            gap::gap(parse, at).or_else(|| gap::fronted(parse, at))
        }
    });
    let spot = Spot::new(group.last + 1);
    let led = LazyCell::new(|| gap::led_by(parse, at));
    let held = |pattern| topic.is_none() || slots::may_fill(parse, pattern);
    // Most patterns of a word want another that the sentence does not hold.
    for trial in trials.held(|word| topic.is_some() || parse.may_hold(word)) {
        let (id, pattern) = (trial.id, trial.pattern());
        let none = trial.subject == SubjectRole::Content && !pattern.has_content();
        let object = if none { None } else { *before };
        let filled = match (&cleft, asked) {
            (Some(cleft), _) => behind(parse, pattern, group.last + 1, cleft),
            (None, Some(_)) if trial.subject == SubjectRole::Document => None,
            (None, Some(question)) => passive::of_question(parse, pattern, group.last + 1, question),
            (None, None) => held(pattern)
                .then(|| slots::fill_at(parse, pattern, &spot, object))
                .flatten()
                .or_else(|| gap::fill_led(parse, pattern, group.last + 1, (*led)?))
                .or_else(|| split_object(parse, pattern, at, object))
                .or_else(|| fronted(parse, pattern, at, group.last + 1, topic?)),
        };
        let (Some(mut filled), Some((rule, cue))) = (filled, rules.get(id)) else { continue };
        if passive {
            passive::all_subjects(parse, at, &mut filled);
        }
        if filled.contents.is_empty() && cue.voiced {
            filled.contents.push(Stretch { first: group.head, last: group.last });
        }
        if filled.contents.is_empty() && !subject_content(parse, cue, at, &mut filled) {
            continue;
        }
        filled.negation = filled
            .negation
            .or_else(|| gap::last_thing(parse, at))
            .or_else(|| gap::denied_before(parse, at))
            .or_else(|| none_of(parse, rules, id, &filled));
        further_acts(parse, at, rule.kind == Kind::RedLine, &mut filled);
        if let Some(antecedent) = object.filter(|_| !passive && is_bare_act(parse, &filled)) {
            filled.contents = parse.things(parse.phrases()[antecedent].first);
        }
        let cue_last = filled.cue_end.unwrap_or(group.last).max(group.last);
        let cue = Stretch { first: cue_first(parse, at), last: cue_last };
        found.push(Candidate { id, carrier: Carrier::Verb(at), cue, filled, passive });
    }
    found
}

/// "a claim since shelved": the noun before the adverb is what the participle is said of.
fn since_then(parse: &Parse<'_>, at: usize) -> Option<usize> {
    let group = parse.groups()[at];
    let adverb =
        group.first.checked_sub(1).filter(|&before| parse.reads(before, words!["since", "later", "already", "now"]))?;
    let noun = parse.phrase_at(adverb.checked_sub(1)?)?;
    (group.form == Form::Participle && !group.passive).then_some(noun)
}

/// "a step that Kenya refused to take": an act that is a verb alone, whose object stands before it.
fn is_bare_act(parse: &Parse<'_>, filled: &Filled) -> bool {
    let [act] = filled.contents.as_slice() else { return false };
    let group = parse.group_at(act.first).map(|group| parse.groups()[group]);
    group.is_some_and(|group| group.last == act.last && group.form == Form::Infinitive && !group.passive)
}

/// "would accept no monitors", "will give up neither the well nor the road": what a party would not take or give.
fn none_of(parse: &Parse<'_>, rules: &RuleBook, id: CueId, filled: &Filled) -> Option<usize> {
    let (rule, cue) = rules.get(id)?;
    let first = parse.over_open(filled.contents.first()?.first);
    let none = parse.reads(first, words!["no", "neither", "nothing", "none"]);
    let more = parse.reads(first + 1, words!["more", "fewer", "less", "longer"]);
    let takes = cue.refused.kind(rule.kind) == Some(Kind::RedLine) && !filled.clause;
    let gives = matches!(rule.kind, Kind::Offer | Kind::Agreed) || cue.affirmed == Outcome::Silent;
    (none && !more && takes && gives).then_some(first)
}

/// Fills a pattern from token `at` on where the point stands behind the copula of a cleft.
fn behind(parse: &Parse<'_>, pattern: &Pattern, at: usize, cleft: &Cleft) -> Option<Filled> {
    let copula = parse.groups()[cleft.copula].first;
    let stand_in = parse.phrase_at(parse.over_adverbs(parse.groups()[cleft.copula].last + 1)).unwrap_or_default();
    let direct = slots::fill(parse, pattern, at, None)
        .filter(|filled| filled.contents.last().is_none_or(|content| content.last + 1 == copula));
    let takes_point = pattern.has_content();
    let mut filled = direct.filter(|filled| !(takes_point && filled.contents.is_empty())).or_else(|| {
        let usable = !parse.phrases().is_empty();
        usable.then(|| slots::fill(parse, pattern, at, Some(stand_in))).flatten()
    })?;
    filled.contents.clone_from(&cleft.contents);
    filled.clause = cleft.clause;
    filled.cue_end = copula.checked_sub(1);
    Some(filled)
}

/// "agreed to a new scale and to freeze rents", "either to hire or to cut": infinitives of the same verb go on its
/// things or acts; `refuses` tells whether the verb itself says no.
fn further_acts(parse: &Parse<'_>, at: usize, refuses: bool, filled: &mut Filled) {
    gap::part_subjects(parse, at, filled);
    let Some(last) = filled.contents.last().filter(|_| !filled.clause) else { return };
    let after = parse.after(last.last);
    let next = if parse.tag(after) == Tag::Comma { after + 1 } else { after };
    let joined = parse.tag(next) == Tag::Coordinator && parse.joins(next) && parse.tag(next + 1) == Tag::To;
    let Some(group) = parse.group_at(next + 1).filter(|_| joined) else { return };
    let node = parse.nodes()[group];
    // "voted to refuse the offer and to go on with the strike"
    let sibling = refuses && node.link == Link::Coordinate && parse.groups()[at].form == Form::Infinitive;
    if node.parent == Some(at) && !sibling && matches!(node.link, Link::Complement | Link::Coordinate) {
        filled.contents.extend(parse.acts(parse.groups()[group].first));
    }
}

/// "On the timetable the draft is silent", "as to the hostages, they remain apart": the point opens the sentence.
fn fronted(parse: &Parse<'_>, pattern: &Pattern, group: usize, at: usize, topic: &[Stretch]) -> Option<Filled> {
    let [rest @ .., Element::Literal(preposition), Element::Thing] = pattern.elements.as_slice() else { return None };
    let about = ["on", "over", "about", "regarding", "concerning"];
    if !about.contains(&parse.text_of(*preposition)) {
        return None;
    }
    let mut top = group;
    while let (Link::Complement, Form::Infinitive, Some(parent)) =
        (parse.nodes()[top].link, parse.groups()[top].form, parse.nodes()[top].parent)
    {
        top = parent;
    }
    let main = matches!(parse.nodes()[top].link, Link::Main | Link::Coordinate);
    if !main || topic.last()?.last >= parse.groups()[top].first {
        return None;
    }
    let mut filled = if rest.is_empty() {
        Filled::default()
    } else {
        let rest = Pattern::of(rest.to_vec());
        slots::fill(parse, &rest, at, None)?
    };
    let end = parse.over_adverbs(filled.cue_end.map_or(at, |end| end + 1));
    // "made no progress at all"
    let end = if parse.reads(end, words!["at"]) && parse.reads(end + 1, words!["all"]) { end + 2 } else { end };
    let closes = matches!(parse.tag(end), Tag::Stop | Tag::Comma | Tag::Coordinator | Tag::Close);
    filled.contents = topic.to_vec();
    (closes || end >= parse.tokens.len()).then_some(filled)
}

/// The things that "on", "about", "as to", "as for" name at the head of the sentence.
fn topic(parse: &Parse<'_>) -> Option<Vec<Stretch>> {
    let is = |at: usize, words: &WordList| parse.reads(at, words);
    let first = usize::from(is(0, words!["but", "and", "yet"]));
    let start = match () {
        () if is(first, words!["on", "over", "about", "regarding", "concerning"]) => first + 1,
        () if is(first, words!["as"]) && is(first + 1, words!["to", "for"]) => first + 2,
        () => return None,
    };
    let phrase = parse.phrase_at(start).filter(|&phrase| !parse.is_time_phrase(phrase))?;
    let things = parse.things(parse.phrases()[phrase].first);
    let named = matches!(parse.tag(parse.phrases()[phrase].head), Tag::Noun | Tag::Plural | Tag::Proper);
    Some(things).filter(|things| named && !things.is_empty())
}

/// "No agreement on X was reached": the object of the verb, with its complement, is the subject.
fn split_object(parse: &Parse<'_>, pattern: &Pattern, at: usize, object: Option<usize>) -> Option<Filled> {
    let phrase = parse.phrases()[object?];
    let passive = parse.groups()[at].passive;
    let Some(Element::Literal(word)) = pattern.elements.first().copied() else { return None };
    if !passive || parse.lemma(phrase.head) != word || pattern.elements.len() < 2 {
        return None;
    }
    let rest = Pattern::of(pattern.elements[1..].to_vec());
    let mut filled = slots::fill(parse, &rest, phrase.head + 1, None)?;
    if filled.contents.last()?.last >= parse.groups()[at].first {
        return None;
    }
    filled.negation = (phrase.first..=phrase.head).find(|&i| parse.word(i) == named::NO);
    filled.cue_end = None;
    Some(filled)
}

/// The first word of a verb cue: its auxiliaries belong to it.
fn cue_first(parse: &Parse<'_>, at: usize) -> usize {
    let group = parse.groups()[at];
    if parse.tag(group.first) == Tag::To { group.first + 1 } else { group.first }
}

/// Fills the content with the subject where the rule says that the subject is the point.
fn subject_content(parse: &Parse<'_>, cue: &Cue, group: usize, filled: &mut Filled) -> bool {
    if cue.subject != SubjectRole::Content {
        return false;
    }
    if let Some(question) = passive::subject_question(parse, group) {
        filled.contents.push(question);
        filled.clause = true;
        return true;
    }
    if let Some(deed) = passive::subject_deed(parse, group) {
        filled.contents.push(deed);
        return true;
    }
    let node = parse.nodes()[group];
    let comma = node.opener.is_some_and(|opener| opener > 0 && parse.tag(opener - 1) == Tag::Comma);
    for &subject in node.subjects() {
        // "a pullout from the pass, which is unacceptable to Chad": the phrase on which the others hang.
        let described = comma && node.antecedent == Some(subject);
        let subject = if described { gap::chain_head(parse, subject) } else { subject };
        if let Some(thing) = parse.thing(parse.phrases()[subject].first) {
            let end = parse.groups()[group].first.saturating_sub(1);
            let last = if thing.first <= end { thing.last.min(end) } else { thing.last };
            filled.contents.push(Stretch { first: thing.first, last });
        }
    }
    filled.contents.sort_by_key(|piece| piece.first);
    !filled.contents.is_empty()
}

fn predicate_cues(parse: &Parse<'_>, rules: &RuleBook, at: usize, topic: Option<&[Stretch]>) -> Vec<Candidate> {
    let group = parse.groups()[at];
    let copula = parse.classes().is(group.lemma, crate::language::classes::Class::Copula);
    if !copula && !group.passive {
        return Vec::new();
    }
    let from = if copula { group.last + 1 } else { group.head };
    let start = over_modifiers(parse, from);
    let cleft = LazyCell::new(|| cleft::cleft(parse, at));
    let point = LazyCell::new(|| gap::gap(parse, at));
    let being = (group.first..group.head).rev().find(|&at| group.passive && parse.tag(at) == Tag::Gerund);
    let mut found = Vec::new();
    let none = (from..start).find(|&at| parse.word(at) == named::NO);
    let adverb = if parse.tag(from) == Tag::Adverb { from } else { start };
    let mut places = vec![adverb, none.or(being).unwrap_or(start), start, over_determiners(parse, from), from];
    // "is the main sticking point": what describes the noun stands before the predicate.
    places.extend(parse.phrase_at(start).map_or(0..0, |phrase| start + 1..parse.phrases()[phrase].head));
    for (nth, &first) in places.iter().enumerate() {
        if places[..nth].contains(&first) {
            continue;
        }
        for &id in rules
            .predicates(parse.word(first))
            .iter()
            .chain(rules.predicates(parse.lemma(first)).iter().filter(|_| parse.lemma(first) != parse.word(first)))
        {
            let Some((_, cue)) = rules.get(id) else { continue };
            let Head::Predicate(words) = &cue.head else { continue };
            let Some(last) = predicate_end(parse, words, first) else { continue };
            // "is a clear red line": what describes a noun is not the predicate.
            if parse.phrase_at(last).is_some_and(|phrase| parse.phrases()[phrase].head > last) {
                continue;
            }
            let spot = Spot::new(last + 1);
            for pattern in cue.takes.iter() {
                let held = slots::may_fill(parse, pattern);
                if topic.is_none() && !held {
                    continue;
                }
                let filled = match &*cleft {
                    Some(cleft) => behind(parse, pattern, last + 1, cleft),
                    None => held
                        .then(|| slots::fill_at(parse, pattern, &spot, None))
                        .flatten()
                        .or_else(|| slots::fill_stranded(parse, pattern, last + 1, (*point)?))
                        .or_else(|| fronted(parse, pattern, at, last + 1, topic?)),
                };
                let Some(mut filled) = filled else { continue };
                if filled.contents.is_empty() && !subject_content(parse, cue, at, &mut filled) {
                    continue;
                }
                // "is no red line for Kenya", but not "is no longer one"
                let turned =
                    none.filter(|&none| none < first && !parse.reads(none + 1, words!["longer", "more", "less"]));
                filled.negation = filled.negation.or(turned);
                let end = filled.cue_end.unwrap_or(last).max(last);
                let cue = Stretch { first, last: end };
                found.push(Candidate { id, carrier: Carrier::Predicate(at), cue, filled, passive: false });
            }
        }
        if !found.is_empty() {
            break;
        }
    }
    found
}

fn over_modifiers(parse: &Parse<'_>, at: usize) -> usize {
    (at..parse.tokens.len())
        .find(|&i| !matches!(parse.tag(i), Tag::Adverb | Tag::Negation | Tag::Determiner | Tag::Open | Tag::Possessive))
        .unwrap_or(at)
}

/// Also over adjectives and possessors: "a clear red line", "Israel's red line".
fn over_determiners(parse: &Parse<'_>, at: usize) -> usize {
    let start = over_modifiers(parse, at);
    match parse.phrase_at(start) {
        Some(phrase) => {
            let found = parse.phrases()[phrase];
            let after = found.possessor.map_or(start, |(_, last)| if last > start { last + 2 } else { start });
            (after..=found.head)
                .find(|&i| !matches!(parse.tag(i), Tag::Adjective | Tag::Number) || i + 1 >= found.head)
                .unwrap_or(start)
        }
        None => start,
    }
}

pub(super) fn predicate_end(parse: &Parse<'_>, words: &[Word], first: usize) -> Option<usize> {
    let mut at = first;
    for (place, &word) in words.iter().enumerate() {
        if place > 0 {
            while matches!(parse.tag(at), Tag::Determiner | Tag::Possessive | Tag::Adverb) && parse.word(at) != word {
                at += 1;
            }
        }
        if parse.word(at) != word && parse.lemma(at) != word {
            return None;
        }
        at += 1;
    }
    Some(at - 1)
}

fn noun_cues(parse: &Parse<'_>, rules: &RuleBook, at: usize) -> Vec<Candidate> {
    let phrase = parse.phrases()[at];
    if !matches!(parse.tag(phrase.head), Tag::Noun | Tag::Plural) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let spot = Spot::new(phrase.last + 1);
    for &id in rules.nouns(parse.lemma(phrase.head)) {
        let Some((_, cue)) = rules.get(id) else { continue };
        if cue.modifier.is_some_and(|word| phrase.head == 0 || parse.word(phrase.head - 1) != word) {
            continue;
        }
        let after = behind::over_owner(parse, phrase.last + 1);
        for pattern in cue.takes.iter().filter(|pattern| slots::may_fill(parse, pattern)) {
            let set_off = phrase.last + 2;
            let that = parse.tag(phrase.last + 1) == Tag::Comma && parse.word(set_off) == named::THAT;
            let filled = slots::fill_at(parse, pattern, &spot, None)
                .or_else(|| if after > spot.at { slots::fill(parse, pattern, after, None) } else { None })
                .or_else(|| if that { slots::fill(parse, pattern, set_off, None) } else { None })
                .or_else(|| slots::fill(parse, pattern, behind::copula_of(parse, at, pattern)?, None))
                .or_else(|| slots::fill(parse, pattern, behind::set_off_verb(parse, phrase.last + 1, pattern)?, None));
            let Some(mut filled) = filled else { continue };
            if filled.contents.is_empty() && !noun_subject(parse, cue, &phrase, &mut filled) {
                continue;
            }
            let last = filled.cue_end.unwrap_or(phrase.head).max(phrase.head);
            let cue = Stretch { first: phrase.head, last };
            found.push(Candidate { id, carrier: Carrier::Noun(at), cue, filled, passive: false });
        }
    }
    found
}

/// Passes what hangs on a noun before its verb: "the price of a deal, for Israel, is".
fn over_complements(parse: &Parse<'_>, at: usize) -> usize {
    let mut at = at;
    for _ in 0..3 {
        if parse.tag(at) == Tag::Comma {
            let close = (at + 1..parse.tokens.len()).take(14).find(|&i| parse.tag(i) == Tag::Comma);
            // "the view, conveyed twice, is": a participle that looks like a past tense has no subject there.
            let bare = |i: usize| parse.tensed_at(i).is_none_or(|group| parse.nodes()[group].subjects().is_empty());
            let Some(close) = close.filter(|&close| (at..close).all(bare)) else {
                return at;
            };
            at = close + 1;
            continue;
        }
        let Some(phrase) = parse.phrase_at(at + 1).filter(|_| parse.tag(at) == Tag::Preposition) else { return at };
        at = parse.phrases()[phrase].last + 1;
    }
    at
}

/// "Its demand is X", "The sticking point remains X": the predicate is the content.
fn noun_subject(parse: &Parse<'_>, cue: &Cue, phrase: &crate::language::phrase::Phrase, filled: &mut Filled) -> bool {
    let Some(group) = parse.group_at(over_complements(parse, phrase.last + 1)) else { return false };
    let found = parse.groups()[group];
    let remains = parse.text_of(found.lemma) == "remain";
    let linked = (found.lemma == named::BE || remains) && !found.passive;
    if !linked || cue.subject == SubjectRole::Content {
        return false;
    }
    let predicate = parse.over_open(parse.over_adverbs(found.last + 1));
    // "Its request was more modest: a warning"
    let described = (predicate..predicate + 3).find(|&at| parse.tag(at) != Tag::Adjective).unwrap_or(predicate);
    let spelled = described > predicate && parse.tag(described) == Tag::Colon;
    let next = if spelled { parse.over_open(described + 1) } else { predicate };
    let that = parse.word(next) == named::THAT;
    filled.contents = if that { parse.clauses(next + 1) } else { parse.acts(next) };
    if filled.contents.is_empty() {
        filled.contents = parse.things(next);
    }
    filled.clause = that;
    !filled.contents.is_empty()
}
