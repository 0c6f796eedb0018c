//! The shape of the sources: one direction of modules, input and output at the edge, files of a readable length.
//!
//! What a module uses is read from the paths that begin with `crate::` or `super::`; unit tests and comments
//! do not count.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use regex::Regex;

/// The stages of the library in the only order in which they may use each other: each those before it.
const ORDER: &[&str] = &[
    "text",
    "record",
    "document",
    "language",
    "dossier",
    "mentions",
    "attribution",
    "rules",
    "claims",
    "corpus",
    "query",
    "evaluate",
    "compare",
    "matrix",
    "timeline",
    "render",
    "report",
    "verify",
];

/// The same within the language, from words to the answers about a sentence.
const LANGUAGE: &[&str] = &[
    "word_set",
    "word_map",
    "numeral",
    "named",
    "lexicon",
    "word_list",
    "classes",
    "token",
    "sentence",
    "tag",
    "present",
    "phrase",
    "clause",
    "parse",
    "extent",
];

/// Arrows between neighbours that close a ring and wait to be turned round; nothing may be added.
const TO_TURN: &[(&str, &str)] = &[
    ("attribution::find", "attribution::content"),
    ("document::decode", "document::read"),
    ("document::picture", "document::line"),
    ("mentions::scene", "mentions::people"),
    ("mentions::scene", "mentions::pronoun"),
    ("mentions::cast", "mentions::talks"),
];

/// Lines that a file should not, and must not, be longer than.
const LONG: (usize, usize) = (500, 800);

/// Files that may be longer than they should.
const LONG_FILES: usize = 3;

fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The Rust files in a folder and those within it, by name.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    let (folders, files): (Vec<_>, Vec<_>) = paths.into_iter().partition(|path| path.is_dir());
    let files = files.into_iter().filter(|file| file.extension().is_some_and(|ending| ending == "rs"));
    files.chain(folders.iter().flat_map(|folder| sources(folder))).collect()
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The code of a file without its comments and its unit tests.
fn code(path: &Path) -> String {
    let text = text(path);
    let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    let bare = |line: &str| if line.trim_start().starts_with("//") { String::new() } else { line.to_owned() };
    code.lines().map(bare).collect::<Vec<_>>().join("\n")
}

/// A module of the library with its code.
struct Module {
    path: Vec<String>,
    code: String,
}

/// Every module of the library; the command line is none.
fn modules() -> Vec<Module> {
    let root = here("src");
    let edge = [root.join("cli"), root.join("main.rs"), root.join("lib.rs")];
    let files = sources(&root).into_iter().filter(|file| !edge.iter().any(|edge| file.starts_with(edge)));
    let files = files.filter(|file| !file.ends_with("tests.rs"));
    files.map(|file| Module { path: path_of(&root, &file), code: code(&file) }).collect()
}

fn path_of(root: &Path, file: &Path) -> Vec<String> {
    let inner = file.strip_prefix(root).expect("a file of the library").with_extension("");
    let mut path: Vec<String> = inner.iter().map(|part| part.to_string_lossy().into_owned()).collect();
    path.pop_if(|last| last == "mod");
    path
}

/// The modules that `module` names, itself left out.
fn uses(module: &Module, known: &BTreeSet<Vec<String>>) -> BTreeSet<Vec<String>> {
    let start = Regex::new(r"\b(crate|super)::").expect("a pattern");
    let inside = Regex::new(r"(crate|super)::$").expect("a pattern");
    let mut used = BTreeSet::new();
    for found in start.find_iter(&module.code) {
        if inside.is_match(&module.code[..found.start()]) {
            continue;
        }
        let mut paths = Vec::new();
        tree(&module.code[found.start()..], &[], &mut paths);
        used.extend(paths.iter().map(|path| resolve(&module.path, path, known)).filter(|path| *path != module.path));
    }
    used
}

