/**
 * The record as a form on paper, for approval inside an office: a box for signatures and a table of questions and answers.
 *
 * @typedef {import("./store.js").Store} Store
 */

import { make } from "../shared/dom.js";
import { asGroups } from "./schema.js";
import { inWords, reasonOf } from "./wording.js";

const SIGNED_BY = ["담당", "팀장", "과장"];

/** @param {Store} store @param {string} day @returns {HTMLElement} */
export function sheet(store, day) {
  const { schema, draft, kind } = store;
  const sources = asGroups(draft.fields.sources);
  const table = schema.data.steps.map((step) => {
    const texts = schema.data.headings.filter((one) => one.step === step.id && one.kinds.includes(kind))
      .flatMap((one) => rowOf(one.label, [draft.sections.find((section) => section.heading === one.label)?.text ?? ""].filter(Boolean)));
    const fields = schema.ofKind(kind).filter((field) => field.step === step.id && !["unknown", "not_applicable"].includes(field.name)).flatMap((field) => {
      const said = field.name in draft.fields ? inWords(field, draft.fields[field.name], schema, sources) : [];
      return rowOf(field.label, said.length ? said : [reasonOf(draft.fields, field.name)].filter(Boolean));
    });
    const rows = [...texts, ...fields];
    return rows.length ? make("tbody", {}, make("tr", {}, make("th", { colSpan: 2, scope: "rowgroup", className: "sheet__step" }, step.label)), ...rows) : "";
  });
  const free = schema.headingsOf(kind).length ? [] : draft.sections.flatMap((one) => rowOf(one.heading || "본문", [one.text]));
  return make("section", { className: "sheet", "aria-hidden": "true" }, make("h2", { className: "sheet__name" }, store.editing ? "협치사례 고침 신청서" : "협치사례 제출서"),
    make("table", { className: "sheet__signed" }, make("thead", {}, make("tr", {}, ...SIGNED_BY.map((name) => make("th", { scope: "col" }, name)))),
      make("tbody", {}, make("tr", {}, ...SIGNED_BY.map(() => make("td", {}))))),
    make("p", { className: "sheet__day" }, `쓴 날: ${day}  ·  기록의 주소 이름: ${draft.id}`),
    make("table", { className: "sheet__table" }, ...table, free.length ? make("tbody", {}, ...free) : ""));
}

/** @param {string} label @param {string[]} said @returns {HTMLElement[]} */
function rowOf(label, said) {
  return said.length ? [make("tr", {}, make("th", { scope: "row" }, label), make("td", {}, ...said.map((text) => make("p", {}, text))))] : [];
}
