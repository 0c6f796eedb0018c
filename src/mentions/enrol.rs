//! From what a first reading gathered to parties: those with a name, the enterprise, towns, and those without a name for
//! whom nobody with a name can be meant.
//!
//! Each gets the slug by which it is known in data. Which of them negotiate is not asked here.

use super::open::{Gathered, Named};
use super::solo::Solo;
use crate::dossier::{Dossier, PartyIx, PartyKind};
use crate::language::Word;
use crate::language::word_list::{WordList, words};

/// A party that an article names and no dossier lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenParty {
    /// The name in data: lower case with hyphens, the acronym where the text gives one.
    pub slug: String,
    /// The name as the text has it.
    pub name: String,
    /// What it is.
    pub kind: PartyKind,
    /// Its names, as words.
    pub(super) forms: Vec<Vec<String>>,
    /// Whether it is described rather than named ("creditors").
    pub(super) common: bool,
    /// Whether it is several people ("creditors"), for whom "they" stands.
    pub(super) several: bool,
    /// The noun that the text has beside its name ("the coalition").
    pub(super) called: Option<Word>,
    /// Whether it is a town, which counts before the state whose capital it is.
    pub(super) town: bool,
}

/// Firms in the names of associations that sit where an employer would.
const FIRMS: &WordList = words![
    "builders'",
    "carriers'",
    "employers",
    "employers'",
    "hauliers'",
    "landlords'",
    "manufacturers'",
    "operators",
    "operators'",
    "owners'",
    "producers",
    "producers'",
    "retailers'",
    "shipowners'",
];

/// Makes parties of what was gathered: those with a name, the enterprise, and those without a name for whom
/// nobody with a name can be meant.
pub(super) fn open_parties(dossier: &Dossier, gathered: &Gathered, counts: &[(PartyIx, usize)]) -> Vec<OpenParty> {
    let mut open: Vec<OpenParty> = gathered.named.iter().map(|named| named_party(named, gathered)).collect();
    let has = |kind: PartyKind| {
        open.iter().any(|party| party.kind == kind) || counts.iter().any(|&(ix, _)| dossier.party(ix).kind == kind)
    };
    let labour = gathered.unnamed.iter().any(|named| named.kind == PartyKind::Union);
    let (has_union, has_movement) = (has(PartyKind::Union), has(PartyKind::Movement));
    let has_company = has(PartyKind::Company);
    // "the owners' association Selby" sits where the enterprise would.
    let employers = |solo: &Solo| solo.called.is_some_and(|(kind, _)| kind == PartyKind::Organisation);
    let seated = has_company || gathered.solos.iter().any(employers);
    if (gathered.company || has_union || labour) && !seated {
        open.extend(company(&gathered.solos, &open));
    }
    for party in &mut open {
        join_acronym(party, gathered);
    }
    open.extend(tabled(gathered, &open));
    join_clipped(&mut open);
    let town = gathered.town.as_ref().or(gathered.home.as_ref().filter(|_| gathered.ruled));
    open.extend(town.map(|words| town_party(words)));
    let added = |kind| open.iter().any(|party| party.kind == kind);
    let (has_union, has_company) = (has_union || added(PartyKind::Union), has_company || added(PartyKind::Company));
    if !has_union && let Some(union) = union_of(gathered, &mut open) {
        union.kind = PartyKind::Union;
    }
    let of_firms = |party: &OpenParty| party.name.split(' ').any(|word| FIRMS.contains(&word.to_lowercase()));
    let association =
        open.iter().any(|party| party.kind == PartyKind::Organisation && (party.called.is_some() || of_firms(party)));
    let has_union = has_union || open.iter().any(|party| party.kind == PartyKind::Union);
    for named in &gathered.unnamed {
        let head = named.words.last().map(String::as_str).unwrap_or_default();
        let place = named.words.first().map(String::as_str).unwrap_or_default();
        let has_word = |party: &OpenParty, word: &str| {
            let name = party.name.to_lowercase();
            let short = party.forms.iter().any(|form| form.len() == 1 && form[0].eq_ignore_ascii_case(word));
            short || name.split(' ').any(|known| known.trim_end_matches(['\'', '’']) == word)
        };
        let covered = open.iter().any(|party| has_word(party, head) || has_word(party, &place.to_lowercase()));
        let union = named.kind == PartyKind::Union && named.words.len() == 1;
        if let Some(people) = open.iter_mut().find(|party| union && party.several && party.kind == PartyKind::Group) {
            // "the union" of an article that speaks of "players" is theirs.
            people.kind = PartyKind::Union;
            continue;
        }
        let members = has_union && matches!(named.kind, PartyKind::Union | PartyKind::Group);
        // "the rebels" are the movement that the text names.
        let fighters = named.kind == PartyKind::Movement && has_movement;
        let hands = has_union || labour || gathered.unnamed.iter().any(|other| other.kind == PartyKind::Group);
        if named.kind == PartyKind::Company && (!hands || has_company || association) {
            continue;
        }
        let people =
            matches!(named.kind, PartyKind::Group | PartyKind::Movement | PartyKind::Union | PartyKind::Company);
        // "the government" of an article that names no state twice.
        let stateless = !gathered.governed
            && !counts.iter().any(|&(ix, count)| count > 1 && dossier.party(ix).kind == PartyKind::State);
        let states = counts.iter().filter(|&&(ix, _)| dossier.party(ix).kind == PartyKind::State).count();
        let rules = head.eq_ignore_ascii_case("government") && stateless && states != 1;
        let council = town.is_some() && words!["city", "council", "town"].contains(head);
        // "the state government" is that of the state that the text names.
        let ruling = head.eq_ignore_ascii_case("government") && states > 0;
        if !covered
            && !council
            && (!ruling || rules)
            && !members
            && !fighters
            && (named.words.len() > 1 || people || rules)
        {
            open.push(unnamed_party(named, gathered));
        }
    }
    let mut slugs: Vec<String> = Vec::new();
    open.retain(|party| {
        let new =
            !party.slug.is_empty() && dossier.party_by_slug(&party.slug).is_none() && !slugs.contains(&party.slug);
        slugs.push(party.slug.clone());
        new
    });
    open
}

