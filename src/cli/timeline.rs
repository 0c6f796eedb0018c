//! `timeline`: positions in the order of time, and what turned.

use std::io::Write;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use demarche::compare;
use demarche::render::timeline::{self, Desk as Names, Format};
use demarche::render::{Styled, palette::Look, phrases};
use demarche::timeline::Timeline;

use crate::cli::desk::Desk;
use crate::cli::failure::{Failure, Verdict};
use crate::cli::filters::ClaimFilters;
use crate::cli::listing::paths_among;

/// Show the positions in the order of time
///
/// A position is dated by the words on when it was taken ("on Tuesday", "last week", "in December 2024"), else by those
/// on when it was said, else by the day of publication; all that are known stand beside it, with the words they rest on.
/// Claims of articles whose date is not known come last.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Parties whose positions to show, by any of their names, and files and folders to read
    #[arg(value_name = "PARTY|PATH")]
    words: Vec<String>,

    /// Show only what turned: demands dropped, offers withdrawn, red lines softened, points settled or undone
    #[arg(short, long)]
    changes: bool,

    /// The format
    #[arg(short, long, value_name = "FORMAT", default_value = "text", value_parser = formats())]
    format: Format,

    /// Write JSON, as `--format json` does
    #[arg(long, conflicts_with = "format")]
    json: bool,

    #[command(flatten)]
    filters: ClaimFilters,
}

/// Runs `timeline`.
pub(crate) fn run(args: &Args, desk: &Desk, out: &mut dyn Write) -> Result<Verdict, Failure> {
    let (paths, parties) = paths_among(&args.words);
    let reading = desk.read(&paths)?;
    let filter = args.filters.resolve(&reading, None, &parties)?;
    let claims = filter.claims(&reading.corpus);
    let line = Timeline::new(&reading.corpus, &claims);
    let names = Names { corpus: &reading.corpus, glossary: &reading.glossary };
    let format = if args.json { Format::Json } else { args.format };
    if format == Format::Text && claims.is_empty() {
        let nothing = phrases::nothing(&reading.corpus, &reading.glossary, &filter, None);
        desk.screen(out).block("", "", &Styled::of(Look::Text, &nothing))?;
    } else if args.changes {
        let sources: Vec<usize> = (0..reading.corpus.documents.len()).collect();
        let comparison = compare::issues(&reading.corpus, &sources, &claims, &filter.issues_within);
        let mut turns = line.turns(&comparison);
        turns.retain(|turn| {
            filter.parties.is_empty()
                || turn.party.is_some_and(|party| filter.parties.iter().any(|asked| asked == party))
        });
        match format {
            Format::Text => timeline::turns(&mut desk.screen(out), names, &turns, &line)?,
            Format::Csv => out.write_all(timeline::turns_csv(names, &turns)?.as_bytes())?,
            Format::Markdown => out.write_all(timeline::turns_markdown(names, &turns).as_bytes())?,
            Format::Json => out.write_all(timeline::turns_json(names, &turns)?.as_bytes())?,
        }
    } else {
        match format {
            Format::Text => timeline::write(&mut desk.screen(out), names, &line)?,
            Format::Csv => out.write_all(timeline::csv(names, &line)?.as_bytes())?,
            Format::Markdown => out.write_all(timeline::markdown(names, &line).as_bytes())?,
            Format::Json => out.write_all(timeline::json(names, &line)?.as_bytes())?,
        }
    }
    Ok(reading.verdict())
}

fn formats() -> impl TypedValueParser<Value = Format> {
    let words = PossibleValuesParser::new(Format::ALL.iter().map(|format| format.word()));
    words.try_map(|word| Format::from_word(&word).ok_or("not a format"))
}
