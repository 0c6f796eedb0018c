//! Picture credits and captions.
//!
//! A credit gives itself away by an agency and a slash; a caption by the credit beside it, by its ending in
//! an agency or a date, or by signs such as "(R)". It knows the agencies' names and nothing of an article.

use super::line::Unit;
use super::shape::{End, Shape};
use super::{BlockKind, date};

/// Agencies and libraries, in lower case.
const AGENCIES: [&str; 38] = [
    "afp",
    "ap",
    "reuters",
    "getty",
    "getty images",
    "epa",
    "epa-efe",
    "efe",
    "anadolu",
    "anadolu agency",
    "aa",
    "xinhua",
    "tass",
    "dpa",
    "ansa",
    "sana",
    "shutterstock",
    "flash90",
    "bloomberg",
    "nurphoto",
    "handout",
    "gpo",
    "upi",
    "pa",
    "pa media",
    "ria",
    "sputnik",
    "wafa",
    "nna",
    "irna",
    "kyodo",
    "yonhap",
    "zuma",
    "sipa",
    "alamy",
    "istock",
    "courtesy",
    "ap photo",
];

/// Heads of a line or bracket about a picture.
const HEADS: [&str; 21] = [
    "image:",
    "images:",
    "photo:",
    "photos by",
    "photo by",
    "photograph:",
    "photography:",
    "photo credit",
    "picture:",
    "picture by",
    "photo courtesy",
    "illustration:",
    "illustration by",
    "graphic:",
    "map:",
    "file photo",
    "file picture",
    "file -",
    "image credit",
    "image source",
    "caption:",
];

/// Signs of a caption anywhere in a line.
const SIGNS: [&str; 21] = [
    "(l)",
    "(r)",
    "(c)",
    "(left)",
    "(right)",
    "(centre)",
    "(center)",
    "(l-r)",
    "(top)",
    "(bottom)",
    "(file photo)",
    "(file)",
    "from left",
    "left to right",
    "file photo",
    "file picture",
    "pictured",
    "is seen ",
    "are seen ",
    "screengrab",
    "handout photo",
];

/// No caption has more words.
const LONGEST: usize = 70;

/// Tells whether the line is a caption or a credit by its own words.
pub(super) fn kind(text: &str, lower: &str, shape: &Shape) -> Option<BlockKind> {
    if text.starts_with("![") {
        return Some(BlockKind::Caption);
    }
    let bare = lower.trim_start_matches(['[', '(', '*', '_']);
    if shape.words <= LONGEST && HEADS.iter().any(|head| bare.starts_with(head)) {
        let named = shape.words <= 8 && !bare.starts_with("image:") && !bare.starts_with("caption");
        return Some(if named { BlockKind::Credit } else { BlockKind::Caption });
    }
    if is_credit(lower, shape) {
        return Some(BlockKind::Credit);
    }
    let caption = shape.words <= LONGEST
        && (ends_in_agency(lower) || (shape.words <= 60 && has_sides(lower) && !shape.sentences));
    caption.then_some(BlockKind::Caption)
}

fn is_agency(words: &str) -> bool {
    let bare = words.trim_matches(|c: char| !c.is_alphanumeric());
    AGENCIES.contains(&bare)
}

/// Tells whether a short line is a photographer and an agency, or an agency alone.
fn is_credit(lower: &str, shape: &Shape) -> bool {
    if shape.words > 9 || shape.sentences || lower.len() > 120 {
        return false;
    }
    if is_agency(lower) {
        return lower.len() > 3 || lower == "afp" || lower == "epa";
    }
    let pieces: Vec<&str> = lower.split(['/', '|', '©']).map(str::trim).collect();
    let via = lower.rsplit_once(" via ").is_some_and(|(_, agency)| is_agency(agency));
    shape.end != End::Stop && (via || (pieces.len() > 1 && pieces.iter().any(|piece| is_agency(piece))))
}

/// Tells whether the line ends with an agency in brackets: "A soldier near the fence. (AFP)".
fn ends_in_agency(lower: &str) -> bool {
    let bare = lower.trim_end_matches('.');
    let Some(inner) = bare.strip_suffix([')', ']']) else { return false };
    let square = bare.ends_with(']');
    let Some((before, inner)) = inner.rsplit_once(['(', '[']) else { return false };
    let slashed = square && inner.contains('/') && inner.split_whitespace().count() <= 8;
    let named =
        slashed || inner.split(['/', ',', ';', ':']).any(is_agency) || HEADS.iter().any(|head| inner.starts_with(head));
    named && !before.is_empty()
}

/// Tells whether the line has one of the signs in brackets.
fn has_sides(lower: &str) -> bool {
    lower.contains('(') && SIGNS[..12].iter().any(|sign| lower.contains(sign))
}

/// Tells whether a unit that stands near a credit, but not in one stretch with it, reads like a caption.
fn reads_like_caption(text: &str, shape: &Shape) -> bool {
    let lower = text.to_lowercase();
    if shape.words > 55 || shape.sentences || shape.end == End::Question {
        return false;
    }
    SIGNS.iter().any(|sign| lower.contains(sign)) || ends_in_day(text)
}

