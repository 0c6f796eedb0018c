//! How long sources are compared and turns are sought on 500 articles with 20,000 claims, as shares of the time that reading
//! the articles takes; and on a quarter of them, which tells whether the work grows faster than the articles do.
//!
//! Reports, never fails. `cargo bench --bench compare`

#![expect(clippy::print_stdout, reason = "a benchmark reports")]

mod articles;

use std::time::Instant;

use demarche::compare;
use demarche::record::Claim;
use demarche::render::timeline::{self, Desk};
use demarche::render::{Screen, diff};
use demarche::timeline::Timeline;

/// How often everything is done; the fastest counts.
const RUNS: usize = 5;

/// What is timed.
const STEPS: [&str; 5] =
    ["articles read", "sources compared", "comparison written", "claims dated", "turns sought, written"];

fn main() {
    let all = fastest(articles::ARTICLES);
    let quarter = fastest(articles::ARTICLES / 4);
    println!("{:<24} {:>10} {:>16} {:>12}", "", "seconds", "share of reading", "growth");
    for ((step, time), less) in STEPS.iter().zip(all).zip(quarter) {
        println!("{step:<24} {time:>10.3} {:>16.2} {:>12.2}", time / all[0], time / less / 4.0);
    }
    println!("\ngrowth: the time for four times the articles, by four times the time; 1 is in step with them");
}

/// Seconds that each step takes.
fn fastest(number: usize) -> [f64; STEPS.len()] {
    let texts = articles::texts(number);
    let engine = articles::engine();
    let mut best = [f64::INFINITY; STEPS.len()];
    for _ in 0..RUNS {
        let mut took = Vec::new();
        let mut clock = Instant::now();
        let mut lap = || {
            took.push(clock.elapsed().as_secs_f64());
            clock = Instant::now();
        };
        let corpus = engine.read(articles::documents(&texts));
        lap();
        let glossary = articles::glossary(&engine, &corpus);
        let claims: Vec<&Claim> = corpus.claims.iter().collect();
        let every: Vec<usize> = (0..corpus.documents.len()).collect();
        let comparison = compare::issues(&corpus, &every, &claims, &[]);
        lap();
        let mut out = Vec::new();
        let mut screen = Screen::new(&mut out, 80, false);
        diff::write(&mut screen, &corpus, &glossary, &comparison, diff::Shape::default()).expect("memory");
        lap();
        let line = Timeline::new(&corpus, &claims);
        lap();
        let turns = line.turns(&comparison);
        let desk = Desk { corpus: &corpus, glossary: &glossary };
        timeline::turns(&mut Screen::new(&mut out, 80, false), desk, &turns, &line).expect("memory");
        lap();
        for (best, took) in best.iter_mut().zip(took) {
            *best = best.min(took);
        }
    }
    best
}
