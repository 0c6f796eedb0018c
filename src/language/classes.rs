//! Classes of words by their grammar: verbs of speech, verbs of control, nouns of time …
//!
//! The classes are a data file (`data/language/classes.txt`). They say what a word can do in a sentence,
//! not what it means for a negotiation. Invariant: a lemma's classes are one look-up by its [`Word`].

use super::Word;
use super::lexicon::Lexicon;

/// The classes, written as the file names them.
const SOURCE: &str = include_str!("../../data/language/classes.txt");

/// A class of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// Takes what somebody says.
    Speech,
    /// Comes with quoted words alone ("shrugged", "continued").
    Utters,
    /// Has in its object, with the judgement beside it, what somebody says ("accused X of", "criticised").
    Judges,
    /// As above, but only where a predicate follows the object ("called it a disgrace", "described X as").
    Deems,
    /// Says what somebody thinks, wants or feels.
    Attitude,
    /// Is speech only of people, bodies and texts ("the survey shows", not "the delay shows").
    Shows,
    /// A noun for somebody, or a body, that can speak.
    Speaker,
    /// Takes the one it speaks to as its object.
    Addresses,
    /// A verb and the preposition with which it takes what is said ("hint-at").
    SpeaksOf,
    /// A noun for something said or thought ("claim", "warning").
    Utterance,
    /// Makes such a noun a report ("express concern").
    Conveys,
    /// Leaves no doubt that what the infinitive below it names was said ("went on to say", "used the speech to argue").
    Proceeds,
    /// As a predicate, leaves no doubt of it either ("was quick to note", "was at pains to stress").
    Forthcoming,
    /// Takes a clause without needing "that".
    Clausal,
    /// Tells somebody what to do, and says nothing without it ("press X to").
    Orders,
    /// A state of mind that takes an object with no judgement beside it ("want a vote").
    Wishes,
    /// Takes an object that does what the infinitive says ("urge X to").
    ObjectControl,
    /// Puts the auxiliary before the subject ("nor did Egypt agree").
    Turning,
    /// Links a subject to a predicate.
    Copula,
    /// Takes its subject from the infinitive below it.
    Raising,
    /// Says that something is not so.
    Deny,
    /// Says that something was not done.
    Fail,
    /// Makes the infinitive below it uncertain, when passive or progressive.
    HedgeVerb,
    /// A text or utterance that says things.
    ReportingNoun,
    /// Puts a text of one's own before others ("sent", "signed", "circulated").
    Issues,
    /// A point or stretch of time.
    Time,
    /// Says that something has to be.
    ModalMust,
    /// Opens a condition.
    Condition,
    /// A medium, or one who works for it.
    Media,
    /// The last word of a medium's name that is no medium in small letters ("Times").
    MediaName,
    /// One who knows the matter without speaking for a party.
    Expert,
    /// One who speaks for a party.
    Official,
    /// A person whose name may be kept back.
    Anonymous,
    /// A noun that stands for the party it is of.
    Actor,
    /// A noun for people who are not at the table.
    Outsider,
    /// A human being.
    Person,
    /// Part of a title before a name.
    Title,
    /// Opens what is said or asked: "that", "whether".
    Content,
    /// A preposition that opens a circumstance rather than a part of the phrase before it.
    Circumstance,
    /// A collective of parties: "sides", "countries".
    Side,
    /// A noun that modifies another as an adjective would ("military and intelligence operations").
    Relational,
    /// A preposition that opens clauses too ("after", "until").
    Conjunctive,
    /// Opens a clause that stands for the thing itself ("what").
    Interrogative,
    /// Opens an indirect question that can be a subject ("whether", "who").
    Question,
    /// Opens one where the verb behind it is of what is to come, else a circumstance ("when", "where").
    TimedQuestion,
    /// A noun of doubt, about what hangs on it.
    Doubt,
    /// Takes an object that does what the base form below it says ("let it pass").
    BareObject,
    /// A verb that says little beside its object ("made a demand").
    Bearing,
    /// Lets the infinitive or gerund below it pass as a fact ("continue to", "decide to").
    Transparent,
    /// The last word in the name of a body of working people ("Union", "Workers").
    UnionHead,
    /// The last word in the name of an enterprise ("Inc", "Airlines").
    CompanyHead,
    /// The last word in the name of a board, an authority or a society.
    BodyHead,
    /// The last word in the name of a political or armed movement.
    MovementHead,
    /// What a union is called for short, and what tells its people ("bargaining", "steward").
    UnionRole,
    /// What an enterprise is called for short ("management"), and what tells its people ("plant").
    CompanyRole,
    /// What a movement is called for short ("rebels").
    MovementRole,
    /// People who bargain together: "teachers", "creditors".
    Bargainer,
    /// What an article calls those who hold a debt, in the plural: "funds".
    Lender,
    /// Verbs whose subject sits at a table: "reject", "offer", "sign".
    Bargains,
    /// Verbs of giving ground and holding it, whose subject sits at a table where it is a name: "settle", "shelve".
    Deals,
    /// Ends the name of a political party: "Liberals", "Greens".
    PartyHead,
    /// Only counts what follows it with "of" ("thousands of voters").
    Quantity,
    /// "herself", "themselves".
    Reflexive,
    /// "such" before "as".
    Such,
    /// Opens a phrase that says on what occasion: "during".
    Occasion,
    /// In the passive says that something is said, by nobody in particular ("it was reported that").
    Hearsay,
    /// Brings others together without being a party: "mediate", "broker".
    Mediate,
    /// First word of what marks a condition: "if", "as" of "as long as", "on" of "on the understanding that".
    ConditionOpener,
    /// A bare noun that "in" puts at the head of a sentence ("in exchange", "in private").
    InTurn,
    /// A noun of which a clause tells the course of events ("talks", "outcome").
    Event,
    /// A verb that lays something down, said of a party or a thing in the future ("open", "release").
    Lays,
    /// A verb with which a party gives something or gives way ("release", "open").
    Grants,
    /// A verb that says how a thing will be different ("become", "expire").
    Change,
    /// A verb that tells of chances, effects and procedure ("boost", "discuss").
    Chance,
    /// A noun for what sides that agree have come to ("accord", "truce").
    Deal,
}

