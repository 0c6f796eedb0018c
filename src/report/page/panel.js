// The panel for one claim: its words in place, and its chain.

const panel = byId("panel");
let shownClaim = -1;
let around = [];

/** The places that matter for a claim, each with what it is. */
function partsOf(n) {
  const parts = [{ name: "content", place: claims.content[n] }, { name: "cue", place: claims.cue[n] }];
  for (const place of claims.holder_words[n]) parts.push({ name: "holder", place });
  for (const hop of claims.attribution[n]) parts.push({ name: "source", place: hop[3] });
  for (const [role, place] of claims.frame[n]) parts.push({ name: records.roles[role], place });
  return parts.filter((part) => part.place && part.place[1] > 0);
}

const inside = (part, at) => part.place[0] <= at && at < part.place[0] + part.place[1];

/** Units of a long block that are shown on either side of what matters. */
const AROUND = 500;

/** One block of the article with the parts of a claim marked. */
function passage(block, parts) {
  const paragraph = make("p");
  const own = parts.filter((part) => part.place[0] < block.end && block.start < part.place[0] + part.place[1]);
  const first = Math.min(...own.map((part) => part.place[0]));
  const last = Math.max(...own.map((part) => part.place[0] + part.place[1]));
  const start = Math.max(block.start, first - AROUND);
  const end = Math.min(block.end, last + AROUND);
  const cuts = new Set([start, end]);
  for (const { place } of own) {
    for (const at of [place[0], place[0] + place[1]]) if (start < at && at < end) cuts.add(at);
  }
  const sorted = [...cuts].sort((a, b) => a - b);
  if (start > block.start) paragraph.append("… ");
  for (let i = 0; i + 1 < sorted.length; i++) {
    const text = block.text.slice(sorted[i] - block.start, sorted[i + 1] - block.start);
    const names = own.filter((part) => inside(part, sorted[i])).map((part) => "part-" + part.name);
    paragraph.append(names.length ? make("span", { class: names.join(" ") }, text) : text);
  }
  if (end < block.end) paragraph.append(" …");
  return paragraph;
}

/** The blocks that hold the quote or a part of the claim, and the names of what is marked in them. */
function fillPlace(n) {
  const parts = partsOf(n);
  const quote = claims.quote[n] && { name: "quote", place: claims.quote[n] };
  const all = quote ? [quote, ...parts] : parts;
  const children = [];
  let before = -1;
  blocks(claims.document[n]).forEach((block, at) => {
    if (!all.some((part) => part.place[0] < block.end && block.start < part.place[0] + part.place[1])) return;
    if (before >= 0 && at > before + 1) children.push(make("p", { class: "gap" }, "…"));
    before = at;
    children.push(passage(block, all));
  });
  const quoted = make("blockquote", {}, ...children);
  const names = [...new Set(parts.map((part) => part.name))];
  const legend = make("p", { class: "legend" }, "Marked: ");
  for (const name of names) legend.append(make("span", { class: "part-" + name }, name), " ");
  byId("panel-place").replaceChildren(quoted, legend);
}

/** “words” at a place, or nothing. */
function quoted(n, place) {
  const text = words(claims.document[n], place);
  return text ? "“" + text + "”" : "";
}

/** Who says so, from the outlet inwards. */
function chainOf(n) {
  const article = claims.document[n];
  const date = records.dates[article];
  const hops = make("ol", {}, make("li", {}, records.sources[article] + (date ? ", " + date : "")));
  for (const [name, type, anonymous] of claims.attribution[n]) {
    const kind = records.source_types[type] + (anonymous ? ", not named" : "");
    hops.append(make("li", {}, "citing " + records.texts[name] + " (" + kind + ")"));
  }
  if (!claims.attribution[n].length) hops.append(make("li", {}, "in the words of its author"));
  return hops;
}

/** Other claims whose words overlap these. */
function together(n) {
  const near = [];
  const content = claims.content[n];
  for (let other = n - 40; other <= n + 40; other++) {
    if (other === n || claims.document[other] !== claims.document[n] || !content || !claims.content[other]) continue;
    const [start, length] = claims.content[other];
    if (start < content[0] + content[1] && content[0] < start + length) near.push(other);
  }
  return near.map((other) => make("li", {}, make("a", { href: "#c" + other }, titleOf(other))));
}

/** "Red line: Syria (denied)". */
function titleOf(n) {
  const status = records.statuses[claims.status[n]];
  const holders = namesOf(records.parties, claims.holders[n]) || "no party named";
  return records.kinds[claims.kind[n]][1] + ": " + holders + (status === "stated" ? "" : " (" + status + ")");
}

