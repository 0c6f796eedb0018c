//! English: sentences, tokens with tags, noun phrases, verb groups and clauses.
//!
//! This stage knows the language and nothing of negotiations. It never fails: any text has some analysis.

pub mod classes;
pub mod clause;
pub mod extent;
pub mod lexicon;
pub mod named;
pub mod numeral;
pub mod parse;
pub mod phrase;
pub mod present;
pub mod sentence;
pub mod tag;
pub mod token;
pub mod word_list;
pub mod word_map;
pub mod word_set;

use crate::text::Span;

/// A word known to the [`Lexicon`](lexicon::Lexicon): equal words have equal numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Word(u32);

impl Word {
    /// A word that no table knows.
    pub const UNKNOWN: Self = Self(0);

    /// The word of a number below 2^24, with the mark of its letters beside it.
    const fn new(number: u32, letters: &[u8]) -> Self {
        Self(number << 8 | word_list::mark(letters))
    }

    /// The number, which counts from one; zero for the unknown word.
    #[must_use]
    pub fn number(self) -> usize {
        (self.0 >> 8) as usize
    }

    /// Eight bits that equal words share, and few others.
    fn mark(self) -> u32 {
        self.0 & 0xFF
    }
}

/// The grammatical class of a token in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tag {
    /// Common noun, singular or mass.
    Noun,
    /// Common noun, plural.
    Plural,
    /// Proper noun.
    Proper,
    /// Personal, demonstrative or indefinite pronoun ("it", "they", "this", "nobody").
    Pronoun,
    /// Possessive determiner ("its", "their").
    Possessive,
    /// Possessive marker ("'s", "’s", "'").
    Genitive,
    /// Determiner ("the", "any", "no", "this" before a noun).
    Determiner,
    /// Numeral, in digits or words.
    Number,
    /// Adjective, a participle used as one included ("undisclosed meetings").
    Adjective,
    /// Adverb.
    Adverb,
    /// "not", "n't", "never".
    Negation,
    /// Preposition or verb particle ("of", "out").
    Preposition,
    /// "to" before a verb.
    To,
    /// "and", "or", "but", "nor".
    Coordinator,
    /// Subordinating word: "that" before a clause, "if", "whether", "because", "while", "unless" …
    Subordinator,
    /// Relative or interrogative word: "who", "which", "that" after its antecedent, "what", "how" …
    Relative,
    /// "there" of existence.
    Existential,
    /// Modal verb ("will", "must", "could", "'d").
    Modal,
    /// Verb, base form (infinitive, imperative, subjunctive, after a modal).
    Base,
    /// Verb, finite present ("demands", "demand", "is", "has").
    Present,
    /// Verb, finite past.
    Past,
    /// Verb, past participle.
    Participle,
    /// Verb, -ing form used as a verb.
    Gerund,
    /// Interjection or unclassified word.
    Other,
    /// Comma.
    Comma,
    /// Semicolon or colon.
    Colon,
    /// Dash that separates (–, —, " - "), not a hyphen inside a word.
    Dash,
    /// Full stop, question or exclamation mark, ellipsis.
    Stop,
    /// Opening quotation mark.
    Open,
    /// Closing quotation mark.
    Close,
    /// Opening bracket.
    OpenBracket,
    /// Closing bracket.
    CloseBracket,
    /// Any other mark.
    Symbol,
}

/// One token of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Where it stands, in bytes of the document.
    pub span: Span,
    /// The lower-case form, [`Word::UNKNOWN`] where no table knows it.
    pub word: Word,
    /// The dictionary form for its tag ("demanded" as a verb: "demand").
    pub lemma: Word,
    /// The class.
    pub tag: Tag,
    /// Whether the token begins with a capital.
    pub capital: bool,
    /// Whether it was cut from letters and figures of ASCII with no mark between them.
    pub plain: bool,
}
