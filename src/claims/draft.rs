//! A claim in the making: judged, but not yet given its issues and its name.

use super::holder::Held;
use crate::language::extent::Stretch;
use crate::mentions::Parties;
use crate::record::{Frame, Kind, Reason, Source, Status};
use crate::text::Span;

/// A claim found in a sentence.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    /// The rule that fired.
    pub(super) rule: String,
    /// The stance.
    pub(super) kind: Kind,
    /// How firmly it is reported.
    pub(super) status: Status,
    /// Who holds it.
    pub(super) held: Held,
    /// Whom it is aimed at.
    pub(super) toward: Parties,
    /// The content, in tokens of the sentence, or nothing where it stands in an earlier one.
    pub(super) tokens: Option<Stretch>,
    /// The content, in bytes.
    pub(super) content: Span,
    /// The cue, in tokens of the sentence.
    pub(super) cue: Stretch,
    /// The cue, in bytes.
    pub(super) cue_span: Span,
    /// The sentence, in bytes.
    pub(super) quote: Span,
    /// What governs the cue.
    pub(super) frame: Vec<Frame>,
    /// Who says so.
    pub(super) attribution: Vec<Source>,
    /// The issues.
    pub(super) issues: Vec<String>,
    /// How each field was settled.
    pub(super) reasons: Vec<Reason>,
    /// Whether it comes from the headline or standfirst.
    pub(super) headline: bool,
    /// Whether it was negated into its kind ("did not sign").
    pub(super) negated: bool,
}
