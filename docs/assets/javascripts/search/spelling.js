// Words that were not meant as they stand: initial consonants alone, and misspellings.

import { initials, soundKey, tailKey } from "./normalise.js";
/** @typedef {import("./files.js").Index} Index */

/** Words whose initial consonants (초성) begin with `letters`, the likeliest first. @returns {Promise<string[]>} */
export async function spelled(/** @type {Index} */ index, /** @type {string} */ letters, most = 3) {
  const found = (await index.table(soundKey(letters))).filter(([word]) =>
    initials(word).startsWith(letters) && (letters.length > 3 || word.length === letters.length));
  const worth = ([word, often]) => often - 3 * (word.length - letters.length);
  return found.sort((a, b) => worth(b) - worth(a)).slice(0, most).map(([word]) => word);
}

/**
 * The words most like one that stands nowhere: those that sound alike first, then those that end
 * alike. At most `most` letters differ. @param {Index} index @param {string[]} words
 */
export async function corrections(index, words, most) {
  for (const key of new Set([soundKey(words[0]), ...words.map((word) => `-${tailKey(word)}`)].slice(0, 3))) {
    const near = (await index.table(key)).flatMap(([word, often]) => words.flatMap((wrong) => {
      const far = Math.abs(word.length - wrong.length) > 1 ? 9 : distance(word, wrong);
      const cost = 6 * far - often - wrong.length / 9;
      return far > 0 && far <= (wrong.length > 2 ? most : 1) ? [{ word, far, cost }] : [];
    })).sort((a, b) => a.cost - b.cost);
    if (near.length) return [...new Set(near.filter((one) => one.far === near[0].far).map((one) => one.word))].slice(0, 3);
  }
  return [];
}

/** The letters of a word, three to a syllable but the final one where there is none. */
function letters(/** @type {string} */ word) {
  return [...word].flatMap((char) => {
    const code = char.charCodeAt(0) - 0xac00;
    if (code < 0 || code > 11171) return [char];
    const final = code % 28;
    return [`i${Math.floor(code / 588)}`, `v${Math.floor(code / 28) % 21}`, ...(final ? [`f${final}`] : [])];
  });
}

/** How many letters (자모) must change to make one word of the other; two neighbours may swap. */
export function distance(/** @type {string} */ one, /** @type {string} */ other) {
  const a = letters(one), b = letters(other);
  if (Math.abs(a.length - b.length) > 2) return 9;
  let older = [], old = b.map((_, j) => j + 1);
  old.unshift(0);
  for (let i = 1; i <= a.length; i++) {
    const now = [i];
    for (let j = 1; j <= b.length; j++) {
      now[j] = Math.min(old[j] + 1, now[j - 1] + 1, old[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) now[j] = Math.min(now[j], older[j - 2] + 1);
    }
    [older, old] = [old, now];
  }
  return old[b.length];
}