/// Every class with its name in the file.
const NAMES: &[(&str, Class)] = &[
    ("speech", Class::Speech),
    ("utters", Class::Utters),
    ("judges", Class::Judges),
    ("deems", Class::Deems),
    ("attitude", Class::Attitude),
    ("shows", Class::Shows),
    ("speaker", Class::Speaker),
    ("addresses", Class::Addresses),
    ("speaks-of", Class::SpeaksOf),
    ("utterance", Class::Utterance),
    ("conveys", Class::Conveys),
    ("proceeds", Class::Proceeds),
    ("forthcoming", Class::Forthcoming),
    ("clausal", Class::Clausal),
    ("orders", Class::Orders),
    ("wishes", Class::Wishes),
    ("object-control", Class::ObjectControl),
    ("turning", Class::Turning),
    ("copula", Class::Copula),
    ("raising", Class::Raising),
    ("deny", Class::Deny),
    ("fail", Class::Fail),
    ("hedge-verb", Class::HedgeVerb),
    ("reporting-noun", Class::ReportingNoun),
    ("issues", Class::Issues),
    ("time", Class::Time),
    ("modal-must", Class::ModalMust),
    ("condition", Class::Condition),
    ("media", Class::Media),
    ("media-name", Class::MediaName),
    ("expert", Class::Expert),
    ("official", Class::Official),
    ("anonymous", Class::Anonymous),
    ("actor", Class::Actor),
    ("outsider", Class::Outsider),
    ("person", Class::Person),
    ("title", Class::Title),
    ("content", Class::Content),
    ("circumstance", Class::Circumstance),
    ("side", Class::Side),
    ("relational", Class::Relational),
    ("conjunctive", Class::Conjunctive),
    ("interrogative", Class::Interrogative),
    ("question", Class::Question),
    ("timed-question", Class::TimedQuestion),
    ("doubt", Class::Doubt),
    ("bare-object", Class::BareObject),
    ("bearing", Class::Bearing),
    ("transparent", Class::Transparent),
    ("union-head", Class::UnionHead),
    ("company-head", Class::CompanyHead),
    ("body-head", Class::BodyHead),
    ("movement-head", Class::MovementHead),
    ("union-role", Class::UnionRole),
    ("company-role", Class::CompanyRole),
    ("movement-role", Class::MovementRole),
    ("bargainer", Class::Bargainer),
    ("lender", Class::Lender),
    ("bargains", Class::Bargains),
    ("deals", Class::Deals),
    ("party-head", Class::PartyHead),
    ("quantity", Class::Quantity),
    ("reflexive", Class::Reflexive),
    ("occasion", Class::Occasion),
    ("such", Class::Such),
    ("hearsay", Class::Hearsay),
    ("mediate", Class::Mediate),
    ("condition-opener", Class::ConditionOpener),
    ("in-turn", Class::InTurn),
    ("event", Class::Event),
    ("lays", Class::Lays),
    ("grants", Class::Grants),
    ("change", Class::Change),
    ("chance", Class::Chance),
    ("deal", Class::Deal),
];

