//! Whether a name without a form of its own ("Bayer", "MLB") is met at the bargaining table.
//!
//! Only the verbs and nouns beside the name are read: whoever rejects, offers or signs, has a bid of its own or is
//! talked with is a party, unless the text shows otherwise. What it wants is not asked here.

use crate::language::Tag;
use crate::language::classes::Class;
use crate::language::named;
use crate::language::parse::Parse;
use crate::language::word_list::{WordList, words};

/// Verbs that need their particle to be a matter of bargaining.
const WITH_PARTICLE: &[(&str, &str)] = &[
    ("turn", "down"),
    ("rule", "out"),
    ("dig", "in"),
    ("back", "down"),
    ("give", "ground"),
    ("scoff", "at"),
    ("object", "to"),
    ("knock", "back"),
    ("call", "for"),
    ("push", "for"),
    ("press", "for"),
    ("hold", "out"),
    ("hold", "firm"),
    ("stand", "firm"),
    ("ask", "for"),
    ("ask", "only"),
    ("bid", "for"),
    ("climb", "down"),
    ("cling", "to"),
    ("give", "up"),
    ("give", "way"),
    ("give", "in"),
    ("go", "along"),
    ("hear", "of"),
    ("hear", "nothing"),
    ("live", "with"),
    ("part", "with"),
    ("put", "up"),
    ("sign", "up"),
    ("stick", "to"),
    ("stick", "with"),
    ("turn", "away"),
    ("walk", "away"),
    ("walk", "out"),
    ("wave", "away"),
    ("wave", "through"),
];

/// What is said of those who bargain: "is ready to pay", "are against it".
const PREDICATES: &WordList =
    words!["adamant", "against", "loath", "opposed", "prepared", "ready", "reluctant", "unwilling", "willing"];

/// What those who bargain have and make.
const OWNED: &WordList = words![
    "offer",
    "proposal",
    "bid",
    "demand",
    "counteroffer",
    "counterproposal",
    "counter-offer",
    "negotiator",
    "rejection",
    "board",
    "director",
    "management",
    "shareholder",
    "chairman",
    "chairwoman",
    "takeover",
    "price",
];

/// Who and what runs a firm.
const RUN_BY: &WordList =
    words!["board", "chairman", "chairwoman", "director", "executive", "management", "shareholder"];

/// What is had with a partner.
const SHARED: &WordList =
    words!["talk", "negotiation", "deal", "agreement", "contract", "pact", "truce", "bargaining", "merger", "tie-up"];
/// What one firm makes for another.
pub(super) const BIDS: &WordList =
    words!["approach", "bid", "offer", "proposal", "takeover", "acquisition", "purchase", "buyout"];

/// Tells whether the name `first..=last` bargains where it stands.
pub(super) fn bargains(parse: &Parse<'_>, first: usize, last: usize) -> bool {
    acts(parse, last) || owns(parse, last) || shares(parse, first)
}

/// Tells whether a name of several words with an article before it bargains: "the Upper Basin wants".
pub(super) fn is_tabled(parse: &Parse<'_>, first: usize, last: usize) -> bool {
    let group = last > first
        && first > 0
        && parse.word(first - 1) == named::THE
        && parse.tokens[first..=last].iter().all(|token| token.capital);
    group && bargains(parse, first, last)
}

/// "Bayer *has raised its bid*", "Bayer *said it would*", "Bayer's *chairman*": a name that is nobody of flesh and blood.
pub(super) fn is_body(parse: &Parse<'_>, last: usize) -> bool {
    let Some(at) = parse.phrase_at(last) else { return false };
    let phrase = parse.phrases()[at];
    if parse.tag(last + 1) == Tag::Genitive {
        return parse.is_in(parse.lemma(phrase.head), RUN_BY);
    }
    phrase.last == last
        && (0..parse.groups().len())
            .filter(|&group| parse.nodes()[group].subjects() == [at])
            .any(|group| owns_as_it(parse, group) || speaks_as_it(parse, group))
}

/// "raised *its bid*".
fn owns_as_it(parse: &Parse<'_>, group: usize) -> bool {
    let object = parse.phrase_at(parse.groups()[group].last + 1).map(|object| parse.phrases()[object]);
    object.is_some_and(|object| parse.word(object.first) == named::ITS && parse.is_in(parse.lemma(object.head), OWNED))
}

/// "said on Tuesday *it would* pay".
fn speaks_as_it(parse: &Parse<'_>, group: usize) -> bool {
    let found = parse.groups()[group];
    let it = |&at: &usize| parse.word(at) == named::IT && parse.tag(at + 1) == Tag::Modal;
    parse.text_of(found.lemma) == "say" && (found.last + 1..found.last + 5).any(|at| it(&at))
}

/// "Bayer *rejected*", "MLB *has offered*".
fn acts(parse: &Parse<'_>, last: usize) -> bool {
    let Some(phrase) = parse.phrase_at(last).filter(|&phrase| parse.phrases()[phrase].last == last) else {
        return false;
    };
    (0..parse.groups().len()).any(|at| {
        let group = parse.groups()[at];
        group.has_tense() && !group.passive && parse.nodes()[at].subjects().contains(&phrase) && takes_part(parse, at)
    })
}

/// Tells whether the verb of a group is a matter of bargaining.
pub(super) fn takes_part(parse: &Parse<'_>, group: usize) -> bool {
    let found = parse.groups()[group];
    let verb = parse.text_of(found.lemma);
    let next = parse.text_at(found.last + 1);
    // "Bayer sweetened its takeover bid"
    let object = parse.phrase_at(found.last + 1).map(|phrase| parse.phrases()[phrase]);
    let own = object.is_some_and(|object| {
        parse.tag(object.first) == Tag::Possessive && parse.is_in(parse.lemma(object.head), OWNED)
    });
    own || [Class::Bargains, Class::Deals].iter().any(|&class| parse.classes().is(found.lemma, class))
        || verb == "be" && PREDICATES.contains(next)
        || declares(parse, group)
        || WITH_PARTICLE.iter().any(|&(lemma, particle)| lemma == verb && particle == next)
}

/// "will not pay for Sundays", "would not have it": what one says that one would never do.
fn declares(parse: &Parse<'_>, group: usize) -> bool {
    let found = parse.groups()[group];
    found.negation.is_some()
        && found.modal.is_some_and(|modal| [named::WILL, named::WOULD].contains(&parse.word(modal)))
}

/// "Bayer's *improved offer*".
fn owns(parse: &Parse<'_>, last: usize) -> bool {
    let owned = (parse.tag(last + 1) == Tag::Genitive).then(|| parse.phrase_at(last)).flatten();
    owned.is_some_and(|phrase| parse.is_in(parse.lemma(parse.phrases()[phrase].head), OWNED))
}

/// "talks *with Takeda*", "an agreement *between Vale* and the union".
fn shares(parse: &Parse<'_>, first: usize) -> bool {
    if first < 2 {
        return false;
    }
    let before = parse.word(first - 1);
    // "a bid for Takeda", "an approach from Bayer", "the board of Takeda"
    let bid = [named::FOR, named::FROM, named::BY, named::OF].contains(&before);
    [named::WITH, named::BETWEEN].contains(&before) && parse.is_in(parse.lemma(first - 2), SHARED)
        || bid && parse.is_in(parse.lemma(first - 2), BIDS)
        || before == named::OF && parse.is_in(parse.lemma(first - 2), words!["board", "shareholder"])
}
