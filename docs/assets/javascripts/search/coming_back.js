// Coming back: how far the results were shown and where one stood, kept with the page's place in the history.

const LONGEST_HOLD = 2000;
/** @typedef {{shown: number, record: string, top: number, isFocused: boolean}} Place */

/** The place that the history keeps for the page as it is. @returns {Place | null} */
export const keptPlace = () => history.state?.shown ? history.state : null;

/** Keeps how many results are shown, and which of them stands where. */
export function keepPlace(/** @type {HTMLElement} */ list, /** @type {number} */ shown) {
  const results = /** @type {HTMLElement[]} */ ([...list.children]);
  const inFocus = results.find((one) => one.contains(document.activeElement));
  const record = inFocus ?? results.find((one) => one.getBoundingClientRect().bottom > 0);
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
 * Keeps an element at one height of the window while the list above it fills, until the person moves:
 * results that come near are laid out late, and passages come later still.
 */
function hold(/** @type {HTMLElement} */ list, /** @type {Element} */ held, /** @type {number} */ top) {
  const root = document.documentElement, ended = new AbortController();
  const seen = new ResizeObserver(() => scrollBy(0, held.getBoundingClientRect().top - top));
  const end = () => {
    seen.disconnect();
    ended.abort();
    root.style.overflowAnchor = "";
  };
  root.style.overflowAnchor = "none"; // browsers that would hold it themselves must not do so twice
  scrollBy(0, held.getBoundingClientRect().top - top);
  seen.observe(list);
  for (const name of ["wheel", "touchstart", "pointerdown", "keydown"]) addEventListener(name, end, { passive: true, signal: ended.signal });
  setTimeout(end, LONGEST_HOLD);
}
