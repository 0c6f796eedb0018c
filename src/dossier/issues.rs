//! Telling what a claim is about, by the vocabulary of a dossier's issues.
//!
//! Phrases are matched by dictionary form, `…` in a phrase stands for up to five words. A phrase inside a
//! longer one does not count. The words of the claim itself are asked first, its sentence only where they
//! say little. Nothing here knows who demands what.

use super::{Dossier, inflection};
use crate::language::lexicon::Lexicon;
use crate::language::token;
use crate::language::word_map::WordMap;
use crate::language::{Tag, Token, Word};
use crate::text::Span;
use foldhash::{HashSet, HashSetExt as _};
use std::cmp::Reverse;

/// The most issues that one claim gets.
const MOST: usize = 3;
/// What a phrase adds: one that names the issue, one that marks it, one that hints at it.
const STRONG: u32 = 12;
const MARK: u32 = 6;
const HINT: u32 = 2;
/// The most words that a gap takes.
const GAP: usize = 5;
/// The slug of the issue for points that no other issue covers.
const OTHER: &str = "other";

/// The issues of a dossier, ready to be told apart.
#[derive(Debug, Clone)]
pub struct Issues {
    slugs: Vec<String>,
    /// For each issue the broader one.
    broader: Vec<Option<usize>>,
    /// Words, each with a dictionary word of the phrases that it may be a form of; sorted.
    bases: Vec<(Word, Word)>,
    /// Where those of a word stand in `bases`; most words of a text have none.
    forms: WordMap<(u32, u32)>,
    /// Phrases, sorted by their first dictionary word.
    phrases: Vec<Phrase>,
    /// Where those that begin with a word stand in `phrases`.
    firsts: WordMap<(u32, u32)>,
    /// The dictionary words of all phrases, one phrase after the other; a gap may stand before a word.
    words: Vec<(bool, Word)>,
}

/// A phrase that marks an issue.
#[derive(Debug, Clone, Copy)]
struct Phrase {
    first: Word,
    issue: usize,
    weight: u32,
    /// Where its words behind the first stand in [`Issues::words`].
    start: usize,
    end: usize,
}

/// A phrase found: the places of its words, in order.
struct Hit<'a> {
    phrase: &'a Phrase,
    words: Vec<usize>,
}

/// Tokens as far as the phrases know them.
#[derive(Default)]
struct Known {
    /// The dictionary words that the tokens may be forms of, one token after the other.
    bases: Vec<Word>,
    /// For each token where its words end in `bases`, and whether no phrase reaches over it.
    ends: Vec<(usize, bool)>,
}

impl Known {
    /// The dictionary words of the token at `at`.
    fn bases(&self, at: usize) -> &[Word] {
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before].0);
        &self.bases[start..self.ends[at].0]
    }
}

impl Issues {
    /// Compiles the issues of `dossier`, adding their words to `lexicon`.
    ///
    /// Texts must be split into tokens after that, so that their tokens know these words.
    #[must_use]
    pub fn new(dossier: &Dossier, lexicon: &mut Lexicon) -> Self {
        let issues = dossier.issues();
        let place = |slug: &String| issues.iter().position(|issue| issue.slug == *slug);
        let mut built = Self {
            slugs: issues.iter().map(|issue| issue.slug.clone()).collect(),
            broader: issues.iter().map(|issue| issue.broader.as_ref().and_then(place)).collect(),
            bases: Vec::with_capacity(8192),
            forms: WordMap::default(),
            phrases: Vec::with_capacity(2048),
            firsts: WordMap::default(),
            words: Vec::with_capacity(4096),
        };
        let mut learnt = HashSet::with_capacity(2048);
        for (issue, known) in issues.iter().enumerate() {
            for (phrases, weight) in [(&known.strong, STRONG), (&known.words, MARK), (&known.weak, HINT)] {
                for phrase in phrases {
                    built.add(phrase, (issue, weight), &mut learnt, lexicon);
                }
            }
        }
        built.bases.sort_unstable();
        built.bases.dedup();
        built.phrases.sort_by_key(|phrase| phrase.first);
        built.forms = WordMap::runs(built.bases.iter().map(|&(form, _)| form));
        built.firsts = WordMap::runs(built.phrases.iter().map(|phrase| phrase.first));
        built
    }

