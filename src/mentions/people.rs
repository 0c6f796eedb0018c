//! People whom an article introduces by title or apposition.

use crate::language::named;
use crate::language::word_list::words;
use std::rc::Rc;

use super::scene::Scene;
use crate::dossier::{Entity, PartyIx, PartyKind};
use crate::language::Tag;
use crate::language::classes::Class;
use crate::language::parse::Parse;
use crate::language::phrase::{Phrase, Unit};
use crate::text::Span;

/// A person met in an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// The fullest name met.
    pub name: String,
    /// The party they stand for, where the text or the dossier says so.
    pub party: Option<PartyIx>,
    /// The role, in the text's words.
    pub role: Option<String>,
    /// Whether they have no seat at the table (an analyst, a back-bencher).
    pub outsider: bool,
    /// Where they are mentioned.
    pub mentions: Vec<Span>,
}

/// The people of one document.
#[derive(Debug, Clone, Default)]
pub(super) struct People {
    list: Vec<Rc<Known>>,
}

impl People {
    /// The people, in the order in which they were met.
    pub(super) fn list(&self) -> &[Rc<Known>] {
        &self.list
    }

    /// The person whose last name is `surname`.
    pub(super) fn by_surname(&self, surname: &str) -> Option<&Known> {
        // Most names do not end in these letters, and need not be cut.
        let own = |known: &&Known| known.name.ends_with(surname) && last_name(&known.name) == surname;
        self.list.iter().rev().map(Rc::as_ref).find(own)
    }

    /// The party of the person of that name, where they were met.
    pub(super) fn party_of(&self, name: &str) -> Option<PartyIx> {
        self.list.iter().find(|known| known.name == name).and_then(|known| known.party)
    }

    fn add(&mut self, met: Known) {
        let same = self.list.iter_mut().find(|known| same_person(&known.name, &met.name));
        let Some(known) = same.map(Rc::make_mut) else {
            self.list.push(Rc::new(met));
            return;
        };
        if met.name.len() > known.name.len() {
            known.name = met.name;
        }
        known.party = known.party.or(met.party);
        known.role = known.role.take().or(met.role);
        known.outsider |= met.outsider;
        for span in met.mentions {
            if !known.mentions.contains(&span) {
                known.mentions.push(span);
            }
        }
    }
}

/// The last word of a name.
fn last_name(name: &str) -> &str {
    name.rsplit(' ').next().unwrap_or(name)
}

/// Tells whether two names are one person's: one is the other's last name, or they are the same.
fn same_person(one: &str, other: &str) -> bool {
    one == other || (last_name(one) == last_name(other) && (!one.contains(' ') || !other.contains(' ')))
}

