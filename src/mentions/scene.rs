//! What an article has mentioned so far, sentence by sentence.

use crate::language::word_list::{WordList, words};
use std::rc::Rc;

use super::cast::Cast;
use super::people::{Known, People};
use super::{Actor, Parties};
use crate::dossier::{Dossier, Entity, Name, NameForm, Names, PartyIx, PartyKind, PersonIx};
use crate::language::parse::Parse;
use crate::language::{Tag, Word};
use crate::text::Span;

/// How many sentences back a pronoun may reach.
const REACH: usize = 2;

/// Texts for which "it" stands in the sentence behind.
const TEXTS: &WordList = words![
    "accord",
    "agreement",
    "communiqué",
    "deal",
    "declaration",
    "document",
    "draft",
    "memorandum",
    "pact",
    "protocol",
    "statement",
    "text",
    "treaty",
];

/// Somebody mentioned in a sentence.
#[derive(Debug, Clone, Copy)]
pub struct Mention {
    /// The words, in bytes.
    pub span: Span,
    /// The phrase, by its place in its sentence.
    pub phrase: usize,
    /// Who.
    pub actor: Actor,
    /// Whether it is the subject of a tensed verb.
    pub subject: bool,
    /// Behind how many semicolons of its sentence it stands.
    pub part: usize,
}

/// In whose voice an interview's turn stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Voice {
    /// The interviewee's party.
    pub parties: Parties,
    /// Their name, in bytes.
    pub name: Span,
    /// Whether they are asked ("you") and do not speak ("we").
    pub asked: bool,
}

/// Whom one sentence mentions.
#[derive(Debug, Clone, Default)]
struct Sight {
    /// The mentions, in order.
    mentions: Vec<Mention>,
    /// The actor of each phrase.
    actors: Vec<Option<Actor>>,
    /// The names.
    names: Vec<Name>,
    /// Whether the sentence is about a text of nobody's own ("The agreement bans mines").
    leads: bool,
}

/// The memory of one document; a copy, as it was at one sentence, is cheap.
#[derive(Debug, Clone)]
pub struct Scene<'a> {
    pub(super) dossier: &'a Dossier,
    names: &'a Names,
    pub(super) cast: &'a Cast,
    /// Who negotiates: the dossier's principals, or those of the cast.
    principals: Parties,
    /// Who mediates.
    mediators: Parties,
    pub(super) people: Rc<People>,
    /// States whose capitals the article has named as places.
    pub(super) venues: Parties,
    /// The sentences before that mention somebody, the nearest first.
    earlier: [Option<Rc<Sight>>; REACH],
    /// The sentence at hand.
    here: Rc<Sight>,
    /// The parties that a role noun ("ministry", "delegation") last stood for.
    roles: Rc<Vec<(Word, Parties)>>,
    /// The joint body that was last named, by its noun, and who sits in it.
    pub(super) body: Option<Rc<(String, Parties)>>,
    /// The party whose seat opens the paragraph ("NAIROBI: The foreign ministry …").
    seat: Parties,
    /// The party whose position the section sets out ("Where Syria stands").
    section: Parties,
    /// In whose voice the sentence at hand stands.
    voice: Option<Voice>,
}

/// Words of a heading that announces one side's position, and its greatest length in tokens.
const SECTIONS: &WordList = words![
    "asks",
    "demands",
    "insists",
    "line",
    "needs",
    "position",
    "positions",
    "priorities",
    "seeks",
    "side",
    "stands",
    "stand",
    "thinks",
    "thinking",
    "view",
    "want",
    "wants",
];
const LONGEST_SECTION: usize = 9;

/// The number of semicolons before token `at`.
fn parts(parse: &Parse<'_>, at: usize) -> usize {
    (0..at).filter(|&before| parse.tag(before) == Tag::Colon && parse.text_at(before) == ";").count()
}

impl<'a> Scene<'a> {
    /// Begins a document with the cast that a first reading gathered, empty where the dossier says who negotiates.
    #[must_use]
    pub fn new(dossier: &'a Dossier, names: &'a Names, cast: &'a Cast) -> Self {
        let known: Parties = dossier.principals().iter().copied().collect();
        let mut mediators: Parties = dossier.mediators().iter().copied().collect();
        mediators.extend(cast.mediators);
        Self {
            dossier,
            names,
            cast,
            principals: if known.is_empty() { cast.principals } else { known },
            mediators,
            people: Rc::default(),
            venues: Parties::default(),
            earlier: [const { None }; REACH],
            here: Rc::default(),
            roles: Rc::default(),
            body: None,
            seat: Parties::default(),
            section: Parties::default(),
            voice: None,
        }
    }

