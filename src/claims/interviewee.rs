//! Who answers in an interview: whom a label names, or whom the lines above the first question present.
//!
//! It looks at names, offices and the words in which an interview presents somebody, and at no answer. Where nothing
//! tells whose side the interviewee is on, "we" stands for nobody.

use crate::language::word_list::{WordList, words};
use std::rc::Rc;

use super::Reader;
use super::sentence::Sentence;
use crate::attribution::Report;
use crate::document::{Document, Turn};
use crate::language::Tag;
use crate::mentions::{How, Known, Parties};
use crate::record::{Source, SourceType};
use crate::text::Span;

/// Somebody who is interviewed.
#[derive(Debug, Clone)]
pub(super) struct Interviewee {
    pub(super) source: Source,
    pub(super) parties: Parties,
}

/// Somebody whom the lines above the first question present by an office: "a member of the Kenyan team".
#[derive(Debug, Clone)]
pub(super) struct Presented {
    who: Interviewee,
    /// Whether it is said that they speak: "spoke to us", "we met".
    speaks: bool,
}

/// Verbs of those who give an interview.
const SPEAKS: &WordList = words!["speak", "talk", "answer", "explain", "tell", "sit", "discuss", "agree", "reflect"];

/// Verbs of those who take it.
const MEETS: &WordList = words!["meet", "interview", "speak", "talk", "sit", "ask", "question"];

/// Tells whether somebody answers in the document whom no label names.
pub(super) fn is_interview(document: &Document) -> bool {
    document.blocks.iter().any(|block| matches!(block.turn, Turn::Answer(_)))
}

impl Interviewee {
    /// The report in which everything that the interviewee says stands.
    pub(super) fn report(&self) -> Report {
        Report {
            chain: vec![self.source.clone()],
            source: None,
            cue: None,
            content: Vec::new(),
            group: None,
            speaker: self.parties,
            quoted: false,
            by_party: false,
            carried: true,
        }
    }
}

impl Reader<'_> {
    /// The person whom a label names; without one whom the lead presents, by an office or by name.
    pub(super) fn interviewee(&mut self, label: Option<Span>) -> Option<Interviewee> {
        let text = &self.document.text;
        let Some(label) = label else {
            if self.interviewee.is_none() {
                self.interviewee = self.introduced();
            }
            return self.interviewee.clone();
        };
        let surname = label.of(text).split_whitespace().next_back()?;
        let known =
            self.scene.known().iter().rev().find(|known| last_name(known) == surname || has_initials(known, surname));
        let source = Source {
            name: label.of(text).to_owned(),
            kind: known.map_or(SourceType::Other, |known| kind_of(known)),
            anonymous: false,
            span: label,
        };
        let party = known.filter(|known| !known.outsider).and_then(|known| known.party).map(Parties::one);
        // "The delegate:" below "a member of the Kenyan team spoke to us"
        let presented = || self.presented.as_ref().map(|found| found.who.parties);
        let unknown = known.is_none_or(|known| !known.outsider);
        let parties = party.or_else(|| presented().filter(|_| unknown)).unwrap_or_default();
        Some(Interviewee { source, parties })
    }

    /// Whom the lines above the first question present.
    fn introduced(&self) -> Option<Interviewee> {
        let known = most_met(self.scene.known());
        let named = known.map(of_person);
        let presented = self.presented.as_ref().filter(|_| known.is_none_or(|known| !known.outsider));
        let speaks = presented.filter(|found| found.speaks).map(|found| found.who.clone());
        let sided = named.clone().filter(|named| !named.parties.is_empty());
        let unnamed = presented.map(|found| match &named {
            // "Minister Ana Gil spoke to us" below "Chile's fisheries negotiator"
            Some(named) => Interviewee { source: named.source.clone(), ..found.who.clone() },
            None => found.who.clone(),
        });
        speaks.or(sided).or(unnamed).or(named)
    }

    /// Notes whom a sentence above the first question presents.
    pub(super) fn note_presented(&mut self, found: Option<Presented>) {
        let better = |known: &Presented, found: &Presented| found.speaks && !known.speaks;
        if let Some(found) = found
            && self.presented.as_ref().is_none_or(|known| better(known, &found))
        {
            self.presented = Some(found);
        }
    }
}

