// How words are said in a sentence: the same rules as hooks/hyeopchi/text/korean.py.

const RIEUL = 8;
/** How the digits end when they are read aloud: 영 일 이 삼 사 오 육 칠 팔 구. */
const CLOSING_DIGITS = "013678", RIEUL_DIGITS = "178";
/** Ends of Latin words whose sound closes the syllable: film, plan, housing, title, unit. */
const CLOSING_LATIN = /([lmn]|ng|[lmn]e|(?<![aeiou])(?:[aeiou]|o[ou])[bckpt])$/;

/**
 * A word in quotes with the particle of a pair that fits, the form after a consonant first.
 * @param {string} word @param {string} pair 이/가, 으로/로
 */
export function josa(word, pair) {
  const [closed, open] = pair.split("/");
  const sound = word.toLowerCase().replace(/(?<=.)\([^()]*\)(?=\P{L}*$)/gu, "").replace(/[^\p{L}\p{N}]/gu, "") || "가";
  const isRieul = pair === "으로/로" && endsInRieul(sound);
  return `‘${word}’${endsInConsonant(sound) && !isRieul ? closed : open}`;
}

/** Words in quotes, the last with its particle. */
export const josaOfAll = (/** @type {string[]} */ words, /** @type {string} */ pair) =>
  words.map((word, at) => at < words.length - 1 ? `‘${word}’` : josa(word, pair)).join(", ");

function endsInConsonant(/** @type {string} */ sound) {
  const final = finalOf(sound);
  return final >= 0 ? final > 0 : CLOSING_DIGITS.includes(sound.slice(-1)) || CLOSING_LATIN.test(sound);
}

function endsInRieul(/** @type {string} */ sound) {
  const final = finalOf(sound);
  return final >= 0 ? final === RIEUL : RIEUL_DIGITS.includes(sound.slice(-1)) || /le?$/.test(sound);
}

/** The number of the last syllable's final consonant, 0 for none; -1 where it is no Hangul syllable. */
function finalOf(/** @type {string} */ sound) {
  const code = sound.charCodeAt(sound.length - 1) - 0xac00;
  return code >= 0 && code <= 11171 ? code % 28 : -1;
}
