//! The examples of rules, tried: what each must find is found, and what must stay silent does.

use std::collections::BTreeMap;

use demarche::corpus::Corpus;
use demarche::document::Document;
use demarche::record::Claim;
use demarche::rules::{Given, Rule};

use crate::cli::engine::Negotiation;
use crate::cli::failure::Failure;

/// The dossier with which an example is read that names none.
const DOSSIER: &str = "world";

/// Returns a line for each example of `rules` that fails; `load` gives the negotiation for a dossier.
///
/// # Errors
///
/// Fails where an example names a dossier that is not there.
pub(crate) fn failing(
    rules: &[Rule],
    load: impl Fn(&str) -> Result<Negotiation, Failure>,
) -> Result<Vec<String>, Failure> {
    let mut loaded: BTreeMap<String, Negotiation> = BTreeMap::new();
    let mut lines = Vec::new();
    for rule in rules {
        let silent = rule.silent.iter().map(|text| (text, &[][..], DOSSIER));
        let examples = rule
            .examples
            .iter()
            .map(|example| (&example.text, &example.gives[..], example.dossier.as_deref().unwrap_or(DOSSIER)));
        for (text, gives, dossier) in examples.chain(silent) {
            if !loaded.contains_key(dossier) {
                loaded.insert(dossier.to_owned(), load(dossier)?);
            }
            let Some(negotiation) = loaded.get_mut(dossier) else { continue };
            let corpus = negotiation.read(vec![Document::from_text("example", text.as_str())]);
            let wrong = faults(&corpus, gives);
            lines.extend(wrong.into_iter().map(|fault| format!("{}: rule {}: \"{text}\" {fault}", rule.file, rule.id)));
        }
    }
    Ok(lines)
}

/// What is wrong with the claims of an example that must hold those of `gives` and no other.
fn faults(corpus: &Corpus, gives: &[String]) -> Vec<String> {
    let mut unclaimed: Vec<&Claim> = corpus.claims.iter().collect();
    let mut faults = Vec::new();
    for line in gives {
        let wanted = match Given::parse(line) {
            Ok(wanted) => wanted,
            Err(fault) => {
                faults.push(fault);
                continue;
            }
        };
        match unclaimed.iter().position(|claim| answers(corpus, claim, &wanted)) {
            Some(at) => {
                unclaimed.remove(at);
            }
            None => faults.push(format!("does not give \"{line}\"")),
        }
    }
    faults.extend(unclaimed.iter().map(|claim| format!("gives \"{}\" too", written(corpus, claim))));
    faults
}

fn answers(corpus: &Corpus, claim: &Claim, given: &Given) -> bool {
    claim.kind == given.kind
        && claim.holders == given.holders
        && claim.status == given.status
        && given.toward.as_ref().is_none_or(|toward| *toward == claim.toward)
        && content(corpus, claim) == given.content
}

/// A claim in the form of an example.
fn written(corpus: &Corpus, claim: &Claim) -> String {
    let joined = |slugs: &[String]| if slugs.is_empty() { "-".to_owned() } else { slugs.join("+") };
    let toward = if claim.toward.is_empty() { String::new() } else { format!(">{}", joined(&claim.toward)) };
    let (kind, status) = (claim.kind.word(), claim.status.word());
    format!("{kind} {}{toward} {status} | {}", joined(&claim.holders), content(corpus, claim))
}

fn content<'a>(corpus: &'a Corpus, claim: &Claim) -> &'a str {
    corpus.documents.get(claim.document).map_or("", |document| claim.content.of(&document.text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use demarche::record::{Kind, Status};
    use demarche::text::Span;

    fn corpus() -> Corpus {
        let text = "Norland demanded a truce.";
        let span = |start, end| Span::new(start, end);
        let claim = Claim {
            id: "example-000001".into(),
            document: 0,
            kind: Kind::Demand,
            holders: vec!["norland".into()],
            toward: vec![],
            issues: vec![],
            status: Status::Stated,
            content: span(17, 24),
            quote: span(0, 25),
            cue: span(8, 16),
            frame: vec![],
            holder_spans: vec![],
            attribution: vec![],
            also: vec![],
            rule: "demand.verb".into(),
            reasons: vec![],
        };
        Corpus { documents: vec![Document::from_text("example", text)], claims: vec![claim], ..Corpus::default() }
    }

    #[test]
    fn an_example_must_give_what_it_says_and_no_more() {
        let given = ["demand norland | a truce".to_owned()];
        assert_eq!(faults(&corpus(), &given), Vec::<String>::new());
        assert_eq!(faults(&corpus(), &[]), ["gives \"demand norland stated | a truce\" too"]);
        let other = ["demand norland past | a truce".to_owned()];
        assert_eq!(faults(&corpus(), &other)[0], "does not give \"demand norland past | a truce\"");
    }
}
