//! Claims in the groups in which a reader wants them, and counted.
//!
//! Groups come in the glossary's order: a party alone first, then parties together, then claims that
//! nobody is named for; within a group by issue, then kind, then place.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use crate::query::glossary::Glossary;
use crate::record::{Claim, Kind};

/// Claims with the same holders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HolderGroup<'a> {
    /// Slugs of the holders in listing order; empty where nobody is named.
    pub holders: Vec<&'a str>,
    /// Their claims by first issue.
    pub issues: Vec<IssueGroup<'a>>,
}

/// Claims with the same first issue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssueGroup<'a> {
    /// The slug of the issue, or nothing where the claims have none.
    pub issue: Option<&'a str>,
    /// The claims by kind, then in corpus order.
    pub claims: Vec<&'a Claim>,
}

/// Groups `claims` by their holders, then by their first issue.
#[must_use]
pub fn by_holder<'a>(glossary: &Glossary, claims: &[&'a Claim]) -> Vec<HolderGroup<'a>> {
    let mut groups: BTreeMap<Vec<&str>, Vec<&Claim>> = BTreeMap::new();
    for &claim in claims {
        let mut holders: Vec<&str> = claim.holders.iter().map(String::as_str).collect();
        holders.sort_by(|a, b| party_order(glossary, a, b));
        groups.entry(holders).or_default().push(claim);
    }
    let mut groups: Vec<(Vec<&str>, Vec<&Claim>)> = groups.into_iter().collect();
    groups.sort_by(|(a, _), (b, _)| holder_order(glossary, a, b));
    let finish = |(holders, claims): (Vec<&'a str>, Vec<&'a Claim>)| HolderGroup {
        holders,
        issues: by_issue(glossary, &claims),
    };
    groups.into_iter().map(finish).collect()
}

/// Groups `claims` by their first issue; those without one come last.
#[must_use]
pub fn by_issue<'a>(glossary: &Glossary, claims: &[&'a Claim]) -> Vec<IssueGroup<'a>> {
    let mut groups: BTreeMap<Option<&str>, Vec<&Claim>> = BTreeMap::new();
    for &claim in claims {
        groups.entry(claim.issues.first().map(String::as_str)).or_default().push(claim);
    }
    let groups = groups.into_iter().map(|(issue, claims)| IssueGroup { issue, claims });
    let mut groups: Vec<IssueGroup<'a>> = groups.collect();
    for group in &mut groups {
        group.claims.sort_by_key(|claim| claim.kind);
    }
    groups.sort_by_key(|group| group.issue.map_or((1, 0, ""), |issue| (0, glossary.issue_rank(issue), issue)));
    groups
}

/// How many claims of each kind there are, in the order of [`Kind::ALL`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts([usize; Kind::ALL.len()]);

impl Counts {
    /// Counts `claims` by kind.
    pub fn of<'a>(claims: impl IntoIterator<Item = &'a Claim>) -> Self {
        let mut counts = Self::default();
        for claim in claims {
            counts.0[claim.kind as usize] += 1;
        }
        counts
    }

    /// Returns the number of claims of `kind`.
    #[must_use]
    pub fn get(self, kind: Kind) -> usize {
        self.0[kind as usize]
    }

    /// Returns the number of claims of all kinds.
    #[must_use]
    pub fn total(self) -> usize {
        self.0.iter().sum()
    }
}

fn party_order(glossary: &Glossary, a: &str, b: &str) -> Ordering {
    (glossary.party_rank(a), a).cmp(&(glossary.party_rank(b), b))
}

