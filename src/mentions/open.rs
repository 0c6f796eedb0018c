//! Groups that an article names and no dossier lists: unions, enterprises, boards, movements, by the form of
//! their names, and people who bargain together without a name ("the drivers' union", "creditors").
//!
//! This stage reads names and their neighbours. What such a group wants is not asked here.

use super::bargain;
use super::bracket::{Abbreviated, abbreviated};
use super::called::{self, Role, opens_with_role};
use super::name_word::{is_name_word, is_noun, is_subject, kind_of, words};
use super::solo::{self, Solo};
use super::town;
use crate::dossier::{Name, PartyKind};
use crate::language::classes::Class;
use crate::language::named;
use crate::language::parse::Parse;
use crate::language::phrase::Phrase;
use crate::language::word_list::{WordList, words};
use crate::language::{Tag, Word};

/// The longest name, in words.
const LONGEST: usize = 10;

/// A name met in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Named {
    /// Its words as written, without "the".
    pub(super) words: Vec<String>,
    pub(super) kind: PartyKind,
    /// The acronym that the text gives for it.
    pub(super) acronym: Option<String>,
    pub(super) count: usize,
    /// Whether it is no name but a description ("drivers' union").
    pub(super) common: bool,
    /// Whether it is a political party that is called by its people ("the Liberals").
    pub(super) faction: bool,
}

/// What the first reading of an article gathers.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    pub(super) named: Vec<Named>,
    pub(super) solos: Vec<Solo>,
    /// Boards and unions that the text calls by nothing but what they are ("the school board"), and how often.
    pub(super) unnamed: Vec<Named>,
    /// Whether the text speaks of "the company" or "management".
    pub(super) company: bool,
    /// Those without a name who act once, late in the article.
    later: Vec<Vec<String>>,
    /// Whether the text says whose government it speaks of ("Chad's government").
    pub(super) governed: bool,
    /// How many sentences have been read.
    sentences: usize,
    /// Bare names that stand side by side in a list: "Kaluma, Ostra and Benwe".
    pub(super) listed: Vec<Vec<String>>,
    /// The first town that acts.
    pub(super) town: Option<Vec<String>>,
    /// Whether a town acts that the text does not name there, and the town whose people it speaks of.
    pub(super) ruled: bool,
    pub(super) home: Option<Vec<String>>,
    /// The name that was met last, and in which sentence.
    latest: Option<(String, usize)>,
}

/// Boards that every firm has.
const OF_A_FIRM: &WordList = words!["advisory", "executive", "independent", "management", "supervisory", "unitary"];
/// How the names of firms begin in other languages.
const FIRMS: &WordList =
    words!["banca", "banco", "banque", "compagnie", "companhia", "crédit", "groupe", "grupo", "gruppo", "société"];
/// How many sentences behind a name "the company" may still speak of it.
const NEAR: usize = 2;
/// What fighters under one name are called.
const BANDS: &WordList = words!["group", "movement", "militia", "faction"];
/// Employers that a text on their staff may call by nothing else.
const EMPLOYERS: &WordList = words!["administration", "college", "hospital", "university"];

/// How far into an article those who bargain without a name are first met.
const EARLY: usize = 4;

impl Gathered {
    /// Gathers from a sentence in which the dossier's `names` have been found.
    pub(super) fn read(&mut self, parse: &Parse<'_>, names: &[Name]) {
        let mut at = 0;
        let brackets = 1..parse.tokens.len();
        let given: Vec<Abbreviated> = brackets.filter_map(|at| abbreviated(parse, at)).collect();
        while at < parse.tokens.len() {
            if let Some(given) = given.iter().find(|given| given.first == at) {
                self.note_given(parse, names, given);
                at = given.last + 1;
                continue;
            }
            let last = if opens_with_role(parse, at) { None } else { run(parse, at) };
            let Some(last) = last else {
                at += 1;
                continue;
            };
            self.note_run(parse, names, at, last);
            if let Some(next) = beside(parse, at, last) {
                self.note_listed(parse.text_at(at), parse.text_at(next));
            }
            at = last + 1;
        }
        self.sentences += 1;
        self.town = self.town.take().or_else(|| town::acting(parse));
        self.ruled |= town::acts_unnamed(parse);
        self.read_home(parse);
        for phrase in 0..parse.phrases().len() {
            self.note_common(parse, names, phrase);
        }
    }

