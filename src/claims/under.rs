//! "Under the deal, Chad will free the trucks": what an agreed or proposed text lays down for a party.
//!
//! What a proposal lays down is offered by whoever put it forward; where the text does not say who did, nothing is.

use super::draft::Draft;
use super::holder::Held;
use super::sentence::{Finding, Sentence};
use crate::language::Tag;
use crate::language::classes::Class;
use crate::language::clause::Link;
use crate::language::extent::Stretch;
use crate::language::named;
use crate::language::phrase::Form;
use crate::language::word_list::{WordList, words};
use crate::mentions::Parties;
use crate::record::{Kind, Reason};

/// The rule that these claims name.
pub(super) const RULE: &str = "agreed.under";

/// Texts that have been agreed.
pub(super) const AGREED: &WordList = words![
    "agreement",
    "accord",
    "deal",
    "pact",
    "truce",
    "ceasefire",
    "cease-fire",
    "treaty",
    "protocol",
    "understanding",
    "settlement",
    "arrangement",
    "compromise",
    "term",
    "contract",
    "memorandum",
    "swap",
    "roadmap",
];

/// Texts that may have been agreed, and the words that say so.
const PAPERS: &WordList =
    words!["document", "text", "paper", "plan", "declaration", "statement", "letter", "communiqué"];
const DONE: &WordList = words![
    "signed",
    "agreed",
    "adopted",
    "approved",
    "initialled",
    "initialed",
    "concluded",
    "struck",
    "reached",
    "sealed"
];

/// The rule that claims under a proposal name.
pub(super) const PROPOSED: &str = "offer.under";

/// The rule that names what a proposal asks of another party.
const ASKED: &str = "demand.document";

/// Texts that have been put forward.
const PUT_FORWARD: &WordList = words![
    "proposal",
    "plan",
    "draft",
    "offer",
    "blueprint",
    "initiative",
    "counterproposal",
    "counter-proposal",
    "scheme",
    "package",
    "compromise",
    "formula",
    "paper",
    "outline",
];

