use super::*;

fn read(words: &str) -> Matter {
    Matter::read(words, Span::new(0, words.len()), Span::new(0, words.len()))
        .unwrap_or_else(|| panic!("{words} is about something"))
}

#[track_caller]
fn same(one: &str, other: &str) {
    let (a, b) = (read(one), read(other));
    assert!(a.meets(&b) && b.meets(&a), "{one} / {other}\n{a:?}\n{b:?}");
}

#[track_caller]
fn apart(one: &str, other: &str) {
    let (a, b) = (read(one), read(other));
    assert!(!a.meets(&b) && !b.meets(&a), "{one} / {other}\n{a:?}\n{b:?}");
}

#[test]
fn one_thing_under_several_names_is_one_point() {
    same("the establishment of a joint fusion mechanism between the two", "set up a hotline to prevent escalation");
    same("a hotline for direct coordination", "an immediate intelligence cooperation mechanism");
    same("a suspension of Israeli military operations in Syria", "end hostile actions");
    same("whether Israel will halt its incursions", "an end to Israeli strikes");
    same("a full withdrawal of Israeli forces", "withdraw from the territories it has recently occupied");
    same("Israel withdraw from five hilltops in the south", "a withdrawal back to the line of 1974");
    same("the preservation of freedom for its military operations", "preserve full freedom of action against threats");
    same("pay compensation to farmers whose fields were burned", "compensation for the burned fields");
    same("another large exchange of captives", "a prisoner swap");
    same(
        "a return to the lines of the 1974 Disengagement Agreement",
        "the restoration of the 1974 Disengagement Agreement",
    );
}

#[test]
fn what_only_shares_words_is_another_point() {
    apart("a clear timetable for the withdrawal of Israeli forces", "a full withdrawal of Israeli forces");
    apart("guarantees that Israel will not attack", "an end to Israeli attacks");
    apart("launch parallel discussions on a security agreement", "pursue a security agreement");
    apart("any Turkish military presence in Syria", "an Israeli presence on the mountain");
    apart("a demilitarised zone", "a buffer zone under Israeli control");
    apart("a timetable for the withdrawal", "a timetable for elections");
    apart("economic projects along the border", "energy projects in the north");
    apart("more than a simple disengagement agreement", "the restoration of the 1974 Disengagement Agreement");
    apart("decisive agreements", "an agreement with farmers");
    apart("class sizes", "classroom aides");
    apart("ten kilometres", "thirty kilometres from the line");
    apart("a halt to air strikes", "the matter of overflights");
}

#[test]
fn acts_say_whether_the_words_are_for_or_against_the_point() {
    for (words, against) in [
        ("a suspension of Israeli military operations in Syria", true),
        ("Israeli military operations in Syria will cease", true),
        ("continue its military operations", false),
        ("set up a hotline to prevent escalation", false),
        ("refrain from halting the strikes", false),
        ("the lifting of sanctions", true),
        ("sanctions relief", true),
        ("the removal of heavy weapons from the south", false),
        ("tariff cuts", true),
        ("limited and temporary security understandings", false),
    ] {
        assert_eq!(read(words).against, against, "{words}: {:?}", read(words));
    }
}

#[test]
fn terms_are_figures_extent_and_places() {
    let matter = read("a full withdrawal within 60 days from Quneitra");
    assert_eq!(matter.terms.extent, Some(Extent::Whole));
    assert_eq!(matter.terms.figures, [("day".to_owned(), "60".to_owned())]);
    assert_eq!(matter.terms.places, ["quneitra"]);
    assert_eq!(read("a temporary presence").terms.extent, Some(Extent::Part));
}

#[test]
fn words_that_say_nothing_are_no_point() {
    assert_eq!(Matter::read("of the", Span::new(0, 6), Span::new(0, 6)), None);
    assert_eq!(Matter::read("", Span::new(0, 0), Span::new(0, 0)), None);
}

#[test]
fn a_condition_counts_wherever_it_stands_in_the_sentence() {
    for (sentence, conditional) in [
        ("Sudan would release the prisoners if Ethiopia withdrew.", true),
        ("If Ethiopia withdrew, Sudan would release the prisoners.", true),
        ("Sudan would release the prisoners in return for a withdrawal.", true),
        ("Sudan would release the prisoners.", false),
    ] {
        let start = sentence.find("release the prisoners").expect("the words");
        let content = Span::new(start, start + "release the prisoners".len());
        let matter = Matter::read(sentence, content, Span::new(0, sentence.len())).expect("a point");
        assert_eq!(matter.conditional, conditional, "{sentence}");
    }
}
