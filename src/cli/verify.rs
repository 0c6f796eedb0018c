//! `verify`: an earlier export against the files as they are now.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use demarche::render::export::json::Document;
use demarche::verify::{self, Report, listing};

use crate::cli::desk::Desk;
use crate::cli::failure::{Failure, Verdict, complain};

/// Check an earlier JSON export against the articles as they are now
///
/// Every digest and every place in the export is looked up again: contents, quotes, cues, what governs them,
/// attributions, further places, statements and mentions of people. What moved is listed with its new place, what
/// changed with what stands there now, and what vanished or is missing by name; then the exit code is 1.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The export, as `export --format json` wrote it
    #[arg(value_name = "EXPORT.json")]
    export: PathBuf,

    /// Files and folders that hold the articles, known by their file names, instead of the paths in the export
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,

    /// The folder from which the paths in the export go [default: the current one]
    #[arg(long, value_name = "DIR", conflicts_with = "paths")]
    root: Option<PathBuf>,

    /// Write what was found as JSON
    #[arg(long)]
    json: bool,
}

/// Runs `verify`.
pub(crate) fn run(args: &Args, desk: &Desk, out: &mut dyn Write) -> Result<Verdict, Failure> {
    match check(args) {
        Ok(report) => show(&report, args.json, desk, out),
        Err(message) => {
            complain(&mut io::stderr().lock(), &message);
            Ok(Verdict::Unread)
        }
    }
}

fn check(args: &Args) -> Result<Report, String> {
    let name = args.export.display();
    let text = fs::read_to_string(&args.export).map_err(|error| format!("{name}: {error}"))?;
    let export = verify::parse(&text).map_err(|error| format!("{name}:{error}"))?;
    let mut files = Vec::new();
    for path in &args.paths {
        collect(path, &mut files).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(verify::verify(&export, |document| read(document, args, &files)))
}

fn show(report: &Report, json: bool, desk: &Desk, out: &mut dyn Write) -> Result<Verdict, Failure> {
    if json {
        out.write_all(listing::json(report)?.as_bytes())?;
    } else {
        listing::write(&mut desk.screen(out), report)?;
    }
    Ok(if report.findings.is_empty() { Verdict::Done } else { Verdict::No })
}

/// Returns the bytes of a document, from where the user says it is, else the built-in article of that path.
fn read(document: &Document, args: &Args, files: &[PathBuf]) -> Option<Vec<u8>> {
    let path = match (&args.paths[..], &args.root) {
        ([], Some(root)) => Some(root.join(&document.path)),
        ([], None) => Some(PathBuf::from(&document.path)),
        _ => files
            .iter()
            .max_by_key(|file| alike(file, Path::new(&document.path)))
            .filter(|file| file.file_name() == Path::new(&document.path).file_name())
            .cloned(),
    };
    let found = path.as_ref().and_then(|path| fs::read(path).ok());
    found.or_else(|| if args.paths.is_empty() && args.root.is_none() { built_in(&document.path) } else { None })
}

/// Returns the number of components at the end of the paths that are the same.
fn alike(a: &Path, b: &Path) -> usize {
    a.components().rev().zip(b.components().rev()).take_while(|(a, b)| a == b).count()
}

/// Returns the bytes of the built-in article of this path.
fn built_in(path: &str) -> Option<Vec<u8>> {
    let (articles, _) = crate::cli::engine::documents(&[], false);
    articles.into_iter().find(|article| article.path == path).map(|article| article.text.into_bytes())
}

/// Adds `path`, or the files in it and beneath it, by name.
fn collect(path: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    if !fs::metadata(path)?.is_dir() {
        files.push(path.to_owned());
        return Ok(());
    }
    let mut entries: Vec<PathBuf> =
        fs::read_dir(path)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    entries.sort();
    for entry in entries {
        let folder = fs::symlink_metadata(&entry)?.is_dir();
        if folder {
            collect(&entry, files)?;
        } else {
            files.push(entry);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_with_the_longest_common_end_is_meant() {
        let wanted = Path::new("2026/paris/a.txt");
        assert_eq!(alike(Path::new("x/paris/a.txt"), wanted), 2);
        assert_eq!(alike(Path::new("x/geneva/a.txt"), wanted), 1);
        assert_eq!(alike(Path::new("x/paris/b.txt"), wanted), 0);
    }
}
