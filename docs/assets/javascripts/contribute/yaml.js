/**
 * A record as YAML that the library's strict reader gives back letter by letter.
 * Only the plainest texts stand without quotes; whatever is in the others is escaped.
 *
 * @typedef {string | any[] | {[name: string]: any}} Written what a record holds before it is given types
 */

const PLAIN = /^[\p{L}\p{N}](?:[\p{L}\p{N}._~()·‘’“”+%/-]| (?=[\p{L}\p{N}(‘“]))*$/u;
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/g;
/** The longest group, and the longest list of words, on one line. */
const LINE = 140;

/** @param {string} text @returns {string} the text as one YAML scalar on one line */
export function scalar(text) {
  if (PLAIN.test(text)) return text;
  const escaped = text.replace(/[\\"]/g, "\\$&").replace(/\n/g, "\\n").replace(/\t/g, "\\t")
    .replace(CONTROL, (sign) => `\\x${sign.charCodeAt(0).toString(16).padStart(2, "0")}`);
  return `"${escaped}"`;
}

/** @param {Written} value @returns {string} in flow style */
function flow(value) {
  if (typeof value === "string") return scalar(value);
  if (Array.isArray(value)) return `[${value.map(flow).join(", ")}]`;
  return `{${Object.entries(value).map(([name, below]) => `${scalar(name)}: ${flow(below)}`).join(", ")}}`;
}

/** @param {Written} value @returns {boolean} whether there is nothing in it */
export function isEmpty(value) {
  if (typeof value === "string") return !value;
  return Object.values(value).every(isEmpty);
}

/** @param {Written} value @returns {Written} without what is empty, however deep */
export function filled(value) {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.filter((item) => !isEmpty(item)).map(filled);
  return Object.fromEntries(Object.entries(value).filter(([, below]) => !isEmpty(below)).map(([name, below]) => [name, filled(below)]));
}

/** @param {string} name @param {Written} value @param {string} pad @returns {string[]} the lines of one field */
function lines(name, value, pad) {
  const short = flow(value);
  const isList = Array.isArray(value);
  const hasGroups = isList && value.some((item) => typeof item !== "string");
  if (typeof value === "string" || (!hasGroups && short.length <= LINE)) return [`${pad}${scalar(name)}: ${short}`];
  const below = isList ? value.flatMap((item) => listed(item, `${pad}  `))
    : Object.entries(value).flatMap(([inner, one]) => lines(inner, one, `${pad}  `));
  return [`${pad}${scalar(name)}:`, ...below];
}

/** @param {Written} item @param {string} pad @returns {string[]} the lines of one item of a list */
function listed(item, pad) {
  const short = flow(item);
  if (typeof item === "string" || Array.isArray(item) || short.length <= LINE) return [`${pad}- ${short}`];
  const inside = Object.entries(item).flatMap(([name, value]) => lines(name, value, `${pad}  `));
  return inside.map((line, at) => (at ? line : `${pad}- ${line.slice(pad.length + 2)}`));
}

/** @param {{[name: string]: Written}} record @returns {string} the lines between the two `---` */
export function frontMatter(record) {
  return Object.entries(/** @type {{[name: string]: Written}} */ (filled(record)))
    .flatMap(([name, value]) => lines(name, value, "")).map((line) => `${line}\n`).join("");
}
