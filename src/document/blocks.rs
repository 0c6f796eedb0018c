//! The blocks of an article: each stretch of the page with its function.
//!
//! Every step looks at layout and at what the steps before it decided; what nothing claims is prose.
//! Invariant: blocks stand in order and do not overlap, and what lies between them is blank or a list mark.

use super::facts::Facts;
use super::line::{Mark, Unit, trimmed, units};
use super::shape::{End, head as first_bytes};
use super::turn::{Turn, turns};
use super::{Block, BlockKind, furniture, head, picture, repeat, wire};
use crate::text::Span;

/// The blocks of a text and the facts that stand in them.
pub(super) struct Layout {
    /// The blocks in order.
    pub(super) blocks: Vec<Block>,
    /// What the page says of itself.
    pub(super) found: Facts,
}

/// Lays out the text from byte `from` on, `front` being the front matter before it.
pub(super) fn layout(text: &str, front: Option<Span>) -> Layout {
    let mut units = units(text, front.map_or(0, |front| front.end));
    link_lists(text, &mut units);
    picture::captions(text, &mut units);
    repeat::copies(&mut units);
    let found = head::head(text, &mut units);
    repeat::pull_quotes(text, &mut units);
    name_prose(text, &mut units);
    let (mut blocks, agency, day) = cut(text, &units, front);
    turns(text, &mut blocks);
    introduce(text, &mut blocks, &units);
    let day = Facts { date: day, outlet: agency, ..Facts::default() };
    Layout { found: found.or(head::credited(text, &blocks)).or(day), blocks }
}

/// Marks what stands under "Related articles" and its like.
fn link_lists(text: &str, units: &mut [Unit]) {
    for at in 0..units.len() {
        let unit = &units[at];
        let heads = unit.kind == Some(BlockKind::Furniture) && unit.shape.words <= 6;
        if heads && furniture::is_list_head(&first_bytes(unit.span.of(text), 80).to_lowercase()) {
            link_list(units, at + 1);
        }
    }
}

/// No list of links is longer.
const LONGEST_LIST: usize = 100;

/// Marks the links from `start` on: the items of one list, or lines as short as headlines.
fn link_list(units: &mut [Unit], start: usize) {
    let Some(first) = units.get(start).map(|unit| unit.mark) else { return };
    let mut tight = false;
    for at in start..units.len().min(start + LONGEST_LIST) {
        let (unit, next) = (&units[at], units.get(at + 1));
        if first.is_none() && unit.kind == Some(BlockKind::Furniture) {
            continue;
        }
        let follows = match (first, unit.mark) {
            (Some(first), Some(mark)) => first.is_like(mark),
            (None, None) => unit.shape.end != End::Stop && unit.shape.words <= 25 && !unit.shape.sentences,
            _ => false,
        };
        let heads_prose = at > start && unit.gap && (tight || next.is_some_and(|next| next.shape.is_prose()));
        if !follows || (first.is_none() && (heads_prose || unit.kind.is_some())) {
            return;
        }
        tight |= at > start && !unit.gap;
        tight |= at == start && !unit.gap && next.is_some_and(|next| next.gap);
        units[at].kind = Some(BlockKind::Furniture);
    }
}

/// Names headings, items and paragraphs among what is left.
fn name_prose(text: &str, units: &mut [Unit]) {
    let (mut before, mut listing): (Option<Unit>, bool) = (None, false);
    for at in 0..units.len() {
        if units[at].kind.is_some() {
            continue;
        }
        let next = units[at + 1..].iter().take(50).find(|unit| is_text(unit)).cloned();
        let unit = &units[at];
        let after_colon = before.as_ref().is_some_and(|before| before.shape.end == End::Colon);
        let item =
            unit.mark.is_none() && unit.shape.end == End::Comma && unit.shape.words <= 60 && (listing || after_colon);
        let last = listing && unit.mark.is_none() && unit.shape.end == End::Stop && !unit.shape.sentences;
        listing = item;
        let kind = if item || last {
            BlockKind::Bullet
        } else if heads(unit, before.as_ref(), next.as_ref()) && wire::reporters(unit.span.of(text)).is_none() {
            BlockKind::Heading
        } else if unit.mark.is_some() {
            BlockKind::Bullet
        } else {
            BlockKind::Paragraph
        };
        units[at].kind = Some(kind);
        before = Some(units[at].clone());
    }
}

fn is_text(unit: &Unit) -> bool {
    unit.kind.is_none_or(BlockKind::is_prose)
}

