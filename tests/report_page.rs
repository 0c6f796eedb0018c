//! `report`: the page in a real browser. What it shows, how it is worked, and that it does nothing else.

mod browser;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use browser::{Browser, View};
use demarche::corpus::{Corpus, Engine};
use demarche::document;
use demarche::dossier::Dossier;
use demarche::record::{Kind, Status};
use serde_json::{Value, json};

/// An article whose every part is out to be taken for markup or script.
const HOSTILE: &str = "---\n\
title: \"</title><script>window.owned = 1</script>\"\n\
outlet: \"<img src=x onerror='window.owned = 2'>\"\n\
date: 2031-05-02\n\
---\n\
</script><script>window.owned = 3</script><!-- <svg onload=alert(1)>\n\n\
The President of Norway, \"Ann <b>Onload=alert(1)</b> Smith\", said on Monday that talks would go on.\n\n\
Norway demanded that Denmark remove <script>window.owned = 4</script> from the border posts, an official said.\n\n\
Denmark agreed to open \u{2028}<a href=\"javascript:window.owned = 5\">a joint office</a> & more]]> in Oslo.\r\n\r\n\
Denmark rejected any \u{202e}exclusion of {{constructor}} from the \0 talks on `${window.owned = 6}`.\n";

/// A folder of its own for the files of one test.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("report-{name}"));
    let _none_there = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

/// The page that the command writes with these arguments.
#[track_caller]
fn page(name: &str, args: &[&str]) -> PathBuf {
    let file = folder(name).join("page.html");
    let mut command = Command::new(env!("CARGO_BIN_EXE_demarche"));
    command.arg("report").args(args).arg("-o").arg(&file).current_dir(env!("CARGO_MANIFEST_DIR"));
    let output = command.stdin(Stdio::null()).output().expect("the command runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    file
}

/// The page of the hostile article; its file name is hostile too.
fn hostile(name: &str) -> PathBuf {
    let articles = folder(&format!("{name}-articles"));
    fs::write(articles.join("<script>window.owned=7<&script>.txt"), HOSTILE).expect("an article");
    page(name, &[&articles.display().to_string(), "--dossier", "world"])
}

fn builtin() -> Corpus {
    let engine = Engine::new(Dossier::builtin("paris-talks").expect("a dossier")).expect("rules");
    engine.read(document::builtin().expect("articles"))
}

/// Chooses the option of a list whose name is `option`.
fn choose(browser: &Browser, list: &str, option: &str) {
    browser.eval(&format!(
        "(() => {{ const list = document.getElementById('f-{list}');
          list.value = [...list.options].find((known) => known.textContent === '{option}').value;
          list.dispatchEvent(new Event('input', {{ bubbles: true }})); }})()"
    ));
}

fn write(browser: &Browser, text: &str) {
    browser.eval(&format!(
        "(() => {{ const field = document.getElementById('f-text'); field.value = '{text}';
          field.dispatchEvent(new Event('input', {{ bubbles: true }})); }})()"
    ));
}

/// How many claims the list shows, and what the form says of it.
fn listed(browser: &Browser) -> (usize, String) {
    let shown = browser
        .eval("[...document.querySelectorAll('#list li.claim')].filter((item) => item.checkVisibility()).length");
    let count = browser.eval("document.getElementById('count').textContent");
    (usize::try_from(shown.as_u64().expect("a number")).expect("small"), count.as_str().expect("text").to_owned())
}

