//! Many documents, and everything found in them.
//!
//! Lists are sorted by document and position; the same input gives the same corpus.

use crate::record::{Claim, Missed, Person, Statement};
use crate::document::Document;

/// Documents and what was found in them.
#[derive(Debug, Clone, Default)]
pub struct Corpus {
    /// The slug of the dossier that was used.
    pub dossier: String,
    /// The documents, in the order read.
    pub documents: Vec<Document>,
    /// The claims, by document and position.
    pub claims: Vec<Claim>,
    /// The attributed statements, by document and position.
    pub statements: Vec<Statement>,
    /// The people, by name.
    pub people: Vec<Person>,
    /// Sentences with a cue that gave no claim.
    pub missed: Vec<Missed>,
}
