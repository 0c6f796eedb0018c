//! The command line: one file a subcommand, each with its arguments and what it does with them.
//!
//! It reaches the work only through the library's public items. It alone touches files, standard output
//! and standard error.

mod check;
mod claims;
mod completions;
mod desk;
mod diff;
mod engine;
mod eval;
mod examples;
mod explain;
mod export;
mod failure;
mod filters;
mod issues;
mod listing;
mod matrix;
mod options;
mod parties;
mod people;
mod report;
mod show;
mod sources;
mod statements;
mod timeline;
mod verify;

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};

use desk::Desk;
use failure::{Failure, Verdict};
use options::Options;

/// Reads articles about a negotiation and lists who demands, refuses, offers, agreed to or leaves open what,
/// according to whom, each tied to the exact words it stands on.
///
/// With no path it reads the five articles built into it; with paths, those files and folders.
#[derive(Debug, Parser)]
#[command(name = "demarche", version, after_help = AFTER, max_term_width = 100)]
struct Cli {
    #[command(flatten)]
    options: Options,
    #[command(subcommand)]
    command: Option<Command>,
}

const AFTER: &str = "\
Examples:
  demarche demands                     all demands in the built-in articles
  demarche demands syria               those of one party, by any of its names
  demarche claims articles/            every position in your own articles
  demarche red-lines israel -i articles/
  demarche show majalla-3f9a           a claim underlined in its article

Paths:
  Words after sources, parties, issues, people, claims, statements, export and report are files and folders. After
  demands, red-lines, offers, agreed and open a word is a party, unless it holds a slash or ends in .txt, .md
  or .text: then it is a path. With every command, -i PATH names a path.

Exit codes:
  0  done
  1  a check said no
  2  the command line is wrong
  3  some input could not be read (the rest was), or the output could not be written
  4  a dossier or rule file is wrong";

#[derive(Debug, Subcommand)]
enum Command {
    Sources(sources::Args),
    Parties(parties::Args),
    Issues(issues::Args),
    People(people::Args),
    Claims(claims::Args),
    Demands(claims::Demands),
    RedLines(claims::RedLines),
    Offers(claims::Offers),
    Agreed(claims::Agreed),
    Open(claims::Open),
    Statements(statements::Args),
    Diff(diff::Args),
    Matrix(matrix::Args),
    Timeline(timeline::Args),
    Show(show::Args),
    Explain(explain::Args),
    Export(export::Args),
    Report(report::Args),
    Verify(verify::Args),
    Eval(eval::Args),
    Check(check::Args),
    Completions(completions::Args),
}

/// Parses the command line, runs the command, reports what went wrong, and returns the exit code.
pub(crate) fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return report_usage(&error),
    };
    let mut out = BufWriter::new(io::stdout().lock());
    let result = run(&cli, &mut out).and_then(|verdict| {
        out.flush()?;
        Ok(verdict)
    });
    match result {
        Ok(verdict) => verdict.code().into(),
        Err(failure) => failure.report(&mut io::stderr().lock()).into(),
    }
}

fn run(cli: &Cli, out: &mut dyn Write) -> Result<Verdict, Failure> {
    let desk = Desk::new(&cli.options);
    match &cli.command {
        None => {
            write!(out, "{}", Cli::command().render_long_help())?;
            Ok(Verdict::Done)
        }
        Some(Command::Sources(args)) => sources::run(args, &desk, out),
        Some(Command::Parties(args)) => parties::run(args, &desk, out),
        Some(Command::Issues(args)) => issues::run(args, &desk, out),
        Some(Command::People(args)) => people::run(args, &desk, out),
        Some(Command::Claims(args)) => claims::run(args, &desk, out),
        Some(Command::Demands(args)) => args.run(&desk, out),
        Some(Command::RedLines(args)) => args.run(&desk, out),
        Some(Command::Offers(args)) => args.run(&desk, out),
        Some(Command::Agreed(args)) => args.run(&desk, out),
        Some(Command::Open(args)) => args.run(&desk, out),
        Some(Command::Statements(args)) => statements::run(args, &desk, out),
        Some(Command::Diff(args)) => diff::run(args, &desk, out),
        Some(Command::Matrix(args)) => matrix::run(args, &desk, out),
        Some(Command::Timeline(args)) => timeline::run(args, &desk, out),
        Some(Command::Show(args)) => show::run(args, &desk, out),
        Some(Command::Explain(args)) => explain::run(args, &desk, out),
        Some(Command::Export(args)) => export::run(args, &desk, out),
        Some(Command::Report(args)) => report::run(args, &desk, out),
        Some(Command::Verify(args)) => verify::run(args, &desk, out),
        Some(Command::Eval(args)) => eval::run(args, &desk, out),
        Some(Command::Check(args)) => check::run(args, &desk, out),
        Some(Command::Completions(args)) => completions::run(args, &mut Cli::command(), out),
    }
}

/// Help and version go to standard output and are no error; a closed pipe is none either.
fn report_usage(error: &clap::Error) -> ExitCode {
    let code = u8::try_from(error.exit_code()).unwrap_or(2);
    match error.print() {
        Err(broken) if broken.kind() != io::ErrorKind::BrokenPipe => ExitCode::from(3),
        _ => ExitCode::from(code),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_argument_tree_is_consistent() {
        Cli::command().debug_assert();
    }
}
