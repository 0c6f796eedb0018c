//! What is said without having happened: conditions, aims, purposes, what is asked.

use crate::language::Tag;
use crate::language::clause::Link;
use crate::language::named;
use crate::language::parse::Parse;
use crate::language::phrase::{Form, Group};
use crate::language::word_list::words;

/// "To reach a deal, Kenya should pay": an infinitive at the head of the sentence, with its clause behind it.
pub(super) fn is_aim(parse: &Parse<'_>, at: usize) -> bool {
    let (group, node) = (parse.groups()[at], parse.nodes()[at]);
    let opens = group.form == Form::Infinitive && node.parent.is_none() && node.subjects().is_empty();
    // "Efforts to sign a pact": an infinitive that says what a noun is about.
    if opens && node.link == Link::Modifier {
        return true;
    }
    let behind = |&next: &usize| parse.groups()[next].has_tense() && parse.nodes()[next].link == Link::Main;
    let main = (at + 1..parse.groups().len()).find(behind).filter(|_| opens && group.first <= 3);
    main.is_some_and(|main| (group.last..parse.groups()[main].first).any(|at| parse.tag(at) == Tag::Comma))
}

/// "if", "unless", "before a deal is signed": what has not happened yet, or may not.
pub(super) fn opens_hypothesis(parse: &Parse<'_>, group: usize) -> bool {
    let Some(opener) = parse.nodes()[group].opener else { return false };
    let found = parse.groups()[group];
    let ahead = !found.past && !found.perfect && found.modal.is_none() && found.passive;
    let word = parse.word(opener);
    let text = parse.text_at(opener).to_lowercase();
    // "has until last week insisted on a toll": a time is no condition.
    if word == named::UNTIL && parse.is_time_at(opener + 1) && opener + 3 >= found.first {
        return false;
    }
    [named::IF, named::UNLESS, named::ONCE, named::UNTIL, named::WHETHER, named::PROVIDED].contains(&word)
        || words!["providing", "lest", "whenever", "supposing", "assuming", "as-long-as"].contains(&text)
        || ahead && words!["before", "after"].contains(&text)
}

/// "so that we can agree", "in order that they sign"
pub(super) fn opens_purpose(parse: &Parse<'_>, opener: Option<usize>) -> bool {
    let Some(before) = opener.and_then(|opener| opener.checked_sub(1)) else { return false };
    opener.is_some_and(|opener| parse.word(opener) == named::THAT) && parse.reads(before, words!["so", "order"])
}

/// "guarantees that Chad won't leave the pact again", "fears that it will not sign": what is assured or feared is said
/// of nobody.
pub(super) fn is_assured(parse: &Parse<'_>, at: usize) -> bool {
    let node = parse.nodes()[at];
    let Some(opener) = node.opener.filter(|&opener| opener > 0 && parse.word(opener) == named::THAT) else {
        return false;
    };
    let nouns = words![
        "assurance",
        "assurances",
        "concern",
        "concerns",
        "danger",
        "fear",
        "fears",
        "guarantee",
        "guarantees",
        "possibility",
        "risk",
        "suspicion",
        "suspicions",
        "worry",
        "worries",
    ];
    parse.reads(opener - 1, nouns)
}

/// "to determine what Kenya was prepared to give": what somebody tries to learn nobody says.
pub(super) fn is_weighed(parse: &Parse<'_>, at: usize) -> bool {
    let node = parse.nodes()[at];
    let what = node.opener.is_some_and(|opener| parse.reads(opener, words!["what", "which", "who"]));
    let Some(above) = node.parent.filter(|&above| what && above != at) else { return false };
    let between = parse.groups()[above].last + 1..node.opener.unwrap_or_default();
    if between.clone().any(|i| parse.tag(i) != Tag::Adverb) {
        return false;
    }
    let verb = parse.verb(above);
    words![
        "ascertain",
        "ask",
        "determine",
        "discover",
        "explore",
        "find",
        "gauge",
        "guess",
        "learn",
        "probe",
        "test",
        "wonder",
    ]
    .contains(verb)
}

/// "how disputes would be settled", "whether they agreed": an indirect question.
pub(super) fn is_asked(parse: &Parse<'_>, opener: Option<usize>) -> bool {
    opener.is_some_and(|at| parse.reads(at, words!["how", "whether", "why"]))
}

/// "began by asking for the port", "opened by offering ten": the verb of beginning over the gerund of `group`.
pub(super) fn opens_with(parse: &Parse<'_>, group: usize) -> Option<usize> {
    let first = parse.groups()[group].first;
    let by = first
        .checked_sub(1)
        .filter(|&by| parse.groups()[group].form == Form::Gerund && parse.reads(by, words!["by"]))?;
    let above = parse.group_at(by.checked_sub(1)?)?;
    let begins = parse.is_in(parse.groups()[above].lemma, words!["begin", "start", "open"]);
    begins.then_some(above)
}

