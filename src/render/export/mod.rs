//! The formats for other programs.
//!
//! [`json`] is the frozen version 1; [`ndjson`], [`csv`] and [`markdown`] carry the same records. All are
//! built from a [`Corpus`] alone; the same corpus gives the same bytes.

use crate::corpus::Corpus;
use crate::record::{Claim, vocabulary};

pub mod csv;
pub mod json;
pub mod markdown;
pub mod ndjson;

vocabulary! {
    /// A format of an export.
    Format {
        /// One JSON document, version 1 of the record.
        Json = "json",
        /// One JSON record a line.
        Ndjson = "ndjson",
        /// A table with one row a claim.
        Csv = "csv",
        /// A brief with footnoted quotes.
        Markdown = "markdown",
    }
}

/// Renders `corpus` in `format`.
///
/// # Errors
/// Fails only where the writer of the format does, which on records in memory does not happen.
pub fn render(corpus: &Corpus, format: Format) -> std::io::Result<String> {
    match format {
        Format::Json => json::render(corpus),
        Format::Ndjson => ndjson::render(corpus),
        Format::Csv => csv::render(corpus),
        Format::Markdown => Ok(markdown::render(corpus)),
    }
}

/// Returns the claims by document and position.
fn in_order(corpus: &Corpus) -> Vec<&Claim> {
    let mut claims: Vec<&Claim> = corpus.claims.iter().collect();
    claims.sort_by_key(|claim| (claim.document, claim.content));
    claims
}
