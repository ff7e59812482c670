// Results as elements: the cards, their passages, the chips and the facets' boxes.

import { make, marked, page } from "../shared/dom.js";
import { passageOf } from "./passages.js";

/** Results that a wide screen shows at once. */
const SEEN_FIRST = 4;

/** A card in the list of results. @returns {HTMLLIElement} */
export function resultOf(card, kinds, /** @type {string[]} */ marks) {
  const [kind, shape] = kinds[card.kind] ?? ["", ""];
  const result = make("li", { className: "card", "data-record": card.id },
    make("p", { className: "card__marks" },
      make("span", { className: `kind kind--${card.kind}` }, make("span", { "aria-hidden": "true" }, shape), ` ${kind}`),
      card.status ? statusOf(card) : "", card.depth ? make("span", { className: "depth" }, card.depth) : ""),
    make("h3", { className: "card__title" }, make("a", { href: page(`cases/${card.id}/`) }, marked(card.title, marks))),
    card.name ? make("p", { className: "card__name" }, marked(card.name, marks)) : "",
    make("p", { className: "card__summary" }, marked(card.summary ?? "", marks)),
    make("p", { className: "card__facts" }, [card.districts, card.domain, card.when].filter(Boolean).join(" · ")));
  return result;
}

function statusOf(card) {
  const label = make("span", { className: `status status--${card.status}` }, card.status_label);
  if (card.as_of) label.append(" ", make("span", { className: "status__date" }, `(${card.as_of} 자료)`));
  return label;
}

/** Puts the place in its record where the words stand under each result: at once where one looks first, else as it comes near. */
export function addPassages(/** @type {HTMLLIElement[]} */ results, /** @type {string[]} */ marks) {
  const near = new IntersectionObserver((seen) => seen.filter((one) => one.isIntersecting).forEach(({ target }) => {
    near.unobserve(target);
    addPassage(/** @type {HTMLLIElement} */ (target), marks);
  }), { rootMargin: "0% 0% 50%" });
  results.slice(SEEN_FIRST).forEach((result) => near.observe(result));
  return Promise.all(results.slice(0, SEEN_FIRST).map((result) => addPassage(result, marks)));
}

async function addPassage(/** @type {HTMLLIElement} */ result, /** @type {string[]} */ marks) {
  result.dataset.isFilling = "";
  const passage = await passageOf(result.dataset.record, marks);
  delete result.dataset.isFilling;
  if (passage) result.querySelector(".card__summary").after(make("p", { className: "card__passage" }, marked(passage, marks)));
}

/** Whether the passage of a result is still on its way. */
export const isFilling = (/** @type {HTMLElement} */ list) => list.querySelector(":scope > [data-is-filling]") !== null;

/** A filter that is active, and a button that takes it away. */
export function chipOf(/** @type {string} */ text, /** @type {() => void} */ remove) {
  return make("li", {}, make("button", { type: "button", className: "chip", onclick: remove },
    text, make("span", { className: "visually-hidden" }, " 빼기"), make("span", { "aria-hidden": "true" }, " ×")));
}

/** One value of a facet as a box to tick. */
export function choiceOf(facet, value, /** @type {number} */ count, /** @type {boolean} */ picked, onchange) {
  const box = make("input", { type: "checkbox", name: facet, value: value.id, checked: picked, onchange });
  return make("li", {}, make("label", { className: "choice" }, box, make("span", {}, value.label), " ",
    make("span", { className: "choice__count" }, String(count), make("span", { className: "visually-hidden" }, "개"))));
}
