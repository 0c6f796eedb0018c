//! The classes a token can have before its sentence is looked at: from the lexicon, its capital or its ending.

use super::super::lexicon::{Classes, Frames, Lexicon};
use super::super::{Tag, Token, Word};
use super::demonym::{demonym, is_capital};
use crate::language::named as w;
use crate::language::word_list::{WordList, words};

const NOUN: Classes = Classes::one(Tag::Noun);
const PLURAL: Classes = Classes::one(Tag::Plural);
const PROPER: Classes = Classes::one(Tag::Proper);
const ADJECTIVE: Classes = Classes::one(Tag::Adjective);
const ADVERB: Classes = Classes::one(Tag::Adverb);
const PAST: Classes = Classes::of(&[Tag::Past, Tag::Participle]);
const ING: Classes = Classes::of(&[Tag::Gerund, Tag::Noun]);
const PRESENT: Classes = Classes::one(Tag::Present);
const VERB: Classes = Classes::of(&[Tag::Base, Tag::Present]);
const OPEN_CLASSES: Classes = Classes::of(&[
    Tag::Noun,
    Tag::Plural,
    Tag::Adjective,
    Tag::Adverb,
    Tag::Base,
    Tag::Present,
    Tag::Past,
    Tag::Participle,
    Tag::Gerund,
]);

/// Endings of words that the lexicon does not know, the longest first, with the classes they speak for.
const ENDINGS: &[(&str, Classes)] = &[
    ("isation", NOUN),
    ("ization", NOUN),
    ("ations", PLURAL),
    ("ments", PLURAL),
    ("nesses", PLURAL),
    ("fully", ADVERB),
    ("tion", NOUN),
    ("sion", NOUN),
    ("ment", NOUN),
    ("ness", NOUN),
    ("ship", NOUN),
    ("ance", NOUN),
    ("ence", NOUN),
    ("able", ADJECTIVE),
    ("ible", ADJECTIVE),
    ("less", ADJECTIVE),
    ("ical", ADJECTIVE),
    ("ity", NOUN),
    ("ism", NOUN),
    ("ist", NOUN),
    ("some", ADJECTIVE),
    ("ful", ADJECTIVE),
    ("ous", ADJECTIVE),
    ("ive", ADJECTIVE),
    ("ifies", PRESENT),
    ("ises", PRESENT),
    ("izes", PRESENT),
    ("rise", NOUN),
    ("ise", VERB),
    ("ize", VERB),
    ("ify", VERB),
    ("ing", ING),
    ("ss", NOUN),
    ("us", NOUN),
    ("is", NOUN),
    ("ly", ADVERB),
    ("ed", PAST),
    ("al", ADJECTIVE),
    ("ic", ADJECTIVE),
    ("s", PLURAL),
];

/// Names that are words too when they begin a sentence, but far more often names.
const NAMES: &WordList = words![
    "berlin", "bush", "chad", "china", "georgia", "guinea", "italy", "japan", "jordan", "lima", "morocco", "panama",
    "trump", "turkey", "vance", "rubio", "cuba",
];

/// People called by their party or faith, who keep the capital.
const PARTISANS: &WordList = words![
    "democrats",
    "republicans",
    "conservatives",
    "liberals",
    "tories",
    "greens",
    "socialists",
    "nationalists",
    "unionists",
    "libertarians",
    "communists",
    "islamists",
    "christians",
    "muslims",
    "jews",
    "catholics",
    "protestants",
    "evangelicals",
];

/// Returns the possible classes of every token; none for marks and figures.
pub(super) fn classes(tokens: &[Token], text: &str, lexicon: &Lexicon) -> Vec<Classes> {
    let headline = is_headline(tokens, text, lexicon);
    let mut fresh = true;
    let mut found = Vec::with_capacity(tokens.len());
    for (at, token) in tokens.iter().enumerate() {
        let form = || token.span.of(text);
        found.push(match token.tag {
            Tag::Other if !token.capital && is_particle(token, text) && in_name(tokens, at, text) => {
                Classes::one(Tag::Proper)
            }
            Tag::Other if !token.capital => lower(token, text, lexicon),
            Tag::Other if headline || fresh => first_word(tokens, at, text, lexicon),
            Tag::Other => capital(token, form(), lexicon),
            Tag::Genitive => Classes::one(Tag::Genitive),
            Tag::Number => Classes::one(Tag::Number),
            _ => Classes::NONE,
        });
        fresh = match token.tag {
            Tag::Stop | Tag::Colon => true,
            Tag::Open => fresh || at > 0 && matches!(tokens[at - 1].tag, Tag::Comma | Tag::Colon),
            Tag::OpenBracket | Tag::Close | Tag::Symbol => fresh,
            // "1. Decide to …": a number or a letter with a full stop labels what follows.
            _ => {
                fresh
                    && (form().ends_with('.') && token.span.len() <= 3
                        || token.tag == Tag::Dash
                        || token.tag == Tag::Number && at == 0)
            }
        };
    }
    asides(tokens, text, &mut found);
    found
}

