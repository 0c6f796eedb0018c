use super::*;

/// A rule with one cue and one example, both as JSON.
fn source(id: &str, cue: &str, example: &str) -> String {
    format!(
        "{{ \"id\": {id:?}, \"kind\": \"demand\", \"explains\": \"A demand.\", \"codebook\": \"The kinds\",\n\
         \"cues\": [\n{cue}\n],\n\"examples\": [\n{example}\n] }}"
    )
}

const EXAMPLE: &str = r#"{ "text": "Syria demands a halt.", "gives": ["demand syria | a halt"] }"#;

#[track_caller]
fn error_of(source: &str) -> String {
    let sources = [("a.json", source)];
    match RuleBook::from_sources(&sources, &mut Lexicon::builtin()) {
        Ok(_) => "no error".to_owned(),
        Err(error) => error.to_string(),
    }
}

#[test]
fn the_built_in_rules_are_sound() {
    let book = RuleBook::builtin(&mut Lexicon::builtin());
    assert_eq!(book.err().map(|error| error.to_string()), None);
}

#[test]
fn a_built_in_file_is_named_after_its_rule_and_tests_it() -> Result<(), RuleError> {
    for rule in &RuleBook::builtin(&mut Lexicon::builtin())?.rules {
        assert_eq!(rule.file, format!("{}.json", rule.id));
        assert!(rule.examples.len() >= 4, "{} has fewer than four examples", rule.id);
        assert!(rule.silent.len() >= 4, "{} has fewer than four silent sentences", rule.id);
    }
    Ok(())
}

#[test]
fn a_cue_is_found_by_its_head() -> Result<(), RuleError> {
    let mut lexicon = Lexicon::builtin();
    let cues = r#"{ "verb": "ask", "takes": ["for THING"] }, { "noun": "sticking point", "takes": ["be THING"] },
        { "predicate": "a red line", "takes": [""], "subject": "content" }, { "verb": "ask", "takes": ["to ACT"] }"#;
    let book = RuleBook::from_sources(&[("a.json", source("a", cues, EXAMPLE))], &mut lexicon)?;
    let verbs = |word| book.verbs(word).all().iter().map(|trial| trial.id.cue).collect::<Vec<_>>();
    assert_eq!(verbs(lexicon.intern("ask")), [0, 3]);
    assert_eq!(book.predicates(lexicon.intern("red")), [CueId { rule: 0, cue: 2 }]);
    assert!(verbs(lexicon.intern("red")).is_empty());
    let points = book.nouns(lexicon.intern("point"));
    let modifier = points.first().and_then(|id| book.get(*id)).and_then(|(_, cue)| cue.modifier);
    assert_eq!(modifier, Some(lexicon.intern("sticking")));
    Ok(())
}

#[test]
fn a_refusal_follows_the_negation_where_it_is_not_given() -> Result<(), RuleError> {
    let cues = r#"{ "verb": "agree", "takes": ["to ACT"], "negated": "open" },
        { "verb": "agree", "takes": ["on THING"], "negated": "open", "refused": "red-line" },
        { "verb": "allow", "takes": ["THING"], "affirmed": "silent", "negated": "same" }"#;
    let book = RuleBook::from_sources(&[("a.json", source("a", cues, EXAMPLE))], &mut Lexicon::builtin())?;
    let outcomes: Vec<_> = book.rules[0]
        .cues
        .iter()
        .map(|cue| [cue.affirmed, cue.joint, cue.negated, cue.refused].map(|o| o.kind(Kind::Demand)))
        .collect();
    let (demand, open, red_line) = (Some(Kind::Demand), Some(Kind::Open), Some(Kind::RedLine));
    assert_eq!(
        outcomes,
        [[demand, demand, open, open], [demand, demand, open, red_line], [None, None, demand, demand]]
    );
    Ok(())
}

#[test]
fn heads_that_share_the_rest_are_written_together() -> Result<(), RuleError> {
    let mut lexicon = Lexicon::builtin();
    let cues = r#"{ "verb": "stress | insist", "takes": ["that RULE"] }, { "predicate": "a red line | off the table", "takes": [""], "subject": "content" }"#;
    let book = RuleBook::from_sources(&[("a.json", source("a", cues, EXAMPLE))], &mut lexicon)?;
    let verbs = |word| book.verbs(word).all().iter().map(|trial| trial.id.cue).collect::<Vec<_>>();
    assert_eq!(verbs(lexicon.intern("stress")), [0]);
    assert_eq!(verbs(lexicon.intern("insist")), [1]);
    assert_eq!(book.predicates(lexicon.intern("off")), [CueId { rule: 0, cue: 3 }]);
    Ok(())
}

