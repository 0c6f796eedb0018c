//! The positions in the order of time, and what turned.

use maud::{Markup, html};

use super::claim;
use super::flow::shown;
use super::names::Names;
use crate::corpus::Corpus;
use crate::render::phrases;
use crate::render::timeline::{change, place};
use crate::timeline::{Entry, Timeline, Turn};

/// The most entries that are shown, the latest ones; all are under Positions.
const ENTRIES: usize = 300;

/// The most turns that are shown.
const TURNS: usize = 60;

/// Writes the turns, then the claims that can be dated, by date.
pub(super) fn timeline(corpus: &Corpus, names: &Names, timeline: &Timeline, turns: &[Turn]) -> Markup {
    let dated = &timeline.entries[..timeline.placed()];
    let earlier = dated.len().saturating_sub(ENTRIES);
    let days = dated[earlier..].chunk_by(|one, next| one.place == next.place);
    html! {
        @if !turns.is_empty() {
            h3 { "What turned" }
            ul.turns { @for turn in turns.iter().take(TURNS) { li { (self::turn(corpus, names, turn)) } } }
            @if turns.len() > TURNS { p.more { (phrases::count(turns.len() - TURNS, "more turn", "more turns")) } }
        }
        h3 { "In the order of time" }
        @if earlier > 0 { p.more { (phrases::count(earlier, "earlier claim", "earlier claims")) " under Positions" } }
        @for day in days {
            section.issue {
                h4 { @if let Some(entry) = day.first() { (shown(&place(entry.place))) } }
                ul.claims { @for entry in day { li { (claim::held(corpus, names, entry.claim)) } } }
            }
        }
        p.more { (phrases::count(timeline.entries.len() - dated.len(), "claim has no date", "claims have no date")) "." }
    }
}

fn turn(corpus: &Corpus, names: &Names, turn: &Turn) -> Markup {
    let party = turn.party.map_or_else(|| names.holders::<&str>(&[]), |party| names.party(party).to_owned());
    let side = |entry: &Entry| {
        let when = entry.place.map(|at| place(Some(at)) + ": ").unwrap_or_default();
        html! { (shown(&when)) (claim::line(corpus, names, entry.claim)) }
    };
    html! {
        p { span.verdict { (change(turn.change)) } " " span.strong { (shown(&party)) " · " (shown(names.issue(turn.issue))) } }
        ol { li { (side(&turn.from)) } @if let Some(to) = &turn.to { li { (side(to)) } } }
    }
}
