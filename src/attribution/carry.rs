//! Reports through one document: quotations that go on in the next sentence, or began in the one before.

use super::Report;
use super::content::Shape;
use super::find::{self, Finding};
use super::quote::{Mark, Quotes, bare, goes_on, stays_open};
use crate::language::Tag;
use crate::language::extent::Stretch;
use crate::language::parse::Parse;
use crate::language::word_list::{WordList, words};
use crate::mentions::{Parties, Scene};
use crate::text::Span;

/// An attributed statement: who says it, the words for that, and what it says; places are bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The words that name who speaks.
    pub source: Vec<Span>,
    /// The words that say that they speak.
    pub cue: Vec<Span>,
    /// What they say, in pieces; a quotation may run over several sentences.
    pub content: Vec<Span>,
    /// The parties that the speaker stands for.
    pub speaker: Parties,
}

/// Reports through one document.
#[derive(Debug, Clone, Default)]
pub struct Speech {
    /// The last direct quotation, which an opening mark can go on with.
    quoted: Option<Report>,
    /// How the publishing outlet is called, so that it is no source of its own article.
    outlet: String,
    /// The statements so far.
    said: Vec<Said>,
    /// The statement whose quotation the next sentence may go on with.
    last: Option<usize>,
    /// The statement of speech right before, which a quotation by itself goes on with.
    told: Option<usize>,
    /// Quoted sentences whose speaker is still to come.
    pending: Vec<Span>,
    /// The mark of the quotation that is open at the end of the last sentence.
    open: Option<Mark>,
    /// The report in which whole sentences stand: an interview's answer.
    standing: Option<Report>,
}

impl Speech {
    /// Begins a document that `outlet` published.
    #[must_use]
    pub fn new(outlet: &str) -> Self {
        Self { outlet: find::without_article(&outlet.to_lowercase()).to_owned(), ..Self::default() }
    }

    /// Finds the reports of the next sentence.
    pub fn read(&mut self, parse: &Parse<'_>, scene: &Scene<'_>) -> Vec<Report> {
        let quotes = Quotes::of(parse);
        let found = find::reports(parse, scene, &quotes, &self.outlet);
        let inside = self.open.is_some_and(|mark| goes_on(parse, mark));
        self.note(parse, &quotes, &found);
        self.introduce(parse, scene, &quotes, &found);
        let mut reports = voiced(found);
        for report in reports.iter_mut().filter(|_| inside) {
            report.quoted |= report.covers(0);
        }
        let mut reports = self.with_carried(parse, reports, inside);
        if self.quoted.is_none() && quotes.is_empty() {
            self.quoted = takes_the_floor(parse, scene);
        }
        let all = Stretch { first: 0, last: parse.tokens.len().saturating_sub(1) };
        reports.extend(self.standing.clone().map(|standing| Report { content: vec![all], ..standing }));
        reports
    }

    /// Sets the report in which the next sentences stand from end to end.
    pub fn stand(&mut self, report: Option<Report>) {
        self.standing = report;
    }

    /// Finds the reports in a sentence by itself, without going on from the one before.
    #[must_use]
    pub fn reports(&self, parse: &Parse<'_>, scene: &Scene<'_>) -> Vec<Report> {
        voiced(find::reports(parse, scene, &Quotes::of(parse), &self.outlet))
    }

    /// Adds the speaker of the sentence before where a quotation goes on.
    fn with_carried(&mut self, parse: &Parse<'_>, mut reports: Vec<Report>, inside: bool) -> Vec<Report> {
        let opens = inside || parse.tokens.first().is_some_and(|token| token.tag == Tag::Open);
        let has_quote = reports.iter().any(|report| report.quoted);
        if let Some(carried) = self.quoted.as_ref().filter(|_| opens && !has_quote) {
            let all = Stretch { first: 0, last: parse.tokens.len().saturating_sub(1) };
            reports.push(Report {
                content: vec![all],
                carried: true,
                group: None,
                cue: None,
                source: None,
                ..carried.clone()
            });
        }
        self.quoted =
            reports.iter().find(|report| report.quoted).cloned().or_else(|| self.quoted.take().filter(|_| opens));
        reports
    }

    /// Forgets the speaker, as at a heading.
    pub fn turn(&mut self) {
        self.give_pending(self.said.len());
        self.quoted = None;
        self.last = None;
        self.open = None;
    }

    /// The statements of the sentences read, in order.
    #[must_use]
    pub fn said(mut self) -> Vec<Said> {
        self.give_pending(self.said.len());
        self.said.retain(|said| !said.content.is_empty());
        self.said
    }

    // --- statements -------------------------------------------------------------------------------

