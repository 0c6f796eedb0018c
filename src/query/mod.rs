//! Questions to a corpus: which claims are meant, in which groups, how many.
//!
//! A query never changes a claim and never prints one. What it knows of the negotiation is a
//! [`Glossary`]: the names by which users call parties and issues. Results keep the corpus order
//! unless a function says otherwise.

pub mod filter;
pub mod glossary;
pub mod group;
pub mod identifier;

pub use filter::Filter;
pub use glossary::{Glossary, IssueEntry, PartyEntry, Unknown};
