//! Who says so: reports in a sentence, each with its source, the words that say that it speaks, and what it says.
//!
//! A report covers stretches of its sentence; where stretches lie inside one another the attribution is a chain,
//! the widest outermost. A quoted speaker carries into the next sentence only by a quotation mark that opens it.
//! This stage knows speaking and nothing of stances.

mod find;
mod source;

pub use source::name_of;

use crate::language::extent::Stretch;
use crate::language::parse::Parse;
use crate::mentions::{Parties, Scene};
use crate::record::Source;

/// One report in a sentence; places are token indices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Who speaks, outermost first: "Maariv, citing officials" has two hops.
    pub chain: Vec<Source>,
    /// The phrases that name the innermost source.
    pub source: Option<Stretch>,
    /// The words that say that somebody speaks.
    pub cue: Option<Stretch>,
    /// What is said, in pieces.
    pub content: Vec<Stretch>,
    /// The verb group that reports, where one does.
    pub group: Option<usize>,
    /// The parties that the speaker stands for.
    pub speaker: Parties,
    /// Whether the words are the speaker's own.
    pub quoted: bool,
    /// Whether the source is a party as such ("Turkey says"), not a person, body or text.
    pub by_party: bool,
    /// Whether it comes from the sentence before.
    pub carried: bool,
}

impl Report {
    /// Tells whether the report covers token `at`.
    #[must_use]
    pub fn covers(&self, at: usize) -> bool {
        self.content.iter().any(|piece| piece.contains(at))
    }

    /// The number of tokens covered.
    #[must_use]
    pub fn width(&self) -> usize {
        self.content.iter().map(|piece| piece.last + 1 - piece.first).sum()
    }
}

/// Reports through one document.
#[derive(Debug, Clone, Default)]
pub struct Speech {
    /// The last direct quotation, which an opening mark can go on with.
    quoted: Option<Report>,
    /// How the publishing outlet is called, so that it is no source of its own article.
    outlet: String,
}

impl Speech {
    /// Begins a document that `outlet` published.
    #[must_use]
    pub fn new(outlet: &str) -> Self {
        Self { quoted: None, outlet: outlet.to_lowercase() }
    }

    /// Finds the reports of the next sentence.
    pub fn read(&mut self, parse: &Parse<'_>, scene: &Scene<'_>) -> Vec<Report> {
        let mut reports = find::reports(parse, scene, &self.outlet);
        let opens = parse.tokens.first().is_some_and(|token| token.tag == crate::language::Tag::Open);
        let has_quote = reports.iter().any(|report| report.quoted);
        if opens && !has_quote && !parse.tokens.is_empty() {
            if let Some(carried) = &self.quoted {
                let all = Stretch { first: 0, last: parse.tokens.len() - 1 };
                reports.push(Report { content: vec![all], carried: true, group: None, cue: None, source: None, ..carried.clone() });
            }
        }
        self.quoted = reports.iter().find(|report| report.quoted).cloned().or_else(|| self.quoted.take().filter(|_| opens));
        reports
    }

    /// Forgets the speaker, as at a heading.
    pub fn turn(&mut self) {
        self.quoted = None;
    }
}
