//! Pronouns and possessives: the nearest fitting antecedent, or none where two fit.

use super::scene::{Mention, Scene};
use super::{Actor, How, Parties};
use crate::dossier::PartyKind;
use crate::language::named;
use crate::language::parse::Parse;
use crate::language::phrase::Phrase;
use crate::language::word_list::words;
use crate::language::{Tag, Word};

/// What a pronoun asks of its antecedent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wants {
    /// "it", "its".
    Thing,
    /// "he", "she".
    Person,
    /// "they", "both".
    Several,
}

impl Scene<'_> {
    /// Who the pronoun at token `at` stands for.
    pub(super) fn pronoun(&self, parse: &Parse<'_>, at: usize) -> Option<Actor> {
        if let Some(actor) = self.voiced(parse, at) {
            return Some(actor);
        }
        let word = parse.word(at);
        let wants = if word == named::IT {
            Wants::Thing
        } else if [named::HE, named::SHE, named::HIM, named::HER].contains(&word) {
            Wants::Person
        } else if [named::THEY, named::THEM].contains(&word) {
            Wants::Several
        } else if [named::BOTH, named::NEITHER, named::EACH].contains(&word) {
            return self.the_two(parse, at);
        } else {
            return None;
        };
        self.find(parse, at, wants)
    }

    /// Whose "its", "their", "his" at token `at` is.
    pub(super) fn possessive(&self, parse: &Parse<'_>, at: usize) -> Option<Actor> {
        if let Some(actor) = self.voiced(parse, at) {
            return Some(actor);
        }
        let word: Word = parse.word(at);
        let wants = if word == named::ITS {
            Wants::Thing
        } else if [named::HIS, named::HER].contains(&word) {
            Wants::Person
        } else if word == named::THEIR {
            Wants::Several
        } else {
            return None;
        };
        self.find(parse, at, wants)
    }

    /// "the former", "the latter": the first or second of the two parties that a sentence named last.
    pub(super) fn ranked(&self, parse: &Parse<'_>, phrase: &Phrase) -> Option<Actor> {
        let alone = phrase.last == phrase.first + 1 && parse.word(phrase.first) == named::THE;
        if !alone || !parse.reads(phrase.last, words!["former", "latter"]) {
            return None;
        }
        let span = parse.tokens[phrase.last].span;
        let latter = parse.reads(phrase.last, words!["latter"]);
        let start = parse.tokens[phrase.first].span.start;
        let here = || self.current().iter().filter(|mention| mention.span.end <= start);
        let of = |sentence: &[Mention]| {
            two_named(sentence.iter().filter(|mention| mention.subject)).or_else(|| two_named(sentence.iter()))
        };
        let pair = two_named(here()).or_else(|| self.earlier().find_map(of))?;
        let parties = if latter { pair.1 } else { pair.0 };
        Some(Actor { parties, how: How::Pronoun(span), person: false, plural: false, outsider: false })
    }

    pub(super) fn the_two(&self, parse: &Parse<'_>, at: usize) -> Option<Actor> {
        let parties = self.principals();
        let span = parse.tokens[at].span;
        let named = || self.find(parse, at, Wants::Several).filter(|actor| actor.parties.len() == 2);
        self.just_named(span).or_else(named).or_else(|| {
            (parties.len() == 2).then_some(Actor {
                parties,
                how: How::Pronoun(span),
                person: false,
                plural: true,
                outsider: false,
            })
        })
    }

    /// The two parties of a sentence before that does nothing but name them ("Turkey and Qatar.").
    fn just_named(&self, span: crate::text::Span) -> Option<Actor> {
        let before = self.earlier().next().filter(|_| self.current().is_empty())?;
        let idle = before.iter().all(|mention| !mention.subject && mention.actor.parties.len() == 1);
        let parties = before.iter().fold(Parties::default(), |mut parties, mention| {
            parties.extend(mention.actor.parties);
            parties
        });
        (idle && before.len() == 2 && parties.len() == 2).then_some(Actor {
            parties,
            how: How::Pronoun(span),
            person: false,
            plural: true,
            outsider: false,
        })
    }

    fn find(&self, parse: &Parse<'_>, at: usize, wants: Wants) -> Option<Actor> {
        let start = parse.tokens[at].span.start;
        let here: Vec<&Mention> = self.current().iter().filter(|mention| mention.span.end <= start).collect();
        if let Some(actor) = self.others(&here, wants) {
            return Some(actor);
        }
        let found = choose(&here, wants, true).or_else(|| self.bodies(parse.text, &here, wants)).or_else(|| {
            self.earlier().zip(self.led()).find_map(|(sentence, led)| {
                let mentions = sentence.iter().collect::<Vec<_>>();
                let chosen = choose(&mentions, wants, false).or_else(|| self.bodies(parse.text, &mentions, wants));
                // "The agreement binds Chad. It bans mines.": nobody is meant.
                let text = led && wants == Wants::Thing && parse.tag(at) == Tag::Pronoun;
                if text { Some(chosen.filter(|mention| mention.subject)) } else { chosen.map(Some) }
            })?
        });
        let found = found.or_else(|| self.delegate(parse.text, wants))?;
        Some(Actor { how: How::Pronoun(found.span), ..found.actor })
    }

    /// "They asked for two ports": in an interview with one of two sides, the other, where the sentence names nobody.
    fn others(&self, here: &[&Mention], wants: Wants) -> Option<Actor> {
        let own = self.voice().filter(|_| wants == Wants::Several)?;
        let others = self.principals().without(own.parties);
        let sides = self.principals().len() == 2 && others.len() == 1;
        let named = here.iter().any(|mention| mention.actor.plural || !mention.actor.parties.is_empty());
        (sides && !named).then_some(Actor {
            parties: others,
            how: How::Pronoun(own.name),
            person: false,
            plural: true,
            outsider: false,
        })
    }

    /// "CHAD asked for a levy. He added": in a digest, which writes states in capitals, "he" is who speaks for the
    /// delegation, where no person is named.
    fn delegate(&self, text: &str, wants: Wants) -> Option<&Mention> {
        let before = self.earlier().next().filter(|_| wants == Wants::Person)?;
        let mut subjects = before.iter().filter(|mention| mention.subject);
        let first = subjects.next()?;
        let party = first.actor.parties.iter().next().filter(|_| first.actor.parties.len() == 1)?;
        let capitals = !first.span.of(text).chars().any(char::is_lowercase);
        let state = self.kind(party) == PartyKind::State;
        (capitals && state && !first.actor.outsider).then_some(first)
    }
}

