/**
 * Terms of the glossary explain themselves where they stand: under a pointer, to the keyboard, at a touch.
 * Without scripts the browser's own tip says the same. The explanation goes with Escape, stays while a pointer
 * rests on it, and is read with the term.
 */

import { make } from "./dom.js";

/** Milliseconds in which a pointer finds its way from the term to its explanation. */
const PATIENCE = 250;
const GAP = 6;

const text = make("p", {});
const link = /** @type {HTMLAnchorElement} */ (make("a", {}, "낱말 풀이에서 보기"));
const box = make("div", { class: "explanation", id: "explanation", role: "tooltip", hidden: true }, text, link);
/** @type {HTMLAnchorElement | null} */
let shown = null;
/** @type {number | undefined} */
let leaving;

/**
 * @param {EventTarget | null} target
 * @returns {HTMLAnchorElement | null}
 */
function termAt(target) {
  return target instanceof Element ? target.closest("a.term") : null;
}

/** @param {HTMLAnchorElement} term */
function place(term) {
  const at = term.getClientRects()[0];
  const width = document.documentElement.clientWidth;
  const below = at.bottom + GAP + box.offsetHeight <= innerHeight;
  box.style.insetInlineStart = `${Math.max(GAP, Math.min(at.left, width - box.offsetWidth - GAP)) + scrollX}px`;
  box.style.insetBlockStart = `${(below ? at.bottom + GAP : Math.max(0, at.top - GAP - box.offsetHeight)) + scrollY}px`;
}

/** @param {HTMLAnchorElement} term */
function show(term) {
  clearTimeout(leaving);
  if (term === shown) return;
  hide();
  shown = term;
  text.textContent = term.dataset.said ?? "";
  link.href = term.href;
  box.hidden = false;
  term.setAttribute("aria-describedby", box.id);
  place(term);
}

function hide() {
  clearTimeout(leaving);
  shown?.removeAttribute("aria-describedby");
  shown = null;
  box.hidden = true;
}

for (const term of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("a.term[title]"))) {
  term.dataset.said = term.title;
  term.removeAttribute("title");
}
document.body.append(box);

document.addEventListener("pointerover", (event) => {
  const term = termAt(event.target);
  if (event.pointerType === "mouse" && term) show(term);
  else if (event.target instanceof Node && box.contains(event.target)) clearTimeout(leaving);
});
document.addEventListener("pointerout", (event) => {
  if (event.pointerType !== "mouse" || !shown || shown === document.activeElement) return;
  clearTimeout(leaving);
  leaving = setTimeout(hide, PATIENCE);
});
document.addEventListener("focusin", (event) => {
  const term = termAt(event.target);
  if (term?.matches(":focus-visible")) show(term);
  else if (!(event.target instanceof Node && box.contains(event.target))) hide();
});
document.addEventListener("click", (event) => {
  const term = termAt(event.target);
  const isTouch = event instanceof PointerEvent && event.pointerType !== "mouse" && event.detail > 0;
  if (term && isTouch && term !== shown) {
    event.preventDefault();
    show(term);
  } else if (!term && !(event.target instanceof Node && box.contains(event.target))) hide();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && shown) hide();
});
