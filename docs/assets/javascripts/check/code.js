/**
 * Codes: one person's answers as a few letters to hand over. Nothing is sent: the letters are the answers.
 *
 * A code is the letter of a side, an answer for each question (1 to 5, 0 for not knowing), two
 * letters that keep equal answers of two people apart, and two that show a slip of the pen or
 * another list of questions.
 */

/** The letter of each side, first officials, then residents. */
export const SIDES = ["G", "J"];

/** Letters and figures that are not taken for each other. */
const LETTERS = "ACDEFHKMNPRTUVWXY34679";
const PREFIX = "#a=";

/**
 * @typedef {{side: number, answers: number[], code: string}} Person
 */

/**
 * @param {string} text
 * @param {string[]} themes
 * @returns {string} two letters that another text or another list of themes hardly has
 */
function proof(text, themes) {
  let sum = 7;
  for (const letter of `${text}|${themes.join()}`) sum = (sum * 31 + letter.charCodeAt(0)) % 1_000_003;
  return LETTERS[sum % LETTERS.length] + LETTERS[Math.floor(sum / LETTERS.length) % LETTERS.length];
}

/** @returns {string} two letters by chance */
function chance() {
  return [...crypto.getRandomValues(new Uint8Array(2))].map((one) => LETTERS[one % LETTERS.length]).join("");
}

/**
 * @param {number} side
 * @param {number[]} answers
 * @param {string[]} themes the themes that were asked, in order
 * @returns {string}
 */
export function written(side, answers, themes) {
  const text = SIDES[side] + answers.join("") + chance();
  return text + proof(text, themes);
}

/**
 * @param {string} code
 * @returns {string} the code in groups that are easy to copy by hand
 */
export function grouped(code) {
  const tail = code.slice(-4);
  const digits = code.slice(1, -4).match(/.{1,5}/g) ?? [];
  return [code[0], ...digits, tail].join("-");
}

/**
 * @param {string} text
 * @param {string[]} themes
 * @returns {Person | null} null where it is no code of this list of questions
 */
function person(text, themes) {
  const code = text.toUpperCase().replace(/[^A-Z0-9]/g, "");
  const side = SIDES.indexOf(code[0]);
  const digits = code.slice(1, 1 + themes.length);
  const isWhole = code.length === themes.length + 5 && side >= 0 && /^[0-5]*$/.test(digits);
  if (!isWhole || proof(code.slice(0, -2), themes) !== code.slice(-2)) return null;
  return { side, answers: [...digits].map(Number), code };
}

/**
 * @param {string} text codes, or addresses that hold them, parted by blanks, commas or new lines
 * @param {string[]} themes
 * @returns {{people: Person[], unread: string[]}}
 */
export function read(text, themes) {
  const words = text.split(/[\s,]+/).map((word) => word.slice(word.indexOf(PREFIX) + (word.includes(PREFIX) ? PREFIX.length : 1)));
  const found = words.filter(Boolean).map((word) => ({ word, one: person(word, themes) }));
  return {
    people: found.flatMap(({ one }) => one ?? []),
    unread: found.filter(({ one }) => !one).map(({ word }) => word),
  };
}

/**
 * @param {Person[]} people
 * @returns {string} the end of an address that holds them; a browser never sends it
 */
export function fragment(people) {
  return people.length ? PREFIX + people.map((one) => one.code).join(",") : "";
}
