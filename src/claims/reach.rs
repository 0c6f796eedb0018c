//! How far a point reaches: where a partner ends it, and where the verb itself begins it.

use super::candidate::Candidate;
use super::holder::Held;
use super::sentence::Sentence;
use crate::language::Tag;
use crate::language::classes::Class;
use crate::language::extent::Stretch;
use crate::language::named;
use crate::language::word_list::{WordList, words};
use crate::mentions::Parties;
use crate::rules::Cue;
use crate::text::Span;

/// What is done from a place rather than got from somebody.
const LEAVING: &WordList = words![
    "departure",
    "disengagement",
    "eviction",
    "evacuation",
    "exemption",
    "exit",
    "expulsion",
    "independence",
    "protection",
    "pullback",
    "pullout",
    "pull-out",
    "redeployment",
    "removal",
    "retreat",
    "return",
    "secession",
    "separation",
    "withdrawal",
];

impl Sentence<'_> {
    /// "Israel agreed with Syria to": the partner holds it too.
    pub(super) fn add_partner(&self, candidate: &Candidate, group: usize, held: &mut Held) {
        let parse = self.parse;
        if !candidate.passive || held.parties.is_empty() {
            let seeker = self.seeker();
            for &phrase in &candidate.filled.partners {
                let parties = seeker.parties_of(phrase);
                held.parties.extend(parties);
            }
        }
        let with = parse.groups()[group].last + 1;
        if parse.word(with) != named::WITH {
            return;
        }
        if let Some(actor) = parse.phrase_at(with + 1).and_then(|phrase| self.scene.actor(phrase))
            && !held.parties.is_empty()
            && !actor.outsider
        {
            held.parties.extend(actor.parties);
        }
    }

    /// "signed a pact on water with Portugal": whom it is signed with holds it too and is no part of the point.
    pub(super) fn part_from_partner(&self, content: Stretch) -> (Stretch, Option<Parties>) {
        let parse = self.parse;
        let with = (content.first + 1..content.last).rev().find(|&at| parse.word(at) == named::WITH);
        let partner = with.and_then(|with| {
            let phrase = parse.phrase_at(with + 1).filter(|&phrase| parse.phrases()[phrase].last == content.last)?;
            let name = parse.tag(parse.phrases()[phrase].head) == Tag::Proper;
            let actor =
                self.scene.actor(phrase).filter(|actor| name && !actor.outsider && !actor.parties.is_empty())?;
            Some((with, actor.parties))
        });
        match partner {
            Some((with, parties)) => (Stretch { first: content.first, last: with - 1 }, Some(parties)),
            None => (content, None),
        }
    }

    /// "offered access to its waters", "wants a pullout from the valley", "expects relief for a host of firms": what stands
    /// behind "to", "from" or "of" is nobody to whom it is given or of whom it is asked, and belongs to the point; so does
    /// what somebody is to leave.
    pub(super) fn with_goal(&self, candidate: &Candidate, content: Stretch) -> Stretch {
        let parse = self.parse;
        let to = content.last + 1;
        let goal =
            candidate.filled.toward.iter().find(|&&phrase| parse.phrases()[phrase].first == parse.over_open(to + 1));
        let whole = |phrase: usize| {
            let goal = parse.phrases()[phrase];
            let outer = parse.thing(content.first).filter(|outer| outer.last >= goal.last);
            outer.or_else(|| parse.thing(goal.first))
        };
        let head =
            parse.phrase_at(parse.over_open(content.first)).map(|phrase| parse.lemma(parse.phrases()[phrase].head));
        let leaves = head.is_some_and(|head| parse.is_in(head, LEAVING));
        let last = goal
            .filter(|&&phrase| match parse.text_of(parse.word(to)) {
                "to" | "of" => self.scene.actor(phrase).is_none(),
                "from" => leaves || self.scene.actor(phrase).is_none(),
                _ => false,
            })
            .and_then(|&phrase| whole(phrase))
            .map_or(content.last, |whole| whole.last);
        Stretch { first: content.first, last }
    }

    /// "wants a fund to repair the wells": a thing that is wanted for a purpose, and nobody who is asked.
    pub(super) fn with_means(&self, candidate: &Candidate, content: Stretch) -> Stretch {
        let parse = self.parse;
        let Some(&phrase) = candidate.filled.toward.last() else { return content };
        let found = parse.phrases()[phrase];
        let aimed = parse.tag(found.last + 1) == Tag::To && content.first == found.last + 2;
        let thing = parse.reads(found.first, words!["a", "an", "another"])
            && [Class::Actor, Class::Person, Class::Side, Class::Speaker]
                .iter()
                .all(|&class| !parse.classes().is(parse.lemma(found.head), class));
        let means = aimed && thing && self.scene.actor(phrase).is_none();
        Stretch { first: if means { found.first } else { content.first }, ..content }
    }

    /// "would suspend patrols": the point is the act, with its verb.
    pub(super) fn with_verb(
        &self,
        candidate: &Candidate,
        content: Span,
        tokens: Option<Stretch>,
    ) -> (Span, Option<Stretch>) {
        let verb = candidate.group().map(|group| self.parse.groups()[group].head);
        let first = candidate.filled.contents.first().map(|first| self.parse.over_open(first.first));
        match (verb, tokens) {
            (Some(verb), Some(found)) if first == Some(found.first) && verb < found.first => {
                let whole = Stretch { first: verb, last: found.last };
                (self.parse.span(whole.first, whole.last), Some(whole))
            }
            _ => (content, tokens),
        }
    }

    /// "would trim it by half", "will hand them to the court": what is done to a thing named before is told with its
    /// verb.
    pub(super) fn act_on_pronoun(&self, candidate: &Candidate, cue: &Cue, content: Stretch) -> Option<Stretch> {
        let parse = self.parse;
        let pronoun = parse.tag(content.first) == Tag::Pronoun && content.first == content.last;
        let group = candidate.group().filter(|_| cue.voiced && pronoun && !candidate.passive)?;
        let found = parse.groups()[group];
        let more = !matches!(parse.tag(content.last + 1), Tag::Stop | Tag::Comma | Tag::Colon | Tag::Coordinator);
        let last = parse.clause(found.first)?.last.max(content.last);
        (more && content.first == found.last + 1).then_some(Stretch { first: found.head, last })
    }
}
