//! One sentence, read: its tokens, phrases, verb groups and clauses, with the questions asked of them.

use super::classes::{Class, Classes};
use super::clause::{self, Node};
use super::lexicon::{self, Lexicon};
use super::phrase::{Chunks, Form, Group, Phrase, Unit};
use super::present::Present;
use super::word_list::WordList;
use super::{Tag, Token, Word, tag, token};
use crate::language::word_list::words;
use crate::text::Span;

/// The tables with which English is read.
#[derive(Debug, Clone)]
pub struct Language {
    /// Words and their classes.
    pub lexicon: Lexicon,
    /// Grammatical classes of lemmas.
    pub classes: Classes,
}

impl Language {
    /// Builds the tables from the built-in word lists.
    #[must_use]
    pub fn builtin() -> Self {
        // The words with a class are interned before all others, so that the tables asked for them lie close together.
        let mut lexicon = Lexicon::empty();
        let classes = Classes::builtin(&mut lexicon);
        lexicon.fill();
        Self { lexicon, classes }
    }
}

/// The memory of a sentence's analysis, kept from one sentence to the next.
#[derive(Debug, Clone, Default)]
pub struct Workspace {
    tokens: Vec<Token>,
    chunks: Chunks,
    nodes: Vec<Node>,
    present: Present,
    question: bool,
}

impl Workspace {
    /// Cuts the sentence at `span` of `text` into tokens, without tags.
    pub fn tokenize(&mut self, language: &Language, text: &str, span: Span) -> &[Token] {
        self.tokens.clear();
        // A word and the space behind it are five bytes or more.
        self.tokens.reserve(span.len() / 5 + 4);
        token::tokens(text, span, &language.lexicon, &mut self.tokens);
        &self.tokens
    }

    /// Cuts the words at `span` too, as the end of the sentence that was tokenized last.
    pub fn tokenize_on(&mut self, language: &Language, text: &str, span: Span) {
        let end = self.tokens.len();
        token::tokens(text, span, &language.lexicon, &mut self.tokens);
        // "They undertake to:" and "Open the road": what goes on begins no sentence, so its capital names nothing.
        let verb = |token: &Token| {
            language.lexicon.classes(token.word).meets(lexicon::Classes::VERBS | lexicon::Classes::one(Tag::Modal))
        };
        if let Some(first) = self.tokens[end..].iter_mut().find(|token| token.tag == Tag::Other)
            && verb(first)
        {
            first.capital = false;
        }
    }

    /// Reads the sentence that was tokenized last.
    pub fn parse<'a>(&'a mut self, language: &'a Language, text: &'a str) -> Parse<'a> {
        tag::tag(&mut self.tokens, text, &language.lexicon);
        self.build(language, text);
        self.view(language, text)
    }

    /// Reads the sentences at `spans` of `text`, step by step and not one by one: a step that has just run is still at hand.
    /// `sentences` holds what was read before and gives its memory.
    pub fn read_all(language: &Language, text: &str, spans: impl Iterator<Item = Span>, sentences: &mut Vec<Self>) {
        let mut count = 0;
        for span in spans {
            if count == sentences.len() {
                sentences.push(Self::default());
            }
            sentences[count].tokenize(language, text, span);
            count += 1;
        }
        for sentence in &mut sentences[..count] {
            tag::tag(&mut sentence.tokens, text, &language.lexicon);
        }
        for sentence in &mut sentences[..count] {
            sentence.build(language, text);
        }
    }

    /// Builds the units and clauses of the tagged tokens.
    fn build(&mut self, language: &Language, text: &str) {
        self.chunks.read(&self.tokens, &language.classes);
        clause::read(&self.tokens, &mut self.chunks, &language.classes, &mut self.nodes);
        self.present = Present::of(&self.tokens);
        self.question = asks(&self.tokens, text);
    }

    /// Shows the sentence that was read last once more.
    #[must_use]
    pub fn view<'a>(&'a self, language: &'a Language, text: &'a str) -> Parse<'a> {
        Parse {
            text,
            tokens: &self.tokens,
            chunks: &self.chunks,
            nodes: &self.nodes,
            present: &self.present,
            question: self.question,
            language,
        }
    }
}

