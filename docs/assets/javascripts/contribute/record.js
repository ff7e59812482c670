/**
 * A record as the form holds it: what is written between the two ``---``, its body, and its id.
 *
 * @typedef {import("./schema.js").Field} Field
 * @typedef {import("./schema.js").Group} Group
 * @typedef {import("./schema.js").Schema} Schema
 * @typedef {import("./schema.js").Written} Written
 * @typedef {{id: string, fields: Group, sections: import("./body.js").Section[]}} Draft
 */

import { bodyOf, sectionsOf } from "./body.js";
import { ofItsKind, saidOnce } from "./places.js";
import { asGroup, asList, asText } from "./schema.js";
import { filled, frontMatter } from "./yaml.js";

/** What the library adds to a value of this type where the file says nothing. @type {Record<string, [string, string]>} */
const ADDED = { quantity: ["qualifier", "exact"] };

/** @param {unknown} value @param {Field} field @param {Schema} schema @returns {Written} the value as a file writes it */
function written(value, field, schema) {
  if (Array.isArray(value)) return value.map((item) => written(item, field, schema));
  const fields = schema.groupOf(field);
  if (!value || typeof value !== "object") return String(value ?? "");
  if (!fields) return Object.fromEntries(Object.entries(value).map(([key, place]) => [key, String(place)]));
  const [name, word] = ADDED[field.type] ?? [];
  const given = /** @type {Record<string, unknown>} */ (value);
  return Object.fromEntries(Object.entries(given).flatMap(([key, below]) => {
    const known = fields.find((one) => one.name === key);
    return known && !(key === name && below === word) ? [[key, typeof below === "number" ? asPrinted(below, given.printed) : written(below, known, schema)]] : [];
  }));
}

/** @param {number} number @param {unknown} printed @returns {string} the number as the source has it: 22.0, which JSON tells as 22 */
function asPrinted(number, printed) {
  const found = String(printed ?? "").replaceAll(",", "").match(/-?\d+\.\d+/g) ?? [];
  return found.find((text) => Number(text) === number) ?? String(number);
}

/** @param {Record<string, unknown>} json a record's ``record.json`` @param {Schema} schema @returns {Draft} */
export function opened(json, schema) {
  const fields = Object.entries(json).flatMap(([name, value]) => {
    const field = schema.fields.get(name);
    return field && !(name === "license" && value === schema.data.licence) ? [[name, written(value, field, schema)]] : [];
  });
  return { id: String(json.id ?? ""), fields: Object.fromEntries(fields), sections: sectionsOf(String(json.body ?? "")) };
}

/** @param {Written} value @param {Field} field @param {Schema} schema @returns {Written} groups with their fields in the schema's order */
function ordered(value, field, schema) {
  if (Array.isArray(value)) return value.map((item) => ordered(item, field, schema));
  const fields = typeof value === "string" ? null : schema.groupOf(field);
  if (!fields || typeof value === "string") return value;
  return Object.fromEntries(fields.filter(({ name }) => name in value).map((one) => [one.name, ordered(value[one.name], one, schema)]));
}

/** @param {Draft} draft @param {Schema} schema @returns {string} the whole file */
export function fileOf(draft, schema) {
  const given = saidOnce(ofItsKind(/** @type {Group} */ (filled(draft.fields)), schema), schema);
  const known = schema.ofKind(asText(given.kind)).filter(({ name }) => name in given).map((field) => [field.name, ordered(given[field.name], field, schema)]);
  const body = bodyOf(draft.sections);
  return `---\n${frontMatter(Object.fromEntries(known))}---\n${body && `\n${body}`}`;
}

/** @param {Group} fields @param {string} city the folder of records of several districts @returns {string} the folder that the file belongs in */
export function folderOf(fields, city) {
  const districts = asList(fields.districts).map(asText).filter(Boolean);
  return districts.length === 1 ? districts[0] : city;
}

/** @param {Group} fields @returns {string} the year in which it began, "nd" where no source gives one */
export function yearOf(fields) {
  const dated = [asGroup(fields.period).start, asGroup(fields.period).end, fields.declared_on].map(asText);
  return dated.map((text) => /^\d{4}/.exec(text)?.[0]).find(Boolean) ?? "nd";
}