    /// Notes the town whose people a sentence or a headline speaks of.
    pub(super) fn read_home(&mut self, parse: &Parse<'_>) {
        self.home = self.home.take().or_else(|| town::home(parse));
    }

    /// Notes that one name stands before another in a list.
    fn note_listed(&mut self, name: &str, next: &str) {
        match self.listed.last_mut().filter(|list| list.last().is_some_and(|last| last == name)) {
            Some(list) => list.push(next.to_owned()),
            None => self.listed.push(vec![name.to_owned(), next.to_owned()]),
        }
    }

    /// "the corporation" soon behind a name speaks of it.
    fn note_spoken_of(&mut self) {
        let near = self.latest.as_ref().filter(|(_, sentence)| sentence + NEAR >= self.sentences);
        let latest = near.and_then(|(word, _)| self.solos.iter_mut().find(|solo| solo.word == *word));
        if let Some(solo) = latest {
            solo.meets += 1;
        }
    }

    /// How often a name has been met, once at least.
    pub(super) fn count(&self, name: &str) -> usize {
        let same = |named: &&Named| named.words.join(" ").replace(" '", "'") == name;
        self.named.iter().find(same).map_or(1, |named| named.count)
    }

    /// Notes a name that the text abbreviates in brackets behind it.
    fn note_given(&mut self, parse: &Parse<'_>, names: &[Name], given: &Abbreviated) {
        let &Abbreviated { first, last, ref short, spelled } = given;
        let known = |name: &Name| name.first <= first && last <= name.last || name.first == last + 2 && !spelled;
        if names.iter().any(known) {
            return;
        }
        let kinds: Vec<PartyKind> = (first..=last).rev().filter_map(|at| kind_of(parse, at)).collect();
        let labour = kinds.contains(&PartyKind::Union).then_some(PartyKind::Union);
        let kind = labour.or_else(|| called(parse, first, last)).or(kinds.first().copied()).unwrap_or(PartyKind::Group);
        if is_open(parse, names, (first, last), kind, true) {
            let words = words(parse, first, last);
            add(
                &mut self.named,
                Named { words, kind, acronym: Some(short.clone()), count: 1, common: false, faction: false },
            );
        }
    }

