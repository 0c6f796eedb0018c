//! Who takes a stance beside the subject of its verb: a backer, a partner, the group that is spoken for, the members
//! that a nameless group is said to have.

use super::holder::{Held, Seeker};
use crate::language::Tag;
use crate::language::named;
use crate::language::word_list::{WordList, words};

impl Seeker<'_> {
    /// "Kosovo, Serbia agree to a swap": in a headline a comma joins the subjects of a plural verb.
    pub(super) fn listed_first(&self, group: usize) -> Option<usize> {
        let parse = self.parse;
        let (found, subjects) = (parse.groups()[group], parse.nodes()[group].subjects());
        let &[subject] = subjects else { return None };
        let plural = parse.tag(found.first) == Tag::Present && parse.word(found.first) == parse.lemma(found.first);
        let comma = parse.phrases()[subject].first.checked_sub(1).filter(|&at| parse.tag(at) == Tag::Comma)?;
        let first = parse.phrase_at(comma.checked_sub(1)?)?;
        let name = |phrase: usize| parse.tag(parse.phrases()[phrase].head) == Tag::Proper;
        (plural && parse.phrases()[first].first == 0 && name(first) && name(subject)).then_some(first)
    }

    /// A phrase and the one coordinated with it on its left ("with Chad and Niger unable to agree").
    pub(super) fn with_conjuncts_before(&self, phrase: usize) -> Vec<usize> {
        let parse = self.parse;
        let and = parse.phrases()[phrase].first.checked_sub(2).filter(|&at| parse.tag(at + 1) == Tag::Coordinator);
        and.and_then(|at| parse.phrase_at(at)).into_iter().chain([phrase]).collect()
    }

    /// "Somalia, backed by Egypt,", "Norway, together with Iceland,": those who act with the subject.
    pub(super) fn add_company(&self, held: &mut Held, subject: usize) {
        let parse = self.parse;
        let mut at = parse.phrases()[subject].last + 1;
        if parse.tag(at) == Tag::Preposition && parse.phrase_at(at + 1).is_some() && self.opens_company(at).is_none() {
            at = parse.phrase_at(at + 1).map_or(at, |phrase| parse.phrases()[phrase].last + 1);
        }
        while let Some(after) = self.over_company(held, at) {
            at = after;
        }
    }

    /// Adds those named by the aside that begins at `at`, a comma or a coordinator before it or not; returns the token
    /// after them.
    fn over_company(&self, held: &mut Held, at: usize) -> Option<usize> {
        let parse = self.parse;
        let mut at = at;
        while matches!(parse.tag(at), Tag::Comma | Tag::Coordinator) {
            at += 1;
        }
        let behind = self.opens_company(at)?;
        let phrase = (behind..(behind + 2).min(parse.tokens.len())).find_map(|i| parse.phrase_at(i))?;
        let conjuncts = self.with_conjuncts(phrase);
        let after = conjuncts.last().map_or(at, |&last| parse.phrases()[last].last + 1);
        let mediates = parse.word(after) == named::AS && parse.phrase_at(after + 1).is_some();
        for other in conjuncts.into_iter().filter(|_| !mediates) {
            self.add(held, other);
        }
        Some(after)
    }

    /// "together with", "along with", "as well as", "with", "backed by", "joined by"; ", for the Arab Group,", "on behalf
    /// of": the token after such words at `at`.
    fn opens_company(&self, at: usize) -> Option<usize> {
        let parse = self.parse;
        let is = |i: usize, words: &WordList| parse.reads(i, words);
        let joined = is(at, words!["together", "along"]) && is(at + 1, words!["with"])
            || is(at, words!["backed", "joined", "supported", "seconded", "flanked"]) && is(at + 1, words!["by"]);
        if joined {
            return Some(at + 2);
        }
        let threefold = is(at, words!["as"]) && is(at + 1, words!["well"]) && is(at + 2, words!["as"])
            || is(at, words!["on"])
                && is(at + 1, words!["behalf"])
                && is(at + 2, words!["of"])
                && self.is_named(at + 3);
        if threefold {
            return Some(at + 3);
        }
        let alone = is(at, words!["for"]) && at > 0 && parse.tag(at - 1) == Tag::Comma || is(at, words!["with"]);
        (alone && self.is_named(at + 1)).then_some(at + 1)
    }

    /// Tells whether a phrase that begins here stands for somebody.
    fn is_named(&self, at: usize) -> bool {
        self.parse.phrase_at(at).is_some_and(|phrase| self.scene.actor(phrase).is_some())
    }

    /// "Some states, including Chad and Peru, asked", "thirty members led by Fiji warned": the named members of a group
    /// that is no party itself.
    pub(super) fn add_members(&self, held: &mut Held, subject: usize, group: usize) {
        let parse = self.parse;
        let (first, verb) = (parse.phrases()[subject].last + 1, parse.groups()[group].first);
        let Some(named) = (first..verb).find_map(|at| self.opens_members(at)) else { return };
        let Some(phrase) = parse.phrase_at(named).filter(|_| named < verb) else { return };
        for member in self.with_conjuncts(phrase) {
            self.add(held, member);
        }
    }

    /// The token after "including", "notably", "led by", "among them", "such as", where one of them begins at `at`.
    fn opens_members(&self, at: usize) -> Option<usize> {
        let pairs = [("led", "by"), ("headed", "by"), ("among", "them"), ("such", "as"), ("along", "with")];
        let is = |at: usize, word: &str| self.parse.reads_word(at, word);
        let pair = pairs.iter().any(|&(one, two)| is(at, one) && is(at + 1, two));
        // "four islands, with Fiji in the lead, wanted"
        let led = is(at, "with")
            && self.parse.phrase_at(at + 1).is_some_and(|phrase| {
                let after = self.parse.phrases()[phrase].last + 1;
                self.parse.reads(after, words!["in", "at"])
                    && self.parse.reads(after + 2, words!["front", "fore", "head", "lead"])
            });
        let single = led || self.parse.reads(at, words!["including", "like", "notably", "particularly", "especially"]);
        if pair { Some(at + 2) } else { single.then_some(at + 1) }
    }
}