/// "in any event", "in any case": a circumstance that parts no verb from its modal.
fn asides(tokens: &[Token], text: &str, classes: &mut [Classes]) {
    for at in 1..tokens.len().saturating_sub(1) {
        let is = |it: usize, words: &[&str]| words.contains(&tokens[it].span.of(text));
        if tokens[at].word == w::ANY && is(at, &["any"]) && is(at - 1, &["in"]) && is(at + 1, &["event", "case"]) {
            classes[at - 1..=at + 1].fill(Classes::one(Tag::Adverb));
        }
    }
}

/// The small words inside the names of people and places.
const PARTICLES: &WordList = words![
    "von", "van", "der", "den", "de", "da", "di", "del", "della", "dos", "das", "du", "bin", "bint", "ibn", "ter",
    "zu",
];

/// Tells whether a word is one of the small ones inside the names of people and places.
fn is_particle(token: &Token, text: &str) -> bool {
    (token.word == Word::UNKNOWN || PARTICLES.may_hold(token.word)) && PARTICLES.contains(token.span.of(text))
}

/// "Lula da Silva", "Bart van den Berg": whether the small word at `at` stands between two words with capitals.
fn in_name(tokens: &[Token], at: usize, text: &str) -> bool {
    let particle = |it: usize| tokens.get(it).is_some_and(|token| is_particle(token, text));
    let capital = |it: usize| tokens.get(it).is_some_and(|token| token.tag == Tag::Other && token.capital);
    let begun = (0..at).rev().find(|&it| !particle(it)).is_some_and(capital);
    let ended = (at + 1..tokens.len()).find(|&it| !particle(it)).is_some_and(capital);
    begun && ended
}

/// Tells whether nearly all words have capitals, four of five and no fewer than four, so that a capital tells nothing.
fn is_headline(tokens: &[Token], text: &str, lexicon: &Lexicon) -> bool {
    let words = || tokens.iter().filter(|token| token.tag == Tag::Other);
    let most = words().filter(|token| token.capital).count();
    let (mut small, mut capitals) = (0, 0);
    for token in words().filter(|token| token.span.len() > 3) {
        // Most sentences have too few capitals from the first small words on.
        if most < 4 * small.max(1) {
            return false;
        }
        let known = lexicon.classes(token.word);
        let open = known.is_empty() || known.meets(OPEN_CLASSES);
        if open && token.span.of(text).starts_with(|char: char| char.is_ascii_alphabetic()) {
            *(if token.capital { &mut capitals } else { &mut small }) += 1;
        }
    }
    capitals >= 4 * small.max(1)
}

fn lower(token: &Token, text: &str, lexicon: &Lexicon) -> Classes {
    let form = || token.span.of(text);
    // "al-Sharaa", "d'Estaing": the particle of a name.
    let name = !token.plain
        && form().split_once(['-', '\'', '’']).is_some_and(|(head, tail)| head.len() < 4 && is_capital(tail));
    if name {
        return PROPER;
    }
    let known = lexicon.classes(token.word);
    if known.is_empty() { unknown(form(), lexicon) } else { known }
}

/// A capital in the middle of a sentence: a name, unless the word is of a closed class, a demonym or a time.
fn capital(token: &Token, form: &str, lexicon: &Lexicon) -> Classes {
    let known = lexicon.classes(token.word);
    let all_caps = form.len() > 1 && form.bytes().all(|byte| byte.is_ascii_uppercase());
    if all_caps {
        return PROPER;
    }
    if let Some(demonym) = demonym(form) {
        return demonym;
    }
    let time = || lexicon.entry(token.word).preferred == Tag::Noun && lexicon.frames(token.word).has(Frames::TIME);
    let closed = !known.is_empty() && !known.meets(OPEN_CLASSES);
    let both = known.meets(Classes::of(&[
        Tag::Determiner,
        Tag::Preposition,
        Tag::Pronoun,
        Tag::Coordinator,
        Tag::Subordinator,
    ]));
    if closed || both {
        known
    } else if matches!(form.len(), 3..=9) && time() {
        Classes::one(Tag::Noun)
    } else if known == PLURAL && (form.ends_with("days") || PARTISANS.holds(lexicon, token.word)) {
        PLURAL
    } else {
        PROPER
    }
}

