//! What a text says that a bare name is: "drugmaker Brandel", "the rebel coalition KLM", "the GLT, the crews' union",
//! "my neighbour Edna".
//!
//! Only the noun beside the name is read. Later mentions may use it for the name ("the coalition").

use super::name_word::is_name_word;
use crate::dossier::PartyKind;
use crate::language::classes::Class;
use crate::language::parse::Parse;
use crate::language::word_list::{WordList, words};
use crate::language::{Tag, Word};

/// What a noun beside a name says of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// A party of this kind, and the noun.
    Party(PartyKind, Word),
    /// Somebody of flesh and blood.
    Person,
}

/// People whom a text introduces by what they are to somebody.
const KIN: &WordList = words![
    "aunt",
    "boy",
    "brother",
    "colleague",
    "cousin",
    "dad",
    "daughter",
    "farmer",
    "father",
    "fisherman",
    "friend",
    "girl",
    "grandfather",
    "grandmother",
    "husband",
    "landlady",
    "man",
    "mother",
    "mum",
    "neighbor",
    "neighbour",
    "nephew",
    "niece",
    "partner",
    "passenger",
    "patient",
    "pensioner",
    "plumber",
    "retiree",
    "roommate",
    "sister",
    "son",
    "student",
    "uncle",
    "veteran",
    "villager",
    "widow",
    "wife",
    "woman",
];

/// One of those who speak for a union or a firm, whose noun stands for it elsewhere.
const STAFF: &WordList = words![
    "delegate",
    "executive",
    "guerrilla",
    "insurgent",
    "member",
    "militant",
    "organiser",
    "organizer",
    "rebel",
    "separatist",
    "steward",
];

/// What the noun beside the name `first..=last` says of it.
pub(super) fn role(parse: &Parse<'_>, first: usize, last: usize) -> Option<Role> {
    let before = first.checked_sub(1)?;
    match parse.tag(before) {
        Tag::Noun => said_by(parse, before),
        _ if opens_with_role(parse, before) => said_by(parse, before),
        // "the operator, Brandel, must"
        Tag::Comma if closed(parse, last + 1) => described(parse, parse.phrase_at(before.checked_sub(1)?)?),
        _ => None,
    }
    .or_else(|| behind(parse, last))
}

/// "the GLT, *the crews' union*, rejected it".
fn behind(parse: &Parse<'_>, last: usize) -> Option<Role> {
    let phrase = (parse.tag(last + 1) == Tag::Comma).then(|| parse.phrase_at(last + 2)).flatten()?;
    let end = parse.phrases()[phrase].last + 1;
    described(parse, phrase).filter(|_| closed(parse, end))
}

fn closed(parse: &Parse<'_>, at: usize) -> bool {
    matches!(parse.tag(at), Tag::Comma | Tag::Stop | Tag::OpenBracket)
}

/// A phrase with an article or a possessor that describes the name beside it.
fn described(parse: &Parse<'_>, phrase: usize) -> Option<Role> {
    let found = parse.phrases()[phrase];
    let settled = matches!(parse.tag(found.first), Tag::Determiner | Tag::Possessive) || found.possessor.is_some();
    let noun = settled && found.head == found.last && parse.tag(found.head) == Tag::Noun;
    if noun { said_by(parse, found.head) } else { None }
}

/// For what or whom groups speak up that press those at the table and do not sit there.
const CAUSES: &WordList = words![
    "advocacy",
    "aid",
    "campaign",
    "charity",
    "consumer",
    "environmental",
    "lobby",
    "media",
    "passenger",
    "patient",
    "pressure",
    "relief",
    "research",
    "rights",
    "watchdog",
];

/// Tells whether the word at `at` says that a group only speaks up: "consumer" of "the consumer group".
pub(super) fn is_cause(parse: &Parse<'_>, at: usize) -> bool {
    [parse.lemma(at), noun_at(parse, at)].iter().any(|&word| parse.is_in(word, CAUSES))
}

/// What the noun at `at` makes of a name beside it.
fn said_by(parse: &Parse<'_>, at: usize) -> Option<Role> {
    let noun = noun_at(parse, at);
    if parse.is_in(noun, STAFF) || at > 0 && is_cause(parse, at - 1) {
        return Some(Role::Person);
    }
    // "the employers' federation"
    if at > 1 && parse.tag(at - 1) == Tag::Genitive && parse.classes().is(parse.lemma(at - 2), Class::CompanyRole) {
        return Some(Role::Party(PartyKind::Organisation, parse.word(at - 2)));
    }
    // "the owner, Selby Homes", "the owner, Ana Gil"
    if parse.text_of(noun) == "owner" {
        return None;
    }
    let kinds = [
        (Class::CompanyRole, PartyKind::Company),
        (Class::UnionRole, PartyKind::Union),
        (Class::MovementRole, PartyKind::Movement),
        (Class::MovementHead, PartyKind::Movement),
    ];
    let kind = kinds.into_iter().find(|&(class, _)| parse.classes().is(noun, class)).map(|(_, kind)| kind);
    let person = || parse.classes().is(noun, Class::Person) || parse.is_in(noun, KIN);
    kind.map(|kind| Role::Party(kind, noun)).or_else(|| person().then_some(Role::Person))
}

/// Tells whether a sentence opens with what its first name is: "Drugmaker Brandel", "Landlord Selby Homes".
pub(super) fn opens_with_role(parse: &Parse<'_>, at: usize) -> bool {
    let start = at == 0 || matches!(parse.tag(at - 1), Tag::Open | Tag::Stop);
    let roles = &[Class::CompanyRole, Class::UnionRole, Class::MovementRole];
    start && is_name_word(parse, at + 1) && parse.classes().is_any(noun_at(parse, at), roles)
}

/// The noun at `at` as the dictionary has it, also where a capital makes a name of it.
fn noun_at(parse: &Parse<'_>, at: usize) -> Word {
    let word = parse.word(at);
    let noun = parse.language.lexicon.entry(word).noun;
    if noun == Word::UNKNOWN { word } else { noun }
}
