//! What a reader is told of how a claim was settled.

use super::draft::Draft;
use super::govern::Governed;
use crate::record::{Kind, Status};
use crate::rules::{Cue, Head, Rule};

pub(super) fn kind_reason(rule: &Rule, cue: &Cue, kind: Kind, words: &str, governed: &Governed) -> String {
    let part = match cue.head {
        Head::Verb(_) => "the verb",
        Head::Noun(_) => "the noun",
        Head::Predicate(_) => "the predicate",
    };
    let turned = if governed.negated || governed.refused { ", negated," } else { "" };
    format!(
        "{part} “{words}”{turned} makes it {} {} ({})",
        if matches!(kind, Kind::Agreed | Kind::Open | Kind::Offer) { "an" } else { "a" },
        match kind {
            Kind::Agreed | Kind::Open => format!("{} point", kind.word()),
            _ => kind.word().to_owned(),
        },
        rule.id
    )
}

/// What a status means, in words.
pub(super) fn status_reason(status: Status) -> &'static str {
    match status {
        Status::Stated => "reported as so",
        Status::Expected => "forecast, hedged or possible",
        Status::Past => "of an earlier round or time",
        Status::Denied => "reported as denied",
    }
}

/// Tells whether a claim of the sentence says already what `draft` does: the same stance, on what lies in its content,
/// of the same holders or of more.
pub(super) fn says_so(known: &Draft, draft: &Draft) -> bool {
    let held = !draft.held.parties.is_empty() && draft.held.parties.without(known.held.parties).is_empty();
    known.kind == draft.kind
        && (held || known.held.parties == draft.held.parties)
        && known.content.contains(draft.content)
}
