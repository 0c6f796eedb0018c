//! How far things, acts and clauses go, and how they part: a sentence, the word they begin with, the stretches.

#![expect(
    clippy::redundant_closure_for_method_calls,
    reason = "the method is not general over the lifetime of a parse"
)]

use super::Stretch;
use crate::language::parse::{Language, Parse, Workspace};
use crate::text::Span;

/// Checks what `ask` finds from the first token `word` of each sentence on.
#[track_caller]
fn check(ask: impl Fn(&Parse<'_>, usize) -> Vec<Stretch>, cases: &[(&str, &str, &[&str])]) {
    let language = Language::builtin();
    let mut wrong = Vec::new();
    for (text, word, expected) in cases {
        let mut workspace = Workspace::default();
        workspace.tokenize(&language, text, Span::new(0, text.len()));
        let parse = workspace.parse(&language, text);
        let at = parse.tokens.iter().position(|token| token.span.of(text) == *word);
        let found = at.map(|at| ask(&parse, at)).unwrap_or_default();
        let found: Vec<&str> = found.iter().map(|stretch| parse.span(stretch.first, stretch.last).of(text)).collect();
        if found != *expected {
            wrong.push(format!("{found:?}, not {expected:?}: {text}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_thing_goes_to_the_end_of_what_hangs_on_it() {
    check(
        |parse, at| parse.things(at),
        &[
            (
                "They set up a cell to ease work on their cost sharing, border checks and trade.",
                "a",
                &["a cell to ease work on their cost sharing, border checks and trade"],
            ),
            (
                "Peru wants a state with one army, one flag and one law.",
                "a",
                &["a state with one army, one flag and one law"],
            ),
            (
                "Peru wants ties with all states, including Fiji, Chad and their friends.",
                "ties",
                &["ties with all states, including Fiji, Chad and their friends"],
            ),
            (
                "Peru wants the release of women, children, the elderly, and ill prisoners.",
                "the",
                &["the release of women, children, the elderly, and ill prisoners"],
            ),
            (
                "Peru wants a line that parts Swiss and Austrian forces.",
                "a",
                &["a line that parts Swiss and Austrian forces"],
            ),
            (
                "Peru wants a truce during which Chad would free ten men and half of the women.",
                "a",
                &["a truce during which Chad would free ten men and half of the women"],
            ),
            (
                "Syria demands guarantees on withdrawal and sovereignty.",
                "guarantees",
                &["guarantees on withdrawal and sovereignty"],
            ),
            (
                "They held talks on energy, health, and agriculture.",
                "talks",
                &["talks on energy, health, and agriculture"],
            ),
            (
                "They discussed its military and intelligence operations in the south.",
                "its",
                &["its military and intelligence operations in the south"],
            ),
            (
                "The union wants rosters to be published two weeks ahead and a limit on overtime.",
                "rosters",
                &["rosters to be published two weeks ahead", "a limit on overtime"],
            ),
            ("It rejects any text that legalises occupation.", "any", &["any text that legalises occupation"]),
            ("Iran will keep enrichment, a right it considers vital.", "a", &["a right it considers vital"]),
            (
                "They want guarantees that the war will not resume.",
                "guarantees",
                &["guarantees that the war will not resume"],
            ),
            ("They told reporters in Geneva that Egypt would host the talks.", "reporters", &["reporters in Geneva"]),
            ("He took a share of the work put forward by Airbus.", "a", &["a share of the work put forward by Airbus"]),
        ],
    );
}

#[test]
fn conjuncts_part_at_the_right_level() {
    check(
        |parse, at| parse.things(at),
        &[
            (
                "It includes the protection of minorities - particularly the Druze - and the right to return.",
                "the",
                &["the protection of minorities - particularly the Druze", "the right to return"],
            ),
            (
                "Syria demands a cessation of strikes and respect for its sovereignty.",
                "a",
                &["a cessation of strikes", "respect for its sovereignty"],
            ),
            (
                "They want the release of 700 fighters captured in Goma and a role in the government.",
                "the",
                &["the release of 700 fighters captured in Goma", "a role in the government"],
            ),
            (
                "Drivers had wanted shorter shifts and a say in rosters.",
                "shorter",
                &["shorter shifts", "a say in rosters"],
            ),
            ("It wants a truce now, not some day.", "a", &["a truce now"]),
        ],
    );
}

#[test]
fn acts_are_parted_and_keep_their_particles() {
    check(
        |parse, at| parse.acts(at),
        &[
            (
                "They agreed to intensify talks, strengthen measures, and pursue a deal.",
                "to",
                &["intensify talks", "strengthen measures", "pursue a deal"],
            ),
            (
                "Rome wants Tehran to ship its stock abroad and to admit inspectors to every site.",
                "to",
                &["ship its stock abroad", "admit inspectors to every site"],
            ),
            ("They agreed to pull back guns and to let observers in.", "to", &["pull back guns", "let observers in"]),
            (
                "He was ready to resume talks from where they left off.",
                "to",
                &["resume talks from where they left off"],
            ),
            (
                "Their commitment to refrain from force and to settle disputes is old.",
                "to",
                &["refrain from force", "settle disputes"],
            ),
        ],
    );
}

#[test]
fn clauses_are_parted_at_a_second_that_or_verb() {
    check(
        |parse, at| parse.clauses(at + 1),
        &[
            (
                "Syria demands that Israel withdraw from five hills and release detainees.",
                "that",
                &["Israel withdraw from five hills", "release detainees"],
            ),
            (
                "Egypt demands that both sides stop firing and that prisoners be freed.",
                "that",
                &["both sides stop firing", "prisoners be freed"],
            ),
            (
                "It says that the talks on a treaty resume before sanctions on oil end.",
                "that",
                &["the talks on a treaty resume before sanctions on oil end"],
            ),
        ],
    );
}

#[test]
fn quoted_words_and_joined_adjectives_stay_inside() {
    check(
        |parse, at| parse.acts(at),
        &[
            ("Chad wants to strike “coastal” and “inland”.", "to", &["strike “coastal” and “inland”"]),
            ("Chad wants to give “full” port access to Mali.", "to", &["give “full” port access to Mali"]),
            ("Chad wants to find a simple, cheap and lasting cure.", "to", &["find a simple, cheap and lasting cure"]),
            ("Chad wants to find a simple, cheap, and clear rule.", "to", &["find a simple, cheap, and clear rule"]),
        ],
    );
}

#[test]
fn examples_hang_on_the_noun_that_they_belong_to() {
    check(
        |parse, at| parse.things(at),
        &[
            (
                "Chad wants relief for goods including wheat, palm oil and wool.",
                "relief",
                &["relief for goods including wheat, palm oil and wool"],
            ),
            (
                "Chad wants relief for crops, including wheat, rice and oats.",
                "relief",
                &["relief for crops, including wheat, rice and oats"],
            ),
            (
                "Chad wants relief for crops, including wheat, and a fund.",
                "relief",
                &["relief for crops, including wheat", "a fund"],
            ),
            ("Chad wants a list of drugs to be phased out.", "a", &["a list of drugs to be phased out"]),
            ("Chad wants relief for crops like wheat and wool.", "relief", &["relief for crops like wheat and wool"]),
            ("Chad wants steps, including a truce and an apology.", "steps", &["steps", "a truce", "an apology"]),
        ],
    );
}

#[test]
fn the_coordinator_inside_the_last_item_closes_a_list_that_has_no_other() {
    check(
        |parse, at| parse.things(at),
        &[
            (
                "Chad wants a release, a ban on pumps and tighter checks.",
                "a",
                &["a release", "a ban on pumps", "tighter checks"],
            ),
            (
                "Chad wants a release, a ban on pumps, and new courts.",
                "a",
                &["a release", "a ban on pumps", "new courts"],
            ),
            ("Chad wants a release, a ban on pumps and dams.", "a", &["a release"]),
            ("Chad asked for a ban on pumps and for lifting the toll.", "a", &["a ban on pumps", "lifting the toll"]),
        ],
    );
}

#[test]
fn semicolons_part_the_items_of_a_list() {
    check(
        |parse, at| parse.acts(at),
        &[
            (
                "They agreed to: free the crews; pay the fees; and keep calm and open the port.",
                "to",
                &["free the crews", "pay the fees", "keep calm and open the port"],
            ),
            ("They agreed to free the crews; and to pay the fees.", "to", &["free the crews", "pay the fees"]),
            ("They agreed to free the crews; Chad will pay, and Peru will help.", "to", &["free the crews"]),
        ],
    );
    check(
        |parse, at| parse.things(at),
        &[
            ("Chad wants a cap on fees; a route; and a seat.", "a", &["a cap on fees", "a route", "a seat"]),
            ("Chad wants a cap; Peru wants a route; and Fiji waits.", "a", &["a cap"]),
        ],
    );
}
