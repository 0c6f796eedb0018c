//! `show`: claims underlined in their articles, or sentences that gave none.

use std::io::Write;

use demarche::query::identifier;
use demarche::record::Claim;
use demarche::render::explanation;
use demarche::render::export::json;

use crate::cli::desk::Desk;
use crate::cli::failure::{Failure, Verdict};
use crate::cli::filters::SharedFilters;
use crate::cli::listing::write_json;

/// Print the passage of a claim with its cue, holder, content, source and frame underlined
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Ids of claims, or unique beginnings of them
    #[arg(value_name = "ID", required_unless_present = "missed", conflicts_with = "missed")]
    ids: Vec<String>,

    /// List sentences that hold a cue and gave no claim, with the reason
    #[arg(long)]
    missed: bool,

    /// Of the sentences that gave no claim only those in this article, by its id, outlet or file name
    #[arg(long, value_name = "SOURCE", requires = "missed")]
    source: Vec<String>,

    /// Write the records as JSON
    #[arg(long, conflicts_with = "missed")]
    json: bool,
}

/// Runs `show`.
pub(crate) fn run(args: &Args, desk: &Desk, out: &mut dyn Write) -> Result<Verdict, Failure> {
    let reading = desk.read(&[])?;
    let corpus = &reading.corpus;
    if args.missed {
        let filter = SharedFilters::of_sources(&args.source).resolve(&reading, &[])?;
        let within = |document: usize| filter.documents.is_empty() || filter.documents.contains(&document);
        let missed: Vec<_> = corpus.missed.iter().filter(|missed| within(missed.document)).collect();
        explanation::missed(&mut desk.screen(out), corpus, &missed)?;
        return Ok(reading.verdict());
    }
    let found = args.ids.iter().map(|id| identifier::claim(corpus, id)).collect::<Result<Vec<&Claim>, _>>();
    let claims = found.map_err(|error| Failure::Usage(error.to_string()))?;
    if args.json {
        write_json(out, claims.iter().map(|claim| json::claim_record(corpus, claim)))?;
        return Ok(reading.verdict());
    }
    let mut screen = desk.screen(out);
    for (at, claim) in claims.iter().enumerate() {
        if at > 0 {
            screen.blank()?;
        }
        explanation::show(&mut screen, corpus, &reading.glossary, claim)?;
    }
    Ok(reading.verdict())
}
