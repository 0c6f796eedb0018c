//! Verbs without tense: whose act an infinitive, a gerund or a participle names, and what it hangs on.

use super::super::Tag;
use super::super::classes::Class;
use super::super::phrase::Group;
use super::{Link, Node, Reader};

impl Reader<'_> {
    /// "let a neighbour decide": the verb whose object does what the base form says, and that object.
    pub(super) fn bare_object(&self, group: &Group) -> Option<(usize, usize)> {
        let phrase = self.phrase_at(self.before(group.first))?;
        let verb = self.group_at(self.before(self.chunks.phrases[phrase].first))?;
        self.classes.is(self.chunks.groups[verb].lemma, Class::BareObject).then_some((verb, phrase))
    }

    pub(super) fn below_object(&self, group: &Group) -> Node {
        let Some((verb, phrase)) = self.bare_object(group) else { return Node::EMPTY };
        let mut node = Node { parent: Some(verb), link: Link::Complement, ..Node::EMPTY };
        node.push(phrase);
        node
    }

    /// The token before a nonfinite group, time adverbials ("on Friday") passed over.
    pub(super) fn before_time(&self, first: usize) -> Option<usize> {
        let mut left = self.before(first)?;
        while let Some(phrase) = self.phrase_at(Some(left)).filter(|&phrase| self.is_time(phrase)) {
            let mut next = self.before(self.chunks.phrases[phrase].first)?;
            if self.tokens[next].tag == Tag::Preposition {
                next = self.before(next)?;
            }
            if self.phrase_at(Some(next)).is_none() && self.group_at(Some(next)).is_none() {
                return Some(left);
            }
            left = next;
        }
        Some(left)
    }

    /// "voted by *90 to 12* to strike": the token before the count of a vote that ends at `last`.
    fn before_margin(&self, last: usize) -> Option<usize> {
        // "by 97%", "by 62 percent"
        let counted = self.phrase_at(Some(last)).map(|phrase| self.chunks.phrases[phrase].first).filter(|&first| {
            self.tokens[first].tag == Tag::Number
                && first + 2 > last
                && self.tag(first.checked_sub(1)) == Some(Tag::Preposition)
        });
        if let Some(verb) = counted.and_then(|first| self.group_at(first.checked_sub(2))) {
            return Some(self.chunks.groups[verb].last);
        }
        let number = |at: usize| matches!(self.tokens[at].tag, Tag::Number | Tag::Pronoun);
        let first = last.checked_sub(2).filter(|&first| number(first) && number(last))?;
        let count = matches!(self.tokens[first + 1].tag, Tag::To | Tag::Preposition);
        let mut left = self.before(first).filter(|_| count && self.tokens[first].tag == Tag::Number)?;
        while self.group_at(Some(left)).is_none() {
            left = self.before(left).filter(|&left| left + 6 > first)?;
        }
        Some(left)
    }

    pub(super) fn infinitive(&self, at: usize, group: &Group) -> Node {
        let Some(left) = self.before_time(group.first) else { return Node::EMPTY };
        let left = self.before_margin(left).unwrap_or(left);
        if let Some(parent) = self.group_at(Some(left)) {
            return self.below(parent, Link::Complement);
        }
        if let Some(phrase) = self.phrase_at(Some(left)) {
            return self.infinitive_after_phrase(phrase);
        }
        match self.tokens[left].tag {
            Tag::Coordinator if self.sibling(group).is_some() => self.coordinate(at),
            _ => self.governor(left).map_or(Node::EMPTY, |parent| self.below(parent, Link::Complement)),
        }
    }

    /// "urged Israel to", "a refusal to", "met the ministers to".
    pub(super) fn infinitive_after_phrase(&self, phrase: usize) -> Node {
        let (head, left) = self.chain_to_verb(phrase);
        let governor = left.and_then(|left| match self.tokens[left].tag {
            Tag::Preposition => self.before(left).and_then(|before| self.group_at(Some(before))),
            _ => self.group_at(Some(left)),
        });
        match governor {
            Some(parent) if self.controls_object(parent) => {
                let mut node = Node { parent: Some(parent), link: Link::Complement, ..Node::EMPTY };
                node.push(head);
                self.add_left_conjuncts(&mut node, head);
                node
            }
            Some(parent) => self.below(parent, Link::Modifier),
            None => {
                Node { link: Link::Modifier, parent: self.governor(self.chunks.phrases[phrase].first), ..Node::EMPTY }
            }
        }
    }

    /// "pressed Israel and Syria to": the conjuncts before the last object.
    pub(super) fn add_left_conjuncts(&self, node: &mut Node, head: usize) {
        let left = self.before(self.chunks.phrases[head].first);
        if self.tag(left) == Some(Tag::Coordinator)
            && let Some(other) = self.phrase_at(left.and_then(|left| self.before(left)))
        {
            node.push(other);
        }
    }

    /// As [`Self::chain`], but stops at a preposition that belongs to a verb ("called on X to"), and passes
    /// over a conjunct ("pressed A and B to").
    pub(super) fn chain_to_verb(&self, phrase: usize) -> (usize, Option<usize>) {
        let (head, mut left) = self.chain(phrase);
        if self.tag(left) == Some(Tag::Coordinator)
            && let Some(other) = self.phrase_at(left.and_then(|left| self.before(left)))
        {
            left = self.chain(other).1;
        }
        (head, left)
    }

    pub(super) fn controls_object(&self, group: usize) -> bool {
        let group = &self.chunks.groups[group];
        self.classes.is(group.lemma, Class::ObjectControl) && !group.passive
    }

    /// A group below `parent`, which lends it its subject.
    pub(super) fn below(&self, parent: usize, link: Link) -> Node {
        let mut node = Node { parent: Some(parent), link, ..Node::EMPTY };
        if let Some(above) = self.nodes.get(parent) {
            node.take_subjects(above);
        }
        node
    }

    pub(super) fn gerund(&self, at: usize, group: &Group) -> Node {
        let Some(left) = self.before(group.first) else { return Node::EMPTY };
        if let Some(parent) = self.group_at(Some(left)) {
            return self.below(parent, Link::Complement);
        }
        if let Some(phrase) = self.phrase_at(Some(left)).filter(|&phrase| !self.is_time(phrase)) {
            if let Some(writer) = self.writer(phrase) {
                return self.below(writer, Link::Adverbial);
            }
            let mut node = Node { link: Link::Modifier, parent: self.governor(left), ..Node::EMPTY };
            node.push(phrase);
            return node;
        }
        match self.tokens[left].tag {
            Tag::Preposition => self.gerund_after_preposition(left),
            Tag::Coordinator if self.sibling(group).is_some() => self.coordinate(at),
            Tag::Subordinator => Node { opener: Some(left), ..self.beside(left) },
            Tag::Comma => match self.speaker_beside(left, group) {
                Some(parent) => self.below(parent, Link::Adverbial),
                None => self.beside(left),
            },
            _ => self.beside(left),
        }
    }

    /// "Amman said the pact was near, calling on Kenya to sign": a thing says nothing, so that whoever spoke before does.
    fn speaker_beside(&self, left: usize, group: &Group) -> Option<usize> {
        let below = self.last_tensed(left + 1).filter(|_| self.classes.is(group.lemma, Class::Speech))?;
        let node = &self.nodes[below];
        let thing = node.subjects().iter().all(|&subject| {
            let head = &self.tokens[self.chunks.phrases[subject].head];
            let people = [Class::Actor, Class::Person, Class::Side, Class::Speaker];
            head.tag == Tag::Noun && people.iter().all(|&class| !self.classes.is(head.lemma, class))
        });
        let above = node.parent.filter(|_| node.link == Link::Complement && thing)?;
        self.classes.is(self.chunks.groups[above].lemma, Class::Speech).then_some(above)
    }

    /// "sent the bank a letter demanding", "signed a statement to the chair opposing": the verb of those who wrote the
    /// paper that ends with `phrase`.
    fn writer(&self, phrase: usize) -> Option<usize> {
        let (head, left) = self.chain(phrase);
        let verb = self.group_at(left)?;
        let found = &self.chunks.groups[verb];
        let paper = self.classes.is(self.tokens[self.chunks.phrases[head].head].lemma, Class::ReportingNoun);
        let own = found.has_tense() && !found.passive && self.classes.is(found.lemma, Class::Issues);
        (paper && own).then_some(verb)
    }

    /// "insisted on keeping" hangs on the verb, "the idea of selling" on the noun.
    pub(super) fn gerund_after_preposition(&self, left: usize) -> Node {
        let before = self.before(left);
        match self.group_at(before) {
            Some(parent) => self.below(parent, Link::Complement),
            None if self.phrase_at(before).is_some() => Node {
                link: Link::Modifier,
                ..self.governor(left).map_or(Node::EMPTY, |parent| self.below(parent, Link::Modifier))
            },
            None => self.beside(left),
        }
    }

    /// A circumstance beside the nearest tensed clause, whose subject it shares.
    pub(super) fn beside(&self, left: usize) -> Node {
        // "made an offer that would open the road, after closing it": the comma before "after" ends the relative clause.
        let opener = matches!(self.tokens[left].tag, Tag::Preposition | Tag::Subordinator);
        match self.last_tensed(if opener { left } else { left + 1 }) {
            Some(parent) => self.below(parent, Link::Adverbial),
            None => self.beside_subject(left),
        }
    }

    /// "The plan, backed by Egypt, calls": an insertion behind a subject that has no verb yet describes it.
    pub(super) fn beside_subject(&self, left: usize) -> Node {
        let marked = matches!(self.tokens[left].tag, Tag::Comma | Tag::Dash | Tag::OpenBracket);
        let phrase = if marked { self.phrase_at(self.before(left)) } else { None };
        let Some(phrase) = phrase else { return Node { link: Link::Adverbial, ..Node::EMPTY } };
        let mut node = Node { link: Link::Modifier, ..Node::EMPTY };
        node.push(self.chain(phrase).0);
        node
    }

    pub(super) fn participle(&self, at: usize, group: &Group) -> Node {
        let Some(left) = self.before(group.first) else { return Node::EMPTY };
        if let Some(phrase) = self.phrase_at(Some(left)).filter(|&phrase| !self.is_time(phrase)) {
            let mut node = Node { link: Link::Modifier, parent: self.governor(left), ..Node::EMPTY };
            node.push(phrase);
            return node;
        }
        match self.tokens[left].tag {
            Tag::Coordinator if self.sibling(group).is_some() => self.coordinate(at),
            _ => self.beside(left),
        }
    }
}
