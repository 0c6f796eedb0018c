//! Right edges: how far a noun phrase, a verb phrase or a clause goes, and where its conjuncts are.
//!
//! A stretch is an inclusive range of tokens. Final punctuation, closing time adverbials and stray
//! prepositions are left out of it.

use super::classes::Class;
use super::clause::Link;
use super::parse::Parse;
use super::phrase::{Form, Unit};
use super::Tag;

/// An inclusive range of tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// The first token.
    pub first: usize,
    /// The last token.
    pub last: usize,
}

impl Stretch {
    /// Tells whether token `at` lies inside.
    #[must_use]
    pub fn contains(self, at: usize) -> bool {
        self.first <= at && at <= self.last
    }
}

/// What a stretch is grown from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Grows {
    /// A noun phrase.
    Phrase,
    /// A verb phrase without tense.
    Act,
    /// A clause.
    Clause,
}

impl Parse<'_> {
    /// Returns the noun phrase, or gerund phrase, that begins at token `at`, with all that hangs on it.
    #[must_use]
    pub fn thing(&self, at: usize) -> Option<Stretch> {
        let first = self.over_open(at);
        match self.unit(first)? {
            Unit::Phrase(phrase) if self.phrases()[phrase].first == first => {
                Some(self.grow(first, self.phrases()[phrase].last, Grows::Phrase))
            }
            Unit::Group(group) if self.groups()[group].form == Form::Gerund => {
                Some(self.grow(first, self.groups()[group].last, Grows::Act))
            }
            _ => None,
        }
    }

    /// Returns the verb phrase of the infinitive, bare or gerund group that begins at token `at`, without "to".
    #[must_use]
    pub fn act(&self, at: usize) -> Option<Stretch> {
        let Unit::Group(found) = self.unit(at)? else { return None };
        let group = &self.groups()[found];
        if group.form == Form::Finite || group.first != at {
            return None;
        }
        let first = if self.tokens[at].tag == Tag::To { at + 1 } else { at };
        Some(self.grow(first, group.last, Grows::Act))
    }

    /// Returns the clause that begins at token `at` (after "that"): subject, verb and what follows.
    #[must_use]
    pub fn clause(&self, at: usize) -> Option<Stretch> {
        let first = self.over_open(at);
        let verb = (first..self.tokens.len())
            .take_while(|&i| !matches!(self.tokens[i].tag, Tag::Stop | Tag::Colon))
            .find_map(|i| self.tensed_at(i))?;
        Some(self.grow(first, self.groups()[verb].last, Grows::Clause))
    }

    /// Returns the conjuncts of the noun phrase at token `at`: one stretch each.
    #[must_use]
    pub fn things(&self, at: usize) -> Vec<Stretch> {
        self.list(self.thing(at), |parse, next, first| parse.next_thing(next, first))
    }

    /// Returns the conjuncts of the verb phrase at token `at`: one stretch each.
    #[must_use]
    pub fn acts(&self, at: usize) -> Vec<Stretch> {
        self.list(self.act(at), |parse, next, first| parse.next_act(next, first))
    }

    /// Returns the clauses from token `at` on, one stretch a conjunct: "that Israel withdraw and release …".
    #[must_use]
    pub fn clauses(&self, at: usize) -> Vec<Stretch> {
        let Some(whole) = self.clause(at) else { return Vec::new() };
        let Some(first) = (whole.first..=whole.last).find_map(|i| self.tensed_at(i)) else { return vec![whole] };
        let mut found = Vec::new();
        let mut start = whole.first;
        for group in first + 1..self.groups().len() {
            let node = &self.nodes()[group];
            let verb = self.groups()[group].first;
            if verb > whole.last {
                break;
            }
            if node.link != Link::Coordinate || !(self.groups()[group].has_tense()) {
                continue;
            }
            let subject = node.subjects().iter().min().map(|&phrase| self.phrases()[phrase].first);
            let begin = subject.filter(|&subject| subject > start && subject < verb && self.coordinated_before(subject)).unwrap_or(verb);
            let Some(end) = begin.checked_sub(1).and_then(|end| self.before_coordinator(end)) else { continue };
            if end > start {
                found.push(Stretch { first: start, last: end });
                start = begin;
            }
        }
        found.push(Stretch { first: start, last: whole.last });
        found
    }

    fn coordinated_before(&self, at: usize) -> bool {
        at > 0 && matches!(self.tag(at - 1), Tag::Coordinator | Tag::Comma | Tag::Subordinator)
    }

    /// The last token before "and that", ", and", "and" that ends at `at`.
    fn before_coordinator(&self, at: usize) -> Option<usize> {
        let mut at = at;
        while matches!(self.tag(at), Tag::Coordinator | Tag::Comma | Tag::Adverb | Tag::Subordinator) {
            at = at.checked_sub(1)?;
        }
        Some(at)
    }

    /// The comma that closes an aside opened by the comma at `at` ("agreed, after long talks, to").
    #[must_use]
    pub fn aside(&self, at: usize) -> Option<usize> {
        let close = (at + 1..self.tokens.len()).take(12).find(|&i| self.tag(i) == Tag::Comma)?;
        let goes_on = matches!(self.tag(close + 1), Tag::To | Tag::Subordinator | Tag::Preposition);
        let opened = matches!(self.tag(at + 1), Tag::Preposition | Tag::Adverb | Tag::Subordinator | Tag::Gerund);
        let report = self.phrase_at(at + 1).is_some_and(|phrase| {
            self.group_at(self.phrases()[phrase].last + 1).is_some_and(|group| self.groups()[group].last + 1 == close)
        });
        (goes_on && (opened || report)).then_some(close)
    }

    /// Collects conjuncts after `first`: items after commas count only where a coordinator closes the list.
    fn list(
        &self,
        first: Option<Stretch>,
        next: impl Fn(&Self, usize, Stretch) -> Option<Stretch>,
    ) -> Vec<Stretch> {
        let Some(first) = first else { return Vec::new() };
        let mut found = vec![first];
        let mut sure = 1;
        let mut at = self.after(first.last);
        while found.len() < 12 {
            if let Some(item) = self.alongside(at) {
                found.push(item);
                sure = found.len();
                at = self.after(item.last);
                continue;
            }
            let (coordinator, start) = match (self.tag(at), self.tag(at + 1)) {
                (Tag::Comma | Tag::Dash, Tag::Coordinator) => (true, at + 2),
                (Tag::Coordinator, _) => (true, at + 1),
                (Tag::Comma, _) => (false, at + 1),
                _ => break,
            };
            if coordinator && !self.joins(if self.tag(at) == Tag::Coordinator { at } else { at + 1 }) {
                break;
            }
            let start = self.over_adverbs(start);
            let again = first.first > 0 && self.tag(start) == Tag::Preposition && self.lemma(start) == self.lemma(first.first - 1);
            let Some(item) = next(self, start + usize::from(again), first) else { break };
            found.push(item);
            if coordinator {
                sure = found.len();
            }
            at = self.after(item.last);
        }
        found.truncate(sure);
        found
    }

    /// ", alongside X", ", as well as X", ", along with X": a further conjunct.
    fn alongside(&self, at: usize) -> Option<Stretch> {
        let start = if self.tag(at) == Tag::Comma { at + 1 } else { at };
        let text = |i: usize| self.tokens.get(i).map_or("", |token| token.span.of(self.text));
        let is = |words: &[&str]| words.iter().enumerate().all(|(i, word)| text(start + i).eq_ignore_ascii_case(word));
        let opened = [&["alongside"][..], &["as", "well", "as"], &["along", "with"], &["together", "with"], &["in", "addition", "to"]];
        let including = start > at && text(start).eq_ignore_ascii_case("including");
        let words = if including { &["including"][..] } else { opened.into_iter().find(|words| is(words))? };
        self.thing(start + words.len())
    }

    /// "and" and "or" join; "but" and "nor" turn.
    fn joins(&self, coordinator: usize) -> bool {
        let text = self.tokens[coordinator].span.of(self.text);
        text.eq_ignore_ascii_case("and") || text.eq_ignore_ascii_case("or") || text == "&"
    }

    /// The token after a conjunct that ends at `last`: trimmed adverbials and quotation marks passed over.
    fn after(&self, last: usize) -> usize {
        let mut at = last + 1;
        while matches!(self.tag(at), Tag::Close | Tag::Adverb) || (self.tag(at) == Tag::Preposition && self.is_time_at(at + 1)) {
            at = match self.unit(at + 1) {
                Some(Unit::Phrase(phrase)) if self.tag(at) == Tag::Preposition => self.phrases()[phrase].last + 1,
                _ => at + 1,
            };
        }
        at
    }

    fn next_thing(&self, at: usize, first: Stretch) -> Option<Stretch> {
        let item = self.thing(at)?;
        let start = self.over_open(at);
        if let Unit::Phrase(phrase) = self.unit(start)? {
            if self.is_time_phrase(phrase) || matches!(self.tokens[self.phrases()[phrase].head].tag, Tag::Pronoun) {
                return None;
            }
        } else if self.tag(first.first) != Tag::Gerund {
            return None;
        }
        let next = self.unit(self.over_adverbs(item.last + 1));
        match next {
            Some(Unit::Group(group)) if self.groups()[group].form == Form::Finite => None,
            _ => Some(item),
        }
    }

    fn next_act(&self, at: usize, first: Stretch) -> Option<Stretch> {
        let Unit::Group(found) = self.unit(at)? else { return None };
        let group = &self.groups()[found];
        let gerund = self.tag(first.first) == Tag::Gerund;
        let fits = match group.form {
            Form::Gerund => gerund,
            Form::Bare | Form::Infinitive => !gerund,
            _ => false,
        };
        if fits { self.act(group.first) } else { None }
    }

    /// Grows a stretch from `first` whose core ends at `last`.
    fn grow(&self, first: usize, last: usize, grows: Grows) -> Stretch {
        let mut end = last;
        while let Some(next) = self.step(first, end, grows) {
            if next <= end {
                break;
            }
            end = next;
        }
        Stretch { first, last: self.trim(first, end, last) }
    }

    /// Returns the end of the stretch when the next unit is taken in, or nothing where it stops.
    fn step(&self, first: usize, end: usize, grows: Grows) -> Option<usize> {
        let at = end + 1;
        let tag = self.tokens.get(at)?.tag;
        match tag {
            Tag::Close => (self.opens_inside(first, end)).then_some(at),
            Tag::Open => self.after_open(at, grows),
            Tag::Preposition => self.over_preposition(at, grows),
            Tag::Adverb | Tag::Negation | Tag::Number | Tag::Symbol => (!self.opens_condition(at)).then_some(at),
            Tag::Adjective => Some(at),
            Tag::OpenBracket => (at..self.tokens.len()).take(14).find(|&i| self.tag(i) == Tag::CloseBracket),
            Tag::Dash => self.over_dashes(at),
            Tag::Comma => self.over_comma(first, at, grows),
            Tag::Coordinator => self.over_coordinator(first, at, grows),
            Tag::Relative => self.over_clause(at),
            Tag::Subordinator => self.over_subordinator(at, grows),
            _ => self.over_unit(at, grows),
        }
    }

    fn over_unit(&self, at: usize, grows: Grows) -> Option<usize> {
        match self.unit(at)? {
            Unit::Group(group) => {
                let found = &self.groups()[group];
                match found.form {
                    Form::Finite => None,
                    Form::Bare if grows == Grows::Phrase => None,
                    _ => Some(found.last),
                }
            }
            Unit::Phrase(phrase) => {
                let last = self.phrases()[phrase].last;
                if self.is_time_phrase(phrase) {
                    return Some(last);
                }
                let verb = self.over_adverbs(last + 1);
                match self.unit(verb) {
                    Some(Unit::Group(group)) if self.groups()[group].form == Form::Finite => {
                        let bound = self.nodes()[group].link;
                        matches!(bound, Link::Relative | Link::Complement).then_some(self.groups()[group].last)
                    }
                    _ => {
                        let object = at > 0 && matches!(self.unit(at - 1), Some(Unit::Group(_)));
                        (object || grows != Grows::Phrase).then_some(last)
                    }
                }
            }
            Unit::None => None,
        }
    }

    fn after_open(&self, at: usize, grows: Grows) -> Option<usize> {
        match self.unit(at + 1)? {
            Unit::Phrase(phrase) if grows != Grows::Phrase => Some(self.phrases()[phrase].last),
            Unit::Group(group) if grows != Grows::Phrase => Some(self.groups()[group].last),
            _ => None,
        }
    }

    /// A preposition and the phrase, gerund or clause after it.
    fn over_preposition(&self, at: usize, grows: Grows) -> Option<usize> {
        let word = self.tokens[at].lemma;
        if self.classes().is(word, Class::Circumstance) && !self.is_joined_preposition(at) {
            return None;
        }
        let next = self.over_open(self.over_adverbs(at + 1));
        match self.unit(next)? {
            Unit::Phrase(phrase) => Some(self.phrases()[phrase].last),
            Unit::Group(group) if self.groups()[group].form == Form::Gerund => Some(self.groups()[group].last),
            Unit::Group(_) => None,
            Unit::None => match self.tag(next) {
                Tag::Relative => self.over_clause(next),
                Tag::Preposition => self.over_preposition(next, grows),
                Tag::Subordinator if self.classes().is(self.tokens[next].word, Class::Content) => Some(next),
                Tag::Adjective | Tag::Adverb | Tag::Number => Some(next),
                _ => (grows != Grows::Phrase).then_some(at),
            },
        }
    }

    /// "as" in "such as", "as well as".
    fn is_joined_preposition(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| {
            let text = self.tokens[before].span.of(self.text);
            text.eq_ignore_ascii_case("such") || text.eq_ignore_ascii_case("well") || text.eq_ignore_ascii_case("described")
        })
    }

    /// "- particularly the Druze -": an insertion between dashes after which the sentence goes on.
    fn over_dashes(&self, at: usize) -> Option<usize> {
        let close = (at + 1..self.tokens.len())
            .take(16)
            .take_while(|&i| self.tag(i) != Tag::Stop)
            .find(|&i| self.tag(i) == Tag::Dash)?;
        let inside = (at + 1..close).any(|i| self.tensed_at(i).is_some());
        let goes_on = matches!(
            self.tag(close + 1),
            Tag::Coordinator | Tag::Preposition | Tag::Noun | Tag::Plural | Tag::Adjective | Tag::To
        );
        (!inside && goes_on).then_some(close)
    }

    /// A comma is passed where a list of bare nouns or an insertion goes on after it.
    fn over_comma(&self, first: usize, at: usize, grows: Grows) -> Option<usize> {
        if let Some(close) = self.insertion_close(at) {
            return Some(close);
        }
        if grows == Grows::Phrase && !self.in_low_list(first, at) {
            return None;
        }
        self.low_item(at + 1, true)
    }

    /// The comma that closes an insertion of a few words without a verb, after which a phrase goes on.
    fn insertion_close(&self, at: usize) -> Option<usize> {
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
    fn in_low_list(&self, first: usize, at: usize) -> bool {
        let Some(Unit::Phrase(phrase)) = at.checked_sub(1).and_then(|before| self.unit(before)) else { return false };
        let found = &self.phrases()[phrase];
        found.first > first && found.first == found.head && matches!(self.tag(found.first.saturating_sub(1)), Tag::Preposition | Tag::Comma)
            && self.tag(found.head) != Tag::Pronoun
    }

    /// An item of a list that hangs low: a short phrase, followed by a comma, a coordinator or the end.
    fn low_item(&self, at: usize, comma: bool) -> Option<usize> {
        let start = if self.tag(at) == Tag::Coordinator { at + 1 } else { at };
        let Unit::Phrase(phrase) = self.unit(self.over_open(start))? else { return None };
        let found = &self.phrases()[phrase];
        let next = self.tag(found.last + 1);
        let listed = matches!(next, Tag::Comma | Tag::Coordinator | Tag::Stop | Tag::Close) || start > at || !comma;
        let verb = self.unit(self.over_adverbs(found.last + 1));
        let clause = matches!(verb, Some(Unit::Group(group)) if self.groups()[group].form == Form::Finite);
        let more = start > at || (self.tag(found.last + 1) == Tag::Coordinator) || (found.last + 1..self.tokens.len()).take(14).any(|i| self.tag(i) == Tag::Coordinator);
        let bare = found.first == found.head && next != Tag::Preposition;
        (bare && listed && more && !clause && !self.is_time_phrase(phrase)).then_some(found.last)
    }

    /// A coordinator is passed where what follows is no conjunct of the whole stretch.
    fn over_coordinator(&self, first: usize, at: usize, grows: Grows) -> Option<usize> {
        let next = self.over_open(self.over_adverbs(at + 1));
        match self.unit(next)? {
            Unit::Group(group) => {
                let found = &self.groups()[group];
                let level = self.nodes()[group].parent.is_some_and(|parent| self.groups()[parent].first >= first);
                let clause = grows == Grows::Clause && level && found.has_tense();
                let inner = found.form == Form::Gerund && grows != Grows::Act;
                (clause || inner).then_some(found.last)
            }
            Unit::Phrase(phrase) => {
                let found = &self.phrases()[phrase];
                let verb = self.unit(self.over_adverbs(found.last + 1));
                let tensed = matches!(verb, Some(Unit::Group(group)) if self.groups()[group].form == Form::Finite);
                if tensed || matches!(self.tag(found.head), Tag::Pronoun) && grows == Grows::Phrase {
                    return None;
                }
                let low = grows != Grows::Phrase || self.hangs_low(first, at, phrase);
                low.then_some(found.last)
            }
            Unit::None => match self.tag(next) {
                Tag::Preposition if grows != Grows::Phrase || self.same_preposition(first, at, next) => self.over_preposition(next, grows),
                Tag::Adjective if grows != Grows::Phrase => Some(next),
                _ => None,
            },
        }
    }

    /// "between … and", "on A and on B": a second prepositional phrase of the same phrase.
    fn same_preposition(&self, first: usize, at: usize, next: usize) -> bool {
        (first..at).any(|i| self.tokens[i].lemma == self.tokens[next].lemma)
    }

    /// Tells whether the phrase after the coordinator at `at` belongs to the phrase just before it, which itself
    /// hangs on the head of the stretch, rather than to the head.
    fn hangs_low(&self, first: usize, at: usize, right: usize) -> bool {
        let Some(Unit::Phrase(low)) = self.before(at).and_then(|before| self.unit(before)) else { return false };
        let (low, right) = (&self.phrases()[low], &self.phrases()[right]);
        if low.first <= first || self.tag(low.first.saturating_sub(1)) == Tag::Comma && !self.in_low_list(first, low.first) {
            return low.first > first && low.first == low.head && right.first == right.head;
        }
        if (first..at).any(|i| self.tokens[i].lemma == self.words().between) {
            return true;
        }
        let comma = at.checked_sub(1).is_some_and(|before| self.tag(before) == Tag::Comma);
        let bare = |phrase: &super::phrase::Phrase| !matches!(self.tag(phrase.first), Tag::Determiner | Tag::Possessive) && phrase.possessor.is_none();
        let own_complement = self.tag(right.last + 1) == Tag::Preposition && self.tokens[right.last + 1].lemma != self.words().in_;
        let same_number = self.tag(low.head) == self.tag(right.head);
        match (bare(low), bare(right)) {
            (true, true) => !comma && !own_complement && (same_number || self.tag(low.head) == Tag::Proper),
            (false, false) => !comma && !self.determined(first) && !own_complement,
            (false, true) => !comma && !own_complement && same_number,
            (true, false) => false,
        }
    }

    fn determined(&self, at: usize) -> bool {
        matches!(self.tag(at), Tag::Determiner | Tag::Possessive | Tag::Number)
    }

    /// A relative clause: to the end of its verb; what follows is taken step by step.
    fn over_clause(&self, at: usize) -> Option<usize> {
        (at + 1..self.tokens.len())
            .take_while(|&i| !matches!(self.tag(i), Tag::Comma | Tag::Stop | Tag::Colon))
            .find_map(|i| self.tensed_at(i))
            .map(|group| self.groups()[group].last)
    }

    fn over_subordinator(&self, at: usize, grows: Grows) -> Option<usize> {
        let word = self.tokens[at].word;
        if self.classes().is(word, Class::Content) {
            return self.over_clause(at).or(Some(at));
        }
        let words = self.words();
        let kept = [words.until, words.before, words.where_, words.so].contains(&word);
        (kept && grows != Grows::Phrase).then(|| self.over_clause(at)).flatten()
    }

    /// "only if", "only after", "if", "unless": what follows is a condition and no part of the content.
    fn opens_condition(&self, at: usize) -> bool {
        self.tokens[at].word == self.words().only && matches!(self.tag(at + 1), Tag::Subordinator | Tag::Preposition)
    }

    fn opens_inside(&self, first: usize, end: usize) -> bool {
        let depth = (first..=end).fold(0_i32, |depth, i| match self.tag(i) {
            Tag::Open => depth + 1,
            Tag::Close => depth - 1,
            _ => depth,
        });
        depth > 0
    }

    /// Leaves out closing time adverbials, prepositions, marks and adverbs of `first..=end`; the core, which ends
    /// at `core`, stays.
    fn trim(&self, first: usize, end: usize, core: usize) -> usize {
        let mut end = end;
        while end > core {
            end = match self.tag(end) {
                Tag::Comma | Tag::Dash | Tag::Coordinator | Tag::Open | Tag::Stop | Tag::Colon | Tag::Preposition | Tag::Subordinator => end - 1,
                Tag::Close if !self.opens_inside(first, end - 1) => end - 1,
                _ => match self.unit(end) {
                    Some(Unit::Phrase(phrase)) if self.is_day(phrase) && self.phrases()[phrase].first > core => {
                        self.phrases()[phrase].first - 1
                    }
                    _ => break,
                },
            };
        }
        end
    }

    /// "Friday", "last week": when something was said rather than when it is to be done.
    fn is_day(&self, phrase: usize) -> bool {
        self.is_time_phrase(phrase) && {
            let found = &self.phrases()[phrase];
            self.tokens[found.head].capital && found.first == found.head
        }
    }
}
