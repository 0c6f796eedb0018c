//! A score as a table, with what was missed and what was extra.

use std::io;

use serde_json::json;

use crate::corpus::Corpus;
use crate::evaluate::{Agreement, Count, Deviation, Score, Side};
use crate::record::Kind;
use crate::render::Screen;
use crate::render::palette::Look;
use crate::render::styled::Styled;

/// Writes the table by kind, the fields and the agreement; with `deviations`, every miss and extra before them.
///
/// # Errors
///
/// Returns the error of the output.
pub fn write(screen: &mut Screen, corpus: &Corpus, score: &Score, deviations: bool) -> io::Result<()> {
    if deviations {
        for deviation in &score.deviations {
            write_deviation(screen, corpus, deviation)?;
        }
        if !score.deviations.is_empty() {
            screen.blank()?;
        }
    }
    let head = format!(
        "{:9} {:>9} {:>6} {:>6} {:>8} {:>6} {:>7}",
        "kind", "precision", "recall", "F1", "matched", "extra", "missed"
    );
    screen.raw(Look::Subheading, &head)?;
    for (kind, count) in &score.kinds {
        screen.raw(Look::Text, &line(kind.word(), *count))?;
    }
    screen.raw(Look::Subheading, &line("all", score.all()))?;
    screen.blank()?;
    screen.block("", "  ", &Styled::of(Look::Text, &fields(score)))?;
    screen.block("", "  ", &Styled::of(Look::Text, &agreement("sentences in which both have a claim", score.both)))?;
    screen.block("", "  ", &Styled::of(Look::Text, &agreement("sentences in which either has one", score.either)))
}

fn line(name: &str, count: Count) -> String {
    let (p, r, f) = (count.precision(), count.recall(), count.f1());
    let Count { matched, extra, missed } = count;
    format!("{name:9} {p:>9.3} {r:>6.3} {f:>6.3} {matched:>8} {extra:>6} {missed:>7}")
}

fn fields(score: &Score) -> String {
    let fields = score.fields;
    let share = |right| fields.share(right);
    format!(
        "of {} matched: holders exact {:.3}, issue {:.3}, status {:.3}, attribution {:.3}; spans not verbatim {}",
        fields.matched,
        share(fields.holders),
        share(fields.issue),
        share(fields.status),
        share(fields.attribution),
        score.not_verbatim
    )
}

fn agreement(units: &str, agreement: Agreement) -> String {
    let kappa = agreement.kappa.map_or_else(|| "not defined".to_owned(), |kappa| format!("{kappa:.3}"));
    format!("kind in the {} {units}: Cohen's kappa {kappa}, raw agreement {:.3}", agreement.units, agreement.raw)
}

fn write_deviation(screen: &mut Screen, corpus: &Corpus, deviation: &Deviation) -> io::Result<()> {
    let document = corpus.documents.get(deviation.document).map_or("", |document| &document.id);
    let (look, word) = match deviation.side {
        Side::Missed => (Look::Alert, "missed"),
        Side::Extra => (Look::Kind(Kind::RedLine), "extra"),
    };
    let holders = if deviation.holders.is_empty() { "nobody".to_owned() } else { deviation.holders.join("+") };
    let facts = format!(
        "{} by {holders} on {}, {}",
        deviation.kind.word(),
        deviation.issues.join("+"),
        deviation.status.word()
    );
    let place = format!("{document}, line {}", deviation.place.line);
    let id = Styled::of(Look::Id, deviation.id.as_deref().unwrap_or(""));
    let head = Styled::of(look, word).padded(8).joined("", [Styled::of(Look::Text, &facts)]);
    screen.block("", "        ", &head.joined(" · ", [Styled::of(Look::Aside, &place), id]))?;
    screen.block("        ", "        ", &Styled::of(Look::Text, &format!("“{}”", deviation.content)))
}

/// Renders `score` as indented JSON with a line break at the end.
///
/// # Errors
///
/// Fails only where the JSON writer does, which on these values does not happen.
pub fn json(corpus: &Corpus, score: &Score) -> io::Result<String> {
    let id = |at: usize| corpus.documents.get(at).map_or("", |document| document.id.as_str());
    let kinds: serde_json::Map<_, _> =
        score.kinds.iter().map(|(kind, count)| (kind.word().to_owned(), counts(*count))).collect();
    let fields = score.fields;
    let deviation = |d: &Deviation| {
        json!({
            "side": if d.side == Side::Missed { "missed" } else { "extra" },
            "document": id(d.document), "id": d.id, "kind": d.kind.word(), "holders": d.holders, "issues": d.issues,
            "status": d.status.word(),
            "content": { "text": d.content, "start": d.place.start, "end": d.place.end, "line": d.place.line },
        })
    };
    let agreement = |a: Agreement| json!({ "units": a.units, "raw": a.raw, "kappa": a.kappa });
    let value = json!({
        "documents": score.documents.iter().map(|(name, at)| json!({ "gold": name, "document": id(*at) })).collect::<Vec<_>>(),
        "kinds": kinds,
        "all": counts(score.all()),
        "fields": {
            "matched": fields.matched,
            "holders": fields.share(fields.holders),
            "issue": fields.share(fields.issue),
            "status": fields.share(fields.status),
            "attribution": fields.share(fields.attribution),
        },
        "not_verbatim": score.not_verbatim,
        "agreement": { "both": agreement(score.both), "either": agreement(score.either) },
        "deviations": score.deviations.iter().map(deviation).collect::<Vec<_>>(),
        "problems": score.problems.iter().map(ToString::to_string).collect::<Vec<_>>(),
    });
    Ok(format!("{}\n", serde_json::to_string_pretty(&value)?))
}

fn counts(count: Count) -> serde_json::Value {
    json!({
        "precision": count.precision(), "recall": count.recall(), "f1": count.f1(),
        "matched": count.matched, "extra": count.extra, "missed": count.missed,
    })
}