/// Tells whether a unit is a heading: short, without a final stop, with text after it.
fn heads(unit: &Unit, before: Option<&Unit>, next: Option<&Unit>) -> bool {
    let shape = &unit.shape;
    let ends = match shape.end {
        End::Open | End::Question => true,
        End::Colon => shape.words <= 3 && next.is_some_and(|next| next.mark.is_none()),
        End::Stop | End::Comma => false,
    };
    let short = ends && shape.words <= 16 && unit.span.len() <= 200 && !shape.sentences;
    match unit.mark {
        Some(Mark::Hash) => true,
        // "1. Background" over a paragraph or a list with other marks, with no item of its own list before or after it.
        Some(own @ Mark::Number(_)) => {
            let other = |mark: Option<Mark>| mark.is_none_or(|mark| !own.is_like(mark));
            let alone = before.is_none_or(|before| other(before.mark) || before.kind == Some(BlockKind::Heading));
            short && alone && next.is_some_and(|next| other(next.mark))
        }
        Some(_) => false,
        None => short && shape.words > 0 && next.is_some(),
    }
}

/// Builds the blocks, the head of a report and its reporters' names cut off the paragraphs.
///
/// Returns with them the agency and the day that the first such head names.
fn cut(text: &str, units: &[Unit], front: Option<Span>) -> (Vec<Block>, Option<String>, Option<String>) {
    let mut blocks = Vec::with_capacity(units.len() + 2);
    blocks.extend(front.map(|span| block(BlockKind::FrontMatter, span)));
    let (mut agency, mut day, mut first) = (None, None, true);
    for unit in units {
        let kind = unit.kind.unwrap_or(BlockKind::Paragraph);
        let mut span = unit.span;
        if matches!(kind, BlockKind::Paragraph | BlockKind::Standfirst | BlockKind::Repeat)
            && let Some(found) = wire::dateline(span.of(text), first)
        {
            let end = span.start + found.length;
            blocks.push(block(BlockKind::Dateline, Span::new(span.start, end)));
            span = trimmed(text, Span::new(end, span.end));
            agency = agency.or(found.agency);
            day = day.or(found.day);
        }
        first &= kind != BlockKind::Paragraph;
        let names = Some(kind).filter(|kind| kind.is_prose()).and_then(|_| wire::reporters(span.of(text)));
        let names = names.map(|names| Span::new(span.start + names.start, span.end));
        let prose = trimmed(text, Span::new(span.start, names.map_or(span.end, |names| names.start)));
        if !prose.is_empty() {
            blocks.push(Block { repeats: unit.repeats, ..block(kind, prose) });
        }
        blocks.extend(names.map(|names| block(BlockKind::Credit, names)));
    }
    (blocks, agency, day)
}

fn block(kind: BlockKind, span: Span) -> Block {
    Block { kind, span, intro: None, repeats: None, turn: Turn::None }
}

/// Gives every item the block that introduces its list.
///
/// That is the last text before the list, or, where the marks change after an item that ends in a colon, that item.
fn introduce(text: &str, blocks: &mut [Block], units: &[Unit]) {
    let mut marks = units
        .iter()
        .filter(|unit| unit.kind == Some(BlockKind::Bullet))
        .map(|unit| (unit.span.start, unit.mark))
        .peekable();
    let mut lead = None;
    // The lists open here, outermost first: mark and introducing block.
    let mut lists: Vec<(Option<Mark>, Option<usize>)> = Vec::new();
    for at in 0..blocks.len() {
        let Block { kind, span, .. } = blocks[at];
        if kind != BlockKind::Bullet {
            if kind.is_prose() {
                let run = lead.filter(|&lead| at > 0 && is_unfinished(text, &blocks[lead]));
                // "Decide to open the road;": an operative paragraph without a number goes on with the sentence of its head.
                blocks[at].intro = run.filter(|_| is_unfinished(text, &blocks[at - 1]) && kind == BlockKind::Paragraph);
                lead = run.filter(|_| is_unfinished(text, &blocks[at])).or(Some(at));
                lists.clear();
            }
            continue;
        }
        while marks.next_if(|(start, _)| *start < span.start).is_some() {}
        let mark = marks.peek().and_then(|(_, mark)| *mark);
        if let Some(depth) = lists.iter().rposition(|(other, _)| is_like(*other, mark)) {
            lists.truncate(depth + 1);
        } else {
            let under = at.checked_sub(1).filter(|_| !lists.is_empty()).filter(|&before| {
                blocks[before].kind == BlockKind::Bullet && blocks[before].span.of(text).ends_with(':')
            });
            let intro = under.or(lists.last().map_or(lead, |list| list.1));
            lists.push((mark, intro));
        }
        blocks[at].intro = lists.last().and_then(|list| list.1);
    }
}

/// "We, the Presidents of A and B," "Recalling the accord,": a paragraph whose sentence the next goes on with.
fn is_unfinished(text: &str, block: &Block) -> bool {
    block.span.of(text).ends_with([',', ';']) && block.kind == BlockKind::Paragraph
}

fn is_like(a: Option<Mark>, b: Option<Mark>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => a.is_like(b),
        (None, None) => true,
        _ => false,
    }
}
