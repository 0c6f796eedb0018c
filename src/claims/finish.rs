//! From the drafts of a document to its claims: repetitions joined, headlines weighed, names given.

use crate::language::word_list::{WordList, words};
use std::fmt::Write as _;
use std::rc::Rc;

use foldhash::{HashMap, HashMapExt as _};
use sha2::{Digest as _, Sha256};

use super::draft::Draft;
use super::{Found, Reader};
use crate::attribution::Said;
use crate::document::{BlockKind, Document};
use crate::mentions::{Known, Parties, Scene};
use crate::record::{Claim, Kind, Reason, Statement};
use crate::text::Span;

impl Reader<'_> {
    /// Gives what was found its final form; `number` is the document's place in the corpus.
    pub(super) fn finish(self, number: usize) -> Found {
        let document = self.document;
        let mut drafts = self.drafts;
        if self.tables.issues.is_empty() {
            one_label(&mut drafts);
        }
        let drafts = join(document, drafts, self.tables.issues.is_empty());
        let mut claims: Vec<Claim> =
            drafts.into_iter().map(|(draft, also)| claim(&self.scene, document, draft, also, number)).collect();
        claims.sort_by_key(|claim| (claim.content.start, claim.content.end, claim.kind));
        distinguish(&mut claims);
        let statements = self.speech.said().into_iter().map(|said| statement(&self.scene, said, number)).collect();
        let mut missed = self.missed;
        for miss in &mut missed {
            miss.document = number;
        }
        let slug = |known: &Known| known.party.map(|party| self.scene.slug(party).to_owned());
        let told = |known: &&Rc<Known>| known.party.is_some() || known.role.is_some() || known.outsider;
        let people = self.scene.known().iter().filter(told).map(|known| (Known::clone(known), slug(known))).collect();
        Found { claims, statements, people, missed }
    }
}

fn statement(scene: &Scene<'_>, said: Said, document: usize) -> Statement {
    let holder =
        said.speaker.iter().next().filter(|_| said.speaker.len() == 1).map(|party| scene.slug(party).to_owned());
    Statement { document, source: said.source, cue: said.cue, content: said.content, holder }
}

/// Words that stand for what was said elsewhere.
const EMPTY: &WordList = words![
    "agree", "be", "can", "can't", "can’t", "cannot", "did", "do", "does", "either", "had", "has", "have", "he", "it",
    "not", "one", "she", "so", "that", "them", "they", "this", "to", "too", "use", "we", "will", "won't", "won’t",
    "would",
];

/// "do so", "will not", "have one": words that name no point make no claim.
fn says_something(content: &str) -> bool {
    // "won't raise the tax, something that Chad had wanted": what stands before is the point.
    if content.starts_with("something that ") || content.starts_with("something which ") {
        return false;
    }
    content.split_whitespace().any(|word| !EMPTY.reads(word.as_bytes()))
}

/// Joins claims that say the same: in the same words anywhere, or in a headline that rewords the body
/// (codebook, "The unit" and hard case 22).
fn join(document: &Document, drafts: Vec<Draft>, open: bool) -> Vec<(Draft, Vec<Span>)> {
    let (headlines, body): (Vec<Draft>, Vec<Draft>) = drafts.into_iter().partition(|draft| draft.headline);
    let mut kept: Vec<(Draft, Vec<Span>)> = Vec::new();
    let mut places: HashMap<(Kind, Parties, String), usize> = HashMap::new();
    for draft in body.into_iter().filter(|draft| says_something(draft.content.of(&document.text))) {
        let key = (draft.kind, draft.held.parties, folded(draft.content.of(&document.text)));
        match places.get(&key) {
            Some(&at) if kept[at].0.content != draft.content => kept[at].1.push(draft.content),
            Some(_) => {}
            None => {
                places.insert(key, kept.len());
                kept.push((draft, Vec::new()));
            }
        }
    }
    for draft in headlines.into_iter().filter(|draft| !draft.content.is_empty()) {
        let body = kept.iter_mut().find(|(known, _)| rewords(known, &draft, open));
        match body {
            Some((_, also)) => also.push(draft.content),
            None => kept.push((draft, Vec::new())),
        }
    }
    drop_bare_deals(document, &mut kept);
    let blocks = || document.blocks.iter().filter(|block| block.kind == BlockKind::Repeat).map(|block| block.span);
    let printed: Vec<Span> = blocks().collect();
    for (draft, also) in &mut kept {
        also.extend(repeats(&document.text, &printed, draft.content));
        also.sort();
        also.dedup();
    }
    kept
}

