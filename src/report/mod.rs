//! One self-contained page: what was found, every claim within reach of the words it stands on.
//!
//! The page needs nothing but itself: style sheet and script stand in it, and its policy forbids anything else. It
//! can be read without the script, which draws and filters the positions and shows a claim in its place. What comes
//! from an article is escaped wherever it stands. The same corpus gives the same bytes.

mod articles;
mod claim;
mod filters;
mod flow;
mod grid;
mod names;
mod people;
mod policy;
mod positions;
mod records;
mod shell;
mod sources;
mod summary;
mod timeline;

use maud::{DOCTYPE, PreEscaped, html};

use crate::compare;
use crate::corpus::Corpus;
use crate::matrix::Axis;
use crate::query::Glossary;
use crate::query::group::{HolderGroup, by_holder};
use crate::record::Claim;
use crate::rules::Rule;
use crate::timeline::Timeline;
use flow::Flow;
use names::Names;
use shell::Section;

const STYLE: &str = concat!(include_str!("page/style.css"), include_str!("page/print.css"));
const SCRIPT: &str = concat!(
    "\"use strict\";\n",
    include_str!("page/records.js"),
    include_str!("page/list.js"),
    include_str!("page/panel.js"),
    include_str!("page/filter.js")
);

/// What a page is made from.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// The title of the negotiation.
    pub title: &'a str,
    /// The articles and what was found in them.
    pub corpus: &'a Corpus,
    /// What parties and issues are called.
    pub glossary: &'a Glossary,
    /// The rules that found the claims, for what each looks for.
    pub rules: &'a [Rule],
}

/// Returns the page.
#[must_use]
pub fn page(subject: &Subject) -> String {
    let Subject { corpus, glossary, .. } = *subject;
    let names = Names::new(corpus, glossary);
    let flows: Vec<Flow> = corpus.documents.iter().map(Flow::new).collect();
    let groups = by_holder(glossary, &corpus.claims.iter().collect::<Vec<_>>());
    let records = records::island(corpus, &names, &groups, &flows, subject.rules);
    let sections = sections(subject, &names, &groups, &flows);
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            (shell::head(subject.title, STYLE, SCRIPT))
            body {
                a.skip href="#main" { "Skip to the content" }
                (shell::top(subject, &names, &sections))
                main #main tabindex="-1" { (shell::body(&sections)) }
                (shell::foot())
                (shell::panel())
                script #records type="application/json" { (PreEscaped(records)) }
                script { (PreEscaped(SCRIPT)) }
            }
        }
    };
    page.into_string()
}

/// The sections of the page in the order of its menu.
fn sections(subject: &Subject, names: &Names, groups: &[HolderGroup], flows: &[Flow]) -> Vec<Section> {
    let Subject { corpus, glossary, .. } = *subject;
    let claims: Vec<&Claim> = corpus.claims.iter().collect();
    let every: Vec<usize> = (0..corpus.documents.len()).collect();
    let comparison = compare::issues(corpus, &every, &claims, &[]);
    let timeline = Timeline::new(corpus, &claims);
    let section = |id, title, lead, body| Section { id, title, lead, body };
    vec![
        section(
            "summary",
            "Summary",
            "Who takes part, what is settled, what is not, and on what the sources do not agree.",
            summary::summary(subject, names, groups, &comparison),
        ),
        section(
            "matrix",
            "Matrix",
            "Each party's stance on each issue at a glance; ×2 is the number of independent sources. A click shows what stands behind it.",
            grid::grid(subject, names, &comparison.origins, Axis::Party),
        ),
        section(
            "positions",
            "Positions",
            "Each party's positions, issue by issue. A click on one shows its words in place and how they were read.",
            html! { (shell::key()) (filters::form(corpus, names)) div #list { (positions::unscripted(corpus, names, groups)) } },
        ),
        section(
            "sources",
            "Sources compared",
            "What the sources say of one issue, side by side. A source that is not listed says nothing of it.",
            sources::sources(corpus, glossary, names, &comparison),
        ),
        section(
            "timeline",
            "Timeline",
            "Positions in the order of time, by the firmest date there is: when it happened, when it was said, when it was published.",
            timeline::timeline(corpus, names, &timeline, &timeline.turns(&comparison)),
        ),
        section("people", "People", "Who is named, in what role.", people::people(corpus, glossary, names)),
        section(
            "articles",
            "Articles",
            "The text of every article with its claims marked; menus and related links are left out.",
            articles::articles(corpus, names, flows),
        ),
    ]
}