/// Tells whether the line ends with a day and its year: "… at the palace in Ankara, on 4 February 2025."
fn ends_in_day(text: &str) -> bool {
    let bare = text.trim_end_matches(|c: char| !c.is_alphanumeric());
    date::find(text).last().is_some_and(|found| found.day.is_some() && found.span.end == bare.len())
}

/// Marks as captions the units beside credits, and lines printed twice in a row as picture text is.
pub(super) fn captions(text: &str, units: &mut [Unit]) {
    let spaced = units.iter().filter(|unit| unit.gap).count() * 3 > units.len();
    for at in 0..units.len() {
        if units[at].kind == Some(BlockKind::Credit) && units[at].shape.words <= 9 {
            beside(text, units, at, spaced);
        }
    }
    if spaced {
        printed_twice(units);
    }
}

/// Marks as captions a line printed twice between two blank lines, as picture text and caption are.
fn printed_twice(units: &mut [Unit]) {
    // A headline printed twice is no picture text.
    let first = units.iter().find(|unit| unit.kind.is_none()).map(|unit| unit.shape.key);
    for at in 1..units.len() {
        let apart = units.get(at + 1).is_none_or(|next| next.gap);
        let [before, unit] = &mut units[at - 1..=at] else { continue };
        let twice = before.shape.key == unit.shape.key && first != Some(unit.shape.key);
        let alone = before.gap && !unit.gap && apart && before.kind.is_none() && unit.kind.is_none();
        if twice && alone && (6..=35).contains(&unit.shape.words) && !unit.shape.sentences {
            before.kind = Some(BlockKind::Caption);
            unit.kind = Some(BlockKind::Caption);
        }
    }
}

/// Marks the captions beside the credit `units[at]`.
///
/// Where blank lines part the paragraphs, what stands in one stretch with a credit is its caption.
fn beside(text: &str, units: &mut [Unit], at: usize, spaced: bool) {
    let open = |unit: &Unit| unit.kind.is_none() && unit.mark.is_none();
    let near = |unit: &Unit, apart: bool| {
        let shape = &unit.shape;
        let fits =
            spaced && !apart && shape.words <= LONGEST && shape.words >= 3 && !(shape.sentences && shape.words > 45);
        open(unit) && (fits || reads_like_caption(unit.span.of(text), shape))
    };
    let after = units.get(at + 1).is_some_and(|unit| near(unit, unit.gap));
    let before = at.checked_sub(1).is_some_and(|before| near(&units[before], units[at].gap));
    for (is, place) in [(before, at.wrapping_sub(1)), (after, at + 1)] {
        if let Some(unit) = units.get_mut(place)
            && is
        {
            unit.kind = Some(BlockKind::Caption);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Option<BlockKind> {
        kind(text, &text.to_lowercase(), &Shape::of(text))
    }

    #[test]
    fn credits_are_an_agency_and_a_name() {
        for text in [
            "LUDOVIC MARIN /AFP",
            "REUTERS/Benoit Tessier",
            "OZAN KOSE / AFP",
            "AFP",
            "Photo: I. Saleh",
            "Anna Levi via Getty Images",
            "© Anadolu",
        ] {
            assert_eq!(of(text), Some(BlockKind::Credit), "{text}");
        }
        for text in
            ["The PA rejected the plan", "AP Moller agreed to the price", "and/or", "PA", "Reuters reported the deal."]
        {
            assert_eq!(of(text), None, "{text}");
        }
    }

    #[test]
    fn captions_end_in_an_agency_or_show_sides() {
        for text in [
            "[Image: A post on the hill. File photo: I. Saleh / Monitor]",
            "A soldier near the fence. (AFP)",
            "The ministers (L) and (R) shake hands in Paris",
            "![A map](map.png)",
            "The palace, Monday (Photo by A. Levi)",
            "The palace on Monday. [File: Anadolu]",
            "The palace on Monday. [Anna Levi/The Gazette]",
        ] {
            assert_eq!(of(text), Some(BlockKind::Caption), "{text}");
        }
        assert_eq!(of("The minister (a hawk) left the talks (again)."), None);
    }

    #[test]
    fn a_line_in_one_stretch_with_a_credit_is_its_caption() {
        let text = "First paragraph of the article.\n\nOZAN KOSE / AFP\nTwo presidents meet in Ankara.\n\nSecond paragraph.\n\nThird.";
        let mut units = super::super::line::units(text, 0);
        captions(text, &mut units);
        let kinds: Vec<_> = units.iter().map(|unit| unit.kind).collect();
        assert_eq!(kinds, [None, Some(BlockKind::Credit), Some(BlockKind::Caption), None, None]);
    }

    #[test]
    fn without_blank_lines_only_what_reads_like_a_caption_is_one() {
        let text = "The talks failed.\nREUTERS/Benoit Tessier\nThe minister arrives at the palace in Paris on 6 January 2026.\nThe talks go on.";
        let mut units = super::super::line::units(text, 0);
        captions(text, &mut units);
        let kinds: Vec<_> = units.iter().map(|unit| unit.kind).collect();
        assert_eq!(kinds, [None, Some(BlockKind::Credit), Some(BlockKind::Caption), None]);
    }
}