/// Reads the tree of paths at the head of `code` (`crate::a::{b, c::d}`), and returns what comes after it.
fn tree<'a>(code: &'a str, before: &[&'a str], paths: &mut Vec<Vec<String>>) -> &'a str {
    let end = code.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(code.len());
    let (name, rest) = code.split_at(end);
    let path = [before, &[name]].concat();
    let Some(rest) = rest.strip_prefix("::") else {
        paths.push(path.iter().map(|&part| part.to_owned()).collect());
        return rest;
    };
    let Some(mut rest) = rest.strip_prefix('{') else { return tree(rest, &path, paths) };
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == ',');
        match rest.strip_prefix('}') {
            Some(after) => return after,
            None if rest.is_empty() => return rest,
            None => rest = renamed(tree(rest, &path, paths)),
        }
    }
}

/// Passes over " as name".
fn renamed(rest: &str) -> &str {
    let Some(name) = rest.trim_start().strip_prefix("as ") else {
        return rest.trim_start_matches(|c: char| !matches!(c, ',' | '}'));
    };
    name.trim_start_matches(|c: char| c.is_alphanumeric() || c == '_')
}

/// The known module that a path leads to from `module`; the library itself is the empty path.
fn resolve(module: &[String], path: &[String], known: &BTreeSet<Vec<String>>) -> Vec<String> {
    let up = path.iter().take_while(|part| *part == "super").count();
    let mut full = if up == 0 { Vec::new() } else { module[..module.len().saturating_sub(up)].to_vec() };
    full.extend(path.iter().skip(up.max(1)).cloned());
    while !full.is_empty() && !known.contains(&full) {
        full.pop();
    }
    full
}

/// Every arrow from a module to one that it uses.
fn arrows() -> BTreeSet<(Vec<String>, Vec<String>)> {
    let modules = modules();
    let known: BTreeSet<Vec<String>> = modules.iter().map(|module| module.path.clone()).collect();
    let from =
        |module: &Module| uses(module, &known).into_iter().map(|to| (module.path.clone(), to)).collect::<Vec<_>>();
    modules.iter().flat_map(from).collect()
}

/// The arrows between the modules right inside `parent`, as names of these.
fn between(parent: &[&str]) -> BTreeSet<(String, String)> {
    let depth = parent.len();
    let below = |path: &[String]| path.len() > depth && path.iter().zip(parent).all(|(part, wanted)| part == wanted);
    let inside = |(from, to): &(Vec<String>, Vec<String>)| {
        (below(from) && below(to) && from[depth] != to[depth]).then(|| (from[depth].clone(), to[depth].clone()))
    };
    arrows().iter().filter_map(inside).collect()
}

/// Asserts that no module in `order` uses one after it and that each module right inside `parent` has its place.
#[track_caller]
fn follows(parent: &[&str], order: &[&str]) {
    let place = |name: &str| {
        order.iter().position(|known| *known == name).unwrap_or_else(|| panic!("{name} has no place in {order:?}"))
    };
    let wrong: Vec<_> = between(parent).into_iter().filter(|(from, to)| place(from) < place(to)).collect();
    assert!(wrong.is_empty(), "modules that use what comes after them: {wrong:?}");
}

#[test]
fn every_stage_uses_only_those_before_it() {
    follows(&[], ORDER);
    let there: BTreeSet<String> = modules().into_iter().map(|module| module.path[0].clone()).collect();
    assert_eq!(there, ORDER.iter().map(|&name| name.to_owned()).collect(), "modules that have no place in the order");
}

#[test]
fn the_language_is_built_from_words_to_sentences() {
    follows(&["language"], LANGUAGE);
}

#[test]
fn neighbours_do_not_use_each_other_in_a_ring() {
    let parents: BTreeSet<Vec<String>> = modules().into_iter().map(|module| without_last(&module.path)).collect();
    for parent in parents {
        let parent: Vec<&str> = parent.iter().map(String::as_str).collect();
        let name = |module: &str| [&parent[..], &[module]].concat().join("::");
        let arrows = between(&parent).into_iter().map(|(from, to)| (name(&from), name(&to)));
        let turned = |from: &str, to: &str| TO_TURN.contains(&(from, to));
        let ring = ring(arrows.filter(|(from, to)| !turned(from, to)).collect());
        assert!(ring.is_empty(), "these use each other in a ring: {ring:#?}");
    }
}

