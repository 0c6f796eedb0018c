//! Articles put together from words of the field, each stance in a sentence of its own, for benchmarks that want many.

use std::fmt::Write as _;

use demarche::corpus::{Corpus, Engine};
use demarche::document::Document;
use demarche::dossier::Dossier;
use demarche::query::{Glossary, IssueEntry, PartyEntry};

/// Articles of a large corpus.
pub(crate) const ARTICLES: usize = 500;
/// Stances of one article.
const STANCES: usize = 40;

/// Who takes stances.
const PARTIES: [&str; 8] = ["Syria", "Israel", "Turkey", "Jordan", "Lebanon", "Iran", "Qatar", "Egypt"];
/// What a stance begins with; each is followed by a noun phrase.
const CUES: [&str; 8] =
    ["demanded", "rejected", "offered", "insisted on", "ruled out", "called for", "agreed to", "proposed"];
/// The first words of a point.
const SHAPES: [&str; 10] = [
    "a full",
    "a phased",
    "a partial",
    "a joint",
    "an immediate",
    "a permanent",
    "a supervised",
    "a limited",
    "a wider",
    "an early",
];
/// What a point is about.
const THINGS: [&str; 12] = [
    "withdrawal from the south",
    "suspension of air strikes",
    "monitoring mission",
    "corridor to Sweida",
    "exchange of prisoners",
    "demilitarised zone",
    "hotline between the armies",
    "return of the displaced",
    "lifting of sanctions",
    "office for water rights",
    "ban on heavy weapons",
    "guarantee for minorities",
];
/// Where or when.
const ENDS: [&str; 8] = [
    "along the border",
    "within six months",
    "before the spring",
    "near Quneitra",
    "under American supervision",
    "around Mount Hermon",
    "after the next round",
    "in the buffer zone",
];
/// Sentences without a stance.
const QUIET: [&str; 5] = [
    "The delegations met behind closed doors for most of the day and left without a word to the press.",
    "Snow fell on the city, and the streets around the hotel stayed closed to traffic until the evening.",
    "Diplomats described the mood in the room as calm after weeks of tension along the frontier.",
    "The previous meeting was held in the autumn and lasted for two days.",
    "Analysts in the region follow the talks closely.",
];

/// What its parties and issues are called.
pub(crate) fn glossary(engine: &Engine, corpus: &Corpus) -> Glossary {
    let dossier = engine.dossier();
    let party = |party: &demarche::dossier::Party| PartyEntry {
        slug: party.slug.clone(),
        name: party.name.clone(),
        listed: party.listed,
        ..PartyEntry::default()
    };
    let issue = |issue: &demarche::dossier::Issue| IssueEntry {
        slug: issue.slug.clone(),
        title: issue.title.clone(),
        broader: issue.broader.clone(),
        ..IssueEntry::default()
    };
    let mut glossary =
        Glossary::new(dossier.parties().iter().map(party).collect(), dossier.issues().iter().map(issue).collect());
    glossary.extend_from(corpus);
    glossary
}

/// The texts of so many articles.
pub(crate) fn texts(articles: usize) -> Vec<String> {
    let mut dice = Dice(7);
    (0..articles).map(|number| article(number, &mut dice)).collect()
}

/// The articles of these texts.
pub(crate) fn documents(texts: &[String]) -> Vec<Document> {
    let numbered = texts.iter().enumerate();
    numbered.map(|(at, text)| Document::from_text(&format!("a{at:03}"), text.as_str())).collect()
}

/// What reads them.
pub(crate) fn engine() -> Engine {
    Engine::new(Dossier::builtin("paris-talks").expect("the dossier")).expect("the rules")
}

fn article(number: usize, dice: &mut Dice) -> String {
    let mut text = format!(
        "---\ntitle: Talks go on in round {number}\noutlet: Outlet {}\ndate: 2026-{:02}-{:02}\n---\n",
        number % 60,
        1 + number % 12,
        1 + number % 28
    );
    for stance in 0..STANCES {
        let mut pick = |list: &[&'static str]| list[dice.roll(list.len())];
        if stance % 3 == 0 {
            let _ = write!(text, "\n\n{} ", pick(&QUIET));
        }
        let said = if stance % 4 == 0 { ", an official said" } else { "" };
        let _ = write!(
            text,
            "{} {} {} {} {}{said}. ",
            pick(&PARTIES),
            pick(&CUES),
            pick(&SHAPES),
            pick(&THINGS),
            pick(&ENDS)
        );
    }
    text
}

/// A small generator of numbers, so that every run reads the same text (Knuth's 64-bit linear congruence).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % sides.max(1)
    }
}
