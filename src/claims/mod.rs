//! Claims: from the cues of a sentence to grounded records.
//!
//! For every sentence of prose the cues are found, their slots filled, what governs them weighed, the holder
//! resolved, and conditions and voices read. Extraction is total: any text gives claims or none. Invariant:
//! every claim has the words it stands on.

mod candidate;
mod condition;
mod draft;
mod finish;
mod govern;
mod holder;
mod judge;
mod list;
mod sentence;
mod slots;
mod voice;

use crate::attribution::{Report, Speech};
use crate::document::{BlockKind, Document};
use crate::dossier::{Dossier, Issues, Names, PartyIx};
use crate::language::parse::{Language, Parse, Workspace};
use crate::language::sentence::sentences;
use crate::language::Tag;
use crate::mentions::{Known, Scene};
use crate::record::{Claim, Kind, Missed, Reason, Statement};
use crate::rules::RuleBook;
use crate::text::Span;
use draft::Draft;
use list::Intro;
use sentence::{Earlier, Sentence};
use voice::View;

/// Everything that reading an article needs.
#[derive(Debug)]
pub struct Tables {
    /// English.
    pub language: Language,
    /// The negotiation.
    pub dossier: Dossier,
    /// Its names, compiled.
    pub names: Names,
    /// Its issues, compiled.
    pub issues: Issues,
    /// The stance rules.
    pub rules: RuleBook,
}

/// What was found in one document; the document's own number is filled in by the corpus.
#[derive(Debug, Default)]
pub struct Found {
    /// Claims, by position.
    pub claims: Vec<Claim>,
    /// Attributed statements, by position.
    pub statements: Vec<Statement>,
    /// People met.
    pub people: Vec<Known>,
    /// Sentences with a cue and no claim.
    pub missed: Vec<Missed>,
}

/// Reads one document.
#[must_use]
pub fn extract(tables: &Tables, document: &Document, number: usize) -> Found {
    let places = prose(document);
    let counts = party_counts(tables, document, &places);
    let mut reader = Reader::new(tables, document, &counts);
    let mut workspace = Workspace::default();
    for place in &places {
        workspace.tokenize(&tables.language, &document.text, place.span);
        let parse = workspace.parse(&tables.language, &document.text);
        reader.read(&parse, *place);
    }
    reader.finish(number)
}

/// A sentence of prose and its block.
#[derive(Debug, Clone, Copy)]
struct Place {
    span: Span,
    block: usize,
    /// Whether it is the last sentence of its block.
    last: bool,
}

fn prose(document: &Document) -> Vec<Place> {
    let mut places = Vec::new();
    let mut spans = Vec::new();
    for (block, found) in document.blocks.iter().enumerate().filter(|(_, block)| block.kind.is_prose()) {
        spans.clear();
        sentences(&document.text, found.span, &mut spans);
        let count = spans.len();
        places.extend(spans.iter().enumerate().map(|(at, &span)| Place { span, block, last: at + 1 == count }));
    }
    places
}

/// How often each party is named, most often first; needed only where the dossier names no principals.
fn party_counts(tables: &Tables, document: &Document, places: &[Place]) -> Vec<(PartyIx, usize)> {
    if !tables.dossier.principals().is_empty() {
        return Vec::new();
    }
    let mut workspace = Workspace::default();
    let mut names = Vec::new();
    let mut counts: Vec<(PartyIx, usize)> = Vec::new();
    for place in places {
        names.clear();
        let tokens = workspace.tokenize(&tables.language, &document.text, place.span);
        tables.names.find(tokens, &document.text, &mut names);
        for name in &names {
            let party = match name.entity {
                crate::dossier::Entity::Party { party, .. } => party,
                crate::dossier::Entity::Person(person) => tables.dossier.person(person).party,
            };
            match counts.iter_mut().find(|(known, _)| *known == party) {
                Some(entry) => entry.1 += 1,
                None => counts.push((party, 1)),
            }
        }
    }
    counts.sort_by_key(|&(party, count)| (std::cmp::Reverse(count), party));
    counts
}

/// The state of reading one document.
struct Reader<'a> {
    tables: &'a Tables,
    document: &'a Document,
    scene: Scene<'a>,
    speech: Speech,
    drafts: Vec<Draft>,
    statements: Vec<Statement>,
    missed: Vec<Missed>,
    earlier: Vec<Earlier>,
    view: Option<View>,
    topic: Option<Span>,
    /// What the sentence before a list says of its items, by the block of that sentence.
    intros: Vec<(usize, Intro)>,
}

impl<'a> Reader<'a> {
    fn new(tables: &'a Tables, document: &'a Document, counts: &[(PartyIx, usize)]) -> Self {
        Self {
            tables,
            document,
            scene: Scene::new(&tables.dossier, &tables.names, counts),
            speech: Speech::new(&document.outlet),
            drafts: Vec::new(),
            statements: Vec::new(),
            missed: Vec::new(),
            earlier: Vec::new(),
            view: None,
            topic: None,
            intros: Vec::new(),
        }
    }

