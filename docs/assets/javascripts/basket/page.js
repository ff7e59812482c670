/**
 * The page of the basket: what is in it, in which order, what of it goes into the booklet.
 * An address may name another basket than the reader's own; then that one is shown and changed,
 * and the reader's own stays as it is until they add the other to it.
 */

import { readable } from "../shared/percent.js";
import { listen, showList } from "./list.js";
import { record } from "./records.js";
import { addAll, isRemembered, keepOwn, named, own, query, unreadable } from "./state.js";
import { showPages } from "./pages.js";
import { booklet } from "./booklet.js";

/**
 * @typedef {import("./state.js").Basket} Basket
 * @typedef {import("./records.js").Found} Found
 */

/**
 * @template {Element} T
 * @param {string} selector
 * @returns {T}
 */
function find(selector) {
  return /** @type {T} */ (document.querySelector(`.basket ${selector}`));
}

const place = /** @type {HTMLElement} */ (document.querySelector(".basket"));
const said = /** @type {HTMLElement} */ (find(".basket__said"));
const list = /** @type {HTMLElement} */ (find(".basket__list"));
const form = /** @type {HTMLFormElement} */ (find(".basket__form"));
const boxes = /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll('input[name="part"]')]);
const usual = boxes.filter((box) => box.checked).map((box) => box.value);
const cases = place.dataset.cases ?? "";
const assets = place.dataset.assets ?? "";

let isBorrowed = false;
/** @type {Basket} */
let shown = own();
/** @type {Basket | null} what an act took away last, for taking the act back */
let before = null;
/** @type {Found[]} */
let records = [];

/**
 * Keep a changed basket where it belongs, and show it.
 * @param {Basket} changed
 */
function keep(changed) {
  shown = changed;
  if (isBorrowed) history.replaceState(null, "", query(changed));
  else keepOwn(changed);
}

/**
 * @param {string} selector
 * @param {boolean} isShown
 */
function reveal(selector, isShown) {
  find(selector).toggleAttribute("hidden", !isShown);
}

/** Show the basket: its list, and what can be done with it. */
async function show() {
  const asked = shown.ids;
  const found = await Promise.all(asked.map((id) => record(id, cases)));
  if (asked !== shown.ids) return;
  records = found;
  showList(list, records);
  reveal(".basket__chosen", true);
  reveal(".basket__empty", !records.length);
  reveal(".basket__form", records.length > 0);
  reveal(".basket__borrowed", isBorrowed);
  reveal(".basket__undo", before !== null);
}

/** Set the form to what the basket says. */
function fillForm() {
  field("title").value = shown.title;
  field("course").value = shown.course;
  field("people").value = shown.people ? String(shown.people) : "";
  const chosen = shown.parts ?? usual;
  for (const box of boxes) box.checked = chosen.includes(box.value);
}

/**
 * @param {string} name
 * @returns {HTMLInputElement}
 */
function field(name) {
  return /** @type {HTMLInputElement} */ (form.elements.namedItem(name));
}

/** Keep what the form says. */
function readForm() {
  const chosen = boxes.filter((box) => box.checked).map((box) => box.value);
  const isUsual = chosen.join() === usual.join();
  keep({ ids: shown.ids, parts: isUsual ? null : chosen, title: field("title").value.trim(), course: field("course").value.trim(), people: copies() });
}

/** @returns {number | null} how many copies the form says, null where it says none or too many */
function copies() {
  return field("people").validity.valid && field("people").value ? Number(field("people").value) : null;
}

/**
 * @param {number} from
 * @param {number} to
 */
async function move(from, to) {
  const title = records[from].title;
  if (to < 0 || to >= records.length) {
    said.textContent = to < 0 ? "이미 맨 처음입니다." : "이미 맨 끝입니다.";
    return;
  }
  const ids = [...shown.ids];
  ids.splice(to, 0, ...ids.splice(from, 1));
  const act = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.move : undefined;
  keep({ ...shown, ids });
  await show();
  if (act) focusOn(to, act);
  said.textContent = `‘${title}’ 자리를 옮겼습니다. ${ids.length}개 가운데 ${to + 1}번째입니다.`;
}

/**
 * @param {number} at
 * @param {string} act
 */
function focusOn(at, act) {
  const button = list.children[at]?.querySelector(`[data-move="${act}"]`);
  if (button instanceof HTMLElement) button.focus();
}

/**
 * @param {number} at
 */
