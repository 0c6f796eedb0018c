//! The colours, one table: what a piece of text is decides how it looks.
//!
//! Colour never carries anything that the words do not: without it a listing reads the same.

use anstyle::{AnsiColor, Style};

use crate::record::Kind;

/// What a piece of text is to its reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// Running text and quoted words.
    Text,
    /// The first line of a group.
    Heading,
    /// The first line of a group within a group.
    Subheading,
    /// Where, when, according to whom.
    Aside,
    /// The id of a claim, a rule or a source.
    Id,
    /// The name of a kind.
    Kind(Kind),
    /// Something a reader must not overlook: a status, a warning.
    Alert,
}

impl Look {
    /// Returns the terminal style.
    #[must_use]
    pub fn style(self) -> Style {
        let colour = |colour: AnsiColor| colour.on_default();
        match self {
            Self::Text => Style::new(),
            Self::Heading => Style::new().bold().underline(),
            Self::Subheading => Style::new().bold(),
            Self::Aside => Style::new().dimmed(),
            Self::Id => colour(AnsiColor::Cyan),
            Self::Alert => colour(AnsiColor::Yellow).bold(),
            Self::Kind(Kind::Demand) => colour(AnsiColor::Yellow),
            Self::Kind(Kind::RedLine) => colour(AnsiColor::Red),
            Self::Kind(Kind::Offer) => colour(AnsiColor::Green),
            Self::Kind(Kind::Agreed) => colour(AnsiColor::Blue),
            Self::Kind(Kind::Open) => colour(AnsiColor::Magenta),
        }
    }
}
