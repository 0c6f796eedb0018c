//! The words of menus, share buttons, notices and link lists.
//!
//! It holds the standing vocabulary of news pages, never words of an article.

use std::sync::LazyLock;

use regex::Regex;

use super::shape::{End, Shape};

/// Lines that are furniture when they stand alone, in lower case with single spaces and no punctuation.
const ALONE: &[&str] = &[
    "advertisement",
    "advertisements",
    "advertising",
    "ad",
    "sponsored",
    "sponsored content",
    "promoted",
    "story continues below",
    "story continues below advertisement",
    "article continues below",
    "article continues below advertisement",
    "story continues after advertisement",
    "continue reading",
    "continue reading below",
    "skip to main content",
    "skip to content",
    "skip navigation",
    "skip ad",
    "jump to content",
    "smaller bigger",
    "font change",
    "font size",
    "text size",
    "change font size",
    "share this",
    "share this article",
    "share this story",
    "share article",
    "link copied",
    "copy link",
    "back to top",
    "load more",
    "show more",
    "see more",
    "see all",
    "view all",
    "view comments",
    "comments",
    "leave a comment",
    "leave a reply",
    "post a comment",
    "no comments",
    "add a comment",
    "listen to this article",
    "listen to article",
    "play audio",
    "listen",
    "watch",
    "print",
    "print this page",
    "print article",
    "email this article",
    "download pdf",
    "follow us",
    "breaking news",
    "about us",
    "contact us",
    "our partners",
    "terms of use",
    "terms of service",
    "privacy policy",
    "cookie policy",
    "about the author",
    "about the authors",
    "go to homepage",
    "home",
    "menu",
    "search",
    "loading",
    "read full article",
    "read the full story",
    "read the full article",
    "previous article",
    "next article",
    "previous post",
    "next post",
    "end of article",
    "support our journalism",
    "donate",
    "donate now",
    "subscribe",
    "subscribe now",
    "sign up",
    "sign in",
    "log in",
    "all rights reserved",
    "image",
    "video",
    "gallery",
    "in pictures",
    "photo gallery",
    "image credit",
    "enlarge image",
    "expand image",
    "view gallery",
    "close",
    "toggle caption",
    "hide caption",
    "this article is more than 1 year old",
    "add as preferred source",
    "add us on google",
    "save",
    "bookmark",
    "bookmark this article",
    "remove ads",
    "end of list",
    "list of 2 items",
    "list of 3 items",
    "list of 4 items",
    "list of 5 items",
    "news agencies",
    "agencies",
];

/// Lines above a list of links.
const LIST_HEADS: &[&str] = &[
    "related articles",
    "related article",
    "related stories",
    "related",
    "related news",
    "related topics",
    "related content",
    "related posts",
    "related links",
    "related coverage",
    "related reading",
    "read more",
    "read next",
    "keep reading",
    "read also",
    "also read",
    "see also",
    "more on this story",
    "more on this topic",
    "more on this",
    "more stories",
    "more news",
    "more from this author",
    "more from the author",
    "most read",
    "most popular",
    "most viewed",
    "most commented",
    "most shared",
    "trending",
    "trending now",
    "popular",
    "popular now",
    "latest news",
    "latest",
    "latest stories",
    "latest articles",
    "recommended",
    "recommended for you",
    "recommended stories",
    "recommended reading",
    "you may also like",
    "you might also like",
    "you may be interested in",
    "editors picks",
    "editor s picks",
    "editor's picks",
    "top stories",
    "tags",
    "topics",
    "keywords",
    "categories",
    "newsletter",
    "newsletters",
    "from our partners",
    "around the web",
    "up next",
    "dont miss",
    "don't miss",
    "in other news",
];

