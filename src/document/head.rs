//! The head of the page: outlet, headline, standfirst, names and dates before the first paragraph.
//!
//! It walks down the page until prose begins. It knows layout and the labels of sections, no outlet or author.

use super::shape::{End, head as first_bytes};
use super::{
    Block, BlockKind, date,
    decode::is_blank,
    facts::Facts,
    line::{Mark, Unit},
    wire,
};

/// Section labels, and the kind of article they tell, if any.
const LABELS: [(&str, &str); 34] = [
    ("explainer", "explainer"),
    ("explained", "explainer"),
    ("opinion", "opinion"),
    ("opinions", "opinion"),
    ("op-ed", "opinion"),
    ("comment", "opinion"),
    ("commentary", "opinion"),
    ("editorial", "editorial"),
    ("analysis", "analysis"),
    ("news analysis", "analysis"),
    ("interview", "interview"),
    ("feature", "feature"),
    ("report", "report"),
    ("policy brief", "analysis"),
    ("exclusive", ""),
    ("breaking", ""),
    ("live", ""),
    ("news", ""),
    ("latest", ""),
    ("world", ""),
    ("world news", ""),
    ("international", ""),
    ("politics", ""),
    ("diplomacy", ""),
    ("business", ""),
    ("economy", ""),
    ("middle east", ""),
    ("europe", ""),
    ("asia", ""),
    ("africa", ""),
    ("americas", ""),
    ("defense", ""),
    ("defence", ""),
    ("security", ""),
];

/// Words of a document's name that are set in capitals as an outlet's is.
const PAPERS: [&str; 10] = [
    "STATEMENT",
    "DECLARATION",
    "COMMUNIQUE",
    "COMMUNIQUÉ",
    "AGREEMENT",
    "RELEASE",
    "MEMORANDUM",
    "RESOLUTION",
    "TREATY",
    "TRANSCRIPT",
];

/// Lines of names are looked for in so many units, and other places of a name in so many bytes.
const FARTHEST: usize = 200;
const NEAR: usize = 1 << 16;

/// Names the blocks of the head and returns the facts that stand there.
pub(super) fn head(text: &str, units: &mut Vec<Unit>) -> Facts {
    menu_stretches(units);
    let mut facts = Facts { outlet: copyright(text, units), ..Facts::default() };
    let (mut at, mut title): (usize, Option<usize>) = (0, None);
    while at < units.len() {
        if units[at].kind.is_some()
            || takes_label(text, &mut units[at], &mut facts)
            || takes_outlet(text, units, at, title, &mut facts)
        {
            at += 1;
            continue;
        }
        units[at].kind = match title {
            None if is_headline(text, units, at) => {
                join_headline(units, at);
                title = Some(at);
                Some(BlockKind::Title)
            }
            Some(title) if units[title].shape.key == units[at].shape.key => {
                units[at].repeats = Some(units[title].span);
                Some(BlockKind::Repeat)
            }
            Some(_) if at < FARTHEST && names(first_bytes(text, NEAR), &units[at]).is_some() => Some(BlockKind::Byline),
            Some(title) if is_standfirst(text, units, at, title) => Some(BlockKind::Standfirst),
            _ => break,
        };
        at += 1;
    }
    if let Some(title) = title {
        facts.title = Some(joined(units[title].span.of(text)));
        headline_again(units, title);
    }
    facts
}

