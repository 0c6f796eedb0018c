//! Clauses whose order is turned: "Nor did Egypt agree", "Insisting on a map, Israel refused".
//!
//! An auxiliary before its subject is one with the verb behind it; a gerund or participle that opens the sentence
//! shares the subject of the clause that follows.

use super::super::Tag;
use super::super::Token;
use super::super::classes::{Class, Classes};
use super::super::phrase::{Chunks, Form, Unit};
use super::{Link, Node};
use crate::language::named;

/// The auxiliary and the verb that a turned clause parts: the places of both groups.
fn parted(tokens: &[Token], chunks: &Chunks, classes: &Classes, at: usize) -> Option<usize> {
    let auxiliary = chunks.groups[at];
    let before = auxiliary.first.checked_sub(1)?;
    let turned =
        classes.is(tokens[before].word, Class::Turning) || turning_phrase(tokens, chunks, classes, before).is_some();
    let verb = chunks.groups.get(at + 1)?;
    let going = verb.form == Form::Gerund && classes.is(auxiliary.lemma, Class::Copula);
    let fits = auxiliary.first == auxiliary.last
        && auxiliary.form == Form::Finite
        && (going || matches!(verb.form, Form::Bare | Form::Participle));
    let between = auxiliary.last + 1..verb.first;
    let subject = matches!(chunks.units.get(auxiliary.last + 1), Some(Unit::Phrase(_)));
    let whole = between.into_iter().all(|i| !matches!(tokens[i].tag, Tag::Comma | Tag::Stop | Tag::Colon));
    (turned && fits && subject && whole).then_some(at + 1)
}

/// "under no circumstances", "at no point": the "no" of a phrase behind a preposition that ends with token `last`.
fn turning_phrase(tokens: &[Token], chunks: &Chunks, classes: &Classes, last: usize) -> Option<usize> {
    let Some(Unit::Phrase(phrase)) = chunks.units.get(last) else { return None };
    let first = chunks.phrases[*phrase].first;
    let led = first > 0 && tokens[first - 1].tag == Tag::Preposition;
    (led && first < last && classes.is(tokens[first].word, Class::Turning)).then_some(first)
}

/// Joins auxiliaries with the verbs from which an aside parts them: "Chad had, in its turn, asked".
pub(super) fn join_over_asides(tokens: &[Token], chunks: &mut Chunks) -> Vec<usize> {
    let mut joined = Vec::new();
    for verb in 1..chunks.groups.len() {
        let (auxiliary, found) = (chunks.groups[verb - 1], chunks.groups[verb]);
        let asides = matches!(found.form, Form::Participle | Form::Bare)
            && tokens[found.first - 1].tag == Tag::Comma
            && tokens[auxiliary.last + 1].tag == Tag::Comma
            && found.first - auxiliary.last > 2
            && auxiliary.form == Form::Finite
            && auxiliary.first == auxiliary.head
            && found.first - auxiliary.last < ASIDE;
        let copular = auxiliary.lemma == named::BE;
        let bears = match found.form {
            Form::Participle => copular || auxiliary.lemma == named::HAVE,
            _ => tokens[auxiliary.head].tag == Tag::Modal,
        };
        if !asides || !bears {
            continue;
        }
        let found = &mut chunks.groups[verb];
        found.modal = if found.form == Form::Bare { Some(auxiliary.head) } else { auxiliary.modal };
        found.passive = found.form == Form::Participle && copular;
        found.perfect = found.form == Form::Participle && !copular;
        found.form = Form::Finite;
        found.negation = found.negation.or(auxiliary.negation);
        found.past = auxiliary.past;
        joined.push(verb);
    }
    joined
}

/// The longest aside between an auxiliary and its verb, in tokens.
const ASIDE: usize = 9;

/// Joins the auxiliaries of turned clauses with their verbs; a phrase that only holds the turning word is none.
pub(super) fn join(tokens: &[Token], chunks: &mut Chunks, classes: &Classes) -> Vec<usize> {
    let mut joined = Vec::new();
    for at in 0..chunks.groups.len() {
        let Some(verb) = parted(tokens, chunks, classes, at) else { continue };
        let auxiliary = chunks.groups[at];
        let before = auxiliary.first.checked_sub(1);
        let phrase = before.and_then(|before| turning_phrase(tokens, chunks, classes, before));
        let found = &mut chunks.groups[verb];
        found.progressive = found.form == Form::Gerund;
        let copular = classes.is(auxiliary.lemma, Class::Copula);
        // "Nor has a venue been chosen"
        let been = found.first < found.head && classes.is(tokens[found.first].lemma, Class::Copula);
        found.passive =
            found.form == Form::Participle && (copular || been && tokens[found.head].tag == Tag::Participle);
        found.perfect = found.form == Form::Participle && !copular;
        found.form = Form::Finite;
        found.negation = phrase.or(before);
        found.modal = auxiliary.modal;
        found.past = auxiliary.past;
        joined.push(verb);
    }
    joined
}

/// The node of a verb whose auxiliary stands before its subject.
pub(super) fn turned(tokens: &[Token], chunks: &Chunks, verb: usize) -> Node {
    let mut node = Node::EMPTY;
    let (from, to) = (chunks.groups[verb - 1].last + 1, chunks.groups[verb].first);
    for (phrase, found) in chunks.phrases.iter().enumerate() {
        let inside = from <= found.first && found.last < to;
        let joined = found.first.checked_sub(1).is_some_and(|before| tokens[before].tag == Tag::Coordinator);
        let leads = found.first == from || joined;
        if inside && leads {
            node.push(phrase);
        }
    }
    node
}

/// Gives verbs without tense that open the sentence the subject of the clause behind the comma.
pub(super) fn lend(tokens: &[Token], chunks: &Chunks, nodes: &mut [Node]) {
    for at in 0..nodes.len() {
        let found = chunks.groups[at];
        let loose = matches!(found.form, Form::Gerund | Form::Participle);
        if found.has_tense() || nodes[at].count > 0 {
            continue;
        }
        if let Some(parent) = nodes[at].parent.filter(|&parent| parent < at && nodes[parent].count > 0) {
            if nodes[at].link == Link::Complement && !chunks.groups[parent].has_tense() {
                let above = nodes[parent];
                nodes[at].take_subjects(&above);
            }
            continue;
        }
        let Some(main) = behind(tokens, chunks, nodes, at).filter(|_| loose) else { continue };
        let above = nodes[main];
        nodes[at].take_subjects(&above);
        nodes[at].parent = Some(main);
        nodes[at].link = Link::Adverbial;
    }
}

/// The first clause with a subject behind a comma, nothing with a tense between.
fn behind(tokens: &[Token], chunks: &Chunks, nodes: &[Node], at: usize) -> Option<usize> {
    let main = (at + 1..nodes.len())
        .find(|&group| chunks.groups[group].has_tense() && nodes[group].link == Link::Main && nodes[group].count > 0)?;
    let subject = nodes[main].subjects().iter().map(|&phrase| chunks.phrases[phrase].first).min()?;
    let comma = subject.checked_sub(1).filter(|&comma| tokens[comma].tag == Tag::Comma)?;
    let opens = (0..chunks.groups[at].first).all(|i| {
        matches!(tokens[i].tag, Tag::Adverb | Tag::Negation | Tag::Subordinator | Tag::Preposition | Tag::Open)
    });
    (opens && comma > chunks.groups[at].last && !nodes[main].inverted).then_some(main)
}
