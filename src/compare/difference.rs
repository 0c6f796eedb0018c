//! The types of differences.

use super::stance::Entry;
use crate::record::vocabulary;

vocabulary! {
    /// In what sources differ, gravest first.
    Contrast {
        /// Both cannot be true: agreed here; open, refused or denied there.
        Contradiction = "contradiction",
        /// One has as done what the other has as expected, demanded, open or past.
        Status = "status",
        /// They speak of other holders, conditions, figures or areas, or of the whole and a part.
        Scope = "scope",
        /// They say the same in other words, or one puts it harder.
        Wording = "wording",
        /// One speaks of it and the other does not.
        Omission = "omission",
    }
}

vocabulary! {
    /// What of a point differs where its scope does.
    Aspect {
        /// Who holds it.
        Holders = "holders",
        /// Whether a condition hangs on it.
        Condition = "condition",
        /// A figure.
        Figure = "figure",
        /// The whole or a part.
        Extent = "extent",
        /// The area.
        Area = "area",
    }
}

/// A difference between sources on one point; nobody is declared right.
#[derive(Debug, Clone)]
pub struct Difference<'a> {
    /// Its type.
    pub contrast: Contrast,
    /// What differs, where the type is [`Contrast::Scope`].
    pub aspect: Option<Aspect>,
    /// What one side reports, the firmer stance; one entry an article.
    pub left: Vec<Entry<'a>>,
    /// What the other side reports, one entry an article; empty for an omission, where the others are silent.
    pub right: Vec<Entry<'a>>,
}
