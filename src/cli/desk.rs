//! What a command works with: the options, the articles it reads, the screen it writes to.

use std::io::{self, IsTerminal, Write};
use std::mem::ManuallyDrop;
use std::path::PathBuf;

use demarche::corpus::Corpus;
use demarche::query::Glossary;
use demarche::render::Screen;

use crate::cli::engine::{self, Negotiation};
use crate::cli::failure::{Failure, Verdict, complain};
use crate::cli::options::{Color, Options};

/// The widest a listing gets by itself: longer lines are hard to read.
const READABLE: u16 = 100;
/// The width where there is no terminal.
const PIPED: u16 = 80;

/// The options of one run and what follows from them.
pub(crate) struct Desk<'a> {
    options: &'a Options,
}

/// The articles of one run and what was found in them.
pub(crate) struct Reading {
    /// The articles and their claims.
    pub(crate) corpus: Corpus,
    /// The names of parties and issues, those found in the articles included.
    pub(crate) glossary: Glossary,
    /// Whether some input could not be read.
    pub(crate) unread: bool,
}

impl Reading {
    /// Returns how a command that did its work ends.
    pub(crate) fn verdict(&self) -> Verdict {
        if self.unread { Verdict::Unread } else { Verdict::Done }
    }
}

impl<'a> Desk<'a> {
    /// Sets up a desk with `options`.
    pub(crate) fn new(options: &'a Options) -> Self {
        Self { options }
    }

    /// Loads the dossier and the rules asked for.
    pub(crate) fn negotiation(&self) -> Result<Negotiation, Failure> {
        Negotiation::load(&self.options.dossier, self.options.rules.as_deref())
    }

    /// Reads `paths` and those of `--input`, or the built-in articles where there are none, and finds what is in
    /// them. What cannot be read is reported and left out.
    pub(crate) fn read(&self, paths: &[PathBuf]) -> Result<Reading, Failure> {
        // The program ends with its one reading: taking the tables apart would cost a tenth of setting them up.
        let negotiation = ManuallyDrop::new(self.negotiation()?);
        self.read_with(&negotiation, paths)
    }

    /// As [`Desk::read`], with a dossier and rules that have been loaded.
    pub(crate) fn read_with(&self, negotiation: &Negotiation, paths: &[PathBuf]) -> Result<Reading, Failure> {
        let paths: Vec<PathBuf> = self.options.input.iter().chain(paths).cloned().collect();
        let (documents, errors) = engine::documents(&paths, self.options.lossy);
        for error in &errors {
            complain(&mut io::stderr().lock(), error);
        }
        let mut glossary = negotiation.glossary();
        hint(&glossary, &paths);
        if documents.is_empty() {
            return Err(Failure::Unread);
        }
        let corpus = negotiation.read(documents);
        glossary.extend_from(&corpus);
        Ok(Reading { corpus, glossary, unread: !errors.is_empty() })
    }

    /// Builds the screen on `out`.
    pub(crate) fn screen<'o>(&self, out: &'o mut dyn Write) -> Screen<'o> {
        Screen::new(out, usize::from(self.width()), self.colour())
    }

    fn width(&self) -> u16 {
        let terminal = || if io::stdout().is_terminal() { terminal_size::terminal_size_of(io::stdout()) } else { None };
        let fitting = || terminal().map_or(PIPED, |(width, _)| width.0.min(READABLE));
        self.options.width.unwrap_or_else(fitting)
    }

    fn colour(&self) -> bool {
        match self.options.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => anstream::AutoStream::choice(&io::stdout()) != anstream::ColorChoice::Never,
        }
    }
}

/// A party's name where a path belongs: says how to ask for the party.
fn hint(glossary: &Glossary, paths: &[PathBuf]) {
    let missing = paths.iter().filter(|path| !path.exists());
    for word in missing.filter_map(|path| path.to_str()) {
        if let Ok(slug) = glossary.party(word) {
            let hint = format!("`{word}` is a party: ask for its claims with `--party {slug}`");
            complain(&mut io::stderr().lock(), &hint);
        }
    }
}
