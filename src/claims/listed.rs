//! Points that are counted off or answered in fragments: "It has two demands. One is …", "And Syria? An end to …".
//!
//! A sentence that counts points ("three questions were left", "two things it will not do") or a question that asks
//! for them ("What does Syria want?") says what kind they are and whose; the sentences behind name them without a verb
//! of their own stance.

use super::draft::Draft;
use super::holder::Held;
use super::run::{Footing, Run};
use super::sentence::Sentence;
use crate::language::Tag;
use crate::language::classes::Class;
use crate::language::extent::Stretch;
use crate::language::named;
use crate::language::phrase::Form;
use crate::language::word_list::{WordList, words};
use crate::mentions::Parties;
use crate::record::Kind;
use crate::text::Span;

/// Nouns that announce points, each with the kind that it gives them.
const COUNTED: &[(&str, Kind)] = &[
    ("demand", Kind::Demand),
    ("amendment", Kind::Demand),
    ("condition", Kind::Demand),
    ("request", Kind::Demand),
    ("assurance", Kind::Demand),
    ("line", Kind::RedLine),
    ("refusal", Kind::RedLine),
    ("concession", Kind::Offer),
    ("offer", Kind::Offer),
    ("question", Kind::Open),
    ("issue", Kind::Open),
    ("point", Kind::Open),
    ("matter", Kind::Open),
    ("item", Kind::Open),
    ("thing", Kind::Open),
    ("difference", Kind::Open),
    ("dispute", Kind::Open),
    ("gap", Kind::Open),
    ("hurdle", Kind::Open),
    ("obstacle", Kind::Open),
    ("problem", Kind::Open),
    ("snag", Kind::Open),
];

/// Words that say that counted points are open.
const LEFT: &WordList = words![
    "left",
    "open",
    "remain",
    "remains",
    "remained",
    "outstanding",
    "unresolved",
    "unsettled",
    "missing",
    "divide",
    "separate",
];

/// The run of points of a sentence that stand for themselves, opened by the words at `opener`.
pub(super) fn told_of(kind: Kind, held: Held, opener: Span) -> Run {
    Run { footing: Footing::Listed, kind, held, opener }
}

/// Words that number points.
const ORDINALS: &WordList = words![
    "one", "another", "first", "second", "third", "fourth", "fifth", "other", "last", "next", "former", "latter",
    "final",
];

