//! Lists: bullets and numbered paragraphs are read with the sentence that introduces them.

use super::draft::Draft;
use super::sentence::Sentence;
use crate::language::Tag;
use crate::language::extent::Stretch;
use crate::language::phrase::Unit;
use crate::mentions::Parties;

/// What an introducing sentence says of the items of its list.
#[derive(Debug, Clone)]
pub(super) struct Intro {
    /// The claim that each item is one of.
    pub(super) draft: Option<Draft>,
    /// Who is the subject of items that begin with a verb.
    pub(super) implied: Option<Parties>,
}

impl Intro {
    /// Tells whether a claim of the introducing sentence is the one that its items spell out.
    pub(super) fn replaces(&self, draft: &Draft) -> bool {
        self.draft.as_ref().is_some_and(|own| own.cue_span == draft.cue_span && own.content == draft.content)
    }
}

impl Sentence<'_> {
    /// What this sentence, which ends its paragraph, says of the items of a list after it.
    pub(super) fn introduces(&self, drafts: &[Draft]) -> Option<Intro> {
        let parse = self.parse;
        let end = parse.tokens.len().checked_sub(1)?;
        if parse.tag(end) != Tag::Colon || parse.tokens[end].span.of(parse.text) != ":" {
            return None;
        }
        let draft = drafts
            .iter()
            .find(|draft| draft.tokens.is_some_and(|tokens| tokens.last + 3 >= end) || draft.cue.last + 2 >= end);
        let implied = self.last_actor(end).or_else(|| self.first_subject());
        Some(Intro { draft: draft.cloned(), implied })
    }

    /// The phrase just before the colon, where it is somebody ("The Parties:"); "they" who adopt a list are the
    /// parties of the talks where no two others are meant.
    fn last_actor(&self, end: usize) -> Option<Parties> {
        let Unit::Phrase(phrase) = self.parse.unit(end.checked_sub(1)?)? else { return None };
        let parties = self.scene.actor(phrase).map(|actor| actor.parties).unwrap_or_default();
        let they = self.parse.word(self.parse.phrases()[phrase].head) == self.parse.words().they;
        let parties = if they && parties.len() < 2 { self.scene.principals() } else { parties };
        (!parties.is_empty()).then_some(parties)
    }

    fn first_subject(&self) -> Option<Parties> {
        let parse = self.parse;
        let node = parse.nodes().iter().find(|node| !node.subjects().is_empty())?;
        let parties = node.subjects().iter().fold(Parties::default(), |mut parties, &subject| {
            parties.extend(self.seeker().parties_of(subject));
            parties
        });
        (!parties.is_empty()).then_some(parties)
    }

    /// The claim that an item makes under its introducing sentence.
    pub(super) fn bullet(&self, intro: &Intro) -> Option<Draft> {
        let own = intro.draft.as_ref()?;
        let parse = self.parse;
        let first = parse.over_open(0);
        let last = (0..parse.tokens.len())
            .rev()
            .find(|&at| !matches!(parse.tag(at), Tag::Stop | Tag::Colon | Tag::Comma | Tag::Coordinator))?;
        let content = Stretch { first, last };
        if first > last {
            return None;
        }
        let mut draft = own.clone();
        draft.tokens = Some(content);
        draft.content = parse.span(first, last);
        draft.quote = self.span;
        draft.issues = self.classify(content);
        draft.reasons.push(crate::record::Reason {
            field: "content",
            text: "an item of a list, read with the sentence that introduces it".to_owned(),
        });
        Some(draft)
    }
}
