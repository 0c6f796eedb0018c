//! What the page prints twice: paragraphs, and sentences lifted out of the body.
//!
//! It compares hashes of words and reads none of them. Its cost is linear in the text.

use std::collections::HashMap;

use foldhash::fast::FixedState;

use super::BlockKind;
use super::decode::is_blank;
use super::line::Unit;
use super::shape::{End, hash_on};
use crate::text::Span;

/// A run of so many words is compared at once.
const RUN: usize = 4;
/// No sentence is longer, in characters to either side of what is repeated.
const LONGEST: usize = 2000;
/// No more pull-quotes than these share a run of words.
const SHARED: usize = 4;

/// Marks one of two copies of a paragraph as a repeat of the other.
///
/// Pages print their first paragraphs once as a teaser and once in the body: the second copy is kept, unless
/// the first is followed by a paragraph of its own and so stands in the body already.
pub(super) fn copies(units: &mut [Unit]) {
    let order: Vec<usize> = (0..units.len()).filter(|&at| units[at].kind.is_none()).collect();
    let mut kept: HashMap<u64, usize, FixedState> = HashMap::default();
    let mut at = 0;
    while at < order.len() {
        let Some(&first) = kept.get(&units[order[at]].shape.key).filter(|_| is_paragraph(&units[order[at]])) else {
            kept.insert(units[order[at]].shape.key, at);
            at += 1;
            continue;
        };
        let run = run_length(units, &order, first, at);
        let stands = first + run < at && stands_in_body(units, &order, first + run, &kept);
        for step in 0..run {
            let (copy, other) = if stands { (at + step, first + step) } else { (first + step, at + step) };
            kept.insert(units[order[other]].shape.key, other);
            let span = units[order[other]].span;
            let unit = &mut units[order[copy]];
            unit.kind = Some(BlockKind::Repeat);
            unit.repeats = Some(span);
        }
        at += run;
    }
}

fn is_paragraph(unit: &Unit) -> bool {
    unit.shape.words >= 8 && unit.shape.end != End::Open
}

/// Counts how many paragraphs from `second` on repeat those from `first` on.
fn run_length(units: &[Unit], order: &[usize], first: usize, second: usize) -> usize {
    let same = |step: &usize| {
        let (Some(&a), Some(&b)) = (order.get(first + step), order.get(second + step)) else { return false };
        let (a, b) = (&units[a], &units[b]);
        a.shape.key == b.shape.key && a.kind.is_none() && is_paragraph(b)
    };
    (0..second - first).take_while(same).count().max(1)
}

/// Tells whether the unit after a run of copies is a paragraph printed there alone.
fn stands_in_body(units: &[Unit], order: &[usize], after: usize, kept: &HashMap<u64, usize, FixedState>) -> bool {
    let Some(unit) = order.get(after).map(|&at| &units[at]) else { return false };
    is_paragraph(unit) && unit.kind.is_none() && kept.get(&unit.shape.key) == Some(&after)
}

/// A line that may be lifted out of the body, and the best place found for it so far.
struct Lifted {
    unit: usize,
    runs: usize,
    best: Option<(usize, Span)>,
}

/// Marks the lines that repeat, word for word or nearly, a sentence of a longer paragraph.
pub(super) fn pull_quotes(text: &str, units: &mut [Unit]) {
    let mut lifted: Vec<Lifted> = Vec::new();
    let mut runs: HashMap<u64, Vec<u32>, FixedState> = HashMap::default();
    for (at, unit) in units.iter().enumerate().filter(|(_, unit)| may_be_lifted(unit)) {
        let Ok(number) = u32::try_from(lifted.len()) else { break };
        let mut count = 0;
        for (hash, _) in Runs::of(unit.span.of(text)) {
            count += 1;
            let users = runs.entry(hash).or_default();
            if users.len() < SHARED && users.last() != Some(&number) {
                users.push(number);
            }
        }
        lifted.push(Lifted { unit: at, runs: count, best: None });
    }
    if lifted.is_empty() {
        return;
    }
    for (at, unit) in units.iter().enumerate().filter(|(_, unit)| unit.kind.is_none()) {
        search(text, (at, unit), &runs, &mut lifted, units);
    }
    for Lifted { unit, runs, best } in lifted {
        let needed = if units[unit].shape.end == End::Stop { 85 } else { 70 };
        if let Some((count, span)) = best
            && count * 100 >= runs * needed
        {
            units[unit].kind = Some(BlockKind::Repeat);
            units[unit].repeats = Some(sentence(text, span));
        }
    }
}

fn may_be_lifted(unit: &Unit) -> bool {
    unit.kind.is_none() && unit.mark.is_none() && (6..=40).contains(&unit.shape.words) && !unit.shape.sentences
}

/// Looks in one unit for the runs of all lines that may be lifted from it.
fn search(
    text: &str,
    (at, unit): (usize, &Unit),
    runs: &HashMap<u64, Vec<u32>, FixedState>,
    lifted: &mut [Lifted],
    units: &[Unit],
) {
    let mut counts: Vec<(u32, usize, Span)> = Vec::new();
    for (hash, span) in Runs::of(unit.span.of(text)) {
        let Some(users) = runs.get(&hash) else { continue };
        let span = Span::new(unit.span.start + span.start, unit.span.start + span.end);
        for &number in users {
            match counts.iter_mut().rev().take(64).find(|entry| entry.0 == number && span.start < entry.2.start + 2000)
            {
                Some(entry) => *entry = (number, entry.1 + 1, entry.2.join(span)),
                None => counts.push((number, 1, span)),
            }
        }
    }
    for (number, count, span) in counts {
        let Some(line) = usize::try_from(number).ok().and_then(|number| lifted.get_mut(number)) else { continue };
        let longer = at != line.unit && unit.shape.words > units[line.unit].shape.words;
        if longer && line.best.is_none_or(|(best, _)| count > best) {
            line.best = Some((count.min(line.runs), span));
        }
    }
}

