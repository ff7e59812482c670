// The dictionary: which words there are at all, as hooks/hyeopchi/search/dictionary.py packs them.

import { hashed } from "./files.js";
/** @typedef {import("./files.js").Index} Index */

const PLACES = 8, LONGEST_WORD = 8;
/** Syllables that stand before or after a word and make another: 재개발, 통장협의회. */
const BEFORE = "재신구전대소초총각본제주준친탈폐범고부", AFTER = "회장비관원자들구동시법권세표실과팀단당집터길님식";

/** Whether a word stands in the dictionary, or is made of words that do. */
export async function isReal(/** @type {Index} */ index, /** @type {string} */ word) {
  return (await partsOf(index, word)).length > 0;
}

/** Whether a word stands in the dictionary. */
export async function stands(/** @type {Index} */ index, /** @type {string} */ word) {
  return /^[가-힣]{2,8}$/.test(word) && knows(await index.filter(word), word);
}

/** The words of the dictionary of which a word is made, itself where it stands there; none where it is no word. @returns {Promise<string[]>} */
export async function partsOf(/** @type {Index} */ index, /** @type {string} */ word) {
  if (await stands(index, word)) return [word];
  for (let at = 2; at + 2 <= word.length && word.length <= LONGEST_WORD; at++) {
    if (await stands(index, word.slice(0, at)) && await stands(index, word.slice(at))) return [word.slice(0, at), word.slice(at)];
  }
  if (word.length > 2 && BEFORE.includes(word[0]) && await stands(index, word.slice(1))) return [word.slice(1)];
  return word.length > 2 && AFTER.includes(word.at(-1)) ? partsOf(index, word.slice(0, -1)) : [];
}

/** Whether a word was put into a file. */
export function knows(/** @type {Uint8Array} */ bits, /** @type {string} */ word) {
  const size = 8 * bits.length, step = hashed([...word].reverse().join("")) | 1;
  for (let turn = 0, place = hashed(word); turn < PLACES; turn++, place = place + step >>> 0) {
    const at = place % size;
    if (!(bits[at >> 3] >> (at & 7) & 1)) return false;
  }
  return true;
}
