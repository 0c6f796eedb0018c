//! From one noun phrase to who it stands for.

use super::name_word::noun;
use super::scene::Scene;
use super::side::is_plural;
use super::{Actor, How, Parties};
use crate::dossier::{Entity, Name, NameForm, PartyKind};
use crate::language::Tag;
use crate::language::classes::Class;
use crate::language::named;
use crate::language::parse::Parse;
use crate::language::phrase::{Phrase, Unit};
use crate::language::word_list::{WordList, words};

/// The deepest chain of complements that is followed ("the head of the delegation of …").
const DEPTH: usize = 3;

impl Scene<'_> {
    /// Resolves a phrase of the sentence at hand; the phrases before it are resolved already.
    pub(super) fn resolve(&self, parse: &Parse<'_>, phrase: usize) -> Option<Actor> {
        self.resolve_to(parse, phrase, DEPTH)
    }

    fn resolve_to(&self, parse: &Parse<'_>, phrase: usize, depth: usize) -> Option<Actor> {
        let found = &parse.phrases()[phrase];
        match parse.tag(found.head) {
            Tag::Pronoun => return self.pronoun(parse, found.head).or_else(|| self.nobody_in(parse, found)),
            Tag::Existential => return None,
            _ => {}
        }
        if let Some(actor) = self.by_shared_name(parse, found).or_else(|| self.by_shared_noun(parse, found)) {
            return Some(actor);
        }
        if self.is_of_a_town(parse, found) {
            return None;
        }
        if let Some(actor) = self.ranked(parse, found) {
            return Some(actor);
        }
        let plural = parse.tag(found.head) == Tag::Plural;
        // "LIMA: The health ministry would not comment": the organ of whoever sits there, and no party of its own.
        if parse.reads(found.head, words!["ministry", "treasury", "chancellery"])
            && let Some(parties) = self.seat()
        {
            return Some(Actor { parties, how: How::Affiliation, person: false, plural, outsider: false });
        }
        if let Some(actor) =
            self.by_name(parse, found).or_else(|| self.by_body(parse, found)).or_else(|| self.by_cast(parse, found))
        {
            return Some(actor);
        }
        if let Some(actor) = self.by_sent(parse, found).or_else(|| self.organisation(parse, found)) {
            return Some(actor);
        }
        if is_outsider(parse, found) {
            let parties = Parties::default();
            return Some(Actor { parties, how: How::Affiliation, person: !plural, plural, outsider: true });
        }
        self.by_apposed_name(parse, found)
            .or_else(|| self.by_known_person(parse, found))
            .or_else(|| self.by_side(parse, found))
            .or_else(|| self.by_affiliation(parse, found, depth))
            .or_else(|| self.by_firm(parse, found))
    }

    /// The head itself is a name.
    pub(super) fn by_name(&self, parse: &Parse<'_>, phrase: &Phrase) -> Option<Actor> {
        let name =
            *self.name_over(parse, phrase).filter(|name| !is_place(parse, phrase, name) && !self.is_venue(name))?;
        let parties = Parties::one(self.party_of(name.entity));
        let (how, person, plural) = match name.entity {
            Entity::Person(_) => (How::Person, true, false),
            Entity::Party { form: NameForm::Capital | NameForm::Seat, .. } => (How::Seat, false, false),
            Entity::Party { form: NameForm::DemonymPlural, .. } => (How::Name, false, true),
            Entity::Party { form: NameForm::Demonym, .. } => (How::Name, false, parse.tag(phrase.head) != Tag::Proper),
            Entity::Party { .. } => (How::Name, false, false),
        };
        Some(Actor { parties, how, person, plural, outsider: false })
    }

    /// The name that covers the head; it may go on behind the phrase ("the Union of Dockers"), or begin before it where a
    /// stroke or a comma parts it ("the G-77/China", "the Dock, Rail and Canal Union").
    pub(super) fn name_over(&self, parse: &Parse<'_>, phrase: &Phrase) -> Option<&Name> {
        let begun = |name: &Name| {
            phrase.first <= name.first
                || phrase.first > 1 && name.first < phrase.first && parts_name(parse, phrase.first - 1)
        };
        self.names().iter().find(|&name| begun(name) && name.first <= phrase.head && phrase.head <= name.last)
    }

    /// "the union", "management", "the school board", "teachers": the party that the article means by it.
    fn by_cast(&self, parse: &Parse<'_>, phrase: &Phrase) -> Option<Actor> {
        let head = parse.tokens[phrase.head];
        if self.cast.is_silent()
            || !matches!(head.tag, Tag::Noun | Tag::Plural | Tag::Proper)
            || self.names_in(phrase.first, phrase.last).next().is_some() && !self.is_crew(parse, phrase)
        {
            return None;
        }
        let determiner = matches!(parse.tag(phrase.first), Tag::Determiner | Tag::Possessive);
        let settled = !determiner || [named::THE, named::ITS, named::THEIR].contains(&parse.word(phrase.first));
        let short = phrase.head - phrase.first <= 2 && phrase.last == phrase.head;
        let counted = (phrase.first..phrase.head).any(|at| parse.tag(at) == Tag::Number);
        // "the other bidder", "a rival union"
        let further = (phrase.first..phrase.head)
            .any(|at| parse.reads(at, words!["other", "another", "rival", "second", "third"]));
        if !settled || !short || counted || further {
            return None;
        }
        let plural = is_plural(parse, phrase.head);
        let lemma = noun(parse, phrase.head);
        let people = || self.cast.people(parse.classes(), lemma).filter(|_| plural);
        let party =
            self.cast.role(parse.classes(), lemma).filter(|_| !plural && (determiner || is_mass(parse, phrase)));
        let several = || self.cast.role(parse.classes(), head.word).filter(|_| plural);
        let last = if plural || !determiner { None } else { self.firm_just_named(parse, phrase, lemma) };
        let party = last.or(party).or_else(several).or_else(people)?;
        Some(Actor { parties: Parties::one(party), how: How::Role, person: false, plural, outsider: false })
    }

    /// "Selby mill workers": the people of an enterprise, whom the union of the article speaks for.
    fn is_crew(&self, parse: &Parse<'_>, phrase: &Phrase) -> bool {
        let mut names = self.names_in(phrase.first, phrase.head).peekable();
        let led = names.peek().is_some_and(|name| name.first == phrase.first && name.last < phrase.head);
        let firms = names.all(|name| self.kind(self.party_of(name.entity)) == PartyKind::Company);
        let people = self.cast.people(parse.classes(), noun(parse, phrase.head)).is_some();
        led && firms && people && is_plural(parse, phrase.head)
    }

    /// A capital in which the talks are held, of a state that takes no part in them, is a place throughout.
    pub(super) fn is_venue(&self, name: &Name) -> bool {
        let Entity::Party { party, form: NameForm::Capital } = name.entity else { return false };
        self.venues.contains(party) && !self.principals().contains(party) && !self.mediators().contains(party)
    }

    /// Notes the capitals that the sentence at hand names as places ("the talks in Paris").
    pub(super) fn note_venues(&mut self, parse: &Parse<'_>) {
        for at in 0..self.names().len() {
            let name = self.names()[at];
            let in_ = name.first > 0 && parse.word(name.first - 1) == named::IN;
            if let (Entity::Party { party, form: NameForm::Capital }, true) = (name.entity, in_) {
                self.venues.insert(party);
            }
        }
    }

    /// The head is the surname of somebody the article has introduced.
    fn by_known_person(&self, parse: &Parse<'_>, phrase: &Phrase) -> Option<Actor> {
        // "Dole refused": at the start of a sentence a surname may look like a noun.
        let start =
            phrase.first == phrase.head && parse.tag(phrase.head) == Tag::Noun && parse.tokens[phrase.head].capital;
        if parse.tag(phrase.head) != Tag::Proper && !start {
            return None;
        }
        let known = self.people.by_surname(parse.text_at(phrase.head))?;
        let parties = known.party.map(Parties::one).unwrap_or_default();
        Some(Actor { parties, how: How::Person, person: true, plural: false, outsider: known.outsider })
    }

    /// "said Ana Costa of Selby Metals": somebody who speaks for a firm or an institute that is no party here.
    fn by_firm(&self, parse: &Parse<'_>, phrase: &Phrase) -> Option<Actor> {
        let named = |phrase: &Phrase| (phrase.first..=phrase.last).all(|at| parse.tag(at) == Tag::Proper);
        let verb = parse.group_at(phrase.first.checked_sub(1)?)?;
        let speaks = parse.classes().is(parse.groups()[verb].lemma, Class::Speech) && parse.nodes()[verb].inverted;
        let firm = parse.phrases()[parse.phrase_at(phrase.last + 2)?];
        let free = named(&firm) && self.names_in(firm.first, firm.last).next().is_none();
        let led = parse.reads(phrase.last + 1, words!["of", "at", "from", "with"]);
        (speaks && led && free && named(phrase) && phrase.last > phrase.first).then_some(Actor {
            parties: Parties::default(),
            how: How::Affiliation,
            person: true,
            plural: false,
            outsider: true,
        })
    }

    /// A noun such as "official" or "ministry" that belongs to a party.
    fn by_affiliation(&self, parse: &Parse<'_>, phrase: &Phrase, depth: usize) -> Option<Actor> {
        let head = parse.tokens[phrase.head];
        let classes = parse.classes();
        if self.is_of_a_nation(parse, phrase) {
            let party = self.cast.role(classes, noun(parse, phrase.head)).filter(|_| !self.firms_meet());
            let parties = Parties::one(party?);
            return Some(Actor { parties, how: How::Role, person: false, plural: false, outsider: false });
        }
        let acts = classes.is(head.lemma, Class::Actor) || classes.is(head.word, Class::Actor);
        let person_name = head.tag == Tag::Proper && Self::has_title(parse, phrase);
        if !acts && !person_name {
            return None;
        }
        // "Chadian rebels": those of one state, and against it.
        if parse.reads(phrase.head, REBELS) && phrase.first < phrase.head {
            return None;
        }
        // "Dutch parties", "Chad's two largest parties": those of one state, not the state.
        let owned = || phrase.possessor.is_some_and(|(first, last)| self.names_in(first, last).next().is_some());
        if parse.reads(phrase.head, words!["parties"]) && (self.modifier_party(phrase).is_some() || owned()) {
            return None;
        }
        // "several EU countries": some of its members, and not the union.
        let members = words!["country", "state", "member", "government", "nation", "capital"];
        if head.tag == Tag::Plural
            && parse.is_in(head.lemma, members)
            && parse.reads(phrase.first, words!["several", "some", "many", "most", "other", "certain"])
        {
            return None;
        }
        if parse.is_in(head.lemma, words!["counterpart"]) && self.modifier_party(phrase).is_none() {
            let seated = self.complement(parse, phrase, depth).filter(|parties| parties.len() == 1);
            let seated = seated.map(|parties| Actor {
                parties,
                how: How::Affiliation,
                person: true,
                plural: false,
                outsider: false,
            });
            return seated.or_else(|| self.counterpart(parse, phrase));
        }
        let plural = head.tag == Tag::Plural;
        // "an officer said his country": one who acts for a party, of whom a text may also speak as of a thing ("an officer
        // from each side will sit there").
        let one = parse.is_in(head.lemma, words!["officer", "aide", "lawmaker", "deputy"]);
        let person = person_name || (!plural && (one || classes.is(head.lemma, Class::Person)));
        let build = |parties: Parties, how| {
            let person = person && !(one && parties.len() > 1);
            Some(Actor { parties, how, person, plural, outsider: false })
        };
        // "his Greek counterpart" is not his.
        let other = parse.reads(phrase.head, words!["counterpart", "counterparts"]);
        let named = || self.modifier_party(phrase);
        let opposite = if other { named() } else { None };
        if let Some(parties) = opposite.or_else(|| self.possessor_party(parse, phrase)).or_else(named) {
            return build(parties, How::Affiliation);
        }
        if let Some(parties) = self.complement(parse, phrase, depth) {
            return build(parties, How::Affiliation);
        }
        if let Some(parties) = self.compound_party(parse, phrase).or_else(|| self.role_modifier(parse, phrase)) {
            return build(parties, How::Affiliation);
        }
        if let Some(parties) = self.administration(parse, phrase).or_else(|| self.by_task(parse, phrase)) {
            return build(parties, How::Affiliation);
        }
        if let Some(parties) = self.seat() {
            return build(parties, How::Role);
        }
        let definite = parse.word(phrase.first) == named::THE || phrase.first == phrase.head && head.tag == Tag::Proper;
        match self.role(head.lemma).filter(|_| definite && phrase.head - phrase.first <= 2) {
            Some(parties) => build(parties, How::Role),
            None => build(self.ruler(parse, phrase).unwrap_or_default(), How::Role),
        }
    }

    /// "Kathmandu's mayor", "the Paris city council": who runs the capital does not speak for the state.
    fn is_of_a_town(&self, parse: &Parse<'_>, phrase: &Phrase) -> bool {
        let capital = |name: &Name| matches!(name.entity, Entity::Party { form: NameForm::Capital, .. });
        parse.is_in(noun(parse, phrase.head), words!["mayor", "mayoralty", "police"])
            && self.names_in(phrase.first, phrase.head).any(|name| name.last < phrase.head && capital(name))
    }

    /// "US-backed" says nothing of whom a body belongs to; "Israeli-Syrian committee" does.
    fn compound_party(&self, parse: &Parse<'_>, phrase: &Phrase) -> Option<Parties> {
        (phrase.first..phrase.head).map(|at| self.in_compound(parse.text_at(at))).find(|parties| parties.len() > 1)
    }

    /// "a union negotiator", "company officials", "the plant manager".
    pub(super) fn role_modifier(&self, parse: &Parse<'_>, phrase: &Phrase) -> Option<Parties> {
        let noun =
            |at: &usize| matches!(parse.tag(*at), Tag::Noun | Tag::Plural | Tag::Proper | Tag::Gerund | Tag::Adjective);
        let role = |at| {
            self.cast.role(parse.classes(), parse.word(at)).or_else(|| self.cast.role(parse.classes(), parse.lemma(at)))
        };
        (phrase.first..phrase.head).filter(noun).find_map(role).map(Parties::one)
    }

    /// Tells whether a title stands before the name in the phrase.
    pub(super) fn has_title(parse: &Parse<'_>, phrase: &Phrase) -> bool {
        (phrase.first..phrase.head).any(|at| {
            let token = parse.tokens[at];
            parse.classes().is(token.lemma, Class::Title) || parse.classes().is(token.word, Class::Title)
        })
    }

    /// The party of the possessor: "Israel's", "its".
    pub(super) fn possessor_party(&self, parse: &Parse<'_>, phrase: &Phrase) -> Option<Parties> {
        let (first, last) = phrase.possessor?;
        if parse.tag(first) == Tag::Possessive && first == last {
            return self.possessive(parse, first).map(|actor| actor.parties).filter(|parties| !parties.is_empty());
        }
        // "the Japanese retailer's board" is not Japan's.
        let firm = parse.classes().is(noun(parse, last), Class::CompanyRole);
        let name = self.names_in(first, last).next_back().filter(|name| !firm || name.last == last);
        let known = || self.people.by_surname(parse.text_at(last))?.party;
        let side = || {
            let possessor = Phrase { first, last, head: last, possessor: None };
            self.by_side(parse, &possessor).map(|actor| actor.parties)
        };
        let role = || {
            let possessor = Phrase { first, last, head: last, possessor: None };
            self.by_cast(parse, &possessor).map(|actor| actor.parties)
        };
        name.map(|name| Parties::one(self.party_of(name.entity)))
            .or_else(|| known().map(Parties::one))
            .or_else(side)
            .or_else(role)
    }

    /// The party of a name or demonym before the head, the one that stands first: "US ambassador to Turkey".
    pub(super) fn modifier_party(&self, phrase: &Phrase) -> Option<Parties> {
        let from = phrase.possessor.map_or(phrase.first, |(_, last)| last + 1);
        let name: &Name = self.names_in(from, phrase.head).next()?;
        Some(Parties::one(self.party_of(name.entity)))
    }

    /// "officials from both sides", "the head of the Syrian delegation", "a spokesman for the Kremlin".
    pub(super) fn complement(&self, parse: &Parse<'_>, phrase: &Phrase, depth: usize) -> Option<Parties> {
        let preposition = phrase.last + 1;
        let fits = [named::OF, named::FROM, named::FOR, named::WITH].contains(&parse.word(preposition))
            || parse.tokens.get(preposition).is_some_and(|token| is_on_side(token.span.of(parse.text)))
            || parse.word(preposition) == named::IN && rules_a_place(parse, phrase)
            || parse.word(preposition) == named::TO && serves(parse, phrase);
        if !fits || depth == 0 {
            return None;
        }
        let mut next = parse.phrase_at(preposition + 1)?;
        let seat = || {
            let name =
                self.name_over(parse, &parse.phrases()[next]).filter(|_| parse.word(preposition) == named::IN)?;
            // "officials in Geneva", where others meet
            if self.is_venue(name) && parse.reads(phrase.head, VISITING) {
                return None;
            }
            Some(Parties::one(self.party_of(name.entity)))
        };
        let resolved = self.resolve_to(parse, next, depth - 1).map(|actor| actor.parties).or_else(seat);
        // "the minister for trade of Peru", "the Ministry of Foreign Affairs of Chad"
        let field = parse.phrases()[next].last + 1;
        let of = resolved.is_none()
            && parse.word(field) == named::OF
            && parse.reads(phrase.head, words!["minister", "ministry"]);
        let state = parse.phrase_at(field + 1).filter(|_| of);
        let parties = resolved.or_else(|| Some(self.resolve_to(parse, state?, depth - 1)?.parties));
        next = state.unwrap_or(next);
        let mut parties = parties?;
        while matches!(parse.tag(parse.phrases()[next].last + 1), Tag::Coordinator | Tag::Comma) {
            let after = parse.phrases()[next].last + 2;
            let again = usize::from(parse.word(after) == parse.word(preposition));
            let Some(Unit::Phrase(other)) = parse.unit(after + again) else { break };
            let verb = parse.unit(parse.phrases()[other].last + 1);
            let Some(actor) = self.resolve_to(parse, other, 0).filter(|_| {
                !matches!(verb, Some(Unit::Group(_))) || parse.tag(parse.phrases()[next].last + 1) == Tag::Coordinator
            }) else {
                break;
            };
            parties.extend(actor.parties);
            next = other;
        }
        (!parties.is_empty()).then_some(parties)
    }
}

