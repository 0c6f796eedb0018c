//! The words of a claim, ready to be read: names of parties as one word each, phrases of the vocabulary found.

use super::vocabulary::{GAP, NAME, Role, Vocabulary, normal};
use crate::language::{Tag, Token, tag, token};
use crate::text::Span;

/// A word, or a name of several words.
#[derive(Debug, Clone)]
pub(super) struct Item {
    /// Where it stands in the document.
    pub(super) span: Span,
    pub(super) tag: Tag,
    /// The dictionary form for its tag, in normal form.
    pub(super) lemma: String,
    /// The dictionary forms as any class, in normal form.
    forms: Vec<String>,
    /// The parties that it names ("American-Israeli" names two).
    pub(super) parties: Vec<usize>,
    pub(super) capital: bool,
}

impl Item {
    /// The dictionary form, of the verb where it is a participle ("burned fields").
    pub(super) fn base(&self) -> &str {
        let participle = self.tag == Tag::Adjective && self.lemma.ends_with("ed");
        self.forms.last().filter(|_| participle).unwrap_or(&self.lemma)
    }
}

/// A phrase of the vocabulary: where it stands, as places of items, and what it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hit {
    pub(super) first: usize,
    pub(super) last: usize,
    pub(super) role: Role,
}

/// Cuts the words at `span` of `text` into items.
pub(super) fn items(vocabulary: &Vocabulary, text: &str, span: Span) -> Vec<Item> {
    let mut tokens = Vec::new();
    token::tokens(text, span, &vocabulary.lexicon, &mut tokens);
    tag::tag(&mut tokens, text, &vocabulary.lexicon);
    let mut items = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while at < tokens.len() {
        let (length, parties) = party(vocabulary, text, &tokens[at..]);
        let last = tokens[at + length - 1];
        let mut item = item(vocabulary, text, last);
        item.span = Span::new(tokens[at].span.start, last.span.end);
        item.parties = parties;
        item.capital = tokens[at].capital;
        items.push(item);
        at += length;
    }
    items
}

fn item(vocabulary: &Vocabulary, text: &str, token: Token) -> Item {
    let lexicon = &vocabulary.lexicon;
    let own = normal(token.span.of(text));
    let known = |word| Some(lexicon.text(word)).filter(|text| !text.is_empty()).map(normal);
    let entry = lexicon.entry(token.word);
    let lemma = known(token.lemma).unwrap_or_else(|| own.clone());
    let mut forms = vec![own];
    for form in [token.lemma, entry.noun, entry.verb].into_iter().filter_map(known) {
        if !forms.contains(&form) {
            forms.push(form);
        }
    }
    Item { span: token.span, tag: token.tag, lemma, forms, parties: Vec::new(), capital: token.capital }
}

/// Returns how many tokens the name of a party at the head of `tokens` takes, and the parties; one token where
/// there is none.
fn party(vocabulary: &Vocabulary, text: &str, tokens: &[Token]) -> (usize, Vec<usize>) {
    if !tokens[0].capital {
        return (1, Vec::new());
    }
    for length in (1..=tokens.len().min(NAME)).rev() {
        let span = Span::new(tokens[0].span.start, tokens[length - 1].span.end);
        let name = span.of(text).to_lowercase().replace('’', "'");
        if let Some(found) = vocabulary.party(&name) {
            return (length, vec![found]);
        }
    }
    let parts = tokens[0].span.of(text).split(['-', '–']);
    (1, parts.filter_map(|part| vocabulary.party(&part.to_lowercase())).collect())
}

/// Finds the phrases of the vocabulary, the longest at each place, none within another.
pub(super) fn hits(vocabulary: &Vocabulary, items: &[Item]) -> Vec<Hit> {
    let mut hits = Vec::new();
    let mut at = 0;
    while at < items.len() {
        let found = longest(vocabulary, items, at);
        at = found.map_or(at, |hit| hit.last) + 1;
        hits.extend(found);
    }
    hits
}

fn longest(vocabulary: &Vocabulary, items: &[Item], at: usize) -> Option<Hit> {
    let mut best: Option<(usize, Hit)> = None;
    for form in &items[at].forms {
        for phrase in vocabulary.phrases(form) {
            if best.is_some_and(|(words, _)| words > phrase.rest.len()) {
                break;
            }
            if let Some(last) = end(&phrase.rest, items, at) {
                best = Some((phrase.rest.len() + 1, Hit { first: at, last, role: phrase.role }));
                break;
            }
        }
    }
    best.map(|(_, hit)| hit)
}

/// Returns the place of the last word of a phrase that begins at `at`.
fn end(rest: &[(bool, String)], items: &[Item], at: usize) -> Option<usize> {
    let mut last = at;
    for (gap, word) in rest {
        let reach = if *gap { GAP } else { 0 };
        let window = items.get(last + 1..items.len().min(last + 2 + reach))?;
        let clear = window.iter().take_while(|item| !breaks(item.tag));
        last += 1 + clear.enumerate().find(|(_, item)| item.forms.contains(word))?.0;
    }
    Some(last)
}

/// Marks over which no phrase reaches.
fn breaks(tag: Tag) -> bool {
    matches!(tag, Tag::Comma | Tag::Colon | Tag::Dash | Tag::Stop | Tag::OpenBracket | Tag::CloseBracket)
}
