//! What wire reports wrap around their prose: place and date before it, the reporters' names after it.
//!
//! "PARIS, 25 July 2025 (Levant Wire) – Syria demanded …" begins to speak after the dash. It knows the form
//! of such heads and no place names.

use super::decode::is_blank;
use super::shape::head;
use super::{date, pattern};
use crate::text::Span;

/// The head of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Dateline {
    /// Its length in bytes, the dash included and the blanks after it left out.
    pub(super) length: usize,
    /// The day, where it is named in full.
    pub(super) day: Option<String>,
    /// The agency in brackets.
    pub(super) agency: Option<String>,
}

/// No head of a report is longer, in bytes.
const LONGEST: usize = 160;

/// Finds the dateline at the head of a paragraph.
///
/// A place with neither date nor agency, in capitals or with its country ("MARLOW - With less than …",
/// "Muscat, Oman – Iran is …"), is one only in the first paragraph.
pub(super) fn dateline(paragraph: &str, first: bool) -> Option<Dateline> {
    let near = head(paragraph, LONGEST);
    let (before, length) = dash(near)?;
    let speech = paragraph[length..].trim_start_matches(is_blank).chars().next()?;
    if speech.is_lowercase() || !(speech.is_alphanumeric() || matches!(speech, '"' | '“' | '‘' | '\'' | '[' | '«'))
    {
        return None;
    }
    let (place, agency) = bracket(before.trim());
    let dates = date::find(before);
    let mut bare = String::new();
    let mut at = 0;
    for found in date::find(place) {
        bare.push_str(&place[at..found.span.start]);
        at = found.span.end;
    }
    bare.push_str(&place[at..]);
    let sure = !dates.is_empty() || agency.is_some();
    let named = if bare.trim().is_empty() { sure } else { is_place(&bare) };
    let country =
        bare.matches(',').count() == 1 && bare.split_whitespace().count() <= 4 && !bare.trim_end().ends_with(',');
    let set = first && (is_set_in_capitals(&bare) || country);
    let day = dates.into_iter().find_map(|found| found.day);
    let agency = agency.filter(|name| date::find(name).is_empty()).map(str::to_owned);
    (named && (sure || set)).then_some(Dateline { length, day, agency })
}

/// Splits `near` at its first dash with a blank before it or an em dash: the words before, the length with it.
fn dash(near: &str) -> Option<(&str, usize)> {
    for (at, dash) in near.match_indices(['-', '–', '—']).filter(|(at, _)| *at > 0) {
        let before = near[..at].chars().next_back().unwrap_or(' ');
        let after = near[at + dash.len()..].chars().next();
        let spaced = (is_blank(before) || before == ')') && after.is_some_and(|c| is_blank(c) || c == '-');
        if spaced || (dash == "—" && before != ' ') {
            let dashes = near[at..].chars().take_while(|c| matches!(c, '-' | '–' | '—'));
            return Some((&near[..at], at + dashes.map(char::len_utf8).sum::<usize>()));
        }
    }
    None
}

/// Takes the bracket off the end of a head: "PARIS (Levant Wire)" is a place and an agency.
fn bracket(before: &str) -> (&str, Option<&str>) {
    let Some(open) = before.strip_suffix(')').and_then(|rest| rest.rfind('(')) else { return (before, None) };
    let inner = before[open + 1..before.len() - 1].trim();
    let fits = inner.split_whitespace().count() <= 6 && inner.starts_with(char::is_uppercase) && !inner.contains('(');
    if fits { (before[..open].trim_end(), Some(inner)) } else { (before, None) }
}

/// Tells whether a head, its date and agency left out, is made of names: "HARTWELL, Ohio,".
fn is_place(bare: &str) -> bool {
    let particle =
        |word: &str| matches!(word, "and" | "al" | "el" | "de" | "la" | "le" | "of" | "upon" | "on" | "the" | "am");
    let mut words = 0;
    let names = bare.split([' ', ',', '/', '\u{a0}']).filter(|word| !word.is_empty()).all(|word| {
        words += 1;
        let letters = word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '\'' | '’' | '-'));
        letters && (word.starts_with(char::is_uppercase) || particle(word))
    });
    names && words > 0 && words <= 8 && bare.trim_start().starts_with(char::is_uppercase)
}

fn is_set_in_capitals(bare: &str) -> bool {
    let place = bare.split(',').next().unwrap_or("");
    place.chars().filter(|c| c.is_uppercase()).count() >= 4 && !place.chars().any(char::is_lowercase)
}

/// Finds the bracket of reporters' and editors' names at the end of a paragraph.
pub(super) fn reporters(paragraph: &str) -> Option<Span> {
    let inner = paragraph.strip_suffix([')', ']'])?;
    let open = inner.rfind(['(', '['])?;
    let lower = head(&inner[open..], 60).to_lowercase();
    pattern::credits_reporters(&lower).then(|| Span::new(open, paragraph.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_head_of_a_report_ends_at_its_dash() {
        for (text, said, day, agency) in [
            ("PARIS, 25 July 2025 (Levant Wire) – Syria demanded", "Syria", Some("2025-07-25"), Some("Levant Wire")),
            ("ISTANBUL, July 23 (Meridian News Service) - Russian", "Russian", None, Some("Meridian News Service")),
            ("HARTWELL, Ohio, Feb. 7, 2026 – Teachers", "Teachers", Some("2026-02-07"), None),
            ("MARLOW - With less", "With", None, None),
            ("NEW YORK/BEIRUT, July 3 — \"We", "\"We", None, None),
            ("Tel Aviv (AP) — Israel", "Israel", None, Some("AP")),
            ("(Beirut, July 3, 2025) – Syria", "Syria", Some("2025-07-03"), None),
            ("Muscat, Oman – Iran is ready", "Iran", None, None),
            ("WASHINGTON—The envoy", "The", None, None),
            ("KYIV, Ukraine (AP) -- Talks", "Talks", None, Some("AP")),
        ] {
            let found = dateline(text, true).expect(text);
            assert!(text[found.length..].trim_start().starts_with(said), "{text}");
            assert_eq!((found.day.as_deref(), found.agency.as_deref()), (day, agency), "{text}");
        }
    }

    #[test]
    fn a_dash_in_prose_heads_no_report() {
        for text in [
            "NATO – which met on Friday – said",
            "The talks – held on 6 January 2026 – failed",
            "Damascus - The city",
            "JERUSALEM: The prime minister's office",
            "In Paris – Syria",
            "Word",
            "",
            "–",
        ] {
            assert_eq!(dateline(text, true), None, "{text}");
        }
        assert_eq!(dateline("MARLOW - With less", false), None);
    }

    #[test]
    fn reporters_stand_in_the_last_bracket() {
        let text = "No date was fixed. (Reporting by bureau staff; editing by R. Aldous)";
        assert_eq!(reporters(text).map(|span| span.start), Some(19));
        assert_eq!(reporters("No date was fixed (yet)."), None);
        assert_eq!(reporters("No date was fixed (yet)"), None);
    }
}
