//! Clauses: for each verb group its subject, the group that governs it, and how.
//!
//! Subjects are sought to the left of the verb: across prepositional chains, appositions, relative
//! clauses, brackets and coordination; to the right of an inverted reporting verb ("said the minister").
//! Where nothing fits the subject stays empty.

mod coordinate;
mod fronted;
mod link;
mod nonfinite;
mod repair;
mod subject;

#[cfg(test)]
mod tests;

use super::classes::{Class, Classes};
use super::phrase::{Chunks, Form, Unit};
use super::{Tag, Token};

/// How a verb group hangs on what governs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Link {
    /// A clause of its own.
    Main,
    /// What another verb says, wants or does ("said that it *agreed*", "refused to *leave*").
    Complement,
    /// A relative clause.
    Relative,
    /// "if", "while", "after": the token of the word is [`Node::opener`].
    Adverbial,
    /// A further verb or clause on the level of its parent.
    Coordinate,
    /// A participle, gerund or infinitive that hangs on a noun.
    Modifier,
}

/// The most subjects one verb is given; a digest names as many delegations before one verb.
const MOST: usize = 8;

/// A clause: a verb group in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Node {
    subjects: [usize; MOST],
    count: usize,
    /// The governing group.
    pub parent: Option<usize>,
    /// How it hangs on it.
    pub link: Link,
    /// The word that opens the clause ("that", "if", "which").
    pub opener: Option<usize>,
    /// Whether the subject follows the verb.
    pub inverted: bool,
    /// The phrase that a relative clause describes.
    pub antecedent: Option<usize>,
}

impl Node {
    const EMPTY: Self = Self {
        subjects: [0; MOST],
        count: 0,
        parent: None,
        link: Link::Main,
        opener: None,
        inverted: false,
        antecedent: None,
    };

    /// Returns the phrases that are its subject; several where they are coordinated.
    #[must_use]
    pub fn subjects(&self) -> &[usize] {
        &self.subjects[..self.count]
    }

    fn push(&mut self, phrase: usize) {
        if self.count < MOST && !self.subjects().contains(&phrase) {
            self.subjects[self.count] = phrase;
            self.count += 1;
        }
    }

    fn take_subjects(&mut self, from: &Self) {
        self.subjects = from.subjects;
        self.count = from.count;
    }
}

/// What the clause reader looks at.
struct Reader<'a> {
    tokens: &'a [Token],
    chunks: &'a Chunks,
    classes: &'a Classes,
    nodes: &'a [Node],
}

/// Finds subject and governor of every verb group of `chunks`, into `nodes`, one a group.
///
/// A past form that can only be a participle ("leave areas entered last year") is turned into one.
pub fn read(tokens: &[Token], chunks: &mut Chunks, classes: &Classes, nodes: &mut Vec<Node>) {
    nodes.clear();
    nodes.reserve(chunks.groups.len());
    let turned = fronted::join(tokens, chunks, classes);
    let parted = fronted::join_over_asides(tokens, chunks);
    for at in 0..chunks.groups.len() {
        let reader = Reader { tokens, chunks, classes, nodes };
        if reader.is_postmodifier(at) {
            chunks.groups[at].form = Form::Participle;
        } else if reader.has_object(at) || reader.is_report_of(at) {
            chunks.groups[at].form = Form::Finite;
            chunks.groups[at].past = true;
        }
        let reader = Reader { tokens, chunks, classes, nodes };
        let shared = reader.shared_auxiliary(at);
        let node = shared.map_or_else(|| reader.node(at), |parent| reader.joined_to(parent));
        if let Some(parent) = shared {
            chunks.share_auxiliary(parent, at);
        }
        let node = if parted.contains(&at) { nodes[at - 1] } else { node };
        nodes.push(if turned.contains(&at) { fronted::turned(tokens, chunks, at) } else { node });
    }
    fronted::lend(tokens, chunks, nodes);
}

impl Reader<'_> {
    fn node(&self, at: usize) -> Node {
        let group = &self.chunks.groups[at];
        match group.form {
            Form::Bare if self.continues_infinitive(at, group) => self.coordinate(at),
            Form::Bare if self.bare_object(group).is_some() => self.below_object(group),
            Form::Finite | Form::Bare => self.tensed(at, group),
            Form::Infinitive => self.infinitive(at, group),
            Form::Gerund => self.gerund(at, group),
            Form::Participle => self.participle(at, group),
        }
    }

    fn tag(&self, at: Option<usize>) -> Option<Tag> {
        at.and_then(|at| self.tokens.get(at)).map(|token| token.tag)
    }

    /// The phrase that ends at token `at`.
    fn phrase_at(&self, at: Option<usize>) -> Option<usize> {
        match self.chunks.units.get(at?)? {
            Unit::Phrase(phrase) => Some(*phrase),
            _ => None,
        }
    }

    fn group_at(&self, at: Option<usize>) -> Option<usize> {
        match self.chunks.units.get(at?)? {
            Unit::Group(group) => Some(*group),
            _ => None,
        }
    }

    /// The token before `at`; adverbs, negations, quotation marks and a short bracket ("the senator (Ariz.), who")
    /// passed over.
    fn before(&self, at: usize) -> Option<usize> {
        let mut at = at.checked_sub(1)?;
        loop {
            at = match self.tokens[at].tag {
                Tag::Adverb | Tag::Negation | Tag::Open | Tag::Close => at.checked_sub(1)?,
                Tag::CloseBracket => {
                    match (at.saturating_sub(6)..at).rev().find(|&i| self.tokens[i].tag == Tag::OpenBracket) {
                        Some(open) if open > 0 => open - 1,
                        _ => return Some(at),
                    }
                }
                _ => return Some(at),
            };
        }
    }

    fn is_time(&self, phrase: usize) -> bool {
        let head = &self.tokens[self.chunks.phrases[phrase].head];
        head.tag != Tag::Proper && self.classes.is(head.lemma, Class::Time)
    }
}
