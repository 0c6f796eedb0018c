//! The terms of a text that is said to be near: "are close to an accord under which Fiji would halt its raids".
//!
//! Invariant: nobody has signed yet, so that each clause is an expected outcome of those who are close to it.

use super::draft::Draft;
use super::holder::Held;
use super::sentence::{Finding, Sentence};
use super::told::TEXTS;
use super::under;
use crate::language::Tag;
use crate::language::extent::Stretch;
use crate::language::named;
use crate::language::word_list::{WordList, words};
use crate::record::{Kind, Status};

/// Words that say that a text is near.
const NEAR: &WordList = words!["brink", "close", "closer", "cusp", "near", "nearing", "verge"];

impl Sentence<'_> {
    /// Adds what a text that is near would lay down, in place of what its clauses give by themselves.
    pub(super) fn nearing(&self, drafts: &mut Vec<Draft>) {
        if !self.parse.may_hold(named::WHICH) && !self.parse.may_hold(named::WHEREBY) {
            return;
        }
        for at in 1..self.parse.tokens.len() {
            let Some((opener, clauses)) = self.foreseen(at) else { continue };
            let held = self.expecting(at);
            if held.parties.is_empty() {
                continue;
            }
            let inside = |draft: &Draft| clauses.iter().any(|clause| clause.contains(draft.cue.first));
            drafts.retain(|draft| !inside(draft) || draft.kind == Kind::RedLine);
            drafts.extend(clauses.iter().map(|&content| self.outcome(content, opener, &held)));
        }
    }

    /// The clauses behind "under which" at token `at`, where the text before it is near.
    fn foreseen(&self, at: usize) -> Option<(Stretch, Vec<Stretch>)> {
        let parse = self.parse;
        let which =
            parse.word(at + 1) == named::WHICH && [named::UNDER, named::BY, named::IN].contains(&parse.word(at));
        let opened = if which { at + 1 } else { at };
        if !which && parse.word(at) != named::WHEREBY {
            return None;
        }
        let text = parse.phrases()[parse.phrase_at(parse.before(at)?)?];
        let named = parse.is_in(parse.lemma(text.head), TEXTS);
        let near = (text.first.saturating_sub(6)..text.first).any(|at| parse.reads(at, NEAR));
        let mut whole = parse.clauses(opened + 1);
        // "…, and Chad would free the crew"
        while let Some(last) = whole.last().map(|clause| clause.last).filter(|_| whole.len() < 6) {
            let mark = last + 1 + usize::from(parse.tag(last + 1) == Tag::Comma);
            let subject = parse.phrase_at(mark + 1).filter(|_| parse.tag(mark) == Tag::Coordinator);
            let verb = subject.and_then(|subject| parse.group_at(parse.phrases()[subject].last + 1));
            let willed = verb.is_some_and(|verb| parse.groups()[verb].modal.is_some());
            let next = if willed { parse.clauses(mark + 1) } else { Vec::new() };
            if next.is_empty() {
                break;
            }
            whole.extend(next);
        }
        let mut clauses = Vec::new();
        for clause in whole {
            let turn = (clause.first + 1..clause.last).find(|&at| parse.reads(at, words!["while", "whereas"]));
            let Some(turn) = turn else {
                clauses.push(clause);
                continue;
            };
            let last = if parse.tag(turn - 1) == Tag::Comma { turn - 2 } else { turn - 1 };
            clauses.push(Stretch { first: clause.first, last });
            clauses.push(Stretch { first: turn + 1, last: clause.last });
        }
        (named && near && !clauses.is_empty()).then_some((Stretch { first: at, last: opened }, clauses))
    }

    /// Those who are close to the text before token `at`: the parties named for it, else those of the talks.
    fn expecting(&self, at: usize) -> Held {
        let parse = self.parse;
        let verb = (0..parse.groups().len())
            .rev()
            .find(|&group| parse.groups()[group].first < at && parse.groups()[group].has_tense());
        let mut held = verb.map(|verb| self.seeker().of_phrases(parse.nodes()[verb].subjects())).unwrap_or_default();
        if held.parties.len() < 2 {
            held.parties.extend(self.scene.principals());
        }
        held
    }

    fn outcome(&self, content: Stretch, cue: Stretch, held: &Held) -> Draft {
        let words = self.parse.span(cue.first, cue.last);
        let why =
            format!("“{}” tells what a text that is near would lay down ({})", words.of(self.parse.text), under::RULE);
        let found =
            Finding { rule: under::RULE, kind: Kind::Agreed, held: held.clone(), content, cue, group: None, why };
        Draft { status: Status::Expected, ..self.draft(found) }
    }
}
