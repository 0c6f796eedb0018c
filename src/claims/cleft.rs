//! Points that stand behind a copula: "What Peru seeks is a port", "the one thing Iran insists on is an end to X".
//!
//! The cue stands in the clause before the copula and has no object there; the predicate is the point.

use crate::language::Tag;
use crate::language::clause::Link;
use crate::language::extent::Stretch;
use crate::language::named;
use crate::language::parse::Parse;
use crate::language::word_list::{WordList, words};

/// Nouns that only announce the point, as "what" does.
const ANNOUNCING: &WordList = words![
    "thing",
    "most",
    "least",
    "point",
    "condition",
    "demand",
    "step",
    "term",
    "item",
    "concession",
    "clause",
    "measure",
    "outcome",
    "formula",
    "solution",
    "guarantee",
    "part",
];

/// A clause whose point is the predicate behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cleft {
    /// The copula.
    pub(super) copula: usize,
    /// The predicate, one stretch a conjunct.
    pub(super) contents: Vec<Stretch>,
    /// Whether it is a clause.
    pub(super) clause: bool,
}

/// The cleft in whose first clause the group `at` stands.
pub(super) fn cleft(parse: &Parse<'_>, at: usize) -> Option<Cleft> {
    if !is_announced(parse, at) {
        return None;
    }
    let copula = copula_after(parse, at)?;
    if parse.groups()[copula].obliged {
        return to_act(parse, copula);
    }
    let next = predicate(parse, parse.groups()[copula].last + 1)?;
    let that = parse.word(next) == named::THAT;
    let asks = parse.tag(next) == Tag::Relative || parse.word(next) == named::WHETHER;
    let contents = match () {
        () if that => parse.clauses(next + 1),
        () if asks => parse.clause(next + 1).map(|clause| Stretch { first: next, ..clause }).into_iter().collect(),
        () => Some(parse.acts(next)).filter(|acts| !acts.is_empty()).unwrap_or_else(|| parse.things(next)),
    };
    (!contents.is_empty()).then_some(Cleft { copula, contents, clause: that || asks })
}

/// "What Chad proposes is to station two engineers there": the copula is one with the verb behind it.
fn to_act(parse: &Parse<'_>, copula: usize) -> Option<Cleft> {
    let found = parse.groups()[copula];
    let to = (found.first..found.last).find(|&at| parse.tag(at) == Tag::To)?;
    let mut contents = parse.clauses(found.first);
    contents.first_mut()?.first = to + 1;
    for group in copula + 1..parse.groups().len() {
        let (next, node) = (parse.groups()[group], parse.nodes()[group]);
        let joined = node.link == Link::Coordinate && node.parent == Some(copula) && !next.has_tense();
        if joined && contents.last().is_some_and(|last| last.last < next.first) {
            contents.extend(parse.act(next.first));
        }
    }
    (found.negation.is_none()).then_some(Cleft { copula, contents, clause: false })
}

/// Tells whether "what", "all" or an announcing noun stands before the clause of a group.
fn is_announced(parse: &Parse<'_>, at: usize) -> bool {
    let node = &parse.nodes()[at];
    let first = parse.groups()[at].first;
    let opens = |subject: &usize| parse.phrases()[*subject].first < first;
    let subjects = node.subjects().iter().filter(|subject| opens(subject));
    let start = subjects.map(|&subject| parse.phrases()[subject].first).min().unwrap_or(first);
    let text = |at: usize| parse.text_at(at);
    let Some(before) = start.checked_sub(1) else { return text(0).eq_ignore_ascii_case("all") };
    if parse.reads(before, words!["what", "whatever", "all"]) {
        return true;
    }
    let head = if parse.reads(before, words!["that", "which"]) { before.checked_sub(1) } else { Some(before) };
    head.is_some_and(|head| parse.is_in(parse.lemma(head), ANNOUNCING))
}

/// The copula behind the clause: the next verb with a tense, nothing but infinitives between.
fn copula_after(parse: &Parse<'_>, at: usize) -> Option<usize> {
    let shared =
        |group: usize| parse.nodes()[group].link == Link::Coordinate && parse.nodes()[group].parent == Some(at);
    let next = (at + 1..parse.groups().len()).find(|&group| parse.groups()[group].has_tense() && !shared(group))?;
    let found = parse.groups()[next];
    let between = parse.groups()[at].last + 1..found.first;
    let whole = between.into_iter().all(|i| !matches!(parse.tag(i), Tag::Stop | Tag::Colon));
    let be = named::BE;
    let copula = found.lemma == be || found.obliged && parse.lemma(found.first) == be;
    (copula && !found.passive && found.modal.is_none() && whole).then_some(next)
}

/// Where the predicate begins; "not X but Y" says Y.
fn predicate(parse: &Parse<'_>, at: usize) -> Option<usize> {
    let negated = parse.tag(at.checked_sub(1)?) == Tag::Negation || parse.tag(at) == Tag::Negation;
    let from = if negated {
        let but = (at..parse.tokens.len()).find(|&i| parse.word(i) == named::BUT)?;
        but + 1
    } else {
        at
    };
    let start = parse.over_open(parse.over_adverbs(parse.over_open(from)));
    Some(if matches!(parse.tag(start), Tag::Colon) { start + 1 } else { start })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::parse::{Language, Workspace};
    use crate::text::Span;

    fn point(text: &str) -> Option<String> {
        let language = Language::builtin();
        let mut workspace = Workspace::default();
        workspace.tokenize(&language, text, Span::new(0, text.len()));
        let parse = workspace.parse(&language, text);
        let found = cleft(&parse, 0)?;
        let content = found.contents.first()?;
        Some(parse.span(content.first, content.last).of(text).to_owned())
    }

    #[test]
    fn the_predicate_is_the_point_of_what_comes_before() {
        for (text, expected) in [
            ("What Israel wants is a road.", Some("a road")),
            ("What the union refuses to give up is the second shift.", Some("the second shift")),
            ("All Cairo asks is that Ethiopia share its data.", Some("Ethiopia share its data")),
            ("The one thing Iran insists on is an end to sanctions.", Some("an end to sanctions")),
            ("What Israel wants is not a road but a right.", Some("a right")),
            ("What has not been settled is who goes first.", Some("who goes first")),
            ("What Peru does propose is to keep two engineers there.", Some("keep two engineers there")),
            ("Israel wants a road.", None),
            ("What Israel wants would be a road.", None),
        ] {
            assert_eq!(point(text).as_deref(), expected, "{text}");
        }
    }
}
