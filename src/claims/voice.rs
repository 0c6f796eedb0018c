//! Obligations and refusals in a party's voice: "Israel must withdraw, the minister said", "we will not sign".

use super::clausal::{is_refusal, is_rule};
use super::draft::Draft;
use super::holder::Held;
use super::sentence::Sentence;
use super::view::View;
use crate::language::Tag;
use crate::language::classes::Class;
use crate::language::clause::Link;
use crate::language::extent::Stretch;
use crate::language::named;
use crate::language::word_list::{WordList, words};
use crate::mentions::Parties;
use crate::record::{Frame, FrameRole, Kind, Reason, Status};

/// The rule of an obligation that a party's speaker voices.
pub(super) const OBLIGATION: &str = "demand.voiced";
/// The rule of a refusal that a party's speaker voices.
pub(super) const REFUSAL: &str = "red-line.voiced";

/// What nobody refuses by saying that there will be none of it.
const FORTUNES: &WordList = words![
    "alternative",
    "answer",
    "breakthrough",
    "choice",
    "comment",
    "conflict",
    "doubt",
    "excuse",
    "guarantee",
    "justification",
    "need",
    "one",
    "peace",
    "point",
    "problem",
    "progress",
    "question",
    "result",
    "security",
    "shortage",
    "solution",
    "stability",
    "substitute",
    "surprise",
    "time",
    "victory",
    "war",
    "way",
    "winner",
];

/// "there would be no talk of a partition": the refusal covers what the noun in it leaves open.
fn refuses_whole(found: &Draft, known: &Draft) -> bool {
    found.kind == Kind::RedLine
        && known.kind == Kind::Open
        && found.held.parties == known.held.parties
        && found.tokens.is_some_and(|tokens| tokens.contains(known.cue.first))
}

