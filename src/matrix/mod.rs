//! The positions on a grid: issues down, parties or sources across, in each cell the stances with the claims behind them.
//!
//! It arranges and counts; it judges nothing and prints nothing. Invariant: every claim that was asked for stands
//! in exactly one row, in one column for each of its holders (or its source), under exactly one mark there, so that
//! no mark is without claims and no claim is lost.

mod issue;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::compare::Origins;
use crate::corpus::Corpus;
use crate::query::{Filter, Glossary};
use crate::record::{Claim, Kind, Status, vocabulary};

vocabulary! {
    /// What the columns of a grid are.
    Axis {
        /// The parties that hold the claims.
        Party = "party",
        /// The documents in which they stand.
        Source = "source",
    }
}

/// What a column stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Head<'a> {
    /// A party, by its slug.
    Party(&'a str),
    /// A document, by its place in the corpus.
    Source(usize),
    /// Claims for which the text names no holder.
    Nobody,
}

/// A grid of positions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matrix<'a> {
    /// What the columns are.
    pub axis: Axis,
    /// The columns: principals, then mediators, then the party with the most claims; sources in corpus order.
    pub columns: Vec<Column<'a>>,
    /// The rows: the issues of the dossier in its order, then those that the articles gave, the one on which most
    /// columns meet first, then what is on no issue.
    pub rows: Vec<Row<'a>>,
    /// Columns that [`Matrix::busiest`] left out.
    pub columns_left_out: usize,
    /// Rows that [`Matrix::busiest`] left out.
    pub rows_left_out: usize,
}

/// A column of a grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column<'a> {
    /// What it stands for.
    pub head: Head<'a>,
    /// The number of claims in it.
    pub claims: usize,
}

/// A row of a grid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row<'a> {
    /// The slug of the issue; nothing for claims on none.
    pub issue: Option<&'a str>,
    /// One cell a column, in the order of [`Matrix::columns`].
    pub cells: Vec<Cell<'a>>,
}

/// What one column says of one issue.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell<'a> {
    /// The stances by kind, then status; none where the cell is empty.
    pub marks: Vec<Mark<'a>>,
}

/// A stance, with all claims that report it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark<'a> {
    /// The kind of the claims.
    pub kind: Kind,
    /// Their status.
    pub status: Status,
    /// The claims in corpus order; at least one.
    pub claims: Vec<&'a Claim>,
    /// The documents in which they stand, as places in the corpus, each once.
    pub sources: Vec<usize>,
    /// How many independent origins stand behind them, at most one a document; see [`Origins::count`].
    pub origins: usize,
}

impl<'a> Matrix<'a> {
    /// Arranges the claims of `corpus` that `filter` keeps; `origins` are those of all its claims.
    ///
    /// A claim stands on the most specific of its issues, or of those asked for; where the articles gave the issues,
    /// on the one that most other claims share. Where parties are asked for, only these are columns.
    #[must_use]
    pub fn new(corpus: &'a Corpus, glossary: &Glossary, origins: &Origins<'_>, filter: &Filter, axis: Axis) -> Self {
        let claims = filter.claims(corpus);
        let known = issue::Known::new(glossary, &claims);
        let mut cells: BTreeMap<(Option<&'a str>, Head<'a>), Vec<&'a Claim>> = BTreeMap::new();
        for &claim in &claims {
            let row = known.row(claim, &filter.issues_within);
            for head in heads(claim, axis, &filter.parties) {
                cells.entry((row, head)).or_default().push(claim);
            }
        }
        let columns = columns(corpus, glossary, &cells);
        let place: BTreeMap<Head<'_>, usize> =
            columns.iter().enumerate().map(|(at, column)| (column.head, at)).collect();
        let mut rows: BTreeMap<Option<&'a str>, Vec<Cell<'a>>> = BTreeMap::new();
        for ((issue, head), claims) in cells {
            let row = rows.entry(issue).or_insert_with(|| vec![Cell::default(); columns.len()]);
            row[place[&head]] = Cell { marks: marks(claims, origins) };
        }
        let mut rows: Vec<Row<'a>> = rows.into_iter().map(|(issue, cells)| Row { issue, cells }).collect();
        rows.sort_by_cached_key(|row| known.rank(row));
        Self { axis, columns, rows, columns_left_out: 0, rows_left_out: 0 }
    }

