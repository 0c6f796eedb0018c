//! Sentences that begin with what they say of their point: "Yet to be fixed is the toll", "Also agreed was a
//! hotline", "Not on the table is the airport".
//!
//! The point stands behind the copula. Which stance the words before it take the rules say.

use super::candidate::{Candidate, Carrier, predicate_end};
use super::filled::Filled;
use super::slots;
use crate::language::extent::Stretch;
use crate::language::named;
use crate::language::parse::Parse;
use crate::language::phrase::Form;
use crate::language::word_list::{WordList, words};
use crate::language::{Tag, Word};
use crate::rules::{Cue, Element, Head, RuleBook, SubjectRole};

/// How far into a sentence the copula stands.
const NEAR: usize = 12;

/// Participles and adjectives that say a point was left where it is.
const LEFT: &WordList = words![
    "left",
    "postponed",
    "deferred",
    "shelved",
    "omitted",
    "missing",
    "absent",
    "excluded",
    "parked",
    "untouched",
    "unmentioned",
];

/// The cues before an inverted copula, in the order of their places.
pub(super) fn candidates(parse: &Parse<'_>, rules: &RuleBook) -> Vec<Vec<Candidate>> {
    let fronted = fronted(parse, rules);
    if !fronted.is_empty() {
        return vec![fronted];
    }
    let Some(copula) = inverted(parse) else { return Vec::new() };
    let after = parse.groups()[copula].last + 1;
    let contents = point(parse, after);
    if contents.is_empty() {
        return Vec::new();
    }
    let opening = Opening::of(parse, copula);
    let mut found = opening.participles(parse, rules, after);
    if found.is_empty() {
        found = opening.predicates(parse, rules, &contents);
    }
    if found.is_empty() { Vec::new() } else { vec![found] }
}

/// "To a second dam Egypt objects", "With the smaller quota Norway could live": the point that the verb at the end of
/// its clause takes with the preposition at the head of the sentence.
fn fronted(parse: &Parse<'_>, rules: &RuleBook) -> Vec<Candidate> {
    if !matches!(parse.tag(0), Tag::Preposition | Tag::To) {
        return Vec::new();
    }
    let Some(group) = (0..parse.groups().len()).find(|&group| parse.groups()[group].has_tense()) else {
        return Vec::new();
    };
    let found = parse.groups()[group];
    let ends = matches!(parse.tag(found.last + 1), Tag::Stop | Tag::Comma | Tag::Colon | Tag::Coordinator);
    let [subject] = parse.nodes()[group].subjects() else { return Vec::new() };
    let subject = parse.phrases()[*subject];
    let point = subject.first.checked_sub(1).map(|last| if parse.tag(last) == Tag::Comma { last - 1 } else { last });
    let Some(last) = point.filter(|&last| ends && last > 0 && subject.last < found.first) else { return Vec::new() };
    let named = parse.phrase_at(1).is_some_and(|phrase| parse.phrases()[phrase].last <= last);
    if !named || found.passive || parse.is_time_at(1) {
        return Vec::new();
    }
    let takes =
        |elements: &[Element]| matches!(elements, [Element::Literal(word), Element::Thing] if *word == parse.word(0));
    let fits = rules.verbs(found.lemma).all().iter().filter(|trial| takes(&trial.pattern().elements));
    let ids = fits.map(|trial| trial.id);
    let filled = Filled { contents: vec![Stretch { first: 1, last }], ..Filled::default() };
    let cue = Stretch { first: found.first, last: found.last };
    ids.map(|id| Candidate { id, carrier: Carrier::Verb(group), cue, filled: filled.clone(), passive: false }).collect()
}

/// The copula of a sentence whose first words are no subject of it.
fn inverted(parse: &Parse<'_>) -> Option<usize> {
    let at = (0..parse.groups().len()).find(|&at| parse.groups()[at].has_tense())?;
    let group = parse.groups()[at];
    let first = parse.over_open(0);
    let starts = !matches!(parse.unit(first), Some(crate::language::phrase::Unit::Phrase(_)));
    let near = group.first > first && group.first <= NEAR && group.first == group.last;
    let marked = (first..group.first).any(|i| matches!(parse.tag(i), Tag::Comma | Tag::Relative | Tag::Subordinator));
    (group.lemma == named::BE && starts && near && !marked).then_some(at)
}

