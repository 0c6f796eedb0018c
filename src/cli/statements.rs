//! `statements`: who said what.

use std::io::Write;
use std::path::PathBuf;

use demarche::render::export::json;
use demarche::render::{Styled, palette::Look, phrases, statements};

use crate::cli::desk::Desk;
use crate::cli::failure::{Failure, Verdict};
use crate::cli::filters::SharedFilters;
use crate::cli::listing::write_json;

/// List who said what, claim or not, article by article
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Files and folders to read instead of the built-in articles
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Write the records as JSON
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    filters: SharedFilters,
}

/// Runs `statements`.
pub(crate) fn run(args: &Args, desk: &Desk, out: &mut dyn Write) -> Result<Verdict, Failure> {
    let reading = desk.read(&args.paths)?;
    let filter = args.filters.resolve(&reading, &[])?;
    let found = filter.statements(&reading.corpus);
    if args.json {
        write_json(out, found.iter().map(|statement| json::statement_record(&reading.corpus, statement)))?;
    } else if found.is_empty() {
        let nothing = phrases::nothing(&reading.corpus, &reading.glossary, &filter, Some("statement"));
        desk.screen(out).block("", "", &Styled::of(Look::Text, &nothing))?;
    } else {
        statements::list(&mut desk.screen(out), &reading.corpus, &reading.glossary, &found)?;
    }
    Ok(reading.verdict())
}
