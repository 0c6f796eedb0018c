//! `check`: whether a data file is as it should be.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use demarche::document;
use demarche::dossier::{Dossier, World};
use demarche::evaluate::Gold;
use demarche::rules::SOURCES;

use crate::cli::desk::Desk;
use crate::cli::engine::Negotiation;
use crate::cli::examples;
use crate::cli::failure::{Failure, Verdict, complain};

/// Check dossiers, rules with their examples, sources.json and gold files; without a file the built-in ones
///
/// A dossier or rule that is wrong ends with 4, a rule whose examples fail and any other file that is wrong with 1.
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
    Sources,
    Gold,
}

/// What was found in one file.
enum Finding {
    /// Nothing wrong; what it holds in a few words.
    Good(String),
    /// A dossier or rule that is no such thing: one line, place included.
    Broken(String),
    /// What else is wrong, one line each.
    Wrong(Vec<String>),
}

/// Runs `check`: every file is looked at, and the worst that was found decides the exit code.
pub(crate) fn run(args: &Args, desk: &Desk, out: &mut dyn Write) -> Result<Verdict, Failure> {
    if args.files.is_empty() {
        return builtin(desk, out);
    }
    let mut verdict = Verdict::Done;
    let mut broken = Vec::new();
    for file in &args.files {
        let name = file.display().to_string();
        match fs::read_to_string(file) {
            Err(error) => {
                complain(&mut io::stderr().lock(), &format!("{name}: {error}"));
                verdict = worse(verdict, Verdict::Unread);
            }
            Ok(text) => match check(&name, &text) {
                Finding::Good(praise) => writeln!(out, "{name}: {praise}")?,
                Finding::Broken(line) => broken.push(line),
                Finding::Wrong(lines) => {
                    complain_of(&lines);
                    verdict = Verdict::No;
                }
            },
        }
    }
    out.flush()?;
    let last = broken.pop();
    complain_of(&broken);
    last.map_or(Ok(verdict), |line| Err(Failure::Data(line)))
}

fn complain_of(lines: &[String]) {
    for line in lines {
        complain(&mut io::stderr().lock(), line);
    }
}

fn worse(a: Verdict, b: Verdict) -> Verdict {
    if a == Verdict::No { a } else { b }
}

fn check(name: &str, text: &str) -> Finding {
    match form(name, text) {
        Form::Rule => check_rule(name, text),
        Form::Dossier => match World::builtin().and_then(|world| Dossier::from_json(name, text, &world)) {
            Ok(dossier) => Finding::Good(praise(&dossier)),
            Err(error) => Finding::Broken(error.to_string()),
        },
        Form::Sources => match document::sources(name, text) {
            Ok(sources) => Finding::Good(format!("facts about {} articles", sources.len())),
            Err(error) => Finding::Wrong(vec![error.to_string()]),
        },
        Form::Gold => {
            let gold = Gold::parse(name, text);
            if gold.problems.is_empty() {
                Finding::Good(format!("{} gold claims", gold.claims.len()))
            } else {
                Finding::Wrong(gold.problems.iter().map(ToString::to_string).collect())
            }
        }
    }
}

/// A rule is tried alone: another one cannot answer for it.
fn check_rule(name: &str, text: &str) -> Finding {
    let sources = [(name, text)];
    let rules = match Negotiation::with_rules("world", &sources) {
        Ok(negotiation) => negotiation.book().rules.clone(),
        Err(failure) => return Finding::Broken(failure.to_string()),
    };
    match examples::failing(&rules, |dossier| Negotiation::with_rules(dossier, &sources)) {
        Err(failure) => Finding::Broken(format!("{name}: {failure}")),
        Ok(lines) if lines.is_empty() => {
            let cues = rules.iter().map(|rule| format!("rule {}, {} cues", rule.id, rule.cues.len()));
            Finding::Good(cues.collect::<Vec<_>>().join(", "))
        }
        Ok(lines) => Finding::Wrong(lines),
    }
}

fn praise(dossier: &Dossier) -> String {
    let parties = dossier.parties().iter().filter(|party| party.listed).count();
    format!("dossier {}, {parties} parties of its own, {} issues", dossier.slug(), dossier.issues().len())
}

/// By name and by a word that every rule must hold, so that a broken file is still read as what it is meant to be.
fn form(name: &str, text: &str) -> Form {
    let path = Path::new(name);
    if path.extension().is_some_and(|ending| ending == "jsonl") {
        Form::Gold
    } else if path.file_name().is_some_and(|file| file == "sources.json") {
        Form::Sources
    } else if text.contains("\"cues\"") || text.contains("\"takes\"") {
        Form::Rule
    } else {
        Form::Dossier
    }
}

fn builtin(desk: &Desk, out: &mut dyn Write) -> Result<Verdict, Failure> {
    for slug in Dossier::builtin_slugs() {
        let dossier = Dossier::builtin(slug).map_err(|error| Failure::Data(error.to_string()))?;
        writeln!(out, "built-in {}", praise(&dossier))?;
    }
    let negotiation = desk.negotiation()?;
    let rules = &negotiation.book().rules;
    let tried: usize = rules.iter().map(|rule| rule.examples.len() + rule.silent.len()).sum();
    let failing = examples::failing(rules, |dossier| Negotiation::with_rules(dossier, SOURCES))?;
    writeln!(out, "rules {}, their examples {tried}, of which {} fail", rules.len(), failing.len())?;
    out.flush()?;
    complain_of(&failing);
    Ok(if failing.is_empty() { Verdict::Done } else { Verdict::No })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_by_name_and_content() {
        assert_eq!(form("gold/seeds.jsonl", "{}"), Form::Gold);
        assert_eq!(form("seeds/sources.json", "[]"), Form::Sources);
        assert_eq!(form("a.json", "{ \"id\": \"x\", \"cues\": ["), Form::Rule);
        assert_eq!(form("a.json", "{ \"slug\": \"x\""), Form::Dossier);
    }
}