/// "replied by proposing ten", "contented itself with asking", "got as far as agreeing": the verb over the gerund of
/// `group` says that it took place.
pub(super) fn took_place(parse: &Parse<'_>, group: usize) -> bool {
    let found = parse.groups()[group];
    let Some(before) = found.first.checked_sub(1).filter(|_| found.form == Form::Gerund) else { return false };
    let last = match () {
        () if parse.reads(before, words!["by"]) => before.checked_sub(1),
        () if parse.reads(before, words!["with", "to"]) => before.checked_sub(2),
        () if parse.reads(before, words!["as"]) => before.checked_sub(3),
        () => return false,
    };
    let Some(above) = last.and_then(|last| parse.group_at(last)).map(|above| parse.groups()[above]) else {
        return false;
    };
    let verb = parse.text_of(above.lemma);
    let fits: &[&str] = match () {
        () if parse.reads(before, words!["by"]) => &["answer", "counter", "finish", "reply", "respond", "retaliate"],
        () if parse.reads(before, words!["with", "to"])
            && parse.reads(before - 1, words!["itself", "themselves", "himself"]) =>
        {
            &["confine", "content", "limit", "restrict"]
        }
        () if parse.reads(before - 1, words!["far"]) => &["get", "go"],
        () => return false,
    };
    fits.contains(&verb) && above.has_tense() && above.negation.is_none() && above.modal.is_none()
}

/// "The question is which clauses Guyana would accept": what is asked behind "is which" is said of nobody.
pub(super) fn asks_which(parse: &Parse<'_>, group: usize) -> bool {
    let first = parse.groups()[group].first;
    let asks = |at: usize| parse.word(at) == named::WHICH && parse.lemma(at - 1) == named::BE;
    parse.may_hold(named::WHICH) && (1..first).rev().take(12).any(asks)
}

/// "Whether Guyana will grant the licence remains unclear": the verb behind a question that opens the sentence.
pub(super) fn has_question_as_subject(parse: &Parse<'_>, at: usize) -> bool {
    let first = parse.over_open(0);
    let verb = parse.groups()[at].first;
    is_asked(parse, Some(first)) && (first..verb).any(|i| parse.tensed_at(i).is_some_and(|inner| inner != at))
}

/// "Were Israel to agree", "Should Syria refuse", "Had they agreed": a condition without "if".
pub(super) fn is_inverted_condition(parse: &Parse<'_>, at: usize) -> bool {
    let group = parse.groups()[at];
    let subject = parse.nodes()[at].subjects().iter().map(|&subject| parse.phrases()[subject].first).min();
    let start = subject.unwrap_or(group.first);
    let Some(before) = start.checked_sub(1) else { return false };
    let opens = [named::SHOULD, named::WERE, named::HAD].contains(&parse.word(before));
    let clause_start =
        before == 0 || matches!(parse.tag(before - 1), Tag::Comma | Tag::Coordinator | Tag::Open | Tag::Colon);
    // "Nor had a law been agreed"
    let nor = before > 0 && parse.word(before - 1) == named::NOR;
    opens && clause_start && !nor && start > before
}

/// "stopped short of vowing to strike": what a gerund behind "short of" names did not happen.
pub(super) fn is_stopped_short(parse: &Parse<'_>, at: usize) -> bool {
    let first = parse.groups()[at].first;
    first > 1
        && parse.groups()[at].form == Form::Gerund
        && parse.reads(first - 1, words!["of"])
        && parse.reads(first - 2, words!["short"])
}

/// "ended with both sides unable to agree": the phrase of whoever is not able or willing, where no verb says so of it.
pub(super) fn unable(parse: &Parse<'_>, group: usize) -> Option<usize> {
    let found = parse.groups()[group];
    let word = found.first.checked_sub(1).filter(|_| found.form == Form::Infinitive)?;
    if !parse.reads(word, words!["unable", "unwilling"]) {
        return None;
    }
    parse.phrase_at(word).or_else(|| parse.phrase_at(word.checked_sub(1)?))
}

/// "let it be known that it does not object", "let the envoys know that": said, by whoever lets it be known.
pub(super) fn lets_know(parse: &Parse<'_>, below: usize, parent: usize) -> bool {
    let (known, lets) = (parse.groups()[below], parse.groups()[parent]);
    let verb = |group: Group| parse.text_of(group.lemma);
    let told = known.form == Form::Bare && words!["know", "understand"].contains(verb(known));
    told && lets.negation.is_none() && verb(lets) == "let"
}

/// "The negotiators have been told to refuse": what those who bargain for a party are told is what it wants.
pub(super) fn is_instructed(parse: &Parse<'_>, group: usize) -> bool {
    let found = parse.groups()[group];
    let verb = parse.text_of(found.lemma);
    let told = found.passive && found.negation.is_none() && found.modal.is_none();
    if !told || !["authorise", "authorize", "empower", "instruct", "mandate", "order", "tell"].contains(&verb) {
        return false;
    }
    let agent = parse.word(found.last + 1) == named::BY;
    let &[subject] = parse.nodes()[group].subjects() else { return false };
    let head = parse.lemma(parse.phrases()[subject].head);
    let bargains = ["ambassador", "delegate", "delegation", "diplomat", "envoy", "mission", "negotiator", "team"];
    !agent && bargains.contains(&parse.text_of(head))
}

/// "ended up agreeing", "wound up signing": what it came to took place.
pub(super) fn ends_up(parse: &Parse<'_>, group: usize) -> bool {
    let found = parse.groups()[group];
    let verb = parse.text_of(found.lemma);
    words!["end", "wind"].contains(verb) && parse.reads(found.last + 1, words!["up"])
}
