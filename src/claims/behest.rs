//! "At the request of Oman, Iran agreed to free the crew": what was done on somebody's word was asked for by them.

use super::draft::Draft;
use super::holder::Held;
use super::sentence::{Finding, Sentence};
use crate::language::Tag;
use crate::language::extent::Stretch;
use crate::language::named;
use crate::language::word_list::{WordList, words};
use crate::record::Kind;

/// The rule that such a claim is put down to.
const RULE: &str = "demand.noun";

/// What somebody does something at.
const WORDS: &WordList = words![
    "request",
    "insistence",
    "urging",
    "behest",
    "prompting",
    "demand",
    "instigation",
    "bidding",
    "wish",
    "desire"
];

/// What is done to a passage of a text that somebody will not have, to one that somebody wants, and to what shall be left
/// alone.
const TAKEN_OUT: &WordList =
    words!["bracket", "cut", "delete", "drop", "erase", "omit", "remove", "strike", "water", "weaken", "withdraw"];
const PUT_IN: &WordList =
    words!["add", "include", "insert", "introduce", "keep", "reinstate", "restore", "retain", "strengthen"];
const EXCEPTED: &WordList = words!["except", "exclude", "exempt", "spare"];

impl Sentence<'_> {
    /// Adds the demand that stands behind what a party agreed to, offered or did at another's word.
    pub(super) fn behests(&self, drafts: &mut Vec<Draft>) {
        if !self.parse.may_hold(named::AT) {
            return;
        }
        let Some((cue, held)) = self.behest() else { return };
        if let Some(draft) = self.worded(cue, &held) {
            drafts.push(draft);
            return;
        }
        let takes = |draft: &&Draft| {
            matches!(draft.kind, Kind::Agreed | Kind::Offer)
                && draft.held.parties.without(held.parties) == draft.held.parties
                && !draft.held.parties.is_empty()
        };
        let Some((met, content)) = drafts.iter().find(takes).and_then(|draft| Some((draft, draft.tokens?))) else {
            return;
        };
        let words = self.parse.span(cue.first, cue.last).of(self.parse.text);
        let why = format!("“{words}” says who asked for it ({RULE})");
        let toward = met.held.parties;
        let finding = Finding { rule: RULE, kind: Kind::Demand, held, content, cue, group: None, why };
        let asked = Draft { toward, ..self.draft(finding) };
        drafts.push(asked);
    }

    /// "a line on fuel was struck out at the insistence of Chad": whoever had it taken out refuses it, whoever had it put in
    /// asked for it.
    fn worded(&self, cue: Stretch, held: &Held) -> Option<Draft> {
        let parse = self.parse;
        let group = (0..parse.groups().len()).rev().find(|&group| parse.groups()[group].last < cue.first)?;
        let found = parse.groups()[group];
        let near = (found.last + 1..cue.first).all(|at| matches!(parse.tag(at), Tag::Preposition | Tag::Adverb));
        let lemma = parse.text_of(found.lemma);
        let subject = *parse.nodes()[group].subjects().first().filter(|_| near)?;
        let done = found.passive || matches!(parse.tag(found.head), Tag::Past | Tag::Participle);
        if !done || !self.seeker().parties_of(subject).is_empty() {
            return None;
        }
        let thing = parse.thing(parse.phrases()[subject].first).filter(|thing| thing.last < found.first);
        let first = parse.phrases()[subject].first;
        let content = thing.unwrap_or(Stretch { first, last: parse.phrases()[subject].last });
        let (rule, kind, content) = match () {
            () if TAKEN_OUT.contains(lemma) => ("red-line.noun", Kind::RedLine, content),
            () if PUT_IN.contains(lemma) => (RULE, Kind::Demand, content),
            () if EXCEPTED.contains(lemma) => (RULE, Kind::Demand, Stretch { first, last: found.last }),
            () => return None,
        };
        let words = parse.span(cue.first, cue.last).of(parse.text);
        let why = format!("“{words}” says who had it so ({rule})");
        Some(self.draft(Finding { rule, kind, held: held.clone(), content, cue, group: None, why }))
    }

    /// The words "at the request of", "at Oman's urging", and whose word it was.
    fn behest(&self) -> Option<(Stretch, Held)> {
        let parse = self.parse;
        let at = (0..parse.tokens.len()).find(|&at| {
            let noun = || parse.phrase_at(at + 1).map(|phrase| parse.phrases()[phrase].head);
            parse.word(at) == named::AT && noun().is_some_and(|noun| parse.reads(noun, WORDS))
        })?;
        let phrase = parse.phrase_at(at + 1)?;
        // "at the request of Oman, Iran agreed": the comma ends it.
        let last = parse.phrases()[phrase].last;
        let after = parse.phrase_at(last + 2).filter(|_| parse.reads(last + 1, words!["of", "from", "by"]));
        let held = match after {
            Some(whose) => self.seeker().of_phrases(&[whose]),
            None => self.seeker().of_noun(phrase),
        };
        let named = !held.parties.is_empty() && !held.outsider && parse.tag(at) == Tag::Preposition;
        named.then_some((Stretch { first: at, last: parse.phrases()[phrase].head }, held))
    }
}
