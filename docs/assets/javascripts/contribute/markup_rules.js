/**
 * What the library's rules say of the markup of a body (rules/markup.py, tables.py, markup_limits.py), by their own
 * patterns and limits. Each kind of mistake is said once in a text, with the line where it first stands.
 *
 * @typedef {import("./check.js").Problem} Problem
 * @typedef {Omit<Problem, "path">} Mistake
 * @typedef {{grammar: Grammar, rules: Grammar, limits: Record<string, number>}} Known
 */

import { readAddress } from "./addresses.js";
import { Grammar } from "./grammar.js";
import { tableMistakes } from "./table_rules.js";

const SAFE = ["outside", "contact", "inside"];
/** @type {Record<string, string>} */
const ADDRESSES = {
  scheme: "링크에 쓸 수 없는 주소입니다",
  host: "어느 사이트인지 분명하지 않은 링크 주소입니다",
  disguised: "빈칸, 역슬래시나 ‘&…;’로 가린 링크 주소입니다",
};

/** @param {string} text @param {number} offset @param {string} rule @param {string} message @param {string} hint @returns {Mistake} */
export function mistakeAt(text, offset, rule, message, hint) {
  const line = text.slice(0, offset).split("\n").length;
  return { rule, message: text.includes("\n") ? `${line}째 줄: ${message}` : message, hint };
}

