//! Whether what two sources say of one issue can stand together.
//!
//! Contradiction is kept narrow. A source contradicts another only where it does not report the other's
//! stance as well, the holders can be the same, and both cannot be true at once: *agreed* against *open*,
//! *refused* or *denied*; *held* against *denied*. An article that was published before the other cannot report
//! what was agreed since: then it is a difference of status. That one reports Syria's demand and the other what was
//! agreed is a difference, no contradiction.

use super::{Cell, Stance, Verdict, meet};
use crate::record::{Claim, Kind, Status, vocabulary};

vocabulary! {
    /// In what two sources differ, gravest first.
    Contrast {
        /// Both cannot be true: agreed here; open, refused or denied there.
        Contradiction = "contradiction",
        /// One has as done or held what the other has as expected or past, or an earlier article as open.
        Status = "status",
        /// Both have it as agreed, and one leaves a part of it open.
        Reserve = "reserve",
        /// They report different stances.
        Stance = "stance",
    }
}

/// A difference between two sources.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Difference {
    /// In what they differ.
    pub contrast: Contrast,
    /// What the first says.
    pub left_stance: Stance,
    /// What the second says.
    pub right_stance: Stance,
    /// The first document, as a place in the corpus.
    pub left: usize,
    /// The second document.
    pub right: usize,
}

/// Returns the verdict on one issue, and every pair of sources that differ.
pub(super) fn of(cells: &[Cell<'_>]) -> (Verdict, Vec<Difference>) {
    let speaking: Vec<&Cell<'_>> = cells.iter().filter(|cell| !cell.entries.is_empty()).collect();
    let mut differences = Vec::new();
    for (at, left) in speaking.iter().enumerate() {
        differences.extend(speaking[at + 1..].iter().filter_map(|right| between(left, right)));
    }
    differences.sort_unstable();
    let verdict = match differences.first() {
        _ if speaking.len() < 2 => Verdict::Only,
        None => Verdict::Agree,
        Some(difference) if difference.contrast == Contrast::Contradiction => Verdict::Contradict,
        Some(_) => Verdict::Differ,
    };
    (verdict, differences)
}

/// A stance in each of two sources that contrast.
type Pair = (Stance, Stance);

/// Looks for one contrast of a left and a right source.
type Test = fn(&Cell<'_>, &Cell<'_>) -> Option<Pair>;

/// Returns the gravest difference of two sources that both speak, the firmer stance on the left.
fn between(a: &Cell<'_>, b: &Cell<'_>) -> Option<Difference> {
    let tests: [(Contrast, Test); 3] =
        [(Contrast::Contradiction, contradicts), (Contrast::Status, outdates), (Contrast::Reserve, reserves)];
    for (contrast, test) in tests {
        for (left, right) in [(a, b), (b, a)] {
            if let Some((left_stance, right_stance)) = test(left, right) {
                let contrast =
                    if contrast == Contrast::Contradiction && older(right, left) { Contrast::Status } else { contrast };
                return Some(Difference {
                    contrast,
                    left_stance,
                    right_stance,
                    left: left.document,
                    right: right.document,
                });
            }
        }
    }
    if same(a, b) {
        return None;
    }
    let (left, right) = if first(a) <= first(b) { (a, b) } else { (b, a) };
    let (left_stance, right_stance) = (first(left), first(right));
    let (left, right) = (left.document, right.document);
    Some(Difference { contrast: Contrast::Stance, left_stance, right_stance, left, right })
}

/// Tells whether `a` is known to have been published on a day before `b`; dates are `YYYY-MM-DD` and sort as text.
fn older(a: &Cell<'_>, b: &Cell<'_>) -> bool {
    a.date.zip(b.date).is_some_and(|(a, b)| a < b)
}

/// `left` has as agreed what `right` has as open, refused or denied and in no way as agreed; or `left` has a
/// claim that `right` has only as denied.
fn contradicts(left: &Cell<'_>, right: &Cell<'_>) -> Option<Pair> {
    for claim in claims(left).filter(|claim| claim.status == Status::Stated) {
        let holds = |other: &Claim| other.kind == claim.kind && other.status != Status::Denied && meet(other, claim);
        let denied = |cell| claims(cell).any(|other| denies(other, claim));
        if denied(right) && !denied(left) && !claims(right).any(holds) {
            return Some((Stance::of(claim), Stance::Denied));
        }
    }
    let agreed = |cell| claims(cell).any(|claim| claim.kind == Kind::Agreed && claim.status != Status::Denied);
    if agreed(right) {
        return None;
    }
    let affirmed = claims(left).filter(|claim| Stance::of(claim) == Stance::Affirmed);
    for claim in affirmed {
        if let Some(other) = claims(right).find(|other| against(other, claim)) {
            return Some((Stance::Affirmed, Stance::of(other)));
        }
    }
    None
}

/// Tells whether `other` denies a claim like `claim`: of the same kind and holder.
fn denies(other: &Claim, claim: &Claim) -> bool {
    other.status == Status::Denied && other.kind == claim.kind && meet(other, claim)
}

/// Tells whether `other` keeps from being agreed what `claim` has as agreed.
fn against(other: &Claim, claim: &Claim) -> bool {
    matches!(Stance::of(other), Stance::Open | Stance::Refused) && meet(other, claim)
}

/// `left` has as agreed what `right` has as expected, or as held what `right` has only as past.
fn outdates(left: &Cell<'_>, right: &Cell<'_>) -> Option<Pair> {
    for claim in claims(left).filter(|claim| claim.status == Status::Stated) {
        let like = |other: &&Claim| other.kind == claim.kind && meet(other, claim);
        let firm = claims(right).filter(like).any(|other| other.status == Status::Stated);
        let weaker = |other: &&Claim| {
            other.status == Status::Past || (other.status == Status::Expected && other.kind == Kind::Agreed)
        };
        if let Some(other) = claims(right).filter(like).find(weaker).filter(|_| !firm) {
            return Some((Stance::of(claim), Stance::of(other)));
        }
    }
    None
}

/// Both affirm; `right` leaves a part open, refused or denied, and `left` does not.
fn reserves(left: &Cell<'_>, right: &Cell<'_>) -> Option<Pair> {
    let has = |cell: &Cell<'_>, stance| cell.entries.iter().any(|entry| entry.stance == stance);
    let reserve = [Stance::Open, Stance::Refused, Stance::Denied];
    let both = has(left, Stance::Affirmed) && has(right, Stance::Affirmed);
    let only_right =
        reserve.into_iter().find(|&stance| has(right, stance) && !reserve.iter().any(|&any| has(left, any)));
    only_right.filter(|_| both).map(|stance| (Stance::Affirmed, stance))
}

/// Tells whether two sources report one stance of holders that can be the same.
fn same(a: &Cell<'_>, b: &Cell<'_>) -> bool {
    let like = |left: &super::Entry<'_>| {
        let alike = |right: &super::Entry<'_>| left.stance == right.stance && left.claim.kind == right.claim.kind;
        b.entries.iter().any(|right| alike(right) && meet(left.claim, right.claim))
    };
    a.entries.iter().any(like)
}

