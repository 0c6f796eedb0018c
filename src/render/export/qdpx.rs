//! A project of the REFI-QDA standard, version 1.5: a ZIP with `project.qde` and the articles as plain text.
//!
//! Each claim is a selection of its content, coded with its kind, its holders, its issues and, where it is not
//! simply stated, its status; what else is known of it is the selection's description. Places count code points of the
//! article's copy in the project, which has one kind of line break. Identifiers are made of names, and no time is given.
//! Source: <https://www.qdasoftware.org>, "REFI-QDA Standard 1.5" with `Project.xsd`.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::{self, Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::by_document;
use super::plain::{Plain, Unit};
use super::reading::{outlet, summary};
use super::unique::uuid;
use super::xml::escaped;
use crate::corpus::Corpus;
use crate::document::Document;
use crate::query::Glossary;
use crate::record::{Claim, Kind, Status};
use crate::render::phrases;

/// The variables of an article and their types.
const VARIABLES: [(&str, &str); 3] = [("Outlet", "Text"), ("Date", "Date"), ("Address", "Text")];

/// Renders `corpus` as the bytes of a `.qdpx` file.
///
/// # Errors
/// Fails only where the writer of the ZIP does, which in memory does not happen.
pub fn render(corpus: &Corpus, glossary: &Glossary) -> io::Result<Vec<u8>> {
    let texts: Vec<Plain> = corpus.documents.iter().map(|document| Plain::new(&document.text, Unit::Point)).collect();
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let same = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    zip.start_file("project.qde", same)?;
    zip.write_all(project(corpus, glossary, &texts).as_bytes())?;
    for (document, plain) in corpus.documents.iter().zip(&texts) {
        zip.start_file(format!("Sources/{}.txt", source_id(document)), same)?;
        zip.write_all(plain.text.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}

fn project(corpus: &Corpus, glossary: &Glossary, texts: &[Plain]) -> String {
    let mut out = Xml { text: "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n".to_owned(), depth: 0 };
    let user = uuid("user", "demarche");
    let origin = concat!("demarche ", env!("CARGO_PKG_VERSION"));
    out.open(&format!(
        "Project xmlns=\"urn:QDA-XML:project:1.0\" name=\"{}\" origin=\"{origin}\" creatingUserGUID=\"{user}\"",
        escaped(&corpus.dossier)
    ));
    out.open("Users");
    out.empty(&format!("User guid=\"{user}\" name=\"demarche\""));
    out.close("Users");
    codebook(&mut out, corpus, glossary);
    out.open("Variables");
    for (name, kind) in VARIABLES {
        let id = uuid("variable", name);
        out.empty(&format!("Variable guid=\"{id}\" name=\"{name}\" typeOfVariable=\"{kind}\""));
    }
    out.close("Variables");
    if !corpus.documents.is_empty() {
        out.open("Sources");
        for ((document, plain), claims) in corpus.documents.iter().zip(texts).zip(by_document(corpus)) {
            source(&mut out, glossary, document, plain, &claims);
        }
        out.close("Sources");
    }
    out.close("Project");
    out.text
}

/// Writes the codes: what may be said of a claim, in four groups.
fn codebook(out: &mut Xml, corpus: &Corpus, glossary: &Glossary) {
    let holders: BTreeSet<&String> = corpus.claims.iter().flat_map(|claim| &claim.holders).collect();
    let issues: BTreeSet<&String> = corpus.claims.iter().flat_map(|claim| &claim.issues).collect();
    out.open("CodeBook");
    out.open("Codes");
    group(out, "Kind", Kind::ALL.iter().map(|&kind| (Code::Kind(kind), phrases::noun(kind, false))));
    group(out, "Status", Status::ALL.iter().skip(1).map(|&status| (Code::Status(status), status.word())));
    let party = |slug| (Code::Holder(slug), glossary.party_name(slug));
    group(out, "Holder", holders.into_iter().map(|slug| party(slug.as_str())));
    let issue = |slug| (Code::Issue(slug), glossary.issue_title(slug));
    group(out, "Issue", issues.into_iter().map(|slug| issue(slug.as_str())));
    out.close("Codes");
    out.close("CodeBook");
}

/// Writes one group of codes. A name begins with its group's, because some programs want every name but once.
fn group<'a>(out: &mut Xml, name: &str, codes: impl Iterator<Item = (Code<'a>, &'a str)>) {
    out.open(&format!("Code guid=\"{}\" name=\"{name}\" isCodable=\"false\"", uuid("group", name)));
    let mut taken = BTreeSet::new();
    for (code, label) in codes {
        let plain = format!("{name}: {label}");
        let label = if taken.insert(plain.clone()) { plain } else { format!("{plain} ({})", code.slug()) };
        out.empty(&format!(
            "Code guid=\"{}\" name=\"{}\" isCodable=\"true\" color=\"{}\"",
            code.id(),
            escaped(&label),
            code.colour()
        ));
    }
    out.close("Code");
}

/// What may be said of a claim.
#[derive(Clone, Copy)]
enum Code<'a> {
    Kind(Kind),
    Status(Status),
    Holder(&'a str),
    Issue(&'a str),
}

impl<'a> Code<'a> {
    /// Returns what is said of `claim`.
    fn of(claim: &'a Claim) -> impl Iterator<Item = Code<'a>> {
        let status = (claim.status != Status::Stated).then_some(Self::Status(claim.status));
        let holders = claim.holders.iter().map(|slug| Self::Holder(slug));
        let issues = claim.issues.iter().map(|slug| Self::Issue(slug));
        std::iter::once(Self::Kind(claim.kind)).chain(status).chain(holders).chain(issues)
    }

    fn slug(self) -> &'a str {
        match self {
            Self::Kind(kind) => kind.word(),
            Self::Status(status) => status.word(),
            Self::Holder(slug) | Self::Issue(slug) => slug,
        }
    }

    fn id(self) -> String {
        let group = match self {
            Self::Kind(_) => "code kind",
            Self::Status(_) => "code status",
            Self::Holder(_) => "code holder",
            Self::Issue(_) => "code issue",
        };
        uuid(group, self.slug())
    }

    fn colour(self) -> &'static str {
        match self {
            Self::Kind(Kind::Demand) => "#1F77B4",
            Self::Kind(Kind::RedLine) => "#D62728",
            Self::Kind(Kind::Offer) => "#2CA02C",
            Self::Kind(Kind::Agreed) => "#17A087",
            Self::Kind(Kind::Open) => "#BCA000",
            Self::Status(_) => "#7F7F7F",
            Self::Holder(_) => "#9467BD",
            Self::Issue(_) => "#FF7F0E",
        }
    }
}

/// Writes an article with its claims.
fn source(out: &mut Xml, glossary: &Glossary, document: &Document, plain: &Plain, claims: &[&Claim]) {
    let id = source_id(document);
    out.open(&format!(
        "TextSource guid=\"{id}\" name=\"{}\" plainTextPath=\"internal://{id}.txt\" creatingUser=\"{}\"",
        escaped(&document.id.replace(['/', '\\'], "-")),
        uuid("user", "demarche")
    ));
    if !document.title.is_empty() {
        out.words("Description", &document.title);
    }
    for (order, claim) in claims.iter().enumerate() {
        selection(out, glossary, claim, plain.place(claim.content), &format!("{} {order}", claim.id));
    }
    let values =
        [("Text", outlet(document)), ("Date", date(document)), ("Text", document.url.as_deref().unwrap_or(""))];
    for ((name, _), (kind, value)) in VARIABLES.iter().zip(values) {
        if !value.is_empty() {
            out.open("VariableValue");
            out.empty(&format!("VariableRef targetGUID=\"{}\"", uuid("variable", name)));
            out.words(&format!("{kind}Value"), value);
            out.close("VariableValue");
        }
    }
    out.close("TextSource");
}

/// Writes one claim at `place` with its codes; `name` tells it from the others.
fn selection(out: &mut Xml, glossary: &Glossary, claim: &Claim, place: (usize, usize), name: &str) {
    let user = uuid("user", "demarche");
    out.open(&format!(
        "PlainTextSelection guid=\"{}\" name=\"{}\" startPosition=\"{}\" endPosition=\"{}\" creatingUser=\"{user}\"",
        uuid("selection", name),
        escaped(&claim.id),
        place.0,
        place.1
    ));
    out.words("Description", &format!("{}; {}", summary(glossary, claim), claim.id));
    for code in Code::of(claim) {
        let code = code.id();
        out.open(&format!("Coding guid=\"{}\" creatingUser=\"{user}\"", uuid("coding", &format!("{name} {code}"))));
        out.empty(&format!("CodeRef targetGUID=\"{code}\""));
        out.close("Coding");
    }
    out.close("PlainTextSelection");
}

/// Returns the date where it is one of a calendar; the standard takes no other.
fn date(document: &Document) -> &str {
    let date = document.date.as_deref().unwrap_or("");
    let digits = |part: &str, count: usize| part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit());
    let parts: Vec<&str> = date.split('-').collect();
    match parts.as_slice() {
        [year, month, day] if digits(year, 4) && digits(month, 2) && digits(day, 2) => date,
        _ => "",
    }
}

fn source_id(document: &Document) -> String {
    uuid("source", &document.id)
}

/// Elements in the making, indented by depth.
struct Xml {
    text: String,
    depth: usize,
}

impl Xml {
    fn line(&mut self, line: &str) {
        // Writing to a string cannot fail.
        let _ = writeln!(self.text, "{:width$}{line}", "", width = self.depth * 2);
    }

    /// Opens an element: its name with its attributes.
    fn open(&mut self, tag: &str) {
        self.line(&format!("<{tag}>"));
        self.depth += 1;
    }

    fn close(&mut self, name: &str) {
        self.depth = self.depth.saturating_sub(1);
        self.line(&format!("</{name}>"));
    }

    fn empty(&mut self, tag: &str) {
        self.line(&format!("<{tag}/>"));
    }

    fn words(&mut self, name: &str, words: &str) {
        self.line(&format!("<{name}>{}</{name}>", escaped(words)));
    }
}
