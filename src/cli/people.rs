//! `people`: who is named.

use std::io::Write;
use std::path::PathBuf;

use demarche::render::export::json;
use demarche::render::overview;

use crate::cli::desk::Desk;
use crate::cli::failure::{Failure, Verdict};
use crate::cli::listing::write_json;

/// List the people named, with party, role, mentions and spellings
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Files and folders to read instead of the built-in articles
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Write the records as JSON
    #[arg(long)]
    json: bool,
}

/// Runs `people`.
pub(crate) fn run(args: &Args, desk: &Desk, out: &mut dyn Write) -> Result<Verdict, Failure> {
    let reading = desk.read(&args.paths)?;
    if args.json {
        let people = reading.corpus.people.iter();
        write_json(out, people.map(|person| json::person_record(&reading.corpus, person)))?;
    } else {
        overview::people(&mut desk.screen(out), &reading.corpus, &reading.glossary)?;
    }
    Ok(reading.verdict())
}
