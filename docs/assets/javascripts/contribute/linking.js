/**
 * Questions whose answer is a record of the library, or a place in one, or an actor of the list: found by search.
 *
 * @typedef {import("./schema.js").Field} Field
 * @typedef {import("./schema.js").Group} Group
 * @typedef {import("./check.js").Path} Path
 * @typedef {import("./store.js").Store} Store
 * @typedef {import("./finder.js").Choice} Choice
 */

import { make, page } from "../shared/dom.js";
import { idOf, question, questions } from "./asking.js";
import { amongRecords, amongTerms, finder, placesOf } from "./finder.js";
import { asText } from "./schema.js";

/** @param {Field} field @param {Path} path @param {Store} store @param {Group} holder @returns {HTMLElement} a term of a long list */
export function longTermQuestion(field, path, store, holder) {
  const vocabulary = field.vocabulary ?? "";
  return pickedQuestion(field, path, holder, store, amongTerms(store.schema.terms(vocabulary)), async (value) => store.schema.label(vocabulary, value), () => "");
}

/** @param {Field} field @param {Path} path @param {Store} store @param {Group} holder @returns {HTMLElement} a record, and where in it */
export function linkQuestion(field, path, store, holder) {
  return pickedQuestion(field, path, holder, store, amongRecords, titleOf, (value) => placeChoice(value, holder, field, path, store));
}

/** @param {string} id @returns {Promise<Record<string, any> | null>} the data of a record */
async function recordOf(id) {
  const answer = await fetch(page(`cases/${id}/record.json`)).catch(() => null);
  return answer?.ok ? answer.json() : null;
}

/** @param {string} link @returns {Promise<string>} */
async function titleOf(link) {
  return (await recordOf(link.split("#")[0]))?.title ?? link;
}

/** @param {string} link @param {Group} holder @param {Field} field @param {Path} path @param {Store} store @returns {HTMLElement} the choice of a place in the record */
function placeChoice(link, holder, field, path, store) {
  const [id, anchor = ""] = link.split("#");
  const select = make("select", {}, make("option", { value: "" }, "기록 전체"));
  const label = make("label", { className: "finder__place", hidden: true }, "기록 안의 어디인가요 ", select);
  void recordOf(id).then((record) => {
    const places = record ? placesIn(record, store) : [];
    if (anchor && !places.some((place) => place.value === anchor)) places.unshift({ value: anchor, label: anchor });
    select.append(...places.map((place) => make("option", { value: place.value, selected: place.value === anchor }, place.label)));
    label.hidden = !places.length;
  });
  select.addEventListener("change", () => store.set(holder, field.name, select.value ? `${id}#${select.value}` : id));
  return label;
}

/** @param {Record<string, any>} record @param {Store} store @returns {Choice[]} */
function placesIn(record, store) {
  const inside = (/** @type {string} */ type) => new Map((store.schema.data.structures[type]?.fields ?? []).map((one) => [one.name, one]));
  return Object.keys(record).flatMap((name) => placesOf(record[name], name, store.schema.fields, inside));
}

/**
 * @param {Field} field @param {Path} path @param {Group} holder @param {Store} store
 * @param {(words: string) => Promise<Choice[]>} find
 * @param {(value: string) => Promise<string>} titleOf
 * @param {(value: string) => HTMLElement | string} more what is asked of the one that was picked
 * @returns {HTMLElement}
 */
function pickedQuestion(field, path, holder, store, find, titleOf, more) {
  const place = make("div", {});
  const draw = (/** @type {string} */ label, /** @type {boolean} */ hasFocus) => {
    const value = asText(holder[field.name]);
    place.replaceChildren(value ? pickedOne(value, label) : seeker());
    if (hasFocus) place.querySelector(value ? "button" : "input")?.focus();
  };
  const pick = (/** @type {Choice} */ choice) => { store.set(holder, field.name, choice.value); draw(choice.label, true); };

  function seeker() {
    const { input, found } = finder(idOf(path), find, pick);
    return question(field, path, input, found);
  }

  /** @param {string} value @param {string} label */
  function pickedOne(value, label) {
    const shown = make("strong", {}, label || value);
    if (!label) void titleOf(value).then((title) => { shown.textContent = title; });
    const other = make("button", { type: "button", className: "button--small" }, "다른 것으로");
    other.addEventListener("click", () => { store.set(holder, field.name, ""); draw("", true); });
    return questions(field, path, make("p", { className: "finder__picked" }, shown, " ", other), more(value));
  }

  draw("", false);
  return place;
}
