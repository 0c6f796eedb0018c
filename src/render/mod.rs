//! How records are shown: text for people, formats for programs.

pub mod export;
