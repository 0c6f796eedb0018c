//! The text that lies on the table: whose the proposal or deal is of which the next sentences say "it", "the plan".

use crate::language::parse::Parse;
use crate::language::word_list::{WordList, words};
use crate::language::{Tag, Word};
use crate::mentions::Parties;

/// Texts that one side or a mediator puts forward, and texts that have been agreed.
const PAPERS: &WordList = words![
    "proposal",
    "offer",
    "plan",
    "draft",
    "blueprint",
    "counter-offer",
    "counterproposal",
    "counter-proposal",
    "counteroffer",
    "initiative",
    "deal",
    "agreement",
    "accord",
    "memorandum",
    "pact",
    "truce",
    "ceasefire",
    "package",
    "bid",
    "framework",
    "roadmap",
    "protocol",
    "compromise",
    "formula",
    "outline",
    "paper",
    "non-paper",
];

/// For how many sentences a text is remembered.
const REACH: usize = 2;

/// A text that a sentence named last.
#[derive(Debug, Clone, Copy)]
pub(super) struct Paper {
    /// What it is called.
    pub(super) noun: Word,
    /// Whose it is, empty where nobody's.
    pub(super) owner: Parties,
    age: usize,
}

impl Paper {
    /// The text that stands for "it" or "the plan" behind a sentence: the last one it names, else that of the
    /// sentences before. `owner` tells whose the text is that a phrase names.
    pub(super) fn after(parse: &Parse<'_>, owner: impl Fn(usize) -> Parties, before: Option<Self>) -> Option<Self> {
        let named = (0..parse.phrases().len()).rev().find(|&phrase| is_paper(parse, phrase));
        let aged = before.map(|paper| Self { age: paper.age + 1, ..paper }).filter(|paper| paper.age <= REACH);
        let Some(phrase) = named else { return aged };
        let noun = parse.lemma(parse.phrases()[phrase].head);
        let own = owner(phrase);
        let known = aged.filter(|paper| paper.noun == noun && own.is_empty());
        Some(known.map_or(Self { noun, owner: own, age: 0 }, |paper| Self { age: 0, ..paper }))
    }
}

fn is_paper(parse: &Parse<'_>, phrase: usize) -> bool {
    let found = parse.phrases()[phrase];
    let noun = matches!(parse.tag(found.head), Tag::Noun);
    noun && parse.is_in(parse.lemma(found.head), PAPERS)
}
