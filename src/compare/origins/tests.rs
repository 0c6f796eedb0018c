use super::*;
use crate::document::Document;
use crate::record::{Source, SourceType, Status};
use crate::text::Span;

/// A corpus of articles, each of one sentence with one claim: outlet, date, sentence, holder, cited paper.
fn corpus(articles: &[(&str, &str, &str, &str, &str)]) -> Corpus {
    let mut corpus = Corpus::default();
    for (at, (outlet, date, sentence, holder, paper)) in articles.iter().enumerate() {
        let mut document = Document::from_text(outlet, *sentence);
        document.outlet = (*outlet).to_owned();
        document.date = Some((*date).to_owned()).filter(|date| !date.is_empty());
        let span = Span::new(0, sentence.len());
        let paper = Source { name: (*paper).to_owned(), kind: SourceType::Media, anonymous: false, span };
        corpus.claims.push(Claim {
            id: format!("{outlet}-{at}"),
            document: at,
            kind: Kind::Demand,
            holders: vec![(*holder).to_owned()],
            toward: Vec::new(),
            issues: vec!["border".to_owned()],
            status: Status::Stated,
            content: span,
            quote: span,
            cue: span,
            frame: Vec::new(),
            holder_spans: Vec::new(),
            attribution: if paper.name.is_empty() { Vec::new() } else { vec![paper] },
            also: Vec::new(),
            rule: String::new(),
            reasons: Vec::new(),
        });
        corpus.documents.push(document);
    }
    corpus
}

/// Returns the number of origins, and what the first shared one stands on.
fn origins(articles: &[(&str, &str, &str, &str, &str)]) -> (usize, Vec<Evidence>) {
    let corpus = corpus(articles);
    let claims: Vec<&Claim> = corpus.claims.iter().collect();
    let origins = Origins::of(&corpus, &claims);
    let evidence = origins.shared().next().map(|origin| origin.evidence.clone());
    (origins.count(&claims), evidence.unwrap_or_default())
}

const PLAIN: &str = "Norland demanded that Sudmark reopen the border posts by spring.";

#[test]
fn what_three_have_from_one_paper_has_one_origin() {
    let (count, evidence) = origins(&[
        ("A", "", "Norland wants the posts open, the Herald says.", "norland", "The Herald"),
        ("B", "", "Citing the Herald, it says Norland demands open posts.", "norland", "the Herald"),
        ("Herald", "", PLAIN, "norland", ""),
        ("D", "", "It asked for the reopening.", "norland", ""),
    ]);
    assert_eq!(count, 2);
    assert!(evidence.contains(&Evidence::Cited("The Herald".to_owned())), "{evidence:?}");
}

#[test]
fn the_same_sentence_in_two_papers_has_one_origin_and_the_earlier_comes_first() {
    let copy = "Norland demanded that Sudmark reopen the border posts by spring, sources said.";
    let articles = [("A", "2026-02-02", copy, "norland", ""), ("B", "2026-02-01", PLAIN, "norland", "")];
    assert_eq!(origins(&articles), (1, vec![Evidence::Words(100)]));
    let corpus = corpus(&articles);
    let claims: Vec<&Claim> = corpus.claims.iter().collect();
    let origins = Origins::of(&corpus, &claims);
    assert_eq!(origins.shared().next().map(Origin::carriers), Some(vec![1, 0]));
}

#[test]
fn another_holder_or_another_paper_is_another_origin() {
    let other = "Sudmark demanded that Sudmark reopen the border posts by spring.";
    assert_eq!(origins(&[("A", "", PLAIN, "norland", ""), ("B", "", other, "sudmark", "")]).0, 2);
    let cited = |paper| ("B", "", "Open posts are what it wants.", "norland", paper);
    assert_eq!(origins(&[("A", "", PLAIN, "norland", "Herald"), cited("Gazette")]).0, 2);
}

#[test]
fn one_article_that_says_it_twice_is_one_origin() {
    let corpus = corpus(&[("A", "", PLAIN, "norland", "Herald")]);
    let mut twice = corpus.clone();
    let mut again = twice.claims[0].clone();
    again.id = "A-again".to_owned();
    again.attribution.clear();
    twice.claims.push(again);
    let claims: Vec<&Claim> = twice.claims.iter().collect();
    assert_eq!(Origins::of(&twice, &claims).count(&claims), 1);
}

#[test]
fn the_work_grows_with_the_claims_and_not_with_their_square() {
    let sentence =
        |at: usize| format!("Norland demanded on day {at} that Sudmark reopen border post number {at} at once.");
    let sentences: Vec<String> = (0..4000).map(sentence).collect();
    let articles: Vec<_> = sentences.iter().map(|text| ("A", "", text.as_str(), "norland", "Herald")).collect();
    let corpus = corpus(&articles);
    let claims: Vec<&Claim> = corpus.claims.iter().collect();
    assert_eq!(Origins::of(&corpus, &claims).count(&claims), 1);
}
