//! Who takes the stance that a cue carries, and whom it is aimed at.

use super::candidate::{Candidate, Carrier};
use super::paper::Paper;
use super::supposed::unable;
use crate::attribution::Report;
use crate::language::named;
use crate::language::parse::Parse;
use crate::language::phrase::{Form, Unit};
use crate::language::{Tag, Word};
use crate::mentions::{Parties, Scene};
use crate::record::Reason;
use crate::rules::{Cue, HolderNeed, SubjectRole};
use crate::text::Span;

/// Who holds a claim.
#[derive(Debug, Clone, Default)]
pub(super) struct Held {
    /// The parties.
    pub(super) parties: Parties,
    /// The phrases that name them, in bytes.
    pub(super) spans: Vec<Span>,
    /// Whether somebody is named who is no party.
    pub(super) outsider: bool,
    /// How they were found.
    pub(super) reason: Option<Reason>,
}

/// What a holder is sought in.
pub(super) struct Seeker<'a> {
    pub(super) parse: &'a Parse<'a>,
    pub(super) scene: &'a Scene<'a>,
    pub(super) reports: &'a [Report],
    /// Who is the subject of verbs without one.
    pub(super) implied: Option<Parties>,
    /// Who the first phrase stands for, where it is the subject that the introduction of a list gives.
    pub(super) lead: Option<Parties>,
    /// The text that "it" or "the plan" stands for.
    pub(super) paper: Option<Paper>,
}

impl<'a> Seeker<'a> {
    /// Finds the holder of a candidate.
    pub(super) fn holder(&self, candidate: &Candidate, cue: &Cue) -> Held {
        if !candidate.filled.holders.is_empty() {
            let mut held = self.of_phrases(&candidate.filled.holders);
            if let (Carrier::Verb(group) | Carrier::Predicate(group), SubjectRole::Holder, false) =
                (candidate.carrier, cue.subject, candidate.passive)
            {
                let subject = self.of_subject(group);
                held.parties.extend(subject.parties);
                held.outsider |= subject.outsider;
            }
            return held;
        }
        match (candidate.carrier, cue.subject) {
            (Carrier::Noun(phrase), _) => {
                let point = candidate.filled.contents.first().map(|content| content.first);
                let named = self.parse.phrases()[phrase].last + 2;
                // "no mention of Peru": what is spoken of does not speak.
                let anybodys = self.parse.phrases()[phrase].possessor.is_none();
                if point == Some(named) && anybodys && self.scene.owner(self.parse, phrase).is_none() {
                    return self.carried(phrase);
                }
                self.of_noun(phrase)
            }
            (Carrier::Apposed(phrase), _) => self.of_phrases(&self.with_left_conjuncts(phrase)),
            (Carrier::Verb(group) | Carrier::Predicate(group), SubjectRole::Holder) if !candidate.passive => {
                self.of_subject(group)
            }
            (Carrier::Verb(group), SubjectRole::Holder | SubjectRole::Toward) => self.of_agent(group),
            (Carrier::Verb(group) | Carrier::Predicate(group), SubjectRole::Document) => self.of_document(group, cue),
            (Carrier::Verb(_) | Carrier::Predicate(_), _) => self.of_point(candidate),
        }
    }

    pub(super) fn of_phrases(&self, phrases: &[usize]) -> Held {
        let mut held = Held::default();
        for &phrase in phrases {
            self.add(&mut held, phrase);
        }
        held
    }

    /// The parties that a phrase stands for; "we" and "I" stand for the speaker's.
    pub(super) fn parties_of(&self, phrase: usize) -> Parties {
        if let Some(parties) = self.leads(phrase) {
            return parties;
        }
        if let Some((parties, _)) = self.speaker(phrase) {
            return parties;
        }
        self.scene.actor(phrase).filter(|actor| !actor.outsider).map(|actor| actor.parties).unwrap_or_default()
    }

    /// The speaker for whom the phrase "we" or "I" stands.
    fn speaker(&self, phrase: usize) -> Option<(Parties, &'a Report)> {
        let at = self.parse.phrases()[phrase].head;
        let word = self.parse.word(at);
        if word != named::WE && word != named::I { None } else { self.voice(at) }
    }

