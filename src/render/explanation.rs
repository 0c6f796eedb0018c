//! Why a claim came out as it did, field by field, and what a rule looks for.

use std::io;

use crate::corpus::Corpus;
use crate::language::lexicon::Lexicon;
use crate::query::Glossary;
use crate::record::{Claim, Kind, Missed};
use crate::render::palette::Look;
use crate::render::passage::{self, Mark};
use crate::render::styled::Styled;
use crate::render::{Screen, claims, phrases};
use crate::rules::{Cue, Head, Outcome, Rule, SubjectRole};

/// A rule in the words of a reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleCard {
    /// The id.
    pub id: String,
    /// What it gives.
    pub kind: Kind,
    /// What it looks for, in a sentence.
    pub explains: String,
    /// Where the codebook says so.
    pub codebook: String,
    /// The cues, one line each.
    pub cues: Vec<String>,
    /// Sentences in which it must find the claims that follow each.
    pub examples: Vec<(String, Vec<String>)>,
    /// Sentences in which it must find nothing.
    pub silent: Vec<String>,
    /// The file that holds it.
    pub file: String,
}

impl RuleCard {
    /// Puts `rule` into the words of a reader; `lexicon` is the one it was read with.
    #[must_use]
    pub fn new(rule: &Rule, lexicon: &Lexicon) -> Self {
        Self {
            id: rule.id.clone(),
            kind: rule.kind,
            explains: rule.explains.clone(),
            codebook: rule.codebook.clone(),
            cues: rule
                .construction
                .iter()
                .cloned()
                .chain(rule.cues.iter().map(|cue| readable_cue(cue, lexicon)))
                .collect(),
            examples: rule.examples.iter().map(|example| (example.text.clone(), example.gives.clone())).collect(),
            silent: rule.silent.clone(),
            file: rule.file.clone(),
        }
    }
}

