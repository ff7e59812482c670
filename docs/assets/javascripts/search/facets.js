// Facets: which records each picks out, and how many of the current ones have each value.

/** @typedef {import("./files.js").Index} Index */
/** @typedef {{id: string, label: string, records: Set<number>}} Value */

/** The values of a facet. @returns {Promise<Value[]>} */
export async function valuesOf(/** @type {Index} */ index, /** @type {string} */ name) {
  const terms = await index.file("facets", index.manifest.facets.indexOf(name));
  return (terms.values ??= [...terms.places.keys()].map((term) => {
    const records = new Set();
    terms.read(term, (record) => records.add(record));
    const [id, label] = term.split("\t");
    return { id, label, records };
  }));
}

/**
 * The records that have, in every facet with something picked, one of what is picked. What no
 * record has is left out and told. @param {Index} index @param {import("./address.js").State} state
 */
export async function picking(index, state) {
  const sets = new Map(), unknown = [], labels = new Map();
  for (const [name, ids] of Object.entries(state.picked)) {
    if (!ids.length) continue;
    const values = await valuesOf(index, name);
    const found = values.filter((value) => ids.includes(value.id));
    unknown.push(...ids.filter((id) => !found.some((value) => value.id === id)));
    found.forEach((value) => labels.set(`${name}=${value.id}`, value.label));
    if (found.length) sets.set(name, union(found));
  }
  if (state.from || state.to) sets.set("year", await between(index, state));
  return { sets, unknown, labels };
}

/** `records` that are in every set, but for the set of the facet `but`. */
export function within(/** @type {number[]} */ records, /** @type {Map<string, Set<number>>} */ sets, but = "") {
  const asked = [...sets].filter(([name]) => name !== but).map(([, set]) => set);
  return asked.length ? records.filter((record) => asked.every((set) => set.has(record))) : records;
}

async function between(/** @type {Index} */ index, /** @type {import("./address.js").State} */ state) {
  const years = await valuesOf(index, "year");
  return union(years.filter((year) => (!state.from || year.id >= state.from) && (!state.to || year.id <= state.to)));
}

function union(/** @type {Value[]} */ values) {
  const found = new Set();
  for (const value of values) for (const record of value.records) found.add(record);
  return found;
}