impl Scene<'_> {
    /// Learns the people whom the sentence at hand introduces, and notes where known ones are mentioned.
    pub(super) fn learn_people(&mut self, parse: &Parse<'_>) {
        for at in (0..parse.phrases().len()).filter(|&at| may_introduce(parse, at)) {
            if let Some(met) = self.meet(parse, at).or_else(|| self.leader(parse, at)) {
                Rc::make_mut(&mut self.people).add(met);
            }
        }
    }

    /// The person that a phrase names, by title, by apposition or because the dossier knows the name.
    fn meet(&self, parse: &Parse<'_>, at: usize) -> Option<Known> {
        if parse.tag(parse.phrases()[at].head) != Tag::Proper {
            return None;
        }
        let phrase = parse.phrases()[at];
        if let Some(known) = self.listed_person(parse, &phrase) {
            let party = self.seated_body(parse, &phrase, &known).or(known.party);
            return Some(Known { party, ..known });
        }
        let title = parse.classes().is(parse.word(phrase.head), Class::Title);
        // "the unions, CCOO and UGT"
        let word = parse.text_at(phrase.head);
        let acronym = phrase.first == phrase.head && word.len() > 2 && !word.chars().any(char::is_lowercase);
        if title
            || acronym
            || self.name_over(parse, &phrase).is_some()
            || super::name_word::kind_of(parse, phrase.head).is_some()
            || is_located(parse, &phrase)
        {
            return None;
        }
        let first = self.first_of_name(parse, &phrase);
        let (titled, name_span) = (first > phrase.first, parse.span(first, phrase.head));
        let name = name_span.of(parse.text).to_owned();
        let mentions = vec![name_span];
        if titled && Self::has_title(parse, &Phrase { head: first, ..phrase }) {
            let party =
                self.possessor_party(parse, &phrase).or_else(|| self.modifier_party(&Phrase { head: first, ..phrase }));
            let party = party
                .or_else(|| self.role_modifier(parse, &Phrase { head: first, ..phrase }))
                .or_else(|| self.role_before(parse, &phrase))
                .or_else(|| self.by_part(parse, phrase.first, first))
                .or_else(|| self.speaks_for_subject(parse, at, first))
                .or_else(|| self.minister_of(parse, at, first))
                .or_else(|| self.role_party(parse, first))
                .or_else(|| self.ruler_of_only_state(parse, first))
                .or_else(|| self.league_of(parse, first))
                .and_then(|parties| parties.iter().next())
                .or_else(|| self.serves_for(parse, at));
            let outsider = (phrase.first..first).any(|i| parse.classes().is(parse.lemma(i), Class::Outsider));
            return Some(Known { name, party, role: Some(role_words(parse, &phrase, first)), outsider, mentions });
        }
        let apposed = Self::apposed(parse, &phrase);
        let beside = apposed.or_else(|| Self::predicated(parse, at));
        let met = self.by_office(parse, beside, &name, mentions.clone());
        // "Ana Gil, a lawyer from Lima, has sat on the Peruvian side": whose side she is on says more than her trade.
        let unplaced = met.as_ref().is_none_or(|met| met.party.is_none());
        let seated = || self.by_office(parse, Self::predicated(parse, at), &name, mentions.clone());
        let met = if unplaced { seated().filter(|met| met.party.is_some()).or(met) } else { met };
        let bargains = || {
            let party = Some(self.bargains_for(parse, at)?);
            Some(Known { name: name.clone(), party, role: None, outsider: false, mentions: mentions.clone() })
        };
        let sent = || {
            let party = Some(self.sent_by(parse, at, first)?);
            Some(Known { name: name.clone(), party, role: None, outsider: false, mentions: mentions.clone() })
        };
        met.or_else(bargains).or_else(sent).or_else(|| {
            let known = self.people.by_surname(last_name(&name)).map(|known| known.name.clone());
            let name = known.or_else(|| Self::is_speaking(parse, at, first).then_some(name))?;
            Some(Known { name, party: None, role: None, outsider: false, mentions })
        })
    }

    /// "Ana Gil, the Liberals' leader": the body at the table for which the text says that a statesman speaks.
    fn seated_body(&self, parse: &Parse<'_>, phrase: &Phrase, known: &Known) -> Option<PartyIx> {
        let before = self.names_in(phrase.first, phrase.head).next().map(|name| self.party_of(name.entity));
        let beside = || self.by_office(parse, Self::apposed(parse, phrase), &known.name, Vec::new())?.party;
        let state = known.party.is_some_and(|party| self.kind(party) == PartyKind::State);
        let seated = |party: &PartyIx| self.principals().contains(*party) && self.kind(*party) != PartyKind::State;
        before.filter(seated).or_else(|| beside().filter(seated)).filter(|_| state)
    }

    fn role_party(&self, parse: &Parse<'_>, name: usize) -> Option<super::Parties> {
        let title = name.checked_sub(1)?;
        self.role(parse.lemma(title))
    }

    /// "bargaining chair Ann Lee": a gerund before the phrase that tells whose people they are.
    fn role_before(&self, parse: &Parse<'_>, phrase: &Phrase) -> Option<super::Parties> {
        let before = phrase.first.checked_sub(1).filter(|&before| parse.tag(before) == Tag::Gerund)?;
        self.cast.role(parse.classes(), parse.word(before)).map(super::Parties::one)
    }

    fn listed_person(&self, parse: &Parse<'_>, phrase: &Phrase) -> Option<Known> {
        let name = self
            .names_in(phrase.first, phrase.last)
            .find(|name| name.first <= phrase.head && phrase.head <= name.last)?;
        let Entity::Person(person) = name.entity else { return None };
        let person = self.person(person);
        let span = parse.span(name.first, name.last);
        Some(Known {
            name: person.name.clone(),
            party: Some(self.speaks_for(person)),
            role: Some(person.role.clone()).filter(|role| !role.is_empty()),
            outsider: false,
            mentions: vec![span],
        })
    }

    /// The first token of the personal name at the end of a phrase: after the last title, demonym or genitive.
    fn first_of_name(&self, parse: &Parse<'_>, phrase: &Phrase) -> usize {
        let mut first = phrase.head;
        while first > phrase.first {
            let before = first - 1;
            let token = parse.tokens[before];
            let title = parse.classes().is(token.lemma, Class::Title) || parse.classes().is(token.word, Class::Title);
            if token.tag != Tag::Proper || title || self.names_in(before, before).next().is_some() {
                break;
            }
            first = before;
        }
        first
    }

    /// "Rustem Umerov, head of the Ukrainian delegation", "Medinsky, who leads the Russian team", "Israel's
    /// ambassador, Yehiel Leiter", "Ann Lee heads the Icelandic side": `beside` names what they do or whom they lead.
    fn by_office(&self, parse: &Parse<'_>, beside: Option<usize>, name: &str, mentions: Vec<Span>) -> Option<Known> {
        let beside = beside?;
        let other = parse.phrases()[beside];
        let lemma = parse.lemma(other.head);
        let titled = parse.classes().is(lemma, Class::Title)
            || parse.classes().is(lemma, Class::Actor)
            || parse.classes().is(lemma, Class::Outsider);
        // "who bargains for Utah"
        let served = other.first > 0 && parse.reads(other.first - 1, words!["for"]);
        if !titled && !served {
            return None;
        }
        let actor = self.resolve(parse, beside)?;
        let last = other.head;
        Some(Known {
            name: name.to_owned(),
            party: actor.parties.iter().next().filter(|_| actor.parties.len() == 1),
            role: Some(parse.span(other.first, last).of(parse.text).to_owned()),
            outsider: actor.outsider,
            mentions,
        })
    }

    /// "Ann Lee has led the team", "Ann Lee is the minister", "Ann Lee has sat there, lately as head of the team".
    fn predicated(parse: &Parse<'_>, at: usize) -> Option<usize> {
        let name = parse.phrases()[at];
        let full = name.head > name.first && (name.first..=name.head).all(|at| parse.tag(at) == Tag::Proper);
        let verb = (0..parse.groups().len())
            .find(|&group| parse.groups()[group].has_tense() && parse.nodes()[group].subjects() == [at])?;
        let group = parse.groups()[verb];
        let lemma = parse.text_of(group.lemma);
        let office = |phrase: &usize| {
            let noun = parse.lemma(parse.phrases()[*phrase].head);
            let classes = parse.classes();
            classes.is(noun, Class::Person) || classes.is(noun, Class::Title) || parse.text_of(noun) == "head"
        };
        let object = parse.phrase_at(group.last + 1);
        let beside = match lemma {
            "lead" | "head" | "chair" | "represent" | "advise" | "counsel" if !group.passive => object,
            "be" => object.filter(office),
            _ if served_by(parse, verb).is_some() => served_by(parse, verb),
            _ => (group.last + 1..parse.tokens.len())
                .filter(|&at| parse.word(at) == named::AS)
                .find_map(|at| parse.phrase_at(at + 1).filter(office)),
        };
        beside.filter(|_| full)
    }

    /// "Deputy Minister Ann Lee sits for Chad", "Professor Ann Lee leads the Chadian team".
    fn serves_for(&self, parse: &Parse<'_>, at: usize) -> Option<PartyIx> {
        let verb = (0..parse.groups().len()).find(|&group| parse.nodes()[group].subjects() == [at])?;
        let actor = self.resolve(parse, led_by(parse, verb)?).filter(|actor| !actor.outsider)?;
        actor.parties.iter().next().filter(|_| actor.parties.len() == 1)
    }

    /// "the official who leads the Chadian team": the party of somebody of whom only that is told.
    pub(super) fn by_task(&self, parse: &Parse<'_>, phrase: &Phrase) -> Option<super::Parties> {
        let verb = parse.group_at(phrase.last + 2).filter(|_| parse.tag(phrase.last + 1) == Tag::Relative)?;
        let actor = self.resolve(parse, led_by(parse, verb)?)?;
        (actor.parties.len() == 1 && !actor.outsider).then_some(actor.parties)
    }

    /// "Ann Lee negotiates for Chad", "Ann Lee sits at the table for Chad": for whom somebody of a full name bargains.
    fn bargains_for(&self, parse: &Parse<'_>, at: usize) -> Option<PartyIx> {
        let name = parse.phrases()[at];
        if name.first == name.head || !(name.first..=name.head).all(|at| parse.tag(at) == Tag::Proper) {
            return None;
        }
        let verb = (0..parse.groups().len()).find(|&group| parse.nodes()[group].subjects().first() == Some(&at))?;
        let group = parse.groups()[verb];
        let lemma = parse.text_of(group.lemma);
        if !group.has_tense() || group.passive || group.negation.is_some() {
            return None;
        }
        let bargains = words!["bargain", "haggle", "negotiate"].contains(lemma);
        let for_ = (group.last + 1..parse.tokens.len().min(group.last + 9))
            .find(|&at| parse.word(at) == named::FOR && (bargains || parse.reads(at - 1, words!["table"])))?;
        let actor = self.resolve(parse, parse.phrase_at(for_ + 1)?)?;
        actor.parties.iter().next().filter(|_| actor.parties.len() == 1 && !actor.outsider)
    }

    /// The phrase in apposition: after a comma, in a relative clause of leading, or before a comma.
    fn apposed(parse: &Parse<'_>, phrase: &Phrase) -> Option<usize> {
        let after = phrase.last + 1;
        if parse.tag(after) == Tag::Comma {
            if let Some(Unit::Phrase(next)) = parse.unit(after + 1) {
                return Some(next).filter(|_| !speaks_behind(parse, next));
            }
            if parse.tag(after + 1) == Tag::Relative {
                let verb = parse.group_at(after + 2)?;
                let served = || served_by(parse, verb);
                return parse.phrase_at(parse.groups()[verb].last + 1).or_else(served);
            }
        }
        let before = phrase.first.checked_sub(2)?;
        if parse.tag(phrase.first - 1) == Tag::Comma { parse.phrase_at(before) } else { None }
    }
}

