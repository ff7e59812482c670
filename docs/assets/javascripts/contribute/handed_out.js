/**
 * The papers that the steps of a course hand out: of a record that is taught, and no paper spoken of that nobody has
 * by then (rules/easy.py). What a record says for teaching is asked for once; where it could not be had, nothing is said.
 *
 * @typedef {import("./check.js").Problem} Problem
 * @typedef {import("./record.js").Draft} Draft
 * @typedef {import("./schema.js").Group} Group
 * @typedef {import("./schema.js").Schema} Schema
 */

import { page } from "../shared/dom.js";
import { isLink } from "./scalars.js";
import { asGroup, asGroups, asList, asText } from "./schema.js";

const READING = "handout", EASY = "easy";

/** @param {Group} step @returns {string} the id of the record whose papers it uses, empty where it names none */
const sheetOf = (step) => isLink(asText(step.sheet)) ? asText(step.sheet).split("#")[0] : "";

/** @param {string} id @returns {Promise<Group | undefined>} what a record says for teaching; undefined where nobody can tell */
async function teachingOf(id) {
  const answer = await fetch(page(`cases/${id}/record.json`)).catch(() => undefined);
  if (answer?.status === 404) return {};
  const record = answer?.ok ? await answer.json().catch(() => undefined) : undefined;
  return record && asGroup(record.teaching);
}

/** @param {Draft} draft @param {Schema} schema @returns {Promise<boolean>} whether anything was learnt that was not known before */
export async function learnTeaching(draft, schema) {
  const unknown = new Set(asGroups(draft.fields.session).map(sheetOf).filter((id) => id && id !== draft.id && !schema.taught.has(id)));
  const found = await Promise.all([...unknown].map(async (id) => ({ id, teaching: await teachingOf(id) })));
  for (const { id, teaching } of found) if (teaching) schema.taught.set(id, teaching);
  return found.some(({ teaching }) => teaching);
}

/** @param {Draft} draft @param {Schema} schema @returns {Generator<Problem>} */
export function* paperRules(draft, schema) {
  /** @type {Set<string>} */
  const given = new Set();
  for (const [at, step] of asGroups(draft.fields.session).entries()) {
    const id = sheetOf(step);
    const teaching = !id ? {} : id === draft.id ? asGroup(draft.fields.teaching) : schema.taught.get(id);
    if (!teaching) return;
    const isTaught = Object.keys(teaching).length > 0;
    if ("papers" in step && !isTaught) yield { path: ["session", at, "papers"], rule: "paper-not-handed-out", message: "이 종이를 만들 기록이 없습니다", hint: "교육에 쓸 질문이 있는 사례를 고르거나 종이를 지워 주세요" };
    if (isTaught) for (const paper of "papers" in step ? asList(step.papers).map(asText) : [READING]) given.add(paper);
    if (EASY in teaching && given.has(READING)) given.add(EASY);
    yield* unheld(step, at, given, schema);
  }
}

/** @param {Group} step @param {number} at @param {Set<string>} given @param {Schema} schema @returns {Generator<Problem>} the papers that the words of a step name and that nobody has */
function* unheld(step, at, given, schema) {
  for (const name of ["activity", "say"]) {
    for (const [paper, label] of schema.terms("papers")) {
      if (!given.has(paper) && asText(step[name]).includes(label)) yield { path: ["session", at, name], rule: "paper-not-handed-out", message: `이 차례까지 나누어 주지 않은 종이입니다: ‘${label}’`, hint: "이 차례나 앞 차례에 나누어 줄 종이로 고르거나 말을 고쳐 주세요" };
    }
  }
}
