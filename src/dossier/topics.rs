//! Naming the point of a claim where no dossier lists the issues: the head of its words, in a normal form.
//!
//! "A phased withdrawal", "the withdrawal of forces" and "to withdraw" all give "withdrawal". Names run from the
//! most useful for grouping to the more particular; every one is made of the claim's own words or of a word that
//! `data/language/topics.txt` gives for them. Nothing here knows who wants what.

use crate::language::named;
use crate::language::word_list::words;
use std::collections::HashSet;
use std::sync::OnceLock;

use crate::language::extent::Stretch;
use crate::language::lexicon::Lexicon;
use crate::language::parse::Parse;
use crate::language::phrase::{Form, Phrase, Unit};
use crate::language::word_set::WordSet;
use crate::language::{Tag, Word};

/// The most names that one claim gets.
const MOST: usize = 4;
/// How far behind a verb its objects are sought, in words.
const REACH: usize = 12;
/// How deep acts within acts are followed ("let them draw pensions").
const DEPTH: usize = 2;

/// The words, by what they do in a point.
const SOURCE: &str = include_str!("../../data/language/topics.txt");

/// The table of normal forms.
#[derive(Debug, Clone, Default)]
pub struct Topics {
    light: WordSet,
    loose: WordSet,
    empty: WordSet,
    /// Words with the name of the point that they mean, and whether only the noun does.
    names: Vec<(Word, String, bool)>,
}

/// Tells whether a name of a point says little beside another of the same claim: "release" beside "prisoner release".
///
/// `name` may be the slug of one; a plural counts as its singular.
#[must_use]
pub fn is_bare(name: &str) -> bool {
    static BARE: OnceLock<HashSet<&str>> = OnceLock::new();
    let bare = BARE.get_or_init(|| {
        let lines = SOURCE.lines().skip_while(|line| !line.starts_with("bare:")).take_while(|line| !line.is_empty());
        lines.flat_map(|line| line.trim_start_matches("bare:").split_whitespace()).collect()
    });
    bare.contains(name) || name.strip_suffix('s').is_some_and(|one| bare.contains(one))
}

/// What a point is made of: its head and what stands before and behind it.
#[derive(Debug, Clone, Default)]
struct Point {
    /// The head in its normal form.
    head: String,
    /// Nouns before the head and the head.
    compound: String,
    /// Adjectives too.
    full: String,
    /// The nouns before a head that says little by itself ("lumber" of "lumber exports").
    about: String,
    /// The head as it stands.
    own: String,
    /// Whether the head only says what is done with something.
    light: bool,
    /// Whether it is no point at all.
    empty: bool,
}

impl Topics {
    /// Reads the built-in table; its words are interned in `lexicon`.
    #[must_use]
    pub fn builtin(lexicon: &mut Lexicon) -> Self {
        let mut topics = Self::default();
        let mut name = "";
        for line in SOURCE.lines().filter(|line| !line.starts_with('#')) {
            let words = match line.split_once(':') {
                Some((given, words)) => {
                    name = given;
                    words
                }
                None => line,
            };
            for word in words.split_whitespace().map(|word| lexicon.intern(word)) {
                match name {
                    "light" => topics.light.insert(word),
                    "loose" => topics.loose.insert(word),
                    "empty" => topics.empty.insert(word),
                    "bare" => {}
                    _ => {
                        let (name, nouns) = name.split_once(" (").map_or((name, false), |(name, _)| (name, true));
                        topics.names.push((word, name.to_owned(), nouns));
                    }
                }
            }
        }
        topics
    }

    /// The names of the point that the words `content` make, the best for grouping first; none where they are empty.
    #[must_use]
    pub fn of(&self, parse: &Parse<'_>, content: Stretch) -> Vec<String> {
        let mut names = Vec::new();
        let subject = parse.phrase_at(content.first).filter(|&at| parse.phrases()[at].first >= content.first);
        match (verb(parse, content), subject) {
            (Some(verb), _) => self.of_act(parse, content, verb, DEPTH, &mut names),
            (None, Some(subject)) => self.of_thing(parse, content, subject, DEPTH, &mut names),
            (None, None) => {}
        }
        if names.is_empty() {
            let mut phrases = (content.first..=content.last).filter_map(|at| parse.phrase_at(at));
            if let Some(phrase) = phrases.find(|&phrase| !self.point(parse, phrase).empty) {
                self.of_thing(parse, content, phrase, DEPTH, &mut names);
            }
        }
        names.truncate(MOST);
        names
    }

