//! Names for the people of a place, by their endings and by a list: "Syrian", "Syrians", "US-Israeli".

use super::super::Tag;
use super::super::lexicon::Classes;
use crate::language::word_list::{WordList, words};

/// Demonyms that no ending shows.
const DEMONYMS: &WordList = words![
    "afghan",
    "alawite",
    "arab",
    "arabic",
    "argentine",
    "atlantic",
    "azeri",
    "bahraini",
    "baltic",
    "bangladeshi",
    "bedouin",
    "catalan",
    "catholic",
    "chilean",
    "croat",
    "cypriot",
    "czech",
    "druze",
    "dutch",
    "eastern",
    "emirati",
    "european",
    "french",
    "german",
    "greek",
    "gulf",
    "hashemite",
    "houthi",
    "icelandic",
    "iraqi",
    "islamic",
    "islamist",
    "israeli",
    "jewish",
    "kashmiri",
    "kazakh",
    "korean",
    "kurd",
    "kuwaiti",
    "kyrgyz",
    "muslim",
    "nepali",
    "nordic",
    "norse",
    "omani",
    "pacific",
    "pakistani",
    "philippine",
    "qatari",
    "saudi",
    "serb",
    "shia",
    "shiite",
    "slavic",
    "slovak",
    "somali",
    "soviet",
    "sunni",
    "swiss",
    "tajik",
    "thai",
    "turk",
    "turkmen",
    "uzbek",
    "western",
    "yemeni",
    "zionist",
];

/// Names with the ending of a demonym.
const NO_DEMONYMS: &WordList = words![
    "adrian",
    "brian",
    "christian",
    "damian",
    "duncan",
    "genoese",
    "guard",
    "guardian",
    "ian",
    "julian",
    "leviathan",
    "librarian",
    "lillian",
    "parish",
    "parrish",
    "politician",
    "sebastian",
    "trish",
    "vatican",
    "vivian",
];

/// Returns the classes of a demonym: "Syrian" adjective or noun, "Syrians" plural.
pub(super) fn demonym(form: &str) -> Option<Classes> {
    if !form.is_ascii() || form.len() < 4 {
        return joined_demonym(form);
    }
    let mut buffer = [0; 24];
    let bytes = buffer.get_mut(..form.len())?;
    bytes.copy_from_slice(form.as_bytes());
    bytes.make_ascii_lowercase();
    let lower = std::str::from_utf8(bytes).ok()?;
    if is_demonym(lower) {
        return Some(Classes::of(&[Tag::Adjective, Tag::Noun]));
    }
    if lower.strip_suffix('s').is_some_and(is_demonym) {
        return Some(Classes::one(Tag::Plural));
    }
    joined_demonym(form)
}

/// "Syrian-Israeli", "US-Israeli", "Israeli-occupied".
fn joined_demonym(form: &str) -> Option<Classes> {
    // The first byte of "–", or "-" itself: most words have neither.
    if !form.bytes().any(|byte| matches!(byte, b'-' | 0xE2)) {
        return None;
    }
    let (head, tail) = form.rsplit_once(['-', '–'])?;
    let joined = is_capital(head) && (is_capital(tail) && demonym(tail).is_some() || tail.ends_with("ed"));
    joined.then_some(Classes::one(Tag::Adjective))
}

pub(super) fn is_capital(form: &str) -> bool {
    form.chars().next().is_some_and(char::is_uppercase)
}

fn is_demonym(lower: &str) -> bool {
    let ending = matches!(
        lower.as_bytes(),
        [_, _, .., b'i', b'a', b'n']
            | [_, _, .., b'i', b's', b'h']
            | [_, _, .., b'e', b's', b'e']
            | [_, .., b'i', b'c', b'a', b'n']
            | [.., b'o', b'c', b'c', b'a', b'n']
    );
    ending && !NO_DEMONYMS.contains(lower) || DEMONYMS.contains(lower)
}
