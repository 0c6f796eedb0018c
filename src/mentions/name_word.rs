//! The words that names are made of, and what the word at the end of a name says of its bearer.

use crate::dossier::PartyKind;
use crate::language::classes::Class;
use crate::language::parse::Parse;
use crate::language::{Tag, Word};

/// The kind of party whose name ends in the word at `at`.
pub(super) fn kind_of(parse: &Parse<'_>, at: usize) -> Option<PartyKind> {
    let token = parse.tokens.get(at)?;
    let kinds = [
        (Class::UnionHead, PartyKind::Union),
        (Class::CompanyHead, PartyKind::Company),
        (Class::MovementHead, PartyKind::Movement),
        (Class::BodyHead, PartyKind::Organisation),
    ];
    let is = |class| parse.classes().is(token.word, class) || parse.classes().is(token.lemma, class);
    kinds.into_iter().find(|&(class, _)| is(class)).map(|(_, kind)| kind)
}

/// Tells whether the word at `at` is written as one of a name.
pub(super) fn is_name_word(parse: &Parse<'_>, at: usize) -> bool {
    let Some(token) = parse.tokens.get(at) else { return false };
    let nominal = matches!(token.tag, Tag::Proper | Tag::Noun | Tag::Plural | Tag::Adjective);
    let first = token.span.of(parse.text).chars().next();
    nominal && first.is_some_and(char::is_uppercase) && !parse.classes().is(token.lemma, Class::Time)
}

/// Tells whether a word written with a capital is a common noun.
pub(super) fn is_noun(parse: &Parse<'_>, text: &str) -> bool {
    let lexicon = &parse.language.lexicon;
    lexicon.entry(lexicon.word(&text.to_lowercase())).noun != Word::UNKNOWN
}

/// The words `first..=last` as written.
pub(super) fn words(parse: &Parse<'_>, first: usize, last: usize) -> Vec<String> {
    (first..=last).map(|at| parse.text_at(at).to_owned()).collect()
}

/// Tells whether a phrase is the subject of a tensed verb.
pub(super) fn is_subject(parse: &Parse<'_>, phrase: usize) -> bool {
    (0..parse.groups().len()).any(|at| parse.groups()[at].has_tense() && parse.nodes()[at].subjects().contains(&phrase))
}

/// The dictionary form of a noun, also where it is written like a name ("the two Sides").
pub(super) fn noun(parse: &Parse<'_>, at: usize) -> Word {
    let token = &parse.tokens[at];
    if token.tag != Tag::Proper {
        return token.lemma;
    }
    let noun = parse.language.lexicon.entry(token.word).noun;
    if noun == Word::UNKNOWN { token.lemma } else { noun }
}
