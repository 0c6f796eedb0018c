//! Whose a body without a name is in what a party says: "A Peruvian source said the ministry would not pay".
//!
//! Inside a report whose speaker has a party, a ministry, an army or a government that nobody's name owns is the
//! speaker's own. Invariant: a body that the article gives to somebody is left to the article.

use super::holder::{Held, Seeker};
use crate::record::Reason;

/// What every state has one of.
const OWN: &[&str] = &[
    "administration",
    "army",
    "cabinet",
    "delegation",
    "government",
    "leadership",
    "military",
    "ministry",
    "navy",
    "parliament",
    "premier",
    "president",
];

impl Seeker<'_> {
    /// The speaker's own ministry or army as the subject of a verb inside a report.
    pub(super) fn add_own_body(&self, held: &mut Held, phrase: usize) {
        let parse = self.parse;
        let found = parse.phrases()[phrase];
        let the = parse.word(found.first) == parse.words().the && found.last == found.head;
        let noun = parse.language.lexicon.text(parse.lemma(found.head));
        if !the || found.head > found.first + 1 || !OWN.contains(&noun) {
            return;
        }
        let Some((parties, report)) = self.voice(found.head).filter(|(parties, _)| parties.len() == 1) else { return };
        let name = report.chain.last().map(|source| source.name.clone()).unwrap_or_default();
        held.parties = parties;
        held.spans.push(self.span_of(phrase));
        let text = format!("it is said by “{name}” of a body of {}", self.scene.name_parties(parties));
        held.reason = Some(Reason { field: "holder", text });
    }
}
