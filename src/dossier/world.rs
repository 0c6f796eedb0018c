//! The parties that lie beneath every dossier: states, organisations, and those who lead them.
//!
//! The data is tab-separated, one entry a line, because it is read at every start; `data/world/README.md`
//! describes the columns. It is checked like a dossier is.

use super::{DossierError, Forms, Party, PartyIx, PartyKind, PartyRole, Person};
use foldhash::{HashMap, HashMapExt as _};

/// States, large organisations and widely known people.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct World {
    parties: Vec<Party>,
    people: Vec<Person>,
    silent: Vec<String>,
}

/// A data file: its name and text.
type File<'a> = (&'a str, &'a str);

const PARTIES: File<'static> = ("data/world/parties.tsv", include_str!("../../data/world/parties.tsv"));
const PEOPLE: File<'static> = ("data/world/people.tsv", include_str!("../../data/world/people.tsv"));
const SILENT: &str = include_str!("../../data/world/silent.txt");

impl World {
    /// Reads the world that is built in.
    ///
    /// # Errors
    ///
    /// A line of the data is malformed; the error names the file and the line.
    pub fn builtin() -> Result<Self, DossierError> {
        Self::from_tables(PARTIES, PEOPLE, SILENT)
    }

    /// Reads a world from its three tables.
    fn from_tables(parties: File<'_>, people: File<'_>, silent: &str) -> Result<Self, DossierError> {
        let mut world = Self { silent: silent.lines().map(str::to_owned).collect(), ..Self::default() };
        let mut places = HashMap::new();
        for (line, row) in (1..).zip(parties.1.lines()) {
            let party = party(row).map_err(|problem| DossierError::new(parties.0, problem).on_line(line))?;
            let place = PartyIx(u32::try_from(world.parties.len()).unwrap_or(u32::MAX));
            if places.insert(party.slug.clone(), place).is_some() {
                let problem = format!("the party \"{}\" is there twice", party.slug);
                return Err(DossierError::new(parties.0, problem).on_line(line));
            }
            world.parties.push(party);
        }
        for (line, row) in (1..).zip(people.1.lines()) {
            let person = person(row, &places).map_err(|problem| DossierError::new(people.0, problem).on_line(line))?;
            world.people.push(person);
        }
        Ok(world)
    }

    /// Returns the parties.
    #[must_use]
    pub fn parties(&self) -> &[Party] {
        &self.parties
    }

    /// Returns the people.
    #[must_use]
    pub fn people(&self) -> &[Person] {
        &self.people
    }

    /// Returns names that hold a party's name and mean another thing ("Washington Post").
    #[must_use]
    pub fn silent(&self) -> &[String] {
        &self.silent
    }
}

/// Builds the party of one row: slug, kind, names, acronyms, capitals, seats, demonyms, plurals, prefixes, "personal"
/// and names shared with others; trailing columns may be left out.
fn party(row: &str) -> Result<Party, String> {
    let mut columns = row.split('\t');
    let slug = columns.next().filter(|slug| !slug.is_empty()).ok_or("a party without a slug")?.to_owned();
    let word = columns.next().unwrap_or("");
    let kind = PartyKind::from_word(word).ok_or_else(|| format!("\"{word}\" is no kind of party"))?;
    let mut next = || list(columns.next().unwrap_or(""));
    let mut forms = Forms {
        names: next(),
        acronyms: next(),
        capitals: next(),
        seats: next(),
        demonyms: next(),
        plurals: next(),
        prefixes: next(),
        personal: false,
        shared: Vec::new(),
    };
    forms.personal = columns.next() == Some("personal");
    forms.shared = list(columns.next().unwrap_or(""));
    let name = forms.names.first().ok_or("a party without a name")?.clone();
    Ok(Party { slug, name, kind, role: PartyRole::Other, listed: false, forms })
}

/// Builds the person of one row: name, party (behind a bar the body whose head they are), role, variants.
fn person(row: &str, places: &HashMap<String, PartyIx>) -> Result<Person, String> {
    let mut columns = row.split('\t');
    let (Some(name), Some(slug), Some(role)) = (columns.next(), columns.next(), columns.next()) else {
        return Err("a person needs name, party and role".to_owned());
    };
    let place = |slug: &str| places.get(slug).copied().ok_or_else(|| format!("no party \"{slug}\""));
    let (slug, body) = slug.split_once('|').map_or((slug, None), |(slug, body)| (slug, Some(body)));
    let (party, body) = (place(slug)?, body.map(place).transpose()?);
    let variants = list(columns.next().unwrap_or(""));
    Ok(Person { name: name.to_owned(), party, body, role: role.to_owned(), variants, listed: false })
}

/// Splits a cell at its bars.
fn list(cell: &str) -> Vec<String> {
    if cell.is_empty() { Vec::new() } else { cell.split('|').map(str::to_owned).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_world_that_is_built_in_is_sound() {
        let world = World::builtin().expect("the tables are sound");
        let states = world.parties().iter().filter(|party| party.kind == PartyKind::State).count();
        assert!(states >= 195, "{states}");
        for party in world.parties() {
            assert!(!party.forms.names.is_empty(), "{}", party.slug);
            assert!(
                party.slug.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'),
                "{}",
                party.slug
            );
        }
    }

    #[test]
    fn a_capital_belongs_to_one_state() {
        let world = World::builtin().expect("the tables are sound");
        let capitals: Vec<&String> = world.parties().iter().flat_map(|party| &party.forms.capitals).collect();
        for (at, capital) in capitals.iter().enumerate() {
            assert!(!capitals[..at].contains(capital), "{capital}");
        }
    }

    #[test]
    fn a_malformed_line_is_named() {
        for (parties, people, expected) in [
            ("a\tstate\tA\nb\tplanet\tB", "", "p.tsv:2:1: \"planet\" is no kind of party"),
            ("a\tstate\tA\na\tstate\tA", "", "p.tsv:2:1: the party \"a\" is there twice"),
            ("a\tstate", "", "p.tsv:1:1: a party without a name"),
            ("a\tstate\tA", "Ann\tb\tking", "q.tsv:1:1: no party \"b\""),
        ] {
            let told = World::from_tables(("p.tsv", parties), ("q.tsv", people), "").expect_err("the table is broken");
            assert_eq!(told.to_string(), expected);
        }
    }
}
