/**
 * The list of picked records: each can be moved by its buttons or drawn to its place, and taken out.
 */

import { make } from "../shared/dom.js";

/**
 * @typedef {import("./records.js").Found} Found
 * @typedef {{moved: (from: number, to: number) => void, removed: (at: number) => void}} Acts
 */

/** @type {Record<Found["state"], string>} */
const STATE = {
  found: "",
  withdrawn: "거둔 기록이라 책에 들어가지 않습니다. 제목을 누르면 까닭을 볼 수 있습니다.",
  missing: "이런 기록을 찾지 못했습니다. 주소가 잘못 적혔을 수 있습니다.",
  unreachable: "지금 가져오지 못했습니다. 인터넷이 되는지 보고 이 쪽을 다시 열어 주세요.",
};

/**
 * @param {string} word
 * @param {string} title
 * @param {string} act
 * @param {boolean} isOff
 * @returns {HTMLElement}
 */
function button(word, title, act, isOff = false) {
  const name = make("span", { class: "visually-hidden" }, ` ‘${title}’`);
  return make("button", { type: "button", "data-move": act, ...(isOff ? { "aria-disabled": "true" } : {}) }, word, name);
}

/**
 * @param {Found} found
 * @returns {HTMLElement}
 */
function heading(found) {
  const title = found.state === "missing" ? found.id : make("a", { href: found.address }, found.title);
  const made = make("p", { class: "basket__title" }, title);
  if (found.kind) made.prepend(document.importNode(found.kind, true), " ");
  return made;
}

/**
 * @param {Found} found
 * @param {number} at
 * @param {number} count
 * @returns {HTMLElement}
 */
function line(found, at, count) {
  const made = make("li", { class: `basket__record basket__record--${found.state}`, "data-id": found.id });
  const handle = make("span", { class: "basket__handle", "aria-hidden": "true" }, "⠿");
  const files = found.papers.map((file) => make("a", { href: file.href, download: "" }, file.words));
  const said = STATE[found.state];
  made.append(handle, make("div", { class: "basket__what" }, heading(found),
    ...(said ? [make("p", { class: "gap" }, said)] : []),
    ...(files.length ? [make("p", { class: "basket__files" }, "고쳐 쓸 파일: ", ...files.flatMap((file) => [file, " "]))] : [])),
  make("div", { class: "basket__moves" }, button("위로", found.title, "up", at === 0),
    button("아래로", found.title, "down", at === count - 1), button("빼기", found.title, "out")));
  return made;
}

/**
 * @param {HTMLElement} list
 * @param {Found[]} records
 */
export function showList(list, records) {
  list.replaceChildren(...records.map((found, at) => line(found, at, records.length)));
}

/**
 * @param {HTMLElement} list
 * @param {Element} item
 * @returns {number}
 */
function place(list, item) {
  return [...list.children].indexOf(item);
}

/**
 * Let the lines of ``list`` be moved.
 * @param {HTMLElement} list
 * @param {Acts} acts
 */
export function listen(list, acts) {
  list.addEventListener("click", (event) => {
    const pressed = event.target instanceof Element ? event.target.closest("button[data-move]") : null;
    const item = pressed?.closest("li");
    if (!(pressed instanceof HTMLElement) || !item) return;
    const at = place(list, item);
    if (pressed.dataset.move === "out") acts.removed(at);
    else acts.moved(at, at + (pressed.dataset.move === "up" ? -1 : 1));
  });
  list.addEventListener("pointerdown", (event) => {
    const handle = event.target instanceof Element ? event.target.closest(".basket__handle") : null;
    const item = handle?.closest("li");
    if (handle instanceof HTMLElement && item && event.button === 0) draw(list, item, handle, event, acts);
  });
}

/**
 * Put ``item`` among the others at ``target``. The others move around it: what is drawn stays in
 * the page, or the browser would let go of it.
 * @param {HTMLElement} list
 * @param {HTMLElement} item
 * @param {number} target
 */
function put(list, item, target) {
  while (place(list, item) > target) item.after(/** @type {Element} */ (item.previousElementSibling));
  while (place(list, item) < target) item.before(/** @type {Element} */ (item.nextElementSibling));
}

/**
 * @param {HTMLElement} list
 * @param {HTMLElement} item
 * @param {HTMLElement} handle
 * @param {PointerEvent} start
 * @param {Acts} acts
 */
function draw(list, item, handle, start, acts) {
  const from = place(list, item);
  handle.setPointerCapture(start.pointerId);
  item.classList.add("basket__record--drawn");
  start.preventDefault();
  /** @param {PointerEvent} event */
  const move = (event) => {
    const others = [...list.children].filter((one) => one !== item);
    put(list, item, others.filter((one) => middle(one) < event.clientY).length);
  };
  const drop = () => {
    handle.removeEventListener("pointermove", move);
    item.classList.remove("basket__record--drawn");
    if (place(list, item) !== from) acts.moved(from, place(list, item));
  };
  handle.addEventListener("pointermove", move);
  handle.addEventListener("lostpointercapture", drop, { once: true });
}

/**
 * @param {Element} item
 * @returns {number} how far down the window its middle is
 */
function middle(item) {
  const box = item.getBoundingClientRect();
  return box.top + box.height / 2;
}
