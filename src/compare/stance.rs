//! What a claim makes of its issue: nine words, from "affirmed" to "silent".

use crate::record::{Claim, Kind, Status, vocabulary};

vocabulary! {
    /// What a source reports on an issue, the firmest first.
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
