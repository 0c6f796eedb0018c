//! One sentence a construction: who speaks, by which words, and what is said.

use super::{Report, Said, Speech};
use crate::dossier::{Dossier, Names};
use crate::language::parse::{Language, Workspace};
use crate::language::sentence::sentences;
use crate::mentions::{Cast, Scene};
use crate::record::SourceType;
use crate::text::Span;

/// Reads a text sentence by sentence; returns the attributions of each and the statements of all.
fn read(text: &str, outlet: &str) -> (Vec<Vec<Report>>, Vec<Said>) {
    let dossier = Dossier::builtin("world").expect("built in");
    let mut language = Language::builtin();
    let (names, cast) = (Names::new(&dossier, &mut language.lexicon), Cast::default());
    let mut scene = Scene::new(&dossier, &names, &cast);
    let (mut speech, mut workspace, mut spans, mut reports) =
        (Speech::new(outlet), Workspace::default(), Vec::new(), Vec::new());
    sentences(text, Span::new(0, text.len()), &mut spans);
    for span in spans {
        workspace.tokenize(&language, text, span);
        let parse = workspace.parse(&language, text);
        scene.enter(&parse);
        reports.push(speech.read(&parse, &scene));
    }
    (reports, speech.said())
}

/// Tells whether the statements of `text` are those given, as "source / cue / content | content".
#[track_caller]
fn says(text: &str, expected: &[&str]) {
    let words = |spans: &[Span]| spans.iter().map(|span| span.of(text)).collect::<Vec<_>>().join(" | ");
    let found: Vec<String> = read(text, "")
        .1
        .iter()
        .map(|said| format!("{} / {} / {}", words(&said.source), words(&said.cue), words(&said.content)))
        .collect();
    assert_eq!(found, expected, "{text}");
}

