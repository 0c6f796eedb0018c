//! "“Scrap the levy,” the Irish minister told Brussels": what a party tells another to do, in the imperative.
//!
//! Only words that are quoted or introduced as said count, and only verbs that lay something down: "Look at the figures"
//! asks for nothing.

use super::draft::Draft;
use super::sentence::{Finding, Sentence};
use super::voice::OBLIGATION;
use crate::attribution::Report;
use crate::language::Tag;
use crate::language::classes::Class;
use crate::language::extent::Stretch;
use crate::language::phrase::Form;
use crate::language::word_list::{WordList, words};
use crate::mentions::Parties;
use crate::record::Kind;

/// Verbs that put an imperative to somebody.
const PUTS: &WordList =
    words!["tell", "warn", "urge", "order", "demand", "plead", "beg", "appeal", "insist", "implore"];

impl Sentence<'_> {
    /// Adds what a party's speaker tells another to do.
    pub(super) fn imperatives(&self, drafts: &mut Vec<Draft>) {
        for group in 0..self.parse.groups().len() {
            let known =
                |draft: &Draft| draft.tokens.is_some_and(|tokens| tokens.contains(self.parse.groups()[group].head));
            if drafts.iter().any(known) {
                continue;
            }
            drafts.extend(self.imperative(group));
        }
    }

    fn imperative(&self, group: usize) -> Option<Draft> {
        let parse = self.parse;
        let found = parse.groups()[group];
        let first = parse.over_adverbs(found.first);
        let takes = words!["accept", "agree", "recognise", "recognize", "sign"];
        let lays = || parse.classes().is(found.lemma, Class::Lays) || parse.is_in(found.lemma, takes);
        if found.form != Form::Bare
            || !lays()
            || !parse.nodes()[group].subjects().is_empty()
            || found.negation.is_some()
            || !self.opens_words(first)
        {
            return None;
        }
        let report = self.reports.iter().find(|report| report.covers(first) && !report.speaker.is_empty())?;
        let toward = self.put_to(report)?;
        let (_, named) = self.seeker().voice(first)?;
        let act = parse.act(found.first)?;
        let words = parse.span(found.first, found.last).of(parse.text);
        let why = format!("“{words}” is what somebody is told to do ({OBLIGATION})");
        let cue = Stretch { first: found.first, last: found.last };
        let held = self.spoken(report.speaker, named);
        let draft = self.draft(Finding {
            rule: OBLIGATION,
            kind: Kind::Demand,
            held,
            content: act,
            cue,
            group: report.group,
            why,
        });
        let aimed = if toward.is_empty() { draft.toward } else { toward };
        Some(Draft { toward: aimed.without(report.speaker), ..draft })
    }

    /// Tells whether the words of somebody begin at `at`.
    fn opens_words(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map(|before| self.parse.tag(before));
        before.is_none_or(|tag| matches!(tag, Tag::Open | Tag::Colon))
    }

    /// Whom a report puts something to, nobody where it names none; nothing where it is no report of that kind.
    fn put_to(&self, report: &Report) -> Option<Parties> {
        let parse = self.parse;
        let to = |phrase: usize| self.seeker().parties_of(phrase).without(report.speaker);
        let Some(verb) = report.group else {
            // "Dublin to Brussels: scrap the levy", "Its message to Brussels: scrap the levy"
            let cue = report.cue?.first;
            let colon = (cue..parse.tokens.len()).find(|&at| parse.tag(at) == Tag::Colon)?;
            let named = (report.source?.first..colon).find(|&at| parse.reads(at, words!["to"]))?;
            return parse.phrase_at(named + 1).map(to).filter(|toward| !toward.is_empty());
        };
        let puts = parse.is_in(parse.groups()[verb].lemma, PUTS);
        let object = parse.phrase_at(parse.groups()[verb].last + 1);
        puts.then(|| object.map(to).unwrap_or_default())
    }
}