fn named_party(named: &Named, gathered: &Gathered) -> OpenParty {
    let mut words = named.words.clone();
    if let Some(local) = words.iter().position(|word| word.eq_ignore_ascii_case("local")).filter(|&at| at > 0) {
        words.truncate(local);
    }
    let mut forms = vec![named.words.clone()];
    if words.len() < named.words.len() {
        forms.push(words.clone());
        forms.push(named.words[words.len()..].to_vec());
    }
    let short = (named.kind == PartyKind::Company || named.kind == PartyKind::Group && !named.faction)
        .then(|| gathered.solos.iter().find(|solo| solo.word == words[0] && solo.is_alone()));
    if let Some(solo) = short.flatten() {
        forms.push(vec![solo.word.clone()]);
    }
    // "Alimentation Brandel", called "Brandel" for short
    let last = |solo: &&Solo| {
        let noun = gathered.solos.iter().any(|first| first.word == words[0] && first.noun);
        let tail = named.words.len() == 2 && named.words.last() == Some(&solo.word) && !noun;
        tail && solo.is_alone() && matches!(named.kind, PartyKind::Company | PartyKind::Group)
    };
    forms.extend(gathered.solos.iter().find(last).map(|solo| vec![solo.word.clone()]));
    // The slug is the commoner of the two names.
    let short = short.flatten().filter(|solo| solo.count > named.count);
    let slug = match (&named.acronym, short) {
        (Some(acronym), _) => {
            forms.push(vec![acronym.clone()]);
            slug(std::slice::from_ref(acronym))
        }
        (None, Some(solo)) => slug(std::slice::from_ref(&solo.word)),
        (None, None) => slug(&words),
    };
    // "the Liberals"
    let several = named.faction;
    let name = joined(&named.words);
    OpenParty { slug, name, kind: named.kind, forms, common: false, several, called: None, town: false }
}

/// A town whose council acts.
fn town_party(words: &[String]) -> OpenParty {
    OpenParty {
        slug: slug(words),
        name: joined(words),
        kind: PartyKind::Organisation,
        forms: vec![words.to_vec(), vec!["City".to_owned(), "hall".to_owned()]],
        common: false,
        several: false,
        called: None,
        town: true,
    }
}

/// The acronym that is a union, though the text says so nowhere beside it: the only one of an article that speaks of "the
/// union", or one that ends as players' associations do.
fn union_of<'o>(gathered: &Gathered, open: &'o mut [OpenParty]) -> Option<&'o mut OpenParty> {
    let is = |named: &Named, text: &str| named.words.len() == 1 && named.words[0].eq_ignore_ascii_case(text);
    let spoken = |text: &str| gathered.unnamed.iter().any(|named| is(named, text));
    let free = |party: &OpenParty| party.kind == PartyKind::Group && is_acronym(party);
    let players = |party: &OpenParty| free(party) && party.slug.len() > 3 && party.slug.ends_with("pa");
    let only = open.iter().filter(|party| free(party)).count() == 1 && spoken("union");
    let sport = spoken("players");
    open.iter_mut().find(|party| sport && players(party) || only && free(party))
}

