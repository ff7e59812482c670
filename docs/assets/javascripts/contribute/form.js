/**
 * The form on the page: opens a new record, a record of the library, or the draft that this browser keeps,
 * and leads through its steps.
 *
 * @typedef {import("./check.js").Problem} Problem
 */

import { bodyOf } from "./body.js";
import { page } from "../shared/dom.js";
import { Draft, draftFor, draftsOf } from "./drafts.js";
import { finished } from "./finishing.js";
import { heldBack, holdPrints } from "./holding.js";
import { Keeping } from "./keeping.js";
import { Pages } from "./pages.js";
import { steady } from "./pressing.js";
import { fileOf, opened } from "./record.js";
import { Schema } from "./schema.js";
import { Store } from "./store.js";

const NAME = "hyeopchi-form";

/** @param {string} address @returns {Promise<any>} null where it is not there */
async function data(address) {
  const answer = await fetch(page(address)).catch(() => null);
  return answer?.ok ? answer.json().catch(() => null) : null;
}

/** @returns {Promise<Schema | null>} */
async function schemaOf() {
  const found = await data("data/fields.json");
  if (!found) return null;
  const schema = new Schema(found);
  const long = Object.keys(found.words).filter((name) => !found.words[name].terms.length);
  await Promise.all(long.map(async (name) => schema.learn(name, await data(`data/words/${name}.json`) ?? [])));
  return schema;
}

/** @param {Schema} schema @param {URLSearchParams} asked @param {string[]} said @returns {Record<string, unknown>} the fields that the address gives */
function given(schema, asked, said) {
  const known = (/** @type {string} */ name, /** @type {string} */ vocabulary, /** @type {string} */ label) => {
    const value = asked.get(name);
    if (!value) return [];
    if (schema.terms(vocabulary).some(([id]) => id === value)) return [value];
    said.push(`주소에 적힌 ${label}(${value.slice(0, 40)})은 없는 것이라 비워 두었습니다.`);
    return [];
  };
  const [districts, domains] = [known("district", "districts", "지역"), known("domain", "domains", "분야")];
  return { kind: schema.data.kinds[0][0], ...(districts.length && { districts }), ...(domains.length && { domains }) };
}

/** @param {Draft} draft @param {Schema} schema @returns {import("./record.js").Draft | null} the record as it was kept, null where nothing was */
function keptIn(draft, schema) {
  const content = draft.content;
  if (!content) return null;
  const old = opened({ .../** @type {object} */ (content.fields), id: content.id, body: content.body }, schema);
  if (!schema.data.kinds.some(([id]) => id === old.fields.kind)) old.fields.kind = schema.data.kinds[0][0];
  return old;
}

/** @param {Schema} schema @param {string} editing @param {URLSearchParams} asked @param {Draft} draft @param {string[]} said @returns {Promise<Store | null>} null where the record cannot be had */
async function storeOf(schema, editing, asked, draft, said) {
  const json = editing ? await data(`cases/${editing}/record.json`) : given(schema, asked, said);
  if (!json) return null;
  const fresh = opened(json, schema);
  const file = editing ? fileOf(fresh, schema) : "";
  const old = keptIn(draft, schema);
  if (old) said.push(draft.content?.version === schema.data.version ? "이 브라우저에 있던, 쓰다 만 글을 열었습니다." : "전 판의 서식에서 쓰던 글을 옮겼습니다. 빠진 것이 없는지 봐 주세요.");
  return new Store(schema, old ?? fresh, { editing, file });
}

/** @param {string} editing @param {URLSearchParams} asked @param {string[]} said @returns {Draft} the one that the address asks for: where it tells what a new record is about, a new one */
function draftOf(editing, asked, said) {
  const isAbout = !editing && (asked.has("district") || asked.has("domain"));
  const base = editing ? `${NAME}:${editing}` : NAME;
  const { draft, isMissing } = draftFor(base, asked.get("draft") ?? (isAbout ? "new" : null), isRecord);
  if (isMissing) said.push("주소에 적힌 쓰던 글이 이 브라우저에 없어 처음부터 엽니다.");
  const rest = draftsOf(NAME).filter((one) => one.base !== base || one.number !== draft.number).length;
  if (rest) said.push(`쓰던 다른 글 ${rest}개는 아래 ‘쓰던 글은 어디에 있나요’에서 열 수 있습니다.`);
  return draft;
}

/** @param {import("./drafts.js").Content} content @returns {boolean} */
function isRecord(content) {
  return Boolean(content.fields) && typeof content.fields === "object";
}

/** @param {string} base @param {number | "new"} number @returns {string} the address that opens a draft */
function addressOf(base, number) {
  const editing = base.slice(NAME.length + 1);
  return `${location.pathname}?${editing ? `edit=${editing}&` : ""}draft=${number}`;
}

/** @param {import("./drafts.js").Found} found @returns {string} */
function titleOf({ base, content }) {
  const title = isRecord(content) ? /** @type {any} */ (content.fields).title : "";
  return `${typeof title === "string" && title ? `‘${title}’` : "아직 제목이 없는 글"}${base === NAME ? "" : " 고치기"}`;
}

/** @param {Store} store @param {Draft} draft @returns {Keeping} */
function keepingOf(store, draft) {
  const content = () => ({ version: store.schema.data.version, id: store.draft.id, fields: store.draft.fields, body: bodyOf(store.draft.sections) });
  const keeping = new Keeping(draft, { content, name: NAME, titleOf, addressOf });
  store.onChange(() => keeping.changed());
  return keeping;
}

/** @param {HTMLElement} place */
async function start(place) {
  const notice = /** @type {HTMLElement} */ (place.querySelector("[role='status']"));
  const asked = new URLSearchParams(location.search);
  const editing = /^[a-z0-9][a-z0-9-]{2,63}$/.test(asked.get("edit") ?? "") ? String(asked.get("edit")) : "";
  /** @type {string[]} */
  const said = asked.has("edit") && !editing ? ["고칠 기록의 주소가 바르지 않아 빈 서식을 열었습니다."] : [];
  const schema = await schemaOf();
  const draft = draftOf(editing, asked, said);
  const store = schema && await storeOf(schema, editing, asked, draft, said);
  if (!schema || !store) {
    notice.textContent = schema ? `‘${editing}’ 기록을 찾지 못했습니다. 주소를 다시 살펴봐 주세요.` : "서식을 여는 데 필요한 것을 받지 못했습니다. 이 쪽을 새로 고쳐 주세요.";
    return;
  }
  if (editing) said.unshift(`‘${store.draft.fields.title}’ 기록을 고칩니다.`);
  if (store.draft.fields.withdrawn) said.push("거둔 기록입니다. 주소는 남고 내용은 보이지 않습니다.");
  notice.textContent = said.join(" ");
  steady(place);
  const pages = new Pages(store, place);
  const keeping = keepingOf(store, draft);
  holdPrints(place, () => heldBack(finished(store).text, schema));
  place.append(keeping.alert, pages.element, keeping.element);
  pages.open(0, false);
}

const place = document.querySelector(".form");
if (place instanceof HTMLElement) void start(place);
