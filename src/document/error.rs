//! What can go wrong while articles are read, said in one line: the file, the place, the fault, the fix.

use std::fmt;

/// One file, folder or facts file that could not be read as asked.
///
/// Its [`Display`](fmt::Display) form is one line, `PATH[:LINE:COLUMN]: fault; fix`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadError {
    /// The file or folder, as given.
    pub path: String,
    /// What is wrong with it.
    pub fault: Fault,
}

/// What is wrong with a file or folder.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
    /// Nothing stands at the path; a near name beside it, where there is one.
    Missing {
        /// The name that was perhaps meant.
        near: Option<String>,
    },
    /// The system refused; its own words.
    Refused {
        /// The reason, as the system gives it.
        reason: String,
    },
    /// The folder, and all within it, holds no `.txt`, `.md` or `.text` file.
    NoArticles,
    /// Nothing but white space.
    Empty,
    /// Not text at all.
    Binary {
        /// What it looks like ("a PDF file").
        what: &'static str,
    },
    /// Not UTF-8.
    Encoding {
        /// The offset of the first bad byte from the start of the file.
        offset: usize,
        /// That byte.
        byte: u8,
    },
    /// A facts file that is not as it should be.
    Facts {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
        /// What is wrong, with the words that would do.
        message: String,
    },
}

impl ReadError {
    /// Builds the error of `fault` at `path`.
    #[must_use]
    pub fn new(path: impl Into<String>, fault: Fault) -> Self {
        Self { path: path.into(), fault }
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.path.escape_debug())?;
        if let Fault::Facts { line, column, .. } = self.fault {
            write!(f, ":{line}:{column}")?;
        }
        write!(f, ": {}", self.fault)
    }
}

impl std::error::Error for ReadError {}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing { near: Some(near) } => {
                write!(f, "no such file or folder; did you mean \"{}\"?", near.escape_debug())
            }
            Self::Missing { near: None } => write!(f, "no such file or folder; check the spelling of the path"),
            Self::Refused { reason } => write!(f, "cannot be read ({reason}); check its permissions"),
            Self::NoArticles => {
                write!(f, "no articles in this folder; it needs files that end in .txt, .md or .text")
            }
            Self::Empty => write!(f, "empty file; save the words of the article in it"),
            Self::Binary { what } => write!(f, "{what}, not plain text; save the article as UTF-8 text"),
            Self::Encoding { offset, byte } => write!(
                f,
                "not UTF-8 at byte offset {offset} (0x{byte:02X}); convert it to UTF-8, or read it with --lossy"
            ),
            Self::Facts { message, .. } => write!(f, "{message}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_is_one_line_with_file_place_and_fix() {
        let faults = [
            Fault::Missing { near: None },
            Fault::Missing { near: Some("talks.txt".into()) },
            Fault::Refused { reason: "permission denied".into() },
            Fault::NoArticles,
            Fault::Empty,
            Fault::Binary { what: "a PDF file" },
            Fault::Encoding { offset: 7, byte: 0xE9 },
        ];
        for fault in faults {
            let line = ReadError::new("a\nb.txt", fault).to_string();
            assert!(line.starts_with("a\\nb.txt: "), "{line}");
            assert!(!line.contains('\n') && (line.contains("; ")), "{line}");
        }
    }

    #[test]
    fn an_error_in_a_facts_file_names_line_and_column() {
        let fault = Fault::Facts { line: 3, column: 5, message: "unknown field".into() };
        assert_eq!(ReadError::new("sources.json", fault).to_string(), "sources.json:3:5: unknown field");
    }
}
