//! What governs a cue: negation, hedge, condition, denial, and the verbs above it.

use super::supposed::{
    asks_which, ends_up, has_question_as_subject, is_aim, is_asked, is_assured, is_instructed, is_inverted_condition,
    is_stopped_short, is_weighed, lets_know, opens_hypothesis, opens_purpose, opens_with, took_place, unable,
};
use crate::language::classes::Class;
use crate::language::clause::Link;
use crate::language::named;
use crate::language::parse::Parse;
use crate::language::phrase::Form;
use crate::language::word_list::{WordList, words};
use crate::language::{Tag, Word};
use crate::record::{FrameRole, Kind, Status};

/// How a cue stands in its sentence.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "what governs a cue, each independent of the others")]
pub(super) struct Governed {
    /// Whether the cue is negated in the past or present ("did not agree", "has yet to", "failed to").
    pub(super) negated: bool,
    /// Whether it is negated with will, would, can or could.
    pub(super) refused: bool,
    /// Whether the claim is reported as denied.
    pub(super) denied: bool,
    /// Whether it is forecast, hedged or possible.
    pub(super) hedged: bool,
    /// Whether it is put with "will" by somebody who does not decide.
    pub(super) forecast: bool,
    /// Whether it belongs to an earlier time.
    pub(super) past: bool,
    /// Whether it is said to hold no longer.
    pub(super) ended: bool,
    /// Why no claim may come of it: a question, a condition, somebody else's wish.
    pub(super) barred: Option<&'static str>,
    /// The words that govern it: role, first and last token.
    pub(super) frame: Vec<(FrameRole, usize, usize)>,
}

/// Why a question makes no claim.
pub(super) const ASKS: &str = "the sentence asks";

impl Governed {
    /// The status that follows from what governs the cue.
    ///
    /// A willingness or refusal put with "will" is stated; an outcome or a demand put with it is forecast.
    ///
    /// `turned` tells whether the kind is another than the rule's: "no longer rules out" is an offer of now.
    pub(super) fn status(&self, kind: Kind, own: Option<Status>, turned: bool) -> Status {
        let forecast = self.forecast && !matches!(kind, Kind::Offer | Kind::RedLine);
        if self.denied {
            Status::Denied
        } else if let Some(own) = own {
            own
        } else if self.past || self.ended && !turned {
            Status::Past
        } else if self.hedged || forecast {
            Status::Expected
        } else {
            Status::Stated
        }
    }

    /// "could live with": a modal that makes the word a stance is no hedge.
    pub(super) fn unhedge(&mut self, modal: Option<usize>) {
        let own = |&(role, first, last): &(FrameRole, usize, usize)| {
            role == FrameRole::Hedge && Some(first) == modal && first == last
        };
        if self.frame.iter().any(own) {
            self.frame.retain(|frame| !own(frame));
            self.hedged = self.frame.iter().any(|&(role, ..)| role == FrameRole::Hedge);
        }
    }

    fn hedge(&mut self, first: usize, last: usize) {
        self.hedged = true;
        self.frame.push((FrameRole::Hedge, first, last));
    }

    fn negate(&mut self, at: usize, refused: bool) {
        if refused {
            self.refused = !self.refused;
        } else {
            self.negated = !self.negated;
        }
        self.frame.push((FrameRole::Negation, at, at));
    }

    fn bar(&mut self, why: &'static str) {
        self.barred = self.barred.or(Some(why));
    }
}

/// Judges the cue that the group `at` carries; `quoted` tells whether it stands inside somebody's report.
pub(super) fn governed(parse: &Parse<'_>, at: usize, reported: bool) -> Governed {
    let mut found = Governed::default();
    if parse.is_question() {
        found.bar(ASKS);
    }
    if is_history(parse, at) {
        found.bar("it is history");
    }
    if parse.groups()[at].form == Form::Bare && !parse.nodes()[at].subjects().is_empty() && is_subjunctive(parse, at) {
        found.bar("it is asked for, not said");
    }
    own_words(parse, at, reported, &mut found);
    subject_negation(parse, at, &mut found);
    climb(parse, at, &mut found);
    earlier_times(parse, at, &mut found);
    found
}

