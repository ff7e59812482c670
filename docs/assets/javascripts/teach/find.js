/**
 * What can be taught, sought by who comes, how many minutes there are at most and how many sit
 * together. What was chosen stands in the page's address. One small file answers for an audience
 * and a size of group; it holds the first of each span of minutes, however many there are.
 */

import { make, page } from "../shared/dom.js";

const form = document.querySelector("form.find");
const list = document.querySelector(".find__list");

/**
 * @typedef {{audience: string, minutes: string, group: string}} Asked
 * @typedef {{counts: number[], listed: [number, string, string, string][]}} Found
 *   how many there are in each span of minutes; span, address, title and words of the first
 */

const MOST = 100;
const LOST = "고른 대로 찾지 못해 목록을 그대로 보입니다. 잠시 뒤에 쪽을 새로 고쳐 주세요.";
const NAMES = /** @type {const} */ (["audience", "minutes", "group"]);

/**
 * @param {HTMLFormElement} from
 * @returns {Asked}
 */
function askedIn(from) {
  const said = new FormData(from);
  const [audience, minutes, group] = NAMES.map((name) => String(said.get(name) ?? ""));
  return { audience, minutes, group };
}

/** @type {Map<string, Promise<Found>>} */
const known = new Map();

/**
 * @param {Asked} asked
 * @returns {Promise<Found>} fetched once; one that did not come is asked for again the next time
 */
function foundFor({ audience, group }) {
  const address = page(`data/teach/${audience || "any"}-${group || "any"}.json`);
  const fetched = known.get(address) ?? fetch(address).then((answer) => {
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  });
  known.set(address, fetched);
  fetched.catch(() => known.delete(address));
  return fetched;
}

/**
 * @param {Found} found
 * @param {number} span the last that fits
 * @returns {{lines: HTMLElement[], count: number}} the first lines, and how many there are in all
 */
function fitting({ counts, listed }, span) {
  const lines = listed.filter(([own]) => own <= span).slice(0, MOST);
  return {
    lines: lines.map(([, address, title, words]) => make("li", {}, make("a", { href: page(address) }, title), " ", make("span", { className: "fact__note" }, words))),
    count: counts.slice(0, span + 1).reduce((sum, one) => sum + one, 0),
  };
}

/** The list: as the page came, or what fits what is asked for. */
class List {
  /** @param {HTMLFormElement} asking @param {HTMLElement} place */
  constructor(asking, place) {
    this.form = asking;
    this.place = place;
    this.own = { lines: /** @type {HTMLElement[]} */ ([...place.children]), count: document.querySelector(".find__count")?.textContent ?? "" };
    const minutes = /** @type {HTMLSelectElement} */ (asking.elements.namedItem("minutes"));
    this.spans = [...minutes.options].map((option) => option.value).filter(Boolean);
  }

  /** Show what is asked for now; an answer that comes after the question has changed is let go. */
  async look() {
    const asked = askedIn(this.form);
    const question = JSON.stringify(asked);
    this.place.setAttribute("aria-busy", "true");
    const isAsked = NAMES.some((name) => asked[name]);
    const found = isAsked ? await foundFor(asked).catch(() => null) : null;
    if (JSON.stringify(askedIn(this.form)) !== question) return;
    if (found) this.showFitting(fitting(found, asked.minutes ? this.spans.indexOf(asked.minutes) : this.spans.length));
    else this.show(this.own.lines, this.own.count, true, isAsked ? LOST : "");
    this.place.removeAttribute("aria-busy");
  }

  /** @param {ReturnType<typeof fitting>} found */
  showFitting({ lines, count }) {
    const note = count > lines.length ? `앞의 ${lines.length}개만 보입니다. 하나를 더 고르면 줄어듭니다.` : "";
    this.show(lines, `${count.toLocaleString("ko-KR")}개`, false, note);
  }

  /**
   * @param {HTMLElement[]} lines
   * @param {string} count
   * @param {boolean} isWhole whether it is the list as it came, with its other pages
   * @param {string} note
   */
  show(lines, count, isWhole, note) {
    this.place.replaceChildren(...lines);
    document.querySelector(".pager")?.toggleAttribute("hidden", !isWhole);
    document.querySelector(".find__none")?.toggleAttribute("hidden", lines.length > 0);
    for (const [name, words] of [["more", note], ["count", count]]) {
      const said = document.querySelector(`.find__${name}`);
      if (said) said.textContent = words;
      said?.toggleAttribute("hidden", !words);
    }
  }
}

/**
 * Write what is asked for into the address.
 * @param {Asked} asked
 */
function keep(asked) {
  const address = new URL(location.href);
  address.search = "";
  for (const name of NAMES) if (asked[name]) address.searchParams.set(name, asked[name]);
  history.replaceState(history.state, "", address);
}

if (form instanceof HTMLFormElement && list instanceof HTMLElement) {
  const given = new URLSearchParams(location.search);
  for (const name of NAMES) {
    const field = form.elements.namedItem(name);
    const wanted = given.get(name) ?? "";
    if (field instanceof HTMLSelectElement && [...field.options].some((one) => one.value === wanted)) field.value = wanted;
  }
  const shown = new List(form, list);
  void shown.look();
  const changed = () => {
    void shown.look();
    keep(askedIn(form));
  };
  form.addEventListener("change", changed);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    changed();
    const found = document.querySelector("#found");
    if (found instanceof HTMLElement) found.scrollIntoView();
  });
}
