/**
 * Texts as they come from a field: evened out where nothing is lost by it, and searched for what no record may hold.
 */

/** @typedef {{hidden: string, private: string}} Characters classes of characters, as regular expressions */

/**
 * @param {string} raw what was typed or pasted
 * @param {boolean} manyLines
 * @returns {string} composed letters, plain ends of lines, no control characters
 */
export function tidy(raw, manyLines) {
  const text = raw.normalize("NFC").replace(/\r\n?|[\u2028\u2029]/g, "\n").replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/g, "")
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");
  const lines = text.split("\n").map((line) => line.replace(/\t/g, " ").trimEnd());
  return (manyLines ? lines.join("\n") : lines.join(" ").replace(/ {2,}/g, " ")).trim();
}

/**
 * @param {string} text
 * @param {Characters} characters
 * @returns {{rule: string, message: string, hint: string} | null} what is in it that would not be seen
 */
export function hiddenIn(text, characters) {
  const hidden = new RegExp(characters.hidden, "u").exec(text);
  if (hidden) return wrong("hidden-character", "보이지 않는 글자가 있습니다", hidden[0]);
  const own = new RegExp(characters.private, "u").exec(text);
  return own ? wrong("private-character", "특정 글꼴에서만 보이는 글자가 있습니다", own[0]) : null;
}

/** @param {string} rule @param {string} message @param {string} sign */
function wrong(rule, message, sign) {
  const code = (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return { rule, message: `${message}: U+${code}`, hint: "그 자리의 글자를 지우고 다시 쳐 주세요. 웹이나 문서에서 복사한 글에 자주 들어 있습니다" };
}

/** @param {string} text @param {Characters} characters @returns {string} without the characters that are not seen */
export function withoutHidden(text, characters) {
  return text.replace(new RegExp(characters.hidden, "gu"), "");
}

/** @param {string} text @param {number} most @returns {string} its first characters: none is cut in two, which no address could hold */
export function cut(text, most) {
  return [...text].slice(0, most).join("");
}
