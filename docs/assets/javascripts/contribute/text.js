/**
 * Texts as they come from a field: evened out where nothing is lost by it, and searched for what no record may hold.
 *
 * @typedef {import("./grammar.js").Grammar} Grammar
 * @typedef {import("./schema.js").Schema} Schema
 */

/** A mark of a list, a quote or a heading with a blank behind it that only looks like one. */
const MARK = /^([ >]*(?:[*+-]|#{1,6}|[0-9]{1,3}[.)]))[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/;

/**
 * @param {string} raw what was typed or pasted
 * @param {boolean} manyLines
 * @returns {string} composed letters, plain ends of lines, no control characters
 */
export function tidy(raw, manyLines) {
  const text = raw.normalize("NFC").replace(/\r\n?|[\u2028\u2029]/g, "\n").replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/g, "")
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");
  const lines = text.split("\n").map((line) => line.replace(/\t/g, " ").replace(MARK, "$1 ").trimEnd());
  return (manyLines ? lines.join("\n") : lines.join(" ").replace(/ {2,}/g, " ")).trim();
}

/** @param {string} text @param {Grammar} rules @returns {{rule: string, message: string, hint: string} | null} what is in it that would not be seen, or not by everyone */
export function hiddenIn(text, rules) {
  const found = (/** @type {string} */ name) => rules.all(name, text)[0]?.[0];
  const [hidden, own, broken] = [found("hidden"), found("private"), found("broken")];
  if (hidden) return wrong("hidden-character", "보이지 않는 글자가 있습니다", hidden);
  if (own) return wrong("private-character", "특정 글꼴에서만 보이는 글자가 있습니다", own);
  return broken ? wrong("broken-character", "깨진 글자가 있습니다", broken) : null;
}

/** What other rules say more of, and what nothing is drawn for. */
const UNDRAWN_ANYWAY = /^[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]$/u;

/** @param {string} text @param {Schema} schema @returns {{rule: string, message: string, hint: string, isWarning: boolean} | null} a letter that no font of paper draws */
export function drawnIn(text, schema) {
  const letter = [...new Set(text)].find((one) => !schema.isDrawn(one) && !UNDRAWN_ANYWAY.test(one) && !hiddenIn(one, schema.rules));
  if (!letter) return null;
  const code = (letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return { rule: "letter-not-on-paper", message: `인쇄용 글꼴에 없는 글자가 있습니다: ‘${letter}’(U+${code})`, hint: "같은 뜻의 다른 글자로 바꿔 주세요. 그대로 두면 종이에는 〓로 찍힙니다", isWarning: true };
}

/** @param {string} rule @param {string} message @param {string} sign */
function wrong(rule, message, sign) {
  const code = (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return { rule, message: `${message}: U+${code}`, hint: "그 자리의 글자를 지우고 다시 쳐 주세요. 웹이나 문서에서 복사한 글에 자주 들어 있습니다" };
}

/** @param {string} text @param {number} most @returns {string} its first characters: none is cut in two, which no address could hold */
export function cut(text, most) {
  return [...text].slice(0, most).join("");
}
