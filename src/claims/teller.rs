//! Who tells a party what it is told: "Kenya was informed that the pier is off the table".

use super::candidate::Candidate;
use super::holder::Held;
use super::sentence::Sentence;
use crate::record::Reason;

impl Sentence<'_> {
    /// The counterpart of the party that is told of the cue, where the talks have one other.
    pub(super) fn told_by(&self, candidate: &Candidate) -> Option<Held> {
        let parse = self.parse;
        let above = parse.nodes()[candidate.group()?].parent?;
        let found = parse.groups()[above];
        let tells = ["tell", "inform", "notify", "warn"].contains(&parse.language.lexicon.text(found.lemma));
        let told = self.subject_parties(above);
        let parties = self.scene.principals().without(told);
        if !(tells && found.passive) || told.len() != 1 || parties.len() != 1 {
            return None;
        }
        let text = format!("the other side is told so: by {}", self.scene.name_parties(parties));
        Some(Held { parties, reason: Some(Reason { field: "holder", text }), ..Held::default() })
    }
}