/// "that the files be opened": what is asked for is not so.
fn is_subjunctive(parse: &Parse<'_>, at: usize) -> bool {
    let that = parse.nodes()[at].opener.is_some_and(|opener| parse.word(opener) == named::THAT);
    that && parse.reads(parse.groups()[at].first, words!["be"])
}

/// "In 1979 Egypt and Israel signed": a year of another age opens the sentence.
fn is_history(parse: &Parse<'_>, at: usize) -> bool {
    let old = parse.text_at(1).parse().is_ok_and(|year: u32| (1000..2000).contains(&year));
    let group = parse.groups()[at];
    old && parse.word(0) == named::IN && group.past && !group.perfect
}

/// The modal, negation and adverbs of the group itself.
fn own_words(parse: &Parse<'_>, at: usize, reported: bool, found: &mut Governed) {
    let group = parse.groups()[at];
    let modal = group.modal.map(|modal| parse.word(modal)).filter(|&word| word != Word::UNKNOWN);
    let doubtful = modal.is_some_and(|word| [named::MAY, named::MIGHT].contains(&word)) && group.negation.is_some();
    let future = doubtful
        || group.modal.is_some_and(|modal| {
            [named::WILL, named::CAN, named::SHALL].contains(&parse.lemma(modal)) && parse.word(modal) != named::SHOULD
        });
    let never = group.negation.filter(|&at| parse.text_at(at).eq_ignore_ascii_case("never"));
    if let Some(never) = never.filter(|_| reported && group.perfect && group.modal.is_none()) {
        // "said it had never asked for the hills"
        found.denied = true;
        found.frame.push((FrameRole::Denial, never, never));
    } else if let Some(negation) = group.negation {
        found.negate(negation, future);
    }
    if is_aim(parse, at) {
        found.bar("it is named as an aim");
    }
    if let Some(neither) = nor_before(parse, at).filter(|&at| group.negation != Some(at)) {
        found.negate(neither, future);
    }
    let possible = modal.is_some_and(|word| [named::MAY, named::MIGHT, named::COULD].contains(&word))
        && !(modal == Some(named::COULD) && group.negation.is_some());
    found.forecast = modal.is_some_and(|word| word == named::WILL) && !reported;
    // "What we could live with is a clause on notice"
    let pointed =
        || modal == Some(named::COULD) && super::cleft::cleft(parse, at).is_some() || super::gap::stands_in(parse, at);
    if possible && parse.nodes()[at].link == Link::Relative && !pointed() {
        found.bar("it is only possible");
    }
    if let (Some(modal), true) = (group.modal, possible) {
        found.hedge(modal, modal);
    }
    let adverbs = group.first.saturating_sub(2)..(group.last + 3).min(parse.tokens.len());
    for i in adverbs {
        if parse.tag(i) == Tag::Adverb && is_hedge_adverb(parse, i) && parse.group_at(i).is_none_or(|other| other == at)
        {
            found.hedge(i, i);
        }
    }
    if group.obliged && group.perfect && parse.lemma(group.first) == named::BE && group.negation.is_none() {
        // "were to have been settled": they were not.
        found.negate(group.first, false);
    } else if let Some(yet) =
        (group.first..group.head).find(|&i| group.obliged && parse.reads(i, words!["still", "yet"]))
    {
        // "is still to be decided": it is not.
        found.negate(yet, false);
    } else if group.obliged && parse.lemma(group.first) == named::BE && group.negation.is_none() {
        found.hedge(group.first, group.last);
    }
    // "appears willing", "seems open to"
    if parse.classes().is(group.lemma, Class::Raising) && parse.classes().is(group.lemma, Class::Copula) {
        found.hedge(group.first, group.last);
    }
    if group.perfect && group.past && !reported && group.modal.is_none() && !group.obliged {
        found.past = true;
    }
}

/// "neither", "nor" before the verb or its subject.
fn nor_before(parse: &Parse<'_>, at: usize) -> Option<usize> {
    let first = parse.groups()[at].first;
    let start = parse.nodes()[at]
        .subjects()
        .iter()
        .map(|&subject| parse.phrases()[subject].first)
        .min()
        .unwrap_or(first)
        .min(first);
    let before = start.checked_sub(1)?;
    [named::NOR, named::NEITHER].contains(&parse.word(before)).then_some(before)
}

