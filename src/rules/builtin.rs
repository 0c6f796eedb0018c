//! The rule files that are compiled in: one list, which a test compares with the folder.

/// Names a file of `data/rules` and holds its text.
macro_rules! files {
    ($($name:literal),+ $(,)?) => {
        &[$(($name, include_str!(concat!("../../data/rules/", $name)))),+]
    };
}

/// The built-in rules: file name and JSON, in the order in which they are tried: the special before the general.
pub const SOURCES: &[(&str, &str)] = files![
    "offer.concession.json",
    "agreed.document.json",
    "demand.document.json",
    "offer.document.json",
    "open.agenda.json",
    "open.silence.json",
    "open.text.json",
    "offer.leaning.json",
    "demand.condition.json",
    "red-line.verb.json",
    "red-line.never.json",
    "red-line.refusal.json",
    "red-line.noun.json",
    "red-line.predicate.json",
    "red-line.reserve.json",
    "red-line.stance.json",
    "red-line.text.json",
    "red-line.idiom.json",
    "agreed.idiom.json",
    "demand.verb.json",
    "demand.idiom.json",
    "demand.wish.json",
    "demand.interest.json",
    "demand.list.json",
    "demand.must.json",
    "demand.stance.json",
    "demand.noun.json",
    "offer.verb.json",
    "offer.idiom.json",
    "offer.noun.json",
    "offer.predicate.json",
    "agreed.verb.json",
    "agreed.deal.json",
    "agreed.noun.json",
    "agreed.settled.json",
    "agreed.text.json",
    "open.idiom.json",
    "open.verb.json",
    "open.noun.json",
    "open.predicate.json",
    "offer.voiced.json",
    "agreed.under.json",
    "offer.under.json",
    "agreed.answer.json",
    "demand.exchange.json",
    "demand.voiced.json",
    "red-line.voiced.json",
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::*;

    #[test]
    fn the_list_and_the_folder_hold_the_same_files() -> std::io::Result<()> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/rules");
        let mut there = BTreeSet::new();
        for entry in std::fs::read_dir(folder)? {
            there.insert(entry?.file_name().to_string_lossy().into_owned());
        }
        let listed: BTreeSet<String> = SOURCES.iter().map(|(name, _)| (*name).to_owned()).collect();
        assert_eq!(listed, there);
        assert_eq!(listed.len(), SOURCES.len(), "a file is listed twice");
        Ok(())
    }
}