impl Scene<'_> {
    /// "they" for a body of people, where nobody else fits: the subject, if it is a movement, a union, an enterprise, or
    /// a state's delegation or government.
    fn bodies<'m>(&self, text: &str, mentions: &[&'m Mention], wants: Wants) -> Option<&'m Mention> {
        let body = |mention: &&&Mention| {
            let actor = &mention.actor;
            let kind = actor.parties.iter().next().map(|party| self.kind(party));
            // "Oslo has a condition. They say": in conversation a state is "they", unless it is the speaker's own.
            let other = mention.subject
                && self.voice().is_some_and(|voice| voice.parties.without(actor.parties) == voice.parties);
            (mention.subject || mention.phrase == 0)
                && !actor.person
                && !actor.outsider
                && actor.parties.len() == 1
                && (kind != Some(PartyKind::State) || other || is_of_people(mention.span.of(text)))
        };
        mentions.iter().rfind(|mention| wants == Wants::Several && body(mention)).copied()
    }
}

/// "the Kenyan delegation": tells whether words name people who act for a state.
fn is_of_people(words: &str) -> bool {
    let last = words.rsplit(' ').next().unwrap_or(words);
    [
        "army",
        "cabinet",
        "delegation",
        "embassy",
        "government",
        "leadership",
        "military",
        "ministry",
        "mission",
        "side",
        "team",
    ]
    .iter()
    .any(|body| last.eq_ignore_ascii_case(body))
}

/// The two parties that the mentions of a sentence name, where they name just two.
fn two_named<'m>(mentions: impl Iterator<Item = &'m Mention>) -> Option<(Parties, Parties)> {
    let mut named: Vec<Parties> = Vec::new();
    for mention in mentions.filter(|mention| mention.actor.parties.len() == 1 && !mention.actor.outsider) {
        if !named.contains(&mention.actor.parties) {
            named.push(mention.actor.parties);
        }
    }
    let &[first, second] = named.as_slice() else { return None };
    Some((first, second))
}

/// Chooses among the mentions of one sentence: in the sentence at hand the last subject, in an earlier one the
/// first behind its last semicolon, then the only mention that fits.
fn choose<'m>(mentions: &[&'m Mention], wants: Wants, here: bool) -> Option<&'m Mention> {
    let all = mentions.iter().filter(|mention| fits(mention, wants));
    let last = all.clone().filter(|mention| mention.subject).map(|mention| mention.part).max();
    let mut fitting = all.filter(|mention| here || last.is_none_or(|last| mention.part == last));
    let mut subjects = fitting.clone().filter(|mention| mention.subject);
    let subject = if here { subjects.next_back() } else { subjects.next() };
    if let Some(subject) = subject {
        return Some(subject);
    }
    let first = fitting.clone().next()?;
    let same = fitting.clone().all(|mention| mention.actor.parties == first.actor.parties);
    if same { fitting.next_back().copied() } else { None }
}

fn fits(mention: &Mention, wants: Wants) -> bool {
    let actor = &mention.actor;
    match wants {
        Wants::Thing => !actor.person && !actor.plural && !actor.outsider && actor.parties.len() == 1,
        Wants::Person => actor.person,
        Wants::Several => actor.plural || actor.parties.len() > 1,
    }
}

/// The parties of an actor, or none.
#[must_use]
pub(super) fn parties(actor: Option<Actor>) -> Parties {
    actor.map(|actor| actor.parties).unwrap_or_default()
}
