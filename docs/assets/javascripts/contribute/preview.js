/**
 * The record as the library will show it: the same marks, box of facts and sections as on a record's page.
 *
 * @typedef {import("./store.js").Store} Store
 * @typedef {import("./schema.js").Group} Group
 */

import { make } from "../shared/dom.js";
import { bodyOf, sectionsOf } from "./body.js";
import { readerOf } from "./markdown.js";
import { asGroup, asGroups, asList, asText } from "./schema.js";
import { cited, inWords, reasonOf } from "./wording.js";

/** Fields that have a place of their own on the page, whatever their kind. */
const PLACED = ["kind", "title", "official_name", "summary", "easy", "status", "stages", "sources", "unknown", "not_applicable", "added", "revised"];

/** @param {Store} store @returns {HTMLElement} */
export function preview(store) {
  const { fields } = store.draft;
  const status = asText(asGroup(fields.status).value);
  return make("article", { className: "preview", "aria-label": "도서관에 나올 모습" },
    make("header", { className: "record__header" },
      make("p", { className: "card__marks" }, make("span", { className: `kind kind--${store.kind}` }, store.schema.data.kinds.find(([id]) => id === store.kind)?.[1] ?? ""), " ",
        status ? make("span", { className: `status status--${status}` }, store.schema.label("statuses", status)) : ""),
      make("h3", { className: "preview__title" }, asText(fields.title) || "제목이 여기에 나옵니다"),
      fields.official_name ? make("p", { className: "record__name" }, asText(fields.official_name)) : "",
      make("p", { className: "record__summary" }, asText(fields.summary) || "요약이 여기에 나옵니다")),
    easy(fields), facts(store), ...stages(store), ...sections(store), ...rest(store), ...sources(store));
}

/** @param {Group} fields @returns {HTMLElement | string} */
function easy(fields) {
  const lines = asList(fields.easy).map(asText);
  return lines.length ? make("section", { className: "easy" }, make("h4", {}, "쉬운 말로"), ...lines.map((line) => make("p", {}, line))) : "";
}

/** @param {Store} store @returns {HTMLElement} */
function facts(store) {
  const rows = store.schema.ofKind(store.kind).filter((field) => field.isPreviewed).flatMap((field) => {
    const said = inWords(field, store.draft.fields[field.name] ?? "", store.schema, asGroups(store.draft.fields.sources));
    const lack = said.length ? "" : reasonOf(store.draft.fields, field.name) || (field.ifFilled ? "" : "아직 적지 않음");
    if (!said.length && !lack) return [];
    return [make("div", { className: lack ? "fact fact--not-recorded" : "fact" }, make("dt", {}, field.label),
      ...(lack ? [lack] : said).map((text) => make("dd", {}, text)))];
  });
  return make("section", { className: "facts" }, make("h4", {}, "한눈에 보기"), make("dl", {}, ...rows));
}

/** @param {Store} store @returns {HTMLElement[]} */
function stages(store) {
  const field = store.schema.fields.get("stages");
  const found = asGroups(store.draft.fields.stages);
  if (!field || !found.length) return [];
  const when = { name: "", label: "", help: "", type: "period" };
  const from = asGroups(store.draft.fields.sources);
  return [make("section", {}, make("h4", {}, "언제 무엇을 했나"), make("ol", { className: "stages" }, ...found.map((stage) => make("li", { className: "stage" },
    make("h5", {}, store.schema.label("stages", asText(stage.stage))),
    make("p", { className: "stage__when" }, inWords(when, stage, store.schema, from)[0] || "때를 알 수 없음"),
    make("p", {}, asText(stage.what), " ", cited(stage.from ?? "", from))))))];
}

/** @param {Store} store @returns {HTMLElement[]} the body as the file will hold it, and what stands under its headings */
function sections(store) {
  const read = readerOf(store.schema.grammar);
  const told = sectionsOf(bodyOf(store.draft.sections));
  const fixed = store.schema.headingsOf(store.kind);
  const names = new Set(["", ...fixed, ...told.map(({ heading }) => heading)]);
  return [...names].flatMap((heading) => {
    const texts = told.filter((one) => one.heading === heading).map(({ text }) => read(text));
    const below = (fixed.includes(heading) ? store.schema.fieldsUnder(heading) : []).filter((name) => name in store.draft.fields).flatMap((name) => entries(store, name));
    if (!texts.length && !below.length) return [];
    return [make("section", { className: "preview__section" }, heading ? make("h4", {}, heading) : "", ...texts, ...below)];
  });
}

/** @param {Store} store @param {string} name @returns {HTMLElement[]} */
function entries(store, name) {
  const field = store.schema.fields.get(name);
  const from = asGroups(store.draft.fields.sources);
  const value = store.draft.fields[name] ?? "";
  if (field?.type === "finding" || field?.type === "factor") return [make("h5", {}, field.label), make("ul", { className: "findings" }, ...asGroups(value).map((one) => found(one, store, from)))];
  const lines = field ? inWords(field, value, store.schema, from) : [];
  return lines.length ? [make("h5", {}, field?.label ?? ""), make("ul", { className: "findings" }, ...lines.map((line) => make("li", {}, line)))] : [];
}

/** @param {Group} one @param {Store} store @param {Group[]} from @returns {HTMLElement} a finding, with its theme and who says so */
function found(one, store, from) {
  return make("li", {}, one.theme ? make("strong", {}, store.schema.label("themes", asText(one.theme))) : "", one.theme ? " " : "", asText(one.what), " ",
    one.said_by ? make("span", { className: "said-by" }, `${store.schema.label("said-by", asText(one.said_by))}의 말`) : "", " ", cited(one.from ?? "", from));
}

/** @param {Store} store @returns {HTMLElement[]} what has no place of its own above, so that nothing that was written stays unseen */
function rest(store) {
  const shown = new Set([...PLACED, ...store.schema.headingsOf(store.kind).flatMap((heading) => store.schema.fieldsUnder(heading))]);
  const fields = store.schema.ofKind(store.kind).filter((field) => field.name in store.draft.fields && !field.isPreviewed && !shown.has(field.name));
  const unknown = asGroups(store.draft.fields.unknown).map((one) => [store.schema.fields.get(asText(one.field))?.label ?? asText(one.field), asText(one.note)].filter(Boolean).join(": "));
  return [...fields.map((field) => make("section", {}, ...entries(store, field.name))),
    ...(unknown.length ? [make("section", { className: "silence" }, make("h4", {}, "자료가 말하지 않는 것"), make("ul", {}, ...unknown.map((line) => make("li", {}, line))))] : [])];
}

/** @param {Store} store @returns {HTMLElement[]} */
function sources(store) {
  const found = asGroups(store.draft.fields.sources);
  const field = store.schema.fields.get("sources");
  if (!found.length || !field) return [];
  return [make("section", { className: "sources" }, make("h4", {}, "자료"), make("ol", {}, ...found.map((source) => make("li", {}, make("cite", {}, asText(source.title)),
    `. ${[asText(source.publisher), asText(source.date)].filter(Boolean).join(", ")}${source.rights ? ` 이용조건: ${store.schema.label("rights", asText(source.rights))}` : ""}`))))];
}
