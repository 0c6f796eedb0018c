//! The rule files that are compiled in: one list, which a test compares with the folder.

/// Names a file of `data/rules` and holds its text.
macro_rules! files {
    ($($name:literal),+ $(,)?) => {
        &[$(($name, include_str!(concat!("../../data/rules/", $name)))),+]
    };
}

/// The built-in rules: file name and JSON, in the order in which they are tried.
pub const SOURCES: &[(&str, &str)] = files![
    "demand.verb.json",
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
