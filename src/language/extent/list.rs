//! The conjuncts of a stretch: what a comma or a coordinator sets beside it on the same level.

use super::super::Tag;
use super::super::clause::Link;
use super::super::parse::Parse;
use super::super::phrase::{Form, Unit};
use super::Stretch;
use crate::language::named;
use crate::language::word_list::words;

impl Parse<'_> {
    pub(super) fn coordinated_before(&self, at: usize) -> bool {
        at > 0 && matches!(self.tag(at - 1), Tag::Coordinator | Tag::Comma | Tag::Subordinator)
    }

    /// The last token before "and that", ", and", "and" that ends at `at`.
    pub(super) fn before_coordinator(&self, at: usize) -> Option<usize> {
        let mut at = at;
        while matches!(self.tag(at), Tag::Coordinator | Tag::Comma | Tag::Adverb | Tag::Subordinator) {
            at = at.checked_sub(1)?;
        }
        Some(at)
    }

    /// Collects conjuncts after `first`: items after commas count only where a coordinator closes the list.
    pub(super) fn list(
        &self,
        first: Option<Stretch>,
        next: impl Fn(&Self, usize, Stretch) -> Option<Stretch>,
    ) -> Vec<Stretch> {
        let Some(first) = first else { return Vec::new() };
        let mut found = vec![first];
        let mut sure = 1;
        let mut at = self.after(first.last);
        let mut semicolons = false;
        while found.len() < 12 {
            // "closer ties with the West, particularly Peru, and trade": one of those just named
            let among =
                self.tag(at) == Tag::Comma && self.reads(at + 1, words!["especially", "notably", "particularly"]);
            if among
                && let Some(item) = self.thing(at + 2)
                && let Some(whole) = found.last_mut()
            {
                whole.last = item.last;
                at = self.after(item.last);
                continue;
            }
            if let Some(item) = self.alongside(at) {
                match found.last_mut().filter(|_| self.is_instance(at, item)) {
                    Some(whole) => whole.last = item.last,
                    None => found.push(item),
                }
                sure = found.len();
                at = self.after(item.last);
                continue;
            }
            // "the fee; a cap on freight; and the route": a list that semicolons part is closed behind one.
            let parted = self.is_semicolon(at);
            if semicolons && !parted {
                // "…; and keep calm and free all sailors": one item of two
                let joined = self.tag(at) == Tag::Coordinator && self.joins(at);
                let second = if joined { next(self, at + 1, first) } else { None };
                let (Some(second), Some(item)) = (second, found.last_mut()) else { break };
                item.last = second.last;
                at = self.after(second.last);
                continue;
            }
            semicolons = parted;
            let (coordinator, start) = match (self.tag(at), self.tag(at + 1)) {
                (Tag::Colon, Tag::Coordinator) if parted => (true, at + 2),
                (Tag::Colon, _) if parted => (false, at + 1),
                (Tag::Comma | Tag::Dash, Tag::Coordinator) => (true, at + 2),
                (Tag::Coordinator, _) => (true, at + 1),
                (Tag::Comma, _) => (false, at + 1),
                _ => break,
            };
            if coordinator && !self.joins(if self.tag(at) == Tag::Coordinator { at } else { at + 1 }) {
                break;
            }
            // "a share, and not much cash"
            if self.tag(start) == Tag::Negation {
                break;
            }
            let start = self.over_adverbs(start);
            if coordinator && self.is_fraction(start) && self.tag(first.last) == Tag::Number && found.len() == 1 {
                // "three and a half"
                let last = start + 1;
                found[0] = Stretch { first: first.first, last };
                at = self.after(last);
                continue;
            }
            let again = first.first > 0
                && self.tag(start) == Tag::Preposition
                && self.lemma(start) == self.lemma(first.first - 1);
            // "a seat at the table, and for lifting the ban": the preposition said again joins what is unlike too.
            let unlike = || if again && coordinator { self.thing(start + 1) } else { None };
            let Some(item) = next(self, start + usize::from(again), first).or_else(unlike) else { break };
            found.push(item);
            // "no lease, no depot, no guards": the word said again joins them.
            let again = [first, item].iter().all(|item| self.word(item.first) == named::NO);
            if coordinator || again {
                sure = found.len();
            }
            at = self.after(item.last);
        }
        if found.len() > sure
            && let Some((end, item)) = self.closing_item(&found, &next)
        {
            if let Some(before) = found.last_mut() {
                before.last = end;
            }
            found.push(item);
            sure = found.len();
        }
        found.truncate(sure);
        found
    }

    /// "a release, a ban on pumps, and new courts": the last item of a list that only a coordinator inside the one before
    /// can close, and where that one ends.
    fn closing_item(
        &self,
        found: &[Stretch],
        next: &impl Fn(&Self, usize, Stretch) -> Option<Stretch>,
    ) -> Option<(usize, Stretch)> {
        let (&first, &last) = (found.first()?, found.last()?);
        let joins = |&at: &usize| self.tag(at) == Tag::Coordinator && self.joins(at);
        let coordinator = (last.first + 1..last.last).rev().find(joins)?;
        if (last.first..coordinator).any(|at| self.tensed_at(at).is_some() || self.tag(at) == Tag::Open) {
            return None;
        }
        let comma = self.tag(coordinator - 1) == Tag::Comma;
        let phrase = self.phrase_at(coordinator + 1).map(|phrase| &self.phrases()[phrase]);
        let heavy = phrase.is_some_and(|phrase| {
            phrase.first < phrase.head && self.tag(phrase.first) != Tag::Proper && phrase.first == coordinator + 1
        });
        let item = next(self, coordinator + 1, first).filter(|item| item.last >= last.last)?;
        let end = self.before_coordinator(coordinator - 1).filter(|&end| end >= last.first)?;
        (comma || heavy || found.len() > 2).then_some((end, item))
    }

    /// "a pact with Chad, Togo and Benin": names in a list that begins inside the first conjunct belong to it.
    pub(super) fn with_names(&self, found: Vec<Stretch>) -> Vec<Stretch> {
        let name = |at: usize| {
            let phrase = self.phrase_at(at).map(|phrase| self.phrases()[phrase]);
            phrase.filter(|phrase| self.tag(phrase.head) == Tag::Proper && self.tokens[phrase.head].capital)
        };
        let [first, others @ ..] = found.as_slice() else { return found };
        let names = others.iter().all(|other| name(other.first).is_some_and(|phrase| phrase.last == other.last));
        let inner = name(first.last).filter(|phrase| phrase.first > first.first);
        let begins = inner.is_some_and(|phrase| self.tag(phrase.first - 1) == Tag::Preposition);
        match others.last() {
            Some(last) if names && begins && name(first.first).is_none() => {
                vec![Stretch { first: first.first, last: last.last }]
            }
            _ => found,
        }
    }

    fn is_fraction(&self, at: usize) -> bool {
        let text = |i: usize| self.tokens.get(i).map_or("", |token| token.span.of(self.text));
        text(at) == "a" && words!["half", "quarter", "third", "bit"].contains(text(at + 1))
    }

    fn is_semicolon(&self, at: usize) -> bool {
        self.tag(at) == Tag::Colon && self.tokens[at].span.of(self.text) == ";"
    }

    /// ", alongside X", ", as well as X", ", along with X": a further conjunct.
    pub(super) fn alongside(&self, at: usize) -> Option<Stretch> {
        let start = if self.tag(at) == Tag::Comma { at + 1 } else { at };
        if !self.reads(start, words!["alongside", "plus", "as", "along", "together", "in", "including"]) {
            return None;
        }
        let text = |i: usize| self.tokens.get(i).map_or("", |token| token.span.of(self.text));
        let is = |words: &[&str]| words.iter().enumerate().all(|(i, word)| text(start + i).eq_ignore_ascii_case(word));
        let opened = [
            &["alongside"][..],
            &["plus"],
            &["as", "well", "as"],
            &["along", "with"],
            &["together", "with"],
            &["in", "addition", "to"],
        ];
        let including = start > at && text(start).eq_ignore_ascii_case("including");
        let words = if including { &["including"][..] } else { opened.into_iter().find(|words| is(words))? };
        self.thing(start + words.len())
    }

    /// "…, including 40 of the men": names and numbers are some of those meant, and no further point.
    fn is_instance(&self, at: usize, item: Stretch) -> bool {
        let including = (at..item.first).any(|at| self.reads(at, words!["including"]));
        let named = self.phrase_at(item.first).is_some_and(|phrase| {
            let head = self.phrases()[phrase].head;
            self.tag(head) == Tag::Proper
        });
        including && (named || self.tag(item.first) == Tag::Number)
    }

    /// Tells whether the phrase at `at` has a gerund of its own right behind it.
    fn acts_at(&self, at: usize) -> bool {
        let phrase = self.phrase_at(at).map(|phrase| self.phrases()[phrase]);
        phrase
            .and_then(|phrase| self.group_at(phrase.last + 1))
            .is_some_and(|group| self.groups()[group].form == Form::Gerund)
    }

    /// "and" and "or" join; "but" and "nor" turn.
    #[must_use]
    pub fn joins(&self, coordinator: usize) -> bool {
        let text = self.tokens[coordinator].span.of(self.text);
        text.eq_ignore_ascii_case("and") || text.eq_ignore_ascii_case("or") || text == "&"
    }

    /// The token after a conjunct that ends at `last`: trimmed adverbials and quotation marks passed over.
    #[must_use]
    pub fn after(&self, last: usize) -> usize {
        let mut at = self.over_return(last + 1);
        while matches!(self.tag(at), Tag::Close | Tag::Adverb)
            || (self.tag(at) == Tag::Preposition && self.is_time_at(at + 1))
        {
            at = match self.unit(at + 1) {
                Some(Unit::Phrase(phrase)) if self.tag(at) == Tag::Preposition => self.phrases()[phrase].last + 1,
                _ => at + 1,
            };
        }
        at
    }

    /// "the release of hostages in return for prisoners, a truce and …": a price inside a list, passed over where the
    /// list goes on.
    fn over_return(&self, at: usize) -> usize {
        let opens = self.word(at) == named::IN && self.reads(at + 1, words!["return", "exchange"]);
        if !opens || self.word(at + 2) != named::FOR {
            return at;
        }
        let end = self.thing(at + 3).map_or(at, |price| price.last + 1);
        if self.tag(end) == Tag::Comma && self.phrase_at(end + 1).is_some() { end } else { at }
    }

    pub(super) fn next_thing(&self, at: usize, first: Stretch) -> Option<Stretch> {
        let start = self.over_open(at);
        if let Unit::Phrase(phrase) = self.unit(start)? {
            if self.is_time_phrase(phrase) || matches!(self.tokens[self.phrases()[phrase].head].tag, Tag::Pronoun) {
                return None;
            }
        } else if self.tag(first.first) != Tag::Gerund {
            return None;
        }
        // "with Brazil demanding more and Japan refusing to pay": another who acts
        let acts = self.phrase_at(start).map(|phrase| self.phrases()[phrase]).is_some_and(|phrase| {
            let name = self.tokens[phrase.head].tag == Tag::Proper || self.tokens[phrase.head].tag == Tag::Plural;
            let verb = self.group_at(phrase.last + 1).map(|group| self.groups()[group]);
            name && verb.is_some_and(|verb| verb.form == Form::Gerund && verb.first == phrase.last + 1)
        });
        if acts && self.tag(first.first) != Tag::Plural && !self.acts_at(first.first) {
            return None;
        }
        let item = self.thing(at)?;
        let next = self.unit(self.over_adverbs(item.last + 1));
        match next {
            _ if self.is_subject_behind(start, item.last) => None,
            Some(Unit::Group(group)) if self.groups()[group].form == Form::Finite => None,
            _ => Some(item),
        }
    }

    /// "…, and their envoys, who drink it, are said to": the phrase at `at`, which ends at `last` with
    /// all that hangs on it, is the subject behind an aside.
    fn is_subject_behind(&self, at: usize, last: usize) -> bool {
        let Some(phrase) = self.phrase_at(at) else { return false };
        let aside = self.tag(last + 1) == Tag::Comma && matches!(self.tag(last + 2), Tag::Relative | Tag::Participle);
        aside
            && self.nodes().iter().zip(self.groups()).any(|(node, group)| {
                let main = node.link != Link::Relative && group.form == Form::Finite && group.first > last;
                main && self.tag(group.first - 1) == Tag::Comma && node.subjects().contains(&phrase)
            })
    }

    pub(super) fn next_act(&self, at: usize, first: Stretch) -> Option<Stretch> {
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
}
