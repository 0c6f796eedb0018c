//! Interviews: who answers, and questions whose point a short answer takes up ("Would you accept observers?" "Never.").
//!
//! In an answer "we" and "I" stand for the interviewee's party, in a question "you" does. Questions make no claims of
//! their own; the answer lends them its yes or no.

use super::candidate::Candidate;
use super::draft::Draft;
use super::govern::{ASKS, Governed};
use super::reply::{Reply, reply};
use super::sentence::Sentence;
use super::{Place, Reader};
use crate::attribution::Report;
use crate::document::Turn;
use crate::language::Tag;
use crate::language::extent::Stretch;
use crate::language::phrase::Unit;
use crate::mentions::{Known, Parties, Voice};
use crate::record::{Frame, FrameRole, Source, SourceType};
use crate::text::Span;

/// Somebody who is interviewed.
#[derive(Debug, Clone)]
pub(super) struct Interviewee {
    source: Source,
    parties: Parties,
}

impl Reader<'_> {
    /// Sets who speaks in the block at `place`; returns the yes or no that answers a question there.
    pub(super) fn turn_to(&mut self, place: Place, next: Option<&Place>) -> Option<Reply> {
        let turn = self.document.blocks[place.block].turn;
        let next = next.filter(|next| matches!(self.document.blocks[next.block].turn, Turn::Answer(_)));
        let label = match (turn, next.map(|next| self.document.blocks[next.block].turn)) {
            (Turn::None, _) => {
                self.scene.hear(None);
                self.speech.stand(None);
                return None;
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
        let reply = next.filter(|_| asked && place.last).and_then(|next| reply(&self.document.text, next.span));
        self.speech.stand(who.filter(|_| !asked || reply.is_some()).map(|who| report(&who)));
        reply
    }

    /// The person whom a label names; without one the person met most often before the first question.
    fn interviewee(&mut self, label: Option<Span>) -> Option<Interviewee> {
        let text = &self.document.text;
        let Some(label) = label else {
            if self.interviewee.is_none() {
                self.interviewee = most_met(self.scene.known()).map(of_person);
            }
            return self.interviewee.clone();
        };
        let surname = label.of(text).split_whitespace().next_back()?;
        let known = self.scene.known().iter().rev().find(|known| known.name.split(' ').next_back() == Some(surname));
        let source = Source {
            name: label.of(text).to_owned(),
            kind: known.map_or(SourceType::Other, kind_of),
            anonymous: false,
            span: label,
        };
        let party = known.filter(|known| !known.outsider).and_then(|known| known.party);
        Some(Interviewee { source, parties: party.map(Parties::one).unwrap_or_default() })
    }
}

/// Who is met most often, the first of them, among those who speak for a party, else among all.
fn most_met(known: &[Known]) -> Option<&Known> {
    let speaks = |known: &&Known| known.party.is_some() && !known.outsider;
    let most = |list: &mut dyn Iterator<Item = &'_ Known>| list.map(|known| known.mentions.len()).max();
    let top = most(&mut known.iter().filter(speaks));
    known.iter().filter(speaks).find(|known| Some(known.mentions.len()) == top).or_else(|| known.first())
}

fn of_person(known: &Known) -> Interviewee {
    let span = known.mentions.first().copied().unwrap_or_default();
    let source = Source { name: known.name.clone(), kind: kind_of(known), anonymous: false, span };
    let party = known.party.filter(|_| !known.outsider);
    Interviewee { source, parties: party.map(Parties::one).unwrap_or_default() }
}

fn kind_of(known: &Known) -> SourceType {
    match known {
        Known { outsider: true, .. } => SourceType::Expert,
        Known { party: Some(_), .. } => SourceType::Official,
        _ => SourceType::Other,
    }
}

/// The report in which everything that the interviewee says stands.
fn report(who: &Interviewee) -> Report {
    Report {
        chain: vec![who.source.clone()],
        source: None,
        cue: None,
        content: Vec::new(),
        group: None,
        speaker: who.parties,
        quoted: false,
        by_party: false,
        carried: true,
    }
}

impl Sentence<'_> {
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
        if (0..parse.groups().len()).any(|group| parse.groups()[group].has_tense()) {
            return None;
        }
        let first = (0..parse.tokens.len()).find(|&at| {
            matches!(parse.unit(at), Some(Unit::Phrase(phrase)) if matches!(parse.tag(parse.phrases()[phrase].head), Tag::Noun | Tag::Plural | Tag::Proper))
        })?;
        parse.thing(first).map(|thing| span(&thing))
    }
}