#[test]
fn arrows_that_were_turned_round_are_taken_off_the_list() {
    let arrows: BTreeSet<(String, String)> =
        arrows().into_iter().map(|(from, to)| (from.join("::"), to.join("::"))).collect();
    for (from, to) in TO_TURN {
        assert!(arrows.contains(&((*from).to_owned(), (*to).to_owned())), "{from} -> {to} is gone");
    }
}

fn without_last(path: &[String]) -> Vec<String> {
    path.split_last().map(|(_, before)| before.to_vec()).unwrap_or_default()
}

/// What is left of the arrows when those that no ring needs are taken away.
fn ring(mut arrows: Vec<(String, String)>) -> Vec<(String, String)> {
    loop {
        let before = arrows.len();
        let from: BTreeSet<String> = arrows.iter().map(|(from, _)| from.clone()).collect();
        let to: BTreeSet<String> = arrows.iter().map(|(_, to)| to.clone()).collect();
        arrows.retain(|arrow| from.contains(&arrow.1) && to.contains(&arrow.0));
        if arrows.len() == before {
            return arrows;
        }
    }
}

#[test]
fn the_front_page_of_the_library_draws_the_same_order() {
    let page = text(&here("src/lib.rs"));
    let drawing = page.split("```text").nth(1).and_then(|rest| rest.split("```").next()).expect("a drawing");
    let mut drawn: Vec<&str> = drawing.split("->").map(|name| name.trim_matches([' ', '\n', '/', '!'])).collect();
    assert_eq!(drawn.pop(), Some("cli"), "the command line comes last");
    assert_eq!(drawn, ORDER);
}

#[test]
fn files_and_the_terminal_are_touched_only_at_the_edge() {
    let edge = Regex::new(r"\bfs::|\benv::(?:var|args|current)|\bstd::env\b|\b(?:stdout|stderr|stdin)\(|\be?print(?:ln)?!|\bstd::(?:net|process)\b").expect("a pattern");
    for module in modules().iter().filter(|module| module.path != ["document", "read"]) {
        let found = module.code.lines().find(|line| edge.is_match(line));
        assert_eq!(found, None, "{} reaches outside", module.path.join("::"));
    }
}

#[test]
fn the_command_line_reaches_the_work_as_any_other_user_would() {
    let front = text(&here("src/main.rs"));
    assert!(!front.contains("#[path"), "{front}");
    for file in sources(&here("src/cli")) {
        let code = code(&file);
        let inner = code.lines().find(|line| line.contains("crate::") && !line.contains("crate::cli"));
        assert_eq!(inner, None, "{}", file.display());
    }
    for module in modules() {
        assert!(!module.code.contains("clap"), "{} knows the argument parser", module.path.join("::"));
    }
}

#[test]
fn files_are_short() {
    let folders = ["src", "tests", "benches"].map(here);
    let files = folders.iter().flat_map(|folder| sources(folder));
    let lengths: BTreeMap<PathBuf, usize> = files.map(|file| (file.clone(), text(&file).lines().count())).collect();
    let longer = |limit: usize| lengths.iter().filter(move |(_, lines)| **lines > limit).collect::<Vec<_>>();
    assert!(longer(LONG.1).is_empty(), "too long: {:?}", longer(LONG.1));
    assert!(longer(LONG.0).len() <= LONG_FILES, "too many long files: {:?}", longer(LONG.0));
}

#[test]
fn every_file_says_what_it_is() {
    let files = ["src", "tests", "benches"].map(here);
    for file in files.iter().flat_map(|folder| sources(folder)).filter(|file| !file.ends_with("tests.rs")) {
        assert!(text(&file).starts_with("//! "), "{} has no head", file.display());
    }
}