impl Sentence<'_> {
    /// Adds what the sentence says an agreed text lays down.
    pub(super) fn under(&self, drafts: &mut Vec<Draft>) {
        let parse = self.parse;
        if parse.is_question() {
            return;
        }
        let common = parse.word(0) == named::BY;
        if !(common || parse.may_hold(named::UNDER) || parse.may_hold(named::ACCORDING)) {
            return;
        }
        let Some(at) = (0..parse.tokens.len()).find(|&at| {
            let under = parse.word(at) == named::UNDER;
            // "By common consent the road is to open in May."
            let consent = at == 0
                && common
                && parse.reads(1, words!["common", "mutual"])
                && parse.reads(2, words!["consent", "agreement", "accord"]);
            let according = at > 0 && parse.word(at) == named::TO && parse.reads(at - 1, words!["according"]);
            consent || (under || according) && self.is_agreed_text(at + 1) || under && self.is_text(at + 1, PUT_FORWARD)
        }) else {
            return;
        };
        let mut last: Option<usize> = None;
        while let Some(group) = self.provision(at, last, drafts) {
            let agreed = self.is_agreed_text(at + 1);
            let draft = if agreed { self.provided(at, group) } else { self.offered(at, group) };
            let Some(draft) = draft else { return };
            drafts.push(draft);
            last = Some(group);
        }
    }

    /// What the clause of `group` says under the text named at `at`.
    fn provided(&self, at: usize, group: usize) -> Option<Draft> {
        let parse = self.parse;
        let found = parse.groups()[group];
        let mut parties = Parties::default();
        for &subject in parse.nodes()[group].subjects() {
            parties.extend(self.seeker().parties_of(subject));
        }
        // "Drivers may return to their jobs under the deal": what it lays down for others is its parties' term.
        let sides = self.scene.principals();
        let acts = !parties.is_empty() && (sides.is_empty() || sides.without(parties) != sides);
        if !acts {
            parties = sides;
        }
        let start = parse.nodes()[group]
            .subjects()
            .iter()
            .map(|&subject| parse.phrases()[subject].first)
            .min()
            .unwrap_or(found.first);
        let clause = parse.clause(start)?;
        let first = if acts { found.head } else { clause.first };
        // "the fleet that both countries share falls to nine boats": the clause goes on behind what describes its subject.
        let last = if clause.last < found.head { parse.clause(found.first)?.last } else { clause.last };
        let content = Stretch { first, last: last.max(first) };
        let cue =
            Stretch { first: at, last: parse.phrase_at(at + 1).map_or(at, |phrase| parse.phrases()[phrase].last) };
        let cue_span = parse.span(cue.first, cue.last);
        let why = format!("“{}” makes it a term of what was agreed ({RULE})", cue_span.of(parse.text));
        let held = Held { parties, ..Held::default() };
        Some(self.draft(Finding { rule: RULE, kind: Kind::Agreed, held, content, cue, group: None, why }))
    }

    /// What the clause of `group` says under the proposal named at `at`: offered by whose proposal it is.
    fn offered(&self, at: usize, group: usize) -> Option<Draft> {
        let parse = self.parse;
        let phrase = parse.phrase_at(at + 1)?;
        let own = self.seeker().of_noun(phrase);
        let noun = parse.lemma(parse.phrases()[phrase].head);
        let on_the_table = self.paper.filter(|paper| paper.noun == noun && !paper.owner.is_empty());
        let parties = if own.parties.is_empty() { on_the_table?.owner } else { own.parties };
        let mut draft = self.provided(at, group)?;
        let subjects = parse.nodes()[group].subjects().iter().map(|&subject| parse.phrases()[subject].first);
        let clause = parse.clause(subjects.min().unwrap_or(parse.groups()[group].first))?;
        draft.tokens = Some(clause);
        draft.content = parse.span(clause.first, clause.last);
        draft.issues = self.classify(clause);
        draft.attribution = self.attribution(at, None, Some(clause));
        // "Under the Israeli draft Syria would have to disarm": what another party is bound to is asked of it.
        let acting = self.subject_parties(group);
        let bound = parse.groups()[group].obliged
            || parse.verb(group) == "need"
            || parse.groups()[group].modal.is_some_and(|modal| parse.word(modal) == named::MUST);
        let asked = bound
            && !acting.is_empty()
            && acting.without(parties) == acting
            && parties.without(self.scene.mediators()) == parties;
        draft.kind = if asked { Kind::Demand } else { Kind::Offer };
        draft.toward = if asked { acting } else { draft.toward };
        let (rule, what) = if asked { (ASKED, "asked for") } else { (PROPOSED, "offered") };
        rule.clone_into(&mut draft.rule);
        let text = format!("“{}” makes it a term that is {what} ({rule})", draft.cue_span.of(parse.text));
        draft.reasons = vec![Reason { field: "kind", text }];
        draft.held = Held { parties, reason: None, ..Held::default() };
        Some(draft)
    }

    /// "the deal", "a two-page document signed on Monday".
    fn is_agreed_text(&self, at: usize) -> bool {
        let parse = self.parse;
        let behind = || parse.phrase_at(at).map_or(at, |phrase| parse.phrases()[phrase].last + 1);
        // "under the proposed accord": nobody has agreed to it yet.
        let early = words!["draft", "emerging", "planned", "potential", "proposed", "prospective"];
        let open = parse.phrase_at(at).is_some_and(|phrase| {
            let found = parse.phrases()[phrase];
            (found.first..found.head).any(|at| parse.reads(at, early))
        });
        let consent = parse.reads(at + 1, words!["consent"]);
        !open && (consent || self.is_text(at, AGREED))
            || self.is_text(at, PAPERS) && parse.reads(parse.over_adverbs(behind()), DONE)
    }

    fn is_text(&self, at: usize, texts: &WordList) -> bool {
        let parse = self.parse;
        let Some(phrase) = parse.phrase_at(at) else { return false };
        let found = parse.phrases()[phrase];
        let definite = !matches!(parse.tag(found.first), Tag::Determiner) || parse.word(found.first) != named::ANY;
        parse.is_in(parse.lemma(found.head), texts) && definite
    }

    /// "patrols go back to harbour", "farmers may cross": what a text lays down in the present.
    fn lays_now(&self, group: usize) -> bool {
        let parse = self.parse;
        let found = parse.groups()[group];
        let permits = found.modal.is_some_and(|modal| [named::MAY, named::CAN].contains(&parse.word(modal)));
        let now = found.modal.is_none() && !found.past && !found.perfect && !found.progressive;
        let people = parse.nodes()[group].subjects().iter().any(|&subject| {
            parse.tag(parse.phrases()[subject].head) == Tag::Pronoun
                || self.scene.actor(subject).is_some_and(|actor| actor.person)
        });
        let lays = parse.classes().is(found.lemma, Class::Lays) || parse.classes().is(found.lemma, Class::Change);
        !people
            && found.negation.is_none()
            && (permits || now && lays)
            && matches!(parse.nodes()[group].link, Link::Main | Link::Coordinate)
    }

    /// The verb of a provision: "will", "would", "is to" in a clause that no cue has claimed; behind the one at `last`,
    /// the verb of a clause that is coordinated with it.
    fn provision(&self, at: usize, last: Option<usize>, drafts: &[Draft]) -> Option<usize> {
        let parse = self.parse;
        let goes_on = |group: usize| {
            let node = parse.nodes()[group];
            last.is_none_or(|last| group > last && node.link == Link::Coordinate && node.parent == Some(last))
        };
        (0..parse.groups().len()).find(|&group| {
            let found = parse.groups()[group];
            let willed = found.modal.is_some_and(|modal| {
                let may = [named::MAY, named::CAN].contains(&parse.word(modal));
                let may = may && self.is_agreed_text(at + 1);
                parse.lemma(modal) == named::WILL || parse.word(modal) == named::MUST || may
            }) || found.obliged;
            let willed = willed || at < 2 && self.is_agreed_text(at + 1) && self.lays_now(group);
            let fronted = last.is_some() || at < found.first || (at > found.last && at < found.last + 16);
            found.form == Form::Finite && willed && fronted && goes_on(group) && !Self::is_covered(drafts, found.head)
        })
    }
}
