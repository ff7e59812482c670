// The page /search/: words and facets together, the whole state in the address.

import { offer } from "../basket/links.js";
import { addressOf, stateOf } from "./address.js";
import { csvOf, download } from "./csv.js";
import { holding, keepPlace, keptPlace, returnTo } from "./coming_back.js";
import { make, page } from "../shared/dom.js";
import { find } from "./engine.js";
import { picking, valuesOf, within } from "./facets.js";
import { withIndex } from "./files.js";
import { holds } from "./passages.js";
import { addPassages, chipOf, choiceOf, resultOf } from "./results.js";
import { sameOf, toldOf } from "./telling.js";

const AT_ONCE = 20, MOST_VERIFIED = 60, MOST_CHOICES = 8, PAUSE = 200;
const part = (/** @type {string} */ name) => /** @type {any} */ (document.getElementById(`search-${name}`));
const [app, form, words, status, same, others, leads, chips, list, more, csv, share, told, sort, from, to, bar, narrow, help] =
  ["app", "form", "words", "status", "same", "others", "leads", "chips", "results", "more", "csv", "share", "told", "sort", "from", "to", "bar", "narrow", "help"].map(part);
const boxes = /** @type {HTMLDetailsElement[]} */ ([...document.querySelectorAll("details[data-facet]")]);
const facets = boxes.map((box) => box.dataset.facet);
let state = stateOf(location.search, facets);
let turn = 0;
/** @type {{records: number[], sets: Map<string, Set<number>>, all: number[], answer: any, shown: number}} */
let current;

/** Looks for what the state says and shows it, at a place if one comes back; a newer look ends an older one. */
async function look(/** @type {import("./coming_back.js").Place | null} */ place = null) {
  const mine = ++turn;
  document.body.setAttribute("aria-busy", "true");
  try {
    await withIndex((index) => lookIn(index, mine, place));
  } catch (error) {
    if (mine !== turn) return;
    list.replaceChildren();
    app.dataset.found = "none";
    say("찾아보기 파일을 받지 못했습니다. 인터넷 연결을 살펴보고 다시 해 보세요. 아래 길로도 기록을 찾을 수 있습니다.", true);
  } finally {
    if (mine === turn) {
      document.body.removeAttribute("aria-busy");
      delete app.dataset.isStarting;
    }
  }
}

async function lookIn(index, /** @type {number} */ mine, /** @type {import("./coming_back.js").Place | null} */ place) {
  const [found, picked] = await Promise.all([find(index, state.words), picking(index, state)]);
  for (const name of facets) state.picked[name] = state.picked[name].filter((id) => !picked.unknown.includes(id));
  const asked = state.words.trim() !== "";
  let all = asked ? found.records : Array.from({ length: index.count }, (_, record) => record);
  if (found.phrases.length) all = await verified(index, all, found.phrases);
  const answer = found.records.length && !all.length ? withoutPhrase(found) : found;
  const records = await sorted(index, within(all, picked.sets));
  const next = { records, sets: picked.sets, all, answer, shown: 0 };
  const results = await resultsOf(index, next, Math.max(AT_ONCE, place?.shown ?? 0));
  if (mine !== turn) return;
  current = next;
  holding(list, document.activeElement?.closest("[data-facet], .years"), () => {
    list.replaceChildren();
    append(results);
    showChips(picked);
    tell(answer, picked.unknown, asked);
  });
  if (place) {
    delete app.dataset.isStarting; // what is unseen takes no focus
    returnTo(list, place);
  }
  await Promise.all([addPassages(results, answer.marks), showYears(index), ...boxes.map((box) => showChoices(index, box))]);
}

