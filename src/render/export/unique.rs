//! Identifiers that other programs ask for and that stay the same from run to run.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

/// Returns a UUID made of a hash of `what` and `name`, in lower case: version 8, which leaves the bits to the
/// maker (RFC 9562, section 5.8).
pub(super) fn uuid(what: &str, name: &str) -> String {
    let digest = Sha256::new().chain_update(what).chain_update([0]).chain_update(name).finalize();
    let mut out = String::with_capacity(36);
    for (at, &byte) in digest.iter().take(16).enumerate() {
        let byte = match at {
            6 => byte & 0x0f | 0x80,
            8 => byte & 0x3f | 0x80,
            _ => byte,
        };
        let dash = if matches!(at, 4 | 6 | 8 | 10) { "-" } else { "" };
        // Writing to a string cannot fail.
        let _ = write!(out, "{dash}{byte:02x}");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::uuid;

    #[test]
    fn a_name_has_one_uuid_and_another_kind_of_thing_another() {
        let one = uuid("claim", "x-abcdef");
        assert_eq!(one, uuid("claim", "x-abcdef"));
        assert_ne!(one, uuid("code", "x-abcdef"));
        assert_eq!((one.len(), &one[14..15]), (36, "8"));
        assert!(matches!(&one[19..20], "8" | "9" | "a" | "b"));
    }
}
