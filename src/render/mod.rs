//! What a reader sees: listings, tables, underlined passages.
//!
//! Renderers take records and write text. They decide on columns and colour and on nothing else, and they
//! write to whatever they are given.

pub mod claims;
pub mod diff;
pub mod explanation;
pub mod export;
pub mod matrix;
pub mod origins;
pub mod overview;
pub mod palette;
pub mod passage;
pub mod phrases;
pub mod score;
pub mod screen;
pub mod statements;
pub mod styled;
pub mod table;
pub mod timeline;

pub use screen::Screen;
pub use styled::Styled;
