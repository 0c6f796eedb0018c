//! Claims: from the cues of a sentence to grounded records.
//!
//! For every sentence of prose the cues are found, their slots filled, what governs them weighed, the holder
//! resolved, and conditions and voices read. Extraction is total: any text gives claims or none. Invariant:
//! every claim has the words it stands on.

mod ahead;
mod answer;
mod apposed;
mod aside;
mod asked;
mod barring;
mod behest;
mod behind;
mod burden;
mod candidate;
mod circumstance;
mod clausal;
mod cleft;
mod company;
mod concluded;
mod condition;
mod deal;
mod draft;
mod ellipsis;
mod exampled;
mod figures;
mod finish;
mod fraction;
mod fragment;
mod gap;
mod govern;
mod holder;
mod imperative;
mod interviewee;
mod inverted;
mod items;
mod joint;
mod judge;
mod label;
mod lacking;
mod lead;
mod list;
mod listed;
mod loose;
mod marker;
mod nearing;
mod nominal;
mod operative;
mod owner;
mod paper;
mod passive;
mod proposal;
mod prose;
mod reach;
mod reason;
mod recipient;
mod reply;
mod run;
mod sense;
mod sentence;
mod settled;
mod slots;
mod special;
mod spelled;
mod spoken;
mod stance;
mod staying;
mod supposed;
mod tabled;
mod teller;
mod terms;
mod threat;
mod told;
mod turn;
mod ultimatum;
mod under;
mod view;
mod voice;
mod willing;
mod would;

use crate::attribution::{Report, Speech};
use crate::document::{BlockKind, Document, Turn};
use crate::dossier::{Dossier, Issues, Names, Topics};
use crate::language::Tag;
use crate::language::clause::Link;
use crate::language::extent::Stretch;
use crate::language::parse::{Language, Parse, Workspace};
use crate::mentions::{Cast, Known, Parties, Scene};
use crate::record::{Claim, Kind, Missed, Reason, Statement};
use crate::rules::RuleBook;
use crate::text::Span;
use draft::Draft;
use interviewee::{Interviewee, Presented};
use list::Intro;
use paper::Paper;
use prose::{BATCH, cast, prose};
use reply::Reply;
use run::{Footing, Run};
use sentence::{Earlier, Sentence};
use turn::Posed;
use view::View;

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
    /// How points are named where it lists none.
    pub topics: Topics,
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
    /// People met, each with the slug of the party.
    pub people: Vec<(Known, Option<String>)>,
    /// Sentences with a cue and no claim.
    pub missed: Vec<Missed>,
}

