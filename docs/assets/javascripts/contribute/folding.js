/**
 * A text as the rules on personal data read it (personal_data/folding.py): spellings evened out, nothing hidden,
 * plain dashes. Part by part in one pass, as there: what an escape means is not taken for an escape again.
 */

/** What may fold to something else; all that is common in Korean text does not. */
const SUSPECT = /[^\t\n -$'-[\]-~가-힣·‘’“”「」『』〈〉《》→]/gu;
const ESCAPE = /%(2[0BDEbde]|3[0-9]|40)|\\(?:x|u00|U000000)(2[0BDEbde]|3[0-9]|40)/y;
const LETTERS = /[\u1100-\u11ff\u3131-\u3160\u3162-\u318c\ua960-\ua97c\ud7b0-\ud7fb\uffa1-\uffdc]{1,64}/y;
const NUMERIC = /&#(?:0*([0-9]+)|[xX]0*([0-9A-Fa-f]+));?/y;
const NAMED = /&[^\t\n\f <&#;]{1,32};?/uy;
const MOST_DIGITS = 7;
/** What a numeric reference means nothing by, as the reader of the rules has it. */
const NOTHING = /^[\u0001-\u0008\u000b\u000e-\u001f\u007f-\u009f\p{Noncharacter_Code_Point}]$/u;
const DASHES = /[\p{Pd}ㅡᅳ⁃−─━ー一˗¯]/u;
const DOTS = /[ᆞㆍ•‧∙⋅・･]/u;
const ATS = /^[ⓐⒶ]$/u;
const UNSEEN = /[\p{Cf}\p{Mn}\p{Me}ᅟᅠㅤﾠ]/u;

/** @param {RegExp} pattern a sticky one @param {string} text @param {number} at @returns {RegExpExecArray | null} */
function matchAt(pattern, text, at) {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** @param {string} references character references and nothing else @returns {string} what they mean in HTML */
export function unescaped(references) {
  const place = document.createElement("textarea"); // in it references are read, and no element
  place.innerHTML = references;
  return place.textContent ?? "";
}

/** @param {string} text @param {number} at where an ampersand stands @returns {[number, string]} the end and the meaning of the reference there; a mere ampersand means itself */
function reference(text, at) {
  const numeric = matchAt(NUMERIC, text, at);
  if (numeric) {
    const known = (numeric[1] ?? numeric[2]).length <= MOST_DIGITS;
    return [at + numeric[0].length, known ? unescaped(numeric[0]).replace(NOTHING, "") : "\ufffd"];
  }
  const written = matchAt(NAMED, text, at)?.[0] ?? "&";
  const meant = written === "&" ? written : unescaped(written);
  if (meant === written) return [at + 1, "&"];
  let same = 0; // what stands behind a reference without its semicolon is no part of it
  while (same < Math.min(written.length, meant.length) - 1 && written.at(-1 - same) === meant.at(-1 - same)) same += 1;
  return [at + written.length - same, meant.slice(0, meant.length - same)];
}

/** @param {string} text @param {number} at @returns {[number, string]} the end and the meaning of the reference, escape, run of Hangul letters or character there */
function unitAt(text, at) {
  if (text[at] === "&") return reference(text, at);
  const escape = matchAt(ESCAPE, text, at);
  if (escape) return [at + escape[0].length, String.fromCharCode(parseInt(escape[1] ?? escape[2], 16))];
  const unit = matchAt(LETTERS, text, at)?.[0] ?? String.fromCodePoint(text.codePointAt(at) ?? 0);
  return [at + unit.length, unit];
}

/** @param {string} sign a digit of some script @returns {string} the same digit in ASCII */
function digit(sign) {
  let at = sign.codePointAt(0) ?? 0;
  const last = at;
  while (last - at < 9 && /\p{Nd}/u.test(String.fromCodePoint(at - 1))) at -= 1;
  return String(last - at);
}

/** @param {string} sign @returns {string} */
function foldedSign(sign) {
  if (UNSEEN.test(sign)) return "";
  if (DASHES.test(sign)) return "-";
  if (DOTS.test(sign)) return "·";
  return /[0-9]/.test(sign) || !/\p{Nd}/u.test(sign) ? sign : digit(sign);
}

/** @param {string} unit @returns {string} its folded form, spaced where it holds digits but is none itself */
function foldedUnit(unit) {
  if (ATS.test(unit)) return "@";
  const folded = Array.from(unit.normalize("NFKC"), foldedSign).join("");
  return /[0-9]/.test(folded) && !/^\p{Nd}+$/u.test(unit) ? `  ${folded}  ` : folded;
}

/** @param {string} raw @returns {string} */
export function fold(raw) {
  const parts = [];
  let end = 0;
  let found = null;
  SUSPECT.lastIndex = 0;
  while ((found = SUSPECT.exec(raw))) {
    const [after, unit] = unitAt(raw, found.index);
    parts.push(raw.slice(end, found.index), foldedUnit(unit));
    end = SUSPECT.lastIndex = after;
  }
  return parts.join("") + raw.slice(end);
}
