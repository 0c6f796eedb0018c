//! One sentence under examination: its analysis, its reports, and what the sentences before it left behind.

use crate::language::named;
use crate::language::word_list::{WordList, words};
use std::cell::Cell;
use std::ops::Deref;

use super::candidate::{Candidate, Carrier};
use super::draft::Draft;
use super::holder::Held;
use super::paper::Paper;
use super::reply::Reply;
use crate::attribution::Report;
use crate::dossier::{Issues, Topics};
use crate::language::extent::Stretch;
use crate::language::parse::Parse;
use crate::language::phrase::{Form, Unit};
use crate::language::{Tag, Word};
use crate::mentions::{Parties, Scene};
use crate::record::{Kind, Reason, Source, Status};
use crate::rules::RuleBook;
use crate::text::Span;

/// Words that number the points of a list.
const ORDINALS: &WordList = words!["first", "second", "third", "fourth", "fifth"];

/// A claim of a sentence before, for "that request", "the offer", "it".
#[derive(Debug, Clone)]
pub(super) struct Earlier {
    pub(super) kind: Kind,
    pub(super) content: Span,
    pub(super) issues: Vec<String>,
    pub(super) holders: Parties,
    /// Whether it is only what something else is given for.
    pub(super) condition: bool,
    /// How many sentences back it stands.
    pub(super) age: usize,
}

/// The claims of the sentences before, which a sentence may be judged without until it asks for them.
#[derive(Debug, Default)]
pub(super) struct Past<'a> {
    claims: &'a [Earlier],
    asked: Cell<bool>,
}

impl<'a> Past<'a> {
    /// The past of a sentence behind these claims.
    pub(super) fn of(claims: &'a [Earlier]) -> Self {
        Self { claims, asked: Cell::new(false) }
    }

    /// Tells whether anything looked into it.
    pub(super) fn is_asked(&self) -> bool {
        self.asked.get()
    }
}

impl Deref for Past<'_> {
    type Target = [Earlier];

    fn deref(&self) -> &[Earlier] {
        self.asked.set(true);
        self.claims
    }
}

/// A sentence and what is known around it.
pub(super) struct Sentence<'a> {
    pub(super) parse: &'a Parse<'a>,
    pub(super) scene: &'a Scene<'a>,
    pub(super) reports: &'a [Report],
    pub(super) rules: &'a RuleBook,
    pub(super) issues: &'a Issues,
    pub(super) topics: &'a Topics,
    pub(super) span: Span,
    pub(super) headline: bool,
    /// Who is the subject of verbs without one (operative paragraphs under "The Parties:").
    pub(super) implied: Option<Parties>,
    /// Whether words of what introduces the sentence stand before it, its subject.
    pub(super) led: bool,
    /// The point that a pronoun as subject can stand for: the topic of the sentence before.
    pub(super) topic: Option<Span>,
    /// The text that "it" or "the plan" stands for.
    pub(super) paper: Option<Paper>,
    pub(super) earlier: Past<'a>,
    /// In whose view it stands, where it does not say so by a verb of its own.
    pub(super) view: Option<&'a View>,
    /// The yes or no that answers the sentence, a question.
    pub(super) answered: Option<Reply>,
}

/// A party in whose view a sentence stands without a reporting verb: "For Syria, …", "Israel's red lines: …".
#[derive(Debug, Clone, Default)]
pub(super) struct View {
    /// The party.
    pub(super) parties: Parties,
    /// What its obligations are: demands, or red lines where the text calls them so.
    pub(super) red_lines: bool,
    /// Who says that this is its view.
    pub(super) attribution: Vec<Source>,
}

/// A claim that no cue of a rule gives, as found: who, what, on which words, and why.
pub(super) struct Finding<'a> {
    pub(super) rule: &'a str,
    pub(super) kind: Kind,
    pub(super) held: Held,
    pub(super) content: Stretch,
    pub(super) cue: Stretch,
    /// The verb, where the attribution hangs on it.
    pub(super) group: Option<usize>,
    /// Why it is of this kind.
    pub(super) why: String,
}

/// What a content is grounded on: its bytes, its tokens where they are of this sentence, its issues.
pub(super) type Ground = (Span, Option<Stretch>, Vec<String>);

/// What a point is called where it is taken up again in apposition: "a timetable, a demand that Syria rejects".
const STAND_INS: &WordList = words![
    "approach",
    "arrangement",
    "call",
    "claim",
    "concept",
    "concession",
    "condition",
    "demand",
    "formula",
    "goal",
    "idea",
    "measure",
    "move",
    "notion",
    "offer",
    "plan",
    "point",
    "position",
    "prospect",
    "proposal",
    "request",
    "requirement",
    "scenario",
    "stance",
    "step",
    "suggestion",
    "term",
];

