/**
 * The form on the page: opens a new record, a record of the library, or the draft that this browser keeps,
 * and leads through its steps.
 *
 * @typedef {import("./check.js").Problem} Problem
 */

import { make, page } from "./dom.js";
import { canKeep, forget, keep, kept } from "./drafts.js";
import { Pages } from "./pages.js";
import { steady } from "./pressing.js";
import { fileOf, opened } from "./record.js";
import { Schema } from "./schema.js";
import { Store } from "./store.js";

const SAVE_AFTER = 600;

/** @param {string} address @returns {Promise<any>} null where it is not there */
async function data(address) {
  const answer = await fetch(page(address)).catch(() => null);
  return answer?.ok ? answer.json() : null;
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
  return { kind: "case", ...(districts.length && { districts }), ...(domains.length && { domains }) };
}

/** @param {Schema} schema @param {string} editing @param {URLSearchParams} asked @param {string[]} said @returns {Promise<Store | null>} null where the record cannot be had */
async function storeOf(schema, editing, asked, said) {
  const json = editing ? await data(`cases/${editing}/record.json`) : given(schema, asked, said);
  if (!json) return null;
  const fresh = opened(json, schema);
  const file = editing ? fileOf(fresh, schema) : "";
  const draft = kept(editing);
  if (!draft) return new Store(schema, fresh, { editing, file });
  const old = opened({ .../** @type {object} */ (draft.fields), id: draft.id, body: draft.body }, schema);
  if (!schema.data.kinds.some(([id]) => id === old.fields.kind)) old.fields.kind = "case";
  said.push(draft.version === schema.data.version ? "이 브라우저에 있던, 쓰다 만 글을 열었습니다." : "전 판의 서식에서 쓰던 글을 옮겼습니다. 빠진 것이 없는지 봐 주세요.");
  if (asked.has("district") || asked.has("domain")) said.push("주소에 적힌 지역과 분야는 넣지 않았습니다. 새로 쓰려면 아래 ‘모두 지우고 처음부터’를 누르세요.");
  return new Store(schema, old, { editing, file });
}

/** @param {HTMLElement} place */
async function start(place) {
  const notice = /** @type {HTMLElement} */ (place.querySelector("[role='status']"));
  const asked = new URLSearchParams(location.search);
  const editing = /^[a-z0-9][a-z0-9-]{2,63}$/.test(asked.get("edit") ?? "") ? String(asked.get("edit")) : "";
  /** @type {string[]} */
  const said = asked.has("edit") && !editing ? ["고칠 기록의 주소가 바르지 않아 빈 서식을 열었습니다."] : [];
  const schema = await schemaOf();
  const store = schema && await storeOf(schema, editing, asked, said);
  if (!schema || !store) {
    notice.textContent = schema ? `‘${editing}’ 기록을 찾지 못했습니다. 주소를 다시 살펴봐 주세요.` : "서식을 여는 데 필요한 것을 받지 못했습니다. 이 쪽을 새로 고쳐 주세요.";
    return;
  }
  if (editing) said.unshift(`‘${store.draft.fields.title}’ 기록을 고칩니다.`);
  if (store.draft.fields.withdrawn) said.push("거둔 기록입니다. 주소는 남고 내용은 보이지 않습니다.");
  notice.textContent = said.join(" ");
  steady(place);
  const pages = new Pages(store, place);
  place.append(pages.element, safety(store));
  keepDrafts(store, place);
  pages.open(0, false);
}

/** Keeps the draft a moment after each change. @param {Store} store @param {HTMLElement} place */
function keepDrafts(store, place) {
  const said = place.querySelector(".form__kept");
  let timer = 0;
  const save = () => {
    clearTimeout(timer);
    const isKept = keep(store.editing, store.draft, store.schema.data.version);
    if (said) said.textContent = isKept ? "쓰던 글을 이 브라우저에 두었습니다." : "쓰던 글을 이 브라우저에 두지 못했습니다. 닫기 전에 꼭 내려받으세요.";
  };
  store.onChange(() => {
    clearTimeout(timer);
    timer = window.setTimeout(save, SAVE_AFTER);
  });
  addEventListener("pagehide", () => { if (timer) save(); });
}

/** @param {Store} store @returns {HTMLElement} what becomes of a draft, and how to be rid of it */
function safety(store) {
  const remove = make("button", { type: "button", className: "button--small" }, "모두 지우고 처음부터");
  const sure = make("button", { type: "button", className: "button--small", hidden: true }, "정말 지웁니다");
  remove.addEventListener("click", () => { sure.hidden = false; sure.focus(); });
  sure.addEventListener("click", () => {
    store.listeners.length = 0;
    forget(store.editing);
    location.assign(store.editing ? `?edit=${store.editing}` : location.pathname);
  });
  return make("section", { className: "form__safety", "aria-labelledby": "kept" }, make("h2", { id: "kept" }, "쓰던 글은 어디에 있나요"),
    make("p", {}, canKeep() ? "쓰는 동안 이 브라우저에만 저절로 둡니다. 보내기 전에는 아무에게도 가지 않습니다. 함께 쓰는 컴퓨터라면 보낸 뒤 지워 주세요."
      : "이 브라우저는 아무것도 두지 못하게 되어 있습니다. 창을 닫으면 쓰던 글이 사라지니, 닫기 전에 내려받으세요."),
    make("p", { className: "form__kept", role: "status" }), make("p", {}, remove, " ", sure));
}

const place = document.querySelector(".form");
if (place instanceof HTMLElement) void start(place);
