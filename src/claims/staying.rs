//! Refusals without a no: "Our troops will remain on the ridge", "No foreign ship docks here", in a party's own voice.
//!
//! Staying where one is, and what does not happen on one's ground, is refused to whoever asks for it; staying in touch, in
//! power or in talks is not meant.

use super::draft::Draft;
use super::sentence::Sentence;
use super::voice::REFUSAL;
use crate::language::Tag;
use crate::language::classes::Class;
use crate::language::extent::Stretch;
use crate::language::named;
use crate::language::word_list::{WordList, words};
use crate::mentions::Parties;
use crate::record::Kind;

/// Prepositions of a place.
const WHERE: &WordList =
    words!["along", "around", "at", "atop", "behind", "between", "in", "inside", "near", "on", "within"];

/// What one stays in or at that is no place.
const NO_PLACE: &WordList = words![
    "alliance",
    "bloc",
    "business",
    "charge",
    "coalition",
    "contact",
    "control",
    "deal",
    "dialogue",
    "doubt",
    "effect",
    "favour",
    "force",
    "government",
    "hold",
    "job",
    "negotiation",
    "office",
    "pact",
    "power",
    "room",
    "shock",
    "side",
    "standby",
    "table",
    "talk",
    "touch",
    "track",
    "treaty",
    "union",
    "war",
    "world",
];

/// What a party keeps on ground that others want.
const HOLDS: &WordList = words![
    "base",
    "control",
    "foothold",
    "freedom",
    "garrison",
    "outpost",
    "position",
    "post",
    "presence",
    "sovereignty",
    "troop",
];

impl Sentence<'_> {
    /// Adds what a party's speaker refuses by saying that its own stays, or that no other comes.
    pub(super) fn stays(&self, drafts: &mut Vec<Draft>) {
        if self.parse.is_question() {
            return;
        }
        for group in 0..self.parse.groups().len() {
            let found = self.parse.groups()[group];
            if found.has_tense() && !Self::is_covered(drafts, found.head) {
                drafts.extend(self.staying(group));
            }
        }
    }

    fn staying(&self, group: usize) -> Option<Draft> {
        let parse = self.parse;
        let found = parse.groups()[group];
        let (parties, report) = self.seeker().voice(found.first)?;
        let plain = !found.perfect && !found.passive && found.negation.is_none();
        if parties.len() != 1 || report.group == Some(group) || !plain {
            return None;
        }
        let willed = found.modal.is_some_and(|modal| parse.lemma(modal) == named::WILL);
        let now = found.modal.is_none() && !found.past && report.quoted;
        let &[subject] = parse.nodes()[group].subjects() else { return None };
        let phrase = parse.phrases()[subject];
        if phrase.first > found.first {
            return None;
        }
        let first = match () {
            () if (willed || now) && self.keeps_place(group) && self.is_own(subject, parties) => found.head,
            () if now && self.is_barred_there(group, subject) => phrase.first,
            () if willed && self.stays_its_own(group, parties) => phrase.first,
            () if willed && self.keeps_hold(group) && self.is_own(subject, parties) => found.head,
            () => return None,
        };
        let governed = super::govern::governed(parse, group, true);
        if governed.barred.is_some() || governed.hedged {
            return None;
        }
        let clause = parse.clause(phrase.first)?;
        let content = Stretch { first, last: clause.last.max(found.head) };
        let cue = Stretch { first: found.first, last: found.last };
        let held = self.spoken(parties, report);
        let attribution = self.attribution(found.first, Some(group), Some(content));
        Some(self.voiced(REFUSAL, Kind::RedLine, content, cue, &held, attribution, group))
    }

    /// "will stay there", "will remain on the summit".
    fn keeps_place(&self, group: usize) -> bool {
        let parse = self.parse;
        let found = parse.groups()[group];
        let next = parse.over_adverbs(found.last + 1);
        let stays = parse.is_in(found.lemma, words!["stay", "remain"]);
        let here = parse.reads(found.last + 1, words!["there", "here", "put"]);
        let place = parse.phrase_at(next + 1).filter(|_| parse.reads(next, WHERE)).is_some_and(|phrase| {
            let noun = parse.noun(phrase);
            !NO_PLACE.contains(noun) && !parse.is_time_phrase(phrase)
        });
        stays && (here || place)
    }

    /// "will maintain control over the ridge", "would keep its posts".
    fn keeps_hold(&self, group: usize) -> bool {
        let parse = self.parse;
        let found = parse.groups()[group];
        let keeps = parse.is_in(found.lemma, words!["keep", "maintain", "retain"]);
        let held = parse.phrase_at(found.last + 1).is_some_and(|phrase| {
            let noun = parse.noun(phrase);
            HOLDS.contains(noun)
        });
        keeps && held
    }

    /// "will remain part of Kenya", "will stay under our control", "will remain Kenyan": what a party keeps for itself.
    fn stays_its_own(&self, group: usize, parties: Parties) -> bool {
        let parse = self.parse;
        let found = parse.groups()[group];
        let stays = parse.is_in(found.lemma, words!["stay", "remain"]);
        let own = |at: usize| {
            let named = parse.phrase_at(at).map(|phrase| Stretch { first: at, last: parse.phrases()[phrase].last });
            named.is_some_and(|named| self.seeker().named_in(named) == parties)
                || parse.reads(at, words!["our", "us", "ours"])
        };
        let next = found.last + 1 + usize::from(parse.reads(found.last + 1, words!["an", "the"]));
        let part = (next..next + 3).find(|&at| parse.reads(at, words!["part"]) && parse.reads(at + 1, words!["of"]));
        let ruled = (next..next + 4).any(|at| parse.reads(at, words!["control", "rule", "sovereignty"]));
        stays
            && (part.is_some_and(|part| own(part + 2))
                || parse.reads(next, words!["under"]) && ruled && own(next + 1)
                || parse.reads(next, words!["ours"]))
    }

    /// "our forces", "Israeli troops", "they": those of the party that speaks.
    fn is_own(&self, subject: usize, parties: Parties) -> bool {
        let same = |other: Parties| !other.is_empty() && other == parties;
        let phrase = self.parse.phrases()[subject];
        let forces = words!["army", "forces", "military", "navy", "troops"];
        let bare = self.scene.actor(subject).is_none_or(|actor| actor.parties.is_empty());
        // "announced that the army will stay": the speaker's own.
        let article = self.parse.word(phrase.first) == named::THE;
        let army = self.parse.reads(phrase.head, forces)
            && phrase.first + 1 == phrase.head
            && phrase.possessor.is_none()
            && (article || self.parse.reads(phrase.first, forces));
        army && bare
            || same(self.seeker().parties_of(subject))
            || self.scene.owner(self.parse, subject).is_some_and(same)
            || self.seeker().of_noun(subject).parties == parties && self.parse.phrases()[subject].possessor.is_some()
    }

    /// "No foreign ship docks in Odesa": the subject is nobody, and the verb says what none of them does.
    fn is_barred_there(&self, group: usize, subject: usize) -> bool {
        let parse = self.parse;
        let found = parse.groups()[group];
        let phrase = parse.phrases()[subject];
        let none = parse.word(phrase.first) == named::NO && phrase.first < phrase.head;
        let noun = parse.lemma(phrase.head);
        let thing =
            matches!(parse.tag(phrase.head), Tag::Noun | Tag::Plural) && !parse.classes().is(noun, Class::Event);
        let moves = ["board", "cross", "dock", "drive", "enter", "fly", "land", "leave", "move", "pass", "sail"];
        none && thing && moves.contains(&parse.text_of(found.lemma))
    }
}