/// What a deal is called that says nothing of its terms, and what may stand before it.
const DEALS: &WordList = words!["accord", "agreement", "compromise", "deal", "pact", "settlement", "understanding"];
/// What is put to others is called so.
const PROPOSALS: &WordList = words!["counter-offer", "counter-proposal", "offer", "package", "plan", "proposal"];
const BEFORE_DEALS: &WordList =
    words!["a", "an", "the", "this", "that", "their", "any", "new", "final", "last", "tentative", "partial", "such"];

/// "They reached an agreement" beside what they agreed on: a claim with no point of its own counts only where nothing
/// more specific covers it (codebook, hard case 9).
fn drop_bare_deals(document: &Document, kept: &mut Vec<(Draft, Vec<Span>)>) {
    let bare = |draft: &Draft| {
        let nouns = match draft.kind {
            Kind::Agreed => DEALS,
            Kind::Offer => PROPOSALS,
            _ => return false,
        };
        let mut words = draft.content.of(&document.text).split_whitespace().rev().map(str::as_bytes);
        words.next().is_some_and(|noun| nouns.reads(noun)) && words.all(|word| BEFORE_DEALS.reads(word))
    };
    // "most deals have been reached by vote": deals in general, which nobody is said to have made.
    let general = |draft: &Draft| {
        let words = || draft.content.of(&document.text).split_whitespace();
        let deals = || words().any(|word| word.strip_suffix('s').is_some_and(|deal| DEALS.contains(deal)));
        draft.kind == Kind::Agreed && draft.held.parties.is_empty() && words().count() <= 4 && deals()
    };
    let told: Vec<(Kind, Parties)> =
        kept.iter().filter(|(draft, _)| !bare(draft)).map(|(draft, _)| (draft.kind, draft.held.parties)).collect();
    kept.retain(|(draft, _)| {
        let covers =
            |&(kind, parties): &(Kind, Parties)| kind == draft.kind && draft.held.parties.without(parties).is_empty();
        !general(draft) && (!bare(draft) || !told.iter().any(covers))
    });
}

fn folded(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !plain.is_empty() {
            plain.push(' ');
        }
        plain.push_str(word);
    }
    plain.to_lowercase()
}

/// Gives points that differ in number alone one name, the first met: "inspection" beside "inspections".
fn one_label(drafts: &mut [Draft]) {
    // The labels met, each behind what it is told by.
    let mut labels: Vec<(String, String)> = Vec::new();
    let stem = |label: &str| label.strip_suffix('s').unwrap_or(label).to_lowercase();
    for draft in drafts {
        let mut own: Vec<String> = Vec::new();
        for issue in &draft.issues {
            let own_stem = stem(issue);
            let label = labels.iter().find(|(known, _)| *known == own_stem).map_or(issue, |(_, label)| label);
            if !own.contains(label) {
                own.push(label.clone());
            }
        }
        for issue in &own {
            if !labels.iter().any(|(_, label)| label == issue) {
                labels.push((stem(issue), issue.clone()));
            }
        }
        draft.issues = own;
    }
}

