/**
 * The overlay drawn: a line for each question, then the same in a table.
 */

import { make } from "../shared/dom.js";
import { apartInWords } from "./overlay.js";

/**
 * @typedef {import("./overlay.js").Line} Line
 * @typedef {{question: string, met: string}} Asked
 */

const SVG = "http://www.w3.org/2000/svg";
const WIDTH = 400;
const HEIGHT = 32;
const EDGE = 16;
const STEPS = 5;
/** How many of the questions that are furthest apart come with cases to read. */
const FIRST = 3;

/**
 * @param {string} name
 * @param {Record<string, string | number>} attributes
 * @returns {SVGElement}
 */
function shape(name, attributes) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

/**
 * @param {number} mean
 * @returns {number}
 */
function across(mean) {
  return EDGE + ((mean - 1) / (STEPS - 1)) * (WIDTH - 2 * EDGE);
}

/**
 * @param {Line} line
 * @returns {SVGElement} a scale with a circle for the first side and a square for the second
 */
function drawing(line) {
  const made = shape("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, "aria-hidden": "true", class: "check__drawing" });
  const middle = HEIGHT / 2;
  made.append(shape("line", { x1: EDGE, x2: WIDTH - EDGE, y1: middle, y2: middle, class: "check__scale" }));
  for (let step = 1; step <= STEPS; step += 1) {
    made.append(shape("line", { x1: across(step), x2: across(step), y1: middle - 5, y2: middle + 5, class: "check__scale" }));
  }
  const [one, other] = line.views.map((view) => view.mean);
  if (one !== null && other !== null) {
    made.append(shape("line", { x1: across(one), x2: across(other), y1: middle, y2: middle, class: "check__apart" }));
  }
  if (other !== null) made.append(shape("rect", { x: across(other) - 10, y: middle - 10, width: 20, height: 20, class: "check__second" }));
  if (one !== null) made.append(shape("circle", { cx: across(one), cy: middle, r: 7, class: "check__first" }));
  return made;
}

/**
 * @param {number | null} number
 * @returns {string}
 */
function said(number) {
  return number === null ? "답 없음" : number.toFixed(1);
}

/**
 * @param {import("./overlay.js").View} view
 * @returns {string}
 */
function viewInWords(view) {
  return `${said(view.mean)} (${view.known}명${view.unknown ? `, 모름 ${view.unknown}명` : ""})`;
}

/**
 * @param {Line[]} lines
 * @param {Asked[]} asked
 * @param {string[]} labels
 * @returns {HTMLElement}
 */
function chart(lines, asked, labels) {
  const rows = lines.map((line) => make("li", {},
    make("p", { class: "check__asked" }, asked[line.at].question, " ", make("strong", {}, apartInWords(line.apart))),
    drawing(line)));
  const key = make("p", { class: "check__key" }, `● ${labels[0]}, □ ${labels[1]}. 왼쪽 끝이 ‘전혀 아니다’, 오른쪽 끝이 ‘매우 그렇다’입니다.`);
  return make("div", { class: "check__chart" }, key, make("ol", { class: "check__lines" }, ...rows));
}

/**
 * @param {Line[]} lines
 * @param {Asked[]} asked
 * @param {string[]} labels
 * @returns {HTMLElement}
 */
function table(lines, asked, labels) {
  const heads = ["물음", ...labels, "차이"].map((word) => make("th", { scope: "col" }, word));
  const rows = lines.map((line) => make("tr", {}, make("th", { scope: "row" }, asked[line.at].question),
    ...line.views.map((view) => make("td", {}, viewInWords(view))),
    make("td", {}, line.apart === null ? apartInWords(null) : `${line.apart.toFixed(1)} ${apartInWords(line.apart)}`)));
  const made = make("table", {}, make("caption", { id: "overlay-name" }, "두 쪽의 평균과 차이 (차이가 큰 것부터)"),
    make("thead", {}, make("tr", {}, ...heads)), make("tbody", {}, ...rows));
  return make("div", { class: "table-scroll", tabindex: "0", role: "group", "aria-labelledby": "overlay-name" }, made);
}

/**
 * @param {Line[]} lines
 * @param {Asked[]} asked
 * @returns {HTMLElement} the questions to begin with, each with records that met the same
 */
function first(lines, asked) {
  const items = lines.filter((line) => line.apart !== null).slice(0, FIRST).map((line) => {
    const links = [...document.querySelectorAll(`#${asked[line.at].met} li`)].slice(0, 2).map((item) => make("li", {}, ...copies(item)));
    return make("li", {}, make("p", {}, make("strong", {}, asked[line.at].question)), make("ul", {}, ...links),
      make("p", {}, make("a", { href: `#${asked[line.at].met}` }, "같은 걸림돌을 만난 곳과 넘은 곳 더 보기")));
  });
  return make("section", { class: "check__begin", "aria-labelledby": "begin" },
    make("h3", { id: "begin" }, "먼저 이야기할 것"), make("ul", {}, ...items));
}

/**
 * @param {Element} item
 * @returns {Node[]}
 */
function copies(item) {
  return [...item.childNodes].map((node) => node.cloneNode(true));
}

/**
 * @param {HTMLElement} place
 * @param {Line[]} lines
 * @param {Asked[]} asked
 * @param {string[]} labels
 */
export function draw(place, lines, asked, labels) {
  place.replaceChildren(chart(lines, asked, labels), table(lines, asked, labels), first(lines, asked),
    make("p", { class: "check__print" }, make("button", { type: "button", "data-act": "overlay" }, "겹쳐 본 것 인쇄 (A4 한 장)")));
}
