/**
 * What holds of every text of a record, whatever field it stands in (rules/text.py, print_letters.py, personal_data/).
 *
 * @typedef {import("./markup_rules.js").Mistake} Mistake
 * @typedef {import("./schema.js").Schema} Schema
 */

import { mistakeAt } from "./markup_rules.js";
import { personalIn } from "./personal.js";
import { drawnIn, hiddenIn } from "./text.js";
import { scalar } from "./yaml.js";

/** Characters of a line of the file that a value's name and the marks around it may take. */
const AROUND = 200;

/** @param {string} text @param {Schema} schema @param {boolean} [isBody] whether it stands in the file line by line @returns {Generator<Mistake>} */
function* characterMistakes(text, schema, isBody) {
  const { rules, data: { limits } } = schema;
  const hidden = hiddenIn(text, rules);
  if (hidden) yield hidden;
  if (rules.isIn("compatible", text) && text !== text.normalize("NFC")) yield { rule: "compatibility-hanja", message: "모양만 같은 호환용 한자가 있습니다", hint: "그 글자를 지우고 보통 한자로 다시 쳐 주세요" };
  const written = isBody ? text : scalar(text);
  const blank = rules.all("odd_blank", written)[0];
  if (blank) yield mistakeAt(written, blank.index, "odd-blank", "빈칸처럼 보이는 다른 글자가 있습니다", "그 자리를 지우고 보통 빈칸을 쳐 주세요");
  const merge = isBody && rules.isIn("merge_ends", text) ? rules.all("merge_marks", text)[0] : null;
  if (merge) yield mistakeAt(text, merge.index, "merge-marks", `합치다 만 표시가 남아 있습니다: ‘${merge[1]}’`, "두 글에서 남길 것을 고르고 표시한 줄을 지워 주세요");
  const longest = Math.max(...written.split("\n").map((line) => [...line].length)) + (isBody ? 0 : AROUND);
  if (longest > limits.max_line) yield { rule: "line-length", message: `한 줄이 너무 깁니다 (최대 ${isBody ? limits.max_line : limits.max_line - AROUND}자)`, hint: isBody ? "뜻이 끊기는 곳에서 줄을 나눠 주세요" : "줄여 적고, 긴 이야기는 본문에 적어 주세요" };
}

/** @param {string} text @param {Schema} schema @param {boolean} [isBody] @returns {(Mistake & {isWarning?: boolean})[]} */
export function textProblems(text, schema, isBody = false) {
  const missing = drawnIn(text, schema);
  return [...characterMistakes(text, schema, isBody), ...personalIn(text, schema.data.personal), ...(missing ? [missing] : [])];
}
