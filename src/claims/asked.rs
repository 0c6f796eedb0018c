//! Questions for points: "What does Syria want?", "What are your conditions?", "What remains?", "And Israel?".
//!
//! What they ask for and of whom is read here; the sentences behind answer (`listed`).

use super::holder::Held;
use super::run::{Footing, Run};
use super::sentence::Sentence;
use crate::language::extent::Stretch;
use crate::language::named;
use crate::language::word_list::words;
use crate::mentions::Parties;
use crate::record::Kind;

/// Verbs of questions for points, with their kind.
const ASKED: &[(&str, Kind)] = &[
    ("want", Kind::Demand),
    ("seek", Kind::Demand),
    ("demand", Kind::Demand),
    ("ask", Kind::Demand),
    ("insist", Kind::Demand),
    ("require", Kind::Demand),
    ("expect", Kind::Demand),
    ("need", Kind::Demand),
    ("sign", Kind::Demand),
    ("offer", Kind::Offer),
    ("propose", Kind::Offer),
    ("give", Kind::Offer),
    ("concede", Kind::Offer),
    ("promise", Kind::Offer),
    ("reject", Kind::RedLine),
    ("refuse", Kind::RedLine),
];

/// Nouns of questions for points: "What are your conditions?"
const NAMED: &[(&str, Kind)] = &[
    ("condition", Kind::Demand),
    ("demand", Kind::Demand),
    ("request", Kind::Demand),
    ("requirement", Kind::Demand),
    ("term", Kind::Demand),
    ("offer", Kind::Offer),
    ("proposal", Kind::Offer),
    ("concession", Kind::Offer),
];