fn joined(words: &str) -> String {
    words.split(is_blank).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Marks what the page prints of its headline further down.
fn headline_again(units: &mut [Unit], title: usize) {
    let (key, span) = (units[title].shape.key, units[title].span);
    for unit in units.iter_mut().filter(|unit| unit.kind.is_none() && unit.shape.key == key) {
        unit.kind = Some(BlockKind::Repeat);
        unit.repeats = Some(span);
    }
}

/// Marks as menu the short lines among menu lines, in a stretch between two blank lines.
fn menu_stretches(units: &mut [Unit]) {
    let mut start = 0;
    while start < units.len() {
        let more = units[start + 1..].iter().take_while(|unit| !unit.gap).count();
        let stretch = &mut units[start..=start + more];
        let menus =
            stretch.iter().filter(|unit| unit.kind == Some(BlockKind::Furniture) && unit.shape.words > 0).count();
        let short = |unit: &Unit| unit.shape.words <= 4 && unit.shape.end == End::Open && unit.mark.is_none();
        if menus >= 2 && stretch.iter().all(|unit| unit.kind.is_some() || short(unit)) {
            for unit in stretch.iter_mut().filter(|unit| unit.kind.is_none()) {
                unit.kind = Some(BlockKind::Furniture);
            }
        }
        start += more + 1;
    }
}

/// Reads the outlet from a copyright line: "© 2025 The Gazette. All rights reserved."
fn copyright(text: &str, units: &[Unit]) -> Option<String> {
    let lines = units.iter().rev().filter(|unit| unit.kind == Some(BlockKind::Furniture) && unit.shape.words <= 30);
    lines.map(|unit| unit.span.of(text)).find_map(|line| {
        let rest =
            line.strip_prefix('©').or_else(|| line.strip_prefix("Copyright")).or_else(|| line.strip_prefix("(c)"))?;
        let rest = rest.trim_start_matches(|c: char| !c.is_alphabetic());
        let name = rest.split(['.', ',', '|', '©', '(']).next().unwrap_or("");
        let name = name
            .split(" All ")
            .next()
            .unwrap_or("")
            .trim()
            .trim_end_matches(|c: char| c.is_ascii_digit() || is_blank(c) || c == '-');
        let words = name.split_whitespace().count();
        ((1..=6).contains(&words) && name.starts_with(char::is_uppercase)).then(|| name.to_owned())
    })
}

fn takes_label(text: &str, unit: &mut Unit, facts: &mut Facts) -> bool {
    if unit.shape.words > 2 || unit.mark.is_some() {
        return false;
    }
    let Some(kind) = label(unit.span.of(text)) else { return false };
    facts.kind = facts.kind.take().or_else(|| (!kind.is_empty()).then(|| kind.to_owned()));
    unit.kind = Some(BlockKind::Furniture);
    true
}

/// Reads a section label: the kind of article it tells, or the empty string.
fn label(words: &str) -> Option<&'static str> {
    let lower = first_bytes(words, 60).trim_end_matches([':', '|']).to_lowercase();
    LABELS.iter().find(|(label, _)| *label == lower).map(|(_, kind)| *kind)
}

/// Takes a line for the name of the outlet: one known from elsewhere, or one in capitals as a masthead is.
fn takes_outlet(text: &str, units: &mut [Unit], at: usize, title: Option<usize>, facts: &mut Facts) -> bool {
    let words = units[at].span.of(text);
    let known =
        facts.outlet.as_ref().is_some_and(|outlet| outlet.to_lowercase() == first_bytes(words, 200).to_lowercase());
    if !known && !is_masthead(text, units, at, title) {
        return false;
    }
    facts.outlet = facts.outlet.take().or_else(|| Some(joined(words)));
    units[at].kind = Some(BlockKind::Furniture);
    true
}

/// Tells whether a line in capitals is a masthead: a date stands right under it, or a headline apart from it.
fn is_masthead(text: &str, units: &[Unit], at: usize, title: Option<usize>) -> bool {
    let (words, shape) = (units[at].span.of(text), &units[at].shape);
    if !shape.caps || shape.words > 8 || shape.end != End::Open || PAPERS.iter().any(|paper| words.contains(paper)) {
        return false;
    }
    let Some(next) = units.get(at + 1) else { return false };
    if next.kind == Some(BlockKind::Dateline) && !next.gap {
        return true;
    }
    let Some(next) = units[at + 1..].iter().find(|unit| label(unit.span.of(text)).is_none()) else { return false };
    let headline =
        next.kind.is_none() && next.gap && !next.shape.caps && next.shape.words >= 4 && next.shape.end != End::Stop;
    title.is_none() && shape.words <= 5 && headline && !next.shape.is_prose()
}

