//! The reports of one sentence, gathered and set in order.

use super::Report;
use super::quote::Quotes;
use super::source::source;
use crate::language::classes::Class;
use crate::language::extent::Stretch;
use crate::language::named;
use crate::language::parse::Parse;
use crate::language::phrase::Form;
use crate::language::word_list::{WordList, words};
use crate::language::{Tag, Token, Word};
use crate::mentions::Scene;
use crate::record::SourceType;

use super::content::Shape;

/// Texts in which a party says what it wants: "according to the Chilean paper".
const OWN_PAPERS: &WordList = words![
    "annex",
    "blueprint",
    "counter-offer",
    "counter-proposal",
    "counteroffer",
    "counterproposal",
    "document",
    "draft",
    "memorandum",
    "non-paper",
    "note",
    "offer",
    "paper",
    "plan",
    "proposal",
    "text",
    "version",
];

/// A report and what it counts as.
#[derive(Debug, Clone)]
pub(super) struct Finding {
    pub(super) report: Report,
    /// Whether what is said is so only by its source: it makes an attribution.
    pub(super) voiced: bool,
    /// Whether it is a statement of its own.
    pub(super) listed: bool,
    pub(super) shape: Shape,
}

/// Finds every report of a sentence; the publishing outlet is left out of the chains.
pub(super) fn reports(parse: &Parse<'_>, scene: &Scene<'_>, quotes: &Quotes, outlet: &str) -> Vec<Finding> {
    let finder = Finder { parse, scene, quotes };
    let mut found: Vec<Finding> = (0..parse.groups().len()).filter_map(|group| finder.by_group(group)).collect();
    for (at, token) in parse.tokens.iter().enumerate() {
        if at == 0 || may_mark(token) {
            found.extend(finder.by_marker(at));
        }
    }
    for (at, phrase) in parse.phrases().iter().enumerate() {
        if finder.is_held(phrase) {
            found.extend(finder.by_noun(at));
        }
    }
    part(parse, quotes, &mut found);
    unlist_nested(parse, quotes, &mut found);
    if !outlet.is_empty() {
        for finding in &mut found {
            finding.report.chain.retain(|source| without_article(&source.name.to_lowercase()) != outlet);
        }
    }
    found
}

/// Tells whether a word or mark is one of those that [`Finder::by_marker`] looks behind anywhere in a sentence.
fn may_mark(token: &Token) -> bool {
    let &Token { word, lemma, tag, .. } = token;
    let opens = word == named::IN || word == named::BY || word == named::AS || word == named::ACCORDING;
    opens || lemma == named::FAR || lemma == named::PER || tag == Tag::Colon
}

/// The source and the cue of a sentence that ends in a colon before what is quoted in the next.
pub(super) fn introduction(parse: &Parse<'_>, scene: &Scene<'_>, quotes: &Quotes) -> Option<Report> {
    if parse.tokens.last()?.tag != Tag::Colon {
        return None;
    }
    let finder = Finder { parse, scene, quotes };
    let (subject, source, cue) = finder.introduction()?;
    Some(finder.report(subject, source, None, cue, Vec::new()))
}

/// The name of an outlet in small letters, without its article.
pub(super) fn without_article(name: &str) -> &str {
    name.strip_prefix("the ").unwrap_or(name)
}

/// Two reports that stand around their contents share a sentence ("“A,” X said, and “B,” Y said"): each keeps its side.
fn part(parse: &Parse<'_>, quotes: &Quotes, found: &mut [Finding]) {
    for at in 0..found.len() {
        for other in 0..found.len() {
            let (Some(cue), Some(before)) = (found[at].report.cue, found[other].report.cue) else { continue };
            let around = found[at].shape == Shape::Around && found[other].shape == Shape::Around;
            let level = quotes.around(before.first) == quotes.around(cue.first);
            if !around || !level || before.first >= cue.first {
                continue;
            }
            let end = found[other].report.source.map_or(before.last, |source| source.last.max(before.last));
            for piece in found[at]
                .report
                .content
                .iter_mut()
                .filter(|piece| piece.first <= before.first && before.last <= piece.last)
            {
                let first =
                    (end + 1..piece.last).find(|&i| !matches!(parse.tag(i), Tag::Comma | Tag::Coordinator | Tag::Stop));
                piece.first = first.unwrap_or(piece.first);
            }
            // "his mood, according to aides, has soured, and he has left, according to one": the first keeps its clause.
            for piece in found[other].report.content.iter_mut().filter(|piece| piece.first < cue.first) {
                let joins = (piece.first + 1..cue.first).find(|&i| {
                    parse.tag(i) == Tag::Comma && parse.tag(i + 1) == Tag::Coordinator && quotes.around(i).is_none()
                });
                piece.last = joins.filter(|_| piece.contains(cue.first)).map_or(piece.last, |joins| joins - 1);
            }
            found[other].report.content.retain(|piece| !piece.contains(cue.first));
        }
    }
    for finding in found.iter_mut().filter(|finding| finding.report.content.is_empty()) {
        finding.listed = false;
        finding.voiced = false;
    }
}

