//! Answers without a point of their own: "Israel refused.", "Both consented", "Management said no", "had no
//! objection". The point is what somebody else has just asked for or proposed.

use super::draft::Draft;
use super::govern;
use super::sentence::Sentence;
use crate::language::Tag;
use crate::language::classes::Class;
use crate::language::extent::Stretch;
use crate::language::named;
use crate::language::phrase::Form;
use crate::language::word_list::{WordList, words};
use crate::mentions::Parties;
use crate::record::{Kind, Reason, Status};
use crate::text::Span;

/// The rule that these claims name.
const RULE: &str = "agreed.answer";

/// Verbs that turn down what was asked or proposed.
const REFUSES: &WordList = words!["refuse", "decline", "object", "balk", "baulk", "demur"];

/// Verbs that grant it.
const GRANTS: &WordList = words!["accept", "agree", "consent", "assent", "acquiesce", "relent"];

/// What was asked for or proposed: its words, its tokens where they are of this sentence, its issues.
type Point = (Span, Option<Stretch>, Vec<String>, Parties);

impl Sentence<'_> {
    /// Adds the claims of verbs that answer and name no point.
    pub(super) fn answers(&self, drafts: &mut Vec<Draft>) {
        if self.parse.is_question() || self.headline {
            return;
        }
        for group in 0..self.parse.groups().len() {
            let found = self.parse.groups()[group];
            if found.form != Form::Finite || Self::is_covered(drafts, found.head) {
                continue;
            }
            if let Some((kind, last)) = self.grants_or_refuses(group)
                && let Some(draft) = self.answered(group, kind, last, drafts)
            {
                drafts.push(draft);
            }
        }
    }

    /// The kind of answer that the verb gives, and its last word.
    fn grants_or_refuses(&self, group: usize) -> Option<(Kind, usize)> {
        let parse = self.parse;
        let found = parse.groups()[group];
        let verb = |verbs| parse.is_in(found.lemma, verbs);
        let is = |at: usize, words: &WordList| parse.reads(at, words);
        let next = found.last + 1;
        if let Some(kind) = self.opening_answer(group) {
            return Some((kind, found.last));
        }
        let (kind, last) = match () {
            () if verb(REFUSES) => (Kind::RedLine, found.last),
            () if verb(GRANTS) => (Kind::Agreed, found.last),
            () if found.lemma == named::SAY && is(next, words!["no"]) => (Kind::RedLine, next),
            () if found.lemma == named::SAY && is(next, words!["yes"]) => (Kind::Agreed, next),
            () if found.lemma == named::HAVE
                && is(next, words!["no"])
                && is(next + 1, words!["objection", "objections"]) =>
            {
                (Kind::Offer, next + 1)
            }
            () => return None,
        };
        let mut end = last + 1;
        while parse.is_time_at(end) || parse.tag(end) == Tag::Preposition && parse.is_time_at(end + 1) {
            let at = if parse.tag(end) == Tag::Preposition { end + 1 } else { end };
            end = parse.phrase_at(at).map_or(at, |phrase| parse.phrases()[phrase].last) + 1;
        }
        let closes = end >= parse.tokens.len() || matches!(parse.tag(end), Tag::Stop | Tag::Comma | Tag::Colon);
        (closes && !found.passive && found.modal.is_none()).then_some((kind, last))
    }

    /// "Fine, said Chad.", "Never, the union replied.": a word of assent or refusal that stands alone before whoever says
    /// it.
    fn opening_answer(&self, group: usize) -> Option<Kind> {
        let parse = self.parse;
        let comma = (1..4).find(|&at| parse.tag(at) == Tag::Comma)?;
        let first = parse.over_open(0);
        let subject = parse.nodes()[group].subjects().first().map(|&subject| parse.phrases()[subject].first)?;
        let speaks = parse.classes().is(parse.groups()[group].lemma, Class::Speech);
        let start = subject.min(parse.groups()[group].first);
        if !speaks || start > comma + 2 || start <= comma || first >= comma {
            return None;
        }
        let words = parse.span(first, comma - 1).of(parse.text).to_lowercase();
        match words.trim_end_matches(['"', '”', '\'', '’']) {
            "fine" | "very well" | "all right" | "by all means" | "why not" => Some(Kind::Offer),
            "yes" | "agreed" | "done" => Some(Kind::Agreed),
            "no" | "never" | "not a chance" | "no way" | "impossible" | "out of the question" => Some(Kind::RedLine),
            _ => None,
        }
    }

    fn answered(&self, group: usize, kind: Kind, last: usize, drafts: &[Draft]) -> Option<Draft> {
        let parse = self.parse;
        let governed = govern::governed(parse, group, self.is_reported(group));
        if governed.barred.is_some() || governed.negated || governed.refused || governed.denied {
            return None;
        }
        let held = self.seeker().of_phrases(parse.nodes()[group].subjects());
        if held.parties.is_empty() || held.outsider {
            return None;
        }
        let first = parse.groups()[group].first;
        let (content, tokens, issues, toward) = self.asked_before(first, held.parties, drafts)?;
        let cue = Stretch { first, last };
        let cue_span = parse.span(first, last);
        let text = format!("“{}” answers what was asked for or proposed just before ({RULE})", cue_span.of(parse.text));
        let mut reasons = vec![Reason { field: "kind", text }];
        reasons.extend(held.reason.clone());
        Some(Draft {
            rule: RULE.to_owned(),
            kind,
            status: if governed.hedged { Status::Expected } else { Status::Stated },
            held,
            toward,
            tokens,
            content,
            cue,
            cue_span,
            quote: self.span,
            frame: Vec::new(),
            attribution: self.attribution(first, Some(group), None),
            issues,
            reasons,
            headline: self.headline,
            negated: false,
        })
    }

    /// What others have asked for or proposed before token `first`, in this sentence or the one before.
    fn asked_before(&self, first: usize, own: Parties, drafts: &[Draft]) -> Option<Point> {
        let asks = |kind: Kind| matches!(kind, Kind::Demand | Kind::Offer);
        let others = |parties: Parties| !parties.is_empty() && !parties.iter().any(|party| own.contains(party));
        let here = drafts
            .iter()
            .filter(|draft| draft.cue.first < first && asks(draft.kind) && others(draft.held.parties))
            .max_by_key(|draft| draft.cue.first);
        if let Some(draft) = here {
            return Some((draft.content, draft.tokens, draft.issues.clone(), draft.held.parties));
        }
        let earlier = self.earlier.iter().rev().find(|earlier| earlier.age <= 1)?;
        (asks(earlier.kind) && others(earlier.holders))
            .then(|| (earlier.content, None, earlier.issues.clone(), earlier.holders))
    }
}