fn is_headline(text: &str, units: &[Unit], at: usize) -> bool {
    let (unit, shape) = (&units[at], &units[at].shape);
    let more = units[at + 1..].iter().any(|unit| unit.kind.is_none());
    let ends = match shape.end {
        End::Open | End::Question => true,
        End::Colon => units
            .get(at + 1)
            .is_some_and(|next| !next.gap && next.kind.is_none() && next.mark.is_none() && next.shape.end == End::Open),
        End::Stop | End::Comma => false,
    };
    let plain = matches!(unit.mark, None | Some(Mark::Hash)) && !shape.is_prose() && (2..=30).contains(&shape.words);
    more && ends && plain && wire::dateline(unit.span.of(text), true).is_none()
}

/// Joins to a headline that ends in a colon the line under it.
fn join_headline(units: &mut Vec<Unit>, at: usize) {
    if units[at].shape.end == End::Colon {
        let second = units.remove(at + 1);
        units[at].span = units[at].span.join(second.span);
    }
}

/// Tells whether the unit under a headline is its standfirst and not yet the body.
fn is_standfirst(text: &str, units: &[Unit], at: usize, title: usize) -> bool {
    let (unit, shape) = (&units[at], &units[at].shape);
    let numbered = unit.mark.is_some() || is_roman(unit.span.of(text));
    if numbered || shape.words > 60 || wire::dateline(unit.span.of(text), true).is_some() {
        return false;
    }
    let key = units[title].shape.key;
    let heads_on = units[at + 1..].iter().take(8).map_while(|next| {
        let more = matches!(next.kind, Some(BlockKind::Byline | BlockKind::Dateline)) || next.shape.key == key;
        (more || next.kind.is_some()).then_some(more)
    });
    if heads_on.into_iter().any(|more| more) {
        return true;
    }
    let body = units[at + 1..].iter().any(|next| next.kind.is_none());
    let under = at == title + 1 && !unit.gap && shape.words >= 4;
    shape.end == End::Open
        && body
        && (shape.words > 16 || (under && units[at + 1..].iter().take(2).any(|next| next.gap)))
}

/// Tells whether the line begins with a Roman number, as a heading does: "II. The governing assumption".
fn is_roman(words: &str) -> bool {
    words.split_once(['.', ')']).is_some_and(|(number, _)| {
        !number.is_empty() && number.len() <= 5 && number.bytes().all(|b| matches!(b, b'I' | b'V' | b'X' | b'L'))
    })
}

/// Reads a line of names without "By": "Ana Silva and Tom Okello", "Ana Silva, Institute for Rivers".
///
/// A person who writes is named nowhere else in the article, and no word of the name is a common one there.
fn names(text: &str, unit: &Unit) -> Option<String> {
    let words = unit.span.of(text);
    if unit.shape.words > 14 || unit.shape.end != End::Open || unit.shape.caps || unit.mark.is_some() || is_roman(words)
    {
        return None;
    }
    let first = words.split([',', '|', '–', '—']).next()?.trim();
    let people = first.split(" and ").flat_map(|part| part.split(" & "));
    let named = people.clone().all(is_name) && text.matches(first).take(2).count() == 1;
    let lower = |word: &str| has_word(text, &word.to_lowercase());
    (named && !first.split_whitespace().any(|word| word != "and" && word != "&" && lower(word)))
        .then(|| first.to_owned())
}

fn is_name(words: &str) -> bool {
    let mut count = 0;
    let all = words.split_whitespace().all(|word| {
        count += 1;
        let letters = word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '’' | '\'' | '.'));
        let particle = matches!(word, "al" | "el" | "bin" | "ben" | "de" | "van" | "von" | "da" | "di");
        letters && (word.starts_with(char::is_uppercase) || particle)
    });
    all && (2..=4).contains(&count) && !words.starts_with("The ")
}