async function remove(at) {
  const title = records[at].title;
  before = shown;
  keep({ ...shown, ids: shown.ids.filter((_, one) => one !== at) });
  await show();
  if (records.length) focusOn(Math.min(at, records.length - 1), "out");
  else /** @type {HTMLElement} */ (find(".basket__undo button")).focus();
  said.textContent = `‘${title}’ 뺐습니다. 남은 기록은 ${records.length}개입니다.`;
}

/** @returns {string} the address that shows the same basket to anyone */
function address() {
  return new URL(query(shown), location.href).href;
}

/** @type {Record<string, () => Promise<void>>} */
const ACTS = {
  async copy() {
    try {
      await navigator.clipboard.writeText(address());
      said.textContent = "주소를 복사했습니다. 이 주소를 열면 같은 자료집이 나옵니다.";
    } catch {
      said.textContent = `복사하지 못했습니다. 주소: ${address()}`;
    }
  },
  async clear() {
    before = shown;
    keep({ ids: [], parts: null, title: "", course: "", people: null });
    fillForm();
    await show();
    said.textContent = "모두 비웠습니다. 잘못 눌렀으면 되돌릴 수 있습니다.";
    /** @type {HTMLElement} */ (find(".basket__undo button")).focus();
  },
  async undo() {
    if (before) keep(before);
    before = null;
    fillForm();
    await show();
    said.textContent = `되돌렸습니다. 담은 기록은 ${records.length}개입니다.`;
    focusOn(0, "out");
  },
  async adopt() {
    const added = addAll(shown.ids);
    const full = shown.ids.some((id) => !own().ids.includes(id));
    const rest = full ? ` 한 책에 담을 수 있는 ${place.dataset.most}개가 차서 나머지는 담지 못했습니다.` : "";
    said.textContent = `내 자료집에 ${added}개를 더했습니다.${rest}`;
  },
};

/**
 * @param {Found[]} found
 * @returns {string} what of the basket a booklet cannot hold
 */
function lacks(found) {
  const left = found.filter((one) => one.state !== "found");
  return left.length ? ` 책에 넣지 못한 기록이 ${left.length}개 있습니다. 위의 목록에서 까닭을 봐 주세요.` : "";
}

/** Show the booklet in pages. */
async function showBooklet() {
  readForm();
  const found = records.filter((one) => one.state === "found");
  const parts = boxes.filter((box) => box.checked).map((box) => ({ id: box.value, label: box.parentElement?.textContent?.trim() ?? "" }));
  if (!found.length || !parts.length) {
    said.textContent = found.length ? "기록에서 담을 것을 하나 넘게 골라 주세요." : `책에 넣을 수 있는 기록이 없습니다.${lacks(records)}`;
    return;
  }
  const cover = { title: shown.title || field("title").placeholder, course: shown.course, address: readable(address()), ...words() };
  said.textContent = "책을 엮고 있습니다…";
  try {
    await showPages(booklet(found, parts, cover), assets, shown.people, () => {
      said.textContent = `책을 닫았습니다.${lacks(records)}`;
      /** @type {HTMLElement} */ (find(".button--main")).focus();
    });
  } catch {
    said.textContent = "책을 엮지 못했습니다. 인터넷이 되는지 보고 다시 눌러 주세요. 그래도 안 되면 기록을 하나씩 인쇄해 주세요.";
  }
}

/** @returns {{library: string, rights: string}} what the page itself says of the library */
function words() {
  return {
    library: document.querySelector(".masthead__name")?.textContent?.trim() ?? "",
    rights: document.querySelector(".colophon a[rel='license']")?.closest("p")?.textContent?.trim() ?? "",
  };
}

/** Show the basket that the address names, or the reader's own. */
async function start() {
  const given = named(location.search);
  isBorrowed = given !== null && query(given) !== query(own());
  shown = given ?? own();
  fillForm();
  reveal(".basket__forgetful", !isRemembered());
  await show();
  const left = unreadable(location.search);
  if (left.length) said.textContent = `주소에서 읽지 못한 것이 ${left.length}개 있습니다: ${left.slice(0, 3).join(", ")}`;
}

listen(list, { moved: (from, to) => void move(from, to), removed: (at) => void remove(at) });
form.addEventListener("change", readForm);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  void showBooklet();
});
place.addEventListener("click", (event) => {
  const pressed = event.target instanceof Element ? event.target.closest("[data-act]") : null;
  if (pressed instanceof HTMLElement && pressed.dataset.act) void ACTS[pressed.dataset.act]();
});
window.addEventListener("storage", () => {
  if (isBorrowed) return;
  shown = own();
  void show();
});
void start();
