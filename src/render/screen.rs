//! Where a listing goes: an output of a width, with colour or without.

use std::io::{self, Write};

use crate::render::styled::{Styled, fold, width};

/// An output of a given width.
pub struct Screen<'a> {
    out: &'a mut dyn Write,
    width: usize,
    colour: bool,
}

impl<'a> Screen<'a> {
    /// Builds a screen of `width` columns on `out`.
    pub fn new(out: &'a mut dyn Write, width: usize, colour: bool) -> Self {
        Self { out, width: width.max(20), colour }
    }

    /// Returns the number of columns.
    #[must_use]
    pub fn width(&self) -> usize {
        self.width
    }

    /// Writes an empty line.
    ///
    /// # Errors
    ///
    /// Returns the error of the output.
    pub fn blank(&mut self) -> io::Result<()> {
        writeln!(self.out)
    }

    /// Writes `text` folded to the width, the first line behind `first`, the others behind `rest`.
    ///
    /// # Errors
    ///
    /// Returns the error of the output.
    pub fn block(&mut self, first: &str, rest: &str, text: &Styled) -> io::Result<()> {
        let room = |indent: &str| self.width.saturating_sub(width(indent));
        let lines = fold(text.plain(), room(first), room(rest));
        for (number, line) in lines.into_iter().enumerate() {
            let indent = if number == 0 { first } else { rest };
            writeln!(self.out, "{indent}{}", text.paint(line, self.colour))?;
        }
        Ok(())
    }

    /// Writes `text` as one line, whatever its width.
    ///
    /// # Errors
    ///
    /// Returns the error of the output.
    pub fn line(&mut self, text: &Styled) -> io::Result<()> {
        let whole = crate::text::Span::new(0, text.plain().len());
        writeln!(self.out, "{}", text.paint(whole, self.colour))
    }

    /// Writes `text` as it is, without folding or joining spaces; trailing spaces are left out.
    ///
    /// # Errors
    ///
    /// Returns the error of the output.
    pub fn raw(&mut self, look: crate::render::palette::Look, text: &str) -> io::Result<()> {
        let text = text.trim_end();
        if self.colour {
            let style = look.style();
            writeln!(self.out, "{style}{text}{style:#}")
        } else {
            writeln!(self.out, "{text}")
        }
    }
}

/// Renders with `write` at `width` columns without colour and returns the text.
#[cfg(test)]
pub(crate) fn rendered(width: usize, write: impl FnOnce(&mut Screen) -> io::Result<()>) -> String {
    let mut out = Vec::new();
    write(&mut Screen::new(&mut out, width, false)).expect("writing to memory");
    String::from_utf8(out).expect("only text is written")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::palette::Look;

    #[test]
    fn later_lines_hang_behind_their_indent() {
        let text = Styled::of(Look::Text, "one two three four five six");
        let out = rendered(20, |screen| screen.block("- ", "  ", &text));
        assert_eq!(out, "- one two three four\n  five six\n");
    }

    #[test]
    fn colour_is_written_only_where_asked_for() {
        let mut out = Vec::new();
        let text = Styled::of(Look::Id, "id");
        Screen::new(&mut out, 40, true).block("", "", &text).expect("writing to memory");
        assert_eq!(out, b"\x1b[36mid\x1b[0m\n");
        assert_eq!(rendered(40, |screen| screen.block("", "", &text)), "id\n");
    }
}
