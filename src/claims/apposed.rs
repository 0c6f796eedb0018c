//! What a point is called beside it: "Kenya wants a fee, a red line for Fiji" gives Fiji's refusal of the fee, "Kenya
//! refused a fee, the main demand of Fiji" Fiji's demand for it.

use super::draft::Draft;
use super::gap::chain_head;
use super::holder::Held;
use super::sentence::{Finding, Sentence};
use super::special::ASKED;
use crate::language::Tag;
use crate::language::extent::Stretch;
use crate::language::word_list::{WordList, words};
use crate::mentions::Parties;
use crate::record::{Kind, Reason};

/// The kind and the rule of a point that is called a red line.
const RED_LINE: (Kind, &str) = (Kind::RedLine, "red-line.predicate");
/// The kind and the rule of a point that is called a demand.
const DEMAND: (Kind, &str) = (Kind::Demand, "demand.noun");

/// What a point is called that a party refuses; what stands before the noun in "a red line" included.
const LINES: &WordList =
    words!["red line", "red-line", "non-starter", "nonstarter", "deal-breaker", "dealbreaker", "taboo", "anathema"];

impl Sentence<'_> {
    /// Adds the refusals of what stands before ", a red line for X", and the demands for it before ", a demand of X".
    pub(super) fn apposed(&self, drafts: &mut Vec<Draft>) {
        for at in 1..self.parse.tokens.len() {
            if matches!(self.parse.tag(at), Tag::Comma | Tag::Dash)
                && let Some(draft) = self.line_behind(at, drafts).or_else(|| self.demand_behind(at, drafts))
            {
                drafts.push(draft);
            }
        }
    }

    fn line_behind(&self, mark: usize, drafts: &[Draft]) -> Option<Draft> {
        let parse = self.parse;
        let line = parse.phrases()[parse.phrase_at(mark + 1)?];
        if !parse.reads(line.last + 1, words!["for", "to", "with"]) {
            return None;
        }
        let article = parse.tag(line.first) == Tag::Determiner && !parse.reads(line.first, words!["no", "the"]);
        let name = parse.span(line.first + usize::from(article), line.last).of(parse.text).to_lowercase();
        if !LINES.contains(&name) {
            return None;
        }
        let parties = self.seeker().parties_of(parse.phrase_at(parse.over_open(line.last + 2))?);
        self.called_so(mark, Stretch { first: line.first, last: line.last }, RED_LINE, parties, drafts)
    }

    /// "a truce, a key Chadian demand", "a truce, the main demand of Chad".
    fn demand_behind(&self, mark: usize, drafts: &[Draft]) -> Option<Draft> {
        let parse = self.parse;
        let phrase = parse.phrase_at(mark + 1)?;
        let found = parse.phrases()[phrase];
        let asked = parse.tag(found.head) == Tag::Noun && parse.is_in(parse.lemma(found.head), ASKED);
        if !asked || parse.tag(found.first) == Tag::Noun {
            return None;
        }
        let by =
            parse.reads(found.last + 1, words!["by", "of", "from"]).then(|| parse.phrase_at(found.last + 2)).flatten();
        let parties = match by {
            Some(owner) => self.seeker().parties_of(owner),
            None => self.scene.owner(parse, phrase).unwrap_or_default(),
        };
        self.called_so(mark, Stretch { first: found.first, last: found.last }, DEMAND, parties, drafts)
    }

    /// The claim on the point that ends at `mark`.
    fn called_so(
        &self,
        mark: usize,
        cue: Stretch,
        claim: (Kind, &str),
        parties: Parties,
        drafts: &[Draft],
    ) -> Option<Draft> {
        let parse = self.parse;
        let before = drafts.iter().rev().find(|known| known.tokens.is_some_and(|tokens| tokens.last + 1 == mark));
        if parties.is_empty() || before.is_some_and(|known| known.held.parties.without(parties) != known.held.parties) {
            return None;
        }
        let own = || {
            let head = chain_head(parse, parse.phrase_at(mark - 1)?);
            // "are stopped at the ports, a demand of Fiji": what is done there is the demand, and not the place.
            let placed = parse.phrases()[head].first.checked_sub(1).is_some_and(|at| parse.tag(at) == Tag::Preposition);
            if placed || self.scene.actor(head).is_some() {
                return None;
            }
            Some(Stretch { first: parse.phrases()[head].first, last: mark - 1 })
        };
        let content = before.and_then(|known| known.tokens).or_else(own)?;
        let name = parse.span(cue.first, cue.last).of(parse.text);
        let text = format!("“{name}” is said of it for {}", self.scene.name_parties(parties));
        let held = Held { parties, reason: Some(Reason { field: "holder", text }), ..Held::default() };
        let why = format!("what stands before “{name}” is called so");
        let (kind, rule) = claim;
        Some(self.draft(Finding { rule, kind, held, content, cue, group: None, why }))
    }
}
