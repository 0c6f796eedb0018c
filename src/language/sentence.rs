//! Sentences of one block of prose, as places in the document.
//!
//! It looks at marks, capitals and a list of abbreviations; it knows no grammar. Every byte of the block that is no
//! space belongs to exactly one sentence.

use crate::language::word_list::{WordList, words};
use crate::text::Span;

/// Abbreviations after which no sentence ends: something always follows them.
const LEADS: &WordList = words![
    "mr", "mrs", "ms", "dr", "gen", "lt", "col", "maj", "sgt", "capt", "gov", "sen", "rep", "prof", "rev", "st", "hon",
    "messrs", "vs", "v", "cpl", "adm", "brig", "e.g", "i.e", "cf", "viz", "approx", "supt", "est", "reps", "sens",
    "govs", "gens", "drs", "profs", "amb", "cllr", "cmdr", "det", "ald", "atty", "asst", "insp",
];

/// Abbreviations that lead only before a figure ("No. 4", "Sept. 12").
const BEFORE_FIGURES: &WordList =
    words!["no", "nos", "art", "arts", "para", "paras", "fig", "figs", "sec", "vol", "pp", "p", "ch"];

/// Abbreviations that may end a sentence: a capital after them decides nothing, a word that begins sentences does.
const MAY_END: &WordList = words![
    "inc", "ltd", "corp", "co", "etc", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov",
    "dec", "jr", "sr", "dept", "bros", "ave", "blvd", "ph", "al",
];

/// Words that begin a sentence when they stand with a capital after an abbreviation.
const BEGINNERS: &WordList = words![
    "The",
    "A",
    "An",
    "It",
    "He",
    "She",
    "They",
    "We",
    "I",
    "You",
    "This",
    "That",
    "These",
    "Those",
    "There",
    "In",
    "On",
    "At",
    "But",
    "And",
    "Or",
    "If",
    "When",
    "While",
    "After",
    "Before",
    "As",
    "For",
    "However",
    "Its",
    "His",
    "Her",
    "Their",
    "Our",
    "My",
    "Both",
    "Neither",
    "Such",
    "Some",
    "Most",
    "Many",
    "No",
    "Not",
    "One",
    "What",
    "Who",
    "How",
    "Why",
    "Where",
    "Yet",
    "So",
    "By",
    "With",
    "From",
    "To",
    "Under",
    "Since",
    "Although",
    "Though",
    "Despite",
    "Asked",
    "According",
    "Meanwhile",
    "Nor",
    "Then",
    "Now",
    "Here",
    "Each",
    "Any",
    "All",
    "Once",
];

/// Verbs of speech: “Is it over?” Barak asked.
const SPEECH: &WordList = words![
    "said",
    "says",
    "asked",
    "asks",
    "replied",
    "told",
    "added",
    "wondered",
    "wrote",
    "writes",
    "answered",
    "shouted",
    "responded",
    "continued",
    "insisted",
    "declared",
    "demanded",
    "exclaimed",
    "cried",
    "yelled",
    "tweeted",
    "posted",
    "warned",
    "quipped",
    "joked",
    "thundered",
    "vowed",
    "concluded",
];

/// The longest sentence, in bytes: what runs on beyond it is read in pieces, so that the work grows with the text.
const LONGEST: usize = 2_000;

/// The most bytes of an apposition between a name and its verb of speech.
const LONGEST_APPOSITION: usize = 160;

/// Appends the sentences of the block `span` to `out`, without the space around them.
///
/// A sentence of more than 2,000 bytes is cut at white space.
pub fn sentences(text: &str, span: Span, out: &mut Vec<Span>) {
    let block = span.of(text);
    let mut start = 0;
    let mut at = 0;
    let bytes = block.as_bytes();
    while at < bytes.len() {
        let near = bytes.len().min(start + LONGEST);
        if at < near && !may_end(bytes[at]) {
            at += bytes[at..near].iter().take_while(|&&byte| !may_end(byte)).count();
            continue;
        }
        let end = match bytes[at] {
            b'.' | b'!' | b'?' => stop(block, start, at),
            b'\n' => blank_line(block, at),
            byte if byte >= 0x80 => wide_stop(block, start, at),
            _ => Step::On(at + 1),
        };
        let white = bytes[at].is_ascii_whitespace();
        at = match end {
            Step::On(_)
                if at - start >= LONGEST && (white || at - start >= 2 * LONGEST && block.is_char_boundary(at)) =>
            {
                push(block, span.start, start, at, out);
                start = at;
                at + 1
            }
            Step::On(next) => next,
            Step::End(end) => {
                push(block, span.start, start, end, out);
                start = end;
                end
            }
        };
    }
    push(block, span.start, start, block.len(), out);
}