fn has_word(text: &str, word: &str) -> bool {
    let bounded = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    text.match_indices(word)
        .any(|(at, _)| bounded(text[..at].chars().next_back()) && bounded(text[at + word.len()..].chars().next()))
}

/// Reads author and date from the blocks that give them.
pub(super) fn credited(text: &str, blocks: &[Block]) -> Facts {
    let of = |kind| blocks.iter().filter(move |block| block.kind == kind).map(|block| block.span.of(text));
    let date = of(BlockKind::Dateline).chain(of(BlockKind::Byline)).find_map(published);
    Facts { author: of(BlockKind::Byline).find_map(author), date, ..Facts::default() }
}

/// Reads the day of publication from a date line, which may give the day of the last change first.
fn published(line: &str) -> Option<String> {
    let near = first_bytes(line, 400);
    let after = near.to_ascii_lowercase().find("published").unwrap_or(0);
    date::find(&near[after..]).into_iter().chain(date::find(near)).find_map(|found| found.day)
}

/// Reads the author from a byline.
fn author(line: &str) -> Option<String> {
    let lower = line.to_ascii_lowercase();
    let intro = ["written by ", "reported by ", "words by ", "author: ", "by "]
        .into_iter()
        .find(|intro| lower.starts_with(*intro));
    if intro.is_none()
        && (lower.starts_with("compiled by")
            || lower.contains(" by ")
            || line.split_whitespace().count() < 2
            || !line.contains(is_blank))
    {
        return None;
    }
    let rest = line.get(intro.map_or(0, str::len)..)?.split([',', '|', '·', '•', '–', '—']).next()?.trim();
    let cut = date::find(rest).first().map_or(rest.len(), |found| found.span.start);
    let name = rest[..cut].trim();
    let staff = intro.is_none() && !name.split(" and ").flat_map(|part| part.split(" & ")).all(is_name);
    (!name.is_empty() && !staff && !lower.starts_with("staff")).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::super::Document;

    #[test]
    fn outlet_title_author_and_date_are_read_from_the_page() {
        let body = "The talks in the town went on for two days and ended with no result, both sides said on Monday.\nNobody knows when they will meet again.";
        for (top, outlet, title, author, date) in [
            (
                "THE GAZETTE\nThursday, Sept. 12, 2024\n\nUnion swaps offers\n\nBy Dana Kowalczyk\nStaff Writer\n\n",
                "THE GAZETTE",
                "Union swaps offers",
                "Dana Kowalczyk",
                "2024-09-12",
            ),
            (
                "Truce hangs on one signature\n\nLEDGER & EXCHANGE\nJuly 30, 2025\n\n",
                "LEDGER & EXCHANGE",
                "Truce hangs on one signature",
                "",
                "2025-07-30",
            ),
            (
                "After Paris:\nA cell in search of a treaty\nMira Al-Khatib, Centre for Policy – Nicosia\n---\n",
                "",
                "After Paris: A cell in search of a treaty",
                "Mira Al-Khatib",
                "",
            ),
            (
                "LEVANT WIRE\n\nOpinion\n\nWhy no treaty will be signed this year\n\nBy Mira Khatib | Updated 9 May 2025 | Published 8 May 2025\n\n",
                "LEVANT WIRE",
                "Why no treaty will be signed this year",
                "Mira Khatib",
                "2025-05-08",
            ),
        ] {
            let document = Document::from_text("x", format!("{top}{body}"));
            let found = (document.outlet.as_str(), document.title.as_str());
            assert_eq!(found, (outlet, title), "{top}");
            assert_eq!(
                (document.author.as_deref().unwrap_or(""), document.date.as_deref().unwrap_or("")),
                (author, date),
                "{top}"
            );
        }
    }
}
