//! A comparison for programs: JSON with everything, CSV with one row for each side of a difference.

use std::io;

use serde::Serialize;

use crate::compare::{Cell, Comparison, Difference, Entry, Point, Row, Stance};
use crate::corpus::Corpus;
use crate::render::export::json::{Claim as ClaimRecord, SCHEMA, claim_record};
use crate::render::phrases;

/// A comparison as JSON.
#[derive(Serialize)]
struct Sheet<'a> {
    /// The version of the claims in it.
    schema: &'a str,
    /// The ids of the documents compared.
    sources: Vec<&'a str>,
    /// The ids of those written before the talks, as far as their heads tell.
    ahead: Vec<&'a str>,
    issues: Vec<RowRecord<'a>>,
    /// Ids of claims on no issue that no other source's claim meets.
    apart: Vec<&'a str>,
}

/// An issue as JSON.
#[derive(Serialize)]
struct RowRecord<'a> {
    issue: &'a str,
    verdict: &'a str,
    points: Vec<PointRecord<'a>>,
}

/// A point as JSON.
#[derive(Serialize)]
struct PointRecord<'a> {
    point: &'a str,
    verdict: &'a str,
    /// The number of independent origins behind it.
    origins: usize,
    differences: Vec<DifferenceRecord<'a>>,
    sources: Vec<CellRecord<'a>>,
}

/// A difference as JSON.
#[derive(Serialize)]
pub(super) struct DifferenceRecord<'a> {
    contrast: &'a str,
    aspect: Option<&'a str>,
    left: SideRecord<'a>,
    right: SideRecord<'a>,
}

/// One side of a difference as JSON.
#[derive(Serialize)]
pub(super) struct SideRecord<'a> {
    stance: &'a str,
    documents: Vec<&'a str>,
    claims: Vec<&'a str>,
}

/// What one source says as JSON.
#[derive(Serialize)]
struct CellRecord<'a> {
    document: &'a str,
    date: Option<&'a str>,
    stances: Vec<&'a str>,
    claims: Vec<EntryRecord<'a>>,
}

/// A claim with its stance as JSON.
#[derive(Serialize)]
pub(super) struct EntryRecord<'a> {
    stance: &'a str,
    way: &'a str,
    /// Whether the sentence only cites the paper in question.
    cites: bool,
    claim: ClaimRecord,
}

pub(super) fn entry_record<'a>(corpus: &Corpus, entry: &Entry) -> EntryRecord<'a> {
    EntryRecord {
        stance: entry.stance.word(),
        way: entry.way.word(),
        cites: entry.cites.is_some(),
        claim: claim_record(corpus, entry.claim),
    }
}

fn id(corpus: &Corpus, at: usize) -> &str {
    corpus.documents.get(at).map_or("", |document| document.id.as_str())
}

fn side<'a>(corpus: &'a Corpus, entries: &[Entry<'a>], silent: &[usize]) -> SideRecord<'a> {
    let spoken = entries.iter().map(|entry| entry.claim.document);
    SideRecord {
        stance: entries.first().map_or(Stance::Silent, |entry| entry.stance).word(),
        documents: spoken.chain(silent.iter().copied()).map(|at| id(corpus, at)).collect(),
        claims: entries.iter().map(|entry| entry.claim.id.as_str()).collect(),
    }
}

fn difference<'a>(corpus: &'a Corpus, difference: &Difference<'a>, silent: &[usize]) -> DifferenceRecord<'a> {
    DifferenceRecord {
        contrast: difference.contrast.word(),
        aspect: difference.aspect.map(crate::compare::Aspect::word),
        left: side(corpus, &difference.left, &[]),
        right: side(corpus, &difference.right, silent),
    }
}

fn point<'a>(corpus: &'a Corpus, comparison: &Comparison<'a>, point: &'a Point<'a>) -> PointRecord<'a> {
    let cell = |cell: &Cell<'a>| CellRecord {
        document: id(corpus, cell.document),
        date: cell.date,
        stances: cell.stances().into_iter().map(Stance::word).collect(),
        claims: cell.entries.iter().map(|entry| entry_record(corpus, entry)).collect(),
    };
    let mut differences: Vec<DifferenceRecord<'a>> =
        point.differences.iter().map(|found| difference(corpus, found, &[])).collect();
    let omission = comparison.omission(point);
    differences.extend(omission.map(|found| difference(corpus, &found, &comparison.silent(point))));
    PointRecord {
        point: &point.name,
        verdict: point.verdict.word(),
        origins: point.origins,
        differences,
        sources: point.cells.iter().map(cell).collect(),
    }
}

