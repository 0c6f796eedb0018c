//! Base noun phrases and verb groups: the units that clauses are made of.
//!
//! A base noun phrase runs from its determiner to its head, genitives included, without what follows
//! the head. A verb group runs from its first auxiliary to its main verb. Neither overlaps another.

use super::classes::{Class, Classes};
use super::{Tag, Token, Word};
use crate::language::named;

/// A base noun phrase; all places are token indices, inclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Phrase {
    /// The first token.
    pub first: usize,
    /// The last token.
    pub last: usize,
    /// The head noun or pronoun.
    pub head: usize,
    /// The possessor ("Israel" in "Israel's insistence", "its" in "its demand"), first and last token.
    pub possessor: Option<(usize, usize)>,
}

/// The form of a verb group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Has tense or a modal.
    Finite,
    /// A bare base form: subjunctive, imperative, after "let".
    Bare,
    /// "to" and a base form.
    Infinitive,
    /// An -ing form.
    Gerund,
    /// A past participle without an auxiliary.
    Participle,
}

/// A verb group; all places are token indices, inclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "grammatical features, each independent of the others")]
pub struct Group {
    /// The first token.
    pub first: usize,
    /// The last token.
    pub last: usize,
    /// The main verb.
    pub head: usize,
    /// The lemma of the main verb.
    pub lemma: Word,
    /// The form.
    pub form: Form,
    /// The modal, where there is one.
    pub modal: Option<usize>,
    /// The negation inside the group ("not", "never").
    pub negation: Option<usize>,
    /// "be" or "get" with a participle.
    pub passive: bool,
    /// "have" with a participle.
    pub perfect: bool,
    /// "be" with an -ing form.
    pub progressive: bool,
    /// Past tense in its first word.
    pub past: bool,
    /// "have to", "is to": an obligation put as an auxiliary.
    pub obliged: bool,
}

/// What a token belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Neither phrase nor group.
    None,
    /// The phrase of this index.
    Phrase(usize),
    /// The group of this index.
    Group(usize),
}

/// Phrases and groups of one sentence, and which token belongs to which.
#[derive(Debug, Clone, Default)]
pub struct Chunks {
    /// The noun phrases, in order.
    pub phrases: Vec<Phrase>,
    /// The verb groups, in order.
    pub groups: Vec<Group>,
    /// The unit of each token.
    pub units: Vec<Unit>,
}

impl Chunks {
    /// Cuts `tokens` into phrases and groups, reusing the memory of an earlier call.
    pub fn read(&mut self, tokens: &[Token], classes: &Classes) {
        self.phrases.clear();
        self.groups.clear();
        self.units.clear();
        self.units.resize(tokens.len(), Unit::None);
        // About one token in three begins a phrase, one in six a group.
        self.phrases.reserve(tokens.len() / 3 + 2);
        self.groups.reserve(tokens.len() / 6 + 2);
        let mut at = 0;
        while at < tokens.len() {
            let last = if let Some(group) = group(tokens, at) {
                self.mark(group.first, group.last, Unit::Group(self.groups.len()));
                self.groups.push(group);
                group.last
            } else if let Some(phrase) = phrase(tokens, at, classes) {
                self.mark(phrase.first, phrase.last, Unit::Phrase(self.phrases.len()));
                self.phrases.push(phrase);
                phrase.last
            } else {
                at
            };
            at = last + 1;
        }
    }

    /// Gives the bare participle `at` the auxiliary of the group `from` before it.
    pub fn share_auxiliary(&mut self, from: usize, at: usize) {
        let Some(above) = self.groups.get(from).copied() else { return };
        let Some(group) = self.groups.get_mut(at) else { return };
        group.form = if above.form == Form::Finite { Form::Finite } else { Form::Bare };
        group.passive = above.passive;
        group.perfect = above.perfect;
        group.past = above.past;
        group.modal = above.modal;
    }

    fn mark(&mut self, first: usize, last: usize, unit: Unit) {
        self.units[first..=last].fill(unit);
    }
}

fn is_nominal(tag: Tag) -> bool {
    matches!(tag, Tag::Noun | Tag::Plural | Tag::Proper | Tag::Number | Tag::Adjective)
}

