//! Terms told as plain facts within a run: "The post will be manned by both", "Tolls may be paid late".
//!
//! A term is a clause of the sentence's own, in the mood that its run allows, about a thing or a party. What happens to
//! the talks, what somebody thinks and what a deal would bring are no terms.

use super::draft::Draft;
use super::holder::Held;
use super::run::{Footing, Run};
use super::sentence::{Finding, Sentence};
use super::voice::OBLIGATION;
use crate::attribution::Report;
use crate::language::Tag;
use crate::language::classes::Class;
use crate::language::clause::Link;
use crate::language::extent::Stretch;
use crate::language::named;
use crate::language::phrase::Form;
use crate::language::word_list::{WordList, words};
use crate::mentions::Parties;
use crate::record::{Kind, Status};

/// Texts themselves, of which only their force and length are terms.
pub(super) const TEXTS: &WordList = words![
    "accord",
    "agreement",
    "arrangement",
    "ceasefire",
    "cease-fire",
    "compromise",
    "contract",
    "deal",
    "document",
    "pact",
    "plan",
    "proposal",
    "protocol",
    "settlement",
    "text",
    "treaty",
    "truce",
];

/// Verbs of the force and length of a text.
const HOLDS: &WordList =
    words!["last", "run", "apply", "enter", "come", "take", "cover", "expire", "remain", "stay", "extend"];

/// Predicates of a term: "are off limits", "is free of charge".
const PREDICATES: &WordList = words![
    "able",
    "allowed",
    "banned",
    "barred",
    "binding",
    "closed",
    "compulsory",
    "eligible",
    "entitled",
    "equal",
    "exempt",
    "forbidden",
    "free",
    "illegal",
    "mandatory",
    "open",
    "optional",
    "permanent",
    "permitted",
    "prohibited",
    "required",
    "responsible",
    "same",
    "subject",
    "tax-free",
    "temporary",
    "voluntary",
    "off",
    "out",
];

