//! What fills the place of an object that stands before its verb: the antecedent of a relative clause.

use super::filled::Filled;
use super::slots;
use super::special;
use super::spot::Spot;
use crate::language::Tag;
use crate::language::clause::Link;
use crate::language::extent::Stretch;
use crate::language::named;
use crate::language::parse::Parse;
use crate::language::phrase::Form;
use crate::language::word_list::{WordList, words};
use crate::rules::{Element, Pattern};

/// What says no more of a subject than that somebody takes a stance on it.
const STAND_INS: &WordList =
    words!["anything", "something", "most", "maximum", "one", "outcome", "idea", "step", "thing"];

/// The antecedent of a relative clause whose verb has no object of its own ("the corridor which Israel demands").
pub(super) fn gap(parse: &Parse<'_>, at: usize) -> Option<usize> {
    let mut node = &parse.nodes()[at];
    for _ in 0..3 {
        if node.link == Link::Relative {
            let comma = node.opener.is_some_and(|opener| opener > 0 && parse.tag(opener - 1) == Tag::Comma);
            let described = node.antecedent.filter(|antecedent| {
                !node.subjects().contains(antecedent) && parse.thing(parse.groups()[at].last + 1).is_none()
            });
            let described = described.map(|phrase| if comma { chain_head(parse, phrase) } else { phrase });
            return described.map(|phrase| stood_for(parse, phrase).unwrap_or(phrase));
        }
        let parent = node.parent?;
        // "which Chad seeks and Niger does not accept": one describes the noun as the other does.
        let joined = node.link == Link::Coordinate && parse.nodes()[parent].link == Link::Relative;
        if node.link != Link::Complement && !joined {
            return None;
        }
        node = &parse.nodes()[parent];
    }
    None
}

/// "That idea Uganda turned down", "The rest Kenya wants left alone": the object that opens the clause before its
/// subject.
pub(super) fn fronted(parse: &Parse<'_>, at: usize) -> Option<usize> {
    let node = &parse.nodes()[at];
    let &[subject] = node.subjects() else { return None };
    let first = parse.phrases()[subject].first;
    let object = parse.phrase_at(first.checked_sub(1)?)?;
    let found = parse.phrases()[object];
    let main = matches!(node.link, Link::Main | Link::Coordinate) && !parse.is_question();
    let shown = matches!(parse.tag(found.first), Tag::Determiner | Tag::Plural) && parse.tag(found.head) != Tag::Proper;
    let opens = found.first.checked_sub(1).is_none_or(|before| {
        matches!(parse.tag(before), Tag::Coordinator | Tag::Colon | Tag::Open | Tag::Dash)
            || parse.text_at(before) == ";"
    });
    let next = parse.groups()[at].last + 1;
    let bare = parse.thing(next).is_none_or(|thing| parse.is_time_at(thing.first));
    let whole = main && shown && opens && found.last + 1 == first && subject != object;
    (whole && bare && !parse.is_time_phrase(object)).then_some(object)
}

/// "A court is something neither side wants": the subject for which "something" stands.
fn stood_for(parse: &Parse<'_>, phrase: usize) -> Option<usize> {
    let found = parse.phrases()[phrase];
    let head = parse.text_of(parse.lemma(found.head));
    let copula = copula_before(parse, found.first)?;
    let is = parse.groups()[copula].lemma == named::BE && !parse.is_question();
    let subject = parse.nodes()[copula].subjects().first().copied()?;
    let named = parse.tag(parse.phrases()[subject].head) != Tag::Pronoun;
    (is && named && (STAND_INS.contains(head) || is_last_thing(parse, phrase))).then_some(subject)
}

/// "A levy is something Chad could accept": a clause that says what a party would do with a point named before it.
pub(super) fn stands_in(parse: &Parse<'_>, at: usize) -> bool {
    parse.nodes()[at].antecedent.is_some_and(|phrase| stood_for(parse, phrase).is_some())
}

/// "A court is not something Chad wants": the word that turns the verb `at` round in the clause before it.
pub(super) fn denied_before(parse: &Parse<'_>, at: usize) -> Option<usize> {
    let node = &parse.nodes()[at];
    let phrase = node.antecedent.filter(|_| node.link == Link::Relative)?;
    stood_for(parse, phrase)?;
    parse.groups()[copula_before(parse, parse.phrases()[phrase].first)?].negation
}

/// The verb right before the predicate that begins at `first`, a negation or an article between them passed over.
fn copula_before(parse: &Parse<'_>, first: usize) -> Option<usize> {
    let between = |at: usize| matches!(parse.tag(at), Tag::Negation | Tag::Determiner | Tag::Open);
    let last = (0..first).rev().find(|&at| parse.group_at(at).is_some() || !between(at))?;
    parse.group_at(last)
}

