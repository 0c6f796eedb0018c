//! What a party says nobody will do: "nobody will inspect the shrine", "not one post will be handed back", "we do not
//! trade villages". Invariant: the words stand in a party's own voice, and the verb is one of giving, letting or dealing.

use super::draft::Draft;
use super::holder::Held;
use super::sentence::{Finding, Sentence};
use super::told::TEXTS;
use super::view::View;
use super::voice::REFUSAL;
use crate::language::Tag;
use crate::language::extent::Stretch;
use crate::language::named;
use crate::language::word_list::{WordList, words};
use crate::record::{Frame, FrameRole, Kind};

/// Verbs that say what might be done to a party or what it might give.
const ACTS: &WordList = words![
    "abandon",
    "admit",
    "allow",
    "bargain",
    "barter",
    "build",
    "cede",
    "cross",
    "deploy",
    "discuss",
    "dismantle",
    "divide",
    "enter",
    "evacuate",
    "fly",
    "free",
    "give",
    "grant",
    "hand",
    "impose",
    "inspect",
    "land",
    "lay",
    "lift",
    "move",
    "negotiate",
    "open",
    "pass",
    "patrol",
    "pay",
    "permit",
    "pull",
    "question",
    "quit",
    "reduce",
    "release",
    "remove",
    "return",
    "run",
    "sail",
    "sacrifice",
    "search",
    "sell",
    "share",
    "sign",
    "station",
    "submit",
    "surrender",
    "swap",
    "take",
    "touch",
    "trade",
    "transfer",
    "vacate",
    "withdraw",
    "yield",
];

/// The rule of what a party will not suffer, and verbs of being ruled by another.
const SUFFERED: &str = "red-line.never";
const BINDS: &WordList = words![
    "bind",
    "blackmail",
    "bully",
    "coerce",
    "constrain",
    "dictate",
    "force",
    "hurry",
    "inspect",
    "lecture",
    "oblige",
    "order",
    "press",
    "pressure",
    "push",
    "restrain",
    "rush",
    "search",
    "shackle",
    "tell",
    "tie",
];

