//! Who can be meant as one who speaks, and as what: a person, a text, the author, nobody.

use super::find::Finder;
use crate::language::classes::{Class, PERSONS, is_person};
use crate::language::named;
use crate::language::word_list::words;
use crate::language::{Tag, Word};

impl Finder<'_> {
    /// Tells whether the subject of a verb can be meant as one who speaks.
    pub(super) fn may_speak(&self, at: usize, subject: usize) -> bool {
        let parse = self.parse;
        let is = |class| parse.classes().is(parse.groups()[at].lemma, class);
        let it = parse.word(parse.phrases()[subject].head) == named::IT;
        let mute = parse.nodes()[at].inverted || is(Class::Shows) || !is(Class::Speech);
        let found = it && parse.groups()[at].past && parse.groups()[at].negation.is_none();
        !(is(Class::Shows) && it && !found
            || mute && self.is_thing(subject)
            || self.is_dummy(subject)
            || self.in_passive(at))
    }

    /// "Thousands of voters", "a group of doctors": what the phrase counts, where it only counts.
    fn counted(&self, phrase: usize) -> Option<usize> {
        let parse = self.parse;
        let found = parse.phrases()[phrase];
        let counts =
            parse.classes().is(parse.lemma(found.head), Class::Quantity) || parse.tag(found.head) == Tag::Number;
        let of = counts && parse.word(found.last + 1) == named::OF;
        of.then(|| parse.phrase_at(found.last + 2)).flatten()
    }

    /// Tells whether the subject says that nobody says it: "no one suggested", "neither side said".
    pub(super) fn is_nobody(&self, phrase: usize) -> bool {
        let parse = self.parse;
        let first = parse.phrases()[phrase].first;
        // "No 10 said": the house by its number.
        if parse.tag(first + 1) == Tag::Number
            && parse.tokens[first].capital
            && parse.phrases()[phrase].last == first + 1
        {
            return false;
        }
        let before = first.checked_sub(1).map(|before| parse.word(before));
        [named::NO, named::NONE, named::NEITHER].contains(&parse.word(first))
            || before == Some(named::NO)
            || parse.is_in(parse.word(first), words!["nobody", "nothing"])
    }

    /// Tells whether the verb is part of "was quoted as saying".
    fn in_passive(&self, at: usize) -> bool {
        let parse = self.parse;
        let first = parse.groups()[at].first;
        let as_ = first.checked_sub(1).is_some_and(|before| parse.word(before) == named::AS);
        as_ && first
            .checked_sub(2)
            .and_then(|before| parse.group_at(before))
            .is_some_and(|group| parse.groups()[group].passive)
    }

    /// Tells whether a noun phrase names neither somebody nor a text.
    pub(super) fn is_thing(&self, phrase: usize) -> bool {
        let parse = self.parse;
        if let Some(counted) = self.counted(phrase) {
            return self.is_thing(counted);
        }
        let head = parse.tokens[parse.phrases()[phrase].head];
        match head.tag {
            Tag::Proper => return false,
            // "says No 10"
            Tag::Number if parse.word(parse.phrases()[phrase].first) == named::NO => return false,
            Tag::Pronoun | Tag::Determiner | Tag::Relative => {
                return [named::THIS, named::THAT, named::WHAT, named::WHICH].contains(&head.word);
            }
            _ => {}
        }
        let found = parse.phrases()[phrase];
        if head.capital && (found.head > 0 || found.first == found.last && head.tag == Tag::Noun)
            || self.scene.actor(phrase).is_some()
        {
            return false;
        }
        let is_any =
            |classes| parse.classes().is_any(head.lemma, classes) || parse.classes().is_any(head.word, classes);
        !is_any(PERSONS)
            && !is_any(&[Class::ReportingNoun])
            && !is_person(match head.lemma {
                Word::UNKNOWN => parse.text_at(parse.phrases()[phrase].head),
                lemma => parse.text_of(lemma),
            })
    }

    /// Tells whether a phrase is the author's own "I" or "we", outside quotation marks.
    pub(super) fn is_author(&self, phrase: usize) -> bool {
        let head = self.parse.phrases()[phrase].head;
        [named::I, named::WE].contains(&self.parse.word(head)) && self.quotes.around(head).is_none()
    }

    /// Tells whether a phrase is the reader, outside quotation marks: "you see".
    pub(super) fn is_reader(&self, phrase: usize) -> bool {
        let head = self.parse.phrases()[phrase].head;
        self.parse.word(head) == named::YOU && self.quotes.around(head).is_none()
    }

    /// Tells whether a phrase is a person who speaks for a party without being its leader by name: an official, an aide,
    /// "he". A party, or a leader whose name stands for it, takes a stance of its own.
    pub(super) fn is_person(&self, phrase: usize) -> bool {
        let parse = self.parse;
        let head = parse.tokens[parse.phrases()[phrase].head];
        if [named::HE, named::SHE].contains(&head.word) {
            return true;
        }
        let veiled = parse.classes().is(head.lemma, Class::Anonymous);
        head.tag != Tag::Proper && (veiled || self.scene.actor(phrase).is_some_and(|actor| actor.person))
    }

    /// Tells whether a phrase is "it" or "there" that stands for nothing, or asks.
    pub(super) fn is_dummy(&self, phrase: usize) -> bool {
        let head = self.parse.tokens[self.parse.phrases()[phrase].head];
        head.tag == Tag::Existential
            || self.parse.is_time_phrase(phrase)
            || [named::WHAT, named::WHICH, named::THIS, named::THAT, named::THESE, named::THOSE].contains(&head.word)
                && head.tag != Tag::Noun
    }
}
