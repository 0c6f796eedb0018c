//! Who negotiates and who mediates in an article that no dossier describes.
//!
//! Parties gain weight by acting: as subjects, as owners of what is said or wanted, in the headline and at the
//! start. A place ("in Geneva") has none. Who brings others together is no party to their talks.

use super::cast::{Cast, Read};
use super::scene::Scene;
use super::{How, Parties};
use crate::dossier::{Dossier, Names, PartyIx, PartyKind};
use crate::language::Tag;
use crate::language::classes::Class;
use crate::language::named;
use crate::language::numeral;
use crate::language::parse::Parse;
use crate::language::word_list::{WordList, words};

/// How many sentences count as the start.
const START: usize = 3;
/// What a mention weighs: as the subject of a verb, and elsewhere.
const SUBJECT: u32 = 3;
const OTHER: u32 = 1;
/// What it weighs to be one of two who meet, sign or talk with each other.
const PAIRED: u32 = 4;

/// What a first reading says of the talks.
#[derive(Debug, Default)]
pub(super) struct Talks {
    pub(super) principals: Parties,
    pub(super) mediators: Parties,
    /// Whether any party acts.
    pub(super) peopled: bool,
}

/// With more parties than these, of whom the first two have not half of all weight, the talks are of many and nobody leads.
const MANY: usize = 8;

/// What is counted.
#[derive(Debug, Default)]
struct Tally {
    weights: Vec<(PartyIx, u32)>,
    mediators: Parties,
    /// Who gives the talks a roof, and is no party to them for that.
    hosts: Parties,
    /// States whose parties and coalitions the text speaks of, and how often each state acts itself.
    homes: Parties,
    acts: Vec<PartyIx>,
    /// Whether the text tells how a government is formed.
    forming: bool,
    /// How many sides the text speaks of, where it says more than two.
    spoken: usize,
    /// How many sentences outside quotation marks say "we".
    own_voice: u32,
    /// How many parties it lists beside each other at its start, where more than two.
    listed: usize,
}

