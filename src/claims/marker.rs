//! Where a condition begins: "only if", "unless", "on condition that", "in return for", "Should Syria …".

use super::circumstance;
use super::sentence::Sentence;
use crate::language::Tag;
use crate::language::classes::Class;
use crate::language::clause::Link;
use crate::language::extent::Stretch;
use crate::language::named;
use crate::language::word_list::{WordList, words};
use crate::mentions::Parties;

/// What a party may have to do before another acts.
const STEPS: &WordList = words![
    "adoption",
    "amendment",
    "apology",
    "change",
    "dissolution",
    "end",
    "halt",
    "handover",
    "implementation",
    "lifting",
    "payment",
    "ratification",
    "recognition",
    "release",
    "removal",
    "repeal",
    "return",
    "withdrawal",
];

/// What is given in return, behind "against".
const PAYMENTS: &WordList = words![
    "apology",
    "assurance",
    "cash",
    "commitment",
    "compensation",
    "guarantee",
    "payment",
    "pledge",
    "promise",
    "receipt",
    "security",
];

/// What a condition does to the claim that it hangs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Effect {
    /// "if", "provided": the offer stays.
    Exchange,
    /// "only if", "not without", "unless": only the condition is claimed.
    Only,
}

/// A condition in a sentence.
pub(super) struct Condition {
    /// The marking words.
    pub(super) marker: Stretch,
    /// What it does.
    pub(super) effect: Effect,
    /// What is asked for.
    pub(super) contents: Vec<Stretch>,
}

