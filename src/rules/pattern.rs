//! The pattern language of a cue: literals in lower case, slots in capitals.
//!
//! `of TOWARD that CLAUSE` reads: "of", the party addressed, then a clause, with or without "that".
//! A pattern holds at most one slot that fills the content.

use crate::language::Word;
use crate::language::lexicon::Lexicon;

use super::error::unknown;

/// The slots of a pattern, as written.
pub(super) const SLOTS: &[&str] = &[
    "THING",
    "SOMETHING",
    "NAME",
    "DONE",
    "ACT",
    "CLAUSE",
    "RULE",
    "TERM",
    "REFUSAL",
    "QUESTION",
    "TOWARD",
    "HOLDER",
    "OTHER",
];

/// Words that a pattern or a predicate may be written with and that the matcher skips anyway.
const DETERMINERS: &[&str] = &["a", "an", "the", "its", "their", "his", "her"];

/// What may follow a cue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    /// The parts, in order; empty where nothing follows.
    pub elements: Vec<Element>,
    /// The pattern as written; empty for a part of one.
    pub text: String,
    /// The words without which it fits no sentence.
    pub needed: Needed,
}

/// Two words of a pattern, unknown where it has fewer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Needed([Word; 2]);

impl Needed {
    /// The words of the literals among `elements`: the last ones, for they are rarer than the particles that mostly come
    /// first.
    fn of(elements: &[Element]) -> Self {
        let mut words = elements.iter().rev().filter_map(|element| match element {
            Element::Literal(word) => Some(*word),
            _ => None,
        });
        let mut next = || words.next().unwrap_or(Word::UNKNOWN);
        Self([next(), next()])
    }

    /// The words.
    pub fn words(self) -> impl Iterator<Item = Word> {
        self.0.into_iter().filter(|&word| word != Word::UNKNOWN)
    }
}

/// One part of a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Element {
    /// A word, compared with the form or the lemma of a token.
    Literal(Word),
    /// A noun phrase with its attachments, or a gerund phrase.
    Thing,
    /// A noun phrase that names what is not there yet: with "a", "another", "more", "no", a figure, or without a determiner.
    Something,
    /// A noun phrase that is a proper name.
    Name,
    /// A noun phrase with what is done to it ("have THE WELLS CAPPED").
    Done,
    /// A verb phrase.
    Act {
        /// Whether "to" stands before it.
        to: bool,
    },
    /// A clause.
    Clause {
        /// Whether "that" may stand before it.
        that: bool,
    },
    /// A clause with must, should, have to, ought to, need to, or a subjunctive.
    Rule,
    /// A clause that sets a term: with shall, will, would, may, can or "is to", or a [`Element::Rule`].
    Term,
    /// A clause with will not, would not, cannot or never.
    Refusal,
    /// An indirect question (whether, if, who, what, how, when …), clause or infinitive; the content keeps its first word.
    Question,
    /// The party addressed.
    Toward,
    /// The party that holds the stance.
    Holder,
    /// A noun phrase of no account, which is passed over ("condition OTHER on THING").
    Other,
}

impl Element {
    /// Tells whether the element fills the content of a claim.
    #[must_use]
    pub fn is_content(self) -> bool {
        matches!(
            self,
            Self::Thing
                | Self::Something
                | Self::Name
                | Self::Done
                | Self::Act { .. }
                | Self::Clause { .. }
                | Self::Rule
                | Self::Term
                | Self::Refusal
                | Self::Question
        )
    }
}

impl Pattern {
    /// Reads a pattern.
    ///
    /// # Errors
    ///
    /// Says what is wrong: a slot that is none, or a second slot that fills the content.
    pub(super) fn parse(text: &str, lexicon: &mut Lexicon) -> Result<Self, String> {
        let mut elements = Vec::new();
        let mut words = text.split_whitespace().peekable();
        while let Some(word) = words.next() {
            let element = match (word, words.peek().copied()) {
                ("to", Some("ACT")) => Element::Act { to: true },
                ("that", Some("CLAUSE")) => Element::Clause { that: true },
                ("that", Some("RULE")) => Element::Rule,
                ("that", Some("TERM")) => Element::Term,
                ("that", Some("REFUSAL")) => Element::Refusal,
                _ => match single(word, lexicon)? {
                    Some(element) => {
                        elements.push(element);
                        continue;
                    }
                    None => continue,
                },
            };
            words.next();
            elements.push(element);
        }
        if elements.iter().filter(|element| element.is_content()).count() > 1 {
            return Err(format!(
                "the pattern {text:?} holds two slots that fill the content: split it into two patterns"
            ));
        }
        Ok(Self { text: text.to_owned(), ..Self::of(elements) })
    }

