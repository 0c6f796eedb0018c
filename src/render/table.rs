//! A small table: columns as wide as their cells, the last one folded into what is left of the screen.

use std::io;

use crate::render::Screen;
use crate::render::palette::Look;
use crate::render::styled::Styled;

/// A column: its head, and whether its cells are numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// The word above it.
    pub head: &'static str,
    /// Whether cells stand at the right.
    pub number: bool,
}

/// Rows under heads.
#[derive(Debug, Clone)]
pub struct Table {
    columns: Vec<Column>,
    rows: Vec<Vec<Styled>>,
}

/// The columns between two cells.
const GAP: usize = 2;
/// The last column gets narrower than this only by folding under the others.
const NARROW: usize = 12;

impl Table {
    /// Builds a table without rows.
    #[must_use]
    pub fn new(columns: Vec<Column>) -> Self {
        Self { columns, rows: Vec::new() }
    }

    /// Adds a row; a cell too many is not shown.
    pub fn row(&mut self, cells: Vec<Styled>) {
        self.rows.push(cells);
    }

    /// Writes the table; nothing where it has no rows.
    ///
    /// # Errors
    ///
    /// Returns the error of the output.
    pub fn write(&self, screen: &mut Screen) -> io::Result<()> {
        if self.rows.is_empty() {
            return Ok(());
        }
        let heads: Vec<Styled> = self.columns.iter().map(|column| Styled::of(Look::Subheading, column.head)).collect();
        self.write_row(screen, &heads)?;
        self.rows.iter().try_for_each(|row| self.write_row(screen, row))
    }

    /// Writes the table with an empty line after it; nothing where it has no rows.
    ///
    /// # Errors
    ///
    /// Returns the error of the output.
    pub fn write_apart(&self, screen: &mut Screen) -> io::Result<()> {
        self.write(screen)?;
        if self.rows.is_empty() { Ok(()) } else { screen.blank() }
    }

    fn write_row(&self, screen: &mut Screen, cells: &[Styled]) -> io::Result<()> {
        let mut line = Styled::default();
        let mut start = 0;
        let last = self.columns.len().saturating_sub(1);
        for (at, cell) in cells.iter().take(self.columns.len()).enumerate() {
            let width = self.width(at);
            line = line.padded(if self.columns[at].number { start + width - cell.width().min(width) } else { start });
            line = line.joined("", [cell.clone()]);
            start += if at == last { 0 } else { width + GAP };
        }
        let indent = if start + NARROW <= screen.width() { start } else { screen.width() / 2 };
        screen.block("", &" ".repeat(indent), &line)
    }

    fn width(&self, column: usize) -> usize {
        let cells = self.rows.iter().filter_map(|row| row.get(column)).map(Styled::width);
        cells.max().unwrap_or(0).max(self.columns[column].head.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::screen::rendered;

    fn table() -> Table {
        let mut table = Table::new(vec![
            Column { head: "party", number: false },
            Column { head: "claims", number: true },
            Column { head: "names", number: false },
        ]);
        let text = |text: &str| Styled::of(Look::Text, text);
        table.row(vec![text("Türkiye"), text("7"), text("Ankara, Turkey, the Turkish delegation")]);
        table.row(vec![text("us"), text("12"), text("")]);
        table
    }

    #[test]
    fn numbers_stand_at_the_right_and_the_last_column_folds() {
        let out = rendered(40, |screen| table().write(screen));
        let expected = "\
party    claims  names
Türkiye       7  Ankara, Turkey, the
                 Turkish delegation
us           12
";
        assert_eq!(out, expected);
    }

    #[test]
    fn a_table_without_rows_is_not_written() {
        assert_eq!(rendered(40, |screen| Table::new(vec![]).write(screen)), "");
    }
}
