//! Growth of a stretch from its core to the right, unit by unit, and the trimming of its end.

use super::super::Tag;
use super::super::classes::Class;
use super::super::clause::Link;
use super::super::lexicon::Frames;
use super::super::parse::Parse;
use super::super::phrase::{Form, Unit};
use super::{Grows, Stretch};
use crate::language::named;
use crate::language::word_list::words;

impl Parse<'_> {
    /// Grows a stretch from `first` whose core ends at `last`.
    pub(super) fn grow(&self, first: usize, last: usize, grows: Grows) -> Stretch {
        let mut end = last;
        while let Some(next) = self.step(first, end, grows) {
            if next <= end {
                break;
            }
            end = next;
        }
        Stretch { first, last: self.trim(first, end, last) }
    }

    /// Returns the end of the stretch when the next unit is taken in, or nothing where it stops.
    pub(super) fn step(&self, first: usize, end: usize, grows: Grows) -> Option<usize> {
        let at = end + 1;
        let tag = self.tokens.get(at)?.tag;
        match tag {
            Tag::Adjective if self.is_due_to(at) => None,
            // "a deal worth 9 per cent"
            Tag::Adjective if self.reads(at, words!["worth"]) => {
                self.phrase_at(at).map(|price| self.phrases()[price].last)
            }
            Tag::Close => (self.opens_inside(first, end)).then_some(at),
            Tag::Open => self.after_open(at, grows),
            Tag::Preposition if self.nodes().iter().any(|node| node.opener == Some(at)) => {
                self.over_subordinator(first, at, grows)
            }
            Tag::Preposition => self.over_preposition(at, grows),
            Tag::Adjective | Tag::Number if self.opens_phrase(at) => self.over_unit(at, grows),
            Tag::Adverb | Tag::Negation | Tag::Number | Tag::Symbol => (!self.opens_condition(at)).then_some(at),
            Tag::Adjective => Some(at),
            Tag::OpenBracket => (at..self.tokens.len()).take(14).find(|&i| self.tag(i) == Tag::CloseBracket),
            Tag::Dash => self.over_dashes(at),
            Tag::Comma => self.over_comma(first, at, grows),
            Tag::Coordinator => self.over_coordinator(first, at, grows),
            Tag::Relative => self.over_clause(at),
            Tag::Subordinator => self.over_subordinator(first, at, grows),
            _ => self.over_unit(at, grows),
        }
    }

    /// "a compromise due to differences": what it is due to says why, and belongs to no thing.
    fn is_due_to(&self, at: usize) -> bool {
        let text = |at: usize| self.tokens.get(at).map_or("", |token| token.span.of(self.text));
        let thing = self.tokens.get(at + 2).is_some_and(|token| token.tag != Tag::Base);
        text(at) == "due" && text(at + 1) == "to" && thing
    }

    /// Tells whether a phrase that begins with an adjective or number begins at `at`.
    fn opens_phrase(&self, at: usize) -> bool {
        self.phrase_at(at).is_some_and(|phrase| self.phrases()[phrase].first == at)
    }

    pub(super) fn over_unit(&self, at: usize, grows: Grows) -> Option<usize> {
        match self.unit(at)? {
            Unit::Group(group) => {
                let found = &self.groups()[group];
                match found.form {
                    Form::Finite => None,
                    // "mediation to help reach a deal"
                    Form::Bare if grows == Grows::Phrase && !matches!(self.unit(at - 1), Some(Unit::Group(_))) => None,
                    _ => Some(found.last),
                }
            }
            Unit::Phrase(phrase) => {
                let last = self.phrases()[phrase].last;
                if self.is_time_phrase(phrase) {
                    // "refused the cap two days before the talks ended": when it was refused.
                    let measured = self.tag(at) == Tag::Number && self.tag(last + 1) == Tag::Subordinator;
                    return (!measured).then_some(last);
                }
                let verb = self.over_adverbs(last + 1);
                match self.unit(verb) {
                    Some(Unit::Group(group))
                        if self.groups()[group].form == Form::Finite
                            && self.nodes()[group].subjects().contains(&phrase) =>
                    {
                        let bound = self.nodes()[group].link;
                        matches!(bound, Link::Relative | Link::Complement).then_some(self.groups()[group].last)
                    }
                    _ => {
                        // "a truce in which Chad would free roughly 40 men"
                        let before = (0..at).rev().find(|&before| self.tag(before) != Tag::Adverb);
                        let object = before.is_some_and(|before| matches!(self.unit(before), Some(Unit::Group(_))));
                        (object || grows != Grows::Phrase).then_some(last)
                    }
                }
            }
            Unit::None => None,
        }
    }

    pub(super) fn after_open(&self, at: usize, grows: Grows) -> Option<usize> {
        match self.unit(at + 1)? {
            Unit::Phrase(phrase) if grows != Grows::Phrase => Some(self.phrases()[phrase].last),
            Unit::Group(group) if grows != Grows::Phrase => Some(self.groups()[group].last),
            // "deleting “regional”": words that are spoken of
            Unit::None if grows != Grows::Phrase && self.tag(at + 2) == Tag::Close => Some(at + 2),
            _ => None,
        }
    }

    /// A preposition and the phrase, gerund or clause after it.
    pub(super) fn over_preposition(&self, at: usize, grows: Grows) -> Option<usize> {
        let word = self.tokens[at].lemma;
        if self.classes().is(word, Class::Circumstance) && !self.is_joined_preposition(at) {
            return None;
        }
        let next = self.over_open(self.over_adverbs(at + 1));
        match self.unit(next)? {
            Unit::Phrase(phrase) => Some(self.phrases()[phrase].last),
            Unit::Group(group) if self.groups()[group].form == Form::Gerund => Some(self.groups()[group].last),
            Unit::Group(_) => None,
            Unit::None => match self.tag(next) {
                Tag::Relative => self.over_clause(next),
                Tag::Preposition => self.over_preposition(next, grows),
                Tag::Subordinator if self.classes().is(self.tokens[next].word, Class::Content) => Some(next),
                Tag::Adjective | Tag::Adverb | Tag::Number => Some(next),
                // "substances to be phased out"
                _ => {
                    let verb = at.checked_sub(1).is_some_and(|before| self.group_at(before).is_some());
                    (grows != Grows::Phrase || verb && self.is_particle(at)).then_some(at)
                }
            },
        }
    }

    /// "as" in "such as", "as well as", "act as".
    pub(super) fn is_joined_preposition(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| {
            let acts = words!["act", "serve", "operate", "function", "work", "double"];
            if self.group_at(before).is_some() && self.is_in(self.tokens[before].lemma, acts) {
                return true;
            }
            let text = self.tokens[before].span.of(self.text);
            text.eq_ignore_ascii_case("such")
                || text.eq_ignore_ascii_case("well")
                || text.eq_ignore_ascii_case("described")
        })
    }

    /// "- particularly the Druze -": an insertion between dashes after which the sentence goes on.
    pub(super) fn over_dashes(&self, at: usize) -> Option<usize> {
        let close = (at + 1..self.tokens.len())
            .take(16)
            .take_while(|&i| self.tag(i) != Tag::Stop)
            .find(|&i| self.tag(i) == Tag::Dash)?;
        let inside = (at + 1..close).any(|i| self.tensed_at(i).is_some());
        let goes_on = matches!(
            self.tag(close + 1),
            Tag::Coordinator | Tag::Preposition | Tag::Noun | Tag::Plural | Tag::Adjective | Tag::To
        );
        (!inside && goes_on).then_some(close)
    }

    /// A relative clause: to the end of its verb; what follows is taken step by step.
    pub(super) fn over_clause(&self, at: usize) -> Option<usize> {
        (at + 1..self.tokens.len())
            .take_while(|&i| !matches!(self.tag(i), Tag::Comma | Tag::Stop | Tag::Colon))
            .find_map(|i| self.tensed_at(i))
            .map(|group| {
                // "which it said could fund a rise"
                let last = self.groups()[group].last;
                let said = self.classes().is(self.groups()[group].lemma, Class::Speech);
                self.tensed_at(last + 1).filter(|_| said).map_or(last, |inner| self.groups()[inner].last)
            })
    }

    /// Tells whether the clause that opens at `at` can belong to the phrase that begins at `first` ("a demand that"):
    /// not where the phrase is what a verb of speech has told it ("told reporters in Geneva that").
    fn takes_clause(&self, first: usize, at: usize) -> bool {
        let Some(Unit::Phrase(phrase)) = at.checked_sub(1).and_then(|before| self.unit(before)) else { return true };
        let verb = first.checked_sub(1).and_then(|before| self.group_at(before));
        let told = verb.is_some_and(|verb| self.classes().is(self.groups()[verb].lemma, Class::Speech));
        let lexicon = &self.language.lexicon;
        !told || lexicon.frames(self.tokens[self.phrases()[phrase].head].word).has(Frames::CLAUSE)
    }

    pub(super) fn over_subordinator(&self, first: usize, at: usize, grows: Grows) -> Option<usize> {
        let word = self.tokens[at].word;
        if grows == Grows::Phrase && !self.takes_clause(first, at) {
            return None;
        }
        if self.classes().is(word, Class::Content) {
            return self.over_clause(at).or(Some(at));
        }
        let kept = [named::UNTIL, named::BEFORE, named::WHERE, named::SO].contains(&word);
        (kept && grows != Grows::Phrase).then(|| self.over_clause(at)).flatten()
    }

    /// "only if", "only after", "if", "unless": what follows is a condition and no part of the content.
    pub(super) fn opens_condition(&self, at: usize) -> bool {
        // "should start only from the port", "apply only to lorries": where or to whom, and no condition.
        let place = self.reads(at + 1, words!["from", "to", "at", "through", "via"]);
        self.tokens[at].word == named::ONLY
            && matches!(self.tag(at + 1), Tag::Subordinator | Tag::Preposition)
            && !place
    }

    pub(super) fn opens_inside(&self, first: usize, end: usize) -> bool {
        let depth = (first..=end).fold(0_i32, |depth, i| match self.tag(i) {
            Tag::Open => depth + 1,
            Tag::Close => depth - 1,
            _ => depth,
        });
        depth > 0
    }

    /// Leaves out closing time adverbials, prepositions, marks and adverbs of `first..=end`; the core, which ends
    /// at `core`, stays.
    pub(super) fn trim(&self, first: usize, end: usize, core: usize) -> usize {
        let (mut end, whole) = (end, end);
        while end > core {
            if end == whole && self.is_particle(end) || end < whole && self.is_verb_particle(end) {
                break;
            }
            end = match self.tag(end) {
                Tag::Comma
                | Tag::Dash
                | Tag::Coordinator
                | Tag::Open
                | Tag::Stop
                | Tag::Colon
                | Tag::Preposition
                | Tag::Subordinator => end - 1,
                // "the pledge to fund the patrols still stands": the adverb is the verb's.
                Tag::Adverb if self.tensed_at(end + 1).is_some() => end - 1,
                Tag::Adverb if end < whole && self.reads(end, words!["earlier", "later"]) => end - 1,
                // "raise trust so as to calm the markets"
                Tag::Adverb if self.reads(end, words!["so"]) && self.reads(end + 1, words!["as"]) => end - 1,
                Tag::Close if !self.opens_inside(first, end - 1) => end - 1,
                _ => match self.unit(end) {
                    Some(Unit::Phrase(phrase))
                        if self.is_day(phrase)
                            && self.phrases()[phrase].first > core
                            && !self.bounds_time(self.phrases()[phrase].first) =>
                    {
                        self.phrases()[phrase].first - 1
                    }
                    _ => break,
                },
            };
        }
        end
    }

    /// "a truce from Friday", "released by Monday", "seized since January": from or until when belongs to the point.
    fn bounds_time(&self, time: usize) -> bool {
        let bound = ["from", "until", "till", "through", "by", "to"];
        time.checked_sub(1).is_some_and(|before| {
            let is = |word: &str| self.tokens[before].span.of(self.text).eq_ignore_ascii_case(word);
            let happened = before.checked_sub(1).is_some_and(|verb| self.tag(verb) == Tag::Participle);
            bound.iter().any(|word| is(word)) || happened && is("since")
        })
    }

    /// "where they left off", "let the inspectors in": a preposition without a phrase that ends its clause.
    pub(super) fn is_particle(&self, at: usize) -> bool {
        let ends = matches!(self.tag(at + 1), Tag::Stop | Tag::Comma | Tag::Coordinator | Tag::Close | Tag::To);
        let follows = at.checked_sub(1).and_then(|before| self.unit(before)).is_some_and(|unit| unit != Unit::None);
        self.tag(at) == Tag::Preposition && ends && follows
    }

    /// "would be paid back on Fridays": a particle of the verb before a time that was left out.
    fn is_verb_particle(&self, at: usize) -> bool {
        let group = at.checked_sub(1).and_then(|before| self.group_at(before));
        self.tag(at) == Tag::Preposition
            && self.tag(at + 1) == Tag::Preposition
            && group.is_some_and(|group| self.groups()[group].passive)
    }

    /// "Friday", "last week": when something was said rather than when it is to be done.
    pub(super) fn is_day(&self, phrase: usize) -> bool {
        self.is_time_phrase(phrase) && {
            let found = &self.phrases()[phrase];
            // "rejected the offer this week"
            let near = self.reads(found.first, words!["this", "last", "earlier"])
                && self
                    .reads(found.head, words!["morning", "afternoon", "evening", "night", "week", "weekend", "month"]);
            self.tokens[found.head].capital && found.first == found.head || near
        }
    }
}
