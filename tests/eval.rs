//! The score of the library and the score of `tests/gold/score.py` are the same figures.

mod coded;

use std::fmt::Write as _;
use std::fs;
use std::process::Command;

use demarche::corpus::Corpus;
use demarche::evaluate::{Count, Score, Side, score};
use demarche::record::{Kind, Source, SourceType, Status};
use demarche::render::export::json;
use demarche::text::Span;

/// A small generator of numbers, so that every run perturbs alike (Knuth's 64-bit linear congruence).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % sides
    }
}

/// Drops, moves and changes claims of `corpus`, about one in `calm`.
fn perturb(mut corpus: Corpus, seed: u64, calm: usize) -> Corpus {
    let mut dice = Dice(seed);
    let claims = std::mem::take(&mut corpus.claims);
    for mut claim in claims {
        let text = &corpus.documents[claim.document].text;
        match dice.roll(calm) {
            0 => continue,
            1 => claim.kind = Kind::ALL[dice.roll(Kind::ALL.len())],
            2 => claim.holders = vec![["syria", "israel", "us"][dice.roll(3)].to_owned()],
            3 => claim.holders.clear(),
            4 => claim.issues = vec!["talks".to_owned()],
            5 => claim.status = Status::ALL[dice.roll(Status::ALL.len())],
            6 => claim.content = moved(text, claim.content, dice.roll(400)),
            7 => claim.content = moved(text, claim.content, dice.roll(12)),
            8 if claim.attribution.is_empty() => claim.attribution = vec![somebody(claim.quote)],
            8 => claim.attribution.clear(),
            9 => corpus.claims.push(claim.clone()),
            _ => {}
        }
        corpus.claims.push(claim);
    }
    corpus.claims.sort_by_key(|claim| (claim.document, claim.content));
    corpus
}

/// Moves a span on by about `by` bytes, and shortens it by half of that.
fn moved(text: &str, span: Span, by: usize) -> Span {
    let end = text.floor_char_boundary((span.end + by).min(text.len()));
    Span::new(text.floor_char_boundary((span.start + by + by / 2).min(end.saturating_sub(1))), end)
}

fn somebody(quote: Span) -> Source {
    Source {
        name: "reports".into(),
        kind: SourceType::Media,
        anonymous: true,
        span: Span::new(quote.start, quote.start),
    }
}

/// Writes the figures of `score` as the script prints them.
fn figures(score: &Score) -> String {
    let shares = |count: Count| format!("P {:.3} R {:.3} F1 {:.3}", count.precision(), count.recall(), count.f1());
    let mut kinds: Vec<_> = score.kinds.iter().map(|(kind, count)| (kind.word(), *count)).collect();
    kinds.sort_unstable_by_key(|(word, _)| *word);
    let mut out = String::new();
    for (word, c) in kinds {
        writeln!(out, "{word:9} {}  tp {:3} fp {:3} fn {:3}", shares(c), c.matched, c.extra, c.missed).expect("memory");
    }
    let f = score.fields;
    let share = |right| f.share(right);
    let fields = format!(
        "of {} matched: holders exact {:.3}, issue {:.3}, status {:.3}, attribution {:.3}; spans not verbatim {}\n",
        f.matched,
        share(f.holders),
        share(f.issue),
        share(f.status),
        share(f.attribution),
        score.not_verbatim
    );
    format!("{out}{fields}all       {}\n", shares(score.all()))
}

/// Runs the script on an export of `corpus`.
#[track_caller]
fn script(name: &str, corpus: &Corpus, gold: &str, folder: &str, docs: Option<&str>) -> String {
    let export = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.json"));
    fs::write(&export, json::render(corpus).expect("an export")).expect("a writable target folder");
    let mut command = Command::new("python3");
    command.arg("tests/gold/score.py").args([gold, &export.to_string_lossy(), folder]);
    if let Some(docs) = docs {
        command.args(["--docs", docs]);
    }
    let out = command.output().expect("this test needs python3 on the path");
    assert!(out.status.success(), "score.py failed: {}", String::from_utf8_lossy(&out.stderr));
    String::from_utf8_lossy(&out.stdout).into_owned()
}

#[test]
fn the_figures_are_those_of_the_script_on_perturbed_gold() {
    for (set, (file, folder)) in coded::SETS.into_iter().enumerate() {
        let gold = coded::gold(file);
        for (seed, calm) in [(1, 10), (2, 14), (3, 30), (4, 90), (5, 11), (6, 12)] {
            let corpus = perturb(coded::corpus(file, folder), seed, calm);
            let scored = score(&gold, &corpus, None);
            assert_eq!(scored.problems, []);
            let script = script(&format!("eval-{set}-{seed}"), &corpus, file, folder, None);
            assert_eq!(figures(&scored), script, "{file}, seed {seed}");
        }
    }
}

#[test]
fn single_documents_score_as_in_the_script() {
    let (file, folder) = coded::SETS[0];
    let corpus = perturb(coded::corpus(file, folder), 7, 12);
    let only = ["004".to_owned(), "002".to_owned()];
    let scored = score(&coded::gold(file), &corpus, Some(&only));
    assert_eq!(scored.documents.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["002", "004"]);
    assert_eq!(figures(&scored), script("eval-docs", &corpus, file, folder, Some("004,002")));
}

#[test]
fn gold_scored_against_itself_is_perfect() {
    for (file, folder) in coded::SETS {
        let scored = score(&coded::gold(file), &coded::corpus(file, folder), None);
        assert!((scored.all().f1() - 1.0).abs() < 1e-12);
        assert_eq!(scored.deviations, []);
        assert_eq!(scored.both.kappa, Some(1.0));
        assert_eq!(scored.not_verbatim, 0);
    }
}

#[test]
fn gold_that_fits_no_document_or_no_words_is_named_and_the_rest_is_scored() {
    let (file, folder) = coded::SETS[0];
    let mut gold = coded::gold(file);
    gold.claims[0].content = "other words".to_owned();
    gold.claims[1].end = 999_999;
    gold.claims[2].doc = "nowhere".to_owned();
    gold.claims[3].doc = "00".to_owned();
    let scored = score(&gold, &coded::corpus(file, folder), None);
    let problems: Vec<String> = scored.problems.iter().map(ToString::to_string).collect();
    assert_eq!(problems.len(), 4, "{problems:#?}");
    for (problem, words) in
        ["other words", "ends at", "begins both", "begins the name of no file"].iter().zip([0, 1, 2, 3])
    {
        assert!(problems.iter().any(|p| p.contains(problem)), "{words} {problems:#?}");
    }
    assert!(problems.iter().all(|problem| problem.starts_with("tests/gold/seeds.jsonl:")));
    assert!(scored.fields.matched > 100);
}

#[test]
fn misses_and_extras_are_told_apart() {
    let (file, folder) = coded::SETS[0];
    let mut corpus = coded::corpus(file, folder);
    let at = corpus.claims.iter().position(|claim| claim.kind == Kind::RedLine).expect("a red line");
    corpus.claims[at].kind = Kind::Offer;
    let scored = score(&coded::gold(file), &corpus, None);
    let sides: Vec<Side> = scored.deviations.iter().map(|deviation| deviation.side).collect();
    assert_eq!(sides, [Side::Missed, Side::Extra]);
    assert!(scored.deviations[1].id.is_some());
}
