//! The names by which users call parties, issues and sources, and what to say of a name that is not known.
//!
//! It is filled from a dossier and from what a corpus holds beyond it; it knows no grammar.

use std::collections::HashMap;
use std::fmt;

use crate::corpus::Corpus;

/// A party as users see it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PartyEntry {
    /// The slug in records and flags.
    pub slug: String,
    /// The name in headings.
    pub name: String,
    /// What it is in the talks ("principal", "mediator"), or empty.
    pub role: String,
    /// Other names by which a user may call it.
    pub names: Vec<String>,
    /// Whether it belongs to this negotiation, not just to the world beneath; only such parties are listed as known.
    pub listed: bool,
}

/// An issue as users see it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct IssueEntry {
    /// The slug in records and flags.
    pub slug: String,
    /// The title in headings.
    pub title: String,
    /// The slug of the broader issue, where there is one.
    pub broader: Option<String>,
    /// Whether the articles gave it, not the dossier.
    pub found: bool,
}

/// The parties and issues of one negotiation, in the order in which listings show them.
#[derive(Debug, Clone, Default)]
pub struct Glossary {
    parties: Vec<PartyEntry>,
    issues: Vec<IssueEntry>,
    /// The place of each slug, the first where there are two.
    party_places: HashMap<String, usize>,
    issue_places: HashMap<String, usize>,
}

/// A word that names nothing known, with what would have done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unknown {
    /// What the word should have named: "party", "issue", "source", "kind", "status", "claim".
    pub what: &'static str,
    /// The word.
    pub word: String,
    /// The known word that is most like it, if one is near.
    pub nearest: Option<String>,
    /// The words that would do, in listing order; for a party those of this negotiation; for a claim none, for
    /// they are many.
    pub known: Vec<String>,
}

impl Unknown {
    /// Builds the error for `word`, which is none of `known`.
    #[must_use]
    pub fn new(what: &'static str, word: &str, known: Vec<String>) -> Self {
        let nearest = nearest(word, known.iter().map(String::as_str)).map(str::to_owned);
        Self { what, word: word.to_owned(), nearest, known }
    }
}

impl fmt::Display for Unknown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no {} is called `{}`", self.what, self.word)?;
        if let Some(nearest) = &self.nearest {
            write!(f, "; did you mean `{nearest}`?")?;
        }
        if !self.known.is_empty() {
            let lead = if self.nearest.is_some() { " Known are" } else { "; known are" };
            write!(f, "{lead} {}", self.known.join(", "))?;
        }
        Ok(())
    }
}

impl std::error::Error for Unknown {}

impl Glossary {
    /// Builds a glossary; the order given is the order in which listings show parties and issues.
    #[must_use]
    pub fn new(parties: Vec<PartyEntry>, issues: Vec<IssueEntry>) -> Self {
        let mut glossary = Self::default();
        for entry in parties {
            glossary.add_party(entry);
        }
        for entry in issues {
            glossary.add_issue(entry);
        }
        glossary
    }

    fn add_party(&mut self, entry: PartyEntry) {
        self.party_places.entry(entry.slug.clone()).or_insert(self.parties.len());
        self.parties.push(entry);
    }

    fn add_issue(&mut self, entry: IssueEntry) {
        self.issue_places.entry(entry.slug.clone()).or_insert(self.issues.len());
        self.issues.push(entry);
    }

    /// Adds every party and issue that a record of `corpus` names and no entry knows, in alphabetical order.
    pub fn extend_from(&mut self, corpus: &Corpus) {
        let claims = corpus.claims.iter();
        let mut parties: Vec<&String> =
            claims.clone().flat_map(|claim| claim.holders.iter().chain(&claim.toward)).collect();
        parties.extend(corpus.statements.iter().filter_map(|statement| statement.holder.as_ref()));
        parties.extend(corpus.people.iter().filter_map(|person| person.party.as_ref()));
        parties.sort_unstable();
        parties.dedup();
        for slug in parties {
            match self.party_places.get(slug) {
                Some(&at) => self.parties[at].listed = true,
                None => self.add_party(PartyEntry {
                    slug: slug.clone(),
                    name: readable(slug),
                    listed: true,
                    ..PartyEntry::default()
                }),
            }
        }
        let mut issues: Vec<&String> = claims.flat_map(|claim| &claim.issues).collect();
        issues.sort_unstable();
        issues.dedup();
        for slug in issues {
            if self.issue_entry(slug).is_none() {
                self.add_issue(IssueEntry {
                    slug: slug.clone(),
                    title: sentence_case(slug),
                    broader: None,
                    found: true,
                });
            }
        }
    }