/// Reads the sentences with the cast known so far.
pub(super) fn read(dossier: &Dossier, names: &Names, cast: &Cast, sentences: &[Read<'_>]) -> Talks {
    let mut scene = Scene::new(dossier, names, cast);
    let mut tally = Tally::default();
    for (at, (parse, headline)) in sentences.iter().enumerate() {
        scene.enter(parse);
        let factor = if *headline || at < START { 2 } else { 1 };
        tally.weigh(parse, &scene, factor);
        tally.find_homes(parse, &scene);
        tally.find_mediators(parse, &scene);
        let listed = if at <= START { listed_in(parse, &scene) } else { 0 };
        tally.spoken = tally.spoken.max(spoken_of(parse));
        tally.listed = tally.listed.max(listed);
        tally.own_voice += u32::from(speaks_of_us(parse));
    }
    tally.weigh_voice(&scene);
    tally.finish(&scene)
}

impl Tally {
    fn weigh(&mut self, parse: &Parse<'_>, scene: &Scene<'_>, factor: u32) {
        for mention in
            scene.current().iter().filter(|mention| !mention.actor.outsider && mention.actor.parties.len() == 1)
        {
            let first = parse.phrases()[mention.phrase].first;
            let placed =
                matches!(mention.actor.how, How::Name | How::Seat) && first > 0 && parse.word(first - 1) == named::IN;
            if placed || matches!(mention.actor.how, How::Collective) {
                continue;
            }
            let weight = if mention.subject { SUBJECT } else { OTHER };
            if mention.subject && matches!(mention.actor.how, How::Name | How::Seat | How::Affiliation) {
                self.acts.extend(mention.actor.parties.iter());
            }
            self.add(mention.actor.parties, weight * factor);
        }
        for phrase in 0..parse.phrases().len() {
            if let Some(parties) = scene.possessor(parse, phrase) {
                self.add(parties, OTHER * factor);
            }
        }
        for pair in paired(parse, scene) {
            self.add(pair, PAIRED * factor);
        }
    }

    /// In an interview whoever is asked speaks of their side as "we".
    fn weigh_voice(&mut self, scene: &Scene<'_>) {
        let party = scene.known().iter().find_map(|known| known.party);
        if let Some(party) = party.filter(|_| self.own_voice >= INTERVIEW) {
            self.add(Parties::one(party), SUBJECT * self.own_voice);
        }
    }

    fn add(&mut self, parties: Parties, weight: u32) {
        for party in parties.iter() {
            match self.weights.iter_mut().find(|(known, _)| *known == party) {
                Some(entry) => entry.1 += weight,
                None => self.weights.push((party, weight)),
            }
        }
    }

    /// "Germany's Greens", "a Dutch coalition", "Chad's two largest parties": states whose parties bargain at home.
    fn find_homes(&mut self, parse: &Parse<'_>, scene: &Scene<'_>) {
        for phrase in 0..parse.phrases().len() {
            let head = parse.phrases()[phrase].head;
            let ruling = parse.reads(head, words!["government", "coalition", "cabinet"]);
            self.forming |= ruling
                && parse
                    .group_at(parse.phrases()[phrase].first.saturating_sub(1))
                    .is_some_and(|group| parse.is_in(parse.groups()[group].lemma, words!["form"]));
            let own = |actor: &super::Actor| actor.parties.iter().any(|party| scene.kind(party) != PartyKind::State);
            let theirs = parse.is_in(parse.lemma(head), words!["party", "coalition", "kingmaker"])
                || matches!(parse.tag(head), Tag::Proper | Tag::Plural)
                    && scene.actor(phrase).as_ref().is_some_and(own);
            let states = if theirs { scene.owner(parse, phrase).unwrap_or_default() } else { Parties::default() };
            self.homes.extend(states.iter().filter(|&party| scene.kind(party) == PartyKind::State).collect());
        }
    }

    /// Tells whether a party is a state that is only the home of those who bargain.
    fn is_home(&self, scene: &Scene<'_>, party: PartyIx) -> bool {
        let own = |&&(other, _): &&(PartyIx, u32)| scene.kind(other) != PartyKind::State;
        (self.homes.contains(party) || self.forming && scene.kind(party) == PartyKind::State)
            && self.acts.iter().filter(|&&acting| acting == party).count() <= 1
            && self.weights.iter().filter(own).count() > 1
    }

    /// "mediated by Qatar", "Qatari mediators", "under UN auspices", "US-brokered", "Oman hosted".
    fn find_mediators(&mut self, parse: &Parse<'_>, scene: &Scene<'_>) {
        for (at, group) in parse.groups().iter().enumerate() {
            let is = |words| parse.is_in(group.lemma, words);
            let mediates = parse.classes().is(group.lemma, Class::Mediate);
            let agent = parse.phrase_at(group.last + 2).filter(|_| parse.word(group.last + 1) == named::BY);
            let hosts = is(words!["host"]) && hosts_talks(parse, at)
                || agent.is_some() && is(words!["arrange", "convene", "oversee", "sponsor"]);
            let passive = group.passive || agent.is_some();
            let acting = if passive { agent.as_slice() } else { parse.nodes()[at].subjects() };
            for &phrase in acting.iter().filter(|_| mediates || hosts) {
                let parties = super::pronoun::parties(scene.actor(phrase).filter(|actor| !actor.outsider));
                if mediates { self.mediators.extend(parties) } else { self.hosts.extend(parties) }
            }
        }
        for (at, phrase) in parse.phrases().iter().enumerate() {
            if parse.reads(phrase.head, MEDIATION) {
                self.mediators.extend(scene.owner(parse, at).unwrap_or_default());
                self.mediators.extend(super::pronoun::parties(scene.actor(at)));
                self.mediators.extend(named_before(parse, scene, phrase.first));
            }
        }
        for token in parse.tokens {
            let text = token.span.of(parse.text);
            let led = words!["brokered", "mediated", "sponsored", "hosted", "led"];
            if text.ends_with("ed") && text.rsplit_once('-').is_some_and(|(_, end)| led.contains(end)) {
                self.mediators.extend(scene.in_compound(text));
            }
        }
    }

    /// The two that weigh most, or as many as the text speaks of; nobody where many weigh alike or share the weight.
    fn finish(mut self, scene: &Scene<'_>) -> Talks {
        self.weights.sort_by_key(|&(party, weight)| (std::cmp::Reverse(weight), party));
        let peopled = !self.weights.is_empty();
        let leading: Parties = self.weights.iter().take(2).map(|&(party, _)| party).collect();
        if leading.without(self.mediators).is_empty() {
            self.mediators = self.mediators.without(leading);
        }
        let aside = |party| {
            let apart = self.mediators.contains(party) || self.hosts.contains(party);
            apart || self.is_home(scene, party) || RELIEF.contains(scene.slug(party))
        };
        let apart: Vec<(PartyIx, u32)> = self.weights.iter().copied().filter(|&(party, _)| !aside(party)).collect();
        let ranked = if apart.len() >= 2 { apart } else { std::mem::take(&mut self.weights) };
        let second = ranked.get(1).map_or(0, |&(_, weight)| weight);
        let alike = ranked.iter().filter(|&&(_, weight)| weight * 2 >= second).count();
        let alone = self.mediators.is_empty();
        let count = if alone && self.spoken > 2 && (alike == self.spoken || self.spoken == 3) {
            self.spoken
        } else if alone && self.listed > 2 && alike == self.listed {
            self.listed
        } else {
            2
        };
        if second == 0 || alike > 4 && count < alike {
            return Talks { mediators: self.mediators, peopled, ..Talks::default() };
        }
        let leading: u32 = ranked.iter().take(count).map(|&(_, weight)| weight).sum();
        let total: u32 = ranked.iter().map(|&(_, weight)| weight).sum();
        if ranked.len() > MANY && leading * 2 < total {
            return Talks { mediators: self.mediators, peopled, ..Talks::default() };
        }
        let principals: Parties = ranked.iter().take(count).map(|&(party, _)| party).collect();
        Talks { principals, mediators: self.mediators.without(principals), peopled }
    }
}

/// "Chad and Peru met", "talks between Chad and Peru": two parties that the sentence says to be at one table.
fn paired(parse: &Parse<'_>, scene: &Scene<'_>) -> Vec<Parties> {
    let of = |phrases: &[usize]| {
        let mut parties = Parties::default();
        let actors = phrases.iter().filter_map(|&phrase| scene.actor(phrase));
        actors.filter(|actor| !actor.outsider).for_each(|actor| parties.extend(actor.parties));
        Some(parties).filter(|parties| parties.len() == 2)
    };
    let meets = |group: usize| parse.groups()[group].has_tense() && parse.is_in(parse.groups()[group].lemma, MEETING);
    let met =
        (0..parse.groups().len()).filter(|&group| meets(group)).filter_map(|group| of(parse.nodes()[group].subjects()));
    let between = (0..parse.phrases().len()).filter_map(|at| {
        let found = parse.phrases()[at];
        let talks = parse.reads(found.last + 1, words!["between"]) && parse.is_in(parse.lemma(found.head), TALKS);
        let first = parse.phrase_at(found.last + 2).filter(|_| talks)?;
        let and = parse.phrases()[first].last + 1;
        let second = parse.phrase_at(and + 1).filter(|_| parse.tag(and) == Tag::Coordinator)?;
        of(&[first, second])
    });
    met.chain(between).collect()
}

/// What two do who sit at one table.
const MEETING: &WordList = words!["agree", "conclude", "finalise", "finalize", "meet", "negotiate", "sign", "talk"];

/// From how many sentences with "we" on an article is an interview.
const INTERVIEW: u32 = 5;

/// Tells whether a sentence without quotation marks says "we" or "our".
fn speaks_of_us(parse: &Parse<'_>) -> bool {
    let ours = parse.tokens.iter().any(|token| [named::WE, named::OUR].contains(&token.word));
    ours && parse.tokens.iter().all(|token| !matches!(token.tag, Tag::Open | Tag::Close))
}

/// Who carries the wounded, the prisoners and the food of both sides.
const RELIEF: &WordList = words!["msf", "ocha", "red-crescent", "red-cross", "unhcr", "unicef", "wfp"];

/// Nouns for those who bring others together, and for what they do.
const MEDIATION: &WordList = words![
    "mediator",
    "mediators",
    "mediation",
    "auspices",
    "facilitation",
    "facilitator",
    "go-between",
    "intermediary",
    "broker",
];

/// "hosted the talks", "the round is hosted by": not "hosts a mission".
fn hosts_talks(parse: &Parse<'_>, group: usize) -> bool {
    let found = parse.groups()[group];
    let object = parse.phrase_at(found.last + 1).or_else(|| parse.nodes()[group].subjects().first().copied());
    let head = object.map(|phrase| parse.noun(phrase));
    head.is_none_or(|head| parse.classes().is(parse.language.lexicon.word(head), Class::Side) || TALKS.contains(head))
}

/// What a host gives a roof.
const TALKS: &WordList = words![
    "conference",
    "contact",
    "delegation",
    "dialogue",
    "discussion",
    "meeting",
    "mediation",
    "negotiation",
    "negotiator",
    "envoy",
    "process",
    "round",
    "session",
    "summit",
    "talk",
    "team",
    "it",
    "them",
    "they",
];

/// "Qatar, the mediator", "with Egypt as mediator": the party named just before.
fn named_before(parse: &Parse<'_>, scene: &Scene<'_>, first: usize) -> Parties {
    let link = first.checked_sub(1).filter(|&at| parse.tag(at) == Tag::Comma || parse.word(at) == named::AS);
    // "Malaysia, as facilitator,"
    let set_off = |at: usize| at > 0 && parse.word(at) == named::AS && parse.tag(at - 1) == Tag::Comma;
    let link = link.map(|at| if set_off(at) { at - 1 } else { at });
    let phrase = link.and_then(|at| at.checked_sub(1)).and_then(|at| parse.phrase_at(at));
    let actor = phrase
        .and_then(|phrase| scene.actor(phrase))
        .filter(|actor| matches!(actor.how, How::Name | How::Seat | How::Person));
    super::pronoun::parties(actor)
}

/// "Kenya, Uganda and Tanzania share", "talks between Kenya, Uganda and Tanzania": how many parties, where more than
/// two, the subject of one verb or a list behind "between" or "among" names.
fn listed_in(parse: &Parse<'_>, scene: &Scene<'_>) -> usize {
    let named = |&phrase: &usize| scene.actor(phrase).filter(|actor| matches!(actor.how, How::Name));
    let counts = parse.nodes().iter().map(|node| {
        let mut parties = Parties::default();
        let subjects = node.subjects();
        subjects.iter().filter_map(named).for_each(|actor| parties.extend(actor.parties));
        if parties.len() == subjects.len() { parties.len() } else { 0 }
    });
    let most = counts.max().unwrap_or_default().max(listed_between(parse, scene));
    if SIDES.contains(&most) { most } else { 0 }
}

/// The parties that a list behind "between" or "among" names.
fn listed_between(parse: &Parse<'_>, scene: &Scene<'_>) -> usize {
    let opens = |&at: &usize| [named::BETWEEN, named::AMONG].contains(&parse.word(at));
    let Some(opener) = (0..parse.tokens.len()).find(opens) else { return 0 };
    let mut parties = Parties::default();
    let mut next = parse.phrase_at(opener + 1);
    while let Some(phrase) = next {
        let actor = scene.actor(phrase).filter(|actor| matches!(actor.how, How::Name) && actor.parties.len() == 1);
        let Some(actor) = actor else { break };
        parties.extend(actor.parties);
        let mut after = parse.phrases()[phrase].last + 1;
        while matches!(parse.tag(after), Tag::Comma | Tag::Coordinator) {
            after += 1;
        }
        next = parse.phrase_at(after);
    }
    parties.len()
}

/// How many sides talks of more than two have.
pub(super) const SIDES: std::ops::RangeInclusive<usize> = 3..=6;

/// "the three sides", "all three", "the five": how many sides the sentence speaks of, none where it says no number.
fn spoken_of(parse: &Parse<'_>) -> usize {
    let spoken = |at: usize| {
        if ![named::THE, named::ALL].contains(&parse.word(at - 1)) {
            return None;
        }
        // "the three coastal states" are not all there are.
        let some = matches!(parse.tag(at + 1), Tag::Plural | Tag::Adjective);
        let side = parse.classes().is(parse.lemma(at + 1), Class::Side) || !some;
        let said = if side { numeral::value(parse.text_at(at)) } else { None };
        said.map(|count| count as usize).filter(|count| SIDES.contains(count))
    };
    (1..parse.tokens.len()).filter_map(spoken).max().unwrap_or_default()
}
