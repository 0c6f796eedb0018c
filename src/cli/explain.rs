//! `explain`: why a claim came out as it did, or what a rule looks for.

use std::io::Write;

use demarche::query::Unknown;
use demarche::query::identifier::{self, BadId};
use demarche::render::explanation::{self, RuleCard};

use crate::cli::desk::Desk;
use crate::cli::failure::{Failure, Verdict};

/// Explain a claim: every field with what settled it, and the rule; or print a rule
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The id of a claim, or a unique beginning of it, or the id of a rule
    #[arg(value_name = "ID|RULE")]
    id: String,
}

/// Runs `explain`.
pub(crate) fn run(args: &Args, desk: &Desk, out: &mut dyn Write) -> Result<Verdict, Failure> {
    let negotiation = desk.negotiation()?;
    let rules = negotiation.cards();
    if let Some(card) = rules.iter().find(|card| card.id == args.id) {
        explanation::rule(&mut desk.screen(out), card)?;
        return Ok(Verdict::Done);
    }
    let reading = desk.read_with(&negotiation, &[])?;
    let claim = identifier::claim(&reading.corpus, &args.id).map_err(|error| unknown(error, &args.id, &rules))?;
    let mut screen = desk.screen(out);
    explanation::show(&mut screen, &reading.corpus, &reading.glossary, claim)?;
    screen.blank()?;
    explanation::explain(&mut screen, &reading.corpus, &reading.glossary, claim)?;
    if let Some(card) = rules.iter().find(|card| card.id == claim.rule) {
        screen.blank()?;
        explanation::rule(&mut screen, card)?;
    }
    Ok(reading.verdict())
}

/// A word that is neither gets the nearest claim, and the rules, which are few enough to list.
fn unknown(error: BadId, word: &str, rules: &[RuleCard]) -> Failure {
    let claim = match error {
        BadId::Ambiguous(..) => return Failure::Usage(error.to_string()),
        BadId::Unknown(unknown) => unknown.nearest,
    };
    let known = rules.iter().map(|card| card.id.clone()).collect();
    let mut unknown = Unknown::new("claim or rule", word, known);
    unknown.nearest = unknown.nearest.or(claim);
    Failure::Usage(unknown.to_string())
}