/** @param {string} text @param {Known} known @returns {Generator<Mistake>} */
function* marks(text, { grammar, rules }) {
  const view = grammar.blanked(text);
  const html = grammar.all("angle", view).find((found) => found.groups?.html);
  if (html) yield mistakeAt(text, html.index, "raw-html", "HTML은 쓸 수 없습니다", "굵은 글씨는 **이렇게** 씁니다. 부등호는 앞에 \\를 붙여 \\<로, 제목은 〈이렇게〉 적어 주세요");
  const picture = rules.all("image", view);
  if (picture.length) yield mistakeAt(text, picture[0].index, "image", "본문에 그림을 넣을 수 없습니다", "그림이 보여 주는 것을 글로 쓰고, 그림이 있는 자료를 자료에 적어 주세요");
  const targets = grammar.targets(text);
  for (const target of targets) {
    const { kind } = readAddress(target.written);
    if (!SAFE.includes(kind)) yield mistakeAt(text, target.offset, "link-address", ADDRESSES[kind], "https://로 시작하는 주소 전체나 도서관 기록의 주소 이름을 적어 주세요");
  }
  const told = new Set([...targets.map(({ offset }) => offset), ...picture.map((found) => found.index + found[0].search(/\][\s(\[]/) + 2)]);
  const meant = rules.all("link_like", view).filter((found) => !told.has(found.index + 2) && rules.isIn("link_meant", found.groups?.target ?? ""));
  for (const found of [...meant, ...rules.all("empty_link", view), ...rules.all("definition", view)].slice(0, 1)) {
    yield mistakeAt(text, found.index, "link-form", "링크로 읽을 수 없습니다", "[글](주소)처럼 글과 주소를 붙여 쓰고, 주소에는 빈칸이나 따옴표를 넣지 마세요. 링크가 아니면 ]와 (를 띄어 쓰세요");
  }
  const foreign = rules.all("foreign", view)[0];
  if (foreign) yield mistakeAt(text, foreign.index, "foreign-markup", "이 도서관에서 쓰지 않는 표시입니다", "지우고 글로 풀어 써 주세요. 쓸 수 있는 것: 목록(-), 인용(>), 표(|), **굵게**, [글](주소)");
  yield* headings(text, view, rules);
}

/** @param {string} text @param {string} view @param {Grammar} rules @returns {Generator<Mistake>} lines that look like headings */
function* headings(text, view, rules) {
  for (const found of rules.all("heading_like", view)) {
    const { before, marks: signs, after, text: words } = /** @type {Record<string, string>} */ (found.groups);
    const said = (/** @type {string} */ message, /** @type {string} */ hint) => mistakeAt(text, found.index + before.length, "heading-form", message, hint);
    if (signs.length === 1 && (!before || !after)) continue;
    if (before) yield said("제목은 줄의 맨 앞에 씁니다", "앞의 빈칸이나 목록, 인용 표시를 지워 주세요");
    else if (signs.length > 4) yield said("제목의 #은 네 개까지 씁니다", "더 얕은 제목으로 바꾸거나 글로 풀어 써 주세요");
    else if (!after || !words.trim()) yield said("# 다음에 한 칸을 띄우고 제목을 씁니다", "예: ### 첫 모임. 제목이 아니면 #을 지워 주세요");
  }
  for (const found of rules.all("underline", view)) {
    const start = view.lastIndexOf("\n", found.index - 2) + 1;
    const line = view.slice(start, found.index).trim();
    if (found.index && line && !line.startsWith("#")) yield mistakeAt(text, start, "heading-form", "밑줄로 만든 제목은 쓰지 않습니다", "가로줄이라면 위에 빈 줄을 두세요");
  }
}

/** @param {string} text @param {Grammar} rules @returns {{at: number, text: string}[]} what stands between blank lines */
function paragraphs(text, rules) {
  const ends = [...rules.all("blank_lines", text).map((found) => [found.index, found.index + found[0].length]), [text.length, text.length]];
  let start = 0;
  return ends.flatMap(([end, next]) => {
    const part = text.slice(start, end);
    const at = start + part.search(/[^\n]|$/);
    start = next;
    return part.trim() ? [{ at, text: part.replace(/^\n+|\n+$/g, "") }] : [];
  });
}

/** @param {string} text @param {string} opening @param {string} closing @returns {number} */
function unclosed(text, opening, closing) {
  let depth = 0;
  for (const sign of text) depth = sign === opening ? depth + 1 : sign === closing ? Math.max(0, depth - 1) : depth;
  return depth;
}

/** @param {string} paragraph @param {Known} known @returns {number} how many marks open something that nothing closes; 0 where there are few */
function openMarks(paragraph, { grammar, rules, limits }) {
  if ((paragraph.match(/[[(*_`]/g) ?? []).length <= limits.max_open) return 0;
  const view = grammar.blanked(paragraph);
  /** @type {Map<number, number>} */
  const backticks = new Map();
  for (const [run] of rules.all("backticks", view)) backticks.set(run.length, (backticks.get(run.length) ?? 0) + 1);
  const odd = [...backticks.values()].filter((count) => count % 2).length;
  const count = (/** @type {string} */ name, /** @type {string} */ sign) => rules.all(name, view).filter(([run]) => run[0] === sign).length;
  const emphasis = ["*", "_"].reduce((sum, sign) => sum + Math.max(0, 2 * count("opening_run", sign) - count("run", sign)), 0);
  return odd + emphasis + unclosed(view, "[", "]") + unclosed(view, "(", ")");
}

/** @param {string} text @param {Grammar} rules @returns {number} how deep lists and quotes stand at most */
function depth(text, rules) {
  /** @type {[number, boolean][]} */
  let opened = [];
  let most = 0;
  for (const [line] of rules.all("leading", text)) {
    let inside = 0;
    for (const mark of rules.all("leading_mark", line.replace(/\t/g, "    "))) {
      const isQuote = mark[0] === ">";
      while (inside < opened.length && opened[inside][0] < mark.index) inside += 1;
      const known = opened[inside];
      if (!(isQuote && known && known[0] === mark.index && known[1])) opened = [...opened.slice(0, inside), [mark.index, isQuote]];
      inside += 1;
    }
    opened = opened.slice(0, inside);
    most = Math.max(most, inside);
  }
  return most;
}

/** @param {string} text @param {Known} known @returns {Generator<Mistake>} */
function* limitMistakes(text, known) {
  const { rules, limits } = known;
  for (const part of paragraphs(text, rules)) {
    const said = (/** @type {string} */ rule, /** @type {string} */ message, /** @type {string} */ hint) => mistakeAt(text, part.at, rule, message, hint);
    const length = [...part.text].length;
    if (length > limits.max_paragraph) yield said("paragraph-length", `한 문단이 너무 깁니다: ${length}자 (최대 ${limits.max_paragraph}자)`, "나눌 만한 곳에 빈 줄을 넣어 주세요");
    const open = openMarks(part.text, known);
    if (open > limits.max_open) yield said("open-marks", `열고 닫지 않은 표시([ ( * _ \`)가 너무 많습니다: ${open}개 (최대 ${limits.max_open}개)`, "짝이 되는 표시로 닫거나, 글자 그대로 쓰려면 앞에 \\를 붙여 주세요");
    const many = rules.all("mark", part.text).length;
    if (many > limits.max_marks) yield said("many-marks", `한 문단에 표시(* _ \` [ < \\)가 너무 많습니다: ${many}개 (최대 ${limits.max_marks}개)`, "꼭 필요한 표시만 남겨 주세요");
  }
  const deep = depth(text, rules);
  if (deep > limits.max_nesting) yield mistakeAt(text, 0, "deep-nesting", `목록이나 인용이 너무 깊습니다: ${deep}단계 (최대 ${limits.max_nesting}단계)`, "바깥쪽부터 나눠 적어 주세요");
  const wide = rules.all("line_of_cells", text).find(([line]) => line.split("|").length - 1 > limits.max_cells);
  if (wide) yield mistakeAt(text, wide.index, "wide-table", `표의 세로줄(|)이 너무 많습니다 (최대 ${limits.max_cells}개)`, "표를 둘로 나눠 주세요");
}

/** @param {string} text of one section @param {Known} known @returns {Mistake[]} each rule once */
export function markupMistakes(text, known) {
  const found = [...marks(text, known), ...tableMistakes(text, known.rules), ...limitMistakes(text, known)];
  return found.filter(({ rule }, at) => found.findIndex((other) => other.rule === rule) === at);
}
