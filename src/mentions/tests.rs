//! Who is meant, in whole texts.

use super::{Cast, Read, Scene};
use crate::dossier::{Dossier, Names};
use crate::language::parse::{Language, Workspace};
use crate::language::sentence::sentences;
use crate::text::Span;

/// What a text, read without a dossier, gives: for the phrase that begins with `of` in its last sentence the
/// parties, then who negotiates, then who mediates.
#[track_caller]
fn read(text: &str, of: &str) -> (String, String, String) {
    let dossier = Dossier::builtin("world").expect("the world is sound");
    let mut language = Language::builtin();
    let names = Names::new(&dossier, &mut language.lexicon);
    let mut spans = Vec::new();
    sentences(text, Span::new(0, text.len()), &mut spans);
    let read = |&span: &Span| {
        let mut workspace = Workspace::default();
        workspace.tokenize(&language, text, span);
        workspace.parse(&language, text);
        workspace
    };
    let workspaces: Vec<Workspace> = spans.iter().map(read).collect();
    let parses: Vec<Read<'_>> = workspaces.iter().map(|workspace| (workspace.view(&language, text), false)).collect();
    let cast = Cast::read(&dossier, &names, &parses);
    let mut scene = Scene::new(&dossier, &names, &cast);
    for (parse, _) in &parses {
        scene.enter(parse);
    }
    let slugs = |parties: super::Parties| {
        parties.iter().map(|party| scene.slug(party).to_owned()).collect::<Vec<_>>().join("+")
    };
    let last = &parses.last().expect("there is a sentence").0;
    let phrase = last.phrases().iter().position(|phrase| last.span(phrase.first, phrase.last).of(text).starts_with(of));
    assert!(phrase.is_some(), "no phrase {of:?} in {text:?}");
    let actor = phrase
        .and_then(|phrase| scene.actor(phrase))
        .map_or("nobody".to_owned(), |actor| if actor.outsider { "outsider".to_owned() } else { slugs(actor.parties) });
    (actor, slugs(scene.principals()), slugs(scene.mediators()))
}

#[track_caller]
pub(super) fn stands_for(text: &str, of: &str, expected: &str) {
    assert_eq!(read(text, of).0, expected, "{of} in {text}");
}

#[track_caller]
fn negotiate(text: &str, expected: &str, mediators: &str) {
    let (_, principals, mediating) = read(text, "");
    assert_eq!((principals.as_str(), mediating.as_str()), (expected, mediators), "{text}");
}

#[test]
fn a_union_is_named_by_its_acronym_where_the_text_gives_one() {
    let text = "The Harbour Workers Union (HWU) met Brandel on Monday. The HWU rejected the draft.";
    stands_for(text, "The HWU", "hwu");
    stands_for(
        "The Norwick Nurses Federation met the hospital. The federation rejected it.",
        "The federation",
        "norwick-nurses-federation",
    );
}

#[test]
fn a_union_may_be_spoken_of_before_it_is_named() {
    let text = "Miners walked out, their union said. The Upland Miners Union wants more. The union refused.";
    stands_for(text, "The union", "upland-miners-union");
}

#[test]
fn a_local_belongs_to_the_union_that_the_world_knows() {
    stands_for("Members of United Auto Workers Local 77 voted. The local refused.", "The local", "uaw");
}

#[test]
fn a_company_is_the_name_that_acts() {
    let text = "Staff at Brandel's depot stopped work. Brandel offered six percent. Manager Ute Falk said the company was ready. \
                Management refused.";
    stands_for(text, "Management", "brandel");
}

#[test]
fn a_board_without_a_name_is_called_after_the_place() {
    let text = "Teachers in Elmsford met on Monday. The Elmsford Teachers Association made an offer to Elmsford. The school board refused.";
    stands_for(text, "The school board", "elmsford-school-board");
}

#[test]
fn people_who_bargain_without_a_name_are_a_party() {
    stands_for("Ghana's creditors rejected the swap.", "Ghana's creditors", "creditors");
    stands_for("Bus drivers in Lima want a pay rise.", "Bus drivers", "bus-drivers");
    stands_for("The Baltic states offered radars.", "The Baltic states", "baltic-states");
    stands_for("Several drivers in Lima want a pay rise.", "Several drivers", "nobody");
}