/// "no longer objects", "has no longer asked".
pub(super) fn is_no_longer(parse: &Parse<'_>, at: usize) -> bool {
    let group = parse.groups()[at];
    let from = group.first.saturating_sub(1).max(1);
    (from..=group.last).any(|i| parse.word(i) == named::LONGER && parse.word(i - 1) == named::NO)
}

fn is_hedge_adverb(parse: &Parse<'_>, at: usize) -> bool {
    parse.reads(at, words!["likely", "probably", "possibly", "perhaps", "presumably", "potentially"])
}

/// "no agreement", "neither side", "nobody" as the subject.
fn subject_negation(parse: &Parse<'_>, at: usize, found: &mut Governed) {
    for &subject in parse.nodes()[at].subjects() {
        let phrase = parse.phrases()[subject];
        let first = parse.word(phrase.first);
        let scant = phrase.first != phrase.head && parse.reads(phrase.first, words!["little", "scant"]);
        let none = scant || parse.reads(phrase.first, words!["nobody", "nothing", "none"]);
        // "no one", which is read as two
        let one = first == named::ONE && phrase.first > 0 && parse.word(phrase.first - 1) == named::NO;
        if first == named::NEITHER || none || one || (first == named::NO && phrase.first != phrase.head) {
            let refused = found.refused || parse.groups()[at].modal.is_some();
            found.negate(phrase.first, refused);
            return;
        }
    }
}

/// The verbs above: "failed to", "denied that", "is expected to", "if".
fn climb(parse: &Parse<'_>, at: usize, found: &mut Governed) {
    if unable(parse, at).is_some() {
        found.negate(parse.groups()[at].first - 1, false);
        return;
    }
    let mut here = at;
    for _ in 0..6 {
        let node = parse.nodes()[here];
        if is_stopped_short(parse, here) {
            found.bar("it stopped short of that");
        }
        if node.link == Link::Adverbial && opens_hypothesis(parse, here) && !has_question_as_subject(parse, here) {
            found.bar("it is a condition");
        }
        if node.link == Link::Adverbial && opens_purpose(parse, node.opener) {
            found.bar("it is a purpose or the complement of a noun");
        }
        let before = parse.groups()[here].first.checked_sub(1);
        if is_asked(parse, node.opener) && !has_question_as_subject(parse, here)
            || here == at && (is_asked(parse, before) || asks_which(parse, here))
        {
            found.bar("it is asked, not said");
        }
        if is_assured(parse, here) {
            found.bar("it is what an assurance or a fear says");
        }
        if here == at && is_weighed(parse, here) {
            found.bar("it is asked, not said");
        }
        if is_inverted_condition(parse, here) {
            found.bar("it is a condition");
        }
        if let Some((first, last)) = called_untrue(parse, here) {
            found.denied = true;
            found.frame.push((FrameRole::Denial, first, last));
            return;
        }
        let Some(parent) = node.parent.filter(|&parent| parent != here) else { return };
        match node.link {
            Link::Complement => under(parse, here, parent, found),
            Link::Coordinate => share(parse, here, parent, found),
            Link::Modifier if parse.groups()[here].form == Form::Infinitive => {
                if says_it_to(parse, here, parent) {
                    return;
                }
                found.bar("it is a purpose or the complement of a noun");
                return;
            }
            _ => return,
        }
        here = parent;
    }
}

/// "wrote to Brussels to demand", "took to the airwaves to urge", "used its veto to block": whoever did it did that too.
fn says_it_to(parse: &Parse<'_>, below: usize, parent: usize) -> bool {
    let (stance, above) = (parse.groups()[below], parse.groups()[parent]);
    let utters = words![
        "appeal", "ask", "block", "call", "demand", "object", "offer", "oppose", "press", "propose", "protest",
        "refuse", "reject", "request", "sink", "urge", "veto",
    ];
    let happened = above.has_tense() && above.negation.is_none() && above.modal.is_none() && !above.passive;
    let happened = happened && !parse.nodes()[parent].subjects().is_empty();
    happened && parse.classes().is(above.lemma, Class::Proceeds) && parse.is_in(stance.lemma, utters)
}

