//! What stands beside a subject: "Brazil, opposed by Canada, called for a fund" gives Canada's refusal of the fund.

use super::draft::Draft;
use super::sentence::Sentence;
use crate::language::Tag;
use crate::mentions::Parties;
use crate::record::{Kind, Reason};

impl Sentence<'_> {
    /// Gives those who oppose a party in an aside the point that this party makes; without one there is no claim.
    pub(super) fn asides(&self, drafts: &mut Vec<Draft>) {
        let mut at = 0;
        while at < drafts.len() {
            match self.opposed(&drafts[at]) {
                Some(party) => {
                    let aside = drafts.remove(at);
                    let points = self.points_of(party, &aside, drafts);
                    let next = at + points.len();
                    drafts.splice(at..at, points);
                    at = next;
                }
                None => at += 1,
            }
        }
    }

    /// The party that a refusal in an aside is aimed at, where the party itself stands in place of a point.
    fn opposed(&self, draft: &Draft) -> Option<Parties> {
        let parse = self.parse;
        let tokens = draft.tokens.filter(|tokens| draft.kind == Kind::RedLine && tokens.last < draft.cue.first)?;
        let phrase = parse.phrase_at(tokens.first).filter(|&phrase| parse.phrases()[phrase].last == tokens.last)?;
        let aside = (tokens.last + 1..draft.cue.first).any(|at| parse.tag(at) == Tag::Comma);
        let tensed = parse.group_at(draft.cue.first).is_some_and(|group| parse.groups()[group].has_tense());
        let parties = self.scene.actor(phrase).map(|actor| actor.parties).unwrap_or_default();
        (aside && !tensed && !parties.is_empty()).then_some(parties)
    }

    /// The refusals of what `party` asks or proposes behind the aside.
    fn points_of(&self, party: Parties, aside: &Draft, drafts: &[Draft]) -> Vec<Draft> {
        let made = |draft: &&Draft| {
            draft.cue.first > aside.cue.last
                && matches!(draft.kind, Kind::Demand | Kind::Offer)
                && party.without(draft.held.parties).is_empty()
        };
        let text = format!("the point is what {} asks or proposes in the sentence", self.scene.name_parties(party));
        drafts
            .iter()
            .filter(made)
            .map(|main| Draft {
                toward: party,
                tokens: main.tokens,
                content: main.content,
                issues: main.issues.clone(),
                reasons: [aside.reasons.clone(), vec![Reason { field: "content", text: text.clone() }]].concat(),
                ..aside.clone()
            })
            .collect()
    }
}
