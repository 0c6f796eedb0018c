//! Sources side by side: each issue with a verdict in front, then what every source says of it.

use std::collections::BTreeMap;
use std::io;

use serde::Serialize;

use crate::compare::{Cell, Comparison, Contrast, Difference, Entry, Row, Stance, Verdict};
use crate::corpus::Corpus;
use crate::query::Glossary;
use crate::record::{Claim, Status};
use crate::render::claims::quoted;
use crate::render::export::json::{Claim as ClaimRecord, SCHEMA, claim_record};
use crate::render::palette::Look;
use crate::render::styled::Styled;
use crate::render::{Screen, phrases};

/// How much of a comparison is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Shape {
    /// Whether only the verdict and the stances are shown, no claims.
    pub brief: bool,
    /// Whether the whole sentence follows the quoted words.
    pub quotes: bool,
}

/// The columns of the verdict: "contradict" and two spaces.
const VERDICT: usize = 12;
/// The columns of the stance: "affirmed" and two spaces.
const STANCE: usize = 10;

/// What the rendering looks names up in.
struct Desk<'a> {
    corpus: &'a Corpus,
    glossary: &'a Glossary,
    shape: Shape,
}

/// Writes `comparison`, an issue at a time, with a foot that counts the verdicts.
///
/// # Errors
///
/// Returns the error of the output.
pub fn write(
    screen: &mut Screen,
    corpus: &Corpus,
    glossary: &Glossary,
    comparison: &Comparison,
    shape: Shape,
) -> io::Result<()> {
    let desk = Desk { corpus, glossary, shape };
    for row in &comparison.rows {
        desk.row(screen, row)?;
        if !shape.brief {
            screen.blank()?;
        }
    }
    if shape.brief && !comparison.rows.is_empty() {
        screen.blank()?;
    }
    screen.block("", "", &Styled::of(Look::Aside, &desk.foot(comparison)))
}

