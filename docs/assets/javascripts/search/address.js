// The whole state of a search, as it stands in the address: /search/?q=…&district=…&from=…

export const SORTS = ["fit", "newest", "title"];
/** @typedef {{words: string, picked: Record<string, string[]>, from: string, to: string, sort: string}} State */

/** The state that an address tells. @param {string} search @param {string[]} facets @returns {State} */
export function stateOf(search, facets) {
  const given = new URLSearchParams(search);
  const picked = Object.fromEntries(facets.map((name) => [name, [...new Set(given.getAll(name))].filter(Boolean)]));
  const year = (name) => (/^\d{4}$/.test(given.get(name) ?? "") ? given.get(name) : "");
  const sort = given.get("sort") ?? "";
  return { words: given.get("q") ?? "", picked, from: year("from"), to: year("to"), sort: SORTS.includes(sort) ? sort : "fit" };
}

/** The address that tells a state. */
export function addressOf(/** @type {State} */ state) {
  const said = new URLSearchParams();
  if (state.words.trim()) said.set("q", state.words.trim());
  for (const [name, values] of Object.entries(state.picked)) for (const value of values) said.append(name, value);
  for (const name of ["from", "to"]) if (state[name]) said.set(name, state[name]);
  if (state.sort !== "fit") said.set("sort", state.sort);
  return said.size ? `?${said}` : location.pathname;
}
