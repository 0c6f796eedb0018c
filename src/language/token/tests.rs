use super::*;

fn split(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    tokens(text, Span::new(0, text.len()), &Lexicon::builtin(), &mut out);
    out.iter().map(|token| token.span.of(text)).collect()
}

fn tags(text: &str) -> Vec<(String, Tag)> {
    let mut out = Vec::new();
    tokens(text, Span::new(0, text.len()), &Lexicon::builtin(), &mut out);
    out.iter().map(|token| (token.span.of(text).to_owned(), token.tag)).collect()
}

#[test]
fn clitics_stand_alone_and_joined_words_stay_whole() {
    for (text, expected) in [
        ("Israel's army won't leave", "Israel|'s|army|wo|n't|leave"),
        ("they’d say it’s ours", "they|’d|say|it|’s|ours"),
        ("Oman‘s envoy", "Oman|‘s|envoy"),
        ("I'll go, we've won", "I|'ll|go|,|we|'ve|won"),
        ("He cannot, she can't", "He|can|not|,|she|ca|n't"),
        ("the teachers' union", "the|teachers|'|union"),
        ("a pro-Israeli, Syrian–Israeli panel", "a|pro-Israeli|,|Syrian–Israeli|panel"),
        ("the U.S. envoy at 9 a.m. today", "the|U.S.|envoy|at|9|a.m.|today"),
        ("the U.S.-led talks, the U.S.'s aim, U.S.–French", "the|U.S.-led|talks|,|the|U.S.|'s|aim|,|U.S.–French"),
        ("3,000 men, 4.5%, $24.60 on 9/11", "3,000|men|,|4.5%|,|$24.60|on|9/11"),
        ("In 2024, 300 left", "In|2024|,|300|left"),
        ("talks—which failed – ended", "talks|—|which|failed|–|ended"),
        ("J. Smith met Mr. Jones.", "J.|Smith|met|Mr.|Jones|."),
        ("No. 4 is no.", "No.|4|is|no|."),
        ("It was I.", "It|was|I|."),
        ("Wait... what?!", "Wait|...|what|?!"),
        ("see https://example.org/a?b=1, or a@b.org.", "see|https://example.org/a?b=1|,|or|a@b.org|."),
        ("(the “red line”)", "(|the|“|red|line|”|)"),
        ("O'Brien and d’Estaing", "O'Brien|and|d’Estaing"),
        ("the draft ended.Then", "the|draft|ended|.|Then"),
        ("10–15 posts, 1990s, 4-year", "10–15|posts|,|1990s|,|4-year"),
    ] {
        assert_eq!(split(text).join("|"), expected);
    }
}

#[test]
fn quotation_marks_open_and_close_by_their_context() {
    for (text, expected) in [
        ("He said \"no\".", "\"Open \"Close"),
        ("'We agree,' he said of the ministers' plan", "'Open 'Close 'Genitive"),
        ("‘We agree,’ he said", "‘Open ’Close"),
        ("\"It's 'over',\" she said", "\"Open 'Open 'Close \"Close"),
        ("«oui» „nein“", "«Open »Close „Open “Open"),
    ] {
        let found: Vec<String> = tags(text)
            .into_iter()
            .filter(|(_, tag)| matches!(tag, Tag::Open | Tag::Close | Tag::Genitive))
            .map(|(text, tag)| format!("{text}{tag:?}"))
            .collect();
        assert_eq!(found.join(" "), expected, "{text}");
    }
}

#[test]
fn any_script_is_cut_into_places_on_character_boundaries() {
    for text in [
        "سقف (Ceiling)",
        "e\u{301}te\u{301} שלום",
        "हिन्दी में",
        "中文。日本",
        "👩‍👩‍👧 ok",
        "\u{200b}a\u{feff}",
        "",
        "''",
        "’",
        "a'",
        "…“",
    ] {
        let mut last = 0;
        for piece in split(text) {
            assert!(!piece.is_empty(), "{text}");
            last += piece.len();
        }
        assert!(last <= text.len());
    }
    assert_eq!(split("e\u{301}te\u{301} x"), ["e\u{301}te\u{301}", "x"]);
}
