//! The forms in which English says when.

use std::sync::LazyLock;

use regex::{Captures, Regex, RegexSet};

use super::lean::Side;
use super::{Date, Time, absolute, relative};
use crate::text::Span;

/// Reads what a form means on a day of publication.
type Read = fn(&Captures<'_>, Option<Date>, Side) -> Option<Time>;

/// Tells whether a form found is a time only behind a preposition: "2019", "May".
type Bare = fn(&Captures<'_>) -> bool;

/// A form and how it is read.
struct Form {
    regex: Regex,
    read: Read,
    bare: Bare,
    from: From,
}

/// What a form is counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum From {
    /// The day of publication: "last week".
    Publication,
    /// The day named before it: "two days later".
    Anchor,
}

/// A form found in a text.
pub(super) struct Hit<'t> {
    pub(super) span: Span,
    /// Whether only a preposition makes it a time.
    pub(super) bare: bool,
    captures: Captures<'t>,
    form: &'static Form,
}

impl Hit<'_> {
    /// Returns the time meant in a text of the day `published`, where the last day named before is `anchor`.
    pub(super) fn time(&self, published: Option<Date>, anchor: Option<Date>, side: Side) -> Option<Time> {
        let from = if self.form.from == From::Anchor { anchor } else { published };
        (self.form.read)(&self.captures, from, side)
    }
}

const MONTH: &str = r"(?<mon>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)";
/// A month on its own has its whole name: "Jan" may be a man.
const WHOLE: &str = r"(?<mon>January|February|March|April|May|June|July|August|September|October|November|December)";
const WEEKDAY: &str = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day";
/// "6", "6th", "6-8", "6 to 8".
const DAYS: &str = r"(?<d>\d{1,2})(?:st|nd|rd|th)?(?:(?:\s?[-–—]\s?|\s(?:to|and)\s)(?<d2>\d{1,2})(?:st|nd|rd|th)?)?";
const PART: &str = r"(?:(?i:(?:the\s)?(?<part>early|mid|late|beginning|start|middle|end))(?:[\s-](?:in|of))?[\s-])";
const NUMBER: &str = r"(?<n>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|(?:a\s)?few|several|some|many|a\scouple\sof|a\sdozen)";
/// "two weeks from now".
const NOW: &str = r"(?<n2>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s(?<unit2>day|week|month|year)s?\sfrom\s(?:now|today)";
const ORDINAL: &str =
    r"(?<n>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\d{1,2}(?:st|nd|rd|th))";

