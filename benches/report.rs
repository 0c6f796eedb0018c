//! The page of `report` on 500 articles with 20,000 claims: how long it takes to build, how large it is, how soon it opens
//! in Chromium, and how soon a filter and a search react.
//!
//! The reference is a page with the same articles as plain paragraphs. Reports, never fails. `cargo bench --bench report`

#![expect(clippy::print_stdout, reason = "a benchmark reports")]

#[path = "../tests/browser/mod.rs"]
#[expect(dead_code, reason = "the tests ask more of it")]
mod browser;

mod articles;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use browser::{Browser, View};
use demarche::report::{Subject, page};

/// How often the page is opened and each filter used.
const RUNS: usize = 7;

/// What the issue of the project asks for: seconds to build, megabytes, seconds to open, milliseconds to filter.
const LIMITS: [f64; 4] = [3.0, 20.0, 2.0, 100.0];

fn main() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("report-bench");
    let _none_there = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("articles")).expect("a folder");
    let texts = articles::texts(articles::ARTICLES);
    for (at, text) in texts.iter().enumerate() {
        fs::write(folder.join(format!("articles/a{at:03}.txt")), text).expect("an article");
    }
    let engine = articles::engine();
    let documents = articles::documents(&texts);
    let (corpus, reading) = timed(|| engine.read(documents));
    let glossary = articles::glossary(&engine, &corpus);
    let subject =
        Subject { title: "Five hundred articles", corpus: &corpus, glossary: &glossary, rules: &engine.rules().rules };
    let (html, building) = timed(|| page(&subject));
    let file = folder.join("page.html");
    let ((), process) = timed(|| run(&folder, &file));
    println!(
        "{} articles, {} claims; read in {:.2} s, the whole command {:.2} s\n",
        corpus.documents.len(),
        corpus.claims.len(),
        reading.as_secs_f64(),
        process.as_secs_f64()
    );

    fs::write(&file, &html).expect("the page");
    let reference = folder.join("plain.html");
    fs::write(&reference, plain(&texts)).expect("the plain page");
    let browser = Browser::start();
    let base = median((0..RUNS).map(|_| opened(&browser, &reference)).collect());
    let opening = median((0..RUNS).map(|_| opened(&browser, &file)).collect());
    let (filter, search) = reactions(&browser);
    println!("{:<34} {:>10} {:>10} {:>10}", "", "here", "limit", "share");
    let figures = [building.as_secs_f64(), megabytes(html.len()), opening / 1e3, filter];
    let names = ["page built, seconds", "page, MB", "page opened, seconds", "filter applied, ms"];
    for ((name, figure), limit) in names.into_iter().zip(figures).zip(LIMITS) {
        println!("{name:<34} {figure:>10.2} {limit:>10.0} {:>10.2}", figure / limit);
    }
    println!("{:<34} {search:>10.2} {:>10.0} {:>10.2}", "text searched, ms", LIMITS[3], search / LIMITS[3]);
    println!(
        "\nthe same articles as plain paragraphs open in {:.2} s; the page takes {:.2} times as long",
        base / 1e3,
        opening / base
    );
}

/// The command on the folder of articles, as a user starts it.
fn run(folder: &Path, file: &Path) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_demarche"));
    command.arg("report").arg(folder.join("articles")).arg("-o").arg(file).stdout(Stdio::null());
    assert!(command.status().expect("the command runs").success());
}

/// Milliseconds until a page is loaded and its first frame is drawn.
fn opened(browser: &Browser, file: &Path) -> f64 {
    let start = Instant::now();
    browser.open(file, View::default());
    browser.eval("new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)))");
    start.elapsed().as_secs_f64() * 1e3
}

/// Milliseconds from the choice of a filter, and from the entry of a word, until the list is drawn anew: the slowest
/// filter, and the slowest search after the first, for which texts are made ready.
fn reactions(browser: &Browser) -> (f64, f64) {
    browser.eval("document.getElementById('list').scrollIntoView({ behavior: 'instant' })");
    let took = |field: &str, value: &str| {
        let script = format!(
            "new Promise((done) => {{ const field = document.getElementById('f-{field}'); field.value = '{value}';
              const start = performance.now(); field.dispatchEvent(new Event('input', {{ bubbles: true }}));
              requestAnimationFrame(() => setTimeout(() => done(performance.now() - start))); }})"
        );
        browser.eval(&script).as_f64().unwrap_or(f64::NAN)
    };
    let slowest = |field: &str, values: &[&str]| {
        values
            .iter()
            .map(|value| {
                median(
                    (0..RUNS)
                        .map(|_| {
                            let took = took(field, value);
                            self::clear(browser);
                            took
                        })
                        .collect(),
                )
            })
            .fold(0.0, f64::max)
    };
    let filters = [
        ("party", ["0", "1"]),
        ("kind", ["0", "3"]),
        ("issue", ["0", "2"]),
        ("source", ["0", "250"]),
        ("status", ["0", "1"]),
    ];
    let filter = filters.iter().map(|(field, values)| slowest(field, values)).fold(0.0, f64::max);
    (filter, slowest("text", &["corridor", "joint office", "e"]))
}

fn clear(browser: &Browser) {
    browser.eval("new Promise((done) => { filters.reset(); requestAnimationFrame(() => setTimeout(done, 20)); })");
}

/// The articles as a page without claims.
fn plain(articles: &[String]) -> String {
    let mut out =
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Plain</title></head><body>".to_owned();
    for text in articles {
        for paragraph in text.split("\n\n") {
            let _ = write!(out, "<p>{paragraph}</p>");
        }
    }
    out + "</body></html>"
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let result = work();
    (result, start.elapsed())
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

#[expect(clippy::cast_precision_loss, reason = "megabytes with two digits")]
fn megabytes(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}