    fn note_run(&mut self, parse: &Parse<'_>, names: &[Name], first: usize, last: usize) {
        let local = |name: &Name| name.last < last && is_local(parse, name.last + 1);
        if names.iter().any(|name| name.first <= first && (last <= name.last || local(name))) {
            return;
        }
        let head = (first..=last).rev().find(|&at| kind_of(parse, at).is_some()).filter(|_| last > first);
        let labour = (first..=last).any(|at| kind_of(parse, at) == Some(PartyKind::Union));
        let kind = head.and_then(|head| kind_of(parse, head)).map(|kind| if labour { PartyKind::Union } else { kind });
        // "Canada Post": the state's own enterprise.
        let national = last == first + 1
            && names.iter().any(|name| name.first == first && name.last == first)
            && parse.reads(last, words!["post", "rail", "hydro", "steel", "telecom", "airways"]);
        // "passenger group Rail West" speaks for nobody at the table.
        let kind = kind.filter(|_| called::role(parse, first, last) != Some(Role::Person));
        // "Minister Ana Chambers"
        let kind = kind.filter(|_| !parse.classes().is(lower(parse, first), Class::Person));
        // "said Ana Costa of Selby Metals": whom a person quoted works for is not met at the table for that.
        let quoted =
            first > 1 && parse.tag(first - 2) == Tag::Proper && parse.reads(first - 1, words!["of", "at", "from"]);
        let kind = kind.filter(|&kind| !quoted || kind != PartyKind::Company);
        // "the pilots' union Alta Cabina" tells what the name does not.
        let called = called(parse, first, last).filter(|_| last > first && !labour);
        let kind = called.filter(|_| head.is_some() || called == Some(PartyKind::Union)).or(kind);
        // "Local 40 rejected it"
        let local = last == first + 1 && is_local(parse, first) && parse.tag(last) == Tag::Number;
        let kind = kind.or(local.then_some(PartyKind::Union));
        let tabled = || {
            let own =
                last > first && (first..=last).all(|at| parse.tag(at) == Tag::Proper) && bargain::is_body(parse, last);
            let group = own || is_faction(parse, first, last) || bargain::is_tabled(parse, first, last);
            group.then_some(PartyKind::Group)
        };
        // "Grupo Selby", "Banco Selby"
        let firm = last > first && parse.reads(first, FIRMS);
        let kind = kind.or((national || firm).then_some(PartyKind::Company)).or_else(tabled);
        if let Some(kind) = kind.filter(|&kind| is_open(parse, names, (first, last), kind, false)) {
            let words = words(parse, first, last);
            let faction = kind == PartyKind::Group && is_faction(parse, first, last);
            add(&mut self.named, Named { words, kind, acronym: None, count: 1, common: false, faction });
        }
        // "the Dockers' Union": nobody in it is the enterprise.
        if (!labour || head.is_none())
            && let Some(word) = solo::note(&mut self.solos, parse, names, (first, last))
        {
            self.latest = Some((word, self.sentences));
        }
    }

    /// Notes "the company", "the school board", "the drivers' union", "creditors".
    fn note_common(&mut self, parse: &Parse<'_>, names: &[Name], at: usize) {
        let phrase = parse.phrases()[at];
        let head = parse.tokens[phrase.head];
        if head.capital && phrase.head > 0 || !matches!(head.tag, Tag::Noun | Tag::Plural) || phrase.last != phrase.head
        {
            return;
        }
        let is = |class| parse.classes().is(head.lemma, class) || parse.classes().is(head.word, class);
        if is(Class::CompanyRole) && parse.word(phrase.first) == named::THE {
            self.company = true;
            self.note_spoken_of();
        }
        let several = head.tag == Tag::Plural && is(Class::CompanyRole);
        let definite = parse.word(phrase.first) == named::THE && phrase.head == phrase.first + 1;
        let employers = (several || definite && parse.reads(phrase.head, EMPLOYERS)) && bargains(parse, at);
        let people = employers || head.tag == Tag::Plural && (is(Class::Bargainer) || is_region(parse, names, &phrase));
        let body = head.tag == Tag::Noun && parse.is_in(head.lemma, UNNAMED);
        // "the government of Norway" is named by its state.
        let of = parse.word(phrase.last + 1) == named::OF;
        let behind = phrase.last + 2..=phrase.last + 3;
        let owned = names.iter().any(|name| {
            phrase.first <= name.first && name.last <= phrase.last || of && body && behind.contains(&name.first)
        });
        self.governed |= body && owned && parse.text_of(head.lemma) == "government";
        let grouped = parse.reads(phrase.head, BANDS) && phrase.head > phrase.first;
        if !(people || grouped && parse.tag(phrase.head - 1) == Tag::Proper || body && !owned) || !plain(parse, &phrase)
        {
            return;
        }
        if !bargains(parse, at) {
            // "Behind them stand the bondholders": whoever acts further on
            if people && definite && !self.later.iter().any(|words| *words == [parse.text_at(phrase.head)]) {
                self.later.push(words(parse, phrase.head, phrase.head));
            }
            return;
        }
        let first = first_modifier(parse, names, &phrase);
        // "Selby's supervisory board" is the firm's own.
        if parse.reads(phrase.head, words!["board"]) && (phrase.first..phrase.head).any(|at| parse.reads(at, OF_A_FIRM))
        {
            return;
        }
        // "the patients' association"
        if (first..phrase.head).any(|at| called::is_cause(parse, at)) {
            return;
        }
        // "the Solidar union": what stands before the word is the name.
        let name = (first..phrase.head).all(|at| parse.tag(at) == Tag::Proper && parse.tokens[at].capital);
        // "the Mara Patani group"
        let fighters = parse.reads(phrase.head, BANDS) || parse.reads(phrase.head, words!["rebels", "insurgents"]);
        if first < phrase.head && name && (is(Class::UnionRole) && body || fighters) {
            let words = words(parse, first, phrase.head - 1);
            let kind = if fighters { PartyKind::Movement } else { PartyKind::Union };
            add(&mut self.named, Named { words, kind, acronym: None, count: 1, common: false, faction: false });
            return;
        }
        let kind = if employers && !is(Class::Bargainer) {
            PartyKind::Company
        } else if people && is(Class::MovementRole) {
            PartyKind::Movement
        } else if people {
            PartyKind::Group
        } else if is(Class::UnionRole) || is_of_people(parse, first, phrase.head) {
            PartyKind::Union
        } else {
            PartyKind::Organisation
        };
        let words = words(parse, first, phrase.head);
        let found = Named { words, kind, acronym: None, count: 1, common: true, faction: false };
        let table = || bargain::bargains(parse, phrase.first, phrase.last);
        if body || self.sentences <= EARLY || table() {
            add(&mut self.unnamed, found);
        } else if self.later.contains(&found.words) {
            // whoever acts a second time
            add(&mut self.unnamed, found);
        } else {
            self.later.push(found.words);
        }
    }
}

