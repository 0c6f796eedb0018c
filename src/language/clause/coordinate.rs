//! Verbs that go on a subject: behind a coordinator, or behind an insertion that can be left out.

use super::super::Tag;
use super::super::classes::Class;
use super::super::phrase::{Form, Group};
use super::{Link, Node, Reader};

impl Reader<'_> {
    /// A further verb of the same subject: "demanded A and rejected B".
    pub(super) fn coordinate(&self, at: usize) -> Node {
        let group = &self.chunks.groups[at];
        let Some(parent) = self.sibling(group) else { return Node::EMPTY };
        let mut node = Node { parent: Some(parent), link: Link::Coordinate, ..Node::EMPTY };
        if !self.is_denied_pair(parent, at) {
            node.take_subjects(&self.nodes[parent]);
        }
        node
    }

    /// "neither accepted nor rejected it": the pair says less than either denial would alone, so the second verb
    /// is given no subject.
    pub(super) fn is_denied_pair(&self, first: usize, second: usize) -> bool {
        let [first, second] = [first, second].map(|at| &self.chunks.groups[at]);
        let denied = |group: &Group| group.negation.is_some_and(|at| at < group.head && at + 1 == group.head);
        let close = second.first == first.last + 2;
        close && denied(first) && denied(second) && second.form == Form::Finite
    }

    /// The group that `group` is coordinated with: the last one of the same form, a clause above it where
    /// only that one has its tense ("said Israel must leave and rejected …").
    pub(super) fn sibling(&self, group: &Group) -> Option<usize> {
        let same = |&at: &usize| {
            let other = &self.chunks.groups[at];
            match group.form {
                Form::Finite => other.form == Form::Finite,
                Form::Bare => matches!(other.form, Form::Infinitive | Form::Bare) || other.modal.is_some(),
                form => other.form == form,
            }
        };
        if group.form != Form::Finite {
            return (0..self.nodes.len()).rev().find(same);
        }
        let mut nearest = self.last_tensed(self.before(group.first).unwrap_or(0)).filter(same)?;
        if let Some(before) = self.reported_aside(nearest, group.first).filter(same) {
            nearest = before;
        }
        let mut above = Some(self.past_copula(nearest, group).unwrap_or(nearest));
        while let Some(at) = above {
            let other = &self.chunks.groups[at];
            let tense = other.past == group.past || other.perfect && group.past && Some(at) != Some(nearest);
            if other.form == Form::Finite && other.modal.is_some() == group.modal.is_some() && tense {
                return Some(at);
            }
            above = self.nodes[at].parent.filter(|&parent| parent < at);
        }
        Some(nearest)
    }

    /// "has said the text was a mistake and demanded": what a thing is like says nothing more; who said it does.
    fn past_copula(&self, nearest: usize, group: &Group) -> Option<usize> {
        let is = self.classes.is(self.chunks.groups[nearest].lemma, Class::Copula);
        let wants = self.classes.is(group.lemma, Class::Bargains);
        let parent =
            self.nodes[nearest].parent.filter(|_| is && wants && self.nodes[nearest].link == Link::Complement)?;
        let said = &self.chunks.groups[parent];
        (said.has_tense() && self.classes.is(said.lemma, Class::Speech)).then_some(parent)
    }

    /// Tells whether a bare form goes on an infinitive: "to withdraw, release and pay".
    pub(super) fn continues_infinitive(&self, at: usize, group: &Group) -> bool {
        at > 0
            && matches!(self.tag(self.before(group.first)), Some(Tag::Coordinator | Tag::Comma))
            && self.sibling(group).is_some()
    }

    /// "have freed four, the envoy said, but ruled out": the tensed verb before a report that commas set apart.
    fn reported_aside(&self, report: usize, goes_on: usize) -> Option<usize> {
        let said = &self.chunks.groups[report];
        let &subject = self.nodes[report].subjects().first()?;
        let first = self.chunks.phrases[subject].first;
        let open = self.before(first).filter(|&at| self.tokens[at].tag == Tag::Comma && first < said.first)?;
        let apart = self.classes.is(said.lemma, Class::Speech)
            && self.tag(Some(said.last + 1)) == Some(Tag::Comma)
            && (said.last + 2..goes_on).all(|at| matches!(self.tokens[at].tag, Tag::Coordinator | Tag::Adverb));
        if apart { self.last_tensed(open) } else { None }
    }

    /// The subject of a verb that follows an insertion ending at `close`: "Kyiv, which …, wants".
    pub(super) fn over_insertion(&self, at: usize, close: usize) -> Node {
        let opener = match self.tokens[close].tag {
            Tag::CloseBracket => (0..close).rev().find(|&i| self.tokens[i].tag == Tag::OpenBracket),
            mark => (0..close).rev().filter(|&i| self.tokens[i].tag == mark).find(|&i| self.is_insertion(i, close)),
        };
        match opener.and_then(|open| self.before(open)) {
            Some(left) if self.phrase_at(Some(left)).is_some() => self.subject_left(at, Some(left)),
            Some(left) if self.tokens[left].tag == Tag::Relative => self.relative(left),
            Some(left) if self.tokens[left].tag == Tag::Subordinator => self.subject_left(at, Some(left)),
            _ => self.coordinate(at),
        }
    }

    /// Tells whether the tokens between the marks at `open` and `close` can be left out.
    pub(super) fn is_insertion(&self, open: usize, close: usize) -> bool {
        let left = self.before(open);
        let anchored = self.phrase_at(left).is_some()
            || matches!(self.tag(left), Some(Tag::Relative | Tag::Subordinator | Tag::Coordinator));
        if !anchored || close <= open + 1 {
            return false;
        }
        let first = self.tokens[open + 1].tag;
        let tensed = (open + 1..close)
            .filter_map(|i| self.group_at(Some(i)))
            .any(|group| self.chunks.groups[group].form == Form::Finite);
        // "Nothing in it, as far as Cairo is concerned, can"
        let far =
            (open + 1..close).take(3).map(|i| self.tokens[i].tag).eq([Tag::Adverb, Tag::Adverb, Tag::Preposition]);
        // "The leader – under pressure since two of his allies quit – urged"
        let dashed = self.tokens[open].tag == Tag::Dash && matches!(first, Tag::Preposition | Tag::Adjective);
        let opened = matches!(first, Tag::Relative | Tag::Subordinator | Tag::Gerund)
            || dashed
            || far
            || (first == Tag::Preposition && (open + 1..close).any(|i| self.tokens[i].tag == Tag::Relative));
        opened || !tensed || self.is_report(open, close)
    }

    /// Tells whether an insertion is "X said", a report in brackets.
    pub(super) fn is_report(&self, open: usize, close: usize) -> bool {
        let last = self.before(close).and_then(|last| self.group_at(Some(last)));
        let first = self.group_at(Some(open + 1));
        let speech = |group: usize| self.classes.is(self.chunks.groups[group].lemma, Class::Speech);
        last.or(first).is_some_and(speech) || self.opens_report(open, close).is_some_and(speech)
    }

    /// The verb of "we are assured by people who were there", which begins behind the mark at `open`.
    fn opens_report(&self, open: usize, close: usize) -> Option<usize> {
        let subject = self.phrase_at(Some(open + 1))?;
        let mut last = self.chunks.phrases[subject].last;
        // "an aide told a panel"
        while let Some(next) =
            self.phrase_at(Some(last + 2)).filter(|_| self.tag(Some(last + 1)) == Some(Tag::Preposition))
        {
            last = self.chunks.phrases[next].last;
        }
        let verb = self.group_at(Some(last + 1))?;
        (self.chunks.groups[verb].last < close).then_some(verb)
    }
}
