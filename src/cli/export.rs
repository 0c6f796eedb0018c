//! `export`: everything found, in a format for other programs.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::builder::{PossibleValuesParser, TypedValueParser};
use demarche::render::export::{self, Format};

use crate::cli::desk::Desk;
use crate::cli::failure::{Failure, Verdict};

/// Write everything that was found in a format for other programs
///
/// `json` is version 1 of the record, which stays as it is; `ndjson` has one record a line; `csv` has one row a
/// claim and opens in a spreadsheet; `markdown` is a brief with the quotes as footnotes. The same articles give
/// the same bytes.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Files and folders to read instead of the built-in articles
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,

    /// The format
    #[arg(short, long, value_name = "FORMAT", default_value = "json", value_parser = formats())]
    format: Format,

    /// Write to this file instead of standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// Runs `export`.
pub(crate) fn run(args: &Args, desk: &Desk, out: &mut dyn Write) -> Result<Verdict, Failure> {
    let reading = desk.read(&args.paths)?;
    let text = export::render(&reading.corpus, args.format)?;
    deliver(args.output.as_deref(), &text, out)?;
    Ok(reading.verdict())
}

/// Writes `text` to `file` in place of what it held, or to `out` where none is named; an error names the file.
pub(crate) fn deliver(file: Option<&Path>, text: &str, out: &mut dyn Write) -> io::Result<()> {
    let Some(file) = file else { return out.write_all(text.as_bytes()) };
    fs::write(file, text).map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", file.display())))
}

fn formats() -> impl TypedValueParser<Value = Format> {
    let words = PossibleValuesParser::new(Format::ALL.iter().map(|format| format.word()));
    words.try_map(|word| Format::from_word(&word).ok_or("not a format"))
}
