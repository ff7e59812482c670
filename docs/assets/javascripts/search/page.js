// The page /search/: words and facets together, the whole state in the address.

import { offer } from "../basket/links.js";
import { addressOf, stateOf } from "./address.js";
import { csvOf, download } from "./csv.js";
import { make } from "./dom.js";
import { find } from "./engine.js";
import { picking, valuesOf, within } from "./facets.js";
import { withIndex } from "./files.js";
import { holds } from "./passages.js";
import { addPassages, chipOf, choiceOf, resultOf } from "./results.js";
import { by } from "./spoken.js";

const AT_ONCE = 20, MOST_VERIFIED = 60, MOST_CHOICES = 8, PAUSE = 200;
const part = (/** @type {string} */ name) => /** @type {any} */ (document.getElementById(`search-${name}`));
const [app, form, words, status, chips, others, list, more, csv, share, told, sort, from, to, help] =
  ["app", "form", "words", "status", "chips", "others", "results", "more", "csv", "share", "told", "sort", "from", "to", "help"].map(part);
const boxes = /** @type {HTMLDetailsElement[]} */ ([...document.querySelectorAll("details[data-facet]")]);
const facets = boxes.map((box) => box.dataset.facet);
let state = stateOf(location.search, facets);
let turn = 0;
/** @type {{records: number[], sets: Map<string, Set<number>>, all: number[], answer: any, shown: number}} */
let current;

/** Looks for what the state says and shows it; a newer look ends an older one. */
async function look() {
  const mine = ++turn;
  document.body.setAttribute("aria-busy", "true");
  try {
    await withIndex((index) => lookIn(index, mine));
  } catch (error) {
    if (mine !== turn) return;
    list.replaceChildren();
    say("찾아보기 파일을 받지 못했습니다. 인터넷 연결을 살펴보고 다시 해 보세요. 아래 길로도 기록을 찾을 수 있습니다.", true);
  } finally {
    if (mine === turn) {
      document.body.removeAttribute("aria-busy");
      delete app.dataset.isStarting;
    }
  }
}

async function lookIn(index, /** @type {number} */ mine) {
  const [answer, picked] = await Promise.all([find(index, state.words), picking(index, state)]);
  for (const name of facets) state.picked[name] = state.picked[name].filter((id) => !picked.unknown.includes(id));
  const asked = state.words.trim() !== "";
  let all = asked ? answer.records : Array.from({ length: index.count }, (_, record) => record);
  if (answer.phrases.length) all = await verified(index, all, answer.phrases);
  const records = await sorted(index, within(all, picked.sets));
  if (mine !== turn) return;
  current = { records, sets: picked.sets, all, answer, shown: 0 };
  showChips(picked);
  const results = await showMore(index, mine, true);
  if (mine !== turn) return;
  tell(index, answer, picked.unknown, asked);
  await Promise.all([addPassages(results, answer.marks), showYears(index), ...boxes.map((box) => showChoices(index, box))]);
}

/** The first records in which every phrase stands as it is. */
async function verified(index, /** @type {number[]} */ records, /** @type {string[]} */ phrases) {
  const kept = await Promise.all(records.slice(0, MOST_VERIFIED).map(async (record) => holds(await index.card(record), phrases)));
  return records.slice(0, MOST_VERIFIED).filter((_, at) => kept[at]);
}

async function sorted(index, /** @type {number[]} */ records) {
  if (state.sort === "fit") return records;
  const places = await index.file("orders", index.manifest.orders.indexOf(state.sort));
  return [...records].sort((a, b) => places[a] - places[b]);
}

/** Shows the next results and returns them. */
async function showMore(index, /** @type {number} */ mine, isFirst = false) {
  const { records, answer, shown } = current;
  const next = records.slice(shown, shown + AT_ONCE);
  const cards = await Promise.all(next.map((record) => index.card(record)));
  if (mine !== turn) return [];
  const results = cards.map((card) => resultOf(card, index.manifest.kinds, answer.marks));
  if (isFirst) list.replaceChildren(...results);
  else list.append(...results);
  offer(results);
  current.shown += next.length;
  more.hidden = current.shown >= records.length;
  csv.hidden = !records.length;
  if (!isFirst) results[0]?.querySelector("a").focus();
  return results;
}

/** Says what was found, and what else could be tried. */
function tell(index, answer, /** @type {string[]} */ unknown, /** @type {boolean} */ asked) {
  const count = current.records.length, said = [];
  if (asked && answer.isEmpty) said.push("두 글자부터 찾습니다. 조금 더 적어 주세요.");
  else if (!count) said.push("찾은 기록이 없습니다. 아무 일도 없었다는 뜻은 아닙니다. 다른 낱말로 찾거나 조건을 줄여 보세요.");
  else said.push(`기록 ${count.toLocaleString("ko")}개를 찾았습니다.`);
  if (answer.instead.length) said.push(`${by(answer.instead[0])} 찾았습니다.`);
  if (count && answer.isPartial) said.push("모든 낱말이 든 기록은 없어서 일부가 든 기록을 놓았습니다.");
  if (answer.phrases.length && count) said.push("따옴표 안의 말이 그대로 든 기록만 놓았습니다.");
  if (unknown.length) said.push("주소에 적힌 조건 가운데 모르는 것은 빼고 찾았습니다.");
  showOthers(answer);
  say(said.join(" "), !count);
}

