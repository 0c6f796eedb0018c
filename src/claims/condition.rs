//! Conditions: what follows "only if", "unless", "provided that", "in return for" is a demand of whoever sets it
//! (codebook, hard cases 14 and 19).

use super::draft::Draft;
use super::holder::Held;
use super::sentence::Sentence;
use crate::language::Tag;
use crate::language::extent::Stretch;
use crate::language::phrase::Form;
use crate::mentions::Parties;
use crate::record::{Frame, FrameRole, Kind, Reason, Status};

/// The rule that these claims name.
pub(super) const RULE: &str = "demand.exchange";

/// Verbs with which "would … if" is a threat or a forecast rather than an offer.
const NO_PROMISE: &[&str] = &[
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
    "welcome",
];

/// What a condition does to the claim that it hangs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Effect {
    /// "if", "provided": the offer stays.
    Exchange,
    /// "only if", "not without", "unless": only the condition is claimed.
    Only,
}

/// A condition in a sentence.
struct Condition {
    /// The marking words.
    marker: Stretch,
    effect: Effect,
    /// What is asked for.
    contents: Vec<Stretch>,
}

impl Sentence<'_> {
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
        if self.is_deal_breaker(condition) {
            let (voice, held) = (self.seeker().voice(marker).map(|(parties, _)| parties), Held::default());
            let held = Held { parties: voice.unwrap_or_default(), ..held };
            let attribution = self.attribution(marker, None, None);
            drafts.retain(|draft| draft.kind != Kind::Open);
            drafts.extend(
                condition.contents.iter().map(|&content| self.demand(condition, content, &held, attribution.clone())),
            );
            return;
        }
        let near = Self::governed_draft(marker, condition.effect, drafts);
        let near = near.or_else(|| self.promise(condition, drafts));
        let held = match near {
            Some(at) => drafts[at].held.clone(),
            None if condition.effect == Effect::Only => match self.setter(marker) {
                Some(held) => held,
                None => return,
            },
            None => return,
        };
        if held.parties.is_empty() {
            return;
        }
        let attribution = match near {
            Some(at) => drafts[at].attribution.clone(),
            None => self.attribution(marker, None, None),
        };
        if let (Effect::Only, Some(at)) = (condition.effect, near) {
            let cue = drafts[at].cue;
            let unless = self.parse.word(marker) == self.parse.words().unless;
            drafts.retain(|draft| draft.cue != cue || !(is_given_up(draft) || unless && draft.kind == Kind::RedLine));
        }
        if let Some(at) = near.and_then(|at| drafts.get(at)).map(|draft| draft.cue) {
            self.part_from_condition(drafts, at, marker);
        }
        for &content in &condition.contents {
            if drafts.iter().any(|draft| {
                draft.kind == Kind::Demand && draft.tokens.is_some_and(|tokens| tokens.contains(content.first))
            }) {
                continue;
            }
            drafts.push(self.demand(condition, content, &held, attribution.clone()));
        }
    }

    /// What is offered ends where its condition begins.
    fn part_from_condition(&self, drafts: &mut [Draft], cue: Stretch, marker: usize) {
        let parse = self.parse;
        let end = if marker > 0 && parse.word(marker - 1) == parse.words().on { marker - 1 } else { marker };
        for draft in drafts.iter_mut().filter(|draft| draft.cue == cue) {
            let Some(tokens) = draft.tokens.filter(|tokens| tokens.first < end && end <= tokens.last) else { continue };
            let cut = Stretch { first: tokens.first, last: end - 1 };
            draft.tokens = Some(cut);
            draft.content = parse.span(cut.first, cut.last);
        }
    }

    /// "Without guarantees there is no deal": the condition of any deal, whoever sets it (codebook, hard case 8).
    fn is_deal_breaker(&self, condition: &Condition) -> bool {
        let parse = self.parse;
        if parse.word(condition.marker.first) != parse.words().without {
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
            parse.word(phrase.first) == parse.words().no
                && deals.contains(&parse.language.lexicon.text(parse.lemma(phrase.head)))
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
                [parse.words().will, parse.words().can].contains(&parse.lemma(modal))
                    && parse.word(modal) != parse.words().can
            });
            found.form == Form::Finite
                && willed
                && found.negation.is_none()
                && !inside(found.head)
                && !Self::is_covered(drafts, found.head)
        })?;
        let found = parse.groups()[group];
        let lemma = parse.language.lexicon.text(found.lemma);
        if NO_PROMISE.contains(&lemma) || found.passive {
            return None;
        }
        let held = self.seeker().of_phrases(parse.nodes()[group].subjects());
        if held.parties.len() != 1 || held.outsider {
            return None;
        }
        let last = parse.clause(found.first)?.last.max(found.head);
        let content = Stretch { first: found.head, last };
        let mut draft =
            self.demand(condition, content, &held, self.attribution(found.first, Some(group), Some(content)));
        draft.kind = Kind::Offer;
        draft.status = if parse.word(found.modal?) == parse.words().could { Status::Expected } else { Status::Stated };
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
        let lemma = parse.language.lexicon.text(tensed.lemma);
        let announced = ["threaten", "vow", "pledge", "promise", "warn", "swear"].contains(&lemma);
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

    fn demand(
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

    /// The condition that begins at token `at`.
    fn condition(&self, at: usize) -> Option<Condition> {
        let parse = self.parse;
        let text = |i: usize| parse.tokens.get(i).map_or("", |token| token.span.of(parse.text));
        let is = |i: usize, words: &[&str]| words.iter().any(|word| text(i).eq_ignore_ascii_case(word));
        let build = |last: usize, effect, clause: bool| {
            let contents = if clause { self.clause_after(last + 1) } else { self.thing_after(last + 1) };
            (!contents.is_empty()).then_some(Condition { marker: Stretch { first: at, last }, effect, contents })
        };
        if is(at, &["only"]) {
            // "has offered four posts, but only against a pullback" leaves the offer standing.
            let effect = if at > 0 && is(at - 1, &["but", "though"]) { Effect::Exchange } else { Effect::Only };
            return match () {
                () if is(at + 1, &["if", "when", "once", "provided", "after"]) => {
                    build(at + 1, effect, true).or_else(|| build(at + 1, effect, false))
                }
                () if is(at + 1, &["with", "against", "alongside"]) => build(at + 1, effect, false),
                () if is(at + 1, &["in"]) && is(at + 2, &["return", "exchange"]) && is(at + 3, &["for"]) => {
                    build(at + 3, effect, false)
                }
                () if is(at + 1, &["on"]) && is(at + 2, &["condition"]) => {
                    build(at + 2 + usize::from(is(at + 3, &["that"])), Effect::Only, true)
                }
                () => None,
            };
        }
        if at > 0 && is(at - 1, &["only"]) {
            return None;
        }
        if at > 0 && is(at - 1, &["even", "as", "what", "see", "ask", "know"]) && is(at, &["if"]) {
            return None;
        }
        if is(at, &["unless"]) {
            return build(at, Effect::Only, true);
        }
        if is(at, &["without"]) {
            let bound = build(at, Effect::Only, false).filter(|condition| self.is_deal_breaker(condition));
            if bound.is_some() {
                return bound;
            }
        }
        if is(at, &["until", "before"]) && self.waits_for(at) {
            return build(at, Effect::Only, true);
        }
        if is(at, &["without"]) && self.refusing(at).is_some() {
            return build(at, Effect::Only, false);
        }
        if is(at, &["without", "until", "before"]) && self.follows_refusal(at) {
            return if is(at, &["without"]) { build(at, Effect::Only, false) } else { build(at, Effect::Only, true) };
        }
        if is(at, &["if", "provided", "providing"]) && parse.tag(at) != Tag::Participle
            || is(at, &["provided"]) && parse.tag(at + 1) != Tag::Preposition
        {
            let that = usize::from(is(at + 1, &["that"]));
            return build(at + that, Effect::Exchange, true);
        }
        if is(at, &["assuming", "supposing"]) && parse.tag(at + 1) != Tag::Preposition {
            let that = usize::from(is(at + 1, &["that"]));
            return build(at + that, Effect::Exchange, true);
        }
        if let Some(last) = self.inverted(at) {
            let first = at + 1;
            let contents = vec![Stretch { first, last }];
            return Some(Condition { marker: Stretch { first: at, last: at }, effect: Effect::Exchange, contents });
        }
        if is(at, &["condition"]) && is(at.wrapping_sub(1), &["on"]) {
            let that = usize::from(is(at + 1, &["that"]));
            return if that == 1 || parse.phrase_at(at + 1).is_some() {
                build(at + that, Effect::Exchange, true)
            } else {
                None
            };
        }
        if is(at, &["in"]) && is(at + 1, &["return", "exchange"]) && is(at + 2, &["for"]) {
            return build(at + 2, Effect::Exchange, false);
        }
        if is(at, &["as", "so"]) && is(at + 1, &["long"]) && is(at + 2, &["as"]) {
            return build(at + 2, Effect::Exchange, true);
        }
        if is(at, &["on"])
            && is(at + 1, &["the"])
            && is(at + 2, &["understanding", "condition"])
            && is(at + 3, &["that"])
        {
            return build(at + 3, Effect::Exchange, true);
        }
        if is(at, &["subject"]) && is(at + 1, &["to"]) {
            return build(at + 1, Effect::Exchange, false);
        }
        self.turned_condition(at)
    }

    /// "Should Syria move its tanks, …", "… were China to prosecute traffickers": a condition without "if".
    fn turned_condition(&self, at: usize) -> Option<Condition> {
        let parse = self.parse;
        let words = parse.words();
        let word = parse.word(at);
        let opens = at == 0 || matches!(parse.tag(at - 1), Tag::Comma | Tag::Coordinator | Tag::Open | Tag::Colon);
        let phrase = parse.phrase_at(at + 1).filter(|&phrase| parse.phrases()[phrase].first == at + 1)?;
        let next = parse.over_adverbs(parse.phrases()[phrase].last + 1);
        let group = parse.group_at(next).filter(|&group| parse.groups()[group].first == next)?;
        let fits = match parse.groups()[group].form {
            Form::Infinitive => word == words.were,
            Form::Bare => word == words.should && opens,
            _ => false,
        };
        let last = parse.act(next).filter(|_| fits)?.last;
        let contents = vec![Stretch { first: at + 1, last }];
        Some(Condition { marker: Stretch { first: at, last: at }, effect: Effect::Exchange, contents })
    }

    /// "Should Turkey lift the blockade, …", "Were Spain to drop its veto, …": the last word of such a condition.
    fn inverted(&self, at: usize) -> Option<usize> {
        let parse = self.parse;
        let words = parse.words();
        let opens = [words.should, words.were].contains(&parse.word(at)) && parse.before(at).is_none();
        let subject = parse.phrase_at(at + 1).filter(|_| opens)?;
        if self.seeker().parties_of(subject).is_empty() {
            return None;
        }
        let verb = parse.phrases()[subject].last + 1;
        let follows = parse
            .group_at(verb)
            .is_some_and(|group| !parse.groups()[group].has_tense() || parse.groups()[group].first == verb);
        let comma = (verb..parse.tokens.len()).find(|&i| parse.tag(i) == Tag::Comma)?;
        (follows && comma > verb + 1).then_some(comma - 1)
    }

    /// "refuses to meet until Kinshasa frees the detainees": what another party is to do first.
    fn waits_for(&self, at: usize) -> bool {
        let parse = self.parse;
        let Some(group) = self.refusing(at) else { return false };
        let own = self.subject_parties(group);
        let verb = (at + 1..parse.tokens.len()).find_map(|i| parse.tensed_at(i));
        let acting = verb.map(|verb| self.subject_parties(verb)).unwrap_or_default();
        !own.is_empty() && acting.iter().any(|party| !own.contains(party))
    }

    /// The verb of refusing before token `at`.
    fn refusing(&self, at: usize) -> Option<usize> {
        let parse = self.parse;
        (0..parse.groups().len()).filter(|&group| parse.groups()[group].first < at).find(|&group| {
            let found = &parse.groups()[group];
            found.negation.is_none() && ["refuse", "decline"].contains(&parse.language.lexicon.text(found.lemma))
        })
    }

    /// "will not sign without", "cannot begin until": a refusal in the same clause before the marker.
    fn follows_refusal(&self, at: usize) -> bool {
        let parse = self.parse;
        let before = (0..parse.groups().len()).rev().filter(|&group| parse.groups()[group].first < at);
        let mut own: Vec<usize> = Vec::new();
        for group in before.take(3) {
            own.push(group);
            if parse.groups()[group].has_tense() {
                break;
            }
        }
        own.into_iter().any(|group| {
            let found = &parse.groups()[group];
            let modal = found.modal.is_some();
            found.negation.is_some()
                && modal
                && (found.last..at).all(|i| !matches!(parse.tag(i), Tag::Stop | Tag::Colon))
        })
    }

    fn clause_after(&self, at: usize) -> Vec<Stretch> {
        let at = self.parse.over_adverbs(at);
        let starts = self.parse.phrase_at(self.parse.over_open(at)).is_some();
        let contents = if starts && self.parse.clause(at).is_some() { self.parse.clauses(at) } else { Vec::new() };
        match contents.as_slice() {
            &[only] => self.counted(only).unwrap_or(contents),
            _ => contents,
        }
    }

    /// "unless three things happen: A, B and C": the clauses that a counted announcement spells out.
    fn counted(&self, content: Stretch) -> Option<Vec<Stretch>> {
        let parse = self.parse;
        let phrase = parse.phrases()[parse.phrase_at(parse.over_open(content.first))?];
        let noun = parse.language.lexicon.text(parse.lemma(phrase.head));
        let announces = ["thing", "condition", "step", "demand", "requirement", "test"].contains(&noun)
            && (phrase.first..phrase.head).any(|at| parse.tag(at) == Tag::Number);
        let colon = content.last + 1;
        if !announces || parse.tag(colon) != Tag::Colon {
            return None;
        }
        let mut listed: Vec<Stretch> = Vec::new();
        let mut start = colon + 1;
        while let Some(clause) = parse.clause(start).filter(|_| listed.len() < 6) {
            listed.push(clause);
            let Some(comma) = (clause.last + 1..parse.tokens.len()).take(6).find(|&at| parse.tag(at) == Tag::Comma)
            else {
                break;
            };
            start = comma + 1 + usize::from(parse.tag(comma + 1) == Tag::Coordinator);
        }
        (!listed.is_empty()).then_some(listed)
    }

    fn thing_after(&self, at: usize) -> Vec<Stretch> {
        self.parse.things(self.parse.over_adverbs(at))
    }
}

/// Tells whether a claim says no more than its condition: "will not sign without", "would agree only if".
fn is_given_up(draft: &Draft) -> bool {
    matches!(draft.kind, Kind::Offer | Kind::Agreed | Kind::Open) || draft.negated
}
