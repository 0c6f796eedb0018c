//! Version 1 of the JSON: frozen, with its own structs, so that a change inside never changes the format.
//!
//! Field names and meanings are a contract. Offsets are half-open and count Unicode code points from the
//! start of the decoded file; `text` is exactly the text there; lines count from 1. Lists are sorted by
//! document and position, people by name. What would break a reader of this version makes a version 2.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::in_order;
use crate::corpus::Corpus;
use crate::record;
use crate::text;

/// The value of `schema` in this version.
pub const SCHEMA: &str = "demarche/1";

/// Everything that `demarche` found in a set of articles, version 1. Offsets are half-open and count Unicode code points
/// from the start of the decoded file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Export {
    /// Always `demarche/1`.
    #[schemars(extend("const" = SCHEMA))]
    pub schema: String,
    /// What wrote the export.
    pub generator: Generator,
    /// The slug of the dossier that was used.
    pub dossier: String,
    /// The documents, in the order read.
    pub documents: Vec<Document>,
    /// The claims.
    pub claims: Vec<Claim>,
    /// The attributed statements, claim or not.
    pub statements: Vec<Statement>,
    /// The people.
    pub people: Vec<Person>,
}

/// A program and its version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Generator {
    /// The name of the program.
    pub name: String,
    /// Its version.
    pub version: String,
}

/// One article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Document {
    /// The short name by which claims refer to it.
    pub id: String,
    /// Where it was read from, as given.
    pub path: String,
    /// The headline; null where not known.
    pub title: Option<String>,
    /// The publishing outlet; null where not known.
    pub outlet: Option<String>,
    /// The date of publication as `YYYY-MM-DD`; null where not known.
    #[schemars(extend("format" = "date"))]
    pub date: Option<String>,
    /// Where it was published; null where not known.
    pub url: Option<String>,
    /// SHA-256 of the file's bytes, in lower-case hexadecimal.
    #[schemars(regex(pattern = "^[0-9a-f]{64}$"))]
    pub sha256: String,
    /// The length of the decoded text in code points.
    pub chars: usize,
}

/// One claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Claim {
    /// Document id and a hash of kind, holders, content and quote: stable while those are.
    pub id: String,
    /// The id of the document.
    pub document: String,
    /// `demand`, `red-line`, `offer`, `agreed` or `open`.
    #[schemars(extend("enum" = words(record::Kind::ALL, record::Kind::word)))]
    pub kind: String,
    /// Slugs of the parties that take it; empty where the text names nobody.
    pub holders: Vec<String>,
    /// Slugs of the parties it is aimed at.
    pub toward: Vec<String>,
    /// Slugs of the issues, most specific first; empty where the dossier has none.
    pub issues: Vec<String>,
    /// `stated`, `expected`, `past` or `denied`.
    #[schemars(extend("enum" = words(record::Status::ALL, record::Status::word)))]
    pub status: String,
    /// The words that say what.
    pub content: Passage,
    /// The sentence, or the sentences it takes.
    pub quote: Passage,
    /// The words that carry the stance.
    pub cue: Words,
    /// What governs the cue.
    pub frame: Vec<Frame>,
    /// Who says so, outermost first; empty where the author does.
    pub attribution: Vec<Source>,
    /// Further places of the same claim.
    pub also: Vec<Place>,
    /// The id of the rule that fired.
    pub rule: String,
}

/// Words at a place, with their line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Passage {
    /// The words, exactly.
    pub text: String,
    /// The first code point.
    pub start: usize,
    /// The code point after the last one.
    pub end: usize,
    /// The line of the first code point.
    #[schemars(range(min = 1))]
    pub line: usize,
}

/// Words at a place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Words {
    /// The words, exactly.
    pub text: String,
    /// The first code point.
    pub start: usize,
    /// The code point after the last one.
    pub end: usize,
}

