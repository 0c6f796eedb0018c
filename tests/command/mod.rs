//! How the tests run the command, what a run gave, and folders of their own.

#![allow(dead_code, reason = "each test file uses a part")]

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// What a run gave.
pub(crate) struct Run {
    pub(crate) command: String,
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Run {
    #[track_caller]
    pub(crate) fn ends_with_code(&self, code: i32) -> &Self {
        assert_eq!(self.code, Some(code), "{self}");
        self
    }

    #[track_caller]
    pub(crate) fn writes(&self, words: &str) -> &Self {
        assert!(self.out.contains(words), "no {words:?} on standard output\n{self}");
        self
    }

    #[track_caller]
    pub(crate) fn complains(&self, words: &str) -> &Self {
        assert!(self.err.contains(words), "no {words:?} on standard error\n{self}");
        self
    }

    #[track_caller]
    pub(crate) fn is_silent(&self) -> &Self {
        assert_eq!(self.err, "", "{self}");
        self
    }
}

impl fmt::Display for Run {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "$ {}\nstatus {:?}\nstdout:\n{}\nstderr:\n{}", self.command, self.code, self.out, self.err)
    }
}

/// The folder of the repository.
pub(crate) fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The command with these arguments, in the repository, without input and without wishes about colour.
pub(crate) fn command(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_demarche"));
    command.args(args).current_dir(repository()).stdin(Stdio::null());
    command.env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE");
    command
}

/// Runs the command in the repository.
#[track_caller]
pub(crate) fn demarche(args: &[&str]) -> Run {
    demarche_in(repository(), args)
}

/// Runs the command in `folder`.
#[track_caller]
pub(crate) fn demarche_in(folder: &Path, args: &[&str]) -> Run {
    let Output { status, stdout, stderr } = command(args).current_dir(folder).output().expect("the command runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("only UTF-8 is written");
    Run { command: args.join(" "), code: status.code(), out: text(stdout), err: text(stderr) }
}

/// Runs in `folder`, checks the exit code and that each of `words` stands on standard error; returns standard output.
#[track_caller]
pub(crate) fn ends(args: &[&str], folder: &Path, code: i32, words: &[&str]) -> String {
    let run = demarche_in(folder, args);
    run.ends_with_code(code);
    for word in words {
        run.complains(word);
    }
    run.out
}

/// Runs in the repository and checks the exit code; returns standard output and error.
#[track_caller]
pub(crate) fn check(args: &[&str], code: i32) -> (String, String) {
    let run = demarche(args);
    run.ends_with_code(code);
    (run.out, run.err)
}

/// A folder of a test's own with `files`, as pairs of name and content.
pub(crate) fn folder(name: &str, files: &[(&str, &[u8])]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _absent_at_first = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder for the test");
    for (file, content) in files {
        fs::write(folder.join(file), content).expect("a file for the test");
    }
    folder
}
