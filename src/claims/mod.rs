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
mod filled;
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
mod setting;
mod settled;
mod slots;
mod special;
mod spelled;
mod spoken;
mod spot;
mod stance;
mod staying;
mod supposed;
mod tabled;
mod teller;
mod terms;
#[cfg(test)]
mod tests;
mod threat;
mod told;
mod turn;
mod ultimatum;
mod under;
mod view;
mod voice;
mod willing;
mod would;

use std::{mem, slice};

use crate::attribution::Speech;
use crate::document::{BlockKind, Document, Turn};
use crate::dossier::{Dossier, Issues, Names, Topics};
use crate::language::extent::Stretch;
use crate::language::parse::{Language, Parse, Workspace};
use crate::mentions::{Cast, Known, Scene};
use crate::record::{Claim, Kind, Missed, Reason, Statement};
use crate::rules::RuleBook;
use crate::text::Span;
use candidate::Candidate;
use draft::Draft;
use interviewee::{Interviewee, Presented};
use list::Intro;
use prose::{BATCH, cast, prose};
use run::{Footing, Run};
use sentence::{Earlier, Past, Sentence};
use setting::{Left, Setting, topic};
use turn::Posed;

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
    let mut settings = Vec::new();
    for (start, batch) in (0..).step_by(BATCH).zip(places.chunks(BATCH)) {
        if start > 0 {
            read(batch, sentences);
        }
        let parses: Vec<Parse<'_>> = sentences[..batch.len()].iter().map(|read| read.view(language, text)).collect();
        let mut read = 0;
        while read < parses.len() {
            let place = places[start + read];
            let led = reader.led(&parses[read], place, reader.intro_of(place));
            let led = led.as_ref().map(|led| led.view(language, text));
            let near = led.as_ref().map_or(&parses[read..], slice::from_ref);
            reader.set(&places, start + read, near, &mut settings);
            for (setting, parse) in settings.iter_mut().zip(near) {
                reader.read(parse, places[start + read], setting);
                read += 1;
            }
            settings.clear();
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
    /// What the sentence before left to the one at hand.
    left: Left,
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
            left: Left::default(),
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

    /// Reads the sentence at `place` in its setting, of which it takes what it keeps: a setting is large, and stays where it is.
    fn read(&mut self, parse: &Parse<'_>, place: Place, setting: &mut Setting<'a>) {
        let Setting { scene, heard, reports, carriers, back, before, after, view, examined } = setting;
        let reply = heard.reply;
        mem::swap(&mut self.scene, scene);
        self.left = mem::take(before);
        let block = &self.document.blocks[place.block];
        if block.kind == BlockKind::Heading {
            self.run = None;
        }
        if self.last.is_none_or(|last| last.block != place.block) {
            let headed = self.last.is_some_and(|last| self.document.blocks[last.block].kind == BlockKind::Heading);
            self.run = self.run.take().filter(|run| headed || !run.is_foreseen());
        }
        self.peopled |= !self.scene.current().is_empty();
        let adopted = self.adopted(place);
        let intro = self.intro_of(place).cloned();
        let implied = intro.as_ref().and_then(|intro| intro.implied);
        let (answered, view) = (reply, view.as_ref());
        let own = self.sentence(&self.scene, parse, place);
        let sentence = Sentence { reports, implied, view, answered, ..own };
        if implied.is_some() {
            *carriers = sentence.carriers();
        }
        let asked = block.turn == Turn::Question;
        let Examined { mut drafts, missed } = examined.take().unwrap_or_else(|| examine(&sentence, carriers));
        let item = intro.as_ref().filter(|_| drafts.is_empty() || sentence.is_fragment());
        if let Some(item) = item.and_then(|intro| sentence.bullet(intro)) {
            drafts = vec![item];
        }
        if let Some(reply) = reply {
            drafts = sentence.with_reply(drafts, reply);
        }
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
        let fragment = sentence.is_fragment();
        let again = intro.is_some() || back.is_some();
        let after = if implied.is_some() { sentence.leave(carriers, asked) } else { mem::take(after) };
        let point = if again { sentence.point(carriers, asked) } else { None };
        if let Some(intro) = next_intro {
            drafts.retain(|draft| !intro.replaces(draft));
            self.intros.push((place.block, intro));
        }
        if let Some(intro) = intro.filter(|_| fragment || drafts.is_empty()) {
            let found = self.read_on(place, &intro);
            drafts = if found.is_empty() { drafts } else { found };
        }
        (self.left.paper, self.posed) = (after.paper, posed);
        self.run = run.filter(|_| self.peopled);
        if heads {
            self.asked.clone_from(&self.run);
        }
        if let (Some(back), Some(before)) = (back.take(), self.last) {
            self.tell_again(before, &back);
        }
        self.last = Some(place);
        self.settle_condition(parse, &drafts);
        self.note_missed(parse, place.span, &drafts, missed);
        self.remember(&drafts);
        self.left = after;
        if again {
            self.left.topic = point.or_else(|| topic(parse, &self.scene));
        }
        if !asked || reply.is_some() {
            self.drafts.extend(drafts);
        }
    }

    /// The sentence at `place`, in nobody's report and view.
    fn sentence<'b>(&'b self, scene: &'b Scene<'b>, parse: &'b Parse<'b>, place: Place) -> Sentence<'b> {
        Sentence {
            parse,
            scene,
            reports: &[],
            rules: &self.tables.rules,
            issues: &self.tables.issues,
            topics: &self.tables.topics,
            span: place.span,
            headline: self.document.blocks[place.block].kind.is_headline(),
            implied: None,
            led: parse.tokens.first().is_some_and(|token| token.span.start < place.span.start),
            topic: self.left.topic,
            paper: self.left.paper,
            earlier: Past::of(&self.earlier),
            view: None,
            answered: None,
        }
    }

    /// What is said of the item of a list in which a sentence stands.
    fn intro_of(&self, place: Place) -> Option<&Intro> {
        let intro = self.document.blocks[place.block].intro?;
        self.intros.iter().find(|(block, _)| *block == intro).map(|(_, intro)| intro)
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
    fn remember(&mut self, drafts: &[Draft]) {
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
    }
}

