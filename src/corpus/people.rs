//! The people of a corpus: those of each document, spelling variants joined.

use crate::mentions::Known;
use crate::record::Person;

/// How unlike two last names may be and still be spellings of one.
const ALIKE: f64 = 0.86;

/// People collected so far.
#[derive(Debug, Default)]
pub(super) struct Roll {
    list: Vec<Person>,
}

impl Roll {
    /// Adds the people of document `number`.
    pub(super) fn add(&mut self, number: usize, people: Vec<(Known, Option<String>)>) {
        for (known, party) in people {
            let same = self.list.iter_mut().find(|person| is_same(person, &known.name, party.as_deref()));
            let mentions = known.mentions.iter().map(|&span| (number, span));
            match same {
                Some(person) => {
                    person.mentions.extend(mentions);
                    person.party = person.party.take().or(party);
                    person.role = person.role.take().or(known.role);
                    if person.name != known.name && !person.variants.contains(&known.name) {
                        person.variants.push(known.name);
                    }
                }
                None => self.list.push(Person {
                    name: known.name,
                    party,
                    role: known.role,
                    variants: Vec::new(),
                    mentions: mentions.collect(),
                }),
            }
        }
    }

    /// The people, by last name.
    pub(super) fn finish(mut self) -> Vec<Person> {
        for person in &mut self.list {
            person.variants.sort();
            person.mentions.sort();
            person.mentions.dedup();
        }
        self.list.sort_by(|one, other| (last(&one.name), &one.name).cmp(&(last(&other.name), &other.name)));
        self.list
    }
}

fn first(name: &str) -> &str {
    name.split(' ').next().unwrap_or(name)
}

fn last(name: &str) -> &str {
    name.rsplit(' ').next().unwrap_or(name)
}

/// Tells whether a name is a spelling of the person's: the same first names where both have them, a last name
/// that is nearly the same, and no other party.
fn is_same(person: &Person, name: &str, party: Option<&str>) -> bool {
    if person.name == name || person.variants.iter().any(|variant| variant == name) {
        return true;
    }
    // Everybody is compared with everybody: what costs least is asked first.
    let party = party.is_some() && person.party.as_deref() == party;
    let alike = |one: &str, other: &str| strsim::jaro_winkler(&one.to_lowercase(), &other.to_lowercase()) > ALIKE;
    let firsts = || !person.name.contains(' ') || !name.contains(' ') || alike(first(&person.name), first(name));
    party && alike(last(&person.name), last(name)) && firsts()
}
