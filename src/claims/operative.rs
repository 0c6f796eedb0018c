//! Provisos of operative paragraphs: "…, it being understood that its rulings shall not be binding".
//!
//! What those who adopt a text understand is theirs as what they agree is.

use super::draft::Draft;
use super::holder::Held;
use super::sentence::{Finding, Sentence};
use super::under::RULE;
use crate::language::extent::Stretch;
use crate::language::named;
use crate::language::word_list::words;
use crate::record::Kind;

impl Sentence<'_> {
    /// Adds what is understood between those who adopt the sentence, or between those who agree in it.
    pub(super) fn provisos(&self, drafts: &mut Vec<Draft>) {
        let parse = self.parse;
        let agreed = drafts.iter().find(|draft| draft.kind == Kind::Agreed).map(|draft| draft.held.parties);
        let Some(parties) = self.implied.filter(|parties| parties.len() > 1).or(agreed) else { return };
        let Some(at) = (1..parse.tokens.len()).find(|&at| {
            parse.word(at + 1) == named::THAT
                && parse.reads(at - 1, words!["being"])
                && parse.reads(at, words!["understood", "agreed"])
        }) else {
            return;
        };
        let Some(content) = parse.clause(at + 2).filter(|content| !Self::is_covered_by_agreed(drafts, content.first))
        else {
            return;
        };
        let verb = (content.first..=content.last).find_map(|i| parse.tensed_at(i));
        if !verb.is_some_and(|verb| super::clausal::is_term(parse, verb)) {
            return;
        }
        let cue = Stretch { first: at - 1, last: at + 1 };
        let cut = at.saturating_sub(3);
        for draft in drafts.iter_mut() {
            let Some(tokens) = draft.tokens.filter(|tokens| tokens.contains(content.first) && tokens.first < cut)
            else {
                continue;
            };
            draft.tokens = Some(Stretch { first: tokens.first, last: cut - 1 });
            draft.content = parse.span(tokens.first, cut - 1);
        }
        let held = Held { parties, ..Held::default() };
        let why = format!("it is understood between {} ({RULE})", self.scene.name_parties(parties));
        drafts.push(self.draft(Finding { rule: RULE, kind: Kind::Agreed, held, content, cue, group: None, why }));
    }

    fn is_covered_by_agreed(drafts: &[Draft], at: usize) -> bool {
        drafts.iter().any(|draft| draft.kind == Kind::Agreed && draft.tokens.is_some_and(|tokens| tokens.contains(at)))
    }
}
