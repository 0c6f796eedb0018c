//! Exports checked against files that were left alone, edited, or taken away.

mod coded;

use std::fs;

use demarche::record::{Frame, FrameRole, Person, Statement};
use demarche::render::export::json::{self, Document, Export};
use demarche::text::Span;
use demarche::verify::{Outcome, Report, parse, verify};

/// An export of the five articles, with a frame, a further place, a statement and a person added.
fn export() -> Export {
    let (file, folder) = coded::SETS[0];
    let mut corpus = coded::corpus(file, folder);
    let (document, quote) = (corpus.claims[0].document, corpus.claims[0].quote);
    let word = Span::new(quote.start, quote.start + 4);
    corpus.claims[0].cue = word;
    corpus.claims[0].frame.push(Frame { role: FrameRole::Hedge, span: word });
    corpus.claims[0].also.push(word);
    corpus.statements.push(Statement {
        document,
        source: vec![word],
        cue: vec![word],
        content: vec![quote],
        holder: None,
    });
    corpus.people.push(Person {
        name: "Somebody".into(),
        party: None,
        role: None,
        variants: Vec::new(),
        mentions: vec![(document, word)],
    });
    let text = json::render(&corpus).expect("an export");
    parse(&text).expect("it can be read again")
}

/// Verifies `export` against the files, edited by `edit`.
fn check(export: &Export, edit: impl Fn(&Document, String) -> Option<String>) -> Report {
    verify(export, |document| {
        let text = fs::read_to_string(&document.path).ok()?;
        edit(document, text).map(String::into_bytes)
    })
}

#[test]
fn an_export_of_unchanged_files_holds() {
    let report = check(&export(), |_, text| Some(text));
    assert_eq!(report.findings, []);
    assert_eq!(report.files, 5);
    assert!(report.places > 450, "{}", report.places);
}

#[test]
fn words_before_move_everything_after_and_nothing_vanishes() {
    let report = check(&export(), |document, text| {
        Some(if document.id == "004" { format!("Märchen: a new first line.\n{text}") } else { text })
    });
    assert!(report.findings.iter().all(|finding| finding.path.contains("004_")));
    assert_eq!((report.findings[0].part.as_str(), report.findings[0].outcome), ("sha256", Outcome::Changed));
    assert!(report.findings.len() > 100);
    for finding in &report.findings[1..] {
        let now = finding.now.as_ref().expect("a place");
        assert_eq!((finding.outcome, &now.text), (Outcome::Moved, &finding.was), "{finding:?}");
    }
}

#[test]
fn a_word_put_in_changes_the_quote_though_the_content_stands() {
    let report = check(&export(), |_, text| Some(text.replace("Damascus is demanding", "Damascus is not demanding")));
    let quotes: Vec<_> = report
        .findings
        .iter()
        .filter(|finding| finding.part == "quote" && finding.outcome == Outcome::Changed)
        .collect();
    assert_eq!(quotes.len(), 4, "{quotes:#?}");
    assert!(quotes[0].now.as_ref().is_some_and(|now| now.text.contains("is not demanding")));
}

#[test]
fn a_passage_taken_out_vanished_and_a_file_taken_away_is_missing_once() {
    let report = check(&export(), |document, text| match document.id.as_str() {
        "000" => None,
        "001" => Some("Nothing of the kind.".to_owned()),
        _ => Some(text),
    });
    let of = |name: &str| report.findings.iter().filter(|finding| finding.path.contains(name)).collect::<Vec<_>>();
    assert_eq!(of("000_").len(), 1);
    assert_eq!(of("000_")[0].outcome, Outcome::Missing);
    assert!(of("001_").iter().any(|finding| finding.outcome == Outcome::Vanished && finding.part == "content"));
}

type Tamper = fn(&mut Export);

#[test]
fn every_field_of_a_tampered_export_is_caught() {
    let good = export();
    let cases: [(&str, Tamper); 11] = [
        ("content", |e| e.claims[0].content.start += 1),
        ("content", |e| e.claims[0].content.line += 1),
        ("quote", |e| e.claims[0].quote.text.push('!')),
        ("cue", |e| e.claims[0].cue.end += 1),
        ("frame 1", |e| e.claims[0].frame[0].start += 2),
        ("also 1", |e| e.claims[0].also[0].line += 1),
        ("attribution 1", |e| {
            for claim in &mut e.claims {
                for s in &mut claim.attribution {
                    s.name = "Xyzzy".into();
                }
            }
        }),
        ("source", |e| e.statements[0].source[0].text = "Xyzzy".into()),
        ("mention 1", |e| e.people[0].mentions[0].end += 1),
        ("sha256", |e| e.documents[0].sha256 = "0".repeat(64)),
        ("document", |e| e.claims[0].document = "elsewhere".into()),
    ];
    for (part, tamper) in cases {
        let mut export = good.clone();
        tamper(&mut export);
        let report = check(&export, |_, text| Some(text));
        assert!(report.findings.iter().any(|finding| finding.part == part), "{part}: {:?}", report.findings);
    }
}

#[test]
fn a_broken_export_is_named_with_line_and_column() {
    let error = parse("{\n  \"schema\": \"demarche/1\",\n  oops }").expect_err("broken");
    assert_eq!((error.line, error.column), (3, 3), "{error}");
    let error = parse("{\n  \"schema\": \"demarche/2\" }").expect_err("another version");
    assert_eq!(error.to_string(), "2:3: \"schema\" is \"demarche/2\"; only \"demarche/1\" can be checked");
    let error = parse("{ \"schema\": \"demarche/1\" }").expect_err("too little");
    assert!(error.to_string().contains("missing field `generator`"), "{error}");
}
