/**
 * Where a record's facts stand: a fact without a place of its own stands at the usual place of the first source that
 * has one, as the library's reader has it (usual_places.py, interpreter.py).
 *
 * @typedef {import("./schema.js").Field} Field
 * @typedef {import("./schema.js").Group} Group
 * @typedef {import("./schema.js").Schema} Schema
 * @typedef {import("./schema.js").Written} Written
 */

import { mistakeOf } from "./scalars.js";
import { asGroup, asGroups, asText } from "./schema.js";

/** @param {Group} record @returns {Group | null} what an entry without a place rests on */
export function usualPlace(record) {
  const places = new Map(asGroups(record.sources).filter((one) => one.key).map((one) => [asText(one.key), asText(one.place)]));
  const [key, place] = [...places].find(([, where]) => where) ?? [];
  return key && place ? { [key]: place } : null;
}

/** @param {Group} record @param {Schema} schema @returns {Group} the record with every fact at its place */
export function placed(record, schema) {
  const usual = usualPlace(record);
  return usual ? changed(record, schema, (one) => ("from" in one ? one : { ...one, from: usual })) : record;
}

/** @param {Group} written all that is in the form @param {Schema} schema @returns {Group} what of it records of its kind have */
export function ofItsKind(written, schema) {
  const names = schema.ofKind(asText(written.kind)).map(({ name }) => name);
  return Object.fromEntries(Object.entries(written).filter(([name]) => names.includes(name)));
}

/** @param {Group} record @param {Schema} schema @returns {Group} the record as a file says it: no place that is the usual one, nothing that a document says itself */
export function saidOnce(record, schema) {
  const usual = JSON.stringify(usualPlace(record));
  const lean = changed(record, schema, (one) => (JSON.stringify(one.from) === usual ? without(one, ["from"]) : one));
  return cited(lean, schema, () => true);
}

/** @param {Group} record @param {Schema} schema @returns {Group} the record without what stands beside the name of a document that is not there: no file says it, nor does the document */
export function withoutMissing(record, schema) {
  return cited(record, schema, (source) => !isDocument(source, schema));
}

/** @param {Group} source @param {Schema} schema @returns {boolean} whether it names a document of the library, as far as that was looked up */
export function isDocument(source, schema) {
  const id = asText(source.id);
  return id !== "" && !mistakeOf("slug", id) && schema.pages.get(documentPage(id)) !== null;
}

/** @param {string} id @returns {string} the page of a document */
export const documentPage = (id) => `sources/${id}/`;

/** @param {Group} record @param {Schema} schema @param {(source: Group) => boolean} isMeant @returns {Group} the record whose sources, where they are meant, say only which document they are */
function cited(record, schema, isMeant) {
  if (!("sources" in record)) return record;
  const instead = (schema.data.structures.source?.fields ?? []).filter((field) => field.unless);
  return { ...record, sources: each(record.sources, (source) => (isMeant(source) ? without(source, instead.filter((field) => (field.unless ?? "") in source).map((field) => field.name)) : source)) };
}

/** @param {Group} group @param {string[]} names @returns {Group} */
function without(group, names) {
  return Object.fromEntries(Object.entries(group).filter(([name]) => !names.includes(name)));
}

/** @param {Group} record @param {Schema} schema @param {(one: Group) => Group} change @returns {Group} the record with every group changed that has to say its place */
function changed(record, schema, change) {
  return inside(record, schema.ofKind(asText(record.kind)), true);

  /** @param {Group} group @param {Field[]} fields @param {boolean} isRecord @returns {Group} */
  function inside(group, fields, isRecord) {
    const found = { ...group };
    for (const field of fields) {
      const inner = schema.groupOf(field);
      if (inner && field.name in group) found[field.name] = each(group[field.name], (one) => below(one, field, inner, isRecord));
    }
    return found;
  }

  /** @param {Group} one @param {Field} field @param {Field[]} inner @param {boolean} isOwn @returns {Group} */
  function below(one, field, inner, isOwn) {
    const whole = inside(one, inner, false);
    const from = inner.find((own) => own.name === "from");
    const rests = from && (from.need === "always" || one.basis === "source" || (isOwn && field.type === "quantity"));
    return rests ? change(whole) : whole;
  }
}

/** @param {Written} value @param {(one: Group) => Group} change @returns {Written} */
function each(value, change) {
  if (Array.isArray(value)) return value.map((one) => (typeof one === "string" || Array.isArray(one) ? one : change(one)));
  return typeof value === "string" ? value : change(asGroup(value));
}
