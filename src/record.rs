//! The records of what is found: claims, statements, people, and the closed vocabularies they use.
//!
//! The records hold places, not copies: a text is always sliced from its document, so a quote cannot
//! differ from what the article says. This module knows neither language nor rules.

use crate::text::Span;

/// A closed vocabulary: one table for the words in JSON, flags and on screen.
macro_rules! vocabulary {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$doc])* $variant),+ }

        impl $name {
            /// Every value, in the order in which listings show them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Returns the word in JSON, in flags and on screen.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// Returns the value whose word is `word`.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}
pub(crate) use vocabulary;

vocabulary! {
    /// The kind of a claim (codebook, "The kinds").
    Kind {
        /// The holder wants another to do, stop, give or accept something.
        Demand = "demand",
        /// The holder refuses something or calls it untouchable.
        RedLine = "red-line",
        /// The holder is willing to give, accept or do something.
        Offer = "offer",
        /// The holders accepted, decided or committed to something.
        Agreed = "agreed",
        /// A point reported as not agreed, disputed, unclear, put off or off the agenda.
        Open = "open",
    }
}

vocabulary! {
    /// How firmly a claim is reported (codebook, "The fields").
    Status {
        /// Reported as so.
        Stated = "stated",
        /// Forecast, hedged or possible.
        Expected = "expected",
        /// From an earlier round, since dropped or superseded.
        Past = "past",
        /// Somebody is reported as denying exactly this claim.
        Denied = "denied",
    }
}

vocabulary! {
    /// What governs a cue.
    FrameRole {
        /// "not", "never", "no".
        Negation = "negation",
        /// "if", "unless", "only after".
        Condition = "condition",
        /// "may", "is expected to", "reportedly".
        Hedge = "hedge",
        /// "denied that".
        Denial = "denial",
    }
}

vocabulary! {
    /// What a source of a statement is.
    SourceType {
        /// A person or body that speaks for a party.
        Official = "official",
        /// A newspaper, agency, broadcaster or "reports".
        Media = "media",
        /// An analyst, research centre or academic.
        Expert = "expert",
        /// A document: a statement, a draft, a summary.
        Document = "document",
        /// A party as such ("Turkey says").
        Party = "party",
        /// Anybody else.
        Other = "other",
    }
}

/// Words that govern a cue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// How they govern it.
    pub role: FrameRole,
    /// Where they stand.
    pub span: Span,
}

/// One hop of an attribution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The name as the text gives it, titles and articles left out where a name is there.
    pub name: String,
    /// What it is.
    pub kind: SourceType,
    /// Whether the text keeps the name back.
    pub anonymous: bool,
    /// Where it stands.
    pub span: Span,
}

/// Why a claim came out as it did: one step, in words a reader understands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// The field the step settled: "kind", "holder", "status", "content", "attribution", "issue".
    pub field: &'static str,
    /// What was seen and what follows from it.
    pub text: String,
}

/// One claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// Document id and six hexadecimal digits of a hash of kind, holders, content and quote.
    pub id: String,
    /// The document's place in the corpus.
    pub document: usize,
    /// What stance it is.
    pub kind: Kind,
    /// Slugs of the parties that take it, sorted; empty where the text names nobody.
    pub holders: Vec<String>,
    /// Slugs of the parties it is aimed at, sorted.
    pub toward: Vec<String>,
    /// Slugs of the issues, most specific first.
    pub issues: Vec<String>,
    /// How firmly it is reported.
    pub status: Status,
    /// The words that say what.
    pub content: Span,
    /// The sentence, or the sentences it takes.
    pub quote: Span,
    /// The words that carry the stance.
    pub cue: Span,
    /// What governs the cue.
    pub frame: Vec<Frame>,
    /// The words that name the holder, where they stand in the quote.
    pub holder_spans: Vec<Span>,
    /// Who says so, outermost first.
    pub attribution: Vec<Source>,
    /// Further places of the same claim.
    pub also: Vec<Span>,
    /// The id of the rule that fired.
    pub rule: String,
    /// How each field was settled.
    pub reasons: Vec<Reason>,
}

/// One attributed statement ("X said that …"), whether or not it holds a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// The document's place in the corpus.
    pub document: usize,
    /// The words that name who speaks, in pieces.
    pub source: Vec<Span>,
    /// The words that say that they speak.
    pub cue: Vec<Span>,
    /// What they say, in pieces.
    pub content: Vec<Span>,
    /// The party they speak for.
    pub holder: Option<String>,
}

/// A person named in a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The fullest name.
    pub name: String,
    /// The party the text or the dossier gives.
    pub party: Option<String>,
    /// The role, in the text's or the dossier's words.
    pub role: Option<String>,
    /// Other spellings met.
    pub variants: Vec<String>,
    /// Mentions: document's place in the corpus, and where.
    pub mentions: Vec<(usize, Span)>,
}

/// A sentence that holds a stance cue and gave no claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missed {
    /// The document's place in the corpus.
    pub document: usize,
    /// The sentence.
    pub sentence: Span,
    /// The cue.
    pub cue: Span,
    /// The rule that would have fired.
    pub rule: String,
    /// Why it did not.
    pub why: String,
}
