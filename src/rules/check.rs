//! From a rule file as written to a rule that cannot be wrong.

use std::sync::Arc;

use crate::language::Word;
use crate::language::lexicon::Lexicon;

use super::error::{RuleError, unknown};
use super::given::{Given, read_kind, status};
use super::heads::HeadLists;
use super::pattern::{Pattern, words};
use super::raw::{RawCue, RawExample, RawRule, Text};
use super::{Cue, Example, Head, HolderNeed, Outcome, Rule, SubjectRole};

/// The words of `subject`.
const SUBJECTS: &[(&str, SubjectRole)] = &[
    ("holder", SubjectRole::Holder),
    ("content", SubjectRole::Content),
    ("toward", SubjectRole::Toward),
    ("document", SubjectRole::Document),
    ("any", SubjectRole::Any),
];

/// The words of `holder`.
const HOLDERS: &[(&str, HolderNeed)] =
    &[("required", HolderNeed::Required), ("optional", HolderNeed::Optional), ("parties", HolderNeed::Parties)];

/// A message, and the strings of the source that lead to its place.
struct Fault<'a> {
    words: Vec<&'a str>,
    message: String,
}

impl<'a> Fault<'a> {
    fn new(words: &[&'a str], message: impl Into<String>) -> Self {
        Self { words: words.to_vec(), message: message.into() }
    }
}

/// Reads the rule in `source`, the text of `file`.
pub(super) fn rule(file: &str, source: &str, heads: &HeadLists, lexicon: &mut Lexicon) -> Result<Rule, RuleError> {
    let raw: RawRule = serde_json::from_str(source).map_err(|error| RuleError::syntax(file, &error))?;
    build(file, &raw, heads, lexicon).map_err(|fault| RuleError::at(file, source, &fault.words, fault.message))
}

/// Checks a rule as written.
fn build<'a>(file: &str, raw: &'a RawRule<'_>, heads: &HeadLists, lexicon: &mut Lexicon) -> Result<Rule, Fault<'a>> {
    check_id(&raw.id)?;
    let kind = read_kind(&raw.kind).map_err(|message| Fault::new(&["kind", &raw.kind], message))?;
    for (name, text) in [("explains", &raw.explains), ("codebook", &raw.codebook)] {
        if text.trim().is_empty() {
            return Err(Fault::new(&[name], format!("{name:?} is empty: say it in a sentence")));
        }
    }
    if raw.cues.is_empty() && raw.construction.is_none() {
        return Err(Fault::new(&["cues"], "\"cues\" is empty: a rule needs at least one cue"));
    }
    if raw.examples.is_empty() {
        return Err(Fault::new(&["examples"], "\"examples\" is empty: a rule needs a sentence it must answer to"));
    }
    Ok(Rule {
        id: raw.id.to_string(),
        kind,
        explains: raw.explains.to_string(),
        codebook: raw.codebook.to_string(),
        construction: raw.construction.as_deref().map(str::to_owned),
        cues: read_cues(&raw.cues, heads, lexicon)?,
        examples: raw.examples.iter().map(read_example).collect::<Result<_, _>>()?,
        silent: owned(&raw.silent),
        file: file.to_owned(),
    })
}

/// Checks the form of an id.
fn check_id(id: &str) -> Result<(), Fault<'_>> {
    let plain = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || ".-".contains(letter);
    if !id.is_empty() && id.chars().all(plain) {
        return Ok(());
    }
    let message = format!("the id {id:?} must be lower-case letters, digits, dots and hyphens, as \"demand.verb\"");
    Err(Fault::new(&["id", id], message))
}