/// Reads the noun phrase that begins at token `first`, if one does.
fn phrase(tokens: &[Token], first: usize, classes: &Classes) -> Option<Phrase> {
    let start = tokens.get(first)?.tag;
    if start == Tag::Pronoun || (start == Tag::Existential) {
        return Some(Phrase { first, last: first, head: first, possessor: None });
    }
    if !(is_nominal(start) || matches!(start, Tag::Determiner | Tag::Possessive)) {
        return None;
    }
    let mut possessor = (start == Tag::Possessive).then_some((first, first));
    let mut last = first;
    // “comprehensive” market access
    let mut quoted = start == Tag::Adjective && first > 0 && tokens[first - 1].tag == Tag::Open;
    let mut at = first + 1;
    while at < tokens.len() && joins(tokens, first, last, at, quoted, classes) {
        match tokens[at].tag {
            Tag::Open => quoted = true,
            Tag::Close => quoted = false,
            Tag::Genitive => possessor = Some((first, last)),
            _ => {}
        }
        if !matches!(
            tokens[at].tag,
            Tag::Open | Tag::Close | Tag::Genitive | Tag::Comma | Tag::Coordinator | Tag::Symbol
        ) {
            last = at;
        }
        at += 1;
    }
    let head = head(tokens, first, last)?;
    Some(Phrase { first, last, head, possessor: possessor.filter(|&(_, end)| end < head) })
}

/// The head of a phrase: its last noun; a determiner or adjective only where there is none.
fn head(tokens: &[Token], first: usize, last: usize) -> Option<usize> {
    let noun = (first..=last).rev().find(|&at| matches!(tokens[at].tag, Tag::Noun | Tag::Plural | Tag::Proper));
    if let Some(noun) = noun {
        return Some(noun);
    }
    match (tokens[first].tag, tokens[last].tag) {
        (Tag::Possessive, Tag::Adjective) => Some(last),
        (Tag::Adjective, Tag::Adjective) | (Tag::Possessive, _) => None,
        _ => Some(last),
    }
}

/// Tells whether the phrase `first..=last` goes on with token `at`.
fn joins(tokens: &[Token], first: usize, last: usize, at: usize, quoted: bool, classes: &Classes) -> bool {
    let (before, here) = (tokens[at - 1].tag, tokens[at].tag);
    let next = tokens.get(at + 1).map_or(Tag::Stop, |token| token.tag);
    match here {
        Tag::Noun | Tag::Plural | Tag::Proper | Tag::Adjective | Tag::Number => !new_phrase(tokens, last, at, classes),
        // "60 more officers"
        Tag::Determiner if before == Tag::Number => is_nominal(next) && at == first + 1,
        Tag::Determiner => tokens[first..at].iter().all(|token| token.tag == Tag::Determiner),
        Tag::Possessive => before == Tag::Determiner,
        Tag::Adverb => matches!(next, Tag::Adjective) && tokens.get(at + 2).is_some_and(|t| is_nominal(t.tag)),
        Tag::Genitive => is_nominal(before) && (is_nominal(next) || matches!(next, Tag::Open | Tag::Adverb)),
        Tag::Open => {
            // "the so-called “Green Lane”"
            let bare =
                before == Tag::Adjective && head(tokens, first, last).is_none_or(|at| tokens[at].tag == Tag::Adjective);
            let inside = bare || matches!(before, Tag::Determiner | Tag::Possessive | Tag::Genitive);
            is_nominal(next) && before != Tag::Pronoun && (inside || closes_soon(tokens, at))
        }
        // "called it a “sham” | Monday", "… a “sham” | last week"
        Tag::Close => quoted && is_nominal(next) && !is_time(tokens, at + 1, classes),
        // "a simple, cheap, and lasting cure"
        Tag::Comma if next == Tag::Coordinator && before == Tag::Adjective => {
            tokens[first..at].iter().any(|token| token.tag == Tag::Comma)
                && tokens.get(at + 2).is_some_and(|token| token.tag == Tag::Adjective)
                && modifies(tokens, at + 2)
        }
        // "Hart & Sons"
        Tag::Symbol => before == Tag::Proper && next == Tag::Proper,
        Tag::Coordinator if before == Tag::Comma => at > first + 1,
        Tag::Coordinator | Tag::Comma => {
            let relational = here == Tag::Coordinator && classes.is(tokens[at - 1].lemma, Class::Relational);
            let follows = match next {
                Tag::Adjective => modifies(tokens, at + 1) || quoted && modifies_quoted(tokens, at + 1),
                Tag::Noun => matches!(tokens.get(at + 2).map(|token| token.tag), Some(Tag::Noun | Tag::Plural)),
                _ => false,
            };
            follows && (relational || (before == Tag::Adjective && next == Tag::Adjective))
        }
        _ => false,
    }
}

/// Tells whether "Monday", "last week" begins at token `at`.
fn is_time(tokens: &[Token], at: usize, classes: &Classes) -> bool {
    let timed = |at: usize| tokens.get(at).is_some_and(|token| classes.is(token.lemma, Class::Time));
    let ordinal = tokens[at].tag == Tag::Adjective && !tokens[at].capital && timed(at + 1);
    let named = tokens[at].tag == Tag::Proper || classes.is(tokens[at].word, Class::MediaName);
    ordinal || tokens[at].capital && timed(at) && !named
}

