//! A dossier as it is written, and its checking.
//!
//! The structs mirror the JSON file; [`read`] checks them and builds the [`Dossier`], which cannot be wrong.

use super::{Dossier, DossierError, Forms, Issue, Party, PartyIx, PartyKind, PartyRole, Person, World};
use serde::Deserialize;

/// The file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawDossier {
    slug: String,
    title: String,
    principals: Vec<String>,
    #[serde(default)]
    mediators: Vec<String>,
    parties: Vec<RawParty>,
    #[serde(default)]
    people: Vec<RawPerson>,
    #[serde(default)]
    issues: Vec<RawIssue>,
}

/// A party: everything but the slug is added to what the world knows of it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawParty {
    slug: String,
    /// The slug that the world has for it, where it is another.
    world: Option<String>,
    name: Option<String>,
    kind: Option<String>,
    #[serde(default)]
    names: Vec<String>,
    #[serde(default)]
    acronyms: Vec<String>,
    #[serde(default)]
    capitals: Vec<String>,
    #[serde(default)]
    seats: Vec<String>,
    #[serde(default)]
    demonyms: Vec<String>,
    #[serde(default)]
    plurals: Vec<String>,
    #[serde(default)]
    delegations: Vec<String>,
    #[serde(default)]
    prefixes: Vec<String>,
}

/// A person.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPerson {
    name: String,
    party: String,
    #[serde(default)]
    role: String,
    #[serde(default)]
    variants: Vec<String>,
}

/// An issue.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawIssue {
    slug: String,
    title: String,
    broader: Option<String>,
    #[serde(default)]
    strong: Vec<String>,
    #[serde(default)]
    words: Vec<String>,
    #[serde(default)]
    weak: Vec<String>,
}

/// The file that is checked: its name and text, for the error.
struct Source<'a> {
    file: &'a str,
    text: &'a str,
}

impl Source<'_> {
    /// Builds the fault `problem` at the string `word`.
    fn fault(&self, word: &str, problem: impl Into<String>) -> DossierError {
        DossierError::new(self.file, problem).at(self.text, word)
    }

    /// Checks that `slug` is lower-case letters, digits and hyphens, and not in `taken`.
    fn slug<'a>(&self, slug: &str, what: &str, mut taken: impl Iterator<Item = &'a str>) -> Result<(), DossierError> {
        let shaped = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if slug.is_empty() || !slug.chars().all(shaped) {
            let problem = format!("the {what} slug \"{slug}\" may hold a-z, 0-9 and hyphens only");
            return Err(self.fault(slug, problem));
        }
        if taken.any(|other| other == slug) {
            return Err(self.fault(slug, format!("the {what} \"{slug}\" is there twice")));
        }
        Ok(())
    }

    /// Checks that every name has a capital, without which it would be found in ordinary words.
    fn names(&self, names: &[String]) -> Result<(), DossierError> {
        match names.iter().find(|name| !name.chars().any(|c| c.is_uppercase() || c.is_numeric())) {
            Some(name) => Err(self.fault(name, format!("the name \"{name}\" has no capital letter"))),
            None => Ok(()),
        }
    }
}

/// Reads and checks a dossier.
pub(super) fn read(file: &str, text: &str, world: &World) -> Result<Dossier, DossierError> {
    let raw: RawDossier = serde_json::from_str(text).map_err(|error| DossierError::json(file, &error))?;
    let source = Source { file, text };
    source.slug(&raw.slug, "dossier", std::iter::empty())?;
    let (parties, moved) = parties(&source, &raw, world)?;
    let people = people(&source, raw.people, &parties, world, &moved)?;
    let issues = issues(&source, raw.issues)?;
    Ok(Dossier {
        slug: raw.slug,
        title: raw.title,
        principals: super::with_role(&parties, PartyRole::Principal),
        mediators: super::with_role(&parties, PartyRole::Mediator),
        parties,
        people,
        issues,
        silent: world.silent().to_vec(),
    })
}

/// Builds the dossier's own parties and, behind them, the rest of the world's; with them, the new place of
/// each of the world's parties.
fn parties(source: &Source<'_>, raw: &RawDossier, world: &World) -> Result<(Vec<Party>, Vec<PartyIx>), DossierError> {
    let mut parties: Vec<Party> = Vec::with_capacity(world.parties().len() + raw.parties.len());
    let mut moved: Vec<Option<PartyIx>> = vec![None; world.parties().len()];
    for entry in &raw.parties {
        source.slug(&entry.slug, "party", parties.iter().map(|party| party.slug.as_str()))?;
        let known = known_to(source, entry, world)?;
        if let Some(known) = known {
            moved[known] = Some(ix(parties.len()));
        }
        parties.push(party(source, entry, known.map(|at| &world.parties()[at]))?);
    }
    for (slugs, role) in [(&raw.principals, PartyRole::Principal), (&raw.mediators, PartyRole::Mediator)] {
        for slug in slugs {
            let at = find(source, slug, &format!("a {}", role.word()), &parties)?;
            parties[at].role = role;
        }
    }
    let moved = world.parties().iter().zip(moved).map(|(party, place)| {
        place.unwrap_or_else(|| {
            parties.push(party.clone());
            ix(parties.len() - 1)
        })
    });
    let moved = moved.collect();
    Ok((parties, moved))
}

