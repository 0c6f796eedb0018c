//! `sources`: what was read.

use std::io::Write;
use std::path::PathBuf;

use demarche::compare::Origins;
use demarche::record::Claim;
use demarche::render::export::json;
use demarche::render::{origins, overview};

use crate::cli::desk::Desk;
use crate::cli::failure::{Failure, Verdict};
use crate::cli::listing::write_json;

/// List the articles with outlet, date, length, title and claims by kind
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Files and folders to read instead of the built-in articles
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Show who carries whom: claims of several articles that go back to one original, and whom each article cites
    #[arg(long)]
    origins: bool,
    /// Write the records as JSON
    #[arg(long)]
    json: bool,
}

/// Runs `sources`.
pub(crate) fn run(args: &Args, desk: &Desk, out: &mut dyn Write) -> Result<Verdict, Failure> {
    let reading = desk.read(&args.paths)?;
    if args.origins {
        let claims: Vec<&Claim> = reading.corpus.claims.iter().collect();
        let found = Origins::of(&reading.corpus, &claims);
        if args.json {
            write_json(out, origins::OriginRecord::all(&reading.corpus, &found))?;
        } else {
            origins::write(&mut desk.screen(out), &reading.corpus, &reading.glossary, &found)?;
        }
    } else if args.json {
        write_json(out, reading.corpus.documents.iter().map(json::document_record))?;
    } else {
        overview::sources(&mut desk.screen(out), &reading.corpus)?;
    }
    Ok(reading.verdict())
}
