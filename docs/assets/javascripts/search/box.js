// The search box of every page: results as a person types, by the keyboard alone too.

import { make } from "../shared/dom.js";

const QUIET = 700;
/** The search itself, which few visits need: it is asked for when someone comes to the box. */
const suggesting = () => import("./suggestions.js");
const form = /** @type {HTMLFormElement | null} */ (document.querySelector(".search-box"));
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
        fill(query.trim() ? await optionsOf(query) : []);
      } catch {
        fill([]);
        say("찾아보기 파일을 받지 못했습니다. 잠시 뒤 다시 해 보세요.");
      }
    }
    running = false;
  }

  async function optionsOf(/** @type {string} */ query) {
    const { suggestionsFor } = await suggesting();
    const { told, suggestions } = await suggestionsFor(query, form.action);
    say(told);
    return suggestions.map(({ address, title, note }) => make("li", { role: "option", "aria-selected": "false", "data-address": address },
      make("span", { className: "search-list__title" }, title), note && make("span", { className: "search-list__meta" }, note)));
  }

  form.addEventListener("submit", (event) => {
    if (chosen < 0) return;
    event.preventDefault();
    location.href = list.children[chosen].dataset.address;
  });
  list.addEventListener("click", (event) => { const option = event.target.closest("li"); if (option) location.href = option.dataset.address; });
  list.addEventListener("mousedown", (event) => event.preventDefault());
  input.addEventListener("input", look);
  input.addEventListener("focus", () => { suggesting().catch(() => {}); }); // typing asks again, and tells what fails
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
  form.addEventListener("focusout", (/** @type {FocusEvent} */ event) => form.contains(/** @type {Node | null} */ (event.relatedTarget)) || show(false));
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
