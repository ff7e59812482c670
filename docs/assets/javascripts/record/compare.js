/**
 * The table of records side by side: those that the address names, else those that were picked.
 * Everything from a record is set as text.
 */

import { make } from "../shared/dom.js";
import { MOST, keep, picked, query, valid } from "../shared/picked.js";

/**
 * @typedef {{label: string, said: string[], is_known: boolean}} Row
 * @typedef {{id: string, title: string, kind: string, shape: string, rows: Row[]}} Facts
 */

/** The most values in one cell: four columns then still fit on one sheet. */
const LONGEST = 5;

/**
 * @param {Facts} record
 * @param {string[]} ids
 * @param {string} cases
 * @returns {HTMLElement}
 */
function heading(record, ids, cases) {
  const shape = make("span", { "aria-hidden": "true" }, record.shape);
  const title = make("a", { href: `${cases}${record.id}/` }, record.title);
  const others = ids.filter((id) => id !== record.id);
  const remove = make("a", { class: "compare__remove", href: others.length ? query(others) : location.pathname },
    make("span", { class: "visually-hidden" }, `${record.title} `), "빼기");
  return make("th", { scope: "col" }, make("span", { class: "kind" }, shape, ` ${record.kind}`),
    make("span", { class: "compare__title" }, title), remove);
}

/**
 * @param {Row} row
 * @returns {HTMLElement}
 */
function cell(row) {
  if (!row.said.length) return make("td", { class: "compare__none" }, "적힌 것 없음");
  const shown = row.said.slice(0, LONGEST);
  const rest = row.said.length - shown.length;
  const words = rest ? [...shown, `그 밖에 ${rest}개`] : shown;
  const list = make("ul", {}, ...words.map((word) => make("li", {}, word)));
  return make("td", row.is_known ? {} : { class: "compare__none" }, words.length > 1 ? list : words[0]);
}

/**
 * @param {Row[]} rows the same row of every record
 * @returns {{name: string, shape: string, word: string}} how much they say alike
 */
function likeness(rows) {
  const shared = rows[0].said.filter((word) => rows.every((row) => row.said.includes(word)));
  const most = Math.max(...rows.map((row) => row.said.length));
  if (shared.length === most) return { name: "same", shape: "=", word: "같음" };
  return shared.length ? { name: "partly", shape: "≈", word: "일부 같음" } : { name: "differs", shape: "≠", word: "다름" };
}

/**
 * @param {Row[]} rows
 * @returns {HTMLElement}
 */
function line(rows) {
  const { name, shape, word } = likeness(rows);
  const mark = make("span", { class: `compare__mark compare__mark--${name}` },
    make("span", { "aria-hidden": "true" }, `${shape} `), word);
  return make("tr", {}, make("th", { scope: "row" }, rows[0].label, " ", mark), ...rows.map(cell));
}

/**
 * @param {Facts[]} records
 * @param {string} cases
 * @returns {HTMLElement}
 */
function table(records, cases) {
  const ids = records.map((record) => record.id);
  const rows = records[0].rows.map((_, at) => records.map((record) => record.rows[at]));
  const head = make("tr", {}, make("td", {}), ...records.map((record) => heading(record, ids, cases)));
  const name = make("caption", { id: "compare-name" }, `기록 ${records.length}개 견주기`);
  const made = make("table", {}, name, make("thead", {}, head),
    make("tbody", {}, ...rows.filter((row) => row.some((one) => one.is_known)).map(line)));
  return make("div", { class: "table-scroll", tabindex: "0", role: "group", "aria-labelledby": "compare-name" }, made);
}

/**
 * @param {string} id
 * @param {string} cases
 * @returns {Promise<Facts | null>}
 */
async function factsOf(id, cases) {
  try {
    const answer = await fetch(`${cases}${id}/facts.json`);
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

/**
 * @param {(Facts | null)[]} found
 * @param {string[]} ids
 * @param {number} asked how many records the address names
 * @returns {string}
 */
function notice(found, ids, asked) {
  const missing = ids.filter((_, at) => !found[at]);
  const said = missing.length ? [`찾지 못한 기록: ${missing.join(", ")}.`] : [];
  if (asked > ids.length) said.push(`기록은 ${MOST}개까지 견줄 수 있습니다.`);
  if (ids.length - missing.length < 2) said.push("기록을 두 개 넘게 담으면 나란히 볼 수 있습니다.");
  return said.join(" ");
}

/**
 * @param {HTMLElement} place
 * @param {HTMLElement} said
 */
async function show(place, said) {
  const named = new URLSearchParams(location.search).getAll("r");
  const ids = named.length ? valid(named) : picked();
  if (!ids.length) return;
  place.classList.add("compare--full");
  const cases = place.dataset.cases ?? "";
  const found = await Promise.all(ids.map((id) => factsOf(id, cases)));
  const records = found.filter((one) => one !== null);
  if (named.length) keep(records.map((record) => record.id));
  else history.replaceState(null, "", query(ids));
  said.textContent = notice(found, ids, new Set(named).size);
  if (records.length) place.append(table(records, cases));
}

const place = document.querySelector(".compare");
const said = place?.querySelector("[role='status']");
if (place instanceof HTMLElement && said instanceof HTMLElement) void show(place, said);
