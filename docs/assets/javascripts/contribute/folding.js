/** A text as the rules on personal data read it (folding.py): spellings evened out, nothing hidden, plain dashes. */

const ESCAPES = [
  [/&#(?:0*([0-9]{1,7})|[xX]0*([0-9A-Fa-f]{1,6}));?/g, (/** @type {string} */ _, /** @type {string} */ ten, /** @type {string} */ sixteen) =>
    codePoint(ten ? Number(ten) : parseInt(sixteen, 16))],
  [/%(2[0BDEbde]|3[0-9]|40)|\\(?:x|u00|U000000)(2[0BDEbde]|3[0-9]|40)/g, (/** @type {string} */ _, /** @type {string} */ one, /** @type {string} */ other) =>
    String.fromCharCode(parseInt(one ?? other, 16))],
];
const DASHES = /[\p{Pd}ㅡᅳ⁃−─━ー一˗¯]/u;
const DOTS = /[ᆞㆍ•‧∙⋅・･]/u;
const UNSEEN = /[\p{Cf}\p{Mn}\p{Me}ᅟᅠㅤﾠ]/u;

/** @param {number} number @returns {string} */
function codePoint(number) {
  return number > 0 && number <= 0x10ffff ? String.fromCodePoint(number) : "\ufffd";
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

/** @param {string} raw @returns {string} */
export function fold(raw) {
  let text = raw;
  for (const [pattern, meant] of ESCAPES) text = text.replace(/** @type {RegExp} */ (pattern), /** @type {(...found: string[]) => string} */ (meant));
  if (/^[\n -~가-힣]*$/.test(text)) return text;
  return Array.from(text, (sign) => {
    const folded = Array.from(sign.normalize("NFKC"), foldedSign).join("");
    return !/\p{Nd}/u.test(sign) && /[0-9]/.test(folded) ? `  ${folded}  ` : folded;
  }).join("");
}
