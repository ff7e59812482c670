/** Pressing buttons beside fields that say something new when they are left. */

/**
 * Lets a field be left only after the press: what it then says would move the button away from under the pointer,
 * and the press would be lost.
 *
 * @param {HTMLElement} place
 */
export function steady(place) {
  const pressed = (/** @type {Event} */ event) => (event.target instanceof Element ? event.target.closest("button") : null);
  place.addEventListener("mousedown", (event) => { if (pressed(event)) event.preventDefault(); });
  place.addEventListener("click", (event) => pressed(event)?.focus({ preventScroll: true }), { capture: true });
}
