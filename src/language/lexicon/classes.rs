//! Small sets: of the word classes a form can have, and of what a word takes.

use std::ops::BitOr;

use super::super::Tag;

/// Every tag that a word can have, in the order of [`Tag`]: the place of each is its bit.
const WORD_TAGS: [Tag; 24] = [
    Tag::Noun,
    Tag::Plural,
    Tag::Proper,
    Tag::Pronoun,
    Tag::Possessive,
    Tag::Genitive,
    Tag::Determiner,
    Tag::Number,
    Tag::Adjective,
    Tag::Adverb,
    Tag::Negation,
    Tag::Preposition,
    Tag::To,
    Tag::Coordinator,
    Tag::Subordinator,
    Tag::Relative,
    Tag::Existential,
    Tag::Modal,
    Tag::Base,
    Tag::Present,
    Tag::Past,
    Tag::Participle,
    Tag::Gerund,
    Tag::Other,
];

/// A set of word classes. Punctuation is no word class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Classes(u32);

impl Classes {
    /// The empty set.
    pub const NONE: Self = Self(0);
    /// Nouns, common and proper.
    pub const NOUNS: Self = Self::of(&[Tag::Noun, Tag::Plural, Tag::Proper]);
    /// Verb forms that carry a clause by themselves, modals included.
    pub const FINITE: Self = Self::of(&[Tag::Present, Tag::Past, Tag::Modal]);
    /// Every verb form but modals.
    pub const VERBS: Self = Self::of(&[Tag::Base, Tag::Present, Tag::Past, Tag::Participle, Tag::Gerund]);
    /// What opens a noun phrase that a reader cannot take for anything else.
    pub const OPENERS: Self = Self::of(&[Tag::Determiner, Tag::Possessive]);

    /// Builds the set of `tags`; marks of punctuation are left out.
    #[must_use]
    pub const fn of(tags: &[Tag]) -> Self {
        let mut set = 0;
        let mut at = 0;
        while at < tags.len() {
            set |= Self::one(tags[at]).0;
            at += 1;
        }
        Self(set)
    }

    /// Builds the set of one class.
    #[must_use]
    pub const fn one(tag: Tag) -> Self {
        let at = tag as u32;
        Self(if at < 32 && at <= Tag::Other as u32 { 1 << at } else { 0 })
    }

    /// Tells whether `tag` is in the set.
    #[must_use]
    pub const fn has(self, tag: Tag) -> bool {
        self.0 & Self::one(tag).0 != 0
    }

    /// Tells whether the two sets share a class.
    #[must_use]
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Tells whether the set is not empty and every class in it is in `other`.
    #[must_use]
    pub const fn within(self, other: Self) -> bool {
        self.0 != 0 && self.0 & !other.0 == 0
    }

    /// Returns the classes of both sets.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Tells whether nothing is in the set.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Returns the first class of the set, in the order of [`Tag`].
    #[must_use]
    pub fn first(self) -> Option<Tag> {
        WORD_TAGS.get(self.0.trailing_zeros() as usize).copied()
    }

    /// Returns the class of a set that has only one.
    #[must_use]
    pub fn single(self) -> Option<Tag> {
        self.first().filter(|_| self.0.is_power_of_two())
    }
}

impl BitOr for Classes {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        self.and(other)
    }
}

/// What a word takes after it, and how it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Frames(u8);

impl Frames {
    /// Nothing is known.
    pub const NONE: Self = Self(0);
    /// A clause, with or without "that" ("demand that …").
    pub const CLAUSE: Self = Self(1);
    /// An infinitive ("refuse to …").
    pub const INFINITIVE: Self = Self(2);
    /// A phrase with the preposition "to" ("return to the lines").
    pub const TOWARD: Self = Self(4);
    /// An object and a base form ("let it pass").
    pub const BARE: Self = Self(8);
    /// A noun that stands alone as an adverbial of time ("Monday", "last week").
    pub const TIME: Self = Self(16);
    /// A verb without object or passive ("the talks collapsed").
    pub const ALONE: Self = Self(32);

    /// Tells whether every frame of `other` is here.
    #[must_use]
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Returns the frame that a word list calls `name`.
    pub(super) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "that" => Self::CLAUSE,
            "to" => Self::INFINITIVE,
            "toward" => Self::TOWARD,
            "bare" => Self::BARE,
            "time" => Self::TIME,
            "alone" => Self::ALONE,
            _ => return None,
        })
    }
}

impl BitOr for Frames {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_class_and_the_only_one_are_told() {
        for tag in WORD_TAGS {
            assert_eq!(Classes::one(tag).single(), Some(tag));
        }
        let both = Classes::of(&[Tag::Base, Tag::Noun]);
        assert_eq!((both.first(), both.single()), (Some(Tag::Noun), None));
        assert_eq!((Classes::NONE.first(), Classes::NONE.single()), (None, None));
    }

    #[test]
    fn a_set_holds_what_it_was_built_of_and_no_punctuation() {
        let set = Classes::of(&[Tag::Noun, Tag::Base, Tag::Comma]);
        assert!(set.has(Tag::Noun) && set.has(Tag::Base) && !set.has(Tag::Comma) && !set.has(Tag::Past));
        assert!(Classes::one(Tag::Noun).within(Classes::NOUNS) && !set.within(Classes::NOUNS));
        assert!(Classes::one(Tag::Comma).is_empty() && !Classes::NONE.within(set));
    }
}
