//! Stance rules: which words make a demand, a red line, an offer, an agreed or an open point.
//!
//! A rule is a small data file (`data/rules/*.json`, or a user's own) with its cues, an explanation and the
//! sentences it must and must not answer to. The rules are read here into types that cannot be wrong;
//! matching them against clauses is the business of the claims stage. This module knows no article, no
//! party and no grammar beyond the slots of a pattern. A cue keeps the order of its patterns, and the
//! book keeps the order of its files.

use std::collections::HashMap;
use std::sync::Arc;

use foldhash::fast::FixedState;

use crate::language::Word;
use crate::language::lexicon::Lexicon;
use crate::language::word_map::WordMap;
use crate::record::{Kind, Status};

mod builtin;
mod check;
mod error;
mod given;
mod heads;
mod pattern;
mod raw;

pub use builtin::SOURCES;
pub use error::RuleError;
pub use given::Given;
pub use pattern::{Element, Needed, Pattern};

/// Every rule that is read, and the way from a word to the cues it heads.
#[derive(Debug, Clone)]
pub struct RuleBook {
    /// The rules, in the order of their files.
    pub rules: Vec<Rule>,
    verbs: WordMap<Trials>,
    nouns: WordMap<Vec<CueId>>,
    predicates: WordMap<Vec<CueId>>,
}

/// Cues by the word that heads them, while they are read.
type Heads = HashMap<Word, Vec<CueId>, FixedState>;

/// The place of a cue in a [`RuleBook`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CueId {
    /// The place of its rule in [`RuleBook::rules`].
    pub rule: usize,
    /// Its place in [`Rule::cues`].
    pub cue: usize,
}

/// A pattern of a verb's cue, with what is asked before it is known to fit: few do, and the cue itself lies far away.
#[derive(Debug, Clone)]
pub struct Trial {
    /// The cue.
    pub id: CueId,
    /// What its subject is.
    pub subject: SubjectRole,
    takes: Arc<[Pattern]>,
    at: usize,
}

impl Trial {
    /// The pattern.
    #[must_use]
    pub fn pattern(&self) -> &Pattern {
        &self.takes[self.at]
    }
}

/// The patterns of a verb's cues, with what tells most sentences that a pattern fits them not.
#[derive(Debug, Clone, Default)]
pub struct Trials {
    trials: Vec<Trial>,
    /// For each 64 trials the words that some of them need, each with a bit for those that do: a word that many need is
    /// asked for once.
    needed: Vec<Vec<(Word, u64)>>,
}

impl Trials {
    /// Tells whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.trials.is_empty()
    }

    /// All of them, in rule order.
    #[must_use]
    pub fn all(&self) -> &[Trial] {
        &self.trials
    }

    /// The trials in rule order, those left out that need a word for which `holds` is false.
    pub fn held<'a>(&'a self, holds: impl Fn(Word) -> bool + 'a) -> impl Iterator<Item = &'a Trial> + 'a {
        self.trials.chunks(64).zip(&self.needed).flat_map(move |(trials, needed)| {
            let lacking = needed.iter().filter(|(word, _)| !holds(*word)).fold(0, |lacking, (_, some)| lacking | some);
            let mut left = !lacking;
            std::iter::from_fn(move || {
                let trial = trials.get(left.trailing_zeros() as usize)?;
                left &= left - 1;
                Some(trial)
            })
        })
    }

    fn add(&mut self, id: CueId, cue: &Cue) {
        for (at, pattern) in cue.takes.iter().enumerate() {
            let bit = 1 << (self.trials.len() % 64);
            if bit == 1 {
                self.needed.push(Vec::new());
            }
            self.trials.push(Trial { id, subject: cue.subject, takes: Arc::clone(&cue.takes), at });
            let Some(needed) = self.needed.last_mut() else { continue };
            for word in pattern.needed.words() {
                match needed.iter_mut().find(|(known, _)| *known == word) {
                    Some((_, some)) => *some |= bit,
                    None => needed.push((word, bit)),
                }
            }
        }
    }
}

/// What a verb has that heads no cue.
static UNTRIED: Trials = Trials { trials: Vec::new(), needed: Vec::new() };