    pub(super) fn span_of(&self, phrase: usize) -> Span {
        let found = self.parse.phrases()[phrase];
        self.parse.span(found.first, found.last)
    }

    /// The parties for whom a list is introduced, where `phrase` is the first of what introduces it.
    fn leads(&self, phrase: usize) -> Option<Parties> {
        self.lead.filter(|_| phrase == 0)
    }

    fn introduced(&self, parties: Parties) -> Reason {
        let text = format!("the list is introduced for {}", self.scene.name_parties(parties));
        Reason { field: "holder", text }
    }

    pub(super) fn add(&self, held: &mut Held, phrase: usize) {
        if let Some(parties) = self.leads(phrase) {
            held.parties.extend(parties);
            held.reason.get_or_insert_with(|| self.introduced(parties));
            return;
        }
        if let Some((parties, report)) = self.speaker(phrase) {
            let name = report.chain.last().map(|source| source.name.clone()).unwrap_or_default();
            held.parties.extend(parties);
            held.spans.push(self.span_of(phrase));
            let text = format!("it is said by “{name}”, who speaks for {}", self.scene.name_parties(parties));
            held.reason.get_or_insert(Reason { field: "holder", text });
            return;
        }
        let Some(actor) = self.scene.actor(phrase) else { return };
        held.outsider |= actor.outsider;
        if actor.parties.is_empty() || actor.outsider {
            return;
        }
        held.parties.extend(actor.parties);
        held.spans.push(self.span_of(phrase));
        let found = self.parse.phrases()[phrase];
        let words = self.parse.span(found.first, found.last).of(self.parse.text);
        let text = actor.how.describe(words, &self.scene.name_parties(actor.parties), self.parse.text);
        held.reason.get_or_insert(Reason { field: "holder", text });
    }

    /// The subject takes the stance; a plan or position stands for the party whose it is.
    pub(super) fn of_subject(&self, group: usize) -> Held {
        if let Some(phrase) = unable(self.parse, group) {
            return self.of_phrases(&self.with_conjuncts_before(phrase));
        }
        let subjects = self.parse.nodes()[group].subjects();
        if let (true, Some(parties)) = (subjects.is_empty(), self.implied) {
            return Held { parties, reason: Some(self.introduced(parties)), ..Held::default() };
        }
        let mut held = self.of_phrases(subjects);
        if !held.parties.is_empty() || held.outsider {
            for &subject in subjects {
                self.add_company(&mut held, subject);
            }
            if let Some(first) = self.listed_first(group) {
                self.add(&mut held, first);
            }
            return held;
        }
        for &subject in subjects {
            self.add_members(&mut held, subject, group);
            self.add_owner(&mut held, subject);
            self.add_meeting(&mut held, subject);
            held.parties.extend(self.sender(subject).unwrap_or_default());
        }
        if let (true, &[subject]) = (held.parties.is_empty(), subjects) {
            self.add_own_body(&mut held, subject);
            self.add_paper(&mut held, subject, group);
        }
        if let (true, Some(above)) = (held.parties.is_empty(), self.told_above(group)) {
            return self.of_subject(above);
        }
        held
    }

    /// The parties named in a stretch.
    pub(super) fn named_in(&self, content: crate::language::extent::Stretch) -> Parties {
        let names = self.scene.names().iter();
        names.filter(|name| content.contains(name.first)).map(|name| self.scene.party_of(name.entity)).collect()
    }

    /// "Israel's proposal", "the Syrian draft", "the delegation's position".
    fn add_owner(&self, held: &mut Held, phrase: usize) {
        let found = self.parse.phrases()[phrase];
        let noun = self.parse.text_of(self.parse.lemma(found.head));
        let speaks = [
            "proposal",
            "draft",
            "plan",
            "paper",
            "non-paper",
            "position",
            "list",
            "offer",
            "demand",
            "policy",
            "text",
            "reply",
            "response",
            "counter-proposal",
            "counter-offer",
            "priority",
            "approach",
            "stance",
            "platform",
            "blueprint",
            "memorandum",
            "instruction",
            "mandate",
            "ceiling",
        ];
        if !speaks.contains(&noun) {
            return;
        }
        let owner = self.scene.owner(self.parse, phrase).or_else(|| self.complement_owner(phrase));
        let owner = owner.or_else(|| self.bringer(phrase));
        if let Some(parties) = owner.filter(|parties| !parties.is_empty()) {
            held.parties.extend(parties);
            held.spans.push(self.span_of(phrase));
            let words = self.parse.span(found.first, found.last).of(self.parse.text);
            let text = format!("“{words}” is a text or position of {}", self.scene.name_parties(parties));
            held.reason.get_or_insert(Reason { field: "holder", text });
        }
    }

