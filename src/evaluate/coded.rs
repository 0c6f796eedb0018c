//! Gold claims as a corpus, so that whatever works on found claims works on coded ones.
//!
//! Coders write down less than is found: there is no cue and no rule, and who says so is a name, whose
//! place is looked for in the sentence and then before it.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use super::gold::GoldClaim;
use super::sentences::split;
use crate::corpus::Corpus;
use crate::document::Document;
use crate::record::{Claim, Source, SourceType};
use crate::text::Span;

/// Builds a corpus of `documents` that holds the claims of `gold`.
///
/// A claim belongs to the first document whose file name starts with its `doc`; claims of no document are left out.
#[must_use]
pub fn coded<'a>(dossier: &str, documents: Vec<Document>, gold: impl IntoIterator<Item = &'a GoldClaim>) -> Corpus {
    let sheets: Vec<Sheet> = documents.iter().map(|document| Sheet::new(&document.text)).collect();
    let mut claims: Vec<Claim> = Vec::new();
    for coded in gold {
        let fits = |document: &Document| file_name(&document.path).starts_with(&coded.doc);
        if let Some(at) = documents.iter().position(fits) {
            claims.push(claim(coded, at, &documents[at], &sheets[at]));
        }
    }
    claims.sort_by_key(|claim| (claim.document, claim.content));
    Corpus { dossier: dossier.to_owned(), documents, claims, ..Corpus::default() }
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// Byte offsets of a text's code points, and its sentences in bytes.
struct Sheet {
    bytes: Vec<usize>,
    sentences: Vec<Span>,
}

impl Sheet {
    fn new(text: &str) -> Self {
        let mut bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        bytes.push(text.len());
        let sentences = split(text).iter().map(|&(start, end)| Span::new(bytes[start], bytes[end])).collect();
        Self { bytes, sentences }
    }

    /// Returns the byte at code point `point`, the end of the text where there is none.
    fn byte(&self, point: usize) -> usize {
        self.bytes.get(point).or(self.bytes.last()).copied().unwrap_or(0)
    }

    /// Returns the sentence or sentences that `content` takes.
    fn quote(&self, content: Span) -> Span {
        self.sentences.iter().filter(|sentence| sentence.overlaps(content)).fold(content, |all, &one| all.join(one))
    }
}

fn claim(coded: &GoldClaim, at: usize, document: &Document, sheet: &Sheet) -> Claim {
    let content = Span::new(sheet.byte(coded.start), sheet.byte(coded.end));
    let quote = sheet.quote(content);
    let mut holders = coded.holders.clone();
    holders.sort();
    Claim {
        id: id(coded, document, content, quote),
        document: at,
        kind: coded.kind,
        holders,
        toward: coded.toward.clone(),
        issues: coded.issues.clone(),
        status: coded.status,
        content,
        quote,
        cue: Span::new(content.start, content.start),
        frame: Vec::new(),
        holder_spans: Vec::new(),
        attribution: coded.attribution.iter().map(|name| source(name, &document.text, quote)).collect(),
        also: Vec::new(),
        rule: "coded".to_owned(),
        reasons: Vec::new(),
    }
}

/// Finds `name` in the quote, or the last time it is named before.
fn source(name: &str, text: &str, quote: Span) -> Source {
    let before = text.get(..quote.start).unwrap_or("");
    let inside = quote.of(text).find(name).map(|at| quote.start + at);
    let start = inside.or_else(|| before.rfind(name));
    let span = start.map_or(Span::new(quote.start, quote.start), |at| Span::new(at, at + name.len()));
    Source { name: name.to_owned(), kind: SourceType::Other, anonymous: false, span }
}

/// Returns the document's id and six digits of a hash of kind, holders, content and quote.
fn id(coded: &GoldClaim, document: &Document, content: Span, quote: Span) -> String {
    let mut hash = Sha256::new();
    for part in [coded.kind.word(), &coded.holders.join(","), content.of(&document.text), quote.of(&document.text)] {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    hash.finalize().iter().take(3).fold(format!("{}-", document.id), |mut id, byte| {
        // Writing to a string cannot fail.
        let _ = write!(id, "{byte:02x}");
        id
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evaluate::Gold;
    use crate::text::Index;

    #[test]
    fn a_coded_claim_stands_on_the_words_of_its_article() {
        let text = "Zürich. The Envoy said Ruritania wants a truce. More.".to_owned();
        let document = Document {
            id: "x".into(),
            path: "a/x_1.txt".into(),
            index: Index::new(&text),
            text,
            ..Document::default()
        };
        let gold = Gold::parse(
            "g",
            r#"{"doc":"x","kind":"demand","holders":["ruritania"],"issue":[],"status":"stated","start":39,"end":46,"attribution":["The Envoy"],"optional":false,"content":"a truce"}"#,
        );
        let corpus = coded("world", vec![document], &gold.claims);
        let text = &corpus.documents[0].text;
        let [claim] = corpus.claims.as_slice() else { panic!("one claim") };
        assert_eq!(claim.content.of(text), "a truce");
        assert_eq!(claim.quote.of(text), "The Envoy said Ruritania wants a truce.");
        assert_eq!(claim.attribution[0].span.of(text), "The Envoy");
        assert_eq!(claim.id.len(), "x-123456".len());
    }
}
