//! Who tells a party what it is told: "Kenya was informed that the pier is off the table"; and what a party says was
//! never put to it or by it: "no ferry had been offered".

use super::candidate::{Candidate, Carrier};
use super::draft::Draft;
use super::holder::Held;
use super::sentence::{Finding, Sentence};
use crate::language::extent::Stretch;
use crate::language::named;
use crate::language::word_list::{WordList, words};
use crate::record::{Frame, FrameRole, Kind, Reason, Status};
use crate::rules::{Cue, Outcome, Rule, SubjectRole};

/// Verbs of putting something to the other side.
const PUTS: &WordList = words!["offer", "promise", "propose", "put", "table"];

impl Sentence<'_> {
    /// "insists that the islands are no part of these talks": the verb above leaves no doubt whose view it is.
    pub(super) fn is_insisted(&self, candidate: &Candidate) -> bool {
        let parse = self.parse;
        let Carrier::Predicate(group) = candidate.carrier else { return false };
        let above = parse.nodes()[group].parent.map(|above| parse.verb(above));
        above.is_some_and(|verb| words!["insist", "maintain", "reiterate", "repeat", "stress"].contains(verb))
    }

    /// A passive that names nobody by whom it is done, negated where the cue takes no stance otherwise.
    pub(super) fn is_agentless(&self, candidate: &Candidate, cue: &Cue) -> bool {
        let parse = self.parse;
        let Some(group) = candidate.group().filter(|_| candidate.passive && cue.subject == SubjectRole::Holder) else {
            return false;
        };
        let found = parse.groups()[group];
        // "left out by design"
        let how = |at: usize| {
            parse.is_time_at(at) || parse.reads(at, words!["design", "choice", "consent", "mutual", "accident"])
        };
        let by = |at: usize| parse.word(at) == named::BY && !how(at + 1);
        let agent = (found.last + 1..parse.tokens.len()).take(8).any(by);
        !agent && (cue.affirmed != Outcome::Silent || found.negation.is_some())
    }

    /// Adds the offers that a party denies: "no retreat had been offered to it", "no hand-over was put forward".
    pub(super) fn denied_offers(&self, drafts: &mut Vec<Draft>) {
        for group in 0..self.parse.groups().len() {
            if !Self::is_covered(drafts, self.parse.groups()[group].head) {
                drafts.extend(self.denied_offer(group));
            }
        }
    }

    fn denied_offer(&self, group: usize) -> Option<Draft> {
        let parse = self.parse;
        let found = parse.groups()[group];
        let puts = parse.is_in(found.lemma, PUTS) && found.passive && found.modal.is_none();
        let &[subject] = parse.nodes()[group].subjects() else { return None };
        let phrase = parse.phrases()[subject];
        let none = parse.word(phrase.first) == named::NO && phrase.first < phrase.head;
        if !puts || !none {
            return None;
        }
        let (speaker, report) = self.seeker().voice(found.first)?;
        if speaker.len() != 1 || report.group == Some(group) || report.quoted {
            return None;
        }
        // "offered to it": by the other side; else by whoever says so.
        let to = parse.reads(found.last + 1, words!["to"]) && parse.phrase_at(found.last + 2).is_some();
        let others = self.scene.principals().without(speaker);
        let parties = if to { others } else { speaker };
        if parties.len() != 1 || !to && found.lemma != parse.language.lexicon.word("put") {
            return None;
        }
        let whole = parse.thing(phrase.first)?;
        let content = Stretch { first: phrase.first + 1, last: whole.last.min(found.first - 1).max(phrase.head) };
        let held = Held { parties, ..Held::default() };
        let cue = Stretch { first: found.first, last: found.last };
        let why = "somebody says that it was never put to the other side (offer.verb)".to_owned();
        let finding = Finding { rule: "offer.verb", kind: Kind::Offer, held, content, cue, group: Some(group), why };
        let frame = vec![Frame { role: FrameRole::Denial, span: parse.span(phrase.first, phrase.first) }];
        Some(Draft { status: Status::Denied, frame, ..self.draft(finding) })
    }

    /// "Chad asked for a pier; this was refused": by the other side, where what was asked for is meant and two negotiate.
    pub(super) fn refused_by_other(&self, candidate: &Candidate, rule: &Rule) -> Option<Held> {
        let parse = self.parse;
        let group = candidate.group().filter(|_| candidate.passive && rule.kind == Kind::RedLine)?;
        let found = parse.groups()[group];
        let &[subject] = parse.nodes()[group].subjects() else { return None };
        let pointed = [named::IT, named::THIS, named::THAT].contains(&parse.word(parse.phrases()[subject].head));
        if !pointed || found.negation.is_some() || found.modal.is_some() {
            return None;
        }
        let asked = self.earlier.iter().rev().find(|earlier| earlier.age == 1)?;
        let sides = self.scene.principals();
        let parties = sides.without(asked.holders);
        let one = asked.kind == Kind::Demand && sides.len() == 2 && parties.len() == 1;
        let text = format!("the other side is meant: {}", self.scene.name_parties(parties));
        one.then(|| Held { parties, reason: Some(Reason { field: "holder", text }), ..Held::default() })
    }

    /// The counterpart of the party that is told of the cue, where the talks have one other.
    pub(super) fn told_by(&self, candidate: &Candidate) -> Option<Held> {
        let parse = self.parse;
        let above = parse.nodes()[candidate.group()?].parent?;
        let found = parse.groups()[above];
        let tells = parse.is_in(found.lemma, words!["tell", "inform", "notify", "warn"]);
        let told = self.subject_parties(above);
        let parties = self.scene.principals().without(told);
        if !(tells && found.passive) || told.len() != 1 || parties.len() != 1 {
            return None;
        }
        let text = format!("the other side is told so: by {}", self.scene.name_parties(parties));
        Some(Held { parties, reason: Some(Reason { field: "holder", text }), ..Held::default() })
    }
}
