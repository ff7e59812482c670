/**
 * The fields of a record, as ``data/fields.json`` tells them.
 *
 * @typedef {import("./yaml.js").Written} Written
 * @typedef {{[name: string]: Written}} Group
 * @typedef {{name: string, label: string, ask?: string, help: string, example?: string, type: string, kinds?: string[], need?: string, unless?: string,
 *   vocabulary?: string, many?: boolean, most?: number, length?: number, step?: string, anchor?: string,
 *   unit?: string, isPreviewed?: boolean, money?: boolean, ifFilled?: boolean}} Field
 * @typedef {{label: string, kinds: string[], fields: string[], step: string}} Heading
 * @typedef {{id: string, label: string, help: string}} Step
 * @typedef {{version: number, licence: string, city: string, prefixes: Record<string, string>, idFiles: number, kinds: [string, string, string][], steps: Step[], fields: Field[],
 *   structures: Record<string, {label: string, fields: Field[]}>, headings: Heading[],
 *   words: Record<string, {label: string, terms: string[][]}>, notSaid: Record<string, string>,
 *   drawn: string, won: Record<string, number>, limits: Record<string, number>,
 *   personal: Record<string, string>, grammar: Record<string, string>, rules: Record<string, string>}} Data
 */

import { Grammar } from "./grammar.js";

/** Fields, groups and words, looked up by name. */
export class Schema {
  /** @param {Data} data */
  constructor(data) {
    this.data = data;
    /** @type {Map<string, Field>} */
    this.fields = new Map(data.fields.map((field) => [field.name, field]));
    /** The marks of a body, and the patterns of the rules. */
    this.grammar = new Grammar(data.grammar);
    this.rules = new Grammar(data.rules);
    /** Pages of the library that the record leads to and that were looked up: the places in each, null where it is not there. @type {Map<string, Set<string> | null>} */
    this.pages = new Map();
    /** What records of the library whose papers a course uses say for teaching. @type {Map<string, Group>} */
    this.taught = new Map();
    this.drawn = data.drawn.split(" ").map((range) => range.split("-").map((end) => parseInt(end, 16)));
  }

  /** @param {string} kind @returns {Field[]} */
  ofKind(kind) {
    return this.data.fields.filter((field) => !field.kinds || field.kinds.includes(kind));
  }

  /** @param {string} kind @returns {boolean} whether its records tell of a time, so that their ids begin with a year */
  isDated(kind) {
    return this.ofKind(kind).some((field) => field.name === "period");
  }

  /** @param {Field} field @returns {Field[] | null} the fields of the group that it holds, null where it holds none */
  groupOf(field) {
    return this.data.structures[field.type]?.fields ?? null;
  }

  /** @param {string} kind @returns {string[]} the fixed headings of its body */
  headingsOf(kind) {
    return this.data.headings.filter((one) => one.kinds.includes(kind)).map((one) => one.label);
  }

  /** @param {string} heading @returns {string[]} the fields whose entries stand under a fixed heading */
  fieldsUnder(heading) {
    return this.data.headings.find((one) => one.label === heading)?.fields ?? [];
  }

  /** @param {string} vocabulary @returns {string[][]} id, label and meaning (or other names) of each term */
  terms(vocabulary) {
    return this.data.words[vocabulary]?.terms ?? [];
  }

  /** @param {string} vocabulary @param {string} id @returns {string} */
  label(vocabulary, id) {
    return this.terms(vocabulary).find(([one]) => one === id)?.[1] ?? id;
  }

  /** @param {string} letter @returns {boolean} whether a font of paper draws it */
  isDrawn(letter) {
    const code = letter.codePointAt(0) ?? 0;
    return this.drawn.some(([first, last = first]) => first <= code && code <= last);
  }

  /** Puts in the terms of a vocabulary that has a file of its own. @param {string} vocabulary @param {string[][]} rows */
  learn(vocabulary, rows) {
    this.data.words[vocabulary].terms = rows;
  }
}

/** @param {Field} field @returns {string} how the form asks for it */
export function asked(field) {
  return field.ask ?? field.label;
}

/** @param {Written | undefined} value @returns {Group} */
export function asGroup(value) {
  return value && typeof value === "object" && !Array.isArray(value) ? value : {};
}

/** @param {Written | undefined} value @returns {Written[]} */
export function asList(value) {
  if (Array.isArray(value)) return value;
  return value === undefined || value === "" ? [] : [value];
}

/** @param {Written | undefined} value @returns {Group[]} */
export function asGroups(value) {
  return asList(value).map(asGroup);
}

/** @param {Written | undefined} value @returns {string} */
export function asText(value) {
  return typeof value === "string" ? value : "";
}