/// What a sentence gave.
struct Examined {
    drafts: Vec<Draft>,
    /// Cues that gave nothing, each with its rule and the reason.
    missed: Vec<(Stretch, String, String)>,
}

/// A step of the examination behind the judging of cues: what it adds and takes away.
type Step = fn(&Sentence<'_>, &mut Vec<Draft>);

/// The steps, in order.
const STEPS: &[Step] = &[
    |sentence, drafts| sentence.under(drafts),
    |sentence, drafts| sentence.concluded(drafts),
    |sentence, drafts| sentence.terms(drafts),
    |sentence, drafts| sentence.nearing(drafts),
    |sentence, drafts| sentence.provisos(drafts),
    |sentence, drafts| sentence.answers(drafts),
    |sentence, drafts| sentence.asides(drafts),
    |sentence, drafts| sentence.apposed(drafts),
    |sentence, drafts| sentence.ellipses(drafts),
    |sentence, drafts| sentence.fractions(drafts),
    |sentence, drafts| sentence.lacking(drafts),
    |sentence, drafts| sentence.willings(drafts),
    |sentence, drafts| sentence.conditions(drafts),
    |sentence, drafts| sentence.voices(sentence.view, drafts),
    |sentence, drafts| sentence.stays(drafts),
    |sentence, drafts| sentence.barrings(sentence.view, drafts),
    |sentence, drafts| sentence.figures(drafts),
    |sentence, drafts| sentence.revisions(drafts),
    |sentence, drafts| sentence.denied_offers(drafts),
    |sentence, drafts| sentence.behests(drafts),
    |sentence, drafts| sentence.imperatives(drafts),
    |sentence, drafts| sentence.burdens(drafts),
    |sentence, drafts| sentence.operatives(drafts),
    |sentence, drafts| sentence.asked_and_left(drafts),
    |sentence, drafts| sentence.curt_replies(drafts),
    |sentence, drafts| sentence.yes_or_no_to(drafts),
    |_, drafts| recipient::offer_to_one_another(drafts),
];

fn examine(sentence: &Sentence<'_>, carriers: &[Vec<Candidate>]) -> Examined {
    let (mut drafts, missed) = sentence.judge(carriers);
    for step in STEPS {
        step(sentence, &mut drafts);
    }
    Examined { drafts, missed }
}
