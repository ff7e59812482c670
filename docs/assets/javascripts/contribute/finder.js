/**
 * Finding a thing by its name and picking it: an actor of the list, or a record and a place in it.
 *
 * @typedef {{value: string, label: string, note?: string}} Choice
 */

import { find } from "../search/engine.js";
import { withIndex } from "../search/files.js";
import { make } from "../shared/dom.js";

const QUIET = 250, MOST = 6;

/**
 * @param {string} id
 * @param {(words: string) => Promise<Choice[]>} find
 * @param {(choice: Choice) => void} pick
 * @returns {{input: HTMLInputElement, found: HTMLElement}}
 */
export function finder(id, find, pick) {
  const input = make("input", { type: "search", autocomplete: "off", id });
  const said = make("p", { className: "ask__note", role: "status" });
  const list = make("ul", { className: "finder__list", "aria-label": "찾은 것" });
  let timer = 0;
  const look = async () => {
    const words = input.value.trim();
    const choices = words ? await find(words).catch(() => null) : [];
    if (words !== input.value.trim()) return;
    said.textContent = !choices ? "찾지 못했습니다. 잠시 뒤 다시 해 보세요." : !words ? "" : choices.length ? `${choices.length}개를 찾았습니다. 아래에서 고르세요.` : "찾은 것이 없습니다.";
    list.replaceChildren(...(choices ?? []).slice(0, MOST).map((choice) => {
      const button = make("button", { type: "button", className: "finder__choice" }, choice.label, choice.note ? make("span", { className: "fact__note" }, ` ${choice.note}`) : "");
      button.addEventListener("click", () => pick(choice));
      return make("li", {}, button);
    }));
  };
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void look(), QUIET);
  });
  input.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Enter") event.preventDefault();
  });
  return { input, found: make("div", { className: "finder" }, said, list) };
}

/** @param {string[][]} rows id, label and other names @returns {(words: string) => Promise<Choice[]>} */
export function amongTerms(rows) {
  const folded = (/** @type {string} */ text) => text.normalize("NFC").toLowerCase().replace(/[\s·.]/g, "");
  return async (words) => rows.filter(([, ...names]) => names.some((name) => folded(name).includes(folded(words)))).slice(0, MOST)
    .map(([value, label]) => ({ value, label }));
}

/** @param {string} words @returns {Promise<Choice[]>} records of the library, by its own search */
export async function amongRecords(words) {
  return withIndex(async (index) => {
    const answer = await find(index, words, true);
    const cards = await Promise.all(answer.records.slice(0, MOST).map((record) => index.card(record)));
    return cards.map((card) => ({ value: card.id, label: card.title, note: [card.districts, card.when].filter(Boolean).join(" · ") }));
  });
}

/** @param {unknown} value @param {string} field @param {Map<string, {anchor?: string, type: string}>} fields @param {(type: string) => Map<string, any>} inside @returns {Choice[]} the places of a record that a link can lead to */
export function placesOf(value, field, fields, inside) {
  const known = fields.get(field);
  if (!known || !value || typeof value !== "object") return [];
  const items = Array.isArray(value) ? value : [value];
  return items.flatMap((item, at) => {
    if (!item || typeof item !== "object") return [];
    const anchor = known.anchor === undefined ? null : `${known.anchor}${item.number ?? at + 1}`;
    const words = [item.number, item.title ?? item.text ?? item.what ?? item.activity].filter(Boolean).join(" ");
    const below = Object.keys(item).flatMap((name) => placesOf(item[name], name, inside(known.type), inside));
    return anchor === null ? below : [{ value: anchor, label: words }, ...below];
  });
}
