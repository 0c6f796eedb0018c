//! What a character is to the tokenizer.

/// The part a character plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// White space and invisible marks.
    Space,
    /// A letter, a digit, or a mark that combines with one.
    Word,
    /// A quotation mark or apostrophe.
    Quote,
    /// Any other mark.
    Mark,
}

/// Returns the first character of `text`.
pub(super) fn first(text: &str) -> Option<char> {
    text.chars().next()
}

/// The parts of ASCII, which nearly all characters are.
const ASCII: [Kind; 128] = {
    let mut table = [Kind::Mark; 128];
    let mut byte = 0;
    while byte < 128 {
        table[byte as usize] = match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => Kind::Word,
            b' ' | b'\t'..=b'\r' => Kind::Space,
            b'"' | b'\'' | b'`' => Kind::Quote,
            _ => Kind::Mark,
        };
        byte += 1;
    }
    table
};

/// Returns the part that `char` plays.
pub(super) fn kind(char: char) -> Kind {
    if let Some(&kind) = ASCII.get(char as usize) {
        return kind;
    }
    match char {
        '‘' | '’' | '‚' | '‛' | '“' | '”' | '„' | '‟' | '«' | '»' | '‹' | '›' => Kind::Quote,
        _ if char.is_whitespace() || is_invisible(char) => Kind::Space,
        _ if char.is_alphanumeric() || joins(char) => Kind::Word,
        _ => Kind::Mark,
    }
}

/// Marks without width that no word needs: zero-width spaces and marks of direction.
fn is_invisible(char: char) -> bool {
    matches!(char, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Tells whether `char`, which is no letter, belongs to the word around it: accents, vowel signs, joiners, soft hyphens.
pub(super) fn joins(char: char) -> bool {
    matches!(char,
        '\u{ad}' | '\u{200c}' | '\u{200d}' | '\u{2010}' | '\u{2011}'
        | '\u{0300}'..='\u{036f}' | '\u{0483}'..='\u{0489}' | '\u{0591}'..='\u{05bd}' | '\u{05bf}' | '\u{05c1}'..='\u{05c7}'
        | '\u{0610}'..='\u{061a}' | '\u{0640}' | '\u{064b}'..='\u{065f}' | '\u{0670}' | '\u{06d6}'..='\u{06ed}'
        | '\u{0900}'..='\u{0963}' | '\u{0980}'..='\u{0e7f}' | '\u{0e80}'..='\u{10ff}'
        | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}' | '\u{1f3fb}'..='\u{1f3ff}')
}