    /// Returns the cell of the issue `issue` in column `head`, where there is such a row and column.
    #[must_use]
    pub fn cell(&self, issue: Option<&str>, head: Head<'_>) -> Option<&Cell<'a>> {
        let column = self.columns.iter().position(|column| column.head == head)?;
        self.rows.iter().find(|row| row.issue == issue)?.cells.get(column)
    }

    /// Keeps at most `columns` columns and `rows` rows, those with the most claims, in their order; rows that are
    /// empty then go too. What went is counted.
    #[must_use]
    pub fn busiest(mut self, columns: usize, rows: usize) -> Self {
        let (columns_before, rows_before) = (self.columns.len(), self.rows.len());
        self.keep_columns(&most(&self.columns, columns, |column| column.claims));
        let kept: BTreeSet<usize> = most(&self.rows, rows, Row::claims).into_iter().collect();
        let mut at = 0..;
        self.rows.retain(|_| at.next().is_some_and(|at| kept.contains(&at)));
        self.columns_left_out += columns_before - self.columns.len();
        self.rows_left_out += rows_before - self.rows.len();
        self
    }

    /// Keeps the rows and columns for which `issue` and `head` say so; rows and columns that are empty then go too.
    #[must_use]
    pub fn only(mut self, issue: impl Fn(Option<&str>) -> bool, head: impl Fn(Head<'a>) -> bool) -> Self {
        self.rows.retain(|row| issue(row.issue));
        for (at, column) in self.columns.iter_mut().enumerate() {
            column.claims = self.rows.iter().map(|row| row.cells[at].claims().count()).sum();
        }
        let kept = |at: &usize| head(self.columns[*at].head) && self.columns[*at].claims > 0;
        let kept: Vec<usize> = (0..self.columns.len()).filter(kept).collect();
        self.keep_columns(&kept);
        self
    }

    fn keep_columns(&mut self, kept: &[usize]) {
        for row in &mut self.rows {
            row.cells = kept.iter().map(|&at| std::mem::take(&mut row.cells[at])).collect();
        }
        self.columns = kept.iter().map(|&at| self.columns[at]).collect();
        self.rows.retain(|row| row.claims() > 0);
    }

    /// Returns every claim in the grid once, in corpus order.
    #[must_use]
    pub fn claims(&self) -> Vec<&'a Claim> {
        let cells = self.rows.iter().flat_map(|row| &row.cells);
        let mut claims: Vec<&'a Claim> = cells.flat_map(Cell::claims).collect();
        claims.sort_by_key(|claim| (claim.document, claim.content, claim.id.as_str()));
        claims.dedup_by(|a, b| std::ptr::eq(*a, *b));
        claims
    }
}

impl Row<'_> {
    /// Returns the number of claims in all cells, one that stands in several counted in each.
    #[must_use]
    pub fn claims(&self) -> usize {
        self.cells.iter().map(|cell| cell.claims().count()).sum()
    }
}

impl<'a> Cell<'a> {
    /// Returns the claims behind all marks, mark by mark.
    pub fn claims(&self) -> impl Iterator<Item = &'a Claim> {
        self.marks.iter().flat_map(|mark| mark.claims.iter().copied())
    }
}

/// The columns in which a claim stands.
fn heads<'a>(claim: &'a Claim, axis: Axis, asked: &[String]) -> Vec<Head<'a>> {
    match axis {
        Axis::Source => vec![Head::Source(claim.document)],
        Axis::Party if claim.holders.is_empty() => vec![Head::Nobody],
        Axis::Party => {
            let holders = claim.holders.iter().filter(|holder| asked.is_empty() || asked.contains(holder));
            holders.map(|holder| Head::Party(holder)).collect()
        }
    }
}

/// The claims of a cell by kind and status.
fn marks<'a>(claims: Vec<&'a Claim>, origins: &Origins<'_>) -> Vec<Mark<'a>> {
    let mut marks: BTreeMap<(Kind, Status), Vec<&Claim>> = BTreeMap::new();
    for claim in claims {
        marks.entry((claim.kind, claim.status)).or_default().push(claim);
    }
    let mark = |((kind, status), claims): ((Kind, Status), Vec<&'a Claim>)| {
        let sources: BTreeSet<usize> = claims.iter().map(|claim| claim.document).collect();
        Mark { kind, status, origins: origins.count(&claims), claims, sources: sources.into_iter().collect() }
    };
    marks.into_iter().map(mark).collect()
}

