//! `parties`: who takes part.

use std::io::Write;

use demarche::render::overview::{self, PartyRecord};

use crate::cli::desk::Desk;
use crate::cli::failure::{Failure, Verdict};
use crate::cli::listing::{Whole, write_json};

/// List the parties with their claims by kind, and the claims aimed at them
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    whole: Whole,
}

/// Runs `parties`.
pub(crate) fn run(args: &Args, desk: &Desk, out: &mut dyn Write) -> Result<Verdict, Failure> {
    args.whole.run(
        desk,
        out,
        |read, out| write_json(out, PartyRecord::all(&read.corpus, &read.glossary)),
        |read, screen| overview::parties(screen, &read.corpus, &read.glossary),
    )
}
