//! "At the request of Oman, Iran agreed to free the crew": what was done on somebody's word was asked for by them.

use super::draft::Draft;
use super::holder::Held;
use super::sentence::{Finding, Sentence};
use crate::language::Tag;
use crate::language::extent::Stretch;
use crate::record::Kind;

/// The rule that such a claim is put down to.
const RULE: &str = "demand.noun";

/// What somebody does something at.
const WORDS: &[&str] = &["request", "insistence", "urging", "behest", "prompting", "demand", "instigation", "bidding"];

impl Sentence<'_> {
    /// Adds the demand that stands behind what a party agreed to, offered or did at another's word.
    pub(super) fn behests(&self, drafts: &mut Vec<Draft>) {
        let Some((cue, held)) = self.behest() else { return };
        let takes = |draft: &&Draft| {
            matches!(draft.kind, Kind::Agreed | Kind::Offer)
                && draft.held.parties.without(held.parties) == draft.held.parties
                && !draft.held.parties.is_empty()
        };
        let Some((met, content)) = drafts.iter().find(takes).and_then(|draft| Some((draft, draft.tokens?))) else {
            return;
        };
        let words = self.parse.span(cue.first, cue.last).of(self.parse.text);
        let why = format!("“{words}” says who asked for it ({RULE})");
        let toward = met.held.parties;
        let finding = Finding { rule: RULE, kind: Kind::Demand, held, content, cue, group: None, why };
        let asked = Draft { toward, ..self.draft(finding) };
        drafts.push(asked);
    }

    /// The words "at the request of", "at Oman's urging", and whose word it was.
    fn behest(&self) -> Option<(Stretch, Held)> {
        let parse = self.parse;
        let at = (0..parse.tokens.len()).find(|&at| {
            let noun = || parse.phrase_at(at + 1).map(|phrase| parse.phrases()[phrase].head);
            parse.word(at) == parse.words().at && noun().is_some_and(|noun| parse.reads(noun, WORDS))
        })?;
        let phrase = parse.phrase_at(at + 1)?;
        // "at the request of Oman, Iran agreed": the comma ends it.
        let last = parse.phrases()[phrase].last;
        let after = parse.phrase_at(last + 2).filter(|_| parse.reads(last + 1, &["of", "from", "by"]));
        let held = match after {
            Some(whose) => self.seeker().of_phrases(&[whose]),
            None => self.seeker().of_noun(phrase),
        };
        let named = !held.parties.is_empty() && !held.outsider && parse.tag(at) == Tag::Preposition;
        named.then_some((Stretch { first: at, last: parse.phrases()[phrase].head }, held))
    }
}
