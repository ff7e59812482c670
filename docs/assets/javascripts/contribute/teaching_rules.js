/**
 * What holds of a record that people teach with or read as a book (rules/easy.py, rules/body.py).
 *
 * @typedef {import("./check.js").Problem} Problem
 * @typedef {import("./body.js").Section} Section
 * @typedef {import("./schema.js").Group} Group
 * @typedef {import("./schema.js").Schema} Schema
 */

import { readAddress } from "./addresses.js";
import { asGroup, asGroups, asList, asText } from "./schema.js";

/** @param {Group} record @param {Section[]} sections @param {Schema} schema @returns {Generator<Problem>} */
export function* teachingRules(record, sections, schema) {
  const teaching = asGroup(record.teaching);
  yield* easySheetRules(asList(teaching.easy).map(asText), schema.data.limits);
  for (const [at, { name }] of asGroups(teaching.cards).entries()) {
    if (schema.rules.isIn("tells_a_side", asText(name))) yield { path: ["teaching", "cards", at, "name"], rule: "card-tells-its-side", message: "카드의 이름이 답을 알려 줍니다", hint: "힘이 되었는지 막았는지 드러나지 않게 ‘물었을 때의 답변’처럼 적어 주세요" };
  }
  yield* courseRules(asGroups(record.session));
  if (record.purpose === "book") yield* bookRules(sections, schema);
}

/** @param {string[]} told @param {Record<string, number>} limits @returns {Generator<Problem>} an easy sheet fills one page */
function* easySheetRules(told, { min_easy_sheet: least, max_easy_sheet: most }) {
  const letters = told.reduce((sum, line) => sum + [...line].length, 0);
  if (told.length && (letters < least || letters > most)) yield { path: ["teaching", "easy"], rule: "easy-sheet-length", message: `쉬운 말 종이의 길이가 맞지 않습니다: ${letters}자`, hint: `모두 ${least}~${most}자로 적어 주세요` };
}

/** @param {Group[]} steps @returns {Generator<Problem>} a step takes fewer minutes where the course is shortened */
function* courseRules(steps) {
  for (const [at, step] of steps.entries()) {
    const [shorter, minutes] = [step.shorter, step.minutes].map((one) => /^-?\d+$/.test(asText(one)) ? Number(asText(one)) : null);
    if (shorter !== null && minutes !== null && (shorter < 0 || shorter >= minutes)) yield { path: ["session", at, "shorter"], rule: "shorter-not-less", message: `줄일 때의 시간이 걸리는 시간(${minutes}분)보다 짧지 않습니다`, hint: `0에서 ${minutes - 1} 사이의 수를 적거나 줄을 지워 주세요` };
  }
}

/** @param {Section[]} sections @param {Schema} schema @returns {Generator<Problem>} every paragraph of a chapter names a place in a record */
function* bookRules(sections, schema) {
  const isPlace = (/** @type {string} */ written) => readAddress(written).kind === "inside" && written.replace(/^#+/, "").includes("#");
  for (const { heading, text } of sections.slice(sections.findIndex((one) => one.heading))) {
    for (const [paragraph] of heading ? schema.rules.all("paragraph", text) : []) {
      if (![...schema.grammar.targets(paragraph)].some(({ written }) => isPlace(written))) yield { path: ["body", heading], rule: "ungrounded-paragraph", message: `근거가 되는 기록이 없는 문단입니다: ‘${paragraph.trim().slice(0, 40)}’`, hint: "그렇게 적은 기록의 자리를 이어 주세요" };
    }
  }
}
