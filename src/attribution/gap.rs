//! Reports whose content stands before them: what he called "…", a charge that she denies, which many say was late.

use super::content::Shape;
use super::edge::{complement_end, of_subject};
use super::find::{Finder, Finding};
use crate::language::Tag;
use crate::language::classes::Class;
use crate::language::clause::Link;
use crate::language::extent::Stretch;
use crate::language::named;
use crate::language::phrase::{Form, Unit};

impl Finder<'_> {
    /// A report in a relative clause or a free relative that leaves a gap for what is said.
    pub(super) fn by_gap(&self, at: usize) -> Option<Finding> {
        let parse = self.parse;
        let group = parse.groups()[at];
        let subject = parse.nodes()[at].subjects().first().copied()?;
        let found = parse.phrases()[subject];
        let plain = group.form == Form::Finite && !group.passive && found.last < group.first;
        if !plain || self.is_thing(subject) || self.is_dummy(subject) || parse.is_time_phrase(subject) {
            return None;
        }
        let opener = found.first.checked_sub(1)?;
        let pieces = if parse.word(opener) == named::WHAT {
            self.free_relative(at)
        } else {
            self.bridged(at, opener).or_else(|| self.over_bridge(at, subject)).or_else(|| self.antecedent(at, subject))
        };
        let cue = Stretch { first: group.first, last: group.last };
        let report = self.report(subject, of_subject(parse, subject, at), Some(at), cue, pieces?);
        Some(Finding { report, voiced: false, listed: self.is_listed(at, subject), shape: Shape::Clause })
    }

    /// "what he called “a loophole”", "what critics describe as a purge", "what she said was a mistake".
    fn free_relative(&self, at: usize) -> Option<Vec<Stretch>> {
        let parse = self.parse;
        let group = parse.groups()[at];
        let is = |class| parse.classes().is(group.lemma, class);
        let next = group.last + 1;
        let bridge = parse.tensed_at(next).is_some() && is(Class::Clausal);
        if !(bridge || is(Class::Deems)) {
            return None;
        }
        let start = if parse.word(next) == named::AS { next + 1 } else { next };
        let nominal = matches!(parse.unit(start), Some(Unit::Phrase(_)))
            || matches!(parse.tag(start), Tag::Open | Tag::Adjective | Tag::Gerund);
        if !(bridge || nominal) {
            return None;
        }
        let field = self.quotes.field(parse, group.first);
        let last = match self.quotes.around(start).filter(|&(open, _)| open == start) {
            Some((_, close)) => close,
            None => self.before_mark(start, field.last),
        };
        // "what he called the “folly” of the plan and cited"
        let joined = (start + 1..=last).find(|&i| {
            parse.tag(i) == Tag::Coordinator && !bridge && parse.tensed_at(parse.over_adverbs(i + 1)).is_some()
        });
        Some(vec![Stretch { first: start, last: joined.map_or(last, |joined| joined - 1) }])
    }

    /// "donations, which many believe were illegal": the relative word and what it is said to do.
    fn bridged(&self, at: usize, opener: usize) -> Option<Vec<Stretch>> {
        let parse = self.parse;
        let group = parse.groups()[at];
        let relative = parse.tag(opener) == Tag::Relative && parse.nodes()[at].link == Link::Relative;
        // "a sham, which the mayor called insulting"
        let next = parse.tag(group.last + 1);
        let judged = parse.classes().is(group.lemma, Class::Deems)
            && matches!(next, Tag::Adjective | Tag::Gerund | Tag::Open | Tag::Determiner);
        if relative && judged {
            let field = self.quotes.field(parse, group.first);
            let first = group.last + 1;
            let piece = Stretch { first, last: self.before_mark(first, field.last) };
            return Some(vec![Stretch { first: opener, last: opener }, piece]);
        }
        let verb = parse.tensed_at(group.last + 1)?;
        let clausal = parse.classes().is(group.lemma, Class::Clausal) && parse.groups()[verb].has_tense();
        let field = self.quotes.field(parse, group.first);
        (relative && clausal).then(|| {
            let first = group.last + 1;
            vec![Stretch { first: opener, last: opener }, Stretch { first, last: self.before_mark(first, field.last) }]
        })
    }

    /// "an approach — one he said is rooted in the past": what the clause describes, and what it is said to be.
    fn over_bridge(&self, at: usize, subject: usize) -> Option<Vec<Stretch>> {
        let parse = self.parse;
        let (group, node) = (parse.groups()[at], parse.nodes()[at]);
        let phrase = node.antecedent.filter(|&phrase| node.link == Link::Relative && phrase != subject)?;
        let found = parse.phrases()[phrase];
        let verb = parse.tensed_at(group.last + 1).map(|verb| parse.groups()[verb])?;
        let plain = parse.classes().is(group.lemma, Class::Clausal) && verb.form == Form::Finite;
        let field = self.quotes.field(parse, group.first);
        let said = Stretch { first: group.last + 1, last: self.before_mark(group.last + 1, field.last) };
        let close = found.last < parse.phrases()[subject].first && parse.phrases()[subject].first <= found.last + 2;
        (plain && close).then(|| vec![Stretch { first: found.first, last: found.last }, said])
    }

    /// "a charge that his lawyers denied", "a claim she rejects": the phrase described.
    fn antecedent(&self, at: usize, subject: usize) -> Option<Vec<Stretch>> {
        let parse = self.parse;
        let (group, node) = (parse.groups()[at], parse.nodes()[at]);
        let phrase = node.antecedent.filter(|&phrase| node.link == Link::Relative && phrase != subject)?;
        let found = parse.phrases()[phrase];
        let utterance = [Class::Utterance, Class::ReportingNoun]
            .iter()
            .any(|&class| parse.classes().is(parse.lemma(found.head), class));
        let ends =
            matches!(parse.tag(group.last + 1), Tag::Stop | Tag::Comma | Tag::Close | Tag::Preposition | Tag::Adverb);
        let judges = parse.classes().is(group.lemma, Class::Judges) && !parse.classes().is(group.lemma, Class::Utters);
        let content = Stretch { first: found.first, last: complement_end(parse, found.last) };
        (utterance && ends && judges).then(|| vec![content])
    }

    /// The last token from `start` on before a comma, dash or colon, `last` at most.
    fn before_mark(&self, start: usize, last: usize) -> usize {
        let mark = |&i: &usize| matches!(self.parse.tag(i), Tag::Comma | Tag::Dash | Tag::Colon);
        (start + 1..=last).find(mark).map_or(last, |mark| mark - 1)
    }
}
