//! Singular or plural: the number of the noun phrase that is a verb's subject.

use super::{Classes, Tag, Tagger};
use crate::language::named as w;

/// Tells whether the subject that ends at `noun` is plural: by its form, or as two joined by "and".
pub(super) fn plural_subject(tagger: &Tagger, noun: usize, strong: bool) -> bool {
    // "the head of the forces demands": with an object to come, the head stands before the preposition.
    if strong && let Some(head) = governor(tagger, noun) {
        return tagger.tag(head) == Tag::Plural;
    }
    if tagger.tag(noun) == Tag::Plural {
        // "a police force"
        return tagger.word(noun) != w::POLICE;
    }
    for it in (0..noun).rev() {
        match tagger.tag(it) {
            tag if within_phrase(tag) => {
                if matches!(tagger.word(it), w::BOTH | w::MANY | w::SEVERAL | w::SOME | w::MOST | w::FEW) {
                    return true;
                }
            }
            Tag::Coordinator => {
                return tagger.word(it) == w::AND
                    && tagger.state.owed > 0
                    && it > 0
                    && Classes::NOUNS.has(tagger.tag(it - 1));
            }
            _ => return false,
        }
    }
    false
}

/// Returns the noun that the phrase ending at `noun` hangs on by a preposition.
pub(super) fn governor(tagger: &Tagger, noun: usize) -> Option<usize> {
    for it in (0..noun).rev() {
        match tagger.tag(it) {
            tag if within_phrase(tag) => {}
            Tag::Preposition => return carrier(tagger, it),
            _ => return None,
        }
    }
    None
}

/// The noun before a preposition, an adjective or participle between them passed over ("leaders close to",
/// "the terms agreed in").
pub(super) fn carrier(tagger: &Tagger, preposition: usize) -> Option<usize> {
    let noun = |it: &usize| Classes::NOUNS.has(tagger.tag(*it));
    let before = preposition.checked_sub(1)?;
    if matches!(tagger.tag(before), Tag::Adjective | Tag::Participle) {
        return before.checked_sub(1).filter(noun);
    }
    Some(before).filter(noun)
}

/// Tells whether the subject that begins the sentence and ends before `end` is plural; nothing where none does.
pub(super) fn subject_number(tagger: &Tagger, end: usize) -> Option<bool> {
    let first = (0..end).find(|&it| tagger.tag(it) != Tag::Open)?;
    if matches!(tagger.tag(first), Tag::Preposition | Tag::Subordinator | Tag::Gerund | Tag::Adverb | Tag::To) {
        return None;
    }
    let stop = (first..end).find(|&it| matches!(tagger.tag(it), Tag::Preposition | Tag::Participle)).unwrap_or(end);
    let head = (first..stop).rev().find(|&it| Classes::NOUNS.has(tagger.tag(it)))?;
    Some(tagger.tag(head) == Tag::Plural || (first..stop).any(|it| tagger.word(it) == w::AND))
}

pub(super) fn plural_before(tagger: &Tagger, anchor: usize) -> bool {
    (0..anchor).any(|it| tagger.tag(it) == Tag::Plural) && tagger.state.last != Some(Tag::Base)
}

/// Tells whether a token with this tag can stand inside a noun phrase in the singular.
pub(super) fn within_phrase(tag: Tag) -> bool {
    let nouns = matches!(tag, Tag::Noun | Tag::Proper | Tag::Adjective | Tag::Number);
    nouns || matches!(tag, Tag::Determiner | Tag::Possessive | Tag::Genitive)
}

/// Tells whether a noun names many people at once.
pub(super) fn is_collective(tagger: &Tagger, noun: usize) -> bool {
    matches!(
        tagger.word(noun),
        w::PERCENT
            | w::MAJORITY
            | w::MINORITY
            | w::PUBLIC
            | w::COUNCIL
            | w::GOVERNMENT
            | w::OPPOSITION
            | w::BOARD
            | w::PRESS
            | w::PARTY
            | w::TEAM
            | w::FAMILY
            | w::STAFF
            | w::HALF
            | w::THIRD
            | w::QUARTER
            | w::NUMBER
    )
}
