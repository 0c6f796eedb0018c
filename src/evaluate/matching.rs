//! Pairs found claims with gold claims, one to one (codebook, "Scoring").
//!
//! It sees bare units: no document, no corpus. All offsets are code points.

use std::collections::BTreeSet;

use crate::record::Kind;

/// What the matching looks at in a claim, gold or found.
#[derive(Debug, Clone)]
pub(super) struct Unit<'a> {
    pub(super) kind: Kind,
    pub(super) holders: BTreeSet<&'a str>,
    pub(super) issues: BTreeSet<&'a str>,
    pub(super) start: usize,
    pub(super) end: usize,
    /// The sentence in which the content starts.
    pub(super) sentence: Option<usize>,
    pub(super) optional: bool,
}

/// Returns, for each gold unit, the found unit that it is matched with.
///
/// The best fitting pair goes first; of two that fit alike, the one later in the text.
pub(super) fn pair(gold: &[Unit<'_>], found: &[Unit<'_>]) -> Vec<Option<usize>> {
    let mut fits: Vec<(f64, usize, usize)> = Vec::new();
    for (i, g) in gold.iter().enumerate() {
        for (j, f) in found.iter().enumerate() {
            fits.extend(fit(g, f).map(|fit| (fit, i, j)));
        }
    }
    fits.sort_by(|a, b| b.0.total_cmp(&a.0).then((b.1, b.2).cmp(&(a.1, a.2))));
    let mut by_gold = vec![None; gold.len()];
    let mut taken = vec![false; found.len()];
    for (_, i, j) in fits {
        if by_gold[i].is_none() && !taken[j] {
            by_gold[i] = Some(j);
            taken[j] = true;
        }
    }
    by_gold
}

/// Returns how well two units fit, or `None` where they do not match.
fn fit(gold: &Unit<'_>, found: &Unit<'_>) -> Option<f64> {
    let both_empty = gold.holders.is_empty() && found.holders.is_empty();
    if gold.kind != found.kind || !(both_empty || meet(&gold.holders, &found.holders)) {
        return None;
    }
    let common = count(gold.end.min(found.end).saturating_sub(gold.start.max(found.start)));
    let short = count((gold.end - gold.start).min(found.end - found.start).max(1));
    if common < 0.3 * short && gold.sentence != found.sentence {
        return None;
    }
    let mut fit = common / short;
    fit += 0.5 * flag(meet(&gold.issues, &found.issues));
    fit += 0.3 * flag(gold.holders == found.holders);
    fit += 0.05 * flag(!gold.optional);
    Some(fit)
}

/// Tells whether two sets have a member in common.
pub(super) fn meet(a: &BTreeSet<&str>, b: &BTreeSet<&str>) -> bool {
    a.intersection(b).next().is_some()
}

fn flag(yes: bool) -> f64 {
    f64::from(u8::from(yes))
}

/// Turns a count into a number to divide with.
pub(super) fn count(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unit(start: usize, end: usize, holder: &'static str, sentence: usize) -> Unit<'static> {
        let holders = BTreeSet::from_iter((!holder.is_empty()).then_some(holder));
        let (kind, issues, optional) = (Kind::Demand, BTreeSet::new(), false);
        Unit { kind, holders, issues, start, end, sentence: Some(sentence), optional }
    }

    #[test]
    fn holders_must_meet_or_both_be_empty() {
        let gold = [unit(0, 10, "syria", 0)];
        assert_eq!(pair(&gold, &[unit(0, 10, "israel", 0)]), [None]);
        assert_eq!(pair(&gold, &[unit(0, 10, "", 0)]), [None]);
        assert_eq!(pair(&[unit(0, 10, "", 0)], &[unit(0, 10, "", 0)]), [Some(0)]);
    }

    #[test]
    fn contents_match_by_overlap_across_sentences_or_by_sentence_without_overlap() {
        let gold = [unit(0, 10, "syria", 0)];
        assert_eq!(pair(&gold, &[unit(7, 40, "syria", 1)]), [Some(0)]);
        assert_eq!(pair(&gold, &[unit(8, 40, "syria", 1)]), [None]);
        assert_eq!(pair(&gold, &[unit(20, 40, "syria", 0)]), [Some(0)]);
    }

    #[test]
    fn the_better_fit_goes_first_and_each_is_matched_once() {
        let gold = [unit(0, 10, "syria", 0), unit(20, 30, "syria", 0)];
        let found = [unit(20, 30, "syria", 0)];
        assert_eq!(pair(&gold, &found), [None, Some(0)]);
        assert_eq!(pair(&found, &gold), [Some(1)]);
    }
}
