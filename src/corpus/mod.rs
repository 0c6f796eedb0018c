//! Many documents, and everything found in them.
//!
//! Lists are sorted by document and position; the same input gives the same corpus.

mod people;

use crate::claims::{self, Found, Tables};
use crate::document::Document;
use crate::dossier::{Dossier, Issues, Names, Topics};
use crate::language::parse::{Language, Workspace};
use crate::record::{Claim, Missed, Person, Statement};
use crate::rules::{RuleBook, RuleError};
use rayon::iter::{IndexedParallelIterator as _, IntoParallelRefIterator as _, ParallelIterator as _};

/// As many bytes of text are read on one core.
const ALONE: usize = 100_000;

/// Documents and what was found in them.
#[derive(Debug, Clone, Default)]
pub struct Corpus {
    /// The slug of the dossier that was used.
    pub dossier: String,
    /// The documents, in the order read.
    pub documents: Vec<Document>,
    /// The claims, by document and position.
    pub claims: Vec<Claim>,
    /// The attributed statements, by document and position.
    pub statements: Vec<Statement>,
    /// The people, by name.
    pub people: Vec<Person>,
    /// Sentences with a cue that gave no claim.
    pub missed: Vec<Missed>,
}

/// Reads documents with one dossier and one set of rules.
#[derive(Debug)]
pub struct Engine {
    tables: Tables,
}

impl Engine {
    /// Builds an engine with the built-in rules.
    ///
    /// # Errors
    ///
    /// The built-in rules are broken, which a test excludes.
    pub fn new(dossier: Dossier) -> Result<Self, RuleError> {
        Self::with_rules(dossier, RuleBook::builtin)
    }

    /// Builds an engine with rules of one's own, which `rules` reads.
    ///
    /// # Errors
    ///
    /// As `rules` says.
    pub fn with_rules(
        dossier: Dossier,
        rules: impl FnOnce(&mut crate::language::lexicon::Lexicon) -> Result<RuleBook, RuleError>,
    ) -> Result<Self, RuleError> {
        let mut language = Language::builtin();
        let rules = rules(&mut language.lexicon)?;
        let names = Names::new(&dossier, &mut language.lexicon);
        let issues = Issues::new(&dossier, &mut language.lexicon);
        let topics = Topics::builtin(&mut language.lexicon);
        Ok(Self { tables: Tables { language, dossier, names, issues, topics, rules } })
    }

    /// Reads documents into a corpus, several at a time where the machine has the cores.
    #[must_use]
    pub fn read(&self, documents: Vec<Document>) -> Corpus {
        let mut corpus = Corpus { dossier: self.dossier().slug().to_owned(), ..Corpus::default() };
        let mut people = people::Roll::default();
        let read = |sentences: &mut Vec<Workspace>, (number, document): (usize, &Document)| {
            claims::extract(&self.tables, document, number, sentences)
        };
        // A few articles are read sooner than a thread has started.
        let found: Vec<Found> = if documents.iter().map(|document| document.text.len()).sum::<usize>() < ALONE {
            let mut sentences = Vec::new();
            documents.iter().enumerate().map(|numbered| read(&mut sentences, numbered)).collect()
        } else {
            documents.par_iter().enumerate().map_init(Vec::new, read).collect()
        };
        // Nothing that is found in one document rests on another: their order is that of the documents on any number of cores.
        for (number, found) in found.into_iter().enumerate() {
            corpus.claims.extend(found.claims);
            corpus.statements.extend(found.statements);
            corpus.missed.extend(found.missed);
            people.add(number, found.people);
        }
        corpus.people = people.finish();
        corpus.documents = documents;
        corpus
    }

    /// The dossier that is read with.
    #[must_use]
    pub fn dossier(&self) -> &Dossier {
        &self.tables.dossier
    }

    /// The words that are known.
    #[must_use]
    pub fn lexicon(&self) -> &crate::language::lexicon::Lexicon {
        &self.tables.language.lexicon
    }

    /// The rules that are read with.
    #[must_use]
    pub fn rules(&self) -> &RuleBook {
        &self.tables.rules
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::builtin;

    #[test]
    fn the_same_is_found_on_any_number_of_cores() {
        let engine = Engine::new(Dossier::builtin("paris-talks").expect("the dossier")).expect("the rules");
        let articles = vec![builtin().expect("articles"); 8].concat();
        assert!(articles.iter().map(|article| article.text.len()).sum::<usize>() > ALONE);
        let read = |threads: usize| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
            let corpus = pool.install(|| engine.read(articles.clone()));
            let found = (&corpus.claims, &corpus.statements, &corpus.people, &corpus.missed);
            format!("{found:?}")
        };
        assert_eq!(read(1), read(5));
    }
}
