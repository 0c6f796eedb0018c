//! Papers that lie on the table: "The envoy has circulated an outline. It would stop the raids."
//!
//! A sentence that names a text and whoever brought it opens a run of what the text would do; a sentence that only
//! names the text goes on with the one before.

use super::holder::Held;
use super::run::{Footing, Run};
use super::sentence::Sentence;
use super::terms::{DRAFTED, OFFERING};
use crate::language::Tag;
use crate::language::classes::Class;
use crate::language::clause::Link;
use crate::language::named;
use crate::language::word_list::{WordList, words};
use crate::record::Kind;

/// Words that say that it may come to one.
const LIKELY: &WordList = words!["likely", "likelier", "possible", "conceivable", "probable", "near", "close"];

impl Sentence<'_> {
    /// The run of what a deal would hold that is only foreseen: "A deal by May is likely. It would …", "What might an
    /// accord look like?"
    pub(super) fn opens_forecast(&self) -> Option<Run> {
        let parse = self.parse;
        let parties = self.scene.principals();
        if parties.len() < 2 || self.reports.iter().any(|report| report.quoted) {
            return None;
        }
        let hoped = |phrase: usize| {
            let found = parse.phrases()[phrase];
            parse.classes().is(parse.lemma(found.head), Class::Deal)
                && parse.reads(found.first, words!["a", "any", "an", "the"])
        };
        let phrase = (0..parse.phrases().len()).find(|&phrase| hoped(phrase))?;
        let may = |at: usize| [named::WOULD, named::COULD, named::MIGHT, named::MAY].contains(&parse.word(at));
        let asked = parse.is_question()
            && parse.word(0) == named::WHAT
            && parse.tokens.len() <= 10
            && (0..parse.tokens.len()).any(|at| may(at) || parse.reads(at, words!["will"]));
        let foreseen = (0..parse.groups().len()).any(|group| {
            let found = parse.groups()[group];
            let own = parse.nodes()[group].subjects().contains(&phrase) && parse.nodes()[group].link == Link::Main;
            let likely = found.lemma == named::BE
                && (found.last + 1..found.last + 3).any(|at| parse.reads(at, LIKELY))
                && found.negation.is_none();
            own && (likely || found.modal.is_some_and(may) && found.negation.is_none())
        });
        // "If there is a deal before the vote, expect four pages."
        let supposed = parse.word(0) == named::IF && parse.phrases()[phrase].first <= 4;
        let foreseen = foreseen || supposed && parse.reads(1, words!["there", "they", "a", "any"]);
        let found = parse.phrases()[phrase];
        (asked || foreseen && !parse.is_question()).then(|| Run {
            footing: Footing::Proposed,
            kind: Kind::Agreed,
            held: Held { parties, ..Held::default() },
            opener: parse.span(found.first, found.last),
        })
    }

    /// The run that a text opens, named in the sentence with whoever has put it forward.
    pub(super) fn opens_proposal(&self) -> Option<Run> {
        let parse = self.parse;
        if self.headline || parse.is_question() {
            return None;
        }
        (0..parse.phrases().len()).rev().find_map(|phrase| {
            let found = parse.phrases()[phrase];
            if parse.tag(found.head) != Tag::Noun {
                return None;
            }
            let noun = parse.text_of(parse.lemma(found.head));
            if !OFFERING.contains(noun) && !DRAFTED.contains(noun) {
                return None;
            }
            let mut held = self.seeker().of_text(phrase);
            held.spans.clear();
            let kind = self.kind_of_text(phrase, held.parties).filter(|_| held.parties.len() == 1)?;
            let mediates = held.parties.without(self.scene.principals()) == held.parties;
            let kind = if mediates { Kind::Offer } else { kind };
            let opener = parse.span(found.first, found.last);
            Some(Run { footing: Footing::Proposed, kind, held, opener })
        })
    }
}
