//! What the tests of the exports export: the built-in articles, one small article, a hostile one, and nothing.

#![allow(dead_code, reason = "each test file uses a part")]

use demarche::corpus::{Corpus, Engine};
use demarche::document::{Document, builtin};
use demarche::dossier::Dossier;
use demarche::evaluate::{Gold, coded as from_gold};
use demarche::query::{Glossary, IssueEntry, PartyEntry};
use demarche::record::{Claim, Frame, FrameRole, Kind, Person, Source, SourceType, Statement, Status};
use demarche::render::export::{Format, Output, render};
use demarche::text::{Index, Span};

/// The names of what a corpus holds.
pub(crate) fn glossary(corpus: &Corpus) -> Glossary {
    let hostile = PartyEntry { slug: "odd".into(), name: "=Odd & <Sons> \"Ltd\"".into(), ..PartyEntry::default() };
    let issue = IssueEntry { slug: "odd-point".into(), title: "<Point> & \"issue\"".into(), ..IssueEntry::default() };
    let mut glossary = Glossary::new(vec![hostile], vec![issue]);
    glossary.extend_from(corpus);
    glossary
}

/// An export of `corpus`.
#[track_caller]
pub(crate) fn exported(corpus: &Corpus, format: Format) -> Output {
    render(corpus, &glossary(corpus), format).expect("an export")
}

/// An export that is text.
#[track_caller]
pub(crate) fn written(corpus: &Corpus, format: Format) -> String {
    match exported(corpus, format) {
        Output::Text(text) => text,
        other => panic!("{} is no text: {other:?}", format.word()),
    }
}

/// The built-in articles with what is found in them.
pub(crate) fn articles() -> Corpus {
    let dossier = Dossier::builtin("paris-talks").expect("the dossier");
    Engine::new(dossier).expect("the rules").read(builtin().expect("the articles"))
}

/// One article with one claim that has every field filled; the text begins with letters of more than one byte.
pub(crate) fn small() -> Corpus {
    let text = "Zürich — talks.\nThe Envoy said Ruritania may demand a truce.\n".to_owned();
    let gold = Gold::parse(
        "g",
        r#"{"doc":"x","kind":"demand","holders":["ruritania"],"toward":["norland"],"issue":["truce","talks"],"status":"expected","start":52,"end":59,"attribution":[],"optional":false,"content":"a truce"}"#,
    );
    let at = |words: &str| text.find(words).map(|at| Span::new(at, at + words.len())).expect("words of the text");
    let (may, cue, envoy, said) = (at("may"), at("demand"), at("The Envoy"), at("said"));
    let document = Document {
        id: "x".into(),
        path: "a/x_1.txt".into(),
        title: "Talks".into(),
        sha256: "00".repeat(32),
        index: Index::new(&text),
        text,
        ..Document::default()
    };
    let mut corpus = from_gold("world", vec![document], &gold.claims);
    let claim = &mut corpus.claims[0];
    claim.id = "x-abcdef".into();
    claim.rule = "demand.verb".into();
    claim.cue = cue;
    claim.frame.push(Frame { role: FrameRole::Hedge, span: may });
    claim.attribution.push(Source { name: "Envoy".into(), kind: SourceType::Official, anonymous: true, span: envoy });
    claim.also.push(envoy);
    let content = vec![claim.content];
    corpus.statements.push(Statement { document: 0, source: vec![envoy], cue: vec![said], content, holder: None });
    let mentions = vec![(0, envoy)];
    corpus.people.push(Person {
        name: "Ann".into(),
        party: Some("norland".into()),
        role: None,
        variants: vec!["A.".into()],
        mentions,
    });
    corpus
}

/// What the hostile article says; the claims are the words between « and », which are part of the text.
const HOSTILE: &str = "\u{feff}=1+1 <script>alert(\"x\")</script>\r\n\u{1}\u{b}Odd & Sons demand «a\r\n\t \"full\"\u{2028}stop» now \u{202e}olleh\u{202c}.\r\n\
    They refuse «+1 & <b>😀</b> ']]>' -- \u{7}\u{85}{{x}} | `y` \\» and leave «=HYPERLINK(\"http://a\";\"b\")» open\u{ffff}.\r\
    «\t\r\n» is blank. @«مرحبا» שלום";

/// An article that breaks what can be broken, without a date, with names that need escaping.
pub(crate) fn hostile() -> Corpus {
    let opens = HOSTILE.match_indices('«').map(|(at, mark)| at + mark.len());
    let spans = opens.zip(HOSTILE.match_indices('»')).map(|(start, (end, _))| Span::new(start, end));
    let kinds = [Kind::Demand, Kind::RedLine, Kind::Open, Kind::Agreed, Kind::Offer];
    let claims = spans.zip(kinds).enumerate().map(|(number, (content, kind))| Claim {
        id: format!("a/b-{number}"),
        document: 0,
        kind,
        holders: if number == 3 { vec![] } else { vec!["odd".into(), "ruritania".into()] },
        toward: vec!["norland".into()],
        issues: if number == 1 { vec![] } else { vec!["odd-point".into()] },
        status: if number == 4 { Status::Denied } else { Status::Stated },
        content,
        quote: Span::new(content.start.saturating_sub(2), content.end + 2),
        cue: if number == 0 { Span::default() } else { content },
        frame: vec![],
        holder_spans: vec![],
        attribution: vec![Source {
            name: "=@\t\"O'Neil\"\r\n\u{2}<i>".into(),
            kind: SourceType::Other,
            anonymous: false,
            span: content,
        }],
        also: vec![],
        rule: "demand.verb".into(),
        reasons: vec![],
    });
    let document = Document {
        id: "a/../\"b\" é".into(),
        path: "-x\t.txt".into(),
        outlet: "=cmd|' /C calc'!A1".into(),
        title: "<T> & \"title\"\u{0}".into(),
        url: Some("javascript:alert(1)".into()),
        sha256: "0f".repeat(32),
        index: Index::new(HOSTILE),
        text: HOSTILE.to_owned(),
        ..Document::default()
    };
    let blank =
        Document { id: "a/../\"B\" é".into(), sha256: "f0".repeat(32), index: Index::new(""), ..Document::default() };
    Corpus {
        dossier: "o&<dd>\"".into(),
        claims: claims.collect(),
        documents: vec![document, blank],
        ..Corpus::default()
    }
}

/// Every corpus by name.
pub(crate) fn all() -> [(&'static str, Corpus); 4] {
    [("articles", articles()), ("small", small()), ("hostile", hostile()), ("empty", Corpus::default())]
}
