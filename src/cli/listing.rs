//! The choice between a listing for people and records for programs.

use std::io::{self, Write};

use serde::Serialize;

/// Writes `records` as a JSON array, one record a line, so that line tools work on it too.
pub(crate) fn write_json<T: Serialize>(out: &mut dyn Write, records: impl IntoIterator<Item = T>) -> io::Result<()> {
    let mut between = "[\n  ";
    for record in records {
        write!(out, "{between}")?;
        serde_json::to_writer(&mut *out, &record)?;
        between = ",\n  ";
    }
    writeln!(out, "{}", if between.starts_with('[') { "[]" } else { "\n]" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_are_an_array_with_one_a_line() {
        let written = |records: &[u8]| {
            let mut out = Vec::new();
            write_json(&mut out, records).expect("writing to memory");
            String::from_utf8(out).expect("text")
        };
        assert_eq!(written(&[]), "[]\n");
        assert_eq!(written(&[1, 2]), "[\n  1,\n  2\n]\n");
    }
}
