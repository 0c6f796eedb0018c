//! Texts that no newspaper prints, to try the engine with.

#![allow(dead_code, reason = "each test file uses a part")]

/// A small generator of numbers, so that every run tries the same (Knuth's 64-bit linear congruence).
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    /// Returns a number below `sides`.
    pub(crate) fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % sides.max(1)
    }
}

/// Strange texts with a name for each.
pub(crate) fn strange() -> Vec<(&'static str, String)> {
    let nested =
        |open: &str, close: &str, inside: &str| format!("{}{inside}{}", open.repeat(10_000), close.repeat(10_000));
    let claim = "Syria demanded that Israel withdraw from the hills";
    vec![
        ("nothing", String::new()),
        ("only quotes", "\"".repeat(10_000)),
        ("only curly quotes", "“”’‘".repeat(5_000)),
        ("an open quote", format!("\"{claim}, the minister said. “{claim}. ")),
        ("a quote in every word", claim.replace(' ', "\" \"").repeat(500)),
        ("a closing quote first", format!("” {claim}. ’ ' \" {claim}.")),
        ("apostrophes", "'s 's 's' 't n't s' '".repeat(1_000)),
        ("nested round brackets", nested("(", ")", claim)),
        ("nested brackets of two kinds", nested("[(", ")]", claim)),
        ("brackets that never close", format!("{claim} {}", "(".repeat(10_000))),
        ("brackets that were never opened", format!("{claim} {}", ")".repeat(10_000))),
        ("nested quotes", nested("“ he said ‘", "’ ”", claim)),
        ("NUL bytes", claim.replace(' ', "\0") + "\0.\0" + claim + "\0."),
        ("control characters", claim.replace(' ', "\u{7} \u{b}\u{c}\u{1b}[0m")),
        (
            "right to left",
            format!("سوريا تطالب بانسحاب كامل. \u{202b}{claim}\u{202c}. דמשק דורשת נסיגה מלאה, {claim}."),
        ),
        ("combining marks", claim.chars().flat_map(|c| [c, '\u{301}', '\u{308}']).collect()),
        ("a mark before every word", claim.replace(' ', " \u{301}")),
        ("wide and joined characters", format!("👩‍👩‍👧‍👦 {claim} 👍🏽。{claim}、")),
        ("no-break and thin spaces", claim.replace(' ', "\u{a0}\u{2009}\u{200b}")),
        ("letters that grow in lower case", "İstanbul İSRAEL SYRİA DEMANDED ẞ ŉ ǰ. ".repeat(300)),
        ("only full stops", ".".repeat(20_000)),
        ("only commas", ", ".repeat(20_000)),
        ("only dashes", "— – - ".repeat(5_000)),
        ("only line breaks", "\r\n".repeat(50_000)),
        ("only conjunctions", "and or but nor ".repeat(5_000)),
        ("only verbs", "demand refuse offer agree said ".repeat(4_000)),
        ("only names", "Syria Israel Damascus Netanyahu ".repeat(4_000)),
        ("only pronouns", "it they who which that he its ".repeat(4_000)),
        ("only prepositions", "of to in on for with by from ".repeat(4_000)),
        ("only negations", "not never no n't without neither nor ".repeat(4_000)),
        ("one claim over and over", format!("{claim}. ").repeat(2_000)),
        ("a claim a line", format!("{claim}.\n\n").repeat(2_000)),
        ("a chain of speakers", format!("{} {claim}.", "Israel said that Syria said that ".repeat(2_000))),
        ("a list without end", format!("Syria demanded {} peace.", "a truce, a withdrawal and ".repeat(4_000))),
        ("subjects without end", format!("{} demanded a truce.", "Syria and Israel and ".repeat(4_000))),
        ("relative clauses without end", "the plan that Syria rejected which Israel offered ".repeat(60)),
        ("infinitives without end", format!("Israel wants {} leave.", "to agree to offer to ".repeat(4_000))),
        ("conditions without end", "unless Syria agrees if Israel refuses ".repeat(2_000)),
        ("bullets without end", format!("Steps include:\n\n{}", "- a truce on the hill\n".repeat(3_000))),
        ("headings without end", "What does Syria demand?\n\n".repeat(3_000)),
        ("a word without end", "demand".repeat(50_000)),
        ("digits without end", "1,".repeat(50_000)),
        ("abbreviations without end", "U.S. Mr. Dr. e.g. ".repeat(5_000)),
    ]
}

/// The length of a long line, in bytes.
const LONG: usize = 50_000_000;

fn long(piece: &str) -> String {
    piece.repeat(LONG / piece.len() + 1)
}

/// Long lines: sentences, and one word.
pub(crate) fn long_lines() -> Vec<(&'static str, String)> {
    vec![
        ("sentences", long("The talks (which failed) go on in the long hall of the palace. ")),
        ("one word", long("talks")),
    ]
}

/// One sentence that fills a long line, and one whose clauses hold each other.
pub(crate) fn long_sentences() -> Vec<(&'static str, String)> {
    vec![
        ("relative clauses", "the plan that Syria rejected which Israel offered ".repeat(2_000)),
        ("one sentence", long("and the talks that failed go on with the envoy of the north, ")),
    ]
}

/// Random bytes, as far as they are text.
pub(crate) fn bytes(dice: &mut Dice) -> String {
    let length = dice.roll(600);
    let bytes: Vec<u8> = (0..length).map(|_| u8::try_from(dice.roll(256)).unwrap_or(0)).collect();
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Stretches of articles cut anywhere, with marks and odd characters between them.
pub(crate) fn spliced(dice: &mut Dice, articles: &[Vec<char>]) -> String {
    const ODD: [&str; 16] = [
        "\"", "”", "“", "'", "’", "(", ")", "\n\n", "\r\n", "\0", "\u{301}", " — ", "… ", "\u{feff}", "\u{202b}",
        " not ",
    ];
    let mut text = String::new();
    for _ in 0..2 + dice.roll(12) {
        let article = &articles[dice.roll(articles.len())];
        let start = dice.roll(article.len());
        let end = (start + dice.roll(240)).min(article.len());
        text.extend(&article[start..end]);
        text.push_str(ODD[dice.roll(ODD.len())]);
    }
    text
}
