//! Terms of a text that a party has put forward: "the French text would have both fleets leave the bay", "a memorandum
//! delivered by Russia, under which Ukraine would leave".

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
use crate::record::Kind;

/// Texts that give: what they lay down is an offer.
pub(super) const OFFERING: &WordList = words![
    "offer",
    "counter-offer",
    "counteroffer",
    "proposal",
    "counterproposal",
    "counter-proposal",
    "compromise",
    "package",
    "formula",
    "scheme",
    "initiative",
    "idea",
    "annex",
    "bid",
    "thinking",
];

/// Texts that ask where a party to the talks has written them, and give where a mediator has.
pub(super) const DRAFTED: &WordList = words![
    "draft",
    "paper",
    "plan",
    "text",
    "memorandum",
    "blueprint",
    "map",
    "document",
    "outline",
    "sketch",
    "non-paper",
    "version",
    "calendar",
    "schedule",
    "counter-draft",
    "one",
];

/// The rule of what a party would have come about.
const WISHED: &str = "demand.wish";

/// What a text does in the present to what it is about.
const SETS: &WordList = words![
    "bring", "cap", "carry", "close", "contain", "draw", "end", "fix", "give", "hold", "keep", "leave", "let", "limit",
    "move", "place", "put", "send", "set", "shut",
];

/// What a text does in the present with a preposition: "runs to twelve months".
const REACHES: &[(&str, &str)] = &[
    ("begin", "with"),
    ("end", "with"),
    ("go", "to"),
    ("provide", "for"),
    ("run", "to"),
    ("start", "with"),
    ("stop", "at"),
    ("stretch", "to"),
    ("stretch", "over"),
];

/// The rule of what a party would rather have.
const PREFERRED: &str = "demand.stance";

/// What somebody would sooner do than what they refuse, and does not want either.
const RATHER: &WordList = words![
    "avoid", "boil", "burn", "chew", "crawl", "die", "drown", "eat", "hang", "jump", "resign", "starve", "swallow",
    "threaten", "walk",
];

/// "a levy, which to them is a tax": verbs with which a relative clause explains a word.
const EXPLAINS: &WordList = words!["mean", "understand", "refer"];

