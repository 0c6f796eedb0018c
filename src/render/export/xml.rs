//! What two formats need of XML: words that stay words.

use super::plain::shown;

/// Escapes `text` for the content of an element or for an attribute in double quotes.
///
/// White space that a parser would change in an attribute is given by number; characters that XML cannot hold
/// become U+FFFD.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' => out.push_str("&#9;"),
            '\n' => out.push_str("&#10;"),
            '\r' => out.push_str("&#13;"),
            _ => out.push(shown(c)),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn markup_and_control_characters_stay_text() {
        assert_eq!(escaped("<a b=\"c\">&\n"), "&lt;a b=&quot;c&quot;&gt;&amp;&#10;");
        assert_eq!(escaped("\u{0}\u{1f}\u{ffff}😀\u{202e}"), "\u{fffd}\u{fffd}\u{fffd}😀\u{202e}");
    }
}
