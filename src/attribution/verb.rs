//! Reports whose cue is a verb: said, accused, called it, spoke of, was quoted as saying, made clear, is confident.

use super::content::{Content, Shape};
use super::edge::{of_phrase, of_subject};
use super::find::{Finder, Finding};
use crate::language::classes::Class;
use crate::language::clause::Link;
use crate::language::extent::Stretch;
use crate::language::phrase::{Form, Unit};
use crate::language::{Tag, Word};

/// Endings of nouns for people.
const PERSONAL: &[&str] = &[
    "er", "or", "ist", "ian", "man", "men", "woman", "women", "ant", "ee", "eer", "crat", "ician", "wright", "dent",
    "gent",
];

/// The most bytes of a verb joined with its particle.
const COMPOUND: usize = 32;

impl Finder<'_> {
    fn text(&self, at: usize) -> &str {
        self.parse.language.lexicon.text(self.parse.lemma(at))
    }

    /// "X said that …", "…, X said", "said X: “…”", "X promised to …", "X accused Y of …".
    pub(super) fn by_verb(&self, at: usize) -> Option<Finding> {
        let parse = self.parse;
        let group = parse.groups()[at];
        let subject = self.subject_of(at).filter(|&subject| self.can_report(at) && self.may_speak(at, subject))?;
        let source = of_subject(parse, subject, at);
        let cue = Stretch { first: group.first, last: self.addressee_end(at) };
        let (pieces, shape) = self.verb_content(at, self.block(at, source, cue), cue.last)?;
        let mut report = self.report(subject, source, Some(at), cue, pieces);
        // A party that denies something is the source of the denial (codebook, hard case 21).
        report.by_party &= parse.language.lexicon.text(group.lemma) != "deny";
        Some(Finding { report, voiced: self.is_voiced(at, subject, shape), listed: self.is_listed(at, subject), shape })
    }

    /// What a verb reports: what is said, or the thing that is judged.
    fn verb_content(&self, at: usize, block: Stretch, after: usize) -> Option<Content> {
        let group = self.parse.groups()[at];
        let is = |class| self.parse.classes().is(group.lemma, class);
        let takes_clause = is(Class::Speech) || is(Class::Attitude) || is(Class::Clausal);
        let said = takes_clause.then(|| self.content(at, block, after)).flatten();
        let judged = || self.thing_after(at, group.last + 1).filter(|_| is(Class::Judges) || is(Class::Deems));
        said.or_else(|| judged().map(|thing| (vec![thing], Shape::Thing)))
    }

    /// Tells whether the subject of a verb can be meant as one who speaks.
    fn may_speak(&self, at: usize, subject: usize) -> bool {
        let parse = self.parse;
        let is = |class| parse.classes().is(parse.groups()[at].lemma, class);
        let it = parse.word(parse.phrases()[subject].head) == parse.words().it;
        let mute = parse.nodes()[at].inverted || is(Class::Shows) || !is(Class::Speech);
        !(is(Class::Shows) && it || mute && self.is_thing(subject) || self.is_dummy(subject) || self.in_passive(at))
    }

    /// Tells whether what is said is so only by its source: speech proper, and the own stance of one who speaks for others.
    fn is_voiced(&self, at: usize, subject: usize, shape: Shape) -> bool {
        let group = self.parse.groups()[at];
        let is = |class| self.parse.classes().is(group.lemma, class);
        let says = matches!(shape, Shape::Clause | Shape::Quote | Shape::Around)
            && (group.negation.is_none() || is(Class::Clausal));
        let own = (shape == Shape::Thing || says && is(Class::Judges)) && self.is_person(subject);
        let denies = self.parse.language.lexicon.text(group.lemma) == "deny" && group.negation.is_none();
        !self.is_author(subject) && (is(Class::Speech) && says || own || denies)
    }

    /// Tells whether a report is a statement: not one that is denied, supposed, or the author's own.
    fn is_listed(&self, at: usize, subject: usize) -> bool {
        let parse = self.parse;
        let group = parse.groups()[at];
        let denied = group.negation.is_some() && !parse.classes().is(group.lemma, Class::Attitude);
        let supposed =
            parse.nodes()[at].opener.is_some_and(|opener| parse.classes().is(parse.word(opener), Class::Condition));
        !denied && !supposed && !self.is_author(subject)
    }

    /// Tells whether the verb is part of "was quoted as saying".
    fn in_passive(&self, at: usize) -> bool {
        let parse = self.parse;
        let first = parse.groups()[at].first;
        let as_ = first.checked_sub(1).is_some_and(|before| parse.word(before) == parse.words().as_);
        as_ && first
            .checked_sub(2)
            .and_then(|before| parse.group_at(before))
            .is_some_and(|group| parse.groups()[group].passive)
    }

    /// Tells whether the form of a verb lets it report: tensed, or an -ing form beside a clause.
    fn can_report(&self, at: usize) -> bool {
        let parse = self.parse;
        let (group, node) = (parse.groups()[at], parse.nodes()[at]);
        match group.form {
            Form::Finite => true,
            Form::Gerund => node.link == Link::Adverbial || parse.classes().is(group.lemma, Class::Speech),
            Form::Infinitive => {
                let parent = node.parent.filter(|_| node.link == Link::Complement).map(|parent| parse.groups()[parent]);
                parent.is_some_and(|parent| {
                    parent.has_tense()
                        && matches!(parse.language.lexicon.text(parent.lemma), "go" | "continue" | "proceed" | "come")
                })
            }
            Form::Bare | Form::Participle => false,
        }
    }

    /// The phrase that speaks: the verb's own subject, or that of the reporting verb with which it is coordinated.
    fn subject_of(&self, at: usize) -> Option<usize> {
        let (groups, nodes) = (self.parse.groups(), self.parse.nodes());
        let own = nodes[at].subjects().first().copied();
        let Some(above) = nodes[at].parent.filter(|_| nodes[at].link == Link::Coordinate) else { return own };
        if own != nodes[above].subjects().first().copied() {
            return own;
        }
        let reporting = (0..at).rev().find(|&other| {
            let finite = groups[other].form == Form::Finite && groups[other].past == groups[at].past;
            finite && self.reports_at(other) && !nodes[other].inverted && nodes[other].link != Link::Relative
        });
        reporting.and_then(|other| nodes[other].subjects().first().copied()).or(own)
    }

    /// Tells whether a noun phrase names neither somebody nor a text.
    pub(super) fn is_thing(&self, phrase: usize) -> bool {
        let parse = self.parse;
        let head = parse.tokens[parse.phrases()[phrase].head];
        let words = parse.words();
        match head.tag {
            Tag::Proper => return false,
            Tag::Pronoun | Tag::Determiner | Tag::Relative => {
                return [words.this, words.that, words.what, words.which].contains(&head.word);
            }
            _ => {}
        }
        let found = parse.phrases()[phrase];
        if head.capital && (found.head > 0 || found.first == found.last && head.tag == Tag::Noun)
            || self.scene.actor(phrase).is_some()
        {
            return false;
        }
        let classes = [
            Class::Speaker,
            Class::Official,
            Class::Actor,
            Class::Media,
            Class::Expert,
            Class::Anonymous,
            Class::Person,
            Class::Outsider,
            Class::Side,
            Class::Title,
            Class::ReportingNoun,
        ];
        let known =
            classes.iter().any(|&class| parse.classes().is(head.lemma, class) || parse.classes().is(head.word, class));
        let text = parse.language.lexicon.text(head.lemma);
        !known && !PERSONAL.iter().any(|ending| text.ends_with(ending))
    }

    /// Tells whether a phrase is the author's own "I" or "we", outside quotation marks.
    fn is_author(&self, phrase: usize) -> bool {
        let head = self.parse.phrases()[phrase].head;
        let words = self.parse.words();
        [words.i, words.we].contains(&self.parse.word(head)) && self.quotes.around(head).is_none()
    }

    /// Tells whether a phrase is a person who speaks for a party without being its leader by name: an official, an aide,
    /// "he". A party, or a leader whose name stands for it, takes a stance of its own.
    fn is_person(&self, phrase: usize) -> bool {
        let parse = self.parse;
        let head = parse.tokens[parse.phrases()[phrase].head];
        if [parse.words().he, parse.words().she].contains(&head.word) {
            return true;
        }
        let veiled = parse.classes().is(head.lemma, Class::Anonymous);
        head.tag != Tag::Proper && (veiled || self.scene.actor(phrase).is_some_and(|actor| actor.person))
    }

    /// Tells whether a phrase is "it" or "there" that stands for nothing, or asks.
    fn is_dummy(&self, phrase: usize) -> bool {
        let head = self.parse.tokens[self.parse.phrases()[phrase].head];
        let words = self.parse.words();
        head.tag == Tag::Existential
            || self.parse.is_time_phrase(phrase)
            || [words.what, words.which, words.this, words.that, words.these, words.those].contains(&head.word)
                && head.tag != Tag::Noun
    }

    /// The end of a cue with the one spoken to: "told reporters", "admitted to lawmakers".
    pub(super) fn addressee_end(&self, at: usize) -> usize {
        let parse = self.parse;
        let group = parse.groups()[at];
        let next = group.last + 1;
        if parse.classes().is(group.lemma, Class::Addresses) {
            return match parse.phrase_at(next) {
                Some(phrase) if !parse.is_time_phrase(phrase) && !self.is_subject(phrase) => {
                    super::edge::complement_end(parse, parse.phrases()[phrase].last)
                }
                _ => group.last,
            };
        }
        let to = parse.word(next) == parse.words().to
            && parse.tag(next) == Tag::Preposition
            && parse.classes().is(group.lemma, Class::Speech);
        match parse.phrase_at(next + 1) {
            Some(phrase) if to => parse.phrases()[phrase].last,
            _ => group.last,
        }
    }

    fn is_subject(&self, phrase: usize) -> bool {
        let parse = self.parse;
        parse.nodes().iter().zip(parse.groups()).any(|(node, group)| {
            group.form == Form::Finite
                && !node.inverted
                && node.subjects().contains(&phrase)
                && group.first > parse.phrases()[phrase].last
        })
    }

    /// The words of a report: source and cue, "as" before them included.
    fn block(&self, at: usize, source: Stretch, cue: Stretch) -> Stretch {
        let mut first = cue.first;
        let between = source.last < cue.first
            && (source.last + 1..cue.first).all(|i| !matches!(self.parse.unit(i), Some(Unit::Group(_))));
        if between && self.parse.groups()[at].form == Form::Finite {
            first = source.first;
        }
        let as_ = first.checked_sub(1).filter(|&before| self.parse.word(before) == self.parse.words().as_);
        let last = if self.parse.nodes()[at].inverted { source.last.max(cue.last) } else { cue.last };
        Stretch { first: as_.unwrap_or(first), last }
    }

    /// "X spoke of …", "X hinted at …", "X ruled out …".
    pub(super) fn by_particle(&self, at: usize) -> Option<Finding> {
        let parse = self.parse;
        let group = parse.groups()[at];
        let next = group.last + 1;
        if !matches!(parse.tag(next), Tag::Preposition | Tag::Adverb) || !self.can_report(at) {
            return None;
        }
        if !self.speaks_of(group.lemma, parse.word(next)) {
            return None;
        }
        let subject = self.subject_of(at).filter(|&subject| !self.is_thing(subject) && !self.is_dummy(subject))?;
        let start = if parse.word(next + 1) == parse.words().of { next + 2 } else { next + 1 };
        let content = self.thing_after(at, start)?;
        let source = of_subject(parse, subject, at);
        let report = self.report(subject, source, Some(at), Stretch { first: group.first, last: next }, vec![content]);
        Some(Finding { report, voiced: self.is_person(subject), listed: group.negation.is_none(), shape: Shape::Thing })
    }

    /// Tells whether the classes hold "verb-particle"; the compound is put together without allocation.
    fn speaks_of(&self, verb: Word, particle: Word) -> bool {
        let lexicon = &self.parse.language.lexicon;
        let parts = [lexicon.text(verb), "-", lexicon.text(particle)];
        let mut buffer = [0; COMPOUND];
        let mut len = 0;
        for part in parts {
            let Some(place) = buffer.get_mut(len..len + part.len()) else { return false };
            place.copy_from_slice(part.as_bytes());
            len += part.len();
        }
        std::str::from_utf8(&buffer[..len])
            .is_ok_and(|joined| self.parse.classes().is(lexicon.word(joined), Class::SpeaksOf))
    }

    /// "X was quoted as saying …", "the plan was described by X as …".
    pub(super) fn by_passive(&self, at: usize) -> Option<Finding> {
        let parse = self.parse;
        let group = parse.groups()[at];
        let saying = parse.group_at(group.last + 2).filter(|&saying| {
            parse.word(group.last + 1) == parse.words().as_
                && parse.groups()[saying].form == Form::Gerund
                && parse.classes().is(parse.groups()[saying].lemma, Class::Speech)
        });
        if let Some(saying) = saying {
            let subject = self.subject_of(at)?;
            let cue = Stretch { first: group.first, last: parse.groups()[saying].last };
            let source = of_subject(parse, subject, at);
            let (content, shape) = self.content(saying, self.block(at, source, cue), cue.last)?;
            return Some(Finding {
                report: self.report(subject, source, Some(at), cue, content),
                voiced: true,
                listed: true,
                shape,
            });
        }
        self.by_agent(at).or_else(|| self.by_state(at))
    }

    /// "has been described by its author as unworkable": the agent speaks.
    fn by_agent(&self, at: usize) -> Option<Finding> {
        let parse = self.parse;
        let group = parse.groups()[at];
        let subject = parse.nodes()[at].subjects().first().copied()?;
        if !self.reports_at(at) || parse.phrases()[subject].first > group.first || group.form != Form::Finite {
            return None;
        }
        let by = (group.last + 1..parse.tokens.len())
            .take(8)
            .take_while(|&i| !matches!(parse.tag(i), Tag::Comma | Tag::Stop) && parse.tensed_at(i).is_none())
            .find(|&i| parse.word(i) == parse.words().by)?;
        let agent = parse.phrase_at(by + 1).filter(|&agent| !parse.is_time_phrase(agent) && !self.is_thing(agent))?;
        let source = Stretch {
            first: parse.phrases()[agent].first,
            last: super::edge::complement_end(parse, parse.phrases()[agent].last),
        };
        let mut content = vec![of_subject(parse, subject, at)];
        let end = self.clause_end(at, source.last);
        if end > source.last && !matches!(parse.tag(source.last + 1), Tag::Comma | Tag::Stop) {
            content.push(Stretch { first: source.last + 1, last: end });
        }
        let cue = Stretch { first: group.first, last: by };
        Some(Finding {
            report: self.report(agent, source, Some(at), cue, content),
            voiced: false,
            listed: group.negation.is_none(),
            shape: Shape::Thing,
        })
    }

    /// "X is confident that …", "X was concerned about …".
    pub(super) fn by_state(&self, at: usize) -> Option<Finding> {
        let parse = self.parse;
        let group = parse.groups()[at];
        let state = if group.passive { group.head } else { parse.over_adverbs(group.last + 1) };
        let adjective = group.passive
            || group.lemma == parse.words().be && matches!(parse.tag(state), Tag::Adjective | Tag::Participle);
        let feels = parse.classes().is(parse.word(state), Class::Attitude);
        if !adjective || !feels || group.form != Form::Finite {
            return None;
        }
        let subject = self
            .subject_of(at)
            .filter(|&subject| !self.is_thing(subject) && !self.is_dummy(subject) && !self.is_author(subject))?;
        if parse.word(parse.phrases()[subject].head) == parse.words().it {
            return None;
        }
        let next = state + 1;
        let start = match parse.tag(next) {
            Tag::Subordinator | Tag::Relative if parse.classes().is(parse.word(next), Class::Content) => next + 1,
            Tag::Preposition
                if ["about", "of", "with", "at"].contains(&self.text(next))
                    && parse.unit(next + 1) != Some(Unit::None) =>
            {
                next + 1
            }
            _ => return None,
        };
        let content = Stretch { first: start, last: self.clause_end(at, start) };
        let report = self.report(
            subject,
            of_subject(parse, subject, at),
            Some(at),
            Stretch { first: group.first, last: state },
            vec![content],
        );
        Some(Finding { report, voiced: false, listed: true, shape: Shape::Clause })
    }

    /// "as X put it", "X made clear that", "X expressed concern over", "X let it be known that".
    pub(super) fn by_idiom(&self, at: usize) -> Option<Finding> {
        let parse = self.parse;
        let group = parse.groups()[at];
        if group.form != Form::Finite && group.form != Form::Gerund {
            return None;
        }
        let subject = self.subject_of(at).filter(|&subject| !self.is_dummy(subject))?;
        let source = of_subject(parse, subject, at);
        if self.text(group.last) == "put" && parse.word(group.last + 1) == parse.words().it {
            let cue = Stretch { first: group.first, last: group.last + 1 };
            let block = self.block(at, source, cue);
            let content = self.quote_or_around(at, block, cue.last)?;
            return Some(Finding {
                report: self.report(subject, source, Some(at), cue, content),
                voiced: true,
                listed: true,
                shape: Shape::Around,
            });
        }
        if self.is_thing(subject) {
            return None;
        }
        let (cue, content, shape) = self.known_idiom(at).or_else(|| self.estimate(at)).or_else(|| self.light(at))?;
        Some(Finding {
            report: self.report(subject, source, Some(at), cue, vec![content]),
            voiced: shape == Shape::Clause,
            listed: group.negation.is_none(),
            shape,
        })
    }

    fn quote_or_around(&self, at: usize, block: Stretch, after: usize) -> Option<Vec<Stretch>> {
        let parse = self.parse;
        if let Some(pieces) = (block.first > 0).then(|| self.around(block, after)).flatten() {
            return Some(pieces);
        }
        let start = (after + 1..parse.tokens.len())
            .find(|&i| !matches!(parse.tag(i), Tag::Comma | Tag::Colon | Tag::Adverb))?;
        Some(vec![Stretch { first: start, last: self.clause_end(at, start) }])
    }

    /// "let it be known that", "made it clear that".
    fn known_idiom(&self, at: usize) -> Option<(Stretch, Stretch, Shape)> {
        let parse = self.parse;
        let group = parse.groups()[at];
        if !matches!(self.text(group.last), "let" | "make") {
            return None;
        }
        let word = (group.last + 1..parse.tokens.len())
            .take(5)
            .find(|&i| matches!(parse.language.lexicon.text(parse.word(i)), "known" | "clear" | "plain"))?;
        let that = word + 1;
        if !parse.classes().is(parse.word(that), Class::Content) {
            return None;
        }
        Some((
            Stretch { first: group.first, last: word },
            Stretch { first: that + 1, last: self.clause_end(at, that + 1) },
            Shape::Clause,
        ))
    }

    /// "put the size of the crowd at 20,000".
    fn estimate(&self, at: usize) -> Option<(Stretch, Stretch, Shape)> {
        let parse = self.parse;
        let group = parse.groups()[at];
        if self.text(group.last) != "put" {
            return None;
        }
        let object = parse.phrase_at(group.last + 1)?;
        let end = super::edge::complement_end(parse, parse.phrases()[object].last);
        let figure =
            (parse.phrases()[object].last..=end + 2).any(|i| parse.tag(i) == Tag::Number && self.text(i - 1) == "at");
        let content = Stretch { first: parse.phrases()[object].first, last: self.clause_end(at, group.last + 1) };
        figure.then_some((Stretch { first: group.first, last: group.last }, content, Shape::Thing))
    }

    /// "issued a warning that", "expressed concern over".
    fn light(&self, at: usize) -> Option<(Stretch, Stretch, Shape)> {
        let parse = self.parse;
        let group = parse.groups()[at];
        if !parse.classes().is(group.lemma, Class::Conveys) {
            return None;
        }
        let phrase = parse.phrase_at(parse.over_adverbs(group.last + 1))?;
        let found = parse.phrases()[phrase];
        if !parse.classes().is(parse.lemma(found.head), Class::Utterance) {
            return None;
        }
        let cue = Stretch { first: group.first, last: found.last };
        let next = found.last + 1;
        let start = next + 1;
        if parse.classes().is(parse.word(next), Class::Content) {
            return Some((cue, Stretch { first: start, last: self.clause_end(at, start) }, Shape::Clause));
        }
        let about = matches!(self.text(next), "for" | "about" | "over" | "at" | "of" | "with")
            && !matches!(self.text(group.last), "take" | "have" | "give");
        about.then(|| self.thing_after(at, start)).flatten().map(|content| (cue, content, Shape::Thing))
    }

    /// The source that a phrase names apart from any verb of its own.
    pub(super) fn phrase_source(&self, phrase: usize) -> Stretch {
        of_phrase(self.parse, phrase)
    }
}
