//! Towns that bargain: "Selby city council wants", "the city of Selby and its landlords".
//!
//! A town is a party where the text says that its council or the city itself acts; as a place it is none. Its name then
//! stands for it throughout, also where it is the capital of a state.

use super::name_word::{is_name_word, is_subject, words};
use crate::language::parse::Parse;
use crate::language::phrase::Phrase;

/// Who acts for a town.
const RULERS: &[&str] = &["council", "hall", "government", "authority", "administration"];
/// What a town is called.
const TOWNS: &[&str] = &["city", "town", "borough", "municipality"];
/// What the town and those who act for it are called once it is known.
pub(super) const ROLES: &[&str] = &["city", "council", "municipality", "town"];

/// The name of a town that acts in the sentence.
pub(super) fn acting(parse: &Parse<'_>) -> Option<Vec<String>> {
    let lexicon = &parse.language.lexicon;
    if !TOWNS.iter().any(|town| parse.may_hold(lexicon.word(town))) {
        return None;
    }
    (0..parse.phrases().len()).filter(|&at| acts(parse, at)).find_map(|at| {
        let phrase = parse.phrases()[at];
        ruled(parse, &phrase).or_else(|| called(parse, &phrase))
    })
}

/// Tells whether a phrase is a subject or one of those "between" or "with" whom something is.
fn acts(parse: &Parse<'_>, at: usize) -> bool {
    let words = parse.words();
    let before = parse.phrases()[at].first.checked_sub(1).map(|before| parse.word(before));
    is_subject(parse, at) || before.is_some_and(|word| [words.with, words.between, words.by].contains(&word))
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
    let bare = phrase.head == phrase.first + 1 && parse.word(phrase.first) == parse.words().the;
    let town = bare && parse.reads(phrase.head, TOWNS) && parse.word(of) == parse.words().of;
    let next = parse.phrases()[parse.phrase_at(of + 1).filter(|_| town)?];
    named(parse, next.first, next.last)
}

/// The words `first..=last`, where all of them are those of a name.
fn named(parse: &Parse<'_>, first: usize, last: usize) -> Option<Vec<String>> {
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
        stands_for("The city of Selby rejected the claim. The city offered two.", "The city", "selby");
    }

    #[test]
    fn a_town_in_which_something_happens_is_none() {
        stands_for("Peru and Chile met in the city of Lima. Lima refused.", "Lima", "peru");
    }
}
