//! Reports by turns of phrase: is confident that, made clear, put it, expressed concern over, as it has it.

use super::content::Shape;
use super::edge::{of_phrase, of_subject};
use super::find::{Finder, Finding};
use crate::language::Tag;
use crate::language::classes::Class;
use crate::language::extent::Stretch;
use crate::language::named;
use crate::language::phrase::{Form, Unit};
use crate::language::word_list::{WordList, words};

/// How somebody is who says what stands behind a colon.
const FRANK: &WordList = words![
    "adamant",
    "blunt",
    "brief",
    "candid",
    "categorical",
    "clear",
    "curt",
    "defiant",
    "direct",
    "dismissive",
    "emphatic",
    "firm",
    "frank",
    "philosophical",
    "scathing",
    "succinct",
    "terse",
    "unapologetic",
    "unequivocal",
    "unrepentant",
];

impl Finder<'_> {
    /// "X is confident that …", "X was concerned about …".
    pub(super) fn by_state(&self, at: usize) -> Option<Finding> {
        let parse = self.parse;
        let group = &parse.groups()[at];
        if group.form != Form::Finite || !(group.passive || parse.classes().is(group.lemma, Class::Copula)) {
            return None;
        }
        let state = if group.passive { group.head } else { parse.over_adverbs(group.last + 1) };
        if !group.passive && !matches!(parse.tag(state), Tag::Adjective | Tag::Participle) {
            return None;
        }
        let feels = parse.classes().is(parse.word(state), Class::Attitude);
        let message = |&subject: &usize| {
            let head = parse.phrases()[subject].head;
            self.is_lemma(head, words!["message"]) || parse.classes().is(parse.lemma(head), Class::Utterance)
        };
        let speaks = parse.text_at(state + 1) == ":"
            && self.is_lemma(state, FRANK)
            && !parse.nodes()[at].subjects().iter().any(message);
        if !(feels || speaks) {
            return None;
        }
        let subject = self
            .subject_of(at)
            .filter(|&subject| !self.is_thing(subject) && !self.is_dummy(subject) && !self.is_author(subject))?;
        if parse.word(parse.phrases()[subject].head) == named::IT {
            return None;
        }
        let next = state + 1;
        let start = match parse.tag(next) {
            Tag::Subordinator | Tag::Relative if parse.classes().is(parse.word(next), Class::Content) => next + 1,
            Tag::Preposition
                if self.is_lemma(next, words!["about", "of"]) && parse.unit(next + 1) != Some(Unit::None) =>
            {
                next + 1
            }
            // "is adamant the cuts would fall elsewhere"
            _ if feels && !self.concerns(at) && self.opens_clause(next, parse.tokens.len() - 1) => next,
            // "The mayor was unequivocal: there would be no bailout"
            Tag::Colon if speaks => next + 1,
            _ => return None,
        };
        let content = Stretch { first: start, last: self.clause_end(at, start) };
        let report = self.report(
            subject,
            of_subject(parse, subject, at),
            Some(at),
            Stretch { first: group.first, last: state },
            vec![content],
        );
        Some(Finding { report, voiced: false, listed: true, shape: Shape::Clause })
    }

    /// Tells whether the verb of a state stands in "as far as X is concerned", or in what is asked ("whether he is sure").
    fn concerns(&self, at: usize) -> bool {
        let parse = self.parse;
        let asked = parse.nodes()[at].opener.is_some_and(|opener| self.is_lemma(opener, words!["whether", "if", "as"]));
        asked || self.is_lemma(parse.groups()[at].head, words!["concern"])
    }

    /// "as X put it", "X made clear that", "X expressed concern over", "X let it be known that".
    pub(super) fn by_idiom(&self, at: usize) -> Option<Finding> {
        let parse = self.parse;
        let group = parse.groups()[at];
        if group.form != Form::Finite && group.form != Form::Gerund {
            return None;
        }
        let turns = self.is_lemma(group.last, words!["have", "see", "tell", "put", "let", "make"]);
        if !turns && !parse.classes().is(group.lemma, Class::Conveys) {
            return None;
        }
        let subject = self.subject_of(at).filter(|&subject| !self.is_dummy(subject))?;
        let source = of_subject(parse, subject, at);
        let has = self.is_lemma(group.last, words!["have", "see", "tell"])
            && source.first > 0
            && self.is_lemma(source.first - 1, words!["as"]);
        if (has || self.is_lemma(group.last, words!["put"])) && parse.word(group.last + 1) == named::IT {
            let cue = Stretch { first: group.first, last: group.last + 1 };
            let block = self.block(at, source, cue);
            let content = self.quote_or_around(at, block, cue.last)?;
            return Some(Finding {
                report: self.report(subject, source, Some(at), cue, content),
                voiced: true,
                listed: true,
                shape: Shape::Around,
            });
        }
        if self.is_thing(subject) {
            return None;
        }
        let (cue, content, shape) = self.known_idiom(at).or_else(|| self.estimate(at)).or_else(|| self.light(at))?;
        Some(Finding {
            report: self.report(subject, source, Some(at), cue, vec![content]),
            voiced: shape == Shape::Clause,
            listed: group.negation.is_none(),
            shape,
        })
    }

    fn quote_or_around(&self, at: usize, block: Stretch, after: usize) -> Option<Vec<Stretch>> {
        let parse = self.parse;
        if let Some(pieces) = (block.first > 0).then(|| self.around(block, after)).flatten() {
            return Some(pieces);
        }
        let start = (after + 1..parse.tokens.len())
            .find(|&i| !matches!(parse.tag(i), Tag::Comma | Tag::Colon | Tag::Adverb))
            .filter(|&start| {
                parse.tag(start) == Tag::Open || matches!(parse.tag(start - 1), Tag::Comma | Tag::Colon)
            })?;
        Some(vec![Stretch { first: start, last: self.clause_end(at, start) }])
    }

    /// "made it clear that …, ruling that …"
    pub(super) fn is_made_known(&self, at: usize) -> bool {
        self.known_idiom(at).is_some()
    }

    /// "let it be known that", "made it clear that", "let the envoys know that".
    fn known_idiom(&self, at: usize) -> Option<(Stretch, Stretch, Shape)> {
        let parse = self.parse;
        let group = parse.groups()[at];
        if !self.is_lemma(group.last, words!["let", "make"]) {
            return None;
        }
        let word = (group.last + 1..parse.tokens.len()).take(5).find(|&i| {
            parse.is_in(parse.word(i), words!["know", "known", "understand", "understood", "clear", "plain", "slip"])
        })?;
        // "made it clear from the start that"
        let passed = self.over_circumstances(word) + 1;
        let far = passed > word + 1 && parse.classes().is(parse.word(passed), Class::Content);
        let that = if far { passed } else { word + 1 };
        // "made clear they would stay"
        let start = match parse.classes().is(parse.word(that), Class::Content) {
            true => that + 1,
            false if self.opens_clause(that, parse.tokens.len() - 1) => that,
            false => return None,
        };
        let cue = Stretch { first: group.first, last: word };
        Some((cue, Stretch { first: start, last: self.clause_end(at, start) }, Shape::Clause))
    }

    /// "put the size of the crowd at 20,000".
    fn estimate(&self, at: usize) -> Option<(Stretch, Stretch, Shape)> {
        let parse = self.parse;
        let group = parse.groups()[at];
        if !self.is_lemma(group.last, words!["put"]) {
            return None;
        }
        let object = parse.phrase_at(group.last + 1)?;
        let end = super::edge::complement_end(parse, parse.phrases()[object].last);
        let figure = (parse.phrases()[object].last..=end + 2)
            .any(|i| parse.tag(i) == Tag::Number && self.is_lemma(i - 1, words!["at"]));
        let content = Stretch { first: parse.phrases()[object].first, last: self.clause_end(at, group.last + 1) };
        figure.then_some((Stretch { first: group.first, last: group.last }, content, Shape::Thing))
    }

    /// "issued a warning that", "expressed concern over".
    fn light(&self, at: usize) -> Option<(Stretch, Stretch, Shape)> {
        let parse = self.parse;
        let group = parse.groups()[at];
        if !parse.classes().is(group.lemma, Class::Conveys) {
            return None;
        }
        let phrase = parse.phrase_at(parse.over_open(parse.over_adverbs(group.last + 1)))?;
        let found = parse.phrases()[phrase];
        if !parse.classes().is(parse.lemma(found.head), Class::Utterance) {
            return None;
        }
        let cue = Stretch { first: group.first, last: found.last };
        // "expressed “regret” over the cuts"
        let next = found.last + 1 + usize::from(parse.tag(found.last + 1) == Tag::Close);
        let start = next + 1;
        if parse.classes().is(parse.word(next), Class::Content) {
            return Some((cue, Stretch { first: start, last: self.clause_end(at, start) }, Shape::Clause));
        }
        let about = self.is_lemma(next, words!["for", "about", "over", "at", "of", "with"])
            && !self.is_lemma(group.last, words!["take", "have", "give"]);
        about.then(|| self.thing_after(at, start)).flatten().map(|content| (cue, content, Shape::Thing))
    }

    /// The source that a phrase names apart from any verb of its own.
    pub(super) fn phrase_source(&self, phrase: usize) -> Stretch {
        of_phrase(self.parse, phrase)
    }
}