function fillChain(n) {
  const rows = [];
  const row = (term, ...values) => {
    if (values.some((value) => value !== "")) rows.push(make("div", {}, make("dt", {}, term), make("dd", {}, ...values)));
  };
  const rule = records.rules[claims.rule[n]];
  const frame = claims.frame[n].map(([role, place]) => records.roles[role] + " " + quoted(n, place));
  const again = claims.also[n].map((place) => quoted(n, place)).filter(Boolean);
  const near = together(n);
  row("Point", quoted(n, claims.content[n]));
  row("Holder", namesOf(records.parties, claims.holders[n]) || "nobody is named");
  row("Toward", namesOf(records.parties, claims.toward[n]));
  row("Issue", namesOf(records.issues, claims.issues[n]) || "none of the dossier");
  row("Status", records.statuses[claims.status[n]]);
  row("Who says so", chainOf(n));
  row("Cue", quoted(n, claims.cue[n]));
  row("Frame", frame.length ? list(frame) : "nothing turns the cue round");
  row("Rule", make("code", {}, rule[0]), rule[1] ? " " + rule[1] : "");
  const reasons = claims.reasons[n].map(([field, why]) => make("li", {}, records.texts[field] + ": " + records.texts[why]));
  if (reasons.length) row("How it was read", make("ul", {}, ...reasons));
  row("Said again", again.join(", "));
  if (near.length) row("In the same words", make("ul", {}, ...near));
  row("Place", "line " + claims.line[n] + " of the article's file; claim ", make("code", {}, claims.id[n]));
  byId("panel-chain").replaceChildren(...rows);
}

/** Opens the panel under a title and brings what was said before out of it. */
function present(title, kind) {
  byId("panel-title").textContent = title;
  panel.className = kind;
  if (!panel.open) panel.showModal();
  panel.scrollTop = 0;
  byId("panel-title").focus();
}

/** Shows a claim; the address then names it, so that it can be passed on. */
function openClaim(n) {
  shownClaim = n;
  fillPlace(n);
  fillChain(n);
  byId("panel-go").setAttribute("href", "#c" + n);
  present(titleOf(n), "k-" + records.kinds[claims.kind[n]][0]);
  history.replaceState(null, "", "#" + claims.id[n]);
}

/** Shows several claims in a list, each of which opens; the panel then goes through these. */
function openSeveral(title, numbers) {
  around = numbers;
  shownClaim = -1;
  byId("panel-place").replaceChildren(...lines(numbers, WHOLE, (n) => make("li", {}, ...lineOf(n))));
  byId("panel-chain").replaceChildren();
  present(title, "several-claims");
}

/** Leaves the panel for the words in the article. */
function goToWords(n) {
  panel.close();
  const target = byId("c" + n);
  target.closest("details").open = true;
  target.scrollIntoView({ block: "center" });
  if (target.matches("a")) target.focus();
}

/** The claim before or after: of those that were opened together, else of those that the filters leave. */
function step(by) {
  const numbers = around.length ? around : listed;
  const at = numbers.indexOf(shownClaim);
  const next = at < 0 ? (by > 0 ? 0 : numbers.length - 1) : (at + by + numbers.length) % numbers.length;
  if (numbers.length) openClaim(numbers[next]);
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const number = /^#[cp](\d+)$/.exec(link.getAttribute("href"));
  if (!number) return;
  event.preventDefault();
  const together = (link.dataset.claims ?? "").split(" ").filter(Boolean).map(Number);
  if (link.id === "panel-go") return goToWords(Number(number[1]));
  if (together.length > 1) return openSeveral(link.dataset.title, together);
  if (!panel.contains(link)) around = [];
  openClaim(Number(number[1]));
});
panel.addEventListener("click", (event) => {
  if (event.target === panel) panel.close();
});
byId("panel-close").addEventListener("click", () => panel.close());
byId("panel-back").addEventListener("click", () => step(-1));
byId("panel-next").addEventListener("click", () => step(1));
// The event comes late: by then another claim may have been opened.
panel.addEventListener("close", () => {
  if (!panel.open) history.replaceState(null, "", location.pathname + location.search);
});

/** An address that names a claim shows it. */
function followAddress() {
  const n = claims.id.indexOf(decodeURIComponent(location.hash.slice(1)));
  if (n >= 0) openClaim(n);
}
addEventListener("hashchange", followAddress);
followAddress();