/// Tells whether a phrase may introduce somebody: it ends in a name, or is somebody's.
fn may_introduce(parse: &Parse<'_>, at: usize) -> bool {
    let phrase = &parse.phrases()[at];
    parse.tag(phrase.head) == Tag::Proper || phrase.possessor.is_some()
}

/// "bargains for Utah", "sat on the Omani side": for whom a verb says that its subject is at the table.
fn served_by(parse: &Parse<'_>, verb: usize) -> Option<usize> {
    let group = parse.groups()[verb];
    let served = match parse.text_of(group.lemma) {
        "negotiate" | "bargain" | "speak" => "for",
        "sit" | "serve" if parse.reads(group.last + 1, words!["for"]) => "for",
        "sit" | "serve" => "on",
        _ => return None,
    };
    parse.phrase_at(group.last + 2).filter(|_| !group.passive && parse.reads_word(group.last + 1, served))
}

/// "leads the Chadian team", "sits for Chad": the phrase that says for whom the subject of the verb acts.
fn led_by(parse: &Parse<'_>, verb: usize) -> Option<usize> {
    let group = parse.groups()[verb];
    let leads = parse.is_in(group.lemma, words!["lead", "head", "chair", "represent"]);
    let object = || parse.phrase_at(group.last + 1).filter(|_| leads && !group.passive);
    served_by(parse, verb).or_else(object)
}

