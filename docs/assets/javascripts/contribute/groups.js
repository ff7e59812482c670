/**
 * Any field as a question, and groups of fields that stand together, once or as often as there is something to tell.
 *
 * @typedef {import("./schema.js").Field} Field
 * @typedef {import("./schema.js").Group} Group
 * @typedef {import("./check.js").Path} Path
 * @typedef {import("./store.js").Store} Store
 */

import { make } from "../shared/dom.js";
import { help, idOf, needOf, questions, saying, spoken } from "./asking.js";
import { citationsQuestion } from "./citations.js";
import { endQuestion, termQuestion, termsQuestion, textQuestion, yesQuestion } from "./inputs.js";
import { linkQuestion, longTermQuestion } from "./linking.js";
import { asGroup, asGroups, asList, asked, asText } from "./schema.js";
import { otherEnd } from "./spans.js";

/** Fields that stand in the open though they have no everyday question; of the others those do that are needed. @type {Record<string, string[]>} */
const IN_THE_OPEN = { actor: ["id", "sector"], relation: ["from"], participation: ["from"], quantity: ["qualifier"], unknown: ["note"], relations: ["related", "implements", "answers"] };
/** Fields that the form fills by itself. @type {Record<string, string[]>} */
const FILLED = { source: ["key"] };

/** @param {Field} described @param {Group} holder @param {Path} path @param {Store} store @returns {HTMLElement} */
export function fieldQuestion(described, holder, path, store) {
  const field = described.vocabulary ? spoken(described, store.schema.terms(described.vocabulary)) : described;
  if (store.schema.groupOf(field)) return field.many ? listQuestion(field, holder, path, store) : groupQuestion(field, holder, path, store);
  if (field.type === "citations") return citationsQuestion(field, path, store, holder);
  if (field.type === "term" && field.many) return termsQuestion(field, path, store, holder);
  if (field.many) return linesQuestion(field, holder, path, store);
  const value = asText(holder[field.name]);
  const set = (/** @type {string} */ text) => store.set(holder, field.name, text);
  if (field.name === "field") return termQuestion(fieldNames(field, store), path, store, value, set);
  if (field.type === "link") return linkQuestion(field, path, store, holder);
  if (field.type === "term") return isLong(field, store) ? longTermQuestion(field, path, store, holder) : termQuestion(field, path, store, value, set);
  if (otherEnd(field)) return endQuestion(field, path, store, holder);
  return field.type === "boolean" ? yesQuestion(field, path, store, value, set) : textQuestion(field, path, store, value, set);
}

/** @param {Field} field @param {Store} store @returns {boolean} whether its words are too many for a list that opens */
function isLong(field, store) {
  return store.schema.terms(field.vocabulary ?? "").length > 100;
}

/** @param {Field} field @param {Store} store @returns {Field} the field that names another field, as a choice among them */
function fieldNames(field, store) {
  store.schema.data.words.fields = { label: "칸", terms: store.schema.ofKind(store.kind).map((one) => [one.name, one.label]) };
  return { ...field, vocabulary: "fields" };
}

/** @param {Field} field @param {Group} holder @param {Path} path @param {Store} store @returns {HTMLElement} short texts, each on a line of its own */
function linesQuestion(field, holder, path, store) {
  const lines = { ...field, many: false, length: 0, type: "prose", help: `${field.help} 한 줄에 하나씩 적습니다.` };
  return textQuestion(lines, path, store, asList(holder[field.name]).map(asText).join("\n"),
    (text) => store.set(holder, field.name, text.split("\n").map((line) => line.trim()).filter(Boolean)));
}

/** @param {Field} field @param {Group} holder @param {Path} path @param {Store} store @returns {HTMLElement} */
function groupQuestion(field, holder, path, store) {
  const group = asGroup(holder[field.name]);
  return questions(field, path, ...insides(field, group, path, store.keeping(holder, field.name, group)));
}

/** @param {Field} field @param {Group} group @param {Path} path @param {Store} store @returns {HTMLElement[]} the questions of a group: those in the open, then the others folded */
function insides(field, group, path, store) {
  const fields = (store.schema.groupOf(field) ?? []).filter((one) => !FILLED[field.type]?.includes(one.name) && !(one.unless && one.unless in group))
    .map((one) => (one.ask === field.ask && one.ask ? { ...one, ask: one.label } : one))
    .map((one) => (one.vocabulary === "units" && field.money ? { ...one, vocabulary: "money" } : one));
  const isOpen = (/** @type {Field} */ one) => Boolean(one.ask || one.need || IN_THE_OPEN[field.type]?.includes(one.name));
  const asks = (/** @type {Field[]} */ some) => some.map((one) => fieldQuestion(one, group, [...path, one.name], store));
  const open = fields.some(isOpen) ? fields.filter(isOpen) : fields;
  const folded = fields.filter((one) => !open.includes(one));
  if (!folded.length) return asks(open);
  const more = make("details", { className: "ask__more" }, make("summary", {}, `더 적기: ${folded.map((one) => one.label).join(", ")}`));
  const fill = () => { if (more.childElementCount === 1) more.append(...asks(folded)); };
  if (folded.some((one) => one.name in group)) fill();
  more.addEventListener("toggle", fill);
  return [...asks(open), more];
}

/** @param {Field} field @param {Group} holder @param {Path} path @param {Store} store @returns {HTMLElement} groups that repeat */
function listQuestion(field, holder, path, store) {
  const id = idOf(path);
  const list = make("ol", { className: "groups" });
  const add = make("button", { type: "button", className: "groups__add" });
  const items = () => asGroups(holder[field.name]);
  const draw = () => {
    list.replaceChildren(...items().map((group, at) => itemOf(group, at)));
    add.textContent = items().length ? `${store.schema.data.structures[field.type].label} 하나 더 적기` : `${store.schema.data.structures[field.type].label} 적기`;
  };
  const put = (/** @type {Group[]} */ groups) => { store.set(holder, field.name, groups); draw(); };

  /** @param {Group} group @param {number} at */
  function itemOf(group, at) {
    const name = `${store.schema.data.structures[field.type].label} ${at + 1}`;
    const button = (/** @type {string} */ label, /** @type {() => void} */ act) => {
      const made = make("button", { type: "button", className: "button--small" }, label, make("span", { className: "visually-hidden" }, ` ${name}`));
      made.addEventListener("click", act);
      return made;
    };
    const up = button("위로", () => {
      const groups = items();
      [groups[at - 1], groups[at]] = [groups[at], groups[at - 1]];
      put(groups);
      document.getElementById(idOf([...path, at - 1]))?.focus();
    });
    const remove = button("빼기", () => { put(items().filter((one) => one !== group)); add.focus(); });
    const here = [...path, at];
    return make("li", {}, make("fieldset", { className: "group", id: idOf(here), tabIndex: -1, "aria-describedby": `${idOf(here)}-said` }, make("legend", {}, name),
      ...insides(field, group, here, store), make("div", { className: "group__tools" }, at ? up : "", remove), saying(idOf(here))));
  }

  add.addEventListener("click", () => {
    put([...items(), field.type === "source" ? { key: store.freeKey() } : {}]);
    const first = list.lastElementChild?.querySelector("input, select, textarea, button");
    if (first instanceof HTMLElement) first.focus();
  });
  draw();
  const words = help(field, id);
  return make("fieldset", { className: "ask ask--list", id, tabIndex: -1, "aria-describedby": [words && `${id}-help`, `${id}-said`].filter(Boolean).join(" ") },
    make("legend", {}, asked(field), " ", needOf(field)), words, saying(id), list, add);
}
