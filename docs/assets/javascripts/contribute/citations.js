/**
 * Where a fact stands: one of the record's sources, and the place in it. A new source can be named here at once.
 *
 * @typedef {import("./schema.js").Field} Field
 * @typedef {import("./schema.js").Group} Group
 * @typedef {import("./check.js").Path} Path
 * @typedef {import("./store.js").Store} Store
 */

import { make } from "../shared/dom.js";
import { idOf, questions, say } from "./asking.js";
import { textProblems } from "./text_rules.js";
import { asGroup, asText } from "./schema.js";
import { tidy } from "./text.js";

const NEW = "+";

/** @param {Field} field @param {Path} path @param {Store} store @param {Group} holder @returns {HTMLElement} */
export function citationsQuestion(field, path, store, holder) {
  const id = idOf(path);
  /** @type {[string, string][]} */
  const rows = Object.entries(asGroup(holder[field.name])).map(([key, place]) => [key, asText(place)]);
  const latest = store.sources().at(-1)?.key ?? "";
  if (!rows.length) rows.push([latest, ""]);
  const list = make("div", { className: "cite-rows" });
  const save = () => {
    store.set(holder, field.name, Object.fromEntries(rows.filter(([key, place]) => key && place)));
    say(id, rows.flatMap(([, place]) => textProblems(place, store.schema)));
  };
  const draw = () => list.replaceChildren(...rows.map((_, at) => rowOf(at)));

  /** @param {number} at */
  function rowOf(at) {
    const [key, place] = rows[at];
    const where = make("input", { type: "text", value: place, autocomplete: "off", id: at ? `${id}-${at}` : `${id}-place` });
    where.addEventListener("input", () => { rows[at][1] = tidy(where.value, false); save(); });
    const remove = make("button", { type: "button", className: "button--small" }, "빼기", make("span", { className: "visually-hidden" }, ` (${at + 1}번째 자리)`));
    remove.addEventListener("click", () => { rows.splice(at, 1); save(); draw(); list.querySelector("select, input")?.focus(); });
    return make("div", { className: "cite-row" }, sourceOf(at, key), make("label", {}, "쪽이나 자리 ", where), rows.length > 1 ? remove : "");
  }

  /** @param {number} at @param {string} key */
  function sourceOf(at, key) {
    const sources = store.sources();
    const title = make("input", { type: "text", autocomplete: "off" });
    title.addEventListener("change", () => {
      const name = tidy(title.value, false);
      if (!name) return;
      rows[at][0] = store.addSource(name);
      save();
      const [old, here] = [title.closest("label"), sourceOf(at, rows[at][0])];
      const isNext = document.activeElement === title;
      old?.replaceWith(here);
      if (isNext) here.querySelector("select")?.focus();
    });
    const newTitle = make("label", {}, "자료 이름 ", title);
    if (!sources.length || key === NEW) return newTitle;
    const select = make("select", {}, make("option", { value: "" }, "고르세요"),
      ...sources.map((source) => make("option", { value: source.key, selected: source.key === key }, source.title || source.key)),
      make("option", { value: NEW }, "다른 자료를 새로 적기…"));
    select.addEventListener("change", () => {
      const isNew = select.value === NEW;
      rows[at][0] = isNew ? "" : select.value;
      save();
      if (!isNew) return;
      select.closest("label")?.replaceWith(newTitle);
      title.focus();
    });
    return make("label", {}, "자료 ", select);
  }

  const add = make("button", { type: "button", className: "button--small" }, "자료 한 군데 더");
  add.addEventListener("click", () => { rows.push([latest, ""]); draw(); [...list.querySelectorAll("select, input")].at(-2)?.focus(); });
  draw();
  const asks = questions(field, path, list, add);
  // What is chosen may change its title, or another source may come, in another question.
  asks.addEventListener("focusin", (/** @type {FocusEvent} */ event) => {
    const isFromOutside = !(event.relatedTarget instanceof Node && asks.contains(event.relatedTarget));
    if (isFromOutside) refresh(list, store);
  });
  return asks;
}

/** Shows in the lists of sources what has come or changed meanwhile. @param {HTMLElement} list @param {Store} store */
function refresh(list, store) {
  for (const select of list.querySelectorAll("select")) {
    for (const { key, title } of store.sources()) {
      const known = [...select.options].find((option) => option.value === key);
      if (known) known.textContent = title || key;
      else select.insertBefore(make("option", { value: key }, title || key), select.options[select.options.length - 1]);
    }
  }
}
