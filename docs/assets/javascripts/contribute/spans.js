/**
 * Times from when to when: who says both ends in the field of one has answered the other too, as the library's own
 * reader of forms takes it (cell_values.py).
 *
 * @typedef {import("./schema.js").Field} Field
 * @typedef {import("./schema.js").Group} Group
 */

import { edtf, printed } from "./dates.js";
import { likelySpan } from "./likely_dates.js";
import { asText } from "./schema.js";

/** @type {Record<string, string>} */
const OTHER_END = { start: "end", end: "start" };

/** @param {Field} field @returns {string} the name of the field of the other end, "" for fields that are no end */
export function otherEnd(field) {
  return field.type === "edtf" ? OTHER_END[field.name] ?? "" : "";
}

/**
 * @param {Field} field the field of one end
 * @param {Group} holder where both ends stand; an end that says something else is never written over
 * @param {string} text as it was typed
 * @returns {{own: string, other: string, said: string} | null} both ends and what to say of them; null where only one is told
 */
export function bothEnds(field, holder, text) {
  const span = likelySpan(text);
  if (!span) return null;
  const [start, end] = span.map(edtf);
  const [own, other] = field.name === "start" ? [start, end] : [end, start];
  const there = asText(holder[otherEnd(field)]);
  if (there && there !== other) return null;
  return { own, other, said: `시작(${printed(span[0])})과 끝(${printed(span[1])})을 두 칸에 나누어 적었습니다` };
}
