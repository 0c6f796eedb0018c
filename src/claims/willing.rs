//! What somebody says in person that their side would do or take: "we would keep a patrol there", "I can work with a
//! levy", and the short replies with which an answer takes up or turns down what the other side wants: "So no."
//!
//! The words stand in a party's own voice. What "we" would only feel, say or suffer is no offer, and a yes or no behind
//! a question belongs to the question.

use super::draft::Draft;
use super::sentence::{Finding, Sentence};
use super::voice::REFUSAL;
use crate::language::Tag;
use crate::language::clause::Link;
use crate::language::extent::Stretch;
use crate::language::named;
use crate::language::word_list::{WordList, words};
use crate::record::{Kind, Status};

/// The rules that these claims name.
const OFFER: &str = "offer.voiced";
const ANSWER: &str = "agreed.answer";

/// Acts with which a party gives something, binds itself or lets something happen.
const GIVES: &WordList = words![
    "accept",
    "allow",
    "assign",
    "build",
    "cap",
    "close",
    "compensate",
    "contribute",
    "copy",
    "cut",
    "deliver",
    "deploy",
    "destroy",
    "disarm",
    "dismantle",
    "drop",
    "empty",
    "evacuate",
    "exchange",
    "extend",
    "finance",
    "free",
    "freeze",
    "fund",
    "grant",
    "guarantee",
    "halt",
    "hand",
    "keep",
    "leave",
    "lend",
    "let",
    "lift",
    "limit",
    "lower",
    "move",
    "open",
    "pay",
    "permit",
    "phase",
    "place",
    "postpone",
    "provide",
    "publish",
    "pull",
    "put",
    "raise",
    "recognise",
    "recognize",
    "reduce",
    "refrain",
    "register",
    "release",
    "remove",
    "reopen",
    "repatriate",
    "repay",
    "restore",
    "resume",
    "return",
    "scrap",
    "send",
    "share",
    "sign",
    "station",
    "stop",
    "submit",
    "supply",
    "support",
    "surrender",
    "suspend",
    "swap",
    "trade",
    "transfer",
    "vacate",
    "withdraw",
];

/// Verbs that take what is on the table with a preposition: "live with a fence".
const BEARS: &[(&str, &str)] =
    &[("work", "with"), ("live", "with"), ("agree", "to"), ("consent", "to"), ("go", "with")];

/// What somebody who gives an interview gives or leaves without giving anything away.
const TALK: &WordList = words![
    "answer",
    "anything",
    "attention",
    "book",
    "conclusion",
    "date",
    "detail",
    "door",
    "emphasis",
    "example",
    "eye",
    "finger",
    "it",
    "judgement",
    "judgment",
    "mind",
    "name",
    "number",
    "option",
    "percentage",
    "question",
    "room",
    "that",
    "this",
    "thing",
    "view",
    "word",
    "you",
    "yourself",
];

/// Whole sentences that turn down what was asked for, and those that grant it.
const NO: &WordList = words![
    "no",
    "so no",
    "never",
    "not ever",
    "not a chance",
    "no way",
    "out of the question",
    "forget it",
    "we will not",
    "we won't",
    "we cannot",
    "we can't",
    "we would not",
    "we wouldn't",
    "i will not",
    "i won't",
    "i cannot",
    "i can't",
    "that cannot be",
    "this cannot be",
    "it cannot be",
    "that will not be",
    "that will not happen",
    "that won't happen",
    "it will not happen",
    "it won't happen",
    "that is not going to happen",
    "that's not going to happen",
    "it is not going to happen",
    "that is not possible",
    "that is impossible",
    "that we cannot do",
    "that we will not do",
    "that i cannot do",
    "that we cannot",
    "this we cannot do",
    "not with us",
    "certainly not",
    "absolutely not",
    "and that is a no",
    "our answer is no",
    "the answer is no",
    "our answer was no",
    "the answer was no",
    "i said no",
    "we said no",
];
const YES: &WordList = words![
    "fine",
    "very well",
    "all right",
    "by all means",
    "why not",
    "gladly",
    "with pleasure",
    "that we can do",
    "this we can do",
    "that i can do",
    "that we could do",
    "our answer is yes",
    "the answer is yes",
    "we would",
    "we will",
    "we can",
    "so be it",
    "be my guest",
];

