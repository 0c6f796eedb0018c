//! Every article's text, with the words of its claims marked.
//!
//! A mark is a link to the claim in the list of positions, so that the way back works without a script. Where
//! claims overlap, each stretch of text leads to the claim with the fewest words there.

use maud::{Markup, html};

use super::flow::{Flow, shown};
use super::names::Names;
use crate::corpus::Corpus;
use crate::document::{Block, BlockKind, Document};
use crate::query::group::Counts;
use crate::record::Claim;
use crate::render::phrases;
use crate::text::Span;

/// With more articles than this they are folded up at first.
const UNFOLDED: usize = 12;

/// Writes the articles in corpus order.
pub(super) fn articles(corpus: &Corpus, names: &Names, flows: &[Flow]) -> Markup {
    let mut of: Vec<Vec<&Claim>> = vec![Vec::new(); corpus.documents.len()];
    for claim in &corpus.claims {
        if let Some(claims) = of.get_mut(claim.document) {
            claims.push(claim);
        }
    }
    let open = corpus.documents.len() <= UNFOLDED;
    html! {
        @for (at, ((document, claims), flow)) in corpus.documents.iter().zip(&of).zip(flows).enumerate() {
            details.article id={ "d" (at) } open[open] {
                summary { h3 { (shown(&names.sources[at])) @if !document.title.is_empty() { span.title { (shown(&document.title)) } } } }
                p.facts { (facts(document, &names.dates[at], claims)) }
                @let marks = marks(names, claims);
                @for block in flow.blocks() { (self::block(document, block, &marks)) }
            }
        }
    }
}

fn facts(document: &Document, date: &str, claims: &[&Claim]) -> Markup {
    let author = document.author.as_deref().map(|author| format!("by {author}"));
    let counts = phrases::counts(Counts::of(claims.iter().copied()));
    let parts = [Some(date), document.kind.as_deref(), author.as_deref(), Some(&counts), Some(&document.path)];
    let parts: Vec<&str> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    html! {
        (shown(&parts.join(" · ")))
        @if let Some(url) = document.url.as_deref() { " · " span.url { (shown(url)) } }
    }
}

/// Words that belong to a claim.
#[derive(Debug, Clone, Copy)]
struct Mark<'a> {
    span: Span,
    claim: &'a Claim,
    number: usize,
}

/// The places of `claims`, by where they begin.
fn marks<'a>(names: &Names, claims: &[&'a Claim]) -> Vec<Mark<'a>> {
    let mark = |claim: &&'a Claim| {
        let number = names.number(claim);
        let claim = *claim;
        [claim.content].into_iter().chain(claim.also.iter().copied()).map(move |span| Mark { span, claim, number })
    };
    let mut marks: Vec<Mark> = claims.iter().flat_map(mark).filter(|mark| !mark.span.is_empty()).collect();
    marks.sort_by_key(|mark| mark.span);
    marks
}

fn block(document: &Document, block: &Block, marks: &[Mark]) -> Markup {
    let name = match block.kind {
        BlockKind::Title => "headline",
        BlockKind::Standfirst => "standfirst",
        BlockKind::Heading => "heading",
        BlockKind::Bullet => "bullet",
        BlockKind::Repeat => "repeat",
        BlockKind::Speaker => "speaker",
        BlockKind::Caption | BlockKind::Credit | BlockKind::Byline | BlockKind::Dateline => "aside",
        BlockKind::Paragraph | BlockKind::Furniture | BlockKind::FrontMatter => "para",
    };
    let inside: Vec<Mark> = marks.iter().filter(|mark| mark.span.overlaps(block.span)).copied().collect();
    let again = inside.is_empty() && document.words(block) == document.title;
    html! {
        p.t.(name).again[again] {
            @for stretch in stretches(block.span, &inside) { (self::stretch(document, &stretch)) }
        }
    }
}

