//! "Trucks can cross at night, the two governments decided": a clause that those who lay it down together say behind it.
//!
//! The verb may be one of concluding ("agreed", "decided") or, where all parties of the talks speak as one, a plain one of
//! saying; the clause before it tells what is to be. What the parties think of their talks is no claim.

use super::draft::Draft;
use super::holder::Held;
use super::sentence::{Finding, Sentence};
use super::under;
use crate::language::Tag;
use crate::language::classes::Class;
use crate::language::clause::Link;
use crate::language::extent::Stretch;
use crate::language::named;
use crate::language::phrase::Form;
use crate::language::word_list::{WordList, words};
use crate::record::Kind;

/// Verbs with which parties lay something down.
const CONCLUDES: &WordList = words!["agree", "decide", "resolve", "settle"];

/// Verbs with which parties that speak as one make it known.
const ANNOUNCES: &WordList = words!["announce", "confirm", "declare", "say"];

/// Verbs of going on with the talks, which both can lay down.
const PROCEEDS: &WordList =
    words!["begin", "continue", "convene", "gather", "go", "hold", "meet", "resume", "return", "start"];

impl Sentence<'_> {
    /// Adds what the parties of the sentence say behind it that they have laid down.
    pub(super) fn concluded(&self, drafts: &mut Vec<Draft>) {
        if self.parse.is_question() {
            return;
        }
        for verb in 0..self.parse.groups().len() {
            let Some((comma, held)) = self.conclusion(verb) else { continue };
            let found = self.concluded_before(verb, comma, &held);
            if found.is_empty() {
                continue;
            }
            let told = |draft: &Draft| {
                let inside =
                    |tokens: Stretch| found.iter().any(|new| new.tokens.is_some_and(|new| new.contains(tokens.first)));
                matches!(draft.kind, Kind::Agreed | Kind::Offer) && draft.tokens.is_some_and(inside)
            };
            drafts.retain(|draft| !told(draft));
            drafts.extend(found);
        }
    }

    /// The comma before the subject of a verb behind its clause, and who lays the clause down.
    fn conclusion(&self, verb: usize) -> Option<(usize, Held)> {
        let parse = self.parse;
        let found = parse.groups()[verb];
        let plain = found.form == Form::Finite && !found.passive && found.modal.is_none() && found.negation.is_none();
        let says = parse.is_in(found.lemma, ANNOUNCES);
        if !plain || !(says || parse.is_in(found.lemma, CONCLUDES)) {
            return None;
        }
        let subjects = parse.nodes()[verb].subjects();
        let first = subjects.iter().map(|&subject| parse.phrases()[subject].first).min()?;
        let comma = first.checked_sub(1).filter(|&at| parse.tag(at) == Tag::Comma && first < found.first)?;
        let held = self.seeker().of_phrases(subjects);
        let sides = self.scene.principals();
        let all = !sides.is_empty() && sides.without(held.parties).is_empty();
        // "they said": as well two people of one side.
        let named = |&subject: &usize| {
            let at = parse.phrases()[subject].head;
            parse.tag(at) != Tag::Pronoun || parse.word(at) == named::BOTH
        };
        let joint = all && subjects.iter().all(named);
        (held.parties.len() > 1 && !held.outsider && (joint || !says)).then_some((comma, held))
    }

    /// The claims of the clauses before the comma.
    fn concluded_before(&self, verb: usize, comma: usize, held: &Held) -> Vec<Draft> {
        let parse = self.parse;
        let says = parse.is_in(parse.groups()[verb].lemma, ANNOUNCES);
        (0..verb)
            .filter(|&group| {
                let one = says && self.subject_parties(group).len() == 1;
                parse.groups()[group].last < comma && self.lays_ahead(group, says) && !one
            })
            .map(|group| self.conclude(verb, group, comma, held))
            .collect()
    }

    /// Tells whether a main clause before the comma says what is to be.
    fn lays_ahead(&self, group: usize, says: bool) -> bool {
        let parse = self.parse;
        let found = parse.groups()[group];
        let node = &parse.nodes()[group];
        let main = matches!(node.link, Link::Main | Link::Coordinate);
        let modal = self.modal_of(group).map(|modal| parse.word(modal));
        let ahead = found.obliged || modal.is_some_and(|word| word != named::MIGHT && word != named::COULD);
        let goes_on = parse.is_in(found.lemma, PROCEEDS);
        let chance = parse.classes().is(found.lemma, Class::Chance) && !goes_on;
        let lays = goes_on || found.passive || parse.classes().is(found.lemma, Class::Lays);
        let starts = node.subjects().iter().map(|&subject| parse.phrases()[subject].first).min().unwrap_or(found.first);
        let opened = starts.checked_sub(1).map(|before| parse.tag(before));
        let opened = opened.is_some_and(|tag| matches!(tag, Tag::Relative | Tag::Subordinator | Tag::Preposition));
        let barred = super::govern::governed(parse, group, true).barred.is_some();
        main && !opened && ahead && !chance && !barred && (lays || !says) && !node.subjects().is_empty()
    }

    fn conclude(&self, verb: usize, group: usize, comma: usize, held: &Held) -> Draft {
        let parse = self.parse;
        let found = parse.groups()[group];
        let starts = parse.nodes()[group].subjects().iter().map(|&subject| parse.phrases()[subject].first);
        let start = starts.min().filter(|&start| start < found.first).unwrap_or(found.first);
        let own = self.subject_parties(group);
        let acts = !own.is_empty() && own.without(held.parties).is_empty() && own.len() == held.parties.len();
        let last = self.told_until(group, parse.clause(start).map_or(found.last, |clause| clause.last));
        let last = last.min(comma - 1).max(found.head);
        let content = Stretch { first: if acts { found.head } else { start }, last };
        let cue = Stretch { first: parse.groups()[verb].first, last: parse.groups()[verb].last };
        let words = parse.span(cue.first, cue.last).of(parse.text);
        let why = format!("those who “{words}” it lay it down together ({})", under::RULE);
        let finding =
            Finding { rule: under::RULE, kind: Kind::Agreed, held: held.clone(), content, cue, group: None, why };
        Draft { attribution: Vec::new(), ..self.draft(finding) }
    }
}