/// The columns that have a cell, in order.
fn columns<'a>(
    corpus: &Corpus,
    glossary: &Glossary,
    cells: &BTreeMap<(Option<&'a str>, Head<'a>), Vec<&'a Claim>>,
) -> Vec<Column<'a>> {
    let mut counts: BTreeMap<Head<'a>, usize> = BTreeMap::new();
    for ((_, head), claims) in cells {
        *counts.entry(*head).or_default() += claims.len();
    }
    let ranks: HashMap<&str, (usize, usize)> = glossary
        .parties()
        .iter()
        .enumerate()
        .map(|(at, party)| (party.slug.as_str(), (seat(&party.role), at)))
        .collect();
    let mut columns: Vec<Column<'a>> = counts.into_iter().map(|(head, claims)| Column { head, claims }).collect();
    columns.sort_by_key(|column| match column.head {
        Head::Source(at) => (0, Reverse(0), at),
        Head::Party(slug) => {
            let (seat, rank) = ranks.get(slug).copied().unwrap_or((seat(""), usize::MAX));
            (seat, Reverse(column.claims), rank)
        }
        Head::Nobody => (usize::MAX, Reverse(0), corpus.documents.len()),
    });
    columns
}

/// Where parties of a role stand: those who negotiate, those between them, the others.
fn seat(role: &str) -> usize {
    match role {
        "principal" => 0,
        "mediator" => 1,
        _ => 2,
    }
}

