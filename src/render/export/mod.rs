//! The formats for other programs.
//!
//! [`json`] is the frozen version 1; [`ndjson`] carries the same records, [`csv`], [`xlsx`] and [`markdown`] are for
//! reading, and the others are the formats of programs for annotation, coding and networks. All are built from a
//! [`Corpus`] and the names in a [`Glossary`] alone; the same input gives the same bytes.

use std::io;

use crate::corpus::Corpus;
use crate::query::Glossary;
use crate::record::{Claim, vocabulary};

pub mod annotation;
pub mod brat;
pub mod csv;
pub mod dna;
pub mod graphml;
pub mod json;
pub mod markdown;
pub mod ndjson;
mod plain;
pub mod qdpx;
mod reading;
pub mod schema;
mod unique;
pub mod xlsx;
mod xml;

vocabulary! {
    /// A format of an export.
    Format {
        /// One JSON document, version 1 of the record.
        Json = "json",
        /// One JSON record a line.
        Ndjson = "ndjson",
        /// A table with one row a claim.
        Csv = "csv",
        /// A workbook with a sheet of claims and a sheet of articles.
        Xlsx = "xlsx",
        /// A brief with footnoted quotes.
        Markdown = "markdown",
        /// Annotations in JSON-LD, by the W3C's standard.
        WebAnnotation = "web-annotation",
        /// A folder of standoff annotations for brat.
        Brat = "brat",
        /// A database of Discourse Network Analyzer.
        Dna = "dna",
        /// A project of the REFI-QDA standard.
        RefiQda = "refi-qda",
        /// The network of parties and issues.
        Graphml = "graphml",
    }
}

/// A rendered export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Output {
    /// Text in UTF-8.
    Text(String),
    /// The bytes of one file that is no text.
    Binary(Vec<u8>),
    /// Text files of one folder, by name.
    Folder(Vec<(String, String)>),
}

/// Renders `corpus` in `format`, with the names of `glossary` where the format shows names.
///
/// # Errors
/// Fails only where the writer of the format does, which on records in memory does not happen.
pub fn render(corpus: &Corpus, glossary: &Glossary, format: Format) -> io::Result<Output> {
    Ok(match format {
        Format::Json => Output::Text(json::render(corpus)?),
        Format::Ndjson => Output::Text(ndjson::render(corpus)?),
        Format::Csv => Output::Text(csv::render(corpus)?),
        Format::Xlsx => Output::Binary(xlsx::render(corpus, glossary)?),
        Format::Markdown => Output::Text(markdown::render(corpus, glossary)),
        Format::WebAnnotation => Output::Text(annotation::render(corpus, glossary)?),
        Format::Brat => Output::Folder(brat::render(corpus, glossary)),
        Format::Dna => Output::Binary(dna::render(corpus, glossary)?),
        Format::RefiQda => Output::Binary(qdpx::render(corpus, glossary)?),
        Format::Graphml => Output::Text(graphml::render(corpus, glossary)),
    })
}

/// Returns the claims by document and position.
fn in_order(corpus: &Corpus) -> Vec<&Claim> {
    let mut claims: Vec<&Claim> = corpus.claims.iter().collect();
    claims.sort_by_key(|claim| (claim.document, claim.content));
    claims
}

/// Returns the claims of each document, by position.
fn by_document(corpus: &Corpus) -> Vec<Vec<&Claim>> {
    let mut sheets = vec![Vec::new(); corpus.documents.len()];
    for claim in in_order(corpus) {
        if let Some(sheet) = sheets.get_mut(claim.document) {
            sheet.push(claim);
        }
    }
    sheets
}
