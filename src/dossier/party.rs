//! Parties and people: who can take a stance, and the words that stand for them.

/// What a party is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartyKind {
    /// A state.
    State,
    /// An international organisation or body.
    Organisation,
    /// An armed or political movement, or an authority that is no state.
    Movement,
    /// A trade union.
    Union,
    /// An enterprise.
    Company,
    /// A community or a negotiating group.
    Group,
}

impl PartyKind {
    /// Every kind, in the order in which listings show them.
    pub const ALL: &'static [Self] =
        &[Self::State, Self::Organisation, Self::Movement, Self::Union, Self::Company, Self::Group];

    /// Returns the word in data and on screen.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::State => "state",
            Self::Organisation => "organisation",
            Self::Movement => "movement",
            Self::Union => "union",
            Self::Company => "company",
            Self::Group => "group",
        }
    }

    /// Returns the kind whose word is `word`.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.word() == word)
    }
}

/// The part that a party has in the negotiation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartyRole {
    /// One of those who negotiate.
    Principal,
    /// One that brings them together.
    Mediator,
    /// Any other.
    Other,
}

impl PartyRole {
    /// Returns the word on screen.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Principal => "principal",
            Self::Mediator => "mediator",
            Self::Other => "other",
        }
    }
}

/// The place of a party in [`Dossier::parties`](super::Dossier::parties).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartyIx(pub u32);

/// The place of a person in [`Dossier::people`](super::Dossier::people).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PersonIx(pub u32);

/// One that can take a stance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    /// The short name in data, flags and exports.
    pub slug: String,
    /// The name on screen.
    pub name: String,
    /// What it is.
    pub kind: PartyKind,
    /// Its part in the negotiation.
    pub role: PartyRole,
    /// Whether the dossier itself names it, rather than the world beneath.
    pub listed: bool,
    /// The words that stand for it.
    pub forms: Forms,
}

/// The words that stand for a party, by kind.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Forms {
    /// Names, delegations included.
    pub names: Vec<String>,
    /// Acronyms, which must stand in the text letter by letter ("US", not "us").
    pub acronyms: Vec<String>,
    /// Capitals, which are places too ("in Paris").
    pub capitals: Vec<String>,
    /// Seats of power and organs ("the Kremlin", "Downing Street").
    pub seats: Vec<String>,
    /// Adjectives ("Syrian"), which are singular nouns too.
    pub demonyms: Vec<String>,
    /// Plural nouns ("Syrians").
    pub plurals: Vec<String>,
    /// First parts of compounds ("Franco" in "Franco-German").
    pub prefixes: Vec<String>,
    /// Names that people bear too ("Jordan"): they do not count beside another proper name.
    pub personal: bool,
    /// Names that others bear too ("Social Democrats"): they count where the text names the party otherwise as well.
    pub shared: Vec<String>,
}

/// A person who speaks for a party.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The fullest name.
    pub name: String,
    /// The party.
    pub party: PartyIx,
    /// The body whose head they are, for which they speak where it bargains itself ("CDU" beside Germany).
    pub body: Option<PartyIx>,
    /// What they are, in words that follow a name ("military secretary").
    pub role: String,
    /// Other spellings and shorter names.
    pub variants: Vec<String>,
    /// Whether the dossier itself names them, rather than the world beneath.
    pub listed: bool,
}