/// "a step to which Chad will never agree": the preposition that stands before the relative word instead of behind the
/// verb `at`, and the noun described.
pub(super) fn led_by(parse: &Parse<'_>, at: usize) -> Option<(usize, usize)> {
    let node = &parse.nodes()[at];
    let opener =
        node.opener.filter(|&opener| node.link == Link::Relative && parse.reads(opener, words!["which", "whom"]))?;
    let preposition = opener.checked_sub(1).filter(|&before| parse.tag(before) == Tag::Preposition)?;
    let noun = node.antecedent?;
    Some((preposition, stood_for(parse, noun).unwrap_or(noun)))
}

/// "the last thing": what nobody wants.
fn is_last_thing(parse: &Parse<'_>, phrase: usize) -> bool {
    let found = parse.phrases()[phrase];
    let text = |at: usize| parse.text_at(at);
    found.last == found.first + 2 && text(found.first + 1) == "last" && text(found.head) == "thing"
}

/// "A vote is the last thing Spain wants": the word that turns the verb `at` round.
pub(super) fn last_thing(parse: &Parse<'_>, at: usize) -> Option<usize> {
    let node = &parse.nodes()[at];
    let phrase = node.antecedent.filter(|&phrase| node.link == Link::Relative && is_last_thing(parse, phrase))?;
    Some(parse.phrases()[phrase].first + 1)
}

/// "the Court of Audit", "a ruling of the Council": tells whether what stands behind "of" is a name.
/// "training for pilots of the ferry, which it requested": the phrase on which the others hang.
pub(super) fn chain_head(parse: &Parse<'_>, phrase: usize) -> usize {
    let mut head = phrase;
    for _ in 0..4 {
        let preposition = parse.phrases()[head].first.checked_sub(1);
        let before = |at: usize| at.checked_sub(1).and_then(|at| parse.phrase_at(at));
        let linked = preposition.filter(|&at| {
            let of = parse.word(at) == named::OF;
            parse.tag(at) == Tag::Preposition && (!of || before(at).is_some() && special::is_name(parse, head))
        });
        match linked.and_then(before) {
            Some(before) => head = before,
            None => break,
        }
    }
    head
}

/// Tries a pattern that ends in a preposition and its thing where both stand before the verb: "a step *to which* Spain will
/// never agree", of which `led` gives the preposition and the noun.
pub(super) fn fill_led(parse: &Parse<'_>, pattern: &Pattern, at: usize, led: (usize, usize)) -> Option<Filled> {
    let [rest @ .., Element::Literal(word), Element::Thing] = pattern.elements.as_slice() else { return None };
    if parse.word(led.0) != *word {
        return None;
    }
    let mut filled = slots::walk(parse, rest, &Spot::new(at), None).filter(|filled| filled.contents.is_empty())?;
    filled.contents = parse.things(parse.phrases()[led.1].first);
    (!filled.contents.is_empty()).then_some(filled)
}

/// "would like Chad to sell gas and Mali to buy it": each who is to act has a point of its own.
pub(super) fn part_subjects(parse: &Parse<'_>, at: usize, filled: &mut Filled) {
    let &[content] = filled.contents.as_slice() else { return };
    if filled.clause || filled.toward.is_empty() {
        return;
    }
    let next = (at + 1..parse.groups().len()).find_map(|group| {
        let (found, node) = (parse.groups()[group], parse.nodes()[group]);
        let own = found.form == Form::Infinitive && node.parent == Some(at) && node.link == Link::Complement;
        let inside = own && found.first > content.first + 1 && content.contains(found.first);
        let subject = parse
            .phrase_at(found.first.checked_sub(1)?)
            .filter(|subject| inside && node.subjects().contains(subject))?;
        let first = parse.phrases()[subject].first;
        (first > content.first + 1 && parse.tag(first - 1) == Tag::Coordinator).then_some((first, found.first))
    });
    let Some((first, verb)) = next else { return };
    let last = parse.act(verb).map_or(content.last, |act| act.last);
    filled.contents = vec![Stretch { first: content.first, last: first - 2 }, Stretch { first, last }];
}

#[cfg(test)]
mod tests {
    use crate::claims::tests::{lines, world};

    #[test]
    fn what_a_subject_is_said_to_be_is_the_point_of_the_clause_behind_it() {
        for (text, expected) in [
            ("A joint fleet is something Peru could accept.", "offer peru | A joint fleet"),
            ("A joint fleet is not something Peru wants.", "red-line peru | A joint fleet"),
            ("A joint fleet is something to which Peru will never consent.", "red-line peru | A joint fleet"),
            ("Ten boats is the most that Peru would accept.", "offer peru | Ten boats"),
        ] {
            assert_eq!(lines(&world(text)), [expected], "{text}");
        }
    }
}
