//! `people`: who is named.

use std::io::Write;

use demarche::render::export::json;
use demarche::render::overview;

use crate::cli::desk::Desk;
use crate::cli::failure::{Failure, Verdict};
use crate::cli::listing::{Whole, write_json};

/// List the people named, with party, role, mentions and spellings
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    whole: Whole,
}

/// Runs `people`.
pub(crate) fn run(args: &Args, desk: &Desk, out: &mut dyn Write) -> Result<Verdict, Failure> {
    args.whole.run(
        desk,
        out,
        |read, out| write_json(out, read.corpus.people.iter().map(|person| json::person_record(&read.corpus, person))),
        |read, screen| overview::people(screen, &read.corpus, &read.glossary),
    )
}