/// One rule: the cues of one kind that belong together, and the sentences that test them.
#[derive(Debug, Clone)]
pub struct Rule {
    /// The name, in lower case with dots and hyphens: `red-line.verb`.
    pub id: String,
    /// What a match is.
    pub kind: Kind,
    /// One sentence on what the rule looks for.
    pub explains: String,
    /// The part of the codebook that it follows.
    pub codebook: String,
    /// The construction it looks for, where that is no list of cues.
    pub construction: Option<String>,
    /// Its cues, never empty where no construction is named.
    pub cues: Vec<Cue>,
    /// Sentences it must answer to, never empty.
    pub examples: Vec<Example>,
    /// Sentences that hold no claim.
    pub silent: Vec<String>,
    /// The name of the file it stands in.
    pub file: String,
}

/// A word or phrase that carries a stance, with what may follow it.
#[derive(Debug, Clone)]
pub struct Cue {
    /// The word or words that head it.
    pub head: Head,
    /// The word that must stand right before a head noun ("sticking" of "sticking point").
    pub modifier: Option<Word>,
    /// What may follow, tried in order; never empty.
    pub takes: Arc<[Pattern]>,
    /// What the subject is.
    pub subject: SubjectRole,
    /// What the cue gives where nothing negates it; silent for what counts only negated ("will not tolerate").
    pub affirmed: Outcome,
    /// What it gives where it is negated in the past or the present ("did not agree").
    pub negated: Outcome,
    /// What it gives where it is negated with will, would, can or could ("will not agree").
    ///
    /// Two sides together do not refuse: of "they could not agree", `negated` holds.
    pub refused: Outcome,
    /// What it gives where its holders are the two sides together; by default as [`Cue::affirmed`].
    pub joint: Outcome,
    /// What it gives where its holder mediates; by default as [`Cue::affirmed`] (codebook, hard case 6).
    pub mediator: Outcome,
    /// Modal verbs one of which must govern the head verb ("could live with"); empty: none is needed.
    pub modals: Arc<[Word]>,
    /// The status that the cue itself carries.
    pub status: Option<Status>,
    /// Heads of the content (of the subject where that is a document) with which alone it counts; empty: all.
    ///
    /// The head of a noun phrase is its noun, that of a verb phrase or clause its verb, by lemma. In a file "@terms" stands
    /// for every word of the shared list of that name (`data/language/heads.txt`).
    pub only: Arc<[Word]>,
    /// Heads of the content (of the subject where that is a document) with which it does not count.
    pub unless: Arc<[Word]>,
    /// Head nouns of the subject with which alone it counts ("progress hinges on"); empty: all.
    pub about: Arc<[Word]>,
    /// Whether a party must be found.
    pub holder: HolderNeed,
    /// Whether it counts, not negated, only in what its own holder says ("Kenya said it would suspend patrols"); the
    /// content then begins with the verb.
    pub voiced: bool,
}

/// What heads a cue; determiners are left out of a predicate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Head {
    /// A verb, by its lemma.
    Verb(Word),
    /// A noun, by its lemma.
    Noun(Word),
    /// Words after "be", "remain", "seem", "become", "stay", "appear", "prove" or "look"; never empty.
    Predicate(Vec<Word>),
}

/// What the subject of a cue is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SubjectRole {
    /// The party that takes the stance.
    Holder,
    /// The point itself.
    Content,
    /// The party addressed.
    Toward,
    /// A text or deal whose parties take the stance.
    Document,
    /// Of no account.
    Any,
}

/// What a cue gives under a polarity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// No claim.
    Silent,
    /// A claim of the rule's kind.
    Same,
    /// A claim of this kind.
    Kind(Kind),
}

/// Whether a claim needs a party that holds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HolderNeed {
    /// No party found, no claim.
    Required,
    /// The holder may stay empty.
    Optional,
    /// Where none is named, the principals of the talks hold it.
    Parties,
}