    pub(super) fn complement_owner(&self, phrase: usize) -> Option<Parties> {
        let last = self.parse.phrases()[phrase].last;
        let by = [named::OF, named::BY, named::FROM].contains(&self.parse.word(last + 1));
        let next = self.parse.phrase_at(last + 2).filter(|_| by)?;
        self.scene.actor(next).filter(|actor| !actor.outsider).map(|actor| actor.parties)
    }

    /// "was rejected by Israel": the agent after "by".
    pub(super) fn of_agent(&self, group: usize) -> Held {
        let parse = self.parse;
        let by = named::BY;
        let end = (parse.groups()[group].last + 14).min(parse.tokens.len());
        for at in parse.groups()[group].last + 1..end {
            if parse.tensed_at(at).is_some() || matches!(parse.tag(at), Tag::Stop) {
                break;
            }
            let between = parse.word(at) == named::BETWEEN && self.is_pair(at + 1);
            // "was signed at a meeting hosted by Oman": the "by" of another verb.
            let others = parse.group_at(at - 1).is_some_and(|other| {
                other != group && parse.groups()[other].form == Form::Participle && parse.groups()[other].last == at - 1
            });
            if parse.word(at) == by && others {
                break;
            }
            if parse.word(at) == by || between {
                let held = parse.phrase_at(at + 1).map(|phrase| self.of_phrases(&self.with_conjuncts(phrase)));
                let held = held.unwrap_or_default();
                // "No accord was made on calls by foreign ships": the "by" of the point itself.
                if held.parties.is_empty() && parse.phrase_at(at - 1).is_some() {
                    continue;
                }
                return held;
            }
        }
        Held::default()
    }

    /// The subjects among which a phrase stands ("Syria and Israel, willing to …"), else the phrase alone.
    fn with_left_conjuncts(&self, phrase: usize) -> Vec<usize> {
        let nodes = self.parse.nodes();
        let clause = nodes.iter().find(|node| node.subjects().contains(&phrase));
        clause.map_or_else(|| vec![phrase], |node| node.subjects().to_vec())
    }

    /// A phrase and what is coordinated with it on its right.
    pub(super) fn with_conjuncts(&self, phrase: usize) -> Vec<usize> {
        let parse = self.parse;
        let mut found = vec![phrase];
        let mut last = parse.phrases()[phrase].last;
        let mut sure = 1;
        while matches!(parse.tag(last + 1), Tag::Coordinator | Tag::Comma) && found.len() < 8 {
            let step = if parse.tag(last + 2) == Tag::Coordinator { last + 3 } else { last + 2 };
            let Some(Unit::Phrase(next)) = parse.unit(step) else { break };
            if self.scene.actor(next).is_none() {
                break;
            }
            found.push(next);
            // "by an aide, Ann Lee, Fiji must": names that no coordinator closes are no list.
            if parse.tag(last + 1) == Tag::Coordinator || step == last + 3 {
                sure = found.len();
            }
            last = parse.phrases()[next].last;
        }
        found.truncate(sure);
        found
    }

