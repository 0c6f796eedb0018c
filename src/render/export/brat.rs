//! A folder for brat: for each article its text and its standoff annotations, and the configuration that shows them.
//!
//! A claim is an event: its cue is the trigger, its content the `Point`, and what names holder and sources, or negates
//! or hedges the cue, are its further arguments. Places count code points of the `.txt` beside it, which has one kind of
//! line break; words on several lines are given in pieces, as the format has no line breaks.
//! Source: <https://brat.nlplab.org/standoff.html>.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::by_document;
use super::plain::{Plain, Unit};
use super::reading::summary;
use crate::corpus::Corpus;
use crate::query::Glossary;
use crate::record::{Claim, FrameRole, Kind, Status};
use crate::text::Span;

/// Renders `corpus` as the files of a folder, by name.
#[must_use]
pub fn render(corpus: &Corpus, glossary: &Glossary) -> Vec<(String, String)> {
    let mut files = vec![("annotation.conf".to_owned(), annotation_conf()), ("visual.conf".to_owned(), visual_conf())];
    let names = file_names(corpus.documents.iter().map(|document| document.id.as_str()));
    for ((document, name), claims) in corpus.documents.iter().zip(names).zip(by_document(corpus)) {
        let plain = Plain::new(&document.text, Unit::Point);
        let letters = plain.text.chars().collect();
        let mut sheet = Sheet { plain: &plain, letters, lines: String::new(), entities: BTreeMap::new(), events: 0 };
        for claim in claims {
            sheet.claim(glossary, claim);
        }
        files.push((format!("{name}.ann"), sheet.lines));
        files.push((format!("{name}.txt"), plain.text));
    }
    files.sort();
    files
}

/// The annotations of one article in the making.
struct Sheet<'a> {
    plain: &'a Plain,
    /// The code points of the copy.
    letters: Vec<char>,
    lines: String,
    /// The numbers of the entities, by place and type: two claims may share a trigger.
    entities: BTreeMap<(usize, usize, &'static str), usize>,
    events: usize,
}

impl Sheet<'_> {
    fn claim(&mut self, glossary: &Glossary, claim: &Claim) {
        let cue = if claim.cue.is_empty() { claim.content } else { claim.cue };
        let Some(trigger) = self.entity(cue, event(claim.kind)) else { return };
        self.events += 1;
        let number = self.events;
        let mut roles: BTreeMap<&str, usize> = BTreeMap::new();
        let mut arguments = String::new();
        for (role, span) in arguments_of(claim) {
            let Some(entity) = self.entity(span, role) else { continue };
            let count = roles.entry(role).or_default();
            *count += 1;
            let suffix = if *count > 1 { count.to_string() } else { String::new() };
            // Writing to a string cannot fail.
            let _ = write!(arguments, " {role}{suffix}:T{entity}");
        }
        self.line(&format!("E{number}\t{}:T{trigger}{arguments}", event(claim.kind)));
        self.line(&format!("A{number}\tStatus E{number} {}", status(claim.status)));
        let note = one_line(&format!("{}; {}", summary(glossary, claim), claim.id));
        self.line(&format!("#{number}\tAnnotatorNotes E{number}\t{note}"));
    }

    /// Returns the number of the entity at `span`, written where it is new; nothing where no words stand there.
    fn entity(&mut self, span: Span, kind: &'static str) -> Option<usize> {
        let (start, end) = self.plain.place(span);
        let next = self.entities.len() + 1;
        if let Some(&known) = self.entities.get(&(start, end, kind)) {
            return Some(known);
        }
        let words = self.letters.get(start..end)?;
        let pieces = pieces(words);
        if pieces.is_empty() {
            return None;
        }
        let places: Vec<String> = pieces.iter().map(|&(from, to)| format!("{} {}", start + from, start + to)).collect();
        let texts: Vec<String> = pieces.iter().map(|&(from, to)| words[from..to].iter().collect()).collect();
        self.line(&format!("T{next}\t{kind} {}\t{}", places.join(";"), texts.join(" ")));
        self.entities.insert((start, end, kind), next);
        Some(next)
    }

    fn line(&mut self, line: &str) {
        self.lines.push_str(line);
        self.lines.push('\n');
    }
}

/// Returns the roles and places of what belongs to a claim.
fn arguments_of(claim: &Claim) -> impl Iterator<Item = (&'static str, Span)> {
    let holders = claim.holder_spans.iter().map(|&span| ("Holder", span));
    let sources = claim.attribution.iter().map(|source| ("Source", source.span));
    let frame = claim.frame.iter().map(|frame| (governor(frame.role), frame.span));
    std::iter::once(("Point", claim.content)).chain(holders).chain(sources).chain(frame)
}