#[test]
fn filters_and_search_leave_what_is_asked_for() {
    let (browser, corpus) = (Browser::start(), builtin());
    browser.open(&page("filters", &[]), View::default());
    let total = corpus.claims.len();
    assert_eq!(listed(&browser), (total, format!("{total} claims")));
    let of =
        |keeps: &dyn Fn(&demarche::record::Claim) -> bool| corpus.claims.iter().filter(|claim| keeps(claim)).count();
    let expect = |left: usize| assert_eq!(listed(&browser), (left, format!("{left} of {total} claims")));
    let syria = |claim: &demarche::record::Claim| claim.holders.iter().any(|holder| holder == "syria");
    choose(&browser, "party", "Syria");
    expect(of(&syria));
    choose(&browser, "kind", "Demand");
    expect(of(&|claim| syria(claim) && claim.kind == Kind::Demand));
    choose(&browser, "source", "An-Nahar");
    let annahar = |claim: &demarche::record::Claim| corpus.documents[claim.document].id == "annahar";
    expect(of(&|claim| syria(claim) && claim.kind == Kind::Demand && annahar(claim)));
    browser.eval("document.querySelector('#filters [type=reset]').click()");
    browser.eval("new Promise((done) => setTimeout(done, 20))");
    assert_eq!(listed(&browser), (total, format!("{total} claims")));
    choose(&browser, "status", "expected");
    expect(of(&|claim| claim.status == Status::Expected));
    choose(&browser, "status", "Any status");
    choose(&browser, "issue", "A corridor to Sweida");
    expect(of(&|claim| claim.issues.iter().any(|issue| issue == "corridor")));
    choose(&browser, "issue", "All issues");
    write(&browser, "TIMETABLE wíthdrawal");
    let both = |claim: &demarche::record::Claim| {
        let quote = claim.quote.of(&corpus.documents[claim.document].text).to_lowercase();
        quote.contains("timetable") && quote.contains("withdrawal")
    };
    assert!(of(&both) > 0);
    expect(of(&both));
    write(&browser, "no such words");
    expect(0);
    assert_eq!(browser.eval("document.getElementById('nothing').checkVisibility()"), true);
    assert_eq!(
        browser.eval("[...document.querySelectorAll('#list h3, #list h4')].some((head) => head.checkVisibility())"),
        false
    );
    assert_eq!(browser.noise(), Vec::<String>::new());
}

/// Twenty articles with more claims than the list shows at once.
fn many(name: &str) -> PathBuf {
    let articles = folder(&format!("{name}-articles"));
    for number in 0..20 {
        let mut text = vec!["Talks went on in the capital for another day.".to_owned()];
        for holder in ["Norway", "Denmark", "Sweden"] {
            for cue in ["demanded", "rejected", "called for"] {
                for point in ["a ban on drift nets", "a truce at sea", "a joint office", "a tax on fuel"] {
                    text.push(format!("{holder} {cue} {point} in week {number}."));
                }
            }
        }
        fs::write(articles.join(format!("a{number:02}.txt")), text.join("\n\n")).expect("an article");
    }
    page(name, &[&articles.display().to_string(), "--dossier", "world"])
}

#[test]
fn a_long_list_is_drawn_as_it_is_asked_for_and_whole_on_paper() {
    let browser = Browser::start();
    browser.open(&many("many"), View::default());
    let (shown, count) = listed(&browser);
    assert!(shown < 300 && count == "480 claims", "{shown} of {count}");
    let rest = browser.eval(
        "(() => { const button = document.querySelector('#list .rest'); const lines = button.previousElementSibling.children;
          const before = lines.length; button.click();
          return [before, lines.length, document.activeElement === lines[before].querySelector('a')]; })()",
    );
    assert_eq!(rest[2], true, "the keyboard goes on where the list does: {rest}");
    assert!(rest[1].as_u64() > rest[0].as_u64(), "{rest}");
    choose(&browser, "party", "Sweden");
    assert_eq!(listed(&browser), (160, "160 of 480 claims".to_owned()));
    browser.eval("document.querySelector('.counts th a').click()");
    assert_eq!(browser.eval("document.getElementById('group-0').checkVisibility()"), true, "past the filter");
    browser.eval("dispatchEvent(new Event('beforeprint'))");
    assert_eq!(listed(&browser).0, 480);
    browser.eval("dispatchEvent(new Event('afterprint'))");
    assert_eq!(listed(&browser).0, shown);
}

#[test]
fn the_marks_in_the_articles_are_those_that_are_asked_for() {
    let browser = Browser::start();
    browser.open(&many("marks"), View::default());
    browser.eval("document.getElementById('d3').open = true");
    choose(&browser, "kind", "Red line");
    browser.eval("document.getElementById('d5').open = true");
    browser.eval("new Promise((done) => setTimeout(done, 50))");
    for article in ["d3", "d5"] {
        let marks = browser.eval(&format!(
            "['.m:not(.off)', '.m.off', '.m.k-red-line.off'].map((one) => document.querySelectorAll('#{article} ' + one).length)"
        ));
        assert_eq!(marks, json!([12, 24, 0]), "{article}");
    }
}

