//! Sentences that are nearly the same, found without comparing each with each.
//!
//! A sentence is the set of its runs of three words. Two are nearly the same where half the runs of the shorter one
//! stand in the other (containment, after A. Broder, "On the resemblance and containment of documents", 1997). Only
//! sentences that share one of their smallest run hashes (his sketch) are compared, so the work grows with the
//! number of sentences and not with its square.

use std::hash::BuildHasher;

use foldhash::fast::FixedState;

/// The words of a run.
const RUN: usize = 3;
/// How many of the smallest hashes of a sentence are looked up.
const SKETCH: usize = 8;
/// Fewer runs in common are a turn of phrase.
const LEAST: usize = 7;
/// Fewer runs in common are one even where nothing else stands in either sentence.
const LEAST_OF_ALL: usize = 4;
/// The share of the runs of the shorter sentence that must be in common, in hundredths.
const SHARE: usize = 50;

/// The runs of one sentence.
#[derive(Debug, Clone, Default)]
pub(super) struct Runs {
    /// Their hashes, sorted, each once.
    hashes: Vec<u64>,
}

impl Runs {
    /// Returns the runs of `sentence`; case, punctuation and the kind of apostrophe do not count.
    pub(super) fn of(sentence: &str) -> Self {
        let state = FixedState::with_seed(11);
        let parts = sentence.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let words: Vec<u64> = parts.map(|word| state.hash_one(word.to_lowercase())).collect();
        let mut hashes: Vec<u64> = words.windows(RUN).map(|run| state.hash_one(run)).collect();
        hashes.sort_unstable();
        hashes.dedup();
        Self { hashes }
    }

    /// Returns the hashes under which the sentence is looked up.
    pub(super) fn sketch(&self) -> &[u64] {
        &self.hashes[..self.hashes.len().min(SKETCH)]
    }

    /// Returns the share of runs in common, in hundredths of the shorter sentence; nothing where they are not
    /// nearly the same.
    pub(super) fn alike(&self, other: &Self) -> Option<u8> {
        let (short, long) = if self.hashes.len() <= other.hashes.len() { (self, other) } else { (other, self) };
        let common = common(&short.hashes, &long.hashes);
        let share = common * 100 / short.hashes.len().max(1);
        let same = common == long.hashes.len() && common >= LEAST_OF_ALL;
        if same || (common >= LEAST && share >= SHARE) { u8::try_from(share).ok() } else { None }
    }
}

/// How many numbers two sorted lists have in common.
fn common(short: &[u64], long: &[u64]) -> usize {
    let mut rest = long.iter().peekable();
    let is_there = |hash: &&u64| {
        while rest.next_if(|other| other < hash).is_some() {}
        rest.peek() == Some(hash)
    };
    short.iter().filter(is_there).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    const WIRE: &str = "Norland agreed on Tuesday to open a joint office in the border town of Lom, officials said.";

    fn alike(other: &str) -> bool {
        Runs::of(WIRE).alike(&Runs::of(other)).is_some()
    }

    #[test]
    fn an_edited_copy_is_nearly_the_same_sentence() {
        assert!(alike(WIRE));
        assert!(alike("NORLAND AGREED on Tuesday to open a joint office in the border town of Lom – officials said"));
        assert!(alike("Norland agreed to open a joint office in the border town of Lom."));
    }

    #[test]
    fn a_report_in_other_words_is_not() {
        assert!(!alike("Officials said Norland and Sudmark would share an office in the border town of Lom."));
        assert!(!alike("On Tuesday the two agreed to open a bridge."));
        assert!(!alike(""));
        let (one, other) =
            ("Norland offered to free the prisoners of the war.", "It would free the prisoners of the war first.");
        assert!(Runs::of(one).alike(&Runs::of(other)).is_none());
    }

    #[test]
    fn copies_share_a_hash_of_their_sketches() {
        let (one, two) = (Runs::of(WIRE), Runs::of(&WIRE.replace(", officials said", "")));
        assert!(one.sketch().iter().any(|hash| two.sketch().contains(hash)));
    }
}