/// Tells whether states are named by where they lie: "the Baltic states".
fn is_region(parse: &Parse<'_>, names: &[Name], phrase: &Phrase) -> bool {
    let states = words!["states", "countries", "nations"].contains(parse.text_at(phrase.head));
    let before = phrase.head.checked_sub(1).filter(|&before| before >= phrase.first && states);
    before.is_some_and(|at| {
        at > 0 && parse.tokens[at].capital && !names.iter().any(|name| name.first <= at && at <= name.last)
    })
}

/// Bodies that a text may speak of without ever giving their name.
const UNNAMED: &WordList =
    words!["union", "board", "council", "district", "parliament", "ministry", "association", "government", "league"];

fn add(list: &mut Vec<Named>, found: Named) {
    let folded = |words: &[String]| words.join(" ").to_lowercase();
    match list.iter_mut().find(|known| folded(&known.words) == folded(&found.words)) {
        Some(known) => {
            known.count += 1;
            known.acronym = known.acronym.take().or(found.acronym);
        }
        None => list.push(found),
    }
}

/// The name of one word that a list has behind the name of one word at `first`, where no preposition makes places of them.
fn beside(parse: &Parse<'_>, first: usize, last: usize) -> Option<usize> {
    let mut next = last + 1;
    while matches!(parse.tag(next), Tag::Comma | Tag::Coordinator) {
        next += 1;
    }
    let placed = first > 0 && [named::IN, named::TO, named::FROM].contains(&parse.word(first - 1));
    let lists = first == last && next > last + 1 && parse.tag(next) == Tag::Proper && !placed;
    lists.then_some(next)
}

/// "the Liberals", "Ana Gil's Social Democrats": a political party by the last word of its name.
fn is_faction(parse: &Parse<'_>, first: usize, last: usize) -> bool {
    let led = first > 0 && (parse.word(first - 1) == named::THE || parse.tag(first - 1) == Tag::Genitive);
    led && parse.classes().is(lower(parse, last), Class::PartyHead)
}

/// "players' association": a body of those who bargain as one.
fn is_of_people(parse: &Parse<'_>, first: usize, head: usize) -> bool {
    let people =
        |at: usize| parse.tag(at + 1) == Tag::Genitive && parse.classes().is(parse.lemma(at), Class::Bargainer);
    parse.reads(head, words!["association"]) && (first..head).any(people)
}

