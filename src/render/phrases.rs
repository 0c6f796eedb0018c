//! Names, numbers and short sentences in the words of a reader.

use crate::corpus::Corpus;
use crate::query::group::Counts;
use crate::query::{Filter, Glossary};
use crate::record::{Claim, Kind, Source, Status};

/// Returns the noun for one or several claims of `kind`.
#[must_use]
pub fn noun(kind: Kind, many: bool) -> &'static str {
    match (kind, many) {
        (Kind::Demand, false) => "demand",
        (Kind::Demand, true) => "demands",
        (Kind::RedLine, false) => "red line",
        (Kind::RedLine, true) => "red lines",
        (Kind::Offer, false) => "offer",
        (Kind::Offer, true) => "offers",
        (Kind::Agreed, false) => "agreed point",
        (Kind::Agreed, true) => "agreed points",
        (Kind::Open, false) => "open point",
        (Kind::Open, true) => "open points",
    }
}

/// Returns the heading over claims of `kind`.
#[must_use]
pub fn heading(kind: Kind) -> &'static str {
    match kind {
        Kind::Demand => "Demands",
        Kind::RedLine => "Red lines",
        Kind::Offer => "Offers",
        Kind::Agreed => "Agreed",
        Kind::Open => "Open",
    }
}

/// Returns "one word" or "12 words".
#[must_use]
pub fn count(number: usize, one: &str, many: &str) -> String {
    format!("{} {}", grouped(number), if number == 1 { one } else { many })
}

/// Returns `number` with commas between thousands.
#[must_use]
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// Returns "a", "a and b", or "a, b and c".
#[must_use]
pub fn list<T: AsRef<str>>(items: &[T]) -> String {
    match items {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [head @ .., last] => {
            let head: Vec<&str> = head.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", head.join(", "), last.as_ref())
        }
    }
}

/// Returns the names of parties in listing order: "Israel, Syria and United States".
#[must_use]
pub fn parties<T: AsRef<str>>(glossary: &Glossary, slugs: &[T]) -> String {
    let mut slugs: Vec<&str> = slugs.iter().map(AsRef::as_ref).collect();
    slugs.sort_by_key(|slug| glossary.party_rank(slug));
    let names: Vec<&str> = slugs.iter().map(|slug| glossary.party_name(slug)).collect();
    list(&names)
}

/// Returns the chain of an attribution: "Yedioth Ahronoth, citing informed sources"; empty where the author speaks.
///
/// A source that the article has only as a pronoun ("he added") is called the speaker.
#[must_use]
pub fn attribution(chain: &[Source]) -> String {
    let pronouns = ["he", "she", "they", "we", "it", "i", "this"];
    let pronoun = |name: &str| pronouns.iter().any(|word| name.eq_ignore_ascii_case(word));
    let name = |source: &'_ Source| if pronoun(&source.name) { "the speaker".to_owned() } else { source.name.clone() };
    chain.iter().map(name).collect::<Vec<_>>().join(", citing ")
}

/// Returns the name of the document at `at`: its outlet, or its id where no outlet is known or two have the same.
#[must_use]
pub fn outlet(corpus: &Corpus, at: usize) -> &str {
    let Some(document) = corpus.documents.get(at) else { return "" };
    let alike = corpus.documents.iter().filter(|other| other.outlet == document.outlet).take(2).count();
    if document.outlet.is_empty() || alike > 1 { &document.id } else { &document.outlet }
}

/// Returns "12 demands, 1 red line", kinds without a claim left out.
#[must_use]
pub fn counts(counts: Counts) -> String {
    let some = Kind::ALL.iter().filter(|&&kind| counts.get(kind) > 0);
    let parts: Vec<String> = some.map(|&kind| count(counts.get(kind), noun(kind, false), noun(kind, true))).collect();
    if parts.is_empty() { "no claims".to_owned() } else { parts.join(", ") }
}

/// Returns what was looked through: "5 articles", "1 article".
#[must_use]
pub fn articles(corpus: &Corpus) -> String {
    count(corpus.documents.len(), "article", "articles")
}

/// Returns the foot of a listing: "12 demands in 5 articles".
#[must_use]
pub fn total(corpus: &Corpus, claims: &[&Claim]) -> String {
    format!("{} in {}", counts(Counts::of(claims.iter().copied())), articles(corpus))
}

