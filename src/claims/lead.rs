//! Operative paragraphs: an item that begins with a verb, read behind the words for those who adopt it.
//!
//! Under "The Parties:" the item "Resolve that the road shall open" is a sentence whose subject stands in the
//! introduction. It is parsed with that subject before it, so that its first word is the verb that it is; what an item
//! does that no rule speaks of is a decision of those who adopt it. Nothing here gives a claim outside such a list.

use super::draft::Draft;
use super::holder::Held;
use super::list::Intro;
use super::sentence::{Finding, Sentence};
use super::under::RULE;
use super::{Place, Reader};
use crate::language::Tag;
use crate::language::clause::Link;
use crate::language::extent::Stretch;
use crate::language::named;
use crate::language::parse::{Parse, Workspace};
use crate::language::phrase::Form;
use crate::language::word_list::{WordList, words};
use crate::mentions::Parties;
use crate::record::Kind;

/// What an item can only say, feel or look back on: no decision.
const TELLS: &WordList = words![
    "acknowledge",
    "affirm",
    "applaud",
    "appreciate",
    "bear",
    "believe",
    "celebrate",
    "commemorate",
    "commend",
    "condemn",
    "congratulate",
    "consider",
    "deplore",
    "discuss",
    "do",
    "emphasise",
    "emphasize",
    "examine",
    "exchange",
    "express",
    "find",
    "hail",
    "have",
    "hear",
    "highlight",
    "honour",
    "hope",
    "know",
    "lament",
    "learn",
    "look",
    "mark",
    "mourn",
    "note",
    "observe",
    "pay",
    "praise",
    "recall",
    "receive",
    "recognise",
    "recognize",
    "regret",
    "reject",
    "remain",
    "remember",
    "review",
    "salute",
    "share",
    "stress",
    "take",
    "thank",
    "think",
    "underline",
    "underscore",
    "understand",
    "view",
    "voice",
    "welcome",
    "wish",
];

/// What an item that tells of the meeting in the past decides by.
const DECIDED: &WordList = words![
    "adopt",
    "appoint",
    "approve",
    "authorise",
    "authorize",
    "charge",
    "commission",
    "confirm",
    "convene",
    "designate",
    "direct",
    "endorse",
    "entrust",
    "establish",
    "instruct",
    "mandate",
    "task",
];

/// Verbs that only say that a thing is agreed.
const PASSED: &WordList =
    words!["adopt", "approve", "authorise", "authorize", "confirm", "endorse", "ratify", "reiterate", "uphold"];

/// Words with which those who adopt a text add a point to the one before.
const FURTHER: &WordList =
    words!["also", "further", "furthermore", "moreover", "jointly", "finally", "hereby", "likewise", "again"];

impl Reader<'_> {
    /// Reads the item at `place` behind the subject that its introduction names, where it begins with a verb.
    pub(super) fn led(&self, parse: &Parse<'_>, place: Place, intro: Option<&Intro>) -> Option<Workspace> {
        let opens = self.last.is_none_or(|last| last.block != place.block);
        let subject = intro.filter(|intro| opens && intro.is_bare())?.subject?;
        if !begins_with_verb(parse) {
            return None;
        }
        let (language, text) = (&self.tables.language, &self.document.text);
        let mut workspace = Workspace::default();
        workspace.tokenize(language, text, subject);
        workspace.tokenize_on(language, text, place.span);
        let read = workspace.parse(language, text);
        let first = (0..read.tokens.len()).find(|&at| read.tokens[at].span.start >= place.span.start)?;
        let leads = |group: usize| {
            let node = &read.nodes()[group];
            node.link == Link::Main && node.subjects().iter().any(|&subject| read.phrases()[subject].last < first)
        };
        let verb = (0..read.groups().len()).find(|&group| leads(group)).map(|group| read.groups()[group].first)?;
        let near = verb <= first + 2;
        near.then_some(workspace)
    }
}

/// Tells whether a sentence begins with a verb that has no subject in it, or with a word that can be one.
fn begins_with_verb(parse: &Parse<'_>) -> bool {
    let open = parse.over_open(0);
    let first = if parse.reads(open, FURTHER) { open + 1 } else { open };
    if parse.tag(first) == Tag::Gerund
        || parse.reads(first + 1, words!["of", "by", "between", "for", "from", "and", "or"])
    {
        return false;
    }
    if let Some(group) = parse.group_at(first) {
        return parse.nodes()[group].subjects().is_empty() && parse.groups()[group].form != Form::Gerund;
    }
    let can = parse.language.lexicon.classes(parse.word(first)).has(Tag::Base);
    let named = matches!(parse.tag(first), Tag::Noun | Tag::Proper | Tag::Adjective) && first + 1 < parse.tokens.len();
    let object = matches!(
        parse.tag(first + 1),
        Tag::To | Tag::Determiner | Tag::Possessive | Tag::Proper | Tag::Subordinator | Tag::Pronoun | Tag::Relative
    );
    can && named && object
}