/// Reads one document; `sentences` holds those of another and gives its memory.
#[must_use]
pub fn extract(tables: &Tables, document: &Document, number: usize, sentences: &mut Vec<Workspace>) -> Found {
    let places = prose(document);
    let (language, text) = (&tables.language, &document.text);
    let read = |batch: &[Place], sentences: &mut Vec<Workspace>| {
        Workspace::read_all(language, text, batch.iter().map(|place| place.span), sentences);
    };
    read(&places[..places.len().min(BATCH)], sentences);
    let cast = cast(tables, document, &places, sentences);
    let mut reader = Reader::new(tables, document, &cast);
    for (start, batch) in (0..).step_by(BATCH).zip(places.chunks(BATCH)) {
        if start > 0 {
            read(batch, sentences);
        }
        for (at, (place, sentence)) in (start..).zip(batch.iter().zip(&*sentences)) {
            let parse = sentence.view(language, text);
            let reply = reader.turn_to(&places, at);
            reader.hear_ahead(&places, at);
            reader.read(&parse, *place, reply);
        }
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

/// The first item of a list stands so near to what introduces it.
const NEAR: usize = 8;

/// The state of reading one document.
struct Reader<'a> {
    tables: &'a Tables,
    document: &'a Document,
    scene: Scene<'a>,
    speech: Speech,
    drafts: Vec<Draft>,
    missed: Vec<Missed>,
    earlier: Vec<Earlier>,
    view: Option<View>,
    topic: Option<Span>,
    /// The text that "it" or "the plan" stands for.
    paper: Option<Paper>,
    /// What the sentence before a list says of its items, by the block of that sentence.
    intros: Vec<(usize, Intro)>,
    /// Who speaks in the quotation at hand, where a later sentence says so.
    ahead: Option<ahead::Ahead>,
    /// Who answers where no label says so.
    interviewee: Option<Interviewee>,
    /// Whether the document is an interview, and whom the lines above its first question present.
    interviews: bool,
    presented: Option<Presented>,
    /// What the sentences before opened for this one to go on with.
    run: Option<Run>,
    /// Whether the text is one that its parties adopted, and has not ended.
    adopts: bool,
    /// The last question for a party's points, which "And Syria?" repeats.
    asked: Option<Run>,
    /// What the last question with a verb asks for.
    posed: Option<Posed>,
    /// Whether anybody has been named so far.
    peopled: bool,
    /// The sentence before, in the same block.
    last: Option<Place>,
}

impl<'a> Reader<'a> {
    fn new(tables: &'a Tables, document: &'a Document, cast: &'a Cast) -> Self {
        Self {
            tables,
            document,
            scene: Scene::new(&tables.dossier, &tables.names, cast),
            speech: Speech::new(&document.outlet),
            drafts: Vec::new(),
            missed: Vec::new(),
            earlier: Vec::new(),
            view: None,
            topic: None,
            paper: None,
            intros: Vec::new(),
            ahead: None,
            interviewee: None,
            interviews: interviewee::is_interview(document),
            presented: None,
            run: None,
            adopts: run::is_adopted(document),
            asked: None,
            posed: None,
            peopled: false,
            last: None,
        }
    }

    fn read(&mut self, parse: &Parse<'_>, place: Place, reply: Option<Reply>) {
        let block = &self.document.blocks[place.block];
        if block.kind == BlockKind::Heading {
            self.scene.turn();
            self.speech.turn();
            self.view = None;
            self.run = None;
        }
        if self.last.is_none_or(|last| last.block != place.block) {
            self.scene.leave_seat();
            let headed = self.last.is_some_and(|last| self.document.blocks[last.block].kind == BlockKind::Heading);
            self.run = self.run.take().filter(|run| headed || !run.is_foreseen());
        }
        let intro = block
            .intro
            .and_then(|intro| self.intros.iter().find(|(block, _)| *block == intro))
            .map(|(_, intro)| intro.clone());
        let led = self.led(parse, place, intro.as_ref());
        let parse = &led.as_ref().map_or(*parse, |led| led.view(&self.tables.language, &self.document.text));
        self.scene.enter(parse);
        if block.kind == BlockKind::Heading {
            self.scene.note_section(parse);
        }
        self.peopled |= !self.scene.current().is_empty();
        let reports = self.speech.read(parse, &self.scene);
        let adopted = self.adopted(place);
        let section = Some(self.scene.section()).filter(|parties| !parties.is_empty());
        let section = section.map(|parties| View { parties, ..View::default() });
        let view = self.view.take().or(section);
        let implied = intro.as_ref().and_then(|intro| intro.implied);
        let sentence = self.sentence(parse, &reports, place, implied, reply);
        let asked = block.turn == Turn::Question;
        let presented = if self.interviews && block.turn == Turn::None { sentence.presents() } else { None };
        let Examined { mut drafts, missed, point } = examine(&sentence, intro.as_ref(), view.as_ref(), asked);
        let posed = if asked { sentence.repeat_question(self.posed, &mut drafts) } else { self.posed };
        let next_intro = if place.last && self.heads_list(place.block) { sentence.introduces(&drafts) } else { None };
        let next_intro = self.label_list(place, &sentence, next_intro);
        let heads = block.kind == BlockKind::Heading || asked;
        let run = if block.kind.is_headline() && !heads {
            None
        } else {
            let again =
                || self.asked.as_ref().filter(|run| run.footing == Footing::Asked && sentence.is_counted_answer());
            let stands = self.run.as_ref().or(adopted.as_ref());
            let before = if heads { self.asked.as_ref() } else { stands.or_else(again) };
            sentence.run_on(before, heads, &mut drafts)
        };
        let back = if heads { None } else { sentence.looks_back() };
        let (next_view, fragment) = (sentence.opens_view(), sentence.is_fragment());
        let owner = |phrase: usize| {
            let own = sentence.seeker().of_noun(phrase).parties;
            if own.is_empty() { sentence.seeker().of_text(phrase).parties } else { own }
        };
        let paper = Paper::after(parse, owner, self.paper);
        if let Some(intro) = next_intro {
            drafts.retain(|draft| !intro.replaces(draft));
            self.intros.push((place.block, intro));
        }
        if let Some(intro) = intro.filter(|_| fragment || drafts.is_empty()) {
            let found = self.read_on(place, &intro);
            drafts = if found.is_empty() { drafts } else { found };
        }
        (self.view, self.paper, self.posed) = (next_view, paper, posed);
        self.note_presented(presented);
        self.run = run.filter(|_| self.peopled);
        if heads {
            self.asked.clone_from(&self.run);
        }
        if let (Some(back), Some(before)) = (back, self.last.filter(|last| last.block == place.block)) {
            self.tell_again(before, &back);
        }
        self.last = Some(place);
        self.settle_condition(parse, &drafts);
        self.note_missed(parse, place.span, &drafts, missed);
        self.remember(parse, &drafts);
        self.topic = point.or(self.topic);
        if !asked || reply.is_some() {
            self.drafts.extend(drafts);
        }
    }

    fn sentence<'b>(
        &'b self,
        parse: &'b Parse<'b>,
        reports: &'b [Report],
        place: Place,
        implied: Option<Parties>,
        answered: Option<Reply>,
    ) -> Sentence<'b> {
        Sentence {
            parse,
            scene: &self.scene,
            reports,
            rules: &self.tables.rules,
            issues: &self.tables.issues,
            topics: &self.tables.topics,
            span: place.span,
            headline: self.document.blocks[place.block].kind.is_headline(),
            implied,
            led: parse.tokens.first().is_some_and(|token| token.span.start < place.span.start),
            topic: self.topic,
            paper: self.paper,
            earlier: &self.earlier,
            answered,
        }
    }

    /// Tells whether a list stands under the block.
    fn heads_list(&self, block: usize) -> bool {
        self.document.blocks[block + 1..].iter().take(NEAR).any(|item| item.intro == Some(block))
    }

    /// "Progress hinges on X. In return, Israel is seeking Y": the condition is the counterpart's (codebook, hard
    /// case 8).
    fn settle_condition(&mut self, parse: &Parse<'_>, drafts: &[Draft]) {
        let returns = would::opens_exchange(parse, 0);
        let Some(party) = drafts.first().filter(|_| returns).map(|draft| draft.held.parties) else { return };
        let others = self.scene.principals().without(party);
        if let Some(last) = self.drafts.last_mut()
            && last.held.parties.is_empty()
            && last.kind == Kind::Demand
            && party.len() == 1
            && others.len() == 1
        {
            last.held.parties = others;
            let text = format!(
                "the next sentence names the counterpart: the condition is set by {}",
                self.scene.name_parties(others)
            );
            last.reasons.push(Reason { field: "holder", text });
        }
    }

    fn note_missed(
        &mut self,
        parse: &Parse<'_>,
        sentence: Span,
        drafts: &[Draft],
        missed: Vec<(Stretch, String, String)>,
    ) {
        if !drafts.is_empty() {
            return;
        }
        for (cue, rule, why) in missed {
            self.missed.push(Missed { document: 0, sentence, cue: parse.span(cue.first, cue.last), rule, why });
        }
    }

    /// Keeps what the next sentences can point back to.
    fn remember(&mut self, parse: &Parse<'_>, drafts: &[Draft]) {
        for earlier in &mut self.earlier {
            earlier.age += 1;
        }
        self.earlier.retain(|earlier| earlier.age <= 6);
        self.earlier.extend(drafts.iter().map(|draft| Earlier {
            kind: draft.kind,
            content: draft.content,
            issues: draft.issues.clone(),
            holders: draft.held.parties,
            condition: draft.rule == "demand.exchange",
            age: 1,
        }));
        self.topic = topic(parse, &self.scene);
    }
}

