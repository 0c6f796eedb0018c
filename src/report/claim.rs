//! One claim on the page: a link to its words, and the line that says whose it is and who says so.

use maud::{Markup, html};

use super::flow::shown;
use super::names::{Names, label};
use crate::corpus::Corpus;
use crate::record::{Claim, Kind, Status};

/// Writes the words of a claim as a link to where they stand.
pub(super) fn point(corpus: &Corpus, names: &Names, claim: &Claim) -> Markup {
    let text = corpus.documents.get(claim.document).map_or("", |document| claim.content.of(&document.text));
    html! { a.point href={ "#c" (names.number(claim)) } { (shown(text)) } }
}

/// Writes the kind of a claim as a badge.
pub(super) fn badge(kind: Kind) -> Markup {
    html! { span.kind.{ "k-" (kind.word()) } { (label(kind)) } }
}

/// Writes how firmly a claim is reported, where it is more than stated.
pub(super) fn status(claim: &Claim) -> Markup {
    html! {
        @if claim.status != Status::Stated { " " span.status.{ "s-" (claim.status.word()) } { (claim.status.word()) } }
    }
}

/// Writes a claim with kind, words, status, whom it is aimed at, source and date.
pub(super) fn line(corpus: &Corpus, names: &Names, claim: &Claim) -> Markup {
    html! { (badge(claim.kind)) " " (words(corpus, names, claim)) }
}

/// Writes a claim as [`line()`] does, with its holders.
pub(super) fn held(corpus: &Corpus, names: &Names, claim: &Claim) -> Markup {
    let holders = names.holders(&claim.holders);
    html! { (badge(claim.kind)) " " span.strong { (shown(&holders)) } ": " (words(corpus, names, claim)) }
}

fn words(corpus: &Corpus, names: &Names, claim: &Claim) -> Markup {
    html! {
        (point(corpus, names, claim)) (status(claim)) " "
        span.says {
            @if !claim.toward.is_empty() { "toward " (shown(&names.holders(&claim.toward))) " · " }
            (shown(&names.says(claim)))
        }
    }
}

/// Writes `words` as a link to `claims`: the script shows them together under `title`; without it the link leads to
/// the words of the first.
pub(super) fn several(names: &Names, claims: &[&Claim], title: &str, words: &Markup) -> Markup {
    let numbers: Vec<String> = claims.iter().map(|claim| names.number(claim).to_string()).collect();
    let first = numbers.first().map_or("", String::as_str);
    html! { a.several href={ "#c" (first) } data-claims=(numbers.join(" ")) data-title=(shown(title)) { (words) } }
}

/// Writes the sentence in which a claim stands.
pub(super) fn quote(corpus: &Corpus, claim: &Claim) -> Markup {
    let text = corpus.documents.get(claim.document).map_or("", |document| claim.quote.of(&document.text));
    html! { p.quoted { "“" (shown(text)) "”" } }
}
