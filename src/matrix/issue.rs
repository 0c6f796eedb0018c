//! In which row a claim stands, and in which order the rows do.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::Row;
use crate::compare::CATCH_ALL;
use crate::dossier::is_bare;
use crate::query::Glossary;
use crate::record::Claim;

/// What is known of the issues that claims are on.
pub(super) struct Known<'g> {
    /// The place of every issue in the glossary, and whether the articles gave it.
    places: HashMap<&'g str, (usize, bool)>,
    /// On how many claims each issue stands.
    shared: HashMap<&'g str, usize>,
    glossary: &'g Glossary,
}

/// Sorts rows: the dossier's issues, those of the articles by what meets on them, the catch-all, none.
type Rank = (u8, Reverse<usize>, Reverse<usize>, usize);

impl<'g> Known<'g> {
    /// Reads the issues of `glossary` and counts them in `claims`.
    pub(super) fn new(glossary: &'g Glossary, claims: &[&'g Claim]) -> Self {
        let entries = glossary.issues().iter().enumerate();
        let places = entries.map(|(at, issue)| (issue.slug.as_str(), (at, issue.found))).collect();
        let mut shared: HashMap<&str, usize> = HashMap::new();
        for issue in claims.iter().flat_map(|claim| &claim.issues) {
            *shared.entry(issue).or_default() += 1;
        }
        Self { places, shared, glossary }
    }

    /// Returns the issue on which `claim` stands, of those `within` where there are any.
    pub(super) fn row<'a>(&self, claim: &'a Claim, within: &[String]) -> Option<&'a str> {
        let issues = claim.issues.iter().map(String::as_str);
        let mut asked = issues.filter(|issue| within.is_empty() || within.iter().any(|wanted| wanted == issue));
        let first = asked.next()?;
        if !self.found(first) {
            return Some(first);
        }
        // A dossier's issues are chosen to be compared. Those of the articles are as narrow as their words: "full
        // withdrawal of tanks" and "withdrawal of troops" meet only on the broader one.
        let weight = |issue: &str| (self.says(issue), self.shared.get(issue).copied().unwrap_or(0));
        let broader = asked.filter(|issue| self.found(issue));
        Some(broader.fold(first, |best, next| if weight(next) > weight(best) { next } else { best }))
    }

    /// Tells whether an issue that the articles gave says what is at stake: "list" and the name of a party do not.
    fn says(&self, issue: &str) -> bool {
        !is_bare(issue) && self.glossary.party_rank(&issue.to_lowercase()) == usize::MAX
    }

    /// Returns the key by which rows are sorted.
    pub(super) fn rank(&self, row: &Row<'_>) -> Rank {
        let Some(issue) = row.issue else { return (3, Reverse(0), Reverse(0), 0) };
        let place = self.places.get(issue).map_or(usize::MAX, |(at, _)| *at);
        if issue == CATCH_ALL {
            return (2, Reverse(0), Reverse(0), place);
        }
        if !self.found(issue) {
            return (0, Reverse(0), Reverse(0), place);
        }
        let filled = row.cells.iter().filter(|cell| !cell.marks.is_empty()).count();
        (1, Reverse(filled), Reverse(row.claims()), place)
    }

    fn found(&self, issue: &str) -> bool {
        self.places.get(issue).is_none_or(|(_, found)| *found)
    }
}
