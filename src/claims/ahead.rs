//! Quotations whose speaker comes last: "“We will not sign. It is a trap,” the Kenyan minister said."
//!
//! Each sentence of such a quotation stands in the report that its last sentence makes, and "we" in it is the speaker's
//! party.

use super::setting::Heard;
use super::{Place, Reader};
use crate::attribution::{self, Report};
use crate::document::Turn;
use crate::language::Tag;
use crate::language::parse::Workspace;
use crate::mentions::Voice;

/// How many sentences of one quotation are looked through for its speaker.
const FAR: usize = 8;

/// Who speaks in a quotation, and the number of the sentence that says so.
#[derive(Debug, Clone)]
pub(super) struct Ahead {
    until: usize,
    report: Report,
}

impl Reader<'_> {
    /// Sets who speaks in the sentence `places[at]`, where a later one says so.
    pub(super) fn hear_ahead(&mut self, places: &[Place], at: usize, heard: &mut Heard) {
        if self.document.blocks[places[at].block].turn != Turn::None {
            return;
        }
        self.ahead = self.ahead.take().filter(|ahead| at < ahead.until);
        if self.ahead.is_none() {
            self.ahead = self.speaker_ahead(places, at);
            heard.anew |= self.ahead.is_some();
        }
        let Some(Ahead { report, .. }) = &self.ahead else { return };
        let name = report.chain.last().map(|source| source.span).filter(|_| !report.speaker.is_empty());
        self.scene.hear(name.map(|name| Voice { parties: report.speaker, name, asked: false }));
        heard.standing = Some(Box::new(report.clone()));
    }

    fn speaker_ahead(&self, places: &[Place], at: usize) -> Option<Ahead> {
        let (language, text) = (&self.tables.language, &self.document.text);
        if !places[at].span.of(text).starts_with(['“', '"', '«', '„', '‘', '\'']) {
            return None;
        }
        let mut workspace = Workspace::default();
        workspace.tokenize(language, text, places[at].span);
        let parse = workspace.parse(language, text);
        if !attribution::leaves_open(&parse) || parse.tokens.iter().any(|token| token.tag == Tag::Close) {
            return None;
        }
        let mut scene = self.scene.clone();
        for (until, place) in places.iter().enumerate().skip(at + 1).take(FAR) {
            if place.block != places[at].block {
                return None;
            }
            let mut workspace = Workspace::default();
            workspace.tokenize(language, text, place.span);
            let parse = workspace.parse(language, text);
            scene.enter(&parse);
            if parse.tokens.iter().any(|token| token.tag == Tag::Close) {
                let reports = self.speech.reports(&parse, &scene);
                let report = reports.into_iter().find(|report| report.covers(0))?;
                let report =
                    Report { source: None, cue: None, content: Vec::new(), group: None, carried: true, ..report };
                return Some(Ahead { until, report });
            }
        }
        None
    }
}
