//! Those who sit at the table, named by no name: "both sides", "the other side", "all four", "mediators".
//!
//! They stand for the principals of the talks, or for those of them that are left when one has just acted. Invariant: a
//! number means as many as there are at the table, else nobody.

use super::name_word::{is_subject, noun};
use super::scene::{Mention, Scene};
use super::talks::SIDES;
use super::{Actor, How, Parties};
use crate::language::classes::Class;
use crate::language::named;
use crate::language::parse::Parse;
use crate::language::phrase::Phrase;
use crate::language::word_list::{WordList, words};
use crate::language::{Tag, Word, numeral};

/// How deep a complement is followed ("both sides of the talks").
const DEPTH: usize = 3;

/// Those who act for a side, of whom each has one: "both presidents", "the two armies".
const EACH_HAS_ONE: &WordList = words![
    "army",
    "bloc",
    "board",
    "cabinet",
    "command",
    "embassy",
    "foreign-ministry",
    "garrison",
    "head",
    "military",
    "premier",
    "president",
];

/// The principals as one.
fn together(parties: Parties) -> Option<Actor> {
    let how = How::Collective;
    (!parties.is_empty()).then_some(Actor { parties, how, person: false, plural: true, outsider: false })
}

impl Scene<'_> {
    /// "both sides", "the parties", "all three delegations", "negotiators", "mediators".
    pub(super) fn by_side(&self, parse: &Parse<'_>, phrase: &Phrase) -> Option<Actor> {
        if let Some(actor) = self.by_opponent(parse, phrase) {
            return Some(actor);
        }
        if self.names_in(phrase.first, phrase.last).next().is_some() || phrase.possessor.is_some() {
            return None;
        }
        if phrase.last == phrase.first + 1
            && parse.word(phrase.first) == named::THE
            && parse.word(phrase.last) == named::TWO
        {
            return self.the_two(parse, phrase.last);
        }
        if let Some(actor) = self.by_count(parse, phrase).or_else(|| self.other_side(parse, phrase)) {
            return Some(actor);
        }
        let has = |word: Word| (phrase.first..=phrase.last).any(|at| parse.word(at) == word);
        let head = noun(parse, phrase.head);
        let alone = phrase.first == phrase.last && [named::BOTH, named::NEITHER].contains(&head);
        let paired = || [named::BOTH, named::TWO, named::EITHER, named::NEITHER, named::EACH].into_iter().any(has);
        let each = || {
            parse.is_in(head, EACH_HAS_ONE) || parse.classes().is_any(head, &[Class::CompanyRole, Class::MovementHead])
        };
        let side = parse.classes().is(head, Class::Side) || each() && paired();
        let mediators = parse.reads(phrase.head, words!["mediators"]);
        if !(alone || side || mediators) {
            return None;
        }
        let negotiators = parse.reads(phrase.head, words!["negotiators"]);
        // "Negotiators would accept a toll" below "What Kenya wants"
        if negotiators && !self.section().is_empty() {
            return None;
        }
        let (three, paired) = (has(named::THREE), paired());
        let plural = is_plural(parse, phrase.head);
        let simple = phrase.last - phrase.first <= 2;
        if alone || (side && three) || (side && (paired || plural && simple)) {
            if self.complement(parse, phrase, DEPTH).is_some() {
                return None;
            }
            let mut parties = self.principals();
            if three {
                parties.extend(self.mediators());
            }
            let settled = has(named::THE) || paired || three || alone;
            return together(parties).filter(|_| (settled || side && negotiators) && parties.len() > 1);
        }
        if mediators { together(self.mediators()) } else { None }
    }

    /// "its neighbour", "its rival": of two that negotiate, the other.
    fn by_opponent(&self, parse: &Parse<'_>, phrase: &Phrase) -> Option<Actor> {
        let opponent = phrase.possessor.is_some()
            && phrase.head == phrase.first + 1
            && parse.reads(phrase.head, words!["adversary", "foe", "neighbor", "neighbour", "opponent", "rival"]);
        let own = if opponent { self.possessor_party(parse, phrase)? } else { return None };
        let parties = self.principals().without(own);
        let two = self.principals().len() == 2 && parties.len() == 1;
        let (how, person, plural) = (How::Collective, false, false);
        two.then_some(Actor { parties, how, person, plural, outsider: false })
    }

    /// "the three", "all four", "the five sides": as many as negotiate.
    fn by_count(&self, parse: &Parse<'_>, phrase: &Phrase) -> Option<Actor> {
        let number = phrase.first + 1;
        if ![named::THE, named::ALL].contains(&parse.word(phrase.first)) || parse.tag(number) != Tag::Number {
            return None;
        }
        let count = numeral::value(parse.text_at(number))? as usize;
        let bare = phrase.last == number
            || phrase.last == number + 1 && parse.classes().is(noun(parse, phrase.last), Class::Side);
        if bare && SIDES.contains(&count) && self.principals().len() == count {
            together(self.principals())
        } else {
            None
        }
    }

    /// "the other side", "the other two", "the others": the principals without the one that acted last.
    fn other_side(&self, parse: &Parse<'_>, phrase: &Phrase) -> Option<Actor> {
        let other = phrase.first + 1;
        if parse.word(phrase.first) != named::THE || !parse.reads(other, words!["other", "others"]) {
            return None;
        }
        // "shook hands with the other"
        let acts = || parse.phrase_at(phrase.last).is_some_and(|at| is_subject(parse, at));
        let bare = phrase.last == other && acts();
        let two = phrase.last == other + 1 && parse.word(phrase.last) == named::TWO;
        let side = phrase.last == other + 1
            && parse.reads(phrase.last, words!["side", "party", "camp", "delegation", "team", "government", "capital"]);
        let left = self.principals().without(self.acted_last(parse.tokens[phrase.first].span.start)?);
        let counted =
            if two || bare && parse.reads(other, words!["others"]) { left.len() == 2 } else { left.len() == 1 };
        let plural = left.len() > 1;
        let actor = Actor { parties: left, how: How::Collective, person: false, plural, outsider: false };
        ((bare || two || side) && counted).then_some(actor)
    }

    /// The one principal that was last the subject of a verb before the byte `start`; none where two acted together.
    fn acted_last(&self, start: usize) -> Option<Parties> {
        let sides = self.principals();
        let acts = |mention: &&Mention| mention.subject && !mention.actor.parties.is_empty();
        let here = self.current().iter().filter(|mention| mention.span.end <= start).rfind(acts);
        let parties = here.or_else(|| self.earlier().next()?.iter().rfind(acts))?.actor.parties;
        (parties.len() == 1 && sides.without(parties).len() + 1 == sides.len()).then_some(parties)
    }
}

pub(super) fn is_plural(parse: &Parse<'_>, at: usize) -> bool {
    let token = parse.tokens[at];
    token.tag == Tag::Plural || token.tag == Tag::Proper && ![token.word, Word::UNKNOWN].contains(&noun(parse, at))
}