    /// "its demand", "the Israeli insistence", "a demand by Syria", "made a demand".
    pub(super) fn of_noun(&self, phrase: usize) -> Held {
        let parse = self.parse;
        let mut held = Held::default();
        let found = parse.phrases()[phrase];
        let words = parse.span(found.first, found.last).of(parse.text);
        let parties = self.scene.owner(parse, phrase).or_else(|| self.noun_complement(phrase));
        if let Some(parties) = parties.filter(|parties| !parties.is_empty()) {
            let parties = self.answered_owner(phrase, parties).unwrap_or(parties);
            held.parties = parties;
            held.spans.push(self.span_of(phrase));
            let text = format!("“{words}” is that of {}", self.scene.name_parties(parties));
            held.reason = Some(Reason { field: "holder", text });
            return held;
        }
        if let Some(owner) = self.whose(phrase) {
            return self.of_phrases(&[owner]);
        }
        let carried = self.carried(phrase);
        if !carried.parties.is_empty() || carried.outsider {
            return carried;
        }
        if let Some((parties, report)) = found.possessor.and_then(|(first, _)| self.own_voice(first)) {
            let name = report.chain.last().map(|source| source.name.clone()).unwrap_or_default();
            let text = format!("it is said by “{name}”, who speaks for {}", self.scene.name_parties(parties));
            return Held { parties, reason: Some(Reason { field: "holder", text }), ..Held::default() };
        }
        if let Some(party) = self.set_for(phrase) {
            return self.of_phrases(&[party]);
        }
        if found.possessor.is_some_and(|(first, _)| parse.tag(first) == Tag::Possessive) {
            let next = (0..parse.groups().len()).find(|&group| {
                let outer = parse.nodes()[group].link != crate::language::clause::Link::Complement;
                parse.groups()[group].first > found.last && parse.groups()[group].has_tense() && outer
            });
            return next.map(|group| self.of_phrases(parse.nodes()[group].subjects())).unwrap_or_default();
        }
        held
    }

    /// "Peru stayed away because Chad had rejected its demand": nobody turns down what it asks itself.
    fn answered_owner(&self, phrase: usize, owner: Parties) -> Option<Parties> {
        let parse = self.parse;
        let found = parse.phrases()[phrase];
        let pronoun = parse.tag(found.first) == Tag::Possessive;
        let verb = found.first.checked_sub(1).filter(|_| pronoun).and_then(|before| parse.group_at(before))?;
        let answers = ["accept", "dismiss", "ignore", "meet", "oppose", "rebuff", "refuse", "reject", "spurn"];
        let subjects = parse.nodes()[verb].subjects();
        let answered = answers.contains(&parse.verb(verb));
        if !answered || self.of_phrases(subjects).parties != owner {
            return None;
        }
        let start = subjects.iter().map(|&subject| parse.phrases()[subject].first).min()?;
        let other = |phrase: usize| Some(self.parties_of(phrase)).filter(|other| other.len() == 1 && *other != owner);
        (0..parse.phrases().len()).rev().filter(|&phrase| parse.phrases()[phrase].last < start).find_map(other)
    }

    /// "made a demand", "a request was made by Kenya": whoever the light verb says.
    pub(super) fn of_light_verb(&self, phrase: usize) -> Held {
        match self.light_verb(phrase).filter(|&group| !self.parse.groups()[group].passive) {
            Some(group) => self.of_subject(group),
            None => self.passive_light_verb(phrase).map(|group| self.of_agent(group)).unwrap_or_default(),
        }
    }

    /// "our demand", in what somebody says.
    fn own_voice(&self, at: usize) -> Option<(Parties, &'a Report)> {
        let text = self.parse.text_at(at);
        if text.eq_ignore_ascii_case("our") || text.eq_ignore_ascii_case("my") { self.voice(at) } else { None }
    }

    fn noun_complement(&self, phrase: usize) -> Option<Parties> {
        let parse = self.parse;
        let last = parse.phrases()[phrase].last;
        let preposition = parse.word(last + 1);
        if ![named::OF, named::BY, named::FROM, named::BETWEEN, named::AMONG].contains(&preposition) {
            return None;
        }
        let next = parse.phrase_at(last + 2)?;
        let phrases = self.with_conjuncts(next);
        let held = self.of_phrases(&phrases);
        (!held.outsider && !held.parties.is_empty()).then_some(held.parties)
    }

