//! A database of Discourse Network Analyzer, version 3: the articles, and a statement for each holder of a claim.
//!
//! The program imports texts and its own databases, not tables of statements; so this is such a database, `SQLite` with
//! the tables of its release 3.0 (`Sql.createTables` of <https://github.com/leifeld/dna>), to be opened by the coder
//! "Admin" with the password "demarche". A statement has the organisation that holds the claim, the person it goes back
//! to where the text names one of that party, the issue as its concept, and whether the holder is for it: a demand, an
//! offer and an agreed point are, a red line is not. An open point and a denied claim take no side; they come as
//! annotations. Places count UTF-16 units, as Java does, in a copy with one kind of line break.

use std::collections::BTreeMap;
use std::io;

use rusqlite::{Connection, Transaction, params};

use super::by_document;
use super::plain::{Plain, Unit};
use super::reading::{chain, outlet, summary};
use crate::corpus::Corpus;
use crate::document::Document;
use crate::query::Glossary;
use crate::record::{Claim, Kind, Status};

/// The tables and what every database has.
const TABLES: &str = include_str!("dna.sql");

/// An entity has a value, if an empty one, for each attribute of its variable.
const ATTRIBUTES: &str = "INSERT INTO ATTRIBUTEVALUES (EntityId, AttributeVariableId, AttributeValue) \
    SELECT ENTITIES.ID, ATTRIBUTEVARIABLES.ID, '' FROM ENTITIES JOIN ATTRIBUTEVARIABLES USING (VariableId) ORDER BY 1, 2";

/// The longest name that a table takes, in code points.
const NAME: usize = 190;

/// The types of statements, and the variables of the first and of the second, as in `dna.sql`.
const STATEMENT: i64 = 1;
const ANNOTATION: i64 = 3;
const PERSON: i64 = 1;
const ORGANIZATION: i64 = 2;
const CONCEPT: i64 = 3;
const AGREEMENT: i64 = 4;
const NOTE: i64 = 11;
const KIND: i64 = 12;
const STATUS: i64 = 13;
const ATTRIBUTION: i64 = 14;
const CLAIM: i64 = 15;

/// Renders `corpus` as the bytes of a `.dna` file.
///
/// # Errors
/// Fails only where `SQLite` does, which on a database in memory does not happen.
pub fn render(corpus: &Corpus, glossary: &Glossary) -> io::Result<Vec<u8>> {
    database(corpus, glossary).map_err(io::Error::other)
}

fn database(corpus: &Corpus, glossary: &Glossary) -> rusqlite::Result<Vec<u8>> {
    let mut connection = Connection::open_in_memory()?;
    connection.execute_batch(TABLES)?;
    let writing = connection.transaction()?;
    let mut book = Book { writing: &writing, corpus, glossary, entities: BTreeMap::new(), statements: 0 };
    for (number, (document, claims)) in corpus.documents.iter().zip(by_document(corpus)).enumerate() {
        book.document(as_number(number + 1), document, &claims)?;
    }
    writing.execute_batch(ATTRIBUTES)?;
    writing.commit()?;
    // Pages that were let go while tables grew would depend on the order of writing.
    connection.execute_batch("VACUUM")?;
    Ok(connection.serialize("main")?.to_vec())
}

/// A database that is being filled.
struct Book<'a> {
    writing: &'a Transaction<'a>,
    corpus: &'a Corpus,
    glossary: &'a Glossary,
    /// The numbers of the values of variables.
    entities: BTreeMap<(i64, String), i64>,
    statements: i64,
}

