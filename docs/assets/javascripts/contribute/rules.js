/**
 * What holds between the fields of one record, as the library's own rules say it (rules/*.py).
 *
 * @typedef {import("./check.js").Path} Path
 * @typedef {import("./check.js").Problem} Problem
 * @typedef {import("./schema.js").Field} Field
 * @typedef {import("./schema.js").Group} Group
 * @typedef {import("./schema.js").Schema} Schema
 * @typedef {{path: Path, field: Field, value: Group, isCited: boolean}} Spot a group of a record, and whether an entry around it is cited
 */

import { earliest, endOrStart, latest, parsed, printed } from "./dates.js";
import { addressRules, nestingRules, sumRules } from "./number_rules.js";
import { comingRules, overRules, placeRules, placesIn, relationRules, saidRules } from "./record_rules.js";
import { asGroup, asGroups, asList, asText } from "./schema.js";
import { teachingRules } from "./teaching_rules.js";

/** The fewest sentences of an easy version. */
const FEWEST_EASY = 3;

/** @param {Path} path @param {string} rule @param {string} message @param {string} hint @param {boolean} [isWarning] @returns {Problem} */
const problem = (path, rule, message, hint, isWarning = false) => ({ path, rule, message, hint, isWarning });

/**
 * Every group of a record, outer ones first.
 *
 * @param {Group} group @param {Field[]} fields @param {Schema} schema @param {Path} path @param {boolean} isCited
 * @returns {Generator<Spot>}
 */
export function* groups(group, fields, schema, path = [], isCited = false) {
  for (const field of fields) {
    const inner = schema.groupOf(field);
    if (!inner || !(field.name in group)) continue;
    for (const [at, value] of asGroups(group[field.name]).entries()) {
      const here = field.many ? [...path, field.name, at] : [...path, field.name];
      const cited = isCited || "from" in value;
      yield { path: here, field, value, isCited: cited };
      yield* groups(value, inner, schema, here, cited);
    }
  }
}

/** @param {Path} path @param {Field} field @param {Group} value @returns {Generator<Problem>} */
function* spanProblems(path, field, value) {
  const [start, end] = [parsed(asText(value.start)), parsed(asText(value.end))];
  if (start && end && latest(end) < earliest(start)) {
    yield problem([...path, "end"], "span-backwards", `끝(${printed(end)})이 시작(${printed(start)})보다 앞섭니다`, "두 날짜를 바꿔 적었는지 봐 주세요");
  }
  if (value.ongoing === "true" && value.end) yield problem([...path, "ongoing"], "ongoing-with-end", "이어진다고 했는데 끝이 적혀 있습니다", "둘 가운데 하나만 적어 주세요");
}

/** @param {Path} path @param {Field} field @param {Group} value @returns {Generator<Problem>} */
function* basisProblems(path, field, value) {
  if (field.type !== "relation" && field.type !== "participation") return;
  if (value.basis === "source" && !value.from) yield problem([...path, "from"], "basis-without-source", "자료에 있다고 했는데 자리가 없습니다", "자료를 고르고 쪽을 적어 주세요");
  if (value.basis === "editor" && !value.note) yield problem([...path, "note"], "basis-without-note", "미루어 보았다고 했는데 까닭이 없습니다", "그렇게 본 까닭을 적어 주세요");
}

/** @param {Path} path @param {Field} field @param {Group} value @returns {Generator<Problem>} */
function* actorProblems(path, field, value) {
  if (field.type !== "actor") return;
  if (value.id && value.name) yield problem([...path, "name"], "actor-twice", "목록에 있는 이에게 이름을 또 적었습니다", "둘 가운데 하나만 남겨 주세요");
  else if (!value.id && !(value.name && value.sector)) yield problem(path, "actor-incomplete", "이름과 부문이 있어야 합니다", "목록에서 고르거나, 이름과 부문을 적어 주세요");
}

/** @param {Group} record @param {Spot[]} spots @param {Schema} schema @returns {Generator<Problem>} */
function* groupRules(record, spots, schema) {
  const keys = asGroups(record.sources).map((source) => asText(source.key));
  for (const { path, field, value, isCited } of spots) {
    yield* spanProblems(path, field, value);
    yield* basisProblems(path, field, value);
    yield* actorProblems(path, field, value);
    if (field.type === "quantity" && !isCited) yield problem(path, "uncited-quantity", "수가 어느 자료의 어디에 있는지 없습니다", "자료를 고르고 쪽을 적어 주세요");
    if (field.money && value.unit && !schema.terms("money").some(([id]) => id === value.unit)) yield problem([...path, "unit"], "not-money", `돈의 단위가 아닙니다: ${schema.label("units", asText(value.unit))}`, `인쇄된 돈의 단위를 골라 주세요: ${schema.terms("money").map(([, label]) => label).join(", ")}`);
    if (field.type === "figure" && !value.base && value.base_unknown !== "true") yield problem(path, "figure-without-base", "수치의 바탕이 없습니다", "바탕을 적거나, 자료에 없다고 골라 주세요");
    if (field.type === "quantity" && value.to && Number(value.to) <= Number(value.value)) yield problem([...path, "to"], "range-backwards", "끝값이 값보다 크지 않습니다", "범위면 작은 수와 큰 수의 차례로 적고, 범위가 아니면 끝값을 지워 주세요");
    yield* twiceProblems(path, value, schema.groupOf(field) ?? []);
    for (const key of Object.keys(asGroup(value.from))) {
      if (!keys.includes(key)) yield problem([...path, "from"], "unknown-source", "자료 목록에 없는 자료입니다", "자료를 다시 골라 주세요");
    }
  }
}

