//! Where the words of an article stand on the page.
//!
//! A page shows an article block by block. Its script counts as scripts do, in UTF-16 code units, over the texts of
//! the shown blocks with one unit between two blocks; [`Flow`] translates. Whatever is shown goes through
//! [`shown`], which keeps one unit for every unit, so that what the script finds is what was meant.

use std::borrow::Cow;

use crate::document::{Block, BlockKind, Document};
use crate::text::Span;

/// The shown blocks of one article.
#[derive(Debug)]
pub(super) struct Flow<'a> {
    document: &'a Document,
    /// The shown blocks, each with the unit at which it begins.
    blocks: Vec<(&'a Block, usize)>,
    /// The first byte of every character that takes two units.
    wide: Vec<usize>,
}

/// A half-open range of units: where it begins, and how many units it has.
pub(super) type Units = (usize, usize);

impl<'a> Flow<'a> {
    /// Lays out `document`: menus, share buttons and the facts at the head of the file are left out.
    pub(super) fn new(document: &'a Document) -> Self {
        let wide = document.text.char_indices().filter(|(_, c)| c.len_utf16() == 2).map(|(at, _)| at).collect();
        let mut flow = Self { document, blocks: Vec::new(), wide };
        let mut next = 0;
        for block in document.blocks.iter().filter(|block| is_shown(block)) {
            flow.blocks.push((block, next));
            next += flow.units(block.span.end) - flow.units(block.span.start) + 1;
        }
        flow
    }

    /// Returns the shown blocks in order.
    pub(super) fn blocks(&self) -> impl Iterator<Item = &'a Block> {
        self.blocks.iter().map(|(block, _)| *block)
    }

    /// Returns the units that `span` takes; nothing where no shown block holds its beginning.
    pub(super) fn place(&self, span: Span) -> Option<Units> {
        let start = self.unit(span.start)?;
        let end = self.unit(span.end.max(span.start + 1) - 1).map_or(start, |last| last + 1);
        Some((start, if span.is_empty() { 0 } else { end.saturating_sub(start) }))
    }

    /// The unit of the character that byte `at` belongs to (its last unit where it takes two and `at` is not its first byte).
    fn unit(&self, at: usize) -> Option<usize> {
        let after = self.blocks.partition_point(|(block, _)| block.span.start <= at);
        let &(block, first) = self.blocks.get(after.checked_sub(1)?)?;
        let inside = at < block.span.end;
        inside.then(|| first + self.units_through(at) - self.units(block.span.start))
    }

    /// The units before the byte `at`, a character boundary.
    fn units(&self, at: usize) -> usize {
        self.document.index.point(&self.document.text, at) + self.wide.partition_point(|&wide| wide < at)
    }

    /// The units before the last unit of the character that holds byte `at`.
    fn units_through(&self, at: usize) -> usize {
        let boundary = self.document.text.floor_char_boundary(at);
        let end = self.document.text.ceil_char_boundary(at + 1);
        if boundary == at { self.units(at) } else { self.units(end) - 1 }
    }
}

fn is_shown(block: &Block) -> bool {
    !matches!(block.kind, BlockKind::Furniture | BlockKind::FrontMatter)
}

/// Returns `text` as a page can show it: the characters that a reader of HTML would drop or join (line breaks of
/// other systems, control characters) each become one that stays.
pub(super) fn shown(text: &str) -> Cow<'_, str> {
    let kept = |c: char| !c.is_control() || matches!(c, '\n' | '\t');
    if text.chars().all(kept) {
        return Cow::Borrowed(text);
    }
    let stays = |c: char| match c {
        '\r' => ' ',
        c if kept(c) => c,
        _ => '\u{fffd}',
    };
    Cow::Owned(text.chars().map(stays).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text of the page as its script sees it.
    fn page(document: &Document) -> Vec<u16> {
        let flow = Flow::new(document);
        let texts: Vec<Cow<str>> = flow.blocks().map(|block| shown(document.words(block))).collect();
        texts.join("\n").encode_utf16().collect()
    }

    #[test]
    fn every_word_is_found_where_the_script_looks_for_it() {
        let text = "Talks 🕊 in Zürich\r\n\r\nThe envoy 🕊 spoke of 🕊🕊 peace,\r\nand left.\r\n\r\nNobody stayed.\n";
        let document = Document::from_text("a", text);
        let (page, flow) = (page(&document), Flow::new(&document));
        let mut found = 0;
        for block in flow.blocks() {
            for word in document.words(block).split_whitespace() {
                let start = word.as_ptr() as usize - document.text.as_ptr() as usize;
                let (at, len) = flow.place(Span::new(start, start + word.len())).expect("a shown block");
                assert_eq!(String::from_utf16_lossy(&page[at..at + len]), word);
                found += 1;
            }
        }
        assert_eq!(found, text.split_whitespace().count());
    }

    #[test]
    fn what_no_block_shows_has_no_place() {
        let document = Document::from_text("a", "One paragraph of an article, long enough.\n\n\n");
        assert_eq!(Flow::new(&document).place(Span::new(document.text.len(), document.text.len())), None);
    }

    #[test]
    fn no_unit_is_lost_on_the_way_to_the_page() {
        let text = "a\r\nb\0c\u{1b}d\u{85}e 🕊";
        assert_eq!(shown(text).encode_utf16().count(), text.encode_utf16().count());
        assert_eq!(shown(text), "a \nb\u{fffd}c\u{fffd}d\u{fffd}e 🕊");
    }
}
