//! Words that are no verb here: noun, adjective or adverb.

use super::super::lexicon::Frames;
use super::{Classes, Tag, Tagger};
use crate::language::named as w;
use crate::language::word_list::words;

/// Settles a word that is no verb here: noun, adjective or adverb.
pub(super) fn settle(tagger: &Tagger, at: usize) -> Tag {
    let can = tagger.classes[at];
    if can.has(Tag::Plural) {
        return Tag::Plural;
    }
    if can.has(Tag::Proper) {
        return Tag::Proper;
    }
    let open = [Tag::Noun, Tag::Adjective, Tag::Adverb].into_iter().filter(|&tag| can.has(tag)).count();
    let first = |tags: &[Tag]| tags.iter().copied().find(|&tag| can.has(tag));
    match open {
        0 => first(&[Tag::Base, Tag::Present]).unwrap_or_else(|| first_class(can)),
        1 => first(&[Tag::Noun, Tag::Adjective, Tag::Adverb]).unwrap_or(Tag::Noun),
        _ => choose(tagger, at),
    }
}

/// Chooses between noun, adjective and adverb by the neighbours, then by what the word is most often.
fn choose(tagger: &Tagger, at: usize) -> Tag {
    let can = tagger.classes[at];
    let preferred = tagger.lexicon.entry(tagger.tokens[at].word).preferred;
    let next = tagger.after(at);
    let headed = tagger.before(at).is_some_and(|it| {
        matches!(tagger.tag(it), Tag::Determiner | Tag::Possessive | Tag::Genitive | Tag::Adjective | Tag::Number)
    });
    // "even limited steps", but "the only item".
    if preferred == Tag::Adverb && !headed {
        // "wants longer leases"
        let denied = tagger.before(at).is_some_and(|it| tagger.is_one(it, words!["no", "any"]));
        let measures = tagger.word(at) == w::LONGER && !denied && can.has(Tag::Adjective) && tagger.is_nominal(next);
        return if measures { Tag::Adjective } else { Tag::Adverb };
    }
    // "Klindt first said"
    let named = tagger.anchor(at).is_some_and(|it| matches!(tagger.tag(it), Tag::Proper | Tag::Pronoun));
    let says = next.is_some_and(|it| tagger.can(next).has(Tag::Past) && tagger.takes(it, Frames::CLAUSE));
    if can.has(Tag::Adverb) && named && says {
        return Tag::Adverb;
    }
    // "they have long opposed it"
    let auxiliary = tagger.anchor(at).is_some_and(|it| tagger.is_verb(it, w::HAVE));
    if auxiliary && can.has(Tag::Adverb) && !headed && tagger.can(next).has(Tag::Participle) {
        return Tag::Adverb;
    }
    // "the attorney general's office"
    if can.has(Tag::Noun) && preferred != Tag::Other && tagger.can(next).has(Tag::Genitive) {
        return Tag::Noun;
    }
    if can.has(Tag::Adjective) && before_noun(tagger, next, preferred == Tag::Noun) {
        return Tag::Adjective;
    }
    let anchor = tagger.anchor(at);
    let copula =
        anchor.is_some_and(|it| [w::BE, w::BECOME, w::REMAIN, w::SEEM].iter().any(|&lemma| tagger.is_verb(it, lemma)));
    let demonym =
        tagger.tokens[at].capital && can == Classes::of(&[Tag::Adjective, Tag::Noun]) && preferred == Tag::Other;
    match preferred {
        _ if headed && can.has(Tag::Noun) => Tag::Noun,
        _ if copula && can.has(Tag::Adjective) && (preferred == Tag::Adjective || demonym) => Tag::Adjective,
        _ if copula && can.has(Tag::Adjective) && !can.has(Tag::Noun) => Tag::Adjective,
        _ if demonym => Tag::Noun,
        Tag::Adjective if can.has(Tag::Adverb) && !headed => Tag::Adverb,
        Tag::Noun | Tag::Adjective | Tag::Adverb => preferred,
        _ if can.has(Tag::Noun) => Tag::Noun,
        _ => Tag::Adjective,
    }
}

/// Tells whether a noun follows for certain enough that an adjective stands before it; a word that is
/// a noun first ("the official calls") asks for more.
fn before_noun(tagger: &Tagger, next: Option<usize>, noun_first: bool) -> bool {
    let can = tagger.can(next);
    if can.within(Classes::NOUNS) {
        return true;
    }
    if noun_first || tagger.is(next, w::AND) || tagger.is(next, w::OR) {
        return noun_first
            && can == Classes::one(Tag::Adjective)
            && tagger.is_nominal(next.and_then(|it| tagger.after(it)));
    }
    tagger.is_nominal(next) || can.has(Tag::Gerund) && can.has(Tag::Noun)
}

fn first_class(can: Classes) -> Tag {
    can.first().unwrap_or(Tag::Other)
}
