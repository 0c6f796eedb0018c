//! The regular forms of an English word, so that a data file names each word once.
//!
//! Irregular forms ("withdrew") are the language stage's: it gives a token its dictionary form. Forms that do
//! not exist may come out too; no text holds them.

/// Returns how the word is spelt across the Atlantic, as far as its end tells.
pub(super) fn other_spelling(word: &str) -> Option<String> {
    const ENDS: [(&str, &str); 6] =
        [("isation", "ization"), ("ise", "ize"), ("ised", "ized"), ("our", "or"), ("ence", "ense"), ("tre", "ter")];
    let pair = |(british, american): (&str, &str)| word.strip_suffix(british).map(|stem| format!("{stem}{american}"));
    ENDS.into_iter().find_map(pair)
}

/// Returns the plural or third person, the past and the -ing form of a word; none of what is no plain word.
pub(super) fn forms(word: &str) -> Vec<String> {
    let mut all = Vec::new();
    if word.len() < 3 || !word.chars().all(|c| c.is_ascii_lowercase()) {
        return all;
    }
    let vowel = |c: char| "aeiou".contains(c);
    let mut ends = word.chars().rev();
    let (last, second, third) = (ends.next().unwrap_or(' '), ends.next().unwrap_or(' '), ends.next().unwrap_or(' '));
    let stem = &word[..word.len() - 1];
    if last == 'e' {
        all.extend([format!("{word}s"), format!("{word}d"), format!("{stem}ing")]);
    } else if last == 'y' && !vowel(second) {
        all.extend([format!("{stem}ies"), format!("{stem}ied"), format!("{word}ing")]);
    } else {
        let hissing = matches!(last, 's' | 'x' | 'z') || word.ends_with("ch") || word.ends_with("sh");
        let plural = if hissing { "es" } else { "s" };
        all.extend([format!("{word}{plural}"), format!("{word}ed"), format!("{word}ing")]);
        if !vowel(last) && vowel(second) && !vowel(third) && !"wxy".contains(last) {
            all.extend([format!("{word}{last}ed"), format!("{word}{last}ing")]);
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regular_forms_follow_the_spelling_rules() {
        for (word, form) in [
            ("strike", "striking"),
            ("party", "parties"),
            ("stop", "stopped"),
            ("patrol", "patrolled"),
            ("breach", "breaches"),
        ] {
            assert!(forms(word).iter().any(|found| found == form), "{word}: {form}");
        }
    }

    #[test]
    fn both_sides_of_the_atlantic_are_read() {
        for (british, american) in [("demilitarise", "demilitarize"), ("armour", "armor"), ("defence", "defense")] {
            assert_eq!(other_spelling(british).as_deref(), Some(american));
        }
    }
}
