/**
 * What a reader has put into the basket, and where it is kept: in this browser; where the reader
 * lets pages keep nothing, in this window's name until the window is closed; always in an address.
 */

/**
 * @typedef {object} Basket
 * @property {string[]} ids the records in their order
 * @property {string[] | null} parts what of a record goes into the booklet; null for the usual
 * @property {string} title
 * @property {string} course
 * @property {number | null} people how many get a copy; null where nobody said
 */

const KEY = "hyeopchi-basket";

/** The most records in one booklet; the page of the basket says the same (views/basket.py). */
export const MOST = 40;

const LONGEST = 80;

/** The most copies, as for a kit (paper/kit/amounts.py). */
const MOST_PEOPLE = 500;
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const PART = /^[a-z]+$/;

/** What the document is told when the reader's own basket has changed. */
export const CHANGED = "basket-changed";

/**
 * @param {unknown} said
 * @returns {string[]} what may be ids of records, each once
 */
function ids(said) {
  const found = Array.isArray(said) ? said.filter((one) => typeof one === "string" && ID.test(one)) : [];
  return [...new Set(found)].slice(0, MOST);
}

/**
 * @param {unknown} said
 * @returns {string[] | null}
 */
function parts(said) {
  return Array.isArray(said) ? said.filter((one) => typeof one === "string" && PART.test(one)) : null;
}

/**
 * @param {unknown} said
 * @returns {string} no character cut in two, which no address could hold
 */
function words(said) {
  return typeof said === "string" ? [...said].slice(0, LONGEST).join("").replace(/\p{Cs}/gu, "\ufffd") : "";
}

/**
 * @param {unknown} said
 * @returns {number | null}
 */
function people(said) {
  const number = Number(said);
  return Number.isInteger(number) && number >= 1 && number <= MOST_PEOPLE ? number : null;
}

/**
 * @param {any} said anything that was kept or came with an address
 * @returns {Basket} what of it can be used
 */
function basket(said) {
  return { ids: ids(said?.ids), parts: parts(said?.parts), title: words(said?.title), course: words(said?.course), people: people(said?.people) };
}

/** @returns {boolean} whether this browser keeps things for pages */
export function isRemembered() {
  try {
    localStorage.setItem(`${KEY}-try`, "");
    localStorage.removeItem(`${KEY}-try`);
    return true;
  } catch {
    return false;
  }
}

/** @returns {string} what was kept, as text */
function kept() {
  try {
    const text = localStorage.getItem(KEY);
    if (text !== null) return text;
  } catch {
    // The window's name may hold it.
  }
  return window.name.startsWith(`${KEY}:`) ? window.name.slice(KEY.length + 1) : "";
}

/** @returns {Basket} the reader's own basket, empty where there is none or it cannot be read */
export function own() {
  try {
    return basket(JSON.parse(kept() || "{}"));
  } catch {
    return basket({});
  }
}

/**
 * Keep the reader's own basket, and tell the page.
 * @param {Basket} changed
 */
export function keepOwn(changed) {
  const text = JSON.stringify(changed);
  try {
    localStorage.setItem(KEY, text);
  } catch {
    window.name = `${KEY}:${text}`;
  }
  document.dispatchEvent(new Event(CHANGED));
}

/**
 * @param {string} search the part of an address from its question mark
 * @returns {Basket | null} the basket that an address names; null where it names none
 */
export function named(search) {
  const said = new URLSearchParams(search);
  const listed = said.get("r");
  if (listed === null) return null;
  const chosen = said.get("parts");
  return basket({
    ids: listed.split(","), parts: chosen === null ? null : chosen.split(","),
    title: said.get("title") ?? "", course: said.get("course") ?? "", people: said.get("people"),
  });
}

/**
 * @param {string} search
 * @returns {string[]} what an address names that cannot be the id of a record, or is one too many
 */
export function unreadable(search) {
  const listed = new URLSearchParams(search).get("r") ?? "";
  const known = new Set(ids(listed.split(",")));
  return [...new Set(listed.split(","))].filter((one) => one && !known.has(one));
}

/**
 * @param {Basket} one
 * @returns {string} the part of an address that names a basket
 */
export function query(one) {
  const said = [`r=${one.ids.join(",")}`];
  if (one.parts) said.push(`parts=${one.parts.join(",")}`);
  if (one.title) said.push(`title=${encodeURIComponent(one.title)}`);
  if (one.course) said.push(`course=${encodeURIComponent(one.course)}`);
  if (one.people) said.push(`people=${one.people}`);
  return `?${said.join("&")}`;
}

/**
 * Put a record into the reader's own basket, or take it out.
 * @param {string} id
 * @returns {"in" | "out" | "full"} what became of it
 */
export function toggle(id) {
  const before = own();
  if (before.ids.includes(id)) {
    keepOwn({ ...before, ids: before.ids.filter((one) => one !== id) });
    return "out";
  }
  if (before.ids.length >= MOST) return "full";
  keepOwn({ ...before, ids: [...before.ids, id] });
  return "in";
}

/**
 * @param {string[]} added
 * @returns {number} how many of these records are new in the reader's own basket
 */
export function addAll(added) {
  const before = own();
  const after = ids([...before.ids, ...added]);
  keepOwn({ ...before, ids: after });
  return after.length - before.ids.length;
}
