//! The filters of the command line, resolved against what was read.

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use regex::{Regex, RegexBuilder};

use demarche::query::{Filter, identifier};
use demarche::record::{Kind, Status};

use crate::cli::desk::Reading;
use crate::cli::failure::Failure;

/// Which claims to list. Values of one filter are alternatives, filters combine.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "Filters")]
pub(crate) struct ClaimFilters {
    /// Claims aimed at this party
    #[arg(long, value_name = "PARTY", value_delimiter = ',')]
    toward: Vec<String>,

    /// Claims of this kind
    #[arg(long, value_name = "KIND", value_delimiter = ',', value_parser = kinds())]
    kind: Vec<Kind>,

    /// Claims on this issue, or on one that it includes
    #[arg(long, value_name = "ISSUE", value_delimiter = ',')]
    issue: Vec<String>,

    /// Claims reported with this status
    #[arg(long, value_name = "STATUS", value_delimiter = ',', value_parser = statuses())]
    status: Vec<Status>,

    /// Claims with a source that the text does not name
    #[arg(long)]
    anonymous: bool,

    #[command(flatten)]
    shared: SharedFilters,
}

/// The filters that make sense for statements too.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "Filters")]
pub(crate) struct SharedFilters {
    /// Of this party, by its slug or any of its names ("syria", "Damascus")
    #[arg(long, value_name = "PARTY", value_delimiter = ',')]
    party: Vec<String>,

    /// In this article, by its id, outlet or file name
    #[arg(long, value_name = "SOURCE", value_delimiter = ',')]
    source: Vec<String>,

    /// According to somebody whose name holds TEXT
    #[arg(long, value_name = "TEXT")]
    attributed_to: Vec<String>,

    /// With words that match this regular expression, in any case
    #[arg(long, value_name = "REGEX")]
    text: Option<String>,
}

impl ClaimFilters {
    /// Builds the filter for claims; `kind` is the one the command stands for, `parties` those named without a flag.
    pub(crate) fn resolve(&self, reading: &Reading, kind: Option<Kind>, parties: &[String]) -> Result<Filter, Failure> {
        let mut filter = self.shared.resolve(reading, parties)?;
        filter.toward = all(&self.toward, |word| Ok(reading.glossary.party(word)?.to_owned()))?;
        filter.issues = all(&self.issue, |word| Ok(reading.glossary.issue(word)?.to_owned()))?;
        filter.kinds = kind.map_or_else(|| self.kind.clone(), |kind| vec![kind]);
        filter.statuses.clone_from(&self.status);
        filter.anonymous = self.anonymous;
        Ok(filter.widen(&reading.glossary))
    }

    /// Tells whether `--kind` is given.
    pub(crate) fn names_kinds(&self) -> bool {
        !self.kind.is_empty()
    }
}

impl SharedFilters {
    /// Builds filters that ask for nothing but these sources.
    pub(crate) fn of_sources(sources: &[String]) -> Self {
        Self { source: sources.to_vec(), ..Self::default() }
    }

    /// Builds the filter; `parties` are those named without a flag.
    pub(crate) fn resolve(&self, reading: &Reading, parties: &[String]) -> Result<Filter, Failure> {
        let named: Vec<String> = parties.iter().chain(&self.party).cloned().collect();
        Ok(Filter {
            parties: all(&named, |word| Ok(reading.glossary.party(word)?.to_owned()))?,
            documents: all(&self.source, |word| Ok(identifier::document(&reading.corpus, word)?))?,
            attributed_to: self.attributed_to.clone(),
            text: self.text.as_deref().map(pattern).transpose()?,
            ..Filter::default()
        })
    }
}

fn all<T>(words: &[String], resolve: impl Fn(&str) -> Result<T, Failure>) -> Result<Vec<T>, Failure> {
    words.iter().map(|word| resolve(word.trim())).collect()
}

fn pattern(text: &str) -> Result<Regex, Failure> {
    let built = RegexBuilder::new(text).case_insensitive(true).build();
    built.map_err(|error| {
        let reason = error.to_string();
        let reason = reason.lines().last().unwrap_or("").trim_start_matches("error: ");
        Failure::Usage(format!("`{text}` is not a regular expression: {reason}"))
    })
}

fn kinds() -> impl TypedValueParser<Value = Kind> {
    let words = PossibleValuesParser::new(Kind::ALL.iter().map(|kind| kind.word()));
    words.try_map(|word| Kind::from_word(&word).ok_or("not a kind"))
}

fn statuses() -> impl TypedValueParser<Value = Status> {
    let words = PossibleValuesParser::new(Status::ALL.iter().map(|status| status.word()));
    words.try_map(|word| Status::from_word(&word).ok_or("not a status"))
}
