//! Runs: what one sentence opens and the sentences behind it go on with as plain facts.
//!
//! "The two have settled some of it. Tolls may be paid late." Nothing in the second sentence says that it was agreed;
//! the first does. A run has a kind, holders and a footing, and ends where the text turns: at a heading, at "but", at
//! somebody's stance, and, where no announcement carries it, at the first sentence that tells no term.

use super::draft::Draft;
use super::holder::Held;
use super::sentence::Sentence;
use super::terms::{DRAFTED, OFFERING};
use super::under;
use super::{Place, Reader};
use crate::document::{BlockKind, Document};
use crate::language::Tag;
use crate::language::clause::Link;
use crate::language::extent::Stretch;
use crate::language::named;
use crate::language::parse::Workspace;
use crate::language::word_list::{WordList, words};
use crate::record::{Kind, Reason, Status};
use crate::text::Span;

/// What a run stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Footing {
    /// A claim: something was agreed, and the next sentences may say how.
    Claimed,
    /// An announcement: what follows is said to be settled.
    Announced,
    /// A joint text itself: a communiqué or declaration of the parties.
    Adopted,
    /// The terms of what was announced as settled, told with "would".
    Granted,
    /// A text that is put forward: what it would do.
    Proposed,
    /// A number of points, which the next sentences count off.
    Listed,
    /// A question for points, which the next sentence answers.
    Asked,
}

/// Points that the sentences behind go on with.
#[derive(Debug, Clone)]
pub(super) struct Run {
    pub(super) footing: Footing,
    pub(super) kind: Kind,
    pub(super) held: Held,
    /// The words that opened it, in bytes.
    pub(super) opener: Span,
}

/// Tells whether a document is a text that its parties adopted: "Joint Statement", "Press Communiqué".
pub(super) fn is_adopted(document: &Document) -> bool {
    let heads = document.blocks.iter().filter(|block| block.kind.is_prose()).take(2);
    let names = |line: &str| {
        let line = line.to_lowercase();
        let joint = ["joint", "press", "final", "trilateral", "agreed"].iter().any(|word| line.contains(word));
        let text =
            ["communiqué", "communique", "statement", "declaration", "minutes"].iter().any(|word| line.contains(word));
        joint && text && line.len() < 90
    };
    heads.map(|block| block.span.of(&document.text)).any(names)
}

impl Run {
    /// Tells whether it rests on what was agreed.
    pub(super) fn is_settled(&self) -> bool {
        let settled = [Footing::Claimed, Footing::Announced, Footing::Granted, Footing::Adopted];
        settled.contains(&self.footing) && self.kind == Kind::Agreed
    }

    /// Tells whether it rests on what is only hoped for.
    pub(super) fn is_foreseen(&self) -> bool {
        self.footing == Footing::Proposed && self.kind == Kind::Agreed
    }

    /// Tells whether a claim of this kind can be one of the run.
    fn takes(&self, kind: Kind) -> bool {
        kind == self.kind || self.footing == Footing::Proposed && matches!(kind, Kind::Offer | Kind::Demand)
    }
}

/// Verbs that say that points are closed, and those that say so when negated.
const CLOSES: &WordList = words![
    "settle", "agree", "decide", "resolve", "close", "do", "finalise", "finalize", "finish", "complete", "fix",
    "conclude",
];
const CONTESTS: &WordList = words!["argue", "contest", "debate", "dispute", "fight", "question"];

/// Particles with which other verbs say the same: "tidied away", "cleared up", "nailed down".
const PARTICLES: &WordList = words!["away", "up", "down", "off", "out"];
const PUTS: &WordList =
    words!["tidied", "cleared", "nailed", "wrapped", "squared", "sewn", "signed", "ironed", "tied", "ticked"];

/// Nouns that only count points.
const COUNTS: &WordList = words![
    "thing",
    "point",
    "item",
    "matter",
    "question",
    "detail",
    "issue",
    "part",
    "article",
    "clause",
    "paragraph",
    "chapter",
    "section",
    "problem",
    "topic",
    "subject",
    "rest",
    "lot",
    "bit",
];

/// Words of a sentence that sets itself against what was said before it.
const TURNS: &[&str] = &["but", "yet", "however", "still", "nonetheless", "nevertheless", "instead", "conversely"];

