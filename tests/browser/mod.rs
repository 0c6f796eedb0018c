//! A real Chromium, told what to do through the pipe of its `DevTools` protocol.
//!
//! It opens files of this machine alone. Every answer is waited for a bounded time, and the browser ends with the
//! test: it leaves when its pipe closes, and is ended by its own id where it does not.

use std::cell::{Cell, RefCell};
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// How long an answer may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(90);

/// The browsers started by this process, so that each has a profile of its own.
static STARTED: AtomicUsize = AtomicUsize::new(0);

/// A running browser with one page.
pub(crate) struct Browser {
    process: Child,
    pipe: RefCell<Option<ChildStdin>>,
    answers: Receiver<Value>,
    sent: Cell<u64>,
    events: RefCell<Vec<Value>>,
    session: RefCell<String>,
    profile: PathBuf,
}

/// How a page is looked at.
#[derive(Clone, Copy)]
pub(crate) struct View {
    /// The width of the window in CSS pixels.
    pub(crate) width: u32,
    /// Its height.
    pub(crate) height: u32,
    /// Whether the reader asks for dark pages.
    pub(crate) dark: bool,
}

impl Default for View {
    fn default() -> Self {
        Self { width: 1280, height: 900, dark: false }
    }
}

impl Browser {
    /// Starts a browser with an empty page.
    ///
    /// # Panics
    ///
    /// Where there is none: the tests of the page mean nothing then.
    pub(crate) fn start() -> Self {
        Self::start_with(&[])
    }

    /// As [`Browser::start`], with the scripts of pages switched off.
    pub(crate) fn without_scripts() -> Self {
        Self::start_with(&["--blink-settings=scriptEnabled=false"])
    }

