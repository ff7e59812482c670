/**
 * What holds of a record as a whole: what is said of its fields, how it stands to others, when it was over
 * (rules/fields.py, links.py, easy.py, dates.py, status.py).
 *
 * @typedef {import("./check.js").Path} Path
 * @typedef {import("./check.js").Problem} Problem
 * @typedef {import("./rules.js").Spot} Spot
 * @typedef {import("./schema.js").Group} Group
 * @typedef {import("./schema.js").Schema} Schema
 */

import { slug } from "./body_rules.js";
import { earliest, endOrStart, latest, parsed, printed, today } from "./dates.js";
import { passages } from "./number_rules.js";
import { isDocument } from "./places.js";
import { mistakeOf } from "./scalars.js";
import { asGroup, asGroups, asList, asText } from "./schema.js";

const SAID = ["unknown", "not_applicable"];
export const FINISHED = ["done", "ended"];
/** Verdicts that need a source which says so. */
const OF_SOURCES = ["changed", "not-done"];

/** @param {Group} record @param {Schema} schema @returns {Generator<Problem>} what is said of fields instead of filling them */
export function* saidRules(record, schema) {
  const known = schema.ofKind(asText(record.kind)).map(({ name }) => name);
  const unknown = asGroups(record.unknown).map((one) => one.field);
  for (const group of [...SAID, "disputed"]) {
    for (const [at, { field }] of asGroups(record[group]).entries()) {
      const [path, name] = [[group, at, "field"], asText(field).split(".")[0]];
      if (name && !known.includes(name)) yield { path, rule: "unknown-field-name", message: "이 종류의 기록에 없는 칸입니다", hint: "칸을 다시 고르거나 이 줄을 지워 주세요" };
      if (group !== "not_applicable" || !name) continue;
      const label = schema.fields.get(name)?.label ?? name;
      if (name in record) yield { path: [name], rule: "filled-though-not-applicable", message: `해당하지 않는다고 했는데 적은 것이 남아 있습니다: ${label}`, hint: "적은 것을 지우거나 ‘적습니다’를 골라 주세요" };
      if (unknown.includes(asText(field))) yield { path, rule: "unknown-and-not-applicable", message: `모른다고도 하고 해당 없다고도 했습니다: ${label}`, hint: "둘 가운데 하나를 지워 주세요" };
    }
  }
}

/** @param {Group} written all that is in the form @param {Schema} schema @returns {Generator<Problem>} what was written for a record of another kind, and is not in the file */
export function* kindRules(written, schema) {
  const others = schema.data.fields.filter((field) => field.name in written && field.kinds && !field.kinds.includes(asText(written.kind)));
  if (others.length) {
    yield { path: ["kind"], rule: "field-of-other-kind", isWarning: true, message: `이 종류에는 쓰지 않아 파일에 들어가지 않는 칸이 있습니다: ${others.map(({ label }) => label).join(", ")}`,
      hint: "종류를 되돌리면 적은 것이 그대로 있습니다" };
  }
}

/** @param {Spot[]} spots @param {string} id @returns {Generator<Problem>} a relation leads elsewhere, and is said once */
export function* relationRules(spots, id) {
  /** @type {Set<string>} */
  const seen = new Set();
  for (const { path, field, value } of spots) {
    if (field.type !== "relation" || !value.to) continue;
    const [at, key] = [[...path, "to"], `${path.slice(0, -1).join("/")} ${value.to}`];
    if (value.to === id) yield { path: at, rule: "self-link", message: "자기 자신을 가리킵니다", hint: "다른 기록을 골라 주세요" };
    if (seen.has(key)) yield { path: at, rule: "repeated-link", message: "같은 관계를 두 번 적었습니다", hint: "하나를 지워 주세요" };
    seen.add(key);
  }
}

/** @param {Group} record @param {Spot[]} spots @param {import("./body.js").Section[]} sections @param {Schema} schema @returns {Set<string>} the places in the record that links may lead to */
export function placesIn(record, spots, sections, schema) {
  const told = schema.data.headings.filter((one) => one.kinds.includes(asText(record.kind)) && one.fields.some((name) => name in record));
  return new Set([...[...passages(spots)].map(({ anchor }) => anchor), ...[...sections.map(({ heading }) => heading), ...told.map(({ label }) => label)].map(slug)]);
}

