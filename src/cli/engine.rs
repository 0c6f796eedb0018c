//! The way from options to the library: dossier, rules, articles, and what is found in them.
//!
//! Everything the commands need of the stages before the corpus is asked for here.

use std::fs;
use std::path::{Path, PathBuf};

use demarche::corpus::{Corpus, Engine};
use demarche::document::{self, Document, ReadError, ReadOptions};
use demarche::dossier::{Dossier, Party, PartyRole, World};
use demarche::query::{Glossary, IssueEntry, PartyEntry};
use demarche::render::explanation::RuleCard;
use demarche::rules::{RuleBook, SOURCES};

use crate::cli::failure::Failure;

/// A dossier with the rules that read its articles.
pub(crate) struct Negotiation {
    engine: Engine,
}

impl Negotiation {
    /// Loads the dossier `dossier`, a slug or a file, and the rules of the folder `rules`, or the built-in ones.
    pub(crate) fn load(dossier: &str, rules: Option<&Path>) -> Result<Self, Failure> {
        match rules {
            Some(folder) => Self::with_rules(dossier, &rule_files(folder)?),
            None => Self::with_rules(dossier, SOURCES),
        }
    }

    /// Loads the dossier `dossier`, a slug or a file, and the rules of `sources`, pairs of a name and the JSON.
    pub(crate) fn with_rules<N, S>(dossier: &str, sources: &[(N, S)]) -> Result<Self, Failure>
    where
        N: AsRef<str>,
        S: AsRef<str>,
    {
        let dossier = if is_file(dossier) { dossier_file(Path::new(dossier))? } else { builtin_dossier(dossier)? };
        let engine = Engine::with_rules(dossier, |lexicon| RuleBook::from_sources(sources, lexicon));
        Ok(Self { engine: engine.map_err(|error| Failure::Data(error.to_string()))? })
    }

    /// Returns the title of the dossier.
    pub(crate) fn title(&self) -> &str {
        self.engine.dossier().title()
    }

    /// Returns the rules as they were read.
    pub(crate) fn book(&self) -> &RuleBook {
        self.engine.rules()
    }

    /// Returns the names of the dossier's parties and issues.
    pub(crate) fn glossary(&self) -> Glossary {
        let issue = |issue: &demarche::dossier::Issue| IssueEntry {
            slug: issue.slug.clone(),
            title: issue.title.clone(),
            broader: issue.broader.clone(),
            found: false,
        };
        let dossier = self.engine.dossier();
        Glossary::new(dossier.parties().iter().map(entry).collect(), dossier.issues().iter().map(issue).collect())
    }

    /// Returns the rules in the words of a reader.
    pub(crate) fn cards(&self) -> Vec<RuleCard> {
        self.book().rules.iter().map(|rule| RuleCard::new(rule, self.engine.lexicon())).collect()
    }

    /// Finds what is in `documents`.
    pub(crate) fn read(&self, documents: Vec<Document>) -> Corpus {
        self.engine.read(documents)
    }
}

/// Reads the articles at `paths`, or the built-in ones where there are none; with what could not be read.
pub(crate) fn documents(paths: &[PathBuf], lossy: bool) -> (Vec<Document>, Vec<ReadError>) {
    if !paths.is_empty() {
        return document::read_paths(paths, &ReadOptions { lossy });
    }
    match document::builtin() {
        Ok(documents) => (documents, Vec::new()),
        Err(error) => (Vec::new(), vec![error]),
    }
}

/// By its look alone, as everywhere on the command line.
fn is_file(dossier: &str) -> bool {
    dossier.contains(['/', '\\']) || Path::new(dossier).extension().is_some_and(|ending| ending == "json")
}

fn builtin_dossier(slug: &str) -> Result<Dossier, Failure> {
    Dossier::builtin(slug).map_err(|error| Failure::Usage(error.to_string()))
}

fn dossier_file(path: &Path) -> Result<Dossier, Failure> {
    let name = path.display().to_string();
    let wrong = |error: &dyn std::fmt::Display| Failure::Data(error.to_string());
    let text = fs::read_to_string(path).map_err(|error| Failure::Data(format!("{name}: {error}")))?;
    let world = World::builtin().map_err(|error| wrong(&error))?;
    Dossier::from_json(&name, &text, &world).map_err(|error| wrong(&error))
}

/// The rule files of a folder by name: pairs of path and text.
fn rule_files(folder: &Path) -> Result<Vec<(String, String)>, Failure> {
    let wrong = |path: &Path, error: std::io::Error| Failure::Data(format!("{}: {error}", path.display()));
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| wrong(folder, error))? {
        paths.push(entry.map_err(|error| wrong(folder, error))?.path());
    }
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "json"));
    paths.sort();
    if paths.is_empty() {
        return Err(Failure::Data(format!(
            "{}: no rules in this folder; it needs files that end in .json",
            folder.display()
        )));
    }
    let read = |path: &Path| fs::read_to_string(path).map_err(|error| wrong(path, error));
    paths.iter().map(|path| Ok((path.display().to_string(), read(path)?))).collect()
}

fn entry(party: &Party) -> PartyEntry {
    let forms = &party.forms;
    let lists = [&forms.names, &forms.acronyms, &forms.capitals, &forms.seats, &forms.demonyms, &forms.plurals];
    PartyEntry {
        slug: party.slug.clone(),
        name: party.name.clone(),
        role: if party.role == PartyRole::Other { String::new() } else { party.role.word().to_owned() },
        names: lists.into_iter().flatten().cloned().collect(),
        listed: party.listed,
    }
}