/// The forms; where two begin at one place the earlier is taken.
static FORMS: LazyLock<Vec<Form>> = LazyLock::new(|| {
    let never: Bare = |_| false;
    let alone: Bare = |hit| ["y", "part", "mod"].iter().all(|name| hit.name(name).is_none());
    let no_part: Bare = |hit| hit.name("part").is_none();
    let forms: Vec<(String, Read, Bare)> = vec![
        (r"\b(?<y>\d{4})-(?<m>\d{2})-(?<d>\d{2})\b".to_owned(), absolute::iso, never),
        (format!(r"\b(?:{WEEKDAY},?\s(?:the\s)?)?{DAYS}\s(?:of\s)?{MONTH}(?:,?\s(?<y>\d{{4}}))?\b"), absolute::date, never),
        (format!(r"\b(?:{WEEKDAY},?\s)?{MONTH}\s{DAYS}\b(?:,?\s(?<y>\d{{4}})\b)?"), absolute::date, never),
        (format!(r"\b{PART}?(?:(?i:(?:this\s)?(?<mod>last|this|next|past|coming))\s)?{WHOLE}(?:,?\s(?:of\s)?(?<y>\d{{4}}))?\b"), absolute::month, alone),
        (format!(r"\b{PART}?(?<y>(?:19|20)\d{{2}})\b"), absolute::year, no_part),
        (r"\b(?i:(?:the\s)?(?:(?<mod>last|this|next|past|coming)\s)?(?<season>spring|summer|autumn|winter))(?:\s(?:of\s)?(?<y>\d{4}))?\b".to_owned(), absolute::season, alone),
        (r"(?i)\b(?:the\sday\s(?<far>before\syesterday|after\stomorrow)|(?<word>today|yesterday|tomorrow|tonight|overnight)|this\s(?<now>morning|afternoon|evening)|last\s(?<night>night))\b".to_owned(), relative::day, never),
        (format!(r"\b(?:(?i:(?:this\s)?(?<mod>last|this|next|past|coming|early|late|earlier|later)(?:\son)?)\s)?(?<wd>{WEEKDAY})(?:\s(?:morning|afternoon|evening|night|lunchtime))?\b"), relative::weekday, never),
        (r"(?i)\b(?:(?:the\s)?(?<part>end|start|beginning|middle|early|late|earlier|later)\s(?:of\s|in\s)?)?(?:the\s)?(?<mod>last|past|previous|this|current|next|coming|following)\s(?<unit>week|weekend|month|year)\b".to_owned(), relative::unit, never),
        (format!(r"(?i)\b(?:{NUMBER}\s)?(?<unit>day|week|month|year)s?\sago\b"), relative::ago, never),
        (format!(r"(?i)\b(?:the\s)?(?<mod>recent|past|last|coming|next|following)\s(?:{NUMBER}\s)?(?<unit>day|week|month|year)s\b"), relative::window, never),
        (format!(r"(?i)\b(?:the\s)?{ORDINAL}(?:\sand\s(?:last|final))?\sround\b"), relative::round, never),
        (r"(?i)\bround\s(?<n>one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\b".to_owned(), relative::round, never),
        (r"(?i)\b(?:the\s)?(?<mod>previous|earlier|prior|past|former|last|latest|current|this|next|coming|upcoming|new)\s(?:talks\s|negotiating\s)?rounds?\b".to_owned(), relative::round, never),
        (r"(?i)\b(?<mod>recently|lately)\b".to_owned(), relative::window, never),
        (format!(r"(?i)\b(?:in\s{NUMBER}\s(?<unit>day|week|month|year)s?(?<sure>['’]?\stime)?|{NOW})\b"), relative::hence, never),
    ];
    let anchored: Vec<(String, Read, Bare)> = vec![
        (r"(?i)\b(?:(?:earlier|later|early|late)\s)?(?:(?:the|that)\s(?:very\s)?same|that)\s(?<unit>day|week|month|year)\b".to_owned(), relative::same, never),
        (format!(r"(?i)\b{NUMBER}\s(?<unit>day|week|month|year)s?\s(?<way>later|afterwards?|earlier|beforehand)\b"), relative::apart, never),
        (r"(?i)\bthe\s(?<way>next|following|previous|preceding)\s(?<unit>day)\b".to_owned(), relative::apart, never),
    ];
    // A pattern that does not compile is found by the test that every form has an example.
    let built = |forms: Vec<(String, Read, Bare)>, from: From| {
        let form = move |(pattern, read, bare): (String, Read, Bare)| {
            Regex::new(&pattern).ok().map(|regex| Form { regex, read, bare, from })
        };
        forms.into_iter().filter_map(form)
    };
    built(forms, From::Publication).chain(built(anchored, From::Anchor)).collect()
});

/// All forms at once: most sentences hold none, and few more than one.
static ANY: LazyLock<Option<RegexSet>> =
    LazyLock::new(|| RegexSet::new(FORMS.iter().map(|form| form.regex.as_str())).ok());

/// Returns the forms found in `text` in order; of those that overlap the one that begins first, then the longest.
pub(super) fn hits(text: &str) -> Vec<Hit<'_>> {
    let mut hits: Vec<Hit<'_>> = Vec::new();
    let Some(any) = ANY.as_ref() else { return hits };
    for form in any.matches(text).iter().filter_map(|at| FORMS.get(at)) {
        for captures in form.regex.captures_iter(text) {
            let Some(whole) = captures.get(0) else { continue };
            let span = Span::new(whole.start(), whole.end());
            hits.push(Hit { span, bare: (form.bare)(&captures), captures, form });
        }
    }
    hits.sort_by_key(|hit| (hit.span.start, std::cmp::Reverse(hit.span.end)));
    let mut end = 0;
    hits.retain(|hit| {
        let apart = hit.span.start >= end;
        if apart {
            end = hit.span.end;
        }
        apart
    });
    hits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_compiles() {
        assert_eq!(FORMS.len(), 19);
        assert!(!hits("on Tuesday").is_empty() && hits("a truce in Paris").is_empty());
    }
}
