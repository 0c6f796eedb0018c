//! A brief in Markdown: by party, then kind, each point with its quote as a footnote.
//!
//! Every word that comes from an article is escaped, so that it shows as text in any reader of Markdown,
//! one that lets HTML through included.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::in_order;
use super::reading::{chain, outlet};
use crate::corpus::Corpus;
use crate::document::Document;
use crate::query::Glossary;
use crate::record::{Claim, Kind, Status};
use crate::render::phrases;

/// Whether nobody is named, how many hold it together, and their places in listings: single parties come first,
/// nobody last.
type Group<'a> = (bool, usize, Vec<usize>, &'a [String]);

/// Renders `corpus` as a brief.
#[must_use]
pub fn render(corpus: &Corpus, glossary: &Glossary) -> String {
    let mut brief = Brief { corpus, glossary, text: String::new(), notes: String::new(), count: 0 };
    brief.head();
    let mut groups: BTreeMap<Group, BTreeMap<Kind, Vec<&Claim>>> = BTreeMap::new();
    for claim in in_order(corpus) {
        let mut ranks: Vec<usize> = claim.holders.iter().map(|slug| glossary.party_rank(slug)).collect();
        ranks.sort_unstable();
        let group = (claim.holders.is_empty(), claim.holders.len(), ranks, claim.holders.as_slice());
        groups.entry(group).or_default().entry(claim.kind).or_default().push(claim);
    }
    for ((.., holders), kinds) in &mut groups {
        let name = if holders.is_empty() { "No party named".to_owned() } else { phrases::parties(glossary, holders) };
        brief.line(&format!("\n## {}", escaped(&name)));
        for (kind, claims) in kinds {
            brief.line(&format!("\n### {}\n", phrases::heading(*kind)));
            claims.sort_by_key(|claim| claim.issues.first().map_or(usize::MAX, |issue| glossary.issue_rank(issue)));
            for claim in claims {
                if let Some(document) = corpus.documents.get(claim.document) {
                    brief.point(document, claim);
                }
            }
        }
    }
    let Brief { text, notes, .. } = brief;
    if notes.is_empty() { text } else { format!("{text}\n{notes}") }
}

/// A brief in the making.
struct Brief<'a> {
    corpus: &'a Corpus,
    glossary: &'a Glossary,
    text: String,
    notes: String,
    count: usize,
}

impl Brief<'_> {
    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// Writes the title and the list of documents.
    fn head(&mut self) {
        self.line(&format!("# Positions: {}\n", escaped(&self.corpus.dossier)));
        let claims = phrases::count(self.corpus.claims.len(), "claim", "claims");
        self.line(&format!("{claims} in {}:\n", phrases::count(self.corpus.documents.len(), "article", "articles")));
        for document in &self.corpus.documents {
            let facts = [
                document.title.as_str(),
                document.date.as_deref().unwrap_or(""),
                document.url.as_deref().unwrap_or(""),
            ];
            let facts: Vec<String> = facts.iter().filter(|fact| !fact.is_empty()).map(|fact| escaped(fact)).collect();
            let tail = if facts.is_empty() { String::new() } else { format!(": {}", facts.join(", ")) };
            self.line(&format!("- {} ({}){tail}", escaped(outlet(document)), escaped(&document.id)));
        }
    }

    /// Writes one claim and its footnote.
    fn point(&mut self, document: &Document, claim: &Claim) {
        self.count += 1;
        let number = self.count;
        let issue = claim.issues.first().map_or("Other", |issue| self.glossary.issue_title(issue));
        let mut facts = Vec::new();
        if claim.status != Status::Stated {
            facts.push(claim.status.word().to_owned());
        }
        if !claim.toward.is_empty() {
            facts.push(format!("toward {}", escaped(&phrases::parties(self.glossary, &claim.toward))));
        }
        if !claim.attribution.is_empty() {
            facts.push(format!("according to {}", escaped(&chain(&claim.attribution))));
        }
        facts.push(escaped(outlet(document)));
        let words = escaped(claim.content.of(&document.text));
        self.line(&format!("- **{}**: “{words}” ({})[^{number}]", escaped(issue), facts.join("; ")));
        let date = document.date.as_deref().map(|date| format!(", {}", escaped(date))).unwrap_or_default();
        // Writing to a string cannot fail.
        let _ = writeln!(
            self.notes,
            "[^{number}]: “{}” — {}{date}, line {}; {}",
            escaped(claim.quote.of(&document.text)),
            escaped(outlet(document)),
            document.index.line(claim.quote.start),
            escaped(&claim.id),
        );
    }
}

/// Escapes every character that Markdown or HTML could take for markup, and joins lines.
pub(in crate::render) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        for c in word.chars() {
            match c {
                '&' => out.push_str("&amp;"),
                '<' => out.push_str("&lt;"),
                '>' => out.push_str("&gt;"),
                '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '(' | ')' | '#' | '+' | '|' | '~' | '$' | '!'
                | '^' => {
                    out.extend(['\\', c]);
                }
                _ => out.push(c),
            }
        }
    }
    // At the start of a line these begin a list or a rule, and "1." a numbered list.
    let numbered = out.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with('.') && !out.starts_with('.');
    if out.starts_with(['-', '=', ':']) {
        out.insert(0, '\\');
    } else if numbered {
        out = out.replacen('.', "\\.", 1);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn markup_in_an_article_shows_as_text() {
        assert_eq!(escaped("a *b*\n[x](y) <script>"), "a \\*b\\* \\[x\\]\\(y\\) &lt;script&gt;");
        assert_eq!(escaped("- item"), "\\- item");
        assert_eq!(escaped("12. item"), "12\\. item");
        assert_eq!(escaped("1974 lines"), "1974 lines");
    }
}
