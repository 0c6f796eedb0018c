//! The cast of one document: the parties that it names and no dossier lists, and what it calls them for short.
//!
//! A dossier that names who negotiates needs no cast; without one a first reading of the article gathers it.
//! Open parties are numbered behind those of the dossier. Invariant: every [`PartyIx`] of a scene is one of the
//! dossier's or one of its cast's.

use super::Parties;
use super::bid;
use super::enrol::{OpenParty, open_parties};
use super::open::Gathered;
use super::talks;
use super::town;
use crate::dossier::{Dossier, Entity, Name, NameForm, Names, PartyIx, PartyKind};
use crate::language::classes::{Class, Classes};
use crate::language::lexicon::Lexicon;
use crate::language::parse::Parse;
use crate::language::{Tag, Token, Word};

/// Who acts in a document, as far as its dossier does not say.
#[derive(Debug, Clone, Default)]
pub struct Cast {
    /// The number of the first open party.
    base: u32,
    open: Vec<OpenParty>,
    /// The parties that negotiate.
    pub(super) principals: Parties,
    /// The parties that mediate.
    pub(super) mediators: Parties,
    /// Whether any party acts.
    pub(super) peopled: bool,
    /// The last words of names ("federation", "board"), each with its party.
    named: Vec<(Word, PartyIx)>,
    /// The last words of names that are no state's, each with all the parties whose names end in it ("basin").
    alike: Vec<(Word, Parties)>,
    union: Option<PartyIx>,
    company: Option<PartyIx>,
    movement: Option<PartyIx>,
    /// The bodies of the dossier that bargain beside or in place of the state whose statesmen lead them.
    seated: Vec<PartyIx>,
    /// The only state that the article names.
    pub(super) home: Option<PartyIx>,
    /// Names that several parties of the dossier bear, for the one of them that the article names otherwise too.
    shared: Vec<(Vec<String>, PartyIx)>,
}

/// A sentence of the first reading, and whether it stands in the headline.
pub type Read<'a> = (Parse<'a>, bool);

impl Cast {
    /// Gathers the cast of the document whose sentences are `sentences`.
    #[must_use]
    pub fn read(dossier: &Dossier, names: &Names, sentences: &[Read<'_>]) -> Self {
        let mut gathered = Gathered::default();
        let mut counts: Vec<(PartyIx, usize)> = Vec::new();
        let mut own: Vec<(PartyIx, usize)> = Vec::new();
        let mut found = Vec::new();
        for (parse, headline) in sentences {
            found.clear();
            names.find(parse.tokens, parse.text, &mut found);
            count(dossier, &found, &mut counts);
            for name in &found {
                if let Entity::Party { party, .. } = name.entity {
                    note(&mut own, party);
                }
            }
            if *headline {
                gathered.read_home(parse);
            } else {
                gathered.read(parse, &found);
            }
        }
        let mut cast = Self { base: u32::try_from(dossier.parties().len()).unwrap_or(u32::MAX), ..Self::default() };
        cast.seated = seated(dossier, &own);
        cast.shared = shared(dossier, &own);
        gathered.named.retain(|named| !cast.shared.iter().any(|(name, _)| *name == named.words));
        cast.open = open_parties(dossier, &gathered, &counts);
        counts.extend(cast.numbered().map(|(ix, open)| (ix, gathered.count(&open.name))));
        // Of two that are named as often the article's own comes first, then the one that it names first.
        counts.sort_by_key(|&(party, count)| (std::cmp::Reverse(count), party.0 < cast.base));
        if let Some((parse, _)) = sentences.first() {
            cast.name_roles(dossier, parse, &counts);
        }
        let firms: Vec<PartyIx> = cast.firms().collect();
        let parts = bid::parts(&firms, sentences, |parse, found| cast.find(parse.tokens, parse.text, found));
        cast.named.extend(parts);
        let mut states = counts.iter().map(|&(ix, _)| ix).filter(|&ix| cast.is_state(dossier, ix));
        cast.home = states.next().filter(|_| states.next().is_none());
        let talks = talks::read(dossier, names, &cast, sentences);
        (cast.principals, cast.mediators, cast.peopled) = (talks.principals, talks.mediators, talks.peopled);
        cast
    }

    /// Tells whether no noun stands for a party of the document's own, as where the dossier says who negotiates.
    pub(super) fn is_silent(&self) -> bool {
        let roles = [self.union, self.company, self.movement];
        self.open.is_empty() && self.named.is_empty() && roles.iter().all(Option::is_none)
    }

    /// Tells whether a body of the dossier bargains in this article.
    pub(super) fn has_seat(&self, body: PartyIx) -> bool {
        self.seated.contains(&body)
    }

    /// Tells whether a party is a state of the dossier.
    fn is_state(&self, dossier: &Dossier, ix: PartyIx) -> bool {
        ix.0 < self.base && dossier.party(ix).kind == PartyKind::State
    }

    /// The open parties that can be bought or buy.
    fn firms(&self) -> impl Iterator<Item = PartyIx> + '_ {
        let firm = |kind: PartyKind| matches!(kind, PartyKind::Company | PartyKind::Group);
        self.numbered().filter(move |(_, open)| firm(open.kind)).map(|(ix, _)| ix)
    }