impl Sentence<'_> {
    /// The claim of a finding: stated, aimed at nobody, with nothing that governs it.
    pub(super) fn draft(&self, found: Finding<'_>) -> Draft {
        let Finding { rule, kind, held, content, cue, group, why } = found;
        let parse = self.parse;
        let mut reasons = vec![Reason { field: "kind", text: why }];
        reasons.extend(held.reason.clone());
        Draft {
            rule: rule.to_owned(),
            kind,
            status: Status::Stated,
            held,
            toward: Parties::default(),
            tokens: Some(content),
            content: parse.span(content.first, content.last),
            cue,
            cue_span: parse.span(cue.first, cue.last),
            quote: self.span,
            frame: Vec::new(),
            attribution: self.attribution(cue.first, group, Some(content)),
            issues: self.classify(content),
            reasons,
            headline: self.headline,
            negated: false,
        }
    }

    /// Grounds a content: as it stands, or, where it is a pronoun or "that request", on its antecedent.
    pub(super) fn ground(&self, content: Stretch, candidate: &Candidate) -> Option<Ground> {
        let parse = self.parse;
        let first = parse.over_open(content.first);
        // "They undertake to:": what is only marks is no point.
        if first > content.last {
            return None;
        }
        let short = content.last.saturating_sub(first) <= 2;
        let words = parse.span(first, content.last).of(parse.text).to_lowercase();
        if words == "comply" {
            return self.last_of(&[Kind::Demand]);
        }
        if words!["do so", "do that", "do it", "doing so"].contains(&words) {
            return self.last_of(Kind::ALL);
        }
        if let (Some(Unit::Phrase(phrase)), true) = (parse.unit(first), short) {
            let found = parse.phrases()[phrase];
            let head = parse.tokens[found.head];
            let pronoun = head.tag == Tag::Pronoun || (found.first == found.last && head.tag == Tag::Determiner);
            // "wants it reviewed": what shall happen to the thing is the point.
            // "that this be set down": the pronoun is the subject of what is wanted.
            let acts = parse
                .group_at(found.last + 1)
                .is_some_and(|group| matches!(parse.groups()[group].form, Form::Bare | Form::Participle));
            let done = (acts || parse.tag(found.last + 1) == Tag::Participle) && content.last > found.last;
            // "all of the valley", "most of the fleet"
            let part = parse.word(found.last + 1) == named::OF
                && content.last > found.last + 1
                && parse.reads(found.head, words!["all", "each", "half", "more", "most", "much", "part", "some"]);
            // "that nothing be signed", "it all on paper": a clause or a state of things
            let none = parse.reads(found.head, words!["nothing", "nobody", "everything", "everybody"])
                && content.last > found.last;
            let all = parse.reads(found.head + 1, words!["all"]) && content.last > found.head + 1;
            // "something new", "anything binding": it says itself what is meant.
            let kind = parse.reads(found.head, words!["something", "anything"]) && content.last > found.head;
            if pronoun && !done && !part && !none && !all && !kind {
                return self.antecedent(head.word, candidate);
            }
            if let Some(point) = self.ranked(found.first, found.head) {
                return Some(point);
            }
            if let Some(kinds) = self.points_back(found.first, found.head)
                && let Some(earlier) = self.last_of(kinds)
                && self.may_stand_for(found.head, earlier.0)
            {
                return Some(earlier);
            }
        }
        if let Some(ground) = self.taken_up(first, content.last, candidate) {
            return Some(ground);
        }
        let last = content.last;
        let span = parse.span(first, last);
        Some((span, Some(Stretch { first, last }), self.classify(Stretch { first, last })))
    }

    /// "would weigh it": taking up what was put forward in the sentence before is about that point.
    fn taken_up(&self, first: usize, last: usize, candidate: &Candidate) -> Option<Ground> {
        let parse = self.parse;
        let takes =
            ["accept", "adopt", "approve", "back", "consider", "discuss", "endorse", "examine", "study", "support"];
        let takes = last == first + 1 && takes.contains(&parse.text_of(parse.lemma(first)));
        if !takes || parse.tag(last) != Tag::Pronoun {
            return None;
        }
        self.last_point().filter(|point| matches!(point.kind, Kind::Demand | Kind::Offer))?;
        self.antecedent(parse.word(last), candidate)
    }

    /// Tells whether a content stands for the point of another party's claim before it in the sentence: "Kenya wants a
    /// fee; Fiji opposed it", "Israel's demand for patrols, a demand that Syria rejects".
    pub(super) fn points_at(&self, content: Stretch, known: &Draft, holders: Parties) -> bool {
        let parse = self.parse;
        let first = parse.over_open(content.first);
        let behind = known.tokens.is_some_and(|tokens| tokens.last < first);
        let Some(Unit::Phrase(phrase)) = parse.unit(first) else { return false };
        let found = parse.phrases()[phrase];
        let others = !holders.is_empty() && holders.iter().all(|party| !known.held.parties.contains(party));
        let pronoun = found.first == found.last
            && [named::IT, named::THIS, named::THAT, named::THEM, named::THESE, named::THOSE]
                .contains(&parse.word(found.head));
        let noun = parse.text_of(parse.lemma(found.head));
        let apposed = first > 0
            && matches!(parse.tag(first - 1), Tag::Comma | Tag::Dash)
            && (found.head == first + 1 || found.head == first && parse.tag(first) == Tag::Plural)
            && STAND_INS.contains(noun);
        behind && others && (pronoun && content.last == found.last || apposed)
    }

    /// Tells whether an act takes up the point claimed before it in the sentence, of the same parties, by a
    /// demonstrative: "fuel is off the agenda, as neither side wants to raise that matter".
    pub(super) fn goes_over(&self, content: Stretch, known: &Draft, holders: Parties) -> bool {
        let parse = self.parse;
        let behind = known.tokens.is_some_and(|tokens| tokens.last < content.first);
        let same = !holders.is_empty() && holders == known.held.parties;
        let verb = parse.group_at(parse.over_open(content.first));
        let object = verb.and_then(|verb| parse.phrase_at(parse.groups()[verb].last + 1));
        let shown = object.is_some_and(|object| {
            let found = parse.phrases()[object];
            found.first < found.head && [named::THAT, named::THIS].contains(&parse.word(found.first))
        });
        behind && same && shown
    }

    /// The issues of a content of this sentence.
    pub(super) fn classify(&self, content: Stretch) -> Vec<String> {
        if self.issues.is_empty() {
            let names = self.topics.of(self.parse, content);
            let figure = names.is_empty().then(|| self.figured(content)).flatten();
            return figure.map_or(names, |earlier| earlier.issues.clone());
        }
        self.issues.classify(
            &self.parse.tokens[content.first..=content.last],
            self.parse.tokens,
            self.parse.text,
            &self.parse.language.lexicon,
        )
    }

    /// What a bare figure is about: the last point before it that is counted in the same unit, else the last point.
    fn figured(&self, content: Stretch) -> Option<&Earlier> {
        let parse = self.parse;
        let unit = parse.text_at(content.last);
        let same = |earlier: &&Earlier| {
            let words = earlier.content.of(parse.text);
            earlier.age <= 4 && words.split_whitespace().any(|word| word.eq_ignore_ascii_case(unit))
        };
        let near = |earlier: &&Earlier| earlier.age <= 1;
        self.earlier.iter().rev().find(same).or_else(|| self.earlier.iter().rev().find(near))
    }

    /// The issues of a point that stands in the sentence before: those of its words there.
    pub(super) fn topic_issues(&self, topic: Span) -> Vec<String> {
        let mut workspace = crate::language::parse::Workspace::default();
        workspace.tokenize(self.parse.language, self.parse.text, topic);
        let parse = workspace.parse(self.parse.language, self.parse.text);
        match parse.tokens.len().checked_sub(1) {
            Some(last) if self.issues.is_empty() => self.topics.of(&parse, Stretch { first: 0, last }),
            _ => self.issues.classify(parse.tokens, parse.tokens, parse.text, &parse.language.lexicon),
        }
    }

    /// "that request", "the offer", "such a promise": which kinds it can stand for.
    fn points_back(&self, first: usize, head: usize) -> Option<&'static [Kind]> {
        let parse = self.parse;
        let pointing =
            [named::THE, named::THAT, named::THIS, named::THESE, named::THOSE, named::SUCH, named::ITS, named::THEIR]
                .contains(&parse.word(first));
        if !pointing || head > first + 2 {
            return None;
        }
        match parse.text_of(parse.lemma(head)) {
            "request" | "demand" | "call" | "condition" | "precondition" | "appeal" | "ultimatum" => {
                Some(&[Kind::Demand])
            }
            "offer" | "proposal" | "idea" | "suggestion" | "overture" | "plan" => Some(&[Kind::Offer, Kind::Demand]),
            _ => None,
        }
    }

    /// "the corridor request": a noun before the stand-in at `head` says which point is meant.
    fn may_stand_for(&self, head: usize, point: Span) -> bool {
        let parse = self.parse;
        let named = head.checked_sub(1).filter(|&at| parse.tag(at) == Tag::Noun && !parse.tokens[at].capital);
        named.is_none_or(|at| point.of(parse.text).to_lowercase().contains(parse.text_of(parse.lemma(at))))
    }

    /// "the former", "the latter", "the second", "the last of these", "the first point": one of the points of the
    /// sentence before, or of the list that one party has put.
    fn ranked(&self, first: usize, last: usize) -> Option<Ground> {
        let parse = self.parse;
        let counts =
            ["point", "demand", "item", "condition", "request", "one", "idea", "proposal", "question", "issue"];
        let noun = last > first + 1 && counts.contains(&parse.text_of(parse.lemma(last)));
        let rank = if noun { last - 1 } else { last };
        if rank != first + 1 || parse.word(first) != named::THE {
            return None;
        }
        let text = parse.text_at(rank).to_lowercase();
        let near: Vec<&Earlier> = self.earlier.iter().filter(|earlier| earlier.age == 1).collect();
        let found = match text.as_str() {
            "former" => near.first().copied(),
            "latter" => near.last().copied(),
            _ => {
                let points = if near.len() > 1 { near } else { self.points_of_one() };
                let place = match text.as_str() {
                    "last" | "final" => points.len().checked_sub(1),
                    word => ORDINALS.iter().position(|ordinal| ordinal == word),
                };
                place.filter(|_| points.len() > 1).and_then(|place| points.get(place).copied())
            }
        }?;
        Some((found.content, None, found.issues.clone()))
    }

    /// The last points that are of one kind and of the same holders, each of a sentence of its own.
    fn points_of_one(&self) -> Vec<&Earlier> {
        let Some(newest) = self.earlier.last() else { return Vec::new() };
        let same = |earlier: &&Earlier| earlier.kind == newest.kind && earlier.holders == newest.holders;
        let mut points: Vec<&Earlier> = self.earlier.iter().rev().take_while(same).collect();
        points.reverse();
        points
    }

    fn last_of(&self, kinds: &[Kind]) -> Option<Ground> {
        let found = self.earlier.iter().rev().find(|earlier| earlier.age <= 2 && kinds.contains(&earlier.kind))?;
        Some((found.content, None, found.issues.clone()))
    }

    /// What "it", "this", "that" as the point stands for: the topic of the sentence before.
    fn antecedent(&self, word: Word, candidate: &Candidate) -> Option<Ground> {
        let thing =
            [named::IT, named::THIS, named::THAT, named::THEM, named::THESE, named::THOSE, named::BOTH].contains(&word);
        if !thing {
            return None;
        }
        if let Carrier::Verb(_) = candidate.carrier
            && let Some(found) = self.last_point()
        {
            return Some((found.content, None, found.issues.clone()));
        }
        match (self.last_point(), self.topic) {
            (Some(found), _) => Some((found.content, None, found.issues.clone())),
            (None, Some(topic)) => Some((topic, None, self.topic_issues(topic))),
            (None, None) => None,
        }
    }

    /// The last point of the sentence before; one that is only what another is given for where there is no other.
    fn last_point(&self) -> Option<&Earlier> {
        let mut before = self.earlier.iter().rev().filter(|earlier| earlier.age == 1);
        before.clone().find(|earlier| !earlier.condition).or_else(|| before.next())
    }

    /// The chain of sources of a claim whose cue stands at token `at`, outermost first.
    pub(super) fn attribution(&self, at: usize, group: Option<usize>, content: Option<Stretch>) -> Vec<Source> {
        let place = content.map_or(at, |content| content.first);
        let mut around: Vec<&Report> = self
            .reports
            .iter()
            .filter(|report| report.covers(at) || (report.covers(place) && report.group == group && group.is_some()))
            .collect();
        around.sort_by_key(|report| std::cmp::Reverse(report.width()));
        let official = around.iter().any(|report| !report.by_party);
        let mut chain: Vec<Source> = Vec::new();
        for report in around {
            let own = report.group.is_some() && report.group == group;
            if report.by_party && (official || own) {
                continue;
            }
            for source in report.chain.iter().filter(|source| !self.led || source.span.start >= self.span.start) {
                if !chain.iter().any(|known| known.span == source.span) {
                    chain.push(source.clone());
                }
            }
        }
        chain
    }

    /// Tells whether a draft of this sentence already covers token `at`.
    pub(super) fn is_covered(drafts: &[Draft], at: usize) -> bool {
        drafts.iter().any(|draft| draft.tokens.is_some_and(|tokens| tokens.contains(at)) || draft.cue.contains(at))
    }
}
