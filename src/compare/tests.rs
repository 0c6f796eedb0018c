use super::*;
use crate::document::Document;
use crate::record::{Kind, Status};
use crate::text::Span;

/// Builds a claim of document `document`, written "holder kind status words" ("a+b agreed stated a hotline").
fn claim(corpus: &mut Corpus, document: usize, words: &str) -> Claim {
    let parts: Vec<&str> = words.splitn(4, ' ').collect();
    let [holders, kind, status, content] = parts.as_slice() else { panic!("{words}") };
    let text = &mut corpus.documents[document].text;
    let start = text.len();
    text.push_str(content);
    let span = Span::new(start, text.len());
    text.push_str(".\n");
    Claim {
        id: format!("{document}-{start}"),
        document,
        kind: Kind::from_word(kind).expect("a kind"),
        holders: holders.split('+').filter(|holder| *holder != "-").map(str::to_owned).collect(),
        toward: Vec::new(),
        issues: vec!["point".to_owned()],
        status: Status::from_word(status).expect("a status"),
        content: span,
        quote: span,
        cue: Span::new(start, start),
        frame: Vec::new(),
        holder_spans: Vec::new(),
        attribution: Vec::new(),
        also: Vec::new(),
        rule: String::new(),
        reasons: Vec::new(),
    }
}

/// Builds a corpus of sources, each given as its claims parted by "; ".
fn corpus(sources: &[&str]) -> Corpus {
    let mut corpus = Corpus { documents: vec![Document::default(); sources.len()], ..Corpus::default() };
    for (at, claims) in sources.iter().enumerate() {
        for words in claims.split("; ").filter(|words| !words.is_empty()) {
            let claim = claim(&mut corpus, at, words);
            corpus.claims.push(claim);
        }
    }
    corpus
}

/// The verdict on the first point and its gravest difference, in whatever order the sources are compared.
#[track_caller]
fn check_corpus(corpus: &Corpus, verdict: Verdict, contrast: Option<Contrast>) {
    let all: Vec<usize> = (0..corpus.documents.len()).collect();
    let claims: Vec<&Claim> = corpus.claims.iter().collect();
    for order in [all.clone(), all.into_iter().rev().collect()] {
        let found = issues(corpus, &order, &claims, &[]);
        let point = &found.rows[0].points[0];
        let gravest = point.differences.first().map(|difference| difference.contrast);
        assert_eq!((point.verdict, gravest), (verdict, contrast), "{point:?}");
    }
}

/// As [`check_corpus`], of claims on a hotline.
#[track_caller]
fn check(sources: &[&str], verdict: Verdict, contrast: Option<Contrast>) {
    let said = |source: &&str| {
        let claims: Vec<String> =
            source.split("; ").filter(|words| !words.is_empty()).map(|words| format!("{words} a hotline")).collect();
        claims.join("; ")
    };
    let sources: Vec<String> = sources.iter().map(said).collect();
    let sources: Vec<&str> = sources.iter().map(String::as_str).collect();
    check_corpus(&corpus(&sources), verdict, contrast);
}

const CONTRADICTION: Option<Contrast> = Some(Contrast::Contradiction);
const STATUS: Option<Contrast> = Some(Contrast::Status);
const SCOPE: Option<Contrast> = Some(Contrast::Scope);
const WORDING: Option<Contrast> = Some(Contrast::Wording);

#[test]
fn an_earlier_article_cannot_report_what_was_agreed_since() {
    let mut corpus = corpus(&["a+b agreed stated a hotline", "a+b open stated a hotline"]);
    corpus.documents[0].date = Some("2026-01-08".to_owned());
    check_corpus(&corpus, Verdict::Contradict, CONTRADICTION);
    corpus.documents[1].date = Some("2026-01-05".to_owned());
    check_corpus(&corpus, Verdict::Differ, STATUS);
    corpus.documents[1].date = Some("2026-01-09".to_owned());
    check_corpus(&corpus, Verdict::Contradict, CONTRADICTION);
}

#[test]
fn an_article_that_opens_with_talks_to_come_cannot_either() {
    let mut corpus = corpus(&["a+b agreed stated a hotline", "a+b open stated a hotline"]);
    let lead = "The two are expected to meet on Monday.\n";
    let mut later = Document::from_text("b", format!("{}{lead}", corpus.documents[1].text));
    later.id = "b".to_owned();
    corpus.documents[1] = later;
    check_corpus(&corpus, Verdict::Differ, STATUS);
    let claims: Vec<&Claim> = corpus.claims.iter().collect();
    assert_eq!(issues(&corpus, &[0, 1], &claims, &[]).ahead, [1]);
}

