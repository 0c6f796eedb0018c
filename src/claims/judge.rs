//! From candidates to drafts: which kind, which status, whose, and which candidates say nothing.

use crate::language::named;
use crate::language::word_list::{WordList, words};
use std::borrow::Cow;

use super::candidate::{Candidate, Carrier};
use super::draft::Draft;
use super::govern::{self, Governed};
use super::holder::Held;
use super::reason::{kind_reason, says_so, status_reason};
use super::recipient::refuse_one_another;
use super::sentence::Sentence;
use crate::language::Tag;
use crate::language::classes::Class;
use crate::language::clause::Link;
use crate::language::extent::Stretch;
use crate::language::phrase::Form;
use crate::record::{Frame, Kind, Reason, Status};
use crate::rules::{Cue, HolderNeed, Outcome, Rule, SubjectRole};

/// Subjects that stand for the talks as a whole or for all who take part in them.
const TOGETHER: &WordList = words![
    "conference",
    "country",
    "delegate",
    "delegation",
    "discussion",
    "government",
    "meeting",
    "minister",
    "negotiation",
    "negotiator",
    "party",
    "plenary",
    "round",
    "session",
    "side",
    "summit",
    "talk",
];

/// What became of a candidate.
pub(super) enum Verdict {
    /// It is a claim, or several.
    Claims(Vec<Draft>),
    /// It is none, for this reason; its content holds none either.
    Nothing(String),
    /// It is not a stance at all; what stands in its content is judged by itself.
    Passed,
}