    /// The parties that negotiate.
    #[must_use]
    pub fn principals(&self) -> Parties {
        self.principals
    }

    /// Tells whether the document names any party at all, or the dossier says who negotiates.
    #[must_use]
    pub fn names_parties(&self) -> bool {
        !self.principals.is_empty() || self.cast.peopled
    }

    /// The parties that mediate.
    #[must_use]
    pub fn mediators(&self) -> Parties {
        self.mediators
    }

    /// Reads the mentions of the next sentence.
    pub fn enter(&mut self, parse: &Parse<'_>) {
        let finished = std::mem::take(&mut self.here);
        // In an interview, where short answers name nobody, a sentence counts though it mentions none.
        if !finished.mentions.is_empty() || self.voice.is_some() {
            self.earlier.rotate_right(1);
            self.earlier[0] = Some(finished);
        }
        let mut names = Vec::new();
        self.names.find(parse.tokens, parse.text, &mut names);
        self.cast.find(parse.tokens, parse.text, &mut names);
        let actors = Vec::with_capacity(parse.phrases().len());
        *self.here_mut() = Sight { actors, names, ..Sight::default() };
        self.note_venues(parse);
        self.note_bodies(parse);
        self.note_seat(parse);
        self.learn_people(parse);
        for phrase in 0..parse.phrases().len() {
            let actor = self.resolve(parse, phrase);
            self.here_mut().actors.push(actor);
            if actor.is_none() {
                self.note_possessor(parse, phrase);
            }
            if let Some(actor) = actor.filter(|_| self.voiced(parse, parse.phrases()[phrase].head).is_none()) {
                self.note(parse, phrase, actor);
            }
        }
        self.here_mut().leads = self.is_about_a_text(parse);
    }

    /// The sentence at hand, to be changed.
    fn here_mut(&mut self) -> &mut Sight {
        Rc::make_mut(&mut self.here)
    }

    /// "The agreement bans mines": "it" in the next sentence is the agreement, and nobody named in passing.
    fn is_about_a_text(&self, parse: &Parse<'_>) -> bool {
        let main = (0..parse.groups().len()).find(|&group| parse.groups()[group].has_tense());
        let Some(&[subject]) = main.map(|group| parse.nodes()[group].subjects()) else { return false };
        let head = parse.phrases()[subject].head;
        parse.tag(head) == Tag::Noun
            && parse.is_in(parse.lemma(head), TEXTS)
            && self.actor(subject).is_none()
            && self.owner(parse, subject).is_none()
    }

    /// Whether each sentence of [`Self::earlier`], in its order, is about a text.
    pub(super) fn led(&self) -> impl Iterator<Item = bool> {
        self.earlier.iter().flatten().map(|sight| sight.leads)
    }

    /// Sets in whose voice the next sentences stand.
    pub fn hear(&mut self, voice: Option<Voice>) {
        self.voice = voice;
    }

    /// The party in whose voice the sentence stands, where it is an interview's.
    #[must_use]
    pub fn voice_of(&self) -> Option<Parties> {
        self.voice.map(|voice| voice.parties)
    }

    /// Who "we", "us" and "our" stand for in an interview's answers, and "you" and "your" in its questions.
    pub(super) fn voiced(&self, parse: &Parse<'_>, at: usize) -> Option<Actor> {
        let voice = self.voice?;
        let own = if voice.asked { words!["you", "your"] } else { words!["we", "us", "our", "i", "me", "my"] };
        let how = super::How::Pronoun(voice.name);
        parse.reads(at, own).then_some(Actor {
            parties: voice.parties,
            how,
            person: false,
            plural: false,
            outsider: false,
        })
    }

    /// In whose voice the sentence at hand stands.
    pub(super) fn voice(&self) -> Option<Voice> {
        self.voice
    }

    /// Forgets whose seat opened the paragraph before.
    pub fn leave_seat(&mut self) {
        self.seat = Parties::default();
    }

    /// The party whose seat the paragraph opens with.
    pub(super) fn seat(&self) -> Option<Parties> {
        [self.seat, self.section].into_iter().find(|parties| !parties.is_empty())
    }

    /// The party whose position the section sets out, empty where it sets out nobody's.
    #[must_use]
    pub fn section(&self) -> Parties {
        self.section
    }

