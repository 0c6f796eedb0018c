//! `eval`: the claims scored against a gold file.

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;

use demarche::evaluate::{self, Gold};
use demarche::render::score;

use crate::cli::desk::Desk;
use crate::cli::failure::{Failure, Verdict, complain};

/// Score the claims against a gold file
///
/// A gold file has one coded claim a line, as JSON: doc, kind, holders, toward, issue, status, start, end,
/// attribution, optional, content. "doc" begins the file name of the one article that is meant. A found claim
/// matches a gold claim of the same kind whose holders meet (or are empty in both) where the contents overlap by
/// 30% of the shorter one or stand in one sentence; one to one, the best fit first. Optional gold claims are
/// neither owed nor punished.
///
/// Agreement beyond chance (Cohen's kappa) is on the kind. The unit is a sentence, a headline or bullet being
/// one; its category is the kind of the first claim that starts in it, or "none". It is given for the sentences in
/// which both sides have a claim, and for those in which either has one; there an optional gold claim counts
/// only where a claim was found.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The gold file
    #[arg(value_name = "GOLD.jsonl")]
    gold: PathBuf,

    /// Files and folders to read instead of the built-in articles
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,

    /// List what was missed and what was extra, with its words
    #[arg(short, long)]
    verbose: bool,

    /// Score only these articles, by their names in the gold file
    #[arg(long, value_name = "DOC", value_delimiter = ',')]
    docs: Vec<String>,

    /// Write the score as JSON, what was missed and extra included
    #[arg(long)]
    json: bool,
}

/// Runs `eval`.
pub(crate) fn run(args: &Args, desk: &Desk, out: &mut dyn Write) -> Result<Verdict, Failure> {
    let mut err = io::stderr().lock();
    let name = args.gold.display().to_string();
    let text = match fs::read_to_string(&args.gold) {
        Ok(text) => text,
        Err(error) => {
            complain(&mut err, &format!("{name}: {error}"));
            return Ok(Verdict::Unread);
        }
    };
    let gold = Gold::parse(&name, &text);
    let reading = desk.read(&args.paths)?;
    let only = (!args.docs.is_empty()).then_some(args.docs.as_slice());
    let score = evaluate::score(&gold, &reading.corpus, only);
    let problems: Vec<_> = gold.problems.iter().chain(&score.problems).collect();
    for problem in &problems {
        complain(&mut err, problem);
    }
    if args.json {
        out.write_all(score::json(&reading.corpus, &score)?.as_bytes())?;
    } else {
        score::write(&mut desk.screen(out), &reading.corpus, &score, args.verbose)?;
    }
    Ok(if problems.is_empty() { reading.verdict() } else { Verdict::Unread })
}
