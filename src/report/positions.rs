//! The positions of each party, issue by issue.
//!
//! Every claim is one item with a link to its words in the article: `p12` here, `c12` there. Long lists are cut into
//! pieces, so that a browser lays out only what is in view.

use maud::{Markup, html};

use super::claim;
use super::flow::shown;
use super::names::Names;
use crate::corpus::Corpus;
use crate::query::group::{Counts, HolderGroup, IssueGroup};
use crate::render::phrases;

/// Items of one piece of a list.
const PIECE: usize = 50;

/// Writes every claim under who holds it and what it is about.
pub(super) fn positions(corpus: &Corpus, names: &Names, groups: &[HolderGroup]) -> Markup {
    html! {
        @for (at, group) in groups.iter().enumerate() { (party(corpus, names, group, at)) }
    }
}

/// Writes the name of a party as a link to the first group that it belongs to.
pub(super) fn link(names: &Names, groups: &[HolderGroup], slug: &str) -> Markup {
    let name = shown(names.party(slug));
    let at = groups.iter().position(|group| group.holders.contains(&slug));
    html! { @if let Some(at) = at { a href={ "#group-" (at) } { (name) } } @else { (name) } }
}

fn party(corpus: &Corpus, names: &Names, group: &HolderGroup, at: usize) -> Markup {
    let id = format!("group-{at}");
    let counts = Counts::of(group.issues.iter().flat_map(|issue| issue.claims.iter().copied()));
    html! {
        section.party id=(id) aria-labelledby={ (id) "-head" } {
            h3 id={ (id) "-head" } { (shown(&names.holders(&group.holders))) }
            p.tally { (phrases::counts(counts)) }
            @for group in &group.issues { (issue(corpus, names, group)) }
        }
    }
}

fn issue(corpus: &Corpus, names: &Names, group: &IssueGroup) -> Markup {
    let title = group.issue.map_or("On no issue of the dossier", |slug| names.issue(slug));
    html! {
        section.issue {
            h4 { (shown(title)) }
            @for piece in group.claims.chunks(PIECE) {
                ul.claims.long[piece.len() == PIECE] {
                    @for claim in piece {
                        li.claim id={ "p" (names.number(claim)) } { (claim::line(corpus, names, claim)) }
                    }
                }
            }
        }
    }
}
