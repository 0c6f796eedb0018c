//! Tags: the grammatical class of each token in its sentence.
//!
//! The lexicon gives each word the classes it can have (a suffix gives them where it does not know the word), then
//! one walk from left to right settles each token by what is settled before it and what can stand after it. On the
//! way it counts how many finite verbs the sentence still owes: a subject without its verb makes "demands" a verb.

mod agent;
mod demonym;
mod guess;
mod ing;
mod marker;
mod names;
mod nominal;
mod number;
mod plain;
mod quantity;
mod that;
mod verbal;
mod view;
mod wish;

#[cfg(test)]
mod tests;

use super::lexicon::{Classes, Frames, Lexicon};
use super::{Tag, Token, Word};
use crate::language::named as w;

/// Sets the tag and the lemma of the tokens of one sentence.
pub fn tag(tokens: &mut [Token], text: &str, lexicon: &Lexicon) {
    let classes = guess::classes(tokens, text, lexicon);
    let mut tagger = Tagger { tokens, classes, text, lexicon, state: State::new() };
    for at in 0..tagger.tokens.len() {
        let open = tagger.tokens[at].tag == Tag::Other;
        let tag = if open { tagger.settle(at) } else { tagger.tokens[at].tag };
        tagger.tokens[at].tag = tag;
        if open {
            tagger.tokens[at].lemma = guess::lemma(&tagger.tokens[at], text, lexicon);
        }
        tagger.note(at, tag);
    }
}

/// One sentence on the way: tokens before `at` have their tags, those after it their possible classes.
struct Tagger<'a> {
    tokens: &'a mut [Token],
    classes: Vec<Classes>,
    text: &'a str,
    lexicon: &'a Lexicon,
    state: State,
}

/// What the part already read leaves open.
#[expect(clippy::struct_excessive_bools, reason = "four separate facts, none excludes another")]
#[derive(Debug, Clone, Copy)]
struct State {
    /// Finite verbs still owed by the clauses that have begun.
    owed: u8,
    /// A modal or a form of "do" waits for its base form.
    bare: bool,
    /// A form of "have" waits for its participle.
    perfect: bool,
    /// A verb of saying has opened a clause that may come without "that".
    reported: bool,
    /// A comma or a coordinator stands since the last finite verb: another clause may have begun.
    fresh: bool,
    /// The last finite verb.
    finite: Option<Tag>,
    /// The last verb, modals left out.
    last: Option<Tag>,
}

impl State {
    fn new() -> Self {
        Self { owed: 1, bare: false, perfect: false, reported: false, fresh: true, finite: None, last: None }
    }
}

impl Tagger<'_> {
    /// "Liu He offered": a name that is spelled as a pronoun, behind another.
    fn is_surname(&self, at: usize) -> bool {
        let name = self.word(at) == w::HE && self.tokens[at].capital;
        name && at > 0 && self.tag(at - 1) == Tag::Proper && self.tokens[at - 1].capital
    }

    /// Returns the tag of the word at `at`.
    fn settle(&self, at: usize) -> Tag {
        let classes = self.classes[at];
        if let Some(tag) = marker::settle(self, at) {
            return tag;
        }
        if classes == Classes::one(Tag::Gerund) {
            return ing::settle(self, at);
        }
        if let Some(tag) = classes.single() {
            return match tag {
                Tag::Noun if self.must_be_base(at) => Tag::Base,
                Tag::Adjective if self.is_joined_participle(at) => Tag::Participle,
                Tag::Pronoun if self.is_surname(at) => Tag::Proper,
                _ => tag,
            };
        }
        if classes.has(Tag::Gerund) {
            ing::settle(self, at)
        } else if classes.has(Tag::Past) || classes.has(Tag::Participle) {
            verbal::past(self, at)
        } else if classes.has(Tag::Base) || classes.has(Tag::Present) {
            nominal::or_verb(self, at)
        } else {
            plain::settle(self, at)
        }
    }

    /// "will not stomach a pause", "refused to phase out oil": a modal or "to" waits for its verb, and what can follow
    /// one does.
    fn must_be_base(&self, at: usize) -> bool {
        let modal = self.anchor(at).is_some_and(|it| self.tag(it) == Tag::Modal);
        let infinitive = self.anchor(at).is_some_and(|it| self.tag(it) == Tag::To);
        (modal && self.state.bare && self.opens_object(self.after(at)) || infinitive) && self.is_bare_verb(at)
    }

    /// Tells whether a word listed as a noun alone stands as a verb's base form before an object or a particle.
    fn is_bare_verb(&self, at: usize) -> bool {
        let next = self.after(at);
        let particle = next
            .is_some_and(|it| matches!(self.word(it), w::OUT | w::UP | w::DOWN | w::OFF | w::IN | w::AWAY | w::BACK));
        let noun = self.can(Some(at)).has(Tag::Noun);
        noun && !self.tokens[at].capital
            && (self.opens_object(next) || particle && self.opens_object(next.and_then(|it| self.after(it))))
    }

    /// "had green-lighted the raid"
    fn is_joined_participle(&self, at: usize) -> bool {
        let form = self.tokens[at].span.of(self.text);
        self.state.perfect && form.ends_with("ed") && form.contains('-') && self.opens_object(self.after(at))
    }

    /// Brings the state up to date with the tag of `at`.
    fn note(&mut self, at: usize, tag: Tag) {
        let lemma = self.tokens[at].lemma;
        let state = &mut self.state;
        match tag {
            Tag::Stop | Tag::Colon => *state = State { last: state.last, ..State::new() },
            Tag::Comma | Tag::Dash | Tag::OpenBracket | Tag::CloseBracket | Tag::Coordinator => {
                state.fresh = true;
                // ", and the rest waits": a new clause.
                if tag == Tag::Coordinator && at > 0 && self.tokens[at - 1].tag == Tag::Comma {
                    state.owed = state.owed.max(1);
                }
            }
            // "“…,” the mayor, who is away, insisted": what is quoted is over, and the words that report it follow.
            Tag::Close if at > 0 && self.tokens[at - 1].tag == Tag::Comma => state.owed = state.owed.max(1),
            Tag::Relative | Tag::Subordinator => {
                let awaited = state.reported
                    && matches!(lemma, w::THAT | w::WHETHER | w::IF | w::WHAT | w::HOW | w::WHY | w::WHO);
                if !awaited {
                    state.owed = state.owed.saturating_add(1);
                }
                state.reported &= !awaited;
            }
            Tag::Present | Tag::Past | Tag::Modal => {
                state.owed = state.owed.saturating_sub(1);
                state.finite = Some(tag);
                state.fresh = false;
                state.reported = false;
            }
            _ => {}
        }
        if matches!(tag, Tag::Present | Tag::Past | Tag::Base | Tag::Participle | Tag::Gerund) {
            self.note_verb(tag, lemma);
        } else if tag == Tag::Modal {
            self.state.bare = true;
        }
    }

    fn note_verb(&mut self, tag: Tag, lemma: Word) {
        let state = &mut self.state;
        // "did not do anything": the verb that the auxiliary waited for.
        let awaited = state.bare && tag == Tag::Base;
        state.last = Some(tag);
        match tag {
            Tag::Base => state.bare = false,
            Tag::Participle => state.perfect = false,
            _ => {}
        }
        match lemma {
            w::DO if tag != Tag::Participle && !awaited => state.bare = true,
            w::HAVE => state.perfect = true,
            _ => {}
        }
        if self.lexicon.frames(lemma).has(Frames::CLAUSE) && !self.state.reported {
            self.state.reported = true;
            self.state.owed = self.state.owed.saturating_add(1);
        }
    }
}
