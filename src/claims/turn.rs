//! Interviews: who answers, and questions whose point a short answer takes up ("Would you accept observers?" "Never.").
//!
//! In an answer "we" and "I" stand for the interviewee's party, in a question "you" does. Questions make no claims of
//! their own; the answer lends them its yes or no.

use super::candidate::Candidate;
use super::draft::Draft;
use super::govern::{ASKS, Governed};
use super::holder::Held;
use super::reply::{Reply, reply};
use super::sentence::{Finding, Sentence};
use super::setting::Heard;
use super::{Place, Reader};
use crate::document::Turn;
use crate::language::Tag;
use crate::language::classes::Class;
use crate::language::extent::Stretch;
use crate::language::named;
use crate::language::phrase::Unit;
use crate::language::word_list::words;
use crate::mentions::Voice;
use crate::record::{Frame, FrameRole, Kind};
use crate::text::Span;

impl Reader<'_> {
    /// Sets who speaks at the place `at`, and the yes or no that answers a question there.
    pub(super) fn turn_to(&mut self, places: &[Place], at: usize) -> Heard {
        let place = places[at];
        let turn = self.document.blocks[place.block].turn;
        let next = places[at + 1..].iter().find(|next| next.block != place.block);
        let next = next.filter(|next| matches!(self.document.blocks[next.block].turn, Turn::Answer(_)));
        let label = match (turn, next.map(|next| self.document.blocks[next.block].turn)) {
            (Turn::None, _) => {
                self.scene.hear(None);
                return Heard::default();
            }
            (Turn::Answer(label), _) | (_, Some(Turn::Answer(label))) => label,
            _ => None,
        };
        let who = self.interviewee(label);
        let asked = turn == Turn::Question;
        self.scene.hear(who.as_ref().filter(|who| !who.parties.is_empty()).map(|who| Voice {
            parties: who.parties,
            name: who.source.span,
            asked,
        }));
        let reply = next.filter(|_| asked).and_then(|next| reply(&self.document.text, next.span));
        let reply = reply.filter(|reply| place.last || reply.all);
        let standing = who.filter(|_| !asked || reply.is_some()).map(|who| Box::new(who.report()));
        Heard { reply, standing, anew: false }
    }
}

/// What a question put to the interviewee asks for, which the questions behind it repeat for other things.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Posed {
    /// Whether they would do or accept something: "Would you open the locks?"
    Consent,
    /// Whether something was talked about: "Did the locks come up?"
    Raised,
}