/// Cuts words into what stands on one line each, without the white space around it: ranges of `words`.
fn pieces(words: &[char]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut from = 0;
    for line in words.split(|c| matches!(c, '\n' | '\t')) {
        let before = line.iter().take_while(|c| c.is_whitespace()).count();
        let after = line.iter().rev().take_while(|c| c.is_whitespace()).count();
        if before < line.len() {
            found.push((from + before, from + line.len() - after));
        }
        from += line.len() + 1;
    }
    found
}

fn one_line(text: &str) -> String {
    text.split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Returns names of files for `ids`: letters, digits and "._-" alone, and no name twice in any case.
fn file_names<'a>(ids: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for id in ids {
        let plain = |c: char| if c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.') { c } else { '-' };
        let id: String = id.chars().map(plain).collect();
        // brat does not show a name that begins with a dot.
        let stem = id.trim_start_matches('.');
        let stem = if stem.is_empty() { "article" } else { stem };
        let taken = |name: &String| names.iter().any(|known| known.eq_ignore_ascii_case(name));
        let numbered = (2..).map(|number| format!("{stem}-{number}"));
        names.extend(std::iter::once(stem.to_owned()).chain(numbered).find(|name| !taken(name)));
    }
    names
}

fn event(kind: Kind) -> &'static str {
    match kind {
        Kind::Demand => "Demand",
        Kind::RedLine => "Red_line",
        Kind::Offer => "Offer",
        Kind::Agreed => "Agreed",
        Kind::Open => "Open",
    }
}

fn status(status: Status) -> &'static str {
    match status {
        Status::Stated => "Stated",
        Status::Expected => "Expected",
        Status::Past => "Past",
        Status::Denied => "Denied",
    }
}

fn governor(role: FrameRole) -> &'static str {
    match role {
        FrameRole::Negation => "Negation",
        FrameRole::Condition => "Condition",
        FrameRole::Hedge => "Hedge",
        FrameRole::Denial => "Denial",
    }
}

/// The types of entities, which are the roles of arguments too.
fn entities() -> impl Iterator<Item = &'static str> {
    ["Point", "Holder", "Source"].into_iter().chain(FrameRole::ALL.iter().map(|&role| governor(role)))
}

/// Returns the file that names the types (<https://brat.nlplab.org/configuration.html>).
fn annotation_conf() -> String {
    let entities: Vec<&str> = entities().collect();
    let roles: Vec<String> = entities
        .iter()
        .map(|role| if *role == "Point" { "Point?:Point".to_owned() } else { format!("{role}*:{role}") })
        .collect();
    let events: Vec<String> = Kind::ALL.iter().map(|&kind| format!("{}\t{}", event(kind), roles.join(", "))).collect();
    let statuses: Vec<&str> = Status::ALL.iter().map(|&word| status(word)).collect();
    format!(
        "[entities]\n{}\n\n[relations]\n\n[events]\n{}\n\n[attributes]\nStatus\tArg:<EVENT>, Value:{}\n",
        entities.join("\n"),
        events.join("\n"),
        statuses.join("|")
    )
}

/// Returns the file that names the colours and the words on screen.
fn visual_conf() -> String {
    let colours = [
        ("Demand", "#8ab4f8"),
        ("Red_line", "#f28b82"),
        ("Offer", "#81c995"),
        ("Agreed", "#a8dab5"),
        ("Open", "#fdd663"),
        ("Point", "#e8eaed"),
        ("Holder", "#d7aefb"),
        ("Source", "#fcad70"),
    ];
    let drawn: Vec<String> = colours.iter().map(|(name, colour)| format!("{name}\tbgColor:{colour}")).collect();
    format!("[labels]\nRed_line | Red line | Red\n\n[drawing]\n{}\n", drawn.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::{file_names, one_line, pieces};

    #[test]
    fn words_on_several_lines_are_pieces_without_the_space_around_them() {
        let cut = |text: &str| pieces(&text.chars().collect::<Vec<_>>());
        assert_eq!(cut("a truce"), [(0, 7)]);
        assert_eq!(cut("a\n\n  truce \tnow"), [(0, 1), (5, 10), (12, 15)]);
        assert_eq!(cut(" \n "), []);
    }

    #[test]
    fn names_of_files_are_harmless_and_differ() {
        let ids = ["a/../b", "A-..-b", ".x", "", "é 1", "annahar"];
        assert_eq!(file_names(ids.into_iter()), ["a-..-b", "A-..-b-2", "x", "article", "--1", "annahar"]);
    }

    #[test]
    fn a_note_is_one_line() {
        assert_eq!(one_line("a\tb\r\n\u{2028}c"), "a b c");
    }
}
