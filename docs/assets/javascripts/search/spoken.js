// How a word is said in a sentence.

const DIGITS_THAT_CLOSE = "036";

/**
 * A word in quotes with 로 or 으로, as its last letter asks: 으로 after a closed syllable, but not after ㄹ.
 * @param {string} word
 */
export function by(word) {
  const last = word.slice(-1), tail = (last.charCodeAt(0) - 0xac00) % 28;
  const closes = last >= "가" && last <= "힣" ? tail > 0 && tail !== 8 : DIGITS_THAT_CLOSE.includes(last || "1");
  return `‘${word}’${closes ? "으로" : "로"}`;
}
