//! Each construction as short sentences; a word with `/Tag` behind it must get that tag.

use super::*;
use crate::language::{sentence, token};
use crate::text::Span;

/// Takes the tags out of a case: the sentence, and for each tag the byte where its word ends.
fn parse(case: &str) -> (String, Vec<(usize, &str)>) {
    let mut text = String::new();
    let mut expected = Vec::new();
    let mut pieces = case.split('/');
    text.push_str(pieces.next().unwrap_or(""));
    for piece in pieces {
        let end = piece.find(|char: char| !char.is_ascii_alphabetic()).unwrap_or(piece.len());
        expected.push((text.len(), &piece[..end]));
        text.push_str(&piece[end..]);
    }
    (text, expected)
}

/// Checks sentences whose expected tags stand behind their words.
#[track_caller]
fn check(cases: &[&str]) {
    let lexicon = Lexicon::builtin();
    let mut wrong = Vec::new();
    for case in cases {
        let (text, expected) = parse(case);
        let mut tokens = Vec::new();
        token::tokens(&text, Span::new(0, text.len()), &lexicon, &mut tokens);
        tag(&mut tokens, &text, &lexicon);
        for (at, tag) in expected {
            let found = tokens.iter().find(|token| token.span.end == at);
            let name = found.map(|token| format!("{} is {:?}", token.span.of(&text), token.tag)).unwrap_or_default();
            if !name.ends_with(&format!(" {tag}")) {
                wrong.push(format!("{name}, not {tag}: {text}"));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn words_that_are_noun_and_verb_go_by_their_clause() {
    check(&[
        "Syria demands/Present an end/Noun to the raids/Plural.",
        "The demands/Plural of Syria were/Past rejected/Participle.",
        "Its demands/Plural include/Present a withdrawal/Noun.",
        "Israel offers/Present to withdraw/Base from the hills/Plural.",
        "Both offers/Plural were refused.",
        "The ministry calls/Present for/Preposition talks/Plural.",
        "Their calls/Plural for peace were ignored.",
        "The talks/Plural ended/Past without a deal/Noun.",
        "Security guarantees/Plural remain/Present the main demand/Noun.",
        "Washington guarantees/Present the border/Noun.",
        "Israeli strikes/Plural on Damascus continued/Past.",
        "The union plans/Present to strike/Base on Monday.",
        "The army halts/Present strikes/Plural.",
        "Both sides want/Present talks/Plural.",
        "The ministers demand/Present that the raids/Plural stop/Base.",
        "It will demand/Base guarantees/Plural.",
        "They refuse/Present to talk/Base.",
        "He made an offer/Noun and a pledge/Noun.",
        "The demand/Noun was/Past clear/Adjective.",
        "It rejects/Present any/Determiner limit/Noun on arms.",
        "It rejects/Present any/Determiner more/Determiner raids/Plural.",
        "It wants a two-month/Adjective pause/Noun.",
        "He said in a speech published/Participle Tuesday that/Subordinator Kenya must leave.",
        "She said in an interview aired/Participle by the BBC that/Subordinator Kenya must leave.",
        "It wants a binding/Adjective, clear/Adjective date/Noun.",
        "It wants a full, lasting/Adjective, and complete/Adjective truce/Noun.",
        "They agreed to cap output, ship/Base out their stocks and admit/Base monitors.",
        "The delegations hope/Present to share/Base water.",
        "Did Syria demand/Base a return/Noun?",
        "Will Israel halt/Base its raids/Plural?",
        "Damascus seeks/Present a ceasefire/Noun and demands/Present the release/Noun of prisoners.",
        "They agreed to stop/Base the raids and release/Base prisoners/Plural.",
        "The plan/Noun calls/Present for a return/Noun to the lines/Plural.",
        "Syria, backed/Participle by Turkey, demands/Present a full withdrawal.",
        "A return/Noun to work/Noun is possible.",
        "The state/Noun demands/Present that its borders/Plural be/Base respected/Participle.",
        "He asked that Israel stop/Base its raids.",
        "The party that leads/Present the coalition/Noun wants/Present a vote/Noun.",
        "What the government wants/Present is peace/Noun.",
        "The agreement limits/Present troop/Noun movements/Plural.",
        "The price/Noun of peace rose/Past.",
        "Request/Base the council/Noun to meet/Base.",
        "The two governments need/Present time/Noun.",
        "The group opposes/Present any deal/Noun.",
        "Hamas frees ten hostages and Israel releases/Present prisoners/Plural.",
        "Iran rejects/Present the plan, offers/Present limited talks/Plural.",
        "They demanded that the government release/Base detainees/Plural.",
        "Its refusal to return the islands remains/Present a problem.",
        "The promises made by Serbia fall/Present short/Adjective of demands/Plural.",
        "The plan would limit troops and ban/Base heavy arms.",
        "Whether the meetings lead/Present anywhere is unclear.",
        "They have long/Adverb opposed/Participle it.",
        "It wrote to the council, calling for UN forces/Plural to return/Base to their posts.",
    ]);
}

#[test]
fn headlines_have_their_verb() {
    check(&[
        "Syria demands/Present end/Noun to/Preposition raids/Plural",
        "Israel refuses/Present to/To leave/Base",
        "Teachers/Plural to/To strike/Base Monday/Noun",
        "Lebanon wants/Present border/Noun villages/Plural home/Noun",
        "Syria Demands/Present End/Noun to Israeli Raids/Plural",
        "Union rejects/Present offer/Noun",
        "Security talks/Plural in Paris",
        "Generals/Plural trade/Present accusations/Plural",
        "Nurses end/Present strike/Noun after talks/Plural",
        "Talks in Paris yield/Present first accord/Noun",
    ]);
}

#[test]
fn past_and_participle_go_by_auxiliary_and_subject() {
    check(&[
        "The terms offered/Participle by Israel were/Past rejected/Participle.",
        "Israel rejected/Past the plan.",
        "Israel has rejected/Participle the plan.",
        "The plan was rejected/Participle.",
        "It discussed a proposal drafted/Participle in London.",
        "A proposal drafted/Participle in London was withdrawn/Participle.",
        "They want the forces withdrawn/Participle.",
        "He said Israel rejected/Past the plan.",
        "Officials said/Past on Monday the army would leave.",
        "The plan Israel rejected/Past last week is dead.",
        "Has anything been agreed/Participle?",
        "Had Jordan demanded/Participle a seat?",
        "Syria rejected/Past that request but offered/Past to send police.",
        "Asked/Participle about the talks, he refused/Past to answer.",
        "The talks, backed/Participle by Washington, failed/Past.",
        "They met/Past and agreed/Past to continue.",
        "The posts must be handed over and the troops removed/Participle.",
        "The proposed/Adjective deal failed/Past.",
        "It returned the occupied/Adjective land.",
        "They held undisclosed/Adjective meetings.",
        "“No,” said/Past the minister.",
        "The army left/Past the south.",
        "The army has left/Participle the south.",
        "It cut/Past the budget.",
        "The terms put/Participle forward by Syria were fair.",
        "The official told/Past reporters that he agreed/Past.",
        "The step was not/Negation agreed/Participle.",
        "As agreed/Participle, they left/Past.",
        "Those captured/Participle in May were freed/Participle.",
    ]);
}

#[test]
fn to_is_a_preposition_before_a_noun_phrase() {
    check(&[
        "Its commitment to/Preposition peace is firm.",
        "Its commitment to/To withdraw is firm.",
        "A return to/Preposition the lines of 1974.",
        "They agreed to/Preposition talks/Plural.",
        "They agreed to/To talk/Base.",
        "It objects to/Preposition stationing troops there.",
        "They want to/To fully/Adverb withdraw/Base.",
        "It led to/Preposition war.",
        "Nobody expected it to/To.",
    ]);
}

#[test]
fn that_is_told_by_what_stands_around_it() {
    check(&[
        "Syria said that/Subordinator it agreed.",
        "The demand that/Subordinator Israel withdraw/Base was rejected.",
        "The lines that/Relative they held are gone.",
        "The party that/Relative demands/Present peace won.",
        "It rejected that/Determiner demand/Noun.",
        "That/Pronoun would be a red line.",
        "That/Determiner demand/Noun was refused.",
        "He told reporters that/Subordinator talks/Plural would resume.",
        "It is clear that/Subordinator they refuse/Present.",
        "We accept that/Pronoun.",
        "Any step that/Relative leaves/Present troops there fails.",
        "He said no and that/Subordinator the talks were over.",
    ]);
}

#[test]
fn small_words_are_told_by_what_follows() {
    check(&[
        "Peru and Chile both/Adverb accepted/Past a gauge.",
        "Peru would neither/Negation cede/Base the port nor sell it.",
        "Peru itself/Adverb is against a port.",
        "Peru, Chile sign/Present squid accord",
        "The accord between Peru and Chile calls/Present for a ban.",
        "Nurses ask for a 29 percent rise/Noun.",
        "He left after/Subordinator Israel rejected/Past the plan.",
        "He left after/Preposition the talks.",
        "They waited until/Subordinator the raids stopped/Past.",
        "They stayed until/Preposition Monday.",
        "Since/Preposition December it has held the hill.",
        "As/Subordinator the talks ended/Past, he left.",
        "It acts as/Preposition a mediator.",
        "There/Existential is no/Determiner deal.",
        "They live there/Adverb.",
        "It no/Negation longer wants it.",
        "Her/Possessive demand/Noun was met.",
        "They met her/Pronoun in Paris.",
        "It may/Modal agree/Base.",
        "They met in May/Noun.",
        "There is political will/Noun.",
        "Both/Determiner sides agreed.",
        "Both/Pronoun demanded/Past it.",
        "Neither/Determiner side agreed.",
        "Neither/Pronoun has/Present agreed.",
        "All/Determiner the troops left.",
        "This/Pronoun is a red line.",
        "This/Determiner demand/Noun is new.",
        "This/Pronoun demands/Present an answer.",
        "These/Determiner demands/Plural are new.",
        "The US/Proper told us/Pronoun.",
        "He looks like/Preposition a general.",
        "They would like/Base peace.",
    ]);
}

#[test]
fn ing_forms_are_verbs_nouns_or_adjectives() {
    check(&[
        "It insists on rejecting/Gerund any presence.",
        "The meeting/Noun ended.",
        "The ongoing/Adjective talks/Plural failed.",
        "Israel is demanding/Gerund guarantees/Plural.",
        "Rejecting/Gerund the plan, Syria left.",
        "Raising/Gerund taxes hurt jobs.",
        "Fishing/Adjective nations agreed to cut quotas.",
        "Voting/Adjective rights groups say that the map is void.",
        "The signing/Noun of the deal was late.",
        "They stopped bombing/Gerund the city.",
        "Continued/Adjective strikes/Plural hurt the talks.",
        "There is an understanding/Noun between them.",
        "Forces operating/Gerund in the south left.",
        "They welcome Israel’s halting/Gerund its raids.",
        "It fears losing/Gerund control.",
    ]);
}

#[test]
fn demonyms_are_adjectives_before_nouns_and_names_are_proper() {
    check(&[
        "Israeli/Adjective demands/Plural grew.",
        "The Syrian/Adjective official/Noun refused/Past.",
        "An Israeli/Noun was arrested.",
        "The Israelis/Plural agreed.",
        "Syrian–Israeli/Adjective talks/Plural",
        "Officials/Plural met in Paris/Proper with Roman/Proper Gofman/Proper.",
        "Foreign/Proper Minister/Proper Fidan/Proper spoke.",
        "The US-led/Adjective plan failed.",
    ]);
}

#[test]
fn a_clitic_is_genitive_or_verb() {
    let lexicon = Lexicon::builtin();
    for (text, expected) in
        [("Israel's army", Tag::Genitive), ("it's over", Tag::Present), ("What's next", Tag::Present)]
    {
        let mut tokens = Vec::new();
        token::tokens(text, Span::new(0, text.len()), &lexicon, &mut tokens);
        tag(&mut tokens, text, &lexicon);
        assert_eq!(tokens[1].tag, expected, "{text}");
    }
}

#[test]
fn any_text_gets_tags_and_known_words_their_lemma() {
    let lexicon = Lexicon::builtin();
    for text in
        ["", "that", "to", "s' 's", "سقف the", "and and and", "no.", "have had been", "(demands)", "THAT TO HER"]
    {
        let mut spans = Vec::new();
        sentence::sentences(text, Span::new(0, text.len()), &mut spans);
        for span in spans {
            let mut tokens = Vec::new();
            token::tokens(text, span, &lexicon, &mut tokens);
            tag(&mut tokens, text, &lexicon);
        }
    }
    let text = "He withdrew the demands";
    let mut tokens = Vec::new();
    token::tokens(text, Span::new(0, text.len()), &lexicon, &mut tokens);
    tag(&mut tokens, text, &lexicon);
    let lemmas: Vec<&str> = tokens.iter().map(|token| lexicon.text(token.lemma)).collect();
    assert_eq!(lemmas, ["he", "withdraw", "the", "demand"]);
}

#[test]
fn a_verb_is_found_far_from_its_subject_and_in_its_own_clause() {
    check(&[
        "The question, which Israel demands/Present, will depend on others.",
        "The corridor Israel seeks/Present would run south.",
        "The plan, backed/Participle by Egypt, calls/Present for a phase-out/Noun of patrols/Plural.",
        "The deal hinges/Present on a withdrawal.",
        "Oslo will not countenance/Base a handover/Noun.",
        "It will not stomach/Base a pause/Noun.",
        "The union withdraws unless it drops its plan to cut night pay/Noun.",
        "Hamas demanded, among other things, guarantees/Plural that it would end.",
        "It proposed that British firms/Plural be/Base allowed to bid.",
        "Small island states/Plural walked/Past out.",
        "Venezuela, whose claim/Noun to the river dates/Present to 1899, refuses to yield.",
        "On Friday, delegates/Plural worked/Past in groups.",
        "Drivers had wanted a say/Noun in rosters.",
        "EU, Britain agree/Present deal/Noun",
        "The text legalises/Present occupation.",
    ]);
}

#[test]
fn a_wish_has_its_verb_in_the_base_form() {
    check(&[
        "Damascus insisted that both steps begin/Base on one day.",
        "They propose that firms be allowed and that two nations join/Base.",
        "It asked that the court rule/Base on four temples.",
        "Officials say that the two nations join/Present in May.",
        "He considers the autonomy plan/Noun unacceptable/Adjective.",
        "It aims to contain tension rather than redefine/Base the conflict.",
        "Peru insists that Chad cut/Base its levy and open/Base the port.",
        "Peru demanded that the pilots come/Base from Chad.",
        "Aides suggest that Chad cut/Past its levy in May.",
    ]);
}

#[test]
fn a_past_is_told_from_a_participle_by_agent_object_and_place() {
    check(&[
        "He left after Ahmed Ali instructed/Past Israeli envoys.",
        "Germany sent tanks and France offered/Past planes.",
        "Chad refused a toll and Peru balked/Past at a cap on boats.",
        "Chad opened/Past by asking that Peru pay.",
        "The gate opened/Participle by Chad is shut.",
        "Nor was there/Existential any talk of a toll.",
        "Israel stays, a diplomat said/Past on Monday.",
        "The rebels, who hold the port, said/Past on Monday they would leave.",
        "The rise, which members rejected/Past by a margin, is back.",
        "The truce was put/Participle forward by Oman.",
        "It praised a truce put/Participle forward by Oman.",
        "According to two people briefed/Participle on the talks, it is over.",
        "The army took a hill held/Participle since May.",
        "The report — based/Participle on a draft — suggests/Present a delay.",
        "They shook hands, exchanged/Past maps and agreed/Past to meet.",
        "Talks over the Nile stalled/Past after the dam began/Past filling.",
        "The fate of those detained/Participle in raids in the south remains/Present unresolved.",
        "The terms reached/Participle in Doha include/Present a halt.",
        "The army had green-lighted/Participle the raid.",
        "It has since/Adverb come/Participle down.",
        "Officials wrapped/Past up two days of talks having agreed/Participle that it would go on.",
        "It sought limited/Adjective and temporary steps.",
        "American mediation — and sustained/Adjective American pressure — helped.",
        "After weeks of quiet and growing/Adjective tension, they met.",
    ]);
}

#[test]
fn names_and_small_words_keep_their_class() {
    check(&[
        "President Ahmad al-Sharaa/Proper left.",
        "Trump/Proper pressed Netanyahu.",
        "They met last May/Noun.",
        "They want at/Adverb least/Adverb ten posts.",
        "The Serbian side neither/Negation accepted/Past nor rejected/Past it.",
        "It denied that any/Determiner such/Determiner pledge was made.",
        "It stopped so that/Subordinator talks/Plural on a pact can go on.",
        "They told reporters in Geneva that/Subordinator Egypt would host talks.",
        "The pledge that/Relative Damascus wants most is missing.",
        "It is willing/Adjective to talk.",
        "Syria, Israel to/To open/Base border hotline",
    ]);
}

#[test]
fn a_form_that_begins_the_subject_of_what_is_said_is_no_verb() {
    check(&[
        "Chad insisted that/Subordinator frozen/Adjective funds be returned.",
        "Chad said that/Subordinator planned/Adjective cuts must go further.",
        "Chad asked that/Subordinator closed/Adjective ports be reopened.",
        "Chad wants ports and open fields – demands/Plural Peru resists/Present to save farms.",
        "Chad wants longer/Adjective leases and waits no/Negation longer/Adverb.",
        "On Monday, fishing/Adjective nations agreed.",
        "Ana da/Proper Costa and Bart van/Proper den/Proper Berg met.",
        "Chad said fishing/Noun fleets must leave.",
        "Chad said that mining/Noun firms should pay.",
        "Chad refused a text written/Participle by others, and asked/Past for talks.",
        "Chad read a text written/Participle and signed/Participle by others.",
        "Chad, for the group, and backed/Participle by Peru, asked/Past for a levy.",
    ]);
}