/// Checks the cues of a rule; one whose head holds alternatives becomes several.
fn read_cues<'a>(raw: &'a [RawCue<'_>], heads: &HeadLists, lexicon: &mut Lexicon) -> Result<Vec<Cue>, Fault<'a>> {
    let mut cues = Vec::with_capacity(raw.len());
    for raw in raw {
        let (text, form) = read_head(raw)?;
        let template = read_cue(text, raw, heads, lexicon)?;
        for alternative in text.split('|') {
            let (head, modifier) = form.read(alternative.trim(), lexicon).ok_or_else(|| bad_head(text))?;
            cues.push(Cue { head, modifier, ..template.clone() });
        }
    }
    Ok(cues)
}

/// Checks all of a cue but its head, `text`.
fn read_cue<'a>(
    text: &'a str,
    raw: &'a RawCue<'_>,
    heads: &HeadLists,
    lexicon: &mut Lexicon,
) -> Result<Cue, Fault<'a>> {
    let at = |word: &'a str, message: String| Fault::new(&[text, word], message);
    let outcome = |name: &'static str, word: &'a Option<Text<'_>>, default: Outcome| match word {
        Some(word) => read_outcome(word).map_err(|message| Fault::new(&[text, name, word], message)),
        None => Ok(default),
    };
    let affirmed = outcome("affirmed", &raw.affirmed, Outcome::Same)?;
    let negated = outcome("negated", &raw.negated, Outcome::Silent)?;
    let subject = choose("subject", raw.subject.as_deref(), SUBJECTS, SubjectRole::Holder)
        .map_err(|(word, message)| at(word, message))?;
    Ok(Cue {
        head: Head::Verb(Word::UNKNOWN),
        modifier: None,
        takes: read_takes(text, raw, subject, lexicon)?,
        subject,
        affirmed,
        negated,
        refused: outcome("refused", &raw.refused, negated)?,
        joint: outcome("joint", &raw.joint, affirmed)?,
        mediator: outcome("mediator", &raw.mediator, affirmed)?,
        modals: intern(&raw.modals, lexicon),
        status: match raw.status.as_deref() {
            Some(word) => Some(status(word).map_err(|message| at(word, message))?),
            None => None,
        },
        only: heads.intern(&raw.only, lexicon).map_err(|(word, message)| at(word, message))?,
        unless: heads.intern(&raw.unless, lexicon).map_err(|(word, message)| at(word, message))?,
        about: heads.intern(&raw.about, lexicon).map_err(|(word, message)| at(word, message))?,
        holder: choose("holder", raw.holder.as_deref(), HOLDERS, HolderNeed::Required)
            .map_err(|(word, message)| at(word, message))?,
        voiced: raw.voiced,
    })
}

/// What the head of a cue is written as.
#[derive(Clone, Copy)]
enum Form {
    Verb,
    Noun,
    Predicate,
}

impl Form {
    /// Reads one alternative of a head and the word before a head noun; none where it has too few or too many words.
    fn read(self, text: &str, lexicon: &mut Lexicon) -> Option<(Head, Option<Word>)> {
        let parts: Vec<&str> = text.split_whitespace().collect();
        match (self, parts.as_slice()) {
            (Self::Verb, [verb]) => Some((Head::Verb(lexicon.intern(verb)), None)),
            (Self::Noun, [noun]) => Some((Head::Noun(lexicon.intern(noun)), None)),
            (Self::Noun, [before, noun]) => Some((Head::Noun(lexicon.intern(noun)), Some(lexicon.intern(before)))),
            (Self::Predicate, _) => {
                let words = words(text, lexicon);
                (!words.is_empty()).then_some((Head::Predicate(words), None))
            }
            _ => None,
        }
    }
}

/// Finds the one head of a cue: its text and what it is.
fn read_head<'a>(raw: &'a RawCue<'_>) -> Result<(&'a str, Form), Fault<'a>> {
    match (&raw.verb, &raw.noun, &raw.predicate) {
        (Some(text), None, None) => Ok((text, Form::Verb)),
        (None, Some(text), None) => Ok((text, Form::Noun)),
        (None, None, Some(text)) => Ok((text, Form::Predicate)),
        (verb, noun, predicate) => {
            let first = [verb, noun, predicate].into_iter().flatten().map(|text| &**text).next();
            let message = "a cue needs exactly one of \"verb\", \"noun\" and \"predicate\"";
            Err(Fault::new(&[first.unwrap_or("cues")], message))
        }
    }
}

