//! Reports without a verb of their own: "according to X", "in X's view", "X: …".

use super::Report;
use super::content::Shape;
use super::find::{Finder, Finding};
use crate::language::classes::Class;
use crate::language::extent::Stretch;
use crate::language::named;
use crate::language::phrase::Form;
use crate::language::word_list::words;
use crate::language::{Tag, Token};
use crate::record::{Source, SourceType};

/// A note of who spoke is no longer than that, in tokens.
const LABEL: usize = 10;

impl Finder<'_> {
    /// A report by words that stand beside its clause.
    pub(super) fn by_marker(&self, at: usize) -> Option<Finding> {
        let parse = self.parse;
        let Token { word, lemma, tag, .. } = parse.tokens[at];
        if word == named::AS && tag == Tag::Preposition {
            return self.as_told_by(at);
        }
        if word == named::ACCORDING && parse.word(at + 1) == named::TO {
            return self.according_to(at);
        }
        if word == named::IN || word == named::BY {
            return self.in_view(at);
        }
        if lemma == named::FAR && parse.word(at + 1) == named::AS {
            return self.as_far_as(at);
        }
        if tag == Tag::Colon {
            return self.verdict(at).or_else(|| self.headline(at));
        }
        if lemma == named::PER && (at == 0 || parse.tag(at - 1) == Tag::Comma) {
            return self.per(at);
        }
        if at == 0 && word == named::FOR { self.for_whom() } else { None }
    }

    /// "Barron's verdict: the debate was a draw", "Her message to voters was simple: stay home".
    fn verdict(&self, colon: usize) -> Option<Finding> {
        let parse = self.parse;
        let phrase = parse.phrase_at(parse.over_open(0)).filter(|_| colon <= LABEL)?;
        let found = parse.phrases()[phrase];
        let (first, last) = found.possessor?;
        let says = parse.classes().is(parse.lemma(found.head), Class::Utterance)
            || self.is_lemma(found.head, words!["message"]);
        let end = (colon + 1..parse.tokens.len()).rev().find(|&at| parse.tag(at) != Tag::Stop)?;
        let verbs = |from: usize, to: usize| (from..to).filter(|&at| parse.tensed_at(at).is_some()).count();
        if !says || parse.text_at(colon) != ":" || verbs(0, colon) > 1 || end < colon + 2 {
            return None;
        }
        let cue = Stretch { first: found.head, last: found.head };
        let content = vec![Stretch { first: colon + 1, last: end }];
        let genitive = usize::from(parse.tag(last + 1) == Tag::Genitive);
        let source = Some(Stretch { first, last: last + genitive });
        let report = Report { source, ..self.named(Stretch { first, last }, cue, None, content) };
        Some(Finding { report, voiced: true, listed: true, shape: Shape::Clause })
    }

    /// "Per the report, turnout fell".
    fn per(&self, at: usize) -> Option<Finding> {
        let parse = self.parse;
        let phrase = parse.phrase_at(at + 1)?;
        let head = parse.lemma(parse.phrases()[phrase].head);
        let says = [Class::ReportingNoun, Class::Official, Class::Media, Class::Anonymous, Class::Expert]
            .iter()
            .any(|&class| parse.classes().is(head, class));
        let source = self.source_up_to_comma(phrase);
        let pieces = self.beside(at, source.last);
        let report = self.report(self.speaker_behind(phrase), source, None, Stretch { first: at, last: at }, pieces);
        (says && !report.content.is_empty()).then_some(Finding {
            report,
            voiced: true,
            listed: true,
            shape: Shape::Around,
        })
    }

    fn according_to(&self, at: usize) -> Option<Finding> {
        let phrase = self.parse.phrase_at(at + 2)?;
        let source = self.source_up_to_comma(phrase);
        let pieces = self.beside(at, source.last);
        let report =
            self.report(self.speaker_behind(phrase), source, None, Stretch { first: at, last: at + 1 }, pieces);
        Some(Finding { listed: !report.content.is_empty(), report, voiced: true, shape: Shape::Around })
    }

    /// "As reported by the daily, …", "…, as noted by the court".
    fn as_told_by(&self, at: usize) -> Option<Finding> {
        let parse = self.parse;
        let told = parse.group_at(at + 1).map(|group| parse.groups()[group])?;
        let parted = at == 0 || matches!(parse.tag(at - 1), Tag::Comma | Tag::Close);
        let says = told.form == Form::Participle && parse.classes().is(told.lemma, Class::Speech);
        let by = told.last + 1;
        let phrase = parse.phrase_at(by + 1).filter(|_| parted && says && parse.word(by) == named::BY)?;
        let source = self.source_up_to_comma(phrase);
        let report = self.report(phrase, source, None, Stretch { first: at, last: by }, self.beside(at, source.last));
        Some(Finding { listed: !report.content.is_empty(), report, voiced: true, shape: Shape::Around })
    }

    /// The source that `phrase` begins: up to the comma that parts it from its clause, appositions included.
    fn source_up_to_comma(&self, phrase: usize) -> Stretch {
        let parse = self.parse;
        let short = self.phrase_source(phrase);
        let field = self.quotes.field(parse, short.first);
        let comma = (short.first..=field.last)
            .take(25)
            .find(|&i| matches!(parse.tag(i), Tag::Comma | Tag::Stop | Tag::Close | Tag::Open | Tag::Dash));
        let comma = comma.unwrap_or(field.last + 1).min(field.last + 1);
        // "a person briefed on the meeting": no verb of the source can stand behind it.
        let described = parse.tag(short.last + 1) == Tag::Past;
        let clause = (short.first..comma)
            .filter(|&i| parse.tensed_at(i).is_some() && !(described && i == short.last + 1))
            .count();
        let last = if clause > 1 || clause == 1 && comma > field.last { short.last } else { short.last.max(comma - 1) };
        Stretch { last, ..short }
    }

    /// The pieces before and after the words `first..=last`.
    fn beside(&self, first: usize, last: usize) -> Vec<Stretch> {
        let parse = self.parse;
        let field = self.quotes.field(parse, first);
        let mut pieces = Vec::new();
        let end = (field.first..first)
            .rev()
            .find(|&i| !matches!(parse.tag(i), Tag::Comma | Tag::Coordinator | Tag::Adverb | Tag::Dash));
        let fresh = first.checked_sub(1).is_some_and(|before| before >= field.first && self.hangs_open(before));
        if let Some(end) = end.filter(|_| !fresh) {
            pieces.push(Stretch { first: field.first, last: end });
        }
        let start = (last + 1..=field.last).find(|&i| !matches!(parse.tag(i), Tag::Comma | Tag::Colon | Tag::Dash));
        // "according to officials, though a friend disputed that": a contrast is the author's.
        let tensed = |piece: Stretch| (piece.first..=piece.last).any(|i| parse.tensed_at(i).is_some());
        let contrast = |start: usize| {
            self.is_lemma(start, words!["though", "although", "but", "while"])
                && self.opens_clause(start + 1, field.last)
        };
        let ended = pieces.iter().any(|&piece| tensed(piece));
        // "according to an aide, who said": what describes the source is no part of it.
        let described = |start: usize| parse.tag(start) == Tag::Relative;
        if let Some(start) = start.filter(|&start| !(ended && (contrast(start) || described(start)))) {
            pieces.push(Stretch { first: start, last: field.last });
        }
        pieces
    }

    /// "reporting by Axios", "a report in Maariv": the medium rather than the report.
    fn speaker_behind(&self, phrase: usize) -> usize {
        let parse = self.parse;
        let found = parse.phrases()[phrase];
        let vague = parse.classes().is(parse.lemma(found.head), Class::ReportingNoun);
        let by = [named::BY, named::IN, named::FROM].contains(&parse.word(found.last + 1));
        match parse.phrase_at(found.last + 2) {
            Some(next) if vague && by && parse.tag(parse.phrases()[next].head) == Tag::Proper => next,
            _ => phrase,
        }
    }

    /// "as far as X is concerned, …"
    fn as_far_as(&self, at: usize) -> Option<Finding> {
        let parse = self.parse;
        let phrase = parse.phrase_at(at + 2).filter(|&phrase| !self.is_thing(phrase))?;
        let end = super::edge::complement_end(parse, parse.phrases()[phrase].last);
        let source = Stretch { first: parse.phrases()[phrase].first, last: end };
        let verb = parse.group_at(end + 1).map(|group| parse.groups()[group].last)?;
        if !self.is_lemma(verb, words!["concern"]) {
            return None;
        }
        let cue = Stretch { first: at.saturating_sub(1), last: at + 1 };
        let report = self.report(phrase, source, None, cue, self.beside(cue.first, verb));
        Some(Finding { listed: !report.content.is_empty(), report, voiced: true, shape: Shape::Around })
    }

    /// "in the words of X", "in the opinion of X", "in X's view".
    fn in_view(&self, at: usize) -> Option<Finding> {
        let parse = self.parse;
        let found = parse.phrases()[parse.phrase_at(at + 1)?];
        let text = parse.text_at(found.head);
        let by = parse.word(at) == named::BY;
        if by && !["account", "admission", "estimate", "reckoning", "telling"].contains(&text) {
            return None;
        }
        if !by
            && !["words", "view", "opinion", "eyes", "estimation", "judgment", "judgement", "telling", "phrase"]
                .contains(&text)
        {
            return None;
        }
        let of = parse.word(found.last + 1) == named::OF;
        let (source, cue, last) = match found.possessor {
            Some((first, last)) => {
                (Stretch { first, last }, Stretch { first: found.head, last: found.last }, found.last)
            }
            None if of => {
                let speaker = parse.phrases()[parse.phrase_at(found.last + 2)?];
                let source = Stretch { first: speaker.first, last: super::edge::complement_end(parse, speaker.last) };
                (source, Stretch { first: at, last: found.last + 1 }, source.last)
            }
            None => return None,
        };
        // "In his opinion, the judge cautioned that": who speaks is named by the verb.
        let spoken = parse.phrase_at(last + 2).is_some_and(|speaker| {
            (0..parse.groups().len()).any(|group| {
                let found = parse.groups()[group];
                parse.nodes()[group].subjects().first() == Some(&speaker)
                    && found.form == Form::Finite
                    && parse.classes().is(found.lemma, Class::Speech)
                    && self.verb_content(group, Stretch { first: last + 2, last: found.last }, found.last).is_some()
            })
        });
        if spoken {
            return None;
        }
        let ends = last + 1 >= parse.tokens.len() || matches!(parse.tag(last + 1), Tag::Comma | Tag::Stop | Tag::Close);
        let starts =
            at == 0 || matches!(parse.tag(at - 1), Tag::Comma | Tag::Coordinator | Tag::Subordinator | Tag::Open);
        let report = self.named(source, cue, None, self.beside(at, last));
        (ends && (starts || at > 0)).then_some(Finding {
            listed: !report.content.is_empty(),
            report,
            voiced: true,
            shape: Shape::Around,
        })
    }

    /// "For the Liberals, the reform is a step backwards".
    fn for_whom(&self) -> Option<Finding> {
        let parse = self.parse;
        let phrase = parse.phrase_at(1)?;
        let found = parse.phrases()[phrase];
        let somebody =
            parse.tokens[found.head].capital || parse.tag(found.head) == Tag::Plural && !self.is_thing(phrase);
        let group = parse.groups().iter().find(|group| group.form == Form::Finite)?;
        let plain =
            parse.tag(found.last + 1) == Tag::Comma && group.lemma == named::BE && !group.passive && !group.progressive;
        if !somebody || !plain || parse.is_time_phrase(phrase) {
            return None;
        }
        let source = Stretch { first: found.first, last: found.last };
        let report = self.report(phrase, source, None, Stretch { first: 0, last: 0 }, self.beside(0, found.last));
        Some(Finding { report, voiced: false, listed: true, shape: Shape::Around })
    }

    /// A report by a source that is no phrase of its own, such as a possessor.
    pub(super) fn named(&self, source: Stretch, cue: Stretch, group: Option<usize>, content: Vec<Stretch>) -> Report {
        let parse = self.parse;
        let span = parse.span(source.first, source.last);
        let own = Source { name: span.of(parse.text).to_owned(), kind: SourceType::Official, anonymous: false, span };
        let speaker =
            parse.phrase_at(cue.first).and_then(|phrase| self.scene.possessor(parse, phrase)).unwrap_or_default();
        Report {
            chain: vec![own],
            source: Some(source),
            cue: Some(cue),
            content,
            group,
            speaker,
            quoted: false,
            by_party: false,
            carried: false,
        }
    }

    /// "Bush: Plan is “not realistic”": a headline that names its source before a colon.
    fn headline(&self, colon: usize) -> Option<Finding> {
        let parse = self.parse;
        let end = parse.tokens.len().checked_sub(1)?;
        let Some(phrase) = parse.phrase_at(0).filter(|_| (1..=6).contains(&colon)) else { return self.label(colon) };
        let whole = super::edge::complement_end(parse, parse.phrases()[phrase].last) + 1 == colon;
        let somebody = !self.is_thing(phrase) && !parse.is_time_phrase(phrase) && self.may_be_named(phrase);
        let open = parse.tag(end) != Tag::Stop && end > colon + 2;
        if !(whole && somebody && open) || parse.text_at(colon) != ":" {
            return self.label(colon);
        }
        let cue = Stretch { first: colon, last: colon };
        let content = vec![Stretch { first: colon + 1, last: end }];
        let report = self.report(phrase, Stretch { first: 0, last: colon - 1 }, None, cue, content);
        Some(Finding { report, voiced: false, listed: true, shape: Shape::Clause })
    }

    /// "The Danish envoy at the gate: both fleets agreed …", "Okello, on his way out: no": a note of who spoke
    /// where, without a verb.
    fn label(&self, colon: usize) -> Option<Finding> {
        let parse = self.parse;
        let phrase = parse.phrase_at(0).filter(|_| (1..=LABEL).contains(&colon))?;
        let found = parse.phrases()[phrase];
        let head = parse.tokens[found.head];
        let speaks = [Class::Official, Class::Anonymous, Class::Speaker]
            .iter()
            .any(|&class| parse.classes().is(head.lemma, class));
        let actor = self.scene.actor(phrase).filter(|actor| !actor.outsider && !actor.parties.is_empty())?;
        let verb = (0..colon).any(|at| parse.tensed_at(at).is_some());
        let end = (colon + 1..parse.tokens.len()).rev().find(|&at| parse.tag(at) != Tag::Stop)?;
        let clause = (colon + 1..=end).any(|at| parse.tensed_at(at).is_some());
        if verb || !clause || !(actor.person || speaks) || parse.text_at(colon) != ":" {
            return None;
        }
        let cue = Stretch { first: colon, last: colon };
        let content = vec![Stretch { first: colon + 1, last: end }];
        let source = self.phrase_source(phrase);
        // "10:50 A Danish spokesman: …": the hour is that of the entry.
        let hour = parse.text_at(source.first);
        let hour = hour.contains(':') && hour.starts_with(|letter: char| letter.is_ascii_digit());
        let source = Stretch { first: source.first + usize::from(hour && source.first < source.last), ..source };
        let report = self.report(phrase, source, None, cue, content);
        Some(Finding { report, voiced: true, listed: true, shape: Shape::Clause })
    }

    /// Tells whether a headline may name the phrase as its source: somebody or a text, rather than a place or a topic.
    fn may_be_named(&self, phrase: usize) -> bool {
        let parse = self.parse;
        let found = parse.phrases()[phrase];
        let head = parse.tokens[found.head];
        let classes =
            [Class::Speaker, Class::Official, Class::Anonymous, Class::Expert, Class::ReportingNoun, Class::Media];
        let known =
            classes.iter().any(|&class| parse.classes().is(head.lemma, class) || parse.classes().is(head.word, class));
        let person = self.scene.actor(phrase).is_some_and(|actor| actor.person);
        known || person || head.tag == Tag::Proper && parse.tag(found.last + 1) == Tag::Colon
    }
}
