//! Who is meant: from noun phrases and pronouns to parties and people, through one document.
//!
//! A phrase is resolved by its name, its demonym, its possessor, the title of a person, or, for pronouns and
//! roles, by what was mentioned before. This stage knows the dossier's names and the sentence's phrases, and
//! nothing of stances. Invariant: where the antecedent is not certain, nobody is meant.

mod actor;
mod bargain;
mod bid;
mod body;
mod bracket;
mod called;
mod cast;
mod enrol;
mod envoy;
mod name_word;
mod office;
mod open;
mod people;
mod pronoun;
mod scene;
mod side;
mod solo;
mod talks;
mod town;
mod wording;

#[cfg(test)]
mod tests;

pub use cast::{Cast, Read};
pub use enrol::OpenParty;
pub use people::Known;
pub use scene::{Mention, Scene, Voice};

use crate::dossier::PartyIx;
use crate::text::Span;

/// The most parties one set holds.
const MOST: usize = 6;

/// A small set of parties, sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Parties {
    items: [u32; MOST],
    count: u8,
}

impl Parties {
    /// The set of one party.
    #[must_use]
    pub fn one(party: PartyIx) -> Self {
        let mut set = Self::default();
        set.insert(party);
        set
    }

    /// Adds a party; a seventh is left out.
    pub fn insert(&mut self, party: PartyIx) {
        let count = usize::from(self.count);
        let place = self.items[..count].partition_point(|&item| item < party.0);
        if count == MOST || (place < count && self.items[place] == party.0) {
            return;
        }
        self.items.copy_within(place..count, place + 1);
        self.items[place] = party.0;
        self.count += 1;
    }

    /// Adds every party of `other`.
    pub fn extend(&mut self, other: Self) {
        for party in other.iter() {
            self.insert(party);
        }
    }

    /// The parties, in ascending order.
    pub fn iter(&self) -> impl Iterator<Item = PartyIx> + '_ {
        self.items[..usize::from(self.count)].iter().map(|&item| PartyIx(item))
    }

    /// The number of parties.
    #[must_use]
    pub fn len(&self) -> usize {
        usize::from(self.count)
    }

    /// Tells whether the set is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Tells whether `party` is in the set.
    #[must_use]
    pub fn contains(&self, party: PartyIx) -> bool {
        self.iter().any(|item| item == party)
    }

    /// The parties of this set that are not in `other`.
    #[must_use]
    pub fn without(&self, other: Self) -> Self {
        let mut rest = Self::default();
        for party in self.iter().filter(|&party| !other.contains(party)) {
            rest.insert(party);
        }
        rest
    }
}

impl FromIterator<PartyIx> for Parties {
    fn from_iter<I: IntoIterator<Item = PartyIx>>(parties: I) -> Self {
        let mut set = Self::default();
        for party in parties {
            set.insert(party);
        }
        set
    }
}

/// How a phrase was resolved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// By a name of the party.
    Name,
    /// By its capital or seat of power.
    Seat,
    /// By the name of a person who stands for it.
    Person,
    /// By a demonym, possessor or complement beside a noun such as "official".
    Affiliation,
    /// As one of the sides of the talks.
    Collective,
    /// As a pronoun for the phrase that stands there.
    Pronoun(Span),
    /// As a role that the article filled before.
    Role,
}

impl How {
    /// Says it in words; `phrase` is the phrase, `names` the parties, `text` the document.
    #[must_use]
    pub fn describe(self, phrase: &str, names: &str, text: &str) -> String {
        match self {
            Self::Name => format!("“{phrase}” names {names}"),
            Self::Seat => format!("“{phrase}” is a seat of power that stands for {names}"),
            Self::Person => format!("“{phrase}” is a person who stands for {names}"),
            Self::Affiliation => format!("“{phrase}” belongs to {names}"),
            Self::Collective => format!("“{phrase}” are the sides of the talks: {names}"),
            Self::Pronoun(span) => format!("“{phrase}” stands for “{}”: {names}", span.of(text)),
            Self::Role => format!("“{phrase}” is a role that the article gives to {names}"),
        }
    }
}

/// Who a phrase stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Actor {
    /// The parties; empty for a person or body without one.
    pub parties: Parties,
    /// How they were found.
    pub how: How,
    /// Whether it is one person ("he" can stand for it).
    pub person: bool,
    /// Whether it is several ("they" can stand for it).
    pub plural: bool,
    /// Whether it is somebody who has no seat at the table.
    pub outsider: bool,
}

#[cfg(test)]
mod sets {
    use super::*;

    #[test]
    fn a_set_of_parties_is_sorted_and_holds_each_once() {
        let set: Parties = [3, 1, 3, 2].into_iter().map(PartyIx).collect();
        assert_eq!(set.iter().map(|party| party.0).collect::<Vec<_>>(), [1, 2, 3]);
        assert_eq!(set.without(Parties::one(PartyIx(2))).len(), 2);
    }

    #[test]
    fn a_full_set_leaves_further_parties_out() {
        let set: Parties = (0..20).map(PartyIx).collect();
        assert_eq!(set.len(), MOST);
    }
}