/// The word at `at` in lower case.
fn lower(parse: &Parse<'_>, at: usize) -> Word {
    parse.language.lexicon.word(&parse.text_at(at).to_lowercase())
}

/// The kind of party that the noun beside a name makes of it: "their union, the Loom Front".
fn called(parse: &Parse<'_>, first: usize, last: usize) -> Option<PartyKind> {
    let role = first.checked_sub(1).filter(|&at| parse.word(at) == named::THE).unwrap_or(first);
    match called::role(parse, role, last) {
        Some(Role::Party(kind, _)) => Some(kind),
        _ => None,
    }
}

/// The last token of the capitalised name that begins at `first`, across "of" and "for" behind its head.
fn run(parse: &Parse<'_>, first: usize) -> Option<usize> {
    if !is_name_word(parse, first) {
        return None;
    }
    let mut last = first;
    let mut headed = kind_of(parse, first).is_some();
    while last < first + LONGEST {
        let Some(next) = next_name_word(parse, last, headed) else { break };
        headed |= kind_of(parse, next).is_some();
        last = next;
    }
    Some(last)
}

fn next_name_word(parse: &Parse<'_>, last: usize, headed: bool) -> Option<usize> {
    let next = last + 1;
    if is_name_word(parse, next) || (parse.tag(next) == Tag::Number && is_local(parse, last)) {
        return Some(next);
    }
    // "Smith & Co", "Seven & i"
    if parse.text_at(next) == "&" && (is_name_word(parse, next + 1) || parse.text_at(next + 1).len() == 1) {
        return Some(next + 1);
    }
    // "the People's Party", "the Drivers' Union", but "Golob's Freedom Movement"
    let common = parse.text_at(next).len() == 1
        || parse.tokens.get(last).is_some_and(|token| is_noun(parse, token.span.of(parse.text)));
    let linked =
        parse.tag(next) == Tag::Genitive && common || (headed && [named::OF, named::FOR].contains(&parse.word(next)));
    let after = if parse.word(next + 1) == named::THE { next + 2 } else { next + 1 };
    if linked && is_name_word(parse, after) && (headed || is_headed(parse, after)) {
        return Some(after);
    }
    let joined = parse.word(next) == named::AND && !headed && is_name_word(parse, next + 1);
    // "the Dock and Railway Company", but "Selby and Bruma Hospitals"
    let plain = || is_noun(parse, parse.text_at(next + 1)) && is_noun(parse, parse.text_at(last));
    let firms = kind_of(parse, next + 2) == Some(PartyKind::Company);
    let joined = joined && is_headed(parse, next + 2) && (!firms || plain());
    joined.then_some(next + 2)
}

/// "Nurses' *Union*", "Transport *Workers*": a head within two words.
fn is_headed(parse: &Parse<'_>, at: usize) -> bool {
    (at..at + 3).take_while(|&i| is_name_word(parse, i)).any(|i| kind_of(parse, i).is_some())
}

fn is_local(parse: &Parse<'_>, at: usize) -> bool {
    parse.text_at(at).eq_ignore_ascii_case("local")
}

/// Words that say that a body is one of several parties, those that say of three first.
pub(super) const THREE: &WordList = words!["trilateral", "tripartite", "three-way"];
const JOINT: &WordList = words!["joint", "bilateral", "mixed", "binational"];

/// Tells whether the word at `at` says that a body is one of several parties.
pub(super) fn is_joint(parse: &Parse<'_>, at: usize) -> bool {
    parse.reads(at, THREE) || parse.reads(at, JOINT)
}

