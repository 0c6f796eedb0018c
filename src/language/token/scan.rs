//! Where a word ends, and what inside it stands alone.

use super::chars::{Kind, first, kind};
use crate::language::word_list::{WordList, words};

/// Abbreviations that keep their full stop, in lower case.
const ABBREVIATIONS: &WordList = words![
    "mr", "mrs", "ms", "dr", "gen", "lt", "col", "maj", "sgt", "capt", "gov", "sen", "rep", "prof", "rev", "st", "hon",
    "jan", "feb", "apr", "aug", "sept", "oct", "nov", "dec", "vs", "v", "inc", "ltd", "corp", "co", "etc", "messrs",
    "supt", "cpl", "adm", "brig", "approx", "dept", "est", "jr", "sr", "bros", "jul", "jun", "ave", "blvd", "ph",
];

/// Abbreviations that keep it only before a figure ("No. 4").
const BEFORE_FIGURES: &WordList =
    words!["no", "nos", "art", "arts", "para", "paras", "fig", "sec", "vol", "pp", "p", "ch", "mar", "sep", "op"];

/// The bytes that a word holds whatever stands around them: ASCII letters, figures and the low line.
const PLAIN: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = b'0';
    while byte <= b'z' {
        table[byte as usize] = byte.is_ascii_alphanumeric() || byte == b'_';
        byte += 1;
    }
    table
};

/// Returns the end of the word that begins at byte `at` of `text`, which ends where the sentence does.
pub(super) fn word(text: &str, at: usize) -> usize {
    extent(text, at).0
}

/// As [`word`]; tells too whether the word is made of such bytes from end to end.
pub(super) fn extent(text: &str, at: usize) -> (usize, bool) {
    if let Some(end) = address(text, at) {
        return (end, false);
    }
    let (mut end, mut plain) = (at, true);
    loop {
        // Letters and figures, which most words are made of from end to end.
        end += text.as_bytes()[end..].iter().take_while(|byte| PLAIN[usize::from(**byte)]).count();
        if matches!(text.as_bytes().get(end), None | Some(b' ')) {
            break;
        }
        let Some(char) = first(&text[end..]) else { break };
        let len = char.len_utf8();
        let next = first(&text[end + len..]);
        let goes_on = match char {
            '-' | '\'' | '’' => next.is_some_and(char::is_alphanumeric),
            // "Iran‘s": the wrong one of the two marks
            '‘' => text[end + len..].starts_with(['s', 't', 'd', 'r', 'v', 'l', 'm']),
            '–' => {
                next.is_some_and(char::is_alphanumeric)
                    && (ends_with_word(&text[at..end]) || text[at..end].ends_with('.'))
            }
            '.' => match dot(text, at, end, next) {
                Some(to) if goes_on_after_stop(&text[to..]) => {
                    (end, plain) = (to, false);
                    continue;
                }
                Some(to) => return (to, false),
                None => false,
            },
            ',' | ':' => between_digits(text, end, next) && (char == ':' || thousands(&text[end + 1..])),
            '/' => between_digits(text, end, next),
            '%' => text[..end].ends_with(|char: char| char.is_ascii_digit()),
            '&' | '@' => next.is_some_and(char::is_alphabetic),
            _ => kind(char) == Kind::Word,
        };
        if !goes_on {
            break;
        }
        (end, plain) = (end + len, false);
    }
    (end, plain)
}

/// Tells whether a word goes on behind a full stop that it keeps: "U.S", "3.5", "U.S.-led", "U.S.'s".
fn goes_on_after_stop(rest: &str) -> bool {
    let mut chars = rest.chars();
    match chars.next() {
        Some('-' | '–') => chars.next().is_some_and(char::is_alphanumeric),
        Some('\'' | '’') => chars.next() == Some('s'),
        char => char.is_some_and(char::is_alphanumeric),
    }
}

