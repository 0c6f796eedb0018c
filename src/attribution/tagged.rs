//! Quotations whose verb is none of saying: “…,” she beamed; he fired back: “…”; the chair issued this statement: “…”.

use super::content::Shape;
use super::edge::of_subject;
use super::find::{Finder, Finding};
use crate::language::Tag;
use crate::language::classes::Class;
use crate::language::clause::Link;
use crate::language::extent::Stretch;
use crate::language::named;
use crate::language::phrase::Form;
use crate::language::word_list::words;

/// The most tokens between such a verb and the colon before what is quoted.
const NEAR: usize = 18;

impl Finder<'_> {
    /// A verb that only its place beside a quotation makes one of saying.
    pub(super) fn by_quotation(&self, at: usize) -> Option<Finding> {
        let parse = self.parse;
        if self.quotes.is_empty() {
            return None;
        }
        let group = parse.groups()[at];
        let subject = parse.nodes()[at].subjects().first().copied()?;
        // "But she refused, hitting back: “…”"
        let gerund = group.form == Form::Gerund
            && group.first.checked_sub(1).is_some_and(|mark| parse.tag(mark) == Tag::Comma)
            && parse.nodes()[at].link == Link::Adverbial;
        // "It went on to say: “…”": the infinitive tells.
        let next = (at + 1 < parse.groups().len()).then(|| parse.groups()[at + 1]);
        let told = next.is_some_and(|next| {
            next.form == Form::Infinitive
                && next.first <= group.last + 2
                && parse.classes().is(next.lemma, Class::Speech)
        });
        let plain = !told
            && (group.form == Form::Finite || gerund)
            && !group.passive
            && parse.nodes()[at].link != Link::Relative
            && self.quotes.around(group.first).is_none();
        if !plain || self.is_thing(subject) || self.is_dummy(subject) || self.is_author(subject) {
            return None;
        }
        let source = of_subject(parse, subject, at);
        let quote = (!gerund).then(|| self.quote_before(at, source)).flatten();
        let quote = quote.or_else(|| self.quote_behind_colon(group.last))?;
        let cue = Stretch { first: group.first, last: group.last };
        let report = self.report(subject, source, Some(at), cue, vec![quote]);
        Some(Finding { report, voiced: true, listed: group.negation.is_none(), shape: Shape::Quote })
    }

    /// "“…” is how one diplomat described the summit"
    pub(super) fn by_how(&self, at: usize) -> Option<Finding> {
        let parse = self.parse;
        if self.quotes.is_empty() {
            return None;
        }
        let group = parse.groups()[at];
        let subject = parse.nodes()[at].subjects().first().copied().filter(|&subject| !self.is_thing(subject))?;
        let how = parse.phrases()[subject].first.checked_sub(1).filter(|&how| self.is_lemma(how, words!["how"]))?;
        let be = how.checked_sub(1).and_then(|before| parse.tensed_at(before)).map(|be| parse.groups()[be])?;
        let close = be.first.checked_sub(1).filter(|&close| parse.tag(close) == Tag::Close)?;
        let (open, _) = self.quotes.around(close).filter(|_| be.lemma == named::BE && group.form == Form::Finite)?;
        let cue = Stretch { first: group.first, last: group.last };
        let quote = vec![Stretch { first: open, last: close }];
        let report = self.report(subject, of_subject(parse, subject, at), Some(at), cue, quote);
        Some(Finding { report, voiced: true, listed: group.negation.is_none(), shape: Shape::Quote })
    }

    /// "“…,” Huckabee defended.": what is quoted ends in a comma, and source and verb follow it.
    fn quote_before(&self, at: usize, source: Stretch) -> Option<Stretch> {
        let parse = self.parse;
        let close = source.first.checked_sub(1).filter(|&close| parse.tag(close) == Tag::Close)?;
        let (open, _) = self.quotes.around(close)?;
        let cut = close > 0 && matches!(parse.tag(close - 1), Tag::Comma | Tag::Stop);
        let verb = parse.groups()[at];
        let next = self.over_circumstances(verb.last) + 1;
        let ends = matches!(parse.tag(next), Tag::Stop | Tag::Comma | Tag::Close | Tag::Subordinator)
            || self.is_lemma(next, words!["before", "after", "as"])
            || next >= parse.tokens.len();
        // "“…,” she wrote in a letter, made public on Friday": another verb stands between.
        let alone = (source.last + 1..verb.first).all(|i| parse.group_at(i).is_none());
        (cut && ends && alone && source.last < verb.first).then_some(Stretch { first: open, last: close })
    }

    /// "Romney shot back: “…”"
    fn quote_behind_colon(&self, last: usize) -> Option<Stretch> {
        let parse = self.parse;
        let colon = (last + 1..parse.tokens.len())
            .take(NEAR)
            .take_while(|&i| parse.tensed_at(i).is_none() && !self.opens_aside(i))
            .find(|&i| parse.tag(i) == Tag::Colon)?;
        let (open, close) = self.quotes.around(colon + 1).filter(|&(open, _)| open == colon + 1)?;
        Some(Stretch { first: open, last: close })
    }

    /// ", hitting back: …": a gerund behind a comma has the quotation to itself.
    fn opens_aside(&self, at: usize) -> bool {
        self.parse.tag(at) == Tag::Gerund && self.parse.tag(at - 1) == Tag::Comma
    }

    /// The speaker, the source and the cue of a sentence that ends in a colon before what is quoted in the next: "she said:".
    pub(super) fn introduction(&self) -> Option<(usize, Stretch, Stretch)> {
        let parse = self.parse;
        let colon = parse.tokens.len().checked_sub(1).filter(|&last| parse.tag(last) == Tag::Colon)?;
        // "The daily quoted a Fijian official:"
        let quoted = parse.phrase_at(colon - 1).map(|phrase| (phrase, parse.phrases()[phrase]));
        if let Some((phrase, found)) = quoted
            && let Some(verb) = found.first.checked_sub(1).and_then(|before| parse.group_at(before))
            && parse.is_in(parse.groups()[verb].lemma, words!["cite", "quote"])
            && parse.groups()[verb].form == Form::Finite
        {
            let cue = Stretch { first: parse.groups()[verb].first, last: parse.groups()[verb].last };
            return Some((phrase, Stretch { first: found.first, last: found.last }, cue));
        }
        let at = (0..parse.groups().len()).rev().find(|&at| {
            let group = parse.groups()[at];
            let conveyed = parse.phrase_at(parse.over_adverbs(group.last + 1)).is_some_and(|phrase| {
                let head = parse.lemma(parse.phrases()[phrase].head);
                [Class::ReportingNoun, Class::Utterance].iter().any(|&class| parse.classes().is(head, class))
            });
            let says = parse.classes().is(group.lemma, Class::Speech) || conveyed;
            group.form == Form::Finite && !group.passive && group.last + NEAR > colon && says
        })?;
        let subject = self.subject_of(at).filter(|&subject| !self.is_thing(subject) && !self.is_dummy(subject))?;
        let group = parse.groups()[at];
        let cue = Stretch { first: group.first, last: self.addressee_end(at) };
        (group.negation.is_none() && !self.is_author(subject)).then(|| (subject, of_subject(parse, subject, at), cue))
    }
}
