//! Articles as they are read: decoded text, facts about it, and its blocks.
//!
//! This stage tells prose from furniture by layout and by the standing words of news pages; it knows nothing
//! of grammar or of negotiations.
//!
//! Invariant: the text is the decoded file, nothing taken out and nothing put in, so that every offset is one
//! of the file. Line breaks stay as they are (CRLF is two code points) and a byte order mark stays the
//! first code point, which no block covers: in Python, `open(path, encoding="utf-8", newline="").read()[start:end]`
//! is what stands there. What no block covers is blank or the mark before a list item.

mod blocks;
mod date;
mod decode;
mod error;
mod facts;
mod furniture;
mod head;
mod line;
mod pattern;
mod picture;
mod read;
mod repeat;
mod shape;
mod turn;
mod wire;

use sha2::{Digest, Sha256};

pub use error::{Fault, ReadError};
pub use facts::{Facts, Source, sources};
pub use read::{ReadOptions, builtin, read_paths};
pub use turn::Turn;

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
    /// Whose words they are, in an interview.
    pub turn: Turn,
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
    /// The name or letter before what somebody says in an interview.
    Speaker,
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

    /// Tells whether a block of this kind stands above the prose that it sums up or opens.
    #[must_use]
    pub fn is_headline(self) -> bool {
        matches!(self, Self::Title | Self::Standfirst | Self::Heading)
    }
}

/// Reads one article from the bytes of its file.
///
/// `id` is its name where `facts` and the text's front matter give none. What `facts` leave open is taken from
/// the front matter, then from the page itself.
///
/// # Errors
///
/// Fails where the bytes are no text, not UTF-8, or only white space.
pub fn parse(id: &str, path: &str, bytes: &[u8], facts: &Facts) -> Result<Document, ReadError> {
    parse_with(id, path, bytes, facts, ReadOptions::default())
}

fn parse_with(id: &str, path: &str, bytes: &[u8], facts: &Facts, options: ReadOptions) -> Result<Document, ReadError> {
    let text = decode::decode(path, bytes, options)?;
    Ok(build(id, path, bytes, text, facts))
}

impl Document {
    /// Reads an article from its text; never fails, a text without words has no blocks.
    #[must_use]
    pub fn from_text(id: &str, text: impl Into<String>) -> Self {
        let text = text.into();
        let bytes = text.clone();
        build(id, id, bytes.as_bytes(), text, &Facts::default())
    }

    /// Returns the words of a block.
    #[must_use]
    pub fn words(&self, block: &Block) -> &str {
        block.span.of(&self.text)
    }
}

fn build(id: &str, path: &str, bytes: &[u8], text: String, facts: &Facts) -> Document {
    let front = facts::front_matter(&text);
    let (front, place) = front.map_or((Facts::default(), None), |(facts, place)| (facts, Some(place)));
    let layout = blocks::layout(&text, place);
    let facts = facts.clone().or(front).or(layout.found);
    Document {
        id: facts.id.unwrap_or_else(|| id.to_owned()),
        path: path.to_owned(),
        title: facts.title.unwrap_or_default(),
        outlet: facts.outlet.unwrap_or_default(),
        author: facts.author,
        date: facts.date,
        kind: facts.kind,
        url: facts.url,
        sha256: hex(&Sha256::digest(bytes)),
        index: Index::new(&text),
        blocks: layout.blocks,
        text,
    }
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut out, byte| {
        // Writing to a string cannot fail.
        let _ = write!(out, "{byte:02x}");
        out
    })
}
