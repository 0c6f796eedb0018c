//! The setting of a sentence: who has been named when it is read, who says it, and its cues.
//!
//! Nothing of it rests on the claims before. So it is read step by step for a few sentences and not for each by itself:
//! a step that has just run is still at hand.

use super::candidate::{self, Candidate};
use super::paper::Paper;
use super::reply::Reply;
use super::run::Run;
use super::sentence::{Past, Sentence};
use super::view::View;
use super::{Examined, Place, Reader, STEPS, inverted, loose};
use crate::attribution::Report;
use crate::document::{BlockKind, Turn};
use crate::language::Tag;
use crate::language::clause::Link;
use crate::language::named;
use crate::language::parse::Parse;
use crate::mentions::Scene;
use crate::text::Span;

/// How many sentences are set together.
const TOGETHER: usize = 24;

/// What is known of a sentence before its claims are judged.
pub(super) struct Setting<'a> {
    /// Whom the article has mentioned, up to the sentence and in it.
    pub(super) scene: Scene<'a>,
    /// Who speaks without saying so.
    pub(super) heard: Heard,
    /// Who says what in it.
    pub(super) reports: Vec<Report>,
    /// The places where rules could fire.
    pub(super) carriers: Vec<Vec<Candidate>>,
    /// What it says of the sentence before it in its block.
    pub(super) back: Option<Box<Run>>,
    /// What the sentence before leaves to it.
    pub(super) before: Left,
    /// What it leaves to the next one, if nobody is implied in it.
    pub(super) after: Left,
    /// In whose view it stands.
    pub(super) view: Option<View>,
    /// What it gives; nothing where that rests on the claims before it.
    pub(super) examined: Option<Examined>,
}

/// Who speaks in a sentence that does not say so itself.
#[derive(Debug, Default)]
pub(super) struct Heard {
    /// The yes or no that answers it, a question.
    pub(super) reply: Option<Reply>,
    /// The report in which it stands from end to end.
    pub(super) standing: Option<Box<Report>>,
    /// Whether whoever spoke before is done.
    pub(super) anew: bool,
}

/// What a sentence leaves to the next one.
#[derive(Debug, Clone, Default)]
pub(super) struct Left {
    /// The point that a pronoun as subject can stand for.
    pub(super) topic: Option<Span>,
    /// The text that "it" or "the plan" stands for.
    pub(super) paper: Option<Paper>,
    /// The view in which the next sentence stands.
    pub(super) view: Option<View>,
}

