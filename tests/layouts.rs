//! Claims whose meaning hangs on the layout of the page: interviews, lists under their introduction, recitals, quotations
//! over several paragraphs.

use demarche::corpus::Engine;
use demarche::document::Document;
use demarche::dossier::Dossier;

/// The claims of `text` as "KIND HOLDERS | CONTENT"; each has its cue and its content in its quote.
fn claims(text: &str) -> Vec<String> {
    let engine = Engine::new(Dossier::builtin("world").expect("the dossier")).expect("the tables");
    let corpus = engine.read(vec![Document::from_text("x", text)]);
    let line = |claim: &demarche::record::Claim| {
        assert!(claim.quote.contains(claim.cue) && claim.quote.contains(claim.content), "{claim:?}");
        format!("{} {} | {}", claim.kind.word(), claim.holders.join("+"), claim.content.of(text))
    };
    corpus.claims.iter().map(line).collect()
}

#[track_caller]
fn expect(text: &str, wanted: &[&str]) {
    assert_eq!(claims(text), wanted, "{text}");
}

#[test]
fn in_an_interview_the_answerer_speaks_and_a_question_claims_nothing() {
    expect(
        "The long road\n\nAnna Kole, a spokeswoman for the government of Kenya, met us on Monday.\n\nQ: Does Uganda want \
         a toll?\n\nA: I cannot say. We reject any toll.\n\nQ: Would you accept observers?\n\nA: Never.\n\nQ: And \
         patrols?\n\nA: We are ready to pay for them.\n",
        &["red-line kenya | any toll", "red-line kenya | observers", "offer kenya | pay for them"],
    );
}

#[test]
fn an_item_is_one_of_what_its_introduction_announces() {
    expect(
        "Kenya and Uganda met on Monday about the road.\n\nUganda's demands:\n• a toll on trucks\n• a joint patrol\n\nWhat \
         Kenya wants:\n• a new bridge\n\nKenya is willing to:\n• pay for the ferry\n\nStill open:\n• the price of fuel\n",
        &[
            "demand uganda | a toll on trucks",
            "demand uganda | a joint patrol",
            "demand kenya | a new bridge",
            "offer kenya | pay for the ferry",
            "open kenya+uganda | the price of fuel",
        ],
    );
}

#[test]
fn those_who_adopt_a_declaration_hold_its_paragraphs_behind_the_recitals() {
    expect(
        "We, the Presidents of Kenya and Uganda, meeting at Busia,\n\nRecalling the accord of 1977,\n\n1. Undertake to open \
         the road;\n\n2. Commit themselves to the upkeep of the bridge.\n",
        &["agreed kenya+uganda | open the road", "agreed kenya+uganda | the upkeep of the bridge"],
    );
    expect(
        "The ministers of Kenya and Uganda met at Busia. The two Sides:\n\n1. Decided to open the road;\n\n2. Concurred on \
         the price of fuel.\n",
        &["agreed kenya+uganda | open the road", "agreed kenya+uganda | the price of fuel"],
    );
}

#[test]
fn a_quotation_behind_who_speaks_is_theirs_to_its_end() {
    expect(
        "Kenya and Uganda met on Monday. The Kenyan foreign minister spoke on the steps. “We reject the toll. We want a \
         bridge.”\n",
        &["red-line kenya | the toll", "demand kenya | a bridge"],
    );
}

#[test]
fn a_quotation_before_who_speaks_is_theirs_from_its_beginning() {
    expect(
        "“We reject the toll,” the Kenyan foreign minister said.\n\n“We will not sign. It is a trap. We demand a bridge,” the \
         Ugandan foreign minister said on Monday. “We will not move.”\n",
        &["red-line kenya | the toll", "red-line uganda | sign", "demand uganda | a bridge", "red-line uganda | move"],
    );
}

#[test]
fn what_stands_beside_a_point_says_whose_demand_or_red_line_it_is() {
    expect(
        "Kenya rejected a toll, the main demand of Uganda. Uganda wants a bridge, a red line for Kenya. Kenya proposed a \
         ferry, an idea Uganda dismissed.\n",
        &[
            "demand uganda | a toll",
            "red-line kenya | a toll",
            "demand uganda | a bridge",
            "red-line kenya | a bridge",
            "red-line uganda | a ferry",
            "offer kenya | a ferry",
        ],
    );
}

#[test]
fn an_introduction_whose_list_is_missing_claims_nothing() {
    expect(
        "Kenya and Uganda met in Nairobi on Monday. Kenya wants a toll.\n\nThey also undertake to:\n",
        &["demand kenya | a toll"],
    );
}
