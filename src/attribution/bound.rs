//! Where what is said ends: at the next report, an aside, a verb that goes on with the speaker.

use super::find::Finder;
use crate::language::Tag;
use crate::language::classes::Class;
use crate::language::named;
use crate::language::phrase::{Form, Unit};
use crate::language::word_list::words;

impl Finder<'_> {
    /// The comma before ", X said", ", according to", ", adding that" behind `start`.
    pub(super) fn next_report(&self, start: usize, last: usize) -> Option<usize> {
        let parse = self.parse;
        // "said “A”, adding: “B”": a quotation that ends before does not bound what follows.
        let level = self.quotes.around(start).filter(|&(_, close)| close >= last);
        (start + 1..last).find_map(|i| {
            if self.tells_before(i) && self.quotes.around(i) == level {
                return Some(i - 1);
            }
            let mark = matches!(parse.tag(i), Tag::Comma | Tag::Dash) || parse.tag(i) == Tag::Close;
            if !mark || (self.quotes.around(i) != level && parse.tag(i) != Tag::Close) {
                return None;
            }
            let ends = match parse.unit(i + 1) {
                Some(Unit::Phrase(phrase)) => self.report_ends(
                    parse.over_adverbs(super::edge::complement_end(parse, parse.phrases()[phrase].last) + 1),
                ),
                Some(Unit::Group(group)) => {
                    let found = parse.groups()[group];
                    let gerund = found.form == Form::Gerund
                        && (self.reports_at(group) || self.speaks_of(found.lemma, parse.word(found.last + 1)));
                    let gerund = gerund && !self.is_before_main(start, i);
                    gerund && !self.is_inserted(i, last) || parse.nodes()[group].inverted
                }
                _ => parse.word(i + 1) == named::ACCORDING || self.opens_told(i + 1),
            };
            ends.then_some(i)
        })
    }

    /// "told her that while he had spent the week proposing cuts, listing them, his mood": what is said opens with a
    /// circumstance which a comma behind `mark` closes.
    fn is_before_main(&self, start: usize, mark: usize) -> bool {
        let parse = self.parse;
        let opens = parse.tag(start) == Tag::Subordinator && !parse.classes().is(parse.word(start), Class::Content);
        opens
            && (mark + 1..parse.tokens.len()).any(|i| {
                parse.tag(i) == Tag::Comma
                    && parse.phrase_at(i + 1).is_some_and(|subject| {
                        (0..parse.groups().len()).any(|verb| {
                            parse.nodes()[verb].subjects().contains(&subject) && parse.groups()[verb].first > i
                        })
                    })
            })
    }

    /// "a witness, citing memos, had told": the aside that the comma at `open` begins is closed before the verb.
    fn is_inserted(&self, open: usize, last: usize) -> bool {
        let parse = self.parse;
        let close = (open + 2..last).take(12).find(|&i| parse.tag(i) == Tag::Comma);
        let verb = close.and_then(|close| parse.tensed_at(parse.over_adverbs(close + 1)));
        verb.is_some_and(|verb| {
            let before = |&subject: &usize| parse.phrases()[subject].last < open;
            !parse.nodes()[verb].inverted && parse.nodes()[verb].subjects().iter().all(before)
        })
    }

    /// Tells whether a reporting verb at `verb` is followed by a mark.
    fn report_ends(&self, verb: usize) -> bool {
        let parse = self.parse;
        parse.group_at(verb).is_some_and(|group| {
            let found = parse.groups()[group];
            let speaks = parse.classes().is(found.lemma, Class::Speech) && found.form == Form::Finite && !found.passive;
            let next = self.over_circumstances(self.addressee_end(group)) + 1;
            speaks && matches!(parse.tag(next), Tag::Stop | Tag::Comma | Tag::Close | Tag::Subordinator | Tag::Gerund)
        })
    }

    /// Tells whether the verb of a group says that somebody speaks.
    pub(super) fn reports_at(&self, group: usize) -> bool {
        let lemma = self.parse.groups()[group].lemma;
        [Class::Speech, Class::Judges, Class::Deems].iter().any(|&class| self.parse.classes().is(lemma, class))
    }

    pub(super) fn back_over(&self, at: usize) -> usize {
        let joins = |at: usize| matches!(self.parse.tag(at), Tag::Comma | Tag::Coordinator | Tag::Dash);
        let mut at = at;
        // "will step aside, pointing to": an adverb is left out only where it goes with the mark before it.
        while at > 0 && (joins(at) || self.parse.tag(at) == Tag::Adverb && joins(at - 1)) {
            at -= 1;
        }
        at
    }

    /// "said they would cut costs before reminding him that": the speaker goes on behind the word at `at`.
    pub(super) fn tells_before(&self, at: usize) -> bool {
        let parse = self.parse;
        if !matches!(parse.tag(at), Tag::Preposition | Tag::Subordinator)
            || !self.is_lemma(at, words!["before", "after", "while"])
        {
            return false;
        }
        let told = parse.group_at(parse.over_adverbs(at + 1)).map(|group| (group, parse.groups()[group]));
        told.is_some_and(|(group, found)| {
            let tells = parse.classes().is_any(found.lemma, &[Class::Speech, Class::Judges]);
            found.form == Form::Gerund && tells && !found.passive && self.verb_of_content(group)
        })
    }

    /// Tells whether a gerund has something that is told behind it.
    fn verb_of_content(&self, group: usize) -> bool {
        let parse = self.parse;
        let next = parse.groups()[group].last + 1;
        parse.phrase_at(parse.over_open(next)).is_some() || parse.classes().is(parse.word(next), Class::Content)
    }

    /// ", for which the chair reminded him that": the preposition at `at` and its relative word open another report.
    fn opens_told(&self, at: usize) -> bool {
        let parse = self.parse;
        let relative = parse.tag(at) == Tag::Preposition && parse.tag(at + 1) == Tag::Relative;
        relative
            && parse.phrase_at(at + 2).is_some_and(|who| {
                let verb = parse.group_at(parse.over_adverbs(parse.phrases()[who].last + 1));
                verb.is_some_and(|verb| self.reports_at(verb) && parse.groups()[verb].form == Form::Finite)
            })
    }
}
