//! The words that the grammar asks for by name.
//!
//! They stand first in every [`Lexicon`](super::lexicon::Lexicon), so that their numbers are known when the program is
//! compiled: to ask for one is to compare two numbers, and a `match` over many is a search in a sorted list.

use super::Word;

/// Numbers the words from one on, in their order.
macro_rules! named {
    ($($name:ident = $text:literal),+ $(,)?) => {
        /// The words, in the order of their numbers.
        pub(super) const TEXTS: &[&str] = &[$($text),+];

        #[expect(non_camel_case_types, clippy::upper_case_acronyms, reason = "each is the name of a word")]
        enum Place { $($name),+ }

        $(
            #[doc = concat!("The word \"", $text, "\".")]
            pub const $name: Word = Word::new(Place::$name as u32 + 1, $text.as_bytes());
        )+
    };
}

named! {
    A = "a", ABOUT = "about", ABSENT = "absent", ACCORDING = "according", AFTER = "after", AGAIN = "again",
    AGAINST = "against", ALL = "all", ALREADY = "already", ALSO = "also", ALWAYS = "always", AMONG = "among", AN = "an",
    AND = "and", ANOTHER = "another", ANY = "any", ANYONE = "anyone", ANYTHING = "anything", APPEAR = "appear",
    ARE = "are", AS = "as", ASIDE = "aside", AT = "at", AWAY = "away", BACK = "back", BE = "be", BECAUSE = "because",
    BECOME = "become", BEEN = "been", BEFORE = "before", BESIDES = "besides", BETTER = "better", BETWEEN = "between",
    BLOCK = "block", BLOCKS = "blocks", BOARD = "board", BOTH = "both", BRIDGING = "bridging", BUT = "but", BY = "by",
    CAN = "can", CENT = "cent", CITE = "cite", CLITIC_D = "'d", CLITIC_S = "'s", CLITIC_VE = "'ve",
    CONCERNING = "concerning", CONDITION = "condition", CONTACT = "contact", CONTACTS = "contacts", COULD = "could",
    COUNCIL = "council", DIALOGUE = "dialogue", DIRECT = "direct", DIRECTOR = "director", DO = "do",
    DOCUMENT = "document", DOES = "does", DOWN = "down", DOZEN = "dozen", DRAFT = "draft", DURING = "during",
    EACH = "each", EARLY = "early", EDITOR = "editor", EITHER = "either", ENOUGH = "enough", EVERYTHING = "everything",
    EXCEPT = "except", EXCLUDING = "excluding", EXIST = "exist", FAMILY = "family", FAR = "far", FAVOR = "favor",
    FAVOUR = "favour", FEW = "few", FEWER = "fewer", FIFTH = "fifth", FOLLOWING = "following", FOR = "for",
    FORMULA = "formula", FROM = "from", FURTHER = "further", GET = "get", GIVEN = "given", GO = "go", GOT = "got",
    GOVERNMENT = "government", HAD = "had", HALF = "half", HAS = "has", HAVE = "have", HE = "he", HELP = "help",
    HER = "her", HERE = "here", HERSELF = "herself", HIM = "him", HIMSELF = "himself", HIS = "his", HOW = "how",
    I = "i", IDEA = "idea", IF = "if", IN = "in", INCLUDING = "including", INSIDE = "inside", IS = "is", IT = "it",
    ITS = "its", ITSELF = "itself", LAST = "last", LATE = "late", LEAST = "least", LESS = "less", LET = "let",
    LIKE = "like", LIKELY = "likely", LONGER = "longer", MAJORITY = "majority", MANAGING = "managing", MANY = "many",
    MARGIN = "margin", MAY = "may", ME = "me", MIGHT = "might", MINORITY = "minority", MORE = "more", MOST = "most",
    MUCH = "much", MUST = "must", NEAR = "near", NEGOTIATIONS = "negotiations", NEITHER = "neither", NEVER = "never",
    NEXT = "next", NO = "no", NONE = "none", NOR = "nor", NOT = "not", NOTHING = "nothing",
    NOTWITHSTANDING = "notwithstanding", NOW = "now", NUMBER = "number", OBJECTS = "objects", OF = "of", OFF = "off",
    OFTEN = "often", ON = "on", ONCE = "once", ONE = "one", ONLY = "only", OPPOSITE = "opposite",
    OPPOSITION = "opposition", OR = "or", OTHER = "other", OTHERS = "others", OUGHT = "ought", OUR = "our", OUT = "out",
    OUTSIDE = "outside", OVER = "over", OWING = "owing", OWN = "own", PAPER = "paper", PARTNER = "partner",
    PARTY = "party", PAST = "past", PENDING = "pending", PER = "per", PERCENT = "percent", PLAN = "plan",
    POINT = "point", POINTS = "points", POLICE = "police", PRESS = "press", PROPOSAL = "proposal",
    PROVIDED = "provided", PUBLIC = "public", QUARTER = "quarter", QUOTE = "quote", RARELY = "rarely",
    READING = "reading", REGARDING = "regarding", RELATED = "related", REMAIN = "remain", REMAINS = "remains",
    SAID = "said", SAY = "say", SECOND = "second", SEEM = "seem", SEVERAL = "several", SHALL = "shall", SHE = "she",
    SHOULD = "should", SINCE = "since", SO = "so", SOLUTION = "solution", SOME = "some", SOMETHING = "something",
    STAFF = "staff", STANDS = "stands", STICKING = "sticking", STILL = "still", STOOD = "stood",
    STUMBLING = "stumbling", SUCH = "such", SUGGEST = "suggest", TALKS = "talks", TEAM = "team", TELLING = "telling",
    TENTH = "tenth", TEXT = "text", THAN = "than", THAT = "that", THE = "the", THEIR = "their", THEM = "them",
    THEMSELVES = "themselves", THERE = "there", THESE = "these", THEY = "they", THINKING = "thinking", THIRD = "third",
    THIS = "this", THOSE = "those", THOUGH = "though", THREE = "three", TILL = "till", TO = "to", TWO = "two",
    UNDER = "under", UNLESS = "unless", UNLIKELY = "unlikely", UNTIL = "until", UP = "up", US = "us",
    VERSION = "version", WAS = "was", WE = "we", WERE = "were", WHAT = "what", WHEN = "when", WHERE = "where",
    WHEREBY = "whereby", WHETHER = "whether", WHICH = "which", WHILE = "while", WHO = "who", WHOM = "whom",
    WHOSE = "whose", WHY = "why", WILL = "will", WITH = "with", WITHOUT = "without", WOULD = "would", YET = "yet",
    YOU = "you",
}

#[cfg(test)]
mod tests {
    use super::{ABOUT, CLITIC_S, TEXTS, YET};
    use crate::language::lexicon::Lexicon;

    #[test]
    fn each_word_has_the_number_of_its_place() {
        let lexicon = Lexicon::builtin();
        for (at, text) in TEXTS.iter().enumerate() {
            assert_eq!(lexicon.word(text).number(), at + 1, "{text}");
        }
        assert_eq!([ABOUT, CLITIC_S, YET], ["about", "'s", "yet"].map(|text| lexicon.word(text)));
    }
}