/// Renders `comparison` as indented JSON with a line break at the end.
///
/// # Errors
///
/// Fails only where the JSON writer does, which on these structs does not happen.
pub fn json<'a>(corpus: &'a Corpus, comparison: &'a Comparison<'a>) -> io::Result<String> {
    let row = |row: &'a Row<'a>| RowRecord {
        issue: row.issue,
        verdict: row.verdict.word(),
        points: row.points.iter().map(|found| point(corpus, comparison, found)).collect(),
    };
    let sheet = Sheet {
        schema: SCHEMA,
        sources: comparison.sources.iter().map(|&at| id(corpus, at)).collect(),
        ahead: comparison.ahead.iter().map(|&at| id(corpus, at)).collect(),
        issues: comparison.rows.iter().map(row).collect(),
        apart: comparison.apart.iter().map(|entry| entry.claim.id.as_str()).collect(),
    };
    let mut text = serde_json::to_string_pretty(&sheet)?;
    text.push('\n');
    Ok(text)
}

/// The columns of the CSV.
const COLUMNS: [&str; 15] = [
    "issue",
    "point",
    "verdict",
    "difference",
    "aspect",
    "side",
    "source",
    "date",
    "stance",
    "holders",
    "content",
    "quote",
    "attribution",
    "line",
    "claim",
];

/// Renders the differences of `comparison` as CSV, one row for each article on each side of each.
///
/// # Errors
///
/// Fails only where the CSV writer does, which in memory does not happen.
pub fn csv(corpus: &Corpus, comparison: &Comparison<'_>) -> io::Result<String> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(COLUMNS)?;
    for row in &comparison.rows {
        for point in &row.points {
            for difference in point.differences.iter().cloned().chain(comparison.omission(point)) {
                for (side, entries) in [("left", &difference.left), ("right", &difference.right)] {
                    for entry in entries {
                        writer.write_record(line(corpus, (row, point), &difference, side, entry))?;
                    }
                }
            }
        }
    }
    let bytes = writer.into_inner().map_err(|error| io::Error::other(error.to_string()))?;
    String::from_utf8(bytes).map_err(io::Error::other)
}

fn line(
    corpus: &Corpus,
    (row, point): (&Row, &Point),
    difference: &Difference,
    side: &str,
    entry: &Entry,
) -> [String; 15] {
    let claim = entry.claim;
    let document = corpus.documents.get(claim.document);
    let words = |span: crate::text::Span| document.map_or("", |document| span.of(&document.text)).to_owned();
    let line = document.map_or_else(String::new, |document| document.index.line(claim.content.start).to_string());
    [
        row.issue.to_owned(),
        point.name.clone(),
        point.verdict.word().to_owned(),
        difference.contrast.word().to_owned(),
        difference.aspect.map_or("", crate::compare::Aspect::word).to_owned(),
        side.to_owned(),
        id(corpus, claim.document).to_owned(),
        document.and_then(|document| document.date.clone()).unwrap_or_default(),
        entry.stance.word().to_owned(),
        claim.holders.join(" "),
        words(entry.cites.unwrap_or(claim.content)),
        words(claim.quote),
        phrases::attribution(&claim.attribution),
        line,
        claim.id.clone(),
    ]
    .map(crate::render::export::csv::disarmed)
}
