//! `issues`: what the talks are about.

use std::io::Write;

use demarche::render::overview::{self, IssueRecord};

use crate::cli::desk::Desk;
use crate::cli::failure::{Failure, Verdict};
use crate::cli::listing::{Whole, write_json};

/// List the issues with the claims on them by kind
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    whole: Whole,
}

/// Runs `issues`.
pub(crate) fn run(args: &Args, desk: &Desk, out: &mut dyn Write) -> Result<Verdict, Failure> {
    args.whole.run(
        desk,
        out,
        |read, out| write_json(out, IssueRecord::all(&read.corpus, &read.glossary)),
        |read, screen| overview::issues(screen, &read.corpus, &read.glossary),
    )
}