/// The places of the `limit` items with the highest `weight`, in their order; of equals the first.
fn most<T>(items: &[T], limit: usize, weight: impl Fn(&T) -> usize) -> Vec<usize> {
    let mut places: Vec<usize> = (0..items.len()).collect();
    places.sort_by_key(|&at| Reverse(weight(&items[at])));
    places.truncate(limit);
    places.sort_unstable();
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::group::tests::{claim, corpus, glossary};

    /// The corpus with `number` copies of its one article.
    fn copies(number: usize) -> Corpus {
        let mut all = corpus();
        for at in 1..number {
            let one = corpus();
            all.documents.extend(one.documents);
            all.claims.extend(one.claims.into_iter().map(|claim| Claim { document: at, ..claim }));
        }
        all
    }

    /// The grid as "row: column=marks column=marks".
    fn shown(matrix: &Matrix) -> Vec<String> {
        let mark = |mark: &Mark| format!("{}/{}/{}", mark.kind.word(), mark.status.word(), mark.sources.len());
        let head = |head: Head| match head {
            Head::Party(slug) => slug.to_owned(),
            Head::Source(at) => at.to_string(),
            Head::Nobody => "-".to_owned(),
        };
        let line = |row: &Row| {
            let filled = row.cells.iter().zip(&matrix.columns).filter(|(cell, _)| !cell.marks.is_empty());
            let cells = filled.map(|(cell, column)| {
                format!(" {}={}", head(column.head), cell.marks.iter().map(mark).collect::<Vec<_>>().join("+"))
            });
            format!("{}:{}", row.issue.unwrap_or("-"), cells.collect::<String>())
        };
        matrix.rows.iter().map(line).collect()
    }

    #[test]
    fn a_joint_claim_stands_in_the_column_of_each_holder_and_one_of_nobody_in_its_own() {
        let corpus = copies(2);
        let matrix = Matrix::new(&corpus, &glossary(), &Origins::default(), &Filter::default(), Axis::Party);
        let expected = [
            "border: sudmark=red-line/denied/2 norland=demand/stated/2",
            "office: sudmark=agreed/stated/2 norland=agreed/stated/2",
            "-: -=open/stated/2",
        ];
        assert_eq!(shown(&matrix), expected);
        assert_eq!(matrix.columns.iter().map(|column| column.claims).collect::<Vec<_>>(), [4, 4, 2]);
    }

    #[test]
    fn sources_stand_in_the_order_in_which_they_were_read() {
        let corpus = copies(2);
        let matrix = Matrix::new(&corpus, &glossary(), &Origins::default(), &Filter::default(), Axis::Source);
        let border = "red-line/denied/1";
        assert_eq!(shown(&matrix)[0], format!("border: 0=demand/stated/1+{border} 1=demand/stated/1+{border}"));
    }

    #[test]
    fn every_claim_that_was_asked_for_is_there_and_no_other() {
        let corpus = copies(3);
        for filter in [Filter::default(), Filter { kinds: vec![Kind::Agreed], ..Filter::default() }] {
            for &axis in Axis::ALL {
                let matrix = Matrix::new(&corpus, &glossary(), &Origins::default(), &filter, axis);
                assert_eq!(matrix.claims().len(), filter.claims(&corpus).len());
                assert!(matrix.rows.iter().all(|row| row.claims() > 0 && row.cells.len() == matrix.columns.len()));
            }
        }
    }

    #[test]
    fn a_story_that_two_carry_counts_once() {
        let mut corpus = copies(2);
        for (at, claim) in corpus.claims.iter_mut().enumerate() {
            claim.id = at.to_string();
        }
        let origins = Origins::of(&corpus, &corpus.claims.iter().collect::<Vec<_>>());
        let matrix = Matrix::new(&corpus, &glossary(), &origins, &Filter::default(), Axis::Party);
        let cell = matrix.cell(Some("office"), Head::Party("norland")).expect("a cell");
        assert_eq!((cell.marks[0].sources.len(), cell.marks[0].origins), (2, 1));
    }

    #[test]
    fn parties_asked_for_are_the_only_columns() {
        let corpus = corpus();
        let filter = Filter { parties: vec!["norland".into()], ..Filter::default() };
        let matrix = Matrix::new(&corpus, &glossary(), &Origins::default(), &filter, Axis::Party);
        assert_eq!(shown(&matrix), ["border: norland=demand/stated/1", "office: norland=agreed/stated/1"]);
    }

    #[test]
    fn narrow_issues_of_articles_meet_on_the_one_they_share_and_those_of_a_dossier_do_not() {
        let mut corpus = corpus();
        let on = |id: &str, issues: &[&str]| Claim {
            issues: issues.iter().map(|&issue| issue.to_owned()).collect(),
            ..claim(id, &["norland"])
        };
        corpus.claims = vec![
            on("a", &["withdrawal of tanks", "withdrawal"]),
            on("b", &["withdrawal of troops", "withdrawal"]),
            on("f", &["list of prisoners", "list"]),
            on("g", &["list of tolls", "list"]),
            on("c", &["toll", "tolls"]),
            on("d", &["border", "security"]),
            on("e", &["office", "security"]),
        ];
        let mut glossary = glossary();
        glossary.extend_from(&corpus);
        let matrix = Matrix::new(&corpus, &glossary, &Origins::default(), &Filter::default(), Axis::Party);
        let rows: Vec<_> = matrix.rows.iter().map(|row| row.issue.unwrap_or("-")).collect();
        // Lists of different things have nothing in common.
        assert_eq!(rows, ["border", "office", "withdrawal", "list of prisoners", "list of tolls", "toll"]);
    }

    #[test]
    fn the_busiest_are_kept_in_their_order_and_the_rest_is_counted() {
        let corpus = copies(1);
        let matrix =
            Matrix::new(&corpus, &glossary(), &Origins::default(), &Filter::default(), Axis::Party).busiest(1, 1);
        assert_eq!(shown(&matrix), ["border: sudmark=red-line/denied/1"]);
        assert_eq!((matrix.columns_left_out, matrix.rows_left_out), (2, 2));
        let nothing =
            Matrix::new(&corpus, &glossary(), &Origins::default(), &Filter::default(), Axis::Party).busiest(0, 0);
        assert!(nothing.rows.is_empty() && nothing.columns.is_empty());
    }

    #[test]
    fn a_cell_is_found_and_narrowed_to() {
        let corpus = corpus();
        let matrix = Matrix::new(&corpus, &glossary(), &Origins::default(), &Filter::default(), Axis::Party);
        let kinds = |head| matrix.cell(Some("office"), head).map(|cell| cell.marks.len());
        assert_eq!(
            (kinds(Head::Party("norland")), kinds(Head::Nobody), kinds(Head::Source(0))),
            (Some(1), Some(0), None)
        );
        let one = matrix.only(|issue| issue == Some("office"), |head| head == Head::Party("norland"));
        assert_eq!(shown(&one), ["office: norland=agreed/stated/1"]);
        assert_eq!(one.columns[0].claims, 1);
    }

    #[test]
    fn an_empty_corpus_has_an_empty_grid() {
        let corpus = Corpus::default();
        let matrix = Matrix::new(&corpus, &glossary(), &Origins::default(), &Filter::default(), Axis::Party);
        assert!(matrix.rows.is_empty() && matrix.columns.is_empty() && matrix.claims().is_empty());
    }
}
