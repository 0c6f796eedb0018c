//! Who is meant, and who negotiates, in openings of articles that no dossier describes.

#![expect(clippy::print_stdout, reason = "the share that is right is shown")]

use std::fs;

use demarche::dossier::{Dossier, Names};
use demarche::language::parse::{Language, Workspace};
use demarche::language::sentence::sentences;
use demarche::mentions::{Cast, Parties, Read, Scene};
use demarche::text::Span;
use serde_json::Value;

const OPENINGS: &str = "tests/sentences/parties.jsonl";
/// The least share of what is coded, in hundredths, that must be read so.
const FLOOR: usize = 90;

/// What a reading needs beside the text.
struct World {
    dossier: Dossier,
    language: Language,
    names: Names,
}

impl World {
    fn new() -> Self {
        let dossier = Dossier::builtin("world").expect("the world is sound");
        let mut language = Language::builtin();
        let names = Names::new(&dossier, &mut language.lexicon);
        Self { dossier, language, names }
    }

    /// Compares an opening with its coding; gives how many points it has and those that are read otherwise.
    fn differences(&self, opening: &Value) -> (usize, Vec<String>) {
        let text = opening["text"].as_str().expect("a text");
        let workspaces = self.workspaces(text);
        let parses: Vec<Read<'_>> =
            workspaces.iter().map(|workspace| (workspace.view(&self.language, text), false)).collect();
        let cast = Cast::read(&self.dossier, &self.names, &parses);
        let mut scene = Scene::new(&self.dossier, &self.names, &cast);
        let mut read = vec![
            ("principals".to_owned(), slugs(&scene, scene.principals())),
            ("mediators".to_owned(), slugs(&scene, scene.mediators())),
        ];
        for (parse, _) in &parses {
            scene.enter(parse);
            for (at, phrase) in parse.phrases().iter().enumerate() {
                let actor = scene.actor(at).filter(|actor| !actor.outsider);
                let words = parse.span(phrase.first, phrase.last).of(text).to_owned();
                read.push((words, actor.map_or_else(String::new, |actor| slugs(&scene, actor.parties))));
            }
        }
        let coded = opening["parties"].as_object().expect("an object");
        let mut wrong = Vec::new();
        for (words, slug) in coded {
            let slug = slug.as_str().expect("a slug");
            let found = read.iter().rev().find(|(known, _)| known == words).map(|(_, found)| found.as_str());
            if found != Some(slug) {
                wrong.push(format!("{words:?} is {found:?}, not {slug:?}, in {text:?}"));
            }
        }
        (coded.len(), wrong)
    }

    fn workspaces(&self, text: &str) -> Vec<Workspace> {
        let mut spans = Vec::new();
        sentences(text, Span::new(0, text.len()), &mut spans);
        let read = |span: &Span| {
            let mut workspace = Workspace::default();
            workspace.tokenize(&self.language, text, *span);
            workspace.parse(&self.language, text);
            workspace
        };
        spans.iter().map(read).collect()
    }
}

/// The names in data of some parties, in alphabetical order.
fn slugs(scene: &Scene<'_>, parties: Parties) -> String {
    let mut slugs: Vec<&str> = parties.iter().map(|party| scene.slug(party)).collect();
    slugs.sort_unstable();
    slugs.join("+")
}

#[test]
fn the_parties_of_an_opening_are_those_that_its_reader_would_name() {
    let world = World::new();
    let (mut all, mut wrong) = (0, Vec::new());
    for line in fs::read_to_string(OPENINGS).expect("the openings").lines() {
        let opening: Value = serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
        let (points, differences) = world.differences(&opening);
        all += points;
        wrong.extend(differences);
    }
    let right = all - wrong.len();
    println!("{right} of {all} points of {OPENINGS} are right");
    assert!(all >= 250 && right * 100 >= all * FLOOR, "{right} of {all}; {wrong:#?}");
}
