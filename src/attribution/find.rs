//! The reports of one sentence.

use super::Report;
use super::source::{complement_end, source};
use crate::language::classes::Class;
use crate::language::clause::Link;
use crate::language::extent::Stretch;
use crate::language::parse::Parse;
use crate::language::phrase::{Form, Unit};
use crate::language::{Tag, Word};
use crate::mentions::{Parties, Scene};
use crate::record::{Source, SourceType};

/// Finds every report of a sentence; the publishing outlet is left out of the chains.
pub(super) fn reports(parse: &Parse<'_>, scene: &Scene<'_>, outlet: &str) -> Vec<Report> {
    let finder = Finder { parse, scene };
    let mut found: Vec<Report> = (0..parse.groups().len()).filter_map(|group| finder.by_verb(group)).collect();
    found.extend((0..parse.tokens.len()).filter_map(|at| finder.according_to(at)));
    found.extend((0..parse.groups().len()).filter_map(|group| finder.by_noun(group)));
    if !outlet.is_empty() {
        for report in &mut found {
            report.chain.retain(|source| source.name.to_lowercase() != outlet);
        }
    }
    found
}

struct Finder<'a> {
    parse: &'a Parse<'a>,
    scene: &'a Scene<'a>,
}

impl Finder<'_> {
    // --- verbs of speech --------------------------------------------------------------------------

    /// "X said that …", "…, X said", "said X: “…”".
    fn by_verb(&self, at: usize) -> Option<Report> {
        let parse = self.parse;
        let group = parse.groups()[at];
        if !parse.classes().is(group.lemma, Class::Speech) || matches!(group.form, Form::Bare | Form::Infinitive | Form::Participle) {
            return None;
        }
        if group.passive || group.negation.is_some() && !parse.classes().is(group.lemma, Class::Clausal) {
            return None;
        }
        let subject = *parse.nodes()[at].subjects().first()?;
        let content = self.content_of(at, subject)?;
        let cue = Stretch { first: group.first, last: group.last };
        let quoted = content.iter().any(|piece| self.is_quoted(*piece));
        Some(self.report(subject, Some(at), Some(cue), content, quoted))
    }

    fn report(&self, phrase: usize, group: Option<usize>, cue: Option<Stretch>, content: Vec<Stretch>, quoted: bool) -> Report {
        let parse = self.parse;
        let verb = group.map_or(Word::UNKNOWN, |group| parse.groups()[group].lemma);
        let own = source(parse, self.scene, phrase, verb);
        let found = parse.phrases()[phrase];
        let by_party = own.kind == SourceType::Party;
        let mut chain = self.outer(phrase, group);
        let (before, after) = self.citing(phrase);
        chain.extend(before);
        chain.push(own);
        chain.extend(after);
        let speaker = self.scene.actor(phrase).map(|actor| actor.parties).unwrap_or_default();
        let last = complement_end(parse, found.last);
        Report { chain, source: Some(Stretch { first: found.first, last }), cue, content, group, speaker, quoted, by_party, carried: false }
    }

    /// What the verb at `at` reports: the clause below it, or what stands around it.
    fn content_of(&self, at: usize, subject: usize) -> Option<Vec<Stretch>> {
        let parse = self.parse;
        let group = parse.groups()[at];
        if let Some(start) = self.clause_below(at) {
            return Some(vec![Stretch { first: start, last: self.clause_end(at, start) }]);
        }
        if let Some(quote) = self.quote_after(group.last, subject) {
            return Some(vec![quote]);
        }
        let first = parse.phrases()[subject].first.min(group.first);
        let end = if parse.nodes()[at].inverted { complement_end(parse, parse.phrases()[subject].last) } else { group.last };
        self.around(first, self.over_addressee(end))
    }

    /// Where the clause that the verb at `at` governs begins.
    fn clause_below(&self, at: usize) -> Option<usize> {
        let parse = self.parse;
        let group = parse.groups()[at];
        let that = (group.last + 1..parse.tokens.len())
            .take(14)
            .take_while(|&i| parse.tensed_at(i).is_none() && !matches!(parse.tag(i), Tag::Stop | Tag::Open))
            .find(|&i| parse.tag(i) == Tag::Subordinator && parse.classes().is(parse.word(i), Class::Content));
        if let Some(that) = that {
            return Some(that + 1);
        }
        let below = (at + 1..parse.groups().len())
            .find(|&next| parse.nodes()[next].parent == Some(at) && parse.nodes()[next].link == Link::Complement && parse.groups()[next].has_tense())?;
        let subject = parse.nodes()[below].subjects().iter().min().copied()?;
        let start = parse.phrases()[subject].first;
        (start > group.last).then_some(start)
    }

    /// The end of what is said from `start` on: before a further clause of the reporting verb's own subject.
    fn clause_end(&self, at: usize, start: usize) -> usize {
        let parse = self.parse;
        let end = self.sentence_end();
        let beyond = (at + 1..parse.groups().len())
            .filter(|&next| parse.groups()[next].first > start)
            .find(|&next| {
                let node = parse.nodes()[next];
                node.parent == Some(at) && node.link == Link::Coordinate && parse.groups()[next].has_tense()
            });
        let stop = beyond.map(|next| parse.groups()[next].first.saturating_sub(1));
        let report = self.trailing_report(start);
        stop.into_iter().chain(report).map(|stop| self.back_over(stop)).fold(end, usize::min).max(start)
    }

    /// The comma before ", X said" or ", according to" behind `start`.
    fn trailing_report(&self, start: usize) -> Option<usize> {
        let parse = self.parse;
        (start..parse.tokens.len()).find(|&i| {
            parse.tag(i) == Tag::Comma && match parse.unit(i + 1) {
                Some(Unit::Phrase(phrase)) => {
                    let verb = complement_end(parse, parse.phrases()[phrase].last) + 1;
                    parse.group_at(verb).is_some_and(|group| {
                        parse.classes().is(parse.groups()[group].lemma, Class::Speech)
                            && matches!(parse.tag(parse.groups()[group].last + 1), Tag::Stop | Tag::Comma)
                    })
                }
                _ => parse.word(i + 1) == parse.words().according,
            }
        })
    }

    fn back_over(&self, at: usize) -> usize {
        let mut at = at;
        while at > 0 && matches!(self.parse.tag(at), Tag::Comma | Tag::Coordinator | Tag::Adverb) {
            at -= 1;
        }
        at
    }

    fn sentence_end(&self) -> usize {
        let last = self.parse.tokens.len().saturating_sub(1);
        (0..=last).rev().find(|&i| self.parse.tag(i) != Tag::Stop).unwrap_or(last)
    }

    /// A quotation that follows the verb or its addressee: "said: “…”", "told reporters, “…”".
    fn quote_after(&self, last: usize, subject: usize) -> Option<Stretch> {
        let parse = self.parse;
        let from = self.over_addressee(last.max(parse.phrases()[subject].last));
        let mut at = from + 1;
        while matches!(parse.tag(at), Tag::Comma | Tag::Colon) {
            at += 1;
        }
        if parse.tag(at) != Tag::Open {
            return None;
        }
        let close = (at + 1..parse.tokens.len()).rev().find(|&i| parse.tag(i) == Tag::Close).unwrap_or(self.sentence_end());
        Some(Stretch { first: at, last: close })
    }

    /// Passes "reporters on Friday", "the newspaper" after a verb of telling.
    fn over_addressee(&self, last: usize) -> usize {
        let parse = self.parse;
        let mut end = last;
        for _ in 0..4 {
            end = match parse.unit(end + 1) {
                Some(Unit::Phrase(phrase)) => parse.phrases()[phrase].last,
                _ if parse.tag(end + 1) == Tag::Adverb => end + 1,
                _ if parse.tag(end + 1) == Tag::Preposition => match parse.phrase_at(end + 2) {
                    Some(phrase) => parse.phrases()[phrase].last,
                    None => return end,
                },
                _ => return end,
            };
        }
        end
    }

    /// What stands around a report without a clause of its own, set off by a comma, dash or quotation mark.
    fn around(&self, first: usize, last: usize) -> Option<Vec<Stretch>> {
        let parse = self.parse;
        let before = first.checked_sub(1)?;
        if !matches!(parse.tag(before), Tag::Comma | Tag::Close | Tag::Dash | Tag::Stop) {
            return None;
        }
        let set_off = matches!(parse.tag(last + 1), Tag::Stop | Tag::Comma | Tag::Dash | Tag::Close | Tag::Open | Tag::Colon | Tag::Gerund | Tag::Relative | Tag::CloseBracket)
            || last + 1 >= parse.tokens.len()
            || self.is_circumstance(last + 1);
        if !set_off {
            return None;
        }
        let head = self.back_over(before);
        let mut pieces = vec![Stretch { first: 0, last: head }];
        let goes_on = matches!(parse.tag(last + 1), Tag::Comma | Tag::Dash | Tag::Stop | Tag::Colon)
            && last + 2 < parse.tokens.len()
            && !matches!(parse.tag(last + 2), Tag::Coordinator | Tag::Gerund | Tag::Relative | Tag::Subordinator);
        if goes_on {
            pieces.push(Stretch { first: last + 2, last: self.sentence_end().max(last + 2) });
        }
        Some(pieces)
    }

    fn is_circumstance(&self, at: usize) -> bool {
        matches!(self.parse.tag(at), Tag::Preposition | Tag::Subordinator)
    }

    /// Tells whether a stretch begins and ends with quotation marks.
    fn is_quoted(&self, piece: Stretch) -> bool {
        (piece.first..=piece.last).take(2).any(|i| self.parse.tag(i) == Tag::Open)
    }

    // --- chains -----------------------------------------------------------------------------------

    /// Hops outside the source: "Barsky cited an official who noted", "told Reuters".
    fn outer(&self, phrase: usize, group: Option<usize>) -> Vec<Source> {
        let parse = self.parse;
        let mut chain = Vec::new();
        let before = parse.before(parse.phrases()[phrase].first).and_then(|before| parse.group_at(before));
        if let Some(verb) = before {
            let lemma = parse.groups()[verb].lemma;
            let citing = [parse.words().cite, parse.words().quote].contains(&lemma);
            let who = parse.nodes()[verb].subjects().first().copied();
            if let (true, Some(who)) = (citing && parse.groups()[verb].form != Form::Gerund, who) {
                chain.push(source(parse, self.scene, who, lemma));
            }
        }
        if let Some(told) = group.and_then(|group| self.medium_told(group)) {
            chain.push(told);
        }
        chain
    }

    /// "told Reuters", "in remarks to the newspaper": a medium to which something was said.
    fn medium_told(&self, group: usize) -> Option<Source> {
        let parse = self.parse;
        let found = parse.groups()[group];
        if found.lemma != parse.words().tell {
            return None;
        }
        let phrase = parse.phrase_at(found.last + 1)?;
        let head = parse.phrases()[phrase].head;
        let named = parse.tag(head) == Tag::Proper;
        let source = source(parse, self.scene, phrase, parse.language.lexicon.word("report"));
        (named && source.kind == SourceType::Media).then_some(source)
    }

    /// "X, citing Y, said", "Citing Y, X said", "X, quoted by Y, said": hops before and after X.
    fn citing(&self, phrase: usize) -> (Vec<Source>, Vec<Source>) {
        let parse = self.parse;
        let (mut before, mut after) = (Vec::new(), Vec::new());
        for group in parse.groups() {
            if group.form == Form::Gerund && group.lemma == parse.words().cite {
                if let Some(cited) = parse.phrase_at(group.last + 1).filter(|&cited| cited != phrase) {
                    after.push(source(parse, self.scene, cited, group.lemma));
                }
            }
            let by = parse.word(group.last + 1) == parse.words().by;
            if group.form == Form::Participle && group.lemma == parse.words().quote && by {
                if let Some(medium) = parse.phrase_at(group.last + 2) {
                    before.push(source(parse, self.scene, medium, group.lemma));
                }
            }
        }
        (before, after)
    }

    // --- "according to" and nouns -----------------------------------------------------------------

    fn according_to(&self, at: usize) -> Option<Report> {
        let parse = self.parse;
        if parse.word(at) != parse.words().according || parse.word(at + 1) != parse.words().to {
            return None;
        }
        let phrase = parse.phrase_at(at + 2)?;
        let last = complement_end(parse, parse.phrases()[phrase].last);
        let mut pieces = Vec::new();
        if at > 0 {
            pieces.push(Stretch { first: 0, last: self.back_over(at - 1) });
        }
        if last + 1 < self.sentence_end() {
            pieces.push(Stretch { first: last + 1, last: self.sentence_end() });
        }
        Some(self.report(self.speaker_behind(phrase), None, Some(Stretch { first: at, last: at + 1 }), pieces, false))
    }

    /// "reporting by Axios", "a report in Maariv": the medium rather than the report.
    fn speaker_behind(&self, phrase: usize) -> usize {
        let parse = self.parse;
        let found = parse.phrases()[phrase];
        let vague = parse.classes().is(parse.lemma(found.head), Class::ReportingNoun);
        let by = [parse.words().by, parse.words().in_, parse.words().from].contains(&parse.word(found.last + 1));
        match parse.phrase_at(found.last + 2) {
            Some(next) if vague && by && parse.tag(parse.phrases()[next].head) == Tag::Proper => next,
            _ => phrase,
        }
    }

    /// "Medinsky's response was that …", "Cairo's view is that …".
    fn by_noun(&self, at: usize) -> Option<Report> {
        let parse = self.parse;
        let group = parse.groups()[at];
        let subject = *parse.nodes()[at].subjects().first()?;
        let phrase = parse.phrases()[subject];
        let speaks = ["response", "reply", "answer", "view", "argument", "message", "position", "line", "verdict", "contention"];
        let head = parse.language.lexicon.text(parse.lemma(phrase.head));
        if group.lemma != parse.words().be || !speaks.contains(&head) || parse.word(group.last + 1) != parse.words().that {
            return None;
        }
        let start = group.last + 2;
        let (first, last) = phrase.possessor?;
        let parties = self.scene_party(subject);
        let span = parse.span(first, last);
        let own = Source { name: span.of(parse.text).to_owned(), kind: SourceType::Official, anonymous: false, span };
        let content = vec![Stretch { first: start, last: self.clause_end(at, start) }];
        let source = Some(Stretch { first, last });
        let cue = Some(Stretch { first: phrase.head, last: group.last });
        Some(Report { chain: vec![own], source, cue, content, group: Some(at), speaker: parties, quoted: false, by_party: false, carried: false })
    }

    fn scene_party(&self, phrase: usize) -> Parties {
        self.scene.possessor(self.parse, phrase).unwrap_or_default()
    }
}
