//! The form that narrows the positions down, and where it says how many are left.

use maud::{Markup, html};

use super::names::{Names, label};
use crate::corpus::Corpus;
use crate::record::{Kind, Status};

/// Writes the form; without a script it could do nothing, so it is hidden until the script shows it.
pub(super) fn form(corpus: &Corpus, names: &Names) -> Markup {
    let parties: Vec<&str> = names.parties.iter().map(|slug| names.party(slug)).collect();
    let issues: Vec<&str> = names.issues.iter().map(|slug| names.issue(slug)).collect();
    let kinds: Vec<&str> = Kind::ALL.iter().map(|&kind| label(kind)).collect();
    let sources: Vec<&str> = names.sources.iter().map(String::as_str).collect();
    let statuses: Vec<&str> = Status::ALL.iter().map(|status| status.word()).collect();
    html! {
        form #filters role="search" aria-label="Filter the positions" hidden {
            (choice("party", "Party", "All parties", &parties))
            (choice("kind", "Kind", "All kinds", &kinds))
            (choice("issue", "Issue", "All issues", &issues))
            (choice("source", "Source", "All sources", &sources))
            (choice("status", "Status", "Any status", &statuses))
            div.field.search {
                label for="f-text" { "Words in the quote" }
                input #f-text name="text" type="search" autocomplete="off" spellcheck="false";
            }
            button type="reset" { "Clear" }
            p #count role="status" aria-live="polite" { (corpus.claims.len()) " claims" }
        }
        p #nothing.none hidden { "No claim fits all of this." }
    }
}

/// A list to choose one of `options` from, by its place, or all.
fn choice(name: &str, title: &str, all: &str, options: &[&str]) -> Markup {
    html! {
        div.field {
            label for={ "f-" (name) } { (title) }
            select id={ "f-" (name) } name=(name) {
                option value="" { (all) }
                @for (at, option) in options.iter().enumerate() { option value=(at) { (option) } }
            }
        }
    }
}
