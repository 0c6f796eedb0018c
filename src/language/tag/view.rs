//! What a rule can ask of the sentence: neighbours, words, and whether a verb follows.

use super::super::lexicon::Frames;
use super::{Classes, Tag, Tagger, Word};
use crate::language::named as w;
use crate::language::word_list::WordList;

/// What the words after a noun that may be a verb say of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Right {
    /// An object or a clause follows: it is a verb.
    Verb,
    /// A finite verb or "of" follows: it is a noun.
    Noun,
    /// Nothing is decided.
    Open,
}

/// Classes that begin a noun phrase and cannot go on one.
const OBJECT: Classes = Classes::of(&[Tag::Determiner, Tag::Possessive, Tag::Pronoun]);
/// Classes that can be part of a noun phrase.
const NOMINAL: Classes = Classes::of(&[Tag::Noun, Tag::Plural, Tag::Proper, Tag::Adjective, Tag::Number]);

impl Tagger<'_> {
    /// Returns the tag of a token that is settled.
    pub(super) fn tag(&self, at: usize) -> Tag {
        self.tokens[at].tag
    }

    /// Returns the word of a token, unknown where no table knows it.
    pub(super) fn word(&self, at: usize) -> Word {
        self.tokens[at].word
    }

    /// Returns the token before `at`, quotation marks left out.
    pub(super) fn before(&self, at: usize) -> Option<usize> {
        (0..at).rev().find(|&it| !matches!(self.tag(it), Tag::Open | Tag::Close))
    }

    /// Returns the token after `at`, quotation marks left out.
    pub(super) fn after(&self, at: usize) -> Option<usize> {
        (at + 1..self.tokens.len()).find(|&it| !matches!(self.tag(it), Tag::Open | Tag::Close))
    }

    /// Returns the token before `at`, adverbs, negations, quotation marks and the colon of "agreed to: pay" left out.
    pub(super) fn anchor(&self, at: usize) -> Option<usize> {
        let listed = |it: usize| self.tag(it) == Tag::Colon && it > 0 && self.tag(it - 1) == Tag::To;
        (0..at)
            .rev()
            .find(|&it| !matches!(self.tag(it), Tag::Open | Tag::Close | Tag::Adverb | Tag::Negation) && !listed(it))
    }

    /// Returns the possible classes of a token to the right; none for marks and past the end.
    pub(super) fn can(&self, at: Option<usize>) -> Classes {
        at.map_or(Classes::NONE, |at| self.classes[at])
    }

    /// Tells whether the token is `word`.
    pub(super) fn is(&self, at: Option<usize>, word: Word) -> bool {
        at.is_some_and(|at| self.word(at) == word)
    }

    /// Tells whether the token is one of `words`.
    pub(super) fn is_one(&self, at: usize, words: &WordList) -> bool {
        words.holds(self.lexicon, self.word(at))
    }

    /// Tells whether the token is a mark of punctuation, or past the end.
    pub(super) fn is_mark(&self, at: Option<usize>) -> bool {
        at.is_none_or(|at| self.classes[at].is_empty())
    }

    /// Tells whether the settled token is a verb of the lemma `lemma`.
    pub(super) fn is_verb(&self, at: usize, lemma: Word) -> bool {
        Classes::VERBS.has(self.tag(at)) && self.tokens[at].lemma == lemma
    }

    /// Tells whether the word takes `frame`.
    pub(super) fn takes(&self, at: usize, frame: Frames) -> bool {
        self.lexicon.frames(self.tokens[at].word).has(frame)
    }

    /// Tells whether the token can go on a noun phrase rather than be a verb.
    pub(super) fn is_nominal(&self, at: Option<usize>) -> bool {
        let can = self.can(at);
        if can.has(Tag::Gerund) {
            return can.meets(NOMINAL);
        }
        let participle =
            can.has(Tag::Participle) && at.is_some_and(|at| self.can(self.after(at)).within(Classes::NOUNS));
        can.meets(NOMINAL) && !can.meets(OBJECT) || participle
    }

    /// Tells whether a noun phrase begins at the token for certain: an article, a possessive, a pronoun, a name.
    pub(super) fn opens_object(&self, at: Option<usize>) -> bool {
        let can = self.can(at);
        can.meets(OBJECT) && !self.is(at, w::THAT) || can == Classes::one(Tag::Proper) || self.is_demonym(at)
    }

    /// Tells whether the token is a demonym: a capital, and neither name nor time.
    fn is_demonym(&self, at: Option<usize>) -> bool {
        let demonym = Classes::of(&[Tag::Adjective, Tag::Noun]);
        at.is_some_and(|at| self.tokens[at].capital && self.classes[at] == demonym && !self.takes(at, Frames::TIME))
    }

    /// Tells whether what follows a verb is its object: a phrase that is no mere time.
    pub(super) fn is_object(&self, at: Option<usize>) -> bool {
        let Some(at) = at else { return false };
        let timed =
            |it: usize| self.takes(it, Frames::TIME) || matches!(self.word(it), w::LAST | w::NEXT | w::EARLY | w::LATE);
        if self.tag(at) == Tag::Number {
            return self.after(at).is_some_and(|it| self.is_nominal(Some(it)) && !timed(it));
        }
        self.opens_object(Some(at))
            || self.is_nominal(Some(at))
                && !timed(at)
                && !self.can(Some(at)).has(Tag::Adverb)
                && !self.can(Some(at)).has(Tag::Preposition)
    }

    /// Tells whether the token can only be a finite verb.
    pub(super) fn is_finite(&self, at: Option<usize>) -> bool {
        let can = self.can(at);
        can.within(Classes::FINITE)
            || can.has(Tag::Modal)
            || self.is(at, w::HAD)
            || self.is(at, w::HAVE)
            || self.is(at, w::DO)
    }

    /// Weighs what stands after a word that may be noun or verb.
    pub(super) fn right(&self, at: usize) -> Right {
        let next = self.after(at);
        let can = self.can(next);
        let plural_verb = can == Classes::of(&[Tag::Base, Tag::Present]) && self.classes[at].has(Tag::Plural);
        if self.is(next, w::OF) || self.is(next, w::BE) || self.is_finite(next) || can.has(Tag::Genitive) || plural_verb
        {
            return Right::Noun;
        }
        // "island states walked out"
        let past = can.has(Tag::Past) && !can.meets(Classes::of(&[Tag::Noun, Tag::Base, Tag::Adjective]));
        if past && self.classes[at].has(Tag::Plural) && !self.is_nominal(next.and_then(|it| self.after(it))) {
            return Right::Noun;
        }
        let infinitive = self.is(next, w::TO) && self.takes(at, Frames::INFINITIVE) && self.base_follows(next);
        let question = can.within(Classes::one(Tag::Relative)) && !self.is(next, w::WHICH) && !self.is(next, w::WHO);
        // "the orders they were given": a clause without its relative word.
        if next.is_some_and(|it| self.is_subject(it)) && !self.takes(at, Frames::CLAUSE) {
            return Right::Noun;
        }
        // "voters favor building a wall"
        let wished = can == Classes::one(Tag::Gerund) && matches!(self.word(at), w::FAVOR | w::FAVOUR);
        let object = wished || can.meets(OBJECT) && (!self.is(next, w::THAT) || self.takes(at, Frames::CLAUSE));
        if object || infinitive || question || self.is(next, w::WHETHER) { Right::Verb } else { Right::Open }
    }

    /// Tells whether the word after `to` can be a base form.
    pub(super) fn base_follows(&self, to: Option<usize>) -> bool {
        let next = to.and_then(|to| {
            (to + 1..self.tokens.len()).find(|&it| !matches!(self.classes[it], it if it == Classes::one(Tag::Adverb)))
        });
        self.can(next).has(Tag::Base)
    }

    /// Tells whether a certain finite verb follows in the same clause, before any mark or connecting word.
    pub(super) fn finite_ahead(&self, at: usize) -> bool {
        for it in at + 1..self.tokens.len() {
            let can = self.classes[it];
            if can.is_empty() && !matches!(self.tag(it), Tag::Open | Tag::Close | Tag::Number) {
                return false;
            }
            // "wished to have a post", "agreed to a visit in May"
            let governed = matches!(self.word(it), w::HAVE | w::DO) && self.is(Some(it - 1), w::TO)
                || self.word(it) == w::MAY && self.tokens[it].capital && self.can(Some(it - 1)).has(Tag::Preposition);
            if self.is_finite(Some(it)) && !governed {
                return true;
            }
            let adverb = it > at + 1 && self.classes[it - 1] == Classes::one(Tag::Adverb);
            if adverb && can.has(Tag::Present) && can.has(Tag::Plural) {
                return true;
            }
            if self.opens_circumstance(it) {
                return false;
            }
            if it > at + 1 && (self.verb_ahead(it) || self.plural_verb_ahead(at, it)) {
                return true;
            }
            let connects = Classes::of(&[Tag::Relative, Tag::Subordinator]);
            if can.within(connects)
                || self.is(Some(it), w::AND)
                || self.is(Some(it), w::BUT)
                || self.is(Some(it), w::THAT)
            {
                return false;
            }
        }
        false
    }

    /// "stalled after Addis Ababa began": a clause of its own begins here.
    fn opens_circumstance(&self, it: usize) -> bool {
        matches!(
            self.word(it),
            w::AFTER | w::AS | w::BEFORE | w::UNTIL | w::SINCE | w::ONCE | w::WHEN | w::WHILE | w::BECAUSE | w::IF
        ) && self.clause_follows(it)
    }

    /// Tells whether the token, reached from the left, is a finite verb by what stands around it.
    fn verb_ahead(&self, it: usize) -> bool {
        let can = self.classes[it];
        let next = self.after(it);
        // "having agreed that": a participle of its auxiliary.
        let auxiliary = self.lexicon.entry(self.tokens[it - 1].word).verb;
        if matches!(auxiliary, w::HAVE | w::BE) {
            return false;
        }
        if self.word(it) == w::SAID {
            return true;
        }
        if can.has(Tag::Past) && !can.has(Tag::Base) && !can.has(Tag::Adjective) {
            // "a banner hung from the bridge declared, “…”"
            let quotes = self.takes(it, Frames::CLAUSE)
                && self.tokens.get(it + 1).is_some_and(|token| token.tag == Tag::Comma)
                && self.tokens.get(it + 2).is_some_and(|token| token.tag == Tag::Open);
            let bound = self.is(next, w::TO) && self.takes(it, Frames::INFINITIVE)
                || self.is(next, w::THAT) && self.takes(it, Frames::CLAUSE);
            let alone = self.takes(it, Frames::ALONE) && self.classes[it - 1].meets(Classes::NOUNS);
            return bound || quotes || alone || self.opens_object(next);
        }
        // "raids in the south remains unresolved"
        let verb_first = self.lexicon.entry(self.tokens[it].word).preferred == Tag::Present;
        let noun = self.classes[it - 1].meets(Classes::NOUNS);
        let predicate = self.can(next).within(Classes::of(&[Tag::Adjective, Tag::Adverb])) || self.opens_object(next);
        can.has(Tag::Present) && !can.has(Tag::Base) && verb_first && noun && predicate
    }

    /// "the loans granted in Quito cover": a form that is only a verb, due to a plural.
    fn plural_verb_ahead(&self, at: usize, it: usize) -> bool {
        let plural = at > 0
            && self.tag(at - 1) == Tag::Plural
            && self.classes[at].meets(Classes::of(&[Tag::Participle, Tag::Adjective]));
        let only = self.classes[it] == Classes::of(&[Tag::Base, Tag::Present]);
        plural && only && self.classes[it - 1].meets(Classes::NOUNS)
    }

    /// Tells whether a certain finite verb follows anywhere before the end of the sentence.
    pub(super) fn finite_in_rest(&self, at: usize) -> bool {
        (at + 1..self.tokens.len()).any(|it| self.is_finite(Some(it)) || self.classes[it].has(Tag::Past))
    }

    /// Tells whether a clause follows `at` rather than a noun phrase: a subject, then a finite verb, before any mark.
    pub(super) fn clause_follows(&self, at: usize) -> bool {
        let Some(first) = self.after(at) else { return false };
        if self.is_subject(first) {
            return true;
        }
        if self.classes[first].within(Classes::of(&[Tag::Preposition, Tag::Adverb]))
            || self.classes[first] == Classes::one(Tag::Gerund)
        {
            return false;
        }
        let mut nouns = 0;
        for it in first..self.tokens.len().min(at + 14) {
            let can = self.classes[it];
            if can.is_empty() && !matches!(self.tag(it), Tag::Open | Tag::Close | Tag::Number) {
                return false;
            }
            // "since December it has": the phrase is over.
            if nouns > 0 && (self.is_subject(it) || self.is(Some(it), w::IT)) {
                return false;
            }
            if nouns > 0 && self.verb_of_clause(it) {
                return true;
            }
            let joins_verb = self.is(Some(it), w::AND)
                && (self.is_finite(self.after(it)) || self.can(self.after(it)).has(Tag::Past));
            if can.within(Classes::of(&[Tag::Relative, Tag::Subordinator]))
                || nouns > 0 && self.is(Some(it), w::THAT)
                || joins_verb
            {
                return false;
            }
            if self.is(Some(at), w::AS) && self.is(Some(it), w::TO) {
                return false;
            }
            nouns += u32::from(can.meets(Classes::NOUNS) || can.has(Tag::Pronoun) || self.tag(it) == Tag::Number);
        }
        false
    }

    /// Tells whether the token can be the finite verb of a subject before it.
    fn verb_of_clause(&self, it: usize) -> bool {
        let can = self.classes[it];
        let next = self.after(it);
        if self.is_finite(Some(it)) || self.word(it) == w::SAID {
            return true;
        }
        // "after Grace Otieno spoke in Lusaka": what describes a name has an agent.
        let named = it > 0 && self.classes[it - 1] == Classes::one(Tag::Proper);
        if named && can.within(Classes::of(&[Tag::Past, Tag::Participle])) && !self.is(next, w::BY) {
            return true;
        }
        if can.has(Tag::Past) {
            let last = self.is_mark(next);
            return self.takes(it, Frames::ALONE)
                || last && !can.has(Tag::Noun)
                || self.opens_object(next)
                || self.is(next, w::THAT)
                || self.is(next, w::TO)
                || self.is(next, w::ITS);
        }
        if can.has(Tag::Base) && !can.meets(Classes::of(&[Tag::Noun, Tag::Adjective])) {
            return it > 0 && !self.is(Some(it - 1), w::TO);
        }
        let pronoun = it > 0 && self.classes[it - 1] == Classes::one(Tag::Pronoun);
        if pronoun && can.has(Tag::Present) {
            return true;
        }
        let loose = can.has(Tag::Present) && it > 0 && self.classes[it - 1].meets(Classes::NOUNS);
        // "as foreign lenders look away"
        let plural = it > 0 && self.classes[it - 1] == Classes::one(Tag::Plural) && can.has(Tag::Base);
        if plural && (self.is_mark(next) || self.can(next) == Classes::one(Tag::Adverb)) {
            return true;
        }
        loose && (self.opens_object(next) || self.is(next, w::TO) && self.takes(it, Frames::INFINITIVE))
    }

    /// Tells whether the noun phrase that ends at `noun` follows a relative word, and so is a subject.
    pub(super) fn is_relative_subject(&self, noun: usize) -> bool {
        let phrase = |tag: Tag| {
            Classes::NOUNS.has(tag)
                || matches!(
                    tag,
                    Tag::Adjective | Tag::Determiner | Tag::Possessive | Tag::Genitive | Tag::Number | Tag::Preposition
                )
        };
        (0..noun).rev().find(|&it| !phrase(self.tag(it))).is_some_and(|it| {
            self.tag(it) == Tag::Relative
                && matches!(self.word(it), w::WHICH | w::WHAT | w::WHOM | w::THAT | w::WHERE | w::HOW | w::WHOSE)
        })
    }

    /// Tells whether "that" opens a clause before `at`.
    pub(super) fn has_that(&self, at: usize) -> bool {
        (0..at).any(|it| self.tag(it) == Tag::Subordinator && self.word(it) == w::THAT)
    }

    /// Tells whether the sentence ends without a mark, as a headline does.
    pub(super) fn is_headline(&self) -> bool {
        self.tokens
            .last()
            .is_some_and(|last| !matches!(last.tag, Tag::Stop | Tag::Close | Tag::Colon | Tag::CloseBracket))
    }

    /// Tells whether the token is a pronoun that is always a subject.
    pub(super) fn is_subject(&self, at: usize) -> bool {
        matches!(self.word(at), w::I | w::HE | w::SHE | w::WE | w::THEY) && self.classes[at].has(Tag::Pronoun)
    }
}