impl Sentence<'_> {
    /// "What remains?", "What is still open?", "What has not?": a short question for what is not agreed.
    pub(super) fn asks_open(&self) -> bool {
        let parse = self.parse;
        let end = parse.tokens.len();
        if end > 9 || !parse.reads(0, words!["what", "which"]) {
            return false;
        }
        let named = self.seeker().named_in(Stretch { first: 0, last: end.saturating_sub(1) });
        let any = |words| (1..end).any(|at| parse.reads(at, words));
        let open = any(words!["remains", "remain", "open", "unresolved", "unsettled", "outstanding"]);
        let not = any(words!["not", "n't"]);
        let settled = any(words!["agreed", "settled", "resolved", "decided"]);
        let bare = end <= 4 && any(words!["has", "have", "is"]);
        named.is_empty() && (open || not && (settled || bare))
    }

    /// "Today? A ban on raids.": an answer that first repeats a word of its question.
    pub(super) fn echoes(&self, run: Option<&Run>, heading: bool) -> Option<Run> {
        let short = !heading && self.parse.tokens.len() <= 4;
        run.filter(|run| short && run.footing == Footing::Asked).cloned()
    }

    /// What a question asks for: "What does Syria want?", "And Israel?" behind such a one.
    pub(super) fn asks_points(&self, before: Option<&Run>) -> Option<Run> {
        let parse = self.parse;
        if !parse.is_question() {
            return None;
        }
        if self.asks_open() {
            let parties = self.scene.principals();
            let held = Held { parties, ..Held::default() };
            return (!parties.is_empty()).then_some(Run {
                footing: Footing::Asked,
                kind: Kind::Open,
                held,
                opener: self.span,
            });
        }
        let group = (0..parse.groups().len()).find(|&group| !self.subject_parties(group).is_empty());
        let asked = || {
            let what = (0..parse.tokens.len().min(5)).any(|at| parse.word(at) == named::WHAT);
            let found = ASKED.iter().find(|(verb, _)| {
                let lemma = parse.language.lexicon.word(verb);
                (0..parse.tokens.len()).any(|at| parse.lemma(at) == lemma && parse.group_at(at).is_some())
            });
            let after = (0..parse.tokens.len()).any(|at| parse.text_at(at) == "after");
            let kind = found.map(|&(_, kind)| kind).or(after.then_some(Kind::Demand))?;
            let whole = Stretch { first: 0, last: parse.tokens.len() - 1 };
            let named = || self.seeker().named_in(whole);
            let parties = group.map_or_else(named, |group| self.subject_parties(group));
            // "Have they offered you anything?"
            let any = kind == Kind::Offer
                && (0..parse.tokens.len()).any(|at| parse.reads(at, words!["anything", "something"]));
            if !what && !any {
                return None;
            }
            Some((kind, parties))
        };
        let (kind, parties) = self.asks_more().or_else(|| self.asks_for_noun()).or_else(asked).or_else(|| {
            let and = parse.tokens.first().is_some_and(|token| token.span.of(parse.text).eq_ignore_ascii_case("and"));
            let run = before.filter(|run| run.footing == Footing::Asked && and && parse.groups().is_empty())?;
            let phrase = parse.phrase_at(1)?;
            let other = (1..=parse.phrases()[phrase].head).any(|at| parse.reads(at, words!["other", "others"]));
            let parties = if other {
                self.scene.principals().without(run.held.parties)
            } else {
                self.seeker().parties_of(phrase)
            };
            Some((run.kind, parties))
        })?;
        (parties.len() == 1).then(|| Run {
            footing: Footing::Asked,
            kind,
            held: Held { parties, ..Held::default() },
            opener: self.span,
        })
    }

    /// "What are Chad's conditions?": the points by what they are called, and whose they are.
    fn asks_for_noun(&self) -> Option<(Kind, Parties)> {
        let parse = self.parse;
        if !parse.reads(0, words!["what", "which"])
            || parse.lemma(1) != named::BE && !parse.reads(1, words!["'s", "’s"])
        {
            return None;
        }
        (0..parse.phrases().len()).find_map(|phrase| {
            let noun = parse.noun(phrase);
            let &(_, kind) = NAMED.iter().find(|(word, _)| *word == noun)?;
            let parties = self.seeker().of_noun(phrase).parties;
            (parties.len() == 1).then_some((kind, parties))
        })
    }

    /// "What sort of guarantee?", "Such as?": a question for more of what was claimed last, and whose that is.
    fn asks_more(&self) -> Option<(Kind, Parties)> {
        let parse = self.parse;
        let short = parse.tokens.len() <= 8 && (0..parse.groups().len()).all(|at| !parse.groups()[at].has_tense());
        let what = parse.reads(0, words!["what", "which"]);
        let detail = what && parse.reads(1, words!["sort", "kind", "type"]);
        let such = parse.reads(0, words!["such", "like", "namely", "meaning"])
            || parse.reads(0, words!["for"]) && parse.reads(1, words!["example", "instance"]);
        let last = self.earlier.iter().rev().find(|earlier| earlier.kind != Kind::Open)?;
        (short && (detail || such)).then_some((last.kind, last.holders))
    }
}

#[cfg(test)]
mod tests {
    use crate::claims::tests::{lines, paris};

    #[test]
    fn a_question_for_points_gives_the_fragments_behind_it_their_kind_and_holder() {
        let lead =
            "The well\n\nHassan Rifai, a member of the Syrian delegation, spoke to us about the talks with Israel.";
        for (asked, answer, wanted) in [
            (
                "What do you require?",
                "Lift the siege. And a map of the wells.",
                &["demand syria | Lift the siege", "demand syria | a map of the wells"][..],
            ),
            ("What are your conditions?", "A map of the wells.", &["demand syria | A map of the wells"]),
            (
                "What could you sign today?",
                "Today? A ban on raids and a map.",
                &["demand syria | A ban on raids", "demand syria | a map"],
            ),
            ("What have you offered?", "A joint pump.", &["offer syria | A joint pump"]),
            ("Have they offered you anything?", "Forty permits a day.", &["offer israel | Forty permits a day"]),
            ("What do you make of it?", "A long road.", &[]),
        ] {
            let text = format!("{lead}\n\nQ: Is it late?\n\nA: We are tired.\n\nQ: {asked}\n\nA: {answer}\n");
            assert_eq!(lines(&paris(&text)), wanted, "{asked}");
        }
    }
}
