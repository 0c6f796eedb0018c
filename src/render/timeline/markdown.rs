//! The timeline as a brief in Markdown; every word of an article shows as text.

use std::fmt::Write as _;

use super::{Desk, change, place, stance};
use crate::render::claims::{aside, quoted};
use crate::render::export::markdown::escaped;
use crate::timeline::{Entry, Timeline, Turn};

/// Renders `timeline`: a heading a date, under it a line a claim.
#[must_use]
pub fn markdown(desk: Desk<'_>, timeline: &Timeline<'_>) -> String {
    let mut text = "# Timeline\n".to_owned();
    let mut head = String::new();
    for entry in &timeline.entries {
        let date = place(entry.place);
        if head != date {
            // Writing to a string cannot fail.
            let _ = writeln!(text, "\n## {}\n", escaped(&date));
            head = date;
        }
        let _ = writeln!(text, "- **{}**: {}", escaped(&desk.subject(entry.claim)), line(desk, entry));
    }
    text
}

/// Renders `turns`: a heading a turn, under it what it rests on and both quotes.
#[must_use]
pub fn turns_markdown(desk: Desk<'_>, turns: &[Turn<'_>]) -> String {
    let mut text = "# Turns\n".to_owned();
    for turn in turns {
        let (head, rests_on) = (desk.turning(turn), desk.rests_on(turn));
        let _ = writeln!(text, "\n## {}: {}\n\n{}\n", escaped(&head), change(turn.change), escaped(&rests_on));
        let sides = [("was", Some(&turn.from)), ("now", turn.to.as_ref())];
        for (side, entry) in sides.into_iter().filter_map(|(side, entry)| Some((side, entry?))) {
            let quote = escaped(&quoted(desk.words(entry.claim, entry.claim.quote)));
            let _ = writeln!(text, "- {side} ({}): {}\n  > {quote}", escaped(&place(entry.place)), line(desk, entry));
        }
        for claim in &turn.against {
            let _ = writeln!(
                text,
                "- but {}: {}",
                stance(claim),
                escaped(aside(desk.corpus, desk.glossary, claim).plain())
            );
        }
    }
    text
}

/// The stance, its words, its dates, where it stands and who says so.
fn line(desk: Desk<'_>, entry: &Entry<'_>) -> String {
    let claim = entry.claim;
    let words = quoted(desk.words(claim, claim.content));
    let mut parts = vec![format!("{} {words}", stance(claim))];
    parts.extend(desk.dates(entry));
    parts.push(aside(desk.corpus, desk.glossary, claim).plain().to_owned());
    escaped(&parts.join(" · "))
}
