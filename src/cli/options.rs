//! Options that every command takes.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

/// What to read, with what knowledge, and how to show it.
#[derive(Debug, Clone, Args)]
pub(crate) struct Options {
    /// Read this file or folder instead of the built-in articles (may be given several times)
    #[arg(short, long, value_name = "PATH", global = true, help_heading = "Reading")]
    pub(crate) input: Vec<PathBuf>,

    /// What is known of the negotiation: a built-in dossier, or a file (a name with a slash or ending in .json)
    #[arg(
        short,
        long,
        value_name = "SLUG|FILE",
        global = true,
        default_value = "paris-talks",
        help_heading = "Reading"
    )]
    pub(crate) dossier: String,

    /// Read the rules from this folder instead of the built-in ones
    #[arg(long, value_name = "DIR", global = true, help_heading = "Reading")]
    pub(crate) rules: Option<PathBuf>,

    /// Read files that are not UTF-8 all the same, with a mark for each bad byte
    #[arg(long, global = true, help_heading = "Reading")]
    pub(crate) lossy: bool,

    /// When to use colour; `auto` is on a terminal and without `NO_COLOR`
    #[arg(long, value_name = "WHEN", global = true, default_value = "auto", help_heading = "Showing")]
    pub(crate) color: Color,

    /// Fold lines at this many columns [default: the terminal's width, 80 when piped]
    #[arg(long, value_name = "N", global = true, value_parser = clap::value_parser!(u16).range(20..), help_heading = "Showing")]
    pub(crate) width: Option<u16>,
}

/// When to use colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal, unless `NO_COLOR` or the terminal says otherwise.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}
