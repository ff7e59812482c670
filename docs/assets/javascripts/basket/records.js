/**
 * The records of a booklet, read from their own pages of this site.
 */

/**
 * @typedef {object} Found
 * @property {string} id
 * @property {"found" | "withdrawn" | "missing" | "unreachable"} state
 * @property {string} address
 * @property {string} title the id where nothing better is known
 * @property {Element | null} kind the mark of its kind
 * @property {HTMLElement | null} main the main part of its page
 * @property {{href: string, words: string}[]} papers its files to edit, as its page names them
 */

/** @type {Map<string, Promise<Found>>} */
const asked = new Map();

/**
 * @param {Document} page
 * @param {string} address
 * @returns {{href: string, words: string}[]}
 */
function papersOf(page, address) {
  return [...page.querySelectorAll('a[href$=".hwpx"]')].map((link) => ({
    href: new URL(link.getAttribute("href") ?? "", address).href,
    words: link.getAttribute("aria-label") || link.textContent?.trim() || "HWPX",
  }));
}

/**
 * @param {string} id
 * @param {string} address
 * @param {"missing" | "unreachable"} state
 * @returns {Found}
 */
function lacking(id, address, state) {
  return { id, state, address, title: id, kind: null, main: null, papers: [] };
}

/**
 * @param {string} id
 * @param {string} cases
 * @returns {Promise<Found>}
 */
async function read(id, cases) {
  const address = new URL(`${cases}${id}/`, document.baseURI).href;
  try {
    const answer = await fetch(address);
    if (!answer.ok) return lacking(id, address, answer.status === 404 ? "missing" : "unreachable");
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const main = /** @type {HTMLElement | null} */ (page.querySelector("#main"));
    return {
      id, address, main, state: main?.querySelector("[data-withdrawn]") ? "withdrawn" : "found",
      title: main?.querySelector("h1")?.textContent ?? id,
      kind: main?.querySelector(".page__header .kind") ?? null, papers: papersOf(page, address),
    };
  } catch {
    return lacking(id, address, "unreachable");
  }
}

/**
 * @param {string} id
 * @param {string} cases the address below which records stand
 * @returns {Promise<Found>} the record, asked for once; again where it could not be reached
 */
export async function record(id, cases) {
  const known = asked.get(id) ?? read(id, cases);
  asked.set(id, known);
  const found = await known;
  if (found.state === "unreachable") asked.delete(id);
  return found;
}
