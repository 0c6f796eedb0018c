//! Claims against the lines of coded texts: kind, holders and status right, the party aimed at where the line names one,
//! and contents that overlap by at least 30% of the shorter one, as the codebook scores.

use demarche::corpus::Engine;
use demarche::document::Document;
use demarche::dossier::Dossier;
use demarche::record::Claim;
use demarche::rules::Given;

/// The engine without a dossier of its own.
pub(crate) fn engine() -> Engine {
    Engine::new(Dossier::builtin("world").expect("built in")).expect("the rules")
}

/// Tells whether `claim` is the one that `given` describes.
fn is_given(claim: &Claim, given: &Given, text: &str) -> bool {
    let start = text.find(&given.content).unwrap_or_else(|| panic!("{:?} does not stand in {text:?}", given.content));
    let end = start + given.content.len();
    let common = claim.content.end.min(end).saturating_sub(claim.content.start.max(start));
    let aimed = given.toward.as_ref().is_none_or(|toward| *toward == claim.toward);
    let same = claim.kind == given.kind && claim.holders == given.holders && claim.status == given.status;
    same && aimed && 10 * common >= 3 * claim.content.len().min(given.content.len()).max(1)
}

/// Tells whether a text gives just what is coded.
pub(crate) fn holds(engine: &Engine, text: &str, gives: &[Given]) -> bool {
    let corpus = engine.read(vec![Document::from_text("pair", text.to_owned())]);
    let mut left: Vec<&Claim> = corpus.claims.iter().collect();
    let met = gives.iter().all(|given| {
        let at = left.iter().position(|claim| is_given(claim, given, text));
        at.map(|at| left.remove(at)).is_some()
    });
    met && left.is_empty()
}
