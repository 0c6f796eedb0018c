//! `matrix`: the positions on a grid, and what stands behind a cell.

use std::io::Write;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use demarche::compare::Origins;
use demarche::matrix::{Axis, Head, Matrix};
use demarche::query::{Unknown, identifier};
use demarche::record::Claim;
use demarche::render::matrix::{self, Format, Sheet};
use demarche::render::{Styled, claims, palette::Look, phrases};

use crate::cli::desk::{Desk, Reading};
use crate::cli::failure::{Failure, Verdict};
use crate::cli::filters::ClaimFilters;
use crate::cli::listing::paths_among;

/// The most columns and rows of a grid that is to be read at a glance.
const GLANCE: (usize, usize) = (8, 40);

/// Show the positions on a grid: issues down, parties across
///
/// Each cell has the stances of the party on the issue: demand, red line, offer, agreed, open. With a party or an
/// issue, or both, the cell is opened: `matrix israel withdrawal` lists the claims behind it with their sentences.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// A party and an issue (with `--by source`, a source and an issue) whose cell to open, and files and folders to read
    #[arg(value_name = "PARTY|ISSUE|PATH")]
    words: Vec<String>,

    /// What stands across
    #[arg(long, value_name = "AXIS", default_value = "party", value_parser = axes())]
    by: Axis,

    /// The format
    #[arg(short, long, value_name = "FORMAT", default_value = "text", value_parser = formats())]
    format: Format,

    /// Write the grid as JSON, as `--format json` does
    #[arg(long, conflicts_with = "format")]
    json: bool,

    /// Show every party and issue, not just those with the most claims
    #[arg(short, long)]
    all: bool,

    #[command(flatten)]
    filters: ClaimFilters,
}

/// Runs `matrix`.
pub(crate) fn run(args: &Args, desk: &Desk, out: &mut dyn Write) -> Result<Verdict, Failure> {
    let (paths, named) = paths_among(&args.words);
    let reading = desk.read(&paths)?;
    let filter = args.filters.resolve(&reading, None, &[])?;
    let words = Words::of(&named, &reading, args.by)?;
    let all: Vec<&Claim> = reading.corpus.claims.iter().collect();
    let origins = Origins::of(&reading.corpus, &all);
    let matrix = Matrix::new(&reading.corpus, &reading.glossary, &origins, &filter, args.by);
    let matrix = words.narrow(matrix);
    let format = if args.json { Format::Json } else { args.format };
    let for_readers = !matches!(format, Format::Csv | Format::Json);
    let matrix = if args.all || !for_readers { matrix } else { matrix.busiest(GLANCE.0, GLANCE.1) };
    let sheet = Sheet { corpus: &reading.corpus, glossary: &reading.glossary, matrix: &matrix };
    match format {
        Format::Text if matrix.rows.is_empty() => {
            let filter = words.asked(filter);
            let nothing = phrases::nothing(&reading.corpus, &reading.glossary, &filter, None);
            desk.screen(out).block("", "", &Styled::of(Look::Text, &nothing))?;
        }
        Format::Text => text(&sheet, &words, desk, out)?,
        Format::Csv => out.write_all(matrix::csv(&sheet)?.as_bytes())?,
        Format::Markdown => out.write_all(matrix::markdown(&sheet).as_bytes())?,
        Format::Html => out.write_all(matrix::html(&sheet).as_bytes())?,
        Format::Json => out.write_all(matrix::json(&sheet)?.as_bytes())?,
    }
    Ok(reading.verdict())
}

/// The grid, and below it a count, or the claims where cells are opened.
fn text(sheet: &Sheet, words: &Words, desk: &Desk, out: &mut dyn Write) -> Result<(), Failure> {
    let mut screen = desk.screen(out);
    matrix::write(&mut screen, sheet)?;
    if !words.open() {
        return Ok(matrix::foot(&mut screen, sheet)?);
    }
    for line in sheet.backings() {
        screen.block("", "  ", &Styled::of(Look::Aside, &line))?;
    }
    screen.blank()?;
    let shape = claims::Shape { kinds: true, quotes: true };
    Ok(claims::list(&mut screen, sheet.corpus, sheet.glossary, &sheet.matrix.claims(), shape)?)
}

/// What the words of the command line name.
#[derive(Debug, Default)]
struct Words {
    parties: Vec<String>,
    documents: Vec<usize>,
    issues: Vec<String>,
    /// The issues and the narrower ones.
    within: Vec<String>,
}

impl Words {
    /// Reads each word as a party or a source, as `axis` says, or as an issue.
    fn of(words: &[String], reading: &Reading, axis: Axis) -> Result<Self, Failure> {
        let mut named = Self::default();
        for word in words {
            named.add(word.trim(), reading, axis)?;
        }
        Ok(named)
    }

    fn add(&mut self, word: &str, reading: &Reading, axis: Axis) -> Result<(), Failure> {
        let column = match axis {
            Axis::Party => reading.glossary.party(word).map(|party| self.parties.push(party.to_owned())),
            Axis::Source => identifier::document(&reading.corpus, word).map(|document| self.documents.push(document)),
        };
        let Err(unknown) = column else { return Ok(()) };
        match reading.glossary.issue(word) {
            Ok(issue) => {
                self.within.extend(reading.glossary.narrower(issue));
                self.issues.push(issue.to_owned());
                Ok(())
            }
            Err(issue) => Err(neither(axis, unknown, issue).into()),
        }
    }

    /// Tells whether there are any.
    fn open(&self) -> bool {
        !(self.parties.is_empty() && self.documents.is_empty() && self.issues.is_empty())
    }

    fn narrow<'a>(&self, matrix: Matrix<'a>) -> Matrix<'a> {
        let issue = |issue: Option<&str>| {
            self.within.is_empty() || issue.is_some_and(|issue| self.within.iter().any(|wanted| wanted == issue))
        };
        let head = |head: Head| match head {
            Head::Party(slug) => self.parties.is_empty() || self.parties.iter().any(|party| party == slug),
            Head::Source(at) => self.documents.is_empty() || self.documents.contains(&at),
            Head::Nobody => self.parties.is_empty(),
        };
        matrix.only(issue, head)
    }

    /// Adds what was named to what the flags ask for, to say of what nothing was found.
    fn asked(&self, mut filter: demarche::query::Filter) -> demarche::query::Filter {
        filter.parties.extend(self.parties.iter().cloned());
        filter.documents.extend(&self.documents);
        filter.issues.extend(self.issues.iter().cloned());
        filter
    }
}

/// The error for a word that names neither a column nor a row.
fn neither(axis: Axis, column: Unknown, issue: Unknown) -> Unknown {
    let what = match axis {
        Axis::Party => "party or issue",
        Axis::Source => "source or issue",
    };
    let known = column.known.into_iter().chain(issue.known).collect();
    Unknown { what, word: column.word, nearest: column.nearest.or(issue.nearest), known }
}

fn axes() -> impl TypedValueParser<Value = Axis> {
    let words = PossibleValuesParser::new(Axis::ALL.iter().map(|axis| axis.word()));
    words.try_map(|word| Axis::from_word(&word).ok_or("not an axis"))
}

fn formats() -> impl TypedValueParser<Value = Format> {
    let words = PossibleValuesParser::new(Format::ALL.iter().map(|format| format.word()));
    words.try_map(|word| Format::from_word(&word).ok_or("not a format"))
}
