//! Words that are no names though a text writes them with a capital: what a medium or an office is called,
//! abbreviations, words shouted in capitals.

use crate::language::Tag;
use crate::language::classes::Class;
use crate::language::named;
use crate::language::parse::Parse;
use crate::language::word_list::{WordList, words};

/// Tells whether the word of a name is that of a medium, or says what somebody is ("the Commission").
pub(super) fn is_common(parse: &Parse<'_>, at: usize) -> bool {
    let written = parse.tokens[at];
    let common = |word| parse.classes().is_any(word, COMMON);
    if common(written.lemma) || common(written.word) || ABBREVIATIONS.contains(written.span.of(parse.text)) {
        return true;
    }
    is_shouted(parse, at) || common(parse.language.lexicon.entry(written.word).noun)
}

/// "their offer is WORSE": a word of English in capitals, which no article makes a name ("the UNITE").
fn is_shouted(parse: &Parse<'_>, at: usize) -> bool {
    let text = parse.text_at(at);
    let named = at > 0 && parse.word(at - 1) == named::THE;
    if named || text.len() < 3 || text.chars().any(char::is_lowercase) {
        return false;
    }
    let entry = parse.language.lexicon.entry(parse.word(at));
    matches!(entry.preferred, Tag::Adjective | Tag::Adverb | Tag::Determiner | Tag::Pronoun | Tag::Base)
}

/// Abbreviations that stand for no party, those of American states among them.
const ABBREVIATIONS: &WordList = words![
    "AI", "A.I.", "TV", "IT", "CEO", "CFO", "GDP", "VAT", "PM", "MP", "MPs", "DNA", "HIV", "GPS", "LNG", "AGM", "MoU",
    "MOU", "TAC", "CBA", "PR", "HR", "Ala", "Ariz", "Calif", "Colo", "Conn", "Fla", "Ga", "Ill", "Ind", "Kan", "Mass",
    "Md", "Mich", "Minn", "Miss", "Mo", "Neb", "Nev", "Okla", "Ore", "Pa", "Tenn", "Va", "Wash", "Wis",
];

/// Classes of words that are no names where they stand alone, though a text writes them with a capital.
const COMMON: &[Class] = &[
    Class::Media,
    Class::MediaName,
    Class::Actor,
    Class::Side,
    Class::Title,
    Class::Person,
    Class::Outsider,
    Class::BodyHead,
    Class::MovementHead,
    Class::UnionHead,
    Class::UnionRole,
    Class::CompanyRole,
    Class::ReportingNoun,
];
