// The search box of every page: results as a person types, by the keyboard alone too.

import { make, marked, page } from "./dom.js";
import { find } from "./engine.js";
import { withIndex } from "./files.js";
import { by } from "./spoken.js";

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
    say(answer.isEmpty ? "두 글자부터 찾습니다." : cards.length ? `기록 ${answer.records.length}개` : "찾은 기록이 없습니다.");
    const options = cards.map((card) => optionOf(page(`cases/${card.id}/`), marked(card.title, answer.marks), metaOf(index, card)));
    const more = new URL(form.action);
    more.search = new URLSearchParams({ q: query }).toString();
    if (cards.length) options.push(optionOf(more.href, `결과 ${answer.records.length}개 모두 보기`, answer.instead.length ? `${by(answer.instead[0])} 찾았습니다` : ""));
    return options;
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
