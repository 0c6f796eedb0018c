//! A rule file as written: strings and nothing decided. What is not in here is an error of the file.

use std::borrow::Cow;
use std::ops::Deref;

use serde::Deserialize;

/// A string of a file: the file's own bytes where they need no unescaping.
#[derive(Debug, Deserialize)]
#[serde(transparent)]
pub(super) struct Text<'a>(#[serde(borrow)] Cow<'a, str>);

#[cfg(test)]
impl<'a> Text<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        Self(Cow::Borrowed(text))
    }
}

impl Deref for Text<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

/// One rule file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawRule<'a> {
    #[serde(borrow)]
    pub(super) id: Text<'a>,
    #[serde(borrow)]
    pub(super) kind: Text<'a>,
    #[serde(borrow)]
    pub(super) explains: Text<'a>,
    #[serde(borrow)]
    pub(super) codebook: Text<'a>,
    /// What a rule looks for that is no list of cues; the program itself knows it.
    #[serde(borrow)]
    pub(super) construction: Option<Text<'a>>,
    #[serde(borrow, default)]
    pub(super) cues: Vec<RawCue<'a>>,
    #[serde(borrow)]
    pub(super) examples: Vec<RawExample<'a>>,
    #[serde(borrow, default)]
    pub(super) silent: Vec<Text<'a>>,
}

/// One cue; exactly one of `verb`, `noun` and `predicate` must be there, with `|` between heads that share the rest.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawCue<'a> {
    #[serde(borrow)]
    pub(super) verb: Option<Text<'a>>,
    #[serde(borrow)]
    pub(super) noun: Option<Text<'a>>,
    #[serde(borrow)]
    pub(super) predicate: Option<Text<'a>>,
    #[serde(borrow)]
    pub(super) takes: Vec<Text<'a>>,
    #[serde(borrow)]
    pub(super) subject: Option<Text<'a>>,
    #[serde(borrow)]
    pub(super) affirmed: Option<Text<'a>>,
    #[serde(borrow)]
    pub(super) negated: Option<Text<'a>>,
    #[serde(borrow)]
    pub(super) refused: Option<Text<'a>>,
    #[serde(borrow)]
    pub(super) joint: Option<Text<'a>>,
    #[serde(borrow)]
    pub(super) mediator: Option<Text<'a>>,
    #[serde(borrow, default)]
    pub(super) modals: Vec<Text<'a>>,
    #[serde(borrow)]
    pub(super) status: Option<Text<'a>>,
    #[serde(borrow, default)]
    pub(super) only: Vec<Text<'a>>,
    #[serde(borrow, default)]
    pub(super) unless: Vec<Text<'a>>,
    #[serde(borrow, default)]
    pub(super) about: Vec<Text<'a>>,
    #[serde(borrow)]
    pub(super) holder: Option<Text<'a>>,
    #[serde(default)]
    pub(super) voiced: bool,
}

/// One sentence with what it gives.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawExample<'a> {
    #[serde(borrow)]
    pub(super) text: Text<'a>,
    #[serde(borrow)]
    pub(super) gives: Vec<Text<'a>>,
    #[serde(borrow)]
    pub(super) dossier: Option<Text<'a>>,
}
