/**
 * Controls for values of one line, of many lines, and for words of closed lists.
 *
 * @typedef {import("./schema.js").Field} Field
 * @typedef {import("./schema.js").Group} Group
 * @typedef {import("./check.js").Path} Path
 * @typedef {import("./store.js").Store} Store
 */

import { make } from "../shared/dom.js";
import { idOf, question, questions, say } from "./asking.js";
import { scalarProblems } from "./check.js";
import { parsed, printed } from "./dates.js";
import { meant } from "./scalars.js";
import { asList, asText } from "./schema.js";
import { bothEnds, otherEnd } from "./spans.js";
import { tidy } from "./text.js";

/** Words beyond which one picks from a list that opens. */
const MOST_SHOWN = 8;

/** @typedef {Omit<import("./check.js").Problem, "path">} Mistake */

/** @param {Field} field @param {string} value @returns {string} what is said beneath: how long it is, or which date was understood */
function noted(field, value) {
  if (field.type === "edtf" || field.type === "date") {
    const date = parsed(value);
    return date ? printed(date) : "";
  }
  return field.length && value ? `${[...value].length} / ${field.length}자` : "";
}

/**
 * A text, number, date or address.
 *
 * @param {Field} field
 * @param {Path} path
 * @param {Store} store
 * @param {string} value
 * @param {(value: string) => void} set
 * @param {(text: string) => Mistake[]} [judged] what is wrong with an answer
 * @returns {HTMLElement}
 */
export function textQuestion(field, path, store, value, set, judged = (text) => scalarProblems(field, text, store.schema)) {
  return settledQuestion(field, path, value, set, judged, (text) => ({ text: meant(field.type, text), said: "" }));
}

/**
 * One end of a time; who types both ends into it answers the other one too, where nothing stands there.
 *
 * @param {Field} field
 * @param {Path} path
 * @param {Store} store
 * @param {Group} holder
 * @returns {HTMLElement}
 */
export function endQuestion(field, path, store, holder) {
  const name = otherEnd(field);
  const set = (/** @type {string} */ text) => store.set(holder, field.name, text);
  const settled = (/** @type {string} */ typed) => {
    const ends = bothEnds(field, holder, typed);
    if (!ends) return { text: meant(field.type, typed), said: "" };
    const control = document.getElementById(idOf([...path.slice(0, -1), name]));
    if (control instanceof HTMLInputElement) control.value = ends.other;
    if (control) control.dispatchEvent(new Event("input"));
    else store.set(holder, name, ends.other);
    return { text: ends.own, said: ends.said };
  };
  return settledQuestion(field, path, asText(holder[field.name]), set, (text) => scalarProblems(field, text, store.schema), settled);
}

/**
 * @param {Field} field
 * @param {Path} path
 * @param {string} value
 * @param {(value: string) => void} set
 * @param {(text: string) => Mistake[]} judged
 * @param {(text: string) => {text: string, said: string}} settled what an answer is once it is typed, and what to say of that
 * @returns {HTMLElement}
 */
function settledQuestion(field, path, value, set, judged, settled) {
  const isLong = field.type === "prose";
  const control = isLong ? make("textarea", { rows: field.length && field.length <= 200 ? 3 : 5, value }) : make("input", { type: "text", value, autocomplete: "off" });
  const isNumber = field.type === "number" || field.type === "integer";
  if (isNumber) control.inputMode = "decimal";
  if (field.type === "url") control.inputMode = "url";
  const note = make("p", { className: "ask__note", ...(otherEnd(field) && { role: "status" }) }, noted(field, value));
  control.addEventListener("input", () => {
    const text = tidy(control.value, isLong);
    note.textContent = noted(field, text);
    set(text);
  });
  control.addEventListener("change", () => {
    const { text, said } = settled(tidy(control.value, isLong));
    if (text !== control.value) control.value = text;
    note.textContent = said || noted(field, text);
    set(text);
    say(idOf(path), text ? judged(text) : []);
  });
  return question(field, path, control, note);
}

/** @param {Field} field @param {Path} path @param {Store} store @param {string} value @param {(value: string) => void} set @returns {HTMLElement} yes, no, or no answer */
export function yesQuestion(field, path, store, value, set) {
  return chosen(field, path, [["true", "예"], ["false", "아니오"]], value, set);
}

/** @param {Field} field @param {Path} path @param {Store} store @param {string} value @param {(value: string) => void} set @returns {HTMLElement} one word of a closed list */
export function termQuestion(field, path, store, value, set) {
  return chosen(field, path, store.schema.terms(field.vocabulary ?? ""), value, set);
}

/** @param {Field} field @param {Path} path @param {string[][]} terms @param {string} value @param {(value: string) => void} set */
function chosen(field, path, terms, value, set) {
  const rows = terms.some(([id]) => id === value) || !value ? terms : [[value, value], ...terms];
  const control = make("select", {}, make("option", { value: "" }, "고르세요"),
    ...rows.map(([id, label]) => make("option", { value: id, selected: id === value }, label)));
  const meaning = make("p", { className: "ask__note" }, meaningOf(rows, value));
  control.addEventListener("change", () => {
    meaning.textContent = meaningOf(rows, control.value);
    set(control.value);
    say(idOf(path), []);
  });
  return question(field, path, control, meaning);
}

/** @param {string[][]} rows @param {string} value @returns {string} */
function meaningOf(rows, value) {
  return rows.find(([id]) => id === value)?.[2] ?? "";
}

/** @param {Field} field @param {Path} path @param {Store} store @param {Group} holder @returns {HTMLElement} several words of a closed list, in the order in which they are picked */
export function termsQuestion(field, path, store, holder) {
  const terms = store.schema.terms(field.vocabulary ?? "");
  const picked = () => asList(holder[field.name]).map(asText);
  const said = make("p", { className: "ask__note", role: "status" });
  const tell = () => {
    const labels = picked().map((id) => store.schema.label(field.vocabulary ?? "", id));
    said.textContent = labels.length ? `고른 것: ${labels.join(", ")}` : "";
    say(idOf(path), field.most && labels.length > field.most ? [{ rule: "too-many", message: `너무 많습니다: ${labels.length}개 (최대 ${field.most}개)`, hint: "중요한 것만 남겨 주세요" }] : []);
  };
  const boxes = terms.map(([id, label, meaning]) => {
    const box = make("input", { type: "checkbox", checked: picked().includes(id), value: id });
    box.addEventListener("change", () => {
      store.set(holder, field.name, box.checked ? [...picked(), id] : picked().filter((one) => one !== id));
      tell();
    });
    return make("label", { className: "ask__box", title: meaning ?? "" }, box, " ", label);
  });
  said.textContent = picked().length ? `고른 것: ${picked().map((id) => store.schema.label(field.vocabulary ?? "", id)).join(", ")}` : "";
  const list = make("div", { className: "ask__boxes" }, ...boxes);
  return questions(field, path, terms.length > MOST_SHOWN ? make("details", { open: picked().length === 0 && field.need === "always" }, make("summary", {}, "목록에서 고르기"), list) : list, said);
}
