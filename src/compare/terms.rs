//! Differences between sources that report one stance: condition, figure, extent, area, and the words for it.
//!
//! Silence is no difference: an article without a figure does not differ from one with it, except that one which
//! leaves a condition out says more than one which has it.

use std::collections::BTreeMap;

use super::difference::{Aspect, Contrast, Difference};
use super::meet;
use super::point::{Extent, Matter, Naming};
use super::stance::{Cell, Entry, Stance};
use crate::record::FrameRole;

/// Returns the differences in terms among sources of one stance.
pub(super) fn differences<'a>(cells: &[Cell<'a>]) -> Vec<Difference<'a>> {
    let mut found = Vec::new();
    for stance in Stance::ALL {
        let of: Vec<&Entry<'a>> = cells
            .iter()
            .flat_map(|cell| &cell.entries)
            .filter(|entry| entry.stance == *stance && entry.cites.is_none())
            .collect();
        let mut rest = of;
        while let Some(&first) = rest.first() {
            let like = |entry: &&Entry<'a>| entry.way == first.way && meet(entry.claim, first.claim);
            let (same, others): (Vec<_>, Vec<_>) = rest.iter().copied().partition(like);
            found.extend(within(&same));
            rest = others;
        }
    }
    found
}

/// Entries of one stance, way and holder.
fn within<'a>(entries: &[&Entry<'a>]) -> Vec<Difference<'a>> {
    let condition = |matter: &Matter, entry: &Entry<'_>| Some(matter.conditional || is_conditional(entry));
    let extent = |matter: &Matter, _: &Entry<'_>| matter.terms.extent.map(|extent| extent == Extent::Part);
    let mut found: Vec<Difference<'a>> = Vec::new();
    found.extend(parted(entries, condition).map(|sides| difference(Contrast::Scope, Some(Aspect::Condition), sides)));
    found.extend(parted(entries, extent).map(|sides| difference(Contrast::Scope, Some(Aspect::Extent), sides)));
    found.extend(figures(entries).map(|sides| difference(Contrast::Scope, Some(Aspect::Figure), sides)));
    found.extend(areas(entries).map(|sides| difference(Contrast::Scope, Some(Aspect::Area), sides)));
    found.extend(words(entries).map(|sides| difference(Contrast::Wording, None, sides)));
    found
}

/// The entries of one side and the other.
type Sides<'a> = (Vec<Entry<'a>>, Vec<Entry<'a>>);

fn difference(contrast: Contrast, aspect: Option<Aspect>, (left, right): Sides<'_>) -> Difference<'_> {
    Difference { contrast, aspect, left, right }
}

/// Parts entries by a yes or no; articles that have both stand on no side.
fn parted<'a>(entries: &[&Entry<'a>], has: impl Fn(&Matter, &Entry<'a>) -> Option<bool>) -> Option<Sides<'a>> {
    let answered = |entry: &&Entry<'a>| {
        entry.matter.as_ref().and_then(|matter| has(matter, entry)).map(|yes| (yes, (*entry).clone()))
    };
    split(entries.iter().filter_map(answered))
}

/// The articles of the smallest key on the left, all others on the right; those that have several on no side.
fn split<'a, K: Ord>(keyed: impl Iterator<Item = (K, Entry<'a>)>) -> Option<Sides<'a>> {
    let mut by_document: BTreeMap<usize, Vec<(K, Entry<'a>)>> = BTreeMap::new();
    for (key, entry) in keyed {
        by_document.entry(entry.claim.document).or_default().push((key, entry));
    }
    let mut by_key: BTreeMap<K, Vec<Entry<'a>>> = BTreeMap::new();
    for mut own in by_document.into_values() {
        let one = own.iter().all(|(key, _)| *key == own[0].0);
        if one {
            let (key, entry) = own.swap_remove(0);
            by_key.entry(key).or_default().push(entry);
        }
    }
    let mut sides = by_key.into_values();
    let left = sides.next()?;
    let mut right: Vec<Entry<'a>> = sides.flatten().collect();
    right.sort_by_key(|entry| entry.claim.document);
    if right.is_empty() { None } else { Some((left, right)) }
}

/// The condition that governs a claim; one that is itself the demand ("only if") does not.
fn is_conditional(entry: &Entry<'_>) -> bool {
    let itself = entry.claim.rule.starts_with("demand.condition") || entry.claim.rule.starts_with("demand.exchange");
    !itself && entry.claim.frame.iter().any(|frame| frame.role == FrameRole::Condition)
}

/// Other figures for one thing that is counted.
fn figures<'a>(entries: &[&Entry<'a>]) -> Option<Sides<'a>> {
    let mut units: BTreeMap<&str, Vec<(&str, Entry<'a>)>> = BTreeMap::new();
    for entry in entries {
        for (unit, figure) in entry.matter.iter().flat_map(|matter| &matter.terms.figures) {
            units.entry(unit).or_default().push((figure, (*entry).clone()));
        }
    }
    units.into_values().find_map(|counted| split(counted.into_iter()))
}

/// Other places.
fn areas<'a>(entries: &[&Entry<'a>]) -> Option<Sides<'a>> {
    let places =
        |entry: &Entry<'a>| entry.matter.as_ref().map(|matter| matter.terms.places.clone()).unwrap_or_default();
    let located: Vec<&&Entry<'a>> = entries.iter().filter(|entry| !places(entry).is_empty()).collect();
    let first = located.first()?;
    let here = places(first);
    let elsewhere = |entry: &&&Entry<'a>| (!places(entry).iter().any(|place| here.contains(place)), (**entry).clone());
    split(located.iter().map(elsewhere))
}

/// Other words for a point that the vocabulary knows: those of the first article on the left, all others on the right.
fn words<'a>(entries: &[&Entry<'a>]) -> Option<Sides<'a>> {
    let known = |entry: &&Entry<'a>| {
        let matter = entry.matter.as_ref().filter(|matter| matter.naming == Naming::Field)?;
        Some((matter.wording.clone(), (*entry).clone()))
    };
    let mut named: Vec<(String, Entry<'a>)> = entries.iter().filter_map(known).collect();
    split(named.iter().cloned())?;
    let mut seen: Vec<(String, usize)> = Vec::new();
    named.retain(|(wording, entry)| {
        let place = (wording.clone(), entry.claim.document);
        let new = !seen.contains(&place);
        seen.push(place);
        new
    });
    let first = named[0].0.clone();
    let (left, right): (Vec<_>, Vec<_>) = named.into_iter().partition(|(wording, _)| *wording == first);
    let entries = |side: Vec<(String, Entry<'a>)>| side.into_iter().map(|(_, entry)| entry).collect();
    Some((entries(left), entries(right)))
}
