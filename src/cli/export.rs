//! `export`: everything found, in a format for other programs.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::builder::{PossibleValuesParser, TypedValueParser};
use demarche::render::export::{self, Format, Output, schema};

use crate::cli::desk::Desk;
use crate::cli::failure::{Failure, Verdict};

/// Write everything that was found in a format for other programs
///
/// `json` is version 1 of the record, which stays as it is; `ndjson` has one record a line. For reading: `csv` has one
/// row a claim and opens in a spreadsheet, `xlsx` is a workbook with filters, `markdown` a brief with the quotes as
/// footnotes. For other tools: `web-annotation` (W3C, JSON-LD), `brat` (a folder of texts with standoff annotations),
/// `dna` (a database of Discourse Network Analyzer 3.0; coder Admin, password demarche), `refi-qda` (a project for
/// programs of qualitative coding, by the exchange standard), `graphml` (who takes which stance on what, for Gephi and networkx).
/// The same articles give the same bytes.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Files and folders to read instead of the built-in articles
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,

    /// The format
    #[arg(short, long, value_name = "FORMAT", default_value = "json", value_parser = formats())]
    format: Format,

    /// Write to this file instead of standard output; `brat` needs a folder, `xlsx`, `dna` and `refi-qda` a file
    #[arg(short, long, value_name = "PATH")]
    output: Option<PathBuf>,

    /// Write the JSON Schema of `json`, or of one line of `ndjson`, and read nothing
    #[arg(long, conflicts_with = "paths")]
    schema: bool,
}

/// Runs `export`.
pub(crate) fn run(args: &Args, desk: &Desk, out: &mut dyn Write) -> Result<Verdict, Failure> {
    let target = args.output.as_deref();
    if args.schema {
        write(Output::Text(schema_of(args.format)?), target, out)?;
        return Ok(Verdict::Done);
    }
    check(args.format, target)?;
    let reading = desk.read(&args.paths)?;
    write(export::render(&reading.corpus, &reading.glossary, args.format)?, target, out)?;
    Ok(reading.verdict())
}

/// Returns the schema of what `format` writes.
fn schema_of(format: Format) -> Result<String, Failure> {
    match format {
        Format::Json => Ok(schema::of_json()?),
        Format::Ndjson => Ok(schema::of_ndjson()?),
        _ => Err(Failure::Usage(format!("`{}` has no JSON Schema; `json` and `ndjson` have one", format.word()))),
    }
}

/// Says before anything is read that a format cannot go where it should.
fn check(format: Format, target: Option<&Path>) -> Result<(), Failure> {
    let word = format.word();
    let needs = match (format, target) {
        (Format::Brat, None) => "a folder of files; name one with `-o FOLDER`".to_owned(),
        (Format::Xlsx, None) => "no text; name a file with `-o FILE.xlsx`".to_owned(),
        (Format::Dna, None) => "no text; name a file with `-o FILE.dna`".to_owned(),
        (Format::RefiQda, None) => "no text; name a file with `-o FILE.qdpx`".to_owned(),
        (Format::Brat, Some(path)) if path.is_file() => {
            format!("a folder of files, and {} is a file", path.display())
        }
        (format, Some(path)) if format != Format::Brat && path.is_dir() => {
            format!("one file, and {} is a folder", path.display())
        }
        _ => return Ok(()),
    };
    Err(Failure::Usage(format!("`{word}` is {needs}")))
}

/// Writes `output` to `target`, or to `out` where there is none.
fn write(output: Output, target: Option<&Path>, out: &mut dyn Write) -> io::Result<()> {
    match (output, target) {
        (Output::Folder(files), Some(folder)) => {
            fs::create_dir_all(folder).map_err(|error| named(folder, &error))?;
            files.iter().try_for_each(|(name, text)| save(&folder.join(name), text.as_bytes()))
        }
        (Output::Folder(files), None) => files.iter().try_for_each(|(_, text)| out.write_all(text.as_bytes())),
        (Output::Text(text), target) => deliver(target, text, out),
        (Output::Binary(bytes), target) => deliver(target, bytes, out),
    }
}

/// Writes `content` to `file` in place of what it held, or to `out` where none is named; an error names the file.
pub(crate) fn deliver(file: Option<&Path>, content: impl AsRef<[u8]>, out: &mut dyn Write) -> io::Result<()> {
    match file {
        Some(file) => save(file, content.as_ref()),
        None => out.write_all(content.as_ref()),
    }
}

fn save(file: &Path, bytes: &[u8]) -> io::Result<()> {
    fs::write(file, bytes).map_err(|error| named(file, &error))
}

fn named(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}

fn formats() -> impl TypedValueParser<Value = Format> {
    let words = PossibleValuesParser::new(Format::ALL.iter().map(|format| format.word()));
    words.try_map(|word| Format::from_word(&word).ok_or("not a format"))
}
