//! Whose a text, a demand or a price is: "Egypt, whose demand", "the price, for Israel, is", "a draft by Russia".

use super::candidate::Candidate;
use super::holder::{Held, Seeker};
use super::sentence::Sentence;
use crate::language::classes::Class;
use crate::language::clause::Link;
use crate::language::named;
use crate::language::word_list::{WordList, words};
use crate::language::{Tag, Word};
use crate::mentions::Parties;
use crate::record::Reason;

/// Verbs whose subject is the party whose text the object names.
const GIVING: &WordList = words![
    "hand",
    "deliver",
    "present",
    "submit",
    "circulate",
    "table",
    "send",
    "draw",
    "bring",
    "draft",
    "write",
    "offer",
    "give",
    "lay",
    "put",
    "propose",
    "produce",
    "slide",
    "announce",
    "come",
    "arrive",
    "pass",
    "float",
    "prepare",
    "unveil",
    "share",
    "push",
];

/// What a text is made of.
const PARTS: &WordList = words![
    "element",
    "component",
    "provision",
    "term",
    "clause",
    "pillar",
    "centrepiece",
    "centerpiece",
    "cornerstone",
    "feature",
    "core",
    "heart",
];

impl Seeker<'_> {
    /// Whose text a phrase names: its owner, who it is by or from, or who has delivered it.
    pub(super) fn of_text(&self, phrase: usize) -> Held {
        let parse = self.parse;
        let owner = self.scene.owner(parse, phrase).or_else(|| self.complement_owner(phrase));
        if let Some(parties) = owner.filter(|parties| !parties.is_empty()) {
            let words = self.span_of(phrase).of(parse.text);
            let text = format!("“{words}” is a text of {}", self.scene.name_parties(parties));
            let reason = Some(Reason { field: "holder", text });
            return Held { parties, spans: vec![self.span_of(phrase)], reason, ..Held::default() };
        }
        let described = (0..parse.groups().len()).find(|&group| {
            let node = &parse.nodes()[group];
            let verb = parse.verb(group);
            node.link == Link::Relative && node.antecedent == Some(phrase) && GIVING.contains(verb)
        });
        if let Some(group) = described {
            return self.of_subject(group);
        }
        let delivered = parse.group_at(parse.phrases()[phrase].last + 1);
        if let Some(group) = delivered.filter(|&group| !parse.groups()[group].has_tense()) {
            return self.of_agent(group);
        }
        let mut before = parse.before(parse.phrases()[phrase].first);
        while let Some(at) = before.filter(|&at| parse.tag(at) == Tag::Preposition) {
            before = parse.before(at);
        }
        let giver = before.and_then(|at| parse.group_at(at)).filter(|&group| {
            let verb = parse.verb(group);
            GIVING.contains(verb) && !parse.groups()[group].passive
        });
        giver.map(|group| self.of_subject(group)).unwrap_or_default()
    }

    /// "the draft that Kenya tabled", "the paper Norway's people laid on the table": whoever brought it.
    pub(super) fn bringer(&self, phrase: usize) -> Option<Parties> {
        let parse = self.parse;
        let brought = (0..parse.groups().len()).find(|&group| {
            let node = &parse.nodes()[group];
            let verb = parse.verb(group);
            node.link == Link::Relative && node.antecedent == Some(phrase) && GIVING.contains(verb)
        })?;
        let held = self.of_phrases(parse.nodes()[brought].subjects());
        Some(held.parties).filter(|parties| !parties.is_empty() && !held.outsider)
    }

    /// "Egypt, whose demand for a treaty": the phrase before "whose".
    pub(super) fn whose(&self, phrase: usize) -> Option<usize> {
        let parse = self.parse;
        let at = parse.phrases()[phrase].first.checked_sub(1)?;
        let opens = parse.text_at(at).eq_ignore_ascii_case("whose");
        let node = parse.nodes().iter().find(|node| opens && node.opener == Some(at))?;
        node.antecedent
    }

    /// "the price of a deal, for Israel, is", "the condition that Damascus sets is": whose term it is.
    pub(super) fn set_for(&self, phrase: usize) -> Option<usize> {
        let parse = self.parse;
        let from = parse.phrases()[phrase].last + 1;
        let copula = (0..parse.groups().len())
            .find(|&group| parse.groups()[group].lemma == named::BE && parse.groups()[group].first >= from)?;
        let end = parse.groups()[copula].first;
        let setter = (0..copula).find(|&group| {
            let node = &parse.nodes()[group];
            node.link == Link::Relative && node.antecedent == Some(phrase) && parse.groups()[group].first >= from
        });
        if let Some(setter) = setter {
            return parse.nodes()[setter].subjects().first().copied().filter(|&subject| subject != phrase);
        }
        (from..end).find_map(|at| parse.phrase_at(at + 1).filter(|_| parse.word(at) == named::FOR))
    }

    /// "the main elements of the plan", "the terms of the truce": a part stands for the text that it is in.
    pub(super) fn whole_of(&self, phrase: usize) -> usize {
        let parse = self.parse;
        let found = parse.phrases()[phrase];
        let part = parse.is_in(parse.lemma(found.head), PARTS);
        let of = parse.word(found.last + 1) == named::OF;
        parse.phrase_at(found.last + 2).filter(|_| part && of).unwrap_or(phrase)
    }

    /// What the subject of a text's verb is called: "it" stands for the text on the table.
    pub(super) fn text_of(&self, subject: usize) -> Word {
        let subject = self.whole_of(subject);
        let head = self.parse.phrases()[subject].head;
        let it = self.parse.word(head) == named::IT;
        let group =
            (0..self.parse.groups().len()).find(|&group| self.parse.nodes()[group].subjects().contains(&subject));
        let says = group.is_some_and(|group| self.parse.classes().is(self.parse.groups()[group].lemma, Class::Speech));
        self.paper.filter(|_| it && !says).map_or(self.parse.lemma(head), |paper| paper.noun)
    }

    /// "It included", "the plan would bring": whose the text is of which a sentence before spoke.
    pub(super) fn owner_on_the_table(&self, group: usize) -> Parties {
        let Some(paper) = self.paper else { return Parties::default() };
        let same = self.parse.nodes()[group].subjects().iter().any(|&subject| self.text_of(subject) == paper.noun);
        if same { paper.owner } else { Parties::default() }
    }
}

impl Sentence<'_> {
    /// What seeks the holders of the sentence's claims.
    pub(super) fn seeker(&self) -> Seeker<'_> {
        let lead = self.implied.filter(|_| self.led);
        Seeker {
            parse: self.parse,
            scene: self.scene,
            reports: self.reports,
            implied: self.implied,
            lead,
            paper: self.paper,
        }
    }

    /// "The message was that the port is not for sale": a line that the speaker reports and does not own.
    pub(super) fn is_anothers_line(&self, candidate: &Candidate) -> bool {
        let parse = self.parse;
        let Some(group) = candidate.group() else { return false };
        let above = parse.nodes()[group].parent.filter(|_| parse.nodes()[group].link == Link::Complement);
        above.filter(|&above| parse.groups()[above].lemma == named::BE).is_some_and(|above| {
            parse.nodes()[above].subjects().iter().any(|&subject| {
                let phrase = parse.phrases()[subject];
                let noun = parse.text_of(parse.lemma(phrase.head));
                let our = parse.tag(phrase.first) == Tag::Possessive;
                words!["answer", "argument", "line", "message", "policy", "position", "stance", "view"].contains(noun)
                    && !our
            })
        })
    }
}
