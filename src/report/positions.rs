//! The positions of each party, issue by issue.
//!
//! The script draws the list from the records, short lists whole and long ones as they are asked for; [`Party`] is
//! what it knows of their order. Readers without scripts have the list as HTML, which a browser that runs scripts takes
//! for one piece of text. Every claim is one item with a link to its words in the article: `p12` here, `c12` there.

use maud::{Markup, html};
use serde::Serialize;

use super::claim;
use super::flow::shown;
use super::names::Names;
use crate::corpus::Corpus;
use crate::query::group::{Counts, HolderGroup, IssueGroup};
use crate::render::phrases;

/// With more claims than this the list for readers without scripts shows the first few of every issue.
const WHOLE: usize = 2_000;

/// How many those few are.
const FEW: usize = 5;

/// A party, or several together, with the claims that it holds.
#[derive(Debug, Serialize)]
pub(super) struct Party {
    name: String,
    /// How many claims of each kind, in words.
    tally: String,
    /// The title of each issue, with the numbers of the claims on it.
    issues: Vec<(String, Vec<usize>)>,
}

/// Returns the parties in the order of the list.
pub(super) fn parties(names: &Names, groups: &[HolderGroup]) -> Vec<Party> {
    let issue = |issue: &IssueGroup| {
        let numbers = issue.claims.iter().map(|claim| names.number(claim));
        (title(names, issue), numbers.collect())
    };
    let party = |group: &HolderGroup| Party {
        name: shown(&names.holders(&group.holders)).into_owned(),
        tally: tally(group),
        issues: group.issues.iter().map(issue).collect(),
    };
    groups.iter().map(party).collect()
}

/// Writes the list for readers without scripts.
pub(super) fn unscripted(corpus: &Corpus, names: &Names, groups: &[HolderGroup]) -> Markup {
    let most = if corpus.claims.len() > WHOLE { FEW } else { WHOLE };
    html! {
        noscript {
            @for (at, group) in groups.iter().enumerate() {
                section.party id={ "group-" (at) } {
                    h3 { (shown(&names.holders(&group.holders))) }
                    p.tally { (tally(group)) }
                    @for issue in &group.issues { (self::issue(corpus, names, issue, most)) }
                }
            }
        }
    }
}

/// Writes the name of a party as a link to the first group that it belongs to.
pub(super) fn link(names: &Names, groups: &[HolderGroup], slug: &str) -> Markup {
    let name = shown(names.party(slug));
    let at = groups.iter().position(|group| group.holders.contains(&slug));
    html! { @if let Some(at) = at { a href={ "#group-" (at) } { (name) } } @else { (name) } }
}

fn issue(corpus: &Corpus, names: &Names, group: &IssueGroup, most: usize) -> Markup {
    let rest = group.claims.len().saturating_sub(most);
    html! {
        section.issue {
            h4 { (title(names, group)) }
            ul.claims {
                @for claim in group.claims.iter().take(most) {
                    li.claim id={ "p" (names.number(claim)) } { (claim::line(corpus, names, claim)) }
                }
                @if rest > 0 { li.more { (phrases::count(rest, "more claim", "more claims")) ", marked in the articles" } }
            }
        }
    }
}

fn title(names: &Names, group: &IssueGroup) -> String {
    shown(group.issue.map_or("On no issue of the dossier", |slug| names.issue(slug))).into_owned()
}

fn tally(group: &HolderGroup) -> String {
    phrases::counts(Counts::of(group.issues.iter().flat_map(|issue| issue.claims.iter().copied())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::group::by_holder;
    use crate::query::group::tests::{corpus, glossary};

    #[test]
    fn every_claim_is_in_the_list_once() {
        let (corpus, glossary) = (corpus(), glossary());
        let groups = by_holder(&glossary, &corpus.claims.iter().collect::<Vec<_>>());
        let parties = parties(&Names::new(&corpus, &glossary), &groups);
        let mut numbers: Vec<usize> =
            parties.iter().flat_map(|party| &party.issues).flat_map(|(_, claims)| claims.iter().copied()).collect();
        numbers.sort_unstable();
        assert_eq!(numbers, (0..corpus.claims.len()).collect::<Vec<_>>());
    }

    #[test]
    fn a_long_list_without_scripts_shows_the_first_of_every_issue() {
        let (mut corpus, glossary) = (corpus(), glossary());
        let one = corpus.claims[0].clone();
        corpus.claims =
            (0..=WHOLE).map(|at| crate::record::Claim { id: format!("herald-{at:06}"), ..one.clone() }).collect();
        let groups = by_holder(&glossary, &corpus.claims.iter().collect::<Vec<_>>());
        let list = unscripted(&corpus, &Names::new(&corpus, &glossary), &groups).into_string();
        assert_eq!(list.matches("<li class=\"claim\"").count(), FEW);
        assert!(list.contains("1,996 more claims, marked in the articles"), "{list}");
    }
}
