//! Which times of a sentence belong to the stance, which to the one who reports it, and which to the point itself.
//!
//! A time counts for a cue only where no other clause stands between them: "Damascus, which lost the hills in 1967,
//! demands …" dates no demand. What cannot be told is left out.

use std::collections::HashMap;
use std::sync::LazyLock;

use regex::Regex;

use super::Entry;
use super::when::{self, Bound, Date, Grain, Period, Round, Time, When};
use crate::corpus::Corpus;
use crate::record::{Claim, Statement, Status};
use crate::text::Span;

/// Dates `claims` of `corpus`, in the order given; no entry has its place yet worked out by the caller.
pub(super) fn of<'a>(corpus: &'a Corpus, claims: &[&'a Claim]) -> Vec<Entry<'a>> {
    let mut statements: HashMap<usize, Vec<&Statement>> = HashMap::new();
    for statement in &corpus.statements {
        statements.entry(statement.document).or_default().push(statement);
    }
    let mut read: HashMap<(usize, Span), Vec<When>> = HashMap::new();
    let mut date = |&claim: &&'a Claim| {
        let document = corpus.documents.get(claim.document);
        let text = document.map_or("", |document| document.text.as_str());
        let published = document.and_then(|document| document.date.as_deref()).and_then(when::day);
        let times = read.entry((claim.document, claim.quote)).or_insert_with(|| times(text, claim.quote, published));
        let reports = statements.get(&claim.document).map_or(&[][..], Vec::as_slice);
        let report = reports.iter().filter(|report| reports_on(report, claim)).min_by_key(|report| length(report));
        Reading { text, claim, report: report.copied(), published }.entry(times)
    };
    claims.iter().map(&mut date).map(Entry::settled).collect()
}

/// The times in `quote`, in bytes of the document.
///
/// Where one is counted from a day that the quote does not name, its paragraph is read up to there.
fn times(text: &str, quote: Span, published: Option<Date>) -> Vec<When> {
    let found = found(text, quote, published);
    if published.is_none() || !found.iter().any(|when| matches!(when.time, Time::Unplaced(_))) {
        return found;
    }
    let start = text[..quote.start].rfind("\n\n").map_or(0, |at| at + 2);
    let mut found = self::found(text, Span::new(start, quote.end), published);
    found.retain(|when| when.span.start >= quote.start);
    found
}

/// The times in `words`, in bytes of the document.
fn found(text: &str, words: Span, published: Option<Date>) -> Vec<When> {
    let found = when::find(words.of(text), published).into_iter();
    let placed =
        |when: When| When { span: Span::new(when.span.start + words.start, when.span.end + words.start), ..when };
    found.map(placed).collect()
}

fn reports_on(report: &Statement, claim: &Claim) -> bool {
    report.content.iter().any(|piece| piece.contains(claim.cue))
}

fn length(report: &Statement) -> usize {
    report.content.iter().map(|piece| piece.len()).sum()
}

/// A claim with the statement that reports it.
struct Reading<'a, 'r> {
    text: &'a str,
    claim: &'a Claim,
    report: Option<&'r Statement>,
    published: Option<Date>,
}

