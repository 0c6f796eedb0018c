// The list of positions, drawn from the records: a short one whole, a long one as it is asked for.

/** A list of so many lines is drawn whole. */
const WHOLE = 300;
/** Lines of a longer one that are drawn at a time. */
const LOT = 150;
/** Lines of one issue of a longer one. */
const FIRST = 5;

/** The claims that the list holds, drawn or not, in its order. */
let listed = [];
/** Draws the next lot; nothing where all is drawn. */
let drawOn = () => false;

/** "An-Nahar, 8 January 2026, citing an official". */
function saysOf(n) {
  const article = claims.document[n];
  const chain = claims.attribution[n].map(([name]) => "citing " + records.texts[name]);
  return [records.sources[article], records.dates[article], ...chain].filter(Boolean).join(", ");
}

/** A claim as everywhere on the page: kind, words, status, whom it is aimed at, who says so. */
function lineOf(n) {
  const [kind, label] = records.kinds[claims.kind[n]];
  const status = records.statuses[claims.status[n]];
  const toward = namesOf(records.parties, claims.toward[n]);
  const point = make("a", { class: "point", href: "#c" + n }, textAt(claims.document[n], claims.content[n]));
  const line = [make("span", { class: "kind k-" + kind }, label), " ", point];
  if (status !== "stated") line.push(" ", make("span", { class: "status s-" + status }, status));
  line.push(" ", make("span", { class: "says" }, (toward && "toward " + toward + " · ") + saysOf(n)));
  return line;
}

/** A list of claims; those after the first few come with a button below it. */
function lines(numbers, first, line) {
  const most = numbers.length <= first + 2 ? numbers.length : first;
  const lines = make("ul", { class: "claims" }, ...numbers.slice(0, most).map(line));
  if (most === numbers.length) return [lines];
  const button = make("button", { type: "button", class: "rest" }, grouped(numbers.length - most) + " more");
  button.addEventListener("click", () => {
    button.remove();
    lines.append(...numbers.slice(most).map(line));
    lines.children[most].querySelector("a").focus();
  });
  return [lines, button];
}

const item = (n) => make("li", { class: "claim", id: "p" + n }, ...lineOf(n));

/** The parties with their claims that are kept, those with none left out. */
function kept(keeps) {
  const issues = (party) => party.issues.map(([title, numbers]) => [title, numbers.filter(keeps)]);
  const parties = records.positions.map((party, at) => ({ ...party, at, issues: issues(party).filter(([, numbers]) => numbers.length) }));
  return parties.filter((party) => party.issues.length);
}

/** Draws the list issue by issue and tells after each how many lines it has. */
function* drawn(parties, first) {
  for (const { name, tally, at, issues } of parties) {
    const id = "group-" + at;
    const party = make("section", { class: "party", id, "aria-labelledby": id + "-head" });
    party.append(make("h3", { id: id + "-head" }, name), make("p", { class: "tally" }, tally));
    byId("list").append(party);
    for (const [title, numbers] of issues) {
      party.append(make("section", { class: "issue" }, make("h4", {}, title), ...lines(numbers, first, item)));
      yield Math.min(numbers.length, first);
    }
  }
}

/** Draws the claims that are kept: all on paper and where they are few, else a lot of them. */
function drawList(keeps, onPaper = false) {
  const parties = kept(keeps);
  listed = parties.flatMap((party) => party.issues.flatMap(([, numbers]) => numbers));
  const whole = onPaper || listed.length <= WHOLE;
  const drawing = drawn(parties, whole ? listed.length : FIRST);
  const more = make("button", { type: "button", id: "more" }, "Show more positions");
  drawOn = () => {
    more.remove();
    for (let count = 0; whole || count < LOT; ) {
      const { value, done } = drawing.next();
      if (done) return false;
      count += value;
    }
    byId("list").append(more);
    return true;
  };
  more.addEventListener("click", () => {
    const last = byId("list").querySelector("li.claim:last-child a");
    const before = byId("list").querySelectorAll("a.point").length;
    drawOn();
    (byId("list").querySelectorAll("a.point")[before] ?? last).focus();
  });
  byId("list").replaceChildren();
  drawOn();
}
