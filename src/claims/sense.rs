//! Whether a cue's word has the sense that takes a stance: by the heads of its point, its subject and its modal.

use super::candidate::{Candidate, Carrier};
use super::judge::Verdict;
use super::sentence::Sentence;
use crate::language::classes::Class;
use crate::language::clause::Link;
use crate::language::extent::Stretch;
use crate::language::named;
use crate::language::phrase::Unit;
use crate::language::word_list::words;
use crate::language::{Tag, Word};
use crate::record::Kind;
use crate::rules::{Cue, Rule, SubjectRole};

impl Sentence<'_> {
    /// "It is not opposed to patrols": who is opposed to something is opposed by nobody.
    fn is_stance_of_subject(&self, candidate: &Candidate) -> bool {
        let Some(group) = candidate.group().filter(|_| candidate.passive) else { return false };
        let found = self.parse.groups()[group];
        self.parse.reads(found.last + 1, words!["to"]) && self.parse.text_of(found.lemma) == "oppose"
    }

    /// "has given no undertaking to publish": what is given is nobody who is told to act.
    fn is_given_to_nobody(&self, candidate: &Candidate, rule: &Rule) -> bool {
        let Some(group) = candidate.group().filter(|_| rule.kind == Kind::Demand) else { return false };
        let &[toward] = candidate.filled.toward.as_slice() else { return false };
        self.parse.word(self.parse.phrases()[toward].first) == named::NO && self.parse.verb(group) == "give"
    }

    /// A word in a sense that takes no stance: by its object, its subject or its modal.
    ///
    /// `only` asks for the head of the point or that of `whole`, the point as it stands with the noun of a stance in it.
    pub(super) fn wrong_sense(
        &self,
        candidate: &Candidate,
        whole: &[Stretch],
        rule: &Rule,
        cue: &Cue,
    ) -> Option<Verdict> {
        if self.is_stance_of_subject(candidate) || self.is_given_to_nobody(candidate, rule) {
            return Some(Verdict::Passed);
        }
        let about = !cue.about.is_empty() && {
            let group = candidate.group()?;
            let subjects = self.parse.nodes()[group].subjects();
            !subjects.iter().any(|&subject| {
                let head = self.parse.phrases()[subject].head;
                cue.about.contains(&self.parse.lemma(head)) || cue.about.contains(&self.parse.word(head))
            })
        };
        let modal = !cue.modals.is_empty() && {
            let modal = candidate.group().and_then(|group| self.modal_of(group));
            // "Chad could share the port, its envoy said": what a party says that it could do it may yet do.
            let could = |modal: usize| {
                let group = candidate.group().filter(|&group| cue.voiced && self.is_reported(group));
                self.parse.word(modal) == named::COULD
                    && group.is_some_and(|group| self.parse.groups()[group].negation.is_none())
            };
            modal.is_none_or(|modal| {
                !could(modal)
                    && !cue.modals.contains(&self.parse.lemma(modal))
                    && !cue.modals.contains(&self.parse.word(modal))
            })
        };
        // "a road that would give it access": what a thing would do is offered by nobody.
        let described = !cue.modals.is_empty() && !cue.voiced && {
            let node = self.parse.nodes()[candidate.group()?];
            node.link == Link::Relative
                && node.antecedent.is_some_and(|antecedent| node.subjects().contains(&antecedent))
        };
        // "The pact should cover fish, Fiji said": what a text is to say is asked for, and nobody has agreed to it.
        let asked = cue.subject == SubjectRole::Document && rule.kind == Kind::Agreed && {
            let group = candidate.group()?;
            super::clausal::is_rule(self.parse, group) && self.parse.groups()[group].modal.is_some()
        };
        // "Chad must accept a cap, Mali said": what a party must do is asked of it, and no offer of its own.
        let bound = cue.subject == SubjectRole::Holder
            && matches!(rule.kind, Kind::Agreed | Kind::Offer)
            && candidate.group().is_some_and(|group| self.is_bound(group));
        let asked = asked || bound && !candidate.passive || self.is_of_no_text(candidate, rule, cue);
        let idle = self.is_advised(candidate, rule, cue)
            || self.describes_any(candidate, rule.kind)
            || match rule.kind {
                Kind::RedLine => candidate.filled.clause && self.is_hindered(candidate),
                Kind::Offer => self.is_supposition(candidate),
                Kind::Demand => self.asks_nothing(candidate),
                Kind::Agreed | Kind::Open => false,
            };
        let other = about || modal || described || asked || idle || self.has_more_behind(candidate, cue);
        if other || self.is_out(candidate, whole, rule, cue) { Some(Verdict::Passed) } else { None }
    }

    /// "We would have liked a longer list": what was not had is asked for no more.
    fn is_missed(&self, candidate: &Candidate) -> bool {
        let Carrier::Verb(group) = candidate.carrier else { return false };
        let found = self.parse.groups()[group];
        let likes = self.parse.is_in(found.lemma, words!["like", "love", "prefer"]);
        likes && found.perfect && found.modal.is_some()
    }

    /// "gave its consent to enter the port": what is given to do something is no order to anybody.
    fn gives_things(&self, candidate: &Candidate) -> bool {
        let Carrier::Verb(group) = candidate.carrier else { return false };
        let gives = self.parse.verb(group) == "give";
        let somebody = |&phrase: &usize| {
            let head = self.parse.phrases()[phrase].head;
            self.scene.actor(phrase).is_some() || self.parse.tag(head) != Tag::Noun
        };
        gives && !candidate.filled.toward.is_empty() && !candidate.filled.toward.iter().any(somebody)
    }

    /// "Chad said that it had to ask its parliament": what whoever speaks must do is asked of nobody.
    fn binds_itself(&self, candidate: &Candidate) -> bool {
        let parse = self.parse;
        let Carrier::Verb(group) = candidate.carrier else { return false };
        let clause = candidate.filled.clause && candidate.filled.toward.is_empty();
        let Some(content) = candidate.filled.contents.first().filter(|_| clause) else { return false };
        let verb = (content.first..=content.last).find_map(|at| parse.tensed_at(at));
        let Some(verb) = verb.filter(|&verb| super::clausal::is_rule(parse, verb) && !parse.groups()[verb].passive)
        else {
            return false;
        };
        let pronoun = |&subject: &usize| parse.tag(parse.phrases()[subject].head) == Tag::Pronoun;
        let bound = self.subject_parties(verb);
        let own = !bound.is_empty() && bound == self.subject_parties(group);
        own && parse.nodes()[verb].subjects().iter().all(pronoun) && !self.is_due(verb)
    }

    /// A demand in words only.
    fn asks_nothing(&self, candidate: &Candidate) -> bool {
        self.only_announces(candidate)
            || self.is_missed(candidate)
            || self.binds_itself(candidate)
            || self.gives_things(candidate)
            || self.is_turned_from(candidate)
    }

    /// "wants nothing to do with it", "asked for a month to think": what is wanted is to be left out of it, or time.
    fn is_turned_from(&self, candidate: &Candidate) -> bool {
        let parse = self.parse;
        let Some(content) = candidate.filled.contents.first() else { return false };
        let first = content.first;
        let nothing = first > 1 && parse.reads(first - 1, words!["to"]) && parse.reads(first - 2, words!["nothing"]);
        let nothing = nothing || parse.reads(first, words!["nothing"]) && parse.reads(first + 1, words!["to"]);
        let free = candidate.filled.toward.is_empty();
        let time = free && first > 2 && parse.reads(first - 1, words!["to"]) && parse.is_time_at(first - 2);
        nothing
            || time && parse.reads(first, words!["think", "study", "consider", "reply", "decide", "consult", "reflect"])
    }

    /// "any text that we accept", "the one Chad says it accepted": what a text is called by is no stance.
    fn describes_any(&self, candidate: &Candidate, kind: Kind) -> bool {
        let parse = self.parse;
        let Some(group) = candidate.group().filter(|_| matches!(kind, Kind::Offer | Kind::Agreed)) else {
            return false;
        };
        let node = &parse.nodes()[group];
        let Some(noun) = node.antecedent.filter(|_| node.link == Link::Relative) else { return false };
        let found = parse.phrases()[noun];
        let comma = node.opener.is_some_and(|opener| opener > 0 && parse.tag(opener - 1) == Tag::Comma);
        !comma
            && (parse.reads(found.first, words!["any", "every", "whatever"]) || parse.reads(found.head, words!["one"]))
    }

    /// "I want to make it clear that": words that only lead up to what is said.
    fn only_announces(&self, candidate: &Candidate) -> bool {
        let parse = self.parse;
        candidate.filled.contents.first().is_some_and(|content| {
            let next = content.first + 1 + usize::from(parse.reads(content.first + 1, words!["it", "this", "that"]));
            parse.reads(content.first, words!["be", "make"]) && parse.reads(next, words!["clear", "plain"])
        })
    }

    /// "suggested the plan was a joke": what stands behind the verb is the subject of a clause, and nothing is put forward.
    fn is_supposition(&self, candidate: &Candidate) -> bool {
        let parse = self.parse;
        let Carrier::Verb(group) = candidate.carrier else { return false };
        let point = candidate.filled.contents.first().filter(|_| !candidate.filled.clause);
        let suggests = parse.is_in(parse.groups()[group].lemma, words!["hint", "suggest"]);
        let Some(point) = point.filter(|_| suggests) else { return false };
        let end = parse.groups()[group].last;
        (group + 1..parse.groups().len()).any(|below| {
            let node = parse.nodes()[below];
            let begins =
                |&subject: &usize| (end + 1..=point.first.max(end + 3)).contains(&parse.phrases()[subject].first);
            parse.groups()[below].has_tense() && node.link == Link::Complement && node.subjects().iter().any(begins)
        })
    }

    /// Tells whether the point is none of those that its cue takes, or one that it leaves out.
    fn is_out(&self, candidate: &Candidate, whole: &[Stretch], rule: &Rule, cue: &Cue) -> bool {
        if cue.only.is_empty() && cue.unless.is_empty() {
            return false;
        }
        let heads = self.tested_heads(candidate, cue);
        let answers = cue.subject != SubjectRole::Document && !matches!(rule.kind, Kind::Demand | Kind::Offer);
        let outer = || whole.iter().filter(|_| answers).filter_map(|content| self.head_of(*content, false));
        let shared = whole.first() != candidate.filled.contents.first();
        let point = if shared && answers {
            whole.first().and_then(|content| self.head_of(*content, false))
        } else {
            heads.first().copied()
        };
        let asks =
            || candidate.filled.clause && (cue.subject == SubjectRole::Content || self.is_question_before(candidate));
        !cue.only.is_empty()
            && !heads.iter().copied().chain(outer()).any(|head| cue.only.contains(&head))
            && !asks()
            && !self.takes_up_point(candidate, rule)
            || point.is_some_and(|head| cue.unless.contains(&head))
            || cue.subject == SubjectRole::Document && self.says_nothing(candidate, cue)
    }

    /// "The clause is a pair of brackets": what a text says is one of the heads that its cue leaves out.
    fn says_nothing(&self, candidate: &Candidate, cue: &Cue) -> bool {
        let content = candidate.filled.contents.first();
        let head = content.and_then(|content| self.head_of(*content, candidate.filled.clause));
        head.is_some_and(|head| cue.unless.contains(&head))
    }

    /// "any deal that leaves out the port", "the draft resolution calls for": a text that is not there, or that nobody
    /// has agreed to yet.
    fn is_of_no_text(&self, candidate: &Candidate, rule: &Rule, cue: &Cue) -> bool {
        let parse = self.parse;
        let Some(group) = candidate.group().filter(|_| cue.subject == SubjectRole::Document) else { return false };
        let node = parse.nodes()[group];
        let mut texts = node.subjects().iter().copied().chain(node.antecedent);
        texts.any(|text| {
            let found = parse.phrases()[text];
            let any = parse.reads(found.first, words!["any", "no", "every", "whatever"]);
            let early = words!["draft", "proposed", "rival", "competing"];
            // "an Israeli military statement said": the text of one side alone.
            let statement = parse.reads(found.head, words!["statement"]);
            if rule.kind == Kind::Agreed && statement && self.scene.owner(parse, text).is_some_and(|own| own.len() == 1)
            {
                return true;
            }
            any || rule.kind == Kind::Agreed && (found.first..found.head).any(|at| parse.reads(at, early))
        })
    }

    /// "He ought to insist on a ceiling": what an author thinks that a party should ask for is asked by nobody (codebook,
    /// hard case 7).
    fn is_advised(&self, candidate: &Candidate, rule: &Rule, cue: &Cue) -> bool {
        let offer = rule.kind == Kind::Offer;
        let stance = offer || matches!(rule.kind, Kind::Demand | Kind::RedLine);
        let stance = stance && cue.subject == SubjectRole::Holder && !candidate.passive;
        let Some(mut group) = candidate.group().filter(|_| stance) else { return false };
        if offer {
            // "She ought to name a price that she could bear"
            let node = self.parse.nodes()[group];
            let own = |&subject: &usize| self.parse.tag(self.parse.phrases()[subject].head) == Tag::Pronoun;
            let above = (0..group).rev().find(|&above| self.parse.groups()[above].has_tense());
            let within = node.link == Link::Relative && node.subjects().iter().all(own);
            let Some(above) = above.filter(|_| within) else { return false };
            group = above;
        }
        let advised = self.is_bound(group)
            || self.modal_of(group).is_some_and(|modal| self.parse.reads(modal, words!["should", "must"]));
        advised && self.seeker().voice(self.parse.groups()[group].first).is_none()
    }

    /// "the deal cannot be carried out because of the storm": what is kept from happening is refused by nobody.
    fn is_hindered(&self, candidate: &Candidate) -> bool {
        let parse = self.parse;
        let Some(content) = candidate.filled.contents.first() else { return false };
        let caused = words!["because", "due", "owing"];
        let Some(at) = (content.first..=content.last + 2).find(|&at| parse.reads(at, caused)) else { return false };
        let verb = parse.groups().iter().rev().find(|group| group.has_tense() && group.first < at);
        parse.reads(at + 1, words!["of", "to"])
            && verb.is_some_and(|verb| verb.passive && verb.modal.is_some_and(|modal| parse.lemma(modal) == named::CAN))
    }

    /// "must", "should", "would have to", "needs to", not negated.
    fn is_bound(&self, group: usize) -> bool {
        let parse = self.parse;
        let found = parse.groups()[group];
        let modal = found.modal.map(|modal| parse.word(modal));
        let must = modal.is_some_and(|word| [named::MUST, named::SHOULD, named::OUGHT].contains(&word));
        let has = found.obliged && (found.first..found.head).any(|at| parse.lemma(at) == named::HAVE);
        (must || has) && found.negation.is_none()
    }

    /// "Vietnam proposed a code. Chile backs it": a pronoun for what somebody has just put forward.
    fn takes_up_point(&self, candidate: &Candidate, rule: &Rule) -> bool {
        let parse = self.parse;
        let Some(group) = candidate.group().filter(|_| rule.id.contains(".verb")) else { return false };
        let verb = parse.verb(group);
        let weighs = words!["consider", "examine", "review", "study", "weigh"].contains(verb);
        if !(matches!(rule.kind, Kind::Offer | Kind::RedLine) || weighs) {
            return false;
        }
        let Some(content) = candidate.filled.contents.first() else { return false };
        // "backs the zone", which somebody has put forward a sentence or two before
        let known = parse.word(content.first) == named::THE && content.last == content.first + 1 && {
            let noun = parse.text_at(content.last);
            self.earlier.iter().any(|earlier| {
                let put = matches!(earlier.kind, Kind::Demand | Kind::Offer) && earlier.age <= 3;
                put && earlier.content.of(parse.text).split_whitespace().any(|word| word.eq_ignore_ascii_case(noun))
            })
        };
        if known && content.first > candidate.cue.first {
            return true;
        }
        let pronoun = content.first == content.last
            && [named::IT, named::THIS, named::THAT, named::THEM].contains(&parse.word(content.first));
        let told = || {
            let last = self.earlier.last().filter(|earlier| earlier.age <= 1);
            last.is_some_and(|earlier| matches!(earlier.kind, Kind::Demand | Kind::Offer))
        };
        pronoun && content.first > candidate.cue.first && told()
    }

    /// "Who will pay was left for another day": a question has no head noun to be tested.
    pub(super) fn is_question_before(&self, candidate: &Candidate) -> bool {
        let parse = self.parse;
        let before = candidate.filled.contents.first().filter(|content| content.last < candidate.cue.first);
        let opener = before.map(|content| parse.word(parse.over_open(content.first)));
        opener.is_some_and(|word| parse.classes().is_any(word, &[Class::Question, Class::TimedQuestion]))
    }

    /// The lemmas that `only` and `unless` are compared with.
    fn tested_heads(&self, candidate: &Candidate, cue: &Cue) -> Vec<Word> {
        let parse = self.parse;
        if cue.subject == SubjectRole::Document {
            let Some(group) = candidate.group() else { return Vec::new() };
            return parse.nodes()[group].subjects().iter().map(|&subject| self.seeker().text_of(subject)).collect();
        }
        candidate.filled.contents.iter().filter_map(|content| self.head_of(*content, candidate.filled.clause)).collect()
    }

    fn head_of(&self, content: Stretch, clause: bool) -> Option<Word> {
        let parse = self.parse;
        let first = parse.over_open(content.first);
        if clause {
            let around = || parse.groups().iter().position(|group| (group.first..=group.last).contains(&first));
            let below = || (first..=content.last).find_map(|i| parse.group_at(i));
            let verb = (first..=content.last).find_map(|i| parse.tensed_at(i)).or_else(around).or_else(below)?;
            return Some(parse.groups()[verb].lemma);
        }
        match parse.unit(parse.over_adverbs(first))? {
            Unit::Phrase(phrase) => Some(self.counted_in(parse.phrases()[phrase].head)),
            Unit::Group(group) => Some(parse.groups()[group].lemma),
            Unit::None => None,
        }
    }

    /// The lemma of a head; "22%" is counted in percent.
    fn counted_in(&self, head: usize) -> Word {
        let parse = self.parse;
        let percent = parse.text_at(head).ends_with('%');
        if percent { parse.language.lexicon.word("percent") } else { parse.lemma(head) }
    }
}