impl Sentence<'_> {
    /// Adds the obligations and refusals that no cue has claimed.
    pub(super) fn voices(&self, view: Option<&View>, drafts: &mut Vec<Draft>) {
        if self.parse.is_question() {
            return;
        }
        for group in 0..self.parse.groups().len() {
            let found = self.parse.groups()[group];
            if !found.has_tense() || Self::is_covered(drafts, found.head) {
                continue;
            }
            let refusal = || self.refusal(group).filter(|found| !self.is_bound_to_condition(found, drafts));
            let refused = || self.refused_thing(group).filter(|found| !self.is_bound_to_condition(found, drafts));
            // "should not be drilled until the talks end"
            let bound = |found: &Vec<Draft>| {
                self.parse.groups()[group].negation.is_some() && self.is_bound_to_condition(found, drafts)
            };
            let obligation = self.obligation(group, view).filter(|found| !bound(found));
            if let Some(draft) = obligation.or_else(refusal).or_else(refused) {
                drafts.retain(|known| !draft.iter().any(|found| refuses_whole(found, known)));
                drafts.extend(draft);
            }
        }
    }

    fn obligation(&self, group: usize, view: Option<&View>) -> Option<Vec<Draft>> {
        let parse = self.parse;
        let found = parse.groups()[group];
        let modal = found.modal.is_some() || found.obliged || parse.is_in(parse.lemma(found.head), words!["need"]);
        let whose = parse.nodes()[group].subjects();
        // "a dream that Peru should wake from": what describes a noun lays nothing on anybody.
        let node = parse.nodes()[group];
        let describes = node.link == Link::Relative && node.antecedent.is_some_and(|noun| !whose.contains(&noun));
        if !modal
            || describes
            || whose.is_empty()
            || found.perfect
            || !(is_rule(parse, group) || self.forbids_all(group))
            || self.is_hypothetical(group)
        {
            return None;
        }
        let (held, red_line, attribution) = self.view_of(group, view)?;
        if !self.is_asked_of_others(group, held.parties) {
            return None;
        }
        let start = self.clause_start(group);
        // "no word on where the line should run"
        if start > 0 && parse.reads(start - 1, words!["where", "when", "what", "which", "who", "how", "whether"]) {
            return None;
        }
        let mut contents = parse.clauses(start);
        // "the field is disputed and should stay shut": what is only stated before is not asked for.
        contents.retain(|content| {
            let verb = (content.first..=content.last).find_map(|at| parse.tensed_at(at));
            content.last > found.first || verb.is_none_or(|verb| is_rule(parse, verb))
        });
        for content in &mut contents {
            let modal = found.modal == Some(content.first) && content.first < content.last;
            content.first += usize::from(modal);
        }
        if !contents.iter().any(|content| content.contains(found.head)) {
            // "Dust masks, the union holds, must be free": the clause goes on behind who says it.
            contents = vec![Stretch { first: start, last: parse.clause(found.first)?.last.max(found.head) }];
        }
        let sides = self.scene.principals();
        let joint = held.parties.len() > 1 && sides.without(held.parties).is_empty();
        let kind = match (red_line, joint) {
            (true, _) => Kind::RedLine,
            (false, true) => Kind::Agreed,
            (false, false) => Kind::Demand,
        };
        let rule = if kind == Kind::Agreed { super::under::RULE } else { OBLIGATION };
        let cue = Stretch { first: found.modal.unwrap_or(found.first), last: found.modal.unwrap_or(found.first) };
        let contents = if red_line { self.without_subject(&contents) } else { contents };
        Some(
            contents
                .into_iter()
                .map(|content| self.voiced(rule, kind, content, cue, &held, attribution.clone(), group))
                .collect(),
        )
    }

    /// "No lorry may wait at the pass": what nobody is to do.
    fn forbids_all(&self, group: usize) -> bool {
        let parse = self.parse;
        let permits = |modal: usize| parse.word(modal) == named::MAY;
        let none = |&subject: &usize| parse.reads(parse.phrases()[subject].first, words!["no", "nobody", "nothing"]);
        parse.groups()[group].modal.is_some_and(permits) && parse.nodes()[group].subjects().iter().all(none)
    }

    fn refusal(&self, group: usize) -> Option<Vec<Draft>> {
        let parse = self.parse;
        let found = parse.groups()[group];
        let willed =
            found.modal.is_some_and(|modal| parse.lemma(modal) == named::WILL || parse.word(modal) == named::SHALL);
        // "We are not going to beg"
        let going = found.negation.is_some() && parse.reads(found.head.saturating_sub(2), words!["going"]);
        if !(going || is_refusal(parse, group) && willed) || found.perfect {
            return None;
        }
        let lemma = parse.text_of(found.lemma);
        // "will not come down from it": the particle makes another verb of it.
        let particle = parse.reads(found.last + 1, words!["down", "back", "off", "away"]);
        if words![
            "say",
            "comment",
            "know",
            "confirm",
            "believe",
            "see",
            "forget",
            "hesitate",
            "happen",
            "be",
            "have",
            "attend",
            "speculate",
            "elaborate",
            "discuss",
            "rest",
            "stop",
            "change",
            "affect",
            "help",
            "work",
            "need",
            "want",
            "last",
            "become",
            "come",
            "mean",
            "rule",
            "disclose",
            "reveal",
        ]
        .contains(lemma)
            && !found.passive
            && !particle
        {
            return None;
        }
        if self.is_hypothetical(group) {
            return None;
        }
        let subject = self.subject_parties(group);
        let held = match self.seeker().voice(found.first) {
            Some((parties, report)) if report.group != Some(group) && subject == parties => {
                self.spoken(parties, report)
            }
            // "The league won't pay": the short form says what somebody will not do, and no forecast.
            None if parse.reads(found.modal?, words!["wo"]) && !self.headline => self.seeker().of_subject(group),
            _ => return None,
        };
        if subject.len() != 1 && held.reason.is_none() || held.parties.is_empty() || subject.is_empty() {
            return None;
        }
        let content = Stretch { first: found.head, last: parse.clause(self.clause_start(group))?.last.max(found.head) };
        let first = found.modal.unwrap_or(found.first);
        let cue = Stretch { first, last: found.negation?.max(first) };
        let attribution = self.attribution(found.first, Some(group), Some(content));
        Some(vec![self.voiced(REFUSAL, Kind::RedLine, content, cue, &held, attribution, group)])
    }

    pub(super) fn spoken(&self, parties: Parties, report: &crate::attribution::Report) -> Held {
        let name = report.chain.last().map(|source| source.name.clone()).unwrap_or_default();
        let text = format!("it is said by “{name}”, who speaks for {}", self.scene.name_parties(parties));
        Held { parties, reason: Some(Reason { field: "holder", text }), ..Held::default() }
    }

    pub(super) fn subject_parties(&self, group: usize) -> Parties {
        let mut parties = Parties::default();
        for &subject in self.parse.nodes()[group].subjects() {
            parties.extend(self.seeker().parties_of(subject));
        }
        parties
    }

    /// "Kenya must have a seat", "we must be given time": what a party says that it must get, others are to give.
    pub(super) fn is_due(&self, group: usize) -> bool {
        let found = self.parse.groups()[group];
        let verb = self.parse.text_of(found.lemma);
        let got = words!["get", "have", "obtain", "receive", "recover", "regain"].contains(verb) && !found.passive;
        got || found.passive
            && words!["allow", "assure", "compensate", "give", "grant", "guarantee", "pay"].contains(verb)
    }

    /// Tells whether an obligation is laid on another party, on a deal, or on nobody by name.
    fn is_asked_of_others(&self, group: usize, own: Parties) -> bool {
        let parse = self.parse;
        let found = parse.groups()[group];
        let subject = self.subject_parties(group);
        if !subject.is_empty() {
            return !subject.iter().any(|party| own.contains(party)) || self.is_due(group);
        }
        let heads: Vec<&str> = parse.nodes()[group].subjects().iter().map(|&subject| parse.noun(subject)).collect();
        let terms = [
            "agreement",
            "deal",
            "accord",
            "settlement",
            "arrangement",
            "treaty",
            "pact",
            "protocol",
            "convention",
            "withdrawal",
            "ceasefire",
            "truce",
            "step",
            "talk",
            "negotiation",
            "solution",
            "process",
            "understanding",
            "force",
            "troop",
            "observer",
            "side",
            "text",
            "contract",
            "mechanism",
            "release",
            "return",
            "aid",
            "border",
            "army",
            "soldier",
            "militia",
            "occupation",
            "siege",
            "blockade",
            "sanction",
            "raid",
            "strike",
            "attack",
        ];
        let laid = self.lays_down(group) && self.is_of_things(group) || self.forbids_all(group);
        found.passive || found.lemma == named::BE || laid || heads.iter().any(|head| terms.contains(head))
    }

    /// Tells whether the verb says what is to become of its subject: "open", "come down".
    fn lays_down(&self, group: usize) -> bool {
        let lemma = self.parse.groups()[group].lemma;
        self.parse.classes().is(lemma, Class::Lays) || self.parse.classes().is(lemma, Class::Change)
    }

    /// Tells whether the subjects are things, and none of them an event of the talks.
    fn is_of_things(&self, group: usize) -> bool {
        let parse = self.parse;
        let subjects = parse.nodes()[group].subjects();
        let thing = |&subject: &usize| {
            let head = parse.phrases()[subject].head;
            let named = matches!(parse.tag(head), Tag::Noun | Tag::Plural);
            let somebody = self.scene.actor(subject).is_some() || parse.classes().is(parse.lemma(head), Class::Person);
            named && !somebody && !parse.classes().is(parse.lemma(head), Class::Event)
        };
        !subjects.is_empty() && subjects.iter().all(thing)
    }

    /// "there will be no toll", "no ship will land there", said by a party.
    fn refused_thing(&self, group: usize) -> Option<Vec<Draft>> {
        let parse = self.parse;
        let found = parse.groups()[group];
        // "there could be no exceptions"
        let can = |modal: usize| parse.lemma(modal) == named::CAN && found.lemma == named::BE;
        let willed = found
            .modal
            .filter(|&modal| parse.lemma(modal) == named::WILL || parse.word(modal) == named::SHALL || can(modal))?;
        let (parties, report) = self.seeker().voice(found.first)?;
        if parties.is_empty() || report.group == Some(group) || self.is_hypothetical(group) || found.perfect {
            return None;
        }
        let subject = *parse.nodes()[group].subjects().first()?;
        let phrase = parse.phrases()[subject];
        let held = self.spoken(parties, report);
        let draft = |content: Stretch, last: usize| {
            let attribution = self.attribution(found.first, Some(group), Some(content));
            let cue = Stretch { first: willed, last };
            self.voiced(REFUSAL, Kind::RedLine, content, cue, &held, attribution, group)
        };
        if phrase.first > found.last {
            let start = phrase.first;
            let none = found.lemma == named::BE && parse.word(start) == named::NO;
            let things = if none { parse.things(start) } else { Vec::new() };
            let refusable = |thing: &Stretch| {
                let phrase = parse.phrase_at(parse.over_open(thing.first));
                let noun = phrase.map(|phrase| parse.noun(phrase));
                noun.is_some_and(|noun| !FORTUNES.contains(noun))
            };
            let bare = |thing: Stretch| {
                let first = if parse.word(thing.first) == named::NO { thing.first + 1 } else { thing.first };
                Stretch { first: first.min(thing.last), last: thing.last }
            };
            let drafts: Vec<Draft> =
                things.into_iter().filter(refusable).map(|thing| draft(bare(thing), found.last)).collect();
            return (!drafts.is_empty()).then_some(drafts);
        }
        let none = parse.word(phrase.first) == named::NO && phrase.first < phrase.head;
        let laid = found.passive && !parse.classes().is(found.lemma, Class::Chance) || self.lays_down(group);
        if !(none || found.negation.is_some()) || !laid || !self.is_of_things(group) {
            return None;
        }
        let clause = parse.clause(phrase.first)?;
        let content = Stretch { first: phrase.first, last: clause.last.max(found.head) };
        Some(vec![draft(content, found.head)])
    }

    fn is_hypothetical(&self, group: usize) -> bool {
        super::govern::governed(self.parse, group, true).barred.is_some()
    }

    fn clause_start(&self, group: usize) -> usize {
        let parse = self.parse;
        let first = parse.groups()[group].first;
        parse.nodes()[group]
            .subjects()
            .iter()
            .map(|&subject| parse.phrases()[subject].first)
            .min()
            .filter(|&start| start < first)
            .unwrap_or(first)
    }

    /// "Any deal must preserve X and ensure Y": what must be, one verb a conjunct.
    fn without_subject(&self, contents: &[Stretch]) -> Vec<Stretch> {
        let parse = self.parse;
        contents
            .iter()
            .map(|content| {
                let verb = (content.first..=content.last).find_map(|at| parse.tensed_at(at));
                let first = verb.map_or(content.first, |verb| parse.groups()[verb].head);
                Stretch { first, last: content.last.max(first) }
            })
            .collect()
    }

    #[expect(clippy::too_many_arguments, reason = "a draft has that many parts that differ here")]
    pub(super) fn voiced(
        &self,
        rule: &str,
        kind: Kind,
        content: Stretch,
        cue: Stretch,
        held: &Held,
        attribution: Vec<crate::record::Source>,
        group: usize,
    ) -> Draft {
        let parse = self.parse;
        let cue_span = parse.span(cue.first, cue.last);
        let mut reasons = vec![Reason {
            field: "kind",
            text: format!("“{}” in the voice of a party ({rule})", cue_span.of(parse.text)),
        }];
        reasons.extend(held.reason.clone());
        let toward = self.subject_parties(group).without(held.parties);
        let frame = if kind == Kind::RedLine && rule == REFUSAL {
            vec![Frame { role: FrameRole::Negation, span: cue_span }]
        } else {
            Vec::new()
        };
        Draft {
            rule: rule.to_owned(),
            kind,
            status: Status::Stated,
            held: held.clone(),
            toward,
            tokens: Some(content),
            content: parse.span(content.first, content.last),
            cue,
            cue_span,
            quote: self.span,
            frame,
            attribution,
            issues: self.classify(content),
            reasons,
            headline: self.headline,
            negated: rule == REFUSAL,
        }
    }
}
