//! How a clause hangs on what stands before it: opened by a word, bare, relative; and what a relative describes.

use super::super::Tag;
use super::super::classes::Class;
use super::super::phrase::{Form, Group, Unit};
use super::{Link, Node, Reader};

impl Reader<'_> {
    /// Says what governs a clause whose subject has `left` before it.
    pub(super) fn linked(&self, mut node: Node, left: Option<usize>) -> Node {
        let Some(left) = left else { return node };
        match self.tokens[left].tag {
            Tag::Subordinator => self.link_opened(&mut node, left),
            Tag::Preposition if self.classes.is(self.tokens[left].word, Class::Conjunctive) => {
                self.link_opened(&mut node, left);
            }
            Tag::Relative if self.is_misread_that(left) => self.link_opened(&mut node, left),
            Tag::Relative => {
                node.opener = Some(left);
                node.link = Link::Relative;
                node.parent = self.governor(left);
                node.antecedent = if self.asks(left) { None } else { self.antecedent(left) };
            }
            Tag::Coordinator => {
                node.parent = self.beside_clause(left);
                node.link = Link::Coordinate;
            }
            _ => self.link_bare(&mut node, left),
        }
        node
    }

    /// "Chad asked that the bank pay, and Peru offered": a clause with tense stands beside another, not beside what is
    /// asked for.
    fn beside_clause(&self, left: usize) -> Option<usize> {
        let nearest = self.last_tensed(left)?;
        let here = self.chunks.groups.get(self.nodes.len());
        let tensed = |group: &Group| group.form == Form::Finite;
        // "wants a cut whenever prices fall, and it wants it in writing": the circumstance ends at the comma.
        let closed = self.nodes[nearest].link == Link::Adverbial && self.comma_before(left);
        if closed && here.is_some_and(tensed) {
            let mut above = self.nodes[nearest].parent;
            while let Some(group) = above.filter(|&group| !tensed(&self.chunks.groups[group])) {
                above = self.nodes[group].parent.filter(|&next| next < group);
            }
            return above.or(Some(nearest));
        }
        let asked = !tensed(&self.chunks.groups[nearest]) && self.nodes[nearest].opener.is_some();
        let above = self.nodes[nearest].parent.filter(|&parent| asked && tensed(&self.chunks.groups[parent]));
        Some(above.filter(|_| here.is_some_and(tensed)).unwrap_or(nearest))
    }

    pub(super) fn link_opened(&self, node: &mut Node, opener: usize) {
        node.opener = Some(opener);
        if let Some(other) = self.earlier_opened(opener) {
            node.link = Link::Coordinate;
            node.parent = Some(other);
            return;
        }
        node.link = self.opened(opener);
        node.parent = self.governor(opener);
    }

    /// "that A and that B": the clause before the coordinator that the same word opens.
    pub(super) fn earlier_opened(&self, opener: usize) -> Option<usize> {
        let coordinator = self.before(opener).filter(|&at| self.tokens[at].tag == Tag::Coordinator)?;
        let same = |&group: &usize| {
            let other = &self.nodes[group];
            other.opener.is_some_and(|at| self.tokens[at].word == self.tokens[opener].word)
                && other.link != Link::Relative
        };
        (0..self.nodes.len()).rev().filter(|&group| self.chunks.groups[group].last < coordinator).find(same)
    }

    /// "demanded on Friday that": no time is described by a relative clause with a subject of its own.
    pub(super) fn is_misread_that(&self, at: usize) -> bool {
        let time = at
            .checked_sub(1)
            .and_then(|before| self.phrase_at(Some(before)))
            .is_some_and(|phrase| self.is_time(phrase));
        time && self.classes.is(self.tokens[at].word, Class::Content)
    }

    /// A clause without an opening word: what a verb before it says, or a relative without pronoun.
    pub(super) fn link_bare(&self, node: &mut Node, left: usize) {
        if let Some(group) = self.group_at(Some(left)) {
            if self.is_subject_clause(group) {
                *node = Node::EMPTY;
                return;
            }
            if self.ends_circumstance(group) {
                return;
            }
            node.parent = Some(group);
            node.link = Link::Complement;
        } else if let Some(phrase) = self.phrase_at(Some(left)) {
            let before = self.before(self.chunks.phrases[phrase].first);
            match self.group_at(before) {
                Some(group) if self.classes.is(self.chunks.groups[group].lemma, Class::Clausal) => {
                    node.parent = Some(group);
                    node.link = Link::Complement;
                }
                _ if self.told_both(before).is_some() => {
                    node.parent = self.told_both(before);
                    node.link = Link::Complement;
                }
                _ if self.is_time(phrase) && self.told_before(before).is_some() => {
                    node.parent = self.told_before(before);
                    node.link = Link::Complement;
                }
                _ if self.is_time(phrase) || self.is_topic(node, before) || self.is_role(node, phrase) => {}
                _ => {
                    node.link = Link::Relative;
                    node.antecedent = Some(phrase);
                }
            }
        }
    }

    /// "Before any of this is settled Peru wants": the circumstance that opens the sentence is over, and says nothing.
    fn ends_circumstance(&self, group: usize) -> bool {
        let (node, found) = (&self.nodes[group], &self.chunks.groups[group]);
        let opens = node.opener.is_some_and(|opener| self.before(opener).is_none());
        let silent = found.passive || !self.classes.is(found.lemma, Class::Clausal);
        opens && node.link == Link::Adverbial && found.form == Form::Finite && silent
    }

    /// "Town clerk | Ann Reed said", "the main opposition | Reform Union is denying it": a role stands before its name.
    fn is_role(&self, node: &Node, phrase: usize) -> bool {
        let found = &self.chunks.phrases[phrase];
        let Some(&subject) = node.subjects().iter().min() else { return false };
        let name = &self.chunks.phrases[subject];
        let noun = self.tokens[found.head].tag == Tag::Noun;
        if !noun || name.first != found.last + 1 || self.tokens[name.head].tag != Tag::Proper {
            return false;
        }
        let article = matches!(self.tokens[found.first].tag, Tag::Determiner | Tag::Possessive);
        let bare = found.possessor.is_none() && !article;
        if bare && self.names_somebody(found) {
            return true;
        }
        // "the envoy Oslo sent was": a clause that describes lacks its object.
        let verb = self.chunks.groups.iter().find(|group| group.first > name.last && group.has_tense());
        let Some(verb) = verb else { return false };
        let next = verb.last + 1;
        let object = self.phrase_after(next - 1).is_some_and(|object| !self.is_time(object))
            || self.tokens.get(next).is_some_and(|token| self.classes.is(token.word, Class::Content));
        let opens = self.before(found.first).is_none_or(|left| {
            matches!(self.tokens[left].tag, Tag::Comma | Tag::Coordinator | Tag::Subordinator | Tag::Close)
        });
        object && (self.names_somebody(found) || bare && opens && self.is_intransitive_report(verb))
    }

    /// "told Ruiz and viewers she was": the verb that tells, before the second of two who are told, with `left` on its left.
    fn told_both(&self, left: Option<usize>) -> Option<usize> {
        let joins = left.filter(|&left| self.tokens[left].tag == Tag::Coordinator)?;
        let first = self.phrase_at(self.before(joins))?;
        let group = self.group_at(self.before(self.chunks.phrases[first].first))?;
        let lemma = self.chunks.groups[group].lemma;
        (self.classes.is(lemma, Class::Addresses) && self.classes.is(lemma, Class::Clausal)).then_some(group)
    }

    /// "said longtime ally | Ann Reed": the name that stands right behind the role `phrase`.
    pub(super) fn named_behind(&self, phrase: usize) -> Option<usize> {
        let found = &self.chunks.phrases[phrase];
        let role = self.tokens[found.head].tag == Tag::Noun && !self.is_time(phrase) && found.possessor.is_none();
        let name = self.phrase_at(Some(found.last + 1)).filter(|_| role && found.head == found.last)?;
        let named = &self.chunks.phrases[name];
        (named.first == found.last + 1 && self.tokens[named.head].tag == Tag::Proper).then_some(name)
    }

    /// "told the House on Wednesday she was ready": the verb that tells, before a time with `left` on its left.
    fn told_before(&self, left: Option<usize>) -> Option<usize> {
        let left = if self.tag(left) == Some(Tag::Preposition) { self.before(left?) } else { left };
        let object = self.phrase_at(left)?;
        let group = self.group_at(self.before(self.chunks.phrases[object].first))?;
        let lemma = self.chunks.groups[group].lemma;
        let tells = self.classes.is(lemma, Class::Addresses) && self.classes.is(lemma, Class::Clausal);
        (tells && self.chunks.groups[group].has_tense()).then_some(group)
    }

    /// "On the first we agree": a phrase that opens the sentence is not described by its only clause.
    pub(super) fn is_topic(&self, node: &Node, before: Option<usize>) -> bool {
        let opens = before.is_none_or(|at| self.leads(at));
        // "In exchange Chad would post": a bare noun that says in what turn.
        let bare = before.and_then(|at| self.phrase_at(Some(at + 1)));
        let turn = bare.map(|phrase| self.chunks.phrases[phrase]).filter(|phrase| phrase.first == phrase.last);
        if opens && turn.is_some_and(|phrase| self.classes.is(self.tokens[phrase.head].word, Class::InTurn)) {
            return true;
        }
        let first = self.nodes.iter().all(|earlier| earlier.count == 0);
        let Some(&subject) = node.subjects().iter().max() else { return false };
        let after = self.chunks.phrases[subject].last;
        let end = (after..self.tokens.len()).find(|&at| self.tokens[at].tag == Tag::Colon).unwrap_or(self.tokens.len());
        let inside = |group: &&Group| group.first > after && group.first < end && group.has_tense();
        let tensed = self.chunks.groups.iter().filter(inside).count();
        opens && first && tensed < 2
    }

    /// "On", "On our side of": prepositions and what stands between them at the head of a sentence, up to the one at `at`.
    fn leads(&self, at: usize) -> bool {
        let Some(before) = self.before(at).filter(|_| self.tokens[at].tag == Tag::Preposition) else {
            return self.tokens[at].tag == Tag::Preposition;
        };
        let phrase = self.phrase_at(Some(before)).map(|phrase| self.chunks.phrases[phrase].first);
        phrase.and_then(|first| self.before(first)).is_some_and(|earlier| self.leads(earlier))
    }

    /// "Rejecting the plan would mean": a gerund or infinitive that opens the sentence is the subject itself.
    pub(super) fn is_subject_clause(&self, group: usize) -> bool {
        let found = &self.chunks.groups[group];
        let opens =
            self.before(found.first).is_none_or(|left| matches!(self.tokens[left].tag, Tag::Adverb | Tag::Stop));
        opens && matches!(found.form, Form::Gerund | Form::Infinitive)
    }

    /// The link that the subordinating word at `at` makes: "that" and "whether" after a verb, noun or
    /// adjective open what is said; all others open a circumstance.
    pub(super) fn opened(&self, at: usize) -> Link {
        let follows = at.checked_sub(1).is_some_and(|before| {
            self.chunks.units[before] != Unit::None
                || matches!(self.tokens[before].tag, Tag::Adjective | Tag::Coordinator | Tag::Close | Tag::Adverb)
        });
        let content = self.classes.is(self.tokens[at].word, Class::Content);
        if content && follows { Link::Complement } else { Link::Adverbial }
    }

    /// The nearest group to the left of `at`.
    pub(super) fn governor(&self, at: usize) -> Option<usize> {
        (0..at).rev().find_map(|before| self.group_at(Some(before)))
    }

    /// The nearest tensed group to the left of `at`, relative clauses passed over where another is there.
    pub(super) fn last_tensed(&self, at: usize) -> Option<usize> {
        let tensed = |group: &usize| self.chunks.groups[*group].has_tense();
        let count = self.nodes.len();
        let before = |group: &usize| self.chunks.groups[*group].last < at;
        let mut found = (0..count).rev().filter(before).filter(tensed);
        let first = found.next()?;
        if self.nodes[first].link != Link::Relative || !self.comma_before(at) {
            return Some(first);
        }
        found.find(|&group| self.nodes[group].link != Link::Relative).or(Some(first))
    }

    pub(super) fn comma_before(&self, at: usize) -> bool {
        self.tag(at.checked_sub(1)) == Some(Tag::Comma)
    }

    /// A relative clause whose pronoun, at `opener`, is its subject.
    pub(super) fn relative(&self, opener: usize) -> Node {
        let mut node =
            Node { opener: Some(opener), link: Link::Relative, parent: self.governor(opener), ..Node::EMPTY };
        let described = if self.asks(opener) { None } else { self.antecedent(opener) };
        match described {
            Some(phrase) => {
                node.push(phrase);
                node.antecedent = Some(phrase);
            }
            None if node.parent.is_some() => node.link = Link::Complement,
            None => {}
        }
        node
    }

    /// Tells whether the relative word at `opener` stands for no phrase: "what", "told us who will pay".
    pub(super) fn asks(&self, opener: usize) -> bool {
        let word = self.tokens[opener].word;
        if self.classes.is(word, Class::Interrogative) {
            return true;
        }
        let person = self.classes.is(word, Class::Person);
        if person && self.tag(opener.checked_sub(1)) == Some(Tag::Preposition) {
            return true;
        }
        let object = self.phrase_at(opener.checked_sub(1)).map(|phrase| &self.chunks.phrases[phrase]);
        object.is_some_and(|phrase| {
            let verb = self.group_at(phrase.first.checked_sub(1));
            self.tokens[phrase.head].tag == Tag::Pronoun
                && person
                && verb.is_some_and(|verb| self.classes.is(self.chunks.groups[verb].lemma, Class::Clausal))
        })
    }

    /// The phrase that the relative pronoun at `opener` stands for.
    #[must_use]
    pub(super) fn antecedent(&self, opener: usize) -> Option<usize> {
        let mut left = self.before(opener)?;
        while matches!(self.tokens[left].tag, Tag::Comma | Tag::Dash | Tag::Preposition | Tag::CloseBracket) {
            left = self.before(left)?;
        }
        let mut phrase = self.phrase_at(Some(left)).or_else(|| {
            let group = self.group_at(Some(left))?;
            matches!(self.chunks.groups[group].form, Form::Participle).then(|| self.over_group(group)).flatten()
        })?;
        // "a letter to Nairobi that would": no bare name is told from others by a clause with "that".
        while left + 1 == opener && self.is_bare_name(phrase) {
            let before = self.before(self.chunks.phrases[phrase].first);
            let Some(next) = self.over_preposition(before.filter(|&at| self.tokens[at].tag == Tag::Preposition)) else {
                break;
            };
            phrase = next;
        }
        if self.classes.is(self.tokens[opener].word, Class::Person) {
            for _ in 0..4 {
                let before = self.before(self.chunks.phrases[phrase].first);
                if self.can_be_who(phrase) && !self.is_home(phrase, before) {
                    return Some(phrase);
                }
                match self.over_preposition(before.filter(|&at| self.tokens[at].tag == Tag::Preposition)) {
                    Some(next) => phrase = next,
                    None => break,
                }
            }
        }
        Some(phrase)
    }

    fn is_bare_name(&self, phrase: usize) -> bool {
        let found = &self.chunks.phrases[phrase];
        (found.first..=found.last).all(|at| self.tokens[at].tag == Tag::Proper)
    }

    pub(super) fn can_be_who(&self, phrase: usize) -> bool {
        let head = &self.tokens[self.chunks.phrases[phrase].head];
        matches!(head.tag, Tag::Proper | Tag::Plural | Tag::Pronoun)
            || [Class::Person, Class::Speaker].iter().any(|&class| self.classes.is(head.lemma, class))
    }

    /// "Anna Berg of Weston, who": a single name on a preposition behind a full name is where that person is from.
    fn is_home(&self, phrase: usize, before: Option<usize>) -> bool {
        let name = |phrase: usize, least: usize| {
            let found = &self.chunks.phrases[phrase];
            self.tokens[found.head].tag == Tag::Proper && found.last + 1 - found.first >= least
        };
        let home = before.filter(|&at| self.tokens[at].tag == Tag::Preposition).and_then(|at| self.before(at));
        let found = &self.chunks.phrases[phrase];
        found.first == found.last && name(phrase, 1) && self.phrase_at(home).is_some_and(|person| name(person, 2))
    }
}
