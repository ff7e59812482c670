/**
 * Values of a record in words, for the preview and the paper.
 *
 * @typedef {import("./schema.js").Field} Field
 * @typedef {import("./schema.js").Group} Group
 * @typedef {import("./schema.js").Schema} Schema
 * @typedef {import("./schema.js").Written} Written
 */

import { parsed, printed, span } from "./dates.js";
import { asGroup, asGroups, asText } from "./schema.js";

/** @param {Written} value @param {Group[]} sources @returns {string} (자료 1, 4쪽) */
export function cited(value, sources) {
  const keys = sources.map((source) => asText(source.key));
  const said = Object.entries(asGroup(value)).map(([key, place]) => `자료 ${keys.indexOf(key) + 1 || "?"} ${asText(place)}`);
  return said.length ? `(${said.join(", ")})` : "";
}

/** @param {Group} group @param {Schema} schema @returns {string} a quantity: 센 것 249명 */
function quantity(group, schema) {
  const word = group.qualifier ? `${schema.label("qualifiers", asText(group.qualifier))} ` : "";
  const number = asText(group.value).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  return [asText(group.of), `${word}${number}${group.to ? `~${asText(group.to)}` : ""}${schema.label("units", asText(group.unit))}`].filter(Boolean).join(" ");
}

/** @param {Field} field @param {Written} value @param {Schema} schema @param {Group[]} sources @returns {string[]} a line for each value */
export function inWords(field, value, schema, sources) {
  if (Array.isArray(value)) return value.flatMap((item) => inWords(field, item, schema, sources));
  if (typeof value === "string") return value ? [scalarWords(field, value, schema)] : [];
  if (field.type === "citations") return [cited(value, sources)];
  if (field.type === "period") return [span(asText(value.start), asText(value.end), value.ongoing === "true"), asText(value.note)].filter(Boolean);
  if (field.type === "quantity") return [[quantity(value, schema), cited(value.from, sources)].filter(Boolean).join(" ")];
  if (field.type === "actor") return [[value.id ? schema.label("actors", asText(value.id)) : asText(value.name), value.role ? `(${asText(value.role)})` : ""].filter(Boolean).join(" ")];
  const fields = schema.groupOf(field) ?? [];
  const said = fields.filter((one) => one.name in value && one.name !== "from" && one.name !== "key")
    .map((one) => `${one.label}: ${inWords(one, value[one.name], schema, sources).join(" / ").replace(/\.$/, "")}`);
  return [[said.join(". "), cited(value.from ?? "", sources)].filter(Boolean).join(" ")];
}

/** @param {Field} field @param {string} value @param {Schema} schema @returns {string} */
function scalarWords(field, value, schema) {
  if (field.vocabulary) return schema.label(field.vocabulary, value);
  const date = field.type === "edtf" || field.type === "date" ? parsed(value) : null;
  if (field.type === "boolean") return value === "true" ? "예" : "아니오";
  return date ? printed(date) : `${value}${field.unit ?? ""}`;
}

/** @param {Group} fields @param {string} name @returns {string} why a field is not filled, as the record itself says; "" where it does not say */
export function reasonOf(fields, name) {
  const said = (/** @type {string} */ answer) => asGroups(fields[answer]).find((one) => one.field === name);
  const unknown = said("unknown");
  if (unknown) return ["자료에 없어 알 수 없음", asText(unknown.note)].filter(Boolean).join(": ");
  const other = said("not_applicable");
  return other ? ["해당 없음", asText(other.note)].filter(Boolean).join(": ") : "";
}
