//! The sentences of a document's prose, and who acts in them.

use super::{Place, Tables};
use crate::document::Document;
use crate::language::parse::Workspace;
use crate::language::sentence::sentences;
use crate::mentions::{Cast, Read};

/// The sentences of a document's prose, in order.
pub(super) fn prose(document: &Document) -> Vec<Place> {
    let mut places = Vec::new();
    let mut spans = Vec::new();
    for (block, found) in document.blocks.iter().enumerate().filter(|(_, block)| block.kind.is_prose()) {
        spans.clear();
        sentences(&document.text, found.span, &mut spans);
        let count = spans.len();
        places.extend(spans.iter().enumerate().map(|(at, &span)| Place { span, block, last: at + 1 == count }));
    }
    places
}

/// Sentences that are parsed together: all of an article, a part of a longer text, whose analysis would fill the memory.
pub(super) const BATCH: usize = 512;

/// Who acts in a document that no dossier describes: a first reading; nobody where the dossier names its principals.
///
/// `sentences` are the first of the document, as many as are parsed together.
pub(super) fn cast(tables: &Tables, document: &Document, places: &[Place], sentences: &[Workspace]) -> Cast {
    if !tables.dossier.principals().is_empty() {
        return Cast::default();
    }
    let mut all = Vec::new();
    let sentences = if places.len() > BATCH {
        let spans = places.iter().map(|place| place.span);
        Workspace::read_all(&tables.language, &document.text, spans, &mut all);
        &all
    } else {
        sentences
    };
    let parses: Vec<Read<'_>> = places
        .iter()
        .zip(sentences)
        .map(|(place, sentence)| {
            let headline = document.blocks[place.block].kind.is_headline();
            (sentence.view(&tables.language, &document.text), headline)
        })
        .collect();
    Cast::read(&tables.dossier, &tables.names, &parses)
}

#[cfg(test)]
mod tests {
    use super::BATCH;
    use crate::claims::tests::{contents, paris, world};

    #[test]
    fn a_text_of_more_sentences_than_are_parsed_together_is_read_to_its_end() {
        let text =
            format!("{}\n\nSyria demanded a map of the wells.\n", "It rained in the hills.\n\n".repeat(BATCH + 9));
        for corpus in [paris(&text), world(&text)] {
            assert_eq!(contents(&corpus), ["a map of the wells"], "{}", corpus.dossier);
        }
    }
}