/// Tells whether a nominal at `at` begins a phrase of its own although it follows one directly.
fn new_phrase(tokens: &[Token], last: usize, at: usize, classes: &Classes) -> bool {
    let (before, here) = (&tokens[last], &tokens[at]);
    if at != last + 1 {
        return false;
    }
    // "Mrs May": a name that is spelled as a month.
    let named = here.tag == Tag::Proper;
    let time = || classes.is(here.lemma, Class::Time) && !classes.is(here.word, Class::MediaName);
    if here.capital && !named && matches!(before.tag, Tag::Noun | Tag::Plural | Tag::Proper) && time() {
        return true;
    }
    // "the court last week", "the House earlier this month"
    let timed = |it: usize| tokens.get(it).is_some_and(|token| classes.is(token.lemma, Class::Time) && !token.capital);
    let goes_on = tokens.get(at + 2).is_some_and(|token| is_nominal(token.tag) || token.tag == Tag::Genitive);
    let period = here.tag == Tag::Adjective && !here.capital && timed(at + 1) && !goes_on;
    if period && matches!(before.tag, Tag::Noun | Tag::Plural | Tag::Proper) && !timed(last) {
        return true;
    }
    // "refused the cap two days before the vote"
    if here.tag == Tag::Number && before.tag == Tag::Noun && timed(at + 1) && !goes_on {
        return true;
    }
    let to_name = here.tag == Tag::Proper || (here.capital && here.tag == Tag::Adjective);
    match before.tag {
        Tag::Plural => to_name || matches!(here.tag, Tag::Number | Tag::Adjective),
        // "made the loan conditional on", "finds the clause unacceptable"
        Tag::Noun if here.tag == Tag::Adjective && !here.capital && !modifies(tokens, at) => true,
        // "In 1979 Egypt and Israel": a year goes before no name.
        Tag::Number => here.tag == Tag::Proper && is_year(before, tokens, last),
        // "a Morning Herald poll": a noun with a capital behind an article begins the name.
        Tag::Noun if to_name && before.capital && last > 0 && tokens[last - 1].tag == Tag::Determiner => false,
        Tag::Noun if to_name => !classes.is(before.lemma, Class::Title) && !is_role(before, classes),
        _ => false,
    }
}

/// "the operator Brandel", "the armed group KLM": what a body is stands before its name in one phrase.
fn is_role(token: &Token, classes: &Classes) -> bool {
    [Class::CompanyRole, Class::UnionRole, Class::MovementRole].iter().any(|&class| classes.is(token.lemma, class))
}

/// Tells whether the token at `at` is a year after a preposition; only its length can tell, as tokens hold no text.
fn is_year(token: &Token, tokens: &[Token], at: usize) -> bool {
    token.span.len() == 4 && at > 0 && tokens[at - 1].tag == Tag::Preposition
}

/// Tells whether an opening quotation mark at `at` closes within a few words, as inside a phrase.
fn closes_soon(tokens: &[Token], at: usize) -> bool {
    let rest = &tokens[at + 1..];
    let close = rest.iter().take(7).position(|token| token.tag == Tag::Close);
    close.is_some_and(|close| rest[..close].iter().all(|token| is_nominal(token.tag)))
}

/// Tells whether the adjectives from `at` on, joined or not, end in a noun.
fn modifies(tokens: &[Token], at: usize) -> bool {
    let tag = |at: usize| tokens.get(at).map_or(Tag::Stop, |token| token.tag);
    let joined = |i: usize| {
        let end = if tag(i) == Tag::Comma && tag(i + 1) == Tag::Coordinator { i + 1 } else { i };
        i > at && matches!(tag(end), Tag::Comma | Tag::Coordinator) && tag(end + 1) == Tag::Adjective
    };
    (at..at + 8)
        .find(|&i| tag(i) != Tag::Adjective && !joined(i) && !(i > at && joined(i - 1)))
        .is_some_and(|end| matches!(tag(end), Tag::Noun | Tag::Plural | Tag::Proper))
}

/// a “new and improved” ceasefire
fn modifies_quoted(tokens: &[Token], at: usize) -> bool {
    let tag = |at: usize| tokens.get(at).map_or(Tag::Stop, |token| token.tag);
    tag(at + 1) == Tag::Close && matches!(tag(at + 2), Tag::Noun | Tag::Plural | Tag::Proper)
}

