//! `claims` and its shortcuts: the positions, grouped by party and issue.

use std::io::Write;
use std::path::{Path, PathBuf};

use demarche::record::Kind;
use demarche::render::claims::{Shape, list};
use demarche::render::export::json;
use demarche::render::{Styled, palette::Look, phrases};

use crate::cli::desk::Desk;
use crate::cli::failure::{Failure, Verdict};
use crate::cli::filters::ClaimFilters;
use crate::cli::listing::{paths_among, write_json};

/// List the positions of all kinds, grouped by party and issue
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Files and folders to read instead of the built-in articles
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    listing: Listing,
}

/// How to list claims, and which.
#[derive(Debug, Default, clap::Args)]
struct Listing {
    /// Add the whole sentence under each claim
    #[arg(short, long)]
    quotes: bool,

    /// Write the records as JSON
    #[arg(long)]
    json: bool,

    #[command(flatten)]
    filters: ClaimFilters,
}

/// Declares the shortcut for one kind.
macro_rules! shortcut {
    ($(#[$doc:meta])* $name:ident, $kind:expr) => {
        $(#[$doc])*
        #[derive(Debug, clap::Args)]
        pub(crate) struct $name {
            /// Parties whose claims to list, by any of their names; a word with a slash, or ending in .txt, .md or .text,
            /// is a file or folder to read
            #[arg(value_name = "PARTY|PATH")]
            words: Vec<String>,
            #[command(flatten)]
            listing: Listing,
        }

        impl $name {
            /// Lists the claims of this kind.
            pub(crate) fn run(&self, desk: &Desk, out: &mut dyn Write) -> Result<Verdict, Failure> {
                shortcut(&self.words, &self.listing, $kind, desk, out)
            }
        }
    };
}

shortcut! {
    /// List what each party wants of the others
    Demands, Kind::Demand
}
shortcut! {
    /// List what each party refuses
    RedLines, Kind::RedLine
}
shortcut! {
    /// List what each party is willing to give
    Offers, Kind::Offer
}
shortcut! {
    /// List what the parties accepted, decided or committed to
    Agreed, Kind::Agreed
}
shortcut! {
    /// List what is not agreed, disputed, unclear or put off
    Open, Kind::Open
}

/// Runs `claims`.
pub(crate) fn run(args: &Args, desk: &Desk, out: &mut dyn Write) -> Result<Verdict, Failure> {
    list_claims(&args.paths, &[], None, &args.listing, desk, out)
}

fn shortcut(
    words: &[String],
    listing: &Listing,
    kind: Kind,
    desk: &Desk,
    out: &mut dyn Write,
) -> Result<Verdict, Failure> {
    if listing.filters.names_kinds() {
        let command = phrases::noun(kind, true);
        return Err(Failure::Usage(format!(
            "`--kind` does not go with a command that lists {command}; use `claims --kind …`"
        )));
    }
    let (paths, parties) = paths_among(words);
    list_claims(&paths, &parties, Some(kind), listing, desk, out)
}

fn list_claims(
    paths: &[PathBuf],
    parties: &[String],
    kind: Option<Kind>,
    listing: &Listing,
    desk: &Desk,
    out: &mut dyn Write,
) -> Result<Verdict, Failure> {
    let reading = desk.read(paths)?;
    let filter = listing.filters.resolve(&reading, kind, parties).map_err(|failure| mention_path(failure, parties))?;
    let claims = filter.claims(&reading.corpus);
    if listing.json {
        write_json(out, claims.iter().map(|claim| json::claim_record(&reading.corpus, claim)))?;
    } else if claims.is_empty() {
        let nothing = phrases::nothing(&reading.corpus, &reading.glossary, &filter, None);
        desk.screen(out).block("", "", &Styled::of(Look::Text, &nothing))?;
    } else {
        let shape = Shape { kinds: filter.kinds.len() != 1, quotes: listing.quotes };
        list(&mut desk.screen(out), &reading.corpus, &reading.glossary, &claims, shape)?;
    }
    Ok(reading.verdict())
}

/// A folder where a party belongs: says how to read it.
fn mention_path(failure: Failure, words: &[String]) -> Failure {
    match (failure, words.iter().find(|word| Path::new(word).exists())) {
        (Failure::Usage(message), Some(word)) if message.contains(&format!("`{word}`")) => {
            Failure::Usage(format!("{message}; to read the articles in `{word}` write `{word}/` or `--input {word}`"))
        }
        (failure, _) => failure,
    }
}
