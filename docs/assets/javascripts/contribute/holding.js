/**
 * What keeps a contribution on the page: a number that names a person, of the kinds that the library's checker calls
 * an error. Nothing leaves by any way until it is gone.
 *
 * @typedef {import("./schema.js").Schema} Schema
 */

import { personalIn } from "./personal.js";

/** @param {string} text all that would leave @param {Schema} schema @returns {string} why it may not; "" where it may */
export function heldBack(text, schema) {
  const found = personalIn(text, schema.data.personal).filter((one) => !one.isWarning);
  if (!found.length) return "";
  const kinds = found.map(({ message }) => message.replace(/가 있습니다$/, ""));
  return `${kinds.join(", ")}가 있어 내보낼 수 없습니다. 내려받기, 복사, 전자우편, 인쇄, GitHub는 그 번호를 지운 뒤에 쓸 수 있습니다.`;
}

/**
 * Turns the ways out off and on.
 *
 * @param {HTMLElement} place what holds their buttons
 * @param {HTMLElement} said where the reason stands
 * @param {string} reason "" to turn them on
 */
export function hold(place, said, reason) {
  if (said.textContent !== reason) said.textContent = reason;
  for (const button of place.querySelectorAll("button")) button.disabled = reason !== "";
}

/** Lets a page that is printed show the reason in place of what was written. @param {HTMLElement} place @param {() => string} reason */
export function holdPrints(place, reason) {
  addEventListener("beforeprint", () => {
    const said = reason();
    if (said) place.dataset.held = said;
    else delete place.dataset.held;
  });
}
