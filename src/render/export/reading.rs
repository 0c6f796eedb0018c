//! A claim in the words of a reader, for formats that show names and sentences.

use crate::document::Document;
use crate::query::Glossary;
use crate::record::{Claim, Source, Status};
use crate::render::phrases;

/// Returns the name under which a document is cited.
pub(super) fn outlet(document: &Document) -> &str {
    if document.outlet.is_empty() { &document.id } else { &document.outlet }
}

/// Returns who says so, outermost first: "Yedioth Ahronoth, citing informed sources (not named)"; empty where the
/// author does.
pub(super) fn chain(attribution: &[Source]) -> String {
    let named = |source: &Source| {
        if source.anonymous { format!("{} (not named)", source.name) } else { source.name.clone() }
    };
    attribution.iter().map(named).collect::<Vec<_>>().join(", citing ")
}

/// Returns the names of parties in listing order, joined by "; ".
pub(super) fn names(glossary: &Glossary, slugs: &[String]) -> String {
    let mut slugs: Vec<&str> = slugs.iter().map(String::as_str).collect();
    slugs.sort_by_key(|slug| glossary.party_rank(slug));
    slugs.iter().map(|slug| glossary.party_name(slug)).collect::<Vec<_>>().join("; ")
}

/// Returns the titles of issues, most specific first, joined by "; ".
pub(super) fn titles(glossary: &Glossary, slugs: &[String]) -> String {
    slugs.iter().map(|slug| glossary.issue_title(slug)).collect::<Vec<_>>().join("; ")
}

/// Says what a claim is: "expected demand of Syria toward Israel on Timetable and sequence, according to Reuters".
pub(super) fn summary(glossary: &Glossary, claim: &Claim) -> String {
    let mut words = String::new();
    if claim.status != Status::Stated {
        words.push_str(claim.status.word());
        words.push(' ');
    }
    words.push_str(phrases::noun(claim.kind, false));
    for (before, parties) in [(" of ", &claim.holders), (" toward ", &claim.toward)] {
        if !parties.is_empty() {
            words.push_str(before);
            words.push_str(&phrases::parties(glossary, parties));
        }
    }
    if let Some(issue) = claim.issues.first() {
        words.push_str(" on ");
        words.push_str(glossary.issue_title(issue));
    }
    if !claim.attribution.is_empty() {
        words.push_str(", according to ");
        words.push_str(&chain(&claim.attribution));
    }
    words
}