function showOthers(answer) {
  const offered = [...answer.instead, ...answer.others];
  others.hidden = !offered.length;
  others.replaceChildren(...(offered.length ? ["이것을 찾으셨나요? ", ...offered.flatMap((word, at) =>
    [at ? ", " : "", make("button", { type: "button", className: "linklike", onclick: () => change({ words: word }) }, word)])] : []));
}

function say(/** @type {string} */ text, needsHelp = false) {
  status.textContent = text;
  help.hidden = !needsHelp;
  if (needsHelp) csv.hidden = more.hidden = true;
}

function showChips({ labels }) {
  const found = facets.flatMap((name) => state.picked[name].map((id) => chipOf(labels.get(`${name}=${id}`) ?? id,
    () => change({ picked: { ...state.picked, [name]: state.picked[name].filter((one) => one !== id) } }))));
  if (state.from) found.push(chipOf(`${state.from}년부터`, () => change({ from: "" })));
  if (state.to) found.push(chipOf(`${state.to}년까지`, () => change({ to: "" })));
  chips.replaceChildren(...found);
  chips.parentElement.hidden = !found.length;
}

/** The values of a facet that is open, with how many of the current records have each. */
async function showChoices(index, /** @type {HTMLDetailsElement} */ box) {
  const name = box.dataset.facet, picked = state.picked[name];
  if (!box.open && !picked.length) return;
  box.open = true;
  const mine = turn, values = await valuesOf(index, name);
  if (mine !== turn) return;
  const records = within(current.all, current.sets, name);
  const counted = values.map((value) => ({ value, count: records.reduce((sum, record) => sum + Number(value.records.has(record)), 0) }))
    .filter(({ value, count }) => count || picked.includes(value.id))
    .sort((a, b) => b.count - a.count || (a.value.label < b.value.label ? -1 : 1));
  const focused = document.activeElement?.name === name ? document.activeElement.value : "";
  const choices = counted.map(({ value, count }) => choiceOf(name, value, count, picked.includes(value.id), (event) => change({
    picked: { ...state.picked, [name]: event.target.checked ? [...picked, value.id] : picked.filter((id) => id !== value.id) } })));
  const all = box.querySelector("ul");
  const isLong = choices.length > MOST_CHOICES + 2 && !all.dataset.all;
  choices.forEach((choice, at) => { choice.hidden = isLong && at >= MOST_CHOICES && !picked.includes(counted[at].value.id); });
  all.replaceChildren(...choices);
  if (isLong) all.append(make("li", {}, make("button", { type: "button", className: "linklike", onclick: () => {
    all.dataset.all = "yes";
    showAll(all);
  } }, `${choices.length - MOST_CHOICES}개 더 보기`)));
  if (!choices.length) all.append(make("li", { className: "choice__count" }, "없음"));
  [...all.querySelectorAll("input")].find((input) => input.value === focused)?.focus();
}

function showAll(/** @type {HTMLElement} */ all) {
  const first = all.querySelector("li[hidden] input");
  all.lastElementChild.remove();
  all.querySelectorAll("li[hidden]").forEach((choice) => { choice.hidden = false; });
  first?.focus();
}

async function showYears(index) {
  const years = (await valuesOf(index, "year")).map((year) => year.id);
  for (const [select, label] of [[from, "처음부터"], [to, "끝까지"]]) {
    const value = state[select.name];
    select.replaceChildren(make("option", { value: "" }, label), ...[...new Set([...years, value].filter(Boolean))].sort()
      .map((year) => make("option", { value: year, selected: year === value }, `${year}년`)));
  }
}

/** Changes the state, puts it into the address and looks again. */
function change(/** @type {Partial<import("./address.js").State>} */ what, keep = true) {
  state = { ...state, ...what };
  if ("words" in what) words.value = state.words;
  history[keep ? "pushState" : "replaceState"](null, "", addressOf(state));
  look();
}

function show() {
  state = stateOf(location.search, facets);
  words.value = state.words;
  sort.value = state.sort;
  look();
}

/** Copies the address, which tells the whole search. */
async function copyAddress() {
  try {
    await navigator.clipboard.writeText(location.href);
    told.textContent = "주소를 복사했습니다.";
  } catch {
    told.textContent = `복사하지 못했습니다. 주소: ${location.href}`;
  }
}

async function saveList() {
  csv.disabled = true;
  try {
    await withIndex(async (index) => {
      const cards = await Promise.all(current.records.map((record) => index.card(record)));
      download("hyeopchi-search.csv", csvOf(cards, index.manifest.kinds));
    });
  } catch {
    say("목록을 다 받지 못했습니다. 잠시 뒤 다시 해 보세요.");
  }
  csv.disabled = false;
}

let pause = 0;
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(pause);
  change({ words: words.value });
});
words.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(() => change({ words: words.value }, false), PAUSE);
});
for (const select of [sort, from, to]) select.addEventListener("change", () => change({ [select.name]: select.value }));
for (const box of boxes) box.addEventListener("toggle", () => box.open && current && withIndex((index) => showChoices(index, box)).catch(() => {}));
more.addEventListener("click", () => withIndex(async (index) => addPassages(await showMore(index, turn), current.answer.marks)).catch(() => say("나머지를 받지 못했습니다. 다시 눌러 보세요.")));
csv.addEventListener("click", saveList);
share.addEventListener("click", copyAddress);
addEventListener("popstate", show);
if (matchMedia("(min-width: 60rem)").matches) for (const box of [part("facets"), ...boxes.slice(0, 3)]) box.open = true;
show();