impl Sentence<'_> {
    /// Somebody without a name who is called after an office of one party: "Chad's envoy", "an official who leads the
    /// Chadian team".
    pub(super) fn presents(&self) -> Option<Presented> {
        let found = (0..self.parse.phrases().len()).filter_map(|phrase| self.presented_by(phrase));
        found.reduce(|first, next| if next.speaks && !first.speaks { next } else { first })
    }

    fn presented_by(&self, phrase: usize) -> Option<Presented> {
        let parse = self.parse;
        let actor =
            self.scene.actor(phrase).filter(|actor| actor.person && !actor.outsider && actor.parties.len() == 1)?;
        let found = parse.phrases()[phrase];
        if actor.how != How::Affiliation || parse.tag(found.head) == Tag::Proper {
            return None;
        }
        let speaks = (0..parse.groups().len()).any(|group| {
            let own = parse.nodes()[group].subjects().contains(&phrase) && SPEAKS.contains(parse.verb(group));
            let next = parse.groups()[group].last + 1;
            let to = usize::from(parse.reads(next, words!["to", "with", "down"]));
            let met = MEETS.contains(parse.verb(group)) && parse.phrase_at(next + to) == Some(phrase);
            own || met
        });
        let span = parse.span(found.first, found.last);
        let source = Source { name: span.of(parse.text).to_owned(), kind: SourceType::Official, anonymous: true, span };
        Some(Presented { who: Interviewee { source, parties: actor.parties }, speaks })
    }
}

/// Who is met most often, the first of them, among those who speak for a party, else among all.
fn most_met(known: &[Rc<Known>]) -> Option<&Known> {
    let known = || known.iter().map(Rc::as_ref);
    let mut speaking = known().filter(|known| known.party.is_some() && !known.outsider);
    let top = speaking.clone().map(|known| known.mentions.len()).max();
    speaking.find(|known| Some(known.mentions.len()) == top).or_else(|| known().next())
}

fn last_name(known: &Known) -> &str {
    known.name.split(' ').next_back().unwrap_or_default()
}

/// "AG:" for "Ana Gil".
fn has_initials(known: &Known, label: &str) -> bool {
    let letters = label.chars().filter(|c| c.is_alphabetic());
    label.len() > 1 && letters.eq(known.name.split([' ', '-']).filter_map(|word| word.chars().next()))
}

fn of_person(known: &Known) -> Interviewee {
    let span = known.mentions.first().copied().unwrap_or_default();
    let source = Source { name: known.name.clone(), kind: kind_of(known), anonymous: false, span };
    let party = known.party.filter(|_| !known.outsider);
    Interviewee { source, parties: party.map(Parties::one).unwrap_or_default() }
}

fn kind_of(known: &Known) -> SourceType {
    match known {
        Known { outsider: true, .. } => SourceType::Expert,
        Known { party: Some(_), .. } => SourceType::Official,
        _ => SourceType::Other,
    }
}

#[cfg(test)]
mod tests {
    use crate::claims::tests::world;

    /// Who is found to hold the demand of the first answer.
    #[track_caller]
    fn holder(lead: &str, asks: &str, answers: &str) -> String {
        let turns = format!("{asks}What do you want?\n\n{answers}We want a longer pier.\n\n");
        let rest =
            format!("{asks}And Peru?\n\n{answers}I cannot say.\n\n{asks}Will it hold?\n\n{answers}We hope so.\n");
        let text = format!("The pier\n\n{lead}\n\n{turns}{rest}");
        world(&text).claims.iter().map(|claim| claim.holders.join("+")).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn who_answers_is_known_by_office_task_and_name() {
        for (lead, wanted) in [
            ("A senior member of Chile's negotiating team spoke to us in Arica about the talks with Peru.", "chile"),
            ("We met the official who leads the Chilean team in its talks with Peru.", "chile"),
            ("Deputy Minister Ana Gil sits for Chile on the joint commission with Peru.", "chile"),
            ("Professor Ana Gil has written three books about the talks of Chile with Peru.", ""),
        ] {
            assert_eq!(holder(lead, "", ""), wanted, "{lead}");
            assert_eq!(holder(lead, "Q: ", "A: "), wanted, "{lead}");
        }
    }

    #[test]
    fn initials_before_an_answer_stand_for_a_name_of_the_lead() {
        let lead = "Ana Gil, who leads the Chilean team in its talks with Peru, spoke to us in Arica.";
        assert_eq!(holder(lead, "Q: ", "AG: "), "chile");
    }
}
