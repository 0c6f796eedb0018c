//! Agreement beyond chance between two coders of the same units: Cohen's kappa.
//!
//! It knows categories only. Source: J. Cohen, "A coefficient of agreement for nominal scales",
//! Educational and Psychological Measurement 20 (1960).

use std::collections::BTreeMap;

use super::matching::count;

/// How far two codings of the same units agree.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Agreement {
    /// How many units were compared.
    pub units: usize,
    /// The share of units in which both chose the same category; 0 without units.
    pub raw: f64,
    /// Cohen's kappa: 1 full agreement, 0 what chance gives; `None` where chance alone gives full agreement.
    pub kappa: Option<f64>,
}

impl Agreement {
    /// Computes the agreement of pairs of categories, one pair a unit.
    #[must_use]
    pub fn of<T: Ord + Copy>(pairs: &[(T, T)]) -> Self {
        let units = count(pairs.len());
        if pairs.is_empty() {
            return Self::default();
        }
        let raw = count(pairs.iter().filter(|(a, b)| a == b).count()) / units;
        let mut shares: BTreeMap<T, (usize, usize)> = BTreeMap::new();
        for &(a, b) in pairs {
            shares.entry(a).or_default().0 += 1;
            shares.entry(b).or_default().1 += 1;
        }
        let chance: f64 = shares.values().map(|&(a, b)| count(a) / units * (count(b) / units)).sum();
        let beyond = 1.0 - chance;
        let kappa = (beyond > f64::EPSILON).then(|| (raw - chance) / beyond);
        Self { units: pairs.len(), raw, kappa }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kappa_of_a_worked_example() {
        // 20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no: raw 0.70, chance 0.50, kappa 0.40.
        let mut pairs = vec![(1, 1); 20];
        pairs.extend(vec![(1, 0); 5]);
        pairs.extend(vec![(0, 1); 10]);
        pairs.extend(vec![(0, 0); 15]);
        let found = Agreement::of(&pairs);
        assert!((found.raw - 0.7).abs() < 1e-12);
        assert!((found.kappa.unwrap_or_default() - 0.4).abs() < 1e-12);
    }

    #[test]
    fn one_category_for_all_leaves_kappa_undefined() {
        assert_eq!(Agreement::of(&[(1, 1), (1, 1)]).kappa, None);
        assert_eq!(Agreement::of::<u8>(&[]).units, 0);
    }
}