/// Tells whether a name is that of a group of its own: no medium, no institute, no organ of a state.
fn is_open(parse: &Parse<'_>, names: &[Name], run: (usize, usize), kind: PartyKind, given: bool) -> bool {
    let (first, last) = run;
    let apart = (first..=last).any(|at| {
        let token = parse.tokens[at];
        // "Network Rail", "Centre Party": they go by their last word.
        let inside = at < last && matches!(kind, PartyKind::Company | PartyKind::Movement);
        [Class::Media, Class::Expert].iter().any(|&class| parse.classes().is(token.lemma, class))
            && kind_of(parse, at).is_none()
            && !inside
    });
    let organ =
        matches!(kind, PartyKind::Organisation | PartyKind::Movement) && names.iter().any(|name| name.first == first);
    let several = parse.text_at(first).contains(['-', '–']) && kind == PartyKind::Organisation;
    // "the Joint Border Commission": a body of the parties themselves.
    let joint = (first..=last).any(|at| is_joint(parse, at));
    // "the Missing Families Forum": those who are waiting for somebody have no seat.
    let kin = (first..=last).any(|at| parse.reads(at, words!["families", "parents", "relatives"]));
    !apart && !joint && !kin && (given || !organ && !several) && !all_capitals(parse, first, last)
}

/// Tells whether the words are acronyms, of several things too ("EVs").
fn all_capitals(parse: &Parse<'_>, first: usize, last: usize) -> bool {
    (first..=last).all(|at| {
        let text = parse.text_at(at);
        let one = text.strip_suffix('s').filter(|one| one.len() > 1).unwrap_or(text);
        !one.chars().any(char::is_lowercase)
    })
}

/// Who speaks at the table for those named behind "for".
const SPOKESPEOPLE: &WordList =
    words!["delegate", "lawyer", "negotiator", "representative", "spokesman", "spokesperson"];

/// Tells whether a phrase acts: a subject, one of two "between" or "with" whom something is, an agent.
fn bargains(parse: &Parse<'_>, at: usize) -> bool {
    let before = parse.phrases()[at].first.checked_sub(1).map(|before| parse.word(before));
    let addressed = parse.phrases()[at].first.checked_sub(1).and_then(|before| parse.group_at(before));
    let addressed = addressed.is_some_and(|group| {
        parse.is_in(parse.groups()[group].lemma, words!["ask", "give", "offer", "press", "tell", "urge"])
    });
    let spoken_for = parse.phrases()[at].first > 1
        && parse.reads(parse.phrases()[at].first - 1, words!["for", "of"])
        && parse.is_in(parse.lemma(parse.phrases()[at].first - 2), SPOKESPEOPLE);
    // "negotiators for the players and the owners"
    let beside = parse.phrases()[at].first.checked_sub(1).filter(|&before| parse.tag(before) == Tag::Coordinator);
    let beside = beside.and_then(|and| parse.phrase_at(and.checked_sub(1)?)).filter(|&other| other < at);
    if beside.is_some_and(|other| !is_subject(parse, other) && bargains(parse, other)) {
        return true;
    }
    is_subject(parse, at)
        || spoken_for
        || addressed
        || before.is_some_and(|word| [named::BY, named::BETWEEN, named::WITH].contains(&word))
}

/// Tells whether a phrase counts nobody and leaves nobody out ("several readers", "forty teachers").
fn plain(parse: &Parse<'_>, phrase: &Phrase) -> bool {
    let counted = (phrase.first..phrase.head).any(|at| parse.tag(at) == Tag::Number);
    let determiner = parse.tag(phrase.first) == Tag::Determiner && parse.word(phrase.first) != named::THE;
    !counted && !determiner
}

/// The first noun that describes the head: "cocoa" of "cocoa farmers", "drivers" of "the drivers' union".
fn first_modifier(parse: &Parse<'_>, names: &[Name], phrase: &Phrase) -> usize {
    let mut first = phrase.head;
    while first > phrase.first {
        let before = first - 1;
        let of_party = names.iter().any(|name| name.first <= before && before <= name.last);
        let possessor =
            parse.tag(before) == Tag::Genitive && before > phrase.first && parse.tag(before - 1) == Tag::Plural;
        if parse.tag(before) == Tag::Determiner {
            break;
        }
        if possessor {
            first = before - 1;
        } else if !of_party
            && (parse.tokens[before].capital && before > 0
                || matches!(parse.tag(before), Tag::Noun | Tag::Plural | Tag::Proper))
        {
            first = before;
        } else {
            break;
        }
    }
    first
}