/// Tells whether a party is called by an acronym.
fn is_acronym(party: &OpenParty) -> bool {
    !party.common
        && party
            .forms
            .iter()
            .any(|form| form.len() == 1 && form[0].len() > 1 && !form[0].chars().any(char::is_lowercase))
}

/// The enterprise of an article that speaks of "the company" or of a union: the name that acts most, or meets the
/// others, and is nobody's surname.
fn company(solos: &[Solo], open: &[OpenParty]) -> Option<OpenParty> {
    let surname = |word: &String| solos.iter().any(|solo| solo.other && solo.count > 0 && solo.word == *word);
    let called = |solo: &Solo| solo.called.is_some_and(|(kind, _)| kind == PartyKind::Company);
    let weight = |solo: &Solo| {
        let person = solo.longest.iter().skip(1).any(surname);
        solo.acts + solo.meets + if person { 0 } else { solo.leads } + 2 * solo.bargains
    };
    // "Ana Gil … Gil"
    let person = |solo: &Solo| solo.count == 0 && solo.longest.iter().skip(1).any(surname);
    let free = |solo: &&Solo| {
        solo.is_sure()
            && !solo.other
            && !person(solo)
            && !is_taken(solo, open)
            && (called(solo) || solo.called.is_none())
    };
    let shown = |solo: &&Solo| called(solo) || solo.bargains > 0 || solo.acts + solo.meets + solo.leads > 1;
    let fits = solos.iter().filter(free).filter(shown).filter(|solo| called(solo) || weight(solo) > 0);
    let chosen = fits.max_by_key(|solo| (called(solo), weight(solo), solo.count))?;
    Some(named_by(chosen, PartyKind::Company))
}

/// Names without a form of their own that are met at the table: acronyms, and names of one word, or called by
/// their first word for short as no person is.
fn tabled(gathered: &Gathered, open: &[OpenParty]) -> Vec<OpenParty> {
    let solos = &gathered.solos;
    let dealt = solos.iter().any(|solo| solo.bargains > 0 && !solo.other);
    // "The CDA could live with it": an abbreviation that acts again and again beside those who bargain.
    let abbreviated = |solo: &Solo| {
        let short = |c: &char| c.is_uppercase() || c.is_numeric();
        let capitals = solo.word.chars().filter(short).count();
        capitals > 1
            && solo.word.starts_with(char::is_uppercase)
            && dealt
            && (solo.acts > 1 || solo.acts > 0 && solo.count > 2)
    };
    // "Kaluma, Ostra and Benwe": who is listed with one that bargains, and acts again, sits with it.
    let bargaining = |word: &String| solos.iter().any(|solo| solo.word == *word && solo.bargains > 0 && !solo.other);
    let listed = |solo: &Solo| {
        let with = |list: &Vec<String>| list.contains(&solo.word) && list.iter().any(bargaining);
        solo.count > 1 && solo.acts > 0 && gathered.listed.iter().any(with)
    };
    // "the owners' association Selby", "Selby, the largest operator,"
    let body = |kind: PartyKind| matches!(kind, PartyKind::Organisation | PartyKind::Company);
    let called = |solo: &Solo| solo.called.is_some_and(|(kind, _)| body(kind));
    let bargains = |solo: &Solo| solo.bargains > 0 || abbreviated(solo) || listed(solo) || called(solo);
    // "New Horizon wants": a name of two words that bargains again and again, and is not called by the second alone.
    let last = |solo: &Solo| solo.longest.last().and_then(|last| solos.iter().find(|other| other.word == *last));
    let whole = |solo: &Solo| {
        let surname = last(solo).is_some_and(|last| last.count > 0);
        solo.longest.len() == 2 && solo.bargains > 1 && solo.noun && !surname
    };
    let named = |solo: &Solo| solo.is_alone() || solo.called.is_some() || whole(solo);
    let fits = solos
        .iter()
        .filter(|solo| solo.is_sure() && bargains(solo) && named(solo) && !solo.other && !is_taken(solo, open));
    fits.map(|solo| named_by(solo, solo.called.map_or(PartyKind::Group, |(kind, _)| kind))).collect()
}

/// Tells whether one of the parties bears the name already.
fn is_taken(solo: &Solo, open: &[OpenParty]) -> bool {
    open.iter().any(|party| {
        let named = party.forms.iter().flatten().any(|word| word.eq_ignore_ascii_case(&solo.word));
        named || party.forms.iter().any(|form| is_acronym_of(&solo.word, form))
    })
}