/// Heads of a furniture line.
const OPENERS: &[&str] = &[
    "read more:",
    "read more about",
    "read also:",
    "also read:",
    "read also |",
    "also read |",
    "read next:",
    "see also:",
    "related:",
    "related stories:",
    "more:",
    "watch:",
    "watch |",
    "listen:",
    "photos:",
    "pictures:",
    "in pictures:",
    "video:",
    "gallery:",
    "podcast:",
    "live updates:",
    "follow live:",
    "explained:",
    "sign up for",
    "sign up to",
    "subscribe to",
    "subscribe for",
    "follow us on",
    "join our",
    "join us on",
    "get our",
    "download our",
    "download the",
    "click here",
    "tap here",
    "correction:",
    "corrections:",
    "correction (",
    "clarification:",
    "editor's note:",
    "editor’s note:",
    "editors' note:",
    "editor's note -",
    "disclaimer:",
    "advertisement:",
    "tags:",
    "topics:",
    "keywords:",
    "filed under",
    "posted in",
    "categories:",
    "category:",
    "copyright ",
    "©",
    "(c) 20",
    "was this article",
    "was this helpful",
    "did you find this",
    "this article was originally published",
    "this story was originally",
    "this article was first published",
    "this article has been updated",
    "this story has been updated",
    "this article first appeared",
    "this article was amended",
    "this post has been updated",
    "skip to ",
    "share on ",
    "share this ",
    "listen to this",
    "you can follow",
    "estimated reading time",
    "reading time",
    "have a tip",
    "got a tip",
    "support independent journalism",
    "the views expressed in this",
    "opinions expressed in this",
    "the opinions expressed",
    "please enable javascript",
    "your browser does not",
    "this video is",
    "source: ",
    "from: ",
    "sent: ",
    "to: ",
    "cc: ",
    "subject: ",
    "sources: ",
    "http://",
    "https://",
    "www.",
];

/// [`INSIDE`] as one pattern, which reads a line once where its words, one by one, would read it as often as there are.
static GIVEN_AWAY: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(&INSIDE.join("|")).ok());

/// Words that give away a furniture line wherever they stand in it; none has a sign that a pattern would read otherwise.
const INSIDE: &[&str] = &[
    "all rights reserved",
    "use cookies",
    "uses cookies",
    "by signing up you",
    "by signing up, you",
    "by subscribing you",
    "by subscribing, you",
    "our terms and conditions",
    "our terms of service",
    "our privacy policy",
    "cookie preferences",
    "manage preferences",
    "unsubscribe at any time",
    "add to home screen",
    "turn on notifications",
];

/// Words of menus; a line is a menu where it has one of these and no other words than these and the next.
const MENU: &str = " share facebook x twitter whatsapp telegram linkedin email mail e-mail print copy reddit pinterest instagram \
    youtube messenger bluesky threads tiktok flipboard menu search login signin signup subscribe register smaller bigger \
    font bookmark cookies rss newsletter comments sms pocket tweet snapchat tumblr viber line a+ a- aa ";

/// Words that come with them.
const FILLERS: &str = " a link copied log in sign up on to via size text change save comment listen follow us home close open more \
    less show hide next previous back top main content accept reject all manage preferences settings privacy terms contact \
    about advertise live video photos gallery play pause mute read views likes yes no this article story and or with ";

/// Tells whether `text` is a line of marks without a letter or figure.
pub(super) fn is_rule(text: &str) -> bool {
    !text.chars().any(char::is_alphanumeric)
}

/// Tells whether the line `text` (`lower` its head in lower case) is furniture by its own words.
pub(super) fn is_furniture(text: &str, lower: &str, shape: &Shape) -> bool {
    let Some(&first) = lower.as_bytes().first() else { return false };
    let opens = |opener: &&str| opener.as_bytes()[0] == first && lower.starts_with(*opener);
    if shape.words <= 60 && OPENERS.iter().any(opens) {
        return true;
    }
    if shape.words <= 40 && GIVEN_AWAY.as_ref().is_some_and(|words| words.is_match(lower)) {
        return true;
    }
    if shape.words > 16 || shape.sentences {
        return false;
    }
    let plain = plain(lower);
    ALONE.contains(&plain.as_str())
        || lower.len() <= LIST_HEAD && heads_list(&plain)
        || is_menu(lower, shape)
        || is_trail(text)
        || is_reading_time(&plain)
}