    /// Tells whether the dossier lists no issues.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.slugs.is_empty()
    }

    /// Returns the slugs of the issues that a claim is about, the weightiest first: mostly one, three at most.
    ///
    /// `content` is the claim's own words, `sentence` the sentence around them; both are tokens of `text`.
    /// Where neither tells, the answer is "other" if the dossier has that issue, and empty if not.
    #[must_use]
    pub fn classify(&self, content: &[Token], sentence: &[Token], text: &str, lexicon: &Lexicon) -> Vec<String> {
        let known = |tokens: &[Token]| self.known(tokens, text, lexicon);
        let mut scores = self.scores(&known(content));
        if scores.iter().max().is_none_or(|&score| score < MARK) {
            let around = self.scores(&known(sentence));
            for (score, more) in scores.iter_mut().zip(around) {
                *score = *score * 3 + more;
            }
            return self.ranked(&scores, 1);
        }
        self.ranked(&scores, MOST)
    }

    /// Returns the best issues, `most` of them at most, those far behind the first left out.
    fn ranked(&self, scores: &[u32], most: usize) -> Vec<String> {
        let mut order: Vec<usize> = (0..scores.len()).filter(|&issue| scores[issue] > 0).collect();
        order.sort_by_key(|&issue| Reverse(scores[issue]));
        let best = order.first().map_or(0, |&issue| scores[issue]);
        let close = order.into_iter().filter(|&issue| scores[issue] * 2 >= best).take(most);
        let found: Vec<String> = close.map(|issue| self.slugs[issue].clone()).collect();
        if found.is_empty() && self.slugs.iter().any(|slug| slug == OTHER) {
            return vec![OTHER.to_owned()];
        }
        found
    }

    /// Returns for each issue what the phrases among `words` add up to.
    fn scores(&self, words: &Known) -> Vec<u32> {
        let mut hits = self.hits(words);
        if hits.is_empty() {
            return vec![0; self.slugs.len()];
        }
        let longer =
            |hit: &Hit<'_>, other: &Hit<'_>| other.words.len() > hit.words.len() && within(&hit.words, &other.words);
        let whole: Vec<bool> = hits.iter().map(|hit| !hits.iter().any(|other| longer(hit, other))).collect();
        let mut whole = whole.into_iter();
        hits.retain(|_| whole.next().unwrap_or(true));
        let first = hits.iter().filter(|hit| hit.phrase.weight >= MARK).map(|hit| hit.words[0]).min();
        let mut sums = vec![0; self.slugs.len()];
        let mut best = vec![0; self.slugs.len()];
        for Hit { phrase, words } in &hits {
            // In "a timetable for the withdrawal" the head, which comes first, is the point.
            let lead = if first == Some(words[0]) { phrase.weight / 4 } else { 0 };
            let length = u32::try_from(words.len()).unwrap_or(1).min(4) - 1;
            let weight = phrase.weight + lead + length * phrase.weight / 6;
            sums[phrase.issue] += weight;
            best[phrase.issue] = weight.max(best[phrase.issue]);
        }
        // The best phrase counts in full, the others add a third.
        let mut scores = sums.iter().zip(&best).map(|(sum, best)| best + (sum - best) / 3).collect::<Vec<u32>>();
        self.yield_to_narrower(&mut scores);
        scores
    }

    /// Lets an issue stand back behind one that is part of it.
    fn yield_to_narrower(&self, scores: &mut [u32]) {
        for (issue, broader) in self.broader.iter().enumerate() {
            if let Some(broader) = broader.filter(|_| scores[issue] >= MARK) {
                scores[broader] = scores[broader].min(scores[issue] - 1);
            }
        }
    }

    /// Finds every phrase among `words`.
    fn hits(&self, words: &Known) -> Vec<Hit<'_>> {
        let mut hits = Vec::new();
        for at in 0..words.ends.len() {
            for phrase in words.bases(at).iter().flat_map(|&base| self.firsts.run(&self.phrases, base)) {
                let rest = &self.words[phrase.start..phrase.end];
                hits.extend(fit(rest, words, at).map(|words| Hit { phrase, words }));
            }
        }
        hits
    }

    /// Returns for each token the dictionary words that it may be a form of.
    fn known(&self, tokens: &[Token], text: &str, lexicon: &Lexicon) -> Known {
        let mut known = Known { bases: Vec::with_capacity(tokens.len()), ends: Vec::with_capacity(tokens.len()) };
        for token in tokens {
            let start = known.bases.len();
            let entry = lexicon.entry(token.word);
            self.add_bases(distinct([token.word, token.lemma, entry.noun, entry.verb]), start, &mut known.bases);
            if known.bases.len() == start && (token.word == Word::UNKNOWN || token.span.of(text).contains(['-', '–']))
            {
                // A figure carries no word of its own, and a compound is known by its parts.
                let parts = token.span.of(text).split(['-', '–']);
                self.add_bases(parts.map(|part| lexicon.word(part)), start, &mut known.bases);
            }
            known.ends.push((known.bases.len(), matches!(token.tag, Tag::Stop | Tag::Colon)));
        }
        known
    }

    /// Adds the dictionary words that one of `words` may be a form of to those that begin at `start` of `found`.
    fn add_bases(&self, words: impl IntoIterator<Item = Word>, start: usize, found: &mut Vec<Word>) {
        for &(_, base) in words.into_iter().flat_map(|word| self.forms.run(&self.bases, word)) {
            if !found[start..].contains(&base) {
                found.push(base);
            }
        }
    }

    /// Compiles one phrase of an issue, with its weight.
    fn add(&mut self, phrase: &str, of: (usize, u32), learnt: &mut HashSet<Word>, lexicon: &mut Lexicon) {
        let start = self.words.len();
        let mut tokens = Vec::new();
        for part in phrase.split('…') {
            tokens.clear();
            token::tokens(part, Span::new(0, part.len()), lexicon, &mut tokens);
            let mut gap = self.words.len() > start;
            for token in &tokens {
                let base = self.learn(token.span.of(part), learnt, lexicon);
                self.words.push((gap, base));
                gap = false;
            }
        }
        if let Some(&(_, first)) = self.words.get(start) {
            let (issue, weight) = of;
            self.phrases.push(Phrase { first, issue, weight, start: start + 1, end: self.words.len() });
        }
    }

    /// Learns a dictionary word with its forms.
    fn learn(&mut self, written: &str, learnt: &mut HashSet<Word>, lexicon: &mut Lexicon) -> Word {
        let base = lexicon.intern(written);
        if !learnt.insert(base) {
            return base;
        }
        self.bases.push((base, base));
        let text = written.to_lowercase();
        let other = inflection::other_spelling(&text);
        for spelling in std::iter::once(&text).chain(&other) {
            let word = lexicon.intern(spelling);
            self.bases.push((word, base));
            // The lexicon leads from the forms of its own words to their dictionary form.
            if lexicon.classes(word).is_empty() {
                let forms = inflection::forms(spelling);
                self.bases.extend(forms.iter().map(|form| (lexicon.intern(form), base)));
            }
        }
        base
    }
}

