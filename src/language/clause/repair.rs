//! Groups whose form their neighbours settle: pasts that describe, participles with an object, shared auxiliaries.

use super::super::Tag;
use super::super::classes::Class;
use super::super::phrase::Form;
use super::{Link, Node, Reader};

impl Reader<'_> {
    /// "be weighed up and handed over": the group whose auxiliary a bare participle behind a coordinator shares.
    pub(super) fn shared_auxiliary(&self, at: usize) -> Option<usize> {
        let group = &self.chunks.groups[at];
        let bare = group.form == Form::Participle && group.first == group.last;
        // "could be signed and insisted on a fee": nobody is insisted.
        let active = self.classes.is(group.lemma, Class::Speech) && self.is_intransitive_report(group);
        let by = self.tag(Some(group.last + 1)) == Some(Tag::Preposition);
        if active && by && self.classes.is(group.lemma, Class::Bargains) {
            return None;
        }
        if !bare || self.tag(self.before(group.first)) != Some(Tag::Coordinator) {
            return None;
        }
        let parent = (0..at).rev().find(|&earlier| self.chunks.groups[earlier].form != Form::Gerund)?;
        let above = &self.chunks.groups[parent];
        let marked =
            (above.last..group.first).any(|i| matches!(self.tokens[i].tag, Tag::Comma | Tag::Colon | Tag::Dash));
        ((above.passive || above.perfect) && !marked).then_some(parent)
    }

    pub(super) fn joined_to(&self, parent: usize) -> Node {
        let mut node = Node { parent: Some(parent), link: Link::Coordinate, ..Node::EMPTY };
        if let Some(above) = self.nodes.get(parent) {
            node.take_subjects(above);
        }
        node
    }

    /// Tells whether a bare past form describes the object of the verb before it: "leave areas entered after".
    pub(super) fn is_postmodifier(&self, at: usize) -> bool {
        let group = &self.chunks.groups[at];
        let regular = group.past && group.first == group.last && self.tokens[group.head].tag == Tag::Past;
        // "that closing the dam was out of the question": a copula describes nothing.
        let regular = regular && !self.classes.is(group.lemma, Class::Copula);
        if !regular || at == 0 {
            return false;
        }
        let Some(phrase) = group.first.checked_sub(1).and_then(|before| self.phrase_at(Some(before))) else {
            return false;
        };
        let (_, left) = self.chain(phrase);
        let followed = matches!(
            self.tag(Some(group.last + 1)),
            Some(Tag::Preposition | Tag::Adverb | Tag::Stop | Tag::Comma | Tag::Coordinator)
        );
        let governor = match self.tag(left) {
            Some(Tag::Preposition) => {
                left.and_then(|left| self.before(left)).and_then(|before| self.group_at(Some(before)))
            }
            _ => self.group_at(left),
        };
        governor.is_some_and(|verb| followed && !self.classes.is(self.chunks.groups[verb].lemma, Class::Speech))
    }

    /// Tells whether a bare participle is a past that reports: "…, a diplomat said on Friday", "“…,” she whispered".
    pub(super) fn is_report_of(&self, at: usize) -> bool {
        let group = &self.chunks.groups[at];
        if group.form != Form::Participle || group.first != group.last || !self.classes.is(group.lemma, Class::Speech) {
            return false;
        }
        let Some(phrase) = self.before(group.first).and_then(|before| self.phrase_at(Some(before))) else {
            return false;
        };
        let (head, left) = self.chain(phrase);
        let head = &self.chunks.phrases[head];
        let somebody = self.tokens[head.head].tag == Tag::Pronoun || self.names_somebody(head);
        let before = left.and_then(|_| head.first.checked_sub(1));
        let alone = left.is_none() && self.chunks.groups.iter().all(|group| group.form != Form::Finite);
        let set_off = alone || matches!(self.tag(before), Some(Tag::Comma | Tag::Close | Tag::Dash));
        let quoted = self.tag(before) == Some(Tag::Close);
        let next = self.tokens.get(group.last + 1);
        let followed = next.is_none_or(|next| next.tag != Tag::To && !self.classes.is(next.lemma, Class::Copula));
        set_off && followed && (quoted || somebody && self.is_intransitive_report(group))
    }

    /// Tells whether a bare participle between a phrase and its object is the past of an active verb.
    pub(super) fn has_object(&self, at: usize) -> bool {
        let group = &self.chunks.groups[at];
        if group.form != Form::Participle || group.first != group.last {
            return false;
        }
        let subject = group.first.checked_sub(1).is_some_and(|before| self.phrase_at(Some(before)).is_some());
        let object = self.phrase_at(Some(group.last + 1)).is_some_and(|phrase| !self.is_time(phrase));
        subject && object
    }
}