/// Returns the place of the party that the world knows `entry` as.
fn known_to(source: &Source<'_>, entry: &RawParty, world: &World) -> Result<Option<usize>, DossierError> {
    let slug = entry.world.as_ref().unwrap_or(&entry.slug);
    let at = world.parties().iter().position(|party| party.slug == *slug);
    let bare = entry.name.is_none() && entry.names.is_empty() && entry.acronyms.is_empty();
    if at.is_none() && (entry.world.is_some() || bare) {
        let problem = format!("the world knows no party \"{slug}\", so it needs a name here");
        let known = world.parties().iter().map(|party| party.slug.as_str());
        return Err(source.fault(slug, problem).instead_of(slug, known));
    }
    Ok(at)
}

/// Builds one party, on top of what the world knows of it.
fn party(source: &Source<'_>, entry: &RawParty, known: Option<&Party>) -> Result<Party, DossierError> {
    let mut forms = known.map_or_else(Forms::default, |party| party.forms.clone());
    let own_name: Vec<String> = entry.name.iter().cloned().collect();
    let added = [
        (&mut forms.names, [&own_name, &entry.names, &entry.delegations].into_iter().flatten().collect::<Vec<_>>()),
        (&mut forms.acronyms, entry.acronyms.iter().collect()),
        (&mut forms.capitals, entry.capitals.iter().collect()),
        (&mut forms.seats, entry.seats.iter().collect()),
        (&mut forms.demonyms, entry.demonyms.iter().collect()),
        (&mut forms.plurals, entry.plurals.iter().collect()),
        (&mut forms.prefixes, entry.prefixes.iter().collect()),
    ];
    for (list, more) in added {
        list.extend(more.into_iter().cloned());
        source.names(list)?;
    }
    let first = forms.names.first().or(forms.acronyms.first());
    let name = entry.name.clone().or(known.map(|party| party.name.clone())).or(first.cloned());
    Ok(Party {
        name: name.unwrap_or_else(|| entry.slug.clone()),
        kind: kind(source, entry, known)?,
        slug: entry.slug.clone(),
        role: PartyRole::Other,
        listed: true,
        forms,
    })
}

/// Returns the kind that the entry states, or else the one that the world knows.
fn kind(source: &Source<'_>, entry: &RawParty, known: Option<&Party>) -> Result<PartyKind, DossierError> {
    let Some(word) = &entry.kind else {
        return Ok(known.map_or(PartyKind::Group, |party| party.kind));
    };
    PartyKind::from_word(word).ok_or_else(|| {
        let words = PartyKind::ALL.iter().map(|kind| kind.word());
        source.fault(word, format!("\"{word}\" is no kind of party")).instead_of(word, words)
    })
}

/// Builds the dossier's own people and, behind them, those of the world that it does not name.
fn people(
    source: &Source<'_>,
    raw: Vec<RawPerson>,
    parties: &[Party],
    world: &World,
    moved: &[PartyIx],
) -> Result<Vec<Person>, DossierError> {
    let mut people: Vec<Person> = Vec::with_capacity(raw.len() + world.people().len());
    for RawPerson { name, party, role, mut variants } in raw {
        if people.iter().any(|other| other.name == name) {
            return Err(source.fault(&name, format!("the person \"{name}\" is there twice")));
        }
        source.names(std::slice::from_ref(&name))?;
        let party = ix(find(source, &party, &format!("the party of {name}"), parties)?);
        let known = world.people().iter().find(|other| other.name == name);
        let role = if role.is_empty() { known.map_or(role, |known| known.role.clone()) } else { role };
        variants.extend(known.into_iter().flat_map(|known| known.variants.iter().cloned()));
        people.push(Person { name, party, body: None, role, variants, listed: true });
    }
    for person in world.people() {
        if !people.iter().any(|other| other.name == person.name) {
            let place = |party: PartyIx| moved[party.0 as usize];
            people.push(Person { party: place(person.party), body: person.body.map(place), ..person.clone() });
        }
    }
    Ok(people)
}

/// Builds the issues.
fn issues(source: &Source<'_>, raw: Vec<RawIssue>) -> Result<Vec<Issue>, DossierError> {
    let mut issues: Vec<Issue> = Vec::with_capacity(raw.len());
    for RawIssue { slug, title, broader, strong, words, weak } in raw {
        source.slug(&slug, "issue", issues.iter().map(|issue| issue.slug.as_str()))?;
        if let Some(phrase) = [&strong, &words, &weak].into_iter().flatten().find(|phrase| phrase.trim().is_empty()) {
            return Err(source.fault(phrase, format!("the issue \"{slug}\" has an empty phrase")));
        }
        issues.push(Issue { slug, title, broader, strong, words, weak });
    }
    for issue in &issues {
        if let Some(broader) = issue.broader.as_ref().filter(|&slug| !issues.iter().any(|other| other.slug == *slug)) {
            let known = issues.iter().map(|other| other.slug.as_str());
            let problem = format!("no issue \"{broader}\", which \"{}\" is to be part of", issue.slug);
            return Err(source.fault(broader, problem).instead_of(broader, known));
        }
    }
    Ok(issues)
}

