// Narrows the positions, and the marks in the articles, down to what is asked for.

const filters = byId("filters");

/** Letters without case and accents. */
const plain = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");

/** The quote of every claim, prepared for searching when it is first needed. */
const quotes = (() => {
  let kept = null;
  return () => (kept ??= claims.quote.map((place, n) => plain(words(claims.document[n], place))));
})();

/** Returns the test that the form asks for. */
function asked() {
  const form = new FormData(filters);
  const chosen = (name) => (form.get(name) ? Number(form.get(name)) : null);
  const [party, kind, issue, source, status] = ["party", "kind", "issue", "source", "status"].map(chosen);
  const terms = plain(form.get("text")).split(/\s+/).filter(Boolean);
  const tests = [];
  if (party !== null) tests.push((n) => claims.holders[n].includes(party));
  if (kind !== null) tests.push((n) => claims.kind[n] === kind);
  if (source !== null) tests.push((n) => claims.document[n] === source);
  if (status !== null) tests.push((n) => claims.status[n] === status);
  if (issue !== null) {
    const within = new Set(records.issues_within[issue]);
    tests.push((n) => claims.issues[n].some((at) => within.has(at)));
  }
  if (terms.length) {
    const texts = quotes();
    tests.push((n) => terms.every((term) => texts[n].includes(term)));
  }
  return { all: !tests.length, keeps: (n) => tests.every((test) => test(n)) };
}

let { all, keeps } = asked();

/** Takes the colour from the marks of an article that are not asked for. */
function narrowMarks(article) {
  for (const mark of article.querySelectorAll(".m")) mark.classList.toggle("off", !keeps(Number(mark.hash.slice(2))));
}

/** Draws what is asked for; articles that are folded up follow when they are opened. */
function applyFilters() {
  ({ all, keeps } = asked());
  drawList(keeps);
  for (const article of document.querySelectorAll(".article[open]")) narrowMarks(article);
  byId("list").classList.toggle("narrowed", !all);
  byId("nothing").hidden = listed.length > 0;
  const total = grouped(claims.id.length);
  byId("count").textContent = all ? total + " claims" : grouped(listed.length) + " of " + total + " claims";
}

filters.addEventListener("input", applyFilters);
filters.addEventListener("submit", (event) => event.preventDefault());
filters.addEventListener("reset", () => setTimeout(applyFilters));
byId("f-text").addEventListener("focus", () => quotes());
byId("articles").addEventListener("toggle", (event) => event.target.open && narrowMarks(event.target), true);
filters.hidden = false;
drawList(keeps);

// Paper shows all that is asked for, and every article.
addEventListener("beforeprint", () => {
  drawList(keeps, true);
  if (!all) document.querySelectorAll(".article").forEach(narrowMarks);
});
addEventListener("afterprint", () => drawList(keeps));

// The way to a party leads through all that stands before it, and past the filters where they keep it out.
document.addEventListener("click", (event) => {
  const party = event.target.closest("a[href^='#group-']")?.hash.slice(1);
  if (!party) return;
  const reach = () => {
    while (!byId(party) && drawOn());
  };
  reach();
  if (byId(party)) return;
  filters.reset();
  applyFilters();
  reach();
});
