//! The regular forms of an English word, so that a data file names each word once.
//!
//! Irregular forms ("withdrew") are the language stage's: it gives a token its dictionary form. Forms that do
//! not exist may come out too; no text holds them.

/// Returns `word` and its regular forms, in British and American spelling.
pub(super) fn forms(word: &str) -> Vec<String> {
    let mut all = Vec::with_capacity(8);
    for spelling in spellings(word) {
        let simple = spelling.len() >= 3 && spelling.chars().all(|c| c.is_ascii_lowercase());
        if simple {
            inflect(&spelling, &mut all);
        }
        all.push(spelling);
    }
    all
}

/// Returns the word as it is spelt on both sides of the Atlantic.
fn spellings(word: &str) -> Vec<String> {
    let mut found = vec![word.to_owned()];
    for (british, american) in [("isation", "ization"), ("ise", "ize"), ("our", "or"), ("ence", "ense"), ("tre", "ter")] {
        if let Some(stem) = word.strip_suffix(british) {
            found.push(format!("{stem}{american}"));
        }
    }
    if let Some(stem) = word.strip_suffix("ised") {
        found.push(format!("{stem}ized"));
    }
    found
}

/// Adds plural, third person, past and -ing form.
fn inflect(word: &str, all: &mut Vec<String>) {
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
            ("demilitarise", "demilitarizing"),
            ("armour", "armor"),
            ("demilitarised", "demilitarized"),
            ("undof", "undof"),
        ] {
            assert!(forms(word).iter().any(|found| found == form), "{word}: {form}");
        }
    }
}
