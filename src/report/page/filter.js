// Narrows the list of positions down to what is asked for.

const filters = byId("filters");
const items = [...document.querySelectorAll("#list li.claim")];
const numbers = items.map((item) => Number(item.id.slice(1)));
const pieces = [...document.querySelectorAll("#list ul.claims, #list section.issue, #list section.party")].reverse();

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

/** Hides what is not asked for, and every list and heading that is left empty. */
function applyFilters() {
  const { all, keeps } = asked();
  let left = 0;
  items.forEach((item, at) => {
    const kept = keeps(numbers[at]);
    if (item.hidden === kept) item.hidden = !kept;
    if (kept) left++;
  });
  for (const piece of pieces) {
    const empty = ![...piece.children].some((child) => !child.hidden && child.matches("li, ul, section"));
    if (piece.hidden !== empty) piece.hidden = empty;
  }
  byId("list").classList.toggle("narrowed", !all);
  byId("nothing").hidden = left > 0;
  const total = items.length.toLocaleString("en");
  byId("count").textContent = all ? total + " claims" : left.toLocaleString("en") + " of " + total + " claims";
}

filters.addEventListener("input", applyFilters);
filters.addEventListener("submit", (event) => event.preventDefault());
filters.addEventListener("reset", () => setTimeout(applyFilters));
byId("f-text").addEventListener("focus", () => quotes());
filters.hidden = false;
