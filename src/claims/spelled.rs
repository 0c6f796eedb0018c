//! Points spelled out after a colon, a dash or a comma: "has one demand: a drought rule", "its main demand, a rule".

use super::candidate::{Candidate, Carrier};
use super::draft::Draft;
use super::filled::Filled;
use super::sentence::Sentence;
use crate::language::Tag;
use crate::language::extent::Stretch;
use crate::language::named;
use crate::language::phrase::Unit;
use crate::language::word_list::{WordList, words};
use crate::record::Kind;
use crate::rules::{Cue, Element, Outcome, Rule};

/// Nouns that only announce a point.
const ANNOUNCING: &WordList = words![
    "thing",
    "point",
    "issue",
    "item",
    "condition",
    "demand",
    "step",
    "clause",
    "measure",
    "term",
    "area",
    "matter",
    "request",
    "proposal",
    "offer",
    "text",
    "concession",
    "principle",
    "question",
    "topic",
    "red-line",
    "line",
    "option",
    "change",
    "block",
    "hurdle",
    "obstacle",
    "priority",
    "snag",
];

impl Sentence<'_> {
    /// A candidate whose content only announces a point gets the point that a colon or dash spells out.
    pub(super) fn spell_out(&self, candidate: &Candidate) -> Option<Vec<Stretch>> {
        if let Some(points) = self.examples(candidate) {
            return Some(points);
        }
        let content = candidate.filled.contents.last()?;
        if let Some(points) = self.in_particular(candidate, *content) {
            return Some(points);
        }
        if candidate.filled.contents.len() != 1 || !self.announces(*content) {
            return None;
        }
        let mark =
            if content.last >= candidate.cue.last { content.last + 1 } else { self.mark_after(candidate.cue.last)? };
        // "asks for three pledges ahead of the vote: …"
        let mark = self.over_more(mark);
        let late = || self.mark_after(content.last).filter(|_| self.is_counted(*content));
        let mark = if matches!(self.parse.tag(mark), Tag::Colon | Tag::Dash | Tag::Comma) { mark } else { late()? };
        self.after_mark(mark)
    }

    /// "remain apart on beef, in particular its labels and its price": the points that a comma singles out of what is open.
    fn in_particular(&self, candidate: &Candidate, content: Stretch) -> Option<Vec<Stretch>> {
        let parse = self.parse;
        let open = self.rules.get(candidate.id).is_some_and(|(rule, _)| rule.kind == Kind::Open);
        let at = content.last + 2;
        let length = match () {
            () if parse.reads(at, words!["namely", "notably", "chiefly", "especially"]) => 1,
            () if parse.reads(at, words!["in"]) && parse.reads(at + 1, words!["particular"]) => 2,
            () => return None,
        };
        let points = parse.things(parse.over_open(at + length));
        (open && parse.tag(at - 1) == Tag::Comma && !points.is_empty()).then_some(points)
    }

    /// "threw out a plan of many years, a joint fleet": an apposition behind what describes it.
    fn told_apart(&self, content: Stretch) -> bool {
        let parse = self.parse;
        let Some(Unit::Phrase(phrase)) = parse.unit(parse.over_open(content.first)) else { return false };
        let found = parse.phrases()[phrase];
        let head = parse.text_of(parse.lemma(found.head));
        let described = parse.tag(found.last + 1) == Tag::Relative || parse.tensed_at(found.last + 2).is_some();
        words!["idea", "notion", "suggestion", "scheme", "proposal"].contains(head)
            && described
            && self.is_apposed(content.last + 1)
    }

    /// "to quit Goma, something the rebels rule out", "…, a formula Kyiv accepted": the point is what stands before the
    /// comma.
    pub(super) fn point_before(&self, candidate: &Candidate, drafts: &[Draft], found: &mut [Draft]) {
        let parse = self.parse;
        let Some(content) = candidate.filled.contents.first() else { return };
        let (Some(phrase), Some(comma)) = (parse.phrase_at(content.first), content.first.checked_sub(1)) else {
            return;
        };
        if let Some(named) = self.described_claim(candidate, content.first, drafts) {
            for draft in found {
                draft.content = named.content;
                draft.tokens = named.tokens;
                draft.issues.clone_from(&named.issues);
            }
            return;
        }
        let head = parse.noun(phrase);
        let announced = head == "something"
            || ANNOUNCING.contains(head)
            || words!["formula", "idea", "link", "move", "notion", "provision", "scheme", "sum"].contains(head);
        if parse.tag(comma) != Tag::Comma || !announced || candidate.cue.first <= content.first {
            return;
        }
        let before = |draft: &&Draft| draft.tokens.is_some_and(|tokens| tokens.last + 1 == comma);
        let Some(point) = drafts.iter().rfind(before) else { return };
        for draft in found {
            draft.content = point.content;
            draft.tokens = point.tokens;
            draft.issues.clone_from(&point.issues);
        }
    }

    /// "that its leaders leave Gaza, which Hamas rejected": the claim that the relative clause behind a comma describes,
    /// where its antecedent stands inside what is done there.
    fn described_claim<'d>(&self, candidate: &Candidate, first: usize, drafts: &'d [Draft]) -> Option<&'d Draft> {
        let parse = self.parse;
        let opener = parse.nodes()[candidate.group()?].opener?;
        let comma = opener.checked_sub(1).filter(|&at| parse.tag(at) == Tag::Comma)?;
        drafts.iter().rfind(|draft| {
            draft.tokens.is_some_and(|tokens| {
                let acts = (tokens.first..first).any(|at| parse.group_at(at).is_some());
                tokens.last + 1 == comma && tokens.contains(first) && acts
            })
        })
    }

    /// "has a further request:", "has another wish besides,": the mark behind what only adds to the count.
    fn over_more(&self, at: usize) -> usize {
        let parse = self.parse;
        let more = parse.reads(at, words!["more", "else", "besides", "further"]);
        let next = at + usize::from(more);
        let asked = parse.reads(next, words!["of", "from"]) && more;
        let whom = parse.phrase_at(next + 1).filter(|&phrase| asked && self.scene.actor(phrase).is_some());
        let behind = whom.map_or(next, |phrase| parse.phrases()[phrase].last + 1);
        if matches!(parse.tag(behind), Tag::Colon | Tag::Dash | Tag::Comma) { behind } else { at }
    }

    /// The colon or dash behind a predicate ("One thing is off the table for Kyiv: …").
    fn mark_after(&self, at: usize) -> Option<usize> {
        (at + 1..self.parse.tokens.len()).take(8).find(|&i| matches!(self.parse.tag(i), Tag::Colon | Tag::Dash))
    }

    /// "four assurances", "two of the points": a number of things.
    fn is_counted(&self, content: Stretch) -> bool {
        let parse = self.parse;
        parse.tag(parse.over_open(content.first)) == Tag::Number
            && parse
                .phrase_at(content.first)
                .is_some_and(|phrase| parse.tag(parse.phrases()[phrase].head) == Tag::Plural)
    }

    fn announces(&self, content: Stretch) -> bool {
        let parse = self.parse;
        let Some(Unit::Phrase(phrase)) = parse.unit(parse.over_open(content.first)) else { return false };
        let found = parse.phrases()[phrase];
        let head = parse.text_of(parse.lemma(found.head));
        let counted = self.is_counted(content) && !parse.is_time_phrase(phrase);
        let another = found.first == found.last && head == "another";
        // "asked for exactly that, a ferry on its bank of the river"
        let pointed = found.first == found.last
            && parse.reads(found.head, words!["that", "this"])
            && self.is_apposed(found.last + 1)
            && parse.reads(found.last + 2, words!["a", "an"]);
        // "the main stumbling blocks of the talks – the toll and the dam"
        let of_talks = parse.reads(found.last + 1, words!["of", "in"])
            && content.last <= found.last + 3
            && parse.reads(content.last, words!["talks", "negotiations"]);
        (found.last == content.last || of_talks) && (ANNOUNCING.contains(head) || counted || another || pointed)
            || self.told_apart(content)
    }

    /// The things or acts after a colon, dash or apposition comma at `mark`.
    fn after_mark(&self, mark: usize) -> Option<Vec<Stretch>> {
        let parse = self.parse;
        if !matches!(parse.tag(mark), Tag::Colon | Tag::Dash | Tag::Comma) {
            return None;
        }
        let named = parse.reads(mark + 1, words!["namely"]);
        let start = parse.over_open(mark + 1 + usize::from(named));
        if parse.word(start) == named::THAT && (named || parse.tag(mark) != Tag::Comma) {
            let clauses = parse.clauses(start + 1);
            if !clauses.is_empty() {
                return Some(clauses);
            }
        }
        let contents = if let Unit::Group(_) = parse.unit(start)? {
            if parse.tag(mark) == Tag::Comma {
                return None;
            }
            parse.acts(start)
        } else {
            let things = parse.things(start);
            let verb = things.last().and_then(|thing| parse.tensed_at(parse.over_adverbs(thing.last + 1)));
            match verb {
                Some(_) if parse.tag(mark) != Tag::Comma => parse.clauses(start),
                // "rejected a clause, its minister said"
                Some(_) => return None,
                None => things,
            }
        };
        (!contents.is_empty()).then_some(contents)
    }

    /// "Egypt put forward its main demand, a drought rule": the point of a noun that nothing follows.
    fn noun_spelled(&self, phrase: usize) -> Option<Vec<Stretch>> {
        let parse = self.parse;
        let mark = parse.phrases()[phrase].last + 1;
        let mark = self.over_link(mark);
        let announced = matches!(parse.tag(mark), Tag::Colon | Tag::Dash) || self.is_apposed(mark);
        if announced { self.after_mark(mark) } else { None }
    }

    /// "remain as follows:", "are these:", "include the following:": the colon behind what announces a list, else `at`.
    fn over_link(&self, at: usize) -> usize {
        let parse = self.parse;
        let links = |verb: usize| parse.is_in(parse.groups()[verb].lemma, words!["be", "include", "remain", "stand"]);
        let Some(verb) = parse.tensed_at(at).filter(|&verb| links(verb)) else { return at };
        let mut next = parse.over_adverbs(parse.groups()[verb].last + 1);
        let idle = |at: usize| {
            let text = parse.text_at(at);
            words!["as", "follows", "the", "following", "these", "points"].contains(text)
        };
        while idle(next) {
            next += 1;
        }
        if parse.tag(next) == Tag::Colon { next } else { at }
    }

    /// Candidates for nouns of stance whose point a colon, dash or apposition spells out.
    pub(super) fn spelled_nouns(&self, carriers: &[Vec<Candidate>]) -> Vec<Vec<Candidate>> {
        let taken = |phrase: usize| carriers.iter().flatten().any(|known| known.carrier == Carrier::Noun(phrase));
        let mut found = Vec::new();
        for phrase in 0..self.parse.phrases().len() {
            found.extend(self.spelled_noun(phrase).filter(|_| !taken(phrase)).map(|candidate| vec![candidate]));
        }
        found
    }

    fn spelled_noun(&self, phrase: usize) -> Option<Candidate> {
        let parse = self.parse;
        let head = parse.phrases()[phrase].head;
        let named = |element: &Element| matches!(element, Element::Thing | Element::Act { .. });
        let fits = |rule: &Rule, cue: &Cue| {
            cue.takes.iter().any(|pattern| pattern.elements.iter().any(named))
                && cue.affirmed != Outcome::Silent
                && matches!(rule.kind, Kind::Demand | Kind::Offer | Kind::RedLine)
        };
        let id = self.noun_cue(phrase, fits)?;
        let contents = self.noun_spelled(phrase)?;
        let filled = Filled { contents, ..Filled::default() };
        let cue = Stretch { first: head, last: head };
        Some(Candidate { id, carrier: Carrier::Noun(phrase), cue, filled, passive: false })
    }

    /// Tells whether a comma at `mark` opens an apposition with an article that closes or ends the sentence.
    fn is_apposed(&self, mark: usize) -> bool {
        let parse = self.parse;
        let indefinite = parse.tag(mark + 1) == Tag::Number
            || parse.reads(mark + 1, words!["a", "an", "no", "any", "another", "joint", "full"]);
        let end = parse.things(mark + 1).last().map(|thing| thing.last + 1);
        parse.tag(mark) == Tag::Comma
            && indefinite
            && end.is_some_and(|end| matches!(parse.tag(end), Tag::Stop | Tag::Comma))
    }
}
