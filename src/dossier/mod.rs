//! What is known of a negotiation before the first article is read: parties, people and issues.
//!
//! A dossier is a data file. It lies on top of [`World`], which knows the states and the large
//! organisations, so that a negotiation nobody has described yet can be read too. This stage knows names
//! and the vocabulary of issues, and nothing of grammar or of stances. Invariant: a [`Dossier`] has been
//! checked, so every slug that it mentions exists.

mod error;
mod inflection;
mod issues;
mod names;
mod party;
mod raw;
mod topics;
mod world;

#[cfg(test)]
mod phrases;

pub use error::DossierError;
pub use issues::Issues;
pub use names::{Entity, Name, NameForm, Names};
pub use party::{Forms, Party, PartyIx, PartyKind, PartyRole, Person, PersonIx};
pub use topics::{Topics, is_bare};
pub use world::World;

/// A point of the negotiation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// The short name in data, flags and exports.
    pub slug: String,
    /// The title on screen.
    pub title: String,
    /// The slug of the broader issue that it is part of.
    pub broader: Option<String>,
    /// Phrases that name it.
    pub strong: Vec<String>,
    /// Phrases that mark it.
    pub words: Vec<String>,
    /// Phrases that merely hint at it.
    pub weak: Vec<String>,
}

/// A negotiation, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dossier {
    slug: String,
    title: String,
    parties: Vec<Party>,
    principals: Vec<PartyIx>,
    mediators: Vec<PartyIx>,
    people: Vec<Person>,
    issues: Vec<Issue>,
    silent: Vec<String>,
}

/// The dossiers that are built in: slug, file name, text.
const BUILTIN: &[(&str, &str, &str)] =
    &[("paris-talks", "paris-talks.json", include_str!("../../data/dossiers/paris-talks.json"))];

impl Dossier {
    /// The slug of the dossier that holds nothing but the world.
    pub const WORLD: &str = "world";

    /// Returns the slugs of the dossiers that are built in.
    #[must_use]
    pub fn builtin_slugs() -> Vec<&'static str> {
        BUILTIN.iter().map(|&(slug, ..)| slug).chain([Self::WORLD]).collect()
    }

    /// Returns the dossier that is built in under `slug`.
    ///
    /// # Errors
    ///
    /// No dossier has that slug; the error names those that are there.
    pub fn builtin(slug: &str) -> Result<Self, DossierError> {
        let world = World::builtin()?;
        if slug == Self::WORLD {
            return Ok(Self::of_world(&world));
        }
        match BUILTIN.iter().find(|(known, ..)| *known == slug) {
            Some((_, file, text)) => Self::from_json(file, text, &world),
            None => Err(DossierError::unknown_dossier(slug, &Self::builtin_slugs())),
        }
    }

    /// Reads a dossier from the JSON `text` of the file `file_name` and lays it on top of `world`.
    ///
    /// # Errors
    ///
    /// The text is no JSON, has a field or a word that a dossier does not know, lacks one that it needs, or
    /// contradicts itself. The error names file, line, column, the bad word, and the words that would do.
    pub fn from_json(file_name: &str, text: &str, world: &World) -> Result<Self, DossierError> {
        raw::read(file_name, text, world)
    }

    /// Builds the dossier that holds nothing but the world: no principals and no issues.
    #[must_use]
    pub fn of_world(world: &World) -> Self {
        Self {
            slug: Self::WORLD.to_owned(),
            title: "Any negotiation".to_owned(),
            parties: world.parties().to_vec(),
            principals: with_role(world.parties(), PartyRole::Principal),
            mediators: with_role(world.parties(), PartyRole::Mediator),
            people: world.people().to_vec(),
            issues: Vec::new(),
            silent: world.silent().to_vec(),
        }
    }

    /// Returns the slug.
    #[must_use]
    pub fn slug(&self) -> &str {
        &self.slug
    }

    /// Returns the title on screen.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Returns the parties: the dossier's own, in its order, then the rest of the world.
    #[must_use]
    pub fn parties(&self) -> &[Party] {
        &self.parties
    }

    /// Returns the people: the dossier's own, in its order, then the rest of the world.
    #[must_use]
    pub fn people(&self) -> &[Person] {
        &self.people
    }

    /// Returns the issues in the dossier's order; none where nobody has described the negotiation.
    #[must_use]
    pub fn issues(&self) -> &[Issue] {
        &self.issues
    }

    /// Returns names that hold a party's name and mean another thing ("Washington Post").
    #[must_use]
    pub fn silent(&self) -> &[String] {
        &self.silent
    }

    /// Returns the party at `ix`, which must come from this dossier.
    #[must_use]
    pub fn party(&self, ix: PartyIx) -> &Party {
        &self.parties[ix.0 as usize]
    }

    /// Returns the person at `ix`, which must come from this dossier.
    #[must_use]
    pub fn person(&self, ix: PersonIx) -> &Person {
        &self.people[ix.0 as usize]
    }

    /// Returns the party whose slug is `slug`.
    #[must_use]
    pub fn party_by_slug(&self, slug: &str) -> Option<PartyIx> {
        position(self.parties.iter(), |party| party.slug == slug).map(PartyIx)
    }

    /// Returns the issue whose slug is `slug`.
    #[must_use]
    pub fn issue(&self, slug: &str) -> Option<&Issue> {
        self.issues.iter().find(|issue| issue.slug == slug)
    }

    /// Returns the parties that negotiate, in the dossier's order.
    #[must_use]
    pub fn principals(&self) -> &[PartyIx] {
        &self.principals
    }

    /// Returns the parties that mediate, in the dossier's order.
    #[must_use]
    pub fn mediators(&self) -> &[PartyIx] {
        &self.mediators
    }
}

/// Returns the parties with this role.
fn with_role(parties: &[Party], role: PartyRole) -> Vec<PartyIx> {
    let numbered = (0_u32..).zip(parties);
    numbered.filter(|(_, party)| party.role == role).map(|(at, _)| PartyIx(at)).collect()
}

/// Returns the place of the first item that `fits`.
fn position<T>(mut items: impl Iterator<Item = T>, fits: impl Fn(T) -> bool) -> Option<u32> {
    items.position(fits).and_then(|at| u32::try_from(at).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_dossier_that_is_built_in_is_sound() {
        for slug in Dossier::builtin_slugs() {
            let dossier = Dossier::builtin(slug).expect("the dossier is sound");
            assert_eq!(dossier.slug(), slug);
        }
    }

    #[test]
    fn an_unknown_dossier_is_answered_with_those_there_are() {
        let told = Dossier::builtin("paris").expect_err("there is none").to_string();
        assert_eq!(
            told,
            "built-in dossiers: no dossier \"paris\"; did you mean \"paris-talks\"? (known: paris-talks, world)"
        );
    }

    #[test]
    fn the_dossiers_own_parties_stand_before_the_world() {
        let dossier = Dossier::builtin("paris-talks").expect("the dossier is sound");
        let slugs = |parties: &[PartyIx]| parties.iter().map(|&ix| dossier.party(ix).slug.clone()).collect::<Vec<_>>();
        assert_eq!(slugs(dossier.principals()), ["israel", "syria"]);
        assert_eq!(slugs(dossier.mediators()), ["us"]);
        let unlisted = dossier.parties().iter().position(|party| !party.listed);
        assert!(dossier.parties().iter().skip(unlisted.unwrap_or(0)).all(|party| !party.listed));
        assert!(dossier.issue("withdrawal").is_some() && dossier.issue("cheese").is_none());
    }
}
