//! A table for spreadsheets: one row a claim, UTF-8, lists joined by "; ".
//!
//! It begins with a byte order mark, without which spreadsheets take UTF-8 for an older encoding and spoil every
//! quotation mark; readers of CSV pass over it.
//! A cell that a spreadsheet would take for a formula gets an apostrophe in front, because the words come
//! from articles that anybody may have written. Source: OWASP, "CSV Injection".

use super::in_order;
use super::json::{Claim, claim_record};
use crate::corpus::Corpus;
use crate::document::Document;

/// The columns.
const HEAD: [&str; 22] = [
    "id",
    "document",
    "outlet",
    "date",
    "title",
    "url",
    "kind",
    "status",
    "holders",
    "toward",
    "issues",
    "content",
    "quote",
    "cue",
    "frame",
    "attribution",
    "anonymous",
    "start",
    "end",
    "line",
    "also_lines",
    "rule",
];

/// Renders `corpus` with a head line.
///
/// # Errors
/// Fails only where the CSV writer does, which on a table in memory does not happen.
pub fn render(corpus: &Corpus) -> std::io::Result<String> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(HEAD)?;
    for claim in in_order(corpus) {
        if let Some(document) = corpus.documents.get(claim.document) {
            writer.write_record(row(document, &claim_record(corpus, claim)).map(disarmed))?;
        }
    }
    let bytes = writer.into_inner().map_err(csv::IntoInnerError::into_error)?;
    let table = String::from_utf8(bytes).map_err(std::io::Error::other)?;
    Ok(format!("\u{feff}{table}"))
}

/// Returns the cells of one claim, in the order of [`HEAD`].
fn row(document: &Document, claim: &Claim) -> [String; HEAD.len()] {
    let joined = |parts: Vec<String>| parts.join("; ");
    [
        claim.id.clone(),
        claim.document.clone(),
        document.outlet.clone(),
        document.date.clone().unwrap_or_default(),
        document.title.clone(),
        document.url.clone().unwrap_or_default(),
        claim.kind.clone(),
        claim.status.clone(),
        claim.holders.join("; "),
        claim.toward.join("; "),
        claim.issues.join("; "),
        claim.content.text.clone(),
        claim.quote.text.clone(),
        claim.cue.text.clone(),
        joined(claim.frame.iter().map(|frame| format!("{}: {}", frame.role, frame.text)).collect()),
        joined(claim.attribution.iter().map(|source| source.name.clone()).collect()),
        joined(claim.attribution.iter().map(|source| if source.anonymous { "yes" } else { "no" }.to_owned()).collect()),
        claim.content.start.to_string(),
        claim.content.end.to_string(),
        claim.content.line.to_string(),
        joined(claim.also.iter().map(|place| place.line.to_string()).collect()),
        claim.rule.clone(),
    ]
}

/// Puts an apostrophe before what a spreadsheet would compute.
pub(in crate::render) fn disarmed(cell: String) -> String {
    let arms = |c: char| matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠');
    if cell.starts_with(arms) { format!("'{cell}") } else { cell }
}

#[cfg(test)]
mod tests {
    use super::disarmed;

    #[test]
    fn a_formula_is_disarmed_and_plain_words_are_left() {
        for formula in ["=HYPERLINK(\"x\")", "+1", "-1+2", "@SUM(A1)", "\t=1", "\r=1", "＝1"] {
            assert_eq!(disarmed(formula.to_owned()), format!("'{formula}"));
        }
        for words in ["a truce", "50 km", "", "’tis = so"] {
            assert_eq!(disarmed(words.to_owned()), words);
        }
    }
}
