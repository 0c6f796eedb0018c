//! How far the words that name a source go: title, complement, apposition, what describes it.

use crate::language::Tag;
use crate::language::classes::Class;
use crate::language::clause::Link;
use crate::language::extent::Stretch;
use crate::language::named;
use crate::language::parse::Parse;
use crate::language::phrase::{Form, Unit};
use crate::language::word_list::words;

/// The most tokens that may stand between a subject and its verb and still describe it.
const FAR: usize = 30;

/// The end of "of the delegation", "familiar with the talks", "close to the government" after a head.
pub(super) fn complement_end(parse: &Parse<'_>, last: usize) -> usize {
    let mut end = last;
    loop {
        let next = end + 1;
        end = match parse.tag(next) {
            Tag::Preposition if parse.word(next + 1) == named::CONDITION => return end,
            Tag::Preposition if parse.phrase_at(next + 1).is_some_and(|phrase| !parse.is_time_phrase(phrase)) => {
                parse.phrase_at(next + 1).map_or(end, |phrase| parse.phrases()[phrase].last)
            }
            Tag::Adjective if parse.tag(next + 1) == Tag::Preposition => next,
            // "one source close to the palace"
            Tag::Adverb if parse.tag(next + 1) == Tag::Preposition && parse.text_at(next) == "close" => next,
            _ => return end,
        };
    }
}

/// The source that is the subject `phrase` of group `group`.
pub(super) fn of_subject(parse: &Parse<'_>, phrase: usize, group: usize) -> Stretch {
    let node = parse.nodes()[group];
    if node.inverted {
        return of_phrase(parse, phrase);
    }
    let own = node.subjects().contains(&phrase);
    let others = node
        .subjects()
        .iter()
        .copied()
        .filter(|&other| own && parse.groups()[group].first > parse.phrases()[other].last);
    let (low, high) = others.fold((phrase, phrase), |(low, high), other| (low.min(other), high.max(other)));
    // "a stance | Oslo rejects": what the clause describes is no role of its subject.
    let described =
        node.antecedent.is_some_and(|phrase| parse.phrases()[phrase].last + 1 == parse.phrases()[low].first);
    let first = if described { parse.phrases()[low].first } else { first_of(parse, low) };
    let verb = parse.groups()[group].first;
    let end = complement_end(parse, parse.phrases()[high].last);
    // "Marsh in a series of posts called on": a medium is none of the speaker's.
    let name = parse.phrases()[high];
    let medium = matches!(parse.tag(name.head), Tag::Proper | Tag::Pronoun)
        && parse.is_in(parse.word(name.last + 1), words!["in"])
        && parse.is_in(parse.word(name.last + 2), words!["a", "an", "his", "her", "their", "its"]);
    let last = if medium {
        name.last
    } else if verb > end {
        description(parse, group, end, verb).unwrap_or(end)
    } else {
        end
    };
    Stretch { first, last: last.min(verb.saturating_sub(1)).max(parse.phrases()[phrase].last) }
}

/// The first token of a phrase, a role before a name included ("Turkish daily | Sabah").
fn first_of(parse: &Parse<'_>, phrase: usize) -> usize {
    let found = parse.phrases()[phrase];
    let before = found.first.checked_sub(1).and_then(|before| parse.phrase_at(before));
    // "One voter, Linda Hess, 54, said": the name is the apposition.
    let role = found
        .first
        .checked_sub(2)
        .filter(|&role| parse.tag(role + 1) == Tag::Comma)
        .and_then(|role| parse.phrase_at(role));
    if let Some(role) = role.filter(|&role| {
        parse.phrases()[role].first == 0 && matches!(parse.tag(parse.phrases()[role].head), Tag::Noun | Tag::Plural)
    }) {
        // "The daily's media reporter, Jo Lee said": the comma that closes it is left out.
        let loose = parse.classes().is_any(
            parse.lemma(parse.phrases()[role].head),
            &[Class::Media, Class::Speaker, Class::Official, Class::Title],
        );
        let apposed = parse.tag(found.head) == Tag::Proper
            && (parse.tag(found.last + 1) == Tag::Comma || loose && parse.tensed_at(found.last + 1).is_some())
            && !parse.is_time_phrase(role);
        return if apposed { 0 } else { found.first };
    }
    match before {
        Some(role)
            if parse.tag(found.head) == Tag::Proper
                && parse.tag(parse.phrases()[role].head) == Tag::Noun
                && !parse.is_time_phrase(role) =>
        {
            parse.phrases()[role].first
        }
        _ => before_measure(parse, found.first),
    }
}

