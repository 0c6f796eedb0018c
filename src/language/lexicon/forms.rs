//! Regular inflection: the forms of a lemma by the spelling rules of English.
//!
//! It writes into a buffer that the caller keeps, so that building the lexicon does not allocate for each form.

/// Writes the plural of a noun, or the third person of a verb, to `out`.
pub(super) fn with_s(lemma: &str, out: &mut String) {
    let bytes = lemma.as_bytes();
    let (ending, cut) = match bytes {
        [.., before, b'y'] if !is_vowel(*before) => ("ies", 1),
        [.., b's' | b'x' | b'z'] | [.., b'c' | b's', b'h'] => ("es", 0),
        [.., before, b'o'] if !is_vowel(*before) => ("es", 0),
        _ => ("s", 0),
    };
    join(lemma, cut, ending, out);
}

/// Writes the regular past of a verb to `out`; `doubles` where its last consonant doubles.
pub(super) fn with_ed(lemma: &str, doubles: bool, out: &mut String) {
    match lemma.as_bytes() {
        [.., b'e'] => join(lemma, 0, "d", out),
        [.., before, b'y'] if !is_vowel(*before) => join(lemma, 1, "ied", out),
        _ => doubled(lemma, doubles, "ed", out),
    }
}

/// Writes the -ing form of a verb to `out`; `doubles` where its last consonant doubles.
pub(super) fn with_ing(lemma: &str, doubles: bool, out: &mut String) {
    match lemma.as_bytes() {
        [.., b'i', b'e'] => join(lemma, 2, "ying", out),
        [_, .., before, b'e'] if !matches!(before, b'e' | b'o' | b'y') && lemma.len() > 2 => join(lemma, 1, "ing", out),
        _ => doubled(lemma, doubles, "ing", out),
    }
}

/// Tells whether a verb of one syllable doubles its last consonant ("plan", "quit", not "seek").
pub(super) fn short_doubles(lemma: &str) -> bool {
    let (head, rest) = match lemma.as_bytes() {
        [head @ .., vowel, last]
            if is_vowel(*vowel) && !is_vowel(*last) && !matches!(last, b'w' | b'x' | b'y' | b'h') =>
        {
            (head, last)
        }
        _ => return false,
    };
    let head = if head.ends_with(b"qu") { &head[..head.len() - 2] } else { head };
    let _ = rest;
    !head.iter().any(|&byte| is_vowel(byte) || byte == b'y')
}

fn doubled(lemma: &str, doubles: bool, ending: &str, out: &mut String) {
    join(lemma, 0, "", out);
    if lemma.ends_with("ic") {
        out.push('k');
    } else if doubles && let Some(last) = lemma.chars().last() {
        out.push(last);
    }
    out.push_str(ending);
}

fn join(lemma: &str, cut: usize, ending: &str, out: &mut String) {
    out.clear();
    out.push_str(&lemma[..lemma.len() - cut]);
    out.push_str(ending);
}

fn is_vowel(byte: u8) -> bool {
    matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regular_forms_follow_the_spelling_rules() {
        let mut out = String::new();
        for (lemma, s, ed, ing) in [
            ("demand", "demands", "demanded", "demanding"),
            ("deny", "denies", "denied", "denying"),
            ("stay", "stays", "stayed", "staying"),
            ("reach", "reaches", "reached", "reaching"),
            ("plan", "plans", "planned", "planning"),
            ("halt", "halts", "halted", "halting"),
            ("seem", "seems", "seemed", "seeming"),
            ("free", "frees", "freed", "freeing"),
            ("tie", "ties", "tied", "tying"),
            ("veto", "vetoes", "vetoed", "vetoing"),
            ("panic", "panics", "panicked", "panicking"),
            ("reject", "rejects", "rejected", "rejecting"),
        ] {
            let doubles = short_doubles(lemma);
            with_s(lemma, &mut out);
            assert_eq!(out, s);
            with_ed(lemma, doubles, &mut out);
            assert_eq!(out, ed);
            with_ing(lemma, doubles, &mut out);
            assert_eq!(out, ing);
        }
    }
}
