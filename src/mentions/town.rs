//! Towns that bargain: "Selby city council wants", "the city of Selby and its landlords".
//!
//! A town is a party where the text says that its council or the city itself acts; as a place it is none. Its name then
//! stands for it throughout, also where it is the capital of a state.

use super::name_word::{is_name_word, is_subject, words};
use crate::language::Tag;
use crate::language::named;
use crate::language::parse::Parse;
use crate::language::phrase::Phrase;
use crate::language::word_list::{WordList, words};

/// Who acts for a town.
const RULERS: &WordList = words!["council", "hall", "government", "authority", "administration"];
/// What a town is called.
const TOWNS: &WordList = words!["city", "town", "borough", "municipality"];
/// Who belongs to a town as to no state.
const PEOPLE: &WordList = words![
    "commissioner",
    "councillor",
    "councillors",
    "council",
    "landlords",
    "mayor",
    "nurses",
    "taxpayers",
    "teachers",
    "tenants",
];
/// What the town and those who act for it are called once it is known.
pub(super) const ROLES: &[&str] = &["city", "council", "municipality", "town"];

/// Tells whether the sentence speaks of a town at all, without which none acts in it.
fn is_told_of(parse: &Parse<'_>) -> bool {
    parse.tokens.iter().any(|token| parse.is_in(token.word, TOWNS))
}

/// The name of a town that acts in the sentence.
pub(super) fn acting(parse: &Parse<'_>) -> Option<Vec<String>> {
    if !is_told_of(parse) {
        return None;
    }
    (0..parse.phrases().len()).filter(|&at| acts(parse, at)).find_map(|at| {
        let phrase = parse.phrases()[at];
        ruled(parse, &phrase).or_else(|| called(parse, &phrase))
    })
}

/// Tells whether the sentence has "the city council" or "the city" act without its name.
pub(super) fn acts_unnamed(parse: &Parse<'_>) -> bool {
    is_told_of(parse)
        && (0..parse.phrases().len()).filter(|&at| acts(parse, at)).any(|at| {
            let phrase = parse.phrases()[at];
            let the = parse.word(phrase.first) == named::THE;
            let town = phrase.first + 1;
            the && parse.reads(town, TOWNS)
                && (town == phrase.head || town + 1 == phrase.head && parse.reads(phrase.head, RULERS))
        })
}

/// "Selby's housing commissioner", "Selby's landlords": the name of a town by those who live in it or run it.
pub(super) fn home(parse: &Parse<'_>) -> Option<Vec<String>> {
    parse.phrases().iter().find_map(|phrase| {
        let (first, last) = phrase.possessor.filter(|_| parse.reads(phrase.head, PEOPLE))?;
        named(parse, first, last)
    })
}

/// Tells whether a phrase is a subject or one of those "between" or "with" whom something is.
fn acts(parse: &Parse<'_>, at: usize) -> bool {
    let before = parse.phrases()[at].first.checked_sub(1).map(|before| parse.word(before));
    // "the council and Selby, an association of owners, have met"
    let and = parse.phrases()[at].last + 1;
    let beside = parse.phrase_at(and + 1).filter(|_| parse.tag(and) == Tag::Coordinator);
    let beside = beside.is_some_and(|other| {
        let next = parse.phrase_at(parse.phrases()[other].last + 1);
        is_subject(parse, other) || next.is_some_and(|next| is_subject(parse, next))
    });
    is_subject(parse, at)
        || beside
        || before.is_some_and(|word| [named::WITH, named::BETWEEN, named::BY].contains(&word))
}

/// "Selby city council", "Selby's town hall".
fn ruled(parse: &Parse<'_>, phrase: &Phrase) -> Option<Vec<String>> {
    let town = phrase.head.checked_sub(1).filter(|&town| town > phrase.first && parse.reads(town, TOWNS))?;
    let small = !parse.tokens[town].capital && parse.reads(phrase.head, RULERS);
    let last = phrase.possessor.map_or(town - 1, |(_, last)| last);
    named(parse, phrase.first, last).filter(|_| small)
}

/// "the city of Selby".
fn called(parse: &Parse<'_>, phrase: &Phrase) -> Option<Vec<String>> {
    let of = phrase.last + 1;
    let bare = phrase.head == phrase.first + 1 && parse.word(phrase.first) == named::THE;
    let town = bare && parse.reads(phrase.head, TOWNS) && parse.word(of) == named::OF;
    let next = parse.phrases()[parse.phrase_at(of + 1).filter(|_| town)?];
    named(parse, next.first, next.last)
}

/// The words `first..=last`, where all of them are those of a name.
fn named(parse: &Parse<'_>, first: usize, last: usize) -> Option<Vec<String>> {
    // "INTERVIEW Selby's mayor"
    let shouted = |at: &usize| *at < last && !parse.text_at(*at).chars().any(char::is_lowercase);
    let first = (first..=last).find(|at| !shouted(at))?;
    let all = first <= last && (first..=last).all(|at| is_name_word(parse, at));
    all.then(|| words(parse, first, last))
}

#[cfg(test)]
mod tests {
    use crate::mentions::tests::stands_for;

    #[test]
    fn a_town_whose_council_acts_is_a_party_also_where_it_is_a_capital() {
        let text =
            "Lima city council and the tenants' union met on Monday. The council wants a register. Lima refused.";
        stands_for(text, "Lima", "lima");
        let text = "Lima's landlords met the city council. The city council wants a register. The council refused.";
        stands_for(text, "The council", "lima");
        stands_for("The city of Selby rejected the claim. The city offered two.", "The city", "selby");
    }

    #[test]
    fn a_town_in_which_something_happens_is_none() {
        stands_for("Peru and Chile met in the city of Lima. Lima refused.", "Lima", "peru");
    }
}
