//! Right edges: how far a noun phrase, a verb phrase or a clause goes, and where its conjuncts are.
//!
//! A stretch is an inclusive range of tokens. Final punctuation, closing time adverbials and stray
//! prepositions are left out of it.

mod grow;
mod list;
mod low;

#[cfg(test)]
mod tests;

use super::Tag;
use super::clause::Link;
use super::named;
use super::parse::Parse;
use super::phrase::{Form, Unit};

/// An inclusive range of tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// The first token.
    pub first: usize,
    /// The last token.
    pub last: usize,
}

impl Stretch {
    /// Tells whether token `at` lies inside.
    #[must_use]
    pub fn contains(self, at: usize) -> bool {
        self.first <= at && at <= self.last
    }
}

/// What a stretch is grown from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Grows {
    /// A noun phrase.
    Phrase,
    /// A verb phrase without tense.
    Act,
    /// A clause.
    Clause,
}

impl Parse<'_> {
    /// Returns the noun phrase, or gerund phrase, that begins at token `at`, with all that hangs on it.
    #[must_use]
    pub fn thing(&self, at: usize) -> Option<Stretch> {
        let first = self.over_open(at);
        match self.unit(first) {
            Some(Unit::Phrase(phrase)) if self.phrases()[phrase].first == first => {
                Some(self.grow(first, self.phrases()[phrase].last, Grows::Phrase))
            }
            Some(Unit::Group(group)) if self.groups()[group].form == Form::Gerund => {
                Some(self.grow(first, self.groups()[group].last, Grows::Act))
            }
            _ => self.quoted(first),
        }
    }

    /// Returns the words in quotation marks that begin at token `at` and are no phrase: what "full" is in
    /// `objected to "full" in line two`.
    fn quoted(&self, at: usize) -> Option<Stretch> {
        let opened = at > 0 && self.tag(at - 1) == Tag::Open;
        let close = (at + 1..self.tokens.len().min(at + 5)).find(|&i| self.tag(i) == Tag::Close).filter(|_| opened)?;
        (at..close)
            .all(|i| matches!(self.tag(i), Tag::Adverb | Tag::Adjective | Tag::Number | Tag::Preposition))
            .then_some(Stretch { first: at, last: close - 1 })
    }

    /// Returns the verb phrase of the infinitive, bare or gerund group that begins at token `at`, without "to".
    #[must_use]
    pub fn act(&self, at: usize) -> Option<Stretch> {
        let Unit::Group(found) = self.unit(at)? else { return None };
        let group = &self.groups()[found];
        if group.form == Form::Finite || group.first != at {
            return None;
        }
        let first = match (self.tag(at), self.tag(at + 1)) {
            (Tag::To, Tag::Colon) => at + 2,
            (Tag::To, _) => at + 1,
            _ => at,
        };
        Some(self.grow(first, group.last, Grows::Act))
    }

    /// Returns the clause that begins at token `at` (after "that"): subject, verb and what follows.
    #[must_use]
    pub fn clause(&self, at: usize) -> Option<Stretch> {
        let first = self.over_open(at);
        let verb = (first..self.tokens.len())
            .take_while(|&i| !matches!(self.tokens[i].tag, Tag::Stop | Tag::Colon))
            .find_map(|i| self.tensed_at(i))?;
        Some(self.grow(first, self.groups()[verb].last, Grows::Clause))
    }

    /// Returns the conjuncts of the noun phrase at token `at`: one stretch each.
    #[must_use]
    pub fn things(&self, at: usize) -> Vec<Stretch> {
        self.with_names(self.list(self.thing(at), Self::next_thing))
    }

    /// Returns the conjuncts of the verb phrase at token `at`: one stretch each.
    #[must_use]
    pub fn acts(&self, at: usize) -> Vec<Stretch> {
        self.list(self.act(at), Self::next_act)
    }

    /// Returns the clauses from token `at` on, one stretch a conjunct: "that Israel withdraw and release …".
    #[must_use]
    pub fn clauses(&self, at: usize) -> Vec<Stretch> {
        let Some(whole) = self.clause(at) else { return Vec::new() };
        let Some(first) = (whole.first..=whole.last).find_map(|i| self.tensed_at(i)) else { return vec![whole] };
        let mut found = Vec::new();
        let mut start = whole.first;
        for group in first + 1..self.groups().len() {
            let node = &self.nodes()[group];
            let verb = self.groups()[group].first;
            if verb > whole.last {
                break;
            }
            if node.link != Link::Coordinate || !(self.groups()[group].has_tense()) {
                continue;
            }
            let subject = node.subjects().iter().min().map(|&phrase| self.phrases()[phrase].first);
            let begin = subject
                .filter(|&subject| subject > start && subject < verb && self.coordinated_before(subject))
                .unwrap_or(verb);
            // "should stay and not take orders"
            let denied = begin.checked_sub(1).filter(|&at| self.tag(at) == Tag::Negation);
            let begin = denied.unwrap_or(begin);
            let Some(end) = begin.checked_sub(1).and_then(|end| self.before_coordinator(end)) else { continue };
            if end >= start {
                found.push(Stretch { first: start, last: end });
                start = begin;
            }
        }
        found.push(Stretch { first: start, last: whole.last });
        found
    }

    /// The comma that closes an aside opened by the comma at `at` ("agreed, after long talks, to").
    #[must_use]
    pub fn aside(&self, at: usize) -> Option<usize> {
        let close = (at + 1..self.tokens.len()).take(12).find(|&i| self.tag(i) == Tag::Comma)?;
        let goes_on = matches!(self.tag(close + 1), Tag::To | Tag::Subordinator | Tag::Preposition);
        let opened = matches!(
            self.tag(at + 1),
            Tag::Preposition | Tag::Adverb | Tag::Subordinator | Tag::Gerund | Tag::Participle
        );
        let report = self.phrase_at(at + 1).is_some_and(|phrase| {
            // "two of the officials said"
            let last = self.phrases()[phrase].last;
            let counted = self.phrase_at(last + 2).filter(|_| self.word(last + 1) == named::OF);
            self.group_at(counted.map_or(last, |counted| self.phrases()[counted].last) + 1)
                .is_some_and(|group| self.groups()[group].last + 1 == close)
        });
        let inverted = self.group_at(at + 1).is_some_and(|group| {
            let last = self.groups()[group].last;
            let speech = self.classes().is(self.groups()[group].lemma, super::classes::Class::Speech);
            speech && self.phrase_at(last + 1).is_some_and(|phrase| self.phrases()[phrase].last + 1 == close)
        });
        (goes_on && (opened || report || inverted)).then_some(close)
    }
}
