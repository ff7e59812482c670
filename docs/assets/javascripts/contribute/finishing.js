/**
 * The finished file of a record, and the ways to send it.
 *
 * @typedef {import("./store.js").Store} Store
 * @typedef {{contact: string, repo: string, branch: string}} Receiver where a contribution goes; "" for what is not known
 */

import { encoded } from "../shared/percent.js";
import { today } from "./dates.js";
import { fileOf, folderOf } from "./record.js";
import { asList } from "./schema.js";

/** The longest address that GitHub takes with a file in it, less some room. */
export const LONGEST_ADDRESS = 6000;

/** @param {Store} store @returns {{name: string, path: string, text: string}} the file, dated: a new record as added, a changed one as revised */
export function finished(store) {
  const { schema, draft } = store;
  const fields = structuredClone(draft.fields);
  const isChanged = store.editing && fileOf({ ...draft, fields }, schema) !== store.original;
  if (isChanged && asList(fields.revised).at(-1) !== today()) fields.revised = [...asList(fields.revised), today()];
  const name = `${draft.id}.md`;
  return { name, path: `cases/${folderOf(fields, schema.data.city)}/${name}`, text: fileOf({ ...draft, fields }, schema) };
}

/** @param {Receiver} receiver @param {string} path @param {string} text @returns {string} GitHub's page for a new file, the file filled in; "" where it would be too long */
export function newFileAddress(receiver, path, text) {
  const address = `${emptyFileAddress(receiver, path)}&value=${encoded(text)}`;
  return address.length <= LONGEST_ADDRESS ? address : "";
}

/** @param {Receiver} receiver @param {string} path @returns {string} GitHub's page for a new file of this name */
export function emptyFileAddress(receiver, path) {
  return `${receiver.repo}new/${receiver.branch}?filename=${encoded(path).replaceAll("%2F", "/")}`;
}

/** @param {Receiver} receiver @param {string} path @returns {string} GitHub's page that edits a file */
export function editAddress(receiver, path) {
  return `${receiver.repo}edit/${receiver.branch}/${path}`;
}

/** @param {string} contact @param {string} subject @param {string} body @returns {string} a letter, short enough for every mail program */
export function mailAddress(contact, subject, body) {
  return `mailto:${contact}?subject=${encoded(subject)}&body=${encoded(body)}`;
}

/** Hands a text to the person as a file. @param {string} name @param {string} text */
export function download(name, text) {
  const address = URL.createObjectURL(new Blob([text], { type: "text/markdown;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** @param {string} text @returns {Promise<boolean>} whether the text could be copied */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
