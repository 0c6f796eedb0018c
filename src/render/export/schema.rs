//! The JSON Schema of version 1 (draft 2020-12), derived from the types that are written.

use std::io;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};

use super::json::Export;
use super::ndjson::Line;

/// Renders the schema of a whole export.
///
/// # Errors
/// Fails only where the JSON writer does, which on a schema does not happen.
pub fn of_json() -> io::Result<String> {
    rendered(&schema::<Export>())
}

/// Renders the schema of one line of `ndjson`.
///
/// # Errors
/// As [`of_json`].
pub fn of_ndjson() -> io::Result<String> {
    rendered(&schema::<Line>())
}

/// What is written is described, not what could be read: every field is there, if as null.
fn schema<T: JsonSchema>() -> Schema {
    SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<T>()
}

fn rendered(schema: &Schema) -> io::Result<String> {
    let mut text = serde_json::to_string_pretty(schema)?;
    text.push('\n');
    Ok(text)
}
