//! Proper names without a form of their own: an enterprise, a person or a place ("Brandel", "Edna").
//!
//! What stands beside the name is counted; which of them are parties is decided when the article has been read.

use super::bargain;
use super::called::{self, Role};
use super::name_word::{is_name_word, is_noun, is_subject, words};
use super::wording;
use crate::dossier::{Name, PartyKind};
use crate::language::classes::Class;
use crate::language::named;
use crate::language::parse::Parse;
use crate::language::word_list::words;
use crate::language::{Tag, Token, Word};

/// A proper name of one word that may be an enterprise, a person or a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Solo {
    pub(super) word: String,
    pub(super) count: usize,
    /// How often it acts or owns something.
    pub(super) acts: usize,
    /// How often it stands where a partner stands: "met Brandel", "the company, Brandel,".
    pub(super) meets: usize,
    /// How often a longer name that begins with it acts or owns something.
    pub(super) leads: usize,
    /// How often a longer name begins with it.
    pub(super) longer: usize,
    /// How often it bargains: rejects, offers, is talked with.
    pub(super) bargains: usize,
    /// Whether it stands behind a given name or a title, or names a place.
    pub(super) other: bool,
    /// The longest name that begins with it.
    pub(super) longest: Vec<String>,
    /// What the text says that it is, and by which noun.
    pub(super) called: Option<(PartyKind, Word)>,
    /// How often it stands where only other places tell it from a noun.
    pub(super) loose: usize,
    /// Whether the longer names that begin with it end in an English noun, as no person's do.
    pub(super) noun: bool,
}

/// Counts the name `first..=last` and each of its words; gives the word that it goes by, where it may be a party.
pub(super) fn note(
    solos: &mut Vec<Solo>,
    parse: &Parse<'_>,
    names: &[Name],
    (first, last): (usize, usize),
) -> Option<String> {
    let proper = parse.tag(first) == Tag::Proper || first > 0 && !matches!(parse.tag(first - 1), Tag::Open | Tag::Stop);
    // "Morrow said": at the start of a sentence only other places tell a name from a noun.
    let loose = !proper && first == last && matches!(parse.tag(first), Tag::Noun);
    if !(proper || loose) || names.iter().any(|name| first <= name.last && name.first <= last) {
        return None;
    }
    let words = words(parse, first, last);
    let before = first.checked_sub(1).map(|at| parse.tokens[at]);
    let introduced = |token: Token| parse.is_in(token.lemma, words!["name", "call"]);
    let role = called::role(parse, first, last);
    // "union president Ness", but "the union Sintra"
    let title = |token: Token| parse.classes().is(token.lemma, Class::Title) && !matches!(role, Some(Role::Party(..)));
    let titled = before.is_some_and(|token| title(token) || introduced(token));
    // "in Selby", but "shares in Selby"
    let held =
        || first > 1 && parse.reads(first - 2, words!["share", "shares", "stake", "stakes", "stock", "investors"]);
    let within = first > 0 && parse.word(first - 1) == named::IN && !held();
    let placed = within || parse.tag(last + 1) == Tag::Comma && names.iter().any(|name| name.first == last + 2);
    let subject =
        parse.phrase_at(last).is_some_and(|phrase| parse.phrases()[phrase].last == last && is_subject(parse, phrase));
    let acts = parse.tag(last + 1) == Tag::Genitive || subject;
    let before = first.checked_sub(1).map_or(Tag::Stop, |at| parse.tag(at));
    let meets = matches!(before, Tag::Past | Tag::Present | Tag::Coordinator | Tag::Comma)
        || first > 0 && parse.word(first - 1) == named::WITH;
    let meets = meets && parse.phrase_at(last).is_some_and(|phrase| parse.phrases()[phrase].last == last);
    let medium = wording::is_common(parse, first)
        || is_letter(&words[0])
        || in_list_of_name(parse, first)
        || role == Some(Role::Person);
    let called = match role {
        Some(Role::Party(kind, noun)) => Some((kind, noun)),
        _ => None,
    };
    for (place, word) in words.iter().enumerate() {
        let office = is_office(parse, first + place);
        let other = titled || office || place > 0 || placed || medium;
        let longest = if place == 0 { words.clone() } else { Vec::new() };
        // "Mr Vela" is called by the surname alone.
        let called_mr = place > 0 && place + 1 == words.len() && (first..first + place).all(|at| is_office(parse, at));
        let alone = usize::from(words.len() == 1 || called_mr);
        let solo = Solo {
            word: word.clone(),
            count: if proper { alone } else { 0 },
            acts: alone * usize::from(acts),
            meets: alone * usize::from(meets),
            leads: usize::from(acts && place == 0 && words.len() > 1),
            longer: usize::from(place == 0 && words.len() > 1),
            bargains: usize::from(place == 0 && (bargain::bargains(parse, first, last) || is_led(parse, first, last))),
            other,
            longest,
            called: called.filter(|_| place == 0),
            loose: usize::from(loose),
            noun: place == 0 && words.len() > 1 && is_noun(parse, parse.text_at(last)),
        };
        match solos.iter_mut().find(|known| known.word == solo.word) {
            Some(known) => known.join(solo),
            None => solos.push(solo),
        }
    }
    words.into_iter().next().filter(|_| proper)
}

