//! Plain facts that are stances by themselves: both sides "are to open" something, a party "would lift" something.

use super::draft::Draft;
use super::sentence::{Finding, Sentence};
use crate::language::Tag;
use crate::language::classes::Class;
use crate::language::clause::Link;
use crate::language::extent::Stretch;
use crate::language::named;
use crate::language::phrase::Form;
use crate::language::word_list::words;
use crate::mentions::Parties;
use crate::record::Kind;

/// The rule of what a party would do.
const WILLING: &str = "offer.voiced";

impl Sentence<'_> {
    /// Adds what both sides are said to be going to do, and what one of them is said to be ready to.
    pub(super) fn plain_acts(&self, drafts: &mut Vec<Draft>) {
        if self.parse.is_question() || self.is_conditional() {
            return;
        }
        for group in 0..self.parse.groups().len() {
            let found = self.parse.groups()[group];
            let own = self.modal_of(group).is_some() || found.obliged;
            let own = own && !found.passive && !found.perfect && found.negation.is_none();
            if !own || Self::is_covered(drafts, found.head) || !self.parse.classes().is(found.lemma, Class::Grants) {
                continue;
            }
            if let Some(draft) = self.plain_act(group) {
                drafts.push(draft);
            }
        }
    }

    fn plain_act(&self, group: usize) -> Option<Draft> {
        let parse = self.parse;
        let found = parse.groups()[group];
        let node = &parse.nodes()[group];
        if !matches!(node.link, Link::Main | Link::Coordinate)
            || super::govern::governed(parse, group, true).barred.is_some()
        {
            return None;
        }
        let person = |&subject: &usize| self.scene.actor(subject).is_none_or(|actor| actor.outsider);
        if node.subjects().is_empty() || node.subjects().iter().any(person) {
            return None;
        }
        let parties = self.subject_parties(group);
        let modal = self.modal_of(group);
        let would = modal.is_some_and(|modal| parse.word(modal) == named::WOULD);
        let will = modal.is_some_and(|modal| parse.lemma(modal) == named::WILL) && !would;
        let shall = modal.is_some_and(|modal| parse.word(modal) == named::SHALL);
        let pronoun = node.subjects().iter().any(|&subject| parse.tag(parse.phrases()[subject].head) == Tag::Pronoun);
        let sides = self.scene.principals();
        let all = parties.len() > 1 && (sides.is_empty() || sides.without(parties).is_empty());
        let (kind, rule) = match () {
            () if all && (will || shall || found.obliged) => (Kind::Agreed, super::under::RULE),
            () if parties.len() == 1 && would && !pronoun && !self.is_reported(group) && self.is_free_would(group) => {
                (Kind::Offer, WILLING)
            }
            () => return None,
        };
        Some(self.act_draft(group, kind, rule, parties))
    }

    /// The modal of a verb, or the one that it shares with the verb before it: "would lift the cap and appoint an envoy".
    pub(super) fn modal_of(&self, group: usize) -> Option<usize> {
        let parse = self.parse;
        let found = parse.groups()[group];
        if found.form == Form::Finite {
            return found.modal;
        }
        let node = &parse.nodes()[group];
        let parent = node.parent.filter(|_| found.form == Form::Bare && node.link == Link::Coordinate)?;
        parse.groups()[parent].modal
    }

    fn act_draft(&self, group: usize, kind: Kind, rule: &str, parties: Parties) -> Draft {
        let parse = self.parse;
        let found = parse.groups()[group];
        let end = parse.clause(found.first).map_or(found.last, |clause| clause.last);
        let content = Stretch { first: found.head, last: self.told_until(group, end.max(found.head)) };
        let first = found.modal.unwrap_or(found.first);
        let cue = Stretch { first, last: found.head };
        let cue_span = parse.span(first, found.head);
        let why = match kind {
            Kind::Agreed => format!("both sides “{}” it together ({rule})", cue_span.of(parse.text)),
            _ => format!("“{}” says what a party is ready to do ({rule})", cue_span.of(parse.text)),
        };
        let held = self.seeker().of_phrases(parse.nodes()[group].subjects());
        let others = self.seeker().named_in(content).without(parties);
        Draft {
            toward: if kind == Kind::Offer && others.len() == 1 { others } else { Parties::default() },
            ..self.draft(Finding { rule, kind, held, content, cue, group: Some(group), why })
        }
    }

    /// "Should it fail, Chad would withdraw its troops": what follows from a condition is no offer of its own.
    fn is_conditional(&self) -> bool {
        let parse = self.parse;
        let opens = words!["should", "had", "were", "unless", "without", "otherwise", "under", "once"];
        parse.reads(0, opens) || (0..parse.tokens.len()).any(|at| parse.word(at) == named::IF)
    }
}
