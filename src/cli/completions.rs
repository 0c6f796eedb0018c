//! `completions`: a script for the shell.

use std::io::Write;

use clap_complete::Shell;

use crate::cli::failure::{Failure, Verdict};

/// Print the completion script for a shell
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The shell
    shell: Shell,
}

/// Runs `completions`.
pub(crate) fn run(args: &Args, command: &mut clap::Command, out: &mut dyn Write) -> Result<Verdict, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, command, "demarche", &mut script);
    out.write_all(&script)?;
    Ok(Verdict::Done)
}