/// The point behind the copula: things, or an indirect question.
fn point(parse: &Parse<'_>, after: usize) -> Vec<Stretch> {
    if parse.tag(after) == Tag::Relative || parse.word(after) == named::WHETHER {
        let asked = parse.clause(after + 1).or_else(|| parse.act(after + 1));
        return asked.map(|asked| Stretch { first: after, last: asked.last }).into_iter().collect();
    }
    match parse.unit(after) {
        Some(crate::language::phrase::Unit::Phrase(_)) => parse.things(after),
        _ => Vec::new(),
    }
}

/// The words before an inverted copula.
struct Opening {
    /// The first that says something.
    first: usize,
    /// The "not" before it.
    negation: Option<usize>,
    copula: usize,
    end: usize,
}

impl Opening {
    fn of(parse: &Parse<'_>, copula: usize) -> Self {
        let end = parse.groups()[copula].first;
        let passed = |at: usize| matches!(parse.tag(at), Tag::Adverb | Tag::Coordinator | Tag::Negation | Tag::Open);
        let first = (0..end).find(|&at| !passed(at)).unwrap_or(0);
        let negation = (0..first).find(|&at| parse.tag(at) == Tag::Negation);
        Self { first, negation, copula, end }
    }

    /// "left for later", "missing from the text", but "left behind".
    fn is_left(&self, parse: &Parse<'_>) -> bool {
        let is = |at: usize, words: &WordList| parse.reads(at, words);
        let stays = words!["for", "to", "out", "open", "unresolved", "unsettled", "aside", "until", "off", "vague"];
        is(self.first, LEFT) && (!is(self.first, words!["left"]) || is(self.first + 1, stays))
    }

    fn candidate(&self, id: crate::rules::CueId, contents: &[Stretch], clause: bool) -> Candidate {
        let filled = Filled { contents: contents.to_vec(), negation: self.negation, clause, ..Filled::default() };
        let cue = Stretch { first: self.first, last: self.end };
        Candidate { id, carrier: Carrier::Predicate(self.copula), cue, filled, passive: false }
    }

    /// "unresolved", "at issue", "on the table"; what is left or still to be done is unresolved.
    fn predicates(&self, parse: &Parse<'_>, rules: &RuleBook, contents: &[Stretch]) -> Vec<Candidate> {
        let owed =
            parse.tag(self.first) == Tag::To && parse.group_at(self.first).is_some_and(|at| parse.groups()[at].passive);
        if self.is_left(parse) || owed {
            let word = parse.language.lexicon.word("unresolved");
            return self.of_word(parse, rules, word, |_| true, contents);
        }
        let word = parse.word(self.first);
        let ends = |words: &[Word]| predicate_end(parse, words, self.first).is_some_and(|last| last < self.end);
        self.of_word(parse, rules, word, ends, contents)
    }

    fn of_word(
        &self,
        parse: &Parse<'_>,
        rules: &RuleBook,
        word: Word,
        fits: impl Fn(&[Word]) -> bool,
        contents: &[Stretch],
    ) -> Vec<Candidate> {
        let open = |cue: &Cue| {
            let bare = cue.takes.iter().any(|pattern| pattern.elements.is_empty());
            let Head::Predicate(words) = &cue.head else { return false };
            cue.subject == SubjectRole::Content && bare && fits(words)
        };
        let asks = contents.iter().any(|content| parse.phrase_at(content.first).is_none());
        let ids = rules.predicates(word).iter().copied();
        ids.filter(|&id| rules.get(id).is_some_and(|(_, cue)| open(cue)))
            .map(|id| self.candidate(id, contents, asks))
            .collect()
    }

    /// "Also agreed was a hotline": the point is what a passive has as its subject.
    fn participles(&self, parse: &Parse<'_>, rules: &RuleBook, after: usize) -> Vec<Candidate> {
        let participle = |&at: &usize| parse.groups()[at].form == Form::Participle && !self.is_left(parse);
        let Some(at) = parse.group_at(self.first).filter(participle) else {
            return Vec::new();
        };
        let Some(phrase) = parse.phrase_at(after) else { return Vec::new() };
        let group = parse.groups()[at];
        let mut found = Vec::new();
        for trial in rules.verbs(group.lemma).all() {
            let filled = slots::fill(parse, trial.pattern(), group.last + 1, Some(phrase));
            let Some(filled) = filled.filter(|filled| !filled.contents.is_empty()) else { continue };
            let cue = Stretch { first: self.first, last: group.last };
            found.push(Candidate { id: trial.id, carrier: Carrier::Verb(at), cue, filled, passive: true });
        }
        found
    }
}
