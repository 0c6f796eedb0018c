//! From the phrase that names a speaker to a typed, named source.

use super::edge::complement_end;
use crate::language::classes::Class;
use crate::language::named;
use crate::language::parse::Parse;
use crate::language::word_list::words;
use crate::language::{Tag, Word};
use crate::mentions::{How, Scene};
use crate::record::{Source, SourceType};
use crate::text::Span;

/// Builds the source that phrase `phrase` names.
pub(super) fn source(parse: &Parse<'_>, scene: &Scene<'_>, phrase: usize, verb: Word) -> Source {
    let found = parse.phrases()[phrase];
    let last = complement_end(parse, found.last);
    let kind = kind(parse, scene, phrase, verb);
    let span = parse.span(skip_article(parse, found.first), last);
    if let Some(span) = stood_for(parse, scene, phrase) {
        let name = span.of(parse.text).to_owned();
        let unnamed = name.rsplit(' ').next().is_some_and(|word| word.starts_with(char::is_lowercase));
        return Source { name, kind, anonymous: unnamed && kind == SourceType::Official, span };
    }
    let anonymous = anonymous(parse, phrase, kind);
    Source { name: name_of(parse, scene, phrase, last), kind, anonymous, span }
}

/// "he added": where the text names the person, the official or the party for which a pronoun stands.
fn stood_for(parse: &Parse<'_>, scene: &Scene<'_>, phrase: usize) -> Option<Span> {
    let found = parse.phrases()[phrase];
    let How::Pronoun(antecedent) = scene.actor(phrase).filter(|_| parse.tag(found.head) == Tag::Pronoun)?.how else {
        return None;
    };
    let known = scene.known().iter().rev().flat_map(|known| known.mentions.iter());
    let named = known.copied().find(|&mention| antecedent.contains(mention));
    let words = antecedent.of(parse.text);
    let article = ["a ", "an ", "the "]
        .iter()
        .find(|article| words.get(..article.len()).is_some_and(|start| start.eq_ignore_ascii_case(article)));
    let start = antecedent.start + article.map_or(0, |article| article.len());
    Some(named.unwrap_or(Span { start, ..antecedent }))
}

/// The name of a source as the text gives it; titles are left out where a personal name is there.
#[must_use]
pub fn name_of(parse: &Parse<'_>, scene: &Scene<'_>, phrase: usize, last: usize) -> String {
    let found = parse.phrases()[phrase];
    if parse.tag(found.head) == Tag::Proper {
        let span = parse.span(found.first, found.last);
        let mut known =
            scene.known().iter().filter(|known| known.mentions.iter().any(|&mention| span.contains(mention)));
        if let Some(known) = known.next_back() {
            let mention = known.mentions.iter().rev().find(|&&mention| span.contains(mention));
            return mention.map_or_else(|| known.name.clone(), |mention| mention.of(parse.text).to_owned());
        }
    }
    parse.span(skip_article(parse, found.first), last).of(parse.text).to_owned()
}

fn skip_article(parse: &Parse<'_>, first: usize) -> usize {
    let article = parse.reads(first, words!["a", "an", "the"]);
    if article && first + 1 < parse.tokens.len() { first + 1 } else { first }
}

/// What a source is.
fn kind(parse: &Parse<'_>, scene: &Scene<'_>, phrase: usize, verb: Word) -> SourceType {
    let found = parse.phrases()[phrase];
    if let Some(counted) = counted(parse, phrase) {
        return kind(parse, scene, counted, verb);
    }
    let head = parse.tokens[found.head];
    let is = |class| parse.classes().is(head.lemma, class) || parse.classes().is(head.word, class);
    let any = |class| {
        (found.first..=found.last)
            .any(|at| parse.classes().is(parse.lemma(at), class) || parse.classes().is(parse.word(at), class))
    };
    let actor = scene.actor(phrase);
    let named = actor
        .is_some_and(|actor| matches!(actor.how, How::Name | How::Seat | How::Collective) && !actor.parties.is_empty());
    let medium = head.tag == Tag::Proper && (any(Class::Media) || is(Class::MediaName));
    if is(Class::Media) || medium {
        SourceType::Media
    } else if is(Class::ReportingNoun) {
        SourceType::Document
    } else if is(Class::Expert) || (head.tag == Tag::Proper && any(Class::Expert)) {
        SourceType::Expert
    } else if named {
        SourceType::Party
    } else if actor.is_some_and(|actor| !actor.parties.is_empty()) || is(Class::Official) || is(Class::Anonymous) {
        SourceType::Official
    } else if head.tag == Tag::Proper && verb == parse.language.lexicon.word("report") {
        SourceType::Media
    } else {
        SourceType::Other
    }
}

/// "One of the negotiators": what is counted says what the source is.
fn counted(parse: &Parse<'_>, phrase: usize) -> Option<usize> {
    let found = parse.phrases()[phrase];
    let counts = parse.tag(found.head) == Tag::Number
        || parse.is_in(parse.word(found.head), words!["one", "some", "several", "many", "most"]);
    let of = counts && parse.word(found.last + 1) == named::OF;
    of.then(|| parse.phrase_at(found.last + 2)).flatten()
}

/// Tells whether the text keeps a name back: a noun for a person or people, and no name beside it.
fn anonymous(parse: &Parse<'_>, phrase: usize, kind: SourceType) -> bool {
    let found = parse.phrases()[counted(parse, phrase).unwrap_or(phrase)];
    let head = parse.tokens[found.head];
    let veiled = || parse.classes().is(head.lemma, Class::Anonymous) || asks_not_to_be_named(parse, found.last);
    head.tag != Tag::Proper && matches!(kind, SourceType::Official | SourceType::Other | SourceType::Expert) && veiled()
}

/// "on condition of anonymity", "who asked not to be named", behind the phrase that ends at `last`.
fn asks_not_to_be_named(parse: &Parse<'_>, last: usize) -> bool {
    let tells = |at: &usize| parse.is_in(parse.word(*at), words!["anonymity", "identified", "named"]);
    (last + 1..parse.tokens.len()).filter(tells).any(|at| {
        let text = parse.text_at(at);
        let unnamed = matches!(text, "named" | "identified")
            && (at.saturating_sub(4)..at).any(|before| parse.tag(before) == Tag::Negation);
        text == "anonymity" || unnamed
    })
}