/** @param {Group} record @param {Set<string>} known the places in it @returns {Generator<Problem>} what points into the record leads to a place of it */
export function* placeRules(record, known) {
  /** @type {[Path, string][]} */
  const pointing = [[["teaching", "cut"], asText(asGroup(record.teaching).cut)], ...asGroups(asGroup(record.teaching).cards).map((one, at) => /** @type {[Path, string]} */ ([["teaching", "cards", at, "of"], asText(one.of)])), ...asGroups(record.schedule).map((one, at) => /** @type {[Path, string]} */ ([["schedule", at, "task"], asText(one.task)]))];
  for (const [path, anchor] of pointing) {
    if (anchor && !known.has(anchor)) yield { path, rule: "unknown-anchor", message: "이 기록에 없는 자리입니다", hint: known.size ? `있는 자리: ${[...known].slice(0, 8).join(", ")}` : "단계나 제안에 번호를 적으면 자리가 생깁니다" };
  }
}

/** @param {Group} record @param {Spot[]} spots @param {Schema} schema @returns {Generator<Problem>} what is over is told by a source that came after it, as far as the page knows when documents came out */
export function* overRules(record, spots, schema) {
  for (const { path, field, value } of spots) {
    if (field.type === "followup" && OF_SOURCES.includes(asText(value.verdict)) && value.basis === "editor") {
      yield { path: [...path, "verdict"], rule: "verdict-without-source", message: "도서관의 판단으로 적을 수 없는 결과입니다", hint: "자료가 그렇게 말하면 자료를 대고, 아니면 알 수 없음을 골라 주세요" };
    }
    const isStage = path[0] === "stages" && path.length === 2;
    const span = isStage ? value : asGroup(record.period);
    const end = endOrStart(asText(span.end), asText(span.start));
    if (!(isStage ? FINISHED.includes(asText(value.status)) : path[path.length - 1] === "status" && FINISHED.includes(asText(value.value)))) continue;
    const cited = asGroups(record.sources).filter((source) => asText(source.key) in asGroup(value.from));
    if (cited.some((source) => isDocument(source, schema) && !source.title)) continue;
    const found = cited.filter((source) => source.title || !source.id || mistakeOf("slug", asText(source.id))).map((source) => parsed(asText(source.date)));
    const known = found.filter((date) => date !== null).map(latest);
    const isUndated = found.includes(null);
    if (!found.length || (isUndated && (isStage || value.reported === "past"))) continue;
    if (!known.length) {
      const at = asGroups(record.sources).findIndex((source) => asText(source.key) in asGroup(value.from));
      yield { path: ["sources", at, "date"], rule: "finished-without-date", message: "끝난 일이라고 했지만 그렇게 말하는 자료에 날짜가 없습니다",
        hint: "자료를 낸 때를 적어 주세요. 알 수 없고 자료가 지난 일로 적었다면, ‘상태’의 ‘더 적기’에서 적힌 방식을 골라 주세요" };
    } else if (end && known.every((date) => date < earliest(end))) {
      yield { path: [...path, isStage ? "status" : "value"], rule: "finished-too-early", message: "끝난 일이라고 했지만 자료가 끝난 때보다 먼저 나왔습니다", hint: "더 나중의 자료를 대거나 ‘하기로 했음’을 골라 주세요" };
    }
  }
}

/** @param {Group} record @returns {Generator<Problem>} what is over, and a source, is no younger than the record's own last day */
export function* comingRules(record) {
  const last = [asText(record.added) || today(), ...asList(record.revised).map(asText)].sort().at(-1) ?? "";
  /** @type {[Path, string][]} */
  const dated = [];
  const spans = [{ path: ["period"], span: asGroup(record.period), said: asText(asGroup(record.status).value) },
    ...asGroups(record.stages).map((stage, at) => ({ path: ["stages", at], span: stage, said: asText(stage.status) }))];
  for (const { path, span, said } of spans) {
    const name = parsed(asText(span.end)) ? "end" : "start";
    if (FINISHED.includes(said) && name in span) dated.push([[...path, name], asText(span[name])]);
  }
  for (const [at, source] of asGroups(record.sources).entries()) dated.push([["sources", at, "date"], asText(source.date)]);
  for (const [path, text] of dated) {
    const date = parsed(text);
    if (date && earliest(date) > last) {
      yield { path, rule: "date-to-come", isWarning: true, message: `이 기록을 쓴 날(${last})보다 나중입니다: ${printed(date)}`, hint: "해를 잘못 적었는지 봐 주세요. 아직 오지 않은 때라면 끝난 일로 적지 마세요" };
    }
  }
}
