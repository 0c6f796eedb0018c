//! What has to be there first, in a party's own words: "Without a map, Syria said, there will be no signature".

use super::sentence::Sentence;
use crate::language::Tag;
use crate::language::named;
use crate::language::parse::Parse;
use crate::language::word_list::{WordList, words};

/// What is said of talks that end where the demand is not met.
const ENDED: &WordList = words![
    "dead",
    "finished",
    "futile",
    "hollow",
    "idle",
    "impossible",
    "meaningless",
    "moot",
    "off",
    "out",
    "over",
    "pointless",
    "unthinkable",
    "useless",
    "void",
    "worthless",
];

/// Words that open a condition by themselves where a thing stands behind them.
pub(super) const LACKING: &WordList = words!["without", "failing", "absent"];

impl Sentence<'_> {
    /// Tells whether the phrase at `at` names a party.
    pub(super) fn is_party_at(&self, at: usize) -> bool {
        self.parse.phrase_at(at).is_some_and(|phrase| !self.seeker().parties_of(phrase).is_empty())
    }

    /// Tells whether the word at `at` opens the sentence of a party's speaker with what must be there, and what follows
    /// says that there is nothing without it.
    pub(super) fn opens_ultimatum(&self, at: usize) -> bool {
        let parse = self.parse;
        if at > 1 || !parse.reads(at, LACKING) {
            return false;
        }
        let Some(thing) = parse.thing(at + 1).filter(|thing| parse.tag(thing.last + 1) == Tag::Comma) else {
            return false;
        };
        let noun = parse.phrase_at(at + 1).map(|phrase| parse.tag(parse.phrases()[phrase].head));
        let named = matches!(noun, Some(Tag::Noun | Tag::Plural));
        let lacks = !parse.reads(at, words!["without"]);
        named && self.seeker().voice(at).is_some() && (lacks || nothing_follows(parse, thing.last + 1))
    }
}

/// "there will be no round", "it could not sign", "the talks were over": a clause behind token `from` that ends all.
fn nothing_follows(parse: &Parse<'_>, from: usize) -> bool {
    (0..parse.groups().len()).any(|group| {
        let found = &parse.groups()[group];
        if found.first < from || !found.has_tense() {
            return false;
        }
        let refused = found.negation.is_some() && found.modal.is_some();
        let next = parse.over_adverbs(found.last + 1);
        let none = parse.word(next) == named::NO || parse.reads(next, words!["nothing"]);
        let none = none
            || parse.nodes()[group]
                .subjects()
                .iter()
                .any(|&subject| parse.word(parse.phrases()[subject].first) == named::NO);
        refused || none || parse.reads(next, ENDED)
    })
}

#[cfg(test)]
mod tests {
    use crate::claims::tests::{contents, world};

    #[test]
    fn what_a_party_says_is_lacking_is_its_demand_and_nothing_else_is_refused() {
        for (text, expected) in [
            (
                "Without a map of the mines, the Chadian minister said, there would be no further round.",
                Some("a map of the mines"),
            ),
            (
                "Failing a map of the mines, an aide to the Chadian minister said, the talks were over.",
                Some("a map of the mines"),
            ),
            ("Without a map of the mines, the Chadian minister said, the hikers lost their way.", None),
        ] {
            assert_eq!(contents(&world(text)), expected.as_slice(), "{text}");
        }
    }
}
