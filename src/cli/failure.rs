//! How a command ends: the exit codes, and the one line on standard error that says why.

use std::fmt;
use std::io::{self, Write};

use demarche::query::Unknown;

/// How a command that ran to its end went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// As asked.
    Done,
    /// A check said no.
    No,
    /// Done with what could be read; some input could not.
    Unread,
}

impl Verdict {
    /// Returns the exit code.
    pub(crate) fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::No => 1,
            Self::Unread => 3,
        }
    }
}

/// Why a command did not run to its end.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The command line asks for something that is not there.
    Usage(String),
    /// A dossier or a rule file is wrong.
    Data(String),
    /// Nothing of the input could be read; what was wrong with it has been said.
    Unread,
    /// The output could not be written.
    Output(io::Error),
}

impl Failure {
    /// Writes the line for `self` and returns the exit code; a closed pipe is neither error nor line.
    pub(crate) fn report(&self, err: &mut dyn Write) -> u8 {
        let code = match self {
            Self::Usage(_) => 2,
            Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => return 0,
            Self::Output(_) | Self::Unread => 3,
            Self::Data(_) => 4,
        };
        complain(err, self);
        code
    }
}

/// Writes one line about what went wrong; where standard error is closed too there is nobody to tell.
pub(crate) fn complain(err: &mut dyn Write, what: &dyn fmt::Display) {
    let _nobody_left_to_tell = writeln!(err, "demarche: {what}");
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(message) | Self::Data(message) => f.write_str(message),
            Self::Unread => f.write_str("no article could be read"),
            Self::Output(error) => write!(f, "the output could not be written: {error}"),
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl From<Unknown> for Failure {
    fn from(unknown: Unknown) -> Self {
        Self::Usage(unknown.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reported(failure: &Failure) -> (u8, String) {
        let mut err = Vec::new();
        let code = failure.report(&mut err);
        (code, String::from_utf8(err).expect("text"))
    }

    #[test]
    fn every_failure_has_its_code_and_one_line() {
        assert_eq!(reported(&Failure::Usage("no".into())), (2, "demarche: no\n".into()));
        assert_eq!(reported(&Failure::Data("a.json:1:2: no".into())), (4, "demarche: a.json:1:2: no\n".into()));
        assert_eq!(reported(&Failure::Unread), (3, "demarche: no article could be read\n".into()));
        assert_eq!(reported(&Failure::Output(io::ErrorKind::StorageFull.into())).0, 3);
    }

    #[test]
    fn a_closed_pipe_is_success_without_a_word() {
        assert_eq!(reported(&Failure::Output(io::ErrorKind::BrokenPipe.into())), (0, String::new()));
    }
}