    /// Returns the parties in listing order.
    #[must_use]
    pub fn parties(&self) -> &[PartyEntry] {
        &self.parties
    }

    /// Returns the issues in listing order.
    #[must_use]
    pub fn issues(&self) -> &[IssueEntry] {
        &self.issues
    }

    /// Returns the slug of the party that a user calls `word`: its slug or any of its names, in any case.
    ///
    /// # Errors
    ///
    /// Returns [`Unknown`] where no party is called so.
    pub fn party(&self, word: &str) -> Result<&str, Unknown> {
        let key = key(word);
        let called = |entry: &&PartyEntry| {
            [&entry.slug, &entry.name].into_iter().chain(&entry.names).any(|name| self::key(name) == key)
        };
        let exact = self.parties.iter().find(|entry| entry.slug == word);
        match exact.or_else(|| self.parties.iter().find(called)) {
            Some(entry) => Ok(&entry.slug),
            None => Err(self.unknown_party(word)),
        }
    }

    /// Returns the slug of the issue whose slug or title is `word`.
    ///
    /// # Errors
    ///
    /// Returns [`Unknown`] where no issue is called so.
    pub fn issue(&self, word: &str) -> Result<&str, Unknown> {
        let key = key(word);
        let called = |entry: &&IssueEntry| self::key(&entry.slug) == key || self::key(&entry.title) == key;
        match self.issues.iter().find(called) {
            Some(entry) => Ok(&entry.slug),
            None => Err(Unknown::new("issue", word, self.issues.iter().map(|entry| entry.slug.clone()).collect())),
        }
    }

    /// Returns `slug` and every issue that lies beneath it.
    #[must_use]
    pub fn narrower(&self, slug: &str) -> Vec<String> {
        let mut found = vec![slug.to_owned()];
        let mut next = 0;
        while let Some(broader) = found.get(next).cloned() {
            let below = self.issues.iter().filter(|entry| entry.broader.as_ref() == Some(&broader));
            for entry in below {
                if !found.contains(&entry.slug) {
                    found.push(entry.slug.clone());
                }
            }
            next += 1;
        }
        found
    }

    /// Returns the name of the party `slug` for headings.
    #[must_use]
    pub fn party_name<'a>(&'a self, slug: &'a str) -> &'a str {
        self.party_entry(slug).map_or(slug, |entry| &entry.name)
    }

    /// Returns the title of the issue `slug` for headings.
    #[must_use]
    pub fn issue_title<'a>(&'a self, slug: &'a str) -> &'a str {
        self.issue_entry(slug).map_or(slug, |entry| &entry.title)
    }

    /// Returns the place of the party `slug` in listings; unknown ones come last.
    #[must_use]
    pub fn party_rank(&self, slug: &str) -> usize {
        self.party_places.get(slug).copied().unwrap_or(usize::MAX)
    }

    /// Returns the place of the issue `slug` in listings; unknown ones come last.
    #[must_use]
    pub fn issue_rank(&self, slug: &str) -> usize {
        self.issue_places.get(slug).copied().unwrap_or(usize::MAX)
    }

    fn party_entry(&self, slug: &str) -> Option<&PartyEntry> {
        self.party_places.get(slug).map(|&at| &self.parties[at])
    }

    fn issue_entry(&self, slug: &str) -> Option<&IssueEntry> {
        self.issue_places.get(slug).map(|&at| &self.issues[at])
    }

    /// The nearest is looked for among all names, and given as the slug it stands for.
    fn unknown_party(&self, word: &str) -> Unknown {
        let names = self.parties.iter().flat_map(|entry| {
            [&entry.slug, &entry.name].into_iter().chain(&entry.names).map(move |name| (name.as_str(), entry))
        });
        let near = nearest(word, names.clone().map(|(name, _)| name));
        let nearest =
            near.and_then(|near| names.clone().find(|(name, _)| *name == near)).map(|(_, entry)| entry.slug.clone());
        let listed = self.parties.iter().filter(|entry| entry.listed);
        let known = listed.map(|entry| entry.slug.clone()).collect();
        Unknown { what: "party", word: word.to_owned(), nearest, known }
    }
}

