//! Papers that an article quotes: who reports what a joint statement says has it as made.

use std::sync::OnceLock;

use regex::Regex;

use super::stance::{Entry, Stance, Way};
use crate::corpus::Corpus;
use crate::record::Claim;
use crate::text::Span;

/// The point under which the vocabulary has such papers.
const POINT: &str = "joint statement";

/// A paper of several parties, and what must not stand before it.
const PAPER: &str = r"(?i)\b(?:the|a|their|its|this|that)\s+(?:rare\s+|first\s+|final\s+)?(?:joint|trilateral|common|closing|concluding)\s+(?:[\p{L}\d–-]+\s+){0,2}?(?:statement|communiqu[ée]|declaration)\b";

/// Returns an entry for each article that quotes a joint statement, for the point of that name; none for others.
pub(super) fn cited<'a>(corpus: &Corpus, point: &str, claims: &[&'a Claim]) -> Vec<Entry<'a>> {
    static PATTERN: OnceLock<Option<Regex>> = OnceLock::new();
    if point != POINT {
        return Vec::new();
    }
    let Some(pattern) = PATTERN.get_or_init(|| Regex::new(PAPER).ok()) else { return Vec::new() };
    let mut entries: Vec<Entry<'a>> = Vec::new();
    for &claim in claims {
        let known = entries.last().is_some_and(|entry| entry.claim.document == claim.document);
        if let Some(span) = quoted(corpus, pattern, claim).filter(|_| !known) {
            entries.push(Entry { stance: Stance::Affirmed, way: Way::For, claim, cites: Some(span), matter: None });
        }
    }
    entries
}

/// The place of a paper that the claim's sentence quotes for something else.
fn quoted(corpus: &Corpus, pattern: &Regex, claim: &Claim) -> Option<Span> {
    let text = &corpus.documents.get(claim.document)?.text;
    let found = pattern.find(claim.quote.of(text))?;
    let span = Span::new(claim.quote.start + found.start(), claim.quote.start + found.end());
    (!span.overlaps(claim.content) && !span.overlaps(claim.cue)).then_some(span)
}
