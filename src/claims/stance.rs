//! Which kind a cue gives as it stands: by its polarity, its modal, who holds it, and what was said before.

use super::candidate::{Candidate, Carrier};
use super::govern::Governed;
use super::holder::Held;
use super::sentence::Sentence;
use crate::language::Tag;
use crate::language::extent::Stretch;
use crate::language::named;
use crate::language::phrase::Unit;
use crate::language::word_list::words;
use crate::mentions::{How, Parties};
use crate::record::{Kind, Reason};
use crate::rules::{Cue, Outcome, Rule, SubjectRole};

impl Sentence<'_> {
    pub(super) fn kind(
        &self,
        candidate: &Candidate,
        rule: &Rule,
        cue: &Cue,
        governed: &Governed,
        held: &Held,
    ) -> Option<Kind> {
        // "has neither refused nor granted": left open by whoever has done neither.
        if let Some(group) = candidate.group()
            && self.does_neither(group)
        {
            return Some(Kind::Open);
        }
        // Two of many countries that want something do not wish it for all (codebook, hard case 5).
        let sides = self.scene.principals();
        let all = !sides.is_empty() && sides.without(held.parties).is_empty();
        let joint = held.parties.len() > 1 && (all || rule.kind != Kind::Demand);
        // "would no longer press for it, as long as": what is given up is offered (codebook, hard case 16).
        let yields = self.has_would(candidate) || governed.refused;
        if rule.kind == Kind::Demand && governed.ended && yields && !matches!(candidate.carrier, Carrier::Noun(_)) {
            return Some(Kind::Offer);
        }
        if governed.refused && !governed.negated && !joint {
            let kind = cue.refused.kind(rule.kind);
            // "could not agree": nobody refuses what all fail to do.
            if rule.kind == Kind::Agreed
                && kind == Some(Kind::RedLine)
                && held.parties.is_empty()
                && !self.is_willed(candidate)
            {
                return Some(Kind::Open);
            }
            return if rule.kind == Kind::Agreed && kind == Some(Kind::Open) && self.is_willed(candidate) {
                Some(Kind::RedLine)
            } else {
                kind
            };
        }
        // "left without accepting the map": who has not said yes has not refused.
        if governed.negated && matches!(rule.kind, Kind::Agreed | Kind::Offer) && self.is_without(candidate) {
            return Some(Kind::Open);
        }
        // "had not asked for a pause": who has asked nothing refuses nothing.
        let asked = || self.is_perfect(candidate) || self.is_not_seeking(candidate);
        if governed.negated && !governed.refused && rule.kind == Kind::Demand && asked() {
            return None;
        }
        if governed.negated != governed.refused {
            let kind = cue.negated.kind(rule.kind).or_else(|| cue.affirmed.kind(rule.kind).filter(|_| governed.ended));
            let unmoved = rule.kind == Kind::Demand && matches!(candidate.carrier, Carrier::Predicate(_));
            return if joint && (rule.kind == Kind::Agreed || unmoved) && kind == Some(Kind::RedLine) {
                Some(Kind::Open)
            } else {
                kind
            };
        }
        if governed.denied && cue.affirmed == Outcome::Silent {
            return cue.negated.kind(rule.kind);
        }
        // "a deal can be reached": what is only possible has not come about.
        if rule.kind == Kind::Agreed && candidate.passive && self.is_able(candidate) {
            return None;
        }
        let postpones = rule.kind == Kind::Open && self.is_put_off(candidate);
        let takes = rule.kind == Kind::Agreed || postpones;
        let alone = held.parties.len() == 1 && self.is_maybe(candidate);
        if takes && cue.affirmed != Outcome::Silent && (self.is_would(candidate) || alone) {
            return Some(Kind::Offer);
        }
        if rule.kind == Kind::Agreed
            && cue.affirmed == Outcome::Silent
            && (self.is_existential(candidate) || self.comes_along(candidate))
        {
            return Some(Kind::Agreed);
        }
        // "any deal must include a timetable" says what somebody asks of it, and of no deal what is in it.
        let texts = takes && cue.subject == SubjectRole::Document;
        if texts && (self.is_owed(candidate) || self.is_history(candidate)) {
            return None;
        }
        if cue.voiced && !self.is_voiced_by(candidate, held) && !self.is_own_would(candidate, held) {
            return None;
        }
        if rule.kind == Kind::Demand && self.is_gift(candidate) {
            return Some(Kind::Offer);
        }
        let mediators = self.scene.mediators();
        let mediates = !held.parties.is_empty() && held.parties.iter().all(|party| mediators.contains(party));
        if mediates {
            return cue.mediator.kind(rule.kind);
        }
        // "Who would steer was to be settled by June": what is only to be settled is open.
        if rule.kind == Kind::Agreed && governed.hedged && self.is_question_before(candidate) {
            return Some(Kind::Open);
        }
        let would = rule.kind == Kind::Offer && self.has_would(candidate);
        // A wish of two against a third is no wish shared by all (codebook, hard case 5).
        let apart = rule.kind == Kind::Demand && !self.scene.principals().without(held.parties).is_empty();
        // "both said they would not raise the toll": of the parties to the talks that binds each to the other.
        let bound = rule.kind != Kind::RedLine || all;
        if joint && !would && !apart && bound { cue.joint.kind(rule.kind) } else { cue.affirmed.kind(rule.kind) }
    }

    /// "We are not asking for a veto", "said it had not sought one": whoever says so of itself denies it (codebook, hard
    /// case 21).
    pub(super) fn denies_asking(&self, candidate: &Candidate, rule: &Rule, governed: &Governed, held: &Held) -> bool {
        let asks = rule.kind == Kind::Demand && governed.negated && !governed.refused && !governed.ended;
        let Carrier::Verb(group) = candidate.carrier else { return false };
        let verb = self.parse.verb(group);
        asks && !candidate.passive
            && words!["ask", "call", "claim", "demand", "press", "push", "request", "seek"].contains(verb)
            && self.is_voiced_by(candidate, held)
    }

    /// "is not seeking a veto": who does not seek a thing may take it.
    fn is_not_seeking(&self, candidate: &Candidate) -> bool {
        let Carrier::Verb(group) = candidate.carrier else { return false };
        self.parse.groups()[group].progressive && self.parse.verb(group) == "seek"
    }

    /// "without accepting", "without having settled".
    fn is_without(&self, candidate: &Candidate) -> bool {
        let before = candidate.group().and_then(|group| self.parse.groups()[group].first.checked_sub(1));
        before.is_some_and(|at| self.parse.word(at) == named::WITHOUT)
    }

    /// "said they would accept it": they have not yet.
    pub(super) fn has_would(&self, candidate: &Candidate) -> bool {
        let modal = candidate.group().and_then(|group| self.parse.groups()[group].modal);
        modal.is_some_and(|modal| self.parse.word(modal) == named::WOULD)
    }

    /// Tells whether the cue stands in what its holder says.
    fn is_voiced_by(&self, candidate: &Candidate, held: &Held) -> bool {
        let voice = self.seeker().voice(candidate.cue.first);
        voice.is_some_and(|(parties, _)| parties == held.parties && !parties.is_empty())
    }

    /// "would agree to a shorter list" is a willingness.
    fn is_would(&self, candidate: &Candidate) -> bool {
        let parse = self.parse;
        let (Carrier::Verb(_), Some(group)) = (candidate.carrier, candidate.group()) else { return false };
        let lemma = parse.verb(group);
        parse.groups()[group].modal.is_some_and(|modal| parse.word(modal) == named::WOULD)
            && !candidate.passive
            && (!self.is_reported(group) || words!["agree", "consent", "accede", "assent"].contains(lemma))
    }

    /// "the 1936 treaty set up", "the accord of 1979 created": what a text that goes by its year brought about is history.
    fn is_history(&self, candidate: &Candidate) -> bool {
        let parse = self.parse;
        let Some(group) = candidate.group() else { return false };
        let year = |at: usize| {
            let text = parse.text_at(at);
            text.len() == 4 && text.starts_with(['1', '2']) && text.bytes().all(|byte| byte.is_ascii_digit())
        };
        parse.nodes()[group].subjects().iter().any(|&subject| {
            let found = parse.phrases()[subject];
            let dated = parse.reads(found.last + 1, words!["of", "from"]) && year(found.last + 2);
            dated || (found.first..found.head).any(year)
        })
    }

    /// "neither accepts nor rejects", "has neither refused nor granted".
    fn does_neither(&self, group: usize) -> bool {
        let parse = self.parse;
        if !parse.may_hold(named::NEITHER) {
            return false;
        }
        let opens = |group: usize| {
            let found = parse.groups()[group];
            let neither = (found.first.saturating_sub(1)..found.head).any(|at| parse.word(at) == named::NEITHER);
            neither && parse.word(found.last + 1) == named::NOR && parse.group_at(found.last + 2).is_some()
        };
        let first = parse.groups()[group].first;
        opens(group) || group > 0 && parse.word(first - 1) == named::NOR && opens(group - 1)
    }

    /// "the deal must include": an obligation, and nothing that a text says of itself.
    fn is_owed(&self, candidate: &Candidate) -> bool {
        let modal = candidate.group().and_then(|group| self.parse.groups()[group].modal);
        modal.is_some_and(|modal| self.parse.reads(modal, words!["must", "should", "ought"]))
    }

    /// "can be reached", not negated.
    fn is_able(&self, candidate: &Candidate) -> bool {
        let modal = candidate.group().and_then(|group| self.parse.groups()[group].modal);
        modal.is_some_and(|modal| self.parse.lemma(modal) == named::CAN && self.parse.text_at(modal) != "could")
    }

    /// "might agree to a smaller share": what one party might do is its willingness.
    fn is_maybe(&self, candidate: &Candidate) -> bool {
        let parse = self.parse;
        let Carrier::Verb(group) = candidate.carrier else { return false };
        let found = parse.groups()[group];
        let modal =
            found.modal.is_some_and(|modal| [named::MAY, named::MIGHT, named::COULD].contains(&parse.word(modal)));
        let lemma = parse.text_of(found.lemma);
        modal && !candidate.passive && words!["agree", "consent", "accede", "assent"].contains(lemma)
    }

    fn is_perfect(&self, candidate: &Candidate) -> bool {
        let Carrier::Verb(group) = candidate.carrier else { return false };
        self.parse.groups()[group].perfect
    }

    /// "wants to give its staff a rise": what a party wishes to give it offers.
    fn is_gift(&self, candidate: &Candidate) -> bool {
        let parse = self.parse;
        let (Carrier::Verb(group), [content], []) =
            (candidate.carrier, candidate.filled.contents.as_slice(), candidate.filled.toward.as_slice())
        else {
            return false;
        };
        let given = parse.group_at(content.first).map(|group| parse.verb(group));
        words!["want", "wish", "like"].contains(parse.verb(group))
            && given
                .is_some_and(|verb| words!["contribute", "donate", "give", "grant", "offer", "provide"].contains(verb))
    }

    /// "would put off the levy": what a party would put off it gives (codebook, hard case 16).
    fn is_put_off(&self, candidate: &Candidate) -> bool {
        let Carrier::Verb(group) = candidate.carrier else { return false };
        let verb = self.parse.verb(group);
        words!["put", "postpone", "defer", "delay", "suspend", "shelve"].contains(verb)
    }

    /// "there could be understandings to": what there is has been reached, or may be.
    fn is_existential(&self, candidate: &Candidate) -> bool {
        let Carrier::Noun(phrase) = candidate.carrier else { return false };
        let parse = self.parse;
        (0..parse.groups().len()).any(|group| {
            parse.groups()[group].lemma == named::BE
                && parse.nodes()[group].subjects().contains(&phrase)
                && parse.phrases()[phrase].first > parse.groups()[group].last
        })
    }

    /// "the visit, together with an accord to share the river, is a beginning": what comes along with a fact is one.
    fn comes_along(&self, candidate: &Candidate) -> bool {
        let Carrier::Noun(phrase) = candidate.carrier else { return false };
        let parse = self.parse;
        let first = parse.phrases()[phrase].first;
        let text = |back: usize| first.checked_sub(back).map_or("", |at| parse.text_at(at));
        let with = text(1) == "with" && words!["coupled", "along", "together", "combined"].contains(text(2));
        let after = |&group: &usize| parse.groups()[group].first > first && parse.groups()[group].has_tense();
        let fact = (0..parse.groups().len()).find(after).is_some_and(|group| parse.groups()[group].modal.is_none());
        (with || text(1) == "alongside") && fact
    }

    /// "will not sign" is a refusal, "could not sign" is none.
    fn is_willed(&self, candidate: &Candidate) -> bool {
        let parse = self.parse;
        candidate
            .group()
            .and_then(|group| parse.groups()[group].modal)
            .is_some_and(|modal| parse.lemma(modal) == named::WILL)
    }

    /// "It called on the rebels to leave": nobody asks it of itself, so "it" or "the bloc" is the counterpart.
    pub(super) fn turn_from_itself(&self, candidate: &Candidate, kind: Kind, held: &mut Held) {
        let Some(group) = candidate.group().filter(|_| kind == Kind::Demand && !candidate.passive) else { return };
        let vague = |&phrase: &usize| {
            let how = self.scene.actor(phrase).map(|actor| actor.how);
            matches!(how, Some(How::Role | How::Pronoun(_)))
        };
        let mut asked = Parties::default();
        for &phrase in &candidate.filled.toward {
            asked.extend(self.seeker().parties_of(phrase));
        }
        let others = self.scene.principals().without(asked);
        let same = asked.len() == 1 && held.parties == asked;
        if same && others.len() == 1 && self.parse.nodes()[group].subjects().iter().all(vague) {
            held.parties = others;
            let text = format!("nobody asks it of itself: {}", self.scene.name_parties(others));
            held.reason = Some(Reason { field: "holder", text });
        }
    }

    /// A point that nobody by name keeps off the table is open between the parties; a proposal of one side that
    /// the other accepts is agreed (codebook, "Offer or agreed?").
    pub(super) fn settle_kind(
        &self,
        kind: Kind,
        rule: &Rule,
        cue: &Cue,
        candidate: &Candidate,
        held: &mut Held,
    ) -> Kind {
        let untaken =
            kind == Kind::RedLine && cue.subject == SubjectRole::Content && held.parties.is_empty() && !held.outsider;
        // "Its overflights are not for sale": whose they are, whoever says so.
        let own = candidate.filled.contents.first().and_then(|content| self.parse.phrase_at(content.first));
        let own = own.filter(|_| untaken).and_then(|phrase| self.scene.owner(self.parse, phrase));
        if let Some(parties) = own.filter(|parties| parties.len() == 1) {
            held.parties = parties;
            let text = format!("the point is of {}", self.scene.name_parties(parties));
            held.reason = Some(Reason { field: "holder", text });
            return kind;
        }
        if untaken && rule.kind == Kind::RedLine {
            held.parties = self.scene.principals();
            let text = "nobody by name keeps the point out: it is open between the parties of the talks".to_owned();
            held.reason = Some(Reason { field: "holder", text });
            return Kind::Open;
        }
        kind
    }

    /// Tells whether the verb takes what is on the table: "accepted", "welcomed", "agreed with".
    pub(super) fn is_acceptance(&self, candidate: &Candidate) -> bool {
        let Carrier::Verb(group) = candidate.carrier else { return false };
        let lemma = self.parse.verb(group);
        words!["accept", "approve", "endorse", "embrace"].contains(lemma) && self.parse.groups()[group].modal.is_none()
    }

    /// Tells whether an anaphoric claim repeats one of the sentences before, of the same kind and holders among its.
    pub(super) fn says_again(&self, kind: Kind, content: crate::text::Span, holders: Parties) -> bool {
        self.earlier.iter().any(|earlier| {
            earlier.kind == kind
                && earlier.content == content
                && holders.iter().all(|party| earlier.holders.contains(party))
        })
    }

    /// "Iran's position is that missiles are not part of the file": a position that something is not so.
    pub(super) fn states_refusal(&self, candidate: &Candidate) -> bool {
        let parse = self.parse;
        if self.denies_all(candidate) || self.wants_none(candidate) {
            return true;
        }
        let named = match candidate.carrier {
            Carrier::Apposed(_) => true,
            Carrier::Noun(phrase) => {
                let noun = parse.noun(phrase);
                words!["position", "stance"].contains(noun)
            }
            _ => false,
        };
        let content = candidate.filled.contents.first().filter(|_| named && candidate.filled.clause);
        content
            .and_then(|content| (content.first..=content.last).find_map(|at| parse.tensed_at(at)))
            .is_some_and(|verb| parse.groups()[verb].negation.is_some() && !super::clausal::is_rule(parse, verb))
    }

    /// "have let it be known that nobody from abroad will rule": what is told is a refusal, and nothing offered.
    pub(super) fn tells_refusal(&self, candidate: &Candidate) -> bool {
        let parse = self.parse;
        let lets = candidate.group().filter(|&group| parse.verb(group) == "let");
        let content = candidate.filled.contents.first().filter(|_| candidate.filled.clause && lets.is_some());
        let verb = content.and_then(|content| (content.first..=content.last).find_map(|at| parse.tensed_at(at)));
        verb.is_some_and(|verb| {
            let none =
                |&subject: &usize| parse.reads(parse.phrases()[subject].first, words!["no", "nobody", "nothing"]);
            let found = parse.groups()[verb];
            found.modal.is_some() && (found.negation.is_some() || parse.nodes()[verb].subjects().iter().any(none))
        })
    }

    /// "wants no foreign troops on the ridge": what is wanted is that there be none.
    fn wants_none(&self, candidate: &Candidate) -> bool {
        let parse = self.parse;
        let Carrier::Verb(group) = candidate.carrier else { return false };
        let wants = parse.is_in(parse.groups()[group].lemma, words!["want", "seek"]);
        let counted = words!["better", "fewer", "further", "less", "longer", "more", "part"];
        let none =
            |content: &Stretch| parse.word(content.first) == named::NO && !parse.reads(content.first + 1, counted);
        wants && candidate.filled.contents.first().is_some_and(none)
    }

    /// "said there can be no exemption": what is ruled out in every case.
    fn denies_all(&self, candidate: &Candidate) -> bool {
        let parse = self.parse;
        let content = candidate.filled.contents.first().filter(|_| candidate.filled.clause);
        let Some(content) = content.filter(|content| parse.tag(content.first) == Tag::Existential) else {
            return false;
        };
        let verb = (content.first..=content.last).find_map(|at| parse.tensed_at(at)).map(|verb| parse.groups()[verb]);
        let none = verb.is_some_and(|verb| {
            verb.modal.is_some_and(|modal| parse.reads(modal, words!["can"]))
                && parse.reads(verb.last + 1, words!["no"])
        });
        let bound = words!["before", "except", "if", "unless", "until", "without"];
        none && (content.first..parse.tokens.len()).all(|at| !parse.reads(at, bound))
    }

    /// "Its position is that it taxes nobody": what a party says that it does, or does not, do.
    pub(super) fn states_fact(&self, candidate: &Candidate) -> bool {
        let parse = self.parse;
        let Carrier::Noun(phrase) = candidate.carrier else { return false };
        let noun = parse.noun(phrase);
        let content = candidate.filled.contents.first().filter(|_| candidate.filled.clause);
        let verb = content.and_then(|content| (content.first..=content.last).find_map(|at| parse.tensed_at(at)));
        words!["position", "stance", "line"].contains(noun)
            && verb.is_some_and(|verb| {
                let own = parse.nodes()[verb].subjects().iter().any(|&subject| {
                    parse.reads(parse.phrases()[subject].head, words!["it", "they", "he", "she", "we"])
                });
                own && parse.groups()[verb].modal.is_none() && !parse.groups()[verb].obliged
            })
    }

    /// "What it cannot swallow is the clause that says …": what a part of a text says is told in passing, and not agreed.
    pub(super) fn is_in_a_part(&self, candidate: &Candidate, rule: &Rule, cue: &Cue) -> bool {
        let parse = self.parse;
        let Some(group) = candidate.group().filter(|_| rule.kind == Kind::Agreed) else { return false };
        let node = &parse.nodes()[group];
        let part = node.antecedent.is_some_and(|phrase| {
            let noun = parse.noun(phrase);
            words!["clause", "paragraph", "article", "line", "sentence", "passage", "provision"].contains(noun)
        });
        cue.subject == SubjectRole::Document && node.link == crate::language::clause::Link::Relative && part
    }

    /// "could accept", "could support": a willingness, and no forecast.
    pub(super) fn takes_up(&self, candidate: &Candidate) -> bool {
        let Carrier::Verb(group) = candidate.carrier else { return false };
        let lemma = self.parse.verb(group);
        words!["accept", "support", "back", "endorse", "consider"].contains(lemma)
            || lemma == "agree" && !self.is_maybe(candidate)
    }

    /// "… is that missiles are not part of the file and that relief should come first": the clause that asks stays a demand.
    pub(super) fn asks_here(&self, candidate: &Candidate, content: Stretch) -> bool {
        let verb = (content.first..=content.last).find_map(|at| self.parse.tensed_at(at));
        self.states_refusal(candidate) && verb.is_some_and(|verb| super::clausal::is_rule(self.parse, verb))
    }

    /// "one that nobody has ruled out": a word that stands for a point said elsewhere.
    pub(super) fn is_stand_in(&self, content: Stretch) -> bool {
        let parse = self.parse;
        let first = parse.over_open(content.first);
        parse.word(first) == named::ONE && parse.tag(first + 1) == crate::language::Tag::Relative
    }

    /// "most points", "everything", "all issues": no point of its own (codebook, hard case 9).
    pub(super) fn is_vague(&self, content: Stretch) -> bool {
        let parse = self.parse;
        let first = parse.over_open(content.first);
        let Some(Unit::Phrase(phrase)) = parse.unit(first) else { return false };
        let found = parse.phrases()[phrase];
        let counted = parse.reads(found.first, words!["most", "many", "all", "some", "several", "nearly", "almost"]);
        let head = parse.text_of(parse.lemma(found.head));
        let whole = words!["everything", "nothing", "much", "something"].contains(head);
        whole
            || counted
                && words!["point", "issue", "matter", "thing", "question", "item", "detail", "term", "difference"]
                    .contains(head)
    }

    /// "Israel's commitment to respect its “red lines”": what is called a red line is one.
    pub(super) fn names_red_line(&self, candidate: &Candidate) -> bool {
        let parse = self.parse;
        let text = |at: usize| parse.text_at(at);
        candidate.filled.contents.iter().any(|content| {
            (content.first..content.last)
                .any(|at| text(at).eq_ignore_ascii_case("red") && parse.text_of(parse.lemma(at + 1)) == "line")
        })
    }

    /// Tells whether somebody else has asked for or proposed the point in the sentences before.
    pub(super) fn meets_other(&self, issues: &[String], content: crate::text::Span, holders: Parties) -> bool {
        self.earlier.iter().any(|earlier| {
            let other = !earlier.holders.is_empty() && !earlier.holders.iter().any(|party| holders.contains(party));
            let same = earlier.content == content || earlier.issues.first().is_some_and(|issue| issues.contains(issue));
            other && same && matches!(earlier.kind, Kind::Demand | Kind::Offer)
        })
    }
}