/// Tells whether a headline only says what the body says; where no issues are listed (`open`) the kind and the
/// holder decide, since a headline rarely uses the body's words.
fn rewords(body: &Draft, headline: &Draft, open: bool) -> bool {
    let meets = |one: &[String], other: &[String]| one.iter().any(|issue| other.contains(issue));
    let holders = body.held.parties.iter().any(|party| headline.held.parties.contains(party))
        || (body.held.parties.is_empty() && headline.held.parties.is_empty());
    // "Chad agrees to a hotline" over "Chad has accepted a proposal for a hotline": what it accepts alone is an offer.
    let accepted = headline.kind == Kind::Agreed
        && headline.held.parties.len() == 1
        && body.kind == Kind::Offer
        && headline.held.parties == body.held.parties
        && meets(&body.issues, &headline.issues);
    (body.kind == headline.kind || accepted)
        && holders
        && (meets(&body.issues, &headline.issues) || headline.issues.is_empty() || open)
}

/// Places where one of the blocks `printed` again (a pull-quote, a paragraph printed twice) says the same words.
fn repeats(text: &str, printed: &[Span], content: Span) -> impl Iterator<Item = Span> {
    let words = content.of(text);
    printed.iter().filter(move |block| !block.contains(content)).filter_map(move |block| {
        let at = block.start + block.of(text).find(words)?;
        Some(Span::new(at, at + words.len()))
    })
}

fn slugs(scene: &Scene<'_>, parties: Parties) -> Vec<String> {
    let mut slugs: Vec<String> = parties.iter().map(|party| scene.slug(party).to_owned()).collect();
    slugs.sort();
    slugs
}

fn claim(scene: &Scene<'_>, document: &Document, draft: Draft, also: Vec<Span>, number: usize) -> Claim {
    let holders = slugs(scene, draft.held.parties);
    let mut reasons = draft.reasons;
    if holders.is_empty() {
        reasons.push(Reason { field: "holder", text: "the text names nobody".to_owned() });
    }
    if let Some(issue) = draft.issues.first() {
        reasons.push(Reason { field: "issue", text: ["the words of the point mark “", issue, "”"].concat() });
    }
    let id = name(document, draft.kind.word(), &holders, draft.content, draft.quote);
    Claim {
        id,
        document: number,
        kind: draft.kind,
        toward: slugs(scene, draft.toward.without(draft.held.parties)),
        holders,
        issues: draft.issues,
        status: draft.status,
        content: draft.content,
        quote: draft.quote,
        cue: draft.cue_span,
        frame: draft.frame,
        holder_spans: draft.held.spans,
        attribution: draft.attribution,
        also,
        rule: draft.rule,
        reasons,
    }
}

/// The document's id and six hexadecimal digits that stay while kind, holders, content and quote do.
fn name(document: &Document, kind: &str, holders: &[String], content: Span, quote: Span) -> String {
    let text = &document.text;
    let mut digest = Sha256::new_with_prefix(kind);
    digest.update("\n");
    for (at, holder) in holders.iter().enumerate() {
        digest.update(if at == 0 { "" } else { "+" });
        digest.update(holder);
    }
    for part in ["\n", content.of(text), "\n", quote.of(text)] {
        digest.update(part);
    }
    let digits = digest.finalize().into_iter().take(3).flat_map(|byte| [byte >> 4, byte & 15]);
    let digits = digits.filter_map(|digit| char::from_digit(u32::from(digit), 16));
    let mut id = String::with_capacity(document.id.len() + 7);
    id.push_str(&document.id);
    id.push('-');
    id.extend(digits);
    id
}

/// Gives claims whose names collide a number.
fn distinguish(claims: &mut [Claim]) {
    let mut seen: HashMap<String, usize> = HashMap::new();
    for claim in claims {
        let count = seen.entry(claim.id.clone()).or_insert(0);
        *count += 1;
        if *count > 1 {
            let _ = write!(claim.id, ".{count}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::says_something;

    #[test]
    fn words_that_stand_for_others_name_no_point() {
        for content in ["do so", "will not", "can’t", "have one", "they did"] {
            assert!(!says_something(content), "{content}");
        }
        for content in ["do so by May", "a ban", "leave it", "one quota", "two"] {
            assert!(says_something(content), "{content}");
        }
    }
}
