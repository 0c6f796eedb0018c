//! Clauses: for each verb group its subject, the group that governs it, and how.
//!
//! Subjects are sought to the left of the verb: across prepositional chains, appositions, relative
//! clauses, brackets and coordination; to the right of an inverted reporting verb ("said the minister").
//! Where nothing fits the subject stays empty.

use super::classes::{Class, Classes};
use super::phrase::{Chunks, Form, Group, Unit};
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

/// The most subjects one verb is given.
const MOST: usize = 4;

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
    const EMPTY: Self =
        Self { subjects: [0; MOST], count: 0, parent: None, link: Link::Main, opener: None, inverted: false, antecedent: None };

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
        nodes.push(node);
    }
}

impl Reader<'_> {
    fn node(&self, at: usize) -> Node {
        let group = &self.chunks.groups[at];
        match group.form {
            Form::Finite => self.tensed(at, group),
            Form::Bare if self.continues_infinitive(at, group) => self.coordinate(at),
            Form::Bare => self.tensed(at, group),
            Form::Infinitive => self.infinitive(at, group),
            Form::Gerund => self.gerund(at, group),
            Form::Participle => self.participle(at, group),
        }
    }

    /// "be torn up and sent back": the group whose auxiliary a bare participle behind a coordinator shares.
    fn shared_auxiliary(&self, at: usize) -> Option<usize> {
        let group = &self.chunks.groups[at];
        let bare = group.form == Form::Participle && group.first == group.last;
        if !bare || self.tag(self.before(group.first)) != Some(Tag::Coordinator) {
            return None;
        }
        let parent = at.checked_sub(1)?;
        let above = &self.chunks.groups[parent];
        let marked = (above.last..group.first).any(|i| matches!(self.tokens[i].tag, Tag::Comma | Tag::Colon | Tag::Dash));
        ((above.passive || above.perfect) && !marked).then_some(parent)
    }

    fn joined_to(&self, parent: usize) -> Node {
        let mut node = Node { parent: Some(parent), link: Link::Coordinate, ..Node::EMPTY };
        if let Some(above) = self.nodes.get(parent) {
            node.take_subjects(above);
        }
        node
    }

    /// Tells whether a bare past form describes the object of the verb before it: "leave areas entered after".
    fn is_postmodifier(&self, at: usize) -> bool {
        let group = &self.chunks.groups[at];
        let regular = group.past && group.first == group.last && self.tokens[group.head].tag == Tag::Past;
        if !regular || at == 0 {
            return false;
        }
        let Some(phrase) = group.first.checked_sub(1).and_then(|before| self.phrase_at(Some(before))) else { return false };
        let (_, left) = self.chain(phrase);
        let followed = matches!(self.tag(Some(group.last + 1)), Some(Tag::Preposition | Tag::Adverb | Tag::Stop | Tag::Comma | Tag::Coordinator));
        let governor = match self.tag(left) {
            Some(Tag::Preposition) => left.and_then(|left| self.before(left)).and_then(|before| self.group_at(Some(before))),
            _ => self.group_at(left),
        };
        governor.is_some_and(|verb| followed && !self.classes.is(self.chunks.groups[verb].lemma, Class::Speech))
    }

    /// Tells whether a bare participle is a past that reports: "…, a diplomat said on Friday", "“…,” she whispered".
    fn is_report_of(&self, at: usize) -> bool {
        let group = &self.chunks.groups[at];
        if group.form != Form::Participle || group.first != group.last || !self.classes.is(group.lemma, Class::Speech) {
            return false;
        }
        let Some(phrase) = group.first.checked_sub(1).and_then(|_| self.before(group.first)).and_then(|before| self.phrase_at(Some(before))) else {
            return false;
        };
        let (head, left) = self.chain(phrase);
        let head = &self.chunks.phrases[head];
        let somebody = self.tokens[head.head].tag == Tag::Pronoun || self.names_somebody(head);
        let before = left.and_then(|_| head.first.checked_sub(1));
        let alone = before.is_none() && left.is_none() && self.chunks.groups.iter().all(|group| group.form != Form::Finite);
        let set_off = alone || matches!(self.tag(before), Some(Tag::Comma | Tag::Close | Tag::Dash));
        let quoted = self.tag(before) == Some(Tag::Close);
        let transitive = !self.is_intransitive_report(group);
        let followed = !matches!(self.tag(Some(group.last + 1)), Some(Tag::To)) && self.tokens.get(group.last + 1).is_none_or(|next| !self.classes.is(next.lemma, Class::Copula));
        set_off && followed && (quoted || somebody && !transitive)
    }

    /// Tells whether a bare participle between a phrase and its object is the past of an active verb.
    fn has_object(&self, at: usize) -> bool {
        let group = &self.chunks.groups[at];
        if group.form != Form::Participle || group.first != group.last {
            return false;
        }
        let subject = group.first.checked_sub(1).is_some_and(|before| self.phrase_at(Some(before)).is_some());
        let object = self.phrase_at(Some(group.last + 1)).is_some_and(|phrase| !self.is_time(phrase));
        subject && object
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

    /// The token before `at`, adverbs, negations and quotation marks passed over.
    fn before(&self, at: usize) -> Option<usize> {
        let mut at = at.checked_sub(1)?;
        while matches!(self.tokens[at].tag, Tag::Adverb | Tag::Negation | Tag::Open | Tag::Close) {
            at = at.checked_sub(1)?;
        }
        Some(at)
    }

    fn is_time(&self, phrase: usize) -> bool {
        self.classes.is(self.tokens[self.chunks.phrases[phrase].head].lemma, Class::Time)
    }

    // --- tensed verbs -----------------------------------------------------------------------------

    fn tensed(&self, at: usize, group: &Group) -> Node {
        if let Some(node) = self.inverted(at, group) {
            return node;
        }
        self.subject_left(at, self.before(group.first))
    }

    /// Seeks the subject of group `at` from token `left` leftwards.
    fn subject_left(&self, at: usize, left: Option<usize>) -> Node {
        let Some(left) = left else { return Node::EMPTY };
        if let Some(phrase) = self.phrase_at(Some(left)) {
            return self.with_phrase(at, phrase);
        }
        match self.tokens[left].tag {
            Tag::Relative if !self.is_misread_that(left) => self.relative(left),
            Tag::Relative | Tag::Subordinator => Node { opener: Some(left), link: self.opened(left), parent: self.governor(left), ..Node::EMPTY },
            Tag::Coordinator => self.coordinate(at),
            Tag::Comma | Tag::Dash | Tag::CloseBracket => self.over_insertion(at, left),
            _ => match self.group_at(Some(left)) {
                Some(group) if self.chunks.groups[group].form != Form::Finite => self.after_nonfinite(at, group),
                Some(group) if self.described(group).is_some() => {
                    self.described(group).map_or(Node::EMPTY, |phrase| self.with_phrase(at, phrase))
                }
                Some(group) => Node { parent: Some(group), link: Link::Complement, ..Node::EMPTY },
                None => self.after_word(at, left),
            },
        }
    }

    /// The phrase that the clause of `group`, which ends with its verb, hangs on: "the plan Egypt proposes".
    fn described(&self, group: usize) -> Option<usize> {
        let node = self.nodes.get(group)?;
        let free = node.parent.is_none_or(|parent| parent != group);
        match (node.antecedent, node.opener) {
            (Some(phrase), _) => Some(phrase),
            (None, Some(opener)) if free => self.phrase_at(self.before(opener)),
            _ => None,
        }
    }

    /// A verb after a participle or infinitive that ends the subject: "the positions taken will".
    fn after_nonfinite(&self, at: usize, group: usize) -> Node {
        let mut left = self.before(self.chunks.groups[group].first);
        while matches!(self.tag(left), Some(Tag::Preposition | Tag::To)) {
            left = left.and_then(|left| self.before(left));
        }
        match self.phrase_at(left) {
            Some(phrase) => self.with_phrase(at, phrase),
            None => Node::EMPTY,
        }
    }

    /// A verb after a particle or adjective: "the talks planned for later were".
    fn after_word(&self, at: usize, left: usize) -> Node {
        if !matches!(self.tokens[left].tag, Tag::Preposition | Tag::Adjective | Tag::Number) {
            return Node::EMPTY;
        }
        match self.before(left) {
            Some(before) if self.phrase_at(Some(before)).is_some() || self.group_at(Some(before)).is_some() => {
                self.subject_left(at, Some(before))
            }
            _ => Node::EMPTY,
        }
    }

    /// The subject is the phrase chain that ends with `phrase`.
    fn with_phrase(&self, at: usize, phrase: usize) -> Node {
        let mut node = Node::EMPTY;
        if self.tokens[self.chunks.phrases[phrase].head].tag == Tag::Existential {
            if let Some(next) = self.phrase_after(self.chunks.groups[at].last) {
                node.push(next);
            }
            return self.linked(node, self.before(self.chunks.phrases[phrase].first));
        }
        let (head, left) = self.chain(phrase);
        if let Some(subject) = self.behind_copula(at, left) {
            node.push(subject);
            node.inverted = true;
            return node;
        }
        node.push(head);
        let left = self.coordinated_subjects(&mut node, left);
        self.linked(node, left)
    }

    /// "Among the demands is a handover": the subject behind "be" when a preposition opens the sentence.
    fn behind_copula(&self, at: usize, left: Option<usize>) -> Option<usize> {
        let group = &self.chunks.groups[at];
        let opens = self.tag(left) == Some(Tag::Preposition) && self.before(left?).is_none();
        let copula = self.classes.is(group.lemma, Class::Copula) && group.first == group.last;
        if opens && copula { self.phrase_after(group.last) } else { None }
    }

    fn phrase_after(&self, last: usize) -> Option<usize> {
        let mut at = last + 1;
        while matches!(self.tag(Some(at)), Some(Tag::Adverb | Tag::Negation | Tag::Open)) {
            at += 1;
        }
        self.phrase_at(Some(at))
    }

    /// Walks from `phrase` over "of", "for", participles and closed relative clauses to the head of its chain;
    /// returns that phrase and the token before it.
    fn chain(&self, phrase: usize) -> (usize, Option<usize>) {
        let mut phrase = phrase;
        for _ in 0..12 {
            let left = self.before(self.chunks.phrases[phrase].first);
            let next = match self.tag(left) {
                Some(Tag::Preposition) if self.opens_clause(left) => None,
                Some(Tag::Preposition) => self.over_preposition(left),
                _ => self.group_at(left).and_then(|group| self.over_group(group)),
            };
            match next {
                Some(next) if next < phrase => phrase = next,
                _ => return (phrase, left),
            }
        }
        (phrase, self.before(self.chunks.phrases[phrase].first))
    }

    /// Tells whether "after", "until" … at `left` opens a clause of its own: a tensed verb before it has its subject.
    fn opens_clause(&self, left: Option<usize>) -> bool {
        let Some(left) = left.filter(|&left| self.classes.is(self.tokens[left].word, Class::Conjunctive)) else { return false };
        let earlier = (0..self.nodes.len()).rev().find(|&group| self.chunks.groups[group].last < left && self.chunks.groups[group].has_tense());
        earlier.is_some_and(|group| self.nodes[group].link != Link::Relative)
    }

    /// The phrase on which the preposition at `left` hangs.
    fn over_preposition(&self, left: Option<usize>) -> Option<usize> {
        let before = self.before(left?)?;
        if let Some(phrase) = self.phrase_at(Some(before)) {
            return Some(phrase);
        }
        if self.tag(Some(before)) == Some(Tag::Preposition) {
            return self.over_preposition(Some(before));
        }
        self.over_group(self.group_at(Some(before))?)
    }

    /// The phrase that a participle, gerund, infinitive or closed relative clause at `group` hangs on.
    fn over_group(&self, group: usize) -> Option<usize> {
        let found = &self.chunks.groups[group];
        let left = self.before(found.first);
        match found.form {
            Form::Participle | Form::Infinitive => self.phrase_at(left),
            Form::Gerund if self.tag(left) == Some(Tag::Preposition) => self.over_preposition(left),
            Form::Gerund => self.phrase_at(left),
            Form::Finite | Form::Bare => {
                let node = self.nodes.get(group)?;
                let closed = node.link == Link::Relative && !self.classes.is(found.lemma, Class::Clausal);
                match node.opener {
                    Some(opener) if closed => self.antecedent(opener),
                    None if closed => node.antecedent,
                    _ => None,
                }
            }
        }
    }

    /// Adds "A, B and" to the left of a subject; returns the token before all of it.
    fn coordinated_subjects(&self, node: &mut Node, left: Option<usize>) -> Option<usize> {
        let mut left = left;
        let mut joined = false;
        while let Some(at) = left {
            let previous = match self.tokens[at].tag {
                Tag::Coordinator => self.before(at),
                Tag::Comma if joined => self.before(at),
                _ => break,
            };
            let previous = previous.filter(|&p| self.tokens[p].tag != Tag::Comma).or_else(|| self.before(previous?));
            let Some(phrase) = self.phrase_at(previous) else { break };
            let (head, before) = self.chain(phrase);
            if self.is_object(before) || self.is_time(head) {
                break;
            }
            if head != phrase && self.shares_preposition(phrase, node) {
                node.count = 0;
            }
            node.push(head);
            joined = true;
            left = before;
        }
        left
    }

    /// "tensions between Israel and Syria", "officials from Egypt and Sudan": both names hang on the preposition.
    fn shares_preposition(&self, phrase: usize, node: &Node) -> bool {
        let bare = |phrase: usize| {
            let found = &self.chunks.phrases[phrase];
            found.possessor.is_none() && self.tokens[found.head].tag == Tag::Proper && self.tokens[found.first].tag != Tag::Determiner
        };
        node.count == 1 && bare(phrase) && node.subjects().iter().all(|&other| bare(other))
    }

    /// Tells whether a phrase with the token `before` on its left is the object of a verb.
    fn is_object(&self, before: Option<usize>) -> bool {
        if self.tag(before) == Some(Tag::Preposition) {
            return true;
        }
        let Some(group) = self.group_at(before) else { return false };
        !self.classes.is(self.chunks.groups[group].lemma, Class::Clausal)
    }

    /// Says what governs a clause whose subject has `left` before it.
    fn linked(&self, mut node: Node, left: Option<usize>) -> Node {
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
                node.parent = self.last_tensed(left);
                node.link = Link::Coordinate;
            }
            _ => self.link_bare(&mut node, left),
        }
        node
    }

    fn link_opened(&self, node: &mut Node, opener: usize) {
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
    fn earlier_opened(&self, opener: usize) -> Option<usize> {
        let coordinator = self.before(opener).filter(|&at| self.tokens[at].tag == Tag::Coordinator)?;
        let same = |&group: &usize| {
            let other = &self.nodes[group];
            other.opener.is_some_and(|at| self.tokens[at].word == self.tokens[opener].word) && other.link != Link::Relative
        };
        (0..self.nodes.len()).rev().filter(|&group| self.chunks.groups[group].last < coordinator).find(same)
    }

    /// "demanded on Friday that": no time is described by a relative clause with a subject of its own.
    fn is_misread_that(&self, at: usize) -> bool {
        let time = at.checked_sub(1).and_then(|before| self.phrase_at(Some(before))).is_some_and(|phrase| self.is_time(phrase));
        time && self.classes.is(self.tokens[at].word, Class::Content)
    }

    /// A clause without an opening word: what a verb before it says, or a relative without pronoun.
    fn link_bare(&self, node: &mut Node, left: usize) {
        if let Some(group) = self.group_at(Some(left)) {
            if self.is_subject_clause(group) {
                *node = Node::EMPTY;
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
                _ if self.is_time(phrase) || self.is_topic(node, before) => {}
                _ => {
                    node.link = Link::Relative;
                    node.antecedent = Some(phrase);
                }
            }
        }
    }

    /// "On the first we agree": a phrase that opens the sentence is not described by its only clause.
    fn is_topic(&self, node: &Node, before: Option<usize>) -> bool {
        let opens = before.is_none_or(|at| self.tokens[at].tag == Tag::Preposition && self.before(at).is_none());
        let first = self.nodes.iter().all(|earlier| earlier.count == 0);
        let Some(&subject) = node.subjects().iter().max() else { return false };
        let after = self.chunks.phrases[subject].last;
        let tensed = self.chunks.groups.iter().filter(|group| group.first > after && group.has_tense()).count();
        opens && first && tensed < 2
    }

    /// "Rejecting the plan would mean": a gerund or infinitive that opens the sentence is the subject itself.
    fn is_subject_clause(&self, group: usize) -> bool {
        let found = &self.chunks.groups[group];
        let opens = self.before(found.first).is_none_or(|left| matches!(self.tokens[left].tag, Tag::Adverb | Tag::Stop));
        opens && matches!(found.form, Form::Gerund | Form::Infinitive)
    }

    /// The link that the subordinating word at `at` makes: "that" and "whether" after a verb, noun or
    /// adjective open what is said; all others open a circumstance.
    fn opened(&self, at: usize) -> Link {
        let follows = at.checked_sub(1).is_some_and(|before| {
            self.chunks.units[before] != Unit::None
                || matches!(self.tokens[before].tag, Tag::Adjective | Tag::Coordinator | Tag::Close | Tag::Adverb)
        });
        let content = self.classes.is(self.tokens[at].word, Class::Content);
        if content && follows { Link::Complement } else { Link::Adverbial }
    }

    /// The nearest group to the left of `at`.
    fn governor(&self, at: usize) -> Option<usize> {
        (0..at).rev().find_map(|before| self.group_at(Some(before)))
    }

    /// The nearest tensed group to the left of `at`, relative clauses passed over where another is there.
    fn last_tensed(&self, at: usize) -> Option<usize> {
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

    fn comma_before(&self, at: usize) -> bool {
        self.tag(at.checked_sub(1)) == Some(Tag::Comma)
    }

    /// A relative clause whose pronoun, at `opener`, is its subject.
    fn relative(&self, opener: usize) -> Node {
        let mut node = Node { opener: Some(opener), link: Link::Relative, parent: self.governor(opener), ..Node::EMPTY };
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
    fn asks(&self, opener: usize) -> bool {
        let word = self.tokens[opener].word;
        if self.classes.is(word, Class::Interrogative) {
            return true;
        }
        let object = self.phrase_at(opener.checked_sub(1)).map(|phrase| &self.chunks.phrases[phrase]);
        object.is_some_and(|phrase| {
            let verb = self.group_at(phrase.first.checked_sub(1));
            self.tokens[phrase.head].tag == Tag::Pronoun
                && self.classes.is(word, Class::Person)
                && verb.is_some_and(|verb| self.classes.is(self.chunks.groups[verb].lemma, Class::Clausal))
        })
    }

    /// The phrase that the relative pronoun at `opener` stands for.
    #[must_use]
    fn antecedent(&self, opener: usize) -> Option<usize> {
        let mut left = self.before(opener)?;
        while matches!(self.tokens[left].tag, Tag::Comma | Tag::Dash | Tag::Preposition | Tag::CloseBracket) {
            left = self.before(left)?;
        }
        let mut phrase = self.phrase_at(Some(left)).or_else(|| {
            let group = self.group_at(Some(left))?;
            matches!(self.chunks.groups[group].form, Form::Participle).then(|| self.over_group(group)).flatten()
        })?;
        if self.classes.is(self.tokens[opener].word, Class::Person) {
            for _ in 0..4 {
                if self.can_be_who(phrase) {
                    return Some(phrase);
                }
                let before = self.before(self.chunks.phrases[phrase].first);
                match self.over_preposition(before.filter(|&at| self.tokens[at].tag == Tag::Preposition)) {
                    Some(next) => phrase = next,
                    None => break,
                }
            }
        }
        Some(phrase)
    }

    fn can_be_who(&self, phrase: usize) -> bool {
        let head = &self.tokens[self.chunks.phrases[phrase].head];
        matches!(head.tag, Tag::Proper | Tag::Plural | Tag::Pronoun) || self.classes.is(head.lemma, Class::Person)
    }

    /// A further verb of the same subject: "demanded A and rejected B".
    fn coordinate(&self, at: usize) -> Node {
        let group = &self.chunks.groups[at];
        let Some(parent) = self.sibling(group) else { return Node::EMPTY };
        let mut node = Node { parent: Some(parent), link: Link::Coordinate, ..Node::EMPTY };
        node.take_subjects(&self.nodes[parent]);
        node
    }

    /// The group that `group` is coordinated with: the last one of the same form, a clause above it where
    /// only that one has its tense ("said Israel must leave and rejected …").
    fn sibling(&self, group: &Group) -> Option<usize> {
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
        let nearest = self.last_tensed(self.before(group.first).unwrap_or(0)).filter(same)?;
        let mut above = Some(nearest);
        while let Some(at) = above {
            let other = &self.chunks.groups[at];
            if other.form == Form::Finite && other.modal.is_some() == group.modal.is_some() && other.past == group.past {
                return Some(at);
            }
            above = self.nodes[at].parent.filter(|&parent| parent < at);
        }
        Some(nearest)
    }

    /// Tells whether a bare form goes on an infinitive: "to withdraw, release and pay".
    fn continues_infinitive(&self, at: usize, group: &Group) -> bool {
        at > 0
            && matches!(self.tag(self.before(group.first)), Some(Tag::Coordinator | Tag::Comma))
            && self.sibling(group).is_some()
    }

    /// The subject of a verb that follows an insertion ending at `close`: "Kyiv, which …, wants".
    fn over_insertion(&self, at: usize, close: usize) -> Node {
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
    fn is_insertion(&self, open: usize, close: usize) -> bool {
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
        let opened = matches!(first, Tag::Relative | Tag::Subordinator)
            || (first == Tag::Preposition && (open + 1..close).any(|i| self.tokens[i].tag == Tag::Relative));
        opened || !tensed || self.is_report(open, close)
    }

    /// Tells whether an insertion is "X said", a report in brackets.
    fn is_report(&self, open: usize, close: usize) -> bool {
        let last = self.before(close).and_then(|last| self.group_at(Some(last)));
        let first = self.group_at(Some(open + 1));
        last.or(first).is_some_and(|group| self.classes.is(self.chunks.groups[group].lemma, Class::Speech))
    }

    /// "…," said the minister: a reporting verb whose subject follows.
    fn inverted(&self, at: usize, group: &Group) -> Option<Node> {
        if group.first != group.head || !self.classes.is(group.lemma, Class::Speech) {
            return None;
        }
        let left = group.first.checked_sub(1)?;
        if !matches!(self.tokens[left].tag, Tag::Comma | Tag::Close | Tag::Stop) {
            return None;
        }
        let next = self.phrase_after(group.last)?;
        let phrase = &self.chunks.phrases[next];
        let ended = !matches!(self.chunks.units.get(phrase.last + 1), Some(Unit::Group(_) | Unit::Phrase(_)))
            || self.tag(Some(phrase.last + 1)) == Some(Tag::Gerund);
        let object = self.tokens[left].tag == Tag::Comma && self.over_insertion(at, left).count > 0;
        let quoted = self.tokens[..=left].iter().any(|token| token.tag == Tag::Close);
        let intransitive = self.is_intransitive_report(group) && self.names_somebody(phrase);
        if !ended || (object && !quoted && !intransitive) {
            return None;
        }
        let mut node = Node { inverted: true, ..Node::EMPTY };
        node.push(next);
        Some(node)
    }

    /// A verb of speech that takes nobody as its object: what follows "said" or "argued" is who speaks.
    fn is_intransitive_report(&self, group: &Group) -> bool {
        ![Class::Judges, Class::Deems, Class::Addresses].iter().any(|&class| self.classes.is(group.lemma, class))
    }

    fn names_somebody(&self, phrase: &super::phrase::Phrase) -> bool {
        let head = &self.tokens[phrase.head];
        let classes = [Class::Speaker, Class::Official, Class::Person, Class::Anonymous, Class::Outsider, Class::Expert, Class::Media, Class::ReportingNoun];
        matches!(head.tag, Tag::Proper) || classes.iter().any(|&class| self.classes.is(head.lemma, class))
    }

    // --- verbs without tense ----------------------------------------------------------------------

    /// The token before a nonfinite group, time adverbials ("on Friday") passed over.
    fn before_time(&self, first: usize) -> Option<usize> {
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

    fn infinitive(&self, at: usize, group: &Group) -> Node {
        let Some(left) = self.before_time(group.first) else { return Node::EMPTY };
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
    fn infinitive_after_phrase(&self, phrase: usize) -> Node {
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
            None => Node { link: Link::Modifier, parent: self.governor(self.chunks.phrases[phrase].first), ..Node::EMPTY },
        }
    }

    /// "pressed Israel and Syria to": the conjuncts before the last object.
    fn add_left_conjuncts(&self, node: &mut Node, head: usize) {
        let left = self.before(self.chunks.phrases[head].first);
        if self.tag(left) == Some(Tag::Coordinator) {
            if let Some(other) = self.phrase_at(left.and_then(|left| self.before(left))) {
                node.push(other);
            }
        }
    }

    /// As [`Self::chain`], but stops at a preposition that belongs to a verb ("called on X to"), and passes
    /// over a conjunct ("pressed A and B to").
    fn chain_to_verb(&self, phrase: usize) -> (usize, Option<usize>) {
        let (head, mut left) = self.chain(phrase);
        if self.tag(left) == Some(Tag::Coordinator) {
            if let Some(other) = self.phrase_at(left.and_then(|left| self.before(left))) {
                left = self.chain(other).1;
            }
        }
        (head, left)
    }

    fn controls_object(&self, group: usize) -> bool {
        let group = &self.chunks.groups[group];
        self.classes.is(group.lemma, Class::ObjectControl) && !group.passive
    }

    /// A group below `parent`, which lends it its subject.
    fn below(&self, parent: usize, link: Link) -> Node {
        let mut node = Node { parent: Some(parent), link, ..Node::EMPTY };
        if let Some(above) = self.nodes.get(parent) {
            node.take_subjects(above);
        }
        node
    }

    fn gerund(&self, at: usize, group: &Group) -> Node {
        let Some(left) = self.before(group.first) else { return Node::EMPTY };
        if let Some(parent) = self.group_at(Some(left)) {
            return self.below(parent, Link::Complement);
        }
        if let Some(phrase) = self.phrase_at(Some(left)) {
            let mut node = Node { link: Link::Modifier, parent: self.governor(left), ..Node::EMPTY };
            node.push(phrase);
            return node;
        }
        match self.tokens[left].tag {
            Tag::Preposition => self.gerund_after_preposition(left),
            Tag::Coordinator if self.sibling(group).is_some() => self.coordinate(at),
            Tag::Subordinator => Node { opener: Some(left), ..self.beside(left) },
            _ => self.beside(left),
        }
    }

    /// "insisted on keeping" hangs on the verb, "the idea of selling" on the noun.
    fn gerund_after_preposition(&self, left: usize) -> Node {
        let before = self.before(left);
        match self.group_at(before) {
            Some(parent) => self.below(parent, Link::Complement),
            None if self.phrase_at(before).is_some() => {
                Node { link: Link::Modifier, ..self.governor(left).map_or(Node::EMPTY, |parent| self.below(parent, Link::Modifier)) }
            }
            None => self.beside(left),
        }
    }

    /// A circumstance beside the nearest tensed clause, whose subject it shares.
    fn beside(&self, left: usize) -> Node {
        match self.last_tensed(left + 1) {
            Some(parent) => self.below(parent, Link::Adverbial),
            None => self.beside_subject(left),
        }
    }

    /// "The plan, backed by Egypt, calls": an insertion behind a subject that has no verb yet describes it.
    fn beside_subject(&self, left: usize) -> Node {
        let marked = matches!(self.tokens[left].tag, Tag::Comma | Tag::Dash | Tag::OpenBracket);
        let phrase = if marked { self.phrase_at(self.before(left)) } else { None };
        let Some(phrase) = phrase else { return Node { link: Link::Adverbial, ..Node::EMPTY } };
        let mut node = Node { link: Link::Modifier, ..Node::EMPTY };
        node.push(self.chain(phrase).0);
        node
    }

    fn participle(&self, at: usize, group: &Group) -> Node {
        let Some(left) = self.before(group.first) else { return Node::EMPTY };
        if let Some(phrase) = self.phrase_at(Some(left)) {
            let mut node = Node { link: Link::Modifier, parent: self.governor(left), ..Node::EMPTY };
            node.push(phrase);
            return node;
        }
        match self.tokens[left].tag {
            Tag::Coordinator if self.sibling(group).is_some() => self.coordinate(at),
            Tag::Coordinator => self.beside(left),
            _ => self.beside(left),
        }
    }
}
