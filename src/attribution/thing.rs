//! What is promised, wanted or judged: an act, a gerund, an object with the judgement beside it.

use super::find::Finder;
use crate::language::Tag;
use crate::language::classes::Class;
use crate::language::clause::Link;
use crate::language::extent::Stretch;
use crate::language::named;
use crate::language::phrase::{Form, Unit};
use crate::language::word_list::words;

impl Finder<'_> {
    /// "to close the plant" below a verb of promising or wanting.
    pub(super) fn act_below(&self, at: usize) -> Option<Stretch> {
        let parse = self.parse;
        let group = parse.groups()[at];
        let direct = self.over_circumstances(group.last) + 1;
        let act = (at + 1..parse.groups().len()).find(|&next| {
            let (node, found) = (parse.nodes()[next], parse.groups()[next]);
            let below = node.parent == Some(at) && node.link == Link::Complement && found.first > group.last;
            found.form == Form::Infinitive && (below || found.first == direct)
        })?;
        let mut start = parse.groups()[act].first;
        if let Some(object) =
            parse.phrase_at(parse.over_adverbs(group.last + 1)).filter(|&object| !parse.is_time_phrase(object))
        {
            // "told the crowd to vote": the ones told belong to the cue.
            let told = self.is_lemma(group.last, words!["tell"]);
            start = if told { start } else { start.min(parse.phrases()[object].first) };
        }
        let agreed = parse.is_in(group.lemma, words!["agree", "ask"]) && start == parse.groups()[act].first;
        (!agreed).then(|| Stretch { first: start, last: self.clause_end(at, start) })
    }

    /// "recalled seeing it", "denied taking money".
    pub(super) fn gerund_below(&self, at: usize) -> Option<Stretch> {
        let parse = self.parse;
        let start = parse.over_adverbs(parse.groups()[at].last + 1);
        let gerund = parse.group_at(start).is_some_and(|act| parse.groups()[act].form == Form::Gerund);
        let takes = parse.classes().is(parse.groups()[at].lemma, Class::Clausal) && !self.reports_by_quoting(at);
        (gerund && takes).then(|| Stretch { first: start, last: self.clause_end(at, start) })
    }

    /// "wrote saying", "reported seeing": verbs whose gerund goes on with the telling rather than being told.
    fn reports_by_quoting(&self, at: usize) -> bool {
        self.is_lemma(
            self.parse.groups()[at].last,
            words!["write", "tweet", "post", "respond", "reply", "answer", "say", "retort", "counter"],
        )
    }

    /// The object of a verb of judging, from token `start` on.
    pub(super) fn thing_after(&self, at: usize, start: usize) -> Option<Stretch> {
        let object = self.object_after(at, start)?;
        let group = self.parse.groups()[at];
        let judged = self.parse.classes().is(group.lemma, Class::Judges) || start > group.last + 1;
        // "is considering a rise from 36 cents to 42" tells what may be done.
        let verb = self.parse.text_of(group.lemma);
        // "asked the budget question twice" tells what was done.
        let question = verb == "ask"
            && self
                .parse
                .phrase_at(object.first)
                .is_some_and(|asked| self.is_lemma(self.parse.phrases()[asked].head, words!["question"]));
        if question || group.progressive && verb == "consider" {
            return None;
        }
        let first = self.parse.over_open(object.first);
        (judged || self.has_predicate(first, object.last)).then_some(object)
    }

    /// The object of a verb from token `start` on, with what describes it.
    pub(super) fn object_after(&self, at: usize, start: usize) -> Option<Stretch> {
        let parse = self.parse;
        let group = parse.groups()[at];
        let is = |class| parse.classes().is(group.lemma, class);
        let first = parse.over_open(parse.over_adverbs(start));
        let open = if first > start && parse.tag(first - 1) == Tag::Open { first - 1 } else { first };
        let named = match parse.unit(first) {
            Some(Unit::Phrase(phrase)) => !parse.is_time_phrase(phrase),
            Some(Unit::Group(found)) => parse.groups()[found].form == Form::Gerund,
            // "frustration over what they described as a farce"
            _ if parse.word(first) == named::WHAT => true,
            _ => parse.tag(first) == Tag::Possessive || (parse.tag(first) == Tag::Adjective && !is(Class::Deems)),
        };
        if !named {
            return None;
        }
        let end = self.before_further_clause(open, self.clause_end(at, open));
        Some(Stretch { first: open, last: self.before_occasion(open, end) })
    }

    /// "condemned the raid, but analysts warned", "called it a sham and the camp issued": the object ends before a clause
    /// of another subject.
    fn before_further_clause(&self, first: usize, last: usize) -> usize {
        let parse = self.parse;
        let level = self.quotes.around(first);
        let joins = (first + 1..last).find(|&i| {
            // "called her “tricky,” likened her to him and told"
            let listed = parse.tag(i) == Tag::Comma
                && parse
                    .tensed_at(i + 1 + usize::from(parse.tag(i + 1) == Tag::Close))
                    .is_some_and(|next| parse.nodes()[next].link == Link::Coordinate);
            // "cuts, which they argued could cost lives"
            // "their approach, one he said is wrong"
            let described = parse.tag(i + 1) == Tag::Relative || self.is_lemma(i + 1, words!["one"]);
            let said = parse.tag(i) == Tag::Comma
                && described
                && parse.phrase_at(i + 2).is_some_and(|who| {
                    let verb = parse.group_at(parse.phrases()[who].last + 1);
                    verb.is_some_and(|verb| self.reports_at(verb) && parse.groups()[verb].form == Form::Finite)
                });
            let next = i + 1 + usize::from(parse.tag(i + 1) == Tag::Close);
            // "panned it as propaganda, Senator Booker accused him and": another subject and its verb.
            let another = parse.tag(i) == Tag::Comma
                && parse.phrase_at(next).is_some_and(|who| {
                    let verb = parse.tensed_at(parse.phrases()[who].last + 1);
                    verb.is_some_and(|verb| {
                        let found = parse.groups()[verb];
                        let own = found.form == Form::Finite && parse.nodes()[verb].subjects() == [who];
                        own && parse.nodes()[verb].link != Link::Relative
                            && parse.classes().is_any(found.lemma, &[Class::Judges, Class::Speech])
                            && !self.ends_field(found.last)
                    })
                });
            let joined = parse.tag(i) == Tag::Comma
                && (parse.tag(next) == Tag::Coordinator && self.clause_behind(next + 1, last)
                    || parse.tag(i + 1) == Tag::Preposition
                        && parse.tag(i + 2) == Tag::Relative
                        && self.next_report(i - 1, last) == Some(i));
            if listed || said || joined || another {
                return true;
            }
            let subject = (parse.tag(i) == Tag::Coordinator
                && self.quotes.around(i).is_none_or(|at| Some(at) == level))
            .then(|| parse.phrase_at(i + 1))
            .flatten();
            let verb = subject
                .map(|subject| super::edge::complement_end(parse, parse.phrases()[subject].last))
                .and_then(|end| parse.tensed_at(parse.over_adverbs(end + 1)));
            let tensed = (first..i).any(|before| parse.tensed_at(before).is_some());
            !tensed
                && verb.zip(subject).is_some_and(|(verb, subject)| {
                    parse.groups()[verb].form == Form::Finite && parse.nodes()[verb].subjects() == [subject]
                })
        });
        joins.map_or(last, |joins| self.back_over(joins).max(first))
    }

    /// Tells whether a mark or the end stands behind token `last`.
    fn ends_field(&self, last: usize) -> bool {
        matches!(self.parse.tag(last + 1), Tag::Comma | Tag::Stop | Tag::Close) || last + 1 >= self.parse.tokens.len()
    }

    /// ", and once again, the chair noted": a clause of another subject behind adverbs and a comma.
    fn clause_behind(&self, at: usize, last: usize) -> bool {
        let parse = self.parse;
        let start = (at..last).take(4).find(|&i| !matches!(parse.tag(i), Tag::Adverb | Tag::Comma));
        start.is_some_and(|start| start > at && parse.tag(start - 1) == Tag::Comma && self.opens_clause(start, last))
    }

    /// The last token of what is judged, `last` at most: before "during the debate", "after the court ruled", ", while".
    fn before_occasion(&self, first: usize, last: usize) -> usize {
        let parse = self.parse;
        let level = self.quotes.around(first);
        let occasion = |i: usize| {
            let word = parse.text_of(parse.word(i));
            let clause = || (i + 1..=last).any(|i| parse.tensed_at(i).is_some());
            match word {
                "during" => true,
                // "brushed off the defeat, with a spokesman insisting"
                "with" if parse.tag(i - 1) == Tag::Comma => parse.phrase_at(i + 1).is_some_and(|who| {
                    parse.group_at(parse.phrases()[who].last + 1).is_some_and(|act| self.reports_at(act))
                }),
                "after" | "before" | "while" | "when" | "until" => clause(),
                // "called out the press as the crowd booed"
                "as" if parse.tag(i) == Tag::Subordinator && parse.tag(i - 1) != Tag::Comma => {
                    self.opens_clause(i + 1, last)
                }
                "as" | "though" | "although" | "since" => parse.tag(i - 1) == Tag::Comma && clause(),
                _ => false,
            }
        };
        let cut = (first + 2..last)
            .find(|&i| self.quotes.around(i).is_none_or(|inside| Some(inside) == level) && occasion(i));
        let end = cut.map_or(last, |cut| cut - 1);
        // "… on Saturday"
        let time =
            (first + 2..=end).rev().take(4).find(|&i| parse.is_time_at(i) && parse.tag(i - 1) == Tag::Preposition);
        let timed = time.filter(|&i| parse.phrase_at(i).is_some_and(|phrase| parse.phrases()[phrase].last == end));
        let end = timed.map_or(end, |i| i - 2);
        // "both parties early Saturday"
        let bare = parse.phrase_at(end).filter(|&phrase| {
            parse.is_time_phrase(phrase) && parse.unit(end + 1).is_none_or(|unit| unit == Unit::None)
        });
        let bare = bare.map(|phrase| parse.phrases()[phrase].first).filter(|&begin| begin > first + 1);
        let end = bare.filter(|&begin| parse.phrase_at(begin - 1).is_some()).map_or(end, |begin| begin - 1);
        if parse.tag(end) == Tag::Comma { end - 1 } else { end }
    }

    /// Tells whether a clause begins at `at`: its subject and its verb follow.
    pub(super) fn opens_clause(&self, at: usize, last: usize) -> bool {
        let parse = self.parse;
        let subject = parse.phrase_at(at).filter(|&subject| !parse.is_time_phrase(subject));
        subject.is_some_and(|subject| {
            (at + 1..=last)
                .find_map(|i| parse.tensed_at(i))
                .is_some_and(|verb| parse.nodes()[verb].subjects().contains(&subject))
        })
    }

    /// "the raid an insult", "her stubborn", "the evidence as thin".
    pub(super) fn has_predicate(&self, first: usize, last: usize) -> bool {
        let parse = self.parse;
        let as_ = (first + 1..=last).take(14).any(|i| parse.word(i) == named::AS);
        let Some(phrase) = parse.phrase_at(first) else {
            return as_ || matches!(parse.tag(first + 1), Tag::Adjective | Tag::Gerund | Tag::Participle);
        };
        let found = parse.phrases()[phrase];
        let next = parse.over_adverbs(super::edge::complement_end(parse, found.last) + 1);
        let described = found.last > found.head && parse.tag(found.last) == Tag::Adjective;
        let bare = parse.phrase_at(next).is_some_and(|phrase| !parse.is_time_phrase(phrase));
        // "called the poll “complete garbage” and": the mark stands within the phrase.
        let quoted = (found.first..found.last).any(|i| parse.tag(i) == Tag::Open);
        as_ || described
            || bare
            || quoted
            || matches!(parse.tag(next), Tag::Open | Tag::Adjective | Tag::Participle | Tag::Gerund)
            || (first..last).any(|i| parse.tag(i + 1) == Tag::Number && self.is_lemma(i, words!["at"]))
    }
}
