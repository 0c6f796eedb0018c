//! Short answers: a sentence that says yes or no to the question before it.

use crate::language::word_list::{WordList, words};
use crate::text::Span;

/// A short answer to the question before it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reply {
    /// Whether it is a yes.
    pub(super) yes: bool,
    /// Whether it answers more than one question ("Neither.").
    pub(super) all: bool,
    /// The sentence, in bytes.
    pub(super) span: Span,
    /// The words that say yes or no, in bytes.
    pub(super) word: Span,
}

const YES: &WordList =
    words!["yes", "yeah", "certainly", "absolutely", "definitely", "naturally", "indeed", "of course"];
const NO: &WordList = words![
    "no",
    "none",
    "neither",
    "nothing",
    "not once",
    "not yet",
    "never",
    "not at all",
    "absolutely not",
    "certainly not",
    "definitely not",
    "of course not",
    "under no circumstances",
];
const PRONOUNS: [&str; 8] = ["it", "we", "i", "they", "he", "she", "that", "there"];
const AUXILIARIES: &WordList = words![
    "is", "are", "was", "were", "do", "does", "did", "have", "has", "will", "would", "can", "could", "am", "must",
    "should",
];

/// Reads the sentence at `span` as a yes or no: "Never.", "Yes, for a while.", "It is not."
pub(super) fn reply(text: &str, span: Span) -> Option<Reply> {
    let words = span.of(text).trim_start_matches(['"', '“', '‘', '\'']);
    let start = span.end - words.len();
    let lower = words.to_lowercase();
    let after = |phrase: &str| lower.strip_prefix(phrase).map(str::trim_start);
    // "No country wants this" is no answer: a no stands alone.
    let stops = |rest: &str| rest.is_empty() || rest.starts_with([',', '.', '!', ';', ':', '–', '—']);
    let no = NO.iter().rev().find(|phrase| after(phrase).is_some_and(stops)).map(|phrase| (false, phrase.len()));
    let bound = |rest: &str| !rest.starts_with(char::is_alphanumeric);
    let yes = || {
        let opens = |phrase: &&str| lower.strip_prefix(phrase).is_some_and(bound);
        YES.iter().find(opens).map(|phrase| (true, phrase.len()))
    };
    let found = no.or_else(|| not_while(&lower)).or_else(yes);
    let (yes, length) = found.or_else(|| echo(&lower).map(|yes| (yes, words.len())))?;
    let all = ["neither", "none"].iter().any(|word| lower.starts_with(word));
    Some(Reply { yes, all, span, word: Span::new(start, start + length.min(words.len())) })
}

/// "Not while the fence stands.", "Not before spring.": a no for as long as something lasts.
fn not_while(lower: &str) -> Option<(bool, usize)> {
    let not = "not ";
    let rest = lower.strip_prefix(not)?;
    let lasts =
        ["while", "until", "before", "as long as", "so long as", "without", "unless", "under", "on those terms"];
    let bound = |word: &str| rest.strip_prefix(word).is_some_and(|end| !end.starts_with(char::is_alphabetic));
    lasts.iter().any(|word| bound(word)).then_some((false, not.len() - 1))
}

/// "It is.", "We would not.", "They don't."
fn echo(lower: &str) -> Option<bool> {
    let bare = lower.trim_end_matches(['.', '!', '"', '”']).replace('’', "'");
    let mut words = bare.split_whitespace();
    words.next().filter(|word| PRONOUNS.contains(word))?;
    let verb = words.next()?;
    let shortened = match verb {
        "won't" => Some("will"),
        "can't" => Some("can"),
        _ => verb.strip_suffix("n't"),
    };
    let known = AUXILIARIES.contains(shortened.unwrap_or(verb));
    match (words.next(), words.next()) {
        (None, _) if known => Some(shortened.is_none()),
        (Some("not"), None) if known => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_answers_are_yes_or_no_and_sentences_are_neither() {
        let answer =
            |text: &str| reply(text, Span::new(0, text.len())).map(|reply| (reply.yes, reply.word.of(text).to_owned()));
        for (text, wanted) in [
            ("No.", Some((false, "No"))),
            ("No, that was Kenya.", Some((false, "No"))),
            ("Never!", Some((false, "Never"))),
            ("Yes, for a while.", Some((true, "Yes"))),
            ("Of course.", Some((true, "Of course"))),
            ("Absolutely not.", Some((false, "Absolutely not"))),
            ("It is not.", Some((false, "It is not."))),
            ("We don’t.", Some((false, "We don’t."))),
            ("We would.", Some((true, "We would."))),
            ("Neither.", Some((false, "Neither"))),
            ("Not once, to my knowledge.", Some((false, "Not once"))),
            ("Neither side wants this.", None),
            ("Not while the fence stands.", Some((false, "Not"))),
            ("Not without a treaty.", Some((false, "Not"))),
            ("Not everybody wants this.", None),
            ("No country wants this.", None),
            ("It is late.", None),
            ("Nobody has raised it.", None),
        ] {
            assert_eq!(answer(text), wanted.map(|(yes, word)| (yes, word.to_owned())), "{text}");
        }
    }
}