/// "more than half of", "roughly 30 lawmakers", "only about 17 percent": the words that bound a figure belong to it.
fn before_measure(parse: &Parse<'_>, first: usize) -> usize {
    let counts =
        parse.tag(first) == Tag::Number || words!["half", "one", "two", "three"].contains(parse.text_at(first));
    let bounds = words![
        "about", "almost", "around", "at", "fewer", "fully", "just", "least", "less", "more", "most", "nearly", "only",
        "over", "roughly", "some", "than", "up",
    ];
    (0..first).rev().take_while(|&at| counts && parse.is_in(parse.word(at), bounds)).last().unwrap_or(first)
}

/// The last token of what describes the subject that ends at `end`, up to the verb at `verb`.
fn description(parse: &Parse<'_>, group: usize, end: usize, verb: usize) -> Option<usize> {
    let node = parse.nodes()[group];
    let own = node.link == Link::Relative && node.opener.is_some_and(|opener| opener > end);
    if own || verb - end > FAR || parse.groups()[group].form != Form::Finite {
        return None;
    }
    let foreign = (end + 1..verb).filter_map(|i| parse.tensed_at(i)).any(|other| {
        parse.nodes()[other].link != Link::Relative && !in_relative(parse, end, parse.groups()[other].first)
    });
    if foreign {
        return None;
    }
    // "leaders, who have spent months trying, said": a time within a relative clause belongs to it.
    let within = |i: usize| !matches!(parse.tag(i), Tag::Comma | Tag::Dash) && in_relative(parse, end, i);
    let cut = (end + 1..verb).find(|&i| is_aside(parse, i) && !within(i)).unwrap_or(verb);
    let last = (end..cut).rev().find(|&i| {
        let mark = matches!(parse.tag(i), Tag::Comma | Tag::Dash | Tag::Open | Tag::Close);
        !mark && !matches!(parse.tag(i), Tag::Adverb | Tag::Coordinator | Tag::Negation)
    });
    last.map(|last| last.max(end))
}

/// Tells whether a relative pronoun stands between the two places.
fn in_relative(parse: &Parse<'_>, from: usize, to: usize) -> bool {
    (from..to).any(|i| parse.tag(i) == Tag::Relative)
}

/// Tells whether the comma at `at` opens what the subject does meanwhile rather than what it is.
fn is_aside(parse: &Parse<'_>, at: usize) -> bool {
    if !matches!(parse.tag(at), Tag::Comma | Tag::Dash) {
        return parse.is_time_at(at) || parse.tag(at) == Tag::Preposition && parse.is_time_at(at + 1);
    }
    match parse.unit(at + 1) {
        Some(Unit::Group(group)) => parse.groups()[group].form == Form::Gerund && !is_unnamed(parse, group),
        Some(Unit::Phrase(phrase)) => parse.is_time_phrase(phrase),
        _ => {
            let circumstance = parse.classes().is(parse.word(at + 1), Class::Circumstance);
            let place = [named::IN, named::ON, named::FOR].contains(&parse.word(at + 1))
                || parse.is_in(parse.word(at + 1), words!["at"]);
            let meanwhile = parse.tag(at + 1) == Tag::Adverb && parse.tag(at + 2) == Tag::Comma;
            circumstance
                || place
                || meanwhile
                || matches!(parse.tag(at + 1), Tag::Subordinator | Tag::Coordinator | Tag::Negation)
        }
    }
}

/// "speaking on condition of anonymity" says who the source is.
fn is_unnamed(parse: &Parse<'_>, group: usize) -> bool {
    let last = parse.groups()[group].last;
    (last + 1..parse.tokens.len()).take(6).any(|i| parse.word(i) == named::CONDITION)
}

