//! What governs a noun cue, and verb forms that report nothing: "accused of refusing", "doubts about its readiness".

use super::candidate::{Candidate, Carrier, heads};
use super::draft::Draft;
use super::govern::{self, Governed};
use super::sentence::Sentence;
use super::supposed::took_place;
use crate::language::Tag;
use crate::language::classes::Class;
use crate::language::clause::Link;
use crate::language::named;
use crate::language::phrase::{Form, Phrase};
use crate::language::word_list::{WordList, words};
use crate::record::Kind;
use crate::rules::{Cue, CueId, Rule};

/// What somebody who leaves "without" it has not done.
const GRANTS: &WordList =
    words!["accept", "approve", "commit", "concede", "endorse", "pledge", "promise", "resolve", "settle", "undertake"];

/// Verbs that put an end to a stance.
const DROPPED: &WordList = words!["drop", "abandon", "withdraw", "shelve", "retract", "scrap", "relinquish", "forgo"];

impl Sentence<'_> {
    /// The first cue of the noun that heads a phrase, behind the word that it asks for, and of which `fits` holds.
    pub(super) fn noun_cue(&self, phrase: usize, fits: impl Fn(&Rule, &Cue) -> bool) -> Option<CueId> {
        let parse = self.parse;
        let head = parse.phrases()[phrase].head;
        let found = |id: &&CueId| {
            self.rules.get(**id).is_some_and(|(rule, cue)| {
                cue.modifier.is_none_or(|word| head > 0 && parse.word(head - 1) == word) && fits(rule, cue)
            })
        };
        self.rules.nouns(parse.lemma(head)).iter().find(found).copied()
    }

    /// Gerunds and participles that report nothing: "accused of refusing", "without demanding".
    pub(super) fn bar_loose_forms(&self, group: usize, governed: &mut Governed) {
        let parse = self.parse;
        let (found, node) = (parse.groups()[group], parse.nodes()[group]);
        // "vowed to fight on, ruling out a truce": behind a comma it hangs on no preposition.
        let comma = found.first > 0 && parse.tag(found.first - 1) == Tag::Comma;
        let before = parse.before(found.first).filter(|_| !comma);
        let preposition = before.filter(|&at| parse.tag(at) == Tag::Preposition).map(|at| parse.word(at));
        let loose = found.form == Form::Gerund
            && preposition.is_some_and(|word| ![named::AFTER, named::BEFORE, named::IN, named::BY].contains(&word))
            && !matches!(node.link, Link::Complement);
        let blamed = found.form == Form::Gerund
            && preposition.is_some_and(|word| [named::OF, named::FOR, named::WITHOUT, named::ABOUT].contains(&word));
        let unsigned = found.form == Form::Participle
            && node.link == Link::Modifier
            && !(self.implied.is_some() && heads(parse, group))
            && self.seeker().of_agent(group).parties.is_empty();
        if unsigned {
            governed.barred = governed.barred.or(Some("it describes a text without saying who agreed to it"));
        }
        let postnominal = found.form == Form::Gerund
            && node.link == Link::Modifier
            && node.subjects().iter().all(|&subject| self.seeker().parties_of(subject).is_empty())
            && !node.subjects().iter().any(|&subject| self.seeker().sender(subject).is_some());
        // "the talks were aimed at reaching an accord"
        let aimed = found.form == Form::Gerund
            && node.parent.is_some_and(|parent| {
                let lemma = parse.verb(parent);
                words!["aim", "design", "direct", "gear", "intend"].contains(lemma)
            });
        let verb = parse.text_of(found.lemma);
        let agrees = words!["agree", "reach", "sign", "strike"].contains(verb);
        if (agrees || GRANTS.contains(verb)) && self.parts_without(found.first) && !governed.negated {
            governed.negated = true;
            governed.barred = None;
            governed.frame.push((crate::record::FrameRole::Negation, found.first - 1, found.first - 1));
        } else if (loose || blamed || postnominal || aimed && agrees) && !took_place(parse, group) {
            governed.barred = governed.barred.or(Some("it is named without being said to happen"));
        }
    }

    /// "demand that Washington procure a commitment to leave", "a condition that it commit to": a promise that is wanted.
    pub(super) fn is_asked_for(&self, candidate: &Candidate, before: &[Draft]) -> bool {
        let parse = self.parse;
        let at = candidate.cue.first;
        let wanted = |draft: &Draft| {
            let inside = draft.tokens.is_some_and(|tokens| tokens.first < at && tokens.contains(at));
            draft.kind == Kind::Demand && inside
        };
        match candidate.carrier {
            Carrier::Noun(_) => before.iter().any(wanted),
            Carrier::Verb(group) => {
                let (found, node) = (parse.groups()[group], parse.nodes()[group]);
                let subjunctive = found.form == Form::Bare && node.link == Link::Complement && node.opener.is_some();
                // "Syria's precondition that it publicly commit"
                let present = !found.past && !found.perfect && found.modal.is_none() && !found.passive;
                subjunctive || present && found.form == Form::Finite && before.iter().any(wanted)
            }
            _ => false,
        }
    }

    /// A stance without a verb is as it stands.
    pub(super) fn govern_loose(&self) -> Governed {
        let barred = self.parse.is_question().then_some("the sentence asks");
        Governed { barred, ..Governed::default() }
    }

    pub(super) fn govern_noun(&self, phrase: usize) -> Governed {
        let parse = self.parse;
        let mut governed = Governed::default();
        let found = parse.phrases()[phrase];
        if parse.is_question() {
            governed.barred = Some("the sentence asks");
        }
        governed.past = self.is_earlier(&found);
        let first = parse.word(found.first);
        let scant = parse.reads(found.first, words!["little", "scant"]) && found.head > found.first;
        if first == named::NO || first == named::NEITHER || scant {
            governed.negated = true;
            governed.frame.push((crate::record::FrameRole::Negation, found.first, found.first));
        }
        if self.parts_without(found.first) {
            governed.negated = true;
            governed.frame.push((crate::record::FrameRole::Negation, found.first - 1, found.first - 1));
        }
        if let Some(group) = self.subject_or_light(phrase) {
            let above = govern::governed(parse, group, self.is_reported(group));
            governed.hedged |= above.hedged || above.forecast || self.is_likely(group);
            governed.negated |= above.negated != above.refused;
            governed.barred = governed.barred.or(above.barred);
            governed.frame.extend(above.frame);
        }
        if self.is_generic(phrase) {
            governed.barred = governed.barred.or(Some("it is spoken of in general"));
        }
        if self.is_doubted(found.first) {
            governed.barred = governed.barred.or(Some("it is doubted"));
        }
        governed.past |= self.is_gone_back_on(found.first) || self.is_dropped(phrase);
        if let Some(group) = parse.before(found.first).and_then(|before| parse.group_at(before)) {
            let verb = parse.groups()[group];
            let lemma = parse.text_of(verb.lemma);
            if DROPPED.contains(lemma) {
                governed.past |= verb.negation.is_none();
            }
            if parse.classes().is(verb.lemma, Class::Deny) && verb.negation.is_none() {
                governed.denied = true;
            }
            let over = words!["settle", "resolve", "end", "defuse", "solve", "bury"].contains(lemma);
            if over && verb.has_tense() && verb.modal.is_none() && verb.negation.is_none() {
                governed.barred = governed.barred.or(Some("it is over"));
            }
        }
        governed
    }

    /// "A proposal by Peru was dropped last week": it is of the past.
    fn is_dropped(&self, phrase: usize) -> bool {
        let parse = self.parse;
        (0..parse.groups().len()).any(|group| {
            let found = parse.groups()[group];
            let dropped = found.passive && found.has_tense() && found.negation.is_none() && found.modal.is_none();
            dropped && parse.nodes()[group].subjects().contains(&phrase) && parse.is_in(found.lemma, DROPPED)
        })
    }

    /// "backed away from its pledge", "reneged on its commitment", "walked back its offer".
    fn is_gone_back_on(&self, at: usize) -> bool {
        let parse = self.parse;
        let particle = |at: &usize| matches!(parse.tag(*at), Tag::Preposition | Tag::Adverb);
        let first = (0..at).rev().take_while(particle).last();
        let Some(verb) = first.and_then(|first| first.checked_sub(1)).and_then(|verb| parse.group_at(verb)) else {
            return false;
        };
        let verb = parse.groups()[verb];
        let next = parse.text_at(verb.last + 1);
        let turned = match parse.text_of(verb.lemma) {
            "renege" | "retreat" | "backtrack" | "backpedal" => true,
            "back" => matches!(next, "away" | "out" | "off" | "down"),
            "walk" | "go" | "row" => next == "back",
            _ => false,
        };
        turned && verb.negation.is_none()
    }

    /// "ended the talks without a deal on fish", "parted without agreeing on tolls": what a round did not bring.
    fn parts_without(&self, at: usize) -> bool {
        let parse = self.parse;
        let Some(without) = at.checked_sub(1).filter(|&at| parse.word(at) == named::WITHOUT) else {
            return false;
        };
        let verb = (0..parse.groups().len())
            .rev()
            .find(|&group| parse.groups()[group].last < without && parse.groups()[group].has_tense());
        verb.is_some_and(|verb| {
            let found = parse.groups()[verb];
            let lemma = parse.text_of(found.lemma);
            let ends = [
                "adjourn", "break", "close", "conclude", "depart", "disperse", "end", "finish", "leave", "meet",
                "part", "return", "sign", "wrap",
            ];
            ends.contains(&lemma) && found.modal.is_none() && found.negation.is_none()
        })
    }

    /// "its earlier demand", "the former condition"
    fn is_earlier(&self, phrase: &Phrase) -> bool {
        let earlier = words!["earlier", "previous", "former", "original", "initial", "erstwhile", "past"];
        (phrase.first..phrase.head).any(|at| self.parse.reads(at, earlier))
    }

    /// The verb of which a noun cue is the subject, or the light verb that carries it ("made a demand").
    fn subject_or_light(&self, phrase: usize) -> Option<usize> {
        let parse = self.parse;
        let light = self.seeker().light_verb(phrase);
        light.or_else(|| {
            (0..parse.groups().len()).find(|&group| {
                let copula = parse.groups()[group].lemma == named::BE;
                let own = parse.nodes()[group].subjects().contains(&phrase);
                parse.groups()[group].has_tense() && copula && (own || self.is_there(group, phrase))
            })
        })
    }

    /// "Nor was there any talk", "neither has there been any talk": what a turned clause says is not there.
    fn is_there(&self, group: usize, phrase: usize) -> bool {
        let parse = self.parse;
        let (found, first) = (parse.groups()[group], parse.phrases()[phrase].first);
        let behind = parse.tag(found.last + 1) == Tag::Existential && found.last + 2 == first;
        let before = found.first > 0 && parse.tag(found.first - 1) == Tag::Existential && found.last + 1 == first;
        let nor = found.first > 0 && parse.reads(found.first - 1, words!["nor", "neither"]);
        (nor || found.negation.is_some()) && (behind || before)
    }

    /// "stalled over Serbia's rejection of X": the refusal says more than that the point is open.
    pub(super) fn is_refusal_noun(&self, candidate: &Candidate, carriers: &[Vec<Candidate>]) -> bool {
        let point = candidate.filled.contents.first().and_then(|content| self.parse.phrase_at(content.first));
        let refuses = |inner: &Candidate| self.rules.get(inner.id).is_some_and(|(rule, _)| rule.kind == Kind::RedLine);
        point.is_some_and(|point| {
            carriers.iter().flatten().any(|inner| inner.carrier == Carrier::Noun(point) && refuses(inner))
        })
    }

    /// "is likely", "is possible", "is within reach".
    fn is_likely(&self, group: usize) -> bool {
        let parse = self.parse;
        let next = parse.over_adverbs(parse.groups()[group].last + 1);
        parse.reads(next, words!["likely", "possible", "near", "close", "imminent", "within"])
    }

    /// "Syrian commitment could be leveraged": a bare noun whose verb is only possible.
    fn is_generic(&self, phrase: usize) -> bool {
        let parse = self.parse;
        let found = parse.phrases()[phrase];
        let bare = found.possessor.is_none()
            && parse.tag(found.first) != Tag::Determiner
            && parse.tag(found.head) == Tag::Noun;
        bare && (0..parse.groups().len()).any(|group| {
            parse.nodes()[group].subjects().contains(&phrase)
                && parse.groups()[group].modal.is_some_and(|modal| {
                    [named::CAN, named::MAY, named::MIGHT].contains(&parse.lemma(modal))
                        || parse.word(modal) == named::COULD
                })
        })
    }

    /// "questions remain about the parties’ willingness": what hangs on a noun of doubt is not said to be so.
    fn is_doubted(&self, first: usize) -> bool {
        let parse = self.parse;
        let Some(preposition) = parse.before(first).filter(|&at| parse.tag(at) == Tag::Preposition) else {
            return false;
        };
        let doubts = |phrase: usize| parse.classes().is(parse.lemma(parse.phrases()[phrase].head), Class::Doubt);
        let Some(before) = parse.before(preposition) else { return false };
        let above = parse
            .group_at(before)
            .is_some_and(|group| parse.nodes()[group].subjects().iter().any(|&subject| doubts(subject)));
        above || parse.phrase_at(before).is_some_and(doubts)
    }
}
