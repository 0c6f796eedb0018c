//! What the named parts of a form hold.

use regex::Captures;

/// Returns the text of the group `name`, in lower case.
pub(super) fn group(hit: &Captures<'_>, name: &str) -> Option<String> {
    hit.name(name).map(|found| found.as_str().to_lowercase())
}

/// Returns the number that the group `name` is written as.
pub(super) fn figure<T: std::str::FromStr>(hit: &Captures<'_>, name: &str) -> Option<T> {
    hit.name(name).and_then(|found| found.as_str().parse().ok())
}
