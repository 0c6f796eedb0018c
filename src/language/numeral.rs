//! Numbers in words.

/// Numbers as English writes them in one word, with their values.
const SPELLED: &[(&str, u32)] = &[
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
    ("sixteen", 16),
    ("seventeen", 17),
    ("eighteen", 18),
    ("nineteen", 19),
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
];

/// The value of a number written as one word, in either case; none for "a few", "dozens" and digits.
#[must_use]
pub fn value(word: &str) -> Option<u32> {
    SPELLED.iter().find(|(known, _)| known.eq_ignore_ascii_case(word)).map(|&(_, value)| value)
}

#[cfg(test)]
mod tests {
    use super::value;

    #[test]
    fn numbers_in_words_have_a_value_in_either_case() {
        assert_eq!(["nine", "Three", "fourteen"].map(value), [Some(9), Some(3), Some(14)]);
        assert_eq!(["several", "9", ""].map(value), [None; 3]);
    }
}
