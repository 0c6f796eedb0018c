//! The subject of a tensed verb: the phrase chain to its left, its conjuncts, or the phrase behind an inverted verb.

use super::super::Tag;
use super::super::classes::Class;
use super::super::phrase::{Form, Group, Phrase, Unit};
use super::{Link, Node, Reader};

impl Reader<'_> {
    pub(super) fn tensed(&self, at: usize, group: &Group) -> Node {
        if let Some(node) = self.inverted(at, group).or_else(|| self.behind_that_clause(at, group)) {
            return node;
        }
        if self.closes_question(at) {
            return Node::EMPTY;
        }
        self.subject_left(at, self.before(group.first))
    }

    /// "A report that Oslo had agreed to pay the crews was false": the noun whose clause stands before the verb.
    fn behind_that_clause(&self, at: usize, group: &Group) -> Option<Node> {
        let inner = (0..at).rev().find(|&inner| {
            let form = self.chunks.groups[inner].form;
            self.chunks.groups[inner].has_tense() || form == Form::Bare
        })?;
        let opener = self.nodes[inner].opener?;
        let noun = self.phrase_at(self.before(opener))?;
        let (head, left) = self.chain(noun);
        // "A rumour on an island radio that Malta had sold the fleet was wrong": the radio is not described.
        let report = head != noun
            && self.tokens[opener].tag == Tag::Relative
            && self.classes.is(self.tokens[self.chunks.phrases[head].head].lemma, Class::ReportingNoun)
            && self.classes.is(self.tokens[opener].word, Class::Content);
        if !(report || self.nodes[inner].link == Link::Complement) {
            return None;
        }
        let first = (0..inner).all(|earlier| !self.chunks.groups[earlier].has_tense());
        let copula = self.classes.is(group.lemma, Class::Copula) || group.passive;
        let plain = (self.chunks.groups[inner].last + 1..group.first)
            .all(|i| !matches!(self.tokens[i].tag, Tag::Coordinator | Tag::Relative | Tag::Subordinator | Tag::Comma));
        let says = matches!(self.tokens[self.chunks.phrases[head].head].tag, Tag::Noun | Tag::Plural);
        let mut node = Node::EMPTY;
        node.push(head);
        (left.is_none() && first && copula && plain && says).then_some(node)
    }

    /// "Who will guard the gates was left open": the second tensed verb behind an indirect question that opens the
    /// sentence has that question as its subject.
    fn closes_question(&self, at: usize) -> bool {
        let first = usize::from(self.tag(Some(0)) == Some(Tag::Open));
        let Some(opener) = self.tokens.get(first) else { return false };
        let timed = self.classes.is(opener.word, Class::TimedQuestion);
        if !(timed || self.classes.is(opener.word, Class::Question)) {
            return false;
        }
        let mut tensed = (0..at).filter(|&group| self.chunks.groups[group].has_tense());
        let (Some(asked), None) = (tensed.next(), tensed.next()) else { return false };
        let asked = &self.chunks.groups[asked];
        let verb = &self.chunks.groups[at];
        let bound = asked.modal.is_some() || asked.obliged;
        let plain = |i: usize| !matches!(self.tokens[i].tag, Tag::Comma | Tag::Dash | Tag::Colon | Tag::Coordinator);
        verb.form == Form::Finite && (bound || !timed) && (asked.last..verb.first).all(plain)
    }

    /// Seeks the subject of group `at` from token `left` leftwards.
    pub(super) fn subject_left(&self, at: usize, left: Option<usize>) -> Node {
        let Some(left) = left else { return Node::EMPTY };
        if let Some(phrase) = self.phrase_at(Some(left)) {
            return self.with_phrase(at, phrase);
        }
        match self.tokens[left].tag {
            Tag::Relative if !self.is_misread_that(left) => self.relative(left),
            Tag::Relative | Tag::Subordinator => {
                Node { opener: Some(left), link: self.opened(left), parent: self.governor(left), ..Node::EMPTY }
            }
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
    pub(super) fn described(&self, group: usize) -> Option<usize> {
        let node = self.nodes.get(group)?;
        let free = node.parent.is_none_or(|parent| parent != group);
        match (node.antecedent, node.opener) {
            (Some(phrase), _) => Some(phrase),
            (None, Some(opener)) if free => self.phrase_at(self.before(opener)),
            _ => None,
        }
    }

    /// A verb after a participle or infinitive that ends the subject: "the positions taken will".
    pub(super) fn after_nonfinite(&self, at: usize, group: usize) -> Node {
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
    pub(super) fn after_word(&self, at: usize, left: usize) -> Node {
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
    pub(super) fn with_phrase(&self, at: usize, phrase: usize) -> Node {
        let mut node = Node::EMPTY;
        let phrase = self.over_period(phrase).unwrap_or(phrase);
        if let Some(named) = self.before_period(at, phrase) {
            return named;
        }
        if self.tokens[self.chunks.phrases[phrase].head].tag == Tag::Existential {
            if let Some(next) = self.phrase_after(self.chunks.groups[at].last) {
                node.push(next);
            }
            return self.linked(node, self.before(self.chunks.phrases[phrase].first));
        }
        let (head, left) = self.chain(phrase);
        // "Ruiz, who in a string of posts mocked it": the relative word is the subject.
        let opener = left.filter(|&left| self.tokens[left].tag == Tag::Preposition).and_then(|left| self.before(left));
        if let Some(opener) = opener.filter(|&opener| self.tokens[opener].tag == Tag::Relative)
            && self.classes.is(self.tokens[opener].word, Class::Person)
            && !self.is_misread_that(opener)
        {
            return self.relative(opener);
        }
        if let Some(subject) = self.behind_copula(at, left) {
            node.push(subject);
            node.inverted = true;
            return node;
        }
        node.push(head);
        let left = self.coordinated_subjects(&mut node, left);
        if let Some(outer) = self.before_aside(at, left) {
            return self.with_phrase(at, outer);
        }
        self.linked(node, left)
    }

    /// "The court last week confirmed": the phrase directly before one that names a time.
    fn over_period(&self, phrase: usize) -> Option<usize> {
        let first = self.chunks.phrases[phrase].first;
        let found = &self.chunks.phrases[phrase];
        // "The leaders both said"
        // "She herself favoured it"
        let word = self.tokens[found.head].word;
        let counts = found.first == found.head
            && (self.classes.is(word, Class::Quantity) || self.classes.is(word, Class::Reflexive));
        let before = self.phrase_at(first.checked_sub(1)).filter(|_| self.is_time(phrase) || counts)?;
        (!self.is_time(before)).then_some(before)
    }

    /// "Ruiz, the envoy to Peru, on Sunday urged": the subject stands before the aside that a time follows.
    fn before_period(&self, at: usize, phrase: usize) -> Option<Node> {
        let left = self.before(self.chunks.phrases[phrase].first)?;
        // "Ruiz, meanwhile, during the debate denied it"
        let during =
            self.tokens[left].tag == Tag::Preposition && self.classes.is(self.tokens[left].word, Class::Occasion);
        if !self.is_time(phrase) && !during {
            return None;
        }
        let on = self.tokens[left].tag == Tag::Preposition;
        let mark = if on { self.before(left)? } else { left };
        let copula = !on && self.classes.is(self.chunks.groups[at].lemma, Class::Copula);
        if self.tokens[mark].tag != Tag::Comma || copula {
            return None;
        }
        Some(self.over_insertion(at, mark)).filter(|node| node.link == Link::Main && !node.subjects().is_empty())
    }

    /// "opponents, including the league, which sued, said": the phrase before an aside that a gerund, a
    /// participle or a preposition at `left` begins and a comma before the verb closes.
    fn before_aside(&self, at: usize, left: Option<usize>) -> Option<usize> {
        let opener = if let Some(gerund) = self.group_of_form(left, Form::Gerund) {
            self.chunks.groups[gerund].first
        } else {
            let preposition = self.listed_behind(left?)?;
            // "Norway, backed by Iceland, but opposed by Chad, said"
            let participle = self.group_of_form(self.before(preposition), Form::Participle);
            participle.map_or(preposition, |group| self.chunks.groups[group].first)
        };
        // "…, and backed by Iceland, said"
        let joined = opener.checked_sub(2).filter(|_| self.tag(opener.checked_sub(1)) == Some(Tag::Coordinator));
        let open = joined.or_else(|| opener.checked_sub(1))?;
        let close = self.chunks.groups[at].first.checked_sub(1)?;
        let set_off = self.tokens[open].tag == Tag::Comma && self.tokens[close].tag == Tag::Comma;
        self.phrase_at(self.before(open)).filter(|_| set_off)
    }

    /// The preposition at `left`, or the one before the first phrase of a list that a comma at `left` goes on:
    /// "Norway, backed by Chad, Fiji and Peru, said".
    fn listed_behind(&self, left: usize) -> Option<usize> {
        let mut at = left;
        while self.tokens[at].tag == Tag::Comma {
            let item = self.phrase_at(self.before(at))?;
            at = self.before(self.chunks.phrases[item].first)?;
        }
        (self.tokens[at].tag == Tag::Preposition).then_some(at)
    }

    fn group_of_form(&self, at: Option<usize>, form: Form) -> Option<usize> {
        self.group_at(at).filter(|&group| self.chunks.groups[group].form == form)
    }

    /// "Among the demands is a handover": the subject behind "be" when a preposition opens the sentence.
    pub(super) fn behind_copula(&self, at: usize, left: Option<usize>) -> Option<usize> {
        let group = &self.chunks.groups[at];
        let opens = self.tag(left) == Some(Tag::Preposition) && self.before(left?).is_none();
        let copula = self.classes.is(group.lemma, Class::Copula) && group.first == group.last;
        if opens && copula { self.phrase_after(group.last) } else { None }
    }

    pub(super) fn phrase_after(&self, last: usize) -> Option<usize> {
        let mut at = last + 1;
        while matches!(self.tag(Some(at)), Some(Tag::Adverb | Tag::Negation | Tag::Open)) {
            at += 1;
        }
        self.phrase_at(Some(at))
    }

    /// Walks from `phrase` over "of", "for", participles and closed relative clauses to the head of its chain;
    /// returns that phrase and the token before it.
    pub(super) fn chain(&self, phrase: usize) -> (usize, Option<usize>) {
        let mut phrase = phrase;
        for _ in 0..12 {
            let left = self.before(self.chunks.phrases[phrase].first);
            let next = match self.tag(left) {
                _ if self.is_told(phrase, left) => None,
                Some(Tag::Preposition) if self.opens_clause(left) => None,
                // "a spokesman for the opposition | Reform Union": the role hangs on a preposition.
                Some(Tag::Noun) if self.tokens[self.chunks.phrases[phrase].head].tag == Tag::Proper => {
                    self.phrase_at(left).filter(|&role| {
                        let found = &self.chunks.phrases[role];
                        self.tag(self.before(found.first)) == Some(Tag::Preposition) && self.names_somebody(found)
                    })
                }
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

    /// "startled them by saying *it* was ready": the subject of what a gerund tells, and no object of it.
    fn is_told(&self, phrase: usize, left: Option<usize>) -> bool {
        let head = self.chunks.phrases[phrase].head;
        self.tokens[head].tag == Tag::Pronoun
            && self.tag(left) == Some(Tag::Gerund)
            && self.group_at(left).is_some_and(|group| {
                let lemma = self.chunks.groups[group].lemma;
                self.classes.is(lemma, Class::Clausal) && self.classes.is(lemma, Class::Speech)
            })
    }

    /// Tells whether "after", "until" … at `left` opens a clause of its own: a tensed verb before it has its subject.
    pub(super) fn opens_clause(&self, left: Option<usize>) -> bool {
        let Some(left) = left.filter(|&left| self.classes.is(self.tokens[left].word, Class::Conjunctive)) else {
            return false;
        };
        let earlier = (0..self.nodes.len())
            .rev()
            .find(|&group| self.chunks.groups[group].last < left && self.chunks.groups[group].has_tense());
        earlier.is_some_and(|group| self.nodes[group].link != Link::Relative)
    }

    /// The phrase on which the preposition at `left` hangs.
    pub(super) fn over_preposition(&self, left: Option<usize>) -> Option<usize> {
        let before = self.before(left?)?;
        if let Some(phrase) = self.phrase_at(Some(before)) {
            // "challengers such as Ruiz"
            let such = self.classes.is(self.tokens[before].word, Class::Such);
            return such.then(|| self.phrase_at(self.before(before))).flatten().or(Some(phrase));
        }
        // "the League of Bakers (LOB) in turn"
        if self.tag(Some(before)) == Some(Tag::CloseBracket) {
            let open = (0..before).rev().find(|&at| self.tokens[at].tag == Tag::OpenBracket)?;
            return self.phrase_at(self.before(open));
        }
        if self.tag(Some(before)) == Some(Tag::Preposition) {
            return self.over_preposition(Some(before));
        }
        // "representatives of Israel and of Syria"
        if self.tag(Some(before)) == Some(Tag::Coordinator) {
            return self.phrase_at(self.before(before));
        }
        // "leaders close to the sheikh"
        if self.tag(Some(before)) == Some(Tag::Adjective) {
            return self.phrase_at(self.before(before));
        }
        self.over_group(self.group_at(Some(before))?)
    }

    /// The phrase that a participle, gerund, infinitive or closed relative clause at `group` hangs on.
    pub(super) fn over_group(&self, group: usize) -> Option<usize> {
        let found = &self.chunks.groups[group];
        let left = self.before(found.first);
        match found.form {
            Form::Participle | Form::Infinitive => self.phrase_at(left).or_else(|| {
                let node = self.nodes.get(group).filter(|node| node.link == Link::Coordinate)?;
                self.over_group(node.parent.filter(|&parent| parent < group)?)
            }),
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
    pub(super) fn coordinated_subjects(&self, node: &mut Node, left: Option<usize>) -> Option<usize> {
        let mut left = left;
        let mut joined = false;
        while let Some(at) = left {
            let previous = match self.tokens[at].tag {
                Tag::Coordinator => self.before(at),
                Tag::Comma if joined => self.before(at),
                Tag::Preposition => self.before_as_well_as(at),
                _ => break,
            };
            let previous = previous.filter(|&p| self.tokens[p].tag != Tag::Comma).or_else(|| self.before(previous?));
            let Some(phrase) = self.phrase_at(previous) else { break };
            let phrase = self.spoken_for(phrase).unwrap_or(phrase);
            let (head, before) = self.chain(phrase);
            // "requested a list, and Peru offered": a comma before "and" parts two clauses, not two subjects.
            let parted = !joined && previous.is_some_and(|last| self.tokens[last + 1].tag == Tag::Comma);
            if parted && (self.group_at(before).is_some() || self.ends_object_pair(before)) {
                break;
            }
            let listed = before.is_some_and(|before| self.before_as_well_as(before).is_some());
            if self.is_object(before) && !listed || self.is_time(head) {
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

    /// "agreed on a swap of guards and guides, and a date": the coordinator at `at` joins two things that hang on an object.
    fn ends_object_pair(&self, at: Option<usize>) -> bool {
        let joins = at.filter(|&at| self.tokens[at].tag == Tag::Coordinator);
        let first = joins.and_then(|at| self.phrase_at(self.before(at)));
        first.is_some_and(|first| self.is_object(self.chain(first).1))
    }

    /// "Chad as well as Peru": the token before the words that join, where "as" at `at` is the last of them.
    fn before_as_well_as(&self, at: usize) -> Option<usize> {
        let first = at.checked_sub(2).filter(|&first| self.tokens[first].word == self.tokens[at].word)?;
        let adverbs = self.tokens[first..at].iter().all(|token| token.tag == Tag::Adverb);
        adverbs.then(|| self.before(first)).flatten()
    }

    /// "Chad, for the League, and Peru": the phrase before a group that commas set off as the one it speaks for.
    fn spoken_for(&self, group: usize) -> Option<usize> {
        let found = &self.chunks.phrases[group];
        let comma = |at: Option<usize>| self.tag(at) == Some(Tag::Comma);
        let preposition = self.before(found.first).filter(|&at| self.tokens[at].tag == Tag::Preposition)?;
        let open = preposition.checked_sub(1).filter(|&at| comma(Some(at)) && comma(Some(found.last + 1)))?;
        let outer = self.phrase_at(self.before(open))?;
        let named = |phrase: usize| self.tokens[self.chunks.phrases[phrase].head].tag == Tag::Proper;
        (named(outer) && named(group)).then_some(outer)
    }

    /// "tensions between Israel and Syria", "officials from Egypt and Sudan": both names hang on the preposition.
    pub(super) fn shares_preposition(&self, phrase: usize, node: &Node) -> bool {
        let bare = |phrase: usize| {
            let found = &self.chunks.phrases[phrase];
            found.possessor.is_none()
                && self.tokens[found.head].tag == Tag::Proper
                && self.tokens[found.first].tag != Tag::Determiner
        };
        // "the pact between Peru and its old foe"
        let owned = |phrase: usize| self.tokens[self.chunks.phrases[phrase].first].tag == Tag::Possessive;
        node.count == 1 && bare(phrase) && node.subjects().iter().all(|&other| bare(other) || owned(other))
    }

    /// Tells whether a phrase with the token `before` on its left is the object of a verb.
    pub(super) fn is_object(&self, before: Option<usize>) -> bool {
        if self.tag(before) == Some(Tag::Preposition) {
            return true;
        }
        let Some(group) = self.group_at(before) else { return false };
        let found = &self.chunks.groups[group];
        // "Joining forces with others, Chad and Peru asked"
        let opens = self.before(found.first).is_none();
        let adjectival = found.form == Form::Gerund && found.first == found.last && !opens;
        !adjectival && !self.classes.is(found.lemma, Class::Clausal)
    }

    /// "…," said the minister: a reporting verb whose subject follows.
    pub(super) fn inverted(&self, at: usize, group: &Group) -> Option<Node> {
        // "“…,” the senator, who chairs it, told reporters": whoever is told stands behind such a verb.
        let tells = self.classes.is(group.lemma, Class::Addresses) && !self.classes.is(group.lemma, Class::Deems);
        let told = |at: usize| {
            self.phrase_at(Some(at)).is_some_and(|next| !self.tokens[self.chunks.phrases[next].first].capital)
        };
        // "“…,” Senator Ruiz, who chairs the panel, told the Herald": nobody stands behind "told" to tell it.
        let ends = tells
            && self.tag(Some(group.last + 1)) == Some(Tag::Proper)
            && group
                .first
                .checked_sub(1)
                .is_some_and(|left| self.tokens[left].tag == Tag::Comma && self.over_insertion(at, left).count > 0);
        if tells && !self.classes.is(group.lemma, Class::Judges) && (told(group.last + 1) || ends) {
            return None;
        }
        if group.first != group.head || !self.classes.is(group.lemma, Class::Speech) {
            return None;
        }
        let left = group.first.checked_sub(1)?;
        if !matches!(self.tokens[left].tag, Tag::Comma | Tag::Close | Tag::Stop) {
            return None;
        }
        let next = self.phrase_after(group.last)?;
        let next = self.named_behind(next).unwrap_or(next);
        let phrase = &self.chunks.phrases[next];
        let ended = !matches!(self.chunks.units.get(phrase.last + 1), Some(Unit::Group(_) | Unit::Phrase(_)))
            || self.tag(Some(phrase.last + 1)) == Some(Tag::Gerund);
        let object = self.tokens[left].tag == Tag::Comma && self.over_insertion(at, left).count > 0;
        let quoted = self.tokens[..=left].iter().any(|token| token.tag == Tag::Close);
        let intransitive = self.is_intransitive_report(group) && self.names_somebody(phrase);
        // "The whip, a lawyer, wrote a letter": a text is written and does not write.
        let text = !quoted
            && self.tokens[phrase.first].tag == Tag::Determiner
            && self.tokens[phrase.head].tag == Tag::Noun
            && self.classes.is(self.tokens[phrase.head].lemma, Class::ReportingNoun)
            && self.classes.is(group.lemma, Class::Issues);
        // "The channel, which carried the debate, said his statement that tolls rose was true"
        let whole = object
            && !quoted
            && self.tokens.get(phrase.last + 1).is_some_and(|next| self.classes.is(next.word, Class::Content));
        if !ended || whole || text && object || (object && !quoted && !intransitive) {
            return None;
        }
        let mut node = Node { inverted: true, ..Node::EMPTY };
        node.push(next);
        Some(node)
    }

    /// A verb of speech that takes nobody as its object: what follows "said" or "argued" is who speaks.
    pub(super) fn is_intransitive_report(&self, group: &Group) -> bool {
        ![Class::Judges, Class::Deems, Class::Addresses].iter().any(|&class| self.classes.is(group.lemma, class))
    }

    pub(super) fn names_somebody(&self, phrase: &Phrase) -> bool {
        let head = &self.tokens[phrase.head];
        let classes = [
            Class::Speaker,
            Class::Official,
            Class::Person,
            Class::Anonymous,
            Class::Outsider,
            Class::Expert,
            Class::Media,
            Class::ReportingNoun,
        ];
        // "says No 10"
        let house = head.tag == Tag::Number && self.tokens[phrase.first].capital && phrase.first < phrase.head;
        house || head.tag == Tag::Proper || classes.iter().any(|&class| self.classes.is(head.lemma, class))
    }
}
