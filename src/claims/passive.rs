//! What a verb has as its point where that stands before it: the subjects of a passive, an indirect question.
//!
//! Places are token indices. Whether the verb takes a stance on it is not asked here.

use super::filled::Filled;
use super::slots;
use crate::language::Tag;
use crate::language::extent::Stretch;
use crate::language::named;
use crate::language::parse::Parse;
use crate::language::phrase::Form;
use crate::rules::Pattern;

/// "A toll and a levy were rejected": where the first subject of a passive is the point, so are the others.
pub(super) fn all_subjects(parse: &Parse<'_>, at: usize, filled: &mut Filled) {
    let subjects = parse.nodes()[at].subjects();
    let [first, others @ ..] = subjects else { return };
    // "The paper sent by Chad and the plan were leaked": only the first was sent.
    if others.is_empty() || !parse.groups()[at].has_tense() {
        return;
    }
    let point = parse.things(parse.phrases()[*first].first);
    if point.is_empty() || filled.contents != point {
        return;
    }
    for &other in others {
        let thing = parse.thing(parse.phrases()[other].first);
        let new = thing.filter(|thing| !filled.contents.iter().any(|known| known.contains(thing.first)));
        filled.contents.extend(new);
    }
    filled.contents.sort_by_key(|piece| piece.first);
}

/// "Who will pay was left for another day": fills a pattern from token `at` on where the point, which the passive has as
/// its subject, is an indirect question.
pub(super) fn of_question(parse: &Parse<'_>, pattern: &Pattern, at: usize, question: Stretch) -> Option<Filled> {
    let stand_in = (!parse.phrases().is_empty()).then_some(0);
    let mut filled = slots::fill(parse, pattern, at, stand_in).filter(|filled| !filled.contents.is_empty())?;
    filled.contents = vec![question];
    filled.clause = true;
    Some(filled)
}

/// "Whether the licence will be granted remains unclear": an indirect question as the subject.
pub(super) fn subject_question(parse: &Parse<'_>, group: usize) -> Option<Stretch> {
    let first = parse.over_open(0);
    let asks = ["whether", "who", "what", "how", "when", "where", "which", "why"];
    let text = parse.tokens.get(first)?.span.of(parse.text);
    // "How it is to be paid for has yet to be agreed": the verb begins with "has".
    let mut top = group;
    while let (Form::Infinitive, Some(parent)) = (parse.groups()[top].form, parse.nodes()[top].parent) {
        top = parent;
    }
    let verb = parse.groups()[top].first;
    let how_to = parse.tag(first + 1) == Tag::To && first + 2 < verb;
    let inner = how_to || (first..verb).any(|at| parse.tensed_at(at).is_some());
    let comma = (first..verb).any(|at| parse.tag(at) == Tag::Comma && parse.tag(verb - 1) != Tag::Comma);
    let opens = asks.iter().any(|word| text.eq_ignore_ascii_case(word));
    (opens && inner && !comma).then(|| Stretch { first, last: verb - 1 })
}

/// "Putting off the payment would be acceptable": the deed that opens the clause and is the subject of its verb.
pub(super) fn subject_deed(parse: &Parse<'_>, group: usize) -> Option<Stretch> {
    let above = group.checked_sub(1).filter(|&deed| parse.groups()[deed].form == Form::Gerund)?;
    let (deed, verb) = (parse.groups()[above].first, parse.groups()[group].first);
    let opens = deed == parse.over_open(0) || parse.word(deed - 1) == named::THAT;
    let comma = (deed..verb).any(|at| parse.tag(at) == Tag::Comma);
    (opens && !comma && verb > deed + 1).then(|| Stretch { first: deed, last: verb - 1 })
}

#[cfg(test)]
mod tests {
    use crate::claims::tests::{lines, world};

    #[test]
    fn all_subjects_of_a_passive_are_its_points() {
        let found = lines(&world("A toll, a levy and a new tax were rejected by Kenya."));
        assert_eq!(found, ["red-line kenya | A toll", "red-line kenya | a levy", "red-line kenya | a new tax"]);
    }

    #[test]
    fn an_indirect_question_is_the_point_of_the_verb_behind_it() {
        let text = "Egypt and Sudan met in Cairo. Who will guard the wells was left for another day.";
        assert_eq!(lines(&world(text)), ["open egypt+sudan | Who will guard the wells"]);
        let text = "Egypt and Sudan met in Cairo. How the mill is to be paid for did not come up.";
        assert_eq!(lines(&world(text)), ["open egypt+sudan | How the mill is to be paid for"]);
    }
}