impl Sentence<'_> {
    /// Adds the refusals whose subject is nobody and nothing, and those of habit.
    pub(super) fn barrings(&self, view: Option<&View>, drafts: &mut Vec<Draft>) {
        if self.parse.is_question() {
            return;
        }
        for group in 0..self.parse.groups().len() {
            let found = self.parse.groups()[group];
            if !found.has_tense() || found.perfect || Self::is_covered(drafts, found.head) {
                continue;
            }
            drafts.extend(self.unbound(group));
            drafts.extend(self.own_affair(group));
            let barred = self.barred(group).or_else(|| self.habit(group));
            drafts.extend(barred.and_then(|(content, cue)| self.barring(group, content, cue, view)));
        }
    }

    /// "Who trains our police is not Oslo's concern", "what it builds there is between itself and Oslo": what a party keeps
    /// to itself (codebook, hard case 15).
    fn own_affair(&self, group: usize) -> Option<Draft> {
        let parse = self.parse;
        let found = parse.groups()[group];
        if found.lemma != named::BE || found.modal.is_some() || found.first == 0 {
            return None;
        }
        let next = parse.over_adverbs(found.last + 1);
        let others = |phrase: &usize| {
            let affair = words!["affair", "business", "concern", "matter"].contains(parse.noun(*phrase));
            affair && found.negation.is_some() && parse.phrases()[*phrase].possessor.is_some()
        };
        let between = || {
            let own = parse.reads(next, words!["between"])
                && parse.reads(next + 1, words!["us", "itself", "ourselves", "them"]);
            own && found.negation.is_none() && parse.reads(next + 2, words!["and"])
        };
        let owner = parse.phrase_at(next).filter(others);
        if owner.is_none() && !between() {
            return None;
        }
        let (parties, report) = self.seeker().voice(found.first)?;
        let theirs = owner.and_then(|phrase| self.scene.owner(parse, phrase)).unwrap_or_default();
        if parties.len() != 1 || theirs == parties || report.group == Some(group) {
            return None;
        }
        let said = |at: usize| report.group.is_some_and(|verb| parse.groups()[verb].last + 1 == at);
        let opens =
            |&at: &usize| matches!(parse.tag(at), Tag::Colon | Tag::Open) || said(at) && parse.word(at) == named::THAT;
        let first = parse.over_open((0..found.first).rev().find(opens).map_or(0, |at| at + 1));
        let content = Stretch { first, last: found.first - 1 };
        let cue = Stretch { first: found.first, last: next };
        let why = format!("it is no affair of others, said by whoever keeps it ({REFUSAL})");
        let held = self.spoken(parties, report);
        let found = Finding { rule: REFUSAL, kind: Kind::RedLine, held, content, cue, group: Some(group), why };
        (content.first <= content.last).then(|| self.draft(found))
    }

    /// "Not one ship would be searched", "no panel was going to discuss the wells".
    fn barred(&self, group: usize) -> Option<(Stretch, Stretch)> {
        let parse = self.parse;
        let found = parse.groups()[group];
        let &[subject] = parse.nodes()[group].subjects() else { return None };
        let phrase = parse.phrases()[subject];
        let not_one = phrase.first.checked_sub(1).filter(|&at| parse.tag(at) == Tag::Negation);
        let none = parse.reads(phrase.first, words!["no", "nobody", "nothing"]);
        let first = not_one.or(none.then_some(phrase.first))?;
        let willed =
            found.modal.is_some_and(|modal| parse.lemma(modal) == named::WILL || parse.word(modal) == named::SHALL);
        let going = (found.first..found.head).any(|at| parse.text_at(at) == "going");
        if found.negation.is_some() {
            return None;
        }
        let cue = Stretch { first: found.first, last: found.last };
        let nobody = parse.reads(phrase.first, words!["nobody"]);
        if let Some(content) = self.nothing_in_text(group, subject) {
            return Some((content, cue));
        }
        if !(willed || going) || phrase.first > found.last || !(going || nobody || not_one.is_some()) {
            return None;
        }
        if !parse.is_in(found.lemma, ACTS) {
            return None;
        }
        let object = parse.thing(found.last + 1).filter(|_| going || nobody && !found.passive);
        let last = parse.clause(phrase.first)?.last.max(found.last);
        Some((object.unwrap_or(Stretch { first, last }), cue))
    }

    /// "Nothing in the accord may say who inspects the wells": what no text is to do.
    fn nothing_in_text(&self, group: usize, subject: usize) -> Option<Stretch> {
        let parse = self.parse;
        let found = parse.groups()[group];
        let modal = found.modal.map(|modal| parse.word(modal))?;
        let rules = [named::CAN, named::MAY, named::SHALL, named::MUST, named::WILL].contains(&modal);
        let head = parse.phrases()[subject].last;
        let text = parse.phrase_at(head + 2).filter(|_| words!["in", "of", "under"].contains(parse.text_at(head + 1)));
        let noun = text.map(|text| parse.noun(text));
        let named =
            parse.text_at(head).eq_ignore_ascii_case("nothing") && noun.is_some_and(|noun| TEXTS.contains(noun));
        let last = parse.clause(found.first)?.last.max(found.last);
        (rules && named).then_some(Stretch { first: found.head, last })
    }

    /// "It will not be ordered to moor in port": what a party will not have done to itself.
    fn unbound(&self, group: usize) -> Option<Draft> {
        let parse = self.parse;
        let found = parse.groups()[group];
        let willed = found.modal.is_some_and(|modal| parse.lemma(modal) == named::WILL);
        let binds = || parse.is_in(found.lemma, BINDS);
        let negation = found.negation.filter(|_| found.passive && willed && binds())?;
        let parties = self.subject_parties(group);
        if parties.len() != 1 || super::govern::governed(parse, group, true).barred.is_some() {
            return None;
        }
        let last = parse.clause(found.first)?.last.max(found.last);
        let cue = Stretch { first: found.first, last: negation };
        let cue_span = parse.span(cue.first, cue.last);
        let why =
            format!("“{}” with a passive says what a party will not suffer ({})", cue_span.of(parse.text), SUFFERED);
        let held = Held { parties, ..Held::default() };
        let content = Stretch { first: found.head, last };
        let found = Finding { rule: SUFFERED, kind: Kind::RedLine, held, content, cue, group: Some(group), why };
        let frame = vec![Frame { role: FrameRole::Negation, span: cue_span }];
        Some(Draft { frame, negated: true, ..self.draft(found) })
    }

    /// "We do not trade villages for gas": what a party says that it does not do.
    fn habit(&self, group: usize) -> Option<(Stretch, Stretch)> {
        let parse = self.parse;
        let found = parse.groups()[group];
        let negation = found.negation.filter(|_| found.modal.is_none() && !found.past && !found.passive)?;
        let &[subject] = parse.nodes()[group].subjects() else { return None };
        let we = parse.word(parse.phrases()[subject].head) == named::WE;
        let verb = |verbs| parse.is_in(found.lemma, verbs);
        let acts = verb(ACTS) || verb(words!["put", "let", "recognise", "recognize", "beg"]);
        if !we || !acts || parse.nodes()[group].parent.is_some_and(|parent| !parse.groups()[parent].has_tense()) {
            return None;
        }
        let clause = parse.clause(parse.phrases()[subject].first)?.last;
        let last = parse.thing(found.last + 1).map_or(clause, |thing| thing.last.max(clause)).max(found.last);
        Some((Stretch { first: found.head, last }, Stretch { first: found.first, last: negation }))
    }

    fn barring(&self, group: usize, content: Stretch, cue: Stretch, view: Option<&View>) -> Option<Draft> {
        let parse = self.parse;
        if super::govern::governed(parse, group, true).barred.is_some() {
            return None;
        }
        let (held, _, attribution) = self.view_of(group, view)?;
        let parties = held.parties;
        if parties.len() != 1 {
            return None;
        }
        let cue_span = parse.span(cue.first, cue.last);
        let why = format!("“{}” in the voice of a party ({REFUSAL})", cue_span.of(parse.text));
        let found = Finding { rule: REFUSAL, kind: Kind::RedLine, held, content, cue, group: Some(group), why };
        Some(Draft {
            toward: self.subject_parties(group).without(parties),
            frame: vec![Frame { role: FrameRole::Negation, span: cue_span }],
            negated: true,
            attribution,
            ..self.draft(found)
        })
    }
}
