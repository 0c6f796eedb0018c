//! How a sentence says that points are closed before it tells them: "There was progress: …", "They settled one
//! question: …", and how the next ones go on with the terms: "Under them, …".

use super::candidate::Candidate;
use super::draft::Draft;
use super::run::{Footing, Run};
use super::sentence::Sentence;
use crate::language::Tag;
use crate::language::extent::Stretch;
use crate::language::named;
use crate::language::word_list::{WordList, words};
use crate::record::Kind;

/// What there is where points have been closed.
const ACCORDS: &WordList = words!["accord", "agreement", "consensus", "movement", "progress", "understanding"];

/// Verbs with which parties close a point.
const CLOSES: &WordList = words!["agree", "close", "decide", "resolve", "settle", "solve"];

/// What talks that end without one have not brought.
const OUTCOMES: &WordList =
    words!["accord", "agreement", "breakthrough", "conclusion", "consensus", "deal", "decision"];

/// Verbs of talking about a point.
const RAISES: &WordList =
    words!["address", "consider", "debate", "discuss", "examine", "mention", "negotiate", "raise"];

impl Sentence<'_> {
    /// The words before a colon that say that what stands behind it has been agreed.
    pub(super) fn settles_behind_colon(&self) -> Option<Stretch> {
        let parse = self.parse;
        let colon = (1..parse.tokens.len()).find(|&at| parse.tag(at) == Tag::Colon)?;
        (0..parse.groups().len())
            .filter(|&group| parse.groups()[group].last < colon)
            .find(|&group| {
                let found = parse.groups()[group];
                let so = || {
                    let governed = super::govern::governed(parse, group, true);
                    governed.barred.is_none() && !governed.negated && !governed.hedged && !governed.denied
                };
                let plain = found.has_tense() && found.modal.is_none();
                plain && (self.has_accord(group) || self.closes_counted(group, colon)) && so()
            })
            .map(|group| Stretch { first: parse.groups()[group].first, last: colon - 1 })
    }

    /// "there was progress on the quotas", "progress was made".
    fn has_accord(&self, group: usize) -> bool {
        let parse = self.parse;
        let found = parse.groups()[group];
        let accord = |&subject: &usize| {
            let phrase = parse.phrases()[subject];
            let noun = parse.text_of(parse.lemma(phrase.head));
            parse.word(phrase.first) != named::NO && ACCORDS.contains(noun)
        };
        let there =
            found.lemma == named::BE && parse.text_at(found.first.saturating_sub(1)).eq_ignore_ascii_case("there");
        let made = found.passive && parse.is_in(found.lemma, words!["make", "reach"]);
        (there || made) && parse.nodes()[group].subjects().iter().any(accord)
    }

    /// "The two sides settled one question:".
    fn closes_counted(&self, group: usize, colon: usize) -> bool {
        let parse = self.parse;
        let found = parse.groups()[group];
        let closes = !found.passive && parse.is_in(found.lemma, CLOSES);
        let object = parse.phrase_at(colon - 1).map(|phrase| parse.phrases()[phrase]);
        let counted = object.is_some_and(|phrase| {
            let noun = parse.text_of(parse.lemma(phrase.head));
            let one =
                (phrase.first..phrase.head).any(|at| parse.tag(at) == Tag::Number || parse.reads(at, words!["one"]));
            one && words!["dispute", "issue", "matter", "point", "question", "thing"].contains(noun)
        });
        closes && counted && !self.subject_parties(group).is_empty()
    }

    /// Takes away what only counts the points that a sentence announces: "Three chapters are closed".
    pub(super) fn drop_counts(&self, opener: Stretch, drafts: &mut Vec<Draft>) {
        let parse = self.parse;
        let counted = |tokens: Stretch| {
            let phrase = parse.phrase_at(parse.over_open(tokens.first));
            phrase.is_some_and(|phrase| parse.phrases()[phrase].last == tokens.last && self.counts(phrase))
        };
        drafts.retain(|draft| {
            let inside = draft.tokens.is_some_and(|tokens| opener.contains(tokens.first) || counted(tokens));
            draft.kind != Kind::Agreed || !inside
        });
    }

    /// "Under them, the army would …": the terms of what has been agreed, told with "would".
    pub(super) fn goes_under(&self, run: &Run) -> Run {
        let parse = self.parse;
        let first = parse.over_open(0);
        let under =
            parse.reads(first, words!["under"]) && parse.reads(first + 1, words!["it", "them", "these", "this"]);
        let announced = matches!(run.footing, Footing::Announced | Footing::Claimed) && run.kind == Kind::Agreed;
        let footing = if under && announced { Footing::Granted } else { run.footing };
        Run { footing, ..run.clone() }
    }

    /// "Fishing rights were discussed but no agreement was reached": the point is what the clause before was about.
    pub(super) fn left_without(&self, candidate: &Candidate) -> Option<Vec<Stretch>> {
        let parse = self.parse;
        let group = candidate.group().filter(|&group| parse.groups()[group].passive)?;
        let &[content] = candidate.filled.contents.as_slice() else { return None };
        let phrase = parse.phrases()[parse.phrase_at(content.first)?];
        let none = parse.word(phrase.first) == named::NO && phrase.last == content.last;
        let outcome = parse.is_in(parse.lemma(phrase.head), OUTCOMES);
        let before = (0..group).rev().find(|&group| parse.groups()[group].has_tense()).filter(|_| none && outcome)?;
        let raised = parse.groups()[before].passive && parse.is_in(parse.groups()[before].lemma, RAISES);
        let subjects = parse.nodes()[before].subjects().iter();
        let points = subjects.filter_map(|&subject| parse.thing(parse.phrases()[subject].first)).filter(|_| raised);
        let points: Vec<Stretch> = points.collect();
        (!points.is_empty()).then_some(points)
    }
}