    /// Notes whose position a heading announces for the paragraphs below it: "3. Where Syria stands".
    pub fn note_section(&mut self, parse: &Parse<'_>) {
        let mut named = Parties::default();
        for name in self.names() {
            named.extend(Parties::one(self.party_of(name.entity)));
        }
        let sets_out = (0..parse.tokens.len()).any(|at| parse.reads(at, SECTIONS));
        let short = parse.tokens.len() <= LONGEST_SECTION;
        self.section = if named.len() == 1 && sets_out && short { named } else { Parties::default() };
    }

    /// "NAIROBI: The foreign ministry said": a capital before a colon says whose ministry it is.
    fn note_seat(&mut self, parse: &Parse<'_>) {
        let seat = self.names().first().filter(|name| {
            let next = parse.tag(name.last + 1);
            // "NAIROBI. The foreign ministry said": the seat is a sentence by itself.
            let loud = || parse.span(name.first, name.last).of(parse.text).chars().all(|c| !c.is_lowercase());
            let alone = next == Tag::Stop && name.last + 2 == parse.tokens.len() && loud();
            let colon = name.first == 0 && (next == Tag::Colon || alone);
            let place = matches!(name.entity, Entity::Party { form: NameForm::Capital | NameForm::Seat, .. });
            colon && place
        });
        if let Some(name) = seat {
            self.seat = Parties::one(self.party_of(name.entity));
        }
    }

    /// Forgets what pronouns could reach, as at a heading.
    pub fn turn(&mut self) {
        self.earlier = [const { None }; REACH];
        self.here_mut().mentions.clear();
    }

    /// Notes "Israel" of "Israel's commitment", for which "it" can stand too.
    fn note_possessor(&mut self, parse: &Parse<'_>, phrase: usize) {
        let found = parse.phrases()[phrase];
        let Some((first, last)) = found.possessor.filter(|&(first, _)| parse.tag(first) == Tag::Proper) else { return };
        let Some(parties) = self.possessor(parse, phrase).filter(|parties| parties.len() == 1) else { return };
        // "Kurti's conditions": who is called by a surname is "he".
        let named = self.names_in(first, last).next_back();
        let person = named.map_or_else(
            || self.people.by_surname(parse.text_at(last)).is_some(),
            |name| matches!(name.entity, Entity::Person(_)),
        );
        let how = if person { super::How::Person } else { super::How::Name };
        let actor = Actor { parties, how, person, plural: false, outsider: false };
        let part = parts(parse, first);
        self.here_mut().mentions.push(Mention { span: parse.span(first, last), phrase, actor, subject: false, part });
    }

    fn note(&mut self, parse: &Parse<'_>, phrase: usize, actor: Actor) {
        let found = &parse.phrases()[phrase];
        let subject = (0..parse.groups().len())
            .any(|at| parse.groups()[at].has_tense() && parse.nodes()[at].subjects().contains(&phrase));
        let part = parts(parse, found.first);
        self.here_mut().mentions.push(Mention {
            span: parse.span(found.first, found.last),
            phrase,
            actor,
            subject,
            part,
        });
        self.note_together(parse, phrase, subject);
        let lemma = parse.lemma(found.head);
        if !actor.parties.is_empty() && !actor.outsider && lemma != Word::UNKNOWN {
            self.note_role(lemma, actor.parties);
        }
    }

    fn note_role(&mut self, lemma: Word, parties: Parties) {
        match self.roles.iter().position(|(role, _)| *role == lemma) {
            Some(at) if self.roles[at].1 == parties => {}
            Some(at) => Rc::make_mut(&mut self.roles)[at].1 = parties,
            None => Rc::make_mut(&mut self.roles).push((lemma, parties)),
        }
    }

    /// Notes coordinated subjects ("Egypt and Sudan") as one mention too, for which "they" can stand.
    fn note_together(&mut self, parse: &Parse<'_>, phrase: usize, subject: bool) {
        let together = parse
            .nodes()
            .iter()
            .map(super::super::language::clause::Node::subjects)
            .find(|subjects| subjects.len() > 1 && subjects.iter().max() == Some(&phrase));
        let Some(subjects) = together.filter(|_| subject) else { return };
        let mut parties = Parties::default();
        for &part in subjects {
            parties.extend(super::pronoun::parties(self.actor(part)));
        }
        let first = subjects.iter().min().copied().unwrap_or(phrase);
        let span = parse.span(parse.phrases()[first].first, parse.phrases()[phrase].last);
        let actor = Actor { parties, how: super::How::Name, person: false, plural: true, outsider: parties.is_empty() };
        let part = parts(parse, parse.phrases()[phrase].first);
        self.here_mut().mentions.push(Mention { span, phrase, actor, subject: true, part });
    }

