//! "Norway would cut its catch": what a text tells of a party as its offer, in nobody's voice.
//!
//! Only verbs of giving, allowing and stopping come here (the cues that count in a party's own voice); what follows
//! from something else ("if prices fell, Norway would"), what is told of the past and what anybody else forecasts
//! is no offer.

use super::candidate::Candidate;
use super::holder::Held;
use super::sentence::Sentence;
use crate::language::Tag;
use crate::language::clause::Link;
use crate::language::named;
use crate::language::parse::Parse;
use crate::language::word_list::{WordList, words};
use crate::record::{Kind, Reason};
use crate::rules::Cue;

/// Verbs of which "would" makes a forecast or an arrangement of the calendar.
const FORECAST: &WordList =
    words!["attend", "back", "discuss", "help", "host", "join", "negotiate", "rejoin", "support", "talk"];

/// Words behind a verb with which it is one of those: "would return to the table", "would take part in".
const CALENDAR: &[(&str, &str)] = &[("return", "to"), ("take", "part"), ("take", "in")];

/// Adverbs with which "would" tells a habit or a later past.
const NARRATIVE: &WordList = words![
    "always",
    "eventually",
    "later",
    "likely",
    "often",
    "probably",
    "soon",
    "sometimes",
    "subsequently",
    "then",
    "usually",
];

/// Words before the subject that leave what is told as it is.
const OPENERS: &WordList = words![
    "also",
    "and",
    "but",
    "for",
    "here",
    "instead",
    "meanwhile",
    "nor",
    "now",
    "on",
    "or",
    "so",
    "still",
    "then",
    "yet",
];

impl Sentence<'_> {
    /// Tells whether the cue, a verb with "would", is told of its holder as an offer of its own.
    pub(super) fn is_own_would(&self, candidate: &Candidate, held: &Held) -> bool {
        let parse = self.parse;
        let Some(group) = candidate.group().filter(|_| held.parties.len() == 1 && !candidate.passive) else {
            return false;
        };
        let found = parse.groups()[group];
        let would = self.modal_of(group).is_some_and(|modal| parse.word(modal) == named::WOULD);
        let verb = parse.text_of(found.lemma);
        let next = parse.text_at(found.last + 1);
        would
            && !found.perfect
            && !FORECAST.contains(verb)
            && !CALENDAR.contains(&(verb, next))
            && !self.headline
            && self.is_plain_would(group)
            && (!self.is_of_a_thing(group) || self.goes_on(held))
            && !self.reports.iter().any(|report| report.covers(found.first))
    }

    /// Tells whether what a party "would" do is its own to give: no habit, no duty, no fire.
    pub(super) fn is_free_would(&self, group: usize) -> bool {
        let parse = self.parse;
        let found = parse.groups()[group];
        let object = parse.text_at(found.last + 1);
        !found.obliged && object != "fire" && self.is_plain_would(group)
    }

    /// Tells whether a verb stands in a main clause that nothing opens but its subject, and tells no habit.
    fn is_plain_would(&self, group: usize) -> bool {
        let parse = self.parse;
        let mut here = group;
        while let (Link::Coordinate, Some(parent)) = (parse.nodes()[here].link, parse.nodes()[here].parent) {
            here = parent;
        }
        let listed = |at: usize, words: &WordList| parse.reads(at, words);
        let found = parse.groups()[here];
        let habit = (found.first..=found.last).any(|at| listed(at, NARRATIVE));
        let subject = parse.nodes()[here].subjects().iter().map(|&subject| parse.phrases()[subject].first).min();
        let Some(start) = subject else { return false };
        let opens = (0..start).rev().find(|&at| parse.tag(at) == Tag::Colon).map_or(0, |colon| colon + 1);
        let first = parse.over_open(opens);
        let plain = first >= start || listed(first, OPENERS) || opens_exchange(parse, first);
        parse.nodes()[here].link == Link::Main && !habit && plain
    }

    /// "It would restore the old posts": "it" at the head of a sentence is as well a deal or a draft as a party.
    fn is_of_a_thing(&self, group: usize) -> bool {
        let parse = self.parse;
        let it = |&subject: &usize| parse.word(parse.phrases()[subject].head) == named::IT;
        parse.nodes()[group].subjects().iter().any(|subject| it(subject) && parse.phrases()[*subject].first <= 1)
    }

    /// "Iran would stop the mill. It would also delay the reactor": the party whose offer the sentence before tells.
    fn goes_on(&self, held: &Held) -> bool {
        let told = |earlier: &&super::sentence::Earlier| earlier.age == 1 && earlier.kind == Kind::Offer;
        self.earlier.iter().rev().find(told).is_some_and(|earlier| earlier.holders == held.parties)
    }

    /// "will not sign", nothing behind it: a verb that takes no object here.
    pub(super) fn has_more_behind(&self, candidate: &Candidate, cue: &Cue) -> bool {
        let parse = self.parse;
        let bare = cue.takes.len() == 1 && cue.takes[0].elements.is_empty() && cue.voiced;
        let Some(group) = candidate.group().filter(|_| bare) else { return false };
        let next = parse.groups()[group].last + 1;
        let ends =
            matches!(parse.tag(next), Tag::Stop | Tag::Comma | Tag::Colon | Tag::Dash | Tag::Coordinator | Tag::Close);
        !ends && next < parse.tokens.len()
    }

    /// "Israel would leave two posts. In exchange Syria would …": what the counterpart would give is what the first asks.
    pub(super) fn settle_return(&self, kind: Kind, candidate: &Candidate, cue: &Cue, held: &mut Held) -> Kind {
        if kind != Kind::Offer
            || !cue.voiced
            || !opens_exchange(self.parse, self.parse.over_open(0))
            || !self.is_own_would(candidate, held)
        {
            return kind;
        }
        // "Under the deal Egypt would free the crew. In exchange Sudan would …": both are its terms.
        let agreed =
            self.earlier.iter().rev().find(|earlier| earlier.age == 1).filter(|last| last.kind == Kind::Agreed);
        if agreed.is_some_and(|last| !last.holders.is_empty()) {
            return Kind::Agreed;
        }
        let before = self.earlier.iter().rev().find(|earlier| earlier.age == 1 && earlier.kind == Kind::Offer);
        let Some(giver) = before.map(|earlier| earlier.holders).filter(|giver| giver.len() == 1) else { return kind };
        if giver == held.parties {
            return kind;
        }
        let text = format!("it is asked in exchange for what {} offers", self.scene.name_parties(giver));
        held.parties = giver;
        held.reason = Some(Reason { field: "holder", text });
        Kind::Demand
    }
}

/// "In exchange", "in return" at token `at`.
pub(super) fn opens_exchange(parse: &Parse<'_>, at: usize) -> bool {
    parse.reads(at, words!["in"]) && parse.reads(at + 1, words!["exchange", "return"])
}