impl Sentence<'_> {
    /// Judges the candidates of the sentence: of each carrier the first that gives a claim. Returns drafts, and
    /// cues that gave nothing with the reason.
    pub(super) fn judge(&self, carriers: &[Vec<Candidate>]) -> (Vec<Draft>, Vec<(Stretch, String, String)>) {
        let mut drafts: Vec<Draft> = Vec::new();
        let mut missed = Vec::new();
        let mut taken: Vec<Stretch> = Vec::new();
        let mut cues: Vec<Stretch> = Vec::new();
        for carrier in carriers {
            let mut reason = None;
            let mut claimed = false;
            for candidate in carrier {
                let Some((rule, cue)) = self.rules.get(candidate.id) else { continue };
                let noun_of_cue = candidate.group().is_none()
                    && cues.iter().any(|known| known.contains(candidate.cue.first))
                    && !self.seeker().is_anothers(candidate, &drafts);
                let stance_noun = rule.kind == Kind::Open && self.is_refusal_noun(candidate, carriers);
                if noun_of_cue || stance_noun || self.is_taken(candidate, &taken) || self.yields(candidate, carriers) {
                    continue;
                }
                let whole = &candidate.filled.contents;
                let mut candidate = Cow::Borrowed(candidate);
                if let Some(noun) = self.shared_point(&candidate, rule, carriers) {
                    let filled = &mut candidate.to_mut().filled;
                    filled.contents.clone_from(&noun.filled.contents);
                    filled.clause = noun.filled.clause;
                }
                if let Some(contents) = self.spell_out(&candidate).or_else(|| self.left_without(&candidate)) {
                    candidate.to_mut().filled.contents = contents;
                }
                let candidate = &*candidate;
                match self.verdict(candidate, whole, rule, cue, &drafts) {
                    Verdict::Claims(mut found) => {
                        self.point_before(candidate, &drafts, &mut found);
                        found.retain(|draft| !drafts.iter().any(|known| says_so(known, draft)));
                        taken.extend(candidate.filled.contents.iter().copied());
                        taken.extend(whole.iter().copied().filter(|_| rule.kind == Kind::Agreed));
                        taken.push(candidate.cue);
                        cues.push(candidate.cue);
                        drafts.extend(found);
                        claimed = true;
                        break;
                    }
                    Verdict::Nothing(why) => {
                        reason.get_or_insert((candidate.cue, rule.id.clone(), why));
                    }
                    Verdict::Passed => {}
                }
            }
            if let (Some((cue, rule, why)), false) = (reason, claimed) {
                missed.push((cue, rule, why));
            }
        }
        refuse_one_another(&mut drafts);
        (drafts, missed)
    }

    /// "rejected an offer to build X": the noun that names the point refused (codebook, hard case 13).
    fn shared_point<'c>(
        &self,
        candidate: &Candidate,
        rule: &Rule,
        carriers: &'c [Vec<Candidate>],
    ) -> Option<&'c Candidate> {
        let takes = matches!(rule.kind, Kind::RedLine | Kind::Offer | Kind::Agreed)
            && matches!(candidate.carrier, Carrier::Verb(_));
        let content = candidate.filled.contents.first().filter(|_| takes)?;
        let object = self.parse.phrase_at(self.parse.over_open(content.first))?;
        let agrees = rule.kind == Kind::Agreed;
        let noun = carriers.iter().flatten().find(|inner| {
            let shared = |kind: Kind| matches!(kind, Kind::Demand | Kind::Offer) || agrees && kind == Kind::Agreed;
            inner.carrier == Carrier::Noun(object)
                && self
                    .rules
                    .get(inner.id)
                    .is_some_and(|(rule, cue)| shared(rule.kind) && self.wrong_sense(inner, &[], rule, cue).is_none())
        });
        let ends = |candidate: &Candidate| candidate.filled.contents.last().map_or(0, |content| content.last);
        noun.filter(|noun| candidate.filled.contents.len() == 1 || ends(noun) >= ends(candidate))
    }

    /// Tells whether a candidate stands in the content of one before it, and asserts nothing of its own there.
    fn is_taken(&self, candidate: &Candidate, taken: &[Stretch]) -> bool {
        let Some(outer) = taken.iter().rev().find(|stretch| stretch.contains(candidate.cue.first)) else {
            return false;
        };
        // "has yet to say which date it favours": what is asked is said of nobody.
        if self.parse.tag(outer.first) == Tag::Relative {
            return true;
        }
        match candidate.carrier {
            // "pressed for a pledge that": what is wanted is no pledge yet.
            Carrier::Noun(phrase) => {
                let first = self.parse.phrases()[phrase].first;
                let owned =
                    self.scene.owner(self.parse, phrase).is_some() || self.seeker().complement_owner(phrase).is_some();
                outer.first == first && !owned || self.seeker().of_noun(phrase).parties.is_empty()
            }
            Carrier::Apposed(_) => true,
            Carrier::Verb(group) | Carrier::Predicate(group) => {
                let mut here = group;
                for _ in 0..4 {
                    let node = self.parse.nodes()[here];
                    let first = self.parse.groups()[here].first;
                    let postnominal = self.parse.groups()[here].form == Form::Participle && node.link == Link::Modifier;
                    if (node.link == Link::Relative || postnominal) && first > outer.first {
                        return !self.is_asserted_inside(here, postnominal);
                    }
                    match node.parent {
                        Some(parent) if self.parse.groups()[parent].first >= outer.first && parent != here => {
                            here = parent;
                        }
                        _ => return true,
                    }
                }
                true
            }
        }
    }

    /// Inside the content of another claim a relative clause is asserted where a party is its subject or agent ("the
    /// corridor that Israel demands"), not where it says what kind of thing is meant ("any text that limits").
    fn is_asserted_inside(&self, group: usize, postnominal: bool) -> bool {
        let parse = self.parse;
        if postnominal {
            return !self.seeker().of_agent(group).parties.is_empty();
        }
        let comma = parse.nodes()[group].opener.is_some_and(|opener| opener > 0 && parse.tag(opener - 1) == Tag::Comma);
        comma || parse.nodes()[group].subjects().iter().any(|&subject| !self.seeker().parties_of(subject).is_empty())
    }

    /// "decided to reject", "insisted on refusing": the verb below takes the stance.
    fn yields(&self, candidate: &Candidate, carriers: &[Vec<Candidate>]) -> bool {
        let Carrier::Verb(group) = candidate.carrier else { return false };
        if !self.parse.classes().is(self.parse.groups()[group].lemma, Class::Transparent) {
            return false;
        }
        let Some(content) = candidate.filled.contents.first() else { return false };
        let stands = |inner: &Candidate| {
            self.rules
                .get(inner.id)
                .is_some_and(|(rule, cue)| !cue.voiced && self.wrong_sense(inner, &[], rule, cue).is_none())
        };
        let below = |inner: &&Candidate| match inner.carrier {
            Carrier::Verb(below) => {
                let first = self.parse.groups()[below].first;
                let nonfinite = self.parse.groups()[below].form != Form::Finite;
                below != group && nonfinite && (first == content.first || first + 1 == content.first)
            }
            _ => false,
        };
        carriers.iter().flatten().filter(below).any(stands)
    }

    /// Judges a candidate; `whole` is its point before a noun of a stance in it gave its own ("granted the request for X").
    fn verdict(&self, candidate: &Candidate, whole: &[Stretch], rule: &Rule, cue: &Cue, before: &[Draft]) -> Verdict {
        if let Some(why) = self.wrong_sense(candidate, whole, rule, cue) {
            return why;
        }
        let mut governed = self.govern(candidate);
        if !cue.modals.is_empty() || self.takes_up(candidate) {
            let maybe = |modal: &usize| [named::MAY, named::MIGHT].contains(&self.parse.word(*modal));
            let modal = candidate.group().and_then(|group| self.parse.groups()[group].modal);
            governed.unhedge(modal.filter(|modal| cue.modals.contains(&self.parse.word(*modal)) || !maybe(modal)));
        }
        if let Some(group) = candidate.group().filter(|&group| govern::is_no_longer(self.parse, group)) {
            let refuses = rule.kind == Kind::RedLine && cue.affirmed == Outcome::Same;
            let gives_up = rule.kind == Kind::Demand && (self.has_would(candidate) || governed.refused);
            governed.past = !refuses && !gives_up;
            governed.negated ^= refuses;
            let group = self.parse.groups()[group];
            governed.frame.push((crate::record::FrameRole::Negation, group.first, group.last));
        }
        if let Some(why) = governed.barred {
            return Verdict::Nothing(why.to_owned());
        }
        if rule.kind == Kind::Agreed && self.is_asked_for(candidate, before) {
            return Verdict::Nothing("what somebody asks for is no promise yet".to_owned());
        }
        let seeker = self.seeker();
        if rule.kind == Kind::Demand && seeker.asks_the_public(candidate) {
            return Verdict::Nothing("whoever is asked has no seat at the table".to_owned());
        }
        // "said it was vital that the rebels disarm": whoever says so, and nobody whom the point names.
        let anybodys = cue.subject == SubjectRole::Any && cue.holder == HolderNeed::Required;
        let spoken = anybodys && matches!(rule.kind, Kind::Demand | Kind::RedLine);
        let mut held = if spoken { Held::default() } else { seeker.holder(candidate, cue) };
        self.fill_holder(candidate, cue, rule, &mut held);
        self.turn_from_itself(candidate, rule.kind, &mut held);
        if self.denies_asking(candidate, rule, &governed, &held) {
            (governed.denied, governed.negated) = (true, false);
        }
        if self.states_fact(candidate) || self.is_in_a_part(candidate, rule, cue) {
            return Verdict::Nothing("what it says of itself is no stance".to_owned());
        }
        let Some(kind) = self.kind(candidate, rule, cue, &governed, &held) else {
            return Verdict::Nothing("negated, the cue takes no stance".to_owned());
        };
        let kind = self.settle_kind(kind, rule, cue, candidate, &mut held);
        let kind = self.settle_return(kind, candidate, cue, &mut held);
        let refuses = self.names_red_line(candidate) || self.states_refusal(candidate);
        let kind = if refuses && matches!(kind, Kind::Demand | Kind::Agreed) { Kind::RedLine } else { kind };
        let kind = if kind == Kind::Offer && self.tells_refusal(candidate) { Kind::RedLine } else { kind };
        if held.parties.is_empty() {
            if held.outsider {
                return Verdict::Nothing("whoever takes the stance has no seat at the table".to_owned());
            }
            // "The mayor, who agreed to open the fair": whoever did it is no party.
            let other = rule.kind == Kind::Agreed && self.names_somebody_else(candidate, cue);
            if other || cue.holder == HolderNeed::Required || !self.scene.names_parties() {
                return Verdict::Nothing("no party is found that takes the stance".to_owned());
            }
        }
        let drafts = self.drafts(candidate, rule, cue, &governed, kind, &held, before);
        if drafts.is_empty() {
            Verdict::Nothing("the point is a pronoun without a known antecedent".to_owned())
        } else {
            Verdict::Claims(drafts)
        }
    }

    fn govern(&self, candidate: &Candidate) -> Governed {
        let mut governed = match candidate.carrier {
            Carrier::Verb(group) | Carrier::Predicate(group) => {
                let mut governed = govern::governed(self.parse, group, self.is_reported(group));
                self.bar_loose_forms(group, &mut governed);
                // "is no part of the agenda"
                let no = candidate.cue.first.checked_sub(1).filter(|&at| self.parse.word(at) == named::NO);
                if let (Carrier::Predicate(_), Some(no)) = (candidate.carrier, no) {
                    governed.negated = !governed.negated;
                    governed.frame.push((crate::record::FrameRole::Negation, no, no));
                }
                governed
            }
            Carrier::Noun(phrase) => self.govern_noun(phrase),
            Carrier::Apposed(_) => self.govern_loose(),
        };
        self.answer(candidate, &mut governed);
        let known = |at: usize| governed.frame.iter().any(|&(_, first, last)| first <= at && at <= last);
        if let Some(at) = candidate.filled.negation.filter(|&at| !known(at)) {
            governed.negated = !governed.negated;
            governed.frame.push((crate::record::FrameRole::Negation, at, at));
        }
        governed
    }

    pub(super) fn is_reported(&self, group: usize) -> bool {
        self.reports.iter().any(|report| report.covers(self.parse.groups()[group].first))
    }

    /// Where no holder is named: the parties of the talks, the speaker, or nobody, as the rule says.
    fn fill_holder(&self, candidate: &Candidate, cue: &Cue, rule: &Rule, held: &mut Held) {
        if let (Carrier::Verb(group), Kind::Agreed | Kind::Open) = (candidate.carrier, rule.kind) {
            self.add_partner(candidate, group, held);
        }
        if !held.parties.is_empty() || held.outsider {
            return;
        }
        if let Some(parties) = self.implied.filter(|_| self.led && cue.holder == HolderNeed::Parties) {
            held.parties = parties;
            return;
        }
        if (cue.subject != SubjectRole::Holder || cue.holder != HolderNeed::Required)
            && cue.subject != SubjectRole::Document
            && matches!(rule.kind, Kind::RedLine | Kind::Demand)
            && let Some((parties, report)) = self.seeker().voice(candidate.cue.first)
        {
            if self.is_anothers_line(candidate) {
                held.outsider = true;
            } else {
                *held = self.spoken(parties, report);
            }
            return;
        }
        // "a Danish minister said the bid had been rejected": whoever tells it without naming another did it.
        if candidate.passive
            && rule.kind == Kind::RedLine
            && let Some((parties, report)) = self.seeker().voice(candidate.cue.first)
            && self.earlier.last().is_some_and(|earlier| earlier.holders.without(parties) == earlier.holders)
        {
            *held = self.spoken(parties, report);
            return;
        }
        if let Some(other) = self.refused_by_other(candidate, rule) {
            *held = other;
            return;
        }
        let section = self.scene.section();
        if matches!(rule.kind, Kind::RedLine | Kind::Demand)
            && cue.subject == SubjectRole::Content
            && !section.is_empty()
        {
            let text = format!("the section sets out the position of {}", self.scene.name_parties(section));
            *held = Held { parties: section, reason: Some(Reason { field: "holder", text }), ..Held::default() };
            return;
        }
        if matches!(rule.kind, Kind::RedLine | Kind::Demand)
            && cue.subject == SubjectRole::Content
            && let Some(teller) = self.told_by(candidate)
        {
            *held = teller;
            return;
        }
        if cue.subject == SubjectRole::Document && rule.kind == Kind::Agreed {
            *held = self.seeker().of_phrases(&candidate.filled.toward);
        }
        // "Peru insists that the islands are no part of these talks" (codebook, hard case 10)
        let kept_off = rule.kind == Kind::Open && cue.affirmed == Outcome::Silent && self.is_insisted(candidate);
        if let Some((parties, report)) = self.seeker().voice(candidate.cue.first).filter(|_| kept_off) {
            *held = self.spoken(parties, report);
            return;
        }
        // "The fees were not discussed": where no agent is named the point is open between the parties of the talks.
        let unnamed = rule.kind == Kind::Open && self.is_agentless(candidate, cue);
        let shared = cue.holder == HolderNeed::Parties || unnamed;
        if shared && held.parties.is_empty() && !self.names_somebody_else(candidate, cue) {
            held.parties = self.scene.principals();
            let text = format!(
                "nobody is named: a point between the parties of the talks, {}",
                self.scene.name_parties(held.parties)
            );
            held.reason = Some(Reason { field: "holder", text });
        }
        if rule.kind == Kind::Open
            && held.parties.is_empty()
            && let Some((parties, report)) = self.seeker().voice(candidate.cue.first)
        {
            *held = self.spoken(parties, report);
        }
    }

    /// "Our donors agreed": the subject is somebody, though no party.
    fn names_somebody_else(&self, candidate: &Candidate, cue: &Cue) -> bool {
        let (Carrier::Verb(group), SubjectRole::Holder, false) = (candidate.carrier, cue.subject, candidate.passive)
        else {
            return false;
        };
        let parse = self.parse;
        parse.nodes()[group].subjects().iter().any(|&subject| {
            let head = parse.phrases()[subject].head;
            let word = parse.word(head);
            parse.tag(head) != Tag::Existential
                && ![named::IT, named::THEY].contains(&word)
                && !parse.is_in(parse.lemma(head), TOGETHER)
        })
    }

    #[expect(clippy::too_many_arguments, reason = "a draft has that many parts that were settled before")]
    fn drafts(
        &self,
        candidate: &Candidate,
        rule: &Rule,
        cue: &Cue,
        governed: &Governed,
        kind: Kind,
        held: &Held,
        before: &[Draft],
    ) -> Vec<Draft> {
        let parse = self.parse;
        let mut drafts = Vec::new();
        for &content in &candidate.filled.contents {
            let content = self.with_goal(candidate, self.with_means(candidate, content));
            if kind == Kind::Agreed && self.is_vague(content) || self.is_stand_in(content) {
                continue;
            }
            let (content, partner) =
                if kind == Kind::Agreed { self.part_from_partner(content) } else { (content, None) };
            if before.iter().any(|known| known.kind == kind && self.goes_over(content, known, held.parties)) {
                continue;
            }
            let here = before.last().filter(|known| self.points_at(content, known, held.parties));
            let here = here.map(|known| (known.content, None, known.issues.clone()));
            let act = self
                .act_on_pronoun(candidate, cue, content)
                .map(|act| (parse.span(act.first, act.last), Some(act), self.classify(act)));
            let ground = here.or(act).or_else(|| self.ground(content, candidate));
            let Some((content, tokens, issues)) = ground else { continue };
            let mut held = held.clone();
            held.parties.extend(partner.unwrap_or_default());
            let (content, tokens) =
                if cue.voiced { self.with_verb(candidate, content, tokens) } else { (content, tokens) };
            if tokens.is_none() && self.says_again(kind, content, held.parties) {
                continue;
            }
            let kind = if kind == Kind::RedLine
                && rule.kind == Kind::Demand
                && tokens.is_some_and(|tokens| self.asks_here(candidate, tokens))
            {
                Kind::Demand
            } else {
                kind
            };
            let accepts = cue.affirmed == Outcome::Same && kind == Kind::Offer && self.is_acceptance(candidate);
            let proposed = before.iter().find(|known| {
                let other =
                    !known.held.parties.is_empty() && known.held.parties.without(held.parties) == known.held.parties;
                other && known.content == content && matches!(known.kind, Kind::Demand | Kind::Offer)
            });
            held.parties.extend(proposed.filter(|_| accepts).map(|known| known.held.parties).unwrap_or_default());
            let met = || proposed.is_some() || self.meets_other(&issues, content, held.parties);
            // Of three who negotiate one alone has accepted nothing for the others (codebook, hard case 17).
            let agrees = accepts && self.scene.principals().without(held.parties).len() < 2 && met();
            let kind = if agrees { Kind::Agreed } else { kind };
            let stretch = tokens.unwrap_or(candidate.cue);
            let toward = self.seeker().toward(candidate, stretch, held.parties);
            let cue_span = parse.span(candidate.cue.first, candidate.cue.last);
            let frame = governed
                .frame
                .iter()
                .map(|&(role, first, last)| Frame { role, span: parse.span(first, last) })
                .collect();
            let mut reasons =
                vec![Reason { field: "kind", text: kind_reason(rule, cue, kind, cue_span.of(parse.text), governed) }];
            reasons.extend(held.reason.clone());
            let status = governed.status(kind, cue.status.filter(|_| kind == rule.kind), kind != rule.kind);
            if status != Status::Stated {
                reasons.push(Reason { field: "status", text: status_reason(status).to_owned() });
            }
            drafts.push(Draft {
                rule: rule.id.clone(),
                kind,
                status,
                held,
                toward,
                tokens,
                content,
                cue: candidate.cue,
                cue_span,
                quote: self.span,
                frame,
                attribution: self.attribution(candidate.cue.first, candidate.group(), tokens),
                issues,
                reasons,
                headline: self.headline,
                negated: kind != rule.kind,
            });
        }
        drafts
    }
}