/// A word whose capital may be due to its place alone.
fn first_word(tokens: &[Token], at: usize, text: &str, lexicon: &Lexicon) -> Classes {
    let token = &tokens[at];
    let form = token.span.of(text);
    let known = lexicon.classes(token.word);
    // "V. The other side": a label.
    let label =
        form.len() <= 3 && form.ends_with('.') && form.len() > 1 && form.bytes().all(|byte| b"IVX.".contains(&byte));
    let name = NAMES.holds(lexicon, token.word);
    if label || name || form == "US" || form == "UN" || form == "EU" {
        return PROPER;
    }
    let open = known.is_empty() || known.within(Classes::of(&[Tag::Noun, Tag::Adjective]));
    if open && let Some(demonym) = demonym(form) {
        return demonym;
    }
    if is_surname(tokens, at, text, lexicon) {
        return PROPER;
    }
    if known.is_empty() {
        let guess = unknown(form, lexicon);
        let name_next = tokens.get(at + 1).is_some_and(|next| next.capital);
        let people =
            !name_next && ["ers", "ors", "ists", "ants", "ions", "ments"].iter().any(|ending| form.ends_with(ending));
        return if people || guess.meets(Classes::of(&[Tag::Adverb, Tag::Participle])) { guess } else { PROPER };
    }
    let next = tokens.get(at + 1);
    let title = next.is_some_and(|next| next.capital && next.tag == Tag::Other && is_name(next, text, lexicon));
    // "Rob Moore voted", "Harry Voss, the whip,": a first name that is also a verb, before a surname and its verb.
    let behind = tokens.get(at + 2);
    let votes = behind.is_some_and(|next| {
        let can = lexicon.classes(next.word);
        !next.capital && can.has(Tag::Past) && !can.meets(Classes::of(&[Tag::Base, Tag::Noun]))
    });
    let only_verb = known.within(Classes::of(&[Tag::Base, Tag::Present]));
    let apposed = only_verb && behind.is_some_and(|next| next.tag == Tag::Comma);
    if title && (votes && (only_verb || known.has(Tag::Modal)) || apposed) {
        return PROPER;
    }
    let noun = known.meets(Classes::of(&[Tag::Noun, Tag::Adjective]))
        && !known.meets(Classes::of(&[
            Tag::Determiner,
            Tag::Preposition,
            Tag::Pronoun,
            Tag::Subordinator,
            Tag::Adverb,
        ]));
    if title && noun && !lexicon.frames(token.word).has(Frames::TIME) { known | PROPER } else { known }
}

/// "Kelly voiced", "Brown argued", "Shorten asks", "Brown, in turn, argued": a surname spelled as another word,
/// or with a capital inside, before its verb.
fn is_surname(tokens: &[Token], at: usize, text: &str, lexicon: &Lexicon) -> bool {
    let form = tokens[at].span.of(text);
    let known = lexicon.classes(tokens[at].word);
    let inner = known.is_empty() && form.bytes().skip(1).any(|byte| byte.is_ascii_uppercase());
    if inner && form.bytes().any(|byte| byte.is_ascii_lowercase()) && !form.contains('-') {
        return true;
    }
    let unknown_name = known.is_empty() && (form.ends_with("ly") || form.ends_with("ed"));
    let adjective = known.has(Tag::Adjective) && known.within(Classes::of(&[Tag::Noun, Tag::Adjective, Tag::Base]));
    let verb = known.within(Classes::of(&[Tag::Base, Tag::Present]));
    if !(unknown_name || !known.is_empty() && (adjective || verb)) {
        return false;
    }
    let mut says = at + 1;
    if adjective && tokens.get(says).is_some_and(|mark| mark.tag == Tag::Comma) {
        let close = (says + 1..tokens.len()).take(6).find(|&it| tokens[it].tag == Tag::Comma);
        let aside = tokens
            .get(says + 1)
            .is_some_and(|next| words!["in", "meanwhile", "for", "however"].holds(lexicon, next.word));
        says = close.filter(|_| aside).map_or(tokens.len(), |close| close + 1);
    }
    tokens.get(says).is_some_and(|next| {
        let can = lexicon.classes(next.word);
        let only = can.meets(Classes::of(&[Tag::Past, Tag::Present]))
            && !can.meets(Classes::of(&[Tag::Noun, Tag::Plural, Tag::Base, Tag::Preposition]))
            && (unknown_name || !can.has(Tag::Adjective));
        let plain = unknown_name || lexicon.frames(next.word).has(Frames::CLAUSE);
        let object = || tokens.get(says + 1).is_some_and(|object| object.capital);
        only && !next.capital && (plain || object())
    })
}