/// "an adviser to the prime minister": one who serves whom he is called after, as an envoy to a state does not.
fn serves(parse: &Parse<'_>, phrase: &Phrase) -> bool {
    let noun = parse.text_of(parse.lemma(phrase.head));
    words!["adviser", "advisor", "aide", "assistant", "counsel"].contains(noun)
}

/// What parts a name into two phrases.
fn parts_name(parse: &Parse<'_>, at: usize) -> bool {
    matches!(parse.tag(at), Tag::Symbol | Tag::Comma | Tag::Coordinator)
}

/// "management", "teachers": nouns that need no article.
fn is_mass(parse: &Parse<'_>, phrase: &Phrase) -> bool {
    phrase.first == phrase.head && parse.text_at(phrase.head).eq_ignore_ascii_case("management")
}

/// Tells whether a capital is where something happens ("talks in Geneva") and not who acts.
fn is_place(parse: &Parse<'_>, phrase: &Phrase, name: &Name) -> bool {
    let capital = matches!(name.entity, Entity::Party { form: NameForm::Capital, .. });
    let leads = |before| parse.reads(before, words!["in", "at", "near", "outside", "around", "into", "via"]);
    capital && phrase.first.checked_sub(1).is_some_and(leads)
}

/// Those who fight a state.
const REBELS: &WordList = words!["guerrillas", "insurgents", "jihadists", "militants", "rebels", "separatists"];

