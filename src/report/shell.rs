//! What stands around the sections: the head of the document, the title with its figures, the panel for one claim.

use maud::{Markup, PreEscaped, html};

use super::Subject;
use super::flow::shown;
use super::names::{Names, date, label};
use super::policy::policy;
use crate::corpus::Corpus;
use crate::query::group::Counts;
use crate::record::Kind;
use crate::render::phrases;

/// A part of the page that the menu leads to.
#[derive(Debug)]
pub(super) struct Section {
    /// Its anchor.
    pub(super) id: &'static str,
    /// Its heading, which is its name in the menu too.
    pub(super) title: &'static str,
    /// What a reader finds there.
    pub(super) lead: &'static str,
    /// What stands there.
    pub(super) body: Markup,
}

/// Writes the head of the document with the policy, which comes before everything it governs.
pub(super) fn head(title: &str, style: &str, script: &str) -> Markup {
    html! {
        head {
            meta charset="utf-8";
            meta http-equiv="Content-Security-Policy" content=(policy(style, script));
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="color-scheme" content="light dark";
            meta name="referrer" content="no-referrer";
            meta name="generator" content={ "demarche " (env!("CARGO_PKG_VERSION")) };
            title { "Positions: " (shown(title)) }
            style { (PreEscaped(style)) }
        }
    }
}

/// Writes the title, what was read, the key to the colours, and the menu.
pub(super) fn top(subject: &Subject, names: &Names, sections: &[Section]) -> Markup {
    let corpus = subject.corpus;
    html! {
        header.top {
            h1 { (shown(subject.title)) }
            p.lead { "Who demands, refuses, offers, agreed to or leaves open what, and according to whom. Every point leads to the words it stands on." }
            p.figures { (figures(corpus, names)) }
            @if corpus.claims.is_empty() { p.note { "No claim was found in " (phrases::articles(corpus)) "." } }
        }
        nav aria-label="Sections" { ul { @for section in sections { li { a href={ "#" (section.id) } { (section.title) } } } } }
        noscript { p.note { "Scripts are off, so the filters and the panel for a single claim are not there. Everything else is: each claim under its party leads to its words in the article, and each marked passage leads back." } }
    }
}

fn figures(corpus: &Corpus, names: &Names) -> String {
    let mut parts = vec![phrases::articles(corpus)];
    parts.extend(period(corpus));
    parts.push(phrases::count(names.parties.len(), "party", "parties"));
    parts.push(phrases::counts(Counts::of(&corpus.claims)));
    parts.join(" · ")
}

/// The first and the last date of publication, in words, and how many articles have none.
fn period(corpus: &Corpus) -> Option<String> {
    let dates = corpus.documents.iter().filter_map(|document| document.date.as_deref());
    let (first, last) = (dates.clone().min()?, dates.clone().max()?);
    let period = if first == last { date(first) } else { format!("{} to {}", date(first), date(last)) };
    let undated = corpus.documents.len() - dates.count();
    Some(if undated == 0 { period } else { format!("{period} ({undated} without a date)") })
}

/// Writes the sections.
pub(super) fn body(sections: &[Section]) -> Markup {
    html! {
        @for Section { id, title, lead, body } in sections {
            section.part id=(id) aria-labelledby={ (id) "-head" } {
                h2 id={ (id) "-head" } { (title) }
                p.lead { (lead) }
                (body)
            }
        }
    }
}

/// Writes what the colours mean.
pub(super) fn key() -> Markup {
    let means = |kind| match kind {
        Kind::Demand => "wants another to do, stop, give or accept something",
        Kind::RedLine => "refuses something or calls it untouchable",
        Kind::Offer => "is willing to give, accept or do something",
        Kind::Agreed => "accepted, decided or committed to, together or as a result of the talks",
        Kind::Open => "reported as not agreed, disputed, unclear or off the agenda",
    };
    html! {
        dl.key {
            @for &kind in Kind::ALL {
                div { dt.kind.{ "k-" (kind.word()) } id={ "key-" (kind.word()) } { (label(kind)) } dd { (means(kind)) } }
            }
        }
    }
}

/// Writes the foot of the page.
pub(super) fn foot() -> Markup {
    html! {
        footer {
            p {
                "Read by demarche " (env!("CARGO_PKG_VERSION")) " from the articles below, by rules; nobody is declared right. "
                "What an article does not say is not here, and what it says is quoted as it stands."
            }
        }
    }
}

/// Writes the panel that shows one claim; the script fills it.
pub(super) fn panel() -> Markup {
    html! {
        dialog #panel aria-labelledby="panel-title" {
            div.bar {
                button #panel-back type="button" { "Previous" }
                button #panel-next type="button" { "Next" }
                button #panel-close type="button" { "Close" }
            }
            h2 #panel-title tabindex="-1" {}
            div #panel-place {}
            p { a #panel-go href="#articles" { "Read it in the article" } }
            dl #panel-chain {}
        }
    }
}