impl Desk<'_> {
    fn row(&self, screen: &mut Screen, row: &Row) -> io::Result<()> {
        let indent = " ".repeat(VERDICT);
        let title = Styled::of(Look::Subheading, self.glossary.issue_title(row.issue));
        screen.block("", &indent, &verdict(row.verdict).padded(VERDICT).joined("", [title]))?;
        screen.block(&indent, &indent, &self.at_a_glance(row))?;
        for line in self.differences(row) {
            screen.block(&indent, &indent, &Styled::of(Look::Aside, &line))?;
        }
        if self.shape.brief {
            return Ok(());
        }
        row.cells.iter().filter(|cell| !cell.entries.is_empty()).try_for_each(|cell| self.cell(screen, cell))
    }

    /// The stances of every source: "An-Nahar: affirmed, open · Al Majalla: silent".
    fn at_a_glance(&self, row: &Row) -> Styled {
        let spoken = row.cells.iter().filter(|cell| !cell.entries.is_empty()).map(|cell| {
            let stances: Vec<&str> = cell.stances().into_iter().map(Stance::word).collect();
            Styled::of(Look::Text, &format!("{}: {}", self.name(cell.document), stances.join(", ")))
        });
        let silent: Vec<&Cell> = row.cells.iter().filter(|cell| cell.entries.is_empty()).collect();
        let who = match silent[..] {
            [] => String::new(),
            [one] => format!("{}: {}", self.name(one.document), Stance::Silent.word()),
            _ => format!("the others: {}", Stance::Silent.word()),
        };
        let silent = Styled::of(Look::Aside, &who);
        Styled::default().joined(" · ", spoken.chain([silent]))
    }

    /// The gravest differences in words, sources that stand alike together.
    fn differences(&self, row: &Row) -> Vec<String> {
        let Some(gravest) = row.differences.first().map(|difference| difference.contrast) else { return Vec::new() };
        let mut sides: BTreeMap<(Stance, Stance), (Vec<usize>, Vec<usize>)> = BTreeMap::new();
        for difference in row.differences.iter().filter(|difference| difference.contrast == gravest) {
            let Difference { left_stance, right_stance, left, right, .. } = *difference;
            let (lefts, rights) = sides.entry((left_stance, right_stance)).or_default();
            add(lefts, left);
            add(rights, right);
        }
        sides.into_iter().map(|(stances, (left, right))| self.difference(gravest, stances, &left, &right)).collect()
    }

    fn difference(
        &self,
        contrast: Contrast,
        (left_stance, right_stance): (Stance, Stance),
        left: &[usize],
        right: &[usize],
    ) -> String {
        let names = |documents: &[usize]| phrases::list(&documents.iter().map(|&at| self.name(at)).collect::<Vec<_>>());
        let (left, right) = (names(left), names(right));
        let (first, second) = (left_stance.word(), right_stance.word());
        match contrast {
            Contrast::Reserve => format!("reserve: {first} in {left}; {first} but also {second} in {right}"),
            _ if left_stance == right_stance => {
                format!("{}: {first} by other parties in {left} than in {right}", contrast.word())
            }
            _ => format!("{}: {first} in {left}, {second} in {right}", contrast.word()),
        }
    }

    fn cell(&self, screen: &mut Screen, cell: &Cell) -> io::Result<()> {
        screen.block("  ", "  ", &Styled::of(Look::Heading, self.name(cell.document)))?;
        cell.entries.iter().try_for_each(|entry| self.entry(screen, entry))
    }

    fn entry(&self, screen: &mut Screen, entry: &Entry) -> io::Result<()> {
        let Some(document) = self.corpus.documents.get(entry.claim.document) else { return Ok(()) };
        let indent = " ".repeat(4 + STANCE);
        let words = quoted(entry.claim.content.of(&document.text));
        let first = Styled::of(Look::Kind(entry.claim.kind), entry.stance.word()).padded(STANCE);
        screen.block("    ", &indent, &first.joined("", [Styled::of(Look::Text, &words)]))?;
        let below = format!("{indent}  ");
        screen.block(&below, &below, &self.aside(entry))?;
        if self.shape.quotes {
            let sentence = Styled::of(Look::Aside, entry.claim.quote.of(&document.text));
            screen.block(&format!("{below}| "), &format!("{below}| "), &sentence)?;
        }
        Ok(())
    }

    /// Whose stance it is, how firm, at whom it is aimed, who says so, where, and the claim's id.
    fn aside(&self, entry: &Entry) -> Styled {
        let claim = entry.claim;
        let part = |text: String| Styled::of(Look::Aside, &text);
        let lead = |lead: &str, names: String| if names.is_empty() { names } else { format!("{lead}{names}") };
        let holders = match phrases::parties(self.glossary, &claim.holders) {
            names if names.is_empty() => "no holder named".to_owned(),
            names => format!("by {names}"),
        };
        let toward = lead("toward ", phrases::parties(self.glossary, &claim.toward));
        let source = lead("according to ", phrases::attribution(&claim.attribution));
        let document = self.corpus.documents.get(claim.document);
        let line =
            document.map_or_else(String::new, |document| format!("line {}", document.index.line(claim.content.start)));
        let id = Styled::of(Look::Id, &claim.id);
        Styled::of(Look::Alert, &remark(entry))
            .joined(" · ", [part(holders), part(toward), part(source), part(line), id])
    }

    fn name(&self, at: usize) -> &str {
        phrases::outlet(self.corpus, at)
    }

    fn foot(&self, comparison: &Comparison) -> String {
        let names: Vec<&str> = comparison.sources.iter().map(|&at| self.name(at)).collect();
        let of = |verdict: Verdict| comparison.rows.iter().filter(|row| row.verdict == verdict).count();
        let some = Verdict::ALL.iter().filter(|&&verdict| of(verdict) > 0);
        let verdicts: Vec<String> = some.map(|&verdict| format!("{} {}", of(verdict), verdict.word())).collect();
        let count = phrases::count(comparison.rows.len(), "issue", "issues");
        let mut foot = format!("{count} in {}", phrases::list(&names));
        if !verdicts.is_empty() {
            foot = format!("{foot}: {}", verdicts.join(", "));
        }
        if !comparison.apart.is_empty() {
            let ids: Vec<&str> = comparison.apart.iter().map(|claim| claim.id.as_str()).collect();
            foot = format!("{foot}; not compared, being on no common issue: {}", ids.join(", "));
        }
        foot
    }
}