/// Returns the place after the full stop at `end` where the word from `at` keeps it.
fn dot(text: &str, at: usize, end: usize, next: Option<char>) -> Option<usize> {
    let word = &text[at..end];
    let last = word.rsplit(['.', '-']).next().unwrap_or(word);
    let letter = last.chars().count() == 1 && last.chars().all(char::is_alphabetic);
    let keeps = match next {
        // "3.5", "No.10"
        Some(next) if next.is_ascii_digit() => last.ends_with(|char: char| char.is_ascii_digit()) || word == "No",
        Some(next) if next.is_alphabetic() => letter || next.is_lowercase() && word.is_ascii(),
        _ if word.contains('.') => letter,
        Some(',') if ABBREVIATIONS.reads(word.as_bytes()) => true,
        // "pre-Dec. 8"
        Some(_) => initial(word, text, end) || abbreviates(last, &text[end + 1..]),
        None => ABBREVIATIONS.reads(word.as_bytes()) && !matches!(word, "v" | "p"),
    };
    keeps.then_some(end + 1)
}

/// "J. Smith": one capital with a full stop before another capital.
fn initial(word: &str, text: &str, end: usize) -> bool {
    let capital = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    capital && text[end + 1..].trim_start().starts_with(char::is_uppercase)
}

fn abbreviates(word: &str, rest: &str) -> bool {
    ABBREVIATIONS.reads(word.as_bytes())
        || BEFORE_FIGURES.reads(word.as_bytes()) && rest.trim_start().starts_with(|char: char| char.is_ascii_digit())
}

fn between_digits(text: &str, end: usize, next: Option<char>) -> bool {
    next.is_some_and(|next| next.is_ascii_digit()) && text[..end].ends_with(|char: char| char.is_ascii_digit())
}

/// Tells whether exactly three digits follow, as after the comma of "3,000".
fn thousands(rest: &str) -> bool {
    let bytes = rest.as_bytes();
    bytes.len() >= 3 && bytes[..3].iter().all(u8::is_ascii_digit) && !bytes.get(3).is_some_and(u8::is_ascii_digit)
}

fn ends_with_word(text: &str) -> bool {
    text.chars().next_back().is_some_and(|char| kind(char) == Kind::Word)
}

/// Returns the end of a web or mail address at `at`.
fn address(text: &str, at: usize) -> Option<usize> {
    if !matches!(text.as_bytes().get(at), Some(b'h' | b'w')) {
        return None;
    }
    let rest = &text[at..];
    if !(rest.starts_with("http") && (rest.starts_with("http://") || rest.starts_with("https://"))
        || rest.starts_with("www."))
    {
        return None;
    }
    let len =
        rest.find(|char: char| char.is_whitespace() || matches!(char, '<' | '>' | '"' | '”' | '’' | '»' | ')' | ']'))?;
    Some(at + rest[..len].trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '…']).len())
}

/// Tells whether `word` is a figure: it begins with a digit and is not a word such as "4-year" or "1974-based".
pub(super) fn is_figure(word: &str) -> bool {
    let Some(b'0'..=b'9') = word.as_bytes().first() else { return false };
    let letters = word.bytes().filter(u8::is_ascii_alphabetic).count();
    letters == 0 && word.bytes().all(|byte| byte.is_ascii_punctuation() || byte.is_ascii_digit() || byte >= 0x80)
        || letters <= 2
}

/// Returns the length of the part before the clitic of `word`, or the whole length where there is none; `plain` tells that
/// it has no marks inside.
pub(super) fn clitic(word: &str, plain: bool) -> usize {
    if plain {
        return if word.eq_ignore_ascii_case("cannot") { 3 } else { word.len() };
    }
    let Some(at) = word.rfind(['\'', '’', '‘']) else { return word.len() };
    let head = &word[..at];
    let tail = word[at..].trim_start_matches(['\'', '’', '‘']);
    let is = |text: &str| tail.eq_ignore_ascii_case(text);
    if head.is_empty() {
        word.len()
    } else if is("t") && head.ends_with(['n', 'N']) {
        at - 1
    } else if ["s", "d", "ll", "ve", "re", "m"].iter().any(|text| is(text)) {
        at
    } else {
        word.len()
    }
}
