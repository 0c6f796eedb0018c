//! The formats for other programs: the contract of version 1, and what each format does with hostile text.

mod coded;
mod exported;

use demarche::corpus::Corpus;
use demarche::document::Document;
use demarche::evaluate::{Gold, coded as from_gold};
use demarche::render::export::{Format, json, schema};
use demarche::text::Index;
use exported::{exported, small, written};
use serde_json::{Value, json as value};

fn parsed(corpus: &Corpus) -> Value {
    serde_json::from_str(&written(corpus, Format::Json)).expect("JSON")
}

#[test]
fn version_one_has_exactly_the_fields_of_the_contract() {
    let expected = value!({
        "schema": "demarche/1",
        "generator": { "name": "demarche", "version": env!("CARGO_PKG_VERSION") },
        "dossier": "world",
        "documents": [ { "id": "x", "path": "a/x_1.txt", "title": "Talks", "outlet": null, "date": null, "url": null, "sha256": "00".repeat(32), "chars": 61 } ],
        "claims": [ {
            "id": "x-abcdef", "document": "x", "kind": "demand", "holders": ["ruritania"], "toward": ["norland"],
            "issues": ["truce", "talks"], "status": "expected",
            "content": { "text": "a truce", "start": 52, "end": 59, "line": 2 },
            "quote": { "text": "The Envoy said Ruritania may demand a truce.", "start": 16, "end": 60, "line": 2 },
            "cue": { "text": "demand", "start": 45, "end": 51 },
            "frame": [ { "role": "hedge", "text": "may", "start": 41, "end": 44 } ],
            "attribution": [ { "name": "Envoy", "type": "official", "anonymous": true, "start": 16, "end": 25 } ],
            "also": [ { "start": 16, "end": 25, "line": 2 } ],
            "rule": "demand.verb" } ],
        "statements": [ {
            "document": "x",
            "source": [ { "text": "The Envoy", "start": 16, "end": 25, "line": 2 } ],
            "cue": [ { "text": "said", "start": 26, "end": 30, "line": 2 } ],
            "content": [ { "text": "a truce", "start": 52, "end": 59, "line": 2 } ],
            "holder": null } ],
        "people": [ {
            "name": "Ann", "party": "norland", "role": null, "variants": ["A."],
            "mentions": [ { "document": "x", "text": "The Envoy", "start": 16, "end": 25, "line": 2 } ] } ],
    });
    assert_eq!(parsed(&small()), expected);
}

#[test]
fn fields_stand_in_the_order_of_the_contract() {
    let text = written(&small(), Format::Json);
    let names =
        ["\"schema\"", "\"generator\"", "\"dossier\"", "\"documents\"", "\"claims\"", "\"statements\"", "\"people\""];
    let at: Vec<_> = names.iter().map(|name| text.find(name).expect("the field")).collect();
    assert!(at.is_sorted(), "{text}");
    assert!(text.ends_with("}\n"));
}

#[test]
fn every_text_is_exactly_the_code_points_it_names() {
    for (file, folder) in coded::SETS {
        let corpus = coded::corpus(file, folder);
        let export = json::export(&corpus);
        let texts: Vec<Vec<char>> = corpus.documents.iter().map(|document| document.text.chars().collect()).collect();
        for claim in &export.claims {
            let at = export.documents.iter().position(|document| document.id == claim.document).expect("its document");
            for part in [&claim.content, &claim.quote] {
                let there: String = texts[at][part.start..part.end].iter().collect();
                assert_eq!(there, part.text);
                let line = texts[at][..part.start].iter().filter(|&&c| c == '\n').count() + 1;
                assert_eq!(line, part.line);
            }
        }
    }
}

#[test]
fn claims_are_sorted_by_document_and_position_and_the_bytes_repeat() {
    let (file, folder) = coded::SETS[0];
    let corpus = coded::corpus(file, folder);
    let mut shuffled = corpus.clone();
    shuffled.claims.reverse();
    let starts = |corpus: &Corpus| -> Vec<(String, usize, usize)> {
        json::export(corpus)
            .claims
            .into_iter()
            .map(|claim| (claim.document, claim.content.start, claim.content.end))
            .collect()
    };
    assert_eq!(starts(&corpus), starts(&shuffled));
    assert!(starts(&corpus).is_sorted());
    for &format in Format::ALL {
        assert_eq!(exported(&corpus, format), exported(&corpus.clone(), format), "{}", format.word());
    }
}