/// Returns the known word that is most like `word`, if one is like it at all.
#[must_use]
pub fn nearest<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let word = key(word);
    let scored = known.map(|candidate| (strsim::jaro_winkler(&word, &key(candidate)), candidate));
    let best = scored.fold(None, |best: Option<(f64, &str)>, next| match best {
        Some(best) if best.0 >= next.0 => Some(best),
        _ => Some(next),
    });
    best.filter(|(score, _)| *score >= 0.8).map(|(_, candidate)| candidate)
}

/// Case, hyphens, apostrophes and a leading "the" make no difference between names.
fn key(name: &str) -> String {
    let lower = name.trim().to_lowercase().replace(['-', '_'], " ").replace(['’', '\''], "");
    lower.strip_prefix("the ").map_or_else(|| lower.clone(), str::to_owned)
}

/// A heading for a party of which only the slug is known: "north-korea" becomes "North Korea".
fn readable(slug: &str) -> String {
    let words: Vec<String> = slug.split('-').map(sentence_case).collect();
    words.join(" ")
}

fn sentence_case(slug: &str) -> String {
    let text = slug.replace('-', " ");
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn party(slug: &str, name: &str, names: &[&str]) -> PartyEntry {
        let names = names.iter().map(|&name| name.to_owned()).collect();
        PartyEntry { slug: slug.into(), name: name.into(), role: String::new(), names, listed: true }
    }

    fn issue(slug: &str, broader: Option<&str>) -> IssueEntry {
        let broader = broader.map(str::to_owned);
        IssueEntry { slug: slug.into(), title: sentence_case(slug), broader, found: false }
    }

    fn glossary() -> Glossary {
        let parties = vec![party("norland", "Norland", &["Norhaven"]), party("us", "United States", &["Washington"])];
        let issues = vec![
            issue("security", None),
            issue("border", Some("security")),
            issue("posts", Some("border")),
            issue("trade", None),
        ];
        Glossary::new(parties, issues)
    }

    #[test]
    fn a_party_answers_to_its_slug_and_to_every_name() {
        let glossary = glossary();
        for (word, slug) in [
            ("us", "us"),
            ("the United States", "us"),
            ("washington", "us"),
            ("NORHAVEN", "norland"),
            ("united-states", "us"),
        ] {
            assert_eq!(glossary.party(word), Ok(slug), "{word}");
        }
    }

    #[test]
    fn an_unknown_party_gets_the_slug_of_the_nearest_name() {
        let error = glossary().party("Norhavn").expect_err("not a party");
        assert_eq!(error.nearest.as_deref(), Some("norland"));
        assert_eq!(error.to_string(), "no party is called `Norhavn`; did you mean `norland`? Known are norland, us");
    }

    #[test]
    fn parties_of_the_world_are_listed_once_they_take_part() {
        let abroad = PartyEntry { slug: "ostland".into(), name: "Ostland".into(), ..PartyEntry::default() };
        let mut glossary = Glossary::new(vec![party("us", "United States", &[]), abroad], vec![]);
        assert_eq!(glossary.party("zzz").expect_err("unknown").known, ["us"]);
        let corpus = Corpus {
            claims: vec![crate::query::group::tests::claim("a", &["ostland", "new-union"])],
            ..Corpus::default()
        };
        glossary.extend_from(&corpus);
        assert_eq!(glossary.party("zzz").expect_err("unknown").known, ["us", "ostland", "new-union"]);
        assert_eq!(glossary.party_name("new-union"), "New Union");
    }

    #[test]
    fn a_word_like_none_gets_the_list_alone() {
        let error = glossary().issue("zzz").expect_err("not an issue");
        assert_eq!(error.to_string(), "no issue is called `zzz`; known are security, border, posts, trade");
    }

    #[test]
    fn a_broader_issue_includes_the_narrower_at_every_depth() {
        assert_eq!(glossary().narrower("security"), ["security", "border", "posts"]);
        assert_eq!(glossary().narrower("trade"), ["trade"]);
    }

    #[test]
    fn issues_that_are_broader_than_each_other_do_not_go_round() {
        let glossary = Glossary::new(vec![], vec![issue("a", Some("b")), issue("b", Some("a"))]);
        assert_eq!(glossary.narrower("a"), ["a", "b"]);
    }
}