#[test]
fn members_stand_for_the_union_of_the_article() {
    let text = "The Elmsford Teachers Association met the board. Teachers were ready to talk.";
    stands_for(text, "Teachers", "elmsford-teachers-association");
}

#[test]
fn a_person_is_joined_to_the_party_that_the_text_gives() {
    for (text, of, expected) in [
        (
            "Brandel and the Harbour Workers Union met. Union president Ola Ness spoke. Ness refused.",
            "Ness",
            "harbour-workers-union",
        ),
        ("Ivo Marin, who leads the Serbian delegation, arrived. Marin refused.", "Marin", "serbia"),
        ("Ivo Marin, head of the Serbian team, arrived. He refused.", "He", "serbia"),
    ] {
        stands_for(text, of, expected);
    }
}

#[test]
fn a_place_before_a_speaker_is_nobody() {
    stands_for("Raids hit markets in Darfur, a spokesman for Egypt said. Darfur is quiet.", "Darfur", "nobody");
}

#[test]
fn a_body_of_people_may_be_they() {
    stands_for("The Rapid Support Forces said they would stop.", "they", "rsf");
}

#[test]
fn it_is_the_subject_behind_the_last_semicolon() {
    stands_for("Malta wants a ceiling; Norway rejects the word. It would take a brake.", "It", "norway");
    stands_for("Malta wants a ceiling. It would take a brake.", "It", "malta");
}

#[test]
fn a_company_may_be_named_once_beside_a_union() {
    stands_for("The United Auto Workers met Ford. The company refused.", "The company", "ford");
}

#[test]
fn the_two_are_those_just_named() {
    stands_for("Egypt and Israel met again. Turkey and Qatar. The two proposed a centre.", "The two", "qatar+turkey");
}

#[test]
fn a_capital_is_a_place_behind_in() {
    stands_for("Sudan and Chad met in Cairo.", "Cairo", "nobody");
    stands_for("Sudan and Chad met. Cairo rejected the plan.", "Cairo", "egypt");
}

#[test]
fn who_rules_in_a_place_stands_for_it() {
    stands_for("The junta in Niger wants the mine.", "The junta", "niger");
}

#[test]
fn those_who_act_most_negotiate() {
    negotiate("Chad and Libya met in Rome. Chad wants a border post. Libya refused. Italy is warm.", "chad+libya", "");
    negotiate("Chad and Libya met. The talks were mediated by Qatar. Chad refused. Libya left.", "chad+libya", "qatar");
    negotiate("Chad and Libya met. Qatar, the mediator, left. Chad refused. Libya left.", "chad+libya", "qatar");
    negotiate("Oman hosted Chad and Libya. Chad refused. Libya left.", "chad+libya", "");
}

#[test]
fn three_negotiate_where_the_text_speaks_of_three() {
    negotiate("Chad, Libya and Niger met. The three countries agreed. Chad left.", "chad+libya+niger", "");
}

#[test]
fn voices_that_are_not_at_the_table_stand_for_nobody() {
    for (text, of) in [
        ("Israel's opposition leader wants a vote.", "Israel's opposition leader"),
        ("A Kenyan analyst wants a vote.", "A Kenyan analyst"),
        ("The families want them back.", "The families"),
    ] {
        stands_for(text, of, "outsider");
    }
}

#[test]
fn a_capital_that_hosts_the_talks_is_a_place_throughout() {
    stands_for("Egypt and Ethiopia met in Oslo. Oslo offered calm.", "Oslo", "nobody");
    stands_for("Egypt and Ethiopia met. Oslo offered money.", "Oslo", "norway");
}

#[test]
fn the_former_and_the_latter_are_the_two_that_were_named() {
    stands_for("Egypt and Ethiopia met in Oslo. The former wants a treaty.", "The former", "egypt");
    stands_for("Egypt and Ethiopia met in Oslo. The latter wants a handshake.", "The latter", "ethiopia");
}