/// Reads the verb group that begins at token `first`, if one does.
fn group(tokens: &[Token], first: usize) -> Option<Group> {
    let (form, mut head) = match tokens[first].tag {
        Tag::Modal | Tag::Present | Tag::Past => (Form::Finite, first),
        Tag::Base => (Form::Bare, first),
        Tag::Gerund => (Form::Gerund, first),
        Tag::Participle => (Form::Participle, first),
        Tag::To => (Form::Infinitive, first),
        _ => return None,
    };
    let mut built = Group {
        first,
        last: first,
        head,
        lemma: tokens[first].lemma,
        form,
        modal: (tokens[first].tag == Tag::Modal).then_some(first),
        negation: None,
        passive: false,
        perfect: false,
        progressive: false,
        past: tokens[first].tag == Tag::Past,
        obliged: false,
    };
    while let Some(next) = next_verb(tokens, head) {
        built.note(tokens, head, next);
        head = next;
    }
    built.negation = negation(tokens, first, head);
    built.head = head;
    built.last = head;
    built.lemma = tokens[head].lemma;
    Some(built)
}

/// Finds the negation of the group `first..=head`, one that follows its only verb included ("is not").
fn negation(tokens: &[Token], first: usize, head: usize) -> Option<usize> {
    // "has not only called on Togo": that much was done.
    let only = |at: usize| tokens.get(at + 1).is_some_and(|next| next.word == named::ONLY);
    let inside = (first..=head).find(|&at| tokens[at].tag == Tag::Negation && !only(at));
    let after = (head + 1..tokens.len())
        .take_while(|&at| matches!(tokens[at].tag, Tag::Negation | Tag::Adverb))
        .find(|&at| tokens[at].tag == Tag::Negation)
        .filter(|&at| head == first && tokens.get(at + 1).is_none_or(|next| next.tag != Tag::To));
    let before = first.checked_sub(1).filter(|&at| tokens[at].tag == Tag::Negation || tokens[at].word == named::NOR);
    inside.or(after).or(before)
}

/// Finds the verb that the auxiliary at `at` leads to.
fn next_verb(tokens: &[Token], at: usize) -> Option<usize> {
    let here = &tokens[at];
    let next = skip_inside(tokens, at + 1)?;
    let tag = tokens[next].tag;
    let lemma = here.lemma;
    let fits = match here.tag {
        Tag::Modal if lemma == named::OUGHT => tag == Tag::To,
        Tag::Modal | Tag::To => tag == Tag::Base,
        _ if lemma == named::BE => {
            matches!(tag, Tag::Gerund | Tag::Participle) || (tag == Tag::To && to_base(tokens, next))
        }
        _ if lemma == named::HAVE => {
            tag == Tag::Participle || (tag == Tag::To && next == at + 1 && to_base(tokens, next))
        }
        _ if lemma == named::DO => tag == Tag::Base,
        _ if lemma == named::GET => tag == Tag::Participle && next == at + 1,
        _ if lemma == named::GO && here.tag == Tag::Gerund => tag == Tag::To && to_base(tokens, next),
        _ => false,
    };
    fits.then_some(next)
}

fn to_base(tokens: &[Token], to: usize) -> bool {
    skip_inside(tokens, to + 1).is_some_and(|next| tokens[next].tag == Tag::Base)
}

/// Passes over what may stand inside a verb group: adverbs, negations, "has, however, agreed".
fn skip_inside(tokens: &[Token], mut at: usize) -> Option<usize> {
    loop {
        match tokens.get(at)?.tag {
            Tag::Adverb | Tag::Negation => at += 1,
            // "agreed to: pay the fees"
            Tag::Colon if tokens[at - 1].tag == Tag::To => at += 1,
            // "be fully and permanently exempted"
            Tag::Coordinator if tokens[at - 1].tag == Tag::Adverb && tokens.get(at + 1)?.tag == Tag::Adverb => at += 2,
            Tag::Comma if tokens.get(at + 1)?.tag == Tag::Adverb && tokens.get(at + 2)?.tag == Tag::Comma => {
                at += 3;
            }
            _ => return Some(at),
        }
    }
}

impl Group {
    /// Notes what the step from the auxiliary `from` to the verb `to` says.
    fn note(&mut self, tokens: &[Token], from: usize, to: usize) {
        let lemma = tokens[from].lemma;
        match tokens[to].tag {
            // "she's been told": the clitic is that of "has".
            Tag::Participle if (lemma == named::BE || lemma == named::GET) && tokens[to].lemma != named::BE => {
                self.passive = true;
            }
            Tag::Participle => self.perfect = true,
            Tag::Gerund => self.progressive = true,
            Tag::To => {
                self.obliged = self.obliged || lemma == named::HAVE || lemma == named::BE || lemma == named::OUGHT;
            }
            _ => {}
        }
    }

    /// Tells whether the group can stand with a subject of its own.
    #[must_use]
    pub fn has_tense(&self) -> bool {
        matches!(self.form, Form::Finite | Form::Bare)
    }
}