impl Sentence<'_> {
    /// "on one condition: that", "on the understanding that": the last token of a marker that spells a condition out.
    fn proviso(&self, at: usize) -> Option<usize> {
        let parse = self.parse;
        let is = |i: usize, words: &WordList| parse.reads(i, words);
        let one = is(at, words!["on"]) && is(at + 1, words!["one", "a"]) && is(at + 2, words!["condition"]);
        if one && is(at + 4, words!["that"]) && matches!(parse.tag(at + 3), Tag::Colon | Tag::Comma | Tag::Dash) {
            return Some(at + 4);
        }
        let named = is(at, words!["with"]) && is(at + 2, words!["proviso", "caveat"])
            || is(at, words!["on"]) && is(at + 2, words!["understanding", "condition"]);
        (named && is(at + 1, words!["the"]) && is(at + 3, words!["that"])).then_some(at + 3)
    }

    /// "if, and only if, both stop": the last token before the clause that it opens.
    fn and_only_if(&self, at: usize) -> Option<usize> {
        let parse = self.parse;
        let is = |i: usize, words: &WordList| parse.reads(i, words);
        let between = |i: usize| matches!(parse.tag(i), Tag::Comma | Tag::Coordinator) || is(i, words!["only"]);
        let last = if parse.tag(at + 5) == Tag::Comma { at + 5 } else { at + 4 };
        (is(at, words!["if"]) && (at + 1..at + 4).all(between) && is(at + 4, words!["if"])).then_some(last)
    }

    /// "had no difficulty with the principle, only with the word": what a party minds, and no condition.
    fn has_no_quarrel(&self, at: usize) -> bool {
        let parse = self.parse;
        let quarrels = words!["difficulty", "issue", "objection", "problem", "quarrel"];
        parse.reads(at + 1, words!["with"])
            && (1..at).any(|i| parse.reads(i, quarrels) && parse.word(i - 1) == named::NO)
    }

    /// "in return for", "as long as", "on condition that": the last token of a marker of several words, and whether a
    /// clause follows it.
    fn phrasal(&self, at: usize) -> Option<(usize, bool)> {
        let parse = self.parse;
        let is = |i: usize, words: &WordList| parse.reads(i, words);
        if !is(at + 1, words!["return", "exchange", "long", "soon", "one", "a", "the"]) {
            return None;
        }
        if is(at, words!["in"]) && is(at + 1, words!["return", "exchange"]) && is(at + 2, words!["for"]) {
            // "in exchange for these limits": what was told before.
            let told = is(at + 3, words!["that", "these", "this", "those"]);
            return (!told).then_some((at + 2, false));
        }
        let as_ = |word: &WordList| is(at + 1, word) && is(at + 2, words!["as"]);
        // "would free ten men as soon as Chad ends its raids"
        let soon = || is(at, words!["as"]) && as_(words!["soon"]) && self.is_promised(at + 2);
        if is(at, words!["as", "so"]) && as_(words!["long"]) || soon() {
            return Some((at + 2, true));
        }
        self.proviso(at).map(|last| (last, true))
    }

    /// "only if", "only with", "only in return for" at token `at`.
    fn only_condition(&self, at: usize, build: &dyn Fn(usize, Effect, bool) -> Option<Condition>) -> Option<Condition> {
        let is = |i: usize, words: &WordList| self.parse.reads(i, words);
        // "has offered four posts, but only against a pullback" leaves the offer standing.
        let effect = if at > 0 && is(at - 1, words!["but", "though"]) { Effect::Exchange } else { Effect::Only };
        match () {
            () if is(at + 1, words!["if", "when", "once", "provided", "after"]) => {
                build(at + 1, effect, true).or_else(|| build(at + 1, effect, false))
            }
            // "spoken of only with Peru"
            () if is(at + 1, words!["with", "against", "alongside"]) && !self.is_party_at(at + 2) => {
                build(at + 1, effect, false)
            }
            () if is(at + 1, words!["in"]) && is(at + 2, words!["return", "exchange"]) && is(at + 3, words!["for"]) => {
                build(at + 3, effect, false)
            }
            () if is(at + 1, words!["on"]) && is(at + 2, words!["condition"]) => {
                build(at + 2 + usize::from(is(at + 3, words!["that"])), Effect::Only, true)
            }
            () => None,
        }
    }

    /// The condition that begins at token `at`.
    pub(super) fn condition(&self, at: usize) -> Option<Condition> {
        let parse = self.parse;
        if !parse.classes().is(parse.word(at), Class::ConditionOpener) {
            return None;
        }
        let is = |i: usize, words: &WordList| parse.reads(i, words);
        let build = |last: usize, effect, clause: bool| {
            let contents = if clause { self.clause_after(last + 1) } else { self.thing_after(last + 1) };
            (!contents.is_empty()).then_some(Condition { marker: Stretch { first: at, last }, effect, contents })
        };
        if [named::IN, named::AS, named::SO, named::ON, named::WITH].contains(&parse.word(at)) {
            let (last, clause) = self.phrasal(at).filter(|_| at == 0 || parse.word(at - 1) != named::ONLY)?;
            return build(last, Effect::Exchange, clause);
        }
        if let Some(last) = self.and_only_if(at) {
            return build(last, Effect::Exchange, true);
        }
        if is(at, words!["only"]) {
            return if self.has_no_quarrel(at) { None } else { self.only_condition(at, &build) };
        }
        if at > 0 && is(at - 1, words!["only"]) {
            return None;
        }
        if at > 0 && is(at - 1, words!["even", "as", "what", "see", "ask", "know"]) && is(at, words!["if"]) {
            return None;
        }
        if is(at, words!["unless"]) {
            return build(at, Effect::Only, true);
        }
        if is(at, words!["without"]) {
            let bound = build(at, Effect::Only, false).filter(|condition| self.is_deal_breaker(condition));
            if bound.is_some() {
                return bound;
            }
        }
        if is(at, words!["until", "before"]) && self.waits_for(at) || is(at, words!["until"]) && self.fronts_refusal(at)
        {
            return build(at, Effect::Only, true);
        }
        let refused = || is(at, words!["without"]) && (self.vetoes(at) || self.refusing(at).is_some());
        if self.opens_ultimatum(at) || refused() {
            return build(at, Effect::Only, false);
        }
        if is(at, words!["without", "until", "before"]) && self.follows_refusal(at) {
            let clause = if is(at, words!["without"]) { None } else { build(at, Effect::Only, true) };
            let thing = || build(at, Effect::Only, false).filter(|_| is(at, words!["without"]) || self.is_step(at + 1));
            return clause.or_else(thing);
        }
        if is(at, words!["if", "once", "when", "after"]) && self.only_verb(at) {
            return build(at, Effect::Only, true).or_else(|| build(at, Effect::Only, false));
        }
        if is(at, words!["if", "should"]) && (self.goes_wrong(at) || self.comes_off(at)) {
            return None;
        }
        if is(at, words!["once"]) && self.is_promised(at) {
            return build(at, Effect::Exchange, true);
        }
        if let Some(content) = self.failing_both(at) {
            let marker = Stretch { first: at, last: at };
            return Some(Condition { marker, effect: Effect::Only, contents: vec![content] });
        }
        if is(at, words!["if", "provided", "providing"]) && parse.tag(at) != Tag::Participle
            || is(at, words!["provided", "assuming", "supposing"]) && parse.tag(at + 1) != Tag::Preposition
        {
            let that = usize::from(is(at + 1, words!["that"]));
            return build(at + that, Effect::Exchange, true);
        }
        if is(at, words!["condition"]) && is(at.wrapping_sub(1), words!["on"]) {
            let that = usize::from(is(at + 1, words!["that"]));
            return if that == 1 || parse.phrase_at(at + 1).is_some() {
                build(at + that, Effect::Exchange, true)
            } else {
                None
            };
        }
        // "would give up the fort against compensation"
        let paid = |phrase: usize| parse.is_in(parse.lemma(parse.phrases()[phrase].head), PAYMENTS);
        if is(at, words!["against"]) && parse.phrase_at(at + 1).is_some_and(paid) {
            return build(at, Effect::Exchange, false);
        }
        if is(at, words!["subject"]) && is(at + 1, words!["to"]) {
            return build(at + 1, Effect::Exchange, false);
        }
        self.turned_condition(at)
    }

    /// "refuses to meet until Kinshasa frees the detainees": what another party is to do first.
    fn waits_for(&self, at: usize) -> bool {
        let parse = self.parse;
        let Some(group) = self.refusing(at) else { return false };
        let own = self.subject_parties(group);
        let verb = (at + 1..parse.tokens.len()).find_map(|i| parse.tensed_at(i));
        let acting = verb.map(|verb| self.subject_parties(verb)).unwrap_or_default();
        // "ruled out talks until the islands are cleared"
        let done = acting.is_empty() && verb.is_some_and(|verb| parse.groups()[verb].passive);
        !own.is_empty() && (done || acting.iter().any(|party| !own.contains(party)))
    }

    /// "will veto any text without a clause on pesticides": a text is refused for what it lacks.
    pub(super) fn vetoes(&self, at: usize) -> bool {
        let parse = self.parse;
        let Some(phrase) = at.checked_sub(1).and_then(|before| parse.phrase_at(before)) else { return false };
        let found = parse.phrases()[phrase];
        let noun = parse.text_of(parse.lemma(found.head));
        let text = words![
            "accord",
            "agreement",
            "budget",
            "compromise",
            "deal",
            "declaration",
            "pact",
            "package",
            "resolution",
            "settlement",
            "text",
            "treaty",
            "truce",
        ]
        .contains(noun);
        let any = words!["any", "a", "an"].contains(&parse.text_at(found.first).to_lowercase());
        let verb = found.first.checked_sub(1).and_then(|before| parse.group_at(before));
        let bars = verb.is_some_and(|verb| {
            let lemma = parse.verb(verb);
            words!["veto", "block", "reject", "oppose", "refuse", "resist", "bar"].contains(lemma)
        });
        text && any && bars
    }

    /// "will only discuss it once Kenya pays": "only" stands beside the verb of the clause before.
    fn only_verb(&self, at: usize) -> bool {
        let parse = self.parse;
        let only = |i: usize| parse.text_at(i).eq_ignore_ascii_case("only");
        let group = (0..parse.groups().len())
            .rev()
            .find(|&group| parse.groups()[group].last < at && parse.groups()[group].has_tense());
        group.is_some_and(|group| {
            let found = parse.groups()[group];
            let modal = found.modal.is_some_and(|modal| parse.lemma(modal) == named::WILL);
            let from = found.first.saturating_sub(1);
            modal && (from..=found.head).any(only)
        })
    }

    /// "If they miss the deadline", "if Chad refuses": what nobody asks for (codebook, hard case 19).
    fn goes_wrong(&self, at: usize) -> bool {
        let parse = self.parse;
        let verb = (at + 1..parse.tokens.len()).take(12).find_map(|i| parse.tensed_at(i));
        verb.is_some_and(|verb| {
            let lemma = parse.verb(verb);
            let fails = [
                "break", "breach", "collapse", "default", "fail", "ignore", "lapse", "mean", "miss", "refuse", "reject",
            ];
            fails.contains(&lemma) && parse.groups()[verb].negation.is_none()
        })
    }

    /// "If the two sides reach a deal", "if an accord is signed": that the talks succeed is nobody's demand.
    fn comes_off(&self, at: usize) -> bool {
        let parse = self.parse;
        let Some(verb) = (at + 1..parse.tokens.len()).take(12).find_map(|i| parse.tensed_at(i)) else { return false };
        let found = parse.groups()[verb];
        let succeeds = ["achieve", "clinch", "conclude", "finalise", "finalize", "have", "reach", "secure", "strike"];
        let text = |phrase: usize| {
            let head = parse.phrases()[phrase].head;
            let bare = !parse.reads(head + 1, words!["on", "to", "that", "under", "in", "by"]);
            bare && parse.is_in(parse.lemma(head), super::told::TEXTS)
        };
        let point = if found.passive {
            parse.nodes()[verb].subjects().first().copied()
        } else {
            parse.phrase_at(found.last + 1)
        };
        let own = self.subject_parties(verb).len() == 1;
        // "if a pact is signed by May"
        let dated = parse.reads(found.last + 1, words!["before", "by", "this", "within"]);
        !own && !dated && succeeds.contains(&parse.text_of(found.lemma)) && point.is_some_and(text)
    }

    /// "would free the crew once Kenya paid": what one party will do when another has acted.
    fn is_promised(&self, at: usize) -> bool {
        let parse = self.parse;
        let willed = |&group: &usize| {
            let modal = parse.groups()[group].modal;
            let own = |modal: usize| parse.lemma(modal) == named::WILL || parse.word(modal) == named::COULD;
            modal.is_some_and(own) && parse.groups()[group].last < at
        };
        let Some(group) = (0..parse.groups().len()).rev().find(willed) else { return false };
        let own = self.subject_parties(group);
        let verb = (at + 1..parse.tokens.len()).find_map(|i| parse.tensed_at(i));
        let acting = verb.map(|verb| self.subject_parties(verb)).unwrap_or_default();
        own.len() == 1 && acting.iter().any(|party| !own.contains(party))
    }

    /// "If we cannot get a share, there cannot be a deal": what has to come about for there to be one.
    fn failing_both(&self, at: usize) -> Option<Stretch> {
        let parse = self.parse;
        if !parse.reads(at, words!["if"]) {
            return None;
        }
        let clause = parse.clause(at + 1)?;
        let verb = (clause.first..=clause.last).find_map(|i| parse.tensed_at(i)).map(|verb| parse.groups()[verb])?;
        let main = parse.groups().iter().find(|group| group.first > clause.last && group.has_tense())?;
        let fails = |group: &crate::language::phrase::Group| group.negation.is_some() && group.modal.is_some();
        let deal = (main.last..parse.tokens.len()).take(4).any(|i| parse.classes().is(parse.lemma(i), Class::Deal));
        (fails(&verb) && fails(main) && deal).then_some(Stretch { first: verb.head, last: clause.last })
    }

    /// "will not sign before the withdrawal of the troops": what somebody else has to do, and no date.
    fn is_step(&self, at: usize) -> bool {
        let parse = self.parse;
        parse.phrase_at(at).is_some_and(|phrase| {
            let head = parse.noun(phrase);
            STEPS.contains(head)
        })
    }

    /// The verb of refusing before token `at`.
    fn refusing(&self, at: usize) -> Option<usize> {
        let parse = self.parse;
        (0..parse.groups().len()).filter(|&group| parse.groups()[group].first < at).find(|&group| {
            let found = &parse.groups()[group];
            let lemma = parse.text_of(found.lemma);
            let out = lemma == "rule" && parse.reads(found.last + 1, words!["out"]);
            // "will keep the hill until Chad disarms"
            let willed = found.modal.is_some_and(|modal| parse.lemma(modal) == named::WILL);
            let stays =
                willed && words!["hold", "keep", "maintain", "occupy", "remain", "retain", "stay"].contains(lemma);
            found.negation.is_none() && (out || stays || words!["refuse", "decline"].contains(lemma))
        })
    }

    /// "will not sign without", "cannot begin until": a refusal in the same clause before the marker.
    fn follows_refusal(&self, at: usize) -> bool {
        let parse = self.parse;
        // "Without a map, Syria will not sign."
        let ahead = (0..parse.groups().len())
            .find(|&group| parse.groups()[group].first > at && parse.groups()[group].has_tense())
            .map(|group| parse.groups()[group]);
        let named = parse.phrase_at(at + 1).is_some_and(|phrase| {
            matches!(parse.tag(parse.phrases()[phrase].head), Tag::Noun | Tag::Plural)
                && parse.reads(at, words!["without"])
        });
        let comma = |first: usize| (at..first).any(|i| parse.tag(i) == Tag::Comma);
        let refuses =
            ahead.is_some_and(|found| found.negation.is_some() && found.modal.is_some() && comma(found.first));
        if at <= 1 && named && refuses {
            return true;
        }
        let before = (0..parse.groups().len()).rev().filter(|&group| parse.groups()[group].first < at);
        let mut own: Vec<usize> = Vec::new();
        for group in before.take(3) {
            own.push(group);
            if parse.groups()[group].has_tense() {
                break;
            }
        }
        own.into_iter().any(|group| {
            let found = &parse.groups()[group];
            let modal = found.modal.is_some();
            // "no work could begin until the court ruled"
            let none = parse.nodes()[group]
                .subjects()
                .iter()
                .any(|&subject| parse.word(parse.phrases()[subject].first) == named::NO);
            // "will discuss nothing until its rivals leave"
            let nothing = parse.reads(found.last + 1, words!["no", "nothing", "none"]);
            (found.negation.is_some() || none || nothing)
                && modal
                && (found.last..at).all(|i| !matches!(parse.tag(i), Tag::Stop | Tag::Colon))
        })
    }

    /// "Until the levy is lifted, Kenya will not sign": what stands first has to happen before a party acts.
    fn fronts_refusal(&self, at: usize) -> bool {
        let parse = self.parse;
        let opens =
            at == 0 || matches!(parse.tag(at - 1), Tag::Comma | Tag::Open | Tag::Subordinator | Tag::Coordinator);
        let Some(clause) = parse.clause(at + 1).filter(|_| opens) else { return false };
        let main = (0..parse.groups().len())
            .find(|&group| parse.groups()[group].first > clause.last && parse.groups()[group].has_tense());
        let comma = parse.tag(clause.last + 1) == Tag::Comma;
        main.is_some_and(|main| {
            let found = &parse.groups()[main];
            comma && found.negation.is_some() && found.modal.is_some()
        })
    }

    /// Tells whether the marker stands in a clause that describes a thing and has a subject that is not of `holders`:
    /// "a truce in which Mali would free soldiers in exchange for fuel".
    pub(super) fn is_anothers_exchange(&self, at: usize, holders: Parties) -> bool {
        let parse = self.parse;
        let verb = (0..parse.groups().len())
            .rev()
            .find(|&group| parse.groups()[group].first < at && parse.groups()[group].has_tense());
        verb.filter(|&verb| parse.nodes()[verb].link == Link::Relative).is_some_and(|verb| {
            let acting = self.subject_parties(verb);
            !acting.is_empty() && acting != holders
        })
    }

    fn clause_after(&self, at: usize) -> Vec<Stretch> {
        let at = circumstance::over_adjuncts(self.parse, at);
        let starts = self.parse.phrase_at(self.parse.over_open(at)).is_some();
        let contents = if starts && self.parse.clause(at).is_some() { self.parse.clauses(at) } else { Vec::new() };
        let contents: Vec<Stretch> = contents.into_iter().map(|content| self.before_source(content)).collect();
        match contents.as_slice() {
            &[only] => self.counted(only).unwrap_or(contents),
            _ => contents,
        }
    }

    /// "until the owners pay, its leader said": who says it is no part of the clause.
    fn before_source(&self, content: Stretch) -> Stretch {
        let parse = self.parse;
        let sources =
            self.reports.iter().filter(|report| report.covers(content.first)).filter_map(|report| report.source);
        let source = sources
            .filter(|source| content.first < source.first && source.first <= content.last)
            .min_by_key(|source| source.first);
        let comma = source.and_then(|source| source.first.checked_sub(1)).filter(|&at| parse.tag(at) == Tag::Comma);
        comma.map_or(content, |comma| Stretch { first: content.first, last: comma - 1 })
    }

    /// "unless three things happen: A, B and C": the clauses that a counted announcement spells out.
    fn counted(&self, content: Stretch) -> Option<Vec<Stretch>> {
        let parse = self.parse;
        let phrase = parse.phrases()[parse.phrase_at(parse.over_open(content.first))?];
        let noun = parse.text_of(parse.lemma(phrase.head));
        let announces = words!["thing", "condition", "step", "demand", "requirement", "test"].contains(noun)
            && (phrase.first..phrase.head).any(|at| parse.tag(at) == Tag::Number);
        let colon = content.last + 1;
        if !announces || parse.tag(colon) != Tag::Colon {
            return None;
        }
        let mut listed: Vec<Stretch> = Vec::new();
        let mut start = colon + 1;
        while let Some(clause) = parse.clause(start).filter(|_| listed.len() < 6) {
            listed.push(clause);
            let Some(comma) = (clause.last + 1..parse.tokens.len()).take(6).find(|&at| parse.tag(at) == Tag::Comma)
            else {
                break;
            };
            start = comma + 1 + usize::from(parse.tag(comma + 1) == Tag::Coordinator);
        }
        (!listed.is_empty()).then_some(listed)
    }

    fn thing_after(&self, at: usize) -> Vec<Stretch> {
        self.parse.things(self.parse.over_adverbs(at))
    }
}
