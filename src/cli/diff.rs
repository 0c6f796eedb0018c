//! `diff`: articles side by side, issue by issue.

use std::io::Write;

use demarche::compare;
use demarche::render::diff::{self, Shape};
use demarche::render::{Styled, palette::Look, phrases};

use crate::cli::desk::{Desk, Reading};
use crate::cli::failure::{Failure, Verdict};
use crate::cli::filters::{ClaimFilters, SharedFilters};

/// Compare what articles say, issue by issue
///
/// The word in front of each issue says whether they contradict each other (both cannot be true: agreed here;
/// open, refused or denied there), differ (in status, in a part left open, or in what they report), agree, or
/// whether only one of them speaks of it. Under it each article has its own: affirmed, expected, past, denied,
/// open, refused, demanded or offered. Nobody is declared right.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Articles to compare, by id, outlet or file name; all that were read where none is named
    #[arg(value_name = "SOURCE")]
    sources: Vec<String>,

    /// Show the verdicts and stances alone, without the claims
    #[arg(short, long)]
    brief: bool,

    /// Add the whole sentence under each claim
    #[arg(short, long)]
    quotes: bool,

    /// Write the comparison as JSON
    #[arg(long)]
    json: bool,

    #[command(flatten)]
    filters: ClaimFilters,
}

/// Runs `diff`.
pub(crate) fn run(args: &Args, desk: &Desk, out: &mut dyn Write) -> Result<Verdict, Failure> {
    let reading = desk.read(&[])?;
    let sources = sources(args, &reading)?;
    let filter = args.filters.resolve(&reading, None, &[])?;
    let claims = filter.claims(&reading.corpus);
    let comparison = compare::issues(&reading.corpus, &sources, &claims, &filter.issues_within);
    if args.json {
        out.write_all(diff::json(&reading.corpus, &comparison)?.as_bytes())?;
    } else if comparison.rows.is_empty() && comparison.apart.is_empty() {
        let nothing = phrases::nothing(&reading.corpus, &reading.glossary, &filter, None);
        desk.screen(out).block("", "", &Styled::of(Look::Text, &nothing))?;
    } else {
        let shape = Shape { brief: args.brief, quotes: args.quotes };
        diff::write(&mut desk.screen(out), &reading.corpus, &reading.glossary, &comparison, shape)?;
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
