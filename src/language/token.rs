//! Tokens: words, numbers and marks of one sentence, as places in the document.
//!
//! Clitics stand alone ("Israel|'s", "do|n't", "they|'d"), hyphenated words, abbreviations and figures stay whole.
//! Marks get their final tag here, words get [`Tag::Other`] until they are tagged. Every byte that is neither space
//! nor an invisible mark belongs to exactly one token, whatever the script.

mod chars;
mod scan;

use super::lexicon::Lexicon;
use super::{Tag, Token, Word};
use crate::text::Span;
use chars::{Kind, first, kind};

/// Appends the tokens of `span` to `out`.
pub fn tokens(text: &str, span: Span, lexicon: &Lexicon, out: &mut Vec<Token>) {
    let end = if text.is_char_boundary(span.end.min(text.len())) { span.end.min(text.len()) } else { return };
    if !text.is_char_boundary(span.start.min(text.len())) {
        return;
    }
    let mut run =
        Run { text: &text[..end], start: span.start, at: span.start, single: false, double: false, lexicon, out };
    while let Some(&byte) = run.text.as_bytes().get(run.at) {
        match byte {
            b' ' => run.at += 1,
            // Words and the spaces between them, which nearly all of a text is.
            b'a'..=b'z' | b'A'..=b'Z' => run.word(),
            _ => run.step(),
        }
    }
}

/// A walk over one span.
struct Run<'a> {
    /// The document up to the end of the span.
    text: &'a str,
    start: usize,
    at: usize,
    /// Whether a single quotation mark is open.
    single: bool,
    /// Whether a straight double quotation mark is open.
    double: bool,
    lexicon: &'a Lexicon,
    out: &'a mut Vec<Token>,
}