/** @param {Path} path @param {Group} group @param {Field[]} fields @returns {Generator<Problem>} a list of words names each once */
function* twiceProblems(path, group, fields) {
  for (const field of fields) {
    const terms = field.vocabulary && field.many ? asList(group[field.name]) : [];
    if (new Set(terms).size < terms.length) yield problem([...path, field.name], "repeated-term", "같은 말이 두 번 나옵니다", "하나를 지워 주세요");
  }
}

/** @param {Group} record @returns {Generator<Problem>} what was only announced never reads as done */
function* statusRules(record) {
  if (asGroup(record.status).value === "planned" && record.outcomes) yield problem(["outcomes"], "planned-with-outcomes", "하기로 한 일인데 달라진 것이 적혀 있습니다", "하기로 한 것은 한 일에 적고, 결과는 모른다고 적어 주세요");
}

/** @param {Group} record @returns {Generator<Problem>} a source can be found, or it is said why not */
function* sourceRules(record) {
  for (const [at, source] of asGroups(record.sources).entries()) {
    if (["id", "url", "archived_url", "url_note"].some((name) => name in source)) continue;
    yield problem(["sources", at, "url"], "source-without-address", "자료를 어디에서 볼 수 있는지 없습니다", "인터넷 주소를 적거나, 주소가 없으면 그 까닭을 ‘주소 덧붙임’에 적어 주세요", true);
  }
}

/** @param {Group} record @returns {Generator<Problem>} a stage lies inside the record's period */
function* stageRules(record) {
  const period = asGroup(record.period);
  const [start, end] = [parsed(asText(period.start)), parsed(asText(period.end))];
  for (const [at, stage] of asGroups(record.stages).entries()) {
    const [first, last] = [parsed(asText(stage.start)), endOrStart(asText(stage.end), asText(stage.start))];
    if (start && first && latest(first) < earliest(start)) yield problem(["stages", at, "start"], "stage-outside-period", `기간의 시작(${printed(start)})보다 앞섭니다`, "기간이나 이 날짜를 고쳐 주세요");
    if (end && last && earliest(last) > latest(end)) yield problem(["stages", at, "end"], "stage-outside-period", `기간의 끝(${printed(end)})을 넘습니다`, "기간이나 이 날짜를 고쳐 주세요");
  }
}

/** @param {Group} record @param {Schema} schema @returns {Generator<Problem>} */
function* onceRules(record, schema) {
  yield* twiceProblems([], record, schema.ofKind(asText(record.kind)));
  const keys = asGroups(record.sources).map((source) => asText(source.key));
  for (const [at, key] of keys.entries()) if (keys.indexOf(key) < at) yield problem(["sources", at, "key"], "repeated-source", "자료의 짧은 이름이 겹칩니다", "다른 이름을 붙여 주세요");
  const easy = asList(record.easy).filter((line) => !(asText(line).toLowerCase() in schema.data.notSaid));
  if (easy.length && easy.length < FEWEST_EASY) yield problem(["easy"], "easy-too-short", `너무 짧습니다: ${easy.length}문장`, `짧은 문장 ${FEWEST_EASY}~5개로 적어 주세요`);
  const [level, to] = [asText(asGroup(record.participation).level), asText(asGroup(record.participation).to)];
  const steps = schema.terms("participation").map(([id]) => id);
  if (level && to && steps.indexOf(to) - steps.indexOf(level) !== 1) yield problem(["participation", "to"], "levels-apart", "이웃한 두 수준이 아닙니다", "한 수준만 고르거나 바로 위 수준을 골라 주세요");
}

/** @param {Group} record @param {string} id @param {Schema} schema @returns {Generator<Problem>} */
function* idRules(record, id, schema) {
  if (!/^[a-z0-9][a-z0-9-]{2,63}$/.test(id) || id === "page") {
    yield problem(["id"], "bad-id", "주소로 쓸 수 없습니다", "영문 소문자, 숫자, 붙임표로 3~64자를 적어 주세요. 예: 2017-our-forum");
  } else if (!schema.isDated(asText(record.kind))) {
    const prefix = schema.data.prefixes[asText(record.purpose)] ?? "";
    if (!id.startsWith(prefix)) yield problem(["id"], "id-prefix", `${prefix}로 시작해야 합니다`, `예: ${prefix}${id}`);
  } else if (!/^(?:\d{4}|nd)-./.test(id)) {
    yield problem(["id"], "id-prefix", "해로 시작하지 않습니다", "예: 2017-our-forum. 어느 자료에도 해가 없으면 nd-our-forum");
  }
}

/** @param {Group} record @param {string} id @param {import("./body.js").Section[]} sections @param {Schema} schema @returns {Problem[]} */
export function recordRules(record, id, sections, schema) {
  const spots = [...groups(record, schema.ofKind(asText(record.kind)), schema)];
  return [...idRules(record, id, schema), ...groupRules(record, spots, schema), ...statusRules(record), ...overRules(record, spots, schema), ...comingRules(record), ...sourceRules(record), ...stageRules(record), ...onceRules(record, schema),
    ...saidRules(record, schema), ...relationRules(spots, id), ...placeRules(record, placesIn(record, spots, sections, schema)), ...addressRules(spots), ...nestingRules(record), ...sumRules(record, schema), ...teachingRules(record, sections, schema)];
}