    /// "raise wages", "Hezbollah be disarmed", "the fighting stop in Kordofan", "let households consume more".
    fn of_act(&self, parse: &Parse<'_>, content: Stretch, verb: usize, depth: usize, names: &mut Vec<String>) {
        let group = parse.groups()[verb];
        let subject =
            parse.nodes()[verb].subjects().first().copied().filter(|&at| content.contains(parse.phrases()[at].head));
        let objects = self.objects(parse, content, verb);
        // "Kinshasa frees the detainees": who is to act is no point where something else is.
        let acting = |at: &usize| parse.tag(parse.phrases()[*at].head) == Tag::Proper && !group.passive;
        let subject = subject.filter(|at| objects.is_empty() || !acting(at));
        let below = |phrase: usize| {
            (verb + 1..parse.groups().len())
                .find(|&at| parse.nodes()[at].subjects().contains(&phrase) && content.contains(parse.groups()[at].head))
        };
        let caused = objects
            .first()
            .filter(|_| is_cause(parse, verb))
            .and_then(|&(phrase, _)| below(phrase))
            .filter(|_| depth > 0);
        if let Some(caused) = caused {
            self.of_act(parse, content, caused, depth - 1, names);
        }
        let direct = objects.iter().find(|(_, direct)| *direct).map(|&(phrase, _)| phrase);
        let idle = direct.is_some_and(|phrase| self.is_idle(parse, content, phrase));
        let first = if group.passive || idle { subject.or(direct) } else { direct.or(subject) };
        let others = objects.iter().map(|&(phrase, _)| phrase).chain(direct.is_none().then_some(subject).flatten());
        let done = self.name(parse, group.lemma, true).map(str::to_owned);
        if let Some(done) = done.as_ref().filter(|_| direct.is_none() && !group.passive) {
            push(names, done.clone());
        }
        for patient in first.into_iter().chain(others.filter(|_| direct.is_none() || idle)) {
            self.done_to(parse, content, patient, (done.as_deref(), depth), names);
        }
        if let Some(done) = done {
            push(names, done);
        }
    }

    /// What is done with a thing: the thing, then "withdrawal of troops".
    fn done_to(
        &self,
        parse: &Parse<'_>,
        content: Stretch,
        patient: usize,
        done: (Option<&str>, usize),
        names: &mut Vec<String>,
    ) {
        let (done, depth) = done;
        let start = names.len();
        self.of_thing(parse, content, patient, depth, names);
        let point = self.point(parse, patient);
        if let (Some(done), true, true) = (done, start == 0, names.len() > start && !point.head.is_empty()) {
            if done == "exchange" {
                names.insert(0, format!("{} {done}", singular(parse, patient, &point.head)));
            }
            names.insert(1, format!("{done} of {}", point.head));
        }
    }

    /// The phrases behind a verb that are no figures or times, and whether they follow it without a preposition.
    fn objects(&self, parse: &Parse<'_>, content: Stretch, verb: usize) -> Vec<(usize, bool)> {
        let mut found: Vec<(usize, bool)> = Vec::new();
        let mut linked = false;
        for at in parse.groups()[verb].last + 1..=content.last.min(parse.groups()[verb].last + REACH) {
            match parse.unit(at) {
                Some(Unit::Phrase(phrase)) if parse.phrases()[phrase].first == at => {
                    if !self.point(parse, phrase).empty && !is_name_of_place(parse, phrase, linked) {
                        found.push((phrase, !linked));
                    }
                    linked = false;
                }
                Some(Unit::Phrase(_)) => {}
                Some(Unit::Group(group)) if parse.groups()[group].has_tense() => break,
                _ => linked |= matches!(parse.tag(at), Tag::Preposition | Tag::To),
            }
        }
        found
    }

    /// Tells whether an object says nothing by itself: "took part", "give assurances".
    fn is_idle(&self, parse: &Parse<'_>, content: Stretch, phrase: usize) -> bool {
        self.point(parse, phrase).light && self.behind(parse, content, phrase).is_none()
    }

    /// The phrase that a preposition hangs on another: "an end *to tariffs*".
    fn behind(&self, parse: &Parse<'_>, content: Stretch, at: usize) -> Option<usize> {
        let preposition = parse.phrases()[at].last + 1;
        let linked = matches!(parse.tag(preposition), Tag::Preposition | Tag::To);
        let next =
            parse.phrase_at(preposition + 1).filter(|&next| linked && parse.phrases()[next].first <= content.last)?;
        Some(next).filter(|&next| !self.point(parse, next).empty)
    }

