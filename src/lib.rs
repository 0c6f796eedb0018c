//! Demarche reads articles about a negotiation and turns them into claims: who demands, refuses, offers,
//! agreed to or leaves open what, according to whom, each tied to the exact words it stands on.
//!
//! # The way of an article
//!
//! Each stage uses only what stands before it; a test holds the order.
//!
//! ```text
//! text -> record -> document -> language -> dossier -> mentions -> attribution -> rules -> claims
//!      -> corpus -> query -> evaluate -> compare -> matrix -> timeline
//!      -> render -> report -> verify -> cli
//! ```
//!
//! | stage | what it knows |
//! |---|---|
//! | [`text`] | places in a text: bytes inside, code points and lines outside |
//! | [`record`] | what a finding is: claims, statements, people, and their closed vocabularies |
//! | [`document`] | articles: decoding, facts about them, prose told from page furniture |
//! | [`language`] | English: sentences, tokens with tags, phrases, verb groups, clauses |
//! | [`dossier`] | a negotiation: its parties, people and issues, with the world beneath it |
//! | [`mentions`] | which words mean which party or person, pronouns included |
//! | [`attribution`] | who says what, through every hop |
//! | [`rules`] | which words carry a stance, from data files |
//! | [`claims`] | the claims of one document, with the reasons for every field |
//! | [`corpus`] | many documents and everything found in them |
//! | [`query`] | which claims are meant, in which groups |
//! | [`evaluate`] | claims scored against gold |
//! | [`compare`] | what several sources say of one issue |
//! | [`matrix`] | the positions on a grid, every cell with its claims |
//! | [`timeline`] | when positions were taken, said and published, and what turned |
//! | [`render`] | listings for people, exports for programs |
//! | [`report`] | one page to hand over, with every claim in its place |
//! | [`verify`] | an earlier export against the articles as they are now |
//!
//! `language` knows nothing of negotiations, the dossier nothing of grammar, and only the rules say
//! "demand". Extraction is total: every text gives claims or none, never an error; what is in doubt is
//! left empty and the reason kept. The same input gives the same bytes.
//!
//! # Documents to claims
//!
//! ```
//! use demarche::corpus::Engine;
//! use demarche::document;
//! use demarche::dossier::Dossier;
//! use demarche::record::Kind;
//!
//! let engine = Engine::new(Dossier::builtin("paris-talks")?)?;
//! let corpus = engine.read(document::builtin()?);
//! for claim in corpus.claims.iter().filter(|claim| claim.kind == Kind::Demand) {
//!     let article = &corpus.documents[claim.document];
//!     println!("{}: {:?} ({})", claim.holders.join(", "), claim.content.of(&article.text), article.outlet);
//! }
//! assert!(!corpus.claims.is_empty());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Articles of one's own come from [`document::read_paths`] or, as text, from
//! [`Document::from_text`](document::Document::from_text).

pub mod attribution;
pub mod claims;
pub mod compare;
pub mod corpus;
pub mod document;
pub mod dossier;
pub mod evaluate;
pub mod language;
pub mod matrix;
pub mod mentions;
pub mod query;
pub mod record;
pub mod render;
pub mod report;
pub mod rules;
pub mod text;
pub mod timeline;
pub mod verify;
