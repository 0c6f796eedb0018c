//! The timeline as a table for spreadsheets: one row a claim or a turn, formulas disarmed.

use std::io;

use super::{Desk, time};
use crate::render::export::csv::disarmed;
use crate::render::phrases;
use crate::timeline::when::When;
use crate::timeline::{Basis, Entry, Timeline, Turn};

/// The columns of a claim with its dates.
const ENTRY: [&str; 18] = [
    "first",
    "last",
    "earlier",
    "basis",
    "happened",
    "happened_words",
    "said",
    "said_words",
    "published",
    "kind",
    "status",
    "holders",
    "issues",
    "content",
    "quote",
    "attribution",
    "document",
    "id",
];

/// Renders `timeline` with a head line.
///
/// # Errors
///
/// Fails only where the CSV writer does, which on a table in memory does not happen.
pub fn csv(desk: Desk<'_>, timeline: &Timeline<'_>) -> io::Result<String> {
    let rows = timeline.entries.iter().map(|entry| cells(desk, entry).to_vec());
    table(ENTRY.map(str::to_owned).to_vec(), rows)
}

/// Renders `turns` with a head line: the columns of both sides stand behind `from_` and `to_`.
///
/// # Errors
///
/// Fails only where the CSV writer does, which on a table in memory does not happen.
pub fn turns_csv(desk: Desk<'_>, turns: &[Turn<'_>]) -> io::Result<String> {
    let side = |side: &str| ENTRY.map(|column| format!("{side}_{column}")).to_vec();
    let head = ["change", "party", "issue", "rests_on", "against"].map(str::to_owned).to_vec();
    let rows = turns.iter().map(|turn| {
        let against: Vec<&str> = turn.against.iter().map(|claim| claim.id.as_str()).collect();
        let own = [
            turn.change.word().to_owned(),
            turn.party.unwrap_or_default().to_owned(),
            turn.issue.to_owned(),
            turn.rests_on.map_or("the text", Basis::word).to_owned(),
            against.join("; "),
        ];
        let to = turn.to.as_ref().map_or_else(|| vec![String::new(); ENTRY.len()], |to| cells(desk, to).to_vec());
        [own.to_vec(), cells(desk, &turn.from).to_vec(), to].concat()
    });
    table([head, side("from"), side("to")].concat(), rows)
}

fn table(head: Vec<String>, rows: impl Iterator<Item = Vec<String>>) -> io::Result<String> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(head)?;
    for row in rows {
        writer.write_record(row.into_iter().map(disarmed))?;
    }
    let bytes = writer.into_inner().map_err(csv::IntoInnerError::into_error)?;
    String::from_utf8(bytes).map_err(io::Error::other)
}

/// The cells of one claim, in the order of [`ENTRY`].
fn cells(desk: Desk<'_>, entry: &Entry<'_>) -> [String; ENTRY.len()] {
    let claim = entry.claim;
    let placed = |part: fn(crate::timeline::Place) -> String| entry.place.map(part).unwrap_or_default();
    let meant = |when: Option<&When>| when.map(time).unwrap_or_default();
    let words = |when: Option<&When>| when.map_or("", |when| desk.words(claim, when.span)).to_owned();
    let (happened, said) = (entry.happened.as_ref(), entry.said.as_ref());
    [
        placed(|place| place.period.first.to_string()),
        placed(|place| place.period.last.to_string()),
        placed(|place| if place.earlier { "yes" } else { "no" }.to_owned()),
        placed(|place| place.basis.word().to_owned()),
        meant(happened),
        words(happened),
        meant(said),
        words(said),
        entry.published.map(|date| date.to_string()).unwrap_or_default(),
        claim.kind.word().to_owned(),
        claim.status.word().to_owned(),
        claim.holders.join("; "),
        claim.issues.join("; "),
        desk.words(claim, claim.content).to_owned(),
        desk.words(claim, claim.quote).to_owned(),
        phrases::attribution(&claim.attribution),
        desk.corpus.documents.get(claim.document).map_or("", |document| &document.id).to_owned(),
        claim.id.clone(),
    ]
}
