//! What a point is called beside it: "Kenya wants a fee, a red line for Fiji" gives Fiji's refusal of the fee.

use super::draft::Draft;
use super::gap::chain_head;
use super::holder::Held;
use super::sentence::{Finding, Sentence};
use crate::language::Tag;
use crate::language::extent::Stretch;
use crate::record::{Kind, Reason};

/// The rule of a point that is called a red line.
const RULE: &str = "red-line.predicate";

/// What a point is called that a party refuses; what stands before the noun in "a red line" included.
const LINES: &[&str] =
    &["red line", "red-line", "non-starter", "nonstarter", "deal-breaker", "dealbreaker", "taboo", "anathema"];

impl Sentence<'_> {
    /// Adds the refusals of what stands before ", a red line for X".
    pub(super) fn apposed(&self, drafts: &mut Vec<Draft>) {
        for at in 1..self.parse.tokens.len() {
            if matches!(self.parse.tag(at), Tag::Comma | Tag::Dash)
                && let Some(draft) = self.line_behind(at, drafts)
            {
                drafts.push(draft);
            }
        }
    }

    fn line_behind(&self, mark: usize, drafts: &[Draft]) -> Option<Draft> {
        let parse = self.parse;
        let line = parse.phrases()[parse.phrase_at(mark + 1)?];
        let article = parse.tag(line.first) == Tag::Determiner && !parse.reads(line.first, &["no", "the"]);
        let name = parse.span(line.first + usize::from(article), line.last).of(parse.text).to_lowercase();
        let for_whom = parse.reads(line.last + 1, &["for", "to", "with"]);
        if !for_whom || !LINES.contains(&name.as_str()) {
            return None;
        }
        let parties = self.seeker().parties_of(parse.phrase_at(parse.over_open(line.last + 2))?);
        let before = drafts.iter().rev().find(|known| {
            known.tokens.is_some_and(|tokens| tokens.last + 1 == mark)
                && known.held.parties.without(parties) == known.held.parties
        });
        let own = || {
            let head = chain_head(parse, parse.phrase_at(mark - 1)?);
            Some(Stretch { first: parse.phrases()[head].first, last: mark - 1 })
        };
        let content = before.and_then(|known| known.tokens).or_else(own)?;
        if parties.is_empty() {
            return None;
        }
        let text = format!("“{name}” is said of it for {}", self.scene.name_parties(parties));
        let held = Held { parties, reason: Some(Reason { field: "holder", text }), ..Held::default() };
        let cue = Stretch { first: line.first, last: line.last };
        let why = format!("what stands before “{name}” is called so");
        Some(self.draft(Finding { rule: RULE, kind: Kind::RedLine, held, content, cue, group: None, why }))
    }
}
