//! A rule file as written: strings and nothing decided. What is not in here is an error of the file.

use serde::Deserialize;

/// One rule file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawRule {
    pub(super) id: String,
    pub(super) kind: String,
    pub(super) explains: String,
    pub(super) codebook: String,
    /// What a rule looks for that is no list of cues; the program itself knows it.
    pub(super) construction: Option<String>,
    #[serde(default)]
    pub(super) cues: Vec<RawCue>,
    pub(super) examples: Vec<RawExample>,
    #[serde(default)]
    pub(super) silent: Vec<String>,
}

/// One cue; exactly one of `verb`, `noun` and `predicate` must be there, with `|` between heads that share the rest.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawCue {
    pub(super) verb: Option<String>,
    pub(super) noun: Option<String>,
    pub(super) predicate: Option<String>,
    pub(super) takes: Vec<String>,
    pub(super) subject: Option<String>,
    pub(super) affirmed: Option<String>,
    pub(super) negated: Option<String>,
    pub(super) refused: Option<String>,
    pub(super) joint: Option<String>,
    pub(super) mediator: Option<String>,
    #[serde(default)]
    pub(super) modals: Vec<String>,
    pub(super) status: Option<String>,
    #[serde(default)]
    pub(super) only: Vec<String>,
    #[serde(default)]
    pub(super) unless: Vec<String>,
    #[serde(default)]
    pub(super) about: Vec<String>,
    pub(super) holder: Option<String>,
    #[serde(default)]
    pub(super) voiced: bool,
}

/// One sentence with what it gives.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawExample {
    pub(super) text: String,
    pub(super) gives: Vec<String>,
    pub(super) dossier: Option<String>,
}