    fn start_with(arguments: &[&str]) -> Self {
        let program = chromium();
        let number = STARTED.fetch_add(1, Ordering::Relaxed);
        let profile = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("chromium-{}-{number}", std::process::id()));
        // The protocol wants the descriptors 3 and 4, which only a shell can hand on without unsafe code.
        let mut process = Command::new("sh")
            .args(["-c", "exec \"$0\" \"$@\" 3<&0 4>&1 </dev/null >/dev/null 2>/dev/null"])
            .arg(program)
            .args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--remote-debugging-pipe"])
            .args(["--no-first-run", "--disable-extensions", "--disable-background-networking", "--disable-sync"])
            .args(arguments)
            .arg(format!("--user-data-dir={}", profile.display()))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("a shell");
        let output = BufReader::new(process.stdout.take().expect("a pipe"));
        let (give, answers) = channel();
        thread::spawn(move || {
            let messages = output.split(0).map_while(Result::ok);
            let values = messages.filter_map(|message| serde_json::from_slice(&message).ok());
            values.take_while(|value: &Value| give.send(value.clone()).is_ok()).for_each(drop);
        });
        let pipe = RefCell::new(process.stdin.take());
        let (sent, events, session) = (Cell::new(0), RefCell::default(), RefCell::default());
        let browser = Self { process, pipe, answers, sent, events, session, profile };
        let target = browser.call("Target.createTarget", &json!({ "url": "about:blank" }));
        let attached =
            browser.call("Target.attachToTarget", &json!({ "targetId": target["targetId"], "flatten": true }));
        browser.session.replace(attached["sessionId"].as_str().expect("a session").to_owned());
        for domain in ["Page", "Runtime", "Log", "Network", "Audits"] {
            browser.call(&format!("{domain}.enable"), &json!({}));
        }
        browser.call("Page.setLifecycleEventsEnabled", &json!({ "enabled": true }));
        browser
    }

    /// Opens a file and waits until it is loaded; returns how long that took.
    pub(crate) fn open(&self, file: &Path, view: View) -> Duration {
        self.open_at(file, "", view)
    }

    /// As [`Browser::open`], at a place in the file ("#c1").
    pub(crate) fn open_at(&self, file: &Path, place: &str, view: View) -> Duration {
        let View { width, height, dark } = view;
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600 });
        self.call("Emulation.setDeviceMetricsOverride", &metrics);
        let scheme = if dark { "dark" } else { "light" };
        let media = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        self.call("Emulation.setEmulatedMedia", &media);
        self.navigate("about:blank");
        self.events.borrow_mut().clear();
        let start = Instant::now();
        self.navigate(&format!("file://{}{place}", file.display()));
        start.elapsed()
    }

    /// Evaluates an expression in the page and returns its value; promises are waited for.
    #[track_caller]
    pub(crate) fn eval(&self, expression: &str) -> Value {
        let asked = json!({ "expression": expression, "returnByValue": true, "awaitPromise": true });
        let answer = self.call("Runtime.evaluate", &asked);
        assert!(answer.get("exceptionDetails").is_none(), "{expression}\n{answer:#}");
        answer["result"]["value"].clone()
    }

    /// Presses and releases a key ("Tab", "Enter", "Escape", "a"), with shift or without.
    pub(crate) fn press(&self, key: &str, shift: bool) {
        let code = match key {
            "Tab" => 9,
            "Enter" => 13,
            "Escape" => 27,
            _ => key.chars().next().map_or(0, |c| u32::from(c.to_ascii_uppercase())),
        };
        let mut event =
            json!({ "key": key, "code": key, "windowsVirtualKeyCode": code, "modifiers": if shift { 8 } else { 0 } });
        let text = if key == "Enter" { "\r" } else { key };
        event["type"] = json!(if key == "Enter" || key.len() == 1 { "keyDown" } else { "rawKeyDown" });
        if event["type"] == "keyDown" {
            event["text"] = json!(text);
        }
        self.call("Input.dispatchKeyEvent", &event);
        event["type"] = json!("keyUp");
        self.call("Input.dispatchKeyEvent", &event);
    }

    /// Prints the page and returns the PDF.
    pub(crate) fn print(&self) -> Vec<u8> {
        let answer = self.call("Page.printToPDF", &json!({ "preferCSSPageSize": true, "printBackground": true }));
        decoded(answer["data"].as_str().unwrap_or_default())
    }

    /// Whether the page is looked at as on paper.
    pub(crate) fn on_paper(&self, paper: bool) {
        self.call("Emulation.setEmulatedMedia", &json!({ "media": if paper { "print" } else { "" } }));
    }

    /// What the page asked the network for, and what the browser complained of, since it was opened.
    pub(crate) fn noise(&self) -> Vec<String> {
        self.eval("new Promise((done) => setTimeout(done, 50))");
        let complaints = ["Log.entryAdded", "Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Audits.issueAdded"];
        let events = self.events.borrow();
        let loud = events.iter().filter(|event| {
            let method = event["method"].as_str().unwrap_or_default();
            let asks = method == "Network.requestWillBeSent"
                && !event["params"]["documentURL"]
                    .as_str()
                    .is_some_and(|page| event["params"]["request"]["url"] == page);
            asks || complaints.contains(&method)
        });
        loud.map(Value::to_string).collect()
    }

    /// Sends a command and returns what it results in.
    #[track_caller]
    fn call(&self, method: &str, parameters: &Value) -> Value {
        let number = self.sent.get() + 1;
        self.sent.set(number);
        let mut message = json!({ "id": number, "method": method, "params": parameters });
        if !self.session.borrow().is_empty() {
            message["sessionId"] = json!(*self.session.borrow());
        }
        let mut bytes = message.to_string().into_bytes();
        bytes.push(0);
        let mut pipe = self.pipe.borrow_mut();
        pipe.as_mut().expect("an open pipe").write_all(&bytes).expect("the browser listens");
        drop(pipe);
        let mut answer = self.receive(method, |message| message["id"] == number);
        assert!(answer.get("error").is_none(), "{method}: {answer}");
        answer["result"].take()
    }

    /// Goes to an address and waits until what stands there is loaded.
    fn navigate(&self, address: &str) {
        let loader = self.call("Page.navigate", &json!({ "url": address }))["loaderId"].take();
        let arrived = |event: &Value| {
            let parameters = &event["params"];
            event["method"] == "Page.lifecycleEvent" && parameters["name"] == "load" && parameters["loaderId"] == loader
        };
        if !self.events.borrow().iter().any(arrived) {
            self.receive(address, arrived);
        }
    }

    /// The next message that is wanted; those before it are kept as events.
    #[track_caller]
    fn receive(&self, what: &str, wanted: impl Fn(&Value) -> bool) -> Value {
        let end = Instant::now() + PATIENCE;
        loop {
            let left = end.saturating_duration_since(Instant::now());
            let message = self.answers.recv_timeout(left).unwrap_or_else(|error| panic!("{what}: {error}"));
            if wanted(&message) {
                return message;
            }
            self.events.borrow_mut().push(message);
        }
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        self.pipe.borrow_mut().take();
        let end = Instant::now() + Duration::from_secs(10);
        while matches!(self.process.try_wait(), Ok(None)) && Instant::now() < end {
            thread::sleep(Duration::from_millis(20));
        }
        let _ended_already = self.process.kill();
        let _nothing_left = self.process.wait();
        let _kept_by_nobody = fs::remove_dir_all(&self.profile);
    }
}

/// The path of the browser.
fn chromium() -> PathBuf {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    let found = std::env::split_paths(&folders).map(|folder| folder.join("chromium")).find(|path| path.is_file());
    found.unwrap_or_else(|| {
        panic!("no `chromium` in PATH; on Debian: apt-get install --no-install-recommends chromium (.ci/run does so)")
    })
}

/// Decodes Base64, in which the protocol sends files.
fn decoded(text: &str) -> Vec<u8> {
    let value = |letter: u8| match letter {
        b'A'..=b'Z' => Some(letter - b'A'),
        b'a'..=b'z' => Some(letter - b'a' + 26),
        b'0'..=b'9' => Some(letter - b'0' + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    };
    let bits: Vec<u8> = text.bytes().filter_map(value).collect();
    let bytes = |four: &[u8]| {
        let all = four.iter().fold(0_u32, |all, six| all << 6 | u32::from(*six)) << (6 * (4 - four.len()));
        all.to_be_bytes()[1..four.len()].to_vec()
    };
    bits.chunks(4).flat_map(bytes).collect()
}
