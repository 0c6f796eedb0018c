//! `parties`: who takes part.

use std::io::Write;
use std::path::PathBuf;

use demarche::render::overview::{self, PartyRecord};

use crate::cli::desk::Desk;
use crate::cli::failure::{Failure, Verdict};
use crate::cli::listing::write_json;

/// List the parties with their claims by kind, and the claims aimed at them
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Files and folders to read instead of the built-in articles
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Write the records as JSON
    #[arg(long)]
    json: bool,
}

/// Runs `parties`.
pub(crate) fn run(args: &Args, desk: &Desk, out: &mut dyn Write) -> Result<Verdict, Failure> {
    let reading = desk.read(&args.paths)?;
    if args.json {
        write_json(out, PartyRecord::all(&reading.corpus, &reading.glossary))?;
    } else {
        overview::parties(&mut desk.screen(out), &reading.corpus, &reading.glossary)?;
    }
    Ok(reading.verdict())
}
