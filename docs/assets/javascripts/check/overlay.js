/**
 * The overlay: what both sides answered to each question, and how far they are apart.
 */

/**
 * @typedef {import("./code.js").Person} Person
 * @typedef {{mean: number | null, known: number, unknown: number}} View
 * @typedef {{at: number, views: View[], apart: number | null}} Line
 */

/** Steps apart from which two means are called so. */
const FAR = 1.5;
const SOME = 0.75;

/**
 * @param {number[]} answers
 * @returns {View}
 */
function view(answers) {
  const known = answers.filter((one) => one > 0);
  const sum = known.reduce((before, one) => before + one, 0);
  return { mean: known.length ? sum / known.length : null, known: known.length, unknown: answers.length - known.length };
}

/**
 * @param {Person[]} people
 * @param {number} count how many questions there are
 * @param {number} sides
 * @returns {Line[]} the questions, those with the largest difference first
 */
export function overlay(people, count, sides) {
  const lines = Array.from({ length: count }, (_, at) => {
    const views = Array.from({ length: sides }, (_unused, side) => view(people.filter((one) => one.side === side).map((one) => one.answers[at])));
    const [one, other] = views.map((each) => each.mean);
    return { at, views, apart: one === null || other === null ? null : Math.abs(one - other) };
  });
  return lines.sort((one, other) => (other.apart ?? -1) - (one.apart ?? -1));
}

/**
 * @param {number | null} apart
 * @returns {string}
 */
export function apartInWords(apart) {
  if (apart === null) return "견줄 수 없음";
  if (apart >= FAR) return "크게 다름";
  return apart >= SOME ? "다름" : "비슷함";
}
