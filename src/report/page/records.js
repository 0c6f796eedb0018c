// The claims as the page carries them, and the texts of its articles.
// Text reaches the page only as text: no string is ever read as markup.

const records = JSON.parse(document.getElementById("records").textContent);
const claims = records.claims;

const byId = (id) => document.getElementById(id);

/** Builds an element with attributes and with children that are elements or text. */
function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** The shown blocks of an article, each with the place of its first unit; see flow.rs. */
const blocks = (() => {
  const kept = new Map();
  return (article) => {
    if (!kept.has(article)) {
      let start = 0;
      const list = [];
      for (const element of byId("d" + article).querySelectorAll(".t")) {
        const text = element.textContent;
        list.push({ start, end: start + text.length, text });
        start += text.length + 1;
      }
      kept.set(article, list);
    }
    return kept.get(article);
  };
})();

/** The text at a place [start, length] of an article. */
function textAt(article, place) {
  if (!place) return "";
  const [start, length] = place;
  const parts = [];
  for (const block of blocks(article)) {
    if (block.start < start + length && start < block.end) {
      parts.push(block.text.slice(Math.max(0, start - block.start), start + length - block.start));
    }
  }
  return parts.join(" ");
}

/** The words at a place, as one line. */
const words = (article, place) => textAt(article, place).replace(/\s+/g, " ").trim();

/** "a", "a and b", "a, b and c". */
function list(names) {
  return names.length < 2 ? names.join("") : names.slice(0, -1).join(", ") + " and " + names[names.length - 1];
}

/** 20,000 with its comma. */
const grouped = (number) => number.toLocaleString("en");

const namesOf = (table, places) => list(places.map((at) => table[at]));
