//! Threats to leave: "would walk out if the fence was mentioned".
//!
//! The threatened act is no claim (codebook, hard case 19); what it is threatened over the party will not have.

use super::draft::Draft;
use super::holder::Held;
use super::marker::Condition;
use super::sentence::Sentence;
use crate::language::named;
use crate::language::word_list::{WordList, words};
use crate::record::Kind;

/// What those who break off talks leave.
const TABLES: &WordList =
    words!["room", "table", "talks", "coalition", "negotiations", "conference", "hall", "government"];

impl Sentence<'_> {
    /// What a party of the sentence threatens to leave over: a red line, or a demand where it is something not done.
    pub(super) fn threats(&self, condition: &Condition) -> Vec<Draft> {
        let parse = self.parse;
        let Some(group) = (0..parse.groups().len()).find(|&group| self.threatens(group)) else { return Vec::new() };
        let first = parse.groups()[group].first;
        let held = match self.seeker().voice(first) {
            Some((parties, report)) => self.spoken(parties, report),
            None => Held { parties: self.subject_parties(group), ..Held::default() },
        };
        if held.parties.len() != 1 || super::govern::governed(parse, group, true).denied {
            return Vec::new();
        }
        let attribution = self.attribution(first, Some(group), None);
        let claims = condition.contents.iter().map(|&content| {
            let verb = (content.first..=content.last).find_map(|at| parse.tensed_at(at));
            let undone = verb.is_some_and(|verb| parse.groups()[verb].negation.is_some());
            let mut draft = self.demand(condition, content, &held, attribution.clone());
            draft.kind = if undone { Kind::Demand } else { Kind::RedLine };
            draft
        });
        claims.collect()
    }

    /// "would leave the room", "will walk out": a verb of breaking off.
    fn threatens(&self, group: usize) -> bool {
        let parse = self.parse;
        let found = parse.groups()[group];
        let lemma = parse.text_of(found.lemma);
        let next = parse.over_adverbs(found.last + 1);
        let leaves = words!["leave", "quit"].contains(lemma) && (next..next + 2).any(|at| parse.reads(at, TABLES));
        let walks = lemma == "walk" && parse.reads(next, words!["out", "away"])
            || words!["boycott", "bolt", "veto"].contains(lemma);
        let willed = found.modal.is_some_and(|modal| parse.lemma(modal) == named::WILL);
        willed && found.negation.is_none() && (leaves || walks)
    }
}
