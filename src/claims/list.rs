//! Lists: bullets and numbered paragraphs are read with the sentence or heading that introduces them.
//!
//! An item is one of what the introduction announces ("Syria's demands:", "Still open:"), or its last words ("Israel
//! is willing to:"), or takes its subject from it ("The Parties:"). What the introduction does not announce stays
//! with the item's own words.

use super::draft::Draft;
use super::holder::Held;
use super::sentence::{Finding, Sentence};
use super::{Place, Reader, examine};
use crate::language::Tag;
use crate::language::clause::Link;
use crate::language::extent::Stretch;
use crate::language::named;
use crate::language::parse::Workspace;
use crate::language::phrase::Unit;
use crate::language::word_list::words;
use crate::mentions::Parties;
use crate::record::{Kind, Reason};
use crate::rules::{CueId, HolderNeed, Outcome};
use crate::text::Span;

/// What an introducing sentence says of the items of its list.
#[derive(Debug, Clone)]
pub(super) struct Intro {
    /// The claim that each item is one of.
    draft: Option<Draft>,
    /// Who is the subject of items that begin with a verb.
    pub(super) implied: Option<Parties>,
    /// The words that an item can go on with, in bytes.
    lead: Option<Span>,
    /// The words that name the subject of items that begin with a verb, in bytes.
    pub(super) subject: Option<Span>,
    /// The introducing sentence, in bytes.
    span: Span,
}

impl Intro {
    /// Tells whether the introduction says nothing of its items.
    pub(super) fn is_bare(&self) -> bool {
        self.draft.is_none()
    }

    /// Makes every item one of `draft`.
    pub(super) fn announce(&mut self, draft: Draft) {
        self.draft = Some(draft);
    }

    /// Tells whether a claim of the introducing sentence is the one that its items spell out.
    pub(super) fn replaces(&self, draft: &Draft) -> bool {
        self.draft.as_ref().is_some_and(|own| own.cue_span == draft.cue_span && own.content == draft.content)
    }
}

/// The rule under which a list headed "Agreed so far" stands, and that of a list headed "Still open".
const AGREED: (&str, Kind, &[&str]) =
    ("agreed.verb", Kind::Agreed, &["agreed", "settled", "decided", "resolved", "closed"]);
const OPEN: (&str, Kind, &[&str]) = (
    "open.predicate",
    Kind::Open,
    &["open", "unresolved", "undecided", "unsettled", "disputed", "contested", "outstanding", "pending"],
);
/// A heading of more tokens says more than that.
const HEADING: usize = 9;