/// The runs of words of a text: the hash of each, case apart, and its place.
struct Runs<'a> {
    text: &'a str,
    at: usize,
    /// The words of the run before, oldest first: their hashes and where they begin.
    words: [(u64, usize); RUN],
}

impl<'a> Runs<'a> {
    fn of(text: &'a str) -> Self {
        let mut runs = Self { text, at: 0, words: [(0, 0); RUN] };
        // All words of the first run but the last one.
        for _ in 1..RUN {
            runs.step();
        }
        runs
    }

    /// Takes in the next word and returns its end.
    fn step(&mut self) -> Option<usize> {
        let (mut start, mut hash, mut at) = (None, 0, self.at);
        while let Some(char) = self.char(at) {
            if char.is_alphanumeric() {
                start = start.or(Some(at));
                hash = hash_on(hash, char);
            } else if start.is_some() {
                break;
            }
            at += char.len_utf8();
        }
        self.at = at;
        let [_, second, third, fourth] = self.words;
        self.words = [second, third, fourth, (hash, start?)];
        Some(at)
    }

    fn char(&self, at: usize) -> Option<char> {
        match self.text.as_bytes().get(at) {
            Some(&byte) if byte.is_ascii() => Some(char::from(byte)),
            _ => self.text.get(at..)?.chars().next(),
        }
    }
}

impl Iterator for Runs<'_> {
    type Item = (u64, Span);

    fn next(&mut self) -> Option<Self::Item> {
        let end = self.step()?;
        let on =
            |hash: u64, word: &(u64, usize)| (hash.rotate_left(5) ^ word.0).wrapping_mul(0x51_7c_c1_b7_27_22_0a_95);
        Some((self.words.iter().fold(0, on), Span::new(self.words[0].1, end)))
    }
}

/// Widens `span` to the sentence around it, within its line.
fn sentence(text: &str, span: Span) -> Span {
    let is_stop = |c: char| matches!(c, '.' | '!' | '?' | '…');
    let mut start = span.start;
    let mut after = ' ';
    for (at, c) in text[..span.start].char_indices().rev().take(LONGEST) {
        if c == '\n' || (is_stop(c) && (is_blank(after) || matches!(after, '”' | '"'))) {
            break;
        }
        (start, after) = (at, c);
    }
    let mut end = span.end;
    let mut chars = text[span.end..].char_indices().take(LONGEST).peekable();
    while let Some((at, c)) = chars.next() {
        end = span.end + at + c.len_utf8();
        if c == '\n' {
            end = span.end + at;
            break;
        }
        let next = chars.peek().map_or(' ', |next| next.1);
        if is_stop(c) && (is_blank(next) || matches!(next, '”' | '"' | ')')) {
            break;
        }
    }
    let skipped =
        text[start..end].len() - text[start..end].trim_start_matches(|c| is_blank(c) || matches!(c, '”' | '"')).len();
    super::line::trimmed(text, Span::new(start + skipped, end))
}

#[cfg(test)]
mod tests {
    use super::super::line::units;
    use super::*;

    #[test]
    fn a_teaser_is_a_repeat_of_the_body() {
        let text = "The parties met in Paris on Monday for two days.\n\nTalks resume\n\nThe parties met in Paris on Monday for two days.\n\nThey left on Wednesday without saying a single word.";
        let mut units = units(text, 0);
        copies(&mut units);
        assert_eq!(units[0].repeats, Some(units[2].span));
        assert_eq!((units[0].kind, units[2].kind), (Some(BlockKind::Repeat), None));
    }

    #[test]
    fn a_paragraph_of_the_body_printed_again_at_the_end_stays_in_the_body() {
        let text = "The parties met in Paris on Monday for two days.\n\nThey left on Wednesday without saying a single word.\n\nThe parties met in Paris on Monday for two days.";
        let mut units = units(text, 0);
        copies(&mut units);
        assert_eq!((units[0].kind, units[2].repeats), (None, Some(units[0].span)));
    }

    #[test]
    fn a_run_of_paragraphs_printed_twice_is_kept_where_it_goes_on() {
        let one =
            "The parties met in Paris on Monday for two days.\nThey left on Wednesday without saying a single word.\n";
        let text = format!("{one}{one}Nobody knows when they will meet again in the spring.");
        let mut units = units(&text, 0);
        copies(&mut units);
        let kinds: Vec<_> = units.iter().map(|unit| unit.kind.is_some()).collect();
        assert_eq!(kinds, [true, true, false, false, false]);
    }

    #[test]
    fn a_sentence_lifted_out_of_the_body_points_back_to_it() {
        let text = "First, they spoke. Second, the parties agreed to set up a joint hotline to prevent escalation. More follows.\n\n“The parties agreed to set up a joint hotline to prevent escalation”\n\nThe parties disagreed about the hills and the rivers of the south.";
        let mut units = units(text, 0);
        pull_quotes(text, &mut units);
        assert_eq!(units[1].kind, Some(BlockKind::Repeat));
        let said = units[1].repeats.map(|span| span.of(text));
        assert_eq!(said, Some("Second, the parties agreed to set up a joint hotline to prevent escalation."));
        assert_eq!((units[0].kind, units[2].kind), (None, None));
    }
}
