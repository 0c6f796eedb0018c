//! Bullets under a party's bare name: "Kenya" over "• A patrol line ten kilometres offshore".
//!
//! The name says whose the points are, and the heading above it that they are positions. Under any other heading
//! ("Delegations", "Background") a name is only a name.

use super::draft::Draft;
use super::holder::Held;
use super::list::Intro;
use super::listed::told_of;
use super::run::Run;
use super::sentence::Sentence;
use super::{Place, Reader};
use crate::document::{Block, BlockKind};
use crate::language::Tag;
use crate::language::extent::Stretch;
use crate::language::named;
use crate::language::word_list::{WordList, words};
use crate::record::Kind;

/// Words of a heading that says that what stands below it are positions.
const POSITIONS: &[&str] = &[
    "ask",
    "asks",
    "bottom lines",
    "claims",
    "demand",
    "demands",
    "goals",
    "positions",
    "position",
    "priorities",
    "seek",
    "seeks",
    "stand",
    "stands",
    "want",
    "wants",
    "wish list",
    "insist",
    "requests",
    "conditions",
];

/// Nouns for what a party has to say to something.
const LINES: &WordList = words![
    "answer",
    "attitude",
    "comeback",
    "line",
    "message",
    "position",
    "reaction",
    "rejoinder",
    "reply",
    "response",
    "retort",
    "rule",
    "stance",
    "verdict",
    "view",
];

/// A heading of more bytes than this says more than what it heads.
const HEADING: usize = 70;

impl Reader<'_> {
    /// Makes the name of a party that heads a list under a heading of positions the holder of what the items ask.
    pub(super) fn label_list(&self, place: Place, sentence: &Sentence<'_>, intro: Option<Intro>) -> Option<Intro> {
        let mut intro = intro?;
        if intro.is_bare()
            && self.under_positions(place.block)
            && let Some(draft) = sentence.label()
        {
            intro.announce(draft);
        }
        Some(intro)
    }

    /// Tells whether the last heading above a block that heads no list itself speaks of positions.
    fn under_positions(&self, block: usize) -> bool {
        let heads = |at: usize| self.document.blocks[at + 1..].iter().any(|item| item.intro == Some(at));
        let line = |found: &Block| found.span.of(&self.document.text).to_lowercase();
        (0..block)
            .rev()
            .filter(|&at| self.document.blocks[at].kind == BlockKind::Heading && !heads(at))
            .map(|at| line(&self.document.blocks[at]))
            .next()
            .is_some_and(|line| {
                let word = |wanted: &&str| {
                    line.match_indices(*wanted).any(|(at, _)| {
                        let bound = |c: Option<char>| c.is_none_or(|c| !c.is_alphabetic());
                        bound(line[..at].chars().next_back()) && bound(line[at + wanted.len()..].chars().next())
                    })
                };
                line.len() < HEADING && POSITIONS.iter().any(word)
            })
    }
}

impl Sentence<'_> {
    /// "Hamas: no disarmament before a state.", "Chad's answer, by letter: no gate, no toll": a party's name or its
    /// position, a colon, and what it will not have.
    pub(super) fn says_no(&self) -> Option<(Run, Vec<Stretch>)> {
        let parse = self.parse;
        let colon = (1..parse.tokens.len().min(16)).find(|&at| parse.tag(at) == Tag::Colon)?;
        let no = parse.over_open(colon + 1);
        let not = parse.reads(no, words!["not"]) && parse.reads(no + 1, words!["a", "an", "one", "any"]);
        let verb = (colon + 1..parse.tokens.len()).any(|at| parse.tensed_at(at).is_some());
        if !(not || parse.word(no) == named::NO) || verb {
            return None;
        }
        let held = self.whose_no(colon).filter(|held| held.parties.len() == 1)?;
        let bare = |thing: Stretch| {
            let first = if parse.word(thing.first) == named::NO { thing.first + 1 } else { thing.first };
            Stretch { first: first.min(thing.last), last: thing.last }
        };
        let things = self.items(if not { no + 1 } else { no });
        let opener = parse.span(parse.over_open(0), colon);
        Some((told_of(Kind::RedLine, held, opener), things.into_iter().map(bare).collect()))
    }

    /// The party named alone before the colon, or whose position the words before it name.
    fn whose_no(&self, colon: usize) -> Option<Held> {
        let parse = self.parse;
        let first = parse.phrase_at(parse.over_open(0))?;
        let last = parse.phrases()[first].last + 1;
        let position =
            (0..parse.phrases().len()).take_while(|&phrase| parse.phrases()[phrase].last < colon).find(|&phrase| {
                let noun = parse.noun(phrase);
                LINES.contains(noun)
            });
        match position {
            Some(phrase) => Some(self.seeker().of_noun(phrase)),
            None if last == colon
                || parse.tag(last) == Tag::Comma && !(last..colon).any(|at| parse.tensed_at(at).is_some()) =>
            {
                Some(self.seeker().of_phrases(&[first]))
            }
            None => None,
        }
    }

    /// The announcement that a line makes which is nothing but the name of one party.
    fn label(&self) -> Option<Draft> {
        let parse = self.parse;
        let phrase = parse.phrase_at(parse.over_open(0))?;
        let found = parse.phrases()[phrase];
        let rest = (found.last + 1..parse.tokens.len()).all(|at| matches!(parse.tag(at), Tag::Colon | Tag::Close));
        let held = self.seeker().of_phrases(&[phrase]);
        let cue = Stretch { first: found.first, last: found.last };
        (rest && held.parties.len() == 1).then(|| self.announcement("demand.noun", Kind::Demand, held, cue))
    }
}