    /// The parties that the role noun `lemma` last stood for.
    pub(super) fn role(&self, lemma: Word) -> Option<Parties> {
        self.roles.iter().find(|(role, _)| *role == lemma).map(|&(_, parties)| parties)
    }

    /// Who the phrase of the sentence at hand stands for.
    #[must_use]
    pub fn actor(&self, phrase: usize) -> Option<Actor> {
        self.here.actors.get(phrase).copied().flatten()
    }

    /// The party of a phrase's possessor ("Israel's insistence", "its demand").
    #[must_use]
    pub fn possessor(&self, parse: &Parse<'_>, phrase: usize) -> Option<Parties> {
        self.possessor_party(parse, &parse.phrases()[phrase])
    }

    /// The party that a phrase's possessor, demonym or complement gives ("Israeli insistence", "a demand by Syria").
    #[must_use]
    pub fn owner(&self, parse: &Parse<'_>, phrase: usize) -> Option<Parties> {
        let found = parse.phrases()[phrase];
        self.possessor_party(parse, &found).or_else(|| self.modifier_party(&found))
    }

    /// The names in the sentence at hand.
    #[must_use]
    pub fn names(&self) -> &[Name] {
        &self.here.names
    }

    /// Mentions of the sentence at hand, in order.
    #[must_use]
    pub fn current(&self) -> &[Mention] {
        &self.here.mentions
    }

    /// Mentions of earlier sentences, the nearest sentence first.
    pub fn earlier(&self) -> impl Iterator<Item = &[Mention]> {
        self.earlier.iter().flatten().map(|sight| sight.mentions.as_slice())
    }

    /// The names that lie wholly inside the tokens `first..=last`.
    pub(super) fn names_in(&self, first: usize, last: usize) -> impl DoubleEndedIterator<Item = &Name> {
        self.names().iter().filter(move |name| first <= name.first && name.last <= last)
    }

    /// The party of a name, of the person where it names one.
    #[must_use]
    pub fn party_of(&self, entity: Entity) -> PartyIx {
        match entity {
            Entity::Party { party, .. } => party,
            Entity::Person(person) => {
                let listed = self.dossier.person(person);
                self.people.party_of(&listed.name).unwrap_or_else(|| self.speaks_for(listed))
            }
        }
    }

    /// The party of a person of the dossier: the body whose head they are, where it bargains in this article.
    pub(super) fn speaks_for(&self, person: &crate::dossier::Person) -> PartyIx {
        person.body.filter(|&body| self.cast.has_seat(body)).unwrap_or(person.party)
    }

    /// Splits a compound such as "American-Israeli-Syrian" into the parties it names.
    #[must_use]
    pub fn in_compound(&self, text: &str) -> Parties {
        self.names.in_compound(text).into_iter().collect()
    }

    /// The name of a party in data, an open one included.
    #[must_use]
    pub fn slug(&self, party: PartyIx) -> &str {
        self.cast.party(party).map_or_else(|| self.dossier.party(party).slug.as_str(), |open| open.slug.as_str())
    }

    /// The name of a party on screen, an open one included.
    #[must_use]
    pub fn party_name(&self, party: PartyIx) -> &str {
        self.cast.party(party).map_or_else(|| self.dossier.party(party).name.as_str(), |open| open.name.as_str())
    }

    /// What a party is, an open one included.
    #[must_use]
    pub fn kind(&self, party: PartyIx) -> PartyKind {
        self.cast.party(party).map_or_else(|| self.dossier.party(party).kind, |open| open.kind)
    }

    /// The names of parties in words: "Israel and Syria".
    #[must_use]
    pub fn name_parties(&self, parties: Parties) -> String {
        let names: Vec<&str> = parties.iter().map(|party| self.party_name(party)).collect();
        match names.split_last() {
            None => "nobody known".to_owned(),
            Some((last, [])) => (*last).to_owned(),
            Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
        }
    }

    /// The people met so far.
    #[must_use]
    pub fn known(&self) -> &[Rc<Known>] {
        self.people.list()
    }

    /// The dossier's person at `ix`.
    #[must_use]
    pub fn person(&self, ix: PersonIx) -> &crate::dossier::Person {
        self.dossier.person(ix)
    }
}