/// A stretch of text and the claim it leads to.
#[derive(Debug, Clone)]
struct Stretch<'a> {
    span: Span,
    mark: Option<Mark<'a>>,
    /// Numbers of the claims whose words begin to be marked here, or are said here by a shorter claim too.
    begin: Vec<usize>,
}

/// Cuts `whole` where a mark begins or ends; the shortest mark over a stretch has it.
fn stretches<'a>(whole: Span, marks: &[Mark<'a>]) -> Vec<Stretch<'a>> {
    let inside = |at: usize| at.clamp(whole.start, whole.end);
    let mut cuts: Vec<usize> = marks.iter().flat_map(|mark| [inside(mark.span.start), inside(mark.span.end)]).collect();
    cuts.extend([whole.start, whole.end]);
    cuts.sort_unstable();
    cuts.dedup();
    let mut out = Vec::new();
    let (mut first, mut active): (usize, Vec<Mark>) = (0, Vec::new());
    for pair in cuts.windows(2) {
        let span = Span::new(pair[0], pair[1]);
        active.retain(|mark| mark.span.end > span.start);
        let news = marks[first..].iter().take_while(|mark| mark.span.start < span.end).copied();
        let news: Vec<Mark> = news.collect();
        first += news.len();
        let begin =
            news.iter().filter(|mark| mark.span == mark.claim.content).filter(|mark| mark.span.start >= whole.start);
        let begin = begin.map(|mark| mark.number).collect();
        active.extend(news);
        let mark = active.iter().min_by_key(|mark| (mark.span.len(), mark.span.start, mark.number)).copied();
        out.push(Stretch { span, mark, begin });
    }
    out
}

/// Writes one stretch; the first words of a claim carry its anchor and can be reached with the keyboard.
fn stretch(document: &Document, stretch: &Stretch) -> Markup {
    let words = shown(stretch.span.of(&document.text));
    let own = stretch.mark.map(|mark| mark.number);
    let leads = own.is_some_and(|own| stretch.begin.contains(&own));
    html! {
        @for other in stretch.begin.iter().filter(|&&number| Some(number) != own) { span id={ "c" (other) } {} }
        @match stretch.mark {
            Some(mark) => {
                @let kind = mark.claim.kind.word();
                @if leads {
                    a.m.{ "k-" (kind) } id={ "c" (mark.number) } href={ "#p" (mark.number) } aria-describedby={ "key-" (kind) } { (words) }
                } @else {
                    a.m.{ "k-" (kind) } href={ "#p" (mark.number) } tabindex="-1" { (words) }
                }
            }
            None => { (words) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::group::tests::claim;

    fn cut(whole: (usize, usize), places: &[(usize, usize)]) -> Vec<(usize, usize, Option<usize>)> {
        let claims: Vec<Claim> = places
            .iter()
            .map(|&(start, end)| Claim { content: Span::new(start, end), ..claim("x-000000", &[]) })
            .collect();
        let marks: Vec<Mark> =
            claims.iter().enumerate().map(|(number, claim)| Mark { span: claim.content, claim, number }).collect();
        let stretches = stretches(Span::new(whole.0, whole.1), &marks);
        stretches.iter().map(|s| (s.span.start, s.span.end, s.mark.map(|mark| mark.number))).collect()
    }

    #[test]
    fn a_claim_within_another_has_its_own_words() {
        assert_eq!(
            cut((0, 20), &[(2, 12), (4, 6)]),
            [(0, 2, None), (2, 4, Some(0)), (4, 6, Some(1)), (6, 12, Some(0)), (12, 20, None)]
        );
    }

    #[test]
    fn claims_that_cross_are_both_within_reach() {
        assert_eq!(cut((0, 9), &[(0, 6), (4, 9)]), [(0, 4, Some(0)), (4, 6, Some(1)), (6, 9, Some(1))]);
    }

    #[test]
    fn a_claim_over_two_blocks_is_cut_at_their_edge() {
        assert_eq!(cut((5, 9), &[(0, 7)]), [(5, 7, Some(0)), (7, 9, None)]);
    }
}
