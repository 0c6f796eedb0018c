//! `report`: everything found, on one page to hand over.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::io::Write;
use std::path::PathBuf;

use demarche::dossier::Dossier;
use demarche::render::phrases;
use demarche::report::{self, Subject};

use crate::cli::desk::{Desk, Reading};
use crate::cli::export::deliver;
use crate::cli::failure::{Failure, Verdict};

/// Write one HTML page with everything that was found
///
/// The page is one file that needs no network and can be mailed as it is: a summary, each party's positions, the
/// sources compared, the people, and every article with its claims marked. A click on a claim shows its words
/// in place, who says so, and the rule that read it. It can be filtered, searched, printed, and read without scripts.
/// The same articles give the same bytes.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Files and folders to read instead of the built-in articles
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,

    /// Write to this file instead of standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// The title of the page [default: that of the dossier, or the parties with the most claims where there is none]
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
}

/// Runs `report`.
pub(crate) fn run(args: &Args, desk: &Desk, out: &mut dyn Write) -> Result<Verdict, Failure> {
    let negotiation = desk.negotiation()?;
    let reading = desk.read_with(&negotiation, &args.paths)?;
    let title = args.title.clone().or_else(|| parties(&reading)).unwrap_or_else(|| negotiation.title().to_owned());
    let page = report::page(&Subject {
        title: &title,
        corpus: &reading.corpus,
        glossary: &reading.glossary,
        rules: &negotiation.book().rules,
    });
    deliver(args.output.as_deref(), &page, out)?;
    Ok(reading.verdict())
}

/// How many parties make a title.
const NAMED: usize = 3;

/// Names the parties that hold the most claims, where no dossier gives the negotiation a title.
fn parties(reading: &Reading) -> Option<String> {
    let Reading { corpus, glossary, .. } = reading;
    if corpus.dossier != Dossier::WORLD {
        return None;
    }
    let mut count: BTreeMap<&str, usize> = BTreeMap::new();
    for holder in corpus.claims.iter().flat_map(|claim| &claim.holders) {
        *count.entry(holder).or_default() += 1;
    }
    let mut busiest: Vec<(&str, usize)> = count.into_iter().collect();
    busiest.sort_by_key(|&(_, claims)| Reverse(claims));
    let slugs: Vec<&str> = busiest.iter().take(NAMED).map(|&(slug, _)| slug).collect();
    (!slugs.is_empty()).then(|| phrases::parties(glossary, &slugs))
}