/// The source that begins with `phrase` and has nothing of its own clause after it ("said X, head of Y").
pub(super) fn of_phrase(parse: &Parse<'_>, phrase: usize) -> Stretch {
    let found = parse.phrases()[phrase];
    let mut end = found.last;
    // "said Ruiz on the plan", "said Ruiz in an email": where and of what a name speaks is none of its own.
    let apart = parse.tag(found.head) == Tag::Proper
        && parse.is_in(parse.word(end + 1), words!["on", "in", "after", "during", "about"]);
    for _ in 0..if apart { 0 } else { 8 } {
        let next = step(parse, end);
        if next <= end {
            break;
        }
        end = next;
    }
    Stretch { first: first_of(parse, phrase), last: end }
}

/// The end of what describes the source after `end`; `end` itself where nothing does.
fn step(parse: &Parse<'_>, end: usize) -> usize {
    let complement = complement_end(parse, end);
    if complement > end {
        return complement;
    }
    let at = end + 1;
    match parse.unit(at) {
        Some(Unit::Group(group)) if matches!(parse.groups()[group].form, Form::Gerund | Form::Participle) => {
            let last = parse.groups()[group].last;
            parse
                .phrase_at(last + 1)
                .filter(|&phrase| !parse.is_time_phrase(phrase))
                .map_or(last, |phrase| parse.phrases()[phrase].last)
        }
        Some(Unit::Phrase(phrase))
            if parse.tag(parse.phrases()[phrase].head) == Tag::Proper
                && parse.tag(end) != Tag::Proper
                && !parse.is_time_phrase(phrase) =>
        {
            parse.phrases()[phrase].last
        }
        _ if parse.tag(at) == Tag::Comma => apposition(parse, at).unwrap_or(end),
        // "said Senator Ann Reed (D-Ohio), the chair"
        _ if parse.tag(at) == Tag::OpenBracket => {
            (at + 1..parse.tokens.len()).take(8).find(|&i| parse.tag(i) == Tag::CloseBracket).unwrap_or(end)
        }
        _ if parse.tag(at) == Tag::Coordinator => conjunct(parse, at).unwrap_or(end),
        _ if parse.tag(at) == Tag::Relative => relative_end(parse, at).unwrap_or(end),
        _ => end,
    }
}

/// ", head of the council": a phrase after a comma that has no verb of its own; ", who leads it".
fn apposition(parse: &Parse<'_>, comma: usize) -> Option<usize> {
    if parse.tag(comma + 1) == Tag::Relative {
        return relative_end(parse, comma + 1);
    }
    let phrase = parse
        .phrase_at(comma + 1)
        .filter(|&phrase| !parse.is_time_phrase(phrase) && parse.phrases()[phrase].first == comma + 1)?;
    let mut end = complement_end(parse, parse.phrases()[phrase].last);
    // "a professor of law and politics at the university", "its president and the founder of a blog"
    while let Some(next) = (parse.tag(end + 1) == Tag::Coordinator).then(|| parse.phrase_at(end + 2)).flatten() {
        let further = complement_end(parse, parse.phrases()[next].last);
        if parse.tensed_at(parse.over_adverbs(further + 1)).is_some() {
            break;
        }
        end = further;
    }
    let age = parse.tag(end) == Tag::Number && parse.phrases()[phrase].first == end;
    let bounded = age && matches!(parse.tag(end + 1), Tag::Comma | Tag::Stop | Tag::Close)
        || matches!(parse.tag(end + 1), Tag::Stop | Tag::Comma | Tag::Close | Tag::Open | Tag::Relative | Tag::Gerund)
        || end + 1 >= parse.tokens.len();
    let pronoun = parse.tag(parse.phrases()[phrase].head) == Tag::Pronoun;
    (bounded && !pronoun).then_some(end)
}

/// "X and Y": a further source, where no verb follows it.
fn conjunct(parse: &Parse<'_>, at: usize) -> Option<usize> {
    let phrase = parse.phrase_at(at + 1)?;
    let end = complement_end(parse, parse.phrases()[phrase].last);
    let verb = parse.tensed_at(parse.over_adverbs(end + 1));
    (verb.is_none() && parse.tag(parse.phrases()[phrase].head) != Tag::Pronoun).then_some(end)
}

fn relative_end(parse: &Parse<'_>, opener: usize) -> Option<usize> {
    (opener + 1..=parse.tokens.len())
        .take(20)
        .find(|&i| matches!(parse.tag(i), Tag::Comma | Tag::Stop | Tag::Close | Tag::Open | Tag::Dash | Tag::Colon))
        .map(|end| end - 1)
}
