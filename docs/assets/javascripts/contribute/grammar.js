/**
 * The marks of a body as the library reads them (markup/grammar.py): its own patterns, by way of fields.json.
 *
 * @typedef {Record<string, string>} Patterns
 * @typedef {{written: string, offset: number}} Target where a link leads, and its offset in the text
 */

const ESCAPE = /\\(.)/gsu;
const ESCAPABLE = /^[!-/:-@[-`{-~]$/;
/** Signs that stand in the view of a text where code and escapes stood. */
const [CODE, ESCAPED] = ["\u0002", "\u0003"];

/** @param {string} text @returns {string} with its backslash escapes read */
export function unescaped(text) {
  return text.replace(ESCAPE, (whole, sign) => (ESCAPABLE.test(sign) ? sign : whole));
}

/** @param {string} text @returns {string} without the two signs that a view marks with */
export function withoutViewSigns(text) {
  return text.replace(/[\u0002\u0003]/g, "\ufffd");
}

export class Grammar {
  /** @param {Patterns} patterns */
  constructor(patterns) {
    this.patterns = patterns;
    /** @type {Map<string, RegExp>} */
    this.made = new Map();
  }

  /** @param {string} name @param {string} flags @returns {RegExp} */
  pattern(name, flags) {
    const key = `${name}/${flags}`;
    const known = this.made.get(key) ?? new RegExp(this.patterns[name], flags);
    this.made.set(key, known);
    return known;
  }

  /** @param {string} name @param {string} text @param {number} at @returns {RegExpExecArray | null} what stands there */
  at(name, text, at) {
    const pattern = this.pattern(name, "yu");
    pattern.lastIndex = at;
    return pattern.exec(text);
  }

  /** @param {string} name @param {string} text @returns {RegExpExecArray[]} */
  all(name, text) {
    return [...text.matchAll(this.pattern(name, "gmu"))];
  }

  /** @param {string} name @param {string} text @returns {boolean} whether it is anywhere in it */
  isIn(name, text) {
    return this.pattern(name, "mu").test(text);
  }

  /** @param {string} raw @returns {string} the text with code spans and escaped signs blanked; offsets stay the same */
  blanked(raw) {
    const text = withoutViewSigns(raw).replace(this.pattern("code", "gu"), (code) => CODE.repeat(code.length));
    return text.replace(ESCAPE, (whole, sign) => (ESCAPABLE.test(sign) ? ESCAPED.repeat(2) : whole));
  }

  /** @param {string} text @returns {string} the text with the points of dates at the beginning of lines escaped */
  prepared(text) {
    return withoutViewSigns(text).replace(this.pattern("written_number", "gmu"), "$1\\");
  }

  /** @param {string} text @returns {Target[]} the target of every link, wider than what a page makes a link of */
  targets(text) {
    const view = this.blanked(text);
    const links = this.all("link", view).map((found) => found.index + found[0].length - 1 - (found.groups?.target.length ?? 0));
    const ends = this.all("link", view).map((found) => found.index + found[0].length - 1);
    const angles = this.all("angle", view).filter((found) => found.groups?.target);
    return [...links.map((start, at) => [start, ends[at]]), ...angles.map((found) => [found.index + 1, found.index + 1 + (found.groups?.target.length ?? 0)])]
      .map(([start, end]) => ({ written: unescaped(text.slice(start, end)), offset: start }));
  }
}
