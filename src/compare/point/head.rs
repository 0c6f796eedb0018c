//! The head of a claim's words: acts, then the thing that they act on.

use super::terms;
use super::vocabulary::{Role, Vocabulary};
use super::words::{Hit, Item, hits, items};
use super::{Matter, Naming};
use crate::language::Tag;
use crate::text::Span;

/// How many words behind the head are taken for what it is about.
const REACH: usize = 8;

/// The letters that a noun and the verb for it have in common.
const STEM: usize = 7;

/// The words, and how far they have been read.
struct Reader<'a> {
    vocabulary: &'a Vocabulary,
    items: &'a [Item],
    /// What a relative or a dash adds.
    tail: &'a [Item],
    hits: Vec<Hit>,
    at: usize,
    against: bool,
    /// Whether an act has been read: a verb behind the head is then none of the point's.
    acted: bool,
    /// Parties met before the head.
    owners: Vec<usize>,
    /// A head that makes a point of its own of what follows.
    apart: Option<Hit>,
    /// The last act or empty noun, which is the head where nothing follows it.
    last: Option<Hit>,
}

/// Reads the words at `content` of `text`.
pub(super) fn read(vocabulary: &Vocabulary, text: &str, content: Span, quote: Span) -> Option<Matter> {
    let items = items(vocabulary, text, content);
    let core = core(&items);
    let hits = hits(vocabulary, &items[..core]);
    let conditional = is_conditional(&items) || hangs_on(text, content, quote);
    let (items, tail) = items.split_at(core);
    let reader = Reader {
        vocabulary,
        items,
        tail,
        hits,
        at: 0,
        against: false,
        acted: false,
        owners: Vec::new(),
        apart: None,
        last: None,
    };
    let mut found = reader.read()?;
    if is_beyond(items) {
        found.name.insert_str(0, "more than ");
    }
    Some(Matter { conditional, upheld: items.iter().find(|item| !is_filler(item)).is_some_and(upholds), ..found })
}

/// Words that keep a thing as it is, as the first of a claim.
fn upholds(item: &Item) -> bool {
    const KEEP: &[&str] = &[
        "preserve",
        "preservation",
        "respect",
        "maintain",
        "maintenance",
        "keep",
        "retain",
        "uphold",
        "safeguard",
        "protect",
        "protection",
        "ensure",
    ];
    KEEP.contains(&item.lemma.as_str())
}

/// Words before the first that says something.
fn is_filler(item: &Item) -> bool {
    matches!(
        item.tag,
        Tag::Determiner | Tag::To | Tag::Adjective | Tag::Adverb | Tag::Open | Tag::Possessive | Tag::Modal
    ) || item.lemma == "be"
}

/// A condition around the claim's words in its sentence: "If Sudan agreed, Ethiopia would …", "… in return for".
fn hangs_on(text: &str, content: Span, quote: Span) -> bool {
    const OPENERS: &[&str] =
        &["if ", "unless ", "provided ", "on condition ", "in exchange", "in return for", "subject to ", "only if "];
    let opens = |words: &str| {
        let lower = words.trim_start_matches([' ', ',', '“', '"', '\n']).get(..16).unwrap_or(words).to_lowercase();
        OPENERS.iter().any(|opener| lower.trim_start().starts_with(opener))
    };
    let behind = Span::new(content.end, quote.end.max(content.end)).of(text);
    let before = Span::new(quote.start, content.start).of(text);
    opens(behind) || (opens(before) && !before.trim_end().ends_with(['.', '!', '?']))
}

/// "more than a mere pause": what is meant is something else.
fn is_beyond(items: &[Item]) -> bool {
    let lemma = |at: usize| items.get(at).map_or("", |item| item.lemma.as_str());
    ["more", "other", "rather"].contains(&lemma(0)) && lemma(1) == "than" || lemma(0) == "beyond"
}

/// "if", "unless", "provided that", "in return for".
fn is_conditional(items: &[Item]) -> bool {
    const EXCHANGE: &[&str] = &["exchange", "return", "condition", "proviso"];
    let lemma = |at: usize| items.get(at).map_or("", |item| item.lemma.as_str());
    (1..items.len()).any(|at| {
        ["if", "unless", "provided", "providing"].contains(&lemma(at))
            || (["in", "on"].contains(&lemma(at)) && EXCHANGE.contains(&lemma(at + 1)))
            || (lemma(at) == "subject" && lemma(at + 1) == "to")
    })
}