#[test]
fn agreed_here_and_open_refused_or_denied_there_is_a_contradiction() {
    for other in ["a+b open stated", "b open expected", "a red-line stated", "a agreed denied", "- open stated"] {
        check(&["a+b agreed stated", other], Verdict::Contradict, CONTRADICTION);
    }
}

#[test]
fn agreed_here_and_expected_or_demanded_there_is_a_difference_of_status() {
    check(&["a+b agreed stated", "a+b agreed expected"], Verdict::Differ, STATUS);
    check(&["a+b agreed stated", "a+b agreed expected; a open expected"], Verdict::Differ, STATUS);
    check(&["a demand stated", "a demand past; b red-line stated"], Verdict::Differ, STATUS);
    check(&["a demand stated", "a+b agreed stated"], Verdict::Differ, STATUS);
    check(&["a demand stated", "a open stated"], Verdict::Differ, STATUS);
}

#[test]
fn who_else_holds_it_is_a_difference_of_scope() {
    check(&["a+b agreed stated", "c open stated"], Verdict::Differ, SCOPE);
    check(&["a+b agreed stated", "a+b+c agreed stated"], Verdict::Differ, SCOPE);
    check(&["a demand stated", "b demand stated"], Verdict::Differ, SCOPE);
    check(&["a demand stated", "b red-line stated"], Verdict::Differ, SCOPE);
}

#[test]
fn one_party_that_demands_and_refuses_the_same_is_a_contradiction() {
    check(&["a demand stated", "a red-line stated"], Verdict::Contradict, CONTRADICTION);
    let ends = ["a demand stated an end to strikes", "a red-line stated any strikes"];
    check_corpus(&corpus(&ends), Verdict::Agree, WORDING);
    let keeps = ["a demand stated freedom of action", "a red-line stated preserve full freedom of action"];
    check_corpus(&corpus(&keeps), Verdict::Agree, WORDING);
    let opposite = ["a+b agreed stated a suspension of strikes", "a+b agreed expected freedom of action"];
    check_corpus(&corpus(&opposite), Verdict::Contradict, CONTRADICTION);
}

#[test]
fn a_source_that_reports_both_contradicts_nobody() {
    check(&["a demand stated", "a demand stated; a demand denied"], Verdict::Agree, None);
    check(&["a+b agreed stated", "a+b agreed stated; a open stated"], Verdict::Agree, None);
}

#[test]
fn a_source_that_has_a_demand_as_open_says_more_than_one_that_has_the_demand_alone() {
    check(&["a demand stated; a+b open stated", "a demand stated"], Verdict::Differ, STATUS);
    check(&["a demand stated; a+b open stated", "a demand stated; a+b open stated"], Verdict::Agree, None);
}

#[test]
fn what_belongs_to_nobody_named_is_one_point_only_where_the_same_is_said_of_it() {
    let points = |one: &str, other: &str| {
        let mut corpus = corpus(&[&format!("a open stated {one}"), &format!("a open stated {other}")]);
        for (claim, issue) in corpus.claims.iter_mut().zip(["north", "south"]) {
            claim.issues = vec![issue.to_owned()];
        }
        let claims: Vec<&Claim> = corpus.claims.iter().collect();
        issues(&corpus, &[0, 1], &claims, &[]).rows.iter().map(|row| row.points.len()).sum::<usize>()
    };
    assert_eq!(points("a temporary presence", "limits on the presence of armed groups"), 2);
    assert_eq!(points("a suspension of artillery strikes", "an end to artillery attacks"), 1);
    assert_eq!(points("an end to the strikes", "a halt to all attacks"), 1);
}

#[test]
fn a_denial_contradicts_the_report_of_the_same_stance() {
    check(&["a demand stated", "a demand denied"], Verdict::Contradict, CONTRADICTION);
    check(&["a+b agreed stated", "a open denied"], Verdict::Contradict, CONTRADICTION);
    check(&["a demand stated", "b demand denied"], Verdict::Agree, None);
    check(&["a demand denied", "a demand denied"], Verdict::Agree, None);
}

#[test]
fn the_same_stance_of_the_same_holder_is_agreement_whoever_else_is_silent() {
    check(&["a demand stated", "a demand stated", ""], Verdict::Agree, None);
    check(&["a demand stated", "a demand stated; b red-line stated"], Verdict::Agree, None);
    check(&["a demand stated", ""], Verdict::Only, None);
}

