/**
 * What holds of a whole body: its headings (rules/body.py) and its size.
 *
 * @typedef {import("./check.js").Problem} Problem
 * @typedef {import("./body.js").Section} Section
 * @typedef {import("./schema.js").Schema} Schema
 */

import { bodyOf, sectionsOf } from "./body.js";
import { markupMistakes, mistakeAt } from "./markup_rules.js";
import { textProblems } from "./text_rules.js";

/** @param {string} text @returns {string} as an anchor (text/slug.py) */
export function slug(text) {
  return text.normalize("NFC").toLowerCase().replace(/[^\p{L}\p{N}_\- ]/gu, "").replace(/[\s_-]+/g, "-").replace(/^-+|-+$/g, "");
}

/** A heading inside a section's text with nothing below it. */
const BARE = /^##[ \t]+\S[^\n]*\s*(?:^##[ \t]|$(?![^]))/m;

/** @param {Section} section @param {string[]} labels the fixed headings @param {Schema} schema @returns {Generator<Omit<Problem, "path">>} */
function* headingMistakes({ heading, text }, labels, schema) {
  if (labels.length && heading && !labels.includes(heading)) {
    yield { rule: "unknown-heading", message: `사례 본문에 없는 제목입니다: ‘${heading}’`, hint: `쓸 수 있는 제목: ${labels.join(" · ")}` };
  }
  if (heading && !schema.rules.isIn("beyond_ascii", heading)) yield { rule: "heading-form", message: `제목에 한글이 없습니다: ‘${heading}’`, hint: "예: ## 2017년에 한 일" };
  if ((heading && (!text || /^##[ \t]+\S/.test(text))) || BARE.test(text)) yield { rule: "empty-section", message: `제목 아래에 글이 없습니다: ‘${heading}’`, hint: "글을 쓰거나 제목을 지워 주세요" };
  if (/^#{1,2}(?!#)/m.test(text)) yield { rule: "unknown-heading", message: "글 안에 #으로 시작하는 줄이 있습니다", hint: "줄 앞의 #을 지워 주세요" };
  let level = heading ? 2 : 1;
  for (const found of text.matchAll(/^#{1,6}/gm)) {
    if (found[0].length > level + 1) yield mistakeAt(text, found.index, "heading-level", "제목의 단계가 맞지 않습니다", "본문 제목은 한 단계씩 내려갑니다");
    level = Math.max(found[0].length, 2);
  }
}

/** @param {Section[]} sections @param {string[]} labels the fixed headings @param {Schema} schema @returns {Problem[]} */
export function bodyProblems(sections, labels, schema) {
  const { limits } = schema.data;
  const known = { grammar: schema.grammar, rules: schema.rules, limits };
  /** @type {Problem[]} */
  const found = sections.flatMap((section) => [...textProblems(section.text, schema, true), ...headingMistakes(section, labels, schema), ...markupMistakes(section.text, known),
    ...textProblems(section.heading, schema)].map((problem) => ({ path: ["body", section.heading], ...problem })));
  const told = sectionsOf(bodyOf(sections));
  const slugs = told.map(({ heading }) => slug(heading));
  const again = told.find(({ heading }, at) => heading && slugs.indexOf(slugs[at]) < at);
  if (again) found.push({ path: ["body", again.heading], rule: "repeated-heading", message: `같은 제목이 두 번 나옵니다: ‘${again.heading}’`, hint: "둘을 합치거나 제목을 다르게 지어 주세요" });
  const order = sections.map(({ heading }) => labels.indexOf(heading)).filter((at) => at >= 0);
  if (order.some((at, index) => index && at < order[index - 1])) found.push({ path: ["body"], rule: "heading-order", message: "제목의 차례가 다릅니다", hint: `차례: ${labels.join(" · ")}` });
  const body = bodyOf(sections);
  const lines = body.split("\n").length;
  if (lines > limits.max_lines) found.push({ path: ["body"], rule: "body-lines", message: `본문의 줄이 너무 많습니다: ${lines}줄 (최대 ${limits.max_lines}줄)`, hint: "내용을 둘 이상의 기록으로 나눠 주세요" });
  const marks = schema.rules.all("mark", body).length;
  if (marks > limits.max_marks_in_body) found.push({ path: ["body"], rule: "many-marks", message: `본문에 표시(* _ \` [ < \\)가 너무 많습니다: ${marks}개 (최대 ${limits.max_marks_in_body}개)`, hint: "꼭 필요한 표시만 남겨 주세요" });
  return found;
}
