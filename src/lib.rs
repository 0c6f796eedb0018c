//! Demarche reads articles about a negotiation and turns them into claims: who demands, refuses, offers,
//! agreed to or leaves open what, according to whom, each tied to the exact words it stands on.
//!
//! ```text
//! bytes -> document -> language -> mentions -> attribution -> rules -> claims -> corpus -> query / compare -> render -> cli
//! ```

pub mod attribution;
pub mod claims;
pub mod compare;
pub mod corpus;
pub mod document;
pub mod dossier;
pub mod evaluate;
pub mod language;
pub mod mentions;
pub mod query;
pub mod record;
pub mod render;
pub mod rules;
pub mod text;
pub mod verify;