    /// "The understandings include": the parties named beside the text, else those of the talks.
    fn of_document(&self, group: usize, cue: &Cue) -> Held {
        let parse = self.parse;
        let mut held = Held::default();
        if cue.holder == HolderNeed::Required {
            for &subject in parse.nodes()[group].subjects() {
                self.add_owner(&mut held, self.whole_of(subject));
            }
            held.parties.extend(self.owner_on_the_table(group));
            if !held.parties.is_empty() {
                return held;
            }
        }
        for &subject in parse.nodes()[group].subjects() {
            let subject = self.whole_of(subject);
            let phrase = parse.phrases()[subject];
            for at in phrase.first..phrase.head {
                held.parties.extend(self.scene.in_compound(parse.text_at(at)));
            }
            if let Some(parties) = self.noun_complement(subject) {
                held.parties.extend(parties);
            }
            if !held.parties.is_empty() {
                held.spans.push(self.span_of(subject));
            }
        }
        // A proposal that is nobody's by name is offered by nobody.
        if held.parties.len() < 2 && cue.holder != HolderNeed::Required {
            held.parties = self.scene.principals();
            held.spans.clear();
            let text = "a joint text is held by the parties of the talks".to_owned();
            held.reason = Some(Reason { field: "holder", text });
        }
        held
    }

    /// The point is the subject ("X remains unresolved", "X is non-negotiable"): whose is it?
    fn of_point(&self, candidate: &Candidate) -> Held {
        let parse = self.parse;
        let mut held = self.of_question(candidate);
        if !held.parties.is_empty() {
            return held;
        }
        if let Some(phrase) = self.in_whose_eyes() {
            return self.of_phrases(&self.with_conjuncts(phrase));
        }
        let end = (candidate.cue.last + 8).min(parse.tokens.len());
        for at in candidate.cue.last + 1..end {
            let word: Word = parse.word(at);
            let names = [named::BETWEEN, named::FOR, named::BY].contains(&word);
            if let Some(next) = parse.phrase_at(at + 1).filter(|_| names) {
                held = self.of_phrases(&self.with_conjuncts(next));
                break;
            }
        }
        if held.parties.is_empty()
            && let Carrier::Predicate(_) = candidate.carrier
        {
            let phrase = parse.phrase_at(candidate.cue.first).or_else(|| parse.phrase_at(candidate.cue.last));
            if let Some(parties) = phrase.and_then(|phrase| self.scene.possessor(parse, phrase)) {
                held.parties = parties;
            }
        }
        held
    }

    /// "unclear whether Israel will …": the party whose act is in question.
    fn of_question(&self, candidate: &Candidate) -> Held {
        let parse = self.parse;
        let Some(content) = candidate.filled.contents.first().filter(|_| candidate.filled.clause) else {
            return Held::default();
        };
        let verb = (content.first..=content.last).find_map(|at| parse.tensed_at(at));
        self.of_phrases(verb.map(|verb| parse.nodes()[verb].subjects()).unwrap_or_default())
    }

    /// The party in whose voice a token stands: the speaker of the innermost report around it.
    pub(super) fn voice(&self, at: usize) -> Option<(Parties, &'a Report)> {
        let around = self.reports.iter().filter(|report| !report.speaker.is_empty() && report.covers(at));
        around.min_by_key(|report| report.width()).map(|report| (report.speaker, report))
    }

    /// Whom a claim is aimed at: those addressed, else who is to act in the content, else who is named in it.
    pub(super) fn toward(
        &self,
        candidate: &Candidate,
        content: crate::language::extent::Stretch,
        holders: Parties,
    ) -> Parties {
        let parse = self.parse;
        let mut toward = Parties::default();
        for &phrase in &candidate.filled.toward {
            if let Some(actor) = self.scene.actor(phrase) {
                toward.extend(actor.parties);
            }
        }
        toward.extend(self.recipient(candidate));
        if toward.is_empty() && candidate.filled.clause {
            let verb = (content.first..=content.last).find_map(|i| parse.tensed_at(i));
            for &subject in verb.map(|verb| parse.nodes()[verb].subjects()).unwrap_or_default() {
                toward.extend(self.scene.actor(subject).map(|actor| actor.parties).unwrap_or_default());
            }
        }
        if toward.is_empty() {
            let others = self.named_in(content).without(holders);
            if others.len() == 1 {
                toward = others;
            }
        }
        toward.without(holders)
    }
}