/// Tells whether a sentence may end at a byte: not at letters, spaces and most marks, which nearly all bytes are.
fn may_end(byte: u8) -> bool {
    matches!(byte, b'.' | b'!' | b'?' | b'\n' | 0x80..)
}

/// What a place in the block means.
enum Step {
    /// No sentence ends here; go on at this byte.
    On(usize),
    /// A sentence ends before this byte.
    End(usize),
}

fn push(block: &str, offset: usize, start: usize, end: usize, out: &mut Vec<Span>) {
    let piece = &block[start..end];
    let lead = piece.len() - piece.trim_start().len();
    let kept = piece.trim().len();
    if kept > 0 {
        out.push(Span::new(offset + start + lead, offset + start + lead + kept));
    }
}

fn blank_line(block: &str, at: usize) -> Step {
    let rest = &block.as_bytes()[at + 1..];
    let blank = rest.iter().take_while(|byte| matches!(byte, b' ' | b'\t' | b'\r')).count();
    if rest.get(blank) == Some(&b'\n') { Step::End(at + 1) } else { Step::On(at + 1) }
}

/// A character beyond ASCII: a stop of another script, an ellipsis, or nothing.
fn wide_stop(block: &str, start: usize, at: usize) -> Step {
    match block[at..].chars().next() {
        Some('。' | '！' | '？') => Step::End(closers(block, run_of_stops(block, at))),
        Some('…' | '؟' | '।' | '۔') => stop(block, start, at),
        Some(char) => Step::On(at + char.len_utf8()),
        None => Step::On(at + 1),
    }
}

/// Decides whether the run of stops at `at` ends the sentence that began at `start`.
fn stop(block: &str, start: usize, at: usize) -> Step {
    let run = run_of_stops(block, at);
    let end = closers(block, run);
    let rest = &block[end..];
    let Some(after) = rest.chars().next() else { return Step::End(end) };
    if !after.is_whitespace() {
        return Step::On(run);
    }
    let next =
        rest.trim_start().trim_start_matches(['“', '"', '\'', '‘', '«', '(', '[', '—', '–', '-', '•']).trim_start();
    let Some(first) = next.chars().next() else { return Step::On(end) };
    let single = &block[at..run] == ".";
    let broken = if first.is_lowercase() || matches!(first, ',' | ';' | '.' | '…') {
        false
    } else if single {
        full_stop_ends(block, start, at, next)
    } else {
        end == run || !speaker_follows(next)
    };
    if broken { Step::End(end) } else { Step::On(end) }
}

fn run_of_stops(block: &str, at: usize) -> usize {
    let stops = |char: &char| matches!(char, '.' | '!' | '?' | '…' | '؟' | '।' | '۔' | '。' | '！' | '？');
    at + block[at..].chars().take_while(stops).map(char::len_utf8).sum::<usize>()
}

/// Goes past the quotation marks and brackets that close after a stop.
fn closers(block: &str, at: usize) -> usize {
    let rest = block[at..].trim_start_matches(['”', '’', '"', '\'', ')', ']', '»', '›']);
    block.len() - rest.len()
}

/// Decides whether one full stop at `at`, with `next` after it, ends the sentence.
fn full_stop_ends(block: &str, start: usize, at: usize, next: &str) -> bool {
    let word = last_word(&block[start..at]);
    let begins = begins_sentence(next);
    let figure = next.starts_with(|char: char| char.is_ascii_digit());
    let first_of_sentence = block[start..at].trim_start().len() == word.len();
    if word.is_empty() {
        return true;
    }
    let label = word.len() <= 4 && word.bytes().all(|byte| byte.is_ascii_digit() || b"IVX".contains(&byte));
    if first_of_sentence && (label || word.chars().count() == 1) {
        return false;
    }
    if LEADS.reads(word.as_bytes()) {
        return word == "St" && begins && next.starts_with("The ");
    }
    if BEFORE_FIGURES.reads(word.as_bytes()) {
        return !figure;
    }
    // "pre-Dec. 8"
    if MAY_END.reads(word.rsplit('-').next().unwrap_or(word).as_bytes()) {
        return begins && !figure;
    }
    let last = word.rsplit('.').next().unwrap_or(word);
    if word.contains('.') && last.len() == 1 {
        return begins;
    }
    if word.chars().count() == 1 && word.chars().all(char::is_uppercase) {
        return begins || word == "I";
    }
    true
}

fn last_word(text: &str) -> &str {
    let at =
        text.rfind(|char: char| char.is_whitespace() || matches!(char, '(' | '[' | '“' | '"' | '‘' | '—' | '–' | '/'));
    at.map_or(text, |at| text[at..].trim_start_matches(|char: char| !char.is_alphanumeric()))
}

fn first_word(text: &str) -> &str {
    text.find(|char: char| !char.is_alphanumeric()).map_or(text, |at| &text[..at])
}