    /// "a phased withdrawal", "an end to tariffs", "a ban on discards", "the right to build".
    fn of_thing(&self, parse: &Parse<'_>, content: Stretch, at: usize, depth: usize, names: &mut Vec<String>) {
        let point = self.point(parse, at);
        let behind = self.behind(parse, content, at);
        let below = behind.map(|next| self.point(parse, next));
        let after = parse.phrases()[at].last + 1;
        if let (true, Some(next), Some(below)) = (point.light || point.empty, behind, &below) {
            if words!["exchange", "release"].contains(&point.head) {
                push(names, format!("{} {}", singular(parse, next, &below.head), point.head));
            }
            push(names, below.compound.clone());
            push(names, below.full.clone());
        } else if let (true, Some(act)) = (point.light && depth > 0, Self::act_behind(parse, content, after)) {
            self.of_act(parse, content, act, depth - 1, names);
        }
        if point.empty {
            return;
        }
        push(names, point.compound.clone());
        if let Some(below) = &below {
            let link = parse.span(after, after).of(parse.text).to_lowercase();
            push(names, format!("{} {link} {}", point.head, below.head));
        }
        push(names, point.about);
        push(names, point.full);
        if let Some(one) = point.compound.strip_suffix('s').filter(|one| one.contains(' ') && !one.ends_with('s')) {
            push(names, one.to_owned());
        }
        push(names, point.head);
        push(names, point.own);
    }

    /// The verb of "to build" or "that the axle will be built" behind a noun.
    fn act_behind(parse: &Parse<'_>, content: Stretch, at: usize) -> Option<usize> {
        let start = if parse.word(at) == named::THAT { at + 1 } else { at };
        let direct = parse.group_at(at).filter(|&group| parse.groups()[group].form == Form::Infinitive);
        let clause = || (start..=content.last).find_map(|i| parse.tensed_at(i)).filter(|_| start > at);
        direct.or_else(clause).filter(|&group| content.contains(parse.groups()[group].head))
    }

    fn point(&self, parse: &Parse<'_>, at: usize) -> Point {
        let phrase = parse.phrases()[at];
        let head = parse.tokens[phrase.head];
        let known = |set: &WordSet| set.contains(head.lemma) || set.contains(head.word);
        let figure = matches!(head.tag, Tag::Number | Tag::Pronoun | Tag::Determiner | Tag::Existential);
        if figure || known(&self.empty) || parse.is_time_phrase(at) {
            return Point { empty: true, ..Point::default() };
        }
        let light = known(&self.light);
        let own = written(parse, phrase.head);
        let plural = |name: &str| {
            if head.tag == Tag::Plural && !name.ends_with('s') { format!("{name}s") } else { name.to_owned() }
        };
        let whole = |name: &str| self.names.iter().any(|(_, known, nouns)| *nouns && known == name);
        let name = self
            .name(parse, head.lemma, false)
            .map_or_else(|| own.clone(), |name| if whole(name) { name.to_owned() } else { plural(name) });
        let nouns = self.modifiers(parse, &phrase, false);
        let about = if light { nouns.join(" ") } else { String::new() };
        Point {
            compound: with_head(&nouns, &name),
            full: with_head(&self.modifiers(parse, &phrase, true), &own),
            about,
            head: name,
            own,
            light,
            empty: false,
        }
    }

    /// The nouns, and if asked the adjectives, before the head; those that tell nothing apart are left out.
    fn modifiers(&self, parse: &Parse<'_>, phrase: &Phrase, adjectives: bool) -> Vec<String> {
        let from = phrase.possessor.map_or(phrase.first, |(_, last)| last + 1);
        let fits = |at: &usize| {
            let token = parse.tokens[*at];
            let told =
                ![&self.loose, &self.empty].iter().any(|set| set.contains(token.lemma) || set.contains(token.word));
            told && !is_duration(token.span.of(parse.text))
                && match token.tag {
                    Tag::Noun | Tag::Plural | Tag::Proper => true,
                    Tag::Adjective => adjectives,
                    _ => false,
                }
        };
        (from..phrase.head).filter(fits).map(|at| written(parse, at)).collect()
    }

    /// The name of the point that a word means, as a verb or as a noun.
    fn name(&self, parse: &Parse<'_>, word: Word, verb: bool) -> Option<&str> {
        let fits = |of_nouns: bool| !(verb && of_nouns);
        let found = self.names.iter().find(|&&(known, _, nouns)| known == word && word != Word::UNKNOWN && fits(nouns));
        let own = || {
            let text = parse.text_of(word);
            self.names.iter().find(|(_, name, nouns)| text == name && fits(*nouns))
        };
        found.or_else(own).map(|(_, name, _)| name.as_str())
    }
}

/// "three-month", "ten-year", "60-day": how long, not what.
fn is_duration(text: &str) -> bool {
    let unit = text.rsplit_once('-').map_or("", |(_, unit)| unit);
    ["minute", "hour", "day", "week", "month", "year"].iter().any(|known| unit.eq_ignore_ascii_case(known))
}

