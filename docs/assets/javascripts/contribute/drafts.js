/**
 * Drafts, kept in this browser and nowhere else.
 *
 * @typedef {{version: number, saved: string, id: string, fields: unknown, body: string}} Kept
 */

import { bodyOf } from "./body.js";

const KEY = "hyeopchi-form";

/** @param {string} editing the record that is edited, "" for a new one */
const keyOf = (editing) => (editing ? `${KEY}:${editing}` : KEY);

/** @param {string} editing @returns {Kept | null} null where there is none, or none that can be read */
export function kept(editing) {
  try {
    const found = JSON.parse(localStorage.getItem(keyOf(editing)) ?? "null");
    return found && typeof found === "object" && found.fields && typeof found.fields === "object" ? found : null;
  } catch {
    return null;
  }
}

/** @param {string} editing @param {import("./record.js").Draft} draft @param {number} version @returns {boolean} whether it could be kept */
export function keep(editing, draft, version) {
  const kept = { version, saved: new Date().toISOString(), id: draft.id, fields: draft.fields, body: bodyOf(draft.sections) };
  try {
    localStorage.setItem(keyOf(editing), JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

/** @param {string} editing */
export function forget(editing) {
  try {
    localStorage.removeItem(keyOf(editing));
  } catch {
    // Where nothing can be kept, nothing has to be forgotten.
  }
}

/** @returns {boolean} whether this browser keeps anything */
export function canKeep() {
  try {
    localStorage.setItem(`${KEY}?`, "1");
    localStorage.removeItem(`${KEY}?`);
    return true;
  } catch {
    return false;
  }
}