    fn read(&mut self, parse: &Parse<'_>, place: Place) {
        let block = &self.document.blocks[place.block];
        if block.kind == BlockKind::Heading {
            self.scene.turn();
            self.speech.turn();
            self.view = None;
        }
        self.scene.enter(parse);
        let reports = self.speech.read(parse, &self.scene);
        let intro = block.intro.and_then(|intro| self.intros.iter().find(|(block, _)| *block == intro)).map(|(_, intro)| intro.clone());
        let view = self.view.take();
        let (mut drafts, missed, next_view, next_intro) = {
            let sentence = Sentence {
                parse,
                scene: &self.scene,
                reports: &reports,
                rules: &self.tables.rules,
                issues: &self.tables.issues,
                span: place.span,
                headline: matches!(block.kind, BlockKind::Title | BlockKind::Standfirst | BlockKind::Heading),
                implied: intro.as_ref().and_then(|intro| intro.implied),
                topic: self.topic,
                earlier: &self.earlier,
            };
            let candidates = candidate::candidates(parse, &self.tables.rules);
            let (mut drafts, missed) = sentence.judge(&candidates);
            sentence.conditions(&mut drafts);
            let own = sentence.topical_view();
            sentence.voices(own.as_ref().or(view.as_ref()), &mut drafts);
            if let Some(intro) = intro.as_ref().filter(|_| drafts.is_empty()) {
                drafts.extend(sentence.bullet(intro));
            }
            let next_intro = if place.last { sentence.introduces(&drafts) } else { None };
            (drafts, missed, sentence.opens_view(), next_intro)
        };
        if let Some(intro) = next_intro {
            drafts.retain(|draft| !intro.replaces(draft));
            self.intros.push((place.block, intro));
        }
        self.view = next_view;
        self.settle_condition(parse, &drafts);
        self.note_missed(parse, place.span, &drafts, missed);
        self.note_statements(parse, &reports);
        self.remember(parse, &drafts);
        self.drafts.extend(drafts);
    }

    /// "Progress hinges on X. In return, Israel is seeking Y": the condition is the counterpart's (codebook, hard
    /// case 8).
    fn settle_condition(&mut self, parse: &Parse<'_>, drafts: &[Draft]) {
        let text = |at: usize| parse.tokens.get(at).map_or("", |token| token.span.of(parse.text));
        let returns = text(0).eq_ignore_ascii_case("in") && ["return", "exchange"].iter().any(|word| text(1).eq_ignore_ascii_case(word));
        let Some(party) = drafts.first().filter(|_| returns).map(|draft| draft.held.parties) else { return };
        let others = self.scene.principals().without(party);
        if let Some(last) = self.drafts.last_mut() {
            if last.held.parties.is_empty() && last.kind == Kind::Demand && party.len() == 1 && others.len() == 1 {
                last.held.parties = others;
                let text = format!("the next sentence names the counterpart: the condition is set by {}", self.scene.name_parties(others));
                last.reasons.push(Reason { field: "holder", text });
            }
        }
    }

    fn note_missed(&mut self, parse: &Parse<'_>, sentence: Span, drafts: &[Draft], missed: Vec<(crate::language::extent::Stretch, String, String)>) {
        if !drafts.is_empty() {
            return;
        }
        for (cue, rule, why) in missed {
            self.missed.push(Missed { document: 0, sentence, cue: parse.span(cue.first, cue.last), rule, why });
        }
    }

    fn note_statements(&mut self, parse: &Parse<'_>, reports: &[Report]) {
        for report in reports.iter().filter(|report| !report.carried) {
            let span = |piece: &crate::language::extent::Stretch| parse.span(piece.first, piece.last);
            self.statements.push(Statement {
                document: 0,
                source: report.source.iter().map(span).collect(),
                cue: report.cue.iter().map(span).collect(),
                content: report.content.iter().map(span).collect(),
                holder: report.speaker.iter().next().filter(|_| report.speaker.len() == 1).map(|party| self.tables.dossier.party(party).slug.clone()),
            });
        }
    }

    /// Keeps what the next sentences can point back to.
    fn remember(&mut self, parse: &Parse<'_>, drafts: &[Draft]) {
        for earlier in &mut self.earlier {
            earlier.age += 1;
        }
        self.earlier.retain(|earlier| earlier.age <= 6);
        self.earlier.extend(drafts.iter().map(|draft| Earlier { kind: draft.kind, content: draft.content, issues: draft.issues.clone(), holders: draft.held.parties, age: 1 }));
        self.topic = topic(parse);
    }
}

/// What "it" or "this" at the head of the next sentence can stand for: the predicate of "the crux is X", else the
/// subject.
fn topic(parse: &Parse<'_>) -> Option<Span> {
    let group = (0..parse.groups().len()).find(|&group| parse.groups()[group].has_tense())?;
    let found = parse.groups()[group];
    let predicate = (found.lemma == parse.words().be).then(|| parse.thing(found.last + 1)).flatten();
    let subject = || parse.nodes()[group].subjects().first().and_then(|&subject| parse.thing(parse.phrases()[subject].first));
    let chosen = predicate.or_else(subject)?;
    (parse.tag(chosen.first) != Tag::Pronoun).then(|| parse.span(chosen.first, chosen.last))
}
