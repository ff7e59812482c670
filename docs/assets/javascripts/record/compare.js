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

/** Entries of a cell in sight, and letters of them: four columns then still fit on one sheet. The rest opens. */
const MOST_ENTRIES = 5;
const MOST_LETTERS = 120;

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
 * @param {string[]} said
 * @returns {number} how many entries are in sight: at least one
 */
function inSight(said) {
  let letters = 0;
  const found = said.findIndex((words, at) => {
    letters += words.length;
    return at === MOST_ENTRIES || (at > 0 && letters > MOST_LETTERS);
  });
  return found < 0 ? said.length : found;
}

/**
 * @param {string[]} said
 * @param {Set<string>} shared what every record says; it is marked where others say something else too
 * @returns {HTMLElement}
 */
function entries(said, shared) {
  const marked = (/** @type {string} */ words) => shared.has(words)
    ? make("li", { class: "compare__shared" }, make("span", { "aria-hidden": "true" }, "= "), words,
      make("span", { class: "visually-hidden" }, " (모두 같음)"))
    : make("li", shared.size ? { class: "compare__own" } : {}, words);
  return make("ul", {}, ...said.map(marked));
}

/**
 * @param {Row} row
 * @param {Set<string>} shared
 * @returns {HTMLElement}
 */
function cell(row, shared) {
  if (!row.said.length) return make("td", { class: "compare__none" }, "적힌 것 없음");
  const most = inSight(row.said);
  const rest = row.said.slice(most);
  const more = rest.length ? [make("details", {}, make("summary", {}, `그 밖에 ${rest.length}개`), entries(rest, shared))] : [];
  return make("td", row.is_known ? {} : { class: "compare__none" }, entries(row.said.slice(0, most), shared), ...more);
}

/**
 * A row that is the same everywhere says so once; in one that is partly the same, what is shared and what a
 * record has alone are told apart; one that differs throughout needs no mark.
 * @param {Row[]} rows the same row of every record
 * @returns {HTMLElement}
 */
function line(rows) {
  const shared = new Set(rows[0].said.filter((words) => rows.every((row) => row.said.includes(words))));
  const isSame = rows.length > 1 && rows.every((row) => row.said.length === shared.size);
  const mark = isSame ? [" ", make("span", { class: "compare__mark" }, make("span", { "aria-hidden": "true" }, "= "), "모두 같음")] : [];
  return make("tr", isSame ? { class: "compare__same" } : {}, make("th", { scope: "row" }, rows[0].label, ...mark),
    ...rows.map((row) => cell(row, isSame || rows.length < 2 ? new Set() : shared)));
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