/// What a sentence gave.
struct Examined {
    drafts: Vec<Draft>,
    /// Cues that gave nothing, each with its rule and the reason.
    missed: Vec<(Stretch, String, String)>,
    /// What it asks about, where it is a question put to somebody.
    point: Option<Span>,
}

fn examine(sentence: &Sentence<'_>, intro: Option<&Intro>, view: Option<&View>, asked: bool) -> Examined {
    let mut candidates = candidate::candidates(sentence.parse, sentence.rules, sentence.implied.is_some());
    candidates.extend(loose::candidates(sentence.parse, sentence.rules));
    candidates.extend(inverted::candidates(sentence.parse, sentence.rules));
    candidates.extend(sentence.spelled_nouns(&candidates));
    candidates.sort_by_key(|carrier| carrier.first().map(|candidate| candidate.cue.first));
    let (mut drafts, missed) = sentence.judge(&candidates);
    sentence.under(&mut drafts);
    sentence.concluded(&mut drafts);
    sentence.terms(&mut drafts);
    sentence.nearing(&mut drafts);
    sentence.provisos(&mut drafts);
    sentence.answers(&mut drafts);
    sentence.asides(&mut drafts);
    sentence.apposed(&mut drafts);
    sentence.ellipses(&mut drafts);
    sentence.fractions(&mut drafts);
    sentence.lacking(&mut drafts);
    sentence.willings(&mut drafts);
    sentence.conditions(&mut drafts);
    let own = sentence.topical_view();
    sentence.voices(own.as_ref().or(view), &mut drafts);
    sentence.stays(&mut drafts);
    sentence.barrings(own.as_ref().or(view), &mut drafts);
    sentence.figures(&mut drafts);
    sentence.revisions(&mut drafts);
    sentence.denied_offers(&mut drafts);
    sentence.behests(&mut drafts);
    sentence.imperatives(&mut drafts);
    sentence.burdens(&mut drafts);
    sentence.operatives(&mut drafts);
    sentence.asked_and_left(&mut drafts);
    sentence.curt_replies(&mut drafts);
    sentence.yes_or_no_to(&mut drafts);
    recipient::offer_to_one_another(&mut drafts);
    if let Some(item) =
        intro.filter(|_| drafts.is_empty() || sentence.is_fragment()).and_then(|intro| sentence.bullet(intro))
    {
        drafts = vec![item];
    }
    if let Some(reply) = sentence.answered {
        drafts = sentence.with_reply(drafts, reply);
    }
    let point = match () {
        () if asked => sentence.asked_point(&candidates),
        // "The port? Not on the table."
        () if sentence.parse.is_question() => sentence.asked_thing(),
        () => None,
    };
    Examined { drafts, missed, point }
}