/// What the verb `parent` says of the verb `below` it.
fn under(parse: &Parse<'_>, below: usize, parent: usize, found: &mut Governed) {
    let group = parse.groups()[parent];
    let classes = parse.classes();
    let tensed = parse.groups()[below].form == Form::Finite;
    if (classes.is(group.lemma, Class::Deny) || rejects_report(parse, below, parent)) && group.negation.is_none() {
        found.denied = true;
        found.frame.push((FrameRole::Denial, group.first, group.last));
        return;
    }
    if tensed {
        if let Some(at) = is_not_true(parse, parent) {
            found.denied = true;
            found.frame.push((FrameRole::Denial, at, at));
            return;
        }
        if group.negation.is_some() && !classes.is(group.lemma, Class::Deny) {
            found.bar("what is above it is negated");
        }
        return;
    }
    infinitive_under(parse, below, parent, found);
}

/// "It is not true that", "it is untrue that": the word that takes back what the clause says.
fn is_not_true(parse: &Parse<'_>, group: usize) -> Option<usize> {
    let found = parse.groups()[group];
    let denies: &WordList = match found.negation {
        Some(_) => words!["true", "correct", "accurate"],
        None => words!["untrue", "false", "wrong", "incorrect"],
    };
    let next = parse.over_adverbs(found.last + 1);
    (parse.classes().is(found.lemma, Class::Copula) && parse.reads(next, denies)).then_some(next)
}

/// "rejected reports that it had agreed", "dismissed a claim that": a denial of what the clause says.
fn rejects_report(parse: &Parse<'_>, below: usize, parent: usize) -> bool {
    let rejects = parse.is_in(parse.groups()[parent].lemma, words!["reject", "dismiss", "rebut", "rebuff"]);
    let nouns = words![
        "report",
        "claim",
        "suggestion",
        "allegation",
        "assertion",
        "rumour",
        "rumor",
        "speculation",
        "accusation",
    ];
    let mut between = parse.groups()[parent].last + 1..parse.groups()[below].first;
    rejects && between.any(|at| parse.is_in(parse.lemma(at), nouns))
}

/// What somebody calls a report that is not so.
const UNTRUE: &WordList = words![
    "baseless",
    "fabrication",
    "fable",
    "fairy",
    "false",
    "fantasy",
    "fiction",
    "groundless",
    "inaccurate",
    "incorrect",
    "invented",
    "invention",
    "lie",
    "lies",
    "made-up",
    "myth",
    "nonsense",
    "rubbish",
    "unfounded",
    "untrue",
    "wrong",
];

/// "A report that Oslo had agreed to pay was pure invention": the words that call the clause of `group` untrue.
fn called_untrue(parse: &Parse<'_>, group: usize) -> Option<(usize, usize)> {
    let opener = parse.nodes()[group].opener?;
    let noun = parse.phrase_at(parse.before(opener)?)?;
    let verb = (group + 1..parse.groups().len()).find(|&verb| {
        let subject = parse.nodes()[verb].subjects().first();
        subject.is_some_and(|&subject| subject <= noun && parse.phrases()[subject].last < opener)
    })?;
    let found = parse.groups()[verb];
    if found.negation.is_some() {
        return None;
    }
    if parse.classes().is(found.lemma, Class::Copula) {
        let untrue = (found.last + 1..parse.tokens.len()).take(8).find(|&at| parse.reads(at, UNTRUE));
        return untrue.map(|at| (found.first, at));
    }
    (found.passive && parse.classes().is(found.lemma, Class::Deny)).then_some((found.first, found.last))
}

