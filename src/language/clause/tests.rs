//! Subjects, governors and forms, one construction a test: a sentence, then a verb of it with what it must have.

use super::Link;
use crate::language::parse::{Language, Parse, Workspace};
use crate::language::phrase::Form;
use crate::text::Span;

/// Reads `text` and hands the analysis to `ask`.
fn read<T>(language: &Language, text: &str, ask: impl Fn(&Parse<'_>) -> T) -> T {
    let mut workspace = Workspace::default();
    workspace.tokenize(language, text, Span::new(0, text.len()));
    ask(&workspace.parse(language, text))
}

/// The group whose words are `verb`.
fn group(parse: &Parse<'_>, verb: &str) -> Option<usize> {
    parse.groups().iter().position(|group| parse.span(group.first, group.last).of(parse.text) == verb)
}

fn phrase<'a>(parse: &Parse<'a>, at: usize) -> &'a str {
    let phrase = &parse.phrases()[at];
    parse.span(phrase.first, phrase.last).of(parse.text)
}

/// Checks the subjects of verbs: sentence, verb group, subjects in order of the text joined by " + ".
#[track_caller]
fn subjects(cases: &[(&str, &[(&str, &str)])]) {
    let language = Language::builtin();
    let mut wrong = Vec::new();
    for (text, verbs) in cases {
        for (verb, expected) in *verbs {
            let found = read(&language, text, |parse| {
                group(parse, verb).map(|at| {
                    let mut all: Vec<usize> = parse.nodes()[at].subjects().to_vec();
                    all.sort_unstable();
                    all.iter().map(|&at| phrase(parse, at)).collect::<Vec<_>>().join(" + ")
                })
            });
            if found.as_deref() != Some(*expected) {
                wrong.push(format!("{verb}: {found:?}, not {expected:?}: {text}"));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// Checks how verbs hang: sentence, verb group, link, governing group, described phrase.
/// Sentence, verb, link, opener, antecedent.
type LinkCase<'a> = (&'a str, &'a str, Link, Option<&'a str>, Option<&'a str>);

#[track_caller]
fn links(cases: &[LinkCase<'_>]) {
    let language = Language::builtin();
    let mut wrong = Vec::new();
    for (text, verb, link, parent, antecedent) in cases {
        let found = read(&language, text, |parse| {
            group(parse, verb).map(|at| {
                let node = parse.nodes()[at];
                let above = node.parent.map(|at| &parse.groups()[at]);
                let above = above.map(|group| parse.span(group.first, group.last).of(text).to_owned());
                (node.link, above, node.antecedent.map(|at| phrase(parse, at).to_owned()))
            })
        });
        let expected = (*link, parent.map(str::to_owned), antecedent.map(str::to_owned));
        if found.as_ref() != Some(&expected) {
            wrong.push(format!("{verb}: {found:?}, not {expected:?}: {text}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_subject_is_found_across_what_stands_between_it_and_its_verb() {
    subjects(&[
        (
            "They agreed on a date after the swap of guards and guides, and a deadline was set.",
            &[("was set", "a deadline")],
        ),
        ("The pact between Peru and its old foe lapsed.", &[("lapsed", "The pact")]),
        ("The fate of Syrians detained in raids in the south remains unresolved.", &[("remains", "The fate")]),
        (
            "Talks over the Nile stalled after Addis Ababa began filling the lake.",
            &[("stalled", "Talks"), ("began", "Addis Ababa")],
        ),
        (
            "The plan, drafted by Qatar and backed by Egypt, calls for patrols.",
            &[("calls", "The plan"), ("drafted", "The plan")],
        ),
        ("The report — based on two drafts — suggests a delay.", &[("suggests", "The report")]),
        ("Omar Said, who leads the team, a close aide of the king, said no deal was near.", &[("said", "Omar Said")]),
        ("Kyiv, which considers that paper a demand for surrender, wants a truce.", &[("wants", "Kyiv")]),
        ("Leaders close to the sheikh reject the scheme.", &[("reject", "Leaders")]),
        ("The terms reached in Doha include a halt to raids.", &[("include", "The terms")]),
        (
            "Officials from both sides told reporters in Geneva on Tuesday that Egypt would host the talks.",
            &[("told", "Officials"), ("would host", "Egypt")],
        ),
        ("Israel, an official said, rejected the plan.", &[("said", "an official"), ("rejected", "Israel")]),
        ("The kingdom, however, has kept its embassy shut.", &[("has kept", "The kingdom")]),
        ("According to two people briefed on the talks, Ankara is pressing both sides.", &[("is pressing", "Ankara")]),
        ("Venezuela, whose claim to the river dates to 1899, refuses to yield.", &[("refuses", "Venezuela")]),
        (
            "The Rapid Force (RSF) said on Monday they would attend.",
            &[("said", "The Rapid Force"), ("would attend", "they")],
        ),
    ]);
}

#[test]
fn relative_clauses_own_their_verb_and_give_the_next_one_its_subject() {
    subjects(&[
        (
            "The question, which Israel demands, will depend on others.",
            &[("demands", "Israel"), ("will depend", "The question")],
        ),
        ("The corridor Israel seeks would run south.", &[("seeks", "Israel"), ("would run", "The corridor")]),
        ("The plan Egypt proposes includes a hotline.", &[("proposes", "Egypt"), ("includes", "The plan")]),
        ("The proposal that Qatar made was rejected.", &[("made", "Qatar"), ("was rejected", "The proposal")]),
        ("The road that Israel pressed for all autumn has shrunk.", &[("has shrunk", "The road")]),
        ("Those who were expelled say they were never heard.", &[("were expelled", "Those"), ("say", "Those")]),
        ("The rise, which members rejected by a wide margin, is back.", &[("rejected", "members"), ("is", "The rise")]),
    ]);
    links(&[
        ("The corridor Israel seeks would run south.", "seeks", Link::Relative, None, Some("The corridor")),
        ("The islands, which Tokyo calls its own, were seized.", "calls", Link::Relative, None, Some("The islands")),
        ("They met a group that opposes the deal.", "opposes", Link::Relative, Some("met"), Some("a group")),
        ("They cannot agree over who owns the hill.", "owns", Link::Complement, Some("cannot agree"), None),
        ("Nobody can tell them who will pay.", "will pay", Link::Complement, Some("can tell"), None),
        ("They spend it on what must go.", "must go", Link::Complement, Some("spend"), None),
        ("On the second point we agree.", "agree", Link::Main, None, None),
    ]);
}

#[test]
fn coordinated_subjects_and_verbs_share_what_they_have() {
    subjects(&[
        (
            "Turkey, Egypt and Qatar urged Israel to stop.",
            &[("urged", "Turkey + Egypt + Qatar"), ("to stop", "Israel")],
        ),
        (
            "The minister and the general met in Doha, demanded a truce and rejected a pause.",
            &[("demanded", "The minister + the general"), ("rejected", "The minister + the general")],
        ),
        (
            "The two presidents shook hands, exchanged maps and agreed to meet.",
            &[("exchanged", "The two presidents"), ("agreed", "The two presidents")],
        ),
        (
            "Damascus accepted the date but insisted that both steps begin in May.",
            &[("insisted", "Damascus"), ("begin", "both steps")],
        ),
        ("Germany sent tanks and France offered planes.", &[("offered", "France")]),
        ("Egypt said Israel would leave and Hamas would free the hostages.", &[("would free", "Hamas")]),
        ("Syria said it had agreed to the plan and rejected the road.", &[("rejected", "it")]),
        ("Israel sees no reason to leave the hill and refuses to talk.", &[("refuses", "Israel")]),
    ]);
    links(&[
        (
            "Egypt demands that both sides stop firing and that prisoners be freed.",
            "be freed",
            Link::Coordinate,
            Some("stop"),
            None,
        ),
        ("The deal was signed in May and ratified in June.", "ratified", Link::Coordinate, Some("was signed"), None),
        (
            "They agreed to open the road, clear the mines and share the maps.",
            "share",
            Link::Coordinate,
            Some("clear"),
            None,
        ),
    ]);
}

#[test]
fn inverted_and_fronted_clauses_have_their_subject_behind_the_verb() {
    subjects(&[
        ("“We will stay,” said Israel Katz, the minister.", &[("said", "Israel Katz")]),
        ("Among the demands is a handover of the post.", &[("is", "a handover")]),
        ("There were no talks on Sunday.", &[("were", "no talks")]),
        ("There must be a limit on arms.", &[("must be", "a limit")]),
        ("There is at least some reason for hope.", &[("is", "some reason")]),
        ("After weeks of haggling, the two sides signed a pact.", &[("signed", "the two sides")]),
        ("Rejecting the plan would isolate the army.", &[("would isolate", "")]),
    ]);
}

#[test]
fn infinitives_and_base_forms_know_whose_act_they_name() {
    subjects(&[
        ("Trump pressed Netanyahu to revive the talks.", &[("to revive", "Netanyahu")]),
        ("Rome called on Cairo to open the border.", &[("to open", "Cairo")]),
        ("Israel promised Rome to halt the raids.", &[("to halt", "Israel")]),
        ("Israel seems to have rejected the plan.", &[("to have rejected", "Israel")]),
        ("Israel is expected to reject the plan.", &[("to reject", "Israel")]),
        ("The clause would let a neighbour decide the matter.", &[("decide", "a neighbour")]),
        (
            "The meeting took place only after Ahmed Ali instructed Israeli envoys to return.",
            &[("instructed", "Ahmed Ali"), ("to return", "Israeli envoys")],
        ),
        ("Oman expects a sixth round to be held in Muscat.", &[("to be held", "a sixth round")]),
    ]);
}

#[test]
fn participles_describe_the_phrase_beside_them() {
    subjects(&[
        ("Officials left Oslo on Tuesday having agreed to meet.", &[("having agreed", "Officials")]),
        ("It repeated the terms offered in June.", &[("offered", "the terms")]),
        ("Guyana, backed by Brazil, went to court.", &[("backed", "Guyana"), ("went", "Guyana")]),
        ("The premier, speaking in Split, refused.", &[("speaking", "The premier"), ("refused", "The premier")]),
        ("They agreed to reopen a hotline cut in 2023.", &[("cut", "a hotline")]),
    ]);
}

/// Checks forms and flags: sentence, verb group, form, passive, negated, obliged.
#[test]
fn a_group_knows_its_form() {
    let language = Language::builtin();
    for (text, verb, form, passive, negated, obliged) in [
        ("Damascus insisted that both steps begin in May.", "begin", Form::Bare, false, false, false),
        ("They propose that the court rule on it.", "rule", Form::Bare, false, false, false),
        ("Israel is to withdraw by May.", "is to withdraw", Form::Finite, false, false, true),
        ("Israel has to withdraw by May.", "has to withdraw", Form::Finite, false, false, true),
        ("The plan to be torn up and sent back is his.", "sent", Form::Bare, true, false, false),
        ("The deal was signed and ratified.", "ratified", Form::Finite, true, false, false),
        ("It has never been agreed.", "has never been agreed", Form::Finite, true, true, false),
        ("They neither accepted nor rejected it.", "accepted", Form::Finite, false, true, false),
        ("The army had green-lighted the raid.", "had green-lighted", Form::Finite, false, false, false),
        ("It has since come down.", "has since come", Form::Finite, false, false, false),
    ] {
        read(&language, text, |parse| {
            let found = group(parse, verb).map(|at| parse.groups()[at]);
            let found = found.map(|group| (group.form, group.passive, group.negation.is_some(), group.obliged));
            assert_eq!(found, Some((form, passive, negated, obliged)), "{verb}: {text}");
        });
    }
}

#[test]
fn a_turned_clause_has_its_subject_behind_the_auxiliary() {
    subjects(&[
        ("Nor did Egypt and Sudan agree on the release.", &[("agree", "Egypt + Sudan")]),
        ("Never has Syria accepted the map.", &[("accepted", "Syria")]),
        ("Egypt did agree.", &[("did agree", "Egypt")]),
    ]);
}

#[test]
fn a_verb_without_tense_that_opens_the_sentence_shares_the_subject_behind_the_comma() {
    subjects(&[
        (
            "While refusing to leave the summit, Israel offered a map.",
            &[("refusing", "Israel"), ("to leave", "Israel")],
        ),
        ("Insisting on a date, Syria turned down the map.", &[("Insisting", "Syria")]),
        ("Pressed by Washington, Israel offered four posts.", &[("Pressed", "Israel")]),
    ]);
}

#[test]
fn asides_to_a_subject_may_name_many_and_stand_one_behind_another() {
    subjects(&[
        ("Chad, backed by Peru, Fiji, Oman and Togo, asked for a levy.", &[("asked", "Chad")]),
        ("Chad, for the League, and backed by Peru, asked for a levy.", &[("asked", "Chad")]),
        ("Oman, on behalf of the bloc, and joined by Fiji and Peru, asked for a levy.", &[("asked", "Oman")]),
        (
            "Chad, Peru, Fiji, Oman, Togo and Mali asked for a levy.",
            &[("asked", "Chad + Peru + Fiji + Oman + Togo + Mali")],
        ),
        ("Chad as well as Peru asked for a levy.", &[("asked", "Chad")]),
        ("Chad, for the League, as well as Peru and Fiji asked for a levy.", &[("asked", "Chad + Peru + Fiji")]),
        ("Joining forces with other groups, Chad and Peru asked for a levy.", &[("asked", "Chad + Peru")]),
    ]);
}