impl Reader<'_> {
    /// The run of a communiqué: what its own sentences lay down is agreed, until the text is done.
    pub(super) fn adopted(&mut self, place: Place) -> Option<Run> {
        if !self.adopts {
            return None;
        }
        let words = place.span.of(&self.document.text).to_lowercase();
        let heading = self.document.blocks[place.block].kind == BlockKind::Heading;
        let over = ["done at", "done in", "ends", "end of text"].iter().any(|end| words.starts_with(end));
        let answers =
            heading && ["react", "response", "reception", "how it", "comment"].iter().any(|word| words.contains(word));
        self.adopts &= !over && !answers;
        let parties = self.scene.principals();
        let held = Held { parties, ..Held::default() };
        let opener = self.document.blocks.first().map_or(place.span, |block| block.span);
        (self.adopts && !parties.is_empty()).then_some(Run {
            footing: Footing::Adopted,
            kind: Kind::Agreed,
            held,
            opener,
        })
    }

    /// Reads the sentence at `place` again as told of what the one behind it says was settled.
    pub(super) fn tell_again(&mut self, place: Place, run: &Run) {
        let (language, text) = (&self.tables.language, &self.document.text);
        let mut workspace = Workspace::default();
        workspace.tokenize(language, text, place.span);
        let parse = workspace.parse(language, text);
        self.scene.enter(&parse);
        let mut found: Vec<Draft> = Vec::new();
        self.sentence(&self.scene, &parse, place).tell(run, 0, &mut found);
        found.retain(|draft| !self.drafts.iter().any(|known| known.content.overlaps(draft.content)));
        self.drafts.extend(found);
    }
}