impl Sentence<'_> {
    /// Adds what an item of a list decides by a verb that no rule speaks of: "Entrust the panel with a survey".
    pub(super) fn operatives(&self, drafts: &mut Vec<Draft>) {
        let Some(parties) = self.implied.filter(|parties| self.led && parties.len() > 1) else { return };
        for group in 0..self.parse.groups().len() {
            let found = self.decision(group, drafts).or_else(|| self.told_aside(group, drafts));
            if let Some((kind, content)) = found {
                drafts.push(self.decided(group, kind, content, parties));
            }
        }
    }

    /// What the verb of `group` decides, or leaves undecided, for those who adopt the item.
    fn decision(&self, group: usize, drafts: &[Draft]) -> Option<(Kind, Stretch)> {
        let parse = self.parse;
        let (found, node) = (parse.groups()[group], &parse.nodes()[group]);
        let own = matches!(node.link, Link::Main | Link::Coordinate) && node.subjects() == [0] && found.has_tense();
        let ends = parse.clause(found.first)?.last.max(found.last);
        let covered = |draft: &Draft| {
            draft.cue.contains(found.head)
                || draft.tokens.is_some_and(|tokens| tokens.first > found.head && tokens.last <= ends)
        };
        if !own || drafts.iter().any(covered) {
            return None;
        }
        if let Some(failed) = self.failed(group) {
            return Some((Kind::Open, failed));
        }
        let lemma = parse.text_of(found.lemma);
        let told = found.past || found.perfect || found.passive;
        let decides = if told { DECIDED.contains(lemma) } else { !TELLS.contains(lemma) && found.lemma != named::BE };
        if !decides || found.negation.is_some() {
            return None;
        }
        let after = found.last + 1;
        let content = match () {
            () if parse.word(after) == named::THAT => parse.clause(after + 1),
            () if PASSED.contains(lemma) => parse.thing(parse.over_open(after)),
            () => None,
        };
        Some((Kind::Agreed, content.unwrap_or(Stretch { first: found.head, last: ends })))
    }

    /// "a hotline, whose staff shall pass on warnings": what an operative paragraph adds of a thing is laid down too.
    fn told_aside(&self, group: usize, drafts: &[Draft]) -> Option<(Kind, Stretch)> {
        let parse = self.parse;
        let (found, node) = (parse.groups()[group], &parse.nodes()[group]);
        let shall = found.modal.is_some_and(|modal| parse.word(modal) == named::SHALL);
        let comma = node.opener.is_some_and(|at| at > 0 && parse.tag(at - 1) == Tag::Comma);
        let agreed = |draft: &Draft| draft.kind == Kind::Agreed && draft.held.parties.len() > 1;
        if !(shall && comma && node.link == Link::Relative && found.negation.is_none() && drafts.iter().any(agreed)) {
            return None;
        }
        let last = parse.clause(found.first)?.last.max(found.head);
        Some((Kind::Agreed, Stretch { first: found.head, last }))
    }

    /// "were unable to merge their texts", "did not settle the fee": what they did not bring about.
    fn failed(&self, group: usize) -> Option<Stretch> {
        let parse = self.parse;
        let found = parse.groups()[group];
        let next = parse.over_adverbs(found.last + 1);
        let unable = found.lemma == named::BE && parse.reads(next, words!["unable"]);
        let failed = parse.reads(found.head, words!["failed", "fail"]);
        let act = if unable { next + 1 } else { next };
        if (unable || failed) && parse.tag(act) == Tag::To {
            return parse.act(act);
        }
        let not = found.negation.is_some() && (found.past || self.is_could(found.modal));
        let content = Stretch { first: found.head, last: parse.clause(found.first)?.last.max(found.head) };
        not.then_some(content)
    }

    fn is_could(&self, modal: Option<usize>) -> bool {
        modal.is_some_and(|modal| self.parse.word(modal) == named::COULD)
    }

    fn decided(&self, group: usize, kind: Kind, content: Stretch, parties: Parties) -> Draft {
        let found = self.parse.groups()[group];
        let cue = Stretch { first: found.first, last: found.last };
        let why = format!("those who adopt the paragraph decide it ({RULE})");
        let held = Held { parties, ..Held::default() };
        let rule = if kind == Kind::Open { "open.verb" } else { RULE };
        self.draft(Finding { rule, kind, held, content, cue, group: Some(group), why })
    }
}

#[cfg(test)]
mod tests {
    use crate::claims::tests::{lines, world};

    #[test]
    fn an_operative_paragraph_is_decided_by_those_whom_its_introduction_names() {
        let head = "Ministers of Chile, Peru and Bolivia met in Lima. After two days they:";
        let cases = [
            ("Resolve that the road shall open by May;", "agreed bolivia+chile+peru | the road shall open by May"),
            ("Entrust a panel with the survey;", "agreed bolivia+chile+peru | Entrust a panel with the survey"),
            ("Confirm the creation of a hotline;", "agreed bolivia+chile+peru | the creation of a hotline"),
            ("Were unable to merge their texts;", "open bolivia+chile+peru | merge their texts"),
            ("Will meet again in June;", "agreed bolivia+chile+peru | meet again"),
        ];
        for (item, wanted) in cases {
            let text = format!("{head}\n\n(a) {item}\n\n(b) Thank the host.\n");
            assert_eq!(lines(&world(&text)), [wanted], "{item}");
        }
    }

    #[test]
    fn what_an_operative_paragraph_notes_is_no_decision() {
        let text = "The delegations of Chile and Peru, meeting in Lima:\n\n(a) Note that Peru seeks a survey;\n\n(b) Recall the pact.\n";
        assert_eq!(lines(&world(text)), ["demand peru | a survey"]);
    }

    #[test]
    fn whoever_has_a_passage_taken_out_refuses_it() {
        let text = "Chile and Peru met in Lima. A line on fuel was struck out at the insistence of Peru.\n";
        assert_eq!(lines(&world(text)), ["red-line peru | A line on fuel"]);
        let text = "Chile and Peru met in Lima. A line on fuel was added at Peru's insistence.\n";
        assert_eq!(lines(&world(text)), ["demand peru | A line on fuel"]);
    }
}
