//! Figures of bargaining: "opened at 24 percent; it is at 17 now", "has climbed from 6 to 11".
//!
//! Who comes down asks, who goes up gives (codebook, hard case 18); where only one figure is told, a union asks and an
//! enterprise gives. The figure that somebody has left is past.

use super::draft::Draft;
use super::holder::Held;
use super::sentence::{Finding, Sentence};
use crate::dossier::PartyKind;
use crate::language::Tag;
use crate::language::extent::Stretch;
use crate::language::numeral;
use crate::language::word_list::{WordList, words};
use crate::mentions::Parties;
use crate::record::{Kind, Reason, Status};

/// Verbs of a first figure: "opened at", "began with".
const OPENS: &WordList = words!["open", "begin", "start"];

/// Verbs of a changed figure: "came down to", "has climbed to", "moved from … to".
const MOVES: &WordList = words![
    "climb", "come", "creep", "crawl", "drop", "edge", "fall", "go", "inch", "move", "retreat", "rise", "shift",
    "slide", "slip",
];

/// Verbs of a figure that is held: "stands at", "is holding at", "is at".
const HOLDS: &WordList = words!["be", "hold", "remain", "sit", "stand", "stay", "stick"];

/// What is counted in figures of which nobody bargains.
const NOT_BARGAINED: &WordList =
    words!["degree", "place", "point", "position", "rank", "seed", "spot", "growth", "vote", "goal"];

/// Units of what is bargained over.
const UNITS: &[&str] = &[
    "percent",
    "per cent",
    "%",
    "$",
    "£",
    "€",
    "million",
    "billion",
    "dollar",
    "euro",
    "pound",
    "hour",
    "tonne",
    "year",
    "minute",
    "day",
    "week",
    "month",
    "kilometre",
    "kilometer",
    "mile",
    "metre",
    "seat",
    "cent",
];

/// Verbs of a figure that a party changes: "raised its offer from 5 percent to 6".
const REVISES: &WordList = words![
    "raise", "lift", "increase", "improve", "lower", "cut", "reduce", "sweeten", "trim", "drop", "revise", "bring",
    "take",
];

/// A figure at which a party was or is.
#[derive(Debug, Clone, Copy)]
struct Mark {
    group: usize,
    parties: Parties,
    content: Stretch,
    value: f64,
    /// Whether the figure is that of the move's end or of the hold, and not of the start.
    now: bool,
    /// Whether the words say that it was reached upwards, or downwards.
    way: Option<bool>,
}

