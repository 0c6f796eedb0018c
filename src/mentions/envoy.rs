//! People called by the party that they come from: "Peru's Ana Gil", "Ana Gil of Peru", "Lima's man in Geneva".
//!
//! A name counts where it does what people do at a table; places ("Egypt's Suez Canal") and firms do not.

use super::bargain;
use super::name_word::kind_of;
use super::people::Known;
use super::scene::Scene;
use super::wording::is_common;
use super::{Actor, How, Parties};
use crate::dossier::{Entity, NameForm, PartyIx, PartyKind};
use crate::language::Tag;
use crate::language::classes::Class;
use crate::language::named;
use crate::language::parse::Parse;
use crate::language::phrase::Phrase;
use crate::language::word_list::{WordList, words};

/// Who is sent, without a title.
const SENT: &WordList = words!["man", "men", "people", "person", "those", "woman", "women"];
/// Who follows a leader.
const FOLLOWERS: &WordList = words!["fighters", "forces", "lieutenants", "men", "people", "soldiers", "troops"];

/// Who bargains over details for the party that owns them: "Peru's engineers".
const EXPERTS: &WordList =
    words!["cartographers", "engineers", "experts", "hydrologists", "lawyers", "planners", "surveyors", "technicians"];

impl Scene<'_> {
    /// The party of somebody without a title: "Peru's Ana Gil rejected it", "Ana Gil of Peru asked for time".
    pub(super) fn sent_by(&self, parse: &Parse<'_>, at: usize, first: usize) -> Option<PartyIx> {
        let phrase = parse.phrases()[at];
        if first == phrase.head || !is_personal(parse, first, phrase.head) {
            return None;
        }
        let of = phrase.last + 1;
        let home = parse.phrase_at(of + 1).filter(|_| parse.reads(of, words!["of"]));
        let home = || self.by_name(parse, &parse.phrases()[home?]).map(|actor| actor.parties);
        let owner = phrase.possessor.and_then(|_| self.possessor_party(parse, &phrase)).or_else(home)?;
        let party = owner.iter().next().filter(|_| owner.len() == 1)?;
        let state = self.kind(party) == PartyKind::State;
        (!state || speaks(parse, at)).then_some(party)
    }

    /// "Ana Gil asked for a cap": somebody of a full name of whom nothing is told but what they say, for whom "she" stands.
    pub(super) fn is_speaking(parse: &Parse<'_>, at: usize, first: usize) -> bool {
        let phrase = parse.phrases()[at];
        let employed = parse.reads(phrase.last + 1, words!["of", "at", "from", "with"]);
        phrase.head == first + 1
            && phrase.first == first
            && !employed
            && is_personal(parse, first, phrase.head)
            && speaks(parse, at)
    }

    /// "Ana Gil's Solidarity Front": somebody of a full name who owns a party that is no state.
    pub(super) fn leader(&self, parse: &Parse<'_>, at: usize) -> Option<Known> {
        let phrase = &parse.phrases()[at];
        let (first, last) = phrase.possessor?;
        let full = last > first && (first..=last).all(|word| parse.tag(word) == Tag::Proper && !is_common(parse, word));
        if !full || self.names_in(first, last).next().is_some() {
            return None;
        }
        let party = self.by_name(parse, phrase)?.parties.iter().next()?;
        let span = parse.span(first, last);
        let name = span.of(parse.text).to_owned();
        let known = Known { name, party: Some(party), role: None, outsider: false, mentions: vec![span] };
        (self.kind(party) != PartyKind::State).then_some(known)
    }

    /// "Lima's man in Geneva", "the men from Lima", "those from Lima", "her people".
    pub(super) fn by_sent(&self, parse: &Parse<'_>, phrase: &Phrase) -> Option<Actor> {
        if let Some(actor) = self.by_leader(parse, phrase) {
            return Some(actor);
        }
        let experts = parse.reads(phrase.head, EXPERTS);
        if !experts && !parse.reads(phrase.head, SENT) || phrase.head > phrase.first + 3 {
            return None;
        }
        let several = !parse.reads(phrase.head, words!["man", "person", "woman"]);
        let build = |parties: Parties| {
            let (person, plural) = (!several, several);
            Some(Actor { parties, how: How::Affiliation, person, plural, outsider: false })
        };
        let owner = || self.possessor_party(parse, phrase).filter(|parties| parties.len() == 1);
        let people = parse.reads(phrase.head, words!["people"]);
        let theirs = parse.reads(phrase.first, words!["his", "her"]);
        let posted = parse.reads(phrase.last + 1, words!["in", "at", "on"]);
        if phrase.possessor.is_some() {
            return if experts || people && theirs || !people && posted { build(owner()?) } else { None };
        }
        if experts {
            return None;
        }
        let definite = parse.reads(phrase.first, words!["the", "those"]);
        let home =
            parse.phrase_at(phrase.last + 2).filter(|_| definite && parse.reads(phrase.last + 1, words!["from"]));
        let home = parse.phrases()[home?];
        let state = self.by_name(parse, &home).filter(|actor| matches!(actor.how, How::Seat | How::Name))?;
        build(state.parties)
    }

    /// "Nobody in Lima", "no one in Lima": what none of them does the party does not do.
    pub(super) fn nobody_in(&self, parse: &Parse<'_>, phrase: &Phrase) -> Option<Actor> {
        let one =
            phrase.first > 0 && parse.word(phrase.head) == named::ONE && parse.word(phrase.first - 1) == named::NO;
        if parse.word(phrase.last + 1) != named::IN || !one && !parse.reads(phrase.head, words!["nobody"]) {
            return None;
        }
        let place = parse.phrases()[parse.phrase_at(phrase.last + 2)?];
        let name = self.name_over(parse, &place).filter(|name| !self.is_venue(name))?;
        let Entity::Party { party, form: NameForm::Capital | NameForm::Seat } = name.entity else { return None };
        let (parties, how) = (Parties::one(party), How::Seat);
        Some(Actor { parties, how, person: false, plural: false, outsider: false })
    }

    /// "Hemedti's men", "Ana Gil's people": those who follow somebody whom the article or the dossier knows by name.
    fn by_leader(&self, parse: &Parse<'_>, phrase: &Phrase) -> Option<Actor> {
        let (first, last) = phrase.possessor.filter(|_| parse.reads(phrase.head, FOLLOWERS))?;
        let listed = || match self.names_in(first, last).next_back()?.entity {
            person @ Entity::Person(_) => Some(self.party_of(person)),
            Entity::Party { .. } => None,
        };
        let known = || self.people.by_surname(parse.text_at(last)).filter(|known| !known.outsider)?.party;
        let party = if parse.tag(last) == Tag::Proper { listed().or_else(known)? } else { return None };
        let parties = Parties::one(party);
        Some(Actor { parties, how: How::Affiliation, person: false, plural: true, outsider: false })
    }
}

/// Tells whether the words of a name are those of no body, firm, medium or office.
fn is_personal(parse: &Parse<'_>, first: usize, last: usize) -> bool {
    let own = |word| parse.tag(word) == Tag::Proper && kind_of(parse, word).is_none() && !is_common(parse, word);
    (first..=last).all(own)
}

/// Tells whether a phrase is the subject of a verb of speech or of bargaining.
fn speaks(parse: &Parse<'_>, phrase: usize) -> bool {
    (0..parse.groups().len()).any(|at| {
        let group = parse.groups()[at];
        let own = group.has_tense() && !group.passive && parse.nodes()[at].subjects().contains(&phrase);
        let asks = parse.is_in(group.lemma, words!["press", "push", "request"]);
        own && (asks || parse.classes().is(group.lemma, Class::Speech) || bargain::takes_part(parse, at))
    })
}