/// Says that nothing was found, and of what: "no red line of Lebanon in 5 articles".
#[must_use]
pub fn nothing(corpus: &Corpus, glossary: &Glossary, filter: &Filter, what: Option<&str>) -> String {
    let kinds: Vec<&str> = filter.kinds.iter().map(|&kind| noun(kind, false)).collect();
    let noun = what.map_or_else(|| if kinds.is_empty() { "claim".to_owned() } else { either(&kinds) }, str::to_owned);
    let statuses: Vec<&str> = filter.statuses.iter().map(|&status| Status::word(status)).collect();
    let mut words = vec!["no".to_owned(), either(&statuses), noun];
    words.push(named("of", filter.parties.iter().map(|slug| glossary.party_name(slug))));
    words.push(named("toward", filter.toward.iter().map(|slug| glossary.party_name(slug))));
    words.push(named("on", filter.issues.iter().map(|slug| glossary.issue_title(slug))));
    words.push(named("according to", filter.attributed_to.iter().map(String::as_str)));
    words.push(if filter.anonymous { "with an unnamed source".to_owned() } else { String::new() });
    words.push(filter.text.as_ref().map_or_else(String::new, |pattern| format!("matching `{pattern}`")));
    words.push(place(corpus, filter));
    words.retain(|word| !word.is_empty());
    words.join(" ")
}

fn place(corpus: &Corpus, filter: &Filter) -> String {
    let asked = filter.documents.iter().filter_map(|&at| corpus.documents.get(at));
    let ids = named("in", asked.map(|document| document.id.as_str()));
    if ids.is_empty() { format!("in {}", articles(corpus)) } else { ids }
}

/// "of a or b"; empty where there are no names.
fn named<'a>(lead: &str, names: impl Iterator<Item = &'a str>) -> String {
    let names: Vec<&str> = names.collect();
    if names.is_empty() { String::new() } else { format!("{lead} {}", either(&names)) }
}

fn either(words: &[&str]) -> String {
    words.join(" or ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::group::tests::{corpus, glossary};
    use crate::record::SourceType;
    use crate::text::Span;

    #[test]
    fn a_list_reads_as_english() {
        for (items, text) in [(&[][..], ""), (&["a"], "a"), (&["a", "b"], "a and b"), (&["a", "b", "c"], "a, b and c")]
        {
            assert_eq!(list(items), text);
        }
    }

    #[test]
    fn a_pronoun_is_called_the_speaker() {
        let (kind, span) = (SourceType::Official, Span::new(0, 2));
        let named = |name: &str| Source { name: name.to_owned(), kind, anonymous: false, span };
        assert_eq!(attribution(&[named("Maariv"), named("an official")]), "Maariv, citing an official");
        assert_eq!(attribution(&[named("He")]), "the speaker");
    }

    #[test]
    fn thousands_are_set_apart() {
        for (number, text) in [(0, "0"), (999, "999"), (1204, "1,204"), (1_000_000, "1,000,000")] {
            assert_eq!(grouped(number), text);
        }
    }

    #[test]
    fn an_empty_result_says_of_what() {
        let (corpus, glossary) = (corpus(), glossary());
        let filter = Filter { kinds: vec![Kind::RedLine], parties: vec!["us".into()], ..Filter::default() };
        assert_eq!(nothing(&corpus, &glossary, &filter, None), "no red line of United States in 1 article");
        let filter = Filter { issues: vec!["office".into()], anonymous: true, documents: vec![0], ..Filter::default() };
        assert_eq!(
            nothing(&corpus, &glossary, &filter, None),
            "no claim on A joint office with an unnamed source in herald"
        );
    }

    #[test]
    fn the_foot_counts_by_kind() {
        let corpus = corpus();
        let claims: Vec<&Claim> = corpus.claims.iter().collect();
        assert_eq!(total(&corpus, &claims), "1 demand, 1 red line, 1 agreed point, 1 open point in 1 article");
    }

    #[test]
    fn parties_are_named_in_listing_order() {
        assert_eq!(parties(&glossary(), &["norland", "sudmark"]), "Sudmark and Norland");
    }
}