/// No line above a list of links is longer, in bytes.
const LIST_HEAD: usize = 60;

/// Tells whether the line, in lower case, stands above a list of links.
pub(super) fn is_list_head(lower: &str) -> bool {
    lower.len() <= LIST_HEAD && heads_list(&plain(lower))
}

fn heads_list(plain: &str) -> bool {
    LIST_HEADS.contains(&plain) || (plain.starts_with("more from ") && plain.split(' ').count() <= 6)
}

/// Keeps the words of a lower-case line, with single spaces.
fn plain(lower: &str) -> String {
    let words = lower.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’'));
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ").replace('’', "'")
}

fn is_menu(lower: &str, shape: &Shape) -> bool {
    if shape.end == End::Stop || lower.len() > 160 {
        return false;
    }
    let mut core = false;
    for word in
        lower.split(|c: char| c.is_whitespace() || matches!(c, '|' | '/' | ',' | '•' | '·' | '(' | ')' | ':' | '!'))
    {
        let padded = format!(" {word} ");
        let menu = MENU.contains(&padded);
        core |= menu && !word.is_empty();
        if !menu && !word.bytes().all(|b| b.is_ascii_digit()) && !FILLERS.contains(&padded) {
            return false;
        }
    }
    core
}

/// Tells whether the line is a row of short labels: "Home › World › Middle East".
fn is_trail(text: &str) -> bool {
    let pieces: Vec<&str> = text.split(['|', '›', '»', '>', '•', '·', '→']).collect();
    pieces.len() >= 3
        && pieces.iter().all(|piece| piece.split_whitespace().count() <= 4 && !piece.trim_end().ends_with('.'))
}

/// Tells whether the line counts or dates the page: "4 min read", "12 comments", "Updated 3 hours ago", "list 1 of 4".
fn is_reading_time(plain: &str) -> bool {
    let words: Vec<&str> = plain.split(' ').collect();
    let counted = plain.starts_with(|c: char| c.is_ascii_digit());
    let dated = matches!(words[0], "updated" | "published" | "posted" | "modified");
    match words.as_slice() {
        ["list", n, "of", m] => [n, m].iter().all(|word| word.bytes().all(|b| b.is_ascii_digit())),
        [.., "ago"] => words.len() <= 5 && (counted || dated),
        [.., "read" | "comments" | "comment" | "shares" | "views" | "likes"] => words.len() <= 4 && counted,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn says(text: &str) -> bool {
        let lower = text.to_lowercase();
        is_rule(text) || is_furniture(text, &lower, &Shape::of(text))
    }

    #[test]
    fn menus_notices_and_link_lines_are_furniture() {
        for text in [
            "⸻",
            "---",
            "* * *",
            "Smaller Bigger",
            "font change",
            "Related Articles",
            "READ MORE: Inside a province",
            "ADVERTISEMENT",
            "Story continues below",
            "Skip to main content",
            "Share",
            "Facebook X WhatsApp Email Copy link",
            "Link copied!",
            "Menu | Search | Log in",
            "Home › World › Middle East",
            "© 2025 The Gazette. All rights reserved.",
            "We and our partners use cookies. Accept all | Reject all | Manage preferences",
            "Was this article helpful? Yes / No",
            "The week in five minutes, every Friday. By signing up you agree to our terms and conditions.",
            "Share 12",
            "4 min read",
            "PHOTOS: A wedding",
            "Correction: An earlier version misspelt a name.",
            "A+ A-",
            "More from The Gazette",
            "https://example.org/a",
        ] {
            assert!(says(text), "{text}");
        }
    }

    #[test]
    fn headings_and_prose_are_not() {
        for text in [
            "What next?",
            "Notable steps",
            "Crux of the deal",
            "No.",
            "The parties share the water.",
            "A plan to share the line",
            "More talks are planned.",
            "The latest round",
            "They agreed to share water | power",
            "Syria said no.",
            "Subscribers to the treaty met in Amman.",
            "Open questions",
            "All or nothing",
        ] {
            assert!(!says(text), "{text}");
        }
    }
}