/// `insist on <thing>, that <rule> (negated: open)`.
fn readable_cue(cue: &Cue, lexicon: &Lexicon) -> String {
    let head = match &cue.head {
        Head::Verb(word) => lexicon.text(*word).to_owned(),
        Head::Noun(word) => {
            ["(noun)", cue.modifier.map_or("", |word| lexicon.text(word)), lexicon.text(*word)].join(" ")
        }
        Head::Predicate(words) => words.iter().fold("be".to_owned(), |head, &word| head + " " + lexicon.text(word)),
    };
    let subject = match cue.subject {
        SubjectRole::Content => "<the point> ",
        SubjectRole::Toward => "<addressee> ",
        SubjectRole::Document => "<deal> ",
        SubjectRole::Holder | SubjectRole::Any => "",
    };
    let patterns: Vec<String> = cue.takes.iter().map(|pattern| readable_pattern(&pattern.text)).collect();
    let turned = [("negated", cue.negated), ("refused", cue.refused)];
    let turned = turned.iter().filter_map(|(when, outcome)| match outcome {
        Outcome::Kind(kind) => Some(format!("{when}: {}", phrases::noun(*kind, false))),
        Outcome::Same => Some(format!("{when}: the same")),
        Outcome::Silent => None,
    });
    let turned: Vec<String> = turned.collect();
    let turned = if turned.is_empty() { String::new() } else { format!(" ({})", turned.join(", ")) };
    let line = format!("{subject}{head} {}{turned}", patterns.join(" | "));
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Slots in angle brackets, in words.
fn readable_pattern(pattern: &str) -> String {
    let word = |word: &str| match word {
        "TOWARD" => "<addressee>".to_owned(),
        slot if slot.len() > 1 && slot.chars().all(|letter| letter.is_ascii_uppercase()) => {
            format!("<{}>", slot.to_lowercase())
        }
        literal => literal.to_owned(),
    };
    pattern.split_whitespace().map(word).collect::<Vec<_>>().join(" ")
}

/// The columns of the field names.
const FIELD: usize = 14;

/// Draws the passage of `claim` with its parts underlined.
///
/// # Errors
///
/// Returns the error of the output.
pub fn show(screen: &mut Screen, corpus: &Corpus, glossary: &Glossary, claim: &Claim) -> io::Result<()> {
    let Some(document) = corpus.documents.get(claim.document) else { return Ok(()) };
    let holders = phrases::parties(glossary, &claim.holders);
    let lead = match (holders.as_str(), claim.kind) {
        ("", kind) => format!("{}, no holder named", phrases::noun(kind, false)),
        (holders, Kind::Open) => format!("open point between {holders}"),
        (holders, kind) => format!("{} of {holders}", phrases::noun(kind, false)),
    };
    let lead = if claim.kind == Kind::Open && claim.holders.len() == 1 { lead.replace("between", "of") } else { lead };
    screen.block(
        "",
        "  ",
        &Styled::of(Look::Heading, &lead).joined(" · ", [claims::aside(corpus, glossary, claim)]),
    )?;
    passage::draw(screen, document, claim.quote, &passage::marks(claim))?;
    if claim.also.is_empty() {
        return Ok(());
    }
    let lines: Vec<String> = claim.also.iter().map(|span| document.index.line(span.start).to_string()).collect();
    screen.block("", "", &Styled::of(Look::Aside, &format!("Also on line {}.", phrases::list(&lines))))
}

/// Prints every field of `claim` with the reasons that settled it.
///
/// # Errors
///
/// Returns the error of the output.
pub fn explain(screen: &mut Screen, corpus: &Corpus, glossary: &Glossary, claim: &Claim) -> io::Result<()> {
    let text = corpus.documents.get(claim.document).map_or("", |document| document.text.as_str());
    let or_none = |words: String| if words.is_empty() { "none".to_owned() } else { words };
    let issues: Vec<&str> = claim.issues.iter().map(|slug| glossary.issue_title(slug)).collect();
    let attribution = phrases::attribution(&claim.attribution);
    let attribution = if attribution.is_empty() { "the author of the article".to_owned() } else { attribution };
    let fields = [
        ("kind", phrases::noun(claim.kind, false).to_owned()),
        ("holder", or_none(phrases::parties(glossary, &claim.holders))),
        ("toward", or_none(phrases::parties(glossary, &claim.toward))),
        ("content", claims::quoted(claim.content.of(text))),
        ("issue", or_none(issues.join(", "))),
        ("status", claim.status.word().to_owned()),
        ("attribution", attribution),
    ];
    for (field, value) in &fields {
        write_field(screen, field, value)?;
        let because = claim.reasons.iter().filter(|reason| reason.field == *field);
        because.into_iter().try_for_each(|reason| because_of(screen, &reason.text))?;
    }
    let others = claim.reasons.iter().filter(|reason| !fields.iter().any(|(field, _)| *field == reason.field));
    for reason in others {
        write_field(screen, reason.field, &reason.text)?;
    }
    Ok(())
}

/// Prints a rule: what it looks for, where the codebook says so, its cues and its examples.
///
/// # Errors
///
/// Returns the error of the output.
pub fn rule(screen: &mut Screen, rule: &RuleCard) -> io::Result<()> {
    let head = Styled::of(Look::Id, &rule.id).with(Look::Aside, &format!(" gives {}", phrases::noun(rule.kind, true)));
    screen.block("", "  ", &head.joined(" · ", [Styled::of(Look::Aside, &rule.file)]))?;
    screen.block("  ", "  ", &Styled::of(Look::Text, &rule.explains))?;
    write_field(screen, "codebook", &rule.codebook)?;
    for (at, cue) in rule.cues.iter().enumerate() {
        write_field(screen, if at == 0 { "cues" } else { "" }, cue)?;
    }
    for (at, (text, gives)) in rule.examples.iter().enumerate() {
        write_field(screen, if at == 0 { "finds" } else { "" }, text)?;
        gives.iter().try_for_each(|claim| because_of(screen, claim))?;
    }
    for (at, text) in rule.silent.iter().enumerate() {
        write_field(screen, if at == 0 { "stays silent" } else { "" }, text)?;
    }
    Ok(())
}

/// Lists sentences with a cue and no claim, the cue underlined, with the reason.
///
/// # Errors
///
/// Returns the error of the output.
pub fn missed(screen: &mut Screen, corpus: &Corpus, missed: &[&Missed]) -> io::Result<()> {
    for miss in missed {
        let Some(document) = corpus.documents.get(miss.document) else { continue };
        let place = format!(", line {}", document.index.line(miss.sentence.start));
        let head = Styled::of(Look::Subheading, &document.id).with(Look::Aside, &place);
        screen.block("", "  ", &head.joined(" · ", [Styled::of(Look::Id, &miss.rule)]))?;
        let cue = Mark { span: miss.cue, label: "cue", stroke: '^' };
        passage::draw_part(screen, document, miss.sentence, &[cue])?;
        because_of(screen, &miss.why)?;
        screen.blank()?;
    }
    let foot = format!("{} with a cue gave no claim", phrases::count(missed.len(), "sentence", "sentences"));
    screen.block("", "", &Styled::of(Look::Aside, &foot))
}

fn write_field(screen: &mut Screen, field: &str, value: &str) -> io::Result<()> {
    if value.is_empty() {
        return Ok(());
    }
    let indent = " ".repeat(2 + FIELD);
    let head = Styled::of(Look::Subheading, field).padded(FIELD);
    screen.block(if field.is_empty() { &indent } else { "  " }, &indent, &labelled(field, head, value))
}

fn labelled(field: &str, head: Styled, value: &str) -> Styled {
    let value = Styled::of(Look::Text, value);
    if field.is_empty() { value } else { head.joined("", [value]) }
}

fn because_of(screen: &mut Screen, text: &str) -> io::Result<()> {
    let indent = " ".repeat(2 + FIELD);
    screen.block(&format!("{indent}- "), &format!("{indent}  "), &Styled::of(Look::Aside, text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::group::tests::{corpus, glossary, span};
    use crate::render::screen::rendered;

    #[test]
    fn a_claim_is_shown_in_its_passage() {
        let corpus = corpus();
        let expected = "\
demand of Norland · toward Sudmark · herald, line 1 · herald-000001
1 | Norland demanded that Sudmark reopen the border posts.
  | ------- ^^^^^^^^      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  | holder  cue           content
";
        assert_eq!(rendered(80, |screen| show(screen, &corpus, &glossary(), &corpus.claims[0])), expected);
    }

    #[test]
    fn each_field_is_explained_below_its_value() {
        let corpus = corpus();
        let out = rendered(80, |screen| explain(screen, &corpus, &glossary(), &corpus.claims[0]));
        assert!(out.contains("  holder        Norland\n                - subject of the cue\n"), "{out}");
        assert!(out.contains("  attribution   the author of the article\n"), "{out}");
    }

    #[test]
    fn a_rule_is_printed_with_its_examples() {
        let card = RuleCard {
            id: "demand.verb".into(),
            kind: Kind::Demand,
            explains: "A party asks.".into(),
            codebook: "kinds: demand".into(),
            cues: vec!["demand that …".into(), "call for …".into()],
            examples: vec![("A demanded b.".into(), vec!["demand a | b".into()])],
            silent: vec!["It demands patience.".into()],
            file: "demand.verb.json".into(),
        };
        let expected = "\
demand.verb gives demands · demand.verb.json
  A party asks.
  codebook      kinds: demand
  cues          demand that …
                call for …
  finds         A demanded b.
                - demand a | b
  stays silent  It demands patience.
";
        assert_eq!(rendered(80, |screen| rule(screen, &card)), expected);
    }

    #[test]
    fn a_missed_sentence_shows_its_cue_and_the_reason() {
        let mut corpus = corpus();
        corpus.missed = vec![Missed {
            document: 0,
            sentence: span("It is unclear who pays."),
            cue: span("unclear"),
            rule: "open.unclear".into(),
            why: "no party is named".into(),
        }];
        let all: Vec<&Missed> = corpus.missed.iter().collect();
        let out = rendered(80, |screen| missed(screen, &corpus, &all));
        assert!(
            out.starts_with("herald, line 4 · open.unclear\n4 | It is unclear who pays.\n  |       ^^^^^^^\n"),
            "{out}"
        );
        assert!(out.ends_with("1 sentence with a cue gave no claim\n"), "{out}");
    }
}
