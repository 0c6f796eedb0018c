//! What a claim makes of its point: nine words, from "affirmed" to "silent", and whether it is for or against it.

use std::sync::Arc;

use super::point::Matter;
use crate::record::{Claim, Kind, Status, vocabulary};
use crate::text::Span;

vocabulary! {
    /// What a source reports on a point, the firmest first.
    Stance {
        /// As agreed.
        Affirmed = "affirmed",
        /// As likely or possible to be agreed.
        Expected = "expected",
        /// As held or agreed in an earlier round, since dropped or superseded, whatever kind of claim it is.
        Past = "past",
        /// As denied by somebody, whatever kind of claim it is.
        Denied = "denied",
        /// As not agreed, unclear, put off or off the agenda.
        Open = "open",
        /// As refused or untouchable.
        Refused = "refused",
        /// As demanded.
        Demanded = "demanded",
        /// As offered.
        Offered = "offered",
        /// Nothing.
        Silent = "silent",
    }
}

impl Stance {
    /// Returns the stance that `claim` reports.
    ///
    /// A demand, refusal, offer or open point that is only expected keeps its word; the claim's status says
    /// the rest beside it.
    #[must_use]
    pub fn of(claim: &Claim) -> Self {
        match (claim.status, claim.kind) {
            (Status::Denied, _) => Self::Denied,
            (Status::Past, _) => Self::Past,
            (Status::Stated, Kind::Agreed) => Self::Affirmed,
            (Status::Expected, Kind::Agreed) => Self::Expected,
            (_, Kind::Open) => Self::Open,
            (_, Kind::RedLine) => Self::Refused,
            (_, Kind::Demand) => Self::Demanded,
            (_, Kind::Offer) => Self::Offered,
        }
    }
}

vocabulary! {
    /// Which way a claim is turned on its point.
    Way {
        /// It wants the point, grants it, or has it as agreed.
        For = "for",
        /// It wants its end, or refuses it.
        Against = "against",
        /// It leaves it open.
        Neither = "neither",
    }
}

impl Way {
    /// Returns which way `claim` is turned, whose words are read as `matter`.
    ///
    /// A red line is a refusal of its point, unless it is drawn around a term of the holder's own ("preserve full freedom
    /// of action").
    pub(super) fn of(claim: &Claim, matter: Option<&Matter>) -> Self {
        let against = matter.is_some_and(|matter| matter.against);
        let own = matter.is_some_and(|matter| matter.upheld) || claim.rule == "red-line.reserve";
        match claim.kind {
            Kind::Open => Self::Neither,
            Kind::RedLine if against == own => Self::Against,
            Kind::Demand | Kind::Offer | Kind::Agreed if against => Self::Against,
            _ => Self::For,
        }
    }

    /// Tells whether the two want opposite things.
    #[must_use]
    pub fn opposes(self, other: Self) -> bool {
        matches!((self, other), (Self::For, Self::Against) | (Self::Against, Self::For))
    }
}

/// A claim and what it makes of its point.
#[derive(Debug, Clone)]
pub struct Entry<'a> {
    /// The stance.
    pub stance: Stance,
    /// Which way it is turned: "an end to strikes" is against strikes.
    pub way: Way,
    /// The claim that reports it.
    pub claim: &'a Claim,
    /// Where its sentence cites the paper in question, where that alone reports it: an article that quotes a joint
    /// statement has it as made.
    pub cites: Option<Span>,
    /// What its words are read as.
    pub(super) matter: Option<Arc<Matter>>,
}

impl Entry<'_> {
    /// Returns the words that name the point in the article: "joint fusion mechanism".
    #[must_use]
    pub fn named(&self) -> Span {
        let words = self.matter.as_ref().map_or(self.claim.content, |matter| matter.named);
        self.cites.unwrap_or(words)
    }

    /// Returns the words that are shown for it: the point, or what cites the paper.
    #[must_use]
    pub fn point(&self) -> Span {
        self.cites.unwrap_or(self.claim.content)
    }

    /// Returns the word for its stance; a paper that is cited is "quoted".
    #[must_use]
    pub fn told(&self) -> &'static str {
        if self.cites.is_some() { "quoted" } else { self.stance.word() }
    }
}

/// What one source says on one point.
#[derive(Debug, Clone)]
pub struct Cell<'a> {
    /// The document's place in the corpus.
    pub document: usize,
    /// When it was published, as `YYYY-MM-DD`, where known.
    pub date: Option<&'a str>,
    /// Whether it was written before the talks it is about, as far as its head tells.
    pub ahead: bool,
    /// Its claims, by stance and position.
    pub entries: Vec<Entry<'a>>,
}

impl Cell<'_> {
    /// Returns the stances that the source reports, each once, the firmest first.
    #[must_use]
    pub fn stances(&self) -> Vec<Stance> {
        let mut stances: Vec<Stance> = self.entries.iter().map(|entry| entry.stance).collect();
        stances.sort_unstable();
        stances.dedup();
        stances
    }
}
