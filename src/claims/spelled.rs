//! Points spelled out after a colon, a dash or a comma: "has one demand: a drought rule", "its main demand, a rule".

use super::candidate::{Candidate, Carrier};
use super::sentence::Sentence;
use crate::language::Tag;
use crate::language::extent::Stretch;
use crate::language::phrase::Unit;
use crate::rules::Rule;

/// Nouns that only announce a point.
const ANNOUNCING: &[&str] = &[
    "thing",
    "point",
    "issue",
    "item",
    "condition",
    "demand",
    "step",
    "clause",
    "measure",
    "term",
    "area",
    "matter",
    "request",
    "proposal",
    "offer",
    "text",
    "concession",
    "principle",
    "question",
    "topic",
    "red-line",
    "line",
    "option",
    "change",
];

impl Sentence<'_> {
    /// A candidate whose content only announces a point gets the point that a colon or dash spells out.
    pub(super) fn spell_out(&self, candidate: &Candidate) -> Option<Vec<Stretch>> {
        let content = candidate.filled.contents.last()?;
        if candidate.filled.contents.len() != 1 || !self.announces(*content) {
            return None;
        }
        let mark =
            if content.last >= candidate.cue.last { content.last + 1 } else { self.mark_after(candidate.cue.last)? };
        self.after_mark(mark)
    }

    /// The colon or dash behind a predicate ("One thing is off the table for Kyiv: …").
    fn mark_after(&self, at: usize) -> Option<usize> {
        (at + 1..self.parse.tokens.len()).take(8).find(|&i| matches!(self.parse.tag(i), Tag::Colon | Tag::Dash))
    }

    fn announces(&self, content: Stretch) -> bool {
        let parse = self.parse;
        let Some(Unit::Phrase(phrase)) = parse.unit(parse.over_open(content.first)) else { return false };
        let found = parse.phrases()[phrase];
        let head = parse.language.lexicon.text(parse.lemma(found.head));
        found.last == content.last && ANNOUNCING.contains(&head)
    }

    /// The things or acts after a colon, dash or apposition comma at `mark`.
    fn after_mark(&self, mark: usize) -> Option<Vec<Stretch>> {
        let parse = self.parse;
        if !matches!(parse.tag(mark), Tag::Colon | Tag::Dash | Tag::Comma) {
            return None;
        }
        let start = parse.over_open(mark + 1);
        let contents = match parse.unit(start)? {
            Unit::Group(_) => parse.acts(start),
            _ => {
                let things = parse.things(start);
                let verb = things.last().and_then(|thing| parse.tensed_at(parse.over_adverbs(thing.last + 1)));
                match verb {
                    Some(_) if parse.tag(mark) != Tag::Comma => parse.clauses(start),
                    _ => things,
                }
            }
        };
        (!contents.is_empty()).then_some(contents)
    }

    /// "Egypt put forward its main demand, a drought rule": the point of a noun that nothing follows.
    pub(super) fn noun_spelled(&self, candidate: &Candidate, rule: &Rule) -> Option<Vec<Stretch>> {
        let Carrier::Noun(phrase) = candidate.carrier else { return None };
        let _ = rule;
        self.after_mark(self.parse.phrases()[phrase].last + 1)
    }
}