/// Adds `at` once.
fn add(documents: &mut Vec<usize>, at: usize) {
    if !documents.contains(&at) {
        documents.push(at);
    }
}

fn verdict(verdict: Verdict) -> Styled {
    let look = match verdict {
        Verdict::Contradict | Verdict::Differ => Look::Alert,
        Verdict::Agree => Look::Subheading,
        Verdict::Only => Look::Aside,
    };
    Styled::of(look, verdict.word())
}

/// Returns the status where the stance does not say it, and the kind where the stance does not say that.
fn remark(entry: &Entry) -> String {
    let Claim { status, kind, .. } = entry.claim;
    match (entry.stance, status) {
        (Stance::Denied | Stance::Past, _) => phrases::noun(*kind, false).to_owned(),
        (Stance::Expected, _) | (_, Status::Stated) => String::new(),
        (_, status) => status.word().to_owned(),
    }
}

/// A comparison as JSON.
#[derive(Serialize)]
struct Sheet<'a> {
    /// The version of the claims in it.
    schema: &'a str,
    /// The ids of the documents compared.
    sources: Vec<&'a str>,
    issues: Vec<RowRecord<'a>>,
    /// Ids of claims on no issue.
    apart: Vec<&'a str>,
}

/// An issue as JSON.
#[derive(Serialize)]
struct RowRecord<'a> {
    issue: String,
    verdict: &'a str,
    differences: Vec<DifferenceRecord<'a>>,
    sources: Vec<CellRecord<'a>>,
}

/// A difference of two sources as JSON.
#[derive(Serialize)]
struct DifferenceRecord<'a> {
    contrast: &'a str,
    left: &'a str,
    left_stance: &'a str,
    right: &'a str,
    right_stance: &'a str,
}

/// What one source says as JSON.
#[derive(Serialize)]
struct CellRecord<'a> {
    document: &'a str,
    stances: Vec<&'a str>,
    claims: Vec<EntryRecord<'a>>,
}

/// A claim with its stance as JSON.
#[derive(Serialize)]
struct EntryRecord<'a> {
    stance: &'a str,
    claim: ClaimRecord,
}

/// Renders `comparison` as indented JSON with a line break at the end.
///
/// # Errors
///
/// Fails only where the JSON writer does, which on these structs does not happen.
pub fn json(corpus: &Corpus, comparison: &Comparison) -> io::Result<String> {
    let id = |at: usize| corpus.documents.get(at).map_or("", |document| document.id.as_str());
    let difference = |difference: &Difference| DifferenceRecord {
        contrast: difference.contrast.word(),
        left: id(difference.left),
        left_stance: difference.left_stance.word(),
        right: id(difference.right),
        right_stance: difference.right_stance.word(),
    };
    let cell = |cell: &Cell| CellRecord {
        document: id(cell.document),
        stances: cell.stances().into_iter().map(Stance::word).collect(),
        claims: cell
            .entries
            .iter()
            .map(|entry| EntryRecord { stance: entry.stance.word(), claim: claim_record(corpus, entry.claim) })
            .collect(),
    };
    let row = |row: &Row| RowRecord {
        issue: row.issue.to_owned(),
        verdict: row.verdict.word(),
        differences: row.differences.iter().map(difference).collect(),
        sources: row.cells.iter().map(cell).collect(),
    };
    let sheet = Sheet {
        schema: SCHEMA,
        sources: comparison.sources.iter().map(|&at| id(at)).collect(),
        issues: comparison.rows.iter().map(row).collect(),
        apart: comparison.apart.iter().map(|claim| claim.id.as_str()).collect(),
    };
    let mut text = serde_json::to_string_pretty(&sheet)?;
    text.push('\n');
    Ok(text)
}
