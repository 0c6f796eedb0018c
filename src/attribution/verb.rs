//! Reports whose cue is an active verb: said, accused, called it, spoke of.

use super::content::{Content, Shape};
use super::edge::of_subject;
use super::find::{Finder, Finding};
use crate::language::classes::Class;
use crate::language::clause::Link;
use crate::language::extent::Stretch;
use crate::language::named;
use crate::language::phrase::{Form, Unit};
use crate::language::word_list::{WordList, words};
use crate::language::{Tag, Word};

/// Verbs whose gerund beside a noun tells what the persons or texts say: members demanding a vote.
const CALLS: &WordList =
    words!["demand", "urge", "accuse", "criticise", "criticize", "condemn", "denounce", "blame", "praise", "question"];

/// The most bytes of a verb joined with its particle.
const COMPOUND: usize = 32;

impl Finder<'_> {
    /// Tells whether the lemma of token `at` is one of `words`.
    pub(super) fn is_lemma(&self, at: usize, words: &WordList) -> bool {
        self.parse.is_in(self.parse.lemma(at), words)
    }

    /// "X said that …", "…, X said", "said X: “…”", "X promised to …", "X accused Y of …".
    pub(super) fn by_verb(&self, at: usize) -> Option<Finding> {
        let parse = self.parse;
        let group = parse.groups()[at];
        if self.describes(at) {
            return None;
        }
        let subject = self.subject_of(at).filter(|&subject| self.can_report(at) && self.may_speak(at, subject))?;
        let source =
            of_subject(parse, subject, self.first_of_subject(subject).filter(|&first| first < at).unwrap_or(at));
        let cue = Stretch { first: group.first, last: self.addressee_end(at) };
        let (pieces, shape) = self.verb_content(at, self.block(at, source, cue), cue.last)?;
        // "responded by saying that": the gerund reports.
        let by = |last: usize| parse.word(last + 1) == named::BY;
        let told = (cue.last + 1..parse.tokens.len()).take(4).find_map(|i| parse.group_at(i));
        if told.is_some_and(|told| parse.groups()[told].form == Form::Gerund && self.reports_at(told))
            && (by(cue.last) || by(self.over_circumstances(cue.last)))
        {
            return None;
        }
        let mut report = self.report(subject, source, Some(at), cue, pieces);
        // A party that denies something is the source of the denial (codebook, hard case 21).
        report.by_party &= !parse.is_in(group.lemma, words!["deny"]);
        Some(Finding { report, voiced: self.is_voiced(at, subject, shape), listed: self.is_listed(at, subject), shape })
    }

    /// "a stance Oslo rejects": a verb without its object describes the phrase that stands right before its subject.
    fn describes(&self, at: usize) -> bool {
        let parse = self.parse;
        let (group, node) = (parse.groups()[at], &parse.nodes()[at]);
        let closed = matches!(parse.tag(group.last + 1), Tag::Stop | Tag::Comma);
        let subject = node.subjects().first().map(|&subject| parse.phrases()[subject].first);
        node.link == Link::Relative
            && node.opener.is_none()
            && closed
            && node.antecedent.is_some_and(|described| subject == Some(parse.phrases()[described].last + 1))
    }

    /// What a verb reports: what is said, or the thing that is judged.
    pub(super) fn verb_content(&self, at: usize, block: Stretch, after: usize) -> Option<Content> {
        let group = self.parse.groups()[at];
        let is = |class| self.parse.classes().is(group.lemma, class);
        let takes_clause = is(Class::Speech) || is(Class::Attitude) || is(Class::Clausal);
        let said = takes_clause.then(|| self.content(at, block, after)).flatten();
        // "showed the plan to reporters" is an act, "the poll showed her ahead" none.
        let text = |subject: usize| {
            let head = self.parse.lemma(self.parse.phrases()[subject].head);
            self.parse.classes().is(head, Class::ReportingNoun)
        };
        let shows = self.is_lemma(group.last, words!["show"]);
        let told = !shows || self.parse.nodes()[at].subjects().iter().all(|&subject| text(subject));
        let judged =
            || self.thing_after(at, group.last + 1).filter(|_| told && (is(Class::Judges) || is(Class::Deems)));
        // "The poll found a deep divide"
        let found = || {
            let polled = self.parse.nodes()[at].subjects().iter().all(|&subject| text(subject));
            (polled && self.is_lemma(group.last, words!["find"]))
                .then(|| self.object_after(at, group.last + 1))
                .flatten()
        };
        // "want a full repeal", "fear a repeat of the riots"
        let wished = || {
            let wishes = group.form == Form::Finite && is(Class::Wishes);
            // "few expect that", "nobody wants it" name nothing.
            let named = |object: &Stretch| {
                object.first < object.last
                    || matches!(self.parse.tag(object.first), Tag::Noun | Tag::Plural | Tag::Proper)
            };
            wishes.then(|| self.object_after(at, group.last + 1)).flatten().filter(named)
        };
        // "pressed the bureau to release it", "ordered the ministry to pay"
        let ordered = || {
            let orders = group.form != Form::Infinitive && is(Class::Orders);
            let act = orders.then(|| self.act_below(at)).flatten();
            act.filter(|act| self.parse.tag(act.first) != Tag::To)
        };
        let judged = || judged().or_else(found).or_else(wished).or_else(ordered);
        let said = said
            .map(|(pieces, shape)| if is(Class::Utters) { (self.only_quoted(pieces), shape) } else { (pieces, shape) });
        said.or_else(|| judged().map(|thing| (vec![thing], Shape::Thing)))
    }

    /// "chanted “Free the press” outside the court": what is shouted ends with its quotation.
    fn only_quoted(&self, pieces: Vec<Stretch>) -> Vec<Stretch> {
        let [piece] = pieces.as_slice() else { return pieces };
        match self.quotes.around(piece.first) {
            Some((open, close)) if open == piece.first && close < piece.last => {
                vec![Stretch { first: open, last: close }]
            }
            _ => pieces,
        }
    }

    /// Tells whether what is said is so only by its source: speech proper, and the own stance of one who speaks for others.
    fn is_voiced(&self, at: usize, subject: usize, shape: Shape) -> bool {
        let group = self.parse.groups()[at];
        let is = |class| self.parse.classes().is(group.lemma, class);
        let says = matches!(shape, Shape::Clause | Shape::Quote | Shape::Around)
            && (group.negation.is_none() || is(Class::Clausal));
        let wishes = is(Class::Wishes);
        let own = (shape == Shape::Thing && !wishes || says && is(Class::Judges)) && self.is_person(subject);
        let denies = self.parse.is_in(group.lemma, words!["deny"]) && group.negation.is_none();
        !self.is_author(subject) && (is(Class::Speech) && says || own || denies)
    }

    /// Tells whether a report is a statement: not one that is denied, supposed, or the author's own.
    pub(super) fn is_listed(&self, at: usize, subject: usize) -> bool {
        let parse = self.parse;
        let group = parse.groups()[at];
        let denied = group.negation.is_some() && !parse.classes().is(group.lemma, Class::Attitude);
        let ahead = group.obliged || group.modal.is_some_and(|modal| parse.word(modal) == named::MUST);
        // "Underscoring their frustration, the members rose": what is meant is not said.
        let is = |words| self.is_lemma(group.last, words);
        let meant = group.form == Form::Gerund
            && (is(words!["underscore", "underline", "reflect"]) && !self.tells_clause(group.last + 1)
                || is(words!["highlight", "signal"]) && group.first == 0);
        !denied
            && !meant
            && !self.is_reader(subject)
            && !self.supposed(at)
            && !ahead
            && !self.is_author(subject)
            && !self.is_nobody(subject)
    }

    /// Tells whether the word before a gerund keeps it from being done.
    fn is_kept_back(&self, at: usize) -> bool {
        let before = |back: usize, words| at.checked_sub(back).is_some_and(|at| self.is_lemma(at, words));
        before(1, words!["from", "into", "against"]) || before(1, words!["of"]) && before(2, words!["short", "instead"])
    }

    /// Tells whether "that" opens what a verb tells at `at`.
    fn tells_clause(&self, at: usize) -> bool {
        self.parse.classes().is(self.parse.word(at), Class::Content)
    }

    /// "without citing": what stands behind the word is not done.
    fn is_lacking(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| self.parse.word(before) == named::WITHOUT)
    }

    /// The first verb of a subject that several share: what describes the subject stands before it.
    fn first_of_subject(&self, subject: usize) -> Option<usize> {
        let (groups, nodes) = (self.parse.groups(), self.parse.nodes());
        let last = self.parse.phrases()[subject].last;
        (0..groups.len()).find(|&group| {
            let own = nodes[group].subjects().contains(&subject) && groups[group].form == Form::Finite;
            own && nodes[group].link != Link::Relative && groups[group].first > last
        })
    }

    /// Tells whether a condition opens the clause of a verb.
    pub(super) fn supposed(&self, at: usize) -> bool {
        let parse = self.parse;
        parse.nodes()[at].opener.is_some_and(|opener| parse.classes().is(parse.word(opener), Class::Condition))
    }

    /// Tells whether the form of a verb lets it report: tensed, or an -ing form beside a clause.
    pub(super) fn can_report(&self, at: usize) -> bool {
        let parse = self.parse;
        let (group, node) = (parse.groups()[at], parse.nodes()[at]);
        match group.form {
            Form::Finite => true,
            Form::Gerund if self.is_lemma(group.last, words!["point"]) || self.is_lacking(group.first) => false,
            // "kept him from telling", "shamed her into revealing", "stopped short of accusing": it is not done yet, if ever.
            Form::Gerund if self.is_kept_back(group.first) => false,
            Form::Gerund => {
                // "began condemning the vote"
                let begun =
                    group.first.checked_sub(1).and_then(|before| parse.tensed_at(before)).is_some_and(|above| {
                        self.is_lemma(parse.groups()[above].last, words!["begin", "start", "keep"])
                    });
                // "demanding that he go and criticizing her"
                let again = node.link == Link::Coordinate
                    && node
                        .parent
                        .is_some_and(|above| parse.groups()[above].form == Form::Gerund && self.reports_at(above));
                // "a letter from members demanding a vote"
                let beside = node.link == Link::Modifier
                    && self.is_lemma(group.last, CALLS)
                    && group.first.checked_sub(1).and_then(|before| parse.phrase_at(before)).is_some();
                let joins = group
                    .first
                    .checked_sub(1)
                    .map(|mark| mark - usize::from(parse.tag(mark) == Tag::Adverb && mark > 0));
                beside
                    || again
                    || begun
                    || joins.is_some_and(|joins| self.tells_before(joins))
                    || node.link == Link::Adverbial
                    || parse.classes().is(group.lemma, Class::Speech)
            }
            Form::Infinitive => self.is_carried_out(at),
            Form::Bare | Form::Participle => false,
        }
    }

    /// "went on to say", "was quick to note", "used the speech to argue": an infinitive whose act took place.
    fn is_carried_out(&self, at: usize) -> bool {
        let parse = self.parse;
        let (group, node) = (parse.groups()[at], parse.nodes()[at]);
        let Some(above) = node.parent.map(|parent| parse.groups()[parent]) else { return false };
        let real = above.has_tense() && above.negation.is_none() && above.modal.is_none() && !above.passive;
        let predicate = group.first.checked_sub(1).map(|before| parse.lemma(before));
        let is = |class: Class| parse.classes().is(above.lemma, class);
        let seems = self.is_lemma(group.last, words!["believe", "think", "want", "feel", "suggest", "know"])
            && above.has_tense()
            && above.negation.is_none()
            && self.parse.is_in(above.lemma, words!["seem", "appear"]);
        seems
            || real
                && match node.link {
                    Link::Complement | Link::Modifier | Link::Adverbial if is(Class::Copula) => {
                        predicate.is_some_and(|word| parse.classes().is(word, Class::Forthcoming))
                    }
                    Link::Complement | Link::Modifier | Link::Adverbial => is(Class::Proceeds),
                    _ => false,
                }
    }

    /// The phrase that speaks: the verb's own subject, or that of the reporting verb with which it is coordinated.
    pub(super) fn subject_of(&self, at: usize) -> Option<usize> {
        let (groups, nodes) = (self.parse.groups(), self.parse.nodes());
        let own = nodes[at].subjects().first().copied();
        // "a resolution on the House floor demanding that": the text demands.
        if groups[at].form == Form::Gerund
            && nodes[at].link == Link::Modifier
            && let Some(text) = own.and_then(|own| self.text_before(own))
        {
            return Some(text);
        }
        if let Some(conveyor) = own.and_then(|own| self.conveyor(at, own)) {
            return Some(conveyor);
        }
        if let Some(earlier) = self.reporting_before(at) {
            return nodes[earlier].subjects().first().copied().map(|who| self.before_apposition(earlier, who));
        }
        let Some(above) = nodes[at].parent.filter(|_| nodes[at].link == Link::Coordinate) else {
            return own.map(|who| self.before_apposition(at, who));
        };
        // "a mayor who has come out and endorsed him": the verbs of a relative clause share its subject.
        let described = nodes[above].link == Link::Relative && nodes[above].antecedent.is_some();
        if own != nodes[above].subjects().first().copied() || described {
            return own;
        }
        let reporting = (0..at).rev().find(|&other| {
            let finite = groups[other].form == Form::Finite && groups[other].past == groups[at].past;
            finite
                && !groups[other].obliged
                && self.reports_at(other)
                && !nodes[other].inverted
                && nodes[other].link != Link::Relative
        });
        reporting
            .and_then(|other| nodes[other].subjects().first().copied())
            .or(own)
            .map(|who| self.before_apposition(at, who))
    }

    /// "a resolution on the floor": the text on which the thing `phrase` hangs by a preposition.
    fn text_before(&self, phrase: usize) -> Option<usize> {
        let parse = self.parse;
        let on =
            parse.phrases()[phrase].first.checked_sub(1).filter(|&on| self.is_lemma(on, words!["on", "in", "at"]))?;
        let text = on.checked_sub(1).and_then(|last| parse.phrase_at(last))?;
        let head = parse.lemma(parse.phrases()[text].head);
        parse.classes().is(head, Class::ReportingNoun).then_some(text)
    }

    /// "X criticised the delay, stating that …, warning that …": the report before a gerund that a comma sets off.
    fn reporting_before(&self, at: usize) -> Option<usize> {
        let parse = self.parse;
        let (groups, nodes) = (parse.groups(), parse.nodes());
        let first = groups[at].first;
        let set_off = groups[at].form == Form::Gerund
            && first.checked_sub(1).is_some_and(|mark| {
                let joins = mark - usize::from(mark > 0 && parse.tag(mark) == Tag::Adverb);
                matches!(parse.tag(mark), Tag::Comma | Tag::Close | Tag::Dash) || self.tells_before(joins)
            });
        let level = self.quotes.around(first);
        // "He shot back: “…,” referring to": what stands around a quotation reports it.
        let quoted = first > 0 && parse.tag(first - 1) == Tag::Close;
        let before = |earlier: usize, any: bool| {
            let plain = matches!(groups[earlier].form, Form::Finite | Form::Gerund) && !groups[earlier].passive;
            let same = self.quotes.around(groups[earlier].first) == level && nodes[earlier].link != Link::Relative;
            plain && same && (any || self.reports_at(earlier)) && !nodes[earlier].subjects().is_empty()
        };
        // "said the camp had promised it, before demanding": the main report has the gerund.
        let main = |earlier: usize| {
            let joins = first.checked_sub(1).is_none_or(|mark| parse.tag(mark) == Tag::Comma);
            joins || nodes[earlier].link != Link::Complement || groups[earlier].form == Form::Gerund
        };
        let told = |earlier: usize| {
            main(earlier) && before(earlier, false) || before(earlier, true) && self.is_made_known(earlier)
        };
        let reports = (0..at).rev().filter(|_| set_off).find(|&earlier| told(earlier));
        reports.or_else(|| (0..at).rev().filter(|_| set_off && quoted).find(|&earlier| before(earlier, true)))
    }

    /// "Tom Reed, a farmer who chairs the board, said": the name before an apposition that was taken for the subject.
    fn before_apposition(&self, at: usize, who: usize) -> usize {
        let parse = self.parse;
        let found = parse.phrases()[who];
        // "Senator Ann Voss, Democrat of Maine, said"
        let labelled = parse.word(found.last + 1) == named::OF && found.first == found.last;
        let name = found
            .first
            .checked_sub(2)
            .filter(|&last| parse.tag(last + 1) == Tag::Comma && (parse.tag(found.head) != Tag::Proper || labelled))
            .and_then(|last| parse.phrase_at(last))
            .filter(|&name| parse.tag(parse.phrases()[name].head) == Tag::Proper && !parse.is_time_phrase(name));
        let closed = parse.groups()[at].first.checked_sub(1).is_some_and(|mark| parse.tag(mark) == Tag::Comma);
        let article = (parse.tag(found.first) == Tag::Determiner || labelled) && closed;
        let opens = |name: usize| {
            parse.phrases()[name].first.checked_sub(1).is_none_or(|before| {
                matches!(parse.tag(before), Tag::Comma | Tag::Coordinator | Tag::Subordinator | Tag::Close)
            })
        };
        name.filter(|&name| article && opens(name)).unwrap_or(who)
    }

    /// "The campaign released a statement saying": who conveys the text that speaks.
    fn conveyor(&self, at: usize, text: usize) -> Option<usize> {
        let parse = self.parse;
        let found = parse.phrases()[text];
        let spoken = parse.groups()[at].form == Form::Gerund
            && found.last + 1 == parse.groups()[at].first
            && parse.classes().is(parse.lemma(found.head), Class::ReportingNoun);
        let verb = found.first.checked_sub(1).filter(|_| spoken).and_then(|before| parse.tensed_at(before))?;
        parse.nodes()[verb].subjects().first().copied().filter(|&who| !self.is_thing(who))
    }

    /// The end of a cue with the one spoken to: "told reporters", "admitted to lawmakers".
    pub(super) fn addressee_end(&self, at: usize) -> usize {
        let parse = self.parse;
        let group = parse.groups()[at];
        let next = group.last + 1;
        if parse.classes().is(group.lemma, Class::Addresses) {
            return match parse.phrase_at(next) {
                Some(phrase)
                    if !parse.is_time_phrase(phrase)
                        && (!self.is_subject(phrase) || self.follows_quotation(at))
                        && parse.tag(parse.phrases()[phrase].head) != Tag::Existential =>
                {
                    let last = parse.phrases()[phrase].last;
                    // "warned supporters against complacency": what is said is no part of the one told.
                    let topic = self.is_lemma(last + 1, words!["against", "about", "over"]);
                    let end = if topic { last } else { super::edge::complement_end(parse, last) };
                    // "told Ruiz and viewers she was"
                    let both = (parse.tag(end + 1) == Tag::Coordinator).then(|| parse.phrase_at(end + 2)).flatten();
                    let both = both.map(|both| parse.phrases()[both].last);
                    both.filter(|&both| self.opens_clause(both + 1, parse.tokens.len() - 1)).unwrap_or(end)
                }
                _ => group.last,
            };
        }
        let to = parse.word(next) == named::TO
            && parse.tag(next) == Tag::Preposition
            && parse.classes().is(group.lemma, Class::Speech);
        match parse.phrase_at(next + 1) {
            Some(phrase) if to => parse.phrases()[phrase].last,
            _ => group.last,
        }
    }

    /// Tells whether the subject of a verb stands right behind a quotation.
    fn follows_quotation(&self, at: usize) -> bool {
        let parse = self.parse;
        let subject = parse.nodes()[at].subjects().first().map(|&subject| parse.phrases()[subject].first);
        subject.and_then(|first| first.checked_sub(1)).is_some_and(|mark| parse.tag(mark) == Tag::Close)
    }

    fn is_subject(&self, phrase: usize) -> bool {
        let parse = self.parse;
        parse.nodes().iter().zip(parse.groups()).any(|(node, group)| {
            group.form == Form::Finite
                && !node.inverted
                && node.subjects().contains(&phrase)
                && group.first > parse.phrases()[phrase].last
        })
    }

    /// The words of a report: source and cue, "as" before them included.
    pub(super) fn block(&self, at: usize, source: Stretch, cue: Stretch) -> Stretch {
        let mut first = cue.first;
        let between = source.last < cue.first
            && (source.last + 1..cue.first).all(|i| !matches!(self.parse.unit(i), Some(Unit::Group(_))));
        if between && self.parse.groups()[at].form == Form::Finite {
            first = source.first;
        }
        let as_ = first.checked_sub(1).filter(|&before| self.parse.word(before) == named::AS);
        let last = if self.parse.nodes()[at].inverted { source.last.max(cue.last) } else { cue.last };
        Stretch { first: as_.unwrap_or(first), last }
    }

    /// "X spoke of …", "X hinted at …", "X ruled out …".
    pub(super) fn by_particle(&self, at: usize) -> Option<Finding> {
        let parse = self.parse;
        let group = parse.groups()[at];
        let next = group.last + 1;
        if !matches!(parse.tag(next), Tag::Preposition | Tag::Adverb) || !self.can_report(at) {
            return None;
        }
        if !self.speaks_of(group.lemma, parse.word(next)) {
            return None;
        }
        let subject = self.subject_of(at).filter(|&subject| !self.is_thing(subject) && !self.is_dummy(subject))?;
        let source = of_subject(parse, subject, at);
        let cue = Stretch { first: group.first, last: next };
        let listed = group.negation.is_none();
        // "Talking about the vote, he told": what is told is what he says.
        if group.form == Form::Gerund && group.first == 0 && self.is_lemma(group.last, words!["talk", "speak"]) {
            return None;
        }
        // "pointed out how the ban works"
        if self.is_lemma(next + 1, words!["how", "why"]) && self.is_lemma(next, words!["out"]) {
            let content = Stretch { first: next + 1, last: self.clause_end(at, next + 1) };
            let report = self.report(subject, source, Some(at), cue, vec![content]);
            return Some(Finding { report, voiced: self.is_person(subject), listed, shape: Shape::Clause });
        }
        // "pointed out that"
        if matches!(parse.tag(next + 1), Tag::Subordinator | Tag::Relative)
            && parse.classes().is(parse.word(next + 1), Class::Content)
        {
            let content = Stretch { first: next + 2, last: self.clause_end(at, next + 2) };
            let report = self.report(subject, source, Some(at), cue, vec![content]);
            return Some(Finding { report, voiced: self.is_person(subject), listed, shape: Shape::Clause });
        }
        // "spoke out against the bill", "hit back at critics", "doubled down on claims"
        let passed = parse.word(next + 1) == named::OF
            || parse.tag(next + 1) == Tag::Preposition
                && self.is_lemma(next + 1, words!["at", "against", "on", "over"]);
        let start = if passed { next + 2 } else { next + 1 };
        let content = self.thing_after(at, start)?;
        // "who argued for the ministry": a body is no cause.
        let body = self.is_lemma(group.last, words!["argue"])
            && parse.phrase_at(start).is_some_and(|object| {
                parse.tag(parse.phrases()[object].head) == Tag::Proper
                    && self.is_lemma(next, words!["for"])
                    && parse.phrases()[object].last == content.last
            });
        // "referring to a letter" tells what is meant, "referred to him as a fool" what is said.
        let meant = self.is_lemma(group.last, words!["refer"]) && !self.has_predicate(content.first, content.last);
        if body || meant {
            return None;
        }
        let report = self.report(subject, source, Some(at), cue, vec![content]);
        Some(Finding { report, voiced: self.is_person(subject), listed, shape: Shape::Thing })
    }

    /// Tells whether the classes hold "verb-particle"; the compound is put together without allocation.
    pub(super) fn speaks_of(&self, verb: Word, particle: Word) -> bool {
        let lexicon = &self.parse.language.lexicon;
        let parts = [lexicon.text(verb), "-", lexicon.text(particle)];
        let mut buffer = [0; COMPOUND];
        let mut len = 0;
        for part in parts {
            let Some(place) = buffer.get_mut(len..len + part.len()) else { return false };
            place.copy_from_slice(part.as_bytes());
            len += part.len();
        }
        std::str::from_utf8(&buffer[..len])
            .is_ok_and(|joined| self.parse.classes().is(lexicon.word(joined), Class::SpeaksOf))
    }
}
