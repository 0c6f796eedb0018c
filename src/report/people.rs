//! The people named in the articles.

use maud::{Markup, html};

use super::flow::shown;
use super::names::Names;
use crate::corpus::Corpus;
use crate::query::Glossary;
use crate::record::Person;
use crate::render::phrases;

/// Writes one row a person, with role, party, spellings, and the articles that name them.
pub(super) fn people(corpus: &Corpus, glossary: &Glossary, names: &Names) -> Markup {
    if corpus.people.is_empty() {
        return html! { p.none { "No person is named." } };
    }
    html! {
        div.wide role="region" aria-labelledby="people-head" tabindex="0" {
            table.people {
                thead { tr { th scope="col" { "Name" } th scope="col" { "Role" } th scope="col" { "Party" } th scope="col" { "Named in" } } }
                tbody { @for person in &corpus.people { (row(person, glossary, names)) } }
            }
        }
    }
}

fn row(person: &Person, glossary: &Glossary, names: &Names) -> Markup {
    let mut articles: Vec<usize> = person.mentions.iter().map(|(document, _)| *document).collect();
    articles.dedup();
    html! {
        tr {
            th scope="row" {
                (shown(&person.name))
                @if !person.variants.is_empty() { " " span.says { "also " (shown(&person.variants.join(", "))) } }
            }
            td { (shown(person.role.as_deref().unwrap_or(""))) }
            td { (shown(person.party.as_deref().map_or("", |slug| glossary.party_name(slug)))) }
            td {
                @match articles[..] {
                    [one] => { a href={ "#d" (one) } { (shown(&names.sources[one])) } }
                    _ => { (phrases::count(articles.len(), "article", "articles")) }
                }
                ", " (phrases::count(person.mentions.len(), "time", "times"))
            }
        }
    }
}