impl Run<'_> {
    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or("")
    }

    fn before(&self) -> Option<char> {
        self.text[self.start.min(self.at)..self.at].chars().next_back()
    }

    /// Takes what begins here, or passes over it.
    fn step(&mut self) {
        let Some(char) = first(self.rest()) else { return self.at = self.text.len() };
        match kind(char) {
            Kind::Space => self.at += char.len_utf8(),
            Kind::Word => self.word(),
            Kind::Quote => self.quote(char),
            Kind::Mark => self.mark(char),
        }
    }

    /// Takes the word that begins here, split into its parts.
    fn word(&mut self) {
        let (end, plain) = scan::extent(self.text, self.at);
        let word = &self.text[self.at..end];
        let figure = scan::is_figure(word);
        let cut = if figure { word.len() } else { scan::clitic(word, plain) };
        let rest = word.len() - cut;
        self.put_word(cut, if figure { Tag::Number } else { Tag::Other }, plain);
        if rest > 0 {
            self.put_word(rest, Tag::Other, plain);
        }
    }

    /// Appends a token of `len` bytes, a mark or what stands with one.
    fn put(&mut self, len: usize, tag: Tag) {
        self.put_word(len, tag, false);
    }

    fn put_word(&mut self, len: usize, tag: Tag, plain: bool) {
        let span = Span::new(self.at, self.at + len);
        let text = span.of(self.text);
        let is_mark = !matches!(tag, Tag::Other | Tag::Genitive);
        let word = if is_mark { Word::UNKNOWN } else { self.lexicon.word(text) };
        let capital = match text.as_bytes().first() {
            Some(byte) if byte.is_ascii() => byte.is_ascii_uppercase(),
            _ => first(text).is_some_and(char::is_uppercase),
        };
        self.out.push(Token { span, word, lemma: word, tag, capital, plain });
        self.at = span.end;
    }

    fn quote(&mut self, char: char) {
        let len = char.len_utf8();
        let next = first(&self.rest()[len..]);
        match char {
            '“' | '„' | '‟' | '«' | '‹' | '‚' => self.put(len, Tag::Open),
            '‘' => {
                self.single = true;
                self.put(len, Tag::Open);
            }
            '”' | '»' | '›' => self.put(len, Tag::Close),
            '"' => self.double_quote(next),
            '`' if next == Some('`') => self.put(2, Tag::Open),
            '\'' if next == Some('\'') => self.put(2, Tag::Close),
            '`' => {
                self.single = true;
                self.put(1, Tag::Open);
            }
            _ => self.single_quote(char, next),
        }
    }

    fn double_quote(&mut self, next: Option<char>) {
        let opens = if self.opens(next) == self.closes(next) { !self.double } else { self.opens(next) };
        self.double = opens;
        self.put(1, if opens { Tag::Open } else { Tag::Close });
    }

    /// A single mark: a quotation mark, a genitive after s, or the start of a shortened word ("'90s").
    fn single_quote(&mut self, char: char, next: Option<char>) {
        let len = char.len_utf8();
        let after_s = matches!(self.before(), Some('s' | 'S'));
        if self.opens(next) && char == '\'' || self.opens(next) && next.is_some_and(|next| next.is_ascii_digit()) {
            if next.is_some_and(|next| next.is_ascii_digit()) && !self.single_closes_later() {
                let end = scan::word(self.text, self.at + len);
                self.put(end - self.at, Tag::Number);
                return;
            }
            self.single = true;
            self.put(len, Tag::Open);
        } else if after_s && (!self.single || self.single_closes_later()) {
            self.put(len, Tag::Genitive);
        } else {
            self.single = false;
            self.put(len, Tag::Close);
        }
    }

    /// Tells whether a further mark not far on closes the open single quotation.
    fn single_closes_later(&self) -> bool {
        let rest = self.rest().as_bytes();
        let mut at = 1;
        while at + 1 < rest.len().min(240) {
            let straight = rest[at] == b'\'';
            let curly = rest[at..].starts_with("’".as_bytes());
            let after = rest.get(at + if curly { 3 } else { 1 }).copied().unwrap_or(b' ');
            if (straight || curly) && at > 3 && !after.is_ascii_alphanumeric() && rest[at - 1] != b' ' {
                return true;
            }
            at += 1;
        }
        false
    }

    fn opens(&self, next: Option<char>) -> bool {
        let before = self.before();
        let free = before.is_none_or(|before| {
            kind(before) == Kind::Space
                || matches!(before, '(' | '[' | '{' | '—' | '–' | '-' | '/' | '“' | '‘' | '"' | '\'')
        });
        free && next.is_some_and(|next| kind(next) != Kind::Space)
    }

    fn closes(&self, next: Option<char>) -> bool {
        let free = next.is_none_or(|next| kind(next) != Kind::Word);
        free && self.before().is_some_and(|before| kind(before) != Kind::Space)
    }

    fn mark(&mut self, char: char) {
        let len = char.len_utf8();
        match char {
            ',' | '،' | '、' | '，' => self.put(len, Tag::Comma),
            ';' | ':' | '؛' | '：' | '；' => self.put(len, Tag::Colon),
            '.' | '!' | '?' | '…' | '؟' | '。' | '！' | '？' | '।' => self.stop(),
            '—' | '–' | '―' | '⸺' | '−' => self.put(len, Tag::Dash),
            '-' => {
                let len = self.rest().bytes().take_while(|&byte| byte == b'-').count();
                self.put(len, Tag::Dash);
            }
            '(' | '[' | '{' => self.put(len, Tag::OpenBracket),
            ')' | ']' | '}' => self.put(len, Tag::CloseBracket),
            '$' | '€' | '£' | '¥' | '#' | '@' | '+' => self.prefixed(len),
            _ => self.put(len, Tag::Symbol),
        }
    }

    /// A run of full stops, question and exclamation marks is one token.
    fn stop(&mut self) {
        let stops = |char: &char| matches!(char, '.' | '!' | '?' | '…' | '؟' | '。' | '！' | '？' | '।');
        let len = self.rest().chars().take_while(stops).map(char::len_utf8).sum();
        self.put(len, Tag::Stop);
    }

    /// A sum of money, a tag or a handle: the mark belongs to what follows.
    fn prefixed(&mut self, len: usize) {
        let next = first(&self.rest()[len..]);
        let money = !self.rest().starts_with('@');
        if next.is_some_and(|next| next.is_ascii_digit()) && money {
            let end = scan::word(self.text, self.at + len);
            self.put(end - self.at, Tag::Number);
        } else if next.is_some_and(char::is_alphabetic) && self.rest().starts_with(['#', '@']) {
            let end = scan::word(self.text, self.at + len);
            self.put(end - self.at, Tag::Other);
        } else {
            self.put(len, Tag::Symbol);
        }
    }
}

#[cfg(test)]
mod tests;
