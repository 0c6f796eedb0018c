//! Verbless lines that say how points stand: "Still open: the fee", "On the agenda, per the hosts: the gate, and who pays".
//!
//! What stands before the colon says no more than that; a name or a verb there makes it another kind of line.

use super::holder::Held;
use super::listed::told_of;
use super::run::Run;
use super::sentence::Sentence;
use crate::language::Tag;
use crate::language::extent::Stretch;
use crate::language::word_list::{WordList, words};
use crate::record::Kind;

/// Words before the one that says how the points stand.
const STILL: &WordList =
    words!["still", "left", "already", "now", "also", "not", "yet", "newly", "finally", "provisionally", "largely"];

/// Words that say that what follows is agreed, and that it is not.
const CLOSED: &WordList =
    words!["adopted", "agreed", "approved", "cleared", "decided", "endorsed", "initialled", "settled"];
const OPEN: &WordList = words![
    "bracketed",
    "contested",
    "deferred",
    "disputed",
    "missing",
    "open",
    "outstanding",
    "parked",
    "pending",
    "postponed",
    "shelved",
    "undecided",
    "unmentioned",
    "unresolved",
    "unsettled",
];

/// The same in two words or more, the article left out.
const PLACES: &[(&WordList, &WordList)] = &[
    (words!["on", "off"], words!["agenda", "table"]),
    (words!["under"], words!["consideration", "debate", "discussion", "negotiation", "review"]),
    (words!["in"], words!["abeyance", "brackets", "dispute", "doubt", "limbo"]),
    (words!["up"], words!["for"]),
    (words!["held"], words!["over"]),
    (words!["left"], words!["out", "over", "open"]),
    (words!["put"], words!["off"]),
];

impl Sentence<'_> {
    /// "Still open, according to a diplomat: the fee, the date, and who goes first."
    pub(super) fn labelled(&self) -> Option<(Run, Vec<Stretch>)> {
        let parse = self.parse;
        let colon = (1..parse.tokens.len().min(16)).find(|&at| parse.tag(at) == Tag::Colon)?;
        let kind = self.standing(colon)?;
        let aired = self.is_aired(0);
        let verb = !aired && (0..colon).any(|at| parse.tensed_at(at).is_some());
        let parties = self.scene.principals();
        if verb || parties.is_empty() || colon + 2 > parse.tokens.len() {
            return None;
        }
        let held = Held { parties, ..Held::default() };
        let contents = self.items(colon + 1);
        (!contents.is_empty()).then(|| (told_of(kind, held, parse.span(0, colon - 1)), contents))
    }

    /// How the points stand by the words before the colon.
    fn standing(&self, colon: usize) -> Option<Kind> {
        let parse = self.parse;
        let not = (0..colon.min(3)).any(|at| parse.reads(at, words!["not", "yet"]));
        let first = usize::from(parse.reads(0, STILL) && colon > 1);
        let left = (first + 1..colon).any(|at| parse.reads(at, words!["left", "unsettled", "unresolved", "open"]));
        match () {
            () if self.is_aired(first) => left.then_some(Kind::Open),
            () if parse.reads(first, OPEN) => Some(Kind::Open),
            () if parse.reads(first, CLOSED) => Some(if not { Kind::Open } else { Kind::Agreed }),
            () if self.is_placed(0) || self.is_placed(first) => Some(Kind::Open),
            () => None,
        }
    }

    fn is_aired(&self, at: usize) -> bool {
        let first = at + usize::from(self.parse.reads(at, STILL));
        self.parse.reads(first, words!["discussed", "raised", "debated", "aired", "mentioned"])
    }

    /// "on the table", "under discussion", "left out"
    fn is_placed(&self, at: usize) -> bool {
        let parse = self.parse;
        let next = at + 1 + usize::from(parse.tag(at + 1) == Tag::Determiner);
        PLACES.iter().any(|(first, second)| parse.reads(at, first) && parse.reads(next, second))
    }
}

#[cfg(test)]
mod tests {
    use crate::claims::tests::{lines, paris};

    #[test]
    fn a_line_without_a_verb_says_how_its_points_stand_or_what_a_party_will_not_have() {
        let cases: [(&str, &[&str]); 7] = [
            (
                "On the agenda, per the hosts: a map of the wells, and who pays.",
                &["open israel+syria | a map of the wells", "open israel+syria | who pays"],
            ),
            ("Also adopted: a weekly ferry.", &["agreed israel+syria | a weekly ferry"]),
            ("Off the table: the islands.", &["open israel+syria | the islands"]),
            ("Syria's reaction, through its envoy: no gate.", &["red-line syria | gate"]),
            ("Israel's answer: not a single barge.", &["red-line israel | a single barge"]),
            ("On the ferry: a band and two cooks.", &[]),
            ("Syria's delegation in the hall: a minister and two cooks.", &[]),
        ];
        for (line, wanted) in cases {
            let text = format!("Syria and Israel met in Paris on Monday. {line}\n");
            assert_eq!(lines(&paris(&text)), wanted, "{line}");
        }
    }
}