/// Joins to a party the acronym that the text uses without saying whose it is; it is called by that where the text
/// does so more often.
fn join_acronym(party: &mut OpenParty, gathered: &Gathered) {
    let of = |solo: &&Solo| solo.count > 0 && is_acronym_of(&solo.word, &party.forms[0]);
    let Some(solo) = gathered.solos.iter().find(of) else { return };
    if party.forms.len() == 1 && solo.count > gathered.count(&party.name) {
        party.slug = slug(std::slice::from_ref(&solo.word));
    }
    party.forms.push(vec![solo.word.clone()]);
}

/// Joins "Selco" to `SelcoBruma`, which it is short for.
fn join_clipped(open: &mut Vec<OpenParty>) {
    let clips = |long: &str, short: &str| {
        let rest = long.strip_prefix(short).filter(|_| short.len() > 3);
        rest.is_some_and(|rest| rest.starts_with(char::is_uppercase))
    };
    let single =
        |party: &OpenParty| (party.forms.len() == 1 && party.forms[0].len() == 1).then(|| party.forms[0][0].clone());
    let shorts: Vec<(usize, String)> =
        open.iter().enumerate().filter_map(|(at, party)| Some((at, single(party)?))).collect();
    for (at, short) in shorts.into_iter().rev() {
        let long = |party: &OpenParty| party.forms.iter().any(|form| form.len() == 1 && clips(&form[0], &short));
        if let Some(whole) = open.iter_mut().find(|party| long(party)) {
            whole.forms.push(vec![short]);
            open.remove(at);
        }
    }
}

/// Tells whether the letters of `word` begin the words of a name: "GM" for "General Motors".
fn is_acronym_of(word: &str, name: &[String]) -> bool {
    let initials = name.iter().filter_map(|part| part.chars().next()).filter(|initial| initial.is_uppercase());
    name.len() > 1 && word.chars().eq(initials)
}

/// The party that a name of one word stands for, with the longer name that begins with it; called by that where the
/// text uses it as often.
fn named_by(chosen: &Solo, kind: PartyKind) -> OpenParty {
    let single: Vec<String> = chosen.word.split(' ').map(str::to_owned).collect();
    let mut forms = vec![single.clone()];
    if chosen.longest.len() > single.len() {
        forms.insert(0, chosen.longest.clone());
        // "New" of "New Horizon" stands for nobody.
        forms.truncate(if !chosen.is_alone() && chosen.called.is_none() { 1 } else { 2 });
    }
    let name = joined(forms.first().unwrap_or(&single));
    let commonest = if chosen.longer >= chosen.count { forms.first().unwrap_or(&single) } else { &single };
    OpenParty {
        slug: slug(commonest),
        name,
        kind,
        forms,
        common: false,
        several: false,
        called: chosen.called.map(|(_, noun)| noun),
        town: false,
    }
}

/// A body without a name is called after the place that the other parties are called after.
fn unnamed_party(named: &Named, gathered: &Gathered) -> OpenParty {
    let place = gathered.named.iter().filter(|_| named.kind == PartyKind::Organisation).find_map(|other| {
        let first = other.words.first().filter(|_| other.words.len() > 2)?;
        gathered.solos.iter().any(|solo| solo.word == *first && solo.count > 0).then(|| first.clone())
    });
    let words: Vec<String> = place.into_iter().chain(named.words.iter().cloned()).collect();
    let forms = vec![named.words.clone()];
    let several = matches!(named.kind, PartyKind::Group | PartyKind::Movement | PartyKind::Company);
    OpenParty {
        slug: slug(&words),
        name: joined(&words),
        kind: named.kind,
        forms,
        common: true,
        several,
        called: None,
        town: false,
    }
}

/// Words in lower case with hyphens, marks left out: "peoples-party".
fn slug(words: &[String]) -> String {
    let mut slug = String::new();
    for word in words.iter().filter(|word| !matches!(word.as_str(), "'" | "’")) {
        if matches!(word.as_str(), "'s" | "’s") {
            slug.push('s');
            continue;
        }
        let plain: String = word.to_lowercase().chars().filter(|c| c.is_alphanumeric() || *c == '-').collect();
        if !slug.is_empty() && !plain.is_empty() {
            slug.push('-');
        }
        slug.push_str(&plain);
    }
    slug
}

/// Words with spaces between them, genitives attached.
fn joined(words: &[String]) -> String {
    words
        .join(" ")
        .replace(" ,", ",")
        .replace(" 's", "'s")
        .replace(" ’s", "’s")
        .replace("s '", "s'")
        .replace("s ’", "s’")
}