/// Says what a head looks like.
fn bad_head(text: &str) -> Fault<'_> {
    let message = format!(
        "the head {text:?} will not do: a verb is one word, a noun one or two, a predicate at least one, with | \
         between alternatives; what follows belongs in \"takes\""
    );
    Fault::new(&[text], message)
}

/// Checks the patterns of a cue.
fn read_takes<'a>(
    head: &'a str,
    raw: &'a RawCue<'_>,
    subject: SubjectRole,
    lexicon: &mut Lexicon,
) -> Result<Arc<[Pattern]>, Fault<'a>> {
    if raw.takes.is_empty() {
        let message = format!("\"takes\" of {head:?} is empty: say what follows, or \"\" for nothing");
        return Err(Fault::new(&[head, "takes"], message));
    }
    let mut patterns = Vec::with_capacity(raw.takes.len());
    for text in &raw.takes {
        let at = |message: String| Fault::new(&[head, "takes", text], message);
        let pattern = Pattern::parse(text, lexicon).map_err(at)?;
        check_content(&pattern, subject, raw.voiced).map_err(|message| at(message.to_owned()))?;
        if patterns.contains(&pattern) {
            return Err(at(format!("the pattern {text:?} stands twice")));
        }
        patterns.push(pattern);
    }
    Ok(patterns.into())
}

/// Tells what is wrong with where a pattern takes its content from.
fn check_content(pattern: &Pattern, subject: SubjectRole, voiced: bool) -> Result<(), &'static str> {
    match (pattern.has_content(), subject == SubjectRole::Content) {
        (true, true) => Err("the subject is the content already: leave the slot out, or change \"subject\""),
        (false, false) if !voiced => Err(
            "nothing fills the content: add a slot for it (THING, ACT, CLAUSE …), or set \"subject\" to \"content\"",
        ),
        _ => Ok(()),
    }
}

/// Reads one of the words of a table; the error carries the bad word.
fn choose<'a, T: Copy>(
    what: &str,
    word: Option<&'a str>,
    table: &[(&str, T)],
    default: T,
) -> Result<T, (&'a str, String)> {
    let Some(word) = word else { return Ok(default) };
    let known: Vec<&str> = table.iter().map(|(name, _)| *name).collect();
    let found = table.iter().find(|(name, _)| *name == word);
    found.map(|(_, value)| *value).ok_or_else(|| (word, unknown(what, word, &known)))
}

/// Reads what a polarity gives.
fn read_outcome(word: &str) -> Result<Outcome, String> {
    match word {
        "silent" => Ok(Outcome::Silent),
        "same" => Ok(Outcome::Same),
        _ => read_kind(word).map(Outcome::Kind).map_err(|message| format!("{message}, or \"same\", or \"silent\"")),
    }
}

/// Checks an example: every line has the form, and every content stands in the sentence.
fn read_example<'a>(raw: &'a RawExample<'_>) -> Result<Example, Fault<'a>> {
    for line in &raw.gives {
        let given = Given::parse(line).map_err(|message| Fault::new(&[&raw.text, line], message))?;
        if !raw.text.contains(&given.content) {
            let message = format!("the content {:?} does not stand in the example's sentence", given.content);
            return Err(Fault::new(&[&raw.text, line], message));
        }
    }
    if raw.gives.is_empty() {
        let message = "the example gives nothing: move its sentence to \"silent\"";
        return Err(Fault::new(&[&raw.text], message));
    }
    Ok(Example {
        text: raw.text.to_string(),
        gives: owned(&raw.gives),
        dossier: raw.dossier.as_deref().map(str::to_owned),
    })
}

/// Strings of their own.
fn owned(texts: &[Text<'_>]) -> Vec<String> {
    texts.iter().map(|text| text.to_string()).collect()
}

/// Numbers the words of a list.
fn intern(words: &[Text<'_>], lexicon: &mut Lexicon) -> Arc<[Word]> {
    words.iter().map(|word| lexicon.intern(word)).collect()
}