/// Bodies that rule where they are: "the junta in Niger".
const RULING: &WordList = words![
    "administration",
    "authorities",
    "authority",
    "cabinet",
    "government",
    "junta",
    "leadership",
    "ministry",
    "office",
    "parliament",
    "regime",
];

/// Who may be where others meet.
const VISITING: &WordList = words!["counterpart", "minister", "ministers", "official", "officials"];

/// People who speak for a capital: "the chancellor in Berlin".
const SEATED: &WordList =
    words!["chancellor", "counterpart", "minister", "ministers", "official", "officials", "premier", "president"];

/// "the junta in Niger", "the government in Khartoum": who rules there stands for the place.
fn rules_a_place(parse: &Parse<'_>, phrase: &Phrase) -> bool {
    parse.reads(phrase.head, RULING) || parse.reads(phrase.head, SEATED)
}

/// "on" in "officials on both sides".
fn is_on_side(text: &str) -> bool {
    text.eq_ignore_ascii_case("on") || text.eq_ignore_ascii_case("representing")
}

/// Tells whether a phrase stands for somebody without a seat at the table (codebook, rule 20).
fn is_outsider(parse: &Parse<'_>, phrase: &Phrase) -> bool {
    // "Egypt's lawyers": those whom a party keeps.
    let kept = words!["adviser", "advisor", "engineer", "expert", "lawyer", "technician"];
    if phrase.possessor.is_some() && parse.is_in(parse.lemma(phrase.head), kept) {
        return false;
    }
    let from = phrase.possessor.map_or(phrase.first, |(_, last)| last + 1);
    (from..=phrase.head).any(|at| {
        let token = parse.tokens[at];
        let is = |word| parse.classes().is(word, Class::Outsider);
        is(token.lemma) || token.word != token.lemma && is(token.word)
    }) || (phrase.first..phrase.head).any(|at| parse.reads(at, words!["former", "ex"]))
}