/// The verb of the content: its first word, or the verb of which its first phrase is the subject.
fn verb(parse: &Parse<'_>, content: Stretch) -> Option<usize> {
    if let Some(Unit::Group(group)) = parse.unit(content.first) {
        return Some(group);
    }
    let subject = parse.phrase_at(content.first)?;
    (0..parse.groups().len()).find(|&group| {
        let found = parse.groups()[group];
        let inside = content.contains(found.head) && found.form != Form::Participle;
        inside && parse.nodes()[group].subjects().contains(&subject)
    })
}

/// "let", "have", "allow": what they bring about is the point.
fn is_cause(parse: &Parse<'_>, verb: usize) -> bool {
    parse.is_in(parse.groups()[verb].lemma, words!["let", "have", "make", "see", "allow", "get", "help"])
}

/// Names behind a preposition are places or partners, not points: "obtain from Kenya a permit".
fn is_name_of_place(parse: &Parse<'_>, phrase: usize, linked: bool) -> bool {
    let found = parse.phrases()[phrase];
    linked && found.first == found.head && parse.tag(found.head) == Tag::Proper
}

fn with_head(modifiers: &[String], head: &str) -> String {
    modifiers.iter().map(String::as_str).chain([head]).collect::<Vec<_>>().join(" ")
}

/// The dictionary form of a plural head, for the front of a compound: "prisoner exchange".
fn singular(parse: &Parse<'_>, phrase: usize, head: &str) -> String {
    let plural = parse.tag(parse.phrases()[phrase].head) == Tag::Plural;
    head.strip_suffix('s').filter(|_| plural).unwrap_or(head).to_owned()
}

/// A word as it stands, in lower case unless it is a name.
fn written(parse: &Parse<'_>, at: usize) -> String {
    let token = parse.tokens[at];
    let text = token.span.of(parse.text);
    if token.tag == Tag::Proper { text.to_owned() } else { text.to_lowercase() }
}

fn push(names: &mut Vec<String>, name: String) {
    if !name.is_empty() && !names.contains(&name) {
        names.push(name);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::parse::{Language, Workspace};
    use crate::text::Span;

    /// The names of the point that `content`, words of `text`, makes.
    fn names(text: &str, content: &str) -> Vec<String> {
        let mut language = Language::builtin();
        let topics = Topics::builtin(&mut language.lexicon);
        let mut workspace = Workspace::default();
        workspace.tokenize(&language, text, Span::new(0, text.len()));
        let parse = workspace.parse(&language, text);
        let start = text.find(content).expect("the content is part of the text");
        let inside =
            |at: &usize| parse.tokens[*at].span.start >= start && parse.tokens[*at].span.end <= start + content.len();
        let tokens: Vec<usize> = (0..parse.tokens.len()).filter(inside).collect();
        topics.of(&parse, Stretch { first: tokens[0], last: tokens[tokens.len() - 1] })
    }

    #[test]
    fn a_thing_and_an_act_meet_in_one_name() {
        for (text, content) in [
            ("Chad wants a phased withdrawal.", "a phased withdrawal"),
            ("Chad demands the withdrawal of forces.", "the withdrawal of forces"),
            ("Chad asked Libya to withdraw.", "withdraw"),
            ("Chad wants a pullout.", "a pullout"),
        ] {
            assert!(names(text, content).contains(&"withdrawal".to_owned()), "{text}: {:?}", names(text, content));
        }
    }

    #[test]
    fn the_most_particular_name_that_groups_comes_first() {
        for (text, content, first) in [
            ("They agreed on another large prisoner swap.", "another large prisoner swap", "prisoner exchange"),
            ("They discussed an exchange of captives.", "an exchange of captives", "prisoner exchange"),
            ("They agreed to free detainees.", "free detainees", "detainees"),
            ("Canada wants an end to tariffs.", "an end to tariffs", "tariffs"),
            ("They want 400 tonnes of Arctic cod.", "400 tonnes of Arctic cod", "Arctic cod"),
            ("They would let farmers sell citrus fruit.", "let farmers sell citrus fruit", "citrus fruit"),
            ("They insist that the post offices be reopened.", "the post offices be reopened", "post offices"),
            (
                "They wanted a pledge that the axle will be built here.",
                "a pledge that the axle will be built here",
                "axle",
            ),
        ] {
            assert_eq!(
                names(text, content).first().map(String::as_str),
                Some(first),
                "{text}: {:?}",
                names(text, content)
            );
        }
    }

    #[test]
    fn what_is_done_or_how_much_says_little_by_itself() {
        assert!(["release", "lists", "arrangements", "fate"].into_iter().all(is_bare));
        assert!(!["prisoner-release", "withdrawal", "truce", "s"].into_iter().any(is_bare));
    }

    #[test]
    fn a_figure_alone_has_no_name() {
        assert_eq!(names("Brandel offered 4.5%.", "4.5%"), Vec::<String>::new());
    }
}
