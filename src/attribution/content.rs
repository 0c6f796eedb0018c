//! What a reporting verb reports: a clause, a quotation, what stands around it, an act or a thing.

use super::find::Finder;
use crate::language::Tag;
use crate::language::classes::Class;
use crate::language::clause::Link;
use crate::language::extent::Stretch;
use crate::language::phrase::{Form, Unit};

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
        let takes_clause = !inverted
            && (!is(Class::Utters) || self.parse.classes().is(self.parse.word(group.last + 1), Class::Content));
        if let Some(start) = takes_clause.then(|| self.clause_below(at, after)).flatten() {
            return Some((vec![Stretch { first: start, last: self.clause_end(at, start) }], Shape::Clause));
        }
        let around = if is(Class::Speech) { self.around(block, after) } else { None };
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
        self.act_below(at).map(|act| (vec![act], Shape::Act))
    }

    // --- clauses ----------------------------------------------------------------------------------

    /// Where the clause that the verb at `at` governs begins.
    fn clause_below(&self, at: usize, after: usize) -> Option<usize> {
        let parse = self.parse;
        let group = parse.groups()[at];
        if let Some(asked) = self.question_below(after + 1).or_else(|| self.question_below(group.last + 1)) {
            return Some(asked);
        }
        if !parse.classes().is(group.lemma, Class::Clausal)
            && !parse.classes().is(group.lemma, Class::Speech)
            && !parse.classes().is(group.lemma, Class::Attitude)
        {
            return None;
        }
        if let Some(that) = self.that_after(group.last, after) {
            return Some(that + 1);
        }
        let below = (at + 1..parse.groups().len()).find(|&next| {
            parse.nodes()[next].parent == Some(at)
                && parse.nodes()[next].link == Link::Complement
                && parse.groups()[next].has_tense()
        });
        let subject = below.and_then(|below| parse.nodes()[below].subjects().iter().min().copied());
        let start = subject
            .map(|subject| parse.phrases()[subject].first)
            .filter(|&start| start > group.last && self.is_joined(group.last, start));
        start.or_else(|| self.bare_clause(at))
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
        let start = self.over_time(group.last) + 1;
        let phrase = parse.phrase_at(start)?;
        let field = self.quotes.field(parse, group.first);
        let verb = (parse.phrases()[phrase].last + 1..=field.last).find(|&i| parse.tensed_at(i).is_some())?;
        (parse.tag(verb - 1) != Tag::Coordinator).then_some(start)
    }

    /// Passes "Tuesday", "last week" after a cue that ends at `last`.
    fn over_time(&self, last: usize) -> usize {
        let parse = self.parse;
        parse
            .phrase_at(last + 1)
            .filter(|&phrase| parse.is_time_phrase(phrase))
            .map_or(last, |phrase| parse.phrases()[phrase].last)
    }

    /// Tells whether nothing but an addressee, a time or an aside stands between a verb and its bare clause.
    fn is_joined(&self, last: usize, start: usize) -> bool {
        !(last + 1..start).any(|i| matches!(self.parse.tag(i), Tag::Stop | Tag::Colon | Tag::Dash))
    }

    /// The "that" which opens what is said after token `last`.
    fn that_after(&self, last: usize, after: usize) -> Option<usize> {
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
        let plain = parse.tag(that) == Tag::Subordinator
            || that == last + 1
            || that == self.over_circumstances(after.max(last)) + 1;
        plain.then_some(that)
    }

    /// Tells whether another report begins at token `at` (", adding that").
    fn opens_gerund(&self, at: usize) -> bool {
        let group = self.parse.group_at(at).filter(|&group| self.parse.groups()[group].form == Form::Gerund);
        group.is_some_and(|group| self.reports_at(group))
            && matches!(self.parse.tag(at.saturating_sub(1)), Tag::Comma | Tag::Subordinator)
    }

    /// "whether …", "if …", "why …" directly after the cue: the word belongs to what is asked.
    fn question_below(&self, start: usize) -> Option<usize> {
        let parse = self.parse;
        let start = parse.over_adverbs(start);
        let asks = matches!(
            parse.language.lexicon.text(parse.word(start)),
            "whether" | "if" | "why" | "how" | "what" | "who" | "where" | "when"
        );
        let tensed =
            (start + 1..parse.tokens.len()).take(12).any(|i| parse.tensed_at(i).is_some() || parse.tag(i) == Tag::To);
        (asks && tensed && matches!(parse.tag(start), Tag::Subordinator | Tag::Relative | Tag::Adverb)).then_some(start)
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
        beyond.into_iter().chain(report).map(|stop| self.back_over(stop)).fold(field.last, usize::min).max(start)
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
        if let Some(opener) = node.opener.filter(|&opener| speaks && opener > start + 1 && group.form == Form::Finite) {
            let contrast =
                matches!(parse.language.lexicon.text(parse.word(opener)), "while" | "whereas" | "although" | "though");
            return (contrast && parse.tag(opener - 1) == Tag::Comma).then_some(opener - 1);
        }
        if node.link != Link::Coordinate || !group.has_tense() {
            return None;
        }
        let own = node
            .subjects()
            .iter()
            .min()
            .map(|&subject| parse.phrases()[subject].first)
            .filter(|&first| first > start && first < group.first);
        let before = own.unwrap_or(group.first).checked_sub(1)?;
        let coordinated = matches!(parse.tag(before), Tag::Coordinator | Tag::Adverb);
        if !coordinated || self.quotes.around(before) != self.quotes.around(parse.groups()[at].first) {
            return None;
        }
        let level = node.parent == Some(at) && own.is_none();
        (level || speaks && group.past == parse.groups()[at].past).then_some(before)
    }

    /// The comma before ", X said", ", according to", ", adding that" behind `start`.
    fn next_report(&self, start: usize, last: usize) -> Option<usize> {
        let parse = self.parse;
        let level = self.quotes.around(start);
        (start + 1..last).find(|&i| {
            let mark = matches!(parse.tag(i), Tag::Comma | Tag::Dash) || parse.tag(i) == Tag::Close;
            if !mark || (self.quotes.around(i) != level && parse.tag(i) != Tag::Close) {
                return false;
            }
            match parse.unit(i + 1) {
                Some(Unit::Phrase(phrase)) => self.report_ends(
                    parse.over_adverbs(super::edge::complement_end(parse, parse.phrases()[phrase].last) + 1),
                ),
                Some(Unit::Group(group)) => {
                    let gerund = parse.groups()[group].form == Form::Gerund && self.reports_at(group);
                    gerund || parse.nodes()[group].inverted
                }
                _ => parse.word(i + 1) == parse.words().according,
            }
        })
    }

    /// Tells whether a reporting verb at `verb` is followed by a mark.
    fn report_ends(&self, verb: usize) -> bool {
        let parse = self.parse;
        parse.group_at(verb).is_some_and(|group| {
            let found = parse.groups()[group];
            let speaks = parse.classes().is(found.lemma, Class::Speech) && found.form == Form::Finite && !found.passive;
            let next = self.over_circumstances(self.addressee_end(group)) + 1;
            speaks && matches!(parse.tag(next), Tag::Stop | Tag::Comma | Tag::Close | Tag::Subordinator | Tag::Gerund)
        })
    }

    /// Tells whether the verb of a group says that somebody speaks.
    pub(super) fn reports_at(&self, group: usize) -> bool {
        let lemma = self.parse.groups()[group].lemma;
        [Class::Speech, Class::Judges, Class::Deems].iter().any(|&class| self.parse.classes().is(lemma, class))
    }

    fn back_over(&self, at: usize) -> usize {
        let mut at = at;
        while at > 0 && matches!(self.parse.tag(at), Tag::Comma | Tag::Coordinator | Tag::Adverb | Tag::Dash) {
            at -= 1;
        }
        at
    }

    // --- quotations and what stands around --------------------------------------------------------

    /// A quotation that follows the verb at `at` or its addressee: "said: “…”", "told reporters, “…”".
    fn quote_after(&self, at: usize, from: usize) -> Option<Stretch> {
        let parse = self.parse;
        let mut open = self.over_circumstances(from) + 1;
        while matches!(parse.tag(open), Tag::Comma | Tag::Colon) {
            open += 1;
        }
        if parse.tag(open) != Tag::Open || parse.nodes()[at].inverted && parse.tag(open - 1) != Tag::Colon {
            return None;
        }
        let (_, close) = self.quotes.around(open)?;
        let speaks = parse.classes().is(parse.groups()[at].lemma, Class::Speech);
        let finished = matches!(parse.tag(close.saturating_sub(1)), Tag::Stop | Tag::Comma);
        let ends =
            finished || matches!(parse.tag(close + 1), Tag::Stop | Tag::Comma) || close + 1 >= parse.tokens.len();
        let last = if ends { close } else { self.clause_end(at, close) };
        let again = (close + 1..parse.tokens.len())
            .rev()
            .find(|&i| parse.tag(i) == Tag::Close && parse.tag(close - 1) == Tag::Stop);
        speaks.then_some(Stretch { first: open, last: again.unwrap_or(last).max(last) })
    }

    /// Passes "on Friday", "in Ottawa", "last week", "later" after a cue that ends at `last`.
    pub(super) fn over_circumstances(&self, last: usize) -> usize {
        let parse = self.parse;
        let mut end = last;
        for _ in 0..6 {
            end = match parse.unit(end + 1) {
                Some(Unit::Phrase(phrase)) if parse.is_time_phrase(phrase) => parse.phrases()[phrase].last,
                _ if parse.tag(end + 1) == Tag::Adverb => end + 1,
                _ if parse.tag(end + 1) == Tag::Preposition => {
                    match parse.phrase_at(parse.over_adverbs(end + 2)).map(|phrase| parse.phrases()[phrase].last) {
                        Some(last) => last,
                        None => match self.title_after(end + 2) {
                            Some(close) => close,
                            None => return end,
                        },
                    }
                }
                _ => return end,
            };
        }
        end
    }

    /// The end of a short title in quotation marks that opens at token `at`: said on “Meet the Press”.
    fn title_after(&self, at: usize) -> Option<usize> {
        let (open, close) = self.quotes.around(at)?;
        (open == at
            && close < at + 9
            && self.parse.tokens[at + 1].capital
            && self.parse.tokens[close - 1 - usize::from(self.parse.tag(close - 1) == Tag::Comma)].capital)
            .then_some(close)
    }

    /// What stands around the report `block` whose cue ends at `after`, set off by a comma, dash or quotation mark.
    pub(super) fn around(&self, block: Stretch, after: usize) -> Option<Vec<Stretch>> {
        let parse = self.parse;
        let field = self.quotes.field(parse, block.first);
        let last = self.over_circumstances(after.max(block.last));
        let before = block.first.checked_sub(1).filter(|&before| before >= field.first);
        let set_off =
            before.is_none_or(|before| matches!(parse.tag(before), Tag::Comma | Tag::Close | Tag::Dash | Tag::Stop));
        let ends = last >= field.last
            || parse.tag(last) == Tag::Close
            || matches!(
                parse.tag(last + 1),
                Tag::Stop | Tag::Comma | Tag::Dash | Tag::Close | Tag::Open | Tag::Colon | Tag::CloseBracket
            );
        let goes_on = matches!(
            parse.tag(last + 1),
            Tag::Gerund | Tag::Relative | Tag::Subordinator | Tag::Preposition | Tag::Coordinator
        );
        let close = before.is_some_and(|before| parse.tag(before) == Tag::Close || parse.tag(before) == Tag::Comma);
        if !set_off || !(ends || goes_on && close) {
            return None;
        }
        let left = before.map(|before| Stretch { first: field.first, last: self.back_over(before).max(field.first) });
        let right = (ends && last + 2 <= field.last).then(|| self.right_piece(last + 1, field.last, left)).flatten();
        let left =
            left.filter(|left| self.says_something(*left) || right.is_some_and(|right| self.says_something(right)));
        let pieces: Vec<Stretch> = left.into_iter().chain(right).collect();
        let as_ = parse.word(block.first) == parse.words().as_;
        (left.is_some() || as_ && !pieces.is_empty()).then_some(pieces)
    }

    /// What goes on after a report that ends before the mark at `mark`.
    fn right_piece(&self, mark: usize, last: usize, left: Option<Stretch>) -> Option<Stretch> {
        let parse = self.parse;
        let first = if parse.tag(mark) == Tag::Open { mark } else { mark + 1 };
        let piece = Stretch { first, last };
        let over = if parse.tag(first) == Tag::Coordinator { first + 1 } else { first };
        if parse.tag(over) == Tag::Open {
            return Some(Stretch { first: over, last });
        }
        let quoted = left.is_some_and(|left| parse.tag(left.last) == Tag::Close);
        let hangs = matches!(parse.tag(first), Tag::Gerund | Tag::Relative | Tag::Subordinator);
        let report =
            parse.word(first) == parse.words().according || self.next_report(mark.saturating_sub(1), last).is_some();
        let tensed = (first..=last).any(|i| parse.tensed_at(i).is_some());
        let unfinished = left.is_none_or(|left| !self.is_tensed(left) || self.ends_in_copula(left));
        let rest = tensed || unfinished || parse.tag(first) == Tag::Negation || parse.word(first) == parse.words().not;
        (!quoted && !hangs && !report && rest).then_some(piece)
    }

    fn ends_in_copula(&self, piece: Stretch) -> bool {
        self.parse.group_at(piece.last).is_some_and(|group| self.parse.groups()[group].lemma == self.parse.words().be)
    }

    fn is_tensed(&self, piece: Stretch) -> bool {
        (piece.first..=piece.last).any(|i| self.parse.tensed_at(i).is_some())
    }

    /// Tells whether a piece holds a main clause or quoted words, and is no mere circumstance.
    fn says_something(&self, piece: Stretch) -> bool {
        let parse = self.parse;
        if self.quotes.touch(piece) {
            return true;
        }
        (piece.first..=piece.last).filter_map(|i| parse.tensed_at(i)).any(|group| {
            let node = parse.nodes()[group];
            let bound = node.link == Link::Adverbial || node.link == Link::Relative;
            !bound || node.opener.is_none()
        })
    }

    // --- acts and things --------------------------------------------------------------------------

    /// "to close the plant" below a verb of promising or wanting.
    fn act_below(&self, at: usize) -> Option<Stretch> {
        let parse = self.parse;
        let group = parse.groups()[at];
        let direct = self.over_circumstances(group.last) + 1;
        let act = (at + 1..parse.groups().len()).find(|&next| {
            let (node, found) = (parse.nodes()[next], parse.groups()[next]);
            let below = node.parent == Some(at) && node.link == Link::Complement && found.first > group.last;
            found.form == Form::Infinitive && (below || found.first == direct)
        })?;
        let mut start = parse.groups()[act].first;
        if let Some(object) =
            parse.phrase_at(parse.over_adverbs(group.last + 1)).filter(|&object| !parse.is_time_phrase(object))
        {
            start = start.min(parse.phrases()[object].first);
        }
        let agreed =
            ["agree", "ask"].contains(&parse.language.lexicon.text(group.lemma)) && start == parse.groups()[act].first;
        (!agreed).then(|| Stretch { first: start, last: self.clause_end(at, start) })
    }

    /// The object of a verb of judging, from token `start` on.
    pub(super) fn thing_after(&self, at: usize, start: usize) -> Option<Stretch> {
        let parse = self.parse;
        let group = parse.groups()[at];
        let is = |class| parse.classes().is(group.lemma, class);
        let first = parse.over_open(parse.over_adverbs(start));
        let open = if first > start && parse.tag(first - 1) == Tag::Open { first - 1 } else { first };
        let named = match parse.unit(first) {
            Some(Unit::Phrase(phrase)) => !parse.is_time_phrase(phrase),
            Some(Unit::Group(found)) => parse.groups()[found].form == Form::Gerund,
            _ => parse.tag(first) == Tag::Possessive || (parse.tag(first) == Tag::Adjective && !is(Class::Deems)),
        };
        if !named {
            return None;
        }
        let last = self.clause_end(at, open);
        let judged = is(Class::Judges) || start > group.last + 1 || self.has_predicate(first, last);
        judged.then_some(Stretch { first: open, last })
    }

    /// "the raid an insult", "her stubborn", "the evidence as thin".
    fn has_predicate(&self, first: usize, last: usize) -> bool {
        let parse = self.parse;
        let as_ = (first + 1..=last).take(14).any(|i| parse.word(i) == parse.words().as_);
        let Some(phrase) = parse.phrase_at(first) else { return as_ || parse.tag(first + 1) == Tag::Adjective };
        let found = parse.phrases()[phrase];
        let next = super::edge::complement_end(parse, found.last) + 1;
        let described = found.last > found.head && parse.tag(found.last) == Tag::Adjective;
        let bare = parse.phrase_at(next).is_some_and(|phrase| !parse.is_time_phrase(phrase));
        as_ || described || bare || matches!(parse.tag(next), Tag::Open | Tag::Adjective)
    }
}