#[test]
fn every_claim_opens_with_its_words_in_place_and_its_chain() {
    let (browser, corpus) = (Browser::start(), builtin());
    browser.open(&page("claims", &[]), View::default());
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    for (number, claim) in corpus.claims.iter().enumerate() {
        let seen = browser.eval(&format!(
            "(() => {{ document.querySelector('#p{number} a.point').click();
              const panel = document.getElementById('panel');
              const marked = (name) => [...panel.querySelectorAll('blockquote .part-' + name)].map((part) => part.textContent).join('');
              const chain = Object.fromEntries([...panel.querySelectorAll('#panel-chain > div')].map((row) =>
                [row.querySelector('dt').textContent, row.querySelector('dd').textContent]));
              const seen = {{ open: panel.open, quote: marked('quote'), content: marked('content'), cue: marked('cue'), chain,
                article: document.getElementById('c{number}').closest('details').id }};
              panel.close(); return seen; }})()"
        ));
        let text = &corpus.documents[claim.document].text;
        let id = &claim.id;
        assert_eq!(seen["open"], true, "{id}");
        // A quote may take a list item with what introduces it; the mark before the item is no word of either.
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        for (name, span) in [("quote", claim.quote), ("content", claim.content), ("cue", claim.cue)] {
            assert_eq!(letters(seen[name].as_str().expect("text")), letters(span.of(text)), "{name} of {id}");
        }
        let chain = |term: &str| plain(seen["chain"][term].as_str().unwrap_or_default());
        assert_eq!(chain("Point"), format!("“{}”", plain(claim.content.of(text))), "{id}");
        assert!(
            chain("Rule").starts_with(&claim.rule) && chain("Rule").len() > claim.rule.len() + 10,
            "{}",
            chain("Rule")
        );
        assert!(chain("Place").ends_with(id), "{id}: {}", chain("Place"));
        for source in &claim.attribution {
            assert!(
                chain("Who says so").contains(&format!("citing {} ({}", source.name, source.kind.word())),
                "{id}: {seen}"
            );
        }
        for frame in &claim.frame {
            assert!(chain("Frame").contains(frame.role.word()), "{id}: {seen}");
        }
        assert_eq!(seen["article"], format!("d{}", claim.document), "{id}");
    }
}

#[test]
fn the_words_of_a_claim_lead_back_to_it_and_an_address_names_it() {
    let (browser, corpus) = (Browser::start(), builtin());
    let file = page("address", &[]);
    let (number, claim) = corpus.claims.iter().enumerate().find(|(_, claim)| claim.kind == Kind::RedLine).expect("one");
    browser.open_at(&file, &format!("#{}", claim.id), View::default());
    let title = "document.getElementById('panel').open && document.getElementById('panel-title').textContent";
    assert!(browser.eval(title).as_str().is_some_and(|title| title.starts_with("Red line: ")));
    browser.eval("document.getElementById('panel-go').click()");
    assert_eq!(browser.eval("document.getElementById('panel').open"), false);
    assert_eq!(browser.eval("document.activeElement.id"), format!("c{number}"));
    browser.press("Enter", false);
    assert_eq!(browser.eval("location.hash"), format!("#{}", claim.id));
    let next = "(() => { document.getElementById('panel-next').click(); return location.hash; })()";
    assert_ne!(browser.eval(next), format!("#{}", claim.id));
}

#[test]
fn a_cell_of_the_grid_opens_on_all_that_stands_behind_it() {
    let browser = Browser::start();
    browser.open(&page("grid", &[]), View::default());
    let seen = browser.eval(
        "(() => { const link = [...document.querySelectorAll('.grid .several')].find((one) => one.dataset.claims.includes(' '));
          link.click();
          const rows = [...document.querySelectorAll('#panel-place li a.point')].map((one) => one.getAttribute('href').slice(2));
          return [link.dataset.claims === rows.join(' '), link.dataset.title === document.getElementById('panel-title').textContent]; })()",
    );
    assert_eq!(seen, json!([true, true]));
    browser.eval("document.querySelector('#panel-place a.point').click()");
    assert_eq!(browser.eval("document.querySelectorAll('#panel-place blockquote').length"), 1);
    assert_eq!(browser.noise(), Vec::<String>::new());
}

