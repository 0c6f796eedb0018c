//! Points given as examples of what only announces them: "issues such as the toll, the island and the date".

use super::candidate::Candidate;
use super::sentence::Sentence;
use crate::language::Tag;
use crate::language::extent::Stretch;
use crate::language::word_list::{WordList, words};

/// Nouns that say of a point no more than that it is one.
const GENERAL: &WordList = words![
    "area",
    "concession",
    "condition",
    "demand",
    "file",
    "issue",
    "item",
    "matter",
    "obstacle",
    "one",
    "point",
    "proposal",
    "question",
    "subject",
    "term",
    "topic",
];

/// Those of them that "of" joins to the points themselves.
const OF_SEVERAL: &WordList = words!["area", "issue", "matter", "obstacle", "question", "subject", "topic"];

impl Sentence<'_> {
    /// The examples of a content that says nothing more: each is a point of its own (codebook, hard case 9).
    pub(super) fn examples(&self, candidate: &Candidate) -> Option<Vec<Stretch>> {
        let parse = self.parse;
        let content = candidate.filled.contents.first().filter(|_| !candidate.filled.clause)?;
        let phrase = parse.phrases()[parse.phrase_at(parse.over_open(content.first))?];
        let head = parse.text_of(parse.lemma(phrase.head));
        if !GENERAL.contains(head) {
            return None;
        }
        let at = phrase.last + 1 + usize::from(parse.tag(phrase.last + 1) == Tag::Comma);
        let such = parse.reads(at, words!["such"]) && parse.reads(at + 1, words!["as"]);
        // "the obstacles of fishing, prices and the court"
        let of = parse.reads(at, words!["of"]) && parse.tag(phrase.head) == Tag::Plural && OF_SEVERAL.contains(head);
        if !such && !of && !parse.reads(at, words!["including", "like"]) {
            return None;
        }
        let points = parse.things(at + 1 + usize::from(such));
        (points.len() > usize::from(of)).then_some(points)
    }
}

#[cfg(test)]
mod tests {
    use crate::claims::tests::{contents, world};

    #[test]
    fn examples_stand_for_the_noun_that_announces_them() {
        for (text, points) in [
            (
                "Kenya and Uganda differ over issues such as the toll, the island and the date.",
                &["the toll", "the island", "the date"][..],
            ),
            ("Kenya insists on its old demands, including the removal of the levy.", &["the removal of the levy"]),
            ("Kenya rejects taxes such as the toll.", &["taxes"]),
        ] {
            assert_eq!(contents(&world(text)), points, "{text}");
        }
    }
}