impl Solo {
    /// Whether it is a name for sure in one place at least.
    pub(super) fn is_sure(&self) -> bool {
        self.count + self.longer > 0
    }

    /// Whether it stands alone anywhere.
    pub(super) fn is_alone(&self) -> bool {
        self.count + self.loose > 0
    }

    fn join(&mut self, other: Self) {
        self.count += other.count;
        self.acts += other.acts;
        self.meets += other.meets;
        self.leads += other.leads;
        self.longer += other.longer;
        self.bargains += other.bargains;
        self.loose += other.loose;
        self.noun |= other.noun;
        self.other |= other.other;
        self.called = self.called.or(other.called);
        if other.longest.len() > self.longest.len() {
            self.longest = other.longest;
        }
    }
}

/// "LTD leader Ana Gil": an abbreviation of which somebody is the leader.
fn is_led(parse: &Parse<'_>, first: usize, last: usize) -> bool {
    let title = parse.classes().is(parse.lemma(last + 1), Class::Title);
    let named = parse.tag(last + 2) == Tag::Proper && parse.tag(last + 3) == Tag::Proper;
    let short = first == last && parse.text_at(first).chars().filter(|c| c.is_uppercase()).count() > 1;
    short && title && named
}

/// "Minister", "the Secretary-General".
fn is_office(parse: &Parse<'_>, at: usize) -> bool {
    let lexicon = &parse.language.lexicon;
    let first = parse.text_at(at).split('-').next().unwrap_or_default();
    [parse.lemma(at), lexicon.word(&first.to_lowercase())].iter().any(|&word| parse.classes().is(word, Class::Title))
}

/// How far before a word the head of the name that it belongs to may stand.
const LIST: usize = 10;

/// "the Ministry of Energy, *Mines* and *Transport*": a further subject of a body whose name is a list.
fn in_list_of_name(parse: &Parse<'_>, first: usize) -> bool {
    let listed = |at: usize| matches!(parse.tag(at), Tag::Comma | Tag::Coordinator) && is_name_word(parse, at - 1);
    if first < 4 || !listed(first - 1) {
        return false;
    }
    let inside = |at: &usize| is_name_word(parse, *at) || matches!(parse.tag(*at), Tag::Comma | Tag::Coordinator);
    let start = (first.saturating_sub(LIST)..first - 1).rev().take_while(inside).last();
    let of = start.and_then(|start| start.checked_sub(1)).filter(|&at| at > 0);
    of.is_some_and(|of| {
        let body = parse.tokens[of - 1].capital && parse.tag(of - 1) != Tag::Plural;
        body && [named::OF, named::FOR].contains(&parse.word(of))
            && parse.classes().is(parse.lemma(of - 1), Class::Actor)
    })
}

/// "A." before an answer, "J." of a name.
fn is_letter(word: &str) -> bool {
    word.trim_end_matches('.').chars().count() < 2
}