impl Book<'_> {
    /// Writes a document with its claims.
    fn document(&mut self, id: i64, document: &Document, claims: &[&Claim]) -> rusqlite::Result<()> {
        let plain = Plain::new(&document.text, Unit::Utf16);
        let title = if document.title.is_empty() { &document.id } else { &document.title };
        let dated = document.date.as_deref().and_then(seconds);
        let unknown = if dated.is_none() { "date of publication not known" } else { "" };
        let notes = [document.id.as_str(), document.url.as_deref().unwrap_or(""), unknown];
        self.writing.execute(
            "INSERT INTO DOCUMENTS (ID, Title, Text, Coder, Author, Source, Section, Notes, Type, Date) \
             VALUES (?, ?, ?, 1, ?, ?, '', ?, ?, ?)",
            params![
                id,
                name(title),
                plain.text,
                name(document.author.as_deref().unwrap_or("")),
                name(outlet(document)),
                notes.iter().filter(|note| !note.is_empty()).copied().collect::<Vec<_>>().join("; "),
                name(document.kind.as_deref().unwrap_or("")),
                dated.unwrap_or(0),
            ],
        )?;
        for claim in claims {
            let place = plain.place(claim.content);
            if place.0 < place.1 {
                self.claim(id, place, claim)?;
            }
        }
        Ok(())
    }

    /// Writes a claim: a statement a holder, or one annotation where it takes no side.
    fn claim(&mut self, document: i64, place: (usize, usize), claim: &Claim) -> rusqlite::Result<()> {
        match agreement(claim) {
            Some(agreement) if !claim.holders.is_empty() => {
                for holder in &claim.holders {
                    let statement = self.statement(STATEMENT, document, place)?;
                    let organization = self.glossary.party_name(holder).to_owned();
                    self.value(statement, PERSON, &self.person(claim, holder))?;
                    self.value(statement, ORGANIZATION, &organization)?;
                    self.value(statement, CONCEPT, &self.concept(claim))?;
                    self.value(statement, KIND, claim.kind.word())?;
                    self.value(statement, STATUS, claim.status.word())?;
                    self.value(statement, ATTRIBUTION, &chain(&claim.attribution))?;
                    self.value(statement, CLAIM, &claim.id)?;
                    self.writing.execute(
                        "INSERT INTO DATABOOLEAN (StatementId, VariableId, Value) VALUES (?, ?, ?)",
                        params![statement, AGREEMENT, agreement],
                    )?;
                }
            }
            _ => {
                let statement = self.statement(ANNOTATION, document, place)?;
                let note = format!("{}; {}", summary(self.glossary, claim), claim.id);
                self.writing.execute(
                    "INSERT INTO DATALONGTEXT (StatementId, VariableId, Value) VALUES (?, ?, ?)",
                    params![statement, NOTE, note],
                )?;
            }
        }
        Ok(())
    }

    /// Writes a statement without values and returns its number.
    fn statement(&mut self, kind: i64, document: i64, place: (usize, usize)) -> rusqlite::Result<i64> {
        self.statements += 1;
        self.writing.execute(
            "INSERT INTO STATEMENTS (ID, StatementTypeId, DocumentId, Start, Stop, Coder) VALUES (?, ?, ?, ?, ?, 1)",
            params![self.statements, kind, document, as_number(place.0), as_number(place.1)],
        )?;
        Ok(self.statements)
    }

    /// Gives a statement a value, which is one entity wherever it stands.
    fn value(&mut self, statement: i64, variable: i64, value: &str) -> rusqlite::Result<()> {
        let next = as_number(self.entities.len() + 1);
        let key = (variable, name(value));
        let entity = self.entities.get(&key).copied().unwrap_or(next);
        if entity == next {
            self.writing.execute(
                "INSERT INTO ENTITIES (ID, VariableId, Value, Red, Green, Blue) VALUES (?, ?, ?, 0, 0, 0)",
                params![next, variable, key.1],
            )?;
            self.entities.insert(key, next);
        }
        self.writing.execute(
            "INSERT INTO DATASHORTTEXT (StatementId, VariableId, Entity) VALUES (?, ?, ?)",
            params![statement, variable, entity],
        )?;
        Ok(())
    }

    /// Returns the person of the holder's party to whom the claim goes back; empty where it is nobody known.
    fn person(&self, claim: &Claim, holder: &str) -> String {
        let speaks = |span| {
            let here = |mention: &(usize, crate::text::Span)| mention.0 == claim.document && mention.1.overlaps(span);
            let of_party = self.corpus.people.iter().filter(|person| person.party.as_deref() == Some(holder));
            of_party.filter(|person| person.mentions.iter().any(here)).map(|person| person.name.clone()).next()
        };
        let mut places =
            claim.attribution.iter().rev().map(|source| source.span).chain(claim.holder_spans.iter().copied());
        places.find_map(speaks).unwrap_or_default()
    }

    /// Returns the issue, or the words of the claim where it has none.
    fn concept(&self, claim: &Claim) -> String {
        let document = self.corpus.documents.get(claim.document);
        let words = || document.map_or("", |document| claim.content.of(&document.text));
        claim.issues.first().map_or_else(words, |issue| self.glossary.issue_title(issue)).to_owned()
    }
}

/// Returns whether the holder is for the point; nothing where it takes no side.
fn agreement(claim: &Claim) -> Option<bool> {
    match (claim.status, claim.kind) {
        (Status::Denied, _) | (_, Kind::Open) => None,
        (_, Kind::RedLine) => Some(false),
        (_, Kind::Demand | Kind::Offer | Kind::Agreed) => Some(true),
    }
}

/// Returns `text` on one line, as long as a table takes it.
fn name(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(NAME) {
        None => line,
        Some(_) => line.chars().take(NAME - 1).chain(['…']).collect(),
    }
}

/// Returns the seconds from 1970 to the midnight that begins the day `YYYY-MM-DD`.
fn seconds(date: &str) -> Option<i64> {
    let mut parts = date.splitn(3, '-').map(|part| part.parse::<i64>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    // Days from 1 March of the year 0 (the year that begins in March puts the leap day last).
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let days =
        365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + (153 * month + 2) / 5 + day - 1;
    Some((days - 719_468) * 86_400)
}

fn as_number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::{NAME, name, seconds};

    #[test]
    fn a_day_is_counted_from_1970() {
        for (date, days) in [("1970-01-01", 0), ("1969-12-31", -1), ("2000-03-01", 11_017), ("2026-01-08", 20_461)] {
            assert_eq!(seconds(date), Some(days * 86_400), "{date}");
        }
        for wrong in ["", "2026", "2026-13-01", "2026-01-x", "8 January"] {
            assert_eq!(seconds(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_name_is_one_line_that_the_table_takes() {
        assert_eq!(name("a\n  b"), "a b");
        assert_eq!(name(&"é".repeat(NAME)).chars().count(), NAME);
        let cut = name(&"é".repeat(NAME + 1));
        assert!(cut.chars().count() == NAME && cut.ends_with('…'));
    }
}
