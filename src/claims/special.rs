//! Slots for things of a special make: what is not there yet, and what is done to something.

use super::slots::{Filled, thing};
use crate::language::Tag;
use crate::language::extent::Stretch;
use crate::language::parse::Parse;
use crate::language::phrase::Form;
use crate::rules::Element;

/// "a signature", "one nurse for every four beds", "longer leases": a thing that is not there yet.
pub(super) fn something(parse: &Parse<'_>, next: Option<Element>, at: usize, filled: &mut Filled) -> Option<usize> {
    let at = parse.over_open(at);
    let first = parse.phrases()[parse.phrase_at(at)?].first;
    let known = ["all", "the", "this", "that", "these", "those", "his", "her"];
    let text = parse.tokens[first].span.of(parse.text);
    let pointed = known.iter().any(|word| text.eq_ignore_ascii_case(word)) || parse.tag(first) == Tag::Pronoun;
    if pointed || parse.tag(first) == Tag::Proper { None } else { thing(parse, next, at, filled) }
}

/// "have its wells capped", "have the quota turned into a tax": a thing and the participle that says what becomes of it.
pub(super) fn done(parse: &Parse<'_>, at: usize, filled: &mut Filled) -> Option<usize> {
    let head = parse.phrases()[parse.phrase_at(parse.over_open(at))?].last;
    let group = parse.groups()[parse.group_at(head + 1)?];
    if group.form != Form::Participle {
        return None;
    }
    let thing = parse.thing(at)?;
    let act = parse.act(head + 1).map_or(group.last, |act| act.last);
    filled.contents = vec![Stretch { first: thing.first, last: thing.last.max(act) }];
    Some(thing.last.max(act) + 1)
}