fn is_name(token: &Token, text: &str, lexicon: &Lexicon) -> bool {
    capital(token, token.span.of(text), lexicon) == PROPER
}

/// The classes of a word that no list has.
fn unknown(form: &str, lexicon: &Lexicon) -> Classes {
    if let Some((head, tail)) = form.rsplit_once(['-', '–']) {
        return hyphenated(head, tail, lexicon);
    }
    if let Some(classes) = prefixed(form, lexicon) {
        return classes;
    }
    if let Some(stem) = form.strip_suffix("er").or_else(|| form.strip_suffix("est")) {
        let exact = lexicon.classes(lexicon.word(stem)).has(Tag::Adjective);
        let with_e = lexicon.classes(lexicon.word(&form[..(stem.len() + 1).min(form.len())])).has(Tag::Adjective);
        let with_y = stem
            .strip_suffix('i')
            .is_some_and(|stem| lexicon.classes(lexicon.word(&format!("{stem}y"))).has(Tag::Adjective));
        if exact || with_e || with_y {
            return ADJECTIVE;
        }
    }
    if form.len() <= 4 {
        return NOUN;
    }
    let last = form.as_bytes().last();
    let ends = |ending: &str| ending.as_bytes().last() == last && form.ends_with(ending);
    ENDINGS.iter().find(|(ending, _)| ends(ending)).map_or(NOUN, |&(_, classes)| classes)
}

/// "redeploys", "unsigned": a known word behind a prefix.
fn prefixed(form: &str, lexicon: &Lexicon) -> Option<Classes> {
    ["re", "un", "de", "dis", "over", "counter", "non", "mis", "pre", "out", "under"].iter().find_map(|prefix| {
        let rest = form.strip_prefix(prefix).filter(|rest| rest.len() > 3)?;
        let classes = lexicon.classes(lexicon.word(rest));
        let open = classes.within(OPEN_CLASSES);
        open.then(|| if *prefix == "un" && classes.has(Tag::Participle) { ADJECTIVE } else { classes })
    })
}

/// A hyphenated word goes by its last part; a participle makes it an adjective ("US-led").
fn hyphenated(head: &str, tail: &str, lexicon: &Lexicon) -> Classes {
    let classes = lexicon.classes(lexicon.word(tail));
    if classes.is_empty() {
        return if tail.ends_with("ed") { ADJECTIVE } else { NOUN };
    }
    let spelled = matches!(head, "re" | "de" | "pre" | "co" | "over" | "mis");
    if spelled {
        classes
    } else if classes.meets(PAST) || classes.has(Tag::Adjective) || classes.has(Tag::Gerund) && !classes.has(Tag::Noun)
    {
        ADJECTIVE
    } else if classes.has(Tag::Plural) {
        // "an 18-months period"
        let span = head.bytes().all(|byte| byte.is_ascii_digit())
            && matches!(tail, "days" | "weeks" | "months" | "years" | "hours" | "minutes");
        if span { ADJECTIVE } else { PLURAL }
    } else if head.bytes().all(|byte| byte.is_ascii_digit())
        || lexicon.classes(lexicon.word(head)).has(Tag::Number)
        || matches!(head, "anti" | "pro" | "non" | "post" | "cross" | "high" | "low" | "long" | "short")
    {
        ADJECTIVE
    } else if classes.has(Tag::Noun) {
        NOUN
    } else {
        ADJECTIVE
    }
}

/// Returns the dictionary form of a token that has its tag.
pub(super) fn lemma(token: &Token, text: &str, lexicon: &Lexicon) -> Word {
    let lemma = lexicon.lemma_of(token.word, token.tag);
    if token.tag != Tag::Plural || !lexicon.classes(token.word).is_empty() {
        return lemma;
    }
    let form = token.span.of(text);
    let stem = form.strip_suffix('s').map_or(Word::UNKNOWN, |stem| lexicon.word(stem));
    if stem == Word::UNKNOWN { lemma } else { stem }
}
