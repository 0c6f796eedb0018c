//! One JSON record a line, for streaming: an `export` line, then documents, claims, statements, people.
//!
//! Each line is a record of [`super::json`] with a `type` before its fields.

use schemars::JsonSchema;
use serde::Serialize;

use super::json::{Claim, Document, Export, Generator, Person, Statement, export};
use crate::corpus::Corpus;

/// One line.
#[derive(Serialize, JsonSchema)]
#[serde(tag = "type", rename_all = "lowercase")]
pub(super) enum Line<'a> {
    /// The first line: what the others are.
    Export {
        schema: &'a str,
        generator: &'a Generator,
        dossier: &'a str,
    },
    Document(&'a Document),
    Claim(&'a Claim),
    Statement(&'a Statement),
    Person(&'a Person),
}

/// Renders `corpus`, one record a line.
///
/// # Errors
/// Fails only where the JSON writer does, which on these structs does not happen.
pub fn render(corpus: &Corpus) -> std::io::Result<String> {
    let Export { schema, generator, dossier, documents, claims, statements, people } = &export(corpus);
    let head = std::iter::once(Line::Export { schema, generator, dossier });
    let lines = head
        .chain(documents.iter().map(Line::Document))
        .chain(claims.iter().map(Line::Claim))
        .chain(statements.iter().map(Line::Statement))
        .chain(people.iter().map(Line::Person));
    let mut text = String::new();
    for line in lines {
        text.push_str(&serde_json::to_string(&line)?);
        text.push('\n');
    }
    Ok(text)
}
