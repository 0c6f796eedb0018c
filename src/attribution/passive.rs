//! Reports in the passive: was quoted as saying, was described by its author as, was accused of, it was reported that.

use super::Report;
use super::content::Shape;
use super::edge::of_subject;
use super::find::{Finder, Finding};
use crate::language::Tag;
use crate::language::classes::Class;
use crate::language::extent::Stretch;
use crate::language::named;
use crate::language::phrase::Form;
use crate::language::word_list::words;

impl Finder<'_> {
    /// "X was quoted as saying …", "the plan was described by X as …".
    pub(super) fn by_passive(&self, at: usize) -> Option<Finding> {
        let parse = self.parse;
        let group = parse.groups()[at];
        // "was quoted by state media as saying"
        let agent = (parse.word(group.last + 1) == named::BY).then(|| parse.phrase_at(group.last + 2)).flatten();
        let last = agent.map_or(group.last, |agent| super::edge::complement_end(parse, parse.phrases()[agent].last));
        let saying = parse.group_at(last + 2).filter(|&saying| {
            parse.word(last + 1) == named::AS
                && parse.groups()[saying].form == Form::Gerund
                && parse.classes().is(parse.groups()[saying].lemma, Class::Speech)
        });
        if let Some(saying) = saying {
            let subject = self.subject_of(at)?;
            let cue = Stretch { first: group.first, last: parse.groups()[saying].last };
            let source = of_subject(parse, subject, at);
            let carrier = self.carrier(cue.last);
            let end = carrier.map_or(cue.last, |carrier| parse.phrases()[carrier].last);
            let block = self.block(at, source, cue);
            let (content, shape) = self.content(saying, Stretch { last: block.last.max(end), ..block }, end)?;
            let mut report = self.report(subject, source, Some(at), cue, content);
            let medium = agent.or(carrier).map(|agent| super::source::source(parse, self.scene, agent, group.lemma));
            let known = medium.filter(|medium| report.chain.iter().all(|source| source.span != medium.span));
            report.chain.splice(0..0, known);
            return Some(Finding { report, voiced: true, listed: true, shape });
        }
        let accused = parse.word(group.last + 1) == named::OF;
        let told = parse.classes().is(group.lemma, Class::Addresses) && self.is_told(group.last);
        let by_agent = || self.by_agent(at).filter(|_| !accused && !told);
        by_agent().or_else(|| self.by_state(at)).or_else(|| self.by_hearsay(at))
    }

    /// "as saying by state television", "as saying by the daily Haaretz": the medium behind token `last`.
    fn carrier(&self, last: usize) -> Option<usize> {
        let parse = self.parse;
        let first = parse.phrase_at(last + 2).filter(|_| parse.word(last + 1) == named::BY)?;
        let name = parse.phrase_at(parse.phrases()[first].last + 1);
        name.filter(|&name| parse.tag(parse.phrases()[name].head) == Tag::Proper).or(Some(first))
    }

    /// "It was reported that …", "she is accused of lying", "he is said to have left": nobody is named who says so.
    fn by_hearsay(&self, at: usize) -> Option<Finding> {
        let parse = self.parse;
        let group = parse.groups()[at];
        let told = parse.classes().is(group.lemma, Class::Addresses) && self.is_told(group.last);
        let known = parse.classes().is(group.lemma, Class::Hearsay) || told;
        if group.form != Form::Finite || !known || group.obliged {
            return None;
        }
        let subject = parse.nodes()[at].subjects().first().copied()?;
        let (next, of, mut agent) = (group.last + 1, named::OF, None);
        let mut content = if told || parse.word(parse.phrases()[subject].head) == named::IT {
            let that = self.that_after(group.last, group.last);
            // "it is understood he has refused"
            let bare = || self.opens_clause(next, parse.tokens.len() - 1).then_some(group.last);
            let that = that.or_else(bare)?;
            agent = (parse.word(next) == named::BY).then(|| parse.phrase_at(next + 1)).flatten();
            vec![Stretch { first: that + 1, last: self.clause_end(at, that + 1) }]
        } else {
            let blames =
                self.is_lemma(group.last, words!["criticise", "criticize", "blame", "praise", "condemn", "mock"]);
            let accused = parse.word(next) == of && self.is_lemma(group.last, words!["accuse"])
                || parse.word(next) == named::FOR && blames;
            let act = parse.group_at(next).is_some_and(|act| parse.groups()[act].form == Form::Infinitive);
            // "are determined to win" tells a mood.
            let mood = self.is_lemma(group.last, words!["determine"]);
            if !(accused || act && !self.is_lemma(group.last, words!["accuse"]) && !blames && !mood) {
                return None;
            }
            let start = if accused { next + 1 } else { next };
            vec![of_subject(parse, subject, at), Stretch { first: start, last: self.clause_end(at, start) }]
        };
        let cue = Stretch { first: group.first, last: if parse.word(next) == of { next } else { group.last } };
        if agent.is_none() {
            agent = content.get_mut(1).and_then(|act| self.agent_within(act));
        }
        let report = match agent {
            Some(agent) => {
                let found = parse.phrases()[agent];
                let source = Stretch { first: found.first, last: super::edge::complement_end(parse, found.last) };
                self.report(agent, source, Some(at), cue, content)
            }
            None => Report { content, cue: Some(cue), group: Some(at), ..Report::default() },
        };
        Some(Finding {
            report,
            voiced: false,
            listed: group.negation.is_none() && !self.supposed(at),
            shape: Shape::Clause,
        })
    }

    /// "has been told that", "was told by his deputy during the talks that".
    fn is_told(&self, last: usize) -> bool {
        let parse = self.parse;
        let agent = (parse.word(last + 1) == named::BY).then(|| parse.phrase_at(last + 2)).flatten();
        let end = agent.map_or(last, |agent| self.over_circumstances(parse.phrases()[agent].last));
        parse.word(end + 1) == named::THAT
    }

    /// "was accused of fraud by the opposition": who accuses, cut from what is said.
    fn agent_within(&self, act: &mut Stretch) -> Option<usize> {
        let parse = self.parse;
        let by = (act.first + 1..act.last).find(|&at| {
            let tensed = (act.first..at).any(|before| parse.tensed_at(before).is_some());
            parse.word(at) == named::BY && self.quotes.around(at).is_none() && !tensed
        })?;
        let agent = parse.phrase_at(by + 1).filter(|&agent| !self.is_thing(agent) && !parse.is_time_phrase(agent))?;
        act.last = by - 1;
        Some(agent)
    }

    /// "…, Tanjug quoted the president as saying": the one who is quoted speaks, and the medium says so.
    pub(super) fn by_quoting(&self, at: usize) -> Option<Finding> {
        let parse = self.parse;
        let group = &parse.groups()[at];
        if ![named::QUOTE, named::CITE].contains(&group.lemma) || group.passive {
            return None;
        }
        let subject = parse.nodes()[at].subjects().first().copied()?;
        let speaker = parse.phrase_at(parse.over_adverbs(group.last + 1))?;
        let end = super::edge::complement_end(parse, parse.phrases()[speaker].last);
        let saying =
            parse.group_at(end + 2).filter(|&saying| parse.word(end + 1) == named::AS && self.reports_at(saying))?;
        let cue = Stretch { first: group.first, last: parse.groups()[saying].last };
        let medium = of_subject(parse, subject, at);
        let block = Stretch { first: medium.first.min(group.first), last: cue.last };
        let (content, shape) = self.content(saying, block, cue.last)?;
        let mut report =
            self.report(speaker, Stretch { first: parse.phrases()[speaker].first, last: end }, Some(at), cue, content);
        if report.chain.len() < 2 {
            report.chain.insert(0, super::source::source(parse, self.scene, subject, group.lemma));
        }
        Some(Finding { report, voiced: true, listed: group.negation.is_none(), shape })
    }

    /// "has been described by its author as unworkable": the agent speaks.
    fn by_agent(&self, at: usize) -> Option<Finding> {
        let parse = self.parse;
        let group = parse.groups()[at];
        let subject = parse.nodes()[at].subjects().first().copied()?;
        // "was opposed by the union" tells a stand and nothing that is said.
        if self.is_lemma(group.last, words!["oppose", "support", "favor", "favour", "back"]) {
            return None;
        }
        if !self.reports_at(at) || parse.phrases()[subject].first > group.first || group.form != Form::Finite {
            return None;
        }
        let by = (group.last + 1..parse.tokens.len())
            .take(8)
            .take_while(|&i| !matches!(parse.tag(i), Tag::Comma | Tag::Stop) && parse.tensed_at(i).is_none())
            .find(|&i| parse.word(i) == named::BY)?;
        let agent = parse.phrase_at(by + 1).filter(|&agent| !parse.is_time_phrase(agent) && !self.is_thing(agent))?;
        // "can be seen in a poll by the institute": who made the poll.
        let inside = by.checked_sub(1).and_then(|before| parse.phrase_at(before)).map(|phrase| parse.phrases()[phrase]);
        if inside.is_some_and(|text| {
            parse.classes().is(parse.lemma(text.head), Class::ReportingNoun)
                && text.first > 0
                && parse.tag(text.first - 1) == Tag::Preposition
        }) {
            return None;
        }
        let source = Stretch {
            first: parse.phrases()[agent].first,
            last: super::edge::complement_end(parse, parse.phrases()[agent].last),
        };
        let mut content = vec![of_subject(parse, subject, at)];
        let end = self.clause_end(at, source.last);
        if end > source.last && !matches!(parse.tag(source.last + 1), Tag::Comma | Tag::Stop) {
            content.push(Stretch { first: source.last + 1, last: end });
        }
        // "was called “my friend” by a rival": what stands between is said.
        let between = by > group.last + 1 && parse.tag(group.last + 1) != Tag::Preposition;
        if between {
            content.insert(1, Stretch { first: group.last + 1, last: by - 1 });
        }
        let cue = Stretch { first: group.first, last: if between { group.last } else { by } };
        // "he was taunted by his rival" tells an act and nothing that is said.
        let pronoun = content.len() == 1 && parse.tag(parse.phrases()[subject].head) == Tag::Pronoun;
        Some(Finding {
            report: self.report(agent, source, Some(at), cue, content),
            voiced: false,
            listed: group.negation.is_none() && !pronoun,
            shape: Shape::Thing,
        })
    }
}