/// A sentence with the claims it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// The sentence.
    pub text: String,
    /// The claims, one a line: `KIND HOLDER[+HOLDER][>TOWARD[+TOWARD]] [STATUS] | CONTENT`; see [`Given`].
    pub gives: Vec<String>,
    /// The dossier it is read with; none stands for `world`.
    pub dossier: Option<String>,
}

impl Outcome {
    /// Returns the kind of the claim that a rule of kind `own` gives, none where it stays silent.
    #[must_use]
    pub fn kind(self, own: Kind) -> Option<Kind> {
        match self {
            Self::Silent => None,
            Self::Same => Some(own),
            Self::Kind(kind) => Some(kind),
        }
    }
}

impl RuleBook {
    /// Reads the rules that are compiled in.
    ///
    /// # Errors
    ///
    /// As [`RuleBook::from_sources`]; a test keeps the compiled-in files free of them.
    pub fn builtin(lexicon: &mut Lexicon) -> Result<Self, RuleError> {
        Self::from_sources(SOURCES, lexicon)
    }

    /// Reads rules from pairs of a file's name and its JSON, and adds their words to `lexicon`.
    ///
    /// # Errors
    ///
    /// Names the file, the line and what is wrong with the first file that is not a rule, and the second of
    /// two rules with the same id.
    pub fn from_sources<N: AsRef<str>, S: AsRef<str>>(
        sources: &[(N, S)],
        lexicon: &mut Lexicon,
    ) -> Result<Self, RuleError> {
        let heads = heads::HeadLists::builtin(lexicon);
        let mut rules: Vec<Rule> = Vec::with_capacity(sources.len());
        for (file, source) in sources {
            let (file, source) = (file.as_ref(), source.as_ref());
            let rule = check::rule(file, source, &heads, lexicon)?;
            if let Some(first) = rules.iter().find(|known| known.id == rule.id) {
                let message = format!("the id {:?} is taken by {}: every rule needs its own", rule.id, first.file);
                return Err(RuleError::at(file, source, &[&rule.id], message));
            }
            rules.push(rule);
        }
        Ok(Self::index(rules))
    }

    /// Sets up the ways from words to cues.
    fn index(rules: Vec<Rule>) -> Self {
        let mut verbs: HashMap<Word, Trials, FixedState> = HashMap::default();
        let (mut nouns, mut predicates) = (Heads::default(), Heads::default());
        for (at, rule) in rules.iter().enumerate() {
            for (place, cue) in rule.cues.iter().enumerate() {
                let id = CueId { rule: at, cue: place };
                match &cue.head {
                    Head::Verb(word) => verbs.entry(*word).or_default().add(id, cue),
                    Head::Noun(word) => nouns.entry(*word).or_default().push(id),
                    Head::Predicate(words) => {
                        predicates.entry(words.first().copied().unwrap_or_default()).or_default().push(id);
                    }
                }
            }
        }
        let (verbs, [nouns, predicates]) = (verbs.into_iter().collect(), [nouns, predicates].map(WordMap::from_iter));
        Self { rules, verbs, nouns, predicates }
    }

    /// Returns the patterns of the cues headed by the verb with this lemma, in rule order.
    #[must_use]
    pub fn verbs(&self, lemma: Word) -> &Trials {
        self.verbs.get(lemma).unwrap_or(&UNTRIED)
    }

    /// Returns the cues headed by the noun with this lemma, in rule order.
    #[must_use]
    pub fn nouns(&self, lemma: Word) -> &[CueId] {
        cues(&self.nouns, lemma)
    }

    /// Returns the cues headed by a predicate whose first word, determiners left out, is `first_word`.
    #[must_use]
    pub fn predicates(&self, first_word: Word) -> &[CueId] {
        cues(&self.predicates, first_word)
    }

    /// Returns the rule and the cue at `id`.
    #[must_use]
    pub fn get(&self, id: CueId) -> Option<(&Rule, &Cue)> {
        let rule = self.rules.get(id.rule)?;
        Some((rule, rule.cues.get(id.cue)?))
    }
}

/// Returns the cues of `word`.
fn cues(index: &WordMap<Vec<CueId>>, word: Word) -> &[CueId] {
    index.get(word).map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests;
