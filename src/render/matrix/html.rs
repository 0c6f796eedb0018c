//! The grid as a page of its own: no script, nothing from elsewhere, every word of an article as text.

use std::fmt::Write as _;

use super::{Sheet, backing, entry};
use crate::matrix::Cell;
use crate::record::Claim;
use crate::render::phrases;

/// What stands before the table; the policy lets the page load nothing.
const HEAD: &str = r#"<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Positions by issue</title>
<style>
:root { color-scheme: light dark; font: 16px/1.4 system-ui, sans-serif }
body { margin: 1.5rem }
.grid { overflow-x: auto }
table { border-collapse: collapse }
th, td { border: 1px solid #8886; padding: .4rem .6rem; text-align: left; vertical-align: top }
thead th { border-bottom-width: 2px }
tbody th { font-weight: 600; max-width: 16rem }
summary { cursor: pointer; white-space: nowrap }
details p { margin: .4rem 0; max-width: 36rem }
.demand { color: light-dark(#8a5a00, #e8b84a) } .red-line { color: light-dark(#b3261e, #ff8a80) }
.offer { color: light-dark(#1b6e3c, #7bd99a) } .agreed { color: light-dark(#0b57a4, #8ab8ff) }
.open { color: light-dark(#7b2d8b, #d9a0e6) }
small, footer { color: light-dark(#555, #aaa) }
@media print { details > p { display: block } .grid { overflow: visible } }
</style>
</head>
<body>
"#;

/// Renders a grid as an HTML page.
#[must_use]
pub fn html(sheet: &Sheet<'_>) -> String {
    let mut page = HEAD.to_owned();
    page += "<div class=\"grid\">\n<table>\n<thead><tr><th scope=\"col\">Issue</th>";
    for column in &sheet.matrix.columns {
        // Writing to a string cannot fail.
        let _ = write!(page, "<th scope=\"col\">{}</th>", escaped(&sheet.head(column.head)));
    }
    page += "</tr></thead>\n<tbody>\n";
    for row in &sheet.matrix.rows {
        let _ = write!(page, "<tr><th scope=\"row\">{}</th>", escaped(&sheet.title(row)));
        for cell in &row.cells {
            let _ = write!(page, "<td>{}</td>", filled(sheet, cell));
        }
        page += "</tr>\n";
    }
    page += "</tbody>\n</table>\n</div>\n<footer>\n";
    for line in sheet.legend().iter().chain(&sheet.left_out()) {
        let _ = writeln!(page, "<p>{}</p>", escaped(line));
    }
    let total = phrases::total(sheet.corpus, &sheet.matrix.claims());
    let _ = writeln!(page, "<p>{}</p>\n</footer>\n</body>\n</html>", escaped(&total));
    page
}

/// The stances of a cell, each opening on its claims.
fn filled(sheet: &Sheet<'_>, cell: &Cell<'_>) -> String {
    let mut html = String::new();
    for mark in &cell.marks {
        let words = escaped(&entry(mark));
        let _ = write!(html, "<details><summary class=\"{}\">{words}</summary>", mark.kind.word());
        if let Some(backing) = backing(mark) {
            let _ = write!(html, "<small>{backing}</small>");
        }
        for claim in &mark.claims {
            html += &evidence(sheet, claim);
        }
        html += "</details>";
    }
    html
}

/// A claim: its sentence with the words of the claim marked, where it stands, and who says so.
fn evidence(sheet: &Sheet<'_>, claim: &Claim) -> String {
    let Some(document) = sheet.corpus.documents.get(claim.document) else { return String::new() };
    let (quote, content) = (claim.quote, claim.content);
    let sentence = if quote.contains(content) {
        let part = |start, end| escaped(crate::text::Span::new(start, end).of(&document.text));
        let (before, after) = (part(quote.start, content.start), part(content.end, quote.end));
        format!("{before}<mark>{}</mark>{after}", escaped(content.of(&document.text)))
    } else {
        format!("{} <mark>{}</mark>", escaped(quote.of(&document.text)), escaped(content.of(&document.text)))
    };
    let source = match phrases::attribution(&claim.attribution) {
        chain if chain.is_empty() => chain,
        chain => format!(", according to {}", escaped(&chain)),
    };
    let (name, line) = (phrases::outlet(sheet.corpus, claim.document), document.index.line(quote.start));
    format!("<p>“{sentence}” <small>{}, line {line}{source} · {}</small></p>", escaped(name), escaped(&claim.id))
}

/// Escapes what HTML would take for markup; control characters become `\u{FFFD}`.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            letter => out.push(crate::render::styled::shown(letter)),
        }
    }
    out
}
