/**
 * Small ways to make elements, and the addresses of the library's pages. Text is only ever text.
 */

/**
 * @param {string} name
 * @param {Record<string, any>} traits properties of the element; what it has no property for becomes an attribute
 * @param {...(Node | string)} children strings that are empty are left out
 * @returns {any}
 */
export function make(name, traits = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(traits)) {
    if (key in element && !key.startsWith("aria")) Object.assign(element, { [key]: value });
    else element.setAttribute(key, value);
  }
  element.append(...children.filter((child) => child !== ""));
  return element;
}

/** `text` with every place of `marks` in a `<mark>`; spaces and interpuncts inside a word do not matter. */
export function marked(/** @type {string} */ text, /** @type {string[]} */ marks) {
  const pattern = patternOf(marks);
  const found = document.createDocumentFragment();
  if (!pattern) return found.append(text), found;
  text.split(pattern).forEach((piece, at) => piece && found.append(at % 2 ? make("mark", {}, piece) : piece));
  return found;
}

/** A pattern with one group that finds `marks` in written text. */
export function patternOf(/** @type {string[]} */ marks) {
  const words = marks.filter((mark) => mark.length > 1).sort((a, b) => b.length - a.length)
    .map((mark) => [...mark].map((char) => char.replace(/[^\p{L}\p{N}]/u, "\\$&")).join("[\\s·ㆍ‧・]?"));
  return words.length ? new RegExp(`(${words.join("|")})`, "iu") : null;
}

/** The address of a page of the library. */
export const page = (/** @type {string} */ address) => new URL(`../../../${address}`, import.meta.url).href;
