/**
 * What the library's checker would say of a record, while it is being written: each field by its type, then what
 * holds between fields (rules.js). ``scripts/check.py`` has the last word.
 *
 * @typedef {(string | number)[]} Path
 * @typedef {{path: Path, rule: string, message: string, hint: string, isWarning?: boolean}} Problem
 * @typedef {import("./schema.js").Field} Field
 * @typedef {import("./schema.js").Group} Group
 * @typedef {import("./schema.js").Written} Written
 */

import { bodyProblems } from "./body_rules.js";
import { ofItsKind, placed, withoutMissing } from "./places.js";
import { recordRules } from "./rules.js";
import { lookupRules } from "./lookups.js";
import { kindRules } from "./record_rules.js";
import { mistakeOf } from "./scalars.js";
import { asGroups, asked, asText, Schema } from "./schema.js";
import { textProblems } from "./text_rules.js";
import { filled } from "./yaml.js";

/** @param {Field} field @param {string} text @param {Schema} schema @returns {Omit<Problem, "path">[]} of one value of one line or more */
export function scalarProblems(field, text, schema) {
  const said = schema.data.notSaid[text.toLowerCase()];
  const isFree = (field.type === "text" || field.type === "prose") && schema.fields.get(field.name) !== field;
  if (said && !isFree && !field.vocabulary) {
    return [{ rule: "said-in-place", message: `이 말은 값 자리에 적지 않습니다: ‘${text}’`, hint: "비우고 ‘모릅니다’나 ‘해당 없습니다’를 골라 주세요" }];
  }
  const mistake = mistakeOf(field.type, text);
  if (mistake) return [mistake];
  const found = textProblems(text, schema);
  if (field.type === "term" && !isTerm(field, text, schema)) {
    found.push({ rule: "unknown-term", message: "목록에 없는 말입니다", hint: "목록에서 골라 주세요" });
  }
  if (field.type === "text" && text.includes("\n")) found.push({ rule: "not-one-line", message: "한 줄로 적어야 합니다", hint: "줄바꿈을 지워 주세요" });
  const length = [...text].length;
  if (field.length && length > field.length) {
    found.push({ rule: "too-long", message: `너무 깁니다: ${length}자 (최대 ${field.length}자)`, hint: "짧게 줄여 주세요" });
  }
  return found;
}

/** @param {Field} field @param {string} id @param {Schema} schema @returns {boolean} known, or not to be known here */
function isTerm(field, id, schema) {
  const terms = schema.terms(field.vocabulary ?? "");
  return !terms.length || terms.some(([one]) => one === id);
}

/** @param {Group} group @param {Field[]} fields @param {Path} path @param {Schema} schema @returns {Problem[]} */
function groupProblems(group, fields, path, schema) {
  const missing = fields.filter((field) => field.need === "always" && !(field.name in group) && !(field.unless && field.unless in group))
    .map((field) => ({ path: [...path, field.name], rule: "missing-field", ...missingWords(field) }));
  return [...missing, ...fields.flatMap((field) => (field.name in group ? fieldProblems(group[field.name], field, [...path, field.name], schema) : []))];
}

/** @param {Written} value @param {Field} field @param {Path} path @param {Schema} schema @returns {Problem[]} */
export function fieldProblems(value, field, path, schema) {
  if (!field.many || !Array.isArray(value)) return oneProblems(value, field, path, schema);
  const found = value.flatMap((item, at) => oneProblems(item, field, [...path, at], schema));
  if (field.most && value.length > field.most) {
    found.push({ path, rule: "too-many", message: `너무 많습니다: ${value.length}개 (최대 ${field.most}개)`, hint: "중요한 것만 남겨 주세요" });
  }
  return found;
}

/** @param {Written} value @param {Field} field @param {Path} path @param {Schema} schema @returns {Problem[]} */
function oneProblems(value, field, path, schema) {
  const fields = schema.groupOf(field);
  if (fields && typeof value === "object" && !Array.isArray(value)) return groupProblems(value, fields, path, schema);
  if (typeof value === "string") return scalarProblems(field, value, schema).map((problem) => ({ path, ...problem }));
  return Object.values(value).flatMap((place) => textProblems(asText(place), schema).map((problem) => ({ path, ...problem })));
}

/** @param {Field} field @returns {{message: string, hint: string}} */
export function missingWords(field) {
  if (field.type === "citations") return { message: "어느 자료의 어디에 있는지 없습니다", hint: "자료를 고르고 쪽을 적어 주세요" };
  return { message: "꼭 적어야 합니다", hint: field.example ? `예: ${field.example}` : `‘${asked(field)}’에 답해 주세요` };
}

/** @param {Group} record @param {Schema} schema @returns {Problem[]} the needed fields that are neither filled nor said to be missing */
function neededProblems(record, schema) {
  const kind = asText(record.kind);
  const said = ["unknown", "not_applicable"].flatMap((name) => asGroups(record[name]).map((one) => asText(one.field)));
  return schema.ofKind(kind).filter((field) => field.need && !(field.name in record) && (field.need === "always" || !said.includes(field.name)))
    .map((field) => ({ path: [field.name], rule: "missing-field", ...missingWords(field),
      ...(field.need === "expected" && { message: "적거나, 모른다고 밝혀 주세요", hint: "모르면 ‘모릅니다’를 골라 주세요" }) }));
}

/**
 * @param {Group} written
 * @param {string} id
 * @param {import("./body.js").Section[]} sections
 * @param {Schema} schema
 * @returns {Problem[]} everything, in the order of the fields
 */
export function problemsOf(written, id, sections, schema) {
  const all = /** @type {Group} */ (filled(written));
  const record = placed(withoutMissing(ofItsKind(all, schema), schema), schema);
  const fields = schema.ofKind(asText(record.kind));
  const found = fields.flatMap((field) => (field.name in record ? fieldProblems(record[field.name], field, [field.name], schema) : []));
  const problems = [...found, ...neededProblems(record, schema), ...kindRules(all, schema), ...recordRules(record, id, sections, schema), ...lookupRules({ id, fields: record, sections }, schema), ...bodyProblems(sections, schema.headingsOf(asText(record.kind)), schema)];
  const rank = (/** @type {Problem} */ problem) => fields.findIndex((field) => field.name === problem.path[0]);
  return problems.sort((one, other) => rank(one) - rank(other));
}
