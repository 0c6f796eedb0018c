//! Claims put together by point, whatever their articles call it.
//!
//! Claims meet only under the name of their point, so the work grows with the number of claims. The order of the claims
//! does not change the points: those that say most come first.

use std::collections::BTreeMap;

use std::sync::Arc;

use foldhash::{HashMap, HashMapExt as _};

use super::CATCH_ALL;
use super::point::Matter;
use crate::corpus::Corpus;
use crate::record::Claim;

/// A claim with what it is about.
#[derive(Debug, Clone)]
pub(super) struct Read<'a> {
    pub(super) claim: &'a Claim,
    /// Nothing where its words say nothing.
    pub(super) matter: Option<Arc<Matter>>,
}

/// Claims on one point; the first says most of it.
#[derive(Debug, Clone)]
pub(super) struct Group<'a> {
    /// The issue that most of the claims are on; empty where none of them is on any.
    pub(super) issue: &'a str,
    pub(super) members: Vec<Read<'a>>,
}

/// Groups `claims` by point; `asked` are the issues that count, empty for all.
pub(super) fn groups<'a>(corpus: &Corpus, claims: &[&'a Claim], asked: &[String]) -> Vec<Group<'a>> {
    let text = |claim: &Claim| corpus.documents.get(claim.document).map_or("", |document| document.text.as_str());
    let read = |&claim: &&'a Claim| Read {
        claim,
        matter: Matter::read(text(claim), claim.content, claim.quote).map(Arc::new),
    };
    let mut reads: Vec<Read<'a>> = claims.iter().map(read).collect();
    reads.sort_by_key(|read| (std::cmp::Reverse(says(read)), read.claim.document, read.claim.content));
    let mut by_name: BTreeMap<String, Vec<Group<'a>>> = BTreeMap::new();
    let mut alone = Vec::new();
    for read in reads {
        let Some(matter) = &read.matter else {
            alone.push(Group { issue: "", members: vec![read] });
            continue;
        };
        let groups = by_name.entry(matter.name.clone()).or_default();
        match groups.iter_mut().find(|group| meets(&group.members[0], read.claim, matter)) {
            Some(group) => group.members.push(read),
            None => groups.push(Group { issue: "", members: vec![read] }),
        }
    }
    let mut groups: Vec<Group<'a>> = by_name.into_values().flatten().chain(alone).collect();
    for group in &mut groups {
        group.issue = issue(&group.members, asked);
    }
    groups
}

/// Tells whether a claim is on the point of the first of a group.
///
/// Where it matters whose the point is and that is not sure, the claims must share an issue, or the owner that one names
/// must be one of the other's parties.
fn meets(first: &Read<'_>, claim: &Claim, matter: &Matter) -> bool {
    let Some(one) = &first.matter else { return false };
    let owner = |slug: &String| claim.holders.contains(slug) || claim.toward.contains(slug);
    let related =
        || claim.issues.iter().any(|issue| first.claim.issues.contains(issue)) || one.owners().iter().any(owner);
    one.meets(matter) && (!one.is_unsure_with(matter) || related())
}

/// How much a claim says of its point: whose it is, then what it is about.
fn says(read: &Read<'_>) -> (bool, usize) {
    read.matter.as_ref().map_or((false, 0), |matter| (!matter.owners().is_empty(), matter.about.len()))
}

/// The issue that most members are on, by the first of each that counts; among equals the first in the alphabet.
fn issue<'a>(members: &[Read<'a>], asked: &[String]) -> &'a str {
    let counts = |issue: &&String| *issue != CATCH_ALL && (asked.is_empty() || asked.contains(issue));
    let mut count: HashMap<&str, usize> = HashMap::new();
    for issue in members.iter().filter_map(|read| read.claim.issues.iter().find(counts)) {
        *count.entry(issue).or_default() += 1;
    }
    let best = count.into_iter().max_by_key(|&(issue, count)| (count, std::cmp::Reverse(issue)));
    best.map_or("", |(issue, _)| issue)
}
