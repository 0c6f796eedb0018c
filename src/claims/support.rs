//! Who stands beside a holder: "the EU, supported by Japan and Kenya, preferred …".

use super::holder::{Held, Seeker};
use crate::dossier::PartyKind;
use crate::language::Tag;

/// Words that put others beside the subject in this stance.
const BESIDE: &[&str] = &["supported", "seconded", "joined", "echoed"];

impl Seeker<'_> {
    /// Adds those who are named as supporters behind a subject, between commas.
    ///
    /// "Backed" says as much of two of a kind ("Kenya, backed by Uganda,"); of a movement and a state it tells who
    /// arms whom, which is no stance.
    pub(super) fn add_supporters(&self, held: &mut Held, subject: usize) {
        let parse = self.parse;
        let after = parse.phrases()[subject].last + 1;
        if parse.tag(after) != Tag::Comma || held.parties.is_empty() {
            return;
        }
        let word = |at: usize| parse.tokens.get(at).map_or("", |token| token.span.of(parse.text));
        let by = word(after + 2) == "by";
        let backed = word(after + 1) == "backed";
        let first = if by && (backed || BESIDE.contains(&word(after + 1))) {
            after + 3
        } else if word(after + 1) == "with" {
            after + 2
        } else {
            return;
        };
        let Some(next) = parse.phrase_at(first) else { return };
        let phrases = self.with_conjuncts(next);
        let end = phrases.last().map_or(first, |&last| parse.phrases()[last].last);
        let beside = self.of_phrases(&phrases);
        let alike = self.kinds(held).iter().chain(&self.kinds(&beside)).all(|&kind| kind != PartyKind::Movement);
        if parse.tag(end + 1) == Tag::Comma && !beside.outsider && (alike || !backed) {
            held.parties.extend(beside.parties);
            held.phrases.extend(beside.phrases);
        }
    }

    fn kinds(&self, held: &Held) -> Vec<PartyKind> {
        held.parties.iter().map(|party| self.scene.kind(party)).collect()
    }
}
