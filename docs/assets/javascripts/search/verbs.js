// Verbs and adjectives, which people type in sentences: the form under which a dictionary has them.

import { stands } from "./dictionary.js";
/** @typedef {import("./files.js").Index} Index */

/** Endings that follow a stem as it is. */
const VERB_ENDINGS = ("나요 는지 는가 는가요 는데 는 고 고싶어요 면 면서 게 지 지만 지요 죠 기 던 도록 려면 려고 려는 자 다 습니다 습니까 니 네요 어요 아요 어 아 어서 아서 어야 아야 " +
  "었다 았다 었어요 았어요 었나요 았나요 었는지 았는지 은 을 을까 을까요 은가요 으면 으려면 음 거나 든지 세요 으세요 시나요").split(" ");
/** 해 and 했 are 하 with an ending. */
const CONTRACTED = /^(.*)(해|했|해요|했어요|했나요|했는지|했다|해서|해야|했던|합니다|합니까|할까|할까요)$/;
const FIRST_SYLLABLE = 0xac00, OPEN_FINALS = { 4: 1, 8: 1, 16: 1, 17: 1 }; // ㄴ ㄹ ㅁ ㅂ

/** The stems that a written word may be a form of: 정하 of 정할 and 정하나요. */
export function stemsOf(/** @type {string} */ word) {
  const found = VERB_ENDINGS.filter((ending) => word.length > ending.length && word.endsWith(ending)).map((ending) => word.slice(0, -ending.length));
  const contracted = CONTRACTED.exec(word);
  if (contracted) found.push(`${contracted[1]}하`);
  for (const ending of ["", "까", "까요", "지", "게", "래요", "니다", "니까", "가요"]) {
    if (word.endsWith(ending) && word.length > ending.length) found.push(opened(word.slice(0, word.length - ending.length)));
  }
  return [...new Set(found)].filter(Boolean);
}

/** 할 as 하: without a final ㄴ, ㄹ, ㅁ or ㅂ; "" where there is none. */
function opened(/** @type {string} */ word) {
  const code = word.charCodeAt(word.length - 1) - FIRST_SYLLABLE;
  return code >= 0 && OPEN_FINALS[code % 28] ? word.slice(0, -1) + String.fromCharCode(FIRST_SYLLABLE + code - code % 28) : "";
}

/** Whether a word ends as the verbs of questions do. */
export const isAskingVerb = (/** @type {string} */ word) => /(나요|까요|가요|어요|아요|해요|돼요|봐요|습니까|니까|는지|을까|할까|죠|지요)$/.test(word);

/** The stem of a verb or an adjective that a word is a form of; "" where it is none. */
export async function verbOf(/** @type {Index} */ index, /** @type {string} */ word) {
  for (const stem of stemsOf(word)) if (await stands(index, `${stem}다`)) return stem;
  return "";
}
