//! The network of parties and issues, as `GraphML`: who takes which stance on what.
//!
//! Nodes are parties and issues; an edge goes from a party to an issue for each kind of stance that it takes on
//! it, with the number of claims as its weight. A claim that names no party or has no issue is no edge.
//! Source: <http://graphml.graphdrawing.org/primer/graphml-primer.html>.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::in_order;
use super::xml::escaped;
use crate::corpus::Corpus;
use crate::query::Glossary;
use crate::record::{Claim, Kind, Status};

/// The attributes: id, of what, name, type.
const KEYS: [(&str, &str, &str, &str); 10] = [
    ("label", "node", "label", "string"),
    ("type", "node", "type", "string"),
    ("role", "node", "role", "string"),
    ("held", "node", "claims", "int"),
    ("kind", "edge", "kind", "string"),
    ("weight", "edge", "weight", "double"),
    ("sources", "edge", "sources", "int"),
    ("unsettled", "edge", "unsettled", "int"),
    ("edge-label", "edge", "label", "string"),
    ("claims", "edge", "claims", "string"),
];

/// Renders `corpus` as one directed graph.
#[must_use]
pub fn render(corpus: &Corpus, glossary: &Glossary) -> String {
    let mut edges: BTreeMap<(usize, &str, usize, &str, Kind), Vec<&Claim>> = BTreeMap::new();
    for claim in in_order(corpus) {
        // The most specific issue alone: a claim on a timetable is not another claim on withdrawal.
        let Some(issue) = claim.issues.first() else { continue };
        for holder in &claim.holders {
            let (party, point) = (glossary.party_rank(holder), glossary.issue_rank(issue));
            edges.entry((party, holder, point, issue, claim.kind)).or_default().push(claim);
        }
    }
    let parties: BTreeSet<(usize, &str)> = edges.keys().map(|&(rank, slug, ..)| (rank, slug)).collect();
    let issues: BTreeSet<(usize, &str)> = edges.keys().map(|&(_, _, rank, slug, _)| (rank, slug)).collect();
    let mut out = head(&corpus.dossier);
    for (_, slug) in parties {
        let held = corpus.claims.iter().filter(|claim| claim.holders.iter().any(|holder| holder == slug)).count();
        let role = glossary.parties().iter().find(|party| party.slug == slug).map_or("", |party| party.role.as_str());
        node(&mut out, "party", slug, glossary.party_name(slug), role, held);
    }
    for (_, slug) in issues {
        let held = corpus.claims.iter().filter(|claim| claim.issues.iter().any(|issue| issue == slug)).count();
        node(&mut out, "issue", slug, glossary.issue_title(slug), "", held);
    }
    for (number, ((_, party, _, issue, kind), claims)) in edges.iter().enumerate() {
        let ends = format!(r#"source="party:{}" target="issue:{}""#, escaped(party), escaped(issue));
        line(&mut out, 4, &format!(r#"<edge id="e{number}" {ends}>"#));
        edge(&mut out, *kind, claims);
        line(&mut out, 4, "</edge>");
    }
    out.push_str("  </graph>\n</graphml>\n");
    out
}

fn head(dossier: &str) -> String {
    let mut out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
        <graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" \
        xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" \
        xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns \
        http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n"
        .to_owned();
    for (id, of, name, kind) in KEYS {
        line(&mut out, 2, &format!(r#"<key id="{id}" for="{of}" attr.name="{name}" attr.type="{kind}"/>"#));
    }
    line(&mut out, 2, &format!(r#"<graph id="{}" edgedefault="directed">"#, escaped(dossier)));
    out
}

fn node(out: &mut String, what: &str, slug: &str, label: &str, role: &str, held: usize) {
    line(out, 4, &format!(r#"<node id="{what}:{}">"#, escaped(slug)));
    data(out, "label", label);
    data(out, "type", what);
    if !role.is_empty() {
        data(out, "role", role);
    }
    data(out, "held", &held.to_string());
    line(out, 4, "</node>");
}

/// Writes the attributes of the edge for `claims`, all of one kind.
fn edge(out: &mut String, kind: Kind, claims: &[&Claim]) {
    let sources: BTreeSet<usize> = claims.iter().map(|claim| claim.document).collect();
    let unsettled = claims.iter().filter(|claim| claim.status != Status::Stated).count();
    let ids: Vec<&str> = claims.iter().map(|claim| claim.id.as_str()).collect();
    data(out, "kind", kind.word());
    data(out, "weight", &claims.len().to_string());
    data(out, "sources", &sources.len().to_string());
    data(out, "unsettled", &unsettled.to_string());
    data(out, "edge-label", kind.word());
    data(out, "claims", &ids.join("; "));
}

fn data(out: &mut String, key: &str, value: &str) {
    line(out, 6, &format!(r#"<data key="{key}">{}</data>"#, escaped(value)));
}

fn line(out: &mut String, indent: usize, line: &str) {
    // Writing to a string cannot fail.
    let _ = writeln!(out, "{:indent$}{line}", "");
}
