//! Nouns of a stance as objects: who makes the demand, and who gets it.
//!
//! "made a demand", "gave Brussels an ultimatum", "conveyed to Beijing its request", "faces Irish calls".

use super::candidate::{Candidate, Carrier};
use super::draft::Draft;
use super::holder::{Held, Seeker};
use crate::language::Tag;
use crate::language::classes::Class;
use crate::language::named;
use crate::language::word_list::{WordList, words};
use crate::mentions::Parties;
use crate::record::Kind;

/// Verbs whose subject a stance is put to when the noun of it is their object ("faces calls", "rejected a request").
const MEETS: &WordList = words![
    "accede", "accept", "answer", "bow", "cave", "comply", "brush", "confront", "consider", "decline", "defy", "deny",
    "dismiss", "face", "field", "fulfil", "get", "grant", "heed", "honour", "ignore", "meet", "mull", "ponder",
    "rebuff", "receive", "refuse", "reject", "resist", "review", "satisfy", "shrug", "snub", "spurn", "study", "turn",
    "weigh", "welcome", "yield",
];

/// People at large, of whom much is asked and with whom nothing is negotiated.
const PUBLIC: &WordList = words![
    "citizen",
    "commuter",
    "consumer",
    "customer",
    "driver",
    "fan",
    "guest",
    "household",
    "motorist",
    "owner",
    "parent",
    "passenger",
    "patient",
    "people",
    "person",
    "photographer",
    "pupil",
    "reader",
    "resident",
    "shopper",
    "spectator",
    "suspect",
    "tourist",
    "traveler",
    "traveller",
    "user",
    "viewer",
    "villager",
    "visitor",
    "voter",
    "witness",
];

/// "Japan rejected a Korean request": who refuses what another asks or offers refuses it to that other (codebook, hard
/// case 13).
pub(super) fn refuse_one_another(drafts: &mut [Draft]) {
    for at in 0..drafts.len() {
        let asks = drafts.iter().find(|asks| {
            matches!(asks.kind, Kind::Demand | Kind::Offer)
                && asks.content == drafts[at].content
                && !asks.held.parties.is_empty()
                && asks.held.parties.without(drafts[at].held.parties) == asks.held.parties
        });
        let aimed = asks.map(|asks| asks.held.parties);
        if let (Kind::RedLine, true, Some(aimed)) = (drafts[at].kind, drafts[at].toward.is_empty(), aimed) {
            drafts[at].toward = aimed;
        }
    }
}

/// "would sign if Egypt paid": what hangs on another's act is offered to that other.
pub(super) fn offer_to_one_another(drafts: &mut [Draft]) {
    for at in 0..drafts.len() {
        let asks = drafts.iter().find(|asks| {
            asks.kind == Kind::Demand && asks.held.parties == drafts[at].held.parties && !asks.toward.is_empty()
        });
        let aimed = asks.filter(|asks| asks.rule == super::condition::RULE).map(|asks| asks.toward);
        if let (Kind::Offer, true, Some(aimed)) = (drafts[at].kind, drafts[at].toward.is_empty(), aimed) {
            drafts[at].toward = aimed;
        }
    }
}

