/**
 * Numbers of a record: addresses that stand once, ranges, sums of money (rules/numbering.py, quantities.py).
 *
 * @typedef {import("./check.js").Path} Path
 * @typedef {import("./check.js").Problem} Problem
 * @typedef {import("./rules.js").Spot} Spot
 * @typedef {import("./schema.js").Group} Group
 * @typedef {import("./schema.js").Schema} Schema
 */

import { mistakeOf } from "./scalars.js";
import { asGroup, asGroups, asText } from "./schema.js";

const ADDRESS = /^(?:[a-z]{0,2}|[ivxl]{3,6})(?![a-z])/;
/** How much less than a whole won a sum may be off, for numbers with a point. */
const NOTHING = 1e-6;

/** @param {Group} entry @returns {string} its number, "" where it has none that can be one */
function numberOf(entry) {
  const number = asText(entry.number);
  return mistakeOf("slug", number) ? "" : number;
}

/** @param {Spot[]} spots of a record @returns {Generator<{anchor: string, spot: Spot}>} the entries that have an address */
export function* passages(spots) {
  for (const spot of spots) {
    if (spot.field.anchor === undefined) continue;
    const at = spot.path[spot.path.length - 1];
    yield { anchor: `${spot.field.anchor}${numberOf(spot.value) || Number(at) + 1}`, spot };
  }
}

/** @param {Spot[]} spots @returns {Generator<Problem>} */
export function* addressRules(spots) {
  const all = [...passages(spots)];
  for (const { anchor, spot: { path, value } } of all) {
    if (!numberOf(value)) continue;
    const said = { path: [...path, "number"] };
    if (all.filter((one) => one.anchor === anchor).length > 1) yield { ...said, rule: "repeated-number", message: `같은 번호가 두 번 나옵니다: ${value.number}`, hint: "번호는 주소가 되므로 겹칠 수 없습니다" };
    if (!ADDRESS.test(asText(value.number))) yield { ...said, rule: "number-is-word", message: "번호로 쓸 수 없는 말입니다", hint: "자료에 인쇄된 번호를 적어 주세요. 예: 1-1-2, a-1, iii" };
  }
}

/** @param {Group} record @returns {Generator<Problem>} a task's number begins with its strategy's, a unit's with its task's */
export function* nestingRules(record) {
  /** @param {Group} outer @param {Group} inner @param {Path} path @returns {Problem[]} */
  const nested = (outer, inner, path) => (!outer.number || !inner.number || asText(inner.number).startsWith(`${outer.number}-`) ? []
    : [{ path: [...path, "number"], rule: "number-outside", message: `번호가 위 번호(${outer.number})로 시작하지 않습니다`, hint: `예: ${outer.number}-1` }]);
  for (const [first, strategy] of asGroups(record.strategies).entries()) {
    for (const [second, task] of asGroups(strategy.tasks).entries()) {
      const path = ["strategies", first, "tasks", second];
      yield* nested(strategy, task, path);
      for (const [third, unit] of asGroups(task.units).entries()) yield* nested(task, unit, [...path, "units", third]);
    }
  }
}

/** @param {Group} amount @param {Schema} schema @returns {number} NaN where it is no money */
function inWon(amount, schema) {
  return Number(amount.value) * (schema.data.won[asText(amount.unit)] ?? NaN);
}

/** @param {Group} record @param {Schema} schema @returns {Generator<Problem>} a total is the sum of its group's items; without a group, of all */
export function* sumRules(record, schema) {
  const items = asGroups(record.budget_items);
  for (const [at, total] of items.entries()) {
    if (total.total !== "true" || !total.amount) continue;
    const parts = items.filter((item) => item.total !== "true" && (!total.group || item.group === total.group));
    const sum = parts.reduce((won, item) => won + inWon(asGroup(item.amount), schema), 0);
    if (Math.abs(sum - inWon(asGroup(total.amount), schema)) > NOTHING) {
      yield { path: ["budget_items", at, "amount"], rule: "budget-sum", message: `합계가 맞지 않습니다: 항목을 더하면 ${Math.round(sum).toLocaleString("ko-KR")}원`, hint: "옮겨 적은 수를 자료와 견주어 주세요" };
    }
  }
}
