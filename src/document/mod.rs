//! Articles as they are read: decoded text, facts about it, and its blocks.
//!
//! This stage tells prose from furniture. It knows layout and nothing of English or of negotiations.
//! Invariant: the text is the decoded file, unchanged but for a byte order mark, so that every span is
//! an offset of the file.

use crate::text::{Index, Span};

/// One article.
#[derive(Debug, Clone, Default)]
pub struct Document {
    /// The short name by which users and exports call it.
    pub id: String,
    /// Where it was read from, as given.
    pub path: String,
    /// The headline, or empty where none was found.
    pub title: String,
    /// The publishing outlet, or empty where not known.
    pub outlet: String,
    /// The author, where known.
    pub author: Option<String>,
    /// The date of publication as `YYYY-MM-DD`, where known.
    pub date: Option<String>,
    /// The kind of article ("report", "analysis", "opinion" …), where known.
    pub kind: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// SHA-256 of the file's bytes, in lower-case hexadecimal.
    pub sha256: String,
    /// The decoded text.
    pub text: String,
    /// Code points and lines of `text`.
    pub index: Index,
    /// The blocks of the text in order; they do not overlap, and what no block covers is white space.
    pub blocks: Vec<Block>,
}

/// A stretch of text with one function on the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it stands, in bytes, surrounding white space left out.
    pub span: Span,
    /// For a bullet, the block (by index) that introduces the list.
    pub intro: Option<usize>,
    /// For a block that says again what another says (a headline printed twice, a pull-quote), the place
    /// in the text that it repeats.
    pub repeats: Option<Span>,
}

/// The function of a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// The headline.
    Title,
    /// The standfirst under the headline.
    Standfirst,
    /// A heading between paragraphs, or a question that heads its answer.
    Heading,
    /// Running prose.
    Paragraph,
    /// An item of a list.
    Bullet,
    /// A sentence lifted out of the body, or a paragraph or headline printed twice; see [`Block::repeats`].
    Repeat,
    /// The words under a picture.
    Caption,
    /// Who took a picture or wrote for which agency.
    Credit,
    /// Who wrote the article.
    Byline,
    /// Date and place lines that stand alone.
    Dateline,
    /// Menus, share buttons, related links, cookie notices, copyright lines, rules.
    Furniture,
    /// The front matter block.
    FrontMatter,
}

impl BlockKind {
    /// Tells whether claims may be found in a block of this kind.
    #[must_use]
    pub fn is_prose(self) -> bool {
        matches!(self, Self::Title | Self::Standfirst | Self::Heading | Self::Paragraph | Self::Bullet)
    }
}