impl<'a> Reading<'a, '_> {
    fn entry(&self, times: &[When]) -> Entry<'a> {
        let said = self.report.and_then(|report| self.said(report, times));
        let happened = times.iter().find(|time| Some(**time) != said && self.happened(time)).copied();
        let within = times.iter().filter(|time| Some(**time) != happened && Some(**time) != said && self.belongs(time));
        let within = within.copied().collect();
        Entry { claim: self.claim, happened, said, published: self.published, within, place: None }
    }

    /// The time of the one who reports it: beside the words of saying, outside of what is said, and no time to come.
    fn said(&self, report: &Statement, times: &[When]) -> Option<When> {
        let outside = |time: &&When| !report.content.iter().any(|piece| piece.contains(time.span));
        let beside = |time: &&When| report.cue.iter().any(|&cue| self.together(time.span, cue));
        times.iter().filter(outside).filter(|time| !self.to_come(time)).find(beside).copied()
    }

    fn happened(&self, time: &When) -> bool {
        let claim = self.claim;
        if matches!(time.time, Time::Round(Round::Earlier)) && claim.status == Status::Past {
            return true;
        }
        let inside = self.report.is_none_or(|report| report.content.iter().any(|piece| piece.contains(time.span)));
        let of_point = self.belongs(time) && !self.trails(time);
        let been = claim.status == Status::Expected || !self.to_come(time);
        let dates = self.together(time.span, claim.cue) && (time.span.start < claim.content.end || self.follows(time));
        inside && been && !of_point && (dates || self.trails(time))
    }

    /// Tells whether a time is part of the point: in its words, or a term right after them ("closed until April").
    fn belongs(&self, time: &When) -> bool {
        let term = !matches!(time.bound, Bound::At | Bound::Since) || self.to_come(time);
        self.claim.content.contains(time.span) || (term && self.follows(time))
    }

    /// Tells whether a time stands right after the words of the point, a preposition between them.
    fn follows(&self, time: &When) -> bool {
        let content = self.claim.content;
        let gap = Span::new(content.end, time.span.start).of(self.text);
        content.start <= time.span.start && content.end < time.span.end && gap.split_whitespace().count() <= 1
    }

    /// Tells whether a time lies after the day of publication.
    fn to_come(&self, time: &When) -> bool {
        match (time.time, self.published) {
            (Time::Days(period), Some(published)) => period.first > published,
            (Time::Round(round), _) => round == Round::Next,
            _ => false,
        }
    }

    /// Tells whether the last words of the point date the stance: "demanded an inquiry on Tuesday". Only what counts
    /// from the article's day and has been is no deadline.
    fn trails(&self, time: &When) -> bool {
        let content = self.claim.content;
        let Time::Days(period) = time.time else { return false };
        let before = Span::new(content.start, time.span.start);
        content.end == time.span.end
            && period.grain <= Grain::Week
            && !period.vague
            && time.bound == Bound::At
            && !time.span.of(self.text).contains(|letter: char| letter.is_ascii_digit())
            && self.published.is_some_and(|published| period.last <= published)
            && !opens(before.of(self.text))
    }

    /// Tells whether a time and a cue stand in one clause, or the time in a phrase of its own beside it.
    fn together(&self, time: Span, cue: Span) -> bool {
        if time.overlaps(cue) {
            return true;
        }
        let (from, to) = if time.end <= cue.start { (time.end, cue.start) } else { (cue.end, time.start) };
        let between = Span::new(from, to).of(self.text);
        !opens(between) || (time.end <= cue.start && self.fronted(time) && !opens(between.trim_start_matches(is_mark)))
    }

    /// Tells whether a time stands alone at the head of a clause: "On Tuesday, …".
    fn fronted(&self, time: Span) -> bool {
        let before = self.text.get(..time.start).unwrap_or("");
        let clause = before.rfind(is_mark).map_or(before, |at| before[at..].trim_start_matches(is_mark));
        clause.split_whitespace().count() <= 2
    }
}

/// Tells whether another clause opens in `words`.
fn opens(words: &str) -> bool {
    static OPENS: LazyLock<Option<Regex>> = LazyLock::new(|| {
        let words = "which|who|whom|whose|that|when|where|while|after|before|because|although|though|if|unless|as|and|but|until";
        Regex::new(&format!(r"(?i)[,;:()—–.!?“”]|\b(?:{words})\b")).ok()
    });
    OPENS.as_ref().is_none_or(|opens| opens.is_match(words))
}

fn is_mark(letter: char) -> bool {
    matches!(letter, ',' | ';' | ':' | '(' | ')' | '—' | '–' | '.' | '!' | '?' | '“' | '”' | '\n')
}

impl When {
    /// Returns the days that the words name, where they do not only bound them.
    #[must_use]
    pub fn days(&self) -> Option<Period> {
        match (self.time, self.bound) {
            (Time::Days(period), Bound::At | Bound::Since) => Some(period),
            _ => None,
        }
    }
}
