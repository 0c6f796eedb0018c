//! The timeline on a screen: a heading a date, under it who took which position on what.

use std::io;

use super::{Desk, change, dated, place, stance};
use crate::render::claims::{aside, quoted};
use crate::render::palette::Look;
use crate::render::styled::Styled;
use crate::render::{Screen, phrases};
use crate::timeline::{Entry, Timeline, Turn};

/// The columns of the kind before a claim.
const KIND: usize = 10;
/// The columns of "was", "now" and "but".
const SIDE: usize = 5;

/// Writes `timeline`, earliest first, with a foot that counts the claims.
///
/// # Errors
///
/// Returns the error of the output.
pub fn write(screen: &mut Screen, desk: Desk<'_>, timeline: &Timeline<'_>) -> io::Result<()> {
    let mut heads = (String::new(), String::new());
    for entry in &timeline.entries {
        let (date, subject) = (place(entry.place), desk.subject(entry.claim));
        if heads.0 != date {
            if !heads.0.is_empty() {
                screen.blank()?;
            }
            screen.block("", "  ", &Styled::of(Look::Heading, &date))?;
            heads.1.clear();
        }
        if heads.1 != subject {
            screen.block("  ", "    ", &Styled::of(Look::Subheading, &subject))?;
        }
        heads = (date, subject);
        claim(screen, desk, entry)?;
    }
    screen.blank()?;
    let count = dated(timeline.placed(), timeline.entries.len());
    let foot = format!("{count}, in {}", phrases::articles(desk.corpus));
    screen.block("", "", &Styled::of(Look::Aside, &foot))
}

/// One claim: its words, its dates, where it stands and who says so.
fn claim(screen: &mut Screen, desk: Desk<'_>, entry: &Entry<'_>) -> io::Result<()> {
    let claim = entry.claim;
    let indent = " ".repeat(4 + KIND);
    let first = Styled::of(Look::Kind(claim.kind), claim.kind.word()).padded(KIND);
    let words = Styled::of(Look::Text, &quoted(desk.words(claim, claim.content)));
    screen.block("    ", &indent, &first.joined("", [words]))?;
    let below = format!("{indent}  ");
    if let Some(dates) = dates(desk, entry) {
        screen.block(&below, &below, &dates)?;
    }
    screen.block(&below, &below, &aside(desk.corpus, desk.glossary, claim))
}

fn dates(desk: Desk<'_>, entry: &Entry<'_>) -> Option<Styled> {
    let dates = desk.dates(entry);
    (!dates.is_empty()).then(|| Styled::of(Look::Text, &dates.join(" · ")))
}

/// Writes `turns`, each with both quotes and what it rests on, with a foot that counts them.
///
/// # Errors
///
/// Returns the error of the output.
pub fn turns(screen: &mut Screen, desk: Desk<'_>, turns: &[Turn<'_>], timeline: &Timeline<'_>) -> io::Result<()> {
    for turn in turns {
        let head =
            Styled::of(Look::Alert, change(turn.change)).joined(": ", [Styled::of(Look::Heading, &desk.turning(turn))]);
        screen.block("", "  ", &head)?;
        screen.block("  ", "  ", &Styled::of(Look::Aside, &desk.rests_on(turn)))?;
        side(screen, desk, "was", &turn.from, None)?;
        if let Some(to) = &turn.to {
            side(screen, desk, "now", to, Some(&turn.from))?;
        }
        for claim in &turn.against {
            let but = format!(
                "still a {} in {}",
                phrases::noun(claim.kind, false),
                phrases::outlet(desk.corpus, claim.document)
            );
            let but = Styled::of(Look::Alert, &but).joined(" · ", [Styled::of(Look::Id, &claim.id)]);
            block(screen, "but", &but)?;
        }
        screen.blank()?;
    }
    let count = phrases::count(turns.len(), "turn", "turns");
    let of = dated(timeline.placed(), timeline.entries.len());
    let foot = format!("{count} among {of}, in {}", phrases::articles(desk.corpus));
    screen.block("", "", &Styled::of(Look::Aside, &foot))
}

/// One side of a turn: when, which stance, its sentence, where it stands and who says so.
fn side(
    screen: &mut Screen,
    desk: Desk<'_>,
    lead: &str,
    entry: &Entry<'_>,
    above: Option<&Entry<'_>>,
) -> io::Result<()> {
    let claim = entry.claim;
    let same = above.is_some_and(|above| (above.claim.document, above.claim.quote) == (claim.document, claim.quote));
    let kind = Styled::of(Look::Kind(claim.kind), &stance(claim));
    let when = Styled::of(Look::Text, &place(entry.place));
    block(screen, lead, &kind.joined(" · ", [when]))?;
    let below = " ".repeat(2 + SIDE);
    let quote = if same { "in the same sentence".to_owned() } else { quoted(desk.words(claim, claim.quote)) };
    screen.block(&below, &below, &Styled::of(Look::Text, &quote))?;
    if let Some(dates) = dates(desk, entry).filter(|_| !same) {
        screen.block(&below, &below, &dates)?;
    }
    screen.block(&below, &below, &aside(desk.corpus, desk.glossary, claim))
}

fn block(screen: &mut Screen, lead: &str, text: &Styled) -> io::Result<()> {
    let lead = Styled::of(Look::Subheading, lead).padded(SIDE);
    screen.block("  ", &" ".repeat(2 + SIDE), &lead.joined("", [text.clone()]))
}
