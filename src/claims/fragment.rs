//! A thing asked about and how it stands, in two fragments: "The port? Not on the table.", "The levy? Settled."
//!
//! Only what stands between the parties of the talks is read so; where somebody answers in person, `turn` does.

use super::draft::Draft;
use super::holder::Held;
use super::sentence::Sentence;
use crate::language::extent::Stretch;
use crate::language::word_list::{WordList, words};
use crate::record::{Kind, Reason, Status};

/// The rule that these claims name.
const RULE: &str = "open.silence";

/// What is said of a point that is not settled.
const LEFT: &WordList = words![
    "not on the table",
    "not on the agenda",
    "not on the list",
    "off the agenda",
    "not discussed",
    "not mentioned",
    "not raised",
    "not settled",
    "not agreed",
    "not decided",
    "not touched",
    "not yet",
    "undecided",
    "unresolved",
    "unsettled",
    "unmentioned",
    "still open",
    "open",
    "postponed",
    "put off",
    "put off again",
    "shelved",
    "parked",
    "left for later",
    "later",
    "nobody knows",
    "anyone's guess",
    "anybody's guess",
];

/// What is said of one that is.
const SETTLED: &WordList = words!["agreed", "settled", "decided", "signed", "signed and sealed", "already agreed"];

impl Sentence<'_> {
    /// Adds what a fragment says of the thing that the sentence before only named with a question mark.
    pub(super) fn asked_and_left(&self, drafts: &mut Vec<Draft>) {
        let parse = self.parse;
        let parties = self.scene.principals();
        let (Some(topic), true) = (self.topic, drafts.is_empty() && parse.tokens.len() <= 6) else { return };
        let gap = parse.text.get(topic.end..self.span.start).unwrap_or_default();
        if gap.trim() != "?" || parties.is_empty() || self.headline {
            return;
        }
        let words = self.span.of(parse.text).trim_end_matches(['.', '!']).replace('’', "'").to_lowercase();
        let kind = match () {
            () if LEFT.contains(&words) => Kind::Open,
            () if SETTLED.contains(&words) => Kind::Agreed,
            () => return,
        };
        let rule = if kind == Kind::Open { RULE } else { super::under::RULE };
        let text = format!("“{}” says how “{}” stands ({rule})", words, topic.of(parse.text));
        drafts.push(Draft {
            rule: rule.to_owned(),
            kind,
            status: Status::Stated,
            held: Held { parties, ..Held::default() },
            toward: crate::mentions::Parties::default(),
            tokens: None,
            content: topic,
            cue: Stretch { first: 0, last: 0 },
            cue_span: self.span,
            quote: topic.join(self.span),
            frame: Vec::new(),
            attribution: Vec::new(),
            issues: self.topic_issues(topic),
            reasons: vec![Reason { field: "kind", text }],
            headline: false,
            negated: false,
        });
    }
}