/// Words that govern a cue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Frame {
    /// `negation`, `condition`, `hedge` or `denial`.
    #[schemars(extend("enum" = words(record::FrameRole::ALL, record::FrameRole::word)))]
    pub role: String,
    /// The words, exactly.
    pub text: String,
    /// The first code point.
    pub start: usize,
    /// The code point after the last one.
    pub end: usize,
}

/// One hop of an attribution.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Source {
    /// The name as the text gives it, titles and articles left out; not always all the words at the place.
    pub name: String,
    /// `official`, `media`, `expert`, `document`, `party` or `other`.
    #[serde(rename = "type")]
    #[schemars(extend("enum" = words(record::SourceType::ALL, record::SourceType::word)))]
    pub kind: String,
    /// Whether the text keeps the name back.
    pub anonymous: bool,
    /// The first code point.
    pub start: usize,
    /// The code point after the last one.
    pub end: usize,
}

/// A place without its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Place {
    /// The first code point.
    pub start: usize,
    /// The code point after the last one.
    pub end: usize,
    /// The line of the first code point.
    #[schemars(range(min = 1))]
    pub line: usize,
}

/// One attributed statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Statement {
    /// The id of the document.
    pub document: String,
    /// The words that name who speaks, in pieces.
    pub source: Vec<Passage>,
    /// The words that say that they speak.
    pub cue: Vec<Passage>,
    /// What they say, in pieces.
    pub content: Vec<Passage>,
    /// The slug of the party they speak for; null where none is known.
    pub holder: Option<String>,
}

/// A person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Person {
    /// The fullest name.
    pub name: String,
    /// The slug of the party; null where none is known.
    pub party: Option<String>,
    /// The role, in the text's or the dossier's words; null where none is known.
    pub role: Option<String>,
    /// Other spellings met.
    pub variants: Vec<String>,
    /// Where the person is named.
    pub mentions: Vec<Mention>,
}

/// A mention of a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Mention {
    /// The id of the document.
    pub document: String,
    /// The words, exactly.
    pub text: String,
    /// The first code point.
    pub start: usize,
    /// The code point after the last one.
    pub end: usize,
    /// The line of the first code point.
    #[schemars(range(min = 1))]
    pub line: usize,
}

