/**
 * The records picked to be compared: their ids, kept until the window is closed.
 */

const KEY = "hyeopchi-compare";

/** The most records that stand side by side. */
export const MOST = 4;

/** What an id looks like; anything else is no record's. */
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * @param {string[]} ids
 * @returns {string[]} the ids that may be records', each once, no more than can be compared
 */
export function valid(ids) {
  return [...new Set(ids)].filter((id) => ID.test(id)).slice(0, MOST);
}

/** @returns {string[]} */
export function picked() {
  try {
    return valid(String(sessionStorage.getItem(KEY) ?? "").split(" "));
  } catch {
    return [];
  }
}

/**
 * @param {string[]} ids
 */
export function keep(ids) {
  try {
    sessionStorage.setItem(KEY, ids.join(" "));
  } catch {
    // Where nothing can be kept, the address still holds them.
  }
}

/**
 * @param {string[]} ids
 * @returns {string} the part of an address that names them
 */
export function query(ids) {
  return `?${ids.map((id) => `r=${id}`).join("&")}`;
}