fn holder_order(glossary: &Glossary, a: &[&str], b: &[&str]) -> Ordering {
    let nobody_last = a.is_empty().cmp(&b.is_empty());
    let ranks = |holders: &[&str]| holders.iter().map(|slug| glossary.party_rank(slug)).collect::<Vec<_>>();
    nobody_last.then(a.len().cmp(&b.len())).then_with(|| ranks(a).cmp(&ranks(b))).then_with(|| a.cmp(b))
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::corpus::Corpus;
    use crate::document::Document;
    use crate::query::glossary::{IssueEntry, PartyEntry};
    use crate::record::{Reason, Source, SourceType, Status};
    use crate::text::{Index, Span};

    pub(crate) const TEXT: &str = "Norland demanded that Sudmark reopen the border posts.\n\
        Sudmark will not move its border posts, an official said.\n\
        The two sides agreed to open a joint office.\nIt is unclear who pays.\n";

    pub(crate) fn glossary() -> Glossary {
        let party = |slug: &str, name: &str| PartyEntry {
            slug: slug.into(),
            name: name.into(),
            listed: true,
            ..PartyEntry::default()
        };
        let issue = |slug: &str, title: &str, broader: Option<&str>| IssueEntry {
            slug: slug.into(),
            title: title.into(),
            broader: broader.map(str::to_owned),
            found: false,
        };
        Glossary::new(
            vec![party("sudmark", "Sudmark"), party("norland", "Norland"), party("us", "United States")],
            vec![
                issue("security", "Security", None),
                issue("border", "The border", Some("security")),
                issue("office", "A joint office", None),
            ],
        )
    }

    fn words(list: &[&str]) -> Vec<String> {
        list.iter().map(|&word| word.to_owned()).collect()
    }

    pub(crate) fn span(part: &str) -> Span {
        let start = TEXT.find(part).expect("words of the text");
        Span::new(start, start + part.len())
    }

    pub(crate) fn claim(id: &str, holders: &[&str]) -> Claim {
        Claim {
            id: id.into(),
            document: 0,
            kind: Kind::Demand,
            holders: words(holders),
            toward: vec![],
            issues: words(&["border"]),
            status: Status::Stated,
            content: span("Sudmark reopen the border posts"),
            quote: span("Norland demanded that Sudmark reopen the border posts."),
            cue: span("demanded"),
            frame: vec![],
            holder_spans: vec![span("Norland")],
            attribution: vec![],
            also: vec![],
            rule: "demand.verb".into(),
            reasons: vec![Reason { field: "holder", text: "subject of the cue".into() }],
        }
    }

    /// One article with a demand, a denied red line, a joint agreed point and an open point that nobody holds.
    pub(crate) fn corpus() -> Corpus {
        let document = Document {
            id: "herald".into(),
            path: "articles/herald.txt".into(),
            title: "Talks on the border".into(),
            outlet: "The Herald".into(),
            date: Some("2031-05-02".into()),
            text: TEXT.into(),
            index: Index::new(TEXT),
            ..Document::default()
        };
        let official = Source {
            name: "an official".into(),
            kind: SourceType::Official,
            anonymous: true,
            span: span("an official"),
        };
        let demand = Claim { toward: words(&["sudmark"]), ..claim("herald-000001", &["norland"]) };
        let red_line = Claim {
            kind: Kind::RedLine,
            status: Status::Denied,
            content: span("move its border posts"),
            quote: span("Sudmark will not move its border posts, an official said."),
            cue: span("will not"),
            holder_spans: vec![span("Sudmark will").join(span("Sudmark will"))],
            attribution: vec![official],
            rule: "red-line.modal".into(),
            ..claim("herald-000002", &["sudmark"])
        };
        let agreed = Claim {
            kind: Kind::Agreed,
            issues: words(&["office"]),
            content: span("open a joint office"),
            quote: span("The two sides agreed to open a joint office."),
            cue: span("agreed to"),
            holder_spans: vec![span("The two sides")],
            rule: "agreed.verb".into(),
            ..claim("herald-000003", &["norland", "sudmark"])
        };
        let open = Claim {
            kind: Kind::Open,
            issues: vec![],
            content: span("who pays"),
            quote: span("It is unclear who pays."),
            cue: span("is unclear"),
            holder_spans: vec![],
            rule: "open.unclear".into(),
            ..claim("herald-000004", &[])
        };
        Corpus {
            dossier: "test".into(),
            documents: vec![document],
            claims: vec![demand, red_line, agreed, open],
            ..Corpus::default()
        }
    }

    #[test]
    fn parties_alone_come_first_and_nobody_last() {
        let corpus = corpus();
        let claims: Vec<&Claim> = corpus.claims.iter().collect();
        let groups = by_holder(&glossary(), &claims);
        let holders: Vec<_> = groups.iter().map(|group| group.holders.join("+")).collect();
        assert_eq!(holders, ["sudmark", "norland", "sudmark+norland", ""]);
    }

    #[test]
    fn issues_stand_in_dossier_order_and_claims_by_kind() {
        let mut corpus = corpus();
        corpus.claims.iter_mut().for_each(|claim| claim.holders = words(&["us"]));
        corpus.claims.reverse();
        let claims: Vec<&Claim> = corpus.claims.iter().collect();
        let groups = by_holder(&glossary(), &claims);
        let issues: Vec<_> = groups[0].issues.iter().map(|group| group.issue).collect();
        assert_eq!(issues, [Some("border"), Some("office"), None]);
        let kinds: Vec<_> = groups[0].issues[0].claims.iter().map(|claim| claim.kind).collect();
        assert_eq!(kinds, [Kind::Demand, Kind::RedLine]);
    }

    #[test]
    fn kinds_are_counted_and_summed() {
        let corpus = corpus();
        let counts = Counts::of(&corpus.claims);
        assert_eq!((counts.get(Kind::Agreed), counts.get(Kind::Offer), counts.total()), (1, 0, 4));
    }
}
