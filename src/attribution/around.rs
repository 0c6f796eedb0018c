//! Quotations after a reporting verb, and what stands around a report that interrupts or follows it.

use super::find::Finder;
use crate::language::Tag;
use crate::language::classes::Class;
use crate::language::clause::Link;
use crate::language::extent::Stretch;
use crate::language::named;
use crate::language::phrase::Unit;

impl Finder<'_> {
    /// A quotation that follows the verb at `at` or its addressee: "said: “…”", "told reporters, “…”".
    pub(super) fn quote_after(&self, at: usize, from: usize) -> Option<Stretch> {
        let parse = self.parse;
        let mut open = self.over_circumstances(from) + 1;
        while matches!(parse.tag(open), Tag::Comma | Tag::Colon) {
            open += 1;
        }
        if parse.tag(open) != Tag::Open || parse.nodes()[at].inverted && parse.tag(open - 1) != Tag::Colon {
            return None;
        }
        let (_, close) = self.quotes.around(open)?;
        let speaks = parse.classes().is(parse.groups()[at].lemma, Class::Speech);
        let finished = matches!(parse.tag(close.saturating_sub(1)), Tag::Stop | Tag::Comma);
        let ends =
            finished || matches!(parse.tag(close + 1), Tag::Stop | Tag::Comma) || close + 1 >= parse.tokens.len();
        let last = if ends { close } else { self.clause_end(at, close) };
        let again = (close + 1..parse.tokens.len())
            .rev()
            .find(|&i| parse.tag(i) == Tag::Close && parse.tag(close - 1) == Tag::Stop);
        speaks.then_some(Stretch { first: open, last: again.unwrap_or(last).max(last) })
    }

    /// Passes "on Friday", "in Ottawa", "last week", "later" after a cue that ends at `last`.
    pub(super) fn over_circumstances(&self, last: usize) -> usize {
        let parse = self.parse;
        let mut end = last;
        for _ in 0..6 {
            end = match parse.unit(end + 1) {
                Some(Unit::Phrase(phrase)) if parse.is_time_phrase(phrase) => parse.phrases()[phrase].last,
                _ if parse.tag(end + 1) == Tag::Adverb => end + 1,
                _ if parse.tag(end + 1) == Tag::Preposition => {
                    match parse.phrase_at(parse.over_adverbs(end + 2)).map(|phrase| parse.phrases()[phrase].last) {
                        Some(last) => last,
                        None => match self.title_after(end + 2) {
                            Some(close) => close,
                            None => return end,
                        },
                    }
                }
                _ => return end,
            };
        }
        end
    }

    /// The end of a short title in quotation marks that opens at token `at`: said on “Meet the Press”.
    fn title_after(&self, at: usize) -> Option<usize> {
        let (open, close) = self.quotes.around(at)?;
        (open == at
            && close < at + 9
            && self.parse.tokens[at + 1].capital
            && self.parse.tokens[close - 1 - usize::from(self.parse.tag(close - 1) == Tag::Comma)].capital)
            .then_some(close)
    }

    /// What stands around the report `block` whose cue ends at `after`, set off by a comma, dash or quotation mark.
    pub(super) fn around(&self, block: Stretch, after: usize) -> Option<Vec<Stretch>> {
        let parse = self.parse;
        let field = self.quotes.field(parse, block.first);
        let last = self.over_circumstances(after.max(block.last));
        let before = block.first.checked_sub(1).filter(|&before| before >= field.first);
        let set_off =
            before.is_none_or(|before| matches!(parse.tag(before), Tag::Comma | Tag::Close | Tag::Dash | Tag::Stop));
        let ends = last >= field.last
            || parse.tag(last) == Tag::Close
            || matches!(
                parse.tag(last + 1),
                Tag::Stop | Tag::Comma | Tag::Dash | Tag::Close | Tag::Open | Tag::Colon | Tag::CloseBracket
            );
        let goes_on = matches!(
            parse.tag(last + 1),
            Tag::Gerund | Tag::Relative | Tag::Subordinator | Tag::Preposition | Tag::Coordinator
        );
        let close = before.is_some_and(|before| parse.tag(before) == Tag::Close || parse.tag(before) == Tag::Comma);
        if !set_off || !(ends || goes_on && close) {
            return None;
        }
        let left = before
            .filter(|&before| !self.hangs_open(before))
            .map(|before| Stretch { first: field.first, last: self.back_over(before).max(field.first) });
        let fresh = before.is_some_and(|before| self.hangs_open(before));
        let right = (ends && last + 2 <= field.last).then(|| self.right_piece(last + 1, field.last, left)).flatten();
        let left =
            left.filter(|left| self.says_something(*left) || right.is_some_and(|right| self.says_something(right)));
        let pieces: Vec<Stretch> = left.into_iter().chain(right).collect();
        let as_ = parse.word(block.first) == named::AS;
        (left.is_some() || (as_ || fresh) && !pieces.is_empty()).then_some(pieces)
    }

    /// "because, the Speaker said, …": the words before the mark at `mark` only open what is said.
    pub(super) fn hangs_open(&self, mark: usize) -> bool {
        let parse = self.parse;
        let opener = mark.checked_sub(1).filter(|_| parse.tag(mark) == Tag::Comma);
        opener.is_some_and(|at| matches!(parse.tag(at), Tag::Subordinator | Tag::Relative))
    }

    /// What goes on after a report that ends before the mark at `mark`.
    fn right_piece(&self, mark: usize, last: usize, left: Option<Stretch>) -> Option<Stretch> {
        let parse = self.parse;
        let first = if parse.tag(mark) == Tag::Open { mark } else { mark + 1 };
        let piece = Stretch { first, last };
        let over = if parse.tag(first) == Tag::Coordinator { first + 1 } else { first };
        if parse.tag(over) == Tag::Open {
            return Some(Stretch { first: over, last });
        }
        let quoted = left.is_some_and(|left| parse.tag(left.last) == Tag::Close);
        let reason = [named::BECAUSE, named::IF, named::UNLESS].contains(&parse.word(first));
        // "where there is a buyer, he argues, who are we to stop it?"
        let asked = parse.tokens.get(last + 1).is_some_and(|mark| mark.span.of(parse.text) == "?");
        let hangs = matches!(parse.tag(first), Tag::Gerund | Tag::Relative | Tag::Subordinator) && !reason && !asked;
        let report = parse.word(first) == named::ACCORDING || self.next_report(mark.saturating_sub(1), last).is_some();
        let tensed = (first..=last).any(|i| parse.tensed_at(i).is_some());
        // "Are they, as some argue, simply tired?"
        let asks =
            |left: Stretch| parse.tensed_at(left.first).is_some_and(|group| parse.groups()[group].lemma == named::BE);
        let unfinished = left.is_none_or(|left| !self.is_tensed(left) || self.ends_in_copula(left) || asks(left));
        let rest = tensed || unfinished || parse.tag(first) == Tag::Negation || parse.word(first) == named::NOT;
        (!quoted && !hangs && !report && rest).then_some(piece)
    }

    fn ends_in_copula(&self, piece: Stretch) -> bool {
        self.parse.group_at(piece.last).is_some_and(|group| self.parse.groups()[group].lemma == named::BE)
    }

    fn is_tensed(&self, piece: Stretch) -> bool {
        (piece.first..=piece.last).any(|i| self.parse.tensed_at(i).is_some())
    }

    /// Tells whether a piece holds a main clause or quoted words, and is no mere circumstance.
    fn says_something(&self, piece: Stretch) -> bool {
        let parse = self.parse;
        let word = parse.text_at(piece.first);
        let answer = piece.first == piece.last && matches!(word, "Yes" | "No" | "Never" | "Maybe" | "Perhaps")
            // "The steeper the toll, the fewer the ships"
            || word == "The" && parse.tokens.get(piece.first + 1).is_some_and(|next| {
                next.span.of(parse.text).ends_with("er") || matches!(next.span.of(parse.text), "more" | "less")
            }) && (piece.first..piece.last).any(|i| parse.tag(i) == Tag::Comma && parse.text_at(i + 1) == "the");
        if answer || self.quotes.touch(piece) {
            return true;
        }
        (piece.first..=piece.last).filter_map(|i| parse.tensed_at(i)).any(|group| {
            let node = parse.nodes()[group];
            let bound = node.link == Link::Adverbial || node.link == Link::Relative;
            !bound || node.opener.is_none()
        })
    }
}