/** An answer whose phrases stand in no record as they are: its words without quotes are offered. */
const withoutPhrase = (answer) => ({ ...answer, lacksPhrase: true, offers: [state.words.replace(/["“”]+/g, " ").trim()] });

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

/** The next results as elements, at most `count`. */
async function resultsOf(index, /** @type {typeof current} */ { records, answer, shown }, /** @type {number} */ count) {
  const cards = await Promise.all(records.slice(shown, shown + count).map((record) => index.card(record)));
  return cards.map((card) => resultOf(card, index.manifest.kinds, answer.marks));
}

function append(/** @type {HTMLLIElement[]} */ results) {
  list.append(...results);
  offer(results);
  current.shown += results.length;
  more.hidden = current.shown >= current.records.length;
}

/** Shows the next results below those that are there. */
async function showMore(index) {
  const mine = turn, results = await resultsOf(index, current, AT_ONCE);
  if (mine !== turn) return;
  append(results);
  results[0]?.querySelector("a").focus();
  await addPassages(results, current.answer.marks);
}

/** Says what was found, and what else could be tried. */
function tell(answer, /** @type {string[]} */ unknown, /** @type {boolean} */ asked) {
  const count = current.records.length, isPicked = chips.children.length > 0;
  const said = [toldOf(answer, count, asked), unknown.length ? "주소에 적힌 조건 가운데 모르는 것은 빼고 찾았습니다." : ""];
  showLine(same, asked ? [sameOf(answer)] : []);
  showLine(others, listed("이것을 찾으셨나요? ", asked ? answer.offers : [], (word) =>
    make("button", { type: "button", className: "linklike", onclick: () => change({ words: word }) }, word)));
  showLine(leads, listed("바로 가기: ", asked ? answer.leads : [], ([address, name]) => make("a", { href: page(address) }, name)));
  say(said.filter(Boolean).join(" "), !count);
  app.dataset.found = count ? "some" : isPicked ? "none-picked" : "none";
  bar.hidden = !isPicked;
  bar.firstElementChild.textContent = count ? `기록 ${count.toLocaleString("ko")}개 보기` : "찾은 기록이 없습니다. 결과로 가기";
}

/** A heading of a line and its things, with commas between. */
function listed(/** @type {string} */ heading, /** @type {any[]} */ things, /** @type {(thing: any) => Node} */ shown) {
  return things.length ? [heading, ...things.flatMap((thing, at) => [at ? ", " : "", shown(thing)])] : [];
}

function showLine(/** @type {HTMLElement} */ line, /** @type {(string | Node)[]} */ content) {
  line.replaceChildren(...content);
  line.hidden = !line.textContent;
}

function say(/** @type {string} */ text, needsHelp = false) {
  status.textContent = text;
  help.hidden = !needsHelp;
  if (needsHelp) more.hidden = true;
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
  const active = document.activeElement;
  const focused = active instanceof HTMLInputElement && active.name === name ? active.value : "";
  const choices = counted.map(({ value, count }) => choiceOf(name, value, count, picked.includes(value.id), (event) => {
    box.after(bar);
    change({ picked: { ...state.picked, [name]: event.target.checked ? [...picked, value.id] : picked.filter((id) => id !== value.id) } });
  }));
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
  /** @type {HTMLElement | null} */
  const first = all.querySelector("li[hidden] input");
  all.lastElementChild.remove();
  all.querySelectorAll("li[hidden]").forEach((/** @type {HTMLElement} */ choice) => { choice.hidden = false; });
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
  if (keep) keepPlace(list, current?.shown ?? 0);
  history[keep ? "pushState" : "replaceState"](null, "", addressOf(state));
  look();
}

function show() {
  state = stateOf(location.search, facets);
  words.value = state.words;
  sort.value = state.sort;
  look(keptPlace());
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
for (const select of [from, to]) select.addEventListener("change", () => select.closest(".years").after(bar));
for (const select of [sort, from, to]) select.addEventListener("change", () => change({ [select.name]: select.value }));
for (const box of boxes) box.addEventListener("toggle", () => box.open && current && withIndex((index) => showChoices(index, box)).catch(() => {}));
more.addEventListener("click", () => withIndex(showMore).catch(() => say("나머지를 받지 못했습니다. 다시 눌러 보세요.")));
csv.addEventListener("click", saveList);
share.addEventListener("click", copyAddress);
narrow.addEventListener("click", () => { part("facets").open = true; });
addEventListener("popstate", show);
addEventListener("pagehide", () => current && keepPlace(list, current.shown));
history.scrollRestoration = "manual";
if (matchMedia("(min-width: 60rem)").matches) for (const box of [part("facets"), ...boxes.slice(0, 3)]) box.open = true;
show();
