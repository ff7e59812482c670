// One way to write: the same rules as hooks/hyeopchi/search/normalise.py and initials.py.
// Both are held to tests/data/search_vectors.json.

const UNSEEN = /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]/g;
const INTERPUNCT = /(?<=[가-힣])[·ㆍ‧・･•∙](?=[가-힣])/g;
const LETTER_BY_LETTER = /(?<!\S)[가-힣](?: [가-힣]){2,}(?!\S)/g;
const RUN = /[가-힣]+|[ㄱ-ㅎㅏ-ㅣ]+|[a-z]+|[0-9]+|[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+/g;
const UNIT = /(?<=[0-9])[년월일](?![가-힣])/g;
const NUMBERED = /(?<![가-힣])([가-힣]{2,4}?) ?제? ?([0-9]{1,2}) ?(동|가(?![가-힣]))/g;
const INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
const PLAIN = { ㄲ: "ㄱ", ㅋ: "ㄱ", ㄸ: "ㄷ", ㅌ: "ㄷ", ㅃ: "ㅂ", ㅍ: "ㅂ", ㅆ: "ㅅ", ㅉ: "ㅈ", ㅊ: "ㅈ" };

/** `text` composed, in one width and case, 민·관 as 민관 and 문 화 정 책 as 문화정책. */
export function normalise(/** @type {string} */ text) {
  return text.normalize("NFC")
    .replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replaceAll("\u3000", " ").replace(UNSEEN, "").toLowerCase().replace(INTERPUNCT, "")
    .replace(LETTER_BY_LETTER, (letters) => letters.replaceAll(" ", ""));
}

/** The names of places with a number in a normalised text: 시흥 제4동 as 시흥4동. */
export const numbered = (/** @type {string} */ text) => [...text.matchAll(NUMBERED)].map(([, ...parts]) => parts.slice(0, 3).join(""));

/** A normalised text with a space in the place of such names. */
export const unnumbered = (/** @type {string} */ text) => text.replace(NUMBERED, " ");

/** The runs of one script in a normalised text. @returns {string[]} */
export const runs = (/** @type {string} */ text) => text.replace(UNIT, " ").match(RUN) ?? [];

export const isHangul = (/** @type {string} */ text) => /^[가-힣]/.test(text);

/** 협치서울 as ㅎㅊㅅㅇ. */
export const initials = (/** @type {string} */ word) =>
  word.replace(/[가-힣]/g, (char) => INITIALS[Math.floor((char.charCodeAt(0) - 0xac00) / 588)]);

/** The first four initial consonants, tense and aspirated ones as their plain neighbours. */
export const soundKey = (/** @type {string} */ word) =>
  initials(word).slice(0, 4).replace(/./g, (char) => PLAIN[char] ?? char);

/** The last two syllables, one of a word of two, and the length. */
export const tailKey = (/** @type {string} */ word) => word.slice(-Math.min(2, word.length - 1)) + word.length;
