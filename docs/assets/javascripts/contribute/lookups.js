/**
 * What a record leads to in the library: whether it is there (rules/links.py, sources.py). Each page is asked for
 * once; of one that could not be had for want of a connection nothing is said.
 *
 * @typedef {import("./check.js").Path} Path
 * @typedef {import("./check.js").Problem} Problem
 * @typedef {import("./record.js").Draft} Draft
 * @typedef {import("./schema.js").Schema} Schema
 * @typedef {{path: Path, page: string, anchor: string, isOwn: boolean, what: string}} Lead ``page`` is its address, ``isOwn``: a place of this record
 */

import { readAddress } from "./addresses.js";
import { page } from "../shared/dom.js";
import { learnTeaching, paperRules } from "./handed_out.js";
import { documentPage } from "./places.js";
import { placesIn } from "./record_rules.js";
import { groups } from "./rules.js";
import { isLink } from "./scalars.js";
import { asGroups, asList, asText } from "./schema.js";

const RECORD = "기록", DOCUMENT = "자료";

const spotsOf = (/** @type {Draft} */ draft, /** @type {Schema} */ schema) => groups(draft.fields, schema.ofKind(asText(draft.fields.kind)), schema);

/** @param {Draft} draft @param {Schema} schema @returns {Generator<Lead>} */
function* leads(draft, schema) {
  const lead = (/** @type {Path} */ path, /** @type {string} */ link) => {
    const [id, anchor = ""] = link.split("#");
    return { path, page: `cases/${id}/`, anchor, isOwn: !id || id === draft.id, what: RECORD };
  };
  for (const { path, field, value } of spotsOf(draft, schema)) {
    for (const one of schema.groupOf(field) ?? []) {
      if (one.type === "link") for (const link of asList(value[one.name])) if (isLink(asText(link))) yield lead([...path, one.name], asText(link));
    }
  }
  for (const { heading, text } of draft.sections) {
    for (const { written } of schema.grammar.targets(text)) {
      const { url, kind } = readAddress(written);
      if (kind === "inside") yield isLink(url.replace(/^#/, "own-record#")) ? lead(["body", heading], url) : { ...lead(["body", heading], ""), page: "", anchor: "", isOwn: false };
    }
  }
  for (const [at, { id }] of asGroups(draft.fields.sources).entries()) {
    if (id) yield { path: ["sources", at, "id"], page: documentPage(asText(id)), anchor: "", isOwn: false, what: DOCUMENT };
  }
}

/** @param {string} address @returns {Promise<Set<string> | null | undefined>} the places in a page; null where there is no such page, undefined where nobody can tell */
async function placesOf(address) {
  const answer = await fetch(page(address)).catch(() => undefined);
  if (!answer?.ok) return answer?.status === 404 ? null : undefined;
  const shown = new DOMParser().parseFromString(await answer.text(), "text/html");
  return new Set(Array.from(shown.querySelectorAll("[id]"), ({ id }) => id));
}

/** @param {Draft} draft @param {Schema} schema @returns {Promise<boolean>} whether anything was learnt that was not known before */
export async function learn(draft, schema) {
  const unknown = new Set([...leads(draft, schema)].filter((one) => one.page && !one.isOwn && !schema.pages.has(one.page)).map((one) => one.page));
  const asked = Promise.all([...unknown].map(async (address) => ({ address, places: await placesOf(address) })));
  const [found, isTeachingNew] = await Promise.all([asked, learnTeaching(draft, schema)]);
  for (const { address, places } of found) if (places !== undefined) schema.pages.set(address, places);
  return isTeachingNew || found.some(({ places }) => places !== undefined);
}

/** @param {Draft} draft @param {Schema} schema @returns {Generator<Problem>} what leads nowhere or needs what others say, as far as it was looked up */
export function* lookupRules(draft, schema) {
  yield* paperRules(draft, schema);
  const own = placesIn(draft.fields, [...spotsOf(draft, schema)], draft.sections, schema);
  for (const { path, page: address, anchor, isOwn, what } of leads(draft, schema)) {
    const places = isOwn ? own : address ? schema.pages.get(address) : null;
    if (places === undefined || places?.has(anchor) || (places && !anchor)) continue;
    if (what === DOCUMENT) yield { path, rule: "unknown-document", message: "자료 목록에 없는 자료입니다", hint: "비우고 자료 이름을 적어 주세요" };
    else if (places) yield { path, rule: "broken-link", message: `그 기록 안에 없는 자리입니다: #${anchor}`, hint: "# 뒤를 지우거나 있는 자리를 적어 주세요" };
    else yield { path, rule: "broken-link", message: "없는 기록을 가리킵니다", hint: "기록을 찾아 그 주소의 이름을 적거나, 다른 누리집이면 https://로 시작하는 주소를 적어 주세요" };
  }
}
