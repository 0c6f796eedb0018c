//! The whole command on the built-in articles: user time and peak memory, beside a process that only matches words.
//!
//! The reference is this program started again: it compiles one pattern of words and counts its matches in the same
//! articles. Reports, never fails. `cargo bench --bench process`

#![expect(clippy::print_stdout, reason = "a benchmark reports")]

use std::env;
use std::process::{Command, Stdio};
use std::time::Duration;

use wait4::Wait4 as _;

/// How often each process runs.
const RUNS: usize = 41;

/// The word on the command line that makes this program the reference.
const REFERENCE: &str = "--reference";

/// What one run took.
#[derive(Debug, Clone, Copy)]
struct Cost {
    user: Duration,
    all: Duration,
    /// In bytes.
    peak: u64,
}

fn main() {
    if env::args().any(|word| word == REFERENCE) {
        reference();
        return;
    }
    let itself = env::current_exe().expect("the path of this program");
    let mut commands = vec![
        ("a pattern of 300 words", Command::new(itself)),
        ("demarche demands", Command::new(env!("CARGO_BIN_EXE_demarche"))),
        ("demarche export", Command::new(env!("CARGO_BIN_EXE_demarche"))),
    ];
    for ((_, command), word) in commands.iter_mut().zip([REFERENCE, "demands", "export"]) {
        command.arg(word).stdout(Stdio::null());
    }
    println!("five articles, whole process, median of {RUNS} runs in turn\n");
    println!("{:<24} {:>12} {:>12} {:>12} {:>7}", "", "user ms", "user+sys ms", "peak MB", "ratio");
    let costs = in_turn(&mut commands);
    let base = median(&costs[0], |cost| cost.user.as_secs_f64());
    for ((name, _), costs) in commands.iter().zip(&costs) {
        let user = median(costs, |cost| cost.user.as_secs_f64());
        let all = median(costs, |cost| cost.all.as_secs_f64());
        #[expect(clippy::cast_precision_loss, reason = "megabytes with one digit")]
        let peak = median(costs, |cost| cost.peak as f64 / 1e6);
        println!("{name:<24} {:>12.2} {:>12.2} {peak:>12.1} {:>7.2}", user * 1e3, all * 1e3, user / base);
    }
}

/// Runs the commands one after another, again and again, so that a busy moment hits all of them.
fn in_turn(commands: &mut [(&str, Command)]) -> Vec<Vec<Cost>> {
    let mut costs = vec![Vec::with_capacity(RUNS); commands.len()];
    for _ in 0..RUNS {
        for ((_, command), costs) in commands.iter_mut().zip(&mut costs) {
            costs.push(run(command));
        }
    }
    costs
}

fn run(command: &mut Command) -> Cost {
    let child = command.spawn().expect("the program starts");
    let used = child.wait4().expect("the program ends").rusage;
    Cost { user: used.utime, all: used.utime + used.stime, peak: used.maxrss }
}

fn median(costs: &[Cost], of: impl Fn(&Cost) -> f64) -> f64 {
    let mut values: Vec<f64> = costs.iter().map(of).collect();
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// Counts words in the five articles and nothing else.
fn reference() {
    let words: Vec<String> = include_str!("../data/lexicon/words.txt")
        .lines()
        .filter_map(|line| line.split_once(" VN").map(|(word, _)| word.to_owned()))
        .take(300)
        .collect();
    let pattern = regex::Regex::new(&format!(r"\b(?:{})\b", words.join("|"))).expect("a pattern");
    let articles = [
        include_str!("../seeds/000_0d1e286379343fd8.txt"),
        include_str!("../seeds/001_e3572116e2fbeb5c.txt"),
        include_str!("../seeds/002_f7027279298fa087.txt"),
        include_str!("../seeds/003_2a940ca826a8b7d7.txt"),
        include_str!("../seeds/004_ebe41dacef290fe8.txt"),
    ];
    println!("{}", articles.iter().map(|article| pattern.find_iter(article).count()).sum::<usize>());
}
