//! Interviews: who answers, and questions whose point a short answer takes up ("Would you accept observers?" "Never.").
//!
//! In an answer "we" and "I" stand for the interviewee's party, in a question "you" does. Questions make no claims of
//! their own; the answer lends them its yes or no.

use std::rc::Rc;

use super::candidate::Candidate;
use super::draft::Draft;
use super::govern::{ASKS, Governed};
use super::holder::Held;
use super::reply::{Reply, reply};
use super::sentence::{Finding, Sentence};
use super::setting::Heard;
use super::{Place, Reader};
use crate::attribution::Report;
use crate::document::Turn;
use crate::language::Tag;
use crate::language::classes::Class;
use crate::language::extent::Stretch;
use crate::language::phrase::Unit;
use crate::mentions::{Known, Parties, Voice};
use crate::record::{Frame, FrameRole, Kind, Source, SourceType};
use crate::text::Span;

/// Somebody who is interviewed.
#[derive(Debug, Clone)]
pub(super) struct Interviewee {
    source: Source,
    parties: Parties,
}

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
        let standing = who.filter(|_| !asked || reply.is_some()).map(|who| Box::new(report(&who)));
        Heard { reply, standing, anew: false }
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
            kind: known.map_or(SourceType::Other, |known| kind_of(known)),
            anonymous: false,
            span: label,
        };
        let party = known.filter(|known| !known.outsider).and_then(|known| known.party);
        Some(Interviewee { source, parties: party.map(Parties::one).unwrap_or_default() })
    }
}

/// Who is met most often, the first of them, among those who speak for a party, else among all.
fn most_met(known: &[Rc<Known>]) -> Option<&Known> {
    let known = || known.iter().map(Rc::as_ref);
    let mut speaking = known().filter(|known| known.party.is_some() && !known.outsider);
    let top = speaking.clone().map(|known| known.mentions.len()).max();
    speaking.find(|known| Some(known.mentions.len()) == top).or_else(|| known().next())
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
        let text = |group: usize| parse.language.lexicon.text(parse.groups()[group].lemma);
        let raised = |group: usize| match text(group) {
            "discuss" | "raise" | "mention" | "broach" | "address" => true,
            "come" => parse.reads(parse.groups()[group].last + 1, &["up"]),
            _ => false,
        };
        let consent = |group: usize| {
            let you = |&subject: &usize| parse.reads(parse.phrases()[subject].head, &["you"]);
            let words = parse.words();
            let modal = self.modal_of(group).or_else(|| self.asked_modal(group)).map(|modal| parse.word(modal));
            modal.is_some_and(|modal| [words.will, words.would, words.could, words.can].contains(&modal))
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
            return if fragment { posed } else { self.poses() };
        };
        let known = posed.zip(self.answered).filter(|_| drafts.is_empty());
        let found = known.and_then(|(posed, reply)| self.answered_thing(thing, posed, reply));
        if let (Some(draft), Some(reply)) = (found, self.answered) {
            drafts.extend(self.with_reply(vec![draft], reply));
        }
        posed
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
