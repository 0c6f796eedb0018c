//! Reports by a noun of saying: "X's claim that …", "X's position is that …", "a warning from X that …", "the idea that …".

use super::Report;
use super::content::Shape;
use super::edge::complement_end;
use super::find::{Finder, Finding};
use crate::language::Tag;
use crate::language::classes::Class;
use crate::language::extent::Stretch;
use crate::language::named;
use crate::language::phrase::{Form, Phrase};
use crate::language::word_list::{WordList, words};

/// Nouns for what is held or said by people who need not be named.
const HELD: &WordList = words![
    "accusation",
    "allegation",
    "argument",
    "assertion",
    "assumption",
    "belief",
    "charge",
    "claim",
    "complaint",
    "contention",
    "criticism",
    "disclosure",
    "fear",
    "idea",
    "notion",
    "call",
    "perception",
    "prediction",
    "report",
    "revelation",
    "rumbling",
    "rumor",
    "rumour",
    "speculation",
    "suggestion",
    "suspicion",
    "theory",
    "view",
    "warning",
];

/// Verbs with which a holder sends away what somebody else holds.
const REPELS: &WordList = words!["dismiss", "reject"];

impl Finder<'_> {
    /// Tells whether a phrase names something said, or something held with what is held behind it.
    pub(super) fn is_held(&self, phrase: &Phrase) -> bool {
        let parse = self.parse;
        let noun = parse.lemma(phrase.head);
        parse.classes().is(noun, Class::Utterance) || parse.is_in(noun, HELD) && parse.may_hold(named::THAT)
    }

    /// What [`Self::is_held`] tells: "Cairo's view is that …", "“…,” was her only answer", "his warning that …".
    pub(super) fn by_noun(&self, phrase: usize) -> Option<Finding> {
        let parse = self.parse;
        let found = &parse.phrases()[phrase];
        let Some((first, last)) = found.possessor else {
            return self.words_of(phrase).or_else(|| self.somebody_behind(phrase)).or_else(|| self.unnamed(phrase));
        };
        let source = Stretch { first, last: if parse.tag(last + 1) == Tag::Genitive { last + 1 } else { last } };
        self.as_predicate(phrase, source).or_else(|| self.noun_clause(phrase, source))
    }

    /// "“…” is the advice of X", "“…”: those were the words of X".
    fn words_of(&self, phrase: usize) -> Option<Finding> {
        let parse = self.parse;
        let found = parse.phrases()[phrase];
        let speaker = (parse.word(found.last + 1) == named::OF).then(|| parse.phrase_at(found.last + 2))??;
        let be = found.first.checked_sub(1).and_then(|before| parse.tensed_at(before))?;
        let verb = parse.groups()[be].first;
        let passed = |tag: Tag| matches!(tag, Tag::Colon | Tag::Comma | Tag::Pronoun | Tag::Determiner);
        let close = (0..verb).rev().find(|&i| !passed(parse.tag(i))).filter(|&i| parse.tag(i) == Tag::Close)?;
        let (open, _) = self.quotes.around(close).filter(|_| parse.groups()[be].lemma == named::BE)?;
        let cue = Stretch { first: verb, last: found.last + 1 };
        let report =
            self.report(speaker, self.phrase_source(speaker), None, cue, vec![Stretch { first: open, last: close }]);
        (!self.is_thing(speaker)).then_some(Finding { report, voiced: true, listed: true, shape: Shape::Quote })
    }

    fn as_predicate(&self, phrase: usize, source: Stretch) -> Option<Finding> {
        let parse = self.parse;
        let found = parse.phrases()[phrase];
        let be = |group: usize| parse.groups()[group].lemma == named::BE && parse.groups()[group].form == Form::Finite;
        let after = parse.group_at(found.last + 1).filter(|&group| be(group));
        if let Some(group) = after {
            let next = parse.groups()[group].last + 1;
            let start = if parse.classes().is(parse.word(next), Class::Content) || parse.tag(next) == Tag::Colon {
                next + 1
            } else {
                next
            };
            if start == next && parse.tag(next) != Tag::Open {
                return None;
            }
            let cue = Stretch { first: found.head, last: parse.groups()[group].last };
            let content = vec![Stretch { first: start, last: self.clause_end(group, start) }];
            return Some(Finding {
                report: self.named(source, cue, Some(group), content),
                voiced: true,
                listed: true,
                shape: Shape::Clause,
            });
        }
        let before = found.first.checked_sub(1).and_then(|before| parse.group_at(before)).filter(|&group| be(group))?;
        let close = parse.groups()[before].first.checked_sub(1).filter(|&close| parse.tag(close) == Tag::Close)?;
        let (open, _) = self.quotes.around(close)?;
        let content = vec![Stretch { first: open, last: close }];
        let cue = Stretch { first: found.head, last: found.last };
        Some(Finding {
            report: self.named(source, cue, None, content),
            voiced: true,
            listed: true,
            shape: Shape::Quote,
        })
    }

    /// "the candidate's promise to freeze rents"
    fn noun_act(&self, phrase: usize, source: Stretch, act: usize) -> Option<Finding> {
        let parse = self.parse;
        let head = parse.phrases()[phrase].head;
        let promises =
            self.is_lemma(head, words!["promise", "pledge", "vow", "threat", "intention", "desire", "wish", "plea"]);
        let first = parse.groups()[act].first;
        let verb =
            (first..parse.tokens.len()).find_map(|i| parse.tensed_at(i)).map(|group| parse.groups()[group].first);
        let field = self.quotes.field(parse, head);
        let mark = (first..=field.last).find(|&i| parse.tag(i) == Tag::Comma);
        let last = verb.into_iter().chain(mark).min().map_or(field.last, |stop| stop - 1);
        let cue = Stretch { first: head, last: head };
        let report = self.named(source, cue, None, vec![Stretch { first, last }]);
        promises.then_some(Finding { report, voiced: false, listed: true, shape: Shape::Act })
    }

    /// "Trump's claim that the vote is rigged drew criticism".
    fn noun_clause(&self, phrase: usize, source: Stretch) -> Option<Finding> {
        let parse = self.parse;
        let found = parse.phrases()[phrase];
        let that = found.last + 1;
        if let Some(act) = parse.group_at(that).filter(|&act| parse.groups()[act].form == Form::Infinitive) {
            return self.noun_act(phrase, source, act);
        }
        // "the director's announcement on Friday that the inquiry was open"
        let timed = parse.phrase_at(that).is_some_and(|phrase| parse.is_time_phrase(phrase));
        let that =
            if parse.tag(that) == Tag::Preposition || timed { self.over_circumstances(found.last) + 1 } else { that };
        let away =
            that > found.last + 1 && parse.tag(that) != Tag::Subordinator && !(timed && self.is_complete(that + 1));
        if parse.word(that) != named::THAT || away {
            return None;
        }
        let content = vec![self.clause_of(phrase, that + 1)?];
        let cue = Stretch { first: found.head, last: found.last };
        Some(Finding {
            report: self.named(source, cue, None, content),
            voiced: false,
            listed: true,
            shape: Shape::Clause,
        })
    }

    /// "a warning from the agency that …", "a belief among officials that …": the source stands behind the noun.
    fn somebody_behind(&self, phrase: usize) -> Option<Finding> {
        let parse = self.parse;
        let found = parse.phrases()[phrase];
        let next = found.last + 1;
        let by = self.is_lemma(next, words!["from", "by", "among", "of"]) && parse.tag(next) == Tag::Preposition;
        let speaker = parse.phrase_at(next + 1).filter(|&speaker| by && !self.is_thing(speaker))?;
        let source = Stretch {
            first: parse.phrases()[speaker].first,
            last: complement_end(parse, parse.phrases()[speaker].last),
        };
        let that = source.last + 1;
        let clause =
            parse.word(that) == named::THAT && (parse.tag(that) == Tag::Subordinator || self.is_complete(that + 1));
        let content = vec![self.clause_of(phrase, that + 1).filter(|_| clause)?];
        let cue = Stretch { first: found.head, last: next };
        let report = self.report(speaker, source, None, cue, content);
        Some(Finding { report, voiced: false, listed: !self.is_nobody(phrase), shape: Shape::Clause })
    }

    /// Tells whether the clause from `first` on lacks nothing, so that no relative word stands before it.
    fn is_complete(&self, first: usize) -> bool {
        let parse = self.parse;
        let subject = parse.phrase_at(first);
        let verb = parse.groups().iter().find(|group| group.first > first && group.form == Form::Finite);
        verb.zip(subject).is_some_and(|(verb, _)| {
            let close = usize::from(parse.tag(verb.last + 1) == Tag::Close);
            let next = parse.over_open(parse.over_adverbs(verb.last + 1 + close));
            let object = parse.phrase_at(next).is_some_and(|phrase| !parse.is_time_phrase(phrase));
            // "charges that he slept with minors"
            let hangs = parse.tag(next) == Tag::Preposition && parse.phrase_at(next + 1).is_some();
            verb.passive
                || object
                || hangs
                || parse.tag(next) == Tag::To
                || verb.lemma == named::BE && matches!(parse.tag(next), Tag::Adjective | Tag::Participle)
        })
    }

    /// "claims that …", "the idea that …": nobody is named who holds it.
    fn unnamed(&self, phrase: usize) -> Option<Finding> {
        let parse = self.parse;
        let found = parse.phrases()[phrase];
        let that = found.last + 1;
        let clause = parse.word(that) == named::THAT
            && (parse.tag(that) == Tag::Subordinator || parse.tag(that) == Tag::Relative && self.is_complete(that + 1));
        // "a letter that she is drafting" is a text, "reports that …" are what people say.
        let text = self.is_lemma(found.head, words!["report"]) && parse.tag(found.head) != Tag::Plural;
        if !clause || text || !self.is_lemma(found.head, HELD) || self.is_nobody(phrase) {
            return None;
        }
        // "expressed the hope that", "voiced the claim that": the verb names who holds it.
        let conveyed = found.first.checked_sub(1).and_then(|before| parse.group_at(before)).is_some_and(|verb| {
            let verb = parse.groups()[verb];
            !verb.passive && parse.classes().is(verb.lemma, Class::Conveys) && !self.is_lemma(verb.head, REPELS)
        });
        // "said on the call that": the verb tells.
        let on = found.first.checked_sub(1).filter(|&on| parse.tag(on) == Tag::Preposition);
        let told = on.and_then(|on| on.checked_sub(1)).and_then(|before| parse.tensed_at(before));
        let told = told.is_some_and(|verb| parse.classes().is(parse.groups()[verb].lemma, Class::Speech));
        let content = self.clause_of(phrase, that + 1).filter(|_| !conveyed && !told)?;
        // "the claim that he made", "an idea that newspapers have floated, …": the noun is the object of the clause.
        let verb = parse.groups().iter().find(|group| group.first >= content.first)?;
        let ends = matches!(parse.tag(verb.last + 1), Tag::Comma | Tag::Stop | Tag::Preposition);
        let told = [Class::Conveys, Class::Speech, Class::Judges];
        let spread = parse.classes().is_any(verb.lemma, &told)
            || self.is_lemma(verb.last, words!["float", "push", "promote", "peddle", "spread", "sell"]);
        let made = ends && !verb.passive && spread || parse.tensed_at(parse.over_adverbs(content.first)).is_some();
        let cue = Stretch { first: found.head, last: found.last };
        let report = Report { cue: Some(cue), content: vec![content], ..Report::default() };
        (!made).then_some(Finding { report, voiced: false, listed: true, shape: Shape::Clause })
    }

    /// The clause from `first` on that says what the noun of `phrase` holds.
    fn clause_of(&self, phrase: usize, first: usize) -> Option<Stretch> {
        let parse = self.parse;
        let found = parse.phrases()[phrase];
        let field = self.quotes.field(parse, found.head);
        let verb = parse.groups().iter().zip(parse.nodes()).find(|(group, node)| {
            group.first > first && group.form == Form::Finite && node.subjects().contains(&phrase)
        });
        // "a suggestion that the seat rotate": the verb of a wish bears no tense.
        let inner = parse.groups().iter().find(|group| {
            group.first >= first && group.last <= field.last && matches!(group.form, Form::Finite | Form::Bare)
        });
        let inner = inner.map(|group| group.last)?;
        let next = parse
            .groups()
            .iter()
            .find(|group| group.first > inner && group.form == Form::Finite && found.first == field.first)
            .map(|group| group.first);
        let end = verb.map(|(group, _)| group.first).or(next).map_or(field.last, |verb| verb - 1);
        let fronted = found.first > 0
            && parse.groups().first().is_some_and(|group| group.form != Form::Finite && group.first < found.first);
        let end =
            fronted.then(|| self.main_clause(inner, field.last)).flatten().map_or(end, |comma| end.min(comma - 1));
        // "took note of Peru's request that …, and of Chile's view that …"
        let before = found.first.checked_sub(1).filter(|&before| parse.tag(before) == Tag::Preposition);
        let again = before.and_then(|before| {
            (inner + 1..=end)
                .find(|&at| parse.tag(at) == Tag::Coordinator && parse.word(at + 1) == parse.word(before))
                .map(|at| self.back_over(at))
        });
        let end = again.map_or(end, |again| end.min(again));
        // "warnings that the plan was bogus, according to a memo"
        let said = self.next_report(inner, end).map_or(end, |mark| end.min(self.back_over(mark)));
        let end = said.max(inner);
        Some(Stretch { first, last: end.max(inner) })
    }
}