#[test]
fn the_page_is_worked_with_the_keyboard_alone() {
    let browser = Browser::start();
    browser.open(&page("keyboard", &[]), View::default());
    browser.press("Tab", false);
    assert_eq!(browser.eval("document.activeElement.className"), "skip");
    assert_eq!(
        browser.eval("document.activeElement.getBoundingClientRect().top >= 0"),
        true,
        "the way past the menu shows"
    );
    browser.press("Enter", false);
    assert_eq!(browser.eval("document.activeElement.id"), "main");
    let mut tabs = 0;
    while browser.eval("document.activeElement.id") != "f-party" {
        browser.press("Tab", false);
        tabs += 1;
        assert!(tabs < 300, "the filters cannot be reached");
    }
    browser.press("S", false);
    assert_eq!(browser.eval("document.activeElement.selectedOptions[0].textContent"), "Syria");
    while browser.eval("document.activeElement.matches('#list a.point')") != true {
        browser.press("Tab", false);
        tabs += 1;
        assert!(tabs < 320, "no claim can be reached");
    }
    let from = browser.eval("document.activeElement.getAttribute('href')");
    browser.press("Enter", false);
    assert_eq!(browser.eval("document.activeElement.id"), "panel-title", "what has opened is said");
    for _ in 0..12 {
        browser.press("Tab", false);
        let inside = "document.activeElement === document.body || document.activeElement.closest('#panel') !== null";
        assert_eq!(browser.eval(inside), true, "the focus leaves the panel");
    }
    browser.press("Escape", false);
    assert_eq!(browser.eval("document.getElementById('panel').open"), false);
    assert_eq!(browser.eval("document.activeElement.getAttribute('href')"), from, "back to where it was");
}

#[test]
fn an_article_that_holds_markup_and_script_shows_them_as_text() {
    let browser = Browser::start();
    let file = hostile("hostile");
    browser.open(&file, View::default());
    assert_eq!(browser.eval("typeof window.owned"), "undefined");
    assert_eq!(browser.eval("document.querySelectorAll('script').length"), 2);
    assert_eq!(browser.eval("document.querySelectorAll('img, svg, b, iframe, object, embed, link, base').length"), 0);
    assert_eq!(
        browser
            .eval("[...document.querySelectorAll('a')].filter((a) => !a.getAttribute('href').startsWith('#')).length"),
        0
    );
    let handlers = "[...document.querySelectorAll('*')].some((element) => [...element.attributes].some((one) => /^on|^style$/.test(one.name)))";
    assert_eq!(browser.eval(handlers), false);
    let text = browser.eval("document.getElementById('articles').textContent");
    for words in [
        "<script>window.owned = 4</script>",
        "\"Ann <b>Onload=alert(1)</b> Smith\"",
        "<img src=x onerror='window.owned = 2'>",
        "{{constructor}}",
    ] {
        assert!(text.as_str().is_some_and(|text| text.contains(words)), "{words}\n{text}");
    }
    let claims = browser.eval("document.querySelectorAll('#list li.claim').length").as_u64().expect("a number");
    assert!(claims >= 3, "{claims} claims");
    for number in 0..claims {
        let same = browser.eval(&format!(
            "(() => {{ openClaim({number}); const panel = document.getElementById('panel');
              const marked = [...panel.querySelectorAll('blockquote .part-content')].map((part) => part.textContent).join('');
              const same = [marked, document.querySelector('#p{number} .point').textContent];
              panel.close(); return same; }})()"
        ));
        assert_eq!(same[0], same[1], "the places are those of the text");
    }
    assert_eq!(browser.eval("typeof window.owned"), "undefined");
    assert_eq!(browser.noise(), Vec::<String>::new());
}

#[test]
fn the_policy_lets_nothing_else_in() {
    let browser = Browser::start();
    browser.open(&page("policy", &[]), View::default());
    assert_eq!(browser.noise(), Vec::<String>::new(), "the page itself is within it");
    let broken = browser.eval(
        "new Promise((done) => {
          const broken = new Set();
          addEventListener('securitypolicyviolation', (event) => broken.add(event.effectiveDirective));
          const script = document.createElement('script');
          try { script.append('window.owned = 1'); document.body.append(script); } catch (error) { broken.add(error.name); }
          try { document.body.insertAdjacentHTML('beforeend', '<p>'); } catch (error) { broken.add(error.name); }
          const picture = new Image(); picture.src = 'http://127.0.0.1:9/x.png';
          fetch('http://127.0.0.1:9/').catch(() => {});
          document.body.setAttribute('style', 'color: red');
          setTimeout(() => done([typeof window.owned, ...[...broken].sort()]), 300);
        })",
    );
    let broken: Vec<&str> = broken.as_array().expect("a list").iter().filter_map(Value::as_str).collect();
    for expected in ["undefined", "TypeError", "connect-src", "img-src", "style-src-attr"] {
        assert!(broken.contains(&expected), "{expected} is not refused: {broken:?}");
    }
}