#[test]
fn one_thing_under_other_names_is_a_difference_of_wording_alone() {
    let names = ["a+b agreed stated a hotline", "a+b agreed stated a joint fusion mechanism"];
    check_corpus(&corpus(&names), Verdict::Agree, WORDING);
}

#[test]
fn terms_that_exclude_each_other_are_a_difference_of_scope() {
    for (one, other, aspect) in [
        ("a full withdrawal", "a partial withdrawal", Aspect::Extent),
        ("a withdrawal in 30 days", "a withdrawal in 60 days", Aspect::Figure),
        ("a withdrawal from Quneitra", "a withdrawal from Daraa", Aspect::Area),
        ("a withdrawal", "a withdrawal if the other leaves", Aspect::Condition),
    ] {
        let corpus = corpus(&[&format!("a demand stated {one}"), &format!("a demand stated {other}")]);
        let claims: Vec<&Claim> = corpus.claims.iter().collect();
        let found = issues(&corpus, &[0, 1], &claims, &[]);
        let aspects: Vec<Option<Aspect>> = found.rows[0].points[0].differences.iter().map(|d| d.aspect).collect();
        assert_eq!(aspects, [Some(aspect)], "{one} / {other}");
    }
    let silent = ["a demand stated a full withdrawal in 30 days", "a demand stated a withdrawal"];
    check_corpus(&corpus(&silent), Verdict::Agree, None);
}

#[test]
fn a_claim_counts_on_the_first_of_its_issues_that_is_asked_for() {
    let mut corpus = corpus(&["a demand stated a hotline"]);
    corpus.claims[0].issues = vec!["other".to_owned(), "border".to_owned(), "point".to_owned()];
    let claims: Vec<&Claim> = corpus.claims.iter().collect();
    assert_eq!(issues(&corpus, &[0], &claims, &[]).rows[0].issue, "border");
    assert_eq!(issues(&corpus, &[0], &claims, &["point".to_owned()]).rows[0].issue, "point");
}

#[test]
fn a_claim_on_no_issue_is_compared_where_another_source_meets_it() {
    let mut corpus = corpus(&["a demand stated a hotline; a demand stated an apology", "b demand stated a hot line"]);
    corpus.claims.iter_mut().for_each(|claim| claim.issues = vec![CATCH_ALL.to_owned()]);
    let claims: Vec<&Claim> = corpus.claims.iter().collect();
    let found = issues(&corpus, &[0, 1], &claims, &[]);
    assert_eq!((found.rows.len(), found.rows[0].issue, found.apart.len()), (1, CATCH_ALL, 1));
}

#[test]
fn an_article_from_before_the_talks_does_not_omit_their_outcome() {
    let mut corpus = corpus(&["a+b agreed stated a hotline", "a demand stated a truce", "a demand stated a truce"]);
    corpus.documents[1] =
        Document::from_text("b", format!("{}They are expected to meet on Monday.", corpus.documents[1].text));
    let claims: Vec<&Claim> = corpus.claims.iter().collect();
    let found = issues(&corpus, &[0, 1, 2], &claims, &[]);
    let point = found.rows.iter().flat_map(|row| &row.points).find(|point| point.name == "communication channel");
    assert_eq!(found.silent(point.expect("the hotline")), [2]);
}

/// How two parties stand to each other on each point, by name.
fn encounters(sources: &[&str]) -> Vec<(String, Encounter)> {
    let corpus = corpus(sources);
    let claims: Vec<&Claim> = corpus.claims.iter().collect();
    between(&corpus, &claims, "a", "b").into_iter().map(|found| (found.name, found.encounter)).collect()
}

#[test]
fn two_parties_cross_collide_meet_or_pass_each_other_by() {
    for (claims, encounter) in [
        ("a demand stated a corridor; b red-line stated any corridor", Encounter::Crosses),
        ("a demand stated an end to strikes; b red-line stated preserve freedom of action", Encounter::Crosses),
        ("a demand stated an end to strikes; b demand stated freedom of action", Encounter::Collides),
        ("a demand stated a truce; b open stated a truce", Encounter::Collides),
        ("a+b open stated a truce", Encounter::Open),
        ("a demand stated a truce; b offer stated a truce", Encounter::Meets),
        ("a+b agreed stated a truce; a demand stated a truce", Encounter::Meets),
        ("a demand stated a truce; b demand past a truce", Encounter::Passes),
    ] {
        let found = encounters(&[claims]);
        assert_eq!(found.len(), 1, "{claims}: {found:?}");
        assert_eq!(found[0].1, encounter, "{claims}");
    }
}
