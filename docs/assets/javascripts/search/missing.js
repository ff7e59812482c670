// The page for wrong addresses: the records whose names are most like what the address asked for.

import { make, page } from "../shared/dom.js";
import { find } from "./engine.js";
import { withIndex } from "./files.js";

const MOST = 5, LOOKED_AT = 40, LEAST = 0.45;
const place = document.getElementById("nearest");

/** The last part of an address that says something: cases/2016-scool/ as 2016-scool. */
export function nameIn(/** @type {string} */ path) {
  const last = path.split("/").filter((part) => part && part !== "index.html").at(-1) ?? "";
  try {
    return decodeURIComponent(last).toLowerCase();
  } catch {
    return last.toLowerCase();
  }
}

/** How alike two names are, 0 to 1: the share of their pairs of letters that both have. */
export function likeness(/** @type {string} */ one, /** @type {string} */ other) {
  const rest = pairsOf(other), all = pairsOf(one), count = all.length + rest.length;
  const shared = all.filter((pair) => {
    const at = rest.indexOf(pair);
    return at >= 0 && rest.splice(at, 1);
  });
  return count ? 2 * shared.length / count : 0;
}

const pairsOf = (/** @type {string} */ name) => [...name].slice(1).map((letter, at) => name[at] + letter);

/** Cards of records named much like `name`, the most alike first. @returns {Promise<Record<string, string>[]>} */
async function nearest(/** @type {import("./files.js").Index} */ index, /** @type {string} */ name) {
  const { records } = await find(index, name.replace(/[-_.]+/g, " "));
  const cards = await Promise.all(records.slice(0, LOOKED_AT).map((record) => index.card(record)));
  return cards.map((card) => ({ card, like: likeness(name, card.id) })).filter(({ like }) => like >= LEAST)
    .sort((a, b) => b.like - a.like).slice(0, MOST).map(({ card }) => card);
}

async function show(/** @type {HTMLElement} */ section) {
  const cards = await withIndex((index) => nearest(index, nameIn(location.pathname)));
  section.querySelector("ul")?.append(...cards.map((card) => make("li", {}, make("a", { href: page(`cases/${card.id}/`) }, card.title))));
  section.hidden = !cards.length;
}

if (place) show(place).catch(() => {}); // without the index the ways below are all there is
