//! What is left of an agreement: "settled everything except eels", "agreed on most points but not on the levy".

use super::draft::Draft;
use super::holder::Held;
use super::sentence::{Finding, Sentence};
use crate::language::Tag;
use crate::language::extent::Stretch;
use crate::language::word_list::{WordList, words};
use crate::mentions::Parties;
use crate::record::{Frame, FrameRole, Kind};

/// The rule that these claims name.
const RULE: &str = "agreed.verb";

/// Verbs of agreeing whose object may be everything but a rest.
const AGREES: &WordList = words!["agree", "settle", "resolve", "close", "clear"];

impl Sentence<'_> {
    /// Adds the points that an agreement on all else leaves open.
    pub(super) fn fractions(&self, drafts: &mut Vec<Draft>) {
        if self.parse.is_question() {
            return;
        }
        for group in 0..self.parse.groups().len() {
            let Some((cue, contents)) = self.rest_of(group) else { continue };
            let mut parties = Parties::default();
            for &subject in self.parse.nodes()[group].subjects() {
                parties.extend(self.seeker().parties_of(subject));
            }
            let parties = if parties.is_empty() { self.scene.principals() } else { parties };
            let free = contents.into_iter().filter(|content| !Self::is_covered(drafts, content.first));
            let found: Vec<Draft> = free.map(|content| self.left_open(group, cue, content, parties)).collect();
            drafts.extend(found);
        }
    }

    /// The words that set a rest apart behind the verb of `group`, and the rest.
    fn rest_of(&self, group: usize) -> Option<(Stretch, Vec<Stretch>)> {
        let parse = self.parse;
        let found = parse.groups()[group];
        let agrees = parse.is_in(found.lemma, AGREES);
        if !agrees || !found.has_tense() || found.negation.is_some() || found.modal.is_some() {
            return None;
        }
        let start = found.last + 1 + usize::from(parse.tag(found.last + 1) == Tag::Preposition);
        let whole = parse.phrases()[parse.phrase_at(start)?];
        let nothing = parse.text_at(whole.head).eq_ignore_ascii_case("nothing");
        if nothing || !self.is_vague(Stretch { first: whole.first, last: whole.last }) {
            return None;
        }
        let text = |at: usize| parse.text_at(at);
        let at = whole.last + 1 + usize::from(parse.tag(whole.last + 1) == Tag::Comma);
        let after = match (text(at), text(at + 1)) {
            ("except" | "save", "for") | ("apart" | "aside", "from") | ("other", "than") => at + 2,
            ("but", "not") => at + 2 + usize::from(parse.tag(at + 2) == Tag::Preposition),
            ("except" | "but" | "bar" | "excluding", _) => at + 1,
            _ => return None,
        };
        let contents = match parse.phrase_at(after) {
            Some(phrase) if parse.phrases()[phrase].first == after => parse.things(after),
            _ => return None,
        };
        Some((Stretch { first: at, last: after - 1 }, contents))
    }

    fn left_open(&self, group: usize, cue: Stretch, content: Stretch, parties: Parties) -> Draft {
        let parse = self.parse;
        let cue_span = parse.span(cue.first, cue.last);
        let why = format!("“{}” sets it apart from what was agreed ({RULE})", cue_span.of(parse.text));
        let held = Held { parties, ..Held::default() };
        Draft {
            frame: vec![Frame { role: FrameRole::Negation, span: cue_span }],
            negated: true,
            ..self.draft(Finding { rule: RULE, kind: Kind::Open, held, content, cue, group: Some(group), why })
        }
    }
}
