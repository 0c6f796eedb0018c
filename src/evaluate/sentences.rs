//! The sentences of the yardstick: where two contents "stand in the same sentence" when claims are scored.
//!
//! This is not the segmenter of [`crate::language`]. It is the plain split that the scoring is defined
//! by, kept apart so that a better segmenter never changes a score. It follows the pattern
//! `(?<=[.!?])["”’)]*\s+(?=[A-Z“"'‘(\[])|\n+` of `tests/gold/score.py`, in code points.

/// A half-open range of code points.
pub(super) type Bounds = (usize, usize);

/// Splits `text` into sentences, as half-open ranges of code points; the breaks between belong to none.
pub(super) fn split(text: &str) -> Vec<Bounds> {
    let chars: Vec<char> = text.chars().collect();
    let (mut bounds, mut start, mut at) = (Vec::new(), 0, 0);
    while at < chars.len() {
        if let Some(end) = break_at(&chars, at) {
            bounds.push((start, at));
            start = end;
            at = end;
        } else {
            at += 1;
        }
    }
    bounds.push((start, chars.len()));
    bounds
}

/// Returns the number of the sentence that holds code point `offset`, or `None` between two sentences.
pub(super) fn holding(bounds: &[Bounds], offset: usize) -> Option<usize> {
    let after = bounds.partition_point(|&(_, end)| end < offset);
    bounds.get(after).filter(|&&(start, _)| start <= offset).map(|_| after)
}

/// Returns the end of the break that begins at `at`.
fn break_at(chars: &[char], at: usize) -> Option<usize> {
    sentence_break(chars, at).or_else(|| {
        let end = run(chars, at, |c| c == '\n');
        (end > at).then_some(end)
    })
}

/// Returns the end of a break after a full stop: closing quotes, white space, and then a beginning.
fn sentence_break(chars: &[char], at: usize) -> Option<usize> {
    let before = *chars.get(at.checked_sub(1)?)?;
    if !matches!(before, '.' | '!' | '?') {
        return None;
    }
    let closed = run(chars, at, |c| matches!(c, '"' | '”' | '’' | ')'));
    let end = run(chars, closed, is_space);
    let next = *chars.get(end)?;
    let begins = next.is_ascii_uppercase() || matches!(next, '“' | '"' | '\'' | '‘' | '(' | '[');
    (end > closed && begins).then_some(end)
}

/// Returns the end of the run of characters from `at` on that are as `fits` wants them.
fn run(chars: &[char], at: usize, fits: impl Fn(char) -> bool) -> usize {
    at + chars[at..].iter().take_while(|&&c| fits(c)).count()
}

/// White space as the yardstick's regular expressions know it: Unicode's, and the four separators.
fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{1c}'..='\u{1f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let chars: Vec<char> = text.chars().collect();
        let found: Vec<String> = split(text).iter().map(|&(s, e)| chars[s..e].iter().collect()).collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn a_sentence_ends_before_a_capital_or_an_opening_quote_and_at_a_line_break() {
        check("It fell. He went.", &["It fell.", "He went."]);
        check("He said “no.” “Yes,” she said.", &["He said “no.", "“Yes,” she said."]);
        check("At 3.5 p.m. local time\n\nNext", &["At 3.5 p.m. local time", "Next"]);
        check("The U.S. Army", &["The U.S.", "Army"]);
        check("End.\nNext", &["End.", "Next"]);
        check("", &[""]);
        check("Über. Ände", &["Über. Ände"]);
    }

    #[test]
    fn an_offset_in_a_break_is_in_no_sentence() {
        let bounds = split("One.  Two.");
        assert_eq!(bounds, [(0, 4), (6, 10)]);
        assert_eq!(holding(&bounds, 0), Some(0));
        assert_eq!(holding(&bounds, 4), Some(0));
        assert_eq!(holding(&bounds, 5), None);
        assert_eq!(holding(&bounds, 6), Some(1));
        assert_eq!(holding(&bounds, 11), None);
    }
}
