//! A text that is refused for what it lacks: "will not sign a deal that does not include a pullout" demands the pullout
//! (codebook, hard case 14).
//!
//! Invariant: the refusal is of a text, and the relative clause on the text itself says what is missing.

use super::condition::RULE;
use super::draft::Draft;
use super::sentence::Sentence;
use super::told::TEXTS;
use crate::language::clause::Link;
use crate::language::extent::Stretch;
use crate::language::word_list::{WordList, words};
use crate::record::{Kind, Reason};

/// Verbs of what a text holds: what is behind them is the point.
const HOLDS: &WordList = words![
    "address",
    "contain",
    "cover",
    "ensure",
    "entail",
    "feature",
    "guarantee",
    "have",
    "include",
    "involve",
    "mention",
    "provide",
    "require",
    "specify",
    "stipulate",
];

/// Verbs of what a text passes over.
const OMITS: &WordList = words!["exclude", "ignore", "lack", "omit"];

/// Verbs of taking a text as it is.
const TAKES: &WordList =
    words!["accept", "adopt", "agree", "approve", "back", "consider", "endorse", "join", "ratify", "sign", "support"];

impl Sentence<'_> {
    /// Turns the refusal of a text for what it lacks into the demand for it.
    pub(super) fn lacking(&self, drafts: &mut Vec<Draft>) {
        for at in (0..drafts.len()).rev() {
            let Some(contents) = drafts.get(at).and_then(|draft| self.missing(draft)) else { continue };
            let refusal = drafts.remove(at);
            drafts.retain(|draft| draft.cue != refusal.cue);
            let demands = contents.into_iter().map(|content| self.asked_instead(&refusal, content));
            drafts.splice(at.min(drafts.len())..at.min(drafts.len()), demands);
        }
    }

    /// What the text that a claim refuses would have to hold.
    fn missing(&self, draft: &Draft) -> Option<Vec<Stretch>> {
        let parse = self.parse;
        let tokens = draft.tokens.filter(|_| draft.kind == Kind::RedLine)?;
        let group = (0..parse.groups().len()).find(|&group| {
            let (node, found) = (parse.nodes()[group], parse.groups()[group]);
            node.link == Link::Relative && found.first > draft.cue.last && tokens.contains(found.head)
        })?;
        let text = parse.phrases()[parse.nodes()[group].antecedent?];
        let taken = parse.group_at(tokens.first).map(|verb| parse.verb(verb));
        let bare = tokens.first == text.first || taken.is_some_and(|verb| TAKES.contains(verb));
        let noun = parse.text_of(parse.lemma(text.head));
        if !bare || !TEXTS.contains(noun) || parse.nodes()[group].subjects().len() > 1 {
            return None;
        }
        let found = parse.groups()[group];
        let verb = parse.text_of(found.lemma);
        let behind = |at: usize| Some(parse.things(parse.over_open(at))).filter(|things| !things.is_empty());
        let particle = usize::from(parse.reads(found.last + 1, words!["for", "out"]));
        let omits = OMITS.contains(verb) || verb == "leave" && particle == 1;
        match (found.negation.is_some(), omits) {
            (false, true) => behind(found.last + 1 + particle),
            (true, false) if HOLDS.contains(verb) => behind(found.last + 1 + particle),
            (true, false) if found.modal.is_none() && !found.passive => {
                let last = parse.clause(found.first)?.last.min(tokens.last).max(found.head);
                (last > found.head).then(|| vec![Stretch { first: found.head, last }])
            }
            _ => None,
        }
    }

    fn asked_instead(&self, refusal: &Draft, content: Stretch) -> Draft {
        let text = "what a refused text lacks is what the party asks for (codebook, hard case 14)".to_owned();
        let mut reasons = refusal.reasons.clone();
        reasons.push(Reason { field: "kind", text });
        Draft {
            rule: RULE.to_owned(),
            kind: Kind::Demand,
            tokens: Some(content),
            content: self.parse.span(content.first, content.last),
            issues: self.classify(content),
            reasons,
            negated: true,
            ..refusal.clone()
        }
    }
}
