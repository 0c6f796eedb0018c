//! People called by their office alone: "health service director Ann Lee", "…, secretary Ann Lee said".
//!
//! The words of the office are part of a party's name, or whoever speaks of what a party will do speaks for it.

use super::name_word::noun;
use super::scene::{Mention, Scene};
use super::{Actor, How, Parties};
use crate::dossier::{Entity, Name, NameForm, PartyIx, PartyKind};
use crate::language::classes::Class;
use crate::language::clause::Link;
use crate::language::named;
use crate::language::parse::Parse;
use crate::language::phrase::Phrase;
use crate::language::word_list::{WordList, words};
use crate::language::{Tag, Word};

/// Offices in a union or an enterprise.
const OFFICES: &WordList = words![
    "boss",
    "chair",
    "chairman",
    "chairwoman",
    "chief",
    "convenor",
    "coordinator",
    "director",
    "executive",
    "head",
    "leader",
    "manager",
    "negotiator",
    "officer",
    "organiser",
    "organizer",
    "president",
    "representative",
    "secretary",
    "spokesman",
    "spokesperson",
    "spokeswoman",
    "superintendent",
];

impl Scene<'_> {
    /// "health service director": the open party in whose name the words before the office stand.
    pub(super) fn by_part(&self, parse: &Parse<'_>, first: usize, name: usize) -> Option<Parties> {
        let office = |at: usize| {
            let token = parse.tokens[at];
            parse.classes().is(token.lemma, Class::Title) || parse.classes().is(token.word, Class::Title)
        };
        let from = (first..name).find(|&at| !matches!(parse.tag(at), Tag::Determiner | Tag::Possessive))?;
        let end = (from..name).find(|&at| office(at))?;
        let words: Vec<String> = (from..end).map(|at| parse.text_at(at).to_lowercase()).collect();
        let named = words.len() > 1 || parse.tokens.get(from).is_some_and(|token| token.capital && from > 0);
        (named && !words.is_empty()).then(|| self.cast.by_part(&words)).flatten().map(Parties::one)
    }

    /// "the government", "ministers" of an article in which no more than one negotiates.
    pub(super) fn ruler(&self, parse: &Parse<'_>, phrase: &Phrase) -> Option<Parties> {
        let head = parse.text_of(noun(parse, phrase.head));
        let rules = words![
            "army",
            "cabinet",
            "general",
            "government",
            "military",
            "minister",
            "premier",
            "regime",
            "secretary",
            "state",
        ]
        .contains(head);
        let bare = parse.word(phrase.first) == named::THE || phrase.first == phrase.head;
        let named = self.names_in(phrase.first, phrase.last).next().is_some();
        // "the generals" of an article in which an army is a party of its own
        let army = || {
            self.principals()
                .iter()
                .find(|&party| head == "general" && self.party_name(party).ends_with("Armed Forces"))
        };
        let home = || self.cast.home.filter(|_| head == "government");
        let open = || army().or_else(|| self.cast.government()).or_else(|| self.only_state()).or_else(home);
        (rules && bare && !named && phrase.possessor.is_none()).then(open).flatten().map(Parties::one)
    }

    /// "President Santos" of an article in which no more than one state negotiates.
    pub(super) fn ruler_of_only_state(&self, parse: &Parse<'_>, name: usize) -> Option<Parties> {
        let title = name.checked_sub(1).filter(|&at| parse.reads(at, words!["president", "minister", "premier"]))?;
        let firm = title > 0 && parse.reads(title - 1, words!["vice", "company", "union", "deputy"]);
        self.only_state().filter(|_| !firm && parse.tokens[title].capital).map(Parties::one)
    }

    /// Tells whether two firms negotiate with each other.
    pub(super) fn firms_meet(&self) -> bool {
        let firm = |party: PartyIx| matches!(self.kind(party), PartyKind::Company | PartyKind::Group);
        let open = |&party: &PartyIx| firm(party) && self.cast.party(party).is_some();
        self.principals().iter().filter(open).count() > 1
    }

    /// "the company" where two firms negotiate: the one that was named last.
    pub(super) fn firm_just_named(&self, parse: &Parse<'_>, phrase: &Phrase, noun: Word) -> Option<PartyIx> {
        let plain = parse.reads(phrase.head, words!["company", "firm", "bank", "group"]) && !self.cast.is_name_of(noun);
        if !plain || !self.firms_meet() {
            return None;
        }
        let start = parse.tokens[phrase.first].span.start;
        let firm = |mention: &&Mention| {
            let party = mention.actor.parties.iter().next().filter(|_| mention.actor.parties.len() == 1);
            party.is_some_and(|party| self.principals().contains(party) && self.cast.party(party).is_some())
        };
        let here = self.current().iter().rev().find(|mention| mention.span.end <= start && firm(mention));
        let subject = |sentence: &[Mention]| {
            let mut firms = sentence.iter().filter(firm);
            firms.clone().find(|mention| mention.subject).or_else(|| firms.next()).copied()
        };
        let found = here.copied().or_else(|| self.earlier().find_map(subject))?;
        found.actor.parties.iter().next()
    }

    /// "the Danish brewer", "the French unions": firms and unions of a state, which are not the state.
    pub(super) fn is_of_a_nation(&self, parse: &Parse<'_>, phrase: &Phrase) -> bool {
        let state = |name: &Name| {
            let demonym = matches!(name.entity, Entity::Party { form: NameForm::Demonym, .. });
            demonym && self.kind(self.party_of(name.entity)) == PartyKind::State
        };
        if phrase.possessor.is_some() || !self.names_in(phrase.first, phrase.head).any(state) {
            return false;
        }
        let firm = parse.classes().is_any(noun(parse, phrase.head), &[Class::CompanyRole, Class::UnionHead])
            || parse.reads(phrase.head, words!["company", "companies", "firm", "firms", "union", "group"]);
        // "the Chinese central bank" is the state's own.
        let own = words!["central", "development", "export-import", "federal", "national", "reserve", "state"];
        firm && !(phrase.first..phrase.head).any(|at| parse.reads(at, own))
    }

    /// "Commissioner Ana Gil" of an article in which no more than one league negotiates.
    pub(super) fn league_of(&self, parse: &Parse<'_>, name: usize) -> Option<Parties> {
        name.checked_sub(1).filter(|&at| parse.reads(at, words!["commissioner"]))?;
        let sides = self.principals();
        let league =
            |party: PartyIx| self.kind(party) == PartyKind::Company || self.party_name(party).ends_with("League");
        let mut leagues = sides.iter().filter(|&party| league(party));
        leagues.next().filter(|_| leagues.next().is_none()).map(Parties::one)
    }

    /// The state that negotiates with a movement, a union or a firm, and not with another state.
    fn only_state(&self) -> Option<PartyIx> {
        let principals = self.principals();
        let mut states = principals.iter().filter(|&party| self.kind(party) == PartyKind::State);
        let state = states.next().filter(|_| principals.len() > 1)?;
        let bodies = [PartyKind::Movement, PartyKind::Union, PartyKind::Company, PartyKind::Organisation];
        let facing = principals.iter().all(|party| party == state || bodies.contains(&self.kind(party)));
        (facing && states.next().is_none()).then_some(state)
    }

    /// "the administration", "a senior administration official": in the press that of Washington, where it takes part.
    pub(super) fn administration(&self, parse: &Parse<'_>, phrase: &Phrase) -> Option<Parties> {
        let named = (phrase.first..=phrase.head).any(|at| parse.text_at(at).eq_ignore_ascii_case("administration"));
        let us = self.dossier.party_by_slug("us").filter(|_| named)?;
        let named = self.cast.home == Some(us);
        (named || self.principals().contains(us) || self.mediators().contains(us)).then(|| Parties::one(us))
    }

    /// "the Commission" where the Union takes part, "the Secretary-General", "New York" where the United Nations do: what
    /// the press calls two organisations by.
    pub(super) fn organisation(&self, parse: &Parse<'_>, phrase: &Phrase) -> Option<Actor> {
        if !parse.tokens[phrase.head].capital && !parse.reads(phrase.head, words!["commission"]) {
            return None;
        }
        let the = parse.word(phrase.first) == named::THE;
        let (slug, person) = match () {
            () if parse.reads(phrase.head, words!["commission"]) && the && phrase.head == phrase.first + 1 => {
                ("eu", false)
            }
            () if self.is_secretary(parse, phrase) => ("un", true),
            () if parse.text_at(phrase.head) == "York" && parse.span(phrase.first, phrase.last).len() == 8 => {
                ("un", false)
            }
            () => return None,
        };
        let party = self.dossier.party_by_slug(slug)?;
        let seated = self.principals().contains(party) || self.mediators().contains(party);
        (person || seated).then_some(Actor {
            parties: Parties::one(party),
            how: How::Affiliation,
            person,
            plural: false,
            outsider: false,
        })
    }

    /// "Secretary-General Guterres", "the UN under-secretary-general", but "NATO's secretary-general".
    fn is_secretary(&self, parse: &Parse<'_>, phrase: &Phrase) -> bool {
        let titled = (phrase.first..=phrase.head)
            .any(|at| parse.reads(at, words!["secretary-general", "under-secretary-general"]));
        titled && phrase.possessor.is_none() && self.names_in(phrase.first, phrase.head).next().is_none()
    }

    /// "His counterpart": who speaks for the other of the two that negotiate.
    pub(super) fn counterpart(&self, parse: &Parse<'_>, phrase: &Phrase) -> Option<Actor> {
        let own = self.possessor_party(parse, phrase)?;
        let parties = self.principals().without(own);
        (parties.len() == 1 && parties != self.principals()).then_some(Actor {
            parties,
            how: How::Affiliation,
            person: true,
            plural: false,
            outsider: false,
        })
    }

    /// "Foreign Minister Ann Lee urged Ankara": a minister without a country speaks for the party that the sentence
    /// before had as its subject, or, addressing one of two that negotiate, for the other.
    pub(super) fn minister_of(&self, parse: &Parse<'_>, person: usize, name: usize) -> Option<Parties> {
        let title = parse.text_at(name.checked_sub(1)?).to_lowercase();
        let bare = parse.phrases()[person].possessor.is_none();
        if !bare || !["minister", "premier", "chancellor"].contains(&title.as_str()) {
            return None;
        }
        let addressed = (0..parse.groups().len())
            .filter(|&group| parse.nodes()[group].subjects() == [person])
            .filter(|&group| parse.classes().is(parse.groups()[group].lemma, Class::ObjectControl))
            .find_map(|group| {
                let next = parse.groups()[group].last + 1;
                let object = parse.phrase_at(next).or_else(|| parse.phrase_at(next + 1))?;
                Some(self.resolve(parse, object)?.parties)
            });
        let sides = self.principals();
        if let Some(other) = addressed.map(|parties| sides.without(parties)) {
            return (other.len() == 1 && sides.len() == 2).then_some(other);
        }
        let before = self.earlier().next()?.iter().rev().find(|mention| mention.subject && !mention.actor.outsider)?;
        let named = matches!(before.actor.how, How::Name | How::Seat) && before.actor.parties.len() == 1;
        named.then_some(before.actor.parties)
    }

    /// "The guild would lift its ban, secretary Ann Lee said": whoever tells what the only party of the sentence does.
    pub(super) fn speaks_for_subject(&self, parse: &Parse<'_>, person: usize, name: usize) -> Option<Parties> {
        let before = parse.text_at(name.checked_sub(1)?).to_lowercase();
        let bare = parse.phrases()[person].possessor.is_none();
        let says = (0..parse.groups().len()).find(|&group| {
            let speech = parse.classes().is(parse.groups()[group].lemma, Class::Speech);
            speech && parse.nodes()[group].subjects() == [person]
        })?;
        if !bare || !OFFICES.contains(&before) {
            return None;
        }
        let mut told = (0..parse.groups().len()).filter(|&group| {
            let node = &parse.nodes()[group];
            group != says && node.link == Link::Main && parse.groups()[group].has_tense() && !node.subjects().is_empty()
        });
        let (group, None) = (told.next()?, told.next()) else { return None };
        let &[subject] = parse.nodes()[group].subjects() else { return None };
        let actor = self.resolve(parse, subject).filter(|actor| !actor.outsider && !actor.person)?;
        let open = actor.parties.iter().all(|party| self.cast.party(party).is_some());
        (actor.parties.len() == 1 && open).then_some(actor.parties)
    }
}
