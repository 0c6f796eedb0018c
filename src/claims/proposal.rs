//! Papers that lie on the table: "The envoy has circulated an outline. It would stop the raids."
//!
//! A sentence that names a text and whoever brought it opens a run of what the text would do; a sentence that only
//! names the text goes on with the one before.

use super::run::{Footing, Run};
use super::sentence::Sentence;
use super::terms::{DRAFTED, OFFERING};
use crate::language::Tag;
use crate::record::Kind;

impl Sentence<'_> {
    /// The run that a text opens, named in the sentence with whoever has put it forward.
    pub(super) fn opens_proposal(&self) -> Option<Run> {
        let parse = self.parse;
        if self.headline || parse.is_question() {
            return None;
        }
        (0..parse.phrases().len()).rev().find_map(|phrase| {
            let found = parse.phrases()[phrase];
            let noun = parse.language.lexicon.text(parse.lemma(found.head));
            let text = OFFERING.contains(&noun) || DRAFTED.contains(&noun);
            if !text || parse.tag(found.head) != Tag::Noun {
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