/// A statement inside another is listed only where it is speech with a clause of its own outside quotation marks.
fn unlist_nested(parse: &Parse<'_>, quotes: &Quotes, found: &mut [Finding]) {
    for at in 0..found.len() {
        let Some(cue) = found[at].report.cue else { continue };
        let inside = found.iter().enumerate().any(|(other, finding)| {
            other != at
                && finding.listed
                && finding.report.covers(cue.first)
                && finding.report.cue.is_none_or(|outer| !outer.contains(cue.first))
        });
        let lemma = found[at].report.group.map_or(Word::UNKNOWN, |group| parse.groups()[group].lemma);
        let state = parse.classes().is(lemma, Class::Copula);
        let kept = found[at].shape == Shape::Clause && !state && quotes.around(cue.first).is_none();
        if inside && !kept {
            found[at].listed = false;
        }
    }
}

/// What a sentence is searched with.
pub(super) struct Finder<'a> {
    pub(super) parse: &'a Parse<'a>,
    pub(super) scene: &'a Scene<'a>,
    pub(super) quotes: &'a Quotes,
}

impl Finder<'_> {
    /// The report that a verb group makes.
    fn by_group(&self, at: usize) -> Option<Finding> {
        let group = &self.parse.groups()[at];
        if group.passive {
            return self.by_passive(at);
        }
        let speaks = [Class::Speech, Class::Judges, Class::Deems, Class::Attitude, Class::Orders];
        let verb = self.parse.classes().is_any(group.lemma, &speaks);
        let by_verb = || verb.then(|| self.by_verb(at)).flatten();
        let other = || {
            self.by_idiom(at)
                .or_else(|| self.by_state(at))
                .or_else(|| verb.then(|| self.by_gap(at)).flatten())
                .or_else(|| self.by_quotation(at))
        };
        // "what a court called “illegal”"
        let freed = || {
            let subject = self.parse.nodes()[at].subjects().first().copied()?;
            let opener = self.parse.phrases()[subject].first.checked_sub(1)?;
            let what = verb && self.parse.word(opener) == named::WHAT;
            what.then(|| self.by_gap(at)).flatten()
        };
        self.by_quoting(at)
            .or_else(freed)
            .or_else(|| self.by_how(at))
            .or_else(|| self.by_particle(at))
            .or_else(by_verb)
            .or_else(other)
    }

    /// Builds the report of the source that `phrase` names in the stretch `source`.
    pub(super) fn report(
        &self,
        phrase: usize,
        source: Stretch,
        group: Option<usize>,
        cue: Stretch,
        content: Vec<Stretch>,
    ) -> Report {
        let parse = self.parse;
        let verb = group.map_or(Word::UNKNOWN, |group| parse.groups()[group].lemma);
        let own = super::source::source(parse, self.scene, phrase, verb);
        let by_party = own.kind == SourceType::Party;
        let mut chain = self.outer(phrase, group);
        let (before, after) = self.citing(phrase);
        chain.extend(before);
        chain.push(own);
        chain.extend(after);
        let mut speaker = self.scene.actor(phrase).map(|actor| actor.parties).unwrap_or_default();
        if speaker.is_empty() && parse.is_in(parse.lemma(parse.phrases()[phrase].head), OWN_PAPERS) {
            speaker = self.scene.owner(parse, phrase).unwrap_or_default();
        }
        let subjects = group.map(|group| parse.nodes()[group].subjects()).unwrap_or_default();
        for &other in subjects.iter().filter(|_| subjects.contains(&phrase)) {
            speaker.extend(self.scene.actor(other).map(|actor| actor.parties).unwrap_or_default());
        }
        let quoted = content.iter().any(|piece| self.is_quoted(*piece));
        Report {
            chain,
            source: Some(source),
            cue: Some(cue),
            content,
            group,
            speaker,
            quoted,
            by_party,
            carried: false,
        }
    }

    /// Tells whether a stretch begins with a quotation.
    fn is_quoted(&self, piece: Stretch) -> bool {
        (piece.first..=piece.last).take(2).any(|i| self.parse.tag(i) == Tag::Open)
    }

    // --- chains -----------------------------------------------------------------------------------

    /// Hops outside the source: "Barsky cited an official who noted", "told Reuters".
    fn outer(&self, phrase: usize, group: Option<usize>) -> Vec<crate::record::Source> {
        let parse = self.parse;
        let mut chain = Vec::new();
        let before = parse.before(parse.phrases()[phrase].first).and_then(|before| parse.group_at(before));
        if let Some(verb) = before {
            let lemma = parse.groups()[verb].lemma;
            let citing = [named::CITE, named::QUOTE].contains(&lemma);
            let who = parse.nodes()[verb].subjects().first().copied();
            if let (true, Some(who)) = (citing && parse.groups()[verb].form != Form::Gerund, who) {
                chain.push(source(parse, self.scene, who, lemma));
            }
        }
        if let Some(told) = group.and_then(|group| self.medium_told(group)) {
            chain.push(told);
        }
        chain
    }

    /// "told Reuters", "said in an interview with the newspaper": a medium to which something was said.
    fn medium_told(&self, group: usize) -> Option<crate::record::Source> {
        let parse = self.parse;
        let found = parse.groups()[group];
        let told = parse.classes().is(found.lemma, Class::Addresses).then(|| parse.phrase_at(found.last + 1)).flatten();
        let phrase = told.or_else(|| self.medium_behind(found.last)).or_else(|| self.medium_before(found.first))?;
        let report = parse.language.lexicon.word("report");
        let medium = source(parse, self.scene, phrase, report);
        (parse.tag(parse.phrases()[phrase].head) == Tag::Proper && medium.kind == SourceType::Media).then_some(medium)
    }

    /// "in an interview with X", "in remarks carried by X": the medium X after token `last`.
    fn medium_behind(&self, last: usize) -> Option<usize> {
        let parse = self.parse;
        let end = (last + 1..parse.tokens.len())
            .find(|&i| parse.tensed_at(i).is_some() || matches!(parse.tag(i), Tag::Comma | Tag::Open | Tag::Stop))?;
        (last + 1..end)
            .filter(|&i| {
                matches!(parse.tag(i), Tag::Preposition) && [named::WITH, named::TO, named::BY].contains(&parse.word(i))
            })
            .filter_map(|i| parse.phrase_at(i + 1))
            .find(|&phrase| self.is_medium(phrase))
    }

    /// "In remarks carried by X, …", "In an interview with X, …": the medium X in what opens the sentence.
    fn medium_before(&self, verb: usize) -> Option<usize> {
        let parse = self.parse;
        let comma = (1..verb).find(|&i| parse.tag(i) == Tag::Comma).filter(|_| parse.word(0) == named::IN)?;
        let own = |at: usize| [named::BY, named::WITH, named::TO].contains(&parse.word(at));
        (1..comma)
            .filter(|&at| own(at))
            .filter_map(|at| parse.phrase_at(at + 1))
            .chain((1..comma).rev().find_map(|at| parse.phrase_at(at)))
            .find(|&phrase| {
                self.is_medium(phrase) && parse.phrases()[phrase].last < comma && parse.phrases()[phrase].first > 2
            })
    }

    fn is_medium(&self, phrase: usize) -> bool {
        let head = self.parse.tokens[self.parse.phrases()[phrase].head];
        let classes = self.parse.classes();
        head.tag == Tag::Proper
            && (classes.is(head.lemma, Class::Media)
                || classes.is(head.word, Class::Media)
                || classes.is(head.word, Class::MediaName))
    }

    /// "X, citing Y, said", "Citing Y, X said", "X, quoted by Y, said": hops before and after X.
    fn citing(&self, phrase: usize) -> (Vec<crate::record::Source>, Vec<crate::record::Source>) {
        let parse = self.parse;
        let (mut before, mut after) = (Vec::new(), Vec::new());
        if !parse.may_hold(named::CITE) && !parse.may_hold(named::QUOTE) {
            return (before, after);
        }
        for group in parse.groups() {
            let citing = group.form == Form::Gerund && group.lemma == named::CITE;
            let cited = parse.phrase_at(group.last + 1).filter(|&cited| citing && cited != phrase);
            after.extend(cited.map(|cited| source(parse, self.scene, cited, group.lemma)));
            let quoted = group.form == Form::Participle
                && group.lemma == named::QUOTE
                && parse.word(group.last + 1) == named::BY;
            let medium = parse.phrase_at(group.last + 2).filter(|_| quoted);
            before.extend(medium.map(|medium| source(parse, self.scene, medium, group.lemma)));
        }
        (before, after)
    }
}
