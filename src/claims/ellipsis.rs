//! What is left unsaid: "but not on the seal", "and Israel does not", "so did Sudan", "nor is Y".

use super::draft::Draft;
use super::holder::Held;
use super::sentence::{Finding, Sentence};
use crate::language::Tag;
use crate::language::extent::Stretch;
use crate::language::named;
use crate::language::phrase::Unit;
use crate::language::word_list::words;
use crate::mentions::Parties;
use crate::record::{Frame, FrameRole, Kind, Reason, Status};

impl Sentence<'_> {
    /// Adds the claims that the sentence makes by leaving a verb out.
    pub(super) fn ellipses(&self, drafts: &mut Vec<Draft>) {
        if self.parse.is_question() {
            return;
        }
        if drafts.is_empty() {
            drafts.extend(self.so_is());
            drafts.extend(self.so_did());
            return;
        }
        self.gapped(drafts);
        for draft in drafts.iter_mut().filter(|draft| contrary(draft.kind).is_some()) {
            self.cut_at_but(draft);
        }
        let mut added = Vec::new();
        for draft in drafts.iter() {
            added.extend(self.but_not(draft));
        }
        for at in 0..self.parse.groups().len() {
            if let Some(found) = self.same_again(at, drafts) {
                added.extend(found);
            }
        }
        drafts.extend(added);
    }

    /// "Kenya called for a fund. So did Chad and Peru.": what the sentence before gives of one party is said of others.
    fn so_did(&self) -> Vec<Draft> {
        let parse = self.parse;
        let at = parse.over_open(0);
        let verb = words!["did", "does", "do", "has", "have", "had", "will", "would"];
        if !parse.reads(at, words!["so", "nor", "neither"]) || !parse.reads(at + 1, verb) {
            return Vec::new();
        }
        let Some(phrase) = parse.phrase_at(parse.over_open(at + 2)) else { return Vec::new() };
        let phrases = self.seeker().with_conjuncts(phrase);
        let last = phrases.last().map_or(at, |&last| parse.phrases()[last].last);
        let held = self.seeker().of_phrases(&phrases);
        let closes =
            last + 1 >= parse.tokens.len() || matches!(parse.tag(last + 1), Tag::Stop | Tag::Colon | Tag::Close);
        if held.parties.is_empty() || held.outsider || !closes {
            return Vec::new();
        }
        let cue = Stretch { first: at, last: at + 1 };
        let before = self.earlier.iter().filter(|earlier| earlier.age == 1 && !earlier.holders.is_empty());
        before
            .filter(|earlier| earlier.holders != held.parties)
            .map(|earlier| {
                let rule = match earlier.kind {
                    Kind::Demand => "demand.verb",
                    Kind::RedLine => "red-line.verb",
                    Kind::Offer => "offer.verb",
                    Kind::Agreed => "agreed.verb",
                    Kind::Open => "open.verb",
                };
                let why = format!("said again of others, as of the party before ({rule})");
                let finding =
                    Finding { rule, kind: earlier.kind, held: held.clone(), content: cue, cue, group: None, why };
                Draft { content: earlier.content, tokens: None, issues: earlier.issues.clone(), ..self.draft(finding) }
            })
            .collect()
    }

    /// "So is the chapter on ferries, and so are the annexes": what the sentence before said of its point.
    fn so_is(&self) -> Vec<Draft> {
        let parse = self.parse;
        if !parse.reads(0, words!["so", "nor", "neither"]) {
            return Vec::new();
        }
        let last = self.earlier.last().filter(|earlier| {
            earlier.age == 1 && matches!(earlier.kind, Kind::Agreed | Kind::Open) && !earlier.holders.is_empty()
        });
        let Some(last) = last else { return Vec::new() };
        let again = |at: usize| {
            parse.reads(at, words!["so", "nor", "neither"])
                && (at == 0 || parse.tag(at - 1) == Tag::Coordinator)
                && parse.lemma(at + 1) == named::BE
        };
        (0..parse.tokens.len())
            .filter(|&at| again(at))
            .filter_map(|at| {
                let named = parse.phrase_at(at + 2).filter(|&phrase| {
                    matches!(parse.tag(parse.phrases()[phrase].head), Tag::Noun | Tag::Plural)
                        && self.seeker().parties_of(phrase).is_empty()
                })?;
                let content = parse.thing(parse.phrases()[named].first)?;
                let rule = if last.kind == Kind::Agreed { "agreed.settled" } else { "open.predicate" };
                let why = format!("said again of another point, as of the one before ({rule})");
                let held = Held { parties: last.holders, ..Held::default() };
                let cue = Stretch { first: at, last: at + 1 };
                Some(self.draft(Finding { rule, kind: last.kind, held, content, cue, group: None, why }))
            })
            .collect()
    }

    /// "Russia has ruled out a truce, and Ukraine a surrender": the verb before it serves another party and point.
    fn gapped(&self, drafts: &mut Vec<Draft>) {
        let parse = self.parse;
        for other in 0..parse.phrases().len() {
            let Some((content, parties)) = self.gap_at(other).or_else(|| self.gap_within(other, drafts)) else {
                continue;
            };
            let party = parse.phrases()[other];
            let last = drafts
                .iter()
                .filter(|draft| {
                    draft.cue.last < party.first && draft.tokens.is_some_and(|tokens| tokens.first > draft.cue.first)
                })
                .max_by_key(|draft| draft.cue.first);
            let Some(last) = last.filter(|last| last.held.parties != parties).cloned() else { continue };
            drafts.retain(|draft| draft.tokens.is_none_or(|tokens| tokens.first != party.first));
            for draft in drafts.iter_mut().filter(|draft| draft.cue == last.cue) {
                if let Some(tokens) = draft.tokens.filter(|tokens| tokens.contains(party.first)) {
                    let end = (tokens.first..party.first)
                        .rev()
                        .find(|&at| !matches!(parse.tag(at), Tag::Comma | Tag::Coordinator | Tag::Adverb));
                    let cut = Stretch { first: tokens.first, last: end.unwrap_or(tokens.first) };
                    draft.tokens = Some(cut);
                    draft.content = parse.span(cut.first, cut.last);
                }
            }
            let text = format!("the verb left out is that of the claim before: {}", self.scene.name_parties(parties));
            let held = Held { parties, reason: Some(Reason { field: "holder", text }), ..Held::default() };
            drafts.push(self.derived(
                &last,
                last.kind,
                held,
                content,
                Stretch { first: party.first, last: party.last },
            ));
        }
    }

    /// A party directly before a thing, joined to what stands before it and without a verb.
    fn gap_at(&self, other: usize) -> Option<(Stretch, Parties)> {
        let parse = self.parse;
        let party = parse.phrases()[other];
        let before = party.first.checked_sub(1)?;
        if !matches!(parse.tag(before), Tag::Coordinator | Tag::Comma | Tag::Colon) {
            return None;
        }
        // "called for a toll, Somalia for a ban": the preposition is said again.
        let again = parse.tag(party.last + 1) == Tag::Preposition
            && (0..before).any(|at| parse.word(at) == parse.word(party.last + 1));
        let start = party.last + 1 + usize::from(again);
        let next = parse.phrase_at(start).filter(|&next| parse.phrases()[next].first == start)?;
        let determined = again
            || parse.reads(start, words!["one"])
            || matches!(parse.tag(parse.phrases()[next].first), Tag::Determiner | Tag::Number | Tag::Adjective);
        let parties = self.seeker().parties_of(other);
        let content = parse.thing(start)?;
        let closes = matches!(parse.tag(content.last + 1), Tag::Stop | Tag::Comma | Tag::Colon | Tag::Close)
            || content.last + 1 >= parse.tokens.len();
        let verbless = parse.nodes().iter().all(|node| !node.subjects().contains(&other));
        (determined && verbless && closes && parties.len() == 1).then_some((content, parties))
    }

    /// "wants a treaty, Ethiopia guidelines and Sudan compensation": the name of a party and a bare thing, which read as
    /// one phrase.
    fn gap_within(&self, other: usize, drafts: &[Draft]) -> Option<(Stretch, Parties)> {
        let parse = self.parse;
        let found = parse.phrases()[other];
        let before = found.first.checked_sub(1).filter(|_| !self.headline)?;
        if drafts.is_empty() || !matches!(parse.tag(before), Tag::Coordinator | Tag::Comma) {
            return None;
        }
        let name = self.scene.names().iter().find(|name| name.first == found.first && name.last < found.head)?;
        let parties = Parties::one(self.scene.party_of(name.entity));
        // "Swiss guidelines" are no guidelines of Switzerland's wish.
        let written = parse.span(name.first, name.last).of(parse.text);
        let named = self.scene.name_parties(parties);
        let plain = parse.tag(name.last) == Tag::Proper && written.eq_ignore_ascii_case(&named);
        let bare = found.possessor.is_none() && matches!(parse.tag(found.head), Tag::Noun | Tag::Plural);
        let content = Stretch { first: name.last + 1, last: parse.thing(found.first)?.last };
        let begun = drafts.iter().any(|draft| {
            draft.cue.last < found.first
                && draft.tokens.is_some_and(|tokens| tokens.first == found.first || tokens.last + 1 == before)
        });
        (plain && bare && begun).then_some((content, parties))
    }

    /// "to talk about the ferry but not the fence": a claim that reaches over "but not" is cut before it.
    fn cut_at_but(&self, draft: &mut Draft) {
        let parse = self.parse;
        let Some(tokens) = draft.tokens else { return };
        let but = (tokens.first + 1..tokens.last).find(|&at| {
            parse.word(at) == named::BUT
                && parse.tag(at + 1) == Tag::Negation
                && (parse.phrase_at(at + 2).is_some()
                    || parse.tag(at + 2) == Tag::Preposition && parse.phrase_at(at + 3).is_some())
        });
        let Some(last) = but.map(|but| if parse.tag(but - 1) == Tag::Comma { but - 2 } else { but - 1 }) else {
            return;
        };
        let cut = Stretch { first: tokens.first, last };
        draft.tokens = Some(cut);
        draft.content = parse.span(cut.first, cut.last);
        draft.issues = self.classify(cut);
    }

    /// "agreed on plates but not on the seal", "would back the package but not the loan".
    fn but_not(&self, draft: &Draft) -> Vec<Draft> {
        let parse = self.parse;
        let Some(tokens) = draft.tokens else { return Vec::new() };
        let mut at = tokens.last + 1;
        while matches!(parse.tag(at), Tag::Comma | Tag::Close) {
            at += 1;
        }
        let text = |at: usize| parse.text_at(at);
        let turns = ["but", "though", "although"].iter().any(|word| text(at).eq_ignore_ascii_case(word));
        let not = at + 1;
        if !turns || parse.tag(not) != Tag::Negation {
            return Vec::new();
        }
        let start = if parse.tag(not + 1) == Tag::Preposition { not + 2 } else { not + 1 };
        let contents = match parse.unit(start) {
            Some(Unit::Group(_)) => parse.acts(start),
            _ => parse.things(start),
        };
        let Some(kind) = contrary(draft.kind) else { return Vec::new() };
        contents
            .into_iter()
            .map(|content| self.derived(draft, kind, draft.held.clone(), content, Stretch { first: not, last: not }))
            .collect()
    }

    /// "and Israel does not", "so did Sudan", "nor is Y", "Turkey is too": the verb at `at` stands for the claim before it.
    fn same_again(&self, at: usize, drafts: &[Draft]) -> Option<Vec<Draft>> {
        let parse = self.parse;
        let group = parse.groups()[at];
        let auxiliary = group.first == group.head
            && ([named::DO, named::BE, named::HAVE].contains(&group.lemma) || group.modal.is_some());
        if !auxiliary {
            return None;
        }
        let end = parse.over_adverbs(group.last + 1);
        let before = group.first.checked_sub(1)?;
        let text = |at: usize| parse.text_at(at);
        let opened = ["so", "nor", "neither", "as"].iter().any(|word| text(before).eq_ignore_ascii_case(word));
        let point = opened && [named::BE, named::HAVE].contains(&group.lemma);
        let last = drafts
            .iter()
            .filter(|draft| draft.cue.first < group.first)
            .filter(|draft| !point || draft.tokens.is_some_and(|tokens| tokens.last < draft.cue.first))
            .max_by_key(|draft| draft.cue.first)?;
        if opened {
            let subject = parse.phrase_at(group.last + 1)?;
            let refused = ["nor", "neither"].iter().any(|word| text(before).eq_ignore_ascii_case(word));
            return self.inverted_again(last, subject, refused, at, drafts);
        }
        let closes = matches!(parse.tag(end), Tag::Stop | Tag::Comma | Tag::Colon | Tag::Coordinator | Tag::Close)
            || end >= parse.tokens.len();
        if !closes {
            return None;
        }
        let parties = self.subject_of(at);
        if parties == last.held.parties && !parties.is_empty() {
            return self.fronted_again(last, at);
        }
        if parties.is_empty() {
            return None;
        }
        let kind = match (group.negation.is_some(), last.negated) {
            (false, false) | (true, true) => last.kind,
            // "…, which Chad has accepted and Mali has not": not yet.
            (true, false) if group.lemma == named::HAVE && last.kind != Kind::Demand => Kind::Open,
            (true, false) => contrary(last.kind)?,
            (false, true) => Kind::Offer,
        };
        Some(self.for_others(last, kind, parties, at, drafts))
    }

    /// "a code it could live with; a statute, it could not": another point before the verb that is left out.
    fn fronted_again(&self, last: &Draft, at: usize) -> Option<Vec<Draft>> {
        let parse = self.parse;
        let group = parse.groups()[at];
        let negation = group.negation?;
        let own = last.tokens.is_some_and(|tokens| tokens.last < last.cue.first);
        let mark = (0..group.first).rev().find(|&i| parse.tag(i) == Tag::Colon && i > last.cue.last)?;
        let phrase = parse.phrase_at(parse.over_open(mark + 1)).filter(|&phrase| {
            matches!(parse.tag(parse.phrases()[phrase].head), Tag::Noun | Tag::Plural)
                && !parse.nodes()[at].subjects().contains(&phrase)
        })?;
        let content = parse.thing(parse.phrases()[phrase].first)?;
        let kind = contrary(last.kind).filter(|_| own && content.last < group.first)?;
        Some(vec![self.derived(last, kind, last.held.clone(), content, Stretch { first: group.first, last: negation })])
    }

    /// "so did Sudan" gives another holder, "nor is Y" another point.
    fn inverted_again(
        &self,
        last: &Draft,
        subject: usize,
        refused: bool,
        at: usize,
        drafts: &[Draft],
    ) -> Option<Vec<Draft>> {
        let parties = self.seeker().parties_of(subject);
        if !parties.is_empty() && last.tokens.is_some_and(|tokens| tokens.first > last.cue.first) {
            return Some(self.for_others(last, last.kind, parties, at, drafts));
        }
        let content = self.parse.thing(self.parse.phrases()[subject].first)?;
        let point = last.tokens.is_some_and(|tokens| tokens.last < last.cue.first);
        let same = refused || matches!(last.kind, Kind::Open | Kind::Agreed);
        (point && same && parties.is_empty())
            .then(|| vec![self.derived(last, last.kind, last.held.clone(), content, last.cue)])
    }

    fn subject_of(&self, at: usize) -> Parties {
        self.parse.nodes()[at].subjects().iter().fold(Parties::default(), |mut parties, &subject| {
            parties.extend(self.seeker().parties_of(subject));
            parties
        })
    }

    /// The claims made with the cue of `last`, held by others.
    fn for_others(&self, last: &Draft, kind: Kind, parties: Parties, at: usize, drafts: &[Draft]) -> Vec<Draft> {
        let group = self.parse.groups()[at];
        let text = format!("the verb left out is that of the claim before: {}", self.scene.name_parties(parties));
        let held = Held { parties, reason: Some(Reason { field: "holder", text }), ..Held::default() };
        let cue = Stretch { first: group.first, last: group.last };
        drafts
            .iter()
            .filter(|draft| draft.cue == last.cue)
            .map(|draft| {
                let mut again = draft.clone();
                again.kind = kind;
                again.cue = cue;
                again.cue_span = self.parse.span(cue.first, cue.last);
                again.reasons.extend(held.reason.clone());
                again.held = held.clone();
                again.toward = again.toward.without(parties);
                again
            })
            .collect()
    }

    /// A claim like `draft` on another point.
    fn derived(&self, draft: &Draft, kind: Kind, held: Held, content: Stretch, cue: Stretch) -> Draft {
        let parse = self.parse;
        let mut derived = draft.clone();
        derived.kind = kind;
        derived.held = held;
        derived.tokens = Some(content);
        derived.content = parse.span(content.first, content.last);
        derived.issues = self.classify(content);
        derived.cue = cue;
        derived.cue_span = parse.span(cue.first, cue.last);
        derived.status = if derived.status == Status::Expected { Status::Expected } else { Status::Stated };
        if kind != draft.kind {
            derived.frame.push(Frame { role: FrameRole::Negation, span: derived.cue_span });
        }
        let text = format!("“{}” turns the claim before it", derived.cue_span.of(parse.text));
        derived.reasons.push(Reason { field: "kind", text });
        derived
    }
}

/// What "but not X" makes of a claim.
fn contrary(kind: Kind) -> Option<Kind> {
    match kind {
        Kind::Agreed => Some(Kind::Open),
        Kind::Offer | Kind::Demand => Some(Kind::RedLine),
        Kind::RedLine => Some(Kind::Offer),
        Kind::Open => None,
    }
}
