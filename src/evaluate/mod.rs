//! Claims scored against gold, as the codebook defines it.
//!
//! It compares what was found with what coders wrote down, and finds nothing itself. Its figures are those
//! of `tests/gold/score.py`, to the last digit; a test holds the two together.

mod agreement;
mod coded;
mod gold;
mod matching;
mod score;
mod sentences;

pub use agreement::Agreement;
pub use coded::coded;
pub use gold::{Gold, GoldClaim, Problem};
pub use score::{Count, Deviation, Fields, Score, Side, score};
