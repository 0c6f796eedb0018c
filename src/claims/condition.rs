//! Conditions: what follows "only if", "unless", "provided that", "in return for" is a demand of whoever sets it
//! (codebook, hard cases 14 and 19).

use super::draft::Draft;
use super::holder::Held;
use super::marker::{Condition, Effect};
use super::sentence::Sentence;
use crate::language::Tag;
use crate::language::classes::Class;
use crate::language::extent::Stretch;
use crate::language::named;
use crate::language::phrase::Form;
use crate::language::word_list::{WordList, words};
use crate::mentions::Parties;
use crate::record::{Frame, FrameRole, Kind, Reason, Status};

/// The rule that these claims name.
pub(super) const RULE: &str = "demand.exchange";

/// Verbs with which "would … if" is a threat or a forecast rather than an offer.
const NO_PROMISE: &WordList = words![
    "be",
    "have",
    "attack",
    "strike",
    "retaliate",
    "block",
    "respond",
    "walk",
    "leave",
    "suspend",
    "impose",
    "raise",
    "face",
    "lose",
    "win",
    "suffer",
    "escalate",
    "resume",
    "bomb",
    "invade",
    "quit",
    "boycott",
    "veto",
    "close",
    "shut",
    "cut",
    "expel",
    "hit",
    "act",
    "fight",
    "need",
    "want",
    "seek",
    "pursue",
    "become",
    "gain",
    "benefit",
    "jump",
    "fall",
    "rise",
    "collapse",
    "recall",
    "cancel",
    "go",
    "stay",
    "remain",
    "keep",
    "hold",
    "continue",
    "last",
    "happen",
    "see",
    "find",
    "take",
    "refuse",
    "reject",
    "demand",
    "insist",
    "consider",
    "listen",
    "react",
    "say",
    "speak",
    "welcome",
];

