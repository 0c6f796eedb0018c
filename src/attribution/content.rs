//! What a reporting verb reports, as a whole, and the clause it governs.

use super::find::Finder;
use crate::language::Tag;
use crate::language::classes::Class;
use crate::language::clause::Link;
use crate::language::extent::Stretch;
use crate::language::named;
use crate::language::phrase::Form;
use crate::language::word_list::words;

/// How the content hangs on its cue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// "that …", with or without the word; "whether …".
    Clause,
    /// Quoted words after the cue.
    Quote,
    /// What the report interrupts or follows.
    Around,
    /// "to do …".
    Act,
    /// An object, with a judgement beside it.
    Thing,
}

/// What is said, in pieces, and how it hangs on its cue.
pub(super) type Content = (Vec<Stretch>, Shape);

impl Finder<'_> {
    /// What the verb at `at` reports whose words, source included, begin at `first`; `after` is the last token of the
    /// cue and of whom it speaks to.
    pub(super) fn content(&self, at: usize, block: Stretch, after: usize) -> Option<Content> {
        let group = self.parse.groups()[at];
        let is = |class| self.parse.classes().is(group.lemma, class);
        let inverted = self.parse.nodes()[at].inverted;
        // "“…,” he told the Courier in an article published on Friday": the ones told stand behind the verb.
        let told = is(Class::Addresses)
            && block.first.checked_sub(1).is_some_and(|before| self.parse.tag(before) == Tag::Close);
        let takes_clause = !inverted
            && !told
            && (!is(Class::Utters) || self.parse.classes().is(self.parse.word(group.last + 1), Class::Content));
        let quoted = (self.parse.tag(after + 1) == Tag::Open).then(|| self.quotes.around(after + 1)).flatten();
        let whole =
            quoted.is_some_and(|(_, close)| matches!(self.parse.tag(close.saturating_sub(1)), Tag::Stop | Tag::Comma));
        if let Some(start) = (takes_clause && !whole).then(|| self.clause_below(at, after)).flatten() {
            return Some((vec![Stretch { first: start, last: self.clause_end(at, start) }], Shape::Clause));
        }
        let as_ = group.first.checked_sub(1).is_some_and(|before| self.parse.word(before) == named::AS);
        // "as he asked about lobbying" tells when, not who says so.
        let asks = self.parse.word(block.first) == named::AS && self.parse.is_in(group.lemma, words!["ask"]);
        let said = (group.form != Form::Gerund || as_)
            && !asks
            && is(Class::Speech)
            && group.modal.is_none_or(|modal| self.parse.word(modal) != named::WILL);
        let around = if said { self.around(block, after) } else { None };
        let quoted = |pieces: &Vec<Stretch>| pieces.iter().any(|piece| self.quotes.touch(*piece));
        let follows = block.first.checked_sub(1).is_some_and(|before| self.parse.tag(before) == Tag::Close);
        if let Some(quote) = self.quote_after(at, after.max(block.last)).filter(|_| !follows || around.is_none()) {
            return Some((vec![quote], Shape::Quote));
        }
        if let Some(pieces) = around.filter(|pieces| !is(Class::Utters) || quoted(pieces)) {
            return Some((pieces, Shape::Around));
        }
        if is(Class::Utters) {
            return None;
        }
        self.act_below(at).or_else(|| self.gerund_below(at)).map(|act| (vec![act], Shape::Act))
    }

    // --- clauses ----------------------------------------------------------------------------------

    /// Where the clause that the verb at `at` governs begins.
    fn clause_below(&self, at: usize, after: usize) -> Option<usize> {
        let parse = self.parse;
        let group = parse.groups()[at];
        let perceives = parse.is_in(group.lemma, words!["see", "hear", "learn", "know", "find"]);
        let asked = || {
            let circumstance = self.over_circumstances(group.last);
            [after, group.last, circumstance].into_iter().find_map(|last| self.question_below(last + 1))
        };
        if let Some(asked) = (!perceives).then(asked).flatten() {
            return Some(asked);
        }
        if !parse.classes().is(group.lemma, Class::Clausal)
            && !parse.classes().is(group.lemma, Class::Speech)
            && !parse.classes().is(group.lemma, Class::Attitude)
        {
            return None;
        }
        // "held firm to his belief that"
        let next = parse.tag(group.last + 1);
        if parse.is_in(group.lemma, words!["hold"]) && !matches!(next, Tag::Subordinator | Tag::Relative) {
            return None;
        }
        let that = self.that_after(group.last, after);
        // "wanted assurances that": what is wanted is a thing.
        if that.is_some_and(|that| that > group.last + 1 && parse.is_in(group.lemma, words!["want"])) {
            return None;
        }
        if let Some(that) = that {
            return Some(that + 1);
        }
        let below = (at + 1..parse.groups().len()).find(|&next| {
            parse.nodes()[next].parent == Some(at)
                && parse.nodes()[next].link == Link::Complement
                && parse.groups()[next].has_tense()
        });
        let there = parse.over_adverbs(self.over_time(group.last) + 1);
        if parse.tag(there) == Tag::Existential && !parse.nodes()[at].inverted {
            return Some(there);
        }
        let subject = below.and_then(|below| parse.nodes()[below].subjects().iter().min().copied());
        let start = subject
            .map(|subject| parse.phrases()[subject].first)
            .filter(|&start| start > group.last && self.is_joined(group.last, start));
        // "says nuclear is the only way": an adjective stands as the subject.
        let bare = below.filter(|&below| parse.nodes()[below].subjects().is_empty()).map(|_| there);
        let start = start.or(bare.filter(|&there| {
            parse.tag(there) == Tag::Adjective && parse.tensed_at(there + 1).is_some() && !parse.nodes()[at].inverted
        }));
        // "said raising the levy will cost jobs": a gerund and its object stand as the subject.
        let acts = parse.tag(group.last + 1) == Tag::Gerund && !parse.nodes()[at].inverted;
        let act = parse.group_at(group.last + 1).filter(|&act| acts && start.is_none() && !self.reports_at(act));
        let clause = act.is_some_and(|act| {
            parse.phrase_at(parse.groups()[act].last + 1).is_some_and(|object| {
                let next = parse.tensed_at(super::edge::complement_end(parse, parse.phrases()[object].last) + 1);
                next.is_some_and(|next| parse.groups()[next].form == Form::Finite)
            })
        });
        let start = start.or(act.filter(|_| clause).map(|act| parse.groups()[act].first));
        // "said the emails she sent were lost": the subject begins before the clause that describes it.
        let direct = parse.over_adverbs(self.over_time(group.last) + 1);
        let described = |start: usize| {
            let begins = parse.phrase_at(direct).is_some_and(|phrase| parse.phrases()[phrase].first == direct);
            let told = parse.classes().is(group.lemma, Class::Addresses) || parse.nodes()[at].inverted;
            let marks = (direct..start).all(|i| parse.tensed_at(i).is_none() && parse.tag(i) != Tag::Comma);
            if begins && !told && direct < start && marks { direct } else { start }
        };
        let start = start.map(described);
        let start = if parse.nodes()[at].inverted { start } else { self.over_circumstance(group.last, start) };
        let paired = |start: usize| {
            let pair = [named::NEITHER, named::BOTH, named::EITHER].contains(&parse.word(start - 1));
            if pair && start - 1 > group.last { start - 1 } else { start }
        };
        start.map(paired).or_else(|| self.bare_clause(at))
    }

    /// "said despite promises, the agency had failed", "said as a senator, he would": the circumstance right behind the verb
    /// that ends at `last` opens the clause whose subject begins at `start` or behind a comma.
    fn over_circumstance(&self, last: usize, start: Option<usize>) -> Option<usize> {
        let parse = self.parse;
        let opens = self.is_lemma(
            last + 1,
            words![
                "despite", "as", "for", "without", "under", "because", "unlike", "instead", "given", "until", "like"
            ],
        );
        if !opens || parse.tag(last + 1) != Tag::Preposition {
            return start;
        }
        let comma = || {
            let marks = (last + 2..parse.tokens.len()).take(18).take_while(|&i| parse.tensed_at(i).is_none());
            let mut commas = marks.filter(|&i| parse.tag(i) == Tag::Comma);
            commas.find(|&i| self.opens_clause(i + 1, parse.tokens.len() - 1)).map(|comma| comma + 1)
        };
        let start = start.or_else(comma)?;
        let tensed = (last + 1..start).any(|i| parse.tensed_at(i).is_some());
        Some(if tensed { start } else { last + 1 })
    }

    /// A clause without "that" which the clause reader has not joined: "said the gunman, known to police, called".
    fn bare_clause(&self, at: usize) -> Option<usize> {
        let parse = self.parse;
        let group = parse.groups()[at];
        let alone = [Class::Judges, Class::Deems, Class::Addresses, Class::Utters]
            .iter()
            .all(|&class| !parse.classes().is(group.lemma, class));
        if !alone || !parse.classes().is(group.lemma, Class::Clausal) || parse.nodes()[at].inverted {
            return None;
        }
        // "maintains in public she is calm"
        let in_public = parse.is_in(parse.word(group.last + 1), words!["in", "on", "at"]);
        let passed = if in_public { self.over_circumstances(group.last) } else { group.last };
        let start = self.over_time(passed) + 1;
        let phrase = parse.phrase_at(start)?;
        // "wrote a letter backing the clerk, who found": a text is no subject of what is written.
        let head = parse.phrases()[phrase].head;
        let text = parse.classes().is(parse.lemma(head), Class::ReportingNoun)
            || self.is_lemma(head, words!["quote", "video", "photo", "picture", "link", "clip", "song"]);
        if text && self.is_lemma(group.last, words!["write", "tweet", "post"]) {
            return None;
        }
        let field = self.quotes.field(parse, group.first);
        let verb = (parse.phrases()[phrase].last + 1..=field.last).find(|&i| parse.tensed_at(i).is_some())?;
        let own = (start..verb).all(|i| parse.tag(i) != Tag::Subordinator);
        // "found the server she maintained": a clause that describes the object.
        let relative = parse.tensed_at(verb).filter(|&group| parse.nodes()[group].link == Link::Relative);
        let alone = relative
            .is_some_and(|group| (parse.groups()[group].last + 1..=field.last).all(|i| parse.tensed_at(i).is_none()));
        let own = own && !alone;
        (own && parse.tag(verb - 1) != Tag::Coordinator).then_some(start)
    }

    /// Passes "Tuesday", "last week" after a cue that ends at `last`.
    fn over_time(&self, last: usize) -> usize {
        let parse = self.parse;
        let on = last + 1 + usize::from(parse.tag(last + 1) == Tag::Preposition);
        parse
            .phrase_at(on)
            .filter(|&phrase| parse.is_time_phrase(phrase))
            .map_or(last, |phrase| parse.phrases()[phrase].last)
    }

    /// Tells whether nothing but an addressee, a time or an aside stands between a verb and its bare clause.
    fn is_joined(&self, last: usize, start: usize) -> bool {
        !(last + 1..start).any(|i| matches!(self.parse.tag(i), Tag::Stop | Tag::Colon | Tag::Dash))
    }

    /// The "that" which opens what is said after token `last`.
    pub(super) fn that_after(&self, last: usize, after: usize) -> Option<usize> {
        let parse = self.parse;
        let that = (last + 1..parse.tokens.len())
            .take(18)
            .take_while(|&i| {
                parse.tensed_at(i).is_none() && !matches!(parse.tag(i), Tag::Stop | Tag::Open) && !self.opens_gerund(i)
            })
            .find(|&i| {
                parse.classes().is(parse.word(i), Class::Content)
                    && matches!(parse.tag(i), Tag::Subordinator | Tag::Relative)
            })?;
        let verb = parse.tensed_at(parse.over_adverbs(that + 1)).is_some();
        if verb && parse.tag(that) == Tag::Relative {
            return None;
        }
        let plain = parse.tag(that) == Tag::Subordinator
            || that == last + 1
            || that == self.over_circumstances(after.max(last)) + 1;
        plain.then_some(that)
    }

    /// Tells whether another report begins at token `at` (", adding that").
    fn opens_gerund(&self, at: usize) -> bool {
        let group = self.parse.group_at(at).filter(|&group| self.parse.groups()[group].form == Form::Gerund);
        group.is_some_and(|group| self.reports_at(group))
            && (matches!(self.parse.tag(at.saturating_sub(1)), Tag::Comma | Tag::Subordinator)
                || self.parse.word(at.saturating_sub(1)) == named::AS)
    }

    /// "whether …", "if …", "why …" directly after the cue: the word belongs to what is asked.
    fn question_below(&self, start: usize) -> Option<usize> {
        let parse = self.parse;
        let start = parse.over_adverbs(start);
        let asks =
            parse.is_in(parse.word(start), words!["whether", "if", "why", "how", "what", "who", "where", "when"]);
        if !asks || !matches!(parse.tag(start), Tag::Subordinator | Tag::Relative | Tag::Adverb) {
            return None;
        }
        // "the server she maintained when she worked there"
        let timed = parse.is_in(parse.word(start), words!["when", "where"]);
        if timed && start.checked_sub(1).is_some_and(|verb| parse.is_in(parse.lemma(verb), words!["maintain"])) {
            return None;
        }
        // "was replying to the leader who told him"
        let who = parse.is_in(parse.word(start), words!["who"]);
        let answers =
            |verb: usize| self.is_lemma(verb, words!["reply", "respond", "answer", "say", "speak", "write", "add"]);
        if who
            && (0..start).rev().find_map(|i| parse.group_at(i)).is_some_and(|verb| answers(parse.groups()[verb].last))
        {
            return None;
        }
        let tensed =
            (start + 1..parse.tokens.len()).take(12).any(|i| parse.tensed_at(i).is_some() || parse.tag(i) == Tag::To);
        tensed.then_some(start)
    }

    /// The end of what is said from `start` on: before the next clause of the reporting verb's own subject, another
    /// report, or the end of the field.
    pub(super) fn clause_end(&self, at: usize, start: usize) -> usize {
        let parse = self.parse;
        let field = self.quotes.field(parse, parse.groups()[at].first);
        if let Some(end) = self.relative_end(at, start, field.last) {
            return end;
        }
        let beyond = (at + 1..parse.groups().len())
            .filter(|&next| parse.groups()[next].first > start)
            .find_map(|next| self.next_clause(at, next, start));
        let report = self.next_report(start, field.last);
        let node = parse.nodes()[at];
        let group = parse.groups()[at];
        // "Promising to cut tolls, the mayor began": its subject stands behind it.
        let gerund = group.form == Form::Gerund;
        // "After the premier spoke, calling it absurd, the speaker rose"
        let below = gerund
            && node.parent.is_some_and(|above| {
                let circumstance =
                    parse.nodes()[above].opener.is_some_and(|opener| opener < parse.groups()[above].first);
                parse.nodes()[above].link == Link::Adverbial && circumstance
            });
        let ahead = gerund && node.subjects().iter().any(|&subject| parse.phrases()[subject].first > group.last);
        let fronted =
            ahead || below || node.link == Link::Adverbial && node.opener.is_some_and(|opener| opener < group.first);
        let main = fronted.then(|| self.main_clause(start, field.last)).flatten();
        let apposed = self.apposed_utterance(start, field.last);
        beyond
            .into_iter()
            .chain(report)
            .chain(main)
            .chain(apposed)
            .map(|stop| self.back_over(stop))
            .fold(field.last, usize::min)
            .max(start)
    }

    /// The comma before ", a claim that the department disputes", which speaks of what is said before it.
    fn apposed_utterance(&self, start: usize, last: usize) -> Option<usize> {
        let parse = self.parse;
        let level = self.quotes.around(start);
        (start + 1..last).find(|&i| {
            let phrase =
                parse.phrase_at(i + 1).filter(|_| parse.tag(i) == Tag::Comma && self.quotes.around(i) == level);
            phrase.map(|phrase| parse.phrases()[phrase]).is_some_and(|found| {
                let article = parse.is_in(parse.word(found.first), words!["a", "an"]);
                // ", fears that the talks have sharpened"
                let article = article || found.first == found.head && parse.tag(found.head) == Tag::Plural;
                let next = found.last + 1;
                let clause = parse.tag(next) == Tag::Relative
                    || parse.word(next) == named::THAT
                    || parse.phrase_at(next).is_some();
                article && clause && parse.classes().is(parse.lemma(found.head), Class::Utterance)
            })
        })
    }

    /// The comma in `start..=last` behind which the main clause of the sentence begins.
    pub(super) fn main_clause(&self, start: usize, last: usize) -> Option<usize> {
        let parse = self.parse;
        let level = self.quotes.around(start);
        (start + 1..last).find(|&i| {
            let mark = parse.tag(i) == Tag::Comma || parse.tag(i) == Tag::Close && parse.tag(i - 1) == Tag::Comma;
            let subject = parse.phrase_at(i + 1).filter(|_| mark);
            let out = self.quotes.around(i + 1).is_none() || self.quotes.around(i + 1) == level;
            subject.filter(|_| out).is_some_and(|subject| {
                parse.groups().iter().zip(parse.nodes()).any(|(group, node)| {
                    let main = node.link == Link::Main && node.parent.is_none() && group.form == Form::Finite;
                    main && !node.inverted && node.subjects().contains(&subject)
                })
            })
        })
    }

    /// A report in a relative clause between commas ends with it: "Kyiv, which considers it a surrender, wants".
    fn relative_end(&self, at: usize, start: usize, last: usize) -> Option<usize> {
        let parse = self.parse;
        let node = parse.nodes()[at];
        let opener = node.opener.filter(|_| node.link == Link::Relative)?;
        let set_off = opener.checked_sub(1).is_some_and(|before| parse.tag(before) == Tag::Comma);
        let close = (start + 1..last)
            .find(|&i| parse.tag(i) == Tag::Comma && parse.tensed_at(parse.over_adverbs(i + 1)).is_some())?;
        set_off.then(|| close - 1)
    }

    /// The token before group `next` where it begins a further clause on the level of the reporting verb at `at`.
    fn next_clause(&self, at: usize, next: usize, start: usize) -> Option<usize> {
        let parse = self.parse;
        let (group, node) = (parse.groups()[next], parse.nodes()[next]);
        let speaks = self.reports_at(next);
        let wants = parse.classes().is(group.lemma, Class::Attitude);
        if let Some(opener) = node.opener.filter(|&opener| speaks && opener > start + 1 && group.form == Form::Finite) {
            let contrast = parse.is_in(parse.word(opener), words!["while", "whereas", "although", "though"]);
            return (contrast && matches!(parse.tag(opener - 1), Tag::Comma | Tag::Close)).then_some(opener - 1);
        }
        // "demanding that he go and criticizing her for staying"
        let again = group.form == Form::Gerund && parse.groups()[at].form == Form::Gerund && node.parent == Some(at);
        let joined = group.first.checked_sub(1).filter(|&before| parse.tag(before) == Tag::Coordinator);
        if node.link == Link::Coordinate && again && speaks {
            return joined;
        }
        // "insisted that they must roll over and support it": a bare form goes on with the modal before it.
        let goes_on = group.form == Form::Bare && parse.groups()[at].form == Form::Finite;
        let own = node
            .subjects()
            .iter()
            .min()
            .map(|&subject| parse.phrases()[subject].first)
            .filter(|&first| first > start && first < group.first)
            .filter(|&first| (first..group.first).all(|i| parse.tensed_at(i).is_none()));
        let before = own.unwrap_or(group.first).checked_sub(1)?;
        let fronted = own.and_then(|_| self.over_fronted(before, start));
        let before = fronted.unwrap_or(before);
        let coordinate = node.link == Link::Coordinate || fronted.is_some() && node.link == Link::Main;
        if !coordinate || !group.has_tense() || goes_on && node.parent != Some(at) {
            return None;
        }
        let coordinated = matches!(parse.tag(before), Tag::Coordinator | Tag::Adverb);
        if !coordinated || self.quotes.around(before) != self.quotes.around(parse.groups()[at].first) {
            return None;
        }
        let level = node.parent == Some(at) && own.is_none();
        let set_off = before > 0 && parse.tag(before - 1) == Tag::Comma && own.is_some();
        // "asked that the bank pay, and Peru offered": a clause beside the verb that reports.
        let beside = node.parent == Some(at) && set_off && !parse.groups()[at].passive;
        // "asked who paid, but the minister refused to say": no question goes on there.
        let answered = set_off && self.is_lemma(parse.groups()[at].last, words!["ask"]);
        (level || beside || (speaks || wants && set_off || answered) && group.past == parse.groups()[at].past)
            .then_some(before)
    }

    /// ", and in recent weeks | she has accused": the coordinator before the circumstance that ends at `last`.
    fn over_fronted(&self, last: usize, start: usize) -> Option<usize> {
        let parse = self.parse;
        let last = if parse.tag(last) == Tag::Comma { last - 1 } else { last };
        let phrase = parse.phrases()[parse.phrase_at(last)?];
        let preposition = phrase.first.checked_sub(1).filter(|&at| parse.tag(at) == Tag::Preposition)?;
        let joins = preposition.checked_sub(1).filter(|&at| at > start && parse.tag(at) == Tag::Coordinator)?;
        (parse.tag(joins - 1) == Tag::Comma).then_some(joins)
    }
}
