//! Turns: who asks and who answers in an interview, by labels ("Q:", "Kabamba:") or by questions on lines of their own.
//!
//! It looks at labels, question marks and the first person, and knows nobody by name. What an explainer asks
//! of itself is no turn: there nobody says "we".

use super::line::trimmed;
use super::{Block, BlockKind};
use crate::text::Span;

/// Whose words a block holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Turn {
    /// The article's own, as everywhere outside interviews.
    #[default]
    None,
    /// The interviewer's.
    Question,
    /// The interviewee's, with the fullest label in the text that names them, where one does.
    Answer(Option<Span>),
}

/// A label before a block: its bytes, and its length with the mark and blanks behind it.
#[derive(Debug, Clone, Copy)]
struct Label<'a> {
    words: &'a str,
    span: Span,
    end: usize,
}

/// Interviews have this many turns of each side at least.
const TURNS: usize = 2;
/// Where nothing but question marks tells the questions, there must be more of them.
const BARE_TURNS: usize = 3;
/// A label has no more bytes and words.
const LONGEST: usize = 60;
const WORDS: usize = 6;
/// Words of a question or of an aside by the interviewer, at most.
const QUESTION: usize = 60;
const ASIDE: usize = 25;

/// Finds the turns of an interview and cuts their labels off.
pub(super) fn turns(text: &str, blocks: &mut Vec<Block>) {
    if !labelled(text, blocks) {
        bare(text, blocks);
    }
}

// --- labels ---------------------------------------------------------------------------------------

fn labelled(text: &str, blocks: &mut Vec<Block>) -> bool {
    let labels: Vec<(usize, Label<'_>)> = blocks
        .iter()
        .enumerate()
        .filter(|(_, block)| speaks(block))
        .filter_map(|(at, block)| Some((at, label(text, block.span)?)))
        .collect();
    let speakers = speakers(&labels);
    let Some(asker) = asker(text, blocks, &labels, &speakers) else { return false };
    let Some(last) = labels.iter().zip(&speakers).rposition(|(_, speaker)| speaker.is_some()) else { return false };
    let mut out: Vec<Block> = Vec::with_capacity(blocks.len() + labels.len());
    let (mut turn, mut next) = (Turn::None, 0);
    for (at, block) in blocks.iter().enumerate() {
        if labels.get(next).is_none_or(|(place, _)| *place != at) {
            if next > last && is_note(block.span.of(text)) || block.kind == BlockKind::Heading {
                turn = Turn::None;
            }
            let own = if speaks(block) { turn } else { Turn::None };
            out.push(Block { turn: own, ..block.clone() });
            continue;
        }
        let (label, speaker) = (labels[next].1, speakers[next]);
        next += 1;
        let Some(speaker) = speaker else {
            out.push(Block { turn, ..block.clone() });
            continue;
        };
        turn = if speaker == asker { Turn::Question } else { Turn::Answer(fullest(&labels, &speakers, speaker)) };
        let head = trimmed(text, Span::new(block.span.start, label.end));
        out.push(Block { kind: BlockKind::Speaker, span: head, intro: None, repeats: None, turn: Turn::None });
        if label.end < block.span.end {
            let kind = if block.kind == BlockKind::Heading { BlockKind::Paragraph } else { block.kind };
            out.push(Block { kind, span: Span::new(label.end, block.span.end), turn, ..block.clone() });
        }
    }
    *blocks = out;
    true
}

fn speaks(block: &Block) -> bool {
    matches!(block.kind, BlockKind::Paragraph | BlockKind::Heading | BlockKind::Bullet)
}

/// Reads the label at the head of a block: "Q:", "A.", "GLR:", "**Minister Kabamba:**".
fn label(text: &str, span: Span) -> Option<Label<'_>> {
    let words = span.of(text);
    let bold = words.len() - words.trim_start_matches(['*', '_']).len();
    let head = &words[bold..words.floor_char_boundary(bold + LONGEST)];
    let lone = head.get(..2).filter(|lone| ["Q.", "A."].contains(lone)).map(|_| 1);
    let length = lone.or_else(|| head.find(':').filter(|&length| is_name(&head[..length])))?;
    let rest = &head[length + 1..];
    let blanks = rest.len() - rest.trim_start_matches(['*', '_']).trim_start().len();
    let marked = rest.starts_with([' ', '*', '_', '\u{a0}', '\n', '\r']);
    let label = Span::new(span.start + bold, span.start + bold + length);
    (marked || rest.is_empty()).then(|| Label { words: label.of(text), span: label, end: label.end + 1 + blanks })
}

