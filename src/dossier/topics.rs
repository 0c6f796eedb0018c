//! Naming the point of a claim where no dossier lists the issues: the head of its words, in a normal form.
//!
//! "A phased withdrawal", "the withdrawal of forces" and "to withdraw" all give "withdrawal". Names run from the
//! most useful for grouping to the more particular; every one is made of the claim's own words or of a word that
//! `data/language/topics.txt` gives for them. Nothing here knows who wants what.

use crate::language::extent::Stretch;
use crate::language::lexicon::Lexicon;
use crate::language::parse::Parse;
use crate::language::phrase::{Form, Phrase, Unit};
use crate::language::{Tag, Word};

/// The most names that one claim gets.
const MOST: usize = 4;

/// The words, by what they do in a point.
const SOURCE: &str = include_str!("../../data/language/topics.txt");

/// The table of normal forms.
#[derive(Debug, Clone, Default)]
pub struct Topics {
    light: Vec<Word>,
    loose: Vec<Word>,
    empty: Vec<Word>,
    /// Words with the name of the point that they mean.
    names: Vec<(Word, String)>,
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
                    "light" => topics.light.push(word),
                    "loose" => topics.loose.push(word),
                    "empty" => topics.empty.push(word),
                    _ => topics.names.push((word, name.to_owned())),
                }
            }
        }
        topics
    }

    /// The names of the point that the words `content` make, the best for grouping first; none where they are empty.
    #[must_use]
    pub fn of(&self, parse: &Parse<'_>, content: Stretch) -> Vec<String> {
        let mut names = Vec::new();
        let verb = self.verb(parse, content);
        let subject = parse.phrase_at(content.first).filter(|&at| parse.phrases()[at].first >= content.first);
        match (verb, subject) {
            (Some(verb), subject) => self.of_act(parse, content, verb, subject, &mut names),
            (None, Some(subject)) => self.of_thing(parse, content, subject, &mut names),
            (None, None) => {}
        }
        if names.is_empty() {
            let mut phrases = (content.first..=content.last).filter_map(|at| parse.phrase_at(at));
            if let Some(phrase) = phrases.find(|&phrase| !self.point(parse, phrase).empty) {
                self.of_thing(parse, content, phrase, &mut names);
            }
        }
        names.truncate(MOST);
        names
    }

    /// The verb of the content: its first word, or the verb of which its first phrase is the subject.
    fn verb(&self, parse: &Parse<'_>, content: Stretch) -> Option<usize> {
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

    /// "raise wages", "Israel must withdraw", "rosters to be published".
    fn of_act(&self, parse: &Parse<'_>, content: Stretch, verb: usize, subject: Option<usize>, names: &mut Vec<String>) {
        let group = parse.groups()[verb];
        let object = (group.last + 1..=content.last.min(group.last + 3)).find_map(|at| match parse.unit(at) {
            Some(Unit::Phrase(phrase)) if parse.phrases()[phrase].first == at => Some(phrase),
            _ => None,
        });
        let patient = if group.passive { subject.or(object) } else { object.or(subject) };
        let done = self.name(parse, group.lemma).map(str::to_owned);
        if let Some(patient) = patient.filter(|&at| !self.point(parse, at).empty) {
            let start = names.len();
            self.of_thing(parse, content, patient, names);
            let head = self.point(parse, patient).head;
            if let (Some(done), false) = (&done, head.is_empty()) {
                names.insert(start.max(1).min(names.len()), format!("{done} of {head}"));
            }
        }
        if let Some(done) = done {
            push(names, done);
        }
        if let Some(subject) = subject.filter(|_| !group.passive && names.is_empty()) {
            self.of_thing(parse, content, subject, names);
        }
    }

    /// "a phased withdrawal", "an end to tariffs", "a ban on discards".
    fn of_thing(&self, parse: &Parse<'_>, content: Stretch, at: usize, names: &mut Vec<String>) {
        let phrase = parse.phrases()[at];
        let point = self.point(parse, at);
        let preposition = phrase.last + 1;
        let linked = parse.tag(preposition) == Tag::Preposition || parse.tag(preposition) == Tag::To;
        let behind = parse.phrase_at(preposition + 1).filter(|&next| linked && parse.phrases()[next].first <= content.last);
        let behind = behind.filter(|&next| !parse.is_time_phrase(next));
        let below = behind.map(|next| self.point(parse, next)).filter(|below| !below.empty);
        let joint = below.as_ref().map(|below| {
            let words = parse.span(preposition, preposition).of(parse.text).to_lowercase();
            format!("{} {words} {}", point.head, below.head)
        });
        if let (true, Some(below)) = (point.light || point.empty, &below) {
            push(names, below.compound.clone());
            push(names, below.full.clone());
            push(names, below.head.clone());
        }
        if point.empty {
            return;
        }
        push(names, point.compound);
        names.extend(joint.filter(|joint| !names.contains(joint)));
        push(names, point.full);
        push(names, point.head);
    }

    fn point(&self, parse: &Parse<'_>, at: usize) -> Point {
        let phrase = parse.phrases()[at];
        let head = parse.tokens[phrase.head];
        let known = |list: &[Word]| list.contains(&head.lemma) || list.contains(&head.word);
        let figure = matches!(head.tag, Tag::Number | Tag::Pronoun | Tag::Determiner | Tag::Existential);
        if figure || known(&self.empty) || parse.is_time_phrase(at) {
            return Point { empty: true, ..Point::default() };
        }
        let name = self.name(parse, head.lemma).map_or_else(|| written(parse, phrase.head), str::to_owned);
        Point {
            compound: self.with_modifiers(parse, &phrase, &name, false),
            full: self.with_modifiers(parse, &phrase, &written(parse, phrase.head), true),
            head: name,
            light: known(&self.light),
            empty: false,
        }
    }

    fn with_modifiers(&self, parse: &Parse<'_>, phrase: &Phrase, head: &str, adjectives: bool) -> String {
        let from = phrase.possessor.map_or(phrase.first, |(_, last)| last + 1);
        let mut words: Vec<String> = Vec::new();
        for at in from..phrase.head {
            let token = parse.tokens[at];
            let fits = match token.tag {
                Tag::Noun | Tag::Plural | Tag::Proper => true,
                Tag::Adjective => adjectives,
                _ => false,
            };
            if fits && ![&self.loose, &self.empty].iter().any(|list| list.contains(&token.lemma) || list.contains(&token.word)) {
                words.push(written(parse, at));
            }
        }
        words.push(head.to_owned());
        words.join(" ")
    }

    /// The name of the point that a word means.
    fn name(&self, parse: &Parse<'_>, word: Word) -> Option<&str> {
        let found = self.names.iter().find(|&&(known, _)| known == word && word != Word::UNKNOWN);
        let own = || self.names.iter().find(|(_, name)| parse.language.lexicon.text(word) == name);
        found.or_else(own).map(|(_, name)| name.as_str())
    }
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
