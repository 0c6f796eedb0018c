//! Who bids for whom: "the suitor", "the bidder" and "the target" of an article on a takeover.
//!
//! The name beside a bid says which it is: "Selby's bid for Bruma", "an approach from Selby", "Selby raised its offer". A
//! firm counts once for each such place, and the one that counts most has the part.

use super::bargain::BIDS;
use crate::dossier::{Entity, Name, NameForm, PartyIx};
use crate::language::named;
use crate::language::parse::Parse;
use crate::language::phrase::Phrase;
use crate::language::{Tag, Word};

/// What whoever bids is called.
const BIDDER: &[&str] = &["acquirer", "bidder", "predator", "purchaser", "suitor"];
/// What the one who is bid for is called.
const TARGET: &[&str] = &["quarry", "target"];

/// How often each party stands as the one who bids and as the one who is bid for.
#[derive(Debug, Default)]
struct Votes {
    bids: Vec<PartyIx>,
    is_bid_for: Vec<PartyIx>,
}

/// The words for the two parts, each with the party that has it, where the text speaks of them; `firms` are those that can
/// be bought or buy, and `find` adds the names of parties in a sentence.
pub(super) fn parts(
    firms: &[PartyIx],
    sentences: &[(Parse<'_>, bool)],
    find: impl Fn(&Parse<'_>, &mut Vec<Name>),
) -> Vec<(Word, PartyIx)> {
    let Some((first, _)) = sentences.first() else { return Vec::new() };
    let word = |text: &&str| first.language.lexicon.word(text);
    let speaks = |parse: &Parse<'_>, list: &[Word]| list.iter().any(|&word| parse.may_hold(word));
    let roles: Vec<Word> = BIDDER.iter().chain(TARGET).map(word).collect();
    if !sentences.iter().any(|(parse, _)| speaks(parse, &roles)) {
        return Vec::new();
    }
    let bids: Vec<Word> = BIDS.iter().map(|bid| word(&bid)).collect();
    let mut votes = Votes::default();
    let mut found = Vec::new();
    for (parse, _) in sentences.iter().filter(|(parse, _)| speaks(parse, &bids)) {
        found.clear();
        find(parse, &mut found);
        votes.read(parse, &found);
    }
    let (bidder, target) = votes.decide(firms);
    let named = |list: &'static [&str], party: Option<PartyIx>| {
        let known = list.iter().map(word).filter(|&word| word != Word::UNKNOWN);
        known.filter_map(move |word| Some((word, party?))).collect::<Vec<_>>()
    };
    let mut parts = named(BIDDER, bidder);
    parts.extend(named(TARGET, target));
    parts
}

impl Votes {
    fn read(&mut self, parse: &Parse<'_>, found: &[Name]) {
        for phrase in parse.phrases() {
            if parse.is_in(parse.lemma(phrase.head), BIDS) {
                self.read_bid(parse, found, phrase);
            }
        }
        self.read_verbs(parse, found);
    }

    /// "Selby has until Monday to bid for Bruma", "Selby wants to acquire Bruma".
    fn read_verbs(&mut self, parse: &Parse<'_>, found: &[Name]) {
        let at = |token: usize| found.iter().find(|name| name.first <= token && token <= name.last).and_then(party);
        for (place, group) in parse.groups().iter().enumerate().filter(|(_, group)| !group.passive) {
            let object = match parse.text_of(group.lemma) {
                "bid" => parse.phrase_at(group.last + 2),
                "acquire" | "buy" => parse.phrase_at(group.last + 1),
                _ => None,
            };
            let Some(target) = object.and_then(|object| at(parse.phrases()[object].head)) else { continue };
            self.is_bid_for.push(target);
            self.bids.extend(parse.nodes()[place].subjects().iter().filter_map(|&by| at(parse.phrases()[by].head)));
        }
    }

    /// The names beside one bid.
    fn read_bid(&mut self, parse: &Parse<'_>, found: &[Name], bid: &Phrase) {
        let at = |token: usize| found.iter().find(|name| name.first <= token && token <= name.last).and_then(party);
        let behind = |phrase: &Phrase| parse.phrase_at(phrase.last + 2).map(|next| parse.phrases()[next].head);
        let preposition = parse.word(bid.last + 1);
        if let Some(party) = behind(bid).and_then(at) {
            if preposition == named::FOR {
                self.is_bid_for.push(party);
            } else if [named::FROM, named::BY].contains(&preposition) {
                self.bids.push(party);
            }
        }
        let Some((first, last)) = bid.possessor else { return };
        let own =
            if parse.tag(first) == Tag::Possessive { subject_before(parse, first).and_then(at) } else { at(last) };
        self.bids.extend(own);
    }

    /// Who bids and who is bid for; of two firms the other one, where the text says only one part.
    fn decide(&self, firms: &[PartyIx]) -> (Option<PartyIx>, Option<PartyIx>) {
        let other = |one: PartyIx| match *firms {
            [first, second] if one == first => Some(second),
            [first, second] if one == second => Some(first),
            _ => None,
        };
        let bidder = most(&self.bids, None);
        let target = most(&self.is_bid_for, bidder).or_else(|| other(bidder?));
        (bidder.or_else(|| other(target?)), target)
    }
}

/// The firm that stands most often in `list`, the first of them, `but` left out.
fn most(list: &[PartyIx], but: Option<PartyIx>) -> Option<PartyIx> {
    let count = |party: PartyIx| list.iter().filter(|&&other| other == party).count();
    list.iter().copied().filter(|&party| Some(party) != but).rev().max_by_key(|&party| count(party))
}

/// The head of the subject of the clause in which the token stands: whose "its" is.
fn subject_before(parse: &Parse<'_>, at: usize) -> Option<usize> {
    let group = (0..parse.groups().len()).rfind(|&group| parse.groups()[group].last < at)?;
    let subject = parse.nodes()[group].subjects().first()?;
    Some(parse.phrases()[*subject].head)
}

fn party(name: &Name) -> Option<PartyIx> {
    match name.entity {
        Entity::Party { party, form: NameForm::Name } => Some(party),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::mentions::tests::stands_for;

    #[test]
    fn the_suitor_is_whoever_bids_and_the_target_whoever_is_bid_for() {
        for (text, of, expected) in [
            ("Selco rejected an approach from Brandel. The suitor wants an answer.", "The suitor", "brandel"),
            ("Selco rejected an approach from Brandel. The target wants time.", "The target", "selco"),
            ("Brandel raised its offer for Selco. Selco refused. The bidder would keep it.", "The bidder", "brandel"),
        ] {
            stands_for(text, of, expected);
        }
    }

    #[test]
    fn a_target_of_a_text_without_bids_is_nobody() {
        stands_for("Kenya and Peru rejected the draft. The target is too high.", "The target", "nobody");
    }
}
