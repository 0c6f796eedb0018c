//! Which sources of a claim can be told again in another article.
//!
//! "Yedioth Ahronoth" is the same paper wherever it is cited; "an official", "he" or "Israeli media" may be
//! anybody. Names are compared in a form that spelling, article and first name do not change.

use crate::record::{Source, SourceType};

/// Words for the trade behind a name: "the newspaper Haaretz", "Tasnim news agency".
const TRADE: &[&str] =
    &["the", "newspaper", "daily", "news", "agency", "website", "channel", "broadcaster", "magazine"];

/// Words that name nobody, in lower case.
const ANYBODY: &[&str] = &[
    "he",
    "she",
    "they",
    "it",
    "we",
    "i",
    "reports",
    "report",
    "media",
    "sources",
    "source",
    "officials",
    "official",
    "observers",
    "press",
    "outlets",
    "newspapers",
    "analysts",
    "experts",
    "diplomats",
    "statement",
    "document",
];

/// Returns the form in which the name of `source` is compared; nothing where it may be anybody.
pub(super) fn key(source: &Source) -> Option<String> {
    if source.anonymous || source.kind == SourceType::Party {
        return None;
    }
    let form = outlet_key(&source.name)?;
    let last = form.rsplit(' ').next().unwrap_or(&form);
    let named = source.name.split_whitespace().next_back().is_some_and(|word| word.starts_with(char::is_uppercase));
    match source.kind {
        SourceType::Document => (form.contains(' ')).then_some(form),
        _ if ANYBODY.contains(&last) || !named => None,
        // A person comes with a first name or a title once, and without them afterwards.
        SourceType::Official | SourceType::Expert | SourceType::Other => Some(last.to_owned()),
        _ => Some(form),
    }
}

/// Returns the form in which the name of an outlet is compared; nothing where there is none.
pub(super) fn outlet_key(name: &str) -> Option<String> {
    let lower = name.to_lowercase().replace('’', "'");
    let words = lower.split(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '-' | '.')));
    let words: Vec<&str> = words
        .map(|word| word.strip_suffix("'s").unwrap_or(word))
        .filter(|word| !word.is_empty() && !TRADE.contains(word))
        .collect();
    if words.is_empty() { None } else { Some(words.join(" ")) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    fn named(name: &str, kind: SourceType) -> Option<String> {
        key(&Source { name: name.to_owned(), kind, anonymous: false, span: Span::default() })
    }

    #[test]
    fn a_name_is_the_same_however_it_is_dressed() {
        assert_eq!(named("the newspaper Yedioth Ahronoth", SourceType::Media).as_deref(), Some("yedioth ahronoth"));
        assert_eq!(named("Medinsky’s", SourceType::Official), named("Vladimir Medinsky", SourceType::Official));
        assert_eq!(named("the joint statement", SourceType::Document).as_deref(), Some("joint statement"));
    }

    #[test]
    fn who_may_be_anybody_is_nobody() {
        for (name, kind) in [
            ("Israeli media", SourceType::Media),
            ("Reports", SourceType::Media),
            ("He", SourceType::Official),
            ("two officials", SourceType::Official),
            ("Turkey", SourceType::Party),
            ("the statement", SourceType::Document),
        ] {
            assert_eq!(named(name, kind), None, "{name}");
        }
        let source = Source { name: "Haaretz".into(), kind: SourceType::Media, anonymous: true, span: Span::default() };
        assert_eq!(key(&source), None);
    }
}