impl<'a> Reader<'a> {
    /// Sets the sentences from `places[at]` on, whose analyses are `parses`: at least one, and none behind one that may be
    /// read again with another, which changes who has been mentioned; an item of a list by itself.
    ///
    /// `settings` is empty and gives its memory.
    pub(super) fn set(&mut self, places: &[Place], at: usize, parses: &[Parse<'_>], settings: &mut Vec<Setting<'a>>) {
        let listed = |at: usize| self.document.blocks[places[at].block].intro.is_some();
        // An item of a list is read with what introduces it, which has to be read before.
        let apart = if listed(at) {
            1
        } else {
            (at..).take(TOGETHER).take_while(|&at| at < places.len() && !listed(at)).count()
        };
        for (at, parse) in (at..).zip(parses.iter().take(apart)) {
            let setting = self.enter(places, at, parse);
            let again = setting.back.is_some();
            settings.push(setting);
            if again {
                break;
            }
        }
        for (setting, parse) in settings.iter_mut().zip(parses) {
            if setting.heard.anew {
                self.speech.turn();
            }
            self.speech.stand(setting.heard.standing.take().map(|report| *report));
            setting.reports = self.speech.read(parse, &setting.scene);
        }
        for ((setting, parse), place) in settings.iter_mut().zip(parses).zip(&places[at..]) {
            setting.carriers = self.sentence(&setting.scene, parse, *place).carriers();
        }
        let mut left = self.left.clone();
        for ((setting, parse), place) in settings.iter_mut().zip(parses).zip(&places[at..]) {
            self.hand_on(setting, parse, *place, &mut left);
        }
        self.examine_all(settings, parses, &places[at..]);
    }

    /// Sets what the sentence at `place` takes from the one before, which is `left`, and leaves to the next one.
    fn hand_on(&self, setting: &mut Setting<'a>, parse: &Parse<'_>, place: Place, left: &mut Left) {
        let block = &self.document.blocks[place.block];
        if block.kind == BlockKind::Heading {
            left.view = None;
        }
        setting.before = left.clone();
        let own = self.sentence(&setting.scene, parse, place);
        let sentence = Sentence { reports: &setting.reports, topic: left.topic, paper: left.paper, ..own };
        *left = sentence.leave(&setting.carriers, block.turn == Turn::Question);
        let parties = setting.scene.section();
        let section = || (!parties.is_empty()).then(|| View { parties, ..View::default() });
        setting.view = sentence.topical_view().or_else(|| setting.before.view.clone()).or_else(section);
        setting.after = left.clone();
    }

    /// Examines the sentences of `settings`, those left out that ask for the claims before them or stand in a list.
    fn examine_all(&self, settings: &mut [Setting<'a>], parses: &[Parse<'_>], places: &[Place]) {
        let sentences: Vec<Sentence<'_>> = settings
            .iter()
            .zip(parses.iter().zip(places))
            .take_while(|(_, (_, place))| self.document.blocks[place.block].intro.is_none())
            .map(|(setting, (parse, place))| Sentence {
                reports: &setting.reports,
                topic: setting.before.topic,
                paper: setting.before.paper,
                earlier: Past::default(),
                view: setting.view.as_ref(),
                answered: setting.heard.reply,
                ..self.sentence(&setting.scene, parse, *place)
            })
            .collect();
        let judged = sentences.iter().zip(&*settings).map(|(sentence, setting)| {
            let (drafts, missed) = sentence.judge(&setting.carriers);
            Examined { drafts, missed }
        });
        let mut examined: Vec<Examined> = judged.collect();
        for step in STEPS {
            for (sentence, examined) in sentences.iter().zip(&mut examined) {
                if !sentence.earlier.is_asked() {
                    step(sentence, &mut examined.drafts);
                }
            }
        }
        let free: Vec<bool> = sentences.iter().map(|sentence| !sentence.earlier.is_asked()).collect();
        for (setting, (examined, free)) in settings.iter_mut().zip(examined.into_iter().zip(free)) {
            setting.examined = Some(examined).filter(|_| free);
        }
    }

    /// Reads who is mentioned in the sentence at `places[at]` and who speaks there.
    fn enter(&mut self, places: &[Place], at: usize, parse: &Parse<'_>) -> Setting<'a> {
        let mut heard = self.turn_to(places, at);
        self.hear_ahead(places, at, &mut heard);
        let block = &self.document.blocks[places[at].block];
        let heading = block.kind == BlockKind::Heading;
        if heading {
            self.scene.turn();
            heard.anew = true;
        }
        let begins = at == 0 || places[at - 1].block != places[at].block;
        if begins {
            self.scene.leave_seat();
        }
        self.scene.enter(parse);
        if heading {
            self.scene.note_section(parse);
        }
        if self.interviews && block.turn == Turn::None {
            let presented = self.sentence(&self.scene, parse, places[at]).presents();
            self.note_presented(presented);
        }
        let told = !begins && !heading && block.turn != Turn::Question;
        let back = || self.sentence(&self.scene, parse, places[at]).looks_back();
        let back = if told { back().map(Box::new) } else { None };
        Setting {
            scene: self.scene.clone(),
            heard,
            reports: Vec::new(),
            carriers: Vec::new(),
            back,
            before: Left::default(),
            after: Left::default(),
            view: None,
            examined: None,
        }
    }
}

impl Sentence<'_> {
    /// The places where rules could fire, in their order, those of one carrier together.
    pub(super) fn carriers(&self) -> Vec<Vec<Candidate>> {
        let mut carriers = candidate::candidates(self.parse, self.rules, self.implied.is_some());
        carriers.extend(loose::candidates(self.parse, self.rules));
        carriers.extend(inverted::candidates(self.parse, self.rules));
        carriers.extend(self.spelled_nouns(&carriers));
        carriers.sort_by_key(|carrier| carrier.first().map(|candidate| candidate.cue.first));
        carriers
    }

    /// What it leaves to the next one; `asked` tells whether it is a question put to somebody.
    pub(super) fn leave(&self, carriers: &[Vec<Candidate>], asked: bool) -> Left {
        let owner = |phrase: usize| {
            let own = self.seeker().of_noun(phrase).parties;
            if own.is_empty() { self.seeker().of_text(phrase).parties } else { own }
        };
        Left {
            topic: self.point(carriers, asked).or_else(|| topic(self.parse, self.scene)),
            paper: Paper::after(self.parse, owner, self.paper),
            view: self.topical_view().or_else(|| self.announced_view()),
        }
    }

    /// What it asks about, where it is a question; `asked` tells whether it is put to somebody.
    pub(super) fn point(&self, carriers: &[Vec<Candidate>], asked: bool) -> Option<Span> {
        match () {
            () if asked => self.asked_point(carriers),
            // "The port? Not on the table."
            () if self.parse.is_question() => self.asked_thing(),
            () => None,
        }
    }
}

/// What "it" or "this" at the head of the next sentence can stand for: the predicate of "the crux is X", else the
/// subject.
pub(super) fn topic(parse: &Parse<'_>, scene: &Scene<'_>) -> Option<Span> {
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
    let predicate = if found.lemma == named::BE || acts { object() } else { None };
    if acts && predicate.is_none() {
        return None;
    }
    let subject =
        || parse.nodes()[group].subjects().first().and_then(|&subject| parse.thing(parse.phrases()[subject].first));
    let chosen = predicate.or_else(subject)?;
    (parse.tag(chosen.first) != Tag::Pronoun).then(|| parse.span(chosen.first, chosen.last))
}
