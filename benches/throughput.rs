//! Megabytes a second of the engine over a long text, beside one pattern of 300 cue words over the same text, both on one
//! core.
//!
//! The text is made of the paragraphs of all articles of the repository, shuffled and repeated. Reports, never
//! fails. `cargo bench --bench throughput`; `cargo bench --bench throughput -- 40` for another number of megabytes.

#![expect(clippy::print_stdout, reason = "a benchmark reports")]

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::time::{Duration, Instant};

use demarche::corpus::Engine;
use demarche::document::{Document, builtin};
use demarche::dossier::Dossier;
use demarche::rules::Head;
use regex::Regex;

/// As in the command.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Megabytes of text where none are named.
const MEGABYTES: usize = 20;

/// Paragraphs of one article.
const PARAGRAPHS: usize = 24;

/// Cue words in the pattern.
const CUES: usize = 300;

fn main() {
    let megabytes = env::args().find_map(|word| word.parse().ok()).unwrap_or(MEGABYTES);
    let engine = Engine::new(Dossier::builtin("paris-talks").expect("the dossier")).expect("the rules");
    let articles = articles(megabytes * 1_000_000);
    let size = articles.iter().map(String::len).sum::<usize>();
    let pattern = cue_pattern(&engine);

    let (words, matching) = timed(|| articles.iter().map(|article| pattern.find_iter(article).count()).sum::<usize>());
    let (documents, laying) =
        timed(|| articles.into_iter().map(|text| Document::from_text("x", text)).collect::<Vec<_>>());
    let count = documents.len();
    let one_core = rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("a thread");
    let again = documents.clone();
    let (corpus, reading) = timed(|| one_core.install(|| engine.read(documents)));
    let (_, together) = timed(|| engine.read(again));

    println!("{:.1} MB in {count} articles of {PARAGRAPHS} paragraphs\n", megabytes_of(size));
    println!("{:<34} {:>9} {:>9} {:>9}", "", "seconds", "MB/s", "ratio");
    let base = matching.as_secs_f64();
    for (name, took) in [
        ("one pattern of 300 cue words", matching),
        ("articles laid out", laying),
        ("claims found", reading),
        ("articles to claims", laying + reading),
        ("articles to claims, on all cores", laying + together),
    ] {
        let seconds = took.as_secs_f64();
        println!("{name:<34} {seconds:>9.2} {:>9.2} {:>9.4}", megabytes_of(size) / seconds, base / seconds);
    }
    println!("\n{words} cue words, {} claims, {} statements", corpus.claims.len(), corpus.statements.len());
}

#[expect(clippy::cast_precision_loss, reason = "megabytes with two digits")]
fn megabytes_of(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let result = work();
    (result, start.elapsed())
}

/// One pattern of the first cue words of the rules, without regard to capitals at the head of a sentence.
fn cue_pattern(engine: &Engine) -> Regex {
    let cues = engine.rules().rules.iter().flat_map(|rule| &rule.cues);
    let heads = cues.filter_map(|cue| match &cue.head {
        Head::Verb(word) | Head::Noun(word) => Some(engine.lexicon().text(*word)),
        Head::Predicate(words) => words.first().map(|word| engine.lexicon().text(*word)),
    });
    let words: BTreeSet<String> = heads.map(regex::escape).collect();
    let words: Vec<String> = words.into_iter().take(CUES).collect();
    Regex::new(&format!(r"\b(?:{})", words.join("|"))).expect("a pattern")
}

/// Articles of shuffled paragraphs, together of at least `size` bytes.
fn articles(size: usize) -> Vec<String> {
    let mut dice = Dice(11);
    let mut paragraphs = paragraphs();
    let (mut articles, mut made) = (Vec::new(), 0);
    while made < size {
        for at in (1..paragraphs.len()).rev() {
            paragraphs.swap(at, dice.roll(at + 1));
        }
        for some in paragraphs.chunks(PARAGRAPHS) {
            articles.push(some.join("\n\n"));
            made += articles.last().map_or(0, String::len);
        }
    }
    articles
}

/// The paragraphs of every article of the repository.
fn paragraphs() -> Vec<String> {
    let folders = ["tests/gold/articles", "tests/dev/articles", "tests/held/articles", "tests/silent"];
    let mut texts: Vec<String> = builtin().expect("articles").into_iter().map(|article| article.text).collect();
    for folder in folders {
        let Ok(entries) = fs::read_dir(folder) else { continue };
        let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
        paths.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
        paths.sort();
        texts.extend(paths.iter().filter_map(|path| fs::read_to_string(path).ok()));
    }
    texts
        .iter()
        .flat_map(|text| text.lines())
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect()
}

/// A small generator of numbers, so that every run reads the same text (Knuth's 64-bit linear congruence).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % sides.max(1)
    }
}