    /// The open parties with their numbers.
    fn numbered(&self) -> impl Iterator<Item = (PartyIx, &OpenParty)> {
        (self.base..).map(PartyIx).zip(&self.open)
    }

    /// The open party at `ix`.
    #[must_use]
    pub fn party(&self, ix: PartyIx) -> Option<&OpenParty> {
        self.open.get(usize::try_from(ix.0.checked_sub(self.base)?).ok()?)
    }

    fn name_roles(&mut self, dossier: &Dossier, parse: &Parse<'_>, counts: &[(PartyIx, usize)]) {
        let (classes, lexicon) = (parse.classes(), &parse.language.lexicon);
        // "the league" is the body that ends in the word, before one that only has it in its name.
        for &(ix, _) in counts {
            let last = self.party(ix).and_then(|open| open.forms[0].last());
            let head = last.map(|word| lexicon.word(&word.to_lowercase())).filter(|&word| is_head(classes, word));
            self.named.extend(head.map(|word| (word, ix)));
        }
        for &(ix, _) in counts {
            let (kind, names) = match self.party(ix) {
                Some(open) => (open.kind, vec![open.name.clone()]),
                None => (dossier.party(ix).kind, dossier.party(ix).forms.names.clone()),
            };
            let place = match kind {
                PartyKind::Union => &mut self.union,
                PartyKind::Company => &mut self.company,
                // "the rebels" are not the army of a state.
                PartyKind::Movement if !names.iter().any(|name| name.ends_with("Armed Forces")) => &mut self.movement,
                _ => &mut None,
            };
            place.get_or_insert(ix);
            if kind == PartyKind::State {
                continue;
            }
            if let Some(last) = names.first().and_then(|name| name.rsplit_once(' ')).map(|(_, last)| last) {
                self.note_alike(lexicon.word(&last.to_lowercase()), ix);
            }
            if self.party(ix).is_some_and(|open| open.town) {
                self.named.extend(town::ROLES.iter().map(|role| (lexicon.word(role), ix)));
            }
            let called = self.party(ix).and_then(|open| open.called);
            self.named.extend(called.map(|noun| (noun, ix)));
            let members = self.party(ix).filter(|open| !open.common && open.forms[0].len() > 1);
            let members = members.map(|open| members_of(classes, lexicon, &open.forms[0])).unwrap_or_default();
            self.named.extend(members.into_iter().map(|word| (word, ix)));
            for word in names.iter().flat_map(|name| name.split([' ', '-'])).map(|word| lexicon.word(word)) {
                if is_head(classes, word) && !self.named.iter().any(|&(known, _)| known == word) {
                    self.named.push((word, ix));
                }
            }
        }
        if self.union.is_none() {
            let described = self.numbered().find(|(_, open)| open.kind == PartyKind::Union).map(|(ix, _)| ix);
            self.union = described;
        }
        // "management" of an article on a union and a health service.
        if self.union.is_some() && self.company.is_none() {
            let body = |open: &OpenParty| open.kind == PartyKind::Organisation && !open.common;
            let employer = self.numbered().find(|(_, open)| body(open)).map(|(ix, _)| ix);
            self.company = employer;
        }
    }

    /// Notes the last word of a party's name.
    fn note_alike(&mut self, word: Word, ix: PartyIx) {
        match self.alike.iter_mut().find(|(known, _)| *known == word) {
            Some((_, parties)) => parties.insert(ix),
            None => self.alike.push((word, Parties::one(ix))),
        }
    }

