//! In whose view a sentence stands: "For Syria, the line is 1974", "in the Syrian reading", "Israel's red lines: …".

use super::holder::Held;
use super::sentence::Sentence;
pub(super) use super::sentence::View;
use crate::language::Tag;
use crate::language::extent::Stretch;
use crate::language::named;
use crate::language::word_list::{WordList, words};
use crate::mentions::Parties;
use crate::record::Reason;

/// What a party's view is called at the head of a sentence: "in the Syrian reading".
const OPINIONS: &WordList =
    words!["reading", "view", "eyes", "telling", "version", "opinion", "account", "mind", "book"];

impl Sentence<'_> {
    /// In whose view a clause stands: its speaker's, or that of a party named for the sentence.
    pub(super) fn view_of(
        &self,
        group: usize,
        view: Option<&View>,
    ) -> Option<(Held, bool, Vec<crate::record::Source>)> {
        let first = self.parse.groups()[group].first;
        if let Some((parties, report)) = self.seeker().voice(first) {
            if report.group == Some(group) {
                return None;
            }
            let attribution = self.attribution(first, Some(group), None);
            return Some((self.spoken(parties, report), false, attribution));
        }
        if self.reports.iter().any(|report| report.covers(first)) {
            return None;
        }
        let view = view.filter(|view| !view.parties.is_empty())?;
        let text = format!("the passage gives the view of {}", self.scene.name_parties(view.parties));
        let held = Held { parties: view.parties, reason: Some(Reason { field: "holder", text }), ..Held::default() };
        Some((held, view.red_lines, view.attribution.clone()))
    }

    /// "For Syria, …": the party in whose view the sentence stands.
    pub(super) fn topical_view(&self) -> Option<View> {
        let parse = self.parse;
        let is = |at: usize, words: &WordList| parse.reads(at, words);
        let first = usize::from([named::BUT, named::AND, named::YET].contains(&parse.word(0)));
        let seen = is(first, words!["seen"]);
        if !seen && ![named::FOR, named::TO, named::IN, named::AS].contains(&parse.word(first)) {
            return None;
        }
        let phrase = parse.phrase_at(first + 1 + usize::from(seen))?;
        let found = parse.phrases()[phrase];
        let parties = match () {
            () if is(first, words!["for", "to"]) && parse.tag(found.last + 1) == Tag::Comma
                || is(first, words!["for"]) && parse.tag(found.last + 1) == Tag::Determiner =>
            {
                self.scene.actor(phrase).filter(|actor| !actor.outsider)?.parties
            }
            () if is(first, words!["in"]) => {
                let opinion = (first + 2..first + 5).find(|&at| is(at, OPINIONS))?;
                self.seeker().named_in(Stretch { first: first + 1, last: opinion })
            }
            () if is(first, words!["seen"]) && is(first + 1, words!["from", "by"]) => {
                self.scene.actor(phrase).filter(|actor| !actor.outsider)?.parties
            }
            () if is(first, words!["as"]) && is(found.last + 1, words!["sees"])
                || is(first, words!["as"]) && is(found.last + 1, words!["see"]) =>
            {
                self.scene.actor(phrase).filter(|actor| !actor.outsider)?.parties
            }
            () => return None,
        };
        (!parties.is_empty()).then_some(View { parties, ..View::default() })
    }

    /// "Israel's position …", "Syria set out its conditions.": the party whose terms follow.
    pub(super) fn announced_view(&self) -> Option<View> {
        let parse = self.parse;
        let mut red_lines = false;
        let mut parties = Parties::default();
        let mut at = 0;
        for (place, phrase) in parse.phrases().iter().enumerate() {
            let head = |nouns| parse.is_in(parse.lemma(phrase.head), nouns);
            let red = phrase.head > 0 && parse.reads(phrase.head - 1, words!["red"]) && head(words!["line"]);
            if red || head(words!["position", "condition", "demand", "term", "requirement", "priority"]) {
                red_lines |= red;
                at = phrase.head;
                if let Some(owner) = self.scene.owner(parse, place) {
                    parties = if parties.is_empty() { owner } else { parties };
                }
            }
        }
        (parties.len() == 1).then(|| View { parties, red_lines, attribution: self.attribution(at, None, None) })
    }
}
