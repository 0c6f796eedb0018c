//! What a text gives, for the tests of this stage.

use std::sync::OnceLock;

use crate::corpus::{Corpus, Engine};
use crate::document::Document;
use crate::dossier::Dossier;

/// A text read without a dossier.
pub(super) fn world(text: &str) -> Corpus {
    static ENGINE: OnceLock<Engine> = OnceLock::new();
    read(&ENGINE, "world", text)
}

/// A text read with the dossier of the talks between Syria and Israel.
pub(super) fn paris(text: &str) -> Corpus {
    static ENGINE: OnceLock<Engine> = OnceLock::new();
    read(&ENGINE, "paris-talks", text)
}

fn read(engine: &OnceLock<Engine>, dossier: &str, text: &str) -> Corpus {
    let built = || Engine::new(Dossier::builtin(dossier).expect("a dossier")).expect("the rules");
    engine.get_or_init(built).read(vec![Document::from_text("text", text)])
}

/// The claims, one a line: kind, holders, content.
pub(super) fn lines(corpus: &Corpus) -> Vec<String> {
    let line = |claim: &crate::record::Claim| {
        let content = claim.content.of(&corpus.documents[0].text);
        format!("{} {} | {content}", claim.kind.word(), claim.holders.join("+"))
    };
    corpus.claims.iter().map(line).collect()
}

/// The contents of the claims.
pub(super) fn contents(corpus: &Corpus) -> Vec<&str> {
    corpus.claims.iter().map(|claim| claim.content.of(&corpus.documents[0].text)).collect()
}
