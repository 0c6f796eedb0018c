//! Quotation marks of one sentence, and the stretch of it in which a report stands.

use crate::language::Tag;
use crate::language::extent::Stretch;
use crate::language::parse::Parse;

/// The quotations of a sentence as pairs of token indices, the marks included; an unpaired mark reaches to the edge.
#[derive(Debug, Default)]
pub(super) struct Quotes {
    pairs: Vec<(usize, usize)>,
}

impl Quotes {
    /// Pairs the marks of a sentence.
    pub(super) fn of(parse: &Parse<'_>) -> Self {
        let mut pairs = Vec::new();
        let mut open = None;
        for (at, token) in parse.tokens.iter().enumerate() {
            match (token.tag, open) {
                (Tag::Open, None) => open = Some(at),
                (Tag::Close, Some(first)) => {
                    pairs.push((first, at));
                    open = None;
                }
                (Tag::Close, None) if pairs.is_empty() => pairs.push((0, at)),
                _ => {}
            }
        }
        if let Some(first) = open {
            pairs.push((first, parse.tokens.len().saturating_sub(1)));
        }
        Self { pairs }
    }

    /// The quotation around token `at`.
    pub(super) fn around(&self, at: usize) -> Option<(usize, usize)> {
        self.pairs.iter().copied().find(|&(open, close)| open <= at && at <= close)
    }

    /// Tells whether a quotation, or the end of one, lies in the stretch.
    pub(super) fn touch(&self, stretch: Stretch) -> bool {
        self.pairs.iter().any(|&(open, close)| stretch.first <= close && open <= stretch.last)
    }

    /// The whole of the sentence in which the report at token `at` stands: its own quotation, or what lies between
    /// semicolons; the final stop left out.
    pub(super) fn field(&self, parse: &Parse<'_>, at: usize) -> Stretch {
        let (first, last) = match self.around(at) {
            Some((open, close)) => (open, close),
            None => (0, parse.tokens.len().saturating_sub(1)),
        };
        let inner = self.around(at).is_some();
        let bounds = |i: usize| {
            parse.tag(i) == Tag::Colon
                && parse.tokens[i].span.of(parse.text) == ";"
                && (inner || self.around(i).is_none())
        };
        let first = (first..at).rev().find(|&i| bounds(i)).map_or(first, |bound| bound + 1);
        let last = (at..=last).find(|&i| bounds(i)).map_or(last, |bound| bound - 1);
        let first = if inner && parse.tag(first) == Tag::Open { first + 1 } else { first };
        let end = (first..=last).rev().find(|&i| parse.tag(i) != Tag::Stop && (!inner || parse.tag(i) != Tag::Close));
        Stretch { first: first.min(at), last: end.unwrap_or(last).max(at) }
    }

    /// Tells whether the first mark of the sentence closes a quotation, or none stands in it.
    pub(super) fn starts_closed(&self, parse: &Parse<'_>) -> bool {
        self.pairs.first().is_none_or(|&(open, _)| open == 0 && parse.tag(0) != Tag::Open)
    }

    /// Tells whether quoted words lie in a span.
    pub(super) fn meet(&self, parse: &Parse<'_>, span: crate::text::Span) -> bool {
        self.pairs.iter().any(|&(open, close)| parse.span(open, close).overlaps(span))
    }
}

/// A piece without the quotation marks around the whole of it.
pub(super) fn bare(parse: &Parse<'_>, quotes: &Quotes, piece: Stretch) -> Stretch {
    let mut piece = piece;
    while piece.last > piece.first && matches!(parse.tag(piece.last), Tag::Comma | Tag::Dash | Tag::Colon) {
        piece.last -= 1;
    }
    let whole = quotes.around(piece.first).is_some_and(|(_, close)| close >= piece.last);
    if whole && parse.tag(piece.first) == Tag::Open && piece.first < piece.last {
        piece.first += 1;
    }
    if whole && parse.tag(piece.last) == Tag::Close && piece.first < piece.last {
        piece.last -= 1;
    }
    while piece.last > piece.first && matches!(parse.tag(piece.last), Tag::Comma) {
        piece.last -= 1;
    }
    let stop = parse.tag(piece.last) == Tag::Stop && parse.tokens[piece.last].span.of(parse.text) == ".";
    if stop && piece.last > piece.first {
        piece.last -= 1;
    }
    piece
}

/// Tells whether a quotation is open after the sentence; `before` says whether one was before it.
pub(super) fn stays_open(parse: &Parse<'_>, before: bool) -> bool {
    let mark = parse.tokens.iter().rev().find(|token| matches!(token.tag, Tag::Open | Tag::Close));
    mark.map_or(before, |mark| mark.tag == Tag::Open)
}
