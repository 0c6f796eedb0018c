//! Bodies in which the parties sit together: "the Joint Border Commission, made up of Kenya and Somalia".
//!
//! Once such a body has been named, "the Commission" stands for those who sit in it: the parties named behind "made up
//! of", else those of the talks, with the mediators where it is a body of three.

use crate::language::named;
use crate::language::word_list::{WordList, words};
use std::rc::Rc;

use super::open::{THREE, is_joint};
use super::scene::Scene;
use super::{Actor, How, Parties};
use crate::language::Tag;
use crate::language::parse::Parse;
use crate::language::phrase::Phrase;

/// What such a body is called.
const BODIES: &WordList =
    words!["commission", "committee", "council", "mechanism", "group", "board", "authority", "plenary"];

/// Names that two states share, in the plural.
const SHARED: &[(&str, [&str; 2])] = &[
    ("Koreas", ["north-korea", "south-korea"]),
    ("Sudans", ["south-sudan", "sudan"]),
    ("Congos", ["congo-brazzaville", "drc"]),
];

impl Scene<'_> {
    /// Notes the joint bodies that the sentence names, before its phrases are resolved.
    pub(super) fn note_bodies(&mut self, parse: &Parse<'_>) {
        for phrase in parse.phrases().iter().filter(|phrase| parse.reads(phrase.head, BODIES)) {
            let joint = (phrase.first..phrase.head).find(|&at| parse.tokens[at].capital && is_joint(parse, at));
            if let Some(joint) = joint {
                let parties = self.seated(parse, phrase, joint);
                if parties.len() > 1 {
                    self.body = Some(Rc::new((parse.text_at(phrase.head).to_lowercase(), parties)));
                }
            }
        }
    }

    /// Who sits in a body: those named behind "composed of" or "of", else the parties of the talks.
    fn seated(&self, parse: &Parse<'_>, phrase: &Phrase, joint: usize) -> Parties {
        let text = |at: usize| parse.text_at(at);
        let end = (phrase.last + 1..parse.tokens.len()).find(|&at| parse.tensed_at(at).is_some());
        let end = end.unwrap_or(parse.tokens.len());
        let of = (phrase.last + 1..end).take(5).find(|&at| words!["of", "comprising", "grouping"].contains(text(at)));
        let from = of.unwrap_or(end);
        let stop =
            (from..end).find(|&at| words!["chaired", "under", "in", "on", "at"].contains(text(at))).unwrap_or(end);
        let inside = self.names().iter().filter(|name| from <= name.first && name.last < stop);
        let named: Parties = inside.map(|name| self.party_of(name.entity)).collect();
        if named.len() > 1 {
            return named;
        }
        let mut parties = self.principals();
        if THREE.contains(&text(joint).to_lowercase()) {
            parties.extend(self.mediators());
        }
        parties
    }

    /// "West Africa's main bloc, ECOWAS, refused": a body whose name stands between commas behind it.
    pub(super) fn by_apposed_name(&self, parse: &Parse<'_>, phrase: &Phrase) -> Option<Actor> {
        let body = words![
            "bloc",
            "body",
            "organisation",
            "organization",
            "grouping",
            "alliance",
            "agency",
            "watchdog",
            "federation",
            "broker",
            "facilitator",
            "guarantor",
            "host",
            "mediator",
        ];
        let comma = phrase.last + 1;
        if parse.tag(comma) != Tag::Comma || !parse.reads(phrase.head, body) {
            return None;
        }
        let apposed = parse.phrases()[parse.phrase_at(comma + 1)?];
        let closed = matches!(parse.tag(apposed.last + 1), Tag::Comma | Tag::Stop);
        (closed && parse.tag(apposed.head) == Tag::Proper).then(|| self.by_name(parse, &apposed)).flatten()
    }

    /// "the two Koreas", "both Sudans": two states by the name that they share.
    pub(super) fn by_shared_name(&self, parse: &Parse<'_>, phrase: &Phrase) -> Option<Actor> {
        if !parse.tokens[phrase.head].capital {
            return None;
        }
        let head = parse.text_at(phrase.head);
        let (_, slugs) = SHARED.iter().find(|(name, _)| *name == head)?;
        let parties: Parties = slugs.iter().filter_map(|slug| self.dossier.party_by_slug(slug)).collect();
        let alone = phrase.possessor.is_none() && parties.len() == slugs.len();
        alone.then_some(Actor { parties, how: How::Collective, person: false, plural: true, outsider: false })
    }

    /// "both basins", "the two unions": the two parties of the article whose names end in the noun.
    pub(super) fn by_shared_noun(&self, parse: &Parse<'_>, phrase: &Phrase) -> Option<Actor> {
        let two = [named::BOTH, named::TWO].contains(&parse.word(phrase.head.checked_sub(1)?));
        let bare = two && phrase.first + 2 >= phrase.head && phrase.possessor.is_none();
        let parties = if bare { self.cast.pair(parse.lemma(phrase.head))? } else { return None };
        Some(Actor { parties, how: How::Collective, person: false, plural: true, outsider: false })
    }

    /// "the Commission": those who sit in the joint body that was named before.
    pub(super) fn by_body(&self, parse: &Parse<'_>, phrase: &Phrase) -> Option<Actor> {
        let (noun, parties) = self.body.as_deref()?;
        let head = parse.text_at(phrase.head).to_lowercase();
        let definite = parse.word(phrase.first) == named::THE;
        let named = (phrase.first..phrase.head).all(|at| parse.tokens[at].capital || parse.tag(at) == Tag::Determiner);
        let same = head == *noun && definite && named && phrase.last == phrase.head;
        same.then_some(Actor { parties: *parties, how: How::Collective, person: false, plural: false, outsider: false })
    }
}
