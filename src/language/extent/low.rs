//! Coordination inside a stretch: what a comma or a coordinator joins below its head.

use super::super::Tag;
use super::super::clause::Link;
use super::super::parse::Parse;
use super::super::phrase::{Form, Phrase, Unit};
use super::Grows;
use crate::language::named;
use crate::language::word_list::words;

impl Parse<'_> {
    /// A comma is passed where a list of bare nouns or an insertion goes on after it.
    pub(super) fn over_comma(&self, first: usize, at: usize, grows: Grows) -> Option<usize> {
        if let Some(example) = self.first_example(first, at) {
            return Some(example);
        }
        if grows == Grows::Clause
            && let Some(last) = self.next_in_series(first, at + 1)
        {
            return Some(last);
        }
        if grows != Grows::Phrase
            && let Some(last) = self.over_apposition(first, at)
        {
            return Some(last);
        }
        if let Some(close) = self.insertion_close(at) {
            return Some(close);
        }
        if let Some(example) = self.next_example(first, at) {
            return Some(example);
        }
        if let Some(item) = self.next_inside(first, at) {
            return Some(item);
        }
        if grows == Grows::Phrase && !self.in_low_list(first, at) {
            return None;
        }
        self.low_item(at + 1, true)
    }

    /// "that Chad scrap its tax, open its ports and pay": the end of the verb at `at`, which goes on one of the stretch in a
    /// series that a coordinator closes.
    fn next_in_series(&self, first: usize, at: usize) -> Option<usize> {
        let ends = usize::from(self.tag(at) == Tag::Coordinator);
        let next = self.group_at(self.over_adverbs(at + ends))?;
        let form = self.groups()[next].form;
        // "if Chad frees the crew, disarms, and leaves"
        let plain = |group: usize| self.groups()[group].modal.is_none() && self.groups()[group].negation.is_none();
        let goes_on = |group: usize| {
            let same = self.groups()[group].form == form && self.nodes()[group].link == Link::Coordinate;
            same && (form == Form::Bare || form == Form::Finite && plain(group))
        };
        let free = |parent: usize| form == Form::Bare || plain(parent);
        let node = &self.nodes()[next];
        let inside = node.parent.is_some_and(|parent| self.groups()[parent].first >= first && free(parent));
        // ", and leaves": the last of a series goes on one that does so itself.
        let last = ends > 0 && form == Form::Finite && node.parent.is_some_and(goes_on);
        let closed = ends == 0
            && (next + 1..self.groups().len()).any(|last| {
                let joined =
                    self.groups()[last].first.checked_sub(1).is_some_and(|before| self.tag(before) == Tag::Coordinator);
                goes_on(last) && joined && self.nodes()[last].parent == Some(next)
            });
        (inside && goes_on(next) && (last || closed)).then(|| self.groups()[next].last)
    }

    /// "that Chad clear the quay by May 5, the feast of its patron, and pay": the end of the verb that goes on behind an
    /// apposition.
    fn over_apposition(&self, first: usize, at: usize) -> Option<usize> {
        let item = self.phrase_at(at + 1).filter(|_| self.tag(at + 1) == Tag::Determiner)?;
        let from = self.phrases()[item].last + 1;
        let close = (from..self.tokens.len()).take(10).find(|&i| self.tag(i) == Tag::Comma)?;
        let bare = (from..close).all(|i| !matches!(self.unit(i), Some(Unit::Group(_))) && self.tag(i) != Tag::Colon);
        let next = self.group_at(close + 2).filter(|_| bare && self.tag(close + 1) == Tag::Coordinator)?;
        let form = self.groups()[next].form;
        let node = &self.nodes()[next];
        let goes_on = node.parent.is_some_and(|parent| {
            let above = &self.groups()[parent];
            above.first >= first && above.last < at && above.form == form
        });
        let joined = node.link == Link::Coordinate && matches!(form, Form::Bare | Form::Infinitive);
        (goes_on && joined && self.joins(close + 1)).then_some(self.groups()[next].last)
    }

    /// "a levy on ships, including tankers and ferries": the end of the first bare example of a noun that hangs low.
    fn first_example(&self, first: usize, at: usize) -> Option<usize> {
        let low = self.phrase_at(self.before(at)?).filter(|&low| self.phrases()[low].first > first)?;
        let hangs = self.tag(self.phrases()[low].first - 1) == Tag::Preposition;
        let opens = self.tokens.get(at + 1)?.span.of(self.text).eq_ignore_ascii_case("including");
        let item = self.phrase_at(at + 2).map(|item| &self.phrases()[item]).filter(|_| hangs && opens)?;
        let named = self.tag(item.head) == Tag::Proper;
        let bare = named || !self.determined(item.first) && item.possessor.is_none();
        let closes = matches!(self.tag(item.last + 1), Tag::Comma | Tag::Coordinator | Tag::Stop);
        (bare && closes && item.first == at + 2).then_some(item.last)
    }

    /// "exports including gems, leather goods, shrimp and fruit": the end of the next example after the comma or
    /// coordinator at `at`, where bare examples stand before it.
    fn next_example(&self, first: usize, at: usize) -> Option<usize> {
        let named = |phrase: usize| self.tag(self.phrases()[phrase].head) == Tag::Proper;
        let bare = |phrase: usize| {
            let found = &self.phrases()[phrase];
            let free = !self.determined(found.first) && found.possessor.is_none() && !self.is_time_phrase(phrase);
            (free || named(phrase)).then_some(found)
        };
        if ![named::INCLUDING, named::LIKE, named::SUCH].iter().any(|&opens| self.may_hold(opens)) {
            return None;
        }
        let mut left = at;
        let opener = loop {
            let item = self.phrase_at(self.before(left)?).and_then(bare).filter(|item| item.first > first)?;
            left = item.first - 1;
            match self.tag(left) {
                Tag::Comma | Tag::Coordinator => {}
                Tag::Preposition => break left,
                _ => return None,
            }
        };
        let word = |at: usize| self.tokens[at].span.of(self.text);
        let such = word(opener).eq_ignore_ascii_case("as") && word(opener - 1).eq_ignore_ascii_case("such");
        let opens = such || ["including", "like"].iter().any(|opens| word(opener).eq_ignore_ascii_case(opens));
        let start = if self.tag(at + 1) == Tag::Coordinator { at + 2 } else { at + 1 };
        let next = self.phrase_at(start).filter(|_| opens)?;
        // "all states, including Fiji, Peru and their friends"
        let among = self.phrase_at(opener + 1).is_some_and(named).then_some(&self.phrases()[next]);
        let item = bare(next).or(among).filter(|item| item.first == start)?;
        let verb = self.unit(self.over_adverbs(item.last + 1));
        let clause = matches!(verb, Some(Unit::Group(group)) if self.groups()[group].form == Form::Finite);
        let closes = matches!(self.tag(item.last + 1), Tag::Comma | Tag::Coordinator | Tag::Stop | Tag::Preposition);
        (!clause && closes).then_some(item.last)
    }

    /// "a cell to ease work on border checks, prisoner swaps and trade": the end of the next bare item after the comma or
    /// coordinator at `at`, where the items before it hang on a preposition behind a verb that says more of the head;
    /// "a state with one army, one flag and one law": where the same number counts each.
    fn next_inside(&self, first: usize, at: usize) -> Option<usize> {
        let start = if self.tag(at + 1) == Tag::Coordinator { at + 2 } else { at + 1 };
        let next = self.phrase_at(start).filter(|&next| self.phrases()[next].first == start)?;
        let acts = self.group_at(first).map(|group| self.groups()[group].last);
        if acts.is_none() && self.tag(first) != Tag::Determiner || self.begins_clause(next) {
            return None;
        }
        let number = self.tokens[start].word;
        let counted = |at: usize| self.tag(at) == Tag::Number && self.tokens[at].word == number;
        let item = |phrase: usize| {
            let found = &self.phrases()[phrase];
            let bare = !self.determined(found.first) && found.possessor.is_none() && !self.is_time_phrase(phrase);
            (counted(found.first) || bare && self.tag(found.head) != Tag::Proper).then_some(found)
        };
        let found = item(next)?;
        let mut left = self.phrases()[self.phrase_at(self.before(at)?)?].first;
        while left > first && matches!(self.tag(left - 1), Tag::Comma | Tag::Coordinator) {
            let before = self.phrase_at(self.before(left - 1)?)?;
            let lowest = self.phrases()[before].first;
            let opens = lowest > first && self.tag(lowest - 1) == Tag::Preposition;
            left = if opens { lowest } else { item(before)?.first };
        }
        let hangs = left > first && self.tag(left - 1) == Tag::Preposition;
        let inside = acts.map_or(first, |last| last + 1);
        let verb = || (inside..left).any(|at| matches!(self.unit(at), Some(Unit::Group(_))));
        let joined = start > at + 1
            || self.tag(at) == Tag::Coordinator
            || (found.last + 1..self.tokens.len()).take(14).any(|i| self.tag(i) == Tag::Coordinator);
        let closes = matches!(self.tag(found.last + 1), Tag::Comma | Tag::Coordinator | Tag::Stop | Tag::Preposition);
        let low = hangs && joined && closes && (counted(start) && counted(left) || !counted(start) && verb());
        low.then_some(found.last)
    }

    /// The comma that closes an insertion of a few words without a verb, after which a phrase goes on.
    pub(super) fn insertion_close(&self, at: usize) -> Option<usize> {
        let starts = matches!(self.tag(at + 1), Tag::Preposition | Tag::Adverb | Tag::Subordinator);
        let close = (at + 1..self.tokens.len()).take(8).find(|&i| self.tag(i) == Tag::Comma)?;
        let plain = (at + 1..close).all(|i| self.tensed_at(i).is_none() && self.tag(i) != Tag::Stop);
        let goes_on = matches!(self.tag(close + 1), Tag::Preposition | Tag::Noun | Tag::Plural | Tag::To | Tag::Proper);
        let report = self.unit(close + 1).is_some_and(|unit| match unit {
            Unit::Phrase(phrase) => matches!(self.unit(self.phrases()[phrase].last + 1), Some(Unit::Group(_))),
            _ => false,
        });
        (starts && plain && goes_on && !report && !self.opens_condition(at + 1)).then_some(close)
    }

    /// Tells whether the comma at `at` follows a bare noun that hangs on a preposition ("such as energy, health …").
    pub(super) fn in_low_list(&self, first: usize, at: usize) -> bool {
        let Some(Unit::Phrase(phrase)) = at.checked_sub(1).and_then(|before| self.unit(before)) else { return false };
        let found = &self.phrases()[phrase];
        found.first > first
            && (found.first == found.head || self.is_collective(found))
            && matches!(self.tag(found.first.saturating_sub(1)), Tag::Preposition | Tag::Comma)
            && self.tag(found.head) != Tag::Pronoun
    }

    /// An item of a list that hangs low: a short phrase, followed by a comma, a coordinator or the end.
    pub(super) fn low_item(&self, at: usize, comma: bool) -> Option<usize> {
        let start = if self.tag(at) == Tag::Coordinator { at + 1 } else { at };
        let Unit::Phrase(phrase) = self.unit(self.over_open(start))? else { return None };
        let found = &self.phrases()[phrase];
        let next = self.tag(found.last + 1);
        let listed = matches!(next, Tag::Comma | Tag::Coordinator | Tag::Stop | Tag::Close) || start > at || !comma;
        let verb = self.unit(self.over_adverbs(found.last + 1));
        let clause = matches!(verb, Some(Unit::Group(group)) if self.groups()[group].form == Form::Finite)
            || self.begins_clause(phrase);
        let more = start > at
            || (self.tag(found.last + 1) == Tag::Coordinator)
            || (found.last + 1..self.tokens.len()).take(14).any(|i| self.tag(i) == Tag::Coordinator);
        // "women, the elderly and children"
        let people = self.tag(found.head) == Tag::Plural && !self.determined(found.first) && found.possessor.is_none();
        let listed_people = self.before(at).and_then(|before| self.phrase_at(before)).is_some_and(|before| {
            let before = &self.phrases()[before];
            self.tag(before.head) == Tag::Plural || self.is_collective(before)
        });
        let closes = start > at && people && listed_people;
        let bare = (found.first == found.head || closes || self.is_collective(found)) && next != Tag::Preposition;
        (bare && listed && more && !clause && !self.is_time_phrase(phrase)).then_some(found.last)
    }

    /// "the elderly", "the wounded": people, by an adjective alone.
    fn is_collective(&self, phrase: &Phrase) -> bool {
        let words = words!["dead", "disabled", "elderly", "ill", "injured", "sick", "wounded", "young"];
        phrase.first + 1 == phrase.head && self.reads(phrase.head, words)
    }

    /// "…, but Peru and Fiji refused": tells whether a phrase is the first of the subjects of a later verb.
    fn begins_clause(&self, phrase: usize) -> bool {
        let last = self.phrases()[phrase].last;
        self.nodes().iter().zip(self.groups()).any(|(node, group)| {
            let subjects = node.subjects();
            group.form == Form::Finite
                && group.first > last
                && subjects.len() > 1
                && subjects.iter().min() == Some(&phrase)
                && node.link != Link::Relative
        })
    }

    /// A coordinator is passed where what follows is no conjunct of the whole stretch.
    pub(super) fn over_coordinator(&self, first: usize, at: usize, grows: Grows) -> Option<usize> {
        if let Some(item) = self.next_example(first, at).or_else(|| self.next_inside(first, at)) {
            return Some(item);
        }
        // "… but the bank refused": "but" joins two things only where the first is denied.
        let turns = self.tokens[at].span.of(self.text).eq_ignore_ascii_case("but");
        if turns && self.phrase_at(at + 1).is_some() && (first..at).all(|i| self.tag(i) != Tag::Negation) {
            return None;
        }
        let next = self.over_open(self.over_adverbs(at + 1));
        match self.unit(next)? {
            Unit::Group(group) => {
                let found = &self.groups()[group];
                let level = self.nodes()[group].parent.is_some_and(|parent| self.groups()[parent].first >= first);
                let clause = grows == Grows::Clause && level && found.has_tense();
                // "while rejecting patrols and demanding a fee": the gerund goes on one that governs the stretch.
                let node = &self.nodes()[group];
                let outer = node.parent.filter(|_| node.link == Link::Coordinate).map(|parent| self.groups()[parent]);
                let above = outer.is_some_and(|outer| outer.form == Form::Gerund && outer.last < first);
                let inner = found.form == Form::Gerund && grows != Grows::Act && !above;
                (clause || inner).then_some(found.last)
            }
            Unit::Phrase(phrase) => {
                let found = &self.phrases()[phrase];
                let verb = self.unit(self.over_adverbs(found.last + 1));
                let tensed = matches!(verb, Some(Unit::Group(group)) if self.groups()[group].form == Form::Finite);
                if tensed
                    || self.begins_clause(phrase)
                    || matches!(self.tag(found.head), Tag::Pronoun) && grows == Grows::Phrase
                {
                    return None;
                }
                let low = grows != Grows::Phrase || self.hangs_low(first, at, phrase);
                low.then_some(found.last)
            }
            Unit::None => match self.tag(next) {
                Tag::Preposition if grows != Grows::Phrase || self.same_preposition(first, at, next) => {
                    self.over_preposition(next, grows)
                }
                Tag::Adjective if grows != Grows::Phrase => Some(next),
                Tag::Subordinator if grows == Grows::Clause => self.second_clause(first, next),
                _ => None,
            },
        }
    }

    /// "that A and that B": the end of the verb whose clause the word at `opener` opens beside one of the stretch.
    fn second_clause(&self, first: usize, opener: usize) -> Option<usize> {
        let at = self.nodes().iter().position(|node| node.opener == Some(opener) && node.link == Link::Coordinate)?;
        let parent = self.nodes()[at].parent?;
        (self.groups()[parent].first >= first).then(|| self.groups()[at].last)
    }

    /// "between … and", "on A and on B": a second prepositional phrase of the same phrase.
    pub(super) fn same_preposition(&self, first: usize, at: usize, next: usize) -> bool {
        (first..at).any(|i| self.tokens[i].lemma == self.tokens[next].lemma)
    }

    /// Tells whether the phrase after the coordinator at `at` belongs to the phrase just before it, which itself
    /// hangs on the head of the stretch, rather than to the head.
    pub(super) fn hangs_low(&self, first: usize, at: usize, right: usize) -> bool {
        let Some(Unit::Phrase(low)) = self.before(at).and_then(|before| self.unit(before)) else { return false };
        let (low, right) = (&self.phrases()[low], &self.phrases()[right]);
        if low.first <= first
            || self.tag(low.first.saturating_sub(1)) == Tag::Comma && !self.in_low_list(first, low.first)
        {
            // "of women, the elderly, and ill hostages"
            let bare = low.first == low.head || self.is_collective(low);
            let closes = right.first == right.head
                || self.tag(right.head) == Tag::Plural && !self.determined(right.first) && right.possessor.is_none();
            return low.first > first && bare && closes;
        }
        // "the line that parted Swiss and Austrian forces"
        let demonym = |at: usize| self.tokens[at].capital && matches!(self.tag(at), Tag::Noun | Tag::Adjective);
        let alone = low.first == low.head && low.head + 1 == at && right.first < right.head;
        if alone && demonym(low.head) && demonym(right.first) {
            return true;
        }
        if (first..at).any(|i| self.tokens[i].lemma == named::BETWEEN) {
            return true;
        }
        // "from the port and the other docks"
        let other = self.tokens[right.first].word == named::THE && self.reads(right.first + 1, words!["other"]);
        if other {
            return true;
        }
        let comma = at.checked_sub(1).is_some_and(|before| self.tag(before) == Tag::Comma);
        let bare = |phrase: &Phrase| {
            !matches!(self.tag(phrase.first), Tag::Determiner | Tag::Possessive) && phrase.possessor.is_none()
        };
        let own_complement =
            self.tag(right.last + 1) == Tag::Preposition && self.tokens[right.last + 1].lemma != named::IN;
        let same_number = self.tag(low.head) == self.tag(right.head);
        // "of EU and Indian clerks near the port", "over Riga and Vilnius on a Sunday"
        let named = self.tag(low.head) == Tag::Proper && low.first == low.head && !comma;
        if named && bare(right) && self.tag(low.first.saturating_sub(1)) == Tag::Preposition {
            return true;
        }
        // "talks with Oslo and the Faroe Islands"
        let proper = |phrase: &Phrase| self.tag(phrase.head) == Tag::Proper;
        let both = proper(low) && proper(right) && !comma && self.tag(first) != Tag::Proper;
        if both && self.tag(low.first.saturating_sub(1)) == Tag::Preposition {
            return true;
        }
        // "a package that would include purchases of wheat and soybeans"
        let verb = |at: usize| match self.unit(at) {
            Some(Unit::Group(group)) => self.groups()[group].form == Form::Finite || !self.determined(low.first),
            _ => false,
        };
        let described = self.determined(first) && (first..low.first).any(verb);
        if described && bare(low) && bare(right) && !comma && !own_complement {
            return true;
        }
        // "a truce during which Chad would free ten men and half of the women"
        let counted = |phrase: &Phrase| {
            self.tag(phrase.first) == Tag::Number || self.reads(phrase.first, words!["half", "most", "some", "several"])
        };
        if described && counted(low) && counted(right) && !comma && self.tag(first) != Tag::Number {
            return true;
        }
        match (bare(low), bare(right)) {
            (true, true) => !comma && !own_complement && (same_number || self.tag(low.head) == Tag::Proper),
            (false, false) => !comma && !self.determined(first) && !own_complement,
            // "the filling and operation of the dam": one article for both
            (false, true) if self.tokens[low.first].word == named::THE && right.first == right.head => {
                !comma && same_number && self.tag(right.head) == Tag::Noun
            }
            (false, true) => !comma && !own_complement && same_number,
            (true, false) => false,
        }
    }

    pub(super) fn determined(&self, at: usize) -> bool {
        matches!(self.tag(at), Tag::Determiner | Tag::Possessive | Tag::Number)
    }
}
