//! What a pattern found in a sentence.

use crate::language::extent::Stretch;

/// What filled the slots of a pattern.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Filled {
    /// The content, one stretch a conjunct.
    pub(super) contents: Vec<Stretch>,
    /// The phrases addressed.
    pub(super) toward: Vec<usize>,
    /// The phrases named as holder.
    pub(super) holders: Vec<usize>,
    /// Whether the content is a clause.
    pub(super) clause: bool,
    /// The phrases with whom it is done ("between A and B", "with A", "by A").
    pub(super) partners: Vec<usize>,
    /// A negation found in an object ("reached no agreement on").
    pub(super) negation: Option<usize>,
    /// The last token of the cue's own words.
    pub(super) cue_end: Option<usize>,
}