/// Tells whether the widest chain of the last sentence is as given, as "name type", an asterisk where it is anonymous.
#[track_caller]
fn chain(text: &str, expected: &[&str]) {
    let (reports, _) = read(text, "The Daily Echo");
    let widest = reports.last().and_then(|reports| reports.iter().max_by_key(|report| report.width()));
    let hops = widest.map(|report| report.chain.as_slice()).unwrap_or_default();
    let found: Vec<String> = hops
        .iter()
        .map(|hop| format!("{} {}{}", hop.name, hop.kind.word(), if hop.anonymous { "*" } else { "" }))
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn a_clause_after_the_verb_is_the_content_without_that() {
    says("The mayor warned that the water would run out.", &["The mayor / warned / the water would run out"]);
    says("The mayor said the water would run out.", &["The mayor / said / the water would run out"]);
    says("Lawmakers asked whether the mayor knew.", &["Lawmakers / asked / whether the mayor knew"]);
}

#[test]
fn a_report_may_follow_or_interrupt_what_is_said() {
    says("The bill will pass, the minister said on Friday.", &["the minister / said / The bill will pass"]);
    says("The bill will pass, said Senator Paul Otieno.", &["Senator Paul Otieno / said / The bill will pass"]);
    says(
        "The bill, critics say, gives the agency too much power.",
        &["critics / say / The bill | gives the agency too much power"],
    );
    says("As the senator said, the bill is dead.", &["the senator / said / the bill is dead"]);
}

#[test]
fn quoted_words_may_stand_before_around_and_after_the_verb() {
    says("“We lost,” she whispered.", &["she / whispered / We lost"]);
    says(
        "“We lost,” said Ann Lee, head of the council, “and we know it.”",
        &["Ann Lee, head of the council / said / We lost | and we know it"],
    );
    says("The premier told reporters: “We lost.”", &["The premier / told reporters / We lost"]);
    says("Students chanted “Resign!”", &["Students / chanted / Resign!"]);
}

#[test]
fn a_quotation_goes_on_in_the_next_sentence_and_comes_from_the_one_before() {
    says("“We lost,” the premier said. “We will be back.”", &["the premier / said / We lost | We will be back"]);
    says("“We lost. We will be back,” the premier said.", &["the premier / said / We lost | We will be back"]);
    says(
        "“We lost,” the premier said. “They won,” his rival added.",
        &["the premier / said / We lost", "his rival / added / They won"],
    );
}

#[test]
fn a_judgement_is_said_with_its_object() {
    says(
        "The opposition accused the government of buying votes.",
        &["The opposition / accused / the government of buying votes"],
    );
    says("The party called the raid “an insult”.", &["The party / called / the raid “an insult”"]);
    says("The party called a meeting.", &[]);
    says("The judge described the evidence as thin.", &["The judge / described / the evidence as thin"]);
    says("The premier ruled out a coalition.", &["The premier / ruled out / a coalition"]);
    says("The premier spoke on Friday.", &[]);
}

#[test]
fn promises_wishes_and_states_of_mind_are_statements_and_no_attributions() {
    for (text, expected) in [
        ("The premier promised to close the plant.", "The premier / promised / to close the plant"),
        ("Voters fear the law will fail.", "Voters / fear / the law will fail"),
        ("The senator is confident that the law will pass.", "The senator / is confident / the law will pass"),
    ] {
        says(text, &[expected]);
    }
    assert!(read("The senator is confident that the law will pass.", "").0[0].is_empty());
}

#[test]
fn a_passive_speaks_through_its_agent_or_through_what_it_is_quoted_as_saying() {
    says(
        "The plan was described by its author as unworkable.",
        &["its author / was described by / The plan | as unworkable"],
    );
    says(
        "The chancellor was quoted as saying that the euro was safe.",
        &["The chancellor / was quoted as saying / the euro was safe"],
    );
    says("The plan was described as unworkable.", &[]);
}

#[test]
fn a_further_report_of_the_same_sentence_ends_the_one_before() {
    says(
        "The premier praised the ruling, adding that it was late.",
        &["The premier / praised / the ruling", "The premier / adding / it was late"],
    );
    says(
        "The treasury says the tax is fair, while critics say it is theft.",
        &["The treasury / says / the tax is fair", "critics / say / it is theft"],
    );
}

#[test]
fn words_beside_a_clause_name_its_source() {
    says("According to the commission, turnout fell.", &["the commission / According to / turnout fell"]);
    says(
        "Turnout fell, according to figures from the ministry.",
        &["figures from the ministry / according to / Turnout fell"],
    );
    says("It was, in the opinion of the auditors, a waste.", &["the auditors / in the opinion of / It was | a waste"]);
    says("As one organiser put it, “you can't win”.", &["one organiser / put it / you can't win"]);
}

#[test]
fn nouns_and_light_verbs_report() {
    says("The ministry's position is that claims lapse.", &["The ministry's / position is / claims lapse"]);
    says("The premier made it clear that the law would stay.", &["The premier / made it clear / the law would stay"]);
    says(
        "The senator issued a warning that the law would fail.",
        &["The senator / issued a warning / the law would fail"],
    );
    says("“Ask the treasurer,” was her only answer.", &["her / answer / Ask the treasurer"]);
}

#[test]
fn a_colon_opens_what_is_said_behind_a_noun_or_a_frank_word() {
    says("Barlow's verdict: the race was a draw.", &["Barlow's / verdict / the race was a draw"]);
    says("The mayor was blunt: the bridge would close.", &["The mayor / was blunt / the bridge would close"]);
    says("Per the report, turnout fell.", &["the report / Per / turnout fell"]);
    says("The walls were blunt: rain had worn them.", &[]);
    says("Marchers chanted “Free the press” outside the court.", &["Marchers / chanted / Free the press"]);
}

#[test]
fn things_show_nothing_and_the_author_is_no_source() {
    says("The survey shows that turnout fell.", &["The survey / shows / turnout fell"]);
    says("The delay shows that turnout fell.", &[]);
    says("It is clear that turnout fell.", &[]);
    says("We understand that turnout fell.", &[]);
    says("The minister did not say that turnout fell.", &[]);
}

#[test]
fn a_source_is_named_with_all_that_describes_it() {
    says(
        "Two aides, who asked not to be named, said the talks failed.",
        &["Two aides, who asked not to be named / said / the talks failed"],
    );
    says(
        "The court's president, Ingrid Solheim, argued that judges retire.",
        &["The court's president, Ingrid Solheim / argued / judges retire"],
    );
    says("The New York Times reported that the talks failed.", &["The New York Times / reported / the talks failed"]);
    says("The minister, speaking in Ohio, said the talks failed.", &["The minister / said / the talks failed"]);
}

#[test]
fn sources_are_typed_and_anonymous_ones_marked() {
    chain("An Israeli official said the talks failed.", &["Israeli official official*"]);
    chain("The Washington Post reported that the talks failed.", &["Washington Post media"]);
    chain("A spokesman said on condition of anonymity that the talks failed.", &["spokesman official*"]);
    chain("A negotiator, who asked not to be named, said the talks failed.", &["negotiator official*"]);
    chain("Turkey says it is not bound by the text.", &["Turkey party"]);
    chain("The statement says the talks failed.", &["statement document"]);
    chain("Analysts said the talks failed.", &["Analysts expert"]);
}

#[test]
fn a_chain_goes_from_the_outermost_to_the_innermost() {
    chain(
        "Yedioth Ahronoth, citing informed sources, said the talks failed.",
        &["Yedioth Ahronoth media", "informed sources official*"],
    );
    chain("A Syrian official told Reuters the talks failed.", &["Reuters media", "Syrian official official*"]);
    chain(
        "A Syrian official said in an interview with Reuters that the talks failed.",
        &["Reuters media", "Syrian official official*"],
    );
    chain("A Syrian official told the Daily Echo that the talks failed.", &["Syrian official official*"]);
}

#[test]
fn an_own_stance_is_attributed_to_an_official_and_to_whoever_denies() {
    chain("The spokesman ruled out a withdrawal.", &["spokesman official"]);
    chain("Israel rejected a withdrawal.", &[]);
    let (reports, _) = read("Israel denied having offered a withdrawal.", "");
    assert!(!reports[0][0].by_party);
}

#[test]
fn only_a_mark_carries_a_speaker_over() {
    let (reports, _) = read("“We lost,” the premier said. “We will be back.” The rain fell.", "");
    let carried: Vec<bool> = reports.iter().map(|reports| reports.iter().any(|report| report.carried)).collect();
    assert_eq!(carried, [false, true, false]);
}

#[test]
fn what_is_said_by_nobody_in_particular_has_no_source() {
    says("It was reported that the files were lost.", &[" / was reported / the files were lost"]);
    says("The sheriff is accused of taking bribes.", &[" / is accused of / The sheriff | taking bribes"]);
    says(
        "It was determined by the police that the door was open.",
        &["the police / was determined / the door was open"],
    );
    says("Ministers were told that the plan failed.", &[" / were told / the plan failed"]);
    says("No one suggested that the files were lost.", &[]);
}

#[test]
fn what_stands_before_its_verb_is_content_too() {
    says("They would close what he called “a loophole”.", &["he / called / a loophole"]);
    says("The party took gifts, which many believe were illegal.", &["many / believe / which | were illegal"]);
    says(
        "Residents said police slept, a claim the department denies.",
        &["Residents / said / police slept", "the department / denies / a claim"],
    );
    says("“Wait” is how one aide described the plan.", &["one aide / described / Wait"]);
}

#[test]
fn a_quotation_makes_its_verb_one_of_saying() {
    says("“We lost,” the premier beamed.", &["the premier / beamed / We lost"]);
    says("The premier shot back: “We lost.”", &["The premier / shot / We lost"]);
    says("The mayor's office issued a statement:\n\n“We lost.”", &["The mayor's office / issued / We lost"]);
    says("“Wait”: those were the words of the judge.", &["the judge / were the words of / Wait"]);
}

#[test]
fn quotations_within_quotations_and_over_sentences_keep_their_speaker() {
    says(
        "She said he was “a fool. Who says ‘go home’ at noon? Nobody.” He left.",
        &["She / said / he was “a fool | Who says ‘go home’ at noon? | Nobody"],
    );
    says(
        "“We lost,” the premier said. “They won. We will be back,” she added.",
        &["the premier / said / We lost", "she / added / They won | We will be back"],
    );
}

#[test]
fn what_is_said_begins_with_its_first_word() {
    says("The court said there was time.", &["The court / said / there was time"]);
    says("The court said on Sept. 12 the law was void.", &["The court / said / the law was void"]);
    says("The court said neither side had won.", &["The court / said / neither side had won"]);
    says("The leaders both said they lost.", &["The leaders both / said / they lost"]);
    says("The premier held firm to a belief that they lost.", &[]);
}

#[test]
fn a_source_keeps_an_apposition_that_holds_a_coordination() {
    says(
        "“We lost,” said Ann Lee, professor of law and politics at the university.",
        &["Ann Lee, professor of law and politics at the university / said / We lost"],
    );
    says(
        "The groups, including the league, which sued, said the law was void.",
        &["The groups, including the league, which sued / said / the law was void"],
    );
}

#[test]
fn a_headline_names_its_source_before_a_colon() {
    says("Sources: Minister to quit", &["Sources / : / Minister to quit"]);
    says("Sports: Minister to quit", &[]);
}

#[test]
fn occasions_and_appositions_are_no_part_of_what_is_judged() {
    says("The senator accused the judge of bias during the debate.", &["The senator / accused / the judge of bias"]);
    says("The senator called the bill a fraud, after it was read.", &["The senator / called / the bill a fraud"]);
}

#[test]
fn the_medium_that_quotes_is_the_outer_hop() {
    chain(
        "The talks failed, Tanjug quoted a senior diplomat as saying.",
        &["Tanjug media", "senior diplomat official*"],
    );
    chain(
        "In remarks carried by Reuters, the minister said that the talks failed.",
        &["Reuters media", "minister official"],
    );
    chain("The talks failed, one of the negotiators said.", &["one of the negotiators official*"]);
}

#[test]
fn types_of_sources_are_kept_apart() {
    let (reports, _) = read("The BBC said on Monday that the talks failed.", "");
    assert_eq!(reports[0][0].chain[0].kind, SourceType::Media);
}
