/**
 * The record being written, and who wants to know when it changes.
 *
 * @typedef {import("./record.js").Draft} Draft
 * @typedef {import("./schema.js").Group} Group
 * @typedef {import("./schema.js").Written} Written
 */

import { today } from "./dates.js";
import { yearOf } from "./record.js";
import { proposedId } from "./romanised.js";
import { asGroups, asText, Schema } from "./schema.js";

export class Store {
  /** @param {Schema} schema @param {Draft} draft @param {{editing: string, file: string}} origin the record that is edited, "" for a new one */
  constructor(schema, draft, origin) {
    this.schema = schema;
    this.draft = draft;
    this.editing = origin.editing;
    if (!this.editing) draft.fields.added = today();
    /** The file as it was opened, to tell whether anything was changed. */
    this.original = origin.file;
    /** Whether the person has named the id; until then it follows the title. */
    this.hasOwnId = Boolean(draft.id) && draft.id !== proposedId(asText(draft.fields.title), yearOf(draft.fields));
    /** @type {(() => void)[]} */
    this.listeners = [];
  }

  get kind() {
    return asText(this.draft.fields.kind);
  }

  /** @param {() => void} listener */
  onChange(listener) {
    this.listeners.push(listener);
  }

  changed() {
    for (const listener of this.listeners) listener();
  }

  /** Sets a value, or takes it out where it is empty. @param {Group} holder @param {string} name @param {Written} value */
  set(holder, name, value) {
    const isEmpty = typeof value === "string" ? !value : !Object.keys(value).length;
    if (isEmpty) delete holder[name];
    else holder[name] = value;
    this.changed();
  }

  /**
   * A store for what stands inside a group: an empty group is no answer, so it is in the record only while something is in it.
   *
   * @param {Group} holder @param {string} name @param {Group} group @returns {Store}
   */
  keeping(holder, name, group) {
    return Object.create(this, { set: { value: (/** @type {Group} */ inner, /** @type {string} */ below, /** @type {Written} */ value) => {
      this.set(inner, below, value);
      this.set(holder, name, group);
    } } });
  }

  /** @returns {{key: string, title: string}[]} the sources that can be cited */
  sources() {
    return asGroups(this.draft.fields.sources).map((source) => ({ key: asText(source.key), title: asText(source.title) }));
  }

  /** @param {string} title @returns {string} the key of a new source, or of the one that has this title */
  addSource(title) {
    const known = this.sources().find((source) => source.title === title);
    if (known) return known.key;
    const key = this.freeKey();
    this.set(this.draft.fields, "sources", [...asGroups(this.draft.fields.sources), { key, title }]);
    return key;
  }

  /** @returns {string} a short name that no source has */
  freeKey() {
    const taken = this.sources().map((source) => source.key);
    let number = 1;
    while (taken.includes(`source-${number}`)) number += 1;
    return `source-${number}`;
  }

  /** @param {string} name @param {string} answer "unknown" or "not_applicable" @returns {Group | undefined} what is said of a field instead of its value */
  said(name, answer) {
    return asGroups(this.draft.fields[answer]).find((one) => one.field === name);
  }

  /** @param {string} name @param {string} answer "" to take back what was said of the field @param {string} note */
  say(name, answer, note) {
    for (const other of ["unknown", "not_applicable"]) {
      const kept = asGroups(this.draft.fields[other]).filter((one) => one !== this.said(name, other));
      if (other === answer) kept.push(note ? { field: name, note } : { field: name });
      this.set(this.draft.fields, other, kept);
    }
  }
}