/// An infinitive or gerund below a verb: failing, expecting, seeming, having yet.
fn infinitive_under(parse: &Parse<'_>, below: usize, parent: usize, found: &mut Governed) {
    let group = parse.groups()[parent];
    let classes = parse.classes();
    let between = group.last + 1..parse.groups()[below].first;
    let still = |i: usize| group.lemma == named::HAVE && parse.text_at(i).eq_ignore_ascii_case("still");
    let yet = between.clone().find(|&i| parse.word(i) == named::YET || still(i));
    let hedging =
        between.clone().find(|&i| [named::LIKELY, named::UNLIKELY].contains(&parse.word(i)) || is_poised(parse, i));
    let auxiliary = group.lemma == named::HAVE || classes.is(group.lemma, Class::Copula);
    if let (Some(yet), true) = (yet, auxiliary) {
        found.negate(yet, false);
    } else if let Some(unable) = between.clone().find(|&i| is_unable(parse, i)) {
        found.negate(unable, false);
    } else if auxiliary && between.clone().any(|i| parse.reads(i, words!["able"])) || ends_up(parse, parent) {
        if let Some(negation) = group.negation {
            found.negate(negation, false);
        }
    } else if classes.is(group.lemma, Class::Fail) {
        found.negate(group.head, false);
    } else if let Some(at) = hedging {
        if parse.word(at) == named::UNLIKELY {
            found.negate(at, false);
        }
        found.hedge(at, at);
    } else if classes.is(group.lemma, Class::HedgeVerb) || (group.passive && parse.reads(group.head, words!["set"])) {
        found.hedge(group.first, group.last);
        if let Some(negation) = group.negation {
            found.negate(negation, false);
        }
    } else if classes.is(group.lemma, Class::Raising) {
        let seems = !classes.is(group.lemma, Class::Transparent);
        if seems {
            found.hedge(group.first, group.last);
        }
        if let Some(negation) = group.negation {
            found.negate(negation, false);
        }
    } else if classes.is(group.lemma, Class::Transparent) {
        if let Some(negation) = group.negation {
            found.negate(negation, group.modal.is_some());
        }
        if group.modal.is_some_and(|modal| [named::MAY, named::MIGHT, named::COULD].contains(&parse.word(modal))) {
            found.hedge(group.first, group.last);
        }
    } else if parse.text_of(group.lemma) == "use" && group.past {
        found.past = true;
    } else if lets_know(parse, below, parent)
        || is_instructed(parse, parent)
        || took_place(parse, below)
        || opens_with(parse, below) == Some(parent)
    {
        // what it opens with is past, and took place
    } else {
        found.bar("it hangs on a verb that does not say it happened");
    }
}

fn is_poised(parse: &Parse<'_>, at: usize) -> bool {
    parse.reads(at, words!["set", "due", "poised", "bound", "certain", "sure", "about"])
}

fn is_unable(parse: &Parse<'_>, at: usize) -> bool {
    parse.reads(at, words!["unable", "reluctant", "hesitant", "loath", "powerless"])
}

/// A coordinated verb without a subject of its own shares the modal and what is above its sibling.
fn share(parse: &Parse<'_>, here: usize, parent: usize, found: &mut Governed) {
    let (own, other) = (parse.groups()[here], parse.groups()[parent]);
    if own.form == Form::Bare
        && let (Some(_), Some(negation)) = (other.modal, other.negation)
    {
        found.negate(negation, true);
    }
}

/// "in previous rounds", "earlier", "no longer", "at first", "until last year".
fn earlier_times(parse: &Parse<'_>, at: usize, found: &mut Governed) {
    let group = parse.groups()[at];
    let at_first = |i: usize| parse.word(i) == named::AT && parse.reads(i + 1, words!["first"]);
    let near = |i: usize| {
        parse.reads(i, words!["previously", "formerly", "originally", "initially"])
            || parse.word(i) == named::ONCE && i < group.first && parse.tag(i) == Tag::Adverb
            || at_first(i)
    };
    let round = |i: usize| {
        parse.tag(i.saturating_sub(1)) == Tag::Preposition
            && parse.reads(i, words!["previous", "earlier", "past", "last"])
            && parse.is_in(parse.lemma(i + 1), words!["round", "talk", "session", "negotiation"])
    };
    let before = group.first.saturating_sub(3);
    let opens = group.first < 8 && parse.word(0) == named::UNTIL && parse.is_time_at(1) && group.past;
    let opens = opens || group.first < 6 && at_first(0);
    // "In March it was demanding a ban."
    let then = group.past && group.progressive && group.first < 6 && parse.word(0) == named::IN && parse.is_time_at(1);
    let opens = opens || then;
    let end = (group.last + 12).min(parse.tokens.len());
    let named = (before..(group.last + 3).min(end)).any(near) || (before..end).any(round);
    let opens = opens || opens_with(parse, at).is_some();
    let ended = (group.first..=group.last).any(|i| parse.word(i) == named::LONGER);
    found.past |= opens || named;
    found.ended |= ended;
}
