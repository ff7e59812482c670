/**
 * The basket on every page: how much is in it, and on every card a button that puts its record in.
 * Made here, so that without JavaScript no dead button stands on a page.
 */

import { CHANGED, MOST, own, toggle } from "./state.js";

const count = document.querySelector(".masthead__count");

/** Say in the masthead how many records are in the basket. */
function showCount() {
  if (!count) return;
  const number = own().ids.length;
  const hidden = document.createElement("span");
  hidden.className = "visually-hidden";
  hidden.textContent = "개 담음";
  count.replaceChildren(...(number ? [String(number), hidden] : []));
}

/** @type {Record<"in" | "out" | "full", string>} */
const SAID = {
  in: "내 자료집에 담았습니다.",
  out: "내 자료집에서 뺐습니다.",
  full: `기록은 ${MOST}개까지 담을 수 있습니다. 내 자료집에서 하나를 빼 주세요.`,
};

/**
 * @param {HTMLElement} card
 */
function addButton(card) {
  const title = document.createElement("span");
  title.className = "visually-hidden";
  title.textContent = ` ‘${card.querySelector(".card__title")?.textContent ?? card.dataset.record}’ 내 자료집에`;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "card__keep";
  button.append(document.createElement("span"), title);
  button.addEventListener("click", () => {
    said.textContent = SAID[toggle(card.dataset.record ?? "")];
  });
  card.querySelector(".card__marks")?.append(button);
}

/**
 * @param {Element} button
 */
function showButton(button) {
  const id = button.closest("[data-record]")?.getAttribute("data-record") ?? "";
  const isIn = own().ids.includes(id), [word, title] = button.children;
  word.textContent = isIn ? "빼기" : "담기";
  title.textContent = title.textContent?.replace(/내 자료집(에서|에)$/, isIn ? "내 자료집에서" : "내 자료집에") ?? "";
  button.classList.toggle("card__keep--in", isIn);
}

/** @returns {HTMLElement} a place whose changes are read aloud */
function notice() {
  const made = document.createElement("p");
  made.className = "card__said";
  made.setAttribute("role", "status");
  document.querySelector("#main")?.append(made);
  return made;
}

const said = notice();

/** Show what is in the basket now. */
function show() {
  showCount();
  document.querySelectorAll(".card__keep").forEach(showButton);
}

/**
 * Put a button on each card; for scripts that make cards too.
 * @param {Iterable<HTMLElement>} cards
 */
export function offer(cards) {
  for (const card of cards) addButton(card);
  show();
}

offer(document.querySelectorAll(".card[data-record]:has(.card__marks)"));
document.addEventListener(CHANGED, show);
window.addEventListener("storage", show);
window.addEventListener("pageshow", show);