    /// "both basins": the two parties whose names end in the noun.
    pub(super) fn pair(&self, lemma: Word) -> Option<Parties> {
        self.alike.iter().find(|(word, parties)| *word == lemma && parties.len() == 2).map(|&(_, parties)| parties)
    }

    /// The party that the noun `lemma` stands for in this document: "the union", "management", "the federation".
    pub(super) fn role(&self, classes: &Classes, lemma: Word) -> Option<PartyIx> {
        let is = |class| classes.is(lemma, class);
        let named = || self.named.iter().find(|&&(word, _)| word == lemma).map(|&(_, ix)| ix);
        if lemma == Word::UNKNOWN || self.is_silent() {
            return None;
        }
        let union = self.union.filter(|_| is(Class::UnionRole));
        let company = || self.company.filter(|_| is(Class::CompanyRole));
        let movement = || self.movement.filter(|_| is(Class::MovementRole));
        named().or(union).or_else(company).or_else(movement).or_else(|| self.creditors(classes, lemma))
    }

    /// Tells whether a noun is the last word of a party's name, or what the text calls it.
    pub(super) fn is_name_of(&self, lemma: Word) -> bool {
        self.named.iter().any(|&(word, _)| word == lemma)
    }

    /// "the funds", "the holders" of an article in which one group without a name lends: bondholders.
    fn creditors(&self, classes: &Classes, lemma: Word) -> Option<PartyIx> {
        let lends =
            |open: &OpenParty| open.common && open.forms[0].last().is_some_and(|last| last.ends_with("holders"));
        let mut lenders = self.numbered().filter(|(_, open)| lends(open)).map(|(ix, _)| ix);
        lenders.next().filter(|_| classes.is(lemma, Class::Lender))
    }

    /// The only open party in whose name `words`, in lower case, stand together.
    pub(super) fn by_part(&self, words: &[String]) -> Option<PartyIx> {
        let holds = |open: &OpenParty| {
            let name: Vec<String> = open.name.split(' ').map(str::to_lowercase).collect();
            name.windows(words.len()).any(|part| part == words)
        };
        let mut found = self.numbered().filter(|(_, open)| holds(open)).map(|(ix, _)| ix);
        found.next().filter(|_| found.next().is_none())
    }

    /// The government that the article names as nothing else.
    pub(super) fn government(&self) -> Option<PartyIx> {
        let governs = |open: &OpenParty| open.common && open.name.to_lowercase().ends_with("government");
        self.numbered().find(|(_, open)| governs(open)).map(|(ix, _)| ix)
    }

    /// The union for whose people a plural such as "teachers" stands.
    pub(super) fn people(&self, classes: &Classes, lemma: Word) -> Option<PartyIx> {
        self.union.filter(|_| classes.is(lemma, Class::Bargainer))
    }

    /// Adds the names of open parties among `tokens` to those found, in order; shorter ones inside them go.
    pub(super) fn find(&self, tokens: &[Token], text: &str, found: &mut Vec<Name>) {
        for (party, open) in self.numbered() {
            for form in &open.forms {
                for first in (0..tokens.len()).filter(|&at| fits(form, open.common, tokens, at, text)) {
                    let last = first + form.len() - 1;
                    // An acronym that the text gives stands for what the text says.
                    let given = first == last && form[0].chars().filter(|c| c.is_uppercase()).count() > 1;
                    let capital =
                        |name: &Name| open.town && matches!(name.entity, Entity::Party { form: NameForm::Capital, .. });
                    let within = |name: &Name| name.first <= first && last <= name.last && !capital(name);
                    if found.iter().any(|name| within(name) && !(given && name.first == name.last)) {
                        continue;
                    }
                    found.retain(|name| name.last < first || last < name.first);
                    let form = if open.several { NameForm::DemonymPlural } else { NameForm::Name };
                    found.push(Name { first, last, entity: Entity::Party { party, form } });
                }
            }
        }
        for (form, party) in &self.shared {
            for first in (0..tokens.len()).filter(|&at| fits(form, false, tokens, at, text)) {
                let last = first + form.len() - 1;
                if !found.iter().any(|name| name.first <= last && first <= name.last) {
                    let entity = Entity::Party { party: *party, form: NameForm::Name };
                    found.push(Name { first, last, entity });
                }
            }
        }
        found.sort_by_key(|name| name.first);
    }
}