impl Sentence<'_> {
    /// Adds the figures that a party has named, and takes away what a rule made of the same words.
    pub(super) fn figures(&self, drafts: &mut Vec<Draft>) {
        if self.parse.is_question() || self.headline {
            return;
        }
        let marks: Vec<Mark> = (0..self.parse.groups().len()).flat_map(|group| self.marks(group)).collect();
        for (place, mark) in marks.iter().enumerate() {
            let own: Vec<&Mark> = marks.iter().filter(|other| other.parties == mark.parties).collect();
            if own.len() < 2 && !self.is_bargained(mark) {
                continue;
            }
            let Some(kind) = self.side(&own) else { continue };
            let left = marks[place + 1..].iter().any(|later| later.parties == mark.parties);
            let status = if left { Status::Past } else { Status::Stated };
            drafts.retain(|draft| draft.tokens.is_none_or(|tokens| !tokens.contains(mark.content.first)));
            drafts.push(self.figure(mark, mark.content, kind, status));
            let extra = self.beside(mark).filter(|_| !left);
            drafts.extend(extra.map(|content| self.figure(mark, content, kind, status)));
        }
    }

    /// Adds the figures that a party has changed: the one that it left is past, what it names now is its offer or demand.
    pub(super) fn revisions(&self, drafts: &mut Vec<Draft>) {
        if self.parse.is_question() || self.headline {
            return;
        }
        for group in 0..self.parse.groups().len() {
            let Some((kind, marks)) = self.revision(group) else { continue };
            for mark in marks {
                let known = |draft: &Draft| {
                    draft.kind == kind && draft.tokens.is_some_and(|tokens| tokens.contains(mark.content.first))
                };
                let status = if mark.now { Status::Stated } else { Status::Past };
                if !drafts.iter().any(known) {
                    drafts.push(self.figure(&mark, mark.content, kind, status));
                }
            }
        }
    }

    /// "lowered its demand from 40 boats to 25": the figure before and the figure now.
    fn revision(&self, group: usize) -> Option<(Kind, Vec<Mark>)> {
        let parse = self.parse;
        let found = parse.groups()[group];
        let lemma = |at: usize| parse.text_of(parse.lemma(at));
        let plain = found.has_tense() && !found.passive && found.negation.is_none() && found.modal.is_none();
        if !plain || !parse.is_in(found.lemma, REVISES) {
            return None;
        }
        let object = parse.phrases()[parse.phrase_at(found.last + 1)?];
        let kind = match lemma(object.head) {
            "offer" | "bid" | "proposal" => Kind::Offer,
            "demand" | "claim" | "request" => Kind::Demand,
            _ => return None,
        };
        let parties = self.subject_parties(group);
        let mark = |content, value, now| Mark { group, parties, content, value, now, way: None };
        let start = (object.last + 1..parse.tokens.len()).take(6).find(|&at| parse.reads(at, words!["from", "to"]))?;
        let (now, first, one) = self.step(start, (false, true))?;
        // "to 15 percent, down from 32"
        let next = first.last + 1 + usize::from(parse.tag(first.last + 1) == Tag::Comma);
        let second = self.step(next, (false, true)).filter(|&(later, ..)| later != now);
        let marks = match second {
            Some((later, second, other)) => vec![mark(first, one, now), mark(second, other, later)],
            None if now => vec![mark(first, one, true)],
            None => return None,
        };
        (parties.len() == 1).then_some((kind, marks))
    }

    /// The figures that one verb names: "from 24 percent to 17", "at 6".
    fn marks(&self, group: usize) -> Vec<Mark> {
        let parse = self.parse;
        let found = parse.groups()[group];
        let is = |verbs| parse.is_in(found.lemma, verbs);
        let (opens, moves, holds) = (is(OPENS), is(MOVES), is(HOLDS));
        if !(opens || moves || holds) || !found.has_tense() || found.passive || found.negation.is_some() {
            return Vec::new();
        }
        let parties = self.subject_parties(group);
        if parties.len() != 1 || found.modal.is_some() || super::govern::governed(parse, group, true).barred.is_some() {
            return Vec::new();
        }
        let mut marks = Vec::new();
        let mut at = found.last + 1;
        while let Some((now, content, value)) = self.step(at, (opens || holds, moves)) {
            let way = self.way(at, content.first).filter(|_| moves && now);
            marks.push(Mark { group, parties, content, value, now: now || holds, way });
            at = content.last + 1;
        }
        if moves && !marks.iter().any(|mark| mark.now) { Vec::new() } else { marks }
    }

    /// "at 24 percent", "down to 17", "from 24 percent": the figure after the next preposition.
    fn step(&self, at: usize, (still, moves): (bool, bool)) -> Option<(bool, Stretch, f64)> {
        let parse = self.parse;
        let text = |at: usize| parse.text_at(at);
        let mut at = at;
        while words![
            "up", "down", "out", "back", "only", "now", "still", "as", "far", "low", "high", "all", "the", "way"
        ]
        .contains(text(at))
        {
            at += 1;
        }
        let now = match text(at) {
            "at" | "with" if still => false,
            "from" if moves => false,
            "to" if moves => true,
            _ => return None,
        };
        let thing = parse.thing(at + 1)?;
        let first = parse.over_open(thing.first);
        let last = (first..=thing.last).find(|&at| text(at) == "to").map_or(thing.last, |to| to - 1);
        let value = number(text(first))?;
        let unit = (first + 1..=last).map(|at| parse.text_of(parse.lemma(at)));
        let idle = |at: &usize| parse.tag(*at) == Tag::Adverb;
        let last = (first..=last).rev().find(|at| !idle(at)).unwrap_or(last);
        unit.into_iter().all(|word| !NOT_BARGAINED.contains(word)).then_some((now, Stretch { first, last }, value))
    }

    /// "down to nine", "up to nine": whether the tokens `from..to` lead up or down.
    fn way(&self, from: usize, to: usize) -> Option<bool> {
        let reads = |word: &str| (from..to).any(|at| self.parse.text_at(at) == word);
        (reads("up") != reads("down")).then(|| reads("up"))
    }

    /// Tells whether a single figure is one of the talks: counted in a unit or come to, of a party to them.
    fn is_bargained(&self, mark: &Mark) -> bool {
        let words = self.parse.span(mark.content.first, mark.content.last).of(self.parse.text).to_lowercase();
        let counted = UNITS.iter().any(|unit| words.contains(unit));
        (counted || mark.way.is_some()) && mark.parties.without(self.scene.principals()).is_empty()
    }

    /// Which side the figures are those of: the one that asks comes down, the one that gives goes up.
    fn side(&self, marks: &[&Mark]) -> Option<Kind> {
        let (first, last) = (marks.first()?, marks.last()?);
        let party = first.parties.iter().next()?;
        let kind = self.scene.kind(party);
        // "is down to nine", "went up to fifty": where it goes says which side it is on.
        let went = self.way(self.parse.groups()[last.group].last + 1, last.content.first).filter(|_| last.now);
        if let Some(up) = went {
            return Some(if up { Kind::Offer } else { Kind::Demand });
        }
        let moved = marks.iter().any(|mark| mark.now) && marks.len() > 1;
        // "The airline has edged up to eight": the way says more than who goes it.
        match kind {
            _ if last.way.is_some() && !moved => last.way.map(|up| if up { Kind::Offer } else { Kind::Demand }),
            PartyKind::Union => Some(Kind::Demand),
            PartyKind::Company => Some(Kind::Offer),
            _ if !moved => None,
            _ if last.value < first.value => Some(Kind::Demand),
            _ if last.value > first.value => Some(Kind::Offer),
            _ => None,
        }
    }

    /// "…, and a bonus of €500 besides": what comes along with the figure.
    fn beside(&self, mark: &Mark) -> Option<Stretch> {
        let parse = self.parse;
        let comma = mark.content.last + 1;
        let opens = parse.tag(comma) == Tag::Comma
            && words!["with", "plus"].contains(parse.tokens.get(comma + 1)?.span.of(parse.text));
        parse.thing(comma + 2).filter(|_| opens)
    }

    fn figure(&self, mark: &Mark, content: Stretch, kind: Kind, status: Status) -> Draft {
        let parse = self.parse;
        let group = parse.groups()[mark.group];
        let cue = Stretch { first: group.first, last: group.last };
        let cue_span = parse.span(cue.first, cue.last);
        let rule = if kind == Kind::Demand { "demand.stance" } else { "offer.leaning" };
        let words = if kind == Kind::Demand { "asks for" } else { "offers" };
        let party = self.scene.name_parties(mark.parties);
        let why = format!("“{}” names a figure that {party} {words} ({rule})", cue_span.of(parse.text));
        let reason = Some(Reason { field: "holder", text: format!("the figure is that of {party}") });
        let held = Held { parties: mark.parties, reason, ..Held::default() };
        Draft { status, ..self.draft(Finding { rule, kind, held, content, cue, group: Some(mark.group), why }) }
    }
}

/// The value of a figure as written: "24", "11.5", "$3,000", "£400", "nine".
fn number(text: &str) -> Option<f64> {
    if text.starts_with(|c: char| c.is_ascii_lowercase()) {
        return numeral::value(text).map(f64::from);
    }
    let plain: String = text.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
    let numeric = text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '%' | '$' | '£' | '€'));
    plain.parse().ok().filter(|_| numeric)
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn a_figure_has_a_value_whatever_its_marks() {
        for (text, value) in [
            ("24", Some(24.0)),
            ("11.5", Some(11.5)),
            ("$3,000", Some(3000.0)),
            ("ten", Some(10.0)),
            ("tens", None),
            ("A4", None),
        ] {
            assert_eq!(number(text), value, "{text}");
        }
    }
}