#[test]
fn ndjson_has_one_typed_record_a_line() {
    let text = written(&small(), Format::Ndjson);
    let lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let types: Vec<&str> = lines.iter().filter_map(|line| line["type"].as_str()).collect();
    assert_eq!(types, ["export", "document", "claim", "statement", "person"]);
    assert_eq!(lines[0]["schema"], "demarche/1");
    let mut claim = lines[2].clone();
    claim.as_object_mut().expect("an object").remove("type");
    assert_eq!(claim, parsed(&small())["claims"][0]);
}

#[test]
fn csv_has_one_row_a_claim_and_no_formula() {
    let mut corpus = small();
    corpus.documents[0].outlet = "=cmd|' /C calc'!A1".into();
    corpus.claims[0].attribution[0].name = "@SUM(1), \"quoted\"\nand broken".into();
    let text = written(&corpus, Format::Csv);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let head = reader.headers().expect("a head").clone();
    let rows: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().expect("rows");
    assert_eq!(rows.len(), 1);
    let cell =
        |name: &str| rows[0].get(head.iter().position(|column| column == name).expect("a column")).expect("a cell");
    assert_eq!(cell("outlet"), "'=cmd|' /C calc'!A1");
    assert_eq!(cell("attribution"), "'@SUM(1), \"quoted\"\nand broken");
    assert_eq!(
        (cell("issues"), cell("content"), cell("line"), cell("frame")),
        ("truce; talks", "a truce", "2", "hedge: may")
    );
    for (file, folder) in coded::SETS {
        let corpus = coded::corpus(file, folder);
        let text = written(&corpus, Format::Csv);
        assert_eq!(csv::Reader::from_reader(text.as_bytes()).records().count(), corpus.claims.len());
    }
}

#[test]
fn the_schema_of_version_one_is_the_one_that_was_published() {
    let path = "schema/demarche-1.schema.json";
    let now = schema::of_json().expect("a schema");
    if std::env::var_os("DEMARCHE_REWRITE_SCHEMA").is_some_and(|value| value == "1") {
        std::fs::write(path, &now).expect("the schema is written");
    }
    let published = std::fs::read_to_string(path).unwrap_or_default();
    assert_eq!(published, now, "{path}; what breaks a reader is version 2, DEMARCHE_REWRITE_SCHEMA=1 writes the rest");
}

#[test]
fn the_schema_describes_every_field_and_names_the_closed_vocabularies() {
    let schema: Value = serde_json::from_str(&schema::of_json().expect("a schema")).expect("JSON");
    let types = schema["$defs"].as_object().expect("types");
    for (name, described) in types.iter().chain(std::iter::once((&"Export".to_owned(), &schema))) {
        for (field, one) in described["properties"].as_object().expect("fields") {
            let words = one["description"].as_str().unwrap_or_default();
            assert!(!words.is_empty() && !words.contains("[`"), "{name}.{field}: {words:?}");
        }
        let fields = described["properties"].as_object().map_or(0, serde_json::Map::len);
        assert_eq!(
            described["required"].as_array().map(Vec::len),
            Some(fields),
            "every field of {name} is always there"
        );
    }
    let claim = &schema["$defs"]["Claim"]["properties"];
    assert_eq!(claim["kind"]["enum"], value!(["demand", "red-line", "offer", "agreed", "open"]));
    assert_eq!(claim["status"]["enum"], value!(["stated", "expected", "past", "denied"]));
}

#[test]
fn markdown_is_a_brief_by_party_and_kind_with_footnotes() {
    let expected = "\
# Positions: world

1 claim in 1 article:

- x (x): Talks

## Ruritania

### Demands

- **Truce**: “a truce” (expected; toward Norland; according to Envoy \\(not named\\); x)[^1]

[^1]: “The Envoy said Ruritania may demand a truce.” — x, line 2; x-abcdef
";
    assert_eq!(written(&small(), Format::Markdown), expected);
}

#[test]
fn markup_in_an_article_stays_text_in_markdown() {
    let text = "<script>alert(1)</script> [x](javascript:y) Ruritania demands *a* `truce` | # now\n".to_owned();
    let end = text.chars().count() - 1;
    let line = format!(
        r#"{{"doc":"x","kind":"demand","holders":[],"issue":[],"status":"stated","start":0,"end":{end},"attribution":[],"optional":false,"content":""}}"#
    );
    let document =
        Document { id: "x".into(), path: "x.txt".into(), index: Index::new(&text), text, ..Document::default() };
    let corpus = from_gold("world", vec![document], &Gold::parse("g", &line).claims);
    let brief = written(&corpus, Format::Markdown);
    for markup in ["<script", "](javascript", " *a*", " `truce`", " | "] {
        assert!(!brief.contains(markup), "{markup} in {brief}");
    }
    assert!(brief.contains("&lt;script&gt;"));
}