/// The people in the name of a body, who stand for it: "tenants" of the Selby Court Tenants Association; where they are
/// firms ("the Port Operators' Association"), "employers" too.
fn members_of(classes: &Classes, lexicon: &Lexicon, name: &[String]) -> Vec<Word> {
    let plurals = name.iter().map(|word| lexicon.word(&word.to_lowercase()));
    let plural = |word: &Word| {
        let noun = lexicon.entry(*word).noun;
        // Some are listed in the plural.
        noun != *word && (noun != Word::UNKNOWN || lexicon.text(*word).ends_with('s'))
    };
    let plurals: Vec<Word> = plurals.filter(plural).collect();
    let is = |word: Word, class| [word, lexicon.entry(word).noun].iter().any(|&word| classes.is(word, class));
    let firms = plurals.iter().any(|&word| is(word, Class::CompanyRole));
    let mut members: Vec<Word> =
        plurals.into_iter().filter(|&word| is(word, Class::Bargainer) || is(word, Class::CompanyRole)).collect();
    members.extend(firms.then(|| lexicon.word("employers")));
    members
}

/// Tells whether a noun in the name of a body is used for it alone ("the federation").
fn is_head(classes: &Classes, word: Word) -> bool {
    [Class::UnionHead, Class::BodyHead, Class::MovementHead, Class::Actor].iter().any(|&class| classes.is(word, class))
}

/// Tells whether the words of a name stand at `at`; behind a given name a single word is a surname.
fn fits(form: &[String], common: bool, tokens: &[Token], at: usize, text: &str) -> bool {
    let Some(here) = tokens.get(at..at + form.len()) else { return false };
    let same = here.iter().zip(form).all(|(token, word)| {
        token.span.len() == word.len()
            && (common || token.capital || is_small(word))
            && token.span.of(text).eq_ignore_ascii_case(word)
    });
    let surname = || form.len() == 1 && at > 0 && tokens[at - 1].tag == Tag::Proper && tokens[at - 1].capital;
    same && (common || !surname())
}

/// "of", "for", "and", a comma, a number and the genitive inside a name.
fn is_small(word: &str) -> bool {
    word.starts_with(|first: char| first.is_lowercase() || first.is_numeric() || ['\'', '’', ',', '&'].contains(&first))
}

fn count(dossier: &Dossier, found: &[Name], counts: &mut Vec<(PartyIx, usize)>) {
    for name in found {
        let party = match name.entity {
            Entity::Party { party, .. } => party,
            Entity::Person(person) => dossier.person(person).party,
        };
        note(counts, party);
    }
}

/// Counts a party once more.
fn note(counts: &mut Vec<(PartyIx, usize)>, party: PartyIx) {
    match counts.iter_mut().find(|(known, _)| *known == party) {
        Some(entry) => entry.1 += 1,
        None => counts.push((party, 1)),
    }
}

/// How often `own` names a party.
fn times(own: &[(PartyIx, usize)], party: PartyIx) -> usize {
    own.iter().find(|(known, _)| *known == party).map_or(0, |&(_, count)| count)
}

/// The bodies led by a statesman of the dossier that bargain here: an army or a movement that is named at all, a political
/// party that is named as often as the state.
fn seated(dossier: &Dossier, own: &[(PartyIx, usize)]) -> Vec<PartyIx> {
    let people = dossier.people().iter().filter_map(|person| Some((person.body?, person.party)));
    let bargains = |&(body, state): &(PartyIx, PartyIx)| {
        let count = times(own, body);
        let fights = dossier.party(body).kind == PartyKind::Movement;
        count > 0 && (fights || count >= times(own, state))
    };
    people.filter(bargains).map(|(body, _)| body).collect()
}

/// The words of a name, its genitive apart: "People", "'s", "Party".
fn words_of(name: &str) -> Vec<String> {
    name.replace("'s", " 's").split(' ').map(str::to_owned).collect()
}

/// The names that parties share, for those that `own` names by another.
fn shared(dossier: &Dossier, own: &[(PartyIx, usize)]) -> Vec<(Vec<String>, PartyIx)> {
    let called = own
        .iter()
        .flat_map(|&(party, _)| dossier.party(party).forms.shared.iter().map(move |name| (words_of(name), party)));
    let mut names: Vec<(Vec<String>, PartyIx)> = called.collect();
    // "Social Democrats" of an article on two of them are neither.
    let many: Vec<Vec<String>> = names.iter().map(|(name, _)| name.clone()).collect();
    names.retain(|(name, _)| many.iter().filter(|other| *other == name).count() == 1);
    names
}