#[test]
fn a_name_that_bargains_is_a_party() {
    stands_for("Varo rejected the bid from Tesk.", "Varo", "varo");
    stands_for("NBXL has offered a cap. The owners met.", "The owners", "nbxl");
    stands_for("Talks with Varo went on. Varo left.", "Varo", "varo");
    stands_for("Rosa Varo rejected the bid. Varo left.", "Varo", "");
    stands_for("Fighting in Varo went on. Varo refused to fall.", "Varo", "nobody");
    stands_for("The Courier rejected the claim. The Courier left.", "The Courier", "nobody");
}

#[test]
fn a_union_without_a_name_is_that_of_its_people() {
    stands_for("Players rejected the cap. The union wants more.", "The union", "players");
}

#[test]
fn a_state_within_a_state_is_called_so_for_short() {
    stands_for("Benue State and the nurses met. The state government refused.", "The state government", "benue-state");
}

#[test]
fn who_speaks_for_a_firm_is_the_person_meant_next() {
    let text = "Malta wants a ceiling, its minister said. “It is slow,” said Ana Costa of Selby Metals. She sold.";
    stands_for(text, "She", "outsider");
}

#[test]
fn who_speaks_for_a_delegation_in_capitals_is_he() {
    stands_for("CHAD asked for a levy. He thanked the chair.", "He", "chad");
    stands_for("Chad asked for a levy. He thanked the chair.", "He", "nobody");
}

#[test]
fn the_people_of_an_enterprise_stand_for_their_union() {
    let text = "Selby Motors and the Selby Workers Union met. Selby Motors machinists refused.";
    stands_for(text, "Selby Motors machinists", "selby-workers-union");
}

#[test]
fn letters_in_brackets_say_where_a_name_begins() {
    for (name, of, expected) in [
        ("The Dock, Rail and Canal Union (DRCU)", "The DRCU", "drcu"),
        ("The Ministry for Soil, Forests and Lakes (MSFL)", "The MSFL", "msfl"),
        ("The Upland Liberation Front (ULF)", "The front", "ulf"),
        ("The Confederation of Small Weavers (KMT)", "The confederation", "kmt"),
    ] {
        stands_for(&format!("{name} met Brandel on Monday. {of} rejected the draft."), of, expected);
    }
}

#[test]
fn the_noun_beside_a_name_stands_for_it_later() {
    stands_for("The rebel coalition KLM rejected the swap. The coalition wants a road.", "The coalition", "klm");
    stands_for("Drugmaker Brandel offered a third. The company refused.", "The company", "brandel");
    stands_for("The BDK, the bakers' union, wants more. The union refused.", "The union", "bdk");
}

#[test]
fn a_neighbour_and_a_brother_are_no_parties() {
    let text = "My neighbour Edna wants peace. The Loom Workers Union rejected the offer of Brandel, which is Brandel's last. \
                Edna refuses tea.";
    stands_for(text, "Edna", "nobody");
}

#[test]
fn both_of_a_noun_are_the_two_whose_names_end_in_it() {
    let text = "The Lower Basin offered less. The Upper Basin refused. Both basins agreed on a gauge.";
    stands_for(text, "Both basins", "lower-basin+upper-basin");
}

#[test]
fn of_two_firms_the_company_is_the_one_that_was_named_last() {
    let text =
        "Brandel rejected an offer from SelcoBruma. Selco wants an answer by Friday. The company would keep the depot.";
    stands_for(text, "The company", "selcobruma");
}

#[test]
fn a_brewer_of_some_nation_is_not_the_nation() {
    stands_for("Peru and Chile met. The Danish brewer refused.", "The Danish brewer", "nobody");
}

#[test]
fn a_political_party_goes_by_its_people_and_speaks_through_its_leader() {
    let text = "Ana Gil's Liberals and the Social Democrats met. The Liberals want a toll. Gil refused.";
    stands_for(text, "Gil", "liberals");
    negotiate(text, "liberals+social-democrats", "");
}

#[test]
fn employers_are_spoken_for_by_their_association() {
    let text = "The Port Operators' Association met the Harbour Workers Union. The association wants time. The employers refused.";
    stands_for(text, "The employers", "port-operators-association");
}

#[test]
fn a_statesman_speaks_for_the_body_that_he_leads_where_it_bargains() {
    stands_for("The Sudanese army and the RSF met. Burhan refused.", "Burhan", "saf");
    stands_for("Sudan and Egypt met. Burhan refused.", "Burhan", "sudan");
}
