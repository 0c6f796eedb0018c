//! "It is up to Israel to leave", "The onus is on Kenya to pay": what a party's speaker lays on another without a modal.

use super::draft::Draft;
use super::sentence::{Finding, Sentence};
use super::voice::OBLIGATION;
use crate::language::Tag;
use crate::language::extent::Stretch;
use crate::language::named;
use crate::language::word_list::{WordList, words};
use crate::record::Kind;

/// What stands between the copula and whoever has to act.
const LAID: &[&[&str]] = &[
    &["up", "to"],
    &["down", "to"],
    &["incumbent", "on"],
    &["incumbent", "upon"],
    &["time", "for"],
    &["high", "time", "for"],
    &["on"],
    &["with"],
];

/// Subjects that lie on somebody.
const BURDENS: &WordList = words!["onus", "burden", "obligation", "responsibility", "duty"];

impl Sentence<'_> {
    /// Adds what a speaker says that it is for another party to do.
    pub(super) fn burdens(&self, drafts: &mut Vec<Draft>) {
        for group in 0..self.parse.groups().len() {
            let Some(draft) = self.burden(group) else { continue };
            let said = |known: &Draft| known.kind == draft.kind && known.content == draft.content;
            if !drafts.iter().any(said) {
                drafts.push(draft);
            }
        }
    }

    fn burden(&self, group: usize) -> Option<Draft> {
        let parse = self.parse;
        let found = parse.groups()[group];
        let lies = parse.is_in(found.lemma, words!["be", "lie", "rest", "fall"]);
        if !lies || !found.has_tense() || found.negation.is_some() || found.modal.is_some() || parse.is_question() {
            return None;
        }
        let subject = parse.phrases()[*parse.nodes()[group].subjects().first()?].head;
        let burden = parse.is_in(parse.lemma(subject), BURDENS);
        let start = parse.over_adverbs(found.last + 1);
        let reads = |words: &[&str]| words.iter().enumerate().all(|(nth, word)| parse.reads_word(start + nth, word));
        let laid = LAID.iter().find(|words| reads(words) && (words.len() > 1 || burden))?;
        if !burden && parse.word(subject) != named::IT {
            return None;
        }
        let addressee = parse.phrase_at(start + laid.len())?;
        let after = parse.phrases()[addressee].last + 1;
        let act = parse.act(after).filter(|_| parse.tag(after) == Tag::To)?;
        let (parties, report) = self.seeker().voice(found.first)?;
        let toward = self.seeker().parties_of(addressee);
        if toward.is_empty() || toward.without(parties) != toward {
            return None;
        }
        let cue = Stretch { first: found.first, last: start + laid.len() - 1 };
        let words = parse.span(cue.first, cue.last).of(parse.text);
        let why = format!("“{words}” lays it on another party ({OBLIGATION})");
        let content = Stretch { first: if parse.tag(act.first) == Tag::To { act.first + 1 } else { act.first }, ..act };
        let held = self.spoken(parties, report);
        let draft =
            self.draft(Finding { rule: OBLIGATION, kind: Kind::Demand, held, content, cue, group: report.group, why });
        Some(Draft { toward, ..draft })
    }
}
