//! A stand-in for the word table until the language stage has its own.
use crate::language::{Tag, Token, Word};
use crate::text::Span;
use foldhash::{HashMap, HashMapExt as _};

/// Words by number.
#[derive(Debug, Clone)]
pub struct Lexicon { map: HashMap<String, Word>, texts: Vec<String> }

impl Lexicon {
    /// Builds the table.
    pub fn builtin() -> Self { Self { map: HashMap::new(), texts: vec![String::new()] } }
    /// Adds a word.
    pub fn intern(&mut self, text: &str) -> Word {
        if let Some(&word) = self.map.get(text) { return word; }
        let word = Word(self.texts.len() as u32);
        self.texts.push(text.to_owned());
        self.map.insert(text.to_owned(), word);
        word
    }
    /// Finds a word.
    pub fn word(&self, text: &str) -> Word { self.map.get(text).copied().unwrap_or_default() }
}

/// Splits text.
pub fn tokens(text: &str, span: Span, lexicon: &Lexicon, out: &mut Vec<Token>) {
    let mut at = span.start;
    let s = &text[..span.end];
    while at < s.len() {
        let c = s[at..].chars().next().unwrap_or(' ');
        let mut end = at + c.len_utf8();
        if c.is_alphanumeric() {
            for d in s[end..].chars() {
                let next = s[end + d.len_utf8()..].chars().next().is_some_and(char::is_alphanumeric);
                let dotted = d == '.' && s[at..end].len() <= 3 && s[at..end].chars().next().is_some_and(char::is_uppercase);
                if matches!(d, '\'' | '’') && s[end + d.len_utf8()..].starts_with("s ") { break; }
                if d.is_alphanumeric() || (matches!(d, '-' | '\'' | '’' | '.' | '/' | '+') && next) || dotted { end += d.len_utf8(); } else { break; }
            }
        } else if matches!(c, '\'' | '’') && s[end..].starts_with('s') { end += 1; }
        if !c.is_whitespace() {
            let lower = s[at..end].to_lowercase();
            let word = lexicon.word(&lower);
            out.push(Token { span: Span::new(at, end), word, lemma: word, tag: Tag::Noun, capital: c.is_uppercase() });
        }
        at = end;
    }
}