/// Returns the end of the first clause: what a relative or a dash adds is no part of the point.
fn core(items: &[Item]) -> usize {
    let adds = |(at, item): &(usize, &Item)| {
        *at > 0
            && (matches!(item.tag, Tag::Relative | Tag::Dash | Tag::Colon | Tag::Stop | Tag::OpenBracket)
                || (matches!(item.tag, Tag::Subordinator)
                    && ["unless", "if", "while", "because", "until", "once"].contains(&item.lemma.as_str())))
    };
    items.iter().enumerate().find(adds).map_or(items.len(), |(at, _)| at)
}

impl Reader<'_> {
    fn read(mut self) -> Option<Matter> {
        while self.at < self.items.len() {
            if let Some(hit) = self.hit_at(self.at) {
                match hit.role {
                    Role::Point { .. } => return Some(self.known(hit)),
                    Role::Apart(_) => self.take_apart(hit),
                    Role::End | Role::Make if !self.acts(hit) => self.at = hit.last + 1,
                    Role::End | Role::Make | Role::Light => self.take_act(hit),
                    Role::Carrier => return Some(self.plain(hit.first, hit.last)),
                }
            } else if is_nominal(&self.items[self.at]) || is_noun(&self.items[self.at]) {
                if let Some(found) = self.phrase() {
                    return Some(found);
                }
            } else {
                self.at += 1;
            }
        }
        if let Some(apart) = self.apart {
            return Some(self.apart_of(apart, Vec::new()));
        }
        let last = self.last?;
        Some(self.plain(last.first, last.last))
    }

    /// "Limited understandings" limit nothing: a participle acts only behind "be" or "have".
    fn acts(&self, hit: Hit) -> bool {
        let before = hit.first.checked_sub(1).map(|at| self.items[at].lemma.as_str());
        let passive = before.is_some_and(|word| matches!(word, "be" | "have" | "get"));
        passive || !matches!(self.items[hit.first].tag, Tag::Adjective | Tag::Past | Tag::Participle)
    }

    fn hit_at(&self, at: usize) -> Option<Hit> {
        self.hits.iter().copied().find(|hit| hit.first == at)
    }

    /// "a timetable for …": the head, and what follows is what it is about.
    fn take_apart(&mut self, hit: Hit) {
        self.at = hit.last + 1;
        if self.apart.is_none() {
            self.apart = Some(hit);
        }
    }

    fn take_act(&mut self, hit: Hit) {
        self.at = hit.last + 1;
        self.last = Some(hit);
        self.acted |= hit.role != Role::Light;
        self.against ^= hit.role == Role::End && self.apart.is_none();
    }

    /// Reads the noun phrase that begins here; nothing where it only leads on to the next.
    fn phrase(&mut self) -> Option<Matter> {
        let first = self.at;
        let last = self.phrase_end(first);
        self.at = last + 1;
        let all = &self.items[first..=last];
        let named: Vec<usize> = all.iter().flat_map(|item| item.parties.iter().copied()).collect();
        let only_parties = all.iter().all(|item| !item.parties.is_empty() || !is_noun(item));
        if only_parties && (named.is_empty() || self.goes_on(last)) {
            self.owners.extend(named);
            return None;
        }
        let inside: Vec<Hit> = self
            .hits
            .iter()
            .copied()
            .filter(|hit| hit.first >= first && hit.first <= last && hit.last >= last)
            .collect();
        let earlier = self
            .hits
            .iter()
            .copied()
            .find(|hit| hit.first >= first && hit.last < last && matches!(hit.role, Role::Point { .. }));
        self.owners.extend(named);
        match inside.first().copied() {
            Some(hit) if matches!(hit.role, Role::Point { .. }) => return Some(self.known(hit)),
            Some(hit) if matches!(hit.role, Role::Apart(_)) => self.take_apart(hit),
            Some(hit) if hit.role != Role::Carrier && self.leads(hit.last) => self.take_act(hit),
            // "tariff cuts", "a sanctions freeze".
            Some(_) if earlier.is_some() => return earlier.map(|point| self.known(point)),
            _ => return Some(self.plain(first, last)),
        }
        None
    }

    fn phrase_end(&self, first: usize) -> usize {
        let part = |at: &usize| {
            let item = &self.items[*at];
            is_noun(item) || is_nominal(item) || matches!(item.tag, Tag::Genitive | Tag::Open | Tag::Close)
        };
        let run: Vec<usize> = (first..self.items.len()).take_while(part).collect();
        run.into_iter().rev().find(|&at| is_noun(&self.items[at])).unwrap_or(first)
    }

    /// Tells whether something hangs on the noun at `at`: "of", "to", "on", "that", a verb.
    fn leads(&self, at: usize) -> bool {
        let next =
            self.items.get(at + 1..).unwrap_or(&[]).iter().find(|item| !matches!(item.tag, Tag::Close | Tag::Adverb));
        next.is_some_and(|item| matches!(item.tag, Tag::Preposition | Tag::To | Tag::Subordinator | Tag::Gerund))
    }

    /// Tells whether a verb or another phrase follows the name of a party: it is not the point itself.
    fn goes_on(&self, at: usize) -> bool {
        self.items.get(at + 1..).unwrap_or(&[]).iter().any(|item| is_noun(item) || is_verb(item))
    }

    fn known(&self, hit: Hit) -> Matter {
        let Role::Point { name, against } = hit.role else { return self.plain(hit.first, hit.last) };
        if let Some(apart) = self.apart {
            return self.apart_of(apart, vec![self.vocabulary.name(name).to_owned()]);
        }
        let owners = self.vocabulary.is_owned(name).then(|| self.whose(hit));
        let start = self.phrase_start(hit.first);
        Matter {
            name: self.vocabulary.name(name).to_owned(),
            naming: Naming::Field,
            against: self.against ^ against ^ self.ended(hit.last) ^ self.cut(hit.last),
            upheld: false,
            conditional: false,
            owners,
            about: Vec::new(),
            beside: self.beside(start, hit),
            named: self.span(start, self.carried(hit.last)),
            wording: self.wording(hit.first, hit.last),
            terms: terms::read(self.items, |at| (hit.first..=hit.last).contains(&at)),
        }
    }

    /// "timetable" with what it is for.
    fn apart_of(&self, hit: Hit, about: Vec<String>) -> Matter {
        let Role::Apart(name) = hit.role else { return self.plain(hit.first, hit.last) };
        Matter {
            name: self.vocabulary.name(name).to_owned(),
            naming: Naming::Apart,
            named: self.whole(hit.first),
            about,
            against: self.against,
            ..self.plain(hit.first, hit.last)
        }
    }

    /// A point that the vocabulary does not know: the phrase `first..=last` and what hangs on it.
    fn plain(&self, first: usize, last: usize) -> Matter {
        if let Some(apart) = self.apart.filter(|apart| apart.last < first) {
            return self.apart_of(apart, self.content(first, self.items.len().min(last + 1 + REACH)));
        }
        let head = &self.items[last];
        let light = self.hits.iter().any(|hit| (hit.first, hit.last) == (last, last) && hit.role == Role::Light);
        let measure = terms::is_unit(&head.lemma);
        let mut about = self.content(first, self.items.len().min(last + 1 + REACH));
        about.retain(|word| *word != head.lemma);
        Matter {
            // "Decisive agreements" and "ten kilometres" are no point of their own: they meet their own words alone.
            name: if measure || (light && about.is_empty()) { self.wording(first, last) } else { head.lemma.clone() },
            naming: Naming::Words,
            against: self.against ^ self.ended(last),
            upheld: false,
            conditional: false,
            owners: None,
            about,
            beside: Vec::new(),
            named: self.span(first, last),
            wording: self.wording(first, last),
            terms: terms::read(self.items, |at| at == last),
        }
    }

    /// The words that say something before and behind the name of a point, sorted.
    fn beside(&self, start: usize, name: Hit) -> Vec<String> {
        let behind = name.last + 1;
        let mut words = self.content(start, name.first);
        words.extend(self.content(behind, self.items.len().min(behind + REACH)));
        words.sort();
        words
    }

    /// The words that say something between two places, sorted.
    fn content(&self, first: usize, end: usize) -> Vec<String> {
        let done = |item: &Item| matches!(item.tag, Tag::Past | Tag::Participle) && item.lemma != "be";
        let quality = |item: &Item| item.tag == Tag::Adjective && !is_measure(item);
        let says = |item: &&Item| is_noun(item) || quality(item) || done(item);
        let added = self.tail.iter().take(REACH);
        let mut words: Vec<String> =
            self.items[first..end].iter().chain(added).filter(says).map(|item| self.word(item)).collect();
        words.sort();
        words.dedup();
        words
    }

    /// A word, or the party that it names.
    fn word(&self, item: &Item) -> String {
        item.parties.first().map_or_else(|| item.base().to_owned(), |&party| self.vocabulary.slug(party).to_owned())
    }

    /// The first word that stands before the name of a point in its phrase: "immediate" of "an immediate hotline".
    fn phrase_start(&self, first: usize) -> usize {
        let part =
            |at: &usize| is_noun(&self.items[*at]) || matches!(self.items[*at].tag, Tag::Adjective | Tag::Genitive);
        (0..first).rev().take_while(part).last().unwrap_or(first)
    }

    /// The last noun that carries the name of a point: "mechanism" of "intelligence cooperation mechanism".
    fn carried(&self, last: usize) -> usize {
        let carrier = |at: &usize| self.hits.iter().any(|hit| hit.first == *at && hit.role == Role::Carrier);
        (last + 1..self.items.len()).take_while(carrier).last().unwrap_or(last)
    }

    /// Whose a point is: parties before it in its phrase or as its subject, else behind "of" or "by".
    fn whose(&self, hit: Hit) -> Vec<String> {
        let mut owners = self.owners.clone();
        let inner = self.items[hit.first..=hit.last].iter();
        owners.extend(inner.flat_map(|item| item.parties.iter().copied()));
        let start = self.items[..hit.first].iter().rev().take_while(|item| is_nominal(item) || is_noun(item));
        owners.extend(start.flat_map(|item| item.parties.iter().copied()));
        let behind = self.items.get(hit.last + 1..).unwrap_or(&[]);
        if behind.first().is_some_and(|item| matches!(item.lemma.as_str(), "of" | "by")) {
            let phrase =
                behind[1..].iter().take_while(|item| is_nominal(item) || is_noun(item) || item.tag == Tag::Determiner);
            owners.extend(phrase.flat_map(|item| item.parties.iter().copied()));
        }
        let mut slugs: Vec<String> = owners.into_iter().map(|party| self.vocabulary.slug(party).to_owned()).collect();
        slugs.sort_unstable();
        slugs.dedup();
        slugs
    }

    /// "Israeli operations will cease": the act behind the head.
    fn ended(&self, head: usize) -> bool {
        if self.acted {
            return false;
        }
        let verb = |hit: &&Hit| {
            let item = &self.items[hit.first];
            let before = hit.first.checked_sub(1).map(|at| self.items[at].tag);
            hit.first > head && is_verb(item) && item.tag != Tag::Gerund && before != Some(Tag::To)
        };
        self.hits.iter().find(verb).is_some_and(|hit| hit.role == Role::End)
    }

    /// "tariff cuts": the act is the noun behind the point.
    fn cut(&self, head: usize) -> bool {
        let behind = self.hits.iter().find(|hit| hit.first == head + 1 && is_noun(&self.items[hit.first]));
        behind.is_some_and(|hit| hit.role == Role::End)
    }

    /// The words from the name to the end of what hangs on it.
    fn whole(&self, first: usize) -> Span {
        self.span(first, (self.items.len() - 1).min(first + REACH))
    }

    fn span(&self, first: usize, last: usize) -> Span {
        self.items[first].span.join(self.items[last].span)
    }

    /// The words in a form that a plural or a verb for the noun does not change ("withdraw", "withdrawal").
    fn wording(&self, first: usize, last: usize) -> String {
        let stem = |item: &Item| item.lemma.chars().take(STEM).collect::<String>();
        self.items[first..=last].iter().map(stem).collect::<Vec<_>>().join(" ")
    }
}

fn is_noun(item: &Item) -> bool {
    matches!(item.tag, Tag::Noun | Tag::Plural | Tag::Proper) || !item.parties.is_empty()
}

/// What can stand before a noun in its phrase.
fn is_nominal(item: &Item) -> bool {
    matches!(item.tag, Tag::Adjective | Tag::Number | Tag::Possessive)
}

/// Numbers and words that say how much, not what.
fn is_measure(item: &Item) -> bool {
    matches!(item.tag, Tag::Number) || terms::says_how_much(&item.lemma)
}

fn is_verb(item: &Item) -> bool {
    matches!(item.tag, Tag::Base | Tag::Present | Tag::Past | Tag::Participle | Tag::Gerund)
}
