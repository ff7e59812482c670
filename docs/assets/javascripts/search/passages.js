// Passages: where in a record the words stand, and whether a phrase stands in it at all.

import { patternOf, page } from "../shared/dom.js";
import { normalise } from "./normalise.js";

const AROUND = 50, SHORTEST = 20;
const SILENT = new Set(["id", "url", "title", "summary", "official_name", "sources", "from", "added", "revised", "license"]);
/** @type {Map<string, Promise<string[]>>} */
const texts = new Map();

/** What a record tells, piece by piece; nothing where it cannot be had. @returns {Promise<string[]>} */
export function textsOf(/** @type {string} */ id) {
  if (!texts.has(id)) texts.set(id, fetch(page(`cases/${id}/record.json`)).then((answer) => answer.ok ? answer.json() : {})
    .then((record) => [...pieces(record)]).catch(() => (texts.delete(id), [])));
  return texts.get(id);
}

function* pieces(value) {
  if (typeof value === "string") {
    if (value.length >= SHORTEST) yield* value.replace(/\]\([^)]*\)|[#*_>`[\]|]/g, " ").split(/\n\s*\n/);
  } else if (value && typeof value === "object") {
    for (const [key, inner] of Object.entries(value)) if (!SILENT.has(key)) yield* pieces(inner);
  }
}

/** The piece of a record with the most of the words, cut around the first; "" where there is none. */
export async function passageOf(/** @type {string} */ id, /** @type {string[]} */ marks) {
  const pattern = patternOf(marks);
  if (!pattern) return "";
  const all = new RegExp(pattern, "giu");
  let best = "", most = 0;
  for (const piece of await textsOf(id)) {
    const found = new Set([...piece.matchAll(all)].map((match) => normalise(match[0]))).size;
    if (found > most) [best, most] = [piece.replace(/\s+/g, " ").trim(), found];
  }
  const at = best.search(pattern);
  const start = best.lastIndexOf(" ", Math.max(0, at - AROUND)) + 1, end = at + 2 * AROUND;
  return best && `${start ? "… " : ""}${best.slice(start, end)}${end < best.length ? " …" : ""}`;
}

/** Whether every phrase stands in a record as it is, spaces aside. */
export async function holds(card, /** @type {string[]} */ phrases) {
  const told = plain([card.title, card.name ?? "", card.summary ?? "", ...await textsOf(card.id)].join("\n"));
  return phrases.every((phrase) => told.includes(plain(phrase)));
}

const plain = (/** @type {string} */ text) => normalise(text).replace(/\s+/g, "");
