//! From bytes to text: UTF-8 or an error that says why not.
//!
//! Nothing is taken out of the text: a byte order mark stays its first code point and line breaks stay as
//! they are, so that an offset of the text is an offset of the file decoded as UTF-8.

use super::error::{Fault, ReadError};
use super::read::ReadOptions;

/// First bytes by which a file that is no text gives itself away.
const MAGIC: &[(&[u8], &str)] = &[
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\xD0\xCF\x11\xE0", "an office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xFF\xD8\xFF", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1F\x8B", "a gzip archive"),
    (b"\x7FELF", "a program"),
    (b"\xFF\xFE", "UTF-16 text"),
    (b"\xFE\xFF", "UTF-16 text"),
];

/// One control character in so many bytes is a scar of copying; more makes a file binary.
const CONTROL_SHARE: usize = 20;

/// Decodes the bytes of the file at `path`.
///
/// # Errors
///
/// Fails where the bytes are no text, are not UTF-8 (unless read with loss), or hold only white space.
pub(super) fn decode(path: &str, bytes: &[u8], options: ReadOptions) -> Result<String, ReadError> {
    let error = |fault| ReadError::new(path, fault);
    if let Some(what) = binary(bytes) {
        return Err(error(Fault::Binary { what }));
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) if options.lossy => String::from_utf8_lossy(bytes).into_owned(),
        Err(bad) => {
            let offset = bad.valid_up_to();
            let byte = bytes.get(offset).copied().unwrap_or(0);
            return Err(error(Fault::Encoding { offset, byte }));
        }
    };
    if text.chars().all(is_blank) {
        return Err(error(Fault::Empty));
    }
    Ok(text)
}

/// Tells what a file that is no text looks like.
///
/// A stray NUL or escape in an article is still text: only where control characters other than tabs and
/// line breaks make up more than a twentieth of the bytes is it not.
fn binary(bytes: &[u8]) -> Option<&'static str> {
    if let Some((_, what)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Some(what);
    }
    let controls = bytes.iter().filter(|&&b| is_control(b)).count();
    if controls * CONTROL_SHARE <= bytes.len() {
        return None;
    }
    let every_second = bytes.iter().skip(1).step_by(2).filter(|&&b| b == 0).count() * 4 > bytes.len();
    Some(if every_second { "UTF-16 text or a binary file" } else { "a binary file" })
}

fn is_control(byte: u8) -> bool {
    matches!(byte, 0..=8 | 14..=31 | 127)
}

/// Tells whether `c` leaves no ink: white space, control characters, byte order and direction marks.
pub(super) fn is_blank(c: char) -> bool {
    match c {
        ' ' | '\n' => true,
        '!'..='~' => false,
        _ => {
            c.is_whitespace()
                || c.is_control()
                || matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}')
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn fault(bytes: &[u8]) -> Fault {
        decode("x", bytes, ReadOptions::default()).expect_err("a fault").fault
    }

    #[test]
    fn a_stray_nul_is_text_and_many_are_not() {
        let text = b"Syria demanded\0 that Israel withdraw.";
        assert!(decode("x", text, ReadOptions::default()).is_ok());
        assert_eq!(fault(b"\x01\x02\x00\x00ab"), Fault::Binary { what: "a binary file" });
        assert_eq!(fault(b"S\0y\0r\0i\0a\0"), Fault::Binary { what: "UTF-16 text or a binary file" });
        assert_eq!(fault(b"%PDF-1.7 and so on"), Fault::Binary { what: "a PDF file" });
    }

    #[test]
    fn bad_utf8_names_its_first_byte_and_can_be_read_with_loss() {
        assert_eq!(fault(b"caf\xE9 talks"), Fault::Encoding { offset: 3, byte: 0xE9 });
        let text = decode("x", b"caf\xE9 talks", ReadOptions { lossy: true }).expect("text");
        assert_eq!(text, "caf\u{fffd} talks");
    }

    #[test]
    fn a_file_without_ink_is_empty() {
        for bytes in [&b""[..], b" \r\n\t ", "\u{feff}\u{a0}\n".as_bytes()] {
            assert_eq!(fault(bytes), Fault::Empty);
        }
    }

    #[test]
    fn byte_order_mark_and_line_breaks_stay() {
        let bytes = "\u{feff}One.\r\nTwo.".as_bytes();
        assert_eq!(decode("x", bytes, ReadOptions::default()).expect("text"), "\u{feff}One.\r\nTwo.");
    }
}