impl Sentence<'_> {
    /// Adds what the speaker says in person that their side would give or could take.
    pub(super) fn willings(&self, drafts: &mut Vec<Draft>) {
        let parse = self.parse;
        if self.reports.is_empty()
            || !(parse.may_hold(named::WE) || parse.may_hold(named::I))
            || parse.is_question()
            || self.headline
        {
            return;
        }
        for group in 0..parse.groups().len() {
            if let Some(draft) = self.willing(group).filter(|draft| !Self::is_covered(drafts, draft.cue.last)) {
                drafts.push(draft);
            }
        }
    }

    fn willing(&self, group: usize) -> Option<Draft> {
        let parse = self.parse;
        let found = parse.groups()[group];
        let modal = self.modal_of(group)?;
        let &[subject] = parse.nodes()[group].subjects() else { return None };
        let own = [named::WE, named::I].contains(&parse.word(parse.phrases()[subject].head));
        let ready = [named::WILL, named::CAN].contains(&parse.lemma(modal)) || parse.reads(modal, words!["'d", "’d"]);
        let main = matches!(parse.nodes()[group].link, Link::Main | Link::Coordinate);
        if !own || !ready || !main || found.passive || found.perfect || found.negation.is_some() {
            return None;
        }
        let content = self.given(group)?;
        let (parties, report) = self.seeker().voice(found.first)?;
        let meant = parties.len() == 1 && report.group != Some(group);
        if !meant || super::govern::governed(parse, group, true).barred.is_some() {
            return None;
        }
        let held = self.spoken(parties, report);
        let cue = Stretch { first: modal, last: found.head };
        let why = format!("“{}” in the voice of a party ({OFFER})", parse.span(modal, found.head).of(parse.text));
        let finding = Finding { rule: OFFER, kind: Kind::Offer, held, content, cue, group: Some(group), why };
        Some(self.draft(finding))
    }

    /// Tells whether the verb is one of giving, taking or letting happen.
    pub(super) fn is_giving(&self, group: usize) -> bool {
        self.parse.is_in(self.parse.groups()[group].lemma, GIVES)
    }

    /// What the verb says that the speaker gives, the verb left out where it only says that they bear it.
    fn given(&self, group: usize) -> Option<Stretch> {
        let parse = self.parse;
        let found = parse.groups()[group];
        let lemma = parse.text_of(found.lemma);
        let next = found.last + 1;
        let thing = |at: usize| {
            let phrase = parse.phrase_at(parse.over_open(at)).map(|phrase| parse.phrases()[phrase].head)?;
            let noun = parse.text_of(parse.lemma(phrase));
            (!TALK.contains(noun) && parse.tag(phrase) != Tag::Pronoun).then(|| parse.thing(at)).flatten()
        };
        if BEARS.iter().any(|&(verb, with)| verb == lemma && parse.reads_word(next, with)) {
            return thing(next + 1);
        }
        if !GIVES.contains(lemma) {
            return None;
        }
        let particle = usize::from(matches!(parse.tag(next), Tag::Adverb | Tag::Preposition));
        thing(next).or_else(|| thing(next + particle))?;
        let last = self.told_until(group, parse.clause(found.first)?.last.max(found.head));
        Some(Stretch { first: found.head, last })
    }

    /// "The painting, yes. The market price, no.": a thing and the speaker's yes or no to it.
    pub(super) fn yes_or_no_to(&self, drafts: &mut Vec<Draft>) {
        let parse = self.parse;
        let length = parse.tokens.len();
        let Some(own) = self.scene.voice_of().filter(|own| own.len() == 1 && drafts.is_empty()) else { return };
        if !(4..=16).contains(&length) || parse.tag(length - 3) != Tag::Comma || parse.is_question() {
            return;
        }
        let kind = match () {
            () if parse.reads(length - 2, words!["no", "never"]) => Kind::RedLine,
            () if parse.reads(length - 2, words!["yes", "gladly", "certainly"]) => Kind::Offer,
            () => return,
        };
        let first = usize::from(parse.tag(0) == Tag::Coordinator);
        let thing = parse.thing(first).filter(|thing| thing.last + 4 == length && !parse.is_time_at(first));
        let named = parse.phrase_at(parse.over_open(first)).is_some_and(|phrase| {
            let found = parse.phrases()[phrase];
            let settled = parse.tag(found.first) == Tag::Determiner || parse.tag(found.head) == Tag::Plural;
            settled && self.seeker().parties_of(phrase).is_empty()
        });
        let Some(content) = thing.filter(|_| named) else { return };
        let cue = Stretch { first: length - 2, last: length - 2 };
        let held = super::holder::Held { parties: own, ..super::holder::Held::default() };
        let (rule, word) = if kind == Kind::Offer { (OFFER, "yes") } else { (REFUSAL, "no") };
        let why = format!("a {word} to what stands before it ({rule})");
        drafts.push(self.draft(Finding { rule, kind, held, content, cue, group: None, why }));
    }

    /// Adds what a sentence of a few words says to the point of the other side that stands right before it, in an
    /// interview's answer: "They want a base on the hill. Never."
    pub(super) fn curt_replies(&self, drafts: &mut Vec<Draft>) {
        let parse = self.parse;
        if parse.tokens.len() > 8 || drafts.iter().any(|draft| draft.rule == ANSWER) {
            return;
        }
        let Some(own) = self.scene.voice_of().filter(|own| own.len() == 1) else { return };
        let words = self.span.of(parse.text).trim_end_matches(['.', '!']).replace('’', "'").to_lowercase();
        let kind = match words.as_str() {
            words if NO.contains(words) => Kind::RedLine,
            words if YES.contains(words) => Kind::Offer,
            _ => return,
        };
        // "Did they ask for a base? – No.": that answers the question.
        let Some(point) = self.earlier.iter().rev().find(|point| point.age == 1) else { return };
        let between = parse.text.get(point.content.end..self.span.start).unwrap_or_default();
        let others = !point.holders.is_empty() && !point.holders.iter().any(|party| own.contains(party));
        if !others || between.contains('?') || !matches!(point.kind, Kind::Demand | Kind::Offer) {
            return;
        }
        drafts.clear();
        let last = parse.tokens.len().saturating_sub(1);
        let cue = Stretch { first: 0, last: last.saturating_sub(usize::from(parse.tag(last) == Tag::Stop)) };
        let held = super::holder::Held { parties: own, ..super::holder::Held::default() };
        let why = format!("“{words}” answers what the other side wants or offers ({ANSWER})");
        let finding = Finding { rule: ANSWER, kind, held, content: cue, cue, group: None, why };
        drafts.push(Draft {
            status: Status::Stated,
            tokens: None,
            content: point.content,
            issues: point.issues.clone(),
            toward: point.holders,
            negated: kind == Kind::RedLine,
            ..self.draft(finding)
        });
    }
}

