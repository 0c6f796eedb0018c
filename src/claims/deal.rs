//! Sentences that say that there is a deal, and no more: "The two have an agreement in principle.", "The terms are
//! simple." What the next ones tell in the present or with "will" is what it lays down.
//!
//! Whether a sentence tells a term is not asked here.

use super::holder::Held;
use super::run::{Footing, Run};
use super::sentence::Sentence;
use crate::language::Tag;
use crate::language::classes::Class;
use crate::language::clause::Link;
use crate::language::word_list::{WordList, words};
use crate::record::Kind;

/// Verbs of those who have one.
const HAS: &WordList = words!["have", "reach", "strike", "clinch", "seal", "conclude", "initial", "be"];

/// What a deal is spelled out in.
const TERMS: &WordList = words!["terms", "details", "particulars"];

impl Sentence<'_> {
    /// "Chad and Mali have struck a deal.", "There is an agreement in principle.": what follows may say what is in it.
    pub(super) fn has_deal(&self) -> Option<Run> {
        let parse = self.parse;
        let parties = self.scene.principals();
        let quoted = self.headline || self.reports.iter().any(|report| report.quoted);
        if parties.len() < 2 || parse.is_question() || quoted {
            return None;
        }
        let deal = (0..parse.groups().len()).find_map(|group| self.deal_of(group))?;
        let held = Held { parties, ..Held::default() };
        Some(Run { footing: Footing::Claimed, kind: Kind::Agreed, held, opener: parse.span(deal, deal) })
    }

    /// The noun for a deal that the verb says there is.
    fn deal_of(&self, group: usize) -> Option<usize> {
        let parse = self.parse;
        let found = parse.groups()[group];
        let lemma = parse.text_of(found.lemma);
        let sure = found.has_tense() && !found.passive && found.modal.is_none() && found.negation.is_none();
        if !sure || !HAS.contains(lemma) || parse.nodes()[group].link != Link::Main {
            return None;
        }
        let there = found.first > 0 && parse.reads(found.first - 1, words!["there"]);
        let sides = self.scene.principals();
        let own = self.subject_parties(group);
        let both = !own.is_empty() && sides.without(own).is_empty();
        let object = parse.phrases()[parse.phrase_at(parse.over_adverbs(found.last + 1))?];
        let some = parse.reads(object.first, words!["a", "an"]);
        let about = parse.reads(object.last + 1, words!["on", "over", "to", "that", "about", "for", "under"]);
        let fits = parse.classes().is(parse.lemma(object.head), Class::Deal)
            && some
            && !about
            && if lemma == "be" { there } else { both };
        fits.then_some(object.head)
    }

    /// Tells whether a run goes on behind a sentence that tells nothing of it.
    pub(super) fn carries_on(&self, run: &Run) -> bool {
        // "What do you want? – A map. Before anything. And the list."
        let asked = run.footing == Footing::Asked && self.scene.voice_of().is_some() && self.is_fragment();
        asked || run.footing == Footing::Announced || run.is_foreseen() || run.is_settled() && self.names_terms()
    }

    /// "The terms are simple.", "The details first.": more is to come.
    fn names_terms(&self) -> bool {
        let parse = self.parse;
        let noun = parse.over_open(0) + 1;
        parse.tokens.len() <= 9
            && parse.reads(noun - 1, words!["the", "its", "their"])
            && parse.reads(noun, TERMS)
            && parse.tokens.iter().all(|token| token.tag != Tag::Negation)
    }
}