    /// The pattern of these elements.
    #[must_use]
    pub fn of(elements: Vec<Element>) -> Self {
        let needed = Needed::of(&elements);
        Self { elements, text: String::new(), needed }
    }

    /// Tells whether one of the elements fills the content.
    #[must_use]
    pub fn has_content(&self) -> bool {
        self.elements.iter().any(|element| element.is_content())
    }
}

/// Reads one word of a pattern; none for a determiner.
fn single(word: &str, lexicon: &mut Lexicon) -> Result<Option<Element>, String> {
    Ok(Some(match word {
        "THING" => Element::Thing,
        "SOMETHING" => Element::Something,
        "NAME" => Element::Name,
        "DONE" => Element::Done,
        "ACT" => Element::Act { to: false },
        "CLAUSE" => Element::Clause { that: false },
        "RULE" => Element::Rule,
        "TERM" => Element::Term,
        "REFUSAL" => Element::Refusal,
        "QUESTION" => Element::Question,
        "OTHER" => Element::Other,
        "TOWARD" => Element::Toward,
        "HOLDER" => Element::Holder,
        _ if word.chars().any(char::is_uppercase) => return Err(unknown("slot", word, SLOTS)),
        _ if DETERMINERS.contains(&word) => return Ok(None),
        _ => Element::Literal(lexicon.intern(word)),
    }))
}

/// Reads the words of a predicate, determiners left out.
pub(super) fn words(text: &str, lexicon: &mut Lexicon) -> Vec<Word> {
    text.split_whitespace().filter(|word| !DETERMINERS.contains(word)).map(|word| lexicon.intern(word)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_are_read_part_by_part() {
        let mut lexicon = Lexicon::builtin();
        let mut literal = |word: &str| Element::Literal(lexicon.intern(word));
        let (of, on, whether, not, red, line, at) = (
            literal("of"),
            literal("on"),
            literal("whether"),
            literal("not"),
            literal("red"),
            literal("line"),
            literal("at"),
        );
        let cases: &[(&str, &[Element])] = &[
            ("", &[]),
            ("THING", &[Element::Thing]),
            ("SOMETHING", &[Element::Something]),
            ("NAME", &[Element::Name]),
            ("DONE", &[Element::Done]),
            ("of TOWARD that CLAUSE", &[of, Element::Toward, Element::Clause { that: true }]),
            ("on TOWARD to ACT", &[on, Element::Toward, Element::Act { to: true }]),
            ("whether CLAUSE", &[whether, Element::Clause { that: false }]),
            ("on QUESTION", &[on, Element::Question]),
            ("TOWARD not to ACT", &[Element::Toward, not, Element::Act { to: true }]),
            ("ACT", &[Element::Act { to: false }]),
            ("that RULE", &[Element::Rule]),
            ("that REFUSAL", &[Element::Refusal]),
            ("that TERM", &[Element::Term]),
            ("OTHER on THING", &[Element::Other, on, Element::Thing]),
            ("a red line at THING", &[red, line, at, Element::Thing]),
            ("of HOLDER", &[of, Element::Holder]),
        ];
        for (text, elements) in cases {
            let pattern = Pattern::parse(text, &mut lexicon);
            assert_eq!(pattern.map(|pattern| pattern.elements).as_deref(), Ok(*elements), "{text:?}");
        }
    }

    #[test]
    fn a_slot_that_is_none_is_told_with_the_nearest() {
        let error = Pattern::parse("for THNG", &mut Lexicon::builtin()).err().unwrap_or_default();
        assert!(error.contains("unknown slot \"THNG\" (did you mean \"THING\"?)"), "{error}");
        assert!(error.contains("REFUSAL"), "{error}");
    }

    #[test]
    fn a_second_content_is_refused() {
        let error = Pattern::parse("THING to ACT", &mut Lexicon::builtin()).err().unwrap_or_default();
        assert!(error.contains("two slots that fill the content"), "{error}");
    }

    #[test]
    fn determiners_are_left_out_of_predicates() {
        let mut lexicon = Lexicon::builtin();
        let read = words("off the table", &mut lexicon);
        assert_eq!(read, [lexicon.intern("off"), lexicon.intern("table")]);
    }
}
