//! Whose a body without a name is in what a party says: "A Peruvian source said the ministry would not pay".
//!
//! Inside a report whose speaker has a party, a ministry, an army or a government that nobody's name owns is the
//! speaker's own. Invariant: a body that the article gives to somebody is left to the article.

use super::holder::{Held, Seeker};
use crate::language::Tag;
use crate::language::classes::Class;
use crate::language::clause::Link;
use crate::language::named;
use crate::language::word_list::{WordList, words};
use crate::record::Reason;

/// What every state has one of.
const OWN: &WordList = words![
    "administration",
    "army",
    "cabinet",
    "delegation",
    "government",
    "leadership",
    "military",
    "ministry",
    "navy",
    "parliament",
    "premier",
    "president",
];

/// Verbs with which a stance has an origin.
const COMES: &WordList = words!["come", "emanate", "originate", "stem"];

/// What somebody does who brings a request along.
const CALLS: &WordList =
    words!["appear", "approach", "arrive", "call", "come", "fly", "go", "return", "travel", "turn", "write"];

impl Seeker<'_> {
    /// "Peru says the road is vital and has vowed not to sign": a verb that no thing can be the subject of goes on with
    /// the one above the clause before it.
    pub(super) fn told_above(&self, group: usize) -> Option<usize> {
        let parse = self.parse;
        let node = parse.nodes()[group];
        let beside = node.parent.filter(|_| node.link == Link::Coordinate)?;
        let told = parse.nodes()[beside];
        let above = told.parent.filter(|&above| told.link == Link::Complement && above < beside)?;
        let shared = node.subjects() == told.subjects() && !node.subjects().is_empty();
        let things = node.subjects().iter().all(|&subject| self.scene.actor(subject).is_none());
        (shared && things && parse.classes().is(parse.groups()[above].lemma, Class::Speech)).then_some(above)
    }

    /// "Peru has tabled a paper. The paper asks for …": whoever put the text on the table that the subject names.
    pub(super) fn add_paper(&self, held: &mut Held, subject: usize, group: usize) {
        if !held.parties.is_empty() {
            return;
        }
        let found = self.parse.phrases()[subject];
        let the = self.parse.word(found.first) == named::THE && found.head == found.first + 1;
        let it = self.parse.word(found.head) == named::IT;
        let named = if it { self.paper.map(|paper| paper.owner) } else { the.then(|| self.owner_on_the_table(group)) };
        if let Some(owner) = named.filter(|owner| owner.len() == 1) {
            let words = self.span_of(subject).of(self.parse.text);
            let text = format!("“{words}” is a text of {}", self.scene.name_parties(owner));
            *held = Held { parties: owner, reason: Some(Reason { field: "holder", text }), ..Held::default() };
        }
    }

    /// Whoever a light verb gives a noun of a stance to, else whoever it comes from.
    pub(super) fn carried(&self, phrase: usize) -> Held {
        let held = self.of_light_verb(phrase);
        if held.parties.is_empty() && !held.outsider { self.of_origin(phrase).unwrap_or(held) } else { held }
    }

    /// "The refusal came from Lima", "called on the palace with the request that": whoever a noun of a stance comes from.
    fn of_origin(&self, phrase: usize) -> Option<Held> {
        let parse = self.parse;
        let found = parse.phrases()[phrase];
        let comes = |verb: usize| parse.is_in(parse.groups()[verb].lemma, COMES);
        let verb = (0..parse.groups().len())
            .find(|&verb| parse.groups()[verb].has_tense() && parse.nodes()[verb].subjects().contains(&phrase));
        if let Some(verb) = verb.filter(|&verb| comes(verb)) {
            let from = parse.groups()[verb].last + 1;
            let named = parse.phrase_at(from + 1).filter(|_| parse.reads(from, words!["from"]))?;
            return Some(self.of_phrases(&self.with_conjuncts(named)));
        }
        let with = found.first.checked_sub(1).filter(|&at| parse.word(at) == named::WITH)?;
        let verb = (0..parse.groups().len()).rev().find(|&verb| parse.groups()[verb].last < with)?;
        let group = parse.groups()[verb];
        let whole = (group.last..with).all(|at| !matches!(parse.tag(at), Tag::Comma | Tag::Colon | Tag::Stop));
        let brings = whole && group.has_tense() && !group.passive && group.negation.is_none();
        (brings && parse.is_in(group.lemma, CALLS)).then(|| self.of_subject(verb))
    }

    /// The speaker's own ministry or army as the subject of a verb inside a report.
    pub(super) fn add_own_body(&self, held: &mut Held, phrase: usize) {
        let parse = self.parse;
        let found = parse.phrases()[phrase];
        let the = parse.word(found.first) == named::THE && found.last == found.head;
        let noun = parse.text_of(parse.lemma(found.head));
        if !the || found.head > found.first + 1 || !OWN.contains(noun) {
            return;
        }
        let Some((parties, report)) = self.voice(found.head).filter(|(parties, _)| parties.len() == 1) else { return };
        let name = report.chain.last().map(|source| source.name.clone()).unwrap_or_default();
        held.parties = parties;
        held.spans.push(self.span_of(phrase));
        let text = format!("it is said by “{name}” of a body of {}", self.scene.name_parties(parties));
        held.reason = Some(Reason { field: "holder", text });
    }
}