/// What "it" or "this" at the head of the next sentence can stand for: the predicate of "the crux is X", else the
/// subject.
fn topic(parse: &Parse<'_>, scene: &Scene<'_>) -> Option<Span> {
    let mut group = (0..parse.groups().len()).find(|&group| parse.groups()[group].has_tense())?;
    // "says Ankara will keep its bases": the point is in what is said.
    while let Some(below) = (group + 1..parse.groups().len()).find(|&below| {
        let node = parse.nodes()[below];
        node.parent == Some(group) && node.link == Link::Complement && parse.groups()[below].has_tense()
    }) {
        group = below;
    }
    let found = parse.groups()[group];
    let acts = parse.nodes()[group].subjects().iter().any(|&subject| scene.actor(subject).is_some());
    // "met in Rome on Monday": a place is no point.
    let placed = |at: usize| {
        parse.phrase_at(at).is_some_and(|phrase| {
            parse.tag(parse.phrases()[phrase].head) == Tag::Proper || parse.is_time_phrase(phrase)
        })
    };
    let object = || {
        let behind = parse.tag(found.last + 1) == Tag::Preposition;
        if behind && placed(found.last + 2) {
            return None;
        }
        parse.thing(if behind { found.last + 2 } else { found.last + 1 })
    };
    let predicate = if found.lemma == parse.words().be || acts { object() } else { None };
    if acts && predicate.is_none() {
        return None;
    }
    let subject =
        || parse.nodes()[group].subjects().first().and_then(|&subject| parse.thing(parse.phrases()[subject].first));
    let chosen = predicate.or_else(subject)?;
    (parse.tag(chosen.first) != Tag::Pronoun).then(|| parse.span(chosen.first, chosen.last))
}