/// A sentence with its analysis.
#[derive(Debug, Clone, Copy)]
pub struct Parse<'a> {
    /// The text of the document.
    pub text: &'a str,
    /// The tokens of the sentence.
    pub tokens: &'a [Token],
    chunks: &'a Chunks,
    nodes: &'a [Node],
    present: &'a Present,
    question: bool,
    /// The tables.
    pub language: &'a Language,
}

impl<'a> Parse<'a> {
    /// The noun phrases, in order.
    #[must_use]
    pub fn phrases(&self) -> &'a [Phrase] {
        &self.chunks.phrases
    }

    /// The verb groups, in order.
    #[must_use]
    pub fn groups(&self) -> &'a [Group] {
        &self.chunks.groups
    }

    /// The clause of each verb group.
    #[must_use]
    pub fn nodes(&self) -> &'a [Node] {
        self.nodes
    }

    /// The grammatical classes.
    #[must_use]
    pub fn classes(&self) -> &'a Classes {
        &self.language.classes
    }

    /// What token `at` belongs to.
    #[must_use]
    pub fn unit(&self, at: usize) -> Option<Unit> {
        self.chunks.units.get(at).copied()
    }

    /// Tells whether a token may have `word` as its form or lemma; where not, none has.
    #[must_use]
    pub fn may_hold(&self, word: Word) -> bool {
        self.present.may_hold(word)
    }

    /// The tag of token `at`; a full stop beyond the end.
    #[must_use]
    pub fn tag(&self, at: usize) -> Tag {
        self.tokens.get(at).map_or(Tag::Stop, |token| token.tag)
    }

    /// The lower-case word at `at`, unknown beyond the end.
    #[must_use]
    pub fn word(&self, at: usize) -> Word {
        self.tokens.get(at).map_or(Word::UNKNOWN, |token| token.word)
    }

    /// The token at `at` as it is written, empty beyond the end.
    #[must_use]
    pub fn text_at(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.span.of(self.text))
    }

    /// Tells whether the token at `at` is one of `words`, whatever its capitals; none is beyond the end.
    #[must_use]
    pub fn reads(&self, at: usize, words: &WordList) -> bool {
        let Some(&Token { span, word, .. }) = self.tokens.get(at) else { return false };
        // A word that the lexicon knows has its mark beside it. Its apostrophe is straight there; no list has only the curly.
        (word == Word::UNKNOWN || words.may_hold(word))
            && self.text.as_bytes().get(span.start..span.end).is_some_and(|text| words.reads(text))
    }

    /// Tells whether the token at `at` is `word`, whatever its capitals; none is beyond the end.
    #[must_use]
    pub fn reads_word(&self, at: usize, word: &str) -> bool {
        self.tokens.get(at).is_some_and(|token| token.span.of(self.text).eq_ignore_ascii_case(word))
    }

    /// The letters of `word`, in lower case; none for a word that no table knows.
    #[must_use]
    pub fn text_of(&self, word: Word) -> &'a str {
        self.language.lexicon.text(word)
    }

    /// The dictionary form of the verb that heads a verb group.
    #[must_use]
    pub fn verb(&self, group: usize) -> &'a str {
        self.text_of(self.groups()[group].lemma)
    }

    /// The dictionary form of the noun that heads a phrase.
    #[must_use]
    pub fn noun(&self, phrase: usize) -> &'a str {
        self.text_of(self.lemma(self.phrases()[phrase].head))
    }

    /// Tells whether `word` is one of `words`.
    #[must_use]
    pub fn is_in(&self, word: Word, words: &WordList) -> bool {
        words.holds(&self.language.lexicon, word)
    }

    /// The lemma at `at`, unknown beyond the end.
    #[must_use]
    pub fn lemma(&self, at: usize) -> Word {
        self.tokens.get(at).map_or(Word::UNKNOWN, |token| token.lemma)
    }

    /// The bytes of the tokens `first..=last`.
    #[must_use]
    pub fn span(&self, first: usize, last: usize) -> Span {
        match (self.tokens.get(first), self.tokens.get(last)) {
            (Some(first), Some(last)) => Span::new(first.span.start, last.span.end),
            _ => Span::default(),
        }
    }

    /// The tensed group that begins at token `at`.
    #[must_use]
    pub fn tensed_at(&self, at: usize) -> Option<usize> {
        match self.unit(at)? {
            Unit::Group(group) if self.groups()[group].first == at && self.groups()[group].has_tense() => Some(group),
            _ => None,
        }
    }

    /// The phrase that begins at token `at`, or covers it.
    #[must_use]
    pub fn phrase_at(&self, at: usize) -> Option<usize> {
        match self.unit(at)? {
            Unit::Phrase(phrase) => Some(phrase),
            _ => None,
        }
    }

    /// The group that token `at` belongs to.
    #[must_use]
    pub fn group_at(&self, at: usize) -> Option<usize> {
        match self.unit(at)? {
            Unit::Group(group) => Some(group),
            _ => None,
        }
    }

    /// The token before `at`, quotation marks, adverbs and commas before a coordinator passed over.
    #[must_use]
    pub fn before(&self, at: usize) -> Option<usize> {
        let mut at = at.checked_sub(1)?;
        while matches!(self.tag(at), Tag::Adverb | Tag::Open | Tag::Close | Tag::Comma) {
            at = at.checked_sub(1)?;
        }
        Some(at)
    }

    /// `at`, or the first token after it that opens no quotation.
    #[must_use]
    pub fn over_open(&self, at: usize) -> usize {
        (at..self.tokens.len()).find(|&i| self.tag(i) != Tag::Open).unwrap_or(at)
    }

    /// `at`, or the first token after it that is no adverb or negation.
    #[must_use]
    pub fn over_adverbs(&self, at: usize) -> usize {
        (at..self.tokens.len()).find(|&i| !matches!(self.tag(i), Tag::Adverb | Tag::Negation)).unwrap_or(at)
    }

    /// Tells whether the phrase names a time ("Friday", "last week").
    #[must_use]
    pub fn is_time_phrase(&self, phrase: usize) -> bool {
        let head = self.phrases()[phrase].head;
        if !self.classes().is(self.lemma(head), Class::Time) && !self.is_year(head) {
            return false;
        }
        // "Mrs May"
        if self.tag(head) == Tag::Proper {
            return false;
        }
        // "3 percent this year", "3.8% this year"
        let first = self.tokens[self.phrases()[phrase].first].span.of(self.text);
        if first.ends_with('%') || first.starts_with(['$', '€', '£', '¥']) {
            return false;
        }
        if self.tokens[head].capital
            && self.classes().is(self.word(head), Class::MediaName)
            && self.phrases()[phrase].first < head
        {
            return false;
        }
        // "the base year", "the grace period": what is named after something else is no time of its own.
        let before = head.checked_sub(1).filter(|&before| before > self.phrases()[phrase].first);
        let named = before.is_some_and(|before| {
            self.tag(before) == Tag::Noun
                && !self.tokens[before].capital
                && !self.classes().is(self.lemma(before), Class::Time)
                && words!["base", "grace", "reference", "baseline", "notice", "cooling-off", "phase-in"]
                    .contains(self.text_at(before))
        });
        !named
    }

    /// Tells whether the token is a year of the last century or this one.
    fn is_year(&self, at: usize) -> bool {
        // Only a number has four figures.
        if self.tag(at) != Tag::Number {
            return false;
        }
        let text = self.text_at(at);
        text.len() == 4
            && (text.starts_with("19") || text.starts_with("20"))
            && text.bytes().all(|byte| byte.is_ascii_digit())
    }

    /// Tells whether a time phrase begins at token `at`.
    #[must_use]
    pub fn is_time_at(&self, at: usize) -> bool {
        self.phrase_at(at).is_some_and(|phrase| self.is_time_phrase(phrase))
    }

    /// Tells whether the sentence is a question.
    #[must_use]
    pub fn is_question(&self) -> bool {
        self.question
    }

    /// Tells whether the group is an infinitive, bare form, gerund or participle.
    #[must_use]
    pub fn is_nonfinite(&self, group: usize) -> bool {
        self.groups()[group].form != Form::Finite
    }
}

fn asks(tokens: &[Token], text: &str) -> bool {
    tokens.iter().rev().take(3).any(|token| token.tag == Tag::Stop && token.span.of(text).contains('?'))
}