impl Sentence<'_> {
    /// What the question asks for, where it is of those that a bare thing can repeat.
    fn poses(&self) -> Option<Posed> {
        let parse = self.parse;
        let text = |group: usize| parse.verb(group);
        let raised = |group: usize| match text(group) {
            "discuss" | "raise" | "mention" | "broach" | "address" => true,
            "come" => parse.reads(parse.groups()[group].last + 1, words!["up"]),
            _ => false,
        };
        let consent = |group: usize| {
            let you = |&subject: &usize| parse.reads(parse.phrases()[subject].head, words!["you"]);
            let modal = self.modal_of(group).or_else(|| self.asked_modal(group)).map(|modal| parse.word(modal));
            modal.is_some_and(|modal| [named::WILL, named::WOULD, named::COULD, named::CAN].contains(&modal))
                && parse.nodes()[group].subjects().iter().any(you)
                && parse.classes().is(parse.groups()[group].lemma, Class::Lays)
        };
        let sure = |group: &usize| parse.groups()[*group].negation.is_none();
        let mut groups = (0..parse.groups().len()).filter(sure).filter(|_| parse.is_question());
        groups.find_map(|group| match () {
            () if consent(group) => Some(Posed::Consent),
            () if raised(group) => Some(Posed::Raised),
            () => None,
        })
    }

    /// The thing that a question without a verb names: "A common fund?"
    fn asks_thing(&self) -> Option<Stretch> {
        let parse = self.parse;
        if (0..parse.groups().len()).any(|group| parse.groups()[group].has_tense()) {
            return None;
        }
        let first = (0..parse.tokens.len()).find(|&at| {
            matches!(parse.unit(at), Some(Unit::Phrase(phrase)) if matches!(parse.tag(parse.phrases()[phrase].head), Tag::Noun | Tag::Plural | Tag::Proper))
        })?;
        parse.thing(first)
    }

    /// Adds what the answer to a question without a verb says; returns what the questions behind can repeat.
    pub(super) fn repeat_question(&self, posed: Option<Posed>, drafts: &mut Vec<Draft>) -> Option<Posed> {
        let Some(thing) = self.asks_thing() else {
            let fragment = !(0..self.parse.groups().len()).any(|group| self.parse.groups()[group].has_tense());
            if let Some(reply) = self.answered.filter(|_| drafts.is_empty()) {
                let granted = self.consented(reply).into_iter().collect();
                drafts.extend(self.with_reply(granted, reply));
            }
            return if fragment { posed } else { self.poses() };
        };
        let known = posed.zip(self.answered).filter(|_| drafts.is_empty());
        let found = known.and_then(|(posed, reply)| self.answered_thing(thing, posed, reply));
        if let (Some(draft), Some(reply)) = (found, self.answered) {
            drafts.extend(self.with_reply(vec![draft], reply));
        }
        posed
    }

    /// "Would you let observers in? – Certainly.", "Could the locks be opened? – No.": what the answer lets happen or not.
    fn consented(&self, reply: Reply) -> Option<Draft> {
        let parse = self.parse;
        let own = self.scene.voice_of().filter(|own| own.len() == 1)?;
        let (group, modal) = (0..parse.groups().len()).find_map(|group| {
            let modal = self.modal_of(group).or_else(|| self.asked_modal(group))?;
            let own = parse.nodes()[group].subjects().len() == 1 && parse.groups()[group].negation.is_none();
            own.then_some((group, modal))
        })?;
        let found = parse.groups()[group];
        let &[subject] = parse.nodes()[group].subjects() else { return None };
        let phrase = parse.phrases()[subject];
        let you = parse.reads(phrase.head, words!["you"]);
        let thing = found.passive && self.scene.actor(subject).is_none() && parse.tag(phrase.head) != Tag::Pronoun;
        let ready = [named::WILL, named::CAN].contains(&parse.lemma(modal)) && modal < found.head;
        let gives = self.is_giving(group) && (you && !found.passive || thing);
        if !ready || !gives || !parse.reads(0, words!["will", "would", "could", "can", "and", "so"]) {
            return None;
        }
        let first = if thing { phrase.first } else { found.head };
        let last = parse.clause(found.first)?.last.max(found.head);
        let without = (found.last..last).find(|&at| parse.word(at) == named::WITHOUT).filter(|_| !reply.yes);
        // "Would you sign without a map? – No.": what it takes is asked for (codebook, hard case 14).
        let lacking = without.and_then(|at| parse.thing(at + 1));
        let (rule, kind) = match (reply.yes, without) {
            (true, _) => ("offer.leaning", Kind::Offer),
            (false, None) => ("red-line.stance", Kind::RedLine),
            (false, Some(_)) => (super::condition::RULE, Kind::Demand),
        };
        let cue = Stretch { first: modal, last: found.head };
        let why = format!("“{}” answers whether a party would do so ({rule})", reply.word.of(parse.text));
        let held = Held { parties: own, ..Held::default() };
        let content = if without.is_some() { lacking? } else { Stretch { first, last } };
        Some(self.draft(Finding { rule, kind, held, content, cue, group: None, why }))
    }

    /// "Would you open the locks? – No. – The ferry? – Never.": what the answer says of a thing that only repeats the
    /// question before it.
    fn answered_thing(&self, thing: Stretch, posed: Posed, reply: Reply) -> Option<Draft> {
        let own = self.scene.voice_of()?;
        let (rule, kind, parties) = match (posed, reply.yes) {
            (Posed::Consent, true) => ("offer.leaning", Kind::Offer, own),
            (Posed::Consent, false) => ("red-line.stance", Kind::RedLine, own),
            (Posed::Raised, false) => ("open.silence", Kind::Open, self.scene.principals()),
            (Posed::Raised, true) => return None,
        };
        let word = reply.word.of(self.parse.text);
        let held = Held { parties, ..Held::default() };
        let why = format!("“{word}” answers a question that the one before it spells out ({rule})");
        let mut draft = self.draft(Finding { rule, kind, held, content: thing, cue: thing, group: None, why });
        draft.cue_span = reply.word;
        (!parties.is_empty()).then_some(draft)
    }

    /// Lends a question the yes or no that it got.
    pub(super) fn answer(&self, candidate: &Candidate, governed: &mut Governed) {
        let Some(reply) = self.answered else { return };
        if governed.barred == Some(ASKS) {
            governed.barred = None;
        }
        if reply.yes {
            return;
        }
        let modal = candidate.group().and_then(|group| self.modal_of(group).or_else(|| self.asked_modal(group)));
        if modal.is_some() { governed.refused = !governed.refused } else { governed.negated = !governed.negated }
    }

    /// "Will Kenya sign?": the modal before the subject.
    fn asked_modal(&self, group: usize) -> Option<usize> {
        let parse = self.parse;
        let found = parse.groups()[group];
        (0..found.first).rev().find(|&at| parse.tag(at) == Tag::Modal).filter(|_| parse.is_question())
    }

    /// The claims of a question that was answered with yes or no, grounded on both sentences.
    pub(super) fn with_reply(&self, mut drafts: Vec<Draft>, reply: Reply) -> Vec<Draft> {
        if self.parse.tokens.iter().any(|token| token.tag == Tag::Negation) {
            return Vec::new();
        }
        for draft in &mut drafts {
            draft.quote = draft.quote.join(reply.span);
            if !reply.yes {
                draft.frame.push(Frame { role: FrameRole::Negation, span: reply.word });
            }
        }
        drafts
    }

    /// What a question is about: the point of a cue in it, or, where it is no clause ("And the corridor?"), its thing.
    pub(super) fn asked_point(&self, carriers: &[Vec<Candidate>]) -> Option<Span> {
        let parse = self.parse;
        let span = |content: &Stretch| parse.span(content.first, content.last);
        let point = carriers.iter().flatten().find_map(|candidate| candidate.filled.contents.first());
        if let Some(content) = point {
            return Some(span(content));
        }
        self.asked_thing()
    }

    /// The words of a thing that a question without a verb names.
    pub(super) fn asked_thing(&self) -> Option<Span> {
        self.asks_thing().map(|thing| self.parse.span(thing.first, thing.last))
    }
}