/// Returns the place of the party `slug`, which is wanted as `what`.
fn find(source: &Source<'_>, slug: &str, what: &str, parties: &[Party]) -> Result<usize, DossierError> {
    parties.iter().position(|party| party.slug == slug).ok_or_else(|| {
        let known = parties.iter().map(|party| party.slug.as_str());
        source.fault(slug, format!("no party \"{slug}\", which is to be {what}")).instead_of(slug, known)
    })
}

/// Returns the place `at` as the index of a party.
fn ix(at: usize) -> PartyIx {
    PartyIx(u32::try_from(at).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOUND: &str = r#"{
  "slug": "fish",
  "title": "Fishing rights",
  "principals": ["uk", "fishers"],
  "mediators": ["norway"],
  "parties": [
    { "slug": "uk", "names": ["Whitehall mandarins"] },
    { "slug": "fishers", "name": "Fishers' League", "kind": "union" },
    { "slug": "saudi", "world": "saudi-arabia" },
    { "slug": "norway" }
  ],
  "people": [ { "name": "Ann Cod", "party": "fishers", "role": "chair" } ],
  "issues": [
    { "slug": "quota", "title": "Quotas", "strong": ["quota"] },
    { "slug": "mackerel", "title": "Mackerel", "broader": "quota", "strong": ["mackerel"] }
  ]
}"#;

    /// Reads the sound dossier after a change.
    fn changed(from: &str, to: &str) -> Result<Dossier, DossierError> {
        assert!(SOUND.contains(from), "{from}");
        read("fish.json", &SOUND.replacen(from, to, 1), &World::builtin()?)
    }

    #[test]
    fn a_party_named_by_its_slug_inherits_the_world() {
        let dossier = changed("", "").expect("the dossier is sound");
        let uk = dossier.party(dossier.party_by_slug("uk").expect("the party is there"));
        assert!(uk.listed && uk.role == PartyRole::Principal && uk.kind == PartyKind::State);
        assert!(uk.forms.seats.iter().any(|seat| seat == "Downing Street"));
        assert!(uk.forms.names.iter().any(|name| name == "Whitehall mandarins"));
        assert_eq!(dossier.principals().len() + dossier.mediators().len(), 3);
    }

    #[test]
    fn a_party_may_have_another_slug_than_in_the_world() {
        let dossier = changed("", "").expect("the dossier is sound");
        assert_eq!(dossier.party_by_slug("saudi-arabia"), None);
        let prince = dossier.people().iter().find(|person| person.name == "Mohammed bin Salman");
        assert_eq!(prince.map(|prince| dossier.party(prince.party).slug.as_str()), Some("saudi"));
    }

    #[test]
    fn a_fault_names_its_place_the_bad_word_and_those_that_would_do() {
        for (from, to, expected) in [
            (
                r#""principals": ["uk","#,
                r#""principals": ["ukk","#,
                "fish.json:4:18: no party \"ukk\", which is to be a principal; did you mean \"uk\"? (known: uk, fishers, saudi, ",
            ),
            (
                r#""party": "fishers""#,
                r#""party": "fisher""#,
                "fish.json:12:45: no party \"fisher\", which is to be the party of Ann Cod; did you mean \"fishers\"?",
            ),
            (
                r#""kind": "union""#,
                r#""kind": "onion""#,
                "fish.json:8:61: \"onion\" is no kind of party; did you mean \"union\"? (known: state, organisation, movement, union, company, group)",
            ),
            (
                r#""broader": "quota""#,
                r#""broader": "quotas""#,
                "fish.json:15:59: no issue \"quotas\", which \"mackerel\" is to be part of; did you mean \"quota\"?",
            ),
            (
                r#""slug": "norway""#,
                r#""slug": "norwai""#,
                "fish.json:10:15: the world knows no party \"norwai\", so it needs a name here; did you mean \"norway\"?",
            ),
            (r#""slug": "norway""#, r#""slug": "uk""#, "fish.json:10:15: the party \"uk\" is there twice"),
            (
                r#""slug": "mackerel""#,
                r#""slug": "Mackerel!""#,
                "fish.json:15:15: the issue slug \"Mackerel!\" may hold",
            ),
            (
                r#"["Whitehall mandarins"]"#,
                r#"["mandarins"]"#,
                "fish.json:7:31: the name \"mandarins\" has no capital letter",
            ),
            (
                r#""mediators""#,
                r#""mediatory""#,
                "fish.json:5:13: unknown field \"mediatory\", expected one of \"slug\", \"title\"",
            ),
            (r#"["quota"]"#, r#"[" "]"#, "fish.json:14:54: the issue \"quota\" has an empty phrase"),
        ] {
            let told = changed(from, to).expect_err("the dossier is broken").to_string();
            assert!(told.starts_with(expected), "{told}");
        }
    }
}