impl Seeker<'_> {
    /// "rejected Venezuela's claim to X": a noun of a stance within the words of a cue is a stance of its own where it is
    /// another party's.
    pub(super) fn is_anothers(&self, candidate: &Candidate, drafts: &[Draft]) -> bool {
        let Carrier::Noun(phrase) = candidate.carrier else { return false };
        let owner = self.scene.owner(self.parse, phrase).filter(|owner| !owner.is_empty());
        owner.is_some_and(|owner| drafts.last().is_some_and(|known| owner.without(known.held.parties) == owner))
    }

    /// The light verb that carries a noun cue as its object: "made a demand", "put forward a proposal".
    pub(super) fn light_verb(&self, phrase: usize) -> Option<usize> {
        let parse = self.parse;
        let mut before = parse.before(parse.phrases()[phrase].first)?;
        // "came with a list of requests"
        let counted = before.checked_sub(1).filter(|_| parse.word(before) == named::OF);
        let listed = counted.and_then(|at| parse.phrase_at(at)).filter(|&list| {
            let noun = parse.noun(list);
            words!["list", "set", "series", "number", "package", "raft", "string", "catalogue"].contains(noun)
        });
        if let Some(list) = listed {
            before = parse.before(parse.phrases()[list].first)?;
        }
        if parse.tag(before) == Tag::Preposition {
            // "came under pressure": whoever is under it does not make it.
            if parse.word(before) == named::UNDER {
                return None;
            }
            before = parse.before(before)?;
        }
        let group = parse.group_at(before).or_else(|| self.given_to(before).map(|(group, _)| group))?;
        self.bears(group).then_some(group)
    }

    /// "gave Brussels (an ultimatum)", "conveyed to Beijing (its request)": the verb and whoever is given something, where
    /// the latter ends at `last`.
    fn given_to(&self, last: usize) -> Option<(usize, usize)> {
        let parse = self.parse;
        let named = parse.phrase_at(last).filter(|&phrase| parse.phrases()[phrase].last == last)?;
        self.scene.actor(named)?;
        let mut before = parse.before(parse.phrases()[named].first)?;
        if parse.reads(before, words!["to", "with", "upon", "before", "on"]) {
            before = parse.before(before)?;
        }
        Some((parse.group_at(before)?, named))
    }

    /// "For Lima, a second levy is a non-starter", "to Kyiv, the town is untouchable": whose view opens the sentence.
    pub(super) fn in_whose_eyes(&self) -> Option<usize> {
        let parse = self.parse;
        let first = usize::from(parse.reads(0, words!["but", "and", "yet"]));
        let phrase = parse.phrase_at(first + 1).filter(|_| parse.reads(first, words!["for", "to"]))?;
        let last = parse.phrases()[phrase].last;
        let after = parse.tag(last + 1);
        let whole = after == Tag::Determiner && parse.reads(first, words!["for"]);
        let set_off = after == Tag::Comma || after == Tag::Coordinator || whole;
        self.scene.actor(phrase).filter(|_| set_off).map(|_| phrase)
    }

    /// "Talks between Chad and Sudan left the wells out": those between whom the talks are.
    pub(super) fn add_meeting(&self, held: &mut Held, phrase: usize) {
        let parse = self.parse;
        let noun = parse.noun(phrase);
        let meets =
            words!["talk", "negotiation", "discussion", "meeting", "round", "summit", "consultation"].contains(noun);
        let last = parse.phrases()[phrase].last;
        let between = [named::BETWEEN, named::AMONG].contains(&parse.word(last + 1));
        let Some(first) = parse.phrase_at(last + 2).filter(|_| meets && between) else { return };
        let all = self.of_phrases(&self.with_conjuncts(first));
        if all.parties.len() > 1 && !all.outsider {
            *held = all;
        }
    }

    /// "urged residents to boil their water": tells whether only people at large are addressed.
    pub(super) fn asks_the_public(&self, candidate: &Candidate) -> bool {
        let parse = self.parse;
        let public = |&phrase: &usize| {
            let head = parse.phrases()[phrase].head;
            parse.is_in(parse.lemma(head), PUBLIC) && self.parties_of(phrase).is_empty()
        };
        let toward = &candidate.filled.toward;
        !toward.is_empty() && (toward.iter().all(public) || self.commands_its_own(candidate))
    }

    /// "has ordered the army to stay": a party's own are no counterpart.
    fn commands_its_own(&self, candidate: &Candidate) -> bool {
        let parse = self.parse;
        let verb = candidate.group().filter(|_| !candidate.passive);
        let verb = verb.map(|group| (group, parse.verb(group)));
        let Some((group, _)) = verb.filter(|(_, verb)| ["instruct", "order"].contains(verb)) else { return false };
        let holder = self.of_phrases(parse.nodes()[group].subjects()).parties;
        let own = |&phrase: &usize| {
            let noun = parse.noun(phrase);
            let serves =
                ["army", "delegation", "envoy", "force", "military", "navy", "negotiator", "soldier", "team", "troop"];
            let parties = self.parties_of(phrase);
            serves.contains(&noun) && (parties.is_empty() || parties == holder)
        };
        candidate.filled.toward.iter().all(own)
    }

    /// "sent Brussels a letter asking it to act", "issued a statement urging": whose paper it is.
    pub(super) fn sender(&self, phrase: usize) -> Option<Parties> {
        let parse = self.parse;
        let noun = parse.noun(phrase);
        if !["letter", "statement", "note", "message", "cable", "petition", "memo", "appeal", "motion"].contains(&noun)
        {
            return None;
        }
        let held = self.of_noun(phrase);
        Some(held.parties).filter(|parties| !parties.is_empty() && !held.outsider)
    }

    /// "between Peru and Chile": tells whether two parties or more are named from here on.
    pub(super) fn is_pair(&self, at: usize) -> bool {
        let first = self.parse.phrase_at(at);
        first.is_some_and(|first| self.of_phrases(&self.with_conjuncts(first)).parties.len() > 1)
    }

    /// Whom a noun of a stance is put to: who is given it, or whose answer it meets.
    pub(super) fn recipient(&self, candidate: &Candidate) -> Parties {
        let parse = self.parse;
        let Carrier::Noun(phrase) = candidate.carrier else { return Parties::default() };
        let Some(before) = self.before_object(phrase) else { return self.met_by(phrase) };
        if let Some((_, named)) = self.given_to(before).filter(|&(group, _)| self.bears(group)) {
            return self.parties_of(named);
        }
        // "Brussels came under pressure from Dublin"
        let under = parse.reads(before, words!["under"]).then(|| parse.before(before)).flatten();
        if let Some(group) = under.and_then(|at| parse.group_at(at)) {
            return self.of_subject(group).parties;
        }
        let met = parse.group_at(before).filter(|&group| self.meets(group) && !parse.groups()[group].passive);
        met.map_or_else(|| self.met_by(phrase), |group| self.of_subject(group).parties)
    }

    /// The token before an object, a day and the verb's own particle passed over ("rejected on Tuesday a request").
    fn before_object(&self, phrase: usize) -> Option<usize> {
        let parse = self.parse;
        let mut before = parse.before(parse.phrases()[phrase].first)?;
        if let Some(time) = parse.phrase_at(before).filter(|&time| parse.is_time_phrase(time)) {
            before = parse.before(parse.phrases()[time].first)?;
        }
        let particle = parse.group_at(before).is_none() && parse.phrase_at(before).is_none();
        if particle
            && (parse.tag(before) == Tag::Adverb
                || parse.reads(before, words!["with", "to", "on", "down", "off", "aside"]))
        {
            before = parse.before(before)?;
        }
        Some(before)
    }

    /// "Ghana's request was rejected by the fund": the agent of the verb that answers.
    fn met_by(&self, phrase: usize) -> Parties {
        let parse = self.parse;
        let answers = |&group: &usize| {
            parse.groups()[group].passive && self.meets(group) && parse.nodes()[group].subjects().contains(&phrase)
        };
        let found = (0..parse.groups().len()).find(answers);
        found.map(|group| self.of_agent(group).parties).unwrap_or_default()
    }

    fn meets(&self, group: usize) -> bool {
        self.parse.is_in(self.parse.groups()[group].lemma, MEETS)
    }

    fn bears(&self, group: usize) -> bool {
        self.parse.classes().is(self.parse.groups()[group].lemma, Class::Bearing)
    }

    /// "a request for X was made by Kenya": the light verb of which a noun cue is the subject.
    pub(super) fn passive_light_verb(&self, phrase: usize) -> Option<usize> {
        let parse = self.parse;
        (0..parse.groups().len()).find(|&group| {
            let found = parse.groups()[group];
            found.passive
                && parse.classes().is(found.lemma, Class::Bearing)
                && parse.nodes()[group].subjects().contains(&phrase)
        })
    }
}