impl Sentence<'_> {
    /// Adds the terms of the run that the sentence tells from token `from` on.
    pub(super) fn tell(&self, run: &Run, from: usize, drafts: &mut Vec<Draft>) {
        for group in 0..self.parse.groups().len() {
            if self.parse.groups()[group].first < from || Self::is_covered(drafts, self.parse.groups()[group].head) {
                continue;
            }
            if self.is_own_clause(run, group)
                && self.is_told(run, group)
                && let Some(draft) = self.told(run, group)
            {
                drafts.push(draft);
            }
        }
    }

    /// "What have you agreed? – The crews are to be freed": no demand of who is interviewed.
    pub(super) fn drop_duties(&self, run: &Run, drafts: &mut Vec<Draft>) {
        let answers = run.footing == Footing::Announced && self.scene.voice_of().is_some();
        let kept = |draft: &Draft| {
            !answers || draft.rule != OBLIGATION || self.parse.reads(draft.cue.first, words!["must", "should"])
        };
        drafts.retain(kept);
    }

    /// A main clause that nobody says and nothing governs.
    fn is_own_clause(&self, run: &Run, group: usize) -> bool {
        let parse = self.parse;
        let node = &parse.nodes()[group];
        let found = parse.groups()[group];
        let mut top = group;
        while parse.nodes()[top].link == Link::Coordinate {
            match parse.nodes()[top].parent.filter(|&parent| parent < top) {
                Some(parent) => top = parent,
                None => break,
            }
        }
        let main = matches!(parse.nodes()[top].link, Link::Main | Link::Coordinate);
        // "Chad will free the trucks, the mediator said": a third party tells the terms of a deal, no stance of its own.
        let settled = run.kind == Kind::Agreed && run.footing == Footing::Claimed;
        let own = |speaker: Parties| speaker.without(run.held.parties) != speaker || !settled;
        // "What have you agreed? – The post will be shared": who is interviewed tells the terms.
        let asked = |report: &Report| self.scene.voice_of().is_some() && report.carried && !report.quoted;
        let spoken = self.reports.iter().filter(|report| !asked(report)).any(|report| {
            report.covers(found.first) && !report.speaker.is_empty() && (own(report.speaker) || report.quoted)
        });
        (found.form == Form::Finite && found.has_tense() || self.modal_of(group).is_some())
            && found.has_tense()
            && (!found.perfect || found.passive && found.modal.is_none())
            && main
            && !node.subjects().is_empty()
            && !spoken
    }

    fn is_told(&self, run: &Run, group: usize) -> bool {
        let parse = self.parse;
        let found = parse.groups()[group];
        let governed = super::govern::governed(parse, group, true);
        let subjects = parse.nodes()[group].subjects();
        if governed.barred.is_some() || subjects.iter().any(|&subject| !self.is_told_of(run, group, subject)) {
            return false;
        }
        // "The chair is yet to be named"
        if (found.first..=found.last).any(|at| parse.reads(at, words!["still", "yet"])) {
            return false;
        }
        let own = self.modal_of(group);
        let modal = own.map(|modal| parse.word(modal));
        let willed = own.is_some_and(|modal| parse.lemma(modal) == named::WILL);
        let would = modal == Some(named::WOULD);
        let permits = modal.is_some_and(|word| [named::MAY, named::CAN].contains(&word));
        let bound = modal == Some(named::MUST) || modal == Some(named::SHALL);
        match run.footing {
            Footing::Adopted => {
                let mood = willed && !would || bound || permits || found.obliged;
                let meets = parse.is_in(found.lemma, words!["meet", "convene", "reconvene"]);
                mood && (meets || !self.is_chance(group))
            }
            Footing::Proposed => would && self.is_term(run, group),
            Footing::Granted => would && !self.is_chance(group),
            Footing::Claimed if modal.is_none() && !found.obliged => !found.past && self.is_present_term(group),
            Footing::Claimed => (willed && !would || bound || found.obliged) && self.is_term(run, group),
            Footing::Announced if modal.is_some() || found.obliged => {
                let mood = willed && !would || bound || permits || found.obliged;
                mood && !self.is_chance(group)
            }
            // "It has three demands. The lorries should be run by others. There must be a guarantee."
            Footing::Listed => run.kind == Kind::Demand && (bound || modal == Some(named::SHOULD) || found.obliged),
            Footing::Asked => false,
            // "The ferry was handed over in March": told of what was decided.
            Footing::Announced if found.passive && found.negation.is_none() && (found.past || found.perfect) => {
                self.is_term_made(group)
            }
            Footing::Announced => !found.past && self.is_present_term(group),
        }
    }

    /// A thing or a party that acts, not a person, an event of the talks, or a word that points back to a whole clause.
    fn is_told_of(&self, run: &Run, group: usize, subject: usize) -> bool {
        let parse = self.parse;
        let found = parse.phrases()[subject];
        let head = parse.lemma(found.head);
        let noun = parse.text_of(head);
        let actor = self.scene.actor(subject);
        // "Farmers may cross at dusk": what is laid down for people who are not at the table.
        let people =
            matches!(run.footing, Footing::Announced | Footing::Adopted) && parse.tag(found.head) == Tag::Plural;
        let verb = parse.verb(group);
        let gets = words!["get", "keep", "receive", "gain"].contains(verb);
        if actor.is_some_and(|actor| actor.outsider && !people || actor.person)
            || parse.classes().is(head, Class::Person) && !(people && gets)
        {
            return false;
        }
        match parse.tag(found.head) {
            Tag::Existential => true,
            Tag::Pronoun => [named::IT, named::THEY, named::BOTH].contains(&parse.word(found.head)) || noun == "each",
            Tag::Determiner | Tag::Relative => false,
            _ if TEXTS.contains(noun) => {
                let lemma = parse.verb(group);
                run.footing == Footing::Proposed || HOLDS.contains(lemma)
            }
            _ => {
                let compound = found.head > found.first && matches!(parse.tag(found.head - 1), Tag::Noun | Tag::Plural);
                !parse.classes().is(head, Class::Event) && (compound || !parse.is_time_phrase(subject))
            }
        }
    }

    /// A clause that lays something down, in the words of a run that rests on a claim or a text.
    fn is_term(&self, run: &Run, group: usize) -> bool {
        let parse = self.parse;
        let found = parse.groups()[group];
        if found.passive {
            return !self.is_chance(group);
        }
        if found.lemma == named::BE {
            // "It would be a triumph": of a deal that is only foreseen a noun says what it is worth.
            let noun = run.footing == Footing::Proposed && (!run.is_foreseen() || found.negation.is_some());
            return self.is_term_predicate(group, noun);
        }
        parse.classes().is(found.lemma, Class::Lays)
    }

    fn is_chance(&self, group: usize) -> bool {
        let found = self.parse.groups()[group];
        self.parse.classes().is(found.lemma, Class::Chance)
            || found.lemma == named::BE && !found.passive && !self.is_term_predicate(group, true)
    }

    /// "will be the same", "is off limits"; with `noun`, "will be an officer" too.
    fn is_term_predicate(&self, group: usize, noun: bool) -> bool {
        let parse = self.parse;
        let next = parse.over_adverbs(parse.groups()[group].last + 1);
        let text = parse.text_at(next).to_lowercase();
        if PREDICATES.contains(&text) {
            return true;
        }
        let existential = self.is_existential_at(group);
        let thing = parse.phrase_at(next).filter(|&phrase| {
            let head = parse.lemma(parse.phrases()[phrase].head);
            matches!(parse.tag(parse.phrases()[phrase].head), Tag::Noun | Tag::Plural | Tag::Proper)
                && !parse.classes().is(head, Class::Event)
        });
        let same = parse.phrase_at(next).is_some_and(|phrase| {
            let found = parse.phrases()[phrase];
            (found.first..=found.head).any(|at| PREDICATES.contains(parse.text_at(at)))
        });
        same || thing.is_some() && (noun || existential)
    }

    /// "there will be a joint patrol": what there is stands behind the verb.
    fn is_existential_at(&self, group: usize) -> bool {
        let parse = self.parse;
        let last = parse.groups()[group].last;
        let behind = |&subject: &usize| parse.phrases()[subject].first > last;
        parse.groups()[group].lemma == named::BE && parse.nodes()[group].subjects().iter().any(behind)
    }

    /// "was made permanent", "have been hauled back": what was done to a thing.
    fn is_term_made(&self, group: usize) -> bool {
        let parse = self.parse;
        let found = parse.groups()[group];
        let classes = parse.classes();
        let things = parse.nodes()[group].subjects().iter().all(|&subject| {
            let head = parse.phrases()[subject].head;
            matches!(parse.tag(head), Tag::Noun | Tag::Plural) && self.scene.actor(subject).is_none()
        });
        let made = ["make", "pull", "haul", "move", "open", "reopen", "set", "extend", "withdraw", "remove", "add"];
        let verb = parse.text_of(found.lemma);
        things && (classes.is(found.lemma, Class::Change) || made.contains(&verb)) && !self.is_chance(group)
    }

    fn is_present_term(&self, group: usize) -> bool {
        let parse = self.parse;
        let found = parse.groups()[group];
        if found.progressive {
            return false;
        }
        // "Fines are refunded within a month."
        if found.passive {
            let things = parse.nodes()[group].subjects().iter().all(|&subject| {
                matches!(parse.tag(parse.phrases()[subject].head), Tag::Noun | Tag::Plural)
                    && self.scene.actor(subject).is_none()
            });
            let classes = parse.classes();
            let laid = classes.is(found.lemma, Class::Lays) || classes.is(found.lemma, Class::Change);
            return things && laid && !found.perfect && found.negation.is_none();
        }
        let pronoun = parse.nodes()[group]
            .subjects()
            .iter()
            .any(|&subject| parse.tag(parse.phrases()[subject].head) == Tag::Pronoun);
        let party = !self.subject_parties(group).is_empty();
        !pronoun
            && !party
            && (parse.classes().is(found.lemma, Class::Change)
                || parse.is_in(found.lemma, HOLDS)
                || found.lemma == named::BE && self.is_term_predicate(group, false))
    }

    /// The claim that the clause of `group` makes as a term of the run.
    fn told(&self, run: &Run, group: usize) -> Option<Draft> {
        let parse = self.parse;
        let found = parse.groups()[group];
        let subjects = parse.nodes()[group].subjects();
        let own = self.subject_parties(group);
        let it = subjects.iter().all(|&subject| parse.tag(parse.phrases()[subject].head) == Tag::Pronoun);
        let others = own.without(run.held.parties);
        let named = !others.is_empty() && !it && run.kind == Kind::Agreed
            || run.footing == Footing::Claimed
                && !own.is_empty()
                && !parse.classes().is(found.lemma, Class::Lays)
                && !found.passive;
        if named {
            return None;
        }
        let existential = self.is_existential_at(group);
        let shared = parse.nodes()[group].link == Link::Coordinate
            && subjects.iter().all(|&subject| {
                parse.nodes()[group].parent.is_some_and(|parent| parse.nodes()[parent].subjects().contains(&subject))
            });
        let begin = subjects.iter().map(|&subject| parse.phrases()[subject].first).min().unwrap_or(found.first);
        let start = if begin < found.first && !shared { begin } else { found.first };
        let whole = parse.clause(start)?;
        let acts =
            !found.passive && found.negation.is_none() && (!own.is_empty() || it && run.footing == Footing::Proposed);
        let first = match () {
            () if existential => found.last + 1,
            () if acts => found.head,
            () => whole.first,
        };
        let last = self.told_until(group, whole.last.max(found.head));
        let content = Stretch { first, last };
        let cue = Stretch {
            first: found.modal.unwrap_or(found.first),
            last: found.head.max(found.modal.unwrap_or(found.first)),
        };
        if run.is_foreseen() && found.negation.is_some() {
            // "It would not be a peace": what is not to be expected (codebook, hard case 2).
            let content = parse.thing(parse.over_adverbs(found.last + 1)).filter(|_| found.lemma == named::BE)?;
            let mut draft = self.told_draft(run, content, cue);
            (draft.kind, draft.negated) = (Kind::Open, true);
            return Some(draft);
        }
        let mut draft = self.told_draft(run, content, cue);
        // "Rest days may be swapped": what the clause is about is its subject.
        if content.first == whole.first && whole.first < found.first && self.issues.is_empty() {
            let named = self.classify(Stretch { first: whole.first, last: found.first - 1 });
            draft.issues = if named.is_empty() { draft.issues } else { named };
        }
        if run.footing == Footing::Proposed && !own.is_empty() && !it {
            draft.kind = self.kind_of_act(run, own);
            draft.toward = if draft.kind == Kind::Demand { own.without(run.held.parties) } else { draft.toward };
        }
        Some(draft)
    }

    /// What a text has its author do it offers, what it has another do it asks for; a mediator only offers.
    fn kind_of_act(&self, run: &Run, actor: Parties) -> Kind {
        let mediators = self.scene.mediators();
        let mediates = run.held.parties.iter().all(|party| mediators.contains(party));
        let own = actor.without(run.held.parties).is_empty();
        if own || mediates || run.held.parties.len() > 1 { Kind::Offer } else { Kind::Demand }
    }

    /// Where the clause of `group` ends: before a verb that is coordinated with its own, of the same subject.
    pub(super) fn told_until(&self, group: usize, last: usize) -> usize {
        let parse = self.parse;
        let next = (group + 1..parse.groups().len()).find(|&next| {
            let node = &parse.nodes()[next];
            let joined = node.link == Link::Coordinate && node.parent == Some(group);
            let first = parse.groups()[next].first;
            joined
                && parse.groups()[next].form == Form::Finite
                && first <= last
                && parse.tag(first.saturating_sub(1)) == Tag::Coordinator
        });
        match next.map(|next| parse.groups()[next].first) {
            Some(first) if first >= 2 && parse.groups()[group].last < first - 1 => {
                let end = first - 2;
                if parse.tag(end) == Tag::Comma { end - 1 } else { end }
            }
            _ => last,
        }
    }

    pub(super) fn told_draft(&self, run: &Run, content: Stretch, cue: Stretch) -> Draft {
        let others = self.seeker().named_in(content).without(run.held.parties);
        let held = Held { spans: Vec::new(), ..run.held.clone() };
        let why = self.told_reason(run).text;
        let rule = Self::run_rule(run);
        Draft {
            status: if run.is_foreseen() { Status::Expected } else { Status::Stated },
            toward: if run.kind != Kind::Agreed && others.len() == 1 { others } else { Parties::default() },
            headline: false,
            ..self.draft(Finding { rule, kind: run.kind, held, content, cue, group: None, why })
        }
    }
}