impl Sentence<'_> {
    /// What this sentence, which ends its paragraph, says of the items of the list that it heads.
    pub(super) fn introduces(&self, drafts: &[Draft]) -> Option<Intro> {
        let parse = self.parse;
        let end = parse.tokens.len().checked_sub(1)?;
        let mark = parse.text_at(end);
        let colon = parse.tag(end) == Tag::Colon && mark == ":";
        if !colon && (matches!(parse.tag(end), Tag::Stop) || self.reports.iter().any(|report| report.covers(end))) {
            return None;
        }
        let last = self.over_announcement(if colon { end.checked_sub(1)? } else { end });
        let ends =
            |draft: &&Draft| draft.tokens.is_some_and(|tokens| tokens.last + 3 >= end) || draft.cue.last + 2 >= end;
        let opener = (mark == "," && (self.is_fragment() || self.is_styled())).then(|| self.opener());
        let gathered = if colon && self.is_fragment() { self.gathered() } else { Parties::default() };
        let opener = if gathered.len() > 1 { Some(Some(gathered)) } else { opener };
        let draft = drafts.iter().find(ends).filter(|_| colon).cloned();
        let draft = draft.or_else(|| self.announced(last)).or_else(|| self.headed(last));
        let implied = self.last_actor(last).or_else(|| self.first_subject());
        let first = usize::from(self.asks_what(last));
        let lead = (colon || first > 0).then(|| parse.span(first, last));
        let implied = opener.unwrap_or_else(|| implied.filter(|_| colon));
        let subject = implied.filter(|parties| parties.len() > 1).and_then(|_| self.leading(last));
        Some(Intro { draft, implied, lead, subject, span: self.span })
    }

    /// The words before a list that can be the subject of its items: "they" or "the Parties" at its end, else the first
    /// of those whom it names.
    fn leading(&self, last: usize) -> Option<Span> {
        let parse = self.parse;
        let end = match parse.unit(last)? {
            Unit::Phrase(phrase) => self.last_actor(last).map(|_| phrase),
            _ => None,
        };
        if let Some(phrase) = end {
            let found = parse.phrases()[phrase];
            return Some(parse.span(found.first, found.last));
        }
        let first = parse.phrases().first()?;
        let second = parse
            .phrases()
            .get(1)
            .filter(|second| parse.tag(first.last + 1) == Tag::Coordinator && second.first == first.last + 2);
        Some(parse.span(first.first, second.unwrap_or(first).last))
    }

    /// "Peru and Chile, hereinafter referred to as the Parties,": those who adopt a text are given a name in it.
    fn is_styled(&self) -> bool {
        (0..self.parse.tokens.len()).any(|at| self.parse.reads(at, words!["hereinafter", "hereafter"]))
    }

    /// "We, the ministers of Peru and Chile, gathered in Lima,": those who adopt what follows.
    fn opener(&self) -> Option<Parties> {
        let parties = self.gathered();
        let parties = if parties.len() < 2 { self.scene.principals() } else { parties };
        (!parties.is_empty()).then_some(parties)
    }

    /// The parties named before the first verb of an opening, their list as long as it goes on.
    fn gathered(&self) -> Parties {
        let parse = self.parse;
        let end = parse.groups().iter().map(|group| group.first).min().unwrap_or(parse.tokens.len());
        let mut parties = Parties::default();
        for (at, phrase) in parse.phrases().iter().enumerate().take_while(|(_, phrase)| phrase.last < end) {
            let acts = |at: usize| self.scene.actor(at).is_some_and(|actor| !actor.parties.is_empty());
            let ends = phrase.first > 0 && parse.tag(phrase.first - 1) == Tag::Comma;
            if parties.len() > 1 && ends && !acts(at) && !acts(at + 1) {
                break;
            }
            let named = parse.word(phrase.head) != named::WE;
            parties.extend(
                self.scene
                    .actor(at)
                    .filter(|actor| named && !actor.outsider)
                    .map(|actor| actor.parties)
                    .unwrap_or_default(),
            );
        }
        parties
    }

    /// Passes back over "as follows", "the following", "these" at the end of an introduction.
    fn over_announcement(&self, last: usize) -> usize {
        let parse = self.parse;
        let is = |at: usize, word: &str| parse.text_at(at).eq_ignore_ascii_case(word);
        let phrase = parse.phrase_at(last).map(|phrase| parse.phrases()[phrase].first);
        let following =
            |first: usize| (first..=last).any(|at| is(at, "following")) || first == last && is(last, "these");
        match phrase {
            _ if last >= 2 && is(last, "follows") && is(last - 1, "as") => last - 2,
            Some(first) if first > 0 && following(first) => first - 1,
            _ if last >= 2 && is(last, "following") => last - if is(last - 1, "the") { 2 } else { 1 },
            _ => last,
        }
    }

    /// "What Switzerland wants": a party and its verb, whose point the items are.
    fn asks_what(&self, last: usize) -> bool {
        let parse = self.parse;
        parse.word(0) == named::WHAT
            && parse.tensed_at(last).is_some_and(|verb| {
                parse.nodes()[verb].subjects().iter().any(|&subject| !self.seeker().parties_of(subject).is_empty())
            })
    }

    /// "Syria's demands:", "Iran's red lines include:", "The sticking points:": a noun of stance that ends the sentence.
    fn announced(&self, last: usize) -> Option<Draft> {
        let parse = self.parse;
        let links =
            |verb: usize| parse.is_in(parse.groups()[verb].lemma, words!["be", "include", "remain", "comprise"]);
        let verb = parse.tensed_at(last).filter(|&verb| links(verb));
        if (0..parse.groups().len()).any(|group| parse.groups()[group].has_tense() && Some(group) != verb) {
            return None;
        }
        let (phrase, id) =
            (0..parse.phrases().len()).find_map(|phrase| Some((phrase, self.noun_of_stance(phrase)?)))?;
        let (rule, cue) = self.rules.get(id)?;
        let mut whose = self.seeker().of_noun(phrase);
        if whose.parties.is_empty() && cue.holder == HolderNeed::Parties {
            whose.parties = self.scene.principals();
        }
        let noun = parse.phrases()[phrase].head;
        let cue = Stretch { first: noun, last: verb.map_or(noun, |verb| parse.groups()[verb].last.max(noun)) };
        (!whose.parties.is_empty()).then(|| self.announcement(&rule.id, rule.kind, whose, cue))
    }

    fn noun_of_stance(&self, phrase: usize) -> Option<CueId> {
        self.noun_cue(phrase, |rule, cue| cue.affirmed != Outcome::Silent && rule.kind != Kind::Agreed)
    }

    /// "Still open:", "Already settled", "What has not been agreed": a word for how the points stand.
    fn headed(&self, last: usize) -> Option<Draft> {
        let parse = self.parse;
        let text = |at: usize| parse.text_at(at).to_lowercase();
        let subjects = parse.nodes().iter().any(|node| {
            node.subjects().iter().any(|&subject| parse.word(parse.phrases()[subject].head) != named::WHAT)
        });
        if last > HEADING || subjects {
            return None;
        }
        let (at, (rule, kind, _)) = (0..=last).find_map(|at| {
            let word = text(at);
            [AGREED, OPEN].into_iter().find(|(_, _, words)| words.contains(&word.as_str())).map(|found| (at, found))
        })?;
        let negated = (0..at).any(|before| parse.tag(before) == Tag::Negation || text(before) == "yet");
        let (rule, kind) = if kind == Kind::Agreed && negated { (OPEN.0, OPEN.1) } else { (rule, kind) };
        let parties = self.scene.principals();
        let held = Held { parties, ..Held::default() };
        (!parties.is_empty()).then(|| self.announcement(rule, kind, held, Stretch { first: at, last: at }))
    }

    /// The claim that every item of a list makes under what `cue` announces.
    pub(super) fn announcement(&self, rule: &str, kind: Kind, held: Held, cue: Stretch) -> Draft {
        let why = format!("“{}” heads a list ({rule})", self.parse.span(cue.first, cue.last).of(self.parse.text));
        let draft = self.draft(Finding { rule, kind, held, content: cue, cue, group: None, why });
        let attribution = self.attribution(cue.first, None, None);
        Draft { tokens: None, attribution, issues: Vec::new(), headline: false, ..draft }
    }

    /// The phrase just before the colon, where it is somebody ("The Parties:"); "they" who adopt a list are the
    /// parties of the talks where no two others are meant.
    fn last_actor(&self, last: usize) -> Option<Parties> {
        let Unit::Phrase(phrase) = self.parse.unit(last)? else { return None };
        let parties = self.scene.actor(phrase).map(|actor| actor.parties).unwrap_or_default();
        let they = self.parse.word(self.parse.phrases()[phrase].head) == named::THEY;
        let parties = if they { self.met().unwrap_or(parties) } else { parties };
        let parties = if they && parties.len() < 2 { self.scene.principals() } else { parties };
        (!parties.is_empty()).then_some(parties)
    }

    /// "Ministers of Peru, Chile and Ecuador met in Lima. They:": all whom the sentence before names up to its verb.
    fn met(&self) -> Option<Parties> {
        let before = self.scene.earlier().next()?;
        let end = before.iter().filter(|mention| mention.subject).map(|mention| mention.span.end).max()?;
        let named = before.iter().filter(|mention| mention.span.end <= end && !mention.actor.outsider);
        let parties = named.fold(Parties::default(), |mut parties, mention| {
            parties.extend(mention.actor.parties);
            parties
        });
        (parties.len() > 1).then_some(parties)
    }

    fn first_subject(&self) -> Option<Parties> {
        let parse = self.parse;
        let node = parse.nodes().iter().find(|node| !node.subjects().is_empty())?;
        let parties = node.subjects().iter().fold(Parties::default(), |mut parties, &subject| {
            parties.extend(self.seeker().parties_of(subject));
            parties
        });
        (!parties.is_empty()).then_some(parties)
    }

    /// Tells whether an item is no sentence of its own: a thing, or an act in the infinitive.
    pub(super) fn is_fragment(&self) -> bool {
        let parse = self.parse;
        !parse.groups().iter().zip(parse.nodes()).any(|(group, node)| group.has_tense() && node.link == Link::Main)
    }

    /// The claim that an item makes under its introducing sentence.
    pub(super) fn bullet(&self, intro: &Intro) -> Option<Draft> {
        let own = intro.draft.as_ref()?;
        let parse = self.parse;
        let first = parse.over_open(0);
        let last = (0..parse.tokens.len())
            .rev()
            .find(|&at| !matches!(parse.tag(at), Tag::Stop | Tag::Colon | Tag::Comma | Tag::Coordinator))?;
        let content = Stretch { first, last };
        if first > last {
            return None;
        }
        let mut draft = own.clone();
        draft.tokens = Some(content);
        draft.content = parse.span(first, last);
        draft.quote = intro.span.join(self.span);
        draft.issues = self.classify(content);
        draft.reasons.push(Reason {
            field: "content",
            text: "an item of a list, read with the sentence that introduces it".to_owned(),
        });
        Some(draft)
    }
}

impl Reader<'_> {
    /// Reads an item as the end of the sentence that introduces it: "Israel is willing to:" and "open the road".
    pub(super) fn read_on(&mut self, place: Place, intro: &Intro) -> Vec<Draft> {
        let Some(lead) = intro.lead.filter(|_| intro.draft.is_none()) else { return Vec::new() };
        let (language, text) = (&self.tables.language, &self.document.text);
        let mut workspace = Workspace::default();
        workspace.tokenize(language, text, lead);
        workspace.tokenize_on(language, text, place.span);
        let parse = workspace.parse(language, text);
        self.scene.enter(&parse);
        let reports = self.speech.reports(&parse, &self.scene);
        let sentence = Sentence { reports: &reports, ..self.sentence(&self.scene, &parse, place) };
        let view = sentence.topical_view();
        let sentence = Sentence { view: view.as_ref(), ..sentence };
        let mut drafts = examine(&sentence, &sentence.carriers()).drafts;
        drafts.retain(|draft| place.span.contains(draft.content));
        for draft in &mut drafts {
            draft.quote = intro.span.join(place.span);
        }
        drafts
    }
}