fn begins_sentence(next: &str) -> bool {
    BEGINNERS.contains(first_word(next))
}

/// Tells whether a short name and a verb of speech follow: the quotation before belongs to their sentence.
fn speaker_follows(next: &str) -> bool {
    let mut at = 0;
    for (count, word) in next.split_whitespace().take(9).enumerate() {
        at += next[at..].find(word).unwrap_or(0) + word.len();
        let bare = word.trim_end_matches(['.', ',', ':']);
        if SPEECH.contains(bare) {
            return count > 0;
        }
        // "“Is it over?” Ann Reed, a lawyer, asked."
        if word.ends_with(',') && bare.starts_with(char::is_uppercase) && speaks_behind_apposition(&next[at..]) {
            return true;
        }
        let label = word.starts_with('(') && word.ends_with(')') && count > 0;
        if label {
            continue;
        }
        let name = word.starts_with(char::is_uppercase)
            || count > 0 && matches!(word, "of" | "al" | "the" | "minister" | "official");
        if !name || bare.len() < word.len() && !word.ends_with('.') {
            return false;
        }
    }
    false
}

/// Tells whether the apposition that begins `rest` is closed by a comma and a verb of speech.
fn speaks_behind_apposition(rest: &str) -> bool {
    let end = rest.find(['?', '!', '\n', '“', '"', ';']).unwrap_or(rest.len()).min(LONGEST_APPOSITION);
    let Some(apposition) = rest.get(..end) else { return false };
    apposition.split(", ").skip(1).any(|part| SPEECH.contains(first_word(part)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        let mut out = Vec::new();
        sentences(text, Span::new(0, text.len()), &mut out);
        out.iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn a_sentence_ends_at_its_stop_and_nowhere_else() {
        for (text, expected) in [
            ("Syria agreed. Israel refused.", "Syria agreed.|Israel refused."),
            ("“We agree. They do not,” he said. He left.", "“We agree.|They do not,” he said.|He left."),
            ("He said: “No.” They left.", "He said: “No.”|They left."),
            ("“Is it over?” he asked. Yes.", "“Is it over?” he asked.|Yes."),
            ("“Over?” Ann Reed, a lawyer in Leeds, asked. Yes!", "“Over?” Ann Reed, a lawyer in Leeds, asked.|Yes!"),
            (
                "“Over!” Rep. Bo Day (D-Ohio) said. Ann, a nurse, left.",
                "“Over!” Rep. Bo Day (D-Ohio) said.|Ann, a nurse, left.",
            ),
            ("“Is it over?” Ehud Barak asked. Yes!", "“Is it over?” Ehud Barak asked.|Yes!"),
            ("Really?! No.", "Really?!|No."),
            (
                "Mr. Smith met Gen. Lee on Sept. 12, 2024, at 9 a.m. Monday.",
                "Mr. Smith met Gen. Lee on Sept. 12, 2024, at 9 a.m. Monday.",
            ),
            ("They went to the U.S. The talks failed.", "They went to the U.S.|The talks failed."),
            (
                "The U.S. President spoke to J. R. Ward in St. Paul.",
                "The U.S. President spoke to J. R. Ward in St. Paul.",
            ),
            (
                "Resolution No. 242 stands. The answer is no. Syria left.",
                "Resolution No. 242 stands.|The answer is no.|Syria left.",
            ),
            ("It is 3.5 km away; it fell: Twice.", "It is 3.5 km away; it fell: Twice."),
            ("So... they left. But … The end.", "So... they left.|But …|The end."),
            ("(They agreed.) Then they left.", "(They agreed.)|Then they left."),
            ("1. Decide to meet. 2. Agree to stop.", "1. Decide to meet.|2. Agree to stop."),
            ("I. What is settled", "I. What is settled"),
            ("It ended in 2026. Then came war.", "It ended in 2026.|Then came war."),
            ("one line\ngoes on\n\nand another", "one line\ngoes on|and another"),
            (
                "Acme Inc. and Bolt Ltd. merged. He works at Acme Inc. He is old.",
                "Acme Inc. and Bolt Ltd. merged.|He works at Acme Inc.|He is old.",
            ),
            ("e.g. Syria, vs. Israel", "e.g. Syria, vs. Israel"),
            ("中文。日本！x", "中文。|日本！|x"),
        ] {
            assert_eq!(split(text).join("|"), expected);
        }
    }

    #[test]
    fn any_text_is_covered() {
        for text in ["", " ", ".", "...", "”.", "\n\n\n", "é.É", "a.\u{a0}B", ". . .", "…”"] {
            let kept: usize = split(text).iter().map(|piece| piece.len()).sum();
            assert!(kept <= text.len());
        }
    }
}
