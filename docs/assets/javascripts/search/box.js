// The search box of every page: results as a person types, by the keyboard alone too.

import { make, marked, page } from "../shared/dom.js";
import { find } from "./engine.js";
import { withIndex } from "./files.js";
import { toldOf } from "./telling.js";

const MOST = 6, QUIET = 700;
const form = document.querySelector(".search-box");
const input = form?.querySelector("input");

if (form && input) {
  const list = make("ul", { id: "search-list", className: "search-list", role: "listbox", tabIndex: -1, "aria-label": "찾은 기록", hidden: true });
  const status = make("p", { className: "visually-hidden", role: "status" });
  form.append(list, status);
  for (const [name, value] of Object.entries({ role: "combobox", "aria-controls": list.id, "aria-expanded": "false",
    "aria-autocomplete": "list", autocomplete: "off" })) input.setAttribute(name, value);
  let chosen = -1, latest = "", running = false, timer = 0;

  const show = (/** @type {boolean} */ open) => {
    list.hidden = !open;
    input.setAttribute("aria-expanded", String(open));
    if (!open) choose(-1);
  };
  const choose = (/** @type {number} */ at) => {
    chosen = at;
    [...list.children].forEach((option, index) => option.setAttribute("aria-selected", String(index === at)));
    const option = list.children[at];
    option?.scrollIntoView({ block: "nearest" });
    if (option) input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
  };
  const say = (/** @type {string} */ text) => {
    clearTimeout(timer);
    timer = setTimeout(() => { status.textContent = text; }, QUIET);
  };
  const fill = (/** @type {any[]} */ options) => {
    list.replaceChildren(...options.map((option, at) => Object.assign(option, { id: `search-option-${at}` })));
    choose(-1);
    show(options.length > 0);
  };

  /** Looks for what stands in the box; what is typed meanwhile is looked for afterwards. */
  async function look() {
    latest = input.value;
    if (running) return;
    running = true;
    for (let query = null; query !== latest;) {
      query = latest;
      try {
        fill(query.trim() ? await withIndex((index) => optionsOf(index, query)) : []);
      } catch {
        fill([]);
        say("찾아보기 파일을 받지 못했습니다. 잠시 뒤 다시 해 보세요.");
      }
    }
    running = false;
  }

  async function optionsOf(index, /** @type {string} */ query) {
    const answer = await find(index, query, true);
    const shown = answer.records.slice(0, MOST);
    const cards = await Promise.all(shown.map((record) => index.card(record)));
    const told = toldOf(answer, answer.records.length, true);
    say(cards.length && !answer.instead.length ? `기록 ${answer.records.length}개` : told);
    const options = answer.leads.map(([address, name]) => optionOf(page(address), name, "바로 가기"));
    options.push(...cards.map((card) => optionOf(page(`cases/${card.id}/`), marked(card.title, answer.marks), metaOf(index, card))));
    if (!cards.length) options.push(...answer.offers.map((word) => optionOf(results(word), word, "이것을 찾으셨나요?")));
    if (cards.length) options.push(optionOf(results(query), `결과 ${answer.records.length}개 모두 보기`, answer.instead.length ? told : ""));
    else if (told && !answer.isEmpty) options.push(optionOf(results(query), told, ""));
    return options;
  }

  /** The address of the page of a query's results. */
  function results(/** @type {string} */ query) {
    const address = new URL(form.action);
    address.search = new URLSearchParams({ q: query }).toString();
    return address.href;
  }

  form.addEventListener("submit", (event) => {
    if (chosen < 0) return;
    event.preventDefault();
    location.href = list.children[chosen].dataset.address;
  });
  list.addEventListener("click", (event) => { const option = event.target.closest("li"); if (option) location.href = option.dataset.address; });
  list.addEventListener("mousedown", (event) => event.preventDefault());
  input.addEventListener("input", look);
  input.addEventListener("focus", () => input.value && (list.children.length ? show(true) : look()));
  input.addEventListener("keydown", (event) => {
    const steps = { ArrowDown: 1, ArrowUp: -1 }, count = list.children.length;
    if (event.isComposing) return;
    if (event.key === "Escape" && !list.hidden) event.preventDefault(), show(false);
    else if (steps[event.key] && count) {
      event.preventDefault();
      show(true);
      choose((chosen + 1 + steps[event.key] + count + 1) % (count + 1) - 1);
    }
  });
  form.addEventListener("focusout", (event) => form.contains(event.relatedTarget) || show(false));
}

// A browser that fills a field by itself sends a keydown that has no key.
document.addEventListener("keydown", (event) => {
  if (event.key?.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
  const field = input ?? document.querySelector("#search-words");
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
});

function optionOf(/** @type {string} */ address, title, /** @type {string} */ meta) {
  return make("li", { role: "option", "aria-selected": "false", "data-address": address },
    make("span", { className: "search-list__title" }, title), meta && make("span", { className: "search-list__meta" }, meta));
}

function metaOf(index, card) {
  return [index.manifest.kinds[card.kind]?.[0], card.districts, card.when].filter(Boolean).join(" · ");
}