/// Returns the words of a closed vocabulary, for the schema.
fn words<T: Copy>(all: &[T], word: impl Fn(T) -> &'static str) -> Vec<&'static str> {
    all.iter().map(|&value| word(value)).collect()
}

/// Builds the export of `corpus`.
#[must_use]
pub fn export(corpus: &Corpus) -> Export {
    let mut statements: Vec<&record::Statement> = corpus.statements.iter().collect();
    statements.sort_by_key(|statement| (statement.document, statement.content.first().copied()));
    let mut people: Vec<&record::Person> = corpus.people.iter().collect();
    people.sort_by_key(|person| &person.name);
    Export {
        schema: SCHEMA.to_owned(),
        generator: Generator { name: "demarche".to_owned(), version: env!("CARGO_PKG_VERSION").to_owned() },
        dossier: corpus.dossier.clone(),
        documents: corpus.documents.iter().map(document_record).collect(),
        claims: in_order(corpus).into_iter().map(|claim| claim_record(corpus, claim)).collect(),
        statements: statements.into_iter().map(|statement| statement_record(corpus, statement)).collect(),
        people: people.into_iter().map(|person| person_record(corpus, person)).collect(),
    }
}

/// Renders the export of `corpus` as indented JSON with a line break at the end.
///
/// # Errors
/// Fails only where the JSON writer does, which on these structs does not happen.
pub fn render(corpus: &Corpus) -> std::io::Result<String> {
    let mut text = serde_json::to_string_pretty(&export(corpus))?;
    text.push('\n');
    Ok(text)
}

/// Builds the record of a document.
#[must_use]
pub fn document_record(document: &crate::document::Document) -> Document {
    Document {
        id: document.id.clone(),
        path: document.path.clone(),
        title: known(&document.title),
        outlet: known(&document.outlet),
        date: document.date.clone(),
        url: document.url.clone(),
        sha256: document.sha256.clone(),
        chars: document.index.point(&document.text, document.text.len()),
    }
}

/// Builds the record of a claim of `corpus`.
#[must_use]
pub fn claim_record(corpus: &Corpus, claim: &record::Claim) -> Claim {
    let page = Page::new(corpus, claim.document);
    Claim {
        id: claim.id.clone(),
        document: page.id(),
        kind: claim.kind.word().to_owned(),
        holders: claim.holders.clone(),
        toward: claim.toward.clone(),
        issues: claim.issues.clone(),
        status: claim.status.word().to_owned(),
        content: page.passage(claim.content),
        quote: page.passage(claim.quote),
        cue: page.words(claim.cue),
        frame: claim.frame.iter().map(|frame| page.frame(frame)).collect(),
        attribution: claim.attribution.iter().map(|source| page.source(source)).collect(),
        also: claim.also.iter().map(|&span| page.place(span)).collect(),
        rule: claim.rule.clone(),
    }
}

/// Builds the record of a statement of `corpus`.
#[must_use]
pub fn statement_record(corpus: &Corpus, statement: &record::Statement) -> Statement {
    let page = Page::new(corpus, statement.document);
    let passages = |spans: &[text::Span]| spans.iter().map(|&span| page.passage(span)).collect();
    Statement {
        document: page.id(),
        source: passages(&statement.source),
        cue: passages(&statement.cue),
        content: passages(&statement.content),
        holder: statement.holder.clone(),
    }
}

/// Builds the record of a person of `corpus`.
#[must_use]
pub fn person_record(corpus: &Corpus, person: &record::Person) -> Person {
    let mut mentions = person.mentions.clone();
    mentions.sort_unstable();
    let mention = |&(document, span): &(usize, text::Span)| {
        let page = Page::new(corpus, document);
        let Passage { text, start, end, line } = page.passage(span);
        Mention { document: page.id(), text, start, end, line }
    };
    Person {
        name: person.name.clone(),
        party: person.party.clone(),
        role: person.role.clone(),
        variants: person.variants.clone(),
        mentions: mentions.iter().map(mention).collect(),
    }
}

fn known(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

/// The document in which places are looked up; `None` for a place outside the corpus.
struct Page<'a>(Option<&'a crate::document::Document>);

impl<'a> Page<'a> {
    fn new(corpus: &'a Corpus, document: usize) -> Self {
        Self(corpus.documents.get(document))
    }

    fn id(&self) -> String {
        self.0.map(|document| document.id.clone()).unwrap_or_default()
    }

    fn place(&self, span: text::Span) -> Place {
        let place = self.0.map(|document| document.index.place(&document.text, span));
        place.map_or(Place { start: 0, end: 0, line: 1 }, |text::Place { start, end, line }| Place { start, end, line })
    }

    fn text(&self, span: text::Span) -> String {
        self.0.map(|document| span.of(&document.text).to_owned()).unwrap_or_default()
    }

    fn passage(&self, span: text::Span) -> Passage {
        let Place { start, end, line } = self.place(span);
        Passage { text: self.text(span), start, end, line }
    }

    fn words(&self, span: text::Span) -> Words {
        let Place { start, end, .. } = self.place(span);
        Words { text: self.text(span), start, end }
    }

    fn frame(&self, frame: &record::Frame) -> Frame {
        let Words { text, start, end } = self.words(frame.span);
        Frame { role: frame.role.word().to_owned(), text, start, end }
    }

    fn source(&self, source: &record::Source) -> Source {
        let Place { start, end, .. } = self.place(source.span);
        let (name, kind) = (source.name.clone(), source.kind.word().to_owned());
        Source { name, kind, anonymous: source.anonymous, start, end }
    }
}
