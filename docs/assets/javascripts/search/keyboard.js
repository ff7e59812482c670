// Words that were typed while the keyboard was set to the other language: wnals for 주민, ㅜㅔㅐ for npo.

const KEYS = { q: "ㅂ", w: "ㅈ", e: "ㄷ", r: "ㄱ", t: "ㅅ", y: "ㅛ", u: "ㅕ", i: "ㅑ", o: "ㅐ", p: "ㅔ", a: "ㅁ", s: "ㄴ",
  d: "ㅇ", f: "ㄹ", g: "ㅎ", h: "ㅗ", j: "ㅓ", k: "ㅏ", l: "ㅣ", z: "ㅋ", x: "ㅌ", c: "ㅊ", v: "ㅍ", b: "ㅠ", n: "ㅜ", m: "ㅡ",
  Q: "ㅃ", W: "ㅉ", E: "ㄸ", R: "ㄲ", T: "ㅆ", O: "ㅒ", P: "ㅖ" };
const FIRST_LETTERS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ", VOWEL_LETTERS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
const FINAL_LETTERS = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";
const PAIRS = { ㅗㅏ: "ㅘ", ㅗㅐ: "ㅙ", ㅗㅣ: "ㅚ", ㅜㅓ: "ㅝ", ㅜㅔ: "ㅞ", ㅜㅣ: "ㅟ", ㅡㅣ: "ㅢ", ㄱㅅ: "ㄳ", ㄴㅈ: "ㄵ", ㄴㅎ: "ㄶ",
  ㄹㄱ: "ㄺ", ㄹㅁ: "ㄻ", ㄹㅂ: "ㄼ", ㄹㅅ: "ㄽ", ㄹㅌ: "ㄾ", ㄹㅍ: "ㄿ", ㄹㅎ: "ㅀ", ㅂㅅ: "ㅄ" };
const VOWEL = "(?:ㅗ[ㅏㅐㅣ]|ㅜ[ㅓㅔㅣ]|ㅡㅣ|[ㅏ-ㅣ])";
const FINAL = "(?:ㄱㅅ|ㄴ[ㅈㅎ]|ㄹ[ㄱㅁㅂㅅㅌㅍㅎ]|ㅂㅅ|[ㄱ-ㄷㄹㅁㅂㅅ-ㅈㅊ-ㅎ])";
/** A syllable: its final consonants are those after which no vowel comes. */
const SYLLABLE = new RegExp(`([ㄱ-ㅎ])(${VOWEL})(${FINAL}(?![ㅏ-ㅣ]))?`, "y");

/** What keys in English mode would write in Korean: whole syllables, or "" where they do not come out even. */
export function inKorean(/** @type {string} */ typed) {
  const letters = [...typed].map((key) => KEYS[key] ?? KEYS[key.toLowerCase()] ?? "?").join("");
  let written = "";
  for (let at = 0; at < letters.length; at = SYLLABLE.lastIndex) {
    SYLLABLE.lastIndex = at;
    const found = longest(letters, at);
    if (!found) return "";
    written += found;
  }
  return written;
}

/** The syllable that begins at a letter; a final pair gives its second letter to a vowel that follows. */
function longest(/** @type {string} */ letters, /** @type {number} */ at) {
  const found = SYLLABLE.exec(letters);
  if (!found) return "";
  const [, initial, vowel, final = ""] = found;
  const code = [FIRST_LETTERS.indexOf(initial), VOWEL_LETTERS.indexOf(PAIRS[vowel] ?? vowel), FINAL_LETTERS.indexOf(PAIRS[final] ?? (final || " "))];
  return code.includes(-1) ? "" : String.fromCharCode(0xac00 + (code[0] * 21 + code[1]) * 28 + code[2]);
}

/** What letters in Korean mode would write in English. */
export const inEnglish = (/** @type {string} */ typed) =>
  [...typed].map((letter) => Object.keys(KEYS).find((key) => KEYS[key] === letter)?.toLowerCase() ?? "").join("");
