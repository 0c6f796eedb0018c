//! Quotation marks of one sentence, and the stretch of it in which a report stands.

use crate::language::extent::Stretch;
use crate::language::parse::Parse;
use crate::language::{Tag, Token};

/// The quotations of a sentence as pairs of token indices, the marks included; an unpaired mark reaches to the edge.
#[derive(Debug, Default)]
pub(super) struct Quotes {
    pairs: Vec<(usize, usize)>,
    /// Whether a semicolon or a colon stands in the sentence.
    parted: bool,
}

impl Quotes {
    /// Pairs the marks of a sentence.
    pub(super) fn of(parse: &Parse<'_>) -> Self {
        let mut pairs = Vec::new();
        let mut open: Option<(usize, Mark)> = None;
        let mut parted = false;
        for (at, token) in parse.tokens.iter().enumerate() {
            parted |= token.tag == Tag::Colon;
            let Some((kind, opens)) = mark(parse, token) else { continue };
            match open {
                None if opens => open = Some((at, kind)),
                Some((first, outer)) if !opens && (outer == kind || !closes_later(parse, at, outer)) => {
                    pairs.push((first, at));
                    open = None;
                }
                None if pairs.is_empty() => pairs.push((0, at)),
                _ => {}
            }
        }
        if let Some((first, _)) = open {
            pairs.push((first, parse.tokens.len().saturating_sub(1)));
        }
        Self { pairs, parted }
    }

    /// Tells whether the sentence holds no quotation.
    pub(super) fn is_empty(&self) -> bool {
        self.pairs.is_empty()
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
        let bounds =
            |i: usize| parse.tag(i) == Tag::Colon && parse.text_at(i) == ";" && (inner || self.around(i).is_none());
        let before = || (first..at).rev().find(|&i| bounds(i));
        let after = || (at..=last).find(|&i| bounds(i));
        let (before, after) = if self.parted { (before(), after()) } else { (None, None) };
        let (first, last) = (before.map_or(first, |bound| bound + 1), after.map_or(last, |bound| bound - 1));
        let first = if inner && parse.tag(first) == Tag::Open { first + 1 } else { first };
        let end = (first..=last).rev().find(|&i| parse.tag(i) != Tag::Stop && (!inner || parse.tag(i) != Tag::Close));
        Stretch { first: first.min(at), last: end.unwrap_or(last).max(at) }
    }

    /// Tells whether quoted words lie in a span.
    pub(super) fn meet(&self, parse: &Parse<'_>, span: crate::text::Span) -> bool {
        self.pairs.iter().any(|&(open, close)| parse.span(open, close).overlaps(span))
    }
}

/// A piece without the quotation marks around the whole of it.
pub(super) fn bare(parse: &Parse<'_>, quotes: &Quotes, piece: Stretch) -> Stretch {
    let end = parse.tokens.len().saturating_sub(1);
    let mut piece = Stretch { first: piece.first.min(end), last: piece.last.min(end) };
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
    let stop = parse.tag(piece.last) == Tag::Stop
        && parse.tokens.get(piece.last).is_some_and(|token| token.span.of(parse.text) == ".");
    if stop && piece.last > piece.first {
        piece.last -= 1;
    }
    piece
}

/// A kind of quotation mark; one kind stands inside the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// " “ ” « ».
    Double,
    /// ' ‘ ’.
    Single,
}

/// The mark that a token is, and whether it opens.
#[inline]
fn mark(parse: &Parse<'_>, token: &Token) -> Option<(Mark, bool)> {
    if !matches!(token.tag, Tag::Open | Tag::Close) {
        return None;
    }
    let single = matches!(token.span.of(parse.text), "'" | "‘" | "’" | "‚" | "`");
    Some((if single { Mark::Single } else { Mark::Double }, token.tag == Tag::Open))
}

/// Tells whether a mark of kind `outer` closes behind token `at`: the one there belongs to a quotation within.
fn closes_later(parse: &Parse<'_>, at: usize, outer: Mark) -> bool {
    parse.tokens[at + 1..].iter().any(|later| mark(parse, later) == Some((outer, false)))
}

/// The quotation that is open after the sentence; `before` is the one that was before it.
pub(super) fn stays_open(parse: &Parse<'_>, before: Option<Mark>) -> Option<Mark> {
    let mut open = before;
    for (kind, opens) in parse.tokens.iter().filter_map(|token| mark(parse, token)) {
        open = match open {
            Some(outer) if outer != kind => open,
            _ => opens.then_some(kind),
        };
    }
    open
}

/// Tells whether the quotation `open` goes on at the beginning of the sentence.
pub(super) fn goes_on(parse: &Parse<'_>, open: Mark) -> bool {
    let first = parse.tokens.iter().filter_map(|token| mark(parse, token)).find(|&(kind, _)| kind == open);
    first.is_none_or(|(_, opens)| !opens)
}
