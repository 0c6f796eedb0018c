//! `check`: whether a data file is as it should be.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use demarche::dossier::{Dossier, World};
use demarche::evaluate::gold::Gold;
use demarche::language::lexicon::Lexicon;
use demarche::rules::{RuleBook, SOURCES};

use crate::cli::desk::Desk;
use crate::cli::failure::{Failure, Verdict, complain};

/// Check a dossier, a rule, a sources.json or a gold file; without a file the built-in ones
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Files to check; what a file is shows in its name and content
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
}

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Dossier,
    Rule,
    Gold,
}

/// Runs `check`: every file is looked at, and the worst that was found decides the exit code.
pub(crate) fn run(args: &Args, desk: &Desk, out: &mut dyn Write) -> Result<Verdict, Failure> {
    if args.files.is_empty() {
        return builtin(desk, out);
    }
    let (mut verdict, mut wrong) = (Verdict::Done, None);
    for file in &args.files {
        let Ok(text) = read(file) else {
            verdict = Verdict::Unread;
            continue;
        };
        match check(&file.display().to_string(), &text) {
            Ok(praise) => writeln!(out, "{}: {praise}", file.display())?,
            Err(Fault::Data(message)) => wrong = report(wrong, message),
            Err(Fault::Lines(lines)) => {
                lines.iter().for_each(|line| complain(&mut std::io::stderr().lock(), line));
                verdict = Verdict::No;
            }
        }
    }
    out.flush()?;
    wrong.map_or(Ok(verdict), |message| Err(Failure::Data(message)))
}

/// The message of the last wrong file is left to the caller, who returns the code for it.
fn report(before: Option<String>, message: String) -> Option<String> {
    if let Some(before) = before {
        complain(&mut std::io::stderr().lock(), &before);
    }
    Some(message)
}

fn read(file: &Path) -> Result<String, ()> {
    fs::read_to_string(file).map_err(|error| {
        complain(&mut std::io::stderr().lock(), &format!("{}: {error}", file.display()));
    })
}

/// What is wrong with a file.
enum Fault {
    /// A dossier or a rule: one message, place included.
    Data(String),
    /// Gold lines: one message each.
    Lines(Vec<String>),
}

/// Checks `text` and says in a few words what it holds.
fn check(name: &str, text: &str) -> Result<String, Fault> {
    match form(name, text) {
        Form::Rule => {
            let book = RuleBook::from_sources(&[(name, text)], &mut Lexicon::builtin());
            let book = book.map_err(|error| Fault::Data(error.to_string()))?;
            Ok(book.rules.first().map_or_else(String::new, |rule| format!("rule {}, {} cues", rule.id, rule.cues.len())))
        }
        Form::Dossier => {
            let world = World::builtin().map_err(|error| Fault::Data(error.to_string()))?;
            let dossier = Dossier::from_json(name, text, &world).map_err(|error| Fault::Data(error.to_string()))?;
            Ok(dossier_praise(&dossier))
        }
        Form::Gold => {
            let gold = Gold::parse(name, text);
            if gold.problems.is_empty() {
                Ok(format!("{} gold claims", gold.claims.len()))
            } else {
                Err(Fault::Lines(gold.problems.iter().map(ToString::to_string).collect()))
            }
        }
    }
}

fn dossier_praise(dossier: &Dossier) -> String {
    let parties = dossier.parties().iter().filter(|party| party.listed).count();
    format!("dossier {}, {parties} parties, {} issues", dossier.slug(), dossier.issues().len())
}

/// By name and by a word that every rule must hold, so that a broken file is still read as what it is meant to be.
fn form(name: &str, text: &str) -> Form {
    if Path::new(name).extension().is_some_and(|ending| ending == "jsonl") {
        Form::Gold
    } else if text.contains("\"cues\"") || text.contains("\"takes\"") {
        Form::Rule
    } else {
        Form::Dossier
    }
}

fn builtin(desk: &Desk, out: &mut dyn Write) -> Result<Verdict, Failure> {
    for slug in Dossier::builtin_slugs() {
        let dossier = Dossier::builtin(slug).map_err(|error| Failure::Data(error.to_string()))?;
        writeln!(out, "built-in {}", dossier_praise(&dossier))?;
    }
    let rules = desk.negotiation()?.rules();
    let examples: usize = rules.iter().map(|card| card.examples.len() + card.silent.len()).sum();
    writeln!(out, "built-in rules, {} in {} files, {examples} examples", rules.len(), SOURCES.len())?;
    Ok(Verdict::Done)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_by_name_and_content() {
        assert_eq!(form("gold/seeds.jsonl", "{}"), Form::Gold);
        assert_eq!(form("a.json", "{ \"id\": \"x\", \"cues\": ["), Form::Rule);
        assert_eq!(form("a.json", "{ \"slug\": \"x\""), Form::Dossier);
    }
}