/// Classes of nouns for those who can speak and act.
pub const PERSONS: &[Class] = &[
    Class::Speaker,
    Class::Official,
    Class::Actor,
    Class::Media,
    Class::Expert,
    Class::Anonymous,
    Class::Person,
    Class::Outsider,
    Class::Side,
    Class::Title,
];

/// Endings of nouns for persons.
const PERSONAL: &[&str] = &[
    "er", "or", "ist", "ian", "man", "men", "woman", "women", "ant", "ee", "eer", "crat", "ician", "wright", "dent",
    "gent",
];

/// Tells whether a noun, as its dictionary form, has an ending that nouns for persons have ("organiser", "resident").
#[must_use]
pub fn is_person(lemma: &str) -> bool {
    // "fact-checkers": a plural that the lexicon does not know.
    let one = lemma.strip_suffix('s').unwrap_or(lemma);
    PERSONAL.iter().any(|ending| lemma.ends_with(ending) || one.ends_with(ending))
}

/// The classes of every word.
#[derive(Debug, Clone, Default)]
pub struct Classes {
    /// A bit for each class, as long as the greatest word that has one: most words have none and come after it.
    bits: Vec<u128>,
}

impl Classes {
    /// Reads the built-in classes; their words are interned in `lexicon`.
    ///
    /// A line that names no known class is passed over; a test holds the file to the names.
    #[must_use]
    pub fn builtin(lexicon: &mut Lexicon) -> Self {
        let mut classes = Self::default();
        let mut bit = 0;
        for line in SOURCE.lines().filter(|line| !line.starts_with('#')) {
            let words = match line.split_once(':') {
                Some((name, words)) => {
                    bit =
                        NAMES.iter().find(|(known, _)| *known == name).map_or(0, |(_, class)| 1_u128 << *class as u32);
                    words
                }
                None => line,
            };
            for word in words.split_whitespace() {
                classes.add(lexicon.intern(word), bit);
            }
        }
        classes
    }

    fn add(&mut self, word: Word, bit: u128) {
        let at = word.number();
        if at >= self.bits.len() {
            self.bits.resize(at + 1, 0);
        }
        self.bits[at] |= bit;
    }

    /// Tells whether the lemma `word` belongs to `class`.
    #[must_use]
    pub fn is(&self, word: Word, class: Class) -> bool {
        self.is_any(word, &[class])
    }

    /// Tells whether the lemma `word` belongs to one of `classes`.
    #[must_use]
    pub fn is_any(&self, word: Word, classes: &[Class]) -> bool {
        let wanted = classes.iter().fold(0, |bits, &class| bits | 1_u128 << class as u32);
        self.bits.get(word.number()).is_some_and(|bits| bits & wanted != 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_paragraph_of_the_file_names_a_known_class() {
        for line in SOURCE.lines().filter(|line| !line.starts_with('#')) {
            if let Some((name, _)) = line.split_once(':') {
                assert!(NAMES.iter().any(|(known, _)| *known == name), "unknown class {name}");
            }
        }
    }

    #[test]
    fn the_words_of_a_class_are_in_order_and_stand_once() {
        for paragraph in SOURCE.split("\n\n").filter(|paragraph| !paragraph.starts_with('#')) {
            let words: Vec<&str> = paragraph.split_whitespace().skip(1).collect();
            assert!(words.is_sorted_by(|one, other| one < other), "{paragraph}");
        }
    }

    #[test]
    fn a_word_may_belong_to_several_classes() {
        let mut lexicon = Lexicon::builtin();
        let classes = Classes::builtin(&mut lexicon);
        let say = lexicon.word("say");
        assert!(classes.is(say, Class::Speech) && classes.is(say, Class::Clausal));
        assert!(!classes.is(say, Class::Copula));
    }
}