/// Tells whether the words before a colon can be a name: capitals, no figures, few words.
fn is_name(words: &str) -> bool {
    let count = words.split_whitespace().count();
    let capital =
        |word: &str| word.chars().any(char::is_uppercase) || ["of", "de", "bin", "van", "von", "the"].contains(&word);
    (1..=WORDS).contains(&count)
        && words.starts_with(char::is_uppercase)
        && words.chars().all(|c| c.is_alphabetic() || c.is_whitespace() || matches!(c, '.' | '-' | '’' | '\''))
        && words.split_whitespace().all(capital)
}

/// Numbers the labels by speaker; a label that comes once only has none.
fn speakers(labels: &[(usize, Label<'_>)]) -> Vec<Option<usize>> {
    let same: Vec<usize> = labels
        .iter()
        .map(|(_, label)| labels.iter().position(|(_, other)| is_same(other.words, label.words)).unwrap_or_default())
        .collect();
    same.iter().map(|&own| (same.iter().filter(|&&other| other == own).count() >= TURNS).then_some(own)).collect()
}

/// "Josué Kabamba" and "Kabamba", "Great Lakes Radio" and "GLR", "Question" and "Q" are one speaker's.
fn is_same(one: &str, other: &str) -> bool {
    let last = |words: &str| words.split_whitespace().next_back().map(str::to_lowercase);
    let initials = |words: &str| words.split_whitespace().filter_map(|word| word.chars().next()).collect::<String>();
    let several = |words: &str| words.contains(' ');
    last(one) == last(other)
        || several(one) && initials(one) == other
        || several(other) && initials(other) == one
        || ["Question", "Answer"]
            .iter()
            .any(|word| (*word == one || *word == other) && initials(one) == initials(other))
}

/// The speaker who asks: "Q", or the one whose turns end in question marks.
fn asker(text: &str, blocks: &[Block], labels: &[(usize, Label<'_>)], speakers: &[Option<usize>]) -> Option<usize> {
    let mut found: Option<(usize, usize)> = None;
    let others = |own: usize| speakers.iter().flatten().any(|&other| other != own);
    for &own in speakers.iter().flatten() {
        let turns = labels.iter().zip(speakers).filter(|(_, speaker)| **speaker == Some(own));
        let (mut asked, mut count) = (0, 0);
        for ((at, label), _) in turns {
            count += 1;
            let formal = ["Q", "Question"].contains(&label.words);
            asked += usize::from(formal || asks(blocks[*at].span.of(text)));
        }
        if asked >= TURNS && asked * 2 >= count && others(own) && found.is_none_or(|(_, most)| asked > most) {
            found = Some((own, asked));
        }
    }
    found.map(|(own, _)| own)
}

fn asks(words: &str) -> bool {
    words.trim_end_matches(['*', '_', '"', '”', '’', '\'', ')']).ends_with('?')
}

/// The longest label of a speaker that is a name.
fn fullest(labels: &[(usize, Label<'_>)], speakers: &[Option<usize>], own: usize) -> Option<Span> {
    let of_own = labels.iter().zip(speakers).filter(|(_, speaker)| **speaker == Some(own));
    let names = of_own.filter(|((_, label), _)| label.words.len() > 1 && label.words != "Answer");
    names.map(|((_, label), _)| label.span).rev().max_by_key(|span| span.len())
}

/// "The interview was conducted in Arabic and has been shortened."
fn is_note(words: &str) -> bool {
    ["interview", "conversation", "transcript", "translated", "translation"].iter().any(|word| words.contains(word))
}

// --- questions without labels -----------------------------------------------------------------------

/// Where at least three questions stand alone and those who answer say "we" or "I", they are an interview's.
fn bare(text: &str, blocks: &mut [Block]) {
    let body = |block: &Block| speaks(block);
    let questions: Vec<usize> =
        (0..blocks.len()).filter(|&at| body(&blocks[at]) && is_question(blocks[at].span.of(text))).collect();
    let answered = |at: usize| blocks.get(at + 1).is_some_and(|next| next.kind == BlockKind::Paragraph);
    if questions.iter().filter(|&&at| answered(at)).count() < BARE_TURNS || !is_personal(text, blocks, &questions) {
        return;
    }
    let first = questions[0];
    let asides = asides(text, blocks, &questions);
    let mut over = false;
    for (at, block) in blocks.iter_mut().enumerate().skip(first).filter(|(_, block)| speaks(block)) {
        let words = block.span.of(text);
        over |= questions.last().is_some_and(|&last| at > last + 1) && is_note(words);
        block.turn = if questions.contains(&at) || asides.contains(&at) || is_aside(words) {
            Turn::Question
        } else if over || block.kind == BlockKind::Heading {
            Turn::None
        } else {
            Turn::Answer(None)
        };
        if block.turn == Turn::Question {
            block.kind = BlockKind::Paragraph;
        }
    }
}

fn is_question(words: &str) -> bool {
    asks(words) && words.split_whitespace().take(QUESTION + 1).count() <= QUESTION
}

/// "There is talk of a strike.": what the interviewer says without asking, by its place: where every question is
/// answered in one block, the second of three between two questions.
fn asides(text: &str, blocks: &[Block], questions: &[usize]) -> Vec<usize> {
    let between: Vec<Vec<usize>> =
        questions.windows(2).map(|pair| (pair[0] + 1..pair[1]).filter(|&at| speaks(&blocks[at])).collect()).collect();
    let spoken = |at: usize| is_aside(blocks[at].span.of(text));
    let strict =
        between.iter().filter(|list| !list.iter().any(|&at| spoken(at))).all(|list| [1, 3].contains(&list.len()));
    let middle = |list: &Vec<usize>| match list.as_slice() {
        &[before, at, after] => {
            let words = |at: usize| blocks[at].span.of(text);
            let short = words(at).split_whitespace().take(ASIDE + 1).count() <= ASIDE;
            let fits = short && !is_first_person(words(at)) && !spoken(before) && !spoken(after);
            (fits && words(at).len() < words(after).len()).then_some(at)
        }
        _ => None,
    };
    if strict { between.iter().filter_map(middle).collect() } else { Vec::new() }
}

/// "You sound tired.": said to the interviewee, by somebody who does not speak of themselves.
fn is_aside(words: &str) -> bool {
    let short = words.split_whitespace().take(ASIDE + 1).count() <= ASIDE;
    addresses(words) && short && !is_first_person(words)
}

/// Tells whether somebody is spoken to: "you", "your".
fn addresses(words: &str) -> bool {
    words.split(|c: char| !c.is_alphabetic()).any(|word| ["You", "you", "Your", "your"].contains(&word))
}

/// Tells whether most of the answers speak in the first person, or not much fewer where the questions say "you".
fn is_personal(text: &str, blocks: &[Block], questions: &[usize]) -> bool {
    let mut personal = 0;
    for (place, &at) in questions.iter().enumerate() {
        let end = questions.get(place + 1).copied().unwrap_or(blocks.len());
        let mut answer = blocks[at + 1..end].iter().filter(|block| speaks(block));
        personal += usize::from(answer.any(|block| is_first_person(block.span.of(text))));
    }
    let addressed = questions.iter().filter(|&&at| addresses(blocks[at].span.of(text))).count();
    if addressed > 1 { personal * 3 >= questions.len() } else { personal * 5 >= questions.len() * 3 }
}

/// Tells whether "we", "I" or their like stand outside quotation marks.
fn is_first_person(words: &str) -> bool {
    let mut quoted = false;
    let outside = words.split_inclusive(['"', '“', '”']).filter(move |piece| {
        let inside = quoted;
        match piece.chars().next_back() {
            Some('"') => quoted = !quoted,
            Some('“') => quoted = true,
            Some('”') => quoted = false,
            _ => {}
        }
        !inside
    });
    outside
        .flat_map(|piece| piece.split(|c: char| !c.is_alphabetic()))
        .any(|word| ["I", "We", "we", "Our", "our", "My", "my", "us"].contains(&word))
}

#[cfg(test)]
mod tests {
    use super::super::{BlockKind, Document};
    use super::Turn;

    fn turns(text: &str) -> Vec<(char, String)> {
        let document = Document::from_text("x", text);
        let letter = |turn: Turn| match turn {
            Turn::None => '-',
            Turn::Question => 'q',
            Turn::Answer(_) => 'a',
        };
        let body = document.blocks.iter().filter(|block| block.kind.is_prose() && !block.kind.is_headline());
        body.map(|block| (letter(block.turn), document.words(block).to_owned())).collect()
    }

    #[track_caller]
    fn expect(text: &str, wanted: &[(char, &str)]) {
        let wanted: Vec<_> = wanted.iter().map(|&(letter, words)| (letter, words.to_owned())).collect();
        assert_eq!(turns(text), wanted);
    }

    const HEAD: &str =
        "The long road\n\nThe minister spoke to us on Monday in the capital about the talks and their end.\n\n";
    const LEAD: (char, &str) =
        ('-', "The minister spoke to us on Monday in the capital about the talks and their end.");

    #[test]
    fn marked_questions_and_answers_are_turns() {
        expect(
            &format!(
                "{HEAD}Q: Will you sign?\n\nA: No.\n\nWe wait.\n\nQ: Why?\n\nA. It is late.\n\nThis interview was edited.\n"
            ),
            &[
                LEAD,
                ('q', "Will you sign?"),
                ('a', "No."),
                ('a', "We wait."),
                ('q', "Why?"),
                ('a', "It is late."),
                ('-', "This interview was edited."),
            ],
        );
    }

    #[test]
    fn named_speakers_are_known_by_surname_and_initials() {
        let text = format!(
            "{HEAD}Great Lakes Radio: Will you sign?\n\nAnna Kole: No.\n\nGLR: Never?\n\nKole: Not this year.\n\nGLR: Thank you.\n"
        );
        let document = Document::from_text("x", text.as_str());
        let named = document.blocks.iter().find_map(|block| match block.turn {
            Turn::Answer(Some(label)) => Some(label.of(&document.text)),
            _ => None,
        });
        assert_eq!(named, Some("Anna Kole"));
        assert_eq!(document.blocks.iter().filter(|block| block.kind == BlockKind::Speaker).count(), 5);
        assert_eq!(turns(&text)[5], ('q', "Thank you.".to_owned()));
    }

    #[test]
    fn questions_on_lines_of_their_own_are_turns_where_somebody_says_we() {
        expect(
            &format!(
                "{HEAD}Why no deal?\n\nWe had no time.\n\nIs it over?\n\nI hope not.\n\nAnd now?\n\nWe sleep.\n\nYou look tired.\n\nI am.\n"
            ),
            &[
                LEAD,
                ('q', "Why no deal?"),
                ('a', "We had no time."),
                ('q', "Is it over?"),
                ('a', "I hope not."),
                ('q', "And now?"),
                ('a', "We sleep."),
                ('q', "You look tired."),
                ('a', "I am."),
            ],
        );
    }

    #[test]
    fn an_explainer_and_a_digest_have_no_turns() {
        for text in [
            "Why no deal?\n\nThe sides had no time, said one: “We left.”\n\nIs it over?\n\nIt is not.\n\nAnd now?\n\nTalks go on.\n",
            "SCOPE: Norway asked for more.\n\nMEANS: Who pays? Japan said it would not.\n\nLAW: Fiji agreed.\n",
        ] {
            assert!(turns(&format!("{HEAD}{text}")).iter().all(|(letter, _)| *letter == '-'), "{text}");
        }
    }
}