#[cfg(test)]
mod tests {
    use crate::claims::tests::{lines, paris};

    #[test]
    fn what_we_would_give_is_an_offer_and_a_curt_reply_takes_up_what_the_others_want() {
        let lead =
            "The well\n\nHassan Rifai, a member of the Syrian delegation, spoke to us about the talks with Israel.";
        for (answer, wanted) in [
            ("We would keep two guards at the well.", "offer syria | keep two guards at the well"),
            ("I can work with a levy.", "offer syria | a levy"),
            ("We'd publish the map of the wells.", "offer syria | publish the map of the wells"),
            ("We would keep our options.", ""),
            ("I would leave it there.", ""),
            ("They want a base. So no.", "demand israel | a base / red-line syria | a base"),
            ("They want a base. We will not.", "demand israel | a base / red-line syria | a base"),
            ("They want a base. That we can do.", "demand israel | a base / offer syria | a base"),
            ("We want a base. No.", "demand syria | a base"),
            ("The levy I can discuss. The fence, no.", "red-line syria | The fence"),
            ("In the end, no.", ""),
            ("A text like any text we accept is short.", ""),
        ] {
            let text = format!("{lead}\n\nQ: Is it late?\n\nA: We are tired.\n\nQ: And now?\n\nA: {answer}\n");
            assert_eq!(lines(&paris(&text)).join(" / "), wanted, "{answer}");
        }
    }
}