#[test]
fn an_error_names_the_file_the_place_and_what_would_do() {
    let cases = [
        (r#"{ "verb": "ask", "takes": ["for THNG"] }"#, "a.json:3:28: unknown slot \"THNG\" (did you mean \"THING\"?)"),
        (r#"{ "verb": "ask", "takes": ["THING to ACT"] }"#, "two slots that fill the content"),
        (r#"{ "verb": "ask", "takes": [] }"#, "a.json:3:18: \"takes\" of \"ask\" is empty"),
        (r#"{ "verb": "ask", "takes": ["for"] }"#, "nothing fills the content"),
        (r#"{ "verb": "ask", "takes": ["THING"], "subject": "content" }"#, "the subject is the content already"),
        (r#"{ "verb": "ask", "takes": ["THING"], "subject": "contents" }"#, "did you mean \"content\"?"),
        (r#"{ "verb": "ask", "takes": ["THING"], "negated": "redline" }"#, "did you mean \"red-line\"?"),
        (r#"{ "verb": "ask", "takes": ["THING"], "status": "statd" }"#, "did you mean \"stated\"?"),
        (r#"{ "verb": "ask", "takes": ["THING"], "holder": "need" }"#, "required, optional, parties"),
        (r#"{ "verb": "ask", "noun": "call", "takes": ["THING"] }"#, "exactly one of \"verb\", \"noun\""),
        (r#"{ "takes": ["THING"] }"#, "exactly one of \"verb\", \"noun\""),
        (r#"{ "verb": "ask for", "takes": ["THING"] }"#, "a verb is one word"),
        (r#"{ "predicate": "the", "takes": ["THING"] }"#, "a predicate at least one"),
        (r#"{ "verb": "ask", "takes": ["THING", "THING"] }"#, "stands twice"),
        (r#"{ "verb": "ask", "take": ["THING"] }"#, "a.json:3:23: unknown field `take`"),
    ];
    for (cue, told) in cases {
        let error = error_of(&source("a", cue, EXAMPLE));
        assert!(error.contains(told), "{cue}\n{error}");
    }
}

#[test]
fn an_example_is_held_to_its_form_and_its_words() {
    let cue = r#"{ "verb": "ask", "takes": ["THING"] }"#;
    let cases = [
        (r#"{ "text": "A.", "gives": ["demnd syria | A"] }"#, "did you mean \"demand\"?"),
        (r#"{ "text": "A.", "gives": ["demand syria | B"] }"#, "a.json:6:27: the content \"B\" does not stand"),
        (r#"{ "text": "A.", "gives": [] }"#, "gives nothing"),
        ("", "\"examples\" is empty"),
    ];
    for (example, told) in cases {
        let error = error_of(&source("a", cue, example));
        assert!(error.contains(told), "{example}\n{error}");
    }
}

#[test]
fn a_bad_id_and_a_taken_one_are_told() {
    let cue = r#"{ "verb": "ask", "takes": ["THING"] }"#;
    assert!(error_of(&source("Ask For", cue, EXAMPLE)).contains("a.json:1:9: the id \"Ask For\" must be"));
    let sources = [("a.json", source("ask", cue, EXAMPLE)), ("b.json", source("ask", cue, EXAMPLE))];
    let error = RuleBook::from_sources(&sources, &mut Lexicon::builtin()).err().map(|error| error.to_string());
    assert_eq!(error.as_deref(), Some("b.json:1:9: the id \"ask\" is taken by a.json: every rule needs its own"));
}

/// Tells whether a cue counts whatever its subject, modal and content are, and not only where it is negated.
fn is_general(cue: &Cue) -> bool {
    let free = cue.only.is_empty() && cue.modals.is_empty() && cue.about.is_empty();
    free && cue.subject == SubjectRole::Holder && cue.affirmed != Outcome::Silent
}

#[test]
fn no_built_in_pattern_is_hidden_by_a_general_one_before_it() -> Result<(), RuleError> {
    let book = RuleBook::builtin(&mut Lexicon::builtin())?;
    let mut general: Vec<(&Head, Option<Word>, &str)> = Vec::new();
    for rule in &book.rules {
        for cue in &rule.cues {
            for pattern in cue.takes.iter() {
                let key = (&cue.head, cue.modifier, pattern.text.as_str());
                assert!(!general.contains(&key), "{}: {:?} of {:?} is never reached", rule.id, pattern.text, cue.head);
                if is_general(cue) {
                    general.push(key);
                }
            }
        }
    }
    Ok(())
}
