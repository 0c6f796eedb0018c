//! The way from options to the library: dossier, rules, articles, and what is found in them.
//!
//! Everything the commands need of the stages before the corpus is asked for here.

use std::fs;
use std::path::Path;

use demarche::corpus::Corpus;
use demarche::document::{Block, BlockKind, Document};
use demarche::dossier::{Dossier, Party, PartyRole, World};
use demarche::language::lexicon::Lexicon;
use demarche::query::{Glossary, IssueEntry, PartyEntry};
use demarche::render::explanation::RuleCard;
use demarche::rules::{RuleBook, SOURCES};
use demarche::text::{Index, Span};

use crate::cli::failure::Failure;

/// A dossier with the rules that read its articles.
pub(crate) struct Negotiation {
    dossier: Dossier,
    rules: RuleBook,
    lexicon: Lexicon,
}

impl Negotiation {
    /// Loads the dossier `dossier`, a slug or a file, and the rules of the folder `rules`, or the built-in ones.
    pub(crate) fn load(dossier: &str, rules: Option<&Path>) -> Result<Self, Failure> {
        let dossier = if is_file(dossier) { dossier_file(Path::new(dossier))? } else { builtin_dossier(dossier)? };
        let mut lexicon = Lexicon::builtin();
        let rules = match rules {
            Some(folder) => RuleBook::from_sources(&rule_files(folder)?, &mut lexicon),
            None => RuleBook::from_sources(SOURCES, &mut lexicon),
        };
        let rules = rules.map_err(|error| Failure::Data(error.to_string()))?;
        Ok(Self { dossier, rules, lexicon })
    }

    /// Returns the names of the dossier's parties and issues.
    pub(crate) fn glossary(&self) -> Glossary {
        let issue = |issue: &demarche::dossier::Issue| IssueEntry {
            slug: issue.slug.clone(),
            title: issue.title.clone(),
            broader: issue.broader.clone(),
        };
        Glossary::new(self.dossier.parties().iter().map(entry).collect(), self.dossier.issues().iter().map(issue).collect())
    }

    /// Returns the rules in the words of a reader.
    pub(crate) fn rules(&self) -> Vec<RuleCard> {
        self.rules.rules.iter().map(|rule| RuleCard::new(rule, &self.lexicon)).collect()
    }

    /// Finds what is in `documents`.
    pub(crate) fn read(&mut self, documents: Vec<Document>) -> Corpus {
        match std::env::var("DEMARCHE_STANDIN").ok().and_then(|path| fs::read_to_string(path).ok()) {
            Some(text) => {
                let gold = demarche::evaluate::gold::Gold::parse("gold", &text);
                demarche::evaluate::coded::coded(self.dossier.slug(), documents, &gold.claims)
            }
            None => Corpus { dossier: self.dossier.slug().to_owned(), documents, ..Corpus::default() },
        }
    }
}

/// Reads the articles at `paths`, or the built-in ones where there are none; with each that cannot be read one line
/// about why.
pub(crate) fn documents(paths: &[&Path], _lossy: bool) -> (Vec<Document>, Vec<String>) {
    const SEEDS: &[(&str, &str)] = &[
        ("progress-center", "000_0d1e286379343fd8.txt"),
        ("turkiye-today", "001_e3572116e2fbeb5c.txt"),
        ("aqaba", "002_f7027279298fa087.txt"),
        ("majalla", "003_2a940ca826a8b7d7.txt"),
        ("annahar", "004_ebe41dacef290fe8.txt"),
    ];
    if paths.is_empty() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
        let read = |(id, file): &(&str, &str)| document(id, &folder.join(file));
        return (SEEDS.iter().filter_map(|seed| read(seed).ok()).collect(), vec![]);
    }
    let mut files = Vec::new();
    for path in paths {
        match fs::read_dir(path) {
            Ok(entries) => files.extend(entries.flatten().map(|entry| entry.path())),
            Err(_) => files.push(path.to_path_buf()),
        }
    }
    files.sort();
    let (mut documents, mut errors) = (vec![], vec![]);
    for file in files {
        let id = file.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
        match document(&id, &file) {
            Ok(document) => documents.push(document),
            Err(error) => errors.push(error),
        }
    }
    (documents, errors)
}

fn document(id: &str, path: &Path) -> Result<Document, String> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let title = text.lines().next().unwrap_or("").to_owned();
    let block = Block { kind: BlockKind::Paragraph, span: Span::new(0, text.len()), intro: None, repeats: None };
    let (index, blocks) = (Index::new(&text), vec![block]);
    Ok(Document { id: id.into(), path: path.display().to_string(), title, text, index, blocks, ..Document::default() })
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
        return Err(Failure::Data(format!("{}: no rules in this folder; it needs files that end in .json", folder.display())));
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