    fn note(&mut self, parse: &Parse<'_>, quotes: &Quotes, found: &[Finding]) {
        let Some(end) = parse.tokens.len().checked_sub(1) else { return };
        // A paragraph of a longer quotation opens with a mark although none was closed.
        if self.open.is_some() && parse.tag(0) == Tag::Open {
            self.give_pending(self.said.len());
        }
        let begins = parse.tag(0) == Tag::Open;
        let inside = begins || self.open.is_some_and(|mark| goes_on(parse, mark));
        let heads = found.iter().any(|finding| finding.listed && inside && finding.report.covers(1.min(end)));
        let told = self.told.take();
        if !heads && inside {
            // "He said the party had opposed homes. “I find it hard to bear.”"
            self.last = self.last.or(told.filter(|_| begins && found.iter().all(|finding| !finding.listed)));
            self.go_on(parse, quotes, end);
        }
        let first = self.said.len();
        let until = if !heads && inside { quotes.around(0).map_or(end, |(_, close)| close) } else { 0 };
        for finding in found.iter().filter(|finding| finding.listed) {
            if finding.report.cue.is_none_or(|cue| cue.first >= until) {
                self.said.push(said(parse, quotes, &finding.report));
            }
        }
        let new = &mut self.said[first..];
        new.sort_by_key(|said| {
            (said.cue.first().map(|cue| cue.start), std::cmp::Reverse(said.content.first().map(|content| content.end)))
        });
        let start = parse.span(0, 1.min(end));
        let first_said =
            new.iter_mut().find(|said| said.content.first().is_some_and(|content| start.overlaps(*content)));
        if let Some(said) = first_said.filter(|_| heads) {
            said.content.splice(0..0, self.pending.drain(..));
        }
        if heads || !inside {
            self.give_pending(first);
            let new = &self.said[first..];
            let holds_quotation = |said: &Said| said.content.iter().any(|content| quotes.meet(parse, *content));
            // "“A,” X said after the crowd chanted “B” at him. “C.”": the quotation that ends with a mark goes on.
            let ends = |said: &Said| {
                let end = said.content.last().map_or(0, |content| content.end);
                let mark = |text: &str| text.ends_with([',', '.', '!', '?']);
                mark(&parse.text[..end])
                    || parse.text[end..].chars().next().is_some_and(|next| matches!(next, ',' | '.'))
            };
            let speaks = new
                .iter()
                .rposition(|said| holds_quotation(said) && ends(said))
                .or_else(|| new.iter().rposition(holds_quotation));
            self.last = speaks.map(|at| first + at);
            let mut told = found.iter().filter(|finding| {
                finding.listed && finding.voiced && matches!(finding.shape, Shape::Clause | Shape::Around)
            });
            let cue =
                told.next_back().and_then(|finding| finding.report.cue).map(|cue| parse.span(cue.first, cue.last));
            self.told = (first..self.said.len()).find(|&at| self.said[at].cue.first() == cue.as_ref());
        }
        // A sentence without a mark leaves open what was open.
        if !quotes.is_empty() {
            self.open = stays_open(parse, self.open.filter(|_| !begins));
        }
    }

    /// Notes who speaks in a quotation that the next sentence holds: "The office issued this statement:".
    fn introduce(&mut self, parse: &Parse<'_>, scene: &Scene<'_>, quotes: &Quotes, found: &[Finding]) {
        let told = found.iter().any(|finding| finding.listed && finding.shape != Shape::Thing);
        let Some(report) = find::introduction(parse, scene, quotes).filter(|_| !told) else { return };
        self.last = Some(self.said.len());
        self.said.push(said(parse, quotes, &report));
    }

    /// Gives the quoted sentences that found no speaker of their own to the statement before them, which stands
    /// before `first`.
    fn give_pending(&mut self, first: usize) {
        let pending = std::mem::take(&mut self.pending);
        if let Some(said) = self.last.filter(|&last| last < first).and_then(|last| self.said.get_mut(last)) {
            said.content.extend(pending);
        }
    }

    /// A sentence that is quoted from its beginning and has no speaker of its own.
    fn go_on(&mut self, parse: &Parse<'_>, quotes: &Quotes, end: usize) {
        let close = quotes.around(0).map_or(end, |(_, close)| close);
        let whole = (close + 1..=end).all(|i| matches!(parse.tag(i), Tag::Stop | Tag::Close));
        let piece = bare(parse, quotes, Stretch { first: 0, last: close });
        let span = parse.span(piece.first, piece.last);
        let begun = parse.tag(0) == Tag::Open || !self.pending.is_empty();
        let closed = stays_open(parse, self.open).is_none();
        match self.last {
            // "“A. B,” she said": a new quotation may name its speaker before it ends.
            Some(_) if whole && begun && !closed => self.pending.push(span),
            Some(_) if whole => {
                self.pending.push(span);
                self.give_pending(self.said.len());
            }
            None if whole || self.open.is_some() => self.pending.push(span),
            _ => {}
        }
    }
}

/// Verbs that tell that somebody speaks and leave what is said to the quotation behind them.
const FLOOR: &WordList = words!["speak", "react", "respond", "reply", "address", "post", "write", "appear"];

/// The reports by whose source alone something is so.
fn voiced(found: Vec<Finding>) -> Vec<Report> {
    found.into_iter().filter(|finding| finding.voiced).map(|finding| finding.report).collect()
}

/// "The minister spoke on the steps. “We reject this.”": who speaks in the quotation that opens the next sentence; none
/// is in this one.
fn takes_the_floor(parse: &Parse<'_>, scene: &Scene<'_>) -> Option<Report> {
    let verb = (0..parse.groups().len()).find(|&group| {
        let found = parse.groups()[group];
        found.has_tense() && found.negation.is_none() && parse.is_in(found.lemma, FLOOR)
    })?;
    let &[subject] = parse.nodes()[verb].subjects() else { return None };
    let actor = scene.actor(subject).filter(|actor| actor.person && !actor.outsider && actor.parties.len() == 1)?;
    let source = super::source::source(parse, scene, subject, parse.groups()[verb].lemma);
    Some(Report {
        chain: vec![source],
        source: None,
        cue: None,
        content: Vec::new(),
        group: None,
        speaker: actor.parties,
        quoted: true,
        by_party: false,
        carried: true,
    })
}

fn said(parse: &Parse<'_>, quotes: &Quotes, report: &Report) -> Said {
    let span = |piece: &Stretch| parse.span(piece.first, piece.last);
    let content = report.content.iter().map(|&piece| span(&bare(parse, quotes, piece))).collect();
    Said {
        source: report.source.iter().map(span).collect(),
        cue: report.cue.iter().map(span).collect(),
        content,
        speaker: report.speaker,
    }
}