impl Sentence<'_> {
    /// What a sentence announces by number: "Chad has two demands", "Three questions were left".
    pub(super) fn counts_points(&self, drafts: &mut Vec<Draft>) -> Option<Run> {
        let parse = self.parse;
        if parse.is_question() {
            return None;
        }
        if let Some(run) = self.takes_counted(drafts) {
            return Some(run);
        }
        let (phrase, kind) =
            (0..parse.phrases().len()).find_map(|phrase| Some((phrase, self.counted_kind(phrase)?)))?;
        let found = parse.phrases()[phrase];
        let text = |at: usize| parse.text_at(at).to_lowercase();
        let refused = self.refuses_counted(phrase);
        let (kind, parties) = match (kind, refused) {
            (_, Some(parties)) => (Kind::RedLine, parties),
            (Kind::Open, None) => {
                let left = (0..parse.tokens.len()).any(|at| LEFT.contains(&text(at)));
                (Kind::Open, if left { self.scene.principals() } else { Parties::default() })
            }
            (kind, None) => {
                let owner = self.seeker().of_noun(phrase).parties;
                let subject = || self.has_counted(phrase);
                (kind, if owner.is_empty() { subject() } else { owner })
            }
        };
        (!parties.is_empty()).then(|| Run {
            footing: Footing::Listed,
            kind,
            held: Held { parties, ..Held::default() },
            opener: parse.span(found.first, found.last),
        })
    }

    /// "Chad wants three things": a claim whose point is only a count, which the sentences behind fill in.
    fn takes_counted(&self, drafts: &mut Vec<Draft>) -> Option<Run> {
        let parse = self.parse;
        let vague = |draft: &Draft| {
            let tokens = draft.tokens.filter(|_| draft.kind != Kind::Agreed && !draft.held.parties.is_empty())?;
            let phrase = parse.phrase_at(tokens.first).filter(|&phrase| parse.phrases()[phrase].last == tokens.last)?;
            self.counted_kind(phrase).map(|_| parse.text_of(parse.lemma(tokens.last)) == "thing")
        };
        let (at, things) = drafts.iter().enumerate().find_map(|(at, draft)| Some((at, vague(draft)?)))?;
        let run = told_of(drafts[at].kind, drafts[at].held.clone(), drafts[at].cue_span);
        // Things are nothing by themselves (codebook, hard case 9).
        if things {
            drafts.remove(at);
        }
        Some(run)
    }

    /// A noun that announces points and is counted: "two demands", "several questions".
    fn counted_kind(&self, phrase: usize) -> Option<Kind> {
        let parse = self.parse;
        let found = parse.phrases()[phrase];
        let counted = (found.first..found.head).any(|at| parse.tag(at) == Tag::Number && parse.word(at) != named::ONE)
            || parse.reads(found.first, words!["several", "both"]);
        if !counted {
            return None;
        }
        let noun = parse.text_of(parse.lemma(found.head));
        let &(_, kind) = COUNTED.iter().find(|(word, _)| *word == noun)?;
        let red = noun != "line" || found.head > found.first && parse.reads(found.head - 1, words!["red"]);
        red.then_some(kind)
    }

    /// "Three things Iran refuses": who refuses the points at the head of the sentence.
    fn refuses_counted(&self, phrase: usize) -> Option<Parties> {
        let parse = self.parse;
        let verb = (0..parse.groups().len()).find(|&group| super::clausal::is_refusal(parse, group))?;
        let parties = self.subject_parties(verb);
        let fronted = parse.phrases()[phrase].last < parse.groups()[verb].first;
        (fronted && !parties.is_empty()).then_some(parties)
    }

    /// "Chad has two demands", "made three requests": whose they are.
    fn has_counted(&self, phrase: usize) -> Parties {
        let parse = self.parse;
        let before = parse.phrases()[phrase].first.checked_sub(1).and_then(|at| parse.group_at(at));
        before
            .filter(|&group| parse.groups()[group].has_tense() && parse.groups()[group].negation.is_none())
            .map(|group| self.subject_parties(group))
            .unwrap_or_default()
    }

    /// Adds what stands by itself: "What Chad will not do is share the well", "Still open: the fee and the date".
    pub(super) fn set_apart(&self, drafts: &mut Vec<Draft>) {
        if self.parse.is_question() || !drafts.is_empty() {
            return;
        }
        let apart = self.will_not_do().or_else(|| self.labelled()).or_else(|| self.says_no());
        if let Some((run, contents)) = apart {
            drafts.extend(contents.into_iter().map(|content| self.told_draft(&run, content, content)));
        }
    }

    /// "What Chad will not do is share the well".
    fn will_not_do(&self) -> Option<(Run, Vec<Stretch>)> {
        let parse = self.parse;
        let refusal = (0..parse.groups().len()).find(|&group| {
            let found = parse.groups()[group];
            found.lemma == named::DO
                && super::clausal::is_refusal(parse, group)
                && found.first <= 8
                && found.modal.is_some_and(|modal| [named::WILL, named::CAN].contains(&parse.lemma(modal)))
        })?;
        let parties = self.subject_parties(refusal);
        // "What it cannot do is mend the nets": a thing that is not able to is no party that refuses.
        let named = parse.nodes()[refusal]
            .subjects()
            .iter()
            .all(|&subject| parse.tag(parse.phrases()[subject].head) != Tag::Pronoun);
        let can = parse.groups()[refusal].modal.is_some_and(|modal| parse.lemma(modal) == named::CAN);
        let told = self.reports.iter().any(|report| !report.speaker.is_empty());
        if can && !named && !told {
            return None;
        }
        let behind = parse.groups()[refusal].last + 1;
        // "What it cannot do, the minister told parliament, is"
        let aside = (behind + 1..parse.tokens.len()).take(12).find(|&i| parse.tag(i) == Tag::Comma);
        let at = aside.filter(|_| parse.tag(behind) == Tag::Comma).map_or(behind, |close| close + 1);
        let copula = parse.word(0) == named::WHAT && parse.lemma(at) == named::BE;
        if !copula || parties.is_empty() {
            return None;
        }
        let start = if parse.tag(at + 1) == Tag::To { at + 2 } else { at + 1 };
        let end = (start..parse.tokens.len()).take_while(|&at| !matches!(parse.tag(at), Tag::Stop)).last()?;
        let run = Run {
            footing: Footing::Listed,
            kind: Kind::RedLine,
            held: Held { parties, ..Held::default() },
            opener: parse.span(0, at - 1),
        };
        Some((run, vec![Stretch { first: start, last: end }]))
    }

    /// Adds the points that the sentence counts off or answers with.
    pub(super) fn count_off(&self, run: &Run, drafts: &mut Vec<Draft>) {
        match run.footing {
            Footing::Listed => {
                for group in 0..self.parse.groups().len() {
                    drafts.extend(self.numbered(run, group, drafts));
                }
            }
            Footing::Asked if run.kind == Kind::Open && drafts.is_empty() && self.is_fragment() => {
                drafts.extend(self.named_first().map(|content| self.told_draft(run, content, content)));
            }
            // "What do you require? – Lift the siege."
            Footing::Asked if run.kind == Kind::Demand && drafts.is_empty() && self.orders() => {
                let first = usize::from(self.parse.tag(0) == Tag::Coordinator);
                drafts.extend(self.parse.acts(first).into_iter().map(|act| self.told_draft(run, act, act)));
            }
            Footing::Asked
                if self.is_counted_answer() || drafts.is_empty() && (self.is_fragment() || self.answers_that()) =>
            {
                drafts.extend(self.fragments().into_iter().map(|content| self.told_draft(run, content, content)));
            }
            _ => {}
        }
    }

    /// "One is a corridor", "the other concerns the wells", "the future of the wells is another".
    fn numbered(&self, run: &Run, group: usize, drafts: &[Draft]) -> Vec<Draft> {
        let parse = self.parse;
        let found = parse.groups()[group];
        let lemma = parse.text_of(found.lemma);
        let links = words!["be", "concern", "regard", "involve"].contains(lemma)
            || found.passive && parse.lemma(found.first) == named::BE;
        if !links || !found.has_tense() || found.negation.is_some() || found.modal.is_some() {
            return Vec::new();
        }
        let next = parse.over_open(parse.over_adverbs(found.last + 1));
        let start = self.clause_head(group);
        // "The other is put X on the table": the bare verb looks like a passive.
        let act = found.passive && found.last == found.first + 1;
        let whole = || parse.clause(found.first).map_or(found.last, |clause| clause.last);
        let contents = if self.is_ordinal(start, found.first) {
            if act { vec![Stretch { first: found.head, last: whole().max(found.head) }] } else { self.point_at(next) }
        } else if lemma == "be" && self.ends_ordinal(next) && found.first > start {
            vec![Stretch { first: start, last: found.first - 1 }]
        } else {
            Vec::new()
        };
        let new = |content: &Stretch| !drafts.iter().any(|draft| draft.tokens == Some(*content));
        let also = self.another_behind(contents.last().map_or(found.last, |content| content.last));
        contents
            .into_iter()
            .chain(also)
            .filter(new)
            .map(|content| self.told_draft(run, content, Stretch { first: found.first, last: found.last }))
            .collect()
    }

    /// ", another the cattle": a point counted off without a verb of its own.
    fn another_behind(&self, last: usize) -> Option<Stretch> {
        let parse = self.parse;
        let at = if parse.tag(last + 2) == Tag::Coordinator { last + 3 } else { last + 2 };
        let skip = usize::from(parse.reads(at, words!["the", "a"]));
        let ordinal = parse.tag(last + 1) == Tag::Comma && parse.reads(at + skip, ORDINALS);
        let thing = parse.thing(at + skip + 1).filter(|thing| parse.tensed_at(thing.last + 1).is_none());
        thing.filter(|thing| ordinal && parse.tag(thing.first) == Tag::Determiner)
    }

    /// Where the clause of `group` begins, its indirect question included.
    fn clause_head(&self, group: usize) -> usize {
        let parse = self.parse;
        let first = parse.groups()[group].first;
        let break_at = (0..first).rev().find(|&at| {
            let text = parse.text_at(at);
            text == ";" || matches!(parse.tag(at), Tag::Comma) && parse.tag(at + 1) == Tag::Coordinator
        });
        let start = break_at.map_or(0, |at| at + 1);
        let over = (start..first).find(|&at| parse.tag(at) != Tag::Coordinator).unwrap_or(start);
        parse.over_open(over)
    }

    /// "One", "the other", "a second" before the verb.
    fn is_ordinal(&self, start: usize, verb: usize) -> bool {
        let text = |at: usize| self.parse.text_at(at).to_lowercase();
        let short = verb > start && verb - start <= 2;
        short && ORDINALS.contains(&text(verb - 1))
    }

    /// "… is one", "is another,", "is the third." behind the verb.
    fn ends_ordinal(&self, at: usize) -> bool {
        let parse = self.parse;
        let text = |at: usize| parse.text_at(at).to_lowercase();
        let at = if words!["the", "a"].contains(&text(at)) { at + 1 } else { at };
        let closes =
            matches!(parse.tag(at + 1), Tag::Stop | Tag::Comma | Tag::Coordinator) || at + 1 >= parse.tokens.len();
        ORDINALS.contains(&text(at)) && closes
    }

    /// The things, acts or clause that stand at `at`.
    pub(super) fn point_at(&self, at: usize) -> Vec<Stretch> {
        let parse = self.parse;
        let asks = ["whether", "who", "what", "how", "when", "where"];
        let text = parse.text_at(at);
        if parse.word(at) == named::THAT {
            return parse.clauses(at + 1);
        }
        if asks.iter().any(|word| text.eq_ignore_ascii_case(word)) {
            let last = (at..parse.tokens.len()).take_while(|&i| !matches!(parse.tag(i), Tag::Stop)).last();
            return last.map(|last| Stretch { first: at, last }).into_iter().collect();
        }
        let act = if parse.tag(at) == Tag::To { at + 1 } else { at };
        if parse.group_at(act).is_some() { parse.acts(act) } else { parse.things(at) }
    }

    /// "Storage, for one.", "The fee, above all.": the thing that opens a fragment.
    fn named_first(&self) -> Option<Stretch> {
        let parse = self.parse;
        let first = parse.over_open(usize::from(parse.tag(0) == Tag::Coordinator));
        let phrase = parse.phrase_at(first)?;
        let found = parse.phrases()[phrase];
        let noun = parse.text_of(parse.lemma(found.head));
        let counts = noun == "question" || noun == "issue" || noun == "matter";
        let of = found.last + 1;
        if counts && parse.word(of) == named::OF {
            return self.point_at(of + 1).into_iter().next();
        }
        let named = matches!(parse.tag(found.head), Tag::Noun | Tag::Plural | Tag::Proper);
        parse.thing(first).filter(|_| named && parse.group_at(found.last + 1).is_none())
    }

    /// "Lift the siege.", "And free the crews.": an answer in the imperative.
    fn orders(&self) -> bool {
        let parse = self.parse;
        let first = usize::from(parse.tag(0) == Tag::Coordinator);
        parse.group_at(first).is_some_and(|group| {
            let found = parse.groups()[group];
            let bare = found.form == Form::Bare && found.negation.is_none();
            bare && parse.nodes()[group].subjects().is_empty() && parse.classes().is(found.lemma, Class::Lays)
        })
    }

    /// "That they leave, and that no one come back.": clauses that answer by themselves.
    fn answers_that(&self) -> bool {
        let parse = self.parse;
        let first = parse.over_open(0);
        parse.word(first) == named::THAT && parse.phrase_at(first + 1).is_some() && parse.tensed_at(first + 1).is_none()
    }

    /// "First, the nine camps dismantled.": a point with its number.
    pub(super) fn is_counted_answer(&self) -> bool {
        let parse = self.parse;
        let modal = (0..parse.groups().len()).any(|group| parse.groups()[group].modal.is_some());
        parse.reads(0, ORDINALS) && parse.tag(1) == Tag::Comma && parse.phrase_at(2).is_some() && !modal
    }

    fn that_clauses(&self) -> Vec<Stretch> {
        let parse = self.parse;
        let that = |at: usize| parse.word(at) == named::THAT;
        let opens = |&at: &usize| that(at) && (at == parse.over_open(0) || parse.tag(at - 1) == Tag::Coordinator);
        let starts: Vec<usize> = (0..parse.tokens.len()).filter(opens).collect();
        let stop = (0..parse.tokens.len()).rev().find(|&at| parse.tag(at) != Tag::Stop && parse.tag(at) != Tag::Close);
        let ends = starts.iter().skip(1).map(|&at| if parse.tag(at - 2) == Tag::Comma { at - 3 } else { at - 2 });
        let ends: Vec<usize> = ends.chain(stop).collect();
        starts.iter().zip(ends).map(|(&at, last)| Stretch { first: at + 1, last: last.max(at + 1) }).collect()
    }

    /// The points of an answer without a verb: "A date.", "That they leave.", "An end to the raids, and a treaty."
    fn fragments(&self) -> Vec<Stretch> {
        let parse = self.parse;
        let start = if self.is_counted_answer() { 2 } else { usize::from(parse.tag(0) == Tag::Coordinator) };
        let first = parse.over_open(start);
        if self.answers_that() {
            return self.that_clauses();
        }
        if parse.tag(first) == Tag::To {
            return parse.acts(first + 1);
        }
        let named = parse
            .phrase_at(first)
            .is_none_or(|phrase| matches!(parse.tag(parse.phrases()[phrase].head), Tag::Noun | Tag::Plural));
        let mut found = if named { self.point_at(first) } else { Vec::new() };
        // "The old lines, where the troops once stood, and an end to the raids": a list over what is put in between.
        if let [only] = found.as_slice() {
            let end = only.last;
            let more = (end + 1..parse.tokens.len().saturating_sub(1)).find(|&at| {
                parse.tag(at) == Tag::Coordinator
                    && parse.tag(at - 1) == Tag::Comma
                    && parse.phrase_at(at + 1).is_some()
            });
            found.extend(more.map(|at| parse.things(at + 1)).unwrap_or_default());
        }
        // "Distance, mostly.": a bare word names no point.
        found.retain(|content| content.last > content.first || parse.tag(content.first) == Tag::Plural);
        found
    }
}
