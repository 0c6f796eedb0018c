//! Wishes: clauses behind "demand that", "a proposal that", "it is essential that" have their verb in the base form.

use super::{Classes, Tag, Tagger};
use crate::language::named as w;
use crate::language::word_list::{WordList, words};

/// Verbs, nouns and adjectives whose clause says what is to be, by lemma.
const WISHES: &WordList = words![
    "demand",
    "insist",
    "require",
    "propose",
    "recommend",
    "request",
    "ask",
    "urge",
    "suggest",
    "stipulate",
    "order",
    "prefer",
    "insistence",
    "requirement",
    "proposal",
    "recommendation",
    "stipulation",
    "condition",
    "plea",
    "essential",
    "imperative",
    "vital",
    "crucial",
    "necessary",
];

/// Tells whether the noun phrase that ends at `anchor` is the subject of a clause that a wish opens with "that".
pub(super) fn governs(tagger: &Tagger, anchor: usize) -> bool {
    wish(tagger, anchor).is_some()
}

/// As [`governs`], for a form that may be a past too: what is suggested may well have happened.
pub(super) fn asks(tagger: &Tagger, anchor: usize) -> bool {
    wish(tagger, anchor).is_some_and(|it| tagger.tokens[it].lemma != w::SUGGEST)
}

/// The wish that opens with "that" the clause whose subject ends at `anchor`.
fn wish(tagger: &Tagger, anchor: usize) -> Option<usize> {
    let that = opener(tagger, anchor).filter(|&that| tagger.word(that) == w::THAT)?;
    let told = tagger.before(that).filter(|&it| tagger.tag(it) == Tag::Coordinator).and_then(|it| earlier(tagger, it));
    told.or_else(|| governor(tagger, that)).filter(|&it| is(tagger, it))
}

/// Tells whether the word at `at` is one of a wish.
pub(super) fn is(tagger: &Tagger, at: usize) -> bool {
    WISHES.holds(tagger.lexicon, tagger.tokens[at].lemma)
}

/// The word that opens the clause whose subject ends at `anchor`.
fn opener(tagger: &Tagger, anchor: usize) -> Option<usize> {
    (0..=anchor)
        .rev()
        .take(12)
        .find(|&it| !in_subject(tagger.tag(it)))
        .filter(|&it| tagger.tag(it) == Tag::Subordinator)
}

fn in_subject(tag: Tag) -> bool {
    Classes::NOUNS.has(tag)
        || matches!(
            tag,
            Tag::Adjective
                | Tag::Determiner
                | Tag::Possessive
                | Tag::Genitive
                | Tag::Number
                | Tag::Pronoun
                | Tag::Coordinator
                | Tag::Preposition
        )
}

/// The verb, noun or adjective before "that"; a time or a circumstance between them is passed over.
fn governor(tagger: &Tagger, that: usize) -> Option<usize> {
    let near = tagger.anchor(that)?;
    if is(tagger, near) {
        return Some(near);
    }
    (0..near).rev().take(8).find(|&it| Classes::VERBS.has(tagger.tag(it)))
}

/// The wish of an earlier clause of the same sentence: "demanded that A stop and that B be freed".
fn earlier(tagger: &Tagger, coordinator: usize) -> Option<usize> {
    let that = (0..coordinator).rev().find(|&it| tagger.word(it) == w::THAT && tagger.tag(it) == Tag::Subordinator)?;
    governor(tagger, that)
}