/// Returns the words without those that came before: a word is mostly its own dictionary form.
fn distinct<const N: usize>(words: [Word; N]) -> impl Iterator<Item = Word> {
    (0..N).filter(move |&at| !words[..at].contains(&words[at])).map(move |at| words[at])
}

/// Returns the places of a phrase that begins at `at`, if its other words, `rest`, follow there.
fn fit(rest: &[(bool, Word)], words: &Known, at: usize) -> Option<Vec<usize>> {
    let after = |last: usize, &(gap, base): &(bool, Word)| {
        let reach = if gap { GAP } else { 0 };
        let mut window = (last + 1..words.ends.len().min(last + reach + 2)).take_while(|&at| !words.ends[at].1);
        window.find(|&at| words.bases(at).contains(&base))
    };
    let Some((second, rest)) = rest.split_first() else { return Some(vec![at]) };
    // Most phrases fail at their second word, before room is made for their places.
    let mut last = after(at, second)?;
    let mut found = vec![at, last];
    for part in rest {
        last = after(last, part)?;
        found.push(last);
    }
    Some(found)
}

/// Tells whether all of `inner` is in `outer`; both are sorted.
fn within(inner: &[usize], outer: &[usize]) -> bool {
    inner.iter().all(|token| outer.binary_search(token).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Tells the issues of `content` in `sentence`.
    fn issues(content: &str, sentence: &str) -> Vec<String> {
        let dossier = Dossier::builtin("paris-talks").expect("the built-in dossier is sound");
        let mut lexicon = Lexicon::builtin();
        let issues = Issues::new(&dossier, &mut lexicon);
        let mut tokens = Vec::new();
        token::tokens(sentence, Span::new(0, sentence.len()), &lexicon, &mut tokens);
        crate::language::tag::tag(&mut tokens, sentence, &lexicon);
        let start = sentence.find(content).expect("the content stands in the sentence");
        let place = Span::new(start, start + content.len());
        let inside: Vec<Token> = tokens.iter().copied().filter(|token| place.contains(token.span)).collect();
        issues.classify(&inside, &tokens, sentence, &lexicon)
    }

    #[test]
    fn the_head_of_a_claim_is_its_first_issue() {
        for (content, expected) in [
            ("a clear timetable for the withdrawal of its forces", &["timetable", "withdrawal"][..]),
            ("a secure corridor from the border to the Druze areas", &["corridor", "druze-minorities"]),
            ("any Turkish military presence in Syria", &["turkish-presence"]),
            ("a hotline to prevent escalation", &["coordination-channel"]),
            ("demilitarized zones", &["demilitarisation"]),
            ("withdrew to the lines of 1974", &["withdrawal", "disengagement-1974"]),
            ("halting its nightly raids", &["cessation-of-strikes"]),
        ] {
            assert_eq!(issues(content, content), expected, "{content}");
        }
    }

    #[test]
    fn the_sentence_tells_where_the_claim_does_not() {
        assert_eq!(issues("it", "The corridor is dead: Damascus rejected it."), ["corridor"]);
    }

    #[test]
    fn a_phrase_inside_a_longer_one_does_not_count() {
        assert_eq!(issues("the buffer zone", "the buffer zone"), ["buffer-zone"]);
        assert_eq!(issues("a peace treaty", "a peace treaty"), ["normalization", "scope"]);
    }

    #[test]
    fn a_point_that_no_issue_covers_is_another_one() {
        assert_eq!(issues("an apology", "Damascus wants an apology."), ["other"]);
    }

    #[test]
    fn without_a_described_negotiation_there_are_no_issues() {
        let dossier = Dossier::builtin("world").expect("the world is sound");
        let mut lexicon = Lexicon::builtin();
        let issues = Issues::new(&dossier, &mut lexicon);
        let (text, mut tokens) = ("a full withdrawal", Vec::new());
        token::tokens(text, Span::new(0, text.len()), &lexicon, &mut tokens);
        assert!(issues.classify(&tokens, &tokens, text, &lexicon).is_empty());
    }
}
