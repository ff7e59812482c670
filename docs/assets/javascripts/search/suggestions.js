// What the search box suggests while a person types.

import { marked, page } from "../shared/dom.js";
import { find } from "./engine.js";
import { withIndex } from "./files.js";
import { toldOf } from "./telling.js";
/** @typedef {import("./files.js").Index} Index */
/** @typedef {{address: string, title: string | Node, note: string}} Suggestion */

const MOST = 6;

/**
 * What to go to for a query whose last word is still being typed, and what to say of it.
 * @param {string} query @param {string} action the address of the page of results
 * @returns {Promise<{told: string, suggestions: Suggestion[]}>}
 */
export const suggestionsFor = (query, action) => withIndex(async (index) => {
  const answer = await find(index, query, true), count = answer.records.length;
  const cards = await Promise.all(answer.records.slice(0, MOST).map((record) => index.card(record)));
  const said = toldOf(answer, count, true);
  const results = (/** @type {string} */ words) => Object.assign(new URL(action), { search: new URLSearchParams({ q: words }).toString() }).href;
  const leads = answer.leads.map(([address, name]) => ({ address: page(address), title: name, note: "바로 가기" }));
  if (!count) return { told: said, suggestions: [...leads, ...offered(answer, results), ...answer.isEmpty || !said ? [] : [{ address: results(query), title: said, note: "" }]] };
  const records = cards.map((card) => ({ address: page(`cases/${card.id}/`), title: marked(card.title, answer.marks), note: noteOf(index, card) }));
  const all = { address: results(query), title: `결과 ${count}개 모두 보기`, note: answer.instead.length ? said : "" };
  return { told: answer.instead.length ? said : `기록 ${count}개`, suggestions: [...leads, ...records, all] };
});

/** @returns {Suggestion[]} */
const offered = (/** @type {import("./engine.js").Answer} */ answer, /** @type {(words: string) => string} */ results) =>
  answer.offers.map((word) => ({ address: results(word), title: word, note: "이것을 찾으셨나요?" }));

function noteOf(/** @type {Index} */ index, /** @type {Record<string, string>} */ card) {
  return [index.manifest.kinds[card.kind]?.[0], card.districts, card.when].filter(Boolean).join(" · ");
}