impl Sentence<'_> {
    /// Adds what the sentence says a proposed text would do.
    pub(super) fn terms(&self, drafts: &mut Vec<Draft>) {
        if self.parse.is_question() {
            return;
        }
        for group in 0..self.parse.groups().len() {
            if let Some(draft) = self
                .proposed(group, drafts)
                .or_else(|| self.wished(group, drafts))
                .or_else(|| self.preferred(group, drafts))
            {
                drafts.push(draft);
            }
        }
        if !(self.parse.may_hold(named::WHICH) || self.parse.may_hold(named::WHEREBY)) {
            return;
        }
        for at in 0..self.parse.tokens.len() {
            if let Some(draft) = self.laid_down(at, drafts) {
                self.part(drafts, at);
                drafts.push(draft);
            }
        }
    }

    /// "Their new text would have both fleets leave the bay": a text that a party owns, and what it would do.
    fn proposed(&self, group: usize, drafts: &[Draft]) -> Option<Draft> {
        let parse = self.parse;
        let found = parse.groups()[group];
        if found.form != Form::Finite || found.passive || found.perfect {
            return None;
        }
        let modal = match found.modal {
            Some(modal) => Some(modal).filter(|&modal| parse.lemma(modal) == named::WILL)?,
            None => Some(found.first).filter(|_| self.puts_down(group))?,
        };
        if Self::is_covered(drafts, found.head) {
            return None;
        }
        if found.lemma == named::BE || super::govern::governed(parse, group, true).barred.is_some() {
            return None;
        }
        let (held, kind) = match parse.nodes()[group].subjects() {
            &[subject] => {
                let held = self.seeker().of_text(subject);
                let kind = self.kind_of_text(subject, held.parties)?;
                (held, kind)
            }
            [] => self.headless(group)?,
            _ => return None,
        };
        // A draft in which its author gives something offers it.
        let gives = kind == Kind::Demand && parse.classes().is(found.lemma, Class::Grants);
        let kind = if gives { Kind::Offer } else { kind };
        let causes = found.lemma == named::HAVE && parse.phrase_at(found.last + 1).is_some();
        let start = if causes { found.last + 1 } else { found.head };
        let last = if causes { self.caused_end(start)? } else { parse.clause(found.first)?.last.max(found.head) };
        let kind = match (found.negation, kind) {
            (Some(_), Kind::Offer) => Kind::RedLine,
            (Some(_), _) => return None,
            (None, kind) => kind,
        };
        Some(self.term(kind, Stretch { first: start, last }, Stretch { first: modal, last: found.head }, held))
    }

    /// "Peru's would send any quarrel to a court": a text that only its owner names.
    fn headless(&self, group: usize) -> Option<(Held, Kind)> {
        let parse = self.parse;
        let genitive = parse.groups()[group].first.checked_sub(1).filter(|&at| parse.tag(at) == Tag::Genitive)?;
        let owner = parse.phrase_at(genitive.checked_sub(1)?).filter(|_| parse.groups()[group].modal.is_some())?;
        let held = self.seeker().of_phrases(&[owner]);
        let mediates = held.parties.without(self.scene.mediators()).is_empty();
        let kind = if mediates { Kind::Offer } else { Kind::Demand };
        (held.parties.len() == 1).then_some((held, kind))
    }

    /// "Peru's draft has all boats gone by June", "the Chilean paper puts the line at the reef": what a text does, told in
    /// the present.
    fn puts_down(&self, group: usize) -> bool {
        let parse = self.parse;
        let found = parse.groups()[group];
        if found.past || found.negation.is_some() {
            return false;
        }
        let reaches = |&(verb, particle): &(&str, &str)| {
            parse.reads_word(found.last + 1, particle) && parse.text_of(found.lemma) == verb
        };
        let object = || parse.phrase_at(found.last + 1).is_some();
        let lays = || parse.is_in(found.lemma, SETS) || found.lemma == named::HAVE && self.becomes(found.last + 1);
        object() && lays() || REACHES.iter().any(reaches)
    }

    /// "the troops off the ridge", "all boats gone by June": a thing at `at` and where it is to be or what is to become
    /// of it.
    fn becomes(&self, at: usize) -> bool {
        let parse = self.parse;
        let Some(thing) = parse.thing(at) else { return false };
        let phrase = parse.phrase_at(parse.over_open(at)).map_or(thing.last, |phrase| parse.phrases()[phrase].last);
        let away = words!["off", "out", "away", "back", "gone", "home", "beyond", "behind"];
        let acts = |behind: usize| {
            parse.group_at(behind).is_some_and(|group| {
                let found = parse.groups()[group];
                let bare = found.first == found.last && parse.word(found.head) == parse.lemma(found.head);
                matches!(found.form, Form::Participle | Form::Bare) || bare && !found.past && found.modal.is_none()
            })
        };
        // "Chad's levy on salt, which may come to a third, cut to a tenth"
        let over = if parse.tag(thing.last + 1) == Tag::Comma { thing.last + 2 } else { thing.last + 1 };
        [phrase + 1, thing.last + 1, over].into_iter().any(|behind| parse.reads(behind, away) || acts(behind))
    }

    /// "London would have the fleet out of the bay": what a party wants to come about.
    fn wished(&self, group: usize, drafts: &[Draft]) -> Option<Draft> {
        let parse = self.parse;
        let found = parse.groups()[group];
        let modal = found.modal.filter(|&modal| parse.word(modal) == named::WOULD)?;
        let start = found.last + 1;
        let plain = found.lemma == named::HAVE && found.negation.is_none() && !found.perfect && !found.obliged;
        if !plain || !self.becomes(start) || Self::is_covered(drafts, found.head) {
            return None;
        }
        let held = self.seeker().of_phrases(parse.nodes()[group].subjects());
        let barred = super::govern::governed(parse, group, true).barred.is_some();
        if barred || held.outsider || held.parties.len() != 1 {
            return None;
        }
        let last = parse.clause(found.first)?.last.max(parse.thing(start)?.last);
        let mut draft =
            self.term(Kind::Demand, Stretch { first: start, last }, Stretch { first: modal, last: found.head }, held);
        WISHED.clone_into(&mut draft.rule);
        Some(draft)
    }

    /// "would rather have a mandate than a letter": what a party would sooner do or have.
    fn preferred(&self, group: usize, drafts: &[Draft]) -> Option<Draft> {
        let parse = self.parse;
        let found = parse.groups()[group];
        let modal = found.modal.filter(|&modal| parse.word(modal) == named::WOULD)?;
        let rather = (modal + 1..found.head).find(|&at| parse.reads(at, words!["rather", "sooner"]))?;
        let held = self.seeker().of_phrases(parse.nodes()[group].subjects());
        let whole = parse.clause(found.first)?.last.max(found.head);
        let than = (found.head + 1..=whole).find(|&at| parse.word(at) == named::THAN);
        let verb = parse.text_of(found.lemma);
        // "would sooner starve": said of what is refused, which only a "than" would name.
        let none = parse.reads(found.last + 1, words!["no"]) || parse.nodes()[group].link == Link::Relative;
        if RATHER.contains(verb) || none {
            return None;
        }
        // "would sooner see the harbour shut"
        let sees = verb == "see" && found.head < whole;
        let first = if sees { parse.over_open(found.head + 1) } else { found.head };
        let content = Stretch { first, last: than.map_or(whole, |than| than - 1) };
        let barred = super::govern::governed(parse, group, true).barred.is_some();
        if barred || held.outsider || held.parties.is_empty() || Self::is_covered(drafts, found.head) {
            return None;
        }
        // What some would rather have the others would not.
        let all = held.parties.len() > 1 && self.scene.principals().without(held.parties).is_empty();
        let kind = match (found.negation, all) {
            (Some(_), _) => Kind::RedLine,
            (None, false) => Kind::Demand,
            (None, true) => Kind::Offer,
        };
        let mut draft = self.term(kind, content, Stretch { first: modal, last: rather }, held);
        PREFERRED.clone_into(&mut draft.rule);
        Some(draft)
    }

    /// Where "both fleets leave the bay" ends.
    fn caused_end(&self, start: usize) -> Option<usize> {
        let parse = self.parse;
        let verb = (start..parse.tokens.len())
            .take_while(|&at| !matches!(parse.tag(at), Tag::Stop | Tag::Comma | Tag::Colon))
            .find_map(|at| parse.group_at(at));
        match verb {
            Some(verb) => parse.act(parse.groups()[verb].first).map(|act| act.last),
            None => parse.thing(start).map(|thing| thing.last),
        }
    }

    /// What a text that a party has written is: an offer or a demand.
    pub(super) fn kind_of_text(&self, phrase: usize, owners: Parties) -> Option<Kind> {
        if owners.is_empty() {
            return None;
        }
        let parse = self.parse;
        let noun = parse.noun(phrase);
        let mediators = self.scene.mediators();
        let mediates = owners.iter().all(|party| mediators.contains(party));
        match () {
            () if OFFERING.contains(noun) => Some(Kind::Offer),
            () if DRAFTED.contains(noun) => Some(if mediates { Kind::Offer } else { Kind::Demand }),
            () => None,
        }
    }

    /// "an annex under which a party would have to wait": the clause says what the text before it lays down.
    fn laid_down(&self, at: usize, drafts: &[Draft]) -> Option<Draft> {
        let parse = self.parse;
        let opened = match () {
            () if parse.word(at + 1) == named::WHICH
                && [named::UNDER, named::BY, named::ON, named::IN].contains(&parse.word(at)) =>
            {
                at + 1
            }
            () if parse.word(at) == named::WHEREBY => at,
            () => return None,
        };
        let subject = parse.phrase_at(parse.over_open(opened + 1))?;
        let verb = (0..parse.groups().len()).find(|&group| {
            parse.groups()[group].first > opened && parse.nodes()[group].subjects().contains(&subject)
        })?;
        if parse.is_in(parse.groups()[verb].lemma, EXPLAINS) {
            return None;
        }
        let last = parse.clause(parse.groups()[verb].first)?.last.max(parse.groups()[verb].last);
        let clause = Stretch { first: parse.phrases()[subject].first, last };
        if Self::is_covered(drafts, parse.groups()[verb].head) && !drafts.iter().any(|draft| Self::holds(draft, at)) {
            return None;
        }
        let cue = Stretch { first: at, last: opened };
        let before = parse.before(at).map(|i| if parse.tag(i) == Tag::Comma { i.saturating_sub(1) } else { i })?;
        let known = drafts.iter().rfind(|draft| Self::holds(draft, before));
        // "a map on which its soldiers stay"
        let inside = [named::ON, named::IN].contains(&parse.word(at));
        let known = known.filter(|_| !inside);
        if let Some(known) = known.filter(|known| matches!(known.kind, Kind::Offer | Kind::Agreed | Kind::Demand)) {
            let mut draft = self.term(known.kind, clause, cue, known.held.clone());
            draft.status = known.status;
            draft.attribution.clone_from(&known.attribution);
            return Some(draft);
        }
        let noun = (0..parse.phrases().len()).rev().find(|&phrase| {
            let head = parse.phrases()[phrase].head;
            let word = parse.text_of(parse.lemma(head));
            head < at && at - head < 12 && (OFFERING.contains(word) && !inside || DRAFTED.contains(word))
        })?;
        let held = self.seeker().of_text(noun);
        let kind = self.kind_of_text(noun, held.parties)?;
        Some(self.term(kind, clause, cue, held))
    }

    /// What was put forward ends where its terms begin.
    fn part(&self, drafts: &mut [Draft], at: usize) {
        let parse = self.parse;
        let end = if parse.tag(at - 1) == Tag::Comma { at - 2 } else { at - 1 };
        for draft in drafts.iter_mut().filter(|draft| Self::holds(draft, at)) {
            let Some(tokens) = draft.tokens.filter(|tokens| tokens.first <= end) else { continue };
            let cut = Stretch { first: tokens.first, last: end };
            draft.tokens = Some(cut);
            draft.content = parse.span(cut.first, cut.last);
        }
    }

    fn holds(draft: &Draft, at: usize) -> bool {
        draft.tokens.is_some_and(|tokens| tokens.contains(at))
    }

    fn term(&self, kind: Kind, content: Stretch, cue: Stretch, held: Held) -> Draft {
        let parse = self.parse;
        let cue_span = parse.span(cue.first, cue.last);
        let rule = if kind == Kind::Demand { "demand.document" } else { "offer.document" };
        let why = format!("“{}” tells what a proposed text lays down ({rule})", cue_span.of(parse.text));
        let others = self.seeker().named_in(content).without(held.parties);
        Draft {
            toward: if others.len() == 1 { others } else { Parties::default() },
            negated: kind == Kind::RedLine,
            ..self.draft(Finding { rule, kind, held, content, cue, group: None, why })
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::claims::tests::{contents, world};

    #[test]
    fn a_text_that_only_its_owner_names_asks_for_what_it_would_do() {
        for (text, expected) in [
            ("Chad's would send any quarrel to a court.", Some("send any quarrel to a court")),
            ("Chad's version stops at a panel.", Some("stops at a panel")),
            ("Chad's best striker stops at nothing.", None),
        ] {
            assert_eq!(contents(&world(text)), expected.as_slice(), "{text}");
        }
    }
}
