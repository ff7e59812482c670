// Coming back: how far the results were shown and where one stood, kept with the page's place in the history.

import { isFilling } from "./results.js";

/** Milliseconds without a change after which a place is held no longer. */
const CALM = 2000;
/** @typedef {{shown: number, record: string, top: number, isFocused: boolean}} Place */

/** The place that the history keeps for the page as it is. @returns {Place | null} */
export const keptPlace = () => history.state?.shown ? history.state : null;

/** Keeps how many results are shown, and which of them stands where. */
export function keepPlace(/** @type {HTMLElement} */ list, /** @type {number} */ shown) {
  const results = /** @type {HTMLElement[]} */ ([...list.children]);
  const inFocus = results.find((one) => one.contains(document.activeElement));
  const record = inFocus ?? results.find((one) => one.getBoundingClientRect().bottom > 0) ?? results.at(-1);
  if (record) history.replaceState({ shown, record: record.dataset.record, top: record.getBoundingClientRect().top, isFocused: Boolean(inFocus) }, "");
}

/** Puts the page where it was. */
export function returnTo(/** @type {HTMLElement} */ list, /** @type {Place} */ place) {
  const record = /** @type {HTMLElement[]} */ ([...list.children]).find((one) => one.dataset.record === place.record);
  if (!record) return;
  if (place.isFocused) record.querySelector("a")?.focus({ preventScroll: true });
  hold(list, record, place.top);
}

/** Runs `work`, which changes a list, and keeps `held` where it was. */
export function holding(/** @type {HTMLElement} */ list, /** @type {Element | null | undefined} */ held, /** @type {() => void} */ work) {
  const top = held?.getBoundingClientRect().top ?? 0;
  work();
  if (held) hold(list, held, top);
}

/**
 * Keeps an element at one height of the window while the page around it fills, until the person moves or
 * all is calm: results that come near are laid out late, passages and letters come later still.
 */
function hold(/** @type {HTMLElement} */ list, /** @type {Element} */ held, /** @type {number} */ top) {
  const root = document.documentElement, ended = new AbortController();
  let calm = 0;
  const end = () => {
    clearTimeout(calm);
    seen.disconnect();
    ended.abort();
    root.style.overflowAnchor = "";
  };
  const wait = () => {
    clearTimeout(calm);
    calm = setTimeout(() => isFilling(list) ? wait() : end(), CALM);
  };
  const seen = new ResizeObserver(() => {
    scrollBy(0, held.getBoundingClientRect().top - top);
    wait();
  });
  root.style.overflowAnchor = "none"; // browsers that would hold it themselves must not do so twice
  scrollBy(0, held.getBoundingClientRect().top - top);
  for (const one of [document.body, list]) seen.observe(one);
  for (const name of ["wheel", "touchstart", "pointerdown", "keydown"]) addEventListener(name, end, { passive: true, signal: ended.signal });
  wait();
}
