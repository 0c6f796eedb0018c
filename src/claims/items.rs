//! Lists behind a colon that need no "and": "observers in every post, a visit each week, who pays for the boat".

use super::sentence::Sentence;
use crate::language::Tag;
use crate::language::extent::Stretch;
use crate::language::word_list::{WordList, words};

/// Words that open an indirect question.
const ASKS: &WordList = words!["whether", "who", "what", "how", "when", "where", "which"];

impl Sentence<'_> {
    /// The things and indirect questions of the list that begins at token `from`, up to what is neither.
    pub(super) fn items(&self, from: usize) -> Vec<Stretch> {
        let parse = self.parse;
        let mut found: Vec<Stretch> = Vec::new();
        let mut at = parse.over_open(from);
        while let Some(item) = self.item(at) {
            found.push(item);
            let mark = self.over_period(item.last + 1);
            let joins = |at: usize| parse.tag(at) == Tag::Coordinator && parse.joins(at);
            let comma = parse.tag(mark) == Tag::Comma;
            at = match () {
                () if comma && joins(mark + 1) => mark + 2,
                () if comma || joins(mark) => mark + 1,
                () => break,
            };
        }
        found
    }

    fn item(&self, at: usize) -> Option<Stretch> {
        let parse = self.parse;
        if parse.reads(at, ASKS) {
            let end =
                (at + 1..parse.tokens.len()).find(|&at| matches!(parse.tag(at), Tag::Comma | Tag::Stop | Tag::Colon));
            return Some(Stretch { first: at, last: end.unwrap_or(parse.tokens.len()) - 1 });
        }
        parse.phrase_at(parse.over_open(at)).and_then(|_| parse.thing(at))
    }

    /// "an inspection each fortnight,": the token behind a stretch of time at `at`.
    fn over_period(&self, at: usize) -> usize {
        let parse = self.parse;
        let period = parse.phrase_at(at).filter(|&phrase| parse.is_time_phrase(phrase));
        period.map_or(at, |phrase| parse.phrases()[phrase].last + 1)
    }
}