#[test]
fn without_scripts_everything_can_be_read_and_followed() {
    let (browser, corpus) = (Browser::without_scripts(), builtin());
    browser.open(&page("plain", &[]), View::default());
    assert_eq!(browser.eval("document.querySelector('noscript p').checkVisibility()"), true);
    assert_eq!(browser.eval("document.getElementById('filters').checkVisibility()"), false);
    for (number, claim) in corpus.claims.iter().enumerate() {
        let ways = browser.eval(&format!(
            "[document.querySelector('#p{number} a').getAttribute('href'), document.getElementById('c{number}').checkVisibility()]"
        ));
        assert_eq!(ways, json!([format!("#c{number}"), true]), "{}", claim.id);
    }
}

#[test]
fn a_phone_scrolls_down_and_never_sideways() {
    let browser = Browser::start();
    for file in [page("phone", &[]), hostile("phone-hostile")] {
        for width in [320, 390, 768] {
            browser.open(&file, View { width, height: 800, ..View::default() });
            let fits = browser.eval("document.documentElement.scrollWidth <= innerWidth");
            assert_eq!(fits, true, "{} at {width}", file.display());
            browser.eval("openClaim(0)");
            let fits = browser.eval("panel.scrollWidth <= panel.clientWidth");
            assert_eq!(fits, true, "the panel at {width}");
        }
    }
}

#[test]
fn text_stands_out_from_its_ground_in_both_schemes() {
    let browser = Browser::start();
    let file = page("contrast", &[]);
    let mut grounds = Vec::new();
    for dark in [false, true] {
        browser.open(&file, View { dark, ..View::default() });
        browser.eval("openClaim(1)");
        let weak = browser.eval(include_str!("browser/contrast.js"));
        assert_eq!(weak, json!([]), "dark: {dark}");
        grounds.push(browser.eval("getComputedStyle(document.body).backgroundColor"));
    }
    assert_ne!(grounds[0], grounds[1]);
}

#[test]
fn a_reader_that_cannot_see_finds_landmarks_headings_and_names() {
    let browser = Browser::start();
    browser.open(&page("landmarks", &[]), View::default());
    let counts = browser.eval("['main', 'nav[aria-label]', 'header', 'footer', 'h1', '[role=search]', '[role=status]'].map((name) => document.querySelectorAll(name).length)");
    assert_eq!(counts, json!([1, 1, 1, 1, 1, 1, 1]));
    let jumps = browser.eval(
        "(() => { let before = 0; const jumps = [];
          for (const head of document.querySelectorAll('main h1, main h2, main h3, main h4, header h1')) {
            const level = Number(head.tagName[1]);
            if (level > before + 1) jumps.push(head.textContent);
            before = level; }
          return jumps; })()",
    );
    assert_eq!(jumps, json!([]));
    let nameless = browser.eval(
        "[...document.querySelectorAll('select, input')].filter((field) => !field.labels.length).length
         + [...document.querySelectorAll('button, a, th, summary')].filter((one) => !one.textContent.trim()).length
         + [...document.querySelectorAll('[aria-labelledby], [aria-describedby]')].filter((one) =>
             !document.getElementById(one.getAttribute('aria-labelledby') ?? one.getAttribute('aria-describedby'))).length",
    );
    assert_eq!(nameless, 0);
    let ids = browser.eval("(() => { const ids = [...document.querySelectorAll('[id]')].map((one) => one.id); return ids.length - new Set(ids).size; })()");
    assert_eq!(ids, 0, "an id is there twice");
    let dead = browser.eval("[...document.querySelectorAll('a')].map((a) => a.getAttribute('href').slice(1)).filter((id) => !document.getElementById(id))");
    assert_eq!(dead, json!([]));
}

#[test]
fn on_paper_the_menu_and_the_form_are_gone_and_every_article_is_there() {
    let browser = Browser::start();
    browser.open(&page("paper", &[]), View::default());
    browser.eval("document.querySelectorAll('details').forEach((one) => { one.open = false; })");
    browser.on_paper(true);
    let seen = browser.eval(
        "['nav', '#filters', '.compared .claims', '#d0 .t'].map((name) => {
          const one = document.querySelector(name); return one.checkVisibility() && one.getBoundingClientRect().height > 0; })",
    );
    assert_eq!(seen, json!([false, false, true, true]));
    let pdf = browser.print();
    let text = String::from_utf8_lossy(&pdf);
    assert!(pdf.starts_with(b"%PDF"));
    // A4 in points, as the printer rounds it.
    assert!(text.contains("/MediaBox [0 0 595") || text.contains("/MediaBox [0 0 594"), "not A4");
}