fn claims<'a>(cell: &'a Cell<'_>) -> impl Iterator<Item = &'a Claim> {
    cell.entries.iter().map(|entry| entry.claim)
}

fn first(cell: &Cell<'_>) -> Stance {
    cell.entries.first().map_or(Stance::Silent, |entry| entry.stance)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::issues;
    use crate::corpus::Corpus;
    use crate::document::Document;
    use crate::text::Span;

    /// A claim of document `document`, written "holder kind status" ("a+b agreed stated", "- open past").
    fn claim(document: usize, words: &str) -> Claim {
        let parts: Vec<&str> = words.split(' ').collect();
        let [holders, kind, status] = parts.as_slice() else { panic!("{words}") };
        let span = Span::new(0, 1);
        Claim {
            id: words.to_owned(),
            document,
            kind: Kind::from_word(kind).expect("a kind"),
            holders: holders.split('+').filter(|holder| *holder != "-").map(str::to_owned).collect(),
            toward: Vec::new(),
            issues: vec!["point".to_owned()],
            status: Status::from_word(status).expect("a status"),
            content: span,
            quote: span,
            cue: span,
            frame: Vec::new(),
            holder_spans: Vec::new(),
            attribution: Vec::new(),
            also: Vec::new(),
            rule: String::new(),
            reasons: Vec::new(),
        }
    }

    /// Builds a corpus of sources, each given as its claims parted by ", ".
    fn corpus(sources: &[&str]) -> Corpus {
        let said = |(at, words): (usize, &&str)| {
            words.split(", ").filter(|w| !w.is_empty()).map(move |w| claim(at, w)).collect::<Vec<_>>()
        };
        let claims = sources.iter().enumerate().flat_map(said).collect();
        Corpus { documents: vec![Document::default(); sources.len()], claims, ..Corpus::default() }
    }

    /// Checks the verdict on sources and the gravest contrast, in whatever order they are compared.
    #[track_caller]
    fn check(sources: &[&str], verdict: Verdict, contrast: Option<Contrast>) {
        check_corpus(&corpus(sources), verdict, contrast);
    }

    #[track_caller]
    fn check_corpus(corpus: &Corpus, verdict: Verdict, contrast: Option<Contrast>) {
        let all: Vec<usize> = (0..corpus.documents.len()).collect();
        let claims: Vec<&Claim> = corpus.claims.iter().collect();
        for order in [all.clone(), all.into_iter().rev().collect()] {
            let found = issues(corpus, &order, &claims, &[]);
            let row = &found.rows[0];
            assert_eq!((row.verdict, row.differences.first().map(|d| d.contrast)), (verdict, contrast), "{claims:?}");
        }
    }

    #[test]
    fn an_earlier_article_cannot_report_what_was_agreed_since() {
        let mut corpus = corpus(&["a+b agreed stated", "a+b open stated"]);
        corpus.documents[0].date = Some("2026-01-08".to_owned());
        check_corpus(&corpus, Verdict::Contradict, Some(Contrast::Contradiction));
        corpus.documents[1].date = Some("2026-01-05".to_owned());
        check_corpus(&corpus, Verdict::Differ, Some(Contrast::Status));
        corpus.documents[1].date = Some("2026-01-09".to_owned());
        check_corpus(&corpus, Verdict::Contradict, Some(Contrast::Contradiction));
    }

    #[test]
    fn a_claim_counts_on_the_first_of_its_issues_that_is_asked_for() {
        let mut corpus = corpus(&["a demand stated"]);
        corpus.claims[0].issues = vec!["other".to_owned(), "border".to_owned(), "point".to_owned()];
        let claims: Vec<&Claim> = corpus.claims.iter().collect();
        assert_eq!(issues(&corpus, &[0], &claims, &[]).rows[0].issue, "border");
        assert_eq!(issues(&corpus, &[0], &claims, &["point".to_owned()]).rows[0].issue, "point");
    }

    #[test]
    fn agreed_here_and_open_refused_or_denied_there_is_a_contradiction() {
        for other in ["a+b open stated", "b open expected", "a red-line stated", "a agreed denied", "- open stated"] {
            check(&["a+b agreed stated", other], Verdict::Contradict, Some(Contrast::Contradiction));
        }
    }

    #[test]
    fn agreed_here_and_expected_there_is_a_difference_of_status() {
        check(&["a+b agreed stated", "a+b agreed expected"], Verdict::Differ, Some(Contrast::Status));
        check(&["a+b agreed stated", "a+b agreed expected, a open expected"], Verdict::Differ, Some(Contrast::Status));
        check(&["a demand stated", "a demand past, b red-line stated"], Verdict::Differ, Some(Contrast::Status));
    }

    #[test]
    fn a_demand_and_an_outcome_may_both_be_true() {
        check(&["a demand stated", "a+b agreed stated"], Verdict::Differ, Some(Contrast::Stance));
        check(&["a demand stated", "b red-line stated"], Verdict::Differ, Some(Contrast::Stance));
        check(&["a demand stated", "a open stated"], Verdict::Differ, Some(Contrast::Stance));
    }

    #[test]
    fn who_else_is_open_does_not_contradict_who_agreed() {
        check(&["a+b agreed stated", "c open stated"], Verdict::Differ, Some(Contrast::Stance));
        check(&["a+b agreed stated", "a open past"], Verdict::Differ, Some(Contrast::Stance));
    }

    #[test]
    fn a_source_that_reports_both_contradicts_nobody() {
        check(&["a+b agreed stated", "a+b agreed stated, a open stated"], Verdict::Differ, Some(Contrast::Reserve));
        check(&["a demand stated", "a demand stated, a demand denied"], Verdict::Agree, None);
    }

    #[test]
    fn a_denial_contradicts_the_report_of_the_same_stance() {
        check(&["a demand stated", "a demand denied"], Verdict::Contradict, Some(Contrast::Contradiction));
        check(&["a demand denied", "a open denied"], Verdict::Differ, Some(Contrast::Stance));
        check(&["a demand stated", "b demand denied"], Verdict::Differ, Some(Contrast::Stance));
        check(&["a demand denied", "a demand denied"], Verdict::Agree, None);
    }

    #[test]
    fn the_same_stance_of_the_same_holder_is_agreement_whoever_else_is_silent() {
        check(&["a+b agreed stated", "a+b+c agreed stated", ""], Verdict::Agree, None);
        check(&["a demand stated", "a demand stated, b red-line stated"], Verdict::Agree, None);
        check(&["a demand stated", "b demand stated"], Verdict::Differ, Some(Contrast::Stance));
        check(&["a demand stated", ""], Verdict::Only, None);
    }
}