impl Sentence<'_> {
    /// Adds what the sentence tells of the run that it stands in; returns the run in which the next one stands.
    pub(super) fn run_on(&self, run: Option<&Run>, heading: bool, drafts: &mut Vec<Draft>) -> Option<Run> {
        if let Some(opened) = self.announces_terms(heading) {
            let colon = (0..self.parse.tokens.len()).find(|&at| self.is_mark(at));
            if let Some(said) = self.says_settled().filter(|_| !heading) {
                self.drop_counts(said, drafts);
            }
            if let Some(colon) = colon {
                self.tell(&opened, colon, drafts);
            }
            return Some(opened);
        }
        if heading || self.parse.is_question() {
            let asked = self.asks_points(run).or_else(|| self.heads_open()).or_else(|| self.opens_forecast());
            return asked.or_else(|| self.echoes(run, heading));
        }
        let run = run.filter(|_| !self.turns()).map(|run| self.goes_under(run));
        let run = run.as_ref();
        if let Some(run) = run.filter(|run| run.is_settled()) {
            self.settle_exchange(run, drafts);
            drafts.retain(|draft| draft.kind != Kind::Open || !Self::closes_off(draft, self.parse.text));
            self.drop_duties(run, drafts);
        }
        let before = drafts.len();
        if let Some(run) = run {
            self.count_off(run, drafts);
            if drafts.iter().all(|draft| run.takes(draft.kind))
                && (run.footing != Footing::Listed || run.kind == Kind::Demand)
                && run.footing != Footing::Asked
            {
                self.tell(run, 0, drafts);
                self.itemise(run, drafts);
            }
        }
        let told = drafts.len() > before;
        if !self.headline && run.is_none_or(|run| run.footing != Footing::Proposed) {
            self.plain_acts(drafts);
            self.set_apart(drafts);
        }
        // A claim of the sentence itself may have been dropped or joined since.
        let own = before.min(drafts.len());
        let opened = self.claims_terms(&drafts[..own]);
        if let (Some(opened), false) = (&opened, told) {
            let behind = drafts[own.saturating_sub(1)].cue.last;
            let mark = (behind..self.parse.tokens.len()).find(|&at| self.is_mark(at));
            if let Some(mark) = mark {
                self.tell(opened, mark, drafts);
            }
        }
        let other = drafts.iter().any(|draft| run.is_some_and(|run| !run.takes(draft.kind)));
        match run {
            Some(run) if !other && (told || self.carries_on(run)) => Some(run.clone()),
            _ => match self.counts_points(drafts) {
                Some(listed) => {
                    // "Three obstacles remain": the points that follow say which.
                    drafts.retain(|draft| draft.kind != Kind::Open || draft.content != listed.opener);
                    Some(listed)
                }
                None => opened
                    .or_else(|| self.opens_proposal())
                    .or_else(|| self.opens_forecast())
                    .or_else(|| self.has_deal()),
            },
        }
    }

    /// "in Kampala they filled in the details: clerks at the bridge, a weekly ferry": things behind a colon, told of what
    /// was settled.
    fn itemise(&self, run: &Run, drafts: &mut Vec<Draft>) {
        let parse = self.parse;
        let colon = (1..parse.tokens.len()).find(|&at| self.is_mark(at));
        let foreseen = run.footing == Footing::Proposed;
        let holds = matches!(run.footing, Footing::Announced | Footing::Proposed) && run.kind == Kind::Agreed;
        let Some(colon) = colon.filter(|_| holds) else {
            return;
        };
        // "It would be a modest one: a ferry, a clause"
        let many = parse.phrase_at(colon - 1).is_some_and(|phrase| {
            let head = parse.phrases()[phrase].head;
            let one = foreseen && parse.reads(head, words!["one", "deal", "affair", "thing", "package"]);
            (parse.tag(head) == Tag::Plural || one) && self.scene.actor(phrase).is_none()
        });
        if many && foreseen {
            drafts.retain(|draft| draft.tokens.is_none_or(|tokens| !tokens.contains(colon - 1)));
        }
        let spoken = self.reports.iter().any(|report| report.covers(colon + 1));
        let verbless = (colon + 1..parse.tokens.len())
            .all(|at| parse.tensed_at(at).is_none_or(|group| parse.nodes()[group].link == Link::Relative));
        if !many || spoken || !verbless {
            return;
        }
        let things = self.items(colon + 1);
        let covered = |thing: &Stretch| Self::is_covered(drafts, thing.first);
        let found: Vec<Draft> = things
            .into_iter()
            .filter(|thing| !covered(thing))
            .map(|thing| self.told_draft(run, thing, Stretch { first: colon - 1, last: colon - 1 }))
            .collect();
        drafts.extend(found);
    }

    fn is_mark(&self, at: usize) -> bool {
        self.parse.tag(at) == Tag::Colon
    }

    /// "But the fee is another matter": what follows is no part of what was said before.
    fn turns(&self) -> bool {
        let text = self.parse.text_at(self.parse.over_open(0));
        TURNS.iter().any(|word| text.eq_ignore_ascii_case(word))
    }

    /// "In return for the release of the crew, Peru will free two ships", told of a deal: both are its terms.
    fn settle_exchange(&self, run: &Run, drafts: &mut [Draft]) {
        let said = self.reports.iter().any(|report| !report.speaker.is_empty());
        let given = |draft: &Draft| {
            let words = draft.cue_span.of(self.parse.text).to_lowercase();
            words.starts_with("in return") || words.starts_with("in exchange")
        };
        if said {
            return;
        }
        for draft in drafts.iter_mut().filter(|draft| draft.rule == "demand.exchange" && given(draft)) {
            under::RULE.clone_into(&mut draft.rule);
            draft.kind = Kind::Agreed;
            draft.held = run.held.clone();
            draft.reasons.retain(|reason| reason.field != "kind" && reason.field != "holder");
            draft.reasons.push(self.told_reason(run));
        }
    }

    /// "are off limits to both", told of what was settled: nobody keeps the point itself out.
    fn closes_off(draft: &Draft, text: &str) -> bool {
        draft.cue_span.of(text).to_lowercase().starts_with("off limits")
    }

    pub(super) fn told_reason(&self, run: &Run) -> Reason {
        let words = run.opener.of(self.parse.text);
        let text = format!("told as a term of what “{words}” opens ({})", Self::run_rule(run));
        Reason { field: "kind", text }
    }

    /// The rule that claims of a run name.
    pub(super) fn run_rule(run: &Run) -> &'static str {
        match run.kind {
            Kind::Agreed => under::RULE,
            Kind::Demand => "demand.document",
            Kind::Offer => "offer.document",
            Kind::RedLine => "red-line.noun",
            Kind::Open => "open.noun",
        }
    }

    /// "What is not settled", "Still open" over paragraphs that name the points.
    fn heads_open(&self) -> Option<Run> {
        let parse = self.parse;
        let opens = self.asks_open() && !parse.is_question();
        let parties = self.scene.principals();
        let held = Held { parties, ..Held::default() };
        let run = Run { footing: Footing::Asked, kind: Kind::Open, held, opener: self.span };
        (opens && !parties.is_empty()).then_some(run)
    }

    /// A claim of the sentence whose terms the next ones can go on with.
    fn claims_terms(&self, drafts: &[Draft]) -> Option<Run> {
        let draft = drafts.last().filter(|_| !self.headline)?;
        let open =
            |footing: Footing| Run { footing, kind: draft.kind, held: draft.held.clone(), opener: draft.cue_span };
        let under = draft.rule == under::RULE;
        let settled = draft.kind == Kind::Agreed && draft.status == Status::Stated && !draft.negated;
        if settled && !draft.held.parties.is_empty() && draft.rule != "agreed.answer" {
            let mut run = open(if under { Footing::Announced } else { Footing::Claimed });
            if under {
                run.held.parties.extend(self.scene.principals());
            }
            return Some(run);
        }
        let gives =
            matches!(draft.kind, Kind::Offer | Kind::Demand) && draft.status == Status::Stated && !draft.negated;
        let text = draft.rule.ends_with(".document") || self.names_proposal(draft);
        (gives && text && !draft.held.parties.is_empty()).then(|| open(Footing::Proposed))
    }

    /// "has floated a compromise", "put forward a plan": the point is itself a text.
    fn names_proposal(&self, draft: &Draft) -> bool {
        let parse = self.parse;
        let head = |at: usize| {
            let phrase = parse.phrase_at(parse.over_open(at))?;
            Some(parse.noun(phrase))
        };
        let noun = draft.tokens.and_then(|tokens| head(tokens.first));
        noun.is_some_and(|noun| OFFERING.contains(noun) || DRAFTED.contains(noun) || noun == "deal")
    }

    /// "Much is settled.", "What has been agreed", "The terms of the deal": what follows is agreed.
    fn announces_terms(&self, heading: bool) -> Option<Run> {
        let parse = self.parse;
        let parties = self.scene.principals();
        let opener = if heading || parse.is_question() {
            self.heads_terms(heading)
        } else {
            self.says_settled().or_else(|| self.says_moved())
        }?;
        if !self.scene.names_parties() || self.reports.iter().any(|report| report.quoted) {
            return None;
        }
        Some(Run {
            footing: Footing::Announced,
            kind: Kind::Agreed,
            held: Held { parties, ..Held::default() },
            opener: parse.span(opener.first, opener.last),
        })
    }

    /// A heading or question that asks what was agreed or names the terms of an agreed text.
    fn heads_terms(&self, heading: bool) -> Option<Stretch> {
        let parse = self.parse;
        let end = parse.tokens.len();
        let is = |at: usize, words: &WordList| parse.reads(at, words);
        let undone = words![
            "not", "n't", "never", "yet", "why", "unless", "when", "who", "proposed", "possible", "draft", "if",
            "next",
        ];
        let anything = |at: usize| is(at, words!["if"]) && at + 1 < end && is(at + 1, words!["anything"]);
        if end > 16 || (0..end).any(|at| is(at, undone) && !anything(at)) {
            return None;
        }
        let agreed = (0..end).find(|&at| is(at, words!["agreed", "settled", "decided"]));
        let asks =
            (0..end).any(|at| is(at, words!["what", "anything", "points", "terms", "far", "already"])) || end <= 2;
        if let Some(at) = agreed.filter(|_| asks) {
            return Some(Stretch { first: at, last: at });
        }
        let deal = (1..end).rev().find(|&at| self.is_agreed_noun(at))?;
        let inside = (0..deal)
            .any(|at| is(at, words!["in", "under", "to"]) && deal - at <= 4 && !is(at + 1, words!["reach", "get"]));
        let what = is(0, words!["what", "what's"])
            && (0..end)
                .any(|at| is(at, words!["in", "say", "says", "include", "includes", "contain", "contains", "provide"]));
        let listed = words!["terms", "details", "provisions", "points", "elements", "contents", "clauses"];
        let named = (0..end).any(|at| is(at, listed)) || what || heading && inside && deal + 2 >= end;
        named.then_some(Stretch { first: deal, last: deal })
    }

    /// "South of the river there has been movement": what follows tells how far.
    fn says_moved(&self) -> Option<Stretch> {
        let parse = self.parse;
        let moved = |at: usize| parse.reads(at, words!["movement", "progress", "agreement"]);
        (0..parse.groups().len())
            .find(|&group| {
                let found = parse.groups()[group];
                let next = parse.over_adverbs(found.last + 1);
                let there = found.first > 0 && parse.reads(found.first - 1, words!["there"]);
                let ends = matches!(parse.tag(next + 1), Tag::Stop | Tag::Colon) || next + 1 >= parse.tokens.len();
                let sure = found.modal.is_none() && found.negation.is_none();
                there && sure && found.lemma == named::BE && moved(next) && ends
            })
            .map(|group| Stretch { first: parse.groups()[group].first, last: parse.groups()[group].last })
    }

    /// "Much is settled", "Take what has been agreed", "The others have been dealt with".
    fn says_settled(&self) -> Option<Stretch> {
        let parse = self.parse;
        (0..parse.groups().len())
            .find(|&group| {
                let node = &parse.nodes()[group];
                let found = parse.groups()[group];
                let what = node.opener.is_some_and(|at| parse.word(at) == named::WHAT) && node.subjects().is_empty();
                let main = matches!(node.link, Link::Main | Link::Coordinate);
                let vague =
                    main && !node.subjects().is_empty() && node.subjects().iter().all(|&subject| self.counts(subject));
                found.has_tense() && found.modal.is_none() && (what || vague) && self.closes(group)
            })
            .map(|group| Stretch { first: parse.groups()[group].first, last: parse.groups()[group].last })
            .or_else(|| self.settles_behind_colon())
    }

    /// "These steps were settled in March": what the sentence before told is agreed.
    pub(super) fn looks_back(&self) -> Option<Run> {
        let parse = self.parse;
        let shown = |&subject: &usize| {
            let found = parse.phrases()[subject];
            let these = [named::THESE, named::THIS, named::THAT, named::THOSE].contains(&parse.word(found.first));
            let step = words!["step", "point", "measure", "term", "provision", "clause", "move"];
            these && (found.first == found.head || parse.is_in(parse.lemma(found.head), step))
        };
        let group = (0..parse.groups().len()).find(|&group| {
            let found = parse.groups()[group];
            let subjects = parse.nodes()[group].subjects();
            let main = parse.nodes()[group].link == Link::Main && found.modal.is_none() && found.negation.is_none();
            main && subjects.first().is_some_and(shown) && self.closes(group)
        })?;
        let found = parse.groups()[group];
        let parties = self.scene.principals();
        (!parties.is_empty() && !parse.is_question()).then(|| Run {
            footing: Footing::Announced,
            kind: Kind::Agreed,
            held: Held { parties, ..Held::default() },
            opener: parse.span(found.first, found.last),
        })
    }

    /// Tells whether a verb says that its subject is closed.
    fn closes(&self, group: usize) -> bool {
        let parse = self.parse;
        let found = parse.groups()[group];
        let is = |at: usize, words: &WordList| parse.reads(at, words);
        let verb = |verbs| parse.is_in(found.lemma, verbs);
        let ended = found.negation.is_some() || super::govern::is_no_longer(parse, group);
        if found.passive {
            let put = is(found.head, PUTS) && is(found.last + 1, PARTICLES);
            return if ended { verb(CONTESTS) } else { verb(CLOSES) || put };
        }
        if found.lemma != named::BE {
            return false;
        }
        let next = parse.over_adverbs(found.last + 1);
        let closed = is(next, words!["done", "settled", "agreed", "closed", "finished", "complete"]);
        let dispute = is(next, words!["in"]) && is(next + 1, words!["dispute"]);
        closed && !ended || dispute && ended
    }

    /// "some things", "seven of the points", "much", "the rest": a count of points that names none.
    pub(super) fn counts(&self, phrase: usize) -> bool {
        let parse = self.parse;
        let found = parse.phrases()[phrase];
        let head = |nouns| parse.is_in(parse.lemma(found.head), nouns);
        let pointing = [named::THE, named::THIS, named::THAT, named::THESE, named::THOSE];
        let pronoun = head(words!["much", "some", "more", "most", "plenty", "several"]);
        (head(COUNTS) || pronoun) && (head(words!["rest"]) || !pointing.contains(&parse.word(found.first)))
    }

    /// Tells whether the token is a noun for a text that has been agreed.
    fn is_agreed_noun(&self, at: usize) -> bool {
        let parse = self.parse;
        let plain = matches!(parse.tag(at), Tag::Noun | Tag::Plural | Tag::Proper);
        plain && parse.reads(at, under::AGREED) && !parse.reads(at, words!["term"])
    }
}
