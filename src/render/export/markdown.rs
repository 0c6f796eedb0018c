//! A brief in Markdown: by party, then kind, each point with its quote as a footnote.
//!
//! Every word that comes from an article is escaped, so that it shows as text in any reader of Markdown,
//! one that lets HTML through included.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::in_order;
use super::json::{Claim, Source, claim_record};
use crate::corpus::Corpus;
use crate::document::Document;
use crate::record::Kind;
use crate::render::phrases;

/// Whether nobody is named, how many hold it together, and who: single parties come first, nobody last.
type Group = (bool, usize, Vec<String>);

/// Renders `corpus` as a brief.
#[must_use]
pub fn render(corpus: &Corpus) -> String {
    let mut brief = Brief { corpus, text: String::new(), notes: String::new(), count: 0 };
    brief.head();
    let mut groups: BTreeMap<Group, BTreeMap<Kind, Vec<usize>>> = BTreeMap::new();
    let claims = in_order(corpus);
    for (at, claim) in claims.iter().enumerate() {
        let group = (claim.holders.is_empty(), claim.holders.len(), claim.holders.clone());
        groups.entry(group).or_default().entry(claim.kind).or_default().push(at);
    }
    for ((.., holders), kinds) in &groups {
        let name = if holders.is_empty() { "No party named".to_owned() } else { holders.join(", ") };
        brief.line(&format!("\n## {}", escaped(&name)));
        for (kind, members) in kinds {
            brief.line(&format!("\n### {}\n", phrases::heading(*kind)));
            for &at in members {
                brief.point(&claim_record(corpus, claims[at]), corpus.documents.get(claims[at].document));
            }
        }
    }
    let Brief { text, notes, .. } = brief;
    if notes.is_empty() { text } else { format!("{text}\n{notes}") }
}

/// A brief in the making.
struct Brief<'a> {
    corpus: &'a Corpus,
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
    fn point(&mut self, claim: &Claim, document: Option<&Document>) {
        self.count += 1;
        let number = self.count;
        let issue = claim.issues.first().map_or("no issue", String::as_str);
        let status = if claim.status == "stated" { String::new() } else { format!(" ({})", claim.status) };
        let toward = if claim.toward.is_empty() {
            String::new()
        } else {
            format!(", toward {}", escaped(&claim.toward.join(", ")))
        };
        self.line(&format!("- **{}**{status}: {}{toward}[^{number}]", escaped(issue), escaped(&claim.content.text)));
        let outlet = document.map_or("", outlet);
        let date = document.and_then(|document| document.date.as_deref()).map(|date| format!(", {}", escaped(date)));
        // Writing to a string cannot fail.
        let _ = writeln!(
            self.notes,
            "[^{number}]: “{}” — {}{}, line {}{}; {}",
            escaped(&claim.quote.text),
            escaped(outlet),
            date.unwrap_or_default(),
            claim.quote.line,
            escaped(&chain(&claim.attribution)),
            escaped(&claim.id),
        );
    }
}

/// Returns the name under which a document is cited.
fn outlet(document: &Document) -> &str {
    if document.outlet.is_empty() { &document.id } else { &document.outlet }
}

/// Says who says so, outermost first.
fn chain(attribution: &[Source]) -> String {
    let names: Vec<String> = attribution
        .iter()
        .map(|source| if source.anonymous { format!("{} (not named)", source.name) } else { source.name.clone() })
        .collect();
    if names.is_empty() { String::new() } else { format!(", according to {}", names.join(", citing ")) }
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
