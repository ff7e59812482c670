/** Korean words in Latin letters, for the id of a new record: as romanised.py does it, letter by letter. */

/** Letters of an id after its year. */
const LONGEST_NAME = 40;

const FIRST = 0xac00, LAST = 0xd7a3, SILENT = 11;
const INITIALS = "g kk n d tt r m b pp s ss _ j jj ch k t p h".split(" ");
const VOWELS = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split(" ");
const FINALS = "_ k k k n n n t l k m l l l p l m p p t t ng t t k t p t".split(" ");
const MOVED = "_ g kk gs n nj nh d r lg lm lb ls lt lp lh m b ps s ss ng j ch k t p h".split(" ");

/** @param {string} sign @returns {[number, number, number] | null} initial, vowel and final (0 for none) of a syllable */
function parts(sign) {
  const code = sign.charCodeAt(0);
  if (!(code >= FIRST && code <= LAST)) return null;
  return [Math.floor((code - FIRST) / 588), Math.floor((code - FIRST) / 28) % 21, (code - FIRST) % 28];
}

/** @param {string} text @returns {string} every Hangul syllable in Latin letters; what else there is stays */
export function romanised(text) {
  const signs = [...text.normalize("NFC")];
  let moved = "";
  return signs.map((sign, at) => {
    const here = parts(sign);
    if (!here) {
      moved = "";
      return sign;
    }
    const [initial, vowel, final] = here;
    const moves = final > 0 && parts(signs[at + 1] ?? "")?.[0] === SILENT;
    const letters = (moved || INITIALS[initial].replace("_", "")) + VOWELS[vowel] + (moves ? "" : FINALS[final].replace("_", ""));
    moved = moves ? MOVED[final] : "";
    return letters;
  }).join("");
}

/** @param {string} title @param {string} year "nd" where none is known @returns {string} an id for a new record */
export function proposedId(title, year) {
  const plain = romanised(title.normalize("NFKC")).toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
  let words = plain.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
  if (words.length > LONGEST_NAME) {
    const cut = words.slice(0, LONGEST_NAME + 1);
    words = cut.includes("-") ? cut.slice(0, cut.lastIndexOf("-")) : words.slice(0, LONGEST_NAME);
  }
  return `${year || "nd"}-${words || "record"}`;
}
