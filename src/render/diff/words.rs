//! A comparison in the words of a reader, on screen and on the page.

use std::collections::HashMap;
use std::io;

use crate::compare::{Aspect, CATCH_ALL, Comparison, Contrast, Difference, Entry, Point, Stance};
use crate::corpus::Corpus;
use crate::query::Glossary;
use crate::record::{Claim, Status};
use crate::render::claims::quoted;
use crate::render::palette::Look;
use crate::render::styled::Styled;
use crate::render::{Screen, phrases};

/// The columns of the stance: "affirmed" and two spaces.
const STANCE: usize = 10;
/// More sources than this are counted, not named.
const NAMED: usize = 6;

/// What a comparison is told with: the names of sources, parties and issues.
pub struct Wording<'a> {
    pub(super) corpus: &'a Corpus,
    glossary: &'a Glossary,
    sources: Vec<&'a str>,
}

impl<'a> Wording<'a> {
    /// Builds it for the documents of `corpus`.
    #[must_use]
    pub fn new(corpus: &'a Corpus, glossary: &'a Glossary) -> Self {
        let mut count: HashMap<&str, usize> = HashMap::new();
        for document in &corpus.documents {
            *count.entry(&document.outlet).or_default() += 1;
        }
        let name = |document: &'a crate::document::Document| {
            let known = !document.outlet.is_empty() && count[document.outlet.as_str()] == 1;
            if known { document.outlet.as_str() } else { document.id.as_str() }
        };
        Self { corpus, glossary, sources: corpus.documents.iter().map(name).collect() }
    }

    /// The name of a source: its outlet, or its id where no outlet is known or two have the same.
    pub(super) fn source(&self, at: usize) -> &'a str {
        self.sources.get(at).copied().unwrap_or("")
    }

    /// The names of sources; where there are many, the first of them and how many more.
    pub(super) fn sources(&self, documents: &[usize]) -> String {
        let names: Vec<&str> = documents.iter().map(|&at| self.source(at)).collect();
        if names.len() <= NAMED {
            return phrases::list(&names);
        }
        let rest = phrases::count(names.len() - NAMED + 1, "other", "others");
        format!("{} and {rest}", names[..NAMED - 1].join(", "))
    }

    pub(super) fn issue<'b>(&'b self, slug: &'b str) -> &'b str {
        match self.glossary.issue_title(slug) {
            CATCH_ALL => "Other points",
            title => title,
        }
    }

    pub(super) fn party<'b>(&'b self, slug: &'b str) -> &'b str {
        self.glossary.party_name(slug)
    }

    /// Returns how many sources speak of a point, and how many origins they have: "3 sources agree, 1 origin".
    #[must_use]
    pub fn glance(point: &Point) -> String {
        let sources = phrases::count(point.cells.len(), "source", "sources");
        let agree =
            if point.differences.iter().all(|found| found.contrast == Contrast::Wording) { " agree" } else { "" };
        let origins = phrases::count(point.origins, "origin", "origins");
        if point.origins < point.cells.len() {
            format!("{sources}{agree}, {origins}")
        } else {
            format!("{sources}{agree}")
        }
    }

    /// Returns a difference in words: "affirmed in An-Nahar; open in Al Majalla".
    #[must_use]
    pub fn difference(&self, difference: &Difference) -> String {
        if difference.contrast == Contrast::Wording && difference.left[0].stance == difference.right[0].stance {
            return self.wordings(difference);
        }
        let side = |entries: &[Entry]| {
            let documents: Vec<usize> = entries.iter().map(|entry| entry.claim.document).collect();
            self.sources(&documents)
        };
        let (left, right) = (side(&difference.left), side(&difference.right));
        let (first, second) = (self.said(difference, &difference.left), self.said(difference, &difference.right));
        let early = difference.contrast == Contrast::Status && Self::is_early(difference);
        let early = if early { ", written before" } else { "" };
        format!("{first} in {left}; {second} in {right}{early}")
    }

    /// "“hotline” in Al Majalla and An-Nahar; “joint fusion mechanism” in Türkiye Today".
    fn wordings(&self, difference: &Difference) -> String {
        let mut names: Vec<(String, Vec<usize>)> = Vec::new();
        for entry in difference.left.iter().chain(&difference.right) {
            let words = self.words(entry.claim, entry.named());
            let known = names.iter_mut().find(|(name, _)| name.to_lowercase() == words.to_lowercase());
            match known {
                Some((_, documents)) => documents.push(entry.claim.document),
                None => names.push((words, vec![entry.claim.document])),
            }
        }
        let part =
            |(name, documents): &(String, Vec<usize>)| format!("{} in {}", quoted(name), self.sources(documents));
        names.iter().map(part).collect::<Vec<_>>().join("; ")
    }

    /// Whether an earlier article stands against an outcome.
    fn is_early(difference: &Difference) -> bool {
        let affirmed = difference.left.first().is_some_and(|entry| entry.stance == Stance::Affirmed);
        let open = difference.right.first().is_some_and(|entry| matches!(entry.stance, Stance::Open | Stance::Refused));
        affirmed && open
    }

    /// What one side of a difference says, as far as it is what differs.
    fn said(&self, difference: &Difference, side: &[Entry]) -> String {
        let Some(entry) = side.first() else { return String::new() };
        let stance = entry.told();
        let words = || quoted(&self.content(entry.claim));
        match (difference.contrast, difference.aspect) {
            (_, Some(Aspect::Holders)) => match phrases::parties(self.glossary, &entry.claim.holders) {
                names if names.is_empty() => format!("{stance}, nobody named,"),
                names => format!("{stance} by {names}"),
            },
            // The side without the condition comes first.
            (_, Some(Aspect::Condition)) if entry.claim.id == difference.left[0].claim.id => {
                format!("{stance} without a condition, {},", words())
            }
            (_, Some(Aspect::Condition)) => format!("{stance} on a condition, {},", words()),
            (_, Some(_)) => format!("{stance}: {}", words()),
            (_, None) => stance.to_owned() + &self.apart(difference, side),
        }
    }

    /// The status or the holders, where two sides with one stance differ in no other way.
    fn apart(&self, difference: &Difference, side: &[Entry]) -> String {
        let entry = &side[0];
        if difference.left[0].stance != difference.right[0].stance || difference.left[0].way != difference.right[0].way
        {
            return match (entry.stance, difference.contrast) {
                (_, Contrast::Contradiction) | (Stance::Demanded | Stance::Refused | Stance::Offered, _) => {
                    self.by(side)
                }
                _ => String::new(),
            };
        }
        format!(" ({})", entry.claim.status.word())
    }

    /// Who holds it, where all articles of a side have the same holders.
    fn by(&self, side: &[Entry]) -> String {
        let holders = &side[0].claim.holders;
        if holders.is_empty() || side.iter().any(|entry| entry.claim.holders != *holders) {
            return String::new();
        }
        format!(" by {}", phrases::parties(self.glossary, holders))
    }

    /// "Syria's demand for … crosses Israel's red line …".
    pub(super) fn crossing(&self, demand: &Entry, line: &Entry) -> String {
        let holders = |entry: &Entry| phrases::parties(self.glossary, &entry.claim.holders);
        format!(
            "{} by {}, {}, crosses the red line of {}, {}",
            demand.stance.word(),
            holders(demand),
            quoted(&self.content(demand.claim)),
            holders(line),
            quoted(&self.content(line.claim)),
        )
    }

    fn content(&self, claim: &Claim) -> String {
        self.words(claim, claim.content)
    }

    /// The words at `span` of a claim's article on one line.
    fn words(&self, claim: &Claim, span: crate::text::Span) -> String {
        let text = self.corpus.documents.get(claim.document).map_or("", |document| span.of(&document.text));
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Returns who is silent on a point, those that were written before the talks apart: "nothing in iaqaba.com".
    #[must_use]
    pub fn omission(&self, comparison: &Comparison, point: &Point) -> Option<String> {
        let silent = comparison.silent(point);
        let (early, silent): (Vec<usize>, Vec<usize>) =
            silent.into_iter().partition(|at| comparison.ahead.contains(at));
        let mut parts = Vec::new();
        if !silent.is_empty() {
            parts.push(format!("nothing in {}", self.sources(&silent)));
        }
        if !early.is_empty() {
            parts.push(format!("nothing in {}, written before the talks", self.sources(&early)));
        }
        if parts.is_empty() { None } else { Some(parts.join("; ")) }
    }

    /// Writes one entry: its stance and words, then whose it is, who says so, where, and its id.
    pub(super) fn entry(&self, screen: &mut Screen, entry: &Entry, indent: usize, quotes: bool) -> io::Result<()> {
        let Some(document) = self.corpus.documents.get(entry.claim.document) else { return Ok(()) };
        let (first, below) = (" ".repeat(indent), " ".repeat(indent + STANCE));
        let stance = Styled::of(Look::Kind(entry.claim.kind), entry.told()).padded(STANCE);
        let words = quoted(entry.point().of(&document.text));
        screen.block(&first, &below, &stance.joined("", [Styled::of(Look::Text, &words)]))?;
        let below = format!("{below}  ");
        screen.block(&below, &below, &self.aside(entry))?;
        if quotes {
            let sentence = Styled::of(Look::Aside, entry.claim.quote.of(&document.text));
            screen.block(&format!("{below}| "), &format!("{below}| "), &sentence)?;
        }
        Ok(())
    }

    /// Whose stance it is, how firm, at whom it is aimed, who says so, where, and the claim's id.
    pub(super) fn aside(&self, entry: &Entry) -> Styled {
        let claim = entry.claim;
        let part = |text: String| Styled::of(Look::Aside, &text);
        let lead = |lead: &str, names: String| if names.is_empty() { names } else { format!("{lead}{names}") };
        let holders = match phrases::parties(self.glossary, &claim.holders) {
            names if names.is_empty() => "no holder named".to_owned(),
            names => format!("by {names}"),
        };
        let toward = lead("toward ", phrases::parties(self.glossary, &claim.toward));
        let source = lead("according to ", phrases::attribution(&claim.attribution));
        let line = self.corpus.documents.get(claim.document).map(|document| document.index.line(claim.content.start));
        let line = line.map_or_else(String::new, |line| format!("line {line}"));
        let id = Styled::of(Look::Id, &claim.id);
        Styled::of(Look::Alert, &remark(entry))
            .joined(" · ", [part(holders), part(toward), part(source), part(line), id])
    }
}

/// The look of the type of a difference.
pub(super) fn look(contrast: Contrast) -> Look {
    match contrast {
        Contrast::Contradiction | Contrast::Status | Contrast::Scope => Look::Alert,
        Contrast::Wording => Look::Subheading,
        Contrast::Omission => Look::Aside,
    }
}

/// `text` with a capital in front.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Returns the status where the stance does not say it, and the kind where the stance does not say that.
fn remark(entry: &Entry) -> String {
    let Claim { status, kind, .. } = entry.claim;
    match (entry.stance, status) {
        (Stance::Denied | Stance::Past, _) => phrases::noun(*kind, false).to_owned(),
        (Stance::Expected, _) | (_, Status::Stated) => String::new(),
        (_, status) => status.word().to_owned(),
    }
}