impl Sentence<'_> {
    /// "Should Syria move its tanks, …", "… were Chad to reopen the road": a condition without "if".
    pub(super) fn turned_condition(&self, at: usize) -> Option<Condition> {
        let parse = self.parse;
        let word = parse.word(at);
        let opens = at == 0 || matches!(parse.tag(at - 1), Tag::Comma | Tag::Coordinator | Tag::Open | Tag::Colon);
        let phrase = parse.phrase_at(at + 1).filter(|&phrase| parse.phrases()[phrase].first == at + 1)?;
        let next = parse.over_adverbs(parse.phrases()[phrase].last + 1);
        let group = parse.group_at(next).filter(|&group| parse.groups()[group].first == next)?;
        let fits = match parse.groups()[group].form {
            Form::Infinitive => word == named::WERE,
            Form::Bare => word == named::SHOULD && opens,
            _ => false,
        };
        let last = parse.act(next).filter(|_| fits)?.last;
        let contents = vec![Stretch { first: at + 1, last }];
        Some(Condition { marker: Stretch { first: at, last: at }, effect: Effect::Exchange, contents })
    }

    /// Adds the demands that the conditions of the sentence make, and takes away what they leave unsaid.
    pub(super) fn conditions(&self, drafts: &mut Vec<Draft>) {
        if self.parse.is_question() {
            return;
        }
        for at in 0..self.parse.tokens.len() {
            let Some(condition) = self.condition(at) else { continue };
            self.apply(&condition, drafts);
        }
    }

    fn apply(&self, condition: &Condition, drafts: &mut Vec<Draft>) {
        let marker = condition.marker.first;
        // "it is unclear if they would accept": the word asks.
        let asks = |draft: &Draft| {
            draft.kind == Kind::Open && draft.tokens.is_some_and(|tokens| tokens.first == condition.marker.first)
        };
        if drafts.iter().any(asks) {
            return;
        }
        if self.is_deal_breaker(condition) {
            let (voice, held) = (self.seeker().voice(marker).map(|(parties, _)| parties), Held::default());
            let held = Held { parties: voice.unwrap_or_default(), ..held };
            // "…, and he knows that without that there is no deal": what "that" stands for is not told apart.
            let parse = self.parse;
            let bare = |content: &Stretch| content.first == content.last && parse.tag(content.first) == Tag::Pronoun;
            if marker > 1 && condition.contents.iter().all(bare) {
                return;
            }
            let attribution = self.attribution(marker, None, None);
            drafts.retain(|draft| draft.kind != Kind::Open);
            drafts.extend(
                condition.contents.iter().map(|&content| self.demand(condition, content, &held, attribution.clone())),
            );
            return;
        }
        let near = Self::governed_draft(marker, condition.effect, drafts);
        let near = near.or_else(|| self.promise(condition, drafts));
        // "agreed that nobody will move without a mandate": the condition is part of what was agreed.
        let within = |draft: &Draft| draft.tokens.is_some_and(|tokens| tokens.contains(marker));
        // "agreed to a plan to free ten in exchange for calm": what a text gives in return is part of it.
        let settled = |draft: &Draft| draft.kind == Kind::Agreed && within(draft);
        let returned = self.parse.reads(marker, words!["in"]) && drafts.iter().any(settled);
        if returned || near.is_some_and(|at| settled(&drafts[at])) {
            return;
        }
        if near.is_none() && condition.effect == Effect::Exchange {
            drafts.extend(self.threats(condition));
        }
        // "the minister said that a pact would be signed only if": whoever says what all wait for sets the condition.
        let apart = |at: usize| condition.effect == Effect::Only && drafts[at].held.parties.len() > 1;
        let voiced = near.filter(|&at| apart(at)).and_then(|_| self.seeker().voice(marker)).is_some();
        let held = match near {
            Some(_) if voiced => self.setter(marker).unwrap_or_default(),
            Some(at) => drafts[at].held.clone(),
            None if condition.effect == Effect::Only => match self.setter(marker) {
                Some(held) => held,
                None => return,
            },
            None => return,
        };
        let exchange = condition.effect == Effect::Exchange;
        if held.parties.is_empty() || exchange && self.is_anothers_exchange(marker, held.parties) {
            return;
        }
        let attribution = match near {
            Some(at) => drafts[at].attribution.clone(),
            None => self.attribution(marker, None, None),
        };
        if let (Effect::Only, Some(at)) = (condition.effect, near) {
            let cue = drafts[at].cue;
            let unless = self.parse.word(marker) == named::UNLESS;
            drafts.retain(|draft| draft.cue != cue || !(is_given_up(draft) || unless && draft.kind == Kind::RedLine));
        }
        if self.vetoes(marker) {
            drafts.retain(|draft| !(draft.kind == Kind::RedLine && within(draft)));
        }
        if let Some(at) = near.and_then(|at| drafts.get(at)).map(|draft| draft.cue) {
            self.part_from_condition(drafts, at, marker);
        }
        for &content in condition.contents.iter().filter(|&&content| !self.is_own_need(content, held.parties)) {
            if drafts.iter().any(|draft| {
                draft.kind == Kind::Demand && draft.tokens.is_some_and(|tokens| tokens.contains(content.first))
            }) {
                continue;
            }
            drafts.push(self.demand(condition, content, &held, attribution.clone()));
        }
    }

    /// "If we must have more time, we will ask for it": what whoever speaks may have to do is asked of nobody.
    fn is_own_need(&self, content: Stretch, own: Parties) -> bool {
        let parse = self.parse;
        let verb = (content.first..=content.last).find_map(|at| parse.tensed_at(at));
        verb.is_some_and(|verb| {
            let bound = parse.groups()[verb].modal.is_some_and(|modal| parse.word(modal) == named::MUST);
            bound && self.subject_parties(verb) == own
        })
    }

    /// "We will not sign until the levy is lifted": what is refused only so long is asked for, and nothing is refused
    /// in its own right (codebook, hard case 14).
    pub(super) fn is_bound_to_condition(&self, refusal: &[Draft], drafts: &[Draft]) -> bool {
        let only = words!["until", "unless", "without", "before", "only", "failing", "absent"];
        refusal.iter().all(|found| {
            drafts.iter().any(|known| {
                known.rule == RULE
                    && known.held.parties == found.held.parties
                    && self.parse.reads(known.cue.first, only)
            })
        })
    }

    /// What is offered ends where its condition begins.
    fn part_from_condition(&self, drafts: &mut [Draft], cue: Stretch, marker: usize) {
        let parse = self.parse;
        let end = if marker > 0 && parse.word(marker - 1) == named::ON { marker - 1 } else { marker };
        for draft in drafts.iter_mut().filter(|draft| draft.cue == cue) {
            let Some(tokens) = draft.tokens.filter(|tokens| tokens.first < end && end <= tokens.last) else { continue };
            let cut = Stretch { first: tokens.first, last: end - 1 };
            draft.tokens = Some(cut);
            draft.content = parse.span(cut.first, cut.last);
        }
    }

    /// "Without guarantees there is no deal": the condition of any deal, whoever sets it (codebook, hard case 8).
    pub(super) fn is_deal_breaker(&self, condition: &Condition) -> bool {
        let parse = self.parse;
        if parse.word(condition.marker.first) != named::WITHOUT {
            return false;
        }
        let deals = [
            "agreement",
            "deal",
            "accord",
            "progress",
            "peace",
            "settlement",
            "treaty",
            "talk",
            "truce",
            "ceasefire",
            "breakthrough",
        ];
        parse.phrases().iter().any(|phrase| {
            parse.word(phrase.first) == named::NO && deals.contains(&parse.text_of(parse.lemma(phrase.head)))
        })
    }

    /// The draft in whose clause the marker stands: the nearest before it, else the first after it.
    fn governed_draft(marker: usize, effect: Effect, drafts: &[Draft]) -> Option<usize> {
        let only = effect == Effect::Only;
        let fits = |draft: &&Draft| {
            draft.kind == Kind::Offer || only && matches!(draft.kind, Kind::RedLine | Kind::Agreed | Kind::Open)
        };
        let before =
            drafts.iter().filter(fits).filter(|draft| draft.cue.first < marker).max_by_key(|draft| draft.cue.first);
        let after =
            drafts.iter().filter(fits).filter(|draft| draft.cue.first > marker).min_by_key(|draft| draft.cue.first);
        let chosen = before.or(after)?;
        drafts.iter().position(|draft| draft.cue_span == chosen.cue_span && draft.content == chosen.content)
    }

    /// "would halt its attacks if the regions are handed over": what a party would do is an offer, though no cue says so.
    fn promise(&self, condition: &Condition, drafts: &mut Vec<Draft>) -> Option<usize> {
        if condition.effect != Effect::Exchange {
            return None;
        }
        let parse = self.parse;
        let inside = |at: usize| condition.contents.iter().any(|content| content.contains(at));
        let group = (0..parse.groups().len()).find(|&group| {
            let found = parse.groups()[group];
            let willed = found.modal.is_some_and(|modal| {
                [named::WILL, named::CAN].contains(&parse.lemma(modal)) && parse.word(modal) != named::CAN
            });
            found.form == Form::Finite
                && willed
                && found.negation.is_none()
                && !inside(found.head)
                && !Self::is_covered(drafts, found.head)
        })?;
        let found = parse.groups()[group];
        let lemma = parse.text_of(found.lemma);
        // "will sign no lease as long as the levy stands": what is held back is no promise.
        let nothing = parse.word(found.last + 1) == named::NO;
        if NO_PROMISE.contains(lemma) || found.passive || nothing {
            return None;
        }
        let mut held = self.seeker().of_phrases(parse.nodes()[group].subjects());
        let starts = parse.nodes()[group].subjects().iter().map(|&subject| parse.phrases()[subject].first).min();
        let mut first = found.head;
        // "said that ten men could go home if": what a party's speaker holds out.
        if held.parties.is_empty() && !held.outsider && parse.word(found.modal?) != named::WOULD {
            let (parties, report) =
                self.seeker().voice(found.first).filter(|(_, report)| report.group != Some(group))?;
            let thing = |&subject: &usize| parse.tag(parse.phrases()[subject].head) != Tag::Pronoun;
            if !parse.classes().is(found.lemma, Class::Lays) || !parse.nodes()[group].subjects().iter().all(thing) {
                return None;
            }
            held = self.spoken(parties, report);
            first = starts.filter(|&start| start < found.head)?;
        }
        if held.parties.len() != 1 || held.outsider {
            return None;
        }
        let last = parse.clause(found.first)?.last.max(found.head);
        let content = Stretch { first, last };
        let mut draft =
            self.demand(condition, content, &held, self.attribution(found.first, Some(group), Some(content)));
        draft.kind = Kind::Offer;
        draft.status = if parse.word(found.modal?) == named::COULD { Status::Expected } else { Status::Stated };
        draft.toward = Parties::default();
        drafts.push(draft);
        Some(drafts.len() - 1)
    }

    /// Who sets a condition that hangs on no other claim: the subject of its clause, or the speaker.
    fn setter(&self, marker: usize) -> Option<Held> {
        let parse = self.parse;
        let willed = |&group: &usize| parse.groups()[group].has_tense() && parse.groups()[group].modal.is_some();
        let before = (0..parse.groups().len()).rev().filter(|&group| parse.groups()[group].first < marker).find(willed);
        let group = before.or_else(|| (0..parse.groups().len()).rev().find(willed).filter(|_| marker == 0));
        let seeker = self.seeker();
        if let Some((parties, report)) = seeker.voice(marker) {
            let name = report.chain.last().map(|source| source.name.clone()).unwrap_or_default();
            let text = format!("the condition is set by “{name}”, who speaks for {}", self.scene.name_parties(parties));
            return Some(Held { parties, reason: Some(Reason { field: "holder", text }), ..Held::default() });
        }
        let group = group.or_else(|| {
            (0..parse.groups().len())
                .rev()
                .find(|&group| parse.groups()[group].first < marker && parse.groups()[group].form == Form::Finite)
        })?;
        let tensed = parse.groups()[group];
        let lemma = parse.text_of(tensed.lemma);
        let announced = words!["threaten", "vow", "pledge", "promise", "warn", "swear"].contains(lemma);
        if tensed.past && tensed.modal.is_none() && !announced {
            return None;
        }
        let mut parties = Parties::default();
        for &subject in parse.nodes()[group].subjects() {
            parties.extend(seeker.parties_of(subject));
        }
        let text = format!("the condition is set by {}", self.scene.name_parties(parties));
        (parties.len() == 1).then_some(Held {
            parties,
            reason: Some(Reason { field: "holder", text }),
            ..Held::default()
        })
    }

    pub(super) fn demand(
        &self,
        condition: &Condition,
        content: Stretch,
        held: &Held,
        attribution: Vec<crate::record::Source>,
    ) -> Draft {
        let parse = self.parse;
        let cue_span = parse.span(condition.marker.first, condition.marker.last);
        let mut reasons = vec![Reason {
            field: "kind",
            text: format!("“{}” makes what follows a condition ({RULE})", cue_span.of(parse.text)),
        }];
        reasons.extend(held.reason.clone());
        let verb = (content.first..=content.last).find_map(|at| parse.tensed_at(at));
        let mut toward = Parties::default();
        for &subject in verb.map(|verb| parse.nodes()[verb].subjects()).unwrap_or_default() {
            toward.extend(self.scene.actor(subject).map(|actor| actor.parties).unwrap_or_default());
        }
        let pronoun = content.first == content.last && parse.tag(content.first) == Tag::Pronoun;
        let antecedent = self.topic.filter(|_| pronoun);
        Draft {
            rule: RULE.to_owned(),
            kind: Kind::Demand,
            status: Status::Stated,
            held: held.clone(),
            toward: toward.without(held.parties),
            tokens: Some(content).filter(|_| antecedent.is_none()),
            content: antecedent.unwrap_or_else(|| parse.span(content.first, content.last)),
            cue: condition.marker,
            cue_span,
            quote: self.span,
            frame: vec![Frame { role: FrameRole::Condition, span: cue_span }],
            attribution,
            issues: match antecedent {
                Some(topic) => self.topic_issues(topic),
                None => self.classify(content),
            },
            reasons,
            headline: self.headline,
            negated: false,
        }
    }
}

/// Tells whether a claim says no more than its condition: "will not sign without", "would agree only if".
fn is_given_up(draft: &Draft) -> bool {
    matches!(draft.kind, Kind::Offer | Kind::Agreed | Kind::Open) || draft.negated
}
