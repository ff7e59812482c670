// What is said of an answer, in sentences.

import { josa, josaOfAll } from "./spoken.js";
/** @typedef {import("./engine.js").Answer} Answer */

const NOT_NOTHING = "아무 일도 없었다는 뜻은 아닙니다. 다른 낱말로 찾아보세요.";

/**
 * @param {Answer} answer @param {number} count records that are shown @param {boolean} asked whether words were typed
 * @returns {string}
 */
export function toldOf(answer, count, asked) {
  if (asked && answer.isEmpty) return answer.leads.length ? "" : "두 글자부터 찾습니다. 조금 더 적어 주세요.";
  if (!count) return [...absence(answer, asked), ...asked && !answer.records.length ? [NOT_NOTHING] : []].join(" ");
  return [...found(answer, count), ...asked ? kept(answer) : []].join(" ");
}

/** @param {Answer} answer @param {boolean} asked */
function absence(answer, asked) {
  if (answer.lacksPhrase) return [`${josaOfAll(answer.phrases, "이/가")} 그대로 든 기록은 없습니다. 따옴표를 빼고 찾아보세요.`];
  if (!asked || answer.records.length) return ["고른 조건에 맞는 기록이 없습니다. 조건을 줄여 보세요."];
  return answer.nowhere.length ? nowhere(answer) : ["찾은 기록이 없습니다."];
}

const nowhere = (/** @type {Answer} */ { nowhere: words }) => words.length ? [`${josaOfAll(words, "이/가")} 든 기록은 없습니다.`] : [];

/** @param {Answer} answer @param {number} count */
function found(answer, count) {
  const told = `${count.toLocaleString("ko")}개`;
  return answer.isAsked ? [`묻는 말만 있어서 도서관의 물음 ${told}를 놓았습니다. 무엇을 묻는지 낱말을 더 적어 보세요.`] : [`기록 ${told}를 찾았습니다.`];
}

/** @param {Answer} answer */
function kept(answer) {
  const said = nowhere(answer);
  if (answer.instead.length) said.push(`${josa(answer.instead[0], "으로/로")} 찾았습니다.`);
  for (const word of answer.pieces) said.push(`${josa(word, "이라는/라는")} 말이 그대로 든 기록은 없어서 나누어 찾았습니다.`);
  if (answer.isPartial && !answer.nowhere.length) said.push("모든 낱말이 든 기록은 없어서 일부가 든 기록을 놓았습니다.");
  if (answer.phrases.length) said.push("따옴표 안의 말이 그대로 든 기록만 놓았습니다.");
  return said;
}

/** What is told of words that are the same; "" where there are none. */
export const sameOf = (/** @type {Answer} */ { same, records }) =>
  same.length ? `같은 말: ${josaOfAll(same, "으로/로")}도 ${records.length ? "찾았습니다" : "찾았지만 없습니다"}.` : "";