/// Tells whether a name is a place: "in Darfur".
fn is_located(parse: &Parse<'_>, phrase: &Phrase) -> bool {
    let before = phrase.first.checked_sub(1).map_or("", |before| parse.text_at(before));
    phrase.first == phrase.head && words!["in", "into", "at", "near"].contains(before)
}

/// Tells whether the phrase is the subject of a verb of speech at the end ("in Darfur, a spokesman said").
fn speaks_behind(parse: &Parse<'_>, phrase: usize) -> bool {
    parse.nodes().iter().zip(parse.groups()).any(|(node, group)| {
        let own = node.subjects() == [phrase] && parse.classes().is(group.lemma, Class::Speech);
        own && (parse.phrases()[phrase].last..group.first).all(|at| parse.tag(at) != Tag::Comma)
    })
}

/// The words of a title before a name, articles and affiliation left out.
fn role_words(parse: &Parse<'_>, phrase: &Phrase, name: usize) -> String {
    let titled = |at: &usize| {
        let token = parse.tokens[*at];
        parse.classes().is(token.lemma, Class::Title) || parse.classes().is(token.word, Class::Title)
    };
    let first = (phrase.first..name).find(titled).unwrap_or(phrase.first);
    parse.span(first, name - 1).of(parse.text).trim_end_matches(',').to_owned()
}
