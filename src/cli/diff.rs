//! `diff`: articles side by side, issue by issue.

use std::io::Write;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use demarche::compare;
use demarche::record::Claim;
use demarche::render::diff::{self, Format, Shape};
use demarche::render::{Styled, palette::Look, phrases};

use crate::cli::desk::{Desk, Reading};
use crate::cli::failure::{Failure, Verdict};
use crate::cli::filters::{ClaimFilters, SharedFilters};

/// Compare what articles say, or where two parties stand, point by point
///
/// The word in front of each issue says whether articles contradict each other, differ, agree, or whether only one of
/// them speaks of it. Under it stands each point with its differences: contradiction (agreed here; open, refused or
/// denied there), status (expected, demanded or past here, reported there), scope (holders, condition, figure, extent
/// or area), wording and omission; then what each article says in its own words. Nobody is declared right.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Articles to compare, by id, outlet or file name; all that were read where none is named
    #[arg(value_name = "SOURCE")]
    sources: Vec<String>,

    /// Compare two parties instead: where their demands and red lines cross, collide, meet or pass each other by
    #[arg(long, num_args = 2, value_names = ["PARTY", "PARTY"])]
    between: Vec<String>,

    #[command(flatten)]
    length: Length,

    /// The format; CSV has the differences alone, one row for each article on each side, and none for two parties
    #[arg(short, long, value_name = "FORMAT", default_value = "text", value_parser = formats())]
    format: Format,

    /// Write JSON, as `--format json` does
    #[arg(long, conflicts_with = "format")]
    json: bool,

    /// Write CSV, as `--format csv` does
    #[arg(long, conflicts_with_all = ["format", "json"])]
    csv: bool,

    #[command(flatten)]
    filters: ClaimFilters,
}

/// How much is shown on screen.
#[derive(Debug, clap::Args)]
struct Length {
    /// Show the verdicts and differences alone, without the claims
    #[arg(short, long)]
    brief: bool,

    /// Add the whole sentence under each claim
    #[arg(short, long)]
    quotes: bool,
}

/// Runs `diff`.
pub(crate) fn run(args: &Args, desk: &Desk, out: &mut dyn Write) -> Result<Verdict, Failure> {
    let reading = desk.read(&[])?;
    let sources = sources(args, &reading)?;
    let filter = args.filters.resolve(&reading, None, &[])?;
    let claims = filter.claims(&reading.corpus);
    if let [left, right] = &args.between[..] {
        let claims: Vec<&Claim> = claims.into_iter().filter(|claim| sources.contains(&claim.document)).collect();
        return between(args, desk, &reading, (left, right), &claims, out);
    }
    let comparison = compare::issues(&reading.corpus, &sources, &claims, &filter.issues_within);
    let Reading { corpus, glossary, .. } = &reading;
    match args.format() {
        Format::Json => out.write_all(diff::json(corpus, &comparison)?.as_bytes())?,
        Format::Csv => out.write_all(diff::csv(corpus, &comparison)?.as_bytes())?,
        Format::Markdown => out.write_all(diff::markdown(corpus, glossary, &comparison).as_bytes())?,
        Format::Text if comparison.rows.is_empty() && comparison.apart.is_empty() => {
            let nothing = phrases::nothing(corpus, glossary, &filter, None);
            desk.screen(out).block("", "", &Styled::of(Look::Text, &nothing))?;
        }
        Format::Text => diff::write(&mut desk.screen(out), corpus, glossary, &comparison, args.shape())?,
    }
    Ok(reading.verdict())
}

impl Args {
    fn shape(&self) -> Shape {
        Shape { brief: self.length.brief, quotes: self.length.quotes }
    }

    fn format(&self) -> Format {
        match (self.json, self.csv) {
            (true, _) => Format::Json,
            (_, true) => Format::Csv,
            _ => self.format,
        }
    }
}

/// Compares two parties.
fn between(
    args: &Args,
    desk: &Desk,
    reading: &Reading,
    (left, right): (&str, &str),
    claims: &[&Claim],
    out: &mut dyn Write,
) -> Result<Verdict, Failure> {
    let (left, right) = (reading.glossary.party(left)?, reading.glossary.party(right)?);
    if left == right {
        return Err(Failure::Usage(format!("`{left}` cannot be compared with itself; name two parties")));
    }
    let Reading { corpus, glossary, .. } = reading;
    let matches = compare::between(corpus, claims, left, right);
    let parties = (left, right);
    match args.format() {
        Format::Json => out.write_all(diff::between_json(corpus, parties, &matches)?.as_bytes())?,
        Format::Markdown => out.write_all(diff::between_markdown(corpus, glossary, parties, &matches).as_bytes())?,
        Format::Csv => {
            return Err(Failure::Usage("two parties cannot be compared as CSV; write json or markdown".to_owned()));
        }
        Format::Text => diff::between(&mut desk.screen(out), corpus, glossary, parties, &matches, args.shape())?,
    }
    Ok(reading.verdict())
}

/// Returns the articles to compare, each once.
fn sources(args: &Args, reading: &Reading) -> Result<Vec<usize>, Failure> {
    if args.sources.is_empty() {
        return Ok((0..reading.corpus.documents.len()).collect());
    }
    let named = SharedFilters::of_sources(&args.sources).resolve(reading, &[])?.documents;
    let mut sources: Vec<usize> = Vec::new();
    for at in named {
        if !sources.contains(&at) {
            sources.push(at);
        }
    }
    match sources[..] {
        [one] => {
            let known = reading.corpus.documents.iter().enumerate().filter(|(at, _)| *at != one);
            let others: Vec<&str> = known.map(|(_, document)| document.id.as_str()).collect();
            let name = &reading.corpus.documents[one].id;
            Err(Failure::Usage(format!("`{name}` alone cannot be compared; name another of {}", others.join(", "))))
        }
        _ => Ok(sources),
    }
}

fn formats() -> impl TypedValueParser<Value = Format> {
    let words = PossibleValuesParser::new(Format::ALL.iter().map(|format| format.word()));
    words.try_map(|word| Format::from_word(&word).ok_or("not a format"))
}
