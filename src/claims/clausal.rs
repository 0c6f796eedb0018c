//! What a clause says by its verb: a rule ("must stop"), a term ("will stop"), a refusal ("will not stop").

use crate::language::Tag;
use crate::language::clause::{Link, Node};
use crate::language::named;
use crate::language::parse::Parse;
use crate::language::phrase::Form;
use crate::language::word_list::words;

/// Tells whether a clause says what has to be: "must", "should", "has to", or a subjunctive.
pub(super) fn is_rule(parse: &Parse<'_>, group: usize) -> bool {
    let found = &parse.groups()[group];
    let must = found
        .modal
        .is_some_and(|modal| [named::MUST, named::SHOULD, named::OUGHT, named::SHALL].contains(&parse.word(modal)));
    must || found.obliged
        || binds_any_deal(parse, group)
        || found.form == Form::Bare
        || is_subjunctive(parse, group)
        || parse.is_in(parse.lemma(found.head), words!["need"])
}

/// "no cable may be laid there", "ships may not stop": a clause that says what is not allowed.
pub(super) fn is_ban(parse: &Parse<'_>, group: usize) -> bool {
    let found = &parse.groups()[group];
    let modal = found.modal.map(|modal| parse.word(modal));
    let none = |&subject: &usize| parse.reads(parse.phrases()[subject].first, words!["no", "nothing", "nobody"]);
    let nothing = parse.nodes()[group].subjects().iter().any(none);
    modal == Some(named::MAY) && found.negation.is_some()
        || nothing && modal.is_some_and(|word| [named::MAY, named::CAN].contains(&word))
}

/// Tells whether a clause sets a term: with a modal, "is to", or as a rule.
pub(super) fn is_term(parse: &Parse<'_>, group: usize) -> bool {
    is_rule(parse, group) || parse.groups()[group].modal.is_some()
}

/// "any pact would rest on the old lines": what a deal that is not there yet would have in it.
fn binds_any_deal(parse: &Parse<'_>, group: usize) -> bool {
    let found = &parse.groups()[group];
    let lemma = parse.text_of(found.lemma);
    let would = found.modal.is_some_and(|modal| [named::WILL, named::WOULD].contains(&parse.lemma(modal)));
    let based = found.passive
        && words!["anchor", "base", "build", "condition", "ground", "limit", "link", "root", "tie"].contains(lemma);
    let holds = words![
        "cover",
        "ensure",
        "guarantee",
        "include",
        "involve",
        "preserve",
        "protect",
        "reflect",
        "require",
        "respect",
        "rest",
    ]
    .contains(lemma);
    let deal = |&subject: &usize| {
        let phrase = parse.phrases()[subject];
        let noun = parse.text_of(parse.lemma(phrase.head));
        parse.reads(phrase.first, words!["any"])
            && words![
                "accord",
                "agreement",
                "arrangement",
                "compromise",
                "deal",
                "pact",
                "settlement",
                "treaty",
                "truce",
                "understanding",
            ]
            .contains(noun)
    };
    would && (based || holds) && parse.nodes()[group].subjects().iter().any(deal)
}

/// A present plural that can be a subjunctive, below a verb of the past: "demanded that the patrols stop".
fn is_subjunctive(parse: &Parse<'_>, group: usize) -> bool {
    let found = &parse.groups()[group];
    let base = found.first == found.last
        && parse.tag(found.head) == Tag::Present
        && parse.word(found.head) == parse.lemma(found.head);
    let above = parse.nodes()[group].parent.map(|parent| parse.groups()[parent]);
    let asks = |above: crate::language::phrase::Group| {
        let lemma = parse.text_of(above.lemma);
        words!["insist", "demand", "require", "ask", "propose", "recommend", "request", "urge", "stipulate", "suggest"]
            .contains(lemma)
    };
    let singular = parse.nodes()[group].subjects().len() == 1
        && parse.nodes()[group].subjects().iter().all(|&subject| {
            let head = parse.phrases()[subject].head;
            let word = parse.text_at(head);
            matches!(parse.tag(head), Tag::Noun | Tag::Proper) && !word.ends_with('s')
                || word.eq_ignore_ascii_case("nothing")
        });
    base && above.is_some_and(|above| (above.past && !above.perfect || singular) && asks(above))
}

/// Tells whether a clause says what will not be: "will not", "cannot", "would never".
pub(super) fn is_refusal(parse: &Parse<'_>, group: usize) -> bool {
    let found = &parse.groups()[group];
    let will = found.modal.is_some_and(|modal| {
        [named::WILL, named::CAN, named::SHALL].contains(&parse.lemma(modal)) && parse.word(modal) != named::SHOULD
    });
    will && found.negation.is_some()
}

/// "no pipeline will cross the strait": a clause that refuses by its subject.
pub(super) fn is_of_nothing(parse: &Parse<'_>, group: usize) -> bool {
    let found = &parse.groups()[group];
    let willed = found.modal.is_some_and(|modal| parse.lemma(modal) == named::WILL);
    let none = |&subject: &usize| {
        let phrase = parse.phrases()[subject];
        parse.word(phrase.first) == named::NO && phrase.head > phrase.first
    };
    willed && found.negation.is_none() && parse.nodes()[group].subjects().iter().any(none)
}

/// "a demand that Japan has rejected": a clause that lacks its object describes the noun before "that" at `at`.
pub(super) fn describes(parse: &Parse<'_>, at: usize) -> bool {
    let noun = at > 0 && matches!(parse.tag(at - 1), Tag::Noun | Tag::Plural);
    let relative = |node: &Node| node.opener == Some(at) && node.link == Link::Relative && node.antecedent.is_some();
    let verb = parse.nodes().iter().position(relative).map(|group| parse.groups()[group]);
    noun && verb.is_some_and(|group| {
        !group.passive && group.modal.is_none() && matches!(parse.tag(group.last + 1), Tag::Comma | Tag::Stop)
    })
}

/// "that A, that B and that C": where the clause after a further "that" begins.
pub(super) fn next_that(parse: &Parse<'_>, at: usize) -> Option<usize> {
    let comma = usize::from(parse.tag(at) == Tag::Comma || parse.reads(at, words![";"]));
    let joined = usize::from(parse.tag(at + comma) == Tag::Coordinator);
    let that = at + comma + joined;
    let opens = parse.word(that) == named::THAT && parse.tag(that) == Tag::Subordinator;
    let inserted =
        parse.tag(that + 1) == Tag::Comma && parse.tag(that + 2) == Tag::Adverb && parse.tag(that + 3) == Tag::Comma;
    (comma + joined > 0 && opens).then_some(that + 1 + if inserted { 3 } else { 0 })
}
