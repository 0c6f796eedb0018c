//! What a check of an export found, by file, each with the line at which the export has it.

use std::io;

use serde_json::json;

use super::{Finding, Outcome, Report};
use crate::record::Kind;
use crate::render::palette::Look;
use crate::render::styled::Styled;
use crate::render::{Screen, phrases};

/// Writes every finding and a foot that counts.
///
/// # Errors
///
/// Returns the error of the output.
pub fn write(screen: &mut Screen, report: &Report) -> io::Result<()> {
    let mut path = None;
    for finding in &report.findings {
        if path != Some(&finding.path) {
            screen.block("", "", &Styled::of(Look::Subheading, &finding.path))?;
            path = Some(&finding.path);
        }
        write_finding(screen, finding)?;
    }
    screen.block("", "", &Styled::of(Look::Aside, &foot(report)))
}

fn write_finding(screen: &mut Screen, finding: &Finding) -> io::Result<()> {
    let head = Styled::of(look(finding.outcome), finding.outcome.word()).padded(10);
    let place = format!("line {}, {}, {}", finding.line, finding.record, finding.part);
    screen.block("  ", "            ", &head.joined("", [Styled::of(Look::Aside, &place)]))?;
    let mut below = |lead: &str, words: &str| {
        let text = Styled::of(Look::Aside, lead).with(Look::Text, words);
        if words.is_empty() { Ok(()) } else { screen.block("            ", "              ", &text) }
    };
    match (&finding.outcome, &finding.now) {
        _ if finding.part == "sha256" => below("the file is not the one that was read", " "),
        (Outcome::Moved, Some(now)) => {
            below("was ", &quoted(&finding.was))?;
            below("now at ", &format!("line {}, {}..{}", now.line, now.start, now.end))
        }
        (_, Some(now)) => {
            below("was ", &quoted(&finding.was))?;
            below(&format!("now at line {} ", now.line), &quoted(&now.text))
        }
        (_, None) => below("was ", &quoted(&finding.was)),
    }
}

fn quoted(words: &str) -> String {
    if words.is_empty() { String::new() } else { format!("“{words}”") }
}

fn look(outcome: Outcome) -> Look {
    match outcome {
        Outcome::Missing | Outcome::Vanished => Look::Kind(Kind::RedLine),
        Outcome::Changed => Look::Alert,
        Outcome::Moved => Look::Id,
    }
}

fn foot(report: &Report) -> String {
    let of = |outcome| report.findings.iter().filter(|finding| finding.outcome == outcome).count();
    let some = Outcome::ALL.iter().filter(|&&outcome| of(outcome) > 0);
    let counts: Vec<String> =
        some.map(|&outcome| format!("{} {}", phrases::grouped(of(outcome)), outcome.word())).collect();
    let places = phrases::count(report.places, "place", "places");
    let files = phrases::count(report.files, "file", "files");
    let verdict = if counts.is_empty() { "all as exported".to_owned() } else { counts.join(", ") };
    format!("{places} in {files} checked: {verdict}")
}

/// Renders `report` as indented JSON with a line break at the end.
///
/// # Errors
///
/// Fails only where the JSON writer does, which on these values does not happen.
pub fn json(report: &Report) -> io::Result<String> {
    let finding = |finding: &Finding| {
        json!({
            "path": finding.path,
            "line": finding.line,
            "record": finding.record,
            "part": finding.part,
            "outcome": finding.outcome.word(),
            "was": finding.was,
            "now": finding.now,
        })
    };
    let findings: Vec<_> = report.findings.iter().map(finding).collect();
    let value = json!({ "files": report.files, "places": report.places, "findings": findings });
    Ok(format!("{}\n", serde_json::to_string_pretty(&value)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::export::json::Passage;
    use crate::render::screen::rendered;

    #[test]
    fn a_finding_says_what_was_and_where_it_is_now() {
        let now = Some(Passage { text: "a truce".into(), start: 30, end: 37, line: 4 });
        let finding = Finding {
            path: "a.txt".into(),
            line: 2,
            record: "claim a-000001".into(),
            part: "content".into(),
            outcome: Outcome::Moved,
            was: "a truce".into(),
            now,
        };
        let report = Report { files: 1, places: 9, findings: vec![finding] };
        let expected = "\
a.txt
  moved     line 2, claim a-000001, content
            was “a truce”
            now at line 4, 30..37
9 places in 1 file checked: 1 moved
";
        assert_eq!(rendered(60, |screen| write(screen, &report)), expected);
    }
}
